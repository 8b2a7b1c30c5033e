"""tiepdan rules list|show|check|try: the rules of time, a check of everything in rules/, and what a change would change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tiepdan.cases.rules.loading import all_procedures
from tiepdan.deadlines.command import Check, check_rules, rules_main
from tiepdan.deadlines.norms import check_norms
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFileError, Where, check_schema, read_rule_file
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.infra.errors import TiepdanError
from tiepdan.online.rules import online_book
from tiepdan.privacy.rules import privacy_book
from tiepdan.reception.rules import refusal_book
from tiepdan.reports.rules.forms import check_reports
from tiepdan.routing.rules.competence_command import check_competence
from tiepdan.routing.rules.table import load_processing, load_routes
from tiepdan.submissions.rulebook import conditions, fields

_SOURCES: Final = {"row", "rows", "article", "note", "title", "title_vi", "citizen_vi"}  # name rules without using them


def main(arguments: list[str]) -> int:
    """Run the command; `check` reads everything in rules/, `try` needs the database, `coverage` the law pages."""
    if arguments[:1] == ["coverage"]:
        from tiepdan.ops.coverage import main as coverage_command

        return coverage_command(arguments[1:])
    if arguments[:1] == ["try"]:
        from tiepdan.ops.trying import main as command

        return command(arguments[1:])
    return rules_main(arguments, more_checks=more_checks())


def faults() -> tuple[str, ...]:
    """Every fault of everything in rules/, each with its place; empty when all is well."""
    checks = (check_rules, *more_checks())
    return tuple(fault for check in checks for fault in check())


def more_checks() -> list[Check]:
    """Checks besides those of legal time."""
    return [
        check_norms,
        check_competence,
        lambda: _faults_of(all_procedures),
        lambda: _faults_of(lambda: load_forms(rules_path() / "forms")),
        lambda: _faults_of(lambda: (load_routes(rules=rules_path()), load_processing(rules=rules_path()))),
        lambda: _faults_of(lambda: (refusal_book(), conditions(), fields(), online_book())),
        check_reports,
        lambda: _faults_of(privacy_book),
        lambda: check_use(rules=rules_path()),
    ]


def check_use(*, rules: Path) -> tuple[str, ...]:
    """Find limits that nothing starts, papers that nobody issues, and names of either that do not exist."""
    try:
        used = set(_words_of_use(rules))
        issued = read_rule_file(path=rules / "issued.yaml")
        check_schema(rule_file=issued, schema_path=rules / "schemas" / "issued.schema.json")
    except RuleFileError as error:
        return (str(error),)
    made = used | {entry["form"] for entry in issued.data}
    idle = [
        f"{_place(rules / 'deadlines', 'id', rule.id)}: nothing starts {rule.id} ({rule.title_vi}). Name it in a procedure, "
        "a route or a row of processing, or write 'started_by: …' in the rule"
        for rule in load_rulebook(rules).rules
        if not rule.started_by and used.isdisjoint((rule.id, rule.name, *rule.aliases))
    ]
    unissued = [
        f"{_place(rules / 'forms', 'key', key)}: nobody issues {key}. Name it in a procedure, "
        "a route or a row of processing, or write where it is made in rules/issued.yaml"
        for key in load_forms(rules / "forms").versions
        if key not in made
    ]
    return (*idle, *unissued)


def _place(folder: Path, key: str, name: str) -> str:
    """Return file and line of the entry of that name."""
    for path in sorted(folder.glob("*.yaml")):
        source = read_rule_file(path=path)
        for where, line in source.lines.items():
            if where and where[-1] == key and _at(source.data, where) == name:
                return f"{path}:{line}"
    return str(folder)


def _at(node: Any, where: Where) -> Any:
    """Follow a path of keys into plain values; Any because rule files nest freely."""
    for step in where:
        node = node[step]
    return node


def _faults_of(load: Any) -> tuple[str, ...]:
    """Run a loader; `load` is any callable whose result is not needed."""
    try:
        load()
    except TiepdanError as error:
        return (str(error),)
    return ()


def _words_of_use(rules: Path) -> Iterator[str]:
    """Yield every text of procedures and routing that is no source of a row."""
    for folder in ("procedures", "routing"):
        for path in sorted((rules / folder).glob("*.yaml")):
            yield from _texts(read_rule_file(path=path).data)


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            # In a route and in a limit `rule` names what is used.
            if key not in _SOURCES:
                yield from _texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from _texts(item)
    elif isinstance(node, str):
        yield node

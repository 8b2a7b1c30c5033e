"""tiepdan rules list|show|check: the rules of time, and a check of everything in rules/."""

from __future__ import annotations

from tiepdan.cases.rules.loading import all_procedures
from tiepdan.deadlines.command import rules_main
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.infra.errors import TiepdanError
from tiepdan.routing.rules.competence_command import check_competence
from tiepdan.routing.rules.table import load_routes


def main(arguments: list[str]) -> int:
    """Run the command; `check` also reads competence, procedures and forms."""
    return rules_main(arguments, more_checks=[check_competence, _check_procedures, _check_forms, _check_routes])


def _check_procedures() -> tuple[str, ...]:
    try:
        all_procedures()
    except RuleFileError as error:
        return (str(error),)
    return ()


def _check_routes() -> tuple[str, ...]:
    try:
        load_routes(rules=rules_path())
    except RuleFileError as error:
        return (str(error),)
    return ()


def _check_forms() -> tuple[str, ...]:
    try:
        load_forms(rules_path() / "forms")
    except TiepdanError as error:
        return (str(error),)
    return ()

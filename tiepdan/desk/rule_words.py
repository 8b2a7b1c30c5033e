"""The rule behind a refusal in the officer's words: what it is about and its article. Ids stay in the program."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from tiepdan.cases.rules.loading import all_procedures
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import read_rule_file
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.ui.words import said


def rule_words(rule: str) -> str:
    """Return the words and the article of a rule; empty when the house knows none, never the bare id."""
    words, article = _named(rule)
    return f"{said(words)} ({article})" if words else ""


@cache
def _named(rule: str) -> tuple[str, str]:
    listed = _citations().get(rule)
    if listed:
        return listed
    for act in (act for procedure in all_procedures() for act in procedure.acts.values()):
        if act.row == rule and act.article:
            return act.title_vi, act.article
    limit = next((one for one in load_rulebook().rules if one.id == rule or rule in one.aliases), None)
    return ("", "") if limit is None else (limit.title_vi, limit.versions[-1].source)


@cache
def _citations() -> Mapping[str, tuple[str, str]]:
    data = read_rule_file(path=rules_path() / "citations.yaml").data
    return {str(rule): (row["title"], row["article"]) for rule, row in data.items()}

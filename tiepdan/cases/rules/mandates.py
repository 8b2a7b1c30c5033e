"""Who may act for complainants, and in what form it must be shown. Pure; the law of the day the paper was made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tiepdan.deadlines.groups import group_from, most_representatives
from tiepdan.deadlines.norms import norm
from tiepdan.infra.verdict import Allowed, Refused, Verdict

KINDS: Final = {
    "group": "Người đại diện của nhóm người khiếu nại",
    "attorney": "Người được ủy quyền",
    "lawyer": "Luật sư",
    "legal_aid": "Người thực hiện trợ giúp pháp lý",
    "guardian": "Người đại diện theo pháp luật",
    "heir": "Người thừa kế tiếp tục khiếu nại",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateFacts:
    """What is shown of a mandate, and who acts already."""

    kind: str
    name: str
    document: str
    form: str
    given_on: date
    today: date
    all_signed: bool
    people: int
    group_running: int
    attorney_running: bool


def forms_of_attorney(*, given_on: date) -> tuple[str, ...]:
    """List the forms a power of attorney may have, made on a day. Rule: PA-11

    Example:
        >>> forms_of_attorney(given_on=date(2027, 1, 2))
        ('certified', 'organisation')
        >>> forms_of_attorney(given_on=date(2026, 6, 30))
        ('notarised', 'certified')
    """
    rule = norm("PA-11")
    return (rule.value_on(given_on) or rule.values[0]).forms


def may_mandate(*, facts: MandateFacts) -> Verdict:
    """Decide whether somebody may be recorded as acting for the complainants. Rule: PA-7 to PA-12"""
    if facts.kind not in KINDS:
        return Refused("mandate_unknown", rule="PA-10")
    if not facts.name.strip():
        return Refused("mandate_name_missing", rule="PA-10")
    if not facts.document.strip():
        return Refused("mandate_document_missing", rule="PA-12" if facts.kind == "heir" else "PA-9")
    if facts.given_on > facts.today:
        return Refused("mandate_in_future", rule="PA-9")
    if facts.kind == "group":
        return _of_group(facts)
    if facts.kind == "attorney":
        return _of_attorney(facts)
    return Allowed(rule="PA-12" if facts.kind == "heir" else "PA-10")


def _of_group(facts: MandateFacts) -> Verdict:
    if facts.people < group_from(on=facts.given_on):
        return Refused("no_group", rule="PA-7")
    if not facts.all_signed:
        return Refused("group_signatures_missing", rule="PA-9", facts={"people": str(facts.people)})
    most = most_representatives(people=facts.people, on=facts.given_on)
    if facts.group_running >= most:
        told = {"people": str(facts.people), "most": str(most)}
        return Refused("too_many_representatives", rule="PA-7", facts=told)
    return Allowed(rule="PA-7")


def _of_attorney(facts: MandateFacts) -> Verdict:
    if facts.attorney_running:
        return Refused("attorney_already", rule="PA-11")
    if facts.form not in forms_of_attorney(given_on=facts.given_on):
        return Refused("attorney_form_missing", rule="PA-11", facts={"day": f"{facts.given_on:%d/%m/%Y}"})
    return Allowed(rule="PA-11")

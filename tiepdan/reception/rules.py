"""Kinds of reception, grounds of refusal with their tests, and what a card's QR code says. Plain values and functions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import check_schema, read_rule_file
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.rules import may_represent


class ReceptionKind(StrEnum):
    """Kind of reception (LTCD Đ.12, 18)."""

    REGULAR = "regular"  # thường xuyên
    PERIODIC = "periodic"  # định kỳ của thủ trưởng
    EXTRAORDINARY = "extraordinary"  # đột xuất


class Outcome(StrEnum):
    """What came of a visit."""

    ACCEPT = "accept"  # took it in
    GUIDE = "guide"  # guided to write, or to the competent body
    FORWARD = "forward"  # forwarded
    EXPLAIN = "explain"  # explained, answered at once
    REFUSE = "refuse"  # refused with a ground


class Standing(StrEnum):
    """As what somebody comes (NĐ 154/2026 Đ.13)."""

    SELF = "self"
    HEAD_OF_ORG = "head_of_org"
    DELEGATE_OF_HEAD = "delegate_of_head"
    REPRESENTATIVE = "representative"
    AUTHORISED = "authorised"
    LAWYER = "lawyer"
    LEGAL_AID = "legal_aid"
    GROUP_REP = "group_rep"


# What each must show to be received so (ND-4 to ND-7, NH-3).
PAPERS_OF: Final[dict[Standing, str]] = {
    Standing.DELEGATE_OF_HEAD: "ND-5",
    Standing.REPRESENTATIVE: "ND-6",
    Standing.AUTHORISED: "ND-2",
    Standing.LAWYER: "ND-7",
    Standing.LEGAL_AID: "ND-7",
}
ANSWERED_AT_ONCE: Final = frozenset({Outcome.EXPLAIN, Outcome.GUIDE})


@dataclass(frozen=True, slots=True)
class RefusalGround:
    """One ground for refusing to receive, and what must be on record for it."""

    code: str
    rule: str
    title: str
    needs: tuple[str, ...]
    needs_one: tuple[str, ...]
    purposes: frozenset[MatterKind]  # empty: any
    notice: bool  # the head issues form 01/TCD within LI-1
    ground_text: str  # as the notice quotes it
    starts_on: date
    ends_before: date | None
    source: str


@dataclass(frozen=True, slots=True)
class RefusalBook:
    """All grounds, and the words for their facts."""

    grounds: Mapping[str, RefusalGround]
    facts: Mapping[str, str]

    def in_force(self, *, on: date) -> tuple[RefusalGround, ...]:
        """Return the grounds of a day."""
        return tuple(
            ground
            for ground in self.grounds.values()
            if ground.starts_on <= on and (ground.ends_before is None or on < ground.ends_before)
        )


def load_refusals(*, path: Path) -> RefusalBook:
    """Read the grounds. Raises RuleFileError: does not fit the schema, a fact without words."""
    source = read_rule_file(path=path)
    check_schema(rule_file=source, schema_path=path.parent / "schemas" / "reception_refusals.schema.json")
    facts: dict[str, str] = source.data["facts"]
    grounds: dict[str, RefusalGround] = {}
    for place, row in enumerate(source.data["grounds"]):
        for name in (*row.get("needs", ()), *row.get("needs_one", ())):
            if name not in facts:
                raise source.error(
                    where=("grounds", place), problem=f"fact '{name}' has no words", instead="Add it under facts"
                )
        grounds[row["code"]] = RefusalGround(
            code=row["code"],
            rule=row["rule"],
            title=row["title"],
            needs=tuple(row.get("needs", ())),
            needs_one=tuple(row.get("needs_one", ())),
            purposes=frozenset(MatterKind(kind) for kind in row.get("purposes", ())),
            notice=bool(row.get("notice", False)),
            ground_text=row.get("ground_text", ""),
            starts_on=date.fromisoformat(row["starts_on"]),
            ends_before=date.fromisoformat(row["ends_before"]) if "ends_before" in row else None,
            source=row["source"],
        )
    return RefusalBook(grounds=grounds, facts=facts)


@cache
def refusal_book() -> RefusalBook:
    """Return the grounds of this installation."""
    return load_refusals(path=rules_path() / "reception_refusals.yaml")


def may_refuse(
    *,
    code: str,
    purpose: MatterKind,
    facts: Mapping[str, str],
    on: date,
    complete_on: date | None,
    own_agency: str,
) -> Verdict:
    """Say whether a visitor may be refused on a ground: it must be lawful that day, fit the visit and be evidenced.

    complete_on: for a ground with a written notice, the day on which it was complete
    Rule: RF-1 to RF-14
    """
    ground = next((one for one in refusal_book().in_force(on=on) if one.code == code), None)
    if ground is None:
        return Refused("refusal_ground_missing", rule="RF-14")
    if ground.purposes and purpose not in ground.purposes:
        return Refused("refusal_ground_other_kind", rule=ground.rule)
    missing = [name for name in ground.needs if not facts.get(name, "").strip()]
    if ground.needs_one and not any(facts.get(name, "").strip() for name in ground.needs_one):
        missing += ground.needs_one
    if missing:
        words = "; ".join(refusal_book().facts[name] for name in missing)
        return Refused("refusal_not_evidenced", rule=ground.rule, facts={"facts": words})
    if code == "R4k" and facts["body"].strip().casefold() == own_agency.strip().casefold():
        return Refused("refusal_names_own_body", rule=ground.rule)
    if ground.notice and (complete_on is None or complete_on > on):
        return Refused("refusal_day_missing", rule="LI-1")
    return ALLOWED


def may_receive_visit(
    *,
    people: int,
    group_representatives: int,
    named: int,
    standings: Mapping[str, bool],
    purpose: MatterKind,
    outcome: Outcome,
    taken_down: bool,
    read_back: bool,
    signed: bool,
    has_submission: bool,
    outcome_body_named: bool,
) -> Verdict:
    """Say whether a visit can be entered in the book.

    standings: standing → whether its papers were shown
    Rule: ND-1, ND-5 to ND-8, NH-2, TN-3, XL-3
    """
    if named < 1 and outcome is not Outcome.REFUSE:
        return Refused("visitor_missing", rule="ND-1")
    if people < 1 or people < group_representatives:
        return Refused("people_missing")
    if outcome is not Outcome.REFUSE:
        verdict = may_represent(people=people, representatives=group_representatives)
        if not verdict:
            return verdict
        # Of denunciations the decree asks no papers of standing: a denouncer acts for himself (ND-8).
        if purpose is not MatterKind.DENUNCIATION:
            for standing, shown in standings.items():
                rule = PAPERS_OF.get(Standing(standing))
                if rule and not shown:
                    return Refused("standing_not_shown", rule=rule)
    if taken_down and not (read_back and signed):
        return Refused("not_read_back", rule="TN-3")
    if outcome in {Outcome.ACCEPT, Outcome.FORWARD} and not has_submission:
        return Refused("nothing_to_accept", rule="XL-5")
    if outcome is Outcome.FORWARD and not outcome_body_named:
        return Refused("outcome_body_missing", rule="XL-3")
    return ALLOWED


def may_issue_notice(*, code: str, by_head: bool, issued: bool, voided: bool) -> Verdict:
    """Say whether the notice of refusal 01/TCD may be issued. A late one is still owed. Rule: LI-1, RF-3, RF-11"""
    ground = refusal_book().grounds.get(code)
    if voided or ground is None or not ground.notice:
        return Refused("notice_not_needed", rule="RF-17")
    if not by_head:
        return Refused("head_only", rule="RF-3")
    if issued:
        return Refused("notice_issued")
    return ALLOWED


@dataclass(frozen=True, slots=True)
class Card:
    """What the QR code of a citizen card says."""

    number: str
    old_number: str
    name: str
    born: str  # dd/mm/yyyy, or what stood there
    sex: str
    address: str
    issued_on: date | None


_CARD_PARTS: Final = 7


def parse_card(text: str) -> Card | None:
    """Read `number|old number|name|ddmmyyyy|sex|address|issue date`; None when the text is no card.

    Example:
        >>> parse_card("001099000001||Nguyễn Văn An|02031999|Nam|Số 7, phường Hoa Sen|05072021").name
        'Nguyễn Văn An'
    """
    parts = [part.strip() for part in text.strip().split("|")]
    if len(parts) < _CARD_PARTS:
        return None
    number, old, name, born, sex, address, issued = parts[:_CARD_PARTS]
    if not (number.isascii() and number.isdecimal() and len(number) in {9, 12}) or not name:
        return None
    day = _day(born)
    return Card(
        number=number,
        old_number=old,
        name=" ".join(name.split()),
        born=f"{day:%d/%m/%Y}" if day else born,
        sex=sex,
        address=address,
        issued_on=_day(issued),
    )


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d%m%Y").date()  # noqa: DTZ007 # a day has no zone
    except ValueError:
        return None

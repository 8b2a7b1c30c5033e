"""How a decision or conclusion is lawfully made public: ways, days, times. Data in rules/procedures/publication.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final

from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import check_schema, read_rule_file
from tiepdan.infra.verdict import Allowed, Refused, Verdict

MEDIA: Final = frozenset({"print", "broadcast", "e_press"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationFacts:
    """One publication as it was, or is planned."""

    way: str  # meeting, posting, portal, print, broadcast, e_press
    from_on: date
    until_on: date | None
    times: int
    invited_on: date | None  # to the meeting
    portal_too: bool  # also on the agency's portal, or it has none


@cache
def ways_of(*, denunciation: bool) -> Mapping[str, Mapping[str, Any]]:
    """Return the lawful ways with what each demands; Any because the values of YAML differ."""
    source = read_rule_file(path=rules_path() / "procedures" / "publication.yaml")
    check_schema(rule_file=source, schema_path=rules_path() / "schemas" / "publication.schema.json")
    found: Mapping[str, Mapping[str, Any]] = source.data["denunciation" if denunciation else "complaint"]["ways"]
    return found


def shortest_until(*, way: str, from_on: date, denunciation: bool) -> date | None:
    """Return the first day on which a posting or an entry may end; None where days are not counted. Rule: KN-12b, TC-16a"""
    rule = ways_of(denunciation=denunciation).get(way, {}).get("days_rule")
    return count(rule_id=rule, start=from_on).due if rule else None


def may_publish(*, facts: PublicationFacts, denunciation: bool, calendar: Calendar | None = None) -> Verdict:
    """Decide whether one publication meets what the law counts, by the calendar of the locality. Rule: KN-12a, KN-12b, KN-12c, TC-16a"""
    wanted = ways_of(denunciation=denunciation).get(facts.way)
    if wanted is None:
        return Refused("publication_missing")
    rule = str(wanted.get("days_rule") or wanted.get("row") or wanted.get("invitation_rule") or "KN-12")
    last = shortest_until(way=facts.way, from_on=facts.from_on, denunciation=denunciation)
    if last is not None and (facts.until_on is None or facts.until_on < last):
        return Refused("publication_too_short", rule=rule, facts={"day": f"{last:%d/%m/%Y}"})
    times = int(wanted.get("times", 0))
    if facts.times < times:
        return Refused("publication_too_few", rule=rule, facts={"times": str(times)})
    invitation = wanted.get("invitation_rule")
    if invitation:
        latest = count(rule_id=str(invitation), start=facts.from_on, calendar=calendar).rolled_due
        if facts.invited_on is None or facts.invited_on > latest:
            return Refused("meeting_invitation_late", rule=rule, facts={"day": f"{latest:%d/%m/%Y}"})
    if wanted.get("portal_too") and not facts.portal_too:
        return Refused("portal_missing", rule=rule)
    return Allowed(rule=rule)

"""Reads of the registry: the tree, and the look-up by name without diacritics."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Length

from tiepdan.agencies.models import Agency, LocalRule, Succession
from tiepdan.agencies.rules import LOCAL_DEFAULTS, LocalCode, subtree_end
from tiepdan.deadlines.calendar import Calendar
from tiepdan.deadlines.calendar_file import FIRST_YEAR, LAST_YEAR, national_calendar, year_calendar
from tiepdan.infra.folding import fold

LOOKUP_LIMIT: Final = 12
_LOCAL_RULES: Final = (
    "SELECT r.code, r.value, r.starts_on, r.reason, a.path FROM agencies_localrule r"
    " JOIN agencies_agency a ON a.id = r.agency_id"
    " WHERE a.path = ANY (%s) AND r.withdrawn_at IS NULL ORDER BY r.starts_on, r.id"
)
PAGE_SIZE: Final = 100
_OFFICES: Final = frozenset({"ubnd", "so", "ban", "thanh", "cong"})  # how names of bodies begin after a post


def look_up(
    *, text: str, on: date, limit: int = LOOKUP_LIMIT, receiving: bool = False, kinds: Collection[str] = ()
) -> list[Agency]:
    """List agencies in force whose name has every word typed (with or without diacritics) or whose code begins so.

    Who types the name of an agency that ended gets those that followed it, at the end of the list.
    Shorter names come first: who types "ubnd phuong hoa sen" means the committee, not a body of it.
    Cost: 2 queries over the registry (about 20,000 rows).
    """
    words = fold(text).split()
    if not words:
        return []
    named = Q()
    for word in words:
        named &= Q(folded_name__contains=word)
    found = Agency.objects.in_force(on=on).filter(named | Q(code__istartswith=text.strip()))
    if receiving:
        found = found.receiving()
    if kinds:
        found = found.filter(kind__in=kinds)
    rows = list(found.select_related("parent").order_by(Length("folded_name"), "path")[:limit])
    return rows + _followers(named, on=on, known=rows, limit=limit - len(rows), receiving=receiving, kinds=kinds)


def _followers(
    named: Q, *, on: date, known: Collection[Agency], limit: int, receiving: bool, kinds: Collection[str]
) -> list[Agency]:
    """List who followed the agencies that had this name and ended, each with `former_name` to show. Cost: 1 query."""
    if limit <= 0:
        return []
    ended = Agency.objects.filter(named, ends_before__lte=on)
    rows = (
        Succession.objects.filter(predecessor__in=ended, on__lte=on, successor__in=Agency.objects.in_force(on=on))
        .exclude(successor__in=[one.pk for one in known])
        .select_related("predecessor", "successor__parent")
        .order_by("predecessor__path", "pk")[:limit]
    )
    found: dict[int, Agency] = {}
    for row in rows:
        if row.successor is None or (receiving and not row.successor.receives):
            continue
        if not kinds or row.successor.kind in kinds:
            row.successor.former_name = row.predecessor.name  # type: ignore[attr-defined] # drawn by the look-up alone
            found.setdefault(row.successor.pk, row.successor)
    return list(found.values())


def by_name(*, text: str, on: date) -> Agency | None:
    """Return the one agency in force with exactly this name or code, or None when there is none or are several."""
    exact = Q(folded_name=fold(text)) | Q(code__iexact=text.strip())
    found = list(Agency.objects.in_force(on=on).filter(exact)[:2])
    return found[0] if len(found) == 1 else None


def agency_meant(*, text: str, on: date) -> Agency | None:
    """Return the agency that a respondent's description names: as written, or after a post ("Chủ tịch UBND xã …").

    Cost: 1 query for each beginning tried, 2 at most.
    """
    if not text.strip():
        return None
    words = text.split()
    office = next((place for place, word in enumerate(words) if fold(word) in _OFFICES), 0)
    return by_name(text=text, on=on) or (by_name(text=" ".join(words[office:]), on=on) if office else None)


def children(*, parent: Agency, on: date, with_ended: bool = False) -> QuerySet[Agency]:
    """Agencies directly under one, each with the number of its own children in force, by path."""
    below = Agency.objects.filter(parent=parent)
    if not with_ended:
        below = below.in_force(on=on)
    in_force = Q(children__starts_on__lte=on) & (
        Q(children__ends_before__isnull=True) | Q(children__ends_before__gt=on)
    )
    return below.annotate(below_count=Count("children", filter=in_force)).order_by("level", "path")


def found_below(*, path: str, text: str) -> list[Agency]:
    """List agencies under a path by words of their names, ended ones too. Cost: 1 query."""
    found = Agency.objects.below(path=path)
    for word in fold(text).split():
        found = found.filter(folded_name__contains=word)
    return list(found.select_related("parent").order_by(Length("folded_name"), "path")[:PAGE_SIZE])


def ancestors(*, agency: Agency) -> list[Agency]:
    """List the agencies above one, the highest first. Cost: 1 query."""
    size = agency.path.count("/")
    paths = ["/".join(agency.path.split("/")[: depth + 2]) + "/" for depth in range(size - 2)]
    return list(Agency.objects.filter(path__in=paths).order_by("path"))


def count_below(*, agency: Agency) -> int:
    """Count an agency and everything under it. Cost: 1 query, one range of the index."""
    return Agency.objects.filter(path__gte=agency.path, path__lt=subtree_end(agency.path)).count()


@dataclass(frozen=True, slots=True)
class LocalDefaults:
    """What a locality has set for itself, as values for counting and competence; hashable."""

    switches: tuple[tuple[LocalCode, date, str], ...] = ()  # nearest agency's, oldest first
    days_off: tuple[tuple[date, str], ...] = ()
    working_days: tuple[date, ...] = ()

    def value(self, code: LocalCode, *, on: date) -> str:
        """Return the value of a switch on a day: the latest set, else the house default."""
        found = [value for one, starts_on, value in self.switches if one is code and starts_on <= on]
        return found[-1] if found else LOCAL_DEFAULTS[code]

    @property
    def calendar(self) -> Calendar:
        """The calendar of the locality."""
        return _calendar(self, None)

    def calendar_by(self, *, rules: Path) -> Calendar:
        """The calendar of the locality by another folder of rules."""
        return _calendar(self, rules)


NATIONAL: Final = LocalDefaults()


def local_defaults(*, path: str) -> LocalDefaults:
    """Return what the agency with this path, or the nearest above it, has set. Cost: 1 query."""
    parts = path.strip("/").split("/")
    paths = [f"/{'/'.join(parts[:length])}/" for length in range(1, len(parts) + 1)]
    with connection.cursor() as cursor:  # asked by nearly every act
        cursor.execute(_LOCAL_RULES, [paths])
        return defaults_of(rows=cursor.fetchall())


def defaults_of(*, rows: Sequence[tuple[str, str, date, str, str]]) -> LocalDefaults:
    """Build what holds for an agency from what it and those above it have set.

    rows: code, value, first day, reason, path of the agency that set it; the oldest first
    """
    if not rows:
        return NATIONAL
    switches, days_off, working_days = [], {}, set()
    for code in LOCAL_DEFAULTS:
        set_here = [row for row in rows if row[0] == code]
        nearest = max((len(row[4]) for row in set_here), default=0)
        switches += [(code, row[2], row[1]) for row in set_here if len(row[4]) == nearest]
    for name, value, _, reason, _ in rows:
        if name == LocalCode.DAY_OFF:
            days_off[date.fromisoformat(value)] = reason
        elif name == LocalCode.WORKING_DAY:
            working_days.add(date.fromisoformat(value))
    return LocalDefaults(tuple(switches), tuple(sorted(days_off.items())), tuple(sorted(working_days)))


def local_rules_of(*, agency: Agency) -> list[LocalRule]:
    """List what applies to an agency, its own and that of those above, the latest first, withdrawn ones too."""
    paths = [agency.path, *(one.path for one in ancestors(agency=agency))]
    found = LocalRule.objects.filter(agency__path__in=paths).select_related("agency")
    return list(found.order_by("code", "-starts_on", "-pk"))


def successors(*, agency_id: int, on: date) -> list[Agency]:
    """List the agencies that carry on for one on a day, through several successions. Cost: 1 query per generation."""
    found: dict[int, Agency] = {}
    frontier = {agency_id}
    seen = set(frontier)
    while frontier:
        rows = Succession.objects.filter(predecessor__in=frontier, on__lte=on, successor__isnull=False)
        next_ones = [row.successor for row in rows.select_related("successor") if row.successor is not None]
        frontier = set()
        for agency in next_ones:
            if agency.pk in seen:
                continue
            seen.add(agency.pk)
            if agency.starts_on <= on and (agency.ends_before is None or on < agency.ends_before):
                found[agency.pk] = agency
            else:
                frontier.add(agency.pk)
    return sorted(found.values(), key=lambda one: one.path)


def successions_of(*, agency: Agency) -> list[Succession]:
    """List the successions an agency takes part in, either way, the latest first."""
    mine = Succession.objects.filter(Q(predecessor=agency) | Q(successor=agency))
    return list(mine.select_related("predecessor", "successor").order_by("-on", "pk"))


@lru_cache(maxsize=256)
def _calendar(defaults: LocalDefaults, rules: Path | None) -> Calendar:
    national = national_calendar(rules=rules)
    culture = {
        day: name
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for day, name in (year_calendar(year=year, rules=rules).culture_day if defaults.switches else {}).items()
        if defaults.value(LocalCode.CULTURE_DAY, on=day) == "yes"
    }
    if not (culture or defaults.days_off or defaults.working_days):
        return national
    return national.with_local_days(days_off={**culture, **dict(defaults.days_off)}, working_days=defaults.working_days)

"""The rulebook: every statutory period of rules/deadlines, found by id, alias or name and by the day in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tiepdan.deadlines.model import (
    Bound,
    Confidence,
    Direction,
    ExtensionLimit,
    OtherReading,
    Rule,
    RuleVersion,
    StartEvent,
    Stop,
    SuspensionKind,
    Unit,
    WhichDay,
)
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rule_file import RuleFile, Where, check_schema, read_rule_file
from tiepdan.deadlines.variants import COMPLEX, LENGTH_KEYS, SPECIALLY_COMPLEX
from tiepdan.infra.sentence import Sentence, in_row

ONE_DAY = timedelta(days=1)
_EXTENSION_MASKS = {"complex": COMPLEX, "specially_complex": SPECIALLY_COMPLEX}


class Rulebook:
    """All periods; immutable. An alias may name two rules as long as they are never in force together."""

    __slots__ = ("_by_name", "rules")

    def __init__(self, *, rules: Iterable[Rule]) -> None:
        self.rules: tuple[Rule, ...] = tuple(rules)
        by_name: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules:
            for name in (rule.id, rule.name, *rule.aliases):
                by_name[name] = (*by_name.get(name, ()), rule)
        self._by_name: Mapping[str, tuple[Rule, ...]] = MappingProxyType(by_name)

    def knows(self, name: str) -> bool:
        """Say whether an id, alias or name exists."""
        return name in self._by_name

    def named(self, rule_id: str) -> tuple[Rule, ...]:
        """Return the rules of that id, alias or name; more than one only for a shared alias.

        Raises RuleRefused: rule_unknown
        """
        found = self._by_name.get(rule_id)
        if found is None:
            near = get_close_matches(rule_id, self._by_name, n=1, cutoff=0.5)
            meant = self._by_name[near[0]][-1] if near else None
            parts = [Sentence("Không có quy tắc thời hạn “{asked}”.", {"asked": rule_id})]
            if meant is not None:
                parts.append(Sentence("Gần nhất: {rule} ({title}; {source}).", _named(meant, meant.versions[-1])))
            parts.append(Sentence("Hãy dùng mã như KN-5, KL-4, TC-6; xem danh sách bằng lệnh: tiepdan rules list."))
            raise RuleRefused(in_row(parts, between=" "), code="rule_unknown", rule=rule_id)
        return found

    def rule(self, rule_id: str) -> Rule:
        """Return the rule of that id, alias or name; of a shared alias the one in force latest.

        Raises RuleRefused: rule_unknown
        """
        return max(self.named(rule_id), key=lambda rule: rule.versions[-1].starts_on)

    def in_force(self, rule_id: str, *, on: date) -> tuple[Rule, RuleVersion]:
        """Return the rule and its value in force on a day.

        Raises RuleRefused: rule_unknown, rule_not_in_force (names the rule that was in force instead, if any)
        """
        found = self._by_name.get(rule_id) or self.named(rule_id)
        for rule in found:
            version = rule.version_on(on)
            if version is not None:
                return rule, version
        raise self._not_in_force(rule_id, found, on)

    def _not_in_force(self, rule_id: str, found: tuple[Rule, ...], on: date) -> RuleRefused:
        rule = found[0]
        first, last = rule.versions[0], rule.versions[-1]
        spans = {"first": f"{first.starts_on:%d/%m/%Y}", "asked": rule_id, "on": f"{on:%d/%m/%Y}"}
        refused = Sentence(
            "Quy tắc {asked} chưa có hoặc không còn hiệu lực vào ngày {on}: chỉ áp dụng từ ngày {first}.", spans
        )
        if last.ends_before is not None:
            refused = Sentence(
                "Quy tắc {asked} chưa có hoặc không còn hiệu lực vào ngày {on}: chỉ áp dụng từ ngày {first} đến ngày {last}.",
                {**spans, "last": f"{last.ends_before - ONE_DAY:%d/%m/%Y}"},
            )
        instead = self._stand_in(rule, on)
        if instead is None:
            hint = Sentence("Không có quy tắc nào khác cho việc này vào ngày đó.")
        else:
            hint = Sentence("Ngày đó áp dụng {rule} ({title}; {source}).", _named(*instead))
        return RuleRefused(
            in_row([refused, hint], between=" "),
            code="rule_not_in_force",
            rule=instead[0].id if instead else rule.id,
            facts={"on": on.isoformat(), "asked": rule_id},
        )

    def _stand_in(self, rule: Rule, on: date) -> tuple[Rule, RuleVersion] | None:
        """Find the rule sharing an alias with this one that is in force on the day."""
        for alias in rule.aliases:
            for other in self._by_name[alias]:
                version = other.version_on(on)
                if version is not None:
                    return other, version
        return None


@lru_cache(maxsize=8)
def load_rulebook(path: Path | None = None) -> Rulebook:
    """Read rules/deadlines of a folder of rules (default: TIEPDAN_RULES or the one beside the package); cached.

    Raises RuleFileError: a malformed file, named with line and what to write instead
    """
    folder = path or rules_path()
    schema_path = folder / "schemas" / "deadline.schema.json"
    rules: list[Rule] = []
    seen: dict[str, list[tuple[Rule, RuleFile, int]]] = {}
    for file in sorted((folder / "deadlines").glob("*.yaml")):
        rule_file = read_rule_file(path=file)
        check_schema(rule_file=rule_file, schema_path=schema_path)
        for index, entry in enumerate(rule_file.data):
            rule = _rule(rule_file, index, entry)
            _check_names(rule, rule_file, index, seen)
            rules.append(rule)
    book = Rulebook(rules=rules)
    _check_extension_rules(book, seen)
    return book


def _named(rule: Rule, version: RuleVersion) -> dict[str, str]:
    return {"rule": rule.id, "title": rule.title_vi, "source": version.source}


def rule_in_force(rule_id: str, *, on: date) -> RuleVersion:
    """Return the value of a rule in force on a day, from the default rulebook.

    Raises RuleRefused: rule_unknown, rule_not_in_force
    """
    return load_rulebook().in_force(rule_id, on=on)[1]


# Entries are `Any` below: the schema has checked their shape, and the dataclasses give them types.


def _rule(rule_file: RuleFile, index: int, entry: Any) -> Rule:
    starts = entry["starts"] if isinstance(entry["starts"], list) else [entry["starts"]]
    versions = _versions(rule_file, (index, "values"), entry)
    return Rule(
        id=entry["id"],
        aliases=tuple(entry.get("aliases", ())),
        name=entry["name"],
        title=entry["title"],
        title_vi=entry["title_vi"],
        starts=tuple(StartEvent(event) for event in starts),
        which_day=WhichDay(entry["which_day"]),
        direction=Direction(entry.get("direction", Direction.FORWARD)),
        bound=Bound(entry.get("bound", Bound.AT_MOST)),
        rolls=entry.get("rolls", True),
        confidence=Confidence(entry["confidence"]),
        stops=tuple(_stop(rule_file, (index, "stops", at), stop) for at, stop in enumerate(entry.get("stops", ()))),
        versions=versions,
        note=" ".join(entry.get("note", "").split()),
        started_by=entry.get("started_by", ""),
    )


def _versions(rule_file: RuleFile, where: Where, entry: Any) -> tuple[RuleVersion, ...]:
    """Read the values by date, each ending where the next begins; overlaps and gaps stated twice are faults."""
    starts = [_day(rule_file, (*where, text), text) for text in entry["values"]]
    if starts != sorted(starts):
        raise rule_file.error(
            where=where, problem=f"values of {entry['id']} are not in order of date", instead="Write the oldest first"
        )
    versions: list[RuleVersion] = []
    for place, (text, value) in enumerate(entry["values"].items()):
        next_start = starts[place + 1] if place + 1 < len(starts) else None
        ends_before = next_start
        if "ends" in value:
            last_day = _day(rule_file, (*where, text, "ends"), value["ends"])
            ends_before = last_day + ONE_DAY
            if last_day < starts[place] or (next_start is not None and ends_before > next_start):
                raise rule_file.error(
                    where=(*where, text, "ends"),
                    problem=f"'ends' {value['ends']} of {entry['id']} overlaps another value or comes before its own start",
                    instead=(
                        f"Write the last day in force, between {text} and {(next_start - ONE_DAY).isoformat()}"
                        if next_start
                        else f"Write a day not before {text}"
                    ),
                )
        if next_start is not None and ends_before is not None and ends_before < next_start:
            raise rule_file.error(
                where=(*where, text, "ends"),
                problem=f"no value of {entry['id']} from {ends_before.isoformat()} to {(next_start - ONE_DAY).isoformat()}",
                instead="Remove 'ends', or write the value in force between; a rule that was gone for a time is two rules",
            )
        versions.append(_version(rule_file, (*where, text), entry, value, starts[place], ends_before))
    return tuple(versions)


def _version(
    rule_file: RuleFile, where: Where, entry: Any, value: Any, starts_on: date, ends_before: date | None
) -> RuleVersion:
    if ("days" in value) == ("length" in value):
        raise rule_file.error(
            where=where,
            problem=f"value of {entry['id']} needs exactly one of 'days' and 'length'",
            instead="Write 'days: 7', or 'length: 1' when the unit is month, year or hour",
        )
    unit = Unit(value.get("unit", entry["unit"]))
    lengths = {mask: value[key] for key, mask in LENGTH_KEYS.items() if key in value}
    extensions = {
        kind: ExtensionLimit(rule=limit["rule"], times=limit["times"], days=limit["days"])
        for kind, limit in value.get("extensions", {}).items()
    }
    for kind in extensions:
        # Complexity lengthens by decided extensions only, so the flag itself keeps the ordinary length.
        lengths.setdefault(_EXTENSION_MASKS[kind], lengths[0])
    return RuleVersion(
        rule_id=entry["id"],
        starts_on=starts_on,
        ends_before=ends_before,
        unit=unit,
        lengths=MappingProxyType(lengths),
        source=value["source"],
        extensions=MappingProxyType(extensions),
        warn=_reading(value.get("warn")),
        other_reading=_reading(value.get("other_reading")),
        alarms=tuple(value.get("alarms", ())),
    )


def _reading(value: Any) -> OtherReading | None:
    if value is None:
        return None
    return OtherReading(length=value["days"], unit=Unit(value["unit"]), source=value["source"])


def _stop(rule_file: RuleFile, where: Where, stop: Any) -> Stop:
    return Stop(
        kind=SuspensionKind(stop["kind"]),
        counts=bool(stop.get("counts", False)),
        starts_on=_day(rule_file, (*where, "from"), stop["from"]),
        rule=stop["rule"],
        source=stop["source"],
    )


def _day(rule_file: RuleFile, where: Where, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise rule_file.error(
            where=where, problem=f"'{text}' is no day", instead="Write a day such as 2026-07-01"
        ) from error


def _check_names(
    rule: Rule, rule_file: RuleFile, index: int, seen: dict[str, list[tuple[Rule, RuleFile, int]]]
) -> None:
    """Refuse an id, name or alias already taken; an alias may be shared by rules never in force together."""
    for name in (rule.id, rule.name, *rule.aliases):
        for other, other_file, other_index in seen.get(name, []):
            shared_alias = name in rule.aliases and name in other.aliases
            if shared_alias and not _overlap(rule, other):
                continue
            first = f"{other_file.path.name}:{other_file.line((other_index,))}"
            raise rule_file.error(
                where=(index, "id"),
                problem=f"'{name}' of {rule.id} is already used by {other.id} ({first})",
                instead=(
                    "Let the two rules end and begin on different days, or keep the alias on one of them"
                    if shared_alias
                    else "Choose another id, name or alias, or merge the two entries"
                ),
            )
        seen.setdefault(name, []).append((rule, rule_file, index))


def _check_extension_rules(book: Rulebook, seen: Mapping[str, list[tuple[Rule, RuleFile, int]]]) -> None:
    for rule in book.rules:
        for version in rule.versions:
            for limit in version.extensions.values():
                if limit.rule not in seen:
                    _, rule_file, index = seen[rule.id][0]
                    raise rule_file.error(
                        where=(index, "values", version.starts_on.isoformat(), "extensions"),
                        problem=f"extension rule '{limit.rule}' of {rule.id} does not exist",
                        instead="Write the id of a rule in rules/deadlines, such as TC-7",
                    )


def _overlap(one: Rule, other: Rule) -> bool:
    return any(
        (a.ends_before is None or b.starts_on < a.ends_before)
        and (b.ends_before is None or a.starts_on < b.ends_before)
        for a in one.versions
        for b in other.versions
    )

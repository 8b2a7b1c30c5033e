"""Reads rules/procedures into procedures and stops at the first fault, naming file, line and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from tiepdan.cases.rules.checking import check_procedure
from tiepdan.cases.rules.guards.catalogue import GUARDS
from tiepdan.cases.rules.procedure import (
    Act,
    Confidence,
    Ground,
    GuardCall,
    LimitRef,
    Limits,
    Procedure,
    ProcedureKind,
    State,
)
from tiepdan.cases.rules.situation import Role
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFile, Where, check_schema, read_rule_file

# Parsed YAML: the schema has checked its shape, so values are read without a second check.
Row = Mapping[str, Any]

LIMIT_ENDS: Final = ("starts", "meets", "pauses", "resumes", "extends", "ends")


def load_procedures(*, folder: Path) -> tuple[Procedure, ...]:
    """Read every procedure of a rules folder, one per kind and period.

    folder: the rules/ folder.
    Raises RuleFileError: any fault in the files.
    """
    grounds = read_rule_file(path=folder / "procedures" / "grounds.yaml")
    return tuple(
        procedure
        for kind in ProcedureKind
        for procedure in load_procedure(
            path=folder / "procedures" / f"{kind}.yaml",
            grounds=grounds,
            schema=folder / "schemas" / "procedure.schema.json",
        )
    )


def load_procedure(*, path: Path, grounds: RuleFile, schema: Path) -> tuple[Procedure, ...]:
    """Read the versions of one procedure file.

    grounds: the read file of ground lists.
    Raises RuleFileError: any fault in the file.
    """
    source = read_rule_file(path=path)
    check_schema(rule_file=source, schema_path=schema)
    values: Row = source.data
    if values["kind"] not in list(ProcedureKind):
        raise source.error(
            where=("kind",),
            problem=f"unknown kind '{values['kind']}'",
            instead=f"Write one of {', '.join(ProcedureKind)}",
        )
    _check_periods(source=source, values=values)
    built = []
    for number in range(len(values["versions"])):
        procedure = _Builder(source=source, values=values, number=number, grounds=grounds).build()
        check_procedure(procedure=procedure, source=source)
        built.append(procedure)
    return tuple(built)


@cache
def _default_procedures() -> tuple[Procedure, ...]:
    return load_procedures(folder=rules_path())


def all_procedures() -> tuple[Procedure, ...]:
    """List the procedures of the program's own rules folder, read once."""
    return _default_procedures()


def _check_periods(*, source: RuleFile, values: Row) -> None:
    known = [version["period"] for version in values["versions"]]
    for number, version in enumerate(values["versions"]):
        place: Where = ("versions", number)
        starts = _day(source, (*place, "starts_on"), version["starts_on"])
        if "ends_before" in version and starts >= _day(source, (*place, "ends_before"), version["ends_before"]):
            raise source.error(where=place, problem="version ends before it starts", instead="Write ends_before later")
        if number and values["versions"][number - 1].get("ends_before", "9999") > version["starts_on"]:
            raise source.error(where=place, problem="versions overlap", instead="End the earlier version on this day")
        if number and values["versions"][number - 1].get("ends_before", "9999") < version["starts_on"]:
            raise source.error(
                where=place, problem="no version in force on the days before",
                instead="Begin on the day on which the earlier version ends",
            )  # fmt: skip
    for list_name in ("states", "acts"):
        for number, row in enumerate(values[list_name]):
            for period in row.get("only", ()):
                if period not in known:
                    raise source.error(
                        where=(list_name, number, "only"),
                        problem=f"unknown period '{period}'",
                        instead=f"Write some of {', '.join(known)}",
                    )


def _day(source: RuleFile, place: Where, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise source.error(where=place, problem=f"'{text}' is no day", instead="Write year-month-day") from error


class _Builder:
    """Builds one version of one file; holds what every step needs to point at a line."""

    def __init__(self, *, source: RuleFile, values: Row, number: int, grounds: RuleFile) -> None:
        self.source = source
        self.values = values
        self.version: Row = values["versions"][number]
        self.number = number
        self.grounds_source = grounds
        self.grounds: dict[str, tuple[Ground, ...]] = {}
        self.period: str = self.version["period"]
        self.all_states = {row["code"] for row in values["states"]}
        self.states: dict[str, State] = {}

    def build(self) -> Procedure:
        for number, row in enumerate(self.values["states"]):
            if self._is_in_force(row):
                self._add_state(("states", number), row)
        acts: dict[str, Act] = {}
        for number, row in enumerate(self.values["acts"]):
            if self._is_in_force(row):
                act = self._act(("acts", number), row)
                if act.code in acts:
                    raise self.source.error(
                        where=("acts", number, "code"),
                        problem=f"act '{act.code}' is written twice for {self.period}",
                        instead="Give it another code, or other periods under only",
                    )
                acts[act.code] = act
        ends = self.version.get("ends_before")
        return Procedure(
            kind=ProcedureKind(self.values["kind"]),
            title_vi=self.values["title_vi"],
            period=self.period,
            starts_on=date.fromisoformat(self.version["starts_on"]),
            ends_before=_day(self.source, ("versions", self.number, "ends_before"), ends) if ends else None,
            states=self.states,
            acts=acts,
            grounds=self.grounds,
        )

    def _is_in_force(self, row: Row) -> bool:
        return "only" not in row or self.period in row["only"]

    def _add_state(self, place: Where, row: Row) -> None:
        if row["code"] in self.states:
            raise self.source.error(
                where=(*place, "code"), problem=f"state '{row['code']}' is written twice", instead="Keep one of the two"
            )
        self.states[row["code"]] = State(
            code=row["code"],
            title_vi=row["title_vi"],
            citizen_vi=row["citizen_vi"],
            is_start=row.get("is_start", False),
            is_end=row.get("is_end", False),
            is_active=row.get("is_active", False),
            clocks=tuple(row.get("clocks", ())),
            next_acts=tuple(row.get("next", ())),
        )

    def _act(self, place: Where, row: Row) -> Act:
        listed = self._ground_list((*place, "grounds"), row["grounds"]) if "grounds" in row else ()
        return Act(
            code=row["code"],
            row=row["row"],
            title_vi=row["title_vi"],
            from_states=self._from_states((*place, "from"), row["from"]),
            to=self._target((*place, "to"), row["to"]),
            side_action=row.get("side_action", False),
            who=tuple(self._role((*place, "who", number), name) for number, name in enumerate(row["who"])),
            guards=self._guards((*place, "guards"), row.get("guards", ())),
            documents=tuple(row.get("documents", ())),
            limits=self._limits((*place, "limits"), row.get("limits", {})),
            recipients=tuple(row.get("recipients", ())),
            grounds=listed,
            reason_required=row.get("reason_required", False),
            article=row["article"],
            confidence=Confidence(row["confidence"]),
        )

    def _from_states(self, place: Where, names: str | Sequence[str]) -> tuple[str, ...]:
        groups: Row = self.values.get("groups", {})
        if isinstance(names, str):
            if names not in groups:
                raise self.source.error(
                    where=place,
                    problem=f"unknown group '{names}'",
                    instead=f"Write one of {', '.join(groups)} or a list",
                )
            place, names = ("groups", names), groups[names]
        for number, name in enumerate(names):
            self._known_state((*place, number), name)
        # A state that only another period knows is left out; an act left without any is a fault.
        here = tuple(name for name in names if name in self.states)
        if names and not here:
            raise self.source.error(
                where=place,
                problem=f"no state of {self.period} is left",
                instead="Give the act the periods of its states",
            )
        return here

    def _known_state(self, place: Where, name: str) -> None:
        if name not in self.all_states:
            raise self.source.error(
                where=place,
                problem=f"unknown state '{name}'",
                instead=f"Write one of {', '.join(sorted(self.all_states))}",
            )

    def _target(self, place: Where, name: str) -> str:
        if name in ("same", "previous"):
            return name
        self._known_state(place, name)
        if name not in self.states:
            raise self.source.error(
                where=place,
                problem=f"state '{name}' does not exist in {self.period}",
                instead="Limit the act with only",
            )
        return name

    def _role(self, place: Where, name: str) -> Role:
        if name not in list(Role):
            raise self.source.error(
                where=place, problem=f"unknown role '{name}'", instead=f"Write one of {', '.join(Role)}"
            )
        return Role(name)

    def _guards(self, place: Where, rows: Sequence[str | Row], source: RuleFile | None = None) -> tuple[GuardCall, ...]:
        return tuple(self._guard((*place, number), row, source or self.source) for number, row in enumerate(rows))

    def _guard(self, place: Where, row: str | Row, source: RuleFile) -> GuardCall:
        given = {} if isinstance(row, str) else {key: value for key, value in row.items() if key != "name"}
        name: str = row if isinstance(row, str) else row["name"]
        if name not in GUARDS:
            raise source.error(
                where=place, problem=f"unknown guard '{name}'", instead=f"Write one of {', '.join(sorted(GUARDS))}"
            )
        wanted = GUARDS[name].settings
        if set(given) != set(wanted):
            raise source.error(
                where=place,
                problem=f"guard '{name}' has settings {sorted(given)}",
                instead=f"Write exactly {sorted(wanted)}",
            )
        if "list" in given:
            self._ground_list(place, str(given["list"]))
        return GuardCall(name=name, settings=tuple(given.items()))

    def _ground_list(self, place: Where, name: str) -> tuple[Ground, ...]:
        if name in self.grounds:
            return self.grounds[name]
        lists: Row = self.grounds_source.data
        if name not in lists:
            raise self.source.error(
                where=place, problem=f"unknown list of grounds '{name}'", instead="Add the list to grounds.yaml"
            )
        rows: Sequence[Row] = lists[name]
        self.grounds[name] = tuple(
            self._ground((name, number), row) for number, row in enumerate(rows) if self._is_in_force(row)
        )
        return self.grounds[name]

    def _ground(self, place: Where, row: Row) -> Ground:
        known = {"code", "title_vi", "article", "confidence", "guards", "only"}
        if not {"code", "title_vi", "article", "confidence"} <= set(row) <= known:
            raise self.grounds_source.error(
                where=place, problem=f"ground has keys {sorted(row)}", instead=f"Write only {sorted(known)}"
            )
        return Ground(
            code=row["code"],
            title_vi=row["title_vi"],
            article=row["article"],
            confidence=Confidence(row["confidence"]),
            guards=self._guards((*place, "guards"), row.get("guards", ()), self.grounds_source),
        )

    def _limits(self, place: Where, row: Row) -> Limits:
        return Limits(**{end: self._limit_refs((*place, end), row.get(end, ())) for end in LIMIT_ENDS})

    def _limit_refs(self, place: Where, rows: Sequence[str | Row]) -> tuple[LimitRef, ...]:
        return tuple(
            LimitRef(rule=row)
            if isinstance(row, str)
            else LimitRef(rule=row["rule"], when=self._guard((*place, number, "when"), row["when"], self.source))
            for number, row in enumerate(rows)
        )

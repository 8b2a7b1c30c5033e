"""Whose competence a complaint or a denunciation is: the dated decision tables of rules/competence.

An answer names the settler and how to find the agency from the subject's own (`settler_relation`), so that a caller
with the tree of agencies gets the concrete one. Which day's table applies: the day of acceptance (TR-4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from tiepdan.deadlines.model import Confidence
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rule_file import RuleFile, check_schema, read_rule_file
from tiepdan.infra.sentence import Sentence, in_row


class MatterKind(StrEnum):
    """What the tables decide on."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"


class Stage(StrEnum):
    """Which settlement; a denunciation has one only."""

    FIRST = "first"
    SECOND = "second"
    SINGLE = "single"  # denunciations


class SettlerRelation(StrEnum):
    """How the settler stands to the agency or person complained about."""

    SAME_HEAD = "same_head"  # head of that agency itself
    MANAGING_HEAD = "managing_head"  # head of the agency directly managing the person now
    DIRECT_SUPERIOR_HEAD = "direct_superior_head"  # head of the agency directly above
    MANAGING_AGENCY_HEAD = "managing_agency_head"  # head of the state agency managing the unit
    COMMUNE_CHAIR = "commune_chair"  # chairman of the commune People's Committee above
    SUCCESSOR_COMMUNE_CHAIR = "successor_commune_chair"  # chairman of the commune that took over from the district
    DISTRICT_CHAIR = "district_chair"  # chairman of the district People's Committee above, until 30/06/2025
    PROVINCE_CHAIR = "province_chair"  # chairman of the provincial People's Committee above
    PROVINCIAL_AGENCY_HEAD = "provincial_agency_head"  # head of the provincial agency above or itself
    MINISTER = "minister"  # minister of the ministry above or itself
    MINISTER_OF_SECTOR = "minister_of_sector"  # minister in charge of the field of the content
    MINISTER_OF_HOME_AFFAIRS = "minister_of_home_affairs"
    PRIME_MINISTER = "prime_minister"
    FORMER_HEAD = "former_head"  # head of the agency at the time of the act
    FORMER_SUPERIOR_HEAD = "former_superior_head"  # head above the agency at the time of the act
    BRANCH_HEAD = "branch_head"  # the one head of the branch
    BRANCH_HEAD_BY_LEVEL = "branch_head_by_level"  # head of the branch at the level the law names
    STANDING_BODY = "standing_body"  # standing body of the assembly or council
    APPROVING_AUTHORITY = "approving_authority"  # who approves the election
    AGENCY_OF_FIELD = "agency_of_field"  # agency with the state-management function
    AGREED_OR_ASSIGNED = "agreed_or_assigned"  # agreed between bodies, or assigned by the superior
    FIRST_TO_ACCEPT = "first_to_accept"
    DESIGNATED = "designated"  # named by a decision
    COURT_ONLY = "court_only"  # nobody: a lawsuit remains


@dataclass(frozen=True, slots=True)
class CompetenceAnswer:
    """Who settles."""

    against: str  # code of the subject
    stage: Stage
    settler: str  # code of rules/competence/settlers.yaml
    settler_relation: SettlerRelation
    title_vi: str  # the settler in words
    article: str
    period: str  # P0, P1, P2
    confidence: Confidence
    note: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose decision or act: one row of a decision table."""

    code: str
    title: str  # English
    title_vi: str
    agency_kinds: tuple[str, ...]  # kinds of agency it is found in; empty: any
    posts: tuple[str, ...]  # head, deputy, staff, body …; empty: any
    rows: tuple[str, ...] = ()  # rows of the law page


@dataclass(frozen=True, slots=True)
class _Answer:
    starts_on: date
    ends_before: date | None
    value: CompetenceAnswer

    def applies(self, on: date) -> bool:
        return self.starts_on <= on and (self.ends_before is None or on < self.ends_before)


@dataclass(frozen=True, slots=True)
class CompetenceTable:
    """The decision table of one kind of matter."""

    kind: MatterKind
    subjects: Mapping[str, Subject]
    answers: Mapping[str, tuple[_Answer, ...]]


def settle_competence(
    *, kind: MatterKind | str, against: str, on: date, stage: Stage | str = Stage.FIRST, rules: Path | None = None
) -> CompetenceAnswer:
    """Return who settles a matter.

    kind: complaint or denunciation
    against: code of the subject, see `list_subjects`
    on: day whose table applies: the day of acceptance (TR-4)
    stage: first or second; a denunciation has one settlement, so `second` is refused
    Raises RuleRefused: matter_kind_unknown, stage_unknown, subject_unknown, competence_not_in_force, no_second_stage
    """
    table = load_competence(kind=_kind(kind), rules=rules)
    wanted = _stage(table.kind, stage)
    if against not in table.subjects:
        raise RuleRefused(
            Sentence(
                "Không có mã đối tượng “{against}” trong bảng thẩm quyền. Hãy dùng một trong các mã: {known}.",
                {"against": against, "known": ", ".join(table.subjects)},
            ),
            code="subject_unknown",
            facts={"against": against},
        )
    subject = table.subjects[against]
    candidates = [one for one in table.answers[against] if one.value.stage is wanted]
    for one in candidates:
        if one.applies(on):
            return one.value
    if any(one.applies(on) for one in table.answers[against]):
        sentence = Sentence(
            "“{title}” chỉ có giải quyết lần đầu theo bảng thẩm quyền; không có lần hai.", {"title": subject.title_vi}
        )
        raise RuleRefused(sentence, code="no_second_stage", facts={"against": against})
    raise _not_in_force(table, subject, candidates, on)


def list_subjects(*, kind: MatterKind | str, on: date | None = None, rules: Path | None = None) -> tuple[Subject, ...]:
    """List the subjects of a kind of matter; with a day, only those with an answer on it."""
    table = load_competence(kind=_kind(kind), rules=rules)
    return tuple(
        subject
        for subject in table.subjects.values()
        if on is None or any(one.applies(on) for one in table.answers[subject.code])
    )


def answers_of(
    *, kind: MatterKind | str, against: str, rules: Path | None = None
) -> tuple[tuple[date, date | None, CompetenceAnswer], ...]:
    """List every answer for a subject: first day, first day no longer in force, who settles."""
    table = load_competence(kind=_kind(kind), rules=rules)
    return tuple((one.starts_on, one.ends_before, one.value) for one in table.answers[against])


def subjects_for(
    *, kind: MatterKind | str, agency_kind: str, post: str, on: date, rules: Path | None = None
) -> tuple[Subject, ...]:
    """List the rows that name a post in a kind of agency, first the ones the table states first."""
    return tuple(
        subject
        for subject in list_subjects(kind=kind, on=on, rules=rules)
        if agency_kind in subject.agency_kinds and post in subject.posts
    )


@lru_cache(maxsize=8)
def load_competence(*, kind: MatterKind, rules: Path | None = None) -> CompetenceTable:
    """Read the table of a kind of matter; cached.

    Raises RuleFileError: a malformed file, an unknown period or settler, two answers for one day
    """
    folder = rules or rules_path()
    rule_file = read_rule_file(path=folder / "competence" / f"{kind.value}.yaml")
    check_schema(rule_file=rule_file, schema_path=folder / "schemas" / "competence.schema.json")
    settlers = read_rule_file(path=folder / "competence" / "settlers.yaml").data
    periods = _periods(rule_file)
    subjects: dict[str, Subject] = {}
    answers: dict[str, tuple[_Answer, ...]] = {}
    for index, entry in enumerate(rule_file.data["subjects"]):
        code = entry["code"]
        if code in subjects:
            raise rule_file.error(
                where=("subjects", index, "code"), problem=f"code '{code}' is used twice", instead="Choose another code"
            )
        subjects[code] = Subject(
            code=code,
            title=entry["title"],
            title_vi=entry["title_vi"],
            agency_kinds=tuple(entry.get("agency_kinds", ())),
            posts=tuple(entry.get("posts", ())),
            rows=tuple(entry["rows"]),
        )
        answers[code] = _answers(rule_file, index, entry, periods, settlers)
    return CompetenceTable(kind=kind, subjects=subjects, answers=answers)


# Entries are `Any` below: the schema has checked their shape, and the dataclasses give them types.


def _periods(rule_file: RuleFile) -> dict[str, tuple[date, date | None]]:
    result: dict[str, tuple[date, date | None]] = {}
    for name, span in rule_file.data["periods"].items():
        ends = date.fromisoformat(span["ends"]) + timedelta(days=1) if "ends" in span else None
        result[name] = (date.fromisoformat(span["starts"]), ends)
    names = list(result)
    for one, other in pairwise(names):
        if result[one][1] != result[other][0]:
            raise rule_file.error(
                where=("periods", other, "starts"),
                problem=f"period {other} does not begin on the day after the last of {one}",
                instead=f"Write 'ends' of {one} and 'starts' of {other} as two days that follow each other",
            )
    return result


def _answers(
    rule_file: RuleFile,
    index: int,
    entry: Any,
    periods: Mapping[str, tuple[date, date | None]],
    settlers: Mapping[str, str],
) -> tuple[_Answer, ...]:
    result: list[_Answer] = []
    for at, answer in enumerate(entry["answers"]):
        where = ("subjects", index, "answers", at)
        if answer["settler"] not in settlers:
            raise rule_file.error(
                where=where,
                problem=f"settler '{answer['settler']}' has no words",
                instead="Write it in rules/competence/settlers.yaml, or use a code from there",
            )
        for period in answer["periods"]:
            if period not in periods:
                raise rule_file.error(
                    where=where,
                    problem=f"period '{period}' is not defined",
                    instead=f"Write one of: {', '.join(periods)}",
                )
            one = _answer(entry["code"], answer, period, periods[period], settlers)
            if one is None:
                continue
            if any(_clash(one, other) for other in result):
                raise rule_file.error(
                    where=where,
                    problem=f"second answer for {entry['code']}, stage {answer['stage']}, in {period}",
                    instead="Keep one answer for each stage and period",
                )
            result.append(one)
    return tuple(result)


def _answer(
    code: str, answer: Any, period: str, span: tuple[date, date | None], settlers: Mapping[str, str]
) -> _Answer | None:
    starts_on, ends_before = span
    if "starts" in answer:
        starts_on = max(starts_on, date.fromisoformat(answer["starts"]))
    if ends_before is not None and starts_on >= ends_before:
        return None
    return _Answer(
        starts_on=starts_on,
        ends_before=ends_before,
        value=CompetenceAnswer(
            against=code,
            stage=Stage(answer["stage"]),
            settler=answer["settler"],
            settler_relation=SettlerRelation(answer["relation"]),
            title_vi=settlers[answer["settler"]],
            article=answer["source"],
            period=period,
            confidence=Confidence(answer["confidence"]),
            note=answer.get("note", ""),
        ),
    )


def _clash(one: _Answer, other: _Answer) -> bool:
    return (
        one.value.stage is other.value.stage
        and (other.ends_before is None or one.starts_on < other.ends_before)
        and (one.ends_before is None or other.starts_on < one.ends_before)
    )


def _kind(kind: MatterKind | str) -> MatterKind:
    try:
        return MatterKind(kind)
    except ValueError as error:
        raise RuleRefused(
            Sentence(
                "Không có bảng thẩm quyền cho loại “{kind}”. Hãy dùng: {known}.",
                {"kind": str(kind), "known": ", ".join(MatterKind)},
            ),
            code="matter_kind_unknown",
        ) from error


def _stage(kind: MatterKind, stage: Stage | str) -> Stage:
    try:
        wanted = Stage(stage)
    except ValueError as error:
        raise RuleRefused(
            Sentence("Không có lần giải quyết “{stage}”. Hãy dùng: first, second.", {"stage": str(stage)}),
            code="stage_unknown",
        ) from error
    if kind is MatterKind.COMPLAINT:
        return Stage.FIRST if wanted is Stage.SINGLE else wanted
    if wanted is Stage.SECOND:
        raise RuleRefused(
            Sentence(
                "Tố cáo không có giải quyết lần hai. Tố cáo tiếp do người đứng đầu cấp trên trực tiếp xem xét (TC-17)."
            ),
            code="no_second_stage",
            rule="TC-17",
        )
    return Stage.SINGLE


def _not_in_force(table: CompetenceTable, subject: Subject, candidates: list[_Answer], on: date) -> RuleRefused:
    one_day = timedelta(days=1)
    spans = [
        Sentence(
            "{period} từ {first} đến {last}",
            {
                "period": one.value.period,
                "first": f"{one.starts_on:%d/%m/%Y}",
                "last": f"{one.ends_before - one_day:%d/%m/%Y}",
            },
        )
        if one.ends_before
        else Sentence("{period} từ {first}", {"period": one.value.period, "first": f"{one.starts_on:%d/%m/%Y}"})
        for one in candidates
    ]
    others = [
        code
        for code, answers in table.answers.items()
        if code != subject.code and any(one.applies(on) for one in answers)
    ]
    return RuleRefused(
        Sentence(
            "Ngày {on} bảng thẩm quyền không có dòng “{title}” ({code}); dòng này chỉ áp dụng: {spans}. "
            "Các mã áp dụng ngày đó: {others}.",
            {
                "on": f"{on:%d/%m/%Y}",
                "title": subject.title_vi,
                "code": subject.code,
                "spans": in_row(spans, between="; ") if spans else Sentence("không rõ"),
                "others": ", ".join(others) if others else Sentence("không có"),
            },
        ),
        code="competence_not_in_force",
        facts={"against": subject.code, "on": on.isoformat()},
    )

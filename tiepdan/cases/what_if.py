"""What would change: changed rules tried on stored submissions and cases before they go live. Reads only.

Each stored limit, window and settler is worked out twice from the same facts, by the rules in use and by the changed
ones, so that only the change of the rules shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

from tiepdan.agencies.queries import LocalDefaults, local_defaults
from tiepdan.agencies.rules import LocalCode
from tiepdan.cases.models import Case
from tiepdan.cases.rules.law_day import REFORM_ON
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.deadlines.calendar_file import FIRST_YEAR, LAST_YEAR, national_calendar, year_calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.model import Unit
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rulebook import Rulebook, load_rulebook
from tiepdan.deadlines.storage import from_json
from tiepdan.deadlines.variants import COMPLEX, DISMISSAL, REMOTE, SEVERAL_PLACES, SPECIALLY_COMPLEX
from tiepdan.infra.sentence import Sentence
from tiepdan.matters.models import Clock, Participation
from tiepdan.matters.rules import ClockStatus
from tiepdan.routing.rules.competence import MatterKind, Stage, answers_of, load_competence, settle_competence
from tiepdan.submissions.models import Submission

_CHUNK: Final = 2000
T = TypeVar("T")
_UNITS: Final = {
    Unit.CALENDAR_DAY: "ngày", Unit.WORKING_DAY: "ngày làm việc", Unit.MONTH: "tháng", Unit.YEAR: "năm", Unit.HOUR: "giờ",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rules give: a last day or a settler, in words, with its article."""

    due: date | None
    sentence: Sentence
    source: str

    @property
    def text(self) -> str:
        """The words in Vietnamese."""
        return str(self.sentence)


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would be otherwise."""

    subject: str  # deadline, window, competence
    code: str  # of the submission
    rule: str  # id of the limit, or code of the row of competence
    title: str
    on: date  # the day whose law was asked
    open: bool  # still running, or not yet closed
    before: Outcome
    after: Outcome


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule that reads otherwise in the changed folder."""

    subject: str  # deadline, competence, calendar
    id: str
    title: str
    change: str  # added, removed, changed


@dataclass(slots=True)
class Trial:
    """What was tried and what came out."""

    rules: tuple[RuleChange, ...] = ()
    deadlines: int = 0
    windows: int = 0
    submissions: int = 0
    unreadable: int = 0  # stored limits that do not say how they were counted
    complete: bool = True  # False: there are more stored limits or submissions than were asked for
    differences: list[Difference] = field(default_factory=list)

    def of(self, subject: str) -> list[Difference]:
        """Return the differences of one subject."""
        return [one for one in self.differences if one.subject == subject]


def try_rules(*, folder: Path, agency_path: str = "", limit: int | None = None) -> Trial:
    """Work out stored limits, windows and settlers by the rules in use and by those of a folder.

    agency_path: only of this agency and those below
    limit: at most so many limits, cases and submissions each, the newest first; None: all
    Returns: what would be otherwise, of what the caller may read. Nothing is written.
    Raises RuleFileError: the changed rules do not hold together
    Cost: 3 queries and one for each agency; about 30 microseconds for a limit
    """
    book = load_rulebook(folder)
    for kind in MatterKind:
        load_competence(kind=kind, rules=folder)
    national_calendar(rules=folder)
    trial = Trial(rules=changed_rules(folder=folder))
    if not trial.rules:
        return trial
    desk = _Desk(folder=folder, book=book, trial=trial)
    moved = {one.id for one in trial.rules if one.subject == "deadline"}
    everything = any(one.subject == "calendar" for one in trial.rules)
    desk.clocks(agency_path=agency_path, limit=limit, wanted=None if everything else moved)
    desk.windows(agency_path=agency_path, limit=limit)
    if any(one.subject == "competence" for one in trial.rules):
        desk.settlers(agency_path=agency_path, limit=limit)
    return trial


def changed_rules(*, folder: Path) -> tuple[RuleChange, ...]:
    """List the limits, rows of competence and years that read otherwise in another folder of rules."""
    ours, theirs = load_rulebook(), load_rulebook(folder)
    found = _compared(
        "deadline",
        {one.id: (one.title_vi, one) for one in ours.rules},
        {one.id: (one.title_vi, one) for one in theirs.rules},
    )
    found += _compared("competence", _competence_of(rules_path()), _competence_of(folder))
    found += _compared("calendar", _years_of(None), _years_of(folder))
    return tuple(found)


def _compared(
    subject: str, old: Mapping[str, tuple[str, object]], new: Mapping[str, tuple[str, object]]
) -> list[RuleChange]:
    found = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            found.append(RuleChange(subject, name, new[name][0], "added"))
        elif name not in new:
            found.append(RuleChange(subject, name, old[name][0], "removed"))
        elif old[name] != new[name]:
            found.append(RuleChange(subject, name, new[name][0], "changed"))
    return found


def _competence_of(folder: Path) -> dict[str, tuple[str, object]]:
    return {
        f"{kind.value}/{code}": (subject.title_vi, answers_of(kind=kind, against=code, rules=folder))
        for kind in MatterKind
        for code, subject in load_competence(kind=kind, rules=folder).subjects.items()
    }


def _years_of(folder: Path | None) -> dict[str, tuple[str, object]]:
    """The reviewed years; computed ones are the same in every folder."""
    place = (folder or rules_path()) / "calendars"
    return {
        str(year): (f"Lịch nghỉ năm {year}", year_calendar(year=year, rules=folder))
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        if (place / f"{year}.yaml").exists()
    }


@dataclass(slots=True)
class _Desk:
    """Works things out twice and keeps what differs."""

    folder: Path
    book: Rulebook
    trial: Trial
    locals: dict[str, LocalDefaults] = field(default_factory=dict)

    def clocks(self, *, agency_path: str, limit: int | None, wanted: set[str] | None) -> None:
        found = Clock.objects.filter(agency_path__startswith=agency_path) if agency_path else Clock.objects.all()
        if wanted is not None:
            found = found.filter(rule_id__in=wanted)
        rows = self._some(found.order_by("-pk"), limit)
        for clocks in _chunks(rows):
            codes = _codes(clocks)
            for clock in clocks:
                self.trial.deadlines += 1
                self._compare(
                    "deadline", codes.get((clock.matter_id, clock.agency_id), ""), clock.explanation, clock.agency_path,
                    is_open=clock.status in {ClockStatus.OPEN, ClockStatus.PAUSED},
                )  # fmt: skip

    def windows(self, *, agency_path: str, limit: int | None) -> None:
        found = Case.objects.exclude(windows={}).select_related("agency").order_by("-pk")
        if agency_path:
            found = found.filter(agency__path__startswith=agency_path)
        for case in self._some(found, limit):
            for stored in case.windows.values():
                self.trial.windows += 1
                self._compare("window", case.code, stored, case.agency.path, is_open=case.closed_on is None)

    def settlers(self, *, agency_path: str, limit: int | None) -> None:
        found = Submission.objects.exclude(against_code="").filter(kind__in=[kind.value for kind in MatterKind])
        if agency_path:
            found = found.filter(agency__path__startswith=agency_path)
        rows = self._some(found.select_related("agency").order_by("-pk"), limit)
        for submissions in _chunks(rows):
            numbers = [one.pk for one in submissions]
            cases = {one.submission_id: one for one in Case.objects.filter(submission_id__in=numbers).order_by("pk")}
            for submission in submissions:
                self.trial.submissions += 1
                self._compare_settler(submission, cases.get(submission.pk))

    def _some(self, rows: Any, limit: int | None) -> Iterator[Any]:  # rows of one table
        if limit is None:
            yield from rows.iterator(chunk_size=_CHUNK)
            return
        found = list(rows[: limit + 1])
        self.trial.complete = self.trial.complete and len(found) <= limit
        yield from found[:limit]

    def _compare(self, subject: str, code: str, stored: Mapping[str, Any], path: str, *, is_open: bool) -> None:
        try:
            deadline = from_json(data=stored)
        except (KeyError, ValueError):
            self.trial.unreadable += 1
            return
        local = self._local(path)
        on = law_day_of(deadline=deadline)
        before = _outcome(lambda: _again(deadline, on, local, None, None))
        after = _outcome(lambda: _again(deadline, on, local, self.book, self.folder))
        if before != after:
            self.trial.differences.append(
                Difference(subject, code, deadline.rule_id, deadline.title_vi, on, is_open, before, after)
            )

    def _compare_settler(self, submission: Submission, case: Case | None) -> None:
        on = self._settlers_day(submission, case)
        second = case is not None and case.procedure == ProcedureKind.SECOND_COMPLAINT
        stage = Stage.SECOND if second and submission.kind == MatterKind.COMPLAINT else Stage.FIRST
        before = _settler(submission, stage, on, None)
        after = _settler(submission, stage, on, self.folder)
        if before != after:
            self.trial.differences.append(
                Difference(
                    "competence", submission.code, f"{submission.kind}/{submission.against_code}",
                    "Người có thẩm quyền giải quyết", on, case is None or case.closed_on is None, before, after,
                )
            )  # fmt: skip

    def _settlers_day(self, submission: Submission, case: Case | None) -> date:
        """The day of acceptance, of receipt while not accepted, or as the locality chose. Rule: TR-4"""
        accepted = case.accepted_on if case is not None else None
        if accepted is None or submission.received_on >= REFORM_ON or accepted < REFORM_ON:
            return accepted or submission.received_on
        chosen = self._local(submission.agency.path).value(LocalCode.STRADDLING_COMPETENCE, on=accepted)
        return submission.received_on if chosen == "receipt" else accepted

    def _local(self, path: str) -> LocalDefaults:
        if path not in self.locals:
            self.locals[path] = local_defaults(path=path)
        return self.locals[path]


def law_day_of(*, deadline: Deadline) -> date:
    """The day whose law a stored limit was counted by: its start, unless the law of another day applied."""
    book = load_rulebook()
    if book.knows(deadline.rule_id):
        version = book.rule(deadline.rule_id).version_on(deadline.start)
        if version is not None and version.starts_on != deadline.version:
            return deadline.version
    return max(deadline.start, deadline.version)


def _again(deadline: Deadline, on: date, local: LocalDefaults, book: Rulebook | None, folder: Path | None) -> Deadline:
    marks = deadline.variants
    return count(
        rule_id=deadline.rule_id, start=deadline.start, on=on, rulebook=book,
        calendar=local.calendar if folder is None else local.calendar_by(rules=folder),
        complex=bool(marks & COMPLEX), specially_complex=bool(marks & SPECIALLY_COMPLEX), remote=bool(marks & REMOTE),
        several_places=bool(marks & SEVERAL_PLACES), dismissal=bool(marks & DISMISSAL),
        suspensions=(*deadline.suspensions, *deadline.passed_over), extensions=deadline.extensions,
    )  # fmt: skip


def _outcome(counted: Callable[[], Deadline]) -> Outcome:
    try:
        found = counted()
    except RuleRefused as refusal:
        return Outcome(None, refusal.sentence, "")
    words = Sentence("{length} {unit}", {"length": str(found.length), "unit": _UNITS[found.unit]})
    return Outcome(found.rolled_due, words, found.source)


def _settler(submission: Submission, stage: Stage, on: date, folder: Path | None) -> Outcome:
    try:
        found = settle_competence(
            kind=submission.kind, against=submission.against_code, on=on, stage=stage, rules=folder
        )
    except RuleRefused as refusal:
        return Outcome(None, refusal.sentence, "")
    return Outcome(None, Sentence(found.title_vi), found.article)


def _codes(clocks: list[Clock]) -> dict[tuple[int, int], str]:
    lines = Participation.objects.filter(matter_id__in={one.matter_id for one in clocks})
    return {(matter, agency): code for matter, agency, code in lines.values_list("matter_id", "agency_id", "code")}


def _chunks(rows: Iterable[T]) -> Iterator[list[T]]:
    kept: list[T] = []
    for row in rows:
        kept.append(row)
        if len(kept) == _CHUNK:
            yield kept
            kept = []
    if kept:
        yield kept

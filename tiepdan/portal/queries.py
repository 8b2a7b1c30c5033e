"""What the portal shows: agencies to choose from, and one matter in words for its citizen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import models
from django.utils.translation import gettext as _

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import local_defaults
from tiepdan.agencies.rules import AgencyKind
from tiepdan.cases.models import Case, Step
from tiepdan.cases.rules.law_day import NoProcedureInForce
from tiepdan.cases.rules.procedure import Procedure, State
from tiepdan.cases.situations import procedure_of
from tiepdan.deadlines.explanation import Step as CountedDay
from tiepdan.deadlines.screen import state, working_days_left
from tiepdan.deadlines.storage import from_json
from tiepdan.documents.access import shows_identity
from tiepdan.documents.models import Delivery, PaperStatus
from tiepdan.infra.collation import order_key
from tiepdan.infra.folding import fold
from tiepdan.matters.models import Clock, Participation
from tiepdan.matters.rules import Capacity, ClockStatus
from tiepdan.portal.actions import ADDRESSED_TO_CITIZEN
from tiepdan.privacy.queries import destruction_of
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import Signing, SubmissionStatus

MOST_AGENCIES: Final = 60
MOST_ENDED: Final = 5
_COMMITTEES: Final = (AgencyKind.COMMUNE_COMMITTEE, AgencyKind.DISTRICT_COMMITTEE, AgencyKind.PROVINCIAL_COMMITTEE)
_STATUS_WORDS: Final = {
    SubmissionStatus.RECEIVED: ("info", "Cơ quan đã nhận đơn và đang xem xét"),
    SubmissionStatus.SCREENED: ("info", "Cơ quan đang kiểm tra điều kiện của đơn"),
    SubmissionStatus.PROPOSED: ("info", "Cán bộ đã đề xuất cách xử lý, đang chờ thủ trưởng quyết định"),
    SubmissionStatus.ACCEPTED: ("good", "Cơ quan đã thụ lý và bắt đầu giải quyết"),
    SubmissionStatus.REFUSED: ("neutral", "Đơn không được thụ lý; lý do nêu trong thông báo"),
    SubmissionStatus.GUIDED: ("neutral", "Cơ quan đã hướng dẫn gửi đơn đến nơi có thẩm quyền"),
    SubmissionStatus.FORWARDED: ("info", "Đơn đã được chuyển đến cơ quan có thẩm quyền"),
    SubmissionStatus.RETURNED: ("neutral", "Đơn đã được trả lại cơ quan chuyển đến"),
    SubmissionStatus.FILED: ("neutral", "Đơn được lưu, không xử lý tiếp"),
    SubmissionStatus.WITHDRAWN: ("neutral", "Đơn đã được rút"),
    SubmissionStatus.SPLIT: ("info", "Đơn có nhiều nội dung, đã được tách để giải quyết riêng"),
    SubmissionStatus.VOIDED: ("neutral", "Bản ghi này nhập nhầm và đã được hủy"),
}
# What an agency owes the citizen next, by rule; other limits are steps inside the agency.
_OWED: Final = {
    "KN-19": "cơ quan trả lời ông/bà về đơn này",
    "KN-3a": "cơ quan trả lời có thụ lý hay không",
    "KN-3b": "cơ quan trả lời có thụ lý hay không",
    "KL-3": "cơ quan trả lời có thụ lý hay không",
    "TC-1": "cơ quan quyết định có thụ lý hay không",
    "TC-5": "cơ quan thông báo việc thụ lý",
    "KN-5": "có quyết định giải quyết khiếu nại",
    "KN-6": "có quyết định giải quyết khiếu nại lần hai",
    "KL-4": "có quyết định giải quyết khiếu nại",
    "TC-6": "có kết luận nội dung tố cáo",
    "KN-10": "quyết định được gửi đến ông/bà",
    "KN-11": "quyết định được gửi đến ông/bà",
    "reports §2.4/7": "đơn được phân loại và xử lý",
    "LI-5": "đơn được xử lý xong bước đầu",
}


@dataclass(frozen=True, slots=True)
class NextDate:
    """The next legal date, explained."""

    title: str
    due: date
    state: str
    left: int
    steps: tuple[CountedDay, ...]
    source: str
    rule: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, in the citizen's words."""

    at: date
    title: str
    tone: str = "neutral"
    text: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class PaperForCitizen:
    """A paper sent to the citizen."""

    delivery_id: int
    paper_id: int
    title: str
    number: str
    dated_on: date | None
    agency: str
    received_on: date | None
    can_confirm: bool
    can_download: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a submission stands, for the person who holds its code and PIN."""

    code: str
    kind: str
    tone: str
    words: str
    is_over: bool
    unsigned: bool
    incomplete_group: bool
    sealed: bool
    agency: Agency
    handler: str
    received_on: date
    next_date: NextDate | None
    happenings: tuple[Happening, ...]
    papers: tuple[PaperForCitizen, ...]
    destroyed_on: date | None = None  # of what was said nothing is left
    destroyed_by: str = ""  # number and day of the decision


def receiving_agencies(*, words: str, province: str, on: date) -> list[Agency]:
    """Find agencies that receive submissions by words of their name, below a province's committee if one is chosen.

    People's committees come first: who is not sure is told to choose one.

    Cost: 2 queries at most.
    """
    found = Agency.objects.in_force(on=on).receiving()
    if province:
        chosen = Agency.objects.filter(code=province).values_list("path", flat=True).first()
        found = found.below(path=chosen) if chosen else found.none()
    for word in fold(words).split():
        found = found.filter(folded_name__contains=word)
    return list(
        found.order_by("level", models.Case(models.When(kind__in=_COMMITTEES, then=0), default=1), "name")[
            :MOST_AGENCIES
        ]
    )


def provinces(*, on: date) -> list[Agency]:
    """List provincial committees, by the alphabet. Cost: 1 query."""
    found = Agency.objects.in_force(on=on).filter(kind=AgencyKind.PROVINCIAL_COMMITTEE)
    return sorted(found, key=lambda agency: order_key(agency.name))


def agency_named(*, code: str, on: date) -> Agency | None:
    """Return an agency that receives submissions, None when there is none. Cost: 1 query."""
    return Agency.objects.in_force(on=on).receiving().filter(code=code).first()


def agency_ended(*, code: str, on: date) -> Agency | None:
    """Return an agency that received submissions and has ended, None when there is none. Cost: 1 query."""
    return Agency.objects.receiving().filter(code=code, ends_before__lte=on).first()


def agencies_ended(*, words: str, on: date) -> list[Agency]:
    """Find agencies that have ended by words of their name: who remembers the old name is led on. Cost: 1 query at most."""
    asked = fold(words).split()
    if not asked:
        return []
    found = Agency.objects.receiving().filter(ends_before__lte=on)
    for word in asked:
        found = found.filter(folded_name__contains=word)
    return list(found.order_by("name")[:MOST_ENDED])


def standing_of(*, submission: Submission, today: date) -> Standing:
    """Say where a submission stands. Of a denunciation nothing is said that tells a third person who or what.

    Cost: 6 queries, 1 more when what was said is destroyed.
    """
    matter_id = submission.matter_id
    lines = list(Participation.objects.filter(matter_id=matter_id).select_related("agency", "handler").order_by("pk"))
    case = Case.objects.filter(matter_id=matter_id).select_related("agency", "handler").order_by("-pk").first()
    steps = list(Step.objects.filter(case=case).order_by("pk")) if case else []
    clocks = list(Clock.objects.filter(matter_id=matter_id, status=ClockStatus.OPEN).order_by("rolled_due_on"))
    sealed = submission.matter.sealed
    procedure = _procedure(case, today)
    tone, words, is_over = _words(submission, case, procedure)
    decision = destruction_of(matter_id=matter_id) if submission.destroyed_on is not None else None
    holder = _holder(submission, lines)
    person = (case.handler if case else None) or holder.handler if holder else None
    return Standing(
        code=submission.code,
        kind=submission.petition_mark or submission.kind,
        tone=tone,
        words=words,
        is_over=is_over,
        unsigned=submission.signing == Signing.MISSING,
        incomplete_group=submission.people > 1 and not submission.all_signed,
        sealed=sealed,
        agency=holder.agency if holder else submission.agency,
        handler="" if sealed or person is None else person.name,
        received_on=submission.first_received_on,
        next_date=_next_date(clocks, today),
        happenings=_happenings(submission, lines, steps, procedure),
        papers=tuple(_papers(matter_id)),
        destroyed_on=submission.destroyed_on,
        destroyed_by=decision.decision if decision is not None else "",
    )


def _holder(submission: Submission, lines: Sequence[Participation]) -> Participation | None:
    answering = [line for line in lines if line.capacity in {Capacity.SETTLING, Capacity.RECEIVED}]
    own = [line for line in answering if line.agency_id == submission.agency_id]
    return next(iter(own or answering or lines), None)


def _procedure(case: Case | None, today: date) -> Procedure | None:
    if case is None:
        return None
    try:
        return procedure_of(case=case, today=today)
    except NoProcedureInForce:
        return None


def _words(submission: Submission, case: Case | None, procedure: Procedure | None) -> tuple[str, str, bool]:
    found: State | None = procedure.states.get(case.state) if case and procedure else None
    if found is not None:
        tone = "neutral" if found.is_end else "due" if "suspended" in found.code else "info"
        return tone, _(found.citizen_vi), found.is_end
    tone, words = _STATUS_WORDS[SubmissionStatus(submission.status)]
    return tone, _(words), submission.closed_on is not None


def _next_date(clocks: Sequence[Clock], today: date) -> NextDate | None:
    owed = [clock for clock in clocks if clock.rule_id in _OWED]
    if not owed:
        return None
    clock = owed[0]
    calendar = local_defaults(path=clock.agency_path).calendar
    deadline = from_json(data=clock.explanation)
    return NextDate(
        title=_("Chậm nhất ngày này, {owed}").format(owed=_(_OWED[clock.rule_id])),
        due=clock.rolled_due_on,
        state=state(today=today, due=clock.rolled_due_on, calendar=calendar).value,
        left=working_days_left(today=today, due=clock.rolled_due_on, calendar=calendar),
        steps=deadline.steps,
        source=deadline.source,
        rule=clock.rule_id,
    )


def _happenings(
    submission: Submission, lines: Sequence[Participation], steps: Sequence[Step], procedure: Procedure | None
) -> tuple[Happening, ...]:
    found = [
        Happening(
            submission.first_received_on, _("Đơn được tiếp nhận"), "good", who=lines[0].agency.name if lines else ""
        )
    ]
    found += [
        Happening(line.received_on, _("Cơ quan này nhận đơn được chuyển đến"), "info", who=line.agency.name)
        for line in lines[1:]
        if line.capacity in {Capacity.SETTLING, Capacity.RECEIVED, Capacity.PASSED_ON}
    ]
    for step in steps:
        reached = procedure.states.get(step.to_state) if procedure else None
        if reached is not None and step.to_state != step.from_state:
            found.append(Happening(step.done_on, _(reached.citizen_vi), "neutral" if reached.is_end else "info"))
    if not steps and submission.status != SubmissionStatus.RECEIVED and submission.closed_on:
        tone, words = _STATUS_WORDS[SubmissionStatus(submission.status)]
        found.append(Happening(submission.closed_on, _(words), tone))
    return tuple(sorted(found, key=lambda one: one.at))


def _papers(matter_id: int) -> list[PaperForCitizen]:
    sent = (
        Delivery.objects.filter(
            matter_id=matter_id,
            addressee__in=ADDRESSED_TO_CITIZEN,
            paper__status=PaperStatus.ISSUED,
            sent_on__isnull=False,
        )
        .select_related("paper", "paper__agency")
        .order_by("-paper__dated_on", "-pk")
    )
    return [
        PaperForCitizen(
            delivery_id=delivery.pk,
            paper_id=delivery.paper_id,
            title=delivery.paper.title,
            number=f"{delivery.paper.number}/{delivery.paper.symbol}" if delivery.paper.number else "",
            dated_on=delivery.paper.dated_on,
            agency=delivery.paper.agency.name,
            received_on=delivery.received_on,
            can_confirm=delivery.received_on is None,
            can_download=delivery.paper.file_id is not None and not shows_identity(paper=delivery.paper),
        )
        for delivery in sent
    ]

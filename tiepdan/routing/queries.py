"""Reads of routing: the chain of one content, whose competence it is, what is to be proposed, what waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import local_defaults, successors
from tiepdan.agencies.rules import LocalCode
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.infra.sentence import Sentence
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import ClockStatus
from tiepdan.routing.models import Proposal, Transfer, TransferAct
from tiepdan.routing.rules.competence import CompetenceAnswer, SettlerRelation, Stage, settle_competence
from tiepdan.routing.rules.routes import ANSWERS_TO_FORWARDERS, EarlierLetter, RouteAct, Situation
from tiepdan.routing.rules.settlers import AgencyFacts, Settlers, find_settlers
from tiepdan.routing.rules.table import processing_row, route_for
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import Signing

_STRADDLED: Final = date(2026, 7, 1)  # TR-4
_COLLECTIVE: Final = frozenset({"commune_committee", "province_committee"})  # the committee as a body


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the chain, as whoever reads one submission of the content may know it."""

    transfer_id: int
    act: str  # a TransferAct
    own: bool  # of this submission's own matter; otherwise of another one with the same content
    from_id: int
    from_name: str
    to_id: int | None
    to_name: str
    done_on: date
    letter: str
    letter_on: date | None
    taken_on: date | None
    replied_on: date | None
    reply: str
    counts: bool  # stands against a second one; a forwarding that came back does not

    @property
    def earlier(self) -> EarlierLetter:
        """As a refusal shows it."""
        return EarlierLetter(
            agency=self.from_name, to=self.to_name, letter=self.letter, on=self.letter_on or self.done_on
        )


@dataclass(frozen=True, slots=True)
class SentOn:
    """A forwarding of the own agency that was not answered yet; of a sealed one only the code is known here."""

    transfer_id: int
    code: str
    to_name: str
    done_on: date
    letter: str
    taken_on: date | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rules would do, and why. The officer decides."""

    act: RouteAct | None  # None: the rules cannot tell
    agency_id: int | None
    agency_name: str  # the settler in words when it is no agency of the registry
    reasons: tuple[Sentence, ...]
    rule: str
    article: str
    confidence: str  # verified, secondary, unverified
    competent: bool | None  # of the agency that holds it; None: not known
    choices: tuple[AgencyFacts, ...] = ()  # when several may be meant

    @property
    def reason_vi(self) -> str:
        """Why, as it goes into a record or a paper."""
        return " ".join(map(str, self.reasons))


def chain(*, submission_id: int) -> list[Step]:
    """List every guidance, forwarding and return of one content, the oldest first. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.chain_of(%s)", [submission_id])
        return [Step(*row) for row in cursor.fetchall()]


def list_sent_on(*, limit: int = 100) -> list[SentOn]:
    """List forwardings of the acting agency that wait for an answer, the oldest first. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM tiepdan.sent_on(%s)", [limit])
        return [SentOn(*row) for row in cursor.fetchall()]


def open_proposals(*, by: Actor, limit: int = 100) -> QuerySet[Proposal]:
    """Proposals of the actor's agency that wait for the head, the oldest first."""
    waiting = Proposal.objects.filter(agency_id=by.agency_id, approved__isnull=True, submission__status="proposed")
    return waiting.select_related("submission__matter", "to_agency", "proposed_by", "paper").order_by("pk")[:limit]


def forwarded_here(*, by: Actor, limit: int = 100) -> QuerySet[Transfer]:
    """Submissions sent to the actor's agency that it has not yet taken, the oldest first."""
    waiting = Transfer.objects.filter(to_agency_id=by.agency_id, act=TransferAct.FORWARD, taken_on__isnull=True)
    waiting = waiting.filter(submission__status="forwarded")
    return waiting.select_related("submission__matter", "from_agency", "paper").order_by("pk")[:limit]


def open_proposal(*, submission_id: int) -> Proposal | None:
    """Return the proposal of a submission that waits for the head, if any."""
    waiting = Proposal.objects.filter(submission_id=submission_id, approved__isnull=True)
    return waiting.select_related("to_agency", "proposed_by", "paper").first()


def situation_of(
    *, submission: Submission, on: date, steps: Sequence[Step] | None = None, competent: bool | None = None
) -> Situation:
    """Gather what the rules of routing ask. Cost: 1 query, none when the chain is given."""
    steps = chain(submission_id=submission.pk) if steps is None else steps
    away = [step for step in steps if step.to_id != submission.agency_id]
    guided = next((step for step in steps if step.act == TransferAct.GUIDE), None)
    forwarded = next((step for step in reversed(steps) if step.act == TransferAct.FORWARD and step.counts), None)
    held = [number for step in steps for number in (step.from_id, step.to_id) if number is not None]
    return Situation(
        kind=submission.kind,
        status=submission.status,
        source=submission.source,
        on=on,
        agency_id=submission.agency_id,
        eligible=submission.eligible,
        competent=competent,
        has_forwarder=submission.forwarded_by_id is not None
        or submission.source in {"leader", "deputy", "front", "press"},
        signed=submission.signing != Signing.MISSING,
        group_complete=submission.people == 1 or submission.all_signed,
        anonymous=submission.anonymous,
        guided=guided.earlier if guided else None,
        forwarded=forwarded.earlier if forwarded else None,
        handled_elsewhere=any(step.act != TransferAct.RETURN for step in away),
        chain=tuple(held),
    )


def owes_answer(*, submission: Submission, agency_id: int) -> bool:
    """Tell whether an agency has yet to tell who forwarded a submission how it was handled. Cost: 1–2 queries."""
    running = Clock.objects.filter(
        matter_id=submission.matter_id, agency_id=agency_id, rule_id__in=ANSWERS_TO_FORWARDERS,
        status__in=[ClockStatus.OPEN, ClockStatus.PAUSED],
    )  # fmt: skip
    if running.exists():
        return True
    came = Transfer.objects.filter(matter_id=submission.matter_id, act=TransferAct.FORWARD, to_agency_id=agency_id)
    latest = came.order_by("-pk").first()
    return latest is not None and latest.taken_on is not None and latest.replied_on is None


def suggest_route(*, submission: Submission, on: date, steps: Sequence[Step] | None = None) -> Suggestion:
    """Say what the rules would do with a submission, with the reason and its article.

    Cost: 3 queries, 2 when the chain is given.
    Rule: reports §2.3, complaints §5
    """
    steps = chain(submission_id=submission.pk) if steps is None else steps
    if submission.kind == "unclassified" or submission.status == "received":
        return _unknown(
            Sentence("Chưa phân loại: ghi loại đơn theo nội dung và kiểm tra điều kiện xử lý trước."), "reports §2.2"
        )
    if submission.eligible is False:
        return _by_row(RouteAct.FILE, Sentence("Đơn không đủ điều kiện xử lý nên lưu đơn."), "reports §2.3/20", on)
    if submission.kind == "petition_feedback":
        return _for_petition(submission, on)
    if not submission.against_code and (submission.respondent_name or submission.respondent_agency_id):
        return _unknown(
            Sentence("Đã ghi bị khiếu nại, tố cáo là ai, chưa chọn loại trong danh mục: bấm Phân loại lại để chọn."),
            "complaints §5",
        )
    if not submission.against_code:
        return _unknown(
            Sentence("Chưa ghi bị khiếu nại, tố cáo là ai nên chưa xác định được thẩm quyền."), "complaints §5"
        )
    if submission.against_code in _COLLECTIVE and _asks_about_collective(submission, on):
        return _unknown(
            Sentence(
                "Luật không nêu quyết định của tập thể UBND; địa phương đã chọn để thủ trưởng xác định người giải quyết."
            ),
            "complaints §5.1/gap",
        )  # fmt: skip
    try:
        answer = settle_competence(
            kind=submission.kind, against=submission.against_code, on=_law_day(submission, on),
            stage=Stage.SECOND if submission.kind == "complaint" and submission.second_stage else Stage.FIRST,
        )  # fmt: skip
    except RuleRefused as refusal:
        return _unknown(refusal.sentence, "complaints §5")
    settlers = find_settlers(relation=answer.settler_relation, line=_line(submission.respondent_agency_id, on))
    if len(settlers.agencies) != 1 and submission.respondent_agency_id is not None:
        settlers = _among_successors(answer.settler_relation, submission.respondent_agency_id, on, settlers)
    return _for_settlers(submission, on, answer, settlers, steps)


def _for_petition(submission: Submission, on: date) -> Suggestion:
    about = submission.respondent_agency_id
    if about is not None and about != submission.agency_id:
        agency = Agency.objects.get(pk=about)
        route = route_for(act="forward", kind=submission.kind, source=submission.source, on=on)
        return Suggestion(
            RouteAct.FORWARD, agency.pk, agency.name,
            (Sentence("Nội dung thuộc chức năng của {name}: chuyển đơn.", {"name": agency.name}),),
            "reports §2.3/22", route.article if route else "", "unverified", None,
        )  # fmt: skip
    if about == submission.agency_id:
        return _by_row(
            RouteAct.ACCEPT, Sentence("Nội dung thuộc chức năng của cơ quan: giao xem xét, trả lời."), "reports §2.3/21", on,
            competent=True,
        )  # fmt: skip
    return _unknown(Sentence("Chưa ghi kiến nghị, phản ánh về cơ quan nào."), "reports §2.3/22")


def _for_settlers(
    submission: Submission, on: date, answer: CompetenceAnswer, settlers: Settlers, steps: Sequence[Step]
) -> Suggestion:
    confidence = answer.confidence.value
    if len(settlers.agencies) != 1:
        reasons = [
            Sentence("Thẩm quyền thuộc {settler}.", {"settler": answer.title_vi}),
            Sentence("Có nhiều cơ quan trong danh mục.")
            if settlers.agencies
            else Sentence("Không xác định được một cơ quan trong danh mục."),
        ]
        if settlers.designator:
            reasons.append(Sentence("Nơi xác định thẩm quyền: {designator}.", {"designator": settlers.designator}))
        return Suggestion(
            None, None, answer.title_vi, tuple(reasons),
            "complaints §5", answer.article, confidence, None, settlers.agencies,
        )  # fmt: skip
    settler = settlers.agencies[0]
    if settler.id == submission.agency_id:
        return Suggestion(
            RouteAct.ACCEPT, settler.id, settler.name, (_ours(answer),),
            "reports §2.3/1", answer.article, confidence, True,
        )  # fmt: skip
    situation = situation_of(submission=submission, on=on, steps=steps, competent=False)
    reason = _of_others(answer, settler.name)
    act, rule, more = RouteAct.GUIDE, "reports §2.3/4", Sentence("Hướng dẫn người khiếu nại, một lần cho một nội dung.")
    if submission.kind == "denunciation":
        act, rule, more = (
            RouteAct.FORWARD,
            "reports §2.3/12",
            Sentence("Chuyển đơn và báo cho người tố cáo, một lần cho một nội dung."),
        )
    if situation.handled_elsewhere:
        more = Sentence("Nội dung này đã được hướng dẫn hoặc chuyển một lần: lưu đơn.")
        return Suggestion(RouteAct.FILE, None, "", (reason, more), "reports §2.3/16", answer.article, confidence, False)
    return Suggestion(
        act, settler.id, settler.name, (reason, more), rule, answer.article, confidence, False
    )  # fmt: skip


def _ours(answer: CompetenceAnswer) -> Sentence:
    """Say that the office settles it; of a second settlement that it is one."""
    values = {"settler": answer.title_vi}
    if answer.stage is Stage.SECOND:
        return Sentence("Khiếu nại lần hai thuộc thẩm quyền của {settler}: đề xuất thụ lý.", values)
    return Sentence("Thuộc thẩm quyền của {settler}: đề xuất thụ lý.", values)


def _of_others(answer: CompetenceAnswer, name: str) -> Sentence:
    """Say who else settles it; of a second settlement that it is one."""
    values = {"settler": answer.title_vi, "name": name}
    if answer.stage is Stage.SECOND:
        return Sentence(
            "Không thuộc thẩm quyền của cơ quan; khiếu nại lần hai thuộc thẩm quyền của {settler} ({name}).", values
        )
    return Sentence("Không thuộc thẩm quyền của cơ quan; thuộc thẩm quyền của {settler} ({name}).", values)


def _law_day(submission: Submission, on: date) -> date:
    """The day whose table of competence applies: of acceptance, unless the locality chose receipt. Rule: TR-4"""
    if submission.received_on >= _STRADDLED or on < _STRADDLED:
        return on
    chosen = local_defaults(path=submission.agency.path).value(LocalCode.STRADDLING_COMPETENCE, on=on)
    return submission.received_on if chosen == "receipt" else on


def _asks_about_collective(submission: Submission, on: date) -> bool:
    """Whether the locality leaves decisions of a committee as a body to a person. Rule: complaints §5.1/gap"""
    return (
        submission.kind == "complaint"
        and local_defaults(path=submission.agency.path).value(LocalCode.COLLECTIVE_COMMITTEE, on=on) == "ask"
    )


def _among_successors(relation: SettlerRelation, agency_id: int, on: date, found: Settlers) -> Settlers:
    """Look for the settler from the agencies that carried on for one that ended; several stay several."""
    heirs = successors(agency_id=agency_id, on=on)
    if not heirs:
        return found
    meant: dict[int, AgencyFacts] = {}
    for heir in heirs:
        line = _line(heir.pk, on)
        if relation is SettlerRelation.SUCCESSOR_COMMUNE_CHAIR:
            agencies = tuple(one for one in line if one.kind == "commune_committee" and one.in_force)[:1]
        else:
            agencies = find_settlers(relation=relation, line=line).agencies
        meant.update({one.id: one for one in agencies})
    return Settlers(tuple(meant.values()), "" if len(meant) == 1 else found.designator) if meant else found


def _line(agency_id: int | None, on: date) -> list[AgencyFacts]:
    """The agency and those above it, the nearest first. Cost: 1 or 2 queries."""
    if agency_id is None:
        return []
    path = Agency.objects.values_list("path", flat=True).get(pk=agency_id)
    parts = path.strip("/").split("/")
    paths = [f"/{'/'.join(parts[:length])}/" for length in range(1, len(parts) + 1)]
    found = Agency.objects.filter(path__in=paths).order_by("-path")
    return [
        AgencyFacts(
            row.pk, row.name, row.kind, row.starts_on <= on and (row.ends_before is None or on < row.ends_before)
        )
        for row in sorted(found, key=lambda row: len(row.path), reverse=True)
    ]


def _unknown(reason: Sentence, rule: str) -> Suggestion:
    return Suggestion(None, None, "", (reason,), rule, "", "", None)


def _by_row(act: RouteAct, reason: Sentence, row: str, on: date, *, competent: bool | None = None) -> Suggestion:
    """Answer by one row of the decision table of processing, with its article and how sure it is."""
    found = processing_row(row=row, on=on)
    return Suggestion(act, None, "", (reason,), found.row, found.article, found.confidence.value, competent)

"""Pages: the processing queue, screening, proposals and the head's approval, the chain, repeats beside a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Role
from tiepdan.desk.forms.lists import NoteForm, NothingForm
from tiepdan.desk.forms.processing import (
    DecisionForm,
    KindForm,
    LinkForm,
    ProposalForm,
    ReasonForm,
    ReplyForm,
    ResultForm,
    ScreeningForm,
)
from tiepdan.desk.labels import refusal_text
from tiepdan.desk.lists import ActForSeveral, Several
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page
from tiepdan.documents.models import PaperStatus
from tiepdan.documents.queries import list_office_papers
from tiepdan.duplicates.actions import link_repeat
from tiepdan.duplicates.models import Link
from tiepdan.duplicates.queries import find_repeats, repeats_of
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.queries import ListOrder, Sorting, matters_that_open
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.actions import screen_submission
from tiepdan.routing import queries
from tiepdan.routing.access import proposal_for
from tiepdan.routing.actions import (
    decide_proposal,
    propose,
    record_forward_reply,
    report_result_to_forwarder,
    take_forwarded,
)
from tiepdan.routing.models import ProposedAct, Transfer
from tiepdan.routing.rules.routes import RouteAct, offer
from tiepdan.submissions.access import submission_for
from tiepdan.submissions.actions import record_unprocessed_reason
from tiepdan.submissions.actions.parties import number_hash
from tiepdan.submissions.models import Submission
from tiepdan.submissions.queries import ListFilter, codes_of, list_lines, list_unprocessed
from tiepdan.ui.words import said

OFFICERS: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY)
READERS: Final = (*OFFICERS, Role.HANDLER, Role.RECORDS_CLERK, Role.OVERSIGHT)
HEADS: Final = (Role.HEAD, Role.DEPUTY)
_RESULT_ID: Final = "ket-qua-%s"  # a second form of the page with a field of this name
TABS: Final = (
    ("moi", "Chờ phân loại", "received"),
    ("da-phan-loai", "Chờ đề xuất", "screened"),
    ("da-trinh", "Chờ phê duyệt", "proposed"),
    ("chuyen-den", "Cơ quan khác chuyển đến", ""),
    ("cho-tra-loi", "Đã chuyển, chờ trả lời", ""),
    ("lau-ngay", "Quá 30 ngày chưa xử lý", ""),
)
_QUEUE_PAGE: Final = 50
_PAPERS: Final = (
    ("Văn bản đã soát, chờ duyệt", PaperStatus.REVIEWED), ("Văn bản đã duyệt, chờ cấp số", PaperStatus.APPROVED),
)  # fmt: skip
_PRESSING: Final = Sorting(ListOrder.LIMIT, down=False)  # what is overdue longest comes first
PAGE: Final = "desk/processing/page.html"


@dataclass(frozen=True, slots=True)
class Offer:
    """An act as the panel shows it."""

    act: str
    title: str
    allowed: bool
    reason: str
    rule: str


@desk_page(*OFFICERS, Role.RECORDS_CLERK)
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for processing at the own agency."""
    actor, today = actor_from(request), clock.today()
    tab = next((row for row in TABS if row[0] == request.GET.get("muc")), TABS[0])
    context: dict[str, object] = {
        "tabs": [(key, said(words), state) for key, words, state in TABS],
        "tab": tab[0],
        "title": said(tab[1]),
        "today": today,
        "reply_form": ReplyForm(),
    }
    if tab[2]:
        wanted = ListFilter(state=tab[2], open_only=True)
        page = list_lines(
            by=actor, chosen=wanted, on=today, after=request.GET.get("sau", ""), sorting=_PRESSING, limit=_QUEUE_PAGE
        )
        context["lines"] = page.lines
        context["readable"] = matters_that_open(page.lines)
        context["next_url"] = f"?muc={tab[0]}&sau={page.next_key}" if page.next_key else ""
    elif tab[0] == "chuyen-den":
        context["transfers"] = list(queries.forwarded_here(by=actor))
    elif tab[0] == "cho-tra-loi":
        context["sent"] = queries.list_sent_on()
    else:
        waiting = list_unprocessed(by=actor, on=today)
        context["unprocessed"] = waiting
        context["readable"] = matters_that_open([item.line for item in waiting])
    return render_page(request, "desk/processing/queue.html", context)


@desk_page(*READERS)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One submission being processed."""
    return _page(request, submission_for(code=code))


@desk_page(*READERS)
def panel(request: HttpRequest, code: str) -> HttpResponse:
    """The panel alone, for the page of the submission."""
    return render(request, f"{PAGE}#panel", _context(request, submission_for(code=code)))


@desk_page(*OFFICERS)
def screening(request: HttpRequest, code: str) -> HttpResponse:
    """Judge kind, eligibility, field and whom it is against."""
    submission, today = submission_for(code=code), clock.today()
    given = request.GET.get("loai", submission.kind)
    kind = next((known for known in MatterKind if known.value == given), MatterKind.UNCLASSIFIED)
    anonymous = "an_danh" in request.GET if "loai" in request.GET else submission.anonymous
    context: dict[str, object] = {
        "submission": submission,
        "kind": kind,
        "kind_form": KindForm(initial={"loai": kind.value, "an_danh": anonymous}),
    }
    if kind is MatterKind.UNCLASSIFIED:
        return render_page(request, "desk/processing/screening.html", context)
    data = request.POST if request.method == "POST" else None
    form = ScreeningForm(data, submission=submission, kind=kind, anonymous=anonymous, today=today)
    context["form"] = form
    if data is None:
        return render_page(request, "desk/processing/screening.html", context)
    if not form.is_valid():
        return render_page(request, "desk/processing/screening.html", context, status=422)
    try:
        screen_submission(submission_id=submission.pk, finding=form.finding(), by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        context["refusal"] = refusal_text(error.verdict)
        return render_page(request, "desk/processing/screening.html", context, status=409)
    return redirect("desk:processing_page", code=submission.code)


@require_POST
@desk_page(*OFFICERS)
def proposing(request: HttpRequest, code: str) -> HttpResponse:
    """Put a proposal before the head."""
    submission = submission_for(code=code)
    context = _context(request, submission, data=request.POST)
    form = context["form"]
    if not isinstance(form, ProposalForm):
        raise Http404
    if not form.is_valid():
        return render_page(request, PAGE, context, fragment="panel", status=422)
    given = form.cleaned_data
    agency = given.get("to_agency")
    try:
        propose(
            submission_id=submission.pk, act=RouteAct(given["act"]), reason=given["reason"],
            to_agency_id=agency.pk if agency else None, to_text=given.get("to_text", ""), ground=given.get("ground", ""),
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return _refused(request, submission, error, data=request.POST)
    messages.success(request, _("Đã trình đề xuất."))
    return redirect("desk:processing_page", code=submission.code)


@desk_page(*HEADS)
def approvals(request: HttpRequest) -> HttpResponse:
    """Proposals that wait for the head."""
    return shown_approvals(request)


@require_POST
@desk_page(*HEADS)
def deciding(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Approve a proposal or send it back."""
    proposal, form = proposal_for(proposal_id=proposal_id), DecisionForm(request.POST)
    if not form.is_valid():
        return shown_approvals(request, status=422)
    approved = form.cleaned_data["decision"] == "approve"
    try:
        decide_proposal(
            proposal_id=proposal.pk, approved=approved, note=form.cleaned_data["note"], by=actor_from(request),
            at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return shown_approvals(request, refusal=error.verdict, status=409)
    done = (
        _("Đã phê duyệt: {get_act_display}.").format(get_act_display=said(proposal.get_act_display()).lower())
        if approved
        else _("Đã trả lại đề xuất.")
    )
    messages.success(request, done)
    return redirect("desk:processing_approvals")


@require_POST
@desk_page(*OFFICERS, Role.RECORDS_CLERK)
def taking(request: HttpRequest, transfer_id: int) -> HttpResponse:
    """Register what another agency forwarded here."""
    try:
        taken = take_forwarded(transfer_id=transfer_id, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _said(request, error)
    return redirect("desk:processing_page", code=taken.code)


@require_POST
@desk_page(*OFFICERS, Role.RECORDS_CLERK)
def replying(request: HttpRequest, transfer_id: int) -> HttpResponse:
    """Note an answer that came on paper."""
    form = ReplyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Ghi nội dung và ngày trả lời."))
        return redirect("/ban-lam-viec/xu-ly/?muc=cho-tra-loi")
    try:
        record_forward_reply(transfer_id=transfer_id, by=actor_from(request), at=clock.now(), **form.cleaned_data)
    except ActionRefused as error:
        return _said(request, error)
    messages.success(request, _("Đã ghi nhận trả lời."))
    return redirect("/ban-lam-viec/xu-ly/?muc=cho-tra-loi")


@require_POST
@desk_page(*OFFICERS, Role.HANDLER)
def reporting(request: HttpRequest, code: str) -> HttpResponse:
    """Report how it was handled to the body that forwarded it."""
    submission, form = submission_for(code=code), ResultForm(request.POST, auto_id=_RESULT_ID)
    if not form.is_valid():
        return _page(request, submission, status=422, more={"result_form": form})
    try:
        report_result_to_forwarder(
            submission_id=submission.pk, result=form.cleaned_data["reason"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return _refused(request, submission, error, more={"result_form": form})
    messages.success(request, _("Đã báo kết quả cho nơi chuyển đơn."))
    return redirect("desk:processing_page", code=submission.code)


@require_POST
@desk_page(*OFFICERS)
def explaining(request: HttpRequest, code: str) -> HttpResponse:
    """Record the good reason why a submission is not yet processed."""
    submission, form = submission_for(code=code), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, submission, status=422)
    try:
        record_unprocessed_reason(
            submission_id=submission.pk, reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return _refused(request, submission, error)
    messages.success(request, _("Đã ghi lý do."))
    return redirect("desk:processing_page", code=submission.code)


@require_POST
@desk_page(*OFFICERS)
def linking(request: HttpRequest, code: str) -> HttpResponse:
    """Note that an earlier submission has, or has not, the same content."""
    submission, form = submission_for(code=code), LinkForm(request.POST)
    if not form.is_valid():
        return _page(request, submission, status=422)
    same = form.cleaned_data["same"] == "1"
    try:
        link_repeat(
            submission_id=submission.pk, earlier_id=form.cleaned_data["earlier"], same=same, by=actor_from(request),
            at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return _refused(request, submission, error)
    messages.success(request, _("Đã ghi: cùng nội dung.") if same else _("Đã ghi: khác nội dung."))
    return redirect("desk:processing_page", code=submission.code)


@require_POST
@desk_page(*OFFICERS, Role.HANDLER, Role.RECORDS_CLERK)
def repeats(request: HttpRequest) -> HttpResponse:
    """Earlier submissions with the content being typed: a fragment beside the form."""
    given = request.POST
    number = given.get("number") or given.get("identity_number") or ""
    hashed = number_hash(number=number)
    found = find_repeats(
        text=given.get("content", ""),
        demands=given.get("demands", ""),
        attacked_number=given.get("attacked_number", ""),
        number_hashes=[hashed] if hashed else [],
    )
    return render(request, "desk/processing/repeats.html", {"repeats": found})


def _context(request: HttpRequest, submission: Submission, *, data: object = None) -> dict[str, object]:
    actor, today = actor_from(request), clock.today()
    steps = queries.chain(submission_id=submission.pk)
    suggestion = queries.suggest_route(submission=submission, on=today, steps=steps)
    situation = queries.situation_of(submission=submission, on=today, steps=steps, competent=suggestion.competent)
    offers = [_offer(act, offer(act=act, situation=situation)) for act in RouteAct]
    waiting = queries.open_proposal(submission_id=submission.pk)
    allowed = [RouteAct(item.act) for item in offers if item.allowed]
    may_propose = actor.agency_id == submission.agency_id and actor.is_one_of(*OFFICERS, Role.HANDLER)
    form = None
    if may_propose and waiting is None and submission.status == "screened" and allowed:
        form = ProposalForm(data, submission=submission, allowed=allowed, suggestion=suggestion, today=today)
    judged = set(Link.objects.filter(submission=submission).values_list("earlier_id", flat=True))
    open_now = submission.status in {"received", "screened", "proposed"}
    incoming = None  # sent here by another agency, and not yet in the books
    if submission.status == "forwarded" and actor.is_one_of(*OFFICERS, Role.RECORDS_CLERK):
        sent = Transfer.objects.filter(submission=submission, act="forward", taken_on__isnull=True)
        incoming = sent.filter(to_agency_id=actor.agency_id).select_related("from_agency").first()
    return {
        "submission": submission,
        "incoming": incoming,
        "steps": steps,
        "suggestion": suggestion,
        "suggested": ProposedAct(suggestion.act.value).label if suggestion.act else "",
        "offers": offers,
        "proposal": waiting,
        "form": form,
        "open_now": open_now,
        "may_screen": may_propose and submission.status in {"received", "screened"},
        "reason_form": ReasonForm(initial={"reason": submission.unprocessed_reason}),
        "result_form": ResultForm(auto_id=_RESULT_ID)
        if actor.is_one_of(*OFFICERS, Role.HANDLER)
        and queries.owes_answer(submission=submission, agency_id=actor.agency_id)
        else None,
        "days": (today - submission.received_on).days,
        "repeats": [found for found in repeats_of(submission_id=submission.pk) if found.submission_id not in judged]
        if open_now
        else [],
        "may_link": may_propose,
        "today": today,
    }


def _offer(act: RouteAct, verdict: object) -> Offer:
    title = ProposedAct(act.value).label
    if isinstance(verdict, Refused):
        shown = refusal_text(verdict)
        return Offer(act.value, title, False, shown.text, shown.rule)
    return Offer(act.value, title, True, "", "")


def _page(
    request: HttpRequest, submission: Submission, *, status: int = 200, more: Mapping[str, object] | None = None
) -> HttpResponse:
    context = _context(request, submission) | dict(more or {})
    return render_page(request, PAGE, context, fragment="panel", status=status)


def _refused(
    request: HttpRequest,
    submission: Submission,
    error: ActionRefused,
    *,
    data: object = None,
    more: Mapping[str, object] | None = None,
) -> HttpResponse:
    context = _context(request, submission, data=data) | dict(more or {})
    context["refusal"] = refusal_text(error.verdict)
    return render_page(request, PAGE, context, fragment="panel", status=409)


def shown_approvals(
    request: HttpRequest, *, refusal: Refused | None = None, status: int = 200, note: NoteForm | None = None
) -> HttpResponse:
    """Draw what waits for the head; with the note of an act on several when it was refused."""
    proposals = list(queries.open_proposals(by=actor_from(request)))
    agency_id = actor_from(request).agency_id
    waiting = [
        (title, found) for title, status in _PAPERS
        if (found := list_office_papers(agency_id=agency_id, status=status)[:_QUEUE_PAGE])
    ]  # fmt: skip
    papers = [one for _title, found in waiting for one in found]
    codes = codes_of(matter_ids=[one.matter_id for one in papers if one.matter_id is not None])
    context: dict[str, object] = {
        "proposals": proposals, "form": DecisionForm(),
        "papers": [(said(title), [(one, codes.get(one.matter_id or 0, "")) for one in found]) for title, found in waiting],
    }  # fmt: skip
    if len(proposals) > 1:
        acts = [
            ActForSeveral("duyet", _("Phê duyệt"), _("Phê duyệt các đề xuất đã chọn"), NothingForm()),
            ActForSeveral("tra-lai", _("Trả lại"), _("Trả lại các đề xuất đã chọn"), note or NoteForm()),
        ]
        context["several"] = Several(reverse("desk:proposals_several"), acts, note is not None)
    if refusal is not None:
        context["refusal"] = refusal_text(refusal)
    return render_page(request, "desk/processing/approvals.html", context, status=status)


def _said(request: HttpRequest, error: ActionRefused) -> HttpResponse:
    """Show a refused act of the queue on the queue itself."""
    transfers: list[Transfer] = list(queries.forwarded_here(by=actor_from(request)))
    context = {
        "tabs": [(key, said(words), state) for key, words, state in TABS],
        "tab": "chuyen-den",
        "title": _("Cơ quan khác chuyển đến"),
        "transfers": transfers,
        "refusal": refusal_text(error.verdict),
    }
    return render_page(request, "desk/processing/queue.html", context, status=409)


urlpatterns: list[URLPattern] = [
    path("trung-lap/", repeats, name="repeats"),
    path("xu-ly/", queue, name="processing_queue"),
    path("xu-ly/chuyen-den/<int:transfer_id>/nhan/", taking, name="processing_take"),
    path("xu-ly/da-chuyen/<int:transfer_id>/tra-loi/", replying, name="processing_reply"),
    path("xu-ly/<str:code>/", page, name="processing_page"),
    path("xu-ly/<str:code>/bang/", panel, name="processing_panel"),
    path("xu-ly/<str:code>/phan-loai/", screening, name="processing_screening"),
    path("xu-ly/<str:code>/de-xuat/", proposing, name="processing_propose"),
    path("xu-ly/<str:code>/trung-lap/", linking, name="processing_link"),
    path("xu-ly/<str:code>/ly-do/", explaining, name="processing_explain"),
    path("xu-ly/<str:code>/bao-ket-qua/", reporting, name="processing_report"),
    path("phe-duyet/", approvals, name="processing_approvals"),
    path("phe-duyet/<int:proposal_id>/", deciding, name="processing_decide"),
]

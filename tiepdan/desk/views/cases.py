"""Pages: cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from tiepdan.accounts.rules import Actor, Role
from tiepdan.cases import actions
from tiepdan.cases.access import (
    case_for,
    delivery_for,
    delivery_waiting,
    evidence_for,
    obligation_for,
    urging_for,
)
from tiepdan.cases.models import Case
from tiepdan.cases.queries import CaseFilter, case_page, list_cases, list_sealed_readings, list_staff
from tiepdan.cases.rules.procedure import Act
from tiepdan.cases.situations import is_actors, roles_of
from tiepdan.desk import case_acts
from tiepdan.desk.case_acts import LEADERS, WORKERS, ActPage, act_by_slug, other_acts, page_of, setting_for
from tiepdan.desk.case_opening import Opening
from tiepdan.desk.case_view import states_to_choose, view_of
from tiepdan.desk.forms import cases as forms
from tiepdan.desk.forms.lists import HandForm, UrgeSeveralForm
from tiepdan.desk.labels import LABELS
from tiepdan.desk.lists import ActForSeveral, Several, heads, kept_filters
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.papers_shown import evidence_response, paper_html, paper_pdf, preview_html
from tiepdan.desk.prepared import has_draft, prepare, prepare_opening, typed_again, waiting_draft
from tiepdan.documents.models import PaperStatus
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import line_for
from tiepdan.matters.queries import Sorting
from tiepdan.matters.rules import SavedPage
from tiepdan.submissions.access import current_opening, opening_for, submission_for
from tiepdan.submissions.actions import ask_opening, decide_opening, open_identity
from tiepdan.submissions.queries import list_openings
from tiepdan.ui.words import said

_ROLES = (Role.PROCESSING_OFFICER, Role.HANDLER, Role.HEAD, Role.DEPUTY, Role.OVERSIGHT, Role.RECEPTION_OFFICER,
          Role.RECORDS_CLERK)  # fmt: skip
_KINDS = ("complaint", "denunciation", "petition_feedback")


@desk_page(*_ROLES)
def case_list(request: HttpRequest) -> HttpResponse:
    """Cases of the own agency, or of all agencies below the one inspected for."""
    return shown_list(request)


def shown_list(
    request: HttpRequest, *, refused: ActionRefused | None = None, bound: Form | None = None, status: int = 200
) -> HttpResponse:
    """Draw the list; with the form of an act on several rows when it was not filled in, or the act refused."""
    actor, today = actor_from(request), clock.today()
    form = forms.CaseFilterForm(request.GET)
    form.fields["loai"].choices = [("", _("Tất cả")), *((kind, LABELS["kind"][kind]) for kind in _KINDS)]  # type: ignore[attr-defined]
    form.fields["trang_thai"].choices = [("", _("Tất cả")), *states_to_choose()]  # type: ignore[attr-defined]
    staff = list_staff(agency_id=actor.agency_id, roles=(*WORKERS, *LEADERS), on=today)
    form.fields["nguoi"].choices = [(0, _("Tất cả")), *staff]  # type: ignore[attr-defined]
    form.is_valid()
    chosen = form.cleaned_data
    mark = chosen.get("dac_diem", "")
    wanted = CaseFilter(
        state=chosen.get("trang_thai", ""), kind=chosen.get("loai", ""), handler_id=chosen.get("nguoi") or 0,
        late=mark == "late", large=mark == "large", complex=mark == "complex", prolonged=mark == "prolonged",
        closed=mark == "closed",
    )  # fmt: skip
    sorting = Sorting.read(chosen.get("sap", ""))
    page = list_cases(by=actor, chosen=wanted, on=today, after=request.GET.get("sau", ""), sorting=sorting)
    query = request.GET.copy()
    query["sau"] = page.next_key
    context = {
        "form": form,
        "rows": page.rows,
        "today": today,
        "oversees": actor.is_one_of(Role.OVERSIGHT),
        "filtered": any(request.GET.get(name) not in (None, "", "0") for name in form.fields if name != "sap"),
        "next_url": f"?{query.urlencode()}" if page.next_key else "",
        "heads": heads(query=request.GET, sorting=sorting, by_handler=not actor.is_one_of(Role.OVERSIGHT)),
        "kept": kept_filters(page=SavedPage.CASES, query=request.GET),
        "several": _several(actor, bound) if page.rows else None,
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/cases/list.html", context)
    return render_page(request, "desk/cases/list.html", context, status=status)


def _several(actor: Actor, bound: Form | None) -> Several | None:
    """What the actor may do with several cases: a leader gives them to a handler, oversight urges."""
    url = reverse("desk:cases_several")
    if actor.is_one_of(*LEADERS):
        hand = bound if isinstance(bound, HandForm) else HandForm(by=actor)
        acts = [ActForSeveral("giao", _("Giao người giải quyết"), _("Giao các vụ việc đã chọn"), hand)]
        return Several(url, acts, bound is not None)
    if actor.is_one_of(Role.OVERSIGHT):
        urging = bound if isinstance(bound, UrgeSeveralForm) else UrgeSeveralForm()
        acts = [ActForSeveral("don-doc", _("Đôn đốc"), _("Đôn đốc các vụ việc đã chọn"), urging)]
        return Several(url, acts, bound is not None)
    return None


@desk_page(*_ROLES)
def case_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One case, read from the top down."""
    actor = actor_from(request)
    case = case_for(code=code)
    return render_page(request, "desk/cases/detail.html", _shown(case, actor))


def _shown(case: Case, actor: Actor) -> dict[str, object]:
    page = case_page(case=case, by=actor, today=clock.today())
    return {"page": page, "case": case, "view": view_of(page=page), "others": other_acts(case=case, by=actor)}


@desk_page(*_ROLES)
def case_act(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """One act on one case: its form, its paper beforehand, and doing it."""
    actor, now = actor_from(request), clock.now()
    case = case_for(code=code)
    act, shown, title, button = _act_named(case, slug, actor)
    if (
        act is not None and act.code == "record_delivery"
    ):  # the proof belongs to one delivery: day and signature are asked there
        waiting = delivery_waiting(case=case, paper_id=actions.decision_paper(case=case).pk)
        if waiting is not None:
            return redirect("desk:case_receipt", case.code, waiting.pk)
        messages.info(request, _("Mọi lần gửi quyết định cho người khiếu nại đã ghi nhận."))
        return redirect("desk:case_detail", case.code)
    setting = setting_for(case=case, act=act, by=actor, today=now)
    draft = waiting_draft(case=case, act=act, by=actor) if act is not None else None
    wanted = request.POST.get("du-thao") or request.GET.get("du-thao")
    rewritten = draft if draft is not None and draft.status == PaperStatus.DRAFT and wanted == str(draft.pk) else None
    typed = typed_again(paper=rewritten) if rewritten is not None and request.method != "POST" else None
    form = shown.form(request.POST or typed, request.FILES or None, setting=setting)
    roles = roles_of(case=case, by=actor)
    may_act = act is None or bool(set(act.who) & set(roles))
    may_prepare = act is not None and bool(roles) and has_draft(act=act, shown=shown, at=now)
    context = {
        "case": case, "act": act, "form": form, "title": title, "button": button, "multipart": form.is_multipart(),
        "can_preview": shown.shows_paper and act is not None and bool(act.documents), "draft": draft,
        "rewritten": rewritten, "may_act": may_act,
        "can_prepare": may_prepare and (draft is None or rewritten is not None),
    }  # fmt: skip
    template = "desk/cases/act.html"
    if request.method != "POST":
        if slug == "ban-che":
            form.initial["text"] = case.submission.content
        return render_page(request, template, context)
    if not form.is_valid():
        return render_page(request, template, context, status=422)
    try:
        if "xem-truoc" in request.POST:
            # Who only prepares the paper sees it as the leader would sign it.
            signer = (
                actor
                if may_act or not may_prepare
                else actions.approver_of(case=case, by=actor, on=now.date()) or actor
            )
            papers = preview_html(matter_id=case.matter_id, run=lambda: shown.run(case, form, signer, now))
            return render_page(request, template, {**context, "previews": papers})
        if "soan" in request.POST and act is not None:
            paper = prepare(case=case, act=act, shown=shown, posted=request.POST, paper=rewritten, by=actor, at=now)
            messages.success(request, _("Đã lưu dự thảo. Trình soát, duyệt ở trang này."))
            return redirect("desk:paper_detail", paper_id=paper.pk)
        shown.run(case, form, actor, now)
    except ActionRefused as error:
        return render_refusal(request, error, template, context)
    messages.success(request, _("Đã ghi: {title}.").format(title=title))
    return redirect("desk:case_detail", code=case.code)


def _act_named(case: Case, slug: str, actor: Actor) -> tuple[Act | None, ActPage, str, str]:
    """Return an act of the procedure, or one beside it, by its word in the address."""
    other = next((one for one in other_acts(case=case, by=actor) if one.slug == slug), None)
    if other is not None:
        return None, other.page, said(other.title), said(other.page.button)
    procedure = case_acts.procedure_now(case=case, today=clock.today())
    act = act_by_slug(procedure=procedure, slug=slug)
    if act is None or not is_actors(case=case, by=actor):
        raise Http404
    page = page_of(act.code)
    return act, page, said(act.title_vi), said(page.button or act.title_vi)


_OPENERS = (*LEADERS, *WORKERS, Role.RECEPTION_OFFICER)


@desk_page(*_OPENERS)
def case_accept(request: HttpRequest, code: str) -> HttpResponse:
    """Accept a submission: the notice is drafted for a leader, or issued by the leader directly; with it the case is opened."""
    opening = Opening(submission_for(code=code), refused=False)
    words = _Words(_("Thụ lý"), _("Trực tiếp thụ lý, ban hành ngay"))
    return _opening_page(request, opening, words)


@desk_page(*_OPENERS)
def case_refuse(request: HttpRequest, code: str) -> HttpResponse:
    """Refuse a submission on a ground of the closed list; the notice goes the same way as that of acceptance."""
    opening = Opening(submission_for(code=code), refused=True)
    words = _Words(_("Không thụ lý"), _("Trực tiếp ra thông báo không thụ lý"))
    return _opening_page(request, opening, words)


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    button: str  # of who issues the paper directly


def _opening_page(request: HttpRequest, opening: Opening, words: _Words) -> HttpResponse:
    actor, now = actor_from(request), clock.now()
    submission = opening.submission
    draft = opening.waiting_draft(by=actor) if opening.has_paper else None
    wanted = request.POST.get("du-thao") or request.GET.get("du-thao")
    rewritten = draft if draft is not None and draft.status == PaperStatus.DRAFT and wanted == str(draft.pk) else None
    typed = typed_again(paper=rewritten) if rewritten is not None and request.method != "POST" else None
    form = opening.form(request.POST if request.method == "POST" else typed, by=actor, at=now)
    may_act = actor.is_one_of(*LEADERS)
    context = {
        "submission": submission, "form": form, "title": words.title, "draft": draft, "rewritten": rewritten,
        "may_act": may_act and rewritten is None, "button": words.button if opening.has_paper else words.title,
        "can_prepare": opening.has_paper and (draft is None or rewritten is not None),
    }  # fmt: skip
    template = "desk/cases/open.html"
    if request.method != "POST":
        return render_page(request, template, context)
    if not form.is_valid():
        return render_page(request, template, context, status=422)
    try:
        if "soan" in request.POST:
            paper = prepare_opening(opening=opening, posted=request.POST, paper=rewritten, by=actor, at=now)
            messages.success(request, _("Đã lưu dự thảo. Trình soát, duyệt ở trang này."))
            return redirect("desk:paper_detail", paper_id=paper.pk)
        case = opening.run(form, actor, now)
    except ActionRefused as error:
        return render_refusal(request, error, template, context)
    messages.success(request, _("Đã ghi: {title}.").format(title=words.title))
    return redirect("desk:case_detail", code=case.code)


@desk_page(*LEADERS, Role.PROCESSING_OFFICER, Role.RECEPTION_OFFICER)
def case_take_up(request: HttpRequest, code: str) -> HttpResponse:
    """Take up a denunciation: its conditions are checked step by step on the page of the case."""
    actor, now = actor_from(request), clock.now()
    submission = submission_for(code=code)

    form, title = forms.ActForm(request.POST or None, setting=forms.Setting()), _("Vào sổ, kiểm tra điều kiện thụ lý")
    context = {"submission": submission, "form": form, "title": title, "button": title, "may_act": True}
    template = "desk/cases/open.html"
    if request.method != "POST":
        return render_page(request, template, context)
    try:
        case = actions.take_up(submission_id=submission.pk, by=actor, at=now)
    except ActionRefused as error:
        return render_refusal(request, error, template, context)
    messages.success(request, _("Đã ghi: {title}.").format(title=title))
    return redirect("desk:case_detail", code=case.code)


def _small_act(
    request: HttpRequest, case: Case, form: forms.ActForm, run: Callable[[], object], title: str, lead: str
) -> HttpResponse:
    """A form about one row of a case."""
    context = {"case": case, "form": form, "title": title, "lead": lead, "button": title}
    if request.method != "POST":
        return render_page(request, "desk/cases/act.html", context)
    if not form.is_valid():
        return render_page(request, "desk/cases/act.html", context, status=422)
    try:
        run()
    except ActionRefused as error:
        return render_refusal(request, error, "desk/cases/act.html", context)
    messages.success(request, _("Đã ghi: {title}.").format(title=title))
    return redirect("desk:case_detail", code=case.code)


@desk_page(*_ROLES)
def case_receipt(request: HttpRequest, code: str, delivery_id: int) -> HttpResponse:
    """Record the proof that a paper was received."""
    case = case_for(code=code)
    delivery = delivery_for(case=case, delivery_id=delivery_id)
    form = forms.ReceiptForm(request.POST or None, setting=forms.Setting(first={"received_on": clock.today()}))

    def run() -> object:
        return actions.record_receipt(
            delivery_id=delivery.pk, received_on=form.cleaned_data["received_on"], proof=form.cleaned_data["proof"],
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip

    sent = _(", gửi ngày {sent_on}").format(sent_on=f"{delivery.sent_on:%d/%m/%Y}") if delivery.sent_on else ""
    return _small_act(request, case, form, run, _("Ghi nhận đã nhận văn bản"), f"{delivery.paper.title}{sent}")


@desk_page(*_ROLES)
def case_fulfil(request: HttpRequest, code: str, obligation_id: int) -> HttpResponse:
    """Record that something ordered was carried out."""
    case = case_for(code=code)
    obligation = obligation_for(case=case, obligation_id=obligation_id)
    form = forms.ObligationDoneForm(request.POST or None, setting=forms.Setting(first={"done_on": clock.today()}))

    def run() -> object:
        return actions.fulfil_obligation(
            obligation_id=obligation.pk, done_on=form.cleaned_data["done_on"], note=form.cleaned_data["note"],
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip

    return _small_act(request, case, form, run, _("Ghi nhận đã thực hiện"), obligation.what)


@desk_page(Role.OVERSIGHT, *LEADERS)
def case_urge(request: HttpRequest, code: str) -> HttpResponse:
    """Urge the agency that settles; oversight needs to see only the line."""
    actor, line = actor_from(request), line_for(code=code)
    form = forms.UrgeForm(request.POST or None, setting=forms.Setting())
    context = {"line": line, "form": form}
    template = "desk/cases/urge.html"
    if request.method != "POST":
        return render_page(request, template, context)
    if not form.is_valid():
        return render_page(request, template, context, status=422)
    try:
        actions.urge(
            code=line.code, text=form.cleaned_data["text"], answer_by=form.cleaned_data["answer_by"], by=actor,
            at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, template, context)
    messages.success(request, _("Đã gửi công văn đôn đốc."))
    return redirect("desk:work_mine")


@desk_page(*_ROLES)
def case_urging_answer(request: HttpRequest, urging_id: int) -> HttpResponse:
    """Answer an urging."""
    urging = urging_for(urging_id=urging_id)
    form = forms.NoteForm(request.POST or None, setting=forms.Setting())
    context = {"urging": urging, "form": form}
    template = "desk/cases/urging.html"
    if request.method != "POST":
        return render_page(request, template, context)
    if not form.is_valid():
        return render_page(request, template, context, status=422)
    try:
        actions.answer_urging(
            urging_id=urging.pk, text=form.cleaned_data["text"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return render_refusal(request, error, template, context)
    messages.success(request, _("Đã gửi trả lời."))
    return redirect("desk:work_mine")


@desk_page(*_ROLES)
def case_paper(request: HttpRequest, code: str, paper_id: int) -> HttpResponse:
    """A paper of a case on screen."""
    case = case_for(code=code)
    paper, html = paper_html(matter_id=case.matter_id, paper_id=paper_id, by=actor_from(request), at=clock.now())
    return render_page(request, "desk/cases/paper.html", {"case": case, "paper": paper, "html": html})


@desk_page(*_ROLES)
def case_paper_pdf(request: HttpRequest, code: str, paper_id: int) -> HttpResponse:
    """A paper of a case as PDF."""
    case = case_for(code=code)
    return paper_pdf(matter_id=case.matter_id, paper_id=paper_id, by=actor_from(request), at=clock.now())


@desk_page(*_ROLES)
def case_evidence(request: HttpRequest, code: str, evidence_id: int) -> HttpResponse:
    """The file of a piece of evidence; of a sealed case each reading is recorded."""
    case = case_for(code=code)
    evidence = evidence_for(case=case, evidence_id=evidence_id)
    actions.note_evidence_reading(case=case, evidence=evidence, by=actor_from(request), at=clock.now())
    return evidence_response(evidence=evidence)


@desk_page(Role.HEAD, Role.DEPUTY, Role.HANDLER, Role.PROCESSING_OFFICER)
def case_identity(request: HttpRequest, code: str) -> HttpResponse:
    """Ask to open the identity, and read it while the opening lasts. The head sees the reading log."""
    actor, now = actor_from(request), clock.now()
    case = case_for(code=code)
    form = forms.OpeningForm(request.POST or None, setting=forms.Setting())
    context: dict[str, object] = {"case": case, "form": form}
    status = 200
    if request.method == "POST" and not form.is_valid():
        status = 422
    elif request.method == "POST":
        try:
            ask_opening(matter_id=case.matter_id, reason=form.cleaned_data["reason"], by=actor, at=now)
        except ActionRefused as error:
            return render_refusal(request, error, "desk/cases/identity.html", _log(context, case, actor))
    opening = current_opening(matter_id=case.matter_id, by=actor, at=now)
    if opening is not None and request.method == "POST" and status == 200:
        context["people"] = open_identity(opening_id=opening.pk, by=actor, at=now)
        context["protections"] = actions.read_protection(case_id=case.pk, by=actor, at=now)
        context["minutes"] = actions.read_sealed_minutes(case_id=case.pk, by=actor, at=now)
    context["opening"] = opening
    return render_page(request, "desk/cases/identity.html", _log(context, case, actor), status=status)


_LOG: Final = 500  # of one case: what the head answers for is never cut off by other cases


def _log(context: dict[str, object], case: Case, actor: Actor) -> dict[str, object]:
    return {
        **context,
        "log": list_openings(by=actor, matter_id=case.matter_id, limit=_LOG),
        "readings": list_sealed_readings(case=case, by=actor, limit=_LOG),
        "decides": actor.is_one_of(Role.HEAD),
    }


@desk_page(Role.HEAD)
def case_identity_decide(request: HttpRequest, code: str, opening_id: int) -> HttpResponse:
    """Approve or deny a request to open an identity."""
    case = case_for(code=code)
    opening = opening_for(opening_id=opening_id)
    if request.method == "POST":
        try:
            decide_opening(
                opening_id=opening.pk, grant=request.POST.get("tra-loi") == "co", by=actor_from(request), at=clock.now()
            )
        except ActionRefused as error:
            context = {"case": case, "form": forms.OpeningForm(setting=forms.Setting())}
            return render_refusal(request, error, "desk/cases/identity.html", _log(context, case, actor_from(request)))
    return redirect(reverse("desk:case_identity", args=[case.code]))


urlpatterns: list[URLPattern] = [
    path("vu-viec/", case_list, name="case_list"),
    path("vu-viec/mo/<str:code>/thu-ly/", case_accept, name="case_accept"),
    path("vu-viec/mo/<str:code>/kiem-tra/", case_take_up, name="case_take_up"),
    path("vu-viec/mo/<str:code>/khong-thu-ly/", case_refuse, name="case_refuse"),
    path("vu-viec/don-doc/<int:urging_id>/tra-loi/", case_urging_answer, name="case_urging_answer"),
    path("vu-viec/<str:code>/", case_detail, name="case_detail"),
    path("vu-viec/<str:code>/don-doc/", case_urge, name="case_urge"),
    path("vu-viec/<str:code>/danh-tinh/", case_identity, name="case_identity"),
    path("vu-viec/<str:code>/danh-tinh/<int:opening_id>/", case_identity_decide, name="case_identity_decide"),
    path("vu-viec/<str:code>/van-ban/<int:paper_id>/", case_paper, name="case_paper"),
    path("vu-viec/<str:code>/van-ban/<int:paper_id>/pdf/", case_paper_pdf, name="case_paper_pdf"),
    path("vu-viec/<str:code>/chung-cu/<int:evidence_id>/", case_evidence, name="case_evidence"),
    path("vu-viec/<str:code>/da-nhan/<int:delivery_id>/", case_receipt, name="case_receipt"),
    path("vu-viec/<str:code>/thuc-hien/<int:obligation_id>/", case_fulfil, name="case_fulfil"),
    path("vu-viec/<str:code>/<slug:slug>/", case_act, name="case_act"),
]

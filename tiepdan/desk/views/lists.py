"""Acts on several rows of a list, each answered for itself; filters that an officer keeps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Role
from tiepdan.cases.access import case_for
from tiepdan.cases.actions import Change, assign_people, urge
from tiepdan.desk.forms.lists import DelayForm, GiveForm, HandForm, NoteForm, UrgeSeveralForm
from tiepdan.desk.labels import label
from tiepdan.desk.lists import Named, do_each
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page
from tiepdan.desk.views import cases, processing, submissions
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.matters.actions import acknowledge_notice, drop_filter, keep_filter
from tiepdan.matters.models import Notice, Participation, SavedFilter
from tiepdan.matters.queries import matters_that_open
from tiepdan.matters.rules import SavedPage
from tiepdan.routing.actions import decide_among_several
from tiepdan.routing.models import Proposal
from tiepdan.submissions.access import submission_for
from tiepdan.submissions.actions import give_processing, record_unprocessed_reason
from tiepdan.ui.words import said

NOBODY_CHOSEN = ActionRefused(Refused("nobody_chosen"))
_LISTS = {SavedPage.SUBMISSIONS: "desk:submission_list", SavedPage.CASES: "desk:case_list"}


@require_POST
@desk_page(*submissions.RECEIVING)
def submissions_several(request: HttpRequest) -> HttpResponse:
    """Give chosen submissions to an officer, or say why they are not yet processed."""
    by, at, gives = actor_from(request), clock.now(), request.POST.get("lam") == "giao"
    form = GiveForm(request.POST, by=by) if gives else DelayForm(request.POST)
    if not request.POST.getlist("viec"):
        return submissions.shown_list(request, refused=NOBODY_CHOSEN, bound=form)
    if not form.is_valid():
        return submissions.shown_list(request, bound=form, status=422)
    typed = form.cleaned_data

    def act(code: str) -> object:
        held = submission_for(code=code)
        if gives:
            return give_processing(submission_id=held.pk, user_id=int(typed["to"]), by=by, at=at)
        return record_unprocessed_reason(submission_id=held.pk, reason=typed["reason"], by=by, at=at)

    title = _("Giao người xử lý") if gives else _("Ghi lý do chưa xử lý xong")
    return _answer(request, title, act, "desk:submission_list", _lines(request, "desk:submission_detail"))


@require_POST
@desk_page(Role.HEAD, Role.DEPUTY, Role.OVERSIGHT)
def cases_several(request: HttpRequest) -> HttpResponse:
    """A leader gives chosen cases to a handler; oversight urges."""
    by, at, urges = actor_from(request), clock.now(), request.POST.get("lam") == "don-doc"
    form = UrgeSeveralForm(request.POST) if urges else HandForm(request.POST, by=by)
    if not request.POST.getlist("viec"):
        return cases.shown_list(request, refused=NOBODY_CHOSEN, bound=form)
    if not form.is_valid():
        return cases.shown_list(request, bound=form, status=422)
    typed = form.cleaned_data

    def act(code: str) -> object:
        if urges:
            return urge(code=code, text=typed["text"], answer_by=typed["answer_by"], by=by, at=at)
        change = Change(handler_id=int(typed["to"]))
        return assign_people(case_id=case_for(code=code).pk, change=change, reason=typed["reason"], by=by, at=at)

    title = _("Đôn đốc") if urges else _("Giao người giải quyết")
    return _answer(request, title, act, "desk:case_list", _lines(request, "desk:case_detail"))


@require_POST
@desk_page(*processing.HEADS)
def proposals_several(request: HttpRequest) -> HttpResponse:
    """Approve chosen proposals or send them back."""
    by, at, approved = actor_from(request), clock.now(), request.POST.get("lam") == "duyet"
    form = NoteForm(request.POST)
    keys = request.POST.getlist("viec")
    if not keys:
        return processing.shown_approvals(request, refusal=NOBODY_CHOSEN.verdict, status=409, note=form)
    if not form.is_valid():
        return processing.shown_approvals(request, status=422, note=form)

    def act(key: str) -> object:
        return decide_among_several(
            proposal_id=int(key), approved=approved, by=by, at=at, note=form.cleaned_data["note"]
        )

    found = Proposal.objects.filter(pk__in=_ids(keys), agency_id=by.agency_id).select_related("submission")
    names = {
        str(one.pk): Named(
            said(one.get_act_display()),
            one.submission.code,
            reverse("desk:processing_page", args=[one.submission.code]),
        )
        for one in found
    }
    return _answer(
        request, _("Phê duyệt") if approved else _("Trả lại đề xuất"), act, "desk:processing_approvals", names
    )


@require_POST
@desk_page()
def notices_several(request: HttpRequest) -> HttpResponse:
    """Mark chosen lines of the inbox as seen to."""
    by, at, keys = actor_from(request), clock.now(), request.POST.getlist("viec")
    if not keys:
        messages.error(request, _("Chưa chọn tin nào: đánh dấu ít nhất một dòng."))
        return redirect("desk:work_inbox")

    def act(key: str) -> object:
        try:
            return acknowledge_notice(notice_id=int(key), by=by, at=at)
        except Notice.DoesNotExist as error:
            raise NotFound(key) from error

    found = Notice.objects.filter(pk__in=_ids(keys))
    names = {str(one.pk): Named(label("notice", one.kind), one.code) for one in found}
    return _answer(request, _("Đánh dấu đã xem"), act, "desk:work_inbox", names)


@require_POST
@desk_page(*submissions.READING)
def filter_keep(request: HttpRequest, page: str) -> HttpResponse:
    """Keep the conditions shown now under a name."""
    known = next((one for one in SavedPage if one.value == page), None)
    if known is None:
        raise Http404
    query = request.POST.get("query", "")[:400]
    try:
        kept = keep_filter(
            page=known, name=request.POST.get("name", ""), query=query, by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        return _refused(request, known, refused)
    messages.success(request, _("Đã lưu bộ lọc “{name}”.").format(name=kept.name))
    return redirect(f"{reverse(_LISTS[known])}?{kept.query}")


@require_POST
@desk_page(*submissions.READING)
def filter_drop(request: HttpRequest, filter_id: int) -> HttpResponse:
    """Drop a filter of one's own."""
    try:
        row = drop_filter(filter_id=filter_id, by=actor_from(request), at=clock.now())
    except SavedFilter.DoesNotExist as error:
        raise Http404 from error
    messages.success(request, _("Đã bỏ bộ lọc “{name}”.").format(name=row.name))
    return redirect(_LISTS[SavedPage(row.page)])


def _refused(request: HttpRequest, page: SavedPage, refused: ActionRefused) -> HttpResponse:
    shown = submissions.shown_list if page is SavedPage.SUBMISSIONS else cases.shown_list
    return shown(request, refused=refused)


def _lines(request: HttpRequest, page: str) -> dict[str, Named]:
    """Name the chosen rows as far as the acting post sees their lines. Cost: 2 queries."""
    codes = [code for code in request.POST.getlist("viec") if len(code) <= 16]
    found = list(Participation.objects.filter(code__in=codes).order_by("pk"))
    readable = matters_that_open(found)
    return {
        row.code: Named(row.title, row.code, reverse(page, args=[row.code]) if row.matter_id in readable else "")
        for row in found
    }


def _ids(keys: Sequence[str]) -> list[int]:
    return [int(key) for key in keys if key.isdecimal() and len(key) <= 18]


def _answer(
    request: HttpRequest, title: str, act: Callable[[str], object], back: str, names: dict[str, Named]
) -> HttpResponse:
    rows = do_each(keys=request.POST.getlist("viec"), names=names, act=act)
    refused = sum(bool(row.why) for row in rows)
    context = {
        "title": title, "rows": rows, "done": len(rows) - refused, "refused": refused, "back_url": reverse(back),
    }  # fmt: skip
    return render_page(request, "desk/lists/told.html", context)


urlpatterns: list[URLPattern] = [
    path("don/nhieu/", submissions_several, name="submissions_several"),
    path("vu-viec/nhieu/", cases_several, name="cases_several"),
    path("phe-duyet/nhieu/", proposals_several, name="proposals_several"),
    path("hop-tin/nhieu/", notices_several, name="notices_several"),
    path("bo-loc/<slug:page>/", filter_keep, name="filter_keep"),
    path("bo-loc/<int:filter_id>/bo/", filter_drop, name="filter_drop"),
]

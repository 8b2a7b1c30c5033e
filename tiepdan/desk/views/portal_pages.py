"""Pages: what the agency tells on the portal, from the draft to what citizens read and no longer read."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.desk.forms.pages import KINDS, PageForm
from tiepdan.desk.forms.reception import ReasonForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.pages import actions
from tiepdan.pages.access import page_for
from tiepdan.pages.models import PortalPage
from tiepdan.pages.queries import PAGE, list_pages
from tiepdan.pages.rules import APPROVERS, WRITERS, PageKind, PageState
from tiepdan.ui.words import Toned, Words, said_choices

TABS: Final = (
    ("", "Tất cả"), (PageState.DRAFT.value, "Dự thảo"), (PageState.WAITING.value, "Chờ duyệt"),
    (PageState.PUBLISHED.value, "Đang đăng"), (PageState.WITHDRAWN.value, "Đã gỡ"),
)  # fmt: skip
STATES: Final = Toned({
    PageState.DRAFT: ("neutral", "Dự thảo"), PageState.WAITING: ("due", "Chờ duyệt"),
    PageState.PUBLISHED: ("good", "Đang đăng"), PageState.WITHDRAWN: ("neutral", "Đã gỡ"),
})  # fmt: skip
_DONE: Final = Words({
    "trinh": "Đã trình thủ trưởng.", "dang": "Đã đăng: người dân xem được từ bây giờ.", "tra-lai": "Đã trả lại để sửa.",
    "go": "Đã gỡ: người dân không xem được nữa.",
})  # fmt: skip


@desk_page(*WRITERS)
def page_list(request: HttpRequest) -> HttpResponse:
    """Pages of the own agency by state."""
    tab = next((key for key, _ in TABS if key and key == request.GET.get("muc")), "")
    before = request.GET.get("truoc", "")
    found = list_pages(by=actor_from(request), state=tab, before=int(before[:18]) if before.isdecimal() else 0)
    more = f"?muc={tab}&truoc={found[PAGE - 1].pk}" if len(found) > PAGE else ""
    rows = [(page, *STATES[PageState(page.state)], KINDS[PageKind(page.kind)]) for page in found[:PAGE]]
    return render_page(
        request, "desk/pages/list.html", {"tabs": said_choices(TABS), "tab": tab, "rows": rows, "next_url": more}
    )


@desk_page(*WRITERS)
def page_new(request: HttpRequest) -> HttpResponse:
    """Write a draft, or a new page in the place of a published one."""
    wanted = request.GET.get("thay", "")
    former = page_for(code=wanted) if wanted else None
    known = _typed(former) if former else {}
    form = PageForm(request.POST or None, initial=known)
    context = {"form": form, "former": former}
    if request.method != "POST":
        return render_page(request, "desk/pages/write.html", context)
    if not form.is_valid():
        return render_page(request, "desk/pages/write.html", context, status=422)
    try:
        made = actions.write_page(
            content=form.content(), replaces_id=former.pk if former else None, by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/pages/write.html", context)
    messages.success(request, _("Đã lưu dự thảo."))
    return redirect("desk:page_detail", made.code)


@desk_page(*WRITERS)
def page_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One page as citizens would read it, and what may be done with it."""
    return _detail(request, page_for(code=code))


@desk_page(*WRITERS)
def page_revise(request: HttpRequest, code: str) -> HttpResponse:
    """Change a draft."""
    page = page_for(code=code)
    form = PageForm(request.POST or None, initial=_typed(page))
    context = {"form": form, "page": page}
    if request.method != "POST":
        return render_page(request, "desk/pages/write.html", context)
    if not form.is_valid():
        return render_page(request, "desk/pages/write.html", context, status=422)
    try:
        actions.revise_page(page_id=page.pk, content=form.content(), by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/pages/write.html", context)
    messages.success(request, _("Đã lưu dự thảo."))
    return redirect("desk:page_detail", page.code)


@require_POST
@desk_page(*WRITERS)
def page_act(request: HttpRequest, code: str, how: str) -> HttpResponse:
    """Submit, publish, send back or withdraw."""
    page, actor, at = page_for(code=code), actor_from(request), clock.now()
    form = ReasonForm(request.POST)
    if how not in _DONE:
        raise Http404
    if how in {"tra-lai", "go"} and not form.is_valid():
        return _detail(request, page, form=form, status=422)
    try:
        match how:
            case "trinh":
                actions.submit_page(page_id=page.pk, by=actor, at=at)
            case "dang":
                actions.publish_page(page_id=page.pk, by=actor, at=at)
            case "tra-lai":
                actions.send_back_page(page_id=page.pk, reason=form.cleaned_data["reason"], by=actor, at=at)
            case _:
                actions.withdraw_page(page_id=page.pk, reason=form.cleaned_data["reason"], by=actor, at=at)
    except ActionRefused as refused:
        return _detail(request, page, refused=refused)
    messages.success(request, _DONE[how])
    return redirect("desk:page_detail", page.code)


def _typed(page: PortalPage) -> dict[str, str]:
    """Return what was typed for a page; that nobody is known by it has to be said again each time."""
    return {
        "kind": page.kind, "title": page.title, "text": page.text, "decision": page.decision,
        "matter_code": page.decided_code,
    }  # fmt: skip


def _detail(
    request: HttpRequest,
    page: PortalPage,
    *,
    form: ReasonForm | None = None,
    refused: ActionRefused | None = None,
    status: int = 200,
) -> HttpResponse:
    actor, state = actor_from(request), PageState(page.state)
    tone, label = STATES[state]
    context = {
        "page": page, "tone": tone, "label": label, "kind": KINDS[PageKind(page.kind)], "form": form or ReasonForm(),
        "decides": actor.is_one_of(*APPROVERS) and page.written_by_id != actor.user_id,
        "heads": actor.is_one_of(*APPROVERS),
    }  # fmt: skip
    if refused is not None:
        return render_refusal(request, refused, "desk/pages/detail.html", context)
    return render_page(request, "desk/pages/detail.html", context, status=status)


urlpatterns: list[URLPattern] = [
    path("trang-cong/", page_list, name="page_list"),
    path("trang-cong/moi/", page_new, name="page_new"),
    path("trang-cong/<str:code>/", page_detail, name="page_detail"),
    path("trang-cong/<str:code>/sua/", page_revise, name="page_revise"),
    path("trang-cong/<str:code>/viec/<slug:how>/", page_act, name="page_act"),
]

"""Pages: what I must do now, the boards, the inbox, and the choices of the frame (post, theme, language)."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Role
from tiepdan.agencies.queries import local_defaults
from tiepdan.deadlines.groups import group_from
from tiepdan.desk.forms.lists import NothingForm
from tiepdan.desk.lists import ActForSeveral, Several
from tiepdan.desk.middleware import POST_KEY, actor_from
from tiepdan.desk.page import desk_page, render_page
from tiepdan.desk.work_lines import address_of_notice, in_words, shown, soon_until
from tiepdan.infra import clock
from tiepdan.matters.actions import acknowledge_notice
from tiepdan.matters.models import Notice
from tiepdan.privacy.queries import duties_of
from tiepdan.reports import queries

PAGE_SIZE = 50
_KEEPERS = (Role.RECEPTION_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)  # of the registers of personal data
LATE_SHOWN = 10  # on the board; the rest is one link away
THEMES = ("auto", "light", "dark")
A_YEAR = 365 * 24 * 3600


@desk_page()
def mine(request: HttpRequest) -> HttpResponse:
    """What waits for me, in the order it presses."""
    actor, today = actor_from(request), clock.today()
    days = local_defaults(path=actor.agency_path).calendar
    work = queries.my_work(by=actor, today=today, soon_until=soon_until(today=today, calendar=days))
    groups = shown(work=work, by=actor, today=today, calendar=days)
    duties = duties_of(by=actor) if actor.is_one_of(*_KEEPERS) else []
    context = {
        "groups": groups, "urgings": work.urgings, "today": today, "duties": duties, "now": clock.now(),
        "nothing": not any(g.lines for g in groups) and not duties,
    }  # fmt: skip
    return render_page(request, "desk/my_work/mine.html", context)


@desk_page(Role.HEAD, Role.DEPUTY, Role.OVERSIGHT)
def board(request: HttpRequest) -> HttpResponse:
    """Who has how much, what is late, what is large."""
    actor, today = actor_from(request), clock.today()
    oversees = actor.is_one_of(Role.OVERSIGHT)
    below = queries.board_below(by=actor, today=today)
    days = local_defaults(path=actor.agency_path).calendar
    if oversees:
        own: list[queries.BoardRow] = []
        late_lines = queries.late_lines(by=actor, today=today, limit=LATE_SHOWN)
    else:
        own, late_lines = queries.office_board(by=actor, today=today, limit=LATE_SHOWN)
    late = [in_words(line, today=today, calendar=days) for line in late_lines]
    late_count = queries.total(below if oversees else own).late
    context = {
        "late_count": late_count,
        "late_hidden": max(late_count - len(late), 0),
        "own": own,
        "own_total": queries.total(own),
        "below": [row for row in below if row.id != actor.agency_id],
        "below_total": queries.total([row for row in below if row.id != actor.agency_id]),
        "late": late,
        "today": today,
        "oversees": oversees,
        "large_from": group_from(on=today),
    }
    return render_page(request, "desk/my_work/board.html", context)


@desk_page()
def inbox(request: HttpRequest) -> HttpResponse:
    """The lines that acts put into my inbox."""
    only_unread = request.GET.get("loc") != "tat-ca"
    before = request.GET.get("truoc", "")
    found = queries.inbox(
        by=actor_from(request), waiting=only_unread, before=int(before[:18]) if before.isdecimal() else None,
        limit=PAGE_SIZE + 1,
    )  # fmt: skip
    kept = "" if only_unread else "loc=tat-ca&"
    more = f"?{kept}truoc={found[PAGE_SIZE - 1].pk}" if len(found) > PAGE_SIZE else ""
    seen = ActForSeveral("da-xem", _("Đánh dấu đã xem"), _("Đã xem các tin đã chọn"), NothingForm())
    several = Several(reverse("desk:notices_several"), [seen]) if found else None
    context = {"notices": found[:PAGE_SIZE], "only_unread": only_unread, "next_url": more, "several": several}
    return render_page(request, "desk/my_work/inbox.html", context, fragment="list")


@require_POST
@desk_page()
def inbox_acknowledge(request: HttpRequest, notice_id: int) -> HttpResponse:
    """Mark a line as seen to; with `open`, go on to its matter."""
    try:
        notice = acknowledge_notice(notice_id=notice_id, by=actor_from(request), at=clock.now())
    except Notice.DoesNotExist as error:
        raise Http404 from error
    if "open" in request.POST and (notice.code or notice.kind == "post_waits"):
        return redirect(address_of_notice(kind=notice.kind, code=notice.code) or "desk:work_inbox")
    return redirect("desk:work_inbox")


@require_POST
def post_choose(request: HttpRequest) -> HttpResponse:
    """Act from another of one's posts from now on."""
    wanted = request.POST.get("post", "")
    posts = getattr(request, "posts", [])
    if not any(str(post.pk) == wanted for post in posts):
        raise Http404
    request.session[POST_KEY] = int(wanted)
    return redirect("desk:work_mine")


@require_POST
def theme_set(request: HttpRequest) -> HttpResponse:
    """Remember light or dark."""
    theme = request.POST.get("theme", "")
    response = HttpResponseRedirect(_back(request))
    if theme in THEMES:
        response.set_cookie("theme", theme, max_age=A_YEAR, samesite="Lax", secure=settings.BEHIND_HTTPS, httponly=True)
    return response


@require_POST
def language_set(request: HttpRequest) -> HttpResponse:
    """Remember the language."""
    language = request.POST.get("language", "")
    response = HttpResponseRedirect(_back(request))
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=A_YEAR, samesite="Lax", secure=settings.BEHIND_HTTPS
        )
    return response


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else "/"


urlpatterns: list[URLPattern] = [
    path("", mine, name="work_mine"),
    path("bang-dieu-hanh/", board, name="work_board"),
    path("hop-tin/", inbox, name="work_inbox"),
    path("hop-tin/<int:notice_id>/da-xem/", inbox_acknowledge, name="work_inbox_acknowledge"),
    path("vi-tri/", post_choose, name="post_choose"),
    path("giao-dien/", theme_set, name="theme_set"),
    path("ngon-ngu/", language_set, name="language_set"),
]

"""Pages: online reception sessions, and what the agency of a member point sees of one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor, Role
from tiepdan.desk.forms import online as forms
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.online import actions, queries
from tiepdan.online.access import own_point, session_for
from tiepdan.online.models import OnlinePoint, OnlineSession
from tiepdan.online.rules import SessionState, announce_by, connect_by, online_book, try_by
from tiepdan.submissions.access import submission_for
from tiepdan.ui.words import Toned, Words, said

READERS: Final = (
    Role.RECEPTION_OFFICER,
    Role.PROCESSING_OFFICER,
    Role.HEAD,
    Role.DEPUTY,
    Role.RECORDS_CLERK,
    Role.HANDLER,
    Role.OVERSIGHT,
)
WORKING: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY)
HEADS: Final = (Role.HEAD, Role.DEPUTY)
STATES: Final = Toned(
    {
        SessionState.DECIDED: ("due", "Đang chuẩn bị điểm cầu"),
        SessionState.ANNOUNCED: ("info", "Đã báo công dân và các điểm cầu"),
        SessionState.OPEN: ("late", "Đang tiếp"),
        SessionState.ENDED: ("good", "Đã kết thúc"),
        SessionState.BROKEN_OFF: ("neutral", "Dừng vì mất đường truyền"),
        SessionState.CANCELLED: ("neutral", "Đã hủy"),
    }
)
_TITLES: Final = Words({
    "diem-cau": "Thêm điểm cầu", "bao": "Gửi thông báo, giấy mời", "bat-dau": "Bắt đầu buổi tiếp", "ket-thuc": "Kết thúc, lập biên bản",
    "dung": "Dừng vì mất đường truyền", "huy": "Hủy buổi tiếp",
})  # fmt: skip
_POINT_TITLES: Final = Words({
    "thu": "Ghi kết nối thử", "ket-noi": "Đã kết nối", "nguoi-du": "Ghi người dự", "mat": "Mất đường truyền", "lai": "Đường truyền trở lại",
    "cong-dan": "Công dân đến đây",
})  # fmt: skip
_OF_STATE: Final = {
    SessionState.DECIDED: ("diem-cau", "bao", "huy"),
    SessionState.ANNOUNCED: ("bat-dau", "huy"),
    SessionState.OPEN: ("ket-thuc", "dung"),
}
_POINT_OF_STATE: Final = {
    SessionState.DECIDED: ("cong-dan",),
    SessionState.ANNOUNCED: ("thu", "ket-noi", "nguoi-du", "cong-dan"),
    SessionState.OPEN: ("nguoi-du", "mat", "lai"),
}


@desk_page(*READERS)
def online_list(request: HttpRequest) -> HttpResponse:
    """Coming sessions, invitations of others, past sessions."""
    actor, past = actor_from(request), request.GET.get("loc") == "da-qua"
    context = {
        "sessions": [(one, *STATES[SessionState(one.state)]) for one in queries.list_sessions(past=past)], "past": past,
        "invitations": [] if past else queries.list_invitations(by=actor, at=clock.now()),
    }  # fmt: skip
    return render_page(request, "desk/online/list.html", context)


@desk_page(*HEADS)
def online_new(request: HttpRequest, code: str) -> HttpResponse:
    """The head decides that a case is received online."""
    submission = submission_for(code=code)
    sealed = submission.matter.sealed
    form = forms.DecideForm(request.POST or None, denunciation=sealed)
    context = {"form": form, "submission": submission, "conduct": online_book().conduct}
    if request.method != "POST":
        return render_page(request, "desk/online/new.html", context)
    if not form.is_valid():
        return render_page(request, "desk/online/new.html", context, status=422)
    typed = form.cleaned_data
    try:
        made = actions.decide_session(
            submission_id=submission.pk, ground=typed["ground"], reason=typed["reason"], conditions=typed["conditions"],
            starts_at=form.starts_at(), place=typed["place"], platform=typed["platform"], contact=typed["contact"],
            complex_case=typed.get("complex_case", False), protection_asked=typed.get("protection_asked", False),
            secrecy_kept=typed.get("secrecy_kept", False), by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/online/new.html", context)
    messages.success(request, _("Đã quyết định tiếp trực tuyến. Thêm điểm cầu thành viên rồi gửi thông báo."))
    return redirect("desk:online", made.code)


@desk_page(*READERS)
def online(request: HttpRequest, code: str) -> HttpResponse:
    """One session; or one's own point of somebody else's."""
    try:
        return _page(request, session_for(code=code))
    except NotFound:
        point = own_point(code=code, agency_id=actor_from(request).agency_id)
        return render_page(request, "desk/online/point.html", {"point": point, "conduct": online_book().conduct})


@require_POST
@desk_page(*WORKING)
def online_act(request: HttpRequest, code: str, act: str) -> HttpResponse:
    """One act on the session."""
    found = session_for(code=code)
    form, do = _act(found, act, request)
    return _done(request, found, act, form, do)


@require_POST
@desk_page(*WORKING)
def online_point_act(request: HttpRequest, code: str, point_id: int, act: str) -> HttpResponse:
    """One act on a point."""
    found = session_for(code=code)
    form, do = _point_act(found, point_id, act, request)
    return _done(request, found, f"{act}-{point_id}", form, do)


Do = Callable[[dict[str, Any], Actor, datetime], object]


def _done(
    request: HttpRequest, found: OnlineSession, panel: str, form: django_forms.Form | None, do: Do
) -> HttpResponse:
    if form is not None and not form.is_valid():
        return _page(request, found, panel=panel, form=form, status=422)
    try:
        do(form.cleaned_data if form is not None else {}, actor_from(request), clock.now())
    except ActionRefused as error:
        return _page(request, session_for(code=found.code), panel=panel, form=form, error=error)
    messages.success(request, _("Đã ghi."))
    return redirect("desk:online", found.code)


def _act(found: OnlineSession, act: str, request: HttpRequest) -> tuple[django_forms.Form | None, Do]:
    key, data = found.pk, request.POST

    def point(typed: dict[str, Any], by: Actor, at: datetime) -> object:
        agency = typed["agency"]
        return actions.add_point(
            session_id=key, name=typed["name"] or (agency.name if agency else ""),
            address=typed["address"] or (agency.address if agency else ""), contact=typed["contact"],
            agency_id=agency.pk if agency else None, by=by, at=at,
        )  # fmt: skip

    def end(typed: dict[str, Any], by: Actor, at: datetime) -> object:
        signing = "" if typed["signing"] == "refused" else typed["signing"]
        return actions.end_session(session_id=key, by=by, at=at, **{**typed, "signing": signing})

    match act:
        case "diem-cau":
            return forms.PointForm(data), point
        case "bao":
            return None, lambda _, by, at: actions.announce_session(session_id=key, by=by, at=at)
        case "bat-dau":
            return forms.OpenForm(data), lambda typed, by, at: actions.open_session(
                session_id=key, by=by, at=at, **typed
            )
        case "ket-thuc":
            return forms.EndForm(data), end
        case "dung":
            return forms.ReasonForm(data), lambda typed, by, at: actions.break_off(
                session_id=key, by=by, at=at, **typed
            )
        case "huy":
            return forms.ReasonForm(data), lambda typed, by, at: actions.cancel_session(
                session_id=key, by=by, at=at, **typed
            )
    raise NotFound(act)


def _point_act(
    found: OnlineSession, point_id: int, act: str, request: HttpRequest
) -> tuple[django_forms.Form | None, Do]:
    key, data = found.pk, request.POST
    match act:
        case "thu":
            return forms.TrialForm(data), lambda typed, by, at: actions.record_trial(
                session_id=key, point_id=point_id, worked=typed["worked"] == "1", note=typed["note"], by=by, at=at
            )
        case "ket-noi":
            return None, lambda _, by, at: actions.connect_point(session_id=key, point_id=point_id, by=by, at=at)
        case "nguoi-du":
            return forms.SeatForm(data), lambda typed, by, at: actions.seat(
                session_id=key, point_id=point_id, people=typed["people"], by=by, at=at
            )
        case "cong-dan":
            return None, lambda _, by, at: actions.choose_point(session_id=key, point_id=point_id, by=by, at=at)
        case "mat":
            return forms.BreakForm(data), lambda typed, by, at: actions.record_break(
                session_id=key, point_id=point_id, note=typed["note"], by=by, at=at
            )
        case "lai":
            return forms.RestoreForm(data), lambda typed, by, at: actions.restore_line(
                session_id=key, point_id=point_id, agreed=typed["agreed"], by=by, at=at
            )
    raise NotFound(act)


def _page(
    request: HttpRequest, found: OnlineSession, *, panel: str = "", form: django_forms.Form | None = None, status: int = 200,
    error: ActionRefused | None = None,
) -> HttpResponse:  # fmt: skip
    actor, state = actor_from(request), SessionState(found.state)
    works = found.agency_id == actor.agency_id and actor.is_one_of(*WORKING)
    starts = found.starts_at.astimezone(VIETNAM)
    tone, words = STATES[state]
    points = queries.points_of(session=found)
    book = online_book()
    context = {
        "session": found, "starts": starts, "tone": tone, "words": words, "ground": book.grounds[found.ground],
        "sealed": found.submission.matter.sealed, "works": works, "is_head": actor.is_one_of(*HEADS),
        "limits": (
            (_("Báo công dân, các điểm cầu chậm nhất"), announce_by(held_on=starts.date()), found.announced_on, "LI-2"),
            (_("Kết nối thử xong chậm nhất"), try_by(held_on=starts.date()), _all(points, "tested_on"), "LI-3"),
        ),
        "connect_by": connect_by(starts_at=starts),
        "conditions": [title for code, title in book.conditions.items() if code in found.conditions],
        "points": [
            (one, [(book.roles[seat["role"]], seat) for seat in one.attendance], _point_panels(found, one, panel, form) if works else [])
            for one in points
        ],
        "panels": [
            (key, _TITLES[key], form if panel == key and form is not None else _blank(key), panel == key)
            for key in (_OF_STATE.get(state, ()) if works else ())
        ],
        "first": _next_act(state, points), "connected_at": _all(points, "connected_at"),
        "breaks": found.breaks.select_related("point").order_by("lost_at"),
        "may_book": works and state in {SessionState.ENDED, SessionState.BROKEN_OFF} and found.reception_id is None,
        "proof": said(dict(forms.PROOFS).get(found.recording_proof, "")),
        "signing": said(dict(forms.SIGNINGS)[found.signing]) if found.signing else _("Không ký"),
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/online/detail.html", context)
    return render_page(request, "desk/online/detail.html", context, status=status)


def _point_panels(
    found: OnlineSession, point: OnlinePoint, panel: str, form: django_forms.Form | None
) -> list[tuple[str, str, django_forms.Form | None, bool]]:
    lost = any(one.restored_at is None for one in point.breaks.all())
    shown = []
    for key in _POINT_OF_STATE.get(SessionState(found.state), ()):
        if (key == "mat" and lost) or (key == "lai" and not lost) or (key == "cong-dan" and point.citizen_here):
            continue
        if key == "ket-noi" and point.connected_at is not None:
            continue
        here = panel == f"{key}-{point.pk}"
        shown.append((key, _POINT_TITLES[key], form if here and form is not None else _blank(key, point), here))
    return shown


def _blank(key: str, point: OnlinePoint | None = None) -> django_forms.Form | None:
    prefix = f"id_{key}_{point.pk if point else 0}_%s"
    match key:
        case "diem-cau":
            return forms.PointForm(auto_id=prefix)
        case "bat-dau":
            return forms.OpenForm(auto_id=prefix)
        case "ket-thuc":
            return forms.EndForm(auto_id=prefix)
        case "dung" | "huy":
            return forms.ReasonForm(auto_id=prefix)
        case "thu":
            return forms.TrialForm(auto_id=prefix)
        case "nguoi-du":
            names = {code: word for word, code in forms.ROLES_TYPED.items()}
            lines = [
                "; ".join(part for part in (names[one["role"]], one["name"], one["post"]) if part)
                for one in (point.attendance if point else ())
            ]
            return forms.SeatForm(auto_id=prefix, initial={"people": "\n".join(lines)})
        case "mat":
            return forms.BreakForm(auto_id=prefix)
        case "lai":
            return forms.RestoreForm(auto_id=prefix)
    return None


def _next_act(state: SessionState, points: list[OnlinePoint]) -> str:
    """The act of the session whose turn it is: nothing opens before its points are connected."""
    match state:
        case SessionState.DECIDED:
            return "bao" if len(points) > 1 else "diem-cau"
        case SessionState.ANNOUNCED:
            return "bat-dau" if _all(points, "connected_at") else ""
        case SessionState.OPEN:
            return "ket-thuc"
    return ""


def _all(points: list[OnlinePoint], column: str) -> object:
    """The latest day of a column when every point has one, otherwise None."""
    found = [getattr(one, column) for one in points]
    return max(found) if found and all(found) else None


urlpatterns: list[URLPattern] = [
    path("tiep-truc-tuyen/", online_list, name="online_list"),
    path("tiep-truc-tuyen/moi/<str:code>/", online_new, name="online_new"),
    path("tiep-truc-tuyen/<str:code>/", online, name="online"),
    path("tiep-truc-tuyen/<str:code>/diem-cau/<int:point_id>/<str:act>/", online_point_act, name="online_point_act"),
    path("tiep-truc-tuyen/<str:code>/<str:act>/", online_act, name="online_act"),
]

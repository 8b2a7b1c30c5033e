"""Pages: incidents at reception offices, on a phone first; response sheets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor
from tiepdan.desk.forms import incidents as forms
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.incidents import actions, queries
from tiepdan.incidents.access import incident_for, office_for
from tiepdan.incidents.actions import Called
from tiepdan.incidents.models import Incident, Office
from tiepdan.incidents.rules import LineKind, Transport, may_work
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.sending import sent_key
from tiepdan.rosters.queries import leaders_on_call, on_duty, serving_now


@desk_page()
def incident_list(request: HttpRequest) -> HttpResponse:
    """Incidents, open ones first."""
    actor = actor_from(request)
    only_open = request.GET.get("loc") != "tat-ca"
    context = {
        "incidents": queries.incidents(only_open=only_open), "only_open": only_open, "works": bool(may_work(role=actor.role)),
        "offices": queries.offices(by=actor), "leaders": leaders_on_call(by=actor, at=clock.now()),
    }  # fmt: skip
    return render_page(request, "desk/incidents/list.html", context)


@desk_page()
def incident_new(request: HttpRequest) -> HttpResponse:
    """The quick form."""
    actor, now = actor_from(request), clock.now()
    form = forms.IncidentForm(request.POST or None, offices=queries.offices(by=actor))
    leaders = leaders_on_call(by=actor, at=now)
    context = {"form": form, "leaders": leaders}
    if request.method != "POST":
        return render_page(request, "desk/incidents/new.html", context)
    if not form.is_valid():
        return render_page(request, "desk/incidents/new.html", context, status=422)
    typed = dict(form.cleaned_data)
    typed["request_key"] = sent_key(key=typed["request_key"], fields=dict(request.POST.lists()))
    office, began = typed.pop("office"), forms.instant(typed.pop("began_at"), typed.pop("began_day"), now)
    leader = next((one.user_id for one in leaders if one.user_id), None)
    try:
        made = actions.report_incident(
            **typed, office_id=int(office) if office else None, began_at=began, leader_id=leader, by=actor,
            at=now,
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/incidents/new.html", context)
    return redirect("desk:incident", made.code)


@desk_page()
def incident(request: HttpRequest, code: str) -> HttpResponse:
    """One incident: what stands, what may be done, the running log."""
    return _page(request, incident_for(code=code))


@require_POST
@desk_page()
def incident_act(request: HttpRequest, code: str, act: str) -> HttpResponse:
    """One act on an incident."""
    found = incident_for(code=code)
    form, do = _act(found, act, request)
    if form is not None and not form.is_valid():
        return _page(request, found, panel=act, form=form, status=422)
    try:
        do(form.cleaned_data if form is not None else {}, actor_from(request), clock.now())
    except ActionRefused as error:
        return _page(request, found, panel=act, form=form, error=error)
    messages.success(request, _("Đã ghi."))
    return redirect("desk:incident", found.code)


@require_POST
@desk_page()
def incident_call(request: HttpRequest, code: str, call_id: int) -> HttpResponse:
    """Somebody called knows, or is there."""
    found = incident_for(code=code)
    try:
        actions.answer_call(
            call_id=call_id, came=request.POST.get("came") == "1", by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return _page(request, found, error=error)
    return redirect("desk:incident", found.code)


@desk_page()
def office_new(request: HttpRequest) -> HttpResponse:
    """Enter an office."""
    form = forms.OfficeForm(request.POST or None)
    context = {"form": form, "title": _("Thêm địa điểm tiếp"), "button": _("Lưu"), "lead": "",
               "up": reverse("desk:incident_list"), "above": _("Tình huống")}  # fmt: skip
    if request.method != "POST":
        return render_page(request, "desk/duty/form.html", context)
    if not form.is_valid():
        return render_page(request, "desk/duty/form.html", context, status=422)
    try:
        made = actions.open_office(**form.cleaned_data, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/duty/form.html", context)
    return redirect("desk:office", made.pk)


@desk_page()
def office(request: HttpRequest, office_id: int) -> HttpResponse:
    """The response sheet of an office."""
    found = office_for(office_id=office_id)
    form = forms.SituationForm(request.POST or None)
    if request.method != "POST":
        return _office_page(request, found, form)
    if not form.is_valid():
        return _office_page(request, found, form, status=422)
    typed = form.cleaned_data
    try:
        actions.set_situation(
            office_id=found.pk, name=typed["name"], steps=typed["steps"], room=typed["room"], contacts=form.called(),
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        context = {"office": found, "sheet": queries.sheet(office=found), "form": form}
        return render_refusal(request, error, "desk/incidents/office.html", context)
    return redirect("desk:office", found.pk)


def _act(
    found: Incident, act: str, request: HttpRequest
) -> tuple[Any, Callable[[dict[str, Any], Actor, datetime], object]]:
    key, data = found.pk, request.POST

    def line(typed: dict[str, Any], by: Actor, at: datetime) -> object:
        then = _last_time(typed["happened_at"], at) if typed["happened_at"] else None
        return actions.write_line(
            incident_id=key, kind=LineKind(typed["kind"]), text=typed["text"], people=typed["people"], by=by, at=at,
            happened_at=then,
        )  # fmt: skip

    def agree(typed: dict[str, Any], by: Actor, at: datetime) -> object:
        return actions.note_agreement(
            incident_id=key, agreed=typed["agreed"], dialogue_on=typed["dialogue_on"], answer_by=typed["answer_by"],
            transport=Transport(typed["transport"]), spokespersons=typed["spokespersons"].splitlines(), by=by, at=at,
        )  # fmt: skip

    def call(typed: dict[str, Any], by: Actor, at: datetime) -> object:
        people = forms.called_lines(typed["people"])
        here = []
        if data.get("duty"):
            here = [duty.member for duty in on_duty(at=at) if duty.agency_path == by.agency_path]
        if data.get("force"):
            here += serving_now(by=by, on=at.date())
        people += [Called(one.name, one.title, one.phone, one.user_id) for one in here]
        return actions.call_out(incident_id=key, called=people, by=by, at=at)

    match act:
        case "dien-bien":
            return forms.LineForm(data), line
        case "thong-nhat":
            return forms.AgreementForm(data), agree
        case "goi":
            return forms.CallForm(data), call
        case "dia-phuong":
            return forms.HomeForm(data), lambda typed, by, at: actions.tell_home(
                incident_id=key, agency_id=typed["agency"].pk, by=by, at=at
            )
        case "ket-thuc":
            return forms.EndForm(data), lambda typed, by, at: actions.end_incident(
                incident_id=key, ended_at=forms.instant(typed["ended_at"], typed["ended_day"], at), by=by, at=at
            )
        case "vu-viec":
            return None, lambda _, by, at: actions.link_matter(incident_id=key, code=data.get("code", ""), by=by, at=at)
        case "dong":
            return None, lambda _, by, at: actions.close_incident(
                incident_id=key, lessons=data.get("lessons", ""), by=by, at=at
            )
        case "tra-loi":
            return None, lambda _, by, at: actions.answer_home(
                incident_id=key, answer=data.get("answer", ""), by=by, at=at
            )
        case "da-xem":
            return None, lambda _, by, at: actions.see_end(incident_id=key, by=by, at=at)
        case _:
            return None, lambda _, by, at: actions.acknowledge_urgent(incident_id=key, by=by, at=at)


def _page(
    request: HttpRequest, found: Incident, *, panel: str = "", form: Any = None, status: int = 200,
    error: ActionRefused | None = None,
) -> HttpResponse:  # fmt: skip
    actor = actor_from(request)
    own = found.agency_id == actor.agency_id
    homes = list(found.homes.select_related("agency", "answered_by").order_by("pk"))
    now = f"{clock.now():%H:%M}"
    blank = {
        "dien-bien": forms.LineForm(), "thong-nhat": forms.AgreementForm(), "goi": forms.CallForm(), "dia-phuong": forms.HomeForm(),
        "ket-thuc": forms.EndForm(initial={"ended_at": now}),
    }  # fmt: skip
    titles = {
        "dien-bien": _("Ghi diễn biến"),
        "goi": _("Gọi người đến"),
        "dia-phuong": _("Báo địa phương"),
        "thong-nhat": _("Ghi nội dung thống nhất"),
        "ket-thuc": _("Ghi kết thúc"),
    }
    works = own and bool(may_work(role=actor.role)) and found.closed_at is None
    panels = [
        (key, title, form if panel == key and form is not None else blank[key], panel == key)
        for key, title in titles.items()
    ]
    context = {
        "incident": found, "own": own, "works": works, "panels": [one for one in panels if one[0] != "ket-thuc" or not found.ended_at],
        "lines": [(line, forms.LINES[LineKind(line.kind)]) for line in found.lines.order_by("-at", "-pk")[:200]],
        "calls": found.calls.order_by("pk"), "homes": homes, "codes": queries.matter_codes(incident=found),
        "here": next((home for home in homes if home.agency_id == actor.agency_id), None), "user_id": actor.user_id,
        "acknowledges": found.urgent and found.acknowledged_at is None
        and (found.leader_id == actor.user_id or (own and actor.role in {"head", "deputy"})),
        "closes": own and found.ended_at is not None and found.closed_at is None and actor.role in {"head", "deputy", "coordinator"},
        "counts": list(found.lines.exclude(people=None).order_by("at", "pk")[:200]),
        "transport": forms.TRANSPORT[Transport(found.transport)],
        "sheet": queries.sheet(office=found.office) if own and found.office is not None else [],
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/incidents/detail.html", context)
    return render_page(request, "desk/incidents/detail.html", context, status=status)


def _office_page(request: HttpRequest, found: Office, form: forms.SituationForm, *, status: int = 200) -> HttpResponse:
    context = {"office": found, "sheet": queries.sheet(office=found), "form": form}
    return render_page(request, "desk/incidents/office.html", context, status=status)


def _last_time(value: time, now: datetime) -> datetime:
    """The last time the clock showed this: today, or yesterday for an hour still to come today."""
    today = forms.instant(value, "0", now)
    return today if today <= now else forms.instant(value, "1", now)


urlpatterns: list[URLPattern] = [
    path("tinh-huong/", incident_list, name="incident_list"),
    path("tinh-huong/moi/", incident_new, name="incident_new"),
    path("tinh-huong/dia-diem/moi/", office_new, name="office_new"),
    path("tinh-huong/dia-diem/<int:office_id>/", office, name="office"),
    path("tinh-huong/<str:code>/", incident, name="incident"),
    path("tinh-huong/<str:code>/goi/<int:call_id>/", incident_call, name="incident_call"),
    path("tinh-huong/<str:code>/<str:act>/", incident_act, name="incident_act"),
]

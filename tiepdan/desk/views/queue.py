"""Pages: the queue of the day, appointments at the desk, weekly hours."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.agencies.models import Agency
from tiepdan.agenda import actions, queries
from tiepdan.agenda.slots import RECEIVERS, Slot, TicketStatus
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agenda import DAY_NAMES, TimeInput
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said

ROLES: Final = tuple(RECEIVERS)
_ROOM: Final = "queue_room"


class BookForm(Form):
    """A time and how many come."""

    slot = forms.ChoiceField(label="Ngày, giờ còn trống")
    people = forms.IntegerField(
        label="Số người đến", min_value=1, max_value=5000, initial=1,
        error_messages={"min_value": "Ghi số người: ít nhất 1.", "max_value": "Ghi số người: nhiều nhất 5.000."},
    )  # fmt: skip

    def __init__(self, *args: Any, slots: list[Slot], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["slot"].choices = [(one.key, slot_words(one)) for one in slots]  # type: ignore[attr-defined] # a choice field


class HoursForm(Form):
    """Hours of a weekday."""

    weekday = forms.TypedChoiceField(label="Thứ", coerce=int, choices=list(enumerate(DAY_NAMES)))
    starts_at = forms.TimeField(label="Từ giờ", widget=TimeInput, initial="08:00")
    ends_at = forms.TimeField(label="Đến giờ", widget=TimeInput, initial="11:30")
    place = TidyCharField(label="Nơi tiếp", max_length=200)
    starts_on = forms.DateField(label="Áp dụng từ ngày", widget=DayInput, initial=clock.today)


@desk_page(*ROLES)
def queue(request: HttpRequest) -> HttpResponse:
    """Who is expected, who waits, who is being received."""
    return _page(request)


@require_POST
@desk_page(*ROLES)
def queue_act(request: HttpRequest, act: str) -> HttpResponse:
    """Draw, call, close a number."""
    actor, at = actor_from(request), clock.now()
    number = request.POST.get("id", "")
    given = int(number) if number.isdecimal() and len(number) < 19 else 0
    try:
        if act == "lay-so":
            ticket = actions.draw_number(by=actor, at=at)
            messages.success(request, _("Số {number}.").format(number=ticket.number))
        elif act == "da-den":
            ticket = actions.draw_number(by=actor, at=at, appointment_id=given)
            messages.success(request, _("Số {number}.").format(number=ticket.number))
        elif act == "moi":
            room = request.POST.get("room", "")
            actions.call_number(ticket_id=given, room=room, by=actor, at=at)
            request.session[_ROOM] = room[:40]
        elif act in {"xong", "vang"}:
            actions.end_number(ticket_id=given, left=act == "vang", by=actor, at=at)
        else:
            raise NotFound(act)
    except ActionRefused as error:
        return _page(request, error=error)
    return redirect("desk:queue")


@desk_page(*ROLES)
def queue_book(request: HttpRequest) -> HttpResponse:
    """Keep a time for somebody at the desk; code and PIN are shown once."""
    actor, at = actor_from(request), clock.now()
    form = BookForm(
        request.POST or None, slots=queries.slots_of(agency_id=actor.agency_id, path=actor.agency_path, at=at)
    )
    context: dict[str, Any] = {"form": form, "any": bool(form.fields["slot"].choices)}  # type: ignore[attr-defined] # a choice field
    if request.method == "POST":
        if not form.is_valid():
            return render_page(request, "desk/agenda/book.html", context, status=422)
        try:
            context["booked"] = actions.book_at_desk(
                key=form.cleaned_data["slot"], people=form.cleaned_data["people"], by=actor, at=at
            )
        except ActionRefused as error:
            return render_refusal(request, error, "desk/agenda/book.html", context)
    return render_page(request, "desk/agenda/book.html", context)


@desk_page(*ROLES)
def queue_hours(request: HttpRequest) -> HttpResponse:
    """The weekly hours."""
    actor, at = actor_from(request), clock.now()
    agency = Agency.objects.get(pk=actor.agency_id)
    form = HoursForm(request.POST or None, initial={"place": agency.address or agency.name})
    context = {
        "form": form,
        "rows": [(said(DAY_NAMES[row.weekday]), row) for row in queries.hours_of(agency_id=actor.agency_id)],
    }
    if request.method != "POST":
        return render_page(request, "desk/agenda/hours.html", context)
    try:
        if "end" in request.POST:
            number = request.POST["end"]
            actions.end_hours(hours_id=int(number) if number.isdecimal() and len(number) < 19 else 0, by=actor, at=at)
        elif form.is_valid():
            actions.set_hours(**form.cleaned_data, by=actor, at=at)
        else:
            return render_page(request, "desk/agenda/hours.html", context, status=422)
    except ActionRefused as error:
        return render_refusal(request, error, "desk/agenda/hours.html", context)
    messages.success(request, _("Đã ghi giờ tiếp công dân."))
    return redirect("desk:queue_hours")


def slot_words(slot: Slot) -> str:
    """A time in words."""
    who = _(", {chair} tiếp").format(chair=slot.chair) if slot.chair else ""
    return f"{said(DAY_NAMES[slot.on.weekday()])} {slot.on:%d/%m/%Y}, {slot.at:%H:%M}{who}"


def _page(request: HttpRequest, *, error: ActionRefused | None = None) -> HttpResponse:
    actor, today = actor_from(request), clock.today()
    tickets = queries.queue_of(agency_id=actor.agency_id, on=today)
    context = {
        "expected": queries.expected(agency_id=actor.agency_id, on=today),
        "waiting": [one for one in tickets if one.status == TicketStatus.WAITING],
        "receiving": [one for one in tickets if one.status == TicketStatus.RECEIVING],
        "over": [one for one in tickets if one.status in {TicketStatus.DONE, TicketStatus.LEFT}],
        "room": request.session.get(_ROOM, ""), "agency": Agency.objects.get(pk=actor.agency_id),
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/agenda/queue.html", context)
    return render_page(request, "desk/agenda/queue.html", context)


urlpatterns: list[URLPattern] = [
    path("hang-cho/", queue, name="queue"),
    path("hang-cho/hen/", queue_book, name="queue_book"),
    path("hang-cho/gio-tiep/", queue_hours, name="queue_hours"),
    path("hang-cho/<str:act>/", queue_act, name="queue_act"),
]

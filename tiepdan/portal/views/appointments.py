"""Keeping a time to be received, by code and PIN, without an account; the screen of the waiting room."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from tiepdan.accounts.acting import at_portal, citizen_actor
from tiepdan.agencies.models import Agency
from tiepdan.agenda.actions import appointment_pin, book_at_portal, cancel_at_portal
from tiepdan.agenda.queries import kept_appointment, public_queue, slots_of
from tiepdan.agenda.slots import Slot, TicketStatus
from tiepdan.infra import clock
from tiepdan.infra.codes import parse_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.portal.forms import LookUpForm
from tiepdan.portal.limits import count_wrong_pin, is_locked, limited_posts, may_look_up, too_many
from tiepdan.portal.views.agencies import for_agency
from tiepdan.portal.words import refused_words
from tiepdan.ui.forms import Form
from tiepdan.ui.words import Words, said

DAY_NAMES: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
NOT_FOUND: Final = "Không có giờ hẹn nào khớp với mã và PIN này. Kiểm tra lại rồi thử lại."
_SLOT_ERRORS: Final = Words({"required": "Chọn một giờ.", "invalid_choice": "Giờ này vừa có người giữ: chọn giờ khác."})
_NOBODY: Final = 0  # a matter that nobody has: the citizen acts without one


class BookForm(Form):
    """A time and how many come. Nothing says who."""

    slot = forms.ChoiceField(
        label="Ngày, giờ còn trống",
        error_messages=_SLOT_ERRORS,
    )
    people = forms.IntegerField(
        label="Số người cùng đến", min_value=1, max_value=5000, initial=1,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"min_value": "Ghi số người: ít nhất 1.", "max_value": "Ghi số người: nhiều nhất 5.000."},
    )  # fmt: skip

    def __init__(self, *args: Any, slots: list[Slot], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["slot"].choices = [(one.key, _words(one)) for one in slots]  # type: ignore[attr-defined] # a choice field


class KeptForm(LookUpForm):
    """Code and PIN of an appointment."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["ma"].label = _("Mã hẹn")
        self.fields["ma"].help_text = _("Ghi khi giữ giờ, ví dụ 7KXW-94CM-RA.")
        self.fields["pin"].help_text = _("Sáu chữ số, ghi cạnh mã hẹn.")


@never_cache
@require_http_methods(["GET", "POST"])
@limited_posts("appointment")
@for_agency
def book(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Keep a time; the answer shows code and PIN once."""
    at = clock.now()
    slots = slots_of(agency_id=agency.pk, path=agency.path, at=at)
    form = BookForm(request.POST or None, slots=slots)
    context: dict[str, Any] = {"agency": agency, "form": form, "any": bool(slots)}
    if request.method != "POST":
        return render(request, "portal/appointment.html", context)
    if not form.is_valid():
        return render(request, "portal/appointment.html", context, status=422)
    try:
        with at_portal(matter_id=_NOBODY):
            context["booked"] = book_at_portal(
                agency_id=agency.pk, key=form.cleaned_data["slot"], people=form.cleaned_data["people"],
                by=citizen_actor(agency=agency), at=at,
            )  # fmt: skip
    except ActionRefused as refused:
        context["refused"] = refused_words(refused.verdict)
        return render(request, "portal/appointment.html", context, status=409)
    return render(request, "portal/appointment_done.html", context)


@never_cache
@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """Show an appointment by code and PIN, or give its time back. Whatever is wrong gets the same page."""
    if request.method == "GET":
        return render(request, "portal/appointment_kept.html", {"form": KeptForm()})
    at = clock.now()
    if not may_look_up(request, at=at):
        return too_many(request, wait=_("một phút"), seconds=60)
    form = KeptForm(request.POST)
    if not form.is_valid():
        return render(request, "portal/appointment_kept.html", {"form": form}, status=422)
    code = parse_code(form.cleaned_data["ma"]) or " ".join(form.cleaned_data["ma"].split()).upper()[:40]
    pin = "".join(char for char in form.cleaned_data["pin"] if char.isdigit())
    hashed = appointment_pin(code=code, pin=pin)
    locked = is_locked(code=code, at=at)
    shown = kept_appointment(code=code, pin_hash=hashed)
    if locked or shown is None:
        count_wrong_pin(code=code, at=at)
        return render(request, "portal/appointment_kept.html", {"form": form, "refused": said(NOT_FOUND)}, status=404)
    context: dict[str, Any] = {"form": form, "agency": Agency.objects.get(pk=shown.agency_id), "code": code}
    if "cancel" in request.POST:
        try:
            with at_portal(matter_id=_NOBODY):
                cancel_at_portal(
                    appointment_id=shown.id, code=code, pin=pin, by=citizen_actor(agency=context["agency"]), at=at
                )
        except ActionRefused as refused:
            return render(
                request,
                "portal/appointment_kept.html",
                {**context, "kept": shown, "refused": refused_words(refused.verdict)},
                status=409,
            )
        shown = kept_appointment(code=code, pin_hash=hashed)
    return render(request, "portal/appointment_kept.html", {**context, "kept": shown})


@never_cache
@require_GET
@for_agency
def screen(request: HttpRequest, agency: Agency) -> HttpResponse:
    """The screen of the waiting room: numbers only, reloading by itself, without JavaScript."""
    now = clock.now()
    rows = public_queue(agency_id=agency.pk, on=clock.today())
    done = [one for one in rows if one.status == TicketStatus.DONE]
    context = {
        "agency": agency, "now": now,
        "receiving": [one for one in rows if one.status == TicketStatus.RECEIVING],
        "waiting": [one for one in rows if one.status == TicketStatus.WAITING], "done": done[-12:],
    }  # fmt: skip
    return render(request, "portal/screen.html", context)


def _words(slot: Slot) -> str:
    who = _(", {chair} tiếp").format(chair=slot.chair) if slot.chair else ""
    return f"{said(DAY_NAMES[slot.on.weekday()])} {slot.on:%d/%m/%Y}, {slot.at:%H:%M}{who}"


urlpatterns = [
    path("hen/", kept, name="appointment_kept"),
    path("hen/<str:agency>/", book, name="appointment"),
    path("man-hinh/<str:agency>/", screen, name="screen"),
]

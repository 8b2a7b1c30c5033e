"""Pages: registers behind kinds of task, rooms and vehicles, reviews of cases, enforcement close to an event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiepdan.cases.models import Case
from tiepdan.desk.forms.plan_work import (
    BookableForm,
    BookingForm,
    EntryForm,
    FlagDecisionForm,
    FlagForm,
    ReasonTextForm,
    ReviewedForm,
    ReviewForm,
)
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page
from tiepdan.desk.views.plan_pages import act_page, chosen_window, simple_act
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.plans.access import booking_for, campaign_for, entry_for, flag_for, reviewed_for
from tiepdan.plans.actions import bookings, campaigns, registers
from tiepdan.plans.actions.campaigns import REVIEWERS, Decision, Measure, Review
from tiepdan.plans.models import Bookable, Booking, EnforcementFlag, RegisterEntry, ReviewCampaign, TaskAgency
from tiepdan.plans.queries import boards
from tiepdan.plans.queries.figures import state_management
from tiepdan.plans.rules.registers import REGISTERS, RegisterKind
from tiepdan.plans.rules.tasks import WORKERS
from tiepdan.ui.words import said

FORM_06 = (
    "Số văn bản ban hành mới", "Số văn bản được sửa đổi, bổ sung", "Số văn bản hủy bỏ", "Số lớp", "Số người",
    "Số cuộc thanh tra trách nhiệm", "Số đơn vị", "Số cuộc đã ban hành kết luận", "Kiến nghị xử lý hành chính: tổ chức",
    "Kiến nghị xử lý hành chính: cá nhân", "Chuyển cơ quan điều tra: tổ chức", "Chuyển cơ quan điều tra: cá nhân",
    "Tổng số kết luận phải thực hiện", "Đã xử lý hành chính: tổ chức", "Đã xử lý hành chính: cá nhân", "Đã khởi tố: vụ",
    "Đã khởi tố: đối tượng",
)  # fmt: skip


@require_safe
@desk_page(*WORKERS)
def plan_registers(request: HttpRequest, kind: str = RegisterKind.DOCUMENT) -> HttpResponse:
    """One register of the own agency, of any days or of a window, and what of it form 06 counts."""
    register = _kind(kind)
    actor, today, window = actor_from(request), clock.today(), chosen_window(request)
    since, until = window.days().span(None) if window else (date(today.year, 1, 1), today)
    rows = RegisterEntry.objects.filter(kind=register, agency_path=actor.agency_path, voided_at=None)
    if window:
        rows = rows.filter(happened_on__range=(since, until))
    columns = state_management(path=actor.agency_path, since=since, until=until)
    context = {
        "kinds": [(one.value, said(REGISTERS[one].title)) for one in RegisterKind], "kind": register.value,
        "register": REGISTERS[register], "windows": boards.windows(), "window": window, "since": since, "until": until,
        "rows": [(row, _details(row)) for row in rows.select_related("task").order_by("-happened_on", "-pk")[:200]],
        "columns": [(number, said(FORM_06[number - 1]), columns[number]) for number in columns], "today": today,
    }  # fmt: skip
    return render_page(request, "desk/plans/registers.html", context)


def _details(row: RegisterEntry) -> list[tuple[str, Any]]:
    words = {one.name: one for one in REGISTERS[RegisterKind(row.kind)].details}
    found = []
    for name, value in row.details.items():
        if name in words:
            choices = dict(words[name].choices)  # what was typed, a number or words, stays as it is
            found.append((said(words[name].label), said(choices[value]) if value in choices else value))
    return found


@desk_page(*WORKERS)
def plan_entry(request: HttpRequest, kind: str = "", entry_id: int = 0) -> HttpResponse:
    """Put an entry into a register, or change it."""
    actor = actor_from(request)
    entry = entry_for(entry_id=entry_id) if entry_id else None
    if entry is not None and entry.agency_path != actor.agency_path:
        raise Http404
    register = _kind(entry.kind if entry else kind)
    lines = TaskAgency.objects.filter(agency_path=actor.agency_path, plan__status="issued").select_related("task")
    initial: dict[str, Any] = {"happened_on": clock.today(), "task": request.GET.get("viec", "")}
    if entry is not None:
        initial = {
            name: getattr(entry, name) for name in ("title", "happened_on", "due_on", "concluded_on", "closed_on")
        }
        initial |= {f"ct-{name}": value for name, value in entry.details.items()} | {"task": str(entry.task_id or "")}
    form = EntryForm(
        request.POST or None, kind=register, initial=initial,
        tasks=[(str(line.task_id), line.task.text[:90]) for line in lines.order_by("task__ordinal")[:200]],
    )  # fmt: skip

    def do(typed: Mapping[str, Any]) -> str:
        registers.enter(
            kind=register, title=typed["title"], happened_on=typed["happened_on"], due_on=typed.get("due_on"),
            concluded_on=typed.get("concluded_on"), closed_on=typed.get("closed_on"), details=form.details(),
            task_id=int(typed["task"]) if typed["task"] else None, entry_id=entry.pk if entry else None, by=actor,
            at=clock.now(),
        )  # fmt: skip
        return reverse("desk:plan_registers", args=[register.value])

    return act_page(
        request, title=said(REGISTERS[register].title), form=form, button=_("Lưu"), do=do, done=_("Đã ghi sổ."),
        back=reverse("desk:plan_registers", args=[register.value]), back_label=_("Sổ theo dõi"),
    )  # fmt: skip


@desk_page(*WORKERS)
def plan_entry_void(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Strike an entry out."""
    entry = entry_for(entry_id=entry_id)

    def do(typed: Mapping[str, Any]) -> str:
        registers.void_entry(entry_id=entry.pk, reason=typed["text"], by=actor_from(request), at=clock.now())
        return reverse("desk:plan_registers", args=[entry.kind])

    return act_page(
        request, title=_("Hủy dòng ghi nhầm"), form=ReasonTextForm(request.POST or None, label=_("Lý do")), button=_("Hủy dòng"), do=do,
        done=_("Đã hủy dòng."), back=reverse("desk:plan_registers", args=[entry.kind]), back_label=_("Sổ theo dõi"), lead=entry.title,
    )  # fmt: skip


@require_safe
@desk_page(*WORKERS)
def booking_list(request: HttpRequest) -> HttpResponse:
    """Rooms, vehicles and their bookings from today on."""
    actor = actor_from(request)
    midnight = clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Booking.objects.filter(agency_path=actor.agency_path, ends_at__gte=midnight, cancelled_at=None)
    context = {
        "rows": list(rows.select_related("bookable", "booked_by").order_by("starts_at")[:200]),
        "bookables": [
            (said(bookings.KINDS[one.kind]), one)
            for one in Bookable.objects.filter(agency_path=actor.agency_path, ended_on=None).order_by("kind", "name")
        ],
    }
    return render_page(request, "desk/plans/bookings.html", context)


@desk_page(*WORKERS)
def bookable_new(request: HttpRequest) -> HttpResponse:
    """Add something that can be booked."""

    def do(typed: Mapping[str, Any]) -> str:
        bookings.add_bookable(
            kind=typed["kind"], name=typed["name"], note=typed["note"], by=actor_from(request), at=clock.now()
        )
        return reverse("desk:booking_list")

    return act_page(
        request, title=_("Thêm phòng, phương tiện"), form=BookableForm(request.POST or None), button=_("Thêm"), do=do, done=_("Đã thêm."),
        back=reverse("desk:booking_list"), back_label=_("Phòng, phương tiện"),
    )  # fmt: skip


@desk_page(*WORKERS)
def booking_new(request: HttpRequest) -> HttpResponse:
    """Book something."""
    actor = actor_from(request)
    rows = Bookable.objects.filter(agency_path=actor.agency_path, ended_on=None).order_by("kind", "name")
    form = BookingForm(
        request.POST or None, initial={"bookable": request.GET.get("phong", "")},
        bookables=[(str(one.pk), f"{said(bookings.KINDS[one.kind])}: {one.name}") for one in rows],
    )  # fmt: skip

    def do(typed: Mapping[str, Any]) -> str:
        bookings.book(
            bookable_id=int(typed["bookable"]), starts_at=typed["starts_at"], ends_at=typed["ends_at"], purpose=typed["purpose"],
            task_id=None, by=actor, at=clock.now(),
        )  # fmt: skip
        return reverse("desk:booking_list")

    return act_page(
        request, title=_("Đặt phòng, phương tiện"), form=form, button=_("Đặt"), do=do, done=_("Đã đặt."), back=reverse("desk:booking_list"),
        back_label=_("Phòng, phương tiện"),
    )  # fmt: skip


@require_POST
@desk_page(*WORKERS)
def booking_cancel(request: HttpRequest, booking_id: int) -> HttpResponse:
    """Give a booking up."""
    row = booking_for(booking_id=booking_id)
    return simple_act(
        request, do=lambda: bookings.cancel_booking(booking_id=row.pk, by=actor_from(request), at=clock.now()),
        done=_("Đã hủy lượt đặt."), to=reverse("desk:booking_list"),
    )  # fmt: skip


@require_safe
@desk_page(*REVIEWERS)
def review_list(request: HttpRequest) -> HttpResponse:
    """Reviews, and enforcements that wait for the head."""
    window = chosen_window(request)
    rows = ReviewCampaign.objects.select_related("agency", "window").order_by("-pk")
    flags = EnforcementFlag.objects.select_related("case", "window", "decided_by").order_by("-pk")
    if window:
        rows, flags = rows.filter(window=window), flags.filter(window=window)
    context = {"rows": list(rows[:50]), "flags": list(flags[:50]), "windows": boards.windows(), "window": window}
    return render_page(request, "desk/plans/reviews.html", context)


@desk_page(*REVIEWERS)
def review_new(request: HttpRequest) -> HttpResponse:
    """Begin a review."""
    window = chosen_window(request)

    def do(typed: Mapping[str, Any]) -> str:
        campaign = campaigns.start_review(
            name=typed["name"], measures=[Measure(one) for one in typed["measures"]], window_id=window.pk if window else None,
            task_id=None, ends_on=typed["ends_on"], by=actor_from(request), at=clock.now(),
        )  # fmt: skip
        return reverse("desk:review_detail", args=[campaign.code])

    return act_page(
        request, title=_("Mở đợt rà soát"), form=ReviewForm(request.POST or None), button=_("Chọn vụ việc"), do=do,
        done=_("Đã chọn vụ việc theo tiêu chí pháp luật."), back=reverse("desk:review_list"), back_label=_("Rà soát vụ việc"),
        lead=_("Vụ việc được chọn theo tiêu chí của pháp luật về vụ việc, không theo người khiếu nại."),
    )  # fmt: skip


@require_safe
@desk_page(*REVIEWERS)
def review_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One review with its cases and how far they are."""
    campaign = campaign_for(code=code)
    rows = list(campaign.cases.select_related("case__agency").order_by("reviewed_on", "pk"))
    context = {
        "campaign": campaign, "rows": rows, "reviewed": sum(1 for row in rows if row.reviewed_on),
        "settled": sum(1 for row in rows if row.settled_on), "today": clock.today(),
        "own": campaign.agency_path == actor_from(request).agency_path,
    }  # fmt: skip
    return render_page(request, "desk/plans/review.html", context)


@desk_page(*REVIEWERS)
def review_case(request: HttpRequest, reviewed_id: int) -> HttpResponse:
    """Tell of one case of a review."""
    row = reviewed_for(reviewed_id=reviewed_id)
    names = ("reviewed_on", "opinion", "way", "leader", "due_on", "result", "settled_on")
    form = ReviewedForm(request.POST or None, initial={name: getattr(row, name) for name in names})
    back = reverse("desk:review_detail", args=[row.campaign.code])

    def do(typed: Mapping[str, Any]) -> str:
        campaigns.review_case(
            reviewed_id=row.pk,
            review=Review(**{name: typed[name] for name in names}),
            by=actor_from(request),
            at=clock.now(),
        )
        return back

    return act_page(
        request,
        title=_("Rà soát vụ việc {code}").format(code=row.case.code),
        form=form,
        button=_("Lưu"),
        do=do,
        done=_("Đã ghi kết quả rà soát."),
        back=back,
        back_label=row.campaign.name[:60],
    )


@require_POST
@desk_page(*REVIEWERS)
def review_again(request: HttpRequest, code: str) -> HttpResponse:
    """Add what has come to meet the measures."""
    return _review_act(request, code, campaigns.choose_again, _("Đã bổ sung vụ việc mới đạt tiêu chí."))


@require_POST
@desk_page(*REVIEWERS)
def review_close(request: HttpRequest, code: str) -> HttpResponse:
    """End a review."""
    return _review_act(request, code, campaigns.close_review, _("Đã kết thúc đợt rà soát."))


def _review_act(request: HttpRequest, code: str, act: Any, done: str) -> HttpResponse:
    campaign = campaign_for(code=code)
    return simple_act(
        request, do=lambda: act(code=campaign.code, by=actor_from(request), at=clock.now()), done=done,
        to=reverse("desk:review_detail", args=[code]),
    )  # fmt: skip


@desk_page(*REVIEWERS)
def flag_new(request: HttpRequest) -> HttpResponse:
    """Tell of an enforcement planned close to an event."""

    def do(typed: Mapping[str, Any]) -> str:
        case = Case.objects.filter(code=typed["case_code"].strip().upper()).first()
        if case is None:
            raise ActionRefused(Refused("case_closed_for_flag"))
        campaigns.flag_enforcement(
            case_id=case.pk, what=typed["what"], planned_on=typed["planned_on"], by=actor_from(request), at=clock.now()
        )
        return reverse("desk:review_list")

    return act_page(
        request, title=_("Cưỡng chế khi đang có khiếu nại"), form=FlagForm(request.POST or None), button=_("Báo thủ trưởng"), do=do,
        done=_("Đã báo thủ trưởng quyết định."), back=reverse("desk:review_list"), back_label=_("Rà soát vụ việc"),
        lead=_("Việc cưỡng chế dự kiến trước hoặc trong sự kiện, khi khiếu nại về nó đang được giải quyết, do thủ trưởng quyết định."),
    )  # fmt: skip


@desk_page(*REVIEWERS)
def flag_decide(request: HttpRequest, flag_id: int) -> HttpResponse:
    """Decide as head."""
    flag = flag_for(flag_id=flag_id)

    def do(typed: Mapping[str, Any]) -> str:
        campaigns.decide_enforcement(
            flag_id=flag.pk, decision=Decision(typed["decision"]), reason=typed["reason"], postponed_to=typed["postponed_to"],
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip
        return reverse("desk:review_list")

    return act_page(
        request,
        title=_("Quyết định về việc cưỡng chế"),
        form=FlagDecisionForm(request.POST or None),
        button=_("Ghi quyết định"),
        do=do,
        done=_("Đã ghi quyết định."),
        back=reverse("desk:review_list"),
        back_label=_("Rà soát vụ việc"),
        lead=_("Vụ việc {code}: {what}; dự kiến {planned_on}, {name}.").format(
            code=flag.case.code, what=flag.what, planned_on=f"{flag.planned_on:%d/%m/%Y}", name=flag.window.name
        ),
    )


def _kind(said: str) -> RegisterKind:
    if said not in set(RegisterKind):
        raise Http404
    return RegisterKind(said)


urlpatterns: list[URLPattern] = [
    path("so-theo-doi/", plan_registers, name="plan_registers_all"),
    path("so-theo-doi/dong/<int:entry_id>/", plan_entry, name="plan_entry_edit"),
    path("so-theo-doi/dong/<int:entry_id>/huy/", plan_entry_void, name="plan_entry_void"),
    path("so-theo-doi/<str:kind>/", plan_registers, name="plan_registers"),
    path("so-theo-doi/<str:kind>/ghi/", plan_entry, name="plan_entry_new"),
    path("phong-xe/", booking_list, name="booking_list"),
    path("phong-xe/them/", bookable_new, name="bookable_new"),
    path("phong-xe/dat/", booking_new, name="booking_new"),
    path("phong-xe/<int:booking_id>/huy/", booking_cancel, name="booking_cancel"),
    path("ra-soat/", review_list, name="review_list"),
    path("ra-soat/them/", review_new, name="review_new"),
    path("ra-soat/cuong-che/", flag_new, name="flag_new"),
    path("ra-soat/cuong-che/<int:flag_id>/", flag_decide, name="flag_decide"),
    path("ra-soat/vu-viec/<int:reviewed_id>/", review_case, name="review_case"),
    path("ra-soat/<str:code>/", review_detail, name="review_detail"),
    path("ra-soat/<str:code>/bo-sung/", review_again, name="review_again"),
    path("ra-soat/<str:code>/ket-thuc/", review_close, name="review_close"),
]

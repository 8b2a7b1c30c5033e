"""Pages: requests about personal data, breaches, the table of keeping, destruction by decision."""

from __future__ import annotations

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Role
from tiepdan.cases.access import case_for
from tiepdan.desk.forms.privacy import BreachForm, CloseRequestForm, DataRequestForm, DestroyForm
from tiepdan.desk.labels import refusal_text
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.privacy import actions
from tiepdan.privacy.access import breach_for, request_for
from tiepdan.privacy.queries import (
    list_breaches,
    list_destroyable,
    list_destructions,
    list_records_destroyable,
    list_requests,
    may_destroy_record,
    record_years,
)
from tiepdan.privacy.rules import may_destroy, privacy_book
from tiepdan.submissions.access import submission_for

OFFICE: Final = (Role.RECEPTION_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)
KEEPERS: Final = (Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)


@desk_page(*OFFICE)
def requests(request: HttpRequest) -> HttpResponse:
    """The register of requests, and a new one."""
    form = DataRequestForm(request.POST or None, initial={"received_on": clock.today()})
    if request.method != "POST":
        return _requests(request, form)
    if not form.is_valid():
        return _requests(request, form, status=422)
    try:
        actions.receive_request(**form.cleaned_data, by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return _requests(request, form, refused=refused)
    messages.success(request, _("Đã vào sổ; thời hạn bắt đầu tính."))
    return redirect("desk:privacy_requests")


@desk_page(*OFFICE)
def request_detail(request: HttpRequest, request_id: int) -> HttpResponse:
    """One request: acknowledge, extend, close, see who asks."""
    found, actor, at = request_for(request_id=request_id), actor_from(request), clock.now()
    form = CloseRequestForm(request.POST if "outcome" in request.POST else None)
    context: dict[str, object] = {
        "one": found,
        "form": form,
        "rule": privacy_book().requests.get(found.kind),
        "today": clock.today(),
    }
    if request.method != "POST":
        return render_page(request, "desk/privacy/request.html", context)
    try:
        if "acknowledge" in request.POST:
            actions.acknowledge_request(request_id=found.pk, by=actor, at=at)
        elif "extend" in request.POST:
            actions.extend_request(request_id=found.pk, reason=request.POST.get("reason", "")[:300], by=actor, at=at)
        elif "show" in request.POST:
            context["asker"] = actions.open_asker(request_id=found.pk, by=actor, at=at)
            return render_page(request, "desk/privacy/request.html", context)
        elif form.is_valid():
            data = form.cleaned_data
            actions.close_request(
                request_id=found.pk,
                done=data["done"] == "1",
                outcome=data["outcome"],
                ground=data["ground"],
                by=actor,
                at=at,
            )
        else:
            return render_page(request, "desk/privacy/request.html", context, status=422)
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/privacy/request.html", context)
    messages.success(request, _("Đã ghi."))
    return redirect("desk:privacy_request", request_id=found.pk)


@desk_page(*KEEPERS)
def breaches(request: HttpRequest) -> HttpResponse:
    """The register of breaches, and a new one."""
    form = BreachForm(request.POST or None, initial={"discovered_at": clock.now()})
    if request.method != "POST":
        return _breaches(request, form)
    if not form.is_valid():
        return _breaches(request, form, status=422)
    try:
        actions.record_breach(**form.cleaned_data, by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return _breaches(request, form, refused=refused)
    messages.success(request, _("Đã vào sổ; 72 giờ bắt đầu tính từ lúc phát hiện."))
    return redirect("desk:privacy_breaches")


@require_POST
@desk_page(*KEEPERS)
def breach_step(request: HttpRequest, breach_id: int, act: str) -> HttpResponse:
    """Record that the authority was told, or close."""
    found, actor, at = breach_for(breach_id=breach_id), actor_from(request), clock.now()
    try:
        if act == "thong-bao":
            actions.notify_breach(
                breach_id=found.pk, to=request.POST.get("to", "")[:200], late_reason=request.POST.get("late_reason", "")[:300],
                by=actor, at=at,
            )  # fmt: skip
        elif act == "dong":
            actions.close_breach(breach_id=found.pk, measures=request.POST.get("measures", "")[:2000], by=actor, at=at)
        else:
            raise Http404
    except ActionRefused as refused:
        return _breaches(request, BreachForm(initial={"discovered_at": at}), refused=refused)
    messages.success(request, _("Đã ghi."))
    return redirect("desk:privacy_breaches")


@desk_page(*KEEPERS)
def retention(request: HttpRequest) -> HttpResponse:
    """How long each kind of record is kept, what may be destroyed, what was."""
    actor, today = actor_from(request), clock.today()
    context = {
        "table": privacy_book().retention,
        "ready": list_destroyable(agency_id=actor.agency_id, on=today),
        "records": list_records_destroyable(by=actor, on=today),
        "years": record_years(path=actor.agency_path, on=today),
        "destroyed": list_destructions(agency_id=actor.agency_id),
        "is_head": actor.is_one_of(Role.HEAD),
        "notice": privacy_book().notice(on=today),
    }
    return render_page(request, "desk/privacy/retention.html", context)


@desk_page(Role.HEAD)
def destroy(request: HttpRequest, code: str) -> HttpResponse:
    """Destroy a filed submission by decision."""
    submission, actor, today = submission_for(code=code), actor_from(request), clock.today()
    if submission.agency_id != actor.agency_id:
        raise Http404
    verdict = may_destroy(
        status=submission.status, closed_on=submission.closed_on, destroyed_on=submission.destroyed_on, on=today
    )
    form = DestroyForm(request.POST or None)
    context: dict[str, object] = {"submission": submission, "form": form, "allowed": bool(verdict)}
    if request.method != "POST" or not form.is_valid():
        return render_page(request, "desk/privacy/destroy.html", context, status=422 if form.is_bound else 200)
    try:
        actions.destroy_submission(code=code, **form.act_fields(), by=actor, at=clock.now())
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/privacy/destroy.html", context)
    messages.success(request, _("Đã tiêu hủy nội dung; dòng sổ, quyết định và nhật ký còn lại."))
    return redirect("desk:privacy_retention")


@desk_page(Role.HEAD)
def destroy_record(request: HttpRequest, code: str) -> HttpResponse:
    """Destroy the record of a closed case by decision."""
    case, actor, today = case_for(code=code), actor_from(request), clock.today()
    if case.agency_id != actor.agency_id:
        raise Http404
    verdict = may_destroy_record(case=case, by=actor, on=today)
    form = DestroyForm(request.POST or None)
    why = refusal_text(verdict).text if isinstance(verdict, Refused) else ""
    context: dict[str, object] = {"case": case, "form": form, "why": why}
    if request.method != "POST" or not form.is_valid():
        return render_page(request, "desk/privacy/destroy_record.html", context, status=422 if form.is_bound else 200)
    try:
        actions.destroy_case_record(code=case.code, **form.act_fields(), by=actor, at=clock.now())
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/privacy/destroy_record.html", {**context, "why": ""})
    messages.success(request, _("Đã tiêu hủy hồ sơ; dòng sổ, số liệu, quyết định và nhật ký còn lại."))
    return redirect("desk:privacy_retention")


def _requests(
    request: HttpRequest, form: DataRequestForm, *, status: int = 200, refused: ActionRefused | None = None
) -> HttpResponse:
    kinds = privacy_book().requests
    rows = [(one, kinds[one.kind].label) for one in list_requests(agency_id=actor_from(request).agency_id)]
    context = {"rows": rows, "form": form, "today": clock.today()}
    if refused is not None:
        return render_refusal(request, refused, "desk/privacy/requests.html", context)
    return render_page(request, "desk/privacy/requests.html", context, status=status)


def _breaches(
    request: HttpRequest, form: BreachForm, *, status: int = 200, refused: ActionRefused | None = None
) -> HttpResponse:
    context = {"rows": list_breaches(agency_id=actor_from(request).agency_id), "form": form, "now": clock.now()}
    if refused is not None:
        return render_refusal(request, refused, "desk/privacy/breaches.html", context)
    return render_page(request, "desk/privacy/breaches.html", context, status=status)


urlpatterns: list[URLPattern] = [
    path("du-lieu-ca-nhan/", requests, name="privacy_requests"),
    path("du-lieu-ca-nhan/<int:request_id>/", request_detail, name="privacy_request"),
    path("du-lieu-ca-nhan/vi-pham/", breaches, name="privacy_breaches"),
    path("du-lieu-ca-nhan/vi-pham/<int:breach_id>/<slug:act>/", breach_step, name="privacy_breach_step"),
    path("du-lieu-ca-nhan/luu-giu/", retention, name="privacy_retention"),
    path("du-lieu-ca-nhan/tieu-huy/<str:code>/", destroy, name="privacy_destroy"),
    path("du-lieu-ca-nhan/tieu-huy-ho-so/<str:code>/", destroy_record, name="privacy_destroy_record"),
]

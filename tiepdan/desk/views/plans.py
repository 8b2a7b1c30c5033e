"""Pages: plans read from documents – upload, progress, the reading beside the text, corrections, confirmation."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from tiepdan.desk.forms.plans import TaskForm, UnitForm, UploadForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.plan_shown import key_of, reading_shown, unit_label, unit_shown
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.plans import actions
from tiepdan.plans.access import plan_bytes, plan_for
from tiepdan.plans.corrections import Change, exported, from_json, may_stand, unsure_units
from tiepdan.plans.fields import unit_kind
from tiepdan.plans.models import PlanDocument
from tiepdan.plans.queries import plans_page
from tiepdan.plans.rules import (
    READERS,
    PlanStatus,
    Stage,
    may_confirm,
    may_correct,
    may_discard,
    may_read_again,
    may_reopen,
)
from tiepdan.plans.sniffing import INSTALL, ocr
from tiepdan.ui.words import Words, said

_STAGES = Words(
    {
        Stage.QUEUED: "Đang chờ đến lượt đọc",
        Stage.OPENING: "Đang mở tệp",
        Stage.SCANNING: "Đang nhận dạng chữ trong bản quét",
        Stage.UNDERSTANDING: "Đang tách căn cứ, nhiệm vụ, thời hạn",
    }
)
_MARKS = {"dung": Change.CHECK, "khong-phai": Change.REMOVE, "tra-lai": Change.RESTORE}


@desk_page(*READERS)
def plan_list(request: HttpRequest) -> HttpResponse:
    """Plan documents of the agency."""
    before = request.GET.get("truoc", "")
    rows, following = plans_page(by=actor_from(request), before=int(before[:18]) if before.isdecimal() else 0)
    context = {"rows": rows, "next_url": f"?truoc={following}" if following else "", "first_url": "?" if before else ""}
    return render_page(request, "desk/plans/list.html", context)


@desk_page(*READERS)
def plan_upload(request: HttpRequest) -> HttpResponse:
    """Upload a plan."""
    form = UploadForm(request.POST or None, request.FILES or None) if request.method == "POST" else UploadForm()
    context = {"form": form, "ocr": ocr(), "install": INSTALL}
    if request.method != "POST":
        return render_page(request, "desk/plans/upload.html", context)
    if not form.is_valid():
        return render_page(request, "desk/plans/upload.html", context, status=422)
    file = form.cleaned_data["file"]
    try:
        plan = actions.upload_plan(data=file.read(), name=file.name, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/plans/upload.html", context)
    return redirect("desk:plan_read", plan.code)


@desk_page(*READERS)
def plan_read(request: HttpRequest, code: str) -> HttpResponse:
    """Where the reading stands: its progress, why it failed, or the reading beside the text."""
    return _plan_page(request, plan_for(code=code))


@desk_page(*READERS)
def plan_correct(request: HttpRequest, code: str) -> HttpResponse:
    """Correct one unit: a form in its place, or a page of its own without JavaScript."""
    plan, unit = plan_for(code=code), request.GET.get("muc", "")
    reading = plan.as_corrected().reading
    if not may_stand(reading, unit):
        raise Http404
    if request.method != "POST":
        if request.GET.get("xem"):
            return _unit_answer(request, plan, unit)
        allowed = may_correct(status=PlanStatus(plan.status), by=actor_from(request))
        form = UnitForm(unit, reading)
        if isinstance(allowed, Refused):
            context = _form_context(plan, unit, form)
            return render_refusal(request, ActionRefused(allowed), "desk/plans/correct.html", context, fragment="form")
        return _form_page(request, plan, unit, form, status=200)
    form = UnitForm(unit, reading, request.POST)
    said, actor, now = request.POST.get("viec", "luu"), actor_from(request), clock.now()
    try:
        if said in _MARKS:
            plan = actions.mark_reading(code=code, unit=unit, change=_MARKS[said], by=actor, at=now)
        elif form.is_valid():
            plan = actions.correct_reading(code=code, unit=unit, typed=form.typed(), by=actor, at=now)
        else:
            return _form_page(request, plan, unit, form, status=422)
    except ActionRefused as error:
        return render_refusal(
            request, error, "desk/plans/correct.html", _form_context(plan, unit, form), fragment="form"
        )
    if request.htmx:  # type: ignore[attr-defined]
        return _unit_answer(request, plan, unit)
    return redirect(f"{reverse('desk:plan_read', args=[code])}#{key_of(unit)}")


@desk_page(*READERS)
def plan_add_task(request: HttpRequest, code: str, assignment: int) -> HttpResponse:
    """Add a task that was not seen."""
    plan = plan_for(code=code)
    agencies = f"assignments.{assignment}.agencies"
    if not may_stand(plan.as_corrected().reading, agencies):
        raise Http404
    form = TaskForm(request.POST) if request.method == "POST" else TaskForm()
    context = {"plan": plan, "form": form, "whom": unit_shown(plan=plan, unit=agencies).value}
    if request.method != "POST":
        return render_page(request, "desk/plans/task_new.html", context)
    if not form.is_valid():
        return render_page(request, "desk/plans/task_new.html", context, status=422)
    try:
        plan = actions.add_task(
            code=code, assignment=assignment, text=form.cleaned_data["text"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return render_refusal(request, error, "desk/plans/task_new.html", context)
    count = len(plan.as_corrected().reading["assignments"][assignment]["tasks"])
    return redirect(f"{reverse('desk:plan_read', args=[code])}#{key_of(f'assignments.{assignment}.tasks.{count - 1}')}")


def _act(act: Callable[..., object], done: str) -> Callable[..., HttpResponse]:
    """Make the view of an act that needs nothing but the plan."""

    @require_POST
    @desk_page(*READERS)
    def view(request: HttpRequest, code: str) -> HttpResponse:
        plan_for(code=code)
        try:
            left = act(code=code, by=actor_from(request), at=clock.now())
        except ActionRefused as error:
            return _plan_page(request, plan_for(code=code), error=error)
        messages.success(request, said(done))
        return redirect("desk:plan_read", code) if left is not None else redirect("desk:plan_list")

    return view


plan_confirm = _act(actions.confirm_reading, "Đã xác nhận nội dung kế hoạch.")
plan_reopen = _act(actions.reopen_reading, "Đã mở lại để sửa.")
plan_read_again = _act(actions.read_again, "Đã đưa tệp vào hàng chờ đọc lại.")
plan_discard = _act(actions.discard_plan, "Đã bỏ văn bản cùng tệp và nội dung đã đọc.")


@require_safe
@desk_page(*READERS)
def plan_file(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001
    """The file as it was uploaded."""
    plan = plan_for(code=code)
    if plan.file is None:
        raise Http404
    return _download(plan_bytes(plan=plan), plan.file.media_type, plan.name)


@require_safe
@desk_page(*READERS)
def plan_json(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001
    """The reading as corrected, in the shape of `tiepdan plan parse --json`."""
    plan = plan_for(code=code)
    if plan.reading is None:
        raise Http404
    whole = {
        **exported(plan.as_corrected(), from_json(plan.corrections)),
        "source": {"format": plan.format, "pages": plan.pages, "characters": len(plan.text), "name": plan.name},
    }
    body = json.dumps(whole, ensure_ascii=False, indent=1).encode()
    return _download(body, "application/json", f"{plan.name.rpartition('.')[0] or plan.name}.json")


def _download(body: bytes, media_type: str, name: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(body, content_type=media_type, headers={"Content-Disposition": disposition})


def _plan_page(request: HttpRequest, plan: PlanDocument, *, error: ActionRefused | None = None) -> HttpResponse:
    actor, status = actor_from(request), PlanStatus(plan.status)
    told = plan.progress.told_at if hasattr(plan, "progress") else plan.uploaded_at
    context: dict[str, object] = {"plan": plan, "may_discard": may_discard(status=status, by=actor)}
    if status in {PlanStatus.READING, PlanStatus.FAILED}:
        context["may_read_again"] = may_read_again(
            status=status, has_file=plan.file is not None, told_at=told, at=clock.now(), by=actor
        )
        context["stage"] = _STAGES[Stage(plan.progress.stage)] if hasattr(plan, "progress") else _STAGES[Stage.QUEUED]
        template, fragment = "desk/plans/progress.html", "progress"
    else:
        only = request.GET.get("loc") == "chua-chac"
        is_plan = bool(plan.summary.get("is_plan"))
        context |= {
            "shown": reading_shown(plan=plan, only_unsure=only),
            "only_unsure": only,
            "may_correct": bool(may_correct(status=status, by=actor)),
            "may_confirm": bool(may_confirm(status=status, is_plan=is_plan, by=actor)),
            "may_reopen": bool(may_reopen(status=status, by=actor)),
        }
        template, fragment = "desk/plans/reading.html", ""
    if error is not None:
        return render_refusal(request, error, template, context)
    response = render_page(request, template, context, fragment=fragment)
    if request.htmx and status is not PlanStatus.READING:  # type: ignore[attr-defined]
        response.headers["HX-Refresh"] = "true"  # the poll has its answer: draw the page that stands there now
    return response


def _unit_answer(request: HttpRequest, plan: PlanDocument, unit: str) -> HttpResponse:
    """One unit drawn again, with the count of what is still unsure."""
    now, places = plan.as_corrected(), plan.located()
    context = {
        "plan": plan,
        "item": unit_shown(plan=plan, unit=unit),
        "may_correct": bool(may_correct(status=PlanStatus(plan.status), by=actor_from(request))),
        "unsure": len(unsure_units(now, places)),
    }
    return render_page(request, "desk/plans/unit_answer.html", context)


def _form_context(plan: PlanDocument, unit: str, form: UnitForm) -> Mapping[str, object]:
    kind = unit_kind(unit)
    return {
        "plan": plan,
        "unit": unit,
        "key": key_of(unit),
        "label": unit_label(unit),
        "item": unit_shown(plan=plan, unit=unit),
        "form": form,
        "removable": kind is not None and kind.removable,
    }


def _form_page(request: HttpRequest, plan: PlanDocument, unit: str, form: UnitForm, *, status: int) -> HttpResponse:
    return render_page(
        request, "desk/plans/correct.html", _form_context(plan, unit, form), fragment="form", status=status
    )


urlpatterns: list[URLPattern] = [
    path("ke-hoach/", plan_list, name="plan_list"),
    path("ke-hoach/tai-len/", plan_upload, name="plan_upload"),
    path("ke-hoach/<str:code>/", plan_read, name="plan_read"),
    path("ke-hoach/<str:code>/sua/", plan_correct, name="plan_correct"),
    path("ke-hoach/<str:code>/them-nhiem-vu/<int:assignment>/", plan_add_task, name="plan_add_task"),
    path("ke-hoach/<str:code>/xac-nhan/", plan_confirm, name="plan_confirm"),
    path("ke-hoach/<str:code>/mo-lai/", plan_reopen, name="plan_reopen"),
    path("ke-hoach/<str:code>/doc-lai/", plan_read_again, name="plan_read_again"),
    path("ke-hoach/<str:code>/bo/", plan_discard, name="plan_discard"),
    path("ke-hoach/<str:code>/tep/", plan_file, name="plan_file"),
    path("ke-hoach/<str:code>/ket-qua.json", plan_json, name="plan_json"),
]

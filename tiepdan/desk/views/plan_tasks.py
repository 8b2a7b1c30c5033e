"""Pages: tasks of the own agency – what there is to do, one task with everything said about it, and each act on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.desk.downloads import as_download
from tiepdan.desk.forms.plan_work import (
    ObjectionForm,
    ObstacleForm,
    PartForm,
    ProgressForm,
    ReasonTextForm,
    UrgeForm,
)
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page
from tiepdan.desk.views.plan_pages import act_page, chosen_phase, chosen_window, colleagues, simple_act
from tiepdan.infra import clock
from tiepdan.plans.access import evidence_bytes, line_for, obstacle_for, task_for, urging_for
from tiepdan.plans.actions import tasks
from tiepdan.plans.actions.tasks import Proof
from tiepdan.plans.models import Task, TaskAgency
from tiepdan.plans.queries import boards
from tiepdan.plans.rules.tasks import (
    COORDINATORS,
    WORKERS,
    AgencyState,
    EvidenceKind,
    PlanState,
    may_answer,
    may_tell,
    may_urge,
)
from tiepdan.ui.forms import Form

Do = Callable[[Mapping[str, Any]], str]  # performs an act with what was typed and returns where to go on


@require_safe
@desk_page(*WORKERS)
def task_list(request: HttpRequest) -> HttpResponse:
    """What plans give the own agency to do, what presses first."""
    actor, today = actor_from(request), clock.today()
    window, phase, state = chosen_window(request), chosen_phase(request), request.GET.get("trang-thai", "")
    rows = boards.own_lines(by=actor, window=window, phase=phase, state=state, today=today)
    context = {
        "rows": rows, "today": today, "windows": boards.windows(), "window": window, "phase": phase, "state": state,
        "filtered": bool(window or phase or state), "obstacles": boards.waiting_obstacles(by=actor),
        "reports": boards.own_reports(by=actor, window=window)[:6], "at": clock.now(),
    }  # fmt: skip
    return render_page(request, "desk/plans/tasks.html", context)


@require_safe
@desk_page(*WORKERS)
def task_detail(request: HttpRequest, task_id: int) -> HttpResponse:
    """One task: words, bases, passage, agencies with what they said."""
    task = task_for(task_id=task_id)
    if task.parent_id is not None:
        task = task_for(task_id=task.parent_id)
    actor = actor_from(request)
    lines = [_said(line, actor) for line in boards.lines_of_task(task)]
    context = {
        "task": task, "lines": lines, "deadlines": list(task.deadlines.all()), "today": clock.today(),
        "parts": list(task.parts.select_related("assignee").order_by("ordinal")),
        "coordinates": actor.agency_path == task.coordinator_path and actor.is_one_of(*COORDINATORS),
        "own_path": actor.agency_path, "entries": list(task.entries.filter(voided_at=None).order_by("-happened_on")[:20]),
        "version": task.plan.versions.filter(taken_at__isnull=False).select_related("document").order_by("-ordinal").first(),
    }  # fmt: skip
    return render_page(request, "desk/plans/task.html", context)


def _said(line: TaskAgency, actor: Actor) -> dict[str, Any]:
    own, state, plan = line.agency_path == actor.agency_path, AgencyState(line.status), PlanState(line.task.plan.status)
    return {
        "line": line,
        "own": own,
        "may_answer": may_answer(state=state, plan=plan, own=own, by=actor),
        "may_tell": may_tell(state=state, plan=plan, own=own, by=actor),
        "may_urge": may_urge(
            by=actor, line_path=line.agency_path, coordinator_path=line.coordinator_path,
            done=state in {AgencyState.DONE, AgencyState.RELEASED},
        ),
        "progress": list(line.progress.all())[::-1],
        "obstacles": list(line.obstacles.all()),
        "urgings": list(line.urgings.all()),
    }  # fmt: skip


@require_POST
@desk_page(*WORKERS)
def task_accept(request: HttpRequest, line_id: int) -> HttpResponse:
    """Accept a task."""
    line = line_for(line_id=line_id)
    return simple_act(
        request, do=lambda: tasks.accept_task(line_id=line.pk, by=actor_from(request), at=clock.now()),
        done=_("Đã nhận nhiệm vụ."), to=_url(line.task),
    )  # fmt: skip


@require_POST
@desk_page(*WORKERS)
def task_accept_all(request: HttpRequest, code: str) -> HttpResponse:
    """Accept every task of a plan."""
    return simple_act(
        request, do=lambda: tasks.accept_all(code=code, by=actor_from(request), at=clock.now()),
        done=_("Đã nhận các nhiệm vụ."), to=reverse("desk:task_list"),
    )  # fmt: skip


@desk_page(*WORKERS)
def task_object(request: HttpRequest, line_id: int) -> HttpResponse:
    """Object to a task."""
    line = line_for(line_id=line_id)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.object_to_task(line_id=line.pk, reason=typed["text"], by=actor_from(request), at=clock.now())
        return _url(line.task)

    title, button, done = _("Ý kiến về nhiệm vụ"), _("Gửi ý kiến"), _("Đã gửi ý kiến đến cơ quan điều phối.")
    return _worded(request, line.task, title, _("Lý do"), button, do, done)


@desk_page(*COORDINATORS)
def task_objection(request: HttpRequest, line_id: int) -> HttpResponse:
    """Answer an objection."""
    line = line_for(line_id=line_id)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.answer_objection(
            line_id=line.pk, release=typed["release"], answer=typed["text"], by=actor_from(request), at=clock.now()
        )
        return _url(line.task)

    return _act(
        request,
        line.task,
        _("Trả lời ý kiến của {name}").format(name=line.agency.name),
        ObjectionForm(request.POST or None, label=_("Trả lời")),
        _("Trả lời"),
        do,
        _("Đã trả lời ý kiến."),
        lead=line.reason,
    )


@desk_page(*WORKERS)
def task_progress(request: HttpRequest, line_id: int) -> HttpResponse:
    """Tell progress with proof."""
    line = line_for(line_id=line_id)
    form = ProgressForm(request.POST or None, request.FILES or None, initial={"percent": line.percent})

    def do(typed: Mapping[str, Any]) -> str:
        tasks.tell_progress(
            line_id=line.pk, percent=typed["percent"], text=typed["text"], value=typed["value"], proofs=_proofs(typed),
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip
        return _url(line.task)

    return _act(request, line.task, _("Báo tiến độ"), form, _("Lưu tiến độ"), do, _("Đã ghi tiến độ."))


def _proofs(typed: Mapping[str, Any]) -> list[Proof]:
    found = []
    if typed["file"]:
        found.append(Proof(kind=EvidenceKind.FILE, name=typed["file"].name, data=typed["file"].read()))
    if typed["amount"] is not None:
        found.append(Proof(kind=EvidenceKind.NUMBER, name=typed["amount_name"] or _("Số liệu"), amount=typed["amount"]))
    if typed["link_kind"]:
        found.append(Proof(kind=EvidenceKind(typed["link_kind"]), name=typed["link"], link=typed["link"]))
    return found


@desk_page(*WORKERS)
def task_part(request: HttpRequest, line_id: int) -> HttpResponse:
    """Give a part of a task to somebody of the agency."""
    line, actor = line_for(line_id=line_id), actor_from(request)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.add_part(
            line_id=line.pk, text=typed["text"], assignee_id=int(typed["assignee"]) if typed["assignee"] else None,
            due_on=typed["due_on"], by=actor, at=clock.now(),
        )  # fmt: skip
        return _url(line.task)

    return _act(request, line.task, _("Giao việc nhỏ trong cơ quan"), PartForm(request.POST or None, people=colleagues(actor)),
                _("Giao việc"), do, _("Đã giao việc."))  # fmt: skip


@require_POST
@desk_page(*WORKERS)
def task_part_done(request: HttpRequest, task_id: int) -> HttpResponse:
    """Mark a part as done."""
    part = task_for(task_id=task_id)
    if part.parent is None:
        raise Http404
    return simple_act(
        request, do=lambda: tasks.finish_part(task_id=part.pk, by=actor_from(request), at=clock.now()),
        done=_("Đã xong việc nhỏ."), to=_url(part.parent),
    )  # fmt: skip


@desk_page(*WORKERS)
def task_obstacle(request: HttpRequest, line_id: int) -> HttpResponse:
    """Tell a difficulty."""
    line = line_for(line_id=line_id)
    initial = {"to": line.plan.agency, "via": None}
    via, to = _ways(line)
    if to is not None:
        initial = {"to": to, "via": via}
    form = ObstacleForm(request.POST or None, initial=initial)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.tell_obstacle(
            line_id=line.pk, text=typed["text"], proposal=typed["proposal"], via=typed["via"], to=typed["to"],
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip
        return _url(line.task)

    return _act(request, line.task, _("Khó khăn, vướng mắc"), form, _("Gửi"), do, _("Đã gửi khó khăn, vướng mắc."))


def _ways(line: TaskAgency) -> tuple[Agency | None, Agency | None]:
    """Through whom and to whom difficulties go by default: through the coordinator to the committee above it."""
    coordinator = Agency.objects.select_related("parent").get(pk=line.plan.agency_id)
    if coordinator.parent is None or coordinator.kind.endswith("_committee"):
        return None, coordinator
    return coordinator, coordinator.parent


@desk_page(*WORKERS)
def obstacle_pass(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """Pass a difficulty on."""
    row = obstacle_for(obstacle_id=obstacle_id)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.pass_obstacle(obstacle_id=row.pk, note=typed["text"], by=actor_from(request), at=clock.now())
        return reverse("desk:task_list")

    title, back = _("Chuyển đến {name}").format(name=row.to.name), reverse("desk:task_list")
    return _worded(
        request,
        row.line.task,
        title,
        _("Ý kiến của cơ quan"),
        _("Chuyển"),
        do,
        _("Đã chuyển."),
        lead=row.text,
        back=back,
    )


@desk_page(*WORKERS)
def obstacle_answer(request: HttpRequest, obstacle_id: int) -> HttpResponse:
    """Answer a difficulty."""
    row = obstacle_for(obstacle_id=obstacle_id)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.answer_obstacle(obstacle_id=row.pk, answer=typed["text"], by=actor_from(request), at=clock.now())
        return reverse("desk:task_list")

    title, back = _("Trả lời {name}").format(name=row.line.agency.name), reverse("desk:task_list")
    return _worded(
        request, row.line.task, title, _("Trả lời"), _("Trả lời"), do, _("Đã trả lời."), lead=row.text, back=back
    )


@desk_page(*WORKERS)
def task_urge(request: HttpRequest, line_id: int) -> HttpResponse:
    """Urge an agency."""
    line = line_for(line_id=line_id)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.urge_agency(
            line_id=line.pk, text=typed["text"], answer_by=typed["answer_by"], by=actor_from(request), at=clock.now()
        )
        return _url(line.task)

    return _act(
        request,
        line.task,
        _("Đôn đốc {name}").format(name=line.agency.name),
        UrgeForm(request.POST or None, label=_("Nội dung đôn đốc")),
        _("Gửi đôn đốc"),
        do,
        _("Đã gửi đôn đốc."),
    )


@desk_page(*WORKERS)
def urging_answer(request: HttpRequest, urging_id: int) -> HttpResponse:
    """Answer an urging."""
    row = urging_for(urging_id=urging_id)

    def do(typed: Mapping[str, Any]) -> str:
        tasks.answer_urging(urging_id=row.pk, answer=typed["text"], by=actor_from(request), at=clock.now())
        return _url(row.line.task)

    title, done = _("Trả lời đôn đốc"), _("Đã trả lời đôn đốc.")
    return _worded(request, row.line.task, title, _("Trả lời"), _("Trả lời"), do, done, lead=row.text)


@require_safe
@desk_page(*WORKERS)
def evidence_file(request: HttpRequest, evidence_id: int) -> HttpResponse:  # noqa: ARG001
    """A file of evidence."""
    data, media_type, name = evidence_bytes(evidence_id=evidence_id)
    return as_download(data=data, name=name, media_type=media_type)


def _worded(
    request: HttpRequest,
    task: Task,
    title: str,
    label: str,
    button: str,
    do: Do,
    done: str,
    lead: str = "",
    back: str = "",
) -> HttpResponse:
    """Do what needs words only."""
    return _act(request, task, title, ReasonTextForm(request.POST or None, label=label), button, do, done, lead, back)


def _act(
    request: HttpRequest,
    task: Task,
    title: str,
    form: Form,
    button: str,
    do: Do,
    done: str,
    lead: str = "",
    back: str = "",
) -> HttpResponse:
    """Do something about a task on a page of its own, and go back to the task unless said otherwise."""
    return act_page(
        request, title=title, form=form, button=button, do=do, done=done, lead=lead or task.text[:300],
        back=back or _url(task), back_label=_("Nhiệm vụ"),
    )  # fmt: skip


def _url(task: Task) -> str:
    return reverse("desk:task_detail", args=[task.pk])


urlpatterns: list[URLPattern] = [
    path("nhiem-vu/", task_list, name="task_list"),
    path("nhiem-vu/<int:task_id>/", task_detail, name="task_detail"),
    path("nhiem-vu/<int:task_id>/xong/", task_part_done, name="task_part_done"),
    path("nhiem-vu/nhan-het/<str:code>/", task_accept_all, name="task_accept_all"),
    path("nhiem-vu/dong/<int:line_id>/nhan/", task_accept, name="task_accept"),
    path("nhiem-vu/dong/<int:line_id>/y-kien/", task_object, name="task_object"),
    path("nhiem-vu/dong/<int:line_id>/tra-loi-y-kien/", task_objection, name="task_objection"),
    path("nhiem-vu/dong/<int:line_id>/tien-do/", task_progress, name="task_progress"),
    path("nhiem-vu/dong/<int:line_id>/viec-nho/", task_part, name="task_part"),
    path("nhiem-vu/dong/<int:line_id>/vuong-mac/", task_obstacle, name="task_obstacle"),
    path("nhiem-vu/dong/<int:line_id>/don-doc/", task_urge, name="task_urge"),
    path("nhiem-vu/don-doc/<int:urging_id>/tra-loi/", urging_answer, name="urging_answer"),
    path("nhiem-vu/vuong-mac/<int:obstacle_id>/chuyen/", obstacle_pass, name="obstacle_pass"),
    path("nhiem-vu/vuong-mac/<int:obstacle_id>/tra-loi/", obstacle_answer, name="obstacle_answer"),
    path("nhiem-vu/minh-chung/<int:evidence_id>/", evidence_file, name="evidence_file"),
]

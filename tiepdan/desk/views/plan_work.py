"""Pages: plans followed – taken up, matched, shaped, issued, amended, watched, closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiepdan.desk.forms.plan_work import (
    BodyForm,
    CloseForm,
    DeadlineForm,
    FinalForm,
    FollowForm,
    PlaceForm,
    SplitForm,
    TaskWorkForm,
    VersionForm,
    WindowForm,
    lines_of,
)
from tiepdan.desk.forms.plan_work import ReasonTextForm as ReasonForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.views.plan_pages import act_page, chosen_phase, chosen_window, simple_act, window_choices
from tiepdan.incidents.models import Incident
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.plans.access import body_for, followed_plan_for, task_for, window_for
from tiepdan.plans.actions import closing, issued, windows
from tiepdan.plans.corrections import exported, from_json
from tiepdan.plans.models import Plan, PlanBody, PlanVersion, Task
from tiepdan.plans.queries import boards
from tiepdan.plans.queries.registry import agencies_by_id
from tiepdan.plans.rules import changes
from tiepdan.plans.rules.content import read_tasks
from tiepdan.plans.rules.due import Anchor, Due, DueKind
from tiepdan.plans.rules.matching import SURE
from tiepdan.plans.rules.tasks import COORDINATORS, WORKERS, PlanState, TaskKind, VersionKind
from tiepdan.plans.rules.windows import EventKind
from tiepdan.rosters.models import Roster, TaskForce
from tiepdan.situation.models import ReportSeries


@require_safe
@desk_page(*WORKERS)
def followed_list(request: HttpRequest) -> HttpResponse:
    """Plans coordinated here or naming the agency, all or those of one event."""
    actor, window = actor_from(request), chosen_window(request)
    waits = window is None and actor.is_one_of(*COORDINATORS)  # a document belongs to no event yet
    context = {
        "rows": list(boards.followed_plans(window=window)),
        "waiting": boards.documents_to_follow(by=actor) if waits else [],
        "windows": boards.windows(),
        "window": window,
        "coordinates": actor.is_one_of(*COORDINATORS),
        "own_path": actor.agency_path,
    }
    return render_page(request, "desk/plans/followed.html", context)


@desk_page(*COORDINATORS)
def follow(request: HttpRequest) -> HttpResponse:
    """Take a confirmed document up."""
    actor = actor_from(request)
    form = FollowForm(
        request.POST or None,
        initial={"document": request.GET.get("van-ban", "")},
        documents=boards.documents_to_follow(by=actor),
        windows=window_choices(),
        above=_above(actor.agency_path),
    )

    def do(typed: Mapping[str, Any]) -> str:
        plan = issued.follow_plan(
            document_code=typed.get("document") or "", window_id=int(typed["window"]) if typed["window"] else None,
            implements_code=typed["implements"], by=actor, at=clock.now(),
        )  # fmt: skip
        return reverse("desk:followed_bodies", args=[plan.code])

    return act_page(
        request, title=_("Đưa kế hoạch vào theo dõi"), form=form, button=_("Đưa vào theo dõi"), back=reverse("desk:followed_list"),
        back_label=_("Kế hoạch đang theo dõi"), do=do, done=_("Đã lập nhiệm vụ từ văn bản. Xác nhận các cơ quan được nêu."),
        lead=_("Nhiệm vụ, cơ quan và thời hạn lấy từ văn bản đã xác nhận; chưa cơ quan nào nhận được gì cho đến khi bạn giao."),
    )  # fmt: skip


@require_safe
@desk_page(*WORKERS)
def followed_detail(request: HttpRequest, code: str) -> HttpResponse:
    """How a plan stands: its numbers, its agencies, its tasks."""
    return _plan_page(request, followed_plan_for(code=code))


def _plan_page(request: HttpRequest, plan: Plan, *, error: ActionRefused | None = None) -> HttpResponse:
    actor, today = actor_from(request), clock.today()
    coordinates = actor.agency_path == plan.agency_path and actor.is_one_of(*COORDINATORS)
    phase, state = chosen_phase(request), request.GET.get("trang-thai", "")
    agency = request.GET.get("co-quan", "")
    lines = boards.plan_lines(
        plan=plan, phase=phase, state=state, agency_id=int(agency) if agency.isdecimal() else None, today=today
    )
    tasks: dict[int, tuple[Task, list[Any]]] = {}
    for line in lines:
        tasks.setdefault(line.task_id, (line.task, []))[1].append(line)
    drafted = list(plan.tasks.filter(parent=None).order_by("ordinal")) if plan.status == PlanState.DRAFT else []
    context = {
        "plan": plan, "coordinates": coordinates, "standing": boards.standing(plan=plan, today=today),
        "agencies": boards.by_agency(plan=plan, today=today), "tasks": list(tasks.values()), "drafted": drafted,
        "today": today, "phase": phase, "state": state, "agency": agency,
        "phase_today": plan.window.days().phase(today) if plan.window else None,
        "missing": boards.missing_reports(plan=plan, at=clock.now())[:8],
        "obstacles": [one for one in boards.plan_obstacles(plan=plan) if one.status != "answered"][:8],
        "undecided": plan.bodies.filter(decided_at=None).count() if coordinates else 0,
        "uncovered": len(boards.uncovered(plan=plan)) if coordinates and plan.status == PlanState.ISSUED else 0,
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/plans/plan.html", context)
    return render_page(request, "desk/plans/plan.html", context)


@require_safe
@desk_page(*COORDINATORS)
def followed_bodies(request: HttpRequest, code: str) -> HttpResponse:
    """Names of the plan beside the registry, the unsure first."""
    plan = _coordinated(request, code)
    rows = list(plan.bodies.order_by("confidence", "pk"))
    known = agencies_by_id(pk for row in rows for pk in row.agencies)
    shown = [(row, [known[pk] for pk in row.agencies if pk in known]) for row in rows]
    context = {
        "plan": plan,
        "unsure": [one for one in shown if one[0].decided_at is None and not _sure(one[0])],
        "sure": [one for one in shown if one[0].decided_at is None and _sure(one[0])],
        "decided": [one for one in shown if one[0].decided_at is not None],
    }
    return render_page(request, "desk/plans/bodies.html", context)


@require_POST
@desk_page(*COORDINATORS)
def followed_bodies_sure(request: HttpRequest, code: str) -> HttpResponse:
    """Confirm every sure match at once."""
    plan = _coordinated(request, code)
    return simple_act(
        request, do=lambda: issued.accept_sure_bodies(code=plan.code, by=actor_from(request), at=clock.now()),
        done=_("Đã xác nhận các tên khớp chắc chắn."), to=reverse("desk:followed_bodies", args=[code]),
    )  # fmt: skip


@desk_page(*COORDINATORS)
def followed_body(request: HttpRequest, body_id: int) -> HttpResponse:
    """Say which agencies a name means."""
    body = body_for(body_id=body_id)
    known = agencies_by_id(body.agencies)
    proposed = [(pk, known[pk].name) for pk in body.agencies if pk in known]
    form = BodyForm(
        request.POST or None, proposed=proposed,
        initial={"agencies": [str(pk) for pk, _ in proposed], "outside": body.kind == "outside"},
    )  # fmt: skip

    def do(typed: Mapping[str, Any]) -> str:
        ids = [int(pk) for pk in typed.get("agencies") or []] + ([typed["other"].pk] if typed["other"] else [])
        issued.decide_body(
            body_id=body.pk, agencies=ids, outside=typed["outside"], by=actor_from(request), at=clock.now()
        )
        return reverse("desk:followed_bodies", args=[body.plan.code])

    return act_page(
        request, title=_("“{name}” là cơ quan nào?").format(name=body.name), form=form, button=_("Xác nhận"), do=do, done=_("Đã xác nhận."),
        back=reverse("desk:followed_bodies", args=[body.plan.code]), back_label=_("Đối chiếu cơ quan"), lead=body.why,
    )  # fmt: skip


@require_POST
@desk_page(*COORDINATORS)
def followed_issue(request: HttpRequest, code: str) -> HttpResponse:
    """Issue the plan."""
    plan = _coordinated(request, code)
    try:
        issued.issue_plan(code=code, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _plan_page(request, plan, error=error)
    messages.success(request, _("Đã giao kế hoạch: nhiệm vụ đã đến các cơ quan."))
    return redirect("desk:followed_detail", code)


@require_POST
@desk_page(*COORDINATORS)
def followed_join(request: HttpRequest, code: str) -> HttpResponse:
    """Join the ticked tasks."""
    _coordinated(request, code)
    ids = [int(one) for one in request.POST.getlist("task") if one.isdecimal()]
    return simple_act(
        request, do=lambda: issued.join_tasks(code=code, task_ids=ids, by=actor_from(request), at=clock.now()),
        done=_("Đã ghép các nhiệm vụ."), to=reverse("desk:followed_detail", args=[code]),
    )  # fmt: skip


@desk_page(*COORDINATORS)
def followed_place(request: HttpRequest, code: str) -> HttpResponse:
    """Which event the plan serves, which plan it implements."""
    plan, actor = _coordinated(request, code), actor_from(request)
    forces = TaskForce.objects.filter(agency_path=actor.agency_path).order_by("-pk")[:50]
    form = PlaceForm(
        request.POST or None, documents=[], windows=window_choices(), above=_above(actor.agency_path, but=plan.pk),
        forces=[(str(one.pk), one.name) for one in forces],
        initial={"window": str(plan.window_id or ""), "implements": plan.implements.code if plan.implements else "",
                 "force": str(plan.force_id or "")},
    )  # fmt: skip

    def do(typed: Mapping[str, Any]) -> str:
        issued.place_plan(
            code=code, window_id=int(typed["window"]) if typed["window"] else None, implements_code=typed["implements"],
            by=actor, at=clock.now(),
        )  # fmt: skip
        force_id = int(typed["force"]) if typed["force"] else None
        if force_id != plan.force_id:
            closing.assign_force(code=code, force_id=force_id, by=actor, at=clock.now())
        return reverse("desk:followed_detail", args=[code])

    return act_page(
        request, title=_("Sự kiện, Tổ công tác, kế hoạch cấp trên"), form=form, button=_("Lưu"),
        back=reverse("desk:followed_detail", args=[code]),
        back_label=plan.title[:60], do=do, done=_("Đã lưu."),
    )  # fmt: skip


@desk_page(*COORDINATORS)
def followed_task(request: HttpRequest, task_id: int) -> HttpResponse:
    """Change a task."""
    task = _own_task(request, task_id)
    form = TaskWorkForm(
        request.POST or None,
        initial={"text": task.text, "leads": task.lead_text, "coordinate": task.coordinate_text, "kind": task.kind,
                 "phase": task.phase, "indicator": task.indicator, "target": task.target, "unit": task.unit,
                 "result": task.result},
    )  # fmt: skip

    def do(typed: Mapping[str, Any]) -> str:
        issued.change_task(
            task_id=task.pk, text=typed["text"], leads=lines_of(typed["leads"]), coordinate=lines_of(typed["coordinate"]),
            kind=TaskKind(typed["kind"]), indicator=typed["indicator"], target=typed["target"], unit=typed["unit"],
            result=typed["result"], phase=typed["phase"], by=actor_from(request), at=clock.now(),
        )  # fmt: skip
        return _task_url(task)

    return _task_act(request, task, _("Sửa nhiệm vụ"), form, _("Lưu"), do, _("Đã lưu nhiệm vụ."))


@desk_page(*COORDINATORS)
def followed_split(request: HttpRequest, task_id: int) -> HttpResponse:
    """Split a task."""
    task = _own_task(request, task_id)
    form = SplitForm(request.POST or None, initial={"parts": task.text.replace("; ", ";\n")})

    def do(typed: Mapping[str, Any]) -> str:
        issued.split_task(task_id=task.pk, texts=lines_of(typed["parts"]), by=actor_from(request), at=clock.now())
        return reverse("desk:followed_detail", args=[task.plan.code])

    return _task_act(request, task, _("Tách nhiệm vụ"), form, _("Tách"), do, _("Đã tách nhiệm vụ."))


@desk_page(*COORDINATORS)
def followed_deadline(request: HttpRequest, task_id: int) -> HttpResponse:
    """Give a task its deadline."""
    task = _own_task(request, task_id)
    form = DeadlineForm(request.POST or None)

    def do(typed: Mapping[str, Any]) -> str:
        issued.set_deadlines(task_id=task.pk, deadlines=[_due(typed)], by=actor_from(request), at=clock.now())
        return _task_url(task)

    return _task_act(request, task, _("Thời hạn"), form, _("Đặt thời hạn"), do, _("Đã đặt thời hạn."))


@desk_page(*COORDINATORS)
def followed_drop(request: HttpRequest, task_id: int) -> HttpResponse:
    """Take a task out."""
    task = _own_task(request, task_id)
    form = ReasonForm(request.POST or None, label=_("Lý do"))

    def do(typed: Mapping[str, Any]) -> str:
        issued.drop_task(task_id=task.pk, reason=typed["text"], by=actor_from(request), at=clock.now())
        return reverse("desk:followed_detail", args=[task.plan.code])

    return _task_act(request, task, _("Bỏ nhiệm vụ"), form, _("Bỏ nhiệm vụ"), do, _("Đã bỏ nhiệm vụ."))


@desk_page(*COORDINATORS)
def followed_versions(request: HttpRequest, code: str) -> HttpResponse:
    """Texts of the plan; a new one laid beside it."""
    plan, actor = _coordinated(request, code), actor_from(request)
    form = VersionForm(request.POST or None, documents=boards.documents_to_follow(by=actor))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            typed = form.cleaned_data
            return simple_act(
                request, done=_("Đã so sánh: xem khác biệt rồi áp dụng."), to=reverse("desk:followed_versions", args=[code]),
                do=lambda: issued.compare_version(
                    code=code, document_code=typed["document"], kind=VersionKind(typed["kind"]), by=actor, at=clock.now()
                ),
            )  # fmt: skip
    rows = list(plan.versions.select_related("document", "made_by").order_by("-ordinal"))
    waiting = next((row for row in rows if row.taken_at is None), None)
    context = {
        "plan": plan,
        "form": form,
        "versions": rows,
        "waiting": waiting,
        "shown": _shown(waiting) if waiting else [],
    }
    return render_page(request, "desk/plans/versions.html", context, status=status)


@require_POST
@desk_page(*COORDINATORS)
def followed_take(request: HttpRequest, code: str) -> HttpResponse:
    """Take the compared text over."""
    _coordinated(request, code)
    return simple_act(
        request, do=lambda: issued.take_version(code=code, by=actor_from(request), at=clock.now()),
        done=_("Đã áp dụng văn bản mới; tiến độ được giữ."), to=reverse("desk:followed_detail", args=[code]),
    )  # fmt: skip


@require_safe
@desk_page(*WORKERS)
def followed_coverage(request: HttpRequest, code: str) -> HttpResponse:
    """What nobody took up, and which plans implement this one."""
    plan = followed_plan_for(code=code)
    context = {
        "plan": plan,
        "uncovered": boards.uncovered(plan=plan),
        "implementations": boards.implementations(plan=plan),
        "coordinates": actor_from(request).agency_path == plan.agency_path,
        "mine": list(plan.tasks.filter(parent=None).exclude(status="withdrawn").order_by("ordinal")) if plan.implements_id else [],
        "above": list(Task.objects.filter(plan_id=plan.implements_id, parent=None).order_by("ordinal")) if plan.implements_id else [],
    }  # fmt: skip
    return render_page(request, "desk/plans/coverage.html", context)


@require_POST
@desk_page(*COORDINATORS)
def followed_take_up(request: HttpRequest, task_id: int) -> HttpResponse:
    """Say which task of the superior's plan this one carries out."""
    task = _own_task(request, task_id)
    said = request.POST.get("above", "")
    return simple_act(
        request, done=_("Đã gắn với nhiệm vụ cấp trên."), to=reverse("desk:followed_coverage", args=[task.plan.code]),
        do=lambda: issued.take_up_above(
            task_id=task.pk, superior_id=int(said) if said.isdecimal() else None, by=actor_from(request), at=clock.now()
        ),
    )  # fmt: skip


@desk_page(*COORDINATORS)
def followed_close(request: HttpRequest, code: str) -> HttpResponse:
    """Evaluate and end."""
    plan = _coordinated(request, code)
    form = CloseForm(request.POST or None)

    def do(typed: Mapping[str, Any]) -> str:
        issued.close_plan(
            code=code, evaluation=typed["evaluation"], lessons=typed["lessons"], by=actor_from(request), at=clock.now()
        )
        return reverse("desk:followed_detail", args=[code])

    return act_page(
        request, title=_("Đánh giá, kết thúc kế hoạch"), form=form, button=_("Kết thúc kế hoạch"), do=do, done=_("Kế hoạch đã kết thúc."),
        back=reverse("desk:followed_detail", args=[code]), back_label=plan.title[:60],
    )  # fmt: skip


@desk_page(*COORDINATORS)
def followed_final(request: HttpRequest, code: str) -> HttpResponse:
    """Number and signature of the final report."""
    plan = _coordinated(request, code)
    form = FinalForm(
        request.POST or None,
        initial={"on": clock.today(), "symbol": f"BC-{plan.agency.symbol}" if plan.agency.symbol else "BC",
                 "title": plan.agency.head_title},
    )  # fmt: skip

    def do(typed: Mapping[str, Any]) -> str:
        closing.number_final_report(
            code=code, number=typed["number"], symbol=typed["symbol"], on=typed["on"], authority=typed["authority"],
            title=typed["title"], name=typed["name"], by=actor_from(request), at=clock.now(),
        )  # fmt: skip
        return reverse("desk:followed_detail", args=[code])

    return act_page(
        request,
        title=_("Cấp số, ký báo cáo kết quả"),
        form=form,
        button=_("Lưu số"),
        do=do,
        done=_("Đã ghi số, người ký báo cáo kết quả."),
        back=reverse("desk:followed_detail", args=[code]),
        back_label=plan.title[:60],
        lead=_("Ghi sau khi người có thẩm quyền đã ký bản in; bản in từ nay mang số, ngày, người ký này."),
    )


@require_safe
@desk_page(*WORKERS)
def window_detail(request: HttpRequest, code: str) -> HttpResponse:
    """An event with all that happens in its days: plans, task forces and rosters, incidents, daily reports."""
    window, actor, today = window_for(code=code), actor_from(request), clock.today()
    days = (window.prepares_on, window.follows_until)
    plans = list(window.plans.select_related("agency", "force").exclude(status=PlanState.DRAFT).order_by("-pk")[:50])
    rosters = Roster.objects.filter(starts_on__lte=days[1], ends_on__gte=days[0], agency_path=actor.agency_path)
    series = ReportSeries.objects.filter(starts_on__lte=days[1], ends_on__gte=days[0], agency_path=actor.agency_path)
    begun = Incident.objects.filter(
        agency_path=actor.agency_path, began_at__date__gte=days[0], began_at__date__lte=days[1]
    )
    context = {
        "window": window, "phase": window.days().phase(today), "today": today,
        "plans": [(plan, boards.standing(plan=plan, today=today)) for plan in plans],
        "rosters": list(rosters.select_related("force").order_by("-starts_on")[:20]),
        "series": list(series.order_by("-starts_on")[:20]), "incidents": list(begun.order_by("-began_at")[:20]),
        "edits": actor.is_one_of(*COORDINATORS) and window.agency_path == actor.agency_path,
    }  # fmt: skip
    return render_page(request, "desk/plans/window.html", context)


@require_safe
@desk_page(*WORKERS)
def window_list(request: HttpRequest) -> HttpResponse:
    """Events with their days."""
    actor = actor_from(request)
    context = {
        "rows": [(one, one.days().phase(clock.today())) for one in boards.windows()],
        "coordinates": actor.is_one_of(*COORDINATORS), "own_path": actor.agency_path,
    }  # fmt: skip
    return render_page(request, "desk/plans/windows.html", context)


@desk_page(*COORDINATORS)
def window_edit(request: HttpRequest, code: str = "") -> HttpResponse:
    """Make an event, or change its days."""
    window = window_for(code=code) if code else None
    names = ("name", "kind", "prepares_on", "starts_on", "ends_on", "follows_until")
    form = WindowForm(request.POST or None, initial={name: getattr(window, name) for name in names} if window else None)

    def do(typed: Mapping[str, Any]) -> str:
        windows.set_window(
            name=typed["name"], kind=EventKind(typed["kind"]), prepares_on=typed["prepares_on"], starts_on=typed["starts_on"],
            ends_on=typed["ends_on"], follows_until=typed["follows_until"], by=actor_from(request), at=clock.now(), code=code,
        )  # fmt: skip
        return reverse("desk:window_list")

    return act_page(
        request, title=_("Sửa sự kiện") if window else _("Thêm sự kiện"), form=form, button=_("Lưu"), do=do, done=_("Đã lưu sự kiện."),
        back=reverse("desk:window_list"), back_label=_("Sự kiện"),
        lead=_("Nhiệm vụ, báo cáo, thời hạn “trước”, “trong”, “sau” được tính theo các ngày này."),
    )  # fmt: skip


def _coordinated(request: HttpRequest, code: str) -> Plan:
    plan = followed_plan_for(code=code)
    if plan.agency_path != actor_from(request).agency_path:
        raise Http404
    return plan


def _own_task(request: HttpRequest, task_id: int) -> Task:
    task = task_for(task_id=task_id)
    if task.agency_path != actor_from(request).agency_path or task.parent_id is not None:
        raise Http404
    return task


def _task_url(task: Task) -> str:
    if task.plan.status == PlanState.DRAFT:
        return f"{reverse('desk:followed_detail', args=[task.plan.code])}#viec-{task.pk}"
    return reverse("desk:task_detail", args=[task.pk])


def _task_act(request: HttpRequest, task: Task, title: str, form: Any, button: str, do: Any, done: str) -> HttpResponse:
    return act_page(
        request, title=title, form=form, button=button, back=_task_url(task), back_label=_("Nhiệm vụ"), do=do, done=done,
        lead=task.text[:300],
    )  # fmt: skip


def _due(typed: Mapping[str, Any]) -> Due:
    kind, day = DueKind(typed["kind"]), typed["day"]
    again = kind in {DueKind.YEARLY, DueKind.MONTHLY, DueKind.QUARTERLY, DueKind.HALF_YEARLY}
    return Due(
        kind=kind, day=day if kind is DueKind.FIXED else None, month=day.month if day and kind is DueKind.YEARLY else None,
        month_day=day.day if day and again else None, weekday=int(typed["weekday"]) if typed["weekday"] else None,
        anchor=Anchor(typed["anchor"]) if kind is DueKind.RELATIVE else None, event_on=typed["event_on"],
        offset_days=typed["offset_days"], working_days=typed["working_days"], at_time=typed["at_time"],
    )  # fmt: skip


def _above(path: str, *, but: int = 0) -> list[tuple[str, str]]:
    rows = (
        Plan.objects.exclude(status=PlanState.DRAFT).exclude(agency_path=path).exclude(pk=but).select_related("agency")
    )
    return [(row.code, f"{row.agency.name}: {row.title[:80]}") for row in rows.order_by("-pk")[:50]]


def _sure(body: PlanBody) -> bool:
    return body.kind in {"one", "set"} and body.confidence >= SURE


def _shown(version: PlanVersion) -> list[tuple[str, str, str, str]]:
    """Rows of the difference: what happens, the old words, the new ones, what differs."""
    found = changes.from_json(version.changes)
    document = version.document
    reads = read_tasks(exported(document.as_corrected(), from_json(document.corrections)))
    old = {task.pk: task for task in Task.objects.filter(plan_id=version.plan_id, parent=None)}
    words = {"text": _("lời văn"), "lead": _("cơ quan chủ trì"), "deadline": _("thời hạn")}
    rows = [
        (_("Sửa"), old[pair.old].text, reads[pair.new].text, ", ".join(words[name] for name in pair.differs))
        for pair in found.pairs
        if pair.differs
    ]
    rows += [(_("Thêm"), "", reads[place].text, ", ".join(reads[place].leads)) for place in found.added]
    rows += [(_("Bỏ"), old[pk].text, "", old[pk].lead_text) for pk in found.gone if pk in old]
    return rows


urlpatterns: list[URLPattern] = [
    path("theo-doi/", followed_list, name="followed_list"),
    path("theo-doi/them/", follow, name="follow"),
    path("theo-doi/ten/<int:body_id>/", followed_body, name="followed_body"),
    path("theo-doi/viec/<int:task_id>/sua/", followed_task, name="followed_task"),
    path("theo-doi/viec/<int:task_id>/tach/", followed_split, name="followed_split"),
    path("theo-doi/viec/<int:task_id>/thoi-han/", followed_deadline, name="followed_deadline"),
    path("theo-doi/viec/<int:task_id>/bo/", followed_drop, name="followed_drop"),
    path("theo-doi/viec/<int:task_id>/cap-tren/", followed_take_up, name="followed_take_up"),
    path("theo-doi/<str:code>/", followed_detail, name="followed_detail"),
    path("theo-doi/<str:code>/co-quan/", followed_bodies, name="followed_bodies"),
    path("theo-doi/<str:code>/co-quan/chac-chan/", followed_bodies_sure, name="followed_bodies_sure"),
    path("theo-doi/<str:code>/giao/", followed_issue, name="followed_issue"),
    path("theo-doi/<str:code>/ghep/", followed_join, name="followed_join"),
    path("theo-doi/<str:code>/su-kien/", followed_place, name="followed_place"),
    path("theo-doi/<str:code>/van-ban/", followed_versions, name="followed_versions"),
    path("theo-doi/<str:code>/van-ban/ap-dung/", followed_take, name="followed_take"),
    path("theo-doi/<str:code>/do-phu/", followed_coverage, name="followed_coverage"),
    path("theo-doi/<str:code>/ket-thuc/", followed_close, name="followed_close"),
    path("theo-doi/<str:code>/so-bao-cao/", followed_final, name="followed_final"),
    path("su-kien/", window_list, name="window_list"),
    path("su-kien/<str:code>/trong-dot/", window_detail, name="window_detail"),
    path("su-kien/them/", window_edit, name="window_new"),
    path("su-kien/<str:code>/", window_edit, name="window_edit"),
]

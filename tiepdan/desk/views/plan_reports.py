"""Pages: reports under plans – due, written, sent, received, put together – and plans written here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tiepdan.agencies.models import Agency
from tiepdan.desk.downloads import as_download
from tiepdan.desk.forms.plan_work import DutyForm, ReasonTextForm, ReportForm, WrittenPlanForm, lines_of
from tiepdan.desk.labels import label
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.views.plan_pages import act_page, chosen_window, simple_act
from tiepdan.documents.access import authority_of, place_of
from tiepdan.documents.rendering.compose import Letterhead, Paper, Table
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.plans.access import draft_for, followed_plan_for, report_for
from tiepdan.plans.actions import drafts, reports
from tiepdan.plans.models import Plan, PlanDraft, Report, TaskAgency
from tiepdan.plans.printing import as_docx, as_pdf, report_paper
from tiepdan.plans.queries import boards
from tiepdan.plans.queries.figures import FIGURES
from tiepdan.plans.rules import READERS
from tiepdan.plans.rules.report_periods import SECTIONS, ReportPeriod, ReportState, Rhythm, may_save, may_take
from tiepdan.plans.rules.tasks import COORDINATORS, WORKERS
from tiepdan.plans.rules.writing import TEMPLATES, Group, WrittenPlan, from_json
from tiepdan.ui.words import in_vietnamese, said

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@desk_page(*WORKERS)
def report_list(request: HttpRequest) -> HttpResponse:
    """Reports to write, reports that came in, reports sent."""
    actor, window = actor_from(request), chosen_window(request)
    context = {
        "own": boards.own_reports(by=actor, window=window), "incoming": boards.incoming_reports(by=actor, window=window),
        "taken": boards.taken_reports(by=actor, window=window), "sent": boards.sent_reports(by=actor, window=window),
        "at": clock.now(), "windows": boards.windows(), "window": window,
    }  # fmt: skip
    return render_page(request, "desk/plans/reports.html", context)


@desk_page(*WORKERS)
def report_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One report: written here, or read where it came to."""
    report = report_for(code=code)
    actor = actor_from(request)
    own = report.agency_path == actor.agency_path
    editable = bool(may_save(state=ReportState(report.status), own=own))
    counted = report.figures.get("counted") or (reports.counted_for(report=report, today=clock.today()) if own else {})
    told = {**counted, **report.figures.get("told", {})}
    shown = [(name, said(FIGURES[name]), told[name]) for name in FIGURES if name in told]
    form = ReportForm(request.POST or None, figures=shown, texts=report.texts) if editable else None
    context: dict[str, Any] = {
        "report": report, "form": form, "own": own, "figures": shown, "counted": counted, "at": clock.now(),
        "texts": [(said(text), report.texts.get(name, "")) for name, text in SECTIONS.items() if report.texts.get(name)],
        "parts": reports.parts_for(report=report, path=actor.agency_path),
        "may_take": may_take(
            state=ReportState(report.status), path=actor.agency_path, via_path=report.via_path, to_path=report.to_path
        ),
        "passes": report.status == "sent" and bool(report.via_path) and report.via_path == actor.agency_path,
    }  # fmt: skip
    if request.method != "POST" or form is None:
        return render_page(request, "desk/plans/report.html", context)
    if not form.is_valid():
        return render_page(request, "desk/plans/report.html", context, status=422)
    typed = form.cleaned_data
    try:
        reports.save_report(
            code=code, texts={name: typed[name] for name in SECTIONS},
            figures_given={name: typed[f"so-{name}"] for name, _, _ in shown if typed.get(f"so-{name}") is not None},
            by=actor, at=clock.now(),
        )  # fmt: skip
        if "send" in request.POST:
            reports.send_report(code=code, by=actor, at=clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/plans/report.html", context)
    messages.success(request, _("Đã gửi báo cáo.") if "send" in request.POST else _("Đã lưu báo cáo."))
    return redirect("desk:plan_report", code)


@require_POST
@desk_page(*WORKERS)
def report_take(request: HttpRequest, code: str) -> HttpResponse:
    """Pass on or receive."""
    report, actor = report_for(code=code), actor_from(request)
    passes = report.status == "sent" and report.via_path == actor.agency_path
    return simple_act(
        request, do=lambda: reports.take_report(code=report.code, by=actor, at=clock.now()),
        done=_("Đã chuyển tiếp báo cáo.") if passes else _("Đã nhận báo cáo."), to=reverse("desk:report_list"),
    )  # fmt: skip


@desk_page(*WORKERS)
def report_return(request: HttpRequest, code: str) -> HttpResponse:
    """Give back with what is missing."""
    report = report_for(code=code)

    def do(typed: Mapping[str, Any]) -> str:
        reports.return_report(code=report.code, reason=typed["text"], by=actor_from(request), at=clock.now())
        return reverse("desk:report_list")

    return act_page(
        request, title=_("Trả lại báo cáo"), form=ReasonTextForm(request.POST or None, label=_("Cần bổ sung")), button=_("Trả lại"), do=do,
        done=_("Đã trả lại báo cáo."), back=reverse("desk:plan_report", args=[code]), back_label=_("Báo cáo"),
    )  # fmt: skip


@require_POST
@desk_page(*WORKERS)
def report_consolidate(request: HttpRequest, code: str) -> HttpResponse:
    """Put the reports that came in together."""
    report = report_for(code=code)
    return simple_act(
        request, do=lambda: reports.consolidate(code=report.code, by=actor_from(request), at=clock.now()),
        done=_("Đã tổng hợp các báo cáo gửi đến."), to=reverse("desk:plan_report", args=[code]),
    )  # fmt: skip


@require_safe
@desk_page(*WORKERS)
def report_file(request: HttpRequest, code: str, form: str) -> HttpResponse:  # noqa: ARG001
    """The report as BÁO CÁO."""
    report = report_for(code=code)
    paper = report_print(report)
    return _drawn(paper, f"bao-cao-{report.code}", form, report.ends_on)


@in_vietnamese
def report_print(report: Report) -> Paper:
    """Lay a report out."""
    told = reports.told(report)
    rows = [(text, report.texts.get(name, "").split("\n")) for name, text in SECTIONS.items()]
    days = f"từ ngày {report.starts_on:%d/%m/%Y} đến ngày {report.ends_on:%d/%m/%Y}"
    return report_paper(
        subject=f"{report.duty.title} ({days})", rows=rows, tables=(),
        figures=[(FIGURES[name], str(told[name])) for name in FIGURES if name in told],
        letterhead=letterhead(report.agency, recipients=(report.duty.to.name, "Lưu: VT")),
        draft=report.sent_at is None, demo=settings.DEMO,
    )  # fmt: skip


@desk_page(*WORKERS)
def plan_reports(request: HttpRequest, code: str) -> HttpResponse:
    """Duties to report of a plan, who has not reported, and what came in."""
    plan, at = followed_plan_for(code=code), clock.now()
    actor = actor_from(request)
    rows = list(
        Report.objects.filter(plan=plan).select_related("agency", "duty").order_by("-due_at", "agency_path")[:200]
    )
    context = {
        "plan": plan, "duties": list(plan.report_duties.select_related("to", "via").order_by("pk")),
        "missing": boards.missing_reports(plan=plan, at=at), "rows": rows, "at": at,
        "coordinates": actor.agency_path == plan.agency_path and actor.is_one_of(*COORDINATORS),
    }  # fmt: skip
    return render_page(request, "desk/plans/plan_reports.html", context)


@require_POST
@desk_page(*COORDINATORS)
def plan_reports_open(request: HttpRequest, code: str) -> HttpResponse:
    """Make the reports whose days have begun."""
    plan = followed_plan_for(code=code)
    return simple_act(
        request, do=lambda: reports.open_reports(plan=plan, until=clock.today(), by=actor_from(request), at=clock.now()),
        done=_("Đã mở các kỳ báo cáo đến hôm nay."), to=reverse("desk:plan_reports", args=[code]),
    )  # fmt: skip


@desk_page(*COORDINATORS)
def plan_duty(request: HttpRequest, code: str) -> HttpResponse:
    """Lay a duty to report on every agency of the plan."""
    plan = followed_plan_for(code=code)
    form = DutyForm(request.POST or None, initial={"to": plan.agency, "starts_on": clock.today()})

    def do(typed: Mapping[str, Any]) -> str:
        day = typed["day"]
        agencies = sorted(
            set(TaskAgency.objects.filter(plan=plan).values_list("agency_id", flat=True)) - {typed["to"].pk}
        )
        reports.add_report_duty(
            code=code, title=typed["title"], agencies=agencies, to=typed["to"], via=typed["via"], by=actor_from(request),
            at=clock.now(),
            rhythm=Rhythm(
                period=ReportPeriod(typed["period"]), starts_on=typed["starts_on"], ends_on=typed["ends_on"],
                at_time=typed["at_time"], day=day, month=day.month if day else None, month_day=day.day if day else None,
                weekday=day.weekday() if day else None,
            ),
        )  # fmt: skip
        return reverse("desk:plan_reports", args=[code])

    return act_page(
        request, title=_("Thêm chế độ báo cáo"), form=form, button=_("Thêm"), do=do, done=_("Đã thêm chế độ báo cáo."),
        back=reverse("desk:plan_reports", args=[code]), back_label=_("Báo cáo của kế hoạch"),
        lead=_("Mọi cơ quan có nhiệm vụ trong kế hoạch phải báo cáo theo định kỳ này."),
    )  # fmt: skip


@require_safe
@desk_page(*WORKERS)
def plan_final(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """The final report of a plan: agencies, tasks, difficulties, evaluation, lessons."""
    plan = followed_plan_for(code=code)
    if plan.agency_path != actor_from(request).agency_path:
        raise Http404
    return _drawn(final_print(plan), f"bao-cao-ket-qua-{plan.code}", form, plan.final_on or clock.today())


@in_vietnamese
def final_print(plan: Plan) -> Paper:
    """Lay the final report out."""
    today = clock.today()
    standing = boards.standing(plan=plan, today=today)
    rows = [
        (row.name, str(row.lines), str(row.done), str(row.late)) for row in boards.by_agency(plan=plan, today=today)
    ]
    agencies = Table(("Cơ quan", "Nhiệm vụ", "Hoàn thành", "Quá hạn"), (5, 1, 1, 1), tuple(rows) or (("",) * 4,))
    lines = boards.plan_lines(plan=plan, today=today)
    said = Table(
        ("Nhiệm vụ", "Cơ quan", "Kết quả"), (4, 2, 2),
        tuple(
            (line.task.text[:220], line.agency.name, f"{label('agency_state', line.status)}, {line.percent} %") for line in lines[:400]
        ) or (("", "", ""),),
    )  # fmt: skip
    obstacles = [
        f"{row.line.agency.name}: {row.text}" + (f" Trả lời: {row.answer}" if row.answer else " (chưa trả lời)")
        for row in boards.plan_obstacles(plan=plan)
    ]
    return report_paper(
        subject=f"Kết quả thực hiện Kế hoạch {plan.number} {plan.title}".replace("  ", " "),
        figures=[("Lượt cơ quan được giao nhiệm vụ", str(standing.lines)), ("Hoàn thành", str(standing.done)),
                 ("Quá hạn", str(standing.late))],
        tables=(("Theo cơ quan", agencies), ("Theo nhiệm vụ", said)),
        rows=[("Khó khăn, vướng mắc", obstacles), ("Đánh giá", plan.evaluation.split("\n")),
              ("Bài học kinh nghiệm", plan.lessons.split("\n"))],
        letterhead=_final_letterhead(plan), draft=plan.closed_at is None, demo=settings.DEMO,
    )  # fmt: skip


def _final_letterhead(plan: Plan) -> Letterhead:
    """The letterhead of the final report, with number, day and signer once it is signed."""
    head = letterhead(plan.agency, recipients=("Lưu: VT",))
    if plan.final_number is None:
        return head
    return replace(
        head, number=plan.final_number, symbol=plan.final_symbol, dated_on=plan.final_on,
        signer_authority=plan.final_authority, signer_title=plan.final_title, signer_name=plan.final_name,
    )  # fmt: skip


def letterhead(agency: Agency, *, recipients: tuple[str, ...]) -> Letterhead:
    """What stands around a report of an agency; number, date and name are added when it is signed."""
    parent = agency.parent.name if agency.parent is not None and not authority_of(agency=agency) else ""
    return Letterhead(
        agency=drafts.in_full(agency.name), parent_agency=drafts.in_full(parent), place=place_of(agency=agency),
        symbol=f"BC-{agency.symbol}" if agency.symbol else "BC", signer_authority=authority_of(agency=agency),
        signer_title=agency.head_title, recipients=recipients,
    )  # fmt: skip


@require_safe
@desk_page(*READERS)
def draft_list(request: HttpRequest) -> HttpResponse:
    """Plans being written."""
    context = {
        "rows": list(PlanDraft.objects.select_related("document", "made_by").order_by("-pk")[:50]),
        "templates": [(key, said(title)) for key, (title, _parts) in TEMPLATES.items()],
    }
    return render_page(request, "desk/plans/drafts.html", context)


@require_POST
@desk_page(*READERS)
def draft_begin(request: HttpRequest) -> HttpResponse:
    """Begin from a template."""
    try:
        draft = drafts.begin_draft(template=request.POST.get("template", ""), by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        raise Http404 from error
    return redirect("desk:draft_edit", draft.code)


@desk_page(*READERS)
def draft_edit(request: HttpRequest, code: str) -> HttpResponse:
    """Write a plan."""
    draft = draft_for(code=code)
    form = WrittenPlanForm(request.POST or None, initial=typed_of(from_json(draft.content)))
    context = {"draft": draft, "form": form, "today": clock.today()}
    if request.method != "POST":
        return render_page(request, "desk/plans/draft.html", context)
    if not form.is_valid():
        return render_page(request, "desk/plans/draft.html", context, status=422)
    try:
        drafts.change_draft(code=code, plan=written_of(form.cleaned_data), by=actor_from(request), at=clock.now())
        if "sign" in request.POST:
            document = drafts.sign_draft(code=code, dated_on=clock.today(), by=actor_from(request), at=clock.now())
            messages.success(request, _("Đã cấp số, ban hành. Bản in đang được đọc lại để giao nhiệm vụ."))
            return redirect("desk:plan_read", document.code)
    except ActionRefused as error:
        return render_refusal(request, error, "desk/plans/draft.html", context)
    messages.success(request, _("Đã lưu dự thảo."))
    return redirect("desk:draft_edit", code)


@require_safe
@desk_page(*READERS)
def draft_file(request: HttpRequest, code: str, form: str) -> HttpResponse:  # noqa: ARG001
    """The print of a plan being written."""
    draft = draft_for(code=code)
    return _drawn(drafts.paper_of(draft), f"du-thao-ke-hoach-{draft.code}", form, clock.today())


@require_POST
@desk_page(*READERS)
def draft_drop(request: HttpRequest, code: str) -> HttpResponse:
    """Throw an unsigned plan away."""
    draft = draft_for(code=code)
    return simple_act(
        request, do=lambda: drafts.drop_draft(code=draft.code, by=actor_from(request), at=clock.now()), done=_("Đã bỏ dự thảo."),
        to=reverse("desk:draft_list"),
    )  # fmt: skip


def typed_of(plan: WrittenPlan) -> dict[str, str]:
    """Return a plan as it is typed."""
    blocks = []
    for group in plan.groups:
        asked = "Đề nghị " if group.request else ""
        blocks.append("\n".join([f"# {asked}{', '.join(group.agencies)}", *group.tasks]))
    texts = {
        name: "\n".join(getattr(plan, name))
        for name in ("bases", "purposes", "demands", "funding", "organisation", "recipients")
    }
    return {
        "title": plan.title, "tasks": "\n".join(blocks), "signer_title": plan.signer_title, "signer_name": plan.signer_name, **texts,
    }  # fmt: skip


def written_of(typed: Mapping[str, Any]) -> WrittenPlan:
    """Return the plan that was typed."""
    groups: list[Group] = []
    for line in lines_of(typed["tasks"]):
        if line.startswith("#"):
            named = line.lstrip("# ").strip()
            asked = named.startswith("Đề nghị ")
            groups.append(Group((named.removeprefix("Đề nghị "),), (), asked))
        elif groups:
            last = groups[-1]
            groups[-1] = Group(last.agencies, (*last.tasks, line.lstrip("-– ").strip()), last.request)
        else:
            groups.append(Group((), (line,)))
    lists = {
        name: tuple(line.lstrip("-– ").strip() for line in lines_of(typed[name]))
        for name in ("bases", "purposes", "demands", "funding", "organisation", "recipients")
    }
    return WrittenPlan(
        title=" ".join(typed["title"].split()), groups=tuple(groups), signer_title=typed["signer_title"].strip(),
        signer_name=typed["signer_name"].strip(), **lists,
    )  # fmt: skip


def _drawn(paper: Paper, name: str, form: str, on: Any) -> HttpResponse:
    if form == "pdf":
        return as_download(data=as_pdf(paper, on=on), name=f"{name}.pdf", media_type="application/pdf", inline=True)
    return as_download(data=as_docx(paper, on=on), name=f"{name}.docx", media_type=WORD)


urlpatterns: list[URLPattern] = [
    path("bao-cao-ke-hoach/", report_list, name="report_list"),
    path("bao-cao-ke-hoach/<str:code>/", report_detail, name="plan_report"),
    path("bao-cao-ke-hoach/<str:code>/nhan/", report_take, name="report_take"),
    path("bao-cao-ke-hoach/<str:code>/tra-lai/", report_return, name="report_return"),
    path("bao-cao-ke-hoach/<str:code>/tong-hop/", report_consolidate, name="report_consolidate"),
    path("bao-cao-ke-hoach/<str:code>/tep.<str:form>", report_file, name="report_file"),
    path("theo-doi/<str:code>/bao-cao/", plan_reports, name="plan_reports"),
    path("theo-doi/<str:code>/bao-cao/mo/", plan_reports_open, name="plan_reports_open"),
    path("theo-doi/<str:code>/bao-cao/them/", plan_duty, name="plan_duty"),
    path("theo-doi/<str:code>/ket-qua.<str:form>", plan_final, name="plan_final"),
    path("soan-ke-hoach/", draft_list, name="draft_list"),
    path("soan-ke-hoach/moi/", draft_begin, name="draft_begin"),
    path("soan-ke-hoach/<str:code>/", draft_edit, name="draft_edit"),
    path("soan-ke-hoach/<str:code>/bo/", draft_drop, name="draft_drop"),
    path("soan-ke-hoach/<str:code>/ban-in.<str:form>", draft_file, name="draft_file"),
]

"""Pages: the daily situation report of a window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.views.duty import paper_answer, parent_of
from tiepdan.documents.access import place_of
from tiepdan.documents.rendering.compose import Letterhead, Table
from tiepdan.documents.rendering.office_paper import Block, bold, office_paper, words
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.situation import actions
from tiepdan.situation.counting import rows_of
from tiepdan.situation.models import ReportSeries, SituationReport
from tiepdan.situation.queries import Standing, all_series, asked_here, day_report, series_for, standing
from tiepdan.situation.rules import Figure, Phase, may_keep
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import Words, in_vietnamese

FIGURES = Words(
    {
        Figure.RECEPTIONS: "Lượt tiếp",
        Figure.PEOPLE: "Người được tiếp",
        Figure.GROUPS: "Đoàn đông người",
        Figure.SUBMISSIONS: "Đơn nhận",
        Figure.INCIDENTS: "Tình huống phát sinh",
        Figure.OPEN_INCIDENTS: "Tình huống chưa kết thúc",
        Figure.MOST_PRESENT: "Đông nhất tại một tình huống",
        Figure.CASES_MOVED: "Vụ việc có bước giải quyết",
        Figure.DUTIES: "Ca trực theo lịch",
        Figure.CAME: "Ca trực có mặt",
        Figure.ABSENT: "Ca trực vắng",
    }
)
PHASES = Words({Phase.BEFORE: "Trước sự kiện", Phase.DURING: "Trong sự kiện", Phase.AFTER: "Sau sự kiện"})
READERS = (Role.COORDINATOR, Role.HEAD, Role.DEPUTY, Role.RECORDS_CLERK, Role.OVERSIGHT)


SHOWN: Final = (
    Figure.RECEPTIONS,
    Figure.PEOPLE,
    Figure.GROUPS,
    Figure.SUBMISSIONS,
    Figure.INCIDENTS,
    Figure.CASES_MOVED,
)
COMMUNES, PROVINCIAL = "communes", "provincial"


class AskForm(Form):
    """Which agencies report."""

    groups = forms.MultipleChoiceField(label="Nhóm cơ quan", required=False, widget=forms.CheckboxSelectMultiple)
    other = AgencyField(label="Hoặc một cơ quan", required=False)

    def __init__(self, *args: Any, below: list[Agency], **options: Any) -> None:
        super().__init__(*args, **options)
        self._groups = {
            COMMUNES: [one.pk for one in below if one.kind == AgencyKind.COMMUNE_COMMITTEE],
            PROVINCIAL: [
                one.pk for one in below if one.level == AgencyLevel.PROVINCE and one.kind != AgencyKind.PROVINCIAL_COMMITTEE
            ],
        }  # fmt: skip
        words = {COMMUNES: _("UBND xã, phường, đặc khu"), PROVINCIAL: _("Sở, ban, ngành, cơ quan cấp tỉnh")}
        self.fields["groups"].choices = [  # type: ignore[attr-defined] # a choice field
            (key, _("{words} ({count} cơ quan)").format(words=words[key], count=len(found)))
            for key, found in self._groups.items()
            if found
        ]
        if not self.fields["groups"].choices:  # type: ignore[attr-defined] # the same
            del self.fields["groups"]

    def chosen(self) -> list[int]:
        """Ids of all agencies chosen."""
        found = [key for group in self.cleaned_data.get("groups", ()) for key in self._groups[group]]
        other = self.cleaned_data.get("other")
        return [*found, *([other.pk] if other else [])]


class OpenForm(Form):
    """The hour at which an agency answers a request."""

    send_at = forms.TimeField(label="Giờ gửi hằng ngày", widget=forms.TimeInput(attrs={"type": "time"}))


class SeriesForm(Form):
    """A window and its hour."""

    title = TidyCharField(label="Tên đợt", max_length=200)
    starts_on = forms.DateField(label="Báo cáo từ ngày", widget=DayInput)
    during_from = forms.DateField(label="Sự kiện bắt đầu", widget=DayInput)
    during_to = forms.DateField(label="Sự kiện kết thúc", widget=DayInput)
    ends_on = forms.DateField(label="Báo cáo đến hết ngày", widget=DayInput)
    send_at = forms.TimeField(
        label="Giờ gửi hằng ngày", initial="17:00", widget=forms.TimeInput(attrs={"type": "time"})
    )
    receiver = AgencyField(label="Gửi đến cơ quan", required=False)
    earlier = forms.ChoiceField(label="So sánh với đợt trước", required=False)

    def __init__(self, *args: Any, earlier: list[ReportSeries], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["earlier"].choices = [("", _("– không –")), *((one.pk, one.title) for one in earlier)]  # type: ignore[attr-defined] # a choice field


@desk_page(*READERS)
def situation_list(request: HttpRequest) -> HttpResponse:
    """Windows."""
    actor = actor_from(request)
    keeps = bool(may_keep(role=actor.role))
    context = {"rows": all_series(by=actor), "keeps": keeps, "asked": asked_here(by=actor) if keeps else []}
    return render_page(request, "desk/situation/list.html", context)


@desk_page(*READERS)
def situation_new(request: HttpRequest) -> HttpResponse:
    """Open a window."""
    actor = actor_from(request)
    form = SeriesForm(
        request.POST or None, earlier=[one for one in all_series(by=actor) if one.agency_id == actor.agency_id]
    )
    context = {
        "form": form,
        "title": _("Mở đợt báo cáo tình hình"),
        "button": _("Mở đợt"),
        "lead": _("Số liệu được tổng hợp và gửi hằng ngày vào giờ đặt."),
        "up": reverse("desk:situation_list"),
        "above": _("Tình hình ngày"),
    }
    if request.method != "POST":
        return render_page(request, "desk/duty/form.html", context)
    if not form.is_valid():
        return render_page(request, "desk/duty/form.html", context, status=422)
    typed = dict(form.cleaned_data)
    receiver, earlier = typed.pop("receiver"), typed.pop("earlier")
    try:
        made = actions.open_series(
            **typed, receiver_id=receiver.pk if receiver else None, earlier_id=int(earlier) if earlier else None, by=actor,
            at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/duty/form.html", context)
    return redirect("desk:situation_series", made.code)


@desk_page(*READERS)
def situation_series(request: HttpRequest, code: str) -> HttpResponse:
    """Today's report, or the one nearest to it; for who was asked the own window, or the request."""
    found, actor = series_for(code=code), actor_from(request)
    if found.agency_id != actor.agency_id and found.expected.filter(agency_id=actor.agency_id).exists():
        own = found.answers.filter(agency_id=actor.agency_id).first()
        if own is None:
            return redirect("desk:situation_asked", found.code)
        found = own
    return redirect(
        "desk:situation_day", found.code, min(max(clock.today(), found.starts_on), found.ends_on).isoformat()
    )


@desk_page(*READERS)
def situation_asked(request: HttpRequest, code: str) -> HttpResponse:
    """A superior asks for a report every day: the own window is opened by one press."""
    found, actor = series_for(code=code), actor_from(request)
    if not found.expected.filter(agency_id=actor.agency_id).exists():
        raise NotFound(code)
    earlier = (datetime.combine(found.starts_on, found.send_at) - timedelta(minutes=30)).time()
    form = OpenForm(request.POST or None, initial={"send_at": f"{earlier:%H:%M}"})
    context = {"series": found, "form": form, "keeps": bool(may_keep(role=actor.role))}
    if request.method != "POST":
        return render_page(request, "desk/situation/asked.html", context)
    if not form.is_valid():
        return render_page(request, "desk/situation/asked.html", context, status=422)
    try:
        made = actions.open_series(
            title=found.title, starts_on=found.starts_on, during_from=found.during_from, during_to=found.during_to,
            ends_on=found.ends_on, send_at=form.cleaned_data["send_at"], receiver_id=None, earlier_id=None, under_id=found.pk,
            by=actor, at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/situation/asked.html", context)
    messages.success(request, _("Đã mở đợt: số liệu được tổng hợp và gửi hằng ngày vào giờ đặt."))
    return redirect("desk:situation_series", made.code)


@desk_page(*READERS)
def situation_ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask agencies to report every day."""
    found, actor = series_for(code=code), actor_from(request)
    here = Agency.objects.select_related("parent").get(pk=found.agency_id)
    top = here if here.parent is None or here.kind.endswith("_committee") else here.parent
    below = list(Agency.objects.in_force(on=clock.today()).below(path=top.path).exclude(pk=here.pk).order_by("pk"))
    form = AskForm(request.POST or None, below=below)
    context = {
        "form": form, "title": _("Yêu cầu báo cáo hằng ngày"), "button": _("Gửi yêu cầu"),
        "lead": _("Cơ quan được chọn nhận yêu cầu trong hộp tin, mở đợt bằng một nút, rồi số liệu gửi về "
"“{title}” mỗi ngày.").format(title=found.title),
        "up": reverse("desk:situation_series", args=[found.code]), "above": found.title,
    }  # fmt: skip
    if request.method != "POST":
        return render_page(request, "desk/duty/form.html", context)
    if not form.is_valid():
        return render_page(request, "desk/duty/form.html", context, status=422)
    try:
        made = actions.ask_agencies(series_id=found.pk, agency_ids=form.chosen(), by=actor, at=clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/duty/form.html", context)
    messages.success(request, _("Đã gửi yêu cầu đến {count} cơ quan.").format(count=len(made)))
    return redirect("desk:situation_series", found.code)


@desk_page(*READERS)
def situation_day(request: HttpRequest, code: str, day: str) -> HttpResponse:
    """The report of a day."""
    return _page(request, series_for(code=code), _day(day))


@require_POST
@desk_page(*READERS)
def situation_act(request: HttpRequest, code: str, day: str, act: str) -> HttpResponse:
    """Count, note, send."""
    found, on = series_for(code=code), _day(day)
    acts: dict[str, Callable[[Actor, datetime], object]] = {
        "tong-hop": lambda by, at: actions.ask_count(series_id=found.pk, on=on, by=by, at=at),
        "nhan-dinh": lambda by, at: actions.write_notes(
            series_id=found.pk, on=on, notes=request.POST.get("notes", ""), by=by, at=at
        ),
        "don-doc": lambda by, at: actions.urge_missing(series_id=found.pk, on=on, by=by, at=at),
        "gui": lambda by, at: actions.send_report(series_id=found.pk, on=on, by=by, at=at),
    }
    if act not in acts:
        raise NotFound(act)
    try:
        acts[act](actor_from(request), clock.now())
    except ActionRefused as error:
        return _page(request, found, on, error=error)
    messages.success(request, _("Đang tổng hợp: tải lại trang sau vài giây.") if act == "tong-hop" else _("Đã ghi."))
    return redirect("desk:situation_day", found.code, on.isoformat())


@desk_page(*READERS)
def situation_rows(request: HttpRequest, code: str, day: str, figure: str) -> HttpResponse:
    """The rows behind a figure, as far as the post sees them."""
    found, on = series_for(code=code), _day(day)
    if figure not in set(Figure):
        raise NotFound(figure)
    rows = rows_of(figure=Figure(figure), path=found.agency_path, on=on)[:200]
    lines = [(getattr(one, "code", "") or f"#{one.pk}", _told(one)) for one in rows]
    context = {"series": found, "on": on, "title": FIGURES[Figure(figure)], "lines": lines}
    return render_page(request, "desk/situation/rows.html", context)


@desk_page(*READERS)
@in_vietnamese
def situation_print(request: HttpRequest, code: str, day: str, form: str) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """The report as BÁO CÁO."""
    found, on = series_for(code=code), _day(day)
    report, rows, phase = day_report(series=found, on=on)
    if report is None:
        raise NotFound(day)
    lines = standing(series=found, on=on)
    own = ("Riêng cơ quan",) if report.total else ()
    table = Table(
        ("Nội dung", "Trong ngày", *own, "Ngày trước", "Đợt trước"), (5, 2, *(2 for _ in own), 2, 2),
        tuple(
            (
                FIGURES[row.figure], str(row.now), *((str(report.figures.get(row.figure, 0)),) if own else ()),
                _shown(row.day_before), _shown(row.last_event),
            )
            for row in rows
        ),
    )  # fmt: skip
    blocks: list[Block] = [words(f"{PHASES[phase]}, ngày {on:%d/%m/%Y}."), bold("I. SỐ LIỆU"), table]
    if report.notes:
        blocks += [bold("II. NHẬN ĐỊNH"), *(words(line) for line in report.notes.splitlines() if line.strip())]
    if report.total:
        blocks += [bold(f"{'III' if report.notes else 'II'}. BÁO CÁO CỦA CÁC CƠ QUAN"), *_received(lines, report)]
    letterhead = Letterhead(
        agency=found.agency.name, parent_agency=parent_of(found.agency), place=place_of(agency=found.agency), dated_on=on,
        signer_title=found.agency.head_title,
    )  # fmt: skip
    paper = office_paper(
        heading="Báo cáo", subject=f"Tình hình ngày {on:%d/%m/%Y} – {found.title}", blocks=blocks, letterhead=letterhead,
        draft=report.sent_at is None, demo=settings.DEMO,
    )  # fmt: skip
    return paper_answer(paper, form, f"tinh-hinh-{on}", on=on)


def _received(lines: list[Standing], report: SituationReport) -> list[Block]:
    """How many have sent, who has not, and the figures of each."""
    missing = [str(name) for name in report.missing]
    blocks: list[Block] = [words(f"Đã nhận báo cáo của {report.received}/{report.received + len(missing)} cơ quan.")]
    if missing:
        blocks.append(words(f"Chưa gửi: {'; '.join(missing)}."))
    rows = [
        (line.agency.name, *(str(line.figures.get(figure, 0)) for figure in SHOWN))
        for line in lines
        if line.report is not None and line.agency.name not in missing
    ]
    if rows:
        blocks.append(Table(("Cơ quan", *(FIGURES[figure] for figure in SHOWN)), (5, *(2 for _ in SHOWN)), tuple(rows)))
    return blocks


def _page(request: HttpRequest, found: ReportSeries, on: date, *, error: ActionRefused | None = None) -> HttpResponse:
    actor = actor_from(request)
    report, rows, phase = day_report(series=found, on=on)
    lines = standing(series=found, on=on)
    context = {
        "series": found, "on": on, "report": report, "phase": PHASES[phase], "whole": bool(report and report.total),
        "rows": [
            (FIGURES[row.figure], row, row.figure.value, report.figures.get(row.figure, 0) if report else 0) for row in rows
        ],
        "standing": lines, "late": [one for one in lines if one.report is None], "began": on <= clock.today(),
        "sent": [(one, [one.figures.get(figure, 0) for figure in SHOWN]) for one in lines if one.report is not None],
        "heads": [FIGURES[figure] for figure in SHOWN],
        "keeps": bool(may_keep(role=actor.role)) and actor.agency_id == found.agency_id, "own": actor.agency_id == found.agency_id,
        "before": on - timedelta(days=1) if on > found.starts_on else None,
        "after": on + timedelta(days=1) if on < found.ends_on else None,
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/situation/day.html", context)
    return render_page(request, "desk/situation/day.html", context)


def _told(one: Any) -> str:
    for name in ("place", "summary", "title", "act", "attendance"):
        if getattr(one, name, ""):
            return str(getattr(one, name))
    return str(getattr(one, "on", ""))


def _shown(value: int | None) -> str:
    return "–" if value is None else str(value)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotFound(text) from error


urlpatterns: list[URLPattern] = [
    path("tinh-hinh/", situation_list, name="situation_list"),
    path("tinh-hinh/moi/", situation_new, name="situation_new"),
    path("tinh-hinh/<str:code>/yeu-cau/", situation_ask, name="situation_ask"),
    path("tinh-hinh/<str:code>/duoc-yeu-cau/", situation_asked, name="situation_asked"),
    path("tinh-hinh/<str:code>/", situation_series, name="situation_series"),
    path("tinh-hinh/<str:code>/<str:day>/", situation_day, name="situation_day"),
    path("tinh-hinh/<str:code>/<str:day>/so-lieu/<str:figure>/", situation_rows, name="situation_rows"),
    path("tinh-hinh/<str:code>/<str:day>/bao-cao.<str:form>", situation_print, name="situation_print"),
    path("tinh-hinh/<str:code>/<str:day>/<str:act>/", situation_act, name="situation_act"),
]

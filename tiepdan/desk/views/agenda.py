"""Pages: the calendar of sessions, one session with what follows it, what oversight sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, Final

from django import forms as django_forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import local_defaults
from tiepdan.agenda import actions, queries
from tiepdan.agenda.access import follow_up_for, session_for
from tiepdan.agenda.models import ReceptionSession
from tiepdan.agenda.rules import (
    OPEN,
    Chair,
    FollowUpKind,
    Period,
    SessionKind,
    SessionStatus,
    Standing,
    Trigger,
    last_posting_day,
    may_announce,
    may_conclude,
    may_hold,
    may_keep,
    minimum_of,
)
from tiepdan.desk.forms import agenda as forms
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.views.duty import paper_answer, parent_of
from tiepdan.documents.access import place_of
from tiepdan.documents.rendering.compose import Letterhead, Table
from tiepdan.documents.rendering.office_paper import Block, office_paper, words
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.reception.models import Reception
from tiepdan.ui.words import Toned, Words, in_vietnamese

OFFICE: Final = (
    Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY, Role.RECORDS_CLERK, Role.COORDINATOR,
)  # fmt: skip
STATUS: Final = Toned(
    {
        SessionStatus.PLANNED: ("neutral", "Chưa thông báo"),
        SessionStatus.ANNOUNCED: ("info", "Đã thông báo"),
        SessionStatus.HELD: ("good", "Đã tiếp"),
        SessionStatus.CANCELLED: ("late", "Đã hủy"),
    }
)
STANDING: Final = Toned(
    {
        Standing.MET: ("good", "Đủ"),
        Standing.PLANNED: ("info", "Lịch đủ ngày"),
        Standing.SHORT: ("due", "Lịch còn thiếu"),
        Standing.NOT_MET: ("late", "Chưa đủ"),
    }
)


@desk_page(*OFFICE)
def agenda_year(request: HttpRequest) -> HttpResponse:
    """A year of one chair, month by month, against the minimum; what must be posted; what is still to be done."""
    actor, today = actor_from(request), clock.today()
    year = _number(request.GET.get("nam", ""), today.year, 2014, 2100)
    chair = request.GET.get("nguoi", "")
    chair = chair if chair in set(Chair) else Chair.HEAD.value
    agency = Agency.objects.get(pk=actor.agency_id)
    months = queries.year_of(agency=agency, year=year, chair=chair, today=today)
    context = {
        "year": year, "chair": chair, "chairs": forms.CHAIRS.choices(), "keeps": bool(may_keep(role=actor.role)),
        "months": [
            (month.number, _shown(month.sessions), [(_period_word(one), *STANDING[one.standing], one) for one in month.periods])
            for month in months
        ],
        "minimum": minimum_of(kind=agency.kind, chair=chair, on=min(max(today, date(year, 1, 1)), date(year, 12, 31))),
        "to_post": _shown(queries.to_post(agency=agency, today=today)), "today": today,
        "follow_ups": queries.open_follow_ups(agency=agency), "agency": agency,
    }  # fmt: skip
    return render_page(request, "desk/agenda/year.html", context)


@desk_page(*OFFICE)
def agenda_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """All sessions of a month."""
    agency, sessions = _month(request, year, month)
    context = {
        "title": _("Lịch tiếp công dân tháng {month}/{year}").format(month=month, year=year),
        "year": year,
        "month": month,
        "rows": _shown(sessions),
        "keeps": bool(may_keep(role=actor_from(request).role)),
        "before": (year, month - 1) if month > 1 else (year - 1, 12),
        "after": (year, month + 1) if month < queries.MONTHS else (year + 1, 1),
        "agency": agency,
    }
    return render_page(request, "desk/agenda/month.html", context)


@desk_page(*OFFICE)
@in_vietnamese
def agenda_print(request: HttpRequest, year: int, month: int, form: str) -> HttpResponse:
    """The month as it is posted."""
    agency, sessions = _month(request, year, month)
    rows = tuple(
        (f"{one.on:%d/%m/%Y}", f"{one.starts_at:%H:%M} – {one.ends_at:%H:%M}", f"{one.chair_name}, {one.chair_title}",
         one.place, "; ".join(filter(None, (one.focus, one.participants.replace("\n", "; ")))))
        for one in sessions if one.status != SessionStatus.CANCELLED
    )  # fmt: skip
    blocks: list[Block] = [
        words(f"{agency.name} thông báo lịch tiếp công dân tháng {month} năm {year} như sau:"),
        Table(("Ngày", "Giờ", "Người tiếp", "Nơi tiếp", "Nội dung dự kiến, tham dự"), (3, 3, 5, 5, 6), rows),
    ]
    letterhead = Letterhead(
        agency=agency.name, parent_agency=parent_of(agency), place=place_of(agency=agency), dated_on=clock.today(),
        signer_title=agency.head_title,
    )  # fmt: skip
    paper = office_paper(
        heading="Thông báo", subject=f"Lịch tiếp công dân tháng {month} năm {year}", blocks=blocks, letterhead=letterhead,
        demo=settings.DEMO,
    )  # fmt: skip
    return paper_answer(paper, form, f"lich-tiep-{year}-{month:02d}", on=clock.today())


@desk_page(*OFFICE)
def agenda_new(request: HttpRequest) -> HttpResponse:
    """Plan one session."""
    actor = actor_from(request)
    form = forms.SessionForm(request.POST or None, initial=_initial(actor))

    def act(at: datetime) -> HttpResponse:
        made = actions.plan_session(plan=form.plan(), by=actor, at=at)
        messages.success(request, _("Đã đưa vào lịch. Thông báo lịch trước hạn ghi trên trang này."))
        return redirect("desk:agenda_session", made.code)

    return _form_page(request, form, _("Thêm buổi tiếp"), _("Đưa vào lịch"), act)


@desk_page(*OFFICE)
def agenda_plan_year(request: HttpRequest) -> HttpResponse:
    """Plan a year by a pattern."""
    actor, today = actor_from(request), clock.today()
    form = forms.YearForm(request.POST or None, initial={**_initial(actor), "year": today.year})

    def act(at: datetime) -> HttpResponse:
        data = form.cleaned_data
        made = actions.plan_year(
            plan=form.plan(), year=data["year"], from_month=data["from_month"], to_month=data["to_month"],
            pattern=form.pattern(), by=actor, at=at,
        )  # fmt: skip
        messages.success(request, _("Đã đưa {count} buổi tiếp vào lịch.").format(count=len(made)))
        answer = redirect("desk:agenda_year")
        answer["Location"] += f"?nam={data['year']}&nguoi={data['chair']}"
        return answer

    return _form_page(
        request, form, _("Lập lịch cả năm"), _("Lập lịch"), act,
        lead=_("Chọn các ngày trong tháng, hoặc một thứ và các tuần. Ngày đã qua và ngày đã có buổi tiếp được bỏ qua."),
    )  # fmt: skip


@desk_page(*OFFICE)
def agenda_session(request: HttpRequest, code: str) -> HttpResponse:
    """One session."""
    return _session_page(request, session_for(code=code))


@require_POST
@desk_page(*OFFICE)
def agenda_act(request: HttpRequest, code: str, act: str) -> HttpResponse:
    """One act on a session."""
    session, actor, at = session_for(code=code), actor_from(request), clock.now()
    form = _panels(session, request).get(act)
    plain: dict[str, Callable[[], object]] = {
        "thong-bao": lambda: actions.announce_session(session_id=session.pk, by=actor, at=at),
        "ket-luan": lambda: actions.issue_conclusion(session_id=session.pk, by=actor, at=at),
    }
    if form is None and act not in plain:
        raise NotFound(act)
    if form is not None and not form.is_valid():
        return _session_page(request, session, wrong=(act, form), status=422)
    try:
        if form is None:
            plain[act]()
        else:
            _do(act, session, form.cleaned_data, by=actor, at=at)
    except ActionRefused as error:
        return _session_page(request, session, wrong=(act, form) if form else None, error=error)
    messages.success(request, _("Đã ghi."))
    return redirect("desk:agenda_session", session.code)


@require_POST
@desk_page(*OFFICE)
def agenda_done(request: HttpRequest, code: str, follow_up_id: int) -> HttpResponse:
    """Write down what came of a follow-up."""
    session, actor, at = session_for(code=code), actor_from(request), clock.now()
    row = follow_up_for(session=session, follow_up_id=follow_up_id)
    form = forms.DoneForm(request.POST, prefix=f"v{row.pk}")
    if not form.is_valid():
        return _session_page(request, session, wrong=(f"v{row.pk}", form), status=422)
    data = form.cleaned_data
    try:
        actions.complete_follow_up(
            follow_up_id=row.pk, done_on=data["done_on"], result=data["result"], result_sent_on=data["result_sent_on"],
            by=actor, at=at,
        )  # fmt: skip
    except ActionRefused as error:
        return _session_page(request, session, wrong=(f"v{row.pk}", form), error=error)
    messages.success(request, _("Đã ghi kết quả."))
    return redirect("desk:agenda_session", session.code)


@desk_page(Role.OVERSIGHT)
def agenda_overseen(request: HttpRequest) -> HttpResponse:
    """For oversight: whether heads below receive as often as the law asks."""
    today = clock.today()
    year = _number(request.GET.get("nam", ""), today.year, 2014, 2100)
    month = _number(request.GET.get("thang", ""), today.month, 1, 12)
    rows = [
        (one.agency, [(_period_word(period), *STANDING[period.standing], period) for period in one.periods])
        for one in queries.overseen(year=year, month=month, today=today)
    ]
    context = {"rows": rows, "year": year, "month": month, "numbers": range(1, 13)}
    return render_page(request, "desk/agenda/overseen.html", context)


def _do(act: str, session: ReceptionSession, data: dict[str, Any], *, by: Actor, at: datetime) -> None:
    """Do an act that has a form."""
    if act == "doi":
        actions.move_session(
            session_id=session.pk, to_on=data["to_on"], starts_at=data["starts_at"], ends_at=data["ends_at"],
            reason=data["reason"], by=by, at=at,
        )  # fmt: skip
    elif act == "tiep-thay":
        actions.delegate_session(
            session_id=session.pk, name=data["name"], title=data["title"], reason=data["reason"], by=by, at=at
        )
    elif act == "da-tiep":
        actions.hold_session(
            session_id=session.pk, note_taker=data["note_taker"], opinion=data["opinion"], by=by, at=at
        )
    elif act == "huy":
        actions.cancel_session(session_id=session.pk, reason=data["reason"], by=by, at=at)
    elif act == "luot-tiep":
        actions.link_visit(session_id=session.pk, reception_id=int(data["visit"]), by=by, at=at)
    elif act == "viec":
        actions.add_follow_up(
            session_id=session.pk, reception_id=int(data["visit"]), kind=FollowUpKind(data["kind"]),
            content=data["content"], body=data["body"], contact=data["contact"], due_on=data["due_on"], by=by, at=at,
        )  # fmt: skip


def _panels(session: ReceptionSession, request: HttpRequest | None = None) -> dict[str, django_forms.Form]:
    """Return the forms of the acts that the state of a session offers, bound when posted."""
    data = request.POST if request is not None and request.method == "POST" else None
    found: dict[str, django_forms.Form] = {}
    if session.status in OPEN:
        found["da-tiep"] = forms.HoldForm(data)
        found["doi"] = forms.MoveForm(
            data, initial={"to_on": session.on, "starts_at": session.starts_at, "ends_at": session.ends_at}
        )
        found["tiep-thay"] = forms.DelegateForm(data)
        found["huy"] = forms.CancelForm(data)
    if session.status != SessionStatus.CANCELLED:
        found["luot-tiep"] = forms.LinkForm(data, visits=_choices(queries.unlinked_visits(session=session)))
    if session.status == SessionStatus.HELD:
        found["viec"] = forms.FollowUpForm(data, visits=_choices(queries.visits_of(session=session)))
    return found


_TITLES: Final = Words({
    "da-tiep": "Ghi đã tiếp", "doi": "Dời buổi tiếp", "tiep-thay": "Người khác tiếp thay", "huy": "Hủy buổi tiếp",
    "luot-tiep": "Gắn lượt tiếp", "viec": "Giao việc",
})  # fmt: skip


def _session_page(
    request: HttpRequest,
    session: ReceptionSession,
    *,
    wrong: tuple[str, django_forms.Form] | None = None,
    error: ActionRefused | None = None,
    status: int = 200,
) -> HttpResponse:
    actor, today = actor_from(request), clock.today()
    own = actor.agency_id == session.agency_id
    keeps = own and bool(may_keep(role=actor.role))
    visits = queries.visits_of(session=session)
    panels = []
    for key, form in (_panels(session) if keeps else {}).items():
        if key == "da-tiep" and not may_hold(status=session.status, on=session.on, today=today):
            continue
        if key in {"luot-tiep", "viec"} and not form.fields["visit"].choices:  # type: ignore[attr-defined] # a choice field
            continue
        shown = wrong[1] if wrong and wrong[0] == key else form
        panels.append((key, _TITLES[key], shown, bool(wrong and wrong[0] == key)))
    follow_ups = []
    for row in queries.follow_ups_of(session=session):
        key = f"v{row.pk}"
        follow_ups.append(
            (
                row,
                wrong[1] if wrong and wrong[0] == key else forms.DoneForm(prefix=key),
                bool(wrong and wrong[0] == key),
                bool(may_keep(role=actor.role)) and row.agency_path == actor.agency_path,
            )
        )
    deadline = last_posting_day(on=session.on, calendar=local_defaults(path=session.agency_path).calendar)
    verdict = may_announce(status=session.status, kind=session.kind, today=today, last_day=deadline.due, on=session.on)
    context = {
        "session": session, "status": STATUS[SessionStatus(session.status)], "chair": forms.CHAIRS[Chair(session.chair)],
        "kind": forms.KINDS[SessionKind(session.kind)], "mode": forms.MODES[session.mode],
        "trigger": forms.TRIGGERS.get(Trigger(session.trigger)) if session.trigger else "",
        "visits": visits, "follow_ups": follow_ups, "moves": queries.moves_of(session=session), "panels": panels,
        "deadline": deadline, "steps": deadline.steps, "keeps": keeps,
        "late": session.announced_on is not None and session.announced_on > session.posting_due_on,
        "announces": keeps and session.status == SessionStatus.PLANNED, "may_announce": verdict,
        "concludes": own and bool(
            may_conclude(role=actor.role, status=session.status, issued=session.conclusion_id is not None, visits=len(visits))
        ),
        "receives": keeps and actor.role != Role.RECORDS_CLERK and session.on == today and session.status != SessionStatus.CANCELLED,
        "follow_up_words": forms.FOLLOW_UPS, "today": today,
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/agenda/session.html", context)
    return render_page(request, "desk/agenda/session.html", context, status=status)


def _form_page(
    request: HttpRequest, form: django_forms.Form, title: str, button: str, act: Callable[[datetime], HttpResponse], *,
    lead: str = "",
) -> HttpResponse:  # fmt: skip
    context = {"form": form, "title": title, "button": button, "lead": lead}
    if request.method != "POST":
        return render_page(request, "desk/duty/form.html", context)
    if not form.is_valid():
        return render_page(request, "desk/duty/form.html", context, status=422)
    try:
        return act(clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/duty/form.html", context)


def _initial(actor: Actor) -> dict[str, str]:
    agency = Agency.objects.get(pk=actor.agency_id)
    return {
        "chair_title": agency.head_title,
        "chair_name": actor.name if actor.role == Role.HEAD else "",
        "place": agency.address or agency.name,
    }


def _month(request: HttpRequest, year: int, month: int) -> tuple[Agency, list[ReceptionSession]]:
    if not (1 <= month <= queries.MONTHS and 2000 <= year <= 2100):
        raise NotFound(f"{year}-{month}")
    agency = Agency.objects.select_related("parent").get(pk=actor_from(request).agency_id)
    return agency, queries.month_of_all(agency=agency, year=year, month=month)


def _shown(sessions: Sequence[ReceptionSession]) -> list[tuple[ReceptionSession, str, str]]:
    return [(one, *STATUS[SessionStatus(one.status)]) for one in sessions]


def _choices(visits: Sequence[Reception]) -> list[tuple[str, str]]:
    return [
        (
            str(one.pk),
            _("Số {number}: {value}").format(
                number=one.number, value=_("Tố cáo") if one.sealed else one.summary[:80] or one.code
            ),
        )
        for one in visits
    ]


def _period_word(period: Period) -> str:
    if period.minimum.per != "week":
        return _("Tháng")
    return _("Tuần {starts_on} – {ends_on}").format(
        starts_on=f"{period.starts_on:%d/%m}", ends_on=f"{period.ends_on:%d/%m}"
    )


def _number(text: str, default: int, low: int, high: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 5 and low <= int(text) <= high else default


urlpatterns: list[URLPattern] = [
    path("lich-tiep/", agenda_year, name="agenda_year"),
    path("lich-tiep/cap-duoi/", agenda_overseen, name="agenda_overseen"),
    path("lich-tiep/buoi-moi/", agenda_new, name="agenda_new"),
    path("lich-tiep/lap-nam/", agenda_plan_year, name="agenda_plan_year"),
    path("lich-tiep/<int:year>-<int:month>/", agenda_month, name="agenda_month"),
    path("lich-tiep/<int:year>-<int:month>/lich.<str:form>", agenda_print, name="agenda_print"),
    path("lich-tiep/<str:code>/", agenda_session, name="agenda_session"),
    path("lich-tiep/<str:code>/viec/<int:follow_up_id>/", agenda_done, name="agenda_done"),
    path("lich-tiep/<str:code>/<str:act>/", agenda_act, name="agenda_act"),
]

"""Pages: who is on duty, task forces, rosters, shifts, swaps, the personal calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import ancestors
from tiepdan.desk.downloads import as_download
from tiepdan.desk.duty_shown import days_shown, duty_lines, findings_shown, month_of, roster_duties
from tiepdan.desk.forms import duty as forms
from tiepdan.desk.labels import refusal_text
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.documents.access import place_of
from tiepdan.documents.rendering.pdf import draw_pdf
from tiepdan.documents.rendering.word import draw_docx
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.rosters import actions, queries
from tiepdan.rosters.access import duty_for, force_for, roster_for, swap_for
from tiepdan.rosters.models import CalendarFeed, Roster, TaskForce, Wish
from tiepdan.rosters.printing import FUNCTIONS, decision_paper, hours_paper, roster_paper
from tiepdan.rosters.problem import serving_members
from tiepdan.rosters.rules import Attendance, DayKind, Function, RosterStatus, may_keep
from tiepdan.rosters.solving.values import WishKind
from tiepdan.ui.words import in_vietnamese, said

_PDF, _DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@desk_page()
def duty_now(request: HttpRequest) -> HttpResponse:
    """Who is on duty now, my shifts, what waits for an answer."""
    actor, now = actor_from(request), clock.now()
    context = {
        "now": duty_lines(queries.on_duty(at=now)),
        "mine": duty_lines(queries.my_duties(by=actor, at=now)),
        "swaps": queries.my_swaps(by=actor),
        "rosters": queries.rosters(),
        "forces": queries.forces(),
        "keeps": bool(may_keep(role=actor.role)),
        "user_id": actor.user_id,
        "at": now,
    }
    return render_page(request, "desk/duty/now.html", context)


@desk_page()
def force_new(request: HttpRequest) -> HttpResponse:
    """Set up a task force."""
    return _form_page(
        request, forms.ForceForm(request.POST or None), _("Lập Tổ công tác"), _("Lưu dự thảo"),
        lambda typed, by, at: redirect(
            "desk:force",
            actions.set_up_force(
                **{**typed, "bases": typed["bases"].splitlines(), "duties": typed["duties"].splitlines()}, by=by, at=at
            ).code,
        ),
        lead=_("Dự thảo quyết định được in theo thể thức; ghi số và ngày ký sau khi ban hành."),
    )  # fmt: skip


@desk_page()
def force(request: HttpRequest, code: str) -> HttpResponse:
    """A task force with its members."""
    return _force_page(request, force_for(code=code))


@require_POST
@desk_page()
def force_decide(request: HttpRequest, code: str) -> HttpResponse:
    """Note number and day of the signed decision."""
    found, form = force_for(code=code), forms.DecisionForm(request.POST)
    return _on_force(
        request,
        found,
        form,
        "decide",
        lambda typed, by, at: actions.decide_force(force_id=found.pk, **typed, by=by, at=at),
    )


@require_POST
@desk_page()
def force_member(request: HttpRequest, code: str) -> HttpResponse:
    """Add a member."""
    found = force_for(code=code)
    form = forms.MemberForm(request.POST, agency_id=found.agency_id, agency_name=found.agency.name)

    def act(typed: dict[str, Any], by: Actor, at: datetime) -> object:
        values = {
            key: typed[key] for key in ("name", "title", "body", "phone", "leads", "user_id", "asked", "asked_letter")
        }
        return actions.add_member(
            force_id=found.pk,
            function=Function(typed["function"]),
            skills=typed["skills"].split(","),
            **values,
            by=by,
            at=at,
        )

    return _on_force(request, found, form, "member", act)


@require_POST
@desk_page()
def force_reply(request: HttpRequest, code: str, member_id: int) -> HttpResponse:
    """Note what a body answered."""
    found, form = force_for(code=code), forms.ReplyForm(request.POST)
    return _on_force(
        request, found, form, f"reply{member_id}",
        lambda typed, by, at: actions.note_reply(member_id=member_id, **typed, by=by, at=at),
    )  # fmt: skip


@require_POST
@desk_page()
def force_release(request: HttpRequest, code: str, member_id: int) -> HttpResponse:
    """Let a member go."""
    found, form = force_for(code=code), forms.ReasonForm(request.POST)
    return _on_force(
        request, found, form, f"release{member_id}",
        lambda typed, by, at: actions.release_member(member_id=member_id, reason=typed["reason"], by=by, at=at),
    )  # fmt: skip


@require_POST
@desk_page()
def force_end(request: HttpRequest, code: str) -> HttpResponse:
    """End a task force."""
    found, form = force_for(code=code), forms.ReasonForm(request.POST)
    return _on_force(
        request,
        found,
        form,
        "end",
        lambda typed, by, at: actions.end_force(force_id=found.pk, reason=typed["reason"], by=by, at=at),
    )


@desk_page()
@in_vietnamese
def force_print(request: HttpRequest, code: str, form: str) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """The decision as a paper."""
    found = force_for(code=code)
    paper = decision_paper(
        force=found, members=queries.members_of(force=found), place=place_of(agency=found.agency), parent=parent_of(found.agency),
        demo=settings.DEMO,
    )  # fmt: skip
    return paper_answer(paper, form, f"quyet-dinh-{found.code}", on=found.decided_on)


@desk_page()
def roster_new(request: HttpRequest, code: str) -> HttpResponse:
    """Open a roster of a task force."""
    found = force_for(code=code)
    members = queries.members_of(force=found)
    initial = {
        "title": _("Lịch trực của {name}").format(name=found.name)[:200],
        "starts_on": found.starts_on,
        "ends_on": found.ends_on,
    }
    form = forms.RosterForm(request.POST or None, members=members, initial=initial)
    return _roster_form(
        request, form, _("Mở lịch trực"),
        lambda typed, by, at: actions.open_roster(
            force_id=found.pk, title=typed["title"], starts_on=typed["starts_on"], ends_on=typed["ends_on"],
            setup=typed["setup"], by=by, at=at,
        ),
        reverse("desk:force", args=[found.code]), found.name,
    )  # fmt: skip


@desk_page()
def roster_setup(request: HttpRequest, code: str) -> HttpResponse:
    """Change shifts, posts, limits."""
    found = roster_for(code=code)
    form = forms.RosterForm(
        request.POST or None, members=queries.members_of(force=found.force), setup=found.made_by(),
        initial={"title": found.title, "starts_on": found.starts_on, "ends_on": found.ends_on},
    )  # fmt: skip
    for name in ("title", "starts_on", "ends_on"):
        del form.fields[name]
    return _roster_form(
        request, form, _("Ca, vị trí, giới hạn"),
        lambda typed, by, at: actions.set_up_roster(roster_id=found.pk, setup=typed["setup"], by=by, at=at),
        reverse("desk:roster", args=[found.code]), found.title,
    )  # fmt: skip


@desk_page()
def roster(request: HttpRequest, code: str) -> HttpResponse:
    """The month grid, what the solver found, what may be done."""
    return _roster_page(request, roster_for(code=code))


@require_POST
@desk_page()
def roster_solve(request: HttpRequest, code: str) -> HttpResponse:
    """Ask the solver."""
    found = roster_for(code=code)
    return _on_roster(request, found, lambda by, at: actions.solve_roster(roster_id=found.pk, by=by, at=at))


@require_POST
@desk_page()
def roster_publish(request: HttpRequest, code: str) -> HttpResponse:
    """Tell everybody."""
    found = roster_for(code=code)
    return _on_roster(
        request,
        found,
        lambda by, at: actions.publish_roster(roster_id=found.pk, by=by, at=at),
        _("Đã công bố lịch trực."),
    )


@require_POST
@desk_page()
def roster_wish(request: HttpRequest, code: str) -> HttpResponse:
    """Note leave or a preference."""
    found = roster_for(code=code)
    form = _wish_form(request, found, request.POST)
    if not form.is_valid():
        return _roster_page(request, found, wish_form=form, status=422)
    typed = form.cleaned_data
    return _on_roster(
        request, found,
        lambda by, at: actions.set_wish(
            roster_id=found.pk, member_id=int(typed["member"]), on=typed["on"], shift=typed["shift"],
            kind=WishKind(typed["kind"]), by=by, at=at,
        ),
        _("Đã ghi đăng ký."),
    )  # fmt: skip


@require_POST
@desk_page()
def roster_wish_back(request: HttpRequest, code: str, wish_id: int) -> HttpResponse:
    """Take a wish back."""
    found = roster_for(code=code)
    return _on_roster(
        request, found, lambda by, at: actions.take_back_wish(wish_id=wish_id, by=by, at=at), _("Đã bỏ đăng ký.")
    )


@desk_page()
def roster_day(request: HttpRequest, code: str, day: str) -> HttpResponse:
    """One day: who, attendance, hand-over."""
    return _day_page(request, roster_for(code=code), _day(day))


@require_POST
@desk_page()
def roster_hand_over(request: HttpRequest, code: str, day: str) -> HttpResponse:
    """Write down what a shift leaves to the next."""
    found, on = roster_for(code=code), _day(day)
    try:
        actions.hand_over(
            roster_id=found.pk, on=on, shift=request.POST.get("shift", ""), text=request.POST.get("text", ""),
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return _day_page(request, found, on, error=error)
    messages.success(request, _("Đã ghi bàn giao."))
    return redirect("desk:roster_day", found.code, on.isoformat())


@require_POST
@desk_page()
def duty_attend(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Note attendance."""
    found = duty_for(duty_id=duty_id)
    given = request.POST.get("attendance", "")
    try:
        if given not in set(Attendance):
            raise ActionRefused(Refused("duty_unknown"))
        actions.note_attendance(
            duty_id=duty_id,
            attendance=Attendance(given),
            note=request.POST.get("note", ""),
            by=actor_from(request),
            at=clock.now(),
        )
    except ActionRefused as error:
        return _day_page(request, found.roster, found.on, error=error)
    messages.success(request, _("Đã ghi điểm danh."))
    return redirect("desk:roster_day", found.roster.code, found.on.isoformat())


@desk_page()
def duty_change(request: HttpRequest, duty_id: int) -> HttpResponse:
    """One shift: who could take it; ask for a swap, or replace at once."""
    found = duty_for(duty_id=duty_id)
    return _change_page(request, found.pk)


@require_POST
@desk_page()
def duty_swap(request: HttpRequest, duty_id: int) -> HttpResponse:
    """Ask for a swap, or, as a keeper, replace at once."""
    found = duty_for(duty_id=duty_id)
    posted, actor, now = request.POST, actor_from(request), clock.now()
    other = posted.get("member", "")
    return_duty = posted.get("other_duty", "")
    try:
        if not other.isdecimal():
            raise ActionRefused(Refused("duty_member_unknown"))
        if posted.get("act") == "replace":
            actions.replace_on_duty(
                duty_id=found.pk, member_id=int(other), reason=posted.get("reason", ""), by=actor, at=now
            )
            messages.success(request, _("Đã thay người trực."))
        else:
            actions.ask_swap(
                duty_id=found.pk, other_id=int(other), reason=posted.get("reason", ""), by=actor, at=now,
                other_duty_id=int(return_duty) if return_duty.isdecimal() else None,
            )  # fmt: skip
            messages.success(request, _("Đã gửi đề nghị đổi ca."))
    except ActionRefused as error:
        return _change_page(request, found.pk, error=error)
    return redirect("desk:roster_day", found.roster.code, found.on.isoformat())


@require_POST
@desk_page()
def swap_answer(request: HttpRequest, swap_id: int) -> HttpResponse:
    """Agree, decline, approve."""
    swap_for(swap_id=swap_id)
    said, actor, now = request.POST.get("said", ""), actor_from(request), clock.now()
    try:
        if said in {"agree", "decline"}:
            actions.answer_swap(swap_id=swap_id, agree=said == "agree", by=actor, at=now)
        else:
            actions.decide_swap(swap_id=swap_id, approve=said == "approve", by=actor, at=now)
    except ActionRefused as error:
        messages.error(request, _sentence(error))
        return redirect("desk:duty_now")
    messages.success(request, _("Đã ghi trả lời."))
    return redirect("desk:duty_now")


@desk_page()
@in_vietnamese
def roster_print(request: HttpRequest, code: str, form: str) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """The roster on A4 landscape."""
    found = roster_for(code=code)
    paper = roster_paper(
        roster=found,
        duties=roster_duties(found),
        parent=parent_of(found.agency),
        place=place_of(agency=found.agency),
        demo=settings.DEMO,
    )
    return paper_answer(paper, form, f"lich-truc-{found.code}", on=found.starts_on)


@desk_page()
def roster_hours(request: HttpRequest, code: str) -> HttpResponse:
    """Hours and allowance."""
    found, actor = roster_for(code=code), actor_from(request)
    form = forms.RateForm(request.POST or None) if request.method == "POST" else forms.RateForm()
    context: dict[str, Any] = {
        "roster": found, "rows": queries.hours(roster=found, on=clock.today()), "rates": queries.rates(by=actor), "form": form,
        "keeps": bool(may_keep(role=actor.role)) and actor.agency_id == found.agency_id, "kinds": forms.DAY_KINDS,
    }  # fmt: skip
    if request.method == "POST":
        if not form.is_valid():
            return render_page(request, "desk/duty/hours.html", context, status=422)
        typed = {**form.cleaned_data, "kind": DayKind(form.cleaned_data["kind"])}
        try:
            actions.set_rate(**typed, by=actor, at=clock.now())
        except ActionRefused as error:
            return render_refusal(request, error, "desk/duty/hours.html", context)
        return redirect("desk:roster_hours", found.code)
    return render_page(request, "desk/duty/hours.html", context)


@desk_page()
@in_vietnamese
def roster_hours_print(request: HttpRequest, code: str, form: str) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """The table of hours as a paper."""
    found, today = roster_for(code=code), clock.today()
    paper = hours_paper(
        roster=found, rows=queries.hours(roster=found, on=today), parent=parent_of(found.agency), place=place_of(agency=found.agency),
        on=today, demo=settings.DEMO,
    )  # fmt: skip
    return paper_answer(paper, form, f"gio-truc-{found.code}", on=today)


@desk_page()
def duty_feed(request: HttpRequest) -> HttpResponse:
    """Make or stop the secret address of one's calendar; it is shown once."""
    actor, context = actor_from(request), {"address": ""}
    if request.method == "POST":
        try:
            if request.POST.get("act") == "revoke":
                actions.revoke_feed(by=actor, at=clock.now())
            else:
                secret = actions.make_feed(by=actor, at=clock.now())
                context["address"] = request.build_absolute_uri(reverse("duty_calendar", args=[secret]))
        except ActionRefused as error:
            return render_refusal(request, error, "desk/duty/feed.html", context)
    known = CalendarFeed.objects.filter(user_id=actor.user_id, revoked_at__isnull=True).first()
    return render_page(request, "desk/duty/feed.html", {**context, "known": known})


def paper_answer(paper: Any, form: str, name: str, *, on: date | None) -> HttpResponse:
    """Answer with a composed paper as PDF or DOCX."""
    if form == "docx":
        return as_download(data=draw_docx(paper=paper, dated_on=on), name=f"{name}.docx", media_type=_DOCX)
    return as_download(data=draw_pdf(paper=paper, dated_on=on), name=f"{name}.pdf", media_type=_PDF, inline=True)


def parent_of(agency: Agency) -> str:
    """Name of the body above, as a letterhead has it."""
    above = ancestors(agency=agency)
    return above[-1].name if above else ""


def _form_page(
    request: HttpRequest,
    form: Any,
    title: str,
    button: str,
    act: Callable[[Any, Actor, datetime], HttpResponse],
    *,
    lead: str = "",
) -> HttpResponse:
    context = {
        "form": form, "title": title, "button": button, "lead": lead, "up": reverse("desk:duty_now"), "above": _("Trực"),
    }  # fmt: skip
    if request.method != "POST":
        return render_page(request, "desk/duty/form.html", context)
    if not form.is_valid():
        return render_page(request, "desk/duty/form.html", context, status=422)
    try:
        return act(form.cleaned_data, actor_from(request), clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/duty/form.html", context)


def _roster_form(
    request: HttpRequest,
    form: forms.RosterForm,
    title: str,
    act: Callable[[Any, Actor, datetime], Roster],
    back: str,
    above: str,
) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, "above": above}
    if request.method != "POST":
        return render_page(request, "desk/duty/roster_form.html", context)
    if not form.is_valid():
        return render_page(request, "desk/duty/roster_form.html", context, status=422)
    try:
        made = act(form.cleaned_data, actor_from(request), clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/duty/roster_form.html", context)
    return redirect("desk:roster", made.code)


def _force_page(
    request: HttpRequest,
    found: TaskForce,
    *,
    panel: str = "",
    form: Any = None,
    status: int = 200,
    error: ActionRefused | None = None,
) -> HttpResponse:
    actor = actor_from(request)
    keeps = bool(may_keep(role=actor.role)) and found.agency_id == actor.agency_id
    members = [
        (
            member, said(FUNCTIONS[member.function]),
            form if panel == f"reply{member.pk}" else forms.ReplyForm(initial={"name": member.name, "title": member.title}),
        )
        for member in queries.members_of(force=found)
    ]  # fmt: skip
    context = {
        "force": found, "members": members, "keeps": keeps, "panel": panel,
        "rosters": found.rosters.order_by("-pk"),
        "decide_form": form if panel == "decide" else forms.DecisionForm(),
        "member_form": form if panel == "member" else (
            forms.MemberForm(agency_id=found.agency_id, agency_name=found.agency.name) if keeps else None
        ),
        "end_form": form if panel == "end" else forms.ReasonForm(auto_id="end_%s"),
        "release_form": form if panel.startswith("release") else forms.ReasonForm(auto_id="release_%s"),
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/duty/force.html", context)
    return render_page(request, "desk/duty/force.html", context, status=status)


def _on_force(
    request: HttpRequest, found: TaskForce, form: Any, panel: str, act: Callable[[Any, Actor, datetime], object]
) -> HttpResponse:
    if not form.is_valid():
        return _force_page(request, found, panel=panel, form=form, status=422)
    try:
        act(form.cleaned_data, actor_from(request), clock.now())
    except ActionRefused as error:
        return _force_page(request, found, panel=panel, form=form, error=error)
    messages.success(request, _("Đã lưu."))
    return redirect("desk:force", found.code)


def _on_roster(
    request: HttpRequest, found: Roster, act: Callable[[Actor, datetime], object], told: str = ""
) -> HttpResponse:
    try:
        act(actor_from(request), clock.now())
    except ActionRefused as error:
        return _roster_page(request, found, error=error)
    if told:
        messages.success(request, told)
    return redirect("desk:roster", found.code)


def _wish_form(request: HttpRequest, found: Roster, data: Any = None) -> forms.WishForm:
    actor = actor_from(request)
    members = serving_members(found)
    if not may_keep(role=actor.role) or actor.agency_id != found.agency_id:
        members = [member for member in members if member.user_id == actor.user_id]
    return forms.WishForm(data, members=members, setup=found.made_by(), initial={"on": found.starts_on})


def _roster_page(
    request: HttpRequest, found: Roster, *, wish_form: forms.WishForm | None = None, status: int = 200,
    error: ActionRefused | None = None,
) -> HttpResponse:  # fmt: skip
    actor, today = actor_from(request), clock.today()
    keeps = bool(may_keep(role=actor.role)) and found.agency_id == actor.agency_id
    first, last, before, after = month_of(found, request.GET.get("thang", ""), today)
    members = serving_members(found)
    wish_form = wish_form or _wish_form(request, found)
    context = {
        "roster": found, "setup": found.made_by(), "keeps": keeps, "today": today,
        "rows": queries.grid(roster=found, first=first, last=last), "first": first, "last": last, "before": before,
        "after": after, "days": days_shown(first, last),
        "solving": getattr(found, "solving", None) if found.status == RosterStatus.SOLVING else None,
        "findings": findings_shown(found, members),
        "unpublished": found.duties.filter(published=False).count(),
        "wish_form": wish_form if wish_form.fields["member"].choices else None,  # type: ignore[attr-defined] # a choice field
        "wishes": Wish.objects.filter(roster=found).select_related("member").order_by("on", "pk")[:300],
        "wish_words": forms.WISHES, "user_id": actor.user_id,
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/duty/roster.html", context)
    return render_page(request, "desk/duty/roster.html", context, fragment="progress", status=status)


def _day_page(request: HttpRequest, found: Roster, on: date, *, error: ActionRefused | None = None) -> HttpResponse:
    actor = actor_from(request)
    duties, notes = queries.day_of(roster=found, on=on)
    keeps = bool(may_keep(role=actor.role)) and found.agency_id == actor.agency_id
    context = {
        "roster": found, "on": on, "duties": duty_lines(duties), "notes": notes, "shifts": found.made_by().shifts, "keeps": keeps,
        "names": {shift.key: shift.name for shift in found.made_by().shifts}, "user_id": actor.user_id,
        "on_it": keeps or any(duty.member.user_id == actor.user_id for duty in duties),
        "leads": any(duty.leads and duty.member.user_id == actor.user_id for duty in duties), "attendance": forms.ATTENDANCE.choices(),
        "before": on - timedelta(days=1) if on > found.starts_on else None,
        "after": on + timedelta(days=1) if on < found.ends_on else None,
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/duty/day.html", context)
    return render_page(request, "desk/duty/day.html", context)


def _change_page(request: HttpRequest, duty_id: int, *, error: ActionRefused | None = None) -> HttpResponse:
    found, actor = duty_for(duty_id=duty_id), actor_from(request)
    people, verdict = queries.candidates(duty=found), queries.swap_verdict(duty=found, by=actor, at=clock.now())
    others = found.roster.duties.filter(starts_at__gt=clock.now(), published=True).exclude(member_id=found.member_id)
    context = {
        "duty": duty_lines([found])[0], "people": people, "free": [one for one in people if not one.why],
        "others": duty_lines(list(others.select_related("member", "roster").order_by("starts_at")[:60])),
        "keeps": bool(may_keep(role=actor.role)) and found.agency_path == actor.agency_path,
        "own": found.member.user_id == actor.user_id, "cannot_swap": refusal_text(verdict).text if isinstance(verdict, Refused) else "",
    }  # fmt: skip
    if error is not None:
        return render_refusal(request, error, "desk/duty/change.html", context)
    return render_page(request, "desk/duty/change.html", context)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise NotFound(text) from error


def _sentence(error: ActionRefused) -> str:
    return refusal_text(error.verdict).text


urlpatterns: list[URLPattern] = [
    path("truc/", duty_now, name="duty_now"),
    path("truc/to/moi/", force_new, name="force_new"),
    path("truc/to/<str:code>/", force, name="force"),
    path("truc/to/<str:code>/quyet-dinh/", force_decide, name="force_decide"),
    path("truc/to/<str:code>/thanh-vien/", force_member, name="force_member"),
    path("truc/to/<str:code>/thanh-vien/<int:member_id>/tra-loi/", force_reply, name="force_reply"),
    path("truc/to/<str:code>/thanh-vien/<int:member_id>/thoi/", force_release, name="force_release"),
    path("truc/to/<str:code>/ket-thuc/", force_end, name="force_end"),
    path("truc/to/<str:code>/quyet-dinh.<str:form>", force_print, name="force_print"),
    path("truc/to/<str:code>/lich-moi/", roster_new, name="roster_new"),
    path("truc/lich/<str:code>/", roster, name="roster"),
    path("truc/lich/<str:code>/ca/", roster_setup, name="roster_setup"),
    path("truc/lich/<str:code>/xep/", roster_solve, name="roster_solve"),
    path("truc/lich/<str:code>/cong-bo/", roster_publish, name="roster_publish"),
    path("truc/lich/<str:code>/dang-ky/", roster_wish, name="roster_wish"),
    path("truc/lich/<str:code>/dang-ky/<int:wish_id>/bo/", roster_wish_back, name="roster_wish_back"),
    path("truc/lich/<str:code>/lich.<str:form>", roster_print, name="roster_print"),
    path("truc/lich/<str:code>/gio/", roster_hours, name="roster_hours"),
    path("truc/lich/<str:code>/gio.<str:form>", roster_hours_print, name="roster_hours_print"),
    path("truc/lich/<str:code>/ngay/<str:day>/", roster_day, name="roster_day"),
    path("truc/lich/<str:code>/ngay/<str:day>/ban-giao/", roster_hand_over, name="roster_hand_over"),
    path("truc/ca/<int:duty_id>/", duty_change, name="duty_change"),
    path("truc/ca/<int:duty_id>/doi/", duty_swap, name="duty_swap"),
    path("truc/ca/<int:duty_id>/diem-danh/", duty_attend, name="duty_attend"),
    path("truc/doi-ca/<int:swap_id>/", swap_answer, name="swap_answer"),
    path("truc/lich-dien-thoai/", duty_feed, name="duty_feed"),
]

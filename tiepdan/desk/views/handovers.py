"""Pages: handing over what is open when an agency ends, what was received, the old books, counts before and after."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Role
from tiepdan.agencies.access import UnknownAgency, agency_for
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import SuccessionKind
from tiepdan.desk.forms.handovers import HandoverForm, PeriodForm
from tiepdan.desk.forms.reception import ReasonForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.documents.models import Book
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Handover
from tiepdan.succession import actions
from tiepdan.succession.access import handover_for
from tiepdan.succession.queries import (
    figures,
    former_lines,
    handovers,
    moves_of,
    parts_of,
    planned_moves,
    predecessors,
)
from tiepdan.succession.rules import Template
from tiepdan.ui.words import Words, said_choices

LOOKING = (
    Role.ADMINISTRATOR,
    Role.HEAD,
    Role.DEPUTY,
    Role.RECEPTION_OFFICER,
    Role.PROCESSING_OFFICER,
    Role.RECORDS_CLERK,
)
OFFICE = LOOKING[1:]
PAGE = "desk/handovers/detail.html"
WHY = Words(
    {
        "main": "Cơ quan tiếp nhận chính",
        "place": "Nơi được nêu trong đơn",
        "several": "Liên quan nhiều xã",
        "competence": "Thẩm quyền của Chủ tịch UBND cấp tỉnh",
        "by_hand": "Thủ trưởng chọn",
        "kept_out": "Nơi nhận bị loại trừ: lên cấp trên",
    }
)
BOOKS = ((Book.RECEPTION.value, "Sổ tiếp công dân"), (Book.INCOMING.value, "Số đến"), (Book.OUTGOING.value, "Số đi"))


@desk_page(*LOOKING)
def handover_list(request: HttpRequest) -> HttpResponse:
    """Handovers looked after, and those received from."""
    rows = list(handovers()[:100])
    return render_page(request, "desk/handovers/list.html", {"rows": rows})


@desk_page(Role.ADMINISTRATOR)
def handover_new(request: HttpRequest, agency_id: int) -> HttpResponse:
    """Prepare the handover of an agency."""
    actor = actor_from(request)
    try:
        agency = agency_for(agency_id=agency_id, by=actor)
    except UnknownAgency as error:
        raise Http404 from error
    form = HandoverForm(request.POST or None)
    context = {"agency": agency, "form": form}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render_page(request, "desk/handovers/new.html", context, status=status)
    typed = form.cleaned_data
    try:
        made = actions.prepare_handover(
            predecessor_id=agency.pk, kind=SuccessionKind(typed["kind"]), parts=form.parts(), effect_on=typed["effect_on"],
            decision=typed["decision"], template=Template(typed["template"]) if typed["template"] else None, by=actor,
            at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/handovers/new.html", context)
    messages.success(request, _("Đã lập bàn giao. Thủ trưởng của {name} duyệt.").format(name=agency.name))
    return redirect("desk:handover", made.pk)


@desk_page(*LOOKING)
def handover_detail(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Where each matter goes; afterwards where it went."""
    return _page(request, handover_for(handover_id=handover_id))


@require_POST
@desk_page(Role.HEAD)
def handover_place(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Send single matters elsewhere than the rules say."""
    handover = handover_for(handover_id=handover_id)
    chosen = {
        int(name[2:]): int(str(value))
        for name, value in request.POST.items()
        if name.startswith("v_") and name[2:].isdecimal() and str(value).isdecimal()
    }
    try:
        actions.place_matters(handover_id=handover.pk, chosen=chosen, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _page(request, handover, error)
    messages.success(request, _("Đã lưu nơi nhận."))
    return redirect("desk:handover", handover.pk)


@require_POST
@desk_page(Role.HEAD)
def handover_approve(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Approve; on or after the day everything moves at once, and the page that says so is the last one of this post."""
    handover = handover_for(handover_id=handover_id)
    try:
        done = actions.approve_handover(handover_id=handover.pk, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _page(request, handover, error)
    names = dict(Agency.objects.filter(pk__in=list(done.moved)).values_list("pk", "name"))
    moved = sorted(((names[key], count) for key, count in done.moved.items()), key=lambda row: -row[1])
    return render_page(request, "desk/handovers/done.html", {"handover": done.handover, "moved": moved})


@require_POST
@desk_page(Role.HEAD, Role.ADMINISTRATOR)
def handover_withdraw(request: HttpRequest, handover_id: int) -> HttpResponse:
    """Take it back before it is done."""
    handover, form = handover_for(handover_id=handover_id), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, handover, form=form, status=422)
    try:
        actions.withdraw_handover(
            handover_id=handover.pk, reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return _page(request, handover, error)
    messages.success(request, _("Đã rút bàn giao."))
    return redirect("desk:handover", handover.pk)


@desk_page(*OFFICE, Role.OVERSIGHT)
def handover_figures(request: HttpRequest) -> HttpResponse:
    """The counts of the own agency and of those it followed, over one period: the sum goes on across the day."""
    actor, today = actor_from(request), clock.today()
    form = PeriodForm(request.GET or None, initial={"tu": today - timedelta(days=365), "den": today})
    from_on, until_on = form.days((today - timedelta(days=365), today))
    here = Agency.objects.get(pk=actor.agency_id)
    tables = [
        (agency, figures(agency_id=agency.pk, from_on=from_on, until_on=until_on))
        for agency in [here, *predecessors(agency_id=here.pk)]
    ]
    context = {"form": form, "tables": tables, "from_on": from_on, "until_on": until_on}
    return render_page(request, "desk/handovers/figures.html", context, status=422 if form.errors else 200)


@desk_page(*OFFICE)
def former_book(request: HttpRequest, agency_id: int) -> HttpResponse:
    """A book of an agency that ended and that the own one follows."""
    agency = next((one for one in predecessors(agency_id=actor_from(request).agency_id) if one.pk == agency_id), None)
    if agency is None:
        raise Http404
    ended = (agency.ends_before or clock.today()) - timedelta(days=1)
    form = PeriodForm(
        request.GET if "tu" in request.GET else None, initial={"tu": ended.replace(month=1, day=1), "den": ended}
    )
    from_on, until_on = form.days((ended.replace(month=1, day=1), ended))
    book = request.GET.get("so", Book.INCOMING.value)
    if book not in dict(BOOKS):
        raise Http404
    rows = former_lines(agency_id=agency.pk, book=book, from_on=from_on, until_on=until_on)
    context = {"agency": agency, "form": form, "rows": rows, "book": book, "books": said_choices(BOOKS)}
    return render_page(request, "desk/handovers/book.html", context, status=422 if form.errors else 200)


def _page(
    request: HttpRequest,
    handover: Handover,
    refused: ActionRefused | None = None,
    *,
    form: ReasonForm | None = None,
    status: int = 200,
) -> HttpResponse:
    actor = actor_from(request)
    waits = handover.state == "prepared"
    own = actor.agency_id == handover.predecessor_id
    rows = planned_moves(handover=handover, by=actor) if waits else []
    above = handover.agency_path.startswith(actor.agency_path)
    context = {
        "handover": handover,
        "parts": parts_of(handover=handover),
        "planned": [(one, WHY[one.choice.why]) for one in rows],
        "moves": [(move, line, WHY[move.why]) for move, line in moves_of(handover=handover)],
        "own": own,
        "approves": waits and above and actor.is_one_of(Role.HEAD) and handover.prepared_by_id != actor.user_id,
        "withdraws": handover.state in ("prepared", "approved") and above and actor.is_one_of(Role.HEAD, Role.ADMINISTRATOR),
        "withdraw_form": form or ReasonForm(),
        "early": handover.effect_on > clock.today(),
    }  # fmt: skip
    if refused is not None:
        return render_refusal(request, refused, PAGE, context)
    return render_page(request, PAGE, context, status=status)


urlpatterns: list[URLPattern] = [
    path("ban-giao/", handover_list, name="handover_list"),
    path("ban-giao/so-lieu/", handover_figures, name="handover_figures"),
    path("ban-giao/so-cu/<int:agency_id>/", former_book, name="former_book"),
    path("ban-giao/<int:handover_id>/", handover_detail, name="handover"),
    path("ban-giao/<int:handover_id>/noi-nhan/", handover_place, name="handover_place"),
    path("ban-giao/<int:handover_id>/duyet/", handover_approve, name="handover_approve"),
    path("ban-giao/<int:handover_id>/rut/", handover_withdraw, name="handover_withdraw"),
    path("quan-tri/co-quan/<int:agency_id>/ban-giao/", handover_new, name="handover_new"),
]

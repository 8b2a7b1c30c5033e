"""Pages of a head: one person's work handed to others, and who acts for the head between two days."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.access import UnknownAccount
from tiepdan.accounts.actions import delegate_headship, end_delegation
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Role
from tiepdan.desk.forms.staffing import DelegationForm, HandWorkForm, people_at
from tiepdan.desk.labels import refusal_text
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Participation
from tiepdan.matters.rules import Duty
from tiepdan.succession.actions import Handed, hand_over_work
from tiepdan.succession.queries import lines_of_person
from tiepdan.ui.words import Words

LEADERS = (Role.HEAD, Role.DEPUTY)
DUTIES = Words(
    {
        Duty.PROCESSING: "xử lý đơn",
        Duty.HANDLER: "thụ lý",
        Duty.VERIFIER: "xác minh",
        Duty.LEADER: "phụ trách",
    }
)


@desk_page(*LEADERS)
def hand_work(request: HttpRequest) -> HttpResponse:
    """Whose open work goes to whom."""
    actor = actor_from(request)
    people = people_at(by=actor)
    wanted = (request.POST if request.method == "POST" else request.GET).get("nguoi", "")
    person = next((one for one in people if str(one[0]) == wanted), None)
    if person is None:
        return render_page(request, "desk/staffing/choose.html", {"people": people})
    lines = [
        (line, ", ".join(DUTIES[Duty(one)] for one in duties))
        for line, duties in lines_of_person(user_id=person[0], by=actor)
    ]
    others = people_at(by=actor, leave_out=person[0])
    form = HandWorkForm(request.POST if request.method == "POST" else None, by=actor, leaving=person[0])
    context = {"person": person, "lines": lines, "form": form, "others": others, "chosen": request.POST.getlist("viec")}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render_page(request, "desk/staffing/hand.html", context, status=status)
    to = int(form.cleaned_data["to"])
    known = {str(key): key for key, _ in others}
    chosen = {
        line.matter_id: known.get(request.POST.get(f"n_{line.matter_id}", ""), to)
        for line, _ in lines
        if str(line.matter_id) in request.POST.getlist("viec")
    }
    try:
        done = hand_over_work(
            from_id=person[0], to=chosen, tasks_to=to if form.cleaned_data["tasks"] else None,
            reason=form.cleaned_data["reason"], by=actor, at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/staffing/hand.html", context)
    return render_page(
        request, "desk/staffing/handed.html", {"person": person, "rows": _told(done, lines, dict(others))}
    )


def _told(done: list[Handed], lines: list[tuple[Participation, str]], names: dict[int, str]) -> list[dict[str, object]]:
    shown = {line.matter_id: line for line, _ in lines}
    return [
        {
            "line": shown[one.matter_id], "to": names.get(one.to_id, ""),
            "why": refusal_text(one.refused).text if one.refused is not None else "",
        }
        for one in done
    ]  # fmt: skip


@desk_page(Role.HEAD)
def delegation_list(request: HttpRequest) -> HttpResponse:
    """Who acts for the head, and letting somebody do so."""
    actor = actor_from(request)
    form = DelegationForm(request.POST or None, by=actor)
    if request.method != "POST":
        return _delegations(request, form)
    if not form.is_valid():
        return _delegations(request, form, status=422)
    try:
        made = delegate_headship(**form.values(), by=actor, at=clock.now())
    except ActionRefused as error:
        return _delegations(request, form, refused=error)
    messages.success(
        request,
        _("Đã ủy quyền cho {name}. Người này chọn vị trí “thay {name_2}” khi làm việc.").format(
            name=made.user.name, name_2=actor.name
        ),
    )
    return redirect("desk:delegation_list")


@require_POST
@desk_page(Role.HEAD)
def delegation_end(request: HttpRequest, post_id: int) -> HttpResponse:
    """End a delegation today."""
    try:
        end_delegation(post_id=post_id, by=actor_from(request), at=clock.now())
    except UnknownAccount as error:
        raise Http404 from error
    except ActionRefused as refused:
        return _delegations(request, DelegationForm(by=actor_from(request)), refused=refused)
    messages.success(request, _("Đã kết thúc ủy quyền."))
    return redirect("desk:delegation_list")


def _delegations(
    request: HttpRequest, form: DelegationForm, *, refused: ActionRefused | None = None, status: int = 200
) -> HttpResponse:
    rows = Post.objects.filter(agency_id=actor_from(request).agency_id, delegated_by__isnull=False)
    context = {
        "form": form,
        "rows": list(rows.select_related("user").order_by("-starts_on", "-pk")[:50]),
        "today": clock.today(),
        "delegates": not actor_from(request).acting_for,
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/staffing/delegations.html", context)
    return render_page(request, "desk/staffing/delegations.html", context, status=status)


urlpatterns: list[URLPattern] = [
    path("ban-giao-viec/", hand_work, name="hand_work"),
    path("uy-quyen/", delegation_list, name="delegation_list"),
    path("uy-quyen/<int:post_id>/ket-thuc/", delegation_end, name="delegation_end"),
]

"""Pages: the rulebook, for everybody who works here. Nothing of it is about a matter."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Role
from tiepdan.agencies import actions as registry
from tiepdan.agencies.access import UnknownAgency
from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import local_defaults, local_rules_of
from tiepdan.agencies.rules import LocalCode
from tiepdan.cases.what_if import try_rules
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.explanation import explain
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.deadlines.tried_folder import files_to_try, text_of, tried_folder
from tiepdan.desk import rulebook_shown as book
from tiepdan.desk.forms.admin import LOCAL_CODES, LOCAL_WORDS, LocalRuleForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.reports.queries import moved_limits
from tiepdan.ui.words import said

_FLAGS = ("complex", "specially_complex", "remote", "several_places", "dismissal")
_SHOWN = 60
_TRIED = 3000  # limits, cases and submissions each, the newest first
_DIFFERENCES = 200


@desk_page()
def rulebook(request: HttpRequest) -> HttpResponse:
    """Search every rule; filter by kind and by what is unverified."""
    text, kind = request.GET.get("q", "").strip()[:120], request.GET.get("loai", "")
    unsure, today = request.GET.get("chua") == "1", clock.today()
    rows = book.found(text=text, kind=kind if kind in book.KINDS else "", unsure=unsure)
    context = {
        "rows": [(entry, entry.on(today)) for entry in rows[: _SHOWN if not (text or kind or unsure) else None]],
        "total": len(rows),
        "kinds": dict(book.KINDS.choices()),
        "kind": kind,
        "text": text,
        "unsure": unsure,
        "counts": book.counts(),
    }
    return render_page(request, "desk/rulebook/list.html", context)


@desk_page()
def rule(request: HttpRequest) -> HttpResponse:
    """One rule, its versions side by side; a limit can be counted from a day, explained in both languages."""
    entry = book.entry_named(request.GET.get("ma", "")[:120])
    if entry is None:
        raise Http404
    typed = request.GET.get("ngay", "")
    context: dict[str, object] = {"entry": entry, "today": clock.today(), "typed": typed, "flags": _flags(request)}
    if entry.counts and typed:
        context |= _counted(entry.id, typed, request)
    return render_page(request, "desk/rulebook/rule.html", context)


@desk_page()
def changes(request: HttpRequest) -> HttpResponse:
    """What begins and ends on which day."""
    days = book.changes()
    wanted = request.GET.get("ngay", "")
    chosen = next((day for day in days if day.isoformat() == wanted), None) or next(
        (day for day in days if day <= clock.today()), None
    )
    context: dict[str, object] = {
        "days": [(day, len(rows)) for day, rows in days.items()],
        "chosen": chosen,
        "rows": days[chosen] if chosen else (),
        "today": clock.today(),
    }
    return render_page(request, "desk/rulebook/changes.html", context)


@desk_page()
def sources(request: HttpRequest) -> HttpResponse:
    """The instruments behind the values, and how sure the values are."""
    return render_page(request, "desk/rulebook/sources.html", {"sources": book.sources(), "counts": book.counts()})


@desk_page()
def local(request: HttpRequest) -> HttpResponse:
    """What the locality has set for itself; administrators change it."""
    return _local_page(request)


@require_POST
@desk_page(Role.ADMINISTRATOR)
def local_set(request: HttpRequest) -> HttpResponse:
    """Set a default of the own agency and those below it."""
    form, actor = LocalRuleForm(request.POST), actor_from(request)
    if not form.is_valid():
        return _local_page(request, form=form, status=422)
    try:
        registry.set_local_rule(
            agency_id=actor.agency_id, code=form.code, value=form.value, starts_on=form.cleaned_data["starts_on"],
            reason=form.cleaned_data["reason"], by=actor, at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return _local_page(request, form=form, error=error)
    return redirect("desk:rulebook_local")


@require_POST
@desk_page(Role.ADMINISTRATOR)
def local_withdraw(request: HttpRequest, rule_id: int) -> HttpResponse:
    """Withdraw a default that was set."""
    try:
        registry.withdraw_local_rule(rule_id=rule_id, by=actor_from(request), at=clock.now())
    except UnknownAgency as error:
        raise Http404 from error
    except ActionRefused as error:
        return _local_page(request, error=error)
    return redirect("desk:rulebook_local")


@desk_page()
def moved(request: HttpRequest) -> HttpResponse:
    """Open limits that a changed calendar moved, and why."""
    actor = actor_from(request)
    rows = [(one, said(load_rulebook().rule(one.rule_id).title_vi)) for one in moved_limits(by=actor)]
    return render_page(request, "desk/rulebook/moved.html", {"rows": rows})


@desk_page()
def try_change(request: HttpRequest) -> HttpResponse:
    """Change the text of one file of rules and see what would be otherwise for matters one may read; nothing is kept."""
    names = files_to_try()
    name = (request.POST if request.method == "POST" else request.GET).get("tep", "")
    name = name if name in names else names[0]
    typed = request.POST.get("text", "") if request.method == "POST" else ""
    context: dict[str, object] = {"names": names, "name": name, "text": typed or text_of(name=name)}
    if request.method != "POST":
        return render_page(request, "desk/rulebook/try.html", context)
    path = actor_from(request).agency_path
    try:
        with tried_folder(name=name, text=str(context["text"])) as folder:
            trial = try_rules(folder=folder, agency_path=path, limit=_TRIED)
    except RuleFileError as fault:
        context["fault"] = fault
        return render_page(request, "desk/rulebook/try.html", context, status=422)
    context |= {
        "trial": trial, "shown": trial.differences[:_DIFFERENCES], "open": sum(one.open for one in trial.differences)
    }  # fmt: skip
    return render_page(request, "desk/rulebook/try.html", context)


def _local_page(
    request: HttpRequest, *, form: LocalRuleForm | None = None, error: ActionRefused | None = None, status: int = 200
) -> HttpResponse:
    actor = actor_from(request)
    agency = Agency.objects.get(pk=actor.agency_id)
    context = {
        "agency": agency,
        "rows": [
            (row, LOCAL_CODES[LocalCode(row.code)], LOCAL_WORDS.get(row.value, row.value))
            for row in local_rules_of(agency=agency)
        ],
        "form": form or LocalRuleForm(),
        "may_change": actor.role == Role.ADMINISTRATOR,
        "open_form": form is not None,
    }
    if error is not None:
        return render_refusal(request, error, "desk/rulebook/local.html", context)
    return render_page(request, "desk/rulebook/local.html", context, status=status)


def _flags(request: HttpRequest) -> dict[str, bool]:
    return {flag: request.GET.get(flag) == "1" for flag in _FLAGS}


def _counted(rule_id: str, typed: str, request: HttpRequest) -> dict[str, object]:
    flags = _flags(request)
    try:
        found = count(
            rule_id=rule_id, start=date.fromisoformat(typed), complex=flags["complex"], remote=flags["remote"],
            specially_complex=flags["specially_complex"], several_places=flags["several_places"],
            dismissal=flags["dismissal"], calendar=local_defaults(path=actor_from(request).agency_path).calendar,
        )  # fmt: skip
    except ValueError:
        return {"fault": _("Hãy nhập ngày theo dạng ngày/tháng/năm.")}
    except RuleRefused as refusal:
        return {"fault": refusal.sentence.by(said)}
    return {"counted": found, "vi": explain(deadline=found), "en": explain(deadline=found, language="en")}


urlpatterns: list[URLPattern] = [
    path("bo-quy-tac/", rulebook, name="rulebook"),
    path("bo-quy-tac/quy-tac/", rule, name="rulebook_rule"),
    path("bo-quy-tac/thay-doi/", changes, name="rulebook_changes"),
    path("bo-quy-tac/nguon/", sources, name="rulebook_sources"),
    path("bo-quy-tac/dia-phuong/", local, name="rulebook_local"),
    path("bo-quy-tac/dia-phuong/dat/", local_set, name="rulebook_local_set"),
    path("bo-quy-tac/dia-phuong/<int:rule_id>/thoi/", local_withdraw, name="rulebook_local_withdraw"),
    path("bo-quy-tac/thu-thay-doi/", try_change, name="rulebook_try"),
    path("bo-quy-tac/thoi-han-doi/", moved, name="rulebook_moved"),
]

"""Pages: people and agencies. An administrator sees no case content."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tiepdan.accounts import actions as people
from tiepdan.accounts.access import UnknownAccount, is_administrated, user_in_scope
from tiepdan.accounts.queries import posts_of, users_page
from tiepdan.accounts.rules import Role
from tiepdan.agencies import actions as registry
from tiepdan.agencies import queries as agencies
from tiepdan.agencies.access import UnknownAgency, agency_for
from tiepdan.agencies.models import Agency, Succession
from tiepdan.agencies.rules import SuccessionKind
from tiepdan.desk.forms import admin as forms
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.reports.queries import open_lines

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def admin_page(view: View[P]) -> View[P]:
    """Let administrators in; what is out of their scope does not exist."""

    @wraps(view)
    def found(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except (UnknownAccount, UnknownAgency) as error:
            raise Http404 from error

    return desk_page(Role.ADMINISTRATOR)(found)


@admin_page
def users(request: HttpRequest) -> HttpResponse:
    """Accounts of the administrator's agencies."""
    text, after = request.GET.get("q", "").strip(), request.GET.get("sau", "")
    rows, following = users_page(by=actor_from(request), text=text, after=int(after[:18]) if after.isdecimal() else 0)
    query = request.GET.copy()
    query["sau"] = str(following)
    context = {
        "rows": rows,
        "text": text,
        "today": clock.today(),
        "next_url": f"?{query.urlencode()}" if following else "",
    }
    return render_page(request, "desk/admin/users.html", context)


@admin_page
def user_new(request: HttpRequest) -> HttpResponse:
    """Make an account; its one-time password is shown once."""
    actor = actor_from(request)
    if request.method != "POST":
        here = agency_for(agency_id=actor.agency_id, by=actor)
        return render_page(request, "desk/admin/user_new.html", {"form": forms.UserForm(initial={"agency": here})})
    form = forms.UserForm(request.POST)
    if not form.is_valid():
        return render_page(request, "desk/admin/user_new.html", {"form": form}, status=422)
    typed = form.cleaned_data
    values = {key: typed[key] for key in ("username", "name", "title", "starts_on", "email", "phone")}
    try:
        made = people.add_user(
            **values, agency_id=typed["agency"].pk, role=Role(typed["role"]), by=actor, at=clock.now()
        )
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/user_new.html", {"form": form})
    return render_page(request, "desk/admin/password.html", {"made": made})


@admin_page
def user(request: HttpRequest, user_id: int) -> HttpResponse:
    """An account, its posts, and what may be done to it."""
    return _user_page(request, user_id)


@require_POST
@admin_page
def post_new(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give one more post."""
    form = forms.PostForm(request.POST)
    if not form.is_valid():
        return _user_page(request, user_id, post_form=form, status=422)
    typed = form.cleaned_data
    try:
        people.add_post(
            user_id=user_id, agency_id=typed["agency"].pk, role=Role(typed["role"]), title=typed["title"],
            starts_on=typed["starts_on"], by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return _user_page(request, user_id, post_form=form, error=error)
    return redirect("desk:admin_user", user_id)


@require_POST
@admin_page
def post_end(request: HttpRequest, user_id: int, post_id: int) -> HttpResponse:
    """End a post."""
    form = forms.EndPostForm(request.POST)
    if not form.is_valid():
        return _user_page(request, user_id, end_form=form, status=422)
    try:
        people.end_post(
            post_id=post_id, ends_before=form.cleaned_data["ends_before"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return _user_page(request, user_id, end_form=form, error=error)
    return redirect("desk:admin_user", user_id)


@require_POST
@admin_page
def password_reset(request: HttpRequest, user_id: int) -> HttpResponse:
    """Give a one-time password, shown once."""
    try:
        made = people.reset_password(user_id=user_id, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _user_page(request, user_id, error=error)
    return render_page(request, "desk/admin/password.html", {"made": made})


@require_POST
@admin_page
def user_close(request: HttpRequest, user_id: int) -> HttpResponse:
    """Close an account."""
    form = forms.CloseAccountForm(request.POST)
    if not form.is_valid():
        return _user_page(request, user_id, close_form=form, status=422)
    try:
        people.close_account(
            user_id=user_id, reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as error:
        return _user_page(request, user_id, close_form=form, error=error)
    return redirect("desk:admin_user", user_id)


@admin_page
def agency_tree(request: HttpRequest) -> HttpResponse:
    """One branch of the tree, or what a search finds below the own agency."""
    actor, today = actor_from(request), clock.today()
    text, wanted = request.GET.get("q", "").strip(), request.GET.get("tu", "")
    top = agency_for(agency_id=int(wanted) if wanted.isdecimal() else actor.agency_id, by=actor)
    rows = agencies.found_below(path=actor.agency_path, text=text) if text else list(
        agencies.children(parent=top, on=today, with_ended=True)
    )  # fmt: skip
    above = [one for one in agencies.ancestors(agency=top) if one.path.startswith(actor.agency_path)]
    context = {"top": top, "rows": rows, "above": above, "text": text, "today": today}
    return render_page(request, "desk/admin/agencies.html", context)


@admin_page
def agency_new(request: HttpRequest) -> HttpResponse:
    """Add an agency under one of the own."""
    actor = actor_from(request)
    wanted = request.GET.get("tu", "")
    parent = agency_for(agency_id=int(wanted) if wanted.isdecimal() else actor.agency_id, by=actor)
    form = forms.NewAgencyForm(request.POST or None)
    context = {"form": form, "parent": parent}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render_page(request, "desk/admin/agency_new.html", context, status=status)
    try:
        made = registry.add_agency(new=form.new(), parent_id=parent.pk, by=actor, at=clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/agency_new.html", context)
    return redirect("desk:admin_agency", made.pk)


@admin_page
def agency(request: HttpRequest, agency_id: int) -> HttpResponse:
    """An agency and its details, which may be corrected."""
    actor = actor_from(request)
    shown = agency_for(agency_id=agency_id, by=actor)
    form = forms.AgencyForm(
        request.POST or None, initial={name: getattr(shown, name) for name in forms.AgencyForm.base_fields}
    )
    context = {"agency": shown, "form": form, "end_form": forms.EndAgencyForm(), "own": shown.pk == actor.agency_id}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render_page(request, "desk/admin/agency.html", context, status=status)
    try:
        registry.change_agency(agency_id=agency_id, details=form.details(), by=actor, at=clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/agency.html", context)
    return redirect("desk:admin_agency", agency_id)


@require_POST
@admin_page
def agency_end(request: HttpRequest, agency_id: int) -> HttpResponse:
    """End an agency that has nothing open and nothing below."""
    actor = actor_from(request)
    shown = agency_for(agency_id=agency_id, by=actor)
    details = forms.AgencyForm(initial={name: getattr(shown, name) for name in forms.AgencyForm.base_fields})
    form = forms.EndAgencyForm(request.POST)
    context = {"agency": shown, "form": details, "end_form": form, "own": shown.pk == actor.agency_id}
    if not form.is_valid():
        return render_page(request, "desk/admin/agency.html", context, status=422)
    try:
        registry.end_agency(
            agency_id=agency_id, ends_before=form.cleaned_data["ends_before"],
            open_lines=open_lines(agency_id=agency_id), by=actor, at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/agency.html", context)
    return redirect("desk:admin_agency", agency_id)


@admin_page
def agency_succession(request: HttpRequest, agency_id: int) -> HttpResponse:
    """Which agencies followed this one, or which it followed; recording one more."""
    actor = actor_from(request)
    shown = agency_for(agency_id=agency_id, by=actor)
    form = forms.SuccessionForm(request.POST or None)
    context = {"agency": shown, "form": form, "rows": _successions(shown)}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render_page(request, "desk/admin/succession.html", context, status=status)
    typed = form.cleaned_data
    try:
        registry.record_succession(
            predecessor_id=shown.pk, successor_id=typed["successor"].pk if typed["successor"] else None,
            kind=SuccessionKind(typed["kind"]), on=typed["on"], share=typed["share"], decision=typed["decision"],
            by=actor, at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/succession.html", context)
    return redirect("desk:admin_agency_succession", agency_id)


def _successions(agency: Agency) -> list[tuple[Succession, str]]:
    return [(row, forms.SUCCESSIONS[SuccessionKind(row.kind)]) for row in agencies.successions_of(agency=agency)]


@desk_page()
def agency_lookup(request: HttpRequest) -> HttpResponse:
    """Agencies by part of the name: list items for HTMX, JSON for programs."""
    text = next((str(value) for key, value in request.GET.items() if key == "q" or key.endswith("_text")), "")
    found = agencies.look_up(text=text[:120], on=clock.today(), receiving=request.GET.get("nhan") == "1")
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"agencies": [{"id": one.pk, "code": one.code, "name": one.name} for one in found]})
    return render_page(request, "desk/admin/lookup.html", {"found": found, "text": text.strip()})


@sensitive_post_parameters("code", "password", "again")
def start(request: HttpRequest) -> HttpResponse:
    """The first administrator, with the one-time code of `tiepdan init`; afterwards this page does not exist."""
    if is_administrated(on=clock.today()):
        raise Http404
    form = forms.StartForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render_page(request, "desk/admin/start.html", {"form": form}, status=status)
    typed = form.cleaned_data
    try:
        people.claim_first_administrator(
            code=typed["code"], username=typed["username"], password=typed["password"], name=typed["name"],
            agency=form.agency(), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/start.html", {"form": form})
    return redirect("account_login")


def _user_page(
    request: HttpRequest,
    user_id: int,
    *,
    post_form: forms.PostForm | None = None,
    end_form: forms.EndPostForm | None = None,
    close_form: forms.CloseAccountForm | None = None,
    error: ActionRefused | None = None,
    status: int = 200,
) -> HttpResponse:
    actor = actor_from(request)
    shown = user_in_scope(user_id=user_id, by=actor)
    context = {
        "shown": shown,
        "posts": posts_of(by=actor, user_ids=[shown.pk]),
        "today": clock.today(),
        "own": shown.pk == actor.user_id,
        "post_form": post_form or forms.PostForm(initial={"agency": agency_for(agency_id=actor.agency_id, by=actor)}),
        "end_form": end_form or forms.EndPostForm(),
        "close_form": close_form or forms.CloseAccountForm(),
        "open_panel": "post" if post_form else "close" if close_form else "",
    }
    if error is not None:
        return render_refusal(request, error, "desk/admin/user.html", context)
    return render_page(request, "desk/admin/user.html", context, status=status)


urlpatterns: list[URLPattern] = [
    path("quan-tri/nguoi-dung/", users, name="admin_users"),
    path("quan-tri/nguoi-dung/moi/", user_new, name="admin_user_new"),
    path("quan-tri/nguoi-dung/<int:user_id>/", user, name="admin_user"),
    path("quan-tri/nguoi-dung/<int:user_id>/vi-tri/", post_new, name="admin_post_new"),
    path("quan-tri/nguoi-dung/<int:user_id>/vi-tri/<int:post_id>/thoi/", post_end, name="admin_post_end"),
    path("quan-tri/nguoi-dung/<int:user_id>/mat-khau/", password_reset, name="admin_password_reset"),
    path("quan-tri/nguoi-dung/<int:user_id>/khoa/", user_close, name="admin_user_close"),
    path("quan-tri/co-quan/", agency_tree, name="admin_agencies"),
    path("quan-tri/co-quan/moi/", agency_new, name="admin_agency_new"),
    path("quan-tri/co-quan/<int:agency_id>/", agency, name="admin_agency"),
    path("quan-tri/co-quan/<int:agency_id>/ket-thuc/", agency_end, name="admin_agency_end"),
    path("quan-tri/co-quan/<int:agency_id>/ke-thua/", agency_succession, name="admin_agency_succession"),
    path("co-quan/tim/", agency_lookup, name="agency_lookup"),
]

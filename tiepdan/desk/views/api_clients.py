"""Pages: connected systems and their tokens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from tiepdan.accounts.access import client_in_scope, clients_in_scope
from tiepdan.accounts.actions import issue_api_client, revoke_api_client
from tiepdan.accounts.rules import Scope
from tiepdan.desk.forms.api_clients import SCOPE_WORDS, ApiClientForm, RevokeForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import render_page, render_refusal
from tiepdan.desk.views.admin import admin_page
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused


@admin_page
def listed(request: HttpRequest) -> HttpResponse:
    """Connected systems of the administrator's agencies."""
    now = clock.now()
    rows = [
        (
            client,
            [SCOPE_WORDS.get(scope, scope) for scope in client.scopes],
            client.revoked_at is None and client.ends_at > now,
        )
        for client in clients_in_scope(by=actor_from(request)).order_by("-pk")[:200]
    ]
    return render_page(request, "desk/admin/api_clients.html", {"rows": rows})


@admin_page
def new(request: HttpRequest) -> HttpResponse:
    """Admit a system; its token is shown once."""
    actor = actor_from(request)
    form = ApiClientForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form}
    if request.method != "POST" or not form.is_valid():
        return render_page(request, "desk/admin/api_client_new.html", context, status=422 if form.is_bound else 200)
    data = form.cleaned_data
    try:
        made = issue_api_client(
            agency_id=data["agency"].pk, name=data["name"], scopes=[Scope(scope) for scope in data["scopes"]],
            days=data["days"], by=actor, at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/api_client_new.html", context)
    return render_page(request, "desk/admin/api_client_token.html", {"made": made}, status=201)


@admin_page
def revoke(request: HttpRequest, client_id: int) -> HttpResponse:
    """End a token."""
    actor = actor_from(request)
    client = client_in_scope(client_id=client_id, by=actor)
    form = RevokeForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form, "client": client}
    if request.method != "POST" or not form.is_valid():
        return render_page(request, "desk/admin/api_client_revoke.html", context, status=422 if form.is_bound else 200)
    try:
        revoke_api_client(client_id=client.pk, reason=form.cleaned_data["reason"], by=actor, at=clock.now())
    except ActionRefused as error:
        return render_refusal(request, error, "desk/admin/api_client_revoke.html", context)
    return redirect("desk:api_client_list")


urlpatterns: list[URLPattern] = [
    path("quan-tri/he-thong-ket-noi/", listed, name="api_client_list"),
    path("quan-tri/he-thong-ket-noi/moi/", new, name="api_client_new"),
    path("quan-tri/he-thong-ket-noi/<int:client_id>/thu-hoi/", revoke, name="api_client_revoke"),
]

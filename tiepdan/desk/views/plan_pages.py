"""What the pages of plans at work share: the form of one act, its answer, the choices of windows and filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor
from tiepdan.desk.labels import refusal_text
from tiepdan.desk.page import render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.plans.models import EventWindow
from tiepdan.plans.queries.boards import windows
from tiepdan.plans.rules.windows import Phase


def act_page(
    request: HttpRequest, *, title: str, form: forms.Form, button: str, back: str, back_label: str,
    do: Callable[[Mapping[str, Any]], str], done: str, lead: str = "",
) -> HttpResponse:  # fmt: skip
    """One act on a page of its own: its form, its refusal, and where it leads.

    do: performs the act with what was typed and returns the address to go on to
    """
    context = {"form": form, "title": title, "button": button, "back": back, "back_label": back_label, "lead": lead}
    if request.method != "POST":
        return render_page(request, "desk/plans/act.html", context)
    if not form.is_valid():
        return render_page(request, "desk/plans/act.html", context, status=422)
    try:
        to = do(form.cleaned_data)
    except ActionRefused as error:
        return render_refusal(request, error, "desk/plans/act.html", context)
    messages.success(request, done)
    return redirect(to)


def simple_act(request: HttpRequest, *, do: Callable[[], object], done: str, to: str) -> HttpResponse:
    """An act without a form: afterwards the page again, with its refusal as a message when there was one."""
    try:
        do()
    except ActionRefused as error:
        messages.error(request, refusal_text(error.verdict).text)
        return redirect(to)
    messages.success(request, done)
    return redirect(to)


def window_choices() -> list[tuple[str, str]]:
    """Event windows to choose from, by id."""
    return [(str(one.pk), f"{one.name} ({one.starts_on:%d/%m/%Y} – {one.ends_on:%d/%m/%Y})") for one in windows()]


def chosen_window(request: HttpRequest) -> EventWindow | None:
    """The window a list is filtered by."""
    code = request.GET.get("su-kien", "")
    return next((one for one in windows() if one.code == code), None) if code else None


def chosen_phase(request: HttpRequest) -> Phase | None:
    """The phase a list is filtered by."""
    said = request.GET.get("giai-doan", "")
    return Phase(said) if said in set(Phase) else None


def colleagues(by: Actor) -> list[tuple[str, str]]:
    """People of the own agency, to give a part of a task to."""
    rows = (
        Post.objects.in_force(on=clock.today())
        .filter(agency_id=by.agency_id, user__is_active=True)
        .select_related("user")
    )
    return sorted({(str(row.user_id), row.user.name) for row in rows}, key=lambda one: one[1])

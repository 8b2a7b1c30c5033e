"""Pages: moving old books in. Upload, match the columns, rehearse, bring in, take back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.desk.forms.imports import BOOKS, BookFileForm, MappingForm
from tiepdan.desk.forms.reception import ReasonForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.imports import actions
from tiepdan.imports.access import run_for
from tiepdan.imports.actions import IMPORTERS
from tiepdan.imports.models import ImportRun
from tiepdan.imports.queries import runs
from tiepdan.imports.rules import OldBook, Problem
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.ui.words import said

LIST, PAGE = "desk/imports/list.html", "desk/imports/run.html"
PROBLEMS_SHOWN = 300


@desk_page(*IMPORTERS)
def import_list(request: HttpRequest) -> HttpResponse:
    """Imports of the office; a new one begins with a file."""
    form = BookFileForm(request.POST or None, request.FILES or None)
    context = {"form": form, "rows": [(run, said(dict(BOOKS)[run.book])) for run in runs()[:50]]}
    if request.method != "POST" or not form.is_valid():
        return render_page(request, LIST, context, status=422 if request.method == "POST" else 200)
    upload = form.cleaned_data["file"]
    try:
        run = actions.open_import(
            book=OldBook(form.cleaned_data["book"]), name=upload.name, data=upload.read(), by=actor_from(request),
            at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, LIST, context)
    return redirect("desk:import", run.pk)


@desk_page(*IMPORTERS)
def import_run(request: HttpRequest, run_id: int) -> HttpResponse:
    """One import: its columns, its problems, how far it is, what came of it."""
    return _page(request, run_for(run_id=run_id))


@require_POST
@desk_page(*IMPORTERS)
def import_rehearse(request: HttpRequest, run_id: int) -> HttpResponse:
    """Match the columns and try every row."""
    run = run_for(run_id=run_id)
    form = MappingForm(request.POST, book=OldBook(run.book), headers=run.headers)
    if not form.is_valid():
        return _page(request, run, form=form, status=422)
    try:
        actions.rehearse_import(run_id=run.pk, mapping=form.mapping(), by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _page(request, run, refused=error, form=form)
    return redirect("desk:import", run.pk)


@require_POST
@desk_page(*IMPORTERS)
def import_start(request: HttpRequest, run_id: int) -> HttpResponse:
    """Bring it in, as a job."""
    run = run_for(run_id=run_id)
    try:
        actions.start_import(run_id=run.pk, by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _page(request, run, refused=error)
    return redirect("desk:import", run.pk)


@require_POST
@desk_page(*IMPORTERS)
def import_undo(request: HttpRequest, run_id: int) -> HttpResponse:
    """Take a whole import back."""
    run, form = run_for(run_id=run_id), ReasonForm(request.POST)
    if not form.is_valid():
        return _page(request, run, undo=form, status=422)
    try:
        actions.undo_import(run_id=run.pk, reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now())
    except ActionRefused as error:
        return _page(request, run, refused=error, undo=form)
    messages.success(request, _("Đã hủy cả lần nhập; số vẫn giữ trong sổ kèm lý do."))
    return redirect("desk:import", run.pk)


def _page(
    request: HttpRequest,
    run: ImportRun,
    *,
    refused: ActionRefused | None = None,
    form: MappingForm | None = None,
    undo: ReasonForm | None = None,
    status: int = 200,
) -> HttpResponse:
    initial = {code: str(at) for code, at in run.mapping.items()}
    context = {
        "run": run,
        "book": said(dict(BOOKS)[run.book]),
        "told": _("Đã nhập {done} dòng với số cũ, ngày cũ.").format(done=run.done),
        "form": form or MappingForm(book=OldBook(run.book), headers=run.headers, initial=initial),
        "problems": [Problem.from_json(one) for one in run.problems[:PROBLEMS_SHOWN]],
        "more": max(len(run.problems) - PROBLEMS_SHOWN, 0),
        "undo_form": undo or ReasonForm(),
        "maps": run.state in ("mapping", "faulty", "ready"),
    }
    if refused is not None:
        return render_refusal(request, refused, PAGE, context)
    return render_page(request, PAGE, context, status=status)


urlpatterns: list[URLPattern] = [
    path("nhap-so/", import_list, name="import_list"),
    path("nhap-so/<int:run_id>/", import_run, name="import"),
    path("nhap-so/<int:run_id>/ghep-cot/", import_rehearse, name="import_rehearse"),
    path("nhap-so/<int:run_id>/nhap/", import_start, name="import_start"),
    path("nhap-so/<int:run_id>/huy/", import_undo, name="import_undo"),
]

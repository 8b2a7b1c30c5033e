"""Pages: forms of the law and how the office replaces them; certificates that are trusted."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.access import agency_for
from tiepdan.desk.downloads import as_download
from tiepdan.desk.forms.papers import CertificateForm, TemplateForm
from tiepdan.desk.forms.reception import ReasonForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import render_page, render_refusal
from tiepdan.desk.views.admin import admin_page
from tiepdan.documents import actions
from tiepdan.documents.access import files, letterhead_for_sample
from tiepdan.documents.actions.templates import replaceable
from tiepdan.documents.queries import list_certificates, list_templates, template_in_force
from tiepdan.documents.rendering.compose import RenderOptions
from tiepdan.documents.rendering.forms import Form, FormNotFound, example_values, sealed_fields
from tiepdan.documents.rendering.office import offered_fields, render_office, sample_template
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.rendering.screen import render_html
from tiepdan.documents.rendering.word import render_docx
from tiepdan.documents.values import form_book
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@admin_page
def listed(request: HttpRequest) -> HttpResponse:
    """Every form in force today, whether it names a denouncer, and whose text is used."""
    own = {one.form_key: one for one in list_templates(agency_id=actor_from(request).agency_id) if one.ended_at is None}
    rows = [
        (form, own.get(form.key), bool(sealed_fields(form=form, denunciation=False)), replaceable(form))
        for form in form_book().list_forms(on=clock.today())
    ]
    return render_page(request, "desk/papers/forms.html", {"rows": rows})


@admin_page
def detail(request: HttpRequest, key: str) -> HttpResponse:
    """One form: its fields, how it looks, the office's versions; a new version."""
    form_of_law, actor = _form(key), actor_from(request)
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _detail(request, form_of_law, actor, form=form)
    if not form.is_valid():
        return _detail(request, form_of_law, actor, form=form, status=422)
    try:
        made = actions.add_form_template(
            form_key=key,
            data=form.cleaned_data["file"].read(),
            note=form.cleaned_data["note"],
            by=actor,
            at=clock.now(),
        )
    except ActionRefused as refused:
        return _detail(request, form_of_law, actor, form=form, refused=refused)
    messages.success(request, _("Đang dùng mẫu riêng, phiên bản {version}.").format(version=made.version))
    return redirect("desk:office_form", key=key)


@require_POST
@admin_page
def house(request: HttpRequest, key: str) -> HttpResponse:
    """Return to the house form."""
    form_of_law, actor = _form(key), actor_from(request)
    form = ReasonForm(request.POST)
    try:
        actions.return_to_house_form(
            form_key=key, reason=form.cleaned_data["reason"] if form.is_valid() else "", by=actor, at=clock.now()
        )
    except ActionRefused as refused:
        return _detail(request, form_of_law, actor, refused=refused)
    messages.success(request, _("Đã trở lại mẫu chung."))
    return redirect("desk:office_form", key=key)


@admin_page
def download(request: HttpRequest, key: str, which: str) -> HttpResponse:
    """A form filled with invented values: PDF, DOCX, the office's own; or a DOCX to start from."""
    form, actor = _form(key), actor_from(request)
    head = letterhead_for_sample(agency=agency_for(agency_id=actor.agency_id, by=actor), form=form, on=clock.today())
    values, marks = example_values(form=form), RenderOptions(draft=True)
    name = key.replace("/", "-")
    if which == "mau.pdf":
        data = render_pdf(form=form, values=values, letterhead=head, options=marks)
        return as_download(data=data, name=f"{name}.pdf", media_type="application/pdf")
    if which == "mau.docx":
        data = render_docx(form=form, values=values, letterhead=head, options=marks)
    elif which == "khoi-dau.docx":
        data = sample_template(form=form)
    elif which == "rieng.docx":
        kept = template_in_force(agency_id=actor.agency_id, form_key=key)
        if kept is None:
            raise Http404
        data = render_office(data=files().get(kept.file.key), form=form, values=values, letterhead=head, options=marks)
    else:
        raise Http404
    return as_download(data=data, name=f"{name}-{which}", media_type=WORD)


@admin_page
def certificates(request: HttpRequest) -> HttpResponse:
    """Certificates of signing authorities that are trusted here; a new one."""
    form = CertificateForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _certificates(request, form)
    if not form.is_valid():
        return _certificates(request, form, status=422)
    try:
        actions.trust_certificate(data=form.cleaned_data["file"].read(), by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return _certificates(request, form, refused=refused)
    messages.success(request, _("Đã tin cậy chứng thư."))
    return redirect("desk:certificate_list")


@require_POST
@admin_page
def distrust(request: HttpRequest, certificate_id: int) -> HttpResponse:
    """End the trust in a certificate."""
    form = ReasonForm(request.POST)
    try:
        actions.distrust_certificate(
            certificate_id=certificate_id, reason=form.cleaned_data["reason"] if form.is_valid() else "",
            by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as refused:
        return _certificates(request, CertificateForm(), refused=refused)
    messages.success(request, _("Đã bỏ tin cậy chứng thư."))
    return redirect("desk:certificate_list")


def _certificates(
    request: HttpRequest, form: CertificateForm, *, status: int = 200, refused: ActionRefused | None = None
) -> HttpResponse:
    actor = actor_from(request)
    context = {"rows": list_certificates(), "form": form, "own": actor.agency_id}
    if refused is not None:
        return render_refusal(request, refused, "desk/papers/certificates.html", context)
    return render_page(request, "desk/papers/certificates.html", context, status=status)


def _detail(
    request: HttpRequest, form_of_law: Form, actor: Actor, *, form: TemplateForm | None = None, status: int = 200,
    refused: ActionRefused | None = None,
) -> HttpResponse:  # fmt: skip
    head = letterhead_for_sample(
        agency=agency_for(agency_id=actor.agency_id, by=actor), form=form_of_law, on=clock.today()
    )
    html = render_html(form=form_of_law, values=example_values(form=form_of_law), letterhead=head)
    versions = list_templates(agency_id=actor.agency_id, form_key=form_of_law.key)
    context = {
        "law_form": form_of_law,
        "sheet": mark_safe(html),  # noqa: S308 # render_html escapes every word
        "offered": offered_fields(form=form_of_law),
        "versions": versions,
        "in_force": next((one for one in versions if one.ended_at is None), None),
        "names_denouncer": bool(sealed_fields(form=form_of_law, denunciation=False)),
        "replaceable": replaceable(form_of_law),
        "form": form or TemplateForm(),
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/papers/form.html", context)
    return render_page(request, "desk/papers/form.html", context, status=status)


def _form(key: str) -> Form:
    try:
        return form_book().form(key, on=clock.today())
    except FormNotFound as error:
        raise Http404 from error


urlpatterns: list[URLPattern] = [
    path("quan-tri/bieu-mau/", listed, name="office_forms"),
    path("quan-tri/bieu-mau/<path:key>/mau-chung/", house, name="office_form_house"),
    path("quan-tri/bieu-mau/<path:key>/tai/<str:which>", download, name="office_form_file"),
    path("quan-tri/bieu-mau/<path:key>/", detail, name="office_form"),
    path("quan-tri/chung-thu/", certificates, name="certificate_list"),
    path("quan-tri/chung-thu/<int:certificate_id>/bo/", distrust, name="certificate_end"),
]

"""Submitting: choose what it is, choose the agency, write, get code and PIN, print the paper to sign."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tiepdan.accounts.acting import at_portal, citizen_actor
from tiepdan.agencies.models import Agency
from tiepdan.documents.rendering.faults import MissingValue, WrongValue
from tiepdan.infra import clock
from tiepdan.infra.codes import parse_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.sending import sent_key
from tiepdan.portal.forms import SubmitForm, carried
from tiepdan.portal.kinds import BY_SLUG, CHOICES, KindChoice
from tiepdan.portal.limits import limited_posts
from tiepdan.portal.papers import form_name, paper_to_sign, qr_svg
from tiepdan.portal.queries import agencies_ended, provinces, receiving_agencies
from tiepdan.portal.views.agencies import for_agency
from tiepdan.portal.words import refused_words
from tiepdan.privacy.rules import privacy_book
from tiepdan.reception.channels import SentFile, receive_sent


@require_GET
def kind_page(request: HttpRequest) -> HttpResponse:
    """Ask what is to be submitted, in plain words."""
    return render(request, "portal/submit_kind.html", {"choices": CHOICES})


@require_GET
def agency_page(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask which agency is to receive it."""
    today = clock.today()
    words, province = request.GET.get("q", "").strip(), request.GET.get("tinh", "")
    found = receiving_agencies(words=words, province=province, on=today) if words or province else []
    context = {
        "choice": _choice(kind), "words": words, "province": province, "provinces": provinces(on=today),
        "agencies": found, "ended": agencies_ended(words=words, on=today), "asked": bool(words or province),
    }  # fmt: skip
    return render(request, "portal/submit_agency.html", context)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@limited_posts("submit")
@for_agency
def form_page(request: HttpRequest, kind: str, agency: Agency) -> HttpResponse:
    """Take the submission. The answer shows code and PIN; sent again with the same key it shows the same."""
    choice = _choice(kind)
    form = SubmitForm(request.POST or None, request.FILES or None, choice=choice)
    notice = privacy_book().notice(on=clock.today())
    context = {"choice": choice, "agency": agency, "form": form, "privacy_notice": notice}
    if request.method == "GET" or not form.is_valid():
        return render(request, "portal/submit_form.html", context, status=200 if request.method == "GET" else 422)
    now = clock.now()
    try:
        with at_portal(matter_id=0):
            got = receive_sent(
                intake=replace(form.intake(), notice_version=notice.version if notice else ""),
                files=sent_files(form.cleaned_data["attachments"]), by=citizen_actor(agency=agency), at=now,
                request_key=sent_key(
                    key=form.cleaned_data["request_key"], fields=dict(request.POST.lists()),
                    files=[(one.name or "", one.size or 0) for one in form.cleaned_data["attachments"]],
                ),
            )  # fmt: skip
    except ActionRefused as refused:
        context["refused"] = refused_words(refused.verdict)
        return render(request, "portal/submit_form.html", context, status=409)
    look_up = f"{settings.PUBLIC_ADDRESS}{reverse('portal:look_up')}?ma={got.submission.code}"
    context |= {
        "code": got.submission.code, "pin": got.pin, "received_at": got.submission.created_at, "qr": qr_svg(look_up),
        "look_up": look_up, "hidden": carried(form), "form_name": form_name(choice.kind, on=now.date()),
        "is_group": form.cleaned_data["people"] > 1,
    }  # fmt: skip
    return render(request, "portal/submit_done.html", context, status=201)


@never_cache
@sensitive_post_parameters()
@require_POST
@limited_posts("draw")
@for_agency
def to_sign(request: HttpRequest, kind: str, agency: Agency) -> HttpResponse:
    """Draw the paper to sign from what the page carries; nothing is stored."""
    choice = _choice(kind)
    form = SubmitForm(request.POST, choice=choice, with_files=False)
    if not form.is_valid():
        return render(
            request, "portal/submit_form.html", {"choice": choice, "agency": agency, "form": form}, status=422
        )
    code = parse_code(request.POST.get("code", "")) or ""
    try:
        pdf = paper_to_sign(intake=form.intake(), agency=agency, code=code, on=clock.today(), demo=settings.DEMO)
    except (MissingValue, WrongValue) as error:
        context = {"choice": choice, "agency": agency, "form": form, "refused": str(error)}
        return render(request, "portal/submit_form.html", context, status=409)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="don-de-ky{"-" + code if code else ""}.pdf"'
    return response


def sent_files(uploads: Iterable[UploadedFile[Any]]) -> list[SentFile]:
    """Return uploaded files as plain values."""
    return [SentFile(name=upload.name or "", data=upload.read()) for upload in uploads]


def _choice(slug: str) -> KindChoice:
    found = BY_SLUG.get(slug)
    if found is None:
        raise Http404
    return found


urlpatterns = [
    path("gui-don/", kind_page, name="submit"),
    path("gui-don/<slug:kind>/", agency_page, name="submit_agency"),
    path("gui-don/<slug:kind>/<str:agency>/", form_page, name="submit_form"),
    path("gui-don/<slug:kind>/<str:agency>/don-de-ky/", to_sign, name="submit_to_sign"),
]

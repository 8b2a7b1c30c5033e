"""Page: a submission sent unsigned is found signed."""

from __future__ import annotations

from typing import Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path

from tiepdan.accounts.rules import Role
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.submissions.access import submission_for
from tiepdan.submissions.actions.signing import record_signature
from tiepdan.submissions.rules import Signing
from tiepdan.ui.forms import Form

_CHOICES: Final = (
    (Signing.SIGNED, "Có chữ ký"),
    (Signing.FINGERPRINTED, "Có điểm chỉ"),
    (Signing.DIGITAL, "Có chữ ký số"),
)


class SignatureForm(Form):
    """What the officer saw."""

    signing = forms.ChoiceField(
        label="Đã thấy", choices=[(value.value, words) for value, words in _CHOICES], widget=forms.RadioSelect
    )
    all_signed = forms.BooleanField(
        label="Đủ chữ ký của mọi người và văn bản cử người đại diện", required=False,
        help_text="Chỉ cần đánh dấu khi nhiều người cùng gửi.",
    )  # fmt: skip


@desk_page(Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER, Role.HEAD, Role.DEPUTY)
def signature(request: HttpRequest, code: str) -> HttpResponse:
    """Record the signature of a submission."""
    submission = submission_for(code=code)
    form = SignatureForm(request.POST if request.method == "POST" else None)
    context: dict[str, object] = {"form": form, "submission": submission}
    template = "desk/submissions/signature.html"
    if request.method != "POST" or not form.is_valid():
        return render_page(request, template, context, status=422 if form.is_bound else 200)
    try:
        record_signature(
            submission_id=submission.pk, signing=Signing(form.cleaned_data["signing"]), by=actor_from(request),
            all_signed=submission.people == 1 or form.cleaned_data["all_signed"], at=clock.now(),
        )  # fmt: skip
    except ActionRefused as error:
        return render_refusal(request, error, template, context)
    return redirect(f"/ban-lam-viec/don/{submission.code}/")


urlpatterns: list[URLPattern] = [path("don/<str:code>/chu-ky/", signature, name="submission_signature")]

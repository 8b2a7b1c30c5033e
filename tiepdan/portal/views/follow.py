"""Following a submission by code and PIN, and what its citizen may do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from tiepdan.documents.access import files
from tiepdan.documents.models import Paper
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.online.actions import choose_point
from tiepdan.online.queries import announced_for
from tiepdan.portal.actions import add_papers, confirm_receipt, correct_sender, say_dissatisfied, withdraw_or_ask
from tiepdan.portal.following import Followed, find_matter, following_page, forget, remember
from tiepdan.portal.forms import (
    AddPaperForm,
    ContactForm,
    DissatisfiedForm,
    LookUpForm,
    PointForm,
    ReceivedForm,
    WithdrawForm,
)
from tiepdan.portal.limits import limited_posts, may_look_up, too_many
from tiepdan.portal.queries import standing_of
from tiepdan.portal.views.submit import sent_files
from tiepdan.portal.words import refused_words
from tiepdan.submissions.models import AttachmentRole
from tiepdan.ui.words import said

NOT_FOUND = "Không có đơn nào khớp với mã và PIN này. Kiểm tra lại từng chữ trên giấy biên nhận rồi thử lại."


@never_cache
@sensitive_post_parameters("pin")
@require_http_methods(["GET", "POST"])
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for code and PIN. An unknown code, a wrong PIN and a locked code get the same page after the same work."""
    if request.method == "GET":
        return render(request, "portal/look_up.html", {"form": LookUpForm(initial={"ma": request.GET.get("ma", "")})})
    at = clock.now()
    if not may_look_up(request, at=at):
        return too_many(request, wait=_("một phút"), seconds=60)
    form = LookUpForm(request.POST)
    if not form.is_valid():
        return render(request, "portal/look_up.html", {"form": form}, status=422)
    code, matter_id = find_matter(code=form.cleaned_data["ma"], pin=form.cleaned_data["pin"], at=at)
    if not matter_id:
        response = render(request, "portal/look_up.html", {"form": form, "refused": said(NOT_FOUND)}, status=404)
        forget(response)
        return response
    response = redirect("portal:follow")
    remember(response, matter_id=matter_id, code=code, at=at)
    return response


@require_GET
@following_page
def follow(request: HttpRequest, followed: Followed) -> HttpResponse:
    """Show where the submission stands."""
    standing = standing_of(submission=followed.submission, today=followed.at.date())
    return render(
        request, "portal/follow.html", {"standing": standing, "online": announced_for(submission=followed.submission)}
    )


@limited_posts("follow")
@following_page
def add(request: HttpRequest, followed: Followed) -> HttpResponse:
    """Add papers."""
    form = AddPaperForm(request.POST or None, request.FILES or None)

    def act(data: dict[str, Any]) -> str:
        add_papers(
            submission_id=followed.submission.pk, files=sent_files(data["attachments"]), role=AttachmentRole(data["role"]),
            by=followed.citizen, at=followed.at,
        )  # fmt: skip
        return _("Tài liệu đã được bổ sung vào đơn.")

    return _form_page(request, form, act, title=_("Bổ sung tài liệu"), button=_("Gửi tài liệu"), sends_files=True)


@sensitive_post_parameters()
@limited_posts("follow")
@following_page
def contact(request: HttpRequest, followed: Followed) -> HttpResponse:
    """Correct how the sender is reached."""

    def act(data: dict[str, Any]) -> str:
        correct_sender(submission_id=followed.submission.pk, by=followed.citizen, at=followed.at, **data)
        return _("Thông tin liên hệ đã được sửa.")

    lead = _("Chỉ ghi mục cần sửa; mục để trống giữ như cũ. Thông tin cũ không hiện ở đây để giữ kín cho ông/bà.")
    return _form_page(
        request, ContactForm(request.POST or None), act, title=_("Sửa thông tin liên hệ"), button=_("Lưu"), lead=lead
    )


@limited_posts("follow")
@following_page
def withdraw(request: HttpRequest, followed: Followed) -> HttpResponse:
    """Withdraw the whole submission, or ask for it where the law wants a signature."""

    def act(data: dict[str, Any]) -> str:
        done = withdraw_or_ask(
            submission_id=followed.submission.pk, reason=data["reason"], by=followed.citizen, at=followed.at
        )
        if done:
            return _("Đơn đã được rút.")
        return _(
            "Cơ quan đã được báo rằng ông/bà muốn rút. Luật yêu cầu đơn rút có chữ ký hoặc biên bản,"
            " nên cơ quan sẽ liên hệ với ông/bà."
        )

    lead = (
        _(
            "Rút tố cáo phải bằng đơn có chữ ký hoặc biên bản, và khi có dấu hiệu vi phạm thì việc giải quyết vẫn tiếp tục."
        )
        if followed.submission.matter.sealed
        else _("Rút khiếu nại là quyền của ông/bà. Không ai được ép ông/bà rút.")
    )
    return _form_page(
        request, WithdrawForm(request.POST or None), act, title=_("Rút đơn"), button=_("Rút đơn"), lead=lead
    )


@limited_posts("follow")
@following_page
def dissatisfied(request: HttpRequest, followed: Followed) -> HttpResponse:
    """Say that the answer does not satisfy."""
    form: forms.Form = DissatisfiedForm(request.POST or None)
    if followed.submission.matter.sealed:
        del form.fields["text"]

    def act(data: dict[str, Any]) -> str:
        say_dissatisfied(
            submission_id=followed.submission.pk, text=data.get("text", ""), by=followed.citizen, at=followed.at
        )
        return _("Ý kiến đã được chuyển đến thủ trưởng cơ quan đang giữ đơn.")

    lead = _(
        "Ý kiến này báo cho thủ trưởng cơ quan, không thay cho khiếu nại lần hai hay khởi kiện và không làm dừng thời hạn của"
        " hai việc đó."
    )
    return _form_page(
        request, form, act, title=_("Chưa hài lòng với cách giải quyết"), button=_("Gửi ý kiến"), lead=lead
    )


@limited_posts("follow")
@following_page
def received(request: HttpRequest, followed: Followed, delivery_id: int) -> HttpResponse:
    """Confirm that a paper has arrived."""

    def act(data: dict[str, Any]) -> str:
        confirm_receipt(
            matter_id=followed.submission.matter_id, delivery_id=delivery_id, received_on=data["received_on"],
            by=followed.citizen, at=followed.at,
        )  # fmt: skip
        return _("Ngày nhận văn bản đã được ghi nhận.")

    form = ReceivedForm(request.POST or None, initial={"received_on": followed.at.date()})
    lead = _(
        "Thời hạn khiếu nại lần hai hoặc khởi kiện được tính từ ngày này. Ghi đúng ngày ông/bà cầm văn bản trong tay."
    )
    return _form_page(request, form, act, title=_("Xác nhận đã nhận văn bản"), button=_("Xác nhận"), lead=lead)


@limited_posts("follow")
@following_page
def point(request: HttpRequest, followed: Followed) -> HttpResponse:
    """Choose the point of an online session to come to."""
    found = announced_for(submission=followed.submission)
    if found is None:
        raise Http404
    session, points = found
    here = next((one.pk for one in points if one.citizen_here), None)
    choices = [(str(one.pk), f"{one.name}, {one.address}" if one.address else one.name) for one in points]
    form = PointForm(request.POST or None, choices=choices, initial={"point": str(here)})

    def act(data: dict[str, Any]) -> str:
        choose_point(session_id=session.pk, point_id=int(data["point"]), by=followed.citizen, at=followed.at)
        return _("Đã ghi nơi ông/bà đến dự buổi tiếp trực tuyến.")

    lead = _("Ông/bà có quyền đến điểm cầu trung tâm hoặc một điểm cầu thành viên (Nghị định 154/2026, Điều 22).")
    return _form_page(request, form, act, title=_("Chọn nơi đến dự"), button=_("Chọn"), lead=lead)


@require_GET
@following_page
def paper(request: HttpRequest, followed: Followed, paper_id: int) -> HttpResponse:  # noqa: ARG001 # Django's signature
    """Give a paper addressed to the citizen; one that names a sealed person is handed over otherwise."""
    standing = standing_of(submission=followed.submission, today=followed.at.date())
    if not any(one.paper_id == paper_id and one.can_download for one in standing.papers):
        raise Http404
    found = Paper.objects.select_related("file").get(pk=paper_id)
    if found.file is None:
        raise Http404
    response = HttpResponse(files().get(found.file.key), content_type=found.file.media_type)
    ending = "pdf" if found.file.media_type == "application/pdf" else "docx"
    response.headers["Content-Disposition"] = f'attachment; filename="van-ban-{paper_id}.{ending}"'
    return response


@require_POST
def leave(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 # the signature of views
    """Stop following, for a computer that others use too."""
    response = redirect("portal:home")
    forget(response)
    return response


def _form_page(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[dict[str, Any]], str],
    *,
    title: str,
    button: str,
    lead: str = "",
    sends_files: bool = False,
) -> HttpResponse:
    context = {"form": form, "title": title, "button": button, "lead": lead, "sends_files": sends_files}
    if request.method != "POST":
        form.is_bound = False
        return render(request, "portal/follow_form.html", context)
    form.is_bound = True  # a form without fields is empty when posted
    if not form.is_valid():
        return render(request, "portal/follow_form.html", context, status=422)
    try:
        said = act(form.cleaned_data)
    except ActionRefused as refused:
        context["refused"] = refused_words(refused.verdict)
        return render(request, "portal/follow_form.html", context, status=409)
    messages.success(request, said)
    return redirect("portal:follow")


urlpatterns = [
    path("tra-cuu/", look_up, name="look_up"),
    path("tra-cuu/don/", follow, name="follow"),
    path("tra-cuu/don/giay-to/", add, name="follow_add"),
    path("tra-cuu/don/lien-he/", contact, name="follow_contact"),
    path("tra-cuu/don/rut/", withdraw, name="follow_withdraw"),
    path("tra-cuu/don/y-kien/", dissatisfied, name="follow_dissatisfied"),
    path("tra-cuu/don/diem-cau/", point, name="follow_point"),
    path("tra-cuu/don/van-ban/<int:paper_id>/", paper, name="follow_paper"),
    path("tra-cuu/don/da-nhan/<int:delivery_id>/", received, name="follow_received"),
    path("tra-cuu/thoat/", leave, name="leave"),
]

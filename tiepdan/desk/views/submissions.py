"""Pages: submissions, from the list to one of them with its people, files and limits; search."""

from __future__ import annotations

from typing import Final
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.queries import local_defaults
from tiepdan.cases.queries import clock_view
from tiepdan.desk.downloads import as_download
from tiepdan.desk.forms.lists import DelayForm, GiveForm
from tiepdan.desk.forms.reception import ReasonForm
from tiepdan.desk.forms.submission import ContactForm, FileForm, FilterForm, RedactedForm, SplitForm, SubmissionForm
from tiepdan.desk.lists import ActForSeveral, Several, heads, kept_filters
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.receipts import remember_pin, remembered_pin, warn_of_number
from tiepdan.documents.access import files
from tiepdan.duplicates.actions import sketch
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.sending import sent_key
from tiepdan.matters.queries import Sorting, matters_that_open
from tiepdan.matters.rules import SavedPage
from tiepdan.reception.actions import split_submission
from tiepdan.routing.actions import withdraw_submission
from tiepdan.submissions import actions
from tiepdan.submissions.access import attachment_for, current_opening, submission_for
from tiepdan.submissions.models import AttachmentRole, Submission
from tiepdan.submissions.queries import ListFilter, detail, list_lines, search
from tiepdan.submissions.rules import BEFORE_PROCESSING, UNANSWERED, IdentityKind, SubmissionStatus
from tiepdan.submissions.sniffing import EXTENSIONS

RECEIVING: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY)
HANDLING: Final = (*RECEIVING, Role.HANDLER)
READING: Final = (*HANDLING, Role.RECORDS_CLERK, Role.OVERSIGHT)
PAGE: Final = "desk/submissions/detail.html"


@desk_page(*READING)
def submission_list(request: HttpRequest) -> HttpResponse:
    """Lines of the own scope, narrowed by state, kind, field and lateness, in the order wanted."""
    return shown_list(request)


def shown_list(
    request: HttpRequest, *, refused: ActionRefused | None = None, bound: forms.Form | None = None, status: int = 200
) -> HttpResponse:
    """Draw the list; with the form of an act on several rows when it was not filled in, or the act refused."""
    form, actor, today = FilterForm(request.GET), actor_from(request), clock.today()
    form.is_valid()
    chosen = ListFilter(
        **{name: form.cleaned_data[name] for name in ("state", "kind", "field", "late") if name in form.cleaned_data}
    )
    sorting = Sorting.read(form.cleaned_data.get("sap", ""))
    page = list_lines(by=actor, chosen=chosen, on=today, after=request.GET.get("sau", ""), sorting=sorting)
    kept = {name: value for name, value in request.GET.items() if name != "sau" and value}
    context = {
        "form": form,
        "lines": page.lines,
        "readable": matters_that_open(page.lines),
        "today": today,
        "next_url": f"?{urlencode({**kept, 'sau': page.next_key})}" if page.next_key else "",
        "first_url": f"?{urlencode(kept)}" if request.GET.get("sau") else "",
        "may_receive": actor.is_one_of(*RECEIVING),
        "heads": heads(query=request.GET, sorting=sorting, by_handler=not actor.is_one_of(Role.OVERSIGHT)),
        "kept": kept_filters(page=SavedPage.SUBMISSIONS, query=request.GET),
        "several": _several(actor, bound) if page.lines else None,
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/submissions/list.html", context)
    return render_page(request, "desk/submissions/list.html", context, status=status)


def _several(actor: Actor, bound: forms.Form | None) -> Several | None:
    """What the actor may do with several submissions: give them to an officer, say why they wait."""
    acts = []
    if actor.is_one_of(Role.HEAD, Role.DEPUTY):
        give = bound if isinstance(bound, GiveForm) else GiveForm(by=actor)
        acts.append(ActForSeveral("giao", _("Giao người xử lý"), _("Giao các đơn đã chọn"), give))
    if actor.is_one_of(*RECEIVING):
        delay = bound if isinstance(bound, DelayForm) else DelayForm()
        acts.append(ActForSeveral("ly-do", _("Ghi lý do chưa xử lý xong"), _("Ghi lý do cho các đơn đã chọn"), delay))
    return Several(reverse("desk:submissions_several"), acts, bound is not None) if acts else None


@desk_page(*READING)
def search_page(request: HttpRequest) -> HttpResponse:
    """What the search box finds: matters, never people."""
    query = tidy(request.GET.get("q", ""))[:200]
    lines = search(query=query, by=actor_from(request)) if query else []
    context = {"query": query, "lines": lines, "readable": matters_that_open(lines), "today": clock.today()}
    return render_page(request, "desk/submissions/search.html", context)


@desk_page(*RECEIVING, Role.RECORDS_CLERK)
def submission_new(request: HttpRequest) -> HttpResponse:
    """Enter a paper that came by post, box or from another body."""
    actor = actor_from(request)
    form = SubmissionForm(request.POST or None, by=actor, initial={"received_on": clock.today()})
    if request.method != "POST":
        return render_page(request, "desk/submissions/new.html", {"form": form})
    if not form.is_valid():
        return render_page(request, "desk/submissions/new.html", {"form": form}, status=422)
    at = clock.now()
    key = sent_key(key=form.cleaned_data["request_key"], fields=dict(request.POST.lists())) or None
    try:
        got = actions.receive(intake=form.intake(), by=actor, at=at, request_key=key)
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/submissions/new.html", {"form": form})
    if not got.repeated:
        sketch(got.submission.pk, just_stored=got.submission)
    remember_pin(request, code=got.submission.code, pin=got.pin, at=at)
    messages.success(request, _("Đã nhận đơn, mã {code}.").format(code=got.submission.code))
    warn_of_number(request, kind=IdentityKind.CAN_CUOC, number=form.cleaned_data["number"])
    return redirect("desk:submission_detail", code=got.submission.code)


@desk_page(*READING)
def submission_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One submission: state and next step, limits, people, text, files, papers."""
    return _detail(request, submission_for(code=code))


@desk_page(*HANDLING)
def submission_split(request: HttpRequest, code: str) -> HttpResponse:
    """Continue several contents apart."""
    submission = submission_for(code=code)
    form = SplitForm(request.POST or None)
    context = {"form": form, "submission": submission}
    if request.method != "POST":
        return render_page(request, "desk/submissions/split.html", context)
    if not form.is_valid():
        return render_page(request, "desk/submissions/split.html", context, status=422)
    try:
        made = split_submission(submission_id=submission.pk, parts=form.parts(), by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/submissions/split.html", context)
    messages.success(request, _("Đã tách thành {count} đơn.").format(count=len(made)))
    return redirect("desk:submission_detail", code=code)


@require_POST
@desk_page(*HANDLING)
def submission_end(request: HttpRequest, code: str, how: str) -> HttpResponse:
    """Void what was entered in error, or record that its author takes it back."""
    submission, form = submission_for(code=code), ReasonForm(request.POST)
    act = {"huy": actions.void, "rut": withdraw_submission}.get(how)
    if act is None:
        raise Http404
    if not form.is_valid():
        return _detail(request, submission, status=422, end=form)
    try:
        act(submission_id=submission.pk, reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return _detail(request, submission, refused=refused)
    messages.success(request, _("Đã ghi nhận."))
    return redirect("desk:submission_detail", code=code)


@require_POST
@desk_page(*HANDLING)
def attachment_add(request: HttpRequest, code: str) -> HttpResponse:
    """Add a file."""
    submission, form = submission_for(code=code), FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _detail(request, submission, status=422, file=form)
    upload = form.cleaned_data["file"]
    try:
        actions.add_attachment(
            submission_id=submission.pk, data=upload.read(), name=upload.name,
            role=AttachmentRole(form.cleaned_data["role"]), by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as refused:
        return _detail(request, submission, refused=refused)
    messages.success(request, _("Đã lưu tệp."))
    return redirect("desk:submission_detail", code=code)


@desk_page(*READING)
def attachment_get(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """Download a file; a sealed one only under an opening, which is recorded."""
    attachment = attachment_for(attachment_id=attachment_id)
    if attachment.sealed:
        try:
            actions.note_sealed_reading(
                matter_id=attachment.matter_id,
                subject=f"attachment:{attachment.pk}",
                by=actor_from(request),
                at=clock.now(),
            )
        except ActionRefused as refused:
            return _detail(request, attachment.submission, refused=refused)
    ending = EXTENSIONS.get(attachment.file.media_type, "")
    name = attachment.name if attachment.name.lower().endswith(ending) else f"{attachment.name}{ending}"
    return as_download(data=files().get(attachment.file.key), name=name, media_type=attachment.file.media_type)


@desk_page(*READING)
def attachment_picture(request: HttpRequest, attachment_id: int) -> HttpResponse:  # noqa: ARG001 # one shape for all views
    """The first page of an open file, small; of a sealed one there is none."""
    attachment = attachment_for(attachment_id=attachment_id)
    if attachment.sealed or not attachment.file.thumbnail_key:
        raise Http404
    data = files().get(attachment.file.thumbnail_key)
    return as_download(data=data, name="trang-1.png", media_type="image/png", inline=True)


@require_POST
@desk_page(*HANDLING)
def attachment_remove(request: HttpRequest, attachment_id: int) -> HttpResponse:
    """Take out a file added in error."""
    attachment = attachment_for(attachment_id=attachment_id)
    code, form = attachment.submission.code, ReasonForm(request.POST)
    if not form.is_valid():
        return _detail(request, attachment.submission, status=422, remove=form)
    try:
        actions.remove_attachment(
            attachment_id=attachment.pk, reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        return _detail(request, attachment.submission, refused=refused)
    messages.success(request, _("Đã bỏ tệp nhập nhầm."))
    return redirect("desk:submission_detail", code=code)


@require_POST
@desk_page(*HANDLING)
def submission_redacted(request: HttpRequest, code: str) -> HttpResponse:
    """Release a text without identity."""
    submission, form = submission_for(code=code), RedactedForm(request.POST)
    if not form.is_valid():
        return _detail(request, submission, status=422, redacted=form)
    try:
        actions.release_redacted_text(
            submission_id=submission.pk, text=form.cleaned_data["text"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        return _detail(request, submission, refused=refused, redacted=form)
    messages.success(request, _("Đã phát hành bản che danh tính."))
    return redirect("desk:submission_detail", code=code)


@require_POST
@desk_page(*HANDLING)
def party_reveal(request: HttpRequest, code: str, party_id: int) -> HttpResponse:
    """Show number, address and telephone of one person, once; it is recorded."""
    submission = submission_for(code=code)
    try:
        held = actions.reveal_party(party_id=party_id, by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return _detail(request, submission, refused=refused)
    return _detail(request, submission, revealed=(party_id, _in_words(held)))


@require_POST
@desk_page(*HANDLING)
def party_contact(request: HttpRequest, code: str, party_id: int) -> HttpResponse:
    """Correct how somebody is reached."""
    submission, form = submission_for(code=code), ContactForm(request.POST)
    if not form.is_valid():
        return _detail(request, submission, status=422, contact=form)
    try:
        actions.correct_contact(party_id=party_id, by=actor_from(request), at=clock.now(), **form.cleaned_data)
    except ActionRefused as refused:
        return _detail(request, submission, refused=refused)
    messages.success(request, _("Đã cập nhật liên hệ."))
    return redirect("desk:submission_detail", code=code)


def _detail(
    request: HttpRequest,
    submission: Submission,
    *,
    status: int = 200,
    refused: ActionRefused | None = None,
    revealed: tuple[int, list[tuple[str, str]]] | None = None,
    **bound: forms.Form,
) -> HttpResponse:
    """Draw the page, with a refusal, a rejected form or what was revealed."""
    actor, at = actor_from(request), clock.now()
    shown = detail(submission=submission, by=actor)
    state = SubmissionStatus(submission.status)
    days = local_defaults(path=actor.agency_path).calendar
    context = {
        "shown": shown,
        "submission": submission,
        "clocks": [clock_view(clock=one, today=at.date(), calendar=days) for one in shown.clocks],
        "pin": remembered_pin(request, code=submission.code, at=at),
        "revealed_id": revealed[0] if revealed else None,
        "revealed": revealed[1] if revealed else [],
        "handles": actor.is_one_of(*HANDLING),
        "writes": actor.is_one_of(*HANDLING, Role.RECORDS_CLERK),
        "open_now": submission.matter.sealed and current_opening(matter_id=submission.matter_id, by=actor, at=at) is not None,
        "unprocessed": state in BEFORE_PROCESSING,
        "judges": actor.is_one_of(*HANDLING)
        and submission.agency_id == actor.agency_id
        and submission.kind in ("complaint", "denunciation", "petition_feedback"),
        "unanswered": state in UNANSWERED,
        "file_form": bound.get("file") or FileForm(),
        "end_form": bound.get("end") or ReasonForm(),
        "remove_form": bound.get("remove") or ReasonForm(auto_id="bo_%s"),
        "redacted_form": bound.get("redacted") or RedactedForm(),
        "contact_form": bound.get("contact") or ContactForm(),
    }  # fmt: skip
    if refused is not None:
        return render_refusal(request, refused, PAGE, context)
    return render_page(request, PAGE, context, status=status)


def _in_words(held: dict[str, str]) -> list[tuple[str, str]]:
    words = {
        "number": _("Số giấy tờ"), "issued_on": _("Ngày cấp"), "issued_at": _("Nơi cấp"), "address": _("Địa chỉ"),
        "phone": _("Điện thoại"), "email": _("Thư điện tử"), "born": _("Ngày sinh"), "sex": _("Giới tính"),
    }  # fmt: skip
    return [(label, held[key]) for key, label in words.items() if held.get(key)] or [(_("Thông tin"), _("không có"))]


urlpatterns: list[URLPattern] = [
    path("tim/", search_page, name="search"),
    path("don/", submission_list, name="submission_list"),
    path("don/moi/", submission_new, name="submission_new"),
    path("don/<str:code>/", submission_detail, name="submission_detail"),
    path("don/<str:code>/tach/", submission_split, name="submission_split"),
    path("don/<str:code>/tep/", attachment_add, name="attachment_add"),
    path("don/<str:code>/ban-che/", submission_redacted, name="submission_redacted"),
    path("don/<str:code>/ket-thuc/<slug:how>/", submission_end, name="submission_end"),
    path("don/<str:code>/nguoi/<int:party_id>/", party_reveal, name="party_reveal"),
    path("don/<str:code>/nguoi/<int:party_id>/lien-he/", party_contact, name="party_contact"),
    path("tep/<int:attachment_id>/", attachment_get, name="attachment_get"),
    path("tep/<int:attachment_id>/anh/", attachment_picture, name="attachment_picture"),
    path("tep/<int:attachment_id>/bo/", attachment_remove, name="attachment_remove"),
]

"""Pages: papers of the office from draft to sent, signed copies, letters that stay shut."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor, Role
from tiepdan.cases.actions import make_case_dossier
from tiepdan.desk.downloads import as_download
from tiepdan.desk.forms import papers as forms
from tiepdan.desk.forms.reception import ReasonForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.prepared import address_of_act, approve, number
from tiepdan.documents import actions
from tiepdan.documents.access import files, held_values, letter_for, paper_for, shows_identity, signed_copy_for
from tiepdan.documents.models import Paper, PaperStatus
from tiepdan.documents.queries import list_letters, list_office_papers
from tiepdan.documents.rendering.forms import Form, FormNotFound, PaperKind, sealed_fields
from tiepdan.documents.values import form_book
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.queries import readable_matters
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.access import current_opening, submission_for
from tiepdan.submissions.queries import codes_of
from tiepdan.ui.words import said, said_choices

OFFICE: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)
WRITERS: Final = (*OFFICE, Role.HANDLER)
CLERKS: Final = (Role.RECEPTION_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)
STATES: Final = [("", "Mọi trạng thái"), *PaperStatus.choices]
_ENDINGS: Final = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


@desk_page(*WRITERS)
def listed(request: HttpRequest) -> HttpResponse:
    """Papers of the agency by state, newest first."""
    actor = actor_from(request)
    state = request.GET.get("trang-thai", "")
    before = request.GET.get("truoc", "")
    found = list_office_papers(
        agency_id=actor.agency_id, status=state if state in PaperStatus.values else "",
        before=int(before) if before.isdecimal() and len(before) < 12 else None,
    )  # fmt: skip
    matters = [one.matter_id for one in found if one.matter_id is not None]
    codes = codes_of(matter_ids=matters)
    context = {
        "rows": [(one, codes.get(one.matter_id or 0, "")) for one in found[:50]],
        "states": said_choices(STATES),
        "state": state,
        "readable": readable_matters(matter_ids=matters),
        "may_letters": actor.is_one_of(*CLERKS),
        "next_url": f"?trang-thai={state}&truoc={found[49].pk}" if len(found) > 50 else "",
    }
    return render_page(request, "desk/papers/list.html", context)


@desk_page(*WRITERS)
def choose(request: HttpRequest) -> HttpResponse:
    """Choose the form of a new paper."""
    today = clock.today()
    code = request.GET.get("don", "")[:20]
    offered = [one for one in form_book().list_forms(on=today) if one.kind is not PaperKind.BOOK]
    rows = [(one, bool(sealed_fields(form=one, denunciation=False))) for one in offered]
    return render_page(request, "desk/papers/choose.html", {"rows": rows, "code": code})


@desk_page(*WRITERS)
def write(request: HttpRequest, key: str) -> HttpResponse:
    """Write a paper on a form, for a submission when one is named."""
    form_of_law = _form(key)
    actor, at = actor_from(request), clock.now()
    code = (request.POST.get("don") or request.GET.get("don") or "")[:20]
    matter_id = submission_for(code=code).matter_id if code else None
    form = forms.ValuesForm(request.POST if request.method == "POST" else None, form=form_of_law)
    context: dict[str, object] = {"form": form, "law_form": form_of_law, "code": code}
    if request.method != "POST" or not form.is_valid():
        return render_page(request, "desk/papers/write.html", context, status=422 if form.is_bound else 200)
    try:
        made = submissions.write_paper(
            form_key=key, values=form.values(), recipients=form.recipients(), matter_id=matter_id, by=actor, at=at
        )
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/papers/write.html", context)
    messages.success(request, _("Đã lưu dự thảo."))
    return redirect("desk:paper_detail", paper_id=made.pk)


@desk_page(*WRITERS)
def rewrite(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Write a draft anew."""
    paper, actor, at = paper_for(paper_id=paper_id, by=actor_from(request)), actor_from(request), clock.now()
    opened = paper.matter_id is not None and current_opening(matter_id=paper.matter_id, by=actor, at=at) is not None
    if paper.agency_id != actor.agency_id:
        raise Http404
    if paper.act_typed is not None:  # the form of its act is where it is written
        return redirect(address_of_act(paper=paper, at=at))
    form_of_law = _form(paper.form_key)
    named = opened or not (shows_identity(paper=paper) and paper.sealed)
    held = held_values(paper=paper, with_identity=named)
    form = forms.ValuesForm(
        request.POST if request.method == "POST" else None, form=form_of_law, held=held,
        initial={"recipients": "\n".join(str(line) for line in paper.recipients)},
    )  # fmt: skip
    context: dict[str, object] = {"form": form, "law_form": form_of_law, "paper": paper, "code": ""}
    if shows_identity(paper=paper) and paper.sealed and paper.matter_id is not None:
        try:
            submissions.note_sealed_reading(matter_id=paper.matter_id, subject=f"paper:{paper.pk}", by=actor, at=at)
        except ActionRefused as refused:
            return render_refusal(request, refused, "desk/papers/write.html", {**context, "form": None})
    if request.method != "POST" or not form.is_valid():
        return render_page(request, "desk/papers/write.html", context, status=422 if form.is_bound else 200)
    try:
        submissions.rewrite(paper=paper, values=form.values(), recipients=form.recipients(), by=actor, at=at)
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/papers/write.html", context)
    messages.success(request, _("Đã lưu dự thảo."))
    return redirect("desk:paper_detail", paper_id=paper.pk)


@require_POST
@desk_page(*WRITERS)
def step(request: HttpRequest, paper_id: int, act: str) -> HttpResponse:
    """Take one step in the life of a paper."""
    if act not in _STEPS:
        raise Http404
    paper = paper_for(paper_id=paper_id, by=actor_from(request))
    run, words = _STEPS[act][0], said(_STEPS[act][1])
    try:
        shown = run(request, paper, actor_from(request))
    except ActionRefused as refused:
        return _refused(request, paper, refused)
    messages.success(request, words)
    return redirect("desk:paper_detail", paper_id=shown.pk)


@require_POST
@desk_page(*WRITERS)
def attach(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Keep a signed copy beside a paper."""
    paper = paper_for(paper_id=paper_id, by=actor_from(request))
    form = forms.CopyForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Chưa chọn tệp bản ký."))
        return redirect("desk:paper_detail", paper_id=paper.pk)
    try:
        actions.attach_signed_copy(
            paper_id=paper.pk, data=form.cleaned_data["file"].read(), by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        return _refused(request, paper, refused)
    messages.success(request, _("Đã lưu bản ký."))
    return redirect("desk:paper_detail", paper_id=paper.pk)


@desk_page(*WRITERS, Role.OVERSIGHT)
def signed_copy(request: HttpRequest, paper_id: int, copy_id: int) -> HttpResponse:
    """A signed copy; of a sealed matter only under an opening, which is recorded: a hand and a stamp tell more than the text."""
    paper = paper_for(paper_id=paper_id, by=actor_from(request))
    copy = signed_copy_for(copy_id=copy_id, paper_id=paper.pk)
    if paper.sealed and paper.matter_id is not None:
        try:
            submissions.note_sealed_reading(
                matter_id=paper.matter_id, subject=f"paper:{paper.pk}", by=actor_from(request), at=clock.now()
            )
        except ActionRefused as refused:
            return _refused(request, paper, refused)
    name = f"ban-ky-{paper.number or paper.pk}-{copy.pk}.{_ENDINGS.get(copy.file.media_type, 'bin')}"
    return as_download(data=files().get(copy.file.key), name=name, media_type=copy.file.media_type)


@require_POST
@desk_page(*WRITERS)
def recall_confirmed(request: HttpRequest, paper_id: int, delivery_id: int) -> HttpResponse:
    """Record that an addressee acknowledged a recall."""
    paper = paper_for(paper_id=paper_id, by=actor_from(request))
    if not paper.deliveries.filter(pk=delivery_id).exists():
        raise Http404
    try:
        actions.confirm_recall(delivery_id=delivery_id, on=clock.today(), by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return _refused(request, paper, refused)
    messages.success(request, _("Đã ghi nơi nhận xác nhận thu hồi."))
    return redirect("desk:paper_detail", paper_id=paper.pk)


@desk_page(*CLERKS)
def letters(request: HttpRequest) -> HttpResponse:
    """Letters addressed to a named person, and a new one."""
    form = forms.LetterForm(request.POST or None, initial={"received_on": clock.today()})
    if request.method != "POST":
        return _letters(request, form=form)
    if not form.is_valid():
        return _letters(request, form=form, status=422)
    try:
        letter = actions.receive_unopened(**form.cleaned_data, by=actor_from(request), at=clock.now())
    except ActionRefused as refused:
        return _letters(request, form=form, refused=refused)
    messages.success(request, _("Đã vào sổ số đến {number}; phong bì giữ nguyên niêm.").format(number=letter.number))
    return redirect("desk:letter_list")


@require_POST
@desk_page(*CLERKS)
def letter_step(request: HttpRequest, letter_id: int, act: str) -> HttpResponse:
    """Hand a letter over, or record that its contents were entered."""
    letter, actor, at = letter_for(letter_id=letter_id), actor_from(request), clock.now()
    try:
        if act == "giao":
            handed = forms.HandOverForm(request.POST)
            if not handed.is_valid():
                return _letters(request, status=422)
            actions.hand_over_letter(letter_id=letter.pk, **handed.cleaned_data, by=actor, at=at)
        elif act == "vao-so":
            entered = forms.ContentsForm(request.POST)
            if not entered.is_valid():
                return _letters(request, status=422)
            actions.register_contents(letter_id=letter.pk, **entered.cleaned_data, by=actor, at=at)
        else:
            raise Http404
    except ActionRefused as refused:
        return _letters(request, refused=refused)
    messages.success(request, _("Đã ghi."))
    return redirect("desk:letter_list")


@desk_page(*WRITERS)
def dossier(request: HttpRequest, code: str) -> HttpResponse:
    """Bind everything of a submission's matter, and hand it over as a download."""
    submission, actor, at = submission_for(code=code), actor_from(request), clock.now()
    sealed = submission.matter.sealed
    form = forms.DossierForm(request.POST or None, initial={"redacted": sealed, "purpose": "archive"})
    context: dict[str, object] = {"submission": submission, "form": form, "sealed": sealed}
    if request.method != "POST" or not form.is_valid():
        return render_page(request, "desk/papers/dossier.html", context, status=422 if form.is_bound else 200)
    data = form.cleaned_data
    try:
        made = make_case_dossier(
            code=code,
            purpose=data["purpose"],
            packed=data["shape"] == "zip",
            redacted=data["redacted"],
            by=actor,
            at=at,
        )
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/papers/dossier.html", context)
    return as_download(data=made.data, name=made.name, media_type=made.media_type)


def _letters(
    request: HttpRequest,
    *,
    form: forms.LetterForm | None = None,
    status: int = 200,
    refused: ActionRefused | None = None,
) -> HttpResponse:
    today = clock.today()
    context = {
        "rows": list_letters(agency_id=actor_from(request).agency_id)[:100],
        "form": form or forms.LetterForm(initial={"received_on": today}),
        "today": today,
        "wrong": status == 422 and form is None,
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/papers/letters.html", context)
    return render_page(request, "desk/papers/letters.html", context, status=status)


def _form(key: str) -> Form:
    try:
        return form_book().form(key, on=clock.today())
    except FormNotFound as error:
        raise Http404 from error


def _refused(request: HttpRequest, paper: Paper, refused: ActionRefused) -> HttpResponse:
    """Say on the page of the paper why it may not be."""
    from tiepdan.desk.views.registers import paper_page

    return paper_page(request, paper, refused=refused)


def _reason(request: HttpRequest) -> str:
    form = ReasonForm(request.POST)
    return str(form.cleaned_data["reason"]) if form.is_valid() else ""


def _correct(request: HttpRequest, paper: Paper, by: Actor) -> Paper:
    typed = {name: request.POST.get(name, "")[:1000] for name in ("printed", "corrected", "reason")}
    return submissions.correct(paper=paper, **typed, by=by, at=clock.now())


Run = Callable[[HttpRequest, Paper, Actor], Paper]


def _with_reason(act: submissions.ActOnPaper) -> Run:
    def run(request: HttpRequest, paper: Paper, by: Actor) -> Paper:
        return submissions.act_with_reason(act=act, paper=paper, reason=_reason(request), by=by, at=clock.now())

    return run


def _taking(act: submissions.StepOfPaper) -> Run:
    def run(request: HttpRequest, paper: Paper, by: Actor) -> Paper:  # noqa: ARG001 # nothing is typed
        return submissions.take_step(act=act, paper=paper, by=by, at=clock.now())

    return run


_STEPS: Final[dict[str, tuple[Run, str]]] = {
    "trinh": (_taking(actions.submit_paper), "Đã trình soát."),
    "soat": (_taking(actions.review_paper), "Đã soát, chờ duyệt."),
    "duyet": (lambda _, paper, by: approve(paper=paper, by=by, at=clock.now()), "Đã duyệt, chờ cấp số."),
    "tra-lai": (
        _with_reason(actions.return_paper),
        "Đã trả lại người soạn.",
    ),
    "cap-so": (
        lambda _, paper, by: number(paper=paper, by=by, at=clock.now()),
        "Đã cấp số và ban hành.",
    ),
    "thay-the": (
        _with_reason(actions.replace_paper),
        "Đã lập dự thảo thay thế; văn bản cũ hết hiệu lực khi bản này ban hành.",
    ),
    "dinh-chinh": (_correct, "Đã lập dự thảo công văn đính chính."),
    "thu-hoi": (
        _with_reason(actions.recall_paper),
        "Đã thu hồi; số vẫn còn trong sổ. Đây là dự thảo công văn thông báo.",
    ),
    "huy": (
        _with_reason(actions.cancel_paper),
        "Đã hủy.",
    ),
}  # fmt: skip

urlpatterns: list[URLPattern] = [
    path("van-ban/", listed, name="paper_list"),
    path("van-ban/moi/", choose, name="paper_choose"),
    path("van-ban/moi/<path:key>/", write, name="paper_write"),
    path("van-ban/<int:paper_id>/sua/", rewrite, name="paper_rewrite"),
    path("van-ban/<int:paper_id>/buoc/<slug:act>/", step, name="paper_step"),
    path("van-ban/<int:paper_id>/ban-ky/", attach, name="paper_attach"),
    path("van-ban/<int:paper_id>/ban-ky/<int:copy_id>/", signed_copy, name="paper_copy"),
    path("van-ban/<int:paper_id>/da-thu-hoi/<int:delivery_id>/", recall_confirmed, name="paper_recall_confirmed"),
    path("don/<str:code>/ho-so/", dossier, name="dossier"),
    path("thu-dich-danh/", letters, name="letter_list"),
    path("thu-dich-danh/<int:letter_id>/<slug:act>/", letter_step, name="letter_step"),
]

"""Pages: registers with their numbers, papers with their deliveries, openings of sealed identities."""

from __future__ import annotations

from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Actor, Role
from tiepdan.desk.downloads import as_download
from tiepdan.desk.forms.papers import CopyForm, CorrectionForm
from tiepdan.desk.forms.reception import ReasonForm
from tiepdan.desk.forms.submission import DeliveryForm, OpeningForm
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.prepared import said_act, said_besides
from tiepdan.desk.receipts import look_up_address
from tiepdan.documents import actions
from tiepdan.documents.access import Drawn, drawn, files, paper_for, shows_identity, signatures_on
from tiepdan.documents.models import OLD_BOOK, UNFINISHED, Book, DeliveryWay, Paper, PaperStatus
from tiepdan.documents.queries import list_books, list_numbers, states_of_numbers
from tiepdan.documents.rendering.faults import MissingValue
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.queries import readable_matters
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.access import current_opening, opening_for, submission_for
from tiepdan.submissions.queries import codes_of, list_openings
from tiepdan.ui.words import said

OFFICE: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)
PEOPLE: Final = (*OFFICE, Role.HANDLER, Role.OVERSIGHT)
_OPENINGS: Final = 50  # of a page of the log
_DIGITS: Final = 10  # fewer than these in a key
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@desk_page(*OFFICE)
def register_list(request: HttpRequest) -> HttpResponse:
    """The books of the agency, and the numbers of one of them."""
    return _register(request)


@require_POST
@desk_page(*OFFICE)
def register_cancel(request: HttpRequest) -> HttpResponse:
    """Mark a number of outgoing papers as not used."""
    form = ReasonForm(request.POST)
    number, year = request.POST.get("number", ""), request.POST.get("year", "")
    if not (form.is_valid() and number.isdecimal() and year.isdecimal()):
        return _register(request, status=422, form=form)
    try:
        submissions.cancel_number_of_matter(
            book=Book.OUTGOING, document_type=request.POST.get("type", "")[:30], year=int(year[:4]), number=int(number[:9]),
            reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as refused:
        return _register(request, refused=refused)
    messages.success(request, _("Đã hủy số; số vẫn còn trong sổ."))
    return redirect("desk:register_list")


@desk_page(*PEOPLE)
def paper_detail(request: HttpRequest, paper_id: int) -> HttpResponse:
    """A paper as it reads, with its deliveries."""
    return paper_page(request, paper_for(paper_id=paper_id, by=actor_from(request)))


@desk_page(*PEOPLE)
def paper_file(request: HttpRequest, paper_id: int, ending: str) -> HttpResponse:
    """A paper as PDF or DOCX; one that shows a sealed identity only under an opening, which is recorded."""
    paper = paper_for(paper_id=paper_id, by=actor_from(request))
    if ending not in {"pdf", "docx"}:
        raise Http404
    actor, at = actor_from(request), clock.now()
    if shows_identity(paper=paper) and paper.matter_id is not None:
        try:
            submissions.note_sealed_reading(matter_id=paper.matter_id, subject=f"paper:{paper.pk}", by=actor, at=at)
        except ActionRefused as refused:
            return paper_page(request, paper, refused=refused)
    name = f"van-ban-{paper.number or paper.pk}.{ending}"
    if ending == "pdf" and paper.template_id is not None:
        raise Http404
    if paper.file is not None and (ending == "pdf" or paper.template_id is not None):
        return as_download(data=files().get(paper.file.key), name=name, media_type=paper.file.media_type)
    ready = drawn(paper=paper, with_identity=True, qr_url=look_up_address())
    try:
        data = ready.pdf() if ending == "pdf" else ready.docx()
    except MissingValue:
        return paper_page(request, paper, status=409)
    return as_download(data=data, name=name, media_type="application/pdf" if ending == "pdf" else WORD)


@require_POST
@desk_page(*PEOPLE)
def paper_deliver(request: HttpRequest, paper_id: int) -> HttpResponse:
    """Record how a paper was sent."""
    paper, form = paper_for(paper_id=paper_id, by=actor_from(request)), DeliveryForm(request.POST)
    if not form.is_valid():
        return paper_page(request, paper, status=422, form=form)
    data = form.cleaned_data
    try:
        actions.record_delivery(
            paper_id=paper.pk, addressee=data["addressee"], way=DeliveryWay(data["way"]), sent_on=data["sent_on"],
            received_on=data["received_on"], proof=data["proof"], by=actor_from(request), at=clock.now(),
        )  # fmt: skip
    except ActionRefused as refused:
        return paper_page(request, paper, refused=refused, form=form)
    messages.success(request, _("Đã ghi việc gửi văn bản."))
    return redirect("desk:paper_detail", paper_id=paper.pk)


@desk_page(*PEOPLE)
def opening_ask(request: HttpRequest, code: str) -> HttpResponse:
    """Ask to open the identities of a sealed submission, and see them when it is granted at once."""
    submission = submission_for(code=code)
    form = OpeningForm(request.POST or None)
    actor, at = actor_from(request), clock.now()
    context: dict[str, object] = {"submission": submission, "form": form}
    if request.method != "POST":
        return render_page(request, "desk/registers/opening.html", context)
    try:
        held = current_opening(matter_id=submission.matter_id, by=actor, at=at)
        if held is None:
            if not form.is_valid():
                return render_page(request, "desk/registers/opening.html", context, status=422)
            held = submissions.ask_opening(
                matter_id=submission.matter_id, reason=form.cleaned_data["reason"], by=actor, at=at
            )
        if held.ends_at is None:
            messages.info(request, _("Đã gửi đề nghị: thủ trưởng duyệt rồi mới mở được."))
            return redirect("desk:submission_detail", code=code)
        context |= {"identities": submissions.open_identity(opening_id=held.pk, by=actor, at=at), "until": held.ends_at}
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/registers/opening.html", context)
    return render_page(request, "desk/registers/opening.html", context)


@desk_page(*PEOPLE)
def opening_list(request: HttpRequest) -> HttpResponse:
    """The reading log: of the agency for its head, one's own for others."""
    return _openings(request)


@require_POST
@desk_page(Role.HEAD)
def opening_decide(request: HttpRequest, opening_id: int) -> HttpResponse:
    """Approve or deny."""
    opening = opening_for(opening_id=opening_id)
    try:
        submissions.decide_opening(
            opening_id=opening.pk, grant="grant" in request.POST, by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        return _openings(request, refused=refused)
    messages.success(request, _("Đã trả lời đề nghị."))
    return redirect("desk:opening_list")


def _register(
    request: HttpRequest, *, status: int = 200, refused: ActionRefused | None = None, form: forms.Form | None = None
) -> HttpResponse:
    actor = actor_from(request)
    books = list_books(agency_id=actor.agency_id)
    wanted = request.GET.get("so", "")
    book = next((one for one in books if str(one.pk) == wanted), books[0] if books else None)
    before = request.GET.get("truoc", "")
    numbers = []
    if book is not None:
        below = int(before) if before.isdecimal() and len(before) < _DIGITS else None
        numbers = list_numbers(register=book, before=below)
    matters = [one.matter_id for one in numbers if one.matter_id is not None]
    codes = codes_of(matter_ids=matters)
    ended = states_of_numbers(subjects=[one.subject for one in numbers])
    context = {
        "books": books,
        "book": book,
        "readable": readable_matters(matter_ids=matters),
        "numbers": [(one, codes.get(one.matter_id or 0, ""), ended.get(one.subject, "")) for one in numbers[:50]],
        "next_url": f"?so={book.pk}&truoc={numbers[49].number}" if book is not None and len(numbers) > 50 else "",
        "form": form or ReasonForm(),
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/registers/list.html", context)
    return render_page(request, "desk/registers/list.html", context, status=status)


def paper_page(
    request: HttpRequest, paper: Paper, *, status: int = 200, refused: ActionRefused | None = None,
    form: forms.Form | None = None,
) -> HttpResponse:  # fmt: skip
    """Draw the page of a paper: how it reads, its next step, deliveries, signed copies."""
    actor, at = actor_from(request), clock.now()
    hidden = shows_identity(paper=paper)
    ready: Drawn | None = (
        None if paper.form_key == OLD_BOOK or paper.is_emptied else drawn(paper=paper, with_identity=not hidden)
    )
    try:
        text = mark_safe(ready.html()) if ready else ""  # noqa: S308 # render_html escapes every word
    except MissingValue as error:
        text = error.sentence.by(said)
    matter = codes_of(matter_ids=[paper.matter_id] if paper.matter_id is not None else [])
    open_now = (
        paper.sealed
        and paper.matter_id is not None
        and current_opening(matter_id=paper.matter_id, by=actor, at=at) is not None
    )
    was_issued = paper.status not in UNFINISHED  # a draft is neither sent, signed nor followed
    copies = [
        (one, [] if paper.sealed and not open_now else signatures_on(file=one.file, by=actor, at=at))
        for one in (paper.signed_copies.select_related("file").order_by("pk")[:20] if was_issued else ())
    ]
    context = {
        "paper": paper,
        "text": text,
        "code": next(iter(matter.values()), ""),
        "old_book": paper.form_key == OLD_BOOK,
        "hidden": hidden and paper.sealed,
        "open_now": open_now,
        "deliveries": list(paper.deliveries.order_by("pk")) if was_issued else [],
        "form": form or DeliveryForm(initial={"sent_on": at.date()}),
        "may": offered_steps(paper=paper, by=actor),
        "next_step": NEXT_STEPS.get(PaperStatus(paper.status)),
        "act_title": said_act(paper=paper, at=at),
        "besides": said_besides(paper=paper, by=actor, at=at),
        "copies": copies,
        "copy_form": CopyForm(),
        "correction_form": CorrectionForm(),
        "followers": list(paper.followers.exclude(status=PaperStatus.CANCELLED).order_by("pk")) if was_issued else [],
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/registers/paper.html", context)
    return render_page(request, "desk/registers/paper.html", context, status=status)


NEXT_STEPS: Final = {
    PaperStatus.DRAFT: ("trinh", "Trình soát", "Dự thảo: điền đủ rồi trình người soát nội dung và thể thức."),
    PaperStatus.SUBMITTED: ("soat", "Đã soát, trình duyệt", "Chờ một người khác người soạn soát nội dung và thể thức."),
    PaperStatus.REVIEWED: ("duyet", "Duyệt", "Đã soát: chờ thủ trưởng hoặc cấp phó duyệt."),
    PaperStatus.APPROVED: ("cap-so", "Cấp số và ban hành", "Đã duyệt: văn thư cấp số, ngày và ban hành."),
}


def offered_steps(*, paper: Paper, by: Actor) -> frozenset[str]:
    """Name the steps that the actor may take with a paper now."""
    if paper.agency_id != by.agency_id or by.is_one_of(Role.OVERSIGHT) or paper.is_emptied:
        return frozenset()
    found: set[str] = set()
    status = PaperStatus(paper.status)
    if paper.form_key == OLD_BOOK:
        return frozenset({"ban-ky"}) if status == PaperStatus.ISSUED else frozenset()
    head = by.is_one_of(Role.HEAD, Role.DEPUTY)
    if status == PaperStatus.DRAFT:
        found |= {"sua", "trinh", "huy"}
    elif status == PaperStatus.SUBMITTED:
        found |= {"tra-lai"} | ({"soat"} if paper.drafted_by_id != by.user_id else set())
    elif status == PaperStatus.REVIEWED:
        found |= {"tra-lai"} | ({"duyet"} if head else set())
    elif status == PaperStatus.APPROVED:
        found |= ({"tra-lai"} if head else set()) | ({"cap-so"} if head or by.is_one_of(Role.RECORDS_CLERK) else set())
    elif status == PaperStatus.ISSUED:
        found |= {"ban-ky", "thay-the", "dinh-chinh"} | ({"thu-hoi"} if head else set())
    elif status != PaperStatus.CANCELLED:
        found.add("ban-ky")
    return frozenset(found)


def _openings(request: HttpRequest, *, refused: ActionRefused | None = None) -> HttpResponse:
    actor, before = actor_from(request), request.GET.get("truoc", "")
    after = int(before) if before.isdecimal() and len(before) < _DIGITS else None
    found = list_openings(by=actor, before=after, limit=_OPENINGS + 1)
    more, found = len(found) > _OPENINGS, found[:_OPENINGS]
    codes = codes_of(matter_ids=[one.matter_id for one in found])
    context = {
        "openings": [(one, codes.get(one.matter_id, "")) for one in found],
        "is_head": actor.is_one_of(Role.HEAD),
        "next_url": f"?truoc={found[-1].pk}" if more else "",
        "first_url": "?" if after is not None else "",
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/registers/openings.html", context)
    return render_page(request, "desk/registers/openings.html", context)


urlpatterns: list[URLPattern] = [
    path("so/", register_list, name="register_list"),
    path("so/huy-so/", register_cancel, name="register_cancel"),
    path("van-ban/<int:paper_id>/", paper_detail, name="paper_detail"),
    path("van-ban/<int:paper_id>/gui/", paper_deliver, name="paper_deliver"),
    path("van-ban/<int:paper_id>/tep.<str:ending>", paper_file, name="paper_file"),
    path("niem-phong/", opening_list, name="opening_list"),
    path("niem-phong/<int:opening_id>/", opening_decide, name="opening_decide"),
    path("don/<str:code>/danh-tinh/", opening_ask, name="opening_ask"),
]

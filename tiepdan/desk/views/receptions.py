"""Pages: the reception desk and its book."""

from __future__ import annotations

from datetime import date
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.accounts.rules import Role
from tiepdan.agenda.access import session_for as heads_session_for
from tiepdan.agenda.actions import receive_in_session
from tiepdan.desk.downloads import as_download
from tiepdan.desk.forms.reception import NoticeForm, ReasonForm, ReceptionForm, ReplyForm
from tiepdan.desk.labels import LABELS, refusal_text
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page, render_refusal
from tiepdan.desk.receipts import receipt_pdf, remember_pin, remembered_pin, warn_of_number
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.sending import sent_key
from tiepdan.matters.access import NotFound
from tiepdan.online.access import session_for
from tiepdan.online.actions import link_reception
from tiepdan.reception import actions
from tiepdan.reception.access import reception_for
from tiepdan.reception.models import Reception
from tiepdan.reception.queries import book_lines, list_receptions
from tiepdan.reception.rules import Outcome, parse_card, refusal_book
from tiepdan.submissions.access import submission_for
from tiepdan.ui.words import Toned

RECEIVING: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY)
BOOK: Final = (*RECEIVING, Role.RECORDS_CLERK, Role.OVERSIGHT)
OUTCOME_WORDS: Final = Toned({
    Outcome.ACCEPT: ("good", "Tiếp nhận"), Outcome.GUIDE: ("info", "Hướng dẫn"), Outcome.FORWARD: ("info", "Chuyển"),
    Outcome.EXPLAIN: ("info", "Giải thích"), Outcome.REFUSE: ("late", "Từ chối"),
})  # fmt: skip


@desk_page(*BOOK)
def reception_list(request: HttpRequest) -> HttpResponse:
    """The book on screen."""
    outcome = request.GET.get("ket-qua", "")
    waiting = request.GET.get("cho") == "tra-loi"
    page = list_receptions(by=actor_from(request), outcome=outcome, waiting=waiting, after=request.GET.get("sau", ""))
    kept = f"&ket-qua={outcome}" if outcome in set(Outcome) else ""
    kept += "&cho=tra-loi" if waiting else ""
    context = {
        "lines": [(line, *OUTCOME_WORDS[Outcome(line.outcome)]) for line in page.lines],
        "next_url": f"?sau={page.next_key}{kept}" if page.next_key else "",
        "first_url": "?" if request.GET.get("sau") else "",
        "outcomes": [(value.value, OUTCOME_WORDS[value][1]) for value in OUTCOME_WORDS],
        "outcome": outcome,
        "waiting": waiting,
        "today": clock.today(),
    }
    return render_page(request, "desk/receptions/list.html", context)


@desk_page(*BOOK)
def reception_book(request: HttpRequest) -> HttpResponse:
    """The book of a period as form 03/TCD, to be printed; numbers and addresses show when asked for, which is recorded."""
    today, actor = clock.today(), actor_from(request)
    given = request.POST if request.method == "POST" else request.GET
    from_on = _day(given.get("tu", ""), today.replace(day=1))
    until_on = _day(given.get("den", ""), today)
    context: dict[str, object] = {
        "from_on": from_on, "until_on": until_on, "may_read": actor.is_one_of(*actions.KEEPERS),
        "whole": request.method == "POST",
    }  # fmt: skip
    masked = book_lines(by=actor, from_on=from_on, until_on=until_on)
    if request.method != "POST":
        return render_page(request, "desk/receptions/book.html", {**context, "lines": masked})
    try:
        context["lines"] = actions.read_book(from_on=from_on, until_on=until_on, by=actor, at=clock.now())
    except ActionRefused as refused:
        shown = {**context, "lines": masked, "whole": False}
        return render_refusal(request, refused, "desk/receptions/book.html", shown)
    return render_page(request, "desk/receptions/book.html", context)


@desk_page(*RECEIVING)
def reception_new(request: HttpRequest) -> HttpResponse:
    """The reception form."""
    actor = actor_from(request)
    if request.method != "POST":
        session = request.GET.get("buoi", "")
        initial: dict[str, object] = {**_of_session(session)} if session else _from_session(request)
        return render_page(
            request, "desk/receptions/new.html", {"form": ReceptionForm(by=actor, initial=initial), "session": session}
        )
    session = request.POST.get("buoi", "")
    # Without JavaScript Enter presses the first button of a form, which is this one: an empty box means "save".
    if "read_card" in request.POST and request.POST.get("card"):
        return _with_card(request)
    if "show_ground" in request.POST:
        return _with_ground(request)
    form = ReceptionForm(request.POST, by=actor)
    context = {"form": form, "session": session}
    if not form.is_valid():
        return render_page(request, "desk/receptions/new.html", context, status=422)
    at = clock.now()
    try:
        key = sent_key(key=form.cleaned_data["request_key"], fields=dict(request.POST.lists())) or None
        if session:
            got = receive_in_session(
                session_id=heads_session_for(code=session).pk, visit=form.visit(), intake=form.intake(), by=actor, at=at,
                request_key=key,
            )  # fmt: skip
        else:
            got = actions.receive_visit(visit=form.visit(), intake=form.intake(), by=actor, at=at, request_key=key)
    except ActionRefused as refused:
        return render_refusal(request, refused, "desk/receptions/new.html", context)
    if got.received is not None:
        remember_pin(request, code=got.received.submission.code, pin=got.received.pin, at=at)
    _tie_to_session(request, form.cleaned_data["online"], reception_code=got.reception.code)
    warn_of_number(request, kind=form.cleaned_data["identity_kind"], number=form.cleaned_data["number"])
    return redirect("desk:reception_done", code=got.reception.code)


@desk_page(*RECEIVING)
def reception_done(request: HttpRequest, code: str) -> HttpResponse:
    """What to hand over: code, PIN, receipt."""
    reception = reception_for(code=code)
    pin = ""
    if reception.submission is not None:
        pin = remembered_pin(request, code=reception.submission.code, at=clock.now())
    return render_page(request, "desk/receptions/done.html", {"reception": reception, "pin": pin})


@desk_page(*RECEIVING)
def reception_receipt(request: HttpRequest, code: str) -> HttpResponse:
    """The receipt as PDF, with the PIN for the half hour after the visit. Later it is among the papers."""
    reception = reception_for(code=code)
    receipt = reception.receipts.select_related("paper__agency__parent", "submission").first()
    if receipt is None or receipt.paper is None:
        raise Http404
    pin = remembered_pin(request, code=receipt.submission.code, at=clock.now())
    if not pin:
        return redirect("desk:paper_detail", paper_id=receipt.paper.pk)
    data = receipt_pdf(paper=receipt.paper, pin=pin)
    return as_download(
        data=data, name=f"bien-nhan-{receipt.submission.code}.pdf", media_type="application/pdf", inline=True
    )


@desk_page(*BOOK)
def reception_detail(request: HttpRequest, code: str) -> HttpResponse:
    """One line of the book."""
    return _detail(request, reception_for(code=code))


@require_POST
@desk_page(*RECEIVING)
def reception_reply(request: HttpRequest, code: str) -> HttpResponse:
    """Record the answer."""
    reception, form = reception_for(code=code), ReplyForm(request.POST)
    if not form.is_valid():
        return _detail(request, reception, status=422, reply=form)
    data = form.cleaned_data
    try:
        actions.record_reply(
            reception_id=reception.pk,
            replied_on=data["replied_on"],
            note=data["note"],
            by=actor_from(request),
            at=clock.now(),
        )
    except ActionRefused as refused:
        return _detail(request, reception, refused=refused, reply=form)
    messages.success(request, _("Đã ghi việc trả lời công dân."))
    return redirect("desk:reception_detail", code=code)


@require_POST
@desk_page(*RECEIVING)
def reception_notice(request: HttpRequest, code: str) -> HttpResponse:
    """Issue the notice of refusal."""
    reception, form = reception_for(code=code), NoticeForm(request.POST)
    if not form.is_valid():
        return _detail(request, reception, status=422, notice=form)
    data = form.cleaned_data
    try:
        paper = actions.issue_refusal_notice(
            reception_id=reception.pk,
            reason=data["reason"],
            matter=data["matter"],
            by=actor_from(request),
            at=clock.now(),
        )
    except ActionRefused as refused:
        return _detail(request, reception, refused=refused, notice=form)
    return redirect("desk:paper_detail", paper_id=paper.pk)


@require_POST
@desk_page(*RECEIVING)
def reception_void(request: HttpRequest, code: str) -> HttpResponse:
    """Mark the line as entered in error."""
    reception, form = reception_for(code=code), ReasonForm(request.POST)
    if not form.is_valid():
        return _detail(request, reception, status=422, void=form)
    try:
        actions.void_reception(
            reception_id=reception.pk, reason=form.cleaned_data["reason"], by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        return _detail(request, reception, refused=refused, void=form)
    messages.success(request, _("Đã hủy dòng nhập nhầm; số vẫn còn trong sổ."))
    return redirect("desk:reception_detail", code=code)


def _detail(
    request: HttpRequest,
    reception: Reception,
    *,
    status: int = 200,
    refused: ActionRefused | None = None,
    **bound: forms.Form,
) -> HttpResponse:
    readable = False
    if reception.submission_id is not None and reception.submission is not None:
        try:
            readable = bool(submission_for(code=reception.submission.code))
        except NotFound:
            readable = False
    ground = refusal_book().grounds.get(reception.refusal_code)
    tone, outcome = OUTCOME_WORDS[Outcome(reception.outcome)]
    facts = [(refusal_book().facts.get(name, name), value) for name, value in reception.refusal_facts.items()]
    context = {
        "reception": reception,
        "visitors": list(reception.visitors.order_by("pk")),
        "readable": readable,
        "tone": tone,
        "outcome": outcome,
        "purpose": LABELS["kind"].get(reception.purpose, reception.purpose),
        "ground": ground,
        "facts": facts,
        "reply": bound.get("reply") or ReplyForm(),
        "notice": bound.get("notice") or NoticeForm(initial={"matter": reception.summary}),
        "void": bound.get("void") or ReasonForm(),
        "may_write": actor_from(request).is_one_of(*RECEIVING),
        "is_head": actor_from(request).is_one_of(Role.HEAD, Role.DEPUTY),
        "today": clock.today(),
    }
    if refused is not None:
        return render_refusal(request, refused, "desk/receptions/detail.html", context)
    return render_page(request, "desk/receptions/detail.html", context, status=status)


def _with_card(request: HttpRequest) -> HttpResponse:
    """Fill the fields from the card without JavaScript; nothing typed is lost."""
    data = request.POST.copy()
    card = parse_card(data.get("card", ""))
    if card is not None:
        read = {"name": card.name, "number": card.number, "address": card.address, "born": card.born, "sex": card.sex}
        for key, value in read.items():
            data[key] = data.get(key) or value
        if card.issued_on is not None:
            data["issued_on"] = data.get("issued_on") or card.issued_on.isoformat()
        data["card"] = ""
    form = ReceptionForm(data, by=actor_from(request))
    form.is_valid()
    form.errors.clear()
    if card is None:
        form.add_error("card", _("Đây không phải mã trên thẻ căn cước: quét lại, hoặc gõ các ô bên dưới."))
    context = {"form": form, "session": request.POST.get("buoi", "")}
    return render_page(request, "desk/receptions/new.html", context, status=200 if card else 422)


def _with_ground(request: HttpRequest) -> HttpResponse:
    """Show the fields that the chosen ground for refusing needs; nothing typed is lost, nothing is written."""
    form = ReceptionForm(request.POST, by=actor_from(request))
    form.is_valid()
    form.errors.clear()
    if request.headers.get("HX-Request"):
        return render(request, "desk/receptions/new.html#ground", {"form": form})
    return render_page(request, "desk/receptions/new.html", {"form": form, "session": request.POST.get("buoi", "")})


def _of_session(code: str) -> dict[str, str]:
    """Return what a visit within a session of a head begins with."""
    session = heads_session_for(code=code)
    return {"kind": session.kind, "received_by_role": "delegate" if session.delegate_name else "head"}


def _from_session(request: HttpRequest) -> dict[str, object]:
    """What an online session already says of the visit. Its submission was taken long before: none is taken again."""
    code = request.GET.get("phien", "")
    if not code:
        return {}
    session = session_for(code=code)
    sealed = session.submission.matter.sealed
    return {
        "online": session.code, "mode": "online", "purpose": session.submission.kind, "people": str(session.people),
        "content": "" if sealed else session.submission.summary, "has_paper": False, "outcome": Outcome.EXPLAIN,
    }  # fmt: skip


def _tie_to_session(request: HttpRequest, code: str, *, reception_code: str) -> None:
    """Tie the line of the book to its online session; the line stands even when that is refused."""
    if not code:
        return
    try:
        link_reception(
            session_id=session_for(code=code).pk, reception_code=reception_code, by=actor_from(request), at=clock.now()
        )
    except ActionRefused as refused:
        messages.error(request, refusal_text(refused.verdict).text)


def _day(text: str, default: date) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return default


urlpatterns: list[URLPattern] = [
    path("tiep-dan/", reception_list, name="reception_list"),
    path("tiep-dan/moi/", reception_new, name="reception_new"),
    path("tiep-dan/so/", reception_book, name="reception_book"),
    path("tiep-dan/<str:code>/", reception_detail, name="reception_detail"),
    path("tiep-dan/<str:code>/xong/", reception_done, name="reception_done"),
    path("tiep-dan/<str:code>/bien-nhan.pdf", reception_receipt, name="reception_receipt"),
    path("tiep-dan/<str:code>/tra-loi/", reception_reply, name="reception_reply"),
    path("tiep-dan/<str:code>/tu-choi/", reception_notice, name="reception_notice"),
    path("tiep-dan/<str:code>/huy/", reception_void, name="reception_void"),
]

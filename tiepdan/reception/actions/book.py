"""What happens to a line of the reception book afterwards: the answer, the notice of refusal, an error."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases import actions as cases
from tiepdan.cases.papers import KIND_VI
from tiepdan.documents.actions import cancel_number, issue_new_paper
from tiepdan.documents.models import Book, Paper
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.duplicates.actions import sketch
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import close_clocks
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.actions.receipts import id_kind_words
from tiepdan.reception.actions.visitors import issued_on, read_visitor
from tiepdan.reception.models import Receipt, Reception
from tiepdan.reception.queries import BookLine, book_lines
from tiepdan.reception.rules import may_issue_notice, refusal_book
from tiepdan.routing import actions as routing
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.actions import Received
from tiepdan.submissions.intake import Part, Screening
from tiepdan.submissions.models import Submission
from tiepdan.submissions.redaction import Trace, redacted

NOTICE: Final = "ND154-2026/01-TCD"
_NOT_GIVEN: Final = "không nêu"
_UNSAID: Final = "giữ bí mật"
# Who keeps the reception book and hands it out; who only oversees reads it without numbers and addresses.
KEEPERS: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)


@transaction.atomic
def record_reply(*, reception_id: int, replied_on: date, note: str, by: Actor, at: datetime) -> Reception:
    """Record that the visitor was answered: accepted, needs longer checking, refused or forwarded.

    Raises ActionRefused: reception_unknown, reception_voided, replied_already, reply_day_wrong.
    Rule: LI-6
    """
    reception = _locked(reception_id)
    if reception.replied_on is not None:
        raise ActionRefused(Refused("replied_already"))
    if not reception.received_on <= replied_on <= at.date():
        raise ActionRefused(Refused("reply_day_wrong"))
    reception.replied_on = replied_on
    reception.reply_note = "" if reception.sealed else tidy(note)
    reception.save(update_fields=["replied_on", "reply_note"])
    if reception.matter_id is not None:
        close_clocks(matter_id=reception.matter_id, agency_id=reception.agency_id, on=replied_on, rule_ids=["KN-19"])
    record(
        act="reception.replied", by=by, at=at, subject=f"reception:{reception.pk}", matter_id=reception.matter_id,
        after={"replied_on": replied_on}, rule="LI-6",
    )  # fmt: skip
    return reception


@transaction.atomic
def issue_refusal_notice(*, reception_id: int, reason: str, matter: str, by: Actor, at: datetime) -> Paper:
    """Issue the notice of refusal 01/TCD, as head. After its last day it is still owed.

    Of a sealed visit the notice names its line of the book; who came stands in it only when the head holds an opening of the
    matter, and the writing is then recorded as a reading.
    reason, matter: printed lines: why, and what the visitor came about
    Raises ActionRefused: reception_unknown, reception_voided, notice_not_needed, head_only, notice_issued,
        reason_missing, visitor_missing, text_reveals_denouncer, and those of `issue_paper`.
    Rule: LI-1, RF-3, RF-11, BV-1, BV-3
    """
    reception = _locked(reception_id)
    verdict = may_issue_notice(
        code=reception.refusal_code,
        by_head=by.is_one_of(Role.HEAD, Role.DEPUTY),
        issued=reception.refusal_paper_id is not None,
        voided=bool(reception.void_reason),
    )
    if not verdict:
        raise ActionRefused(verdict)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    who = _who_came(reception, by=by, at=at)
    if reception.matter is not None:
        submissions.refuse_naming(matter=reception.matter, by=by, at=at, texts=[reason, matter])
    values: dict[str, FieldValue] = {
        **who,
        "visited_on": reception.received_on,
        "agency_visited": reception.place or by.agency_name,
        "purpose": reception.purpose,
        "matter": matter.strip() or reception.summary or KIND_VI.get(reception.purpose, ""),
        "reason": reason.strip(),
        "legal_ground": refusal_book().grounds[reception.refusal_code].ground_text,
        "refusing_agency": by.agency_name,
    }
    paper = issue_new_paper(
        form_key=NOTICE, values=values, matter_id=reception.matter_id, sealed=reception.sealed, by=by, at=at
    )
    reception.refusal_paper = paper
    reception.replied_on = at.date()
    reception.save(update_fields=["refusal_paper", "replied_on"])
    record(
        act="reception.refusal_notified", by=by, at=at, subject=f"reception:{reception.pk}",
        matter_id=reception.matter_id, after={"number": paper.number, "symbol": paper.symbol}, rule="LI-1",
    )  # fmt: skip
    return paper


def _who_came(reception: Reception, *, by: Actor, at: datetime) -> dict[str, FieldValue]:
    """Return the lines of the notice on who came. A sealed visit shows its visitors to the holder of an opening alone."""
    visitor = reception.visitors.order_by("pk").first()
    if visitor is None and not reception.sealed:
        raise ActionRefused(Refused("visitor_missing"))
    if visitor is None:
        line = f"Người có tên tại dòng số {reception.number} Sổ tiếp công dân năm {reception.received_on.year}"
        return {
            "addressee": line, "visitor_name": f"{line} (giữ bí mật)", "id_kind": id_kind_words(""),
            "id_number": _UNSAID, "address": _UNSAID,
        }  # fmt: skip
    if reception.sealed and reception.matter_id is not None:
        submissions.note_sealed_reading(
            matter_id=reception.matter_id, subject=f"reception:{reception.pk}", by=by, at=at
        )
    held = read_visitor(visitor)
    name = held.get("name") or _NOT_GIVEN
    who: dict[str, FieldValue] = {
        "addressee": "Ông (bà) có tên dưới đây" if reception.sealed else f"Ông (bà) {name}",
        "visitor_name": name,
        "id_kind": id_kind_words(visitor.identity_kind),
        "id_number": held.get("number") or _NOT_GIVEN,
        "address": held.get("address") or _NOT_GIVEN,
    }
    day = issued_on(held)
    return who if day is None else {**who, "id_issued_on": day}


@transaction.atomic
def read_book(*, from_on: date, until_on: date, by: Actor, at: datetime) -> list[BookLine]:
    """Show the book of a period with numbers and addresses of who came, to who keeps it; each reading is recorded.

    Raises ActionRefused: role_not_allowed
    Cost: 2 queries and an envelope for each line.
    Rule: ND-3, SO-1
    """
    if not by.is_one_of(*KEEPERS):
        raise ActionRefused(Refused("role_not_allowed", rule="ND-3"))
    lines = [_with_details(line) for line in book_lines(by=by, from_on=from_on, until_on=until_on)]
    record(
        act="reception.book_read", by=by, at=at, subject="book:reception",
        after={"from": from_on, "until": until_on, "lines": len(lines)}, rule="ND-3",
    )  # fmt: skip
    return lines


def _with_details(line: BookLine) -> BookLine:
    visitor = next(iter(line.reception.visitors.all()), None)
    if line.reception.sealed or visitor is None:
        return line
    held = read_visitor(visitor)
    shown = ", ".join(part for part in (held.get("name", ""), held.get("address", "")) if part)
    return BookLine(line.reception, shown, held.get("number", ""))


@transaction.atomic
def void_reception(*, reception_id: int, reason: str, by: Actor, at: datetime) -> Reception:
    """Mark a line of the book as entered in error; the line, its number and the reason stay.

    Raises ActionRefused: reception_unknown, reception_voided, reason_missing, submission_stands.
    """
    reception = _locked(reception_id)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    if reception.submission_id is not None:
        stands = Submission.objects.filter(pk=reception.submission_id).exclude(void_reason="").exists()
        if not stands:
            raise ActionRefused(Refused("submission_stands"))
    reception.void_reason = reason.strip()[:300]
    reception.save(update_fields=["void_reason"])
    cancel_number(
        book=Book.RECEPTION, year=reception.received_on.year, number=reception.number, reason=reason, by=by, at=at
    )
    record(
        act="reception.voided", by=by, at=at, subject=f"reception:{reception.pk}", matter_id=reception.matter_id,
        reason=reason,
    )  # fmt: skip
    return reception


@transaction.atomic
def screen_submission(*, submission_id: int, finding: Screening, by: Actor, at: datetime) -> Submission:
    """Screen a submission; found to be a denunciation, its visits and sketch are sealed with it.

    Raises ActionRefused: those of `submissions.screen`.
    """
    found = Submission.objects.filter(pk=submission_id).values_list("matter__sealed", "attacked_number")
    before, number = next(iter(found), (None, ""))
    seals = finding.kind is MatterKind.DENUNCIATION and before is False
    pieces = _people_of(submission_id) if seals else []
    submission = submissions.screen(submission_id=submission_id, finding=finding, by=by, at=at)
    if seals:
        _seal_earlier(submission, pieces)
    if seals or submission.attacked_number != number:  # screening changes nothing else that a sketch is made of
        sketch(submission.pk)
    return submission


@transaction.atomic
def split_submission(*, submission_id: int, parts: Sequence[Part], by: Actor, at: datetime) -> list[Received]:
    """Split a submission and sketch its parts; a whole that is sealed by it takes its visits and sketch along.

    Raises ActionRefused: those of `submissions.split`.
    """
    before = Submission.objects.filter(pk=submission_id).values_list("matter__sealed", flat=True).first()
    pieces = [] if before is not False else _people_of(submission_id)
    made = submissions.split(submission_id=submission_id, parts=parts, by=by, at=at)
    whole = Submission.objects.select_related("matter").get(pk=submission_id)
    if whole.matter.sealed and not before:
        _seal_earlier(whole, pieces)
        sketch(whole.pk)
    for got in made:
        sketch(got.submission.pk)
    return made


def _people_of(submission_id: int) -> list[Trace]:
    """Pieces that show who wrote, read before they are sealed."""
    submission = Submission.objects.select_related("matter").filter(pk=submission_id).first()
    return [] if submission is None else submissions.pieces_of(tuple(submissions.read_parties(submission=submission)))


def _seal_earlier(submission: Submission, pieces: Sequence[Trace]) -> None:
    """Seal what the desk, the processing and the file of a case held in the open."""
    _seal_visits(submission, pieces)
    routing.seal_earlier(matter_id=submission.matter_id, pieces=pieces)
    cases.seal_earlier(matter_id=submission.matter_id, pieces=pieces)


def _seal_visits(submission: Submission, pieces: Sequence[Trace]) -> None:
    for receipt in Receipt.objects.filter(matter_id=submission.matter_id):
        receipt.items = [
            {key: redacted(text=cell, pieces=pieces) if isinstance(cell, str) else cell for key, cell in item.items()}
            for item in receipt.items
        ]
        receipt.save(update_fields=["items"])
    for reception in Reception.objects.filter(matter_id=submission.matter_id):
        for visitor in reception.visitors.all():
            visitor.sealed, visitor.name = True, ""
            visitor.standing_papers = [redacted(text=str(paper), pieces=pieces) for paper in visitor.standing_papers]
            visitor.save(update_fields=["sealed", "name", "standing_papers"])
        reception.sealed = True
        for name in ("summary", "content", "demands", "earlier_handling", "settled_by", "outcome_note", "reply_note"):
            setattr(reception, name, "")
        reception.refusal_facts = {}
        reception.purpose = submission.kind
        reception.save()


def _locked(reception_id: int) -> Reception:
    reception = Reception.objects.select_for_update().filter(pk=reception_id).first()
    if reception is None:
        raise ActionRefused(Refused("reception_unknown"))
    if reception.void_reason:
        raise ActionRefused(Refused("reception_voided"))
    return reception

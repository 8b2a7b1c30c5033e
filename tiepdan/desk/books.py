"""Books as sheets: the words of the desk in the legal columns, ready for screen, PDF and XLSX."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from django.conf import settings

from tiepdan.accounts.rules import Actor
from tiepdan.desk.labels import label, state_badge
from tiepdan.documents.rendering.sheets import Column, Sheet
from tiepdan.reception.models import Reception
from tiepdan.reception.queries import BookLine, book_lines
from tiepdan.reports.books import OutgoingLine, PrintedBook, SubmissionLine, outgoing_lines, submission_lines
from tiepdan.routing.models import Transfer
from tiepdan.ui.words import in_vietnamese

TITLES: Final[Mapping[PrintedBook, str]] = {
    PrintedBook.RECEPTION: "Sổ tiếp công dân",
    PrintedBook.SUBMISSIONS: "Sổ đơn",
    PrintedBook.INCOMING: "Sổ đăng ký đến",
    PrintedBook.OUTGOING: "Sổ đăng ký văn bản đi",
}
SEALED: Final = "Niêm phong"
# Columns 1 to 13 of form 03/TCD (NĐ 154/2026); the other books have no statutory form.
_RECEPTION: Final = (
    Column("STT", 0.5, numeric=True), Column("Ngày tiếp", 0.9), Column("Họ tên, địa chỉ", 1.7),
    Column("CCCD/CMND/Hộ chiếu", 1.1), Column("Nội dung đơn", 2.4), Column("Loại đơn (KN/TC/KN/PA)", 0.9),
    Column("Số người cùng nội dung", 0.7, numeric=True), Column("Cơ quan đã giải quyết", 1.1),
    Column("Thuộc thẩm quyền (x)", 0.7), Column("Hướng dẫn công dân đến cơ quan có thẩm quyền", 1.4),
    Column("Cơ quan, đơn vị thụ lý", 1.4), Column("Theo dõi kết quả giải quyết", 1.4), Column("Ghi chú", 1),
)  # fmt: skip
_SUBMISSIONS: Final = (
    Column("Số đến", 0.6, numeric=True), Column("Ngày đến", 0.9), Column("Nguồn đơn", 1.1), Column("Người gửi", 1.5),
    Column("Loại đơn", 0.9), Column("Nội dung", 2.8), Column("Lĩnh vực", 0.7), Column("Số người", 0.6, numeric=True),
    Column("Cách xử lý", 1.1), Column("Cơ quan nhận, văn bản", 1.7), Column("Tình trạng", 1.1), Column("Ghi chú", 1),
)  # fmt: skip
_INCOMING: Final = (
    Column("Số đến", 0.6, numeric=True), Column("Ngày đến", 0.9), Column("Nơi gửi", 1.7),
    Column("Số, ký hiệu văn bản chuyển", 1.2), Column("Ngày văn bản", 0.9), Column("Trích yếu", 3), Column("Ghi chú", 1.2),
)  # fmt: skip
_OUTGOING: Final = (
    Column("Số", 0.5, numeric=True), Column("Ký hiệu", 1), Column("Ngày văn bản", 0.9), Column("Tên loại, trích yếu", 3),
    Column("Người ký", 1.3), Column("Nơi nhận", 2.2), Column("Ghi chú", 1.2),
)  # fmt: skip


@in_vietnamese
def book_sheet(
    *, book: PrintedBook, by: Actor, from_on: date, until_on: date, drawn_on: date, visits: Sequence[BookLine] = ()
) -> Sheet:
    """Gather a book of a period. Cost: at most 5 queries.

    visits: lines of the reception book as `read_book` gave them; default: without numbers and addresses
    """
    columns, rows = (_RECEPTION, [_visit(one) for one in visits]) if visits else _SHEETS[book](by, from_on, until_on)
    return Sheet(
        title=TITLES[book],
        agency=by.agency_name,
        subtitle=f"Từ ngày {from_on:%d/%m/%Y} đến ngày {until_on:%d/%m/%Y}",
        columns=columns,
        rows=rows,
        drawn_on=drawn_on,
        closing=f"Sổ có {len(rows)} dòng, in ngày {drawn_on:%d/%m/%Y}.",
        demo=settings.DEMO,
    )


Gathered = tuple[tuple[Column, ...], list[tuple[str, ...]]]


def _reception(by: Actor, from_on: date, until_on: date) -> Gathered:
    return _RECEPTION, [_visit(line) for line in book_lines(by=by, from_on=from_on, until_on=until_on)]


def _submissions(by: Actor, from_on: date, until_on: date) -> Gathered:
    return _SUBMISSIONS, [_submission(line) for line in submission_lines(by=by, from_on=from_on, until_on=until_on)]


def _incoming(by: Actor, from_on: date, until_on: date) -> Gathered:
    return _INCOMING, [_arrival(line) for line in submission_lines(by=by, from_on=from_on, until_on=until_on)]


def _outgoing(by: Actor, from_on: date, until_on: date) -> Gathered:
    return _OUTGOING, [_paper(line) for line in outgoing_lines(by=by, from_on=from_on, until_on=until_on)]


_SHEETS: Final[Mapping[PrintedBook, Callable[[Actor, date, date], Gathered]]] = {
    PrintedBook.RECEPTION: _reception,
    PrintedBook.SUBMISSIONS: _submissions,
    PrintedBook.INCOMING: _incoming,
    PrintedBook.OUTGOING: _outgoing,
}


def _visit(line: BookLine) -> tuple[str, ...]:
    visit = line.reception
    body = visit.outcome_agency.name if visit.outcome_agency else ""
    return (
        str(visit.number), f"{visit.received_on:%d/%m/%Y}", line.name_address, line.id_number, visit.summary,
        label("kind", visit.purpose), str(visit.people), visit.settled_by, "x" if visit.competent else "",
        body if visit.outcome == "guide" else "",
        body if visit.outcome == "forward" else visit.agency.name if visit.outcome == "accept" else "",
        _course(visit), _remark(visit),
    )  # fmt: skip


def _course(visit: Reception) -> str:
    return " ".join(
        filter(None, [f"Trả lời {visit.replied_on:%d/%m/%Y}." if visit.replied_on else "", visit.reply_note])
    )


def _remark(visit: Reception) -> str:
    if visit.void_reason:
        return f"Hủy: {visit.void_reason}"
    return "Từ chối tiếp, có thông báo" if visit.refusal_paper_id else "Từ chối tiếp" if visit.refusal_code else ""


def _submission(line: SubmissionLine) -> tuple[str, ...]:
    held = line.submission
    kind = held.kind if held else line.line.kind if line.line else ""
    return (
        str(line.number), f"{line.received_on:%d/%m/%Y}", label("source", held.source) if held else "",
        (line.sender or SEALED) if held else SEALED, label("kind", kind), held.summary if held else SEALED,
        held.field_code if held else "", str(held.people) if held else "",
        line.transfer.get_act_display() if line.transfer else "", _receiver(line.transfer),
        state_badge(line.line.kind, line.line.state).label if line.line else "",
        _cancelled(line.cancelled, held.void_reason if held else ""),
    )  # fmt: skip


def _arrival(line: SubmissionLine) -> tuple[str, ...]:
    held = line.submission
    sender = (held.forwarded_by.name if held.forwarded_by else line.sender or SEALED) if held else SEALED
    return (
        str(line.number), f"{line.received_on:%d/%m/%Y}", sender, held.forwarding_number if held else "",
        f"{held.forwarding_dated_on:%d/%m/%Y}" if held and held.forwarding_dated_on else "",
        f"{label('kind', held.kind)}: {held.summary}" if held else SEALED,
        _cancelled(line.cancelled, held.void_reason if held else ""),
    )  # fmt: skip


def _paper(line: OutgoingLine) -> tuple[str, ...]:
    paper = line.paper
    return (
        str(line.number), (paper.symbol if paper else "") or line.document_type, f"{line.given_on:%d/%m/%Y}",
        paper.title if paper else "" if line.cancelled else SEALED, paper.signer_name if paper else "",
        "; ".join(str(one) for one in paper.recipients) if paper else "",
        _cancelled(line.cancelled, paper.cancel_reason if paper else ""),
    )  # fmt: skip


def _receiver(transfer: Transfer | None) -> str:
    if transfer is None:
        return ""
    body = transfer.to_agency.name if transfer.to_agency else transfer.to_text
    paper = transfer.paper
    letter = (
        f"{paper.number}/{paper.symbol} ngày {paper.dated_on:%d/%m/%Y}"
        if paper and paper.number and paper.dated_on
        else ""
    )
    return ", ".join(filter(None, [body, letter]))


def _cancelled(*reasons: str) -> str:
    reason = next(filter(None, reasons), "")
    return f"Hủy: {reason}" if reason else ""

"""Acts of an import: read a file, match its columns and rehearse, bring it in whole, take it back whole."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, datetime, time
from typing import Final

from django.conf import settings
from django.db import connections, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import by_name
from tiepdan.audit.record import record
from tiepdan.documents.actions.registers import cancel_number, enter_number
from tiepdan.documents.models import OLD_BOOK, Book, Paper, PaperStatus, RegisterNumber
from tiepdan.duplicates.actions import sketch
from tiepdan.imports.access import run_for
from tiepdan.imports.models import ImportItem, ImportRun, ImportState
from tiepdan.imports.queries import worked_on
from tiepdan.imports.rules import (
    MOST_BYTES,
    MOST_ROWS,
    BookRow,
    OldBook,
    Problem,
    Table,
    find_table,
    guess_mapping,
    is_anonymous,
    may_map,
    may_start,
    may_undo,
    missing_fields,
    read_rows,
)
from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.queue import later
from tiepdan.infra.seal import load_ring
from tiepdan.infra.sentence import Sentence
from tiepdan.infra.verdict import Refused
from tiepdan.matters.rules import ClockStatus, MatterKind
from tiepdan.reception.actions import receive_visit
from tiepdan.reception.models import Reception
from tiepdan.reception.rules import Outcome, Standing
from tiepdan.reception.visit import Visit, VisitorData
from tiepdan.submissions.actions import receive
from tiepdan.submissions.actions.screening import close_submission
from tiepdan.submissions.intake import Identity, Intake, PartyData
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import SENDER_ROLES, Source, SubmissionStatus

IMPORTERS: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)
TOLD_EVERY: Final = 25  # rows between two words of progress
_BOOK: Final = {
    OldBook.SUBMISSIONS: Book.INCOMING,
    OldBook.RECEPTION: Book.RECEPTION,
    OldBook.OUTGOING: Book.OUTGOING,
}


@transaction.atomic
def open_import(*, book: OldBook, name: str, data: bytes, by: Actor, at: datetime) -> ImportRun:
    """Take a spreadsheet of an old book in, seal it, find its header and guess which column is which.

    Raises ActionRefused: wrong_role, import_too_large, import_unreadable, import_no_header, import_empty, import_too_long
    """
    _importer(by)
    if len(data) > MOST_BYTES:
        raise ActionRefused(Refused("import_too_large"))
    table = _table(data, book)
    if not table.rows:
        raise ActionRefused(Refused("import_empty"))
    if len(table.rows) > MOST_ROWS:
        raise ActionRefused(Refused("import_too_long", facts={"rows": str(MOST_ROWS)}))
    run = ImportRun.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, book=book, name=name[:160], headers=list(table.headers),
        header_row=table.header_row, mapping=guess_mapping(headers=table.headers, book=book), rows=len(table.rows),
        made_by_id=by.user_id, made_at=at,
    )  # fmt: skip
    run.envelope = load_ring(settings.HOME).close(plain=data, bound_to=f"import:{run.pk}")
    run.save(update_fields=["envelope"])
    record(
        act="import.opened", by=by, at=at, subject=f"import:{run.pk}", after={"book": book.value, "rows": run.rows}
    )  # fmt: skip
    return run


@transaction.atomic
def rehearse_import(*, run_id: int, mapping: Mapping[str, int], by: Actor, at: datetime) -> ImportRun:
    """Match columns and try every row without bringing anything in; what is wrong is named by row and column.

    Raises NotFound; ActionRefused: wrong_role, import_started, import_columns_missing
    """
    _importer(by)
    run = run_for(run_id=run_id, lock=True)
    book = OldBook(run.book)
    allow(may_map(state=run.state, missing=missing_fields(mapping=mapping, book=book)))
    run.mapping = dict(mapping)
    rows, problems = _read(run, today=at.date())
    problems += _against_the_program(rows, book=book, by=by, today=at.date())
    run.problems = [one.to_json() for one in sorted(problems, key=lambda one: (one.row, one.column))]
    run.state = ImportState.FAULTY if problems else ImportState.READY
    run.save(update_fields=["mapping", "problems", "state"])
    record(
        act="import.rehearsed", by=by, at=at, subject=f"import:{run.pk}",
        after={"rows": len(rows), "problems": len(problems)},
    )  # fmt: skip
    return run


@transaction.atomic
def start_import(*, run_id: int, by: Actor, at: datetime) -> ImportRun:
    """Let a rehearsed import begin; a job brings it in. Raises NotFound; ActionRefused: wrong_role, import_faulty, import_started"""
    _importer(by)
    run = run_for(run_id=run_id, lock=True)
    allow(may_start(state=run.state))
    run.state, run.done = ImportState.RUNNING, 0
    run.save(update_fields=["state", "done"])
    record(act="import.started", by=by, at=at, subject=f"import:{run.pk}", after={"rows": run.rows})
    later("tiepdan.imports.jobs.bring_in_book", run_id=run.pk, post_id=by.post_id)
    return run


@transaction.atomic
def bring_in(*, run_id: int, by: Actor, at: datetime) -> ImportRun:
    """Bring every row of a started import in, or none. The row of the import is locked only at the end, so that it can be told
    how far it is while this runs.

    Raises NotFound; ActionRefused: import_not_running
    """
    run = run_for(run_id=run_id)
    if run.state != ImportState.RUNNING:
        raise ActionRefused(Refused("import_not_running"))
    book = OldBook(run.book)
    rows, problems = _read(run, today=at.date())
    problems += _against_the_program(rows, book=book, by=by, today=at.date())
    for done, row in enumerate(rows if not problems else (), 1):
        try:
            with transaction.atomic():
                _bring_row(run, book, row, by=by)
        except ActionRefused as error:
            problems.append(Problem(row.row, "", Sentence("Chương trình từ chối: {code}.", {"code": error.code})))
            break
        if done % TOLD_EVERY == 0:
            _tell(run, done)
    if problems:
        raise ImportStopped(problems)
    finished = run_for(run_id=run_id, lock=True)
    finished.state, finished.done, finished.finished_at = ImportState.DONE, len(rows), at
    finished.envelope = None
    finished.save(update_fields=["state", "done", "finished_at", "envelope"])
    record(
        act="import.done", by=by, at=at, subject=f"import:{run.pk}", after={"book": book.value, "rows": len(rows)}
    )  # fmt: skip
    return finished


class ImportStopped(Exception):
    """A row could not come in: everything is undone, and the import says which."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} rows")
        self.problems = list(problems)


@transaction.atomic
def give_up(*, run_id: int, by: Actor, at: datetime, problems: Sequence[Problem] = ()) -> ImportRun:
    """Note that an import did not come in; nothing of it is there. What another delivery of the job ended stays so."""
    run = run_for(run_id=run_id, lock=True)
    if run.state != ImportState.RUNNING:
        return run
    found = list(problems) or [
        Problem(0, "", Sentence("Chương trình gặp lỗi khi nhập; chưa dòng nào được nhập. Thử lại."))
    ]
    run.state, run.done, run.problems = ImportState.FAULTY, 0, [one.to_json() for one in found]
    run.save(update_fields=["state", "done", "problems"])
    record(act="import.stopped", by=by, at=at, subject=f"import:{run.pk}", after={"problems": len(found)})
    return run


@transaction.atomic
def undo_import(*, run_id: int, reason: str, by: Actor, at: datetime) -> ImportRun:
    """Take a whole import back: every line is voided with the reason, every number stays in its book as cancelled.

    Raises NotFound; ActionRefused: wrong_role, import_not_done, reason_missing, import_worked_on
    """
    _importer(by)
    run = run_for(run_id=run_id, lock=True)
    done = run.state == ImportState.DONE
    allow(may_undo(state=run.state, reason=reason, changed=worked_on(run=run) if done else []))
    why = reason.strip()[:300]
    for item in ImportItem.objects.filter(run=run).order_by("-row"):
        _take_back(item, OldBook(run.book), why, by=by, at=at)
    run.state, run.undone_at, run.undo_reason = ImportState.UNDONE, at, why
    run.save(update_fields=["state", "undone_at", "undo_reason"])
    record(act="import.undone", by=by, at=at, subject=f"import:{run.pk}", reason=why, after={"rows": run.done})
    return run


def _bring_row(run: ImportRun, book: OldBook, row: BookRow, *, by: Actor) -> None:
    at = datetime.combine(row.day, time(8), tzinfo=VIETNAM)
    subject, status = {
        OldBook.SUBMISSIONS: _bring_submission,
        OldBook.RECEPTION: _bring_visit,
        OldBook.OUTGOING: _bring_paper,
    }[book](row, by=by, at=at)
    ImportItem.objects.create(
        run=run, agency_path=by.agency_path, row=row.row, subject=subject, status=status, number=row.number,
        year=row.day.year,
    )  # fmt: skip


def _bring_submission(row: BookRow, *, by: Actor, at: datetime) -> tuple[str, str]:
    kind = MatterKind(row.kind)
    anonymous = not row.sender or is_anonymous(row.sender)
    party = PartyData(name=row.sender, role=SENDER_ROLES[kind], identity=Identity(address=row.address))
    forwarder = (
        by_name(text=row.forwarder, on=at.date()) or by_name(text=row.forwarder, on=date.max) if row.forwarder else None
    )
    got = receive(
        intake=Intake(
            source=Source.FORWARDED if forwarder is not None else Source.POST, content=row.content, kind=kind,
            petition_mark="petition" if kind is MatterKind.PETITION_FEEDBACK else "", people=row.people,
            parties=() if anonymous else (party,), anonymous=anonymous, received_on=row.day,
            forwarded_by_id=forwarder.pk if forwarder is not None else None, forwarding_number=row.letter,
            forwarding_dated_on=row.letter_day,
            earlier_handling="" if kind is MatterKind.DENUNCIATION else row.result,
        ),
        by=by, at=at, number=row.number,
    )  # fmt: skip
    submission = got.submission
    if row.ended and row.closed is not None:
        close_submission(
            submission=submission, status=SubmissionStatus(row.ended), by=by,
            at=datetime.combine(row.closed, time(17), tzinfo=VIETNAM), clocks=ClockStatus.MET,
        )  # fmt: skip
    sketch(submission.pk, just_stored=submission)
    return f"submission:{submission.pk}", submission.status


def _bring_visit(row: BookRow, *, by: Actor, at: datetime) -> tuple[str, str]:
    """A line of the reception book alone; what was submitted then is in the book of submissions."""
    kind = MatterKind(row.kind)
    note = "; ".join(
        filter(
            None,
            [f"Hướng dẫn: {row.guided}" if row.guided else "", f"Thụ lý: {row.taker}" if row.taker else "", row.result],
        )
    )
    group = row.people > 1  # the book names one of them
    visitor = VisitorData(
        name=row.sender or "Không ghi tên", identity=Identity(number=row.id_number),
        standing=Standing.GROUP_REP if group else Standing.SELF, standing_papers=("Theo sổ cũ",) if group else (),
    )  # fmt: skip
    got = receive_visit(
        visit=Visit(
            purpose=kind, outcome=Outcome.GUIDE if row.guided else Outcome.EXPLAIN, visitors=(visitor,), people=row.people,
            content=row.content, settled_by=row.settled_by, competent=row.competent,
            outcome_note=note or "Theo sổ cũ",
        ),
        intake=None, by=by, at=at, number=row.number,
    )  # fmt: skip
    return f"reception:{got.reception.pk}", ""


def _bring_paper(row: BookRow, *, by: Actor, at: datetime) -> tuple[str, str]:
    paper = Paper.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, form_key=OLD_BOOK, title=row.title,
        status=PaperStatus.ISSUED, number=row.number, symbol=row.symbol, dated_on=row.day, signer_name=row.signer,
        recipients=[row.recipients] if row.recipients else [], drafted_at=at, issued_by_id=by.user_id,
    )  # fmt: skip
    enter_number(
        agency_id=by.agency_id, agency_path=by.agency_path, book=Book.OUTGOING, year=row.day.year, number=row.number,
        document_type=type_of(row.symbol), subject=f"paper:{paper.pk}", on=row.day,
    )  # fmt: skip
    return f"paper:{paper.pk}", PaperStatus.ISSUED


def type_of(symbol: str) -> str:
    """Return the type in a symbol: what stands before the hyphen, each type having numbers of its own.

    Example:
        >>> type_of("TB-UBND")
        'TB'
    """
    return symbol.partition("-")[0].strip()[:30]


def _take_back(item: ImportItem, book: OldBook, reason: str, *, by: Actor, at: datetime) -> None:
    kind, _, number = item.subject.partition(":")
    key = int(number)
    document_type = ""
    if kind == "submission":
        submission = Submission.objects.select_for_update(of=("self",)).select_related("matter").get(pk=key)
        submission.void_reason = reason
        close_submission(
            submission=submission, status=SubmissionStatus.VOIDED, by=by, at=at, clocks=ClockStatus.CANCELLED
        )
        matter_id: int | None = submission.matter_id
    elif kind == "reception":
        visit = Reception.objects.select_for_update().get(pk=key)
        visit.void_reason, matter_id = reason, visit.matter_id
        visit.save(update_fields=["void_reason"])
    else:
        paper = Paper.objects.select_for_update().get(pk=key)
        paper.status, paper.cancel_reason, matter_id = PaperStatus.CANCELLED, reason, None
        document_type = type_of(paper.symbol)
        paper.save(update_fields=["status", "cancel_reason"])
    cancel_number(
        book=_BOOK[book], year=item.year, number=item.number, reason=reason, by=by, at=at, document_type=document_type
    )
    record(act="import.row_undone", by=by, at=at, subject=item.subject, matter_id=matter_id, reason=reason)


def _read(run: ImportRun, *, today: date) -> tuple[list[BookRow], list[Problem]]:
    if run.envelope is None:
        return [], [Problem(0, "", Sentence("Tệp không còn trong chương trình."))]
    data = load_ring(settings.HOME).open(envelope=bytes(run.envelope), bound_to=f"import:{run.pk}")
    book = OldBook(run.book)
    return read_rows(rows=_table(data, book).rows, mapping=run.mapping, book=book, today=today)


def _against_the_program(
    rows: Sequence[BookRow], *, book: OldBook, by: Actor, today: date
) -> list[Problem]:  # fmt: skip
    """Name what the program knows better: numbers already given, bodies not in the registry, groups without names.

    Cost: 1 query and up to 2 for each forwarding body.
    """
    years = {row.day.year for row in rows}
    taken = set(
        RegisterNumber.objects.filter(
            register__agency_id=by.agency_id, register__book=_BOOK[book], register__year__in=years
        ).values_list("register__year", "register__document_type", "number")
    )
    found = []
    for row in rows:
        kind = type_of(row.symbol) if book is OldBook.OUTGOING else ""
        if (row.day.year, kind, row.number) in taken:
            values = {"number": str(row.number), "year": str(row.day.year)}
            found.append(Problem(row.row, "Số", Sentence("Số {number} năm {year} đã có trong chương trình.", values)))
    names = {row.forwarder for row in rows if row.forwarder}
    known = {
        name for name in names if by_name(text=name, on=today) or Agency.objects.filter(name__iexact=name).exists()
    }
    found += [
        Problem(
            row.row,
            "Nơi chuyển đến",
            Sentence("Không có đúng một cơ quan tên “{name}” trong danh mục.", {"name": row.forwarder}),
        )
        for row in rows
        if row.forwarder and row.forwarder not in known
    ]
    return found


def _table(data: bytes, book: OldBook) -> Table:
    from openpyxl import load_workbook  # loads slowly, and few move a book in

    try:
        with closing(load_workbook(io.BytesIO(data), read_only=True, data_only=True)) as workbook:
            cells = [tuple(row) for row in workbook.worksheets[0].iter_rows(values_only=True, max_row=MOST_ROWS + 20)]
    except Exception as error:  # openpyxl raises what its parsers raise
        raise ActionRefused(Refused("import_unreadable")) from error
    table = find_table(cells=cells, book=book)
    if table is None:
        raise ActionRefused(Refused("import_no_header"))
    return table


def _tell(run: ImportRun, done: int) -> None:
    """Say how far it is over a connection of its own: what this one writes is seen by nobody until the end."""
    beside = connections["default"].copy()
    try:
        with beside.cursor() as cursor:
            cursor.execute("SELECT tiepdan.tell_import(%s, %s)", [run.pk, done])
    finally:
        beside.close()


def _importer(by: Actor) -> None:
    if not by.is_one_of(*IMPORTERS):
        raise ActionRefused(Refused("wrong_role"))

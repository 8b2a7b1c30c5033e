"""An old book moved in: one bad row refused, all or nothing, denunciations sealed, the whole import undone."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from tests.journeys.officers import Office
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import complaint
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents.actions import replace_paper
from tiepdan.documents.models import Paper, RegisterNumber
from tiepdan.imports import actions
from tiepdan.imports.jobs import bring_in_book
from tiepdan.imports.models import ImportItem, ImportRun
from tiepdan.imports.rules import OldBook
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Clock, Participation
from tiepdan.reception.models import Reception, Visitor
from tiepdan.submissions.actions import receive, withdraw
from tiepdan.submissions.models import Party, Submission

pytestmark = pytest.mark.django_db
HEAD: list[Any] = [
    "Số đến",
    "Ngày đến",
    "Người gửi",
    "Địa chỉ",
    "Loại đơn",
    "Nội dung",
    "Số người",
    "Kết quả",
    "Ngày xong",
]
OPEN: list[Any] = [
    4,
    "02/06/2026",
    "Kiều Thị Mở",
    "Tổ 2",
    "KN",
    "Khiếu nại việc đo thiếu đất vườn.",
    1,
    "đang xem xét",
    None,
]
ENDED: list[Any] = [
    1,
    "05/03/2026",
    "Trần Văn Xong",
    "Tổ 1",
    "Kiến nghị",
    "Kiến nghị sửa cống thoát nước.",
    1,
    "Đã giải quyết",
    "20/03/2026",
]
SECRET: list[Any] = [
    3,
    "10/05/2026",
    "Lò Thị Kín",
    "Bản Xa",
    "TC",
    "Lò Thị Kín tố cáo trưởng thôn thu sai tiền nước.",
    1,
    "",
    None,
]
GUIDED: list[Any] = [2, "06/03/2026", "Nặc danh", "", "PA", "Phản ánh rác ở chợ.", 1, "Hướng dẫn", None]
BOOK: list[list[Any]] = [HEAD, ENDED, GUIDED, SECRET, OPEN]


def sheet(rows: list[list[Any]]) -> bytes:
    """Return a spreadsheet as people keep it: the title of the office above the header."""
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.append(["UBND PHƯỜNG HOA SEN"])
    page.append(["SỔ THEO DÕI ĐƠN NĂM 2026"])
    for row in rows:
        page.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def opened(by: Actor, rows: list[list[Any]], book: OldBook = OldBook.SUBMISSIONS) -> ImportRun:
    """An import whose columns are guessed and rehearsed."""
    with acting(by):
        run = actions.open_import(book=book, name="so-don.xlsx", data=sheet(rows), by=by, at=clock.now())
        return actions.rehearse_import(run_id=run.pk, mapping=run.mapping, by=by, at=clock.now())


def brought(by: Actor, rows: list[list[Any]], book: OldBook = OldBook.SUBMISSIONS) -> ImportRun:
    """An import that is in."""
    run = opened(by, rows, book)
    assert run.state == "ready", run.problems
    with acting(by):
        actions.start_import(run_id=run.pk, by=by, at=clock.now())
    bring_in_book(run.pk, by.post_id)
    with acting(by):
        found = ImportRun.objects.get(pk=run.pk)
    assert found.state == "done", found.problems
    return found


def test_a_book_comes_in_with_its_numbers_and_its_open_matters() -> None:
    cast = make_cast()
    run = brought(cast.records, BOOK)
    assert (run.state, run.done, run.envelope) == ("done", 4, None)
    with acting(cast.clerk):
        lines = {line.register_number: line for line in Participation.objects.filter(agency_id=cast.commune.pk)}
        assert set(lines) == {1, 2, 3, 4}
        assert {number for number, line in lines.items() if line.closed_on is None} == {3, 4}
        assert lines[1].closed_on == date(2026, 3, 20)
        open_one = Submission.objects.get(matter_id=lines[4].matter_id)
        assert open_one.received_on == date(2026, 6, 2)
        assert Clock.objects.filter(matter_id=open_one.matter_id, status="open", starts_on=date(2026, 6, 2)).exists()
        assert not Clock.objects.filter(matter_id=lines[1].matter_id, status="open").exists()
        following = receive(intake=complaint(), by=cast.clerk, at=clock.now())
        assert following.number == 5 or clock.today().year != 2026
        assert Entry.objects.filter(act="submission.received", matter_id=open_one.matter_id).exists()


def test_a_denunciation_in_an_old_book_is_sealed() -> None:
    cast = make_cast()
    brought(cast.records, BOOK)
    with acting(cast.records):
        line = Participation.objects.get(register_number=3)
        assert line.sealed
        assert "Kín" not in line.title
        secret = Submission.objects.get(matter_id=line.matter_id)
        assert "Lò Thị Kín" not in f"{secret.content} {secret.summary} {secret.earlier_handling}"
        assert set(Party.objects.filter(matter_id=line.matter_id).values_list("name", flat=True)) == {""}
        assert "Kín" not in str(list(ImportRun.objects.values_list("problems", "headers")))
    with acting(cast.processor):
        assert not Submission.objects.filter(matter_id=line.matter_id).exists()


def test_one_bad_row_is_named_and_nothing_comes_in() -> None:
    cast = make_cast()
    bad = [5, "31/02/2026", *OPEN[2:]]
    run = opened(cast.records, [*BOOK, bad])
    assert run.state == "faulty"
    assert run.problems == [
        {
            "row": 8,
            "column": "Ngày đến",
            "text": "Không đọc được ngày: ghi ngày/tháng/năm, ví dụ 05/03/2024.",
            "values": {},
        }
    ]
    with acting(cast.records):
        with pytest.raises(ActionRefused, match="import_faulty"):
            actions.start_import(run_id=run.pk, by=cast.records, at=clock.now())
        assert not Participation.objects.exists()
        assert not ImportItem.objects.exists()


def test_a_number_taken_meanwhile_stops_the_whole_import() -> None:
    cast = make_cast()
    run = opened(cast.records, [HEAD, [1, f"{clock.today():%d/%m/%Y}", *OPEN[2:]]])
    with acting(cast.records):
        actions.start_import(run_id=run.pk, by=cast.records, at=clock.now())
    with acting(cast.clerk):
        receive(intake=complaint(), by=cast.clerk, at=clock.now())
    bring_in_book(run.pk, cast.records.post_id)
    with acting(cast.records):
        stopped = ImportRun.objects.get(pk=run.pk)
        assert stopped.state == "faulty"
        assert "đã có trong chương trình" in stopped.problems[0]["text"]
        assert Participation.objects.count() == 1


def test_a_job_that_comes_twice_leaves_a_finished_import_as_it_is() -> None:
    cast = make_cast()
    run = brought(cast.records, BOOK)
    bring_in_book(run.pk, cast.records.post_id)
    with acting(cast.records):
        assert ImportRun.objects.get(pk=run.pk).state == "done"
        assert Participation.objects.count() == 4
        # The other of two deliveries at once met the numbers of the first, and gives up when the first is done.
        actions.give_up(run_id=run.pk, by=cast.records, at=clock.now())
        kept = ImportRun.objects.get(pk=run.pk)
        assert (kept.state, kept.done, kept.problems) == ("done", 4, [])


def test_an_import_is_undone_whole_and_its_numbers_stay() -> None:
    cast = make_cast()
    run = brought(cast.records, BOOK)
    with acting(cast.head):
        actions.undo_import(run_id=run.pk, reason="Nhập nhầm sổ năm khác", by=cast.head, at=clock.now())
        assert ImportRun.objects.get(pk=run.pk).state == "undone"
        assert not Participation.objects.filter(closed_on__isnull=True).exists()
        assert set(Submission.objects.values_list("status", flat=True)) == {"voided"}
        numbers = RegisterNumber.objects.filter(register__agency_id=cast.commune.pk)
        assert numbers.count() == 4
        assert set(numbers.values_list("cancel_reason", flat=True)) == {"Nhập nhầm sổ năm khác"}
        assert Entry.objects.filter(act="import.row_undone").count() == 4
        with pytest.raises(ActionRefused, match="import_not_done"):
            actions.undo_import(run_id=run.pk, reason="Lại", by=cast.head, at=clock.now())


def test_an_import_that_was_worked_on_stays() -> None:
    cast = make_cast()
    run = brought(cast.records, BOOK)
    with acting(cast.clerk):
        line = Participation.objects.get(register_number=4)
        submission = Submission.objects.get(matter_id=line.matter_id)
        withdraw(submission_id=submission.pk, reason="Rút đơn", by=cast.clerk, at=clock.now())
    with acting(cast.head), pytest.raises(ActionRefused) as caught:
        actions.undo_import(run_id=run.pk, reason="Nhập nhầm", by=cast.head, at=clock.now())
    assert caught.value.code == "import_worked_on"
    assert caught.value.verdict.facts == {"rows": "7"}


def test_a_reception_book_and_a_book_of_papers_come_in() -> None:
    cast = make_cast()
    visits: list[list[Any]] = [
        ["STT", "Ngày tiếp", "Họ tên", "CCCD", "Nội dung đơn", "Loại đơn", "Số người", "Hướng dẫn"],
        [7, "05/03/2025", "Bế Thị Hỏi", "001234567890", "Hỏi về bồi thường.", "KN", 2, "Sở Xây dựng"],
        [8, "06/03/2025", "Lò Thị Kín", "001234567891", "Tố cáo ông trưởng thôn.", "TC", 1, ""],
    ]  # fmt: skip
    brought(cast.records, visits, OldBook.RECEPTION)
    papers: list[list[Any]] = [
        ["Số", "Ký hiệu", "Ngày văn bản", "Trích yếu", "Người ký"],
        [12, "TB-UBND", "05/03/2025", "Thông báo về việc thụ lý", "Trần Văn Trưởng"],
        [12, "QĐ-UBND", "06/03/2025", "Quyết định giải quyết", "Trần Văn Trưởng"],
    ]  # fmt: skip
    brought(cast.records, papers, OldBook.OUTGOING)
    with acting(cast.records):
        assert set(Reception.objects.values_list("number", "received_on", "outcome")) == {
            (7, date(2025, 3, 5), "guide"), (8, date(2025, 3, 6), "explain"),
        }  # fmt: skip
        sealed = Reception.objects.get(number=8)
        assert (sealed.sealed, sealed.content, sealed.summary) == (True, "", "")
        assert set(Visitor.objects.values_list("name", flat=True)) <= {"Bế Thị Hỏi", ""}
        assert set(Paper.objects.values_list("number", "symbol")) == {(12, "TB-UBND"), (12, "QĐ-UBND")}
        paper = Paper.objects.get(symbol="TB-UBND")
        with pytest.raises(ActionRefused) as caught:
            replace_paper(paper_id=paper.pk, reason="Sai ngày", by=cast.records, at=clock.now())
    assert caught.value.code == "paper_of_old_book"
    client = client_of(cast.records)
    page = client.get(f"/ban-lam-viec/van-ban/{paper.pk}/")
    assert "chỉ giữ số, ngày và trích yếu" in page.content.decode()
    assert client.get(f"/ban-lam-viec/van-ban/{paper.pk}/tep.pdf").status_code == 404


def test_each_refusal_and_the_outsider() -> None:
    cast = make_cast()

    def code(by: Actor, data: bytes) -> str:
        with acting(by), pytest.raises(ActionRefused) as caught:
            actions.open_import(book=OldBook.SUBMISSIONS, name="x.xlsx", data=data, by=by, at=clock.now())
        return caught.value.code

    assert code(cast.handler, sheet(BOOK)) == "wrong_role"
    assert code(cast.records, b"khong phai bang tinh") == "import_unreadable"
    assert code(cast.records, sheet([["Ghi chú"], ["x"]])) == "import_no_header"
    assert code(cast.records, sheet([HEAD])) == "import_empty"
    run = opened(cast.records, BOOK)
    with acting(cast.records), pytest.raises(ActionRefused, match="import_columns_missing"):
        actions.rehearse_import(run_id=run.pk, mapping={"number": 0}, by=cast.records, at=clock.now())
    for outsider in (cast.outsider, cast.overseer, cast.administrator):
        with acting(outsider), pytest.raises((NotFound, ActionRefused)):
            actions.start_import(run_id=run.pk, by=outsider, at=clock.now())
    with acting(cast.outsider):
        assert not ImportRun.objects.exists()


def test_an_old_book_is_imported_on_screen_one_bad_row_refused_and_the_import_undone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cast: Cast = make_cast()
    office = Office(monkeypatch)

    def upload(rows: list[list[Any]]) -> int:
        office.send(
            cast.records, "nhap-so/", {"book": "submissions", "file": SimpleUploadedFile("so-don.xlsx", sheet(rows))}
        )
        with acting(cast.records):
            return ImportRun.objects.latest("pk").pk

    assert "Chưa nhập sổ nào" in office.see(cast.records, "nhap-so/")
    columns = {"number": "0", "day": "1", "sender": "2", "address": "3", "kind": "4", "content": "5", "people": "6", "result": "7",
               "closed": "8"}  # fmt: skip
    run = upload([*BOOK, ["năm", "01/06/2026", *OPEN[2:]]])
    shown = office.see(cast.records, f"nhap-so/{run}/")
    assert "Cột C: Người gửi" in shown
    assert "Kín" not in shown
    office.send(cast.records, f"nhap-so/{run}/ghep-cot/", columns)
    shown = office.see(cast.records, f"nhap-so/{run}/")
    assert "Dòng 8" in shown
    assert "Không phải số nguyên dương." in shown
    refused = office.send(cast.records, f"nhap-so/{run}/nhap/", {}, status=409)
    assert "Còn dòng sai" in refused
    run = upload(BOOK)
    office.send(cast.records, f"nhap-so/{run}/ghep-cot/", columns)
    assert "không dòng nào sai" in office.see(cast.records, f"nhap-so/{run}/")
    office.send(cast.records, f"nhap-so/{run}/nhap/", {})
    assert "Đang nhập" in office.see(cast.records, f"nhap-so/{run}/")
    bring_in_book(run, cast.records.post_id)
    assert "Đã nhập 4 dòng" in office.see(cast.records, f"nhap-so/{run}/")
    assert "Khiếu nại việc đo thiếu" in office.see(cast.clerk, "tim/?q=4/2026")
    office.see(cast.outsider_clerk, f"nhap-so/{run}/", status=404)
    office.see(cast.handler, "nhap-so/", status=404)
    office.send(cast.records, f"nhap-so/{run}/huy/", {"reason": ""}, status=422)
    office.send(cast.records, f"nhap-so/{run}/huy/", {"reason": "Nhập nhầm sổ"})
    assert "Nhập nhầm sổ" in office.see(cast.records, f"nhap-so/{run}/")

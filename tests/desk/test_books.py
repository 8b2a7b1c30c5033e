"""Any period's books on paper and as a spreadsheet: same words in both, no sealed name, nobody else's lines, on record."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pypdf
import pytest
from django.test import Client
from django.urls import reverse

from tests.people import Cast, client_of, make_cast
from tests.permissions.conftest import world  # the matters of the oracle serve here too
from tests.permissions.world import NAMES, World
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.documents.rendering.sheets import Column, Sheet, sheet_pdf, sheet_xlsx
from tiepdan.reports.books import PrintedBook

FAR, LATE = date(2020, 1, 1), date(2035, 1, 1)


__all__ = ["world"]


@pytest.fixture
def cast() -> Cast:
    return make_cast()


def taken(client: Client, book: str, ending: str) -> bytes:
    answer = client.post(
        reverse("desk:book_file", args=[ending]), {"so": book, "tu": FAR.isoformat(), "den": LATE.isoformat()}
    )
    assert answer.status_code == 200, answer.content[:500]
    return bytes(answer.content)


def text_of(data: bytes, ending: str) -> str:
    if ending == "pdf":
        return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page is not None
    return " ".join(str(cell) for row in page.iter_rows(values_only=True) for cell in row if cell is not None)


@pytest.mark.django_db
class TestBooksOfTheOffice:
    @pytest.mark.parametrize("ending", ["pdf", "xlsx"])
    @pytest.mark.parametrize("book", list(PrintedBook))
    def test_no_sealed_name_is_in_any_book(self, world: World, book: str, ending: str) -> None:
        told = text_of(taken(client_of(world.cast.head), book, ending), ending)
        for key in ("denunciation_received", "denunciation_case", "denunciation_forwarded"):
            assert not any(word in told for word in NAMES[key].split()[-1:]), key

    def test_what_is_open_is_in_the_book_of_submissions(self, world: World) -> None:
        told = text_of(taken(client_of(world.cast.clerk), "submissions", "xlsx"), "xlsx")
        assert NAMES["complaint_case"] in told
        assert "Niêm phong" in told

    def test_a_neighbour_has_none_of_it(self, world: World) -> None:
        told = text_of(taken(client_of(world.cast.outsider), "submissions", "xlsx"), "xlsx")
        assert not any(name in told for name in NAMES.values())

    def test_taking_a_book_is_on_record(self, world: World) -> None:
        taken(client_of(world.cast.records), "outgoing", "pdf")
        with acting(world.cast.head):
            entry = Entry.objects.filter(act="book.drawn").latest("pk")
        assert entry.subject == "book:outgoing"
        assert '"as": "pdf"' in entry.after

    def test_looking_is_not_taking(self, world: World) -> None:
        page = client_of(world.cast.clerk).get(reverse("desk:book_period"), {"so": "submissions", "tu": "2020-01-01"})
        assert page.status_code == 200
        with acting(world.cast.head):
            assert not Entry.objects.filter(act="book.drawn").exists()


@pytest.mark.django_db
def test_an_impossible_period_is_told_at_the_field(cast: Cast) -> None:
    client = client_of(cast.clerk)
    page = client.get(reverse("desk:book_period"), {"tu": "2026-07-02", "den": "2026-07-01"})
    assert page.status_code == 422
    assert "sớm hơn" in page.content.decode()
    assert client.get(reverse("desk:book_period"), {"tu": "hôm qua"}).status_code == 422
    assert client.post(reverse("desk:book_file", args=["pdf"]), {"tu": "x"}).status_code == 422
    assert client.post(reverse("desk:book_file", args=["exe"]), {}).status_code == 404


@pytest.mark.django_db
def test_who_keeps_no_books_finds_no_page(cast: Cast) -> None:
    for actor in (cast.administrator, cast.coordinator, cast.handler):
        assert client_of(actor).get(reverse("desk:book_period")).status_code == 404


@pytest.mark.django_db
def test_an_empty_book_says_so(cast: Cast) -> None:
    page = client_of(cast.clerk).get(reverse("desk:book_period"))
    assert "Không có dòng nào" in page.content.decode()


def sheet(rows: Sequence[tuple[str, ...]]) -> Sheet:
    return Sheet(
        title="Sổ thử", agency="UBND phường Hoa Sen", subtitle="", columns=(Column("STT", 1, numeric=True), Column("Lời", 4)),
        rows=rows, drawn_on=date(2026, 7, 14),
    )  # fmt: skip


def test_words_stay_words_in_a_spreadsheet() -> None:
    rows = [("1", "=1+1"), ("2", "http://example.vn/x"), ("3", "@lệnh"), ("4", "0123")]
    page = openpyxl.load_workbook(io.BytesIO(sheet_xlsx(sheet(rows)))).active
    assert page is not None
    found = list(page.iter_rows(min_row=6, max_row=9))
    assert [row[1].value for row in found] == [row[1] for row in rows]
    assert [row[1].data_type for row in found] == ["s"] * 4
    assert [row[0].value for row in found] == [1, 2, 3, 4]
    assert not any(row[1].hyperlink for row in found)


def test_words_stay_words_on_paper_and_the_head_stands_on_every_page() -> None:
    rows = [(str(number), f"#eval dòng thứ {number} *đậm* Nguyễn Thị Ễnh") for number in range(1, 120)]
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(sheet_pdf(sheet(rows)))).pages]
    assert len(pages) > 2
    assert all("STT" in page for page in pages)
    assert "#eval dòng thứ 7 *đậm* Nguyễn Thị Ễnh" in " ".join(" ".join(pages).split())
    assert sheet_pdf(sheet(rows)) == sheet_pdf(sheet(rows))

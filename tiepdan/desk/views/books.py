"""Pages: the books of the office for any period, on screen, as PDF and as XLSX."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tiepdan.desk.books import TITLES, book_sheet
from tiepdan.desk.downloads import as_download
from tiepdan.desk.middleware import actor_from
from tiepdan.desk.page import desk_page, render_page
from tiepdan.documents.actions import note_book_drawn
from tiepdan.documents.rendering.sheets import Sheet, sheet_pdf, sheet_xlsx
from tiepdan.infra import clock
from tiepdan.reception.actions import KEEPERS, read_book
from tiepdan.reception.queries import BookLine
from tiepdan.reports.books import MOST_LINES, PrintedBook

SHOWN: Final = 50
TYPES: Final = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@desk_page(*KEEPERS)
def book_period(request: HttpRequest) -> HttpResponse:
    """Choose a book and a period; the first lines show what will be printed, but no number or address of who came."""
    return _page(request, request.GET)


def _page(request: HttpRequest, given: QueryDict) -> HttpResponse:
    book, from_on, until_on, wrong = _asked(given)
    sheet = None if wrong else _sheet(request, book, from_on, until_on)
    context = {
        "books": [(one.value, TITLES[one]) for one in PrintedBook], "book": book.value, "from_on": from_on,
        "until_on": until_on, "wrong": wrong, "sheet": sheet, "shown": sheet.rows[:SHOWN] if sheet else (),
        "full": bool(sheet) and len(sheet.rows) >= MOST_LINES if sheet else False,
    }  # fmt: skip
    return render_page(request, "desk/registers/period.html", context, status=422 if wrong else 200)


@require_POST
@desk_page(*KEEPERS)
def book_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Draw the book; the record says who took which period out."""
    if ending not in TYPES:
        raise Http404
    book, from_on, until_on, wrong = _asked(request.POST)
    if wrong:
        return _page(request, request.POST)
    visits: Sequence[BookLine] = ()
    if book is PrintedBook.RECEPTION:
        visits = read_book(from_on=from_on, until_on=until_on, by=actor_from(request), at=clock.now())
    sheet = _sheet(request, book, from_on, until_on, visits)
    data = sheet_pdf(sheet) if ending == "pdf" else sheet_xlsx(sheet)
    note_book_drawn(
        book=book.value, from_on=from_on, until_on=until_on, lines=len(sheet.rows), ending=ending,
        by=actor_from(request), at=clock.now(),
    )  # fmt: skip
    name = f"{TITLES[book]} {from_on:%d-%m-%Y} den {until_on:%d-%m-%Y}.{ending}"
    return as_download(data=data, name=name, media_type=TYPES[ending])


def _sheet(
    request: HttpRequest, book: PrintedBook, from_on: date, until_on: date, visits: Sequence[BookLine] = ()
) -> Sheet:
    return book_sheet(
        book=book, by=actor_from(request), from_on=from_on, until_on=until_on, drawn_on=clock.today(), visits=visits
    )


def _asked(given: QueryDict) -> tuple[PrintedBook, date, date, str]:
    """Read what was asked; the last is what is wrong with it, empty when nothing is."""
    today = clock.today()
    from_on, until_on = today.replace(day=1), today
    name = given.get("so", PrintedBook.RECEPTION)
    book = PrintedBook(name) if name in set(PrintedBook) else PrintedBook.RECEPTION
    try:
        from_on = date.fromisoformat(given.get("tu") or from_on.isoformat())
        until_on = date.fromisoformat(given.get("den") or until_on.isoformat())
    except ValueError:
        return book, from_on, until_on, _("Ngày không đọc được: gõ theo dạng ngày/tháng/năm.")
    if until_on < from_on:
        return book, from_on, until_on, _("Ngày cuối sớm hơn ngày đầu.")
    return book, from_on, until_on, ""


urlpatterns: list[URLPattern] = [
    path("so/in/", book_period, name="book_period"),
    path("so/in/tep.<str:ending>", book_file, name="book_file"),
]

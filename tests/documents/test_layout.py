"""What Decree 30/2020 and the receipt ask of the page. Rule: reports §4.6"""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import docx
import pypdf
import pypdfium2
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml.html import fromstring

from tests.documents.reading import docx_text, pdf_text, squeezed
from tiepdan.documents.rendering.compose import MOTTO, Letterhead, RenderOptions
from tiepdan.documents.rendering.forms import Form, FormBook, PaperSize, example_values
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.rendering.screen import render_html, render_text
from tiepdan.documents.rendering.word import render_docx
from tiepdan.documents.rendering.wording import letterhead_lines

ON = date(2026, 8, 1)
MILLIMETRES = {PaperSize.A4: (210, 297), PaperSize.A4_LANDSCAPE: (297, 210), PaperSize.A5: (148, 210)}


def in_millimetres(length: int | None) -> int:
    return round((length or 0) / Mm(1))


def character_boxes(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """List left and right edge of each printed character, in millimetres."""
    text = page.get_textpage()
    edges = (text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip())
    return [(left / 72 * 25.4, right / 72 * 25.4) for left, _, right, _ in edges if right > left]


def drawn(form: Form, letterhead: Letterhead, options: RenderOptions | None = None) -> pypdf.PdfReader:
    return pypdf.PdfReader(
        io.BytesIO(render_pdf(form=form, values=example_values(form=form), letterhead=letterhead, options=options))
    )


@pytest.mark.parametrize("key", ["ND154-2026/01-TCD", "ND154-2026/02-TCD", "ND154-2026/03-TCD"])
def test_page_has_the_size_the_form_says(book: FormBook, letterhead: Letterhead, key: str) -> None:
    form = book.form(key, on=ON)
    page = drawn(form, letterhead).pages[0]
    assert (
        round(float(page.mediabox.width) / 72 * 25.4),
        round(float(page.mediabox.height) / 72 * 25.4),
    ) == MILLIMETRES[form.paper]
    section = docx.Document(
        io.BytesIO(render_docx(form=form, values=example_values(form=form), letterhead=letterhead))
    ).sections[0]
    assert (in_millimetres(section.page_width), in_millimetres(section.page_height)) == MILLIMETRES[form.paper]


def test_receipt_is_a5_and_fits_one_page_with_code_pin_and_qr(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/02-TCD", on=ON)
    assert form.paper is PaperSize.A5
    reader = drawn(form, letterhead, RenderOptions(qr_url="https://tiepdan.example/tra-cuu/TD-7K3M-9PQX"))
    assert len(reader.pages) == 1
    text = squeezed(reader.pages[0].extract_text())
    assert squeezed("Mã tra cứu: TD-7K3M-9PQX") in text
    assert squeezed("Mã PIN: 482913") in text


def test_qr_code_is_drawn_only_with_an_address(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/02-TCD", on=ON)
    values = example_values(form=form)
    plain = render_pdf(form=form, values=values, letterhead=letterhead)
    coded = render_pdf(
        form=form, values=values, letterhead=letterhead, options=RenderOptions(qr_url="https://a.example/1")
    )
    other = render_pdf(
        form=form, values=values, letterhead=letterhead, options=RenderOptions(qr_url="https://b.example/2")
    )
    assert len(coded) - len(plain) > 500
    assert coded != other


def test_margins_of_the_word_file_are_those_of_the_decree(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/01-TCD", on=ON)
    section = docx.Document(
        io.BytesIO(render_docx(form=form, values=example_values(form=form), letterhead=letterhead))
    ).sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [in_millimetres(margin) for margin in margins] == [20, 20, 30, 15]


def test_text_of_the_pdf_keeps_the_margins_even_with_endless_words(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/01-TCD", on=ON)
    values = example_values(form=form) | {"reason": "x" * 3000, "addressee": "y" * 300}
    head = replace(letterhead, agency="A" * 90, signer_name="z" * 90, recipients=("w" * 90,))
    paper = render_pdf(form=form, values=values, letterhead=head)
    boxes = [box for page in pypdfium2.PdfDocument(paper) for box in character_boxes(page)]
    assert min(left for left, _ in boxes) >= 30 - 0.5
    assert max(right for _, right in boxes) <= 210 - 15 + 0.5
    assert squeezed(pdf_text(paper)).count("x") >= 3000


def test_agency_stands_left_and_national_title_right(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/01-TCD", on=ON)
    page = pypdfium2.PdfDocument(render_pdf(form=form, values=example_values(form=form), letterhead=letterhead))[
        0
    ].get_textpage()
    left, right = (
        page.get_charbox(page.search(words).get_next()[0])[0] for words in ("XÃ HÒA BÌNH", "CỘNG HÒA XÃ HỘI")
    )
    assert left < right


def test_page_number_is_absent_on_the_first_page_only(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND124-2020/13", on=ON)
    values = example_values(form=form) | {"findings": "\n".join(["Nội dung đã xác minh tại thực địa."] * 60)}
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(form=form, values=values, letterhead=letterhead))).pages
    assert len(pages) > 1
    assert not pages[0].extract_text().strip().startswith("1")
    assert pages[1].extract_text().split()[0] == "2"


@pytest.mark.parametrize("lines", range(14, 34))
def test_signature_never_stands_alone_on_a_page(book: FormBook, letterhead: Letterhead, lines: int) -> None:
    form = book.form("ND124-2020/13", on=ON)
    values = example_values(form=form) | {"findings": "\n".join(["Nội dung đã xác minh."] * lines)}
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(form=form, values=values, letterhead=letterhead))).pages
    last = pages[-1].extract_text()
    assert letterhead.signer_name in last
    assert squeezed(str(values["recommendation"])) in squeezed(last)


def test_draft_and_practice_papers_say_so(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("TT05-2021/02", on=ON)
    values = example_values(form=form)
    both = RenderOptions(draft=True, demo=True)
    headers = docx.Document(io.BytesIO(render_docx(form=form, values=values, letterhead=letterhead, options=both)))
    header = "".join(spot.text for spot in headers.sections[0].first_page_header.paragraphs)
    for text in (
        pdf_text(render_pdf(form=form, values=values, letterhead=letterhead, options=both)),
        render_text(form=form, values=values, letterhead=letterhead, options=both),
        header,
    ):
        assert squeezed("BẢN MẪU – KHÔNG CÓ GIÁ TRỊ") in squeezed(text)
        assert squeezed("DỰ THẢO") in squeezed(text)
    for text in (
        pdf_text(render_pdf(form=form, values=values, letterhead=letterhead)),
        docx_text(render_docx(form=form, values=values, letterhead=letterhead)),
    ):
        assert squeezed("KHÔNG CÓ GIÁ TRỊ") not in squeezed(text)


def test_letter_has_its_subject_under_the_number_and_no_heading(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("TT05-2021/02", on=ON)
    lines = render_text(form=form, values=example_values(form=form), letterhead=letterhead).splitlines()
    at = lines.index("Số: 07/TB-UBND")
    assert lines[at + 1].startswith("V/v hướng dẫn")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HUẾ")),
        ("BAN TIẾP CÔNG DÂN THÀNH PHỐ ĐÀ NẴNG", ("BAN TIẾP CÔNG DÂN", "THÀNH PHỐ ĐÀ NẴNG")),
        ("UBND PHƯỜNG ÂU LÂU", ("UBND PHƯỜNG ÂU LÂU",)),
        (
            "BAN QUẢN LÝ CÁC KHU CÔNG NGHIỆP VÀ KHU KINH TẾ CỬA KHẨU",
            ("BAN QUẢN LÝ CÁC KHU", "CÔNG NGHIỆP VÀ KHU", "KINH TẾ CỬA KHẨU"),
        ),
        ("", ("",)),
    ],
)
def test_a_long_name_of_a_body_is_broken_where_it_reads_well(name: str, lines: tuple[str, ...]) -> None:
    assert letterhead_lines(name=name) == lines


def test_no_last_word_of_a_subject_stands_alone(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND124-2020/12", on=ON)
    lines = pdf_text(render_pdf(form=form, values=example_values(form=form), letterhead=letterhead)).splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("Về việc hủy bỏ"))
    assert min(len(line.split()) for line in lines[at : at + 2]) > 5
    document = docx.Document(
        io.BytesIO(render_docx(form=form, values=example_values(form=form), letterhead=letterhead))
    )
    subject = next(spot.text for spot in document.paragraphs if spot.text.startswith("Về việc hủy bỏ"))
    assert [len(line.split()) > 5 for line in subject.splitlines()] == [True, True]


def test_rule_under_the_motto_is_a_line_of_its_own_in_word(book: FormBook, letterhead: Letterhead) -> None:
    """An underline would run through the dots below the letters. Rule: reports §4.6"""
    form = book.form("TT05-2021/02", on=ON)
    document = docx.Document(
        io.BytesIO(render_docx(form=form, values=example_values(form=form), letterhead=letterhead))
    )
    spots = document.tables[0].rows[0].cells[1].paragraphs
    at = next(place for place, spot in enumerate(spots) if spot.text == MOTTO)
    assert not any(run.underline for run in spots[at].runs)
    assert spots[at + 1]._p.pPr is not None
    assert spots[at + 1]._p.pPr.find(qn("w:pBdr")) is not None


def test_no_line_of_the_word_file_ends_inside_a_number_or_code(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("house/urging", on=ON)
    body = docx.Document(
        io.BytesIO(render_docx(form=form, values=example_values(form=form), letterhead=letterhead))
    ).element.body
    written = [part.text or "" for part in body.iter(qn("w:t"))]
    assert not any("5H2K-" in text or "PC-" in text for text in written)
    assert len(list(body.iter(qn("w:noBreakHyphen")))) >= 3
    assert "VV-5H2K-8QRT" in docx_text(render_docx(form=form, values=example_values(form=form), letterhead=letterhead))


def test_screen_has_the_two_columns_of_the_letterhead_and_of_the_foot(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("TT05-2021/02", on=ON)
    page = fromstring(render_html(form=form, values=example_values(form=form), letterhead=letterhead))
    head = [box.text_content() for box in page.xpath("//div[@class='paper-head']/div")]
    assert len(head) == 2
    assert "XÃ HÒA BÌNH" in head[0]
    assert "Số: 07" in head[0]
    assert "Độc lập" in head[1]
    assert "ngày 03 tháng 7" in head[1]
    foot = [box.text_content() for box in page.xpath("//div[@class='paper-foot']/div")]
    assert foot[0].startswith("Nơi nhận:")
    assert foot[1] == "KT. CHỦ TỊCHPHÓ CHỦ TỊCHNguyễn Thị Phượng"


def test_a_narrow_letterhead_does_not_break_inside_the_words_of_a_committee(
    book: FormBook, letterhead: Letterhead
) -> None:
    form = book.form("TT05-2021/02", on=ON)
    page = render_html(
        form=form,
        values=example_values(form=form),
        letterhead=replace(letterhead, agency="Ủy ban nhân dân xã Hòa Bình"),
    )
    assert "ỦY\N{NO-BREAK SPACE}BAN NHÂN\N{NO-BREAK SPACE}DÂN XÃ" in page


def test_two_rows_of_signatures_stay_on_one_page(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND124-2020/14", on=ON)  # six sign the minutes of a dialogue
    made = docx.Document(io.BytesIO(render_docx(form=form, values=example_values(form=form), letterhead=letterhead)))
    first, second = made.tables[-2:]
    assert len(first.columns) == len(second.columns) == 3
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for row in first.rows for cell in row.cells)


def test_recipients_of_the_letterhead_replace_those_of_the_form(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/01-TCD", on=ON)
    named = replace(letterhead, recipients=("Thanh tra tỉnh;", "Lưu: VT."))
    text = render_text(form=form, values=example_values(form=form), letterhead=named)
    assert "- Thanh tra tỉnh;" in text
    assert "Như trên" not in text


def test_every_vietnamese_letter_has_a_glyph(book: FormBook, letterhead: Letterhead) -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
    form = book.form("ND154-2026/01-TCD", on=ON)
    text = pdf_text(
        render_pdf(
            form=form,
            values=example_values(form=form) | {"reason": " ".join(letters + letters.upper())},
            letterhead=letterhead,
        )
    )
    assert [letter for letter in letters + letters.upper() if letter not in text] == []

"""One text, three formats: the same paragraphs in the same order, the same letters with their marks."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter

import docx
import pypdf
import pytest
from docx.shared import Mm, Pt

from tests.documents.conftest import FORMS
from tests.documents.reading import docx_text, pdf_text, squeezed
from tiepdan.documents.rendering.compose import Letterhead, Paragraph, RenderOptions, Table, compose
from tiepdan.documents.rendering.forms import Form, PaperSize, example_values
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.rendering.screen import render_html
from tiepdan.documents.rendering.word import render_docx

EACH = pytest.mark.parametrize(
    "form", load_forms(FORMS).list_versions(), ids=lambda form: f"{form.key}-{form.starts_on.year}"
)
# Every vowel of Vietnamese with every tone, in both cases, and đ.
LETTERS = unicodedata.normalize(
    "NFC",
    "".join(base + tone for base in "aăâeêioôơuưy" for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"))
    + "đ",
)


def paragraphs(form: Form, letterhead: Letterhead) -> list[str]:
    """The words of the body as composed, cell by cell where there is a table."""
    paper = compose(form=form, values=example_values(form=form), letterhead=letterhead, options=RenderOptions())
    found: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Table):
            found += [*block.headers, *(cell for row in block.rows for cell in row if cell)]
        elif isinstance(block, Paragraph):
            found.append(block.text)
    return found


@EACH
def test_the_paragraphs_stand_in_the_same_order_in_all_three(form: Form, letterhead: Letterhead) -> None:
    values, expected = example_values(form=form), paragraphs(form, letterhead)
    assert expected
    shown = {
        "pdf": pdf_text(render_pdf(form=form, values=values, letterhead=letterhead)),
        "docx": docx_text(render_docx(form=form, values=values, letterhead=letterhead)),
        "screen": _plain(render_html(form=form, values=values, letterhead=letterhead)),
    }
    for name, text in shown.items():
        # A narrow cell breaks its words over lines that a reader of PDF takes row by row.
        wide = [words for words in expected if name != "pdf" or form.paper is not PaperSize.A4_LANDSCAPE]
        at, squashed = 0, squeezed(text)
        for words in wide:
            found = squashed.find(squeezed(words), at)
            assert found >= 0, f"{name}: {words}"
            at = found + len(squeezed(words))


@EACH
def test_the_diacritics_are_the_same_letters_in_all_three(form: Form, letterhead: Letterhead) -> None:
    values = example_values(form=form)
    pdf = render_pdf(form=form, values=values, letterhead=letterhead)
    counted = [
        _marked(pdf_text(pdf).replace("ơơi nhận", "ơi nhận").replace("ơơ", "ơ")),
        _marked(docx_text(render_docx(form=form, values=values, letterhead=letterhead))),
        _marked(_plain(render_html(form=form, values=values, letterhead=letterhead))),
    ]
    assert counted[1] == counted[2]
    assert counted[0] == counted[1]


def test_every_vietnamese_letter_survives_each_format(letterhead: Letterhead) -> None:
    form = load_forms(FORMS).list_versions()[0]
    words = " ".join(LETTERS + LETTERS.upper())
    values = {**example_values(form=form), "content": words}
    for text in (
        pdf_text(render_pdf(form=form, values=values, letterhead=letterhead)),
        docx_text(render_docx(form=form, values=values, letterhead=letterhead)),
        _plain(render_html(form=form, values=values, letterhead=letterhead)),
    ):
        squashed = "".join(unicodedata.normalize("NFC", text).split())
        assert "".join(words.split()) in squashed
    assert len(set(LETTERS)) == 12 * 6 + 1


@EACH
def test_the_page_is_that_of_decree_30(form: Form, letterhead: Letterhead) -> None:
    """Rule: reports §4.6"""
    values = example_values(form=form)
    document = docx.Document(io.BytesIO(render_docx(form=form, values=values, letterhead=letterhead)))
    section = document.sections[0]
    page = pypdf.PdfReader(io.BytesIO(render_pdf(form=form, values=values, letterhead=letterhead))).pages[0].mediabox
    width, height = {
        PaperSize.A4: (210, 297), PaperSize.A4_LANDSCAPE: (297, 210), PaperSize.A5: (148, 210),
    }[form.paper]  # fmt: skip
    assert (round(section.page_width or 0, -3), round(section.page_height or 0, -3)) == (Mm(width), Mm(height))
    assert abs(float(page.width) * 25.4 / 72 - width) < 1
    assert abs(float(page.height) * 25.4 / 72 - height) < 1
    style = document.styles["Normal"]
    assert style.font.name == "Times New Roman"
    if form.paper is not PaperSize.A5:
        assert Pt(13) <= style.font.size <= Pt(14)
        assert 20 <= round((section.top_margin or 0) / Mm(1)) <= 25
        assert 20 <= round((section.bottom_margin or 0) / Mm(1)) <= 25
        assert 30 <= round((section.left_margin or 0) / Mm(1)) <= 35
        assert 15 <= round((section.right_margin or 0) / Mm(1)) <= 20


def _plain(html: str) -> str:
    from html import unescape
    from re import sub

    return unescape(sub("<[^>]+>", "\n", html.replace("<strong>", "").replace("</strong>", "")))


def _marked(text: str) -> Counter[str]:
    """Count the letters outside ASCII, as one code point each."""
    return Counter(
        letter for letter in unicodedata.normalize("NFC", text).casefold() if ord(letter) > 0x7F and letter.isalpha()
    )

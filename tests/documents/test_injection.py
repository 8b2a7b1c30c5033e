"""Words a user types stay words: never typst code, never markup of DOCX or HTML."""

from __future__ import annotations

import io
from datetime import date
from html.parser import HTMLParser

import docx
import pypdf
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.reading import docx_text, pdf_text, squeezed
from tiepdan.documents.rendering.cleaning import clean_line, clean_text
from tiepdan.documents.rendering.compose import Letterhead, RenderOptions
from tiepdan.documents.rendering.forms import FormBook, example_values
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.rendering.screen import render_html, render_text
from tiepdan.documents.rendering.word import render_docx

ON = date(2026, 8, 1)
MARKUP = st.text(alphabet="#$*_`<>@=+-/\\[]{}()~'\"&;:!^|.,% xyzấđ\n", min_size=1, max_size=80)
ANYTHING = st.one_of(
    st.text(max_size=80),
    st.sampled_from(["\x00", "😀 🏳️\u200d🌈", "x" * 900, "#panic()", '#import "@preview/x:1.0.0"', "]]>", "\ud800"]),
)
quietly = settings(
    max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quietly
@given(words=MARKUP)
def test_markup_characters_are_printed_as_they_stand(book: FormBook, letterhead: Letterhead, words: str) -> None:
    form = book.form("ND154-2026/01-TCD", on=ON)
    values = example_values(form=form) | {"reason": f"đầu{words}cuối"}
    expected = squeezed(clean_text(f"đầu{words}cuối"))
    assert expected in squeezed(pdf_text(render_pdf(form=form, values=values, letterhead=letterhead)))
    assert expected in squeezed(docx_text(render_docx(form=form, values=values, letterhead=letterhead)))
    assert expected in squeezed(render_text(form=form, values=values, letterhead=letterhead))


@quietly
@given(words=ANYTHING)
def test_any_text_anywhere_gives_a_readable_paper(book: FormBook, letterhead: Letterhead, words: str) -> None:
    form = book.form("ND154-2026/01-TCD", on=ON)
    values = example_values(form=form) | {"reason": f"đầu{words}cuối", "visitor_name": f"Ông {words}"}
    head = Letterhead(
        agency=f"a{words}", parent_agency=words, place=words, signer_title=words, recipients=(f"a{words}",)
    )
    assert pypdf.PdfReader(io.BytesIO(render_pdf(form=form, values=values, letterhead=head))).pages
    text = squeezed(docx_text(render_docx(form=form, values=values, letterhead=head)))
    assert squeezed(clean_text(f"đầu{words}cuối")) in text
    assert squeezed(clean_line(f"a{words}")) in text


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


@quietly
@given(words=st.one_of(MARKUP, st.sampled_from(["<script>alert(1)</script>", '" onload="x', "</p><img src=x>"])))
def test_html_holds_no_tag_but_our_own(book: FormBook, letterhead: Letterhead, words: str) -> None:
    form = book.form("ND124-2020/08", on=ON)
    rows: list[dict[str, str | int | date]] = [{"number": 1, "name": words, "pages": 2, "condition": words}]
    values = example_values(form=form) | {"giver": f"a{words}", "documents": rows}
    reader = _Tags()
    reader.feed(render_html(form=form, values=values, letterhead=letterhead))
    assert reader.tags <= {"div", "p", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    assert reader.attributes <= {"class", "scope"}


def test_words_in_the_form_of_typst_code_are_not_run(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/01-TCD", on=ON)
    code = '#read("/etc/passwd") #(1+1) $x^2$ {reason} [x] **đậm**'
    values = example_values(form=form) | {"reason": code}
    paper = render_pdf(form=form, values=values, letterhead=letterhead, options=RenderOptions(qr_url="#panic()"))
    assert squeezed(code) in squeezed(pdf_text(paper))
    written = docx.Document(io.BytesIO(render_docx(form=form, values=values, letterhead=letterhead)))
    assert any(code in spot.text for spot in written.paragraphs)

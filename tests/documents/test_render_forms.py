"""Every version of every form, filled with its examples, in every format."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from tests.documents.conftest import FORMS
from tests.documents.reading import docx_text, missing_in_order, pdf_text, printed_in_body, squeezed
from tiepdan.documents.rendering.compose import Letterhead
from tiepdan.documents.rendering.faults import MissingValue, UnknownValue, WrongValue
from tiepdan.documents.rendering.forms import FieldType, Form, FormBook, example_values
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.rendering.screen import render_html, render_text
from tiepdan.documents.rendering.word import render_docx

# What an empty field must not leave behind.
DANGLING = re.compile(r"\bNone\b|[.,;:]\s*[.,;]|\(\s*\)|\s[.,;)]|\s$")
ALL = load_forms(FORMS).list_versions()
EACH = pytest.mark.parametrize("form", ALL, ids=lambda form: f"{form.key}-{form.starts_on.year}")


@EACH
def test_three_formats_print_every_value_in_order(form: Form, letterhead: Letterhead) -> None:
    values = example_values(form=form)
    expected = printed_in_body(form=form, values=values)
    assert expected
    for text in (
        pdf_text(render_pdf(form=form, values=values, letterhead=letterhead)),
        docx_text(render_docx(form=form, values=values, letterhead=letterhead)),
        render_text(form=form, values=values, letterhead=letterhead),
    ):
        assert missing_in_order(text=text, expected=expected) == []


@EACH
def test_pdf_and_docx_say_the_same_words(form: Form, letterhead: Letterhead) -> None:
    """Same letters in the same numbers: the layout may order columns differently, the words may not differ."""
    values = example_values(form=form)
    pdf = pdf_text(render_pdf(form=form, values=values, letterhead=letterhead))
    pages = len(pypdf.PdfReader(io.BytesIO(render_pdf(form=form, values=values, letterhead=letterhead))).pages)
    numbers = "".join(str(page) for page in range(2, pages + 1))
    docx = docx_text(render_docx(form=form, values=values, letterhead=letterhead))
    # Readers see the ơ of the bold italic "Nơi nhận:" twice, though it is drawn once.
    assert sorted(squeezed(pdf).replace("nơơinhận:", "nơinhận:")) == sorted(squeezed(docx) + numbers)


@EACH
def test_each_required_field_left_empty_is_named_in_vietnamese(form: Form, letterhead: Letterhead) -> None:
    required = [item for item in form.fields.values() if item.required]
    with pytest.raises(MissingValue) as refused:
        render_text(form=form, values={}, letterhead=letterhead)
    assert refused.value.names == tuple(item.name for item in required)
    assert all(item.label in str(refused.value) for item in required)


@EACH
def test_form_prints_with_required_values_only(form: Form, letterhead: Letterhead) -> None:
    values = {item.name: item.example for item in form.fields.values() if item.required}
    text = pdf_text(render_pdf(form=form, values=values, letterhead=letterhead))
    assert "{" not in text
    assert "[" not in text
    for line in render_text(form=form, values=values, letterhead=letterhead).splitlines():
        assert " | " in line or not DANGLING.search(line), line


def test_a_sentence_ended_by_the_officer_and_by_the_form_has_one_stop(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND124-2020/05", on=letterhead.dated_on or ALL[0].starts_on)
    for ended in ("Nguồn gốc thửa đất", "Nguồn gốc thửa đất.", "Nguồn gốc thửa đất;", "Nguồn gốc thửa đất. "):
        values = example_values(form=form) | {"verification_content": ended}
        text = render_text(form=form, values=values, letterhead=letterhead)
        assert "về việc: Nguồn gốc thửa đất.\n" in text


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Nguyễn Văn An", "của ông (bà) Nguyễn Văn An về việc"),
        ("Ông Nguyễn Văn An", "của ông Nguyễn Văn An về việc"),
        ("bà  Lê Thị Chi", "của bà Lê Thị Chi về việc"),
        ("Ông", "của ông (bà) Ông về việc"),
    ],
)
def test_a_name_that_brings_its_title_has_no_other(
    book: FormBook, letterhead: Letterhead, name: str, printed: str
) -> None:
    form = book.form("ND124-2020/05", on=letterhead.dated_on or ALL[0].starts_on)
    members = [{"name": "Bà Lê Thị Chi", "post": "Thanh tra viên", "role": "Trưởng đoàn"}]
    values = example_values(form=form) | {"complainant_name": name, "verifiers": members}
    text = render_text(form=form, values=values, letterhead=letterhead)
    assert printed in text
    assert "- Bà Lê Thị Chi, Thanh tra viên, Trưởng đoàn\n" in text


def test_blank_text_counts_as_missing(book: FormBook, letterhead: Letterhead) -> None:
    form = book.form("ND154-2026/01-TCD", on=letterhead.dated_on or ALL[0].starts_on)
    with pytest.raises(MissingValue, match="Thiếu nội dung bắt buộc: Lý do"):
        render_text(form=form, values=example_values(form=form) | {"reason": " \n\t"}, letterhead=letterhead)


def test_value_of_a_field_the_form_lacks_is_refused(book: FormBook, letterhead: Letterhead) -> None:
    form = ALL[0]
    with pytest.raises(UnknownValue, match="không có mục: no_such"):
        render_text(form=form, values=example_values(form=form) | {"no_such": "x"}, letterhead=letterhead)


@EACH
def test_value_of_the_wrong_type_is_refused(form: Form, letterhead: Letterhead) -> None:
    for item in form.fields.values():
        wrong = "words" if item.type not in {FieldType.TEXT, FieldType.LONG_TEXT, FieldType.PERSON} else 12
        with pytest.raises(WrongValue, match=item.label[:5]):
            render_text(form=form, values=example_values(form=form) | {item.name: wrong}, letterhead=letterhead)


@EACH
def test_html_shows_every_value_in_order(form: Form, letterhead: Letterhead) -> None:
    values = example_values(form=form)
    text = render_html(form=form, values=values, letterhead=letterhead)
    assert missing_in_order(text=text, expected=printed_in_body(form=form, values=values)) == []


def test_same_paper_drawn_twice_gives_the_same_bytes(book: FormBook, letterhead: Letterhead) -> None:
    form = ALL[0]
    values = example_values(form=form)
    first, second = (render_pdf(form=form, values=values, letterhead=letterhead) for _ in range(2))
    assert first == second

"""A DOCX of the office in place of a house form: what it may name, what it may hold, what it prints."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from tests.documents.conftest import FORMS
from tests.documents.reading import docx_text
from tiepdan.documents.rendering.compose import Letterhead, RenderOptions
from tiepdan.documents.rendering.faults import MissingValue
from tiepdan.documents.rendering.forms import Form, FormBook, example_values
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.documents.rendering.office import (
    BadTemplate,
    check_template,
    offered_fields,
    render_office,
    sample_template,
)

EACH = pytest.mark.parametrize(
    "form", load_forms(FORMS).list_versions(), ids=lambda form: f"{form.key}-{form.starts_on.year}"
)


def made(*lines: str) -> bytes:
    page = docx.Document()
    for line in lines:
        page.add_paragraph(line)
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes = b"x") -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr(name, content)
    return out.getvalue()


@pytest.fixture
def notice(book: FormBook, letterhead: Letterhead) -> Form:
    assert letterhead.dated_on is not None
    return book.form("ND124-2020/03", on=letterhead.dated_on)


@EACH
def test_the_sample_of_every_form_passes_its_own_check_and_prints(form: Form, letterhead: Letterhead) -> None:
    sample = sample_template(form=form)
    check_template(data=sample, form=form)
    text = docx_text(render_office(data=sample, form=form, values=example_values(form=form), letterhead=letterhead))
    assert "{{" not in text
    assert "{%" not in text
    assert letterhead.signer_name in text
    assert {field.name for field in offered_fields(form=form)} >= set(form.fields)


def test_an_unknown_field_is_named(notice: Form) -> None:
    with pytest.raises(BadTemplate) as bad:
        check_template(data=made("{{ complainant_name }} {{ ten_nguoi_to_cao }}"), form=notice)
    assert (bad.value.code, bad.value.names) == ("template_unknown_field", ("ten_nguoi_to_cao",))


@pytest.mark.parametrize(
    "line, code",
    [
        ("{{ complainant_name.__class__ }}", "template_unknown_field"),
        ("{{ cycler.__init__.__globals__ }}", "template_unknown_field"),
        ("{{ complainant_name() }}", "template_forbidden_expression"),
        ("{{ complainant_name|attr('x') }}", "template_forbidden_expression"),
        ("{{ complainant_name['x'] }}", "template_forbidden_expression"),
        ("{% include 'x' %}", "template_forbidden_expression"),
        ("{% set x = complainant_name %}{{ x }}", "template_forbidden_expression"),
        ("{% macro m() %}{% endmacro %}", "template_forbidden_expression"),
        ("{% for i in range(9) %}{{ i }}{% endfor %}", "template_forbidden_expression"),
        ("{{ 9 ** 9 }}", "template_forbidden_expression"),
        ("{{ complainant_name ", "template_syntax"),
        ("chữ thường", "template_empty"),
        ("{{ agency }}", "template_empty"),
    ],
)
def test_what_could_show_more_than_the_fields_is_refused(notice: Form, line: str, code: str) -> None:
    with pytest.raises(BadTemplate) as bad:
        check_template(data=made(line), form=notice)
    assert bad.value.code == code


@pytest.mark.parametrize(
    "part", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin", "word/activeX/activeX1.xml", "word/afchunk.html"]
)
def test_a_docx_that_holds_more_than_text_is_refused(notice: Form, part: str) -> None:
    with pytest.raises(BadTemplate) as bad:
        check_template(data=with_part(made("{{ complainant_name }}"), part), form=notice)
    assert bad.value.code == "template_holds_more"


def test_a_file_that_is_no_docx_is_refused(notice: Form) -> None:
    for data in (b"", b"%PDF-1.7", with_part(b"", "a.txt")):
        with pytest.raises(BadTemplate, match="template_not_docx"):
            check_template(data=data, form=notice)


def test_words_typed_by_users_never_become_template_code(notice: Form, letterhead: Letterhead) -> None:
    values = {**example_values(form=notice), "complainant_name": "{{ agency }} <b>&"}
    text = docx_text(
        render_office(data=made("{{ complainant_name }}"), form=notice, values=values, letterhead=letterhead)
    )
    assert "{{ agency }} <b>&" in text


def test_a_missing_value_is_named_as_in_the_house_form(notice: Form, letterhead: Letterhead) -> None:
    with pytest.raises(MissingValue):
        render_office(data=made("{{ complainant_name }}"), form=notice, values={}, letterhead=letterhead)


def test_a_draft_says_so(notice: Form, letterhead: Letterhead) -> None:
    drawn = render_office(
        data=made("{{ complainant_name }}"), form=notice, values=example_values(form=notice), letterhead=letterhead,
        options=RenderOptions(draft=True),
    )  # fmt: skip
    assert docx_text(drawn).startswith("DỰ THẢO")


def test_the_template_of_a_paper_for_the_denounced_cannot_name_the_denouncer(
    book: FormBook, letterhead: Letterhead
) -> None:
    """Rule: BV-2"""
    assert letterhead.dated_on is not None
    form = book.form("ND31-2019/06", on=letterhead.dated_on)
    for name in ("denouncer_name", "denouncer_address", "sender_name", "contact"):
        with pytest.raises(BadTemplate) as bad:
            check_template(data=made("{{ denounced }} {{ " + name + " }}"), form=form)
        assert bad.value.names == (name,)

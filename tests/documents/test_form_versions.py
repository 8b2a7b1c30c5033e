"""Which version of a form is in force, and that the whole sets are there."""

from __future__ import annotations

from datetime import date

import pytest

from tests.documents.reading import squeezed
from tiepdan.documents.rendering.compose import Letterhead
from tiepdan.documents.rendering.forms import FormBook, FormNotFound, Layout, example_values
from tiepdan.documents.rendering.screen import render_text


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "14"])
def test_complaint_form_changes_layout_on_1_july_2026(book: FormBook, letterhead: Letterhead, number: str) -> None:
    """Rule: complaints §3.1"""
    shown = {}
    for on in (date(2026, 6, 30), date(2026, 7, 1)):
        form = book.form(f"ND124-2020/{number}", on=on)
        shown[form.layout_version] = squeezed(
            render_text(form=form, values=example_values(form=form), letterhead=letterhead)
        )
    assert set(shown) == {"2020", "2026"}
    assert "giấychứngnhậncăncước" not in shown["2020"]
    assert "giấychứngnhậncăncước" in shown["2026"]


@pytest.mark.parametrize("number", ["14a", "14b"])
def test_suspension_of_a_complaint_has_no_form_before_1_july_2026(book: FormBook, number: str) -> None:
    """Rule: complaints §3.1"""
    with pytest.raises(FormNotFound, match=r"không có hiệu lực ngày 30/06/2026"):
        book.form(f"ND124-2020/{number}", on=date(2026, 6, 30))
    assert book.form(f"ND124-2020/{number}", on=date(2026, 7, 1)).symbol == "QĐ"


def test_unknown_key_is_refused(book: FormBook) -> None:
    with pytest.raises(FormNotFound, match="Không có mẫu 01/TCD"):
        book.form("01/TCD", on=date(2026, 7, 1))


def test_the_statutory_sets_are_whole(book: FormBook) -> None:
    """Rule: complaints §3.1, §4.1; decree-154 §10.2–10.4"""
    in_force = {form.key for form in book.list_forms(on=date(2026, 8, 1))}
    complaint = {f"ND124-2020/{number:02d}" for number in range(1, 17)} | {"ND124-2020/14a", "ND124-2020/14b"}
    denunciation = {f"ND31-2019/{number:02d}" for number in range(1, 13)}
    reception = {f"ND154-2026/0{number}-TCD" for number in (1, 2, 3)}
    processing = {f"TT05-2021/0{number}" for number in (1, 2, 3)}
    assert complaint | denunciation | reception | processing <= in_force


def test_only_forms_read_line_by_line_claim_the_statutory_layout(book: FormBook) -> None:
    """Rule: decree-154 §10.2–10.4"""
    claimed = {form.key for form in book.list_versions() if form.layout is Layout.STATUTORY}
    assert claimed == {"ND154-2026/01-TCD", "ND154-2026/02-TCD", "ND154-2026/03-TCD"}


def test_reception_book_has_the_thirteen_columns_of_the_decree(book: FormBook) -> None:
    """Rule: decree-154 §10.2"""
    columns = book.form("ND154-2026/03-TCD", on=date(2026, 7, 1)).fields["entries"].columns
    assert len(columns) == 13
    assert list(columns.values())[::12] == ["STT", "Ghi chú"]


@pytest.mark.parametrize(
    "key, said",
    [
        ("ND124-2020/14a", "thời gian tạm đình chỉ không tính"),
        ("house/denunciation-stop", "tạm đình chỉ giải quyết"),
    ],
)
def test_one_form_serves_suspension_and_termination(
    book: FormBook, letterhead: Letterhead, key: str, said: str
) -> None:
    """Rule: complaints §3.1"""
    form = book.form(key, on=date(2026, 8, 1))
    suspended, terminated = (
        render_text(form=form, values=example_values(form=form) | {"stop_kind": kind}, letterhead=letterhead)
        for kind in ("suspension", "termination")
    )
    assert said in suspended
    assert said not in terminated
    assert "Về việc đình chỉ giải quyết" in terminated

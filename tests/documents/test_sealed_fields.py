"""Papers that reach the denounced or the public show nothing of the denouncer."""

from __future__ import annotations

from datetime import date

import pytest

from tiepdan.documents.rendering.forms import DenouncerIdentity, FormBook, sealed_fields

ON = date(2026, 8, 1)


@pytest.mark.parametrize(
    "key", ["ND31-2019/01", "ND31-2019/04", "ND31-2019/06", "ND31-2019/07", "ND31-2019/12", "house/denunciation-stop"]
)
def test_paper_that_reaches_the_denounced_has_no_sealed_field(book: FormBook, key: str) -> None:
    """Rule: BV-2, BV-7"""
    form = book.form(key, on=ON)
    assert sealed_fields(form=form) == frozenset()
    assert form.denouncer_identity is DenouncerIdentity.FORBIDDEN


@pytest.mark.parametrize("key", ["ND31-2019/02", "ND31-2019/03", "ND31-2019/05", "TT05-2021/03"])
def test_paper_for_the_denouncer_or_the_settler_marks_the_denouncer_sealed(book: FormBook, key: str) -> None:
    """Rule: BV-2, BV-3"""
    assert "denouncer_name" in sealed_fields(form=book.form(key, on=ON), denunciation=False)


def test_receipt_seals_the_giver_only_in_a_denunciation(book: FormBook) -> None:
    """Rule: ND-3"""
    form = book.form("ND154-2026/02-TCD", on=ON)
    assert {"giver_name", "address", "id_number"} <= sealed_fields(form=form)
    assert sealed_fields(form=form, denunciation=False) == frozenset()


def test_every_field_named_after_the_denouncer_is_sealed(book: FormBook) -> None:
    """Rule: BV-2"""
    for form in book.list_versions():
        named = {name for name in form.fields if name.startswith("denouncer")}
        assert named <= sealed_fields(form=form, denunciation=False), form.key


def test_transfer_of_a_denunciation_prints_without_the_denouncer(book: FormBook) -> None:
    """Rule: BV-3"""
    form = book.form("TT05-2021/03", on=ON)
    assert not [item.name for item in form.fields.values() if item.required and item.name in sealed_fields(form=form)]

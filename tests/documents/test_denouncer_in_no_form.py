"""Every form rendered for a sealed case: only those listed by law show the denouncer, and only under an opening."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pypdf
import pytest

from tests.factories import moment
from tests.people import make_cast
from tests.submissions.build import IDENTITY, NAME, denunciation, received
from tiepdan.accounts.acting import acting
from tiepdan.documents.access import drawn
from tiepdan.documents.actions import draft_paper
from tiepdan.documents.rendering.forms import FieldType, Form, FormField, Seal, example_values
from tiepdan.documents.values import form_book
from tiepdan.infra.folding import fold

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 14)
# The whole, and each part that could tell by itself: words of the name, the number, the street.
PIECES = (NAME, NAME.split()[-2] + NAME.split()[-1], IDENTITY.number, IDENTITY.phone, IDENTITY.address)
# By law these name the denouncer: the forms with a field sealed in every matter.
BY_LAW = {
    "ND31-2019/02", "ND31-2019/03", "ND31-2019/05", "TT05-2021/03", "house/denunciation-by-citizen",
    "house/denunciation-forwarded", "house/denunciation-refusal",
}  # fmt: skip


def planted(item: FormField, value: object) -> object:
    """The denouncer where a form asks who he is; the form's own example elsewhere."""
    if item.seal is Seal.NO:
        return value
    if item.type in {FieldType.ROWS, FieldType.TABLE}:
        return [dict.fromkeys(item.columns, f"{NAME} {IDENTITY.number} {IDENTITY.phone} {IDENTITY.address}")]
    if item.type in {FieldType.TEXT, FieldType.LONG_TEXT, FieldType.PERSON}:
        return f"{NAME} {IDENTITY.number} {IDENTITY.phone} {IDENTITY.address}"
    return value


def written(form: Form) -> dict[str, Any]:
    """Invented values without the names of the sealed case, and the denouncer in each sealed field."""
    found: dict[str, Any] = {}
    for name, value in example_values(form=form).items():
        item = form.fields[name]
        clean = value
        if item.seal is Seal.NO and item.type in {FieldType.TEXT, FieldType.LONG_TEXT, FieldType.PERSON}:
            clean = str(value).replace("Nguyễn Văn An", "Trần Thị Bưởi").replace("Số 7", "Số 9")
        elif item.seal is Seal.NO and item.type in {FieldType.ROWS, FieldType.TABLE}:
            clean = [dict.fromkeys(item.columns, "Mít")]
        found[name] = planted(item, clean)
    return found


def said(data: bytes) -> list[str]:
    """All a file says: pages and metadata of a PDF, every part of a DOCX, a text as it is."""
    if data.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        return [*(page.extract_text() for page in reader.pages), str(reader.metadata), str(reader.xmp_metadata)]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            import re

            parts = [packed.read(name).decode("utf-8", errors="replace") for name in packed.namelist()]
            return [*packed.namelist(), *(re.sub(r"<[^>]+>", "", part) for part in parts), *parts]
    return [data.decode()]


def found_in(data: bytes) -> list[str]:
    """Pieces of the identity in a file, whatever its diacritics and blanks."""
    folded = ["".join(fold(text).split()) for text in said(data)]
    return [piece for piece in PIECES if any("".join(fold(piece).split()) in text for text in folded)]


def test_the_forms_that_name_the_denouncer_are_those_of_the_list() -> None:
    named = {
        form.key
        for form in form_book().list_forms(on=ON)
        if any(item.seal is Seal.ALWAYS for item in form.fields.values())
    }
    assert named == BY_LAW


def test_no_form_shows_the_denouncer_without_an_opening_and_form_05_does_with_one() -> None:
    """Rule: BV-1, BV-2, BV-7"""
    cast, at = make_cast(), moment("2026-07-14")
    matter_id = received(cast.clerk, denunciation()).submission.matter_id
    shown_by, named = {}, {}
    with acting(cast.clerk):
        for form in form_book().list_forms(on=ON):
            paper = draft_paper(
                form_key=form.key, values=written(form), matter_id=matter_id, sealed=True, by=cast.clerk, at=at
            )
            assert not found_in(str(paper.values).encode()), form.key
            hidden = drawn(paper=paper, with_identity=False)
            files = (hidden.pdf(), hidden.docx(), hidden.html().encode())
            shown_by[form.key] = sorted({piece for data in files for piece in found_in(data)})
            if any(item.seal is not Seal.NO for item in form.fields.values()):
                opened = drawn(paper=paper, with_identity=True)
                named[form.key] = [found_in(data) for data in (opened.pdf(), opened.docx(), opened.html().encode())]
    assert {key: pieces for key, pieces in shown_by.items() if pieces} == {}
    assert all(pieces for pieces in named["ND31-2019/05"])
    assert set(named["ND31-2019/05"][0]) == set(PIECES)
    assert set(BY_LAW) <= {key for key, formats in named.items() if all(formats)}

"""Reads rendered papers back, so that tests see what a reader sees."""

from __future__ import annotations

import io
import re
from datetime import date, time

import docx
import pypdf
from docx.oxml.ns import qn

from tiepdan.documents.rendering.forms import FieldType, Form, FormField, Values
from tiepdan.documents.rendering.wording import long_date, long_time, short_date


def squeezed(text: str) -> str:
    """Drop all white space and case: line breaks and justified gaps differ between formats."""
    return re.sub(r"[\s\u200b]+", "", text).casefold()


def pdf_text(paper: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(paper)).pages)


def docx_text(paper: bytes) -> str:
    body = docx.Document(io.BytesIO(paper)).element.body
    words = qn("w:t"), qn("w:noBreakHyphen")
    return "\n".join(
        "".join("-" if part.tag == words[1] else part.text or "" for part in spot.iter(*words))
        for spot in body.iter(qn("w:p"))
    )


def printed_in_body(*, form: Form, values: Values) -> list[str]:
    """List the words each value must leave on paper, in the order the form text names them."""
    expected: list[str] = []
    for line in form.body:
        for name, _ in line.names():
            expected += printed(item=form.fields[name], value=values[name])
    return expected


def printed(*, item: FormField, value: object) -> list[str]:
    if item.type is FieldType.CHOICE:
        return [item.options[str(value)]]
    if item.type in {FieldType.ROWS, FieldType.TABLE}:
        assert isinstance(value, tuple)
        return [
            short_date(on=record[column]) if isinstance(record[column], date) else str(record[column])
            for record in value
            for column in item.columns
            if record.get(column)
        ]
    if isinstance(value, tuple):
        return [str(entry) for entry in value]
    if isinstance(value, date):
        return [short_date(on=value) if item.short else long_date(on=value)]
    if isinstance(value, time):
        return [long_time(at=value)]
    return str(value).splitlines()


def missing_in_order(*, text: str, expected: list[str]) -> list[str]:
    """Return the expected words not found after the ones before them."""
    shown, at, missing = squeezed(text), 0, []
    for words in expected:
        found = shown.find(squeezed(words), at)
        if found < 0:
            missing.append(words)
        else:
            at = found + len(squeezed(words))
    return missing

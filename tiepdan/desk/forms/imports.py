"""What is typed to move an old book in: the file, which column is which, why it is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiepdan.imports.rules import FIELDS, OldBook
from tiepdan.ui.forms import Form
from tiepdan.ui.words import said

BOOKS = [
    (OldBook.SUBMISSIONS.value, "Sổ đơn, sổ đến"),
    (OldBook.RECEPTION.value, "Sổ tiếp công dân (03/TCD)"),
    (OldBook.OUTGOING.value, "Sổ văn bản đi"),
]


class BookFileForm(Form):
    """Which book, and the spreadsheet."""

    book = forms.ChoiceField(label="Sổ", choices=BOOKS)
    file = forms.FileField(
        label="Tệp bảng tính (XLSX)", help_text="Trang tính đầu tiên, có dòng tên cột. Tối đa 20.000 dòng."
    )


class MappingForm(Form):
    """One choice of a column for each field of the book."""

    def __init__(
        self, *args: Any, book: OldBook, headers: Sequence[str], **options: Any
    ) -> None:  # Django's own arguments
        super().__init__(*args, **options)
        self.book = book
        columns = [
            (str(at), _("Cột {letter}: {value}").format(letter=letter(at), value=header or _("không tên")))
            for at, header in enumerate(headers)
        ]
        for field in FIELDS[book]:
            self.fields[field.code] = forms.ChoiceField(
                label=said(field.label), required=field.required, choices=[("", _("Không có trong sổ")), *columns],
                error_messages={"required": _("Chọn cột ghi mục này: sổ nào cũng phải có.")},
            )  # fmt: skip

    def mapping(self) -> dict[str, int]:
        """Return field → place of the column."""
        return {code: int(value) for code, value in self.cleaned_data.items() if value}


def letter(at: int) -> str:
    """Return the letters of a column.

    Example:
        >>> letter(0), letter(27)
        ('A', 'AB')
    """
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

"""What is wrong with the values given to a form, as sentences: papers and records say them in Vietnamese."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tiepdan.documents.rendering.forms import FieldType, Form, FormField
from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.sentence import Sentence, in_row

EXPECTED: Final = {
    FieldType.TEXT: "chữ",
    FieldType.LONG_TEXT: "chữ",
    FieldType.PERSON: "họ tên",
    FieldType.NUMBER: "số nguyên",
    FieldType.DATE: "một ngày",
    FieldType.TIME: "giờ và phút",
    FieldType.CHOICE: "một trong các lựa chọn của mẫu",
    FieldType.LIST: "danh sách",
    FieldType.ROWS: "danh sách có các cột của mẫu",
    FieldType.TABLE: "bảng có các cột của mẫu",
}


class MissingValue(TiepdanError):
    """Required fields have no value; the message names them."""

    def __init__(self, fields: Sequence[FormField]) -> None:
        named = in_row((item.label for item in fields), between="; ")
        self.sentence = Sentence("Thiếu nội dung bắt buộc: {fields}", {"fields": named})
        super().__init__(str(self.sentence))
        self.names = tuple(item.name for item in fields)


class UnknownValue(TiepdanError):
    """Values were given for fields the form does not have."""

    def __init__(self, *, form: Form, names: Sequence[str]) -> None:
        self.sentence = Sentence("Mẫu {form} không có mục: {names}", {"form": form.key, "names": ", ".join(names)})
        super().__init__(str(self.sentence))
        self.names = tuple(names)


class WrongValue(TiepdanError):
    """A value does not fit the type of its field."""

    def __init__(self, *, item: FormField, expected: str) -> None:
        self.sentence = Sentence("Mục “{label}” phải là {expected}", {"label": item.label, "expected": expected})
        super().__init__(str(self.sentence))
        self.name = item.name

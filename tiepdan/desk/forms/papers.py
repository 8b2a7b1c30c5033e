"""What officers type about papers: the values of a form as its fields say, review, letters that stay shut, templates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, Final, cast

from django import forms
from django.utils.translation import gettext as _

from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.documents.rendering import forms as law
from tiepdan.documents.rendering.forms import FieldType, FieldValue, FormField, Seal
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said, said_choices

PREFIX: Final = "v_"
_ROWS: Final = "Mỗi dòng một mục; các cột cách nhau bằng dấu |: "


class ValuesForm(Form):
    """The fields of one form of the law, in their order."""

    def __init__(
        self, *args: Any, form: law.Form, held: Mapping[str, FieldValue] | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.law_form = form
        for item in form.fields.values():
            made = _control(item)
            if held and held.get(item.name) not in (None, "", [], ()):
                made.initial = _typed(item, held[item.name])
            self.fields[PREFIX + item.name] = made
        self.fields["recipients"] = forms.CharField(
            label=_("Nơi nhận"), required=False, widget=forms.Textarea(attrs={"rows": 3}),
            help_text=_("Mỗi dòng một nơi; để trống thì theo mẫu: ") + " ".join(form.recipients),
        )  # fmt: skip

    def values(self) -> dict[str, FieldValue]:
        """What was typed, by the names and types of the form."""
        found: dict[str, FieldValue] = {}
        for item in self.law_form.fields.values():
            typed = self.cleaned_data.get(PREFIX + item.name)
            if typed in (None, ""):
                continue
            found[item.name] = _read(item, typed)
        return found

    def recipients(self) -> list[str]:
        """Who receives the paper, one a line."""
        return [line.strip() for line in str(self.cleaned_data.get("recipients", "")).splitlines() if line.strip()]


def _control(item: FormField) -> forms.Field:
    label = said(item.label) + (_(" (niêm phong)") if item.seal is Seal.ALWAYS else "")
    match item.type:
        case FieldType.DATE:
            return forms.DateField(label=label, required=False, widget=DayInput)
        case FieldType.TIME:
            return forms.TimeField(
                label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
            )
        case FieldType.NUMBER:
            return forms.IntegerField(label=label, required=False)
        case FieldType.CHOICE:
            return forms.ChoiceField(
                label=label,
                required=False,
                choices=[("", "—"), *said_choices(item.options.items())],
            )
        case FieldType.LIST:
            area = forms.Textarea(attrs={"rows": 3})
            return forms.CharField(label=label, required=False, widget=area, help_text=_("Mỗi dòng một mục."))
        case FieldType.ROWS | FieldType.TABLE:
            area = forms.Textarea(attrs={"rows": 4})
            return forms.CharField(
                label=label,
                required=False,
                widget=area,
                help_text=said(_ROWS) + " | ".join(map(said, item.columns.values())),
            )
        case FieldType.LONG_TEXT:
            return TidyCharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": 4}))
        case _:
            return TidyCharField(label=label, required=False, max_length=2000)


def _typed(item: FormField, value: FieldValue) -> object:
    if item.type is FieldType.LIST:
        return "\n".join(cast("Sequence[str]", value))
    if item.type in {FieldType.ROWS, FieldType.TABLE}:
        records = cast("Sequence[Mapping[str, object]]", value)
        return "\n".join(" | ".join(_cell(record.get(column, "")) for column in item.columns) for record in records)
    return value


def _cell(value: object) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def _read(item: FormField, typed: object) -> FieldValue:
    lines = [line.strip() for line in str(typed).splitlines() if line.strip()]
    if item.type is FieldType.LIST:
        return lines
    if item.type in {FieldType.ROWS, FieldType.TABLE}:
        return [dict(zip(item.columns, (cell.strip() for cell in line.split("|")), strict=False)) for line in lines]
    if isinstance(typed, date | time | int):
        return typed
    return str(typed)


class CorrectionForm(Form):
    """What an issued paper says wrongly, and what it should say."""

    printed = TidyCharField(label="Đã in là", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    corrected = TidyCharField(label="Nay đính chính là", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    reason = TidyCharField(label="Lý do", max_length=300)


class CopyForm(Form):
    """A scan or a digitally signed PDF."""

    file = forms.FileField(
        label="Bản ký", help_text="Bản quét có chữ ký, dấu (PDF, JPEG, PNG) hoặc PDF đã ký số.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )  # fmt: skip


class LetterForm(Form):
    """A letter addressed to a named person, as it lies on the table: shut."""

    addressee = TidyCharField(label="Người có tên trên phong bì", max_length=160)
    received_on = forms.DateField(label="Ngày đến", widget=DayInput)
    postal_mark = TidyCharField(
        label="Số bưu gửi", max_length=120, required=False, help_text="Không ghi người gửi, không bóc phong bì."
    )


class HandOverForm(Form):
    """Who took the letter."""

    to = TidyCharField(label="Người nhận", max_length=160)
    on = forms.DateField(label="Ngày giao", widget=DayInput)


class ContentsForm(Form):
    """Under which code the contents were entered."""

    registered_as = TidyCharField(label="Vào sổ theo mã đơn hoặc số đến", max_length=40)


class TemplateForm(Form):
    """A DOCX of the office in place of a house form."""

    file = forms.FileField(label="Tệp DOCX", widget=forms.ClearableFileInput(attrs={"accept": ".docx"}))
    note = TidyCharField(label="Ghi chú phiên bản", max_length=200, required=False)


class CertificateForm(Form):
    """A certificate of a signing authority."""

    file = forms.FileField(
        label="Chứng thư của tổ chức chứng thực", help_text="Chứng thư gốc hoặc trung gian, PEM hoặc DER.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pem,.cer,.crt,.der"}),
    )  # fmt: skip


class DossierForm(Form):
    """For whom a dossier is bound, and how."""

    purpose = forms.ChoiceField(
        label="Nơi nhận",
        choices=[("court", "Tòa án"), ("superior", "Cơ quan cấp trên"), ("archive", "Lưu trữ cơ quan")],
    )
    shape = forms.ChoiceField(
        label="Dạng", choices=[("pdf", "Một PDF có mục lục, đánh số trang"), ("zip", "ZIP các tệp kèm mục lục")]
    )
    redacted = forms.BooleanField(
        label="Che danh tính", required=False,
        help_text="Bỏ bản gốc đang niêm phong và che họ tên, địa chỉ, số giấy tờ trong văn bản.",
    )  # fmt: skip

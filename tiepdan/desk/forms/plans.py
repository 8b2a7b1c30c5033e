"""Forms of plan reading: the upload, one unit's fields, one more task."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from tiepdan.desk.labels import refusal_text
from tiepdan.desk.plan_shown import RECURRENCE_WORDS, ROLE_WORDS, field_label
from tiepdan.infra.verdict import Refused
from tiepdan.plans.corrections import required
from tiepdan.plans.fields import MOST_LETTERS, ValueKind, field_paths, parse, value_at, written
from tiepdan.plans.sniffing import too_large
from tiepdan.ui.forms import Form
from tiepdan.ui.words import Words

_ACCEPTED: Final = ".docx,.pdf,.txt,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff"
_HINTS: Final = Words(
    {
        ValueKind.DAY: "Ngày/tháng/năm, ví dụ 31/12/2026; ngày/tháng nếu hằng năm.",
        ValueKind.MONTH: "Tháng/năm, ví dụ 12/2026.",
        ValueKind.LIST: "Mỗi dòng một cơ quan hoặc một ý.",
        ValueKind.SESSIONS: "Mỗi dòng một buổi, ví dụ 07:30 - 11:30.",
    }
)


class UploadForm(Form):
    """A file with a plan."""

    file = forms.FileField(
        label="Tệp kế hoạch",
        error_messages={
            "required": "Chưa chọn tệp: chọn một tệp DOCX, PDF, TXT, HTML hoặc ảnh quét.",
            "empty": "Tệp được chọn trống (0 byte), chưa lưu gì: kiểm tra lại tệp gốc rồi chọn lại.",
        },
        widget=forms.ClearableFileInput(attrs={"accept": _ACCEPTED}),
    )

    def clean_file(self) -> UploadedFile[Any]:
        """Turn away what is too large before its bytes are read."""
        file: UploadedFile[Any] = self.cleaned_data["file"]
        size, limit = file.size or 0, settings.ATTACHMENT_MAX_BYTES
        if size > limit:
            refused = too_large(name=file.name or "", size_bytes=size, limit_bytes=limit)
            raise forms.ValidationError(refusal_text(refused).text, code=refused.code)
        return file


class UnitForm(Form):
    """The fields of one unit, as typed. Which there are depends on the unit."""

    def __init__(self, unit: str, reading: Mapping[str, Any], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self._paths = dict(field_paths(unit))
        self._names = {path: f"truong-{number}" for number, path in enumerate(self._paths)}
        for path, how in self._paths.items():
            field = _field(how, required=required(unit, path), value=value_at(reading, path))
            field.label, field.help_text = field_label(path), _HINTS.get(how, "")
            self.fields[self._names[path]] = field

    def clean(self) -> dict[str, Any]:
        """Check each field by the rule that the act asks again."""
        cleaned: dict[str, Any] = super().clean() or {}
        for path, how in self._paths.items():
            value = parse(how, cleaned.get(self._names[path]) or "")
            if isinstance(value, Refused):
                self.add_error(self._names[path], refusal_text(value).text)
        return cleaned

    def typed(self) -> dict[str, str]:
        """What was typed, by path of the field."""
        return {path: self.cleaned_data.get(name) or "" for path, name in self._names.items()}


class TaskForm(Form):
    """A task that was not seen."""

    text = forms.CharField(
        label="Nội dung nhiệm vụ", max_length=MOST_LETTERS, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Chưa ghi nội dung nhiệm vụ: chép từ văn bản bên cạnh."},
    )  # fmt: skip


def _field(how: ValueKind, *, required: bool, value: object) -> forms.Field:
    initial = written(how, value)
    words = {"required": _("Không để trống: nếu đây không phải nhiệm vụ, dùng nút Không phải.")}
    if how in {ValueKind.RECURRENCE, ValueKind.ROLE}:
        known = RECURRENCE_WORDS if how is ValueKind.RECURRENCE else ROLE_WORDS
        choices = [
            ("", _("– không –")),
            *((code, f"{word} ({code})" if how is ValueKind.ROLE else word) for code, word in known.items()),
        ]
        if initial and initial not in known:
            choices.append((initial, initial))
        return forms.ChoiceField(choices=choices, required=False, initial=initial)
    lines = {ValueKind.LONG: 3, ValueKind.LIST: max(2, initial.count("\n") + 2), ValueKind.SESSIONS: 3}
    rows = min(12, max(lines.get(how, 0), len(initial) // 45 + 2 if how is ValueKind.LONG else 0))
    widget = forms.Textarea(attrs={"rows": rows}) if how in lines else forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(required=required, initial=initial, widget=widget, error_messages=words, strip=True)

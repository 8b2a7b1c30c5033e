"""What officers type about personal data: requests, breaches, decisions to destroy."""

from __future__ import annotations

from typing import Any

from django import forms

from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.privacy.rules import privacy_book
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said


class DataRequestForm(Form):
    """What somebody asks about their own data."""

    kind = forms.ChoiceField(
        label="Yêu cầu", choices=lambda: [(one.kind, said(one.label)) for one in privacy_book().requests.values()]
    )
    name = TidyCharField(label="Người yêu cầu", max_length=160)
    contact = TidyCharField(label="Cách liên hệ", max_length=160, required=False)
    about = TidyCharField(label="Nội dung yêu cầu", widget=forms.Textarea(attrs={"rows": 3}))
    received_on = forms.DateField(label="Ngày nhận", widget=DayInput)
    by_processor = forms.BooleanField(label="Dữ liệu do bên xử lý giữ", required=False)


class CloseRequestForm(Form):
    """What was done, or why not."""

    done = forms.ChoiceField(label="Kết quả", choices=[("1", "Đã thực hiện"), ("0", "Từ chối có căn cứ")])
    outcome = TidyCharField(label="Đã làm gì", widget=forms.Textarea(attrs={"rows": 2}))
    ground = TidyCharField(label="Căn cứ khi từ chối", max_length=300, required=False)


class BreachForm(Form):
    """A breach as it was found."""

    discovered_at = forms.DateTimeField(
        label="Phát hiện lúc", widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    what = TidyCharField(
        label="Vi phạm gì, loại dữ liệu nào", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Không ghi tên người bị ảnh hưởng.",
    )  # fmt: skip
    harm_possible = forms.BooleanField(label="Có thể gây hại cho người bị ảnh hưởng", required=False, initial=True)


class DestroyForm(Form):
    """The decision of the head."""

    decision = TidyCharField(label="Quyết định số, ngày", max_length=120)
    reason = TidyCharField(label="Lý do", max_length=300)
    sure = forms.BooleanField(label="Tôi hiểu: nội dung và tệp mất hẳn, không lấy lại được")

    def act_fields(self) -> dict[str, Any]:
        """What the act takes."""
        return {"decision": self.cleaned_data["decision"], "reason": self.cleaned_data["reason"]}

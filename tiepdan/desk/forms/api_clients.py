"""What administrators type about connected systems."""

from __future__ import annotations

from typing import Final

from django import forms

from tiepdan.accounts.actions import LONGEST_CLIENT_DAYS
from tiepdan.accounts.rules import Scope
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.ui.forms import Form
from tiepdan.ui.words import Words

SCOPE_WORDS: Final = Words(
    {
        Scope.SUBMISSIONS_READ: "Đọc đơn",
        Scope.SUBMISSIONS_WRITE: "Gửi đơn, thêm tệp",
        Scope.CASES_READ: "Đọc vụ việc",
        Scope.DOCUMENTS_READ: "Đọc văn bản đã ban hành",
        Scope.RECEPTIONS_READ: "Đọc sổ tiếp công dân",
        Scope.RECEPTIONS_WRITE: "Ghi sổ tiếp công dân",
    }
)


class ApiClientForm(Form):
    """Another system admitted to work for an agency."""

    agency = AgencyField(label="Cơ quan", help_text="Hệ thống này chỉ thấy và ghi việc của cơ quan đã chọn.")
    name = TidyCharField(label="Tên hệ thống", max_length=120, help_text="Ví dụ: Cổng dịch vụ công của tỉnh.")
    scopes = forms.MultipleChoiceField(
        label="Phạm vi", choices=[(scope.value, words) for scope, words in SCOPE_WORDS.items()],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    days = forms.IntegerField(
        label="Dùng trong bao nhiêu ngày", min_value=1, max_value=LONGEST_CLIENT_DAYS, initial=180
    )


class RevokeForm(Form):
    """Why a token ends."""

    reason = TidyCharField(label="Lý do thu hồi", max_length=300)

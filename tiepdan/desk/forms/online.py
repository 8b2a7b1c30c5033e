"""Forms of online reception sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.infra.clock import VIETNAM
from tiepdan.online.actions import Seated
from tiepdan.online.rules import online_book
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said, said_choices

SIGNINGS: Final = [
    ("signed", "Đã ký tại điểm cầu"), ("fingerprinted", "Đã điểm chỉ tại điểm cầu"), ("digital", "Đã ký số"),
    ("refused", "Không ký (ghi lý do)"),
]  # fmt: skip
PROOFS: Final = [("", "Chưa"), ("signed", "Đã ký số"), ("authenticated", "Đã chứng thực điện tử")]


class DecideForm(Form):
    """The head's decision."""

    ground = forms.ChoiceField(label="Thuộc trường hợp", widget=forms.RadioSelect)
    reason = forms.CharField(label="Vì sao", widget=forms.Textarea(attrs={"rows": 3}))
    day = forms.DateField(label="Ngày tiếp", widget=DayInput)
    hour = forms.TimeField(label="Giờ bắt đầu", widget=forms.TimeInput(attrs={"type": "time"}), initial="08:30")
    place = TidyCharField(label="Điểm cầu trung tâm", max_length=160)
    platform = TidyCharField(
        label="Nền tảng", max_length=160, help_text="Hệ thống truyền hình hội nghị hoặc nền tảng số của Nhà nước."
    )
    contact = TidyCharField(
        label="Người liên hệ về tài khoản, đường truyền",
        max_length=160,
        help_text="Họ tên, điện thoại; không ghi mật khẩu.",
    )
    conditions = forms.MultipleChoiceField(label="Đã kiểm tra, đủ điều kiện", widget=forms.CheckboxSelectMultiple)
    complex_case = forms.BooleanField(label="Tố cáo phức tạp", required=False)
    protection_asked = forms.BooleanField(label="Người tố cáo yêu cầu giữ bí mật danh tính", required=False)
    secrecy_kept = forms.BooleanField(label="Cơ quan bảo đảm được bí mật", required=False)

    def __init__(self, *args: Any, denunciation: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        book = online_book()
        self.fields["ground"].choices = [  # type: ignore[attr-defined] # a choice field
            (one.code, f"{said(one.title)} ({one.article})")
            for one in book.grounds.values()
            if one.denunciation == denunciation
        ]
        self.fields["conditions"].choices = said_choices(book.conditions.items())  # type: ignore[attr-defined] # the same
        if not denunciation:
            for name in ("complex_case", "protection_asked", "secrecy_kept"):
                del self.fields[name]

    def starts_at(self) -> datetime:
        """The instant of the start."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["hour"], tzinfo=VIETNAM)


class PointForm(Form):
    """A member point."""

    agency = AgencyField(label="Cơ quan", required=False)
    name = TidyCharField(
        label="Nơi khác", max_length=160, required=False, help_text="Khi điểm cầu không đặt tại một cơ quan."
    )
    address = TidyCharField(label="Địa chỉ", max_length=200, required=False)
    contact = TidyCharField(label="Người lo đường truyền", max_length=160, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a point without a place."""
        data = super().clean() or {}
        if not self.errors and not data.get("agency") and not data.get("name"):
            self.add_error("agency", _("Chọn cơ quan, hoặc ghi nơi khác."))
        return data


class TrialForm(Form):
    """A trial connection."""

    worked = forms.ChoiceField(
        label="Kết quả", choices=[("1", "Thành công"), ("0", "Chưa được")], widget=forms.RadioSelect
    )
    note = TidyCharField(label="Ghi chú", max_length=300, required=False)


class SeatForm(Form):
    """Who sits at a point, one a line."""

    people = forms.CharField(
        label="Người dự", widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Mỗi dòng: tư cách; họ tên; chức vụ. Tư cách là một trong: tiếp dân, tham mưu, đại diện, công dân, khác.",
    )  # fmt: skip

    def clean_people(self) -> list[Seated]:
        """Read the lines."""
        found = []
        for line in self.cleaned_data["people"].splitlines():
            if not line.strip():
                continue
            parts = [part.strip() for part in line.split(";")]
            role = ROLES_TYPED.get(parts[0].casefold(), "")
            if not role or len(parts) < 2 or not parts[1]:
                raise forms.ValidationError(
                    _("Không đọc được dòng “{strip}”: ghi tư cách; họ tên; chức vụ.").format(strip=line.strip())
                )
            found.append(Seated(role, parts[1], parts[2] if len(parts) > 2 else ""))
        if not found:
            raise forms.ValidationError(_("Ghi ít nhất một người."))
        return found


ROLES_TYPED: Final = {
    "tiếp dân": "receptionist", "tham mưu": "adviser", "đại diện": "representative", "công dân": "citizen", "khác": "other",
}  # fmt: skip


class OpenForm(Form):
    """Opening the session."""

    recording = forms.BooleanField(label="Đang ghi âm, ghi hình toàn bộ buổi tiếp", required=False)
    private_recording_banned = forms.BooleanField(
        label="Không cho người khác tự ghi, phát (bảo vệ người tố cáo)", required=False
    )
    late_reason = TidyCharField(label="Lý do, nếu thử hoặc kết nối muộn", max_length=300, required=False)


class EndForm(Form):
    """Minutes, recording, signature."""

    proceedings = forms.CharField(label="Nội dung trình bày", widget=forms.Textarea(attrs={"rows": 5}))
    conclusion = forms.CharField(label="Kết luận", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    recording_ref = TidyCharField(label="Số hiệu bản ghi", max_length=200)
    recording_place = TidyCharField(
        label="Lưu tại", max_length=160, help_text="Máy chủ hoặc đám mây của cơ quan nhà nước."
    )
    recording_hash = forms.RegexField(
        r"^[0-9a-fA-F]{64}$", label="Mã băm SHA-256 của bản ghi", required=False,
        error_messages={"invalid": "Mã băm có 64 chữ số 0–9, a–f: chép lại, hoặc bỏ trống."},
    )  # fmt: skip
    recording_proof = forms.ChoiceField(label="Bản ghi đã ký số, chứng thực", choices=PROOFS, required=False)
    read_back = forms.BooleanField(label="Đã đọc lại cho công dân nghe", required=False)
    signing = forms.ChoiceField(label="Chữ ký của công dân", choices=[("", "Chọn"), *SIGNINGS])
    signing_refusal = TidyCharField(label="Lý do không ký", max_length=300, required=False)


class ReasonForm(Form):
    """Why."""

    reason = TidyCharField(label="Lý do", max_length=300)


class BreakForm(Form):
    """A line is lost."""

    note = TidyCharField(label="Ghi chú", max_length=300, required=False)


class RestoreForm(Form):
    """A line is back."""

    agreed = forms.BooleanField(label="Các bên đồng ý tiếp tục", required=False)

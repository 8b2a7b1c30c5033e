"""What administrators type: accounts, posts, agencies, the first start."""

from __future__ import annotations

from django import forms
from django.core.validators import RegexValidator

from tiepdan.accounts.rules import Role
from tiepdan.agencies.actions import AgencyDetails, NewAgency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.labels import LABELS
from tiepdan.infra import clock
from tiepdan.infra.folding import tidy
from tiepdan.ui.widgets import DayInput

ROLES = [(role.value, LABELS["role"][role.value]) for role in Role]
KINDS = [(kind.value, LABELS["agency_kind"][kind.value]) for kind in AgencyKind]
LEVELS = [(level.value, LABELS["level"][level.value]) for level in AgencyLevel]
USERNAME = RegexValidator(
    r"\A[a-z0-9][a-z0-9._-]{2,59}\Z", "Dùng chữ thường không dấu, chữ số, dấu chấm hoặc gạch; từ 3 ký tự."
)


class TidyCharField(forms.CharField):
    """Text with composed letters and no control characters."""

    def to_python(self, value: object) -> str:
        """Return the text as it is to be kept."""
        return tidy(super().to_python(value) or "")


class PostForm(forms.Form):
    """One role at one agency."""

    agency = AgencyField(label="Cơ quan", help_text="Gõ vài từ của tên, có dấu hay không dấu, rồi chọn.")
    role = forms.ChoiceField(label="Vị trí", choices=ROLES)
    title = TidyCharField(
        label="Chức danh", max_length=120, required=False, help_text="Ví dụ: Chuyên viên, Phó Chủ tịch UBND phường."
    )
    starts_on = forms.DateField(label="Từ ngày", widget=DayInput, initial=clock.today)


class UserForm(PostForm):
    """A new account with its first post."""

    name = TidyCharField(label="Họ và tên", max_length=120)
    username = forms.CharField(label="Tên đăng nhập", max_length=60, validators=[USERNAME])
    phone = TidyCharField(label="Điện thoại", max_length=30, required=False)
    email = forms.EmailField(
        label="Thư điện tử", required=False, help_text="Thư chỉ mang mã và đường dẫn, không có nội dung đơn."
    )
    field_order = ("name", "username", "agency", "role", "title", "starts_on", "phone", "email")


class EndPostForm(forms.Form):
    """The first day without the post."""

    ends_before = forms.DateField(label="Thôi từ ngày", widget=DayInput, initial=clock.today)


class CloseAccountForm(forms.Form):
    """Why an account is closed."""

    reason = TidyCharField(label="Lý do khóa", max_length=300)


class AgencyForm(forms.Form):
    """What may be corrected of an agency."""

    name = TidyCharField(label="Tên đầy đủ", max_length=200)
    short_name = TidyCharField(label="Tên ngắn", max_length=80)
    symbol = TidyCharField(label="Chữ viết tắt trong số văn bản", max_length=30, required=False)
    head_title = TidyCharField(label="Chức danh thủ trưởng", max_length=80, required=False)
    address = TidyCharField(label="Địa chỉ", max_length=200, required=False)
    phone = TidyCharField(label="Điện thoại", max_length=30, required=False)
    area_code = forms.RegexField(
        r"\A(\d{2}|\d{5})?\Z", label="Mã địa bàn", required=False, help_text="Tỉnh: 2 chữ số. Xã, phường, đặc khu: 5 chữ số.",
        error_messages={"invalid": "Mã địa bàn có 2 hoặc 5 chữ số."},
    )  # fmt: skip
    receives = forms.BooleanField(label="Người dân gửi đơn được đến cơ quan này", required=False, initial=True)

    def details(self) -> AgencyDetails:
        """Return what was typed."""
        return AgencyDetails(**{name: self.cleaned_data[name] for name in AgencyForm.base_fields})


class NewAgencyForm(AgencyForm):
    """A new agency."""

    code = TidyCharField(
        label="Mã định danh",
        max_length=24,
        help_text="Theo Quyết định 20/2020/QĐ-TTg; chưa có thì đặt mã nội bộ bắt đầu bằng X.",
    )
    kind = forms.ChoiceField(label="Loại cơ quan", choices=KINDS)
    level = forms.ChoiceField(label="Cấp", choices=LEVELS)
    starts_on = forms.DateField(label="Hoạt động từ ngày", widget=DayInput, initial=clock.today)
    field_order = ("name", "short_name", "kind", "level", "code", "starts_on")

    def new(self) -> NewAgency:
        """Return what was typed."""
        return NewAgency(
            **{
                **{name: self.cleaned_data[name] for name in NewAgencyForm.base_fields},
                "kind": AgencyKind(self.cleaned_data["kind"]),
                "level": AgencyLevel(self.cleaned_data["level"]),
            }
        )


class EndAgencyForm(forms.Form):
    """The first day without the agency."""

    ends_before = forms.DateField(label="Kết thúc hoạt động từ ngày", widget=DayInput, initial=clock.today)


class StartForm(forms.Form):
    """The first administrator and the agency at the top."""

    code = forms.CharField(
        label="Mã một lần",
        help_text="Lệnh `tiepdan init` đã in mã này.",
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    name = TidyCharField(label="Họ và tên của bạn", max_length=120)
    username = forms.CharField(label="Tên đăng nhập", max_length=60, validators=[USERNAME])
    password = forms.CharField(
        label="Mật khẩu", help_text="Ít nhất 10 ký tự, không phải mật khẩu quen thuộc.",
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
    )  # fmt: skip
    again = forms.CharField(label="Mật khẩu, gõ lại", widget=forms.PasswordInput({"autocomplete": "new-password"}))
    agency_name = TidyCharField(
        label="Cơ quan ở trên cùng", max_length=200, help_text="Ví dụ: UBND tỉnh, UBND phường, bộ."
    )
    agency_kind = forms.ChoiceField(label="Loại cơ quan", choices=KINDS, initial=AgencyKind.PROVINCIAL_COMMITTEE)
    agency_level = forms.ChoiceField(label="Cấp", choices=LEVELS, initial=AgencyLevel.PROVINCE)

    def clean_again(self) -> str:
        """Both passwords must be the same."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("password"):
            raise forms.ValidationError("Hai lần gõ mật khẩu không giống nhau.")
        return again

    def agency(self) -> NewAgency:
        """Return the agency at the top as typed."""
        name = self.cleaned_data["agency_name"]
        return NewAgency(
            name=name, short_name=name[:80], code="X1", kind=AgencyKind(self.cleaned_data["agency_kind"]),
            level=AgencyLevel(self.cleaned_data["agency_level"]), starts_on=clock.today(),
        )  # fmt: skip

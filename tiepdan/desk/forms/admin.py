"""What administrators type: accounts, posts, agencies, the first start."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.validators import MaxLengthValidator, RegexValidator
from django.utils.translation import gettext as _

from tiepdan.accounts.rules import Role
from tiepdan.agencies.actions import AgencyDetails, NewAgency
from tiepdan.agencies.rules import LOCAL_VALUES, AgencyKind, AgencyLevel, LocalCode, SuccessionKind
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.labels import written
from tiepdan.infra import clock
from tiepdan.infra.folding import tidy
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import Words

ROLES = [(role.value, written("role", role.value)) for role in Role]
KINDS = [(kind.value, written("agency_kind", kind.value)) for kind in AgencyKind]
LEVELS = [(level.value, written("level", level.value)) for level in AgencyLevel]
USERNAME = RegexValidator(
    r"\A[a-z0-9][a-z0-9._-]{2,59}\Z", "Dùng chữ thường không dấu, chữ số, dấu chấm hoặc gạch; từ 3 ký tự."
)


LONGEST_TEXT: Final = 200_000  # letters, some eighty pages: what is longer is a file


class TidyCharField(forms.CharField):
    """Text with composed letters and no control characters.

    A long text has its limit as an error at the field, never as `maxlength`: a browser cuts what is pasted without a word.
    """

    def __init__(self, *, max_length: int | None = None, **options: Any) -> None:  # Django's signature
        super().__init__(max_length=max_length, **options)
        if max_length is None:
            self.validators.append(
                MaxLengthValidator(LONGEST_TEXT, _("Nhiều nhất 200.000 chữ: phần dài hơn để vào một tệp đính kèm."))
            )

    def to_python(self, value: object) -> str:
        """Return the text as it is to be kept."""
        return tidy(super().to_python(value) or "")


class PostForm(Form):
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


class EndPostForm(Form):
    """The first day without the post."""

    ends_before = forms.DateField(label="Thôi từ ngày", widget=DayInput, initial=clock.today)


class CloseAccountForm(Form):
    """Why an account is closed."""

    reason = TidyCharField(label="Lý do khóa", max_length=300)


class AgencyForm(Form):
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


class EndAgencyForm(Form):
    """The first day without the agency."""

    ends_before = forms.DateField(label="Kết thúc hoạt động từ ngày", widget=DayInput, initial=clock.today)


class StartForm(Form):
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
            raise forms.ValidationError(_("Hai lần gõ mật khẩu không giống nhau."))
        return again

    def agency(self) -> NewAgency:
        """Return the agency at the top as typed."""
        name = self.cleaned_data["agency_name"]
        return NewAgency(
            name=name, short_name=name[:80], code="X1", kind=AgencyKind(self.cleaned_data["agency_kind"]),
            level=AgencyLevel(self.cleaned_data["agency_level"]), starts_on=clock.today(),
        )  # fmt: skip


LOCAL_CODES = Words(
    {
        LocalCode.REMOTE_AREA: "Vùng sâu, vùng xa đi lại khó khăn",
        LocalCode.CULTURE_DAY: "Ngày 24/11 là ngày nghỉ",
        LocalCode.STRADDLING_COMPETENCE: "Thẩm quyền với đơn nhận trước 01/7/2026",
        LocalCode.STRADDLING_LIMITS: "Thời hạn thụ lý đơn nhận trước 01/7/2026",
        LocalCode.EFFECT_ROLLS: "Ngày chờ hiệu lực cuối cùng là ngày nghỉ thì chuyển sang ngày làm việc",
        LocalCode.COLLECTIVE_COMMITTEE: "Khiếu nại quyết định của tập thể UBND",
        LocalCode.CASE_RECORD_YEARS: "Thời hạn bảo quản hồ sơ vụ việc theo danh mục của cơ quan",
        LocalCode.DAY_OFF: "Ngày nghỉ riêng của địa phương",
        LocalCode.WORKING_DAY: "Ngày cuối tuần làm bù",
    }
)
LOCAL_WORDS = Words({
    "yes": "Có", "no": "Không", "acceptance": "Theo ngày thụ lý", "receipt": "Theo ngày nhận đơn",
    "2": "2 năm", "3": "3 năm", "5": "5 năm", "10": "10 năm", "15": "15 năm", "20": "20 năm", "30": "30 năm",
    "50": "50 năm", "70": "70 năm",
    "chair": "Chủ tịch giải quyết như quyết định của Chủ tịch", "ask": "Hệ thống không đề xuất, thủ trưởng xác định",
})  # fmt: skip


class LocalRuleForm(Form):
    """A default of the locality."""

    choice = forms.ChoiceField(
        label="Mặc định",
        choices=lambda: [
            *(
                (f"{code.value}:{value}", f"{LOCAL_CODES[code]}: {LOCAL_WORDS[value]}")
                for code, values in LOCAL_VALUES.items()
                for value in values
            ),
            *((f"{code.value}:", LOCAL_CODES[code]) for code in (LocalCode.DAY_OFF, LocalCode.WORKING_DAY)),
        ],
    )
    starts_on = forms.DateField(
        label="Ngày", widget=DayInput, help_text="Áp dụng từ ngày này; với ngày nghỉ, ngày làm bù: chính ngày đó."
    )
    reason = TidyCharField(
        label="Căn cứ", max_length=300, help_text="Số, ngày của quyết định; với ngày nghỉ ghi thêm tên."
    )

    @property
    def code(self) -> LocalCode:
        """What is set."""
        return LocalCode(self.cleaned_data["choice"].split(":")[0])

    @property
    def value(self) -> str:
        """Its value: of a day, the day itself."""
        chosen = str(self.cleaned_data["choice"]).split(":")[1]
        return chosen or f"{self.cleaned_data['starts_on']:%Y-%m-%d}"


SUCCESSIONS = Words(
    {
        SuccessionKind.MERGE: "Sáp nhập, hợp nhất",
        SuccessionKind.SPLIT: "Chia, tách",
        SuccessionKind.END: "Giải thể",
    }
)


class SuccessionForm(Form):
    """One agency follows another."""

    kind = forms.ChoiceField(label="Hình thức", choices=[(kind.value, name) for kind, name in SUCCESSIONS.items()])
    successor = AgencyField(label="Cơ quan kế thừa", required=False, help_text="Bỏ trống khi giải thể.")
    on = forms.DateField(label="Từ ngày", widget=DayInput)
    share = TidyCharField(
        label="Phần được giao", max_length=300, required=False, help_text="Địa bàn hoặc nhiệm vụ, khi chia tách."
    )
    decision = TidyCharField(label="Số, ngày quyết định", max_length=120)

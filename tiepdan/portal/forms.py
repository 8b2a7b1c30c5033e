"""Forms of the portal, and what they become for the acts."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MaxLengthValidator
from django.forms import BoundField
from django.utils.translation import gettext as _

from tiepdan.deadlines.groups import most_spokespersons, several_from
from tiepdan.infra import clock
from tiepdan.portal.kinds import KindChoice
from tiepdan.submissions.intake import Identity, Intake, PartyData
from tiepdan.submissions.rules import SENDER_ROLES, PartyRole, Signing, Source
from tiepdan.ui.forms import Form
from tiepdan.ui.words import said, said_choices

MOST_FILES: Final = 10
IDENTITY_CHOICES: Final = (
    ("", "Chưa khai"),
    ("can_cuoc", "Thẻ căn cước"),
    ("giay_chung_nhan_can_cuoc", "Giấy chứng nhận căn cước"),
    ("so_dinh_danh_ca_nhan", "Số định danh cá nhân"),
    ("ho_chieu", "Hộ chiếu"),
    ("giay_to_khac", "Giấy tờ khác"),
)
DAY_FORMATS: Final = ("%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d")


_LONGEST_TEXT: Final = 60_000
_TOO_LONG: Final = "Nhiều nhất 60.000 chữ: phần dài hơn để vào một tệp đính kèm."


def identity_choices() -> list[tuple[str, str]]:
    """Return the papers one may name, in the reader's language."""
    return said_choices(IDENTITY_CHOICES)


class ManyFilesInput(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files; an empty list when none."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:  # Django's signature
        """Clean every file."""
        given = data if isinstance(data, list | tuple) else [data] if data else []
        files = [super(ManyFilesField, self).clean(item, initial) for item in given]
        if self.required and not files:
            raise forms.ValidationError(_("Chọn ít nhất một tệp."))
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Mỗi lần gửi nhiều nhất {most_files} tệp.").format(most_files=MOST_FILES))
        return files


def _line(label: str, *, needed: bool = True, length: int = 200, hint: str = "", **attrs: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=needed, max_length=length, help_text=hint, widget=forms.TextInput(attrs=attrs),
        error_messages={"required": _("Chưa ghi mục này.")},
    )  # fmt: skip


def _text(label: str, *, needed: bool = True, hint: str = "", rows: int = 6) -> forms.CharField:
    """A long text. Its limit is an error at the field, never `maxlength`: a browser cuts what is pasted without a word."""
    return forms.CharField(
        label=label, required=needed, help_text=hint, widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": _("Chưa ghi mục này.")}, validators=[MaxLengthValidator(_LONGEST_TEXT, said(_TOO_LONG))],
    )  # fmt: skip


def _day(label: str, hint: str = "Ngày/tháng/năm, ví dụ 05/07/2026.") -> forms.DateField:
    return forms.DateField(
        label=label, required=False, help_text=said(hint), input_formats=list(DAY_FORMATS),
        widget=forms.DateInput(attrs={"inputmode": "numeric"}, format="%d/%m/%Y"),
        error_messages={"invalid": _("Ghi ngày/tháng/năm, ví dụ 05/07/2026.")},
    )  # fmt: skip


class SubmitForm(Form):
    """What a citizen submits; the fields follow the kind."""

    request_key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, choice: KindChoice, with_files: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choice = choice
        self.fields["request_key"].initial = secrets.token_hex(32)
        self.fields |= self._what() | self._who()
        if with_files:
            self.fields["attachments"] = ManyFilesField(
                label=_("Tài liệu kèm theo"),
                required=False,
                help_text=_("PDF, ảnh hoặc Word; nhiều nhất {most_files} tệp. Có thể bổ sung sau bằng mã đơn.").format(
                    most_files=MOST_FILES
                ),
            )

    def _what(self) -> dict[str, forms.Field]:
        choice = self.choice
        fields: dict[str, forms.Field] = {}
        if choice.respondent_label:
            fields["respondent_name"] = _line(said(choice.respondent_label), autocomplete="off")
        if choice.is_denunciation:
            fields["respondent_post"] = _line(_("Chức vụ, nơi làm việc của người đó"), needed=False, autocomplete="off")
        if choice.is_complaint:
            fields["attacked_number"] = _line(
                _("Số quyết định bị khiếu nại"),
                needed=False,
                length=60,
                hint=_("Ví dụ 15/QĐ-UBND. Để trống nếu khiếu nại một việc làm."),
            )
            fields["attacked_on"] = _day(_("Ngày của quyết định đó"))
            fields["attacked_act"] = _line(
                _("Việc làm bị khiếu nại"), needed=False, length=300, hint=_("Khi không có quyết định bằng văn bản.")
            )
            fields["attacked_known_on"] = _day(_("Ngày ông/bà nhận được quyết định hoặc biết việc làm đó"))
        fields["content"] = _text(said(choice.content_label), hint=said(choice.content_hint), rows=10)
        fields["demands"] = _text(_("Ông/bà muốn cơ quan làm gì"), needed=choice.is_complaint, rows=3)
        fields["earlier_handling"] = _text(
            _("Đã gửi hoặc đã được trả lời ở đâu chưa"),
            needed=False,
            rows=2,
            hint=_("Cơ quan nào, ngày nào, số văn bản nếu có."),
        )
        return fields

    def _who(self) -> dict[str, forms.Field]:
        fields: dict[str, forms.Field] = {
            "name": _line(_("Họ và tên"), length=160, autocomplete="name"),
            "address": _line(_("Địa chỉ"), autocomplete="street-address"),
            "phone": _line(_("Điện thoại"), needed=False, length=30, autocomplete="tel", inputmode="tel"),
            "email": forms.EmailField(label=_("Thư điện tử"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})),
            "identity_kind": forms.ChoiceField(label=_("Giấy tờ"), required=False, choices=identity_choices()),
            "number": _line(_("Số giấy tờ"), needed=False, length=30, inputmode="numeric", autocomplete="off",
                            hint=_("Cơ quan cần số này khi thụ lý; chưa khai bây giờ thì sẽ được hỏi sau.")),
            "issued_on": _day(_("Ngày cấp")),
            "issued_at": _line(_("Nơi cấp"), needed=False, length=120, autocomplete="off"),
            "people": forms.IntegerField(
                label=_("Có bao nhiêu người cùng gửi đơn này"), min_value=1, max_value=100_000, initial=1,
                help_text=_("Kể cả ông/bà. Từ hai người trở lên, ông/bà là người đại diện."),
                widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                error_messages={"min_value": _("Ghi số người: ít nhất 1."), "max_value": _("Ghi số người: nhiều nhất 100.000.")},
            ),
        }  # fmt: skip
        for place in range(1, most_spokespersons(on=clock.today())):
            fields[f"more{place}_name"] = _line(
                _("Người đại diện thứ {value}: họ và tên").format(value=place + 1), needed=False, length=160
            )
            fields[f"more{place}_address"] = _line(_("Địa chỉ"), needed=False)
            fields[f"more{place}_number"] = _line(_("Số giấy tờ"), needed=False, length=30)
        return fields

    @property
    def what_fields(self) -> Iterator[BoundField]:
        """The fields about the matter, in order."""
        return (self[name] for name in self._what())

    @property
    def who_fields(self) -> Iterator[BoundField]:
        """The fields about the sender, in order."""
        return (self[name] for name in self._who() if not name.startswith("more"))

    @property
    def more_fields(self) -> Iterator[BoundField]:
        """The fields about further representatives, in order."""
        return (self[name] for name in self._who() if name.startswith("more"))

    @property
    def opens_more(self) -> bool:
        """Tell whether further representatives were filled in or are wrong, so that the fold stands open."""
        return any(field.value() or field.errors for field in self.more_fields)

    def clean(self) -> dict[str, Any]:
        """Check what spans several fields."""
        found = super().clean() or self.cleaned_data
        known_on: date | None = found.get("attacked_known_on")
        if known_on and known_on > clock.today():
            self.add_error("attacked_known_on", _("Ngày này ở tương lai."))
        if self.choice.is_denunciation and not (found.get("phone") or found.get("email")):
            self.add_error("phone", _("Ghi điện thoại hoặc thư điện tử: luật cần cách liên hệ với người tố cáo."))
        if any(found.get(f"more{place}_name") for place in range(1, most_spokespersons(on=clock.today()))) and (
            (found.get("people") or 1) < several_from(on=clock.today())
        ):
            self.add_error("people", _("Đã ghi thêm người đại diện: ghi số người cùng gửi, kể cả ông/bà."))
        return found

    def intake(self) -> Intake:
        """Return what was submitted. An unsigned page runs the limits all the same (complaints §7, trap 14)."""
        data = self.cleaned_data
        people = data["people"]
        return Intake(
            source=Source.ONLINE,
            kind=self.choice.kind,
            petition_mark=self.choice.mark,
            content=data["content"],
            demands=data["demands"],
            earlier_handling=data["earlier_handling"],
            parties=self._parties(),
            people=people,
            all_signed=False,
            signing=Signing.MISSING,
            respondent_name=data.get("respondent_name", ""),
            respondent_post=data.get("respondent_post", ""),
            attacked_number=data.get("attacked_number", ""),
            attacked_on=data.get("attacked_on"),
            attacked_act=data.get("attacked_act", ""),
            attacked_known_on=data.get("attacked_known_on"),
        )

    def _parties(self) -> tuple[PartyData, ...]:
        data = self.cleaned_data
        group = data["people"] >= several_from(on=clock.today())
        sender = PartyData(
            name=data["name"],
            role=PartyRole.REPRESENTATIVE if group else SENDER_ROLES[self.choice.kind],
            identity_kind=data["identity_kind"],
            identity=Identity(
                number=data["number"], issued_on=data["issued_on"], issued_at=data["issued_at"],
                address=data["address"], phone=data["phone"], email=data["email"],
            ),
        )  # fmt: skip
        others = (
            PartyData(
                name=data[f"more{place}_name"],
                role=PartyRole.REPRESENTATIVE,
                identity=Identity(number=data[f"more{place}_number"], address=data[f"more{place}_address"]),
            )
            for place in range(1, most_spokespersons(on=clock.today()))
            if data[f"more{place}_name"]
        )
        return (sender, *others)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A value carried along without being stored anywhere."""

    name: str
    value: str


def carried(form: SubmitForm) -> list[Hidden]:
    """Return what was typed as hidden fields, so that the form to sign can be drawn without keeping anything."""
    names = [name for name in form.fields if name != "attachments"]
    return [Hidden(name, str(form.data.get(form.add_prefix(name), ""))) for name in names]


class LookUpForm(Form):
    """Code and PIN."""

    ma = _line(
        "Mã đơn",
        length=20,
        hint="In trên giấy biên nhận, ví dụ 7KXW-94CM-RA.",
        autocomplete="off",
        autocapitalize="characters",
    )
    pin = forms.CharField(
        label="Mã PIN", max_length=12, help_text="Sáu chữ số, in cạnh mã đơn.",
        widget=forms.PasswordInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": "Chưa ghi mục này."},
    )  # fmt: skip


class AddPaperForm(Form):
    """Papers brought later."""

    role = forms.ChoiceField(
        label="Đây là gì", choices=(("signed_page", "Đơn đã ký hoặc trang có chữ ký"), ("evidence", "Tài liệu, chứng cứ")),
        widget=forms.RadioSelect, initial="evidence",
    )  # fmt: skip
    attachments = ManyFilesField(label="Tệp", help_text="PDF, ảnh hoặc Word.")


class ContactForm(Form):
    """How to reach the sender from now on."""

    address = _line("Địa chỉ", needed=False, autocomplete="street-address")
    phone = _line("Điện thoại", needed=False, length=30, autocomplete="tel", inputmode="tel")
    email = forms.EmailField(
        label="Thư điện tử", required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    def clean(self) -> dict[str, Any]:
        """At least one change."""
        found = super().clean() or self.cleaned_data
        if not any(found.values()) and not self.errors:
            raise forms.ValidationError(_("Ghi ít nhất một mục cần sửa."))
        return found


class WithdrawForm(Form):
    """The wish to withdraw, confirmed."""

    reason = _text("Lý do", needed=False, rows=3)
    sure = forms.BooleanField(
        label="Tôi rút toàn bộ đơn này và hiểu rằng nội dung đã rút sẽ không được xem xét lại.",
        error_messages={"required": "Đánh dấu ô này nếu ông/bà muốn rút đơn."},
    )


class PointForm(Form):
    """Where the citizen comes to take part in an online session."""

    point = forms.ChoiceField(label="Nơi đến dự", widget=forms.RadioSelect)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["point"].choices = choices  # type: ignore[attr-defined] # a choice field


class ReceivedForm(Form):
    """The day a paper arrived."""

    received_on = _day("Ngày ông/bà nhận được văn bản")

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Django's signature
        super().__init__(*args, **kwargs)
        self.fields["received_on"].required = True


class DissatisfiedForm(Form):
    """Why the answer does not satisfy."""

    text = _text("Điều ông/bà chưa hài lòng", needed=False, rows=5)

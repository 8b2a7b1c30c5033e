"""What officers type about submissions: papers that came by another way, screening, splitting, files, openings."""

from __future__ import annotations

import uuid
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.accounts.rules import Actor
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.forms.reception import MARKS, PURPOSES, colleagues, field_choices
from tiepdan.desk.labels import written
from tiepdan.desk.lists import ORDERS
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.intake import Identity, Intake, Part, PartyData
from tiepdan.submissions.models import AttachmentRole
from tiepdan.submissions.rules import SENDER_ROLES, IdentityKind, Signing, Source, SubmissionStatus
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput

_SOURCES: Final = [
    (source.value, written("source", source.value))
    for source in Source
    if source not in {Source.DESK, Source.ONLINE, Source.SYSTEM}
]
_SIGNINGS: Final = [
    (Signing.SIGNED, "Đã ký"), (Signing.FINGERPRINTED, "Đã điểm chỉ"), (Signing.DIGITAL, "Ký số"),
    (Signing.MISSING, "Chưa có chữ ký"),
]  # fmt: skip
_STATES: Final = [
    ("", "Mọi trạng thái"), (SubmissionStatus.RECEIVED, "Mới tiếp nhận"), (SubmissionStatus.SCREENED, "Đã phân loại"),
    (SubmissionStatus.PROPOSED, "Chờ phê duyệt"), (SubmissionStatus.ACCEPTED, "Đã thụ lý"),
    (SubmissionStatus.GUIDED, "Đã hướng dẫn"), (SubmissionStatus.FORWARDED, "Đã chuyển"),
    (SubmissionStatus.FILED, "Lưu đơn"), (SubmissionStatus.WITHDRAWN, "Đã rút"), (SubmissionStatus.VOIDED, "Đã hủy"),
]  # fmt: skip


class FilterForm(Form):
    """What a list is narrowed to."""

    state = forms.ChoiceField(label="Trạng thái", choices=_STATES, required=False)
    kind = forms.ChoiceField(
        label="Loại", choices=[("", "Mọi loại"), *PURPOSES, ("unclassified", "Chưa phân loại")], required=False
    )
    field = forms.ChoiceField(
        label="Lĩnh vực", choices=lambda: [("", _("Mọi lĩnh vực")), *field_choices()[1:]], required=False
    )
    sap = forms.ChoiceField(label="Sắp xếp", choices=ORDERS, required=False)
    late = forms.BooleanField(label="Quá hạn", required=False)


class SubmissionForm(Form):
    """A paper that came by post, box or from another body."""

    source = forms.ChoiceField(label="Nguồn", choices=_SOURCES)
    forwarded_by = AgencyField(label="Cơ quan chuyển đến", required=False)
    forwarding_number = TidyCharField(label="Số văn bản chuyển", max_length=60, required=False)
    forwarding_dated_on = forms.DateField(label="Ngày văn bản chuyển", required=False, widget=DayInput)
    received_on = forms.DateField(label="Ngày nhận", widget=DayInput)
    kind = forms.ChoiceField(label="Loại đơn (theo nội dung)", choices=[*PURPOSES, ("unclassified", "Chưa phân loại")])
    petition_mark = forms.ChoiceField(label="Nếu là kiến nghị, phản ánh", choices=[("", "—"), *MARKS], required=False)
    anonymous = forms.BooleanField(label="Không rõ người gửi", required=False)
    name = TidyCharField(label="Họ và tên người gửi", max_length=160, required=False)
    number = TidyCharField(label="Số giấy tờ", max_length=40, required=False)
    address = TidyCharField(label="Địa chỉ", max_length=300, required=False)
    phone = TidyCharField(label="Điện thoại", max_length=30, required=False)
    people = forms.IntegerField(label="Số người ký", min_value=1, max_value=100_000, initial=1)
    all_signed = forms.BooleanField(label="Đủ chữ ký và văn bản cử người đại diện", required=False, initial=True)
    signing = forms.ChoiceField(label="Chữ ký", choices=_SIGNINGS, initial=Signing.SIGNED)
    written_on = forms.DateField(label="Ngày ghi trên đơn", required=False, widget=DayInput)
    content = TidyCharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 6}))
    demands = TidyCharField(label="Yêu cầu, đề nghị", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    respondent_name = TidyCharField(label="Bị khiếu nại, tố cáo: cơ quan hoặc họ tên", max_length=200, required=False)
    respondent_post = TidyCharField(label="Chức vụ", max_length=200, required=False)
    attacked_number = TidyCharField(label="Quyết định bị khiếu nại: số", max_length=60, required=False)
    attacked_on = forms.DateField(label="Ngày của quyết định", required=False, widget=DayInput)
    field_code = forms.ChoiceField(label="Lĩnh vực", choices=field_choices, required=False)
    denounced_users = forms.MultipleChoiceField(
        label="Người của cơ quan bị tố cáo hoặc có thể làm lộ (sẽ không xem được đơn)", required=False
    )
    request_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, *args: Any, by: Actor, **options: Any) -> None:  # Django's signature
        super().__init__(*args, **options)
        self.fields["request_key"].initial = uuid.uuid4().hex
        self.fields["denounced_users"].choices = colleagues(by=by)  # type: ignore[attr-defined] # a choice field

    def intake(self) -> Intake:
        """Return what was submitted. Call when valid."""
        data = self.cleaned_data
        kind = MatterKind(data["kind"])
        identity = Identity(number=data["number"], address=data["address"], phone=data["phone"])
        sender = PartyData(
            name=data["name"], role=SENDER_ROLES[kind], identity=identity,
            identity_kind=IdentityKind.CAN_CUOC if data["number"] else "",
        )  # fmt: skip
        return Intake(
            source=Source(data["source"]),
            kind=kind,
            petition_mark=data["petition_mark"] if kind is MatterKind.PETITION_FEEDBACK else "",
            content=data["content"],
            demands=data["demands"],
            parties=() if data["anonymous"] else (sender,),
            people=data["people"],
            all_signed=data["all_signed"] or data["people"] == 1,
            signing=Signing(data["signing"]),
            anonymous=data["anonymous"],
            received_on=data["received_on"],
            written_on=data["written_on"],
            forwarded_by_id=data["forwarded_by"].pk if data["forwarded_by"] else None,
            forwarding_number=data["forwarding_number"],
            forwarding_dated_on=data["forwarding_dated_on"],
            respondent_name=data["respondent_name"],
            respondent_post=data["respondent_post"],
            attacked_number=data["attacked_number"],
            attacked_on=data["attacked_on"],
            field_code=data["field_code"],
            denounced_user_ids=tuple(int(pk) for pk in data["denounced_users"]),
        )


class SplitForm(Form):
    """Up to three contents; empty ones do not count."""

    kind_1 = forms.ChoiceField(label="Nội dung thứ nhất: loại", choices=PURPOSES)
    content_1 = TidyCharField(label="Nội dung thứ nhất", widget=forms.Textarea(attrs={"rows": 3}))
    kind_2 = forms.ChoiceField(label="Nội dung thứ hai: loại", choices=PURPOSES)
    content_2 = TidyCharField(label="Nội dung thứ hai", widget=forms.Textarea(attrs={"rows": 3}))
    kind_3 = forms.ChoiceField(label="Nội dung thứ ba: loại", choices=PURPOSES, required=False)
    content_3 = TidyCharField(label="Nội dung thứ ba", required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def parts(self) -> list[Part]:
        """Return the contents. Call when valid."""
        data = self.cleaned_data
        return [
            Part(kind=MatterKind(data[f"kind_{place}"]), content=data[f"content_{place}"])
            for place in (1, 2, 3)
            if data[f"content_{place}"]
        ]


class FileForm(Form):
    """One file."""

    file = forms.FileField(
        label="Tệp", help_text="PDF, ảnh JPEG, PNG, TIFF, WEBP hoặc DOCX.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx"}),
    )  # fmt: skip
    role = forms.ChoiceField(
        label="Là",
        choices=[
            (AttachmentRole.ORIGINAL, "Đơn gốc"), (AttachmentRole.EVIDENCE, "Tài liệu kèm theo"),
            (AttachmentRole.SIGNED_PAGE, "Trang có chữ ký"),
        ],
    )  # fmt: skip


class RedactedForm(Form):
    """The text of a sealed submission without identity."""

    text = TidyCharField(label="Nội dung đã che", widget=forms.Textarea(attrs={"rows": 8}))


class OpeningForm(Form):
    """Why an identity must be opened."""

    reason = TidyCharField(
        label="Lý do mở", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Mỗi lần mở được ghi lại và thủ trưởng xem được.",
    )  # fmt: skip


class ContactForm(Form):
    """How somebody is reached now; empty stays."""

    address = TidyCharField(label="Địa chỉ", max_length=300, required=False)
    phone = TidyCharField(label="Điện thoại", max_length=30, required=False)
    email = forms.EmailField(label="Thư điện tử", required=False)


class DeliveryForm(Form):
    """How a paper was sent."""

    addressee = forms.ChoiceField(
        label="Người nhận",
        choices=[
            ("complainant", "Người khiếu nại"), ("denouncer", "Người tố cáo"), ("petitioner", "Người kiến nghị, phản ánh"),
            ("respondent", "Người bị khiếu nại, tố cáo"), ("agency", "Cơ quan"), ("forwarder", "Nơi chuyển đơn đến"),
        ],
    )  # fmt: skip
    way = forms.ChoiceField(
        label="Cách gửi",
        choices=[
            ("hand", "Trao trực tiếp"), ("post", "Bưu chính có xác nhận"), ("electronic", "Trục liên thông văn bản"),
            ("portal", "Cổng tra cứu"), ("posting", "Niêm yết"),
        ],
    )  # fmt: skip
    sent_on = forms.DateField(label="Ngày gửi", widget=DayInput)
    received_on = forms.DateField(label="Ngày nhận (nếu đã có xác nhận)", required=False, widget=DayInput)
    proof = TidyCharField(
        label="Bằng chứng", max_length=200, required=False, help_text="Số vận đơn, chữ ký trên bản lưu …"
    )

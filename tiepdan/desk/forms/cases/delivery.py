"""Sending, proof of receipt, making public."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.cases.intent import AddresseeData, PublicationData
from tiepdan.desk.forms.cases.basis import ActForm, DayField, TextField
from tiepdan.documents.models import DeliveryWay
from tiepdan.ui.words import Words

ADDRESSEES: Final = Words(
    {
        "complainant": "Người khiếu nại",
        "denouncer": "Người tố cáo (gửi thông báo kết quả)",
        "denounced": "Người bị tố cáo",
        "respondent": "Người bị khiếu nại",
        "concerned": "Người có quyền, nghĩa vụ liên quan",
        "direct_superior": "Cơ quan cấp trên trực tiếp",
        "second_settler": "Người có thẩm quyền giải quyết lần hai",
        "agency_of_denounced": "Cơ quan quản lý người bị tố cáo",
        "forwarder": "Cơ quan, đại biểu đã chuyển đơn",
        "inspectorate": "Cơ quan thanh tra cùng cấp",
    }
)
WAYS: Final = [
    ("meeting", "Họp công bố"), ("posting", "Niêm yết tại trụ sở, nơi tiếp công dân"),
    ("portal", "Cổng, trang thông tin điện tử"), ("print", "Báo in"), ("broadcast", "Phát thanh, truyền hình"),
    ("e_press", "Báo điện tử"),
]  # fmt: skip


class SendForm(ActForm):
    """To whom the decision goes, and how."""

    asks_paper = False
    addressees = forms.MultipleChoiceField(label="Nơi nhận", widget=forms.CheckboxSelectMultiple)
    way = forms.ChoiceField(label="Cách gửi", choices=[one for one in DeliveryWay.choices if one[0] != "posting"])
    sent_on = DayField(label="Ngày gửi")
    proof = TextField(label="Số bưu gửi hoặc sổ giao nhận", required=False, max_length=200)

    def prepare(self) -> None:
        self.fields["addressees"].choices = [(key, ADDRESSEES[key]) for key in self.setting.addressees]  # type: ignore[attr-defined]

    @property
    def deliveries(self) -> list[AddresseeData]:
        """Deliveries as the act takes them."""
        data = self.cleaned_data
        return [
            AddresseeData(
                addressee=one, way=DeliveryWay(data["way"]), sent_on=data["sent_on"], proof=data["proof"],
                name="" if one == "denouncer" else str(self.setting.first.get(f"name_{one}", "")),
            )
            for one in data["addressees"]
        ]  # fmt: skip


class ReceiptForm(ActForm):
    """The proof that a paper was received."""

    received_on = DayField(label="Ngày nhận")
    proof = TextField(
        label="Bằng chứng", max_length=200, help_text="Chữ ký trên bản giao, phiếu báo phát, biên bản giao."
    )


class PublicationForm(ActForm):
    """How a decision is made public, with what the law counts of each way."""

    asks_questions = False
    way = forms.ChoiceField(label="Hình thức công khai (chọn một)", choices=WAYS, widget=forms.RadioSelect)
    from_on = DayField(label="Từ ngày, ngày họp hoặc ngày đăng đầu tiên")
    until_on = DayField(
        label="Đến ngày", required=False, help_text="Niêm yết, cổng thông tin, báo điện tử: ít nhất 15 ngày."
    )
    times = forms.IntegerField(
        label="Số lần phát, số kỳ báo", required=False, min_value=1, initial=1,
        help_text="Báo in, phát thanh, truyền hình: ít nhất 2 lần liên tiếp.",
    )  # fmt: skip
    invited_on = DayField(
        label="Ngày gửi giấy mời họp", required=False, help_text="Họp công bố: mời trước ít nhất 3 ngày."
    )
    portal_too = forms.BooleanField(
        label="Cơ quan không có cổng thông tin điện tử, hoặc đã đăng cả trên cổng", required=False,
        help_text="Bắt buộc khi công khai quyết định giải quyết khiếu nại trên báo, đài.",
    )  # fmt: skip
    place = TextField(label="Nơi công khai", required=False, max_length=160)

    def prepare(self) -> None:
        if self.setting.denunciation:
            self.fields["redaction_checked"] = forms.BooleanField(
                label=_("Đã kiểm tra: bản công khai không có gì làm lộ người tố cáo")
            )

    def clean(self) -> dict[str, Any]:  # Any: Django's signature
        data: dict[str, Any] = super().clean() or {}
        if data.get("way") in {"posting", "portal", "e_press"} and data.get("from_on") and not data.get("until_on"):
            self.add_error("until_on", _("Ghi ngày kết thúc niêm yết, đăng tải."))
        return data

    @property
    def publication(self) -> PublicationData:
        """The publication as the act takes it."""
        data = self.cleaned_data
        named = ("way", "from_on", "until_on", "place", "invited_on", "portal_too")
        return PublicationData(**{name: data[name] for name in named}, times=data["times"] or 1)

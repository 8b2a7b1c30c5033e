"""Forms of incidents, short enough for a phone."""

from __future__ import annotations

import uuid
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiepdan.deadlines.groups import most_spokespersons
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.incidents.actions import Called
from tiepdan.incidents.models import Office
from tiepdan.incidents.rules import LineKind, Transport
from tiepdan.infra import clock
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import Words

LINES = Words(
    {
        LineKind.COUNT: "Số người có mặt",
        LineKind.NOTE: "Diễn biến",
        LineKind.DEMAND: "Yêu cầu của công dân",
        LineKind.CALLED: "Đã gọi",
        LineKind.CAME: "Đã đến",
        LineKind.AGREED: "Đã thống nhất",
        LineKind.TOLD: "Với địa phương",
        LineKind.ENDED: "Kết thúc",
    }
)
TRANSPORT = Words(
    {
        Transport.NOT_OFFERED: "Chưa đề nghị",
        Transport.ACCEPTED: "Đã đề nghị, công dân tự nguyện dùng",
        Transport.DECLINED: "Đã đề nghị, công dân không dùng",
    }
)


DAYS = [("0", "hôm nay"), ("1", "hôm qua")]


class IncidentForm(Form):
    """What happens, where, how many."""

    request_key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    people = forms.IntegerField(label="Khoảng bao nhiêu người", min_value=1)
    office = forms.ChoiceField(label="Địa điểm tiếp", required=False)
    place = TidyCharField(label="Nơi khác", max_length=200, required=False)
    began_at = forms.TimeField(
        label="Bắt đầu lúc", widget=forms.TimeInput(attrs={"type": "time"})
    )  # fmt: skip
    began_day = forms.ChoiceField(label="Ngày bắt đầu", choices=DAYS, required=False)
    situation = TidyCharField(
        label="Tình huống", max_length=160, required=False, help_text="Ví dụ: đoàn đông người đến nộp đơn."
    )
    about = TidyCharField(
        label="Về việc gì", max_length=300, required=False, help_text="Ghi vụ việc, không ghi tên người tham gia."
    )
    matter_code = TidyCharField(
        label="Mã đơn, vụ việc liên quan", max_length=20, required=False, help_text="Nếu biết ngay; gắn sau cũng được."
    )
    demands = forms.CharField(label="Yêu cầu", required=False, widget=forms.Textarea(attrs={"rows": 2}))
    received_by = TidyCharField(label="Ai đang tiếp", max_length=300, required=False)
    urgent = forms.BooleanField(label="Báo khẩn cho lãnh đạo trực", required=False)

    def __init__(self, *args: Any, offices: list[Office], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["office"].choices = [("", _("– nơi khác –")), *((one.pk, one.name) for one in offices)]  # type: ignore[attr-defined] # a choice field
        self.fields["began_at"].initial = f"{clock.now():%H:%M}"
        self.fields["request_key"].initial = uuid.uuid4().hex
        if len(offices) == 1:
            self.fields["office"].initial = offices[0].pk

    def first_fields(self) -> list[forms.BoundField]:
        """What is asked at once."""
        return [self[name] for name in ("people", "office", "place", "urgent", "about")]

    def more_fields(self) -> list[forms.BoundField]:
        """What can be told now or later."""
        names = ("began_at", "began_day", "situation", "matter_code", "demands", "received_by")
        return [self[name] for name in names]


class LineForm(Form):
    """One line of the log."""

    kind = forms.ChoiceField(
        label="Ghi",
        choices=lambda: [(kind.value, LINES[kind]) for kind in (LineKind.COUNT, LineKind.NOTE, LineKind.DEMAND)],
    )
    people = forms.IntegerField(label="Số người có mặt", min_value=0, required=False)
    happened_at = forms.TimeField(
        label="Lúc", required=False, widget=forms.TimeInput(attrs={"type": "time"}), help_text="Để trống là bây giờ."
    )
    text = forms.CharField(label="Nội dung", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class AgreementForm(Form):
    """What was agreed."""

    agreed = forms.CharField(label="Nội dung thống nhất", widget=forms.Textarea(attrs={"rows": 3}))
    dialogue_on = forms.DateField(label="Đối thoại ngày", widget=DayInput, required=False)
    answer_by = forms.DateField(label="Trả lời trước ngày", widget=DayInput, required=False)
    transport = forms.ChoiceField(label="Xe đưa về", choices=[(key.value, word) for key, word in TRANSPORT.items()])
    spokespersons = forms.CharField(
        label="Người đại diện đã trình bày",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["spokespersons"].help_text = _(
            "Nhiều nhất %(most)d người đã thay mặt đoàn trình bày, mỗi dòng một người. Không ghi tên người khác."
        ) % {"most": most_spokespersons(on=clock.today())}


class CallForm(Form):
    """Who is called: one a line, name, post, telephone."""

    people = forms.CharField(
        label="Người được gọi", widget=forms.Textarea(attrs={"rows": 3}), required=False,
        help_text="Mỗi dòng: họ tên, chức vụ, điện thoại (cách nhau bằng dấu phẩy).",
    )  # fmt: skip

    def called(self) -> list[Called]:
        """The lines as people to call."""
        return called_lines(self.cleaned_data["people"])


class HomeForm(Form):
    """Which agency the citizens come from."""

    agency = AgencyField(label="Cơ quan nơi công dân cư trú", help_text="Gõ vài từ của tên rồi chọn.")


class EndForm(Form):
    """When it was over."""

    ended_at = forms.TimeField(
        label="Kết thúc lúc", widget=forms.TimeInput(attrs={"type": "time"})
    )  # fmt: skip
    ended_day = forms.ChoiceField(label="Ngày kết thúc", choices=DAYS, required=False)


class OfficeForm(Form):
    """A place where citizens are received."""

    name = TidyCharField(label="Tên địa điểm", max_length=160)
    address = TidyCharField(label="Địa chỉ", max_length=200, required=False)
    room = TidyCharField(label="Phòng tiếp đoàn đông người", max_length=120, required=False)
    phone = TidyCharField(label="Điện thoại", max_length=30, required=False)


class SituationForm(CallForm):
    """One situation of the response sheet."""

    name = TidyCharField(label="Tình huống", max_length=160)
    steps = forms.CharField(label="Việc cần làm", required=False, widget=forms.Textarea(attrs={"rows": 4}))
    room = TidyCharField(label="Phòng", max_length=120, required=False)
    field_order = ("name", "steps", "room", "people")


def called_lines(text: str) -> list[Called]:
    """Read "name, post, telephone" lines."""
    rows = [[part.strip() for part in line.split(",")] for line in text.splitlines() if line.strip()]
    return [Called(row[0], row[1] if len(row) > 1 else "", row[2] if len(row) > 2 else "") for row in rows]


def instant(value: time, day: str, now: datetime) -> datetime:
    """A time of today, or of yesterday when chosen so."""
    on = now.date() - timedelta(days=1 if day == "1" else 0)
    return datetime.combine(on, value, tzinfo=now.tzinfo)

"""Forms of the calendar of sessions."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.agenda.actions import SessionPlan
from tiepdan.agenda.rules import MOST_WEEKS, WEEKDAYS, Chair, FollowUpKind, Pattern, SessionKind, Trigger
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.infra import clock
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import Words

CHAIRS: Final = Words(
    {
        Chair.HEAD: "Thủ trưởng cơ quan",
        Chair.PARTY_SECRETARY: "Bí thư cấp ủy",
        Chair.COUNCIL: "Thường trực Hội đồng nhân dân",
        Chair.DEPUTIES: "Đại biểu Quốc hội, đại biểu HĐND",
    }
)
KINDS: Final = Words({SessionKind.PERIODIC: "Định kỳ", SessionKind.EXTRAORDINARY: "Đột xuất"})
TRIGGERS: Final = Words(
    {
        Trigger.HEATED: "Vụ việc gay gắt, phức tạp, nhiều người, nhiều cơ quan hoặc ý kiến còn khác nhau",
        Trigger.URGENT: "Không chỉ đạo kịp thời có thể gây hậu quả nghiêm trọng",
    }
)
MODES: Final = Words({"in_person": "Trực tiếp", "online": "Trực tuyến"})
FOLLOW_UPS: Final = Words(
    {
        FollowUpKind.REPLY: "Trả lời công dân",
        FollowUpKind.FORWARDING: "Chuyển đơn",
        FollowUpKind.CONCLUSION: "Việc giao trong thông báo kết luận",
    }
)
DAY_NAMES: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class TimeInput(forms.TimeInput):
    """The browser's own hour picker."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class PlanForm(Form):
    """What a session and a year of sessions have in common."""

    chair = forms.ChoiceField(label="Người tiếp", choices=list(CHAIRS.items()), initial=Chair.HEAD)
    chair_name = TidyCharField(label="Họ và tên người tiếp", max_length=120)
    chair_title = TidyCharField(label="Chức vụ", max_length=120, help_text="Ví dụ: Chủ tịch UBND phường.")
    starts_at = forms.TimeField(label="Từ giờ", widget=TimeInput, initial="08:00")
    ends_at = forms.TimeField(label="Đến giờ", widget=TimeInput, initial="11:30")
    place = TidyCharField(label="Nơi tiếp", max_length=200)
    mode = forms.ChoiceField(label="Hình thức", choices=list(MODES.items()), initial="in_person")
    focus = forms.CharField(
        label="Nội dung dự kiến", required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Được niêm yết và đăng trên cổng: không ghi tên, việc riêng của công dân.",
    )  # fmt: skip
    participants = forms.CharField(
        label="Thành phần tham dự",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một cơ quan.",
    )

    def plan(self) -> SessionPlan:
        """Return the session as planned; for a year the day is replaced."""
        data = self.cleaned_data
        return SessionPlan(
            chair=data["chair"], chair_name=data["chair_name"], chair_title=data["chair_title"],
            kind=data.get("kind") or SessionKind.PERIODIC, trigger=data.get("trigger") or "",
            on=data.get("on") or clock.today(), starts_at=data["starts_at"], ends_at=data["ends_at"],
            place=data["place"], mode=data["mode"], focus=data["focus"], participants=data["participants"],
        )  # fmt: skip


class SessionForm(PlanForm):
    """One session."""

    on = forms.DateField(label="Ngày tiếp", widget=DayInput)
    kind = forms.ChoiceField(label="Loại buổi tiếp", choices=list(KINDS.items()), initial=SessionKind.PERIODIC)
    trigger = forms.ChoiceField(
        label="Lý do tiếp đột xuất", required=False, choices=[("", "– chỉ khi đột xuất –"), *TRIGGERS.items()]
    )
    field_order = ("on", "chair", "chair_name", "chair_title", "kind", "trigger")


class YearForm(PlanForm):
    """Sessions by a pattern."""

    year = forms.IntegerField(label="Năm", min_value=2014, max_value=2100)
    from_month = forms.IntegerField(label="Từ tháng", min_value=1, max_value=12, initial=1)
    to_month = forms.IntegerField(label="Đến tháng", min_value=1, max_value=12, initial=12)
    days = TidyCharField(
        label="Các ngày trong tháng", required=False, max_length=60,
        help_text="Ví dụ: 10, 25. Gặp ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.",
    )  # fmt: skip
    weekday = forms.ChoiceField(
        label="Hoặc thứ trong tuần", required=False,
        choices=[("", "– không –"), *((str(n), DAY_NAMES[n]) for n in range(WEEKDAYS))],
    )  # fmt: skip
    weeks = forms.MultipleChoiceField(
        label="Tuần thứ", required=False, choices=lambda: [(str(n), _("thứ {n}").format(n=n)) for n in range(1, MOST_WEEKS + 1)],
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    field_order = ("year", "from_month", "to_month", "days", "weekday", "weeks")

    def clean_days(self) -> tuple[int, ...]:
        """Return the days as numbers."""
        parts = [part for part in self.cleaned_data["days"].replace(",", " ").replace(";", " ").split() if part]
        if not all(part.isdecimal() and len(part) < 3 for part in parts):
            raise forms.ValidationError(_("Ghi các số từ 1 đến 31, cách nhau bằng dấu phẩy."))
        return tuple(int(part) for part in parts)

    def pattern(self) -> Pattern:
        """Return the pattern."""
        data = self.cleaned_data
        return Pattern(
            days=data["days"],
            weekday=int(data["weekday"]) if data["weekday"] else None,
            weeks=tuple(int(week) for week in data["weeks"]),
        )


class MoveForm(Form):
    """A new time and why."""

    to_on = forms.DateField(label="Ngày mới", widget=DayInput)
    starts_at = forms.TimeField(label="Từ giờ", widget=TimeInput)
    ends_at = forms.TimeField(label="Đến giờ", widget=TimeInput)
    reason = TidyCharField(
        label="Lý do dời", max_length=300, help_text="Được thông báo cùng lịch mới tại nơi tiếp và trên cổng."
    )


class DelegateForm(Form):
    """Who receives instead."""

    name = TidyCharField(label="Họ và tên người tiếp thay", max_length=120)
    title = TidyCharField(label="Chức vụ", max_length=120)
    reason = TidyCharField(
        label="Lý do", max_length=300, help_text="Ngày tiếp thay được ghi riêng, không tính vào số ngày tối thiểu."
    )


class HoldForm(Form):
    """The session took place."""

    note_taker = TidyCharField(label="Người ghi chép", max_length=120)
    opinion = forms.CharField(
        label="Ý kiến chung của người chủ trì", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class CancelForm(Form):
    """Why not."""

    reason = TidyCharField(label="Lý do hủy", max_length=300)


class LinkForm(Form):
    """Visits of the day."""

    visit = forms.ChoiceField(label="Lượt tiếp trong ngày")

    def __init__(self, *args: Any, visits: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["visit"].choices = visits  # type: ignore[attr-defined] # a choice field


class FollowUpForm(Form):
    """What is to be done."""

    visit = forms.ChoiceField(label="Lượt tiếp")
    kind = forms.ChoiceField(label="Loại việc", choices=list(FOLLOW_UPS.items()), initial=FollowUpKind.REPLY)
    content = forms.CharField(label="Việc phải làm", widget=forms.Textarea(attrs={"rows": 3}))
    body = TidyCharField(label="Cơ quan, bộ phận thực hiện", max_length=200)
    contact = TidyCharField(
        label="Người liên hệ", max_length=160, help_text="Công dân hỏi ai: họ tên, chức vụ, điện thoại cơ quan."
    )
    due_on = forms.DateField(label="Thời hạn", widget=DayInput)

    def __init__(self, *args: Any, visits: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["visit"].choices = visits  # type: ignore[attr-defined] # a choice field


class DoneForm(Form):
    """What came of it."""

    done_on = forms.DateField(label="Ngày xong", widget=DayInput, initial=clock.today)
    result = forms.CharField(label="Kết quả", widget=forms.Textarea(attrs={"rows": 2}))
    result_sent_on = forms.DateField(label="Ngày gửi kết quả đến công dân", required=False, widget=DayInput)

"""Forms of plans at work: windows, tasks, deadlines, progress, reports, registers, bookings, reviews."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.plan_words import GROUPS
from tiepdan.plans.rules.due import Anchor, DueKind
from tiepdan.plans.rules.registers import REGISTERS, RegisterKind
from tiepdan.plans.rules.report_periods import SECTIONS
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said, said_choices

_HOUR: Final = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def _day(text: str, *, required: bool = False, hint: str = "") -> forms.DateField:
    return forms.DateField(label=text, required=required, help_text=hint, widget=DayInput())


def _long(text: str, *, required: bool = False, hint: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=text, required=required, help_text=hint, max_length=8000, widget=forms.Textarea(attrs={"rows": rows})
    )


def _choices(group: str, *, empty: str = "") -> list[tuple[str, str]]:
    return [*([("", empty)] if empty else []), *GROUPS[group].items()]


def lines_of(text: str) -> list[str]:
    """Return the lines of a text box, without the empty ones."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


class WindowForm(Form):
    """An event and its days."""

    name = forms.CharField(label="Tên sự kiện", max_length=200)
    kind = forms.ChoiceField(label="Loại", choices=_choices("event_kind"))
    prepares_on = _day("Chuẩn bị từ ngày", required=True)
    starts_on = _day("Ngày bắt đầu", required=True)
    ends_on = _day("Ngày kết thúc", required=True)
    follows_until = _day("Theo dõi sau đến ngày", required=True)


class FollowForm(Form):
    """A confirmed document taken up as a plan."""

    document = forms.ChoiceField(label="Văn bản đã xác nhận", required=False)
    window = forms.ChoiceField(label="Sự kiện", required=False)
    implements = forms.ChoiceField(label="Thực hiện kế hoạch cấp trên", required=False)

    def __init__(
        self,
        *args: Any,
        documents: list[tuple[str, str]],
        windows: list[tuple[str, str]],
        above: list[tuple[str, str]],
        **rest: Any,
    ) -> None:
        super().__init__(*args, **rest)
        self.fields["document"].choices = documents  # type: ignore[attr-defined]
        self.fields["window"].choices = [("", _("– không gắn sự kiện –")), *windows]  # type: ignore[attr-defined]
        self.fields["implements"].choices = [("", _("– không –")), *above]  # type: ignore[attr-defined]
        if not documents:
            del self.fields["document"]


class BodyForm(Form):
    """Which agencies a printed name means."""

    agencies = forms.MultipleChoiceField(label="Cơ quan", required=False, widget=forms.CheckboxSelectMultiple)
    other = AgencyField(label="Thêm cơ quan khác", required=False)
    outside = forms.BooleanField(label="Không có trong danh mục (giữ nguyên chữ)", required=False)

    def __init__(self, *args: Any, proposed: list[tuple[int, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["agencies"].choices = proposed  # type: ignore[attr-defined]
        if not proposed:
            del self.fields["agencies"]


class TaskWorkForm(Form):
    """A task of a plan."""

    text = _long("Nội dung nhiệm vụ", required=True, rows=4)
    leads = _long("Chủ trì", hint="Mỗi dòng một cơ quan, như văn bản ghi.", rows=2)
    coordinate = _long("Phối hợp", hint="Mỗi dòng một cơ quan.", rows=2)
    kind = forms.ChoiceField(label="Loại nhiệm vụ", choices=_choices("task_kind"))
    phase = forms.ChoiceField(label="Giai đoạn", required=False, choices=_choices("phase", empty="– theo thời hạn –"))
    indicator = forms.CharField(label="Chỉ tiêu", required=False, max_length=200)
    target = forms.DecimalField(label="Mức phải đạt", required=False, max_digits=14, decimal_places=2)
    unit = forms.CharField(label="Đơn vị tính", required=False, max_length=40)
    result = _long("Sản phẩm, kết quả", rows=2)


class SplitForm(Form):
    """Parts of a task."""

    parts = _long("Các phần", required=True, hint="Mỗi dòng một nhiệm vụ.", rows=6)


class DeadlineForm(Form):
    """One deadline of a task; it takes the place of those there are."""

    kind = forms.ChoiceField(
        label="Cách tính",
        choices=[
            (DueKind.FIXED, "Một ngày"), (DueKind.YEARLY, "Một ngày mỗi năm"), (DueKind.RELATIVE, "Tính từ sự kiện"),
            (DueKind.DAILY, "Hằng ngày (cả ngày nghỉ)"), (DueKind.WEEKLY, "Hằng tuần"), (DueKind.MONTHLY, "Hằng tháng"),
            (DueKind.QUARTERLY, "Hằng quý"), (DueKind.HALF_YEARLY, "6 tháng"), (DueKind.AS_NEEDED, "Khi có yêu cầu"),
        ],
    )  # fmt: skip
    day = _day("Ngày", hint="Của một ngày, hoặc ngày và tháng lặp lại mỗi năm, mỗi tháng.")
    anchor = forms.ChoiceField(
        label="Tính từ", required=False,
        choices=[
            (Anchor.STARTS, "Ngày bắt đầu sự kiện"), (Anchor.ENDS, "Ngày kết thúc sự kiện"),
            (Anchor.PREPARES, "Ngày bắt đầu chuẩn bị"), (Anchor.FOLLOWS, "Ngày hết theo dõi"), (Anchor.NAMED, "Mốc khác"),
        ],
    )  # fmt: skip
    event_on = _day("Ngày của mốc khác")
    offset_days = forms.IntegerField(
        label="Số ngày", required=False, min_value=-730, max_value=730, help_text="Số âm: trước mốc."
    )
    working_days = forms.BooleanField(label="Đếm theo ngày làm việc", required=False)
    weekday = forms.ChoiceField(
        label="Thứ", required=False,
        choices=[("", "–"), *((str(number), word) for number, word in enumerate(
            ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")))],
    )  # fmt: skip
    at_time = forms.TimeField(label="Trước giờ", required=False, widget=_HOUR)


class ReasonTextForm(Form):
    """A reason or an answer."""

    text = _long("Nội dung", required=True)

    def __init__(self, *args: Any, label: str = "Nội dung", **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["text"].label = label


class ObjectionForm(ReasonTextForm):
    """What the coordinator answers to an objection."""

    release = forms.BooleanField(label="Đồng ý: cơ quan không phải làm nhiệm vụ này", required=False)


class ProgressForm(Form):
    """How far, with proof."""

    percent = forms.IntegerField(label="Hoàn thành (%)", min_value=0, max_value=100)
    value = forms.DecimalField(label="Giá trị chỉ tiêu", required=False, max_digits=14, decimal_places=2)
    text = _long("Kết quả đã làm", required=True)
    file = forms.FileField(label="Tệp minh chứng", required=False, help_text="PDF, DOCX hoặc ảnh.")
    amount_name = forms.CharField(label="Con số: nội dung", required=False, max_length=200)
    amount = forms.DecimalField(label="Con số", required=False, max_digits=14, decimal_places=2)
    link_kind = forms.ChoiceField(
        label="Dẫn đến", required=False,
        choices=[("", "– không –"), *((code, word) for code, word in GROUPS["evidence_kind"].items() if code not in {"file", "number"})],
    )  # fmt: skip
    link = forms.CharField(label="Mã, số của việc được dẫn", required=False, max_length=40)


class PartForm(Form):
    """A part of a task within the agency."""

    text = _long("Việc", required=True, rows=2)
    assignee = forms.ChoiceField(label="Người làm", required=False)
    due_on = _day("Xong trước ngày")

    def __init__(self, *args: Any, people: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["assignee"].choices = [("", _("– chưa giao ai –")), *people]  # type: ignore[attr-defined]


class ObstacleForm(Form):
    """A difficulty and where it goes."""

    text = _long("Khó khăn, vướng mắc", required=True)
    proposal = _long("Đề xuất", rows=2)
    to = AgencyField(label="Gửi đến")
    via = AgencyField(label="Qua (cơ quan tổng hợp)", required=False)


class UrgeForm(ReasonTextForm):
    """An urging."""

    answer_by = _day("Trả lời trước ngày")


class VersionForm(Form):
    """Which text is laid beside the plan."""

    document = forms.ChoiceField(label="Văn bản mới (đã xác nhận)")
    kind = forms.ChoiceField(
        label="Loại", choices=[("amended", "Sửa đổi, bổ sung"), ("replacing", "Thay thế"), ("same", "Đọc lại")]
    )

    def __init__(self, *args: Any, documents: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["document"].choices = documents  # type: ignore[attr-defined]


class PlaceForm(FollowForm):
    """Where a plan belongs: also the task force that serves it."""

    force = forms.ChoiceField(label="Tổ công tác của kế hoạch", required=False)

    def __init__(self, *args: Any, forces: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["force"].choices = [("", _("– không có –")), *forces]  # type: ignore[attr-defined] # a choice field


class CloseForm(Form):
    """The end of a plan."""

    evaluation = _long("Đánh giá kết quả thực hiện", required=True, rows=5)
    lessons = _long("Bài học kinh nghiệm")


class FinalForm(Form):
    """Number and signature of the final report."""

    number = forms.IntegerField(label="Số", min_value=1)
    symbol = forms.CharField(label="Ký hiệu", max_length=40, initial="BC-UBND")
    on = _day("Ngày ký", required=True)
    authority = forms.CharField(label="Thẩm quyền ký", max_length=160, required=False, help_text="Ví dụ: KT. CHỦ TỊCH.")
    title = forms.CharField(label="Chức vụ người ký", max_length=120)
    name = forms.CharField(label="Người ký", max_length=120)


class DutyForm(Form):
    """A duty to report."""

    title = forms.CharField(label="Tên báo cáo", max_length=300)
    period = forms.ChoiceField(label="Định kỳ", choices=_choices("report_period"))
    starts_on = _day("Tính từ ngày", required=True)
    ends_on = _day("Đến ngày")
    day = _day("Hạn gửi (ngày)", hint="Của báo cáo một lần; hoặc ngày, tháng lặp lại.")
    at_time = forms.TimeField(label="Trước giờ", required=False, widget=_HOUR)
    to = AgencyField(label="Gửi đến")
    via = AgencyField(label="Qua", required=False)


class ReportForm(Form):
    """A report: figures that may be put right, texts by section."""

    def __init__(self, *args: Any, figures: list[tuple[str, str, int]], texts: dict[str, str], **rest: Any) -> None:
        super().__init__(*args, **rest)
        for name, text in SECTIONS.items():
            self.fields[name] = _long(said(text), rows=4 if name == "results" else 3)
            self.fields[name].initial = texts.get(name, "")
        for name, text, value in figures:
            self.fields[f"so-{name}"] = forms.IntegerField(label=said(text), required=False, min_value=0, initial=value)


class EntryForm(Form):
    """An entry of a register, with the fields of its kind."""

    title = forms.CharField(max_length=400)
    happened_on = _day("Ngày", required=True)

    def __init__(self, *args: Any, kind: RegisterKind, tasks: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        register = REGISTERS[kind]
        self.fields["title"].label, self.fields["happened_on"].label = said(register.what), said(register.happened)
        for name, text in (
            ("due_on", register.due),
            ("concluded_on", register.concluded),
            ("closed_on", register.closed),
        ):
            if text:
                self.fields[name] = _day(said(text))
        for one in register.details:
            field: forms.Field
            if one.kind == "count":
                field = forms.IntegerField(label=said(one.label), required=one.required, min_value=0)
            elif one.kind == "choice":
                field = forms.ChoiceField(
                    label=said(one.label),
                    required=one.required,
                    choices=said_choices(one.choices),
                )
            elif one.kind == "long":
                field = _long(said(one.label), required=one.required)
            else:
                field = forms.CharField(label=said(one.label), required=one.required, max_length=200)
            field.help_text = said(one.hint)
            self.fields[f"ct-{one.name}"] = field
        self.fields["task"] = forms.ChoiceField(
            label=_("Theo nhiệm vụ"), required=False, choices=[("", _("– không gắn –")), *tasks]
        )

    def details(self) -> dict[str, Any]:
        """Return the fields of the kind."""
        return {name.removeprefix("ct-"): value for name, value in self.cleaned_data.items() if name.startswith("ct-")}


class BookableForm(Form):
    """Something that can be booked."""

    kind = forms.ChoiceField(
        label="Loại",
        choices=[("room", "Phòng"), ("equipment", "Thiết bị"), ("vehicle", "Phương tiện"), ("driver", "Lái xe")],
    )
    name = forms.CharField(label="Tên", max_length=160)
    note = forms.CharField(label="Ghi chú", required=False, max_length=200)


class BookingForm(Form):
    """A use of it."""

    bookable = forms.ChoiceField(label="Phòng, phương tiện")
    starts_at = forms.DateTimeField(
        label="Từ", widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    ends_at = forms.DateTimeField(
        label="Đến", widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    )
    purpose = forms.CharField(label="Việc sử dụng", max_length=300)

    def __init__(self, *args: Any, bookables: list[tuple[str, str]], **rest: Any) -> None:
        super().__init__(*args, **rest)
        self.fields["bookable"].choices = bookables  # type: ignore[attr-defined]


class ReviewForm(Form):
    """A review and the legal measures its cases are chosen by."""

    name = forms.CharField(label="Tên đợt rà soát", max_length=300)
    measures = forms.MultipleChoiceField(
        label="Chọn vụ việc",
        choices=_choices("measure"),
        widget=forms.CheckboxSelectMultiple,
        initial=["large", "complex", "prolonged"],
    )
    ends_on = _day("Xong trước ngày")


class ReviewedForm(Form):
    """What is told of one case."""

    reviewed_on = _day("Ngày rà soát")
    opinion = _long("Ý kiến rà soát")
    way = _long("Kế hoạch giải quyết")
    leader = forms.CharField(label="Lãnh đạo chịu trách nhiệm", required=False, max_length=160)
    due_on = _day("Hạn giải quyết")
    result = _long("Kết quả")
    settled_on = _day("Ngày giải quyết xong")


class FlagForm(Form):
    """An enforcement planned close to an event."""

    case_code = forms.CharField(label="Mã vụ việc khiếu nại đang giải quyết", max_length=16)
    what = forms.CharField(label="Quyết định được cưỡng chế", max_length=300)
    planned_on = _day("Ngày dự kiến cưỡng chế", required=True)


class FlagDecisionForm(Form):
    """What the head decides."""

    decision = forms.ChoiceField(label="Quyết định", choices=_choices("enforcement"), widget=forms.RadioSelect)
    reason = _long("Lý do", required=True)
    postponed_to = _day("Hoãn đến ngày")


class WrittenPlanForm(Form):
    """A plan being written: one item per line."""

    title = forms.CharField(label="Tên kế hoạch", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    bases = _long("Căn cứ", hint="Mỗi dòng một văn bản, không ghi chữ “Căn cứ”.", rows=5)
    purposes = _long("Mục đích", hint="Mỗi dòng một ý.")
    demands = _long("Yêu cầu", hint="Mỗi dòng một ý.")
    tasks = _long(
        "Nhiệm vụ của các cơ quan", rows=14,
        hint="Dòng tên cơ quan bắt đầu bằng #, mỗi dòng sau là một nhiệm vụ. Cơ quan được đề nghị: “# Đề nghị …”.",
    )  # fmt: skip
    funding = _long("Kinh phí", rows=2)
    organisation = _long("Tổ chức thực hiện", hint="Mỗi dòng một khoản.")
    recipients = _long("Nơi nhận", hint="Mỗi dòng một nơi, ví dụ: Các sở, ban, ngành (t/h)", rows=4)
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=160)
    signer_name = forms.CharField(label="Họ tên người ký", required=False, max_length=120)

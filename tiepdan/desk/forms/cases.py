"""What officers type on a case: one form for each act, one column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar, Final

from django import forms

from tiepdan.cases.intent import (
    AddresseeData,
    DialogueData,
    FindingData,
    InvitationData,
    ObligationData,
    PublicationData,
    SessionData,
    WithdrawalData,
)
from tiepdan.cases.rules.complexity import criteria
from tiepdan.documents.models import DeliveryWay
from tiepdan.documents.rendering.forms import FieldType, FieldValue, FormField
from tiepdan.infra.folding import tidy
from tiepdan.ui.widgets import DayInput

YES_NO: Final = [("yes", "Có"), ("no", "Không")]
OUTCOMES: Final = [("right", "Đúng"), ("partly_right", "Đúng một phần"), ("wrong", "Sai")]
ROWS: Final = 3  # issues and obligations that one form takes; more are added by doing the act's own additions
ADDRESSEES: Final = {
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
WAYS: Final = [
    ("meeting", "Họp công bố"), ("posting", "Niêm yết tại trụ sở"), ("portal", "Cổng, trang thông tin điện tử"),
    ("press", "Phương tiện thông tin đại chúng"),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """What a form needs to know of the case and of who fills it."""

    denunciation: bool = False
    complaint: bool = False
    leaders: Sequence[tuple[int, str]] = ()
    handlers: Sequence[tuple[int, str]] = ()
    verifiers: Sequence[tuple[int, str]] = ()
    grounds: Sequence[tuple[str, str]] = ()
    reason_required: bool = False
    questions: Sequence[tuple[str, str]] = ()  # facts to answer: field of Situation, question
    paper_fields: Sequence[FormField] = ()  # of the act's paper, not known from the file
    addressees: Sequence[str] = ()
    sender_code: str = ""
    first: Mapping[str, Any] = field(default_factory=dict)  # initial values; Any because fields differ


class TextField(forms.CharField):
    """One line with composed letters and no control characters."""

    def to_python(self, value: object) -> str:
        """Return the text as it is to be kept."""
        return tidy(super().to_python(value) or "").strip()


class LongField(TextField):
    """Paragraphs."""

    def __init__(self, *, rows: int = 5, **options: Any) -> None:  # Any: passed on to Django
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)


class DayField(forms.DateField):
    """A day."""

    widget = DayInput


class TimeField(forms.TimeField):
    """A time of day."""

    widget = forms.TimeInput(attrs={"type": "time"})


def yes_no(label: str, *, required: bool = True) -> forms.ChoiceField:
    """Return a question with two answers and none chosen."""
    return forms.ChoiceField(label=label, choices=YES_NO, widget=forms.RadioSelect, required=required)


def answered(value: object) -> bool | None:
    """Read the answer to a question."""
    return {"yes": True, "no": False}.get(str(value))


@dataclass(frozen=True, slots=True)
class Fold:
    """A group of fields that opens when it is needed."""

    title: str
    fields: list[forms.BoundField]

    @property
    def is_open(self) -> bool:
        """Tell whether something in it was typed or is wrong."""
        return any(bound.errors or bound.value() for bound in self.fields)


class ActForm(forms.Form):
    """Base: knows the setting; what the procedure asks besides is added under the act's own fields."""

    asks_questions: ClassVar[bool] = True
    asks_paper: ClassVar[bool] = True

    def __init__(self, *args: Any, setting: Setting, **options: Any) -> None:  # Any: passed on to Django
        self.setting = setting
        options.setdefault("initial", dict(setting.first))
        super().__init__(*args, **options)
        self.prepare()
        if self.asks_questions:
            for name, question in setting.questions:
                if name not in self.fields:
                    self.fields[f"fact_{name}"] = yes_no(question[:1].upper() + question[1:])
        if self.asks_paper:
            for item in setting.paper_fields:
                made = _field_of(item)
                if made is not None and item.name not in self.fields:
                    self.fields[f"paper_{item.name}"] = made

    def prepare(self) -> None:
        """Fill choices from the setting."""

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """Fields that stand open, in their order."""
        return [bound for bound in self if not self._fold_of(bound.name)]

    @property
    def folds(self) -> list[Fold]:
        """Repeated groups that most officers leave empty."""
        found: dict[str, list[forms.BoundField]] = {}
        for bound in self:
            if title := self._fold_of(bound.name):
                found.setdefault(title, []).append(bound)
        return [Fold(title, fields) for title, fields in found.items()]

    def _fold_of(self, name: str) -> str:
        stem, _, place = name.rpartition("_")
        if stem in {"what", "money", "land", "persons", "to_state", "due_on"} and place.isdecimal():
            return f"Nội dung phải thi hành {place}"
        if stem in {"issue", "finding", "basis"} and place.isdecimal() and place != "1":
            return f"Thêm nội dung {place}"
        return ""

    @property
    def facts(self) -> dict[str, bool | None]:
        """Facts answered, by field of Situation."""
        return {name: answered(self.cleaned_data.get(f"fact_{name}")) for name, _ in self.setting.questions}

    @property
    def values(self) -> dict[str, FieldValue]:
        """Values for the paper, by field of its form."""
        found: dict[str, FieldValue] = {}
        for item in self.setting.paper_fields:
            value = self.cleaned_data.get(f"paper_{item.name}")
            if value in (None, "", []):
                continue
            if item.type is FieldType.LIST:
                value = lines_of(value)
            elif item.type in {FieldType.ROWS, FieldType.TABLE}:
                first = next(iter(item.columns))
                named = "name" if "name" in item.columns else first
                value = [{named: line} for line in lines_of(value)]
            found[item.name] = value
        return found


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that are not empty."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _field_of(item: FormField) -> forms.Field | None:
    """Return an input for a field of a paper."""
    match item.type:
        case FieldType.TEXT | FieldType.PERSON:
            return TextField(label=item.label, required=item.required, max_length=300)
        case FieldType.LONG_TEXT:
            return LongField(label=item.label, required=item.required)
        case FieldType.NUMBER:
            return forms.IntegerField(label=item.label, required=item.required, min_value=0)
        case FieldType.DATE:
            return DayField(label=item.label, required=item.required)
        case FieldType.TIME:
            return TimeField(label=item.label, required=item.required)
        case FieldType.CHOICE:
            return forms.ChoiceField(label=item.label, required=item.required, choices=list(item.options.items()))
        case _:
            return LongField(label=f"{item.label} (mỗi dòng một mục)", required=item.required, rows=3)


class PlainForm(ActForm):
    """An act without data of its own: ground, reason, note, and whatever its rule and paper still lack."""

    def prepare(self) -> None:
        if self.setting.grounds:
            self.fields["grounds"] = forms.MultipleChoiceField(
                label="Căn cứ", choices=list(self.setting.grounds), widget=forms.CheckboxSelectMultiple
            )
        if self.setting.reason_required:
            self.fields["reason"] = LongField(label="Lý do", rows=4)
        self.fields["note"] = LongField(label="Nội dung ghi vào tiến trình", required=False, rows=3)


class PeopleForm(ActForm):
    """Leader in charge and handler."""

    leader = forms.TypedChoiceField(label="Lãnh đạo phụ trách", coerce=int)
    handler = forms.TypedChoiceField(label="Người giải quyết, tham mưu", coerce=int)

    def prepare(self) -> None:
        self.fields["leader"].choices = list(self.setting.leaders)  # type: ignore[attr-defined] # a choice field
        self.fields["handler"].choices = list(self.setting.handlers)  # type: ignore[attr-defined] # a choice field


class AcceptForm(PeopleForm):
    """Acceptance."""

    asks_paper = False

    def prepare(self) -> None:
        super().prepare()
        if self.setting.denunciation:
            self.fields["identity_checked"] = forms.BooleanField(
                label="Đã kiểm tra, xác minh nhân thân người tố cáo và điều kiện thụ lý"
            )


class AssignForm(PeopleForm):
    """Others in charge."""

    reason = LongField(label="Lý do phân công lại", rows=3)


class RefuseForm(ActForm):
    """Refusal with its ground."""

    asks_paper = False
    grounds = forms.MultipleChoiceField(label="Căn cứ không thụ lý", widget=forms.CheckboxSelectMultiple)
    reason = LongField(label="Lý do ghi trong văn bản", rows=4)

    def prepare(self) -> None:
        self.fields["grounds"].choices = list(self.setting.grounds)  # type: ignore[attr-defined] # a choice field


class VerificationForm(ActForm):
    """The order to verify."""

    asks_questions = False
    asks_paper = False
    head = forms.TypedChoiceField(label="Trưởng đoàn, tổ trưởng hoặc người xác minh", coerce=int)
    members = forms.TypedMultipleChoiceField(
        label="Thành viên", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    days = forms.IntegerField(label="Thời hạn xác minh (ngày)", min_value=1, max_value=90, initial=20)
    impartial = forms.BooleanField(
        label="Không ai trong số này là người thân thích hoặc có quyền, lợi ích liên quan với các bên"
    )

    def prepare(self) -> None:
        self.fields["head"].choices = list(self.setting.verifiers)  # type: ignore[attr-defined] # a choice field
        self.fields["members"].choices = list(self.setting.verifiers)  # type: ignore[attr-defined] # a choice field


class SessionForm(ActForm):
    """Minutes of a working session."""

    asks_paper = False
    with_whom = forms.ChoiceField(label="Làm việc với", choices=())
    kind = forms.ChoiceField(
        label="Hình thức", choices=[("working", "Buổi làm việc"), ("site_check", "Kiểm tra, xác minh tại chỗ")]
    )
    held_on = DayField(label="Ngày")
    held_at = TimeField(label="Bắt đầu lúc")
    ended_at = TimeField(label="Kết thúc lúc")
    place = TextField(label="Địa điểm", required=False, max_length=160)
    present = LongField(
        label="Thành phần (mỗi dòng một người)", required=False, rows=3,
        help_text="Buổi làm việc với người tố cáo không ghi tên ai: biên bản tự ghi là danh tính niêm phong.",
    )  # fmt: skip
    minutes = LongField(label="Nội dung làm việc", rows=8)

    def prepare(self) -> None:
        parties = (
            [("denounced", "Người bị tố cáo"), ("denouncer", "Người tố cáo")]
            if self.setting.denunciation
            else [("complainant", "Người khiếu nại"), ("respondent", "Người bị khiếu nại")]
        )
        self.fields["with_whom"].choices = [*parties, ("other", "Người, cơ quan liên quan")]  # type: ignore[attr-defined]
        if not self.setting.denunciation:
            self.fields["present"].help_text = ""
        else:
            self.fields["with_whom"].choices = parties  # type: ignore[attr-defined] # a choice field

    @property
    def session(self) -> SessionData:
        """The session as the act takes it."""
        data = {key: value for key, value in self.cleaned_data.items() if not key.startswith("fact_")}
        return SessionData(**{**data, "present": tuple(lines_of(data["present"]))})


class EvidenceForm(ActForm):
    """Information or a document for the file."""

    title = TextField(label="Tên tài liệu, chứng cứ", max_length=200)
    supplied_by = TextField(label="Người, cơ quan cung cấp", required=False, max_length=160)
    note = LongField(label="Ghi chú", required=False, rows=3)
    file = forms.FileField(label="Tệp", required=False)


class ReportForm(ActForm):
    """The verification report."""

    asks_questions = False
    asks_paper = False

    def prepare(self) -> None:
        for place in range(1, ROWS + 1):
            needed = place == 1
            self.fields[f"issue_{place}"] = TextField(label=f"Nội dung {place}", required=needed, max_length=300)
            self.fields[f"finding_{place}"] = forms.ChoiceField(
                label=f"Kết quả nội dung {place}", choices=OUTCOMES, widget=forms.RadioSelect, required=needed
            )
            self.fields[f"basis_{place}"] = LongField(label=f"Căn cứ của nội dung {place}", required=needed, rows=3)
        if self.setting.denunciation:
            self.fields["explanation"] = LongField(label="Giải trình của người bị tố cáo", rows=4)
        if self.setting.complaint:
            self.fields["demand_differs"] = yes_no("Yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau?")
        self.fields["recommendation"] = LongField(label="Kiến nghị", rows=4)

    def clean(self) -> dict[str, Any]:  # Any: Django's signature
        data: dict[str, Any] = super().clean() or {}
        for place in range(2, ROWS + 1):
            if data.get(f"issue_{place}") and not data.get(f"finding_{place}"):
                self.add_error(f"finding_{place}", "Chọn kết quả của nội dung này.")
        return data

    @property
    def findings(self) -> list[FindingData]:
        """Findings as the act takes them."""
        data = self.cleaned_data
        return [
            FindingData(issue=data[f"issue_{n}"], finding=data[f"finding_{n}"], basis=data.get(f"basis_{n}") or "")
            for n in range(1, ROWS + 1)
            if data.get(f"issue_{n}")
        ]


class ComplexityForm(ActForm):
    """The seven criteria."""

    asks_questions = False
    found = forms.MultipleChoiceField(label="Tiêu chí có trong vụ việc", widget=forms.CheckboxSelectMultiple)
    reason = LongField(label="Căn cứ ghi vào hồ sơ", rows=4)

    def prepare(self) -> None:
        self.fields["found"].choices = [(row.code, row.title_vi) for row in criteria()]  # type: ignore[attr-defined]


class ExpertForm(ActForm):
    """Asking an expert."""

    asks_paper = False
    expert_body = TextField(label="Cơ quan, tổ chức giám định", max_length=200)
    subject = LongField(label="Nội dung giám định", rows=4)
    due_on = DayField(label="Đề nghị gửi kết quả trước ngày")


class NoteForm(ActForm):
    """A few words."""

    text = LongField(label="Nội dung", rows=4)


class InvitationForm(ActForm):
    """Inviting to a dialogue."""

    asks_questions = False
    asks_paper = False
    held_on = DayField(label="Ngày đối thoại", help_text="Thông báo phải gửi trước ít nhất 5 ngày (KN-9).")
    held_at = TimeField(label="Giờ")
    place = TextField(label="Địa điểm", required=False, max_length=160)

    @property
    def invitation(self) -> InvitationData:
        """The invitation as the act takes it."""
        return InvitationData(**{name: self.cleaned_data[name] for name in ("held_on", "held_at", "place")})


class DialogueForm(ActForm):
    """Minutes of a dialogue, or of an absence."""

    asks_questions = False
    asks_paper = False
    absence = forms.ChoiceField(
        label="Người khiếu nại", widget=forms.RadioSelect,
        choices=[
            ("present", "Có mặt"), ("without_reason", "Vắng mặt không có lý do chính đáng"),
            ("valid_reason", "Vắng mặt có lý do chính đáng: hoãn đối thoại"),
        ],
    )  # fmt: skip
    absence_reason = TextField(label="Lý do vắng mặt", required=False, max_length=300)
    held_at = TimeField(label="Bắt đầu lúc")
    ended_at = TimeField(label="Kết thúc lúc")
    secretary = TextField(label="Người ghi biên bản", max_length=120)
    present = LongField(label="Thành phần khác (mỗi dòng một người)", required=False, rows=3)
    minutes = LongField(label="Ý kiến của các bên", rows=8)
    agreed = LongField(label="Nội dung đã thống nhất", required=False, rows=3)
    still_open = LongField(label="Nội dung còn ý kiến khác nhau", required=False, rows=3)

    @property
    def dialogue(self) -> DialogueData:
        """The dialogue as the act takes it."""
        data = {key: value for key, value in self.cleaned_data.items() if not key.startswith(("fact_", "paper_"))}
        absence = "" if data["absence"] == "present" else data["absence"]
        return DialogueData(**{**data, "absence": absence, "present": tuple(lines_of(data["present"]))})


class ObligedForm(ActForm):
    """What is ordered, under a decision, a conclusion or an answer."""

    asks_paper = False

    def prepare(self) -> None:
        for place in range(1, ROWS + 1):
            tail = f"– nghĩa vụ {place}"
            self.fields[f"what_{place}"] = TextField(
                label=f"Nội dung phải thi hành {tail}", required=False, max_length=500
            )
            self.fields[f"money_{place}"] = forms.DecimalField(
                label=f"Số tiền (triệu đồng) {tail}", required=False, min_value=0, max_digits=16, decimal_places=3
            )
            self.fields[f"land_{place}"] = forms.DecimalField(
                label=f"Diện tích đất (m²) {tail}", required=False, min_value=0, max_digits=16, decimal_places=2
            )
            self.fields[f"persons_{place}"] = forms.IntegerField(label=f"Số người {tail}", required=False, min_value=0)
            self.fields[f"to_state_{place}"] = forms.BooleanField(label=f"Thu hồi cho Nhà nước {tail}", required=False)
            self.fields[f"due_on_{place}"] = DayField(label=f"Thực hiện trước ngày {tail}", required=False)

    def clean(self) -> dict[str, Any]:  # Any: Django's signature
        data: dict[str, Any] = super().clean() or {}
        for place in range(1, ROWS + 1):
            more = any(data.get(f"{name}_{place}") for name in ("money", "land", "persons", "due_on"))
            if more and not data.get(f"what_{place}"):
                self.add_error(f"what_{place}", "Ghi nội dung phải thi hành.")
        return data

    @property
    def obligations(self) -> list[ObligationData]:
        """Obligations as the acts take them."""
        data = self.cleaned_data
        return [
            ObligationData(
                what=data[f"what_{n}"], money_million_vnd=data[f"money_{n}"] or Decimal(0),
                land_m2=data[f"land_{n}"] or Decimal(0), persons=data[f"persons_{n}"] or 0,
                to_state=data[f"to_state_{n}"], due_on=data[f"due_on_{n}"],
            )
            for n in range(1, ROWS + 1)
            if data.get(f"what_{n}")
        ]  # fmt: skip


class DecisionForm(ObligedForm):
    """A decision on a complaint."""

    outcome = forms.ChoiceField(label="Kết luận", choices=OUTCOMES, widget=forms.RadioSelect)
    assessment = LongField(label="Căn cứ giải quyết và kết luận", rows=6)
    ruling = LongField(label="Nội dung giải quyết", rows=6)
    dialogue_result = LongField(label="Kết quả đối thoại", required=False, rows=3)
    compensation = LongField(label="Bồi thường thiệt hại", required=False, rows=3)


class ConclusionForm(ObligedForm):
    """A conclusion on a denunciation."""

    outcome = forms.ChoiceField(label="Kết luận", choices=OUTCOMES, widget=forms.RadioSelect)
    assessment = LongField(label="Đúng, đúng một phần hoặc sai từng nội dung; trách nhiệm", rows=6)
    measures = LongField(label="Biện pháp xử lý", rows=5)
    recommendation = LongField(label="Kiến nghị", required=False, rows=4)


class AnswerForm(ObligedForm):
    """An answer to a petition or feedback."""

    text = LongField(label="Nội dung trả lời", rows=8)


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
    """How a decision is made public."""

    asks_questions = False
    way = forms.ChoiceField(label="Hình thức công khai", choices=WAYS, widget=forms.RadioSelect)
    from_on = DayField(label="Từ ngày")
    until_on = DayField(label="Đến ngày", required=False, help_text="Niêm yết, đăng tải: ít nhất 15 ngày liên tục.")
    place = TextField(label="Nơi công khai", required=False, max_length=160)

    def prepare(self) -> None:
        if self.setting.denunciation:
            self.fields["redaction_checked"] = forms.BooleanField(
                label="Đã kiểm tra: bản công khai không có gì làm lộ người tố cáo"
            )

    def clean(self) -> dict[str, Any]:  # Any: Django's signature
        data: dict[str, Any] = super().clean() or {}
        if data.get("way") in {"posting", "portal"} and data.get("from_on") and not data.get("until_on"):
            self.add_error("until_on", "Ghi ngày kết thúc niêm yết, đăng tải.")
        return data

    @property
    def publication(self) -> PublicationData:
        """The publication as the act takes it."""
        return PublicationData(**{name: self.cleaned_data[name] for name in ("way", "from_on", "until_on", "place")})


class EffectForm(ActForm):
    """Confirming legal effect."""

    asks_questions = False
    contested = yes_no("Có khiếu nại lần hai hoặc khởi kiện không?")
    note = LongField(label="Đã kiểm tra việc giao quyết định thế nào", rows=3)


class ObligationDoneForm(ActForm):
    """Something ordered was carried out."""

    done_on = DayField(label="Ngày thực hiện xong")
    note = LongField(label="Chứng từ, kết quả", rows=3)


class DueForm(ActForm):
    """A day."""

    asks_paper = False
    due_on = DayField(label="Yêu cầu báo cáo trước ngày")


class ExtensionForm(ActForm):
    """Extending a denunciation's limit."""

    asks_paper = False
    days = forms.IntegerField(label="Số ngày gia hạn", min_value=1, max_value=30)
    reason = LongField(label="Lý do gia hạn", rows=4)


class GroundForm(ActForm):
    """Suspending or terminating on one ground."""

    asks_paper = False
    ground = forms.ChoiceField(label="Căn cứ", widget=forms.RadioSelect)
    reason = LongField(label="Lý do ghi trong văn bản", rows=4)

    def prepare(self) -> None:
        self.fields["ground"].choices = list(self.setting.grounds)  # type: ignore[attr-defined] # a choice field


class ReasonForm(ActForm):
    """A reason."""

    asks_questions = False
    asks_paper = False
    reason = LongField(label="Lý do", rows=4)


class WithdrawalForm(ActForm):
    """What is taken back."""

    asks_questions = False
    asks_paper = False
    extent = forms.ChoiceField(
        label="Phần được rút", widget=forms.RadioSelect,
        choices=[
            ("part", "Một phần nội dung"), ("some_people", "Một số người rút, những người khác tiếp tục"),
            ("whole", "Toàn bộ nội dung"),
        ],
    )  # fmt: skip
    form = forms.ChoiceField(
        label="Bằng", widget=forms.RadioSelect, choices=[("petition", "Đơn rút"), ("minutes", "Biên bản có chữ ký")]
    )
    what = LongField(label="Nội dung được rút", rows=3)
    forced = yes_no("Việc rút có do bị đe dọa, ép buộc, mua chuộc không?")

    def prepare(self) -> None:
        if self.setting.denunciation:
            self.fields["signs"] = yes_no("Hành vi bị tố cáo có dấu hiệu vi phạm pháp luật không?")
            self.fields["abused"] = yes_no("Có lợi dụng tố cáo để vu khống, gây thiệt hại không?")

    @property
    def withdrawal(self) -> WithdrawalData:
        """The withdrawal as the act takes it."""
        data = self.cleaned_data
        return WithdrawalData(
            extent=data["extent"], form=data["form"], what=data["what"], forced=bool(answered(data["forced"])),
            signs_of_violation=answered(data.get("signs")), abused=answered(data.get("abused")),
        )  # fmt: skip


class NoticesForm(ActForm):
    """Notices of acceptance, forms 05 and 06."""

    asks_questions = False
    asks_paper = False
    denunciation_content = LongField(
        label="Nội dung tố cáo ghi trong thông báo", rows=8,
        help_text="Người bị tố cáo sẽ đọc: không được có gì làm lộ người tố cáo.",
    )  # fmt: skip
    explain_by = DayField(label="Người bị tố cáo giải trình trước ngày")


class ExplainForm(ActForm):
    """Explaining a settled case."""

    to = TextField(label="Giải thích cho", max_length=160)
    held_on = DayField(label="Ngày")
    text = LongField(label="Nội dung giải thích và ý kiến của người dân", rows=6)

    def prepare(self) -> None:
        if self.setting.denunciation:
            del self.fields["to"]


class UrgeForm(ActForm):
    """Urging an agency."""

    text = LongField(label="Nội dung đôn đốc", rows=5)
    answer_by = DayField(label="Yêu cầu trả lời trước ngày")


class RedactForm(ActForm):
    """The copy without the identity."""

    text = LongField(
        label="Bản đã che", rows=14,
        help_text="Bỏ họ tên, địa chỉ, số điện thoại, bút tích và mọi chi tiết chỉ người tố cáo mới có.",
    )  # fmt: skip


class OpeningForm(ActForm):
    """Asking to open the identity."""

    reason = LongField(
        label="Lý do mở", rows=3, min_length=10, help_text="Mỗi lần mở được ghi vào nhật ký của thủ trưởng."
    )


class CaseFilterForm(forms.Form):
    """Filters of the list."""

    loai = forms.ChoiceField(label="Loại", required=False)
    trang_thai = forms.ChoiceField(label="Trạng thái", required=False)
    nguoi = forms.TypedChoiceField(label="Người giải quyết", required=False, coerce=int)
    dac_diem = forms.ChoiceField(
        label="Đặc điểm", required=False,
        choices=[
            ("", "Tất cả"), ("late", "Có thời hạn đã quá"), ("prolonged", "Kéo dài: quá hạn giải quyết"),
            ("large", "Đông người (từ 5 người)"), ("complex", "Phức tạp"), ("closed", "Đã kết thúc"),
        ],
    )  # fmt: skip

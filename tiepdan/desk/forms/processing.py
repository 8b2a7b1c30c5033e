"""What officers and heads type while a submission is processed."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext as _

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import agency_meant
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.desk.labels import written
from tiepdan.infra import clock
from tiepdan.matters.rules import MatterKind
from tiepdan.routing.models import ProposedAct
from tiepdan.routing.queries import Suggestion
from tiepdan.routing.rules.competence import list_subjects
from tiepdan.routing.rules.grounds import grounds_in_force
from tiepdan.routing.rules.routes import RouteAct, ground_list
from tiepdan.submissions.intake import Screening
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rulebook import conditions_for, fields
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput
from tiepdan.ui.words import said, said_choices

KINDS = [
    (kind.value, written("kind", kind.value))
    for kind in (MatterKind.COMPLAINT, MatterKind.DENUNCIATION, MatterKind.PETITION_FEEDBACK)
]
MARKS = [("", "Chưa rõ"), ("petition", "Kiến nghị"), ("feedback", "Phản ánh")]
ANSWERS = [("yes", "Có"), ("no", "Không"), ("not_applicable", "Không áp dụng")]
Choices = list[tuple[str, str | list[tuple[str, str]]]]


class KindForm(Form):
    """Which kind, by content; chosen first because the checklist depends on it."""

    loai = forms.ChoiceField(label="Loại đơn, theo nội dung", choices=KINDS, widget=forms.RadioSelect)
    an_danh = forms.BooleanField(label="Không rõ họ tên, địa chỉ người gửi", required=False)


class ScreeningForm(Form):
    """Eligibility, field, whom and what it is against."""

    field_code = forms.ChoiceField(label="Lĩnh vực", required=False)
    petition_mark = forms.ChoiceField(label="Kiến nghị hay phản ánh", choices=MARKS, required=False)
    against_code = forms.ChoiceField(label="Quyết định, hành vi hoặc vi phạm của ai", required=False)
    second_stage = forms.BooleanField(
        label="Khiếu nại lần hai", required=False,
        help_text="Đã có quyết định giải quyết lần đầu mà không đồng ý, hoặc quá hạn mà chưa được giải quyết lần đầu. "
        "Các ô bên dưới vẫn ghi quyết định, hành vi và cơ quan bị khiếu nại từ lần đầu.",
    )  # fmt: skip
    respondent_agency = AgencyField(
        label="Cơ quan bị khiếu nại, bị phản ánh hoặc nơi công tác của người bị tố cáo", required=False
    )
    respondent_name = TidyCharField(label="Tên người, cơ quan bị khiếu nại, tố cáo", max_length=200, required=False)
    respondent_post = TidyCharField(label="Chức vụ", max_length=200, required=False)
    attacked_number = TidyCharField(label="Số quyết định bị khiếu nại", max_length=60, required=False)
    attacked_on = forms.DateField(label="Ngày quyết định", widget=DayInput, required=False)
    attacked_act = TidyCharField(label="Hành vi bị khiếu nại", max_length=300, required=False)
    attacked_known_on = forms.DateField(label="Ngày nhận được hoặc biết được", widget=DayInput, required=False)
    all_signed = forms.BooleanField(label="Đủ chữ ký và văn bản cử người đại diện", required=False, initial=True)
    concerns_event = forms.BooleanField(label="Liên quan sự kiện, nhân sự đang được theo dõi", required=False)

    def __init__(
        self, data: object = None, *, submission: Submission, kind: MatterKind, anonymous: bool, today: date
    ) -> None:
        names = [name for name in self.base_fields if hasattr(submission, name)]
        first = {name: getattr(submission, name) for name in names}
        if data is None:  # what is sent says it itself
            first["respondent_agency"] = first.get("respondent_agency") or agency_meant(
                text=submission.respondent_name, on=today
            )
        super().__init__(data, initial=first)
        self.kind, self.anonymous, self.today = kind, anonymous, today
        self.conditions = conditions_for(kind=kind, anonymous=anonymous)
        checklist = {
            f"dk_{item.code}": forms.ChoiceField(
                label=said(item.title),
                choices=said_choices(ANSWERS),
                widget=forms.RadioSelect,
                help_text=item.source,
                initial=submission.eligibility.get(item.code) or ("no" if item.bars else "yes"),
            )
            for item in self.conditions
        }
        self.fields = {**checklist, **self.fields}
        self._choose("field_code", [("", _("Chưa rõ")), *_fields_of(kind)])
        if kind is MatterKind.PETITION_FEEDBACK:
            for name in ("against_code", "attacked_number", "attacked_on", "attacked_act", "attacked_known_on"):
                del self.fields[name]
        else:
            del self.fields["petition_mark"]
            subjects = [(subject.code, said(subject.title_vi)) for subject in list_subjects(kind=kind.value, on=today)]
            self._choose("against_code", [("", _("Chưa xác định")), *subjects])
        if kind is not MatterKind.COMPLAINT:
            del self.fields["second_stage"]
        if submission.people == 1:
            del self.fields["all_signed"]

    def clean(self) -> dict[str, object]:
        """Check the days against each other: a decision is known after it is made, and neither lies ahead."""
        found = super().clean() or self.cleaned_data
        made, known = found.get("attacked_on"), found.get("attacked_known_on")
        for name, day in (("attacked_on", made), ("attacked_known_on", known)):
            if day is not None and day > self.today:
                self.add_error(name, _("Ngày này ở tương lai."))
        if made is not None and known is not None and known < made:
            self.add_error("attacked_known_on", _("Ngày nhận được hoặc biết được không thể trước ngày quyết định."))
        return found

    def _choose(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def finding(self) -> Screening:
        """Return what was found, as the act takes it."""
        given = dict(self.cleaned_data)
        answers = {item.code: str(given.pop(f"dk_{item.code}")) for item in self.conditions}
        agency = given.pop("respondent_agency", None)
        return Screening(
            kind=self.kind,
            answers=answers,
            anonymous=self.anonymous,
            respondent_agency_id=agency.pk if isinstance(agency, Agency) else None,
            **{**given, "all_signed": given.get("all_signed", True)},
        )


class ProposalForm(Form):
    """What is proposed to the head."""

    act = forms.ChoiceField(label="Đề xuất", widget=forms.RadioSelect)
    to_agency = AgencyField(label="Cơ quan có thẩm quyền", required=False, help_text="Khi hướng dẫn hoặc chuyển đơn.")
    to_text = TidyCharField(
        label="Cơ quan ngoài danh mục", max_length=200, required=False, help_text="Chỉ ghi khi không có trong danh mục."
    )
    ground = forms.ChoiceField(label="Căn cứ", required=False, help_text="Khi lưu đơn hoặc không thụ lý.")
    reason = TidyCharField(label="Lý do, như sẽ ghi trong văn bản", widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(
        self,
        data: object = None,
        *,
        submission: Submission,
        allowed: list[RouteAct],
        suggestion: Suggestion,
        today: date,
    ) -> None:
        first: dict[str, object] = {"reason": suggestion.reason_vi if suggestion.act in allowed else ""}
        if suggestion.act in allowed and suggestion.act is not None:
            first["act"] = suggestion.act.value
        if suggestion.agency_id is not None and suggestion.agency_id != submission.agency_id:
            first["to_agency"] = Agency.objects.get(pk=suggestion.agency_id)
        super().__init__(data, initial=first)
        act, ground = self.fields["act"], self.fields["ground"]
        if isinstance(act, forms.ChoiceField) and isinstance(ground, forms.ChoiceField):
            act.choices = [(item.value, said(ProposedAct(item.value).label)) for item in allowed]
            ground.choices = [("", _("Chưa chọn")), *_grounds(submission, allowed, today)]
            if len(ground.choices) == 1:
                del self.fields["ground"]
        if not {RouteAct.GUIDE, RouteAct.FORWARD, RouteAct.RETURN} & set(allowed):
            del self.fields["to_agency"], self.fields["to_text"]


class DecisionForm(Form):
    """The head's decision on a proposal."""

    decision = forms.ChoiceField(choices=[("approve", "Phê duyệt"), ("send_back", "Trả lại")])
    note = TidyCharField(label="Ý kiến", required=False, widget=forms.Textarea(attrs={"rows": 2}))


class ReplyForm(Form):
    """What the other body answered."""

    reply = TidyCharField(label="Nội dung trả lời", widget=forms.Textarea(attrs={"rows": 2}))
    replied_on = forms.DateField(label="Ngày trả lời", widget=DayInput, initial=clock.today)


class ReasonForm(Form):
    """A reason in words."""

    reason = TidyCharField(label="Lý do chính đáng", widget=forms.Textarea(attrs={"rows": 2}))


class ResultForm(Form):
    """How a submission was handled, for who forwarded it."""

    reason = TidyCharField(label="Kết quả xử lý, như sẽ báo", widget=forms.Textarea(attrs={"rows": 2}))


class LinkForm(Form):
    """Whether an earlier submission has the same content."""

    earlier = forms.IntegerField(min_value=1)
    same = forms.ChoiceField(choices=[("1", "Cùng nội dung"), ("0", "Khác nội dung")])


def _fields_of(kind: MatterKind) -> Choices:
    known = [field for field in fields().values() if not field.columns or kind in field.columns]
    return [
        (
            said(group.title),
            [
                (group.code, said(group.title)),
                *((part.code, said(part.title)) for part in known if part.parent == group.code),
            ],
        )
        for group in known
        if not group.parent
    ]


def _grounds(submission: Submission, allowed: list[RouteAct], today: date) -> Choices:
    return [
        (
            said(ProposedAct(act.value).label),
            [
                (ground.code, f"{said(ground.title)} ({ground.article})")
                for ground in grounds_in_force(name=ground_list(act=act, kind=submission.kind), on=today)
            ],
        )
        for act in (RouteAct.FILE, RouteAct.REFUSE)
        if act in allowed
    ]

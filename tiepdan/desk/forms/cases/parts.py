"""Who acts for complainants, mediation, courts, protection, superiors, linked cases."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.cases.actions.courts import EFFECTS
from tiepdan.cases.actions.dialogue import MEDIATION_RESULTS
from tiepdan.cases.actions.protecting import GOODS, MEASURES
from tiepdan.cases.actions.protecting import WAYS as ASKED_HOW
from tiepdan.cases.actions.superior import RESULTS
from tiepdan.cases.intent import CourtData, Filing, JudgmentData, MandateData, MediationData, ProtectionData
from tiepdan.cases.rules.mandates import KINDS
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.desk.forms.cases.basis import ActForm, DayField, LongField, TextField, answered, lines_of, yes_no
from tiepdan.ui.forms import Form

ATTORNEY_FORMS: Final = [
    ("", "Không phải giấy ủy quyền"), ("notarised", "Giấy ủy quyền có công chứng"), ("certified", "Giấy ủy quyền có chứng thực"),
    ("organisation", "Văn bản của cơ quan, tổ chức (người có thẩm quyền ký, đóng dấu nếu có)"),
]  # fmt: skip
FILINGS: Final = [
    ("first_complaint", "Khiếu nại lần đầu"), ("second_complaint", "Khiếu nại lần hai"),
    ("disciplinary_first", "Khiếu nại quyết định kỷ luật cán bộ, công chức, lần đầu"),
    ("disciplinary_second", "Khiếu nại quyết định kỷ luật cán bộ, công chức, lần hai"),
]  # fmt: skip


class FilingFields(Form):
    """By which procedure a complaint is settled; shown with acceptance and refusal."""

    filing = forms.ChoiceField(
        label="Thủ tục giải quyết",
        choices=FILINGS,
        initial="first_complaint",
        widget=forms.RadioSelect,
        required=False,
    )
    dismissal = forms.BooleanField(label="Kỷ luật buộc thôi việc", required=False)
    first_code = TextField(
        label="Mã vụ việc lần đầu", required=False, max_length=20,
        help_text="Khiếu nại lần hai: mã trong chương trình này, nếu có.",
    )  # fmt: skip
    first_decision = TextField(
        label="Quyết định giải quyết lần đầu", required=False, max_length=300,
        help_text="Khiếu nại lần hai: số, ngày, người ban hành; hoặc ghi “không ra quyết định trong thời hạn”.",
    )  # fmt: skip
    window_from = DayField(
        label="Ngày nhận quyết định lần đầu, hoặc ngày hết thời hạn giải quyết lần đầu", required=False,
        help_text="Từ ngày này tính thời hạn khiếu nại lần hai.",
    )  # fmt: skip
    late_reason = TextField(
        label="Lý do chính đáng nếu khiếu nại quá thời hạn", required=False, max_length=300,
        help_text="Ốm đau, thiên tai, địch họa, đi công tác, học tập ở nơi xa hoặc trở ngại khách quan khác.",
    )  # fmt: skip
    remote = forms.BooleanField(label="Vùng sâu, vùng xa đi lại khó khăn (thời hạn dài hơn)", required=False)


def filing_of(data: dict[str, object]) -> Filing:
    """Read the filing from cleaned data; a kind without these fields has none."""
    chosen = str(data.get("filing") or "")
    if not chosen:
        return Filing(competence_reason=str(data.get("competence_reason") or ""))
    disciplinary = chosen.startswith("disciplinary")
    return Filing(
        procedure=ProcedureKind.DISCIPLINARY_COMPLAINT if disciplinary else ProcedureKind(chosen),
        second_stage=chosen == "disciplinary_second",
        dismissal=bool(data.get("dismissal")),
        first_code=str(data.get("first_code") or ""),
        first_decision=str(data.get("first_decision") or ""),
        window_from=data.get("window_from") or None,  # type: ignore[arg-type] # a day field
        late_reason=str(data.get("late_reason") or ""),
        remote=bool(data.get("remote")),
        competence_reason=str(data.get("competence_reason") or ""),
    )


class MandateForm(ActForm):
    """Somebody who acts for the complainants."""

    asks_paper = False
    kind = forms.ChoiceField(label="Tư cách", choices=list(KINDS.items()), widget=forms.RadioSelect)
    name = TextField(label="Họ tên", max_length=160)
    document = TextField(
        label="Giấy tờ chứng minh",
        max_length=200,
        help_text="Số, ngày, nơi lập; với người thừa kế: giấy tờ về thừa kế.",
    )
    given_on = DayField(label="Ngày lập giấy tờ")
    form = forms.ChoiceField(label="Hình thức giấy ủy quyền", choices=ATTORNEY_FORMS, required=False)
    all_signed = forms.BooleanField(
        label="Giấy cử người đại diện có chữ ký hoặc điểm chỉ của tất cả mọi người", required=False
    )
    scope = LongField(label="Nội dung, phạm vi đại diện", required=False, rows=3)

    @property
    def mandate(self) -> MandateData:
        """The mandate as the act takes it."""
        return MandateData(**self.cleaned_data)


class MandateEndForm(ActForm):
    """Somebody no longer acts for them."""

    asks_paper = False
    mandate = forms.TypedChoiceField(label="Người thôi đại diện, thôi được ủy quyền", coerce=int)
    ended_on = DayField(label="Từ ngày")
    reason = LongField(label="Lý do", rows=3)

    def prepare(self) -> None:
        self.fields["mandate"].choices = list(self.setting.mandates)  # type: ignore[attr-defined] # a choice field


class MediationForm(ActForm):
    """A mediation between the parties."""

    asks_paper = False
    held_on = DayField(label="Ngày hòa giải")
    place = TextField(label="Địa điểm", required=False, max_length=160)
    present = LongField(label="Người tham dự (mỗi dòng một người)", required=False, rows=3)
    minutes = LongField(label="Diễn biến", rows=5)
    result = forms.ChoiceField(label="Kết quả", choices=list(MEDIATION_RESULTS.items()), widget=forms.RadioSelect)
    agreed = LongField(
        label="Nội dung đã thỏa thuận", required=False, rows=3,
        help_text="Thỏa thuận không thay quyết định giải quyết: vụ việc chỉ kết thúc bằng quyết định hoặc khi rút khiếu nại.",
    )  # fmt: skip

    @property
    def mediation(self) -> MediationData:
        """The mediation as the act takes it."""
        data = self.cleaned_data
        return MediationData(**{**data, "present": tuple(lines_of(data["present"]))})


class CourtForm(ActForm):
    """A court accepted the matter."""

    asks_paper = False
    court = TextField(label="Tòa án", max_length=160)
    number = TextField(label="Số thụ lý", required=False, max_length=60)
    accepted_on = DayField(label="Ngày Tòa án thụ lý")
    handed_over_on = DayField(label="Ngày giao hồ sơ cho Tòa án (nếu có yêu cầu)", required=False)

    @property
    def court_data(self) -> CourtData:
        """The court file as the act takes it."""
        return CourtData(**self.cleaned_data)


class JudgmentForm(ActForm):
    """What the court decided."""

    asks_paper = False
    judgment = TextField(label="Số bản án, quyết định", max_length=60)
    judged_on = DayField(label="Ngày")
    effect = forms.ChoiceField(label="Kết quả", choices=list(EFFECTS.items()), widget=forms.RadioSelect)
    note = LongField(label="Việc phải làm sau bản án, quyết định", required=False, rows=3)

    @property
    def judgment_data(self) -> JudgmentData:
        """The judgment as the act takes it."""
        return JudgmentData(**self.cleaned_data)


class ProtectionForm(ActForm):
    """A request for protection."""

    asks_questions = False
    asks_paper = False
    asked_on = DayField(label="Ngày đề nghị")
    how = forms.ChoiceField(label="Cách đề nghị", choices=list(ASKED_HOW.items()), widget=forms.RadioSelect)
    goods = forms.MultipleChoiceField(
        label="Cần bảo vệ", choices=list(GOODS.items()), widget=forms.CheckboxSelectMultiple
    )
    persons = LongField(
        label="Người cần bảo vệ", rows=3,
        help_text="Người tố cáo, vợ chồng, cha mẹ, con. Được niêm phong ngay khi lưu, chỉ đọc được khi mở danh tính.",
    )  # fmt: skip
    danger = LongField(label="Nguy cơ, căn cứ", rows=4, help_text="Cũng được niêm phong.")

    @property
    def request(self) -> ProtectionData:
        """The request as the act takes it."""
        data = self.cleaned_data
        return ProtectionData(**{**data, "goods": tuple(data["goods"])})


class ProtectionOrderForm(ActForm):
    """The measures of protection."""

    asks_questions = False
    asks_paper = False
    measures = forms.MultipleChoiceField(
        label="Biện pháp bảo vệ", choices=list(MEASURES.items()), widget=forms.CheckboxSelectMultiple
    )
    protector = TextField(label="Cơ quan thực hiện", max_length=200, help_text="Không ghi tên người được bảo vệ.")


class FollowUpForm(ActForm):
    """A follow-up denunciation that goes up."""

    asks_paper = False
    note = LongField(label="Nội dung tố cáo tiếp", rows=4, help_text="Không ghi gì làm lộ người tố cáo.")


class TakeOverForm(ActForm):
    """A superior takes the case."""

    asks_paper = False
    reason = LongField(label="Lý do", rows=4)

    def prepare(self) -> None:
        if self.setting.grounds:
            self.fields["grounds"] = forms.MultipleChoiceField(
                label=_("Căn cứ"), choices=list(self.setting.grounds), widget=forms.CheckboxSelectMultiple
            )


class ReviewOrderForm(ActForm):
    """An order to check a settlement, received on paper."""

    asks_paper = False
    ordered_by = TextField(label="Người, cơ quan yêu cầu và số văn bản", max_length=200)
    ordered_on = DayField(label="Ngày văn bản")
    signs = LongField(label="Dấu hiệu vi phạm được nêu", rows=4)


class ReviewResultForm(ActForm):
    """What the check found."""

    asks_questions = False
    asks_paper = False
    result = forms.ChoiceField(label="Kết quả kiểm tra lại", choices=list(RESULTS.items()), widget=forms.RadioSelect)
    remedy = LongField(label="Kết luận và biện pháp xử lý, khắc phục", rows=4)


class SecondForm(ActForm):
    """The complainant goes to the second settler."""

    asks_questions = False
    asks_paper = False
    code = TextField(
        label="Mã vụ việc lần hai", required=False, max_length=20, help_text="Nếu có trong chương trình này."
    )
    note = TextField(label="Nơi nhận khiếu nại lần hai, ngày", max_length=300)


class RelateForm(ActForm):
    """Two cases are read together."""

    code = TextField(label="Mã vụ việc liên quan", max_length=20)
    why = LongField(label="Liên quan thế nào", rows=3)


class AtOnceForm(ActForm):
    """Accepting, verifying and concluding a clear denunciation in one go."""

    asks_questions = False
    asks_paper = False
    identity_checked = yes_no("Nhân thân người tố cáo đã được kiểm tra, xác minh")
    fast_track_fits = yes_no("Nội dung rõ ràng, chứng cứ cụ thể, có cơ sở xử lý ngay")
    leader = forms.TypedChoiceField(label="Lãnh đạo phụ trách", coerce=int)
    handler = forms.TypedChoiceField(label="Người giúp việc, lưu hồ sơ", coerce=int)
    explanation = LongField(label="Giải trình của người bị tố cáo khi làm việc trực tiếp", rows=4)
    outcome = forms.ChoiceField(
        label="Kết luận", choices=[("right", "Đúng"), ("partly_right", "Đúng một phần"), ("wrong", "Sai")],
        widget=forms.RadioSelect,
    )  # fmt: skip
    assessment = LongField(label="Nhận định, kết luận", rows=5)
    measures = LongField(label="Biện pháp xử lý", rows=4)

    def prepare(self) -> None:
        self.fields["leader"].choices = list(self.setting.leaders)  # type: ignore[attr-defined] # a choice field
        self.fields["handler"].choices = list(self.setting.handlers)  # type: ignore[attr-defined] # a choice field

    @property
    def answers(self) -> dict[str, bool | None]:
        """The two conditions of the fast track."""
        return {name: answered(self.cleaned_data[name]) for name in ("identity_checked", "fast_track_fits")}

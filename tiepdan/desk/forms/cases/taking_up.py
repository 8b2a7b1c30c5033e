"""Taking a case up: people in charge, acceptance, refusal, notices."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _

from tiepdan.desk.forms.cases.basis import ActForm, DayField, LongField
from tiepdan.desk.forms.cases.parts import FilingFields


class PeopleForm(ActForm):
    """Leader in charge and handler."""

    leader = forms.TypedChoiceField(label="Lãnh đạo phụ trách", coerce=int)
    handler = forms.TypedChoiceField(label="Người giải quyết, tham mưu", coerce=int)

    def prepare(self) -> None:
        self.fields["leader"].choices = list(self.setting.leaders)  # type: ignore[attr-defined] # a choice field
        self.fields["handler"].choices = list(self.setting.handlers)  # type: ignore[attr-defined] # a choice field


def _ask_filing(form: ActForm) -> None:
    """Ask of a complaint by which procedure it is settled, and of a second one what it follows."""
    if form.setting.complaint:
        form.fields.update(FilingFields().fields)


class AcceptForm(PeopleForm):
    """Acceptance."""

    asks_paper = False

    def prepare(self) -> None:
        super().prepare()
        if self.setting.denunciation:
            self.fields["identity_checked"] = forms.BooleanField(
                label=_("Đã kiểm tra, xác minh nhân thân người tố cáo và điều kiện thụ lý")
            )
        _ask_filing(self)
        if self.setting.settler_elsewhere:
            self.fields["competence_reason"] = LongField(
                label=_("Lý do thụ lý khác bảng thẩm quyền"), rows=3, required=False, max_length=1000,
                help_text=_("Theo bảng thẩm quyền: {settler_elsewhere}. Vẫn thụ lý ở đây thì ghi lý do; lý do được ghi "
"vào tiến trình và nhật ký. Khiếu nại lần hai, kỷ luật thì bỏ trống.").format(settler_elsewhere=self.setting.settler_elsewhere),
            )  # fmt: skip


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
        _ask_filing(self)


class NoticesForm(ActForm):
    """Notices of acceptance, forms 05 and 06."""

    asks_questions = False
    asks_paper = False
    denunciation_content = LongField(
        label="Nội dung tố cáo ghi trong thông báo", rows=8,
        help_text="Người bị tố cáo sẽ đọc: không được có gì làm lộ người tố cáo.",
    )  # fmt: skip
    explain_by = DayField(label="Người bị tố cáo giải trình trước ngày")

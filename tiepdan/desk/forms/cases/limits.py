"""Extending, suspending, ending, withdrawing, urging."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext as _

from tiepdan.cases.intent import WithdrawalData
from tiepdan.desk.forms.cases.basis import ActForm, DayField, LongField, answered, yes_no


class DueForm(ActForm):
    """A day."""

    asks_paper = False
    due_on = DayField(label="Yêu cầu báo cáo trước ngày")


class ExtensionForm(ActForm):
    """Extending a denunciation's limit."""

    asks_paper = False
    days = forms.IntegerField(label="Số ngày gia hạn", min_value=1, max_value=366)  # the act asks the rule
    reason = LongField(label="Lý do gia hạn", rows=4)


class GroundForm(ActForm):
    """Suspending or terminating on one ground."""

    asks_paper = False
    ground = forms.ChoiceField(label="Căn cứ", widget=forms.RadioSelect)
    reason = LongField(label="Lý do ghi trong văn bản", rows=4)

    def prepare(self) -> None:
        self.fields["ground"].choices = list(self.setting.grounds)  # type: ignore[attr-defined] # a choice field


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
            self.fields["signs"] = yes_no(_("Hành vi bị tố cáo có dấu hiệu vi phạm pháp luật không?"))
            self.fields["abused"] = yes_no(_("Có lợi dụng tố cáo để vu khống, gây thiệt hại không?"))

    @property
    def withdrawal(self) -> WithdrawalData:
        """The withdrawal as the act takes it."""
        data = self.cleaned_data
        return WithdrawalData(
            extent=data["extent"], form=data["form"], what=data["what"], forced=bool(answered(data["forced"])),
            signs_of_violation=answered(data.get("signs")), abused=answered(data.get("abused")),
        )  # fmt: skip


class UrgeForm(ActForm):
    """Urging an agency."""

    text = LongField(label="Nội dung đôn đốc", rows=5)
    answer_by = DayField(label="Yêu cầu trả lời trước ngày")

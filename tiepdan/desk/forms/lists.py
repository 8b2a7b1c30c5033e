"""What is typed for several rows at once; which rows, the list itself says."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from tiepdan.accounts.rules import Actor
from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.desk.forms.staffing import people_at
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput


class SeveralForm(Form):
    """One of several acts in one form of the page: the browser must not ask for what the other acts need."""

    use_required_attribute = False


class GiveForm(SeveralForm):
    """To whom chosen submissions go."""

    to = forms.ChoiceField(label="Người xử lý")

    def __init__(self, *args: Any, by: Actor, **options: Any) -> None:  # Django's own arguments
        super().__init__(*args, **options)
        self.auto_id = "giao_%s"  # several such forms stand on one page
        self.fields["to"].choices = [("", _("Chọn người")), *people_at(by=by)]  # type: ignore[attr-defined] # a choice field


class HandForm(GiveForm):
    """To whom chosen cases go, and why."""

    reason = TidyCharField(label="Lý do", max_length=300)


class DelayForm(SeveralForm):
    """Why chosen submissions are not yet processed."""

    reason = TidyCharField(label="Lý do chính đáng", max_length=500)

    def __init__(self, *args: Any, **options: Any) -> None:  # Django's own arguments
        super().__init__(*args, **options)
        self.auto_id = "ly_do_%s"  # several such forms stand on one page


class UrgeSeveralForm(SeveralForm):
    """One text for every agency urged, and the day of the answer."""

    text = TidyCharField(label="Nội dung đôn đốc", widget=forms.Textarea(attrs={"rows": 3}))
    answer_by = forms.DateField(label="Yêu cầu trả lời trước ngày", widget=DayInput)

    def __init__(self, *args: Any, **options: Any) -> None:  # Django's own arguments
        super().__init__(*args, **options)
        self.auto_id = "don_doc_%s"  # several such forms stand on one page


class NoteForm(SeveralForm):
    """An opinion on proposals approved or sent back together."""

    note = TidyCharField(label="Ý kiến (bắt buộc khi trả lại)", max_length=500, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:  # Django's own arguments
        super().__init__(*args, **options)
        self.auto_id = "nhieu_%s"  # several such forms stand on one page


class NothingForm(SeveralForm):
    """An act that asks nothing more."""

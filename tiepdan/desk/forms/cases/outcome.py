"""What is decided, concluded or answered, and what it obliges to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _

from tiepdan.cases.intent import ObligationData
from tiepdan.desk.forms.cases.basis import ActForm, DayField, LongField, TextField, yes_no

OUTCOMES: Final = [("right", "Đúng"), ("partly_right", "Đúng một phần"), ("wrong", "Sai")]
ROWS: Final = 3  # issues and obligations that one form takes; more are added by doing the act's own additions


class ObligedForm(ActForm):
    """What is ordered, under a decision, a conclusion or an answer."""

    asks_paper = False

    def prepare(self) -> None:
        for place in range(1, ROWS + 1):
            tail = _("– nghĩa vụ {place}").format(place=place)
            self.fields[f"what_{place}"] = TextField(
                label=_("Nội dung phải thi hành {tail}").format(tail=tail), required=False, max_length=500
            )
            self.fields[f"money_{place}"] = forms.DecimalField(
                label=_("Số tiền (triệu đồng) {tail}").format(tail=tail),
                required=False,
                min_value=0,
                max_digits=16,
                decimal_places=3,
            )
            self.fields[f"land_{place}"] = forms.DecimalField(
                label=_("Diện tích đất (m²) {tail}").format(tail=tail),
                required=False,
                min_value=0,
                max_digits=16,
                decimal_places=2,
            )
            self.fields[f"persons_{place}"] = forms.IntegerField(
                label=_("Số người {tail}").format(tail=tail), required=False, min_value=0
            )
            self.fields[f"to_state_{place}"] = forms.BooleanField(
                label=_("Thu hồi cho Nhà nước {tail}").format(tail=tail), required=False
            )
            self.fields[f"due_on_{place}"] = DayField(
                label=_("Thực hiện trước ngày {tail}").format(tail=tail), required=False
            )

    def clean(self) -> dict[str, Any]:  # Any: Django's signature
        data: dict[str, Any] = super().clean() or {}
        for place in range(1, ROWS + 1):
            more = any(data.get(f"{name}_{place}") for name in ("money", "land", "persons", "due_on"))
            if more and not data.get(f"what_{place}"):
                self.add_error(f"what_{place}", _("Ghi nội dung phải thi hành."))
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


class EffectForm(ActForm):
    """Confirming legal effect."""

    asks_questions = False
    contested = yes_no("Có khiếu nại lần hai hoặc khởi kiện không?")
    note = LongField(label="Đã kiểm tra việc giao quyết định thế nào", rows=3)


class ObligationDoneForm(ActForm):
    """Something ordered was carried out."""

    done_on = DayField(label="Ngày thực hiện xong")
    note = LongField(label="Chứng từ, kết quả", rows=3)

"""What is typed when an agency hands over: to whom, from which day, by which decision."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext as _

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import by_name
from tiepdan.agencies.rules import SuccessionKind
from tiepdan.desk.forms.admin import SUCCESSIONS, TidyCharField
from tiepdan.desk.forms.agency_field import AgencyField
from tiepdan.infra import clock
from tiepdan.infra.folding import tidy
from tiepdan.succession.actions import Part
from tiepdan.succession.rules import DISTRICT_END_ON, Template
from tiepdan.ui.forms import Form
from tiepdan.ui.widgets import DayInput

TEMPLATES = [
    ("", "Không dùng mẫu: việc về nơi có địa bàn được nêu, còn lại về cơ quan chính"),
    (Template.DISTRICT_END.value, "Kết thúc cấp huyện 01/7/2025: về xã nơi phát sinh; lần hai, tố cáo lãnh đạo xã, việc nhiều xã về tỉnh"),
]  # fmt: skip


class HandoverForm(Form):
    """One agency that ends, and those that follow."""

    kind = forms.ChoiceField(
        label="Hình thức", choices=[(kind.value, name) for kind, name in SUCCESSIONS.items()], initial=SuccessionKind.SPLIT.value
    )  # fmt: skip
    template = forms.ChoiceField(label="Mẫu phân chia", choices=TEMPLATES, required=False)
    effect_on = forms.DateField(label="Có hiệu lực từ ngày", widget=DayInput)
    main = AgencyField(
        label="Cơ quan tiếp nhận chính",
        help_text="Nhận những việc không rõ nơi, sổ sách, nhiệm vụ kế hoạch. Giải thể thì chọn cơ quan quản lý trực tiếp.",
    )
    others = forms.CharField(
        label="Các cơ quan khác cùng tiếp nhận", required=False, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi dòng một cơ quan, đúng tên hoặc mã; có thể ghi phần được giao sau dấu |.",
    )  # fmt: skip
    decision = TidyCharField(label="Số, ngày quyết định", max_length=120)

    def clean_others(self) -> list[Part]:
        """Return the agencies named, one a line."""
        found, unknown = [], []
        for line in str(self.cleaned_data["others"]).splitlines():
            name, _bar, share = tidy(line).partition("|")
            if not name.strip():
                continue
            agency = by_name(text=name.strip(), on=clock.today())
            if agency is None:
                unknown.append(name.strip())
            else:
                found.append(Part(agency.pk, share=share.strip()))
        if unknown:
            raise forms.ValidationError(
                _("Không có đúng một cơ quan đang hoạt động tên là: {unknown}.").format(unknown="; ".join(unknown))
            )
        return found

    def clean(self) -> dict[str, object]:
        """The template belongs to one day of the law."""
        cleaned = super().clean() or {}
        if cleaned.get("template") == Template.DISTRICT_END and cleaned.get("effect_on") not in (None, DISTRICT_END_ON):
            self.add_error(
                "effect_on",
                _("Cấp huyện kết thúc hoạt động từ ngày {district_end_on}.").format(
                    district_end_on=f"{DISTRICT_END_ON:%d/%m/%Y}"
                ),
            )
        return cleaned

    def parts(self) -> list[Part]:
        """Return those that follow, the main one first."""
        main: Agency = self.cleaned_data["main"]
        return [Part(main.pk, main=True), *self.cleaned_data["others"]]


class PeriodForm(Form):
    """The days to count."""

    tu = forms.DateField(label="Từ ngày", widget=DayInput)
    den = forms.DateField(label="Đến ngày", widget=DayInput)

    def days(self, default: tuple[date, date]) -> tuple[date, date]:
        """Return what was asked, or a default where nothing readable was."""
        if self.is_bound and self.is_valid() and self.cleaned_data["tu"] <= self.cleaned_data["den"]:
            return self.cleaned_data["tu"], self.cleaned_data["den"]
        return default

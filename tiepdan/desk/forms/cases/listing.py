"""Filters of the list of cases."""

from __future__ import annotations

from django import forms

from tiepdan.desk.lists import ORDERS
from tiepdan.ui.forms import Form


class CaseFilterForm(Form):
    """Filters of the list."""

    loai = forms.ChoiceField(label="Loại", required=False)
    trang_thai = forms.ChoiceField(label="Trạng thái", required=False)
    nguoi = forms.TypedChoiceField(label="Người giải quyết", required=False, coerce=int)
    dac_diem = forms.ChoiceField(
        label="Đặc điểm", required=False,
        choices=[
            ("", "Tất cả"), ("late", "Có thời hạn đã quá"), ("prolonged", "Kéo dài: quá hạn giải quyết"),
            ("large", "Đông người"), ("complex", "Phức tạp"), ("closed", "Đã kết thúc"),
        ],
    )  # fmt: skip
    sap = forms.ChoiceField(label="Sắp xếp", choices=ORDERS, required=False)

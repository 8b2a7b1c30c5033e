"""The page of all components in all states: where the look is decided and looked at."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from tiepdan.desk.labels import RefusalText
from tiepdan.desk.page import desk_page, render_page
from tiepdan.infra.clock import VIETNAM
from tiepdan.ui.templatetags.ui import TONES
from tiepdan.ui.widgets import DayInput

_DAY = date(2026, 7, 14)
_AT = datetime(2026, 7, 14, 9, 30, tzinfo=VIETNAM)


class Sample(forms.Form):
    """One field of each sort."""

    name = forms.CharField(label="Họ và tên", help_text="Ghi đúng như trên căn cước.")
    phone = forms.CharField(label="Điện thoại", required=False)
    kind = forms.ChoiceField(label="Loại đơn", choices=[("a", "Khiếu nại"), ("b", "Kiến nghị, phản ánh")])
    day = forms.DateField(label="Ngày nhận", widget=DayInput, initial=_DAY)
    content = forms.CharField(label="Nội dung", widget=forms.Textarea({"rows": 4}))
    outcome = forms.ChoiceField(
        label="Kết quả",
        widget=forms.RadioSelect,
        choices=[("1", "Nhận đơn"), ("2", "Hướng dẫn"), ("3", "Từ chối, nêu căn cứ")],
    )
    papers = forms.MultipleChoiceField(
        label="Giấy tờ kèm theo",
        widget=forms.CheckboxSelectMultiple,
        choices=[("1", "Quyết định bị khiếu nại"), ("2", "Ảnh")],
    )
    signed = forms.BooleanField(label="Đơn có chữ ký", help_text="Chữ ký hoặc điểm chỉ.")


@desk_page()
def patterns(request: HttpRequest) -> HttpResponse:
    """Every component in every state."""
    return render_page(request, "desk/patterns.html", _samples())


def _samples() -> dict[str, object]:
    clock = {"title": "Giải quyết khiếu nại lần đầu", "due": _DAY, "rule": "KN-5", "source": "LKN Đ.28"}
    steps = [
        "Thứ Hai 15/06/2026: ngày phát sinh, không tính",
        "Thứ Ba 16/06/2026: ngày thứ 1",
        "Thứ Ba 14/07/2026: ngày cuối",
    ]
    states = (
        ("ok", 12),
        ("due_soon", 3),
        ("due_today", 0),
        ("late", -2),
        ("paused", None),
        ("met", None),
        ("cancelled", None),
    )
    return {
        "tones": [(tone, TONES[tone]) for tone in TONES],
        "clocks": [{**clock, "state": state, "left": left, "steps": steps} for state, left in states],
        "form": Sample(),
        "wrong": Sample({"name": "", "kind": "a"}),
        "sample_refusal": RefusalText("forwarded_before", "Đơn tố cáo này đã được chuyển một lần: xem phiếu chuyển trước.", "TC-4"),
        "entries": [
            {"at": _AT, "title": "Tiếp nhận đơn", "text": "Nhận tại nơi tiếp công dân.", "who": "Lê Thị Tiếp"},
            {"at": _AT, "title": "Ra quyết định thụ lý", "tone": "good", "who": "Trần Văn Trưởng, Chủ tịch"},
            {"at": _AT, "title": "Quá hạn xác minh", "tone": "late", "icon": "triangle-alert", "text": "Chưa có báo cáo."},
        ],
        "offers": [
            {"url": "#acts", "title": "Ra quyết định thụ lý", "allowed": True, "primary": True, "icon": "stamp"},
            {"url": "#acts", "title": "Gia hạn", "allowed": True, "icon": "calendar-plus"},
            {"url": "#acts", "title": "Ban hành kết luận", "allowed": False, "reason": "Chưa có báo cáo xác minh.", "rule": "TC-6"},
        ],
        "facts": [("Mã", "7KXW-94CM-RA"), ("Nguồn", "Tại nơi tiếp công dân"), ("Số người", 3), ("Trống", "")],
        "rows": [SimpleNamespace(title="Bồi thường khi thu hồi đất", days=days, tone=tone, label=label) for days, tone, label in (
            (12, "info", "Đang xác minh"), (0, "due", "Chờ phê duyệt"), (-3, "late", "Quá hạn"))],
        "day": _DAY,
        "at": _AT,
    }  # fmt: skip


urlpatterns: list[URLPattern] = [path("_mau/", patterns, name="patterns")]

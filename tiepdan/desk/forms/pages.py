"""What officers type for the pages of the portal."""

from __future__ import annotations

from typing import Final

from django import forms

from tiepdan.desk.forms.admin import TidyCharField
from tiepdan.pages.actions import PageText
from tiepdan.pages.rules import LONGEST, PageKind
from tiepdan.ui.forms import Form
from tiepdan.ui.words import Words

KINDS: Final = Words(
    {
        PageKind.GUIDE: "Hướng dẫn khiếu nại, tố cáo, kiến nghị, phản ánh",
        PageKind.RECEPTION: "Lịch, nơi tiếp công dân",
        PageKind.DECISION: "Quyết định công khai",
        PageKind.NOTICE: "Thông báo khác",
    }
)


class PageForm(Form):
    """A page as it will be read."""

    kind = forms.ChoiceField(label="Loại trang", choices=[(kind.value, words) for kind, words in KINDS.items()])
    title = TidyCharField(label="Tiêu đề", max_length=160)
    text = TidyCharField(
        label="Nội dung", max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Chữ thường, mỗi đoạn cách nhau một dòng trống. Không ghi tên, số giấy tờ, địa chỉ của người dân.",
    )  # fmt: skip
    decision = TidyCharField(
        label="Số, ngày của quyết định", max_length=120, required=False,
        help_text="Bắt buộc khi đăng quyết định.",
    )  # fmt: skip
    matter_code = TidyCharField(
        label="Mã đơn của vụ việc đã giải quyết", max_length=20, required=False,
        help_text="Bắt buộc khi đăng quyết định, người dân không thấy mã. Vụ việc tố cáo không đăng lên cổng.",
    )  # fmt: skip
    redacted = forms.BooleanField(
        label="Đã che mọi thông tin để không ai nhận ra người khiếu nại và người liên quan", required=False,
        help_text="Bắt buộc khi đăng quyết định.",
    )  # fmt: skip

    def content(self) -> PageText:
        """Return what the page says. Call when valid."""
        typed = self.cleaned_data
        return PageText(
            kind=PageKind(typed["kind"]), title=typed["title"], text=typed["text"], decision=typed["decision"],
            matter_code=typed["matter_code"], redacted=typed["redacted"],
        )  # fmt: skip

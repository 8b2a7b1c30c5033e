"""What touches a sealed identity."""

from __future__ import annotations

from tiepdan.desk.forms.cases.basis import ActForm, LongField


class RedactForm(ActForm):
    """The copy without the identity."""

    text = LongField(
        label="Bản đã che", rows=14,
        help_text="Bỏ họ tên, địa chỉ, số điện thoại, bút tích và mọi chi tiết chỉ người tố cáo mới có.",
    )  # fmt: skip


class OpeningForm(ActForm):
    """Asking to open the identity."""

    reason = LongField(
        label="Lý do mở", rows=3, min_length=10, help_text="Mỗi lần mở được ghi vào nhật ký của thủ trưởng."
    )

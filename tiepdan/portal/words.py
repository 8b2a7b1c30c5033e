"""Refusals as citizens read them: what happened, why, what to do."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext

from tiepdan.infra.verdict import Refused
from tiepdan.ui.words import Words

_GENERAL: Final = "Việc này hiện chưa thực hiện được. Ông/bà có thể hỏi cơ quan đang giữ đơn, kèm mã đơn."
_SENTENCES: Final = Words(
    {
        "content_missing": "Chưa có nội dung. Ghi nội dung rồi gửi lại.",
        "sender_missing": "Chưa có họ tên người gửi. Ghi họ tên rồi gửi lại.",
        "representatives_missing": "Nhiều người cùng gửi thì phải có người đại diện. Ghi họ tên người đại diện.",
        "representatives_too_many": (
            "Số người đại diện nhiều hơn luật cho phép: từ 5 đến 10 người cử một hoặc hai đại diện, trên 10 người cử"
            " nhiều nhất năm. Bớt người đại diện."
        ),
        "file_empty": "Có tệp rỗng. Chọn lại tệp.",
        "file_too_large": "Có tệp quá lớn (nhiều nhất {limit} mỗi tệp). Chụp hoặc quét lại nhỏ hơn.",
        "file_type_not_allowed": "Chỉ nhận tệp PDF, ảnh (JPEG, PNG, TIFF, WEBP) hoặc Word (DOCX). Chuyển tệp rồi gửi lại.",
        "file_damaged": "Có tệp bị hỏng, không mở được. Chọn lại tệp.",
        "file_has_macros": "Có tệp Word chứa mã lệnh nên không nhận. Lưu lại thành PDF rồi gửi.",
        "too_many_files": "Đơn này đã có quá nhiều tệp. Hỏi cơ quan đang giữ đơn cách nộp thêm.",
        "submission_processed": "Đơn này đã được xử lý xong nên không thay đổi được nữa. Việc mới thì gửi đơn mới.",
        "party_unknown": "Đơn này không ghi người gửi nên không có liên hệ để sửa.",
        "nothing_given": "Chưa ghi mục nào để sửa.",
        "online_step_wrong": "Buổi tiếp đã bắt đầu hoặc không còn nên không đổi nơi đến được nữa. Gọi cho cơ quan theo số liên hệ.",
        "online_point_unknown": "Nơi này không có trong buổi tiếp. Chọn lại trong danh sách.",
        "online_point_same": "Ông/bà đã chọn nơi này rồi.",
        "delivery_unknown": "Không tìm thấy văn bản này trong đơn của ông/bà.",
        "delivery_confirmed": "Việc nhận văn bản này đã được ghi nhận trước đó.",
        "received_before_sent": "Ngày nhận không thể trước ngày cơ quan gửi. Kiểm tra lại ngày.",
        "received_in_future": "Ngày này ở tương lai. Kiểm tra lại ngày.",
    }
)


def refused_words(verdict: Refused) -> str:
    """Return the sentence for a refusal."""
    return str(_SENTENCES.get(verdict.code, gettext(_GENERAL))).format_map({"limit": "20 MB", **verdict.facts})

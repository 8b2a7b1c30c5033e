"""One sentence per refusal code: what happened, why, what to do. docs/refusals.md is compared with this table."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "not_at_agency": "Người được chọn không có vị trí công tác tại cơ quan này: chọn người khác.",
    "conflict_of_interest": (
        "Người được chọn bị tố cáo, có quan hệ lợi ích hoặc thuộc đơn vị liên quan nên không được tham gia: chọn người khác."
    ),
    "not_assigned": "Người này không được phân công việc này.",
    "not_administrator": "Chỉ người quản trị mới làm được việc này: đổi sang vị trí quản trị.",
    "agency_out_of_scope": "Cơ quan này không thuộc phạm vi quản trị của bạn: chọn cơ quan của bạn hoặc cơ quan trực thuộc.",
    "agency_ended": "Cơ quan này đã kết thúc hoạt động: chọn cơ quan khác hoặc ngày sớm hơn.",
    "username_taken": "Tên đăng nhập “{username}” đã có người dùng: chọn tên khác.",
    "account_closed": "Tài khoản này đã khóa: lập tài khoản mới nếu người này trở lại làm việc.",
    "own_account": "Không tự khóa tài khoản của mình: đề nghị người quản trị khác.",
    "own_post": "Không tự thôi vị trí đang dùng để quản trị: đề nghị người quản trị khác.",
    "post_held": "Người này đang giữ đúng vị trí đó tại {agency}: không cần giao lần nữa.",
    "post_already_ended": "Vị trí này đã thôi từ ngày {day}.",
    "ends_before_start": "Ngày kết thúc phải sau ngày bắt đầu {day}: chọn ngày muộn hơn.",
    "administrator_exists": "Chương trình đã có người quản trị: đăng nhập, hoặc đề nghị người đó lập tài khoản.",
    "first_code_wrong": "Mã một lần không đúng hoặc đã dùng: xem lại mã mà lệnh `tiepdan init` đã in.",
    "password_weak": "Mật khẩu chưa đủ mạnh: {why}",
    "registry_not_empty": "Danh mục đã có cơ quan: chọn cơ quan cấp trên cho cơ quan mới.",
    "agency_code_taken": "Mã định danh {code} đã thuộc cơ quan khác: kiểm tra lại mã.",
    "nothing_changed": "Chưa có gì thay đổi so với thông tin đang lưu.",
    "own_agency": "Không kết thúc được cơ quan mà bạn đang quản trị: đề nghị người quản trị cấp trên.",
    "agency_has_children": "Còn {count} cơ quan trực thuộc đang hoạt động: kết thúc các cơ quan đó trước.",
    "agency_has_open_matters": "Cơ quan còn {count} việc đang mở: chuyển hoặc kết thúc các việc đó trước.",
}

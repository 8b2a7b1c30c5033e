"""Invented submissions to compare."""

from __future__ import annotations

HEAD = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nĐƠN KHIẾU NẠI\nKính gửi: Chủ tịch UBND phường\n"
)
TAIL = (
    "\nTôi xin cam đoan những nội dung trình bày trên là đúng sự thật và xin chịu trách nhiệm trước pháp luật."
    " Kính mong quý cơ quan xem xét giải quyết theo quy định của pháp luật. Tôi xin chân thành cảm ơn."
)
POND = (
    "Gia đình tôi sử dụng ao cá rộng bốn trăm mét vuông sau đình làng Thượng từ năm 1988. Tháng ba vừa qua tổ đo đạc"
    " ghi nhầm ranh phía đông lùi vào hai mét rưỡi nên mất hẳn hàng cau trồng dọc bờ. Bản đồ cũ do ông trưởng thôn giữ"
    " còn thể hiện rõ mương thoát nước là ranh giới. Tôi đã gặp cán bộ địa chính hai lần nhưng chưa được đo lại."
)
KIOSK = (
    "Tôi thuê ki ốt số 17 chợ Hàng Bè theo hợp đồng năm năm và đã đóng đủ tiền. Ban quản lý chợ thông báo chấm dứt trước"
    " hạn để sửa mái, chỉ hỗ trợ một tháng tiền thuê, không bố trí chỗ bán tạm. Hàng khô của tôi bị ẩm hỏng gần sáu mươi"
    " triệu đồng trong đợt mưa đầu mùa. Tôi đề nghị tính lại mức hỗ trợ và cho tôi bán ở dãy nhà lồng phía sau."
)

"""Words of the genre: what administrative Vietnamese uses to oblige, to join, to open and to close. No proper names."""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.normal import pattern


def words(text: str) -> tuple[str, ...]:
    """Entries of a word list written with "|", longest first so that a pattern prefers them."""
    entries = {" ".join(entry.split()) for entry in text.replace("\n", " ").split("|")}
    return tuple(sorted(entries - {""}, key=lambda e: (-len(e), e)))


def alternation(entries: tuple[str, ...]) -> str:
    """Pattern text for one of the entries, by first letters: the engine tries a few branches instead of hundreds.

    Entries with one beginning keep their order, so that the longest wins as in a plain list.
    """
    if len(entries) < _FEW:
        return "(?:" + "|".join(re.escape(e) for e in entries) + ")"
    groups: dict[str, list[str]] = {}
    for entry in entries:
        groups.setdefault(entry[:1], []).append(entry[1:])
    return (
        "(?:"
        + "|".join(re.escape(first) + (alternation(tuple(rest)) if first else "") for first, rest in groups.items())
        + ")"
    )


_FEW: Final = 4
# Verbs with which an obligation begins, and which end the name of an agency before them.
VERBS: Final = words("""
ban hành|báo cáo|bảo đảm|đảm bảo|bảo vệ|bố trí|bồi dưỡng|biên soạn|biểu dương|cân đối|cấp phát|cập nhật|cung cấp|cử|
củng cố|chấm dứt|chấn chỉnh|chấp hành|chỉ đạo|chia sẻ|chịu trách nhiệm|cho ý kiến|chọn cử|chủ trì|chủ động|chuẩn bị|
chuyển|công bố|công khai|duy trì|duyệt|dự báo|dự kiến|dự toán|đánh giá|đăng tải|đăng|đầu tư|
đẩy mạnh|đề nghị|đề xuất|đề ra|điều chỉnh|điều động|điều hành|điều tra|đối thoại|đôn đốc|động viên|đổi mới|đưa tin|
đưa|giải đáp|giải quyết|giải thích|giám sát|giao|giúp|gửi|giữ|giữ vững|góp ý|hạn chế|hoàn thành|hoàn thiện|hòa giải|
họp|hỗ trợ|huy động|hướng dẫn|kế thừa|kết hợp|kết luận|khắc phục|khảo sát|khẩn trương|khen thưởng|kiểm soát|kiểm tra|
kiểm sát|kiện toàn|kiến nghị|kịp thời|ký|lãnh đạo|lắp đặt|làm đầu mối|làm tốt|làm rõ|lập|liên hệ|lồng ghép|lựa chọn|
lưu ý|mở|mời|nắm bắt|nắm chắc|nắm tình hình|nắm|nâng cao|ngăn chặn|nghiên cứu|nghiêm túc|nộp|nhắc nhở|nhận|ổn định|
phản ánh|phát động|phát hiện|phát huy|phát hành|phát sóng|phân công|phân loại|phân tích|phấn đấu|phê duyệt|phòng ngừa|
phổ biến|phối hợp|phục vụ|quan tâm|quản lý|quán triệt|quyết định|rà soát|rút kinh nghiệm|sắp xếp|sử dụng|sửa đổi|
soạn thảo|sơ kết|tạo|tập huấn|tập hợp|tập trung|tăng cường|tham dự|tham gia|tham mưu|thanh tra|thanh toán|thành lập|
thẩm định|thẩm tra|theo dõi|thiết lập|thông báo|thông tin|thống kê|thống nhất|thu thập|thúc đẩy|thuyết phục|thụ lý|
thực hiện|thường trực|thường xuyên|tiến hành|tiếp công dân|tiếp nhận|tiếp thu|tiếp tục|tiếp xúc|tiếp|tìm hiểu|tổ chức|
tổng hợp|tổng kết|tra cứu|tranh thủ|trang bị|triển khai|trình|trích|trực|trực tiếp|tuyên truyền|tư vấn|ứng dụng|
ứng phó|ứng trực|vận động|vận hành|viết|xác định|xác minh|xây dựng|xem xét|xin ý kiến|xử lý|xử trí|xuất bản|yêu cầu|
ủng hộ|thăm|trao đổi|tuân thủ|tự kiểm tra|thu hồi|tăng thời lượng|chú trọng|ưu tiên|truyền tải|bàn giao|lập hồ sơ|
căn cứ|thay mặt|chuyển tải|khuyến khích|niêm yết|số hóa|nhập|kết nối|bảo quản|quy định|quy hoạch|
nhận diện|tiếp cận|ghi nhận|phân bổ|trả lời|phụ trách|ghi sổ|ghi chép|thay mặt|tiêu hủy|lấy ý kiến|cho phép|
chuyển giao|xác nhận|tham vấn|làm việc|nêu gương|gương mẫu|giữ gìn|giữ liên lạc|lưu trữ|sao gửi|thăm hỏi|hòa giải|
thực thi|vào cuộc|tăng thêm|bảo trì|sửa chữa|mua sắm|cân đối|chi trả|quyết toán|kê khai|bám sát|nêu cao|tạo điều kiện|
chuẩn hóa|rút ngắn|đề cao|đón tiếp|khai thác|khởi tố|chứng kiến|trợ giúp|đồng hành|tạm dừng|gắn|lắng nghe|kết nối|
tích hợp|thông qua|phổ cập|phân luồng|điều phối|luân chuyển|nhân rộng|truyền thông|kêu gọi|xử phạt|bổ sung|hoạt động|
cam kết|cân nhắc|chỉ huy|dự thảo|ra quân|tuần tra|canh gác|trực chiến|cảnh giác|đấu tranh|phản bác
""")

# Words that open an obligation without being its verb.
ADVERBS: Final = words("""
chủ động|thường xuyên|kịp thời|tiếp tục|định kỳ|hàng ngày|hằng ngày|hàng tuần|hằng tuần|hàng tháng|hằng tháng|
hàng quý|hằng quý|hàng năm|hằng năm|khẩn trương|nghiêm túc|tích cực|trực tiếp|đồng thời|ngoài ra|trước mắt|trước hết|
tùy theo|tùy tình hình|đặc biệt|nhất là|cùng với|bên cạnh đó|riêng|sau khi|trước khi|ngay sau khi|không|phải|cần|cùng|
luôn|là đầu mối|có trách nhiệm|có nhiệm vụ|có kế hoạch|có phương án|có biện pháp|sẵn sàng|chịu|đột xuất
""")

# After an agency these open what it must do.
DUTY_OPENERS: Final = words("""
có trách nhiệm|có nhiệm vụ|có kế hoạch|có phương án|có biện pháp|chịu|là cơ quan|là đơn vị|là đầu mối|làm|phải|cần|
tích cực|trên cơ sở|theo chức năng|theo nhiệm vụ|theo thẩm quyền|theo phân công|theo đúng|tùy|sẽ|khi|cùng|cùng với|
với|được|nếu|đúng|ngay sau|sau khi|trong|hàng|hằng|định kỳ|khẩn trương|nghiêm túc|luân phiên|luôn|đồng thời|ngoài|
nhận|vận|kể từ|từ ngày|sẵn sàng|đồng chủ trì|không|có mặt|có văn bản
""")

# Words that cannot stand inside a name: an agency's name ends before them.
FUNCTION_WORDS: Final = words("""
để|nhằm|tại|về|theo|khi|đã|sẽ|không|được|là|do|từ|với|cho|phải|cần|trong|trên|dưới|đến|lên|vào|qua|đối với|trước|sau|
nếu|hoặc|bằng|mà|này|nói trên|như|đó|vì|gồm|có|nơi|bị|còn|cũng|đang|hơn|thì|ra|rằng|bởi|ở|nhưng|đều|cùng|và|của|thuộc|
nhất là|đặc biệt|kể cả|ngoài|tốt|việc|công tác|hằng|hàng|mỗi|tích cực|luôn|sẵn sàng|khẩn trương|nghiêm|đúng|đầy đủ
""")

# A paragraph that ends in one of these goes on in the next line whatever its first letter.
CONNECTIVES: Final = frozenset(
    words("""
và|của|các|những|với|về|cho|tại|trong|theo|từ|đến|do|là|có|không|để|nhằm|khi|được|bị|trên|dưới|ở|vào|ra|lên|thuộc|
hoặc|hay|như|bằng|mà|giữa|cùng|thì|qua|gồm|mỗi|từng|bởi|sẽ|đã|đang|phải|cần|việc
""")
)

# Openers of a paragraph that stands by itself: closings and general duties.
CLOSING: Final = re.compile(
    r"(?:trên đây là|trong quá trình|quá trình (?:triển khai|tổ chức|thực hiện)|nhận được|đề nghị|yêu cầu|giao|"
    r"căn cứ|kế hoạch này|"
    r"trường hợp|nếu |ngoài |định kỳ|nơi nhận|tm\.|kt\.|tl\.|tuq\.|để |khi )"
)

# The paragraph between title and first heading begins with one of these.
PREAMBLE: Final = re.compile(
    r"(?:căn cứ|thực hiện|triển khai thực hiện|để |nhằm |ngày \d|trên cơ sở|xét |theo |trước tình hình|sau khi|"
    r"thi hành|tiếp tục|"
    r"chấp hành|hưởng ứng|năm \d{4}|trong thời gian|phát huy|quán triệt|được sự|(?:ủy ban nhân dân|ubnd|tổ công "
    r"tác|sở|ban|thanh tra)"
    r"\s.{0,120}\b(?:ban hành|xây dựng)\s(?:và [^,;.]{3,30} )?kế hoạch)"
)


def starts_with(entries: tuple[str, ...]) -> re.Pattern[str]:
    """Pattern: one of the entries, as whole words."""
    return pattern(alternation(entries) + r"(?!\w)")


# Words that begin like a verb of one syllable and are none.
_NO_VERB: Final = r"(?!(?:giao (?:thông|dịch|lưu)|cử (?:tri|nhân)|trình (?:độ|tự)|nhận thức|trực thuộc|tiếp giáp|ký túc|trình diễn)(?!\w))"
VERB: Final = re.compile(_NO_VERB + starts_with(VERBS).pattern)
ADVERB: Final = starts_with(ADVERBS)
OPENER: Final = starts_with(DUTY_OPENERS)
FUNCTION: Final = starts_with(FUNCTION_WORDS)

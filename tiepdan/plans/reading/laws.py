"""Names of statutes that hold commas or "và", so that a citation is not cut inside one. Others end at the first stop."""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.lexicon import alternation, words

_LONG_NAMES: Final = words("""
tổ chức chính quyền địa phương|tổ chức hội đồng nhân dân và ủy ban nhân dân|tổ chức hđnd và ubnd|tổ chức chính phủ|tổ chức quốc hội|
bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân|mặt trận tổ quốc việt nam|ban hành văn bản quy phạm pháp luật|
phòng, chống tham nhũng|phòng, chống tác hại của rượu, bia|phòng, chống ma túy|phòng, chống bạo lực gia đình|
phòng, chống thiên tai|phòng, chống mua bán người|phòng, chống rửa tiền|phòng cháy và chữa cháy|
phòng cháy, chữa cháy và cứu nạn, cứu hộ|cán bộ, công chức|xử lý vi phạm hành chính|tố tụng hành chính|
tố tụng hình sự|tố tụng dân sự|hòa giải ở cơ sở|hòa giải, đối thoại tại tòa án|thực hiện dân chủ ở cơ sở|
bảo vệ bí mật nhà nước|hoạt động giám sát của quốc hội và hội đồng nhân dân|quản lý, sử dụng tài sản công|
thực hành tiết kiệm, chống lãng phí|tiếp cận thông tin|trách nhiệm bồi thường của nhà nước|thi hành án dân sự|
thi hành án hình sự|an ninh mạng|an ninh quốc gia|công an nhân dân|quân đội nhân dân việt nam|dân quân tự vệ|
tổ chức tòa án nhân dân|tổ chức viện kiểm sát nhân dân|giao dịch điện tử|ngân sách nhà nước|đất đai|nhà ở|khiếu nại|
tố cáo|tiếp công dân|thanh tra|viên chức|lưu trữ|báo chí|cư trú|bảo vệ môi trường|người cao tuổi|trẻ em|
bình đẳng giới|hộ tịch|căn cước|căn cước công dân|nghĩa vụ quân sự|đầu tư công|đấu thầu|trợ giúp pháp lý|luật sư|
công chứng|phổ biến, giáo dục pháp luật|thi đua, khen thưởng|tín ngưỡng, tôn giáo|giám định tư pháp|hình sự|dân sự|
lao động|hôn nhân và gia đình|doanh nghiệp|đầu tư|xây dựng|quy hoạch|kiểm toán nhà nước|công đoàn|thanh niên
""")
LONG_NAME: Final = re.compile(alternation(_LONG_NAMES) + r"(?!\w)")
# Fallback: words up to a stop; a name does not run on into what is said about the law.
SHORT_NAME: Final = re.compile(
    r"[^\W\d_]\w*(?:\s(?!(?:năm|số|ngày|và|của|về|được|quy|để|trong|tại|theo|cho|có|là|đã|với|hiện|khi|các|"
    r"những|do|từ|này|bộ luật|luật|"
    r"nghị định|thông tư|đến|thì|nhằm|sửa|ban hành|thông qua|nghiêm|phải|không|trên)(?!\w))[^\W\d_]\w*){0,6}"
)

"""The parts of which names of agencies, posts and groups of them are built. No place and no person is named here."""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.lexicon import alternation, words


def _any(entries: tuple[str, ...]) -> str:
    return alternation(entries) + r"(?!\w)"


LEVELS: Final = words(
    "tỉnh|thành phố|tp|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|trung ương|sở|bộ|khu vực|thôn|bản|tổ dân "
    "phố|khu phố|ấp|cấp|ngành|đảng"
)
LEVEL: Final = re.compile(_any(LEVELS))
AREA_LEVELS: Final = words("tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu")

# Bodies whose names hold words in small letters, or that are known by a short form.
BODIES: Final = words("""
ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|ban thường trực|ban thường vụ|thường trực|
ủy ban mặt trận tổ quốc việt nam|ủy ban mặt trận tổ quốc|ủy ban mttq việt nam|ủy ban mttq vn|ủy ban mttqvn|
ủy ban mttq|ubmttqvn|ubmttq việt nam|ubmttq vn|ubmttq|mặt trận tổ quốc việt nam|mặt trận tổ quốc|mttq việt nam|mttq|
ban công tác mặt trận|ban công tác mặt trận thôn|ban xây dựng đảng|đoàn đại biểu quốc hội|đoàn đbqh|tòa án nhân dân|tand|
viện kiểm sát nhân dân|vksnd|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|chi bộ|đảng bộ|thanh tra chính phủ|
văn phòng chính phủ|chính phủ|thủ tướng chính phủ|quốc hội|ủy ban thường vụ quốc hội|bộ chính trị|ban bí thư|
ban chấp hành|ban chấp hành trung ương|tổ chức đảng|bộ chỉ huy quân sự|ban chỉ huy quân sự|
bộ chỉ huy bộ đội biên phòng|bộ đội biên phòng|đồn biên phòng|cơ quan quân sự|ban tiếp công dân|trụ sở tiếp công dân|
bộ phận tiếp công dân|tổ tiếp công dân|phòng tiếp công dân|cấp ủy|chính quyền|đoàn thanh niên cộng sản hồ chí minh|
đoàn thanh niên|đoàn tncs hồ chí minh|hội liên hiệp phụ nữ|hội lhpn|hội cựu chiến binh|hội nông dân|
liên đoàn lao động|liên minh hợp tác xã|kho bạc nhà nước|ngân hàng chính sách xã hội|bảo hiểm xã hội|
trung tâm phục vụ hành chính công|trung tâm dịch vụ tổng hợp|trung tâm cung ứng dịch vụ công|trung tâm y tế|trạm y tế|
báo và phát thanh, truyền hình|
đài phát thanh và truyền hình|đài phát thanh - truyền hình|báo và đài phát thanh, truyền hình|đoàn giám sát|đoàn kiểm tra|đoàn thanh tra|
đoàn xác minh|tổ kiểm tra|tổ giám sát|tổ xác minh|đài truyền thanh|đài phát thanh|cổng thông tin điện tử|cổng ttđt|
trang thông tin điện tử|cơ quan thường trực|văn phòng đăng ký đất đai|trung tâm phát triển quỹ đất|bộ phận một cửa|
ban bảo vệ dân phố|ủy ban bầu cử|hội đồng bầu cử quốc gia|
trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên|
ban quản lý dự án đầu tư xây dựng|tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|thị đoàn|xã đoàn|
cảng vụ hàng không|cảng vụ hàng hải|
bch quân sự|ban chqs|bộ chqs|cảng hàng không|
tổ bảo vệ an ninh, trật tự ở cơ sở|tổ bảo vệ an ninh trật tự ở cơ sở|tổ bảo vệ an ninh, trật tự|
lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
""")
BODY: Final = re.compile(_any(BODIES))

# First word of a name that goes on with capitals; what must not follow it stands behind "!".
HEADS: Final = words("""
sở|ban|phòng|văn phòng|thanh tra|công an|ủy ban|tòa án|viện kiểm sát|viện|bộ chỉ huy|ban chỉ huy|bộ tư lệnh|bộ|cục|
chi cục|tổng cục|vụ|trung tâm|trường|bệnh viện|trạm|đài|báo|tạp chí|cổng|trang|hội đồng|hội|liên đoàn|liên minh|
liên hiệp|đoàn|công đoàn|tổ công tác|tổ|tiểu ban|bộ phận|đội|kho bạc|ngân hàng|điện lực|công ty|tổng công ty|bưu điện|
viễn thông|hải quan|thuế|ban quản lý|học viện|ban chỉ đạo|ban tổ chức|tổ giúp việc|tổ liên ngành|đoàn công tác|khối|
nhóm|trưởng ban|mặt trận|cảng vụ|hạt|đồn|quỹ|khoa|thư viện|bảo tàng|
nhà văn hóa|bch|bcđ|bql|vp|lđlđ|cđcs|cđ|đảng đoàn|trung đoàn|tiểu đoàn|lữ đoàn|quân khu|kiểm lâm|hợp tác xã|đảng ủy|cơ quan
""")
HEAD: Final = re.compile(_any(HEADS))
# Names of one body that hold "và": in a list behind "các sở:" any other "và" parts two bodies.
JOINT: Final = re.compile(
    _any(
        words("""
văn hóa, thể thao và du lịch|văn hóa, thể thao, du lịch|văn hóa và thể thao|văn hóa, khoa học và thông tin|
văn hóa và thông tin|văn hóa - thể thao và du lịch|nông nghiệp và môi trường|nông nghiệp và phát triển nông thôn|
tài nguyên và môi trường|giáo dục và đào tạo|khoa học và công nghệ|thông tin và truyền thông|kế hoạch và đầu tư|
lao động - thương binh và xã hội|lao động, thương binh và xã hội|dân tộc và tôn giáo|tuyên giáo và dân vận|
kinh tế, hạ tầng và đô thị|kinh tế và hạ tầng
""")
    )
)
NOT_HEAD: Final = re.compile(
    r"(?:ban hành|ban đầu|hội nghị|hội thảo|hội trường|hội viên|hội họp|hội thi|hội đàm|hội ý|đoàn viên|đoàn "
    r"kết|đoàn công dân|"
    r"đoàn đông|đoàn khiếu|đoàn kiểm|đoàn thể|đoàn người|báo cáo|tổ chức|phòng ngừa|phòng chống|phòng, chống|"
    r"phòng cháy|bộ luật|bộ máy|"
    r"trường hợp|vụ việc|vụ án|đội ngũ|viện dẫn|thuế suất|"
    r"trang bị|trang thiết|tổ dân phố|phòng khi|trạm dừng|nhóm (?:công dân|người)|bộ phận công dân|sở hữu|cục "
    r"bộ|đài thọ|trang trí|"
    r"mặt trận chính)"
)

# Posts: the holder stands for the agency that follows.
POSTS: Final = words("""
chủ tịch|phó chủ tịch|các phó chủ tịch|giám đốc|phó giám đốc|trưởng|phó trưởng|trưởng ban|phó trưởng ban|trưởng phòng|
phó trưởng phòng|thủ trưởng|chánh văn phòng|phó chánh văn phòng|chánh thanh tra|phó chánh thanh tra|người đứng đầu|
lãnh đạo|bí thư|phó bí thư|thành viên|tổ trưởng|tổ phó|tổ viên|trưởng đoàn|phó trưởng đoàn|
chỉ huy trưởng|hiệu trưởng|tổng biên tập|viện trưởng|chánh án|cục trưởng|chi cục trưởng|kế toán|công chức|cán bộ|
viên chức|đồng chí|đ/c|ông|bà|ủy viên|bộ trưởng|tổng thanh tra|tổ thư ký|thư ký|trưởng thôn|
bí thư chi bộ|công chức tiếp công dân|văn thư|thủ quỹ|nhân viên|giáo viên|giáo viên chủ nhiệm|
phó hiệu trưởng|hiệu phó|chính trị viên|chủ nhiệm|phó chủ nhiệm|
phó chỉ huy trưởng|chính ủy|phó trưởng thôn|tổ trưởng tổ dân phố|phó viện trưởng|phó chánh án|phó cục trưởng|
phó chi cục trưởng|vụ trưởng|phó vụ trưởng|phó tổng thanh tra|trưởng công an|phó trưởng công an|kiểm sát viên|
kiểm tra viên|thanh tra viên|điều tra viên|thẩm phán|thẩm tra viên|chấp hành viên|chuyên viên
""")
POST: Final = re.compile(_any(POSTS))
# People in general: a post only with an agency or a quantifier beside it.
WEAK_POSTS: Final = frozenset(
    words(
        "công chức|cán bộ|viên chức|nhân viên|chuyên viên|giáo viên|đồng chí|đ/c|ông|bà|ủy viên|lãnh đạo|thành viên|trưởng|kế toán"
    )
)

QUANTIFIER: Final = re.compile(
    r"(?:tất cả |toàn thể |từng |mỗi |một số )?(?:các |những )|(?:tất cả|toàn thể|từng|mỗi|một số) "
)

QUANTIFIERS: Final = frozenset(("tất", "toàn", "từng", "mỗi", "một", "các", "những"))  # their first words

# Kinds of bodies that stand together under one "các": "các sở, ban, ngành", "các cơ quan, đơn vị".
GROUPS: Final = words("""
cơ quan|đơn vị|địa phương|sở|ban|ngành|phòng|hội|đoàn thể|tổ chức|cá nhân|cấp|huyện|thành phố|thị xã|quận|xã|phường|
thị trấn|đặc khu|tỉnh|bộ|doanh nghiệp|trường|trường học|tổ dân phố|thôn|ấp|bản|khu phố|khu dân cư|lực lượng|
thành viên|tổ phó|tổ trưởng|tổ chức đảng|cơ sở|trung tâm|hội đồng|chi bộ|tổ|đội|công chức|cán bộ|viên chức|thủ trưởng|
lãnh đạo|đồng chí|đảng ủy|phó chủ tịch|ban công tác mặt trận|tổ hòa giải|văn phòng|chi hội|khu|đoàn|ủy viên|phòng ban|
ban ngành|doanh nghiệp nhà nước|bộ phận|cấp ủy|chi nhánh|chi cục|trạm|buôn|làng|xóm|
hộ|hợp tác xã|câu lạc bộ|tiểu ban|chủ đầu tư|tổ bầu cử|hiệp hội|kcn|kkt|ccn|htx|cđcs|
công đoàn cơ sở|chuyên viên|kiểm sát viên|kiểm tra viên|thanh tra viên|nhà trường|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng bộ
""")
GROUP: Final = re.compile(_any(GROUPS))
# With these a group is no body of its own kind unless it is counted ("các …").
SOLO_GROUPS: Final = words("cấp|cơ quan|đơn vị|địa phương|tổ chức|phòng|thành viên|sở|doanh nghiệp")

ATTRIBUTES: Final = words("""
có liên quan|liên quan|hữu quan|có thẩm quyền|chuyên môn|chức năng|báo chí|truyền thông|nghiệp vụ|trực thuộc|cùng cấp|
địa phương|chính trị|xã hội|chính quyền|tham mưu|hành chính|nhà nước|trung ương|đảng|đoàn thể|sự nghiệp|công lập|
nghề nghiệp|tư pháp|thanh tra|công an|quân sự|ngành dọc|giúp việc|thông tin đại chúng|tương đương|cơ sở|chủ trì|
phối hợp|dân cử|được giao nhiệm vụ|được giao|được phân công|thành viên|tiếp công dân|mặt trận tổ quốc|khác|mặt trận|
tố tụng|nêu trên|nói trên|công nghiệp|chế xuất|quản lý|bảo vệ pháp luật|chủ quản|quần chúng|
thông tấn|viễn thông|vũ trang|y tế|giáo dục|tôn giáo|kinh doanh|sản xuất|dịch vụ|đào tạo|biên phòng|kinh tế
""")
ATTRIBUTE: Final = re.compile(_any(ATTRIBUTES))
# "Đoàn kiểm tra, giám sát": bodies named by their work in small letters.
COMPOSITE: Final = frozenset(
    words("sở|bộ|phòng|ban|trung tâm|cục|chi cục|ủy ban|hội|vụ|báo|đài|đoàn|liên minh|bộ phận")
)
NAMED_BY_WORK: Final = frozenset(
    ("tổ", "đoàn", "bộ phận", "đội", "tiểu ban", "tổ công tác", "tổ giúp việc", "ban chỉ đạo")
)
CLOSED_BODIES: Final = re.compile(
    r"^(?:(?:tỉnh|thành|huyện|quận|thị) ủy|.*chính phủ|quốc hội|ủy ban thường vụ quốc hội|bộ chính trị|ban bí thư)$"
)
BY_WORK: Final = frozenset(("đoàn", "tổ", "đội", "tiểu ban", "bộ phận"))
_WORKS: Final = r"(?:kiểm tra|giám sát|thanh tra|xác minh|khảo sát|công tác|liên ngành|thẩm định|giúp việc)"
WORK: Final = re.compile(rf"\s+{_WORKS}(?:(?:,\s+|\s+và\s+|\s+){_WORKS})*(?!\w)")
MORE_WORK: Final = re.compile(
    rf"(?:(?:,\s+|\s+và\s+){_WORKS})+(?!\w)(?!\s+(?:việc|công tác|các|trách nhiệm|tình hình|kết quả))"
)
MEETING: Final = re.compile(r"hội (?:nghị|thảo|trường|viên|họp|thi|đàm)(?!\w)")
# What may stand behind any name without owner: "cơ quan Công an liên quan".
LOOSE_ATTRIBUTES: Final = frozenset(
    words("có liên quan|liên quan|có thẩm quyền|trực thuộc|hữu quan|cùng cấp|tương đương|nêu trên|nói trên")
)
OWNER: Final = re.compile(
    r"(?:trực thuộc|thuộc quyền|thuộc|trong|của|tại|ở|đóng trên địa bàn|trên địa bàn|đóng tại|cấp|nơi)(?!\w)"
)
# A name begins with one of these words or with none: most places of a text are told by one look.
OPENING: Final = frozenset(
    found.group()
    for entry in (*BODIES, *POSTS, *HEADS, *GROUPS, *QUANTIFIERS)
    if (found := re.match(r"\w+", entry)) is not None
)

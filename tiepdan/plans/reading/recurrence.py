"""How often a duty comes back: an interval, as needed, or not said."""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, SURE, Found
from tiepdan.plans.reading.normal import Text, pattern

_INTERVALS: Final = (
    ("daily", "ngày", re.compile(r"(?:hàng|hằng|mỗi)\s+ngày|tất cả các ngày|24\s?/\s?24|(?:kể|bao "
                         r"gồm)\s?(?:cả)?\s+(?:các )?ngày (?:nghỉ|thứ|lễ|chủ nhật)|"
                         r"ngày thứ (?:7|bảy)[^.;]{0,20}chủ nhật|các ngày trong tuần|liên tục các ngày|7 "
                         r"ngày/tuần|24h/24h|24 giờ/ngày")),
    ("weekly", "tuần", re.compile(r"(?:hàng|hằng|mỗi)\s+tuần|(?:01|1|một) (?:lần|buổi|ngày)/(?:01 |1 )?tuần")),
    ("monthly", "tháng", re.compile(r"(?:hàng|hằng|mỗi)\s+tháng|(?:01|1|một) (?:lần|ngày)/tháng")),
    ("quarterly", "quý", re.compile(r"(?:hàng|hằng|mỗi)\s+quý")),
    ("half-yearly", "tháng", re.compile(r"(?:định kỳ|báo cáo)\s+(?:0?6|sáu) tháng(?! đầu)")),
    ("yearly", "năm", re.compile(r"(?:hàng|hằng|mỗi)\s+năm")),
)  # fmt: skip
_CONDITION_FIRST: Final = re.compile(
    r"(?:khi|nếu|trường hợp|trong trường hợp|đối với (?:các |những )?(?:vụ việc|trường hợp|tình huống))\s"
)
_CONDITION: Final = re.compile(
    r"(?<!ngay )(?<!trước )(?<!sau )(?<!đến )(?<!trong )(?<!từ )(?:khi (?:có|xảy ra|phát sinh|phát hiện|cần|được yêu cầu|"
    r"xuất hiện)|nếu (?:có(?!\s?\))|cần|phát sinh|xảy ra)|"
    r"trường hợp (?:có|cần|phát sinh|xảy ra)|theo yêu cầu của|khi (?!được)[^,.;]{3,40} (?:yêu cầu|đề nghị|triệu tập))(?!\w)"
)
_CONDITION_SIGNS: Final = ("khi ", "nếu ", "trường hợp ", "theo yêu cầu")
_UNPLANNED: Final = re.compile(r"(?:báo cáo|kiểm tra|họp|thanh tra)\s+(?:nhanh\s+)?đột xuất")
_MIXED: Final = re.compile(
    r"(?:thường xuyên|định kỳ)[,\s]+(?:và |hoặc |hay )?(?:định kỳ[,\s]+)?(?:và |hoặc |hay )?đột xuất"
)


def recurrence(text: Text) -> Found | None:
    """How often: an interval, or as-needed for a duty under a condition. None for "thường xuyên" and for "định kỳ" alone."""
    folded = text.folded
    for value, sign, often in _INTERVALS:
        found = often.search(folded) if sign in folded or (value == "daily" and "24" in folded) else None
        if found:
            return Found(value, (text.span(found.start(), found.end()),), SURE)
    first = _CONDITION_FIRST.match(text.folded)
    if first and not pattern(r"đối với [^,.;]{0,60}\bđã\b").match(text.folded):
        return Found("as-needed", (text.span(0, first.end()),), LIKELY)
    sentences = [s for s in pattern(r"(?<=[^\d\s])[.]\s+(?=\S)").split(text.folded) if len(s) > 3]
    condition = _CONDITION.search(folded) if any(word in folded for word in _CONDITION_SIGNS) else None
    if condition and len(sentences) == 1:
        return Found("as-needed", (text.span(condition.start(), condition.end()),), LIKELY)
    unplanned = _UNPLANNED.search(folded) if "đột xuất" in folded else None
    if unplanned and not _MIXED.search(text.folded):
        return Found("as-needed", (text.span(unplanned.start(), unplanned.end()),), DOUBTFUL)
    return None

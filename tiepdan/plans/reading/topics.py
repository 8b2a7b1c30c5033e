"""What a heading says about the items below it, and which sentences oblige nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from tiepdan.plans.reading.cards import is_card_line
from tiepdan.plans.reading.lexicon import ADVERB, OPENER, VERB
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import Text, fold, pattern

_LEAST: Final = 25  # characters of a duty that has neither a mark nor a stop


class Topic(StrEnum):
    """Kind of section."""

    DUTIES = "duties"
    AIMS = "aims"  # purposes: nobody is obliged
    REQUIREMENTS = "requirements"  # only those with a subject of their own
    FACTS = "facts"  # time, place, money, slogans, agenda: only what is ordered by name
    PEOPLE = "people"  # participants and those inspected: only who is told to do something beyond being there
    CONTENT = "content"  # what is inspected or told, a list of things: only items that begin with what is to be done


_AIMS: Final = re.compile(
    r"(?:mục đích|mục tiêu|quan điểm|ý nghĩa|căn cứ|cơ sở pháp lý|sự cần thiết|phạm vi|nguyên tắc|đặc điểm|tình "
    r"hình|tình huống (?:dự kiến|giả định|có thể)|đánh giá)"
)
_REQUIREMENTS: Final = re.compile(r"(?:yêu cầu|phương châm)(?!\s+(?:các|ủy ban|ubnd|sở|công an|thủ trưởng))")
_FACTS: Final = re.compile(
    r"(?:thời gian|địa điểm|thời gian[,]? địa điểm|kinh phí|nguồn kinh phí|dự toán|khẩu "
    r"hiệu|chương trình|lịch |"
    r"hình thức|số lượng|thời kỳ|phương pháp|phương tiện|nội dung (?:hội nghị|tiếp xúc|"
    r"làm việc|họp|chương trình|báo cáo|"
    r"tập huấn|buổi|tiếp|đối thoại|cuộc)|(?:nội dung,? (?:và )?)?trình tự(?:,? (?:và )?(?:thủ tục|tổ chức|tiến hành))*"
    r"(?: (?:hội nghị|buổi|cuộc|phiên|kỳ họp)|$)|"
    r"nội dung\s?[,-]\s?(?:đối tượng|thời gian|phạm vi|địa điểm|hình thức)|đề cương|danh sách|trang phục|phụ lục|"
    r"ma[kq]uet|maket|"
    r"nội dung, thành phần|nội dung - thành phần|địa bàn|trang trí|nơi nhận|tài liệu)"
)
_ATTENDING: Final = re.compile(r"(?:thành phần|đối tượng|đại biểu|khách mời)")
_CONTENT: Final = re.compile(r"nội dung (?:kiểm tra|tuyên truyền|giám sát|khảo sát|thanh tra)")
# What a body in a list of participants or inspected is or does there; no duty.
_PRESENT: Final = re.compile(r"(?:phụ trách|tham gia|tham dự|dự|trực tiếp|quản lý|trực|là|được|không|với)(?!\w)")
_LABEL: Final = re.compile(
    r"(?:về\s+)?(?:thời gian|địa điểm|thành phần|đối tượng|kinh phí|số lượng|hình thức|phạm vi|buổi (?:sáng|"
    r"chiều)|sáng|chiều|trang phục|phương tiện|"
    r"khẩu hiệu|chủ đề|quy mô|phương pháp|cách thức|chủ trì hội nghị|khách mời|điện thoại|email|thư điện "
    r"tử|ghi chú|lưu ý|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|"
    r"chủ nhật|nguồn kinh phí|"
    r"ngày \d{1,2}\s?[/.]\s?\d{1,2}[^:]{0,20}|từ ngày[^:]{4,40})[^:.]{0,50}:"
)
_DATED: Final = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|từ|trong|đến|hết|ngày|tháng|đầu|giữa|cuối)\s[^:;,]{0,50}\b(?:ngày|tháng)?\s?"
    r"\d{1,2}(?:\s?[/-]\s?\d{1,4}| năm \d{4})*\s*:\s*(?=\w)"
)
_PEOPLE: Final = re.compile(
    r"(?:(?:các |mời )?(?:đồng chí|đ/c|ông|bà)\s[^:]{0,90}(?:-|:|,|;|làm)|đại diện\s|chủ trì:|thư ký:|tổ "
    r"trưởng:|tổ phó:|thành viên:|trưởng đoàn:|"
    r"(?:trưởng|phó trưởng|thành viên|thư ký) (?:đoàn|tổ|ban)\s*:\s*(?:là |gồm |mời )?(?:đại diện|lãnh đạo|đồng chí|đ/c|ông|bà)\s)"
)
_MONEY: Final = re.compile(r"(?:nguồn )?kinh phí\s(?!.*(?:giao|chủ trì|tham mưu))|\d[\d.]{4,}\s?(?:đồng|đ)\b")
_ABOUT_MONEY: Final = re.compile(r"(?:[^.;:]{0,40}\s)?(?:kinh phí|dự toán|ngân sách)\s?[^.;]*[.;:]\s")
_SPENDS: Final = re.compile(r"(?:sử dụng|bảo đảm|đảm bảo|cấp|chi|hỗ trợ|tự|cân đối từ|bố trí từ)(?!\w)")
# "Thông qua công tác …" in a list says by what means.
_MEANS: Final = re.compile(r"thông qua (?:việc|công tác|tiếp|các|hoạt động|hội nghị|phương tiện)(?!\w)")
_QUOTED: Final = re.compile(r"^[\"'(]")
_CLOSING: Final = re.compile(
    r"trên đây là|kế hoạch này (?:có hiệu lực|thay thế|được|phổ biến)|kế hoạch này\b.{0,40}hiệu lực|kính (?:mời|trình|"
    r"gửi)|xin trân trọng|trân trọng"
)
_GENERAL: Final = re.compile(
    r"(?:trong )?quá trình (?:triển khai|tổ chức|thực hiện|tiếp)|nếu có (?:khó khăn|vướng mắc|vấn đề)|trường "
    r"hợp có (?:khó khăn|vướng mắc)"
)
_SITUATION: Final = re.compile(r"(?:khi|trường hợp|đối với|nếu|trong thời gian|trong trường hợp|trên cơ sở|căn "
                               r"cứ|sau khi|ngay sau|trước ngày|chậm nhất|từ ngày|"
                               r"kết thúc|tùy theo|ngoài|riêng|cùng với|hết|theo|qua|để|nhằm|trong quá trình|"
                               r"quá trình|trước, trong|trước khi|trong (?:tháng|quý|các ngày|suốt|"
                               r"giờ)|kịp thời|đến ngày|là|có|làm|mỗi|thông qua|mở|được|cán bộ|công chức|thời "
                               r"hạn|bên cạnh|việc)(?!\w)")  # fmt: skip
_NOUN_START: Final = re.compile(
    r"(?:kết quả|danh sách|tình hình|số liệu|số lượng|tài liệu|biểu mẫu|các (?:quy định|văn bản|vụ việc|nội "
    r"dung|chính sách|tiêu chí|biểu)|"
    r"những (?:nội dung|vụ việc|vấn đề|khó khăn)|luật|nghị định|nghị quyết|chủ trương|đường lối|quyền|tiêu "
    r"chuẩn|phương hướng|nguyên nhân|ưu điểm|tồn tại|ý kiến)(?!\w)"
)
PREFIX: Final = re.compile(r"(?:trách nhiệm|nhiệm vụ|phân công|phân công nhiệm vụ|đối với|về phía|giao|đề nghị|"
                           r"yêu cầu|phân công trách nhiệm|nhiệm vụ cụ thể)"
                           r"(?:\s+(?:của|cho|đối với))?\s*:?\s+")  # fmt: skip
_ASKED_ACT: Final = re.compile(
    r"\s+(?:quan tâm,? )?(?:phối hợp|tham gia|hỗ trợ)(?:,? (?:thực hiện|chỉ đạo|hỗ trợ|triển khai))*\s*:?$"
)


def topic_of(title: str) -> Topic:
    """Topic of a heading; a heading with aims and duties in one counts as duties only when it names neither first."""
    folded = fold(title).strip(" :.")
    if _AIMS.match(folded):
        return Topic.AIMS
    if _REQUIREMENTS.match(folded):
        return Topic.REQUIREMENTS
    if _CONTENT.match(folded):
        return Topic.CONTENT
    if _ATTENDING.match(folded):
        return Topic.PEOPLE
    if _FACTS.match(folded):
        return Topic.FACTS
    return Topic.DUTIES


def is_label(text: Text) -> bool:
    """ "Thời gian: …", "Thành phần: …", "Buổi sáng: …": a fact, no duty."""
    return _LABEL.match(text.folded) is not None


def dated_act(text: Text) -> bool:
    """ "Trước ngày 15/4: thành lập …", a line of a timetable: the day first, then the act, or who does it and the act."""
    found = _DATED.match(text.folded)
    if found is None:
        return False
    names = names_at(text, found.end())
    at = len(text.folded) - len(text.folded[names[-1].end :].lstrip(" ,")) if names else found.end()
    begins = VERB.match(text.folded, at) or (names and (ADVERB.match(text.folded, at) or OPENER.match(text.folded, at)))
    return bool(begins)


def is_closing(text: Text) -> bool:
    """The paragraph that ends a plan."""
    return _CLOSING.match(text.folded) is not None


def is_general(text: Text) -> bool:
    """ "Trong quá trình thực hiện, nếu có vướng mắc …": a duty of everybody, with or without a number."""
    return _GENERAL.match(text.folded) is not None


def names_first(text: Text) -> bool:
    """True when the sentence begins with a name, or with an order to one."""
    order = pattern(r"(?:giao|đề nghị|yêu cầu|phân công)\s+").match(text.folded)
    return bool(names_at(text, order.end() if order else 0))


def money_orders(text: Text) -> int | None:
    """Where a later sentence about money names who must act ("Kinh phí …. Sở Tài chính thẩm định …"); None when none does."""
    if _ABOUT_MONEY.match(text.folded) is None:
        return None
    for stop in pattern(r"[.;:]\s+(?=\w)").finditer(text.folded):
        order = pattern(r"(?:giao|đề nghị|yêu cầu)\s+").match(text.folded, stop.end())
        names = names_at(text, order.end() if order else stop.end())
        if not names:
            continue
        rest = pattern(r"\s*,?\s*").match(text.folded, names[-1].end)
        at = rest.end() if rest else names[-1].end
        verb = (
            VERB.match(text.folded, at)
            or ADVERB.match(text.folded, at)
            or pattern(r"có trách nhiệm").match(text.folded, at)
        )
        if order or (verb and _SPENDS.match(text.folded, at) is None):
            return order.end() if order else stop.end()
    return None


def obliges(text: Text, *, topic: Topic, marked: bool) -> bool:
    """True when a paragraph is a duty, in a section of that topic."""
    folded = text.folded
    if marked and topic is not Topic.AIMS and dated_act(text):
        return True
    if not marked and len(text) < _LEAST and text.value[-1:].isalnum():
        return False  # a title of a column, a name: no sentence
    if topic is not Topic.AIMS and money_orders(text) is not None:
        return True
    if len(text) < 8 or is_label(text) or is_closing(text) or is_card_line(text) or _QUOTED.match(folded):
        return False
    if _MONEY.match(folded) or (
        _PEOPLE.match(folded) and not (topic is Topic.DUTIES and (obliges_after_name(text) or _comrade_acts(text)))
    ):
        return False
    if topic is Topic.AIMS:
        return False
    if topic in {Topic.REQUIREMENTS, Topic.FACTS}:
        return names_first(text) and _has_duty_verb(text)
    if topic is Topic.PEOPLE:
        return names_first(text) and _has_duty_verb(text) and not (marked and _only_present(text))
    if topic is Topic.CONTENT:
        acts = (VERB.match(folded) or ADVERB.match(folded)) and not _MEANS.match(folded)
        return bool(acts) or (names_first(text) and _has_duty_verb(text))
    if VERB.match(folded) or ADVERB.match(folded) or _SITUATION.match(folded):
        return True
    if names_first(text):
        return _has_duty_verb(text)
    if _NOUN_START.match(folded):
        return False
    return marked or _has_duty_verb(text)


def obliges_after_name(text: Text) -> bool:
    """ "Đồng chí Phó Trưởng ban: Trực tiếp chỉ đạo …": who is named before the colon has a duty, not only a seat."""
    colon = pattern(r":\s*(?=\w)").search(text.folded)
    return (
        colon is not None
        and (VERB.match(text.folded, colon.end()) or ADVERB.match(text.folded, colon.end())) is not None
    )


def _comrade_acts(text: Text) -> bool:
    """ "Đồng chí Ủy viên …, Chủ tịch … chỉ đạo …": the verb stands right behind the posts."""
    names = names_at(text, 0)
    rest = text.folded[names[-1].end :].lstrip(" ,") if names else ""
    return bool(VERB.match(rest) or ADVERB.match(rest) or rest.startswith(("có trách nhiệm", "chịu trách nhiệm")))


def _has_duty_verb(text: Text) -> bool:
    order = pattern(r"(?:giao|đề nghị|yêu cầu|phân công)\s+").match(text.folded)
    names = names_at(text, order.end() if order else 0)
    at = names[-1].end if names else 0
    aside = pattern(r"\s*\([^)]*\)").match(text.folded, at)
    at = aside.end() if aside else at  # "… (chủ trì hội nghị)" says what somebody is there
    for word in pattern(r"(?<!\w)\w").finditer(text.folded, at):
        if VERB.match(text.folded, word.start()):
            return True
        if word.start() > at + 220:
            break
    return False


def _only_present(text: Text) -> bool:
    """True when nothing follows the names of a list of participants, or only what they are there for."""
    names = names_at(text, 0)
    rest = text.folded[names[-1].end :].lstrip() if names else ""
    acts = VERB.match(rest) or ADVERB.match(rest) or OPENER.match(rest)
    return bool(names) and (acts is None or _PRESENT.match(rest) is not None)


def lists_things(texts: Sequence[Text]) -> bool:
    """True when most items of a list are things ("Kết quả …; Danh sách …"): the others oblige only when they begin with a verb."""
    return len(texts) > 1 and sum(_NOUN_START.match(t.folded) is not None for t in texts) * 2 > len(texts)


def is_thing(text: Text) -> bool:
    """ "Việc …", "Kết quả …", "Cơ cấu, thành phần …": an item that names what is meant and no act."""
    return text.folded.startswith("việc ") or (
        not _SITUATION.match(text.folded)
        and noun_particular(text)
        and not pattern(r"(?<!\w)(?:phải|cần|có trách nhiệm|có nhiệm vụ)(?!\w)").search(text.folded)
    )


def without_asked_act(title: Text) -> Text:
    """ "Đề nghị Công an xã phối hợp": a heading without the act that is asked for."""
    if not title.folded.startswith("đề nghị "):
        return title
    act = _ASKED_ACT.search(title.folded)
    return title.part(0, act.start()) if act else title


def noun_particular(text: Text) -> bool:
    """True for a line below a duty that only lists things ("+ Kết quả tiếp công dân;")."""
    return not (
        VERB.match(text.folded) or ADVERB.match(text.folded) or names_first(text) or _SITUATION.match(text.folded)
    )

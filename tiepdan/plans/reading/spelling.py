"""Small tests on the spelling of names: capitals, places, what begins another name. Nothing here reads a whole name."""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.lexicon import ADVERB, FUNCTION, OPENER, VERB
from tiepdan.plans.reading.names import ATTRIBUTE, BODY, HEAD, LEVEL, NOT_HEAD, POST, QUANTIFIER
from tiepdan.plans.reading.normal import Text, pattern

GAP: Final = re.compile(r"\s+")
_PLACE_WORD: Final = re.compile(r"[^\W\d_][\w'’]*")


# What is told to a receiver, never the rest of its name.
_OBJECT: Final = re.compile(
    r"(?:tình hình|kết quả|nội dung|danh sách|tiến độ|số liệu|ý kiến|hồ sơ|tài liệu|vụ việc|những|các|bản|một|hai|"
    r"thời gian|kế hoạch|phương án|thông tin|văn bản)(?!\w)"
)

_ALONE: Final = frozenset(
    ("công an", "thanh tra", "tổ công tác", "công đoàn", "văn phòng", "ban chỉ đạo", "sở", "báo", "tiểu ban", "cảng vụ")
)
_NEXT_PLACE: Final = re.compile(r",\s+(?:và\s+)?|\s+và\s+|:\s+")
_PARTY_FRONT: Final = re.compile(r"mặt trận (?:tổ quốc )?(?:tỉnh|thành|huyện|quận|thị|đảng) ủy(?!\w)")
_WHOLE_BODIES: Final = frozenset(("ban", "sở", "cục", "viện"))  # "Văn phòng Ban lập …": the verb is no half of them
_NUMBERED: Final = frozenset(("tổ công tác", "tổ", "phòng", "đội", "cụm", "trạm", "khoa", "ban", "thanh tra"))
_WORK_HEADS: Final = frozenset(
    ("sở", "phòng", "ban", "bộ", "cục", "vụ", "khoa", "tâm", "hội", "viện", "tổ", "đội", "trạm")
)


def capital_at(text: Text, at: int) -> bool:
    return text.value[at : at + 1].isupper()


def skip_blank(text: Text, at: int) -> int:
    return at + 1 if text.folded.startswith(" ", at) else at


def at_word(text: Text, at: int) -> bool:
    return at == 0 or not (text.value[at - 1].isalnum())


def new_name(text: Text, at: int) -> bool:
    """True when a head, body or post with a capital begins at `at`."""
    folded = text.folded
    if not capital_at(text, at):
        return False
    if BODY.match(folded, at):
        return True
    found = HEAD.match(folded, at)
    return bool((found and not NOT_HEAD.match(folded, at)) or POST.match(folded, at))


def place_end(text: Text, at: int) -> int:
    """End of a proper name after a level word: words with a capital, numbers of wards, one dash inside."""
    end = at
    pos = at
    while True:
        pos = skip_blank(text, end)
        if pos == end and end != at:
            break
        word = _PLACE_WORD.match(text.value, pos)
        if (
            word
            and word.group()[0].isupper()
            and not new_name(text, pos)
            and not text.folded.startswith("về việc", pos)
        ):
            end = word.end()
            dash = pattern(r"\s?-\s?").match(text.folded[end : end + 3])
            if dash and capital_at(text, end + dash.end()) and not new_name(text, end + dash.end()):
                end += dash.end()
                found = _PLACE_WORD.match(text.value, end)
                end = found.end() if found else end
            continue
        number = pattern(r"\d{1,2}(?![\d/.])").match(text.value, pos)
        if (
            number
            and end == at
            and pattern(r"(?:phường|quận|thôn|ấp|khu phố|tổ dân phố|tổ|khu|khu vực|vùng|đội|chi nhánh) $").search(
                text.folded[:pos]
            )
        ):
            end = number.end()
        break
    return end


def numbered_unit(text: Text, head: str, at: int) -> int:
    """End of the number of a unit, or `at`: "Tổ công tác 1234", "Phòng Nghiệp vụ 2", "Phòng PV 5"; a count of things is none."""
    number = pattern(r"\d{1,5}(?![\d/.%])").match(text.value, at)
    if number is None or head not in _NUMBERED:
        return at
    if head in {"tổ công tác", "tổ"}:
        return number.end()
    after = skip_blank(text, number.end())
    alone = after == number.end() or capital_at(text, after) or VERB.match(text.folded, after) is not None
    return number.end() if alone or ADVERB.match(text.folded, after) or FUNCTION.match(text.folded, after) else at


def other_of_kind(text: Text, at: int) -> bool:
    """True when a kind of body, printed again in its list, is told by what it is: "các tổ chức …, tổ chức thành viên"."""
    told = ATTRIBUTE.match(text.folded, skip_blank(text, at))
    return told is not None and told.group() != "địa phương"


def place_or_centre(text: Text, at: int) -> int:
    """End of what may stand behind a body that is one of its kind: its place, or "Trung ương Đảng"."""
    centre = pattern(r"\s+trung ương(?: đảng)?(?!\w)").match(text.folded, at)
    return centre.end() if centre else place_end(text, at)


def places_end(text: Text, at: int) -> int:
    """End of a list of places behind one count: "các xã Long Khê, Bản Nhạ và phường Vân Hồ"; `at` when only one is named."""
    end = at
    while more := _NEXT_PLACE.match(text.folded, end):
        level = LEVEL.match(text.folded, more.end())
        start = skip_blank(text, level.end()) if level and not capital_at(text, more.end()) else more.end()
        if not capital_at(text, start) or new_name(text, start):
            break
        stop = place_end(text, start)
        if len(text.value[start:stop].split()) < 2:
            break  # "và Nhân dân": no place
        end = stop
    return end


def stands_alone(text: Text, head: re.Match[str]) -> bool:
    """A head without a name after it is a body when it may be one ("Công an", "Sở"); "Thanh tra trách nhiệm" is an act."""
    if head.group() not in _ALONE:
        return False
    rest = text.folded[head.end() :].lstrip(" ")
    return (
        head.group() != "thanh tra"
        or not rest
        or rest[0] in ":.)"
        or OPENER.match(rest) is not None
        or rest.startswith("chủ trì")
    )


def verb_after_all(text: Text, start: int, end: int) -> bool:
    """ "phối hợp", "chủ trì", "quản lý", "tham mưu" after a group are verbs when an object follows."""
    word = text.folded[start:end]
    if word not in {"phối hợp", "chủ trì", "quản lý", "tham mưu", "thanh tra", "tiếp công dân", "bảo vệ pháp luật"}:
        return False
    after = text.folded[end:].lstrip()
    return bool(after) and not pattern(
        r"[,;.:)]|(?:và|có liên quan|liên quan|thuộc|của|trên địa bàn|nghiêm|thường xuyên)\b"
    ).match(after)


def capital_follows(text: Text, end: int) -> bool:
    pos = skip_blank(text, end)
    return pos > end and capital_at(text, pos)


def small_pair(text: Text, at: int) -> int | None:
    """ "Thi hành | án dân sự", "Quản lý | đất đai": small syllables up to a stop, a verb or a level; None when they are verbs."""
    folded = text.folded
    end = at
    for count, word in enumerate(pattern(r"\S+").finditer(text.value, at)):
        if _OBJECT.match(folded, word.start()):
            return end if count else None
        if (
            VERB.match(folded, word.start())
            or FUNCTION.match(folded, word.start())
            or LEVEL.match(folded, word.start())
        ):
            return end if count else None
        if ADVERB.match(folded, word.start()) or OPENER.match(folded, word.start()):
            return end if count else None
        if count == 5 or not word.group()[0].islower() or not word.group().strip(",;.:()").isalpha():
            return end if count and folded[word.start()] in "-(&" else None
        end = word.end()
        if text.value[end - 1] in ",;.:)":
            return end - 1
    return end if end > at else None


def new_name_alone(text: Text, at: int) -> bool:
    """A dash before "Ủy ban nhân dân" joins two halves of one office; before another head it parts two names."""
    body = BODY.match(text.folded, at)
    head = HEAD.match(text.folded, at)
    if head and not body:
        # "Phòng Pháp chế - Thanh tra": a head with nothing of its own behind it ends the name before the dash.
        after = skip_blank(text, head.end())
        if (
            not capital_at(text, after)
            and not LEVEL.match(text.folded, after)
            and not QUANTIFIER.match(text.folded, after)
        ):
            return False
    return new_name(text, at) and not (
        body and body.group() in {"ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"}
    )


def goes_on_after_and(text: Text, at: int, head: str) -> bool:
    """True when what follows "và" is the rest of the name: a capital that begins no other name."""
    if not capital_at(text, at):
        return False
    if head == "văn phòng":
        return pattern(r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)(?!\w)").match(text.folded, at) is not None
    # "Ban Dân vận và Mặt trận Tỉnh ủy" is one body: the Front is no part of a committee of the Party.
    return not new_name(text, at) or _PARTY_FRONT.match(text.folded, at) is not None


def composite_goes_on(text: Text, at: int) -> bool:
    """ "Văn hóa, Thể thao và Du lịch": the part after the comma is closed by "và" and another capital that is no new name."""
    if new_name(text, at):
        return False
    found = pattern(r"[^\s,;.:()]+(?: [^\s,;.:()]+){0,2}(?:, [^\s,;.:()]+(?: [^\s,;.:()]+){0,2})? và (?=\w)").match(
        text.folded, at
    )
    if found and capital_at(text, found.end()) and not new_name(text, found.end()):
        return True
    # "Phát thanh, Truyền hình tỉnh": a level closes the name.
    return pattern(r"\w+(?: \w+)? (?:tỉnh|thành phố|huyện|xã|phường)(?!\w)").match(text.folded, at) is not None


def work_name(text: Text, at: int, *, whole: bool) -> int | None:
    """ "Tổ hòa giải các thôn", "Đoàn kiểm tra": a body named by its work in small letters, when no object follows.

    whole: the head is a name by itself ("Tổ công tác duy trì trực …"), so that two verbs in a row are its duty.
    """
    work = VERB.match(text.folded, at)
    if not work or " " not in work.group():
        return None
    rest = text.folded[work.end() :].lstrip(" ")
    counted = QUANTIFIER.match(rest)
    if counted:
        return work.end() if LEVEL.match(rest, counted.end()) else None
    ends = (
        not rest
        or rest[0] in ",;.:)"
        or (VERB.match(rest) and not whole)
        or LEVEL.match(rest)
        or pattern(r"(?:để|trong|tại|của)\s").match(rest)
    )
    return work.end() if ends else None


def half_word(text: Text, title_at: int, pos: int) -> bool:
    """True when the word with a capital before `pos` stands alone after small letters and is no abbreviation."""
    word = text.value[title_at:pos].rstrip()
    before = pattern(r"(\S+)\s+$").search(text.value[:title_at])
    alone = before is None or not before.group(1)[0].isupper() or before.group(1).lower() in _WORK_HEADS
    return alone and word.lower() not in _WHOLE_BODIES and word.isalpha() and len(word) > 1 and not word.isupper()


def second_half(folded: str, pos: int) -> int | None:
    """End of a word that would be a verb or "must" elsewhere: "hậu cần", "công nghệ thông tin"."""
    for before, word in (("hậu ", "cần"), ("công nghệ ", "thông tin")):
        if folded.startswith(word, pos) and folded.endswith(before, 0, pos):
            return pos + len(word)
    return None


def sets_up(text: Text, at: int) -> bool:
    """ "Tổ chức Đoàn kiểm tra", "Tổ chức hội nghị": the verb, not a body."""
    pos = skip_blank(text, at)
    return pos > at and ATTRIBUTE.match(text.folded, pos) is None and LEVEL.match(text.folded, pos) is None

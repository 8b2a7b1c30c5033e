"""Names of agencies in running text: where one begins, where it ends, and how a list of them is cut.

A name is a head ("Sở", "Ủy ban nhân dân", "Chủ tịch") with the capitals, levels and owners after it, or a counted group
("các sở, ban, ngành thuộc tỉnh"). It ends before a verb or a function word in small letters. A comma parts two names
unless what follows is the rest of the same one ("Văn hóa, Thể thao và Du lịch"; "các xã, phường").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tiepdan.plans.reading.lexicon import ADVERB, FUNCTION, OPENER, VERB
from tiepdan.plans.reading.names import (
    ATTRIBUTE,
    BODY,
    GROUP,
    HEAD,
    LEVEL,
    NOT_HEAD,
    OWNER,
    POST,
    QUANTIFIER,
    SOLO_GROUPS,
    WEAK_POSTS,
)
from tiepdan.plans.reading.normal import Text

_GAP: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"[\w&./]*\w|[&]")
_COUNTED: Final = re.compile(r"\s*,\s*(?:và\s+)?|\s*/\s*|\s*-\s*|\s+và\s+")
_INNER: Final = re.compile(rf"{_COUNTED.pattern}|\s*&\s*|\s+")
_PAREN: Final = re.compile(r"\s*\((?![^)]{0,6}qua\s)[^()]{1,80}\)")
_SEPARATOR: Final = re.compile(
    r"\s*[,;]\s*(?:và\s+|cùng\s+với\s+|cùng\s+|kể cả\s+|bao gồm\s+|gồm\s+|hoặc\s+|trong đó có\s+)?"
    r"|\s*,?\s*(?:đặc biệt là|nhất là)\s+|\s+(?:và|cùng với|cùng|hoặc)\s+(?:với\s+)?|\s*&\s*|\s*/\s*"
)
_COMPOSITE: Final = frozenset(
    (
        "sở",
        "bộ",
        "phòng",
        "ban",
        "trung tâm",
        "cục",
        "chi cục",
        "ủy ban",
        "hội",
        "vụ",
        "báo",
        "đài",
        "đoàn",
        "liên minh",
    )
)
_CLOSED_BODIES: Final = re.compile(
    r"^(?:(?:tỉnh|thành|huyện|quận|thị) ủy|.*chính phủ|quốc hội|ủy ban thường vụ quốc hội|bộ chính trị|ban bí thư)$"
)
_PLACE_WORD: Final = re.compile(r"[^\W\d_][\w'’]*")


@dataclass(frozen=True, slots=True)
class Name:
    """One name in a text: characters `start` to `end`."""

    start: int
    end: int
    group: bool = False


def _upper(text: Text, at: int) -> bool:
    return text.value[at : at + 1].isupper()


def _skip(text: Text, at: int) -> int:
    found = _GAP.match(text.folded, at)
    return found.end() if found else at


def _boundary(text: Text, at: int) -> bool:
    return at == 0 or not (text.value[at - 1].isalnum())


def _place(text: Text, at: int) -> int:
    """End of a proper name after a level word: words with a capital, numbers of wards, one dash inside."""
    end = at
    pos = at
    while True:
        pos = _skip(text, end)
        if pos == end and end != at:
            break
        word = _PLACE_WORD.match(text.value, pos)
        if word and word.group()[0].isupper() and not _new_name(text, pos):
            end = word.end()
            dash = re.match(r"\s?-\s?", text.folded[end : end + 3])
            if dash and _upper(text, end + dash.end()) and not _new_name(text, end + dash.end()):
                end += dash.end()
                found = _PLACE_WORD.match(text.value, end)
                end = found.end() if found else end
            continue
        number = re.compile(r"\d{1,2}(?![\d/.])").match(text.value, pos)
        if (
            number
            and end == at
            and re.search(r"(?:phường|quận|thôn|ấp|khu phố|tổ dân phố|tổ|khu) $", text.folded[:pos])
        ):
            end = number.end()
        break
    return end


def _new_name(text: Text, at: int) -> bool:
    """True when a head, body or post with a capital begins at `at`."""
    folded = text.folded
    if not _upper(text, at):
        return False
    if BODY.match(folded, at):
        return True
    found = HEAD.match(folded, at)
    return bool((found and not NOT_HEAD.match(folded, at)) or POST.match(folded, at))


def _levels(text: Text, at: int) -> int:
    """End of "các huyện, thành phố", "tỉnh …", "cấp xã" that begins at `at` (after the blank); `at` when none does."""
    folded = text.folded
    counted = QUANTIFIER.match(folded, at)
    if counted:
        group = GROUP.match(folded, counted.end())
        return _group(text, at, counted.end()) if group else at
    level = LEVEL.match(folded, at)
    if not level:
        return at
    end = level.end()
    while True:
        pos = _skip(text, end)
        again = LEVEL.match(folded, pos)
        if again and folded[at:end].endswith("cấp"):
            end = again.end()
            continue
        break
    if folded[at:end] in {"đảng", "ngành", "sở", "bộ"} and _upper(text, at) and folded[at:end] != "đảng":
        return at
    end = _place(text, end)
    more = re.compile(r",\s+").match(folded, end)
    # "Ủy ban nhân dân xã, phường": levels in a row without a count.
    while more and (level := LEVEL.match(folded, more.end())) and not _upper(text, more.end()):
        end = level.end()
        more = re.compile(r",\s+").match(folded, end)
    return end


def _owners(text: Text, end: int) -> int:
    """Takes "thuộc tỉnh", "có liên quan", "trên địa bàn xã …", "của Sở" after a name."""
    folded = text.folded
    for _ in range(4):
        pos = _skip(text, end)
        found = ATTRIBUTE.match(folded, pos)
        if found and found.group() in {
            "có liên quan",
            "liên quan",
            "có thẩm quyền",
            "trực thuộc",
            "hữu quan",
            "tương đương",
            "nêu trên",
            "nói trên",
        }:
            end = found.end()
            continue
        owner = OWNER.match(folded, pos)
        if not owner:
            break
        inner = _skip(text, owner.end())
        after = _levels(text, inner)
        if after == inner:
            name = name_at(text, inner, owned=True)
            after = name.end if name else inner
        if after == inner:
            after = _place(text, inner) if owner.group() in {"trên địa bàn", "đóng trên địa bàn", "tại", "ở"} else inner
            if after <= inner:
                break
        end = after
    return end


def _group(text: Text, start: int, first: int) -> int:
    """End of a group whose first kind of body begins at `first`; `start` when there is none."""
    folded = text.folded
    found = GROUP.match(folded, first)
    if not found:
        return start
    end = found.end()
    for _ in range(12):
        pos = _skip(text, end)
        attribute = ATTRIBUTE.match(folded, pos)
        if attribute and pos > end and not _verb_after_all(text, pos, attribute.end()):
            end = attribute.end()
            continue
        separator = _INNER.match(folded, end)
        if separator:
            nxt = separator.end()
            counted = _COUNTED.match(folded, end)
            body = BODY.match(folded, nxt)
            group = GROUP.match(folded, nxt)
            if (
                body
                and (not group or len(body.group()) > len(group.group()))
                and (_upper(text, nxt) or body.group() in {"cấp ủy", "chính quyền"})
            ):
                break
            post = POST.match(folded, nxt)
            again = ATTRIBUTE.match(folded, nxt)
            if post and (not group or len(post.group()) > len(group.group())):
                break
            if again and group and len(again.group()) > len(group.group()):
                group = None
            if group and (counted or group.group() in {"cơ quan", "đơn vị", "ngành", "ban"}):
                if _upper(text, nxt) and (HEAD.match(folded, nxt) and _capital_follows(text, group.end())):
                    break
                end = group.end()
                continue
            if (
                again
                and counted
                and (not FUNCTION.match(folded, nxt))
                and not _upper(text, nxt)
                and again.group() not in {"phối hợp", "chủ trì"}
            ):
                end = again.end()
                continue
        break
    pos = _skip(text, end)
    if pos > end and _upper(text, pos) and not VERB.match(folded, pos) and (name := name_at(text, pos, owned=True)):
        end = name.end  # "các phòng nghiệp vụ Công an tỉnh", "cơ quan Công an"
    elif pos > end and _upper(text, pos) and not VERB.match(folded, pos) and LEVEL.search(folded[start:end]) is None:
        end = max(end, _place(text, end))
    level = _levels(text, _skip(text, end))
    if level > _skip(text, end):
        end = level
    return _owners(text, end)


def _verb_after_all(text: Text, start: int, end: int) -> bool:
    """ "phối hợp", "chủ trì", "quản lý", "tham mưu" after a group are verbs when an object follows."""
    word = text.folded[start:end]
    if word not in {"phối hợp", "chủ trì", "quản lý", "tham mưu", "thanh tra", "tiếp công dân", "bảo vệ pháp luật"}:
        return False
    after = text.folded[end:].lstrip()
    return bool(after) and not re.match(
        r"[,;.:)]|(?:và|có liên quan|liên quan|thuộc|của|trên địa bàn|nghiêm|thường xuyên)\b", after
    )


def _capital_follows(text: Text, end: int) -> bool:
    pos = _skip(text, end)
    return pos > end and _upper(text, pos)


def _tail(text: Text, head: str, end: int) -> int:
    """Rest of a name after its head: capitals with the small syllable that completes each, levels, owners."""
    folded = text.folded
    closed = False
    small = 0 if head in {"sở", "ban", "phòng", "tổ", "văn phòng", "trung tâm", "công đoàn", "bộ phận", "trang"} else 1
    for _ in range(16):
        pos = _skip(text, end)
        if pos == end:
            dash = re.compile(r"-(?=\w)|&").match(folded, end)
            if dash and _upper(text, dash.end()):
                word = _WORD.match(text.value, dash.end())
                end = word.end() if word else end
                continue
            break
        level = pos if _upper(text, pos) and BODY.match(folded, pos) else _levels(text, pos)
        if level > pos and not (head == "tổ công tác" and _upper(text, pos)):
            end = level
            small = 1
            closed = True
            continue
        word = _WORD.match(text.value, pos)
        if word and word.group().lower().startswith("v/v"):
            break
        if not word:
            if (
                re.compile(r"-\s+\w").match(folded, pos)
                and _upper(text, pos + 2)
                and not _new_name_alone(text, pos + 2)
            ):
                word = _WORD.match(text.value, pos + 2)
                end = word.end() if word else end
                small = 0
                continue
            break
        if _upper(text, pos):
            body = BODY.match(folded, pos)
            if body:
                end = body.end()
                small = 1
            else:
                end = word.end()
                small = 0
            continue
        if head in {"tổ công tác", "tổ"} and re.fullmatch(r"\d{1,5}", word.group()):
            end = word.end()
            continue
        if VERB.match(folded, pos) or FUNCTION.match(folded, pos):
            if folded.startswith("và ", pos) and head in _COMPOSITE | {"văn phòng"} and _more(text, pos + 3, head):
                following = _WORD.match(text.value, pos + 3)
                body = BODY.match(folded, pos + 3) if head == "văn phòng" else None
                end = body.end() if body else following.end() if following else end
                small = 0
                continue
            if not (head in {"tổ công tác", "tổ"} and re.compile(r"(?:thường trực )?tiếp công dân").match(folded, pos)):
                break
            found = re.compile(r"(?:thường trực )?tiếp công dân").match(folded, pos)
            end = found.end() if found else end
            continue
        if small >= 1:
            pair = None if closed or head == "tổ công tác" else _small_pair(text, pos)
            if pair is None:
                break
            end = pair
            continue
        small += 1
        end = word.end()
    comma = re.compile(r",\s+").match(folded, end)
    if comma and head in _COMPOSITE and _upper(text, comma.end()) and _composite_goes_on(text, comma.end()):
        word = _WORD.match(text.value, comma.end())
        return _tail(text, head, word.end() if word else end)
    return end


def _small_pair(text: Text, at: int) -> int | None:
    """ "Quản lý | đất đai": two more small syllables that end at a stop, a verb or a level; they are no verb themselves."""
    found = re.compile(r"([^\W\d_]+) ([^\W\d_]+)").match(text.value, at)
    if not found or any(g[0].isupper() for g in found.groups()):
        return None
    folded = text.folded
    second = found.start(2)
    if any(p.match(folded, at) or p.match(folded, second) for p in (VERB, FUNCTION, ADVERB, OPENER)):
        return None
    rest = folded[found.end() :].lstrip(" ")
    if (
        not rest
        or rest[0] in ",;.:)(-"
        or VERB.match(rest)
        or FUNCTION.match(rest)
        or OPENER.match(rest)
        or LEVEL.match(rest)
    ):
        return found.end()
    return found.end() if _small_pair(text, _skip(text, found.end())) else None


def _new_name_alone(text: Text, at: int) -> bool:
    """A dash before "Ủy ban nhân dân" joins two halves of one office; before another head it parts two names."""
    body = BODY.match(text.folded, at)
    return _new_name(text, at) and not (
        body and body.group() in {"ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"}
    )


def _more(text: Text, at: int, head: str) -> bool:
    """True when what follows "và" is the rest of the name: a capital that begins no other name."""
    if not _upper(text, at):
        return False
    if head == "văn phòng":
        return re.compile(r"(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)(?!\w)").match(text.folded, at) is not None
    return not _new_name(text, at)


def _composite_goes_on(text: Text, at: int) -> bool:
    """ "Văn hóa, Thể thao và Du lịch": the part after the comma is closed by "và" and another capital that is no new name."""
    if _new_name(text, at):
        return False
    found = re.compile(r"[^\s,;.:()]+(?: [^\s,;.:()]+){0,2}(?:, [^\s,;.:()]+(?: [^\s,;.:()]+){0,2})? và (?=\w)").match(
        text.folded, at
    )
    if found and _upper(text, found.end()) and not _new_name(text, found.end()):
        return True
    # "Phát thanh, Truyền hình tỉnh": a level closes the name.
    return re.compile(r"\w+(?: \w+)? (?:tỉnh|thành phố|huyện|xã|phường)(?!\w)").match(text.folded, at) is not None


def name_at(text: Text, at: int, *, owned: bool = False) -> Name | None:
    """The name that begins at `at`, or None. `owned`: inside another name, where a bare level is no name of its own."""
    folded = text.folded
    if at >= len(folded) or not _boundary(text, at):
        return None
    counted = QUANTIFIER.match(folded, at)
    start = counted.end() if counted else at
    if counted and (post := POST.match(folded, start)) and post.group() not in {"thành viên", "tổ phó", "tổ trưởng"}:
        return Name(at, _post_end(text, post.end()), group=True)
    if counted:
        end = _group(text, at, start)
        if end > at:
            return Name(at, end, group=True)
        head = HEAD.match(folded, start)
        if head and _upper(text, start) and not NOT_HEAD.match(folded, start):
            return Name(at, _owners(text, _tail(text, head.group(), head.end())), group=True)
        return None
    body = BODY.match(folded, at)
    if body and (_upper(text, at) or body.group() in {"cấp ủy", "chính quyền"}):
        if body.group() in {"thường trực", "trụ sở tiếp công dân"}:
            return _thuong_truc(text, at, body) if body.group() == "thường trực" else None
        end = body.end()
        if body.group() == "mặt trận tổ quốc" or not _CLOSED_BODIES.search(body.group()):
            end = _tail(text, "văn phòng" if body.group().startswith("hội đồng") and owned else body.group(), end)
        elif _CLOSED_BODIES.search(body.group()):
            end = _place(text, end)
        return Name(at, _owners(text, end))
    post = POST.match(folded, at)
    if post and not (
        HEAD.match(folded, at) and _upper(text, at) and len(HEAD.match(folded, at).group()) > len(post.group())
    ):  # type: ignore[union-attr]
        end = _post_end(text, post.end())
        if end > post.end() or post.group() not in WEAK_POSTS:
            if end == post.end() and not _upper(text, at):
                return None
            return Name(at, end)
    head = HEAD.match(folded, at)
    if head and _upper(text, at) and not NOT_HEAD.match(folded, at):
        end = _owners(text, _tail(text, head.group(), head.end()))
        if end == head.end() and head.group() not in {
            "công an",
            "thanh tra",
            "tổ công tác",
            "công đoàn",
            "văn phòng",
            "ban chỉ đạo",
            "sở",
            "báo",
        }:
            return None
        return Name(at, end)
    group = GROUP.match(folded, at)
    if group:
        end = _group(text, at, at)
        inner = folded[at:end]
        several = re.search(r"[,/&-]| và ", inner) is not None
        if (several or (group.group() in SOLO_GROUPS and end > group.end())) and (not owned or several):
            return Name(at, end, group=True)
    return None


def _thuong_truc(text: Text, at: int, body: re.Match[str]) -> Name | None:
    """ "Thường trực" is a body only before the body it stands for; else it is a verb."""
    inner = name_at(text, _skip(text, body.end()))
    return Name(at, inner.end) if inner and _upper(text, inner.start) and inner.start > body.end() else None


def _post_end(text: Text, end: int) -> int:
    """A post with the agency it leads: "Chủ tịch Ủy ban nhân dân các xã", "Thủ trưởng các sở, ngành"."""
    folded = text.folded
    pos = _skip(text, end)
    if pos == end:
        return end
    again = POST.match(folded, pos)
    if again and (_upper(text, pos) or folded[end:pos].strip() == ""):
        return _post_end(text, again.end())
    inner = name_at(text, pos, owned=False)
    if inner:
        return inner.end
    level = _levels(text, pos)
    if level > pos:
        return _owners(text, level)
    group = GROUP.match(folded, pos)
    if group:
        return max(_group(text, pos, pos), end)
    return _owners(text, _place(text, end))


def names_at(text: Text, at: int) -> list[Name]:
    """The list of names that begins at `at`; empty when no name begins there."""
    names: list[Name] = []
    pos = at
    while name := name_at(text, pos):
        names.append(name)
        after = name.end
        aside = _PAREN.match(text.folded, after)
        if aside:
            after = aside.end()
        separator = _SEPARATOR.match(text.folded, after)
        if not separator or separator.end() == after or len(names) > 40:
            break
        pos = separator.end()
    return names


def begins_with_agency(text: Text) -> bool:
    """True when a line begins with the name of a body (not a counted group)."""
    name = name_at(text, 0)
    return name is not None and not name.group


def find_names(text: Text, at: int, *, within: int) -> list[Name]:
    """The first list of names that begins at most `within` characters after `at`."""
    pos = at
    while pos <= min(at + within, len(text.value) - 1):
        names = names_at(text, pos)
        if names:
            return names
        found = _GAP.search(text.folded, pos)
        if not found:
            break
        pos = found.end()
    return []

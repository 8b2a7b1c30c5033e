"""Names of agencies in running text: where one begins, where it ends, and how a list of them is cut.

A name is a head ("Sở", "Ủy ban nhân dân", "Chủ tịch") with the capitals, levels and owners after it, or a counted group
("các sở, ban, ngành thuộc tỉnh"). It ends before a verb or a function word in small letters. A comma parts two names
unless what follows is the rest of the same one ("Văn hóa, Thể thao và Du lịch"; "các xã, phường").
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tiepdan.plans.reading.lexicon import FUNCTION, VERB
from tiepdan.plans.reading.names import (
    AREA_LEVELS,
    ATTRIBUTE,
    BODY,
    BY_WORK,
    CLOSED_BODIES,
    COMPOSITE,
    GROUP,
    HEAD,
    LEVEL,
    LOOSE_ATTRIBUTES,
    MEETING,
    MORE_WORK,
    NAMED_BY_WORK,
    NOT_HEAD,
    OPENING,
    OWNER,
    POST,
    QUANTIFIER,
    QUANTIFIERS,
    SOLO_GROUPS,
    WEAK_POSTS,
    WORK,
)
from tiepdan.plans.reading.normal import Text, pattern
from tiepdan.plans.reading.spelling import (
    at_word,
    capital_at,
    capital_follows,
    composite_goes_on,
    goes_on_after_and,
    half_word,
    new_name,
    new_name_alone,
    numbered_unit,
    other_of_kind,
    place_end,
    place_or_centre,
    places_end,
    second_half,
    sets_up,
    skip_blank,
    small_pair,
    stands_alone,
    verb_after_all,
    work_name,
)

_FIRST_WORD: Final = re.compile(r"\w+")
_WORD: Final = re.compile(r"[\w&./]*\w|[&]")
_COUNTED: Final = re.compile(r"\s*,\s*(?:và\s+)?|\s*/\s*|\s*-\s*|\s+và\s+")
_INNER: Final = re.compile(rf"{_COUNTED.pattern}|\s*&\s*|\s+")


class Name(NamedTuple):
    """One name in a text: characters `start` to `end`."""

    start: int
    end: int
    group: bool = False
    before: tuple[tuple[int, int], ...] = ()  # words printed once for a whole list: the post, the kind of body


def _levels(text: Text, at: int) -> int:
    """End of "các huyện, thành phố", "tỉnh …", "cấp xã" that begins at `at` (after the blank); `at` when none does."""
    folded = text.folded
    first = _FIRST_WORD.match(folded, at)
    if first is None:
        return at
    counted = QUANTIFIER.match(folded, at) if first.group() in QUANTIFIERS else None
    if counted:
        group = GROUP.match(folded, counted.end())
        return _group(text, at, counted.end()) if group else at
    level = LEVEL.match(folded, at)
    if not level:
        return at
    end = level.end()
    while True:
        pos = skip_blank(text, end)
        again = LEVEL.match(folded, pos)
        if again and folded[at:end].endswith("cấp"):
            end = again.end()
            continue
        break
    if folded[at:end] in {"đảng", "ngành", "sở", "bộ"} and capital_at(text, at) and folded[at:end] != "đảng":
        return at
    end = place_end(text, end)
    more = pattern(r",\s+").match(folded, end)
    # "Ủy ban nhân dân xã, phường": levels in a row without a count.
    while more and (level := LEVEL.match(folded, more.end())) and not capital_at(text, more.end()):
        end = level.end()
        more = pattern(r",\s+").match(folded, end)
    return end


def with_owners(text: Text, end: int) -> int:
    """Takes "thuộc tỉnh", "có liên quan", "trên địa bàn xã …", "của Sở" after a name."""
    folded = text.folded
    for _ in range(4):
        pos = skip_blank(text, end)
        found = ATTRIBUTE.match(folded, pos)
        owned = found is not None and OWNER.match(folded, pos)
        if owned and name_at(text, skip_blank(text, owned.end()), owned=True):
            found = None  # "trực thuộc Sở"
        if found and found.group() in LOOSE_ATTRIBUTES:
            end = found.end()
            continue
        owner = OWNER.match(folded, pos)
        if not owner:
            break
        inner = skip_blank(text, owner.end())
        after = _levels(text, inner)
        if after == inner:
            name = name_at(text, inner, owned=True)
            after = name.end if name else inner
        if after == inner:
            after = (
                place_end(text, inner) if owner.group() in {"trên địa bàn", "đóng trên địa bàn", "tại", "ở"} else inner
            )
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
    if found.group() in BY_WORK and (work := WORK.match(folded, end)):
        end = work.end()
    if found.group() == "hội" and MEETING.match(folded, first):
        return start
    for _ in range(12):
        pos = skip_blank(text, end)
        attribute = ATTRIBUTE.match(folded, pos)
        if attribute and pos > end and not verb_after_all(text, pos, attribute.end()):
            end = attribute.end()
            continue
        separator = _INNER.match(folded, end)
        if separator:
            nxt = separator.end()
            counted = _COUNTED.match(folded, end)
            body = BODY.match(folded, nxt)
            group = GROUP.match(folded, nxt)
            longer = body is not None and (not group or len(body.group()) > len(group.group()))
            if body and longer and (capital_at(text, nxt) or body.group() in {"cấp ủy", "chính quyền"}):
                break
            post = POST.match(folded, nxt)
            again = ATTRIBUTE.match(folded, nxt)
            if post and (not group or len(post.group()) > len(group.group())):
                break
            if again and group and len(again.group()) > len(group.group()):
                group = None
            if group and group.group() == found.group() and other_of_kind(text, group.end()):
                break  # "các tổ chức chính trị - xã hội, tổ chức thành viên": the kind comes again
            if group and (counted or group.group() in {"cơ quan", "đơn vị", "ngành", "ban"}):
                if capital_at(text, nxt) and (HEAD.match(folded, nxt) and capital_follows(text, group.end())):
                    break
                end = group.end()
                continue
            if (
                again
                and counted
                and (not FUNCTION.match(folded, nxt))
                and not capital_at(text, nxt)
                and again.group() not in {"phối hợp", "chủ trì"}
            ):
                end = again.end()
                continue
        break
    pos = skip_blank(text, end)
    if pos > end and capital_at(text, pos) and not VERB.match(folded, pos) and (name := name_at(text, pos, owned=True)):
        end = name.end  # "các phòng nghiệp vụ Công an tỉnh", "cơ quan Công an"
    elif (
        pos > end and capital_at(text, pos) and not VERB.match(folded, pos) and LEVEL.search(folded[start:end]) is None
    ):
        end = max(end, place_end(text, end))
    elif folded.endswith(AREA_LEVELS, 0, end) and not VERB.match(folded, pos):
        first = place_end(text, pos) if pos > end and capital_at(text, pos) else end
        end = places_end(text, first) if folded.startswith(":", end) or " " in folded[pos:first] else end
    level = _levels(text, skip_blank(text, end))
    if level > skip_blank(text, end):
        end = level
    return with_owners(text, end)


def rest_of_name(text: Text, head: str, end: int) -> int:
    """Rest of a name after its head: capitals with the small syllable that completes each, levels, owners."""
    folded = text.folded
    closed = False
    title_at = -1
    small = 0 if head in {"sở", "ban", "phòng", "tổ", "văn phòng", "trung tâm", "công đoàn", "bộ phận", "trang"} else 1
    for steps in range(16):
        pos = skip_blank(text, end)
        if pos == end:
            dash = pattern(r"-(?=\w)|&").match(folded, end)
            if dash and capital_at(text, dash.end()):
                word = _WORD.match(text.value, dash.end())
                end = word.end() if word else end
                continue
            break
        level = pos if capital_at(text, pos) and BODY.match(folded, pos) else _levels(text, pos)
        if level > pos and not (head == "tổ công tác" and capital_at(text, pos)):
            end = level
            small = 1
            closed = True
            continue
        word = _WORD.match(text.value, pos)
        if word and (
            word.group().lower().startswith("v/v") or folded.startswith(("trực thuộc ", "thuộc ", "về việc "), pos)
        ):
            break
        if half := second_half(folded, pos):
            end, small = half, 1
            continue
        if not word:
            if (
                pattern(r"-\s+\w").match(folded, pos)
                and capital_at(text, pos + 2)
                and not new_name_alone(text, pos + 2)
            ):
                word = _WORD.match(text.value, pos + 2)
                end = word.end() if word else end
                small = 0
                continue
            break
        if capital_at(text, pos):
            body = BODY.match(folded, pos)
            title_at = pos
            if body:
                end = body.end()
                small = 1
            else:
                end = word.end()
                small = 0
            continue
        titled = VERB.match(folded, title_at) if title_at >= 0 and small == 0 else None
        if titled and titled.end() == word.end():
            end, small = word.end(), 1  # "Bộ phận Tiếp nhận": a verb with a capital is part of the name
            continue
        if (end_of_number := numbered_unit(text, head, pos)) > pos:
            end = end_of_number
            continue
        if steps == 0 and head in NAMED_BY_WORK and (work := work_name(text, pos, whole=" " in head)):
            end = work
            continue
        verb = VERB.match(folded, pos)
        if verb and small == 0 and title_at >= 0 and " " not in verb.group() and half_word(text, title_at, pos):
            end, small = word.end(), 1  # "Đào tạo": one syllable with a capital is half a word
            continue
        if verb or FUNCTION.match(folded, pos):
            if (
                folded.startswith("và ", pos)
                and head in COMPOSITE | {"văn phòng"}
                and goes_on_after_and(text, pos + 3, head)
            ):
                following = _WORD.match(text.value, pos + 3)
                body = BODY.match(folded, pos + 3) if head == "văn phòng" else None
                end = body.end() if body else following.end() if following else end
                title_at, small = pos + 3, 0
                continue
            found = pattern(r"(?:thường trực )?tiếp công dân").match(folded, pos)
            if found is None or head not in {"tổ công tác", "tổ"}:
                break
            end = found.end()
            continue
        if small >= 1:
            pair = None if closed or head == "tổ công tác" else small_pair(text, pos)
            if pair is None:
                break
            end = pair
            continue
        small += 1
        end = word.end()
    comma = pattern(r",\s+").match(folded, end)
    if comma and head in COMPOSITE and capital_at(text, comma.end()) and composite_goes_on(text, comma.end()):
        word = _WORD.match(text.value, comma.end())
        return rest_of_name(text, head, word.end() if word else end)
    return end


def name_at(text: Text, at: int, *, owned: bool = False) -> Name | None:
    """The name that begins at `at`, or None. `owned`: inside another name, where a bare level is no name of its own."""
    folded = text.folded
    first = _FIRST_WORD.match(folded, at)
    if first is None or first.group() not in OPENING or not at_word(text, at):
        return None
    counted = QUANTIFIER.match(folded, at) if first.group() in QUANTIFIERS else None
    start = counted.end() if counted else at
    if counted and (post := POST.match(folded, start)) and post.group() not in {"thành viên", "tổ phó", "tổ trưởng"}:
        return Name(at, _post_end(text, post.end()), group=True)
    if counted:
        end = _group(text, at, start)
        if end > at:
            return Name(at, end, group=True)
        head = HEAD.match(folded, start)
        if head and capital_at(text, start) and not NOT_HEAD.match(folded, start):
            return Name(at, with_owners(text, rest_of_name(text, head.group(), head.end())), group=True)
        return None
    body = BODY.match(folded, at)
    if body and (capital_at(text, at) or body.group() in {"cấp ủy", "chính quyền"}):
        if body.group() in {"thường trực", "trụ sở tiếp công dân"}:
            # "Thường trực" is a body only before the body it stands for; else it is a verb.
            inner = name_at(text, skip_blank(text, body.end())) if body.group() == "thường trực" else None
            return Name(at, inner.end) if inner and capital_at(text, inner.start) and inner.start > body.end() else None
        end = body.end()
        if body.group().endswith(("kiểm tra", "giám sát", "thanh tra")) and (more := MORE_WORK.match(folded, end)):
            end = more.end()  # "Đoàn kiểm tra, giám sát"
        kind = "văn phòng" if body.group().startswith("hội đồng") and owned else body.group()
        end = place_or_centre(text, end) if CLOSED_BODIES.search(body.group()) else rest_of_name(text, kind, end)
        return Name(at, with_owners(text, end))
    post = POST.match(folded, at)
    longer = HEAD.match(folded, at) if capital_at(text, at) else None
    if post and not (longer and len(longer.group()) > len(post.group())):
        end = max(_post_end(text, post.end()), _led_body(text, post))
        if end > post.end() or post.group() not in WEAK_POSTS:
            if end == post.end() and not capital_at(text, at) and post.group() not in {"trưởng thôn", "bí thư chi bộ"}:
                return None
            return Name(at, end)
    head = HEAD.match(folded, at)
    if head and capital_at(text, at) and not NOT_HEAD.match(folded, at):
        end = with_owners(text, rest_of_name(text, head.group(), head.end()))
        if end == head.end() and not stands_alone(text, head):
            return None
        return Name(at, end)
    group = GROUP.match(folded, at)
    if group and not (group.group() == "tổ chức" and sets_up(text, group.end())):
        end = _group(text, at, at)
        several = pattern(r"[,/&-]| và ").search(folded[at:end]) is not None
        if (several or (group.group() in SOLO_GROUPS and end > group.end())) and (not owned or several):
            return Name(at, end, group=True)
    return None


def _led_body(text: Text, post: re.Match[str]) -> int:
    """ "Trưởng Ban Tiếp công dân": the last word of the post is the head of the body that is led."""
    last = pattern(r"(?:ban|phòng|đoàn|tổ)$").search(post.group())
    at = post.start() + last.start() if last else -1
    if last is None or at <= post.start():
        return 0
    longer = HEAD.match(text.folded, at)
    if longer and longer.end() > post.end():
        return with_owners(text, rest_of_name(text, longer.group(), longer.end()))  # "Trưởng ban chỉ đạo …"
    body = name_at(text, at) if capital_at(text, at) else None
    return body.end if body else 0


def _post_end(text: Text, end: int) -> int:
    """A post with the agency it leads: "Chủ tịch Ủy ban nhân dân các xã", "Thủ trưởng các sở, ngành"."""
    folded = text.folded
    beside = (
        pattern(r" ?\(bà\)|, bà(?!\w)| ?/ ?bà(?!\w)").match(folded, end) if folded.endswith("ông", 0, end) else None
    )
    end = beside.end() if beside else end  # "Các ông (bà) Tổ trưởng …"
    pos = skip_blank(text, end)
    if pos == end:
        return end
    if folded.endswith("trưởng phòng", 0, end) and capital_at(text, pos) and not new_name(text, pos):
        return with_owners(text, rest_of_name(text, "phòng", end))
    number = pattern(r"\d{1,3} (?=\w)").match(folded, pos)
    if number and LEVEL.match(folded, number.end()):
        return with_owners(text, _levels(text, number.end()))  # "Tổ trưởng 15 tổ dân phố"
    if folded.startswith("là ", pos) and folded.endswith(("thành viên", "ủy viên", "tổ viên"), 0, end):
        inner = name_at(text, pos + 3)  # "Thành viên là công chức Thanh tra tỉnh"
        return inner.end if inner else end
    again = POST.match(folded, pos)
    if again and (capital_at(text, pos) or folded[end:pos].strip() == ""):
        return max(_post_end(text, again.end()), _led_body(text, again))
    inner = name_at(text, pos, owned=False)
    if inner:
        return inner.end
    level = _levels(text, pos)
    if level > pos:
        return with_owners(text, level)
    meeting = MEETING.match(folded, pos)
    if meeting and folded.endswith(("thư ký", "chủ trì"), 0, end):
        return meeting.end()
    group = GROUP.match(folded, pos)
    if group:
        return max(_group(text, pos, pos), end)
    return with_owners(text, place_end(text, end))

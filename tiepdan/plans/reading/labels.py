"""Headings and words before a colon that are nothing but who is addressed: "Kế toán", "UBND các xã được kiểm tra".

In running text the name of a body ends before the first word in small letters that is no part of one; a label has no
running text, so that all of it is the name when it begins as one and holds nothing that obliges.
"""

from __future__ import annotations

import re
from typing import Final

from tiepdan.plans.reading.agencies import Name
from tiepdan.plans.reading.lexicon import ADVERB, FUNCTION, VERB
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.names import HEAD, NAMED_BY_WORK, NOT_HEAD, POST, QUANTIFIER
from tiepdan.plans.reading.normal import Text, pattern
from tiepdan.plans.reading.spelling import capital_at

LONGEST: Final = 120
# One body of a kind, told by what is done to it: "Đơn vị được kiểm tra".
_INSPECTED: Final = re.compile(
    r"(?:đơn vị|cơ quan|địa phương) (?:chịu sự|được) (?:giám sát|kiểm tra|thanh tra|kiểm sát)"
)
_EMPTY_REST: Final = re.compile(r"[\s:.;,]*(?:\([^)]*\))?[\s:.;,]*$")
_QUALIFIER: Final = re.compile(
    r"\s+(?:thường trực$|phụ trách|chịu sự (?:giám sát|kiểm tra|thanh tra)|"
    r"được (?:giao|phân công|cử|mời|chọn|thanh tra|kiểm tra|giám sát|lựa chọn|trưng tập)|"
    r"có (?:liên quan|tên|trụ sở|công dân|dự án|thẩm quyền|trách nhiệm liên quan)|là thành viên|nơi có|thuộc|trực thuộc|"
    r"tham gia)(?!\w)[^:.;]{0,80}$"
)
_DUTIES_FOLLOW: Final = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|thực hiện)(?: thực hiện)?"
    r"(?: (?:các|những|một số))?(?: nhiệm vụ| nội dung| công việc)?(?: sau(?: đây)?)?\s*:\s*$"
    r"|\s*(?:\([^)]*\))?\s*(?:có trách nhiệm|có nhiệm vụ|chịu trách nhiệm)\s*$"
)
_PERSON: Final = re.compile(r"(?:đồng chí|đ/c|ông|bà)\s(?=\w)")
_COLON: Final = re.compile(r"\s*(?:\([^)]*\))?\s*:\s*(?=\S)")


def label_names(text: Text, at: int = 0) -> list[Name]:
    """Names of a heading (the whole of `text` from `at`); empty when it is a topic or a sentence."""
    if len(text) - at > LONGEST * 3:
        return []
    names = names_at(text, at)
    if names:
        rest = text.folded[names[-1].end :]
        if _EMPTY_REST.match(rest) or _DUTIES_FOLLOW.match(rest):
            return names
        if len(text) - at <= LONGEST and (_QUALIFIER.match(_no_aside(rest)) or _plain_rest(text, names[-1].end)):
            last = names[-1]
            return [*names[:-1], last._replace(end=_stop(text))]
        return _whole(text, at) if len(names) == 1 and rest.startswith((",", " và")) else []
    return _whole(text, at)


def _no_aside(rest: str) -> str:
    return pattern(r"\s*\([^)]*\)[\s:.;,]*$").sub("", rest.rstrip(" :.;,"))


def _stop(text: Text) -> int:
    """End of a label without the note in brackets and the stop behind it."""
    aside = pattern(r"\s*\([^()]*\)[\s:.;,]*$").search(text.value)
    return aside.start() if aside else len(text.value.rstrip(" :.;,"))


def _plain_rest(text: Text, at: int) -> bool:
    """Up to four words in small letters, none of which obliges or joins."""
    words = list(pattern(r"\S+").finditer(text.value, at, _stop(text)))
    if not 1 <= len(words) <= 4 or text.value[at : at + 1] != " ":
        return False
    return VERB.match(text.folded, words[0].start()) is None and all(
        w.group().isalpha()
        and w.group().islower()
        and not FUNCTION.match(text.folded, w.start())
        and not ADVERB.match(text.folded, w.start())
        for w in words
    )


def _whole(text: Text, at: int) -> list[Name]:
    """A post without a body ("Kế toán"), or a body named by its work ("Tiểu ban tiếp nhận, giải quyết đơn")."""
    if len(text) - at > LONGEST or not capital_at(text, at):
        return []
    stop = _stop(text)
    counted = QUANTIFIER.match(text.folded, at)
    start = counted.end() if counted else at
    post = POST.match(text.folded, start)
    if post and (
        post.end() == stop or _plain_rest(text, post.end()) or _QUALIFIER.match(_no_aside(text.folded[post.end() :]))
    ):
        return [Name(at, stop, counted is not None)]
    if _INSPECTED.fullmatch(text.folded, start, stop):
        return [Name(at, stop, counted is not None)]
    head = HEAD.match(text.folded, start)
    if head and head.group() in NAMED_BY_WORK and not NOT_HEAD.match(text.folded, start) and stop > head.end():
        return [Name(at, stop, counted is not None)]
    return []


def run_in_names(text: Text, at: int = 0) -> tuple[list[Name], int] | None:
    """Names before a colon with text behind it ("Kế toán: …"), and where that text begins."""
    # The colon of "các sở: Nội vụ, …" is inside the names.
    colon = text.folded.find(":", max((name.end for name in names_at(text, at) if name.before), default=at))
    if not 0 < colon - at <= LONGEST * 3 or pattern(r"[.;](?:\s|$)").search(text.folded[at:colon]):
        return None
    found = _COLON.match(text.folded, colon)
    label = text.part(0, colon)
    names = label_names(label, at) if found else []
    if (
        found
        and not names
        and _PERSON.match(text.folded, at)
        and len(label) <= LONGEST
        and capital_at(text, found.end())
    ):
        names = [Name(at, _stop(label))]  # "Đồng chí Trưởng ban … - Trưởng Đoàn: …": all of it says who
    return (names, found.end()) if found and names else None

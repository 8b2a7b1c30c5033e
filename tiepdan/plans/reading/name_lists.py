"""Lists of names: "A, B, C và các đơn vị liên quan"."""

from __future__ import annotations

import re
from typing import Final, cast

from tiepdan.plans.reading.agencies import Name, name_at, rest_of_name, with_owners
from tiepdan.plans.reading.lexicon import OPENER, VERB
from tiepdan.plans.reading.names import JOINT, POST
from tiepdan.plans.reading.normal import Text
from tiepdan.plans.reading.spelling import GAP, capital_at, new_name, skip_blank

_PERSON: Final = re.compile(r"(?:đồng chí|đ/c|ông|bà)\s")
_PAREN: Final = re.compile(r"\s*\((?![^)]{0,6}qua\s)[^()]{1,80}\)")
_BLANK: Final = re.compile(r"\s*(?:…|\.\s?\.|_{2,})")
_SEPARATOR: Final = re.compile(
    r"\s*[,;]\s*(?:và\s+|cùng\s+với\s+|cùng\s+|kể cả\s+|bao gồm\s+|gồm\s+|hoặc\s+|trong đó có\s+)?"
    r"|\s*,?\s*(?:đặc biệt là|nhất là)\s+|\s+(?:và|cùng với|cùng|hoặc)\s+(?:với\s+)?|\s*&\s*|\s*/\s*"
)
# "các sở: Nội vụ, Tài chính": the kind of body stands once, before the colon.
_KINDS_OF_BODY: Final = re.compile(
    r"(?:(?P<post>[^,;:]{1,60}?)\s+)?(?:tất cả\s+)?các\s+"
    r"(?P<kind>sở|phòng|ban|bộ|cục|chi cục|vụ|trung tâm|hội|đoàn)(?:\s*,\s*ngành)?"
)
_LIST: Final = re.compile(r"\s*:\s+|\s+")
_NEXT_MEMBER: Final = re.compile(r"\s*[,;]\s+(?:và\s+)?|\s+và\s+")
_NO_OBJECT: Final = re.compile(r"\s*(?:[,;.:()]|và\s|$)")


def names_at(text: Text, at: int) -> list[Name]:
    """The list of names that begins at `at`; empty when no name begins there."""
    if text.known is None:
        text.known = {}
    known = text.known.get(at)
    if known is None:
        known = text.known[at] = tuple(_read_names(text, at))
    return list(cast("tuple[Name, ...]", known))


def _read_names(text: Text, at: int) -> list[Name]:
    names: list[Name] = []
    pos = at
    while name := name_at(text, pos):
        if _BLANK.match(text.value, name.end):
            break  # the name is still to be written into a form
        if (
            names
            and _PERSON.match(text.folded, names[-1].start)
            and POST.match(text.folded, name.start)
            and capital_at(text, name.start)
        ):
            name = Name(names.pop().start, name.end)  # "ông …, Phó Chánh Thanh tra": one person
        members = _members(text, name)
        names.extend(members or [name])
        after = names[-1].end
        aside = _PAREN.match(text.folded, after)
        if aside:
            after = aside.end()
        separator = _SEPARATOR.match(text.folded, after)
        if not separator or separator.end() == after or len(names) > 40:
            break
        pos = separator.end()
    return names


def _members(text: Text, group: Name) -> list[Name]:
    """Bodies of one kind whose kind is printed once; empty when no list of two follows."""
    kind = _KINDS_OF_BODY.fullmatch(text.folded, group.start, group.end)
    opened = _LIST.match(text.folded, group.end) if kind else None
    if kind is None or opened is None:
        return []
    before = tuple(kind.span(part) for part in ("post", "kind") if kind.group(part))
    out: list[Name] = []
    at = opened.end()
    while capital_at(text, at) and not new_name(text, at):
        joint = JOINT.match(text.folded, at)
        end = with_owners(text, joint.end() if joint else rest_of_name(text, "", at - 1))
        if end <= at or (not joint and _does(text, at, end)):
            break
        out.append(Name(at, end, before=before))
        separator = _NEXT_MEMBER.match(text.folded, end)
        if separator is None:
            break
        at = separator.end()
    return out if len(out) > 1 else []


def _does(text: Text, at: int, end: int) -> bool:
    """True when a verb with its object stands there ("Xây dựng kế hoạch"), and not a body named by its work ("Xây dựng")."""
    verb = VERB.match(text.folded, at)
    after = skip_blank(text, max(end, verb.end())) if verb else end
    return verb is not None and not (
        _NO_OBJECT.match(text.folded, after) or VERB.match(text.folded, after) or OPENER.match(text.folded, after)
    )


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
        found = GAP.search(text.folded, pos)
        if not found:
            break
        pos = found.end()
    return []

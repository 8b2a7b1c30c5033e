"""Lists of names: "A, B, C và các đơn vị liên quan"."""

from __future__ import annotations

import re
from typing import Final, cast

from tiepdan.plans.reading.agencies import Name, name_at
from tiepdan.plans.reading.names import POST
from tiepdan.plans.reading.normal import Text
from tiepdan.plans.reading.spelling import GAP, capital_at

_PERSON: Final = re.compile(r"(?:đồng chí|đ/c|ông|bà)\s")
_PAREN: Final = re.compile(r"\s*\((?![^)]{0,6}qua\s)[^()]{1,80}\)")
_BLANK: Final = re.compile(r"\s*(?:…|\.\s?\.|_{2,})")
_SEPARATOR: Final = re.compile(
    r"\s*[,;]\s*(?:và\s+|cùng\s+với\s+|cùng\s+|kể cả\s+|bao gồm\s+|gồm\s+|hoặc\s+|trong đó có\s+)?"
    r"|\s*,?\s*(?:đặc biệt là|nhất là)\s+|\s+(?:và|cùng với|cùng|hoặc)\s+(?:với\s+)?|\s*&\s*|\s*/\s*"
)


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
        found = GAP.search(text.folded, pos)
        if not found:
            break
        pos = found.end()
    return []

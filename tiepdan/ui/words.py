"""The program's own words in the reader's language: Vietnamese as written, or looked up in locale/.

The Vietnamese text is the key: nothing is named twice. What people wrote is never looked up here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final, ParamSpec, TypeVar

from django.conf import settings
from django.template import Origin
from django.template.loaders import cached
from django.utils.translation import get_language, gettext, override

from tiepdan.ui.engine import Compiling

Key = TypeVar("Key")
Params = ParamSpec("Params")
Made = TypeVar("Made")

_COMMENT: Final = re.compile(
    r"\{#.*?#\}|\{% comment\b.*?\{% endcomment %\}|(?<!\x22)\{% block body_class %\}.*?\{% endblock %\}|<!--.*?-->"
    r"|<(style|script)\b.*?</\1>",
    re.DOTALL,
)
_MARKUP: Final = re.compile(r"\{%.*?%\}|<(?:[^<>{]|\{(?![{%])|\{\{.*?\}\}|\{%.*?%\})*>", re.DOTALL)
_ATTRIBUTE: Final = re.compile(r'\b(?:title|placeholder|aria-label|alt|value|content|data-[a-z-]+)="([^"]*)"')
_TAG: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_LITERAL: Final = re.compile(r'"([^"]*)"|\'([^\']*)\'')
_VARIABLE: Final = re.compile(r"\{\{.*?\}\}|&\w+;", re.DOTALL)
_VIETNAMESE: Final = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_LETTERS: Final = re.compile(r"[^\W\d_]{2}|[^\W\d_a-zA-Z]")
_CAPITAL: Final = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+)*\Z")  # a word that happens to need no mark, such as "Trang"


class Words(dict[Key, str]):
    """A table of the program's words. Looking one up gives it in the reader's language; going through it, as written."""

    def __getitem__(self, key: Key) -> str:
        return said(super().__getitem__(key))

    def get(self, key: Key, default: Any = None) -> Any:  # as dict: the default is what is given
        """Return the word in the reader's language, or what was given for none."""
        return said(super().__getitem__(key)) if key in self else default

    def choices(self) -> list[tuple[Key, str]]:
        """Return the table as choices, in the reader's language."""
        return [(key, self[key]) for key in self]


class Toned(dict[Key, tuple[str, str]]):
    """A table of tones and words, as badges draw them; a look-up gives the word in the reader's language."""

    def __getitem__(self, key: Key) -> tuple[str, str]:
        tone, words = super().__getitem__(key)
        return tone, said(words)


_said: dict[tuple[str, type[str], str], str] = {}  # Django walks through locals of the task for each word of a list


def said(text: str) -> str:
    """Return a text that rules or domains of this program wrote, in the reader's language."""
    text = text if isinstance(text, str) else str(text)
    language = get_language()
    if not text or language is None or language == settings.LANGUAGE_CODE:  # written in it
        return text
    key = (language, type(text), text)  # a text marked as safe is not one that was not
    known = _said.get(key)
    if known is None:
        known = gettext(text)
        if known != text:  # kept as far as the catalogue goes, and nothing else: a text may be somebody's
            _said[key] = known
    return known


def in_vietnamese(make: Callable[Params, Made]) -> Callable[Params, Made]:
    """Make a paper, a book or a register of the law in Vietnamese, whatever language its reader chose."""

    @wraps(make)
    def made(*args: Params.args, **options: Params.kwargs) -> Made:
        with override(settings.LANGUAGE_CODE):
            return make(*args, **options)

    return made


def said_choices(pairs: Iterable[tuple[Key, str]]) -> list[tuple[Key, str]]:
    """Return choices with their words in the reader's language."""
    return [(key, said(words)) for key, words in pairs]


def is_vietnamese(text: str) -> bool:
    """Tell whether a text has letters that only Vietnamese uses here."""
    return _VIETNAMESE.search(text) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a template: where it stands and what is looked up."""

    start: int
    end: int
    text: str


def texts_of(source: str) -> set[str]:
    """Return what a template says: texts between tags, attributes people read, literals given to tags and filters."""
    found = {piece.text for piece in _pieces(source)}
    return found | {piece.text for one in (source, *found) for piece in _literals(one)}


def translated(source: str) -> str:
    """Return the source of a template in the language in use."""
    source = _replaced(source, list(_pieces(source)))
    return _replaced(source, list(_literals(source)))


def _replaced(source: str, pieces: list[Piece]) -> str:
    parts, at = [], 0
    for piece in sorted(pieces, key=lambda one: one.start):
        parts += [source[at : piece.start], gettext(piece.text)]
        at = piece.end
    return "".join([*parts, source[at:]])


def _pieces(source: str) -> Iterator[Piece]:
    """Find texts between tags and words in attributes."""
    for start, end in _said_parts(source):
        at = start
        for markup in [*_MARKUP.finditer(source, start, end), None]:
            until = markup.start() if markup else end
            yield from _piece(source, at, until, letters=_LETTERS)
            if markup is None:
                break
            at = markup.end()
            if source[markup.start()] == "<":
                yield from _attributes(source, markup.start(), markup.end())


def _attributes(source: str, start: int, end: int) -> Iterator[Piece]:
    for found in _ATTRIBUTE.finditer(source, start, end):
        at = found.start(1)
        for tag in [*re.compile(r"\{%.*?%\}", re.DOTALL).finditer(source, at, found.end(1)), None]:
            yield from _piece(source, at, tag.start() if tag else found.end(1), letters=_VIETNAMESE)
            at = tag.end() if tag else at


def _piece(source: str, start: int, end: int, *, letters: re.Pattern[str]) -> Iterator[Piece]:
    text = source[start:end]
    if not letters.search(_VARIABLE.sub("", text)):
        return
    left = len(text) - len(text.lstrip())
    bare = text.strip()
    yield Piece(start + left, start + left + len(bare), " ".join(bare.split()))


def _literals(source: str) -> Iterator[Piece]:
    """Find words written in tags and filters, such as a badge's label."""
    for start, end in _said_parts(source):
        for tag in _TAG.finditer(source, start, end):
            for found in _LITERAL.finditer(source, tag.start(), tag.end()):
                text = found[1] or found[2] or ""
                if is_vietnamese(text) or _CAPITAL.match(text):
                    group = 1 if found[1] else 2
                    yield Piece(found.start(group), found.end(group), text)


def _said_parts(source: str) -> Iterator[tuple[int, int]]:
    """Leave out comments, styles and scripts."""
    at = 0
    for found in _COMMENT.finditer(source):
        yield at, found.start()
        at = found.end()
    yield at, len(source)


class Loader(cached.Loader, Compiling):
    """Keeps each template compiled once per language; what is written in it is translated before compiling.

    Vietnamese costs one comparison; a page in English is as fast as one in Vietnamese.
    """

    def cache_key(self, template_name: str, skip: list[Origin] | None = None) -> str:
        """Tell the languages apart."""
        key = super().cache_key(template_name, skip)
        return key if _as_written() else f"{get_language()}:{key}"

    def get_contents(self, origin: Origin) -> str:
        """Return the source in the language in use."""
        contents = super().get_contents(origin)
        return contents if _as_written() else translated(contents)


def _as_written() -> bool:
    return get_language() in {None, settings.LANGUAGE_CODE}


def language_names() -> Mapping[str, str]:
    """Return the languages a reader may choose, each by its own name."""
    return dict(settings.LANGUAGES)

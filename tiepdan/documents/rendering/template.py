"""The small language of form texts, readable by a lawyer. What it knows:

one line, one paragraph; a line that starts with two spaces continues the line above
{name}            the value of a field; a dotted blank when an optional field is empty
[ … {name} … ]    left out when a field inside is empty
[name=value: … ]  printed only when the choice field holds that value
**bold**
"= " at the start: centred heading in capitals; "^ ": centred; "~ ": italic (grounds of a decision); "@ name": a table
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tiepdan.infra.errors import TiepdanError

_TOKEN = re.compile(
    r"\{(?P<place>[a-z][a-z0-9_]*)\}"
    r"|(?P<bold>\*\*)"
    r"|\[(?:(?P<name>[a-z][a-z0-9_]*)(?:=(?P<value>[a-z][a-z0-9_]*)|\?):\s*)?(?P<open>)"
    r"|(?P<close>\])"
    r"|(?P<text>[^{}\[\]*]+|\*)"
    r"|(?P<stray>.)"
)
_PREFIXES = {"= ": "heading", "^ ": "centre", "~ ": "basis", "@ ": "table"}


class TemplateError(TiepdanError):
    """A form text cannot be read; says the line (from 0) and what to write instead."""

    def __init__(self, message: str, *, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


class ParagraphStyle(StrEnum):
    BODY = "body"  # justified, first line indented
    HEADING = "heading"  # centred, bold
    CENTRE = "centre"  # centred: "Kính gửi: …"
    BASIS = "basis"  # italic: "Căn cứ …"
    ITEM = "item"  # one entry of a list
    TABLE = "table"  # stands for a whole table


@dataclass(frozen=True, slots=True)
class Text:
    """Words printed as they stand."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """The value of a field."""

    name: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """Parts printed only when the condition holds or, without one, when no field inside is empty."""

    parts: tuple[Text | Place, ...]
    name: str = ""  # field of the condition, empty without one
    value: str = ""  # value of it that lets the parts through; empty: any value


Part = Text | Place | Option


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a form text."""

    style: ParagraphStyle
    parts: tuple[Part, ...]
    number: int  # line in the text, from 0

    def names(self) -> Iterator[tuple[str, bool]]:
        """Yield each field named, and whether it stands inside an optional part."""
        yield from names_of(parts=self.parts)

    def conditions(self) -> Iterator[tuple[str, str]]:
        """Yield each field an optional part depends on, with the value it needs or empty."""
        yield from ((part.name, part.value) for part in self.parts if isinstance(part, Option) and part.name)

    def sole_place(self) -> str:
        """Return the field that is alone on the line, in brackets or not, or empty."""
        only = self.parts[0] if len(self.parts) == 1 else None
        if isinstance(only, Option) and len(only.parts) == 1:
            only = only.parts[0]
        return only.name if isinstance(only, Place) else ""


def names_of(*, parts: tuple[Part, ...]) -> Iterator[tuple[str, bool]]:
    """Yield each field named in parts of a line, and whether it stands inside an optional part."""
    for part in parts:
        if isinstance(part, Place):
            yield part.name, False
        elif isinstance(part, Option):
            yield from ((inner.name, True) for inner in part.parts if isinstance(inner, Place))


def parse_inline(*, text: str, line: int = 0) -> tuple[Part, ...]:
    """Read one line without its prefix.

    Raises TemplateError: stray or nested brackets, bold left open.
    """
    outer: list[Part] = []
    inner: list[Text | Place] | None = None
    condition = ("", "")
    bold = False
    for found in _TOKEN.finditer(text):
        target: list[Part] | list[Text | Place] = outer if inner is None else inner
        if found["place"]:
            target.append(Place(found["place"], bold))
        elif found["bold"]:
            bold = not bold
        elif found["open"] is not None:
            if inner is not None:
                raise TemplateError("optional parts cannot be nested: close the first '[' with ']'", line=line)
            inner, condition = [], (found["name"] or "", found["value"] or "")
        elif found["close"]:
            if inner is None:
                raise TemplateError("']' without '[': remove it or open the optional part", line=line)
            if not inner:
                raise TemplateError("empty optional part '[]': write what it prints or remove it", line=line)
            outer.append(Option(tuple(inner), *condition))
            inner = None
        elif found["stray"]:
            raise TemplateError(
                f"stray {found['stray']!r}: a field is written {{name}} in lower-case Latin letters", line=line
            )
        else:
            target.append(Text(found["text"], bold))
    if inner is not None:
        raise TemplateError("'[' without ']': close the optional part on the same line", line=line)
    if bold:
        raise TemplateError("'**' without its pair: close the bold words on the same line", line=line)
    return tuple(outer)


def parse_body(*, text: str) -> tuple[Line, ...]:
    """Read a whole form text; blank lines are ignored.

    Raises TemplateError: with the line, from 0.
    """
    gathered: list[tuple[int, str]] = []
    for number, raw in enumerate(text.splitlines()):
        if not raw.strip():
            continue
        if raw.startswith("  "):
            if not gathered:
                raise TemplateError("the text starts with a continued line: remove the two spaces", line=number)
            start, before = gathered[-1]
            gathered[-1] = (start, f"{before} {raw.strip()}")
        else:
            gathered.append((number, raw.rstrip()))
    return tuple(_parse_line(raw=raw, number=number) for number, raw in gathered)


def _parse_line(*, raw: str, number: int) -> Line:
    style = _PREFIXES.get(raw[:2], "body")
    text = raw if style == "body" else raw[2:].strip()
    if style == "table":
        if not re.fullmatch(r"[a-z][a-z0-9_]*", text):
            raise TemplateError("a table line is '@ ' and the name of a table field", line=number)
        return Line(ParagraphStyle.TABLE, (Place(text),), number)
    return Line(ParagraphStyle(style), parse_inline(text=text, line=number), number)

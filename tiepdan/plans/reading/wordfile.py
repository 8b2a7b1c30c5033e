"""Text of a DOCX in reading order: automatic numbers written out, tables as rows, letterheads line by line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Final

import docx
from docx.oxml.ns import qn

_MAX_UNPACKED: Final = 400 * 1024 * 1024
_ROMANS: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"


class Damaged(Exception):
    """The file says it is a DOCX and cannot be opened as one."""


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMANS:
        while number >= value:
            out += sign
            number -= value
    return out


def _label(form: str, number: int) -> str:
    if form in {"upperRoman", "lowerRoman"}:
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form in {"upperLetter", "lowerLetter"}:
        letter = _LETTERS[(number - 1) % len(_LETTERS)]
        return letter.upper() if form == "upperLetter" else letter
    return str(number)


class _Numbering:
    """Counts automatic numbers as the word processor would print them."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return
        for abstract in root.findall(qn("w:abstractNum")):
            levels: dict[int, tuple[str, str, int]] = {}
            for level in abstract.findall(qn("w:lvl")):
                form, text, start = (level.find(qn(f"w:{name}")) for name in ("numFmt", "lvlText", "start"))
                levels[int(level.get(qn("w:ilvl"), "0"))] = (
                    form.get(qn("w:val"), "decimal") if form is not None else "decimal",
                    text.get(qn("w:val"), "") if text is not None else "",
                    int(start.get(qn("w:val"), "1")) if start is not None else 1,
                )
            self._levels[abstract.get(qn("w:abstractNumId"), "")] = levels
        for num in root.findall(qn("w:num")):
            ref = num.find(qn("w:abstractNumId"))
            if ref is not None:
                self._abstract[num.get(qn("w:numId"), "")] = ref.get(qn("w:val"), "")

    def label(self, paragraph: Any) -> str:
        """ "1. ", "a) ", "- " before a numbered paragraph; empty for others."""
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if found is None:
            return ""
        num, depth = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
        num_id = num.get(qn("w:val"), "0") if num is not None else "0"
        level = int(depth.get(qn("w:val"), "0")) if depth is not None else 0
        abstract = self._abstract.get(num_id)
        levels = self._levels.get(abstract or "")
        if not abstract or not levels or level not in levels:
            return ""
        form, text, start = levels[level]
        if form == "bullet":
            return "+ " if "+" in text else "- "
        if form == "none":
            return ""
        counts = self._counts.setdefault(abstract, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]

        def printed(match: re.Match[str]) -> str:
            which = int(match.group(1)) - 1
            other = levels.get(which, ("decimal", "", 1))
            return _label(other[0], counts.get(which, other[2]))

        return re.sub(r"%(\d)", printed, text) + " "


def _text(paragraph: Any) -> str:
    """Printed text: runs, tabs, breaks; text taken out by a tracked change is left out."""
    out: list[str] = []
    for node in paragraph.iter():
        if any(parent.tag in {qn("w:txbxContent"), qn("w:del")} for parent in node.iterancestors()):
            continue
        if node.tag == qn("w:t"):
            out.append(node.text or "")
        elif node.tag == qn("w:tab") and node.getparent().tag == qn("w:r"):
            out.append("\t")
        elif node.tag in {qn("w:br"), qn("w:cr")}:
            out.append("\n")
        elif node.tag == qn("w:noBreakHyphen"):
            out.append("-")
    return "".join(out)


def _cell_lines(cell: Any, numbering: _Numbering) -> list[str]:
    lines: list[str] = []
    for paragraph in cell.iter(qn("w:p")):
        lines.extend((numbering.label(paragraph) + _text(paragraph)).split("\n"))
    return [line for line in lines if line.strip()]


def _table(table: Any, numbering: _Numbering) -> Iterator[str]:
    for row in table.iter(qn("w:tr")):
        cells = [_cell_lines(cell, numbering) for cell in row.findall(qn("w:tc"))]
        if len(cells) <= 2:
            # A letterhead or a foot: two columns of lines.
            for lines in zip_longest(*cells, fillvalue=""):
                yield "| " + " | ".join(lines) + " |"
        else:
            yield "| " + " | ".join(" ".join(lines) for lines in cells) + " |"


def docx_text(data: bytes) -> str:
    """Text of a DOCX. Raises `Damaged`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > _MAX_UNPACKED:
                raise Damaged
        document = docx.Document(io.BytesIO(data))
    except Damaged:
        raise
    except Exception as error:  # every kind of broken package ends here: python-docx has no base of its own for them
        raise Damaged from error
    numbering = _Numbering(document)
    lines: list[str] = []
    for child in document.element.body.iterchildren():
        if child.tag == qn("w:p"):
            lines.append(numbering.label(child) + _text(child))
        elif child.tag == qn("w:tbl"):
            lines.extend(_table(child, numbering))
        elif child.tag == qn("w:sdt"):
            lines.extend(numbering.label(p) + _text(p) for p in child.iter(qn("w:p")))
    return "\n".join(lines)

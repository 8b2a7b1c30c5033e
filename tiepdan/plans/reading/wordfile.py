"""Text of a DOCX in reading order: automatic numbers written out, tables as rows, letterheads line by line."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Final

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

_MAX_UNPACKED: Final = 400 * 1024 * 1024
_ROMANS: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"  # as word processors count, also in a Vietnamese document


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
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _numbered_styles(document: Any) -> dict[str, tuple[str, int]]:
    """Styles that number their paragraphs by themselves: (list, level), also from the style they are based on."""
    try:
        styles = {s.get(qn("w:styleId"), ""): s for s in document.styles.element.findall(qn("w:style"))}
    except (KeyError, AttributeError):
        return {}
    out: dict[str, tuple[str, int]] = {}
    for name in styles:
        num_id: str | None = None
        level: int | None = None
        at: str | None = name
        for _ in range(12):
            style = styles.get(at or "")
            if style is None:
                break
            found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None:
                num, depth = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
                num_id = num_id or (num.get(qn("w:val")) if num is not None else None)
                level = int(depth.get(qn("w:val"), "0")) if level is None and depth is not None else level
            base = style.find(qn("w:basedOn"))
            at = base.get(qn("w:val")) if base is not None else None
        if num_id and num_id != "0":
            out[name] = (num_id, level or 0)
    return out


class _Numbering:
    """Counts automatic numbers as the word processor would print them."""

    def __init__(self, document: Any) -> None:
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._restarts: dict[str, dict[int, int]] = {}  # a list that begins anew with a number of its own
        self._styles = _numbered_styles(document)
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
                num_id = num.get(qn("w:numId"), "")
                self._abstract[num_id] = ref.get(qn("w:val"), "")
                for override in num.findall(qn("w:lvlOverride")):
                    start = override.find(qn("w:startOverride"))
                    if start is not None:
                        level = int(override.get(qn("w:ilvl"), "0"))
                        self._restarts.setdefault(num_id, {})[level] = int(start.get(qn("w:val"), "1"))

    def label(self, paragraph: Any) -> str:
        """ "1. ", "a) ", "- " before a numbered paragraph; empty for others."""
        found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        num_id, level = self._styles.get(style.get(qn("w:val"), ""), ("0", 0)) if style is not None else ("0", 0)
        if found is not None:
            num, depth = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
            num_id = num.get(qn("w:val"), "0") if num is not None else num_id
            level = int(depth.get(qn("w:val"), "0")) if depth is not None else level
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
        restart = self._restarts.get(num_id, {}).pop(level, None)
        counts[level] = counts.get(level, start - 1) + 1 if restart is None else restart
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]

        def printed(match: re.Match[str]) -> str:
            which = int(match.group(1)) - 1
            other = levels.get(which, ("decimal", "", 1))
            return _label(other[0], counts.get(which, other[2]))

        return re.sub(r"%(\d)", printed, text) + " "


# Moved or deleted text, boxes (read on their own) and what stands in for a box in an older program.
_OUT: Final = frozenset(qn(f"w:{name}") for name in ("txbxContent", "del", "moveFrom"))
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def _left_out(node: Any, paragraph: Any) -> bool:
    for parent in node.iterancestors():
        if parent is paragraph:
            return False
        if parent.tag in _OUT or parent.tag == _FALLBACK:
            return True
    return False


def _boxes(paragraph: Any, numbering: _Numbering) -> Iterator[str]:
    """Lines of the text boxes anchored in a paragraph."""
    for box in paragraph.iter(qn("w:txbxContent")):
        if any(parent.tag == _FALLBACK for parent in box.iterancestors()):
            continue
        for inner in box.iter(qn("w:p")):
            yield from (numbering.label(inner) + _text(inner)).split("\n")


def _text(paragraph: Any) -> str:
    """Printed text: runs, tabs, breaks; text taken out by a tracked change is left out."""
    out: list[str] = []
    for node in paragraph.iter():
        if node is not paragraph and _left_out(node, paragraph):
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


def _row_cells(row: Any, above: list[list[str]], numbering: _Numbering) -> list[list[str]]:
    """Cells in their columns: one over several columns leaves the others empty, one over several rows is said in each."""
    cells: list[list[str]] = []
    for cell in row.findall(qn("w:tc")):
        span, merged = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}"), cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
        lines = _cell_lines(cell, numbering)
        if (
            merged is not None
            and merged.get(qn("w:val"), "continue") == "continue"
            and not lines
            and len(cells) < len(above)
        ):
            lines = above[len(cells)]
        cells.append(lines)
        cells.extend([] for _ in range(int(span.get(qn("w:val"), "1")) - 1 if span is not None else 0))
    return cells


def _table(table: Any, numbering: _Numbering) -> Iterator[str]:
    cells: list[list[str]] = []
    for row in table.findall(qn("w:tr")):
        cells = _row_cells(row, cells, numbering)
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
    try:
        lines = [*_body(document.element.body, numbering), *_notes(document)]
    except (ValueError, KeyError, AttributeError, SyntaxError) as error:  # a package whose parts contradict each other
        raise Damaged from error
    return "\n".join(lines)


def _body(parent: Any, numbering: _Numbering) -> Iterator[str]:
    """Lines of paragraphs, tables, and what stands in content controls or insertions around them."""
    for child in parent.iterchildren():
        if child.tag == qn("w:p"):
            yield from _boxes(child, numbering)
            yield numbering.label(child) + _text(child)
        elif child.tag == qn("w:tbl"):
            yield from _table(child, numbering)
        elif child.tag in {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}:
            yield from _body(child, numbering)


def _notes(document: Any) -> Iterator[str]:
    """Footnotes, behind everything else: shown and searched, never a duty."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/footnotes") and not relation.is_external:
            root = parse_xml(relation.target_part.blob)
            number = 0
            for note in root.findall(qn("w:footnote")):
                text = " ".join(_text(p) for p in note.iter(qn("w:p"))).strip()
                if note.get(qn("w:type")) is None and text:
                    number += 1
                    yield f"Chú thích {number}: {text}"

"""Draws a composed paper as DOCX, for agencies that finish their papers in a word processor."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell as Cell
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from tiepdan.documents.rendering.compose import (
    MOTTO,
    NATIONAL_TITLE,
    Letterhead,
    Paper,
    Paragraph,
    RenderOptions,
    SignatureBlock,
    Table,
    compose,
)
from tiepdan.documents.rendering.forms import Form, Head, PaperSize, Values
from tiepdan.documents.rendering.screen import DRAFT_MARK
from tiepdan.documents.rendering.template import ParagraphStyle
from tiepdan.documents.rendering.wording import (
    ABOUT_LETTERS,
    SUBJECT_LETTERS,
    even_lines,
    letterhead_lines,
    mark_of_invented_data,
)

_FONT = "Times New Roman"
_TITLE_EMS = 21.8  # width of the national title in bold, in ems of its size, with room for a wider family
_MOTTO_EMS = 12.1
# "15/QĐ-UBND" and "VV-5H2K-8QRT" stay on one line.
_UNBROKEN = re.compile(r"(\d+/(?:\d{4}/)?[^\W\d_]+(?:-[^\W\d_]+)+|\b[A-Z0-9]{2,4}(?:-[A-Z0-9]{4})+(?:-[A-Z0-9]{2})?\b)")


def render_docx(*, form: Form, values: Values, letterhead: Letterhead, options: RenderOptions | None = None) -> bytes:
    """Draw a form as DOCX with the words, fields and order of the PDF; a draft or demo mark stands in the header.

    Raises MissingValue, UnknownValue, WrongValue.
    """
    paper = compose(form=form, values=values, letterhead=letterhead, options=options or RenderOptions())
    return draw_docx(paper=paper, dated_on=letterhead.dated_on)


def draw_docx(*, paper: Paper, dated_on: date | None) -> bytes:
    """Draw a composed paper with the words and order of its PDF."""
    page = _Page(paper)
    page.draw()
    stamp = datetime.combine(dated_on, time()) if dated_on else datetime(2000, 1, 1)  # noqa: DTZ001 - the format has no zone
    about = page.document.core_properties
    about.title, about.author, about.comments = paper.name[:255], paper.agency[:255], ""  # the format holds no more
    about.created = about.modified = stamp
    written = io.BytesIO()
    page.document.save(written)
    return written.getvalue()


class _Page:
    """One document under way."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._a5 = paper.size is PaperSize.A5
        self._small = Pt(8 if self._a5 else 12)
        self._normal = Pt(11 if self._a5 else 13)
        self._large = Pt(12 if self._a5 else 14)
        self.document: Document = docx.Document()

    def draw(self) -> None:
        self._set_page()
        self._set_font()
        self._header()
        self._head()
        self._title()
        for block in self._paper.blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block)
        if self._paper.signatures and self._paper.blocks and not isinstance(self._paper.blocks[-1], Table):
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True  # no signature alone on a page
        self._signatures()
        self._lookup()

    def _lookup(self) -> None:
        """What the citizen keeps to follow the matter, below a line to cut along, smaller than the paper itself."""
        for place, paragraph in enumerate(self._paper.lookup):
            written = self.document.add_paragraph()
            if place == 0:
                written.paragraph_format.space_before = Pt(8)
                _line_above(written, kind="dashed")
            for span in paragraph.spans:
                run = written.add_run(span.text)
                run.bold, run.font.size = span.bold, Pt(9.5 if self._a5 else 11)

    def _set_page(self) -> None:
        section = self.document.sections[0]
        width, height = (Mm(148), Mm(210)) if self._a5 else (Mm(210), Mm(297))
        if self._paper.size is PaperSize.A4_LANDSCAPE:
            section.orientation = WD_ORIENT.LANDSCAPE
            width, height = height, width
        section.page_width, section.page_height = width, height
        section.top_margin, section.bottom_margin = (Mm(12), Mm(10)) if self._a5 else (Mm(20), Mm(20))
        section.left_margin, section.right_margin = (Mm(18), Mm(12)) if self._a5 else (Mm(30), Mm(15))
        section.header_distance = Mm(5 if self._a5 else 9)

    def _set_font(self) -> None:
        style = self.document.styles["Normal"]
        style.font.name, style.font.size = _FONT, self._normal
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), _FONT)
        style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.space_before = Pt(0)

    def _header(self) -> None:
        """Number every page but the first; marks stand on all."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = ALIGN.CENTER
        _page_number(number)
        marks = [
            mark
            for mark, wanted in (
                (mark_of_invented_data(), self._paper.options.demo),
                (DRAFT_MARK, self._paper.options.draft),
            )
            if wanted
        ]
        for header in (section.first_page_header, section.header) if marks else ():
            written = header.paragraphs[0] if header is section.first_page_header else header.add_paragraph()
            written.alignment = ALIGN.CENTER
            run = written.add_run(" – ".join(marks))
            run.bold, run.font.color.rgb = True, RGBColor(0xA0, 0x10, 0x10)

    def _head(self) -> None:
        paper = self._paper
        if paper.head is Head.NONE:
            return
        section = self.document.sections[0]
        usable = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        if paper.head is Head.CITIZEN:
            title = self.document.add_paragraph()
            self._national(title, None, width=usable)
            day = self.document.add_paragraph()
            day.paragraph_format.space_before = Pt(6)
            day.alignment = ALIGN.RIGHT
            day.add_run(paper.place_and_date).italic = True
            return
        titled = int(self._small * _TITLE_EMS)
        grid = self._grid(rows=2, widths=(usable - titled, titled))
        left, right = grid[0]
        first = left.paragraphs[0]
        if paper.parent_agency:
            self._centred(first, _lines(letterhead_lines(name=paper.parent_agency.upper())), size=self._small)
            first = left.add_paragraph()
        self._centred(first, _lines(letterhead_lines(name=paper.agency.upper())), size=self._small, bold=True)
        _rule_below(first, indent=Length(int((usable - titled) * 0.3)))
        self._national(right.paragraphs[0], right, width=titled - int(Mm(1)))
        left, right = grid[1]
        spot = left.paragraphs[0]
        spot.paragraph_format.space_before = Pt(6)
        if paper.number:
            self._centred(spot, paper.number, size=self._normal)
        if paper.about:
            about = _lines(even_lines(text=paper.about, most=ABOUT_LETTERS))
            self._centred(left.add_paragraph() if paper.number else spot, about, size=self._small)
        day = right.paragraphs[0]
        day.paragraph_format.space_before = Pt(6)
        self._centred(day, paper.place_and_date, size=self._normal)
        day.runs[0].italic = True

    def _national(self, first: WordParagraph, cell: Cell | None, *, width: int) -> None:
        """The rule under the motto is as long as the motto."""
        self._centred(first, NATIONAL_TITLE, size=self._small, bold=True)
        motto = cell.add_paragraph() if cell else self.document.add_paragraph()
        size = Length(self._small + Pt(1))
        self._centred(motto, MOTTO, size=size, bold=True)
        _rule_below(motto, indent=Length((width - int(size * _MOTTO_EMS)) // 2))

    def _title(self) -> None:
        if self._paper.heading:
            title = self.document.add_paragraph()
            self._centred(title, self._paper.heading.upper(), size=self._large, bold=True)
            title.paragraph_format.space_before = Pt(6 if self._a5 else 14)
        if self._paper.subject:
            subject = self.document.add_paragraph()
            words = _lines(even_lines(text=self._paper.subject, most=SUBJECT_LETTERS))
            self._centred(subject, words, size=self._large, bold=True)
            rule = _rule_below(subject, indent=Mm(45 if self._a5 else 62))
            rule.paragraph_format.space_after = Pt(4 if self._a5 else 8)
        elif not self._paper.heading:
            self._gap(Pt(6), keep=False)

    def _paragraph(self, paragraph: Paragraph) -> None:
        written = self.document.add_paragraph()
        form = written.paragraph_format
        form.space_before = Pt(2.5 if self._a5 else 6)
        if paragraph.style in {ParagraphStyle.HEADING, ParagraphStyle.CENTRE}:
            written.alignment = ALIGN.CENTER
            form.keep_with_next = paragraph.style is ParagraphStyle.HEADING or _is_title(paragraph)
        else:
            written.alignment = ALIGN.JUSTIFY
            form.first_line_indent = Mm(6) if self._a5 else Mm(12.7)
            form.keep_with_next = True if _is_title(paragraph) else None
        for span in paragraph.spans:
            run = written.add_run()
            _write(run, span.text)
            run.bold = span.bold or paragraph.style is ParagraphStyle.HEADING
            run.italic = paragraph.style is ParagraphStyle.BASIS

    def _table(self, table: Table) -> None:
        self._gap(Pt(6), keep=True)  # the words above stay with the head of the table
        grid = self.document.add_table(rows=1 + len(table.rows), cols=len(table.headers))
        grid.style = "Table Grid"
        size = Pt(9) if self._paper.size is PaperSize.A4_LANDSCAPE else Length(self._normal - Pt(1))
        for cell, text in zip(grid.rows[0].cells, table.headers, strict=True):
            self._centred(cell.paragraphs[0], text, size=size, bold=True)
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
        section = self.document.sections[0]
        usable = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        grid.autofit = False
        _set_widths(grid, [usable * share // sum(table.widths) for share in table.widths])
        _set_cell_margins(grid, "57")
        mark = OxmlElement("w:tblHeader")
        grid.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no way to repeat a header row
        for row, texts in zip(grid.rows[1:], table.rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                run = cell.paragraphs[0].add_run()
                _write(run, text)
                run.font.size = size
        for row in grid.rows:
            for cell in row.cells:
                form = cell.paragraphs[0].paragraph_format
                form.space_before = form.space_after = Pt(2)
        self._gap(Pt(4), keep=False)

    def _signatures(self) -> None:
        blocks = self._paper.signatures
        section = self.document.sections[0]
        usable = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        if self._paper.signed_by_head and blocks:
            rows = self._grid(rows=2, widths=(usable // 2, usable // 2), spaced=True)
            self._recipients(rows[0][0])
            self._signature(rows[0][1], rows[1][1], blocks[0])
            for spot in rows[0][0].paragraphs:
                spot.paragraph_format.keep_with_next = True  # the name stays with the words above it
            return
        across = 2 if len(blocks) in {1, 2, 4} else 3
        for start in range(0, len(blocks), across):
            widths = (usable // across,) * across if len(blocks) > 1 else (usable * 2 // 5, usable * 3 // 5)
            above, below = self._grid(rows=2, widths=widths, spaced=True)
            first = across - 1 if len(blocks) == 1 else 0  # a single signature stands on the right
            for at, block in enumerate(blocks[start : start + across], start=first):
                self._signature(above[at], below[at], block, room=Mm(14) if len(blocks) > across else None)
            if start + across < len(blocks):  # who signs in a second row signs the same page
                for cell in below:
                    cell.paragraphs[0].paragraph_format.keep_with_next = True
        if self._paper.recipients and blocks:  # a book is sent to nobody
            self._recipients(self._grid(rows=1, widths=(usable,))[0][0])

    def _signature(self, above: Cell, below: Cell, block: SignatureBlock, *, room: Length | None = None) -> None:
        """Names have a row of their own: they stand on one line even when the words above one take two.

        room: for the signature and the seal, when less than usual
        """
        spots = iter(above.paragraphs)
        for line in block.lines:
            self._centred(next(spots, None) or above.add_paragraph(), line.upper(), size=self._normal, bold=True)
        if block.note:
            note = next(spots, None) or above.add_paragraph()
            self._centred(note, block.note, size=Length(self._normal - Pt(1.5)))
            note.runs[0].italic = True
        for spot in above.paragraphs:
            spot.paragraph_format.keep_with_next = True
        name = below.paragraphs[0]
        self._centred(name, block.name, size=self._normal, bold=True)
        name.paragraph_format.space_before = room or Mm(13 if self._a5 else 20)

    def _recipients(self, cell: Cell) -> None:
        if not self._paper.recipients:
            return
        title = cell.paragraphs[0].add_run("Nơi nhận:")
        title.bold, title.italic, title.font.size = True, True, Pt(9 if self._a5 else 12)
        for line in self._paper.recipients:
            cell.add_paragraph().add_run(f"- {line}").font.size = Pt(8.5 if self._a5 else 11)

    def _grid(self, *, rows: int, widths: Sequence[int], spaced: bool = False) -> list[tuple[Cell, ...]]:
        """Add a table without lines; Word needs a paragraph between two tables or it joins them."""
        if spaced:
            self._gap(Pt(8), keep=True)
        table = self.document.add_table(rows=rows, cols=len(widths))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - rows have no interface for it
        _set_widths(table, widths)
        _set_cell_margins(table, "85" if len(widths) > 2 else "28")
        return [tuple(row.cells) for row in table.rows]

    def _gap(self, height: Length, *, keep: bool) -> None:
        gap = self.document.add_paragraph()
        gap.paragraph_format.keep_with_next = keep
        gap.paragraph_format.line_spacing = height

    def _centred(self, spot: WordParagraph, text: str, *, size: Length, bold: bool = False) -> None:
        spot.alignment = ALIGN.CENTER
        run = spot.add_run(text)
        run.font.size, run.bold = size, bold


def _is_title(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is bold as a whole, as titles of parts are: it stays with what follows."""
    return bool(paragraph.spans) and all(span.bold for span in paragraph.spans)


def _set_widths(table: WordTable, widths: Sequence[int]) -> None:
    """Set the widths where each program looks for them: Word in the cells, LibreOffice in the grid of columns."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Length(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Length(width)


def _set_cell_margins(table: WordTable, twips: str) -> None:
    """Narrow the margins inside the cells, or the national title would need two lines."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), twips)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - python-docx has no interface for margins
    if look is None:
        table._tbl.tblPr.append(margins)  # noqa: SLF001 - the same
    else:
        look.addprevious(margins)


def _lines(lines: Sequence[str]) -> str:
    return "\n".join(lines)


def _rule_below(spot: WordParagraph, *, indent: Length) -> WordParagraph:
    """Draw a rule under a paragraph, shorter than it by an indent on each side."""
    following = OxmlElement("w:p")
    spot._p.addnext(following)  # noqa: SLF001 - python-docx cannot add a paragraph after a given one
    rule = WordParagraph(following, spot._parent)  # noqa: SLF001 - the same
    _line_above(rule, kind="single")
    rule.paragraph_format.left_indent = rule.paragraph_format.right_indent = indent
    rule.paragraph_format.space_before = Pt(2)
    rule.paragraph_format.line_spacing = Pt(3)
    return rule


def _line_above(spot: WordParagraph, *, kind: str) -> None:
    """Draw a line over the width of a paragraph: single, dashed."""
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", kind), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    # Before spacing and indent: the format wants borders in front of them.
    properties = spot._p.get_or_add_pPr()  # noqa: SLF001 - paragraph borders have no interface
    after = next((one for one in properties if one.tag in {qn("w:spacing"), qn("w:ind"), qn("w:jc")}), None)
    if after is None:
        properties.append(borders)
    else:
        after.addprevious(borders)


def _write(run: Run, words: str) -> None:
    """Write words; the hyphens of a number or code are such that no line ends after them."""
    for at, part in enumerate(_UNBROKEN.split(words)):
        if at % 2 == 0:
            run.add_text(part)
            continue
        first, *others = part.split("-")
        run.add_text(first)
        for other in others:
            run._r.append(OxmlElement("w:noBreakHyphen"))  # noqa: SLF001 - python-docx reads it, but writes none
            run.add_text(other)


def _page_number(spot: WordParagraph) -> None:
    run = spot.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)  # noqa: SLF001 - fields have no interface

"""Binds papers and files into one dossier: a paged PDF with cover, contents and stamps, or a ZIP with an index. Plain Python."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pypdf
import typst
from PIL import Image
from pypdf.errors import PyPdfError

from tiepdan.documents.rendering.cleaning import clean_line
from tiepdan.documents.rendering.pdf import serif_family
from tiepdan.documents.rendering.wording import short_date

_ENDINGS = {
    "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/tiff": "tif", "image/webp": "webp",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}  # fmt: skip
_LINES = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (left: 30mm, right: 20mm, y: 20mm))
#set text(font: (data.font, "Libertinus Serif"), size: 12pt, lang: "vi")
#align(center, strong(upper(data.title)))
#v(4mm)
#for group in data.groups {
  block(breakable: false, below: 3mm, strong(group.head))
  for line in group.lines { block(inset: (left: 5mm), above: 2mm, line) }
  v(4mm)
}
"""
_COVER = """
#let d = json(bytes(sys.inputs.data))
#set document(title: d.title, date: none)
#set page(paper: "a4", margin: (top: 20mm, bottom: 22mm, left: 30mm, right: 15mm))
#set text(font: (d.font, "Libertinus Serif"), size: 13pt, lang: "vi", hyphenate: false)
#align(center)[#upper(d.agency) #v(30mm) #text(size: 22pt, weight: "bold")[HỒ SƠ] #v(4mm)
#text(size: 15pt, weight: "bold", d.title) #v(6mm) #d.lines.map(one => [#one]).join(linebreak())]
#pagebreak()
#align(center, text(weight: "bold", size: 14pt)[MỤC LỤC]) #v(4mm)
#set text(size: 11pt)
#table(columns: (auto, 1fr, auto, auto, auto), stroke: 0.5pt, inset: 5pt,
  table.header([*STT*], [*Văn bản, tài liệu*], [*Ngày*], [*Từ trang*], [*Số trang*]),
  ..d.rows.flatten().map(cell => [#cell]))
"""
_STAMPS = """
#let d = json(bytes(sys.inputs.data))
#set text(font: (d.font, "Libertinus Serif"), size: 9pt)
#for one in d.pages {
  page(width: one.width * 1pt, height: one.height * 1pt, margin: 0pt, fill: none,
    place(bottom + right, dx: -8mm, dy: -6mm, box(fill: white, inset: 2pt, stroke: 0.4pt, one.words)))
}
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One paper or file of a dossier."""

    title: str
    on: date | None
    data: bytes  # empty: withheld, only its line stands in the contents
    media_type: str = "application/pdf"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the first page."""

    agency: str
    title: str
    lines: tuple[str, ...]
    mark: str  # short name on each page


def bind_pdf(*, cover: Cover, parts: Sequence[Part]) -> bytes:
    """Bind everything into one PDF; every page carries its number of all.

    A file that has no pages of its own (DOCX, or one that cannot be read) has a line in the contents that says so.
    """
    sheets = [_pages(part) for part in parts]
    front = _front(cover, parts, sheets, first=3)
    count = len(front.pages)
    if count != 2:  # contents longer than a page move everything behind them
        front = _front(cover, parts, sheets, first=count + 1)
    out = pypdf.PdfWriter()
    for reader in (front, *(one for one in sheets if one is not None)):
        for page in reader.pages:
            out.add_page(page)
    _stamp(out, cover.mark)
    out.add_metadata({"/Title": cover.title, "/Author": cover.agency})
    at = len(front.pages)
    for part, sheet in zip(parts, sheets, strict=True):
        if sheet is not None:
            out.add_outline_item(title=part.title, page_number=at)
            at += len(sheet.pages)
    written = io.BytesIO()
    out.write(written)
    return written.getvalue()


def bind_zip(*, cover: Cover, parts: Sequence[Part]) -> bytes:
    """Pack every file with an index; names are numbered and without diacritics of persons."""
    written = io.BytesIO()
    lines = [cover.title, *cover.lines, ""]
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, part in enumerate(parts, start=1):
            day = f", {short_date(on=part.on)}" if part.on else ""
            if not part.data:
                lines.append(f"{number:03d}  {clean_line(part.title)}{day}: {part.note or 'không kèm'}")
                continue
            name = f"{number:03d}.{_ENDINGS.get(part.media_type, 'bin')}"
            packed.writestr(zipfile.ZipInfo(name), part.data)
            lines.append(f"{name}  {clean_line(part.title)}{day}{'; ' + part.note if part.note else ''}")
        packed.writestr(zipfile.ZipInfo("000-muc-luc.txt"), "\n".join(lines) + "\n")
    return written.getvalue()


def _pages(part: Part) -> pypdf.PdfReader | None:
    if not part.data:
        return None
    try:
        if part.media_type == "application/pdf":
            reader = pypdf.PdfReader(io.BytesIO(part.data))
            return reader if len(reader.pages) else None
        if part.media_type.startswith("image/"):
            drawn = io.BytesIO()
            picture = Image.open(io.BytesIO(part.data)).convert("RGB")
            picture.thumbnail((1500, 2150))
            sheet = Image.new("RGB", (1654, 2339), "white")  # A4 at 200 dots an inch
            sheet.paste(picture, ((1654 - picture.width) // 2, (2339 - picture.height) // 2))
            sheet.save(drawn, "PDF", resolution=200)
            return pypdf.PdfReader(drawn)
    except (PyPdfError, OSError, ValueError, Image.DecompressionBombError):
        return None
    return None


def _front(
    cover: Cover, parts: Sequence[Part], sheets: Sequence[pypdf.PdfReader | None], *, first: int
) -> pypdf.PdfReader:
    rows, at = [], first
    for number, (part, sheet) in enumerate(zip(parts, sheets, strict=True), start=1):
        count = len(sheet.pages) if sheet is not None else 0
        words = clean_line(part.title) + (f" ({part.note})" if part.note else "")
        if not count and not part.note:
            words += " (tệp rời, không có trang)"
        day = short_date(on=part.on) if part.on else ""
        rows.append(
            [
                str(number),
                re.sub(r"\S{40,}", lambda m: m[0][:40] + "…", words),
                day,
                str(at) if count else "–",
                str(count),
            ]
        )
        at += count
    data = {
        "agency": cover.agency, "title": cover.title, "lines": list(cover.lines), "rows": rows, "font": serif_family(),
    }  # fmt: skip
    return _drawn(_COVER, data)


def lines_pdf(*, title: str, groups: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """Draw a sheet of headings with lines under them.

    Cost: tens of milliseconds
    """
    data = {
        "title": title, "font": serif_family(),
        "groups": [{"head": clean_line(head), "lines": [clean_line(line) for line in lines]} for head, lines in groups],
    }  # fmt: skip
    made = typst.compile(_LINES.encode(), format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)})
    if not isinstance(made, bytes):
        raise TypeError("typst returned no single PDF")
    return made


def _stamp(out: pypdf.PdfWriter, mark: str) -> None:
    total = len(out.pages)
    pages = [
        {
            "width": float(page.mediabox.width),
            "height": float(page.mediabox.height),
            "words": f"{mark} · trang {at}/{total}",
        }
        for at, page in enumerate(out.pages, start=1)
    ]
    stamps = _drawn(_STAMPS, {"pages": pages, "font": serif_family()})
    for page, stamp in zip(out.pages, stamps.pages, strict=True):
        page.transfer_rotation_to_content()
        page.merge_page(stamp)


def _drawn(source: str, data: Mapping[str, object]) -> pypdf.PdfReader:
    made = typst.compile(source.encode(), format="pdf", sys_inputs={"data": json.dumps(data, ensure_ascii=False)})
    if not isinstance(made, bytes):
        raise TypeError("typst returned no single PDF")
    return pypdf.PdfReader(io.BytesIO(made))

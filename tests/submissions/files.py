"""Small real files."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx
import typst
from PIL import Image


def pdf_bytes(text: str) -> bytes:
    """A PDF of one page with a text layer."""
    # Without a date the same text gives the same bytes, a second later too.
    made = typst.compile(f"#set document(date: none)\n#let t = {_quoted(text)}\n#t".encode(), format="pdf")
    assert isinstance(made, bytes)
    return made


@cache
def docx_bytes(text: str) -> bytes:
    """A DOCX with one paragraph; made once, since its archive carries the time."""
    document = docx.Document()
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def image_bytes(kind: str = "PNG") -> bytes:
    """A small picture."""
    out = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(out, format=kind)
    return out.getvalue()


def zip_bytes(*names: str) -> bytes:
    """A ZIP holding empty files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return out.getvalue()


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

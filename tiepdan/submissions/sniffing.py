"""What a file really is, whatever its name says; its first page as a small picture; the words inside. No Django."""

from __future__ import annotations

import io
import warnings
import zipfile
from dataclasses import dataclass
from typing import Final

import docx
import puremagic
import pypdf
import pypdfium2
from PIL import Image, UnidentifiedImageError

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
IMAGES: Final = {"JPEG": "image/jpeg", "PNG": "image/png", "TIFF": "image/tiff", "WEBP": "image/webp"}
EXTENSIONS: Final = {
    PDF: ".pdf", DOCX: ".docx", "image/jpeg": ".jpg", "image/png": ".png", "image/tiff": ".tif", "image/webp": ".webp",
}  # fmt: skip
_PIXELS: Final = 120_000_000  # an A3 page at 600 dpi has 70 million
_UNPACKED_BYTES: Final = 200 * 1024 * 1024
_THUMBNAIL: Final = (360, 480)
_PAGES_READ: Final = 300
_CHARACTERS: Final = 500_000


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A file that may be stored."""

    media_type: str
    pages: int | None


def sniff(*, data: bytes, limit_bytes: int) -> Sniffed | Refused:
    """Say what a file is by its bytes. PDF, JPEG, PNG, TIFF, WEBP and DOCX are taken, when they can be read.

    Returns Refused: file_empty, file_too_large, file_type_not_allowed, file_damaged, file_has_macros.
    """
    if not data:
        return Refused("file_empty")
    if len(data) > limit_bytes:
        return Refused("file_too_large", facts={"limit": f"{limit_bytes // (1024 * 1024)} MB"})
    try:
        found = puremagic.from_string(data[:4096])
    except puremagic.PureError:
        found = ""
    if data.startswith(b"%PDF-"):
        return _pdf(data)
    if data.startswith(b"PK\x03\x04"):
        return _docx(data)
    if found in {".jpg", ".jpeg", ".jfif", ".png", ".tif", ".tiff", ".webp"} or data[8:12] == b"WEBP":
        return _image(data)
    return Refused("file_type_not_allowed", facts={"found": found or "?"})


def thumbnail(*, data: bytes, media_type: str) -> bytes:
    """Return the first page as PNG, or nothing when the format has no picture."""
    if media_type == PDF:
        document = pypdfium2.PdfDocument(data)
        try:
            if len(document) == 0:
                return b""
            page = document[0]
            scale = _THUMBNAIL[1] / max(page.get_height(), page.get_width(), 1)
            picture = page.render(scale=scale).to_pil()
        except pypdfium2.PdfiumError:
            return b""
        finally:
            document.close()
    elif media_type in IMAGES.values():
        picture = Image.open(io.BytesIO(data))
    else:
        return b""
    picture.thumbnail(_THUMBNAIL)
    out = io.BytesIO()
    picture.convert("RGB").save(out, format="PNG", optimize=True)  # writes: to memory
    return out.getvalue()


def text_of(*, data: bytes, media_type: str) -> str:
    """Return the text layer of a PDF or DOCX; a scan or picture has none."""
    if media_type == PDF:
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            pages = (page.extract_text() or "" for page in reader.pages[:_PAGES_READ])
            return "\n".join(pages).replace("\x00", "")[:_CHARACTERS].strip()
        except (pypdf.errors.PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return ""  # pypdf raises all of these on malformed files
    if media_type == DOCX:
        document = docx.Document(io.BytesIO(data))
        cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
        lines = [*(paragraph.text for paragraph in document.paragraphs), *cells]
        return "\n".join(lines)[:_CHARACTERS].strip()
    return ""


def may_attach(*, count: int, most: int) -> Verdict:
    """Say whether one more file may be added."""
    return ALLOWED if count < most else Refused("too_many_files", facts={"most": str(most)})


def _pdf(data: bytes) -> Sniffed | Refused:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return Refused("file_damaged")
    try:
        return Sniffed(media_type=PDF, pages=len(document)) if len(document) else Refused("file_damaged")
    finally:
        document.close()


def _docx(data: bytes) -> Sniffed | Refused:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except zipfile.BadZipFile:
        return Refused("file_damaged")
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        return Refused("file_type_not_allowed", facts={"found": ".zip"})
    if any(name.endswith("vbaProject.bin") for name in names):
        return Refused("file_has_macros")
    if unpacked > _UNPACKED_BYTES:
        return Refused("file_damaged")
    try:
        docx.Document(io.BytesIO(data))
    except (KeyError, ValueError, SyntaxError):  # python-docx and lxml on malformed packages
        return Refused("file_damaged")
    return Sniffed(media_type=DOCX, pages=None)


def _image(data: bytes) -> Sniffed | Refused:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                kind, pixels = picture.format, picture.width * picture.height
                frames = getattr(picture, "n_frames", 1)
                if kind not in IMAGES:
                    return Refused("file_type_not_allowed", facts={"found": kind or "?"})
                if pixels > _PIXELS:
                    return Refused("file_damaged")
                picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError,
            Image.DecompressionBombWarning):  # fmt: skip
        return Refused("file_damaged")
    return Sniffed(media_type=IMAGES[kind], pages=frames)

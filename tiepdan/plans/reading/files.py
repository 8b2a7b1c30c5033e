"""A file becomes text, or an error that says what is wrong with it and what to do. Nothing is stored here."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes
from enum import StrEnum
from pathlib import Path
from typing import Final

import pypdf
import pypdfium2
from PIL import Image

from tiepdan.infra.errors import TiepdanError
from tiepdan.plans.reading.decode import decode_text
from tiepdan.plans.reading.htmlfile import declared_charset, html_text
from tiepdan.plans.reading.pdffile import pdf_pages
from tiepdan.plans.reading.scanned import Doubt, page_text, prepared
from tiepdan.plans.reading.wordfile import Damaged, docx_text

MAX_BYTES: Final = 200 * 1024 * 1024
_OCR_SECONDS: Final = 180  # one page
_PAGE_LETTERS: Final = 25  # a page with fewer letters is an image
_SCAN_DPI: Final = 300
_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
_NOT_PLAIN: Final = frozenset(
    ("docx", "docm", "doc", "pdf", "png", "jpg", "jpeg", "tif", "tiff", "xlsx", "xls", "odt", "zip", "rar")
)
_OTHER_PACKAGES: Final = {
    b"xl/workbook": "bảng tính Excel", b"ppt/presentation": "bản trình chiếu",
    b"opendocument.text": "văn bản OpenDocument (.odt), hãy lưu thành .docx",
}  # fmt: skip
Progress = Callable[[int, int], None]


class FileProblem(StrEnum):
    """Why a file cannot be read; stable codes."""

    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    WRONG_TYPE = "wrong_type"
    DAMAGED = "damaged"
    OCR_FAILED = "ocr_failed"


class UnreadableFile(TiepdanError):
    """A file that cannot be read; the text is for the user."""

    def __init__(self, problem: FileProblem, message: str) -> None:
        super().__init__(message)
        self.problem = problem
        self.message = message


@dataclass(frozen=True, slots=True)
class FileText:
    """Text of a file, the format it came in ("docx", "pdf", "txt", "html", "scan") and its pages where it has any."""

    text: str
    format: str
    pages: int | None = None
    doubts: tuple[Doubt, ...] = ()  # words that a scan shows badly


_INSTALL: Final = (
    "Cài Tesseract kèm tiếng Việt (Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-vie) rồi đọc lại, "
    "hoặc gửi bản có chữ (DOCX, PDF)."
)


def _problem(problem: FileProblem, name: str, message: str) -> UnreadableFile:
    return UnreadableFile(problem, f"{name}: {message}")


def read_file(*, path: Path, progress: Progress | None = None) -> FileText:
    """Text of a file on disk. Raises `UnreadableFile`, also when the file is not there."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise _problem(FileProblem.WRONG_TYPE, path.name, "không phải là tệp.")
        if size > MAX_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise _problem(
            FileProblem.DAMAGED, path.name, "không mở được tệp (không có hoặc không có quyền đọc)."
        ) from error
    return read_bytes(data=data, name=path.name, progress=progress)


def _too_large(name: str) -> UnreadableFile:
    return _problem(
        FileProblem.TOO_LARGE,
        name,
        f"tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB. Tách bớt phụ lục, hình ảnh rồi thử lại.",
    )


def read_bytes(*, data: bytes, name: str, progress: Progress | None = None) -> FileText:
    """Text of a file's bytes; the kind is told by the content, not by the name. Raises `UnreadableFile`.

    `progress(done, pages)` is called for each scanned page.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if not data.strip(b"\x00 \t\r\n\f"):
        raise _problem(FileProblem.EMPTY, name, "tệp trống.")
    if data.startswith(b"PK\x03\x04"):
        return _docx(data, name)
    if data[:600].lstrip().startswith(b"MIME-Version:"):
        return _web_archive(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _problem(FileProblem.ENCRYPTED, name, "tệp có mật khẩu. Bỏ mật khẩu rồi gửi lại.")
        raise _problem(
            FileProblem.WRONG_TYPE, name, "tệp .doc kiểu cũ. Mở bằng Word hoặc LibreOffice và lưu thành .docx."
        )
    if b"%PDF-" in data[:1024]:
        return _pdf(data, name, progress)
    if data.startswith(_IMAGES):
        return _scan(_frames(data), name, progress)
    if data.startswith(b"{\\rtf"):
        raise _problem(FileProblem.WRONG_TYPE, name, "tệp RTF chưa đọc được. Lưu thành .docx rồi gửi lại.")
    return _plain(data, name)


def _docx(data: bytes, name: str) -> FileText:
    for sign, what in _OTHER_PACKAGES.items():
        if sign in data and b"word/document" not in data:
            raise _problem(FileProblem.WRONG_TYPE, name, f"tệp là {what}. Nhận DOCX, PDF, TXT, HTML và ảnh quét.")
    if b"word/" not in data:
        raise _problem(FileProblem.WRONG_TYPE, name, "không phải văn bản. Nhận DOCX, PDF, TXT, HTML và ảnh quét.")
    try:
        text = docx_text(data)
    except Damaged as error:
        raise _problem(FileProblem.DAMAGED, name, "tệp DOCX hỏng, không mở được.") from error
    return FileText(_some(text, name), "docx")


def _some(text: str, name: str) -> str:
    if not re.search(r"\w", text):
        raise _problem(FileProblem.EMPTY, name, "không có chữ nào trong tệp.")
    return text


def _plain(data: bytes, name: str) -> FileText:
    head = data[:2048].lower()
    page = b"<html" in head or b"<!doctype html" in head or b"<body" in head or "<html".encode("utf-16-le") in head
    suffix = name.rpartition(".")[2].lower() if "." in name else ""
    text = decode_text(data, declared=declared_charset(data) if page else None)
    if text is not None and not page and suffix in _NOT_PLAIN:
        raise _problem(
            FileProblem.WRONG_TYPE,
            name,
            f"tên tệp kết thúc bằng .{suffix} nhưng nội dung không phải loại đó (có thể chỉ bị đổi tên). "
            "Mở bằng chương trình đã tạo ra tệp và lưu lại thành .docx hoặc .pdf; văn bản thuần thì đặt đuôi .txt.",
        )
    if text is None and not page and b"\x00" not in data and _mostly_text(data):
        raise _problem(
            FileProblem.WRONG_TYPE,
            name,
            "không nhận ra bảng mã chữ Việt (nhận Unicode, windows-1258, TCVN3, VNI). Mở bằng Word và lưu thành .docx.",
        )
    if text is None:
        raise _problem(FileProblem.WRONG_TYPE, name, "không phải văn bản. Nhận DOCX, PDF, TXT, HTML và ảnh quét.")
    if page:
        return FileText(_some(html_text(text), name), "html")
    return FileText(_some(text, name), "txt")


def _mostly_text(data: bytes) -> bool:
    sample = data[:4000]
    return sum(1 for byte in sample if byte < 32 and byte not in b"\t\n\r\f\v\x1a") <= max(2, len(sample) // 100)


def _web_archive(data: bytes, name: str) -> FileText:
    """The page in a file saved as "Single File Web Page" (.mht)."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            held = part.get_payload(decode=True)
            if isinstance(held, bytes) and held.strip():
                charset = part.get_content_charset() or declared_charset(held)
                text = decode_text(held, declared=charset)
                return FileText(_some(html_text(text or ""), name), "html")
    raise _problem(FileProblem.WRONG_TYPE, name, "không có trang văn bản nào trong tệp lưu từ web.")


def _pdf(data: bytes, name: str, progress: Progress | None) -> FileText:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _problem(FileProblem.ENCRYPTED, name, "tệp PDF có mật khẩu. Bỏ mật khẩu rồi gửi lại.")
        count = len(reader.pages)
        pages = _pdf_texts(data) if count else []
    except UnreadableFile:
        raise
    except Exception as error:  # a broken PDF ends in any of a dozen errors of the library
        raise _problem(FileProblem.DAMAGED, name, "tệp PDF hỏng, không mở được.") from error
    if not pages:
        raise _problem(FileProblem.EMPTY, name, "tệp PDF không có trang nào.")
    letters = sum(c.isalpha() for page in pages for c in page)
    if letters >= _PAGE_LETTERS * min(len(pages), 4):
        return FileText("\f".join(pages), "pdf", len(pages))
    _tesseract(name)
    return _scan(_rendered(data), name, progress)


def _pdf_texts(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return list(pdf_pages(document))
    finally:
        document.close()


def _rendered(data: bytes) -> list[bytes]:
    """Pages of a PDF as PNG images."""
    document = pypdfium2.PdfDocument(data)
    images: list[bytes] = []
    for page in document:
        held = io.BytesIO()
        page.render(scale=_SCAN_DPI / 72).to_pil().save(held, format="PNG")
        images.append(held.getvalue())
    return images


def _frames(data: bytes) -> list[bytes]:
    """Pages of a picture as pictures of their own: a TIFF holds several. A picture that cannot be opened stays as it is."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            count = getattr(picture, "n_frames", 1)
            if count < 2:
                return [data]
            frames: list[bytes] = []
            for index in range(count):
                picture.seek(index)
                held = io.BytesIO()
                picture.convert("L").save(held, format="PNG")
                frames.append(held.getvalue())
            return frames
    except (OSError, SyntaxError, ValueError):
        return [data]


def _tesseract(name: str) -> str:
    """Path of the program, when it and Vietnamese are installed."""
    program = shutil.which("tesseract")
    if program is None:
        raise _problem(FileProblem.NO_TEXT, name, f"chỉ có hình ảnh, không có chữ. {_INSTALL}")
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    if "vie" not in (known.stdout + known.stderr).split():
        raise _problem(FileProblem.NO_TEXT, name, f"Tesseract chưa có tiếng Việt. {_INSTALL}")
    return program


def _seen(program: str, image: bytes, name: str, page: int) -> str:
    """Words of a picture with their places, as Tesseract prints them."""
    with tempfile.NamedTemporaryFile(suffix=".png") as held:
        held.write(image)
        held.flush()
        try:
            run = subprocess.run(
                [program, held.name, "stdout", "-l", "vie", "--psm", "4", "tsv"],
                capture_output=True,
                timeout=_OCR_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise _problem(FileProblem.OCR_FAILED, name, f"trang {page} đọc quá {_OCR_SECONDS} giây.") from error
    if run.returncode != 0:
        raise _problem(FileProblem.OCR_FAILED, name, f"Tesseract không đọc được trang {page}.")
    return run.stdout.decode("utf-8", errors="replace")


def _scan(images: list[bytes], name: str, progress: Progress | None) -> FileText:
    """Text of scanned pages through Tesseract `vie`."""
    program = _tesseract(name)
    pages: list[str] = []
    doubts: list[Doubt] = []
    length = 0
    for done, image in enumerate(images, start=1):
        ready = prepared(image)
        table = _seen(program, ready.picture, name, done)
        cells = _seen(program, ready.cells, name, done) if ready.cells else ""
        page = page_text(table, ready, cells)
        pages.append(page.text)
        doubts += [(length + start, length + end, sure) for start, end, sure in page.doubts]
        length += len(page.text) + 1
        if progress:
            progress(done, len(images))
    text = "\f".join(pages)
    if not re.search(r"\w", text):
        raise _problem(FileProblem.NO_TEXT, name, "không nhận ra chữ nào trong ảnh quét. Quét lại rõ hơn (300 dpi).")
    return FileText(text, "scan", len(images), tuple(doubts))

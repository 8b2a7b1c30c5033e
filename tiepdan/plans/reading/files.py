"""A file becomes text, or an error that says what is wrong with it and what to do. Nothing is stored here."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import pypdf
import pypdfium2

from tiepdan.infra.errors import TiepdanError
from tiepdan.plans.reading.decode import decode_text
from tiepdan.plans.reading.htmlfile import declared_charset, html_text
from tiepdan.plans.reading.wordfile import Damaged, docx_text

MAX_BYTES: Final = 200 * 1024 * 1024
_OCR_SECONDS: Final = 180  # one page
_PAGE_LETTERS: Final = 25  # a page with fewer letters is an image
_SCAN_DPI: Final = 300
_IMAGES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"BM", b"GIF8")
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
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _problem(FileProblem.ENCRYPTED, name, "tệp có mật khẩu. Bỏ mật khẩu rồi gửi lại.")
        raise _problem(
            FileProblem.WRONG_TYPE, name, "tệp .doc kiểu cũ. Mở bằng Word hoặc LibreOffice và lưu thành .docx."
        )
    if b"%PDF-" in data[:1024]:
        return _pdf(data, name, progress)
    if data.startswith(_IMAGES):
        return _scan([data], name, progress)
    if data.startswith(b"{\\rtf"):
        raise _problem(FileProblem.WRONG_TYPE, name, "tệp RTF chưa đọc được. Lưu thành .docx rồi gửi lại.")
    return _plain(data, name)


def _docx(data: bytes, name: str) -> FileText:
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
    text = decode_text(data, declared=declared_charset(data) if page else None)
    if text is None:
        raise _problem(FileProblem.WRONG_TYPE, name, "không phải văn bản. Nhận DOCX, PDF, TXT, HTML và ảnh quét.")
    if page:
        return FileText(_some(html_text(text), name), "html")
    return FileText(_some(text, name), "txt")


def _pdf(data: bytes, name: str, progress: Progress | None) -> FileText:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _problem(FileProblem.ENCRYPTED, name, "tệp PDF có mật khẩu. Bỏ mật khẩu rồi gửi lại.")
        pages = [page.extract_text() or "" for page in reader.pages]
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


def _rendered(data: bytes) -> list[bytes]:
    """Pages of a PDF as PNG images."""
    document = pypdfium2.PdfDocument(data)
    images: list[bytes] = []
    for page in document:
        held = io.BytesIO()
        page.render(scale=_SCAN_DPI / 72).to_pil().save(held, format="PNG")
        images.append(held.getvalue())
    return images


def _tesseract(name: str) -> str:
    """Path of the program, when it and Vietnamese are installed."""
    program = shutil.which("tesseract")
    if program is None:
        raise _problem(FileProblem.NO_TEXT, name, f"chỉ có hình ảnh, không có chữ. {_INSTALL}")
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    if "vie" not in (known.stdout + known.stderr).split():
        raise _problem(FileProblem.NO_TEXT, name, f"Tesseract chưa có tiếng Việt. {_INSTALL}")
    return program


def _scan(images: list[bytes], name: str, progress: Progress | None) -> FileText:
    """Text of scanned pages through Tesseract `vie`."""
    program = _tesseract(name)
    pages: list[str] = []
    for done, image in enumerate(images, start=1):
        with tempfile.NamedTemporaryFile(suffix=".png") as held:
            held.write(image)
            held.flush()
            try:
                run = subprocess.run(
                    [program, held.name, "stdout", "-l", "vie", "--psm", "4"],
                    capture_output=True,
                    timeout=_OCR_SECONDS,
                    check=False,
                )
            except subprocess.TimeoutExpired as error:
                raise _problem(FileProblem.OCR_FAILED, name, f"trang {done} đọc quá {_OCR_SECONDS} giây.") from error
        if run.returncode != 0:
            raise _problem(FileProblem.OCR_FAILED, name, f"Tesseract không đọc được trang {done}.")
        pages.append(run.stdout.decode("utf-8", errors="replace"))
        if progress:
            progress(done, len(images))
    text = "\f".join(pages)
    if not re.search(r"\w", text):
        raise _problem(FileProblem.NO_TEXT, name, "không nhận ra chữ nào trong ảnh quét. Quét lại rõ hơn (300 dpi).")
    return FileText(text, "scan", len(images))

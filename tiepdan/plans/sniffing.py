"""What an uploaded file is and whether a plan can be read from it, told before anything is stored. No Django."""

from __future__ import annotations

import io
import shutil
import subprocess
import warnings
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pypdf
import pypdfium2
from PIL import Image, UnidentifiedImageError

from tiepdan.infra.verdict import Refused
from tiepdan.plans.reading.files import FileProblem, UnreadableFile, read_bytes

MEDIA_TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "html": "text/html",
}
_IMAGES: Final = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}
_IMAGE_STARTS: Final = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_PIXELS: Final = 120_000_000  # an A3 page at 600 dpi has 70 million
_UNPACKED_BYTES: Final = 200 * 1024 * 1024
_PAGE_LETTERS: Final = 25  # a page with fewer letters is a picture
_MOST_SCANNED: Final = 200
INSTALL: Final = "sudo apt install tesseract-ocr tesseract-ocr-vie"


class Ocr(StrEnum):
    """Whether scans can be read on this machine."""

    READY = "ready"
    ABSENT = "absent"
    NO_VIETNAMESE = "no_vietnamese"


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A file that may be stored."""

    media_type: str
    format: str  # docx, pdf, txt, html, scan
    pages: int | None


def ocr() -> Ocr:
    """Ask Tesseract for its languages. Cost: a fraction of a second."""
    program = shutil.which("tesseract")
    if program is None:
        return Ocr.ABSENT
    try:
        told = subprocess.run([program, "--list-langs"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return Ocr.ABSENT
    return Ocr.READY if "vie" in (told.stdout + told.stderr).split() else Ocr.NO_VIETNAMESE


def sniff(*, data: bytes, name: str, limit_bytes: int) -> Sniffed | Refused:
    """Say what a file is by its bytes, opening it far enough to know that it can be read.

    Returns Refused: plan_file_empty, plan_file_too_large, plan_file_wrong_type, plan_file_damaged, plan_file_encrypted,
        plan_file_no_text (a picture where no Tesseract can read it). Facts: name, why, limit.
    """
    if len(data) > limit_bytes:
        return too_large(name=name, size_bytes=len(data), limit_bytes=limit_bytes)
    if data.startswith(_IMAGE_STARTS):
        return _image(data, name)
    if b"%PDF-" in data[:1024]:
        return _pdf(data, name)
    if data.startswith(b"PK") and _unpacked(data) > _UNPACKED_BYTES:
        return _refused(FileProblem.DAMAGED, name, "tệp nén giãn ra quá lớn, không mở.")
    try:
        read = read_bytes(data=data, name=name)
    except UnreadableFile as error:
        return refused_as(error, name=name)
    return Sniffed(MEDIA_TYPES[read.format], read.format, read.pages)


def too_large(*, name: str, size_bytes: int, limit_bytes: int) -> Refused:
    """Refuse a file by its size alone, before its bytes are read."""
    size, limit = (max(1, round(value / 1024 / 1024)) for value in (size_bytes, limit_bytes))
    facts = {"name": name, "size": f"{size} MB", "limit": f"{limit} MB"}
    return Refused("plan_file_too_large", facts=facts)


def refused_as(error: UnreadableFile, *, name: str) -> Refused:
    """Return a reader's error as a refusal; its words become the fact `why`."""
    return _refused(error.problem, name, reason_of(error, name=name))


def reason_of(error: UnreadableFile, *, name: str) -> str:
    """Return what a reader says is wrong, without the name it puts before."""
    return error.message.removeprefix(f"{name}: ")


def _refused(problem: FileProblem, name: str, why: str) -> Refused:
    return Refused(f"plan_file_{problem.value}", facts={"name": name, "why": why})


def _unpacked(data: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return sum(entry.file_size for entry in packed.infolist())
    except zipfile.BadZipFile:
        return 0  # the reader says what is wrong


def _scan(name: str, found: Sniffed) -> Sniffed | Refused:
    """Let a picture of text through where something can read it."""
    match ocr():
        case Ocr.READY:
            return found
        case Ocr.ABSENT:
            why = f"tệp chỉ có hình ảnh, máy chủ chưa cài Tesseract. Quản trị máy chủ chạy: {INSTALL}"
        case Ocr.NO_VIETNAMESE:
            why = f"tệp chỉ có hình ảnh, Tesseract chưa có tiếng Việt. Quản trị máy chủ chạy: {INSTALL}"
    return _refused(FileProblem.NO_TEXT, name, why)


def _image(data: bytes, name: str) -> Sniffed | Refused:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                kind, pixels, frames = picture.format, picture.width * picture.height, getattr(picture, "n_frames", 1)
                if kind not in _IMAGES or pixels > _PIXELS or frames > _MOST_SCANNED:
                    return _refused(FileProblem.WRONG_TYPE, name, "ảnh có kiểu lạ, quá lớn hoặc quá nhiều trang.")
                picture.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError,
            Image.DecompressionBombWarning):  # fmt: skip
        return _refused(FileProblem.DAMAGED, name, "ảnh hỏng, không mở được.")
    return _scan(name, Sniffed(_IMAGES[kind], "scan", frames))


def _pdf(data: bytes, name: str) -> Sniffed | Refused:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if locked else len(reader.pages)
    except Exception:  # a broken PDF ends in any of a dozen errors of the library
        return _refused(FileProblem.DAMAGED, name, "tệp PDF hỏng, không mở được.")
    if locked:
        return _refused(FileProblem.ENCRYPTED, name, "tệp PDF có mật khẩu.")
    if not pages:
        return _refused(FileProblem.EMPTY, name, "tệp PDF không có trang nào.")
    try:
        letters = _letters(data, enough=_PAGE_LETTERS * min(pages, 4))
    except pypdfium2.PdfiumError:
        return _refused(FileProblem.DAMAGED, name, "tệp PDF hỏng, không mở được.")
    if letters >= _PAGE_LETTERS * min(pages, 4):
        return Sniffed(MEDIA_TYPES["pdf"], "pdf", pages)
    if pages > _MOST_SCANNED:
        return _refused(FileProblem.TOO_LARGE, name, f"bản quét có hơn {_MOST_SCANNED} trang.")
    return _scan(name, Sniffed(MEDIA_TYPES["pdf"], "scan", pages))


def _letters(data: bytes, *, enough: int) -> int:
    """Count letters of the text layer until there are enough."""
    document = pypdfium2.PdfDocument(data)
    count = 0
    try:
        for index in range(len(document)):
            page = document[index]
            words = page.get_textpage()
            count += sum(char.isalpha() for char in words.get_text_bounded())
            words.close()
            page.close()
            if count >= enough:
                break
    finally:
        document.close()
    return count

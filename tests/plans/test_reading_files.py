"""Files: every format gives the same reading; every bad file says what is wrong."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path

import docx
import pypdf
import pytest
from PIL import Image

from tests.plans.paths import EXAMPLES
from tiepdan.plans.reading import files
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.bench import measure, ten_pages
from tiepdan.plans.reading.command import main
from tiepdan.plans.reading.decode import _TCVN3, decode_text
from tiepdan.plans.reading.files import FileProblem, UnreadableFile, read_bytes, read_file

WARD = next(p for p in EXAMPLES if p.stem == "ward")
TEXT = WARD.read_text("utf-8")


def _titles(text: str) -> list[str]:
    reading = read_plan(text)
    return [s.title.value for s in reading.sections] + [t.text.value for a in reading.assignments for t in a.tasks]


def _problem(data: bytes, name: str = "tep.bin") -> FileProblem:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data=data, name=name)
    assert caught.value.message.startswith(f"{name}: ")
    return caught.value.problem


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_encodings(encoding: str) -> None:
    assert decode_text(TEXT.encode(encoding)) == TEXT


def test_windows_1258_is_recognised() -> None:
    marks = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    import unicodedata

    out = []
    for char in unicodedata.normalize("NFC", TEXT):
        parts = unicodedata.normalize("NFD", char)
        base, tone = (
            parts[0] + "".join(p for p in parts[1:] if p not in marks),
            "".join(p for p in parts[1:] if p in marks),
        )
        out.append(unicodedata.normalize("NFC", base) + tone)
    decoded = decode_text("".join(out).encode("cp1258", errors="ignore"))
    assert decoded is not None
    assert "Ủy ban nhân dân phường ban hành Kế hoạch" in decoded


def test_tcvn3_is_recognised() -> None:
    table = {v: bytes([k]) for k, v in _TCVN3.items()}
    sentence = (
        "Kế hoạch tiếp công dân của phường: các đơn vị thực hiện nhiệm vụ được giao và báo cáo kết quả theo tháng."
    )
    data = b"".join(table.get(c) or c.encode("ascii") for c in sentence)
    assert decode_text(data) == sentence
    assert decode_text(data.decode("latin-1").encode("utf-8")) == sentence


def _docx() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "UBND TỈNH HỒNG SƠN\nSỞ TƯ PHÁP"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    for line in ("KẾ HOẠCH", "Tiếp công dân năm 2026", "I. NHIỆM VỤ", "1. Văn phòng Sở"):
        document.add_paragraph(line)
    document.add_paragraph("Bố trí phòng tiếp công dân.", style="List Bullet")
    document.add_paragraph("Mở sổ theo dõi.", style="List Bullet")
    table = document.add_table(rows=2, cols=4)
    for cell, value in zip(
        table.rows[0].cells, ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian hoàn thành"), strict=True
    ):
        cell.text = value
    for cell, value in zip(table.rows[1].cells, ("1", "Tập huấn nghiệp vụ", "Thanh tra Sở", "15/5/2026"), strict=True):
        cell.text = value
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_docx_with_letterhead_list_and_table() -> None:
    read = read_bytes(data=_docx(), name="a.docx")
    assert read.format == "docx"
    reading = read_plan(read.text)
    assert reading.document.issuer is not None
    assert reading.document.issuer.value == "Sở Tư pháp tỉnh Hồng Sơn"
    tasks = [
        (a.agencies[0].value, t.text.value, t.deadline.value if t.deadline else None)
        for a in reading.assignments
        for t in a.tasks
    ]
    assert tasks == [
        ("Văn phòng Sở", "Bố trí phòng tiếp công dân.", None),
        ("Văn phòng Sở", "Mở sổ theo dõi.", None),
        ("Thanh tra Sở", "Tập huấn nghiệp vụ", "2026-05-15"),
    ]


def test_page_saved_by_a_word_processor() -> None:
    lines = "".join(f"<p class=MsoNormal>{line}</p>\r\n" for line in TEXT.split("\n") if line.strip())
    page = f"<html><head><style>p {{}}</style><title>x</title></head><body>{lines}</body></html>"
    read = read_bytes(data=page.encode("utf-8"), name="a.htm")
    assert read.format == "html"
    assert _titles(read.text) == _titles(TEXT)


def _pdf(*, password: str | None = None) -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(width=200, height=200)
    if password:
        writer.encrypt(password)
    held = io.BytesIO()
    writer.write(held)
    return held.getvalue()


def _png() -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (20, 20), "white").save(held, format="PNG")
    return held.getvalue()


def test_text_pdf() -> None:
    typst = pytest.importorskip("typst")
    source = "\n\n".join(
        line.replace("#", "").replace("*", "") for line in TEXT.replace("**", "\n").split("\n") if line.strip()
    )
    escaped = source.replace("- ", "\\- ").replace("+ ", "\\+ ").replace("@", "")
    data = typst.compile(escaped.encode("utf-8"))
    read = read_bytes(data=data, name="a.pdf")
    assert read.format == "pdf"
    found = read_plan(read.text)
    assert found.is_plan
    assert "Công an phường" in [s.title.value for s in found.sections]


def test_bad_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert _problem(b"") is FileProblem.EMPTY
    assert _problem(b" \r\n") is FileProblem.EMPTY
    assert _problem(b"\x7fELF\x00\x00\x01") is FileProblem.WRONG_TYPE
    assert _problem(b"PK\x03\x04 nothing") is FileProblem.WRONG_TYPE
    assert _problem(b"PK\x03\x04 word/document.xml") is FileProblem.DAMAGED
    assert _problem(b"%PDF-1.7 broken") is FileProblem.DAMAGED
    assert _problem(b"\xd0\xcf\x11\xe0" + bytes(100)) is FileProblem.WRONG_TYPE
    assert _problem(b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")) is FileProblem.ENCRYPTED
    assert _problem(_pdf(password="bi mat")) is FileProblem.ENCRYPTED
    assert _problem(_pdf()) is FileProblem.NO_TEXT
    assert _problem(_png()) is FileProblem.NO_TEXT


def test_too_large(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    assert _problem(b"x" * 11) is FileProblem.TOO_LARGE
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableFile) as caught:
        read_file(path=path)
    assert caught.value.problem is FileProblem.TOO_LARGE


def _fake_tesseract(folder: Path, languages: str, text: str) -> None:
    program = folder / "tesseract"
    program.write_text(
        f'#!/bin/sh\nif [ "$1" = "--list-langs" ]; then echo "{languages}"; else echo "{text}"; fi\n', "utf-8"
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_scan_goes_through_tesseract(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _fake_tesseract(tmp_path, "eng vie", "KẾ HOẠCH")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    seen: list[tuple[int, int]] = []
    read = read_bytes(data=_pdf(), name="quet.pdf", progress=lambda done, pages: seen.append((done, pages)))
    assert (read.format, read.text.strip(), seen) == ("scan", "KẾ HOẠCH", [(1, 1)])
    assert read_bytes(data=_png(), name="quet.png").format == "scan"


def test_scan_without_vietnamese_says_how_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _fake_tesseract(tmp_path, "eng", "x")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data=_png(), name="quet.png")
    assert "tesseract-ocr-vie" in caught.value.message


def test_command_prints_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(WARD), "--json"]) == 0
    held = capsys.readouterr()
    document = json.loads(held.out)
    assert document["document"]["kind"] == "Kế hoạch"
    assert document["source"]["format"] == "txt"
    assert held.err == ""


def test_command_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(WARD)]) == 0
    assert "8 nhiệm vụ" in capsys.readouterr().out


@pytest.mark.parametrize("argv", [[], ["parse"], ["read", "x"], ["parse", "a", "b"], ["parse", "a", "--xml"]])
def test_command_wrong_use(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    held = capsys.readouterr()
    assert held.out == ""
    assert len(held.err.splitlines()) == 1


def test_command_bad_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(tmp_path / "khong-co.txt"), "--json"]) == 1
    held = capsys.readouterr()
    assert held.out == ""
    assert len(held.err.splitlines()) == 1


def test_bench_measures_ten_pages() -> None:
    text = ten_pages(EXAMPLES[0].read_text("utf-8"))
    result = measure(text, runs=1)
    assert result["pages"] >= 10
    assert result["ms_median"] > 0

"""Files: every format gives the same reading; every bad file says what is wrong."""

from __future__ import annotations

import io
import json
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
import typst
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image

from tests.plans.paths import EXAMPLES
from tiepdan.plans.reading import files
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.bench import measure, ten_pages
from tiepdan.plans.reading.command import main
from tiepdan.plans.reading.decode import _TCVN3, decode_text
from tiepdan.plans.reading.doubts import with_doubts
from tiepdan.plans.reading.files import FileProblem, UnreadableFile, read_bytes, read_file
from tiepdan.plans.reading.scanned import page_text, prepared, ruled_lines

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
    """A program that prints the words of `text` as Tesseract prints its table, all on one line of the page."""
    row = "5\\t1\\t1\\t1\\t1\\t{n}\\t{x}\\t100\\t90\\t30\\t96\\t{word}"
    words = [row.format(n=n, x=100 * n, word=word) for n, word in enumerate(text.split(), start=1)]
    text = "\\n".join(["level", *words])
    program = folder / "tesseract"
    program.write_text(
        f'#!/bin/sh\nif [ "$1" = "--list-langs" ]; then echo "{languages}"; else printf "{text}"; fi\n', "utf-8"
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


def test_vni_is_recognised() -> None:
    sentence = "UÛY BAN NHAÂN DAÂN TÆNH - KEÁ HOAÏCH tieáp coâng daân, giaûi quyeát ñôn cuûa caùc toå chöùc, ngöôøi daân vaø caùc thò xaõ"
    expected = "ỦY BAN NHÂN DÂN TỈNH - KẾ HOẠCH tiếp công dân, giải quyết đơn của các tổ chức, người dân và các thị xã"
    assert decode_text(sentence.encode("cp1252")) == expected
    assert decode_text(sentence.encode("utf-8")) == expected


def test_an_unknown_encoding_says_so() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data="Κείμενο σε άλλη γλώσσα. ".encode("cp1253") * 20, name="a.txt")
    assert caught.value.problem is FileProblem.WRONG_TYPE
    assert "bảng mã" in caught.value.message


@pytest.mark.parametrize("name", ["a.docx", "a.doc", "A.PDF", "a.png"])
def test_a_text_under_another_name_is_refused(name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data=TEXT.encode(), name=name)
    assert caught.value.problem is FileProblem.WRONG_TYPE
    assert f".{name.rpartition('.')[2].lower()}" in caught.value.message


def test_a_page_saved_under_the_name_of_a_word_file_is_read() -> None:
    assert read_bytes(data=f"<html><body><p>{TEXT}</p></body></html>".encode(), name="a.doc").format == "html"


def test_other_packages_are_named() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(data=b"PK\x03\x04 xl/workbook.xml", name="a.xlsx")
    assert "bảng tính" in caught.value.message


def test_web_archive() -> None:
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><p>KẾ HOẠCH</p></html>\r\n--x--\r\n"
    read = read_bytes(data=(head + part).encode(), name="a.mht")
    assert (read.format, read.text) == ("html", "KẾ HOẠCH")
    with pytest.raises(UnreadableFile):
        read_bytes(data=head.encode(), name="a.mht")


def _numbered_style(document: Any, form: str, text: str) -> str:
    """A paragraph style that numbers by itself; returns its name."""
    numbering = document.part.numbering_part.element
    number = str(90 + len(document.styles))
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    style = document.styles.add_style(f"Dau muc {number}", WD_STYLE_TYPE.PARAGRAPH)
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'))
    return str(style.name)


def _docx_bytes(document: Any) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def test_numbers_that_live_in_a_style_are_written_out() -> None:
    document = docx.Document()
    roman, letter = _numbered_style(document, "upperRoman", "%1."), _numbered_style(document, "lowerLetter", "%1)")
    document.add_paragraph("NHIỆM VỤ", style=roman)
    for text in ("Một", "Hai", "Ba", "Bốn", "Năm"):
        document.add_paragraph(text, style=letter)
    document.add_paragraph("TỔ CHỨC THỰC HIỆN", style=roman)
    lines = read_bytes(data=_docx_bytes(document), name="a.docx").text.splitlines()
    assert lines == ["I. NHIỆM VỤ", "a) Một", "b) Hai", "c) Ba", "d) Bốn", "e) Năm", "II. TỔ CHỨC THỰC HIỆN"]


def test_tracked_changes_boxes_and_merged_cells() -> None:
    document = docx.Document()
    body = document.element.body
    body.insert(
        0,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:t xml:space='preserve'>Trước ngày </w:t></w:r>"
            "<w:del w:id='1'><w:r><w:delText>01/5</w:delText></w:r></w:del>"
            "<w:moveFrom w:id='3'><w:r><w:t>cũ</w:t></w:r></w:moveFrom>"
            "<w:ins w:id='2'><w:r><w:t>15/5/2026</w:t></w:r></w:ins></w:p>"
        ),
    )
    body.insert(
        1,
        parse_xml(
            f"<w:p {nsdecls('w')}><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
            "<w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>"
        ),
    )
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Thanh tra Sở"
    table.cell(0, 1).text, table.cell(0, 2).text, table.cell(1, 1).text = "Rà soát", "Tháng 5", "Báo cáo"
    lines = read_bytes(data=_docx_bytes(document), name="a.docx").text.splitlines()
    assert lines == [
        "Trước ngày 15/5/2026",
        "DỰ THẢO",
        "KẾ HOẠCH",
        "| Thanh tra Sở | Rà soát | Tháng 5 |",
        "| Thanh tra Sở | Báo cáo |  |",
    ]


def test_pdf_columns_and_ruled_table() -> None:
    source = (
        "#set page(width: 500pt)\n#grid(columns: (1fr, 1fr), [UBND TỈNH HỒNG SƠN \\ SỞ TƯ PHÁP], [Độc lập \\ Hồng Sơn])\n\n"
        "#table(columns: 3, [Nội dung công việc], [Chủ trì], [Thời gian],"
        " [Tập huấn nghiệp vụ cho công chức của các xã và các phường trong tỉnh],"
        " [Thanh tra Sở], [15/5/2026])\n"
    )
    read = read_bytes(data=typst.compile(source.encode()), name="a.pdf")
    assert read.text.splitlines() == [
        "| UBND TỈNH HỒNG SƠN | Độc lập |",
        "| SỞ TƯ PHÁP | Hồng Sơn |",
        "| Nội dung công việc | Chủ trì | Thời gian |",
        "| Tập huấn nghiệp vụ cho công chức của các xã và các phường trong tỉnh | Thanh tra Sở | 15/5/2026 |",
    ]


def test_columns_of_a_scan() -> None:
    row = "5\t1\t{b}\t1\t1\t1\t{x}\t{y}\t90\t30\t{sure}\t{word}"
    table = "\n".join(
        [
            "level",
            row.format(b=1, x=100, y=100, sure=95, word="UBND"),
            row.format(b=1, x=200, y=100, sure=95, word="TỈNH"),
            row.format(b=2, x=600, y=104, sure=95, word="CỘNG"),
            row.format(b=3, x=100, y=160, sure=95, word="KẾ"),
            row.format(b=3, x=200, y=160, sure=3, word="~"),
        ]
    )
    assert page_text(table).text == "| UBND TỈNH | CỘNG |\nKẾ"


_TABLE = """#set page(width: 210mm, height: 150mm, margin: 20mm)
#set text(size: 13pt)
KẾ HOẠCH

Tiếp công dân tháng cao điểm

I. NHIỆM VỤ

#table(columns: (auto, 2.2fr, 1.2fr, 1fr), [STT], [Nội dung nhiệm vụ], [Đơn vị chủ trì], [Thời gian hoàn thành],
[1], [Ban hành lịch tiếp công dân của lãnh đạo xã trong tháng và niêm yết tại trụ sở], [Văn phòng HĐND và UBND xã], [Trước ngày 05/4/2027],
[2], [Rà soát, phân loại đơn tồn đọng, báo cáo Chủ tịch UBND xã], [Phòng Kinh tế], [Trước ngày 15/4/2027])

II. TỔ CHỨC THỰC HIỆN

1. Công an xã bảo đảm an ninh, trật tự tại nơi tiếp công dân.
"""


def _scanned_table(askew: float = 0.0) -> bytes:
    made = typst.compile(_TABLE.encode(), format="png", ppi=200)
    assert isinstance(made, bytes)
    picture = Image.open(io.BytesIO(made)).convert("L").rotate(askew, fillcolor=255)
    held = io.BytesIO()
    picture.save(held, format="PNG")
    return held.getvalue()


@pytest.mark.parametrize("askew", [0.0, 0.4])
def test_ruled_lines_are_found_in_the_picture(askew: float) -> None:
    data = _scanned_table(askew)
    across, down = ruled_lines(Image.open(io.BytesIO(data)))
    assert (len(across), len(down)) == (4, 5)
    page = prepared(data)
    assert len(page.moved) == 12
    assert page.cells is not None
    assert prepared(_png()).cells is None
    assert prepared(b"no picture").picture == b"no picture"


def _tesseract_reads_vietnamese() -> bool:
    program = shutil.which("tesseract")
    known = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False) if program else None
    return known is not None and "vie" in known.stdout.split()


@pytest.mark.skipif(not _tesseract_reads_vietnamese(), reason="Tesseract with Vietnamese is not installed")
@pytest.mark.parametrize("askew", [0.0, 0.4])
def test_a_ruled_table_of_a_scan_gives_its_tasks(askew: float) -> None:
    read = read_plan(read_bytes(data=_scanned_table(askew), name="bang.png").text)
    found = [(t.leads[0].value, t.deadline.value if t.deadline else None) for a in read.assignments for t in a.tasks]
    assert found == [("Văn phòng HĐND và UBND xã", "2027-04-05"), ("Phòng Kinh tế", "2027-04-15"), ("Công an xã", None)]


_CLEAR_TABLE = """
#set page(width: 210mm, height: auto, margin: 20mm)
#set text(size: 12pt)
#align(center)[*KẾ HOẠCH* \\ *Tiếp công dân quý II năm 2027*]

*I. NHIỆM VỤ*

#table(columns: (10mm, 1fr, 45mm, 28mm), stroke: none, inset: 6pt, column-gutter: 3mm,
[*TT*], [*Nội dung*], [*Đơn vị chủ trì*], [*Thời gian*],
[1], [Rà soát hồ sơ tiếp công dân tồn đọng tại các thôn và lập danh sách], [Văn phòng HĐND và UBND xã], [Trước ngày 05/4/2027],
[2], [Bố trí phòng chờ], [Phòng Kinh tế], [15/4/2027],
[3], [Bảo đảm trật tự tại địa điểm tiếp công dân và trên các tuyến đường], [Công an xã], [Thường xuyên])

*II. TỔ CHỨC THỰC HIỆN*

Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã.
"""


@pytest.mark.skipif(not _tesseract_reads_vietnamese(), reason="Tesseract with Vietnamese is not installed")
def test_a_table_of_a_scan_without_ruled_lines_gives_its_tasks() -> None:
    made = typst.compile(_CLEAR_TABLE.encode(), format="png", ppi=200)
    assert isinstance(made, bytes)
    read = read_plan(read_bytes(data=made, name="bang.png").text)
    found = [(t.leads[0].value, t.deadline.value if t.deadline else None) for a in read.assignments for t in a.tasks]
    assert found == [
        ("Văn phòng HĐND và UBND xã", "2027-04-05"), ("Phòng Kinh tế", "2027-04-15"), ("Công an xã", None), ("Các đơn vị", None),
    ]  # fmt: skip


def _seen(lines: list[list[tuple[int, str]]]) -> str:
    """Words as Tesseract prints them: of each line, where a part begins and its words, ten pixels a letter."""
    out = ["level"]
    for number, parts in enumerate(lines):
        for left, part in parts:
            at = left
            for word in part.split():
                out.append(f"5\t1\t1\t1\t{number}\t1\t{at}\t{number * 40}\t{len(word) * 10}\t25\t95\t{word}")
                at += len(word) * 10 + 8
    return "\n".join(out)


_HEAD_LINE = [(0, "TT"), (60, "Nội dung"), (400, "Đơn vị chủ trì"), (640, "Thời gian")]
_BODY_LINES = [
    [(0, "1"), (40, "Rà soát hồ sơ tiếp dân"), (400, "Văn phòng"), (640, "Tháng 4")],
    [(40, "và lập danh sách"), (400, "xã"), (560, "~-")],
    [(0, "2."), (40, "Bố trí phòng chờ"), (400, "Công an xã"), (640, "—_")],
]


def test_columns_of_a_scan_are_told_by_their_room() -> None:
    after = [[(0, "II. TỔ CHỨC THỰC HIỆN")], [(0, "- Các đơn vị báo cáo kết quả.")]]
    assert page_text(_seen([_HEAD_LINE, *_BODY_LINES, *after])).text.splitlines() == [
        "| TT | Nội dung | Đơn vị chủ trì | Thời gian |",
        "| 1 | Rà soát hồ sơ tiếp dân và lập danh sách | Văn phòng xã | Tháng 4 |",
        "| 2. | Bố trí phòng chờ | Công an xã |  |",
        "II. TỔ CHỨC THỰC HIỆN",
        "- Các đơn vị báo cáo kết quả.",
    ]


def test_a_title_of_two_lines_is_one_head() -> None:
    head = [[(0, "TT"), (60, "Nội dung"), (400, "Đơn vị"), (640, "Thời gian")], [(400, "chủ trì"), (640, "hoàn thành")]]
    first, *_ = page_text(_seen([*head, *_BODY_LINES])).text.splitlines()
    assert first == "| TT | Nội dung | Đơn vị chủ trì | Thời gian hoàn thành |"


def test_what_has_no_head_of_duties_is_no_table() -> None:
    for head in ([(0, "SỐ"), (60, "Họ và tên"), (400, "Chức vụ"), (640, "Điện thoại")], [(0, "TT"), (60, "Nội dung")]):
        assert "| và lập danh sách | xã |" in page_text(_seen([head, *_BODY_LINES])).text
    unnumbered = [[(40, "Rà soát hồ sơ"), (400, "Văn phòng")], *_BODY_LINES]
    assert "hồ sơ tiếp dân và lập" not in page_text(_seen([_HEAD_LINE, *unnumbered])).text


def test_words_of_cells_come_back_to_their_place() -> None:
    page = prepared(_scanned_table())
    row = "5\t1\t1\t1\t{line}\t1\t{x}\t{y}\t90\t30\t{sure}\t{word}"
    middles = [int((top + bottom) / 2) - 15 for top, bottom, _, _ in page.moved]
    words = [row.format(line=n, x=60, y=y, sure=95 - n * 5, word=f"ô{n}") for n, y in enumerate(middles)]
    read = page_text("level", page, "\n".join(["level", *words]))
    assert read.text == "| ô0 | ô1 | ô2 | ô3 |\n| ô4 | ô5 | ô6 | ô7 |\n| ô8 | ô9 | ô10 | ô11 |"
    assert [read.text[start:end] for start, end, _ in read.doubts] == [f"ô{n}" for n in range(6, 12)]


def test_what_a_scan_shows_badly_is_doubtful() -> None:
    source = (
        "KẾ HOẠCH\nTiếp dân\nI. NHIỆM VỤ\n1. Thanh tra tỉnh\n- Báo cáo UBND tỉnh trước ngày 10/12/2026 theo quy định.\n"
    )
    reading = read_plan(source)
    task = reading.assignments[0].tasks[0]
    assert task.deadline is not None
    at = task.deadline.spans[0][0]
    lowered = with_doubts(reading, [(at, at + 5, 0.4)]).assignments[0].tasks[0]
    assert lowered.deadline is not None
    assert lowered.deadline.confidence == 0.5
    assert lowered.text.confidence == task.text.confidence  # five letters of a long sentence
    assert with_doubts(reading, []) is reading


def test_each_frame_of_a_picture_is_a_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _fake_tesseract(tmp_path, "eng vie", "KẾ HOẠCH")
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    held = io.BytesIO()
    frame = Image.new("L", (20, 20), 255)
    frame.save(held, format="TIFF", save_all=True, append_images=[frame])
    seen: list[tuple[int, int]] = []
    read_bytes(data=held.getvalue(), name="a.tif", progress=lambda done, pages: seen.append((done, pages)))
    assert seen == [(1, 2), (2, 2)]

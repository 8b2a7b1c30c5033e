"""A dossier as one PDF and as a ZIP."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pypdf

from tests.submissions.files import docx_bytes, image_bytes, pdf_bytes
from tiepdan.documents.rendering.binding import Cover, Part, bind_pdf, bind_zip

COVER = Cover("UBND phường Hoa Sen", "Khiếu nại về đất, mã TD-7K3M", ("Nộp lưu trữ", "Lập ngày 14/7/2026"), "TD-7K3M")
PARTS = [
    Part("Đơn khiếu nại", date(2026, 7, 1), pdf_bytes("Tờ đơn")),
    Part("Ảnh hiện trường", None, image_bytes(), "image/png"),
    Part("Bản gốc đơn tố cáo", None, b"", note="không kèm: niêm phong"),
    Part("Giải trình", date(2026, 7, 9), docx_bytes("x"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Part("Hỏng", None, b"%PDF-1.7 x"),
    Part("Quyết định", date(2026, 8, 3), pdf_bytes("Quyết định cuối")),
]  # fmt: skip


def test_the_contents_name_the_page_on_which_each_part_starts() -> None:
    reader = pypdf.PdfReader(io.BytesIO(bind_pdf(cover=COVER, parts=PARTS)))
    pages = [page.extract_text() for page in reader.pages]
    assert len(pages) == 5
    assert "HỒ SƠ" in pages[0]
    assert "Nộp lưu trữ" in pages[0]
    assert "Tờ đơn" in pages[2]
    assert "Quyết định cuối" in pages[4]
    for number, text in enumerate(pages, start=1):
        assert f"TD-7K3M · trang {number}/5" in text
    contents = " ".join(pages[1].split())
    assert "1 Đơn khiếu nại 01/7/2026 3 1" in contents
    assert "6 Quyết định 03/8/2026 5 1" in contents
    assert "không kèm: niêm phong" in contents
    assert [str(one["/Title"]) for one in reader.outline] == ["Đơn khiếu nại", "Ảnh hiện trường", "Quyết định"]  # type: ignore[call-overload]


def test_long_contents_move_the_parts_and_their_numbers() -> None:
    many = [Part(f"Tài liệu số {number}", None, pdf_bytes(f"tờ {number}")) for number in range(1, 80)]
    reader = pypdf.PdfReader(io.BytesIO(bind_pdf(cover=COVER, parts=many)))
    front = len(reader.pages) - 79
    assert front > 2
    assert "tờ 1" in reader.pages[front].extract_text()
    assert f"1 Tài liệu số 1 {front + 1} 1" in " ".join(reader.pages[1].extract_text().split())


def test_the_zip_holds_every_file_and_an_index() -> None:
    with zipfile.ZipFile(io.BytesIO(bind_zip(cover=COVER, parts=PARTS))) as packed:
        assert packed.namelist() == ["001.pdf", "002.png", "004.docx", "005.pdf", "006.pdf", "000-muc-luc.txt"]
        index = packed.read("000-muc-luc.txt").decode()
    assert "001.pdf  Đơn khiếu nại, 01/7/2026" in index
    assert "003  Bản gốc đơn tố cáo: không kèm: niêm phong" in index

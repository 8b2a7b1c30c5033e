"""The practice copy: apart from the real one, and unmistakable on every page and every paper."""

from __future__ import annotations

import argparse
import io
import os
from datetime import date
from pathlib import Path

import docx
import pytest
from django.test import Client
from pypdf import PdfReader

from tiepdan.documents.rendering.compose import Letterhead
from tiepdan.documents.rendering.office_paper import office_paper, words
from tiepdan.documents.rendering.pdf import draw_pdf
from tiepdan.documents.rendering.word import draw_docx
from tiepdan.documents.rendering.wording import mark_of_invented_data
from tiepdan.ops import serving

ON = date(2026, 7, 14)


def said(data: bytes) -> str:
    """The words of a PDF."""
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def headers(data: bytes) -> str:
    """The words above the pages of a DOCX."""
    section = docx.Document(io.BytesIO(data)).sections[0]
    return " ".join(line.text for part in (section.first_page_header, section.header) for line in part.paragraphs)


def test_it_lives_in_a_folder_and_a_database_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("TIEPDAN_DATABASE_URL", "TIEPDAN_OWNER_DATABASE_URL", "TIEPDAN_SECRET_KEY"):
        monkeypatch.setenv(name, "postgresql://real/real")
    monkeypatch.setenv("TIEPDAN_HOME", str(tmp_path))
    for name in ("TIEPDAN_PRACTICE", "TIEPDAN_PORT"):
        monkeypatch.setenv(name, "0")
    monkeypatch.delenv("TIEPDAN_PORT")
    seen: dict[str, str] = {}

    def run_demo(options: argparse.Namespace) -> int:
        seen.update(os.environ)
        return int(options.submissions)

    monkeypatch.setattr(serving, "run_demo", run_demo)
    assert serving.practice(["--submissions", "40"]) == 40
    assert seen["TIEPDAN_HOME"] == str(tmp_path / serving.PRACTICE_FOLDER)
    assert seen["TIEPDAN_PRACTICE"] == "1"
    assert not {"TIEPDAN_DATABASE_URL", "TIEPDAN_OWNER_DATABASE_URL", "TIEPDAN_SECRET_KEY"} & set(seen)


@pytest.mark.parametrize("practice, mark", [("1", "BẢN LUYỆN TẬP"), ("0", "BẢN MẪU")])
def test_every_paper_says_so(monkeypatch: pytest.MonkeyPatch, practice: str, mark: str) -> None:
    monkeypatch.setenv("TIEPDAN_PRACTICE", practice)
    assert mark_of_invented_data().startswith(mark)
    paper = office_paper(
        heading="Thông báo", subject="Lịch tiếp công dân", blocks=[words("Nội dung")],
        letterhead=Letterhead(agency="UBND phường Hoa Sen", dated_on=ON), demo=True,
    )  # fmt: skip
    text = said(draw_pdf(paper=paper, dated_on=ON))
    assert mark in text
    assert ("LUYỆN TẬP" in text) is (practice == "1")
    assert mark in headers(draw_docx(paper=paper, dated_on=ON))


def test_a_real_paper_carries_no_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIEPDAN_PRACTICE", "1")
    paper = office_paper(
        heading="Thông báo",
        subject="Lịch",
        blocks=[words("Nội dung")],
        letterhead=Letterhead(agency="UBND", dated_on=ON),
    )
    assert "LUYỆN TẬP" not in said(draw_pdf(paper=paper, dated_on=ON))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/tai-khoan/login/", "/lich-tiep/"])
def test_every_page_says_so(settings: object, address: str) -> None:
    settings.PRACTICE = True  # type: ignore[attr-defined] # the fixture of pytest-django
    text = Client().get(address).content.decode()
    assert "BẢN LUYỆN TẬP" in text
    assert 'practice"' in text
    settings.PRACTICE = False  # type: ignore[attr-defined] # likewise
    assert "BẢN LUYỆN TẬP" not in Client().get(address).content.decode()

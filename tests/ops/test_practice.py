"""The practice copy: apart from the real one, and unmistakable on every page and every paper."""

from __future__ import annotations

import argparse
import io
import os
import socket
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
from tiepdan.infra.home import Home
from tiepdan.ops import serving
from tiepdan.ops.environment import Installation, SetupFailed
from tiepdan.ops.supervisor import sole_use

ON = date(2026, 7, 14)


def said(data: bytes) -> str:
    """The words of a PDF."""
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def headers(data: bytes) -> str:
    """The words above the pages of a DOCX."""
    section = docx.Document(io.BytesIO(data)).sections[0]
    return " ".join(line.text for part in (section.first_page_header, section.header) for line in part.paragraphs)


REAL = {
    "TIEPDAN_DATABASE_URL": "postgresql://real/real", "TIEPDAN_OWNER_DATABASE_URL": "postgresql://real/real",
    "TIEPDAN_SECRET_KEY": "real", "TIEPDAN_KEY_FILE": "/real/ring.json", "TIEPDAN_SMTP_HOST": "mail.real",
    "TIEPDAN_PUBLIC_ADDRESS": "https://real", "TIEPDAN_HOSTS": "real", "TIEPDAN_ORIGINS": "https://real", "TIEPDAN_HTTPS": "1",
    "TIEPDAN_BACKUP_DIR": "/real/backup", "TIEPDAN_METRICS_TOKEN": "real",
}  # fmt: skip


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """What a practice copy is told on a machine of a real installation, instead of running."""
    told: dict[str, str] = {}

    def run_demo(options: argparse.Namespace) -> int:
        told.update(os.environ)
        return int(options.submissions)

    for name in [name for name in os.environ if name.startswith("TIEPDAN_")]:
        monkeypatch.setenv(name, os.environ[name])  # put back afterwards what practice takes away
    for name, value in REAL.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TIEPDAN_HOME", str(tmp_path))
    monkeypatch.setenv("TIEPDAN_PORT", "8000")
    monkeypatch.setenv("TIEPDAN_PRACTICE", "0")
    monkeypatch.setattr(serving, "run_demo", run_demo)
    return told


def test_nothing_of_the_real_installation_reaches_it(seen: dict[str, str], tmp_path: Path) -> None:
    assert serving.practice(["--submissions", "40"]) == 40
    assert seen["TIEPDAN_HOME"] == str(tmp_path / serving.PRACTICE_FOLDER)
    assert seen["TIEPDAN_PRACTICE"] == "1"
    assert seen["TIEPDAN_PORT"] != "8000", "the port of the real one stays free for it"
    assert set(REAL) & set(seen) == set()


def test_it_takes_the_port_it_is_given_or_says_so(seen: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        busy = taken.getsockname()[1]
        with pytest.raises(SetupFailed, match=str(busy)):
            serving.practice(["--port", str(busy)])
    assert serving.practice(["--port", str(busy)]) == 400
    assert seen["TIEPDAN_PORT"] == str(busy)


def test_a_fresh_one_drops_only_its_own_folder(seen: dict[str, str], tmp_path: Path) -> None:
    own = tmp_path / serving.PRACTICE_FOLDER
    (own / "files").mkdir(parents=True)
    (own / "demo").write_text("x", encoding="utf-8")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "real").write_text("x", encoding="utf-8")
    serving.practice(["--fresh"])
    assert not own.exists()
    assert (tmp_path / "files" / "real").exists()


def test_a_fresh_one_waits_until_the_old_one_stopped(seen: dict[str, str], tmp_path: Path) -> None:
    own = tmp_path / serving.PRACTICE_FOLDER
    with sole_use(Installation(home=Home(own), demo=True, port=8010)), pytest.raises(SetupFailed, match="đang được"):
        serving.practice(["--fresh"])
    assert own.exists()


def test_a_real_installation_is_never_practised_in(seen: dict[str, str], tmp_path: Path) -> None:
    own = tmp_path / serving.PRACTICE_FOLDER
    own.mkdir()
    (own / "production").write_text("1", encoding="utf-8")
    with pytest.raises(SetupFailed, match="cài đặt thật"):
        serving.practice(["--fresh"])
    assert (own / "production").exists()
    assert seen == {}


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

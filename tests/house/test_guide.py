"""The guide holds together: every screen has its page, every page is reached, and it names only what is on screen."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.urls import get_resolver

from tiepdan.ui.guide import FOLDER, Guide, citizens_guide, officers_guide

ROOT = FOLDER.parent.parent
GUIDES = {"officers": officers_guide, "citizens": citizens_guide}
# Screens of the library that are switched off here, addresses without a screen, and the guide itself.
WITHOUT_A_PAGE = {
    "account_signup", "account_email", "account_email_verification_sent", "account_set_password", "account_reset_password",
    "account_confirm_login_code", "account_confirm_email", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_reset_password_done", "mfa_download_recovery_codes", "mfa_login_webauthn",
    "guide", "guide_page", "duty_calendar", "live", "ready", "metrics", "portal:guide", "portal:guides",
}  # fmt: skip
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def names(patterns: Any, space: str = "") -> Iterator[str]:
    """Every name of an address, but those of the API."""
    for one in patterns.url_patterns:
        if hasattr(one, "url_patterns"):
            inner = getattr(one, "namespace", None)
            if inner != "api":
                yield from names(one, f"{space}{inner}:" if inner else space)
        elif one.name:
            yield space + one.name


def all_pages() -> list[tuple[str, str, Path]]:
    """Each page with its guide."""
    found = []
    for name, guide in GUIDES.items():
        found += [(name, path.stem, path) for path in sorted(guide().folder.glob("*.md"))]
    return found


@cache
def on_screen() -> str:
    """Everything a screen can say: templates, words in code, words in the rules."""
    parts = []
    for pattern in ("tiepdan/**/*.html", "tiepdan/**/*.py", "tiepdan/**/*.typ", "rules/**/*.yaml"):
        parts += [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob(pattern))]
    text = html.unescape("\n".join(parts))
    bare = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " … ", re.sub(r"\"\s*\n\s*f?\"", "", text))
    return " ".join(f"{text} {re.sub(r'<[^>]+>', ' ', bare)}".split())


def test_every_screen_has_exactly_one_page() -> None:
    told = Counter(screen for guide in GUIDES.values() for page in guide().pages.values() for screen in page.screens)
    known = set(names(get_resolver()))
    assert sorted(known - WITHOUT_A_PAGE - set(told)) == [], "screens that no page of docs/guide is about"
    assert sorted(set(told) - known) == [], "pages about screens that do not exist"
    assert [screen for screen, times in told.items() if times > 1] == []
    assert {screen for screen in WITHOUT_A_PAGE if screen not in known} == set()


def test_every_address_is_led_to() -> None:
    """An act that no page offers is an act that nobody finds."""
    sources = [path for pattern in ("*.html", "*.py") for path in (ROOT / "tiepdan").rglob(pattern)]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    known = [name for name in names(get_resolver()) if name.startswith(("desk:", "portal:"))]
    assert [name for name in known if not re.search(rf"['\"]{re.escape(name)}['\"]", text)] == ["desk:patterns"]


def test_officers_and_citizens_read_their_own_guide() -> None:
    assert [
        one for page in citizens_guide().pages.values() for one in page.screens if not one.startswith("portal:")
    ] == []
    assert [one for page in officers_guide().pages.values() for one in page.screens if one.startswith("portal:")] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_every_page_is_in_the_table_of_contents(guide: str) -> None:
    shown = GUIDES[guide]()
    linked = set(re.findall(r"\(([a-z0-9-]+)\.md\)", shown.index.source))
    assert sorted(linked) == sorted(shown.pages), "pages that no link leads to, or links to no page"
    listed = re.findall(r"^\* \[[^\]]+\]\(([a-z0-9-]+)\.md\)", shown.index.source, re.MULTILINE)
    assert list(shown.pages) == listed, "each page is listed once, and pages follow each other so"


@pytest.mark.parametrize(
    "guide, slug, path", all_pages(), ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_links_and_pictures_lead_somewhere(guide: str, slug: str, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    wrong = []
    for target in LINK.findall(text):
        if target.startswith("/"):
            from django.urls import resolve

            resolve(target)
            continue
        place, _, anchor = target.partition("#")
        other = (path.parent / place).resolve()
        if not other.exists():
            wrong.append(target)
        elif anchor:
            owner = citizens_guide() if other.parent.name == "citizens" else officers_guide()
            if f'id="{anchor}"' not in owner.pages[other.stem].html:
                wrong.append(target)
    shown = GUIDES[guide]()
    drawn = shown.index.html if slug == "README" else shown.pages[slug].html
    wrong += re.findall(r'href="[^"]*\.md[^"]*"', drawn)
    for words, target in PICTURE.findall(text):
        picture = path.parent / target
        if not words or not picture.exists() or picture.stat().st_size > 80_000:
            wrong.append(target)
    assert wrong == []


@pytest.mark.parametrize(
    "guide, slug, path", all_pages(), ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_bold_words_stand_on_a_screen(guide: str, slug: str, path: Path) -> None:
    """Bold is kept for what a reader looks for on the screen, so a button that was renamed is found here."""
    said = on_screen()
    lower = said.lower()
    wrong = []
    for words in BOLD.findall(path.read_text(encoding="utf-8")):
        whole = " ".join(words.split()).rstrip(".:")
        pieces = [piece.strip() for piece in whole.split("…") if piece.strip()]
        if not all(piece.lower() in lower for piece in pieces):
            wrong.append(whole)
    assert wrong == []


@pytest.mark.parametrize(
    "guide, slug, path", all_pages(), ids=lambda value: str(value) if isinstance(value, str) else ""
)
def test_quoted_refusals_are_what_the_program_says(guide: str, slug: str, path: Path) -> None:
    """The left of a table of refusals is the beginning of a sentence that the program has; … stands for what differs."""
    said = on_screen().lower()
    wrong = []
    for table in path.read_text(encoding="utf-8").split("| Chương trình báo |")[1:]:
        for row in table.split("\n\n")[0].splitlines()[2:]:
            quoted = row.split("|")[1].replace("**", "").strip()
            pieces = [piece.strip().lower() for piece in quoted.split("…") if piece.strip()]
            if not all(piece in said for piece in pieces):
                wrong.append(quoted)
    assert wrong == []


def test_pages_show_no_raw_html_and_every_picture_is_used() -> None:
    sources = {path: path.read_text(encoding="utf-8") for _, _, path in all_pages()}
    assert [str(path) for path, text in sources.items() if re.search(r"</?[a-z][^>]*>", text)] == []
    used = {Path(target).name for text in sources.values() for _, target in PICTURE.findall(text)}
    assert {path.name for path in (FOLDER / "pictures").iterdir()} == used


def test_markdown_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Mục lục\n\n* [Một](mot.md)\n", encoding="utf-8")
    (tmp_path / "mot.md").write_text(
        "---\nscreens: [x]\n---\n# Một & hai\n\n<script>alert(1)</script> [y](javascript:alert)\n\n## Phần đầu\n\nChữ **đậm**\ntiếp.\n",
        encoding="utf-8",
    )
    guide = Guide(tmp_path, "guide", "guide_page")
    page = guide.pages["mot"]
    assert "<script>" not in page.html
    assert 'href="javascript' not in page.html
    assert 'id="phan-dau"' in page.html
    assert page.title == "Một & hai"
    assert [(one.title, one.text) for one in page.sections][1] == ("Phần đầu", "Chữ đậm tiếp.")
    assert guide.address_for("x").endswith("/mot/")
    assert guide.address_for("y").endswith("/can-bo/")


def test_search_needs_every_word_with_or_without_marks() -> None:
    guide = officers_guide()
    found = guide.find("bien nhan pin")
    assert "Tiếp dân" in found[0].page
    assert any(one.title == "Giấy biên nhận, mã và PIN" for one in found)
    assert guide.find("ủy quyền cấp phó")[0].address.endswith("#uy-quyen-cho-cap-pho")
    extended = guide.find("gia hạn")
    assert extended[0].page == "Đối thoại, gia hạn, tạm đình chỉ, đình chỉ"
    assert len(extended) < 12, "“gia” and “hạn” apart are no answer"
    assert guide.find("chữ không hề có xyz") == []
    assert guide.find("  ") == []

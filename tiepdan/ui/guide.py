"""The guide that stands inside the program: Markdown pages of `docs/guide`, drawn once per process, found by words.

A page begins with the names of the screens it is about; its links lead to other pages, its pictures lie in `pictures/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import yaml
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tiepdan.infra.folding import fold

FOLDER: Final = Path(__file__).resolve().parent.parent.parent / "docs" / "guide"
_INDEX: Final = "README"
_HEAD: Final = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_PAGE: Final = re.compile(r"([a-z0-9-]+)\.md(#[a-z0-9-]+)?")
_LISTED: Final = re.compile(r"^\* \[[^\]]+\]\(([a-z0-9-]+)\.md\)", re.MULTILINE)  # a line of the table of contents
_CITIZENS: Final = "citizens"
_SHOWN: Final = 160  # characters around a found word
_CLOSE: Final = (0, 1, 2)  # ranks of what was found that are worth showing together
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under one heading."""

    title: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A part of a page that has all the words looked for."""

    page: str
    title: str
    address: str
    excerpt: str


@dataclass(frozen=True)
class GuidePage:
    """One page: what it is called, the screens it is about, its words as HTML."""

    slug: str
    title: str
    screens: tuple[str, ...]
    source: str
    html: SafeString
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Guide:
    """The pages of one kind of reader."""

    folder: Path
    index_name: str  # names of addresses
    page_name: str

    @cached_property
    def index(self) -> GuidePage:
        """The table of contents, a page like the others."""
        return self._read(self.folder / f"{_INDEX}.md")

    @cached_property
    def pages(self) -> dict[str, GuidePage]:
        """All pages by their place in the address, in the order of the table of contents."""
        named = dict.fromkeys(_LISTED.findall(self.index.source))
        written = sorted(path.stem for path in self.folder.glob("*.md") if path.stem != _INDEX)
        order = [*(slug for slug in named if slug in written), *(slug for slug in written if slug not in named)]
        return {slug: self._read(self.folder / f"{slug}.md") for slug in order}

    @cached_property
    def _by_screen(self) -> dict[str, str]:
        """Asked by every page of the program, so it draws nothing."""
        return {screen: path.stem for path in self.folder.glob("*.md") for screen in _split(path)[0]}

    def address_for(self, screen: str) -> str:
        """Return where the page about a screen stands; the table of contents when none is."""
        slug = self._by_screen.get(screen)
        return reverse(self.page_name, args=[slug]) if slug else reverse(self.index_name)

    def find(self, words: str) -> list[Found]:
        """Return the parts that have the words: those named so first, then those that say them together.

        Parts that have every word, but apart, come only when nothing else does; so do words that are only begun.
        """
        wanted = fold(words)
        if not wanted:
            return []
        ranked: dict[int, list[Found]] = {}
        for page in self.pages.values():
            for section in page.sections:
                rank = _rank(wanted, page=fold(page.title), name=fold(section.title), text=fold(section.text))
                if rank is not None:
                    address = reverse(self.page_name, args=[page.slug]) + (
                        f"#{section.anchor}" if section.anchor else ""
                    )
                    shown = Found(page.title, section.title, address, _excerpt(section.text, wanted))
                    ranked.setdefault(rank, []).append(shown)
        close = [one for rank in _CLOSE for one in ranked.get(rank, [])]
        return (close or next((ranked[rank] for rank in sorted(ranked)), []))[:_MOST]

    def _read(self, path: Path) -> GuidePage:
        screens, source = _split(path)
        tokens = _MARKDOWN.parse(source)
        self._settle(tokens)
        sections = tuple(_sections(tokens))
        drawn = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
        return GuidePage(
            slug=path.stem, title=sections[0].title, screens=screens, source=source,
            html=mark_safe(drawn), sections=sections,  # noqa: S308 # raw HTML is escaped, addresses are checked by the library
        )  # fmt: skip

    def _settle(self, tokens: list[Token]) -> None:
        """Give headings their anchors, links and pictures their addresses here."""
        for place, token in enumerate(tokens):
            if token.type == "heading_open":
                token.attrSet("id", _anchor(_plain(tokens[place + 1])))
            for inner in token.children or ():
                if inner.type == "link_open":
                    inner.attrSet("href", self.link(str(inner.attrGet("href"))))
                elif inner.type == "image":
                    name = str(inner.attrGet("src")).rsplit("pictures/", 1)[-1]
                    inner.attrSet("src", staticfiles_storage.url(f"guide/{name}"))
                    inner.attrSet("loading", "lazy")

    def link(self, href: str) -> str:
        """Return where a link of a page leads here."""
        if href.startswith(f"{_CITIZENS}/"):
            return citizens_guide().link(href.removeprefix(f"{_CITIZENS}/"))
        if href == f"{_INDEX}.md":
            return reverse(self.index_name)
        match = _PAGE.fullmatch(href)
        if match is None:
            return href
        return reverse(self.page_name, args=[match[1]]) + (match[2] or "")


def _split(path: Path) -> tuple[tuple[str, ...], str]:
    """Return the names of the screens a page is about, and its words."""
    text = path.read_text(encoding="utf-8")
    head = _HEAD.match(text)
    if head is None:
        return (), text
    return tuple(yaml.safe_load(head[1])["screens"]), text[head.end() :]


def _sections(tokens: list[Token]) -> Iterator[Section]:
    title = anchor = ""
    words: list[str] = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag in {"h1", "h2"}:
            if title:
                yield Section(title, anchor, " ".join(words))
            title, words = _plain(tokens[place + 1]), []
            anchor = str(token.attrGet("id")) if token.tag == "h2" else ""
        elif token.type == "inline" and (place == 0 or tokens[place - 1].tag not in {"h1", "h2"}):
            words.append(_plain(token))
    yield Section(title, anchor, " ".join(words))


def _plain(token: Token) -> str:
    """The words of a line without its marks."""
    parts = (
        " " if one.type in {"softbreak", "hardbreak"} else one.content
        for one in token.children or ()
        if one.type != "image"
    )
    return "".join(parts).strip()


def _anchor(title: str) -> str:
    return fold(title).replace(" ", "-")


def _rank(wanted: str, *, page: str, name: str, text: str) -> int | None:
    """Tell how well a part answers: 0–2 close, 3 and 4 far, None not at all."""
    named, said = f" {name} ", f" {page} {name} {text} "
    words = wanted.split()
    if f" {wanted} " in named:
        return 0
    if all(f" {word} " in named for word in words):
        return 1
    if f" {wanted} " in f" {text} ":
        return 2
    if all(f" {word} " in said for word in words):
        return 3
    return 4 if all(f" {word}" in said for word in words) else None


def _excerpt(text: str, wanted: str) -> str:
    """Return the part of a text around the words, or around the first of them."""
    words = text.split()
    folded = [fold(word) for word in words]
    looked = wanted.split()
    together = (place for place in range(len(words)) if " ".join(folded[place : place + len(looked)]) == wanted)
    apart = (place for place, word in enumerate(folded) if any(one in word for one in looked))
    start = max(0, next(together, next(apart, 0)) - 8)
    cut = " ".join(words[start:])
    shown = cut if len(cut) <= _SHOWN else cut[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"… {shown}" if start else shown


_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=1)
def officers_guide() -> Guide:
    """What officers read."""
    return Guide(FOLDER, "guide", "guide_page")


@lru_cache(maxsize=1)
def citizens_guide() -> Guide:
    """What citizens read at the portal."""
    return Guide(FOLDER / _CITIZENS, "portal:guides", "portal:guide")

"""Text of a page saved by a word processor or a browser: blocks as lines, rows as cells, nothing that is not shown."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_BLOCKS: Final = frozenset(
    [
        "p",
        "div",
        "br",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "table",
        "tr",
        "section",
        "article",
        "header",
        "footer",
        "blockquote",
        "pre",
        "title",
        "hr",
        "dt",
        "dd",
    ]
)
_HIDDEN: Final = frozenset(["script", "style", "head", "noscript", "template", "svg", "select", "button", "xml", "nav"])
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0
        self._row = 0
        self._items: list[int | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (base class)
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in {"td", "th"}:
            self.parts.append(" | ")
        elif tag == "tr":
            self._row += 1
            self.parts.append("\n")
        elif tag in {"ul", "ol"}:
            self._items.append(0 if tag == "ol" else None)
            self.parts.append("\n")
        elif tag in _BLOCKS:
            self.parts.append(" " if self._row and tag != "table" else "\n")
        if tag == "li" and self._items:
            count = self._items[-1]
            if count is None:
                self.parts.append("- ")
            else:
                self._items[-1] = count + 1
                self.parts.append(f"{count + 1}. ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag == "tr":
            self._row = max(0, self._row - 1)
            self.parts.append("\n")
        elif tag in {"ul", "ol"} and self._items:
            self._items.pop()
            self.parts.append("\n")
        elif tag in _BLOCKS and not self._row:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"[ \t\r\n]+", " ", data))


def declared_charset(data: bytes) -> str | None:
    """Charset named in the first bytes of a page."""
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii").lower() if found else None


def html_text(page: str) -> str:
    """Text shown by a page."""
    parser = _Page()
    parser.feed(page)
    parser.close()
    return re.sub(r"\n[ \t]*(?:\n[ \t]*)+", "\n\n", "".join(parser.parts)).strip()

"""The tree of a plan: which numbered lines are headings, which are duties, and what stands below what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tiepdan.plans.reading.agencies import name_at
from tiepdan.plans.reading.blocks import Block, is_caps
from tiepdan.plans.reading.cards import is_card_line
from tiepdan.plans.reading.lexicon import ADVERB, FUNCTION, VERB
from tiepdan.plans.reading.markers import Mark
from tiepdan.plans.reading.model import SURE, Found, Section
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import Text

_RANK: Final = {
    Mark.PART: 0,
    Mark.CAPITAL: 1,
    Mark.ROMAN: 2,
    Mark.NUMBER: 3,
    Mark.LETTER: 7,
    Mark.DASH: 8,
    Mark.PLUS: 9,
    Mark.NONE: 10,
}
_HEADLESS: Final = re.compile(
    r"^(?:mục đích|yêu cầu|nội dung|tổ chức thực hiện|thời gian|địa điểm|thành phần|phân công|nhiệm vụ)"
)
_RUN_IN_TOPIC: Final = re.compile(
    r"^(?:mục đích|yêu cầu|thời gian[^:.;]{0,40}|địa điểm[^:.;]{0,40}|thành phần(?: tham dự| tham gia)?|đối "
    r"tượng|phạm vi|nội dung|"
    r"hình thức|kinh phí(?: thực hiện)?|nguyên tắc|quan điểm|phương pháp|số lượng|chế độ(?: báo cáo)?|phương "
    r"tiện|công tác [^:.;]{3,50}|"
    r"về [^:.;]{3,70})\s*:\s*"
)


@dataclass(slots=True)
class Node:
    """One block in the tree. `section` when it is a heading; `body` is the text of the duty (after a run-in heading)."""

    block: Block | None
    rank: int
    depth: int
    number: str = ""
    path: str = ""
    section: Section | None = None
    body: Text | None = None
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    @property
    def mark(self) -> Mark:
        return self.block.marker.mark if self.block else Mark.NONE

    @property
    def folded_title(self) -> str:
        return self.section.title.value.lower() if self.section else ""


def _rank(block: Block) -> int:
    mark = block.marker.mark
    if mark is Mark.NUMBER:
        return _RANK[mark] + block.marker.number.count(".")
    if mark is Mark.NONE and is_caps(block.value) and _HEADLESS.match(block.folded) and len(block.value) < 120:
        return _RANK[Mark.ROMAN]
    return _RANK[mark]


def _own_topic(block: Block) -> bool:
    """True when a line is written as a heading: no closing stop, not a sentence that obliges."""
    value = block.value.rstrip()
    return bool(value) and not re.search(r"[.;,]$|/\.", value) and len(value) < 230


def _heading_like(node: Node) -> bool:
    """True when a numbered line above others is their heading, not a duty itself."""
    block = node.block
    if block is None:
        return False
    if node.rank <= _RANK[Mark.ROMAN]:
        return True
    if not block.marker.numbered:
        return False
    text = block.text
    value = text.value.rstrip()
    if is_caps(value):
        return True
    names = names_at(text, 0)
    agency_only = (
        bool(names) and re.fullmatch(r"[\s:.;,]*(?:\([^)]*\))?[\s:.;,]*", text.folded[names[-1].end :]) is not None
    )
    if agency_only:
        return True
    below = [c for c in node.children if c.block is not None and not is_card_line(c.block.text)]
    if not below:
        return False
    if re.search(r"[;,]$|\./\.$", value):
        return False
    if value.endswith("."):
        return len(value) < 90 and not _sentence(text) and all(c.rank > node.rank for c in below)
    if value.endswith(":"):
        return len(value) < 160
    return len(value) < 230


def _sentence(text: Text) -> bool:
    """A verb with a capital at the beginning and a clause after it, or several sentences."""
    return bool(re.search(r"[.;]\s+\S", text.value)) or (VERB.match(text.folded) is not None and len(text) > 60)


def build(blocks: Sequence[Block]) -> Node:
    """The tree of the blocks of a body; the root holds the preamble and all headings."""
    root = Node(None, -1, 0)
    stack = [root]
    for block in blocks:
        rank = _rank(block)
        if rank == _RANK[Mark.NONE]:
            parent = _home_of_paragraph(stack)
            node = Node(block, rank, parent.depth + 1, parent=parent)
            parent.children.append(node)
            continue
        while stack[-1].rank >= rank:
            stack.pop()
        parent = stack[-1]
        node = Node(block, rank, parent.depth + 1, number=block.marker.number, parent=parent)
        parent.children.append(node)
        stack.append(node)
    _name(root)
    return root


def _home_of_paragraph(stack: list[Node]) -> Node:
    """A paragraph without a mark belongs to the last numbered item; a bullet above it is closed."""
    index = len(stack) - 1
    while index > 0 and stack[index].mark in {Mark.DASH, Mark.PLUS}:
        index -= 1
    return stack[index]


def _name(root: Node) -> None:
    """Decides headings from the leaves up, then gives paths from the root down."""
    used: dict[str, int] = {}

    def walk(node: Node, base: str, level: int) -> None:
        for child in node.children:
            block = child.block
            if block is None:
                continue
            number = child.number.replace("Phần", "Phần") if child.number else ""
            heading = _heading_like(child) and not _wide_item(child)
            run_in = None if heading else _run_in(child)
            child.path = base
            if number:
                child.path = _path(base, number)
            if heading or run_in:
                title = block.text if heading else block.text.part(0, run_in)
                shown = title.value.rstrip(" :.;")
                kept = title.part(0, len(shown))
                seen = used.get(child.path, 0) if number else 0
                used[child.path] = seen + 1
                if seen:
                    child.path = f"{child.path} ({seen + 1})"
                section = Section(
                    number, Found(kept.value, (kept.span(0, len(kept)),), SURE), level + 1, base or None, child.path or kept.value,
                    block.whole.span(0, len(block.whole)),
                )  # fmt: skip
                child.section = section
                child.body = None if heading else block.text
                if run_in and _RUN_IN_TOPIC.match(block.folded):
                    child.body = block.text.part(run_in)
                walk(child, child.path, level + 1)
            else:
                child.body = block.text
                walk(child, child.path, level)

    walk(root, "", 0)


def _path(base: str, number: str) -> str:
    """ "III.2" + "2.1" is "III.2.1": a decimal number repeats that of its parent."""
    last = re.sub(r" \(\d+\)$", "", base).rsplit(".", 1)[-1]
    if "." in number and last == number.rsplit(".", 1)[0].rsplit(".", 1)[-1]:
        return f"{base}.{number.rsplit('.', 1)[1]}"
    return f"{base}.{number}" if base else number


def _wide_item(node: Node) -> bool:
    """A numbered duty with a list of particulars below it is no heading: it is a sentence with a verb and a stop."""
    block = node.block
    if block is None or node.rank <= _RANK[Mark.ROMAN] or is_caps(block.value):
        return False
    text = block.text
    names = names_at(text, 0)
    if names:
        rest = text.folded[names[-1].end :].strip(" ,:.")
        return (
            bool(rest)
            and (VERB.match(rest) is not None or ADVERB.match(rest) is not None or FUNCTION.match(rest) is not None)
            and (len(text) > 90 or text.value.rstrip().endswith(":"))
        )
    return bool(re.match(r"(?:giao|đề nghị|yêu cầu)\s", text.folded)) and not _request_heading(text)


def _request_heading(text: Text) -> bool:
    """ "Đề nghị Ban …, Ủy ban …" alone is a heading."""
    verb = re.match(r"(?:giao|đề nghị|yêu cầu)(?: đối với)?\s+", text.folded)
    if not verb:
        return False
    names = names_at(text, verb.end())
    return bool(names) and re.fullmatch(r"[\s:.;,]*(?:\([^)]*\))?[\s:.;,]*", text.folded[names[-1].end :]) is not None


def _run_in(node: Node) -> int | None:
    """Characters of a heading that stands in the line of its text: "1. Thanh tra tỉnh: …", "1. Mục đích: …"."""
    block = node.block
    if block is None or not block.marker.numbered:
        return None
    topic = _RUN_IN_TOPIC.match(block.folded)
    if topic and topic.end() < len(block.text):
        return topic.end()
    verb = re.match(r"(?:đề nghị|giao|yêu cầu)\s+", block.folded)
    names = names_at(block.text, verb.end() if verb else 0)
    if names:
        colon = re.compile(r"\s*(?:\([^)]*\))?\s*:\s*(?=\S)").match(block.folded, names[-1].end)
        if colon:
            return colon.end()
    return None


def agency_title(text: Text) -> bool:
    """True when a heading names an agency rather than a topic."""
    return name_at(text, 0) is not None

"""The tree of a plan: which numbered lines are headings, which are duties, and what stands below what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from tiepdan.plans.reading.agencies import name_at
from tiepdan.plans.reading.blocks import Block, is_caps
from tiepdan.plans.reading.cards import Field, card_field, stands_beside_card
from tiepdan.plans.reading.labels import label_names, run_in_names
from tiepdan.plans.reading.lexicon import ADVERB, FUNCTION, VERB
from tiepdan.plans.reading.markers import Mark
from tiepdan.plans.reading.model import SURE, Found, Section
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import UPPER, Text, pattern
from tiepdan.plans.reading.topics import is_closing, is_general, without_asked_act

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
_BARE_AGENCY: Final = 6  # a heading without a number that names who is addressed: below numbers, above letters
_HEADLESS: Final = re.compile(
    r"^(?:mục đích|yêu cầu|nội dung|tổ chức thực hiện|thời gian|địa điểm|thành phần|phân công|nhiệm vụ)"
)
_BARE_TOPIC: Final = re.compile(r"(?:mục đích|yêu cầu|mục tiêu|nhiệm vụ|giải pháp|mục đích,? (?:và )?yêu cầu)\s*:?")
_ITEM_WITH_LIST: Final = re.compile(r"[,;]\s(?:trong đó|bao gồm|gồm)(?: các (?:việc|bước|nội dung))?\s*:\s*$")
_RUN_IN_TOPIC: Final = re.compile(
    r"^(?:mục đích|yêu cầu|thời (?:gian|kỳ|điểm|lượng)[^:.;]{0,40}|địa điểm[^:.;]{0,40}|thành phần(?: tham dự| tham gia)?|đối "
    r"tượng[^:.;]{0,40}|phạm vi|nội dung(?: (?:kiểm tra|giám sát|thanh tra|khảo sát))?|"
    r"khẩu hiệu|chủ đề|quy mô|hình thức|kinh phí(?: thực hiện)?|nguyên tắc|quan điểm|phương pháp|số lượng|chế độ(?: báo cáo)?|phương "
    r"tiện|công tác [^:.;]{3,50}|"
    r"về [^:.;]{3,70})\s*:\s*"
)


# A label of a few words before a colon, and a sentence behind it.
_LABEL: Final = re.compile(rf"(?=[{UPPER}])(?:[^\W\d_][^\s:.;]*\s+){{1,13}}[^\s:.;]+\s*:\s+(?=[{UPPER}])")


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
    card: bool = False  # says who, when or what for the duty above
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


def _bare_agency(block: Block, following: Block) -> bool:
    """True for a line that is nothing but names, above items or a sentence that begins with its verb."""
    if len(block.value) > 130 or pattern(r"[.;,]$|/\.").search(block.value) or block.cells or following.cells:
        return False
    bullet = following.marker.mark in {Mark.DASH, Mark.PLUS, Mark.LETTER}
    duty = (
        following.marker.mark is Mark.NONE
        and VERB.match(following.folded) is not None
        and following.value[:1].isupper()
    )
    return (bullet or duty) and bool(label_names(block.text)) and VERB.match(block.folded) is None


def _bare_topic(block: Block, following: Block) -> bool:
    """ "Mục đích", alone on its line above items: a heading that lost its number."""
    return _BARE_TOPIC.fullmatch(block.folded) is not None and following.marker.mark in {Mark.DASH, Mark.PLUS}


def _own_topic(block: Block) -> bool:
    """True when a line is written as a heading: no closing stop, not a sentence that obliges."""
    value = block.value.rstrip()
    return bool(value) and not pattern(r"[.;,]$|/\.").search(value) and len(value) < 230


def _heading_like(node: Node) -> bool:
    """True when a numbered line above others is their heading, not a duty itself."""
    block = node.block
    if block is None:
        return False
    if node.rank <= _RANK[Mark.ROMAN]:
        return True
    if not block.marker.numbered:
        return node.rank == _BARE_AGENCY
    text = block.text
    value = text.value.rstrip()
    if is_caps(value):
        return True
    if node.card:
        return False
    if label_names(text):
        return True
    below = [c for c in node.children if c.block is not None and not c.card and not _general(c)]
    if not below:
        return False
    if pattern(r"[;,]$|\./\.$").search(value):
        return False
    if value.endswith("."):
        listed = any(c.mark is not Mark.NONE for c in below)
        return len(value) < 90 and not _sentence(text) and (listed or VERB.match(text.folded) is None)
    if value.endswith(":"):
        return len(value) < 160
    return len(value) < 230


def _general(node: Node) -> bool:
    """A paragraph that closes a part or obliges everybody; it stands below nothing."""
    block = node.block
    return (
        block is not None
        and block.marker.mark is Mark.NONE
        and (
            is_closing(block.text)
            or is_general(block.text)
            or block.value.startswith("(")
            or (
                pattern(r"(?:giao|đề nghị|yêu cầu) ").match(block.folded) is not None
                and pattern(r"[./]\s?/\s?\.?$").search(block.value) is not None
            )
        )
    )


def _cards(node: Node) -> None:
    """Tells the lines of a card: its label says so, or it stands beside one that names the lead."""
    fields = [card_field(c.block.text) if c.block is not None and not c.block.cells else None for c in node.children]
    named = any(f is not None and f[0] in {Field.LEAD, Field.COORDINATE} for f in fields)
    for child, found in zip(node.children, fields, strict=True):
        block = child.block
        if block is None or child.rank <= _RANK[Mark.NUMBER]:
            continue
        bare = not block.marker.numbered
        child.card = (found is not None and (bare or named)) or (named and not bare and stands_beside_card(block.text))
    for child in node.children:
        _cards(child)


def _sentence(text: Text) -> bool:
    """A verb with a capital at the beginning and a clause after it, or several sentences."""
    return bool(pattern(r"[.;]\s+\S").search(text.value)) or (VERB.match(text.folded) is not None and len(text) > 60)


def build(blocks: Sequence[Block]) -> Node:
    """The tree of the blocks of a body; the root holds the preamble and all headings."""
    root = Node(None, -1, 0)
    stack = [root]
    for block, following in zip_longest(blocks, blocks[1:]):
        rank = _rank(block)
        if (
            rank == _RANK[Mark.NONE]
            and following is not None
            and (_bare_agency(block, following) or _bare_topic(block, following))
        ):
            rank = _BARE_AGENCY
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
    _cards(root)
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
            run_in = _run_in(child)
            heading = run_in is None and _heading_like(child) and not _wide_item(child)
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
    last = pattern(r" \(\d+\)$").sub("", base).rsplit(".", 1)[-1]
    if "." in number and last == number.rsplit(".", 1)[0].rsplit(".", 1)[-1]:
        return f"{base}.{number.rsplit('.', 1)[1]}"
    return f"{base}.{number}" if base else number


def _wide_item(node: Node) -> bool:
    """A numbered duty with a list of particulars below it is no heading: it is a sentence with a verb and a stop."""
    block = node.block
    if block is None or node.rank <= _RANK[Mark.ROMAN] or is_caps(block.value):
        return False
    text = block.text
    if _ITEM_WITH_LIST.search(text.folded) and VERB.match(text.folded):
        return True
    names = [] if label_names(text) else names_at(text, 0)
    if names:
        rest = text.folded[names[-1].end :].strip(" ,:.")
        return (
            bool(rest)
            and (VERB.match(rest) is not None or ADVERB.match(rest) is not None or FUNCTION.match(rest) is not None)
            and (len(text) > 90 or text.value.rstrip().endswith((":", ".")))
        )
    return bool(pattern(r"(?:giao|đề nghị|yêu cầu)\s").match(text.folded)) and not _request_heading(text)


def _request_heading(text: Text) -> bool:
    """ "Đề nghị Ban …, Ủy ban …" alone is a heading."""
    verb = pattern(r"(?:giao|đề nghị|yêu cầu)(?: đối với)?\s+").match(text.folded)
    if not verb:
        return False
    names = names_at(text, verb.end())
    return (
        bool(names)
        and pattern(r"[\s:.;,]*(?:\([^)]*\))?[\s:.;,]*").fullmatch(without_asked_act(text).folded[names[-1].end :])
        is not None
    )


def _run_in(node: Node) -> int | None:
    """Characters of a heading that stands in the line of its text: "1. Thanh tra tỉnh: …", "1. Mục đích: …"."""
    block = node.block
    if block is None or not block.marker.numbered:
        return None
    if node.card:
        return None
    topic = _RUN_IN_TOPIC.match(block.folded)
    if topic and topic.end() < len(block.text):
        return topic.end()
    if (label := _label_end(node)) is not None:
        return label
    verb = pattern(r"(?:đề nghị|giao|yêu cầu)\s+").match(block.folded)
    named = run_in_names(block.text, verb.end() if verb else 0)
    return named[1] if named else None


def _label_end(node: Node) -> int | None:
    """ "2. Phối hợp kiểm tra: Cử đại diện …": a label with its text behind it, where most numbers beside it are headings too."""
    block = node.block
    found = _LABEL.match(block.text.value) if block is not None and node.rank == _RANK[Mark.NUMBER] else None
    if block is None or found is None or node.parent is None or block.value.rstrip().endswith(":"):
        return None
    if names_at(block.text, 0) or run_in_names(block.text):
        return None
    beside = [n for n in node.parent.children if n.rank == node.rank and n.block is not None]
    labelled = sum(
        n.block is not None
        and (_LABEL.match(n.block.text.value) is not None or (bool(n.children) and _heading_like(n)))
        for n in beside
    )
    return found.end() if len(beside) > 1 and labelled * 3 >= len(beside) * 2 else None


def agency_title(text: Text) -> bool:
    """True when a heading names an agency rather than a topic."""
    return name_at(text, 0) is not None

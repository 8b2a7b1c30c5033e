"""Which documents stand in a file: a plan, a decision with a plan attached, or a paper that is no plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tiepdan.plans.reading.blocks import is_caps
from tiepdan.plans.reading.lines import Line
from tiepdan.plans.reading.normal import pattern

# Word printed on the paper (folded) and its stable code. Names of kinds: Nghị định 30/2020/NĐ-CP and the Party's papers.
KINDS: Final = {
    "kế hoạch": "plan", "quyết định": "decision", "chỉ thị": "directive", "công văn": "official_letter", "thông "
        "báo": "notice",
    "hướng dẫn": "guidance", "nghị quyết": "resolution", "công điện": "telegram", "báo cáo": "report", "tờ "
        "trình": "submission_note",
    "chương trình": "programme", "quy chế": "regulation", "quy định": "rules", "đề án": "scheme", "phương án": "plan",
    "kết luận": "conclusion", "biên bản": "minutes", "giấy mời": "invitation", "nghị định": "decree", "thông tư": "circular",
    "luật": "law", "bộ luật": "code", "pháp lệnh": "ordinance", "lịch": "schedule", "thông cáo": "communique", "quy trình": "procedure",
    "thư mời": "invitation", "đề cương": "outline", "thông tri": "party_notice", "kế hoạch liên tịch": "plan",
    "kế hoạch phối hợp": "plan", "kế hoạch liên ngành": "plan", "nghị quyết liên tịch": "resolution", "lời kêu "
        "gọi": "appeal",
    "thông báo kết luận": "notice", "chương trình hành động": "programme", "quy chế phối hợp": "regulation", "bài viết": "web_article",
}  # fmt: skip
_SYMBOLS: Final = {
    "kh": "kế hoạch", "qđ": "quyết định", "ct": "chỉ thị", "tb": "thông báo", "hd": "hướng dẫn", "nq": "nghị "
        "quyết", "cđ": "công điện",
    "bc": "báo cáo", "ttr": "tờ trình", "ctr": "chương trình", "qc": "quy chế", "đa": "đề án", "pa": "phương án", "kl": "kết luận",
    "gm": "giấy mời", "nđ": "nghị định", "tt": "thông tư", "kl-": "kết luận", "qđi": "quy định",
}  # fmt: skip
_NUMBER_LINE: Final = re.compile(r"(?:^|\s)số\s*:?\s*[\d.\s_…]{0,16}(?:/\d{4})?\s?[-/]\s?([\wđ]+)")
_LETTER_MARK: Final = re.compile(r"^v\s?/\s?v\b|^kính gửi\b|\bv/v\s")
_FOOT: Final = re.compile(r"^[\s\-|]*nơi nhận\s*(?::|$|\()")
_KIND_LINE: Final = re.compile(r"^(" + "|".join(sorted(KINDS, key=len, reverse=True)) + r")(?!\w)\s*[:.]?\s*(.*)$")
_MOTTO: Final = re.compile(r"cộng\s?hòa\s?xã hội|độc lập\s?-\s?tự do|đảng cộng sản việt nam")
_NEWS: Final = re.compile(
    r"\bảnh\s*:|\(ttxvn\)|\bpv\b|phóng viên|\btác giả\b|lượt xem|chia sẻ|bình luận|\bcập nhật\b|\btin (?:mới|"
    r"liên quan|khác)|"
    r"nguồn\s*:|gmt\+7|thứ (?:hai|ba|tư|năm|sáu|bảy), ?\d|\d{1,2}[:h]\d{2}[ ,|-]+\d{1,2}/\d{1,2}/\d{4}"
)
_SAYS_PLAN: Final = re.compile(
    r"(?:ban hành|xây dựng|triển khai|đề ra)\s(?:\w+ ){0,3}kế hoạch\b.{0,160}(?:như sau|sau đây)\s*:?\s*$"
)
WEB_KIND: Final = "Bài viết"


@dataclass(frozen=True, slots=True)
class Part:
    """One document of the file: lines `start` to `end`; the line of its kind, and where its foot begins."""

    start: int
    kind_line: int | None
    foot: int
    end: int
    kind: str  # folded
    kind_found: Line | None
    title_in_line: int  # characters of the kind line after which the title begins; 0 when the line is the kind alone

    @property
    def code(self) -> str:
        return KINDS.get(self.kind, "unknown")


def _kind_in(line: Line) -> tuple[str, int] | None:
    """Kind named by a line of its own, and where a title on the same line begins."""
    if not line.value[:1].isupper():
        return None
    found = _KIND_LINE.match(line.folded)
    if not found:
        return None
    rest = found.group(2)
    if not rest or not pattern(r"\w").search(rest):
        return (found.group(1), 0) if is_caps(line.value) or len(line.value) < 24 else None
    printed = line.value[: found.start(2)]
    if not is_caps(printed) or pattern(r"số\b|này\b").match(rest):
        return None
    title_caps = is_caps(line.value[found.start(2) :][:12])
    if line.value.rstrip().endswith((".", ";")) and not title_caps:
        return None
    return found.group(1), found.start(2)


def _attached(lines: Sequence[Line], at: int) -> bool:
    """True when "(Kèm theo …)" stands within the lines after the kind."""
    return any(pattern(r"\(?\s*(?:ban hành )?kèm theo").match(line.folded) for line in lines[at + 1 : at + 9])


def find_parts(lines: Sequence[Line]) -> list[Part]:
    """The documents of the file in order; one at least (for an empty list of lines too)."""
    starts: list[tuple[int, str, int]] = []
    foot_seen = True
    for index, line in enumerate(lines):
        if "nơi nhận" in line.folded and _FOOT.match(line.folded):
            foot_seen = True
            continue
        if not starts and index > 45:
            break
        named = _kind_in(line)
        if named is None or (starts and not (is_caps(line.value[:8]))):
            continue
        if not foot_seen and not (starts and _attached(lines, index)):
            continue
        if starts and pattern(r"(?:phụ lục|mẫu|biểu)").match(lines[index - 1].folded):
            continue
        starts.append((index, *named))
        foot_seen = False
    if not starts:
        return [_unnamed(lines)]
    parts: list[Part] = []
    for order, (index, kind, title_at) in enumerate(starts):
        begin = 0 if order == 0 else _head_start(lines, index, parts[-1].foot)
        if parts:
            last = parts[-1]
            parts[-1] = Part(
                last.start, last.kind_line, min(last.foot, begin), begin, last.kind, last.kind_found, last.title_in_line
            )
        end = len(lines)
        following = starts[order + 1][0] if order + 1 < len(starts) else end
        foot = next(
            (i for i in range(index, following) if "nơi nhận" in lines[i].folded and _FOOT.match(lines[i].folded)),
            following,
        )
        parts.append(Part(begin, index, foot, end, kind, lines[index], title_at))
    return _named_by_letter(lines, parts)


def _head_start(lines: Sequence[Line], kind_line: int, floor: int) -> int:
    """First line of the letterhead above a second kind line."""
    for index in range(max(floor, kind_line - 12), kind_line):
        if _MOTTO.search(lines[index].folded) or _NUMBER_LINE.search(lines[index].folded):
            begin = index
            while (
                begin - 1 > floor
                and is_caps(lines[begin - 1].value)
                and begin > index - 3
                and not _signature(lines[begin - 1])
            ):
                begin -= 1
            return begin
    return kind_line


def _signature(line: Line) -> bool:
    return pattern(r"(?:tm|kt|tl|tuq|q)\.|(?:phó )?(?:chủ tịch|giám đốc|trưởng)").match(line.folded) is not None


def _named_by_letter(lines: Sequence[Line], parts: list[Part]) -> list[Part]:
    """A letter that quotes "THÔNG BÁO" in its body is still a letter: "Kính gửi" or "V/v" above the kind line says so."""
    first = parts[0]
    if first.kind_line is None or first.code in {"telegram", "submission_note", "report"}:
        return parts
    head = lines[: first.kind_line]
    if any(_LETTER_MARK.search(line.folded) for line in head) and any(_MOTTO.search(line.folded) for line in head):
        foot = first.foot
        return [Part(0, None, foot, parts[0].end, "công văn", None, 0), *parts[1:]]
    return parts


def _unnamed(lines: Sequence[Line]) -> Part:
    """A file without a kind line: a letter, a paper known by its number, or an article of a web page."""
    foot = next((i for i, line in enumerate(lines) if _FOOT.match(line.folded)), len(lines))
    head = lines[: min(len(lines), 25)]
    letterhead = any(_MOTTO.search(line.folded) for line in head)
    if any(_LETTER_MARK.search(line.folded) for line in head) and (
        letterhead or foot < len(lines) or any(line.folded.startswith("kính gửi") for line in head[:2])
    ):
        return Part(0, None, foot, len(lines), "công văn", None, 0)
    for line in head:
        number = _NUMBER_LINE.search(line.folded)
        if number and (letterhead or foot < len(lines)) and line.folded.startswith("số"):
            return Part(0, None, foot, len(lines), _SYMBOLS.get(number.group(1), "công văn"), line, 0)
    if _plan_in_sentence(lines) and not _newslike(lines):
        return Part(0, None, foot, len(lines), "kế hoạch", None, 0)
    return Part(0, None, foot, len(lines), "bài viết" if lines else "", None, 0)


def _newslike(lines: Sequence[Line]) -> bool:
    return sum(1 for line in lines if _NEWS.search(line.folded)) >= 1


def _plan_in_sentence(lines: Sequence[Line]) -> bool:
    """ "… ban hành Kế hoạch … như sau:" with Roman headings below: a plan whose head was lost."""
    head = lines[:25]
    says = any(_SAYS_PLAN.search(line.folded) for line in head) or any(
        _SAYS_PLAN.search(f"{first.folded} {second.folded}") for first, second in pairwise(head)
    )
    roman = sum(1 for line in lines if pattern(r"[IVX]{1,4}[.)\-/]\s?\S").match(line.value))
    counted = sum(1 for line in lines if pattern(r"\d{1,2}(?:\.\d{1,2})?\.\s\S").match(line.value))
    return says and (roman >= 2 or counted >= 3)

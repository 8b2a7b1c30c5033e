"""The foot of a document: recipients with their roles, and who signed in which capacity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tiepdan.plans.reading.blocks import is_caps
from tiepdan.plans.reading.lines import Line
from tiepdan.plans.reading.markers import Mark, marker_at
from tiepdan.plans.reading.model import LIKELY, SURE, Found, Recipient, Signer
from tiepdan.plans.reading.normal import Text, join, pattern

_LABEL: Final = re.compile(r"^\W*nơi nhận\s*:?\s*(?:\((?:để )?[^)]{0,30}\))?\s*:?\s*")
_ROLE: Final = re.compile(r"\((?:để\s+)?([bpt]\s?/\s?[chk]|báo cáo|phối hợp|thực hiện|t/dõi|theo dõi)\b[^)]*\)")
_CAPACITY: Final = re.compile(
    r"(?:TM|KT|TL|TUQ|T\.M|K\.T|T\.L|Q)\s?\.\s?(?=[^\W\d_])|(?:T/M|K/T|T/L|TM|KT|TL|TUQ)\.?\s(?=[^\W\d_]{2})|"
    r"(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔ TRƯỞNG|"
    r"TRƯỞNG BAN|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|"
    r"TRƯỞNG PHÒNG|BÍ THƯ|CỤC TRƯỞNG|VỤ TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|TRƯỞNG CÔNG AN|THỨ TRƯỞNG|TỔNG THANH TRA|"
    r"TRƯỞNG ĐOÀN|HIỆU TRƯỞNG|"
    r"TỔ PHÓ|TRƯỞNG|CHỈ HUY TRƯỞNG|VIỆN TRƯỞNG|CHÁNH ÁN|ỦY VIÊN)(?![^\W\d_])"
)
_NAME_WORD: Final = re.compile(r"[^\W\d_][^\W\d_'’.]*$")
_RANK: Final = re.compile(
    r"^(?:(?:đại|thượng|trung|thiếu)\s+(?:tá|úy|tướng)|ths|ts|pgs|gs|bs|ks|cn|đ/c|ông|bà|luật sư|tiến sĩ|thạc "
    r"sĩ)(?:\.|\s)+",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    r"^\W*\(?(?:đã ký|ký tên|ký,? (?:ghi rõ họ tên|đóng dấu)|ký thay)[^)]*\)?\W*$|^\W*\(?(?:đã ký)\)?\W*", re.IGNORECASE
)
# Surnames that open nine of ten Vietnamese names: how a name beside the last recipient is told from a recipient.
_SURNAMES: Final = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "đinh",
        "trịnh",
        "đoàn",
        "lâm",
        "mai",
        "trương",
        "tạ",
        "hà",
        "cao",
        "lương",
        "phùng",
        "tô",
        "đào",
        "vương",
        "quách",
        "tăng",
        "thái",
        "chu",
        "châu",
        "la",
        "lưu",
        "lò",
        "giàng",
        "vàng",
        "sùng",
        "triệu",
        "nông",
        "hứa",
        "ma",
        "bế",
        "h'",
        "y",
        "a",
        "k'",
        "thào",
        "tòng",
        "quàng",
        "cầm",
        "điêu",
        "hầu",
        "lù",
        "mùa",
        "tráng",
    ]
)


def looks_like_name(value: str) -> bool:
    """Two to six words, each with a capital, no figures: how a signer's name is printed."""
    words = _RANK.sub("", value).split()
    if not 2 <= len(words) <= 6 or len(value) > 40:
        return False
    if any(not _NAME_WORD.match(w) or not w[0].isupper() for w in words):
        return False
    return not _CAPACITY.search(value) and words[0].lower() not in {
        "ủy",
        "ban",
        "sở",
        "hội",
        "phòng",
        "lưu",
        "như",
        "cổng",
        "công",
        "tổ",
    }


def read_foot(lines: Sequence[Line], start: int, end: int) -> tuple[tuple[Recipient, ...], Signer | None, int]:
    """Recipients and signer of the lines `start` to `end`, and the first line after the signature."""
    rows: list[tuple[Text, bool]] = []
    signature: list[Text] = []
    in_list = False
    last_line = end
    for index in range(start, end):
        for column, cell in enumerate(lines[index].cells or [lines[index].text]):
            if not cell.value:
                continue
            if _annex(cell):
                last_line = index
                break
            if column and marker_at(cell.value).mark is Mark.NONE and not _LABEL.match(cell.folded):
                signature.append(cell)  # the right side of the foot
                continue
            left, right = _split(cell, in_list=in_list or bool(_LABEL.match(cell.folded)))
            label = _LABEL.match(left.folded) if left.value else None
            if label:
                in_list = True
                left = left.part(label.end())
            if left.value and in_list:
                rows.append((left, bool(signature)))
            elif left.value:
                signature.append(left)
            if right.value:
                signature.append(right)
        else:
            continue
        break
    entries, rest = _entries(rows)
    return (
        tuple(_recipient(e) for e in entries),
        _signer([*signature, *rest] if not signature else _ordered(signature, rest)),
        last_line,
    )


def _ordered(signature: list[Text], rest: list[Text]) -> list[Text]:
    return sorted([*signature, *rest], key=lambda t: t.starts[0])


def _annex(cell: Text) -> bool:
    """True for the first line of what follows the signature: an annex, a form, a list."""
    if pattern(r"chú thích \d{1,3}\s?:|\((?:ban hành )?kèm theo\s|điều 1\.").match(cell.folded):
        return True
    return bool(
        pattern(r"(?:phụ lục|mẫu số|biểu mẫu|biểu số|đề cương|danh sách|lịch (?:tiếp|trực))\b").match(cell.folded)
    ) and is_caps(cell.value[:7])


def _split(cell: Text, *, in_list: bool) -> tuple[Text, Text]:
    """A line of two columns: recipient on the left, capacity or name on the right."""
    found = _CAPACITY.search(cell.value)
    if found and is_caps(cell.value[found.start() :]) and (found.start() == 0 or cell.value[found.start() - 1] == " "):
        left = cell.part(0, found.start())
        if not left.value or not is_caps(left.value):
            return left, cell.part(found.start())
    if in_list:
        aside = pattern(r"(?<=[.;,\w])\s+(?=\S+(?: \S+){1,4}$)").search(cell.value)
        while aside:
            tail = cell.value[aside.end() :]
            if (
                (
                    cell.folded[aside.end() :].split(" ", 1)[0] in _SURNAMES
                    or (cell.value[aside.start() - 1] == "." and tail.count(" ") >= 2)
                )
                and looks_like_name(tail)
                and pattern(r"lưu\s*:?").search(cell.folded)
            ):
                return cell.part(0, aside.start()), cell.part(aside.end())
            aside = pattern(r"(?<=[.;,\w])\s+(?=\S+(?: \S+){1,4}$)").search(cell.value, aside.end())
    return cell, Text("", "", (), ())


def _entries(rows: Sequence[tuple[Text, bool]]) -> tuple[list[Text], list[Text]]:
    """Printed entries, joined over wraps and cut at bullets; the filing line closes the list. Second: what came after it."""
    marked = any(marker_at(text.value).mark in {Mark.DASH, Mark.PLUS} for text, _ in rows)
    entries: list[Text] = []
    rest: list[Text] = []
    closed = False
    for text, beside in rows:
        mark = marker_at(text.value)
        bullet = mark.mark in {Mark.DASH, Mark.PLUS, Mark.NUMBER}
        body = text.part(mark.end) if bullet else text
        filing = pattern(r"lưu\b").match(body.folded) is not None
        if closed and not bullet and not (entries and entries[-1].value.endswith((",", ":", "-"))):
            rest.append(text)
            continue
        if is_caps(body.value) and len(body.value) > 5 and not bullet and not filing:
            rest.append(text)
            continue
        if bullet or not entries:
            new = True
        elif marked:
            new = filing or (entries[-1].value.endswith((";", ".")) and not body.value[:1].islower() and not beside)
        else:
            new = not body.value[:1].islower() and not entries[-1].value.endswith((",", ":"))
        if new:
            entries.extend([body] if bullet else _cut(body))
        else:
            entries[-1] = join([entries[-1], body])
        closed = closed or pattern(r"lưu\b").match(entries[-1].folded) is not None
    return [e.part(0, len(e.value.rstrip(" .;,/"))) for e in entries if pattern(r"\w").search(e.value)], rest


def _cut(body: Text) -> list[Text]:
    """Entries on one line without bullets: "Như trên; Lưu: VT." """
    parts: list[Text] = []
    at = 0
    for found in pattern(r";\s+|(?<=[.,])\s+(?=Lưu\b)").finditer(body.value):
        parts.append(body.part(at, found.start()))
        at = found.end()
    parts.append(body.part(at))
    return [p for p in parts if p.value]


def _recipient(entry: Text) -> Recipient:
    role = _ROLE.search(entry.folded)
    names = {"báo cáo": "b/c", "phối hợp": "p/h", "thực hiện": "t/h", "theo dõi": "t/d", "t/dõi": "t/d"}
    value = pattern(r"\s*/\s*").sub("/", role.group(1)) if role else None
    return Recipient(Found(entry.value, (entry.span(0, len(entry)),), SURE), names.get(value or "", value))


def _signer(rows: Sequence[Text]) -> Signer | None:
    """The last lines in capitals name the capacity; the name stands below."""
    capacity: list[Text] = []
    for row in rows:
        signed = _SIGNED.match(row.value)
        text = row.part(signed.end()) if signed else row
        if not text.value:
            continue
        found = _CAPACITY.search(text.value)
        if found and found.start() == 0 and (is_caps(text.value) or not capacity):
            if not is_caps(text.value):
                words = text.value.split()
                first = next((i for i, w in enumerate(words) if not is_caps(w)), len(words))
                head, tail = " ".join(words[:first]), " ".join(words[first:])
                capacity.append(text.part(0, len(head)))
                if looks_like_name(tail):
                    return _made(capacity, text.part(len(head)))
                continue
            capacity.append(text)
            continue
        if capacity and is_caps(text.value) and not looks_like_name_in_caps(text.folded):
            capacity.append(text)
            continue
        rank = _RANK.match(text.value)
        if capacity and looks_like_name(text.value):
            return _made(capacity, text.part(rank.end() if rank else 0))
    return None


def looks_like_name_in_caps(folded: str) -> bool:
    words = folded.split()
    return 2 <= len(words) <= 5 and words[0] in _SURNAMES


def _made(capacity: Sequence[Text], name: Text) -> Signer:
    spans = tuple(c.span(0, len(c)) for c in capacity)
    return Signer(
        Found("; ".join(c.value for c in capacity), spans, LIKELY),
        Found(name.value, (name.span(0, len(name)),), LIKELY),
    )

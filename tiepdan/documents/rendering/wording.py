"""How Decree 30/2020 writes dates, times, numbers and symbols of documents."""

from __future__ import annotations

import os
import unicodedata
from datetime import date, time
from typing import Final

_DEMO = "BẢN MẪU – KHÔNG CÓ GIÁ TRỊ"
_PRACTICE = "BẢN LUYỆN TẬP – KHÔNG CÓ GIÁ TRỊ"
ABOUT_LETTERS: Final = 34  # of the subject of a letter, on a line under the number
SUBJECT_LETTERS: Final = 62  # of the subject under the type of a paper
BLANK = "…………"  # what stands where a paper is filled in by hand


def is_practice() -> bool:
    """Tell whether this process serves the practice copy: a property of the process, so that no paper can forget it."""
    return os.environ.get("TIEPDAN_PRACTICE") == "1"


def mark_of_invented_data() -> str:
    """Return what stands on every page of every paper whose data is invented."""
    return _PRACTICE if is_practice() else _DEMO


def long_date(*, on: date) -> str:
    """Write a date in words; days below 10 and months below 3 carry a leading zero.

    Rule: reports §4.6
    Example:
    >>> long_date(on=date(2026, 7, 3))
    'ngày 03 tháng 7 năm 2026'
    >>> long_date(on=date(2026, 2, 13))
    'ngày 13 tháng 02 năm 2026'
    """
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"ngày {on.day:02d} tháng {month} năm {on.year}"


def short_date(*, on: date) -> str:
    """Write a date in figures.

    Example:
    >>> short_date(on=date(2026, 7, 3))
    '03/7/2026'
    """
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"{on.day:02d}/{month}/{on.year}"


def long_time(*, at: time) -> str:
    """Write an hour in words.

    Example:
    >>> long_time(at=time(8, 5))
    '08 giờ 05 phút'
    """
    return f"{at.hour:02d} giờ {at.minute:02d} phút"


def place_and_date(*, place: str, on: date | None) -> str:
    """Write the line under the motto; without a day the blanks of a draft."""
    day = long_date(on=on) if on else "ngày … tháng … năm …"
    return f"{place}, {day}" if place else day[0].upper() + day[1:]


def document_symbol(*, kind: str, body: str, unit: str = "") -> str:
    """Join the parts of a symbol: `TB-UBND` for a named type, `UBND-VP` for a letter (kind empty).

    kind: abbreviation of the type (TB, QĐ, PC …) or empty for a công văn
    body: abbreviation of the issuing body; unit: of the drafting unit, letters only
    Rule: reports §4.6
    Example:
    >>> document_symbol(kind="TB", body="UBND")
    'TB-UBND'
    >>> document_symbol(kind="", body="UBND", unit="VP")
    'UBND-VP'
    """
    return "-".join(part for part in ((kind, body) if kind else (body, unit)) if part)


def number_line(*, number: int | None, symbol: str) -> str:
    """Write the number line; a draft has no number yet. Numbers below 10 carry a leading zero.

    Rule: reports §4.6
    Example:
    >>> number_line(number=7, symbol="TB-UBND")
    'Số: 07/TB-UBND'
    """
    shown = "      " if number is None else f"{number:02d}"
    return f"Số: {shown}/{symbol}"


_NARROW: Final = {" ": 0.25, "I": 0.39, "J": 0.5, "S": 0.56, "F": 0.61, "P": 0.61, "M": 0.95, "N": 0.73}
_ROOM: Final = 16.8  # ems: what the left column of a letterhead holds in bold capitals
_PLACES: Final = ("TỈNH", "THÀNH PHỐ", "XÃ", "PHƯỜNG", "ĐẶC KHU", "HUYỆN", "QUẬN", "THỊ XÃ", "THỊ TRẤN")


def letterhead_lines(*, name: str) -> tuple[str, ...]:
    """Break the name of a body, in capitals, over the lines of the letterhead; a short one stays whole.

    Rule: reports §4.6
    Example:
    >>> letterhead_lines(name="ỦY BAN NHÂN DÂN XÃ HÒA BÌNH")
    ('ỦY BAN NHÂN DÂN XÃ HÒA BÌNH',)
    >>> letterhead_lines(name="SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TỈNH LÀO CAI")
    ('SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG', 'TỈNH LÀO CAI')
    """
    if _ems(name) <= _ROOM:
        return (name,)
    for place in _PLACES:
        at = name.rfind(f" {place} ")
        if at > 0 and _ems(name[at:]) <= _ROOM:
            return *letterhead_lines(name=name[:at]), name[at + 1 :]
    return even_lines(text=name, most=22)


def even_lines(*, text: str, most: int) -> tuple[str, ...]:
    """Break a text into as few lines as hold at most so many letters, all about as long, rather after a comma.

    Example:
    >>> even_lines(text="V/v chuyển hồ sơ vụ việc có dấu hiệu tội phạm", most=34)
    ('V/v chuyển hồ sơ vụ việc', 'có dấu hiệu tội phạm')
    >>> even_lines(text="Đại diện cơ quan, tổ chức", most=20)
    ('Đại diện cơ quan,', 'tổ chức')
    """
    left = -(-len(text) // most)
    lines: list[str] = []
    while left > 1:
        aim = len(text) // left
        gaps = [at for at, letter in enumerate(text) if letter == " "]
        if not gaps:
            break
        at = min(gaps, key=lambda gap: abs(gap - aim) - (6 if text[gap - 1] == "," else 0))
        lines.append(text[:at])
        text, left = text[at + 1 :], left - 1
    return (*lines, text)


def _ems(capitals: str) -> float:
    """Estimate the width of bold capitals in ems of the usual serif; marks above and below letters add nothing."""
    bare = (letter for letter in unicodedata.normalize("NFD", capitals) if not unicodedata.combining(letter))
    return sum(_NARROW.get(letter, 0.71) for letter in bare)


def signing_title(*, head_title: str, deputy: bool) -> str:
    """Return the lines above a signature. Rule: reports §4.6

    Example:
        >>> signing_title(head_title="Chủ tịch", deputy=True)
        'KT. Chủ tịch\\nPhó Chủ tịch'
    """
    title = head_title or "Thủ trưởng"
    return f"KT. {title}\nPhó {title}" if deputy else title


def capitalised(text: str) -> str:
    """Raise the first letter only; the rest keeps its case."""
    return text[:1].upper() + text[1:]

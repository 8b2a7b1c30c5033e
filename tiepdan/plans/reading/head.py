"""The head of a document: letterhead, number, place and date, title; and where its body begins."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tiepdan.plans.reading.blocks import is_caps
from tiepdan.plans.reading.dates import day_at
from tiepdan.plans.reading.kinds import Part
from tiepdan.plans.reading.lexicon import CONNECTIVES, PREAMBLE
from tiepdan.plans.reading.lines import Line
from tiepdan.plans.reading.markers import Mark, marker_at
from tiepdan.plans.reading.model import LIKELY, SURE, Found
from tiepdan.plans.reading.normal import Text, join, pattern

_MOTTO: Final = re.compile(
    r"\s*(?:cộng hòa xã hội|độc lập ?- ?tự do|đảng cộng sản việt nam).*$|"
    r"^(?:cộng(?: hòa(?: xã)?)?|hòa xã hội.*|(?:hội )?(?:chủ )?(?:nghĩa )?(?:việt )?nam|hạnh phúc)$"
)
_NUMBER: Final = re.compile(
    r"(?:^|"
    r"(?<=\s))số\s*:?\s*(?P<no>(?:\d{1,6}(?:[a-zđ]{1,2})?)?)[\s.…_]*(?P<year>/\d{4})?\s?(?P<sep>[-/])\s?"
    r"(?P<sym>[a-zđ][\wđ&.]*(?:\s?[-/]\s?[a-zđ][\wđ&.]*){0,4})"
)
_PLACE_DATE: Final = re.compile(
    r"(?P<place>[^\d,;:|"
    r"]{2,45}?),\s*(?:ngày\s*)(?P<day>[\d.…_\s]{0,12}?)\s*tháng\s*(?P<month>[\d.…_\s]{0,10}?)\s*năm\s*(?P<year>\d{4}|[\d.…_\s]{0,8})"
)
_PLACE_SHORT: Final = re.compile(
    r"(?P<place>[^\d,;:|"
    r"]{2,45}?),\s*ngày\s*(?=\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})"
)
# "Hà Nội, ngày 01": the rest stands on the lines below.
_OPEN_DATE: Final = re.compile(r",\s*ngày(?:\s+\d{1,2})?(?:\s+tháng(?:\s+\d{1,2})?)?\s*$")
_TITLED: Final = re.compile(r"^kế hoạch số\s*:?\s*\S+\s*,?\s*ngày\s+")
_BODY_LINE: Final = re.compile(
    r"(?:chủ tịch|phó chủ tịch|ủy ban nhân dân|hội đồng nhân dân|giám đốc|bộ trưởng|thủ tướng|chánh thanh tra|"
    r"tổng thanh tra|ban thường trực|trưởng ban)\b"
)
_FIRST_HEADING: Final = re.compile(r"mục đích,? (?:và )?yêu cầu|căn cứ pháp lý|mục đích$")
_HEAD_LINE: Final = 110  # characters: two columns of a letterhead
_ABOUT_LINE: Final = re.compile(r"(?:về việc|v\s?/\s?v|ban hành quy)\s")
_COUNTED: Final = frozenset(("đoạn", "kỳ", "năm", "khóa", "thứ", "lần", "ngày", "tháng", "số"))
_ASIDE: Final = re.compile(r"^\(?\s*(?:ban hành )?kèm theo|^\(?\s*(?:dự thảo|mật|hỏa tốc|khẩn)\b")


@dataclass(frozen=True, slots=True)
class Head:
    """Fields of the head. `units` are the lines naming the issuer; `body_start` is the first line below the title."""

    number: Found | None
    place: Found | None
    date: Found | None
    date_partial: Found | None
    title: Found | None
    title_text: Text | None
    units: tuple[Text, ...]
    attached_to: Text | None
    body_start: int


def _cells(line: Line) -> tuple[Text, ...]:
    return tuple(c for c in line.cells if c.value) or (line.text,)


def _found(text: Text, start: int, end: int, confidence: float = SURE) -> Found:
    part = text.part(start, end)
    return Found(part.value, (part.span(0, len(part)),), confidence)


# What a web page prints above an article: its day, how to read or print it.
_OF_THE_PAGE: Final = re.compile(
    r"(?:thứ \w+|chủ nhật|\w+day)\s*,|ngày (?:đăng|cập nhật|viết)|(?:xem|đọc) với|cỡ chữ|lượt xem|đã xem|tải (?:bản|về|tệp)|"
    r"trang chủ|(?:print|in trang|in bài)(?!\w)|cập nhật\s*:|[\d/.:, -]+$"
)


def read_number(text: Text) -> Found | None:
    """ "Số: 12/KH-UBND"; a blank number gives "/KH-UBND"."""
    beside = pattern(r"(?<=\w)\s*cộng hòa xã").search(text.folded)
    text = text.part(0, beside.start()) if beside else text  # the other column, glued to it
    found = _NUMBER.search(text.folded)
    if not found:
        return None
    end = found.end("sym")
    # The symbol is printed in capitals: what follows in small letters or as a place name is no part of it.
    symbol = text.value[found.start("sym") : end]
    cut = pattern(r"[^\s]+(?:\s?[-/]\s?[^\s]+)*").match(symbol)
    if not symbol[:1].isupper() or not cut:
        return None
    parts = pattern(r"\s*([-/])\s*").split(symbol[: cut.end()])
    while len(parts) > 2 and not parts[-1][:2].isupper() and len(parts[-1]) > 2 and parts[-1][1:].islower():
        parts = parts[:-2]
    number = found.group("no") + (found.group("year") or "")
    printed = f"{number}{found.group('sep')}{''.join(parts).rstrip('.')}"
    first = found.start("no") if found.group("no") else found.start("sep")
    return Found(printed, (text.span(first, end),), SURE if found.group("no") else LIKELY)


def read_place_date(text: Text) -> tuple[Found | None, Found | None, Found | None]:
    """(place, date, date_partial) of "…, ngày … tháng … năm …"; blanks in it give the partial date."""
    found = _PLACE_DATE.search(text.folded)
    if not found:
        short = _PLACE_SHORT.search(text.folded)
        day = day_at(text.folded, short.end()) if short else None
        if not short or not day:
            return None, None, None
        iso = day.iso()
        return _place(text, short), Found(iso, (text.span(day.start, day.end),)) if iso else None, None
    span = text.span(found.start("day"), found.end())
    numbers = {key: pattern(r"\D").sub("", found.group(key)) for key in ("day", "month", "year")}
    day_text, month, year = numbers["day"], numbers["month"], numbers["year"]
    date = partial = None
    if len(year) == 4 and month and 1 <= int(month) <= 12:
        if day_text and 1 <= int(day_text) <= 31:
            date = Found(f"{year}-{int(month):02d}-{int(day_text):02d}", (span,))
        else:
            partial = Found(f"{year}-{int(month):02d}", (span,), LIKELY)
    elif len(year) == 4:
        partial = Found(year, (span,), LIKELY)
    return _place(text, found), date, partial


def _place(text: Text, found: re.Match[str]) -> Found | None:
    """The place before the date: the words with capitals that end there, when a number stands on the same line."""
    start, end = found.span("place")
    words = text.value[start:end].split()
    kept: list[str] = []
    for word in reversed(words):
        if not (word[:1].isupper() or word == "-") or (len(word) > 2 and is_caps(word) and kept):
            break
        kept.insert(0, word)
    if not kept:
        return None
    value = " ".join(kept)
    at = text.value.rfind(value, start, end)
    return _found(text, at, at + len(value)) if at >= 0 else None


def read_head(lines: Sequence[Line], part: Part) -> Head:
    """Reads all lines of the part from its beginning to the end of its title."""
    top = part.kind_line if part.kind_line is not None else min(part.start + 14, part.foot)
    number = place = date = partial = None
    units: list[Text] = []
    cells = [cell for index in range(part.start, top) for cell in _cells(lines[index])]
    before: Text | None = None
    labelled = False  # the number stands on its own line, below the letterhead
    for at, cell in enumerate(cells):
        if before is not None and pattern(r"(?:^|\s)số\s*:?$").search(before.folded):
            cell = join([before, cell])  # the number on the line below its label
        if number is None and (part.kind_line is not None or _may_be_number(cell)):
            number = read_number(cell)
            labelled = labelled or (number is not None and cell.folded.startswith("số"))
        if date is None and partial is None and (part.kind != "bài viết" or len(cell.value) < _HEAD_LINE):
            place, date, partial = read_place_date(cell)
            if date is None and _OPEN_DATE.search(cell.folded):
                place, date, partial = read_place_date(join(cells[at : at + 3]))
            if place and before is not None and cell.value.startswith(place.value) and _half_place(before):
                place, date, partial = read_place_date(join([before, *cells[at : at + 3]]))
        if titled := _TITLED.search(cell.folded):
            day = day_at(cell.folded, titled.end())
            iso = day.iso() if day else None
            date = date or (Found(iso, (cell.span(day.start, day.end),), LIKELY) if day and iso else None)
        unit = _unit(cell)
        if unit and not labelled and not date and not partial and len(units) < 6:
            units.append(unit)
        before = cell
    if part.kind == "bài viết":
        number, units = None, []
    title, title_text, attached, body_start = _title(lines, part, top)
    if part.kind_line is not None:
        # Number or date printed below the kind, as on plans of mass organisations.
        for index in range(part.kind_line + 1, min(body_start, part.foot)):
            if number is None and _number_line(lines[index]):
                number = read_number(lines[index].text)
            if date is None and partial is None and len(lines[index].value) < 70:
                place, date, partial = read_place_date(lines[index].text)
    return Head(number, place, date, partial, title, title_text, tuple(units), attached, body_start)


def _half_place(cell: Text) -> bool:
    """ "Hồng / Sơn, ngày …": the first half of a place, alone on its line."""
    words = cell.value.split()
    return len(words) <= 2 and all(w.isalpha() and w[0].isupper() for w in words) and not is_caps(cell.value)


def _may_be_number(cell: Text) -> bool:
    """In a paper without a kind line a sentence may cite the number of another: only a short line of the head is its own."""
    return len(cell) < _HEAD_LINE and (cell.folded.startswith("số") or _MOTTO.search(cell.folded) is not None)


def _number_line(line: Line) -> bool:
    """A line that is the number of the paper, not a sentence that cites one."""
    return line.folded.startswith("số") and len(line.value) < 90 and read_number(line.text) is not None


def _unit(cell: Text) -> Text | None:
    """The part of a head line that names a body: capitals, before the motto."""
    found = _MOTTO.search(cell.folded)
    text = cell.part(0, found.start()) if found else cell
    first = pattern(r"\w").search(text.value)
    text = text.part(first.start()) if first else text
    stop = pattern(r"(?:^|\s)số\s*:|\(|\*").search(text.folded)
    text = text.part(0, stop.start()) if stop else text
    if (
        len(text) < 2
        or not is_caps(text.value)
        or pattern(r"(?<!khu vực )(?<!vùng )(?<!quân khu )(?<!phường )(?<!quận )\d").search(text.folded)
        or pattern(r"(?:v/v|kính gửi|dự thảo|mật|hỏa tốc|khẩn)").match(text.folded)
    ):
        return None
    return text


def _title(lines: Sequence[Line], part: Part, top: int) -> tuple[Found | None, Text | None, Text | None, int]:
    """Title, the line "(Kèm theo …)", and the first line of the body."""
    if part.kind_line is None:
        return _subject(lines, part, top)
    pieces: list[Text] = []
    if part.title_in_line:
        pieces.append(lines[part.kind_line].text.part(part.title_in_line))
    attached: Text | None = None
    index = part.kind_line + 1
    if not pieces and index < part.foot and lines[index].folded.startswith("điều 1"):
        return _title_above(lines, part)
    while index < part.foot and len(pieces) < 9:
        line = lines[index]
        if _ASIDE.match(line.folded):
            aside = [line.text]
            while (
                ")" not in aside[-1].value
                and index + 1 < part.foot
                and len(aside) < 4
                and aside[0].value.startswith("(")
            ):
                index += 1
                aside.append(lines[index].text)
            attached = attached or join(aside)
            index += 1
            continue
        if _number_line(line) or (_PLACE_DATE.search(line.folded) and len(line.value) < 70):
            index += 1
            continue
        if pieces and _title_ends(pieces, line):
            break
        if not pieces and marker_at(line.value).mark in {Mark.ROMAN, Mark.PART}:
            break
        pieces.append(line.text)
        index += 1
    if not pieces:
        return None, None, attached, index
    text = join(pieces)
    value = text.value.rstrip(" .;:")
    return Found(value, (text.span(0, len(text)),), SURE), text, attached, index


def _title_above(lines: Sequence[Line], part: Part) -> tuple[Found | None, Text | None, Text | None, int]:
    """ "VỀ VIỆC …" above the grounds of a decision whose only kind line is "QUYẾT ĐỊNH:", before its first article."""
    top = part.kind_line or part.start
    start = next((i for i in range(part.start, top) if _ABOUT_LINE.match(lines[i].folded)), None)
    if start is None:
        grounds = (i for i in range(part.start, top) if PREAMBLE.match(lines[i].folded))
        return None, None, None, next(grounds, top + 1)
    stop = start + 1
    while stop < top and is_caps(lines[stop].value) and not _BODY_LINE.match(lines[stop].folded):
        stop += 1
    text = join(line.text for line in lines[start:stop])
    value = text.value.rstrip(" .;:")
    return Found(value, (text.span(0, len(text)),), LIKELY), text, None, stop


def _title_ends(pieces: Sequence[Text], line: Line) -> bool:
    last = pieces[-1]
    last_word = last.folded.rstrip(" ,").rsplit(" ", 1)[-1]
    if marker_at(line.value).mark in {Mark.ROMAN, Mark.PART, Mark.NUMBER, Mark.CAPITAL} or pattern(
        r"kính gửi|điều 1"
    ).match(line.folded):
        return True
    if (
        is_caps(line.value)
        and _BODY_LINE.match(line.folded)
        and last_word not in CONNECTIVES
        and not last.folded.endswith(("chủ tịch", ","))
    ):
        return True  # the body that decides, above its grounds
    if is_caps(line.value) and _FIRST_HEADING.match(line.folded):
        return True
    mark = marker_at(line.value)
    if mark.mark is Mark.DASH and PREAMBLE.match(line.folded, mark.end):
        return True
    if is_caps(last.value) and is_caps(line.value):
        return False
    if last_word in _COUNTED and line.value[:1].isdigit():
        return False  # "… GIAI ĐOẠN / 2021-2025"
    if line.value[:1].islower() or last_word in CONNECTIVES or last.value.endswith((",", ";", "-")):
        return False
    if PREAMBLE.match(line.folded) or line.value.endswith((".", ";", ":")) or len(line.value) > 160:
        return True
    return line.blank_before or is_caps(last.value) or len(join(pieces).value) > 400


def _left_of_date(text: Text) -> Text:
    """The subject of a letter without the place and date printed beside it, in the other column."""
    place = read_place_date(text)[0]
    at = text.value.find(f"{place.value}, ngày") if place else -1
    return text.part(0, at) if at > 0 else text


def _subject(lines: Sequence[Line], part: Part, top: int) -> tuple[Found | None, Text | None, Text | None, int]:
    """Title of a paper without a kind line: "V/v …" of a letter, or the first line of an article."""
    for index in range(part.start, top):
        found = pattern(r"v\s?/\s?v[:\s]+").search(lines[index].folded)
        if not found:
            continue
        pieces = [_left_of_date(lines[index].text.part(found.end()))]
        while (
            index + 1 < top
            and len(pieces) < 6
            and not pattern(r"kính gửi|cộng hòa|độc lập|số\s*:|, ngày").search(lines[index + 1].folded)
        ):
            index += 1
            if is_caps(lines[index].value) or (
                PREAMBLE.match(lines[index].folded) and lines[index].value[:1].isupper()
            ):
                break
            pieces.append(_left_of_date(lines[index].text))
        text = join(pieces)
        return Found(text.value, (text.span(0, len(text)),), LIKELY), text, None, part.start
    first = next(
        (
            i
            for i in range(part.start, top)
            if len(lines[i].value) > 12
            and not _OF_THE_PAGE.match(lines[i].folded)
            and not is_caps(lines[i].value[:9])
            and sum(c.isalpha() for c in lines[i].value) * 2 > len(lines[i].value)
        ),
        None,
    )
    if part.kind == "bài viết" and first is not None:
        text = lines[first].text
        return Found(text.value, (text.span(0, len(text)),), LIKELY), text, None, part.start
    return None, None, None, part.start

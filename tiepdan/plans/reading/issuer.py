"""Who issues a document: from the letterhead, from the sentence that issues it, or from the signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from tiepdan.plans.reading.agencies import Name, name_at
from tiepdan.plans.reading.lines import Line
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, SURE, Found, Span
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.names import AREA_LEVELS, BODY, HEAD, LEVEL
from tiepdan.plans.reading.normal import Text, fold, join, pattern

_ACRONYMS: Final = frozenset(
    ["ubnd", "hđnd", "mttq", "vn", "tw", "tp", "tncs", "đbqh", "ubmttq", "tnhh", "bch", "lđlđ", "lhpn"]
)
# "BAN VĂN HÓA - XÃ HỘI" names no commune.
_AREA: Final = re.compile(r"(?<!\w)(?<![-–] )(?!xã\s+hội\s*$)(" + "|".join(AREA_LEVELS) + r")\s+(?=\w)")
_ISSUES: Final = re.compile(
    r"\s*(?:\([^)]{1,60}\)\s*)?,?\s*(?:thống nhất\s+)?(?:ban hành|xây dựng|lập|đề ra|tổ chức|triển "
    r"khai)\s+(?:và\s+\w+\s+\w+\s+)?"
    r"(?:(?:bản|nội dung|chương trình)\s+)*(?:kế hoạch)"
)
# Bodies whose departments carry the name of the body: "Phòng … Công an tỉnh …".
_OWN_UNITS: Final = re.compile(r"(?:công an|sở|thanh tra|cục|chi cục|bộ chỉ huy|viện kiểm sát|tòa án|bảo hiểm|thuế)\s")
# Committees of a People's Council: the law names them after it.
_COUNCIL: Final = re.compile(r"(?:hđnd|hội đồng nhân dân)(?=\s)")
# Bodies of one rank: none stands above another, so two in one letterhead issue together.
_PEERS: Final = (
    re.compile(r"(?:ubnd|ủy ban nhân dân)(?!\w)"),
    re.compile(r"(?:hđnd|hội đồng nhân dân)(?!\w)"),
    re.compile(r"(?:ubmttq|(?:ban thường trực )?ủy ban (?:mttq|mặt trận tổ quốc))"),
)
_FULL_NAMES: Final = {"ubnd": "Ủy ban nhân dân", "hđnd": "Hội đồng nhân dân"}
# Bodies whose own names keep their capital inside any longer name.
_WRITTEN: Final = {
    fold(name): name
    for name in (
        "Chính phủ", "Quốc hội", "Trung ương", "Tỉnh ủy", "Thành ủy", "Đảng ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Ban Thường vụ",
        "Ban Thường trực", "Ban Chấp hành", "Ủy ban Thường vụ", "Ủy ban Kiểm tra", "Ban Tổ chức", "Ban Tiếp công dân", "Ban Chỉ đạo",
        "Đảng bộ",
    )
}  # fmt: skip
_PROPER: Final = re.compile(rf"(?<!\w)(?:{'|'.join(_WRITTEN).replace('ủy', '(?:ủy|uỷ)')})(?!\w)", re.IGNORECASE)
_PARTY_LEVEL: Final = re.compile(r"(?:(?<=Đảng ủy )|(?<=Đảng bộ ))(?:Xã|Phường|Tỉnh|Thành Phố)(?= )")
_PURPOSE: Final = re.compile(
    r"\s*(?:[,;.:()]|trong thời gian|trong\s|phục vụ|để\s|nhằm\s|trên địa bàn|gồm|tại\s|do\s|theo\s|từ\s|thực hiện)"
)


def sentence_case(caps: str) -> str:
    """A name printed in capitals as it stands in running text; capitals of a place follow its level."""
    words = caps.split()
    out: list[str] = []
    place = False
    whole = BODY.match(fold(caps))
    inside = len(whole.group().split()) if whole else 0
    head = HEAD.match(fold(caps))
    heads = len(head.group().split()) if head else 0
    for index, word in enumerate(words):
        low = word.lower()
        bare = low.strip(",.-")
        if bare in _ACRONYMS:
            out.append(word)
            continue
        rest = fold(" ".join(words[index:]))
        if 0 < index < heads or (index and words[index - 1] in {"ỦY", "TIỂU"} and low == "ban"):
            out.append(low)
            continue
        if whole and index == inside and whole.group().endswith(" ủy") and not LEVEL.match(rest):
            place = True
        if 0 < index < inside and not rest.startswith(
            ("mặt trận", "tổ quốc", "việt nam", "thường trực", "thường vụ", "chấp hành", "nam ")
        ):
            out.append(low)
            continue
        if low == "hội" and index and words[index - 1] == "XÃ" and (index == len(words) - 1 or words[index - 2] == "-"):
            out.append(low)
            continue
        level = None if rest == "xã hội" or words[index - 1] == "-" else LEVEL.match(rest)
        if level and index and not place:
            out.append(low)
            place = " " not in level.group() or place
            place = True if level.group() == low else place
            continue
        head_before = index == 1 and BODY.match(fold(caps)) is None
        two = index and fold(" ".join(words[index - 1 : index + 1])) in {
            "thành phố",
            "thị xã",
            "thị trấn",
            "trung ương",
        }
        begins = (
            index == 0
            or head_before
            or BODY.match(rest) is not None
            or HEAD.match(rest) is not None
            or words[index - 1] == "VÀ"
        )
        after_comma = index > 0 and words[index - 1].endswith((",", "-"))
        if two:
            out.append(low)
            place = True
        elif (
            begins
            or place
            or after_comma
            or (rest.startswith(("việt nam", "nam ")) and index > 2)
            or (index == 1 and rest.startswith("chấp hành"))
        ):
            out.append(low[:1].upper() + low[1:] if bare != "và" else low)
        else:
            out.append(low)
    return _PARTY_LEVEL.sub(lambda m: m[0].lower(), _PROPER.sub(lambda m: _WRITTEN[fold(m[0])], " ".join(out)))


def as_printed(name: Text, body: Sequence[Text]) -> str:
    """The name as running text of the same paper prints it; else its capitals turned by rule."""
    if " - " in name.value and all(HEAD.match(part) or BODY.match(part) for part in name.folded.split(" - ")):
        return " - ".join(as_printed(part, body) for part in _several(name))  # those who issue it together
    for text in body:
        at = text.folded.find(name.folded)
        if at >= 0 and any(c.islower() for c in text.value[at : at + len(name)]):
            return text.value[at : at + len(name)]
    return sentence_case(name.value)


def _several(name: Text) -> list[Text]:
    bounds = [0, *(m.end() for m in pattern(r" [-–] ").finditer(name.value)), len(name) + 3]
    return [name.part(a, b - 3) for a, b in pairwise(bounds)]


def expand(name: str) -> str:
    """ "UBND phường …" as "Ủy ban nhân dân phường …"."""
    first, _, rest = name.partition(" ")
    full = _FULL_NAMES.get(first.lower())
    return f"{full} {rest}".strip() if full else name


def area_of(text: Text) -> tuple[int, int] | None:
    """Level and proper name in a text: "tỉnh …", "phường …" (the first with a capital after it)."""
    for found in _AREA.finditer(text.folded):
        end = found.end()
        while (word := pattern(r"[^\W\d_][\w'’]*").match(text.value, end)) and word.group()[0].isupper():
            end = word.end()
            if text.value[end : end + 1] != " ":
                break
            end += 1
        if end > found.end():
            return found.start(), len(text.value[:end].rstrip())
    return None


def from_letterhead(units: Sequence[Text], body: Sequence[Text], lines: Sequence[Line] = ()) -> Found | None:
    """The issuing body of the left side of the head; its superior gives the place that the name lacks.

    lines: those of the head, where a decision prints its body once more, with its place.
    """
    groups: list[list[Text]] = []
    for line in units:
        half = bool(groups) and (
            len(groups[-1][-1].folded.split()) == 1
            or groups[-1][-1].folded.endswith((" và", ",", "-"))
            or join(groups[-1]).folded == "ủy ban thường vụ"
        )
        new = (
            (not half and HEAD.match(line.folded))
            or (not half and BODY.match(line.folded))
            or pattern(r"(?:đảng|đoàn|tỉnh|huyện|thành|quận) (?:bộ|ủy|đoàn)").match(line.folded)
        )
        if groups and (not new or line.folded.startswith("và ")):
            groups[-1].append(line)
        else:
            groups.append([line])
    if not groups:
        return None
    names = [join(group) for group in groups]
    last = names[-1]
    spans: list[Span] = [line.span(0, len(line)) for line in groups[-1]]
    value = expand(as_printed(last, body))
    if len(names) > 1:
        above = names[-2]
        if None not in (ranks := {_peer(above), _peer(last)}) and len(ranks) > 1:
            value = f"{expand(as_printed(above, body))} - {value}"
            spans = [*(line.span(0, len(line)) for line in groups[-2]), *spans]
        elif (
            (last.folded.startswith(("ban thường trực", "ban thường vụ", "ban chấp hành")) and not _area_caps(last))
            or (pattern(r"(?:tỉnh|thành|huyện|quận|thị|đảng) ủy ").match(above.folded) and not _area_caps(last))
            or (last.folded.startswith(("phòng ", "đội ", "văn phòng ")) and _OWN_UNITS.match(above.folded))
        ):
            owner = as_printed(above, body)
            # "ĐẢNG BỘ TỈNH …" above "BAN CHẤP HÀNH ĐẢNG BỘ": the Party body is printed in both.
            twice = last.folded.endswith(" đảng bộ") and above.folded.startswith("đảng bộ ")
            value = f"{as_printed(last.part(0, len(last) - len(' đảng bộ')), body) if twice else value} {owner}"
            spans.append(above.span(0, len(above)))
        elif last.folded.startswith("ban ") and _COUNCIL.match(above.folded) and not _COUNCIL.search(last.folded):
            council = sentence_case(above.value) if above.value.isupper() else above.value
            value = f"{value} {expand(council)}"
            spans.append(above.span(0, len(above)))
        elif (area := _area_caps(above)) and not _area_caps(last):
            where = above.part(*area)
            level = pattern(r"(?:thành phố|thị xã|thị trấn|đặc khu|\w+)").match(where.folded)
            place = where.value
            if level and last.folded.endswith(" " + level.group()):
                where = where.part(level.end())
                place = where.value
                value = f"{value} {_title(place)}"
            else:
                value = f"{value} {place[: level.end()].lower() if level else ''} {_title(place[level.end() if level else 0 :])}"
            spans.append(where.span(0, len(where)))
    elif not _area_caps(last) and (again := _with_place(last, lines)):
        value, spans = expand(as_printed(again, body)), [again.span(0, len(again))]
    return Found(" ".join(value.split()), tuple(spans), SURE)


def _peer(name: Text) -> int | None:
    return next((i for i, peer in enumerate(_PEERS) if peer.match(name.folded)), None)


def _with_place(name: Text, lines: Sequence[Line]) -> Text | None:
    """The same body in a line of capitals that has its place too: "ỦY BAN NHÂN DÂN" and below it "ỦY BAN NHÂN DÂN TỈNH …"."""
    for line in lines:
        if (
            line.value.isupper()
            and line.folded.startswith(f"{name.folded} ")
            and "cộng hòa" not in line.folded
            and _area_caps(line.text)
        ):
            return line.text
    return None


def _title(place: str) -> str:
    return " ".join(w[:1].upper() + w[1:].lower() for w in place.split())


def _area_caps(text: Text) -> tuple[int, int] | None:
    """Level with its place in a name printed in capitals."""
    found = list(_AREA.finditer(text.folded))
    return (found[-1].start(), len(text)) if found else None


def issuing_name(texts: Iterable[Text]) -> tuple[Text, Name] | None:
    """ "… Ủy ban nhân dân tỉnh ban hành kế hoạch …": the name before the verb; the last one, as plans of others are cited before."""
    last = None
    for text in texts:
        for found in pattern(r"(?:^|[,;.:]\s+|\)\s+|nay\s+|,\s*)(?=\w)").finditer(text.folded):
            name = name_at(text, found.end())
            if name and _ISSUES.match(text.folded, name.end):
                last = (text, name)
    return last


def complete(text: Text, name: Name, *, context: Sequence[Text]) -> Found:
    """The issuer's full name: the place its level lacks, or the long name of a task force, from elsewhere in the paper."""
    part = text.part(name.start, name.end)
    value, spans = part.value, [part.span(0, len(part))]
    confidence = LIKELY
    if part.folded in {"tổ công tác", "ban chỉ đạo", "đoàn công tác", "tổ tiếp công dân"} and (
        longer := _long_name(part, context)
    ):
        value, span = longer
        spans = [span]
        confidence = DOUBTFUL
    folded = fold(value)
    level = re.search(r"(?:^|\s)(" + "|".join(AREA_LEVELS) + r")$", folded)
    place = _place_for(level.group(1) if level else None, context)
    if place and not _has_area(value):
        where, whole = place
        value = f"{value} {where.value if level else whole.value}"
        spans.append(where.span(0, len(where)) if level else whole.span(0, len(whole)))
        confidence = DOUBTFUL if confidence == DOUBTFUL else LIKELY
    return Found(expand(value), tuple(spans), confidence)


def _has_area(value: str) -> bool:
    found = _AREA.search(fold(value))
    if pattern(r"(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\s").match(fold(value)):
        return True
    return bool(found and value[found.end() : found.end() + 1].isupper())


def _long_name(short: Text, context: Sequence[Text]) -> tuple[str, Span] | None:
    """ "thành lập Tổ công tác thường trực …": the name at its founding, up to the purpose."""
    for text in context:
        for found in pattern(rf"(?:thành lập|kiện toàn)\s+(?={re.escape(short.folded)}\s)").finditer(text.folded):
            end = _PURPOSE.search(text.folded, found.end() + len(short))
            stop = end.start() if end else len(text)
            if stop - found.end() > len(short):
                part = text.part(found.end(), stop)
                return part.value, part.span(0, len(part))
    return None


def _place_for(level: str | None, context: Sequence[Text]) -> tuple[Text, Text] | None:
    """(place, level with place) of the first area of that level named in the paper."""
    for text in context:
        at = 0
        while area := area_of(rest := text.part(at)):
            whole = rest.part(*area)
            found = _AREA.match(whole.folded)
            if found and (level is None or found.group(1) == level):
                return whole.part(found.end()), whole
            at += area[1] + (len(text) - at - len(rest))
            if at >= len(text):
                break
    return None


def first_subject(texts: Iterable[Text]) -> tuple[Text, Name] | None:
    """The first name that opens a paragraph and does something: the last resort for an issuer."""
    for text in texts:
        names = names_at(text, 0)
        if names:
            return text, names[0]
    return None

"""Legal bases: every document cited by number, and every law cited by name, wherever it stands, once each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from tiepdan.plans.reading.dates import day_at
from tiepdan.plans.reading.laws import LONG_NAME, SHORT_NAME
from tiepdan.plans.reading.lexicon import VERB, alternation, words
from tiepdan.plans.reading.model import LIKELY, SURE, LegalBasis, Span
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import UPPER, Text, pattern
from tiepdan.plans.reading.spelling import skip_blank

_KIND_WORDS: Final = words("""
nghị quyết liên tịch|thông tư liên tịch|thông báo kết luận|kế hoạch liên tịch|kế hoạch phối hợp|
chương trình hành động|chương trình phối hợp|quy chế phối hợp|hướng dẫn liên ngành|nghị quyết|nghị định|thông tư|
quyết định|chỉ thị|kết luận|quy định|quy chế|kế hoạch|chương trình|công văn|văn bản|thông báo|hướng dẫn|công điện|
báo cáo|đề án|thông tri|tờ trình|pháp lệnh|bộ luật|luật|lệnh|sắc lệnh|điều lệ|văn bản hợp nhất|quy trình|
văn bản chỉ đạo
""")
_KIND: Final = "(?P<kind>" + alternation(_KIND_WORDS) + ")"
_SYMBOL: Final = r"[A-ZĐ][A-Za-zĐđÀ-ỹ]{0,12}\d{0,2}"
# 15-KL/TW, 9/KH-UBND, 64/2014/NĐ-CP
_NUMBER: Final = rf"\d{{1,6}}[a-zA-Z]?(?:/\d{{4}})?\s?[-/–]\s?{_SYMBOL}(?:\s?[-/–&.]\s?(?:{_SYMBOL}))*"
_TOKEN: Final = re.compile(rf"(?<![\w/.])(?P<no>{_NUMBER})(?![\w/])")
_CITED: Final = re.compile(rf"(?<!\w)(?<!pháp )(?<!kỷ )(?:các\s+)?{_KIND}(?!\w)", re.IGNORECASE)
_BARE: Final = re.compile(rf"(?<!\w){_KIND}\s+số\s*:?\s*(?P<no>\d{{1,6}})(?=,?\s+ngày\s+\d)")
_LAW: Final = re.compile(
    r"(?<!\w)(?<!pháp )(?<!Pháp )(?<!PHÁP )(?P<kind>Bộ luật|Bộ Luật|Luật|Hiến pháp|Pháp lệnh|BỘ LUẬT|LUẬT)(?!\w)\s*"
)
# The number of a form, no paper: "biên bản theo mẫu số 02/BB".
_FORM: Final = re.compile(r"(?:mẫu|biểu|phụ lục)(?: biểu)?(?: số)?\s*:?\s*$")
_LAWS: Final = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_OTHER_KIND: Final = re.compile(
    rf"(?:\svà|,)\s(?P<kind>(?!Luật|Bộ luật|Pháp lệnh)[{UPPER}][^\W\d_]*(?: [^\W\d_{UPPER}][^\W\d_]*)?)\s+số\s*:?\s*$"
)
_YEAR: Final = re.compile(r"(?:,?\s*(?:(?:được )?(?:ban hành )?năm|\()\s*|\s)(\d{4})(?![/\d])\)?")
_ABOUT: Final = re.compile(
    r"\s*,?\s*(?:V/v|v/v|(?:quy định |ban hành .{0,40})?về(?: việc)?|quy định chi tiết|sửa đổi, bổ sung|ban "
    r"hành|triển khai|[“\"])\s*:?\s*"
)
_ABOUT_END: Final = re.compile(
    r"[;.”\"]|,\s*(?=(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Tổ công tác|Sở|Ban|Thanh tra|Căn cứ)\s)|\s\((?=sau "
    r"đây|gọi tắt)|"
    r"(?:,|\svà)\s(?=(?:[A-ZĐ]\w+ \w+|Luật|Bộ luật)(?: \w+)? số\s*:?\s*\d)|/\."
)
_SYMBOL_KINDS: Final = {
    "qđ": "Quyết định", "ct": "Chỉ thị", "kh": "Kế hoạch", "nđ": "Nghị định", "nq": "Nghị quyết", "tt": "Thông "
        "tư", "kl": "Kết luận",
    "tb": "Thông báo", "hd": "Hướng dẫn", "cđ": "Công điện", "ctr": "Chương trình", "qđi": "Quy định", "ttlt": "Thông tư liên tịch",
    "qc": "Quy chế", "bc": "Báo cáo", "đa": "Đề án", "cthđ": "Chương trình hành động", "qh": "Luật", "ttr": "Tờ "
        "trình",
}  # fmt: skip
_AMENDING: Final = re.compile(
    r"(?:luật|về(?: việc)?) sửa đổi(?:,? bổ sung)?(?: một số điều)?(?: của)?(?: các)? "
    r"(?:(?:bộ luật|luật|pháp lệnh) [^;.()\d]{3,90}(?:,| và) )?$"
)
_AMENDS: Final = re.compile(r"sửa đổi(?:,? bổ sung)?(?: một số điều)?(?: của)?(?: các)? (?=bộ luật |luật |pháp lệnh )")
_NEXT_LAW: Final = re.compile(r"(?:bộ luật|luật|pháp lệnh)\s+")
_AND_LAW: Final = re.compile(r"(?:,| và)\s+(?=(?:bộ luật|luật|pháp lệnh)\s)")
_GENERIC_NAME: Final = re.compile(
    r"(?:về|và|này|hiện hành|của|có|do|đã|để|được|khác|liên quan|các|sư|pháp|số|trên|nêu)(?!\w)"
)


_WITH_YEAR: Final = 3  # parts of a number with a year: only these are told apart when shortened


@dataclass(slots=True)
class _Base:
    kind: str
    number: str | None
    key: tuple[str, ...]
    date: str | None = None
    issuer: str | None = None
    about: str | None = None
    year: int | None = None
    printed: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    confidence: float = SURE

    def frozen(self) -> LegalBasis:
        others = tuple(dict.fromkeys(p for p in self.printed if p != self.number))
        return LegalBasis(
            self.kind,
            self.number,
            self.date,
            self.issuer,
            self.about,
            self.year,
            others,
            tuple(self.spans),
            self.confidence,
        )


def number_key(number: str) -> tuple[str, ...]:
    """Parts of a number whatever stands between them and in what order: "15-KL/TW" and "15/KL-TW" are one document."""
    parts = _parts(number)
    return (*parts[:1], *sorted(parts[1:]))


def _parts(number: str) -> list[str]:
    return [p for p in pattern(r"[\s/\-–&.]+").split(number.lower()) if p]


def _tidy(number: str) -> str:
    return pattern(r"\s*([/\-–&.])\s*").sub(r"\1", number)


class Citations:
    """Collects the bases of a text, paragraph by paragraph."""

    def __init__(self, *, own_number: str | None = None) -> None:
        self._bases: dict[tuple[str, ...], _Base] = {}
        self._own = number_key(own_number) if own_number and own_number[0].isdigit() else None

    def read(self, text: Text) -> None:
        """Adds what one paragraph cites."""
        self._laws(text)
        kind_end = 0
        kind = ""
        issuer: str | None = None
        numbered = "/" in text.value or "-" in text.value or "–" in text.value
        tokens = list(_TOKEN.finditer(text.value)) if numbered else []
        for index, found in enumerate(tokens):
            before = text.folded[kind_end : found.start()]
            if _FORM.search(before):
                kind_end = found.end()
                continue
            named = next(iter(list(_CITED.finditer(before))[::-1]), None)
            ahead = before[named.end() :] if named else before
            if named and pattern(r"[;.]|:(?!\s*(?:số\s*:?\s*)?$)").search(ahead):
                named = None  # what stands between is another clause
            if named and len(ahead) <= 140:
                kind = text.value[kind_end + named.start("kind") : kind_end + named.end("kind")]
                issuer = _head_issuer(text, kind_end + named.end(), found.start())
            elif not pattern(r"số\s*:?\s*$").search(before) and not (
                kind and pattern(r"(?:,|;|và)\s*$").search(before)
            ):
                if not self._known(found.group("no")):
                    kind_guess = _by_symbol(found.group("no"))
                    if not kind_guess or not pattern(r"(?:số|\()\s*:?\s*$").search(before):
                        kind_end = found.end()
                        continue
                    kind, issuer = kind_guess, None
            elif not kind or (kind.lower() != "thông tri" and not pattern(r"số\s*:?\s*$").search(before)):
                kind = _by_symbol(found.group("no")) or kind
            if kind:
                limit = tokens[index + 1].start() if index + 1 < len(tokens) else len(text)
                self._add_numbered(text, found, kind, issuer, limit)
            kind_end = found.end()
        if "số" in text.folded and "ngày" in text.folded:
            for bare in _BARE.finditer(text.folded):
                self._add_bare(text, bare)

    def _known(self, number: str) -> bool:
        return number_key(number) in self._bases

    def _add_numbered(self, text: Text, found: re.Match[str], kind: str, issuer: str | None, limit: int) -> None:
        number = _tidy(found.group("no"))
        number, end = _cut_symbol(number, found)
        key = number_key(number)
        if key == self._own or not number:
            return
        printed = _kind_case(kind)
        base = self._bases.get(key) or self._shortened(key, printed)
        if base is None:
            name = _law_before(text, found.start("no")) if printed in _LAWS else None
            lawless = printed in _LAWS and "QH" not in number
            other = _OTHER_KIND.search(text.value[: found.start("no")]) if lawless else None
            if other and other.group("kind") not in (name or ""):  # no law: "Luật … và Phân nhiệm số 2/PN-TĐ"
                printed, name = other.group("kind"), None
            base = self._numbered_law(printed, number, name) if name else None
            base = base or _Base(printed, number, key, about=name)
            self._bases[key] = base
        base.printed.append(number)
        base.spans.append(text.span(found.start("no"), end))
        self._details(base, text, end, issuer, limit)

    def _shortened(self, key: tuple[str, ...], kind: str) -> _Base | None:
        """The paper cited before whose number is printed here without its last symbols ("12/2025/NQLT")."""
        if len(key) < _WITH_YEAR:
            return None
        return next(
            (b for k, b in self._bases.items() if k[0] == key[0] and b.kind == kind and set(key) < set(k) and b.number),
            None,
        )

    def _numbered_law(self, kind: str, number: str, name: str) -> _Base | None:
        """The same law cited before by its name alone gets its number."""
        known = self._bases.pop((kind.lower(), name.lower()), None)
        if known:
            known.number = number
        return known

    def _add_bare(self, text: Text, found: re.Match[str]) -> None:
        number = found.group("no")
        key = (number,)
        if any(
            k[0] == number and _kind_case(found.group("kind")).lower() == b.kind.lower() for k, b in self._bases.items()
        ):
            return
        start, end = found.span("no")
        kind = _kind_case(text.value[found.start("kind") : found.end("kind")])
        base = self._bases.setdefault(key, _Base(kind, number, key, confidence=LIKELY))
        base.spans.append(text.span(start, end))
        self._details(base, text, end, None, len(text))

    def _details(self, base: _Base, text: Text, at: int, issuer: str | None, limit: int) -> None:
        day = pattern(r"[,\s]*(?:(?:ban hành\s+)?(?:ngày)\s+)?").match(text.folded, at)
        found = day_at(text.folded, day.end()) if day else None
        if found and found.year:
            base.date = base.date or found.iso()
            at = found.end
        owner = pattern(r"[,\s]*(?:của|do)\s+").match(text.folded, at)
        if owner:
            names = names_at(text, owner.end())
            if len(names) > 1 and VERB.match(text.folded, skip_blank(text, names[-1].end)):
                names = names[:-1]  # "… của UBND tỉnh, Thanh tra tỉnh đề nghị …": the last one is the subject
            if names:
                end = names[-1].end
                term = re.compile(r"\s+(?:khóa|nhiệm kỳ)\s+[IVXLC]+(?!\w)", re.IGNORECASE).match(text.value, end)
                end = term.end() if term else end
                of_caps = (
                    base.issuer is not None and base.issuer.isupper()
                )  # an issuer in a title of capitals reads too far
                base.issuer = text.value[owner.end() : end] if of_caps else base.issuer or text.value[owner.end() : end]
                at = end
        base.issuer = base.issuer or issuer
        about = _ABOUT.match(text.value, at)
        if about and base.about is None:
            stop = _ABOUT_END.search(text.value, about.end())
            end = min(stop.start() if stop else len(text), max(limit, about.end()) if limit < len(text) else len(text))
            part = text.part(about.end(), end)
            base.about = part.value.strip(" ,:") or None

    def _laws(self, text: Text) -> None:
        if "luật" not in text.folded and "pháp" not in text.folded:
            return
        for found in _LAW.finditer(text.value):
            kind = _kind_case(found.group("kind"))
            at = found.end()
            if kind == "Hiến pháp":
                year = _YEAR.match(text.value, at)
                self._add_law(
                    text, kind, None, found.start(), year.end() if year else at, int(year.group(1)) if year else None
                )
                continue
            while True:
                end = _law_end(text, at)
                if end is None or _amended(text, found.start()):
                    break
                amended = pattern(r"\s*\(?(?:sửa đổi|hợp nhất)(?:, bổ sung)?\)?").match(text.folded, end)
                numbered = pattern(r"\s*(?:\([^)]{0,30}\))?\s*,?\s*(?:\(?luật )?(?:số\s*:?\s*)").match(text.folded, end)
                if numbered and _TOKEN.match(text.value, numbered.end()):
                    break  # "Luật … số …": counted by its number
                year = _YEAR.match(text.value, amended.end() if amended else end)
                dated = pattern(r",?\s*ngày\s+").match(text.folded, end)
                day = day_at(text.folded, dated.end()) if dated else None
                self._add_law(
                    text, kind, text.value[at:end], found.start() if at == found.end() else at,
                    year.end() if year else end, int(year.group(1)) if year else None, day.iso() if day else None,
                )  # fmt: skip
                more = pattern(r",\s+").match(text.folded, year.end() if year else end)
                if not more or not LONG_NAME.match(text.folded, more.end()) or not text.value[more.end()].isupper():
                    break
                at = more.end()

    def _add_law(
        self, text: Text, kind: str, name: str | None, start: int, end: int, year: int | None, date: str | None = None
    ) -> None:
        key = (kind.lower(), (name or "").lower())
        base = self._bases.get(key)
        if base is None and name:
            same = [
                b
                for b in self._bases.values()
                if b.kind == kind and b.number and (b.about or "").lower() == name.lower()
            ]
            base = same[0] if same else self._fuller(kind, name)
        if base is None:
            base = self._bases[key] = _Base(kind, None, key, about=name)
        base.year = base.year or year
        base.date = base.date or date
        base.spans.append(text.span(start, end))

    def _fuller(self, kind: str, name: str) -> _Base | None:
        """A law called by the first words of its name is the one whose whole name was printed before, and the other way round."""
        low = name.lower()
        for base in self._bases.values():
            about = (base.about or "").lower()
            if base.kind != kind or not about:
                continue
            if about.startswith(f"{low} "):
                return base
            if base.number is None and low.startswith(f"{about} "):
                base.about = name
                return base
        return None

    def result(self) -> tuple[LegalBasis, ...]:
        """All bases in the order of first mention."""
        return tuple(sorted((b.frozen() for b in self._bases.values()), key=lambda b: b.spans[0]))


def _law_before(text: Text, at: int) -> str | None:
    """Name in "Luật Khiếu nại số 02/2011/QH13"."""
    found = list(_LAW.finditer(text.value, 0, at))
    if not found:
        return None
    for law in found[::-1]:
        if _amended(text, law.start()):
            continue
        end = _law_end(text, law.end())
        return text.value[law.end() : end] if end is not None and end < at <= end + 30 else None
    return None


def _law_end(text: Text, at: int) -> int | None:
    """End of the name of a law, one that amends others included: "sửa đổi, bổ sung một số điều của Luật … và Luật …"."""
    amends = _AMENDS.match(text.folded, at)
    if amends is None:
        return _law_name_end(text, at)
    end = None
    start = amends.end()
    while law := _NEXT_LAW.match(text.folded, start):
        inner = _law_name_end(text, law.end())
        if inner is None:
            break
        end = inner
        more = _AND_LAW.match(text.folded, end)
        if more is None:
            break
        start = more.end()
    return end


def _law_name_end(text: Text, at: int) -> int | None:
    """End of the name of a law that begins at `at`: one of the long names in any letters, another with a capital."""
    name = LONG_NAME.match(text.folded, at)
    if name is None and text.value[at : at + 1].isupper() and not _GENERIC_NAME.match(text.folded, at):
        name = SHORT_NAME.match(text.folded, at)
    return name.end() if name else None


def _amended(text: Text, at: int) -> bool:
    """True for the law that another one amends, named inside the name of that one."""
    return _AMENDING.search(text.folded[:at]) is not None


def _kind_case(kind: str) -> str:
    low = kind.lower()
    return low[:1].upper() + low[1:]


def _by_symbol(number: str) -> str | None:
    for part in _parts(number)[1:]:
        plain = pattern(r"\d+$").sub("", part)
        if plain in _SYMBOL_KINDS:
            return _SYMBOL_KINDS[plain]
    return None


def _cut_symbol(number: str, found: re.Match[str]) -> tuple[str, int]:
    """Number without what only looks like its symbol ("12/KH-UBND - Sở …")."""
    end = found.end("no")
    raw = found.group("no")
    loose = pattern(r"\s[-–]\s?[A-ZĐ][a-zà-ỹ]|\s?[-–]\s[A-ZĐ][a-zà-ỹ]").search(raw)
    if loose:
        raw = raw[: loose.start()]
        end = found.start("no") + loose.start()
        number = _tidy(raw)
    return number, end


def _head_issuer(text: Text, start: int, end: int) -> str | None:
    """ "Các Chỉ thị của Thủ tướng Chính phủ: Số …; số …": the issuer of all that follow."""
    owner = pattern(r"\s*của\s+").match(text.folded, start)
    if not owner or owner.end() >= end:
        return None
    names = names_at(text, owner.end())
    return text.value[names[0].start : names[0].end] if names and names[0].end <= end else None


def read_citations(texts: Sequence[Text], *, own_number: str | None) -> tuple[LegalBasis, ...]:
    """Legal bases of the paragraphs; the document's own number is none."""
    citations = Citations(own_number=own_number)
    for text in texts:
        citations.read(text)
    return citations.result()

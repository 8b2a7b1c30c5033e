"""Which agencies of the registry a printed name means: one body, a set by level ("UBND các xã, phường"), or nobody for sure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from tiepdan.agencies.rules import AgencyKind, AgencyLevel
from tiepdan.infra.folding import fold

SURE: Final = 0.9  # from here on a match needs no second look
LEAST: Final = 0.72  # below, nobody is proposed
_CLEAR: Final = 0.04  # by so much the best must lead the second


class MatchKind(StrEnum):
    """What a name was found to be."""

    ONE = "one"
    SET = "set"
    NONE = "none"  # nobody found
    VAGUE = "vague"  # "các cơ quan liên quan": the text itself leaves it open
    OUTSIDE = "outside"  # said by the coordinator: no agency that works with this system


@dataclass(frozen=True, slots=True)
class Body:
    """An agency of the registry in force on the plan's day."""

    id: int
    name: str
    short_name: str
    kind: AgencyKind
    level: AgencyLevel
    path: str
    carries_on: tuple[str, ...] = ()  # names of agencies that ended and whose work it took over


@dataclass(frozen=True, slots=True)
class Match:
    """What a printed name means."""

    kind: MatchKind
    ids: tuple[int, ...] = ()
    confidence: float = 0.0
    why: str = ""

    @property
    def is_sure(self) -> bool:
        """Tell whether it may stand without a second look."""
        return self.kind in {MatchKind.ONE, MatchKind.SET} and self.confidence >= SURE


_SHORT: Final = (
    ("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("ubmttq vn", "uy ban mat tran to quoc"),
    ("ubmttq", "uy ban mat tran to quoc"), ("mttq vn", "mat tran to quoc"), ("mttq", "mat tran to quoc"),
    ("mat tran to quoc viet nam", "mat tran to quoc"), ("dbqh", "dai bieu quoc hoi"), ("vksnd", "vien kiem sat nhan dan"),
    ("tand", "toa an nhan dan"), ("gd dt", "giao duc va dao tao"), ("tn mt", "tai nguyen va moi truong"),
    ("nn mt", "nong nghiep va moi truong"), ("ld tb xh", "lao dong thuong binh va xa hoi"),
    ("vh tt dl", "van hoa the thao va du lich"), ("tt tt", "thong tin va truyen thong"), ("tcd", "tiep cong dan"),
    ("bch", "bo chi huy"), ("bdbp", "bo doi bien phong"), ("tp", "thanh pho"), ("vp", "van phong"), ("ttr", "thanh tra"),
    ("ca", "cong an"), ("qs", "quan su"), ("gddt", "giao duc va dao tao"), ("tccb", "to chuc can bo"),
)  # fmt: skip
_TITLES: Final = re.compile(
    r"^(de nghi |giao )?((thu truong|nguoi dung dau|lanh dao|giam doc|pho giam doc|chanh|truong|chu nhiem|vien truong|"
    r"chi huy truong|chu tich|pho chu tich|bi thu|thuong truc) )+"
)
_LEVEL_WORDS: Final = {
    "huyen": AgencyLevel.DISTRICT, "quan": AgencyLevel.DISTRICT, "thi xa": AgencyLevel.DISTRICT,
    "thanh pho": AgencyLevel.DISTRICT, "xa": AgencyLevel.COMMUNE, "phuong": AgencyLevel.COMMUNE,
    "thi tran": AgencyLevel.COMMUNE, "dac khu": AgencyLevel.COMMUNE, "tinh": AgencyLevel.PROVINCE,
}  # fmt: skip
_TYPES: Final = re.compile(r"\b(thi xa|thi tran|thanh pho|dac khu|huyen|quan|xa|phuong|tinh)\b")
_OF_LEVEL: Final = {
    AgencyLevel.COMMUNE: AgencyKind.COMMUNE_COMMITTEE, AgencyLevel.DISTRICT: AgencyKind.DISTRICT_COMMITTEE,
    AgencyLevel.PROVINCE: AgencyKind.PROVINCIAL_COMMITTEE,
}  # fmt: skip
COMMITTEES: Final = frozenset(_OF_LEVEL.values())
_NOUNS: Final = (
    ("cong an", AgencyKind.POLICE), ("quan su", AgencyKind.ARMY), ("hoi dong nhan dan", AgencyKind.ELECTED_BODY),
    ("mat tran to quoc", AgencyKind.FRONT_OR_UNION), ("ban tiep cong dan", AgencyKind.RECEPTION_BOARD),
    ("thanh tra", AgencyKind.INSPECTORATE), ("dang uy", AgencyKind.PARTY_BODY), ("huyen uy", AgencyKind.PARTY_BODY),
    ("cap uy", AgencyKind.PARTY_BODY), ("toa an", AgencyKind.COURT), ("vien kiem sat", AgencyKind.PROCURACY),
)  # fmt: skip
_OPEN: Final = re.compile(
    r"(lien quan|chuc nang|co tham quyen|^cac cap( |$)|^cac nganh$|^cac co quan( don vi)?( dia phuong)?$|"
    r"^cac don vi$|^thanh vien|to chuc ca nhan)"
)


# The task force that a plan is of: its leader, deputies, members have no agency of their own.
_OWN_FORCE: Final = re.compile(r"^(cac )?(to (truong|pho|cong tac|tiep cong dan)|thanh vien)\b(?!.*lien quan)")


def plain(name: str) -> str:
    """Return a name folded, abbreviations written out, titles of its head taken off.

    Example:
        >>> plain("Chủ tịch UBND các huyện, TP")
        'uy ban nhan dan cac huyen thanh pho'
    """
    words = f" {fold(name)} "
    for short, long in _SHORT:
        words = words.replace(f" {short} ", f" {long} ")
    return _TITLES.sub("", words.strip())


class Registry:
    """The agencies in force on a day, seen from the body that issued the plan."""

    def __init__(self, *, bodies: Sequence[Body], home: Body) -> None:
        self.home = home
        self.seat = self._seat(bodies, home)
        over = [body for body in bodies if self.seat.path.startswith(body.path) and body.kind in COMMITTEES]
        self.places = tuple(place for place in (_place(body.name) for body in over) if place)
        self._bodies = bodies
        near = [body for body in bodies if self._is_near(body)]
        self._known = [(body, _without(plain(name), self.places)) for body in near for name in _names(body)]
        self._gone = [(body, _without(plain(name), self.places)) for body in near for name in body.carries_on]

    def match(self, name: str) -> Match:
        """Say which agencies a printed name means."""
        words = _without(plain(name), self.places)
        if not words:
            return Match(MatchKind.NONE, why="Tên trống.")
        if _OWN_FORCE.match(words):
            return Match(MatchKind.ONE, (self.home.id,), 0.85, "Người của Tổ công tác: việc ở cơ quan lập kế hoạch.")
        found = self._set(words)
        if found is not None:
            return found
        if _OPEN.search(words):
            return Match(MatchKind.VAGUE, why="Văn bản không nêu cụ thể cơ quan nào.")
        return self._one(words)

    @staticmethod
    def _seat(bodies: Sequence[Body], home: Body) -> Body:
        """The committee whose territory it is: the issuer itself, or the nearest committee above it."""
        above = [body for body in bodies if home.path.startswith(body.path) and body.kind in COMMITTEES]
        return max(above, key=lambda body: len(body.path), default=home)

    def _is_near(self, body: Body) -> bool:
        """Within the territory, above it, or central."""
        inside = body.path.startswith(self.seat.path) or self.seat.path.startswith(body.path)
        return inside or body.level is AgencyLevel.CENTRAL or self._is_beside(body)

    def _is_beside(self, body: Body) -> bool:
        """Bodies that stand beside the committee or one above it (Tỉnh ủy, Thanh tra tỉnh); no other committee."""
        return self.seat.path.startswith(body.path[:-7]) and body.kind not in COMMITTEES

    def _one(self, words: str) -> Match:
        best = self._scored(words, self._known)
        gone = self._scored(words, self._gone)
        if gone and (not best or gone[0][0] > best[0][0] + _CLEAR):
            heirs = tuple(dict.fromkeys(body.id for score, body in gone if score >= gone[0][0] - 0.001))
            score = gone[0][0]
            if score >= LEAST:
                return Match(
                    MatchKind.ONE if len(heirs) == 1 else MatchKind.SET, heirs, min(score, SURE - 0.01),
                    "Cơ quan này đã kết thúc; đây là cơ quan kế thừa.",
                )  # fmt: skip
        if not best or best[0][0] < LEAST:
            return Match(MatchKind.NONE, why="Không có cơ quan nào tên như vậy trong danh mục vào ngày của kế hoạch.")
        score, body = best[0]
        rival = next((other for other in best[1:] if other[1].id != body.id), None)
        if rival is not None and score - rival[0] < _CLEAR:
            return Match(MatchKind.ONE, (body.id,), min(score, 0.8), f"Gần giống cả: {rival[1].name}.")
        return Match(MatchKind.ONE, (body.id,), round(score, 3), "Khớp tên." if score >= SURE else "Tên gần giống.")

    def _scored(self, words: str, known: Iterable[tuple[Body, str]]) -> list[tuple[float, Body]]:
        rows = []
        for body, name in known:
            score = fuzz.ratio(words, name) / 100
            if _kind_word(words) != _kind_word(name):
                # A body of the seat itself often goes without the level word: "Văn phòng HĐND và UBND (phường)".
                bare = words.removesuffix(f" {_kind_word(words)}") if body.level is self.seat.level else words
                score = max(score - 0.15, fuzz.ratio(bare, name) / 100 - 0.02 if not _kind_word(name) else 0)
            # The nearer of two bodies of one name is meant: one's own commune before another's.
            near = (
                0.01 if body.path.startswith(self.home.path) else 0.005 if body.path.startswith(self.seat.path) else 0
            )
            depth = 0.012 * max(0, body.path.count("/") - self.seat.path.count("/") - 1)
            rows.append((min(1.0, score + near - depth), body))
        rows.sort(key=lambda row: (-row[0], row[1].path))
        return rows[:5]

    def _set(self, words: str) -> Match | None:
        if re.search(r"\bcac (phong|don vi|co quan|ban|to chuc)\b.*\b(truc thuoc|thuoc)\b|^cac (phong|don vi) ", words):
            return self._members()
        if re.match(
            r"^(cac )?so\b(?! \w+ va| noi| tai| tu phap| xay| cong| y | van| giao| nong| khoa| dan| ngoai| quy)", words
        ):
            return self._departments(words)
        if re.search(r"to chuc chinh tri xa hoi|^cac doan the", words):
            return self._kinds((AgencyKind.FRONT_OR_UNION,), self.seat.level, but="mat tran")
        levels = self._levels(words)
        if levels is None or "lien quan" in words:
            return None
        return self._of_levels(words, levels)

    def _levels(self, words: str) -> tuple[str, ...] | None:
        """Type words after "các": "UBND các xã, phường" → (xa, phuong); None when the name is of one body."""
        found = re.search(r"\bcac (?:dia phuong|cap chinh quyen)", words)
        if found:
            return (
                ("xa", "phuong", "dac khu", "thi tran")
                if self.seat.level is not AgencyLevel.PROVINCE
                else self._below()
            )
        listed = re.search(
            r"\bcac ((?:(?:thi xa|thi tran|thanh pho|dac khu|huyen|quan|xa|phuong)(?: va| )? ?)+)", f"{words} "
        )
        return tuple(_TYPES.findall(listed[1])) if listed else None

    def _below(self) -> tuple[str, ...]:
        districts = any(body.kind is AgencyKind.DISTRICT_COMMITTEE for body in self._bodies)
        return ("huyen", "thi xa", "thanh pho", "quan") if districts else ("xa", "phuong", "dac khu", "thi tran")

    def _of_levels(self, words: str, types: tuple[str, ...]) -> Match:
        noun = next((kind for said, kind in _NOUNS if said in words.split(" cac ")[0]), None)
        levels = {_LEVEL_WORDS[one] for one in types}
        # Until 30/06/2025 "thành phố" beside "huyện" is of the district; alone under no district it is nothing.
        found = []
        for body in self._bodies:
            if not body.path.startswith(self.seat.path) or body.id == self.seat.id or body.level not in levels:
                continue
            if (noun is None and body.kind is not _OF_LEVEL[body.level]) or (
                noun is not None and body.kind is not noun
            ):
                continue
            said = _TYPES.findall(fold(body.name))
            if not said or said[0] in types:
                found.append(body)
        if not found:
            return Match(MatchKind.NONE, why="Không có cơ quan nào ở cấp này vào ngày của kế hoạch.")
        return Match(
            MatchKind.SET, tuple(body.id for body in sorted(found, key=lambda body: body.path)), 0.95,
            f"{len(found)} cơ quan đang hoạt động vào ngày của kế hoạch.",
        )  # fmt: skip

    def _departments(self, words: str) -> Match:
        kinds = (AgencyKind.DEPARTMENT,)
        if "nganh" in words:
            kinds = (*kinds, AgencyKind.INSPECTORATE)  # type: ignore[assignment]
        return self._kinds(kinds, AgencyLevel.PROVINCE)

    def _members(self) -> Match:
        top = self.home.path
        found = [body for body in self._bodies if body.path.startswith(top) and len(body.path) == len(top) + 7]
        if self.home.kind is AgencyKind.PROVINCIAL_COMMITTEE:
            found = [body for body in found if body.kind not in COMMITTEES]
        if not found:
            return Match(MatchKind.NONE, why="Danh mục chưa có đơn vị trực thuộc.")
        return Match(
            MatchKind.SET, tuple(body.id for body in found), 0.85, f"{len(found)} đơn vị trực thuộc trong danh mục."
        )

    def _kinds(self, kinds: tuple[AgencyKind, ...], level: AgencyLevel, but: str = "") -> Match:
        found = [
            body
            for body in self._bodies
            if body.kind in kinds
            and body.level is level
            and self._is_near(body)
            and not (but and but in plain(body.name))
        ]
        if not found:
            return Match(MatchKind.NONE, why="Không có cơ quan nào loại này vào ngày của kế hoạch.")
        ids = tuple(body.id for body in sorted(found, key=lambda body: body.path))
        return Match(MatchKind.SET, ids, 0.92, f"{len(found)} cơ quan đang hoạt động vào ngày của kế hoạch.")


def _names(body: Body) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (body.name, body.short_name) if name))


def _place(name: str) -> str:
    """The proper name of a territory: "UBND tỉnh Hồng Sơn" → "hong son"."""
    words = plain(name)
    found = re.search(r"\b(?:thi xa|thi tran|thanh pho|dac khu|huyen|quan|xa|phuong|tinh) (.+)$", words)
    return found[1] if found else ""


def _without(words: str, places: Iterable[str]) -> str:
    """Take the territory's own name off the end: within it "Thanh tra tỉnh Hồng Sơn" and "Thanh tra tỉnh" are one."""
    for place in places:
        words = words.removesuffix(f" {place}")
    return words


def _kind_word(words: str) -> str:
    """The level word a name ends with, the strongest difference between "Công an tỉnh" and "Công an xã"."""
    found = _TYPES.findall(words)
    return found[-1] if found and words.endswith(found[-1]) else ""

"""A plan's reading as drawn: units with their words, linked both ways with the passages of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from django.utils.translation import gettext as _

from tiepdan.plans.corrections import (
    ALWAYS,
    Corrected,
    is_unsure,
    missing_task_units,
    task_units,
    unsure_units,
)
from tiepdan.plans.fields import Place, ValueKind, field_paths, unit_kind, value_at, written
from tiepdan.plans.models import PlanDocument
from tiepdan.ui.words import Words

RECURRENCE_WORDS: Final = Words({
    "daily": "hằng ngày", "weekly": "hằng tuần", "monthly": "hằng tháng", "quarterly": "hằng quý",
    "half-yearly": "6 tháng một lần", "yearly": "hằng năm", "as-needed": "khi có việc",
})  # fmt: skip
ROLE_WORDS: Final = Words({"b/c": "để báo cáo", "p/h": "để phối hợp", "t/h": "để thực hiện"})
UNIT_WORDS: Final = Words({
    "document.kind": "Loại văn bản", "document.title": "Tên", "document.number": "Số, ký hiệu",
    "document.place": "Nơi ban hành", "document.date": "Ngày ban hành", "document.issuer": "Cơ quan ban hành",
    "document.signer": "Người ký", "document.recipients": "Nơi nhận", "legal_bases": "Căn cứ", "periods": "Thời kỳ",
    "events": "Sự kiện", "sections": "Mục", "agencies": "Giao cho", "tasks": "Nhiệm vụ", "lead": "Chủ trì",
    "coordinate_with": "Phối hợp", "contacts": "Liên hệ", "report_to": "Báo cáo", "via": "Qua", "deadline": "Thời hạn",
    "relative_deadlines": "Hạn tính từ sự kiện", "recurring": "Định kỳ", "result": "Kết quả", "deadlines": "Thời hạn",
})  # fmt: skip
FIELD_WORDS: Final = Words({
    "kind": "Loại văn bản", "title": "Tên", "number": "Số, ký hiệu", "place": "Địa điểm", "date": "Ngày",
    "date_partial": "Tháng (khi không ghi ngày)", "issuer": "Cơ quan ban hành", "capacity": "Quyền hạn, chức vụ",
    "name": "Họ và tên", "recipients": "Nơi nhận", "recipient_roles": "Để làm gì", "about": "Về việc", "label": "Tên gọi",
    "from": "Từ ngày", "from_partial": "Từ tháng (khi không ghi ngày)", "to": "Đến ngày",
    "to_partial": "Đến tháng (khi không ghi ngày)", "sessions": "Buổi", "events": "Sự kiện", "agencies": "Giao cho",
    "text": "Nội dung nhiệm vụ", "lead": "Chủ trì", "coordinate_with": "Phối hợp", "contacts": "Liên hệ",
    "report_to": "Báo cáo", "via": "Qua", "deadline": "Thời hạn", "deadline_partial": "Tháng (khi không ghi ngày)",
    "relative_deadlines": "Hạn tính từ sự kiện", "recurring": "Định kỳ", "result": "Kết quả", "what": "Việc phải xong",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """One unit as drawn."""

    unit: str
    key: str  # id in the page
    label: str
    value: str
    note: str = ""
    passage: int | None = None  # number of the first piece of text it was read from
    unsure: bool = False
    mark: str = ""  # corrected, checked, removed, added
    was: str = ""  # what was read, when it was corrected
    by: str = ""
    main: bool = False  # the words of a task
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """Units that belong together: one task, with the offer to fill in what is missing."""

    units: tuple[Shown, ...]
    missing: tuple[tuple[str, str], ...] = ()  # unit, label
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading of the page."""

    title: str
    cards: tuple[Card, ...]
    note: str = ""
    number: int | None = None  # of the assignment, to which tasks may be added
    level: int = 2


# Two blank lines and more are drawn as one, and none above the first line: what was read begins at once.
_BLANK_LINES: Final = re.compile(r"\n(?:[^\S\n]*\n){2,}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text. `keys`: the units read from it, the narrowest first."""

    number: int
    text: str
    keys: tuple[str, ...] = ()
    look: str = ""  # task, duty, fact: how it is underlined

    @property
    def blank(self) -> bool:
        """Tell whether nothing of it can be seen, so that it leads nowhere."""
        return not self.text.strip()


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """The whole page."""

    groups: tuple[Group, ...]
    pieces: tuple[Piece, ...]
    unsure: int
    total: int


def key_of(unit: str) -> str:
    """Id of a unit in the page."""
    return "u-" + unit.replace(".", "-").replace("_", "-")


def reading_shown(*, plan: PlanDocument, only_unsure: bool = False) -> ReadingShown:
    """Draw a reading with its corrections."""
    now, places = plan.as_corrected(), plan.located()
    pieces = _pieces(plan.text, places)
    first: dict[str, int] = {}
    for piece in pieces:
        for key in () if piece.blank else piece.keys:
            first.setdefault(key, piece.number)
    drawer = _Drawer(now=now, places=places, first=first, original=plan.reading or {})
    groups = tuple(drawer.groups(only_unsure=only_unsure))
    waiting = len(unsure_units(now, places))
    total = sum(len(card.units) for group in groups for card in group.cards)
    return ReadingShown(groups, pieces, waiting, total)


def unit_shown(*, plan: PlanDocument, unit: str) -> Shown:
    """Draw one unit again after it was corrected."""
    now, places = plan.as_corrected(), plan.located()
    first: dict[str, int] = {}
    for piece in _pieces(plan.text, places):
        if key_of(unit) in piece.keys and not piece.blank:
            first[key_of(unit)] = piece.number
            break
    return _Drawer(now=now, places=places, first=first, original=plan.reading or {}).shown(unit)


def unit_label(unit: str) -> str:
    """The word for a unit: that of its last name, or of the list it stands in."""
    if unit.startswith("promulgated_by."):
        return UNIT_WORDS[unit.replace("promulgated_by.", "document.")]
    bare = unit.rstrip("0123456789").rstrip(".")
    return UNIT_WORDS.get(bare) or UNIT_WORDS[bare.rpartition(".")[2]]


def field_label(path: str) -> str:
    """The word for a field of a unit."""
    return FIELD_WORDS[path.rstrip("0123456789").rstrip(".").rpartition(".")[2]]


@dataclass(frozen=True, slots=True)
class _Drawer:
    now: Corrected
    places: Mapping[str, Place]
    first: Mapping[str, int]
    original: Mapping[str, Any]

    def groups(self, *, only_unsure: bool) -> Iterable[Group]:
        reading = self.now.reading
        every = [
            Group(_("Đầu và cuối văn bản"), self._cards(_head("document"))),
            Group(
                _("Quyết định ban hành kèm"),
                self._cards(_head("promulgated_by") if reading.get("promulgated_by") else ()),
            ),
            Group(_("Căn cứ pháp lý"), self._cards(_rows(reading, "legal_bases"))),
            Group(_("Thời gian, đợt"), self._cards(_rows(reading, "periods"))),
            Group(_("Sự kiện phục vụ"), self._cards(_rows(reading, "events"))),
            Group(_("Mục lục"), self._cards(_rows(reading, "sections"))),
            *self._assignments(),
            Group(_("Thời hạn trong văn bản"), self._cards(_rows(reading, "deadlines"))),
            Group(_("Nơi nhận"), self._cards(_rows(reading, "document.recipients"))),
        ]
        for group in every:
            cards = tuple(self._only_unsure(group.cards)) if only_unsure else group.cards
            if cards or (group.number is not None and not only_unsure):
                yield Group(group.title, cards, group.note, None if only_unsure else group.number, group.level)

    def _only_unsure(self, cards: Iterable[Card]) -> Iterable[Card]:
        for card in cards:
            waiting = tuple(unit for unit in card.units if unit.unsure)
            if waiting:
                heads = tuple(unit for unit in card.units if unit.main and not unit.unsure)
                yield Card((*heads, *waiting))

    def _cards(self, units: Iterable[str]) -> tuple[Card, ...]:
        return tuple(Card((self.shown(unit),)) for unit in units)

    def _assignments(self) -> Iterable[Group]:
        reading = self.now.reading
        titles = {row["path"]: f"{row['path']}. {row['title']}" for row in reading.get("sections") or []}
        for i, row in enumerate(reading.get("assignments") or []):
            names = "; ".join(value_at(reading, f"assignments.{i}.agencies")) or _("Chưa rõ giao cho ai")
            notes = [_("Mục {titles}").format(titles=titles.get(row.get("section") or "", row.get("section") or "?"))]
            if row.get("implied_agency"):
                notes.append(_("cơ quan suy từ phần mở đầu hoặc mục trên"))
            if row.get("request"):
                notes.append(_("là đề nghị, không phải giao việc"))
            cards = [Card((self.shown(f"assignments.{i}.agencies"),))]
            cards += [self._task(f"assignments.{i}.tasks.{k}") for k in range(len(row["tasks"]))]
            yield Group(f"Giao cho: {names}", tuple(cards), "; ".join(notes), i, 3)

    def _task(self, task: str) -> Card:
        missing = list(missing_task_units(self.now.reading, task))
        missing.sort(key=lambda unit: unit.rpartition(".")[2] not in ALWAYS)
        units = tuple(self.shown(unit) for unit in task_units(self.now.reading, task))
        return Card(units, tuple((unit, unit_label(unit)) for unit in missing), task in self.now.removed)

    def shown(self, unit: str) -> Shown:
        """Draw one unit."""
        value, note = _words(self.now.reading, unit)
        changed = [path for path, _ in field_paths(unit) if path in self.now.changed]
        said = self.now.removed.get(unit) or next((self.now.changed[path] for path in changed), None)
        said = said or self.now.checked.get(unit) or self.now.added.get(unit)
        mark = (
            "removed" if unit in self.now.removed else "corrected" if changed else "checked"
            if unit in self.now.checked else "added" if unit in self.now.added else ""
        )  # fmt: skip
        was = _words(self.original, unit)[0] if changed and unit not in self.now.added else ""
        return Shown(
            unit=unit, key=key_of(unit), label=unit_label(unit), value=value, note=note, passage=self.first.get(key_of(unit)),
            unsure=is_unsure(unit, self.places, self.now), mark=mark, was=was or (_("(không có)") if changed else ""),
            by=said.by if said else "", main=unit.endswith(tuple("0123456789")) and ".tasks." in unit, empty=not value,
        )  # fmt: skip


def _head(prefix: str) -> tuple[str, ...]:
    names = ("kind", "title", "number", "place", "date", "issuer", "signer")
    return tuple(f"{prefix}.{name}" for name in names if prefix == "document" or name != "place")


def _rows(reading: Mapping[str, Any], name: str) -> tuple[str, ...]:
    return tuple(f"{name}.{i}" for i in range(len(value_at(reading, name) or [])))


def _words(reading: Mapping[str, Any], unit: str) -> tuple[str, str]:
    """Write the value of a unit in one line, and a note below it."""
    held = {path: _written(how, value_at(reading, path)) for path, how in field_paths(unit)}
    pattern = unit_kind(unit)
    name = pattern.pattern if pattern else ""
    row = value_at(reading, unit) if name.endswith(".*") else None
    if name == "legal_bases.*":
        return _basis(row or {}, held, unit)
    if name == "periods.*":
        start, end = (
            held[f"{unit}.from"] or held[f"{unit}.from_partial"],
            held[f"{unit}.to"] or held[f"{unit}.to_partial"],
        )
        span = (
            _("từ {start} đến {end}").format(start=start, end=end)
            if start and end
            else _("từ {start}").format(start=start)
            if start
            else _("đến {end}").format(end=end)
            if end
            else ""
        )
        more = [held[f"{unit}.sessions"], held[f"{unit}.place"]]
        return ": ".join(filter(None, (held[f"{unit}.label"], span))), "; ".join(filter(None, more))
    if name == "deadlines.*":
        day = held[f"{unit}.date"] or held[f"{unit}.date_partial"]
        to = held[f"{unit}.report_to"] and _("báo cáo {held}").format(held=held[f"{unit}.report_to"])
        via = held[f"{unit}.via"] and f"qua {held[f'{unit}.via']}"
        return ": ".join(filter(None, (day, held[f"{unit}.what"]))), "; ".join(filter(None, (to, via)))
    if name == "sections.*":
        return ". ".join(
            filter(None, (str((row or {}).get("path") or held[f"{unit}.number"]), held[f"{unit}.title"]))
        ), ""
    if name == "document.recipients.*":
        role = held[unit.replace(".recipients.", ".recipient_roles.")]
        return held[unit], ROLE_WORDS.get(role, role)
    if name == "assignments.*.tasks.*":
        notes = [_("không bắt buộc")] if (row or {}).get("optional") else []
        notes += [_("bị ngắt trang trong văn bản")] if (row or {}).get("broken_over_page") else []
        return held[f"{unit}.text"], "; ".join(notes)
    return "; ".join(filter(None, held.values())), ""


def _basis(row: Mapping[str, Any], held: Mapping[str, str], unit: str) -> tuple[str, str]:
    number, day, issuer = held[f"{unit}.number"], held[f"{unit}.date"], held[f"{unit}.issuer"]
    parts = [
        held[f"{unit}.kind"],
        _("số {number}").format(number=number) if number else "",
        _("ngày {day}").format(day=day) if day else "",
    ]
    about = held[f"{unit}.about"]
    if not number:
        year = _("năm {year}").format(year=row["year"]) if row.get("year") else ""
        parts = [held[f"{unit}.kind"], about, year or parts[2]]
        about = ""
    also = (
        _("trong văn bản còn ghi {join}").format(join=", ".join(row["also_printed"])) if row.get("also_printed") else ""
    )
    return " ".join(filter(None, parts)), "; ".join(filter(None, (issuer, about, also)))


def _written(how: ValueKind, value: Any) -> str:
    if how is ValueKind.RECURRENCE:
        return str(RECURRENCE_WORDS.get(str(value or ""), value or ""))
    text = written(how, value)
    if how in {ValueKind.LIST, ValueKind.SESSIONS}:
        return text.replace("\n", "; ")
    if how is ValueKind.DAY and str(value or "").startswith("--"):
        return _("{text} hằng năm").format(text=text)
    return text


def _pieces(text: str, places: Mapping[str, Place]) -> tuple[Piece, ...]:
    """Cut the text where anything begins or ends; each piece knows what was read from it, the narrowest first."""
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    width: dict[str, int] = {}
    for path, place in places.items():
        unit = _unit_of(path)
        if unit is None:
            continue
        for start, end in place.spans:
            if 0 <= start < end <= len(text):
                starts.setdefault(start, []).append(unit)
                ends.setdefault(end, []).append(unit)
                width[unit] = max(width.get(unit, 0), end - start)
    cuts = sorted({0, len(text), *starts, *ends})
    running: dict[str, int] = {}
    pieces = []
    for number, (start, end) in enumerate(pairwise(cuts), start=1):
        for unit in ends.get(start, ()):
            running[unit] -= 1
            if not running[unit]:
                del running[unit]
        for unit in starts.get(start, ()):
            running[unit] = running.get(unit, 0) + 1
        inside = sorted(running, key=lambda unit: (width[unit], unit))
        shown = _BLANK_LINES.sub("\n\n", text[start:end]) if start else text[start:end].lstrip("\r\n\f\v \t\u00a0")
        pieces.append(Piece(number, shown, tuple(key_of(unit) for unit in inside), _look(inside)))
    return tuple(pieces)


def _look(units: list[str]) -> str:
    if not units:
        return ""
    narrowest = units[0]
    kind = unit_kind(narrowest)
    if kind is not None and kind.pattern == "assignments.*.tasks.*":
        return "task"
    return "duty in-task" if any(".tasks." in unit for unit in units) else "fact"


def _unit_of(path: str) -> str | None:
    """The unit that a place belongs to: its own, or the one of which it is a field."""
    if unit_kind(path) is not None:
        return path
    owner = path
    while "." in owner:
        owner = owner.rpartition(".")[0]
        if unit_kind(owner) is not None and any(path == one for one, _ in field_paths(owner)):
            return owner
    for suffix in ("_partial",):
        if path.endswith(suffix) and unit_kind(path.removesuffix(suffix)) is not None:
            return path.removesuffix(suffix)
    return None

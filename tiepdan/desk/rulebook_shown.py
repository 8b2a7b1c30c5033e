"""The rulebook as pages show it: every dated value of rules/ as one kind of line, found by words, grouped by day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiepdan.deadlines.calendar_file import year_calendar
from tiepdan.deadlines.model import Rule, RuleVersion, Unit
from tiepdan.deadlines.norms import Norm, load_norms
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.deadlines.variants import NAMES_VI
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.infra.folding import fold
from tiepdan.reports.rules.forms import load_report_forms
from tiepdan.routing.rules.competence import MatterKind, Stage, answers_of, list_subjects
from tiepdan.routing.rules.table import load_processing, load_routes
from tiepdan.ui.words import Words, said

_ONE_DAY: Final = timedelta(days=1)
_UNITS: Final = Words({
    Unit.CALENDAR_DAY: "ngày", Unit.WORKING_DAY: "ngày làm việc", Unit.MONTH: "tháng", Unit.YEAR: "năm",
    Unit.HOUR: "giờ",
})  # fmt: skip
_STAGES: Final = Words({Stage.FIRST: "lần đầu", Stage.SECOND: "lần hai", Stage.SINGLE: ""})
_MATTERS: Final = Words({MatterKind.COMPLAINT: "Khiếu nại", MatterKind.DENUNCIATION: "Tố cáo"})
KINDS: Final = Words(
    {
        "deadline": "Thời hạn",
        "norm": "Quy định khác",
        "competence": "Thẩm quyền",
        "processing": "Xử lý đơn",
        "form": "Mẫu giấy tờ",
        "report": "Biểu thống kê",
        "calendar": "Lịch nghỉ",
    }
)


# Pages of the law that rows without a code of their own are named after.
_PAGES: Final = {"complaints": "Khiếu nại, tố cáo", "reports": "Tiếp dân, xử lý đơn", "decree": "Tiếp công dân"}


def row_name(row: str) -> str:
    """Name the page of a row in Vietnamese; a part of a row that only the files name goes."""
    row = re.sub(r"(?<=[\d.])/[a-z]+$", "", row)
    for page, words in _PAGES.items():
        if row.startswith(f"{page} §"):
            return f"{_(words)} {row.removeprefix(f'{page} ')}"
    return row


@dataclass(frozen=True, slots=True)
class Version:
    """One value between two days."""

    starts_on: date
    ends_on: date | None  # last day in force
    text: str
    source: str
    confidence: str  # verified, secondary, unverified


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule."""

    kind: str  # a key of KINDS
    id: str
    title: str
    versions: tuple[Version, ...]
    note: str = ""
    aliases: tuple[str, ...] = ()
    counts: bool = False  # a limit that can be counted from a day
    house_default: bool = False

    @property
    def key(self) -> str:
        """Name in addresses."""
        return f"{self.kind}:{self.id}"

    @property
    def name_vi(self) -> str:
        """The row as people read it; one that has only a name in the files is called by its row of the law."""
        if "/" in self.id and self.kind in {"competence", "processing"} and " §" not in self.id:
            return row_name(self.aliases[0]) if self.aliases else self.kind_vi
        return row_name(self.id)

    @property
    def also_vi(self) -> tuple[str, ...]:
        """The other rows of the law that say the same, as people read them."""
        return tuple(name for name in map(row_name, self.aliases) if name != self.name_vi)

    @property
    def kind_vi(self) -> str:
        """The kind in words."""
        return KINDS[self.kind]

    @property
    def confidence(self) -> str:
        """How sure the value in force last is."""
        return self.versions[-1].confidence

    def on(self, day: date) -> tuple[Version, ...]:
        """Return the values in force on a day; several for one subject of competence (first, second)."""
        return tuple(
            one for one in self.versions if one.starts_on <= day and (one.ends_on is None or day <= one.ends_on)
        )


@dataclass(frozen=True, slots=True)
class Change:
    """What begins or ends on one day."""

    entry: Entry
    before: str  # empty: begins
    after: str  # empty: ends
    source: str


def entries() -> tuple[Entry, ...]:
    """Return every rule in the reader's language; kept, as rules are read once."""
    return _entries_in(get_language())


@lru_cache(maxsize=4)
def _entries_in(language: str | None) -> tuple[Entry, ...]:  # noqa: ARG001 # what is read depends on it
    return (
        *(_deadline(rule) for rule in load_rulebook().rules),
        *(_norm(norm) for norm in load_norms()),
        *_competence(),
        *_processing(),
        *_forms(),
        *_reports(),
        *_calendars(),
    )


def found(*, text: str, kind: str = "", unsure: bool = False) -> list[Entry]:
    """List the rules that have every word typed, with or without diacritics."""
    words = fold(text).split()
    return [
        entry
        for entry in entries()
        if (not kind or entry.kind == kind)
        and (not unsure or entry.confidence == "unverified" or entry.house_default)
        and all(word in _words(entry) for word in words)
    ]


def entry_named(key: str) -> Entry | None:
    """Return the rule of that name, or the one a limit's id or alias means."""
    for entry in entries():
        if key == entry.key or (entry.kind in {"deadline", "norm"} and key in {entry.id, *entry.aliases}):
            return entry
    return None


def changes() -> dict[date, tuple[Change, ...]]:
    """Group what begins and ends by its day, the latest day first."""
    return _changes_in(get_language())


@lru_cache(maxsize=4)
def _changes_in(language: str | None) -> dict[date, tuple[Change, ...]]:  # noqa: ARG001 # what is read depends on it
    by_day: dict[date, list[Change]] = {}
    for entry in entries():
        if entry.kind == "calendar":
            continue
        for version in entry.versions:
            earlier = [
                one for one in entry.versions if one.ends_on is not None and one.ends_on + _ONE_DAY == version.starts_on
            ]
            before = next((one.text for one in earlier if _same_head(one.text, version.text)), "")
            if before != version.text:
                by_day.setdefault(version.starts_on, []).append(Change(entry, before, version.text, version.source))
            if version.ends_on is not None:
                day = version.ends_on + _ONE_DAY
                if not any(one.starts_on == day and _same_head(one.text, version.text) for one in entry.versions):
                    by_day.setdefault(day, []).append(Change(entry, version.text, "", version.source))
    return {day: tuple(by_day[day]) for day in sorted(by_day, reverse=True)}


def sources() -> list[tuple[str, int]]:
    """Count the values by instrument, the most cited first."""
    counted: dict[str, int] = {}
    for entry in entries():
        for version in entry.versions:
            for part in version.source.split(";"):
                name = part.strip().split(" Đ.")[0].split(", mẫu")[0].split(", biểu")[0].split(" (")[0].strip()
                counted[name] = counted.get(name, 0) + 1
    return sorted(counted.items(), key=lambda one: (-one[1], one[0]))


def counts() -> dict[str, int]:
    """Count the rules by how sure they are."""
    sure = [entry.confidence for entry in entries()]
    return {word: sure.count(word) for word in ("verified", "secondary", "unverified")}


def _same_head(one: str, other: str) -> bool:
    """Tell whether two values speak of the same stage (competence has one line for each)."""
    return one.split(":")[0] == other.split(":")[0] if ":" in one and ":" in other else True


@lru_cache(maxsize=4096)
def _words(entry: Entry) -> str:
    parts: Iterable[str] = (
        entry.id, *entry.aliases, entry.title, entry.note, entry.kind_vi,
        *(f"{one.text} {one.source}" for one in entry.versions),
    )  # fmt: skip
    return fold(" ".join(parts))


def _last(ends_before: date | None) -> date | None:
    return None if ends_before is None else ends_before - _ONE_DAY


def _deadline(rule: Rule) -> Entry:
    return Entry(
        "deadline", rule.id, said(rule.title_vi),
        tuple(
            Version(one.starts_on, _last(one.ends_before), _lengths(one), one.source, rule.confidence.value)
            for one in rule.versions
        ),
        note=rule.note, aliases=rule.aliases, counts=all(one.unit is not Unit.HOUR for one in rule.versions),
    )  # fmt: skip


def _lengths(version: RuleVersion) -> str:
    unit = _UNITS[version.unit]
    parts = [
        f"{length} {unit}" + (f" ({_mask(mask)})" if mask else "")
        for mask, length in sorted(version.lengths.items())
        if not mask or length != version.length
    ]
    parts += [
        _("gia hạn {times} lần, mỗi lần {days} ngày ({rule})").format(
            times=limit.times, days=limit.days, rule=limit.rule
        )
        for limit in version.extensions.values()
    ]
    return "; ".join(parts)


def _mask(mask: int) -> str:
    return ", ".join(said(name) for bit, name in NAMES_VI.items() if mask & bit)


def _norm(norm: Norm) -> Entry:
    return Entry(
        "norm", norm.id, said(norm.title_vi),
        tuple(
            Version(one.starts_on, _last(one.ends_before), said(one.text_vi), one.source, norm.confidence.value)
            for one in norm.values
        ),
        note=norm.note, aliases=norm.aliases, house_default=norm.design_choice,
    )  # fmt: skip


def _competence() -> Iterator[Entry]:
    for kind in MatterKind:
        for subject in list_subjects(kind=kind):
            versions = tuple(
                Version(
                    starts_on, _last(ends_before),
                    f"{_STAGES[answer.stage].capitalize()}: {said(answer.title_vi)}" if answer.stage is not Stage.SINGLE
                    else said(answer.title_vi),
                    answer.article, answer.confidence.value,
                )
                for starts_on, ends_before, answer in answers_of(kind=kind, against=subject.code)
            )  # fmt: skip
            yield Entry(
                "competence", f"{kind.value}/{subject.code}", f"{_MATTERS[kind]}: {said(subject.title_vi)}",
                tuple(sorted(versions, key=lambda one: (one.starts_on, one.text))), aliases=subject.rows,
            )  # fmt: skip


def _processing() -> Iterator[Entry]:
    for row in load_processing(rules=rules_path()):
        paper = _(" (mẫu {form})").format(form=row.form) if row.form else ""
        yield Entry(
            "processing", row.row, said(row.condition_vi),
            (Version(row.starts_on, _last(row.ends_before), f"{said(row.action_vi)}{paper}", row.article, row.confidence.value),),
            note=row.note,
        )  # fmt: skip
    words = {"guide": _("Hướng dẫn"), "forward": _("Chuyển đơn"), "return": _("Trả lại nơi chuyển")}
    for place, route in enumerate(load_routes(rules=rules_path())):
        yield Entry(
            "processing",
            f"routes/{place + 1}",
            f"{words[route.act]}: {row_name(route.rule)}",
            (
                Version(
                    route.starts_on,
                    _last(route.ends_before),
                    _("{words}, {value} (mẫu {form})").format(
                        words=words[route.act],
                        value=_("một lần cho một nội dung") if route.once else _("không giới hạn số lần"),
                        form=route.form,
                    ),
                    route.article,
                    route.confidence.value,
                ),
            ),
            aliases=(route.rule,),
        )


def _forms() -> Iterator[Entry]:
    for key, versions in sorted(load_forms(rules_path() / "forms").versions.items()):
        yield Entry(
            "form", key, versions[-1].name,
            tuple(
                Version(one.starts_on, _last(one.ends_before), one.name, one.source, one.confidence.value)
                for one in versions
            ),
        )  # fmt: skip


def _reports() -> Iterator[Entry]:
    for form in load_report_forms():
        text = _("{count} cột, {count_2} phép kiểm tra").format(count=len(form.columns), count_2=len(form.checks))
        yield Entry(
            "report", form.key, _("Biểu {number}: {title_vi}").format(number=form.number, title_vi=said(form.title_vi)),
            (Version(form.starts_on, _last(form.ends_before), text, form.source, form.confidence.value),),
            note=" ".join(form.notes),
        )  # fmt: skip


def _calendars() -> Iterator[Entry]:
    for path in sorted((rules_path() / "calendars").glob("*.yaml")):
        year = year_calendar(year=int(path.stem))
        days = "; ".join(f"{day:%d/%m} {name}" for day, name in year.days_off.items())
        worked = "; ".join(f"{day:%d/%m} {why}" for day, why in year.working_weekends.items())
        text = _("Nghỉ: {days}").format(days=days) + (_(". Làm bù: {worked}").format(worked=worked) if worked else "")
        yield Entry(
            "calendar", str(year.year), _("Ngày nghỉ của cơ quan nhà nước năm {year}").format(year=year.year),
            (Version(date(year.year, 1, 1), date(year.year, 12, 31), text, year.source, year.confidence.value),),
        )  # fmt: skip

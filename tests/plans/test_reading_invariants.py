"""What must not change a reading, and what a reading may never do."""

from __future__ import annotations

import itertools
import re
import textwrap
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plans.paths import EXAMPLES
from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.model import Found
from tiepdan.plans.reading.normal import fold
from tiepdan.plans.reading.output import reading_json
from tiepdan.plans.reading.passages import at_character, passages, to_check

TEXTS = {p.stem: p.read_text("utf-8") for p in EXAMPLES}
UNWRAPPED = ["ward", "task-force", "front-committee"]
_PLACES = {"span", "spans", "confidence", "recipient_spans", "broken_over_page"}


def essence(source: str) -> Any:
    """A reading without its places."""

    def strip(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: strip(v) for k, v in value.items() if k not in _PLACES}
        if isinstance(value, list):
            return [strip(v) for v in value]
        return value

    return strip(reading_json(read_plan(source)))


def _wrapped(source: str, width: int) -> str:
    lines: list[str] = []
    for line in source.split("\n"):
        lines.extend(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""])
        if line.strip():
            lines.append("")
    return "\n".join(lines)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(name=st.sampled_from(UNWRAPPED), width=st.integers(70, 110))
def test_rewrapping_changes_nothing(name: str, width: int) -> None:
    source = re.sub(r"\n\s*\n+", "\n", TEXTS[name])
    assert essence(_wrapped(source, width)) == essence(source)


@settings(max_examples=10, deadline=None, derandomize=True)
@given(name=st.sampled_from(sorted(TEXTS)), form=st.sampled_from(["NFD", "NFC"]))
def test_unicode_form_changes_nothing(name: str, form: str) -> None:
    assert essence(unicodedata.normalize(form, TEXTS[name])) == essence(TEXTS[name])  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["department", *UNWRAPPED])
def test_dropped_blank_lines_change_nothing(name: str) -> None:
    assert essence(re.sub(r"\n[ \t]*\n+", "\n", TEXTS[name])) == essence(TEXTS[name])


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    name=st.sampled_from(sorted(TEXTS)),
    bullet=st.sampled_from(["•", "–", "—", "●", "▪", "·", "\uf0b7"]),
    gap=st.sampled_from(["", " ", "\t"]),
)
def test_bullet_style_changes_nothing(name: str, bullet: str, gap: str) -> None:
    assert essence(re.sub(r"(?m)^-[ \t]*(?=\w)", bullet + gap, TEXTS[name])) == essence(TEXTS[name])


@settings(max_examples=15, deadline=None, derandomize=True)
@given(name=st.sampled_from([*UNWRAPPED, "department"]), gap=st.sampled_from(["  ", " \u00a0", "\t", "   \t "]))
def test_extra_spaces_change_nothing(name: str, gap: str) -> None:
    assert essence(re.sub(r"(?<=\S) (?=\S)", gap, TEXTS[name])) == essence(TEXTS[name])


def test_line_ends_change_nothing() -> None:
    for source in TEXTS.values():
        assert essence(source.replace("\n", "\r\n")) == essence(source)


def _duties(source: str) -> dict[str, tuple[Any, ...]]:
    """Every duty by its words, with all that was read from it."""
    return {
        task["text"]: (row["agency"], row.get("agencies"), *(task.get(k) for k in (
            "lead", "coordinate_with", "recurring", "deadline", "report_to", "via", "relative_deadlines")))
        for row in essence(source)["assignments"] for task in row["tasks"]
    }  # fmt: skip


_BULLETS = re.compile(r"(?m)(?:^- .+\n+){2,}")


@pytest.mark.parametrize("name", ["ward", "department", "task-force-capital", "commune-duty-roster"])
def test_bullets_in_another_order_are_the_same_duties(name: str) -> None:
    def turned(found: re.Match[str]) -> str:
        return "\n".join(reversed([line for line in found.group().split("\n") if line.strip()])) + "\n\n"

    head, foot, tail = TEXTS[name].partition("Nơi nhận")
    other = _BULLETS.sub(turned, head) + foot + tail
    assert other != TEXTS[name]
    before, after = _duties(TEXTS[name]), _duties(other)
    assert before
    assert after == before


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_part_less_leaves_the_others(name: str) -> None:
    """Without one of its parts a plan obliges to what the other parts say, no less and no more."""
    source = TEXTS[name]
    starts = [m.start() for m in re.finditer(r"(?m)^\**[IVX]+[./]\s?[^\n]*$", source)]
    if len(starts) < 3 or "|" in source or "Phụ lục" in source or "PHỤ LỤC" in source:
        return
    whole = _duties(source)
    for begin, end in itertools.pairwise(starts[1:]):
        left = _duties(source[:begin] + source[end:])
        gone = {text for text in whole if text not in left}
        assert {text: whole[text] for text in left if text in whole} == left
        assert all(_flat(text)[:12] in _flat(source[begin:end].replace("*", "")) for text in gone)


def test_names_in_brackets_and_notes_change_nothing() -> None:
    source = TEXTS["ward"]
    noted = (
        source.replace("Căn cứ Luật Tiếp công dân", "Căn cứ Luật Tiếp công dân[1]", 1)
        + "\n\n[1] Luật số 42/2013/QH13.\n"
    )
    assert _duties(noted) == _duties(source)


def _flat(text: str) -> str:
    return " ".join(re.sub(r"[*|\ufeff]", " ", unicodedata.normalize("NFC", text)).split()).lower()


def _found(value: Any) -> list[Found]:
    if isinstance(value, Found):
        return [value]
    if isinstance(value, tuple):
        return [f for v in value for f in _found(v)]
    if hasattr(value, "__dataclass_fields__"):
        return [f for name in value.__dataclass_fields__ for f in _found(getattr(value, name))]
    return []


_COMPUTED = re.compile(r"-?-?\d|daily|weekly|monthly|quarterly|half-yearly|yearly|as-needed")


def _check_nothing_invented(source: str) -> None:
    reading = read_plan(source)
    for found in _found(reading):
        assert all(0 <= start <= end <= len(source) for start, end in found.spans)
        if not found.spans:
            assert found is reading.document.kind
            continue
        if _COMPUTED.match(found.value):
            continue
        printed = _flat(" ".join(source[start:end] for start, end in found.spans))
        words = re.findall(
            r"\w+", _flat(found.value).replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
        )
        held = re.findall(
            r"\w+", printed.replace("ủy ban nhân dân", "ubnd").replace("hội đồng nhân dân", "hđnd")
        ) + re.findall(r"\w+", printed)
        old_tone = {"hoá": "hóa", "uỷ": "ủy"}
        assert {old_tone.get(w, w) for w in words} <= {old_tone.get(w, w) for w in held}, (found, printed)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_every_string_stands_in_the_text(name: str) -> None:
    _check_nothing_invented(TEXTS[name])


@settings(max_examples=60, deadline=None, derandomize=True)
@given(name=st.sampled_from(sorted(TEXTS)), start=st.floats(0, 1), end=st.floats(0, 1))
def test_a_cut_file_is_read_without_error_or_invention(name: str, start: float, end: float) -> None:
    source = TEXTS[name]
    low, high = sorted((int(start * len(source)), int(end * len(source))))
    _check_nothing_invented(source[low:high])
    _check_nothing_invented(source[:high])


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.text(alphabet=st.sampled_from(list("KẾ HOẠCHIVX123.)-+*|\n\tađốẹ:;/,()“”\u0301\u00a0")), max_size=200))
def test_any_text_is_read_without_error(source: str) -> None:
    reading_json(read_plan(source))


_SHORT = (("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"))


def _bare(text: str) -> str:
    """Letters and figures alone, in one form: what a passage and its value must share."""
    low = fold(_flat(text))
    for long, short in _SHORT:
        low = low.replace(long, short)
    return re.sub(r"[\s;]+", "", low).strip(".:,/")


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_passage_is_its_field(name: str) -> None:
    """What stands at the place of a field is the field, letter by letter, not only its words."""
    source = TEXTS[name]
    reading = read_plan(source)
    assert all(period.span[0] < period.span[1] for period in reading.periods)
    for row in passages(reading):
        part = re.sub(r"\d+", "N", row.path)
        if part == "periods.N" or _COMPUTED.match(row.value):
            continue  # the label of a window stands before it; days and intervals are computed
        held = [_bare(source[start:end]) for start, end in row.spans]
        if part == "legal_bases.N":
            wanted = re.sub(r"\W", "", _bare(row.value))
            assert any(re.sub(r"\W", "", one).startswith(wanted) for one in held), row
            continue
        assert _bare("".join(source[start:end] for start, end in row.spans)) == _bare(row.value), row


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_a_computed_day_stands_at_its_place(name: str) -> None:
    source = TEXTS[name]
    for row in passages(read_plan(source)):
        day = re.fullmatch(r"(?:(\d{4})-|--)(\d\d)(?:-(\d\d))?", row.value)
        if day is None:
            continue
        numbers = [int(n) for n in re.findall(r"\d+", " ".join(source[start:end] for start, end in row.spans))]
        wanted = [int(day.group(3)), int(day.group(2))] if day.group(3) else [int(day.group(2))]
        assert numbers[: len(wanted)] == wanted, row
        assert day.group(1) is None or len(numbers) == len(wanted) or int(day.group(1)) == numbers[-1], row


def test_same_text_same_reading() -> None:
    source = TEXTS["province"]
    assert reading_json(read_plan(source)) == reading_json(read_plan(source))


def test_passages_lead_both_ways() -> None:
    source = TEXTS["ward"]
    rows = passages(read_plan(source))
    lead = next(r for r in rows if r.value == "Công an phường" and r.path.startswith("assignments"))
    at = lead.spans[0][0]
    assert source[slice(*lead.spans[0])] == "Công an phường"
    assert lead.path in [r.path for r in at_character(rows, at)]
    widths = [r.width for r in at_character(rows, at)]
    assert widths == sorted(widths)


def test_what_was_completed_is_to_be_checked() -> None:
    rows = passages(read_plan(TEXTS["task-force"]))
    assert all(r.confidence < 0.75 for r in to_check(rows))
    source = (
        "KẾ HOẠCH\nTiếp dân\nI. NHIỆM VỤ\n1. Thanh tra tỉnh\n- Báo cáo UBND tỉnh trước ngày 10/12.\n"
        "Căn cứ Chỉ thị số 1/CT-TTg ngày 02/3/2025.\n"
    )
    checked = {r.path: r.value for r in to_check(passages(read_plan(source)))}
    assert checked["assignments.0.tasks.0.deadline"] == "2025-12-10"  # the year is not printed


def test_paths_are_unique() -> None:
    paths = [p.path for name in TEXTS for p in passages(read_plan(TEXTS[name]))]
    assert len(paths) > 200
    for name in TEXTS:
        held = [p.path for p in passages(read_plan(TEXTS[name]))]
        assert len(held) == len(set(held))


def test_examples_are_files() -> None:
    assert all(isinstance(p, Path) and p.with_suffix(".json").exists() for p in EXAMPLES)

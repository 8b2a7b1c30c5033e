"""Commands on legal time: `deadline`, `rules list|show|check`, `bench deadlines`. Each returns its exit code."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from tiepdan.deadlines.calendar_file import FIRST_YEAR, LAST_YEAR, national_calendar, year_calendar
from tiepdan.deadlines.counting import count
from tiepdan.deadlines.deadline import Deadline
from tiepdan.deadlines.examples import deadline_examples, fault_of
from tiepdan.deadlines.explanation import explain
from tiepdan.deadlines.model import Extension, Rule, Suspension, SuspensionKind
from tiepdan.deadlines.norms import Norm, load_norms
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.deadlines.usage import Parser, WrongUse, day, run, write_json, write_line
from tiepdan.deadlines.variants import mask_names

BENCH_COUNT = 1_000_000
Check = Callable[[], tuple[str, ...]]  # faults, each with its place; empty when clean


def main(argv: list[str], more_checks: Sequence[Check] = ()) -> int:
    """Run `deadline …`, `rules …` or `bench …`; the first word names the command.

    more_checks: run by `rules check` besides those of legal time, such as `check_competence`
    """
    commands: dict[str, Callable[[list[str]], int]] = {
        "deadline": deadline_main,
        "rules": lambda rest: rules_main(rest, more_checks),
        "bench": bench_main,
    }

    def dispatch() -> int:
        if not argv or argv[0] not in commands:
            raise WrongUse(f"tiepdan: hãy dùng một trong các lệnh: {', '.join(commands)}")
        return commands[argv[0]](argv[1:])

    return run(command=dispatch)


def deadline_main(argv: list[str]) -> int:
    """Count one limit: `KN-5 --start 2026-07-14 [--complex] … [--json]`."""
    return run(command=lambda: _deadline(argv))


def rules_main(argv: list[str], more_checks: Sequence[Check] = ()) -> int:
    """List, show or check the rules of time: `list`, `show KN-5`, `check`."""
    return run(command=lambda: _rules(argv, more_checks))


def bench_main(argv: list[str]) -> int:
    """Measure counting: `deadlines [--count N] [--json]`."""
    return run(command=lambda: _bench(argv))


def check_rules() -> tuple[str, ...]:
    """Check rule files, year files and examples of legal time; return the faults, each with its place."""
    try:
        load_rulebook()
        national_calendar()
        examples = tuple(deadline_examples())
    except RuleFileError as error:
        return (str(error),)
    return tuple(fault for fault in (fault_of(example=example) for example in examples) if fault)


def deadline_document(*, deadline: Deadline) -> dict[str, Any]:
    """Return what `--json` prints; Any because JSON nests."""
    return {
        "rule": deadline.rule_id,
        "version": deadline.version.isoformat(),
        "due": deadline.due.isoformat(),
        "rolled_due": deadline.rolled_due.isoformat(),
        "steps": [
            {
                "day": step.day.isoformat(),
                "kind": step.kind.value,
                "number": step.number,
                "day_off": step.day_off,
                "text": step.text(),
                "text_en": step.text("en"),
            }
            for step in deadline.steps
        ],
    }


def deadline_details(*, deadline: Deadline) -> dict[str, Any]:
    """Return what `--json --details` adds; Any because JSON nests."""
    return {
        **deadline_document(deadline=deadline),
        "aliases": list(deadline.aliases),
        "title": deadline.title_vi,
        "article": deadline.article,
        "confidence": deadline.confidence.value,
        "unit": deadline.unit.value,
        "length": deadline.length,
        "variants": list(mask_names(mask=deadline.variants)),
        "start": deadline.start.isoformat(),
        "warn_on": deadline.warn_on and deadline.warn_on.isoformat(),
        "other_due": deadline.other_due and deadline.other_due.isoformat(),
        "takes_effect_on": deadline.takes_effect_on and deadline.takes_effect_on.isoformat(),
        "extended_days": sum(extension.days for extension in deadline.extensions),
        "suspended": [
            {"from": one.starts_on.isoformat(), "to": one.ends_before.isoformat(), "kind": one.kind.value}
            for one in deadline.suspensions
        ],
        "note": deadline.note,
    }


def _deadline(argv: list[str]) -> int:
    parser = Parser(prog="tiepdan deadline", description="Tính một thời hạn theo luật và giải thích từng ngày.")
    parser.add_argument("rule", help="mã quy tắc, như KN-5")
    parser.add_argument("--start", type=day, required=True, help="ngày phát sinh (không tính), YYYY-MM-DD")
    parser.add_argument("--on", type=day, help="ngày mà luật của ngày đó áp dụng; mặc định là --start")
    parser.add_argument("--complex", action="store_true", help="vụ việc phức tạp (tố cáo: kèm một lần gia hạn dự tính)")
    parser.add_argument(
        "--specially-complex", action="store_true", help="đặc biệt phức tạp (kèm hai lần gia hạn dự tính)"
    )
    parser.add_argument("--remote", action="store_true", help="vùng sâu, vùng xa đi lại khó khăn")
    parser.add_argument("--several-places", action="store_true", help="xác minh nhiều địa điểm hoặc ủy quyền")
    parser.add_argument("--dismissal", action="store_true", help="kỷ luật buộc thôi việc")
    parser.add_argument(
        "--suspend", action="append", default=[], metavar="FROM:TO[:KIND]", help="dừng từ FROM, tính tiếp từ ngày TO"
    )
    parser.add_argument("--extend", action="append", default=[], metavar="DAYS:DECIDED", help="gia hạn đã quyết định")
    parser.add_argument("--culture-day", action="store_true", help="coi ngày 24/11 là ngày nghỉ (DC-8)")
    parser.add_argument("--english", action="store_true", help="giải thích bằng tiếng Anh")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--details", action="store_true", help="với --json: thêm điều luật, độ dài, gia hạn, thời gian dừng"
    )
    asked = parser.parse_args(argv)
    asked.rule = _known_name(asked.rule)
    rule, version = load_rulebook().in_force(asked.rule, on=asked.on or asked.start)
    extensions = [_extension(text) for text in asked.extend]
    name = "specially_complex" if asked.specially_complex else "complex" if asked.complex else ""
    limit = version.extensions.get(name)
    if limit is not None and not extensions:
        # Without decisions to go by, the flag asks for the latest day that the law could allow.
        extensions = [Extension(days=limit.days, decided_on=asked.start, number="(dự tính)")] * limit.times
    deadline = count(
        rule_id=asked.rule,
        start=asked.start,
        on=asked.on,
        calendar=national_calendar(culture_day=True) if asked.culture_day else None,
        complex=asked.complex,
        specially_complex=asked.specially_complex,
        remote=asked.remote,
        several_places=asked.several_places,
        dismissal=asked.dismissal,
        suspensions=[_suspension(text, rule) for text in asked.suspend],
        extensions=extensions,
    )
    if asked.json:
        document = deadline_details if asked.details else deadline_document
        write_json(document=document(deadline=deadline))
    else:
        for line in explain(deadline=deadline, language="en" if asked.english else "vi"):
            write_line(text=line)
    return 0


def _known_name(text: str) -> str:
    """Read an id in whatever case; an unknown one stays as typed and is refused with the nearest.

    Raises WrongUse: a norm that no clock counts, named with what it says
    """
    book = load_rulebook()
    named = text if book.knows(text) or not book.knows(text.upper()) else text.upper()
    found = None if book.knows(named) else _norm_named(text)
    if found is not None:
        value = found.values[-1]
        raise WrongUse(
            f"{found.id} ({found.title_vi}) không phải thời hạn đếm ngày: {value.text_vi} ({value.source}). "
            f"Xem bằng lệnh: tiepdan rules show {found.id}"
        )
    return named


def _norm_named(text: str) -> Norm | None:
    wanted = {text, text.upper()}
    return next((one for one in load_norms() if wanted & {one.id, *one.aliases}), None)


def _suspension(text: str, rule: Rule) -> Suspension:
    parts = text.split(":")
    try:
        starts_on, ends_before = date.fromisoformat(parts[0]), date.fromisoformat(parts[1])
        named = SuspensionKind(parts[2]) if parts[2:] else None
    except (ValueError, IndexError) as error:
        kinds = ", ".join(SuspensionKind)
        raise WrongUse(
            f"tiepdan deadline: --suspend {text}: hãy viết FROM:TO hoặc FROM:TO:KIND, như 2026-08-01:2026-08-11; KIND: {kinds}"
        ) from error
    default = next((stop.kind for stop in rule.stops if not stop.counts), SuspensionKind.CASE_SUSPENSION)
    return Suspension(starts_on=starts_on, ends_before=ends_before, kind=named or default)


def _extension(text: str) -> Extension:
    try:
        days, decided_on = text.split(":")
        return Extension(days=int(days), decided_on=date.fromisoformat(decided_on))
    except ValueError as error:
        raise WrongUse(f"tiepdan deadline: --extend {text}: hãy viết DAYS:DECIDED, như 30:2026-08-10") from error


def _rules(argv: list[str], more_checks: Sequence[Check]) -> int:
    parser = Parser(prog="tiepdan rules", description="Các quy tắc thời hạn.")
    actions = parser.add_subparsers(dest="action", required=True, parser_class=Parser)
    actions.add_parser("try", prog="tiepdan rules try", help="thử quy tắc đã sửa trên đơn, vụ việc đã lưu")
    actions.add_parser("coverage", prog="tiepdan rules coverage", help="đếm các dòng của trang luật đã mã hóa")
    for name in ("list", "show", "check"):
        action = actions.add_parser(name, prog=f"tiepdan rules {name}")
        action.add_argument("--json", action="store_true")
        if name == "show":
            action.add_argument("rule")
    asked = parser.parse_args(argv)
    if asked.action == "check":
        return _check(as_json=asked.json, more_checks=more_checks)
    norms: Sequence[Norm] = load_norms() if asked.action == "list" else ()
    rules: Sequence[Rule] = load_rulebook().rules
    if asked.action == "show":
        found = None if load_rulebook().knows(asked.rule.upper()) else _norm_named(asked.rule)
        norms = () if found is None else (found,)
        rules = () if found is not None else load_rulebook().named(_known_name(asked.rule))
    if asked.json:
        document = {"rules": [_rule_document(rule) for rule in rules], "norms": [_norm_document(one) for one in norms]}
        write_json(document=document)
        return 0
    for one in norms:
        write_line(text=f"{one.id}: {one.title_vi} [{one.confidence.value}]")
        for value in one.values if asked.action == "show" else ():
            last = value.ends_before and (value.ends_before - timedelta(days=1)).isoformat()
            write_line(text=f"  {value.starts_on.isoformat()} – {last or 'nay'}: {value.text_vi}; {value.source}")
    for rule in rules:
        write_line(text=f"{rule.id}: {rule.title_vi} [{rule.confidence.value}]")
        if asked.action == "show":
            _show(rule)
    return 0


def _show(rule: Rule) -> None:
    write_line(text=f"  gọi là: {', '.join((rule.name, *rule.aliases))}")
    write_line(text=f"  tính từ: {', '.join(rule.starts)} ({rule.direction.value})")
    for version in rule.versions:
        last = version.ends_before and (version.ends_before - timedelta(days=1)).isoformat()
        lengths = ", ".join(
            f"{'+'.join(mask_names(mask=mask)) or 'ordinary'} {length}"
            for mask, length in sorted(version.lengths.items())
        )
        write_line(
            text=f"  {version.starts_on.isoformat()} – {last or 'nay'}: {lengths} {version.unit.value}; {version.source}"
        )
    if rule.note:
        write_line(text=f"  ghi chú: {rule.note}")


def _check(*, as_json: bool, more_checks: Sequence[Check]) -> int:
    faults = (*check_rules(), *(fault for check in more_checks for fault in check()))
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    summary = {
        "ok": not faults,
        "rules": 0 if faults else len(load_rulebook().rules),
        "examples": 0 if faults else sum(1 for _ in deadline_examples()),
        "unverified_years": []
        if faults
        else [year for year in years if year_calendar(year=year).confidence == "unverified"],
        "faults": list(faults),
    }
    if as_json:
        write_json(document=summary)
    else:
        for fault in faults:
            write_line(text=fault)
        if not faults:
            write_line(text=f"Đúng: {summary['rules']} quy tắc, {summary['examples']} ví dụ.")
    return 1 if faults else 0


def _rule_document(rule: Rule) -> dict[str, Any]:
    """Return a rule as JSON; Any because JSON nests."""
    return {
        "id": rule.id,
        "aliases": list(rule.aliases),
        "name": rule.name,
        "title": rule.title_vi,
        "title_en": rule.title,
        "starts": list(rule.starts),
        "which_day": rule.which_day.value,
        "direction": rule.direction.value,
        "bound": rule.bound.value,
        "confidence": rule.confidence.value,
        "stops": [{"kind": stop.kind.value, "counts": stop.counts, "rule": stop.rule} for stop in rule.stops],
        "versions": [
            {
                "starts": version.starts_on.isoformat(),
                "ends": version.ends_before and (version.ends_before - timedelta(days=1)).isoformat(),
                "unit": version.unit.value,
                "lengths": {
                    "+".join(mask_names(mask=mask)) or "ordinary": length for mask, length in version.lengths.items()
                },
                "source": version.source,
            }
            for version in rule.versions
        ],
        "note": rule.note,
    }


def _norm_document(one: Norm) -> dict[str, Any]:
    """Return a norm as JSON; Any because JSON nests."""
    return {
        "id": one.id,
        "aliases": list(one.aliases),
        "kind": one.kind.value,
        "title": one.title_vi,
        "title_en": one.title,
        "confidence": one.confidence.value,
        "design_choice": one.design_choice,
        "versions": [
            {
                "starts": value.starts_on.isoformat(),
                "ends": value.ends_before and (value.ends_before - timedelta(days=1)).isoformat(),
                "text": value.text_vi,
                "text_en": value.text,
                "source": value.source,
            }
            for value in one.values
        ],
        "note": one.note,
    }


def _bench(argv: list[str]) -> int:
    parser = Parser(prog="tiepdan bench", description="Đo tốc độ.")
    parser.add_argument("what", choices=["deadlines"])
    parser.add_argument("--count", type=int, default=BENCH_COUNT)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(argv)
    if asked.count < 1:
        raise WrongUse("tiepdan bench: --count phải từ 1 trở lên")
    seconds = measure(count_of=asked.count)
    if asked.json:
        write_json(document={"count": asked.count, "seconds": round(seconds, 3)})
    else:
        write_line(text=f"{asked.count} thời hạn trong {seconds:.2f} giây")
    return 0


def measure(*, count_of: int, rule_ids: Sequence[str] = ("KN-3", "KN-5", "TC-1", "TC-6", "KN-10", "LI-2")) -> float:
    """Count many limits through `count` over the days of two years; return the seconds taken."""
    first = date(2026, 7, 1)
    asked = [(rule_id, first + timedelta(days=offset)) for offset in range(730) for rule_id in rule_ids]
    count(rule_id=rule_ids[0], start=first)
    began = time.perf_counter()
    for index in range(count_of):
        rule_id, start = asked[index % len(asked)]
        count(rule_id=rule_id, start=start)
    return time.perf_counter() - began

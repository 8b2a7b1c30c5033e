"""Checks before counting: the variant exists in the law, the suspension stops this clock, the extension is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tiepdan.deadlines.model import Extension, ExtensionLimit, Rule, RuleVersion, Suspension
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.variants import COMPLEX, SPECIALLY_COMPLEX, mask_names, mask_said
from tiepdan.infra.sentence import Sentence, in_row

_KIND_VI = {
    "case_suspension": "tạm đình chỉ giải quyết",
    "expert_examination": "trưng cầu giám định",
    "complainant_prevented": "trở ngại của người khiếu nại",
}


def length_of(*, rule: Rule, version: RuleVersion, mask: int) -> int:
    """Return the length of a variant.

    Raises RuleRefused: variant_not_in_law
    """
    length = version.lengths.get(mask)
    if length is not None:
        return length
    raise RuleRefused(
        Sentence(
            "{rule} ({title}; {source}) không quy định thời hạn cho trường hợp: {variant}. "
            "Các trường hợp có quy định: {known}.",
            {
                **_named(rule, version),
                "variant": mask_said(mask=mask),
                "known": in_row((mask_said(mask=other) for other in sorted(version.lengths)), between="; "),
            },
        ),
        code="variant_not_in_law",
        rule=rule.id,
        facts={"variant": ",".join(mask_names(mask=mask))},
    )


def split_suspensions(
    *, rule: Rule, suspensions: Sequence[Suspension]
) -> tuple[tuple[Suspension, ...], tuple[Suspension, ...]]:
    """Return the suspensions left out of the limit, sorted and joined, and those the law lets run on.

    Raises RuleRefused: suspension_invalid, suspension_not_excluded
    Rule: SU-1 to SU-6
    """
    left_out: list[Suspension] = []
    passed_over: list[Suspension] = []
    for suspension in sorted(suspensions, key=lambda one: (one.starts_on, one.ends_before)):
        if suspension.ends_before <= suspension.starts_on:
            raise RuleRefused(
                Sentence(
                    "Khoảng dừng bắt đầu {day} phải kết thúc sau ngày bắt đầu. "
                    "Hãy nhập ngày tiếp tục tính (ngày không còn dừng).",
                    {"day": f"{suspension.starts_on:%d/%m/%Y}"},
                ),
                code="suspension_invalid",
                rule=rule.id,
            )
        if _runs_on(rule, suspension):
            passed_over.append(suspension)
        elif left_out and suspension.starts_on < left_out[-1].ends_before:
            last = left_out.pop()
            left_out.append(Suspension(last.starts_on, max(last.ends_before, suspension.ends_before), last.kind))
        else:
            left_out.append(suspension)
    return tuple(left_out), tuple(passed_over)


def _runs_on(rule: Rule, suspension: Suspension) -> bool:
    """Say whether the time runs on during this suspension; refuse one that the law does not know."""
    kind = _KIND_VI[suspension.kind]
    for stop in rule.stops:
        if stop.kind is not suspension.kind:
            continue
        if stop.counts or suspension.starts_on >= stop.starts_on:
            return stop.counts  # what counts was never left out, whenever the text came that says so
        raise RuleRefused(
            Sentence(
                "Pháp luật chỉ cho trừ thời gian {kind} khỏi {rule} từ ngày {first} ({source}); "
                "khoảng dừng bắt đầu {day} vẫn tính vào thời hạn.",
                {
                    "kind": kind,
                    "rule": rule.id,
                    "source": stop.source,
                    "first": f"{stop.starts_on:%d/%m/%Y}",
                    "day": f"{suspension.starts_on:%d/%m/%Y}",
                },
            ),
            code="suspension_not_excluded",
            rule="SU-3" if stop.rule == "SU-2" else stop.rule,
            facts={"kind": suspension.kind.value},
        )
    known = [_KIND_VI[stop.kind] for stop in rule.stops if not stop.counts]
    raise RuleRefused(
        Sentence(
            "{rule} ({title}) không trừ thời gian {kind}. Các khoảng được trừ: {known}.",
            {
                "rule": rule.id,
                "title": rule.title_vi,
                "kind": kind,
                "known": in_row(known) if known else Sentence("không có"),
            },
        ),
        code="suspension_not_excluded",
        rule=rule.id,
        facts={"kind": suspension.kind.value},
    )


def extension_limit(*, rule: Rule, version: RuleVersion, mask: int) -> ExtensionLimit:
    """Return how a limit may be extended for this complexity.

    Raises RuleRefused: extension_not_allowed
    Rule: TC-7, TC-8
    """
    name = "specially_complex" if mask & SPECIALLY_COMPLEX else "complex" if mask & COMPLEX else ""
    limit = version.extensions.get(name)
    if limit is not None:
        return limit
    if version.extensions:
        sentence = Sentence(
            "{rule} chỉ được gia hạn khi vụ việc phức tạp hoặc đặc biệt phức tạp. Hãy ghi tiêu chí trước khi gia hạn.",
            {"rule": rule.id},
        )
    else:
        sentence = Sentence("{rule} ({title}; {source}) không có quy định gia hạn.", _named(rule, version))
    raise RuleRefused(sentence, code="extension_not_allowed", rule=rule.id)


def _named(rule: Rule, version: RuleVersion) -> dict[str, str]:
    return {"rule": rule.id, "title": rule.title_vi, "source": version.source}


def check_extensions(
    *, rule: Rule, version: RuleVersion, mask: int, extensions: Sequence[Extension], start: date
) -> None:
    """Refuse extensions the law does not allow.

    Raises RuleRefused: extension_not_allowed, extensions_used_up, extension_too_long, extension_invalid
    Rule: TC-7, TC-8
    """
    limit = extension_limit(rule=rule, version=version, mask=mask)
    if len(extensions) > limit.times:
        raise RuleRefused(
            Sentence(
                "Chỉ được gia hạn {most} lần ({rule}); đã ghi {times} lần.",
                {"most": str(limit.times), "rule": limit.rule, "times": str(len(extensions))},
            ),
            code="extensions_used_up",
            rule=limit.rule,
            facts={"times": str(limit.times)},
        )
    for extension in extensions:
        if extension.days > limit.days:
            raise RuleRefused(
                Sentence(
                    "Mỗi lần gia hạn không quá {most} ngày ({rule}); đã ghi {days} ngày.",
                    {"most": str(limit.days), "rule": limit.rule, "days": str(extension.days)},
                ),
                code="extension_too_long",
                rule=limit.rule,
                facts={"days": str(limit.days)},
            )
        if extension.days < 1 or extension.decided_on < start:
            raise RuleRefused(
                Sentence("Gia hạn phải từ 1 ngày trở lên và được quyết định sau ngày bắt đầu tính thời hạn."),
                code="extension_invalid",
                rule=limit.rule,
            )

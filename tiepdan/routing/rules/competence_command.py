"""Commands on competence: `competence --kind … --against … --stage … --on …`, `--list`, and the check of its rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rule_file import RuleFileError, read_rule_file
from tiepdan.deadlines.usage import Parser, WrongUse, day, run, write_json, write_line
from tiepdan.routing.rules.competence import MatterKind, list_subjects, load_competence, settle_competence

_EXAMPLE_KEYS = {"name", "kind", "against", "stage", "on", "expect"}
_EXPECTED = {"settler", "relation", "article", "period", "confidence", "refused"}


@dataclass(frozen=True, slots=True)
class CompetenceExample:
    """One case: who settles, or which refusal."""

    name: str
    where: str  # file:line
    kind: str
    against: str
    stage: str
    on: date
    expect: dict[str, str]


def main(argv: list[str]) -> int:
    """Say who settles a matter, or list the codes of subjects."""
    return run(command=lambda: _competence(argv))


def check_competence() -> tuple[str, ...]:
    """Check the decision tables and their examples; return the faults, each with its place."""
    try:
        for kind in MatterKind:
            load_competence(kind=kind)
        examples = competence_examples()
    except RuleFileError as error:
        return (str(error),)
    return tuple(fault for fault in (fault_of(example=example) for example in examples) if fault)


def competence_examples(*, rules: Path | None = None) -> tuple[CompetenceExample, ...]:
    """Read the cases of rules/examples/competence*.yaml.

    Raises RuleFileError: unknown key
    """
    examples: list[CompetenceExample] = []
    for path in sorted(((rules or rules_path()) / "examples").glob("competence*.yaml")):
        rule_file = read_rule_file(path=path)
        for index, entry in enumerate(rule_file.data):
            unknown = (set(entry) - _EXAMPLE_KEYS) | (set(entry["expect"]) - _EXPECTED)
            if unknown:
                raise rule_file.error(
                    where=(index,),
                    problem=f"unknown key '{min(unknown)}'",
                    instead=f"Write {', '.join(sorted(_EXAMPLE_KEYS))}; expect: {', '.join(sorted(_EXPECTED))}",
                )
            examples.append(
                CompetenceExample(
                    name=entry["name"],
                    where=f"{path.name}:{rule_file.line((index,))}",
                    kind=entry["kind"],
                    against=entry["against"],
                    stage=entry.get("stage", "first"),
                    on=date.fromisoformat(entry["on"]),
                    expect=dict(entry["expect"]),
                )
            )
    return tuple(examples)


def fault_of(*, example: CompetenceExample) -> str:
    """Run one case; return what differs, or an empty text."""
    try:
        answer = settle_competence(kind=example.kind, against=example.against, stage=example.stage, on=example.on)
    except RuleRefused as refusal:
        return "" if example.expect.get("refused") == refusal.code else f"{example.where}: refused {refusal.code}"
    actual = {
        "settler": answer.settler,
        "relation": answer.settler_relation.value,
        "article": answer.article,
        "period": answer.period,
        "confidence": answer.confidence.value,
    }
    different = [f"{key} is {actual.get(key)}" for key, wanted in example.expect.items() if actual.get(key) != wanted]
    return f"{example.where}: {example.name}: {'; '.join(different)}" if different else ""


def _competence(argv: list[str]) -> int:
    parser = Parser(prog="tiepdan competence", description="Ai có thẩm quyền giải quyết.")
    parser.add_argument("--kind", choices=[kind.value for kind in MatterKind], required="--list" not in argv)
    parser.add_argument("--against", help="mã đối tượng, xem --list")
    parser.add_argument("--stage", choices=["first", "second"], default="first")
    parser.add_argument("--on", type=day, help="ngày thụ lý, YYYY-MM-DD")
    parser.add_argument("--list", action="store_true", help="liệt kê mã đối tượng")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--details", action="store_true", help="với --json: thêm quan hệ, tên gọi, lần, ghi chú")
    asked = parser.parse_args(argv)
    if asked.list:
        return _list(kinds=[asked.kind] if asked.kind else list(MatterKind), on=asked.on, as_json=asked.json)
    if not asked.against or asked.on is None:
        raise WrongUse("tiepdan competence: hãy ghi --against và --on, hoặc dùng --list để xem các mã")
    answer = settle_competence(kind=asked.kind, against=asked.against, stage=asked.stage, on=asked.on)
    if asked.json:
        document = {
            "settler": answer.settler,
            "article": answer.article,
            "period": answer.period,
            "confidence": answer.confidence.value,
        }
        if asked.details:
            document |= {
                "settler_relation": answer.settler_relation.value,
                "title": answer.title_vi,
                "stage": answer.stage.value,
                "note": answer.note,
            }
        write_json(document=document)
    else:
        write_line(text=f"{answer.title_vi} ({answer.article}; {answer.period}; {answer.confidence.value})")
    return 0


def _list(*, kinds: list[str], on: date | None, as_json: bool) -> int:
    rows = [(kind, subject) for kind in kinds for subject in list_subjects(kind=kind, on=on)]
    if as_json:
        write_json(
            document={
                "subjects": [
                    {
                        "kind": str(kind),
                        "code": subject.code,
                        "title": subject.title_vi,
                        "agency_kinds": list(subject.agency_kinds),
                        "posts": list(subject.posts),
                        "rows": list(subject.rows),
                    }
                    for kind, subject in rows
                ]
            }
        )
    else:
        for kind, subject in rows:
            write_line(text=f"{kind} {subject.code}: {subject.title_vi}")
    return 0

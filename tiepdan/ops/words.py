"""The catalogue of the program's words: gathered from templates, screens and rules; kept as .po, compiled to .mo.

Needs neither a database nor GNU gettext. Run by `make fix`; tests/ui/test_english.py compares the result.
"""

from __future__ import annotations

import ast
import re
import struct
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from tiepdan.ui.words import is_vietnamese, texts_of

ROOT: Final = Path(__file__).resolve().parents[2]
CATALOGUE: Final = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
VIETNAMESE: Final = ROOT / "locale" / "vi" / "LC_MESSAGES" / "django.po"  # Django's own sentences, said better
_DOORS: Final = ("desk", "portal", "ui")
# Print what the law words, measure, or show patterns to developers: Vietnamese in every language.
_NOT_SCREENS: Final = frozenset(
    f"tiepdan/{name}"
    for name in (
        "desk/books.py",
        "desk/views/patterns.py",
        "portal/papers.py",
        "portal/bench.py",
        "portal/actions.py",
        "ui/words.py",
    )
)
_NOT_TEMPLATES: Final = frozenset({"tiepdan/desk/templates/desk/patterns.html"})
# Tables of domains whose words screens show by `said`.
_DOMAIN_TABLES: Final = (
    "tiepdan/cases/actions/courts.py",
    "tiepdan/cases/actions/dialogue.py",
    "tiepdan/cases/actions/protecting.py",
    "tiepdan/cases/actions/superior.py",
    "tiepdan/cases/rules/engine.py",
    "tiepdan/cases/queries.py",
    "tiepdan/cases/rules/guards/computed.py",
    "tiepdan/cases/rules/guards/facts.py",
    "tiepdan/cases/rules/mandates.py",
    "tiepdan/cases/rules/picture.py",
    "tiepdan/deadlines/calendar.py",
    "tiepdan/deadlines/counting.py",
    "tiepdan/deadlines/limits.py",
    "tiepdan/deadlines/rulebook.py",
    "tiepdan/deadlines/variants.py",
    "tiepdan/documents/models.py",
    "tiepdan/documents/rendering/faults.py",
    "tiepdan/documents/rendering/office.py",
    "tiepdan/imports/actions.py",
    "tiepdan/imports/models.py",
    "tiepdan/imports/rules.py",
    "tiepdan/matters/models.py",
    "tiepdan/plans/fields.py",
    "tiepdan/plans/actions/bookings.py",
    "tiepdan/plans/queries/figures.py",
    "tiepdan/plans/rules/registers.py",
    "tiepdan/plans/rules/report_periods.py",
    "tiepdan/rosters/printing.py",
    "tiepdan/rosters/queries.py",
    "tiepdan/privacy/models.py",
    "tiepdan/routing/models.py",
    "tiepdan/routing/queries.py",
    "tiepdan/routing/rules/competence.py",
    "tiepdan/submissions/models.py",
    "tiepdan/submissions/rules.py",
)
# What screens show of the rules: by file, the keys that hold words. A paper printed by law keeps the Vietnamese.
_RULE_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "procedures/*.yaml": frozenset({"title_vi", "citizen_vi", "what", "why", "to_do"}),
    "deadlines/*.yaml": frozenset({"title_vi"}),
    "competence/*.yaml": frozenset({"title_vi", "*"}),
    "norms/*.yaml": frozenset({"title_vi", "text_vi"}),
    "routing/processing.yaml": frozenset({"condition_vi", "action_vi"}),
    "calendars/*.yaml": frozenset({"days_off", "working_weekends", "culture_day"}),
    "citations.yaml": frozenset({"title"}),
    "eligibility.yaml": frozenset({"title"}),
    "fields.yaml": frozenset({"title"}),
    "forms/*.yaml": frozenset({"label", "columns"}),
    "issued.yaml": frozenset({"where_vi"}),
    "online.yaml": frozenset({"title", "conduct", "conditions"}),
    "privacy.yaml": frozenset({"label", "record", "text", "destroyed_by", "basis"}),
    "reception_refusals.yaml": frozenset({"title", "facts"}),
    "reports/regime.yaml": frozenset({"title_vi", "who_vi"}),
}
_LOOK_UPS: Final = frozenset({"_", "said", "gettext", "Sentence"})
_HEAD: Final = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
)
_ENTRY: Final = re.compile(r'^msgid (?P<key>"(?:[^"\\]|\\.)*")\nmsgstr (?P<value>"(?:[^"\\]|\\.)*")$', re.MULTILINE)
_HOLDERS: Final = re.compile(r"\{\{.*?\}\}|\{[^{}]*\}|%\(\w+\)s|%s|&\w+;", re.DOTALL)


def program_texts() -> dict[str, str]:
    """Return every text the program says and the file that says it first."""
    found: dict[str, str] = {}
    for path in _sources():
        place = path.relative_to(ROOT).as_posix()
        for text in _texts_in(path, place):
            found.setdefault(text, place)
    return found


def _sources() -> Iterator[Path]:
    for door in _DOORS:
        for pattern in ("**/*.html", "**/*.py"):
            yield from sorted((ROOT / "tiepdan" / door).glob(pattern))
    yield from (ROOT / name for name in _DOMAIN_TABLES)
    for pattern in _RULE_WORDS:
        yield from sorted((ROOT / "rules").glob(pattern))


def _texts_in(path: Path, place: str) -> Iterator[str]:
    if place in _NOT_SCREENS | _NOT_TEMPLATES or "/migrations/" in place:
        return
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        yield from sorted(texts_of(source), key=lambda text: (source.find(text), text))
    elif path.suffix == ".yaml":
        keys = next(keys for pattern, keys in _RULE_WORDS.items() if path.match(f"rules/{pattern}"))
        yield from _rule_texts(yaml.safe_load(source), keys, whole="*" in keys and path.stem == "settlers")
    else:
        found = python_texts(source)
        yield from found if place not in _DOMAIN_TABLES else filter(is_vietnamese, found)


def _rule_texts(node: Any, keys: frozenset[str], *, whole: bool) -> Iterator[str]:  # Any: what YAML holds
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from _rule_texts(value, keys, whole=whole or key in keys)
    elif isinstance(node, list):
        for value in node:
            yield from _rule_texts(value, keys, whole=whole)
    elif isinstance(node, str) and whole:
        yield from filter(is_vietnamese, map(str.strip, node.splitlines()))  # a notice is shown by paragraphs


def python_texts(source: str) -> Iterator[str]:
    """Return what is looked up in functions, and the Vietnamese of tables and of classes of forms."""
    yield from _python_texts(ast.parse(source), inside=False)


def _python_texts(node: ast.AST, *, inside: bool) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        if isinstance(child, ast.JoinedStr):  # its own words are data or a paper's; what it looks up is not
            for part in child.values:
                if isinstance(part, ast.FormattedValue):
                    yield from _python_texts(part, inside=True)
            continue
        if isinstance(child, ast.Constant) and isinstance(child.value, str):
            if not inside and is_vietnamese(child.value):
                yield child.value
            continue
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in _LOOK_UPS:
            yield from (one.value for one in child.args if isinstance(one, ast.Constant) and isinstance(one.value, str))
            if all(isinstance(one, ast.Constant) for one in child.args):
                continue
        yield from _python_texts(child, inside=inside or isinstance(child, ast.FunctionDef | ast.Lambda))


def holders(text: str) -> list[str]:
    """Return the places of a text that values take, in order of the alphabet."""
    return sorted(_HOLDERS.findall(text))


def read_catalogue(path: Path = CATALOGUE) -> dict[str, str]:
    """Return the translations by Vietnamese text."""
    return catalogue_from(path.read_text(encoding="utf-8")) if path.exists() else {}


def catalogue_from(text: str) -> dict[str, str]:
    """Read a .po file as this program writes it."""
    found = {_unquoted(one["key"]): _unquoted(one["value"]) for one in _ENTRY.finditer(text)}
    found.pop("", None)
    return found


def catalogue_text(*, texts: Mapping[str, str], known: Mapping[str, str]) -> str:
    """Return the .po file: what the program says now, translated where known; what it says no more is gone."""
    entries = (
        f"#: {place}\nmsgid {_quoted(text)}\nmsgstr {_quoted(known.get(text, ''))}\n" for text, place in texts.items()
    )
    return "\n".join([_HEAD, *entries])


def compiled(known: Mapping[str, str], *, head: str = "Language: en\n") -> bytes:
    """Return the .mo file, as GNU msgfmt would write it without a hash table."""
    head = f"Content-Type: text/plain; charset=UTF-8\n{head}"
    pairs = sorted((key.encode(), value.encode()) for key, value in {"": head, **known}.items() if value)
    keys_at = 7 * 4
    values_at = keys_at + 8 * len(pairs)
    at = values_at + 8 * len(pairs)
    tables, bodies = [], []
    for side in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[side]), at))
            bodies.append(pair[side] + b"\0")
            at += len(pair[side]) + 1
    return b"".join([struct.pack("<7I", 0x950412DE, 0, len(pairs), keys_at, values_at, 0, 0), *tables, *bodies])


def compiled_vietnamese() -> bytes:
    """Return the .mo file of what Django says, in the words of this program."""
    return compiled(read_catalogue(VIETNAMESE), head="Language: vi\nPlural-Forms: nplurals=1; plural=0;\n")


def write_catalogue() -> list[str]:
    """Bring the catalogues up to date. Returns the texts that still need a translation."""
    texts, known = program_texts(), read_catalogue()
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    CATALOGUE.write_text(catalogue_text(texts=texts, known=known), encoding="utf-8")
    CATALOGUE.with_suffix(".mo").write_bytes(compiled({text: known[text] for text in texts if known.get(text)}))
    VIETNAMESE.with_suffix(".mo").write_bytes(compiled_vietnamese())
    return [text for text in texts if not known.get(text)]


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


@cache
def _escapes() -> re.Pattern[str]:
    return re.compile(r"\\(.)")


def _unquoted(text: str) -> str:
    return _escapes().sub(lambda found: {"n": "\n"}.get(found[1], found[1]), text[1:-1])


def main() -> None:
    """Write the catalogue and say what still needs a translation."""
    for text in write_catalogue():
        print(text)


if __name__ == "__main__":
    main()

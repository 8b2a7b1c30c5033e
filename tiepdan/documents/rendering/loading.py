"""Reads `rules/forms`: checks the shape by schema, then what a schema cannot see. An error names file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import jsonschema
import yaml

from tiepdan.documents.rendering.forms import (
    SIGN_HERE,
    Confidence,
    DenouncerIdentity,
    FieldType,
    FieldValue,
    Form,
    FormBook,
    FormField,
    Head,
    Layout,
    PaperKind,
    PaperSize,
    Seal,
    SignatureBox,
)
from tiepdan.documents.rendering.template import (
    Line,
    ParagraphStyle,
    Part,
    Place,
    TemplateError,
    names_of,
    parse_body,
    parse_inline,
)
from tiepdan.infra.errors import TiepdanError

# Rows of a YAML file, checked by the schema before anything reads them.
Raw = dict[str, Any]
Lines = Mapping[tuple[str | int, ...], int]

_FIELDS_FILE = "fields.yaml"
_REPEATED = {FieldType.LIST, FieldType.ROWS}
_SHARED = ("label", "type", "sealed", "short", "columns", "widths", "each", "options", "example")


class FormRuleError(TiepdanError):
    """A form file is wrong: `file:line: what is wrong, what to write`."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Where an entry stands, for messages."""

    file: Path
    lines: Lines
    at: tuple[str | int, ...]

    def error(self, message: str, *path: str | int, offset: int = 0) -> FormRuleError:
        line = self.lines.get((*self.at, *path))
        known = line if line is not None else self.lines.get(self.at, 0)
        return FormRuleError(f"{self.file}:{known + 1 + (offset if line is not None else 0)}: {message}")


@lru_cache(maxsize=8)
def load_forms(path: Path) -> FormBook:
    """Read every form under a folder, usually `rules/forms`; kept for the life of the process.

    Raises FormRuleError: with file, line and what to write.
    Cost: about a second the first time.
    """
    schema = json.loads((path.parent / "schemas" / "form.schema.json").read_text(encoding="utf-8"))
    fields, field_lines = _read(path / _FIELDS_FILE)
    _check_schema(fields, {"$defs": schema["$defs"], "$ref": "#/$defs/dictionary"}, path / _FIELDS_FILE, field_lines)
    versions: dict[str, list[tuple[Form, _Source]]] = {}
    for file in sorted(path.glob("*.yaml")):
        if file.name == _FIELDS_FILE:
            continue
        entries, lines = _read(file)
        _check_schema(entries, schema, file, lines)
        for index, raw in enumerate(entries):
            source = _Source(file, lines, (index,))
            form = _form(raw=raw, dictionary=fields, source=source)
            versions.setdefault(form.key, []).append((form, source))
    return FormBook({key: _in_order(found) for key, found in versions.items()})


def _read(file: Path) -> tuple[Any, Lines]:
    text = file.read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        return yaml.load(text, Loader=yaml.CSafeLoader), dict(_lines(node))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise FormRuleError(f"{file}:{line}: not YAML: {error.problem}") from error


def _lines(
    node: yaml.Node | None, at: tuple[str | int, ...] = (), line: int | None = None
) -> Iterator[tuple[tuple[str | int, ...], int]]:
    if node is None:
        return
    yield at, node.start_mark.line if line is None else line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.tag != "tag:yaml.org,2002:merge":
                yield from _lines(value, (*at, str(key.value)), key.start_mark.line)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _lines(value, (*at, index))


def _check_schema(data: Any, schema: Raw, file: Path, lines: Lines) -> None:
    # json has no dates; YAML reads 2026-07-01 as one, so the schema sees its text.
    plain = json.loads(json.dumps(data, default=str))
    faults = list(jsonschema.Draft202012Validator(schema).iter_errors(plain))
    unknown = [fault for fault in faults if fault.validator == "additionalProperties"]
    found = unknown[0] if unknown else jsonschema.exceptions.best_match(faults)
    if found is None:
        return
    if found.validator == "additionalProperties":
        known = sorted(found.schema.get("properties", {}))
        word = min(set(found.instance) - set(known))
        place = lines.get((*found.absolute_path, word), lines.get(tuple(found.absolute_path), 0)) + 1
        raise FormRuleError(f"{file}:{place}: unknown key '{word}'. Remove it or write one of: {', '.join(known)}")
    if found.validator == "required":
        word = next(key for key in found.validator_value if key not in found.instance)
        place = lines.get(tuple(found.absolute_path), 0) + 1
        raise FormRuleError(f"{file}:{place}: missing '{word}'. Write '{word}: …' in this entry")
    at = tuple(found.absolute_path)
    while at and at not in lines:
        at = at[:-1]
    where = "/".join(str(step) for step in found.absolute_path)
    hint = found.schema.get("description", "") if isinstance(found.schema, dict) else ""
    raise FormRuleError(f"{file}:{lines.get(at, 0) + 1}: {where}: {found.message[:300]}{'; ' + hint if hint else ''}")


def _form(*, raw: Raw, dictionary: Raw, source: _Source) -> Form:
    words: dict[str, str] = raw.get("words", {})
    fields = {
        name: _field(name=name, spec=spec, dictionary=dictionary, source=source)
        for name, spec in raw.get("fields", {}).items()
    }
    signatures = tuple(
        SignatureBox(box["title"], box.get("note", SIGN_HERE), box.get("name", "")) for box in raw.get("signatures", [])
    )
    form = Form(
        key=raw["key"],
        name=raw["name"],
        kind=PaperKind(raw["kind"]),
        starts_on=raw["starts_on"],
        ends_before=raw.get("ends_before"),
        layout_version=str(raw["layout_version"]),
        source=raw["source"],
        confidence=Confidence(raw["confidence"]),
        fields_confidence=Confidence(raw["fields_confidence"]),
        layout=Layout(raw["layout"]),
        paper=PaperSize(raw.get("paper", "A4")),
        head=Head(raw.get("head", "agency")),
        numbered=raw.get("numbered", False),
        symbol=raw.get("symbol", ""),
        heading=_inline(raw.get("heading", ""), words=words, source=source, at="heading"),
        subject=_inline(raw.get("subject", ""), words=words, source=source, at="subject"),
        denouncer_identity=DenouncerIdentity(raw.get("denouncer_identity", "allowed")),
        fields=fields,
        body=_body(raw["body"], words=words, source=source, at="body"),
        signatures=signatures,
        recipients=tuple(raw.get("recipients", [])),
        lookup=_body(raw.get("lookup", ""), words=words, source=source, at="lookup"),
        notes=raw.get("notes", ""),
    )
    _check_form(form=form, source=source)
    return form


def _field(*, name: str, spec: str | Raw, dictionary: Raw, source: _Source) -> FormField:
    own: Raw = {"use": spec} if isinstance(spec, str) else spec
    merged: Raw = {**dictionary.get(name, {}), **{key: own[key] for key in _SHARED if key in own}}
    if "label" not in merged or "type" not in merged:
        raise source.error(
            f"field {name!r} is not in {_FIELDS_FILE}: add it there or give it label and type here", "fields", name
        )
    kind = FieldType(merged["type"])
    for needed, types in (("columns", (FieldType.ROWS, FieldType.TABLE)), ("options", (FieldType.CHOICE,))):
        if (kind in types) != (needed in merged):
            raise source.error(f"field {name!r} of type {kind}: {needed} is for {', '.join(types)}", "fields", name)
    each = _inline(merged.get("each", ""), words={}, source=source, at="fields")
    if (kind is FieldType.ROWS) != bool(each):
        raise source.error(f"field {name!r}: 'each' is the text of one record of a rows field", "fields", name)
    if set(merged.get("widths", {})) - set(merged.get("columns", {})):
        raise source.error(f"field {name!r}: 'widths' names a column that is not there", "fields", name)
    strange = {part for part, _ in names_of(parts=each)} - set(merged.get("columns", {}))
    if strange:
        raise source.error(f"field {name!r}: 'each' names {sorted(strange)}, not among its columns", "fields", name)
    return FormField(
        name=name,
        label=merged["label"],
        type=kind,
        required=own["use"] == "required",
        seal=Seal(merged.get("sealed", "no")),
        short=merged.get("short", False),
        columns=merged.get("columns", {}),
        widths=merged.get("widths", {}),
        each=each,
        options=merged.get("options", {}),
        example=_example(kind, merged["example"]),
    )


def _example(kind: FieldType, raw: Any) -> FieldValue:
    if kind is FieldType.TIME:
        return time.fromisoformat(str(raw))
    return cast("FieldValue", tuple(raw) if isinstance(raw, list) else raw)


def _with_words(text: str, *, words: Mapping[str, str]) -> str:
    for name, said in words.items():
        text = text.replace(f"<{name}>", said)
    return text


def _inline(text: str, *, words: Mapping[str, str], source: _Source, at: str) -> tuple[Part, ...]:
    try:
        return parse_inline(text=_with_words(text, words=words))
    except TemplateError as error:
        raise source.error(str(error), at) from error


def _body(text: str, *, words: Mapping[str, str], source: _Source, at: str) -> tuple[Line, ...]:
    try:
        return parse_body(text=_with_words(text, words=words))
    except TemplateError as error:
        raise source.error(str(error), at, offset=error.line + 1) from error


def _check_form(*, form: Form, source: _Source) -> None:
    used: set[str] = set()
    for at, lines in (("body", form.body), ("lookup", form.lookup)):
        for line in lines:
            _check_line(line=line, form=form, source=source, at=at)
            used.update(name for name, _ in line.names())
            used.update(name for name, _ in line.conditions())
    for at, parts in (("heading", form.heading), ("subject", form.subject)):
        for name, _ in names_of(parts=parts):
            if name not in form.fields:
                raise source.error(_unknown(name), at)
            used.add(name)
    for box in form.signatures:
        if box.name_field and box.name_field not in form.fields:
            raise source.error(_unknown(box.name_field), "signatures")
        used.add(box.name_field)
    unused = sorted(set(form.fields) - used)
    if unused:
        raise source.error(
            f"field {unused[0]!r} is never printed: write {{{unused[0]}}} or remove it", "fields", unused[0]
        )
    if form.denouncer_identity is DenouncerIdentity.FORBIDDEN:
        for item in form.fields.values():
            if item.seal is not Seal.NO:
                raise source.error(
                    f"field {item.name!r} shows the denouncer, which {form.key} must not (BV-2): remove it",
                    "fields",
                    item.name,
                )


def _check_line(*, line: Line, form: Form, source: _Source, at: str) -> None:
    for name, optional in line.names():
        if name not in form.fields:
            raise source.error(_unknown(name), at, offset=line.number + 1)
        item = form.fields[name]
        if item.type in _REPEATED and line.sole_place() != name:
            raise source.error(f"{{{name}}} is a {item.type}: it stands alone on its line", at, offset=line.number + 1)
        if (item.type is FieldType.TABLE) != (line.style is ParagraphStyle.TABLE and Place(name) in line.parts):
            raise source.error(f"a table field, and only one, is written '@ {name}'", at, offset=line.number + 1)
        if optional and item.required and len(line.parts) == 1 and not list(line.conditions()):
            raise source.error(
                f"{{{name}}} is required but its paragraph is optional: make the field optional or drop the brackets",
                at,
                offset=line.number + 1,
            )

    for name, value in line.conditions():
        if name not in form.fields:
            raise source.error(_unknown(name), at, offset=line.number + 1)
        if value and value not in form.fields[name].options:
            known = ", ".join(form.fields[name].options) or "none: it is no choice field"
            raise source.error(f"[{name}={value}: …]: the values of {name!r} are {known}", at, offset=line.number + 1)


def _unknown(name: str) -> str:
    return f"unknown field {{{name}}}: add '{name}: required' or '{name}: optional' under fields"


def _in_order(found: list[tuple[Form, _Source]]) -> tuple[Form, ...]:
    ordered = sorted(found, key=lambda pair: pair[0].starts_on)
    for (before, _), (after, source) in pairwise(ordered):
        if before.ends_before is None or before.ends_before > after.starts_on:
            raise source.error(
                f"{after.key} is in force twice from {after.starts_on}: write ends_before: {after.starts_on} "
                "in the earlier version",
                "starts_on",
            )
    for form, source in ordered:
        if form.ends_before is not None and form.ends_before <= form.starts_on:
            raise source.error("ends_before is the day after the last day: it comes after starts_on", "ends_before")
    return tuple(form for form, _ in ordered)

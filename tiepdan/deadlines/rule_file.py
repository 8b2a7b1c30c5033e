"""Reading one YAML file of rules/: duplicate keys and schema faults are named with file, line and what to write instead."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from tiepdan.infra.errors import TiepdanError

Where = tuple[str | int, ...]  # path of keys and indexes inside a file

_TEXT_TAGS = frozenset({"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:str"})


class RuleFileError(TiepdanError):
    """A rule file that cannot be used; says where, what is wrong and what to write instead."""

    def __init__(self, *, path: Path, line: int, problem: str, instead: str) -> None:
        super().__init__(f"{path}:{line}: {problem}. {instead}")
        self.path = path
        self.line = line
        self.problem = problem
        self.instead = instead


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One file as plain values, with the line of every part."""

    path: Path
    data: Any  # JSON-like; Any because its shape is checked by the schema only
    lines: Mapping[Where, int]  # 1-based line of each key or item

    def line(self, where: Where) -> int:
        """Return the line of the nearest known part around `where`."""
        for length in range(len(where), -1, -1):
            if where[:length] in self.lines:
                return self.lines[where[:length]]
        return 1

    def error(self, *, where: Where, problem: str, instead: str) -> RuleFileError:
        """Build the error for the part at `where`."""
        return RuleFileError(path=self.path, line=self.line(where), problem=problem, instead=instead)


def read_rule_file(*, path: Path) -> RuleFile:
    """Read a YAML file; dates stay ISO text.

    Raises RuleFileError: not YAML, or a key written twice
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise RuleFileError(
            path=path,
            line=mark.line + 1 if mark else 1,
            problem=f"not YAML: {error.problem or error.context}",
            instead="Check indentation, colons and quotes on this line",
        ) from error
    lines: dict[Where, int] = {}
    data = None if node is None else _plain(node, (), lines, path)
    return RuleFile(path=path, data=data, lines=lines)


def check_schema(*, rule_file: RuleFile, schema_path: Path) -> None:
    """Check a file against its JSON Schema; the first fault by line is raised.

    Raises RuleFileError: the file does not fit the schema
    """
    faults = sorted(
        _validator(schema_path).iter_errors(rule_file.data),
        key=lambda fault: (rule_file.line(tuple(fault.absolute_path)), len(fault.absolute_path)),
    )
    if not faults:
        return
    fault = faults[0]
    where: Where = tuple(fault.absolute_path)
    if fault.validator == "additionalProperties":
        known = sorted(fault.schema.get("properties", {}))
        unknown = sorted(set(fault.instance) - set(known))
        raise rule_file.error(
            where=(*where, unknown[0]),
            problem=f"unknown key '{unknown[0]}'",
            instead=f"Remove it or write one of: {', '.join(known)}",
        )
    if fault.validator == "required":
        missing = [key for key in fault.validator_value if key not in fault.instance]
        raise rule_file.error(
            where=where, problem=f"missing '{missing[0]}'", instead=f"Write '{missing[0]}: …' in this entry"
        )
    if fault.validator == "enum":
        raise rule_file.error(
            where=where,
            problem=f"'{fault.instance}' is not allowed here",
            instead=f"Write one of: {', '.join(str(value) for value in fault.validator_value)}",
        )
    name = str(where[-1]) if where else "file"
    instead = str(fault.schema.get("description", "See the schema in rules/schemas"))
    raise rule_file.error(where=where, problem=f"'{name}' does not fit: {fault.message}", instead=instead)


@lru_cache(maxsize=32)
def _validator(schema_path: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema_path.read_text(encoding="utf-8")))


def _plain(node: yaml.Node, where: Where, lines: dict[Where, int], path: Path) -> Any:
    """Turn a YAML node into plain values, noting lines; Any because rule files nest freely."""
    lines.setdefault(where, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in result:
                raise RuleFileError(
                    path=path,
                    line=key_node.start_mark.line + 1,
                    problem=f"key '{key}' is written twice",
                    instead=f"Keep one '{key}'; the first is on line {lines[(*where, key)]}",
                )
            lines[(*where, key)] = key_node.start_mark.line + 1
            result[key] = _plain(value_node, (*where, key), lines, path)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*where, index), lines, path) for index, item in enumerate(node.value)]
    if node.tag in _TEXT_TAGS:
        return str(node.value)
    return yaml.SafeLoader("").construct_object(node)

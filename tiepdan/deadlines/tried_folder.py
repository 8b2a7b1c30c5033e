"""A folder of rules with one file replaced by a changed text: what somebody tries before it goes live."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import yaml

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFileError

TRIED_FOLDERS: Final = ("deadlines", "competence", "calendars")
LONGEST: Final = 200_000  # characters of a changed file
_MOST_PARTS: Final = 100_000  # after every *reference is written out


def files_to_try() -> tuple[str, ...]:
    """Name the files that can be tried, as folder/file."""
    rules = rules_path()
    return tuple(
        f"{folder}/{path.name}" for folder in TRIED_FOLDERS for path in sorted((rules / folder).glob("*.yaml"))
    )


def text_of(*, name: str) -> str:
    """Return the text in use of one of `files_to_try`."""
    return (rules_path() / name).read_text(encoding="utf-8")


@contextmanager
def tried_folder(*, name: str, text: str) -> Iterator[Path]:
    """Give a copy of the rules in use with one file changed; it is gone afterwards.

    name: one of `files_to_try`
    Raises RuleFileError: no YAML, or too much of it
    """
    _refuse_too_much(name, text)
    with tempfile.TemporaryDirectory(prefix="tiepdan-rules-") as place:
        folder = Path(place) / "rules"
        folder.mkdir()
        for part in (*TRIED_FOLDERS, "schemas"):
            shutil.copytree(rules_path() / part, folder / part)
        (folder / name).write_text(text.replace("\r\n", "\n"), encoding="utf-8")
        yield folder


def _refuse_too_much(name: str, text: str) -> None:
    """Refuse a text whose references multiply: a few lines may stand for millions of parts."""
    if len(text) > LONGEST:
        raise RuleFileError(
            path=Path(name), line=1, problem=f"longer than {LONGEST} characters", instead="Split it into two files"
        )
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return  # named with its line when the folder is read
    if node is not None and _parts(node, {}, 0) > _MOST_PARTS:
        raise RuleFileError(
            path=Path(name), line=1, problem="references (*name) multiply without end",
            instead="Write the parts out instead of referring to them",
        )  # fmt: skip


def _parts(node: yaml.Node, known: dict[int, int], depth: int) -> int:
    """Count the parts of a node with every reference written out; each distinct node is walked once."""
    if depth > 50 or isinstance(node, yaml.ScalarNode):
        return 1 if depth <= 50 else _MOST_PARTS + 1
    if id(node) not in known:
        known[id(node)] = _MOST_PARTS + 1  # a node within itself has no end
        below = (part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,)))
        known[id(node)] = 1 + sum(_parts(part, known, depth + 1) for part in below)
    return known[id(node)]

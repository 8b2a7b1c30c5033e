"""Arguments of a command: wrong use is one line on stderr and exit code 2."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, NoReturn

from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.infra.errors import TiepdanError

WRONG_USE: Final = 2


class WrongUse(TiepdanError):
    """A command called in a way it does not understand."""


class Parser(argparse.ArgumentParser):
    """argparse that raises instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse with the message."""
        raise WrongUse(f"{self.prog}: {message}")


def day(text: str) -> date:
    """Read a day of the command line (YYYY-MM-DD)."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là ngày; hãy viết như 2026-07-14") from error


def run(*, command: Callable[[], int]) -> int:
    """Run a command; turn wrong use and refusals into one line on stderr and exit code 2."""
    try:
        return command()
    except (WrongUse, RuleRefused) as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        return WRONG_USE
    except TiepdanError as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        return 1


def write_json(*, document: Mapping[str, Any]) -> None:
    """Write exactly one JSON document on stdout; Any because JSON nests."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def write_line(*, text: str) -> None:
    """Write one line on stdout."""
    sys.stdout.write(text + "\n")

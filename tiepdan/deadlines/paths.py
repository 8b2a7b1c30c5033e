"""Where the rule files lie: TIEPDAN_RULES, or the rules/ folder beside the package."""

from __future__ import annotations

import os
from pathlib import Path

from tiepdan.infra.errors import TiepdanError


class RulesFolderMissing(TiepdanError):
    """No rules/ folder found; the program cannot know the law."""


def rules_path() -> Path:
    """Return the folder of rules.

    Raises RulesFolderMissing: neither TIEPDAN_RULES nor the folder beside the package exists
    """
    named = os.environ.get("TIEPDAN_RULES", "")
    path = Path(named) if named else Path(__file__).resolve().parents[2] / "rules"
    if not (path / "deadlines").is_dir():
        raise RulesFolderMissing(
            f"{path}: no folder of rules here. Set TIEPDAN_RULES to the folder that holds deadlines/"
        )
    return path

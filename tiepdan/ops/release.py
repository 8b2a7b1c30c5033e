"""Which release this is: the first heading of CHANGELOG.md, which ships with the program."""

from __future__ import annotations

import re
from pathlib import Path

_CHANGELOG = Path(__file__).resolve().parent.parent.parent / "CHANGELOG.md"


def release() -> str:
    """Return the version, such as 0.2.0; "0" when the program was unpacked without its change log."""
    if not _CHANGELOG.exists():
        return "0"
    found = re.search(r"^## (\d+\.\d+\.\d+)", _CHANGELOG.read_text(encoding="utf-8"), re.MULTILINE)
    return found.group(1) if found else "0"

"""Writes what is generated: openapi.json, refusals, English words, pictures of procedures, new tables. Run by `make fix`."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPENAPI = ROOT / "openapi.json"
REFUSALS = ROOT / "docs" / "refusals.md"
PICTURES = ROOT / "docs" / "procedures"
_HEAD = """# Refusals

Codes that the program answers when a rule does not let an act through. The code is stable; the sentence is what people read.
Generated from `tiepdan/desk/refusals.py` by `make fix`.

| Code | Sentence |
| --- | --- |
"""


def openapi_text() -> str:
    """Return the description of the API as committed."""
    from tiepdan.api.build import api

    return json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def refusals_text() -> str:
    """Return the table of refusals as committed."""
    from tiepdan.desk.refusals import SENTENCES

    rows = (f"| `{code}` | {SENTENCES[code].replace('|', '/')} |\n" for code in sorted(SENTENCES))
    return _HEAD + "".join(rows)


def pictures() -> dict[str, str]:
    """Return the pictures of all procedures as committed, by file name."""
    from tiepdan.cases.rules.loading import all_procedures
    from tiepdan.cases.rules.picture import picture_name, standalone_svg

    return {picture_name(procedure=one): standalone_svg(procedure=one) for one in all_procedures()}


def main() -> None:
    """Write all of them."""
    from tiepdan.ops.environment import digest_of_migrations
    from tiepdan.ops.snapshot import write_snapshot
    from tiepdan.ops.words import write_catalogue

    PICTURES.mkdir(exist_ok=True)
    for name, svg in pictures().items():
        (PICTURES / name).write_text(svg, encoding="utf-8")
    OPENAPI.write_text(openapi_text(), encoding="utf-8")
    REFUSALS.write_text(refusals_text(), encoding="utf-8")
    for text in write_catalogue():
        print(f"locale/en lacks a translation of: {text}")
    write_snapshot(digest=digest_of_migrations())  # minutes, and only when a step was added


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("TIEPDAN_SECRET_KEY", "only-to-generate")
    os.environ.setdefault("TIEPDAN_DATABASE_URL", "postgresql://none@/none")
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("TIEPDAN_HOME", folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tiepdan.settings")
        import django

        django.setup()
        main()

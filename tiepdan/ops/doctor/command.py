"""tiepdan doctor [--json]."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Final

import psycopg

from tiepdan.infra.clock import now
from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.home import Home
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.doctor.database import examine_database
from tiepdan.ops.doctor.finding import Finding, State, bad
from tiepdan.ops.doctor.machine import examine_machine, guarded
from tiepdan.ops.environment import Installation, SetupFailed
from tiepdan.ops.serving import database_running

_MARKS: Final = {State.GOOD: "✓ tốt", State.WARNING: "! cần chú ý", State.BAD: "✗ hỏng"}


def main(arguments: list[str]) -> int:
    """Examine and tell; exit 1 when something is bad."""
    parser = OneLineParser(prog="tiepdan doctor", description="Khám một cài đặt và nói cần làm gì.")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    home = Home.from_environment()
    if not any((home.root / name).exists() for name in ("production", "demo")):
        raise SetupFailed(f"{home.root} chưa phải một cài đặt: chạy `tiepdan init` hoặc đặt TIEPDAN_HOME.")
    found = examine(Installation(home=home, demo=(home.root / "demo").exists(), port=8000))
    if options.json:
        print(json.dumps({"findings": [asdict(finding) for finding in found]}, ensure_ascii=False))
    else:
        for finding in found:
            print(f"{_MARKS[finding.state]:<13}{finding.name}: {finding.told}")
            if finding.remedy:
                print(f"{'':<13}→ {finding.remedy}")
    return 1 if any(finding.state is State.BAD for finding in found) else 0


def examine(installation: Installation) -> list[Finding]:
    """Look at everything; a part that cannot be looked at is itself a finding."""
    found = list(guarded("machine", lambda: examine_machine(installation, now())))
    try:
        with database_running(installation):
            found += list(guarded("database", lambda: examine_database(installation, now())))
    except (TiepdanError, psycopg.Error, OSError) as error:
        found.append(bad("database", str(error).strip().splitlines()[-1], "xem logs/postgres.log"))
    return found

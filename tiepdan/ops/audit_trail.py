"""tiepdan audit verify|seal: is the record whole?"""

from __future__ import annotations

import json

from tiepdan.infra.clock import now
from tiepdan.infra.home import Home
from tiepdan.infra.rowlevel import OWNER
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation
from tiepdan.ops.serving import database_running, refuse_absent


def main(arguments: list[str]) -> int:
    """Check every link of every lane and every seal, or seal the heads now. Exit 1 when something is wrong."""
    parser = OneLineParser(prog="tiepdan audit", description="Chuỗi nhật ký.")
    parser.add_argument("action", choices=["verify", "seal"])
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    home = Home.from_environment()
    installation = Installation(home=home, demo=False, port=8000)
    refuse_absent(installation)
    with database_running(installation):
        import psycopg

        from tiepdan.audit.chain import seal_heads, verify
        from tiepdan.infra.seal import load_ring

        with psycopg.connect(installation.address(OWNER)) as connection:
            if options.action == "seal":
                sealed = seal_heads(connection=connection, ring=load_ring(home), home=home, at=now())
                print(json.dumps({"sealed": sealed}) if options.json else f"Đã niêm phong {sealed} đầu chuỗi.")
                return 0
            report = verify(connection=connection, ring=load_ring(home), home=home)
    if options.json:
        print(json.dumps({"entries": report.entries, "faults": report.faults}, ensure_ascii=False))
    else:
        print(f"{report.entries} bút toán, {len(report.faults)} sai lệch.")
        for fault in report.faults:
            print(f"  {fault}")
    return 1 if report.faults else 0

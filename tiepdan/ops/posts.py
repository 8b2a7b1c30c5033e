"""tiepdan confirm-post: whoever holds the server is the second person where nobody else is left who could confirm a post."""

from __future__ import annotations

import json
import sys

from tiepdan.infra.home import Home
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation
from tiepdan.ops.serving import database_running, refuse_absent


def main(arguments: list[str]) -> int:
    """Confirm the waiting posts of an account. Exit 1 when none waits."""
    parser = OneLineParser(prog="tiepdan confirm-post", description="Xác nhận vị trí công tác đang chờ.")
    parser.add_argument("username", help="tên đăng nhập của người được giao vị trí")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    installation = Installation(home=Home.from_environment(), demo=False, port=8000)
    refuse_absent(installation)
    with database_running(installation):
        installation.use_in_this_process()
        from tiepdan.accounts.actions import confirm_at_the_server
        from tiepdan.infra.clock import now

        posts = confirm_at_the_server(username=options.username, at=now())
        rows = [{"role": post.role, "agency": post.agency.name} for post in posts]
    if options.json:
        print(json.dumps({"username": options.username, "confirmed": rows}, ensure_ascii=False))
    elif rows:
        for row in rows:
            print(f"Đã xác nhận: {options.username}, {row['role']}, {row['agency']}.")
    else:
        print(f"{options.username} không có vị trí nào đang chờ xác nhận.", file=sys.stderr)
    return 0 if rows else 1

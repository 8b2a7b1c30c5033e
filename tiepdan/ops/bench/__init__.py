"""tiepdan bench: measures that anybody can repeat. Each prints what it was compared with in the same run."""

from __future__ import annotations

from tiepdan.ops.cli import OneLineParser


def main(arguments: list[str]) -> int:
    """Run one measure: deadlines, plan, roster or http."""
    parser = OneLineParser(prog="tiepdan bench", description="Đo tốc độ.", add_help=False)
    parser.add_argument("what", choices=["deadlines", "plan", "roster", "http"])
    chosen, rest = parser.parse_known_args(arguments)
    if chosen.what == "deadlines":
        from tiepdan.deadlines.command import bench_main

        return bench_main(["deadlines", *rest])
    if chosen.what == "plan":
        from tiepdan.plans.reading.bench import main as bench_plan

        return bench_plan(rest)
    if chosen.what == "roster":
        from tiepdan.rosters.solving.bench import main as bench_roster

        return bench_roster(rest)
    from tiepdan.ops.bench.http import main as bench_http

    return bench_http(rest)

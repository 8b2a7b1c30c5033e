"""Speed of a roster, repeatable: `tiepdan bench roster --json`. The people and wishes are invented by a fixed seed."""

from __future__ import annotations

import json
import sys
import time
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from tiepdan.rosters.solving.solve import solve
from tiepdan.rosters.solving.values import (
    Day,
    Limits,
    Pairing,
    Person,
    Post,
    Problem,
    Shift,
    Wish,
    WishKind,
)

_SHIFTS: Final = (
    Shift("sang", 450, 720),
    Shift("chieu", 780, 990),
    Shift("toi", 1080, 1320, night=True),
)
CASES: Final = ((15, 24, 2), (60, 31, 3))


def bench_problem(*, people: int, days: int, shifts: int, seed: int = 7) -> Problem:
    """A window with everything: leave, wishes, pairs, a leader, two bodies and a skill in each shift."""
    chance = Random(seed)  # noqa: S311 # invented data must come out the same again
    first = date(2026, 10, 1)
    window = tuple(Day(first + timedelta(days=n), (first + timedelta(days=n)).weekday() >= 5) for n in range(days))
    chosen = _SHIFTS[:shifts]
    bodies = ("thanh-tra", "van-phong", "cong-an")
    persons = tuple(
        Person(
            key=n,
            agency=bodies[n % 3],
            skills=frozenset({"phap-luat"} if n % 2 else set()),
            leads=n % 2 == 0,
        )
        for n in range(people)
    )
    keys = tuple(shift.key for shift in chosen)
    need = max(2, people // (4 * shifts))
    posts = (
        Post("ban", need, keys, agencies=bodies[:1], skills=("phap-luat",)),
        Post("lanh-dao", 1, keys, leader=True, standby=True),
    )
    wishes = [
        Wish(person.key, chance.choice(window).on, kind, "" if kind is WishKind.LEAVE else chance.choice(keys))
        for person in persons
        for kind in (WishKind.LEAVE, WishKind.LEAVE, WishKind.AVOID, WishKind.PREFER)
    ]
    pairs = (Pairing(0, 5, True), Pairing(1, 2, False))
    return Problem(window, chosen, posts, persons, tuple(wishes), pairs, (), Limits(in_row=5))


def measure() -> dict[str, Any]:
    """Solve each case once; what is reported is seen by the independent examination of the answer."""
    rows = []
    for people, days, shifts in CASES:
        problem = bench_problem(people=people, days=days, shifts=shifts)
        began = time.perf_counter()
        answer = solve(problem)
        rows.append(
            {
                "people": people, "days": days, "shifts": shifts, "seconds": round(time.perf_counter() - began, 2),
                "status": answer.status, "spread_all": answer.evenness.spread_all, "spread_weekend": answer.evenness.spread_free,
                "objective": answer.objective, "bound": answer.bound, "unfilled": len(answer.unfilled),
            }
        )  # fmt: skip
    return {"cases": rows}


def main(arguments: list[str]) -> int:
    """Print the measure."""
    if set(arguments) - {"--json"}:
        print("tiepdan bench roster: chỉ nhận --json", file=sys.stderr)
        return 2
    measured = measure()
    if "--json" in arguments:
        print(json.dumps(measured, ensure_ascii=False))
        return 0
    for row in measured["cases"]:
        print(
            f"{row['people']} người × {row['days']} ngày × {row['shifts']} ca: {row['seconds']} giây, {row['status']},"
            f" chênh {row['spread_all']}, chênh ngày nghỉ {row['spread_weekend']}, thiếu {row['unfilled']}"
        )
    return 0

"""Speed of reading, text already in memory, process warm: `python -m tiepdan.plans.reading.bench [FILE]` prints one JSON line."""

from __future__ import annotations

import json
import platform
import statistics
import sys
import time
from pathlib import Path
from typing import Any, Final

from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.output import reading_json

PAGE_CHARACTERS: Final = 3000  # a full page of a plan in 14-point type
_RUNS: Final = 15


def ten_pages(text: str) -> str:
    """A plan of ten pages: the body of `text` repeated, its head and foot once."""
    lines = text.split("\n")
    foot = next((i for i, line in enumerate(lines) if line.strip().startswith("Nơi nhận")), len(lines))
    first = next((i for i, line in enumerate(lines) if line.startswith(("I.", "I/"))), 0)
    body = "\n".join(lines[first:foot])
    times = max(1, (10 * PAGE_CHARACTERS) // max(len(body), 1) + 1)
    whole = "\n".join([*lines[:first], *([body] * times)])[: 10 * PAGE_CHARACTERS]
    return whole + "\n" + "\n".join(lines[foot:])


def measure(text: str, *, runs: int = _RUNS) -> dict[str, Any]:
    """Milliseconds of `runs` readings of a text: median, least and most; `ms_cpu` counts this process alone."""
    reading_json(read_plan(text))
    took: list[float] = []
    worked: list[float] = []
    for _ in range(runs):
        begin, work = time.perf_counter(), time.process_time()
        reading_json(read_plan(text))
        took.append((time.perf_counter() - begin) * 1000)
        worked.append((time.process_time() - work) * 1000)
    return {
        "characters": len(text), "pages": round(len(text) / PAGE_CHARACTERS, 1), "runs": runs,
        "ms_median": round(statistics.median(took), 1),
        "ms_cpu_median": round(statistics.median(worked), 1), "ms_cpu_least": round(min(worked), 1),
        "ms_least": round(min(took), 1), "ms_most": round(max(took), 1), "python": platform.python_version(), "machine": platform.machine(),
    }  # fmt: skip


def main(argv: list[str]) -> int:
    """Prints the measure of ten pages made from FILE, or from the example of a province."""
    example = Path(__file__).resolve().parents[3] / "rules" / "examples" / "plans" / "province.txt"
    path = Path(argv[0]) if argv else example
    print(json.dumps(measure(ten_pages(path.read_text("utf-8"))), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

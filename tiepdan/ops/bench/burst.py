"""A burst of submissions, and how long the desk takes to be as quick as before."""

from __future__ import annotations

import time
from statistics import median
from typing import Any, Final

from tiepdan.ops.bench.known import Known
from tiepdan.ops.bench.load import measure
from tiepdan.ops.bench.operations import Operation

_CLIENTS: Final = 16
_NORMAL: Final = 1.5  # times the calm median, and it counts as normal again
_PATIENCE: Final = 120.0  # seconds


def burst_and_recovery(*, port: int, known: Known, seconds: float) -> dict[str, Any]:
    """Measure the list in calm, let sixteen clients send at once, then look at the list until it is as quick again."""
    looking = Operation("list_filtered", known)
    calm = median(measure(port=port, script=looking, clients=1, seconds=3).milliseconds or [0.0])
    during = measure(port=port, script=Operation("create_api", known), clients=_CLIENTS, seconds=seconds, warm=0).row()
    ended = time.monotonic()
    while True:
        found = measure(port=port, script=looking, clients=1, seconds=1, warm=0)
        after = median(found.milliseconds or [float("inf")])
        spent = time.monotonic() - ended
        if after <= calm * _NORMAL or spent > _PATIENCE:
            break
    return {
        "clients": _CLIENTS, "seconds": seconds, "during": during, "calm_p50_ms": round(calm, 2),
        "after_p50_ms": round(after, 2), "recovered_after_s": round(spent, 1) if after <= calm * _NORMAL else None,
    }  # fmt: skip

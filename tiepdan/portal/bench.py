"""Measuring that the look-up tells nothing by its time. Run by `tiepdan bench look-up`; never part of the tests."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from datetime import datetime, timedelta

from tiepdan.accounts.acting import service_actor, serving
from tiepdan.agencies.models import Agency
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.portal.following import find_matter
from tiepdan.submissions.models import Submission

_CODES = 200
_AGENCIES = 100


@dataclass(frozen=True, slots=True)
class LookUpTimes:
    """Medians of the look-up in milliseconds."""

    unknown_ms: float
    wrong_pin_ms: float

    @property
    def ratio(self) -> float:
        """How much longer the slower of the two takes."""
        slow, fast = max(self.unknown_ms, self.wrong_pin_ms), min(self.unknown_ms, self.wrong_pin_ms)
        return slow / fast if fast else 1.0


def measure_look_up(*, codes: list[str], at: datetime, tries: int = 2000) -> LookUpTimes:
    """Time look-ups of unknown codes and of known codes with a wrong PIN, turn about so that both meet the same load.

    codes: existing ones; each is tried at another hour so that no lock falls
    """
    strangers = [new_code() for _ in codes]
    unknown: list[float] = []
    wrong: list[float] = []
    for number in range(tries):
        place = number % len(codes)
        when = at + timedelta(hours=2 * (number // len(codes)))
        for times, code in ((unknown, strangers[place]), (wrong, codes[place])):
            start = time.perf_counter()
            find_matter(code=code, pin="not the pin", at=when)
            times.append((time.perf_counter() - start) * 1000)
    return LookUpTimes(unknown_ms=statistics.median(unknown), wrong_pin_ms=statistics.median(wrong))


def main() -> int:
    """Print the medians of this installation's database."""
    codes: list[str] = []
    for agency in Agency.objects.receiving()[:_AGENCIES]:
        with serving(service_actor(agency=agency)):
            codes += Submission.objects.values_list("code", flat=True)[: _CODES - len(codes)]
        if len(codes) >= _CODES:
            break
    if not codes:
        print("Chưa có đơn nào để đo.")
        return 1
    found = measure_look_up(codes=codes, at=clock.now())
    print(
        f"mã không có: {found.unknown_ms:.3f} ms; đúng mã sai PIN: {found.wrong_pin_ms:.3f} ms; tỷ số {found.ratio:.3f}"
    )
    return 0

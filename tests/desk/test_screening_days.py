"""Days that cannot be are named at their field when a submission is screened."""

from __future__ import annotations

import pytest

from tests.cases.build import submission
from tests.factories import moment
from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.desk.forms.processing import ScreeningForm
from tiepdan.matters.rules import MatterKind

TODAY = moment("2026-07-14").date()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "made, known, wrong",
    [
        ("2026-07-01", "2026-07-02", []),
        ("2026-07-01", "2026-07-01", []),
        ("2026-07-15", "", ["attacked_on"]),
        ("", "2026-07-15", ["attacked_known_on"]),
        ("2026-07-10", "2020-01-02", ["attacked_known_on"]),
    ],
)
def test_impossible_days_are_refused_at_their_field(made: str, known: str, wrong: list[str]) -> None:
    cast = make_cast()
    brought = submission(cast)
    with acting(cast.processor):
        form = ScreeningForm(
            {"attacked_on": made, "attacked_known_on": known}, submission=brought, kind=MatterKind.COMPLAINT,
            anonymous=False, today=TODAY,
        )  # fmt: skip
        assert [name for name in form.errors if name.startswith("attacked_")] == wrong

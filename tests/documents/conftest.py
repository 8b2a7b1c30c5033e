"""The forms as they stand, and a letterhead to print them on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tiepdan.documents.rendering.compose import Letterhead
from tiepdan.documents.rendering.forms import FormBook
from tiepdan.documents.rendering.loading import load_forms

FORMS = Path(__file__).resolve().parents[2] / "rules" / "forms"


@pytest.fixture(scope="session")
def book() -> FormBook:
    return load_forms(FORMS)


@pytest.fixture(scope="session")
def letterhead() -> Letterhead:
    return Letterhead(
        parent_agency="Ủy ban nhân dân tỉnh Lâm Sơn",
        agency="Ủy ban nhân dân xã Hòa Bình",
        place="Hòa Bình",
        number=7,
        symbol="TB-UBND",
        dated_on=date(2026, 7, 3),
        signer_authority="KT. CHỦ TỊCH",
        signer_title="Phó Chủ tịch",
        signer_name="Nguyễn Thị Phượng",
    )

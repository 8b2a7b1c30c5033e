"""Whoever asks for an agency that has ended is told who followed it; drafts of the registry and strangers stay unknown."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from tests import factories
from tests.people import Cast, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Role
from tiepdan.agencies.actions import record_succession
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, SuccessionKind
from tiepdan.infra import clock

pytestmark = pytest.mark.django_db
ENDED = date(2025, 7, 1)


def ended_district(cast: Cast, *, on: date = ENDED) -> Agency:
    """A district that two communes follow."""
    district = factories.agency(
        "UBND huyện Đầm Sen", kind=AgencyKind.DISTRICT_COMMITTEE, level=AgencyLevel.DISTRICT, parent=cast.province
    )
    keeper = factories.post(Role.ADMINISTRATOR, cast.province, name="Ông Quản Trị Tỉnh")
    with acting(keeper):
        for heir, share in ((cast.commune, ""), (cast.neighbour, "Nửa phía Đông")):
            record_succession(
                predecessor_id=district.pk, successor_id=heir.pk, kind=SuccessionKind.SPLIT, on=on, share=share,
                decision="Nghị quyết 12", by=keeper, at=clock.now(),
            )  # fmt: skip
    district.ends_before = on
    district.save()
    return district


@pytest.mark.parametrize(
    "page", ["/lich-tiep/{}/", "/thong-tin/{}/", "/hen/{}/", "/man-hinh/{}/", "/gui-don/khieu-nai/{}/"]
)
def test_each_page_of_an_ended_agency_says_who_followed_it(page: str) -> None:
    cast = make_cast()
    answer = Client().get(page.format(ended_district(cast).code))
    text = answer.content.decode()
    assert answer.status_code == 410
    assert "UBND huyện Đầm Sen đã kết thúc hoạt động" in text
    assert "01/07/2025" in text
    assert f"/lich-tiep/{cast.commune.code}/" in text
    assert "Nửa phía Đông" in text
    assert Client().get(page.format("khong-co")).status_code == 404


def test_nothing_can_be_sent_or_booked_there() -> None:
    code = ended_district(make_cast()).code
    for page in (f"/hen/{code}/", f"/gui-don/khieu-nai/{code}/", f"/gui-don/khieu-nai/{code}/don-de-ky/"):
        assert Client().post(page, {}).status_code == 410


def test_the_old_name_leads_on_from_the_search() -> None:
    cast = make_cast()
    code = ended_district(cast).code
    for page in ("/lich-tiep/?q=huyen dam sen", "/gui-don/khieu-nai/?q=huyen dam sen"):
        text = Client().get(page).content.decode()
        assert f'href="/lich-tiep/{code}/"' in text
        assert "Xem cơ quan tiếp nhận" in text
    assert code not in Client().get("/lich-tiep/?q=khong co").content.decode()


def test_one_that_ends_later_still_receives_and_one_without_heirs_says_so() -> None:
    cast = make_cast()
    later = ended_district(cast, on=clock.today() + timedelta(days=9))
    assert Client().get(f"/lich-tiep/{later.code}/").status_code == 200
    alone = factories.agency("Trạm cũ", kind=AgencyKind.PUBLIC_SERVICE_UNIT, parent=cast.province)
    alone.ends_before = ENDED
    alone.save()
    assert "Chưa ghi cơ quan nào tiếp nhận" in Client().get(f"/lich-tiep/{alone.code}/").content.decode()

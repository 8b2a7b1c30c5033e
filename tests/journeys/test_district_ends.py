"""The end of a district replayed: prepared by an administrator, approved by its head, its matters found at the communes."""

from __future__ import annotations

import pytest

from tests.journeys.officers import Office
from tests.succession.build import AT, Reform, accused, brought, make_reform
from tiepdan.accounts.acting import acting
from tiepdan.matters.models import Handover

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Office:
    """The desks, on a day in July 2026."""
    found = Office(monkeypatch)
    found.on("2026-07-14")
    return found


def form(reform: Reform, **changes: str) -> dict[str, str]:
    """What the administrator of the province types."""
    return {
        "kind": "split", "template": "district_end", "effect_on": "2025-07-01", "main": str(reform.cast.commune.pk),
        "main_text": reform.cast.commune.name, "others": "UBND xã Hoa Súng | nửa phía Đông\n",
        "decision": "Nghị quyết 12/NQ-HĐND ngày 20/06/2025", **changes,
    }  # fmt: skip


def test_a_districts_end_is_replayed_and_its_matters_are_found_at_the_communes(office: Office) -> None:
    reform = make_reform()
    cast = reform.cast
    east = brought(reform, "Khiếu nại việc thu hồi ao cá ở phường Hoa Sen.")
    west = brought(reform, "Khiếu nại việc cấp sai thửa ruộng ở xã Hoa Súng.")
    sealed = accused(reform, "Ông Phạm Văn Bê nhận tiền khi cấp phép ở xã Hoa Súng.")
    page = f"quan-tri/co-quan/{reform.district.pk}/ban-giao/"
    assert "không thấy nội dung" in office.see(reform.administrator, page)
    wrong = office.send(reform.administrator, page, form(reform, others="UBND xã Không Có"), status=422)
    assert "Không có đúng một cơ quan đang hoạt động tên là: UBND xã Không Có" in wrong
    late = office.send(reform.administrator, page, form(reform, effect_on="2025-08-01"), status=422)
    assert "01/07/2025" in late
    office.send(reform.administrator, page, form(reform))
    with acting(reform.administrator):
        handover = Handover.objects.get()
    own = f"ban-giao/{handover.pk}/"
    shown = office.see(reform.administrator, own)
    assert east.code not in shown
    assert "ao cá" not in shown
    waiting = office.see(reform.head, "hop-tin/")
    assert "Có bàn giao giữa các cơ quan chờ duyệt" in waiting
    shown = office.see(reform.head, own)
    assert east.code in shown
    assert west.code in shown
    assert "Nơi được nêu trong đơn" in shown
    assert sealed.code in shown
    assert "Phạm Văn Bê" not in shown
    told = office.send(reform.head, f"{own}duyet/", {}, status=200)
    assert "Đã bàn giao" in told
    assert "3 việc đang mở đã chuyển" in told
    assert cast.neighbour.name in told

    assert east.code in office.see(cast.clerk, "tim/?q=1/2025")
    assert east.code in office.see(cast.clerk, "tim/?q=huyen+dam+sen")
    assert office.see(cast.clerk, f"don/{east.code}/")
    assert west.code in office.see(cast.outsider_clerk, "tim/?q=2/2025")
    office.see(cast.outsider_clerk, f"don/{east.code}/", status=404)
    assert sealed.code in office.see(cast.outsider, own)
    assert "trước đây: UBND huyện Đầm Sen" in office.see(cast.clerk, "co-quan/tim/?q=huyện đầm sen")
    book = office.see(cast.clerk, f"ban-giao/so-cu/{reform.district.pk}/")
    assert east.code in book
    assert west.code not in book
    assert "Phạm Văn Bê" not in book
    office.see(cast.department_processor, f"ban-giao/so-cu/{reform.district.pk}/", status=404)
    figures = office.see(cast.head, "ban-giao/so-lieu/?tu=2025-01-01&den=2025-12-31")
    assert "Nhận bàn giao" in figures
    assert reform.district.name in figures
    office.see(cast.department_head, own, status=404)
    assert AT.date().isoformat() == "2026-07-14"

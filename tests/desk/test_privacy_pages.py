"""Pages of personal data: registers, notice at intake, destruction."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.desk.test_paper_pages import page, post
from tests.people import make_cast
from tests.privacy.test_destruction import filed
from tiepdan.accounts.acting import acting
from tiepdan.infra import clock
from tiepdan.privacy.models import Breach, DataRequest

pytestmark = pytest.mark.django_db


def test_a_request_goes_over_the_pages() -> None:
    cast, today = make_cast(), clock.today()
    assert "Chưa có yêu cầu nào" in page(cast.clerk, "du-lieu-ca-nhan/")
    asked = {"kind": "view", "name": "Nguyễn Văn An", "about": "Xem đơn đã gửi", "received_on": f"{today}"}
    post(cast.clerk, "du-lieu-ca-nhan/", {**asked, "name": ""}, status=422)
    post(cast.clerk, "du-lieu-ca-nhan/", {**asked, "received_on": "2099-01-01"}, status=409)
    post(cast.clerk, "du-lieu-ca-nhan/", asked)
    with acting(cast.clerk):
        number = DataRequest.objects.get().pk
    assert "Nguyễn Văn An" not in page(cast.clerk, f"du-lieu-ca-nhan/{number}/")
    assert "Nguyễn Văn An" in post(cast.clerk, f"du-lieu-ca-nhan/{number}/", {"show": "1"}, status=200)
    post(cast.clerk, f"du-lieu-ca-nhan/{number}/", {"acknowledge": "1"})
    post(cast.clerk, f"du-lieu-ca-nhan/{number}/", {"extend": "1", "reason": "Phải tìm"})
    post(cast.clerk, f"du-lieu-ca-nhan/{number}/", {"done": "0", "outcome": "Không xem được", "ground": ""}, status=409)
    post(cast.clerk, f"du-lieu-ca-nhan/{number}/", {"done": "1", "outcome": "Đã cho xem"})
    assert "Đã thực hiện" in page(cast.clerk, "du-lieu-ca-nhan/")
    page(cast.outsider_clerk, f"du-lieu-ca-nhan/{number}/", 404)
    page(cast.handler, "du-lieu-ca-nhan/", 404)


def test_a_breach_goes_over_the_page() -> None:
    cast, now = make_cast(), clock.now()
    assert "Chưa có vi phạm nào" in page(cast.head, "du-lieu-ca-nhan/vi-pham/")
    post(cast.head, "du-lieu-ca-nhan/vi-pham/", {"discovered_at": ""}, status=422)
    told = {"discovered_at": f"{now:%Y-%m-%dT00:00}", "what": "Mất máy tính xách tay", "harm_possible": "on"}
    post(cast.head, "du-lieu-ca-nhan/vi-pham/", told)
    with acting(cast.head):
        number = Breach.objects.get().pk
    post(cast.head, f"du-lieu-ca-nhan/vi-pham/{number}/dong/", {"measures": "Khóa máy"}, status=409)
    post(cast.outsider, f"du-lieu-ca-nhan/vi-pham/{number}/dong/", {"measures": "Khóa máy"}, status=404)
    post(cast.head, f"du-lieu-ca-nhan/vi-pham/{number}/thong-bao/", {"to": "Công an tỉnh"})
    post(cast.head, f"du-lieu-ca-nhan/vi-pham/{number}/dong/", {"measures": "Khóa máy"})
    assert "Đã xử lý" in page(cast.head, "du-lieu-ca-nhan/vi-pham/")
    page(cast.clerk, "du-lieu-ca-nhan/vi-pham/", 404)


def test_a_head_destroys_over_the_page() -> None:
    cast = make_cast()
    submission = filed(cast)
    assert submission.code in page(cast.head, "du-lieu-ca-nhan/luu-giu/")
    where = f"du-lieu-ca-nhan/tieu-huy/{submission.code}/"
    page(cast.head, where)
    page(cast.deputy, where, 404)
    page(cast.outsider, where, 404)
    post(cast.head, where, {"decision": "12/QĐ-UBND", "reason": "Hết hạn"}, status=422)
    post(cast.head, where, {"decision": "12/QĐ-UBND", "reason": "Hết hạn", "sure": "on"})
    assert "12/QĐ-UBND" in page(cast.head, "du-lieu-ca-nhan/luu-giu/")
    assert "zucchini" not in page(cast.head, f"don/{submission.code}/")


def test_the_notice_stands_where_people_are_received() -> None:
    cast = make_cast()
    for path in ("tiep-dan/moi/", "don/moi/"):
        assert "phiên bản 2026-1" in page(cast.clerk, path)
    answer = Client().get(f"/gui-don/khieu-nai/{cast.commune.code}/")
    assert answer.status_code != 200 or "phiên bản 2026-1" in answer.content.decode()

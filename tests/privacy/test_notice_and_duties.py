"""The privacy notice is shown where somebody submits and its version is kept; clocks of requests stand in "Việc của tôi"."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.factories import moment
from tests.people import client_of, make_cast
from tests.portal.web import send
from tiepdan.accounts.acting import acting
from tiepdan.infra import clock
from tiepdan.privacy.actions import acknowledge_request, notify_breach, receive_request, record_breach
from tiepdan.privacy.rules import privacy_book
from tiepdan.reception.models import Reception
from tiepdan.submissions.models import AttachmentRole, Submission

pytestmark = pytest.mark.django_db
MINE = "/ban-lam-viec/"
NOW = moment("2026-07-14")


def test_the_desk_shows_the_notice_and_keeps_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    cast = make_cast()
    client, new = client_of(cast.clerk), "/ban-lam-viec/tiep-dan/moi/"
    notice = privacy_book().notice(on=NOW.date())
    assert notice is not None
    assert notice.paragraphs[0] in client.get(new).content.decode()
    typed = {
        "name": "Nguyễn Văn An", "purpose": "complaint", "outcome": "accept", "people": "1", "content": "Khiếu nại về đất",
        "has_paper": "on", "items": "Đơn",
    }  # fmt: skip
    assert client.post(new, typed).status_code == 302
    with acting(cast.clerk):
        made, line = Submission.objects.get(), Reception.objects.get()
    assert (made.notice_version, line.notice_version) == (notice.version, notice.version)
    assert f"phiên bản {notice.version}" in client.get(f"/ban-lam-viec/don/{made.code}/").content.decode()


def test_the_portal_shows_the_notice_and_keeps_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NOW)
    cast = make_cast()
    address = f"/gui-don/khieu-nai/{cast.commune.code}/"
    client = Client()
    page = client.get(address).content.decode()
    notice = privacy_book().notice(on=NOW.date())
    assert notice is not None
    assert f"phiên bản {notice.version}" in page
    assert notice.paragraphs[0] in page
    send(client, cast.commune)
    with acting(cast.clerk):
        assert Submission.objects.get().notice_version == notice.version


def test_no_picture_of_a_card_is_a_kind_of_file() -> None:
    assert not [role for role in AttachmentRole if "card" in role.value or "identity" in role.value]


def test_clocks_of_requests_and_breaches_stand_in_my_work(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    with acting(cast.clerk):
        asked = receive_request(
            kind="view",
            name="Trần Thị Bưởi",
            contact="",
            about="Xem dữ liệu",
            received_on=date(2026, 7, 14),
            by=cast.clerk,
            at=NOW,
        )
    with acting(cast.head):
        breach = record_breach(discovered_at=NOW, what="Gửi nhầm tệp", harm_possible=True, by=cast.head, at=NOW)
    monkeypatch.setattr(clock, "now", lambda: moment("2026-07-15"))
    page = client_of(cast.head).get(MINE).content.decode()
    assert "xác nhận với người yêu cầu" in page
    assert "trước 09:00 17/07/2026 (72 giờ)" in page
    assert "Bưởi" not in page
    assert (
        "Vi phạm dữ liệu" not in client_of(cast.clerk).get(MINE).content.decode()
    )  # the register of breaches is not hers
    monkeypatch.setattr(clock, "now", lambda: moment("2026-07-18"))
    assert "Quá hạn" in client_of(cast.head).get(MINE).content.decode()
    with acting(cast.head):
        notify_breach(breach_id=breach.pk, to="Cục A05", late_reason="Chậm", by=cast.head, at=moment("2026-07-18"))
        acknowledge_request(request_id=asked.pk, by=cast.head, at=moment("2026-07-18"))
    page = client_of(cast.head).get(MINE).content.decode()
    assert "thực hiện yêu cầu" in page
    assert "72 giờ" not in page
    assert "du-lieu-ca-nhan" not in client_of(cast.outsider).get(MINE).content.decode().split("<main", 1)[1]

"""A citizen complains on the web, signs, the office decides, the citizen reads the answer by code."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.cases.build import Walk
from tests.factories import moment
from tests.people import make_cast
from tests.portal.web import follow, send
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.cases import actions
from tiepdan.cases.models import Case
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db


def test_from_the_web_to_the_decision_read_by_code(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def today(day: str) -> datetime:
        monkeypatch.setattr(clock, "now", lambda: moment(day))
        monkeypatch.setattr(clock, "today", lambda: moment(day).date())
        return moment(day)

    cast = make_cast()
    citizen, office = client, Client()

    today("2026-07-14")
    sent = send(citizen, cast.commune, people="7")
    page = follow(citizen, sent)
    assert "Chưa đủ chữ ký của nhóm" in page
    assert "23/07/2026" in page  # KN-3b: 7 working days after Tuesday 14/07, the clock runs unsigned (trap 14)

    # Without all signatures a group cannot be accepted (PA-8); the citizen sends the signed page, the officer sees it.
    at = today("2026-07-15")
    with acting(cast.head):
        submission_id = Submission.objects.get(code=sent.code).pk
    with acting(cast.head), pytest.raises(ActionRefused, match="group_signatures_missing"):
        actions.accept_submission(
            submission_id=submission_id,
            leader_id=cast.deputy.user_id,
            handler_id=cast.handler.user_id,
            by=cast.head,
            at=at,
        )
    follow(citizen, sent)
    answer = citizen.post("/tra-cuu/don/giay-to/", {"role": "signed_page", "attachments": [_signed_page()]})
    assert answer.status_code == 302
    office.force_login(User.objects.get(pk=cast.clerk.user_id))
    desk = f"/ban-lam-viec/don/{sent.code}/chu-ky/"
    assert office.get(desk).status_code == 200
    assert office.post(desk, {}).status_code == 422
    assert office.post(desk, {"signing": "signed", "all_signed": "on"}).status_code == 302
    assert "Chưa có chữ ký" not in citizen.get("/tra-cuu/don/").content.decode()

    at = today("2026-07-20")
    with acting(cast.head):
        case = actions.accept_submission(
            submission_id=submission_id,
            leader_id=cast.deputy.user_id,
            handler_id=cast.handler.user_id,
            by=cast.head,
            at=at,
        )
    page = follow(citizen, sent)
    assert "có quyết định giải quyết khiếu nại" in page
    assert "19/08/2026" in page  # KN-5: 30 days after 20/07
    assert "Đỗ Thị Lý" in page  # who settles it

    walk = (
        Walk(cast, case, at)
        .recheck()
        .on("2026-07-22")
        .verify()
        .on("2026-07-30")
        .meet()
        .on("2026-08-03")
        .report(differs=False)
    )
    walk.on("2026-08-10").decide().send()
    today("2026-08-12")
    page = follow(citizen, sent)
    assert "Quyết định" in page
    paper = page.split("/tra-cuu/don/van-ban/")[1].split("/")[0]
    assert citizen.get(f"/tra-cuu/don/van-ban/{paper}/").content.startswith(b"%PDF")
    delivery = page.split("/tra-cuu/don/da-nhan/")[1].split("/")[0]
    assert citizen.post(f"/tra-cuu/don/da-nhan/{delivery}/", {"received_on": "12/08/2026"}).status_code == 302
    with acting(cast.head):
        found = Case.objects.get(pk=case.pk)
    assert found.delivered_on == moment("2026-08-12").date()
    assert {"KN-2", "KN-18"} <= set(found.windows)  # the second complaint's time runs from the proven receipt


def test_an_outsider_finds_no_signature_page(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    office = Client()
    office.force_login(User.objects.get(pk=cast.outsider.user_id))
    assert office.get(f"/ban-lam-viec/don/{sent.code}/chu-ky/").status_code == 404


def _signed_page() -> SimpleUploadedFile:
    data = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(data, "PNG")
    return SimpleUploadedFile("da-ky.png", data.getvalue(), "image/png")

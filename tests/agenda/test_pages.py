"""Pages of the calendar: for the office, oversight, everybody; empty, with errors, for the outsider."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from tests.people import client_of, make_cast
from tiepdan.accounts.acting import acting
from tiepdan.agenda.models import FollowUp, ReceptionSession, SessionVisit
from tiepdan.infra import clock
from tiepdan.reception.models import Reception

pytestmark = pytest.mark.django_db
PAGES = "/ban-lam-viec/lich-tiep/"
NEW = {
    "chair": "head", "chair_name": "Trần Văn Trưởng", "chair_title": "Chủ tịch", "kind": "periodic", "starts_at": "08:00",
    "ends_at": "11:00", "place": "Số 1 đường Hoa Sen", "mode": "in_person", "focus": "Đất đai", "participants": "Phòng Kinh tế",
}  # fmt: skip
VISIT = {
    "purpose": "complaint", "name": "Nguyễn Văn Thử", "content": "Đề nghị xem lại việc bồi thường", "people": "1",
    "outcome": "accept", "has_paper": "on", "address": "Số 7",
}  # fmt: skip


def plan(client: Client, on: date, **changes: str) -> str:
    """Plan a session on the page; return its address."""
    answer = client.post(f"{PAGES}buoi-moi/", {**NEW, "on": on.isoformat(), **changes})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def test_empty_pages_say_what_to_do() -> None:
    cast = make_cast()
    client = client_of(cast.clerk)
    text = client.get(PAGES).content.decode()
    assert "Lập lịch cả năm" in text
    assert "Ít nhất 02 ngày một tháng" in text
    assert "Chưa có buổi tiếp nào trong tháng" in client.get(f"{PAGES}2026-07/").content.decode()
    assert "Chưa cơ quan nào có lịch" in client_of(cast.overseer).get(f"{PAGES}cap-duoi/").content.decode()
    assert client_of(cast.clerk).get(f"{PAGES}cap-duoi/").status_code == 404
    assert client_of(cast.administrator).get(PAGES).status_code == 404
    assert client.get(f"{PAGES}2026-13/").status_code == 404


def test_a_session_from_plan_to_portal() -> None:
    cast = make_cast()
    client, today = client_of(cast.clerk), clock.today()
    on = today + timedelta(days=30)
    while on.weekday() > 4:
        on += timedelta(days=1)
    page = plan(client, on)
    assert "Chưa thông báo" in client.get(page).content.decode()
    portal = f"/lich-tiep/{cast.commune.code}/"
    assert "Chưa có buổi tiếp nào được thông báo" in Client().get(portal).content.decode()
    assert client.post(f"{page}thong-bao/").status_code == 302
    text = Client().get(portal).content.decode()
    assert "Trần Văn Trưởng, Chủ tịch" in text
    assert "Đất đai" in text
    assert (
        client.post(f"{page}doi/", {"to_on": on, "starts_at": "09:00", "ends_at": "10:00", "reason": ""}).status_code
        == 422
    )
    moved = {
        "to_on": (on + timedelta(days=1)).isoformat(),
        "starts_at": "09:00",
        "ends_at": "10:00",
        "reason": "Họp tỉnh",
    }
    assert client.post(f"{page}doi/", moved).status_code == 302
    assert "Lý do: Họp tỉnh" in Client().get(portal).content.decode()
    refusal = client.post(f"{page}da-tiep/", {"note_taker": "Lê"})
    assert refusal.status_code == 409
    assert "Chưa đến ngày tiếp" in refusal.content.decode()
    month = f"{PAGES}{on.year}-{on.month:02d}/"
    assert client.get(month).status_code == 200
    assert client.get(f"{month}lich.pdf").content.startswith(b"%PDF")
    assert client.get(f"{month}lich.docx").content.startswith(b"PK")
    assert "Chủ tịch tiếp" in client_of(cast.head).get(page).content.decode()
    assert client_of(cast.outsider).get(page).status_code == 404
    assert client_of(cast.outsider).post(f"{page}thong-bao/").status_code == 404
    assert client.get(f"{PAGES}khong-co/").status_code == 404
    assert client.post(f"{page}khong-co/").status_code == 404
    assert Client().get("/lich-tiep/").status_code == 200
    assert "UBND phường Hoa Sen" in Client().get("/lich-tiep/?q=hoa sen").content.decode()
    assert Client().get("/lich-tiep/khong-co/").status_code == 404


def test_a_year_is_planned_on_a_page() -> None:
    cast = make_cast()
    client, year = client_of(cast.records), clock.today().year + 1
    values = {**NEW, "year": str(year), "from_month": "1", "to_month": "12", "days": "10, 25"}
    assert "1 đến 31" in client.post(f"{PAGES}lap-nam/", {**values, "days": "x"}).content.decode()
    assert client.post(f"{PAGES}lap-nam/", {**values, "days": ""}).status_code == 409
    answer = client.post(f"{PAGES}lap-nam/", values, follow=True)
    assert answer.content.decode().count("Lịch đủ ngày") == 12
    assert client.post(f"{PAGES}lap-nam/", values).status_code == 409


def test_the_day_itself_with_visits_directions_notice() -> None:
    cast = make_cast()
    client, head, today = client_of(cast.clerk), client_of(cast.head), clock.today()
    page = plan(client, today, kind="extraordinary", trigger="heated")
    code = page.rstrip("/").rsplit("/", 1)[-1]
    assert "Trong buổi tiếp của thủ trưởng" in client.get(f"/ban-lam-viec/tiep-dan/moi/?buoi={code}").content.decode()
    assert client.get("/ban-lam-viec/tiep-dan/moi/?buoi=khong-co").status_code == 404
    answer = client.post(
        "/ban-lam-viec/tiep-dan/moi/", {**VISIT, "buoi": code, "kind": "extraordinary", "received_by_role": "head"}
    )
    assert answer.status_code == 302, answer.content.decode()
    assert client.post(f"{page}da-tiep/", {"note_taker": "Lê Thị Tiếp"}).status_code == 302
    with acting(cast.clerk):
        visit = Reception.objects.get()
        assert SessionVisit.objects.get().visit_id == visit.pk
        assert visit.kind == "extraordinary"
    work = {"visit": str(visit.pk), "kind": "conclusion", "content": "Trả lời công dân", "body": "Phòng Kinh tế",
            "contact": "Bà Lê", "due_on": (today + timedelta(days=10)).isoformat()}  # fmt: skip
    assert client.post(f"{page}viec/", {**work, "body": ""}).status_code == 422
    assert client.post(f"{page}viec/", work).status_code == 302
    assert client.post(f"{page}ket-luan/").status_code == 409  # the head concludes
    assert "Ban hành thông báo kết luận" in head.get(page).content.decode()
    assert head.post(f"{page}ket-luan/").status_code == 302
    assert "Thông báo kết luận" in client.get(page).content.decode()
    assert "Trả lời công dân" in client.get(PAGES).content.decode()
    with acting(cast.clerk):
        row = FollowUp.objects.get()
    done = {f"v{row.pk}-done_on": today.isoformat(), f"v{row.pk}-result": "Đã trả lời"}
    assert client.post(f"{page}viec/{row.pk}/", {**done, f"v{row.pk}-result": ""}).status_code == 422
    assert client.post(f"{page}viec/{row.pk}/", done).status_code == 302
    assert client.post(f"{page}viec/{row.pk}/", done).status_code == 409
    assert client.post(f"{page}viec/0/", done).status_code == 404
    with acting(cast.clerk):
        assert ReceptionSession.objects.get().conclusion_id is not None

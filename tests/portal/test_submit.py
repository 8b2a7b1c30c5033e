"""Submitting on the web: stored once, with code and PIN, and nothing more shown than must be."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries, Settings

from tests import factories
from tests.people import make_cast
from tests.portal.web import ADDRESS, CONTENT, NAME, NUMBER, PHONE, filled, send
from tiepdan.accounts.acting import acting
from tiepdan.agencies.rules import AgencyKind
from tiepdan.audit.models import Entry
from tiepdan.matters.models import Clock, Notice, Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.models import Attachment, Party, Submission
from tiepdan.submissions.rules import PartyRole, Signing

pytestmark = pytest.mark.django_db


def test_a_complaint_gets_code_pin_clock_and_the_desk_is_told(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    assert "Chưa có chữ ký" in sent.page
    with acting(cast.clerk):
        stored = Submission.objects.get(code=sent.code)
        assert (stored.kind, stored.signing, stored.source) == (MatterKind.COMPLAINT, Signing.MISSING, "online")
        assert stored.attacked_number == "15/QĐ-UBND"
        assert Party.objects.get().name == NAME
        assert Clock.objects.filter(rule_id="KN-3b").exists()  # the clock runs though the paper is unsigned (trap 14)
        assert Participation.objects.get(code=sent.code).register_number is None
        assert Notice.objects.get().kind == "submitted_online"
        assert Entry.objects.get(act="submission.received").actor_role == "citizen"


def test_the_same_form_sent_twice_is_stored_once_and_shows_the_same_codes(client: Client) -> None:
    cast = make_cast()
    first, again = send(client, cast.commune), send(client, cast.commune)
    assert (first.code, first.pin) == (again.code, again.pin)
    with acting(cast.clerk):
        assert Submission.objects.count() == 1
        assert Notice.objects.count() == 1


@pytest.mark.parametrize("kind, stored", [("kien-nghi", "petition"), ("phan-anh", "feedback"), ("chua-ro", "")])
def test_other_kinds_are_stored_by_their_mark(client: Client, kind: str, stored: str) -> None:
    cast = make_cast()
    sent = send(client, cast.commune, kind)
    with acting(cast.clerk):
        assert Submission.objects.get(code=sent.code).petition_mark == stored


def test_a_group_names_its_representatives(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune, people="7", more1_name="Trần Văn Sáu", more1_address="Số 20")
    assert "Chưa có chữ ký của cả nhóm" in sent.page
    with acting(cast.clerk):
        assert list(Party.objects.order_by("pk").values_list("role", flat=True)) == [PartyRole.REPRESENTATIVE] * 2
        assert Submission.objects.get().people == 7


def test_too_many_representatives_are_refused_in_plain_words_and_nothing_is_stored(client: Client) -> None:
    cast = make_cast()
    names = {f"more{place}_name": f"Người {place}" for place in range(1, 4)}
    response = client.post(f"/gui-don/khieu-nai/{cast.commune.code}/", filled(people="7", **names))
    assert response.status_code == 409  # LI-13: two at most for seven people
    assert "nhiều nhất năm" in response.content.decode()
    assert CONTENT in response.content.decode()  # nothing typed is lost
    with acting(cast.clerk):
        assert not Submission.objects.exists()


@pytest.mark.parametrize("field", ["name", "address", "content", "demands", "respondent_name"])
def test_what_the_law_asks_of_a_complaint_is_asked(client: Client, field: str) -> None:  # PA-4
    cast = make_cast()
    response = client.post(f"/gui-don/khieu-nai/{cast.commune.code}/", filled(**{field: " "}))
    assert response.status_code == 422
    assert "Chưa ghi mục này." in response.content.decode()


@pytest.mark.parametrize("field", ["content", "demands", "earlier_handling"])
def test_a_text_too_long_is_an_error_at_its_field_and_is_never_cut(client: Client, field: str) -> None:
    cast = make_cast()
    address = f"/gui-don/khieu-nai/{cast.commune.code}/"
    long = "đất " * 15_000 + "hết."
    response = client.post(address, filled(**{field: long}))
    shown = response.content.decode()
    assert response.status_code == 422
    assert "Nhiều nhất 60.000 chữ" in shown
    assert long in shown  # nothing typed is lost
    box = client.get(address).content.decode().split(f'name="{field}"')[1].split(">")[0]
    assert "maxlength" not in box
    with acting(cast.clerk):
        assert not Submission.objects.exists()


def test_a_denunciation_needs_a_way_to_reach_its_author(client: Client) -> None:  # PA-5
    cast = make_cast()
    response = client.post(f"/gui-don/to-cao/{cast.commune.code}/", filled(phone="", email=""))
    assert response.status_code == 422


def test_files_are_stored_and_wrong_ones_stop_everything(client: Client) -> None:
    cast = make_cast()
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(picture, "PNG")
    file = SimpleUploadedFile("ảnh đất.png", picture.getvalue(), "image/png")
    sent = send(client, cast.commune, attachments=[file])
    with acting(cast.clerk):
        assert Attachment.objects.get(submission__code=sent.code).name == "ảnh đất.png"
    bad = SimpleUploadedFile("a.exe", b"MZ\x90\x00 not a picture", "image/png")
    response = client.post(f"/gui-don/khieu-nai/{cast.commune.code}/", filled(request_key="z" * 40, attachments=[bad]))
    assert response.status_code == 409
    with acting(cast.clerk):
        assert Submission.objects.count() == 1


def test_the_paper_to_sign_holds_what_was_typed_and_stores_nothing(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune, people="3")
    hidden = dict(re.findall(r'<input type="hidden" name="([a-z0-9_]+)" value="([^"]*)"', sent.page))
    assert hidden["code"] == sent.code
    response = client.post(f"/gui-don/khieu-nai/{cast.commune.code}/don-de-ky/", hidden)
    assert response.headers["Content-Type"] == "application/pdf"
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)
    for words in (NAME, NUMBER, sent.code, "ĐƠN KHIẾU NẠI", "đại diện"):  # form 01, and PA-9 for the group
        assert words in text, words


def test_pages_for_what_is_not_there(client: Client) -> None:
    cast = make_cast()
    for path in (
        "/gui-don/khac/",
        "/gui-don/khieu-nai/KHONG/",
        f"/gui-don/khac/{cast.commune.code}/",
        "/huong-dan/khac/",
    ):
        assert client.get(path).status_code == 404, path


def test_every_page_to_read_opens_without_many_queries(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast = make_cast()
    paths = [
        "/", "/gui-don/", "/gui-don/to-cao/", "/gui-don/khieu-nai/?q=hoa", f"/gui-don/to-cao/{cast.commune.code}/", "/tra-cuu/",
        "/co-quan/?q=hoa+sen", f"/co-quan/?tinh={cast.province.code}", "/huong-dan/khieu-nai/", "/huong-dan/to-cao/",
        "/huong-dan/kien-nghi-phan-anh/",
    ]  # fmt: skip
    for path in paths:
        with django_assert_max_num_queries(4):
            response = client.get(path)
        assert response.status_code == 200, path
        assert len(response.content) < 24_000, path  # small enough for a slow link
        assert b" style=" not in response.content


def test_agencies_are_found_without_diacritics(client: Client) -> None:
    cast = make_cast()
    page = client.get("/gui-don/khieu-nai/?q=phuong+hoa+sen").content.decode()
    assert cast.commune.code in page
    assert cast.neighbour.name not in page


def test_drafts_are_never_kept_of_a_denunciation(client: Client) -> None:
    cast = make_cast()
    assert b"data-draft=" in client.get(f"/gui-don/khieu-nai/{cast.commune.code}/").content
    page = client.get(f"/gui-don/to-cao/{cast.commune.code}/").content
    assert b"data-draft" not in page
    assert b"draft.js" not in page
    assert "niêm phong" in page.decode()


def test_submitting_is_throttled_by_address(client: Client, settings: Settings) -> None:
    settings.SUBMIT_PER_HOUR = 2
    cast = make_cast()
    send(client, cast.commune)
    send(client, cast.commune)
    response = client.post(f"/gui-don/khieu-nai/{cast.commune.code}/", filled())
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "3600"
    assert "Chờ một giờ" in response.content.decode()
    elsewhere = client.post(f"/gui-don/khieu-nai/{cast.commune.code}/", filled(), REMOTE_ADDR="203.0.113.9")
    assert elsewhere.status_code == 201


def test_a_denunciation_leaves_no_identity_in_any_table(client: Client) -> None:  # BV-1
    from django.db import connection

    cast = make_cast()
    sent = send(
        client, cast.commune, "to-cao", content=f"Tôi là {NAME}, {PHONE}. Ông Bê nhận tiền.", respondent_name="Ông Bê"
    )
    assert "Tải đơn để ký" in sent.page
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'django_%'"
        )
        tables = [row[0] for row in cursor.fetchall()]
        found = []
        with acting(cast.head):
            for table in tables:
                cursor.execute(f"SELECT t::text FROM {table} t")
                rows = " ".join(row[0] or "" for row in cursor.fetchall())
                found += [(table, piece) for piece in (NAME, ADDRESS, PHONE, NUMBER) if piece in rows]
    assert found == []


def test_a_form_corrected_after_going_back_is_another_submission(client: Client) -> None:
    cast = make_cast()
    first, again = send(client, cast.commune), send(client, cast.commune, content="Nội dung đã sửa sau khi quay lại")
    assert first.code != again.code
    with acting(cast.clerk):
        assert Submission.objects.count() == 2


def test_the_committee_stands_before_its_offices(client: Client) -> None:
    cast = make_cast()
    factories.agency("Ban quản lý phường Hoa Sen", kind=AgencyKind.COMMUNE_BODY, parent=cast.commune)
    page = client.get("/gui-don/khieu-nai/?q=hoa+sen").content.decode()
    assert page.index("UBND phường Hoa Sen") < page.index("Ban quản lý phường Hoa Sen")

"""The pages of plan reading over HTTP, with and without JavaScript."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.people import Cast, client_of, make_cast
from tests.plans_desk import build
from tests.plans_desk.build import PLAN, example, fresh, read, uploaded
from tiepdan.accounts.acting import acting
from tiepdan.audit.record import record
from tiepdan.desk.plan_shown import _pieces
from tiepdan.desk.refusals import SENTENCES
from tiepdan.documents.models import StoredFile
from tiepdan.plans import actions, jobs, sniffing
from tiepdan.plans.fields import Place
from tiepdan.plans.models import PlanDocument
from tiepdan.plans.rules import Stage

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


def at(name: str, *args: object) -> str:
    return reverse(f"desk:{name}", args=args)


def body(client: Client, url: str, status: int = 200, htmx: bool = False) -> str:
    answer = client.get(url, headers=HTMX if htmx else {})
    assert answer.status_code == status
    return answer.content.decode()


def send(client: Client, data: bytes, name: str) -> tuple[int, str, str]:
    answer = client.post(at("plan_upload"), {"file": SimpleUploadedFile(name, data)})
    return answer.status_code, answer.headers.get("Location", ""), answer.content.decode()


def test_from_upload_to_confirmation_without_javascript() -> None:
    cast = make_cast()
    client = client_of(cast.coordinator)
    assert "Chưa có kế hoạch nào" in body(client, at("plan_list"))
    status, location, _ = send(client, PLAN.encode(), "Kế hoạch 12.txt")
    assert status == 302
    with acting(cast.coordinator):
        plan = PlanDocument.objects.get()
    waiting = body(client, location)
    assert "Đang chờ đến lượt đọc" in waiting
    assert '<noscript><meta http-equiv="refresh"' in waiting
    jobs.read_plan(plan_id=plan.pk, agency_id=plan.agency_id)
    page = body(client, location)
    assert "Giao cho: Công an phường" in page
    unit = "assignments.0.tasks.1.deadline"
    correct = f"{at('plan_correct', plan.code)}?muc={unit}"
    form = lxml.html.fromstring(body(client, correct)).forms[-1]
    values = dict(form.form_values())
    assert values["truong-0"] == "20/08/2026"
    answer = client.post(correct, {**values, "truong-0": "25/8/2026", "viec": "luu"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{location}#u-assignments-0-tasks-1-deadline"
    page = body(client, location)
    assert "25/08/2026" in page
    assert "Đã sửa" in page
    assert client.post(at("plan_confirm", plan.code)).status_code == 302
    page = body(client, location)
    assert "Đã xác nhận" in page
    assert "unit-edit" not in page
    assert SENTENCES["plan_confirmed"] in body(client, correct, 409)
    assert "Đã xác nhận" in body(client, at("plan_list"))
    assert client.post(at("plan_reopen", plan.code)).status_code == 302
    assert fresh(cast.coordinator, plan).status == "read"


def test_every_item_leads_to_its_passage_and_back() -> None:
    cast = make_cast()
    plan = read(cast.coordinator, data=example("province").encode())
    page = lxml.html.fromstring(body(client_of(cast.coordinator), at("plan_read", plan.code)))
    paper = page.find_class("reading-paper")[0]
    assert paper.text_content() == plan.text
    ids = {element.get("id") for element in page.iter() if element.get("id")}
    links = page.find_class("unit-go")
    pieces = {piece.get("id"): piece for piece in page.find_class("piece") if piece.get("id")}
    assert len(links) > 60
    linked = 0
    for link in links:
        target = link.get("href").removeprefix("#")
        assert target in ids
        if target in pieces:
            linked += 1
            key = link.getparent().get("data-unit")
            assert key in pieces[target].get("data-in").split()
    assert linked > len(links) * 0.8
    for piece in pieces.values():
        assert piece.get("href").removeprefix("#") == piece.get("data-in").split()[0]
        assert piece.get("href").removeprefix("#") in ids


def test_doubtful_places_are_marked_by_word_and_icon_and_can_be_filtered() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    client = client_of(cast.coordinator)
    with acting(cast.coordinator):
        plan.places = {**plan.places, "document.issuer": [plan.places["document.issuer"][0], 0.5]}
        PlanDocument.objects.filter(pk=plan.pk).update(places=plan.places)
        record(act="plan.read", by=cast.coordinator, at=build.AT, subject=f"plan:{plan.pk}")
    only = f"{at('plan_read', plan.code)}?loc=chua-chac"
    tree = lxml.html.fromstring(body(client, only))
    units = [unit.get("data-unit") for unit in tree.find_class("unit")]
    assert units == ["u-document-issuer"]
    badge = tree.find_class("unit")[0].find_class("state")[0]
    assert badge.text_content().strip() == "Chưa chắc"
    assert badge.find_class("icon")
    assert tree.get_element_by_id("so-chua-chac").text_content().strip() == "1 chỗ chưa chắc"
    correct = f"{at('plan_correct', plan.code)}?muc=document.issuer"
    answer = client.post(correct, {"viec": "dung"}, headers=HTMX).content.decode()
    assert "Đã xem, đúng" in answer
    assert 'hx-swap-oob="true"' in answer
    assert "Không còn chỗ chưa chắc" in answer
    assert "Mọi chỗ máy đọc chưa chắc đã được xem lại" in body(client, only)


def test_htmx_gets_the_form_the_errors_and_the_unit_in_its_place() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    client = client_of(cast.coordinator)
    unit = "assignments.0.tasks.1.deadline"
    correct = f"{at('plan_correct', plan.code)}?muc={unit}"
    form = body(client, correct, htmx=True)
    assert "<html" not in form
    assert 'id="u-assignments-0-tasks-1-deadline"' in form
    wrong = client.post(correct, {"truong-0": "31/2/2026", "truong-1": "", "viec": "luu"}, headers=HTMX)
    assert wrong.status_code == 422
    assert "31/2/2026" in wrong.content.decode()
    assert "chưa đúng mẫu" in wrong.content.decode()
    back = body(client, f"{correct}&xem=1", htmx=True)
    assert "<form" not in back.partition("unit-end")[0]
    assert "20/08/2026" in back
    saved = client.post(correct, {"truong-0": "", "truong-1": "9/2026", "viec": "luu"}, headers=HTMX).content.decode()
    assert "09/2026" in saved
    assert "<s>20/08/2026</s>" in saved


def test_what_is_no_task_is_struck_out_and_can_come_back() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    client = client_of(cast.coordinator)
    correct = f"{at('plan_correct', plan.code)}?muc=assignments.1.tasks.0"
    assert "Không phải nhiệm vụ" in body(client, correct)
    client.post(correct, {"viec": "khong-phai"})
    assert "is-removed" in body(client, at("plan_read", plan.code))
    out = json.loads(body(client, at("plan_json", plan.code)))
    assert [row["agency"] for row in out["assignments"]] == ["Văn phòng HĐND và UBND phường"]
    client.post(correct, {"viec": "tra-lai"})
    assert "is-removed" not in body(client, at("plan_read", plan.code))


def test_a_task_that_was_not_seen_is_added_by_hand() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    client = client_of(cast.coordinator)
    url = at("plan_add_task", plan.code, 1)
    assert "Công an phường" in body(client, url)
    assert client.post(url, {"text": ""}).status_code == 422
    answer = client.post(url, {"text": "Bảo vệ nơi tiếp công dân."})
    assert answer.headers["Location"].endswith("#u-assignments-1-tasks-1")
    page = body(client, at("plan_read", plan.code))
    assert "Bảo vệ nơi tiếp công dân." in page
    assert "Thêm tay" in page
    assert body(client, at("plan_add_task", plan.code, 7), 404)


def test_export_is_the_corrected_reading_in_the_shape_of_the_command() -> None:
    cast = make_cast()
    plan = read(cast.coordinator, name="ke hoach.txt")
    answer = client_of(cast.coordinator).get(at("plan_json", plan.code))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="ke hoach.json"'
    out = json.loads(answer.content)
    assert set(plan.reading or {}) <= set(out)
    assert out["corrections"] == []
    assert out["source"]["characters"] == len(plan.text)
    original = client_of(cast.coordinator).get(at("plan_file", plan.code))
    assert original.content == PLAN.encode()
    assert original.headers["Content-Disposition"].startswith("attachment")


def test_progress_is_polled_and_gives_way_to_the_result() -> None:
    cast = make_cast()
    plan = uploaded(cast.coordinator)
    client, url = client_of(cast.coordinator), at("plan_read", plan.code)
    with acting(cast.coordinator):
        actions.tell_progress(plan_id=plan.pk, stage=Stage.SCANNING, done=2, total=5, at=build.AT)
    answer = client.get(url, headers=HTMX)
    part = answer.content.decode()
    assert "<html" not in part
    assert "trang 2/5" in part
    assert 'hx-trigger="every 1s"' in part
    assert "HX-Refresh" not in answer.headers
    jobs.read_plan(plan_id=plan.pk, agency_id=plan.agency_id)
    assert client.get(url, headers=HTMX).headers["HX-Refresh"] == "true"


def test_a_failed_reading_says_why_and_offers_the_next_step() -> None:
    cast = make_cast()
    plan = uploaded(cast.coordinator)
    with acting(cast.coordinator):
        actions.fail_reading(
            plan_id=plan.pk, why_code="ocr_failed", why="không nhận ra chữ nào.", by=cast.coordinator, at=build.AT
        )
    client = client_of(cast.coordinator)
    page = body(client, at("plan_read", plan.code))
    assert "Không nhận ra chữ nào." in page
    assert "Đọc lại" in page
    assert "Không đọc được" in body(client, at("plan_list"))
    assert client.get(at("plan_json", plan.code)).status_code == 404
    assert client.post(at("plan_read_again", plan.code)).status_code == 302
    assert "Đang chờ đến lượt đọc" in body(client, at("plan_read", plan.code))
    refused = client.post(at("plan_read_again", plan.code))
    assert refused.status_code == 409
    assert SENTENCES["plan_being_read"] in refused.content.decode()


def test_a_file_without_text_is_told_as_not_kept() -> None:
    cast = make_cast()
    plan = uploaded(cast.coordinator)
    with acting(cast.coordinator):
        actions.fail_reading(plan_id=plan.pk, why_code="no_text", why="không có chữ.", by=cast.coordinator, at=build.AT)
    client = client_of(cast.coordinator)
    page = body(client, at("plan_read", plan.code))
    assert "Tệp không được lưu" in page
    assert "Tải bản khác" in page
    assert "Đọc lại" not in page
    assert client.get(at("plan_file", plan.code)).status_code == 404
    refused = client.post(at("plan_read_again", plan.code))
    assert refused.status_code == 409
    assert SENTENCES["plan_file_not_kept"] in refused.content.decode()


@pytest.mark.parametrize(
    "data, name, status, words",
    [
        (b"", "a.txt", 422, "trống (0 byte)"),
        (b"\n \n", "a.txt", 409, "không có nội dung"),
        (build.locked_pdf(), "a.pdf", 409, "Bỏ mật khẩu của tệp"),
        (b"MZ\x90\x00" + bytes(range(256)), "a.exe", 409, "Chọn tệp DOCX"),
        (build.as_docx(PLAN)[:3000], "a.docx", 409, "hỏng"),
    ],
)
def test_a_bad_file_gets_a_clear_message_on_the_page(data: bytes, name: str, status: int, words: str) -> None:
    cast = make_cast()
    found, _, page = send(client_of(cast.coordinator), data, name)
    assert (found, words in page) == (status, True)
    assert not StoredFile.objects.exists()


def test_200_mb_are_turned_away_before_they_are_read(tmp_path: Path) -> None:
    cast = make_cast()
    large = tmp_path / "lớn.pdf"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with large.open("rb") as file:
        answer = client_of(cast.coordinator).post(at("plan_upload"), {"file": file})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "có 200 MB, lớn hơn mức nhận là 20 MB" in page
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize(
    "state, words",
    [
        (sniffing.Ocr.ABSENT, "sudo apt install tesseract-ocr tesseract-ocr-vie"),
        (sniffing.Ocr.NO_VIETNAMESE, "chưa có tiếng Việt"),
        (sniffing.Ocr.READY, "Đọc được bản quét"),
    ],
)
def test_the_upload_page_says_whether_scans_can_be_read(
    monkeypatch: pytest.MonkeyPatch, state: sniffing.Ocr, words: str
) -> None:
    cast = make_cast()
    monkeypatch.setattr("tiepdan.desk.views.plans.ocr", lambda: state)
    assert words in body(client_of(cast.coordinator), at("plan_upload"))


def test_another_agency_and_other_roles_get_what_does_not_exist() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    for stranger in (cast.outsider, cast.province_head):
        client = client_of(stranger)
        for name in ("plan_read", "plan_correct", "plan_file", "plan_json"):
            query = "?muc=document.title" if name == "plan_correct" else ""
            assert client.get(at(name, plan.code) + query).status_code == 404
        for name in ("plan_confirm", "plan_reopen", "plan_discard", "plan_read_again"):
            assert client.post(at(name, plan.code)).status_code == 404
        assert plan.summary["title"] not in body(client, at("plan_list"))
    for stranger in (cast.handler, cast.clerk, cast.overseer, cast.administrator):
        assert client_of(stranger).get(at("plan_list")).status_code == 404
        assert "Kế hoạch</span>" not in body(client_of(stranger), at("work_mine"))
    assert "Kế hoạch</span>" in body(client_of(cast.coordinator), at("work_mine"))
    assert Client().get(at("plan_list")).status_code == 302


def test_text_of_a_plan_is_text_not_markup() -> None:
    cast = make_cast()
    plan = read(cast.coordinator, data=PLAN.replace("Lễ hội", "<script>alert(1)</script>").encode())
    page = body(client_of(cast.coordinator), at("plan_read", plan.code))
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_discarding_asks_first_and_leads_back_to_the_list() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    client = client_of(cast.coordinator)
    assert "không lấy lại được" in body(client, at("plan_read", plan.code))
    assert client.get(at("plan_discard", plan.code)).status_code == 405
    answer = client.post(at("plan_discard", plan.code))
    assert answer.headers["Location"] == at("plan_list")
    assert client.get(at("plan_read", plan.code)).status_code == 404


def test_records_clerks_correct_but_do_not_confirm() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    client = client_of(cast.records)
    page = body(client, at("plan_read", plan.code))
    assert "Xác nhận nội dung" not in page
    assert "unit-edit" in page
    answer = client.post(at("plan_confirm", plan.code))
    assert answer.status_code == 409
    assert SENTENCES["plan_role_not_allowed"] in answer.content.decode()


def test_pages_ask_the_database_a_few_times_however_long_the_plan(django_assert_max_num_queries: object) -> None:
    cast: Cast = make_cast()
    plan = read(cast.coordinator, data=example("province").encode())
    client = client_of(cast.coordinator)
    for url in (at("plan_read", plan.code), at("plan_list"), at("plan_correct", plan.code) + "?muc=document.title"):
        with django_assert_max_num_queries(15):  # type: ignore[operator]
            client.get(url)


def test_the_text_begins_at_once_and_blank_lines_are_drawn_once() -> None:
    text = "\n\n \t\nKẾ HOẠCH\n\n \n\nI. NHIỆM VỤ\n"
    at_plan = text.index("KẾ")
    places = {"document.kind": Place(((at_plan, at_plan + 8),), 0.95)}
    drawn = [piece.text for piece in _pieces(text, places)]
    assert "".join(drawn) == "KẾ HOẠCH\n\nI. NHIỆM VỤ\n"

"""The notice of acceptance is drafted by an officer, returned once by the leader, approved and numbered; that opens the case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import looked_at
from tests.browser.look import DESK
from tests.browser.office import choose_person, open_dialog, person, press, receive, screen
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
CONTENT = (
    "Quyết định của phường buộc tôi lấp ao nuôi cá sau nhà với lý do chắn lối thoát nước chung, trong khi lối thoát nước "
    "chạy phía bên kia tường. Tôi khiếu nại, đề nghị xem lại thực địa và hủy quyết định."
)
WAY = {"trinh": "Trình soát", "soat": "Đã soát, trình duyệt", "duyet": "Duyệt", "so": "Cấp số và ban hành"}


def test_an_acceptance_is_drafted_returned_once_approved_and_opens_the_case_by_its_number(visit: Visit) -> None:
    today = clock.today()
    clerk, processor, head = (visit(DESK + "/", user=f"{who}.xa") for who in ("tiepdan", "xuly", "thutruong"))
    deputy, handler, records = (visit(DESK + "/", user=f"{who}.xa") for who in ("capho", "thuly", "vanthu"))
    code, _ = receive(
        clerk, name="Phạm Thị Ao Cá", purpose="complaint", content=CONTENT, number="034060007777",
        address="Tổ 2, phường Vũ Phúc", attacked_number="91/QĐ-UBND", attacked_on=f"{today - timedelta(12):%Y-%m-%d}",
        demands="Hủy quyết định 91.",
    )  # fmt: skip
    screen(processor, code, against_code="commune_chair", respondent_agency="UBND phường Vũ Phúc")

    # An officer drafts; only a leader would be offered to issue at once.
    processor.goto(f"{DESK}/vu-viec/mo/{code}/thu-ly/")
    expect(processor.get_by_role("button", name="Trực tiếp thụ lý, ban hành ngay")).to_have_count(0)
    choose_person(processor, "leader", person(deputy))
    choose_person(processor, "handler", person(handler))
    looked_at(processor, "du-thao-thu-ly-soan")
    press(processor, "Lưu dự thảo để trình duyệt")
    expect(processor.get_by_role("heading", name="Việc tiếp theo")).to_be_visible()
    paper = processor.url
    looked_at(processor, "du-thao-thu-ly")
    press(processor, WAY["trinh"])
    expect(processor.get_by_role("button", name=WAY["soat"])).to_have_count(0)  # nobody reviews what is one's own
    review(clerk, paper)

    # The leader returns it, saying what to mend.
    head.goto(f"{DESK}/phe-duyet/")
    expect(head.locator("main")).to_contain_text("Văn bản đã soát, chờ duyệt")
    looked_at(head, "phe-duyet-van-ban")
    head.goto(paper)
    open_dialog(head, "Trả lại")
    head.locator("#ly-do-tra").fill("Giao người khác phụ trách")
    press(head, "Trả lại người soạn")
    expect(head.locator("main")).to_contain_text("Giao người khác phụ trách")
    processor.goto(paper)
    looked_at(processor, "du-thao-thu-ly-tra-lai")
    processor.get_by_role("link", name="Sửa dự thảo").click()
    choose_person(processor, "leader", person(head))
    press(processor, "Lưu dự thảo")
    press(processor, WAY["trinh"])
    review(clerk, paper)

    head.goto(paper)
    press(head, WAY["duyet"])
    expect(head.locator("main")).to_contain_text("Đã duyệt, chờ số")
    looked_at(head, "du-thao-thu-ly-da-duyet")
    assert processor.goto(f"{DESK}/vu-viec/{code}/").status == 404  # type: ignore[union-attr] # no case before the number
    records.goto(paper)
    press(records, WAY["so"])
    expect(records.locator("main")).to_contain_text("Đã ban hành")

    handler.goto(f"{DESK}/vu-viec/{code}/")
    expect(handler.locator("main")).to_contain_text("Thông báo thụ lý giải quyết khiếu nại")
    expect(handler.locator("main")).to_contain_text(f"{today:%d/%m/%Y}")
    expect(handler.locator("main")).not_to_contain_text("không qua dự thảo")
    looked_at(handler, "vu-viec-thu-ly-tu-du-thao")


def review(reviewer: Page, paper: str) -> None:
    """Review a paper that somebody else wrote."""
    reviewer.goto(paper)
    press(reviewer, WAY["soat"])
    expect(reviewer.locator("main")).to_contain_text("Đã soát, chờ duyệt")

"""A denunciation was forwarded once. Who received it may not forward it again, and sees the letter that came with it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep
from tests.browser.look import DESK, faults, told
from tests.browser.office import propose, receive, screen

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
HERE, THERE = "UBND phường Vũ Phúc", "Sở Nông nghiệp và Môi trường tỉnh Hưng Yên"
CONTENT = (
    "Ông Trưởng phòng kỹ thuật của Sở nhận tiền của doanh nghiệp khai thác cát để bỏ qua việc đo lại mốc giới bãi "
    "bồi ven sông, nhiều hộ mất đất canh tác."
)


def test_the_second_forwarding_is_refused_and_the_first_letter_is_shown(visit: Visit) -> None:
    clerk = visit(DESK + "/", user="tiepdan.xa")
    code, _ = receive(
        clerk, name="Đinh Thị Không Nêu", purpose="denunciation", content=CONTENT, number="034085009999",
        respondent_name="Phạm Văn Nào Đó",
    )  # fmt: skip
    processor = visit(DESK + "/", user="xuly.xa")
    answer = processor.goto(f"{DESK}/xu-ly/{code}/")
    assert answer is not None
    worker, status = (processor, "") if answer.status == 200 else (clerk, "sealed from the processor")
    print(status)
    screen(worker, code, against_code="provincial_agency_unit_head", respondent_agency=THERE)
    expect(worker.locator("main")).to_contain_text("Gợi ý: Chuyển")
    propose(worker, "forward", reason="Nội dung không thuộc thẩm quyền của phường")
    head = visit(f"{DESK}/phe-duyet/", user="thutruong.xa")
    item = head.locator("li").filter(has_text=code)
    expect(item).to_contain_text(THERE)
    keep(head, "phe-duyet-chuyen")
    item.get_by_role("button", name=re.compile("^Phê duyệt")).click()
    expect(head.locator("main").locator("li").filter(has_text=code)).to_have_count(0)
    # What was forwarded is closed here, and waits for the answer there.
    for page in (head, worker):
        answer = page.goto(f"{DESK}/xu-ly/{code}/")
        assert answer is not None
        assert answer.status == 404

    there = visit(f"{DESK}/xu-ly/?muc=chuyen-den", user="thutruong.so")
    row = there.locator("li").filter(has_text=code)
    expect(row).to_contain_text(HERE)
    keep(there, "xu-ly-chuyen-den")
    row.get_by_role("button").first.click()
    screen(there, code, against_code="commune_chair", respondent_agency=HERE)
    refusal = told(there)
    letter = re.search(r"bằng phiếu (\d+/PC-\S+)", refusal)
    assert letter is not None, refusal
    assert f"Nội dung này đã được {HERE} chuyển đến {THERE}" in refusal
    expect(there.get_by_role("radio", name="Chuyển", exact=False)).to_have_count(0)
    expect(there.locator(".act-refused")).to_contain_text(["Chuyển"])
    expect(there.get_by_role("heading", name="Đường đi của nội dung này")).to_be_visible()
    keep(there, "xu-ly-chuyen-lan-hai")
    assert faults(there) == []
    # Sent by hand all the same, with a form that never stood there: refused, nothing forwarded.
    token = there.locator("[name=csrfmiddlewaretoken]").first.input_value()
    sent = there.request.post(
        f"{DESK}/xu-ly/{code}/de-xuat/",
        form={"csrfmiddlewaretoken": token, "act": "forward", "to_agency": "1", "reason": "Chuyển lần nữa"},
        headers={"Referer": there.url},
    )
    assert sent.status in (409, 422)

"""A first complaint decided and delivered; the complainant goes on to the province, and both cases know of each other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import keep, looked_at
from tests.browser.look import DESK
from tests.browser.office import accept, act, appoint, begin, fill, person, press, propose, receive, screen
from tiepdan.infra import clock

pytestmark = pytest.mark.browser
Visit = Callable[..., Page]
HERE = "UBND phường Vũ Phúc"
CITIZEN = "Đoàn Văn Hai Lần"
FIRST = "Tôi khiếu nại quyết định của phường buộc tháo dỡ mái hiên che giếng làm trước khi có quy hoạch hẻm 9."
SECOND = (
    "Không đồng ý với quyết định giải quyết lần đầu của Chủ tịch UBND phường về mái hiên che giếng ở hẻm 9, tôi khiếu nại "
    "lần hai đến Chủ tịch UBND tỉnh."
)


def settled_first(visit: Visit) -> str:
    """Take a first complaint through at the commune until the complainant has the decision; return its code."""
    today = clock.today()
    clerk, processor = (visit(DESK + "/", user=user) for user in ("tiepdan.xa", "xuly.xa"))
    code, _ = receive(
        clerk, name=CITIZEN, purpose="complaint", content=FIRST, number="034060002222", address="Hẻm 9, phường Vũ Phúc",
        attacked_number="77/QĐ-UBND", attacked_on=f"{today - timedelta(15):%Y-%m-%d}", demands="Hủy quyết định 77.",
    )  # fmt: skip
    screen(processor, code, against_code="commune_chair", respondent_agency=HERE)
    propose(processor, "accept")
    handler, second, deputy = (visit(DESK + "/", user=user) for user in ("thuly.xa", "thuly2.xa", "capho.xa"))
    head = visit(DESK + "/", user="thutruong.xa")
    accept(head, code, leader=person(deputy), handler=person(handler))
    act(handler, code, "Kiểm tra lại quyết định, hành vi bị khiếu nại", note="Đã xem hồ sơ gốc")
    begin(head, code, "Ra quyết định xác minh")
    chief = head.locator("[name=head] option").filter(has_text=person(handler)).first.get_attribute("value") or ""
    fill(head, head=chief, days="15", impartial=True)
    head.locator("main label").filter(has_text=person(second)).first.click()
    press(head, "Ra quyết định xác minh")
    expect(head.get_by_role("heading", name="Tiến trình")).to_be_visible()
    act(
        handler, code, "Lập biên bản làm việc", with_whom="complainant", kind="working", held_on=today.isoformat(),
        held_at="08:30", ended_at="10:00", present=CITIZEN, minutes="Xem giếng và mái hiên tại chỗ.",
    )  # fmt: skip
    act(
        handler, code, "Nộp báo cáo kết quả xác minh", issue_1="Mái hiên che giếng", finding_1="wrong",
        basis_1="Mái hiên làm sau ngày công bố quy hoạch.", demand_differs="no", recommendation="Giữ nguyên quyết định 77.",
    )  # fmt: skip
    act(
        head, code, "Ra quyết định giải quyết khiếu nại lần đầu", outcome="wrong", assessment="Căn cứ kết quả xác minh.",
        ruling="Giữ nguyên Quyết định số 77/QĐ-UBND.",
    )  # fmt: skip
    act(
        handler,
        code,
        "Gửi quyết định giải quyết",
        addressees=["complainant"],
        way="hand",
        sent_on=today.isoformat(),
    )
    begin(handler, code, "Ghi nhận người khiếu nại đã nhận quyết định", opens="Ghi nhận đã nhận văn bản")
    fill(handler, received_on=today.isoformat(), proof="Ký nhận trên bản giao")
    press(handler, "Ghi nhận đã nhận văn bản")
    expect(handler.get_by_role("heading", name="Tiến trình")).to_be_visible()
    return code


def test_a_second_complaint_is_taken_by_the_province_and_ends_the_first_case(visit: Visit) -> None:
    first = settled_first(visit)
    handler = visit(f"{DESK}/vu-viec/{first}/", user="thuly.xa")
    looked_at(handler, "lan-hai-lan-dau-da-giao")

    clerk = visit(DESK + "/", user="tiepdan.tinh")
    code, _ = receive(
        clerk, name=CITIZEN, purpose="complaint", content=SECOND, number="034060002222", address="Hẻm 9, phường Vũ Phúc",
        demands="Xem lại quyết định giải quyết lần đầu.",
    )  # fmt: skip
    processor, head = (visit(DESK + "/", user=user) for user in ("xuly.tinh", "thutruong.tinh"))
    screen(processor, code, against_code="commune_chair", respondent_agency=HERE)
    expect(processor.locator("main")).to_contain_text("Gợi ý: Hướng dẫn")  # as a first complaint it is the commune's
    keep(processor, "lan-hai-chua-danh-dau")
    processor.get_by_role("link", name="Phân loại lại").click()
    fill(processor, second_stage=True)
    press(processor, "Lưu phân loại")
    expect(processor.locator("main")).to_contain_text("Khiếu nại lần hai thuộc thẩm quyền của")
    looked_at(processor, "lan-hai-xu-ly")
    propose(processor, "accept")
    handler, deputy = (visit(DESK + "/", user=user) for user in ("thuly.tinh", "capho.tinh"))
    head.goto(f"{DESK}/phe-duyet/")
    head.locator("li").filter(has_text=code).get_by_role("link", name="Thụ lý, phân công").click()
    expect(head.locator("[name=filing]:checked")).to_have_value("second_complaint")
    long_ago = f"{clock.today() - timedelta(days=90):%Y-%m-%d}"

    # Without the first decision, or long after it, it cannot be accepted; what was typed stays.
    appoint(head, leader=person(deputy), handler=person(handler), window_from=long_ago)
    expect(head.get_by_role("alert").first).to_be_visible()
    looked_at(head, "lan-hai-thieu-quyet-dinh")
    expect(head.locator("[name=filing]:checked")).to_have_value("second_complaint")
    appoint(head, leader=person(deputy), handler=person(handler), first_code=first, window_from=long_ago)
    expect(head.get_by_role("alert").first).to_be_visible()
    looked_at(head, "lan-hai-qua-han")
    appoint(
        head, leader=person(deputy), handler=person(handler), first_code=first, window_from=clock.today().isoformat()
    )
    expect(head.get_by_role("heading", name="Tiến trình")).to_be_visible()
    expect(head.locator("main")).to_contain_text(first)
    looked_at(head, "lan-hai-da-thu-ly")

    # The commune, which reads the province's notice on paper, ends the first case by its own act; each case names the other.
    own = visit(DESK + "/", user="thuly.xa")
    begin(own, first, "Ghi nhận khiếu nại lần hai")
    fill(own, code=code, note="Chủ tịch UBND tỉnh đã thụ lý")
    own.locator("main form[method=post] button.btn-primary").click()
    expect(own.get_by_role("heading", name="Tiến trình")).to_be_visible()
    expect(own.locator("main")).to_contain_text("Đã khiếu nại lần hai")
    expect(own.locator("main")).to_contain_text(code)
    looked_at(own, "lan-hai-lan-dau-ket-thuc")
    answer = own.goto(f"{DESK}/vu-viec/{code}/")  # the second one is the province's alone
    assert answer is not None
    assert answer.status == 404

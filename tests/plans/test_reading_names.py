"""Names of bodies, posts and places in the middle of sentences: where each ends. All are invented."""

from __future__ import annotations

from typing import Any

import pytest

from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import normal_line
from tiepdan.plans.reading.output import reading_json


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("UBND các xã Long Khê, Bản Nhạ và phường Vân Hồ tổ chức đối thoại", ["UBND các xã Long Khê, Bản Nhạ và phường Vân Hồ"]),
        ("UBND các xã: Long Khê, Tân Hưng phối hợp", ["UBND các xã: Long Khê, Tân Hưng"]),
        ("UBND các xã: Tổ chức tiếp công dân", ["UBND các xã"]),
        ("UBND các xã: Chỉ đạo các thôn", ["UBND các xã"]),
        ("UBND các xã Long Khê và Nhân dân tham gia", ["UBND các xã Long Khê"]),
        ("Các xã Long Khê, Công an tỉnh phối hợp", ["Các xã Long Khê", "Công an tỉnh"]),
        ("Ban Dân vận và Mặt trận Tỉnh ủy, Thanh tra tỉnh cử cán bộ", ["Ban Dân vận và Mặt trận Tỉnh ủy", "Thanh tra tỉnh"]),
        ("Các ông (bà) Tổ trưởng 15 tổ dân phố: tuyên truyền", ["Các ông (bà) Tổ trưởng 15 tổ dân phố"]),
        ("Trưởng phòng Pháp chế - Thanh tra và thủ trưởng các đơn vị", ["Trưởng phòng Pháp chế - Thanh tra", "thủ trưởng các đơn vị"]),
        ("Phòng Pháp chế - Thanh tra rà soát", ["Phòng Pháp chế - Thanh tra"]),
        ("Sở Nội vụ - Thanh tra tỉnh phối hợp", ["Sở Nội vụ"]),
        ("TAND khu vực 3 tự kiểm tra", ["TAND khu vực 3"]),
        ("đồng chí Phó Viện trưởng phụ trách", ["đồng chí Phó Viện trưởng"]),
        ("các kiểm sát viên căn cứ nhiệm vụ", ["các kiểm sát viên"]),
        ("BCH Quân sự phường bảo đảm an ninh", ["BCH Quân sự phường"]),
        ("Ban Quản lý các KCN, Công an các phường trong", ["Ban Quản lý các KCN", "Công an các phường"]),
        ("Văn phòng Ban lập dự toán", ["Văn phòng Ban"]),
    ],
)  # fmt: skip
def test_a_name_ends_where_its_body_ends(printed: str, names: list[str]) -> None:
    text = normal_line(printed, 0)
    assert [printed[n.start : n.end] for n in names_at(text, 0)] == names


@pytest.mark.parametrize(
    ("duty", "leads"),
    [
        ("Các sở: Nội vụ, Tài chính, Nông nghiệp và Môi trường cử cán bộ", ["Sở Nội vụ", "Sở Tài chính", "Sở Nông nghiệp và Môi trường"]),
        ("Các sở: Nội vụ, Văn hóa, Thể thao và Du lịch và Y tế cử cán bộ", ["Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế"]),
        ("Đề nghị các Sở Nội vụ, Tài chính, Xây dựng rà soát hồ sơ", ["Sở Nội vụ", "Sở Tài chính", "Sở Xây dựng"]),
        ("Các phòng: Kinh tế, Văn hóa - Xã hội; Công an xã trực", ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã"]),
        ("Giám đốc các Sở: Tư pháp, Y tế và Thanh tra tỉnh kiểm tra", ["Giám đốc Sở Tư pháp", "Giám đốc Sở Y tế", "Thanh tra tỉnh"]),
        ("Các ban: Tổ chức, Nội chính Tỉnh ủy theo dõi", ["Ban Tổ chức", "Ban Nội chính Tỉnh ủy"]),
        ("Các phòng: Rà soát hồ sơ, lập danh sách", ["Các phòng"]),
        ("Các sở, ngành cử cán bộ tham gia", ["Các sở, ngành"]),
    ],
)  # fmt: skip
def test_a_kind_of_body_printed_once_is_that_of_each(duty: str, leads: list[str]) -> None:
    (task,) = _tasks(f"I. NHIỆM VỤ\n1. Nhiệm vụ chung\n- {duty} trước ngày 10/4/2027.")
    assert task["lead"] == leads
    assert (task["text"], task["deadline"]) == (f"{duty} trước ngày 10/4/2027.", "2027-04-10")


def test_a_heading_of_one_kind_of_body_heads_each() -> None:
    tasks = _tasks(
        "I. NHIỆM VỤ\n1. Các sở: Nội vụ, Tài chính; UBND các xã\n- Rà soát hồ sơ.\n2. Công an tỉnh: Bảo đảm trật tự."
    )
    assert [task["lead"] for task in tasks] == [["Sở Nội vụ", "Sở Tài chính", "UBND các xã"], ["Công an tỉnh"]]


@pytest.mark.parametrize(
    ("duty", "found"),
    [
        ("Giao Thanh tra tỉnh theo dõi; đề nghị Công an tỉnh bảo đảm trật tự trước ngày 10/4/2027.",
         [("Thanh tra tỉnh", False, None), ("Công an tỉnh", True, "2027-04-10")]),
        ("Giao Sở Nội vụ tham mưu, giao Sở Tài chính bố trí kinh phí và giao Văn phòng UBND tỉnh đôn đốc.",
         [("Sở Nội vụ", False, None), ("Sở Tài chính", False, None), ("Văn phòng UBND tỉnh", False, None)]),
        ("Yêu cầu các sở rà soát và yêu cầu UBND các xã báo cáo.", [("các sở", False, None), ("UBND các xã", False, None)]),
        ("Giao Thanh tra tỉnh chủ trì; đề nghị Công an tỉnh phối hợp bảo đảm trật tự.", [("Thanh tra tỉnh", False, None)]),
        ("Giao Thanh tra tỉnh rà soát, yêu cầu các xã báo cáo.", [("Thanh tra tỉnh", False, None)]),  # who asks is not told
        ("Thanh tra tỉnh theo dõi; yêu cầu các xã báo cáo.", [("Thanh tra tỉnh", False, None)]),
        ("Giao Chủ tịch UBND các xã rà soát và giao cán bộ theo dõi.", [("Chủ tịch UBND các xã", False, None)]),
    ],
)  # fmt: skip
def test_two_orders_in_one_sentence_are_two_assignments(duty: str, found: list[tuple[str, bool, str | None]]) -> None:
    tasks = _tasks(f"I. NHIỆM VỤ\n1. Nhiệm vụ chung\n- {duty}")
    assert [(task["lead"][0], task["deadline"]) for task in tasks] == [(name, day) for name, _, day in found]
    assert [task["text"].lower().startswith("đề nghị") for task in tasks] == [request for _, request, _ in found]
    assert all(task["text"] in duty for task in tasks)


@pytest.mark.parametrize("count", ["Nhiệm vụ 1. ", "Việc 2: ", "Công việc số 3. ", "- Nhiệm vụ 4: ", "NHIỆM VỤ 5. "])
def test_a_number_written_out_is_no_part_of_the_duty(count: str) -> None:
    (task,) = _tasks(f"I. NHIỆM VỤ TRỌNG TÂM\n{count}Thanh tra tỉnh rà soát hồ sơ tồn đọng.")
    assert (task["text"], task["lead"]) == ("Thanh tra tỉnh rà soát hồ sơ tồn đọng.", ["Thanh tra tỉnh"])


def _tasks(body: str) -> list[dict[str, Any]]:
    read = reading_json(
        read_plan(
            f"UBND TỈNH SƠN HẠ\nSố: 1/KH-UBND\nSơn Hạ, ngày 02 tháng 3 năm 2027\nKẾ HOẠCH\nTiếp công dân\n{body}\n"
        )
    )
    return [task for row in read["assignments"] for task in row["tasks"]]


@pytest.mark.parametrize(
    ("sentence", "receiver", "via"),
    [
        ("- Báo cáo về Thanh tra tỉnh (qua Phòng Theo dõi công tác phòng, chống tham nhũng) trước ngày 10/4/2027.", "Thanh tra tỉnh",
         "Phòng Theo dõi công tác phòng, chống tham nhũng"),
        ("- Gửi báo cáo về Ban (qua Phòng Theo dõi công tác dân nguyện) trước 10/4/2027.", "Ban", "Phòng Theo dõi công tác dân nguyện"),
        ("- Báo cáo về UBND tỉnh (qua Thanh tra tỉnh để tổng hợp) trước ngày 10/4/2027.", "UBND tỉnh", "Thanh tra tỉnh"),
        ("- Báo cáo về UBND tỉnh (qua Sở Nội vụ, email: a@b.vn) trước ngày 10/4/2027.", "UBND tỉnh", "Sở Nội vụ"),
    ],
)  # fmt: skip
def test_through_whom_is_the_whole_name(sentence: str, receiver: str, via: str) -> None:
    task = _tasks(f"I. NHIỆM VỤ\n1. Sở Tư pháp\n{sentence}")[0]
    assert task["report_to"] == [receiver]
    assert task["via"] == via
    assert task["deadline"] == "2027-04-10"


@pytest.mark.parametrize(
    ("paragraph", "lead"),
    [
        ("Kinh phí do ngân sách tỉnh bảo đảm. Sở Tài chính thẩm định dự toán, trình UBND tỉnh trước ngày 20/3/2027.", "Sở Tài chính"),
        ("Kinh phí từ nguồn ngân sách năm 2027; giao Phòng Tài chính - Kế hoạch tham mưu bố trí.", "Phòng Tài chính - Kế hoạch"),
        ("Nguồn kinh phí: Ngân sách xã; các đơn vị lập dự toán gửi Phòng Kinh tế.", "các đơn vị"),
        ("Tổng kinh phí: 120.000.000 đồng. Văn phòng lập dự toán theo quy định.", "Văn phòng"),
    ],
)  # fmt: skip
def test_a_duty_stands_in_a_paragraph_about_money(paragraph: str, lead: str) -> None:
    tasks = _tasks(f"I. NHIỆM VỤ\n1. Sở Tư pháp\n- Rà soát văn bản.\nII. KINH PHÍ\n{paragraph}")
    assert [t["lead"] for t in tasks] == [["Sở Tư pháp"], [lead]]
    assert tasks[1]["text"] == paragraph


@pytest.mark.parametrize(
    "paragraph",
    [
        "Kinh phí thực hiện từ nguồn ngân sách xã và các nguồn hợp pháp khác.",
        "Kinh phí do ngân sách bảo đảm. Các đơn vị tự cân đối trong dự toán được giao.",
        "Tổng kinh phí: 120.000.000 đồng. Ngân sách tỉnh bảo đảm.",
    ],
)
def test_money_alone_is_no_duty(paragraph: str) -> None:
    assert len(_tasks(f"I. NHIỆM VỤ\n1. Sở Tư pháp\n- Rà soát văn bản.\nII. KINH PHÍ\n{paragraph}")) == 1


def test_people_named_before_a_duty_have_it() -> None:
    tasks = _tasks(
        "I. NHIỆM VỤ\n1. Sở Tư pháp\n- Rà soát văn bản.\n2. Các ông (bà) Tổ trưởng 15 tổ dân phố: tuyên truyền, vận động Nhân dân.\n"
        "II. THÀNH PHẦN\n- Đồng chí Chủ tịch UBND tỉnh: Chủ trì hội nghị.\n"
    )
    assert [t["lead"] for t in tasks] == [["Sở Tư pháp"], ["Các ông (bà) Tổ trưởng 15 tổ dân phố"]]


def test_a_duty_on_demand_is_as_needed() -> None:
    task = _tasks("I. NHIỆM VỤ\n1. Phòng Kinh tế\n- Cử công chức tham gia khi Chủ tịch UBND xã yêu cầu.")[0]
    assert task["recurring"] == "as-needed"


def test_slogans_are_no_duties() -> None:
    assert len(_tasks("I. NỘI DUNG\n1. Khẩu hiệu: “Đoàn kết, sáng tạo”\n2. Sở Tư pháp rà soát văn bản.")) == 1


def test_a_line_of_a_timetable_may_name_who_acts() -> None:
    tasks = _tasks(
        "I. THỜI GIAN, TIẾN ĐỘ\n- Trước ngày 15/3/2027: Các đơn vị chịu sự giám sát gửi báo cáo về Ban Pháp chế (qua Văn phòng).\n"
        "- Trước 30/4/2027: Hoàn thành báo cáo.\nII. TỔ CHỨC THỰC HIỆN\n1. Đơn vị chịu sự giám sát:\n- Chuẩn bị báo cáo theo đề cương."
    )
    assert [t["deadline"] for t in tasks] == ["2027-03-15", "2027-04-30", None]
    assert (tasks[0]["lead"], tasks[0]["report_to"], tasks[0]["via"]) == (["Các đơn vị"], ["Ban Pháp chế"], "Văn phòng")
    assert tasks[2]["lead"] == ["Đơn vị chịu sự giám sát"]


def test_the_subject_of_a_letter_ends_before_the_date_beside_it() -> None:
    read = reading_json(
        read_plan(
            "UBND XÃ LONG KHÊ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 301/UBND-VP Độc lập - Tự do - Hạnh phúc\n"
            "V/v xây dựng kế hoạch tiếp công dân Long Khê, ngày 05 tháng 12 năm 2027\n\nKính gửi: Các phòng thuộc UBND xã.\n\n"
            "UBND xã yêu cầu các đơn vị gửi dự thảo KẾ HOẠCH trước ngày 15/12/2027.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
        )
    )
    assert read["document"]["kind"] == "Công văn"
    assert read["document"]["title"] == "xây dựng kế hoạch tiếp công dân"
    assert read["assignments"] == []

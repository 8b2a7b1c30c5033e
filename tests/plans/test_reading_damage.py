"""Traps met in real plans of other bodies, each in a text of our own: lists of things, labels, posts, heads cut by wraps."""

from __future__ import annotations

from typing import Any

import pytest

from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.issuer import sentence_case
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import normal_line
from tiepdan.plans.reading.output import reading_json

_TOP = (
    "UBND XÃ LONG KHÊ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 7/KH-UBND\nLong Khê, ngày 02 tháng 3 năm 2027\nKẾ HOẠCH\n"
    "Tiếp công dân dịp lễ hội\n\n"
)


def _read(body: str, top: str = _TOP) -> dict[str, Any]:
    return reading_json(read_plan(top + body))


def _tasks(read: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**task, "section": row["section"]} for row in read["assignments"] for task in row["tasks"]]


def test_what_is_inspected_obliges_when_it_begins_with_the_act() -> None:
    read = _read(
        "I. NỘI DUNG GIÁM SÁT\n1. Giám sát việc niêm yết lịch tiếp\n- Kiểm tra việc ghi sổ ở các thôn.\n"
        "- Việc bố trí phòng tiếp.\n- Kết quả trả lời đơn.\n2. Khảo sát nơi tiếp dân\nKhảo sát trực tiếp tại nhà văn hóa. Cụ thể:\n"
        "- Cơ cấu, số lượng cán bộ trực;\n- Việc lưu hồ sơ.\n"
    )
    assert [(t["section"], t["text"]) for t in _tasks(read)] == [
        ("I.1", "Kiểm tra việc ghi sổ ở các thôn."),
        ("I.2", "Khảo sát trực tiếp tại nhà văn hóa. Cụ thể:"),
    ]


def test_a_line_above_things_is_the_duty() -> None:
    read = _read(
        "I. NHIỆM VỤ\n1. Tổ chức đoàn\n- Văn phòng xã theo dõi việc trực ở các thôn. Cụ thể:\n- Việc mở sổ;\n- Việc ghi chép.\n"
        "- Lập danh sách người trực.\n"
    )
    assert [(t["text"], t["lead"]) for t in _tasks(read)] == [
        ("Văn phòng xã theo dõi việc trực ở các thôn. Cụ thể:", ["Văn phòng xã"]),
        ("Lập danh sách người trực.", ["Văn phòng xã"]),
    ]


def test_who_attends_or_is_inspected_has_no_duty_by_being_there() -> None:
    read = _read(
        "I. THÀNH PHẦN HỘI NGHỊ\n1. Đại biểu\n- Ban Thường trực Ủy ban MTTQ xã (chủ trì hội nghị).\n- Các tổ chức phụ trách lễ "
        "hội ở xã.\n"
        "- Trưởng thôn phối hợp với Công an xã mời dân dự họp.\nII. ĐỐI TƯỢNG GIÁM SÁT\n1. Đối tượng giám sát: Ủy ban nhân dân xã.\n"
        "- Các cơ quan, đơn vị có liên quan đến lễ hội.\nIII. NỘI DUNG, TRÌNH TỰ HỘI NGHỊ\n1. Chủ tọa khai mạc.\n2. Thư ký ghi "
        "biên bản.\n"
    )
    assert [t["text"] for t in _tasks(read)] == ["Trưởng thôn phối hợp với Công an xã mời dân dự họp."]
    assert ("1", "Đối tượng giám sát") in [(s["number"], s["title"]) for s in read["sections"]]


def test_a_label_before_the_sentence_is_the_heading_where_those_beside_it_are() -> None:
    read = _read(
        "I. CÁC HÌNH THỨC THEO DÕI\n1. Theo dõi trực tiếp: Trưởng thôn có mặt tại nơi tiếp.\n"
        "2. Phối hợp theo dõi: Văn phòng xã cử người tham gia khi có đề nghị.\n"
        "3. Tổ chức tổ liên ngành: Công an xã thành lập tổ trước ngày 10/4/2027.\n"
    )
    assert [(s["number"], s["title"]) for s in read["sections"]][1:] == [
        ("1", "Theo dõi trực tiếp"),
        ("2", "Phối hợp theo dõi"),
        ("3", "Tổ chức tổ liên ngành"),
    ]
    assert [t["lead"] for t in _tasks(read)] == [["Trưởng thôn"], ["Văn phòng xã"], ["Công an xã"]]
    assert _tasks(read)[2]["deadline"] == "2027-04-10"


def test_a_single_label_among_sentences_is_no_heading() -> None:
    read = _read(
        "I. NHIỆM VỤ\n1. Rà soát hồ sơ tồn đọng của năm trước.\n2. Lập sổ: Ghi đủ ngày, giờ, nội dung.\n3. Mở hộp thư.\n"
    )
    assert [s["number"] for s in read["sections"]] == ["I"]
    assert len(_tasks(read)) == 3


def test_a_comrade_named_by_posts_is_the_lead() -> None:
    read = _read(
        "I. PHÂN CÔNG\n1. Đồng chí Trưởng ban xây dựng Đảng - Trưởng Tiểu ban: Chịu trách nhiệm chung; báo cáo Trưởng ban chỉ "
        "đạo lễ hội.\n"
        "2. Đồng chí Phó Trưởng phòng Văn hóa - Xã hội - Ủy viên: Trực tiếp theo dõi các thôn.\n"
    )
    assert [t["lead"] for t in _tasks(read)] == [
        ["Đồng chí Trưởng ban xây dựng Đảng - Trưởng Tiểu ban"],
        ["Đồng chí Phó Trưởng phòng Văn hóa - Xã hội - Ủy viên"],
    ]
    assert _tasks(read)[0]["report_to"] == ["Trưởng ban chỉ đạo lễ hội"]


def test_a_request_with_its_act_heads_the_items_below() -> None:
    read = _read(
        "I. TỔ CHỨC\n1. Văn phòng\n- Lập danh sách.\n2. Đề nghị Công an xã phối hợp\n- Bố trí người giữ trật tự.\n"
    )
    assert [(s["number"], s["title"]) for s in read["sections"]][2:] == [("2", "Đề nghị Công an xã phối hợp")]
    assert [(t["text"], t["lead"]) for t in _tasks(read)][1:] == [("Bố trí người giữ trật tự.", ["Công an xã"])]


def test_who_is_meant_stands_between_the_body_and_what_it_must_do() -> None:
    read = _read(
        "I. TRÁCH NHIỆM XÁC MINH\n1. Đối với việc ở nơi ở thì cơ quan, tổ chức giới thiệu người tham gia có trách nhiệm xác minh.\n"
        "2. Đối với người tự tham gia thì Ủy ban bầu cử có trách nhiệm trả lời.\n"
    )
    assert [t["lead"] for t in _tasks(read)] == [["cơ quan, tổ chức"], ["Ủy ban bầu cử"]]


def test_a_window_in_a_heading_is_a_period() -> None:
    read = _read(
        "I. TIẾN ĐỘ\n1. Đợt 1: Từ ngày 05/4/2027 đến ngày 20/4/2027:\n- Kiểm tra việc mở sổ.\n"
        "2. Đợt 2: Từ ngày 25/4/2027 đến ngày khai hội gồm các việc:\n- Kiểm tra nơi tiếp.\n"
        "- Hội nghị được tổ chức trong ngày 02/5/2027 đến ngày 03/5/2027.\n"
    )
    assert [(p["from"], p["to"]) for p in read["periods"]] == [
        ("2027-04-05", "2027-04-20"),
        ("2027-04-25", None),
        ("2027-05-02", "2027-05-03"),
    ]
    assert [s["number"] for s in read["sections"]] == ["I", "1", "2"]


def test_a_heading_that_lost_its_number() -> None:
    read = _read(
        "I. MỤC ĐÍCH - YÊU CẦU\nMục đích\n- Phục vụ nhân dân.\n2. Yêu cầu\n- Đúng luật.\nII. NHIỆM VỤ\n1. Văn phòng\n- Lập sổ.\n"
    )
    assert [(s["number"], s["title"], s["parent"]) for s in read["sections"]][:3] == [
        ("I", "MỤC ĐÍCH - YÊU CẦU", None),
        ("", "Mục đích", "I"),
        ("2", "Yêu cầu", "I"),
    ]


def test_a_part_has_its_title_on_the_lines_below() -> None:
    read = _read(
        "Phần I\nTÌNH HÌNH CHUNG\nVÀ KẾT QUẢ\nI. KẾT QUẢ\nĐã tiếp 20 lượt.\nPhần II\nNHIỆM VỤ\nI. VIỆC CHUNG\n1. Lập sổ trực.\n"
    )
    assert [s["title"] for s in read["sections"]] == ["TÌNH HÌNH CHUNG VÀ KẾT QUẢ", "KẾT QUẢ", "NHIỆM VỤ", "VIỆC CHUNG"]


def test_what_is_due_stands_behind_a_day_that_leads_the_sentence() -> None:
    read = _read("I. NHIỆM VỤ\n1. Chậm nhất là ngày 08 tháng 4 năm 2027, việc xác minh đơn phải được tiến hành xong.\n")
    assert [(d["what"], d["date"]) for d in read["deadlines"]] == [("việc xác minh đơn", "2027-04-08")]


def test_in_brackets_if_any_is_no_condition() -> None:
    read = _read(
        "I. NHIỆM VỤ\n1. Văn phòng lập danh sách hộ vắng mặt (nếu có).\n2. Văn phòng trả lời nếu có đơn gửi đến.\n"
    )
    assert [t["recurring"] for t in _tasks(read)] == [None, "as-needed"]


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("các Đoàn kiểm tra, giám sát của Tỉnh khi về xã", ["các Đoàn kiểm tra, giám sát của Tỉnh"]),
        ("Đoàn kiểm tra, giám sát làm việc tại thôn", ["Đoàn kiểm tra, giám sát"]),
        ("các tổ chức chính trị - xã hội, tổ chức thành viên cử người", ["các tổ chức chính trị - xã hội", "tổ chức thành viên"]),
        ("Thư ký hội nghị hoàn thiện biên bản", ["Thư ký hội nghị"]),
        ("Ban Thường trực Ủy ban MTTQ Việt Nam cùng cấp để hỗ trợ", ["Ban Thường trực Ủy ban MTTQ Việt Nam cùng cấp"]),
        ("Ủy ban bầu cử xã Trà Lam Về việc thành lập", ["Ủy ban bầu cử xã Trà Lam"]),
        ("các đồng chí trong Ban Thường trực, các chuyên viên thực hiện", ["các đồng chí trong Ban Thường trực", "các chuyên viên"]),
        ("Tổ chức Đoàn giám sát tại các thôn", []),
    ],
)  # fmt: skip
def test_a_name_ends_where_it_should(printed: str, names: list[str]) -> None:
    assert [printed[n.start : n.end] for n in names_at(normal_line(printed, 0), 0)] == names


def _bases(sentence: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [
        (b["kind"], b["number"], b["date"], b["about"])
        for b in _read(f"{sentence}\nI. NHIỆM VỤ\n1. Lập sổ.\n")["legal_bases"]
    ]


def test_a_law_that_amends_is_a_law_of_its_own() -> None:
    assert _bases(
        "Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013 và Luật sửa đổi, bổ sung "
        "một số điều của Luật Tiếp công dân ngày 10 tháng 12 năm 2025;"
    ) == [
        ("Luật", None, "2013-11-25", "Tiếp công dân"),
        ("Luật", None, "2025-12-10", "sửa đổi, bổ sung một số điều của Luật Tiếp công dân"),
    ]
    assert [b[:2] for b in _bases("Căn cứ Luật Tố cáo số 25/2018/QH14 đã được sửa đổi theo Luật số 99/2025/QH15;")] == [
        ("Luật", "25/2018/QH14"),
        ("Luật", "99/2025/QH15"),
    ]
    assert _bases("Căn cứ Luật số 99/2025/QH15;")[0][3] is None


def test_one_paper_under_shorter_names_is_one() -> None:
    bases = _bases(
        "Căn cứ Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân; Nghị quyết liên tịch số 31/2026/NQLT-CP-MTTW ngày "
        "05/01/2026; "
        "Kế hoạch số 9/KH-MTTQ-BTT; theo Luật Bầu cử, Nghị quyết liên tịch số 31/2026/NQLT "
        "và Kế hoạch số 9/KH-BTT-MTTQ, biên bản mẫu 03/HNMT;"
    )
    assert [b[1] for b in bases] == [None, "31/2026/NQLT-CP-MTTW", "9/KH-MTTQ-BTT"]


def test_law_in_capitals_after_its_word_is_no_statute() -> None:
    read = _read(
        "Căn cứ Luật đất đai;\nI. NHIỆM VỤ\n1. Lập sổ.\n",
        _TOP.replace("Tiếp công dân dịp lễ hội", "PHỔ BIẾN PHÁP LUẬT\nCHO THANH NIÊN"),
    )
    assert [b["about"] for b in read["legal_bases"]] == ["đất đai"]


@pytest.mark.parametrize(
    "date",
    [
        "Long Khê, ngày\n12 tháng 5 năm 2027",
        "Long Khê, ngày 12\ntháng 5 năm 2027",
        "Long\nKhê, ngày 12 tháng 5\nnăm 2027",
    ],
)
def test_a_date_cut_by_a_wrap(date: str) -> None:
    document = _read(
        "I. NHIỆM VỤ\n1. Lập sổ.\n",
        f"/ỦY BAN NHÂN DÂN\nXÃ LONG KHÊ\n|\nCỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\nSố:\n8/KH-UBND\n|\n{date}\n|\n"
        "# KẾ HOẠCH\nTIẾP DÂN GIAI ĐOẠN\n2027-2030\n\n",
    )["document"]
    assert (document["place"], document["date"], document["number"]) == ("Long Khê", "2027-05-12", "8/KH-UBND")
    assert document["issuer"] == "Ủy ban nhân dân xã Long Khê"
    assert document["title"] == "TIẾP DÂN GIAI ĐOẠN 2027-2030"


def test_a_decision_known_by_its_first_article_has_its_title_above() -> None:
    read = _read(
        "",
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 6/QĐ-UBND | Trà Lam, ngày 3 tháng 4 năm 2027 |\n"
        "VỀ VIỆC BAN HÀNH QUY CHẾ TIẾP CÔNG DÂN\nỦY BAN NHÂN DÂN TỈNH TRÀ LAM\nCăn cứ Luật Tiếp công dân năm 2013;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành Quy chế.\n",
    )
    document = read["document"]
    assert (document["kind"], document["title"]) == ("Quyết định", "VỀ VIỆC BAN HÀNH QUY CHẾ TIẾP CÔNG DÂN")
    assert document["issuer"] == "Ủy ban nhân dân tỉnh Trà Lam"
    assert [b["about"] for b in read["legal_bases"]] == ["Tiếp công dân"]


def test_a_plan_without_head_is_known_by_the_sentence_that_issues_it() -> None:
    read = _read(
        "Thực hiện Nghị định số 5/2027/NĐ-CP của Chính phủ, Ủy ban nhân dân xã ban hành Kế hoạch triển\nkhai như sau:\n"
        "1. Văn phòng lập sổ.\n2. Công an xã giữ trật tự.\n3. Trưởng thôn mời dân.\n",
        "",
    )
    assert read["is_plan"] is True
    assert (read["document"]["number"], read["document"]["kind"]) == (None, "Kế hoạch")
    assert len(_tasks(read)) == 3


def test_a_comrade_told_by_posts_acts_in_one_sentence() -> None:
    read = _read(
        "I. TỔ CHỨC THỰC HIỆN\n1. Ban Thường trực\n- Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ xã chỉ đạo "
        "chung việc trực.\n"
        "- Các đồng chí Phó Chủ tịch Ủy ban MTTQ xã trực tiếp theo dõi từng thôn.\n2. Cán bộ phụ trách lĩnh vực giám sát và phản biện\n"
        "- Chuẩn bị tài liệu.\n3. Chuyên viên phụ trách Văn phòng, hành chính\n- Lập sổ trực.\nII. THÀNH PHẦN\n- Đồng chí Chủ "
        "tịch xã - Trưởng đoàn.\n"
    )
    assert [t["lead"] for t in _tasks(read)] == [
        ["Đồng chí Ủy viên Ban Thường vụ Đảng ủy, Chủ tịch Ủy ban MTTQ xã"],
        ["Các đồng chí Phó Chủ tịch Ủy ban MTTQ xã"],
        ["Cán bộ phụ trách lĩnh vực giám sát và phản biện"],
        ["Chuyên viên phụ trách Văn phòng, hành chính"],
    ]


def test_the_limit_of_a_card_is_the_day_called_so() -> None:
    read = _read(
        "I. PHÂN CÔNG\n1. Hội nghị lần một\n- Lập danh sách người dự.\n- Thời gian: Dự kiến ngày 05/4/2027 (Chậm nhất ngày "
        "10/4/2027 - trước khai hội).\n"
        "- Đơn vị chủ trì: Ban Công tác Mặt trận thôn.\n2. Chuẩn bị\n- Mượn phòng họp.\n- Thời gian: tháng 4/2027 đến tháng 6/2027\n"
        "- Đơn vị chủ trì: Văn phòng xã.\n"
    )
    assert [(t["deadline"], t.get("deadline_partial")) for t in _tasks(read)] == [("2027-04-10", None), (None, None)]
    assert [d["date"] for d in read["deadlines"]] == ["2027-04-10"]


def test_laws_that_another_amends_are_part_of_its_name() -> None:
    assert [
        b[1:3]
        for b in _bases(
            "Căn cứ Luật Công đoàn số 50/2024/QH15, ngày 27/11/2024 và Luật số 97/2025/QH15, ngày 27/6/2025 về sửa đổi, bổ sung "
            "một số điều của "
            "Luật Công đoàn, Luật Thanh niên;"
        )
    ] == [("50/2024/QH15", "2024-11-27"), ("97/2025/QH15", "2025-06-27")]


def test_a_list_of_papers_takes_the_kind_of_each_number() -> None:
    assert [
        b[:2]
        for b in _bases(
            "Thực hiện Kết luận số 80-KL/TW ngày 20/6/2020; 21/2021/QĐ-TTg ngày 21/6/2021 của Thủ tướng Chính phủ;"
        )
    ] == [
        ("Kết luận", "80-KL/TW"),
        ("Quyết định", "21/2021/QĐ-TTg"),
    ]


def test_a_bracket_closed_on_the_next_line_is_no_item() -> None:
    read = _read(
        "Thực hiện Kết luận số 4-KL/TW ngày 19/4/2027 của Ban Bí thư Trung ương Đảng (khóa\nXI); Ủy ban nhân dân xã ban hành Kế "
        "hoạch:\nI. NHIỆM VỤ\n1. Lập sổ.\n"
    )
    assert [s["number"] for s in read["sections"]] == ["I"]
    assert read["legal_bases"][0]["issuer"] == "Ban Bí thư Trung ương Đảng"


def test_a_letter_that_lost_its_head_begins_with_whom_it_is_for() -> None:
    read = _read(
        "",
        "Kính gửi:\n|\n- Các thôn;\n- Công an xã.\n|\nĐể chuẩn bị lễ hội, đề nghị các thôn thực hiện các việc sau:\n1. Lập "
        "sổ.\n2. Cử người.\n",
    )
    assert (read["document"]["kind"], read["is_plan"]) == ("Công văn", False)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ĐẢNG BỘ TỈNH TRÀ LAM\nBAN CHẤP HÀNH ĐẢNG BỘ", "Ban Chấp hành Đảng bộ tỉnh Trà Lam"),
        ("UBND TỈNH TRÀ LAM\nTHANH TRA TỈNH - CÔNG AN TỈNH", "Thanh tra tỉnh - Công an tỉnh Trà Lam"),
        (
            "ỦY BAN NHÂN DÂN\nỦY BAN MTTQ VIỆT NAM\nXÃ LONG KHÊ",
            "Ủy ban nhân dân - Ủy ban MTTQ Việt Nam xã Long Khê",
        ),
    ],
)
def test_the_letterhead_of_the_party_and_of_two_bodies(head: str, issuer: str) -> None:
    read = _read(
        "I. NHIỆM VỤ\n1. Các chi bộ lập sổ trực.\nKế hoạch này phổ biến đến chi bộ.\n",
        f"{head}\n*\nSố 4-KH/TU\nTrà Lam, ngày 02 tháng 3 năm 2027\nKẾ HOẠCH\nTiếp dân\n\n",
    )
    assert read["document"]["issuer"] == issuer
    assert len(_tasks(read)) == 1


def test_a_unit_with_a_number_is_named_with_it() -> None:
    read = _read(
        "I. NHIỆM VỤ\n1. Phòng Nghiệp vụ 2\n- Tham mưu quyết định kiểm tra.\n2. Phòng Nghiệp vụ 3 chủ trì, phối hợp với Đội 5 rà soát.\n"
        "3. Phòng Kinh tế 02 lần trong năm báo cáo UBND xã.\n"
    )
    assert [t["lead"] for t in _tasks(read)][:2] == [["Phòng Nghiệp vụ 2"], ["Phòng Nghiệp vụ 3"]]
    assert "02" not in str(_tasks(read)[2]["lead"])


def test_a_scheme_of_action_is_read_like_a_plan() -> None:
    read = _read(
        "I. TÌNH HUỐNG DỰ KIẾN\n1. Tình huống 1: Đông người gây ồn ào.\nII. PHÂN CÔNG\n1. Tổ 1: Trực tại cổng Trụ sở trước ngày "
        "10/4/2027.\n\n"
        "CHỈ HUY TRƯỞNG\nTrung tá Khổng Mậu Lân\n",
        "CÔNG AN TỈNH TRÀ LAM\nCÔNG AN PHƯỜNG VÂN HỒ\n\nPHƯƠNG ÁN\nBảo đảm trật tự tại Trụ sở Tiếp công dân\n\n",
    )
    assert (read["document"]["kind"], read["document"]["signer"]["name"]) == ("Phương án", "Khổng Mậu Lân")
    assert [(t["lead"], t["deadline"]) for t in _tasks(read)] == [(["Tổ 1"], "2027-04-10")]


def test_time_and_place_head_the_numbers_below() -> None:
    read = _read(
        "1. Thời gian, địa điểm\n1.1. Thời gian: Từ ngày 01/4/2027 đến ngày 05/4/2027.\n1.2. Địa điểm: Phòng tiếp dân.\n2. Thành phần\n"
        "2.1. Trưởng thôn.\n3. Phân công\n3.1. Tổ trưởng: Ông Khổng Mậu Lân - Phó Chủ tịch UBND xã\nPhụ trách chung, báo cáo UBND xã.\n"
    )
    assert [s["number"] for s in read["sections"]][:4] == ["1", "1.1", "1.2", "2"]
    assert [(p["from"], p["to"]) for p in read["periods"]] == [("2027-04-01", "2027-04-05")]
    assert [(t["lead"], t["text"]) for t in _tasks(read)] == [(["Tổ trưởng"], "Phụ trách chung, báo cáo UBND xã.")]


def test_the_number_of_a_paper_at_the_margin_is_no_item() -> None:
    wide = "- Rà soát sổ tiếp công dân của các thôn theo Hướng dẫn và biên bản theo mẫu"
    read = _read(
        f"I. NHIỆM VỤ\n1. Văn phòng xã\n{wide}\n02/HNMT) rồi báo cáo UBND xã trước ngày 10/4/2027; lập danh sách theo Hướng dẫn\n"
        "13/HD-MTTQ-BTT và gửi Thanh tra tỉnh.\n1/ Kiểm tra việc trực.\n"
    )
    assert [s["number"] for s in read["sections"]] == ["I", "1"]
    assert _tasks(read)[0]["text"].endswith("và gửi Thanh tra tỉnh.")


def test_a_share_of_a_month_is_no_limit() -> None:
    (task,) = _tasks(
        _read(
            "I. NHIỆM VỤ\n1. Chủ tịch UBND xã tiếp dân ít nhất 01 ngày/tháng; báo cáo UBND tỉnh khi phát hiện vụ việc.\n"
        )
    )
    assert task["recurring"] == "monthly"
    assert task.get("relative_deadlines", []) == []


def test_what_is_glued_to_the_number_or_the_colon_is_cut_off() -> None:
    read = _read(
        "Ủy ban nhân dân xã tiếp dân như sau:I. YÊU CẦU\n1. Đúng giờ.\nII. NHIỆM VỤ\n1. Văn phòng xã mở sổ.\n",
        "UBND XÃ LONG KHÊ\nSố: 7/KH-UBNDCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLong Khê, ngày 02 tháng 3 năm 2027\nKẾ HOẠCH\n"
        "Tiếp công dân dịp lễ hội\n- Căn cứ Luật Tiếp công dân năm 2013;\n\n",
    )
    assert (read["document"]["number"], read["document"]["title"]) == ("7/KH-UBND", "Tiếp công dân dịp lễ hội")
    assert [s["number"] for s in read["sections"]] == ["I", "II"]


def test_a_paper_of_an_unknown_kind_beside_a_law_is_no_law() -> None:
    read = _read(
        "Căn cứ Luật Tiếp công dân năm 2013 và Phân nhiệm số 4/PN-HĐTD ngày 02/02/2027 của Hội đồng tiếp dân;\n"
    )
    assert [(b["kind"], b["number"]) for b in read["legal_bases"]] == [("Luật", None), ("Phân nhiệm", "4/PN-HĐTD")]


@pytest.mark.parametrize(
    ("caps", "written"),
    [
        ("BAN TỔ CHỨC TỈNH ỦY", "Ban Tổ chức Tỉnh ủy"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("UỶ BAN KIỂM TRA ĐẢNG UỶ XÃ LONG KHÊ", "Ủy ban Kiểm tra Đảng ủy xã Long Khê"),
        ("BAN CHẤP HÀNH ĐẢNG BỘ TỈNH TRÀ LAM", "Ban Chấp hành Đảng bộ tỉnh Trà Lam"),
        ("BAN TIẾP CÔNG DÂN TRUNG ƯƠNG", "Ban Tiếp công dân Trung ương"),
    ],
)
def test_a_name_in_capitals_keeps_the_capitals_of_its_bodies(caps: str, written: str) -> None:
    assert sentence_case(caps) == written


def test_the_grounds_above_a_decision_without_a_title_are_its_bases() -> None:
    read = _read(
        "",
        "UBND TỈNH TRÀ LAM\nSố: 7/QĐ-UBND\nTrà Lam, ngày 02 tháng 3 năm 2027\nỦY BAN NHÂN DÂN TỈNH TRÀ LAM\n"
        "Căn cứ Luật Tiếp công dân ngày 25/11/2013;\nXét đề nghị của Chánh Văn phòng,\nQUYẾT ĐỊNH:\n"
        "Điều 1. Ban hành Nội quy tiếp công dân.\n",
    )
    assert (read["document"]["kind"], read["document"]["title"]) == ("Quyết định", None)
    assert [b["about"] for b in read["legal_bases"]] == ["Tiếp công dân"]


def test_what_a_page_prints_above_its_article_is_no_title() -> None:
    read = _read(
        "",
        "Thứ Hai, 01/3/2027\nNgày đăng: 01/3/2027 - Lượt xem: 12\nXem với cỡ chữ\nXã mở hội xuân đón khách\nSáng 01/3, xã khai hội.\n",
    )
    assert read["document"]["title"] == "Xã mở hội xuân đón khách"


def test_the_issuer_of_a_paper_cited_in_a_title_of_capitals_is_the_one_printed_below() -> None:
    read = _read(
        "Thực hiện Đề án số 4-ĐA/TU ngày 02/02/2027 của Tỉnh ủy về đối thoại, UBND xã ban hành Kế hoạch.\n",
        "UBND XÃ LONG KHÊ\nSố: 7/KH-UBND\nLong Khê, ngày 02 tháng 3 năm 2027\nKẾ HOẠCH\n"
        "TRIỂN KHAI ĐỀ ÁN SỐ 4-ĐA/TU NGÀY 02/02/2027 CỦA TỈNH ỦY THỰC HIỆN ĐỐI THOẠI\n\n",
    )
    assert [(b["number"], b["issuer"]) for b in read["legal_bases"]] == [("4-ĐA/TU", "Tỉnh ủy")]


def test_the_day_of_what_an_article_tells_is_not_its_own() -> None:
    read = _read(
        "",
        "Xã mở hội nghị đối thoại\nThực hiện kế hoạch năm, Chủ tịch UBND xã sẽ đối thoại với nhân dân các thôn ở nhà văn hóa thôn Hạ, "
        "ngày 29/3/2027.\n",
    )
    assert (read["document"]["kind"], read["document"]["date"]) == ("Bài viết", None)


def test_recipients_end_where_what_is_attached_begins() -> None:
    read = _read(
        "Điều 1. Ban hành Nội quy tiếp công dân.\nNơi nhận:\n- Như Điều 1;\n- Lưu: VT.\nNỘI QUY\n(Ban hành kèm theo Quyết định số "
        "7/QĐ-UBND)\nĐiều 1. Người đến phòng tiếp dân trình giấy tờ.\n",
        "UBND XÃ LONG KHÊ\nSố: 7/QĐ-UBND\nLong Khê, ngày 02 tháng 3 năm 2027\nQUYẾT ĐỊNH\nBan hành Nội quy\n\n",
    )
    assert read["document"]["recipients"] == ["Như Điều 1", "Lưu: VT"]

"""Papers that are no plan are known by their kind; a decision with a plan attached gives both."""

from __future__ import annotations

import pytest

from tiepdan.plans.reading.assemble import read_plan
from tiepdan.plans.reading.output import reading_json

_HEAD = (
    "ỦY\nBAN NHÂN DÂN\nTỈNH HỒNG SƠN\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n-------\n|\n"
    "Số:\n22/{0}\n|\nHồng\nSơn, ngày 8 tháng 8 năm 2025\n|\n"
)
_FOOT = "\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nTrần Quốc Bảo\n"
_PLAN = (
    "KẾ HOẠCH\nTiếp công dân năm 2026\n(Kèm theo Quyết định số 22/QĐ-UBND ngày 8 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh)\n"
    "I. MỤC ĐÍCH\nPhục vụ nhân dân.\nII. NHIỆM VỤ\n1. Thanh tra tỉnh\n"
    "- Chủ trì, phối hợp với Công an tỉnh rà soát vụ việc trước ngày 01/10/2025.\n"
)
_DECISION = (
    _HEAD.format("QĐ-UBND")
    + "QUYẾT ĐỊNH\nVề việc thành lập Đoàn kiểm tra\nỦY BAN NHÂN DÂN TỈNH HỒNG SƠN\nCăn cứ Luật Thanh tra năm 2025;\n"
    + "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Đoàn kiểm tra.\nĐiều 2. Giao Thanh tra tỉnh báo cáo trước ngày 01/9/2025./."
    + _FOOT
)
PAPERS = {
    "decision": ("Quyết định", _DECISION),
    "directive": (
        "Chỉ thị",
        _HEAD.format("CT-UBND") + "CHỈ THỊ\nVề tăng cường tiếp công dân\n1. Thanh tra tỉnh chủ trì rà soát." + _FOOT,
    ),
    "notice": (
        "Thông báo",
        _HEAD.format("TB-UBND") + "THÔNG BÁO\nLịch tiếp công dân tháng 9\n1. Ngày 15/9/2025: Chủ tịch tiếp." + _FOOT,
    ),
    "guidance": (
        "Hướng dẫn",
        _HEAD.format("HD-UBND") + "HƯỚNG DẪN\nThực hiện Kế hoạch tiếp công dân\nI. NỘI DUNG\n1. Lập sổ." + _FOOT,
    ),
    "resolution": (
        "Nghị quyết",
        _HEAD.format("NQ-HĐND") + "NGHỊ QUYẾT\nVề chương trình giám sát\nQUYẾT NGHỊ:\nĐiều 1. Thông qua." + _FOOT,
    ),
    "telegram": (
        "Công điện",
        _HEAD.format("CĐ-UBND") + "CÔNG ĐIỆN\nVề việc ứng phó bão\nYêu cầu các sở tập trung ứng phó." + _FOOT,
    ),
    "official_letter": (
        "Công văn",
        "UBND TỈNH HỒNG SƠN\nTHANH TRA TỈNH\nSố: 45/TTr-NV1\nV/v báo cáo kết quả thực hiện\nKế hoạch tiếp công dân\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHồng Sơn, ngày 3 tháng 9 năm 2025\nKính gửi: Các sở.\n"
        "Thanh tra tỉnh đề nghị các sở báo cáo trước ngày 15/9/2025." + _FOOT,
    ),
    "web_article": (
        "Bài viết",
        "Triển khai kế hoạch tiếp công dân phục vụ kỳ họp\n16/10/2025 07:26\nNgày 15-10, Thanh tra tỉnh tổ chức hội nghị.\n"
        "Toàn cảnh hội nghị. Ảnh: Minh An\nTheo kế hoạch, Công an tỉnh phối hợp bảo đảm trật tự.\n(0) Bình luận",
    ),
}


@pytest.mark.parametrize("code", sorted(PAPERS))
def test_a_paper_that_is_no_plan(code: str) -> None:
    kind, text = PAPERS[code]
    read = reading_json(read_plan(text))
    assert (read["document"]["kind_code"], read["document"]["kind"]) == (code, kind)
    assert read["is_plan"] is False
    assert read["assignments"] == read["sections"] == read["deadlines"] == []


def test_head_broken_over_lines() -> None:
    document = reading_json(read_plan(_DECISION))["document"]
    assert document["number"] == "22/QĐ-UBND"
    assert (document["place"], document["date"]) == ("Hồng Sơn", "2025-08-08")
    assert document["issuer"] == "Ủy ban nhân dân tỉnh Hồng Sơn"
    assert document["title"] == "Về việc thành lập Đoàn kiểm tra"
    assert document["signer"]["name"] == "Trần Quốc Bảo"


def test_decision_with_a_plan_attached_gives_both() -> None:
    read = reading_json(
        read_plan(_DECISION + "ỦY BAN NHÂN DÂN\nTỈNH HỒNG SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" + _PLAN)
    )
    assert read["is_plan"] is True
    assert read["document"]["title"] == "Tiếp công dân năm 2026"
    assert read["promulgated_by"]["kind"] == "Quyết định"
    assert read["promulgated_by"]["number"] == "22/QĐ-UBND"
    assert read["promulgated_by"]["recipients"] == ["Như Điều 3", "Lưu: VT"]
    (assignment,) = read["assignments"]
    assert assignment["agency"] == "Thanh tra tỉnh"
    assert assignment["tasks"][0]["deadline"] == "2025-10-01"
    assert ("Luật", "Thanh tra") in [(b["kind"], b["about"]) for b in read["legal_bases"]]


_ATTACHED = "KẾ HOẠCH\nTiếp công dân quý II\n({note})\n\nI. NHIỆM VỤ\n1. Văn phòng\n- Tham mưu lịch tiếp công dân.\n"


@pytest.mark.parametrize(
    ("before", "note", "issuer"),
    [
        (_DECISION, "Ban hành kèm theo Quyết định số 22/QĐ-UBND", "Ủy ban nhân dân tỉnh Hồng Sơn"),
        (_DECISION, "Kèm theo Quyết định số 22/QĐ-UBND ngày 02/3/2026 của UBND tỉnh", "Ủy ban nhân dân tỉnh Hồng Sơn"),
        ("", "Ban hành kèm theo Quyết định số 22/QĐ-TTr ngày 02/3/2026 của Thanh tra tỉnh Hồng Sơn", "Thanh tra tỉnh Hồng Sơn"),
        ("", "Ban hành kèm theo Quyết định số 22/QĐ-TTr ngày 02/3/2026", None),
    ],
)  # fmt: skip
def test_an_attached_plan_is_issued_by_whom_its_decision_is_of(before: str, note: str, issuer: str | None) -> None:
    read = reading_json(read_plan(before + _ATTACHED.format(note=note)))
    assert (read["document"]["title"], read["document"]["issuer"]) == ("Tiếp công dân quý II", issuer)


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH SƠN HẠ\nBAN PHÁP CHẾ", "Ban Pháp chế Hội đồng nhân dân tỉnh Sơn Hạ"),
        ("HĐND XÃ LONG PHÚ\nBAN VĂN HÓA - XÃ HỘI", "Ban Văn hóa - Xã hội Hội đồng nhân dân xã Long Phú"),
        ("HĐND TỈNH SƠN HẠ\nBAN KINH TẾ - NGÂN SÁCH", "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh Sơn Hạ"),
        ("UBND TỈNH SƠN HẠ\nBAN DÂN TỘC", "Ban Dân tộc tỉnh Sơn Hạ"),
    ],
)
def test_a_committee_of_a_council_is_named_after_it(head: str, issuer: str) -> None:
    source = f"{head}\nSố: 14/KH-BPC\nSơn Hạ, ngày 05 tháng 3 năm 2026\nKẾ HOẠCH\nKhảo sát\nI. NHIỆM VỤ\n1. Văn phòng\n- Lập lịch.\n"
    assert reading_json(read_plan(source))["document"]["issuer"] == issuer


def test_empty_text_is_no_plan() -> None:
    read = reading_json(read_plan(" \n\n"))
    assert read["is_plan"] is False
    assert read["document"]["kind"] is None


_LETTER_PLAN = (
    "ỦY BAN NHÂN DÂN\nXÃ TÂN PHÚ\nSố: 45/KH-UBND\nTân Phú, ngày 02 tháng 01 năm 2026\nKẾ HOẠCH\nTiếp công dân năm 2026\n"
    "I. MỤC ĐÍCH, YÊU CẦU 1. Mục đích: Lắng nghe nhân dân.\nII. THỜI GIAN, ĐỊA ĐIỂM 1. Thời gian tiếp: Từ 7 giờ 30 phút đến 11 giờ "
    "00 phút, từ ngày 10/01/2026 đến ngày 20/12/2026.\nIII. NHIỆM VỤ\n1. Bộ phận Tiếp nhận và Trả kết quả xã: "
    "Niêm yết lịch xong trước ngày 15/01.\n"
    "2. Trưởng Ban Chỉ huy Quân sự xã, trưởng thôn\nNắm tình hình, phản ánh với UBND xã.\n"
)


def test_headings_glued_with_a_blank_and_named_desks() -> None:
    read = reading_json(read_plan(_LETTER_PLAN))
    assert [s["path"] for s in read["sections"]] == ["I", "I.1", "II", "II.1", "III", "III.1", "III.2"]
    assert read["periods"][0]["sessions"] == [["07:30", "11:00"]]
    first, second = read["assignments"]
    assert first["agency"] == "Bộ phận Tiếp nhận và Trả kết quả xã"
    assert first["tasks"][0]["deadline"] == "2026-01-15"
    assert second["agencies"] == ["Trưởng Ban Chỉ huy Quân sự xã", "trưởng thôn"]
    assert second["tasks"][0]["report_to"] == ["UBND xã"]

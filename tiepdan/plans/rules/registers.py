"""Registers behind the kinds of task: their fields, and what of them form 06/QLKNTC counts.

Rule: reports §3.7
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict


class RegisterKind(StrEnum):
    """One register."""

    DOCUMENT = "document"  # văn bản quản lý, chỉ đạo
    GAP = "gap"  # vướng mắc của chính sách, đề xuất cấp trên
    TRAINING = "training"  # tập huấn, tuyên truyền
    INSPECTION = "inspection"  # thanh tra trách nhiệm
    RECOMMENDATION = "recommendation"  # kiến nghị sau giám sát


@dataclass(frozen=True, slots=True)
class Detail:
    """A field of a register."""

    name: str
    label: str
    kind: str = "text"  # text, long, count, choice, day
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """Words and fields of one register."""

    title: str
    happened: str  # label of the day
    concluded: str = ""  # label of the second day, empty when there is none
    closed: str = ""
    due: str = ""
    what: str = "Nội dung"
    details: tuple[Detail, ...] = ()


_COUNT: Final = "count"
REGISTERS: Final[dict[RegisterKind, Register]] = {
    RegisterKind.DOCUMENT: Register(
        "Văn bản quản lý, chỉ đạo", "Ngày ban hành", what="Tên, trích yếu",
        details=(
            Detail("act", "Việc", "choice", True, (("new", "Ban hành mới"), ("amended", "Sửa đổi, bổ sung"), ("repealed", "Hủy bỏ"))),
            Detail("number", "Số, ký hiệu", required=True),
        ),
    ),
    RegisterKind.GAP: Register(
        "Vướng mắc chính sách, đề xuất", "Ngày đề xuất", concluded="Ngày có trả lời", what="Quy định còn vướng mắc",
        details=(
            Detail("proposal", "Đề xuất", "long", True), Detail("to", "Đề xuất với", required=True),
            Detail("answer", "Nội dung trả lời", "long"),
        ),
    ),
    RegisterKind.TRAINING: Register(
        "Tập huấn, tuyên truyền", "Ngày tổ chức", what="Tên lớp, đợt tuyên truyền",
        details=(
            Detail("classes", "Số lớp", _COUNT, True), Detail("people", "Số người dự", _COUNT, True),
            Detail("posts", "Số tin, bài", _COUNT), Detail("place", "Địa điểm, hình thức"),
        ),
    ),
    RegisterKind.INSPECTION: Register(
        "Thanh tra, kiểm tra trách nhiệm", "Ngày bắt đầu", concluded="Ngày ban hành kết luận",
        closed="Ngày thực hiện xong kết luận", what="Cuộc thanh tra, kiểm tra",
        details=(
            Detail("units", "Số đơn vị được thanh tra", _COUNT, True), Detail("inspected", "Đơn vị", "long"),
            Detail("findings", "Tồn tại, hạn chế", "long"), Detail("conclusion", "Số kết luận"),
            Detail("admin_organisations", "Kiến nghị xử lý hành chính: tổ chức", _COUNT),
            Detail("admin_people", "Kiến nghị xử lý hành chính: cá nhân", _COUNT),
            Detail("investigation_organisations", "Chuyển cơ quan điều tra: tổ chức", _COUNT),
            Detail("investigation_people", "Chuyển cơ quan điều tra: cá nhân", _COUNT),
            Detail("done_organisations", "Đã xử lý hành chính: tổ chức", _COUNT),
            Detail("done_people", "Đã xử lý hành chính: cá nhân", _COUNT),
            Detail("prosecuted_cases", "Đã khởi tố: vụ", _COUNT), Detail("prosecuted_people", "Đã khởi tố: đối tượng", _COUNT),
            Detail("follow_up", "Theo dõi thực hiện", "long"),
        ),
    ),
    RegisterKind.RECOMMENDATION: Register(
        "Kiến nghị sau giám sát", "Ngày nhận kiến nghị", concluded="Ngày trả lời", due="Thời hạn trả lời", what="Nội dung kiến nghị",
        details=(
            Detail("source", "Cơ quan giám sát", required=True, hint="HĐND, Đoàn đại biểu Quốc hội, Ủy ban MTTQ …"),
            Detail("number", "Số văn bản"), Detail("answer", "Nội dung trả lời", "long"),
        ),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entered:
    """One entry as counted."""

    kind: RegisterKind
    happened_on: date
    concluded_on: date | None = None
    closed_on: date | None = None
    details: dict[str, Any] = field(default_factory=dict)

    def count(self, name: str) -> int:
        """Return a figure of the entry, 0 when none was given."""
        return int(self.details.get(name) or 0)


def form_06(*, entries: Iterable[Entered], since: date, until: date) -> dict[int, int]:
    """Compute columns 1 to 17 of form 06/QLKNTC for the days [since, until]. Rule: reports §3.7"""
    columns = dict.fromkeys(range(1, 18), 0)
    acts = {"new": 1, "amended": 2, "repealed": 3}

    def inside(day: date | None) -> bool:
        return day is not None and since <= day <= until

    for one in entries:
        if one.kind is RegisterKind.DOCUMENT and inside(one.happened_on):
            columns[acts[one.details["act"]]] += 1
        elif one.kind is RegisterKind.TRAINING and inside(one.happened_on):
            columns[4] += one.count("classes")
            columns[5] += one.count("people")
        elif one.kind is RegisterKind.INSPECTION and one.happened_on <= until:
            _inspection(one, columns, since, until, issued=inside(one.concluded_on))
    return columns


def _inspection(one: Entered, columns: dict[int, int], since: date, until: date, *, issued: bool) -> None:
    """Count an inspection: running in the period (6, 7), concluded in it (8–12), its conclusion to be carried out (13–17)."""
    if one.concluded_on is None or one.concluded_on >= since:
        columns[6] += 1
        columns[7] += one.count("units")
    if issued:
        columns[8] += 1
        for column, name in (
            (9, "admin_organisations"), (10, "admin_people"), (11, "investigation_organisations"), (12, "investigation_people"),
        ):  # fmt: skip
            columns[column] += one.count(name)
    concluded = one.concluded_on is not None and one.concluded_on <= until
    if concluded and (one.closed_on is None or one.closed_on >= since):
        columns[13] += 1
        for column, name in (
            (14, "done_organisations"), (15, "done_people"), (16, "prosecuted_cases"), (17, "prosecuted_people"),
        ):  # fmt: skip
            columns[column] += one.count(name)


def may_enter(
    *, kind: RegisterKind, happened_on: date, concluded_on: date | None, closed_on: date | None, today: date
) -> Verdict:
    """Whether the days of an entry can be. Refused: register_days_wrong."""
    days = [day for day in (happened_on, concluded_on, closed_on) if day is not None]
    ordered = days == sorted(days) and all(day <= today for day in days)
    closed_first = closed_on is not None and concluded_on is None and bool(REGISTERS[kind].concluded)
    return ALLOWED if ordered and not closed_first else Refused("register_days_wrong")

"""A plan written here: what the writer fills in, and the text that becomes its print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

MOST_GROUPS: Final = 30


@dataclass(frozen=True, slots=True)
class Group:
    """Tasks of the same bodies. `request`: bodies that the issuer asks, and does not order."""

    agencies: tuple[str, ...]
    tasks: tuple[str, ...]
    request: bool = False


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """The content of a plan, one item per line of its fields."""

    title: str = ""
    bases: tuple[str, ...] = ()  # without "Căn cứ" and the semicolon
    purposes: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    groups: tuple[Group, ...] = field(default=())
    funding: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signer_title: str = ""
    signer_name: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as stored."""
        return asdict(self)


def from_json(data: Mapping[str, Any]) -> WrittenPlan:
    """Return a stored plan."""
    groups = tuple(
        Group(tuple(row["agencies"]), tuple(row["tasks"]), bool(row.get("request"))) for row in data.get("groups", ())
    )
    lists = {
        name: tuple(data.get(name, ()))
        for name in ("bases", "purposes", "demands", "funding", "organisation", "recipients")
    }
    return WrittenPlan(
        title=data.get("title", ""), groups=groups, signer_title=data.get("signer_title", ""),
        signer_name=data.get("signer_name", ""), **lists,
    )  # fmt: skip


def may_sign(*, plan: WrittenPlan) -> Verdict:
    """Whether a plan is whole enough to be signed. Refused: written_plan_incomplete."""
    missing = [
        words
        for words, there in (
            ("tên kế hoạch", plan.title), ("căn cứ", plan.bases), ("mục đích", plan.purposes), ("yêu cầu", plan.demands),
            ("nhiệm vụ", any(group.tasks and group.agencies for group in plan.groups)), ("nơi nhận", plan.recipients),
            ("người ký", plan.signer_name),
        )
        if not there
    ]  # fmt: skip
    half = any(bool(group.tasks) != bool(group.agencies) for group in plan.groups)
    if half:
        missing.append("cơ quan hoặc nhiệm vụ của một nhóm")
    return Refused("written_plan_incomplete", facts={"missing": ", ".join(missing)}) if missing else ALLOWED


TEMPLATES: Final[dict[str, tuple[str, WrittenPlan]]] = {
    "event": (
        "Tiếp công dân phục vụ sự kiện (bầu cử, Đại hội, kỳ họp)",
        WrittenPlan(
            title="Tổ chức tiếp công dân, giải quyết khiếu nại, tố cáo phục vụ …",
            bases=(
                "Luật Tiếp công dân số 42/2013/QH13",
                "Luật Khiếu nại số 02/2011/QH13",
                "Luật Tố cáo số 25/2018/QH14",
            ),
            purposes=("Bảo đảm quyền khiếu nại, tố cáo, kiến nghị, phản ánh của công dân.",),
            demands=("Việc tiếp công dân công khai, kịp thời, đúng pháp luật.",),
            groups=(
                Group(
                    ("Thanh tra tỉnh",),
                    (
                        "Chủ trì, phối hợp với Ban Tiếp công dân tỉnh rà soát các vụ việc đông người, phức tạp, kéo dài.",
                        "Tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước 16 giờ 00 hằng ngày.",
                    ),
                ),
                Group(
                    ("Ủy ban nhân dân các xã, phường",),
                    ("Tổ chức tiếp công dân tại tất cả các ngày trong thời gian diễn ra sự kiện.",),
                ),
            ),
            funding=("Kinh phí thực hiện do ngân sách nhà nước bảo đảm theo phân cấp.",),
            organisation=("Giao Thanh tra tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này.",),
            recipients=("Thường trực Tỉnh ủy (b/c)", "Các sở, ban, ngành; UBND các xã, phường (t/h)", "Lưu: VT"),
        ),
    ),
    "year": (
        "Công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm",
        WrittenPlan(
            title="Công tác tiếp công dân, giải quyết khiếu nại, tố cáo năm …",
            bases=(
                "Luật Tiếp công dân số 42/2013/QH13",
                "Luật Khiếu nại số 02/2011/QH13",
                "Luật Tố cáo số 25/2018/QH14",
            ),
            purposes=("Nâng cao hiệu quả tiếp công dân, giải quyết khiếu nại, tố cáo.",),
            demands=("Giải quyết đúng thời hạn, tập trung vụ việc tồn đọng, kéo dài.",),
            groups=(
                Group(
                    ("Thanh tra tỉnh",),
                    (
                        "Tiến hành thanh tra trách nhiệm trong công tác tiếp công dân.",
                        "Tổng hợp, báo cáo Ủy ban nhân dân tỉnh trước ngày 10/12 hằng năm.",
                    ),
                ),
            ),
            funding=("Kinh phí thực hiện bố trí trong dự toán hằng năm.",),
            organisation=("Giao Thanh tra tỉnh theo dõi, đôn đốc việc thực hiện Kế hoạch này.",),
            recipients=("Các sở, ban, ngành (t/h)", "Lưu: VT"),
        ),
    ),
    "blank": ("Kế hoạch trống", WrittenPlan()),
}

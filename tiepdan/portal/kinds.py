"""The kinds of submission as citizens choose them: words of the address, of the page, and what they are in law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tiepdan.matters.rules import MatterKind


@dataclass(frozen=True, slots=True)
class KindChoice:
    """One way to submit."""

    slug: str
    kind: MatterKind
    mark: str  # petition, feedback within petition_feedback
    title: str
    when: str  # "choose this when …"
    respondent_label: str  # empty: nobody is complained of
    content_label: str
    content_hint: str

    @property
    def is_denunciation(self) -> bool:
        """Tell whether the sender's identity is sealed."""
        return self.kind is MatterKind.DENUNCIATION

    @property
    def is_complaint(self) -> bool:
        """Tell whether a decision or act is contested."""
        return self.kind is MatterKind.COMPLAINT


CHOICES: Final = (
    KindChoice(
        slug="khieu-nai",
        kind=MatterKind.COMPLAINT,
        mark="",
        title="Khiếu nại",
        when="Một quyết định hoặc việc làm của cơ quan nhà nước, cán bộ đã ảnh hưởng đến chính quyền lợi của ông/bà.",
        respondent_label="Cơ quan hoặc người bị khiếu nại",
        content_label="Nội dung và lý do khiếu nại",
        content_hint="Việc gì đã xảy ra, khi nào, vì sao ông/bà cho là không đúng.",
    ),
    KindChoice(
        slug="to-cao",
        kind=MatterKind.DENUNCIATION,
        mark="",
        title="Tố cáo",
        when="Ông/bà biết một người hoặc cơ quan làm trái pháp luật, gây thiệt hại hoặc đe dọa gây thiệt hại.",
        respondent_label="Người hoặc cơ quan bị tố cáo",
        content_label="Hành vi vi phạm",
        content_hint="Ai làm gì, khi nào, ở đâu, căn cứ nào cho thấy điều đó. Không cần viết tên mình trong phần này.",
    ),
    KindChoice(
        slug="kien-nghi",
        kind=MatterKind.PETITION_FEEDBACK,
        mark="petition",
        title="Kiến nghị",
        when="Ông/bà có ý kiến, đề xuất về chính sách, cách quản lý hoặc việc chung.",
        respondent_label="",
        content_label="Nội dung kiến nghị",
        content_hint="Điều ông/bà muốn cơ quan xem xét, và lý do.",
    ),
    KindChoice(
        slug="phan-anh",
        kind=MatterKind.PETITION_FEEDBACK,
        mark="feedback",
        title="Phản ánh",
        when="Ông/bà muốn báo một sự việc đang xảy ra để cơ quan biết và xử lý.",
        respondent_label="",
        content_label="Sự việc phản ánh",
        content_hint="Việc gì, ở đâu, từ bao giờ.",
    ),
    KindChoice(
        slug="chua-ro",
        kind=MatterKind.UNCLASSIFIED,
        mark="",
        title="Chưa rõ loại nào",
        when="Cứ viết ra; cơ quan sẽ phân loại theo nội dung, không theo tên gọi của đơn.",
        respondent_label="",
        content_label="Nội dung",
        content_hint="Việc gì đã xảy ra và ông/bà muốn gì. Nếu là tố cáo, hãy chọn “Tố cáo” để tên ông/bà được niêm phong.",
    ),
)
BY_SLUG: Final = {choice.slug: choice for choice in CHOICES}

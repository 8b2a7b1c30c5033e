"""One sentence per refusal code: what happened, why, what to do. docs/refusals.md is compared with this table."""

from __future__ import annotations

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    "not_at_agency": "Người được chọn không có vị trí công tác tại cơ quan này: chọn người khác.",
    "conflict_of_interest": (
        "Người được chọn bị tố cáo, có quan hệ lợi ích hoặc thuộc đơn vị liên quan nên không được tham gia: chọn người khác."
    ),
    "not_assigned": "Người này không được phân công việc này.",
}

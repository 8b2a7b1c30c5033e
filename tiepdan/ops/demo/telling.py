"""What the main commune tells the public on the portal: two pages that citizens read, one that waits for the head."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from django.db import transaction

from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Role
from tiepdan.infra.clock import VIETNAM
from tiepdan.ops.demo.world import World
from tiepdan.pages import actions
from tiepdan.pages.actions import PageText
from tiepdan.pages.models import PortalPage
from tiepdan.pages.rules import PageKind

_WRITTEN_BEFORE: Final = 21  # days before the last day of the demo
_GUIDE: Final = """Ông/bà đến nơi tiếp công dân tại {address}, gửi đơn qua bưu điện hoặc gửi trên cổng này.

Đơn khiếu nại ghi ngày, tháng, năm; tên, địa chỉ của ông/bà; tên, địa chỉ của cơ quan hoặc người bị khiếu nại; \
nội dung, lý do, yêu cầu; có chữ ký hoặc điểm chỉ (Luật Khiếu nại, Điều 8). Kèm bản chụp quyết định bị khiếu nại, nếu có.

Không viết được đơn, ông/bà trình bày trực tiếp: cán bộ ghi lại thành văn bản, ông/bà ký hoặc điểm chỉ.

Nhận đơn xong, ông/bà có mã và PIN để xem đơn đang ở đâu."""
_PLACE: Final = """Nơi tiếp công dân: {address}. Điện thoại: {phone}.

Giờ tiếp và các buổi thủ trưởng tiếp ở trang Lịch tiếp công dân của cơ quan; ông/bà hẹn giờ trước thì không phải chờ lâu.

Lối vào có đường dốc cho xe lăn."""
_NOTICE: Final = """Trong những ngày Hội đồng nhân dân họp, nơi tiếp công dân có người trực cả ngày nghỉ.

Ông/bà có đơn đã gửi, xem đơn đang ở đâu bằng mã trên giấy biên nhận, không cần đến hỏi."""


def shows_pages(world: World) -> None:
    """Let a clerk write and the head approve. A demo that has pages already is left as it is."""
    clerk, head = world.actor("commune", Role.RECEPTION_OFFICER), world.actor("commune", Role.HEAD)
    at = datetime.combine(world.as_of - timedelta(days=_WRITTEN_BEFORE), time(9), tzinfo=VIETNAM)
    agency = world.agency("commune")
    with acting(clerk):
        if PortalPage.objects.exists():
            return
    with transaction.atomic():
        for kind, title, text in (
            (PageKind.GUIDE, "Khiếu nại: đến đâu, mang gì", _GUIDE),
            (PageKind.RECEPTION, "Nơi tiếp công dân", _PLACE),
            (PageKind.NOTICE, "Tiếp công dân trong kỳ họp Hội đồng nhân dân", _NOTICE),
        ):
            told = PageText(kind=kind, title=title, text=text.format(address=agency.address, phone=agency.phone))
            with acting(clerk):
                page = actions.write_page(content=told, by=clerk, at=at)
                actions.submit_page(page_id=page.pk, by=clerk, at=at)
            if kind is not PageKind.NOTICE:
                with acting(head):
                    actions.publish_page(page_id=page.pk, by=head, at=at + timedelta(hours=5))

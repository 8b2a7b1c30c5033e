"""What stands around every page of the desk: navigation by role, the inbox counter, the posts one may act from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role
from tiepdan.desk.labels import label
from tiepdan.plans.rules import READERS as PLAN_READERS
from tiepdan.plans.rules.tasks import WORKERS
from tiepdan.reports.queries import unread_count
from tiepdan.ui.words import said

COUNT_LIMIT: Final = 99
_DESK: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HEAD, Role.DEPUTY, Role.RECORDS_CLERK)
_HEADS: Final = (Role.HEAD, Role.DEPUTY)
_CASES: Final = (Role.PROCESSING_OFFICER, Role.HANDLER, *_HEADS, Role.OVERSIGHT)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the navigation."""

    label: str
    icon: str
    names: tuple[str, ...]  # the first that exists is used
    roles: tuple[Role, ...] = tuple(Role)
    gap: bool = False  # a line above it
    also: tuple[str, ...] = ()  # pages elsewhere that belong to it


ENTRIES: Final = (
    Entry("Việc của tôi", "list-todo", ("desk:work_mine",)),
    Entry("Tiếp dân", "users", ("desk:reception_list",), (*_DESK,)),
    Entry(
        "Lịch tiếp", "calendar-days", ("desk:agenda_year",), (*_DESK, Role.COORDINATOR),
    ),
    Entry("Hàng chờ", "ticket", ("desk:queue",), (*_DESK,)),
    Entry("Thủ trưởng tiếp dân", "calendar-days", ("desk:agenda_overseen",), (Role.OVERSIGHT,)),
    Entry("Tiếp trực tuyến", "video", ("desk:online_list",), (*_DESK, Role.HANDLER, Role.OVERSIGHT)),
    Entry("Đơn", "file-text", ("desk:submission_list",), (*_DESK, Role.OVERSIGHT)),
    Entry(
        "Xử lý đơn", "list-checks", ("desk:processing_queue",),
        (Role.PROCESSING_OFFICER, Role.RECEPTION_OFFICER),
    ),
    Entry("Phê duyệt", "stamp", ("desk:processing_approvals",), _HEADS),
    Entry("Vụ việc", "folder-open", ("desk:case_list",), _CASES),
    Entry("Văn bản", "file-pen", ("desk:paper_list",), (*_DESK, Role.HANDLER)),
    Entry("Sổ", "book-open", ("desk:register_list", "desk:register_index"), _DESK, also=("desk:import_list",)),
    Entry(
        "Dữ liệu cá nhân", "shield", ("desk:privacy_requests",),
        (Role.RECEPTION_OFFICER, Role.RECORDS_CLERK, *_HEADS),
    ),
    Entry("Trang trên cổng", "globe", ("desk:page_list",), _DESK),
    Entry("Kế hoạch", "clipboard-list", ("desk:plan_list",), PLAN_READERS, also=("desk:draft_list",)),
    Entry(
        "Nhiệm vụ", "square-check", ("desk:task_list",), WORKERS,
        also=("desk:followed_list", "desk:report_list", "desk:plan_registers_all", "desk:booking_list", "desk:window_list",
              "desk:review_list"),
    ),
    Entry("Trực", "calendar-clock", ("desk:duty_now",)),
    Entry("Tình huống", "siren", ("desk:incident_list",)),
    Entry("Tình hình ngày", "newspaper", ("desk:situation_list",), (Role.COORDINATOR, *_HEADS, Role.RECORDS_CLERK, Role.OVERSIGHT)),
    Entry("Hộp tin", "bell", ("desk:work_inbox",)),
    Entry("Bảng điều hành", "layout-dashboard", ("desk:work_board",), (*_HEADS, Role.OVERSIGHT), gap=True,
        also=("desk:hand_work", "desk:delegation_list")),
    Entry("Bộ quy tắc", "scale", ("desk:rulebook",)),
    Entry("Người dùng", "user-cog", ("desk:admin_users",), (Role.ADMINISTRATOR,), gap=True),
    Entry("Xác nhận vị trí", "user-check", ("desk:posts_waiting",), (Role.HEAD, Role.ADMINISTRATOR)),
    Entry("Cơ quan", "building-2", ("desk:admin_agencies",), (Role.ADMINISTRATOR,)),
    Entry("Bàn giao", "arrow-right-left", ("desk:handover_list",), (Role.ADMINISTRATOR, *_HEADS)),
    Entry("Biểu mẫu", "layout-template", ("desk:office_forms",), (Role.ADMINISTRATOR,)),
    Entry("Chứng thư tin cậy", "shield-check", ("desk:certificate_list",), (Role.ADMINISTRATOR,)),
    Entry("Hệ thống kết nối", "plug", ("desk:api_client_list",), (Role.ADMINISTRATOR,)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NavLink:
    """A place as drawn."""

    label: str
    icon: str
    url: str
    current: bool
    gap: bool
    count: str


@dataclass(frozen=True, slots=True)
class PostChoice:
    """A post that the user may act from."""

    id: int
    role: str
    agency: str
    current: bool


class Frame:
    """Lazy: pages that draw no frame (fragments, downloads) pay nothing."""

    def __init__(self, *, actor: Actor, posts: list[Post], path: str, today: date) -> None:
        self._actor = actor
        self._posts = posts
        self._path = path
        self._today = today

    @cached_property
    def role(self) -> str:
        """The acting role in words."""
        acting_for = self._actor.acting_for
        return label("role", self._actor.role) + (_(" (thay {name})").format(name=acting_for) if acting_for else "")

    @cached_property
    def searches(self) -> bool:
        """Tell whether the search box has anything to find: roles without sight of matters get none."""
        return not self._actor.is_one_of(Role.ADMINISTRATOR, Role.COORDINATOR)

    @cached_property
    def unread(self) -> int:
        """Unread lines of the inbox, counted up to 100. Cost: 1 query."""
        return unread_count(by=self._actor, limit=COUNT_LIMIT + 1)

    @property
    def unread_shown(self) -> str:
        """The counter as drawn: `99+` beyond the limit."""
        return f"{COUNT_LIMIT}+" if self.unread > COUNT_LIMIT else str(self.unread)

    @cached_property
    def posts(self) -> list[PostChoice]:
        """The posts to choose from."""
        return [
            PostChoice(post.pk, _role_of(post), post.agency.name, post.pk == self._actor.post_id)
            for post in self._posts
        ]

    @cached_property
    def nav(self) -> list[NavLink]:
        """The places this role works in; a place without a page is left out."""
        found = _places_of(self._actor.role)
        whole = [(url, part) for _entry, url, parts in found for part in parts]
        home = reverse("desk:work_mine")  # every address begins with it: it is current only on its own page
        here = [one for one in whole if self._path == one[1] or (one[1] != home and self._path.startswith(one[1]))]
        longest, _part = max(here, key=lambda one: len(one[1]), default=("", ""))
        return [
            NavLink(
                said(entry.label), entry.icon, url, url == longest, entry.gap,
                self.unread_shown if url.endswith("/hop-tin/") and self.unread else "",
            )
            for entry, url, _parts in found
        ]  # fmt: skip


def _role_of(post: Post) -> str:
    return label("role", post.role) + (_(" (thay {name})").format(name=post.acting_for) if post.acting_for else "")


@cache
def _places_of(role: str) -> tuple[tuple[Entry, str, tuple[str, ...]], ...]:
    """Return the places a role works in: the entry, its address, and the addresses of the pages that belong to it."""
    found = []
    for entry in ENTRIES:
        url = _address(entry.names) if role in entry.roles else ""
        if url:
            found.append((entry, url, (url, *map(reverse, entry.also))))
    return tuple(found)


def _address(names: tuple[str, ...]) -> str:
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return ""

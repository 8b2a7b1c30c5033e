"""Where stories may be retold: communes' committees with people in the four usual roles."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind
from tiepdan.ops.demo.areas import list_provinces

_USUAL = (Role.HEAD, Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER)


@dataclass(frozen=True, slots=True)
class Place:
    """An agency that stories are taken from or put to, and who works there in the order of their posts."""

    id: str
    path: str
    name: str
    head_title: str
    area: str  # as in an address: "phường Hoa Sen, tỉnh Lào Cai"
    staff: dict[str, list[tuple[str, str]]]  # role → user id, name

    def person_in(self, role: str, place: int) -> tuple[str, str]:
        """Return who stands in for the holder of a role: the same role, else the head's office, else whoever handles."""
        for wanted in (role, Role.HEAD if role in {Role.DEPUTY, Role.ADMINISTRATOR} else Role.PROCESSING_OFFICER):
            found = self.staff.get(wanted, [])
            if len(found) > place:
                return found[place]
            if found and wanted != role:
                return found[0]
        return self.staff[Role.PROCESSING_OFFICER][0]


def places() -> list[Place]:
    """List the communes' committees that work today, oldest entry first. Cost: 2 queries."""
    staff: dict[int, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    posts = Post.objects.filter(agency__kind=AgencyKind.COMMUNE_COMMITTEE).select_related("user").order_by("pk")
    for post in posts:
        staff[post.agency_id][post.role].append((str(post.user_id), post.user.name))
    provinces = {province.code: province.name for province in list_provinces()}
    found = []
    for agency in Agency.objects.filter(kind=AgencyKind.COMMUNE_COMMITTEE, ends_before__isnull=True).order_by("pk"):
        mine = staff.get(agency.pk, {})
        if not all(role in mine for role in _USUAL):
            continue
        province = agency.code[1:3] if agency.code.startswith("H") else ""
        area = f"{agency.name.removeprefix('UBND ')}, tỉnh {provinces.get(province, 'Hoa Sen')}"
        found.append(
            Place(
                str(agency.pk), agency.path, agency.name, agency.head_title, area, {k: list(v) for k, v in mine.items()}
            )
        )
    return found

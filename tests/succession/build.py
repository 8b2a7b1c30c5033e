"""A district that ends: its people, two communes and the province that follow, and matters that lie open there."""

from __future__ import annotations

from dataclasses import dataclass

from tests import factories
from tests.people import Cast, make_cast
from tests.submissions.build import complaint, denunciation, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, SuccessionKind
from tiepdan.matters.models import Handover
from tiepdan.submissions.models import Submission
from tiepdan.succession.actions import Done, Part, approve_handover, prepare_handover
from tiepdan.succession.rules import DISTRICT_END_ON, Template

AT = factories.moment("2026-07-14")
SPRING = factories.moment("2025-03-10")


@dataclass
class Reform:
    """Who takes part in the end of a district."""

    cast: Cast
    district: Agency
    head: Actor
    clerk: Actor
    handler: Actor
    administrator: Actor  # of the province
    taker: Actor  # reception officer of the first commune


def make_reform() -> Reform:
    """A district under the province of the cast; its first successor is the commune, its second the neighbour."""
    cast = make_cast()
    district = factories.agency(
        "UBND huyện Đầm Sen", kind=AgencyKind.DISTRICT_COMMITTEE, level=AgencyLevel.DISTRICT, parent=cast.province
    )
    return Reform(
        cast=cast,
        district=district,
        head=factories.post(Role.HEAD, district, name="Lại Chủ Tịch Huyện"),
        clerk=factories.post(Role.RECEPTION_OFFICER, district, name="Mạc Tiếp Huyện"),
        handler=factories.post(Role.HANDLER, district, name="Giáp Thụ Lý Huyện"),
        administrator=factories.post(Role.ADMINISTRATOR, cast.province, name="Ông Quản Trị Tỉnh"),
        taker=cast.clerk,
    )


def prepared(reform: Reform, *, template: Template | None = Template.DISTRICT_END, **given: object) -> Handover:
    """The handover as the province's administrator prepares it."""
    values: dict[str, object] = {
        "predecessor_id": reform.district.pk, "kind": SuccessionKind.SPLIT, "effect_on": DISTRICT_END_ON,
        "parts": [Part(reform.cast.commune.pk, main=True), Part(reform.cast.neighbour.pk, share="Nửa phía Đông")],
        "decision": "Nghị quyết 12/NQ-HĐND ngày 20/06/2025", "template": template, "by": reform.administrator, "at": AT,
    }  # fmt: skip
    with acting(reform.administrator):
        return prepare_handover(**{**values, **given})  # type: ignore[arg-type]


def approved(reform: Reform, handover: Handover, *, by: Actor | None = None) -> Done:
    """Approved by the head of the district."""
    actor = by or reform.head
    with acting(actor):
        return approve_handover(handover_id=handover.pk, by=actor, at=AT)


def brought(reform: Reform, content: str, **changes: object) -> Submission:
    """A complaint that came to the district in spring 2025."""
    return received(reform.clerk, complaint(content=content, **changes), at=SPRING).submission


def accused(reform: Reform, content: str, **changes: object) -> Submission:
    """A denunciation that came to the district in spring 2025."""
    return received(reform.clerk, denunciation(content=content, **changes), at=SPRING).submission

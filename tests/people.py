"""The fixed cast: a province, two communes, a department, and who works there."""

from __future__ import annotations

from dataclasses import dataclass

from django.test import Client

from tests import factories
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import AgencyKind, AgencyLevel


@dataclass(frozen=True)
class Cast:
    """Everybody a test may need; `outsider` holds every right, elsewhere."""

    province: Agency
    inspectorate: Agency
    department: Agency
    commune: Agency
    neighbour: Agency
    clerk: Actor  # reception officer at the commune
    processor: Actor
    handler: Actor
    second_handler: Actor
    head: Actor
    deputy: Actor
    records: Actor
    administrator: Actor
    coordinator: Actor
    overseer: Actor  # inspectorate of the province
    outsider: Actor  # head of the neighbouring commune
    outsider_clerk: Actor
    department_processor: Actor
    department_head: Actor
    province_processor: Actor
    province_head: Actor


def make_cast() -> Cast:
    """Build the cast in the database."""
    province = factories.agency("UBND tỉnh Sen Vàng", kind=AgencyKind.PROVINCIAL_COMMITTEE, level=AgencyLevel.PROVINCE)
    inspectorate = factories.agency(
        "Thanh tra tỉnh Sen Vàng", kind=AgencyKind.INSPECTORATE, level=AgencyLevel.PROVINCE, parent=province,
        symbol="TTr", head_title="Chánh Thanh tra",
    )  # fmt: skip
    department = factories.agency(
        "Sở Nông nghiệp và Môi trường", kind=AgencyKind.DEPARTMENT, level=AgencyLevel.PROVINCE, parent=province,
        symbol="SNNMT", head_title="Giám đốc",
    )  # fmt: skip
    commune = factories.agency("UBND phường Hoa Sen", parent=province)
    neighbour = factories.agency("UBND xã Hoa Súng", parent=province)
    return Cast(
        province=province,
        inspectorate=inspectorate,
        department=department,
        commune=commune,
        neighbour=neighbour,
        clerk=factories.post(Role.RECEPTION_OFFICER, commune, name="Lê Thị Tiếp"),
        processor=factories.post(Role.PROCESSING_OFFICER, commune, name="Phạm Văn Xử"),
        handler=factories.post(Role.HANDLER, commune, name="Đỗ Thị Lý"),
        second_handler=factories.post(Role.HANDLER, commune, name="Ngô Văn Minh"),
        head=factories.post(Role.HEAD, commune, name="Trần Văn Trưởng"),
        deputy=factories.post(Role.DEPUTY, commune, name="Vũ Thị Phó"),
        records=factories.post(Role.RECORDS_CLERK, commune, name="Bùi Văn Thư"),
        administrator=factories.post(Role.ADMINISTRATOR, commune, name="Hồ Quản Trị"),
        coordinator=factories.post(Role.COORDINATOR, commune, name="Mai Điều Phối"),
        overseer=factories.post(Role.OVERSIGHT, inspectorate, name="Đinh Thanh Tra"),
        outsider=factories.post(Role.HEAD, neighbour, name="Cao Người Ngoài"),
        outsider_clerk=factories.post(Role.RECEPTION_OFFICER, neighbour, name="Tạ Người Ngoài"),
        department_processor=factories.post(Role.PROCESSING_OFFICER, department, name="Dương Xử Đơn"),
        department_head=factories.post(Role.HEAD, department, name="Lương Giám Đốc"),
        province_processor=factories.post(Role.PROCESSING_OFFICER, province, name="Chu Xử Tỉnh"),
        province_head=factories.post(Role.HEAD, province, name="Đặng Chủ Tịch"),
    )


def client_of(actor: Actor) -> Client:
    """A browser with somebody logged in."""
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client

"""A plan of the province at work: read, matched, issued by the inspectorate, with duties in every state at four agencies."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from django.db import transaction

from tiepdan.accounts.acting import acting, service_actor, serving
from tiepdan.accounts.rules import Actor, Role
from tiepdan.infra.clock import VIETNAM
from tiepdan.ops.demo.world import World
from tiepdan.plans import actions
from tiepdan.plans.actions import issued, registers, reports, tasks, windows
from tiepdan.plans.fields import places_of
from tiepdan.plans.models import Plan, PlanDocument, Report, TaskAgency
from tiepdan.plans.reading.output import reading_json
from tiepdan.plans.rules.matching import MatchKind
from tiepdan.plans.rules.registers import RegisterKind
from tiepdan.plans.rules.tasks import TaskKind
from tiepdan.plans.rules.windows import EventKind

_SIGNED_BEFORE: Final = 21  # days before the last day of the demo
_PLAN: Final = """| ỦY BAN NHÂN DÂN TỈNH {upper} | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc |
| Số: 96/KH-UBND | {province}, ngày {signed:%d} tháng {signed:%m} năm {signed:%Y} |

KẾ HOẠCH
Tiếp công dân, giải quyết khiếu nại, tố cáo phục vụ kỳ họp Hội đồng nhân dân

Căn cứ Luật Tiếp công dân ngày 25/11/2013; Luật Khiếu nại ngày 11/11/2011;

Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung sau:

I. NHIỆM VỤ CỦA CÁC CƠ QUAN, ĐƠN VỊ

1. Thanh tra tỉnh

- Chủ trì, phối hợp với Ban Tiếp công dân tỉnh rà soát các vụ việc tồn đọng; hoàn thành trước ngày {early:%d/%m/%Y}.

- Tổng hợp kết quả tiếp công dân, báo cáo Ủy ban nhân dân tỉnh trước ngày {ends:%d/%m/%Y}.

2. Sở Nông nghiệp và Môi trường

- Giải quyết dứt điểm các vụ việc về đất đai đã có quyết định; hoàn thành trước ngày {late:%d/%m/%Y}.

- Cử công chức phối hợp tiếp công dân khi có yêu cầu.

3. Ủy ban nhân dân {commune}

- Tổ chức tiếp công dân tất cả các ngày trong thời gian diễn ra kỳ họp, kể cả ngày nghỉ.

- Tập huấn kỹ năng tiếp công dân cho công chức, hoàn thành trước ngày {early:%d/%m/%Y}.

- Chuẩn bị phòng tiếp đoàn đông người; hoàn thành trước ngày {late:%d/%m/%Y}.

- Định kỳ hằng tuần báo cáo kết quả về Thanh tra tỉnh để tổng hợp.

4. Ủy ban nhân dân {neighbour}

- Bố trí xe đưa công dân về địa phương khi công dân có nguyện vọng.

II. TỔ CHỨC THỰC HIỆN

Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về
Ủy ban nhân dân tỉnh (qua Thanh tra tỉnh) để xem xét./.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

{signer}
"""


def shows_plan(world: World) -> None:
    """Let a plan run up to the last day of the demo. A demo that has one already is left as it is."""
    by = world.actor("inspectorate", Role.COORDINATOR)
    with acting(by):
        if Plan.objects.exists():
            return
    signed = world.as_of - timedelta(days=_SIGNED_BEFORE)
    with transaction.atomic():
        plan = _issued(world, by, _at(signed, 9))
        _answered(world, plan)
        _reported(world, plan)
        _looked_after(world, plan)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=VIETNAM)


def _text(world: World) -> str:
    day = world.as_of
    return _PLAN.format(
        upper=world.province.name.upper(), province=world.province.name, signed=day - timedelta(days=_SIGNED_BEFORE),
        early=day - timedelta(days=5), late=day - timedelta(days=2), ends=day + timedelta(days=12),
        commune=_bare(world, "commune"), neighbour=_bare(world, _neighbour(world)), signer=world.actor("province", Role.HEAD).name,
    )  # fmt: skip


def _bare(world: World, key: str) -> str:
    return world.agency(key).name.removeprefix("UBND ")


def _neighbour(world: World) -> str:
    return next(key for key in world.communes() if key != "commune")


def _issued(world: World, by: Actor, at: datetime) -> Plan:
    """From the text to the agencies, as a coordinator does it on screen."""
    from tiepdan.plans.reading.assemble import read_plan  # its patterns take long to compile
    from tiepdan.plans.reading.passages import passages

    text = _text(world)
    with acting(by):
        document = actions.upload_plan(data=text.encode(), name="ke-hoach-96.txt", by=by, at=at)
        window = windows.set_window(
            name="Kỳ họp Hội đồng nhân dân", kind=EventKind.SESSION, prepares_on=at.date(), starts_on=world.as_of,
            ends_on=world.as_of + timedelta(days=5), follows_until=world.as_of + timedelta(days=20), by=by, at=at,
        )  # fmt: skip
    reading = read_plan(text)
    whole = reading_json(reading)
    rows = [(one.path, one.spans, one.confidence) for one in passages(reading)]
    system = service_actor(agency=world.agency("inspectorate"))
    with serving(system):
        actions.store_reading(
            plan_id=document.pk, text=text, reading=whole, places=places_of(whole, rows), format=document.format, pages=None,
            by=system, at=at,
        )  # fmt: skip
    with acting(by):
        confirmed: PlanDocument = actions.confirm_reading(code=document.code, by=by, at=at)
        plan = issued.follow_plan(document_code=confirmed.code, window_id=window.pk, by=by, at=at)
        for task in plan.tasks.filter(lead_text=""):
            issued.change_task(
                task_id=task.pk, text=task.text, leads=[by.agency_name], coordinate=task.coordinate_text.splitlines(),
                kind=TaskKind(task.kind), by=by, at=at,
            )  # fmt: skip
        issued.accept_sure_bodies(code=plan.code, by=by, at=at)
        for body in plan.bodies.filter(decided_at=None):
            known = body.kind in {MatchKind.ONE, MatchKind.SET} and bool(body.agencies)
            issued.decide_body(
                body_id=body.pk, agencies=body.agencies if known else [], outside=not known, by=by, at=at
            )
        return issued.issue_plan(code=plan.code, by=by, at=at)


def _lines(plan: Plan, by: Actor) -> list[TaskAgency]:
    return list(TaskAgency.objects.filter(plan=plan, agency_path=by.agency_path).order_by("task__ordinal"))


def _answered(world: World, plan: Plan) -> None:
    """Done, under way, late, objected to, with a difficulty that waits; the neighbour has not answered yet."""
    day = world.as_of
    for key in ("inspectorate", "department:land", "commune"):
        one = world.actor(key, Role.COORDINATOR)
        at = _at(day - timedelta(days=18), 10)
        with acting(one):
            lines = _lines(plan, one)
            if not lines:
                continue
            if key == "department:land" and len(lines) > 1:
                tasks.object_to_task(
                    line_id=lines[-1].pk, reason="Phòng chuyên môn chỉ còn hai người; đề nghị giao luân phiên.", by=one, at=at
                )  # fmt: skip
            tasks.accept_all(code=plan.code, by=one, at=at)
            first = lines[0]
            tasks.tell_progress(
                line_id=first.pk, percent=40, text="Đã phân công người làm, lập danh mục vụ việc.", by=one, at=at + timedelta(days=4)
            )  # fmt: skip
            if key == "commune":
                _commune(world, lines, one)


def _commune(world: World, lines: list[TaskAgency], by: Actor) -> None:
    day = world.as_of
    if len(lines) > 1:
        tasks.tell_progress(
            line_id=lines[1].pk, percent=100, text="Đã tập huấn một lớp cho công chức.", by=by, at=_at(day - timedelta(days=7), 16)
        )  # fmt: skip
        registers.enter(
            kind=RegisterKind.TRAINING, title="Lớp kỹ năng tiếp công dân", happened_on=day - timedelta(days=8),
            details={"classes": 1, "people": 24}, task_id=lines[1].task_id, by=by, at=_at(day - timedelta(days=7), 16),
        )  # fmt: skip
    tasks.add_part(
        line_id=lines[0].pk, text="Xếp lịch trực cả ngày nghỉ", assignee_id=by.user_id, due_on=day, by=by,
        at=_at(day - timedelta(days=9), 9),
    )  # fmt: skip
    tasks.tell_obstacle(
        line_id=lines[-1].pk, text="Trụ sở đang sửa chữa, thiếu phòng tiếp đoàn đông người.",
        proposal="Cho mượn phòng họp của Nhà văn hóa.",
        via=world.agency("inspectorate"), to=world.agency("province"), by=by, at=_at(day - timedelta(days=6), 15),
    )  # fmt: skip


def _reported(world: World, plan: Plan) -> None:
    """The weekly reports whose days have begun; the commune has sent its first one."""
    by, one = world.actor("inspectorate", Role.COORDINATOR), world.actor("commune", Role.COORDINATOR)
    with acting(by):
        reports.open_reports(plan=plan, until=world.as_of, by=by, at=_at(world.as_of - timedelta(days=1), 0))
    with acting(one):
        first = Report.objects.filter(plan=plan, agency_path=one.agency_path).order_by("due_at").first()
        if first is None:
            return
        at = _at(min(first.due_at.date(), world.as_of), 8)
        reports.save_report(
            code=first.code, texts={"results": "Tiếp công dân đủ các ngày làm việc; chưa có đoàn đông người."}, figures_given={},
            by=one, at=at,
        )  # fmt: skip
        reports.send_report(code=first.code, by=one, at=at + timedelta(minutes=20))


def _looked_after(world: World, plan: Plan) -> None:
    """The coordinator urges where it is late."""
    by = world.actor("inspectorate", Role.COORDINATOR)
    with acting(by):
        late = (
            TaskAgency.objects.filter(plan=plan, due_on__lt=world.as_of, status="accepted")
            .exclude(agency_path=by.agency_path)
            .first()
        )
        if late is not None:
            tasks.urge_agency(
                line_id=late.pk, text="Đề nghị báo tiến độ và ngày hoàn thành.", answer_by=world.as_of + timedelta(days=2), by=by,
                at=_at(world.as_of - timedelta(days=1), 9),
            )  # fmt: skip

"""The matters of the oracle, made by real acts, and everybody who may try to see them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.test import Client

from tests import factories
from tests.api.calling import Caller, caller
from tests.cases.build import Walk
from tests.people import Cast, make_cast
from tests.reception.build import entered, secret_visit, visit
from tests.routing.build import decided, proposed, screened
from tests.submissions.build import complaint, denunciation
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor, Role
from tiepdan.cases import actions as cases
from tiepdan.cases.intent import Intent, ObligationData
from tiepdan.cases.models import Case
from tiepdan.duplicates.actions import link_repeat, sketch
from tiepdan.infra import clock
from tiepdan.matters.actions import assign
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.reception.visit import VisitorData
from tiepdan.routing import actions as routing
from tiepdan.routing.models import Transfer
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.intake import Identity, Intake, PartyData
from tiepdan.submissions.models import AttachmentRole
from tiepdan.submissions.rules import PartyRole

SEALED = ("denunciation_received", "denunciation_case", "denunciation_forwarded")
NAMES = {  # of the authors; no word of one is in another, in a text or in the cast
    "complaint_received": "Quách Thị Mướp", "complaint_case": "Kiều Văn Dưa", "petition_forwarded": "Phùng Thị Chanh",
    "denunciation_received": "Tăng Văn Khế", "denunciation_case": "Thái Thị Vải", "denunciation_forwarded": "Từ Văn Nhãn",
    "complaint_voided": "Viên Thị Quýt",
}  # fmt: skip
STORIES = {
    "complaint_received": "Đề nghị xem lại việc bồi thường thửa đất trồng zucchini khi làm đường ven sông.",
    "complaint_case": "Khiếu nại quyết định thu hồi mảnh vườn wasabi sau nhà của gia đình.",
    "petition_forwarded": "Kiến nghị sửa mương jalapeno bị tắc làm ngập ruộng lúa của thôn.",
    "denunciation_received": "Ông Lò Bị Tố nhận tiền khi cấp phép xây dựng kiosk ở chợ.",
    "denunciation_case": "Ông Lò Bị Tố bán trái phép đất fengshui của phường cho người quen.",
    "denunciation_forwarded": "Trưởng phòng của Sở nhận quà yogurt khi thẩm định dự án trại lợn.",
    "complaint_voided": "Khiếu nại việc tính sai tiền quinoa hỗ trợ di dời chuồng trại.",
}
WORDS = {
    "complaint_received": "zucchini", "complaint_case": "wasabi", "petition_forwarded": "jalapeno",
    "denunciation_received": "kiosk", "denunciation_case": "fengshui", "denunciation_forwarded": "yogurt",
    "complaint_voided": "quinoa",
}  # fmt: skip


def identity_of(key: str) -> Identity:
    """Who the author of a matter is, beside the name."""
    place = list(NAMES).index(key) + 1
    return Identity(
        number=f"00{place}77788899{place}",
        address=f"Hẻm {place}{place}{place} khóm Gấc",
        phone=f"098765{place}43{place}",
    )


def pieces_of(key: str) -> tuple[str, ...]:
    """Name, number, address and telephone of the author of a matter."""
    who = identity_of(key)
    return NAMES[key], who.number, who.address, who.phone


@dataclass
class Made:
    """One matter of the oracle."""

    key: str
    matter_id: int
    submission_id: int
    code: str
    pin: str
    reception_code: str = ""
    case_id: int = 0


@dataclass(frozen=True)
class Person:
    """Somebody who tries: an officer, a connected system, the citizen of a matter, or anybody."""

    name: str
    user_id: int
    role: str
    path: str  # empty: no agency
    agency_id: int = 0
    scope: tuple[str, str] = ("", "")  # agency paths whose lines are seen
    enter: str = ""  # call that tells the database who acts; %s stands for the citizen's matter
    actor: Actor | None = None
    caller: Caller | None = None

    @property
    def is_citizen(self) -> bool:
        """Tell whether this is the author of the matter at hand."""
        return self.name == "citizen"


@dataclass
class World:
    """Everything the oracle speaks of."""

    cast: Cast
    people: dict[str, Person] = field(default_factory=dict)
    matters: dict[str, Made] = field(default_factory=dict)

    def join(self, name: str, actor: Actor) -> None:
        """Let an officer be among those who try."""
        path = actor.agency_path
        scope = (path, f"{path} ")
        if actor.role == Role.OVERSIGHT:
            scope = (self.cast.province.path, f"{self.cast.province.path[:-1]}0")
        self.people[name] = Person(
            name, actor.user_id, str(actor.role), path, actor.agency_id, scope,
            f"tiepdan.enter({actor.user_id}, {actor.post_id})", actor,
        )  # fmt: skip


def make_world() -> World:
    """Make people and matters by acts; the days end today, so that openings have not lapsed."""
    cast = make_cast()
    world = World(cast)
    extra = {
        "denounced": factories.post(Role.HEAD, cast.commune, name="Lò Bị Tố"),
        "subordinate": factories.post(Role.RECORDS_CLERK, cast.commune, name="Sầm Dưới Quyền"),
    }
    actors = {name: one for name, one in vars(cast).items() if isinstance(one, Actor)} | extra
    for name, actor in actors.items():
        world.join(name, actor)
    elsewhere = factories.post(Role.ADMINISTRATOR, cast.neighbour, name="Quản Trị Xã Bên")
    for name, administrator in (("client", cast.administrator), ("other_client", elsewhere)):
        admitted = caller(Client(), by=administrator, agency_id=administrator.agency_id)
        path = administrator.agency_path
        world.people[name] = Person(
            name, -1000 - admitted.client.pk, "client", path, administrator.agency_id, (path, f"{path} "),
            f"tiepdan.enter_client({admitted.client.pk})", None, admitted,
        )  # fmt: skip
    world.people["citizen"] = Person("citizen", -1, "citizen", "", enter="tiepdan.enter_portal(%s)")
    world.people["stranger"] = Person("stranger", -1, "citizen", "", enter="tiepdan.enter_portal(0)")
    kept_out = tuple(extra[name].user_id for name in ("denounced", "subordinate"))
    _complaints(world)
    _petition(world)
    _denunciations(world, kept_out)
    return world


def _intake(key: str, *, kept_out: tuple[int, ...] = ()) -> Intake:
    base = {"complaint": complaint, "petition": complaint, "denunciation": denunciation}[key.split("_")[0]]
    role = {"c": PartyRole.COMPLAINANT, "p": PartyRole.PETITIONER, "d": PartyRole.DENOUNCER}[key[0]]
    party = PartyData(name=NAMES[key], role=role, identity_kind="can_cuoc", identity=identity_of(key))
    changes: dict[str, object] = {"content": STORIES[key], "parties": (party,)}
    if key[0] == "p":
        changes |= {"kind": MatterKind.PETITION_FEEDBACK, "petition_mark": "petition"}
    if key[0] == "d":
        changes |= {"respondent_name": "Lò Bị Tố", "denounced_user_ids": kept_out}
    return base(**changes)


def _brought(world: World, key: str, *, days_ago: int, kept_out: tuple[int, ...] = ()) -> Made:
    """The author comes to the desk of the commune, with a file."""
    clerk, at = world.cast.clerk, clock.now() - timedelta(days=days_ago)
    who = VisitorData(name=NAMES[key], identity_kind="can_cuoc", identity=identity_of(key))
    made = {"p": visit, "c": visit, "d": secret_visit}[key[0]]
    purpose = {"p": MatterKind.PETITION_FEEDBACK, "c": MatterKind.COMPLAINT, "d": MatterKind.DENUNCIATION}[key[0]]
    got = entered(clerk, made(visitors=(who,), purpose=purpose, content=STORIES[key]) if key[0] != "d"
                  else made(visitors=(who,)), _intake(key, kept_out=kept_out), at=at)  # fmt: skip
    assert got.received is not None
    submission = got.received.submission
    with acting(clerk):
        sketch(submission.pk)
        submissions.add_attachment(
            submission_id=submission.pk, data=pdf_bytes(f"{NAMES[key]} {STORIES[key]}"), name=f"{NAMES[key]}.pdf",
            role=AttachmentRole.ORIGINAL, by=clerk, at=at,
        )  # fmt: skip
    found = Made(
        key, submission.matter_id, submission.pk, submission.code, got.received.pin or "", got.reception.code
    )  # fmt: skip
    world.matters[key] = found
    return found


def _complaints(world: World) -> None:
    cast, today = world.cast, clock.now()
    _brought(world, "complaint_received", days_ago=2)
    case = _brought(world, "complaint_case", days_ago=40)
    with acting(cast.head):
        made = cases.accept_submission(
            submission_id=case.submission_id, leader_id=cast.deputy.user_id, handler_id=cast.handler.user_id,
            by=cast.head, at=today - timedelta(days=34), intent=Intent(),
        )  # fmt: skip
    case.case_id = made.pk
    way = Walk(cast, made, today - timedelta(days=34))

    def ago(days: int) -> str:
        return (today.date() - timedelta(days=days)).isoformat()

    with acting(cast.overseer):
        cases.urge(code=case.code, text="Đề nghị giải quyết đúng hạn.", answer_by=date.fromisoformat(ago(20)),
                   by=cast.overseer, at=today - timedelta(days=30))  # fmt: skip
    way.as_(cast.handler, cases.add_note, text="Cần đo lại.")
    way.recheck().on(ago(30)).verify().meet().on(ago(20)).report(differs=False).on(ago(10))
    way.decide(obligations=(ObligationData(what="Bồi thường thêm", money_million_vnd=Decimal(12)),))
    way.on(ago(8)).send().on(ago(6)).publish()
    voided = _brought(world, "complaint_voided", days_ago=3)
    with acting(cast.clerk):
        submissions.void(submission_id=voided.submission_id, reason="Nhập trùng", by=cast.clerk, at=today)
        link_repeat(
            submission_id=voided.submission_id, earlier_id=world.matters["complaint_received"].submission_id, same=False,
            by=cast.clerk, at=today,
        )  # fmt: skip


def _forward(world: World, key: str, *, against: str, taker: Actor) -> None:
    from tiepdan.submissions.models import Submission

    cast, day = world.cast, clock.today().isoformat()
    with acting(cast.head):  # whoever worked on it before is released when it goes
        assign(
            matter_id=world.matters[key].matter_id, user_id=cast.processor.user_id, agency_id=cast.commune.pk,
            duty=Duty.PROCESSING, by=cast.head, at=clock.now(),
        )  # fmt: skip
    with acting(cast.clerk):
        submission = Submission.objects.get(pk=world.matters[key].submission_id)
    screened(
        cast.clerk, submission, day=day, against_code=against, respondent_agency_id=cast.department.pk,
        respondent_name="Sở Nông nghiệp và Môi trường",
    )  # fmt: skip
    made = proposed(cast.clerk, submission, RouteAct.FORWARD, day=day, to_agency_id=cast.department.pk)
    decided(cast.head, made, day=day)
    with acting(taker):
        transfer = Transfer.objects.get(matter_id=world.matters[key].matter_id)
        routing.take_forwarded(transfer_id=transfer.pk, by=taker, at=clock.now())


def _petition(world: World) -> None:
    _brought(world, "petition_forwarded", days_ago=0)
    _forward(world, "petition_forwarded", against="", taker=world.cast.department_processor)


def _denunciations(world: World, kept_out: tuple[int, ...]) -> None:
    cast, now = world.cast, clock.now()
    _brought(world, "denunciation_received", days_ago=2, kept_out=kept_out)
    _brought(world, "denunciation_forwarded", days_ago=0, kept_out=kept_out)
    _forward(
        world, "denunciation_forwarded", against="provincial_agency_unit_head", taker=cast.department_head
    )  # fmt: skip
    case = _brought(world, "denunciation_case", days_ago=5, kept_out=kept_out)
    accepted_at = now - timedelta(days=3)
    with acting(cast.head):
        made = cases.accept_submission(
            submission_id=case.submission_id, leader_id=cast.head.user_id, handler_id=cast.handler.user_id, by=cast.head,
            at=accepted_at, intent=Intent(facts={"identity_checked": True, "is_competent": True}),
        )  # fmt: skip
    case.case_id = made.pk
    with acting(cast.handler):
        submissions.ask_opening(matter_id=case.matter_id, reason="Gửi thông báo thụ lý", by=cast.handler, at=now)
        submissions.release_redacted_text(
            submission_id=case.submission_id, text=STORIES["denunciation_case"], by=cast.handler, at=now
        )
        cases.send_acceptance_notices(
            case_id=made.pk, denunciation_content=STORIES["denunciation_case"], explain_by=now.date() + timedelta(days=9),
            by=cast.handler, at=now,
        )  # fmt: skip
    way = Walk(cast, Case(pk=made.pk, matter_id=case.matter_id), now)
    way.as_(
        cast.head, cases.start_verification, head_id=cast.handler.user_id, member_ids=[cast.second_handler.user_id],
        days=20,
    )  # fmt: skip
    with acting(cast.overseer):
        cases.urge(code=case.code, text="Đề nghị kết luận đúng hạn.", answer_by=now.date() + timedelta(days=7),
                   by=cast.overseer, at=now)  # fmt: skip


@contextmanager
def kept_world() -> Iterator[World]:
    """A world committed for a module, and everything emptied after it."""
    from django.test import TransactionTestCase

    yield make_world()
    empty: Callable[[None], None] = vars(TransactionTestCase)["_fixture_teardown"]  # as tests/conftest.py replaced it
    empty(None)

"""Building the demo: the province, its people, and three years of stories told through the real acts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from typing import Final

from django.db import transaction

from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.infra.errors import TiepdanError
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo import memory as told
from tiepdan.ops.demo.coming import Matter, comes_in, goes_elsewhere, is_screened, new_matter, repeats, somewhere
from tiepdan.ops.demo.duty import shows_duty
from tiepdan.ops.demo.haste import drawn_when_opened, seldom_swept
from tiepdan.ops.demo.keeping import a_record_is_let_go, an_acceptance_waits
from tiepdan.ops.demo.notices import see_old_notices
from tiepdan.ops.demo.passing import end_districts
from tiepdan.ops.demo.planned import shows_plan
from tiepdan.ops.demo.rarities import EVERY, rare_story
from tiepdan.ops.demo.receiving import receiving_stories
from tiepdan.ops.demo.repeatable import Codes, repeatable_codes
from tiepdan.ops.demo.settling import is_settled
from tiepdan.ops.demo.staff import PASSWORD
from tiepdan.ops.demo.telling import shows_pages
from tiepdan.ops.demo.timetable import Timetable, Turn, moment, written_soon
from tiepdan.ops.demo.world import World, find_world, has_ended, plan_world, settle_world
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.models import Submission

YEARS: Final = 3
_STILL_WAITING: Final = 60  # days; what came earlier has been dealt with somehow
_BESIDE: Final = 100  # room for the numbers of stories that are told once
_SHOWN_ROLES: Final = (
    Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER, Role.HEAD, Role.DEPUTY, Role.RECORDS_CLERK,
    Role.COORDINATOR, Role.ADMINISTRATOR, Role.OVERSIGHT,
)  # fmt: skip
_NAMES: Final = {
    Role.RECEPTION_OFFICER: "cán bộ tiếp dân",
    Role.PROCESSING_OFFICER: "cán bộ xử lý đơn",
    Role.HANDLER: "người thụ lý",
    Role.HEAD: "thủ trưởng",
    Role.DEPUTY: "cấp phó",
    Role.RECORDS_CLERK: "văn thư",
    Role.COORDINATOR: "điều phối kế hoạch",
    Role.ADMINISTRATOR: "quản trị",
    Role.OVERSIGHT: "thanh tra theo dõi",
}


class Part(StrEnum):
    """Which matters are built."""

    WHOLE = "whole"
    RECENT = "recent"  # brought in this year
    OLDER = "older"  # brought in the years before, into a demo that has its recent part


class ForeignDatabase(TiepdanError):
    """The database holds data that no demo made."""


@dataclass
class DemoAccounts:
    """Who can log in, for the operator to read."""

    province: str
    rows: list[tuple[str, str, str]] = field(default_factory=list)  # username, role, agency
    refused: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        lines = [f"Tài khoản dùng thử (tỉnh {self.province}), mật khẩu chung: {PASSWORD}"]
        lines += [f"  {username:<22} {role:<20} {agency}" for username, role, agency in self.rows]
        return "\n".join(lines) + "\n"


def refuse_foreign() -> None:
    """Raise ForeignDatabase unless the database is empty or holds a demo told half: a demo has a database of its own."""
    if any(told.has_begun(part=part) for part in (Part.WHOLE, Part.RECENT)):
        return
    if User.objects.exists() or Agency.objects.exists():
        raise ForeignDatabase(
            "Cơ sở dữ liệu này đã có dữ liệu: dữ liệu mẫu chỉ được dựng trong một cơ sở dữ liệu trống (TIEPDAN_HOME khác)."
        )


def build_demo(
    *, seed: int, as_of: date, submissions: int, progress: Callable[[str], None], part: Part = Part.WHOLE
) -> DemoAccounts:
    """Build everything, or one of two parts. The same seed, day, number and parts give the same demo; an interrupted part is told on.

    progress: told a line now and then; part: this year first (then one can begin to look round), or the years before
    """
    world = plan_world(seed=seed, as_of=as_of)
    plan = [str(seed), str(as_of), str(submissions)]
    if told.has_begun(part=part):
        if told.begun_with(part=part) != plan:
            raise ForeignDatabase(
                "Dữ liệu mẫu dựng dở với hạt giống, ngày hoặc số đơn khác; dùng lại đúng các tham số đó."
            )
        find_world(world)
    else:
        with transaction.atomic():
            if part is Part.OLDER:
                find_world(world)
            else:
                settle_world(world)
                _mark(world)
            told.begin(part=part, plan=plan)
    new_year = date(as_of.year, 1, 1)
    first = as_of - timedelta(days=YEARS * 365)
    since, until = {
        Part.WHOLE: (first, as_of),
        Part.RECENT: (max(new_year, as_of - timedelta(days=300)), as_of),
        Part.OLDER: (first, max(new_year, as_of - timedelta(days=300))),
    }[part]
    codes = Codes(seed=seed)
    memory = told.Memory(part=part, codes=codes)
    timetable = Timetable(until=as_of, memory=memory)
    if memory.turns:
        progress(f"  … nối tiếp sau {memory.turns} bước đã kể")
    with repeatable_codes(drawn=codes), written_soon(), drawn_when_opened(), seldom_swept(), memory.listening():
        for number in range(submissions):
            own = Random(f"{seed} {part} {number}")  # noqa: S311 # as above
            timetable.begin(_story(world, own, number, since, until), number=number)
        if part is not Part.OLDER:
            for number, tale in enumerate((*receiving_stories(world), an_acceptance_waits(world)), submissions):
                timetable.begin(tale, number=number)
        if part is not Part.RECENT:
            timetable.begin(a_record_is_let_go(world, first), number=submissions + _BESIDE)
        if part is not Part.RECENT:  # what the first start need not wait for, early in what it tells behind
            shows_plan(world)
            shows_pages(world)
        timetable.run(told=_Teller(progress, since))
        if part is not Part.OLDER:
            shows_duty(world)
    see_old_notices(world)
    if part is not Part.RECENT:
        end_districts(world)
    told.forget(part=part)
    accounts = DemoAccounts(province=world.province.name, refused=timetable.refused)
    for row in world.staff:
        if row.logs_in:
            accounts.rows.append((row.username, _NAMES[row.role], world.plans[row.agency].name))
    return accounts


def _story(world: World, chance: Random, number: int, since: date, until: date) -> Generator[Turn, None, None]:
    """One submission from its coming to wherever it stands on the last day."""
    day = _day(chance, since, until)
    if number % EVERY == 1:
        yield from rare_story(world=world, chance=chance, number=number, day=day, since=since)
        return
    key = somewhere(world=world, chance=chance, day=day)
    matter = new_matter(world=world, chance=chance, key=key, day=day)
    if chance.random() < 0.06:  # visits at which nothing is submitted
        yield from comes_in(matter, submitted=False)
        return
    submission = yield from comes_in(matter)
    fate = chance.random()
    waiting = (world.as_of - day).days < _STILL_WAITING
    if submission is None or (waiting and fate < 0.07):  # nobody has judged it yet
        return
    screened = yield from is_screened(matter, submission, matter.later(day, 1, 5), eligible=fate > 0.13)
    if screened is None or (waiting and fate < 0.10):  # judged, and waiting
        return
    next_day = matter.later(day, 2, 8)
    if fate < 0.13:  # not eligible: filed
        yield from goes_elsewhere(matter, screened, next_day, RouteAct.FILE, ground="content_missing")
    elif fate < 0.38 and not (matter.kind is MatterKind.DENUNCIATION and chance.random() < 0.6):
        yield from _elsewhere(world, chance, matter, screened, next_day)
    else:
        yield from is_settled(matter, screened, next_day)
    if number % 9 == 0 and matter.kind is not MatterKind.DENUNCIATION:
        later = min(matter.later(day, 3, 40), world.as_of)
        yield from repeats(matter, somewhere(world=world, chance=chance, day=later), later)


def _elsewhere(
    world: World, chance: Random, matter: Matter, submission: Submission, day: date
) -> Generator[Turn, None, None]:
    targets = [key for key in ("department:land", "department:building", "province") if key != matter.key]
    to = chance.choice([key for key in targets if not has_ended(world, key, day)])
    if matter.kind is MatterKind.COMPLAINT:
        yield from goes_elsewhere(matter, submission, day, RouteAct.GUIDE, to=to)
        return
    taken = yield from goes_elsewhere(matter, submission, day, RouteAct.FORWARD, to=to)
    if taken is not None and matter.kind is MatterKind.PETITION_FEEDBACK:
        there = Matter(
            matter.chance, world, to, matter.later(day, 3, 6), matter.kind, matter.text, matter.person, matter.people
        )
        again = yield from is_screened(there, taken, there.day)
        if again is not None:
            yield from is_settled(there, again, there.later(there.day, 1, 4))


def _day(chance: Random, since: date, until: date) -> date:
    """Choose a working day, later ones more often."""
    back = int((until - since).days * chance.random() ** 1.6)
    day = until - timedelta(days=back)
    return day - timedelta(days=max(0, day.weekday() - 4))


def _mark(world: World) -> None:
    """The first entry of the record says what this database is."""
    boss = world.actor("commune", Role.ADMINISTRATOR)
    with acting(boss):
        record(
            act="demo.built", by=boss, at=moment(world.as_of - timedelta(days=YEARS * 365 + 30), 0), subject="demo:1",
            after={"seed": world.seed, "as_of": world.as_of},
        )  # fmt: skip


class _Teller:
    """Tells a line for every quarter of stories."""

    def __init__(self, say: Callable[[str], None], since: date) -> None:
        self.say = say
        self.next = since

    def __call__(self, day: date) -> None:
        if day >= self.next:
            self.say(f"  … {day:%m/%Y}")
            self.next = day + timedelta(days=91)

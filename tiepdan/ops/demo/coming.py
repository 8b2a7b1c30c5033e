"""Stories of what comes in: a visit, a letter, the web; screened, then guided, forwarded, filed, refused or settled."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random
from typing import Final

from tiepdan.accounts.rules import Actor, Role
from tiepdan.deadlines.groups import group_from, most_representatives
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo import found
from tiepdan.ops.demo.people import Person, invent_person
from tiepdan.ops.demo.texts import Text, choose_topic, retype, topic_named, write_text
from tiepdan.ops.demo.timetable import Turn, moment
from tiepdan.ops.demo.world import World, has_ended
from tiepdan.reception.actions import receive_visit, screen_submission
from tiepdan.reception.channels import receive_sent
from tiepdan.reception.rules import Outcome, ReceptionKind, Standing
from tiepdan.reception.visit import ReceiptItem, Visit, VisitorData
from tiepdan.routing.actions import decide_proposal, propose, take_forwarded
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.intake import Identity, Intake, PartyData, Screening
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rulebook import conditions_for
from tiepdan.submissions.rules import PartyRole, Signing, Source

Tale = Generator[Turn, None, Submission | None]

_KINDS: Final = (MatterKind.COMPLAINT, MatterKind.DENUNCIATION, MatterKind.PETITION_FEEDBACK)
_KIND_WEIGHTS: Final = (46, 12, 42)
_ROLES: Final = {
    MatterKind.COMPLAINT: PartyRole.COMPLAINANT,
    MatterKind.DENUNCIATION: PartyRole.DENOUNCER,
    MatterKind.PETITION_FEEDBACK: PartyRole.PETITIONER,
}
_FIELDS: Final = {"land": "01", "home": "02", "building": "09.1", "finance": "04.1", "education": "09.4"}
_GROUP_SHARE: Final = 0.06


@dataclass(slots=True)
class Matter:
    """What one story is about."""

    chance: Random
    world: World
    key: str  # agency where it comes in
    day: date
    kind: MatterKind
    text: Text
    person: Person
    people: int

    def actor(self, role: Role, key: str | None = None) -> Actor:
        """Return who acts in a role at the agency, or at another."""
        return self.world.actor(key or self.key, role)

    def at(self, day: date) -> datetime:
        """Return an instant of a day in office hours."""
        return moment(day, self.chance.randrange(480))

    def later(self, day: date, least: int, most: int) -> date:
        """Return a working day some days on."""
        found = day + timedelta(days=self.chance.randint(least, most))
        return found + timedelta(days=(7 - found.weekday()) if found.weekday() > 4 else 0)  # Saturday on


def new_matter(
    *, world: World, chance: Random, key: str, day: date, kind: MatterKind | None = None, topic_key: str = ""
) -> Matter:
    """Invent what is brought to an agency on a day; topic_key: of one topic, else any of the kind."""
    chosen = kind or chance.choices(_KINDS, weights=_KIND_WEIGHTS)[0]
    people = 1
    if chosen is not MatterKind.DENUNCIATION and chance.random() < _GROUP_SHARE:
        people = chance.choice((3, 6, 8, 12, 25, 60))
    commune = world.commune_of(key) or chance.choice([world.commune_of(one) for one in world.communes()])
    where = f"{commune.full_name}, tỉnh {world.province.name}" if commune else f"tỉnh {world.province.name}"
    topic = topic_named(topic_key) if topic_key else choose_topic(chance=chance, kind=chosen)
    text = write_text(chance=chance, topic=topic, respondent=world.agency(key).name, on=day, people=people)
    person = invent_person(chance=chance, where=where, on=day)
    return Matter(chance, world, key, day, chosen, text, person, people)


def intake_of(matter: Matter, *, source: Source) -> Intake:
    """Return what was submitted."""
    return Intake(
        source=source,
        kind=matter.kind,
        petition_mark=matter.text.topic.mark,
        content=matter.text.content,
        summary="" if matter.kind is MatterKind.DENUNCIATION else matter.text.title,
        demands=matter.text.demands,
        earlier_handling=matter.text.earlier_handling,
        parties=_parties(matter),
        people=matter.people,
        signing=Signing.MISSING if source is Source.ONLINE else Signing.SIGNED,
        respondent_name=matter.text.denounced or matter.world.agency(matter.key).head_title,
        respondent_post=matter.text.denounced_post,
        attacked_number=matter.text.attacked_number[:60],
        attacked_on=matter.text.attacked_on,
        attacked_known_on=matter.text.attacked_on,
        against_code=matter.text.topic.against if matter.kind is not MatterKind.PETITION_FEEDBACK else "",
    )


def comes_in(matter: Matter, *, submitted: bool = True) -> Tale:
    """A visit, a letter or the web, at the matter's agency."""
    at = matter.at(matter.day)
    way = matter.chance.choices(("desk", "post", "online"), weights=(55, 35, 10 if matter.people == 1 else 0))[0]
    if not submitted or way == "desk":
        clerk = matter.actor(Role.RECEPTION_OFFICER)
        yield Turn(at, clerk)
        return _visited(matter, clerk, at, submitted)
    clerk = matter.actor(Role.PROCESSING_OFFICER)
    yield Turn(at, clerk)
    source = Source.POST if way == "post" else Source.BOX
    sent = receive_sent(
        intake=intake_of(matter, source=source), files=(), by=clerk, at=at, request_key=f"{matter.chance.random()}"
    )
    return sent.submission


def is_screened(matter: Matter, submission: Submission, day: date, *, eligible: bool = True) -> Tale:
    """An officer judges kind and eligibility. Of a denunciation, whoever received it does."""
    by = matter.actor(Role.PROCESSING_OFFICER)
    if matter.kind is MatterKind.DENUNCIATION and submission.created_by != by.user_id:
        by = matter.actor(Role.RECEPTION_OFFICER)
    at = matter.at(day)
    yield Turn(at, by)
    conditions = conditions_for(kind=matter.kind, anonymous=False)
    answers = {item.code: "no" if item.bars else "yes" for item in conditions}
    if not eligible:
        failed = matter.chance.choice(conditions)
        answers[failed.code] = "yes" if failed.bars else "no"
    topic, intake = matter.text.topic, intake_of(matter, source=Source.DESK)
    screen_submission(
        submission_id=submission.pk, by=by, at=at,
        finding=Screening(
            kind=matter.kind, answers=answers, petition_mark=topic.mark, field_code=_FIELDS.get(topic.handles, "09.9"),
            against_code=submission.against_code, respondent_name=intake.respondent_name,
            respondent_post=intake.respondent_post, attacked_number=intake.attacked_number,
            attacked_on=intake.attacked_on, attacked_known_on=intake.attacked_known_on,
        ),
    )  # fmt: skip
    return found.read_again(submission_id=submission.pk)


def goes_elsewhere(
    matter: Matter, submission: Submission, day: date, act: RouteAct, *, to: str = "", ground: str = ""
) -> Tale:
    """An officer proposes, the head approves; the other body takes it in."""
    by = matter.actor(Role.PROCESSING_OFFICER)
    if matter.kind is MatterKind.DENUNCIATION and submission.created_by != by.user_id:
        by = matter.actor(Role.RECEPTION_OFFICER)
        if by.role != Role.PROCESSING_OFFICER:
            by = matter.actor(Role.HEAD)
    at = matter.at(day)
    yield Turn(at, by)
    proposal = propose(
        submission_id=submission.pk, act=act, by=by, at=at, ground=ground,
        to_agency_id=matter.world.agency(to).pk if to else None, reason="Không thuộc thẩm quyền của cơ quan"
        if to else "Đơn không đủ điều kiện xử lý",
    )  # fmt: skip
    head, decided = matter.actor(Role.HEAD), matter.at(matter.later(day, 1, 3))
    yield Turn(decided, head)
    decide_proposal(proposal_id=proposal.pk, approved=True, by=head, at=decided)
    if act is not RouteAct.FORWARD:
        return None
    taker = matter.actor(Role.HEAD if matter.kind is MatterKind.DENUNCIATION else Role.PROCESSING_OFFICER, to)
    taken = matter.at(matter.later(decided.date(), 1, 4))
    yield Turn(taken, taker)  # from here on with the other body's eyes: the first no longer reads a denunciation
    transfer = found.transfer_to(submission_id=submission.pk, agency_id=taker.agency_id)
    return take_forwarded(transfer_id=transfer.pk, by=taker, at=taken)


def repeats(matter: Matter, key: str, day: date) -> Tale:
    """The same person brings the same content to another agency, typed by somebody else."""
    text = replace(matter.text, content=retype(text=matter.text.content, chance=matter.chance))
    again = replace_matter(matter, key=key, day=day, text=text)
    return (yield from comes_in(again))


def replace_matter(matter: Matter, *, key: str, day: date, text: Text) -> Matter:
    """Return the same matter at another place and time."""
    return Matter(matter.chance, matter.world, key, day, matter.kind, text, matter.person, matter.people)


def somewhere(*, world: World, chance: Random, day: date) -> str:
    """Choose an agency that receives on a day, the main commune most often."""
    if chance.random() < 0.22 and not has_ended(world, "commune", day):  # share of the main commune
        return "commune"
    keys = [*world.communes(), *world.communes(), "province", "department:land", "department:land", "department:building",
            "board", *(f"district:{number}" for number in range(1, 5) for _ in range(6))]  # fmt: skip
    return chance.choice([key for key in keys if not has_ended(world, key, day)])


def _visited(matter: Matter, clerk: Actor, at: datetime, submitted: bool) -> Submission | None:
    session = matter.chance.random() < 0.12  # days on which the head receives
    got = receive_visit(
        visit=visit_of(matter, submitted=submitted, head_receives=session),
        intake=intake_of(matter, source=Source.DESK) if submitted else None, by=clerk, at=at,
    )  # fmt: skip
    return got.received.submission if got.received else None


def visit_of(matter: Matter, *, submitted: bool, head_receives: bool) -> Visit:
    """Return the line of the reception book of whoever comes with the matter."""
    text = matter.text
    sealed = matter.kind is MatterKind.DENUNCIATION
    standing = Standing.SELF if matter.people == 1 else Standing.GROUP_REP
    return Visit(
        purpose=matter.kind, outcome=Outcome.ACCEPT if submitted else Outcome.EXPLAIN,
        kind=ReceptionKind.PERIODIC if head_receives else ReceptionKind.REGULAR,
        received_by_role="head" if head_receives else "officer", people=matter.people,
        visitors=tuple(
            VisitorData(name=one.name, identity_kind="can_cuoc", identity=one.identity, standing=standing)
            for one in _parties(matter)
        ),
        summary="" if sealed else text.title, content="" if sealed and submitted else text.content, demands=text.demands,
        outcome_note="" if submitted else "Đã giải thích quy định, công dân đồng ý.",
        items=(ReceiptItem(name="Đơn", pages=matter.chance.randint(1, 4), condition="bản chính"),) if submitted else (),
        signing=Signing.SIGNED,
    )  # fmt: skip


def _parties(matter: Matter) -> tuple[PartyData, ...]:
    people = [matter.person]
    if matter.people > 1:
        most = (
            1
            if matter.people < group_from(on=matter.day)
            else most_representatives(people=matter.people, on=matter.day)
        )
        people += [
            invent_person(chance=matter.chance, where=matter.person.address.split(", ", 1)[1], on=matter.day)
            for _ in range(most - 1)
        ]
    role = _ROLES[matter.kind] if matter.people == 1 else PartyRole.REPRESENTATIVE
    return tuple(
        PartyData(
            name=one.name, role=role, identity_kind="can_cuoc",
            identity=Identity(
                number=one.number, address=one.address, phone=one.phone, born=f"{one.born_on:%d/%m/%Y}",
                sex="Nữ" if one.female else "Nam",
            ),
        )
        for one in people
    )  # fmt: skip

"""Acts on incidents and response sheets."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.incidents.models import CallOut, Contact, HomeNotice, Incident, IncidentMatter, LogLine, Office, Situation
from tiepdan.incidents.rules import (
    MOST_PEOPLE,
    LineKind,
    Transport,
    may_agree,
    may_close,
    may_end,
    may_log,
    may_name_spokespersons,
    may_report,
    may_work,
    may_write,
)
from tiepdan.infra.codes import new_code, parse_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.matters.models import Participation


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody to call; with an account they are told in the inbox too."""

    name: str
    title: str = ""
    phone: str = ""
    user_id: int | None = None


@transaction.atomic
def open_office(*, name: str, address: str, room: str, phone: str, by: Actor, at: datetime) -> Office:
    """Enter a place where citizens are received. Raises ActionRefused: incident_role_not_allowed, incident_office_taken."""
    allow(may_work(role=by.role))
    if Office.objects.filter(agency_id=by.agency_id, name=tidy(name)).exists():
        raise ActionRefused(Refused("incident_office_taken"))
    office = Office.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, name=tidy(name), address=tidy(address), room=tidy(room),
        phone=phone.strip(),
    )  # fmt: skip
    record(act="office.opened", by=by, at=at, subject=f"office:{office.pk}", after={"name": office.name})
    return office


@transaction.atomic
def set_situation(
    *, office_id: int, name: str, steps: str, room: str, contacts: Sequence[Called], by: Actor, at: datetime
) -> Situation:
    """Write one situation of the response sheet: what is done, where, who is called in which order. The same name replaces.

    Raises ActionRefused: incident_role_not_allowed, incident_office_unknown.
    """
    allow(may_work(role=by.role))
    office = Office.objects.select_for_update().filter(pk=office_id, agency_id=by.agency_id).first()
    if office is None:
        raise ActionRefused(Refused("incident_office_unknown"))
    situation = office.situations.filter(name=tidy(name), removed=False).first() or Situation(
        office=office, name=tidy(name)
    )
    situation.steps, situation.room = steps.strip(), tidy(room)
    situation.save()
    situation.contacts.all().delete()
    Contact.objects.bulk_create(
        Contact(situation=situation, order=n, name=tidy(one.name), title=tidy(one.title), phone=one.phone.strip())
        for n, one in enumerate(contacts, 1)
    )
    record(
        act="office.sheet_written", by=by, at=at, subject=f"office:{office.pk}",
        after={"situation": situation.name, "contacts": len(contacts)},
    )  # fmt: skip
    return situation


@transaction.atomic
def report_incident(
    *, office_id: int | None, place: str, situation: str, began_at: datetime, people: int, about: str, demands: str,
    received_by: str, urgent: bool, leader_id: int | None, request_key: str | None, by: Actor, at: datetime,
    matter_code: str = "",
) -> Incident:  # fmt: skip
    """Record that something happens. If urgent, the leader on call is told at once, or the head when nobody is on call.

    leader_id: the user on call now, as the roster says
    request_key: made by the form; sent again it returns what was stored
    matter_code: what it is about, when that is known at once
    Raises ActionRefused: incident_role_not_allowed, incident_in_future, incident_people_wrong, incident_place_missing,
        incident_office_unknown, incident_matter_unknown.
    """
    allow(may_work(role=by.role))
    key = _key(request_key, by) if request_key else None
    if key:
        known = _resume(key)
        if known is not None:
            return known
    office = None
    if office_id is not None:
        office = Office.objects.filter(pk=office_id, agency_id=by.agency_id).first()
        if office is None:
            raise ActionRefused(Refused("incident_office_unknown"))
    where = tidy(place) or (office.name if office else "")
    allow(may_report(began_at=began_at, at=at, people=people, place=where))
    incident = Incident.objects.create(
        code=new_code(), agency_id=by.agency_id, agency_path=by.agency_path, office=office, situation=tidy(situation),
        place=where, began_at=began_at, people=people, most_people=people, about=tidy(about)[:300], demands=demands.strip(),
        received_by=tidy(received_by)[:300], urgent=urgent, leader_id=leader_id if urgent else None,
        reported_by_id=by.user_id, reported_at=at, request_key=key,
    )  # fmt: skip
    _line(incident, LineKind.COUNT, "", by=by, at=began_at, written_at=at, people=people)
    record(
        act="incident.reported", by=by, at=at, subject=f"incident:{incident.pk}",
        after={"place": where, "people": people, "urgent": urgent},
    )  # fmt: skip
    if matter_code.strip():
        link_matter(incident_id=incident.pk, code=matter_code, by=by, at=at)
    if urgent and leader_id is not None:
        notify(agency_id=by.agency_id, kind="incident_urgent", at=at, code=incident.code, user_id=leader_id)
    elif urgent:
        notify(agency_id=by.agency_id, kind="incident_urgent", at=at, code=incident.code, role=Role.HEAD)
    return incident


@transaction.atomic
def acknowledge_urgent(*, incident_id: int, by: Actor, at: datetime) -> Incident:
    """Say that the urgent notice was seen. Raises ActionRefused: incident_unknown, incident_not_leader, incident_acknowledged."""
    incident = _locked(incident_id)
    asked = incident.leader_id == by.user_id or (
        by.agency_id == incident.agency_id and by.is_one_of(Role.HEAD, Role.DEPUTY)
    )
    if not incident.urgent or not asked:
        raise ActionRefused(Refused("incident_not_leader"))
    if incident.acknowledged_at is not None:
        raise ActionRefused(Refused("incident_acknowledged"))
    incident.acknowledged_by_id, incident.acknowledged_at = by.user_id, at
    incident.save(update_fields=["acknowledged_by", "acknowledged_at"])
    _line(incident, LineKind.NOTE, "Đã nhận tin khẩn", by=by, at=at, written_at=at)
    record(act="incident.acknowledged", by=by, at=at, subject=f"incident:{incident.pk}")
    return incident


@transaction.atomic
def write_line(
    *, incident_id: int, kind: LineKind, text: str, people: int | None, by: Actor, at: datetime,
    happened_at: datetime | None = None,
) -> LogLine:  # fmt: skip
    """Add to the running log; the latest count is the number present, as long as it is not over.

    happened_at: when, if not now
    Raises ActionRefused: incident_role_not_allowed, incident_unknown, incident_closed, incident_text_missing,
        incident_people_wrong, incident_line_time.
    """
    incident = _working(incident_id, by)
    then = happened_at or at
    allow(may_log(happened_at=then, began_at=incident.began_at, at=at))
    if kind is LineKind.COUNT:
        if people is None or not 0 <= people <= MOST_PEOPLE:
            raise ActionRefused(Refused("incident_people_wrong"))
        later = incident.lines.filter(kind=LineKind.COUNT, at__gt=then).exists() or incident.ended_at is not None
        incident.people = incident.people if later else people
        incident.most_people = max(people, incident.most_people)
        incident.save(update_fields=["people", "most_people"])
    elif not text.strip():
        raise ActionRefused(Refused("incident_text_missing"))
    told = people if kind is LineKind.COUNT else None
    line = _line(incident, kind, text.strip(), by=by, at=then, written_at=at, people=told)
    record(act="incident.logged", by=by, at=at, subject=f"incident:{incident.pk}", after={"kind": kind})
    return line


@transaction.atomic
def link_matter(*, incident_id: int, code: str, by: Actor, at: datetime) -> IncidentMatter:
    """Say what it is about: a matter that the actor may see.

    Raises ActionRefused: incident_role_not_allowed, incident_unknown, incident_closed, incident_matter_unknown,
        incident_matter_linked.
    """
    incident = _working(incident_id, by)
    line = Participation.objects.filter(code=parse_code(code) or "", agency_id=by.agency_id, sealed=False).first()
    if line is None:
        raise ActionRefused(Refused("incident_matter_unknown"))
    if IncidentMatter.objects.filter(incident=incident, matter_id=line.matter_id).exists():
        raise ActionRefused(Refused("incident_matter_linked"))
    linked = IncidentMatter.objects.create(incident=incident, matter_id=line.matter_id, code=line.code, linked_at=at)
    record(
        act="incident.matter_linked", by=by, at=at, subject=f"incident:{incident.pk}", matter_id=line.matter_id,
        after={"code": line.code},
    )  # fmt: skip
    return linked


@transaction.atomic
def call_out(*, incident_id: int, called: Sequence[Called], by: Actor, at: datetime) -> list[CallOut]:
    """Call people to the place; who has an account is told at once.

    Raises ActionRefused: incident_role_not_allowed, incident_unknown, incident_closed, incident_nobody_to_call.
    """
    incident = _working(incident_id, by)
    known = {(one.user_id, one.name) for one in incident.calls.all()}
    new = [one for one in called if (one.user_id, tidy(one.name)) not in known and tidy(one.name)]
    if not new:
        raise ActionRefused(Refused("incident_nobody_to_call"))
    made = [
        CallOut.objects.create(
            incident=incident,
            user_id=one.user_id,
            name=tidy(one.name),
            title=tidy(one.title),
            phone=one.phone,
            called_at=at,
        )
        for one in new
    ]
    _line(incident, LineKind.CALLED, ", ".join(one.name for one in made), by=by, at=at, written_at=at)
    record(act="incident.called_out", by=by, at=at, subject=f"incident:{incident.pk}", after={"called": len(made)})
    for one in made:
        if one.user_id is not None:
            notify(agency_id=incident.agency_id, kind="incident_called", at=at, code=incident.code, user_id=one.user_id)
    return made


@transaction.atomic
def answer_call(*, call_id: int, came: bool, by: Actor, at: datetime) -> CallOut:
    """Say that one knows, or is there; the people of the place say it for who has no account.

    Raises ActionRefused: incident_not_called, incident_closed.
    """
    call = CallOut.objects.select_for_update(of=("self",)).select_related("incident").filter(pk=call_id).first()
    if call is None or (call.user_id != by.user_id and call.incident.agency_id != by.agency_id):
        raise ActionRefused(Refused("incident_not_called"))
    allow(may_write(closed=call.incident.closed_at is not None))
    call.acknowledged_at = call.acknowledged_at or at
    if came:
        call.came_at = call.came_at or at
    call.save(update_fields=["acknowledged_at", "came_at"])
    if came:
        _line(call.incident, LineKind.CAME, call.name, by=by, at=at, written_at=at)
    record(
        act="incident.call_answered", by=by, at=at, subject=f"incident:{call.incident_id}",
        after={"name": call.name, "came": came},
    )  # fmt: skip
    return call


@transaction.atomic
def tell_home(*, incident_id: int, agency_id: int, by: Actor, at: datetime) -> HomeNotice:
    """Tell the agency that the citizens come from.

    Raises ActionRefused: incident_role_not_allowed, incident_unknown, incident_closed, incident_home_self,
        incident_home_told.
    """
    incident = _working(incident_id, by)
    if agency_id == incident.agency_id:
        raise ActionRefused(Refused("incident_home_self"))
    if incident.homes.filter(agency_id=agency_id).exists():
        raise ActionRefused(Refused("incident_home_told"))
    agency = Agency.objects.get(pk=agency_id)
    home = HomeNotice.objects.create(incident=incident, agency=agency, agency_path=agency.path, told_at=at)
    _line(incident, LineKind.TOLD, agency.name, by=by, at=at, written_at=at)
    record(act="incident.home_told", by=by, at=at, subject=f"incident:{incident.pk}", after={"agency": agency.name})
    for role in (Role.HEAD, Role.RECEPTION_OFFICER):
        notify(agency_id=agency.pk, kind="incident_home", at=at, code=incident.code, role=role)
    return home


@transaction.atomic
def answer_home(*, incident_id: int, answer: str, by: Actor, at: datetime) -> HomeNotice:
    """The home agency says who comes and when.

    Raises ActionRefused: incident_role_not_allowed, incident_not_told, incident_answer_missing.
    """
    allow(may_work(role=by.role))
    home = _home(incident_id, by)
    if not answer.strip():
        raise ActionRefused(Refused("incident_answer_missing"))
    home.answer, home.answered_by_id, home.answered_at = tidy(answer)[:300], by.user_id, at
    home.save(update_fields=["answer", "answered_by", "answered_at"])
    _line(home.incident, LineKind.TOLD, home.answer, by=by, at=at, written_at=at)
    record(act="incident.home_answered", by=by, at=at, subject=f"incident:{incident_id}", after={"answer": home.answer})
    notify(
        agency_id=home.incident.agency_id, kind="incident_home_answered", at=at, code=home.incident.code,
        user_id=home.incident.reported_by_id,
    )  # fmt: skip
    return home


@transaction.atomic
def note_agreement(
    *, incident_id: int, agreed: str, dialogue_on: date | None, answer_by: date | None, transport: Transport,
    spokespersons: Sequence[str], by: Actor, at: datetime,
) -> Incident:  # fmt: skip
    """Keep what was agreed, and who spoke for the group; nobody else is named.

    Raises ActionRefused: incident_role_not_allowed, incident_unknown, incident_closed, incident_day_passed,
        incident_spokespersons.
    """
    incident = _working(incident_id, by)
    names = [tidy(name) for name in spokespersons if name.strip()]
    allow(may_agree(dialogue_on=dialogue_on, answer_by=answer_by, on=at.date()))
    allow(may_name_spokespersons(names=names, on=at.date()))
    incident.agreed, incident.dialogue_on, incident.answer_by = agreed.strip(), dialogue_on, answer_by
    incident.transport, incident.spokespersons = transport, names
    incident.save(update_fields=["agreed", "dialogue_on", "answer_by", "transport", "spokespersons"])
    _line(incident, LineKind.AGREED, incident.agreed, by=by, at=at, written_at=at)
    record(
        act="incident.agreed", by=by, at=at, subject=f"incident:{incident.pk}",
        after={"dialogue_on": dialogue_on, "answer_by": answer_by, "transport": transport},
    )  # fmt: skip
    return incident


@transaction.atomic
def end_incident(*, incident_id: int, ended_at: datetime, by: Actor, at: datetime) -> Incident:
    """Note that it is over; the home agency sees it.

    Raises ActionRefused: incident_role_not_allowed, incident_unknown, incident_closed, incident_ended, incident_end_wrong.
    """
    incident = _working(incident_id, by)
    allow(may_end(ended=incident.ended_at is not None, ended_at=ended_at, began_at=incident.began_at, at=at))
    incident.ended_at, incident.people = ended_at, 0
    incident.save(update_fields=["ended_at", "people"])
    _line(incident, LineKind.ENDED, "", by=by, at=ended_at, written_at=at, people=0)
    record(act="incident.ended", by=by, at=at, subject=f"incident:{incident.pk}", after={"ended_at": ended_at})
    for home in incident.homes.all():
        notify(agency_id=home.agency_id, kind="incident_ended", at=at, code=incident.code, role=Role.HEAD)
    return incident


@transaction.atomic
def close_incident(*, incident_id: int, lessons: str, by: Actor, at: datetime) -> Incident:
    """Close with lessons; nothing is added afterwards.

    Raises ActionRefused: incident_unknown, head_closes_incident, incident_closed, incident_not_ended, incident_lessons_missing.
    """
    incident = _locked(incident_id)
    if incident.agency_id != by.agency_id:
        raise ActionRefused(Refused("incident_unknown"))
    ended = incident.ended_at is not None
    allow(may_close(role=by.role, ended=ended, closed=incident.closed_at is not None, lessons=lessons))
    incident.lessons, incident.closed_at = lessons.strip(), at
    incident.save(update_fields=["lessons", "closed_at"])
    record(act="incident.closed", by=by, at=at, subject=f"incident:{incident.pk}")
    return incident


@transaction.atomic
def see_end(*, incident_id: int, by: Actor, at: datetime) -> HomeNotice:
    """The home agency says that it has seen the end.

    Raises ActionRefused: incident_role_not_allowed, incident_not_told, incident_not_ended, incident_end_seen.
    """
    allow(may_work(role=by.role))
    home = _home(incident_id, by)
    if home.incident.ended_at is None:
        raise ActionRefused(Refused("incident_not_ended"))
    if home.end_seen_at is not None:
        raise ActionRefused(Refused("incident_end_seen"))
    home.end_seen_at = at
    home.save(update_fields=["end_seen_at"])
    record(act="incident.end_seen", by=by, at=at, subject=f"incident:{incident_id}", after={"agency": by.agency_name})
    return home


def _home(incident_id: int, by: Actor) -> HomeNotice:
    home = (
        HomeNotice.objects.select_for_update(of=("self",))
        .select_related("incident")
        .filter(incident_id=incident_id, agency_id=by.agency_id)
        .first()
    )
    if home is None:
        raise ActionRefused(Refused("incident_not_told"))
    return home


def _key(request_key: str, by: Actor) -> str:
    """Bind a request key to its sender, so that nobody meets another's request by chance or on purpose."""
    return hashlib.sha256(f"{by.agency_id}\x00{by.user_id}\x00{request_key}".encode()).hexdigest()


def _resume(key: str) -> Incident | None:
    """Wait for a twin request still running and return what it stored."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [key])
    return Incident.objects.filter(request_key=key).first()


def _working(incident_id: int, by: Actor) -> Incident:
    """Lock an open incident of the own agency."""
    allow(may_work(role=by.role))
    incident = _locked(incident_id)
    if incident.agency_id != by.agency_id:
        raise ActionRefused(Refused("incident_unknown"))
    allow(may_write(closed=incident.closed_at is not None))
    return incident


def _locked(incident_id: int) -> Incident:
    incident = Incident.objects.select_for_update().filter(pk=incident_id).first()
    if incident is None:
        raise ActionRefused(Refused("incident_unknown"))
    return incident


def _line(
    incident: Incident,
    kind: LineKind,
    text: str,
    *,
    by: Actor,
    at: datetime,
    written_at: datetime,
    people: int | None = None,
) -> LogLine:
    return LogLine.objects.create(
        incident=incident, at=at, kind=kind, text=text, people=people, written_by=by.name, written_at=written_at
    )

"""Opening sealed identities: asked with a reason, granted, used, and every time on record."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.matters.models import Assignment, Matter, Participation
from tiepdan.submissions.access import current_opening
from tiepdan.submissions.actions.parties import ring
from tiepdan.submissions.intake import Identity, PartyData
from tiepdan.submissions.models import Opening, OpeningStatus, Party, SealedIdentity, Submission
from tiepdan.submissions.rules import PartyRole

OPEN_FOR: Final = timedelta(minutes=15)
OPEN_FOR_AFTER_APPROVAL: Final = timedelta(hours=4)  # the asker need not be waiting at the screen
_SHORTEST_REASON: Final = 10


@dataclass(frozen=True, slots=True)
class OpenedIdentity:
    """What an opening shows of one person."""

    party_id: int
    data: PartyData
    original: str  # the text as it was brought


@transaction.atomic
def ask_opening(*, matter_id: int, reason: str, by: Actor, at: datetime) -> Opening:
    """Ask to open the identities of a sealed matter; without second approval it is granted for a quarter of an hour.

    One refusal for every cause but the reason: it must not tell whether there is an identity at all.
    Raises ActionRefused: reason_missing, opening_refused.
    Rule: BV-3
    """
    if len(reason.strip()) < _SHORTEST_REASON:
        raise ActionRefused(Refused("reason_missing", rule="BV-3"))
    sealed = Matter.objects.filter(pk=matter_id, sealed=True).exists()
    assigned = Assignment.objects.filter(
        matter_id=matter_id, user_id=by.user_id, agency_id=by.agency_id, ends_at__isnull=True
    ).exists()
    if not (sealed and assigned):
        raise ActionRefused(Refused("opening_refused", rule="BV-3"))
    waits = second_approval()
    opening = Opening.objects.create(
        matter_id=matter_id,
        agency_path=by.agency_path,
        user_id=by.user_id,
        reason=reason.strip(),
        status=OpeningStatus.ASKED if waits else OpeningStatus.GRANTED,
        asked_at=at,
        decided_at=None if waits else at,
        ends_at=None if waits else at + OPEN_FOR,
    )
    record(
        act="identity.asked", by=by, at=at, subject=f"opening:{opening.pk}", matter_id=matter_id, reason=reason,
        rule="BV-3",
    )  # fmt: skip
    if waits:
        notify(
            agency_id=by.agency_id, kind="opening_asked", at=at, code=_code(matter_id), matter_id=matter_id,
            role=Role.HEAD,
        )  # fmt: skip
    return opening


def second_approval() -> bool:
    """Tell whether the head approves each opening. The database holds the setting, for it keeps the rule. Cost: 1 query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT second_approval FROM tiepdan.seal_setting")
        row = cursor.fetchone()
    return bool(row and row[0])


@transaction.atomic
def decide_opening(*, opening_id: int, grant: bool, by: Actor, at: datetime) -> Opening:
    """Approve or deny a request, as head and not for oneself.

    Raises ActionRefused: opening_refused (absent, not a head, one's own, another agency's), opening_decided.
    """
    opening = Opening.objects.select_for_update().filter(pk=opening_id).first()
    if opening is None or not by.is_one_of(Role.HEAD) or opening.user_id == by.user_id:
        raise ActionRefused(Refused("opening_refused", rule="BV-3"))
    if opening.agency_path != by.agency_path:
        raise ActionRefused(Refused("opening_refused", rule="BV-3"))
    if opening.status != OpeningStatus.ASKED:
        raise ActionRefused(Refused("opening_decided"))
    opening.status = OpeningStatus.GRANTED if grant else OpeningStatus.DENIED
    opening.decided_by_id = by.user_id
    opening.decided_at = at
    opening.ends_at = at + OPEN_FOR_AFTER_APPROVAL if grant else None
    opening.save()
    record(
        act="identity.granted" if grant else "identity.denied", by=by, at=at, subject=f"opening:{opening.pk}",
        matter_id=opening.matter_id, rule="BV-3",
    )  # fmt: skip
    notify(
        agency_id=by.agency_id, kind="opening_decided", at=at,
        code=_code(opening.matter_id), matter_id=opening.matter_id, user_id=opening.user_id,
    )  # fmt: skip
    return opening


@transaction.atomic
def open_identity(*, opening_id: int, by: Actor, at: datetime) -> list[OpenedIdentity]:
    """Show the identities that an approved, unexpired opening covers. Each time is one entry in the reading log.

    Returns: nothing when nobody was named: even the holder of an opening learns it only now.
    Raises ActionRefused: opening_refused.
    """
    opening = Opening.objects.select_for_update().filter(pk=opening_id, user_id=by.user_id).first()
    valid = (
        opening is not None
        and opening.status in {OpeningStatus.GRANTED, OpeningStatus.USED}
        and opening.ends_at is not None
        and at < opening.ends_at
    )
    if opening is None or not valid:
        raise ActionRefused(Refused("opening_refused", rule="BV-3"))
    opening.status = OpeningStatus.USED
    opening.opened_at = opening.opened_at or at
    opening.save(update_fields=["status", "opened_at"])
    record(
        act="identity.opened", by=by, at=at, subject=f"opening:{opening.pk}", matter_id=opening.matter_id,
        reason=opening.reason, rule="BV-3",
    )  # fmt: skip
    return sealed_identities(matter_id=opening.matter_id)


def has_opening(*, matter_id: int, by: Actor, at: datetime) -> bool:
    """Tell whether the actor holds an opening of the matter now."""
    return current_opening(matter_id=matter_id, by=by, at=at) is not None


def sealed_identities(*, matter_id: int) -> list[OpenedIdentity]:
    """Open the envelopes that the database shows to the actor; without an opening there are none."""
    rows = SealedIdentity.objects.filter(matter_id=matter_id).select_related("party").order_by("party_id", "pk")
    merged: dict[int, dict[str, Any]] = {}
    parties: dict[int, Party] = {}
    for row in rows:
        plain = ring().open(envelope=bytes(row.envelope), bound_to=f"sealed:{row.party_id}")
        merged.setdefault(row.party_id, {}).update(json.loads(plain))
        parties[row.party_id] = row.party
    return [
        OpenedIdentity(party_id=key, data=_party_data(parties[key], values), original=str(values.get("original", "")))
        for key, values in merged.items()
    ]


def read_parties(*, submission: Submission) -> list[PartyData]:
    """Return the people of a submission with what their envelopes hold, as far as the actor may open them. In order."""
    found: list[PartyData] = []
    opened = (
        {one.party_id: one.data for one in sealed_identities(matter_id=submission.matter_id)}
        if submission.matter.sealed
        else {}
    )
    for party in submission.parties.order_by("pk"):
        if party.pk in opened:
            found.append(opened[party.pk])
            continue
        values: dict[str, Any] = {"name": party.name}
        if party.envelope is not None:
            values |= json.loads(ring().open(envelope=bytes(party.envelope), bound_to=f"party:{party.pk}"))
        found.append(_party_data(party, values))
    return found


def _party_data(party: Party, values: dict[str, Any]) -> PartyData:
    known = {item.name for item in fields(Identity)}
    held = {key: value for key, value in values.items() if key in known}
    if held.get("issued_on"):
        held["issued_on"] = date.fromisoformat(held["issued_on"])
    return PartyData(
        name=str(values.get("name", "")),
        role=PartyRole(party.role),
        identity_kind=party.identity_kind,
        identity=Identity(**held),
        standing=tuple(party.standing),
    )


def _code(matter_id: int) -> str:
    return Participation.objects.values_list("code", flat=True).filter(matter_id=matter_id)[0]


@transaction.atomic
def note_sealed_reading(*, matter_id: int, subject: str, by: Actor, at: datetime) -> None:
    """Record that a sealed file or paper is read under an opening.

    subject: "attachment:12", "paper:7"
    Raises ActionRefused: opening_needed.
    Rule: BV-3
    """
    opening = current_opening(matter_id=matter_id, by=by, at=at)
    if opening is None:
        raise ActionRefused(Refused("opening_needed", rule="BV-3"))
    record(
        act="identity.file_read", by=by, at=at, subject=subject, matter_id=matter_id, reason=opening.reason,
        rule="BV-3",
    )  # fmt: skip

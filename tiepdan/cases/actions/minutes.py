"""Minutes of a session: in the open, or in an envelope when who speaks is protected. And what may not stand in the open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.cases.models import Case, Evidence, Note, Session
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.seal import load_ring
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.submissions.access import current_opening
from tiepdan.submissions.actions import pieces_of, sealed_identities
from tiepdan.submissions.redaction import Trace, redacted, shows

SEALED_NAME: Final = "Người tố cáo (danh tính niêm phong)"
SPOKEN: Final = ("proceedings",)  # fields of the minutes' form that hold what was said
SPOKEN_IN_DIALOGUE: Final = ("proceedings", "agreed", "open_points", "participants", "absence_reason")
_PROTECTED: Final = frozenset({"denouncer", "complainant"})


def with_denouncer(*, case: Case, with_whom: str) -> bool:
    """Tell whether minutes must be sealed: in a sealed matter the complainant, too, is who denounced.

    Rule: BV-1, BV-3
    """
    return with_whom == "denouncer" or (case.matter.sealed and with_whom in _PROTECTED)


def write_minutes(*, session: Session, minutes: str, sealed: bool, agreed: str = "", still_open: str = "") -> None:
    """Save a session with its minutes; sealed ones open with the paper, under an opening. Part of an act."""
    if not sealed:
        session.minutes, session.agreed, session.still_open = minutes, agreed, still_open
        session.save()
        return
    session.save()
    words = {"minutes": minutes, "agreed": agreed, "still_open": still_open}
    session.minutes = session.agreed = session.still_open = ""
    session.envelope = load_ring(settings.HOME).close(
        plain=json.dumps(words, ensure_ascii=False).encode(), bound_to=f"session:{session.pk}"
    )
    session.save(update_fields=["envelope", "minutes", "agreed", "still_open"])


@dataclass(frozen=True, slots=True)
class SealedMinutes:
    """Minutes as an opening shows them."""

    kind: str
    held_on: date
    minutes: str
    agreed: str
    still_open: str


@transaction.atomic
def read_sealed_minutes(*, case_id: int, by: Actor, at: datetime) -> list[SealedMinutes]:
    """Show the minutes of sessions with who denounced, to the holder of an opening; each reading is recorded.

    Raises NotFound; ActionRefused: opening_needed
    Rule: BV-1, BV-3
    """
    case = Case.objects.filter(pk=case_id).first()
    if case is None:
        raise NotFound(str(case_id))
    opening = current_opening(matter_id=case.matter_id, by=by, at=at)
    if opening is None:
        raise ActionRefused(Refused("opening_needed", rule="BV-1"))
    rows = Session.objects.filter(case=case, envelope__isnull=False).order_by("held_on", "pk")
    found = []
    for row in rows:
        plain = load_ring(settings.HOME).open(envelope=bytes(row.envelope or b""), bound_to=f"session:{row.pk}")
        words = json.loads(plain)
        found.append(SealedMinutes(row.kind, row.held_on, words["minutes"], words["agreed"], words["still_open"]))
    if found:
        record(
            act="case.minutes_read", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
            reason=opening.reason, rule="BV-3",
        )  # fmt: skip
    return found


def refuse_naming(*, case: Case, by: Actor, at: datetime, texts: Sequence[str]) -> None:
    """Refuse open text of a sealed matter that shows who denounced. Part of an act.

    Asked only of who holds an opening: to anybody else the answer would itself tell whether a guess is right.
    Raises ActionRefused: text_reveals_denouncer
    Rule: BV-1, BV-2
    """
    if not case.matter.sealed or not any(texts) or current_opening(matter_id=case.matter_id, by=by, at=at) is None:
        return
    pieces = pieces_of(tuple(one.data for one in sealed_identities(matter_id=case.matter_id)))
    if any(shows(text=text, pieces=pieces) for text in texts):
        raise ActionRefused(Refused("text_reveals_denouncer", rule="BV-2"))


@transaction.atomic
def seal_earlier(*, matter_id: int, pieces: Sequence[Trace]) -> None:
    """Seal what a case's file held in the open before the matter was found to be a denunciation. Part of an act.

    Minutes of sessions with who is now protected go into envelopes; elsewhere the name, numbers and address are hidden.
    """
    for session in Session.objects.filter(matter_id=matter_id, envelope__isnull=True):
        if session.with_whom in _PROTECTED:
            session.present = [SEALED_NAME]
            write_minutes(
                session=session,
                minutes=session.minutes,
                agreed=session.agreed,
                still_open=session.still_open,
                sealed=True,
            )
        else:
            _hide(session, ("minutes", "agreed", "still_open"), pieces)
            session.present = [redacted(text=str(name), pieces=pieces) for name in session.present]
            session.save(update_fields=["present"])
    for evidence in Evidence.objects.filter(matter_id=matter_id):
        _hide(evidence, ("title", "supplied_by", "note"), pieces)
    for note in Note.objects.filter(matter_id=matter_id):
        _hide(note, ("text",), pieces)


def _hide(row: Session | Evidence | Note, names: Sequence[str], pieces: Sequence[Trace]) -> None:
    for name in names:
        setattr(row, name, redacted(text=getattr(row, name), pieces=pieces))
    row.save(update_fields=list(names))

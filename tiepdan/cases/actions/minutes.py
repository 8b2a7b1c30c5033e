"""Minutes of a session: in the open, or in an envelope when who speaks is protected. And what may not stand in the open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Model

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.cases.models import (
    Case,
    CourtFile,
    Evidence,
    Extension,
    Finding,
    Link,
    Mandate,
    Note,
    Obligation,
    Publication,
    Review,
    Session,
    Step,
    Suspension,
    Urging,
)
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.seal import load_ring
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.access import current_opening
from tiepdan.submissions.redaction import Trace, TraceKind, redacted

SEALED_NAME: Final = "Người tố cáo (danh tính niêm phong)"
SEALED_PERSON: Final = "Người đại diện (danh tính niêm phong)"
SPOKEN: Final = ("proceedings",)  # fields of the minutes' form that hold what was said
SPOKEN_IN_DIALOGUE: Final = ("proceedings", "agreed", "open_points", "participants", "absence_reason")
SPOKEN_IN_MEDIATION: Final = ("proceedings", "agreed", "participants")
PARTIES: Final = "parties"  # both sides came, so who submitted did
_PROTECTED: Final = frozenset({"denouncer", "complainant", PARTIES})


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


def refuse_naming(*, case: Case, by: Actor, at: datetime, texts: Sequence[object]) -> None:
    """Refuse open text of a sealed matter that shows who denounced. Part of an act.

    Raises ActionRefused: text_reveals_denouncer
    Rule: BV-1, BV-2
    """
    submissions.refuse_naming(matter=case.matter, by=by, at=at, texts=texts)


@transaction.atomic
def seal_earlier(*, matter_id: int, pieces: Sequence[Trace]) -> None:
    """Seal what a case's file held in the open before the matter was found to be a denunciation. Part of an act.

    Minutes of sessions with who is now protected go into envelopes; elsewhere the name, numbers and address are hidden, and
    who acts for somebody is no longer named.
    """
    for session in Session.objects.filter(matter_id=matter_id, envelope__isnull=True):
        if session.with_whom in _PROTECTED or session.kind == "mediation":
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
    for mandate in Mandate.objects.filter(matter_id=matter_id).exclude(name=SEALED_PERSON):
        pieces = [*pieces, Trace(TraceKind.NAME, mandate.name)]
        mandate.name = SEALED_PERSON
        mandate.save(update_fields=["name"])
    for model, names in _OPEN_TEXTS:
        for row in model._default_manager.filter(matter_id=matter_id):  # noqa: SLF001 # any model's rows
            _hide(row, names, pieces)


# Free text of a case's file that everybody with the case reads.
_OPEN_TEXTS: Final[tuple[tuple[type[Model], tuple[str, ...]], ...]] = (
    (Case, ("complexity_note", "outcome_note")),
    (Step, ("note",)),
    (Evidence, ("title", "supplied_by", "note")),
    (Note, ("text",)),
    (Finding, ("issue", "basis", "proposal")),
    (Extension, ("reason",)),
    (Suspension, ("reason",)),
    (Obligation, ("what", "done_note")),
    (Publication, ("place",)),
    (Urging, ("text", "answer")),
    (Link, ("what",)),
    (Mandate, ("document", "scope", "end_reason")),
    (CourtFile, ("effect_note",)),
    (Review, ("signs", "remedy")),
)


def _hide(row: Model, names: Sequence[str], pieces: Sequence[Trace]) -> None:
    """Hide the pieces in some texts of a row; a text that grows past its column is cut."""
    changed = []
    for name in names:
        before = str(getattr(row, name))
        text = redacted(text=before, pieces=pieces)
        if text != before:
            most = getattr(row._meta.get_field(name), "max_length", None)  # noqa: SLF001 # the width of a column stands nowhere else
            setattr(row, name, text[:most] if most else text)
            changed.append(name)
    if changed:
        row.save(update_fields=changed)

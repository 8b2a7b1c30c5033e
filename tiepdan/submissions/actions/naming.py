"""What may not stand in the open of a sealed matter: text that shows who denounced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from tiepdan.accounts.rules import Actor
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.models import Matter
from tiepdan.submissions.actions.openings import has_opening, sealed_identities
from tiepdan.submissions.actions.parties import pieces_of
from tiepdan.submissions.redaction import shows


def refuse_naming(*, matter: Matter, by: Actor, at: datetime, texts: Iterable[object]) -> None:
    """Refuse open text of a sealed matter that shows who denounced. Part of an act.

    Asked only of who holds an opening: to anybody else the answer would itself tell whether a guess is right.
    texts: what is to stand in the open; what is no text is passed over
    Raises ActionRefused: text_reveals_denouncer
    Cost: 1 query for a sealed matter, 1 more under an opening.
    Rule: BV-1, BV-2
    """
    said = [text for text in texts if isinstance(text, str) and text.strip()]
    if not matter.sealed or not said or not has_opening(matter_id=matter.pk, by=by, at=at):
        return
    pieces = pieces_of(tuple(one.data for one in sealed_identities(matter_id=matter.pk)))
    if any(shows(text=text, pieces=pieces) for text in said):
        raise ActionRefused(Refused("text_reveals_denouncer", rule="BV-2"))

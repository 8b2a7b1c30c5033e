"""Hiding who denounced in what was proposed and passed on before the matter was found to be a denunciation."""

from __future__ import annotations

from collections.abc import Sequence

from tiepdan.routing.models import Proposal, Transfer
from tiepdan.submissions.redaction import Trace, redacted


def seal_earlier(*, matter_id: int, pieces: Sequence[Trace]) -> None:
    """Hide name, numbers and address in reasons, notes and answers of a matter that is sealed now. Part of an act.

    Rule: BV-1, BV-2
    """
    for proposal in Proposal.objects.filter(matter_id=matter_id):
        _hide(proposal, ("reason", "decision_note", "to_text"), pieces)
    for transfer in Transfer.objects.filter(matter_id=matter_id):
        _hide(transfer, ("reason", "to_text", "reply"), pieces)


def _hide(row: Proposal | Transfer, names: Sequence[str], pieces: Sequence[Trace]) -> None:
    changed = {name: redacted(text=getattr(row, name), pieces=pieces) for name in names}
    changed = {name: text for name, text in changed.items() if text != getattr(row, name)}
    for name, text in changed.items():
        setattr(row, name, text[:200] if name == "to_text" else text)
    if changed:
        row.save(update_fields=list(changed))

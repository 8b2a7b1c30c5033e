"""Sealing what had been received in the open before it was found to be a denunciation."""

from __future__ import annotations

from datetime import datetime

from django.db import connection

from tiepdan.accounts.rules import Actor
from tiepdan.documents.actions import drop_file, end_drafts_elsewhere, end_drafts_of_acts, reseal_file, seal_papers
from tiepdan.matters.actions import assign
from tiepdan.matters.models import Matter
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.submissions.actions.openings import read_parties
from tiepdan.submissions.actions.parties import pieces_of, seal_identity
from tiepdan.submissions.models import Attachment, Submission
from tiepdan.submissions.redaction import Trace, redacted
from tiepdan.submissions.rules import NEUTRAL_TITLES

_TEXTS = ("summary", "content", "demands", "earlier_handling", "attacked_act", "unprocessed_reason")
_WIDTHS = {"summary": 300, "attacked_act": 300}  # what is hidden may be shorter than the mark in its place


def seal(*, submission: Submission, by: Actor, at: datetime) -> None:
    """Move names and envelopes to sealed identities, seal files and papers, blank titles in every agency's line.

    The actor is assigned first, or would no longer read what is being sealed. Part of an act.
    """
    if by.user_id > 0:
        assign(
            matter_id=submission.matter_id, user_id=by.user_id, agency_id=by.agency_id, duty=Duty.PROCESSING, by=by,
            at=at,
        )  # fmt: skip
    pieces = _seal_parties(submission)
    for place, attachment in enumerate(submission.attachments.select_related("file").order_by("pk"), start=1):
        _seal_attachment(attachment, place)
    # What was typed for a draft is taken back with it: the words of an open matter are not those of a sealed one.
    end_drafts_of_acts(matter_id=submission.matter_id, reason="Vụ việc được niêm phong", by=by, at=at)
    # Other agencies' drafts cannot be read here, so they cannot be cleaned: they go, words and all.
    end_drafts_elsewhere(matter_id=submission.matter_id, reason="Vụ việc được niêm phong", blank=True, by=by, at=at)
    seal_papers(matter_id=submission.matter_id, clean=lambda text: redacted(text=text, pieces=pieces))
    Matter.objects.filter(pk=submission.matter_id).update(sealed=True, kind=MatterKind.DENUNCIATION)
    submission.matter.sealed = True
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tiepdan.seal_lines(%s, %s)", [submission.matter_id, NEUTRAL_TITLES[MatterKind.DENUNCIATION]]
        )


def neutral_name(place: int) -> str:
    """Return a file name that says nothing."""
    return f"Tệp {place}"


def _seal_parties(submission: Submission) -> list[Trace]:
    """Seal the parties; returns what would show in a text who they are."""
    parties = list(submission.parties.order_by("pk"))
    known = read_parties(submission=submission)
    original = submission.content
    pieces = pieces_of(tuple(known))
    for name in _TEXTS:
        hidden = redacted(text=getattr(submission, name), pieces=pieces)
        setattr(submission, name, hidden[: _WIDTHS.get(name)])
    submission.save(update_fields=list(_TEXTS))
    for place, (party, data) in enumerate(zip(parties, known, strict=True)):
        seal_identity(
            matter_id=submission.matter_id, party_id=party.pk, name=data.name, identity=data.identity,
            original=original if place == 0 else "",
        )  # fmt: skip
        party.name, party.envelope, party.number_hash, party.sealed = "", None, None, True
        party.standing = [redacted(text=str(paper), pieces=pieces) for paper in party.standing]
        party.save(update_fields=["name", "envelope", "number_hash", "sealed", "standing"])
    return pieces


def _seal_attachment(attachment: Attachment, place: int) -> None:
    open_file = attachment.file
    attachment.file = reseal_file(file=open_file)
    attachment.name = neutral_name(place)
    attachment.sealed = True
    attachment.text = ""
    attachment.text_status = "sealed"
    attachment.save()
    drop_file(file_id=open_file.pk)

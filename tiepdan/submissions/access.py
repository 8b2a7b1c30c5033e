"""Submissions, attachments and openings named by a user. Absent and not yours are the same."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db.models import Exists

from tiepdan.accounts.rules import Actor, Role
from tiepdan.infra.codes import parse_code
from tiepdan.infra.statement import Objects
from tiepdan.matters.access import NotFound
from tiepdan.matters.models import Assignment
from tiepdan.submissions.models import Attachment, Opening, OpeningStatus, Submission

_BY_CODE: Final = Objects(
    lambda *, code: Submission.objects.select_related("matter", "agency", "forwarded_by", "respondent_agency").filter(
        code=code
    )
)


def submission_for(*, code: str) -> Submission:
    """Return the submission with this code, as far as the acting post reads its content. Raises NotFound."""
    written = parse_code(code)
    found = _BY_CODE.first(code=written or "")
    if found is None:
        raise NotFound(code)
    return found


def attachment_for(*, attachment_id: int) -> Attachment:
    """Return an attachment that the acting post may see. Raises NotFound."""
    found = Attachment.objects.select_related("file", "submission").filter(pk=attachment_id).first()
    if found is None:
        raise NotFound(str(attachment_id))
    return found


def opening_for(*, opening_id: int) -> Opening:
    """Return an opening of one's own, or any to a head of the agency. Raises NotFound."""
    found = Opening.objects.select_related("user", "matter").filter(pk=opening_id).first()
    if found is None:
        raise NotFound(str(opening_id))
    return found


def current_opening(*, matter_id: int, by: Actor, at: datetime) -> Opening | None:
    """Return the actor's opening of a matter that has not lapsed and whose assignment still stands, if any."""
    standing = Assignment.objects.filter(
        matter_id=matter_id, user_id=by.user_id, agency_id=by.agency_id, ends_at__isnull=True
    )
    return (
        Opening.objects.filter(
            Exists(standing),
            matter_id=matter_id,
            user_id=by.user_id,
            status__in=[OpeningStatus.GRANTED, OpeningStatus.USED],
            ends_at__gt=at,
        )
        .order_by("-pk")
        .first()
    )


def scope_of(*, by: Actor) -> tuple[str, str]:
    """Return the range of agency paths whose lines an actor works on: the own agency, or all below the one inspected for."""
    if by.role != Role.OVERSIGHT:
        return by.agency_path, f"{by.agency_path} "
    above = by.agency_path.rstrip("/").rpartition("/")[0] + "/"
    base = above if above != "/" else by.agency_path
    return base, f"{base[:-1]}0"

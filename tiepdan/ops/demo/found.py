"""What stories look up in the database between two acts."""

from __future__ import annotations

from tiepdan.cases.models import Obligation
from tiepdan.documents.models import Delivery
from tiepdan.online.models import OnlinePoint
from tiepdan.routing.models import Transfer
from tiepdan.submissions.models import Submission


def read_again(*, submission_id: int) -> Submission:
    """Return a submission as it stands now."""
    return Submission.objects.get(pk=submission_id)


def transfer_to(*, submission_id: int, agency_id: int) -> Transfer:
    """Return the forwarding of a submission to an agency."""
    return Transfer.objects.get(submission_id=submission_id, act="forward", to_agency_id=agency_id)


def delivery_to_complainant(*, matter_id: int) -> Delivery:
    """Return the last paper sent to the complainant."""
    return Delivery.objects.filter(matter_id=matter_id, addressee="complainant").latest("pk")


def open_obligations(*, case_id: int) -> list[int]:
    """List what a decision ordered and nobody has done yet."""
    return list(
        Obligation.objects.filter(case_id=case_id, done_on__isnull=True).order_by("pk").values_list("pk", flat=True)
    )


def central_point(*, session_id: int) -> OnlinePoint:
    """Return the point of an online session to which the others connect."""
    return OnlinePoint.objects.get(session_id=session_id, central=True)

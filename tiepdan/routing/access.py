"""Proposals named by a user. Absent and not yours are the same."""

from __future__ import annotations

from tiepdan.matters.access import NotFound
from tiepdan.routing.models import Proposal, Transfer


def proposal_for(*, proposal_id: int) -> Proposal:
    """Return a proposal that the acting post reads. Raises NotFound."""
    found = Proposal.objects.select_related("submission__matter", "to_agency", "proposed_by", "paper").filter(
        pk=proposal_id
    )
    proposal = found.first()
    if proposal is None:
        raise NotFound(str(proposal_id))
    return proposal


def transfer_for(*, transfer_id: int) -> Transfer:
    """Return a step of a chain that the acting post reads. Raises NotFound."""
    found = Transfer.objects.select_related("submission", "from_agency", "to_agency", "paper").filter(pk=transfer_id)
    transfer = found.first()
    if transfer is None:
        raise NotFound(str(transfer_id))
    return transfer

"""Submissions on their way, for the tests of routing. Everything is done by acts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.duplicates.texts import POND
from tests.factories import moment
from tests.people import Cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.duplicates.actions import link_repeat, sketch
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.actions import assign
from tiepdan.matters.rules import Duty, MatterKind
from tiepdan.routing import actions
from tiepdan.routing.models import Proposal
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.actions import receive, screen
from tiepdan.submissions.intake import Identity, Intake, PartyData, Screening
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rulebook import conditions_for
from tiepdan.submissions.rules import SENDER_ROLES, Source

AT = moment("2026-07-14")
NAME = "Hoàng Thị Thử Nghiệm"


def received(
    by: Actor, *, kind: MatterKind = MatterKind.COMPLAINT, content: str = POND, day: str = "2026-07-14", **given: Any
) -> Submission:
    """A submission as it came in, with its sketch."""
    party = PartyData(
        name=NAME, role=SENDER_ROLES[kind], identity_kind="can_cuoc",
        identity=Identity(number="001234567890", address="Tổ 9, phường Hoa Sen"),
    )  # fmt: skip
    intake = Intake(**{"source": Source.POST, "content": content, "kind": kind, "parties": (party,), **given})
    with acting(by):
        got = receive(intake=intake, by=by, at=moment(day)).submission
        sketch(got.pk)
    return got


def answers(kind: MatterKind, *, eligible: bool = True) -> dict[str, str]:
    """The checklist answered."""
    found = {item.code: "no" if item.bars else "yes" for item in conditions_for(kind=kind, anonymous=False)}
    return found if eligible else {**found, "signed": "no"}


def screened(
    by: Actor, submission: Submission, *, eligible: bool = True, day: str = "2026-07-14", **given: Any
) -> Submission:
    """The same, judged."""
    kind = MatterKind(submission.kind)
    with acting(by):
        return screen(
            submission_id=submission.pk, by=by, at=moment(day),
            finding=Screening(kind=kind, answers=answers(kind, eligible=eligible), **given),
        )  # fmt: skip


def misdirected(
    cast: Cast, *, by: Actor | None = None, kind: MatterKind = MatterKind.COMPLAINT, **given: Any
) -> Submission:
    """A submission at the commune (or the actor's agency) that belongs to the department."""
    actor = by or cast.clerk
    against = "provincial_agency_unit_head" if kind is MatterKind.DENUNCIATION else "provincial_agency_head"
    return screened(
        actor, received(actor, kind=kind, **given), against_code="" if kind is MatterKind.PETITION_FEEDBACK else against,
        respondent_agency_id=cast.department.pk, respondent_name="Sở Nông nghiệp và Môi trường",
    )  # fmt: skip


def proposed(by: Actor, submission: Submission, act: RouteAct, *, day: str = "2026-07-14", **given: Any) -> Proposal:
    """A proposal before the head."""
    with acting(by):
        return actions.propose(
            submission_id=submission.pk, act=act, reason="Nội dung không thuộc thẩm quyền của cơ quan", by=by,
            at=moment(day), **given,
        )  # fmt: skip


def decided(
    by: Actor, proposal: Proposal, *, approved: bool = True, note: str = "", day: str = "2026-07-14"
) -> Proposal:
    """A proposal decided by the head."""
    with acting(by):
        return actions.decide_proposal(proposal_id=proposal.pk, approved=approved, note=note, by=by, at=moment(day))


def done(cast: Cast, submission: Submission, act: RouteAct, *, day: str = "2026-07-14", **given: Any) -> Proposal:
    """Proposed by the clerk and approved by the head of the commune."""
    return decided(cast.head, proposed(cast.clerk, submission, act, day=day, **given), day=day)


def refused(step: Any, *args: Any, **given: Any) -> ActionRefused:
    """The refusal with which a step ends."""
    with pytest.raises(ActionRefused) as caught:
        step(*args, **given)
    return caught.value


def linked(by: Actor, later: Submission, earlier: Submission) -> None:
    """Found to be the same content."""
    with acting(by):
        link_repeat(submission_id=later.pk, earlier_id=earlier.pk, same=True, by=by, at=AT)


def assigned(cast: Cast, submission: Submission) -> None:
    """The processing officer of the commune is put on a submission by the head."""
    with acting(cast.head):
        assign(
            matter_id=submission.matter_id, user_id=cast.processor.user_id, agency_id=cast.commune.pk,
            duty=Duty.PROCESSING, by=cast.head, at=AT,
        )  # fmt: skip

"""The letter of a proposal, reviewed, approved and numbered like every paper: numbering performs the proposal."""

from __future__ import annotations

import os
from importlib import import_module

import psycopg
import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from tests.desk.test_query_counts import counted
from tests.people import Cast, client_of, make_cast
from tests.routing.build import AT, misdirected, proposed
from tiepdan.accounts.acting import acting, at_portal, citizen_actor
from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents import actions as papers
from tiepdan.documents.access import held_values
from tiepdan.documents.models import Paper
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Participation
from tiepdan.routing import actions
from tiepdan.routing.models import Proposal, Transfer
from tiepdan.routing.queries import open_proposals
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def guiding(cast: Cast) -> Proposal:
    return proposed(cast.clerk, misdirected(cast), RouteAct.GUIDE, to_agency_id=cast.department.pk)


def approved(cast: Cast, proposal: Proposal) -> int:
    """Take the letter of a proposal to its approval."""
    number = proposal.paper_id
    assert number is not None
    with acting(cast.clerk):
        papers.submit_paper(paper_id=number, by=cast.clerk, at=AT)
    with acting(cast.processor):
        papers.review_paper(paper_id=number, by=cast.processor, at=AT)
    with acting(cast.head):
        papers.approve_paper(paper_id=number, by=cast.head, at=AT)
    return number


def code(by: Actor, run: object, **values: object) -> str:
    """The refusal of an act."""
    with acting(by), pytest.raises(ActionRefused) as refused:
        run(by=by, at=AT, **values)  # type: ignore[operator] # an act
    return refused.value.code


@pytest.mark.parametrize("numberer", ["records", "head"])
def test_numbering_the_approved_letter_performs_the_proposal(cast: Cast, numberer: str) -> None:
    proposal = guiding(cast)
    number, by = approved(cast, proposal), getattr(cast, numberer)
    with acting(cast.head):
        assert Submission.objects.get(pk=proposal.submission_id).status == "proposed"
    with acting(by):
        actions.number_proposed_paper(paper_id=number, by=by, at=AT)
    with acting(cast.head):
        assert Submission.objects.get(pk=proposal.submission_id).status == "guided"
        paper = Paper.objects.get(pk=number)
        assert (paper.status, paper.signer_name, paper.number) == ("issued", cast.head.name, 1)
        assert Transfer.objects.get(submission_id=proposal.submission_id).paper_id == number
        decided = Proposal.objects.get(pk=proposal.pk)
        assert (decided.approved, decided.decided_by_id) == (True, cast.head.user_id)
        assert Entry.objects.get(act="paper.numbered").actor_id == by.user_id


def test_a_forwarded_petition_leaves_by_the_records_clerk(cast: Cast) -> None:
    from tiepdan.matters.rules import MatterKind

    made = misdirected(cast, kind=MatterKind.PETITION_FEEDBACK)
    proposal = proposed(cast.clerk, made, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    number = approved(cast, proposal)
    with acting(cast.records):
        actions.number_proposed_paper(paper_id=number, by=cast.records, at=AT)
    with acting(cast.department_head):
        assert Participation.objects.filter(agency_id=cast.department.pk).exists()
        assert Submission.objects.get(pk=made.pk).agency_id == cast.department.pk


def test_the_letter_of_an_open_proposal_goes_only_with_it(cast: Cast) -> None:
    proposal = guiding(cast)
    number = proposal.paper_id
    assert code(cast.head, papers.cancel_paper, paper_id=number, reason="x") == "paper_of_act"
    assert code(cast.records, actions.number_proposed_paper, paper_id=number) == "paper_not_approved"
    approved(cast, proposal)
    assert code(cast.records, papers.number_paper, paper_id=number) == "paper_of_act"
    assert code(cast.clerk, actions.number_proposed_paper, paper_id=number) == "not_numberer"
    assert code(cast.outsider, actions.number_proposed_paper, paper_id=number) == "paper_unknown"
    Post.objects.filter(user_id=cast.head.user_id).update(ends_before=AT.date())
    assert code(cast.records, actions.number_proposed_paper, paper_id=number) == "approver_gone"


def test_a_head_still_approves_in_one_step_or_sends_back_with_the_letter(cast: Cast) -> None:
    first = guiding(cast)
    with acting(cast.head):
        actions.decide_proposal(proposal_id=first.pk, approved=True, by=cast.head, at=AT)
        assert Paper.objects.get(pk=first.paper_id or 0).status == "issued"


def test_sending_back_cancels_a_letter_in_review(cast: Cast) -> None:
    proposal = guiding(cast)
    number = approved(cast, proposal)
    with acting(cast.head):
        actions.decide_proposal(proposal_id=proposal.pk, approved=False, note="Sai nơi nhận", by=cast.head, at=AT)
        assert Paper.objects.get(pk=number).status == "cancelled"
    assert code(cast.records, actions.number_proposed_paper, paper_id=number) == "paper_unknown"


def test_a_letter_to_another_body_than_proposed_is_not_approved(cast: Cast) -> None:
    proposal = guiding(cast)
    number = proposal.paper_id
    assert number is not None
    with acting(cast.clerk):
        letter = Paper.objects.get(pk=number)
        held = {**held_values(paper=letter, with_identity=True), "competent_agency": "Sở khác"}
        papers.rewrite_paper(paper_id=number, values=held, by=cast.clerk, at=AT)
    approved(cast, proposal)
    assert code(cast.records, actions.number_proposed_paper, paper_id=number) == "letter_target_differs"
    assert code(cast.head, actions.decide_proposal, proposal_id=proposal.pk, approved=True) == "letter_target_differs"
    with acting(cast.head):
        papers.return_paper(paper_id=number, reason="Sai nơi nhận", by=cast.head, at=AT)
        papers.rewrite_paper(
            paper_id=number, values={**held, "competent_agency": cast.department.name}, by=cast.head, at=AT
        )
        actions.decide_proposal(proposal_id=proposal.pk, approved=True, by=cast.head, at=AT)
        assert Paper.objects.get(pk=number).status == "issued"


def test_a_submission_taken_back_takes_its_proposal_and_letter_along(cast: Cast) -> None:
    proposal = guiding(cast)
    number = approved(cast, proposal)
    with acting(cast.clerk):
        actions.withdraw_submission(submission_id=proposal.submission_id, reason="Rút", by=cast.clerk, at=AT)
    assert code(cast.records, actions.number_proposed_paper, paper_id=number) == "paper_not_approved"
    assert code(cast.head, actions.decide_proposal, proposal_id=proposal.pk, approved=True) == "proposal_decided"
    with acting(cast.head):
        assert Paper.objects.get(pk=number).status == "cancelled"
        assert not open_proposals(by=cast.head).exists()
        assert Submission.objects.get(pk=proposal.submission_id).status == "withdrawn"


def test_a_citizen_takes_back_what_waits_for_the_head(cast: Cast) -> None:
    proposal = guiding(cast)
    number = approved(cast, proposal)
    citizen = citizen_actor(agency=cast.commune)
    with at_portal(matter_id=proposal.matter_id):
        actions.withdraw_submission(submission_id=proposal.submission_id, reason="", by=citizen, at=AT)
    with acting(cast.head):
        assert Paper.objects.get(pk=number).status == "cancelled"
        assert not open_proposals(by=cast.head).exists()
        closed = Proposal.objects.get(pk=proposal.pk)
        # With its reason, and by nobody who decides: the citizen is no officer.
        assert (closed.approved, closed.decided_by_id, closed.decision_note) == (False, None, "Người gửi đã rút đơn")
        assert closed.decided_at is not None
        assert Submission.objects.get(pk=proposal.submission_id).status == "withdrawn"
    assert code(cast.head, actions.decide_proposal, proposal_id=proposal.pk, approved=True) == "proposal_decided"


def test_only_an_officer_approves(cast: Cast) -> None:
    proposal = guiding(cast)
    with acting(cast.head), pytest.raises(IntegrityError), transaction.atomic():
        Proposal.objects.filter(pk=proposal.pk).update(approved=True, decided_at=AT, decided_by=None)


@pytest.mark.django_db(transaction=True)
def test_letters_and_proposals_left_open_by_earlier_versions_are_mended(cast: Cast) -> None:
    proposal = guiding(cast)
    number = approved(cast, proposal)
    marks = import_module("tiepdan.documents.migrations.0007_marks_of_open_drafts").MARK
    close = import_module("tiepdan.routing.migrations.0004_closed_by_withdrawal").CLOSE
    with psycopg.connect(os.environ["TIEPDAN_TEST_ADMIN"], dbname=str(settings.DATABASES["default"]["NAME"])) as admin:
        admin.execute("ALTER TABLE documents_paper DISABLE TRIGGER audited")  # as an earlier version had left them
        admin.execute("UPDATE documents_paper SET act = '' WHERE id = %s", [number])
        admin.execute("ALTER TABLE submissions_submission DISABLE TRIGGER audited")
        admin.execute("UPDATE submissions_submission SET status = 'withdrawn' WHERE id = %s", [proposal.submission_id])
        admin.execute("ALTER TABLE submissions_submission ENABLE TRIGGER audited")
        admin.commit()
        admin.execute(marks)
        admin.execute(close)
    with acting(cast.head):
        assert Paper.objects.get(pk=number).act == "proposal"
        closed = Proposal.objects.get(pk=proposal.pk)
        assert (closed.approved, closed.decided_by_id) == (False, None)


def test_the_page_of_approvals_leads_to_the_draft_of_each_proposal(cast: Cast) -> None:
    proposal = guiding(cast)
    page = client_of(cast.head).get(reverse("desk:processing_approvals")).content.decode()
    assert reverse("desk:paper_detail", args=[proposal.paper_id]) in page


def test_the_page_of_approvals_asks_no_more_for_more_proposals(cast: Cast) -> None:
    client, address = client_of(cast.head), reverse("desk:processing_approvals")
    asked = []
    for _ in range(2):
        for _number in range(3):
            guiding(cast)
        client.get(address)  # what is read once is read
        with counted() as now:
            assert client.get(address).status_code == 200
        asked.append(len(now))
    assert asked[0] == asked[1] <= 15

"""Found to be a denunciation later, nothing that the desk and the processing wrote before still says who brought it."""

from __future__ import annotations

import pytest

from tests.people import make_cast
from tests.reception.build import AT, NAME, complaint, denunciation, entered, secret_visit, visit
from tests.submissions.build import opened
from tests.submissions.test_screen import answers, finding
from tiepdan.accounts.acting import acting
from tiepdan.documents.access import shows_identity
from tiepdan.documents.actions import draft_paper, issue_paper
from tiepdan.documents.models import Paper
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.actions import screen_submission
from tiepdan.reception.models import Receipt, Visitor
from tiepdan.reception.visit import ReceiptItem
from tiepdan.routing import actions as routing
from tiepdan.routing.models import Proposal
from tiepdan.routing.rules.routes import RouteAct

pytestmark = pytest.mark.django_db


def test_receipt_proposal_and_issued_paper_are_cleaned_with_the_rest() -> None:
    cast = make_cast()
    items = (ReceiptItem(name=f"Đơn của ông {NAME}", pages=2, condition=f"{NAME} ký"),)
    got = entered(cast.clerk, visit(items=items), complaint())
    assert got.received is not None
    one = got.received.submission
    with acting(cast.processor):
        paper = draft_paper(
            form_key="house/urging", by=cast.processor, at=AT, matter_id=one.matter_id,
            values={
                "addressee": f"Ông {NAME}", "submission_kind": "khiếu nại", "case_code": one.code,
                "content_summary": "Đất", "was_due_on": AT.date(), "due_on": AT.date(),
            },
        )  # fmt: skip
        issue_paper(paper_id=paper.pk, by=cast.processor, at=AT)
        unsigned = finding(answers=answers(MatterKind.COMPLAINT, signed="no"))
        screen_submission(submission_id=one.pk, finding=unsigned, by=cast.processor, at=AT)
        made = routing.propose(
            submission_id=one.pk, act=RouteAct.FILE, reason=f"Ông {NAME} gửi nhiều lần", ground="sender_data_missing",
            by=cast.processor, at=AT,
        )  # fmt: skip
    with acting(cast.head):
        routing.decide_proposal(proposal_id=made.pk, approved=False, note=f"Hỏi lại {NAME}", by=cast.head, at=AT)
    with acting(cast.processor):
        screen_submission(submission_id=one.pk, finding=finding(MatterKind.DENUNCIATION), by=cast.processor, at=AT)
        told = [
            *Receipt.objects.values_list("items"), *Proposal.objects.values_list("reason", "decision_note"),
            *Paper.objects.values_list("values", "title"),
        ]  # fmt: skip
        assert NAME not in str(told)
        # The file as issued still names the sender: it opens with the identity alone.
        assert shows_identity(paper=Paper.objects.get(pk=paper.pk))


def test_the_receipt_of_a_denunciation_never_names_who_brought_it() -> None:
    cast = make_cast()
    entered(cast.clerk, secret_visit(items=(ReceiptItem(name=f"Đơn của {NAME}"),)), denunciation())
    with acting(cast.clerk):
        assert NAME not in str(list(Receipt.objects.values_list("items", flat=True)))
        assert NAME not in str(list(Paper.objects.values_list("values", flat=True)))


def test_who_came_to_denounce_is_read_under_an_opening_like_the_identity() -> None:
    cast = make_cast()
    got = entered(cast.clerk, secret_visit(), denunciation())
    assert got.received is not None
    matter_id = got.received.submission.matter_id
    with acting(cast.clerk):
        assert not Visitor.objects.exists()
    with acting(cast.head):
        assert not Visitor.objects.exists()
    opened(cast.head, matter_id)
    with acting(cast.head):
        assert Visitor.objects.count() == 1

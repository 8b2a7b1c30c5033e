"""Accepting what the table of competence gives to another body: only with a reason, on record and in sight."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.people import Cast, client_of, make_cast
from tests.routing.build import AT, NAME, misdirected
from tests.submissions.build import opened
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.intent import FIRST, Filing, Intent
from tiepdan.cases.models import Case, Step
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
REASON = "Sở ủy quyền cho phường giải quyết theo Quyết định 15"


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def accept(cast: Cast, submission: Submission, *, by: Actor, filing: Filing = FIRST) -> Case:
    """Accept as somebody."""
    facts = {"identity_checked": True} if submission.kind == MatterKind.DENUNCIATION else {}
    with acting(by):
        return actions.accept_submission(
            submission_id=submission.pk, leader_id=cast.head.user_id, handler_id=cast.handler.user_id, by=by, at=AT,
            filing=filing, intent=Intent(facts=facts),
        )  # fmt: skip


def test_without_a_reason_it_is_refused_and_says_whose_it_is(cast: Cast) -> None:
    with pytest.raises(ActionRefused) as caught:
        accept(cast, misdirected(cast), by=cast.head)
    assert (caught.value.code, caught.value.verdict.facts["settler"]) == (
        "competence_reason_missing",
        cast.department.name,
    )


def test_with_a_reason_it_is_accepted_recorded_and_shown(cast: Cast) -> None:
    case = accept(cast, misdirected(cast), by=cast.head, filing=Filing(competence_reason=REASON))
    with acting(cast.head):
        entry = Entry.objects.get(act="case.competence_overridden")
        assert (entry.reason, entry.actor_id, entry.rule) == (REASON, cast.head.user_id, "complaints §5")
        assert REASON in Step.objects.get(case=case, act="override_competence").note
    page = client_of(cast.head).get(reverse("desk:case_detail", args=[case.code])).content.decode()
    assert "Thụ lý khác bảng thẩm quyền" in page
    assert cast.department.name in page
    assert REASON in page


def test_the_form_asks_for_the_reason_only_then(cast: Cast) -> None:
    made = misdirected(cast)
    page = client_of(cast.head).get(reverse("desk:case_accept", args=[made.code])).content.decode()
    assert "Lý do thụ lý khác bảng thẩm quyền" in page
    typed = {"leader": cast.head.user_id, "handler": cast.handler.user_id, "filing": "first_complaint"}
    refused = client_of(cast.head).post(reverse("desk:case_accept", args=[made.code]), typed)
    assert refused.status_code == 409
    done = client_of(cast.head).post(
        reverse("desk:case_accept", args=[made.code]), {**typed, "competence_reason": REASON}
    )
    assert done.status_code == 302


def test_a_second_complaint_follows_what_the_officer_says(cast: Cast) -> None:
    filing = Filing(
        procedure=ProcedureKind.SECOND_COMPLAINT, first_decision="Quyết định 40/QĐ-UBND", window_from=AT.date()
    )
    accept(cast, misdirected(cast), by=cast.head, filing=filing)
    with acting(cast.head):
        assert not Entry.objects.filter(act="case.competence_overridden").exists()


def test_the_reason_names_no_denouncer(cast: Cast) -> None:
    made = misdirected(cast, kind=MatterKind.DENUNCIATION, by=cast.processor)
    opened(cast.head, made.matter_id)
    with pytest.raises(ActionRefused) as caught:
        accept(cast, made, by=cast.head, filing=Filing(competence_reason=f"{NAME} đề nghị"))
    assert caught.value.code == "text_reveals_denouncer"


def test_the_outsider_finds_nothing(cast: Cast) -> None:
    with pytest.raises(NotFound):
        accept(cast, misdirected(cast), by=cast.outsider, filing=Filing(competence_reason=REASON))

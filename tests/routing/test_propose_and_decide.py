"""From the officer's proposal to what the head's decision does."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.people import Cast, make_cast
from tests.routing.build import AT, NAME, decided, done, linked, misdirected, proposed, received, refused, screened
from tests.submissions.build import opened
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.documents.models import Paper
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Assignment, Clock, Matter, Notice, Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.routing import actions
from tiepdan.routing.models import Proposal, Transfer
from tiepdan.routing.queries import chain, forwarded_here, list_sent_on, owes_answer
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import Source

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def entries(cast: Cast, act: str) -> int:
    """Audit entries of an act that the commune's head sees."""
    with acting(cast.head):
        return Entry.objects.filter(act=act).count()


def paper_of(proposal: Proposal) -> Paper:
    """The paper of a proposal."""
    assert proposal.paper_id is not None
    return Paper.objects.get(pk=proposal.paper_id)


def test_a_proposal_drafts_its_paper_and_waits_for_the_head(cast: Cast) -> None:
    proposal = proposed(cast.clerk, misdirected(cast), RouteAct.GUIDE, to_agency_id=cast.department.pk)
    assert entries(cast, "proposal.made") == 1
    with acting(cast.head):
        paper = paper_of(proposal)
        assert (paper.form_key, paper.status) == ("TT05-2021/02", "draft")
        assert Submission.objects.get(pk=proposal.submission_id).status == "proposed"
        assert Notice.objects.get(kind="proposal_waiting").code == proposal.submission.code


def test_acceptance_is_proposed_on_form_01_and_only_marked_when_approved(cast: Cast) -> None:
    mine = screened(
        cast.clerk, received(cast.clerk), against_code="commune_chair", respondent_agency_id=cast.commune.pk
    )
    proposal = proposed(cast.clerk, mine, RouteAct.ACCEPT)
    with acting(cast.head):
        actions.approve_acceptance(proposal_id=proposal.pk, by=cast.head, at=AT)
        assert paper_of(proposal).form_key == "TT05-2021/01"
        assert Proposal.objects.get(pk=proposal.pk).approved
        assert Submission.objects.get(pk=mine.pk).status == "proposed"


def test_only_a_proposal_to_accept_can_be_approved_as_such(cast: Cast) -> None:
    proposal = proposed(cast.clerk, misdirected(cast), RouteAct.GUIDE, to_agency_id=cast.department.pk)
    with acting(cast.head):
        assert (
            refused(actions.approve_acceptance, proposal_id=proposal.pk, by=cast.head, at=AT).code
            == "not_an_acceptance"
        )


def test_a_guided_complaint_is_closed_here_and_its_limits_are_met(cast: Cast) -> None:
    proposal = done(cast, misdirected(cast), RouteAct.GUIDE, to_agency_id=cast.department.pk)
    assert entries(cast, "submission.guided") == 1
    with acting(cast.head):
        submission = Submission.objects.get(pk=proposal.submission_id)
        assert (submission.status, submission.closed_on) == ("guided", date(2026, 7, 14))
        assert set(Clock.objects.filter(matter_id=submission.matter_id).values_list("status", flat=True)) == {"met"}
        (step,) = chain(submission_id=submission.pk)
        paper = paper_of(proposal)
        assert (step.act, step.to_name, step.letter) == (
            "guide",
            cast.department.name,
            f"{paper.number}/{paper.symbol}",
        )
        assert paper.status == "issued"


def test_one_content_is_guided_once_whichever_agency_did_it(cast: Cast) -> None:
    first = misdirected(cast)
    done(cast, first, RouteAct.GUIDE, to_agency_id=cast.department.pk)
    second = misdirected(cast, by=cast.outsider_clerk)
    linked(cast.outsider_clerk, second, first)
    found = refused(proposed, cast.outsider_clerk, second, RouteAct.GUIDE, to_agency_id=cast.department.pk)
    assert found.code == "already_guided"
    assert found.verdict.facts["agency"] == cast.commune.name
    assert found.verdict.facts["on"] == "14/07/2026"
    with acting(cast.outsider):
        assert [step.own for step in chain(submission_id=second.pk)] == [False]


def test_a_guidance_that_another_officer_gave_meanwhile_wins(cast: Cast) -> None:
    first, second = misdirected(cast), misdirected(cast)
    linked(cast.clerk, second, first)
    one = proposed(cast.clerk, first, RouteAct.GUIDE, to_agency_id=cast.department.pk)
    other = proposed(cast.clerk, second, RouteAct.GUIDE, to_agency_id=cast.department.pk)
    decided(cast.head, one)
    assert refused(decided, cast.deputy, other).code == "already_guided"
    with acting(cast.head):
        assert Transfer.objects.count() == 1
        assert Proposal.objects.get(pk=other.pk).approved is None


def test_a_forwarded_denunciation_moves_its_author_is_told_and_the_sender_reads_it_no_more(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    with acting(cast.head):
        assert not Submission.objects.filter(pk=submission.pk).exists()
        line = Participation.objects.get(matter_id=submission.matter_id, agency_id=cast.commune.pk)
        assert (line.state, line.capacity, line.title) == ("forwarded", "passed_on", "Đơn tố cáo")
        assert [row.code for row in list_sent_on()] == [submission.code]
    with acting(cast.department_head):
        assert Matter.objects.get(pk=submission.matter_id).agency_id == cast.department.pk
        assert set(Paper.objects.filter(matter_id=submission.matter_id).values_list("form_key", flat=True)) == {
            "TT05-2021/03", "house/denunciation-forwarded",
        }  # fmt: skip
        assert Clock.objects.filter(matter_id=submission.matter_id, rule_id="TC-3").count() == 0
        assert Notice.objects.filter(kind="forwarded_in", code=submission.code).count() == 1
        assert Entry.objects.filter(act="submission.forwarded", rule="reports §2.3/12").exists()
    with acting(cast.head):
        clock = Clock.objects.get(matter_id=submission.matter_id, rule_id="TC-3")  # five working days from receipt
        assert (clock.status, clock.rolled_due_on) == ("met", date(2026, 7, 21))
    with acting(cast.clerk):
        assert not Assignment.objects.filter(matter_id=submission.matter_id, ends_at__isnull=True).exists()


def test_no_paper_of_a_forwarded_denunciation_names_its_author(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    with acting(cast.department_head):
        for paper in Paper.objects.filter(matter_id=submission.matter_id):
            assert NAME not in str(paper.values) + str(paper.recipients) + paper.title
        assert NAME not in str(list(Entry.objects.values_list("before", "after", "reason")))


def test_the_receiving_agency_takes_it_with_its_own_number_and_limits(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    with acting(cast.department_head):
        (transfer,) = forwarded_here(by=cast.department_head)
        taken = actions.take_forwarded(transfer_id=transfer.pk, by=cast.department_head, at=AT)
        assert (taken.status, taken.source, taken.forwarded_by_id) == ("received", Source.FORWARDED, cast.commune.pk)
        assert taken.forwarding_number
        line = Participation.objects.get(matter_id=taken.matter_id, agency_id=cast.department.pk)
        assert line.register_number == 1
        rules = set(Clock.objects.filter(matter_id=taken.matter_id, status="open").values_list("rule_id", flat=True))
        assert {"TC-1", "TC-4"} <= rules
        again = refused(actions.take_forwarded, transfer_id=transfer.pk, by=cast.department_head, at=AT)
        assert again.code == "already_taken"
        assert Entry.objects.filter(act="submission.taken").count() == 1


def test_taking_what_was_not_sent_here_is_refused(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    with acting(cast.department_head):
        number = Transfer.objects.get().pk
    for actor in (cast.outsider, cast.head):
        with acting(actor):
            assert refused(actions.take_forwarded, transfer_id=number, by=actor, at=AT).code == "not_forwarded_here"
    with acting(cast.overseer):
        assert refused(actions.take_forwarded, transfer_id=number, by=cast.overseer, at=AT).code == "wrong_role"


def test_a_forwarded_denunciation_is_not_forwarded_again(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    head = cast.department_head
    with acting(head):
        actions.take_forwarded(transfer_id=Transfer.objects.get().pk, by=head, at=AT)
    again = screened(head, Submission(pk=submission.pk, kind=submission.kind), against_code="commune_chair",
                     respondent_agency_id=cast.commune.pk)  # fmt: skip
    found = refused(proposed, head, again, RouteAct.FORWARD, to_agency_id=cast.province.pk)
    assert found.code == "already_forwarded"
    assert found.verdict.facts["agency"] == cast.commune.name


def test_what_is_returned_may_be_forwarded_to_the_right_body(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    head = cast.department_head
    with acting(head):
        actions.take_forwarded(transfer_id=Transfer.objects.get().pk, by=head, at=AT)
    screened(head, Submission(pk=submission.pk, kind=submission.kind), against_code="commune_chair",
             respondent_agency_id=cast.commune.pk)  # fmt: skip
    decided(head, proposed(head, submission, RouteAct.RETURN))
    with acting(cast.head):
        assert Submission.objects.get(pk=submission.pk).agency_id == cast.commune.pk
    assert (
        refused(proposed, cast.head, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk).code == "would_loop"
    )
    decided(cast.head, proposed(cast.head, submission, RouteAct.FORWARD, to_agency_id=cast.province.pk))
    with acting(cast.province_head):
        assert [step.act for step in chain(submission_id=submission.pk)] == ["forward", "return", "forward"]
        assert Entry.objects.filter(act="submission.returned").count() == 1


def test_a_petition_goes_to_the_body_in_charge(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.PETITION_FEEDBACK)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    with acting(cast.department_processor):
        assert Submission.objects.get(pk=submission.pk).status == "forwarded"
        assert Notice.objects.filter(kind="forwarded_in").exists()


def test_a_body_outside_the_registry_gets_the_paper_alone(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.PETITION_FEEDBACK)
    done(cast, submission, RouteAct.FORWARD, to_text="Ban quản lý khu phố ngoài danh mục")
    with acting(cast.head):
        found = Submission.objects.get(pk=submission.pk)
        assert (found.status, found.agency_id) == ("forwarded", cast.commune.pk)


def test_filing_needs_a_ground_and_starts_the_year_of_keeping(cast: Cast) -> None:
    submission = screened(cast.clerk, received(cast.clerk), eligible=False)
    assert refused(proposed, cast.clerk, submission, RouteAct.FILE).code == "no_ground"
    done(cast, submission, RouteAct.FILE, ground="sender_data_missing")
    assert entries(cast, "submission.filed") == 1
    with acting(cast.head):
        assert Submission.objects.get(pk=submission.pk).status == "filed"
        clock = Clock.objects.get(matter_id=submission.matter_id, rule_id="reports §2.4/8")
        assert clock.due_on == date(2027, 7, 14)


@pytest.mark.parametrize(
    "kind, against, ground",
    [
        (MatterKind.COMPLAINT, "commune_chair", "time_bar_passed"),
        (MatterKind.DENUNCIATION, "commune_staff", "violator_or_act_unclear"),
        (MatterKind.PETITION_FEEDBACK, "", "not_a_petition"),
    ],
)
def test_refusal_rests_on_a_ground_and_a_notice(cast: Cast, kind: MatterKind, against: str, ground: str) -> None:
    submission = screened(
        cast.clerk, received(cast.clerk, kind=kind), against_code=against, respondent_agency_id=cast.commune.pk
    )
    proposal = done(cast, submission, RouteAct.REFUSE, ground=ground)
    assert entries(cast, "submission.refused") == 1
    with acting(cast.head):
        assert Submission.objects.get(pk=submission.pk).status == "refused"
        assert paper_of(proposal).status == "issued"


def test_several_contents_are_guided_to_be_written_apart(cast: Cast) -> None:
    submission = misdirected(cast)
    with acting(cast.clerk):
        proposal = actions.propose(
            submission_id=submission.pk, act=RouteAct.SPLIT, by=cast.clerk, at=AT,
            reason="Bồi thường | UBND phường\nTranh chấp vay | Tòa án khu vực",
        )  # fmt: skip
    decided(cast.head, proposal)
    with acting(cast.head):
        assert Submission.objects.get(pk=submission.pk).status == "split"
        assert paper_of(proposal).form_key == "XLD-2014/07"


def test_the_head_sends_a_proposal_back_with_a_note(cast: Cast) -> None:
    proposal = proposed(cast.clerk, misdirected(cast), RouteAct.GUIDE, to_agency_id=cast.department.pk)
    assert refused(decided, cast.head, proposal, approved=False).code == "reason_missing"
    decided(cast.head, proposal, approved=False, note="Cần làm rõ người bị khiếu nại")
    assert entries(cast, "proposal.sent_back") == 1
    with acting(cast.clerk):
        assert Submission.objects.get(pk=proposal.submission_id).status == "screened"
        assert paper_of(proposal).status == "cancelled"
        assert Notice.objects.filter(kind="sent_back").exists()


def test_who_may_not_propose_or_decide_is_refused(cast: Cast) -> None:
    submission = misdirected(cast)
    wish: dict[str, Any] = {"to_agency_id": cast.department.pk}
    assert refused(proposed, cast.records, submission, RouteAct.GUIDE, **wish).code == "wrong_role"
    assert refused(proposed, cast.outsider, submission, RouteAct.GUIDE, **wish).code == "submission_unknown"
    with acting(cast.clerk):
        empty = refused(
            actions.propose, submission_id=submission.pk, act=RouteAct.GUIDE, reason=" ", by=cast.clerk, at=AT
        )
    assert empty.code == "reason_missing"
    proposal = proposed(cast.clerk, submission, RouteAct.GUIDE, **wish)
    assert refused(decided, cast.clerk, proposal).code == "not_head"
    assert refused(decided, cast.outsider, proposal).code == "proposal_absent"
    assert refused(proposed, cast.clerk, submission, RouteAct.GUIDE, **wish).code == "proposal_open"
    decided(cast.deputy, proposal)
    assert refused(decided, cast.head, proposal).code == "proposal_decided"


def test_who_only_follows_a_matter_proposes_nothing(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.PETITION_FEEDBACK)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    assert refused(proposed, cast.clerk, submission, RouteAct.FILE).code == "not_held_here"


def test_the_result_is_reported_to_the_forwarder_once(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    head = cast.department_head
    with acting(head):
        actions.take_forwarded(transfer_id=Transfer.objects.get().pk, by=head, at=AT)
        assert owes_answer(submission=submission, agency_id=head.agency_id)
        assert not owes_answer(submission=submission, agency_id=cast.head.agency_id)
        empty = refused(actions.report_result_to_forwarder, submission_id=submission.pk, result="", by=head, at=AT)
        assert empty.code == "reply_missing"
        actions.report_result_to_forwarder(submission_id=submission.pk, result="Đã thụ lý", by=head, at=AT)
        assert Clock.objects.get(matter_id=submission.matter_id, rule_id="TC-4").status == "met"
        assert not owes_answer(submission=submission, agency_id=head.agency_id)
        again = refused(actions.report_result_to_forwarder, submission_id=submission.pk, result="Nữa", by=head, at=AT)
        assert again.code == "already_answered"
        assert Entry.objects.filter(act="submission.reported_to_forwarder").count() == 1
    with acting(cast.head):
        assert list_sent_on() == []
    with acting(cast.outsider):
        other = refused(
            actions.report_result_to_forwarder, submission_id=submission.pk, result="x", by=cast.outsider, at=AT
        )
        assert other.code == "submission_unknown"


def test_without_forwarder_there_is_nobody_to_report_to(cast: Cast) -> None:
    submission = misdirected(cast)
    with acting(cast.clerk):
        step = refused(
            actions.report_result_to_forwarder, submission_id=submission.pk, result="x", by=cast.clerk, at=AT
        )
    assert step.code == "no_forwarder"


def test_the_sender_notes_an_answer_that_came_on_paper(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    done(cast, submission, RouteAct.FORWARD, to_agency_id=cast.department.pk)
    with acting(cast.department_head):
        number = Transfer.objects.get().pk
    given: dict[str, Any] = {"transfer_id": number, "at": AT, "replied_on": AT.date()}
    with acting(cast.outsider):
        assert refused(actions.record_forward_reply, reply="x", by=cast.outsider, **given).code == "not_sent_from_here"
    with acting(cast.clerk):
        assert refused(actions.record_forward_reply, reply=" ", by=cast.clerk, **given).code == "reply_missing"
        late = {**given, "replied_on": date(2026, 7, 15)}
        assert refused(actions.record_forward_reply, reply="x", by=cast.clerk, **late).code == "received_in_future"
        actions.record_forward_reply(reply="Đã giải quyết xong", by=cast.clerk, **given)
        assert refused(actions.record_forward_reply, reply="x", by=cast.clerk, **given).code == "not_sent_from_here"
    with acting(cast.department_head):
        assert Entry.objects.filter(act="transfer.answered").count() == 1


def test_a_reason_or_a_note_that_names_who_denounced_goes_nowhere(cast: Cast) -> None:
    submission = misdirected(cast, kind=MatterKind.DENUNCIATION)
    values: dict[str, Any] = {
        "submission_id": submission.pk,
        "act": RouteAct.FORWARD,
        "to_agency_id": cast.department.pk,
    }
    opened(cast.clerk, submission.matter_id)
    with acting(cast.clerk):
        cases: list[dict[str, Any]] = [
            {"reason": f"{NAME} gửi nhầm"},
            {"reason": "Gửi nhầm", "to_text": f"Nhà bà {NAME}"},
        ]
        for named in cases:
            with pytest.raises(ActionRefused) as refusal:
                actions.propose(**values, **named, by=cast.clerk, at=clock.now())
            assert refusal.value.code == "text_reveals_denouncer"
        assert not Proposal.objects.exists()
        actions.propose(**values, reason="Không thuộc thẩm quyền", by=cast.clerk, at=clock.now())

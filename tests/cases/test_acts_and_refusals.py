"""Each act on a case: what it leaves behind, what refuses it, that an outsider meets nothing, that it is on record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from tests.cases.build import ACCEPTED, Walk, accepted, complaint, denunciation, petition, submission, walk
from tests.factories import moment
from tests.people import Cast, make_cast
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.cases import actions
from tiepdan.cases.intent import (
    AddresseeData,
    DialogueData,
    FindingData,
    Intent,
    InvitationData,
    PublicationData,
    SessionData,
    WithdrawalData,
)
from tiepdan.cases.models import Case, Note, Suspension, TeamMember, Urging
from tiepdan.documents.models import Delivery, DeliveryWay, Paper
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.matters.actions import exclude
from tiepdan.matters.models import Clock, Matter, Notice, Participation
from tiepdan.matters.rules import Capacity, Duty
from tiepdan.routing.actions import propose
from tiepdan.routing.models import Proposal
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions.intake import PartyData
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import PartyRole, SubmissionStatus

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def code_of(by: Actor, act: Callable[..., Any], **values: Any) -> str:
    """Return the code with which an act is refused."""
    with pytest.raises((ActionRefused, NotFound)) as caught, acting(by):
        act(by=by, **values)
    return caught.value.code if isinstance(caught.value, ActionRefused) else "NotFound"


def acts_on_record(way: Walk) -> list[str]:
    """Return the acts recorded on the case, oldest first."""
    with acting(way.cast.head):
        found = Entry.objects.filter(matter_id=way.case.matter_id, act__startswith="case.").order_by("pk")
        return list(found.values_list("act", flat=True))


# -- acceptance and refusal


def test_acceptance_opens_case_line_clocks_paper_and_record(cast: Cast) -> None:
    case = accepted(cast)
    with acting(cast.head):
        line = Participation.objects.get(matter_id=case.matter_id)
        stored = Submission.objects.get(pk=case.submission_id)
        paper = Paper.objects.get(matter_id=case.matter_id)
        clocks = dict(Clock.objects.filter(matter_id=case.matter_id).values_list("rule_id", "status"))
        assert Entry.objects.filter(act="case.accept_case", matter_id=case.matter_id).count() == 1
    assert (line.capacity, line.state, line.handler_id) == (Capacity.SETTLING, "accepted", cast.handler.user_id)
    assert stored.status == SubmissionStatus.ACCEPTED
    assert (paper.form_key, paper.number, paper.signer_title) == ("ND124-2020/03", 1, "Chủ tịch")
    # KN-3b, KN-19 and LI-5 are met by the notice; KN-5 runs.
    assert clocks == {"LI-5": "met", "KN-19": "met", "KN-3b": "met", "KN-5": "open"}


def test_acceptance_approves_the_open_proposal(cast: Cast) -> None:
    made = submission(cast)
    with acting(cast.head):
        Submission.objects.filter(pk=made.pk).update(eligible=True, status=SubmissionStatus.SCREENED)
        record(act="submission.screened", by=cast.head, at=ACCEPTED, subject="submission:1", matter_id=made.matter_id)
    with acting(cast.processor):
        propose(submission_id=made.pk, act=RouteAct.ACCEPT, reason="Thuộc thẩm quyền", by=cast.processor, at=ACCEPTED)
    people: dict[str, Any] = {"leader_id": cast.head.user_id, "handler_id": cast.handler.user_id}
    with acting(cast.head):
        actions.accept_submission(submission_id=made.pk, by=cast.head, at=ACCEPTED, **people)
        assert Proposal.objects.get(submission=made).approved is True


def test_acceptance_is_refused_by_its_rules(cast: Cast) -> None:
    made = submission(cast)
    people: dict[str, Any] = {"leader_id": cast.deputy.user_id, "handler_id": cast.handler.user_id, "at": ACCEPTED}
    accept = actions.accept_submission
    assert code_of(cast.processor, accept, submission_id=made.pk, **people) == "wrong_role"
    assert code_of(cast.outsider, accept, submission_id=made.pk, **people) == "NotFound"
    assert code_of(cast.overseer, accept, submission_id=made.pk, **people) == "other_agency"
    wrong = {**people, "leader_id": cast.handler.user_id}
    assert code_of(cast.head, accept, submission_id=made.pk, **wrong) == "leader_must_lead"
    wrong = {**people, "handler_id": cast.outsider.user_id}
    assert code_of(cast.head, accept, submission_id=made.pk, **wrong) == "not_at_agency"
    away = {"intent": Intent(facts={"is_competent": False})}
    assert code_of(cast.head, accept, submission_id=made.pk, **people, **away) == "not_competent"
    with acting(cast.head):
        accept(submission_id=made.pk, by=cast.head, **people)
    assert code_of(cast.head, accept, submission_id=made.pk, **people) == "not_waiting"


def test_a_group_without_representatives_is_not_accepted_and_its_clock_runs_on(cast: Cast) -> None:
    made = submission(cast, complaint(people=6, all_signed=True))
    people: dict[str, Any] = {"leader_id": cast.head.user_id, "handler_id": cast.handler.user_id, "at": ACCEPTED}
    refused = code_of(cast.head, actions.accept_submission, submission_id=made.pk, **people)
    assert refused == "group_representatives_missing"  # PA-8; complaints §7/14
    with acting(cast.head):
        assert Clock.objects.get(matter_id=made.matter_id, rule_id="KN-3b").status == "open"


def test_a_denunciation_waits_for_the_identity_check_and_keeps_the_denounced_out(cast: Cast) -> None:
    made = submission(cast, denunciation())
    people: dict[str, Any] = {"leader_id": cast.head.user_id, "handler_id": cast.handler.user_id, "at": ACCEPTED}
    assert code_of(cast.head, actions.accept_submission, submission_id=made.pk, **people) == "fact_not_recorded"
    unchecked = {"intent": Intent(facts={"identity_checked": False})}
    assert (
        code_of(cast.head, actions.accept_submission, submission_id=made.pk, **people, **unchecked)
        == "identity_not_checked"
    )
    with acting(cast.head):
        exclude(
            matter_id=made.matter_id, user_id=cast.handler.user_id, reason="Người bị tố cáo", by=cast.head, at=ACCEPTED
        )
    checked = {"intent": Intent(facts={"identity_checked": True})}
    assert (
        code_of(cast.head, actions.accept_submission, submission_id=made.pk, **people, **checked)
        == "conflict_of_interest"
    )


def test_refusal_needs_a_ground_of_the_list_and_ends_the_case(cast: Cast) -> None:
    made = submission(cast)
    refuse = actions.refuse_acceptance
    assert code_of(cast.head, refuse, submission_id=made.pk, at=ACCEPTED, intent=Intent(reason="x")) == "ground_missing"
    ground = frozenset({"time_bar_passed"})
    assert (
        code_of(cast.head, refuse, submission_id=made.pk, at=ACCEPTED, intent=Intent(grounds=ground))
        == "reason_missing"
    )
    intent = Intent(grounds=ground, reason="Đã quá 90 ngày")
    assert code_of(cast.clerk, refuse, submission_id=made.pk, at=ACCEPTED, intent=intent) == "wrong_role"
    with acting(cast.head):
        case = refuse(submission_id=made.pk, intent=intent, by=cast.head, at=ACCEPTED)
        assert Submission.objects.get(pk=made.pk).status == SubmissionStatus.REFUSED
        assert Paper.objects.get(matter_id=case.matter_id).form_key == "ND124-2020/04"
        assert not Clock.objects.filter(matter_id=case.matter_id, status="open").exists()
    assert (case.state, case.closed_on) == ("not_accepted", ACCEPTED.date())


@pytest.mark.parametrize(("intake", "ground", "form"), [
    (denunciation(), "violator_or_act_unclear", "house/denunciation-refusal"),
    (petition(), "not_a_petition", "house/result-notice"),
])  # fmt: skip
def test_other_kinds_are_refused_on_their_own_papers(cast: Cast, intake: Any, ground: str, form: str) -> None:
    made = submission(cast, intake)
    intent = Intent(grounds=frozenset({ground}), reason="Không đủ cơ sở")
    with acting(cast.head):
        case = actions.refuse_acceptance(submission_id=made.pk, intent=intent, by=cast.head, at=ACCEPTED)
        assert Paper.objects.get(matter_id=case.matter_id).form_key == form


# -- people


def test_other_people_are_put_in_charge_with_a_reason(cast: Cast) -> None:
    way = walk(cast)
    change = actions.Change(handler_id=cast.second_handler.user_id)
    assert way.refused(cast.handler, actions.assign_people, change=change, reason="x") == "only_leaders_assign"
    assert way.refused(cast.head, actions.assign_people, change=change, reason=" ") == "reason_missing"
    same = actions.Change(handler_id=cast.handler.user_id)
    assert way.refused(cast.head, actions.assign_people, change=same, reason="x") == "nothing_to_assign"
    assert way.refused(cast.outsider, actions.assign_people, change=change, reason="x") == "NotFound"
    way.as_(cast.head, actions.assign_people, change=change, reason="Nghỉ phép")
    assert way.case.handler_id == cast.second_handler.user_id
    with acting(cast.handler):
        assert not Case.objects.exists()
    with acting(cast.second_handler):
        assert Case.objects.exists()
    assert acts_on_record(way)[-1] == "case.people_assigned"


# -- verification


def test_verification_assigns_the_team_and_two_verify_a_denunciation(cast: Cast) -> None:
    way = walk(cast, denunciation())
    alone = {"head_id": cast.handler.user_id, "member_ids": [], "days": 10}
    assert way.refused(cast.head, actions.start_verification, **alone) == "team_too_small"  # complaints §4.2/14
    assert way.refused(cast.handler, actions.start_verification, **alone) == "wrong_role"
    partial = {**alone, "member_ids": [cast.second_handler.user_id]}
    bound = Intent(facts={"conflict_of_interest": True})
    assert way.refused(cast.head, actions.start_verification, **partial, intent=bound) == "verifier_not_impartial"
    way.verify()
    with acting(cast.second_handler):
        assert TeamMember.objects.filter(case=way.case).count() == 2
        assert Matter.objects.filter(pk=way.case.matter_id).exists()
    with acting(cast.head):
        held = set(way.case.matter.assignments.filter(duty=Duty.VERIFIER).values_list("user_id", flat=True))
    assert held == {cast.handler.user_id, cast.second_handler.user_id}


def test_sessions_have_minutes_and_do_not_lie_in_the_future(cast: Cast) -> None:
    way = walk(cast).recheck()
    made: dict[str, Any] = {
        "held_at": time(8),
        "ended_at": time(9),
        "with_whom": "complainant",
        "held_on": way.day.date(),
    }
    empty = SessionData(**made, minutes=" ")
    assert way.refused(cast.handler, actions.add_session, session=empty) == "minutes_missing"
    ahead = SessionData(**{**made, "held_on": date(2026, 12, 1)}, minutes="x")
    assert way.refused(cast.handler, actions.add_session, session=ahead) == "session_in_future"
    assert way.refused(cast.head, actions.add_session, session=SessionData(**made, minutes="x")) == "wrong_role"
    way.meet()
    assert acts_on_record(way)[-1] == "case.hold_working_session"


def test_evidence_and_notes_are_kept_and_refused_empty(cast: Cast) -> None:
    way = walk(cast)
    evidence = {"supplied_by": "Ban Địa chính", "note": ""}
    assert way.refused(cast.handler, actions.add_evidence, title=" ", **evidence) == "title_missing"
    assert way.refused(cast.handler, actions.add_evidence, title="Trang", **evidence, data=b"<script>x</script>") == (
        "file_type_not_allowed"
    )
    way.as_(cast.handler, actions.add_evidence, title="Bản đồ", **evidence, data=pdf_bytes("Bản đồ"))
    assert way.refused(cast.handler, actions.add_note, text="") == "note_empty"
    assert way.refused(cast.outsider, actions.add_note, text="x") == "NotFound"
    assert way.refused(cast.overseer, actions.add_note, text="x") == "other_agency"
    way.as_(cast.handler, actions.add_note, text="Hẹn đo lại")
    with acting(cast.head):
        assert Note.objects.get().text == "Hẹn đo lại"
    assert acts_on_record(way)[-2:] == ["case.evidence_added", "case.noted"]


def test_complexity_lengthens_the_limit_of_a_complaint(cast: Cast) -> None:
    way = walk(cast).recheck()
    assert way.refused(cast.handler, actions.find_complexity, found=["several_places"], note="") == "reason_missing"
    assert way.refused(cast.handler, actions.find_complexity, found=["rich"], note="x") == "criterion_unknown"
    assert way.refused(cast.handler, actions.find_complexity, found=[], note="x") == "complexity_unmet"
    way.as_(cast.handler, actions.find_complexity, found=["several_places"], note="Hai địa điểm")
    # KN-5: 45 days instead of 30; the last day, 03/09/2026, is a Thursday.
    assert way.clocks()["KN-5"] == ("open", date(2026, 9, 3))
    with acting(cast.head):
        assert Case.objects.complex().exists()
        assert Case.objects.prolonged(on=date(2026, 9, 4)).exists()
        assert not Case.objects.prolonged(on=date(2026, 9, 3)).exists()
        assert not Case.objects.large().exists()


def test_a_report_says_something_of_each_issue(cast: Cast) -> None:
    way = walk(cast).recheck().verify()
    nothing = {"findings": [FindingData(issue=" ", finding="right")], "recommendation": "", "explanation": ""}
    assert way.refused(cast.handler, actions.submit_report, **nothing) == "findings_missing"
    assert way.refused(cast.head, actions.submit_report, **nothing) == "wrong_role"
    way.report()
    with acting(cast.deputy):
        assert Notice.objects.filter(kind="report_submitted", user_id=cast.deputy.user_id).exists()


# -- dialogue


def test_dialogue_is_invited_five_days_ahead_and_held_on_its_day(cast: Cast) -> None:
    way = walk(cast).recheck().verify().on("2026-08-03").report()
    near = InvitationData(held_on=date(2026, 8, 6), held_at=time(8))
    assert way.refused(cast.handler, actions.invite_dialogue, invitation=near) == "dialogue_notice_late"  # KN-9
    gone = InvitationData(held_on=date(2026, 8, 1), held_at=time(8))
    assert way.refused(cast.handler, actions.invite_dialogue, invitation=gone) == "dialogue_in_past"
    way.invite("2026-08-10")
    talk = DialogueData(held_at=time(8), ended_at=time(9), minutes="x", secretary="y")
    assert way.refused(cast.head, actions.hold_dialogue, dialogue=talk) == "dialogue_day_not_reached"
    way.on("2026-08-10")
    assert way.refused(cast.handler, actions.hold_dialogue, dialogue=talk) == "wrong_role"
    way.talk()
    assert way.case.state == "reported"


def test_absence_without_reason_goes_on_and_with_reason_invites_again(cast: Cast) -> None:
    way = walk(cast).recheck().verify().on("2026-08-03").report().invite("2026-08-10").on("2026-08-10")
    way.talk(absence="valid_reason")
    assert way.refused(cast.head, actions.decide, outcome="right", ruling="x", assessment="y") == "dialogue_required"
    way.invite("2026-08-17").on("2026-08-17").talk(absence="without_reason").decide()
    assert way.case.state == "decided"


# -- decision and after


def test_a_decision_needs_outcome_text_and_report(cast: Cast) -> None:
    way = walk(cast).recheck()
    made = {"outcome": "right", "ruling": "x", "assessment": "y"}
    assert way.refused(cast.head, actions.decide, **{**made, "outcome": "maybe"}) == "outcome_missing"
    assert way.refused(cast.head, actions.decide, **{**made, "ruling": " "}) == "ruling_missing"
    assert way.refused(cast.head, actions.decide, **made) == "wrong_state"
    way.as_(cast.head, actions.decide, **made, at_once=True)
    assert (way.case.state, way.case.decided_on) == ("decided", way.day.date())


def test_sending_reaches_the_complainant_and_receipt_opens_the_windows(cast: Cast) -> None:
    way = walk(cast).recheck()
    way.as_(cast.head, actions.decide, outcome="right", ruling="x", assessment="y", at_once=True)
    nobody = [AddresseeData(addressee="respondent", way=DeliveryWay.HAND, sent_on=way.day.date())]
    assert way.refused(cast.handler, actions.send_decision, addressees=nobody) == "addressee_missing"
    way.send()
    assert "KN-2" not in way.case.windows
    with acting(cast.handler):
        delivery = Delivery.objects.get(matter_id=way.case.matter_id)
    proof: dict[str, Any] = {
        "delivery_id": delivery.pk,
        "at": way.on("2026-08-30").day,
        "received_on": date(2026, 8, 28),
    }
    assert code_of(cast.handler, actions.record_receipt, **proof, proof="") == "proof_missing"
    assert code_of(cast.outsider, actions.record_receipt, **proof, proof="x") == "delivery_unknown"
    with acting(cast.handler):
        actions.record_receipt(**proof, proof="Ký nhận", by=cast.handler)
    assert code_of(cast.handler, actions.record_receipt, **proof, proof="x") == "delivery_confirmed"
    with acting(cast.head):
        case = Case.objects.get(pk=way.case.pk)
    assert case.delivered_on == date(2026, 8, 28)
    assert case.windows["KN-2"]["start"] == "2026-08-28"  # from proven receipt
    assert case.windows["KN-13"]["start"] == str(way.case.decided_on)  # from issue


def test_effect_waits_for_its_day_and_is_never_automatic_while_the_window_may_be_open(cast: Cast) -> None:
    from tiepdan.cases.jobs import enter_effects_at

    way = walk(cast).recheck()
    way.as_(cast.head, actions.decide, outcome="right", ruling="x", assessment="y", at_once=True)
    way.send().publish()
    assert way.refused(cast.head, actions.enter_effect) == "effect_day_not_reached"  # KN-13
    day = date(2026, 9, 30)
    # Receipt is not proven, so only a person can tell (complaints §7/3): the head is asked, once.
    assert enter_effects_at(agency=cast.commune, today=day) == (0, 1)
    assert enter_effects_at(agency=cast.commune, today=day) == (0, 0)
    assert way.on("2026-09-30").refused(cast.head, actions.enter_effect, contested=True) == "decision_contested"
    way.as_(cast.head, actions.enter_effect, note="Đã giao tận tay")
    assert way.case.in_effect_on == day


def test_publication_is_dated(cast: Cast) -> None:
    way = walk(cast).recheck()
    way.as_(cast.head, actions.decide, outcome="right", ruling="x", assessment="y", at_once=True)
    way.send()
    crossed = [PublicationData(way="posting", from_on=date(2026, 8, 2), until_on=date(2026, 8, 1))]
    assert way.refused(cast.handler, actions.publish, publications=crossed) == "publication_missing"
    way.publish()
    assert way.clocks()["KN-12"][0] == "met"


# -- extension, suspension, termination, withdrawal


def test_extension_is_decided_counted_and_limited(cast: Cast) -> None:
    way = walk(cast, denunciation())
    assert way.refused(cast.head, actions.extend, days=31, reason="x") == "extension_days"  # TC-7
    assert way.refused(cast.head, actions.extend, days=30, reason="x") == "not_complex"
    way.as_(cast.handler, actions.find_complexity, found=["foreign_element"], note="Có yếu tố nước ngoài")
    assert way.clocks()["TC-6"][1] == date(2026, 8, 19)  # a denunciation is lengthened by decision only (TC-9)
    assert way.refused(cast.head, actions.extend, days=30, reason="") == "reason_missing"
    way.as_(cast.head, actions.extend, days=30, reason="Chờ tài liệu nước ngoài")
    assert way.clocks()["TC-6"][1] == date(2026, 9, 18)
    assert way.refused(cast.head, actions.extend, days=30, reason="x") == "extensions_used_up"
    assert acts_on_record(way)[-1] == "case.extend_limit"


def test_suspended_days_do_not_count(cast: Cast) -> None:
    way = walk(cast).recheck().on("2026-07-27")
    assert way.refused(cast.head, actions.suspend, ground="", reason="x") == "ground_missing"
    assert way.refused(cast.head, actions.suspend, ground="awaits_other_body", reason="") == "reason_missing"
    way.as_(cast.head, actions.suspend, ground="awaits_other_body", reason="Chờ kết luận của Sở")
    assert way.clocks()["KN-5"][0] == "paused"
    assert way.on("2026-08-06").refused(cast.head, actions.resume, reason="") == "reason_missing"
    way.as_(cast.head, actions.resume, reason="Đã có kết luận")
    assert way.case.state == "recheck"
    # SU-2: ten days, 27/07 to 05/08, are left out: 19/08 becomes Saturday 29/08; offices open after National Day on 03/09.
    assert way.clocks()["KN-5"] == ("open", date(2026, 9, 3))
    with acting(cast.head):
        assert Suspension.objects.get().ends_before == date(2026, 8, 6)


def test_an_expert_stops_the_clock_of_a_denunciation_only(cast: Cast) -> None:
    asked = {"expert_body": "Viện Khoa học hình sự", "subject": "Chữ ký", "due_on": date(2026, 8, 20)}
    way = walk(cast, denunciation()).on("2026-07-22").verify()
    way.as_(cast.head, actions.order_expertise, **asked)
    assert way.clocks()["TC-6"][0] == "paused"  # SU-5
    assert way.refused(cast.head, actions.order_expertise, **asked) == "suspension_open"
    way.on("2026-08-01").as_(cast.handler, actions.receive_expert_result, note="Đúng chữ ký")
    assert way.clocks()["TC-6"] == ("open", date(2026, 9, 3))  # ten days later is Saturday 29/08, then National Day
    assert way.refused(cast.handler, actions.receive_expert_result, note="x") == "no_expertise_asked"
    other = walk(cast).recheck().verify()
    other.as_(cast.head, actions.order_expertise, **asked)
    assert other.clocks()["KN-5"] == ("open", date(2026, 8, 19))  # SU-6


def test_whole_withdrawal_of_a_complaint_lets_the_head_end_it(cast: Cast) -> None:
    way = walk(cast).recheck()
    ground = {"ground": "all_withdrawn", "reason": "Người khiếu nại rút"}
    assert way.refused(cast.head, actions.terminate, **ground) == "nothing_withdrawn"
    unclear = WithdrawalData(extent="all", form="petition", forced=False)
    assert way.refused(cast.handler, actions.withdraw, withdrawal=unclear) == "withdrawal_unclear"
    part = WithdrawalData(extent="part", form="minutes", forced=False, what="Nội dung 2")
    way.as_(cast.handler, actions.withdraw, withdrawal=part)
    assert way.refused(cast.head, actions.terminate, **ground) == "withdrawn_only_in_part"  # PA-13
    some = WithdrawalData(extent="some_people", form="petition", forced=False)
    way.as_(cast.handler, actions.withdraw, withdrawal=some)
    assert way.refused(cast.head, actions.terminate, **ground) == "withdrawn_by_some_only"  # PA-14
    way.as_(cast.handler, actions.withdraw, withdrawal=WithdrawalData(extent="whole", form="petition", forced=False))
    way.as_(cast.head, actions.terminate, **ground)
    assert (way.case.state, way.case.outcome, way.case.closed_on) == ("terminated", "withdrawn", None)
    # The decision is still to be sent (KN-17); only then is nothing owed.
    assert {rule for rule, (status, _) in way.clocks().items() if status == "open"} == {"KN-17"}
    way.as_(cast.handler, actions.perform, act="send_suspension_decision")
    assert way.case.closed_on == way.day.date()


@pytest.mark.parametrize(("signs", "forced", "abused", "code"), [
    (True, False, False, "violation_signs_keep_case"),
    (False, True, False, "withdrawal_was_forced"),
    (False, False, True, "denunciation_was_abused"),
])  # fmt: skip
def test_withdrawal_does_not_stop_a_denunciation_that_must_go_on(
    cast: Cast, signs: bool, forced: bool, abused: bool, code: str
) -> None:
    way = walk(cast, denunciation())
    withdrawal = WithdrawalData(
        extent="whole", form="minutes", forced=forced, signs_of_violation=signs, abused=abused, what="Toàn bộ"
    )
    way.as_(cast.handler, actions.withdraw, withdrawal=withdrawal)
    refused = way.refused(cast.head, actions.terminate, ground="denunciation_withdrawn", reason="Rút")
    assert refused == code  # PA-16
    way.verify()
    assert way.case.state == "verifying"


def test_a_petition_is_withdrawn_at_once(cast: Cast) -> None:
    way = walk(cast, petition())
    way.as_(cast.handler, actions.withdraw, withdrawal=WithdrawalData(extent="whole", form="petition", forced=False))
    assert (way.case.state, way.case.closed_on) == ("withdrawn", way.day.date())


# -- urging, explaining, the generic act


def test_oversight_urges_and_the_agency_answers(cast: Cast) -> None:
    way = walk(cast)
    urge: dict[str, Any] = {
        "code": way.case.submission.code,
        "at": way.day,
        "answer_by": date(2026, 8, 1),
        "text": "Báo cáo tiến độ",
    }
    assert code_of(cast.handler, actions.urge, **urge) == "only_oversight_urges"
    assert code_of(cast.head, actions.urge, **urge) == "own_matter"
    assert code_of(cast.outsider, actions.urge, **urge) == "NotFound"
    assert code_of(cast.overseer, actions.urge, **{**urge, "text": ""}) == "note_empty"
    assert code_of(cast.overseer, actions.urge, **{**urge, "answer_by": way.day.date()}) == "answer_day_passed"
    with acting(cast.overseer):
        urging = actions.urge(by=cast.overseer, **urge)
        assert urging.paper is not None
        assert urging.paper.symbol == "TTr"
    with acting(cast.handler):
        assert Notice.objects.filter(kind="urged", user_id=cast.handler.user_id).exists()
    answer: dict[str, Any] = {"urging_id": urging.pk, "at": way.day}
    assert code_of(cast.overseer, actions.answer_urging, **answer, text="x") == "other_agency"
    assert code_of(cast.handler, actions.answer_urging, **answer, text=" ") == "note_empty"
    with acting(cast.handler):
        actions.answer_urging(**answer, text="Sẽ xong trước 15/8", by=cast.handler)
    assert code_of(cast.handler, actions.answer_urging, **answer, text="x") == "urging_answered"
    with acting(cast.overseer):
        assert Urging.objects.get().answer == "Sẽ xong trước 15/8"
        assert Notice.objects.filter(kind="urging_answered", user_id=cast.overseer.user_id).exists()


def test_oversight_urges_a_sealed_matter_without_reading_it(cast: Cast) -> None:
    way = walk(cast, denunciation())
    with acting(cast.overseer):
        assert not Case.objects.exists()
        made = actions.urge(
            code=way.case.submission.code,
            text="Đề nghị báo cáo",
            answer_by=date(2026, 8, 1),
            by=cast.overseer,
            at=way.day,
        )
    with acting(cast.head):
        assert Urging.objects.get(pk=made.pk).to_agency_id == cast.commune.pk


def test_a_settled_case_is_explained(cast: Cast) -> None:
    way = walk(cast, petition())
    said = {"explained_to": "Bà Bưởi", "held_on": way.day.date(), "text": "Đã nêu rõ lịch sửa đường"}
    assert way.refused(cast.handler, actions.explain_settled_case, **said) == "not_settled"
    way.as_(cast.head, actions.answer, text="Sẽ sửa")
    assert way.refused(cast.handler, actions.explain_settled_case, **{**said, "text": ""}) == "note_empty"
    way.as_(cast.handler, actions.explain_settled_case, **said)
    assert acts_on_record(way)[-1] == "case.explained"


def test_the_generic_act_keeps_to_acts_without_data_of_their_own(cast: Cast) -> None:
    way = walk(cast)
    assert way.refused(cast.head, actions.perform, act="decide") == "act_needs_its_form"
    assert way.refused(cast.head, actions.perform, act="fly") == "unknown_act"
    assert way.refused(cast.outsider, actions.perform, act="start_recheck") == "NotFound"
    assert way.refused(cast.records, actions.perform, act="start_recheck") == "no_part_in_case"
    assert way.refused(cast.clerk, actions.perform, act="start_recheck") == "wrong_role"
    urgent = Intent(
        facts={"contested_execution_harmful": True}, values={"until_on": date(2026, 9, 1)}, reason="Phá dỡ nhà"
    )
    way.as_(cast.head, actions.perform, act="suspend_execution", intent=urgent)
    assert way.case.facts["contested_execution_suspended"] is True
    again = way.refused(cast.head, actions.perform, act="suspend_execution", intent=urgent)
    assert again == "execution_suspended_already"


def test_a_group_case_is_large_by_law_whoever_its_people_are(cast: Cast) -> None:
    party = PartyData(name="Trần Thị Bưởi", role=PartyRole.REPRESENTATIVE)
    intake = complaint(people=5, parties=(*complaint().parties, party))
    case = accepted(cast, intake)
    with acting(cast.head):
        assert list(Case.objects.large()) == [case]  # PA-7
    assert moment("2026-07-20") == ACCEPTED

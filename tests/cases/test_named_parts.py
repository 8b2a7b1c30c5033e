"""Who acts for complainants, courts, protection, superiors, second complaints: each refusal, the outsider, the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.urls import reverse

from tests.cases.build import ACCEPTED, Walk, accepted, complaint, denunciation, submission, walk
from tests.cases.drive import act_now, drive
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.intent import (
    CourtData,
    Filing,
    Intent,
    JudgmentData,
    MandateData,
    MediationData,
    ProtectionData,
    PublicationData,
)
from tiepdan.cases.models import Case, Link, Protection, ProtectionDetail
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.documents.models import Paper
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Clock, Notice

pytestmark = pytest.mark.django_db

DAY = ACCEPTED.date()


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def last_act(way: Walk) -> str:
    """Return the last act on record."""
    with acting(way.cast.head):
        return Entry.objects.filter(matter_id=way.case.matter_id, act__startswith="case.").latest("pk").act


# -- second and disciplinary complaints


def second(cast: Cast, filing: Filing, *, by: Actor | None = None) -> Case:
    """Accept a complaint as a second or disciplinary one."""
    made = submission(cast)
    who = by or cast.head
    with acting(who):
        return actions.accept_submission(
            submission_id=made.pk, leader_id=cast.head.user_id, handler_id=cast.handler.user_id, by=who, at=ACCEPTED,
            filing=filing,
        )  # fmt: skip


SECOND = Filing(
    procedure=ProcedureKind.SECOND_COMPLAINT,
    first_decision="Quyết định 40/QĐ-UBND",
    window_from=DAY - timedelta(days=9),
)


def test_a_second_complaint_follows_the_first_and_has_its_own_limit(cast: Cast) -> None:
    first = walk(cast)
    case = second(cast, replace(SECOND, first_code=first.case.code))
    assert case.procedure == "second_complaint"
    with acting(cast.head):
        running = list(Clock.objects.filter(matter_id=case.matter_id, status="open").values_list("rule_id", flat=True))
        links = set(Link.objects.values_list("case_id", "kind", "code"))
        notices = Notice.objects.filter(kind="second_complaint", matter_id=first.case.matter_id).count()
    assert running == ["KN-6"]
    assert links == {(case.pk, "first", first.case.code), (first.case.pk, "second", case.code)}
    assert notices == 1


def at_the_province(cast: Cast, first_code: str) -> Case:
    """A second complaint accepted at the province, which does not read the commune's file."""
    made = received(cast.province_processor, complaint(content="Khiếu nại lần hai."), at=ACCEPTED).submission
    with acting(cast.province_head):
        return actions.accept_submission(
            submission_id=made.pk, leader_id=cast.province_head.user_id, handler_id=cast.province_processor.user_id,
            by=cast.province_head, at=ACCEPTED, filing=replace(SECOND, first_code=first_code),
        )  # fmt: skip


def told(cast: Cast, matter_id: int) -> int:
    """How often the first settler was told."""
    with acting(cast.head):
        return Notice.objects.filter(kind="second_complaint", matter_id=matter_id, role="head").count()


def test_a_first_settler_out_of_sight_is_told_and_its_decision_named_without_a_way_to_the_file(cast: Cast) -> None:
    first = walk(cast).recheck().verify().meet().report(differs=False).decide()
    case = at_the_province(cast, first.case.code)
    assert told(cast, first.case.matter_id) == 1
    way = reverse("desk:case_detail", args=[first.case.code])
    page = client_of(cast.province_head).get(reverse("desk:case_detail", args=[case.code])).content.decode()
    with acting(cast.head):
        decision = Paper.objects.get(matter_id=first.case.matter_id, form_key="ND124-2020/15")
    for words in (first.case.code, cast.commune.name, f"{decision.number}/{decision.symbol}"):
        assert words in page
    assert f'href="{way}"' not in page  # what would answer 404 is no link
    assert client_of(cast.province_head).get(way).status_code == 404  # and the file stays with who settled it
    with acting(cast.province_head):
        assert not Notice.objects.filter(matter_id=first.case.matter_id).exists()


def test_a_code_that_nobody_has_and_a_denunciation_tell_nobody(cast: Cast) -> None:
    sealed = walk(cast, denunciation())
    at_the_province(cast, sealed.case.code)
    assert told(cast, sealed.case.matter_id) == 0
    case = at_the_province(cast, new_code())
    page = client_of(cast.province_head).get(reverse("desk:case_detail", args=[case.code])).content.decode()
    assert cast.commune.name not in page.split("lien-quan")[1].split("</section>")[0]


def test_only_who_settles_tells_and_only_who_reads_is_told_of_links(cast: Cast) -> None:
    first = walk(cast)
    case = at_the_province(cast, first.case.code)
    with acting(cast.outsider), connection.cursor() as run:
        run.execute("SELECT * FROM tiepdan.linked_cases(%s)", [case.pk])
        assert run.fetchall() == []
    with acting(cast.outsider), pytest.raises(Exception, match="not a case of the own agency"), transaction.atomic():
        _tell(case.pk)
    assert told(cast, first.case.matter_id) == 1


def _tell(case_id: int) -> None:
    with connection.cursor() as run:
        run.execute("SELECT tiepdan.tell_first_settler(%s, now())", [case_id])


@pytest.mark.parametrize(("filing", "code"), [
    (replace(SECOND, first_decision=""), "first_decision_missing"),
    (replace(SECOND, first_code="không phải mã"), "first_case_unknown"),
    (replace(SECOND, window_from=DAY - timedelta(days=60)), "second_complaint_late"),
    (replace(SECOND, window_from=None), "fact_not_recorded"),
])  # fmt: skip
def test_a_second_complaint_is_refused_by_its_rules(cast: Cast, filing: Filing, code: str) -> None:
    with pytest.raises(ActionRefused) as caught:
        second(cast, filing)
    assert caught.value.code == code


def test_a_valid_reason_lets_a_late_second_complaint_in(cast: Cast) -> None:
    case = second(cast, replace(SECOND, window_from=DAY - timedelta(days=60), late_reason="Điều trị nội trú"))
    assert case.state == "accepted"


def test_the_second_stage_of_a_dismissal_has_thirty_days_and_of_another_discipline_ten(cast: Cast) -> None:
    """KL-2"""
    filing = replace(
        SECOND, procedure=ProcedureKind.DISCIPLINARY_COMPLAINT, second_stage=True, window_from=DAY - timedelta(days=26)
    )
    assert second(cast, replace(filing, dismissal=True)).state == "accepted"
    with pytest.raises(ActionRefused) as caught:
        second(cast, filing)
    assert caught.value.code == "second_complaint_late"


def test_related_cases_name_each_other_and_a_sealed_one_is_named_by_none(cast: Cast) -> None:
    way, other, secret = walk(cast), walk(cast), walk(cast, denunciation())
    relate = actions.relate_cases
    assert way.refused(cast.head, relate, code=other.case.code, why="") == "reason_missing"
    assert way.refused(cast.head, relate, code="XX", why="Cùng dự án") == "related_unknown"
    assert way.refused(cast.head, relate, code=secret.case.code, why="Cùng dự án") == "sealed_stays_alone"
    assert way.refused(cast.outsider, relate, code=other.case.code, why="Cùng dự án") == "NotFound"
    way.as_(cast.head, relate, code=other.case.code, why="Cùng dự án")
    assert way.refused(cast.head, relate, code=other.case.code, why="Cùng dự án") == "related_already"
    with acting(cast.head):
        assert Link.objects.filter(case=other.case, code=way.case.code).exists()
        assert Entry.objects.filter(act="case.related").count() == 2


# -- who acts for the complainants


def mandate(**changes: Any) -> MandateData:
    """A certified power of attorney."""
    made = MandateData(kind="attorney", name="Lê Văn Ủy", document="Giấy số 12", given_on=DAY, form="certified")
    return replace(made, **changes)


@pytest.mark.parametrize(("changes", "code"), [
    ({"kind": "friend"}, "mandate_unknown"),
    ({"name": " "}, "mandate_name_missing"),
    ({"document": ""}, "mandate_document_missing"),
    ({"given_on": DAY + timedelta(days=400)}, "mandate_in_future"),
    ({"form": ""}, "attorney_form_missing"),
    ({"kind": "group", "all_signed": True}, "no_group"),
])  # fmt: skip
def test_a_mandate_is_refused_by_its_rules(cast: Cast, changes: dict[str, Any], code: str) -> None:
    way = walk(cast)
    assert way.refused(cast.handler, actions.record_mandate, mandate=mandate(**changes)) == code


def test_one_attorney_at_a_time_until_it_ends(cast: Cast) -> None:
    way = walk(cast)
    assert way.refused(cast.outsider, actions.record_mandate, mandate=mandate()) == "NotFound"
    way.as_(cast.handler, actions.record_mandate, mandate=mandate())
    assert last_act(way) == "case.record_mandate"
    assert way.refused(cast.handler, actions.record_mandate, mandate=mandate(name="Người khác")) == "attorney_already"
    with acting(cast.handler):
        held = way.case.mandates.get().pk
    end = {"mandate_id": held, "ended_on": DAY, "reason": "Chấm dứt ủy quyền"}
    assert way.refused(cast.handler, actions.end_mandate, **{**end, "reason": " "}) == "reason_missing"
    way.as_(cast.handler, actions.end_mandate, **end)
    assert way.refused(cast.handler, actions.end_mandate, **end) == "mandate_not_running"
    way.as_(cast.handler, actions.record_mandate, mandate=mandate(name="Người khác"))


# -- mediation and courts


def test_a_mediation_is_on_record_and_decides_nothing(cast: Cast) -> None:
    way = walk(cast)
    data = MediationData(held_on=DAY, minutes="Gặp nhau", result="agreed", agreed="Đo lại đất")
    hold = actions.hold_mediation
    assert way.refused(cast.handler, hold, mediation=replace(data, agreed="")) == "mediation_result_missing"
    assert way.refused(cast.handler, hold, mediation=replace(data, minutes="")) == "minutes_missing"
    assert way.refused(cast.outsider, hold, mediation=data) == "NotFound"
    way.as_(cast.handler, hold, mediation=data)
    assert (way.case.state, way.case.decided_on) == ("accepted", None)
    assert last_act(way) == "case.hold_mediation"


def test_a_court_that_accepted_the_matter_ends_the_settlement(cast: Cast) -> None:
    way = walk(cast)
    court = CourtData(court="Tòa án khu vực 1", accepted_on=DAY)
    end = {"ground": "court_took_over", "reason": "Tòa án đã thụ lý"}
    assert way.refused(cast.head, actions.terminate, **end) == "no_court_file"
    judged = JudgmentData(judged_on=DAY, judgment="03/2026/HC-ST", effect="annulled")
    assert way.refused(cast.head, actions.record_judgment, judgment=judged) == "no_court_file"
    assert way.refused(cast.outsider, actions.record_court_acceptance, court=court) == "NotFound"
    nameless = replace(court, court=" ")
    assert way.refused(cast.head, actions.record_court_acceptance, court=nameless) == "court_missing"
    way.as_(cast.head, actions.record_court_acceptance, court=court)
    assert way.refused(cast.head, actions.record_court_acceptance, court=court) == "court_file_open"
    unclear = replace(judged, effect="")
    assert way.refused(cast.head, actions.record_judgment, judgment=unclear) == "judgment_missing"
    way.as_(cast.head, actions.record_judgment, judgment=judged)
    assert last_act(way) == "case.record_judgment"
    way.as_(cast.head, actions.terminate, **end)
    assert way.case.state == "terminated"


# -- protection


def test_protection_is_sealed_as_the_identity_is(cast: Cast) -> None:
    way = walk(cast, denunciation())
    ask = ProtectionData(how="phone", goods=("life",), persons="Chị Nguyễn Thị Kín", danger="Bị dọa", asked_on=DAY)
    request, decide = actions.request_protection, actions.decide_protection
    order = {"granted": True, "measures": ("guard",), "protector": "Công an phường", "reason": ""}
    assert way.refused(cast.handler, request, request=replace(ask, goods=())) == "protection_unclear"
    assert way.refused(cast.outsider, request, request=ask) == "NotFound"
    assert way.refused(cast.processor, request, request=ask) == "NotFound"  # not assigned to the sealed matter
    assert way.refused(cast.head, decide, **order) in {"fact_not_recorded", "no_protection_asked"}
    way.as_(cast.handler, request, request=ask)
    assert way.refused(cast.handler, request, request=ask) == "protection_waits"
    assert way.refused(cast.head, decide, **{**order, "measures": ()}) == "measures_missing"
    assert way.refused(cast.handler, decide, **order) == "wrong_role"
    with acting(cast.handler):
        assert not ProtectionDetail.objects.exists()  # nothing is shown without an opening
        stored = Protection.objects.get()
        told = Entry.objects.filter(matter_id=way.case.matter_id).values_list("after", flat=True)
        assert "Kín" not in str(stored.__dict__) + str(list(told))
    assert way.refused(cast.handler, actions.read_protection) == "opening_needed"
    way.as_(cast.head, decide, **order)
    assert way.refused(cast.head, actions.end_protection, ground="conclusion_or_termination") == "not_concluded"
    way.as_(cast.head, actions.end_protection, ground="protection_ground_gone")
    assert last_act(way) == "case.end_protection"
    with acting(cast.head):
        assert Protection.objects.get().ended_on == DAY


# -- publication


@pytest.mark.parametrize(("changes", "code"), [
    ({"way": "posting", "until_on": DAY + timedelta(days=30)}, ""),
    ({"way": "posting", "until_on": DAY + timedelta(days=5)}, "publication_too_short"),
    ({"way": "print", "times": 1, "portal_too": True}, "publication_too_few"),
    ({"way": "print", "times": 2}, "portal_missing"),
    ({"way": "meeting"}, "meeting_invitation_late"),
    ({"way": "shouting"}, "publication_missing"),
])  # fmt: skip
def test_what_the_law_counts_of_a_publication_is_counted(cast: Cast, changes: dict[str, Any], code: str) -> None:
    """KN-12a, KN-12b, KN-12c"""
    way = walk(cast).recheck()
    for act in ("decide_at_once", "send_decision"):
        drive(way, act_now(way, act))
    made = [PublicationData(**{"from_on": DAY, **changes})]
    if code:
        assert way.refused(cast.handler, actions.publish, publications=made) == code
    else:
        way.as_(cast.handler, actions.publish, publications=made)


# -- superiors


def concluded(cast: Cast) -> Walk:
    """A denunciation that was concluded and sent."""
    way = walk(cast, denunciation())
    for act in ("start_verification", "submit_report", "conclude", "send_conclusion"):
        drive(way, act_now(way, act))
    return way


def test_a_superior_sees_a_follow_up_and_settles_again(cast: Cast) -> None:
    way = concluded(cast)
    intent = Intent(reason="Bỏ sót chứng cứ", grounds=frozenset({"evidence_missed"}))
    resettle: dict[str, Any] = {"act": "resettle_case", "intent": intent}
    assert way.refused(cast.province_head, actions.take_over, **resettle) == "NotFound"  # nothing was sent up yet
    way.as_(cast.handler, actions.send_up, overdue=False, note="Không đồng ý kết luận")
    assert way.case.state == "follow_up"
    assert way.refused(cast.head, actions.take_over, **resettle) == "only_superior_body"
    assert way.refused(cast.overseer, actions.take_over, **resettle) == "NotFound"
    with acting(cast.province_head):
        clock = Clock.objects.get(agency_id=cast.province.pk)
        assert (clock.rule_id, clock.status) == ("TC-17", "open")
        new = actions.take_over(case_id=way.case.pk, by=cast.province_head, at=ACCEPTED, **resettle)
        clock.refresh_from_db()
        assert clock.status == "met"
        assert Case.objects.get(pk=way.case.pk).state == "taken_over"
        own = actions.accept_submission(
            submission_id=new.submission_id, leader_id=cast.province_head.user_id,
            handler_id=cast.province_head.user_id, by=cast.province_head, at=ACCEPTED,
            intent=Intent(facts={"identity_checked": True}),
        )  # fmt: skip
        running = Clock.objects.filter(agency_id=cast.province.pk, status="open").values_list("rule_id", flat=True)
        assert own.pk == new.pk
        assert set(running) == {"TC-5", "TC-20"}
        assert Entry.objects.filter(act="case.taken_over", matter_id=own.matter_id).count() == 1
    with acting(cast.handler):
        assert not Case.objects.filter(pk=new.pk).exists()  # who settled it before reads it no more


def test_a_superior_that_refuses_sends_the_case_back_to_where_it_stood(cast: Cast) -> None:
    way = concluded(cast)
    way.as_(cast.handler, actions.send_up, overdue=False, note="Không đồng ý kết luận")
    with acting(cast.province_head):
        actions.perform(
            case_id=way.case.pk, act="refuse_resettlement", by=cast.province_head, at=ACCEPTED,
            intent=Intent(reason="Kết luận đúng"),
        )  # fmt: skip
    with acting(cast.head):
        assert Case.objects.get(pk=way.case.pk).state == "sent"


def test_a_case_taken_up_is_judged_step_by_step(cast: Cast) -> None:
    made = submission(cast, denunciation())
    with acting(cast.head):
        case = actions.take_up(submission_id=made.pk, by=cast.head, at=ACCEPTED)
    way = Walk(cast, case, ACCEPTED)
    with pytest.raises(ActionRefused) as caught, acting(cast.head):
        actions.take_up(submission_id=made.pk, by=cast.head, at=ACCEPTED)
    assert caught.value.code == "taken_up_already"
    way.as_(cast.head, actions.perform, act="mark_anonymous", intent=Intent(facts={"is_anonymous": True}))
    way.as_(cast.head, actions.perform, act="file_anonymous", intent=Intent(facts={"has_inspection_basis": False}))
    assert way.case.state == "filed"
    other = submission(cast, complaint())
    with pytest.raises(ActionRefused) as caught, acting(cast.head):
        actions.take_up(submission_id=other.pk, by=cast.head, at=ACCEPTED)
    assert caught.value.code == "only_denunciations"


def test_a_review_of_an_unlawful_settlement_is_ordered_and_answered(cast: Cast) -> None:
    way = walk(cast).recheck()
    for act in ("decide_at_once", "send_decision", "enter_effect"):
        drive(way, act_now(way, act))
    order = {"ordered_by": "Chủ tịch UBND tỉnh", "ordered_on": date(2026, 8, 1), "signs": "Áp dụng sai bảng giá"}
    assert way.refused(cast.head, actions.record_review_result, result="lawful", remedy="x") == "no_review_open"
    assert way.refused(cast.head, actions.receive_review_order, **{**order, "signs": ""}) == "review_unclear"
    assert way.refused(cast.province_head, actions.order_review, signs="x") == "NotFound"
    way.as_(cast.handler, actions.receive_review_order, **order)
    assert way.refused(cast.handler, actions.receive_review_order, **order) == "review_open_already"
    assert way.refused(cast.head, actions.record_review_result, result="", remedy="x") == "review_result_missing"
    way.as_(cast.head, actions.record_review_result, result="remedied", remedy="Sửa quyết định")
    assert last_act(way) == "case.record_review_result"
    with acting(cast.province_head):  # the superior, let in by the order, may order another
        actions.order_review(case_id=way.case.pk, signs="Chưa khắc phục", by=cast.province_head, at=way.day)
    assert accepted(cast).state == "accepted"

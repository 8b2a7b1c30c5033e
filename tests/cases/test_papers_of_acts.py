"""The papers that acts of a case make: directions, reports upward, protection, mediation, entrusting; nobody is named in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.cases.build import ACCEPTED, Walk, denunciation, petition, submission, walk
from tests.cases.drive import act_now, drive
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import IDENTITY, NAME
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.cases import actions
from tiepdan.cases.intent import Filing, Intent, MandateData, MediationData, ObligationData, ProtectionData
from tiepdan.cases.models import Case, Mandate, Step
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.documents.models import Delivery, Paper
from tiepdan.infra.folding import fold
from tiepdan.matters.models import Notice
from tiepdan.submissions.models import Party

pytestmark = pytest.mark.django_db
DAY = ACCEPTED.date()


@pytest.fixture
def cast() -> Cast:
    """Everybody."""
    return make_cast()


def paper_of(by: Actor, form: str) -> Paper:
    """The one issued paper on a form, as somebody sees it."""
    with acting(by):
        return Paper.objects.get(form_key=form, status="issued")


def concluded(cast: Cast) -> Walk:
    way = walk(cast, denunciation())
    for act in ("start_verification", "submit_report", "conclude", "send_conclusion"):
        drive(way, act_now(way, act))
    return way


def test_a_mediation_leaves_minutes(cast: Cast) -> None:
    way = walk(cast)
    data = MediationData(
        held_on=DAY, minutes="Các bên trình bày.", result="partly_agreed", agreed="Đo lại", present=("Bà Lan",)
    )
    way.as_(cast.head, actions.hold_mediation, mediation=data)
    paper = paper_of(cast.head, "house/mediation-minutes")
    assert paper.values["agreed"] == "Đo lại"
    assert paper.values["result"] == "Thỏa thuận được một phần"


def test_a_postponed_dialogue_is_told_with_its_reason(cast: Cast) -> None:
    way = walk(cast).recheck().verify().meet().report()
    way.invite("2026-08-03").on("2026-08-03").talk(absence="valid_reason")
    paper = paper_of(cast.head, "house/dialogue-postponement")
    assert (paper.values["was_on"], paper.values["reason"]) == ("2026-08-03", "Bão")


def test_execution_is_directed_by_letter_to_who_owes(cast: Cast) -> None:
    way = walk(cast).recheck().verify().meet().report(differs=False)
    way.decide(obligations=(ObligationData(what="Chi trả 30 triệu đồng", agency_id=cast.department.pk),))
    way.send().publish().on("2026-10-30")
    way.as_(cast.head, actions.enter_effect, note="Đã giao")
    way.as_(cast.head, actions.direct_enforcement, text="Chi trả trong 30 ngày")
    paper = paper_of(cast.head, "house/enforcement-direction")
    assert paper.values["addressee"] == cast.department.name
    assert "QĐ" in paper.values["decision"]


def test_a_review_is_ordered_by_letter_over_the_name_of_the_superior(cast: Cast) -> None:
    way = walk(cast).recheck()
    for act in ("decide_at_once", "send_decision", "enter_effect"):
        drive(way, act_now(way, act))
    order: dict[str, Any] = {"ordered_by": "UBND tỉnh", "ordered_on": DAY, "signs": "Sai bảng giá"}
    way.as_(cast.handler, actions.receive_review_order, **order)
    way.as_(cast.head, actions.record_review_result, result="remedied", remedy="Sửa")
    with acting(cast.province_head):
        actions.order_review(case_id=way.case.pk, signs="Chưa khắc phục", by=cast.province_head, at=way.day)
    paper = paper_of(cast.province_head, "house/review-order")
    assert paper.agency_id == cast.province.pk
    assert paper.signer_name == cast.province_head.name


# BV-9, LTC Đ.52: who is protected stands in the envelope that goes with the paper, never in it.
@pytest.mark.parametrize("granted", [True, False])
def test_protection_is_decided_on_paper_that_names_nobody(cast: Cast, granted: bool) -> None:
    way = walk(cast, denunciation())
    ask = ProtectionData(how="written", goods=("life",), persons=NAME, danger="Bị dọa", asked_on=DAY)
    way.as_(cast.handler, actions.request_protection, request=ask)
    order = {
        "granted": granted,
        "measures": ("guard",) if granted else (),
        "protector": "Công an phường" if granted else "",
    }
    way.as_(cast.head, actions.decide_protection, reason="" if granted else "Không có nguy cơ", **order)
    forms = ["house/protection-decision" if granted else "house/protection-refusal"]
    if granted:
        way.as_(cast.head, actions.end_protection, ground="protection_ground_gone")
        forms.append("house/protection-end")
    for form in forms:
        paper = paper_of(cast.head, form)
        assert paper.sealed_values is None
        text = client_of(cast.head).get(f"/ban-lam-viec/van-ban/{paper.pk}/").content.decode()
        shown = "".join(fold(text).split())
        for piece in (NAME, IDENTITY.number, IDENTITY.address):
            assert "".join(fold(piece).split()) not in shown


def test_a_follow_up_goes_up_by_letter(cast: Cast) -> None:
    way = concluded(cast)
    way.as_(cast.handler, actions.send_up, overdue=False, note="Cho rằng bỏ sót chứng cứ")
    paper = paper_of(cast.head, "house/follow-up-report")
    assert cast.province.name in paper.values["addressee"]
    assert "Kết luận số" in paper.values["settlement"]
    with acting(cast.province_head):
        actions.perform(
            case_id=way.case.pk,
            act="refuse_resettlement",
            by=cast.province_head,
            at=ACCEPTED,
            intent=Intent(reason="Đúng"),
        )
    assert paper_of(cast.province_head, "house/resettlement-refusal").values["reason"] == "Đúng"


# KN-14: the decision on a second complaint comes into effect by the day alone; the job sees to it.
def test_the_job_brings_decisions_of_other_kinds_into_effect(cast: Cast) -> None:
    from tiepdan.cases.jobs import enter_effects_at

    filing = Filing(
        procedure=ProcedureKind.SECOND_COMPLAINT,
        first_decision="Quyết định 40/QĐ-UBND",
        window_from=DAY - timedelta(days=9),
    )
    made = submission(cast)
    with acting(cast.head):
        case = actions.accept_submission(
            submission_id=made.pk, leader_id=cast.head.user_id, handler_id=cast.handler.user_id, by=cast.head,
            at=ACCEPTED, filing=filing,
        )  # fmt: skip
    way = Walk(cast, case, ACCEPTED)
    way.recheck()
    for act in ("start_verification", "hold_working_session", "submit_report", "decide", "send_decision"):
        drive(way, act_now(way, act))
    assert enter_effects_at(agency=cast.commune, today=way.day.date()) == (0, 0)
    assert enter_effects_at(agency=cast.commune, today=date(2027, 6, 1)) == (1, 0)
    with acting(cast.head):
        assert Case.objects.get(pk=way.case.pk).state == "in_effect"


def entrusting(cast: Cast, **changes: Any) -> dict[str, Any]:
    return {"agency_id": cast.department.pk, "content": "Hồ sơ cấp phép", "days": 20} | changes


def test_a_verification_is_entrusted_by_letter_and_the_asked_head_reads_the_case(cast: Cast) -> None:
    way = walk(cast, denunciation())
    with acting(cast.department_head):
        assert not Case.objects.exists()
    way.as_(cast.head, actions.entrust_verification, **entrusting(cast))
    paper = paper_of(cast.head, "house/entrust-verification")
    assert paper.values["due_on"] == "2026-08-09"
    with acting(cast.head):
        assert Delivery.objects.get(paper=paper).agency_id == cast.department.pk
        assert Entry.objects.filter(act="case.verification_entrusted").count() == 1
        assert Step.objects.filter(act="entrust_verification", paper=paper).exists()
    with acting(cast.department_head):
        assert Case.objects.filter(pk=way.case.pk).exists()
        assert Notice.objects.filter(kind="verification_entrusted").exists()
    with acting(cast.department_processor):
        assert not Case.objects.exists()  # the rest of that office reads no sealed matter


def test_an_entrusting_is_refused_by_its_rules(cast: Cast) -> None:
    way, act = walk(cast, denunciation()), actions.entrust_verification
    assert way.refused(cast.handler, act, **entrusting(cast)) == "only_leaders_assign"
    assert way.refused(cast.outsider, act, **entrusting(cast)) == "NotFound"
    assert way.refused(cast.head, act, **entrusting(cast, agency_id=cast.commune.pk)) == "entrust_own_agency"
    assert way.refused(cast.head, act, **entrusting(cast, content=" ")) == "note_empty"
    assert way.refused(cast.head, act, **entrusting(cast, days=0)) == "days_missing"
    assert walk(cast).refused(cast.head, act, **entrusting(cast)) == "not_a_denunciation"


def test_a_letter_of_a_petition_says_to_whom(cast: Cast) -> None:
    way = walk(cast, petition())
    values = {"addressee": "Phòng Kinh tế", "about": "hồ sơ đường", "text": "Đề nghị cung cấp hồ sơ."}
    without = Intent(values={name: value for name, value in values.items() if name != "addressee"})
    assert way.refused(cast.handler, actions.perform, act="request_information", intent=without) == "paper_incomplete"
    way.as_(cast.handler, actions.perform, act="request_information", intent=Intent(values=values))
    assert paper_of(cast.head, "house/case-letter").values["addressee"] == "Phòng Kinh tế"


# PA-11: notarised before 2027, only certified from 01/01/2027.
def test_a_power_of_attorney_joins_the_parties_and_leaves_them(cast: Cast) -> None:
    way = walk(cast)
    power = MandateData(kind="attorney", name="Trần  Văn Ủy", document="Giấy số 5", form="notarised", given_on=DAY)
    way.as_(cast.handler, actions.record_mandate, mandate=power)
    with acting(cast.handler):
        mandate = Mandate.objects.get()
        assert mandate.party_id is not None
        party = Party.objects.get(pk=mandate.party_id)
        assert (party.name, party.role, party.ended_on) == ("Trần Văn Ủy", "authorised", None)
    way.on("2027-01-05")
    later = replace(power, given_on=date(2027, 1, 4), name="Lê Thị Sau")
    way.as_(cast.handler, actions.end_mandate, mandate_id=mandate.pk, ended_on=date(2027, 1, 5), reason="Hết hạn")
    assert way.refused(cast.handler, actions.record_mandate, mandate=later) == "attorney_form_missing"
    with acting(cast.handler):
        assert Party.objects.get(pk=party.pk).ended_on == date(2027, 1, 5)
        code = way.case.submission.code
    page = client_of(cast.handler).get(f"/ban-lam-viec/don/{code}/").content.decode()
    assert "thôi đại diện từ" in page

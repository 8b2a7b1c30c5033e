"""Whole cases from acceptance to the end, act by act."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.cases.build import denunciation, petition, walk
from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.cases import actions
from tiepdan.cases.intent import Intent, ObligationData
from tiepdan.documents.models import Delivery
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Participation

pytestmark = pytest.mark.django_db


def test_a_complaint_goes_from_acceptance_to_its_end() -> None:
    cast = make_cast()
    way = walk(cast)
    assert way.clocks()["KN-3b"][0] == "met"
    assert way.clocks()["KN-5"] == ("open", date(2026, 8, 19))  # 30 days from 20/07 (KN-5)
    way.on("2026-07-21").recheck().on("2026-07-22").verify().meet().on("2026-08-03").report()
    assert way.refused(cast.head, actions.decide, outcome="right", ruling="x", assessment="y") == "dialogue_required"
    way.invite("2026-08-10").on("2026-08-10").talk().on("2026-08-12")
    way.decide(
        obligations=(ObligationData(what="Bồi thường thêm", money_million_vnd=Decimal("120.5"), land_m2=Decimal(30)),)
    )
    assert way.clocks()["KN-5"][0] == "met"
    way.on("2026-08-13").send()
    with acting(cast.handler):
        delivery = Delivery.objects.get(matter_id=way.case.matter_id, addressee="complainant")
        actions.record_receipt(
            delivery_id=delivery.pk, received_on=date(2026, 9, 1), proof="Bưu gửi EB1", by=cast.handler,
            at=way.on("2026-09-01").day,
        )  # fmt: skip
    way.on("2026-09-03").publish()
    # Effect runs from issue (12/08), the second complaint from receipt (01/09): both are kept (complaints §7/3).
    way.on("2026-09-12").as_(cast.head, actions.enter_effect)
    assert set(way.case.windows) == {"KN-2", "KN-18"}
    way.as_(cast.head, actions.direct_enforcement, text="Giao chi trả trong tháng 9.")
    assert way.refused(cast.handler, actions.perform, act="close_case") == "execution_unfinished"
    with acting(cast.handler):
        actions.fulfil_obligation(
            obligation_id=way.case.obligations.get().pk, done_on=date(2026, 9, 12), note="Phiếu chi 12", by=cast.handler,
            at=way.day,
        )  # fmt: skip
    way.as_(cast.handler, actions.perform, act="close_case")
    assert (way.case.state, way.case.closed_on) == ("closed", date(2026, 9, 12))
    with acting(cast.head):
        line = Participation.objects.get(matter_id=way.case.matter_id)
    assert (line.state, line.closed_on, line.due_on) == ("closed", date(2026, 9, 12), None)


def test_a_denunciation_goes_from_acceptance_to_its_end() -> None:
    cast = make_cast()
    way = walk(cast, denunciation())
    assert way.clocks()["TC-1"][0] == "met"
    assert way.clocks()["TC-6"] == ("open", date(2026, 8, 19))
    way.on("2026-07-22").verify()
    assert (
        way.refused(cast.handler, actions.submit_report, findings=[], recommendation="", explanation="")
        == "denounced_not_heard"
    )
    way.meet("denouncer").meet("denounced").on("2026-08-03").report(differs=None).on("2026-08-10").conclude()
    way.on("2026-08-11").send("denounced", "denouncer").as_(
        cast.head, actions.perform, act="handle_conclusion", intent=Intent(note="Phê bình")
    )
    assert way.refused(cast.handler, actions.publish, publications=[]) == "publication_missing"
    way.publish(redaction_checked=True)
    way.as_(cast.handler, actions.perform, act="monitor_execution")
    way.as_(cast.handler, actions.perform, act="close_case")
    assert (way.case.state, way.case.outcome) == ("closed", "partly_right")


def test_a_petition_is_answered_and_closed() -> None:
    cast = make_cast()
    way = walk(cast, petition())
    way.on("2026-07-22").as_(cast.head, actions.answer, text="Sẽ sửa đường trong tháng 9.")
    way.as_(cast.handler, actions.perform, act="close_without_execution")
    assert (way.case.state, way.case.outcome) == ("closed", "answered")
    with pytest.raises(ActionRefused) as caught, acting(cast.handler):
        actions.perform(case_id=way.case.pk, act="start_execution", by=cast.handler, at=way.day)
    assert caught.value.code == "case_closed"

"""Requests about data and breaches: each act, its refusals, the outsider, the audit."""

# ruff: noqa: E731 # an act tried several times with one value changed reads best as a lambda

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.factories import moment
from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.privacy import actions
from tiepdan.privacy.models import Breach, DataRequest, RequestState

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")
ASKED: dict[str, Any] = {
    "kind": "correct", "name": "Nguyễn Văn An", "contact": "0900000001", "about": "Sửa địa chỉ",
    "received_on": date(2026, 7, 14), "at": AT,
}  # fmt: skip


def code(run: Callable[[], object], by: Actor) -> str:
    with acting(by), pytest.raises(ActionRefused) as refused:
        run()
    return refused.value.code


def test_a_request_runs_from_receipt_to_answer() -> None:
    cast = make_cast()
    who = cast.clerk
    with acting(who):
        made = actions.receive_request(**ASKED, by=who)
        assert (made.acknowledge_by, made.due_on) == (date(2026, 7, 16), date(2026, 7, 24))
        assert b"Nguy" not in bytes(made.envelope or b"")
        assert actions.open_asker(request_id=made.pk, by=who, at=AT)["name"] == "Nguyễn Văn An"
        actions.acknowledge_request(request_id=made.pk, by=who, at=AT)
        assert actions.extend_request(request_id=made.pk, reason="Phải xác minh", by=who, at=AT).due_on == date(
            2026, 8, 3
        )
    number = made.pk
    assert code(lambda: actions.acknowledge_request(request_id=number, by=who, at=AT), who) == "request_acknowledged"
    assert code(lambda: actions.extend_request(request_id=number, reason="x", by=who, at=AT), who) == "request_extended"
    close: Callable[..., Any] = lambda done=True, outcome="Đã sửa", by=who: actions.close_request(
        request_id=number, done=done, outcome=outcome, by=by, at=AT
    )
    assert code(lambda: close(outcome=" "), who) == "request_outcome_missing"
    assert code(lambda: close(done=False), who) == "request_ground_missing"
    assert code(lambda: close(by=cast.outsider_clerk), cast.outsider_clerk) == "request_unknown"
    with acting(who):
        assert close().state == RequestState.DONE
    assert code(close, who) == "request_closed"
    with acting(cast.administrator):
        acts = list(Entry.objects.filter(subject=f"data_request:{number}").order_by("pk").values_list("act", flat=True))
    assert acts == [f"data_request.{one}" for one in ("received", "asker_shown", "acknowledged", "extended", "closed")]
    for stranger in (cast.outsider, cast.overseer, cast.handler):
        with acting(stranger):
            assert not DataRequest.objects.exists()


@pytest.mark.parametrize(
    "change, expected",
    [
        ({"kind": "x"}, "request_kind_unknown"), ({"name": " "}, "request_incomplete"),
        ({"received_on": date(2030, 1, 1)}, "received_in_future"),
    ],
)  # fmt: skip
def test_a_request_that_cannot_be_is_refused(change: dict[str, Any], expected: str) -> None:
    cast = make_cast()
    assert code(lambda: actions.receive_request(**{**ASKED, **change}, by=cast.clerk), cast.clerk) == expected


def test_a_breach_is_told_in_time_or_with_the_reason() -> None:
    cast = make_cast()
    who, late = cast.head, AT + timedelta(hours=73)
    record: Callable[..., Any] = lambda what="Gửi nhầm thư điện tử", at=AT: actions.record_breach(
        discovered_at=AT, what=what, harm_possible=True, by=who, at=at
    )
    assert code(lambda: record(" "), who) == "breach_incomplete"
    assert code(lambda: record(at=AT - timedelta(hours=1)), who) == "breach_in_future"
    with acting(who):
        made = record()
        assert made.notify_by == AT + timedelta(hours=72)
    tell: Callable[..., Any] = lambda to="Công an tỉnh", at=late, by=who, **more: actions.notify_breach(
        breach_id=made.pk, to=to, by=by, at=at, **more
    )
    close: Callable[..., Any] = lambda measures="Thu hồi thư": actions.close_breach(
        breach_id=made.pk, measures=measures, by=who, at=late
    )
    assert code(close, who) == "breach_not_notified"
    assert code(lambda: close(" "), who) == "breach_measures_missing"
    assert code(lambda: tell(to=" "), who) == "breach_addressee_missing"
    assert code(tell, who) == "breach_late"
    assert code(lambda: tell(by=cast.outsider), cast.outsider) == "breach_unknown"
    with acting(who):
        tell(late_reason="Mất điện")
    assert code(tell, who) == "breach_notified"
    with acting(who):
        close()
    assert code(close, who) == "breach_closed"
    with acting(cast.administrator):
        assert Entry.objects.filter(act__startswith="breach.").count() == 3
    for stranger in (cast.outsider, cast.clerk, cast.overseer):
        with acting(stranger):
            assert not Breach.objects.exists()

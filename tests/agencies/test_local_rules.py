"""Local defaults and successions: who sets them, what is refused, what counting makes of them, what moves."""

from __future__ import annotations

from datetime import date

import pytest

from tests.desk.test_work_pages import line
from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tiepdan.accounts.acting import acting, service_actor, serving
from tiepdan.agencies import actions, queries
from tiepdan.agencies.access import UnknownAgency
from tiepdan.agencies.models import LocalRule
from tiepdan.agencies.rules import AgencyKind, AgencyLevel, LocalCode, SuccessionKind
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.actions import close_clocks
from tiepdan.matters.clocks import recount_open, run_clock
from tiepdan.matters.models import Clock, ClockMove, Participation
from tiepdan.reports.queries import moved_limits

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")
REASON = "Quyết định số 12/QĐ-UBND ngày 01/7/2026"


def set_rule(
    cast: Cast, code: LocalCode, value: str, starts_on: str, *, who: str = "administrator", reason: str = REASON
) -> LocalRule:
    by = getattr(cast, who)
    with acting(by):
        return actions.set_local_rule(
            agency_id=cast.commune.pk, code=code, value=value, starts_on=date.fromisoformat(starts_on), reason=reason,
            by=by, at=AT,
        )  # fmt: skip


# DC-8
def test_the_switch_of_24_november_holds_from_its_day_and_is_on_record() -> None:
    cast = make_cast()
    set_rule(cast, LocalCode.CULTURE_DAY, "yes", "2027-01-01")
    local = queries.local_defaults(path=cast.commune.path)
    assert local.calendar.is_working_day(date(2026, 11, 24))
    assert not local.calendar.is_working_day(date(2027, 11, 24))
    assert queries.local_defaults(path=cast.neighbour.path) == queries.NATIONAL
    with acting(cast.administrator):
        assert Entry.objects.get().act == "agency.local_rule_set"


# TR-4
def test_the_latest_value_set_holds_and_a_withdrawn_one_does_not() -> None:
    cast = make_cast()
    kept = set_rule(cast, LocalCode.REMOTE_AREA, "yes", "2026-01-01")
    day = date(2026, 7, 14)
    assert queries.local_defaults(path=cast.commune.path).value(LocalCode.REMOTE_AREA, on=day) == "yes"
    with acting(cast.administrator):
        actions.withdraw_local_rule(rule_id=kept.pk, by=cast.administrator, at=AT)
        with pytest.raises(ActionRefused) as caught:
            actions.withdraw_local_rule(rule_id=kept.pk, by=cast.administrator, at=AT)
    assert caught.value.code == "already_withdrawn"
    assert queries.local_defaults(path=cast.commune.path).value(LocalCode.REMOTE_AREA, on=day) == "no"


@pytest.mark.parametrize(
    "code, value, reason, who, refused",
    [
        (LocalCode.CULTURE_DAY, "maybe", REASON, "administrator", "local_value_unknown"),
        (LocalCode.DAY_OFF, "hôm nay", REASON, "administrator", "local_value_unknown"),
        (LocalCode.CULTURE_DAY, "yes", " ", "administrator", "reason_missing"),
        (LocalCode.CULTURE_DAY, "yes", REASON, "head", "not_administrator"),
    ],
)
def test_what_cannot_be_set_is_refused(code: LocalCode, value: str, reason: str, who: str, refused: str) -> None:
    cast = make_cast()
    with pytest.raises(ActionRefused) as caught:
        set_rule(cast, code, value, "2026-07-01", who=who, reason=reason)
    assert caught.value.code == refused


def test_another_agency_does_not_exist_for_an_administrator() -> None:
    cast = make_cast()
    with acting(cast.administrator), pytest.raises(UnknownAgency):
        actions.set_local_rule(
            agency_id=cast.neighbour.pk, code=LocalCode.CULTURE_DAY, value="yes", starts_on=AT.date(), reason=REASON,
            by=cast.administrator, at=AT,
        )  # fmt: skip


# DC-5, KN-19
def test_a_local_day_off_moves_open_limits_and_never_closed_ones() -> None:
    cast = make_cast()
    code = line(cast.clerk, title="Đơn về đường đi", due_in=None)
    with acting(cast.clerk):
        matter = Participation.objects.get(code=code).matter_id
        moving = run_clock(matter_id=matter, agency_id=cast.commune.pk, rule_id="KN-10", start=date(2026, 7, 14))
        settled = run_clock(matter_id=matter, agency_id=cast.commune.pk, rule_id="KN-15", start=date(2026, 7, 14))
        close_clocks(matter_id=matter, agency_id=cast.commune.pk, rule_ids=("KN-15",), on=date(2026, 7, 15))
    assert moving.rolled_due_on == date(2026, 7, 17)
    set_rule(cast, LocalCode.DAY_OFF, "2026-07-16", "2026-07-16", reason="Ngày truyền thống của xã")
    with serving(service_actor(agency=cast.commune)) as actor:
        moved = recount_open(agency_id=cast.commune.pk, by=actor, at=AT)
    assert moving.pk in [one.clock_id for one in moved]
    assert settled.pk not in [one.clock_id for one in moved]
    with acting(cast.head):
        kept = Clock.objects.get(pk=moving.pk)
        assert kept.rolled_due_on == date(2026, 7, 20)
        assert Clock.objects.get(pk=settled.pk).rolled_due_on == settled.rolled_due_on
        shown = next(one for one in moved_limits(by=cast.head) if one.rule_id == moving.rule_id)
        assert shown.code == code
        assert "16/07/2026 (Ngày truyền thống của xã)" in shown.reason
        assert Entry.objects.filter(act="matter.limit_moved").exists()
        assert code in client_of(cast.head).get("/ban-lam-viec/bo-quy-tac/thoi-han-doi/").content.decode()
    with acting(cast.outsider):
        assert not ClockMove.objects.exists()
    with serving(service_actor(agency=cast.commune)) as actor:
        assert recount_open(agency_id=cast.commune.pk, by=actor, at=AT) == []


def test_a_succession_is_dated_recorded_and_found_through_generations() -> None:
    cast = make_cast()
    new = actions.NewAgency(
        code="X910",
        name="Tổ cũ",
        short_name="Tổ cũ",
        kind=AgencyKind.COMMUNE_BODY,
        level=AgencyLevel.COMMUNE,
        starts_on=date(2020, 1, 1),
    )
    with acting(cast.administrator):
        old = actions.add_agency(new=new, parent_id=cast.commune.pk, by=cast.administrator, at=AT)

        def follow(successor: int | None, kind: SuccessionKind, decision: str) -> None:
            actions.record_succession(
                predecessor_id=old.pk, successor_id=successor, kind=kind, decision=decision, on=date(2026, 7, 1),
                by=cast.administrator, at=AT,
            )  # fmt: skip

        follow(cast.commune.pk, SuccessionKind.MERGE, "01/QĐ")
        for successor, kind, decision, refused in (
            (cast.commune.pk, SuccessionKind.MERGE, "01/QĐ", "succession_known"),
            (None, SuccessionKind.SPLIT, "01/QĐ", "successor_missing"),
            (cast.commune.pk, SuccessionKind.END, "01/QĐ", "successor_not_wanted"),
            (old.pk, SuccessionKind.MERGE, "01/QĐ", "successor_same"),
            (cast.commune.pk, SuccessionKind.SPLIT, " ", "succession_decision_missing"),
        ):
            with pytest.raises(ActionRefused) as caught:
                follow(successor, kind, decision)
            assert caught.value.code == refused
    assert queries.successors(agency_id=old.pk, on=date(2026, 7, 1)) == [cast.commune]
    assert queries.successors(agency_id=old.pk, on=date(2026, 6, 30)) == []

"""Local days off and defaults reach every date that the program proposes, and every place where the law is unsure."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from tests.agencies.test_local_rules import set_rule
from tests.api.calling import commune_caller
from tests.cases.build import Walk, accepted, submission
from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tests.reception.build import visit
from tests.routing.build import received, screened
from tests.submissions.build import complaint
from tests.submissions.build import received as taken
from tiepdan.accounts.acting import acting, service_actor, serving
from tiepdan.agencies.rules import LocalCode
from tiepdan.audit.models import Entry
from tiepdan.cases.actions import recount_windows
from tiepdan.cases.models import Case
from tiepdan.cases.situations import load_file, notice_due_on, second_deadline
from tiepdan.infra import clock
from tiepdan.matters.clocks import recount_open
from tiepdan.matters.models import Clock, ClockMove
from tiepdan.reception.actions import receive_visit
from tiepdan.reception.rules import Outcome
from tiepdan.routing.queries import suggest_route
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")


def decided(cast: Cast, *, on: str = "2026-07-24") -> Case:
    """A first complaint decided on a day whose thirtieth after it is a Sunday: 23/08/2026."""
    way = Walk(cast, accepted(cast), moment("2026-07-21"))
    way.recheck().verify().meet().report(differs=False).on(on).decide()
    return way.case


# LI-6
def test_the_answer_to_a_visitor_waits_for_local_days_off() -> None:
    cast = make_cast()
    with acting(cast.clerk):
        plain = receive_visit(
            visit=visit(outcome=Outcome.EXPLAIN, items=()), intake=None, by=cast.clerk, at=AT
        ).reception
    set_rule(cast, LocalCode.DAY_OFF, "2026-07-16", "2026-07-16", reason="Ngày truyền thống")
    with acting(cast.clerk):
        later = receive_visit(
            visit=visit(outcome=Outcome.EXPLAIN, items=()), intake=None, by=cast.clerk, at=AT
        ).reception
    assert [plain.reply_due_on, later.reply_due_on] == [date(2026, 7, 28), date(2026, 7, 29)]


# KN-9, KN-2
def test_the_notice_of_a_dialogue_and_the_second_window_follow_the_local_calendar() -> None:
    cast = make_cast()
    case = accepted(cast)

    def days() -> tuple[date | None, date]:
        with acting(cast.head):
            local = load_file(case=case).local.calendar
        window = second_deadline(case=case, start=date(2026, 7, 14), calendar=local)
        return notice_due_on(dialogue_on=date(2026, 8, 12), calendar=local), window.rolled_due

    assert days() == (date(2026, 8, 7), date(2026, 8, 13))
    set_rule(cast, LocalCode.DAY_OFF, "2026-08-07", "2026-08-07")
    set_rule(cast, LocalCode.DAY_OFF, "2026-08-13", "2026-08-13")
    assert days() == (date(2026, 8, 6), date(2026, 8, 14))


# KN-13
def test_whether_the_last_waiting_day_moves_is_a_default_of_the_locality() -> None:
    cast = make_cast()
    rolled = decided(cast).windows["KN-13"]
    assert (rolled["due"], rolled["rolled_due"]) == ("2026-08-23", "2026-08-24")
    set_rule(cast, LocalCode.EFFECT_ROLLS, "no", "2026-07-01")
    assert decided(cast).windows["KN-13"]["rolled_due"] == "2026-08-23"


# KN-13
def test_a_changed_calendar_moves_running_windows_and_never_passed_ones() -> None:
    cast = make_cast()
    case = decided(cast)
    set_rule(cast, LocalCode.DAY_OFF, "2026-08-24", "2026-08-24", reason="Ngày truyền thống")
    with serving(service_actor(agency=cast.commune)) as actor:
        assert recount_windows(agency=cast.commune, by=actor, at=moment("2026-09-01")) == []
        assert [one.pk for one in recount_windows(agency=cast.commune, by=actor, at=moment("2026-08-01"))] == [case.pk]
        assert recount_windows(agency=cast.commune, by=actor, at=moment("2026-08-01")) == []
    with acting(cast.head):
        assert Case.objects.get(pk=case.pk).windows["KN-13"]["rolled_due"] == "2026-08-25"
        entry = Entry.objects.get(act="case.window_moved")
    assert (entry.rule, entry.reason) == ("KN-13", "thêm ngày nghỉ 24/08/2026 (Ngày truyền thống)")
    page = client_of(cast.head).get("/ban-lam-viec/bo-quy-tac/thoi-han-doi/").content.decode()
    assert case.code in page
    assert "25/08/2026" in page
    assert case.code not in client_of(cast.outsider).get("/ban-lam-viec/bo-quy-tac/thoi-han-doi/").content.decode()


# complaints §5.1/gap
def test_a_decision_of_the_committee_as_a_body_is_suggested_or_left_to_a_person() -> None:
    cast = make_cast()
    mine = screened(
        cast.clerk, received(cast.clerk), against_code="commune_committee", respondent_agency_id=cast.commune.pk
    )
    with acting(cast.clerk):
        found = suggest_route(submission=Submission.objects.get(pk=mine.pk), on=AT.date())
    assert (found.competent, found.confidence) == (True, "unverified")
    set_rule(cast, LocalCode.COLLECTIVE_COMMITTEE, "ask", "2026-07-01")
    with acting(cast.clerk):
        asked = suggest_route(submission=Submission.objects.get(pk=mine.pk), on=AT.date())
    assert (asked.act, asked.competent, asked.rule) == (None, None, "complaints §5.1/gap")


# TR-4, KN-3
def test_the_acceptance_limit_of_a_straddling_complaint_follows_what_the_locality_chose() -> None:
    cast = make_cast()
    taken(cast.clerk, complaint(), at=moment("2026-06-29"))
    with acting(cast.clerk):
        before = Clock.objects.get(rule_id="KN-3a")
    assert before.rolled_due_on == date(2026, 7, 13)
    set_rule(cast, LocalCode.STRADDLING_LIMITS, "acceptance", "2026-07-01")
    with serving(service_actor(agency=cast.commune)) as actor:
        recount_open(agency_id=cast.commune.pk, by=actor, at=moment("2026-06-30"))
        assert Clock.objects.get(pk=before.pk).rule_id == "KN-3a"
        recount_open(agency_id=cast.commune.pk, by=actor, at=moment("2026-07-02"))
    with acting(cast.clerk):
        kept = Clock.objects.get(pk=before.pk)
        assert (kept.rule_id, kept.rule_version, kept.rolled_due_on) == ("KN-3b", date(2026, 7, 1), date(2026, 7, 8))
        assert kept.explanation["rule_id"] == "KN-3b"
        assert "TR-4" in ClockMove.objects.get(clock=kept).reason
    set_rule(cast, LocalCode.STRADDLING_LIMITS, "receipt", "2026-07-02")
    with serving(service_actor(agency=cast.commune)) as actor:
        recount_open(agency_id=cast.commune.pk, by=actor, at=moment("2026-07-02"))
        assert Clock.objects.get(pk=before.pk).rule_id == "KN-3a"


# KN-5
def test_a_remote_locality_is_proposed_when_a_complaint_is_accepted() -> None:
    cast = make_cast()
    code = submission(cast).code
    address = f"/ban-lam-viec/vu-viec/mo/{code}/thu-ly/"
    client = client_of(cast.head)
    page = client.get(address).content.decode()
    assert 'name="remote"' in page
    assert "checked" not in page.split('name="remote"')[1].split(">")[0]
    set_rule(cast, LocalCode.REMOTE_AREA, "yes", "2026-01-01")
    assert "checked" in client.get(address).content.decode().split('name="remote"')[1].split(">")[0]


# DC-5
def test_what_a_connected_system_asks_follow_the_local_calendar(client: Client) -> None:
    cast = make_cast()
    today = clock.today()
    api = commune_caller(client, cast)
    asked = api.get(f"/deadlines/explain?rule=KN-10&start={today.isoformat()}").json()  # type: ignore[attr-defined]
    off = asked["rolled_due"]
    set_rule(cast, LocalCode.DAY_OFF, off, off)
    moved = api.get(f"/deadlines/explain?rule=KN-10&start={today.isoformat()}").json()  # type: ignore[attr-defined]
    assert moved["rolled_due"] > off

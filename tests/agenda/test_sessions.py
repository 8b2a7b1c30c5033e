"""The calendar of sessions: each act, each refusal, who sees what, what everybody may read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from django.db import DatabaseError

from tests.agenda.build import AT, DAY, ON_THE_DAY, PLAN, came, held, planned
from tests.factories import moment
from tests.people import Cast, make_cast
from tests.reception.build import complaint, entered, visit
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.agenda import actions
from tiepdan.agenda.access import session_for
from tiepdan.agenda.models import FollowUp, ReceptionSession, SessionMove, SessionVisit
from tiepdan.agenda.queries import overseen, public_sessions, year_of
from tiepdan.agenda.rules import FollowUpKind, Pattern, Standing
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.access import NotFound
from tiepdan.reception.models import Reception

pytestmark = pytest.mark.django_db


def refused(by: Actor, act: Callable[[], object]) -> str:
    """Act as somebody; return the code of the refusal."""
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def acts_of(cast: Cast, session: ReceptionSession) -> list[str]:
    """The audit of a session."""
    with acting(cast.head):
        found = Entry.objects.filter(subject=f"session:{session.pk}").order_by("pk")
        return list(found.values_list("act", flat=True))


def test_planned_announced_moved_delegated_held() -> None:
    cast = make_cast()
    by = cast.clerk
    session = planned(by)
    assert session.posting_due_on == date(2026, 7, 9)
    with acting(by):
        actions.announce_session(session_id=session.pk, by=by, at=moment("2026-07-09"))
        actions.move_session(
            session_id=session.pk, to_on=date(2026, 7, 17), starts_at=time(14), ends_at=time(16), reason="Họp tỉnh",
            by=by, at=moment("2026-07-15"),
        )  # fmt: skip
        actions.delegate_session(
            session_id=session.pk, name="Vũ Thị Phó", title="Phó Chủ tịch", reason="Đi công tác", by=by, at=AT
        )
        actions.hold_session(
            session_id=session.pk, note_taker="Lê", opinion="Giải quyết", by=by, at=moment("2026-07-17")
        )
    with acting(cast.head):
        kept = ReceptionSession.objects.get()
        assert (kept.status, kept.on, kept.delegate_name, kept.note_taker) == (
            "held", date(2026, 7, 17), "Vũ Thị Phó", "Lê",
        )  # fmt: skip
        assert kept.announced_on == date(2026, 7, 9)
    assert acts_of(cast, session) == [
        "session.planned", "session.announced", "session.moved", "session.delegated", "session.held",
    ]  # fmt: skip


def test_a_periodic_session_is_not_announced_late() -> None:
    cast = make_cast()
    session = planned(cast.clerk)

    def late() -> object:
        return actions.announce_session(session_id=session.pk, by=cast.clerk, at=moment("2026-07-10"))

    assert refused(cast.clerk, late) == "agenda_announced_late"
    with acting(cast.clerk):
        assert ReceptionSession.objects.get().announced_on is None


def test_who_does_not_keep_the_calendar_is_refused_and_the_foreign_is_unknown() -> None:
    cast = make_cast()
    session = planned(cast.clerk)
    with acting(cast.processor), pytest.raises(ActionRefused) as stopped:
        actions.plan_session(plan=PLAN, by=cast.processor, at=AT)
    assert stopped.value.code == "agenda_role_not_allowed"
    assert (
        refused(cast.outsider, lambda: actions.announce_session(session_id=session.pk, by=cast.outsider, at=AT))
        == "agenda_unknown"
    )
    with acting(cast.outsider):
        assert not ReceptionSession.objects.exists()
        with pytest.raises(NotFound):
            session_for(code=session.code)


def test_two_sessions_of_a_chair_do_not_begin_together() -> None:
    cast = make_cast()
    planned(cast.clerk)
    assert refused(cast.clerk, lambda: actions.plan_session(plan=PLAN, by=cast.clerk, at=AT)) == "agenda_taken"
    planned(cast.clerk, chair="party_secretary", chair_title="Bí thư Đảng ủy")
    other = planned(cast.clerk, on=date(2026, 7, 20))
    assert (
        refused(
            cast.clerk,
            lambda: actions.move_session(
                session_id=other.pk, to_on=DAY, starts_at=time(8), ends_at=time(11), reason="x", by=cast.clerk, at=AT
            ),
        )
        == "agenda_taken"
    )


@pytest.mark.parametrize(
    "code, act",
    [
        ("reason_missing", lambda pk, by: actions.move_session(
            session_id=pk, to_on=DAY, starts_at=time(9), ends_at=time(11), reason=" ", by=by, at=AT)),
        ("agenda_day_past", lambda pk, by: actions.move_session(
            session_id=pk, to_on=date(2026, 6, 1), starts_at=time(9), ends_at=time(11), reason="x", by=by, at=AT)),
        ("agenda_hours_wrong", lambda pk, by: actions.move_session(
            session_id=pk, to_on=DAY, starts_at=time(9), ends_at=time(9), reason="x", by=by, at=AT)),
        ("agenda_delegate_missing", lambda pk, by: actions.delegate_session(
            session_id=pk, name="", title="Phó", reason="x", by=by, at=AT)),
        ("reason_missing", lambda pk, by: actions.delegate_session(
            session_id=pk, name="A", title="Phó", reason="", by=by, at=AT)),
        ("reason_missing", lambda pk, by: actions.cancel_session(session_id=pk, reason="", by=by, at=AT)),
        ("agenda_not_yet", lambda pk, by: actions.hold_session(session_id=pk, note_taker="", opinion="", by=by, at=AT)),
        ("agenda_visit_unknown", lambda pk, by: actions.link_visit(session_id=pk, reception_id=0, by=by, at=AT)),
        ("agenda_head_concludes", lambda pk, by: actions.issue_conclusion(session_id=pk, by=by, at=AT)),
        ("agenda_follow_up_unknown", lambda pk, by: actions.complete_follow_up(
            follow_up_id=0, done_on=DAY, result="x", result_sent_on=None, by=by, at=AT)),
    ],
)  # fmt: skip
def test_refusals(code: str, act: Callable[[int, Actor], object]) -> None:
    cast = make_cast()
    session = planned(cast.clerk)
    assert refused(cast.clerk, lambda: act(session.pk, cast.clerk)) == code


def test_a_cancelled_session_takes_nothing_more_and_frees_its_day() -> None:
    cast = make_cast()
    by = cast.clerk
    session = planned(by)
    with acting(by):
        actions.cancel_session(session_id=session.pk, reason="Nghỉ bù", by=by, at=AT)
    for act in (
        lambda: actions.cancel_session(session_id=session.pk, reason="x", by=by, at=AT),
        lambda: actions.hold_session(session_id=session.pk, note_taker="", opinion="", by=by, at=ON_THE_DAY),
    ):
        assert refused(by, act) == "agenda_closed"
    assert refused(by, lambda: actions.announce_session(session_id=session.pk, by=by, at=AT)) == "agenda_not_planned"
    planned(by)


def test_a_year_by_a_pattern_leaves_out_what_is_there() -> None:
    cast = make_cast()
    by = cast.clerk
    planned(by, on=date(2026, 8, 10))
    with acting(by):
        made = actions.plan_year(
            plan=PLAN, year=2026, from_month=1, to_month=12, pattern=Pattern(days=(10, 25)), by=by, at=AT
        )
    # From July on; 10/8 is there; 10/10 and 25/10 are days off and move to Monday.
    assert len(made) == 11
    assert date(2026, 10, 12) in {one.on for one in made}
    assert (
        refused(
            by,
            lambda: actions.plan_year(
                plan=PLAN, year=2026, from_month=1, to_month=12, pattern=Pattern(days=(10, 25)), by=by, at=AT
            ),
        )
        == "agenda_nothing_new"
    )
    with acting(by):
        months = year_of(agency=cast.commune, year=2026, chair="head", today=date(2026, 7, 1))
    assert [months[n].periods[0].standing for n in (6, 7, 11)] == [Standing.PLANNED] * 3


def test_visits_belong_to_the_session_of_their_day() -> None:
    cast = make_cast()
    by = cast.clerk
    session = held(by)
    came(by, session)
    other = entered(by, visit(), complaint(), at=moment("2026-07-17"))

    def link(pk: int) -> object:
        return actions.link_visit(session_id=session.pk, reception_id=pk, by=by, at=ON_THE_DAY)

    assert refused(by, lambda: link(other.reception.pk)) == "agenda_visit_other_day"
    with acting(by):
        first = Reception.objects.order_by("pk").values_list("pk", flat=True)[0]
    assert refused(by, lambda: link(first)) == "agenda_visit_linked"


def test_a_visit_received_in_a_session_is_stored_with_it_or_not_at_all() -> None:
    cast = make_cast()
    by = cast.clerk
    session = planned(by)

    def receive(day: str) -> object:
        return actions.receive_in_session(
            session_id=session.pk, visit=visit(), intake=complaint(), by=by, at=moment(day), request_key="k1"
        )

    assert refused(by, lambda: receive("2026-07-17")) == "agenda_visit_other_day"
    with acting(by):
        assert not Reception.objects.exists()
        receive("2026-07-16")
        receive("2026-07-16")  # a double click
        assert SessionVisit.objects.count() == Reception.objects.count() == 1


def test_directions_notice_and_results() -> None:
    cast = make_cast()
    by, head = cast.clerk, cast.head
    session = held(by)
    first, secret = came(by, session), came(by, session, secret=True)
    due = date(2026, 7, 30)

    def direct(reception: Reception, **changes: object) -> FollowUp:
        values: dict[str, object] = {
            "content": "Kiểm tra thực địa, trả lời công dân", "body": "Phòng Kinh tế", "contact": "Bà Lê", "due_on": due,
        } | changes  # fmt: skip
        return actions.add_follow_up(
            session_id=session.pk, reception_id=reception.pk, kind=FollowUpKind.CONCLUSION, by=by, at=ON_THE_DAY,
            **values,  # type: ignore[arg-type] # one or two replaced
        )  # fmt: skip

    assert refused(by, lambda: direct(first, contact="")) == "agenda_follow_up_unclear"
    assert refused(by, lambda: direct(first, due_on=date(2026, 7, 1))) == "agenda_follow_up_past"
    with acting(head):
        kept = direct(first)
        hidden = direct(secret, content="Ông Phạm Văn Bê nhận tiền")
        assert hidden.content == ""
        paper = actions.issue_conclusion(session_id=session.pk, by=head, at=ON_THE_DAY)
        said = str(paper.values)
        assert "Kiểm tra thực địa" in said
        assert "Bê" not in said
        assert "Nguyễn Văn An" not in said
        assert (paper.number, paper.symbol, paper.status) == (1, "TB-UBND", "issued")
    assert refused(head, lambda: actions.issue_conclusion(session_id=session.pk, by=head, at=AT)) == "agenda_concluded"

    def finish(**changes: object) -> object:
        values: dict[str, object] = {"done_on": DAY, "result": "Đã trả lời", "result_sent_on": DAY} | changes
        return actions.complete_follow_up(
            follow_up_id=kept.pk, by=by, at=ON_THE_DAY, **values  # type: ignore[arg-type] # one or two replaced
        )  # fmt: skip

    assert refused(by, lambda: finish(result="")) == "agenda_result_missing"
    assert refused(by, lambda: finish(result_sent_on=date(2026, 8, 1))) == "agenda_day_future"
    with acting(by):
        finish()
    assert refused(by, finish) == "agenda_follow_up_done"
    assert acts_of(cast, session)[-4:] == [
        "session.follow_up_added", "session.follow_up_added", "session.concluded", "session.follow_up_done",
    ]  # fmt: skip


def test_a_session_without_visits_is_not_concluded_and_a_planned_one_gets_no_directions() -> None:
    cast = make_cast()
    session = held(cast.clerk)
    assert (
        refused(cast.head, lambda: actions.issue_conclusion(session_id=session.pk, by=cast.head, at=AT))
        == "agenda_no_visits"
    )
    other = planned(cast.clerk, on=date(2026, 7, 20))
    made = entered(cast.clerk, visit(), complaint(), at=moment("2026-07-20"))
    with acting(cast.clerk):
        actions.link_visit(session_id=other.pk, reception_id=made.reception.pk, by=cast.clerk, at=moment("2026-07-20"))
    assert (
        refused(
            cast.clerk,
            lambda: actions.add_follow_up(
                session_id=other.pk, reception_id=made.reception.pk, kind=FollowUpKind.REPLY, content="x", body="x",
                contact="x", due_on=date(2026, 8, 1), by=cast.clerk, at=moment("2026-07-20"),
            ),
        )
        == "agenda_not_held"
    )  # fmt: skip


def test_the_database_shows_sessions_to_the_office_and_to_oversight_alone() -> None:
    cast = make_cast()
    session = held(cast.clerk)
    came(cast.clerk, session, secret=True)
    with acting(cast.clerk):
        actions.add_follow_up(
            session_id=session.pk, reception_id=SessionVisit.objects.get().visit_id, kind=FollowUpKind.REPLY, content="x",
            body="Phòng", contact="Bà Lê", due_on=date(2026, 8, 1), by=cast.clerk, at=ON_THE_DAY,
        )  # fmt: skip
    tables = (ReceptionSession, SessionVisit, FollowUp)
    seen = {}
    for who in ("clerk", "overseer", "coordinator", "handler", "outsider", "department_head"):
        with acting(getattr(cast, who)):
            seen[who] = tuple(table.objects.count() for table in tables)
    assert seen == {
        "clerk": (1, 1, 1), "overseer": (1, 1, 1), "coordinator": (1, 0, 0), "handler": (1, 0, 0),
        "outsider": (0, 0, 0), "department_head": (0, 0, 0),
    }  # fmt: skip
    assert not any(table.objects.exists() for table in (*tables, SessionMove))  # nobody acting
    for who in ("overseer", "coordinator", "handler", "processor"):  # see, and may not write
        with pytest.raises(DatabaseError, match="row-level security"), acting(getattr(cast, who)):
            ReceptionSession.objects.filter(pk=session.pk).update(place="x")


def test_oversight_reads_the_month_of_heads_below() -> None:
    cast = make_cast()
    held(cast.clerk)
    with acting(cast.overseer):
        (row,) = overseen(year=2026, month=7, today=date(2026, 8, 1))
    assert (row.agency, row.periods[0].held, row.periods[0].standing) == (cast.commune, 1, Standing.NOT_MET)


def test_everybody_reads_what_was_announced_and_nothing_else() -> None:
    cast = make_cast()
    by = cast.clerk
    planned(by, on=date(2026, 7, 20))
    session = planned(by)
    with acting(by):
        actions.announce_session(session_id=session.pk, by=by, at=AT)
        actions.move_session(
            session_id=session.pk, to_on=date(2026, 7, 17), starts_at=time(8), ends_at=time(11), reason="Họp tỉnh", by=by,
            at=AT,
        )  # fmt: skip
    (row,) = public_sessions(agency_id=cast.commune.pk, from_on=date(2026, 7, 1), to_on=date(2026, 7, 31))
    assert (row.on, row.moved_from, row.move_reason, row.announced_on) == (
        date(2026, 7, 17), DAY, "Họp tỉnh", date(2026, 7, 1),
    )  # fmt: skip
    assert public_sessions(agency_id=cast.neighbour.pk, from_on=date(2026, 7, 1), to_on=date(2026, 7, 31)) == []

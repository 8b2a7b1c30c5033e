"""Who sees a matter: decided by the database, from one line per agency and the assignments."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.factories import moment, open_matter
from tests.people import make_cast
from tiepdan.accounts.acting import acting, at_portal
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code
from tiepdan.matters import actions
from tiepdan.matters.models import Matter, Participation
from tiepdan.matters.rules import Duty, MatterKind

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")


def open_at(actor: Actor, *, sealed: bool = False) -> int:
    """Open a matter at the actor's agency."""
    kind = MatterKind.DENUNCIATION if sealed else MatterKind.COMPLAINT
    with acting(actor):
        matter_id = open_matter(
            agency_id=actor.agency_id, kind=kind, sealed=sealed, code=new_code(), title="Đơn", received_on=AT.date(),
            people=1, field_code="", at=AT,
        )  # fmt: skip
        record(act="submission.received", by=actor, at=AT, subject="submission:1", matter_id=matter_id)
    return matter_id


def sees(actor: Actor) -> tuple[bool, bool, bool]:
    """Tell whether the actor sees a line, content, and the audit."""
    with acting(actor):
        return (
            Participation.objects.exists(),
            Matter.objects.exists(),
            Entry.objects.filter(act="submission.received").exists(),
        )


ORDINARY: dict[str, tuple[bool, bool, bool]] = {
    "clerk": (True, True, True),
    "processor": (True, True, True),
    "head": (True, True, True),
    "deputy": (True, True, True),
    "records": (True, True, True),
    "overseer": (True, True, True),
    "handler": (False, False, False),
    "administrator": (False, False, False),
    "coordinator": (False, False, False),
    "outsider": (False, False, False),
    "outsider_clerk": (False, False, False),
    "department_head": (False, False, False),
    "province_head": (False, False, False),
}
SEALED: dict[str, tuple[bool, bool, bool]] = {
    **ORDINARY,
    "processor": (True, False, False),
    "deputy": (True, False, False),
    "records": (True, False, False),
    "overseer": (True, False, False),
}


@pytest.mark.parametrize("who", ORDINARY)
def test_ordinary_matter_is_seen_by_its_agency_and_oversight(who: str) -> None:
    cast = make_cast()
    open_at(cast.clerk)
    assert sees(getattr(cast, who)) == ORDINARY[who]


@pytest.mark.parametrize("who", SEALED)
def test_content_of_a_denunciation_is_for_its_receiver_and_the_head(who: str) -> None:
    cast = make_cast()
    open_at(cast.clerk, sealed=True)
    assert sees(getattr(cast, who)) == SEALED[who]


def test_an_assigned_handler_reads_a_denunciation() -> None:
    cast = make_cast()
    matter_id = open_at(cast.clerk, sealed=True)
    with acting(cast.head):
        actions.assign(
            matter_id=matter_id,
            user_id=cast.handler.user_id,
            agency_id=cast.commune.pk,
            duty=Duty.HANDLER,
            by=cast.head,
            at=AT,
        )
    assert sees(cast.handler) == (True, True, True)
    assert sees(cast.second_handler) == (False, False, False)


def test_the_person_denounced_sees_nothing_even_as_head() -> None:
    cast = make_cast()
    matter_id = open_at(cast.clerk, sealed=True)
    with acting(cast.clerk):
        actions.exclude(matter_id=matter_id, user_id=cast.head.user_id, reason="denounced", by=cast.clerk, at=AT)
    assert sees(cast.head) == (False, False, False)


def test_without_a_user_nothing_is_seen() -> None:
    open_at(make_cast().clerk)
    assert not Participation.objects.exists()
    assert not Matter.objects.exists()
    assert not Entry.objects.exists()


def test_the_portal_sees_its_matter_alone() -> None:
    cast = make_cast()
    first, second = open_at(cast.clerk), open_at(cast.clerk)
    with at_portal(matter_id=first):
        assert list(Matter.objects.values_list("pk", flat=True)) == [first]
    with at_portal(matter_id=second + 100):
        assert not Matter.objects.exists()


@pytest.mark.parametrize("who", ["handler", "administrator", "coordinator", "overseer"])
def test_who_does_not_work_for_an_office_opens_no_matter(who: str) -> None:
    cast = make_cast()
    with pytest.raises(Exception, match="own agency"):
        open_at(getattr(cast, who))


def test_the_application_owns_nothing_and_bypasses_nothing(owner_connection: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False, False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)
        cursor.execute(
            "SELECT c.table_name FROM information_schema.columns c JOIN pg_class t ON t.relname = c.table_name"
            " WHERE c.column_name = 'matter_id' AND t.relkind = 'r' AND NOT t.relrowsecurity"
        )
        assert cursor.fetchall() == []

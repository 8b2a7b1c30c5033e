"""Statements that would give their author more rights, tried by who holds the fewest. A program in error cannot do them either."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection

from tests.permissions.probe import APP, Probe, asked_database
from tests.permissions.world import World
from tiepdan.accounts.acting import acting
from tiepdan.infra import clock
from tiepdan.matters.actions import assign, exclude
from tiepdan.matters.models import Notice, Participation
from tiepdan.matters.rules import Duty


@pytest.fixture(scope="module")
def probe(world: World) -> Iterator[Probe]:
    """The filled database."""
    with asked_database(world) as asked:
        yield asked


COLUMNS = "capacity, sealed, code, kind, title, field_code, state, people, received_on"
WAYS = {
    "a line of one's own in a foreign matter": (
        "outsider_clerk", "complaint_received",
        "INSERT INTO matters_participation (matter_id, agency_id, agency_path, " + COLUMNS + ") VALUES ({matter}, {agency},"
        " '{path}', 'received', false, 'X', 'complaint', 'x', '', 'received', 1, '2026-07-14')",
    ),
    "the own line moved to a foreign matter": (
        "department_processor", "complaint_received",
        "UPDATE matters_participation SET matter_id = {matter} WHERE agency_id = {agency}",
    ),
    "the own line moved to a foreign agency": (
        "department_processor", "petition_forwarded",
        "UPDATE matters_participation SET agency_path = '/', agency_id = 1 WHERE matter_id = {matter}",
    ),
    "a matter of one's own that is somebody else's": (
        "outsider_clerk", "complaint_received",
        "UPDATE matters_matter SET created_by = {user}, sealed = false WHERE id = {matter}",
    ),
    "assigning oneself": (
        "handler", "denunciation_received",
        "INSERT INTO matters_assignment (matter_id, user_id, agency_id, duty, starts_at) VALUES ({matter}, {user}, {agency},"
        " 'handler', now())",
    ),
    "taking back what was passed on": (
        "head", "denunciation_forwarded",
        "UPDATE matters_participation SET capacity = 'received' WHERE matter_id = {matter} AND agency_id = {agency}",
    ),
    "assigning oneself where one sees the line": (
        "processor", "denunciation_received",
        "INSERT INTO matters_assignment (matter_id, user_id, agency_id, duty, starts_at) VALUES ({matter}, {user}, {agency},"
        " 'processing', now())",
    ),
    "lifting the own exclusion": (
        "denounced", "denunciation_received", "UPDATE matters_exclusion SET user_id = NULL WHERE matter_id = {matter}",
    ),
    "opening an identity as head who is not assigned": (
        "head", "denunciation_received",
        "INSERT INTO submissions_opening (matter_id, agency_path, user_id, reason, status, asked_at, ends_at) VALUES ({matter},"
        " '{path}', {user}, 'x', 'granted', now(), now() + interval '1 hour')",
    ),
    "overwriting an identity unseen": (
        "clerk", "denunciation_case", "UPDATE submissions_sealedidentity SET envelope = 'x'",
    ),
    "oversight writing into what it reads": (
        "overseer", "complaint_received", "UPDATE submissions_submission SET summary = 'x' WHERE matter_id = {matter}",
    ),
    "a decision on the own audit": (
        "administrator", "complaint_received", "UPDATE audit_entry SET reason = 'x'",
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_no_statement_gives_its_author_rights(probe: Probe, way: str) -> None:
    name, key, statement = WAYS[way]
    who, made = probe.world.people[name], probe.world.matters[key]
    asked = statement.format(matter=made.matter_id, agency=who.agency_id, path=who.path, user=who.user_id)
    with probe._as(APP, who.enter):
        before = probe._all("SELECT tiepdan.reads(%s)", made.matter_id)
        try:
            with probe.undone():
                assert probe.connection.execute(asked.encode()).rowcount == 0
        except psycopg.errors.InsufficientPrivilege:
            pass
        assert probe._all("SELECT tiepdan.reads(%s)", made.matter_id) == before


@pytest.mark.django_db
def test_who_is_denounced_loses_the_line_even_when_assigned_before(world: World) -> None:
    cast, made, at = world.cast, world.matters["denunciation_received"], clock.now()
    with acting(cast.head):
        assign(matter_id=made.matter_id, user_id=cast.second_handler.user_id, agency_id=cast.commune.pk, duty=Duty.HANDLER,
               by=cast.head, at=at)  # fmt: skip
    with acting(cast.second_handler):
        assert Participation.objects.filter(matter_id=made.matter_id).exists()
        assert Notice.objects.filter(matter_id=made.matter_id).exists()
    with acting(cast.head):
        exclude(matter_id=made.matter_id, user_id=cast.second_handler.user_id, reason="denounced", by=cast.head, at=at)
    with acting(cast.second_handler):
        assert not Participation.objects.filter(matter_id=made.matter_id).exists()
        assert not Notice.objects.filter(matter_id=made.matter_id).exists()


@pytest.mark.django_db
def test_a_head_who_is_denounced_counts_nothing_of_it_on_the_board(world: World) -> None:
    counted = {}
    for name in ("head", "denounced"):
        who = world.people[name]
        assert who.actor is not None
        with acting(who.actor), connection.cursor() as cursor:
            cursor.execute(
                "SELECT sum(open) FROM tiepdan.board(%s, %s, current_date, current_date, 5)",
                [who.path, f"{who.path[:-1]}0"],
            )
            below = cursor.fetchone()[0]
            cursor.execute("SELECT sum(open) FROM tiepdan.board_of_handlers(current_date, current_date, 5)")
            seen = Participation.objects.filter(agency_path=who.path, closed_on__isnull=True)
            assert cursor.fetchone()[0] == seen.exclude(capacity__in=["passed_on", "urging"]).count()
            counted[name] = below
    assert counted["head"] - counted["denounced"] == 2  # received, case; the third was passed on

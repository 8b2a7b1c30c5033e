"""Every door of work as everybody: who may not see answers as for what does not exist; lists, files, feeds and counts show no more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.factories import moment
from tests.permissions.degrees import WORK
from tests.permissions.doors import (
    DESK,
    NOWHERE,
    WORK_DOORS,
    WORK_KEYS,
    WORK_LISTS,
    Door,
    Things,
    bare,
    text_of,
)
from tests.permissions.test_doors import CLIENTS, OFFICERS, browser, opened, owner
from tests.permissions.work import Work, make_work
from tests.permissions.work_probe import WorkProbe, asked_about_work, may
from tests.permissions.world import World
from tiepdan.accounts.acting import acting
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.plans.models import Plan
from tiepdan.plans.queries import boards

pytestmark = pytest.mark.django_db
TRYING = [*OFFICERS, "province_coordinator"]
DAYS = {"day", "today"}  # named in an address, and no thing of anybody's
CODED = {  # what bears a code, and the table that holds it
    "force": "rosters_taskforce", "roster": "rosters_roster", "incident": "incidents_incident", "series": "situation_reportseries",
    "asking": "situation_reportseries", "document": "plans_plandocument", "plan": "plans_plan", "report": "plans_report",
    "campaign": "plans_reviewcampaign",
}  # fmt: skip
# Rows that a page counts or gathers without a page of their own: the oracle is asked, no door names them.
NO_ADDRESS = {"plans_planbody", "plans_booking", "rosters_swap", "privacy_breach", "plans_taskurging"}


@pytest.fixture(scope="module")
def work(world: World) -> Work:
    """One of everything, by acts."""
    return make_work(world)


@pytest.fixture(scope="module")
def may_see(world: World, work: Work) -> Iterator[dict[tuple[str, str], set[str]]]:
    """Who may see what the oracle calls by a key in a table, in names."""
    assert work.named
    with asked_about_work(world) as probe:
        yield {(table, key): _who(probe, table, key) for table, rows in WORK.items() for key in rows}


def _who(probe: WorkProbe, table: str, key: str) -> set[str]:
    rows = [row for row in probe.rows[table] if row.key == key]
    return {name for name in probe.world.people if all(may(table, row, "see", name) for row in rows)}


def lookers(door: Door, may_see: dict[tuple[str, str], set[str]]) -> set[str]:
    """Who may see what a door names."""
    keys = list(WORK[door.needs])
    named = [WORK_KEYS[name] for name in door.names if WORK_KEYS.get(name) in keys]
    assert named or len(keys) == 1, door.path
    return may_see[door.needs, (named or keys)[0]]


def filled(door: Door, work: Work) -> tuple[str, dict[str, str]]:
    """The address of what was made, and what it names."""
    return Things(work.named).filled(door)[0]


def absent(door: Door, work: Work) -> tuple[str, dict[str, str]]:
    """The same address for what does not exist, on the same day."""
    held = {name: work.named[name][0] for name in door.names}
    named = {
        name: value if name in DAYS else str(NOWHERE) if value.isdecimal() else new_code()
        for name, value in held.items()
    }
    return door.path.format(**named), named


@pytest.mark.parametrize("name", TRYING)
def test_who_may_not_see_is_answered_as_for_what_does_not_exist(
    world: World, work: Work, may_see: dict[tuple[str, str], set[str]], name: str
) -> None:
    client = browser(world.people[name])
    tried = 0
    for door in WORK_DOORS:
        if name in lookers(door, may_see):
            continue
        path, named = absent(door, work)
        missing = bare(opened(client, path, door), _things(named))
        address, named = filled(door, work)
        response = opened(client, address, door)
        assert response.status_code in {403, 404}, (name, address)
        assert bare(response, _things(named)) == missing, (name, address)
        tried += 1
    assert tried


def _things(named: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in named.items() if name not in DAYS}


def test_each_page_and_file_is_opened_by_some_and_only_by_who_may_see(
    world: World, work: Work, may_see: dict[tuple[str, str], set[str]]
) -> None:
    clients = {name: browser(world.people[name]) for name in TRYING}
    for door in WORK_DOORS:
        if door.data is not None:
            continue
        address, _ = filled(door, work)
        let_in = {name for name, client in clients.items() if opened(client, address, door).status_code < 400}
        assert let_in <= lookers(door, may_see), door.path
        assert let_in, door.path


def test_lists_lead_only_to_what_one_may_see(
    world: World, work: Work, may_see: dict[tuple[str, str], set[str]]
) -> None:
    shown: set[str] = set()
    for name in TRYING:
        client = browser(world.people[name])
        pages = {path: text_of(opened(client, path)) for path in WORK_LISTS}
        for query in ("force", "roster", "incident", "plan", "document", "report", "campaign", "series"):
            found = client.get(f"{DESK}/tim/", {"q": work.named[query][0]})
            pages[f"tim {query}"] = bare(found, {"query": work.named[query][0]}).decode()  # type: ignore[arg-type]
        for path, text in pages.items():
            for thing, table in CODED.items():
                if work.named[thing][0] in text:
                    assert name in may_see[table, WORK_KEYS.get(thing) or next(iter(WORK[table]))], (name, path, thing)
                    shown.add(table)
            for door in WORK_DOORS:
                address, _ = filled(door, work)
                if f'{DESK}/{address}"' in text:
                    assert name in lookers(door, may_see), (name, path, address)
                    shown.add(door.needs)
    assert shown >= {door.needs for door in WORK_DOORS} - NO_ADDRESS


def test_counts_are_of_the_lines_one_may_see(
    world: World, work: Work, may_see: dict[tuple[str, str], set[str]]
) -> None:
    with owner() as connection:
        rows = connection.execute("SELECT agency_path FROM plans_taskagency").fetchall()
    at = [str(row[0]) for row in rows]
    counted = set()
    for name in sorted(may_see["plans_plan", "province"]):
        who = world.people[name]
        assert who.actor is not None
        with acting(who.actor):
            plan = Plan.objects.get(code=work.named["plan"][0])
            told = boards.standing(plan=plan, today=clock.today()).lines
            agencies = {row.agency_id for row in boards.by_agency(plan=plan, today=clock.today())}
        keys = [key for key in WORK["plans_taskagency"] if name in may_see["plans_taskagency", key]]
        assert agencies == {getattr(world.cast, key).pk for key in keys}, name
        assert told == sum(at.count(getattr(world.cast, key).path) for key in keys), name
        counted.add(told)
        page = browser(who).get(f"{DESK}/theo-doi/{plan.code}/").content.decode()
        for key in WORK["plans_taskagency"]:
            line = f'value="{getattr(world.cast, key).pk}"'
            assert (line in page) == (key in keys), (name, key)
    assert len(counted) > 1


def test_a_calendar_holds_the_shifts_of_whom_its_secret_is_and_opens_to_no_other(
    world: World, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = date.fromisoformat(work.named["day"][0])
    monkeypatch.setattr(clock, "now", lambda: moment(first.isoformat()))
    with owner() as connection:
        own = connection.execute(
            "SELECT count(*) FROM rosters_dutyshift d JOIN rosters_member m ON m.id = d.member_id WHERE m.user_id = %s",
            (world.people["clerk"].user_id,),
        ).fetchone()
    anybody = Client()
    secret = work.named["secret"][0]
    told = text_of(_calendar(anybody, secret))
    assert own is not None
    assert told.count("BEGIN:VEVENT") == own[0] != 0
    missing = _calendar(anybody, f"{secret[:-1]}{'a' if secret[-1] != 'a' else 'b'}")
    assert missing.status_code == 404
    assert bare(missing, {}) == bare(_calendar(anybody, "x" * 43), {})
    for person in ("head", "handler"):
        assert world.people[person].actor is not None
        assert world.people[person].actor.name not in told  # type: ignore[union-attr]


def _calendar(client: Client, secret: str) -> HttpResponse:
    return client.get(f"/lich-truc/{secret}.ics")  # type: ignore[return-value]


@pytest.mark.parametrize("name", CLIENTS)
def test_connected_systems_have_no_door_to_work(world: World, work: Work, name: str) -> None:
    caller = world.people[name].caller
    assert caller is not None
    for path in ("/plans", "/tasks", "/rosters", "/incidents", "/situation"):
        assert caller.get(path).status_code == 404, path
    for path in ("/submissions", "/cases", "/receptions", "/agencies"):
        text = text_of(caller.get(path))
        assert not [one for one in ("roster", "incident", "plan", "series") if work.named[one][0] in text], path

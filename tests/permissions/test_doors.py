"""Every door as everybody: below its degree it answers as for what does not exist, and nobody learns who denounced."""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.people import Cast
from tests.permissions.degrees import MATTERS, at_least, degree
from tests.permissions.doors import (
    API_DOORS,
    API_LISTS,
    DESK,
    DOORS,
    LISTS,
    Door,
    Things,
    absent,
    bare,
    reveals,
    text_of,
)
from tests.permissions.world import NAMES, SEALED, STORIES, WORDS, Person, World, pieces_of
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.infra.folding import fold

pytestmark = pytest.mark.django_db
OFFICERS = [
    *(name for name, kind in Cast.__annotations__.items() if kind in {"Actor", Actor}),
    "denounced",
    "subordinate",
]
CLIENTS = ["client", "other_client"]
READERS = {"reception_officer", "processing_officer", "handler", "head", "deputy", "records_clerk", "oversight"}
TABLE_OF = {
    "paper": "documents_paper", "attachment": "submissions_attachment", "party": "submissions_party",
    "urging": "cases_urging", "notice": "matters_notice", "opening": "submissions_opening", "delivery": "documents_delivery",
    "obligation": "cases_obligation", "transfer": "routing_transfer", "proposal": "routing_proposal",
}  # fmt: skip


def owner() -> psycopg.Connection[tuple[object, ...]]:
    """A connection that sees everything."""
    return psycopg.connect(os.environ["TIEPDAN_TEST_ADMIN"], dbname=str(settings.DATABASES["default"]["NAME"]))


@pytest.fixture(scope="module")
def things(world: World) -> dict[str, Things]:
    """What hangs on each matter."""
    found = {}
    with owner() as connection:
        for key, made in world.matters.items():
            known = {"code": [made.code], "reception": [made.reception_code]}
            for name, table in TABLE_OF.items():
                rows = connection.execute(
                    f"SELECT id FROM {table} WHERE matter_id = %s ORDER BY id".encode(), (made.matter_id,)
                )
                known[name] = [str(row[0]) for row in rows]
            found[key] = Things(known)
    return found


def test_every_door_has_something_to_name(things: dict[str, Things]) -> None:
    for door in (*DOORS, *API_DOORS):
        assert any(one.filled(door) for one in things.values()), door.path


def browser(who: Person) -> Client:
    """Somebody's browser."""
    client = Client()
    client.force_login(User.objects.get(pk=who.user_id))
    return client


def opened(client: Client, path: str, door: Door | None = None) -> HttpResponse:
    """Go through a door."""
    if door is None or door.data is None:
        return client.get(f"{DESK}/{path}")  # type: ignore[return-value]
    return client.post(f"{DESK}/{path}", door.data)  # type: ignore[return-value]


@pytest.mark.parametrize("name", OFFICERS)
def test_a_door_below_its_degree_answers_as_for_what_does_not_exist(
    world: World, things: dict[str, Things], name: str
) -> None:
    client = browser(world.people[name])
    for door in DOORS:
        path, named = absent(door)
        missing = bare(opened(client, path, door), named)
        for key in MATTERS:
            if at_least(name, key, door.needs):
                continue
            every = things[key].filled(door)
            for address, named in (every[0], every[-1]) if len(every) > 1 else every:
                response = opened(client, address, door)
                assert bare(response, named) == missing, (name, key, address, degree(name, key))


@pytest.mark.parametrize("name", OFFICERS)
def test_who_reads_content_opens_the_page_and_finds_no_denouncer(
    world: World, things: dict[str, Things], name: str
) -> None:
    who = world.people[name]
    client = browser(who)
    for key in MATTERS:
        if not at_least(name, key, "line"):
            continue
        reads = at_least(name, key, "content")
        made = world.matters[key]
        expected = 200 if reads and who.role in READERS else 404
        assert opened(client, f"don/{made.code}/").status_code == expected, (name, key)
        if reads and made.case_id and who.role in READERS:
            assert opened(client, f"vu-viec/{made.code}/").status_code == 200, (name, key)
        if key not in SEALED or at_least(name, key, "identity"):
            continue
        for door in DOORS:
            if door.data is None and at_least(name, key, door.needs):
                for address, _ in things[key].filled(door):
                    text = text_of(opened(client, address))
                    assert not reveals(text, made), (name, key, address)


@pytest.mark.parametrize("name", OFFICERS)
def test_lists_show_a_line_to_whom_it_belongs_and_nothing_else(world: World, name: str) -> None:
    who = world.people[name]
    client = browser(who)
    with owner() as connection:
        books = connection.execute("SELECT id FROM documents_register").fetchall()
    pages = {path: text_of(opened(client, path)) for path in (*LISTS, *(f"so/?so={row[0]}" for row in books))}
    for key in MATTERS:
        made = world.matters[key]
        for path, text in pages.items():
            shown = made.code in text or made.reception_code in text
            assert not shown or at_least(name, key, "line"), (name, key, path)
            if not at_least(name, key, "content"):
                assert WORDS[key] not in text, (name, key, path)
                assert not reveals(text, made), (name, key, path)
            if key in SEALED:
                assert not reveals(text, made), (name, key, path)
                assert WORDS[key] not in text, (name, key, path)
        if who.role in READERS:
            assert (made.code in pages["don/"]) == at_least(name, key, "line"), (name, key)


@pytest.mark.parametrize("name", OFFICERS)
def test_search_finds_by_code_from_line_on_and_by_words_from_content_on(world: World, name: str) -> None:
    who = world.people[name]
    client = browser(who)

    def found(query: str) -> bytes:
        return bare(client.get(f"{DESK}/tim/", {"q": query}), {"query": query})  # type: ignore[arg-type]

    nothing = found("qqqzzz")
    for key in MATTERS:
        made = world.matters[key]
        # Of a sealed matter only the code and what was released redacted is searched, and never a name.
        words = at_least(name, key, "content") and (key not in SEALED or key == "denunciation_case")
        asked = {
            made.code: at_least(name, key, "line"), WORDS[key]: words,
            NAMES[key]: at_least(name, key, "content") and key not in SEALED,
        }  # fmt: skip
        for piece in pieces_of(key)[1:]:
            asked[piece] = False
        for query, expected in asked.items():
            answer = found(query)
            if expected and who.role in READERS:
                assert made.code.encode() in answer or b"NAMED" in answer, (name, key, query)
                assert answer != nothing, (name, key, query)
            else:
                assert answer == nothing, (name, key, query)


@pytest.mark.parametrize("name", OFFICERS)
def test_the_hint_of_repeats_says_only_the_lawful_minimum(world: World, name: str) -> None:
    client = browser(world.people[name])
    for key in MATTERS:
        made = world.matters[key]
        text = text_of(opened(client, "trung-lap/", Door("", data={"content": fold(STORIES[key])})))
        assert not reveals(text, made), (name, key)
        if not at_least(name, key, "content"):
            assert made.code not in text, (name, key)
            assert WORDS[key] not in text, (name, key)
            if key in SEALED:
                empty = opened(
                    client, "trung-lap/", Door("", data={"content": "Nội dung hoàn toàn khác về việc cấp nước sạch."})
                )
                assert bare(empty, {}) == bare(
                    opened(client, "trung-lap/", Door("", data={"content": fold(STORIES[key])})), {}
                )


def test_the_identity_is_shown_to_the_holder_of_an_opening_and_recorded(world: World) -> None:
    made, who = world.matters["denunciation_case"], world.people["handler"]
    assert who.actor is not None
    shown = opened(browser(who), f"don/{made.code}/danh-tinh/", Door("", data={}))
    assert set(reveals(text_of(shown), made)) == set(pieces_of(made.key))
    with acting(who.actor):
        assert Entry.objects.filter(act="identity.opened", matter_id=made.matter_id, actor_id=who.user_id).exists()
    asked = Door("", data={"reason": "Cần biết ai đã gửi đơn này"})
    refused = opened(browser(world.people["clerk"]), f"don/{made.code}/danh-tinh/", asked)  # content, not assigned
    assert refused.status_code == 409
    assert not reveals(text_of(refused), made)


@pytest.mark.parametrize("name", CLIENTS)
def test_the_interface_answers_systems_as_the_oracle_says(world: World, things: dict[str, Things], name: str) -> None:
    who = world.people[name]
    assert who.caller is not None
    lists = {path: text_of(who.caller.get(path)) for path in API_LISTS}
    for key in MATTERS:
        made = world.matters[key]
        for door in API_DOORS:
            path, named = absent(door)
            missing = bare(who.caller.get(path), named)
            for address, named in things[key].filled(door):
                response = who.caller.get(address)
                if at_least(name, key, door.needs):
                    assert key not in SEALED or not reveals(text_of(response), made), (name, key, address)
                else:
                    assert bare(response, named) == missing, (name, key, address)
        if at_least(name, key, "content"):
            assert who.caller.get(f"/submissions/{made.code}").status_code == 200
        for path, text in lists.items():
            assert not reveals(text, made) or (key not in SEALED and at_least(name, key, "content")), (name, key, path)
            assert at_least(name, key, "line") or (made.code not in text and made.reception_code not in text), (
                key,
                path,
            )
        assert (made.code in lists["/submissions"]) == at_least(name, key, "line"), (name, key)


def test_the_citizen_follows_the_own_matter_and_the_stranger_none(world: World, things: dict[str, Things]) -> None:
    def looked_up(code: str, pin: str) -> tuple[Client, HttpResponse]:
        client = Client()
        return client, client.post("/tra-cuu/", {"ma": code, "pin": pin}, follow=True)  # type: ignore[return-value]

    unknown = absent(Door("{code}"))[0]
    missing = bare(looked_up(unknown, "123456")[1], {"code": unknown})
    for key, made in world.matters.items():
        client, response = looked_up(made.code, made.pin)
        assert response.redirect_chain, key  # type: ignore[attr-defined]
        assert made.code in text_of(response)
        assert key not in SEALED or not reveals(text_of(response), made)
        wrong = f"{(int(made.pin) + 1) % 1_000_000:06d}"
        assert bare(looked_up(made.code, wrong)[1], {"code": made.code}) == missing
        for other in world.matters:
            for name, data in (("van-ban/{paper}/", None), ("da-nhan/{delivery}/", {"received_on": "01/07/2026"})):
                door = Door(name, data=data)
                path, named = absent(door)
                gone = bare(_citizen(client, path, door), named)
                for address, named in things[other].filled(door) if other != key else []:
                    assert bare(_citizen(client, address, door), named) == gone, (key, other, address)


def _citizen(client: Client, path: str, door: Door) -> HttpResponse:
    address = f"/tra-cuu/don/{path}"
    return client.get(address) if door.data is None else client.post(address, door.data)  # type: ignore[return-value]


def test_no_row_and_no_file_shows_a_denouncer(world: World) -> None:
    with owner() as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for key in SEALED:
            for piece in pieces_of(key):
                for (table,) in tables:
                    held = connection.execute(
                        f'SELECT 1 FROM "{table}" t WHERE t::text ILIKE %s LIMIT 1'.encode(), (f"%{piece}%",)
                    )
                    assert held.fetchone() is None, (key, piece, table)
    files = [path for path in Path(settings.HOME.files).rglob("*") if path.is_file()]
    assert files
    for path in files:
        if not path.name.startswith("sealed-"):
            continue
        data = path.read_bytes()
        assert not data.startswith((b"%PDF", b"PK")), path.name
        assert not any(piece.encode() in data for key in SEALED for piece in pieces_of(key)), path.name

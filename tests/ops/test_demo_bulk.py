"""The demo in bulk: retold rows agree with each other, the record's chain is whole, nothing foreign is filled."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tiepdan.deadlines.paths import rules_path
from tiepdan.infra.embedded import stop
from tiepdan.infra.home import Home
from tiepdan.infra.rowlevel import OWNER
from tiepdan.infra.seal import load_ring
from tiepdan.ops.environment import Installation

SUBMISSIONS, AGENCIES = 260, 400
Database = psycopg.Connection[tuple[object, ...]]


def tiepdan(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TIEPDAN_")}
    environment = {**kept, "TIEPDAN_HOME": str(home)}
    command = [sys.executable, "-m", "tiepdan.ops.cli", *arguments]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bulk")
    done = tiepdan(folder, "demo", "--submissions", str(SUBMISSIONS), "--told", "30", "--agencies", str(AGENCIES))
    assert done.returncode == 0, done.stderr[-2000:]
    assert "100%" in done.stdout
    return folder


@pytest.fixture(scope="module")
def stored(home: Path) -> Iterator[Database]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("TIEPDAN_DATABASE_URL", "TIEPDAN_OWNER_DATABASE_URL"):
            patch.delenv(name, raising=False)
        installation = Installation(home=Home(home), demo=True, port=8000)
        process = installation.server.start()
        try:
            with psycopg.connect(installation.address(OWNER), autocommit=True) as owner:
                yield owner
        finally:
            stop(process)


def rows(stored: Database, statement: str) -> list[tuple[object, ...]]:
    return stored.execute(statement.encode()).fetchall()


def test_there_are_as_many_as_asked_for(stored: Database) -> None:
    assert rows(stored, "SELECT count(*) FROM submissions_submission") == [(SUBMISSIONS,)]
    assert rows(stored, "SELECT count(*) FROM agencies_agency") == [(AGENCIES,)]


def test_no_two_texts_are_alike_but_the_told_repeats(stored: Database, home: Path) -> None:
    found = rows(
        stored, "SELECT count(*), count(DISTINCT content) FROM submissions_submission WHERE kind <> 'denunciation'"
    )
    # Of the few stories told through the acts two may end in the same words; none of those filled in bulk does.
    total, distinct = (int(str(number)) for number in found[0])
    assert total - distinct <= 2
    pairs = [line.split("\t") for line in (home / "demo-repeats.tsv").read_text(encoding="utf-8").splitlines()]
    codes = {str(row[0]) for row in rows(stored, "SELECT code FROM submissions_submission")}
    assert pairs
    assert all(code in codes and earlier in codes and code != earlier for code, earlier in pairs)


def test_registers_have_no_gap_and_end_where_they_say(stored: Database) -> None:
    wrong = rows(
        stored,
        "SELECT r.id FROM documents_register r LEFT JOIN documents_registernumber n ON n.register_id = r.id"
        " GROUP BY r.id HAVING count(n.id) <> r.last_number OR coalesce(max(n.number), 0) <> r.last_number",
    )
    assert wrong == []
    shown = rows(
        stored,
        "SELECT p.id FROM matters_participation p WHERE p.register_number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
        " documents_registernumber n WHERE n.matter_id = p.matter_id AND n.agency_path = p.agency_path"
        " AND n.number = p.register_number)",
    )
    assert shown == []


def test_each_line_shows_its_nearest_limit(stored: Database) -> None:
    wrong = rows(
        stored,
        "SELECT p.id FROM matters_participation p WHERE p.due_on IS DISTINCT FROM (SELECT min(c.rolled_due_on) FROM"
        " matters_clock c WHERE c.matter_id = p.matter_id AND c.agency_id = p.agency_id AND c.status = 'open')",
    )
    assert wrong == []


def test_a_place_is_whole_agency_path_and_people_agree(stored: Database) -> None:
    wrong = rows(
        stored,
        "SELECT p.id FROM matters_participation p JOIN agencies_agency a ON a.id = p.agency_id WHERE a.path <> p.agency_path",
    )
    assert wrong == []
    strangers = rows(
        stored,
        "SELECT x.id FROM matters_assignment x WHERE NOT EXISTS (SELECT 1 FROM accounts_post p WHERE p.user_id = x.user_id"
        " AND p.agency_id = x.agency_id)",
    )
    assert strangers == []


def test_envelopes_open_for_their_own_row(stored: Database, home: Path) -> None:
    ring = load_ring(Home(home))
    found = rows(
        stored,
        "SELECT id, encode(envelope, 'hex') FROM submissions_party WHERE envelope IS NOT NULL ORDER BY id DESC LIMIT 50",
    )
    held = [json.loads(ring.open(envelope=bytes.fromhex(str(text)), bound_to=f"party:{key}")) for key, text in found]
    assert len({one["number"] for one in held}) > 1


def test_every_sealed_person_shows_nothing(stored: Database) -> None:
    assert rows(stored, "SELECT id FROM submissions_party WHERE sealed AND (name <> '' OR envelope IS NOT NULL)") == []


def test_triggers_and_keys_are_back(stored: Database) -> None:
    assert rows(stored, "SELECT tgname FROM pg_trigger WHERE tgenabled = 'D'") == []
    missing = rows(
        stored,
        "SELECT conname FROM pg_constraint WHERE contype = 'f' AND NOT convalidated"
        " UNION ALL SELECT 'none' WHERE NOT EXISTS (SELECT 1 FROM pg_constraint WHERE contype = 'f'"
        " AND conrelid = 'submissions_party'::regclass)",
    )
    assert missing == []
    assert rows(stored, "SELECT 1 FROM pg_indexes WHERE indexname IN ('sketch_smallest', 'search_words')") == [
        (1,),
        (1,),
    ]


# KN-5
def test_a_changed_rule_is_tried_on_all_of_it_and_nothing_is_written(
    stored: Database, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "rules"
    shutil.copytree(rules_path(), folder)
    changed = folder / "deadlines" / "complaint.yaml"
    text = changed.read_text(encoding="utf-8")
    assert "{days: 30, complex_days: 45, remote_days: 45," in text
    changed.write_text(
        text.replace("{days: 30, complex_days: 45, remote_days: 45,", "{days: 33, complex_days: 45, remote_days: 45,"),
        encoding="utf-8",
    )
    count = "SELECT count(*), max(id) FROM audit_entry"
    before = rows(stored, count)
    done = tiepdan(home, "rules", "try", str(folder), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert {one["id"] for one in answer["rules"]} == {"KN-5"}
    asked = "SELECT count(*) FROM matters_clock WHERE rule_id = 'KN-5'"
    moved = {one["code"] for one in answer["differences"] if one["rule"] == "KN-5"}
    assert 0 < len(moved) <= int(str(rows(stored, asked)[0][0]))
    assert rows(stored, count) == before
    same = tiepdan(home, "rules", "try", str(rules_path()), "--json")
    assert json.loads(same.stdout)["differences"] == []


@pytest.mark.usefixtures("stored")
def test_the_chain_of_the_record_is_whole_and_a_second_demo_is_refused(home: Path) -> None:
    checked = tiepdan(home, "audit", "verify", "--json")
    assert json.loads(checked.stdout)["faults"] == []
    again = tiepdan(home, "demo", "--submissions", "20000")
    assert again.returncode == 1
    assert "dữ liệu trống" in again.stderr or "trống" in again.stderr


def test_a_folder_half_filled_is_refused(tmp_path: Path) -> None:
    (tmp_path / "demo-filling").write_text("1", encoding="utf-8")
    for command in (["demo", "--submissions", "10000"], ["run"]):
        done = tiepdan(tmp_path, *command)
        assert done.returncode != 0
        assert "bị dừng giữa chừng" in done.stderr
        assert not (tmp_path / "database").exists()


def test_the_server_no_longer_hurries_when_the_filling_is_over(stored: Database) -> None:
    assert rows(stored, "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes')") == [
        ("on",),
        ("on",),
    ]

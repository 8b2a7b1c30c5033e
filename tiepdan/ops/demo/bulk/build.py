"""Filling a database that a demo made: plan every retelling, write in several processes, give back constraints and indexes."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random
from typing import Final

import psycopg
from psycopg import sql

from tiepdan.infra.seal import KeyRing
from tiepdan.ops.demo.bulk.patterns import NULL
from tiepdan.ops.demo.bulk.places import Place, places
from tiepdan.ops.demo.bulk.progress import Bar
from tiepdan.ops.demo.bulk.retell import Spoken, Teller
from tiepdan.ops.demo.bulk.script import NotRetold, Script, Writer
from tiepdan.ops.demo.bulk.stories import Table, read_stories, tables

TOLD: Final = 400  # submissions told by the real acts first
REPEATS: Final = 0.05  # share whose content repeats an earlier one
_CHUNK: Final = 1_000  # submissions written in one transaction
_LANES: Final = 64
_MAIN_SHARE: Final = 0.1  # share of the commune whose accounts log in: a large office's lists
_COMPUTED: Final = ("submissions_searchtext", "duplicates_sketch", "audit_entry")


@dataclass(frozen=True, slots=True)
class Retelling:
    """One retelling to be done."""

    script: int
    places: tuple[int, ...]


@dataclass
class Chunk:
    """Retellings written together, with the first ids and numbers they may use."""

    number: int
    retellings: list[Retelling]
    base: dict[str, int]
    numbers: dict[str, int] = field(default_factory=dict)  # register → last number before


@dataclass
class Job:
    """What every process knows; forked, never sent."""

    address: str
    seed: int
    ring: KeyRing
    sketch_seed: int
    columns: dict[str, list[str]]
    scripts: list[Script]
    places: list[Place]
    homes: dict[str, Place]
    chunks: list[Chunk]
    registers: dict[tuple[str, str], str]  # told register, agency → register
    processes: int
    started: datetime


_job: Job | None = None
_teller: Teller | None = None
_lanes: dict[int, tuple[int, bytes]] = {}
_connection: psycopg.Connection[tuple[object, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """What was written."""

    submissions: int
    rows: int
    repeats: int
    seconds: float


def fill(
    *, address: str, seed: int, submissions: int, ring: KeyRing, sketch_seed: int, record: Path,
    say: Callable[[str], None], processes: int | None = None,
) -> Filled:  # fmt: skip
    """Retell until so many submissions are there. Only for a database that a demo made in this very command.

    address: of the owner of the tables; record: file that names every true repeat, "code<TAB>earlier code" a line
    """
    started = datetime.now(tz=UTC)
    workers = processes or max(2, os.cpu_count() or 2)
    with psycopg.connect(address, autocommit=True) as owner:
        say("  … đọc các câu chuyện đã kể")
        told = owner.execute("SELECT count(*) FROM submissions_submission").fetchone()
        missing = submissions - (int(str(told[0])) if told else 0)
        job = _plan(owner, address, seed, missing, ring, sketch_seed, workers, started)
        names = [*job.columns, *_COMPUTED]
        put_back = _take_off(owner, names)
        global _job  # the processes are forked with it
        _job = job
        written, repeats = _write(job, record, say)
        say("  … dựng lại ràng buộc và chỉ mục")
        _settle(owner, names)
        _give_back(address, put_back, workers, say)
    spent = (datetime.now(tz=UTC) - started).total_seconds()
    return Filled(submissions=written, rows=_rows_of(job), repeats=repeats, seconds=spent)


def _plan(
    owner: psycopg.Connection[tuple[object, ...]], address: str, seed: int, submissions: int, ring: KeyRing,
    sketch_seed: int, workers: int, started: datetime,
) -> Job:  # fmt: skip
    found = tables()
    known = places()
    homes = {place.id: place for place in known}
    scripts = []
    for story in read_stories(owner, found):  # type: ignore[arg-type] # all columns are asked for as text
        try:
            scripts.append(Writer(story, found, homes, ring).script())
        except NotRetold:
            continue
    chance = Random(f"{seed} bulk")  # noqa: S311 # invented data must come out the same again
    chosen: Counter[int] = Counter()
    total = 0
    while total < submissions:
        index = chance.randrange(len(scripts))
        if total + len(scripts[index].submissions) > submissions and any(len(s.submissions) == 1 for s in scripts):
            index = next(i for i, s in enumerate(scripts) if len(s.submissions) == 1)
        chosen[index] += 1
        total += len(scripts[index].submissions)
    job = Job(
        address, seed, ring, sketch_seed, {table.name: table.columns for table in found}, scripts, known, homes, [], {},
        workers, started,
    )  # fmt: skip
    _cut_into_chunks(owner, job, chosen, chance, found)
    return job


def _cut_into_chunks(
    owner: psycopg.Connection[tuple[object, ...]], job: Job, chosen: Counter[int], chance: Random, found: list[Table]
) -> None:
    names = [table.name for table in found] + list(_COMPUTED)
    after = {name: _highest(owner, name) + 1 for name in names}
    last = _Registers(owner, job)
    order = sorted(chosen, key=lambda index: job.scripts[index].begins)
    chunk = Chunk(0, [], dict(after))
    size = 0
    for index in order:
        script = job.scripts[index]
        for _ in range(chosen[index]):
            where = tuple(_where(job, chance, len(script.agencies)))
            chunk.retellings.append(Retelling(index, where))
            size += len(script.submissions)
            for name, rows in script.counts.items():
                after[name] += rows
            for name in ("submissions_searchtext", "duplicates_sketch"):
                after[name] += len(script.submissions)
            for number in script.numbers:
                agency = job.places[where[script.agencies.index(number.agency)]].id if number.agency else ""
                last.take(chunk, number.register, agency)
            if size >= _CHUNK:
                job.chunks.append(chunk)
                chunk, size = Chunk(len(job.chunks), [], dict(after)), 0
    if chunk.retellings:
        job.chunks.append(chunk)
    last.store()


def _where(job: Job, chance: Random, wanted: int) -> list[int]:
    if not wanted:
        return []
    first = 0 if chance.random() < _MAIN_SHARE else chance.randrange(len(job.places))
    found = [first]
    while len(found) < wanted:
        other = chance.randrange(len(job.places))
        if other not in found:
            found.append(other)
    return found


class _Registers:
    """Registers of the places where stories are retold, and how far each has counted."""

    def __init__(self, owner: psycopg.Connection[tuple[object, ...]], job: Job) -> None:
        self.owner, self.job = owner, job
        rows = owner.execute(
            "SELECT id, agency_id, agency_path, book, document_type, year, last_number FROM documents_register"
        ).fetchall()
        self.kinds = {str(row[0]): row[3:6] for row in rows}
        self.known = {(str(row[1]), *row[3:6]): str(row[0]) for row in rows}
        self.last = {str(row[0]): int(str(row[6])) for row in rows}
        self.before = dict(self.last)
        self.new: list[tuple[object, ...]] = []
        self.next = count(max((int(str(row[0])) for row in rows), default=0) + 1)
        self.paths = {place.id: place.path for place in job.places}

    def take(self, chunk: Chunk, told: str, agency: str) -> None:
        register = self.job.registers.get((told, agency))
        if register is None:
            register = told if not agency else self._at(agency, self.kinds[told])
            self.job.registers[told, agency] = register
        chunk.numbers.setdefault(register, self.last[register])
        self.last[register] += 1

    def _at(self, agency: str, kind: tuple[object, ...]) -> str:
        register = self.known.get((agency, *kind))
        if register is None:
            register = str(next(self.next))
            self.known[agency, *kind] = register
            self.last[register] = 0
            self.new.append((register, agency, self.paths[agency], *kind))
        return register

    def store(self) -> None:
        """Make the registers that are missing, and let all count to where the plan ends."""
        with self.owner.cursor() as cursor, self.owner.transaction():
            with cursor.copy(
                "COPY documents_register (id, agency_id, agency_path, book, document_type, year, last_number) FROM STDIN"
            ) as copy:
                for row in self.new:
                    copy.write_row((*row, self.last[str(row[0])]))
            grown = [
                (number, int(register))
                for register, number in self.last.items()
                if self.before.get(register, number) != number
            ]
            cursor.executemany("UPDATE documents_register SET last_number = %s WHERE id = %s", grown)


def _highest(owner: psycopg.Connection[tuple[object, ...]], table: str) -> int:
    row = owner.execute(sql.SQL("SELECT coalesce(max(id), 0) FROM {}").format(sql.Identifier(table))).fetchone()
    return int(str(row[0])) if row else 0


def _take_off(owner: psycopg.Connection[tuple[object, ...]], names: Sequence[str]) -> list[str]:
    """Drop foreign keys and plain indexes and switch triggers off; returns the statements that bring them back."""
    later: list[str] = []
    for table in names:
        keys = owner.execute(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'f'",
            [table],
        ).fetchall()
        for name, definition in keys:
            owner.execute(
                sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(sql.Identifier(table), sql.Identifier(str(name)))
            )
            later.append(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {definition}')
        found = owner.execute(
            "SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
            " WHERE i.indrelid = %s::regclass AND NOT i.indisunique"
            " AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)",
            [table],
        ).fetchall()
        for name, definition in found:
            owner.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(str(name))))
            later.append(str(definition))
        owner.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(sql.Identifier(table)))
        later.append(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
    return later


def _give_back(address: str, later: list[str], workers: int, say: Callable[[str], None]) -> None:
    """Bring back indexes first (they serve the checks), several at once, then triggers, then foreign keys."""
    indexes = sorted((line for line in later if line.startswith("CREATE")), key=lambda line: " gin " not in line)
    rest = [line for line in later if " TRIGGER " in line]
    keys = [line for line in later if " ADD CONSTRAINT " in line]
    bar = Bar(len(later), "chỉ mục, ràng buộc", say)

    def run(line: str) -> None:
        with psycopg.connect(address, autocommit=True) as own:
            own.execute("SET maintenance_work_mem = '1GB'")
            own.execute("SET max_parallel_maintenance_workers = 2")
            own.execute(line.encode())  # a definition that the database wrote itself
        bar.add(1)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(run, indexes))
    for line in [*rest, *keys]:
        run(line)
    with psycopg.connect(address, autocommit=True) as own:
        own.execute("VACUUM (ANALYZE)")
    bar.end()


def _write(job: Job, record: Path, say: Callable[[str], None]) -> tuple[int, int]:
    context = multiprocessing.get_context("fork")
    turn = context.Value("i", 0)
    total = sum(len(job.scripts[one.script].submissions) for chunk in job.chunks for one in chunk.retellings)
    bar = Bar(total, "đơn", say)
    repeats = 0
    with record.open("w", encoding="utf-8") as out, context.Pool(job.processes, _begin, (turn,)) as pool:
        for size, pairs in pool.imap_unordered(_write_chunk, range(len(job.chunks))):
            out.writelines(f"{code}\t{earlier}\n" for code, earlier in pairs)
            repeats += len(pairs)
            bar.add(size)
    bar.end()
    return total, repeats


def _begin(turn: object) -> None:
    global _teller, _connection  # one of each for this process
    job = _the_job()
    with turn.get_lock():  # type: ignore[attr-defined] # multiprocessing.Value
        mine = turn.value  # type: ignore[attr-defined]
        turn.value += 1  # type: ignore[attr-defined]
    _teller = Teller(Random(f"{job.seed} bulk {mine}"), job.ring, job.sketch_seed, REPEATS)  # noqa: S311
    _connection = psycopg.connect(job.address)
    for lane, seq, last in _connection.execute("SELECT lane, seq, hash FROM audit_head").fetchall():
        if int(str(lane)) % job.processes == mine:
            _lanes[int(str(lane))] = (int(str(seq)), bytes(last))  # type: ignore[call-overload] # bytea
    _connection.commit()


def _the_job() -> Job:
    if _job is None:
        raise RuntimeError("no job")
    return _job


def _write_chunk(number: int) -> tuple[int, list[tuple[str, str]]]:
    """Write one chunk in one transaction; returns how many submissions, and which repeat which."""
    job, connection, teller = _the_job(), _connection, _teller
    if connection is None or teller is None:
        raise RuntimeError("not begun")
    chunk = job.chunks[number]
    teller.chance.seed(f"{job.seed} bulk chunk {number}")
    teller.said.clear()
    lane = sorted(_lanes)[number % len(_lanes)]
    row = connection.execute("SELECT pg_current_xact_id()::text").fetchone()
    out = _Out(job, teller, dict(chunk.base), dict(chunk.numbers), lane, str(row[0]) if row else "0")
    for retelling in chunk.retellings:
        out.tell(retelling)
    with connection.cursor() as cursor:
        for table, columns in job.columns.items():
            _copy(cursor, table, columns, out.rows[table])
        _copy(cursor, "submissions_searchtext", ["id", "matter_id", "words"], out.search)
        _copy(
            cursor,
            "duplicates_sketch",
            ["id", "submission_id", "matter_id", "hashes", "size", "attacked_hash"],
            out.sketches,
        )
        _copy(cursor, "audit_entry", _ENTRY_COLUMNS, out.entries)
        cursor.execute("UPDATE audit_head SET seq = %s, hash = %s WHERE lane = %s", [out.seq, out.hash, lane])
    connection.commit()
    _lanes[lane] = (out.seq, out.hash)
    return out.submissions, out.pairs


_ENTRY_COLUMNS: Final = [
    "id", "at", "recorded_at", "xact", "lane", "seq", "prev_hash", "hash", "act", "actor_id", "actor_name", "actor_role",
    "actor_unit", "agency_path", "matter_id", "subject", "before", "after", "reason", "rule",
]  # fmt: skip


def _copy(cursor: psycopg.Cursor[tuple[object, ...]], table: str, columns: Sequence[str], rows: list[str]) -> None:
    if not rows:
        return
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    with cursor.copy(sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)) as copy:
        copy.write("".join(rows))


class _Out:
    """Rows of one chunk as text for COPY."""

    def __init__(
        self, job: Job, teller: Teller, base: dict[str, int], numbers: dict[str, int], lane: int, xact: str
    ) -> None:
        self.job, self.teller, self.base, self.numbers, self.lane, self.xact = job, teller, base, numbers, lane, xact
        self.rows: dict[str, list[str]] = defaultdict(list)
        self.search: list[str] = []
        self.sketches: list[str] = []
        self.entries: list[str] = []
        self.seq, self.hash = _lanes[lane]
        self.submissions = 0
        self.pairs: list[tuple[str, str]] = []
        self.codes: dict[str, str] = {}
        self.at = datetime.now(tz=UTC)

    def tell(self, retelling: Retelling) -> None:
        """Add one retelling."""
        job = self.job
        script = job.scripts[retelling.script]
        where = [job.places[place] for place in retelling.places]
        numbers = []
        for one in script.numbers:
            agency = where[script.agencies.index(one.agency)].id if one.agency else ""
            register = job.registers[one.register, agency]
            self.numbers[register] += 1
            numbers.append((register, self.numbers[register]))
        values, spoken = self.teller.tell(script, where, self.base, numbers)
        for name, pattern, rows in script.tables:
            self.rows[name].append(pattern.fill(values))
            self.base[name] += rows
        for said in spoken:
            self._say(said)
        for entry in script.entries:
            self._record(entry, values)

    def _say(self, one: Spoken) -> None:
        self.submissions += 1
        self.codes[one.id] = one.code
        if one.repeats:
            self.pairs.append((one.code, self.codes[one.repeats]))
        self.search.append(f"{self.base['submissions_searchtext']}\t{one.matter}\t{one.search}\n")
        self.base["submissions_searchtext"] += 1
        if one.sketch or one.attacked is not None:
            hashes = ",".join(map(str, one.sketch.hashes)) if one.sketch else ""
            attacked = NULL if one.attacked is None else one.attacked
            self.sketches.append(
                f"{self.base['duplicates_sketch']}\t{one.id}\t{one.matter}\t{{{hashes}}}\t{one.sketch.size if one.sketch else 0}"
                f"\t{attacked}\n"
            )
        self.base["duplicates_sketch"] += 1

    def _record(self, entry: tuple[str, object, object, str], values: list[str]) -> None:
        at, raw, copied, epoch = entry
        self.at += timedelta(microseconds=1)
        micro = (self.at - _EPOCH) // timedelta(microseconds=1)
        seconds = f"{micro // 1_000_000}.{micro % 1_000_000:06d}"
        self.seq += 1
        before = self.hash
        content = "\x1f".join((str(self.seq), epoch, seconds, raw.fill(values), self.xact))  # type: ignore[attr-defined]
        self.hash = sha256(before + content.encode()).digest()
        number = self.base["audit_entry"]
        self.base["audit_entry"] += 1
        self.entries.append(
            f"{number}\t{at}\t{self.at.isoformat(sep=' ')}\t{self.xact}\t{self.lane}\t{self.seq}\t\\\\x{before.hex()}"
            f"\t\\\\x{self.hash.hex()}\t{copied.fill(values)}\n"  # type: ignore[attr-defined]
        )


_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _settle(owner: psycopg.Connection[tuple[object, ...]], names: Sequence[str]) -> None:
    """Let sequences go on after the last row."""
    for name in [*names, "documents_register"]:
        owner.execute(
            sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), (SELECT coalesce(max(id), 1) FROM {}))").format(
                sql.Literal(name), sql.Identifier(name)
            )
        )


def _rows_of(job: Job) -> int:
    return sum(sum(job.scripts[one.script].counts.values()) for chunk in job.chunks for one in chunk.retellings)

"""A told story made ready for retelling: one pattern a table, and what each retelling must supply."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Final

from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.seal import KeyRing
from tiepdan.ops.demo.bulk.patterns import NULL, Marks, Pattern, Slot, Slots, in_copy
from tiepdan.ops.demo.bulk.places import Place
from tiepdan.ops.demo.bulk.stories import Cells, Story, Table

_SUBMISSIONS: Final = "submissions_submission"
_NUMBERS: Final = "documents_registernumber"
_PAPERS: Final = "documents_paper"
_PARTIES: Final = "submissions_party"
_ENTRIES: Final = "audit_entry"
# Envelopes are bound to a row: which prefix and column name it.
_BOUND: Final = {
    (_PARTIES, "envelope"): ("party", "id", _PARTIES),
    ("submissions_sealedidentity", "envelope"): ("sealed", "party_id", _PARTIES),
    ("reception_visitor", "envelope"): ("visitor", "id", "reception_visitor"),
    (_PAPERS, "sealed_values"): ("paper", "id", _PAPERS),
}
_SUBJECTS: Final = {
    "submission": _SUBMISSIONS, "matter": "matters_matter", "case": "cases_case", "paper": _PAPERS,
    "reception": "reception_reception", "number": _NUMBERS, "opening": "submissions_opening",
    "proposal": "routing_proposal", "urging": "cases_urging", "transfer": "routing_transfer", "guide": "matters_matter",
    "forward": "matters_matter", "return": "matters_matter",
}  # fmt: skip
_NAMED: Final = {
    "paper": _PAPERS, "note": "cases_note", "obligation": "cases_obligation", "transfer": "routing_transfer",
    "earlier": _SUBMISSIONS, "same_as": "matters_matter",
}  # fmt: skip
_SUBJECT: Final = re.compile(r"^([a-z]+):(\d+)$")
_HOLE: Final = re.compile(r'"⟦(\d+)⟧"')
_OPENS_LIKE: Final = re.compile(r"^[{\[]")


class NotRetold(TiepdanError):
    """A story holds something that cannot be retold; it is left out."""


@dataclass
class Numbered:
    """One number given out by a register."""

    agency: str
    register: str


@dataclass
class Told:
    """One submission of the story: what its retelling must be like."""

    kind: str
    sealed: bool
    received_on: str
    people: int
    part: bool  # split from another one
    author: int | None  # index of the person
    matter: int  # index among the story's matters
    code: str  # of its public code among the story's codes


@dataclass
class Script:
    """A story ready for retelling."""

    begins: str
    submissions: list[Told]
    people: list[dict[str, str]]
    agencies: list[str]  # that are replaced
    users: list[tuple[str, str, int, int]]  # id, role, place among its role, index of the agency
    numbers: list[Numbered]
    codes: int
    slots: list[Slot]
    tables: list[tuple[str, Pattern, int]]  # name, pattern of all rows, how many
    entries: list[tuple[str, Pattern, Pattern, str]]  # what is hashed, what is copied, epoch
    seals: list[tuple[str, str, str, Pattern]]  # slot's name, prefix, slot of the row it is bound to, what it holds
    counts: dict[str, int] = field(default_factory=dict)
    ids: list[tuple[int, str, int]] = field(default_factory=list)  # place of the slot, table, row
    others: list[tuple[int, str, str, str]] = field(default_factory=list)  # place of the slot, kind, what, mode
    sealed_at: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the slots by how they are filled."""
        for place, (kind, what, mode) in enumerate(self.slots):
            if kind == "id":
                table, k = what.split(":")
                self.ids.append((place, table, int(k)))
            elif kind == "seal":
                self.sealed_at[what] = place
            else:
                self.others.append((place, kind, what, mode))


class Writer:
    """Makes a script from a story."""

    def __init__(self, story: Story, found: list[Table], places: dict[str, Place], ring: KeyRing) -> None:
        self.story, self.found, self.places, self.ring = story, found, places, ring
        self.slots, self.marks = Slots(), Marks()
        self.ids = {
            (table.name, str(row["id"])): f"{table.name}:{k}"
            for table in found
            for k, row in enumerate(story.rows[table.name])
        }
        self.people: list[dict[str, str]] = []
        self.agencies: list[str] = []
        self.users: dict[str, tuple[str, str, int, int]] = {}
        self.opened: dict[tuple[str, str, int], str] = {}
        self.codes: dict[str, int] = {}
        self.seals: list[tuple[str, str, str, Pattern]] = []
        self.registers = {str(row["id"]): str(row["register_id"]) for row in story.rows[_NUMBERS]}

    def script(self) -> Script:
        """Make it. Raises NotRetold."""
        self._open()
        self._mark()
        tables = []
        for table in self.found:
            rows = self.story.rows[table.name]
            pieces = [self._row(table, k, row) for k, row in enumerate(rows)]
            if pieces:
                whole: list[str | Slot] = [piece for row in pieces for piece in [*row, "\n"]]
                tables.append((table.name, self.slots.pattern(whole), len(rows)))
        entries = [self._entry(row) for row in self.story.rows[_ENTRIES]]
        told = [self._told(row) for row in self.story.submissions]
        numbers = [self._numbered(row) for row in self.story.rows[_NUMBERS]]
        counts = {name: count for name, _, count in tables} | {_ENTRIES: len(entries)}
        return Script(
            self.story.begins, told, self.people, self.agencies, list(self.users.values()), numbers, len(self.codes),
            list(self.slots.places), tables, entries, self.seals, counts,
        )  # fmt: skip

    def _open(self) -> None:
        """Open every envelope, so that what it holds is told anew."""
        for table in self.found:
            for k, row in enumerate(self.story.rows[table.name]):
                for column in table.bytes:
                    bound = _BOUND.get((table.name, column))
                    if row[column] is None or bound is None:
                        continue
                    data = bytes.fromhex(str(row[column])[2:])
                    plain = self.ring.open(envelope=data, bound_to=f"{bound[0]}:{row[bound[1]]}").decode()
                    self.opened[table.name, column, k] = plain
                    if table.name != _PAPERS:
                        self._meet(json.loads(plain), str(row.get("name") or ""))

    def _meet(self, held: dict[str, str], name: str) -> int:
        """Note a person once, by number or name; returns the index."""
        name = held.get("name", "") or name
        for index, one in enumerate(self.people):
            if (held.get("number") and one.get("number") == held["number"]) or (name and one.get("name") == name):
                one |= {key: value for key, value in {**held, "name": name}.items() if value}
                return index
        self.people.append({key: str(value) for key, value in {**held, "name": name}.items() if value})
        return len(self.people) - 1

    def _mark(self) -> None:
        for k, row in enumerate(self.story.submissions):
            for column in ("content", "demands", "earlier_handling", "summary", "attacked_number"):
                self.marks.add(str(row[column] or ""), "text", f"{column}:{k}")
            if row["kind"] == "denunciation":
                self.marks.add(str(row["respondent_name"] or ""), "text", f"denounced:{k}")
        for person, one in enumerate(self.people):
            if "original" in one:
                self.marks.add(one["original"], "text", "content:0")
            for attribute in ("name", "number", "address", "phone"):
                self.marks.add(one.get(attribute, ""), "person", f"{attribute}:{person}")
        for table in self.found:
            if "code" in table.columns:
                for row in self.story.rows[table.name]:
                    self._code(str(row["code"] or ""))
            for row in self.story.rows[table.name]:
                for column, target in table.refers.items():
                    if target == "agency" and row[column] in self.places and row[column] not in self.agencies:
                        self.agencies.append(str(row[column]))
        for agency in self.agencies:
            place = self.places[agency]
            self.marks.add(place.head_title, "ahead", agency)
            self.marks.add(place.name, "aname", agency)
            for role, staff in place.staff.items():
                for at, (user, name) in enumerate(staff):
                    self.users[user] = (user, role, at, self.agencies.index(agency))
                    self.marks.add(name, "uname", user)
        for k, row in enumerate(self.story.rows[_NUMBERS]):
            subject = str(row["subject"])
            for paper in self.story.rows[_PAPERS]:
                if subject == f"paper:{paper['id']}" and paper["symbol"]:
                    shown = f"{int(str(row['number'])):02d}/{paper['symbol']}"
                    self.marks.add(shown, "numf", f"{k}:{paper['symbol']}")
        self.marks.close()

    def _code(self, code: str) -> None:
        if len(code) > 8 and code not in self.codes:
            self.codes[code] = len(self.codes)
            self.marks.add(code, "code", str(self.codes[code]))

    def _row(self, table: Table, k: int, row: Cells) -> list[str | Slot]:
        pieces: list[str | Slot] = []
        for column in table.columns:
            if pieces:
                pieces.append("\t")
            pieces += self._cell(table, k, row, column)
        return pieces

    def _cell(self, table: Table, k: int, row: Cells, column: str) -> list[str | Slot]:
        value = row[column]
        if column == "id":
            return [("id", f"{table.name}:{k}", "plain")]
        if value is None or column == "request_key":
            return [NULL]
        if column in table.refers:
            return [self._reference(table.refers[column], value)]
        if column in table.bytes:
            return [self._sealed(table, k, row, column)]
        if column == "agency_path":
            owner = next((one for one in self.agencies if self.places[one].path == value), "")
            return [("apath", owner, "plain") if owner else in_copy(value)]
        number = self._number(table, row, column)
        if number:
            return [number]
        subject = self._subject(value)
        if subject:
            return subject
        return self.marks.cut(value, as_json=column in table.json, mode="json" if column in table.json else "copy")

    def _reference(self, target: str, value: str) -> str | Slot:
        if target == "agency":
            return ("aid", value, "plain") if value in self.agencies else value
        if target == "user":
            return ("uid", value, "plain") if value in self.users else value
        known = self.ids.get((target, value))
        return ("id", known, "plain") if known else NULL if target != "documents_storedfile" else value

    def _sealed(self, table: Table, k: int, row: Cells, column: str) -> str | Slot:
        if column == "pin_hash":
            return ("pin", str(k), "plain")
        if column == "number_hash":
            plain = json.loads(self.opened[table.name, "envelope", k])
            return ("nhash", str(self._meet(plain, str(row["name"] or ""))), "plain")
        bound = _BOUND.get((table.name, column))
        if bound is None:
            raise NotRetold(f"{table.name}.{column}")
        prefix, by, target = bound
        name = f"{table.name}:{column}:{k}"
        holds = self.slots.pattern(self.marks.cut(self.opened[table.name, column, k], as_json=True, mode="inner"))
        self.slots.place(("id", self.ids[target, str(row[by])], "plain"))
        self.seals.append((name, prefix, self.ids[target, str(row[by])], holds))
        return ("seal", name, "plain")

    def _number(self, table: Table, row: Cells, column: str) -> Slot | None:
        """The slot of a column that repeats a number given out."""
        wanted = {
            (_NUMBERS, "number"): None, (_PAPERS, "number"): f"paper:{row['id']}",
            ("reception_reception", "number"): f"reception:{row['id']}", ("matters_participation", "register_number"): "",
        }.get((table.name, column), "no")  # fmt: skip
        if (table.name, column) == (_NUMBERS, "register_id"):
            return ("reg", str(self.story.rows[_NUMBERS].index(row)), "plain")
        if wanted == "no":
            return None
        for k, given in enumerate(self.story.rows[_NUMBERS]):
            if wanted is None:
                if given is row:
                    return ("num", str(k), "plain")
            elif wanted:
                if given["subject"] == wanted:
                    return ("num", str(k), "plain")
            elif (
                str(given["subject"]).startswith("submission:")
                and given["matter_id"] == row["matter_id"]
                and given["agency_path"] == row["agency_path"]
                and given["number"] == row[column]
            ):
                return ("num", str(k), "plain")
        raise NotRetold(f"{table.name}.{column}")

    def _subject(self, value: str) -> list[str | Slot] | None:
        match = _SUBJECT.match(value)
        known = self.ids.get((_SUBJECTS.get(match[1], ""), match[2])) if match else None
        return [f"{match[1]}:", ("id", known, "plain")] if match and known else None

    def _entry(self, row: Cells) -> tuple[str, Pattern, Pattern, str]:
        raw: list[str | Slot] = []
        copied: list[str | Slot] = []
        for place, column in enumerate(
            ("act", "actor_id", "actor_name", "actor_role", "actor_unit", "agency_path", "matter_id", "subject", "before",
             "after", "reason", "rule")
        ):  # fmt: skip
            pieces = self._entry_cell(row, column)
            raw += ["\x1f"] * (place > 0) + pieces
            copied += ["\t"] * (place > 0) + [
                in_copy(piece) if isinstance(piece, str) else (piece[0], piece[1], "copy" if piece[2] == "plain" else "json")
                for piece in pieces
            ]  # fmt: skip
        return str(row["at"]), self.slots.pattern(raw), self.slots.pattern(copied), str(row["epoch"])

    def _entry_cell(self, row: Cells, column: str) -> list[str | Slot]:
        value = str(row[column] if row[column] is not None else "")
        if column == "actor_id":
            return [self._reference("user", value)]
        if column == "matter_id":
            return [("id", self.ids["matters_matter", value], "plain")]
        if column == "agency_path":
            owner = next((one for one in self.agencies if self.places[one].path == value), "")
            return [("apath", owner, "plain") if owner else value]
        if column == "subject":
            return self._subject(value) or [value]
        if column in {"before", "after"} and _OPENS_LIKE.match(value):
            return self._values(json.loads(value), str(row["subject"]))
        return self.marks.cut(value, as_json=False, mode="plain")

    def _values(self, held: dict[str, object], subject: str) -> list[str | Slot]:
        holes: list[Slot] = []

        def hole(slot: Slot) -> str:
            holes.append(slot)
            return f"⟦{len(holes) - 1}⟧"

        shown: dict[str, object] = {}
        for key, value in held.items():
            shown[key] = value
            if not isinstance(value, int) or isinstance(value, bool):
                continue
            known = self.ids.get((_NAMED.get(key, ""), str(value)))
            if known:
                shown[key] = hole(("id", known, "plain"))
            elif key == "user_id" and str(value) in self.users:
                shown[key] = hole(("uid", str(value), "plain"))
            elif key == "to" and str(value) in self.agencies:
                shown[key] = hole(("aid", str(value), "plain"))
            elif key == "number":
                for k, given in enumerate(self.story.rows[_NUMBERS]):
                    if subject in (given["subject"], f"number:{given['id']}"):
                        shown[key] = hole(("num", str(k), "plain"))
        text = json.dumps(shown, ensure_ascii=False, default=str, sort_keys=True)
        pieces: list[str | Slot] = []
        for at, piece in enumerate(_HOLE.split(text)):
            pieces += [holes[int(piece)]] if at % 2 else self.marks.cut(piece, as_json=True, mode="inner")
        return pieces

    def _told(self, row: Cells) -> Told:
        author = None
        for k, party in enumerate(self.story.rows[_PARTIES]):
            if party["submission_id"] == row["id"] and author is None:
                plain = self.opened.get((_PARTIES, "envelope", k))
                author = self._meet(json.loads(plain) if plain else {}, str(party["name"] or "")) if plain else None
        matter = next(one for one in self.story.rows["matters_matter"] if one["id"] == row["matter_id"])
        return Told(
            str(row["kind"]), matter["sealed"] in {"true", "t"}, str(row["received_on"]), int(str(row["people"])),
            row["split_from_id"] is not None, author, self.story.rows["matters_matter"].index(matter),
            str(self.codes[str(row["code"])]),
        )  # fmt: skip

    def _numbered(self, row: Cells) -> Numbered:
        owner = next((one for one in self.agencies if self.places[one].path == row["agency_path"]), "")
        return Numbered(agency=owner, register=str(row["register_id"]))

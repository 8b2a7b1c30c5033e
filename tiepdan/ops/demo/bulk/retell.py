"""Telling a story again: other people, another text, another commune, its own codes and numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Final

from tiepdan.duplicates.rules.sketch import TextSketch, hash_number, sketch_text
from tiepdan.infra.codes import ALPHABET, _check, written
from tiepdan.infra.folding import fold
from tiepdan.infra.seal import KeyRing
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo import phrases
from tiepdan.ops.demo.bulk.patterns import in_copy, in_json
from tiepdan.ops.demo.bulk.places import Place
from tiepdan.ops.demo.bulk.script import Script, Told
from tiepdan.ops.demo.people import Person, invent_person
from tiepdan.ops.demo.texts import Text, retype, write_text

_REMEMBERED: Final = 400  # texts of a process that a later one may repeat
_SUMMARY: Final = 160
_MODES: Final[dict[str, Callable[[str], str]]] = {
    "copy": in_copy,
    "json": lambda text: in_copy(in_json(text)),
    "plain": str,
    "inner": in_json,
}


@dataclass(slots=True)
class Spoken:
    """One submission as told now."""

    id: str
    matter: str
    code: str
    text: Text
    search: str  # a tsvector as text
    sketch: TextSketch | None
    attacked: int | None
    repeats: str = ""  # id of the earlier one that says the same


@dataclass
class Teller:
    """Invents what a retelling needs; one for each process."""

    chance: Random
    ring: KeyRing
    seed: int  # of sketches
    repeat_share: float
    said: dict[str, list[Spoken]] = field(default_factory=dict)
    last: Spoken | None = None

    def tell(
        self, script: Script, places: list[Place], base: dict[str, int], numbers: list[tuple[str, int]]
    ) -> tuple[list[str], list[Spoken]]:
        """Return the values of all slots, and the submissions.

        places: where it takes place now, for each of the script's agencies
        base: first id of each table; numbers: register and number for each number given out
        """
        facts = self._facts(script, places, numbers)
        spoken = [self._speak(script, k, told, places, facts, base) for k, told in enumerate(script.submissions)]
        values = [""] * len(script.slots)
        for place, table, k in script.ids:
            values[place] = str(base[table] + k)
        for place, kind, what, mode in script.others:
            values[place] = _MODES[mode](facts[kind, what]) if kind == "text" else facts[kind, what]
        for name, prefix, bound, holds in script.seals:
            table, row = bound.split(":")
            bound_to = f"{prefix}:{base[table] + int(row)}"
            envelope = self.ring.close(plain=holds.fill(values).encode(), bound_to=bound_to)
            values[script.sealed_at[name]] = _bytes(envelope)
        return values, spoken

    def _facts(self, script: Script, places: list[Place], numbers: list[tuple[str, int]]) -> dict[tuple[str, str], str]:
        facts: dict[tuple[str, str], str] = {}
        for _, kind, what, _ in script.others:
            if kind == "numf":
                given, symbol = what.split(":", 1)
                facts["numf", what] = f"{numbers[int(given)][1]:02d}/{symbol}"
        for k, (register, number) in enumerate(numbers):
            facts["num", str(k)], facts["reg", str(k)] = str(number), register
        for agency, place in zip(script.agencies, places, strict=True):
            facts["aid", agency], facts["apath", agency] = place.id, place.path
            facts["aname", agency], facts["ahead", agency] = place.name, place.head_title
        for user, role, at, agency_index in script.users:
            facts["uid", user], facts["uname", user] = places[agency_index].person_in(role, at)
        for k in range(script.codes):
            facts["code", str(k)] = self._code()
        area = places[0].area if places else "tỉnh Hoa Sen"
        on = date.fromisoformat(script.begins)
        for k, _ in enumerate(script.people):
            self._person(facts, k, invent_person(chance=self.chance, where=area, on=on))
        return facts

    def _person(self, facts: dict[tuple[str, str], str], k: int, person: Person) -> None:
        facts["person", f"name:{k}"], facts["person", f"number:{k}"] = person.name, person.number
        facts["person", f"address:{k}"], facts["person", f"phone:{k}"] = person.address, person.phone
        facts["nhash", str(k)] = _bytes(self.ring.keyed_hash(text=person.number, purpose="party-number"))

    def _code(self) -> str:
        body = "".join(self.chance.choices(ALPHABET, k=9))
        return written(body + _check(body))

    def _speak(
        self, script: Script, k: int, told: Told, places: list[Place], facts: dict[tuple[str, str], str],
        base: dict[str, int],
    ) -> Spoken:  # fmt: skip
        kind = MatterKind(told.kind)
        earlier, text = self._text(script, k, told, kind, places)
        facts["text", f"content:{k}"], facts["text", f"demands:{k}"] = text.content, text.demands
        facts["text", f"earlier_handling:{k}"] = text.earlier_handling
        facts["text", f"attacked_number:{k}"] = text.attacked_number[:60]
        facts["text", f"denounced:{k}"] = text.denounced
        line = " ".join(text.content.split())
        summary = (
            (line if len(line) <= _SUMMARY else line[:_SUMMARY].rsplit(" ", 1)[0] + "…") if told.sealed else text.title
        )
        facts["text", f"summary:{k}"] = summary
        code = facts["code", told.code]
        pin = f"{self.chance.randrange(10**6):06d}"
        facts["pin", str(k)] = _bytes(self.ring.keyed_hash(text=code + pin, purpose="pin"))
        names = [facts["person", f"name:{told.author}"]] if told.author is not None else []
        body = fold(f"{text.content}\n{text.demands}")
        words = "\n".join([code.replace("-", ""), *names, text.denounced, text.attacked_number, summary])
        spoken = Spoken(
            id=str(base["submissions_submission"] + k),
            matter=str(base["matters_matter"] + told.matter),
            code=code,
            text=text,
            search=_vector(code.replace("-", "").lower() if told.sealed else f"{fold(words)} {body}"),
            sketch=sketch_text(text=body, seed=self.seed),
            attacked=hash_number(number=text.attacked_number[:60], seed=self.seed),
            repeats=earlier.id if earlier else "",
        )
        pool = self.said.setdefault(kind, [])
        if len(pool) < _REMEMBERED:
            pool.append(spoken)
        else:
            pool[self.chance.randrange(_REMEMBERED)] = spoken
        self.last = spoken
        return spoken

    def _text(
        self, script: Script, k: int, told: Told, kind: MatterKind, places: list[Place]
    ) -> tuple[Spoken | None, Text]:
        """A text of its own, or now and then the content of an earlier one in another typist's words."""
        earlier: Spoken | None = None
        if k and not told.part and script.submissions[k - 1].kind == told.kind:
            earlier = self.last  # the story told a repeat
        elif not told.sealed and self.said.get(kind) and self.chance.random() < self.repeat_share:
            earlier = self.chance.choice(self.said[kind])
        if earlier is not None:
            held = earlier.text
            return earlier, Text(
                held.topic, held.title, retype(text=held.content, chance=self.chance), held.demands, held.earlier_handling,
                held.attacked_number, held.attacked_on, held.denounced, held.denounced_post,
            )  # fmt: skip
        topics = [topic for topic in phrases.TOPICS if topic.kind == kind] or list(phrases.TOPICS)
        topic = self.chance.choices(topics, weights=[topic.weight for topic in topics])[0]
        respondent = places[0].name if places else "cơ quan nhận đơn"
        text = write_text(
            chance=self.chance,
            topic=topic,
            respondent=respondent,
            on=date.fromisoformat(told.received_on),
            people=told.people,
        )
        return None, text


def _bytes(data: bytes) -> str:
    return f"\\\\x{data.hex()}"


def _vector(words: str) -> str:
    """Return what to_tsvector('simple', words) gives, as its text."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words.split(), 1):
        found.setdefault(word, []).append(min(place, 16383))
    return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in found.items())

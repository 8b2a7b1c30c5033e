"""Texts of submissions, put together from topics so that no two are alike unless one is meant to repeat another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from tiepdan.infra.folding import fold
from tiepdan.matters.rules import MatterKind
from tiepdan.ops.demo import phrases
from tiepdan.ops.demo.people import invent_hamlet, invent_name, invent_street
from tiepdan.ops.demo.phrases import Topic

_SLIP: Final = 0.02  # share of words that a second typist writes otherwise


@dataclass(frozen=True, slots=True)
class Text:
    """What one submission says."""

    topic: Topic
    title: str
    content: str
    demands: str
    earlier_handling: str
    attacked_number: str  # empty when an act is attacked, or nothing
    attacked_on: date | None
    denounced: str
    denounced_post: str


def choose_topic(*, chance: Random, kind: MatterKind) -> Topic:
    """Choose a topic of a kind, the frequent ones more often."""
    topics = [topic for topic in phrases.TOPICS if topic.kind == kind]
    return chance.choices(topics, weights=[topic.weight for topic in topics])[0]


def topic_named(key: str) -> Topic:
    """Return one topic."""
    return next(topic for topic in phrases.TOPICS if topic.key == key)


def write_text(*, chance: Random, topic: Topic, respondent: str, on: date, people: int = 1) -> Text:
    """Write a text of about 60 to 250 words.

    respondent: name of the agency spoken of; on: the day it is brought, later than every date in it.
    """
    slots = _slots(chance, topic, respondent, on, people)

    def some(sentences: tuple[str, ...], at_least: int, at_most: int) -> list[str]:
        count = min(len(sentences), chance.randint(at_least, at_most))
        return [_capital(line.format_map(slots)) for line in chance.sample(sentences, k=count)]

    openings: tuple[str, ...] = phrases.OPENINGS if people == 1 else phrases.GROUP_OPENINGS
    if topic.kind is MatterKind.DENUNCIATION:
        openings = phrases.SECRET_OPENINGS
    earlier = some(phrases.EARLIER, 0, 2)
    body = [
        *some(openings, 1, 1),
        *some(topic.facts, 2, 3),
        *some(topic.details, 2, 4),
        *some(topic.harms, 1, 2),
        *earlier,
        *some(phrases.EVIDENCE, 0, 1),
        *some(phrases.CLOSINGS, 0, 1),
    ]
    cut = chance.randint(2, 4)
    attacked = topic.attacked[0].format_map(slots) if topic.attacked and chance.random() < 0.8 else ""
    return Text(
        topic=topic,
        title=_capital(chance.choice(topic.titles).format_map(slots)),
        content=" ".join(body[:cut]) + "\n" + " ".join(body[cut:]),
        demands=" ".join(some(topic.demands, 1, 2)),
        earlier_handling=" ".join(earlier),
        attacked_number=attacked,
        attacked_on=slots["attacked_on"] if attacked else None,  # type: ignore[arg-type] # the one slot that is a date
        denounced=str(slots["denounced"]) if topic.kind is MatterKind.DENUNCIATION else "",
        denounced_post=str(slots["denounced_post"]) if topic.kind is MatterKind.DENUNCIATION else "",
    )


def retype(*, text: str, chance: Random) -> str:
    """Return the same content as somebody else would type it: slips, a sentence moved, sometimes no diacritics."""
    sentences = [line for part in text.split("\n") for line in part.split(". ") if line]
    if len(sentences) > 3:
        moved = sentences.pop(chance.randrange(1, len(sentences) - 1))
        sentences.insert(chance.randrange(1, len(sentences)), moved)
    words = ". ".join(line.rstrip(".") for line in sentences).split()
    typed = [_slip(word, chance) if chance.random() < _SLIP else word for word in words]
    again = " ".join(typed) + "."
    return fold(again) if chance.random() < 0.3 else again  # about one office typist in three leaves diacritics out


def _slip(word: str, chance: Random) -> str:
    if len(word) < 4:
        return word
    place = chance.randrange(1, len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _slots(chance: Random, topic: Topic, respondent: str, on: date, people: int) -> dict[str, object]:
    recent = on - timedelta(days=chance.randint(12, 60))
    earlier = recent - timedelta(days=chance.randint(15, 120))
    long_ago = on - timedelta(days=chance.randint(900, 9000))
    return {
        "respondent": respondent,
        "hamlet": invent_hamlet(chance=chance),
        "other_hamlet": invent_hamlet(chance=chance),
        "street": invent_street(chance=chance),
        "neighbour": invent_name(chance=chance, female=chance.random() < 0.5),
        "denounced": invent_name(chance=chance, female=False),
        "denounced_post": topic.post,
        "company": chance.choice(phrases.COMPANIES),
        "project": chance.choice(phrases.PROJECTS),
        "job": chance.choice(phrases.JOBS),
        "area": f"{chance.randint(80, 4800)}",
        "small": chance.randint(12, 95),
        "plot": chance.randint(1, 980),
        "sheet": chance.randint(1, 64),
        "trees": chance.randint(14, 380),
        "papers": chance.randint(2, 9),
        "members": chance.randint(3, 8),
        "floors": chance.randint(2, 5),
        "money": chance.randint(60, 2400),
        "percent": chance.randint(12, 70),
        "days": chance.randint(8, 210),
        "hour": chance.randint(9, 23),
        "age": chance.randint(28, 79),
        "years": chance.randint(4, 29),
        "month": chance.randint(1, 12),
        "number": chance.randint(11, 3900),
        "people": people,
        "year": earlier.year,
        "old_year": long_ago.year,
        "date": f"{recent:%d/%m/%Y}",
        "date2": f"{earlier:%d/%m/%Y}",
        "old_date": f"{long_ago:%d/%m/%Y}",
        "attacked_on": recent,
    }

"""Taking a person's name, number, address and telephone out of a text. Plain functions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from tiepdan.infra.folding import fold

MARK: Final = "[đã che]"
_SHORTEST: Final = 4  # letters: shorter pieces would hide ordinary words
_FEWEST_DIGITS: Final = 6
_LOOKALIKES: Final = str.maketrans({"đ": "d", "ð": "d", "ı": "i"})
_BETWEEN_DIGITS: Final = r"[^0-9a-z]{0,3}"
# After these a given name stands alone; before it another capital would make it somebody else's.
_CALLED: Final = frozenset(
    ["ong", "ba", "anh", "chi", "em", "co", "chu", "bac", "cu", "ten", "la", "toi", "di", "cau", "thim", "mo", "dong", "chi", "ho"]
)  # fmt: skip
# Given names that are everyday words: at the head of a sentence such a word is taken for the word.
_EVERYDAY: Final = frozenset(
    ["an", "ba", "bay", "ben", "binh", "chac", "chin", "chinh", "cho", "cong", "do", "dong", "dung", "ha", "hai", "hanh", "hien",
     "hoa", "hung", "khi", "kien", "lanh", "lam", "luc", "mai", "minh", "mot", "mua", "muoi", "nam", "ngay", "nghi", "nhan",
     "nhat", "phu", "phuc", "quy", "sang", "sau", "tai", "tam", "tan", "thanh", "that", "theo", "thu", "tin", "tot", "trung", "tu",
     "tuoi", "tuy", "van", "vi", "vinh", "xuan", "yen"]
)  # fmt: skip
_HEADS_OF_NAMES: Final = re.compile(r"(ngh|ng|nh|th|tr|ph|kh|gi|qu|ch|gh)[a-z]")
_ENDS_SENTENCE: Final = frozenset('.!?…\n“"')
# Parts of an address that many share: the place a matter is about must stay readable.
_WIDE: Final = re.compile(r"(xa|phuong|thi tran|huyen|quan|thi xa|tinh|thanh pho|tp|dac khu)\b")
_PARTS_OF_ADDRESS: Final = re.compile(r"[,;\n]| [-–] ")
_SEVERAL: Final = 2


class TraceKind(StrEnum):
    """What a piece is, and so in which parts and spellings it is looked for."""

    NAME = "name"  # whole, two parts of it, the given name alone where a person is called so
    DIGITS = "digits"  # with blanks, dots or a country code between or before
    ADDRESS = "address"  # whole, and each part narrower than a commune
    WHOLE = "whole"  # as it stands


class Trace(NamedTuple):
    """A piece that shows who somebody is."""

    kind: TraceKind
    text: str


def redacted(*, text: str, pieces: Iterable[Trace | str], mark: str = MARK) -> str:
    """Return the text with every occurrence of the pieces replaced, whatever their case, diacritics or blanks.

    pieces: names, numbers, addresses; those shorter than four letters are left alone

    Example:
        >>> redacted(text="Tôi là NGUYEN VAN AN, sinh 1970", pieces=["Nguyễn Văn An"])
        'Tôi là [đã che], sinh 1970'
        >>> redacted(text="gọi 0912.345 678, gặp bà An", pieces=[Trace(TraceKind.DIGITS, "0912345678"), Trace(TraceKind.NAME, "Lê An")])
        'gọi [đã che], gặp bà [đã che]'
    """
    composed = unicodedata.normalize("NFC", text)
    plain, places, ends = _aligned(composed)
    spans: list[tuple[int, int]] = []
    for piece in pieces:
        trace = piece if isinstance(piece, Trace) else Trace(TraceKind.WHOLE, piece)
        for start, end in _found(trace, plain, places, ends, composed):
            spans.append((places[start], ends[end - 1]))
    shown: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if start >= at:
            shown += [composed[at:start], mark]
        at = max(at, end)
    return "".join([*shown, composed[at:]])


def shows(*, text: str, pieces: Iterable[Trace | str]) -> bool:
    """Tell whether a text holds any of the pieces."""
    return redacted(text=text, pieces=pieces) != unicodedata.normalize("NFC", text)


def _found(trace: Trace, plain: str, places: list[int], ends: list[int], composed: str) -> Iterator[tuple[int, int]]:
    wanted = fold(trace.text)
    match trace.kind:
        case TraceKind.DIGITS:
            yield from _digits(trace.text, plain)
            yield from _words(wanted, plain)
        case TraceKind.NAME:
            yield from _words(wanted, plain)
            for part in _parts_of_name(wanted):
                yield from _written_as_name(part, plain, places, composed)
            yield from _initials(wanted, plain, places, composed)
            yield from _called(trace.text, plain, places, ends, composed)
        case TraceKind.ADDRESS:
            yield from _words(wanted, plain)
            for part in _PARTS_OF_ADDRESS.split(trace.text):
                narrow = fold(part)
                if not _WIDE.match(narrow):
                    yield from _words(narrow, plain)
        case _:
            yield from _words(wanted, plain)


def _words(wanted: str, plain: str) -> Iterator[tuple[int, int]]:
    """Find whole words, with anything between them that is no letter or digit."""
    if len(wanted) < _SHORTEST:
        return
    for hit in re.finditer(rf"(?<![^ ]){re.escape(wanted)}(?![^ ])", plain):
        yield hit.span()


def _digits(text: str, plain: str) -> Iterator[tuple[int, int]]:
    bare = "".join(char for char in fold(text) if char.isalnum())
    if sum(char.isdigit() for char in bare) < _FEWEST_DIGITS:
        return
    local = bare[2:] if bare.startswith("84") else bare.lstrip("0")
    head = r"(?:8 ?4 ?)?(?:0 ?)*" if bare.startswith(("0", "84")) else ""
    body = _BETWEEN_DIGITS.join(map(re.escape, local))
    for hit in re.finditer(rf"(?<![0-9a-z]){head}{body}(?![0-9a-z])", plain):
        yield hit.span()


def _parts_of_name(wanted: str) -> Iterator[str]:
    """Yield what a shortened name keeps: the last two words and more, family with given name."""
    words = wanted.split()
    for start in range(1, max(len(words) - _SEVERAL, 0) + 1):
        yield " ".join(words[start:])
    if len(words) > _SEVERAL:
        yield f"{words[0]} {words[-1]}"


def _written_as_name(part: str, plain: str, places: list[int], composed: str) -> Iterator[tuple[int, int]]:
    """Find a part of a name where it is written as one: "Bình An", not "bình an" in the midst of a text with capitals."""
    plainly_typed = composed == composed.casefold()  # without any capital: nothing tells a name from words
    for start, end in _words(part, plain):
        if plainly_typed or composed[places[start]].isupper():
            yield start, end


def _initials(wanted: str, plain: str, places: list[int], composed: str) -> Iterator[tuple[int, int]]:
    """Find a name of which some or all words are cut to their first letters: "N.V.A", "Ng. V. An", "bà NVA"."""
    words = wanted.split()
    if len(words) < _SEVERAL:
        return
    tokens = [hit.span() for hit in re.finditer(r"[^ ]+", plain)]
    for place, (start, end) in enumerate(tokens):
        if not composed[places[start]].isupper():
            continue
        row = [plain[slice(*one)] for one in tokens[place : place + len(words)]]
        whole = sum(told == word for told, word in zip(row, words, strict=False))
        cut = len(row) == len(words) and all(
            told in {word, *_heads(word)} for told, word in zip(row, words, strict=True)
        )
        capitals = all(composed[places[one[0]]].isupper() for one in tokens[place : place + len(words)])
        if cut and capitals and whole < len(words) and (whole or len(words) > _SEVERAL):
            yield start, tokens[place + len(words) - 1][1]
        run_together = plain[start:end] == "".join(word[0] for word in words) and len(words) > _SEVERAL
        before = plain[slice(*tokens[place - 1])] if place else ""
        if run_together and before in _CALLED and composed[places[start] : places[end - 1] + 1].isupper():
            yield start, end


def _heads(word: str) -> tuple[str, ...]:
    """What is left of a word that is cut: its first letter, or the letters that write its first sound."""
    found = _HEADS_OF_NAMES.match(word)
    return (word[0], found[1]) if found else (word[0],)


def _called(name: str, plain: str, places: list[int], ends: list[int], composed: str) -> Iterator[tuple[int, int]]:
    """Find the given or the family name alone, where it calls a person and is not part of another's name."""
    words = fold(name).split()
    if len(words) < _SEVERAL:
        return
    first, *_, last = unicodedata.normalize("NFC", name).casefold().split()
    spelled = {words[0]: {words[0], first}, words[-1]: {words[-1], last}}
    tokens = [hit.span() for hit in re.finditer(r"[^ ]+", plain)]
    for place, (start, end) in enumerate(tokens):
        word = plain[start:end]
        written = composed[places[start] : places[end - 1] + 1]
        if word not in spelled or not written[0].isupper() or written.casefold() not in spelled[word]:
            continue
        before = plain[slice(*tokens[place - 1])] if place else ""
        if before not in _CALLED and word in _EVERYDAY and _begins_sentence(composed, places[start], ends[end - 1]):
            continue
        if _in_capitals(written, place, tokens, places, composed):
            if before in _CALLED:
                yield start, end
            continue
        after_capital = place > 0 and composed[places[tokens[place - 1][0]]].isupper() and before not in _CALLED
        in_front = place + 1 < len(tokens) and composed[places[tokens[place + 1][0]]].isupper() and not _broken(
            composed[places[end - 1] + 1 : places[tokens[place + 1][0]]]
        )  # fmt: skip
        if in_front or (after_capital and not _broken(composed[places[tokens[place - 1][1] - 1] + 1 : places[start]])):
            continue
        if before in _CALLED or word == words[-1]:
            yield start, end


def _begins_sentence(text: str, place: int, end: int) -> bool:
    """Tell whether a word stands at the head of a sentence that goes on, where any word has a capital."""
    head, tail = text[:place].rstrip(" \t"), text[end : end + 2]
    if not (tail[:1] == " " and tail[1:].islower()):
        return False
    return not head or head[-1] in _ENDS_SENTENCE


def _in_capitals(
    written: str, place: int, tokens: list[tuple[int, int]], places: list[int], composed: str
) -> bool:  # fmt: skip
    """Tell whether a word stands among words all in capitals, where capitals tell no name from others."""
    near = [tokens[one] for one in (place - 1, place + 1) if 0 <= one < len(tokens)]
    said = [composed[places[start] : places[end - 1] + 1] for start, end in near]
    return written.isupper() and len(written) > 1 and any(len(one) > 1 and one.isupper() for one in said)


def _broken(between: str) -> bool:
    """Tell whether a mark stands between two words, so that they are not one name."""
    return bool(between.strip())


def _aligned(text: str) -> tuple[str, list[int], list[int]]:
    """Fold letter by letter and squeeze what is no letter or digit to one blank, keeping where each came from.

    Marks that hang loose and signs without width are no blanks: a name cut by one is still the name.
    """
    plain: list[str] = []
    places: list[int] = []
    ends: list[int] = []
    for place, char in enumerate(text):
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
            if ends:
                ends[-1] = place + 1
            continue
        folded = unicodedata.normalize("NFKD", char.casefold()).translate(_LOOKALIKES)
        for bare in [one for one in folded if one.isalnum()] or [" "]:
            if bare == " " and plain and plain[-1] == " ":
                continue
            plain.append(bare)
            places.append(place)
            ends.append(place + 1)
    return "".join(plain), places, ends

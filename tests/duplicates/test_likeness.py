"""Which texts count as the same content."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.duplicates.texts import HEAD, KIOSK, POND, TAIL
from tiepdan.duplicates.rules.sketch import (
    SKETCH_SIZE,
    hash_number,
    likeness,
    shared_passages,
    sketch_text,
)
from tiepdan.infra.folding import fold


def score(one: str, other: str) -> float:
    """Likeness of two texts; 0 when it is not shown."""
    mine, theirs = sketch_text(text=one), sketch_text(text=other)
    if mine is None or theirs is None:
        return 0.0
    found = likeness(mine=mine, theirs=theirs)
    return found.score if found.is_repeat else 0.0


def edited(text: str, *, every: int) -> str:
    """Change every n-th word."""
    return " ".join("khác" if at % every == every - 1 else word for at, word in enumerate(text.split()))


SAME = {
    "retyped without diacritics": (POND, fold(POND)),
    "in capitals": (POND, POND.upper()),
    "sentences in another order": (POND, ". ".join(reversed(POND.split(". ")))),
    "within the set phrases": (POND, HEAD + POND + TAIL),
    "one word in fifteen changed": (POND, edited(POND, every=15)),
    "one of two in a longer one": (POND, HEAD + POND + KIOSK + TAIL),
    "first half alone": (POND, POND[: len(POND) // 2]),
    "a short text": ("Xin hỏi bao giờ sửa đèn đường ngõ 5 tổ 3", "xin hoi bao gio sua den duong ngo 5 to 3"),
}
OTHER = {
    "another matter": (POND, KIOSK),
    "the same set phrases": (HEAD + POND + TAIL, HEAD + KIOSK + TAIL),
    "only set phrases": (HEAD + TAIL, HEAD + TAIL),
    "too short": ("Đơn xin", "Đơn xin"),
}


@pytest.mark.parametrize("case", SAME)
def test_the_same_content_is_recognised(case: str) -> None:
    assert score(*SAME[case]) >= 0.4


@pytest.mark.parametrize("case", OTHER)
def test_other_content_is_not_shown(case: str) -> None:
    assert score(*OTHER[case]) == 0.0


def test_genre_alone_makes_no_repeat() -> None:
    nouns = [
        "mương",
        "ngõ",
        "cầu",
        "chợ",
        "đê",
        "trạm",
        "hẻm",
        "rẫy",
        "vườn",
        "giếng",
        "bến",
        "kho",
        "sân",
        "lò",
        "miếu",
        "đồi",
    ]
    made = []
    for at in range(40):
        dice = random.Random(at)
        body = " ".join(
            dice.choice(nouns) + " " + dice.choice(nouns) + f" {dice.randint(1, 99)} mét" for _ in range(60)
        )
        made.append(HEAD + body + TAIL)
    pairs = [(one, other) for at, one in enumerate(made) for other in made[at + 1 :]]
    assert not [pair for pair in pairs if score(*pair)]


@given(st.text(min_size=0, max_size=400))
@settings(max_examples=100)
def test_any_text_gives_a_sorted_bounded_sketch(text: str) -> None:
    made = sketch_text(text=text)
    if made is not None:
        assert list(made.hashes) == sorted(set(made.hashes))
        assert len(made.hashes) <= min(SKETCH_SIZE, made.size)
        assert all(-(2**31) <= value < 2**31 for value in made.hashes)
        assert likeness(mine=made, theirs=made).score == 1.0


def test_another_seed_gives_another_sketch() -> None:
    one, other = sketch_text(text=POND, seed=1), sketch_text(text=POND, seed=2)
    assert one is not None
    assert other is not None
    assert not set(one.hashes) & set(other.hashes)


def test_number_of_a_decision_is_the_same_however_written() -> None:
    assert hash_number(number="12/QĐ-UBND") == hash_number(number=" 12 /qd-ubnd")
    assert hash_number(number="12/QĐ-UBND") != hash_number(number="13/QĐ-UBND")
    assert hash_number(number="không số") is None


def test_shared_passages_keep_the_spelling_of_the_stored_text() -> None:
    pieces = shared_passages(mine=fold(POND), theirs="Mở đầu khác hẳn. " + POND)
    marked = "".join(piece.text for piece in pieces if piece.shared)
    assert marked.startswith("Gia đình tôi sử dụng ao cá")
    assert "Mở đầu" not in marked
    assert shared_passages(mine=KIOSK, theirs=POND) == ()

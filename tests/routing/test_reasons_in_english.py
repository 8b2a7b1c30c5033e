"""The reason of a suggestion is kept in Vietnamese and shown in the reader's language."""

from __future__ import annotations

from django.utils.translation import override

from tiepdan.infra.sentence import Sentence
from tiepdan.ui.templatetags.ui import said_filter


def test_a_sentence_keeps_its_vietnamese_and_is_shown_in_english_with_its_values() -> None:
    made = Sentence("Nội dung thuộc chức năng của {name}: chuyển đơn.", {"name": "Sở Xây dựng {x}"})
    assert str(made) == "Nội dung thuộc chức năng của Sở Xây dựng {x}: chuyển đơn."
    with override("en"):
        assert said_filter(made) == "The content belongs to the functions of Sở Xây dựng {x}: forward the submission."
    with override("vi"):
        assert said_filter(made) == str(made)


def test_a_sentence_without_values_may_hold_braces() -> None:
    assert str(Sentence("Ghi {loại}.")) == "Ghi {loại}."

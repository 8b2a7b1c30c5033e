"""English: nothing is without a translation, and a translation changes neither markup nor what people wrote."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path

import django
import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template import engines
from django.utils import translation

from tiepdan.ops import words as catalogue
from tiepdan.ui.words import Words, said, texts_of, translated


@cache
def texts() -> dict[str, str]:
    """What the program says, gathered once."""
    return catalogue.program_texts()


def test_every_text_of_the_program_has_a_translation() -> None:
    known = catalogue.read_catalogue()

    assert [text for text in texts() if not known.get(text)] == []


def test_no_translation_is_left_of_a_text_that_nobody_says() -> None:
    assert set(catalogue.read_catalogue()) - set(texts()) == set()


def test_translations_keep_their_placeholders() -> None:
    wrong = [
        text
        for text, english in catalogue.read_catalogue().items()
        if catalogue.holders(text) != catalogue.holders(english)
    ]

    assert wrong == []


def test_the_file_is_as_the_program_writes_it_and_has_nothing_fuzzy() -> None:
    known = catalogue.read_catalogue()
    text = catalogue.CATALOGUE.read_text(encoding="utf-8")

    assert text == catalogue.catalogue_text(texts=texts(), known=known)
    assert "fuzzy" not in text


def test_the_compiled_catalogue_says_what_the_readable_one_says() -> None:
    compiled = catalogue.CATALOGUE.with_suffix(".mo").read_bytes()

    assert compiled == catalogue.compiled(catalogue.read_catalogue())


def test_what_django_says_of_a_field_is_said_in_words_of_this_program() -> None:
    ours = catalogue.read_catalogue(catalogue.VIETNAMESE)
    with (Path(django.__file__).parent / "conf/locale/vi/LC_MESSAGES/django.mo").open("rb") as file:
        django_itself = gettext.GNUTranslations(file)
    assert [text for text in ours if django_itself.gettext(text) == text] == []  # a sentence Django says no more
    assert [text for text, words in ours.items() if catalogue.holders(text) != catalogue.holders(words)] == []
    assert catalogue.VIETNAMESE.with_suffix(".mo").read_bytes() == catalogue.compiled_vietnamese()
    with translation.override("vi"):
        assert str(forms.IntegerField(min_value=1).error_messages["required"]) == "Chưa ghi mục này."
        with pytest.raises(ValidationError, match="Ghi số từ 1 trở lên"):
            forms.IntegerField(min_value=1).clean("0")


def test_a_text_with_quotes_and_lines_survives_the_file() -> None:
    known = {'Chữ “a” "b" \\ c\nhai dòng': 'Text "b" \\ c\ntwo lines'}
    written = catalogue.catalogue_text(texts=dict.fromkeys(known, "x.py"), known=known)

    assert catalogue.catalogue_from(written) == known


def test_what_a_template_says_is_found_and_its_code_is_not() -> None:
    source = (
        '{# chú thích #}<p class="cột" title="Mở {{ code }}">Số {{ count }}  đơn</p>{% badge "late" "Quá hạn" %}'
        '{% url "desk:home" %}<style>.đ{}</style>{{ name|default:"chưa rõ" }}<b>{{ name }}</b>'
    )

    assert texts_of(source) == {"Mở {{ code }}", "Số {{ count }} đơn", "Quá hạn", "chưa rõ"}


def test_translating_a_template_changes_words_only() -> None:
    source = '<b title="Thời hạn"> {% if x %}Quá hạn{% endif %}</b>{{ name }}'

    with translation.override("en"):
        assert translated(source) == '<b title="Time limits"> {% if x %}Overdue{% endif %}</b>{{ name }}'
    assert translated(source) == source


def test_each_language_has_its_own_compiled_template_also_inside() -> None:
    page = engines["django"].from_string('{% include "ui/clock.html" with clock=clock only %}{{ clock.title }}')
    context = {"clock": {"title": "Quá hạn", "state": "late"}}
    with translation.override("en"):
        english = page.render(context)
    vietnamese = page.render(context)

    assert english != vietnamese
    assert english.endswith("Quá hạn")  # what is given is never translated


def test_a_table_is_kept_as_written_and_read_in_the_readers_language() -> None:
    table = Words({"late": "Quá hạn"})

    with translation.override("en"):
        assert (table["late"], table.get("late"), table.get("none")) == ("Overdue", "Overdue", None)
        assert table.choices() == [("late", "Overdue")]
    assert dict(table.items()) == {"late": "Quá hạn"}


def test_no_text_is_no_translation() -> None:
    with translation.override("en"):
        assert said("") == ""


@pytest.mark.parametrize("text", ["Quá hạn", "Thời hạn"])
def test_the_catalogue_holds_no_vietnamese_in_its_english(text: str) -> None:
    assert not re.search("[ạảấầếệợ]", catalogue.read_catalogue()[text])

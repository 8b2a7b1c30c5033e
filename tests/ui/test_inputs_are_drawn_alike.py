"""Our drawing of inputs says what Django's templates say, letter for letter but for blanks between tags."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from tiepdan.ui.drawing import InputsDrawn

NASTY = "\"><script>alert(1)</script>&'ơ"
CHOICES: list[Any] = [
    ("", "—"), ("a", NASTY), (NASTY, "b"), (3, "ba"),
    ("Nhóm <1>", [("d", "Đ"), ("e", mark_safe("<b>e</b>"))]),
]  # fmt: skip
WIDGETS: list[tuple[forms.Widget, object]] = [
    (forms.TextInput(), NASTY), (forms.TextInput(attrs={"title": NASTY, "required": True, "disabled": False}), None),
    (forms.TextInput(attrs={"maxlength": 30, NASTY: mark_safe("&amp;")}), mark_safe("&lt;")),
    (forms.NumberInput(), 1_000_000), (forms.NumberInput(), 0), (forms.EmailInput(), "a@b"), (forms.URLInput(), ""),
    (forms.PasswordInput(), "kín"), (forms.PasswordInput(render_value=True), "kín"), (forms.HiddenInput(), NASTY),
    (forms.DateInput(), "2026-07-01"), (forms.TimeInput(), "08:00"),
    (forms.CheckboxInput(), True), (forms.CheckboxInput(), False), (forms.CheckboxInput(), "x"),
    (forms.Textarea(attrs={"rows": 3}), f"\n {NASTY}\n"), (forms.Textarea(), None), (forms.Textarea(), ""),
    (forms.Select(choices=CHOICES), "a"), (forms.Select(choices=CHOICES), 3), (forms.Select(choices=CHOICES), None),
    (forms.Select(choices=[]), NASTY), (forms.NullBooleanSelect(), True),
    (forms.SelectMultiple(choices=CHOICES), ["a", "d"]), (forms.RadioSelect(choices=CHOICES), "d"),
    (forms.CheckboxSelectMultiple(choices=CHOICES), ["a", NASTY]), (forms.ClearableFileInput(), None),
]  # fmt: skip


def between(text: str) -> str:
    closed = re.sub(r">\s+(?=</?(select|option|optgroup|div|label|input)\b)", ">", text)
    return re.sub(r"(<input [^>]*>)\n ", r"\1 ", closed)


@pytest.mark.parametrize("widget, value", WIDGETS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("attrs", [{}, {"id": "id_<x>", "class": "form-control"}], ids=["bare", "with id"])
def test_an_input_is_drawn_as_django_draws_it(widget: forms.Widget, value: object, attrs: dict[str, str]) -> None:
    ours = widget.render("tên", value, dict(attrs), InputsDrawn())
    theirs = widget.render("tên", value, dict(attrs), DjangoTemplates())
    assert between(ours) == between(theirs)


def test_a_choice_is_drawn_alone_as_pages_do() -> None:
    class Asked(forms.Form):
        one = forms.ChoiceField(choices=CHOICES[:3], widget=forms.RadioSelect)
        several = forms.MultipleChoiceField(choices=CHOICES[:3], widget=forms.CheckboxSelectMultiple)

    ours, theirs = Asked(renderer=InputsDrawn()), Asked(renderer=DjangoTemplates())
    for name in ours.fields:
        tags = [(str(choice), str(choice.tag())) for choice in ours[name]]
        assert [tuple(map(between, pair)) for pair in tags] == [
            (between(str(choice)), between(str(choice.tag()))) for choice in theirs[name]
        ]


def test_nothing_typed_leaves_its_place() -> None:
    drawn = forms.Select(choices=CHOICES).render(NASTY, NASTY, {NASTY: NASTY}, InputsDrawn())
    assert "<script" not in drawn
    assert drawn.count("<select") == 1


def test_the_forms_of_the_program_are_drawn_so() -> None:
    assert isinstance(forms.Form().renderer, InputsDrawn)

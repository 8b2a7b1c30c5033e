"""A form whose labels, helps, choices and refusals are in the reader's language."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

_READ: Final = ("placeholder", "aria-label", "title")


class Form(forms.Form):
    """Django's form; what its class says is translated when it is made. What is added later speaks for itself."""

    def __init__(self, *args: Any, **options: Any) -> None:  # Django's signature
        super().__init__(*args, **options)
        if get_language() != settings.LANGUAGE_CODE:
            for field in self.fields.values():
                in_words(field)


def in_words(field: forms.Field) -> None:
    """Translate what a field says, in its own copy."""
    field.label = _said(field.label)
    field.help_text = _said(field.help_text)
    field.error_messages = {code: _said(text) for code, text in field.error_messages.items()}
    field.widget.attrs = {name: _said(text) if name in _READ else text for name, text in field.widget.attrs.items()}
    if isinstance(field, forms.ModelChoiceField):
        field.empty_label = _said(field.empty_label)
    elif isinstance(field, forms.ChoiceField):
        if isinstance(field.choices, list):
            field.choices = [(value, _chosen(words)) for value, words in field.choices]
    elif isinstance(field.widget, forms.Select) and isinstance(field.widget.choices, list):
        field.widget.choices = [(value, _chosen(words)) for value, words in field.widget.choices]


def _chosen(words: Any) -> Any:  # a word, or a group of choices
    return [(value, _said(text)) for value, text in words] if isinstance(words, list | tuple) else _said(words)


def _said(text: Any) -> Any:  # Django's own texts are lazy and already in the reader's language
    return text if isinstance(text, Promise) or not isinstance(text, str) or not text else gettext(text)

"""Inputs that HTML lacks. They know shapes, never a word of the domain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.datastructures import MultiValueDict


class LookupInput(forms.Widget):
    """A text box with a list of matches below it; the chosen one's value travels in a hidden field.

    Without JavaScript the text alone is sent, and the form's field decides whether it names exactly one thing.
    """

    template_name = "ui/lookup.html"

    def __init__(self, *, url_name: str, query: str = "", attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self._url_name = url_name
        self._query = query

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:  # Django's signature
        """Give the template the address of the look-up and what was typed."""
        context = super().get_context(name, value, attrs)
        chosen, text = value if isinstance(value, tuple) else (value or "", "")
        query = f"?{self._query}" if self._query else ""
        context["widget"].update(chosen=chosen, text=text, url=f"{reverse(self._url_name)}{query}")
        return context

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: MultiValueDict[str, Any],  # noqa: ARG002 # Django's signature
        name: str,
    ) -> tuple[str, str]:
        """Return what was chosen and what was typed."""
        return str(data.get(name, "")), str(data.get(f"{name}_text", ""))

    def value_omitted_from_data(
        self,
        data: Mapping[str, Any],
        files: MultiValueDict[str, Any],  # noqa: ARG002 # Django's signature
        name: str,
    ) -> bool:
        """Tell whether neither part was sent."""
        return name not in data and f"{name}_text" not in data


class DayInput(forms.DateInput):
    """The browser's own day picker."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")

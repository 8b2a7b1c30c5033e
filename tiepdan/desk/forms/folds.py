"""Parts of long forms that stay folded until they are needed."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms


@dataclass(frozen=True, slots=True)
class Fold:
    """A part of a form that opens when it is needed, and stands open when something in it was filled in or is wrong."""

    title: str
    fields: list[tuple[forms.BoundField, bool]]  # with whether it is short
    is_open: bool
    open_when: str = ""  # name=values of another field that open it on the page

"""Choosing an agency by typing part of its name."""

from __future__ import annotations

from typing import Any

from django import forms

from tiepdan.agencies.models import Agency
from tiepdan.agencies.queries import by_name
from tiepdan.infra import clock
from tiepdan.ui.widgets import LookupInput


class AgencyField(forms.Field):
    """An agency in force; cleans to the Agency. `initial` may be an Agency."""

    default_error_messages = {
        "required": "Chọn một cơ quan.",
        "unknown": "Không có đúng một cơ quan như vậy: gõ vài từ của tên rồi chọn trong danh sách.",
    }

    def __init__(self, *, query: str = "", **options: Any) -> None:  # Django's options
        super().__init__(widget=LookupInput(url_name="desk:agency_lookup", query=query), **options)

    def prepare_value(self, value: object) -> object:
        """Show a chosen agency by name."""
        return (str(value.pk), value.name) if isinstance(value, Agency) else value

    def to_python(self, value: object) -> Agency | None:
        """Return the agency chosen in the list, or the only one of exactly the name or code typed."""
        chosen, text = value if isinstance(value, tuple) else ("", "")
        if not chosen and not text.strip():
            return None
        today = clock.today()
        known = Agency.objects.in_force(on=today).filter(pk=int(chosen)).first() if chosen.isdecimal() else None
        if known is None or (text.strip() and text.strip() != known.name):
            known = by_name(text=text, on=today) if text.strip() else None
        if known is None:
            raise forms.ValidationError(self.error_messages["unknown"], code="unknown")
        return known

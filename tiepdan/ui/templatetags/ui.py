"""Tags and filters that pages use everywhere (built in: no load needed)."""

from __future__ import annotations

from django import template

register = template.Library()

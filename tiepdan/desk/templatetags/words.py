"""`{% load words %}`: the words of the domains in templates."""

from __future__ import annotations

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from tiepdan.desk.labels import act_title, label, state_badge

register = template.Library()


@register.filter
def word(code: str, group: str) -> str:
    """Return the word for a code: `{{ line.kind|word:"kind" }}`."""
    return label(group, str(code))


@register.filter
def act_word(act: str) -> str:
    """Return the words for an act of the audit record."""
    return act_title(act)


@register.simple_tag
def state(kind: str, code: str) -> SafeString:
    """Draw the badge of a line's state: `{% state line.kind line.state %}`."""
    badge = state_badge(str(kind), str(code))
    return render_to_string("ui/badge.html", {"tone": badge.tone, "label": badge.label})

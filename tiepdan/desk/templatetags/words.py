"""`{% load words %}`: the words of the domains in templates."""

from __future__ import annotations

from typing import Final

from django import template
from django.utils.safestring import SafeString

from tiepdan.desk.labels import act_title, label, state_badge
from tiepdan.desk.rule_words import rule_words
from tiepdan.desk.rulebook_shown import row_name
from tiepdan.infra import clock
from tiepdan.plans.actions.campaigns import REVIEWERS
from tiepdan.privacy.rules import Notice, privacy_book
from tiepdan.submissions.rules import NEUTRAL_TITLES
from tiepdan.ui.templatetags.ui import drawn_badge
from tiepdan.ui.words import said

register = template.Library()
BESIDE_ARTICLES: Final = (  # what the sources of forms say when the law has no form
    "không có mẫu riêng",
    "không có mẫu trong nghị định",
    "không có mẫu trong NĐ 31/2019",
    "mẫu của TT 05/2021 chưa rõ số",
)
_NEUTRAL: Final = frozenset(NEUTRAL_TITLES.values())


@register.filter
def cited(source: str) -> str:
    """A form's source: articles as the law numbers them, what is said beside them in the reader's language."""
    return "; ".join(said(part) for part in source.split("; "))


@register.filter
def word(code: str, group: str) -> str:
    """Return the word for a code: `{{ line.kind|word:"kind" }}`."""
    return label(group, str(code))


@register.filter
def line_title(title: str) -> str:
    """Return the title of a line: what the sender wrote, or what the program says of a sealed matter."""
    return said(title) if title in _NEUTRAL else title


@register.filter
def cut_words(codes: str) -> list[str]:
    """Return codes written in one line: `{% for one in "a b"|cut_words %}`."""
    return codes.split()


@register.filter
def reviews(role: str) -> bool:
    """Tell whether a role reviews cases."""
    return role in REVIEWERS


@register.filter
def act_word(act: str) -> str:
    """Return the words for an act of the audit record."""
    return act_title(act)


@register.filter
def row(code: str) -> str:
    """Return a row of a law page as people read it: `complaints §7/2` is named by its page in Vietnamese."""
    return row_name(code)


@register.filter
def rule(code: str) -> str:
    """Return the words and article of a rule; empty for one the house has no words for."""
    return rule_words(str(code))


@register.simple_tag
def state(kind: str, code: str) -> SafeString:
    """Draw the badge of a line's state: `{% state line.kind line.state %}`."""
    shown = state_badge(str(kind), str(code))
    return drawn_badge(shown.tone, shown.label)


@register.simple_tag
def privacy_notice() -> Notice | None:
    """Return the privacy notice in force today: `{% privacy_notice as notice %}`."""
    return privacy_book().notice(on=clock.today())

"""Tags and filters that pages use everywhere (built in: no load needed)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Final, Literal, Protocol

from django import forms, template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from lucide.templatetags.lucide import lucide

from tiepdan.infra.clock import VIETNAM
from tiepdan.infra.sentence import Sentence
from tiepdan.ui.guide import citizens_guide, officers_guide
from tiepdan.ui.words import Words, said

register = template.Library()

WEEKDAYS: Final = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
TONES: Final = {
    "neutral": "circle",
    "info": "info",
    "good": "circle-check",
    "due": "clock",
    "late": "triangle-alert",
    "sealed": "lock",
}
_CLOCK_TONES: Final = {
    "ok": "neutral",
    "open": "neutral",
    "due_soon": "due",
    "due_today": "due",
    "late": "late",
    "paused": "info",
    "met": "good",
    "cancelled": "neutral",
}
_CLOCK_WORDS: Final = Words(
    {
        "ok": "Trong hạn",
        "open": "Trong hạn",
        "due_soon": "Sắp đến hạn",
        "due_today": "Đến hạn hôm nay",
        "late": "Quá hạn",
        "paused": "Đang tạm dừng",
        "met": "Đã xong",
        "cancelled": "Không còn tính",
    }
)


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, label: str) -> SafeString:
    named = {"role": "img", "aria_label": label} if label else {"aria_hidden": "true", "focusable": "false"}
    drawn = lucide(name, size=size, class_="", **named).replace(' class=""', "").replace("<svg", '<svg class="icon"', 1)
    return mark_safe(drawn)  # noqa: S308 # drawn by the library, which escapes attributes


@register.simple_tag
def icon(name: str, size: int = 18, label: str = "") -> SafeString:
    """Draw a Lucide icon. Without label it is decoration and hidden from screen readers."""
    return _drawn(str(name), int(size), str(label))


@register.simple_tag
def tone_icon(tone: str, name: str = "") -> SafeString:
    """Draw the icon of a tone (neutral, info, good, due, late, sealed), or the one named."""
    return _drawn(str(name) or TONES.get(str(tone), "circle"), 16, "")


@lru_cache(maxsize=512)
def drawn_badge(tone: str, label: str) -> SafeString:
    """Draw a badge once and keep it: a list shows the same few words a hundred times."""
    return render_to_string("ui/badge.html", {"tone": tone, "label": label})


@register.simple_tag
def badge(tone: str, label: str) -> SafeString:
    """Draw a badge: `{% badge "late" "Quá hạn" %}`."""
    return drawn_badge(str(tone), str(label))


class _Told(Protocol):
    """What is told in Vietnamese or English, such as a day of a counting."""

    def text(self, language: Literal["vi", "en"], words: Callable[[str], str]) -> str: ...


@register.filter
def told_in(step: _Told | str, language: str) -> str:
    """One day of a counting in the reader's language; a plain line stays as it is."""
    return step if isinstance(step, str) else step.text("en" if language == "en" else "vi", said)


@register.filter(name="said")
def said_filter(text: object) -> str:
    """Say in the reader's language what a rule or a domain of this program wrote: `{{ clock.title|said }}`."""
    if isinstance(text, Sentence):
        return text.by(said)
    return said(str(text)) if text else ""


@register.filter
def day(value: date | None) -> str:
    """Write a day with its weekday: `Thứ Ba, 14/07/2026`."""
    shown = _local(value)
    return f"{said(WEEKDAYS[shown.weekday()])}, {shown:%d/%m/%Y}" if shown else ""


@register.filter
def short_day(value: date | None) -> str:
    """Write a day: `14/07/2026`."""
    shown = _local(value)
    return f"{shown:%d/%m/%Y}" if shown else ""


@register.filter
def moment(value: datetime | None) -> str:
    """Write an instant in Vietnam's time: `09:30 14/07/2026`."""
    shown = _local(value)
    return f"{shown:%H:%M %d/%m/%Y}" if shown else ""


@register.filter
def days_left(count: int | None) -> str:
    """Say how many working days are left: `còn 3 ngày làm việc`, `hạn hôm nay`, `quá hạn 2 ngày làm việc`."""
    if count is None:
        return ""
    if count > 0:
        return _("còn {count} ngày làm việc").format(count=count)
    return _("hạn hôm nay") if count == 0 else _("quá hạn {value} ngày làm việc").format(value=-count)


@register.filter
def clock_tone(state: str) -> str:
    """Tone of a limit's state (ok, due_soon, due_today, late, paused, met, cancelled)."""
    return _CLOCK_TONES.get(str(state), "neutral")


@register.filter
def clock_word(state: str) -> str:
    """Word of a limit's state."""
    return str(_CLOCK_WORDS.get(str(state), state))


@register.filter
def nl2p(text: str | None) -> SafeString:
    """Turn text into paragraphs, everything in it escaped."""
    return mark_safe(linebreaks(text or "", autoescape=True))  # noqa: S308 # linebreaks escapes


@register.filter
def control(field: forms.BoundField) -> SafeString:
    """Draw a form field's input in our style, keeping the attributes its form gave it."""
    widget = field.field.widget
    given = str(widget.attrs.get("class", ""))
    own = _control_class(widget)
    classes = " ".join(part for part in (own, "is-invalid" if field.errors and own else "", given) if part)
    attrs: dict[str, str | bool] = {"class": classes} if classes else {}
    return field.as_widget(attrs=attrs)


@register.filter
def bare_control(field: forms.BoundField) -> SafeString:
    """Draw a field's input without the placeholder a library gave it: our labels stand above."""
    field.field.widget.attrs.pop("placeholder", None)
    return control(field)


@register.filter
def is_single_box(field: forms.BoundField) -> bool:
    """Tell whether a field is one checkbox, whose label stands to its right."""
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_choice_list(field: forms.BoundField) -> bool:
    """Tell whether a field is a list of radio buttons or checkboxes, which needs a fieldset."""
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)


@register.simple_tag(takes_context=True)
def guide_address(context: template.Context, door: str) -> str:
    """Return where the guide of a door (desk, portal) explains the page that is shown."""
    match = getattr(context.get("request"), "resolver_match", None)
    guide = citizens_guide() if door == "portal" else officers_guide()
    return guide.address_for(match.view_name if match else "")


@register.simple_tag
def data_attributes(**values: object) -> SafeString:
    """Write `data-…` attributes from the values that are not empty."""
    pairs = [(name.replace("_", "-"), value) for name, value in values.items() if value not in (None, "")]
    return format_html("{}", format_html_join("", ' data-{}="{}"', pairs))


def _control_class(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "form-check-input"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple | forms.MultiWidget | forms.HiddenInput):
        return ""
    if isinstance(widget, forms.Select):
        return "form-select"
    return "form-control"


def _local(value: date | None) -> date | None:
    if isinstance(value, datetime):
        return value.astimezone(VIETNAM)
    return value

"""The inputs of forms, drawn as Django draws them but without a template for each option of a list: that was half of a list page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.html import conditional_escape
from django.utils.safestring import SafeData, mark_safe

Widget = Mapping[str, Any]  # what a widget tells its template


class InputsDrawn(TemplatesSetting):
    """Draws inputs, texts and lists itself; what it does not know is drawn by its template."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Draw a widget or a form."""
        draw = _DRAWN.get(template_name)
        if draw is None:
            return super().render(template_name, context, request)
        return mark_safe(draw(context["widget"]))  # noqa: S308 # every value below is escaped


def _input(widget: Widget) -> str:
    value = widget["value"]
    shown = "" if value is None else f' value="{_written(value)}"'
    return f'<input type="{_written(widget["type"])}" name="{_written(widget["name"])}"{shown}{_attrs(widget)}>'


def _choice(widget: Widget) -> str:
    drawn = _input(widget)
    if not widget.get("wrap_label"):
        return drawn
    mine = widget["attrs"].get("id")
    names = f' for="{_written(mine)}"' if mine else ""
    return f"<label{names}>{drawn} {_written(widget['label'])}</label>"


def _textarea(widget: Widget) -> str:
    value = widget["value"]
    return (
        f'<textarea name="{_written(widget["name"])}"{_attrs(widget)}>\n{_written(value) if value else ""}</textarea>'
    )


def _select(widget: Widget) -> str:
    parts = [f'<select name="{_written(widget["name"])}"{_attrs(widget)}>']
    for group, options, _ in widget["optgroups"]:
        drawn = [
            f'<option value="{_written(one["value"])}"{_attrs(one)}>{_written(one["label"])}</option>'
            for one in options
        ]
        parts += [f'<optgroup label="{_written(group)}">', *drawn, "</optgroup>"] if group else drawn
    return "\n".join([*parts, "</select>"])


def _attrs(widget: Widget) -> str:
    return "".join(
        f" {_written(name)}" if value is True else f' {_written(name)}="{_written(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _written(value: object) -> str:
    """Escape a value unless it was marked as safe."""
    return value if isinstance(value, SafeData) and isinstance(value, str) else conditional_escape(str(value))


_DRAWN: Final[Mapping[str, Callable[[Widget], str]]] = {
    **dict.fromkeys(
        [
            f"django/forms/widgets/{name}.html"
            for name in ("checkbox", "date", "email", "hidden", "input", "number", "password", "text", "time", "url")
        ],
        _input,
    ),
    "django/forms/widgets/radio_option.html": _choice,
    "django/forms/widgets/checkbox_option.html": _choice,
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
}

"""Filters and tags of the look."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from tiepdan.deadlines.counting import count
from tiepdan.ui.templatetags import ui


@pytest.mark.parametrize(
    "value, written",
    [
        (date(2026, 7, 14), "Thứ Ba, 14/07/2026"),
        (date(2026, 7, 19), "Chủ nhật, 19/07/2026"),
        (datetime(2026, 7, 14, 20, tzinfo=UTC), "Thứ Tư, 15/07/2026"),  # it is already the next day in Vietnam
        (None, ""),
    ],
)
def test_a_day_is_written_with_its_weekday(value: date | None, written: str) -> None:
    assert ui.day(value) == written


def test_short_days_and_moments() -> None:
    assert ui.short_day(date(2026, 1, 5)) == "05/01/2026"
    assert ui.short_day(None) == ""
    assert ui.moment(datetime(2026, 7, 14, 2, 30, tzinfo=UTC)) == "09:30 14/07/2026"


@pytest.mark.parametrize(
    "count, said", [(3, "còn 3 ngày làm việc"), (0, "hạn hôm nay"), (-2, "quá hạn 2 ngày làm việc"), (None, "")]
)
def test_days_left_are_said_in_words(count: int | None, said: str) -> None:
    assert ui.days_left(count) == said


def test_text_becomes_paragraphs_and_nothing_else() -> None:
    assert ui.nl2p("Một\n\nHai <script>") == "<p>Một</p>\n\n<p>Hai &lt;script&gt;</p>"
    assert ui.nl2p(None) == "<p></p>" or ui.nl2p(None) == ""


def test_an_icon_is_decoration_unless_it_has_a_name() -> None:
    assert 'aria-hidden="true"' in ui.icon("search")
    assert 'aria-label="Tìm"' in ui.icon("search", 18, "Tìm")
    assert "&lt;" in ui.icon("search", 18, "<b>")


@pytest.mark.parametrize("tone", ui.TONES)
def test_every_tone_has_an_icon(tone: str) -> None:
    assert "<svg" in ui.tone_icon(tone)


class Sample(forms.Form):
    name = forms.CharField(
        label="Họ và tên", help_text="Như trên căn cước.", widget=forms.TextInput({"placeholder": "x"})
    )
    kind = forms.ChoiceField(label="Loại", choices=[("a", "A")])
    choice = forms.ChoiceField(label="Kết quả", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    mark = forms.BooleanField(label="Đồng ý")
    secret = forms.CharField(widget=forms.HiddenInput)


def drawn(field: str, form: forms.Form, **values: object) -> str:
    given = {"field": form[field], **values}
    return Template('{% include "ui/field.html" %}').render(Context(given))


def test_a_field_has_label_help_and_error_tied_to_its_input() -> None:
    text = drawn("name", Sample({"name": ""}))
    assert '<label for="id_name">' in text
    assert 'id="id_name_helptext"' in text
    assert 'id="id_name_error"' in text
    assert 'aria-describedby="id_name_helptext id_name_error"' in text
    assert 'aria-invalid="true"' in text
    assert "is-invalid" in text
    assert "placeholder" not in drawn("name", Sample(), bare=True)


def test_each_sort_of_field_is_drawn_in_its_way() -> None:
    form = Sample({})
    assert "form-select" in drawn("kind", form)
    assert "<fieldset" in drawn("choice", form)
    assert "<legend>Kết quả" in drawn("choice", form)
    assert "form-check-input" in drawn("mark", form)
    assert "<label" not in drawn("secret", form)
    assert "Đổi tên" in drawn("name", form, label="Đổi tên")


def test_the_summary_of_errors_leads_to_the_fields() -> None:
    text = Template('{% include "ui/form_errors.html" %}').render(Context({"form": Sample({})}))
    assert 'href="#id_name"' in text
    assert Template('{% include "ui/form_errors.html" %}').render(Context({"form": Sample()})).strip() == ""


def test_an_act_not_allowed_says_why_in_text() -> None:
    offer = {"url": "/x", "title": "Gia hạn", "allowed": False, "reason": "Chưa đủ tiêu chí phức tạp.", "rule": "TC-7"}
    text = Template('{% include "ui/act.html" %}').render(Context({"offer": offer}))
    assert "Chưa đủ tiêu chí phức tạp. (TC-7)" in text
    assert "href" not in text


@pytest.mark.parametrize("state", ["ok", "due_soon", "due_today", "late", "paused", "met", "cancelled"])
def test_a_limit_is_word_and_icon_in_every_state(state: str) -> None:
    clock = {
        "title": "Giải quyết",
        "due": date(2026, 7, 14),
        "state": state,
        "left": -1,
        "steps": ["một"],
        "source": "Đ.28",
    }
    text = Template('{% include "ui/clock.html" %}').render(Context({"clock": clock}))
    assert "<svg" in text
    assert "Thứ Ba, 14/07/2026" in text
    assert "Vì sao ngày này" in text
    assert (ui.clock_word(state) in text) or "quá hạn 1 ngày" in text


# KN-5
@pytest.mark.parametrize(
    "language, said", [("vi", "ngày phát sinh, không tính"), ("en", "day of the event, not counted")]
)
def test_the_counting_is_told_in_the_language_chosen(language: str, said: str) -> None:
    deadline = count(rule_id="KN-5", start=date(2026, 7, 14))
    clock = {"title": "Giải quyết", "due": deadline.rolled_due, "state": "ok", "left": 3, "steps": deadline.steps}
    with translation.override(language):
        text = Template('{% include "ui/clock.html" %}').render(Context({"clock": clock}))
    assert said in text
    assert f'<ol class="why-steps" lang="{language}"' in text


@pytest.mark.parametrize("name", ["empty", "pager", "timeline", "facts", "messages", "refusal", "progress"])
def test_components_are_drawn_with_nothing_in_them(name: str) -> None:
    Template(f'{{% include "ui/{name}.html" %}}').render(Context({}))

"""Our engine of templates says what Django's says, letter for letter, and fails where Django's fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from enum import IntEnum, StrEnum
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import QueryDict
from django.template import Context, Engine, RequestContext, Template, VariableDoesNotExist, engines
from django.test import RequestFactory, override_settings
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse, set_script_prefix
from django.utils import timezone, translation
from django.utils.functional import SimpleLazyObject, lazy
from django.utils.safestring import mark_safe

from tiepdan.ui.addresses import address
from tiepdan.ui.engine import Page

EVENING = datetime(2026, 7, 1, 20, 15, tzinfo=UTC)
NASTY = "\"><script>alert(1)</script>&'ơ"


class Tone(StrEnum):
    LATE = "late<"


class Rank(IntEnum):
    HEAD = 3


class Row(NamedTuple):
    code: str
    number: int


class Gone(ObjectDoesNotExist, AttributeError):
    """As Django's own for a relation that is not there."""


class Odd:
    """Properties and methods that do what templates meet."""

    public = "công khai"
    items = ("thuộc tính",)

    @property
    def fails(self) -> str:
        raise ValueError("hỏng")

    @property
    def misses(self) -> str:
        raise AttributeError("thiếu ở trong")

    @property
    def mistypes(self) -> str:
        raise TypeError("sai kiểu")

    @property
    def unfound(self) -> str:
        raise VariableDoesNotExist("không thấy")

    @property
    def gone(self) -> str:
        raise Gone("không có")

    def method(self) -> str:
        return "gọi <được>"

    def wants(self, one: str) -> str:
        return one

    def broken(self) -> str:
        raise TypeError("lỗi ở trong")

    def absent(self) -> str:
        raise ObjectDoesNotExist

    def deletes(self) -> str:
        return "đã xóa"

    deletes.alters_data = True  # type: ignore[attr-defined]

    def kept(self) -> str:
        return "không gọi"

    kept.do_not_call_in_templates = True  # type: ignore[attr-defined]
    kept.label = "nhãn"  # type: ignore[attr-defined]

    def __str__(self) -> str:
        return NASTY


class Guarded:
    """An object with keys and attributes."""

    name = "thuộc tính"

    def __getitem__(self, key: str) -> str:
        if key == "hỏng":
            raise RuntimeError(key)
        if key == "khóa":
            return "giá trị"
        raise KeyError(key)


class Marked:
    def __html__(self) -> str:
        return "<i>đã vẽ</i>"


class Asked(forms.Form):
    name = forms.CharField(label=NASTY)


def values() -> dict[str, Any]:
    """What the corpus draws; made anew for each drawing, since generators are used up."""
    return {
        "nasty": NASTY, "safe": mark_safe("<b>&</b>"), "none": None, "yes": True, "no": False, "zero": 0, "empty": "",
        "million": 1234567, "negative": -5, "ratio": 1234.5, "price": Decimal("1234567.80"), "rank": Rank.HEAD,
        "tone": Tone.LATE, "day": date(2026, 7, 1), "hour": time(8, 30),
        "naive": timezone.make_naive(EVENING), "moment": EVENING, "odd": Odd(), "kind": Odd, "guarded": Guarded(),
        "marked": Marked(), "row": Row("A<1", 7), "rows": [Row("A", 1), Row("B", 2)], "pairs": [("a", 1), ("b", 2)],
        "uneven": [("a", 1), ("b",)], "numbers": [1, 2, 3], "places": ("không", "một"), "nested": [[1, 2], [], [3]],
        "table": {"khóa": "giá trị", "items": "khóa trước", "a": {"b": {"c": NASTY}}, 0: "số", "0": "chữ", "call": str},
        "lazy": lazy(lambda: NASTY, str)(), "lazy_object": SimpleLazyObject(lambda: SimpleNamespace(name=NASTY)),
        "call": lambda: "hàm <gọi>", "wants": lambda one: one, "returns_none": lambda: None, "type": dict,
        "query": QueryDict("a=1&a=2"), "form": Asked(), "bound": Asked({}), "made": (one for one in ["x", "<y>"]),
        "errors": ValueError(NASTY), "bytes": b"x", "set": {1}, "deep": SimpleNamespace(a=SimpleNamespace(b=Odd())),
        "code": "DT-2026-7KQ4", "spaced": "a b/ơ&'", "word": "chữ", "forloop_like": {"counter": 9},
    }  # fmt: skip


LOOKED_UP = [
    "nasty",
    "safe",
    "none",
    "yes",
    "no",
    "zero",
    "empty",
    "million",
    "negative",
    "ratio",
    "price",
    "rank",
    "tone",
    "day",
    "hour",
    "naive",
    "moment",
    "odd",
    "kind",
    "guarded",
    "marked",
    "row",
    "lazy",
    "call",
    "wants",
    "returns_none",
    "type",
    "query",
    "form",
    "bound",
    "errors",
    "bytes",
    "set",
    "missing",
    "None",
    "True",
    "False",
    "odd.public",
    "odd.items",
    "odd.fails",
    "odd.misses",
    "odd.mistypes",
    "odd.gone",
    "odd.unfound",
    "odd.unfound|default:1",
    "odd.method",
    "odd.wants",
    "odd.broken",
    "odd.absent",
    "odd.deletes",
    "odd.deletes.upper",
    "odd.kept",
    "odd.kept.label",
    "odd.missing",
    "odd.method.upper",
    "odd.public.upper",
    "kind.public",
    "kind.method",
    "guarded.name",
    "guarded.khóa",
    "guarded.hỏng",
    "guarded.missing",
    "row.code",
    "row.number",
    "row.0",
    "row.1",
    "row.2",
    "row.missing",
    "row.index",
    "rows.0.code",
    "rows.1.1",
    "rows.7.code",
    "places.0",
    "places.1",
    "places.2",
    "places.-1",
    "places.²",
    "numbers.count",
    "nasty.0",
    "nasty.upper",
    "nasty.99",
    "safe.0",
    "word.isdigit",
    "table.khóa",
    "table.items",
    "table.keys",
    "table.a.b.c",
    "table.a.x.c",
    "table.0",
    "table.call",
    "table.missing",
    "table.1",
    "lazy.upper",
    "lazy_object.name",
    "lazy_object.missing",
    "none.x",
    "none.real",
    "zero.real",
    "yes.real",
    "query.a",
    "query.b",
    "query.getlist",
    "form.name",
    "form.name.label",
    "form.errors",
    "form.missing",
    "bound.errors",
    "bound.name.errors",
    "deep.a.b.method",
    "deep.a.b.missing",
    "deep.a.x.y",
    "day.year",
    "moment.date",
    "marked.x",
    "errors.args",
    "errors.args.0",
    "template_name",
    "autoescape",
    "dicts",
    "push",
    "pop",
    "render_context",
    "returns_none.x",
    "call.upper",
    "type.keys",
    "code.0",
    "set.0",
    "bytes.0",
    "block.super",
    "forloop.counter",
    "request.path",
    "12",
    "1.5",
    '"chữ<"',
    "'a'",
    '_("Trang")',
]
FILTERED = [
    "nasty|upper",
    "nasty|safe",
    "nasty|escape",
    "nasty|force_escape",
    "safe|lower",
    "safe|upper",
    'missing|default:"không<"',
    "missing|default:nasty",
    "none|default_if_none:safe",
    "million|floatformat:2",
    "ratio|floatformat",
    'day|date:"d/m/Y"',
    'moment|date:"H:i"',
    "moment|date",
    'naive|time:"H:i"',
    "moment|moment",
    "day|day",
    "day|short_day",
    "none|day",
    "rows|length",
    "missing|length",
    'numbers|join:",',
    '"',
    "pairs|dictsort:0",
    "nasty|truncatechars:3",
    "nasty|linebreaks",
    "safe|linebreaks",
    "numbers|first",
    'numbers|slice:":2"',
    "nasty|cut:missing",
    "nasty|add:word",
    "million|add:zero",
    "price|add:missing",
    "odd.fails|default:1",
    "missing.x|upper",
    "nasty|striptags",
    "code|said",
    "empty|said",
    'yes|yesno:"có,không"',
    "none|yesno",
    "numbers|unordered_list",
    "nasty|urlencode",
    "nasty|nl2p",
    "zero|days_left",
    'missing|date:"Y"',
    "tone|upper",
    "table|length",
    '"a<"|safe',
    '"a<"|lower',
    'odd|default:"x"',
    "odd.method|length",
    'nasty|json_script:"id"',
    "nasty|slugify",
    "tone|default:missing",
    "form.name|control",
    "nasty|default:missing|upper",
]
ASKED = [
    "yes",
    "no",
    "none",
    "missing",
    "zero",
    "empty",
    "nasty",
    "odd.fails",
    "odd.gone",
    "odd.misses",
    "odd.missing.x",
    "rows",
    "missing.x.y",
    "table.khóa",
    "returns_none",
    "not_yes|not%no",
    "not%missing",
    "not%odd.fails",
    "yes%and%no",
    "yes%and%nasty",
    "no%or%none",
    "none%or%word",
    "no%or%missing.x",
    "yes%and%not%no",
    "yes%or%odd.fails",
    "odd.fails%or%yes",
    "odd.fails%and%yes",
    "million%==%1234567",
    "million%!=%1",
    "million%>%5",
    "none%>%5",
    "million%>=%nasty",
    "zero%<%1",
    "ratio%<=%1234.5",
    "word%in%nasty",
    '"a"%in%table',
    '"a"%not%in%table',
    "1%in%numbers",
    "1%in%none",
    "none%is%None",
    "none%is%not%None",
    "missing%is%None",
    "missing%==%None",
    'tone%==%"late<"',
    "rank%==%3",
    "rows|length%==%2",
    "rows|length%>%missing",
    "yes%and%no%or%word",
    "yes%or%no%and%no",
    "not%yes%or%yes",
    "word|default:missing",
    "missing|default:missing",
    "odd.broken%==%None",
    "nasty|cut:missing",
    "odd.fails%==%1",
    "word%==%word%and%none",
    "nasty|add:missing.x%or%yes",
]
WHOLE = [
    "{% for one in numbers %}{{ forloop.counter }}{{ forloop.counter0 }}{{ forloop.revcounter }}{{ forloop.revcounter0 }}"
    "{{ forloop.first }}{{ forloop.last }}{{ one }},{% empty %}không{% endfor %}{{ forloop.counter }}{{ one }}",
    "{% for one in numbers reversed %}{{ one }}{% endfor %}{% for one in missing %}x{% empty %}{{ nasty }}{% endfor %}",
    "{% for a, b in pairs %}{{ a }}={{ b }}{% if not forloop.last %}; {% endif %}{% endfor %}{{ a }}",
    "{% for a, b in uneven %}{{ a }}{% endfor %}", "{% for a, b in numbers %}{{ a }}{% endfor %}",
    "{% for a, b in table.items %}{{ a }}{% endfor %}", "{% for one in zero %}x{% endfor %}", "{% for one in none %}x{% endfor %}",
    "{% for one in made %}{{ one }}{% endfor %}{% for one in made %}{{ one }}{% endfor %}",
    "{% for one in nested %}{% for two in one %}{{ forloop.parentloop.counter }}.{{ forloop.counter }}={{ two }} {% empty %}-"
    "{% endfor %}{% endfor %}", "{% for one in nasty %}{{ one }}{% endfor %}", "{% for a, b in rows %}{{ a }}{{ b }}{% endfor %}",
    "{% for one in numbers %}{% ifchanged one %}{{ one }}{% endifchanged %}{% cycle 'a' 'b' %}{% endfor %}",
    "{% for one in numbers %}{% with two=one|add:1 %}{{ two }}{% endwith %}{{ two }}{% endfor %}",
    "{% for one in numbers %}{% url 'desk:case_detail' one as found %}{{ found }}{% endfor %}{{ found }}",
    "{% autoescape off %}{{ nasty }}{{ safe }}{{ odd }}{{ marked }}{{ lazy }}{{ million }}{{ day }}{{ tone }}{{ none }}"
    "{{ nasty|upper }}{{ nasty|linebreaks }}{% url 'desk:case_detail' spaced %}{% autoescape on %}{{ nasty }}{% endautoescape %}"
    "{% endautoescape %}{{ nasty }}",
    "{% if yes %}a{% elif no %}b{% else %}c{% endif %}{% if none %}a{% elif odd.gone %}b{% elif word %}{{ word }}{% endif %}",
    "{% if no %}{% endif %}{% if yes %}{% endif %}{% if yes %}  {# lời #} {% endif %}x",
    "{% load tz l10n %}{% localtime off %}{{ moment }}{% endlocaltime %}{{ moment }}{% timezone 'Asia/Tokyo' %}{{ moment }}"
    "{{ moment|date:'H:i' }}{% endtimezone %}{% localize off %}{{ ratio }}{{ million }}{{ day }}{% endlocalize %}{{ ratio }}",
    "{% firstof missing none nasty %}{% filter upper %}{{ nasty }}{% endfilter %}{% widthratio million 100 1 %}{% now 'Y' %}",
    "{% spaceless %}<p> {{ nasty }} </p> <b></b>{% endspaceless %}{% verbatim %}{{ nasty }}{% endverbatim %}",
    "{% regroup rows by code as groups %}{% for group in groups %}{{ group.grouper }}{{ group.list }}{% endfor %}",
    "{% include 'ui/badge.html' with tone=tone label=nasty only %}{% include missing %}", "{% include 'ui/badge.html' %}",
    "{% badge 'late' nasty %}{% icon 'lock' %}{% tone_icon tone %}{% data_attributes a=nasty b=none %}{{ 'x'|default:nasty }}",
    "{% partialdef one inline %}{{ nasty }}{% for a in numbers %}{{ a }}{% endfor %}{% endpartialdef %}{% partial one %}",
    "{% block a %}{{ nasty }}{% block b %}{% for one in numbers %}{{ one }}{% endfor %}{% endblock %}{{ block.super }}{% endblock %}",
    "{% extends 'desk/base.html' %}{% block title %}{{ nasty }}{{ block.super }}{% endblock %}",
    "{% trans 'Trang' %}{% blocktranslate with a=nasty count n=million %}{{ a }} {{ n }}{% plural %}{{ a }}{% endblocktranslate %}",
    "{% url 'desk:case_detail' code %}", "{% url 'desk:case_detail' spaced %}", "{% url 'desk:case_detail' %}",
    "{% url 'desk:case_detail' code code %}",
    "{% url 'desk:case_detail' code=code %}", "{% url missing code %}", "{% url word %}", "{% url 'desk:case_detail' missing %}",
    "{% url 'desk:case_detail' none %}", "{% url 'desk:case_detail' million %}", "{% url 'desk:home' %}", "{% url 'x:y' %}",
    "{{ }}", "{{ a b }}", "{{ nasty|missing }}", "{{ _x }}", "{{ a._b }}", "{% if %}{% endif %}", "{% if a b %}{% endif %}",
    "{% for a in %}{% endfor %}", "{% for a in b %}", "{% unknown %}", "{{ nasty|upper:1 }}", "{{ nasty|default }}", "{% if yes %}",
    "{% if a == %}{% endif %}", "văn <b>bản</b> {# lời #} & {{ '{' }}",
]  # fmt: skip
CORPUS = [
    *(f"{{{{ {one} }}}}" for one in (*LOOKED_UP, *FILTERED)),
    *(f"{{% if {one} %}}có{{% else %}}không{{% endif %}}" for one in [*LOOKED_UP, *FILTERED]),
    *("{% if " + one.replace("%", " ") + " %}có{% else %}không{% endif %}" for one in ASKED),
    *(f"{{% for one in {one} %}}{{{{ one }}}}{{% empty %}}không{{% endfor %}}" for one in LOOKED_UP),
    *(f"{{% with one={one} %}}{{{{ one }}}}|{{{{ nasty|default:one }}}}{{% endwith %}}" for one in LOOKED_UP),
    *WHOLE,
]


def engine(*, debug: bool, invalid: str = "") -> Engine:
    theirs = engines["django"].engine  # type: ignore[attr-defined] # of Django's templates
    return Engine(
        debug=debug, loaders=theirs.loaders, builtins=theirs.builtins, string_if_invalid=invalid,
        context_processors=theirs.context_processors, libraries=theirs.libraries,
    )  # fmt: skip


def outcome(make: Callable[[], str]) -> str:
    """Return what is drawn, or how it fails; places in memory left out."""
    try:
        drawn = make()
    except Exception as error:  # any error is compared
        drawn = f"{type(error).__name__}: {error}"
    return " ".join(part.split(" at 0x")[0] for part in drawn.split("<")) if " at 0x" in drawn else drawn


def drawn(kind: type[Template], source: str, by: Engine, *, request: bool = False) -> str:
    given = values()
    context = RequestContext(RequestFactory().get("/x/"), given) if request else Context(given)
    return kind(source, engine=by).render(context)


@pytest.fixture
def alike() -> Callable[..., None]:
    def compare(source: str, **options: Any) -> None:
        invalid = options.pop("invalid", "")
        ours, theirs = engine(debug=False, invalid=invalid), engine(debug=True, invalid=invalid)
        assert outcome(lambda: drawn(Page, source, ours, **options)) == outcome(
            lambda: drawn(Template, source, theirs, **options)
        ), source

    return compare


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whatever_a_page_may_ask(alike: Callable[..., None], language: str) -> None:
    with translation.override(language), timezone.override("Asia/Ho_Chi_Minh"):
        for source in CORPUS:
            alike(source)


def test_with_numbers_grouped_and_words_for_what_is_missing(alike: Callable[..., None]) -> None:
    with override_settings(USE_THOUSAND_SEPARATOR=True):
        for source in CORPUS:
            alike(source, invalid="thiếu %s <")


def test_an_error_of_debugging_still_says_where_it_lies() -> None:
    made = engine(debug=True).get_template("ui/badge.html")

    assert type(made) is Template
    assert type(engine(debug=False).get_template("ui/badge.html")) is Page


def names_of(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, int]]:
    """Every name of the program's addresses with the number of its values."""
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from names_of(one, f"{before}{one.namespace}:" if one.namespace else before)
        elif isinstance(one, URLPattern) and isinstance(one.name, str):
            yield f"{before}{one.name}", one.pattern.regex.groups


@pytest.mark.parametrize("prefix", ["/", "/tiếp dân/"])
def test_addresses_are_those_of_django(prefix: str) -> None:
    tried = (
        "DT-2026-7KQ4",
        7,
        "a b",
        "ơ",
        "a/b",
        "",
        "//x",
        "100%",
        "%(x)s",
        None,
        "kien-nghi",
        date(2026, 7, 1),
        "a\n",
        "&'",
    )
    set_script_prefix(prefix)
    try:
        named = sorted(set(names_of(get_resolver())))
        assert len(named) > 200
        for name, count in named:
            for value in tried:
                given = [value] * count
                ours = outcome(partial(address, name, *given))
                assert ours == outcome(partial(reverse, name, args=given)), (name, given)
        with pytest.raises(NoReverseMatch):
            address("desk:case_detail")
    finally:
        set_script_prefix("/")

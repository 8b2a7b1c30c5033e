"""Pages to read: what one can do here, the agencies, and the guides in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from tiepdan.deadlines.model import RuleVersion, Unit
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.deadlines.rulebook import load_rulebook
from tiepdan.deadlines.variants import COMPLEX, REMOTE
from tiepdan.infra import clock
from tiepdan.portal.forms import LookUpForm
from tiepdan.portal.kinds import CHOICES
from tiepdan.portal.queries import provinces, receiving_agencies
from tiepdan.ui.guide import citizens_guide
from tiepdan.ui.words import Words, said

_UNITS: Final = Words({
    Unit.CALENDAR_DAY: "ngày", Unit.WORKING_DAY: "ngày làm việc", Unit.MONTH: "tháng", Unit.YEAR: "năm", Unit.HOUR: "giờ",
})  # fmt: skip
GUIDES: Final = {
    "khieu-nai": ("Hướng dẫn khiếu nại", ("KN-1", "KN-3", "KN-5", "KN-9", "KN-2", "KN-10", "KN-13", "KN-18")),
    "to-cao": ("Hướng dẫn tố cáo", ("TC-1", "TC-3", "TC-5", "TC-6", "TC-7")),
    "kien-nghi-phan-anh": ("Kiến nghị, phản ánh", ("KN-19", "LI-5")),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """A period as the rulebook has it on the day."""

    title: str
    length: str
    longer: str  # "" or the longest variants
    source: str


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Say what can be done here; offer the look-up."""
    context = {
        "choices": CHOICES,
        "form": LookUpForm(),
        "guides": [(slug, said(title)) for slug, (title, _rules) in GUIDES.items()],
    }
    return render(request, "portal/home.html", context)


@require_GET
def agencies(request: HttpRequest) -> HttpResponse:
    """List agencies that receive, by name or province."""
    today = clock.today()
    words, province = request.GET.get("q", "").strip(), request.GET.get("tinh", "")
    found = receiving_agencies(words=words, province=province, on=today)
    context = {"agencies": found, "words": words, "province": province, "provinces": provinces(on=today)}
    return render(request, "portal/agencies.html", context)


@require_GET
def guide(request: HttpRequest, slug: str) -> HttpResponse:
    """Explain one way in plain words; the periods come from the rules in force today."""
    if slug not in GUIDES:
        return _written(request, slug)
    title, rules = GUIDES[slug]
    today = clock.today()
    limits = {rule.replace("-", "_"): found for rule in rules if (found := _limit(rule, today)) is not None}
    return render(
        request, f"portal/guide_{slug.replace('-', '_')}.html", {"title": said(title), "limits": limits, "today": today}
    )


@require_GET
def guides(request: HttpRequest) -> HttpResponse:
    """What citizens can read, or the parts that have the words looked for."""
    words = request.GET.get("q", "").strip()[:200]
    book = citizens_guide()
    context = {
        "page": book.index,
        "words": words,
        "found": book.find(words),
        "guides": [(slug, title) for slug, (title, _) in GUIDES.items()],
    }
    return render(request, "portal/guides.html", context)


def _written(request: HttpRequest, slug: str) -> HttpResponse:
    page = citizens_guide().pages.get(slug)
    if page is None:
        raise Http404
    return render(request, "portal/guide_page.html", {"page": page})


def _limit(rule_id: str, today: date) -> Limit | None:
    try:
        rule, version = load_rulebook().in_force(rule_id, on=today)
    except RuleRefused:
        return None
    return Limit(
        title=said(rule.title_vi),
        length=f"{version.length} {_UNITS[version.unit]}",
        longer=_longer(version),
        source=version.source,
    )


def _longer(version: RuleVersion) -> str:
    unit = _UNITS[version.unit]
    kinds = ((_("vụ việc phức tạp"), COMPLEX), (_("vùng sâu, vùng xa, đi lại khó khăn"), REMOTE),
            (_("phức tạp ở vùng sâu, vùng xa"), COMPLEX | REMOTE))  # fmt: skip
    return "; ".join(
        _("{words}: đến {value} {unit}").format(words=words, value=version.lengths[mask], unit=unit)
        for words, mask in kinds
        if mask in version.lengths
    )


urlpatterns = [
    path("", home, name="home"),
    path("co-quan/", agencies, name="agencies"),
    path("huong-dan/", guides, name="guides"),
    path("huong-dan/<slug:slug>/", guide, name="guide"),
]

"""What the base page needs in every template."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, object]:
    """Return the profile banner, the acting post and the theme."""
    return {
        "demo": settings.DEMO,
        "practice": settings.PRACTICE,
        "actor": getattr(request, "actor", None),
        "theme": request.COOKIES.get("theme", "auto"),
    }

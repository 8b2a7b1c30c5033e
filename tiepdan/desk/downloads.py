"""Answers that carry a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def as_download(*, data: bytes, name: str, media_type: str, inline: bool = False) -> HttpResponse:
    """Answer with a file to be saved; `inline` only for what our own program drew."""
    response = HttpResponse(data, content_type=media_type)
    header = content_disposition_header(not inline, name)
    if header:
        response["Content-Disposition"] = header
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response

"""The PIN between the act and the printer: only its hash is stored, so it waits sealed in the officer's session."""

from __future__ import annotations

import base64
import json
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from tiepdan.documents.access import drawn
from tiepdan.documents.models import Paper
from tiepdan.infra.seal import SealBroken, load_ring
from tiepdan.submissions.rules import is_odd_number
from tiepdan.ui.words import in_vietnamese

_SESSION_KEY: Final = "receipts"
_KEPT: Final = 5
_FOR: Final = timedelta(minutes=30)


def remember_pin(request: HttpRequest, *, code: str, pin: str, at: datetime) -> None:
    """Keep a PIN for half an hour, for the printed receipt."""
    plain = json.dumps({"pin": pin, "until": (at + _FOR).isoformat()}).encode()
    envelope = load_ring(settings.HOME).close(plain=plain, bound_to=f"receipt:{code}")
    held = list(request.session.get(_SESSION_KEY, {}).items())[-_KEPT + 1 :]
    request.session[_SESSION_KEY] = {**dict(held), code: base64.b64encode(envelope).decode()}


def remembered_pin(request: HttpRequest, *, code: str, at: datetime) -> str:
    """Return the PIN of a receipt just given by this officer; empty afterwards."""
    envelope = request.session.get(_SESSION_KEY, {}).get(code)
    if not envelope:
        return ""
    try:
        plain = load_ring(settings.HOME).open(envelope=base64.b64decode(envelope), bound_to=f"receipt:{code}")
    except SealBroken:
        return ""
    held = json.loads(plain)
    return str(held["pin"]) if at < datetime.fromisoformat(held["until"]) else ""


def look_up_address() -> str:
    """Return the address behind the QR code: the page where code and PIN are typed. Neither is in it."""
    return f"{settings.PUBLIC_ADDRESS}{reverse('portal:look_up')}"


@in_vietnamese
def receipt_pdf(*, paper: Paper, pin: str) -> bytes:
    """Draw the receipt with the PIN; only for who has just given it."""
    ready = drawn(paper=paper, with_identity=True, qr_url=look_up_address())
    values = {**ready.values, "lookup_pin": pin} if pin else ready.values
    return type(ready)(form=ready.form, values=values, letterhead=ready.letterhead, options=ready.options).pdf()


def warn_of_number(request: HttpRequest, *, kind: str, number: str) -> None:
    """Ask for a second look at an identity number of an odd shape; what was typed is kept."""
    if is_odd_number(kind=kind, number=number):
        messages.warning(
            request,
            _(
                "Số giấy tờ đã ghi không đúng dạng thường gặp (căn cước có 12 chữ số): xem lại trên giấy, sửa nếu nhập nhầm."
            ),
        )

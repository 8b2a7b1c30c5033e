"""Walking the portal as a citizen does."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.test import Client

from tiepdan.agencies.models import Agency

NAME = "Nguyễn Thị Hồng Nhung"
ADDRESS = "Số 19, ngõ Cây Đa, phường Hoa Sen"
PHONE = "0900111222"
NUMBER = "000987654321"
CONTENT = "Đề nghị xem lại việc bồi thường thửa đất số 12 khi thu hồi đất làm đường."
_TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value="|"X-CSRFToken": ")[A-Za-z0-9]+')


@dataclass(frozen=True)
class Sent:
    """What the result page showed."""

    code: str
    pin: str
    page: str


def filled(**changes: object) -> dict[str, object]:
    """Everything a form may ask, as typed."""
    return {
        "request_key": "k" * 40, "name": NAME, "address": ADDRESS, "phone": PHONE, "email": "", "identity_kind": "can_cuoc",
        "number": NUMBER, "issued_on": "", "issued_at": "", "people": "1", "content": CONTENT, "demands": "Bồi thường đủ.",
        "earlier_handling": "", "respondent_name": "UBND phường Hoa Sen", "respondent_post": "", "attacked_number": "15/QĐ-UBND",
        "attacked_on": "01/06/2026", "attacked_act": "", "attacked_known_on": "05/06/2026",
        **changes,
    }  # fmt: skip


def send(client: Client, agency: Agency, kind: str = "khieu-nai", **changes: object) -> Sent:
    """Submit, and read code and PIN off the page."""
    response = client.post(f"/gui-don/{kind}/{agency.code}/", filled(**changes))
    page = response.content.decode()
    assert response.status_code == 201, page
    code, pin = re.findall(r"<dd>([^<]+)</dd>", page)[:2]
    return Sent(code, pin, page)


def follow(client: Client, sent: Sent) -> str:
    """Look a submission up and return the page."""
    response = client.post("/tra-cuu/", {"ma": sent.code, "pin": sent.pin}, follow=True)
    assert response.redirect_chain == [("/tra-cuu/don/", 302)]
    return response.content.decode()


def bare(page: bytes, *codes: str) -> bytes:
    """Return a page without what differs by request: form tokens and the code that was typed."""
    text = _TOKEN.sub(r"\1", page.decode())
    for code in codes:
        text = text.replace(code, "CODE")
    return text.encode()

"""Calling the API as a connected system does."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client

from tests.people import Cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.actions import issue_api_client
from tiepdan.accounts.models import ApiClient
from tiepdan.accounts.rules import Actor, Scope
from tiepdan.infra import clock

BASE = "/api/v1"
NAME = "Nguyễn Thị Hồng Nhung"
NUMBER = "000987654321"


@dataclass(frozen=True)
class Caller:
    """A system with its token."""

    web: Client
    token: str
    client: ApiClient

    def get(self, path: str, **headers: str) -> HttpResponse:
        """GET."""
        return self.web.get(f"{BASE}{path}", headers=self._headers(headers))  # type: ignore[return-value]

    def post(self, path: str, body: object, **headers: str) -> HttpResponse:
        """POST JSON."""
        return self.web.post(  # type: ignore[return-value]
            f"{BASE}{path}", json.dumps(body), content_type="application/json", headers=self._headers(headers)
        )

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        return {
            "Authorization": f"Bearer {self.token}",
            **{name.replace("_", "-"): value for name, value in more.items()},
        }


def caller(web: Client, *, by: Actor, agency_id: int, scopes: Collection[Scope] = tuple(Scope)) -> Caller:
    """Admit a system as an administrator."""
    with acting(by):
        made = issue_api_client(agency_id=agency_id, name="Hệ thống thử", scopes=scopes, days=30, by=by, at=clock.now())
    return Caller(web, made.token, made.client)


def commune_caller(web: Client, cast: Cast, scopes: Collection[Scope] = tuple(Scope)) -> Caller:
    """A system of the cast's commune."""
    return caller(web, by=cast.administrator, agency_id=cast.commune.pk, scopes=scopes)


def complaint(**changes: Any) -> dict[str, Any]:
    """A complaint as JSON."""
    return {
        "content": "Đề nghị xem lại việc bồi thường thửa đất số 12 khi thu hồi đất làm đường.",
        "kind": "complaint",
        "parties": [{"name": NAME, "role": "complainant", "identity": {"number": NUMBER, "address": "Số 7"}}],
        **changes,
    }


def denunciation(**changes: Any) -> dict[str, Any]:
    """A denunciation as JSON."""
    return complaint(
        kind="denunciation", content="Ông Bê nhận tiền khi cấp phép.", respondent_name="Ông Bê",
        parties=[{"name": NAME, "role": "denouncer", "identity": {"number": NUMBER}}], **changes,
    )  # fmt: skip


def body_of(response: HttpResponse) -> Any:
    """The JSON of an answer."""
    return json.loads(response.content)


def stored(api: Caller, body: object, key: str = "lan-gui-0001") -> str:
    """Send a submission and return its code."""
    response = api.post("/submissions", body, Idempotency_Key=key)
    assert response.status_code == 201, response.content
    return str(body_of(response)["code"])

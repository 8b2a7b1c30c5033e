"""The operations measured, as requests of an ordinary officer, a connected system and a citizen; no two alike."""

from __future__ import annotations

import json
import os
import re
import urllib.parse
from dataclasses import dataclass
from itertools import count
from typing import Final

from tiepdan.ops.bench.known import DESK, TEXT, Known
from tiepdan.ops.bench.load import Answer, Request, Requests

OPERATIONS: Final = (
    "create_api", "create_officer_form", "create_citizen_form", "list_filtered", "list_deep", "case", "state_change",
    "lookup", "lifecycle",
)  # fmt: skip
_CASE: Final = re.compile(r"/vu-viec/([0-9A-Z-]+)/")


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of operation, repeated."""

    name: str
    known: Known

    def requests(self, client: int) -> Requests:
        """Make requests for ever, no two alike."""
        for turn in count():
            if self.name == "lifecycle":
                yield from self._life(client, turn)
            else:
                yield self._request(client, turn)

    def _request(self, client: int, turn: int) -> Request:
        known, mark = self.known, f"{os.getpid()}-{client}-{turn}"
        text = text_of(client, turn)
        match self.name:
            case "create_api":
                return create(known, text, mark, turn)
            case "create_officer_form":
                return self._form(f"{DESK}/tiep-dan/moi/", {**dict(known.intake), "content": text, "request_key": mark})
            case "create_citizen_form":
                fields = {**dict(known.citizen), "content": text, "request_key": mark.ljust(64, "0")}
                return self._form(known.citizen_path, fields)
            case "list_filtered":
                return self._page(f"{DESK}/don/?kind=complaint&state=received")
            case "list_deep":
                return self._page(f"{DESK}/don/?kind=complaint&state=received&sau={known.deep}")
            case "case":
                return self._page(f"{DESK}/vu-viec/{known.cases[turn % len(known.cases)]}/")
            case "state_change":
                code = known.received[(client + turn) % len(known.received)]
                return self._form(f"{DESK}/xu-ly/{code}/phan-loai/?loai=complaint", dict(known.screening))
            case _:
                code, pin = known.pairs[turn % len(known.pairs)]
                return self._form("/tra-cuu/", {"ma": code, "pin": pin})

    def _life(self, client: int, turn: int) -> Requests:
        """Create by API, screen, accept and assign, settle with an answer, find again."""
        known = self.known
        mark = f"{os.getpid()}-{client}-{turn}-life"
        answer = yield create(known, text_of(client, turn), mark, turn, kind="petition_feedback", ends=False)
        code = json.loads(answer.body)["code"] if answer.status == 201 else "none"
        yield self._form(
            f"{DESK}/xu-ly/{code}/phan-loai/?loai=petition_feedback", dict(known.screening_petition), ends=False
        )
        answer = yield self._form(
            f"{DESK}/vu-viec/mo/{code}/thu-ly/", dict(known.accepting), ends=False, session=known.head
        )
        yield self._form(
            f"{DESK}/vu-viec/{case_in(answer)}/{known.answer_slug}/",
            dict(known.answering),
            ends=False,
            session=known.head,
        )
        yield self._page(f"{DESK}/tim/?q={code}")

    def _cookies(self, session: str = "") -> str:
        return f"sessionid={session or self.known.officer}; csrftoken={self.known.csrf}"

    def _page(self, path: str) -> Request:
        return Request("GET", path, {"Cookie": self._cookies()})

    def _form(self, path: str, fields: dict[str, str], *, ends: bool = True, session: str = "") -> Request:
        public = not path.startswith(DESK)
        headers = {
            "Cookie": f"csrftoken={self.known.csrf}" if public else self._cookies(session),
            "X-CSRFToken": self.known.csrf,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        fields.pop("csrfmiddlewaretoken", None)
        # A form that is drawn again was refused: only the page of the citizen answers with a page of its own (201).
        good = (201,) if path == self.known.citizen_path else (302, 303)
        return Request("POST", path, headers, urllib.parse.urlencode(fields).encode(), good=good, ends=ends)


def text_of(client: int, turn: int) -> str:
    """Return a text that no other request has."""
    return TEXT.format(day=turn % 28 + 1, number=client * 100_000 + turn, area=turn % 900 + 37)


def create(known: Known, text: str, mark: str, turn: int, *, kind: str = "complaint", ends: bool = True) -> Request:
    """Send a submission by API."""
    role = "complainant" if kind == "complaint" else "petitioner"
    body = {
        "kind": kind, "content": text, "source": "post", "petition_mark": "" if kind == "complaint" else "petition",
        "parties": [{"name": f"Người Thử {turn}", "role": role, "identity": {"number": f"000{turn:09}"}}],
    }  # fmt: skip
    headers = {
        "Authorization": f"Bearer {known.token}",
        "Content-Type": "application/json",
        "Idempotency-Key": f"bench-{mark}",
    }
    return Request("POST", "/api/v1/submissions", headers, json.dumps(body).encode(), good=(201,), ends=ends)


def case_in(answer: Answer) -> str:
    """Return the code of the case that an answer leads to."""
    found = _CASE.search(answer.headers.get("location", ""))
    return found[1] if found else "none"

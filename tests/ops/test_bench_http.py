"""The measure: its requests are whole operations, and the server's own timing is read as it was written."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from tiepdan.infra.home import Home
from tiepdan.ops import serving
from tiepdan.ops.bench.known import Known
from tiepdan.ops.bench.load import Answer, Measure
from tiepdan.ops.bench.operations import OPERATIONS, Operation
from tiepdan.ops.bench.pages import timed
from tiepdan.ops.environment import Installation
from tiepdan.ops.timing import ASKED_BY, ServerTiming

KNOWN = Known(
    token="t", officer="officer", head="head", csrf="c", agency="H10", agency_id="1", cases=("AAAA",), received=("BBBB",),
    deep="20260901.7", pairs=(("CODE", "123456"),), answer_slug="tra-loi", citizen_path="/gui-don/khieu-nai/H10/",
)  # fmt: skip


def test_a_life_goes_from_the_code_it_was_given_to_the_search_for_it() -> None:
    life = Operation("lifecycle", KNOWN).requests(0)
    sent = next(life)
    screened = life.send(Answer(201, {}, json.dumps({"code": "7KXW-94CM-RA"}).encode()))
    accepted = life.send(Answer(302))
    answered = life.send(Answer(302, {"location": "/ban-lam-viec/vu-viec/CCCC-DDDD-EE/"}))
    found = life.send(Answer(302))
    assert [one.ends for one in (sent, screened, accepted, answered, found)] == [False, False, False, False, True]
    assert "7KXW-94CM-RA" in screened.path
    assert "sessionid=head" in accepted.headers["Cookie"]
    assert answered.path == "/ban-lam-viec/vu-viec/CCCC-DDDD-EE/tra-loi/"
    assert found.path.endswith("?q=7KXW-94CM-RA")


@pytest.mark.parametrize("name", [name for name in OPERATIONS if name.startswith("create")])
def test_no_two_requests_that_create_are_alike(name: str) -> None:
    stream = Operation(name, KNOWN).requests(1)
    first, second = next(stream), stream.send(Answer(201))
    assert first.body != second.body


def test_a_measure_without_answers_is_no_speed() -> None:
    assert Measure(milliseconds=[], seconds=1, failures=3).row() == {
        "p50_ms": 0.0,
        "p95_ms": 0.0,
        "rate": 0.0,
        "failures": 3,
    }


@pytest.mark.django_db
def test_only_a_request_that_asks_is_timed() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        from tiepdan.agencies.models import Agency

        return HttpResponse(str(Agency.objects.count()))

    measured = ServerTiming(view)
    plain = measured(RequestFactory().get("/"))
    asked = measured(RequestFactory().get("/", **{ASKED_BY: "1"}))  # type: ignore[arg-type] # a header
    assert "Server-Timing" not in plain.headers
    found = timed(Answer(200, {"server-timing": asked.headers["Server-Timing"]}))
    assert found is not None
    assert found.queries == 1
    assert found.total >= found.db >= 0


def test_the_demo_of_a_measure_tells_its_progress_beside_the_answer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serving, "_demo_command", lambda *_: [sys.executable, "-c", "print('một phần')"])
    home = Home(tmp_path)
    home.prepare()
    with (tmp_path / "told").open("w", encoding="utf-8") as beside:
        serving.demo_in_child(Installation(home=home, demo=True, port=8000), 1, 1, None, out=beside)
    assert (tmp_path / "told").read_text(encoding="utf-8") == "một phần\n"
    assert capfd.readouterr().out == ""

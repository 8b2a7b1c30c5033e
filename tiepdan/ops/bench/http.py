"""tiepdan bench http: an installation of its own, measured from outside as an officer, a system and a citizen meet it."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Final

import lxml.html

from tiepdan.infra.home import Home
from tiepdan.ops.bench.load import Request, Script, measure
from tiepdan.ops.cli import OneLineParser
from tiepdan.ops.environment import Installation, SetupFailed
from tiepdan.ops.supervisor import Supervisor, free_port, sole_use

TEXT: Final = (
    "Ngày {day}/10/2026 tôi nhận Quyết định số {number}/QĐ-UBND thu hồi {area} m2 đất trồng cây lâu năm của gia đình tôi tại"
    " thôn {number}. Tôi không đồng ý vì diện tích đo lại thiếu {area} m2 so với giấy chứng nhận, đơn giá bồi thường thấp hơn"
    " hộ liền kề số {day}, và không ai họp với các hộ trước khi ra quyết định."
)
DESK: Final = "/ban-lam-viec"


@dataclass(frozen=True, slots=True)
class Known:
    """What the installation told about itself."""

    token: str
    officer: str
    head: str
    csrf: str
    agency: str
    cases: tuple[str, ...]
    received: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...] = ()  # code and PIN of submissions sent for the look-up
    screening: tuple[tuple[str, str], ...] = ()  # fields of the screening form of one submission
    citizen: tuple[tuple[str, str], ...] = ()  # fields of the citizen's form
    citizen_path: str = ""
    intake: tuple[tuple[str, str], ...] = ()  # fields of the reception form


@dataclass(frozen=True, slots=True)
class Operation:
    """One kind of request, repeated."""

    name: str
    known: Known

    def requests(self, client: int) -> Iterator[Request]:
        """Make requests for ever, no two alike."""
        for turn in count():
            yield self._request(client, turn)

    def _request(self, client: int, turn: int) -> Request:
        known, mark = self.known, f"{os.getpid()}-{client}-{turn}"
        text = TEXT.format(day=turn % 28 + 1, number=client * 100_000 + turn, area=turn % 900 + 37)
        match self.name:
            case "create_api":
                return self._api(text, mark, turn)
            case "create_officer_form":
                return self._form(f"{DESK}/tiep-dan/moi/", {**dict(known.intake), "content": text, "request_key": mark})
            case "create_citizen_form":
                fields = {**dict(known.citizen), "content": text, "request_key": mark.ljust(64, "0")}
                return self._form(known.citizen_path, fields)
            case "list_filtered":
                return self._page(f"{DESK}/don/?kind=complaint&state=received")
            case "case":
                return self._page(f"{DESK}/vu-viec/{known.cases[turn % len(known.cases)]}/")
            case "state_change":
                code = known.received[(client + turn) % len(known.received)]
                return self._form(f"{DESK}/xu-ly/{code}/phan-loai/?loai=complaint", dict(known.screening))
            case _:
                code, pin = known.pairs[turn % len(known.pairs)]
                return self._form("/tra-cuu/", {"ma": code, "pin": pin})

    def _cookies(self) -> str:
        return f"sessionid={self.known.officer}; csrftoken={self.known.csrf}"

    def _page(self, path: str) -> Request:
        return Request("GET", path, {"Cookie": self._cookies()})

    def _form(self, path: str, fields: dict[str, str]) -> Request:
        public = not path.startswith(DESK)
        headers = {
            "Cookie": f"csrftoken={self.known.csrf}" if public else self._cookies(),
            "X-CSRFToken": self.known.csrf,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        fields.pop("csrfmiddlewaretoken", None)
        return Request("POST", path, headers, urllib.parse.urlencode(fields).encode(), good=(200, 201, 302, 303))

    def _api(self, text: str, mark: str, turn: int) -> Request:
        body = {
            "kind": "complaint", "content": text, "source": "post",
            "parties": [{"name": f"Người Thử {turn}", "role": "complainant", "identity": {"number": f"000{turn:09}"}}],
        }  # fmt: skip
        headers = {
            "Authorization": f"Bearer {self.known.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": f"bench-{mark}",
        }
        return Request("POST", "/api/v1/submissions", headers, json.dumps(body).encode(), good=(200, 201))


OPERATIONS: Final = (
    "create_api", "create_officer_form", "create_citizen_form", "list_filtered", "case", "state_change", "lookup",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Measure; prints a table, or one JSON document."""
    parser = OneLineParser(prog="tiepdan bench http", description="Đo từ bên ngoài.")
    parser.add_argument("--submissions", type=int, default=2400)
    parser.add_argument("--home", type=Path, default=None, help="dùng lại một thư mục dữ liệu dùng thử")
    parser.add_argument("--clients", default="1,4")
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--only", default="", help="chỉ các phép đo này, cách nhau bằng dấu phẩy")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    clients = [int(part) for part in options.clients.split(",")]
    wanted = [name for name in OPERATIONS if not options.only or name in options.only.split(",")]
    if options.home is not None:
        report = _measured(Home(options.home.resolve()), options.submissions, clients, options.seconds, wanted)
    else:
        with tempfile.TemporaryDirectory(prefix="tiepdan-bench-") as folder:
            report = _measured(Home(Path(folder)), options.submissions, clients, options.seconds, wanted)
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        _print(report)
    return 0


def _measured(home: Home, submissions: int, clients: list[int], seconds: float, wanted: list[str]) -> dict[str, Any]:
    port = free_port(host="127.0.0.1", wanted=8600, insist=False)
    os.environ |= {
        "TIEPDAN_HOME": str(home.root), "TIEPDAN_LOOKUP_PER_MINUTE": "10000000", "TIEPDAN_SUBMIT_PER_HOUR": "10000000",
        "TIEPDAN_API_PER_MINUTE": "10000000",
    }  # fmt: skip
    installation = Installation(home=home, demo=True, port=port)
    supervisor = Supervisor(installation, workers=2, threads=2, say=_tell)
    with sole_use(installation), supervisor.until_signal():
        supervisor.start_database()
        if not (home.root / "demo").exists():
            from tiepdan.ops.serving import demo_in_child

            demo_in_child(installation, submissions, 1, None)
        supervisor.start_program()
        supervisor.wait_until_answering()
        known = _know(installation, port)
        operations: dict[str, dict[str, Any]] = {}
        for name in wanted:
            script: Script = Operation(name, known)
            operations[name] = {
                str(number): measure(port=port, script=script, clients=number, seconds=seconds).row()
                for number in clients
            }
            _tell(f"{name}: {operations[name]}")
        return {
            "submissions": _count(installation),
            "machine": f"{platform.machine()}, {os.cpu_count()} lõi, Python {platform.python_version()}",
            "settings": "fsync on, synchronous_commit on, vai trò tiepdan_app, granian 2×2, ngưỡng tần suất nâng bằng biến",
            "operations": operations,
        }


def _know(installation: Installation, port: int) -> Known:
    done = subprocess.run(
        [sys.executable, "-m", "tiepdan.ops.bench.prepare"], env=installation.environment(), check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode:
        raise SetupFailed(done.stderr[-1500:])
    told = json.loads(done.stdout)
    known = Known(**{**told, "cases": tuple(told["cases"]), "received": tuple(told["received"])})
    address = f"http://127.0.0.1:{port}"
    cookies = f"sessionid={known.officer}; csrftoken={known.csrf}"
    path = f"/gui-don/khieu-nai/{known.agency}/"
    screening = _fields(f"{address}{DESK}/xu-ly/{known.received[0]}/phan-loai/?loai=complaint", cookies, "field_code")
    citizen = _fields(f"{address}{path}", "", "content") | {
        "name": "Người Thử", "address": "Thôn Sen, xã Hoa Sen", "respondent_name": "Chủ tịch UBND phường",
        "attacked_number": "15/QĐ-UBND", "demands": "Xem xét lại quyết định.", "people": "1",
    }  # fmt: skip
    intake = _fields(f"{address}{DESK}/tiep-dan/moi/", cookies, "content") | {
        "name": "Người Thử", "number": "000123456789", "address": "Thôn Sen", "purpose": "complaint",
        "demands": "Xem xét lại quyết định.",
    }  # fmt: skip
    pairs = tuple(_sent(address, known, turn) for turn in range(40))
    return Known(
        **{
            **{name: getattr(known, name) for name in ("token", "officer", "head", "csrf", "agency", "cases", "received")},
            "pairs": pairs, "screening": tuple(screening.items()), "citizen": tuple(citizen.items()),
            "citizen_path": path, "intake": tuple(intake.items()),
        }
    )  # fmt: skip


def _fields(url: str, cookies: str, having: str) -> dict[str, str]:
    """Return what the form on a page would send as it stands."""
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookies})) as answer:  # noqa: S310
        page = lxml.html.fromstring(answer.read().decode())
    form = next((form for form in page.forms if having in form.fields), None)
    if form is None:
        raise SetupFailed(f"không thấy biểu mẫu ở {url}")
    return {name: value for name, value in form.form_values() if isinstance(value, str)}


def _sent(address: str, known: Known, turn: int) -> tuple[str, str]:
    request = Operation("create_api", known)._api(TEXT.format(day=1, number=turn, area=turn), f"pair-{turn}", turn)  # noqa: SLF001
    with urllib.request.urlopen(  # noqa: S310
        urllib.request.Request(f"{address}{request.path}", data=request.body, headers=request.headers, method="POST")  # noqa: S310
    ) as answer:
        told = json.loads(answer.read())
    return told["code"], told["pin"]


def _count(installation: Installation) -> int:
    import psycopg

    from tiepdan.infra.rowlevel import OWNER

    with psycopg.connect(installation.address(OWNER)) as owner:
        row = owner.execute("SELECT count(*) FROM submissions_submission").fetchone()
    return int(row[0]) if row else 0


def _print(report: dict[str, Any]) -> None:
    print(f"{report['submissions']} đơn · {report['machine']} · {report['settings']}")
    for name, rows in report["operations"].items():
        for clients, row in rows.items():
            print(
                f"  {name:<20} {clients} máy khách: p50 {row['p50_ms']:>7} ms  p95 {row['p95_ms']:>7} ms"
                f"  {row['rate']:>7}/s  lỗi {row['failures']}"
            )


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

"""Clients in processes of their own that send requests for a while over kept-alive connections, and what they measured."""

from __future__ import annotations

import http.client
import multiprocessing
import time
from collections.abc import Generator
from dataclasses import dataclass, field
from multiprocessing.pool import Pool
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Request:
    """One request and the statuses that mean it worked."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes = b""
    good: tuple[int, ...] = (200,)
    ends: bool = True  # with its answer the operation is done; else the next request belongs to it


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int  # 0: nothing
    headers: dict[str, str] = field(default_factory=dict)  # names in lower case
    body: bytes = b""


Requests = Generator[Request, Answer, None]


class Script(Protocol):
    """Makes requests for one client, for ever, and is told each answer; picklable, so it can travel to the process."""

    def requests(self, client: int) -> Requests: ...


@dataclass(frozen=True, slots=True)
class Measure:
    """Latencies of all clients together."""

    milliseconds: list[float]  # sorted
    seconds: float
    failures: int

    def row(self) -> dict[str, float | int]:
        """Return what is printed: p50_ms, p95_ms, rate per second, failures."""
        count = len(self.milliseconds)
        if not count:
            return {"p50_ms": 0.0, "p95_ms": 0.0, "rate": 0.0, "failures": self.failures}
        return {
            "p50_ms": round(self.milliseconds[count // 2], 2),
            "p95_ms": round(self.milliseconds[min(count - 1, int(count * 0.95))], 2),
            "rate": round(count / self.seconds, 1),
            "failures": self.failures,
        }


def measure(*, port: int, script: Script, clients: int, seconds: float, warm: int = 20) -> Measure:
    """Let clients run the script at once. warm: requests of each client that are sent first and not counted."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(clients) as pool:
        results = _gather(pool, port, script, clients, seconds, warm)
    times = sorted(value for found, _ in results for value in found)
    return Measure(milliseconds=times, seconds=seconds, failures=sum(failed for _, failed in results))


def _gather(
    pool: Pool, port: int, script: Script, clients: int, seconds: float, warm: int
) -> list[tuple[list[float], int]]:
    jobs = [(port, script, client, seconds, warm) for client in range(clients)]
    return pool.starmap(_client, jobs, chunksize=1)


def _client(port: int, script: Script, client: int, seconds: float, warm: int) -> tuple[list[float], int]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    times: list[float] = []
    failures = 0
    stream = script.requests(client)
    request = next(stream)
    for _ in range(warm):
        request, _, _ = _operation(connection, stream, request)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        request, milliseconds, failed = _operation(connection, stream, request)
        times.append(milliseconds)
        failures += failed
    connection.close()
    return times, failures


def _operation(
    connection: http.client.HTTPConnection, stream: Requests, request: Request
) -> tuple[Request, float, bool]:  # fmt: skip
    """Send the requests of one operation; returns the first of the next one, the time taken, and whether one failed."""
    spent, failed = 0.0, False
    while True:
        begun = time.perf_counter()
        answer = send(connection, request)
        spent += time.perf_counter() - begun
        failed |= answer.status not in request.good
        ends = request.ends
        request = stream.send(answer)
        if ends:
            return request, spent * 1000, failed


def send(connection: http.client.HTTPConnection, request: Request) -> Answer:
    """Send one request over a kept connection."""
    try:
        connection.request(request.method, request.path, body=request.body or None, headers=request.headers)
        answer = connection.getresponse()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    except (http.client.HTTPException, OSError):
        connection.close()
        return Answer(0)

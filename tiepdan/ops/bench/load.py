"""Clients in processes of their own that send requests for a while over kept-alive connections, and what they measured."""

from __future__ import annotations

import http.client
import multiprocessing
import time
from collections.abc import Iterator
from dataclasses import dataclass
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


class Script(Protocol):
    """Makes requests for one client, for ever; picklable, so it can travel to the client's process."""

    def requests(self, client: int) -> Iterator[Request]: ...


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
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    times: list[float] = []
    failures = 0
    stream = script.requests(client)
    for _ in range(warm):
        _send(connection, next(stream))
    end = time.perf_counter() + seconds
    while (start := time.perf_counter()) < end:
        request = next(stream)
        status = _send(connection, request)
        times.append((time.perf_counter() - start) * 1000)
        failures += status not in request.good
    connection.close()
    return times, failures


def _send(connection: http.client.HTTPConnection, request: Request) -> int:
    try:
        connection.request(request.method, request.path, body=request.body or None, headers=request.headers)
        answer = connection.getresponse()
        answer.read()
    except (http.client.HTTPException, OSError):
        connection.close()
        return 0
    return answer.status

"""What machines ask: is it alive, is it ready, and its figures in Prometheus' text form. No figure is about a person."""

from __future__ import annotations

import ipaddress
import logging
import os
import secrets
import time
from collections.abc import Callable, Iterator
from typing import Final

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from tiepdan.infra import clock
from tiepdan.infra.home import Home
from tiepdan.ops.backup.command import last_backup
from tiepdan.ops.environment import migrations_not_in

_BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
SERVED: Final = Histogram(
    "tiepdan_request_seconds", "Server time of an answer", ["page", "method", "status"], buckets=_BUCKETS
)
_QUIET: Final = {"live", "ready", "metrics"}
log = logging.getLogger("tiepdan.access")
_FIGURES: Final = """
SELECT count(*) FILTER (WHERE status = 'todo' AND coalesce(scheduled_at, %(at)s) <= %(at)s),
       count(*) FILTER (WHERE status = 'doing'), count(*) FILTER (WHERE status = 'failed'),
       coalesce(extract(epoch FROM %(at)s - min(scheduled_at) FILTER (WHERE status = 'todo' AND scheduled_at <= %(at)s)), 0),
       (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > %(at)s - interval '60 seconds'),
       pg_database_size(current_database()),
       (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database())
FROM procrastinate_jobs WHERE status IN ('todo', 'doing', 'failed')
"""


class Measured:
    """Times every answer by the name of its page and writes one line without address, code or person."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        seconds = time.perf_counter() - began
        match = request.resolver_match
        page = (match.view_name or match.route) if match else "none"
        status = f"{response.status_code // 100}xx"
        SERVED.labels(page, request.method, status).observe(seconds)
        if page not in _QUIET:
            log.info(
                "answered",
                extra={
                    "page": page, "method": request.method, "status": response.status_code,
                    "ms": round(seconds * 1000, 1),
                },
            )  # fmt: skip
        return response


class State(Collector):
    """Queue, workers, database and back-ups, read when asked."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Read the figures. Cost: 1 query."""
        with connection.cursor() as cursor:
            cursor.execute(_FIGURES, {"at": clock.now()})
            waiting, doing, failed, oldest, workers, size, connections = cursor.fetchone()
        yield GaugeMetricFamily("tiepdan_jobs_waiting", "Jobs that could start now", value=waiting)
        yield GaugeMetricFamily("tiepdan_jobs_running", "Jobs being done", value=doing)
        yield GaugeMetricFamily("tiepdan_jobs_failed", "Jobs that failed and were not done again", value=failed)
        yield GaugeMetricFamily("tiepdan_jobs_oldest_seconds", "How long the oldest due job has waited", value=oldest)
        yield GaugeMetricFamily("tiepdan_workers_alive", "Workers heard of within a minute", value=workers)
        yield GaugeMetricFamily("tiepdan_database_bytes", "Size of the database", value=size)
        yield GaugeMetricFamily("tiepdan_database_connections", "Connections to the database", value=connections)
        last = last_backup(Home.from_environment())
        if last:
            age = (clock.now() - last[0]).total_seconds()
            yield GaugeMetricFamily("tiepdan_backup_age_seconds", "Age of the last back-up", value=age)


def live(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 # the signature of views
    """The process answers. Touches nothing else, so that a slow database does not get the web server killed."""
    return JsonResponse({"status": "alive"})


def ready(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 # the signature of views
    """The database answers and has the tables of this program; 503 with what is wrong otherwise."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT app || '.' || name FROM django_migrations")
            lacking = migrations_not_in({str(row[0]) for row in cursor.fetchall()})
    except DatabaseError:
        return JsonResponse({"status": "database does not answer"}, status=503)
    if lacking:
        return JsonResponse({"status": "tables are not up to date"}, status=503)
    return JsonResponse({"status": "ready"})


def metrics(request: HttpRequest) -> HttpResponse:
    """The figures, for who carries the token, or for this machine when there is none; for others the page does not exist."""
    if not _may_read(request):
        raise Http404
    registry = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # the library says no types here
    else:
        registry.register(SERVED)
    registry.register(State())
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    token: str = settings.METRICS_TOKEN
    if token:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        return secrets.compare_digest(given.encode(), token.encode())
    try:
        near = ipaddress.ip_address(str(request.META.get("REMOTE_ADDR", ""))).is_loopback
    except ValueError:
        return False
    return near and not settings.BEHIND_HTTPS  # behind a proxy everybody comes from this machine


urlpatterns = [
    path("health/live", live, name="live"),
    path("health/ready", ready, name="ready"),
    path("metrics", metrics, name="metrics"),
]

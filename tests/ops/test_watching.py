"""Machines learn whether it is alive, ready and how it goes; strangers learn nothing, and no figure names a page's subject."""

from __future__ import annotations

import json
import logging
import re

import pytest
from django.http import HttpResponseBase
from django.test import Client, override_settings
from prometheus_client.parser import text_string_to_metric_families

from tiepdan.infra.logs import JsonLines

pytestmark = pytest.mark.django_db


def test_alive_and_ready() -> None:
    assert Client().get("/health/live").json() == {"status": "alive"}
    assert Client().get("/health/ready").json() == {"status": "ready"}


def test_not_ready_while_a_step_of_the_tables_is_missing() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'portal'")
    answer = Client().get("/health/ready")
    assert answer.status_code == 503
    assert "up to date" in answer.json()["status"]


def test_figures_are_well_formed_and_count_pages_by_name() -> None:
    client = Client()
    client.get("/tra-cuu/")
    answer = client.get("/metrics")
    families = {family.name: family for family in text_string_to_metric_families(answer.content.decode())}
    assert {
        "tiepdan_request_seconds",
        "tiepdan_jobs_waiting",
        "tiepdan_workers_alive",
        "tiepdan_database_bytes",
    } <= set(families)
    pages = {sample.labels["page"] for sample in families["tiepdan_request_seconds"].samples}
    assert any("look_up" in page for page in pages), pages
    assert not any("/" in page for page in pages if page != "none"), "pages are named by their view"


def test_a_stranger_gets_what_an_absent_page_gives() -> None:
    absent = Client().get("/khong-co-trang-nay")
    far = Client(REMOTE_ADDR="10.1.2.3").get("/metrics")
    assert (far.status_code, without_address(far)) == (absent.status_code, without_address(absent))
    with override_settings(METRICS_TOKEN="dai-va-kho-doan"):
        assert Client().get("/metrics").status_code == 404
        assert Client(HTTP_AUTHORIZATION="Bearer sai").get("/metrics").status_code == 404
        assert (
            Client(REMOTE_ADDR="10.1.2.3", HTTP_AUTHORIZATION="Bearer dai-va-kho-doan").get("/metrics").status_code
            == 200
        )
    with override_settings(BEHIND_HTTPS=True, SECURE_SSL_REDIRECT=False):
        assert Client().get("/metrics").status_code == 404, "behind a proxy everybody comes from this machine"


def without_address(answer: HttpResponseBase) -> str:
    """The page without the address asked for and without what differs in every answer."""
    text = re.sub(r"/khong-co-trang-nay|/metrics", "", answer.content.decode())  # type: ignore[attr-defined] # the client reads the whole answer
    return re.sub(r'"[A-Za-z0-9]{64}"', "", text)


def test_one_line_an_answer_without_the_address(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="tiepdan.access"):
        Client().post("/tra-cuu/", {"ma": "ACDE-FGHJ-KM", "pin": "123456"})
    lines = [JsonLines().format(record) for record in caplog.records if record.name == "tiepdan.access"]
    assert len(lines) == 1
    assert "ACDE" not in lines[0]
    assert "123456" not in lines[0]
    assert {"page", "method", "status", "ms"} <= set(json.loads(lines[0]))

"""schemathesis: whatever is asked, the API answers as its description says, and never falls over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.api.calling import Caller, commune_caller, complaint, stored
from tests.people import make_cast
from tiepdan.api.build import api as the_api

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
schema = schemathesis.openapi.from_dict(the_api.get_openapi_schema())
schema.app = get_wsgi_application()


@pytest.fixture
def known(client: Client, settings: Any) -> Iterator[Caller]:
    """A system with every right, and one submission to find; the test's transaction outlives each request."""
    settings.API_PER_MINUTE = 100_000
    settings.ALLOWED_HOSTS = ["*"]
    api = commune_caller(client, make_cast())
    stored(api, complaint())
    for signal in (request_started, request_finished):  # after Django's own client, which connects them again
        signal.disconnect(close_old_connections)
    yield api
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(
    max_examples=20, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
def test_every_answer_is_as_described(case: schemathesis.Case[Any], known: Caller) -> None:
    case.call_and_validate(
        checks=CHECKS, headers={"Authorization": f"Bearer {known.token}", "Accept-Encoding": "identity"}
    )


def test_every_operation_is_tried() -> None:
    paths = the_api.get_openapi_schema()["paths"]
    described = sum(len(operations) for operations in paths.values())
    assert len(list(schema.get_all_operations())) == described >= 16

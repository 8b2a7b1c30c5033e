"""One database per worker, a copy of the migrated template, reached by the application's own role."""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from tests.database import TEMPLATE, address_of


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """Give this worker a copy of the migrated template, reached by the application's role."""
    from django.conf import settings
    from django.db import connections

    admin = os.environ["TIEPDAN_TEST_ADMIN"]
    name = f"tiepdan_t_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
        connection.execute("SELECT pg_advisory_lock(1)")  # a template is copied by one at a time
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER tiepdan_owner").format(
                sql.Identifier(name), sql.Identifier(TEMPLATE)
            )
        )
    for alias in (settings.DATABASES["default"], connections["default"].settings_dict):
        alias.update(NAME=name, USER="tiepdan_app", PASSWORD="app", CONN_MAX_AGE=0)  # noqa: S106
    connections["default"].close()
    yield
    connections["default"].close()


@pytest.fixture
def owner_connection(django_db_setup: None) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A connection as the owner of the tables, outside the test's transaction: for tampering and for counting."""
    from django.conf import settings

    name = settings.DATABASES["default"]["NAME"]
    address = address_of(os.environ["TIEPDAN_TEST_ADMIN"], str(name), "tiepdan_owner", "owner")
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection

"""One database per worker, a copy of the migrated template, reached by the application's own role."""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from tests.database import TEMPLATE, address_of

pytest_plugins = ["tests.chromium"]


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
        alias.update(NAME=name, USER="tiepdan_app", PASSWORD="app", CONN_MAX_AGE=0)
    connections["default"].close()
    yield
    connections["default"].close()


@pytest.fixture(scope="session", autouse=True)
def _emptying_by_the_superuser() -> Iterator[None]:
    """Empty the tables after a transactional test: the application's role, rightly, cannot."""
    if os.environ.get("TIEPDAN_TEST_NO_DATABASE") == "1":
        yield
        return
    from django.conf import settings
    from django.test import TransactionTestCase

    def empty(_test: object) -> None:
        admin = os.environ["TIEPDAN_TEST_ADMIN"]
        with psycopg.connect(admin, dbname=str(settings.DATABASES["default"]["NAME"])) as connection:
            connection.execute("SET session_replication_role = replica")
            rows = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
                " AND tablename NOT IN ('django_migrations', 'django_content_type', 'auth_permission', 'audit_head')"
            ).fetchall()
            names = sql.SQL(", ").join(sql.Identifier(str(row[0])) for row in rows)
            connection.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY").format(names))
            connection.execute("UPDATE audit_head SET seq = 0, hash = sha256(convert_to('tiepdan ' || lane, 'UTF8'))")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty)
        yield


@pytest.fixture
def owner_connection(django_db_setup: None) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A connection as the owner of the tables, outside the test's transaction: for tampering and for counting."""
    from django.conf import settings

    name = settings.DATABASES["default"]["NAME"]
    address = address_of(os.environ["TIEPDAN_TEST_ADMIN"], str(name), "tiepdan_owner", "owner")
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection

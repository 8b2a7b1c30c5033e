"""One world for a module: committed, so that the owner's connection and the doors see the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.permissions.world import World, kept_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The matters of the oracle and everybody who tries."""
    with django_db_blocker.unblock(), kept_world() as made:
        yield made

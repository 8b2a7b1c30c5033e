"""Telling the database who acts. Everything row-level security knows comes from here, and lasts one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from django.db import connection, transaction

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, ConnectedSystem
from tiepdan.agencies.models import Agency
from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.statement import Objects

SYSTEM_USER_ID: Final = 0
CITIZEN_USER_ID: Final = -1
CLIENT_USER_IDS: Final = -1000  # client 7 acts as user -1007


class NoPost(TiepdanError):
    """The user holds no post in force today, so there is nothing to act as."""


def actor_of(*, post: Post) -> Actor:
    """Return the actor for a post whose user and agency are loaded."""
    return Actor(
        user_id=post.user_id,
        post_id=post.pk,
        name=post.user.name,
        role=post.role,
        title=post.title,
        agency_id=post.agency_id,
        agency_name=post.agency.name,
        agency_path=post.agency.path,
        acting_for=post.acting_for,
    )


def service_actor(*, agency: Agency) -> Actor:
    """Return the actor of a job that works for one agency."""
    return Actor(SYSTEM_USER_ID, 0, "Hệ thống", "system", "", agency.pk, agency.name, agency.path)


def citizen_actor(*, agency: Agency) -> Actor:
    """Return the actor of a citizen at the portal, before one agency."""
    return Actor(CITIZEN_USER_ID, 0, "Công dân", "citizen", "", agency.pk, agency.name, agency.path)


def posts_for(user_id: int, *, on: date) -> list[Post]:
    """List the posts that a user holds on a day, oldest first, with user and agency loaded. Cost: 1 query."""
    found = Post.objects.in_force(on=on).filter(user_id=user_id, user__is_active=True)
    return list(found.select_related("user", "agency").order_by("starts_on", "pk"))


_POSTS: Final = Objects(
    lambda *, user: Post.objects.filter(user_id=user).select_related("user", "agency").order_by("starts_on", "pk")
)


def posts_ever(user_id: int) -> list[Post]:
    """List all posts that a user holds, held or will hold, oldest first, with user and agency loaded. Cost: 1 query."""
    return _POSTS.all(user=int(user_id))


def in_force(posts: list[Post], *, on: date) -> list[Post]:
    """Keep the posts of an active user that are held on a day."""
    return [
        post for post in posts
        if post.user.is_active and not post.waits and post.starts_on <= on
        and (post.ends_before is None or post.ends_before > on)
    ]  # fmt: skip


@contextmanager
def acting(actor: Actor) -> Iterator[Actor]:
    """Open a transaction in which the database sees what this post may see.

    Raises NoPost when user, post or agency is no longer in force; the database decides.
    Cost: 1 query to enter.
    """
    with transaction.atomic(), _entered("SELECT tiepdan.enter(%s, %s)", [actor.user_id, actor.post_id]):
        yield actor


@contextmanager
def serving(actor: Actor) -> Iterator[Actor]:
    """Open a transaction for a job that works for one agency; it never opens identities."""
    with transaction.atomic(), _entered("SELECT tiepdan.enter_service(%s)", [actor.agency_id]):
        yield actor


@contextmanager
def at_portal(*, matter_id: int) -> Iterator[None]:
    """Open a transaction in which only one matter exists, as its citizen may see it."""
    with transaction.atomic(), _entered("SELECT tiepdan.enter_portal(%s)", [matter_id]):
        yield


@contextmanager
def as_client(client: ConnectedSystem) -> Iterator[Actor]:
    """Open a transaction for another system that works for one agency. Raises NoPost when it was revoked or has expired."""
    actor = Actor(
        CLIENT_USER_IDS - client.client_id, 0, client.name, "client", "", client.agency_id, client.agency_name,
        client.agency_path,
    )  # fmt: skip
    with transaction.atomic(), _entered("SELECT tiepdan.enter_client(%s)", [client.client_id]):
        yield actor


@contextmanager
def _entered(statement: str, values: list[int]) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
    if row is None or not row[0]:
        raise NoPost("Tài khoản không còn vị trí công tác nào đang hiệu lực.")
    yield
    # A real transaction forgets by itself, and so does a savepoint that is rolled back; a savepoint that succeeds inside
    # another transaction (tests, jobs over many agencies) does not.
    if connection.savepoint_ids:
        with connection.cursor() as cursor:
            cursor.execute("SELECT tiepdan.leave()")

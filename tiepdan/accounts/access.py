"""Fetching accounts and posts named by an administrator: the own agency and below, nothing else exists."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from tiepdan.accounts.models import ApiClient, Post, User
from tiepdan.accounts.rules import CONFIRMERS, Actor, ConnectedSystem, Role
from tiepdan.agencies.models import Agency
from tiepdan.agencies.rules import subtree_end
from tiepdan.infra.errors import TiepdanError
from tiepdan.infra.throttle import hit_if_found

_SYSTEM_FOUND: Final = (
    "SELECT c.id, c.name, c.scopes::text, a.id, a.name, a.path FROM accounts_apiclient c"
    " JOIN agencies_agency a ON a.id = c.agency_id"
    " WHERE c.token_hash = %(hash)s AND c.revoked_at IS NULL AND c.ends_at > %(now)s"
)


class UnknownAccount(TiepdanError):
    """No such account or post, or not of the administrator's agencies: the same answer for both."""


def agency_in_scope(*, agency_id: int, by: Actor) -> Agency | None:
    """Return an agency that the administrator looks after, or None."""
    return Agency.objects.below(path=by.agency_path).filter(pk=agency_id).first()


def users_in_scope(*, by: Actor) -> QuerySet[User]:
    """Accounts that hold or held a post at the administrator's agencies."""
    end = subtree_end(by.agency_path)
    posts = Post.objects.filter(agency__path__gte=by.agency_path, agency__path__lt=end)
    return User.objects.filter(pk__in=posts.values("user_id"))


def user_in_scope(*, user_id: int, by: Actor, lock: bool = False) -> User:
    """Return one of those accounts. Raises UnknownAccount."""
    found = users_in_scope(by=by).filter(pk=user_id)
    user = (found.select_for_update() if lock else found).first()
    if user is None:
        raise UnknownAccount(str(user_id))
    return user


def has_post_elsewhere(*, user_id: int, by: Actor, on: date) -> bool:
    """Tell whether a person holds, on that day or later, a post outside the administrator's agencies. Cost: 1 query."""
    end = subtree_end(by.agency_path)
    posts = Post.objects.filter(user_id=user_id).filter(Q(ends_before__isnull=True) | Q(ends_before__gt=on))
    return posts.exclude(agency__path__gte=by.agency_path, agency__path__lt=end).exists()


def post_in_scope(*, post_id: int, by: Actor, lock: bool = False) -> Post:
    """Return a post at one of those agencies, with its user and agency. Raises UnknownAccount."""
    end = subtree_end(by.agency_path)
    found = Post.objects.filter(pk=post_id, agency__path__gte=by.agency_path, agency__path__lt=end)
    found = found.select_related("user", "agency")
    post = (found.select_for_update(of=("self",)) if lock else found).first()
    if post is None:
        raise UnknownAccount(str(post_id))
    return post


def posts_waiting(*, by: Actor) -> QuerySet[Post]:
    """Posts at the own agency and below that wait for a second person, the oldest first. Empty for other roles."""
    if by.role not in CONFIRMERS:
        return Post.objects.none()
    found = Post.objects.waiting().filter(
        agency__path__gte=by.agency_path, agency__path__lt=subtree_end(by.agency_path)
    )
    return found.select_related("user", "agency").order_by("pk")


def could_ever_be_confirmed(*, agency: Agency, besides: Collection[int]) -> bool:
    """Tell whether anybody but some people ever was head or administrator of an agency or of one above it. Cost: 1 query."""
    above = [agency.path[: place + 1] for place, sign in enumerate(agency.path) if sign == "/"]
    held = Post.objects.filter(role__in=CONFIRMERS, agency__path__in=above, waits=False)
    return held.exclude(user_id__in=besides).exists()


def clients_in_scope(*, by: Actor) -> QuerySet[ApiClient]:
    """Connected systems of the administrator's agencies, with their agency."""
    end = subtree_end(by.agency_path)
    return ApiClient.objects.filter(agency__path__gte=by.agency_path, agency__path__lt=end).select_related("agency")


def client_in_scope(*, client_id: int, by: Actor, lock: bool = False) -> ApiClient:
    """Return one of those systems. Raises UnknownAccount."""
    found = clients_in_scope(by=by).filter(pk=client_id)
    client = (found.select_for_update(of=("self",)) if lock else found).first()
    if client is None:
        raise UnknownAccount(str(client_id))
    return client


def is_administrated(*, on: date) -> bool:
    """Tell whether somebody manages accounts on a day."""
    return Post.objects.in_force(on=on).filter(role=Role.ADMINISTRATOR, user__is_active=True).exists()


def admit_system(*, token: str, limit: int, window: timedelta, at: datetime) -> tuple[ConnectedSystem, bool] | None:
    """Find the system whose token is in force and count its request; None when there is none.

    Only the hash of a token is stored, so finding it is one probe of an index.
    Returns: the system, and whether it is within its requests of the window
    Cost: 1 query, or 2 when a window begins.
    """
    hashed = hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
    found = hit_if_found(_SYSTEM_FOUND, {"hash": hashed}, scope="api", who=hashed, limit=limit, window=window, at=at)
    if found is None:
        return None
    client_id, name, scopes, agency_id, agency_name, agency_path = found[0]
    system = ConnectedSystem(client_id, name, frozenset(json.loads(scopes)), agency_id, agency_name, agency_path)
    return system, found[1]

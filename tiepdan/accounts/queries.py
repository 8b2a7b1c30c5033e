"""Reads of accounts that fill the administrator's lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from tiepdan.accounts.access import posts_waiting, users_in_scope
from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.rules import subtree_end
from tiepdan.infra.folding import fold

PAGE_SIZE: Final = 50


@dataclass(frozen=True, slots=True)
class UserRow:
    """An account with its posts in the administrator's scope, newest first."""

    user: User
    posts: Sequence[Post]


def users_page(*, by: Actor, text: str = "", after: int = 0, agency_id: int | None = None) -> tuple[list[UserRow], int]:
    """List accounts in scope, and the key of the next page (0 at the end). Cost: 2 queries.

    text: part of the name or login name; after: key returned by the page before.
    """
    users = users_in_scope(by=by).filter(pk__gt=after)
    for word in text.split():
        users = users.filter(Q(name__icontains=word) | Q(username__icontains=fold(word)) | Q(username__icontains=word))
    if agency_id is not None:
        users = users.filter(pk__in=Post.objects.filter(agency_id=agency_id).values("user_id"))
    found = list(users.order_by("pk")[: PAGE_SIZE + 1])
    page = found[:PAGE_SIZE]
    posts = posts_of(by=by, user_ids=[user.pk for user in page])
    rows = [UserRow(user, [post for post in posts if post.user_id == user.pk]) for user in page]
    return rows, page[-1].pk if len(found) > PAGE_SIZE else 0


def posts_of(*, by: Actor, user_ids: Sequence[int]) -> list[Post]:
    """List posts of some people at the administrator's agencies, newest first. Cost: 1 query."""
    held = Post.objects.filter(
        user_id__in=user_ids, agency__path__gte=by.agency_path, agency__path__lt=subtree_end(by.agency_path)
    )
    return list(held.select_related("agency").order_by("-starts_on", "-pk"))


@dataclass(frozen=True, slots=True)
class WaitingPost:
    """A post that waits for a second person, and who gave it."""

    post: Post
    giver: str


def waiting_posts(*, by: Actor) -> list[WaitingPost]:
    """List the posts that wait at the own agency and below; empty for who may not confirm. Cost: 2 queries."""
    posts = list(posts_waiting(by=by)[:200])
    names = dict(User.objects.filter(pk__in={post.given_by_id for post in posts}).values_list("pk", "name"))
    return [WaitingPost(post, names.get(post.given_by_id, "")) for post in posts]

"""Acts on accounts and posts. Administrators act within their own agency and below; nobody deletes an account."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from tiepdan.accounts.access import (
    agency_in_scope,
    client_in_scope,
    has_post_elsewhere,
    is_administrated,
    post_in_scope,
    user_in_scope,
)
from tiepdan.accounts.models import ApiClient, FirstAdministratorCode, Post, User
from tiepdan.accounts.rules import Actor, Role, Scope, may_administer, may_end_post
from tiepdan.agencies.actions import NewAgency, add_agency
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.infra.codes import ALPHABET
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused

_PASSWORD_GROUPS: Final = 4
_GROUP: Final = 4
LONGEST_CLIENT_DAYS: Final = 366  # house default: a token is renewed every year


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account just made, with the password to hand over once; it is kept nowhere in clear."""

    user: User
    post: Post | None
    password: str


@transaction.atomic
def add_user(
    *,
    username: str,
    name: str,
    agency_id: int,
    role: Role,
    title: str,
    starts_on: date,
    email: str = "",
    phone: str = "",
    by: Actor,
    at: datetime,
) -> NewAccount:
    """Make an account with its first post and a one-time password, changed at first login.

    Raises ActionRefused: not_administrator, agency_out_of_scope, agency_ended, username_taken.
    """
    agency = _agency_to_staff(agency_id=agency_id, starts_on=starts_on, by=by)
    if User.objects.filter(username__iexact=username).exists():
        raise ActionRefused(Refused("username_taken", facts={"username": username}))
    password = one_time_password()
    user = User.objects.create(
        username=username, name=name, email=email, phone=phone, password=make_password(password),
        must_change_password=True,
    )  # fmt: skip
    record(act="user.added", by=by, at=at, subject=f"user:{user.pk}", after={"username": username, "name": name})
    post = _hold(user=user, agency=agency, role=role, title=title, starts_on=starts_on, by=by, at=at)
    return NewAccount(user, post, password)


@transaction.atomic
def add_post(*, user_id: int, agency_id: int, role: Role, title: str, starts_on: date, by: Actor, at: datetime) -> Post:
    """Give a person one more role at an agency.

    Raises ActionRefused: not_administrator, agency_out_of_scope, agency_ended, account_closed, post_held.
    Raises UnknownAccount: absent or out of scope.
    """
    agency = _agency_to_staff(agency_id=agency_id, starts_on=starts_on, by=by)
    user = user_in_scope(user_id=user_id, by=by, lock=True)
    if not user.is_active:
        raise ActionRefused(Refused("account_closed"))
    held = Post.objects.in_force(on=starts_on).filter(user=user, agency=agency, role=role)
    if held.exists() or Post.objects.filter(user=user, agency=agency, role=role, starts_on=starts_on).exists():
        raise ActionRefused(Refused("post_held", facts={"agency": agency.name}))
    return _hold(user=user, agency=agency, role=role, title=title, starts_on=starts_on, by=by, at=at)


@transaction.atomic
def end_post(*, post_id: int, ends_before: date, by: Actor, at: datetime) -> Post:
    """End a post: from `ends_before` on, it gives no rights.

    Raises ActionRefused: not_administrator, post_already_ended, ends_before_start, own_post.
    Raises UnknownAccount: absent or out of scope.
    """
    _refuse_unless(may_administer(role=by.role))
    post = post_in_scope(post_id=post_id, by=by, lock=True)
    _refuse_unless(
        may_end_post(
            starts_on=post.starts_on, ended_before=post.ends_before, ends_before=ends_before, own=post.pk == by.post_id
        )
    )
    before = post.ends_before
    post.ends_before = ends_before
    post.save(update_fields=["ends_before"])
    record(
        act="post.ended", by=by, at=at, subject=f"post:{post.pk}",
        before={"ends_before": before}, after={"ends_before": ends_before, "user": post.user.username},
    )  # fmt: skip
    return post


@transaction.atomic
def reset_password(*, user_id: int, by: Actor, at: datetime) -> NewAccount:
    """Give an account a new one-time password; every session of it ends, because its password hash changes.

    Raises ActionRefused: not_administrator, account_closed, account_elsewhere.
    Raises UnknownAccount: absent or out of scope.
    """
    _refuse_unless(may_administer(role=by.role))
    user = user_in_scope(user_id=user_id, by=by, lock=True)
    if not user.is_active:
        raise ActionRefused(Refused("account_closed"))
    _refuse_if_elsewhere(user=user, by=by, at=at)
    password = one_time_password()
    user.password = make_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    record(act="user.password_reset", by=by, at=at, subject=f"user:{user.pk}", after={"username": user.username})
    return NewAccount(user, None, password)


@transaction.atomic
def close_account(*, user_id: int, reason: str, by: Actor, at: datetime) -> User:
    """Close an account for good: nobody logs in with it; its posts end today.

    Raises ActionRefused: not_administrator, account_closed, own_account, account_elsewhere. Raises UnknownAccount.
    """
    _refuse_unless(may_administer(role=by.role))
    user = user_in_scope(user_id=user_id, by=by, lock=True)
    if user.pk == by.user_id:
        raise ActionRefused(Refused("own_account"))
    if not user.is_active:
        raise ActionRefused(Refused("account_closed"))
    _refuse_if_elsewhere(user=user, by=by, at=at)
    user.is_active = False
    user.save(update_fields=["is_active"])
    Post.objects.filter(user=user, ends_before__isnull=True, starts_on__lt=at.date()).update(ends_before=at.date())
    record(act="user.closed", by=by, at=at, subject=f"user:{user.pk}", after={"username": user.username}, reason=reason)
    return user


@transaction.atomic
def keep_own_password(*, user: User, password: str, at: datetime) -> User:
    """Keep the password that somebody chose for themselves."""
    kept = User.objects.select_for_update().get(pk=user.pk)
    kept.password = make_password(password)
    kept.must_change_password = False
    kept.save(update_fields=["password", "must_change_password"])
    user.password, user.must_change_password = kept.password, False
    record(act="user.password_changed", by=_self(kept), at=at, subject=f"user:{kept.pk}")
    return kept


@transaction.atomic
def offer_first_administrator(*, code: str, at: datetime) -> bool:
    """Keep the hash of the one-time code that lets the first administrator in; earlier codes lapse.

    Returns False, and keeps nothing, when an administrator exists.
    """
    if is_administrated(on=at.date()):
        return False
    FirstAdministratorCode.objects.filter(used_at__isnull=True).update(used_at=at)
    FirstAdministratorCode.objects.create(code_hash=make_password(code), made_at=at)
    return True


@transaction.atomic
def claim_first_administrator(
    *, code: str, username: str, password: str, name: str, agency: NewAgency, at: datetime
) -> Post:
    """Make the first administrator, and the agency at the top when the registry is empty, with the code of `tiepdan init`.

    agency: the top agency; when the registry has one already, the administrator is posted there instead.
    Raises ActionRefused: administrator_exists, first_code_wrong, username_taken, password_weak.
    """
    known = FirstAdministratorCode.objects.select_for_update().filter(used_at__isnull=True).order_by("-pk").first()
    if is_administrated(on=at.date()):
        raise ActionRefused(Refused("administrator_exists"))
    if known is None or not check_password(code.strip(), known.code_hash):
        raise ActionRefused(Refused("first_code_wrong"))
    if User.objects.filter(username__iexact=username).exists():
        raise ActionRefused(Refused("username_taken", facts={"username": username}))
    user = User(username=username, name=name)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise ActionRefused(Refused("password_weak", facts={"why": " ".join(error.messages)})) from error
    user.password = make_password(password)
    user.save()
    known.used_at = at
    known.save(update_fields=["used_at"])
    top = Agency.objects.in_force(on=at.date()).filter(parent__isnull=True).order_by("path").first()
    if top is None:
        nobody = Actor(user.pk, 0, name, Role.ADMINISTRATOR, "", 0, "", "/")
        top = add_agency(new=agency, parent_id=None, by=nobody, at=at)
    actor = Actor(user.pk, 0, name, Role.ADMINISTRATOR, "", top.pk, top.name, top.path)
    record(act="administrator.claimed", by=actor, at=at, subject=f"user:{user.pk}", after={"username": username})
    return _hold(user=user, agency=top, role=Role.ADMINISTRATOR, title="", starts_on=at.date(), by=actor, at=at)


@dataclass(frozen=True, slots=True)
class NewApiClient:
    """A connected system just admitted, with the token to hand over once; only its hash is kept."""

    client: ApiClient
    token: str


@transaction.atomic
def issue_api_client(
    *, agency_id: int, name: str, scopes: Collection[Scope], days: int, by: Actor, at: datetime
) -> NewApiClient:
    """Admit another system to work for an agency, within scopes and for a number of days.

    Raises ActionRefused: not_administrator, agency_out_of_scope, agency_ended, client_without_scope, client_too_long.
    """
    agency = _agency_to_staff(agency_id=agency_id, starts_on=at.date(), by=by)
    if not scopes:
        raise ActionRefused(Refused("client_without_scope"))
    if not 1 <= days <= LONGEST_CLIENT_DAYS:
        raise ActionRefused(Refused("client_too_long", facts={"days": str(LONGEST_CLIENT_DAYS)}))
    token = f"td_{secrets.token_urlsafe(32)}"
    granted = sorted(scope.value for scope in scopes)
    client = ApiClient.objects.create(
        agency=agency, name=name.strip()[:120], token_hash=hashlib.sha256(token.encode()).hexdigest(), scopes=granted,
        made_at=at, ends_at=at + timedelta(days=days),
    )  # fmt: skip
    record(
        act="client.admitted", by=by, at=at, subject=f"client:{client.pk}",
        after={"name": client.name, "agency": agency.name, "scopes": granted, "ends_at": client.ends_at},
    )  # fmt: skip
    return NewApiClient(client, token)


@transaction.atomic
def revoke_api_client(*, client_id: int, reason: str, by: Actor, at: datetime) -> ApiClient:
    """End the token of a connected system at once.

    Raises ActionRefused: not_administrator, client_revoked. Raises UnknownAccount: absent or out of scope.
    """
    _refuse_unless(may_administer(role=by.role))
    client = client_in_scope(client_id=client_id, by=by, lock=True)
    if client.revoked_at is not None:
        raise ActionRefused(Refused("client_revoked"))
    client.revoked_at = at
    client.save(update_fields=["revoked_at"])
    record(
        act="client.revoked", by=by, at=at, subject=f"client:{client.pk}", after={"name": client.name}, reason=reason
    )  # fmt: skip
    return client


def one_time_password() -> str:
    """Return a password to hand over on paper: four groups of letters and digits that are not taken for each other."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(_GROUP)) for _ in range(_PASSWORD_GROUPS))


def _agency_to_staff(*, agency_id: int, starts_on: date, by: Actor) -> Agency:
    _refuse_unless(may_administer(role=by.role))
    agency = agency_in_scope(agency_id=agency_id, by=by)
    if agency is None:
        raise ActionRefused(Refused("agency_out_of_scope"))
    if agency.ends_before is not None and agency.ends_before <= starts_on:
        raise ActionRefused(Refused("agency_ended"))
    return agency


def _refuse_if_elsewhere(*, user: User, by: Actor, at: datetime) -> None:
    """Refuse to rule over an account that now also works, or will work, where the administrator has no say.

    A former post lets an administrator see the account; a password given by them would open what the person sees today.
    """
    if has_post_elsewhere(user_id=user.pk, by=by, on=at.date()):
        raise ActionRefused(Refused("account_elsewhere"))


def _hold(*, user: User, agency: Agency, role: Role, title: str, starts_on: date, by: Actor, at: datetime) -> Post:
    post = Post.objects.create(user=user, agency=agency, role=role, title=title, starts_on=starts_on)
    record(
        act="post.added", by=by, at=at, subject=f"post:{post.pk}",
        after={"user": user.username, "role": role.value, "agency": agency.name, "starts_on": starts_on},
    )  # fmt: skip
    return post


def _refuse_unless(verdict: object) -> None:
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)


def _self(user: User) -> Actor:
    """The person themselves as actor, whatever the post: passwords belong to people, not to agencies."""
    return Actor(user.pk, 0, user.name, "self", "", 0, "", "")

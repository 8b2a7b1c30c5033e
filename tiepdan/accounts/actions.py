"""Acts on accounts and posts. Administrators act within their own agency and below; nobody deletes an account."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from tiepdan.accounts.access import (
    UnknownAccount,
    agency_in_scope,
    client_in_scope,
    could_ever_be_confirmed,
    has_post_elsewhere,
    is_administrated,
    post_in_scope,
    user_in_scope,
)
from tiepdan.accounts.models import ApiClient, FirstAdministratorCode, Post, User
from tiepdan.accounts.rules import (
    CONFIRMERS,
    NEEDS_CONFIRMATION,
    SEES_NO_CASE,
    Actor,
    Role,
    Scope,
    may_administer,
    may_confirm_post,
    may_delegate,
    may_end_post,
)
from tiepdan.agencies.actions import NewAgency, add_agency
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.infra.codes import ALPHABET
from tiepdan.infra.errors import ActionRefused, allow
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

    Nobody gives themselves a post: an administrator would see what administrators must not.
    Raises ActionRefused: not_administrator, own_post_given, agency_out_of_scope, agency_ended, account_closed, post_held.
    Raises UnknownAccount: absent or out of scope.
    """
    if user_id == by.user_id:
        raise ActionRefused(Refused("own_post_given"))
    agency = _agency_to_staff(agency_id=agency_id, starts_on=starts_on, by=by)
    user = user_in_scope(user_id=user_id, by=by, lock=True)
    if not user.is_active:
        raise ActionRefused(Refused("account_closed"))
    own = Post.objects.filter(user=user, agency=agency, role=role)
    if (
        own.in_force(on=starts_on).exists()
        or own.waiting().exists()
        or own.filter(starts_on=starts_on, turned_down="").exists()
    ):
        raise ActionRefused(Refused("post_held", facts={"agency": agency.name}))
    return _hold(user=user, agency=agency, role=role, title=title, starts_on=starts_on, by=by, at=at)


@transaction.atomic
def confirm_post(*, post_id: int, by: Actor, at: datetime) -> Post:
    """Let a post count that somebody else gave: from now on it grants what its role grants.

    Raises ActionRefused: not_a_confirmer, post_not_waiting, own_gift, own_post_given, account_closed.
    Raises UnknownAccount: absent, or at an agency that is neither the own one nor below it.
    """
    post = _post_to_decide(post_id=post_id, by=by)
    if not post.user.is_active:
        raise ActionRefused(Refused("account_closed"))
    post.waits = False
    post.save(update_fields=["waits"])
    record(
        act="post.confirmed", by=by, at=at, subject=f"post:{post.pk}",
        after={"user": post.user.username, "role": post.role, "agency": post.agency.name},
    )  # fmt: skip
    return post


@transaction.atomic
def refuse_post(*, post_id: int, reason: str, by: Actor, at: datetime) -> Post:
    """Refuse a post that waits, or take back one that oneself gave; it never grants anything.

    Raises ActionRefused: not_a_confirmer, post_not_waiting, own_post_given, reason_missing. Raises UnknownAccount.
    """
    post = _post_to_decide(post_id=post_id, by=by, own_gift=True)
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    post.turned_down = reason.strip()[:200]
    post.save(update_fields=["turned_down"])
    act = "post.taken_back" if post.given_by_id == by.user_id else "post.refused"
    record(
        act=act, by=by, at=at, subject=f"post:{post.pk}", reason=reason.strip(),
        after={"user": post.user.username, "role": post.role, "agency": post.agency.name},
    )  # fmt: skip
    return post


def _post_to_decide(*, post_id: int, by: Actor, own_gift: bool = False) -> Post:
    """Return a waiting post, locked, that somebody may decide on. own_gift: also one that they gave."""
    if by.role not in CONFIRMERS:
        raise ActionRefused(Refused("not_a_confirmer"))
    post = post_in_scope(post_id=post_id, by=by, lock=True)
    allow(
        may_confirm_post(
            role=by.role, waits=post.waits and not post.turned_down, holds=post.user_id == by.user_id,
            gave=post.given_by_id == by.user_id and not own_gift,
        )
    )  # fmt: skip
    return post


@transaction.atomic
def confirm_at_the_server(*, username: str, at: datetime) -> list[Post]:
    """Confirm the waiting posts of an account from the server, where nobody else is left who could.

    Whoever holds the server is the second person; the record says so.
    """
    waiting = Post.objects.select_for_update(of=("self",)).waiting().filter(user__username__iexact=username)
    posts = list(waiting.select_related("user", "agency").order_by("pk"))
    for post in posts:
        post.waits = False
        post.save(update_fields=["waits"])
        operator = Actor(
            0, 0, "Người vận hành máy chủ", "system", "", post.agency_id, post.agency.name, post.agency.path
        )
        record(
            act="post.confirmed", by=operator, at=at, subject=f"post:{post.pk}",
            after={"user": post.user.username, "role": post.role, "agency": post.agency.name},
        )  # fmt: skip
    return posts


@transaction.atomic
def end_post(*, post_id: int, ends_before: date, by: Actor, at: datetime) -> Post:
    """End a post: from `ends_before` on, it gives no rights.

    Raises ActionRefused: not_administrator, post_already_ended, ends_before_start, own_post.
    Raises UnknownAccount: absent or out of scope.
    """
    allow(may_administer(role=by.role))
    post = post_in_scope(post_id=post_id, by=by, lock=True)
    allow(
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
def delegate_headship(
    *, deputy_id: int, starts_on: date, ends_before: date, paper: str, by: Actor, at: datetime
) -> Post:
    """Let a deputy act as head of the agency between two days: a post of its own, chosen on screen, named on the record.

    deputy_id: id of the user
    Raises ActionRefused: the codes of `may_delegate`
    """
    deputies = Post.objects.in_force(on=starts_on).filter(
        user_id=deputy_id, agency_id=by.agency_id, role=Role.DEPUTY, user__is_active=True
    )
    deputy = deputies.select_related("user", "agency").first()
    stays = deputy is not None and (deputy.ends_before is None or deputy.ends_before >= ends_before)
    same = Post.objects.filter(
        user_id=deputy_id, agency_id=by.agency_id, role=Role.HEAD, starts_on__lt=ends_before, ends_before__gt=starts_on
    )
    allow(
        may_delegate(
            role=by.role, acting_for=by.acting_for, is_deputy=stays and deputy_id != by.user_id, starts_on=starts_on,
            ends_before=ends_before, today=at.date(), paper=paper, overlaps=same.exists(),
        )
    )  # fmt: skip
    assert deputy is not None
    made = Post.objects.create(
        user=deputy.user, agency=deputy.agency, role=Role.HEAD, title=deputy.title, starts_on=starts_on,
        ends_before=ends_before, acting_for=by.name, delegated_by=by.user_id, delegation=paper.strip()[:120],
    )  # fmt: skip
    record(
        act="post.delegated", by=by, at=at, subject=f"post:{made.pk}", reason=made.delegation,
        after={"user": deputy.user.name, "starts_on": starts_on, "ends_before": ends_before},
    )  # fmt: skip
    return made


@transaction.atomic
def end_delegation(*, post_id: int, by: Actor, at: datetime) -> Post:
    """End a delegation of the own agency at once: from today on it gives no rights; one that has not begun never will.

    Raises UnknownAccount; ActionRefused: only_head_delegates, delegation_not_further, post_already_ended
    """
    if by.role != Role.HEAD:
        raise ActionRefused(Refused("only_head_delegates"))
    if by.acting_for:
        raise ActionRefused(Refused("delegation_not_further"))
    post = (
        Post.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(pk=post_id, agency_id=by.agency_id, delegated_by__isnull=False)
        .first()
    )
    if post is None:
        raise UnknownAccount(str(post_id))
    if post.ends_before is not None and post.ends_before <= at.date():
        raise ActionRefused(Refused("post_already_ended", facts={"day": f"{post.ends_before:%d/%m/%Y}"}))
    before = post.ends_before
    post.ends_before = max(at.date(), post.starts_on)
    post.save(update_fields=["ends_before"])
    record(
        act="post.delegation_ended", by=by, at=at, subject=f"post:{post.pk}", before={"ends_before": before},
        after={"ends_before": post.ends_before, "user": post.user.name},
    )  # fmt: skip
    return post


@transaction.atomic
def reset_password(*, user_id: int, by: Actor, at: datetime) -> NewAccount:
    """Give an account a new one-time password; every session of it ends, because its password hash changes.

    Raises ActionRefused: not_administrator, account_closed, account_elsewhere.
    Raises UnknownAccount: absent or out of scope.
    """
    allow(may_administer(role=by.role))
    user = user_in_scope(user_id=user_id, by=by, lock=True)
    if not user.is_active:
        raise ActionRefused(Refused("account_closed"))
    _refuse_if_elsewhere(user=user, by=by, at=at)
    password = one_time_password()
    user.password = make_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    record(act="user.password_reset", by=by, at=at, subject=f"user:{user.pk}", after={"username": user.username})
    for post in Post.objects.in_force(on=at.date()).filter(user=user).select_related("agency"):
        if post.role not in SEES_NO_CASE:
            _tell(Role.HEAD, "password_reset", agency=post.agency, at=at)
    return NewAccount(user, None, password)


@transaction.atomic
def close_account(*, user_id: int, reason: str, by: Actor, at: datetime) -> User:
    """Close an account for good: nobody logs in with it; its posts end today.

    Raises ActionRefused: not_administrator, account_closed, own_account, account_elsewhere. Raises UnknownAccount.
    """
    allow(may_administer(role=by.role))
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
    # Who made the code at the server is the second person.
    return _hold(
        user=user, agency=top, role=Role.ADMINISTRATOR, title="", starts_on=at.date(), by=actor, at=at, confirmed=True
    )


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
    allow(may_administer(role=by.role))
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
    allow(may_administer(role=by.role))
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


def _hold(
    *,
    user: User,
    agency: Agency,
    role: Role,
    title: str,
    starts_on: date,
    by: Actor,
    at: datetime,
    confirmed: bool = False,
) -> Post:
    waits = not confirmed and _needs_second(agency=agency, role=role, user=user, by=by)
    post = Post.objects.create(
        user=user, agency=agency, role=role, title=title, starts_on=starts_on, given_by_id=by.user_id, waits=waits
    )
    record(
        act="post.added", by=by, at=at, subject=f"post:{post.pk}",
        after={
            "user": user.username, "role": role.value, "agency": agency.name, "starts_on": starts_on, "waits": waits
        },
    )  # fmt: skip
    if waits:
        _tell(Role.HEAD, "post_waits", agency=agency, at=at)
        _tell(Role.ADMINISTRATOR, "post_waits", agency=agency, at=at)
    elif role not in SEES_NO_CASE:
        _tell(Role.HEAD, "post_given", agency=agency, at=at)
    return post


def _needs_second(*, agency: Agency, role: Role, user: User, by: Actor) -> bool:
    """Tell whether a post waits for a second person.

    Not while a new installation has had nobody who could confirm: then there is nothing to be seen either.
    """
    if not settings.POSTS_CONFIRMED or role not in NEEDS_CONFIRMATION:
        return False
    return could_ever_be_confirmed(agency=agency, besides=(by.user_id, user.pk))


def _tell(role: Role, kind: str, *, agency: Agency, at: datetime) -> None:
    """Put a line into the inbox of a role: somebody was given a post, or one waits for a second person."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.notify(%s, NULL, %s, %s, '', NULL, %s)", [agency.pk, role.value, kind, at])


def _self(user: User) -> Actor:
    """The person themselves as actor, whatever the post: passwords belong to people, not to agencies."""
    return Actor(user.pk, 0, user.name, "self", "", 0, "", "")

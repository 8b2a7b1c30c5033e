"""Accounts and posts. An account that leaves is closed, not deleted."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from tiepdan.accounts.rules import Role
from tiepdan.agencies.models import Agency


class UserManager(BaseUserManager["User"]):
    """Looks users up by name, whatever the case."""

    def get_by_natural_key(self, username: str | None) -> User:
        """Return the user with this login name."""
        return self.get(username__iexact=username or "")


class User(AbstractBaseUser):
    """A person who logs in. Rights come from posts, not from the account."""

    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    last_name = ""  # expected by libraries; Vietnamese names are kept whole
    date_joined = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    @property
    def first_name(self) -> str:
        """The whole name, for libraries that greet people."""
        return self.name

    @property
    def is_staff(self) -> bool:
        """Nobody uses Django's admin."""
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:  # noqa: ARG002 # Django's signature
        """No Django permissions: rights come from posts."""
        return False

    def has_module_perms(self, app_label: str) -> bool:  # noqa: ARG002 # Django's signature
        """No Django permissions: rights come from posts."""
        return False


class PostQuerySet(models.QuerySet["Post"]):
    """Filters that combine."""

    def in_force(self, *, on: date) -> Self:
        """Posts held on a day. One that waits for a second person is held on none."""
        return self.filter(Q(ends_before__isnull=True) | Q(ends_before__gt=on), starts_on__lte=on, waits=False)

    def waiting(self) -> Self:
        """Posts that wait for a second person."""
        return self.filter(waits=True, turned_down="")


class Post(models.Model):
    """One role at one agency between two dates; a person may hold several and acts from one at a time."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="posts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    role = models.CharField(max_length=24, choices=[(role.value, role.value) for role in Role])
    title = models.CharField(max_length=120, blank=True)  # Phó Chủ tịch UBND phường, Chuyên viên …
    starts_on = models.DateField()
    ends_before = models.DateField(null=True, blank=True)
    acting_for = models.CharField(max_length=120, blank=True)  # head who delegated it: "acts for", within the dates
    delegated_by = models.BigIntegerField(null=True)  # user id of that head
    delegation = models.CharField(max_length=120, blank=True)  # number and day of the paper that delegates
    given_by_id = models.BigIntegerField(default=0)  # who gave it; 0: nobody at a screen
    waits = models.BooleanField(default=False)  # grants nothing until a second person confirms it
    turned_down = models.CharField(
        max_length=200, blank=True, default=""
    )  # why it was refused or taken back; waits for ever

    objects = PostQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["agency", "role"])]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "agency", "role", "starts_on"], name="post_once", condition=Q(turned_down="")
            ),
            models.CheckConstraint(
                condition=Q(delegated_by__isnull=True)
                | (~Q(acting_for="") & ~Q(delegation="") & Q(ends_before__isnull=False)),
                name="delegation_says_by_whom_and_until",
            ),
        ]


class FirstAdministratorCode(models.Model):
    """The one-time code that `tiepdan init` prints; only its hash is kept."""

    code_hash = models.CharField(max_length=200)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class ApiClient(models.Model):
    """Another system that works through the API for one agency. Only the hash of its token is kept."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    token_hash = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)  # "submissions:write", "cases:read" …
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

"""Kinds and states of a page, and what may be done with it. Plain values and pure functions."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from tiepdan.accounts.rules import Role
from tiepdan.infra.verdict import ALLOWED, Refused, Verdict

WRITERS: Final = (Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.RECORDS_CLERK, Role.HEAD, Role.DEPUTY)
APPROVERS: Final = (Role.HEAD, Role.DEPUTY)
LONGEST: Final = 20_000  # letters of a text
_IDENTITY: Final = re.compile(r"(?<!\d)(?:\d{12}|\d{9})(?!\d)")  # thẻ căn cước, chứng minh nhân dân


class PageKind(StrEnum):
    """What a page is about."""

    GUIDE = "guide"  # how to complain, denounce, petition
    RECEPTION = "reception"  # when and where the agency receives
    DECISION = "decision"  # a decision made public, without identity
    NOTICE = "notice"  # anything else told to everybody


class PageState(StrEnum):
    """Where a page stands."""

    DRAFT = "draft"
    WAITING = "waiting"  # for the head
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


def may_write(*, role: str, kind: PageKind, title: str, text: str, decision: str, redacted: bool) -> Verdict:
    """Say whether a page may be written so. redacted: the writer says that nobody can be known by it."""
    if role not in WRITERS:
        return Refused("page_role_not_allowed")
    if not title or not text:
        return Refused("page_empty")
    if len(text) > LONGEST:
        return Refused("page_too_long", facts={"most": str(LONGEST)})
    if kind is PageKind.DECISION and not decision:
        return Refused("page_decision_missing")
    if kind is PageKind.DECISION and not redacted:
        return Refused("page_not_redacted")
    if _IDENTITY.search(f"{title} {text} {decision}"):
        return Refused("page_shows_identity")
    return ALLOWED


def may_tell_of(*, sealed: bool, shows_people: bool) -> Verdict:
    """Say whether what was decided in a matter may be told to everybody. Rule: BV-3

    sealed: who brought it is sealed; its conclusion is made public in the ways recorded in the case, where nobody finds it for ever
    """
    if sealed:
        return Refused("page_matter_sealed", rule="BV-3")
    return Refused("page_names_person") if shows_people else ALLOWED


def may_revise(*, role: str, state: PageState) -> Verdict:
    """Say whether the text may be changed."""
    if role not in WRITERS:
        return Refused("page_role_not_allowed")
    return ALLOWED if state is PageState.DRAFT else Refused("page_not_draft")


def may_submit(*, role: str, state: PageState) -> Verdict:
    """Say whether a draft may be put before the head."""
    return may_revise(role=role, state=state)


def may_decide(*, role: str, state: PageState, own: bool) -> Verdict:
    """Say whether a page may be published or sent back. own: whoever acts has written it."""
    if role not in APPROVERS:
        return Refused("page_needs_head")
    if state is not PageState.WAITING:
        return Refused("page_not_waiting")
    return Refused("page_own") if own else ALLOWED


def may_withdraw(*, role: str, state: PageState, reason: str) -> Verdict:
    """Say whether a published page may be taken away."""
    if role not in APPROVERS:
        return Refused("page_needs_head")
    if state is not PageState.PUBLISHED:
        return Refused("page_not_published")
    return ALLOWED if reason else Refused("reason_missing")


def may_replace(*, state: PageState) -> Verdict:
    """Say whether a new page may take the place of one."""
    return ALLOWED if state is PageState.PUBLISHED else Refused("page_not_published")

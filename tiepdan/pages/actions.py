"""Writing, approving, publishing and withdrawing pages of the portal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.infra.codes import new_code, parse_code
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.matters.models import Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.pages.models import PortalPage
from tiepdan.pages.rules import (
    PageKind,
    PageState,
    may_decide,
    may_replace,
    may_revise,
    may_submit,
    may_tell_of,
    may_withdraw,
    may_write,
)
from tiepdan.submissions.actions import pieces_of, read_parties
from tiepdan.submissions.models import Party, Submission
from tiepdan.submissions.redaction import shows


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """What a page says."""

    kind: PageKind
    title: str
    text: str
    decision: str = ""  # number and day
    matter_code: str = ""  # of the submission that it decided
    redacted: bool = False  # the writer says that nobody can be known by it

    def tidied(self) -> PageText:
        """Return it as it is kept."""
        return PageText(
            kind=self.kind, title=tidy(self.title)[:160], text=tidy(self.text), redacted=self.redacted,
            decision=tidy(self.decision)[:120] if self.kind is PageKind.DECISION else "",
            matter_code=(parse_code(self.matter_code) or "") if self.kind is PageKind.DECISION else "",
        )  # fmt: skip


@transaction.atomic
def write_page(*, content: PageText, by: Actor, at: datetime, replaces_id: int | None = None) -> PortalPage:
    """Write a draft; one that replaces a published page takes its place when it is published itself.

    Raises ActionRefused: page_role_not_allowed, page_empty, page_too_long, page_decision_missing, page_not_redacted,
        page_shows_identity, page_matter_unknown, page_matter_sealed, page_names_person, page_unknown, page_not_published
    """
    told = content.tidied()
    _check(told, by)
    if replaces_id is not None:
        allow(may_replace(state=PageState(_locked(replaces_id).state)))
    page = PortalPage.objects.create(
        code=new_code(), agency_id=by.agency_id, agency_path=by.agency_path, kind=told.kind, title=told.title,
        text=told.text, decision=told.decision, decided_code=told.matter_code, replaces_id=replaces_id,
        written_by_id=by.user_id, written_at=at,
    )  # fmt: skip
    _record("page.written", page, by, at, after={"kind": page.kind, "title": page.title})
    return page


@transaction.atomic
def revise_page(*, page_id: int, content: PageText, by: Actor, at: datetime) -> PortalPage:
    """Change a draft; whoever changed it last counts as its writer.

    Raises ActionRefused: page_unknown, page_not_draft, and those of `write_page`
    """
    page, told = _locked(page_id), content.tidied()
    allow(may_revise(role=by.role, state=PageState(page.state)))
    _check(told, by)
    before = {"kind": page.kind, "title": page.title}
    page.kind, page.title, page.text, page.decision = told.kind, told.title, told.text, told.decision
    page.decided_code, page.written_by_id, page.written_at = told.matter_code, by.user_id, at
    page.save()
    _record("page.revised", page, by, at, before=before, after={"kind": page.kind, "title": page.title})
    return page


@transaction.atomic
def submit_page(*, page_id: int, by: Actor, at: datetime) -> PortalPage:
    """Put a draft before the head. Raises ActionRefused: page_unknown, page_role_not_allowed, page_not_draft"""
    page = _locked(page_id)
    allow(may_submit(role=by.role, state=PageState(page.state)))
    page.state, page.sent_back = PageState.WAITING, ""
    page.save(update_fields=["state", "sent_back"])
    _record("page.submitted", page, by, at)
    notify(agency_id=by.agency_id, kind="page_waits", at=at, code=page.code, role=Role.HEAD)
    return page


@transaction.atomic
def publish_page(*, page_id: int, by: Actor, at: datetime) -> PortalPage:
    """Approve a page: citizens read it from now on, and no longer the one it replaces.

    Raises ActionRefused: page_unknown, page_needs_head, page_not_waiting, page_own, page_matter_unknown,
        page_matter_sealed, page_names_person
    """
    page = _locked(page_id)
    allow(may_decide(role=by.role, state=PageState(page.state), own=page.written_by_id == by.user_id))
    if page.kind == PageKind.DECISION:  # somebody may have joined the matter, or it was sealed, since the draft
        _tell_of(page.decided_code, by, f"{page.title}\n{page.decision}\n{page.text}")
    page.state, page.approved_by_id, page.published_on = PageState.PUBLISHED, by.user_id, at.date()
    page.save(update_fields=["state", "approved_by", "published_on"])
    _record("page.published", page, by, at, after={"title": page.title})
    if page.replaces_id is None:
        return page
    former = PortalPage.objects.select_for_update().filter(pk=page.replaces_id, state=PageState.PUBLISHED).first()
    if former is not None:
        _take_away(former, by, at, reason="Có trang mới thay thế")
    return page


@transaction.atomic
def send_back_page(*, page_id: int, reason: str, by: Actor, at: datetime) -> PortalPage:
    """Give a page back to be changed.

    Raises ActionRefused: page_unknown, page_needs_head, page_not_waiting, page_own, reason_missing
    """
    page, reason = _locked(page_id), tidy(reason)[:300]
    allow(may_decide(role=by.role, state=PageState(page.state), own=page.written_by_id == by.user_id))
    if not reason:
        raise ActionRefused(Refused("reason_missing"))
    page.state, page.sent_back = PageState.DRAFT, reason
    page.save(update_fields=["state", "sent_back"])
    _record("page.sent_back", page, by, at, reason=reason)
    return page


@transaction.atomic
def withdraw_page(*, page_id: int, reason: str, by: Actor, at: datetime) -> PortalPage:
    """Take a published page away from citizens; the office keeps it.

    Raises ActionRefused: page_unknown, page_needs_head, page_not_published, reason_missing
    """
    page, reason = _locked(page_id), tidy(reason)[:300]
    allow(may_withdraw(role=by.role, state=PageState(page.state), reason=reason))
    _take_away(page, by, at, reason=reason)
    return page


def _take_away(page: PortalPage, by: Actor, at: datetime, *, reason: str) -> None:
    page.state, page.withdrawn_on, page.withdrawn_reason = PageState.WITHDRAWN, at.date(), reason
    page.save(update_fields=["state", "withdrawn_on", "withdrawn_reason"])
    _record("page.withdrawn", page, by, at, reason=reason)


def _check(told: PageText, by: Actor) -> None:
    allow(
        may_write(
            role=by.role, kind=told.kind, title=told.title, text=told.text, decision=told.decision,
            redacted=told.redacted,
        )
    )  # fmt: skip
    if told.kind is PageKind.DECISION:
        _tell_of(told.matter_code, by, f"{told.title}\n{told.decision}\n{told.text}")


def _tell_of(code: str, by: Actor, text: str) -> None:
    """Refuse a text about a sealed matter, or by which one knows who brought it: all senders of all its papers."""
    line = Participation.objects.filter(agency_id=by.agency_id, code=code).first()
    if line is None:
        raise ActionRefused(Refused("page_matter_unknown"))
    matter_id = line.matter_id
    lines = Participation.objects.filter(Q(sealed=True) | Q(kind=MatterKind.DENUNCIATION), matter_id=matter_id)
    if lines.exists() or Party.objects.filter(matter_id=matter_id, sealed=True).exists():
        allow(may_tell_of(sealed=True, shows_people=False))
    papers = list(Submission.objects.filter(matter_id=matter_id).select_related("matter"))
    if not papers:  # who may not read them cannot say that nobody is named
        raise ActionRefused(Refused("page_matter_unknown"))
    people = tuple(one for paper in papers for one in read_parties(submission=paper))
    allow(may_tell_of(sealed=False, shows_people=shows(text=text, pieces=pieces_of(people))))


def _locked(page_id: int) -> PortalPage:
    page = PortalPage.objects.select_for_update().filter(pk=page_id).first()
    if page is None:
        raise ActionRefused(Refused("page_unknown"))
    return page


def _record(act: str, page: PortalPage, by: Actor, at: datetime, **more: object) -> None:
    record(act=act, by=by, at=at, subject=f"page:{page.pk}", **more)  # type: ignore[arg-type] # before, after, reason

"""Signed copies of issued papers, and the certificates that are trusted here."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.documents.actions.files import store_file
from tiepdan.documents.actions.papers import locked_paper
from tiepdan.documents.models import UNFINISHED, PaperStatus, SignedCopy, TrustedCertificate
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused

MOST_BYTES: Final = 50_000_000
_KINDS: Final = {b"%PDF": "application/pdf", b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png"}


@transaction.atomic
def attach_signed_copy(*, paper_id: int, data: bytes, by: Actor, at: datetime) -> SignedCopy:
    """Keep the scan or the digitally signed PDF of an issued paper beside it; sealed when the paper is.

    Raises ActionRefused: paper_unknown, paper_not_issued, signed_copy_kind, signed_copy_large.
    """
    paper = locked_paper(paper_id)
    if paper.agency_id != by.agency_id:
        raise ActionRefused(Refused("paper_unknown"))
    if paper.status in UNFINISHED or paper.status == PaperStatus.CANCELLED:
        raise ActionRefused(Refused("paper_not_issued"))
    if len(data) > MOST_BYTES:
        raise ActionRefused(Refused("signed_copy_large"))
    media_type = next((kind for mark, kind in _KINDS.items() if data.startswith(mark)), "")
    if not media_type:
        raise ActionRefused(Refused("signed_copy_kind"))
    sealed = paper.sealed or paper.sealed_values is not None
    copy = SignedCopy.objects.create(
        matter_id=paper.matter_id, paper=paper, file=store_file(data=data, media_type=media_type, sealed=sealed),
        added_by=by.name, added_at=at,
    )  # fmt: skip
    record(
        act="paper.signed_copy_attached", by=by, at=at, subject=f"paper:{paper.pk}", matter_id=paper.matter_id,
        after={"copy": copy.pk, "media_type": media_type},
    )  # fmt: skip
    return copy


@transaction.atomic
def trust_certificate(*, data: bytes, by: Actor, at: datetime) -> TrustedCertificate:
    """Trust the certificate of a signing authority, for the administrator's agency and those below it.

    Raises ActionRefused: not_administrator, certificate_unreadable, certificate_ended, certificate_known.
    """
    if not by.is_one_of(Role.ADMINISTRATOR):
        raise ActionRefused(Refused("not_administrator"))
    from tiepdan.documents.signatures import NotACertificate, read_certificate  # a second to load

    try:
        found = read_certificate(data)
    except NotACertificate as error:
        raise ActionRefused(Refused("certificate_unreadable")) from error
    if found.not_after <= at:
        raise ActionRefused(Refused("certificate_ended"))
    known = TrustedCertificate.objects.filter(
        agency_id=by.agency_id, fingerprint=found.fingerprint, ended_at__isnull=True
    )
    if known.exists():
        raise ActionRefused(Refused("certificate_known"))
    kept = TrustedCertificate.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, subject=found.subject, fingerprint=found.fingerprint,
        der=found.der, not_before=found.not_before, not_after=found.not_after, added_by=by.name, added_at=at,
    )  # fmt: skip
    record(
        act="certificate.trusted", by=by, at=at, subject=f"certificate:{kept.pk}",
        after={"fingerprint": found.fingerprint, "subject": found.subject},
    )  # fmt: skip
    return kept


@transaction.atomic
def distrust_certificate(*, certificate_id: int, reason: str, by: Actor, at: datetime) -> TrustedCertificate:
    """End the trust in a certificate of the administrator's own agency.

    Raises ActionRefused: not_administrator, reason_missing, certificate_unknown.
    """
    if not by.is_one_of(Role.ADMINISTRATOR):
        raise ActionRefused(Refused("not_administrator"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    kept = (
        TrustedCertificate.objects.select_for_update()
        .filter(pk=certificate_id, agency_id=by.agency_id, ended_at__isnull=True)
        .first()
    )
    if kept is None:
        raise ActionRefused(Refused("certificate_unknown"))
    kept.ended_at = at
    kept.save(update_fields=["ended_at"])
    record(act="certificate.distrusted", by=by, at=at, subject=f"certificate:{kept.pk}", reason=reason)
    return kept

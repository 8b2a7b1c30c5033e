"""Storing people: names in the open or in a sealed envelope, everything else always in an envelope."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from django.conf import settings
from django.db import connection

from tiepdan.infra.folding import tidy
from tiepdan.infra.seal import KeyRing, load_ring
from tiepdan.submissions.intake import Identity, PartyData
from tiepdan.submissions.models import Party, Submission
from tiepdan.submissions.redaction import Trace, TraceKind, redacted
from tiepdan.submissions.rules import SENDERS, PartyRole

_WITH_SENDERS = frozenset({PartyRole.DENOUNCER, PartyRole.AUTHORISED, PartyRole.LAWYER, PartyRole.LEGAL_AID})
_SEAL = "INSERT INTO submissions_sealedidentity (matter_id, party_id, envelope) VALUES (%s, %s, %s)"


def ring() -> KeyRing:
    """Return the key ring of this installation."""
    return load_ring(settings.HOME)


def tidied(party: PartyData) -> PartyData:
    """Return a party with composed letters and single blanks in its name."""
    return replace(party, name=" ".join(tidy(party.name).split())[:160])


def identity_bytes(identity: Identity, **more: str) -> bytes:
    """Return what goes into an envelope."""
    known = {key: value for key, value in asdict(identity).items() if value}
    return json.dumps({**known, **more}, ensure_ascii=False, default=str).encode()


def number_hash(*, number: str) -> bytes | None:
    """Return the keyed hash by which the repeat check knows the same number, None without a number."""
    bare = "".join(char for char in number if char.isalnum()).upper()
    return ring().keyed_hash(text=bare, purpose="party-number") if bare else None


def pieces_of(parties: tuple[PartyData, ...]) -> list[Trace]:
    """Return what would show in a text who the senders are; who acts for them leads to them."""
    return [piece for party in parties if party.role in SENDERS | _WITH_SENDERS for piece in traces_of(party)]


def traces_of(party: PartyData) -> list[Trace]:
    """Return what would show in a text who somebody is."""
    found = (
        Trace(TraceKind.NAME, party.name),
        Trace(TraceKind.DIGITS, party.identity.number),
        Trace(TraceKind.DIGITS, party.identity.phone),
        Trace(TraceKind.WHOLE, party.identity.email),
        Trace(TraceKind.ADDRESS, party.identity.address),
    )
    return [piece for piece in found if piece.text]


def store_parties(*, submission: Submission, parties: Sequence[PartyData], sealed: bool) -> list[Party]:
    """Store parties that a submission gets afterwards. Part of an act.

    Cost: 2 queries; one more for each sealed party.
    """
    if not parties:
        return []
    ids = _new_ids(len(parties))
    made = Party.objects.bulk_create(party_rows(submission=submission, parties=parties, sealed=sealed, ids=ids))
    if sealed:
        for number, party in zip(ids, parties, strict=True):
            seal_identity(
                matter_id=submission.matter_id, party_id=number, name=party.name, identity=party.identity
            )  # fmt: skip
    return made


def party_rows(
    *, submission: Submission, parties: Sequence[PartyData], sealed: bool, ids: Sequence[int]
) -> list[Party]:  # fmt: skip
    """Return the rows of parties. ids: keys taken for them, since an envelope is bound to its row's key."""
    keys = ring()
    pieces = pieces_of(tuple(parties)) if sealed else []  # a power of attorney names who gave it
    rows = []
    for number, party in zip(ids, parties, strict=True):
        identity = party.identity
        envelope = None if sealed or identity.is_empty else keys.close(
            plain=identity_bytes(identity), bound_to=f"party:{number}"
        )  # fmt: skip
        rows.append(
            Party(
                pk=number,
                matter_id=submission.matter_id,
                submission_id=submission.pk,
                role=party.role,
                name="" if sealed else party.name,
                sealed=sealed,
                identity_kind=party.identity_kind,
                envelope=envelope,
                number_hash=None if sealed else number_hash(number=identity.number),
                standing=[redacted(text=paper, pieces=pieces) for paper in party.standing],
            )
        )
    return rows


def seal_identity(*, matter_id: int, party_id: int, name: str, identity: Identity, original: str = "") -> None:
    """Put an identity away. Without RETURNING: whoever writes it may not read it back."""
    envelope = sealed_envelope(party_id=party_id, name=name, identity=identity, original=original)
    with connection.cursor() as cursor:
        cursor.execute(_SEAL, [matter_id, party_id, envelope])


def sealed_envelope(*, party_id: int, name: str, identity: Identity, original: str = "") -> bytes:
    """Return the envelope of a denouncer. original: the text as it was brought, kept with one identity only."""
    more = {key: value for key, value in {"name": name, "original": original}.items() if value}
    return ring().close(plain=identity_bytes(identity, **more), bound_to=f"sealed:{party_id}")


def _new_ids(count: int) -> list[int]:
    """Take the keys beforehand: an envelope is bound to its row's key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('submissions_party', 'id')) FROM generate_series(1, %s)", [count]
        )
        return [int(row[0]) for row in cursor.fetchall()]

"""Correcting how somebody is reached."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.submissions.actions.openings import read_parties
from tiepdan.submissions.actions.parties import identity_bytes, ring, seal_identity
from tiepdan.submissions.intake import Identity
from tiepdan.submissions.models import Party
from tiepdan.submissions.rules import SENDERS


@transaction.atomic
def correct_contact(
    *, party_id: int, by: Actor, at: datetime, address: str = "", phone: str = "", email: str = ""
) -> Party:
    """Replace address, telephone or mail of a sender; what is not given stays.

    Of a sealed identity the correction is put beside what is there: nobody has to open it to correct it.
    Raises ActionRefused: party_unknown, nothing_given.
    """
    party = (
        Party.objects.select_for_update(of=("self",)).select_related("submission__matter").filter(pk=party_id).first()
    )
    if party is None or party.role not in SENDERS | {"authorised", "denouncer"}:
        raise ActionRefused(Refused("party_unknown"))
    given = Identity(address=address.strip(), phone=phone.strip(), email=email.strip())
    if given.is_empty:
        raise ActionRefused(Refused("nothing_given"))
    if party.sealed:
        seal_identity(matter_id=party.matter_id, party_id=party.pk, name="", identity=given)
    else:
        ids = list(party.submission.parties.order_by("pk").values_list("pk", flat=True))
        known = read_parties(submission=party.submission)[ids.index(party.pk)].identity
        merged = replace(
            known,
            address=given.address or known.address,
            phone=given.phone or known.phone,
            email=given.email or known.email,
        )
        party.envelope = ring().close(plain=identity_bytes(merged), bound_to=f"party:{party.pk}")
        party.save(update_fields=["envelope"])
    record(
        act="party.contact_corrected", by=by, at=at, subject=f"party:{party.pk}", matter_id=party.matter_id,
        after={"changed": [name for name in ("address", "phone", "email") if getattr(given, name)]},
    )  # fmt: skip
    return party


@transaction.atomic
def reveal_party(*, party_id: int, by: Actor, at: datetime) -> dict[str, str]:
    """Show number, address and telephone of somebody in an unsealed matter, to those who handle it; it is recorded.

    Raises ActionRefused: party_unknown (absent, sealed, or not handled by the actor).
    Rule: ND-3
    """
    party = Party.objects.filter(pk=party_id, sealed=False).first()
    handles = by.is_one_of(Role.RECEPTION_OFFICER, Role.PROCESSING_OFFICER, Role.HANDLER, Role.HEAD, Role.DEPUTY)
    if party is None or not handles:
        raise ActionRefused(Refused("party_unknown", rule="ND-3"))
    record(act="party.revealed", by=by, at=at, subject=f"party:{party.pk}", matter_id=party.matter_id, rule="ND-3")
    if party.envelope is None:
        return {}
    plain = ring().open(envelope=bytes(party.envelope), bound_to=f"party:{party.pk}")
    return {key: str(value) for key, value in json.loads(plain).items()}

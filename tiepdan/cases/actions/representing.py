"""Who acts for the complainants: representatives, attorneys, lawyers, guardians, heirs. And who no longer does."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.cases.actions.minutes import SEALED_PERSON, refuse_naming
from tiepdan.cases.actions.turn import begin, finish, is_sealed
from tiepdan.cases.intent import Intent, MandateData
from tiepdan.cases.models import Case, Mandate
from tiepdan.cases.rules.mandates import MandateFacts, may_mandate
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.submissions.actions.parties import store_parties
from tiepdan.submissions.intake import PartyData
from tiepdan.submissions.rules import PartyRole

GROUP: Final = "group"
# As what somebody with a mandate stands among the parties of the submission.
_ROLE_OF: Final = {
    "group": PartyRole.REPRESENTATIVE, "attorney": PartyRole.AUTHORISED, "lawyer": PartyRole.LAWYER,
    "legal_aid": PartyRole.LEGAL_AID, "guardian": PartyRole.REPRESENTATIVE, "heir": PartyRole.REPRESENTATIVE,
}  # fmt: skip


@transaction.atomic
def record_mandate(*, case_id: int, mandate: MandateData, by: Actor, at: datetime) -> Case:
    """Record somebody who acts for the complainants, with the paper that proves it; they join the parties.

    Raises NotFound; ActionRefused: mandate_unknown, mandate_name_missing, mandate_document_missing, mandate_in_future,
        no_group, group_signatures_missing, too_many_representatives, attorney_already, attorney_form_missing,
        text_reveals_denouncer and those of the procedure
    Rule: PA-7 to PA-12, BV-1
    """
    turn = begin(case_id=case_id, act="record_mandate", by=by, at=at)
    case = turn.case
    sealed = is_sealed(case)
    refuse_naming(case=case, by=by, at=at, texts=[mandate.document, mandate.scope])
    running = Mandate.objects.filter(case=case, ended_on__isnull=True)
    verdict = may_mandate(
        facts=MandateFacts(
            kind=mandate.kind, name=mandate.name, document=mandate.document, form=mandate.form,
            given_on=mandate.given_on, today=at.date(), all_signed=mandate.all_signed, people=case.people,
            group_running=running.filter(kind=GROUP).count(), attorney_running=running.filter(kind="attorney").exists(),
        )
    )  # fmt: skip
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    party = store_parties(
        submission=case.submission, sealed=sealed,
        parties=[PartyData(name=" ".join(tidy(mandate.name).split()), role=_ROLE_OF[mandate.kind], standing=(mandate.document.strip(),))],
    )[0]  # fmt: skip
    # Whoever acts for somebody leads to him: of a sealed matter the name lies with the sealed identities.
    name = SEALED_PERSON if sealed else mandate.name.strip()
    Mandate.objects.create(
        party=party, matter_id=case.matter_id, case=case, kind=mandate.kind, name=name,
        document=mandate.document.strip(), form=mandate.form, given_on=mandate.given_on, scope=mandate.scope.strip(),
        recorded_on=at.date(),
    )  # fmt: skip
    turn.facts["mandate"] = mandate.kind
    return finish(turn, note=name)


@transaction.atomic
def end_mandate(*, case_id: int, mandate_id: int, ended_on: date, reason: str, by: Actor, at: datetime) -> Case:
    """Record that somebody no longer acts for the complainants.

    Raises NotFound; ActionRefused: mandate_not_running, done_in_future, reason_missing and those of the procedure
    """
    if ended_on > at.date():
        raise ActionRefused(Refused("done_in_future"))
    turn = begin(case_id=case_id, act="end_mandate", by=by, at=at, intent=Intent(reason=reason))
    running = Mandate.objects.filter(case=turn.case, pk=mandate_id, ended_on__isnull=True).first()
    if running is None or ended_on < running.given_on:
        raise ActionRefused(Refused("mandate_not_running"))
    running.ended_on, running.end_reason = ended_on, reason.strip()[:300]
    running.save(update_fields=["ended_on", "end_reason"])
    if running.party is not None:
        running.party.ended_on = ended_on
        running.party.save(update_fields=["ended_on"])
    turn.facts["mandate"] = running.kind
    return finish(turn, note=f"{running.name}: {reason.strip()}")

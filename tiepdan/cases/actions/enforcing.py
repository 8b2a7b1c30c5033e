"""Carrying out what was decided, until nothing is owed."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.turn import begin, finish, issue, lock_case, write_step
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case, Obligation
from tiepdan.cases.papers import DECIDING, paper_of, papers_by_act, reference
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound


@transaction.atomic
def direct_enforcement(*, case_id: int, text: str, by: Actor, at: datetime) -> Case:
    """Direct the execution of a decision in effect.

    Raises NotFound; ActionRefused: ruling_missing and those of the procedure
    Rule: KN-15, complaints §3.2/18
    """
    if not text.strip():
        raise ActionRefused(Refused("ruling_missing"))
    turn = begin(case_id=case_id, act="direct_enforcement", by=by, at=at, intent=Intent(note=text))
    case = turn.case
    owing = case.obligations.select_related("agency").filter(done_on__isnull=True, agency__isnull=False)
    bodies = list(dict.fromkeys(one.agency.name for one in owing.order_by("pk") if one.agency is not None))
    issue(
        turn,
        values={
            "addressee": "; ".join(bodies) or case.submission.respondent_name or case.agency.name,
            "decision": reference(paper=paper_of(papers_by_act(case=case), DECIDING)), "text": text.strip(),
        },
    )  # fmt: skip
    return finish(turn)


@transaction.atomic
def urge_enforcement(*, case_id: int, due_on: date, by: Actor, at: datetime) -> Case:
    """Write to who carries out a decision and is late.

    Raises NotFound; ActionRefused: nothing_owed and those of the procedure and of papers
    """
    turn = begin(case_id=case_id, act="urge_enforcement", by=by, at=at)
    owed = turn.case.obligations.filter(done_on__isnull=True).order_by("due_on", "pk").first()
    if owed is None:
        raise ActionRefused(Refused("nothing_owed"))
    addressee = owed.agency.name if owed.agency is not None else turn.case.submission.respondent_name
    issue(
        turn,
        values={
            "addressee": addressee or turn.case.agency.name, "content_summary": owed.what,
            "was_due_on": owed.due_on or turn.case.in_effect_on or turn.on, "due_on": due_on,
        },
    )  # fmt: skip
    return finish(turn)


@transaction.atomic
def fulfil_obligation(*, obligation_id: int, done_on: date, note: str, by: Actor, at: datetime) -> Obligation:
    """Record that something ordered was carried out.

    Raises NotFound; ActionRefused: other_agency, obligation_fulfilled, done_in_future, proof_missing, text_reveals_denouncer
    """
    obligation = Obligation.objects.select_for_update().filter(pk=obligation_id).first()
    if obligation is None:
        raise NotFound(str(obligation_id))
    case = lock_case(case_id=obligation.case_id)
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if obligation.done_on is not None:
        raise ActionRefused(Refused("obligation_fulfilled"))
    if done_on > at.date():
        raise ActionRefused(Refused("done_in_future"))
    if not note.strip():
        raise ActionRefused(Refused("proof_missing"))
    refuse_naming(case=case, by=by, at=at, texts=[note])
    obligation.done_on = done_on
    obligation.done_note = note.strip()
    obligation.save(update_fields=["done_on", "done_note"])
    write_step(case=case, act="fulfil_obligation", by=by, at=at, note=obligation.what)
    record(
        act="case.obligation_fulfilled", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        after={"obligation": obligation.pk, "done_on": done_on}, reason=note,
    )  # fmt: skip
    return obligation

"""Notes, notices of acceptance, urging and its answer, explaining a settled case."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases.actions.minutes import refuse_naming
from tiepdan.cases.actions.turn import begin, finish, is_sealed, issue, lock_case, write_step
from tiepdan.cases.models import Case, Note, Urging
from tiepdan.cases.papers import KIND_VI, head_of, reference
from tiepdan.cases.rules.settlement import settlement_days
from tiepdan.documents.actions import issue_new_paper
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.matters.actions import notify
from tiepdan.matters.models import Matter, Participation
from tiepdan.matters.rules import Capacity
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.actions import pieces_of, sealed_identities
from tiepdan.submissions.redaction import Trace, shows


@transaction.atomic
def add_note(*, case_id: int, text: str, by: Actor, at: datetime) -> Note:
    """Leave a working note for colleagues; citizens never see it.

    Raises NotFound; ActionRefused: note_empty, other_agency, text_reveals_denouncer
    """
    case = lock_case(case_id=case_id)
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if not text.strip():
        raise ActionRefused(Refused("note_empty"))
    refuse_naming(case=case, by=by, at=at, texts=[text])
    note = Note.objects.create(matter_id=case.matter_id, case=case, by_id=by.user_id, at=at, text=text.strip())
    record(act="case.noted", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id, after={"note": note.pk})
    return note


@transaction.atomic
def send_acceptance_notices(
    *, case_id: int, denunciation_content: str, explain_by: date, by: Actor, at: datetime
) -> Case:
    """Tell the denouncer that the denunciation is accepted (form 05) and the denounced what is alleged (form 06).

    Form 05 is the one paper that names the denouncer: who writes it holds an opening of the identity.
    denunciation_content: as the denounced shall read it; it must not reveal who alleges it
    Raises NotFound; ActionRefused: opening_needed, paper_reveals_denouncer, ruling_missing and those of the procedure
    Rule: complaints §4.2/13, BV-1, BV-2, TC-5
    """
    if not denunciation_content.strip():
        raise ActionRefused(Refused("ruling_missing"))
    turn = begin(case_id=case_id, act="send_acceptance_notices", by=by, at=at)
    names, pieces = _opened_identities(turn.case)
    if not names:
        raise ActionRefused(Refused("opening_needed", rule="BV-1"))
    if shows(text=denunciation_content, pieces=pieces):
        raise ActionRefused(Refused("paper_reveals_denouncer", rule="BV-2"))
    common: dict[str, FieldValue] = {
        "denunciation_content": denunciation_content,
        "days": settlement_days(accepted_on=turn.case.accepted_on or turn.on),
    }
    for name, address in names:
        issue(
            turn, form_key="ND31-2019/05",
            values={**common, "denouncer_name": name, "denouncer_address": address,
                    "from_on": turn.case.accepted_on or turn.on},
        )  # fmt: skip
    turn.paper = None
    issue(turn, form_key="ND31-2019/06", values={**common, "due_on": explain_by})
    return finish(turn)


def _opened_identities(case: Case) -> tuple[list[tuple[str, str]], list[Trace]]:
    """Return names with addresses, and every piece that would reveal them; the database shows them to an opening only."""
    people = [one.data for one in sealed_identities(matter_id=case.matter_id)]
    return [(one.name, one.identity.address) for one in people if one.name], pieces_of(tuple(people))


@transaction.atomic
def urge(*, code: str, text: str, answer_by: date, by: Actor, at: datetime) -> Urging:
    """Urge the agency that settles a matter, by letter; an inspectorate may urge where it does not read the content.

    Raises NotFound; ActionRefused: only_oversight_urges, own_matter, note_empty, answer_day_passed, nothing_to_urge,
        text_reveals_denouncer
    """
    if not by.is_one_of(Role.OVERSIGHT, Role.HEAD, Role.DEPUTY):
        raise ActionRefused(Refused("only_oversight_urges"))
    lines = Participation.objects.filter(code=code).exclude(capacity=Capacity.PASSED_ON).select_related("agency")
    line = lines.order_by("closed_on", "pk").first()
    if line is None:
        raise NotFound(code)
    if line.agency_id == by.agency_id:
        raise ActionRefused(Refused("own_matter"))
    if line.closed_on is not None:
        raise ActionRefused(Refused("nothing_to_urge"))
    if not text.strip():
        raise ActionRefused(Refused("note_empty"))
    if answer_by <= at.date():
        raise ActionRefused(Refused("answer_day_passed"))
    _refuse_naming(line.matter_id, by=by, at=at, text=text)
    # The letter belongs to the register of who writes it, not to the matter: it must not open a sealed one.
    paper = issue_new_paper(
        form_key="house/urging", by=by, at=at,
        values={
            "addressee": head_of(agency=line.agency), "submission_kind": KIND_VI.get(line.kind, "đơn"),
            "case_code": line.code, "content_summary": text.strip(), "was_due_on": line.due_on or at.date(),
            "due_on": answer_by,
        },
    )  # fmt: skip
    urging = Urging.objects.create(
        matter_id=line.matter_id, from_agency_id=by.agency_id, to_agency_id=line.agency_id, asked_on=at.date(),
        text=text.strip(), answer_by=answer_by, paper=paper, asked_by_id=by.user_id,
    )  # fmt: skip
    record(
        act="case.urged", by=by, at=at, subject=f"urging:{urging.pk}", matter_id=line.matter_id,
        after={"to": line.agency.name, "answer_by": answer_by, "paper": reference(paper=paper)},
    )  # fmt: skip
    notify(agency_id=line.agency_id, kind="urged", at=at, code=code, matter_id=line.matter_id, role=Role.HEAD)
    if line.handler_id is not None:
        notify(
            agency_id=line.agency_id, kind="urged", at=at, code=code, matter_id=line.matter_id, user_id=line.handler_id
        )
    return urging


def _refuse_naming(matter_id: int, *, by: Actor, at: datetime, text: str) -> None:
    """Letters leave the agency. Who urges may not see the matter: then there is no opening to compare with."""
    matter = Matter.objects.filter(pk=matter_id).first()
    if matter is not None:
        submissions.refuse_naming(matter=matter, by=by, at=at, texts=[text])


@transaction.atomic
def answer_urging(*, urging_id: int, text: str, by: Actor, at: datetime) -> Urging:
    """Answer an urging: what was done, what is missing, until when.

    Raises NotFound; ActionRefused: other_agency, urging_answered, note_empty, text_reveals_denouncer
    """
    urging = Urging.objects.select_for_update(of=("self",)).filter(pk=urging_id).first()
    if urging is None:
        raise NotFound(str(urging_id))
    if urging.to_agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if urging.answered_on is not None:
        raise ActionRefused(Refused("urging_answered"))
    if not text.strip():
        raise ActionRefused(Refused("note_empty"))
    _refuse_naming(urging.matter_id, by=by, at=at, text=text)
    urging.answer = text.strip()
    urging.answered_on = at.date()
    urging.answered_by_id = by.user_id
    urging.save(update_fields=["answer", "answered_on", "answered_by"])
    record(
        act="case.urging_answered", by=by, at=at, subject=f"urging:{urging.pk}", matter_id=urging.matter_id,
        after={"answered_on": at.date()},
    )  # fmt: skip
    line = Participation.objects.filter(matter_id=urging.matter_id, agency_id=by.agency_id).first()
    notify(
        agency_id=urging.from_agency_id, kind="urging_answered", at=at, code=line.code if line else "",
        matter_id=urging.matter_id, user_id=urging.asked_by_id,
    )  # fmt: skip
    return urging


@transaction.atomic
def explain_settled_case(*, case_id: int, explained_to: str, held_on: date, text: str, by: Actor, at: datetime) -> Case:
    """Record that a settled case was explained to the citizen: who, when, what was said.

    explained_to: of a sealed matter it is not kept
    Raises NotFound; ActionRefused: other_agency, not_settled, note_empty, session_in_future, text_reveals_denouncer
    """
    case = lock_case(case_id=case_id)
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if case.decided_on is None and case.closed_on is None:
        raise ActionRefused(Refused("not_settled"))
    if not text.strip():
        raise ActionRefused(Refused("note_empty"))
    if held_on > at.date():
        raise ActionRefused(Refused("session_in_future"))
    refuse_naming(case=case, by=by, at=at, texts=[text])
    sealed = is_sealed(case)
    write_step(
        case=case, act="explain_settled_case", by=by, at=at, note=text.strip(),
        facts={"held_on": held_on, "to": "" if sealed else explained_to.strip()},
    )  # fmt: skip
    record(
        act="case.explained", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        after={"held_on": held_on},
    )  # fmt: skip
    return case

"""Cases that are read together: a second complaint and the first one, related cases, what a superior settles again."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.audit.record import record
from tiepdan.cases.actions.turn import begin, finish, lock_case, write_step
from tiepdan.cases.intent import Filing, Intent
from tiepdan.cases.models import Case, Link
from tiepdan.infra.codes import parse_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify


def link_first(*, case: Case, filing: Filing, by: Actor, at: datetime) -> None:
    """Say what a second complaint follows; who settled the first is told. Part of an act.

    Raises ActionRefused: first_case_unknown, first_decision_missing
    Rule: KN-2, complaints §3.3
    """
    code = parse_code(filing.first_code) if filing.first_code.strip() else ""
    if filing.first_code.strip() and not code:
        raise ActionRefused(Refused("first_case_unknown", rule="complaints §3.3"))
    if not code and not filing.first_decision.strip():
        raise ActionRefused(Refused("first_decision_missing", rule="KN-2"))
    first = _seen(code) if code else None
    if first is not None and (first.matter_id == case.matter_id or first.procedure == "denunciation"):
        raise ActionRefused(Refused("first_case_unknown", rule="complaints §3.3"))
    words = filing.first_decision.strip() or (f"Vụ việc {code}" if code else "")
    _add(case=case, kind="first", code=code or "", what=words, at=at)
    if first is None and code:
        _tell_unseen(case, at=at)
    if first is not None:
        _tell(first, at=at)
        if first.agency_id == by.agency_id:
            _add(case=first, kind="second", code=case.code, what="Khiếu nại lần hai", at=at)


def _seen(code: str | None) -> Case | None:
    return Case.objects.filter(code=code).select_related("agency").order_by("-pk").first()


def _tell(first: Case, *, at: datetime) -> None:
    """Put the second complaint before who settled the first: recording it there is their own act."""
    notify(
        agency_id=first.agency_id, kind="second_complaint", at=at, code=first.code, matter_id=first.matter_id,
        role=Role.HEAD, user_id=None,
    )  # fmt: skip


def _tell_unseen(case: Case, *, at: datetime) -> None:
    """Tell a settler whose case is not in sight. Whether there is such a case does not come back."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.tell_first_settler(%s, %s)", [case.pk, at])


def _add(*, case: Case, kind: str, code: str, what: str, at: datetime) -> None:
    known = Link.objects.filter(case=case, kind=kind, code=code, ended_on__isnull=True) if code else None
    if known is None or not known.exists():
        Link.objects.create(
            matter_id=case.matter_id, case=case, kind=kind, code=code, what=what[:300], made_on=at.date()
        )


@transaction.atomic
def relate_cases(*, case_id: int, code: str, why: str, by: Actor, at: datetime) -> Case:
    """Note that two cases are read together; both keep their own course. A sealed one is named to no other.

    Raises NotFound; ActionRefused: other_agency, related_unknown, reason_missing, related_already, sealed_stays_alone
    """
    case = lock_case(case_id=case_id)
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if not why.strip():
        raise ActionRefused(Refused("reason_missing"))
    other = _seen(parse_code(code))
    if other is None or other.pk == case.pk:
        raise ActionRefused(Refused("related_unknown"))
    if case.matter.sealed or other.matter.sealed:
        raise ActionRefused(Refused("sealed_stays_alone", rule="BV-1"))
    if Link.objects.filter(case=case, kind="related", code=other.code, ended_on__isnull=True).exists():
        raise ActionRefused(Refused("related_already"))
    ends = [(case, other)] if other.agency_id != by.agency_id else [(case, other), (other, case)]
    for one, to in ends:
        _add(case=one, kind="related", code=to.code, what=why.strip(), at=at)
        write_step(case=one, act="relate_cases", by=by, at=at, note=f"{to.code}: {why.strip()}")
        record(
            act="case.related", by=by, at=at, subject=f"case:{one.pk}", matter_id=one.matter_id,
            after={"code": to.code}, reason=why.strip(),
        )  # fmt: skip
    return case


@transaction.atomic
def record_second_complaint(*, case_id: int, code: str, overdue: bool, note: str, by: Actor, at: datetime) -> Case:
    """Record, at the first settler, that the complainant goes to the second one; this case ends with it.

    code: of the second case, when it is in this program
    Raises NotFound; ActionRefused: first_case_unknown and those of the procedure
    Rule: complaints §3.2/14, §3.2/15, KN-2
    """
    other = parse_code(code) if code.strip() else ""
    if code.strip() and not other:
        raise ActionRefused(Refused("first_case_unknown", rule="complaints §3.3"))
    act = "record_second_complaint_overdue" if overdue else "record_second_complaint"
    turn = begin(case_id=case_id, act=act, by=by, at=at, intent=Intent(note=note))
    _add(case=turn.case, kind="second", code=other or "", what=note.strip() or "Khiếu nại lần hai", at=at)
    turn.facts["second"] = other or ""
    return finish(turn)

"""Taking in and answering requests, telling of breaches, destroying what is no longer kept."""

from __future__ import annotations

import json
from datetime import date, datetime

from django.conf import settings
from django.db import connection, transaction

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.queries import local_defaults
from tiepdan.audit.record import record
from tiepdan.cases.models import Case
from tiepdan.documents.actions import drop_file
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.seal import load_ring
from tiepdan.infra.verdict import Refused
from tiepdan.privacy.models import Breach, DataRequest, Destruction, RequestState
from tiepdan.privacy.queries import may_destroy_record
from tiepdan.privacy.rules import acknowledge_by, answer_by, may_destroy, notify_by, privacy_book
from tiepdan.submissions.models import Submission


@transaction.atomic
def receive_request(
    *,
    kind: str,
    name: str,
    contact: str,
    about: str,
    received_on: date,
    by: Actor,
    at: datetime,
    by_processor: bool = False,
) -> DataRequest:
    """Enter a request of somebody about their own data; its clocks start.

    Raises ActionRefused: request_kind_unknown, request_incomplete, received_in_future.
    Rule: reports §4.5
    """
    if kind not in privacy_book().requests:
        raise ActionRefused(Refused("request_kind_unknown"))
    if not (name.strip() and about.strip()):
        raise ActionRefused(Refused("request_incomplete"))
    if received_on > at.date():
        raise ActionRefused(Refused("received_in_future"))
    days = local_defaults(path=by.agency_path).calendar
    made = DataRequest.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, kind=kind, about=about.strip(), received_on=received_on,
        by_processor=by_processor, acknowledge_by=acknowledge_by(received_on=received_on, calendar=days),
        due_on=answer_by(kind=kind, received_on=received_on, by_processor=by_processor, extended=False), added_by=by.name,
    )  # fmt: skip
    plain = json.dumps({"name": name.strip(), "contact": contact.strip()}, ensure_ascii=False).encode()
    made.envelope = load_ring(settings.HOME).close(plain=plain, bound_to=f"datarequest:{made.pk}")
    made.save(update_fields=["envelope"])
    _note("data_request.received", f"data_request:{made.pk}", by=by, at=at, after={"kind": kind, "due_on": made.due_on})
    return made


@transaction.atomic
def acknowledge_request(*, request_id: int, by: Actor, at: datetime) -> DataRequest:
    """Record that the asker was told that the request is in. Raises ActionRefused: request_unknown, request_acknowledged."""
    found = _request(request_id, by)
    if found.acknowledged_on is not None:
        raise ActionRefused(Refused("request_acknowledged"))
    found.acknowledged_on = at.date()
    found.save(update_fields=["acknowledged_on"])
    _note("data_request.acknowledged", f"data_request:{found.pk}", by=by, at=at)
    return found


@transaction.atomic
def extend_request(*, request_id: int, reason: str, by: Actor, at: datetime) -> DataRequest:
    """Extend a request once. Raises ActionRefused: request_unknown, request_closed, request_extended, reason_missing."""
    found = _request(request_id, by, open_only=True)
    if found.extension_reason:
        raise ActionRefused(Refused("request_extended"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    found.extension_reason = reason.strip()[:300]
    found.due_on = answer_by(
        kind=found.kind, received_on=found.received_on, by_processor=found.by_processor, extended=True
    )
    found.save(update_fields=["extension_reason", "due_on"])
    _note(
        "data_request.extended", f"data_request:{found.pk}", by=by, at=at, after={"due_on": found.due_on}, reason=reason
    )
    return found


@transaction.atomic
def close_request(
    *, request_id: int, done: bool, outcome: str, by: Actor, at: datetime, ground: str = ""
) -> DataRequest:
    """Record what was done, or the ground on which a request is refused.

    Raises ActionRefused: request_unknown, request_closed, request_outcome_missing, request_ground_missing.
    """
    found = _request(request_id, by, open_only=True)
    if not outcome.strip():
        raise ActionRefused(Refused("request_outcome_missing"))
    if not done and not ground.strip():
        raise ActionRefused(Refused("request_ground_missing"))
    found.state = RequestState.DONE if done else RequestState.REFUSED
    found.outcome, found.ground, found.closed_on = outcome.strip(), ground.strip()[:300], at.date()
    found.save(update_fields=["state", "outcome", "ground", "closed_on"])
    _note("data_request.closed", f"data_request:{found.pk}", by=by, at=at, after={"state": found.state}, reason=ground)
    return found


@transaction.atomic
def open_asker(*, request_id: int, by: Actor, at: datetime) -> dict[str, str]:
    """Show who asks; each showing is recorded. Raises ActionRefused: request_unknown."""
    found = _request(request_id, by)
    _note("data_request.asker_shown", f"data_request:{found.pk}", by=by, at=at)
    if found.envelope is None:
        return {"name": "", "contact": ""}
    plain = load_ring(settings.HOME).open(envelope=bytes(found.envelope), bound_to=f"datarequest:{found.pk}")
    return {key: str(value) for key, value in json.loads(plain).items()}


@transaction.atomic
def record_breach(*, discovered_at: datetime, what: str, harm_possible: bool, by: Actor, at: datetime) -> Breach:
    """Enter a breach; the 72 hours run from its discovery. Raises ActionRefused: breach_incomplete, breach_in_future."""
    if not what.strip():
        raise ActionRefused(Refused("breach_incomplete"))
    if discovered_at > at:
        raise ActionRefused(Refused("breach_in_future"))
    made = Breach.objects.create(
        agency_id=by.agency_id, agency_path=by.agency_path, discovered_at=discovered_at, what=what.strip(),
        harm_possible=harm_possible, notify_by=notify_by(discovered_at=discovered_at), added_by=by.name,
    )  # fmt: skip
    _note("breach.recorded", f"breach:{made.pk}", by=by, at=at, after={"notify_by": made.notify_by})
    return made


@transaction.atomic
def notify_breach(*, breach_id: int, to: str, by: Actor, at: datetime, late_reason: str = "") -> Breach:
    """Record that the authority was told; after 72 hours only with the reason.

    Raises ActionRefused: breach_unknown, breach_notified, breach_addressee_missing, breach_late.
    """
    found = _breach(breach_id, by)
    if found.notified_at is not None:
        raise ActionRefused(Refused("breach_notified"))
    if not to.strip():
        raise ActionRefused(Refused("breach_addressee_missing"))
    if at > found.notify_by and not late_reason.strip():
        raise ActionRefused(Refused("breach_late"))
    found.notified_at, found.notified_to, found.late_reason = at, to.strip()[:200], late_reason.strip()[:300]
    found.save(update_fields=["notified_at", "notified_to", "late_reason"])
    _note("breach.notified", f"breach:{found.pk}", by=by, at=at, reason=late_reason)
    return found


@transaction.atomic
def close_breach(*, breach_id: int, measures: str, by: Actor, at: datetime) -> Breach:
    """Close a breach with what was done. One that may do harm must have been told first.

    Raises ActionRefused: breach_unknown, breach_closed, breach_measures_missing, breach_not_notified.
    """
    found = _breach(breach_id, by)
    if found.closed_at is not None:
        raise ActionRefused(Refused("breach_closed"))
    if not measures.strip():
        raise ActionRefused(Refused("breach_measures_missing"))
    if found.harm_possible and found.notified_at is None:
        raise ActionRefused(Refused("breach_not_notified"))
    found.measures, found.closed_at = measures.strip(), at
    found.save(update_fields=["measures", "closed_at"])
    _note("breach.closed", f"breach:{found.pk}", by=by, at=at)
    return found


@transaction.atomic
def destroy_submission(*, code: str, decision: str, reason: str, by: Actor, at: datetime) -> Destruction:
    """Destroy content, files, index entries and people of a filed submission by the head's decision.

    The line of the register, this decision and the audit stay. Papers of the matter keep number and title.
    Raises ActionRefused: destruction_unknown, destruction_not_head, destruction_incomplete, already_destroyed,
        destruction_not_filed, destruction_too_early, destruction_matter_lives.
    Rule: reports §2.4/8
    """
    submission = Submission.objects.select_for_update().filter(code=code, agency_id=by.agency_id).first()
    if submission is None:
        raise ActionRefused(Refused("destruction_unknown"))
    if not by.is_one_of(Role.HEAD):
        raise ActionRefused(Refused("destruction_not_head"))
    if not (decision.strip() and reason.strip()):
        raise ActionRefused(Refused("destruction_incomplete"))
    verdict = may_destroy(
        status=submission.status, closed_on=submission.closed_on, destroyed_on=submission.destroyed_on, on=at.date()
    )
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    if Submission.objects.filter(matter_id=submission.matter_id).exclude(pk=submission.pk).exists():
        raise ActionRefused(Refused("destruction_matter_lives"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.destroy_submission(%s, %s)", [submission.pk, at.date()])
        row = cursor.fetchone()
    gone = sum(drop_file(file_id=int(one)) for one in (row[0] if row else ()))
    made = Destruction.objects.create(
        matter_id=submission.matter_id, agency_id=by.agency_id, agency_path=by.agency_path, submission_code=code,
        decision=decision.strip()[:120], reason=reason.strip()[:300], files=gone, decided_by_id=by.user_id, decided_at=at,
    )  # fmt: skip
    record(
        act="submission.destroyed", by=by, at=at, subject=f"submission:{submission.pk}", matter_id=submission.matter_id,
        after={"decision": made.decision, "files": gone}, reason=reason, rule="reports §2.4/8",
    )  # fmt: skip
    return made


@transaction.atomic
def destroy_case_record(*, code: str, decision: str, reason: str, by: Actor, at: datetime) -> Destruction:
    """Destroy the record of a closed case by the head's decision, when the period of the agency's list of records is over.

    Stay: lines and numbers of the registers, states and days, outcome, figures and codes that statistics count, who worked on it, the
    decision and the audit. Go: what was said, by whom, all files, sealed identities, digests. What the whole matter shares goes with
    its last record. Who holds code and PIN still reads that it ended, and that its record was destroyed by this decision.
    Raises ActionRefused: destruction_unknown, destruction_not_head, destruction_incomplete, already_destroyed,
        destruction_not_closed, destruction_no_period, destruction_held, destruction_record_too_early.
    Rule: NĐ 30/2020 Đ.29, 30
    """
    case = Case.objects.select_for_update(of=("self",)).filter(code=code, agency_id=by.agency_id).first()
    if case is None:
        raise ActionRefused(Refused("destruction_unknown"))
    if not by.is_one_of(Role.HEAD):
        raise ActionRefused(Refused("destruction_not_head"))
    if not (decision.strip() and reason.strip()):
        raise ActionRefused(Refused("destruction_incomplete"))
    verdict = may_destroy_record(case=case, by=by, on=at.date())
    if isinstance(verdict, Refused):
        raise ActionRefused(verdict)
    with connection.cursor() as cursor:
        cursor.execute("SELECT tiepdan.destroy_case(%s, %s)", [case.pk, at.date()])
        row = cursor.fetchone()
    gone = sum(drop_file(file_id=int(one)) for one in (row[0] if row else ()))
    made = Destruction.objects.create(
        matter_id=case.matter_id, agency_id=by.agency_id, agency_path=by.agency_path, submission_code=code,
        decision=decision.strip()[:120], reason=reason.strip()[:300], files=gone, decided_by_id=by.user_id, decided_at=at,
    )  # fmt: skip
    record(
        act="case.record_destroyed", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        after={"decision": made.decision, "files": gone}, reason=reason, rule="NĐ 30/2020 Đ.30",
    )  # fmt: skip
    return made


def _request(request_id: int, by: Actor, *, open_only: bool = False) -> DataRequest:
    found = DataRequest.objects.select_for_update().filter(pk=request_id, agency_id=by.agency_id).first()
    if found is None:
        raise ActionRefused(Refused("request_unknown"))
    if open_only and found.state != RequestState.OPEN:
        raise ActionRefused(Refused("request_closed"))
    return found


def _breach(breach_id: int, by: Actor) -> Breach:
    found = Breach.objects.select_for_update().filter(pk=breach_id, agency_id=by.agency_id).first()
    if found is None:
        raise ActionRefused(Refused("breach_unknown"))
    return found


def _note(
    act: str, subject: str, *, by: Actor, at: datetime, after: dict[str, object] | None = None, reason: str = ""
) -> None:
    record(act=act, by=by, at=at, subject=subject, after=after, reason=reason, rule="reports §4.5")

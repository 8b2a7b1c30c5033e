"""After a session: what the chair directed, its notice, and whether it was done."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.agenda.actions.sessions import locked, today_of
from tiepdan.agenda.models import FollowUp, ReceptionSession, SessionVisit
from tiepdan.agenda.rules import FollowUpKind, may_complete, may_conclude, may_follow_up, may_keep
from tiepdan.audit.record import record
from tiepdan.documents.actions import issue_new_paper
from tiepdan.documents.models import Paper
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.infra.errors import ActionRefused, allow
from tiepdan.infra.folding import tidy
from tiepdan.infra.verdict import Refused
from tiepdan.reception.models import Reception

FORM: Final = "house/session-conclusion"
SEALED_CONTENT: Final = "Nội dung tố cáo, xử lý theo Luật Tố cáo"


@transaction.atomic
def add_follow_up(
    *, session_id: int, reception_id: int, kind: FollowUpKind, content: str, body: str, contact: str, due_on: date,
    by: Actor, at: datetime,
) -> FollowUp:  # fmt: skip
    """Write down what the chair directed on a visit: who does what until when, and whom the citizen may ask.

    Of a denunciation the content is not kept here.
    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_visit_unknown, agenda_not_held,
        agenda_follow_up_unclear, agenda_follow_up_past.
    Rule: DT-8, DT-9
    """
    session = locked(session_id, by=by)
    line = SessionVisit.objects.select_related("visit").filter(session=session, visit_id=reception_id).first()
    if line is None:
        raise ActionRefused(Refused("agenda_visit_unknown"))
    allow(
        may_follow_up(
            status=session.status, content=content, body=body, contact=contact, due_on=due_on, today=today_of(at)
        )
    )
    sealed = line.visit.sealed
    made = FollowUp.objects.create(
        session=session, agency_path=session.agency_path, visit=line.visit, kind=kind,
        content="" if sealed else tidy(content), body=tidy(body), contact=tidy(contact), due_on=due_on, created_at=at,
    )  # fmt: skip
    record(
        act="session.follow_up_added", by=by, at=at, subject=f"session:{session.pk}",
        after={"reception": line.visit.code, "kind": kind.value, "due_on": due_on}, rule="DT-9",
    )  # fmt: skip
    return made


@transaction.atomic
def complete_follow_up(
    *, follow_up_id: int, done_on: date, result: str, result_sent_on: date | None, by: Actor, at: datetime
) -> FollowUp:
    """Write down what came of a follow-up, and the day the result went to the citizen; after a succession, who follows does.

    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_follow_up_unknown, agenda_follow_up_done,
        agenda_result_missing, agenda_day_future.
    Rule: DT-8
    """
    row = FollowUp.objects.select_related("visit", "session").filter(pk=follow_up_id).first()
    if row is None:
        raise ActionRefused(Refused("agenda_follow_up_unknown"))
    if row.agency_path == by.agency_path and row.session.agency_id != by.agency_id:
        allow(may_keep(role=by.role))  # handed over with an agency that ended: the session is not ours, the task is
    else:
        locked(row.session_id, by=by)
    row = FollowUp.objects.select_for_update(of=("self",)).select_related("visit").get(pk=follow_up_id)
    allow(
        may_complete(
            done=row.done_on is not None, note=result, done_on=done_on, today=today_of(at),
            result_sent_on=result_sent_on,
        )
    )  # fmt: skip
    row.done_on, row.result_sent_on = done_on, result_sent_on
    row.result = "" if row.visit.sealed else tidy(result)
    row.save(update_fields=["done_on", "result", "result_sent_on"])
    record(
        act="session.follow_up_done", by=by, at=at, subject=f"session:{row.session_id}",
        after={"follow_up": row.pk, "done_on": done_on, "result_sent_on": result_sent_on}, rule="DT-8",
    )  # fmt: skip
    return row


@transaction.atomic
def issue_conclusion(*, session_id: int, by: Actor, at: datetime) -> Paper:
    """Issue the conclusion notice of a session. It goes to all bodies, so it names visits by number and never a visitor.

    Raises ActionRefused: agenda_role_not_allowed, agenda_unknown, agenda_head_concludes, agenda_not_held,
        agenda_concluded, agenda_no_visits, and those of `issue_paper`.
    Rule: DT-8
    """
    session = locked(session_id, by=by)
    visits = list(SessionVisit.objects.filter(session=session).select_related("visit").order_by("visit__number"))
    allow(
        may_conclude(role=by.role, status=session.status, issued=session.conclusion_id is not None, visits=len(visits))
    )
    paper = issue_new_paper(form_key=FORM, values=_values(session, visits), by=by, at=at)
    session.conclusion = paper
    session.save(update_fields=["conclusion"])
    record(
        act="session.concluded", by=by, at=at, subject=f"session:{session.pk}", after={"paper": paper.pk}, rule="DT-8"
    )
    return paper


def _values(session: ReceptionSession, visits: list[SessionVisit]) -> dict[str, FieldValue]:
    chair, title = session.chair_name, session.chair_title
    if session.delegate_name:
        chair, title = session.delegate_name, f"{session.delegate_title} (được giao tiếp thay {session.chair_title})"
    follow_ups: dict[int, list[FollowUp]] = {}
    for row in FollowUp.objects.filter(session=session).order_by("pk"):
        follow_ups.setdefault(row.visit_id, []).append(row)
    rows: list[dict[str, str | int | date]] = []
    for line in visits:
        visit = line.visit
        content = SEALED_CONTENT if visit.sealed else visit.summary or visit.content[:300]
        rows += [_row(visit, content, task) for task in follow_ups.get(visit.pk) or (None,)]
    values: dict[str, FieldValue] = {
        "chair": f"{chair}, {title}", "held_on": session.on, "place_of_act": session.place, "items": rows,
    }  # fmt: skip
    if session.participants:
        values["attending"] = "; ".join(line.strip() for line in session.participants.splitlines() if line.strip())
    if session.opinion:
        values["opinion"] = session.opinion
    return values


def _row(visit: Reception, content: str, task: FollowUp | None) -> dict[str, str | int | date]:
    told: dict[str, str | int | date] = {"number": visit.number, "content": content}
    if task is None:
        return {**told, "conclusion": "Đã trả lời tại buổi tiếp", "body": "–", "due": "–"}
    return {
        **told, "conclusion": task.content or SEALED_CONTENT, "body": f"{task.body}; liên hệ: {task.contact}",
        "due": f"{task.due_on:%d/%m/%Y}",
    }  # fmt: skip

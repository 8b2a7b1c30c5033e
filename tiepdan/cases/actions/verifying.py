"""Verification: the team, sessions, evidence, information, experts, complexity, the report."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.record import record
from tiepdan.cases.actions.minutes import SEALED_NAME, SPOKEN, refuse_naming, with_denouncer, write_minutes
from tiepdan.cases.actions.people import form_team
from tiepdan.cases.actions.turn import (
    Turn,
    begin,
    finish,
    is_sealed,
    issue,
    issue_for,
    lock_case,
    remember,
    tell_team,
    write_step,
)
from tiepdan.cases.intent import NO_WORDS, FindingData, Intent, SessionData
from tiepdan.cases.models import Case, Evidence, Finding, Session, Suspension
from tiepdan.cases.papers import head_of, values_from_file
from tiepdan.cases.rules.complexity import criteria
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.cases.rules.settlement import least_team
from tiepdan.deadlines.model import SuspensionKind
from tiepdan.documents.actions import record_delivery, store_file
from tiepdan.documents.models import DeliveryWay
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.documents.values import form_book
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import join_matter, notify
from tiepdan.matters.rules import Capacity
from tiepdan.submissions.sniffing import sniff

FINDINGS: Final = {"right": "đúng", "partly_right": "đúng một phần", "wrong": "sai"}


@transaction.atomic
def start_verification(
    *, case_id: int, head_id: int, member_ids: Sequence[int], days: int, by: Actor, at: datetime,
    intent: Intent = NO_WORDS,
) -> Case:  # fmt: skip
    """Order the verification: the team is assigned and sees the case from now on.

    days: calendar days given to the team
    Raises NotFound; ActionRefused: team_too_small, days_missing, verifier_not_impartial, clearly_right_decide_now,
        not_at_agency, conflict_of_interest and those of the procedure
    Rule: complaints §3.2/7, §4.2/14, §4.2/15
    """
    # Conflicts known to the file stop the assignment itself; the officer answers for those it does not know.
    intent = Intent(
        note=intent.note, reason=intent.reason, values=intent.values,
        facts={"conflict_of_interest": False, "clearly_right": False, **intent.facts},
    )  # fmt: skip
    turn = begin(case_id=case_id, act="start_verification", by=by, at=at, intent=intent)
    if days < 1:
        raise ActionRefused(Refused("days_missing"))
    wanted = list(dict.fromkeys([head_id, *member_ids]))
    if turn.case.procedure == ProcedureKind.DENUNCIATION and len(wanted) < (least := least_team(on=at.date())):
        raise ActionRefused(Refused("team_too_small", rule="complaints §4.2/14", facts={"least": str(least)}))
    team = form_team(case=turn.case, head_id=head_id, member_ids=member_ids, by=by, at=at)
    turn.facts["team"] = len(team)
    issue(turn, values={"days": days, "verifiers": _verifiers(turn, wanted)})
    return finish(turn)


def _verifiers(turn: Turn, user_ids: list[int]) -> list[dict[str, str | int]]:
    posts = Post.objects.in_force(on=turn.on).filter(user_id__in=user_ids, agency_id=turn.case.agency_id)
    names = {post.user_id: (post.user.name, post.title) for post in posts.select_related("user")}
    head, member = ("Trưởng đoàn (tổ trưởng)", "Thành viên")
    return [
        {"name": names[user_id][0], "post": names[user_id][1], "role": head if place == 0 else member}
        for place, user_id in enumerate(user_ids)
    ]


@transaction.atomic
def add_session(*, case_id: int, session: SessionData, by: Actor, at: datetime) -> Case:
    """Write the minutes of a working session or a site check.

    Raises NotFound; ActionRefused: session_in_future, minutes_missing, text_reveals_denouncer and those of the procedure
    Rule: complaints §3.2/7, §4.2/16
    """
    if session.held_on > at.date():
        raise ActionRefused(Refused("session_in_future"))
    if not session.minutes.strip():
        raise ActionRefused(Refused("minutes_missing"))
    turn = begin(case_id=case_id, act=_session_act(lock_case(case_id=case_id), session), by=by, at=at)
    sealed = with_denouncer(case=turn.case, with_whom=session.with_whom)
    # Minutes with the denounced or a witness lie in the open: what they were asked must not tell who alleges it.
    in_the_open = [session.place] if sealed else [session.place, session.minutes, *session.present]
    refuse_naming(case=turn.case, by=by, at=at, texts=in_the_open)
    # Minutes with a denouncer name nobody: the team arranges the meeting from an opening of the identity.
    present = [SEALED_NAME] if sealed else [name.removeprefix("Ông ").removeprefix("Bà ") for name in session.present]
    values: dict[str, FieldValue] = {
        "session": _SESSION_WORDS.get(session.with_whom, "Làm việc"),
        "held_on": session.held_on, "held_at": session.held_at, "ended_at": session.ended_at,
        "participants": [{"name": name} for name in [*present, by.name]],
        "proceedings": session.minutes, "second_signer": by.name,
    }  # fmt: skip
    if session.place:
        values["place_of_act"] = session.place
    paper = issue(turn, values=values, secret=SPOKEN if sealed else ())
    row = Session(
        matter_id=turn.case.matter_id, case=turn.case, kind=session.kind, held_on=session.held_on,
        place=session.place, with_whom=session.with_whom, present=present, paper=paper,
    )  # fmt: skip
    write_minutes(session=row, minutes=session.minutes, sealed=sealed)
    if session.with_whom == "denounced":
        remember(case=turn.case, facts={"worked_with_denounced": True})
    turn.facts |= {"held_on": session.held_on, "with_whom": session.with_whom}
    return finish(turn)


def _session_act(case: Case, session: SessionData) -> str:
    if case.procedure != ProcedureKind.DENUNCIATION:
        return "hold_working_session"
    return "work_with_denouncer" if session.with_whom == "denouncer" else "work_with_denounced"


_SESSION_WORDS: Final = {
    "denounced": "Làm việc với người bị tố cáo",
    "denouncer": "Làm việc với người tố cáo",
    "other": "Làm việc với người có liên quan",
}


@transaction.atomic
def add_evidence(
    *, case_id: int, title: str, supplied_by: str, note: str, by: Actor, at: datetime, data: bytes = b""
) -> Evidence:
    """Put information or a document into the file.

    Raises NotFound; ActionRefused: other_agency, case_ended, title_missing, file_empty, file_too_large, file_damaged,
        file_type_not_allowed, file_has_macros, text_reveals_denouncer
    """
    case = lock_case(case_id=case_id)
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if case.closed_on is not None:
        raise ActionRefused(Refused("case_ended"))
    if not title.strip():
        raise ActionRefused(Refused("title_missing"))
    refuse_naming(case=case, by=by, at=at, texts=[title, supplied_by, note])
    stored = None
    if data:  # what the browser calls the file is not believed
        found = sniff(data=data, limit_bytes=settings.ATTACHMENT_MAX_BYTES)
        if isinstance(found, Refused):
            raise ActionRefused(found)
        stored = store_file(data=data, media_type=found.media_type, sealed=is_sealed(case))
    evidence = Evidence.objects.create(
        matter_id=case.matter_id, case=case, title=title.strip()[:200], supplied_by=supplied_by.strip()[:160],
        supplied_on=at.date(), note=note, file=stored,
    )  # fmt: skip
    write_step(case=case, act="add_evidence", by=by, at=at, note=evidence.title)
    record(
        act="case.evidence_added", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        after={"evidence": evidence.pk},
    )  # fmt: skip
    return evidence


@transaction.atomic
def note_evidence_reading(*, case: Case, evidence: Evidence, by: Actor, at: datetime) -> None:
    """Record that evidence of a sealed case is read; the head sees it in the reading log.

    Rule: BV-3
    """
    if is_sealed(case):
        record(
            act="case.evidence_read", by=by, at=at, subject=f"evidence:{evidence.pk}", matter_id=case.matter_id,
            rule="BV-3",
        )  # fmt: skip


@transaction.atomic
def find_complexity(*, case_id: int, found: Collection[str], note: str, by: Actor, at: datetime) -> Case:
    """Record the criteria of complexity found; of a complaint the settlement limit is counted again at once.

    found: codes of the seven criteria, all that hold now
    Raises NotFound; ActionRefused: complexity_unmet, criterion_unknown, reason_missing and those of the procedure
    Rule: KN-7, TC-7, complaints §1.6
    """
    known = {criterion.code for criterion in criteria()}
    if set(found) - known:
        raise ActionRefused(Refused("criterion_unknown"))
    if not note.strip():
        raise ActionRefused(Refused("reason_missing", rule="KN-7"))
    turn = begin(
        case_id=case_id, act="record_complexity", by=by, at=at, intent=Intent(reason=note),
        complexity_criteria=len(set(found)),
    )  # fmt: skip
    turn.case.complexity = sorted(set(found))
    turn.case.complexity_note = note.strip()
    turn.facts["criteria"] = turn.case.complexity
    return finish(turn)


@transaction.atomic
def order_expertise(*, case_id: int, expert_body: str, subject: str, due_on: object, by: Actor, at: datetime) -> Case:
    """Ask for an expert examination; of a denunciation its time is not counted.

    Raises NotFound; ActionRefused: suspension_open, paper_incomplete and those of the procedure
    Rule: SU-5, SU-6
    """
    turn = begin(case_id=case_id, act="order_expertise", by=by, at=at)
    refuse_naming(case=turn.case, by=by, at=at, texts=[expert_body, subject])
    issue(turn, values={"expert_body": expert_body, "expert_subject": subject, "due_on": due_on})  # type: ignore[dict-item] # a date, or None while missing
    if turn.act.limits.pauses:
        waiting = Suspension.objects.filter(
            case=turn.case, kind=SuspensionKind.EXPERT_EXAMINATION, ends_before__isnull=True
        )
        if waiting.exists():
            raise ActionRefused(Refused("suspension_open", rule="SU-5"))
        Suspension.objects.create(
            matter_id=turn.case.matter_id, case=turn.case, kind=SuspensionKind.EXPERT_EXAMINATION,
            ground="expert_examination", starts_on=turn.on, reason=subject,
        )  # fmt: skip
    turn.facts["expert_body"] = expert_body
    return finish(turn)


@transaction.atomic
def receive_expert_result(*, case_id: int, note: str, by: Actor, at: datetime) -> Case:
    """Record that the expert's result came in; the limit runs on.

    Raises NotFound; ActionRefused: no_expertise_asked and those of the procedure
    Rule: SU-5
    """
    turn = begin(case_id=case_id, act="receive_expert_result", by=by, at=at, intent=Intent(note=note))
    ended = Suspension.objects.filter(
        case=turn.case, kind=SuspensionKind.EXPERT_EXAMINATION, ends_before__isnull=True
    ).update(ends_before=turn.on)
    if not ended:
        raise ActionRefused(Refused("no_expertise_asked", rule="SU-5"))
    return finish(turn)


@transaction.atomic
def entrust_verification(
    *, case_id: int, agency_id: int, content: str, days: int, by: Actor, at: datetime
) -> Case:  # fmt: skip
    """Entrust another body with verifying a denunciation, by letter; its head reads the case from now on.

    Raises NotFound; ActionRefused: other_agency, only_leaders_assign, case_ended, not_a_denunciation, not_accepted_yet,
        days_missing, entrust_own_agency, note_empty and those of papers
    Rule: complaints §4.2/14, BV-4
    """
    case = lock_case(case_id=case_id)
    if case.agency_id != by.agency_id:
        raise ActionRefused(Refused("other_agency"))
    if not by.is_one_of(*_LEADERS):
        raise ActionRefused(Refused("only_leaders_assign"))
    if case.closed_on is not None:
        raise ActionRefused(Refused("case_ended"))
    if case.procedure != ProcedureKind.DENUNCIATION:
        raise ActionRefused(Refused("not_a_denunciation"))
    if case.accepted_on is None:
        raise ActionRefused(Refused("not_accepted_yet"))
    if agency_id == by.agency_id:
        raise ActionRefused(Refused("entrust_own_agency"))
    if not content.strip():
        raise ActionRefused(Refused("note_empty"))
    if days < 1:
        raise ActionRefused(Refused("days_missing"))
    refuse_naming(case=case, by=by, at=at, texts=[content])
    asked = Agency.objects.get(pk=agency_id)
    form = form_book().form(_ENTRUST, on=at.date())
    values = values_from_file(case=case, form=form, on=at.date()) | {
        "addressee": head_of(agency=asked), "verification_content": content.strip(), "days": days, "from_on": at.date(),
        "due_on": at.date() + timedelta(days=days),
    }  # fmt: skip
    paper = issue_for(case=case, form_key=_ENTRUST, kind=form.kind, values=values, by=by, at=at)
    record_delivery(
        paper_id=paper.pk, addressee="agency", addressee_name=asked.name, way=DeliveryWay.ELECTRONIC, sent_on=at.date(),
        to_agency_id=asked.pk, by=by, at=at,
    )  # fmt: skip
    join_matter(matter_id=case.matter_id, agency_id=asked.pk, capacity=Capacity.ASSISTING, received_on=at.date())
    notify(
        agency_id=asked.pk, kind="verification_entrusted", at=at, code=case.submission.code, matter_id=case.matter_id,
        role=Role.HEAD,
    )  # fmt: skip
    write_step(case=case, act="entrust_verification", by=by, at=at, note=asked.name, paper=paper)
    record(
        act="case.verification_entrusted", by=by, at=at, subject=f"case:{case.pk}", matter_id=case.matter_id,
        after={"to": asked.name, "days": days}, rule="complaints §4.2/14",
    )  # fmt: skip
    return case


_ENTRUST: Final = "house/entrust-verification"
_LEADERS: Final = (Role.HEAD, Role.DEPUTY)


@transaction.atomic
def submit_report(
    *, case_id: int, findings: Sequence[FindingData], recommendation: str, explanation: str, by: Actor, at: datetime,
    demand_differs: bool | None = None,
) -> Case:  # fmt: skip
    """Submit the verification report with a finding per issue.

    explanation: of the denounced; demand_differs: whether the complainant's demand and the findings still differ
    Raises NotFound; ActionRefused: findings_missing, denounced_not_heard and those of the procedure
    Rule: complaints §3.2/8, §4.2/17
    """
    found = [row for row in findings if row.issue.strip()]
    said = [word for row in found for word in (row.issue, row.basis, row.proposal)]
    refuse_naming(case=lock_case(case_id=case_id), by=by, at=at, texts=[*said, recommendation, explanation])
    turn = begin(
        case_id=case_id, act="submit_report", by=by, at=at,
        intent=Intent(facts={"demand_differs": demand_differs}),
    )  # fmt: skip
    if not found or any(row.finding not in FINDINGS for row in found):
        raise ActionRefused(Refused("findings_missing", rule="complaints §3.2/8"))
    Finding.objects.bulk_create(
        Finding(
            matter_id=turn.case.matter_id, case=turn.case, issue=row.issue, finding=row.finding, basis=row.basis,
            proposal=row.proposal,
        )
        for row in found
    )  # fmt: skip
    issue(
        turn,
        values={
            "findings": "\n".join(f"{row.issue}: {row.basis or 'theo hồ sơ'}" for row in found),
            "assessment": "\n".join(f"{row.issue}: {FINDINGS[row.finding]}." for row in found),
            "recommendation": recommendation, "explanation": explanation, "head_name": by.name,
        },
    )  # fmt: skip
    remember(case=turn.case, facts={"report_submitted": True})
    turn.facts["findings"] = [row.finding for row in found]
    case = finish(turn)
    tell_team(turn, kind="report_submitted")
    if case.leader_id is None:
        notify(agency_id=case.agency_id, kind="report_submitted", at=at, code=case.code, matter_id=case.matter_id)
    return case

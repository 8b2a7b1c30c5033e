"""Dialogue with the complainant: the invitation in time, the minutes, and those who stay away."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.queries import local_defaults
from tiepdan.cases.actions.minutes import (
    PARTIES,
    SEALED_NAME,
    SPOKEN_IN_DIALOGUE,
    SPOKEN_IN_MEDIATION,
    refuse_naming,
    with_denouncer,
    write_minutes,
)
from tiepdan.cases.actions.turn import begin, continue_with, finish, issue, lock_case, remember, tell_team
from tiepdan.cases.intent import DialogueData, Intent, InvitationData, MediationData
from tiepdan.cases.models import Case, Session
from tiepdan.cases.papers import head_of
from tiepdan.cases.rules.situation import Absence
from tiepdan.cases.situations import notice_due_on
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound

MEDIATION_RESULTS: Final = {
    "agreed": "Thỏa thuận được toàn bộ",
    "partly_agreed": "Thỏa thuận được một phần",
    "not_agreed": "Không thỏa thuận được",
}
_PRESENCE = {"": "present", "without_reason": "absent_without_reason", "valid_reason": "absent_with_reason"}
_ACTS = {"": "hold_dialogue", "without_reason": "record_absence", "valid_reason": "postpone_dialogue"}


@transaction.atomic
def invite_dialogue(*, case_id: int, invitation: InvitationData, by: Actor, at: datetime) -> Case:
    """Invite the parties in writing, early enough before the day.

    Raises NotFound; ActionRefused: dialogue_notice_late, dialogue_in_past, text_reveals_denouncer and those of the procedure
    Rule: KN-9, complaints §3.2/9
    """
    if invitation.held_on < at.date():
        raise ActionRefused(Refused("dialogue_in_past", rule="KN-9"))
    case = lock_case(case_id=case_id)
    refuse_naming(case=case, by=by, at=at, texts=[invitation.place])
    days = local_defaults(path=case.agency.path).calendar
    turn = begin(
        case_id=case_id, act="invite_dialogue", by=by, at=at, dialogue_on=invitation.held_on,
        dialogue_notice_due_on=notice_due_on(dialogue_on=invitation.held_on, calendar=days),
    )  # fmt: skip
    values: dict[str, FieldValue] = {"held_on": invitation.held_on, "held_at": invitation.held_at}
    if invitation.place:
        values["place_of_act"] = invitation.place
    paper = issue(turn, values=values)
    case = turn.case
    remember(case=case, facts={"dialogue_on": invitation.held_on.isoformat(), "absence": "none"})
    Session.objects.create(
        matter_id=case.matter_id, case=case, kind="dialogue", held_on=invitation.held_on, notified_on=turn.on,
        place=invitation.place, with_whom="complainant", paper=paper,
    )  # fmt: skip
    turn.facts["dialogue_on"] = invitation.held_on
    return finish(turn)


@transaction.atomic
def hold_dialogue(*, case_id: int, dialogue: DialogueData, by: Actor, at: datetime) -> Case:
    """Write the minutes of a dialogue, or of the absence of who was invited.

    Absent without a valid reason: the settlement goes on; with one: the dialogue is postponed and invited again.
    Raises NotFound; ActionRefused: minutes_missing, dialogue_day_not_reached, reason_missing and those of the procedure
    Rule: complaints §3.2/9, §3.2/10
    """
    if dialogue.absence not in _ACTS:
        raise ActionRefused(Refused("absence_unknown"))
    if not dialogue.minutes.strip():
        raise ActionRefused(Refused("minutes_missing"))
    absence = Absence(dialogue.absence or "none")
    turn = begin(
        case_id=case_id, act=_ACTS[dialogue.absence], by=by, at=at, intent=Intent(reason=dialogue.absence_reason),
        absence=absence,
    )  # fmt: skip
    session = Session.objects.filter(case=turn.case, kind="dialogue").order_by("-pk").first()
    if session is None:
        raise NotFound(str(case_id))
    case = turn.case
    sealed = with_denouncer(case=case, with_whom=session.with_whom)
    if turn.act.documents:
        values: dict[str, FieldValue] = {
            "held_on": turn.on, "held_at": dialogue.held_at, "ended_at": dialogue.ended_at,
            "secretary": dialogue.secretary, "complainant_presence": _PRESENCE[dialogue.absence],
            "absence_reason": dialogue.absence_reason, "participants": [{"name": name} for name in dialogue.present],
            "proceedings": dialogue.minutes, "agreed": dialogue.agreed, "open_points": dialogue.still_open,
            "was_on": session.held_on, "reason": dialogue.absence_reason,
        }  # fmt: skip
        if session.place:
            values["place_of_act"] = session.place
        session.paper = issue(turn, values=values, secret=SPOKEN_IN_DIALOGUE if sealed else ())
    session.chair = f"{by.name}, {head_of(agency=case.agency)}"[:160]
    session.present = [SEALED_NAME] if sealed else list(dialogue.present)
    session.absence = dialogue.absence
    write_minutes(
        session=session, minutes=dialogue.minutes, agreed=dialogue.agreed, still_open=dialogue.still_open, sealed=sealed
    )
    remember(case=case, facts={"absence": absence.value, **({} if dialogue.absence else {"dialogue_held": True})})
    turn.facts |= {"absence": absence.value}
    done = finish(turn)
    tell_team(turn, kind="dialogue_held")
    return done


@transaction.atomic
def hold_mediation(*, case_id: int, mediation: MediationData, by: Actor, at: datetime) -> Case:
    """Put a mediation on record: minutes and result. What was agreed never takes the place of the decision.

    In a sealed matter who came and what was said lie in envelopes; only the day, the place and the result are open.
    Raises NotFound; ActionRefused: minutes_missing, session_in_future, mediation_result_missing, text_reveals_denouncer and
        those of the procedure
    Rule: BV-1, BV-3
    """
    if not mediation.minutes.strip():
        raise ActionRefused(Refused("minutes_missing"))
    if mediation.held_on > at.date():
        raise ActionRefused(Refused("session_in_future"))
    reached = mediation.result in {"agreed", "partly_agreed"}
    if mediation.result not in MEDIATION_RESULTS or (reached and not mediation.agreed.strip()):
        raise ActionRefused(Refused("mediation_result_missing"))
    case = lock_case(case_id=case_id)
    sealed = with_denouncer(case=case, with_whom=PARTIES)
    said = Intent(note="" if sealed else mediation.agreed)
    turn = continue_with(case=case, act="hold_mediation", by=by, at=at, intent=said)
    refuse_naming(case=case, by=by, at=at, texts=[mediation.place])
    paper = issue(
        turn,
        values={
            "held_on": mediation.held_on, "place_of_act": mediation.place or by.agency_name,
            "participants": [{"name": name} for name in mediation.present], "proceedings": mediation.minutes,
            "result": MEDIATION_RESULTS[mediation.result], "agreed": mediation.agreed,
        },
        secret=SPOKEN_IN_MEDIATION if sealed else (),
    )  # fmt: skip
    session = Session(
        matter_id=case.matter_id, case=case, paper=paper, kind="mediation", held_on=mediation.held_on,
        place=mediation.place, with_whom=PARTIES, present=[SEALED_NAME] if sealed else list(mediation.present),
        chair=f"{by.name}, {by.agency_name}"[:160],
    )  # fmt: skip
    write_minutes(session=session, minutes=mediation.minutes, agreed=mediation.agreed, sealed=sealed)
    turn.facts |= {"held_on": mediation.held_on, "mediation": mediation.result}
    return finish(turn)

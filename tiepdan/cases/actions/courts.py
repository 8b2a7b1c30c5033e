"""The same matter before a court: accepted, dossier handed over, judged, and what follows for the settlement."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.db import transaction

from tiepdan.accounts.rules import Actor
from tiepdan.cases.actions.turn import begin, finish, tell_team
from tiepdan.cases.intent import CourtData, Intent, JudgmentData
from tiepdan.cases.models import Case, CourtFile
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused

EFFECTS: Final = {
    "upheld": "Bác yêu cầu khởi kiện, giữ nguyên quyết định",
    "annulled": "Hủy quyết định, buộc giải quyết lại hoặc chấm dứt hành vi",
    "amended": "Chấp nhận một phần yêu cầu",
    "discontinued": "Tòa án đình chỉ vụ án",
}


@transaction.atomic
def record_court_acceptance(*, case_id: int, court: CourtData, by: Actor, at: datetime) -> Case:
    """Record that a court accepted the matter; of a complaint in settlement it grounds a termination.

    Raises NotFound; ActionRefused: court_missing, done_in_future, court_file_open and those of the procedure
    Rule: complaints §3.2/16, §3.2/21
    """
    if not court.court.strip():
        raise ActionRefused(Refused("court_missing"))
    if max(court.accepted_on, court.handed_over_on or court.accepted_on) > at.date():
        raise ActionRefused(Refused("done_in_future"))
    turn = begin(case_id=case_id, act="record_court_acceptance", by=by, at=at, intent=Intent(note=court.court))
    if CourtFile.objects.filter(case=turn.case, judged_on__isnull=True).exists():
        raise ActionRefused(Refused("court_file_open"))
    CourtFile.objects.create(
        matter_id=turn.case.matter_id, case=turn.case, court=court.court.strip(), number=court.number.strip(),
        accepted_on=court.accepted_on, handed_over_on=court.handed_over_on,
    )  # fmt: skip
    turn.facts["court_accepted_on"] = court.accepted_on
    case = finish(turn)
    tell_team(turn, kind="court_accepted")
    return case


@transaction.atomic
def record_judgment(*, case_id: int, judgment: JudgmentData, by: Actor, at: datetime) -> Case:
    """Record what the court decided and what it means for the decision.

    Raises NotFound; ActionRefused: no_court_file, judgment_missing, done_in_future and those of the procedure
    Rule: complaints §3.2/16
    """
    if judgment.effect not in EFFECTS or not judgment.judgment.strip():
        raise ActionRefused(Refused("judgment_missing"))
    if judgment.judged_on > at.date():
        raise ActionRefused(Refused("done_in_future"))
    turn = begin(case_id=case_id, act="record_judgment", by=by, at=at, intent=Intent(note=judgment.note))
    waiting = CourtFile.objects.filter(case=turn.case, judged_on__isnull=True).first()
    if waiting is None or judgment.judged_on < waiting.accepted_on:
        raise ActionRefused(Refused("no_court_file", rule="complaints §3.2/16"))
    waiting.judged_on, waiting.judgment = judgment.judged_on, judgment.judgment.strip()
    waiting.effect, waiting.effect_note = judgment.effect, judgment.note.strip()
    waiting.save(update_fields=["judged_on", "judgment", "effect", "effect_note"])
    turn.facts |= {"judged_on": judgment.judged_on, "effect": judgment.effect}
    case = finish(turn)
    tell_team(turn, kind="court_judged")
    return case

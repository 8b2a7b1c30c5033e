"""What may be done to a case now, by whom, why not, and what comes next. One rule for page, act and API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tiepdan.cases.rules.guards.catalogue import GUARDS
from tiepdan.cases.rules.guards.registry import Question
from tiepdan.cases.rules.procedure import PREVIOUS, SAME, Act, GuardCall, LimitRef, Procedure
from tiepdan.cases.rules.situation import Role, Situation
from tiepdan.infra.verdict import ALLOWED, Allowed, Refused, Verdict

ROLES_VI: Final = {
    Role.HEAD: "thủ trưởng cơ quan",
    Role.DEPUTY_AUTHORISED: "cấp phó được ủy quyền",
    Role.HANDLER: "người được giao giải quyết",
    Role.RECEPTION_OFFICER: "cán bộ tiếp công dân",
    Role.PROCESSING_OFFICER: "cán bộ xử lý đơn",
    Role.SYSTEM: "hệ thống",
}

STEP_OPENS: Final = "Bước tiếp theo: {what}."
STEP_NONE: Final = "Không còn bước nào: {what}."
STEP_OPEN: Final = "Bước tiếp theo: {what} (người làm: {who})."
STEP_WAITS: Final = "Bước tiếp theo: {what} (người làm: {who}); còn thiếu điều kiện."


@dataclass(frozen=True, slots=True)
class ComingStep:
    """What comes next: the sentence, the act or state it names, who does it."""

    sentence: str
    what_vi: str
    who_vi: str = ""


@dataclass(frozen=True, slots=True)
class ActOffer:
    """An act shown for a case: a button, or the reason why it is none."""

    act: str
    title_vi: str
    verdict: Verdict
    asks: tuple[str, ...]  # what the officer fills while acting: "grounds", "reason", fields of Situation
    side_action: bool


@dataclass(frozen=True, slots=True)
class ClockChanges:
    """Rule ids of limits by what an act does to them."""

    starts: tuple[str, ...] = ()
    meets: tuple[str, ...] = ()
    pauses: tuple[str, ...] = ()
    resumes: tuple[str, ...] = ()
    extends: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    @property
    def stops(self) -> tuple[str, ...]:
        """Limits that no longer run: their duty is done or fell away."""
        return (*self.meets, *self.ends)


def may(*, procedure: Procedure, act: str, situation: Situation, role: Role, today: date) -> Verdict:
    """Decide whether a role may do an act on a case today.

    Returns: Allowed(row of the law page), or Refused(code, rule, facts for the sentence)
    Rule: the row of the act
    """
    found = procedure.acts.get(act)
    if found is None:
        return Refused(code="unknown_act", facts={"act": act, "period": procedure.period})
    return _verdict(procedure, found, situation, role, today, filled=True)


def acts_now(*, procedure: Procedure, situation: Situation, role: Role, today: date) -> list[ActOffer]:
    """List the acts written for the state, each with its verdict for this role.

    What the officer fills while acting (grounds, reason, a date) does not refuse an offer yet; `asks` names it.
    Returns: allowed acts first, otherwise in the order of the law page
    """
    offers = [
        ActOffer(
            act=act.code,
            title_vi=act.title_vi,
            verdict=_verdict(procedure, act, situation, role, today, filled=False),
            asks=_asks(act),
            side_action=act.side_action,
        )
        for act in procedure.acts_from(situation.state)
    ]
    return sorted(offers, key=lambda offer: not offer.verdict)


def target_state(*, procedure: Procedure, act: str, situation: Situation) -> str:
    """Return the state after an act: the one written, the same, or the one before a suspension."""
    to = procedure.acts[act].to
    if to == SAME:
        return situation.state
    return situation.previous_state if to == PREVIOUS else to


def clocks_after(*, procedure: Procedure, act: str, situation: Situation) -> ClockChanges:
    """List what an act does to the limits of a case, by rule id; counting is done by tiepdan.deadlines."""
    limits = procedure.acts[act].limits

    def rules(refs: tuple[LimitRef, ...]) -> tuple[str, ...]:
        return tuple(
            ref.rule
            for ref in refs
            if ref.when is None or _check(procedure, ref.when, situation, role=None, today=None)
        )

    return ClockChanges(
        starts=rules(limits.starts),
        meets=rules(limits.meets),
        pauses=rules(limits.pauses),
        resumes=rules(limits.resumes),
        extends=rules(limits.extends),
        ends=rules(limits.ends),
    )


def next_step(*, procedure: Procedure, situation: Situation, today: date) -> str:
    """Say in one Vietnamese sentence what comes next and who does it.

    The first act of the state that its conditions let through, whoever does it; if none, the first of all and its duty.
    """
    coming = coming_step(procedure=procedure, situation=situation, today=today)
    return coming.sentence.format(what=_lower(coming.what_vi), who=coming.who_vi)


def coming_step(*, procedure: Procedure, situation: Situation, today: date) -> ComingStep:
    """Say the same in parts, for a reader of another language."""
    if situation.state not in procedure.states:
        return ComingStep(STEP_OPENS, procedure.opening.title_vi)
    state = procedure.states[situation.state]
    if state.is_end:
        return ComingStep(STEP_NONE, state.title_vi)
    proposed = [procedure.acts[code] for code in state.next_acts if code in procedure.acts]
    candidates = proposed or [act for act in procedure.acts_from(state.code) if not act.side_action]
    open_now = [act for act in candidates if _conditions(procedure, act, situation, None, today, filled=False)]
    chosen = (open_now or candidates)[0]
    return ComingStep(STEP_OPEN if open_now else STEP_WAITS, chosen.title_vi, ROLES_VI[chosen.who[0]])


def _verdict(procedure: Procedure, act: Act, situation: Situation, role: Role, today: date, *, filled: bool) -> Verdict:
    if situation.state not in act.from_states and (act.from_states or situation.state):
        state = procedure.states.get(situation.state)
        code = "case_closed" if state is not None and state.is_end else "wrong_state"
        return Refused(code=code, rule=act.row, facts={"state": state.title_vi if state else situation.state})
    if role not in act.who:
        who = ", ".join(ROLES_VI[one] for one in act.who)
        return Refused(code="wrong_role", rule=act.row, facts={"who": who})
    if act.to == PREVIOUS and situation.previous_state not in procedure.states:
        return Refused(code="previous_state_unknown", rule=act.row)
    verdict = _conditions(procedure, act, situation, role, today, filled=filled)
    return Allowed(rule=act.row) if verdict else verdict


def _conditions(
    procedure: Procedure, act: Act, situation: Situation, role: Role | None, today: date, *, filled: bool
) -> Verdict:
    for call in act.guards:
        if not filled and GUARDS[call.name].asks:
            continue
        verdict = _check(procedure, call, situation, role=role, today=today)
        if not verdict:
            return verdict
    if not filled:
        return ALLOWED
    if act.grounds:
        verdict = _grounds(procedure, act, situation, role, today)
        if not verdict:
            return verdict
    if act.reason_required and not situation.reason.strip():
        return Refused(code="reason_missing", rule=act.row)
    return ALLOWED


def _grounds(procedure: Procedure, act: Act, situation: Situation, role: Role | None, today: date) -> Verdict:
    """One ground of the closed list is established and its own conditions hold."""
    chosen = [ground for ground in act.grounds if ground.code in situation.grounds]
    if not chosen:
        listed = "; ".join(ground.title_vi for ground in act.grounds)
        return Refused(code="ground_missing", rule=act.row, facts={"grounds": listed})
    faults: list[Refused] = []
    for ground in chosen:
        verdicts = [_check(procedure, call, situation, role=role, today=today) for call in ground.guards]
        refused = next((verdict for verdict in verdicts if isinstance(verdict, Refused)), None)
        if refused is None:
            return ALLOWED
        faults.append(refused)
    return faults[0]


def _check(
    procedure: Procedure, call: GuardCall, situation: Situation, *, role: Role | None, today: date | None
) -> Verdict:
    return GUARDS[call.name].check(
        Question(situation=situation, role=role, today=today, grounds=procedure.grounds, call=call)
    )


def _asks(act: Act) -> tuple[str, ...]:
    fields = [GUARDS[call.name].asks for call in act.guards if GUARDS[call.name].asks]
    if act.grounds:
        fields.append("grounds")
    if act.reason_required:
        fields.append("reason")
    return tuple(dict.fromkeys(fields))


def _lower(text: str) -> str:
    """Lower the first letter, inside a sentence."""
    return text[:1].lower() + text[1:]

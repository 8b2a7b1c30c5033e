"""Conditions that weigh several facts: groups, dialogue, withdrawal, complexity, time."""

from __future__ import annotations

from tiepdan.cases.rules.guards.registry import FACT_NOT_RECORDED, Question, guard
from tiepdan.cases.rules.situation import Absence, Role, Withdrawal, WithdrawalForm
from tiepdan.deadlines.groups import group_from, most_representatives
from tiepdan.infra.verdict import ALLOWED, Verdict


@guard(rule="complaints §3.5", codes=("refusal_ground_found",), settings=("list",))
def no_refusal_ground(question: Question) -> Verdict:
    """None of the grounds of a closed list is established. Rule: complaints §3.5, §4.3"""
    listed = question.grounds[str(question.call.setting("list"))]
    found = [ground for ground in listed if ground.code in question.situation.grounds]
    if not found:
        return ALLOWED
    titles = "; ".join(ground.title_vi for ground in found)
    return question.refused("refusal_ground_found", found[0].article, grounds=titles)


@guard(
    rule="PA-8",
    codes=("group_signatures_missing", "group_representatives_missing", "too_many_representatives"),
)
def group_complete(question: Question) -> Verdict:
    """A group's petition carries all signatures and a written appointment of representatives. Rule: PA-7, PA-8"""
    facts = question.situation
    people = facts.complainants
    if people < group_from(on=question.today):
        return ALLOWED
    if not facts.signatures_complete:
        return question.refused("group_signatures_missing", "PA-8", people=str(people))
    if facts.representatives < 1:
        return question.refused("group_representatives_missing", "PA-8", people=str(people))
    most = most_representatives(people=people, on=question.today)
    if facts.representatives > most:
        return question.refused("too_many_representatives", "PA-7", people=str(people), most=str(most))
    return ALLOWED


@guard(rule="reports §2.2", codes=("wrong_kind", FACT_NOT_RECORDED), settings=("kind",))
def classified_as(question: Question) -> Verdict:
    """The content was classified as the kind named. Rule: reports §2.2"""
    kind = question.situation.kind
    if not kind:
        return question.refused(
            FACT_NOT_RECORDED, "reports §2.2", fact="kind", question="đơn thuộc loại nào theo nội dung"
        )
    wanted = str(question.call.setting("kind"))
    return ALLOWED if kind == wanted else question.refused("wrong_kind", "reports §2.2", kind=kind, wanted=wanted)


@guard(rule="complaints §4.2/4", codes=("still_to_be_forwarded",))
def handled_elsewhere(question: Question) -> Verdict:
    """The competent body has the same content already, or the sender was guided. Rule: complaints §4.2/4"""
    facts = question.situation
    if facts.sent_to_competent_body or facts.guided_before:
        return ALLOWED
    return question.refused("still_to_be_forwarded", "complaints §4.2/4")


@guard(rule="reports §2.3/20", codes=("keeping_period_running", FACT_NOT_RECORDED))
def keeping_period_over(question: Question) -> Verdict:
    """A filed paper was kept for its period. Rule: reports §2.3/20"""
    until = question.situation.filed_until
    if until is None or question.today is None:
        return question.refused(
            FACT_NOT_RECORDED, "reports §2.3/20", fact="filed_until", question="đơn được lưu đến ngày nào"
        )
    if question.today > until:
        return ALLOWED
    return question.refused("keeping_period_running", "reports §2.3/20", until=f"{until:%d/%m/%Y}")


@guard(rule="complaints §3.2/9", codes=("dialogue_required", FACT_NOT_RECORDED))
def dialogue_if_differs(question: Question) -> Verdict:
    """A dialogue was held where demand and findings still differ. Rule: complaints §3.2/9"""
    facts = question.situation
    if facts.demand_differs is None:
        asked = "yêu cầu của người khiếu nại và kết quả xác minh còn khác nhau hay không"
        return question.refused(FACT_NOT_RECORDED, "complaints §3.2/9", fact="demand_differs", question=asked)
    if not facts.demand_differs or _dialogue_done(question):
        return ALLOWED
    return question.refused("dialogue_required", "complaints §3.2/9")


@guard(rule="complaints §3.3", codes=("dialogue_always_required",))
def dialogue_always(question: Question) -> Verdict:
    """A dialogue was held, whatever the findings. Rule: complaints §3.3, §3.4"""
    return ALLOWED if _dialogue_done(question) else question.refused("dialogue_always_required", "complaints §3.3")


def _dialogue_done(question: Question) -> bool:
    # Absence without a valid reason counts as done only where a procedure has the act that records it (P2).
    return question.situation.dialogue_held or question.situation.absence is Absence.WITHOUT_REASON


@guard(rule="KN-9", codes=("dialogue_date_missing", "dialogue_notice_late"), asks="dialogue_on")
def dialogue_notice_in_time(question: Question) -> Verdict:
    """The notice goes out early enough before the dialogue; the last lawful day is counted by the caller. Rule: KN-9"""
    facts = question.situation
    if facts.dialogue_on is None or facts.dialogue_notice_due_on is None or question.today is None:
        return question.refused("dialogue_date_missing", "KN-9")
    if question.today <= facts.dialogue_notice_due_on:
        return ALLOWED
    return question.refused(
        "dialogue_notice_late",
        "KN-9",
        dialogue_on=f"{facts.dialogue_on:%d/%m/%Y}",
        notice_due_on=f"{facts.dialogue_notice_due_on:%d/%m/%Y}",
    )


@guard(rule="complaints §3.2/9", codes=("dialogue_day_not_reached", "dialogue_date_missing"))
def dialogue_day_reached(question: Question) -> Verdict:
    """The day of the dialogue has come. Rule: complaints §3.2/9"""
    planned = question.situation.dialogue_on
    if planned is None or question.today is None:
        return question.refused("dialogue_date_missing", "complaints §3.2/9")
    if question.today >= planned:
        return ALLOWED
    return question.refused("dialogue_day_not_reached", "complaints §3.2/9", dialogue_on=f"{planned:%d/%m/%Y}")


@guard(rule="complaints §3.3", codes=("head_must_hold_dialogue", FACT_NOT_RECORDED))
def dialogue_chair(question: Question) -> Verdict:
    """Who holds the dialogue is the head himself where the law wants him in person. Rule: complaints §3.3"""
    must = question.situation.dialogue_chair_in_person
    if question.role in (None, Role.HEAD):
        return ALLOWED
    if must is None:
        asked = "người đứng đầu có phải trực tiếp tổ chức đối thoại hay được giao cho người khác"
        return question.refused(FACT_NOT_RECORDED, "complaints §3.3", fact="dialogue_chair_in_person", question=asked)
    return question.refused("head_must_hold_dialogue", "complaints §3.3") if must else ALLOWED


@guard(rule="complaints §3.2/10", codes=("absence_not_recorded", "absence_had_valid_reason"), asks="absence")
def absent_without_reason(question: Question) -> Verdict:
    """The complainant was invited and stayed away without a valid reason. Rule: complaints §3.2/10"""
    absence = question.situation.absence
    if absence is Absence.WITHOUT_REASON:
        return ALLOWED
    code = "absence_not_recorded" if absence is Absence.NONE else "absence_had_valid_reason"
    return question.refused(code, "complaints §3.2/10")


@guard(rule="complaints §3.2/10", codes=("absence_not_recorded", "absence_had_no_valid_reason"), asks="absence")
def absent_with_reason(question: Question) -> Verdict:
    """The complainant stayed away for force majeure or an objective obstacle. Rule: complaints §3.2/10"""
    absence = question.situation.absence
    if absence is Absence.VALID_REASON:
        return ALLOWED
    code = "absence_not_recorded" if absence is Absence.NONE else "absence_had_no_valid_reason"
    return question.refused(code, "complaints §3.2/10")


@guard(rule="PA-13", codes=("nothing_withdrawn", "withdrawn_only_in_part", "withdrawn_by_some_only"))
def withdrawn_whole(question: Question) -> Verdict:
    """Every content was withdrawn, in a group by everyone. Rule: PA-13, PA-14"""
    scope = question.situation.withdrawal
    if scope is Withdrawal.WHOLE:
        return ALLOWED
    if scope is Withdrawal.SOME_PEOPLE:
        return question.refused("withdrawn_by_some_only", "PA-14")
    return question.refused("nothing_withdrawn" if scope is Withdrawal.NONE else "withdrawn_only_in_part", "PA-13")


@guard(rule="PA-13", codes=("nothing_withdrawn", "withdrawn_whole_terminate"), asks="withdrawal")
def withdrawn_part(question: Question) -> Verdict:
    """Some contents or some people withdrew, the rest goes on. Rule: PA-13, PA-14"""
    scope = question.situation.withdrawal
    if scope in (Withdrawal.PART, Withdrawal.SOME_PEOPLE):
        return ALLOWED
    code = "nothing_withdrawn" if scope is Withdrawal.NONE else "withdrawn_whole_terminate"
    return question.refused(code, "PA-13")


@guard(rule="PA-13", codes=("withdrawal_needs_petition",), asks="withdrawal_form")
def withdrawal_by_petition(question: Question) -> Verdict:
    """Before 01/07/2026 a complaint is withdrawn by petition only. Rule: PA-13"""
    if question.situation.withdrawal_form is WithdrawalForm.PETITION:
        return ALLOWED
    return question.refused("withdrawal_needs_petition", "PA-13")


@guard(rule="PA-13", codes=("withdrawal_paper_missing",), asks="withdrawal_form")
def withdrawal_on_paper(question: Question) -> Verdict:
    """A withdrawal stands on a petition or on signed minutes. Rule: PA-13, PA-15"""
    if question.situation.withdrawal_form is not None:
        return ALLOWED
    return question.refused("withdrawal_paper_missing", "PA-13")


@guard(
    rule="PA-16",
    codes=("violation_signs_keep_case", "withdrawal_was_forced", "denunciation_was_abused", FACT_NOT_RECORDED),
)
def withdrawal_stops_case(question: Question) -> Verdict:
    """Nothing makes a denunciation go on despite its withdrawal. Rule: PA-16"""
    facts = question.situation
    for fact, code, asked in (
        (
            "signs_of_violation",
            "violation_signs_keep_case",
            "hành vi bị tố cáo có dấu hiệu vi phạm pháp luật hay không",
        ),
        ("withdrawal_forced", "withdrawal_was_forced", "việc rút tố cáo có do bị đe dọa, ép buộc, mua chuộc hay không"),
        ("denunciation_abused", "denunciation_was_abused", "có lợi dụng tố cáo để vu khống, gây thiệt hại hay không"),
    ):
        value = getattr(facts, fact)
        if value is None:
            return question.refused(FACT_NOT_RECORDED, "PA-16", fact=fact, question=asked)
        if value:
            return question.refused(code, "PA-16")
    return ALLOWED


@guard(rule="PA-13", codes=("withdrawal_was_forced",))
def withdrawal_free(question: Question) -> Verdict:
    """Withdrawn content is examined again only if the withdrawal was forced or threatened. Rule: PA-13"""
    return question.refused("withdrawal_was_forced", "PA-13") if question.situation.withdrawal_forced else ALLOWED


@guard(rule="complaints §7/8", codes=("use_withdrawn_content_ground",))
def ended_otherwise_than_withdrawal(question: Question) -> Verdict:
    """The 30 days after a termination notice do not revive withdrawn content. Rule: complaints §7/8"""
    if question.situation.ended_by_withdrawal:
        return question.refused("use_withdrawn_content_ground", "complaints §7/8")
    return ALLOWED


@guard(rule="KN-7", codes=("complexity_unmet",), settings=("count",), asks="complexity_criteria")
def complexity_at_least(question: Question) -> Verdict:
    """Enough of the seven criteria are recorded in the file. Rule: KN-7, complaints §1.6"""
    met, wanted = question.situation.complexity_criteria, int(question.call.setting("count"))
    if met >= wanted:
        return ALLOWED
    return question.refused("complexity_unmet", "KN-7", met=str(met), wanted=str(wanted))


@guard(rule="TC-7", codes=("not_complex", "extensions_used_up"), asks="complexity_criteria")
def extension_available(question: Question) -> Verdict:
    """A denunciation is extended once if complex, twice if specially complex. Rule: TC-7, TC-8"""
    facts = question.situation
    most = min(facts.complexity_criteria, 2)
    if most < 1:
        return question.refused("not_complex", "TC-7")
    if facts.extensions_used < most:
        return ALLOWED
    rule = "TC-7" if most == 1 else "TC-8"
    return question.refused("extensions_used_up", rule, used=str(facts.extensions_used), most=str(most))


@guard(rule="complaints §3.4", codes=("council_proposal_missing", FACT_NOT_RECORDED))
def council_heard(question: Question) -> Verdict:
    """The Disciplinary Council reconsidered a grounded complaint before the decision. Rule: complaints §3.4"""
    facts = question.situation
    if facts.found_grounded is None:
        asked = "khiếu nại quyết định kỷ luật có cơ sở hay không"
        return question.refused(FACT_NOT_RECORDED, "complaints §3.4", fact="found_grounded", question=asked)
    if facts.found_grounded and not facts.council_proposed:
        return question.refused("council_proposal_missing", "complaints §3.4")
    return ALLOWED


@guard(rule="complaints §3.4", codes=("council_not_needed", FACT_NOT_RECORDED))
def council_needed(question: Question) -> Verdict:
    """The disciplinary complaint has grounds. Rule: complaints §3.4"""
    grounded = question.situation.found_grounded
    if grounded is None:
        asked = "khiếu nại quyết định kỷ luật có cơ sở hay không"
        return question.refused(FACT_NOT_RECORDED, "complaints §3.4", fact="found_grounded", question=asked)
    return ALLOWED if grounded else question.refused("council_not_needed", "complaints §3.4")


@guard(rule="KN-2", codes=("settlement_limit_running", FACT_NOT_RECORDED))
def settlement_limit_passed(question: Question) -> Verdict:
    """The settlement limit has ended without a decision or conclusion. Rule: KN-2, TC-18"""
    due = question.situation.settlement_due_on
    if due is None or question.today is None:
        return question.refused(
            FACT_NOT_RECORDED, "KN-2", fact="settlement_due_on", question="thời hạn giải quyết hết ngày nào"
        )
    if question.today > due:
        return ALLOWED
    return question.refused("settlement_limit_running", "KN-2", due=f"{due:%d/%m/%Y}")


@guard(rule="KN-2", codes=("second_window_closed", FACT_NOT_RECORDED))
def second_window_open(question: Question) -> Verdict:
    """A second complaint comes in time, or late for a valid reason. Rule: KN-2"""
    facts = question.situation
    if facts.second_window_open or facts.late_with_valid_reason:
        return ALLOWED
    if facts.second_window_open is None:
        asked = "thời hiệu khiếu nại lần hai còn hay hết, tính từ ngày nhận quyết định"
        return question.refused(FACT_NOT_RECORDED, "KN-2", fact="second_window_open", question=asked)
    return question.refused("second_window_closed", "KN-2")


@guard(rule="complaints §7/3", codes=("second_window_still_open",))
def window_shut_or_human(question: Question) -> Verdict:
    """The timer never puts a decision into effect while a second complaint may still come; a person may. Rule: complaints §7/3

    The window runs from proven receipt, the effect from issue: a late delivery leaves both open.
    """
    if question.role is Role.SYSTEM and question.situation.second_window_open is not False:
        return question.refused("second_window_still_open", "complaints §7/3")
    return ALLOWED


@guard(rule="KN-13", codes=("effect_day_not_reached", FACT_NOT_RECORDED))
def effect_day_reached(question: Question) -> Verdict:
    """The waiting time after issue is over: its last day still waits. Rule: KN-13, KN-14, KL-7, complaints §7/4"""
    last = question.situation.effect_due_on
    if last is None or question.today is None:
        return question.refused(
            FACT_NOT_RECORDED, "KN-13", fact="effect_due_on", question="quyết định có hiệu lực sau ngày nào"
        )
    if question.today > last:
        return ALLOWED
    return question.refused("effect_day_not_reached", "KN-13", last=f"{last:%d/%m/%Y}")


@guard(rule="TC-7", codes=("complexity_exceeded",), settings=("count",))
def complexity_below(question: Question) -> Verdict:
    """Fewer criteria than the number are recorded: picks between TC-7 and TC-8. Rule: TC-7, TC-8"""
    met, bound = question.situation.complexity_criteria, int(question.call.setting("count"))
    if met < bound:
        return ALLOWED
    return question.refused("complexity_exceeded", "TC-8", met=str(met))

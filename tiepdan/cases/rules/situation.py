"""The facts of a case that a procedure asks about. Filled by the caller from the file; nothing here is computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """Who acts on a case."""

    HEAD = "head"  # thủ trưởng cơ quan giải quyết
    DEPUTY_AUTHORISED = "deputy_authorised"  # cấp phó được ủy quyền, ký thay
    HANDLER = "handler"  # người được giao giải quyết, xác minh
    RECEPTION_OFFICER = "reception_officer"  # cán bộ tiếp công dân
    PROCESSING_OFFICER = "processing_officer"  # cán bộ xử lý đơn
    SYSTEM = "system"  # timer of the program


class Withdrawal(StrEnum):
    """How much of a submission its senders took back."""

    NONE = "none"  # nothing
    PART = "part"  # some of the contents
    SOME_PEOPLE = "some_people"  # some of a group, for all their contents
    WHOLE = "whole"  # every content, by every sender


class WithdrawalForm(StrEnum):
    """On what paper the withdrawal stands."""

    PETITION = "petition"  # đơn rút
    MINUTES = "minutes"  # biên bản with the settler or verifier


class Absence(StrEnum):
    """What is known about a party missing at a dialogue."""

    NONE = "none"  # nobody recorded as absent
    WITHOUT_REASON = "without_reason"  # vắng mặt không có lý do chính đáng
    VALID_REASON = "valid_reason"  # bất khả kháng, trở ngại khách quan


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Facts of one case on one day. None means "not recorded yet", which lets nothing through that needs the fact."""

    # Where the case stands
    state: str = ""  # code of a state; empty: not opened yet
    previous_state: str = ""  # state to return to from a suspension or follow-up
    grounds: frozenset[str] = frozenset()  # codes of grounds established in the file
    reason: str = ""  # reason written by who acts

    # Intake
    kind: str = ""  # complaint | denunciation | petition_feedback | several_contents, by content not title
    is_competent: bool | None = None
    is_eligible: bool | None = None  # conditions for processing are met
    came_in_person: bool | None = None  # presented at a reception, not by post
    guided_before: bool | None = None  # the same content was guided once
    forwarded_before: bool | None = None  # the same content was forwarded once
    sent_to_competent_body: bool | None = None  # the competent body received the same content too
    is_duplicate: bool | None = None
    has_new_facts: bool | None = None  # new information, papers, evidence
    has_forwarder: bool | None = None  # sent over by a body, deputy or the press that is owed an answer
    forwarder_needs_return: bool | None = None  # sent over by a sender of the list whose papers are returned
    lower_body_is_late: bool | None = None  # competence of a lower body whose limit has passed
    has_original_papers: bool | None = None
    filed_until: date | None = None  # end of the keeping period of a filed paper
    is_second_stage: bool | None = None  # disciplinary: this is the second complaint
    second_in_time: bool | None = None  # the second complaint came within its time, or late with a valid reason
    is_resettled: bool | None = None  # taken over by the superior: its limit is counted anew
    in_court: bool | None = None  # a court has accepted the same matter
    is_written: bool | None = None  # petition in writing, not an oral complaint taken down

    # Parties
    complainants: int = 1  # number of people submitting the same content
    signatures_complete: bool | None = None
    representatives: int = 0  # representatives appointed in writing
    identity_checked: bool | None = None  # of a denouncer
    is_anonymous: bool | None = None  # no name or address, not establishable, or another's name
    has_inspection_basis: bool | None = None  # clear person, concrete evidence, basis to verify
    conflict_of_interest: bool | None = None  # a verifier is a relative of, or shares interest with, the denounced
    not_inherited: bool | None = None  # rights of the dead or ended complainant pass to nobody
    needs_protection: bool | None = None  # protection of the denouncer is requested or seen as needed
    protection_asked: bool | None = None  # a request waits for its decision
    protection_ordered: bool | None = None

    # Verification
    complexity_criteria: int = 0  # how many of the seven criteria are recorded in the file
    extensions_used: int = 0
    clearly_right: bool | None = None  # complaint found right at the recheck
    report_submitted: bool | None = None
    worked_with_denounced: bool | None = None
    found_grounded: bool | None = None  # disciplinary complaint found to have grounds
    council_proposed: bool | None = None  # Disciplinary Council reconsidered and proposed
    contested_execution_harmful: bool | None = None  # execution would do harm hard to repair
    contested_execution_suspended: bool | None = None
    urgent_harm: bool | None = None
    crime_signs: bool | None = None
    fast_track_fits: bool | None = None  # clear content, concrete evidence

    # Dialogue
    demand_differs: bool | None = None  # complainant's demand and the findings still differ
    dialogue_on: date | None = None
    dialogue_notice_due_on: date | None = None  # last lawful day of the notice, counted by KN-9
    dialogue_held: bool = False
    dialogue_chair_in_person: bool | None = None  # the head must hold this dialogue himself
    absence: Absence = Absence.NONE

    # Withdrawal and suspension
    withdrawal: Withdrawal = Withdrawal.NONE
    withdrawal_form: WithdrawalForm | None = None
    withdrawal_forced: bool | None = None  # threatened, forced or bought
    signs_of_violation: bool | None = None  # the denounced act shows signs of a violation
    denunciation_abused: bool | None = None  # used to slander or harm
    ended_by_withdrawal: bool | None = None  # the earlier termination rested on a withdrawal
    suspended_since: date | None = None
    suspension_ground_gone: bool | None = None

    # After the decision
    settlement_due_on: date | None = None  # rolled end of the settlement limit
    decided_on: date | None = None
    decision_delivered_on: date | None = None  # proven receipt
    second_window_open: bool | None = None  # time for a second complaint, counted from proven receipt
    late_with_valid_reason: bool = False
    contested: bool | None = None  # second complaint or lawsuit known
    effect_due_on: date | None = None  # last day of waiting before legal effect
    execution_done: bool | None = None
    nothing_to_execute: bool | None = None
    may_sue: bool | None = None  # disciplinary: dismissal of a civil servant up to director-general
    review_open: bool | None = None  # a superior has the settlement checked
    redaction_checked: bool | None = None  # nothing in the published text points to the denouncer
    is_superior_body: bool | None = None  # who acts belongs to the direct superior of the settler

"""Values of legal time: units, events, rules with their dated versions, suspensions, extensions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Unit(StrEnum):
    """In what a period is counted; the law mixes them and they are never converted."""

    CALENDAR_DAY = "calendar_day"  # ngày
    WORKING_DAY = "working_day"  # ngày làm việc
    MONTH = "month"  # tháng
    YEAR = "year"  # năm
    HOUR = "hour"  # giờ; not counted in days


class Direction(StrEnum):
    """Whether the limit runs on from its event or back from it."""

    FORWARD = "forward"
    BACKWARD = "backward"  # "at least n days before"


class Confidence(StrEnum):
    """How sure the value is."""

    VERIFIED = "verified"  # the provision itself was read
    SECONDARY = "secondary"  # read in a summary or a partial text
    UNVERIFIED = "unverified"  # a default to be confirmed; shown to the administrator


class Bound(StrEnum):
    """What the period bounds."""

    AT_MOST = "at_most"  # something must be done by its end
    AT_LEAST = "at_least"  # something must last until its end
    WAITING = "waiting"  # something takes effect after its end


class WhichDay(StrEnum):
    """The day whose law applies."""

    START_EVENT = "start_event"  # the day the limit runs from
    RECEIPT = "receipt"  # the day the submission was received (TR-4)
    ACCEPTANCE = "acceptance"  # the day of acceptance
    ACT = "act"  # the day of the act or the session (HL-3)


class StartEvent(StrEnum):
    """The closed list of events that limits run from (or back from)."""

    RECEIPT = "receipt"
    CONTENT_RECEIPT = "content_receipt"
    CONTESTED_DECISION_RECEIPT = "contested_decision_receipt"
    KNOWLEDGE = "knowledge"
    FIRST_LIMIT_EXPIRY = "first_limit_expiry"
    FIRST_DECISION_RECEIPT = "first_decision_receipt"
    SETTLEMENT_DECISION_RECEIPT = "settlement_decision_receipt"
    SETTLEMENT_LIMIT_EXPIRY = "settlement_limit_expiry"
    ACCEPTANCE = "acceptance"
    SUPERIOR_ACCEPTANCE = "superior_acceptance"
    REQUEST = "request"
    DIALOGUE = "dialogue"
    DECISION = "decision"
    CASE_ORDER = "case_order"
    PUBLICATION_MEETING = "publication_meeting"
    POSTING = "posting"
    EFFECT = "effect"
    CASE_SETTLED = "case_settled"
    RESULT_NOTICE_RECEIPT = "result_notice_receipt"
    LIMIT_END = "limit_end"
    CONCLUSION = "conclusion"
    RESULT = "result"
    REPORT_DEMAND_RECEIPT = "report_demand_receipt"
    PREVIOUS_REPORT = "previous_report"
    TERMINATION_NOTICE = "termination_notice"
    REFUSAL_GROUND_COMPLETE = "refusal_ground_complete"
    SESSION = "session"
    FILING = "filing"


class SuspensionKind(StrEnum):
    """What may stop a clock."""

    CASE_SUSPENSION = "case_suspension"  # tạm đình chỉ giải quyết (SU-2, SU-4)
    EXPERT_EXAMINATION = "expert_examination"  # giám định (SU-5; counted in complaints, SU-6)
    COMPLAINANT_PREVENTED = "complainant_prevented"  # ốm đau, thiên tai, trở ngại khách quan (SU-1)


@dataclass(frozen=True, slots=True)
class Stop:
    """One kind of suspension and whether its time is left out of a limit."""

    kind: SuspensionKind
    counts: bool  # True: the law lets the time run on (SU-6)
    starts_on: date  # suspensions beginning from this day
    rule: str  # row of the law page, such as SU-2
    source: str  # article


@dataclass(frozen=True, slots=True)
class ExtensionLimit:
    """How often and how long a limit may be extended."""

    rule: str  # TC-7 or TC-8
    times: int  # greatest number of extensions
    days: int  # greatest length of each, calendar days


@dataclass(frozen=True, slots=True)
class OtherReading:
    """A second length stated by another text for the same step."""

    length: int
    unit: Unit
    source: str


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """The value of a rule between two days."""

    rule_id: str
    starts_on: date  # in force from this day; stored with every deadline
    ends_before: date | None  # first day no longer in force
    unit: Unit
    lengths: Mapping[int, int]  # variant mask (see variants.py) -> length in `unit`
    source: str
    extensions: Mapping[str, ExtensionLimit]  # complex, specially_complex
    warn: OtherReading | None  # warns at this shorter reading
    other_reading: OtherReading | None  # shown beside the due date
    alarms: tuple[int, ...]  # day numbers for alarms, in `unit`, never rolled

    @property
    def id(self) -> str:
        """Row id of the rule, for audit entries and refusals."""
        return self.rule_id

    @property
    def length(self) -> int:
        """The ordinary length, in `unit`."""
        return self.lengths[0]

    def in_force(self, on: date) -> bool:
        """Say whether this value applies on a day."""
        return self.starts_on <= on and (self.ends_before is None or on < self.ends_before)


@dataclass(frozen=True, slots=True)
class Rule:
    """One statutory period with its values by date."""

    id: str  # row of the law page
    aliases: tuple[str, ...]  # other rows stating the same rule
    name: str  # short English name, accepted as id
    title: str  # English
    title_vi: str
    starts: tuple[StartEvent, ...]
    which_day: WhichDay
    direction: Direction
    bound: Bound
    rolls: bool  # whether a last day that is a day off moves to a working day (DC-5)
    confidence: Confidence
    stops: tuple[Stop, ...]
    versions: tuple[RuleVersion, ...]  # sorted by starts_on
    note: str
    started_by: str = ""  # what counts it besides procedures and routing: reception, session, question …

    def version_on(self, on: date) -> RuleVersion | None:
        """Return the value in force on a day, or None."""
        for version in reversed(self.versions):
            if version.in_force(on):
                return version
        return None


@dataclass(frozen=True, slots=True)
class Suspension:
    """Time that a decision or an obstacle takes out of a limit."""

    starts_on: date  # first day not counted
    ends_before: date  # first day counted again (the day of the decision to continue)
    kind: SuspensionKind = SuspensionKind.CASE_SUSPENSION


@dataclass(frozen=True, slots=True)
class Extension:
    """A decided extension of a settlement limit."""

    days: int  # calendar days added
    decided_on: date
    number: str = ""  # number of the decision

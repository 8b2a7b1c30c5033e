"""What a door hands over when something is done to a case: plain frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.documents.models import DeliveryWay
from tiepdan.documents.rendering.forms import FieldValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """What an officer says while acting; everything else is in the file."""

    note: str = ""  # for the timeline that officers read
    reason: str = ""
    grounds: frozenset[str] = frozenset()  # codes of the closed list of the act
    facts: Mapping[str, bool | None] = field(default_factory=dict)  # fields of Situation answered while acting
    values: Mapping[str, FieldValue] = field(default_factory=dict)  # of the act's paper, by field of its form


NO_WORDS = Intent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """By which procedure a complaint is settled, and what a second one follows."""

    procedure: ProcedureKind | None = None  # None: the first one of its kind
    second_stage: bool = False  # of a disciplinary complaint
    dismissal: bool = False  # the disciplinary decision dismisses: longer time, lawsuit
    first_code: str = ""  # of the first case, when it is in this program
    first_decision: str = ""  # number, day and author of the first decision, or that none was made
    window_from: date | None = None  # receipt of the first decision, or the end of the first limit without one
    late_reason: str = ""  # valid reason for coming later
    remote: bool = False  # vùng sâu, vùng xa đi lại khó khăn
    competence_reason: str = ""  # why this agency settles although the table of competence names another


FIRST = Filing()


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingData:
    """What the verification found on one issue."""

    issue: str
    finding: str  # right, partly_right, wrong
    basis: str = ""
    proposal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationData:
    """What a decision or conclusion orders."""

    what: str
    money_million_vnd: Decimal = Decimal(0)
    land_m2: Decimal = Decimal(0)
    persons: int = 0
    to_state: bool = False  # recovered for the State, otherwise for the citizen
    due_on: date | None = None
    agency_id: int | None = None  # who carries it out


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionData:
    """A working session or a site check."""

    kind: str = "working"  # working, site_check
    held_on: date
    held_at: time
    ended_at: time
    with_whom: str  # complainant, denouncer, respondent, denounced, other
    minutes: str
    place: str = ""
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueData:
    """A dialogue as it went, or the absence of who was invited."""

    held_at: time
    ended_at: time
    minutes: str
    secretary: str
    present: tuple[str, ...] = ()
    absence: str = ""  # "", without_reason, valid_reason
    absence_reason: str = ""
    agreed: str = ""
    still_open: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationData:
    """When and where a dialogue will be held."""

    held_on: date
    held_at: time
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddresseeData:
    """Somebody a decision is sent to."""

    addressee: str  # complainant, denouncer, petitioner, respondent, denounced, agency, forwarder, inspectorate …
    way: DeliveryWay
    sent_on: date
    name: str = ""
    received_on: date | None = None
    proof: str = ""
    agency_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationData:
    """How a decision is made public."""

    way: str  # meeting, posting, portal, print, broadcast, e_press
    from_on: date
    until_on: date | None = None
    times: int = 1
    place: str = ""
    invited_on: date | None = None  # to a meeting
    portal_too: bool = False  # also on the agency's portal, or it has none


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalData:
    """What was taken back, how, and whether freely."""

    extent: str  # part, some_people, whole
    form: str  # petition, minutes
    forced: bool
    what: str = ""
    signs_of_violation: bool | None = None  # of a denunciation: the act shows signs of a violation
    abused: bool | None = None  # of a denunciation: used to slander or harm


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateData:
    """Who acts for the complainants, and what proves it."""

    kind: str  # group, attorney, lawyer, legal_aid, guardian, heir
    name: str
    document: str  # number, day, who made it
    given_on: date
    form: str = ""  # of a power of attorney: notarised, certified, organisation
    scope: str = ""
    all_signed: bool = False  # of a group: the appointment carries every signature


@dataclass(frozen=True, slots=True, kw_only=True)
class MediationData:
    """A session between the parties outside the dialogue the law demands."""

    held_on: date
    minutes: str
    result: str  # agreed, partly_agreed, not_agreed
    place: str = ""
    present: tuple[str, ...] = ()
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionData:
    """A request for protection. What names or places somebody goes into an envelope."""

    how: str  # written, in_person, phone
    goods: tuple[str, ...]  # secrecy, job, life, property, honour
    persons: str  # who is to be protected; sealed
    danger: str  # what threatens; sealed
    asked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtData:
    """A court accepted the same matter."""

    court: str
    accepted_on: date
    number: str = ""
    handed_over_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentData:
    """What a court decided, and what follows for the settlement."""

    judged_on: date
    judgment: str
    effect: str  # upheld, annulled, amended, discontinued
    note: str = ""

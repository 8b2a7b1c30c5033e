"""What a door hands over when something is submitted: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.rules import PartyRole, Signing, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What identifies and reaches a person; always kept in an envelope."""

    number: str = ""
    issued_on: date | None = None
    issued_at: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    born: str = ""  # as on the card; only a year is known of some people
    sex: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was said."""
        return self == Identity()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyData:
    """Somebody in a submission."""

    name: str
    role: PartyRole
    identity_kind: str = ""  # an IdentityKind, or empty
    identity: Identity = field(default_factory=Identity)
    standing: tuple[str, ...] = ()  # papers proving representation


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What was submitted, as far as it is known when it comes in."""

    source: Source
    content: str
    kind: MatterKind = MatterKind.UNCLASSIFIED
    petition_mark: str = ""  # petition, feedback
    summary: str = ""  # default: the beginning of the content
    demands: str = ""
    earlier_handling: str = ""
    parties: tuple[PartyData, ...] = ()
    people: int = 1
    all_signed: bool = True
    signing: Signing = Signing.SIGNED
    anonymous: bool = False
    received_on: date | None = None  # default: the day of the act
    first_received_on: date | None = None  # by the first agency; default: received_on
    written_on: date | None = None
    forwarded_by_id: int | None = None
    forwarding_number: str = ""
    forwarding_dated_on: date | None = None
    respondent_name: str = ""
    respondent_post: str = ""
    respondent_agency_id: int | None = None
    attacked_number: str = ""
    attacked_on: date | None = None
    attacked_act: str = ""
    attacked_known_on: date | None = None
    against_code: str = ""
    field_code: str = ""
    concerns_event: bool = False
    sealed: bool = False  # part of a sealed whole: sealed whatever its kind
    denounced_user_ids: tuple[int, ...] = ()  # users who are denounced, or could reveal it: kept out
    notice_version: str = ""  # of the privacy notice shown when it was taken in; empty: nobody was there to read it


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What an officer finds on reading: kind by content, eligibility, field, whom and what it is against."""

    kind: MatterKind
    answers: dict[str, str]  # checklist item → yes, no, not_applicable
    petition_mark: str = ""
    field_code: str = ""
    against_code: str = ""
    second_stage: bool = False  # of a complaint
    respondent_name: str = ""
    respondent_post: str = ""
    respondent_agency_id: int | None = None
    attacked_number: str = ""
    attacked_on: date | None = None
    attacked_act: str = ""
    attacked_known_on: date | None = None
    anonymous: bool = False
    all_signed: bool = True
    concerns_event: bool = False
    denounced_user_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One content of a submission that holds several."""

    kind: MatterKind
    content: str
    summary: str = ""
    field_code: str = ""

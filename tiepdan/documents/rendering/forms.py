"""A form as data: its number, dates, fields and text; and the book of all forms, found by key and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from tiepdan.documents.rendering.template import Line, Part
from tiepdan.infra.errors import TiepdanError

RowValue = Mapping[str, "str | int | date"]
FieldValue = str | int | date | time | Sequence[str] | Sequence[RowValue]
Values = Mapping[str, FieldValue]

SIGN_HERE = "(Ký, ghi rõ họ tên)"


class FormNotFound(TiepdanError):
    """No form of that key was in force on that day."""


class PaperKind(StrEnum):
    NOTICE = "notice"  # thông báo
    DECISION = "decision"  # quyết định
    CONCLUSION = "conclusion"  # kết luận
    REPORT = "report"  # báo cáo
    MINUTES = "minutes"  # biên bản
    LETTER = "letter"  # công văn: no heading, "V/v …" under the number
    SLIP = "slip"  # phiếu, giấy của cơ quan
    INVITATION = "invitation"  # giấy mời
    PETITION = "petition"  # đơn, giấy do công dân lập
    BOOK = "book"  # sổ


class Head(StrEnum):
    AGENCY = "agency"  # body on the left, national title on the right
    CITIZEN = "citizen"  # national title alone, centred
    NONE = "none"  # title only


class PaperSize(StrEnum):
    A4 = "A4"
    A4_LANDSCAPE = "A4-landscape"
    A5 = "A5"


class Confidence(StrEnum):
    VERIFIED = "verified"  # the text of the provision was read
    SECONDARY = "secondary"  # partial or secondary text
    UNVERIFIED = "unverified"  # to be checked before it is relied on; shown to the administrator


class Layout(StrEnum):
    STATUTORY = "statutory"  # follows the lines of the annexed form
    SOBER = "sober"  # the prescribed particulars in the plain layout of Decree 30/2020


class FieldType(StrEnum):
    TEXT = "text"  # one line
    LONG_TEXT = "long_text"  # paragraphs
    PERSON = "person"  # full name of a person
    NUMBER = "number"  # whole number
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"  # one of the options
    LIST = "list"  # several texts, one paragraph each
    ROWS = "rows"  # several records, one paragraph each by `each`
    TABLE = "table"  # several records as a table


class Seal(StrEnum):
    NO = "no"  # nothing of a denouncer
    ALWAYS = "always"  # the denouncer's identity
    IN_DENUNCIATION = "in_denunciation"  # identity of the sender; sealed when the matter is a denunciation


class DenouncerIdentity(StrEnum):
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"  # the paper reaches the denounced or the public


@dataclass(frozen=True, slots=True)
class FormField:
    """One named value of a form."""

    name: str
    label: str  # Vietnamese, shown beside the input and in errors
    type: FieldType
    required: bool
    seal: Seal = Seal.NO
    short: bool = False  # a date in figures
    columns: Mapping[str, str] = field(default_factory=dict)  # rows, table: key → Vietnamese header
    widths: Mapping[str, int] = field(default_factory=dict)  # table: shares of the width, 1 where not said
    each: tuple[Part, ...] = ()  # rows: text of one record
    options: Mapping[str, str] = field(default_factory=dict)  # choice: value → words printed
    example: FieldValue = ""


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """A place to sign, with the words above and, if known, the name below."""

    title: str
    note: str = SIGN_HERE
    name_field: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """One version of one form: what is printed, from which source, between which days."""

    key: str  # instrument and number: ND154-2026/01-TCD
    name: str  # Vietnamese, for lists on screen
    kind: PaperKind
    starts_on: date
    ends_before: date | None
    layout_version: str  # year of the annex that set the layout
    source: str
    confidence: Confidence  # that the form exists under this number
    fields_confidence: Confidence  # that these are its particulars
    layout: Layout
    paper: PaperSize
    head: Head
    numbered: bool  # carries a number line
    symbol: str  # abbreviation of the type in the number; empty for a letter
    heading: tuple[Part, ...]  # name of the type, printed in capitals
    subject: tuple[Part, ...]  # line under the heading; of a letter, "V/v …"
    denouncer_identity: DenouncerIdentity
    fields: Mapping[str, FormField]
    body: tuple[Line, ...]
    signatures: tuple[SignatureBox, ...]  # empty: signed by the head named in the letterhead
    recipients: tuple[str, ...]  # default of "Nơi nhận"
    lookup: tuple[Line, ...]  # strip beside the QR code, outside the form proper
    notes: str


@dataclass(frozen=True, slots=True)
class FormBook:
    """All versions of all forms."""

    versions: Mapping[str, tuple[Form, ...]]  # key → versions, oldest first

    def form(self, key: str, *, on: date) -> Form:
        """Return the version in force on a day.

        Raises FormNotFound: unknown key, or not in force on that day.
        """
        if key not in self.versions:
            raise FormNotFound(f"Không có mẫu {key}")
        for version in self.versions[key]:
            if version.starts_on <= on and (version.ends_before is None or on < version.ends_before):
                return version
        raise FormNotFound(f"Mẫu {key} không có hiệu lực ngày {on:%d/%m/%Y}")

    def list_forms(self, *, on: date) -> tuple[Form, ...]:
        """Return every form in force on a day, sorted by key."""
        return tuple(
            form
            for key in sorted(self.versions)
            for form in self.versions[key]
            if form.starts_on <= on and (form.ends_before is None or on < form.ends_before)
        )

    def list_versions(self) -> tuple[Form, ...]:
        """Return every version of every form, sorted by key, oldest first."""
        return tuple(form for key in sorted(self.versions) for form in self.versions[key])


def sealed_fields(*, form: Form, denunciation: bool = True) -> frozenset[str]:
    """Return the fields that show who the denouncer is.

    denunciation: whether the matter is a denunciation; the safe answer is the default
    Rule: BV-1, BV-2
    """
    sealing = {Seal.ALWAYS, Seal.IN_DENUNCIATION} if denunciation else {Seal.ALWAYS}
    return frozenset(item.name for item in form.fields.values() if item.seal in sealing)


def example_values(*, form: Form) -> dict[str, FieldValue]:
    """Return invented values for every field, to show what the filled form looks like."""
    return {item.name: item.example for item in form.fields.values()}

"""Submissions: send one, read one, list, add a file, read its limits."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import File, Header, Query, Router, Schema, Status, UploadedFile
from pydantic import Field

from tiepdan.accounts.rules import Actor, Scope
from tiepdan.agencies.models import Agency
from tiepdan.api.answers import MOST, AgencyRef, LawDay, Line, LongText, Page, ShortLine, agency_ref, conditional
from tiepdan.api.entering import actor_of_request, needs
from tiepdan.api.errors import Problem, ProblemError
from tiepdan.deadlines.storage import from_json
from tiepdan.documents.models import Paper, PaperStatus
from tiepdan.infra import clock
from tiepdan.matters.models import Clock, Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.channels import receive_sent
from tiepdan.submissions.access import submission_for
from tiepdan.submissions.actions import add_attachment
from tiepdan.submissions.intake import Identity, Intake, PartyData
from tiepdan.submissions.models import Attachment, AttachmentRole, Submission
from tiepdan.submissions.queries import ListFilter, list_lines
from tiepdan.submissions.rules import IdentityKind, PartyRole, Signing, Source

router = Router(tags=["submissions"])
IdempotencyKey = Annotated[
    str,
    Header(alias="Idempotency-Key", min_length=8, max_length=200, pattern=r"^[\x21-\x7e]+$",
           description="Khóa của lần gửi; gửi lại cùng khóa nhận cùng câu trả lời"),
]  # fmt: skip
Code = Annotated[str, Field(max_length=40, pattern=r"^[^/\x00]+$")]


AddedRole = Literal["original", "evidence", "signed_page"]


class IdentityIn(Schema):
    """What identifies and reaches a person; kept encrypted."""

    number: ShortLine = ""
    issued_on: date | None = None
    issued_at: Line = ""
    address: Line = ""
    phone: Annotated[ShortLine, Field(max_length=30)] = ""
    email: Line = ""
    born: ShortLine = ""
    sex: Annotated[ShortLine, Field(max_length=10)] = ""


class PartyIn(Schema):
    """Somebody in a submission."""

    name: Annotated[Line, Field(min_length=1, max_length=160)]
    role: PartyRole
    identity_kind: IdentityKind | Literal[""] = ""
    identity: IdentityIn = IdentityIn()


class SubmissionIn(Schema):
    """A submission to be stored at the client's agency."""

    content: Annotated[LongText, Field(min_length=1)]
    kind: MatterKind = MatterKind.UNCLASSIFIED
    petition_mark: Literal["", "petition", "feedback"] = ""
    source: Source = Source.SYSTEM
    summary: Annotated[LongText, Field(max_length=300)] = ""
    demands: LongText = ""
    earlier_handling: LongText = ""
    parties: Annotated[list[PartyIn], Field(max_length=50)] = []
    people: Annotated[int, Field(ge=1, le=100_000)] = 1
    all_signed: bool = True
    signing: Signing = Signing.SIGNED
    anonymous: bool = False
    received_on: LawDay | None = Field(None, description="Mặc định: hôm nay")
    written_on: date | None = None
    forwarded_by: ShortLine = Field("", description="Mã cơ quan chuyển đơn, khi source là forwarded")
    forwarding_number: ShortLine = ""
    forwarding_dated_on: date | None = None
    respondent_name: Line = ""
    respondent_post: Line = ""
    attacked_number: ShortLine = ""
    attacked_on: date | None = None
    attacked_act: Annotated[LongText, Field(max_length=300)] = ""
    attacked_known_on: date | None = None


class Limit(Schema):
    """A running or ended limit of the agency."""

    rule: str
    title: str
    starts_on: date
    due_on: date
    status: str


class ExplainedLimit(Limit):
    """A limit with its source and counting."""

    rule_version: date
    source: str
    steps: list[str]


class SubmissionStored(Schema):
    """What the receipt needs. The PIN is given here only."""

    code: str
    pin: str
    received_on: date
    register_number: int | None
    limits: list[Limit]


class AttachmentOut(Schema):
    """A stored file."""

    id: int
    name: str
    role: str
    media_type: str
    size_bytes: int
    sealed: bool


class SubmissionLine(Schema):
    """A line of the agency's list; of a denunciation it says no more than that."""

    code: str
    kind: str
    title: str
    state: str
    capacity: str
    sealed: bool
    people: int
    field_code: str
    register_number: int | None
    received_on: date
    due_on: date | None
    closed_on: date | None


class SubmissionOut(Schema):
    """One submission. Nobody is identified here, and of a sealed one no content is shown."""

    code: str
    kind: str
    petition_mark: str
    sealed: bool
    status: str
    state: str
    source: str
    agency: AgencyRef
    register_number: int | None
    received_on: date
    first_received_on: date
    people: int
    signing: str
    summary: str
    content: str
    demands: str
    field_code: str
    attacked_number: str
    eligible: bool | None
    closed_on: date | None
    limits: list[Limit]
    attachments: list[AttachmentOut]
    papers: list[int] = Field(description="Số văn bản đã ban hành, đọc ở /documents/{id}")


class LinesQuery(Schema):
    """Filters of the list."""

    state: Annotated[ShortLine, Field(max_length=32)] = ""
    kind: MatterKind | Literal[""] = ""
    field: Annotated[ShortLine, Field(max_length=12)] = ""
    open_only: bool = False
    late: bool = False
    cursor: ShortLine = ""
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


@router.post(
    "", response={201: SubmissionStored, (400, 401, 403, 409, 422, 429): Problem}, operation_id="send_submission"
)
@needs(Scope.SUBMISSIONS_WRITE)
def send_submission(
    request: HttpRequest, idempotency_key: IdempotencyKey, payload: SubmissionIn
) -> Status[SubmissionStored]:
    """Store a submission at the client's agency, by the same act as the desk."""
    actor = actor_of_request(request)
    intake = intake_of(payload)
    got = receive_sent(intake=intake, files=(), by=actor, at=clock.now(), request_key=idempotency_key)
    submission = got.submission
    if not got.is_same:
        raise ProblemError(
            status=422, code="idempotency_key_reused", detail="Khóa Idempotency-Key này đã dùng cho một đơn khác."
        )
    number, limits = (
        got.number,
        [_limit(one) for one in sorted(got.clocks, key=lambda one: (one.rolled_due_on, one.pk))],
    )
    if got.repeated:
        line = Participation.objects.filter(matter_id=submission.matter_id, agency_id=actor.agency_id)
        number, limits = line.values_list("register_number", flat=True).get(), limits_of(submission.matter_id, actor)
    stored = SubmissionStored(
        code=submission.code, pin=got.pin, received_on=submission.received_on, register_number=number, limits=limits,
    )  # fmt: skip
    return Status(201, stored)


@router.get("", response={200: Page[SubmissionLine], (401, 403, 422, 429): Problem}, operation_id="list_submissions")
@needs(Scope.SUBMISSIONS_READ)
def list_submissions(request: HttpRequest, chosen: Query[LinesQuery]) -> Page[SubmissionLine]:
    """List the agency's lines, newest first."""
    wanted = ListFilter(
        state=chosen.state, kind=chosen.kind, field=chosen.field, open_only=chosen.open_only, late=chosen.late
    )
    found = list_lines(
        by=actor_of_request(request), chosen=wanted, on=clock.today(), after=chosen.cursor, limit=chosen.limit
    )
    return Page[SubmissionLine](items=[_line(line) for line in found.lines], next_cursor=found.next_key)


@router.get(
    "/{code}",
    response={200: SubmissionOut, 304: None, (401, 403, 404, 422, 429): Problem},
    operation_id="get_submission",
)
@needs(Scope.SUBMISSIONS_READ)
def get_submission(request: HttpRequest, code: Code) -> HttpResponse:
    """Read one submission, with ETag."""
    submission = submission_for(code=code)
    return conditional(request, _out(submission, actor_of_request(request)))


@router.get(
    "/{code}/deadlines",
    response={200: list[ExplainedLimit], (401, 403, 404, 422, 429): Problem},
    operation_id="get_submission_deadlines",
)
@needs(Scope.SUBMISSIONS_READ)
def get_deadlines(request: HttpRequest, code: Code) -> list[ExplainedLimit]:
    """Read the limits of one submission, each explained as it was counted."""
    submission = submission_for(code=code)
    clocks = Clock.objects.filter(matter_id=submission.matter_id, agency_id=actor_of_request(request).agency_id)
    return [_explained(one) for one in clocks.order_by("pk")]


@router.post(
    "/{code}/attachments",
    response={201: AttachmentOut, (400, 401, 403, 404, 409, 422, 429): Problem},
    operation_id="add_attachment",
)
@needs(Scope.SUBMISSIONS_WRITE)
def attach(
    request: HttpRequest,
    code: Code,
    role: Query[Literal["original", "evidence", "signed_page"]],
    file: File[UploadedFile],
) -> Status[AttachmentOut]:
    """Add a file: PDF, picture or DOCX. Of a denunciation it is sealed."""
    submission = submission_for(code=code)
    made = add_attachment(
        submission_id=submission.pk, data=file.read(), name=file.name or "", role=AttachmentRole(role),
        by=actor_of_request(request), at=clock.now(),
    )  # fmt: skip
    return Status(201, _attachment(made))


def intake_of(payload: SubmissionIn) -> Intake:
    """Return what the acts take. A forwarding agency must be in the registry."""
    forwarder = None
    if payload.forwarded_by:
        forwarder = Agency.objects.filter(code=payload.forwarded_by).values_list("pk", flat=True).first()
        if forwarder is None:
            raise ProblemError(status=422, code="agency_unknown", detail="Không có cơ quan chuyển đơn với mã này.")
    values = payload.model_dump(exclude={"parties", "forwarded_by"})
    parties = tuple(
        PartyData(
            name=party.name, role=party.role, identity_kind=str(party.identity_kind),
            identity=Identity(**party.identity.model_dump()),
        )
        for party in payload.parties
    )  # fmt: skip
    return Intake(**values, parties=parties, forwarded_by_id=forwarder)


def limits_of(matter_id: int, actor: Actor) -> list[Limit]:
    """Return the limits of the client's agency on a matter."""
    found = Clock.objects.filter(matter_id=matter_id, agency_id=actor.agency_id).order_by("rolled_due_on", "pk")
    return [_limit(one) for one in found]


def _limit(one: Clock) -> Limit:
    return Limit(
        rule=one.rule_id, title=str(one.explanation["title_vi"]), starts_on=one.starts_on, due_on=one.rolled_due_on,
        status=one.status,
    )  # fmt: skip


def _explained(one: Clock) -> ExplainedLimit:
    deadline = from_json(data=one.explanation)
    return ExplainedLimit(
        **_limit(one).model_dump(), rule_version=one.rule_version, source=deadline.source,
        steps=[step.text() for step in deadline.steps],
    )  # fmt: skip


def _line(line: Participation) -> SubmissionLine:
    return SubmissionLine(
        code=line.code, kind=line.kind, title=line.title, state=line.state, capacity=line.capacity, sealed=line.sealed,
        people=line.people, field_code=line.field_code, register_number=line.register_number,
        received_on=line.received_on, due_on=line.due_on, closed_on=line.closed_on,
    )  # fmt: skip


def _out(submission: Submission, actor: Actor) -> SubmissionOut:
    sealed = submission.matter.sealed
    line = Participation.objects.filter(matter_id=submission.matter_id, agency_id=actor.agency_id).first()
    papers = Paper.objects.filter(matter_id=submission.matter_id, status=PaperStatus.ISSUED, sealed_values__isnull=True)
    return SubmissionOut(
        code=submission.code, kind=submission.kind, petition_mark=submission.petition_mark, sealed=sealed,
        status=submission.status, state=line.state if line else submission.status, source=submission.source,
        agency=agency_ref(submission.agency), register_number=line.register_number if line else None,
        received_on=submission.received_on, first_received_on=submission.first_received_on, people=submission.people,
        signing=submission.signing, summary="" if sealed else submission.summary,
        content="" if sealed else submission.content, demands="" if sealed else submission.demands,
        field_code=submission.field_code, attacked_number="" if sealed else submission.attacked_number,
        eligible=submission.eligible, closed_on=submission.closed_on, limits=limits_of(submission.matter_id, actor),
        attachments=[_attachment(one) for one in submission.attachments.select_related("file").order_by("pk")],
        papers=list(papers.order_by("pk").values_list("pk", flat=True)),
    )  # fmt: skip


def _attachment(one: Attachment) -> AttachmentOut:
    return AttachmentOut(
        id=one.pk, name=one.name, role=one.role, media_type=one.file.media_type, size_bytes=one.file.size_bytes,
        sealed=one.sealed,
    )  # fmt: skip

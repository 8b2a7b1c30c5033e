"""The reception book: lines, one line, and entering a visit that another system recorded."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from tiepdan.accounts.models import Post
from tiepdan.accounts.rules import Actor, Role, Scope
from tiepdan.agencies.models import Agency
from tiepdan.api.answers import MOST, AgencyRef, Line, LongText, Page, ShortLine, agency_ref, conditional
from tiepdan.api.entering import actor_of_request, needs, require
from tiepdan.api.errors import Problem, ProblemError
from tiepdan.api.v1.submissions import Code, IdempotencyKey, IdentityIn, SubmissionIn, intake_of
from tiepdan.infra import clock
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.access import reception_for
from tiepdan.reception.actions import receive_visit
from tiepdan.reception.models import Reception
from tiepdan.reception.queries import list_receptions
from tiepdan.reception.rules import Outcome, ReceptionKind
from tiepdan.reception.visit import Visit, VisitorData
from tiepdan.submissions.intake import Identity
from tiepdan.submissions.rules import IdentityKind, Signing

router = Router(tags=["receptions"])
_RECEIVERS = (Role.RECEPTION_OFFICER, Role.HEAD, Role.DEPUTY, Role.PROCESSING_OFFICER)


class VisitorIn(Schema):
    """Somebody who came for themselves."""

    name: Annotated[Line, Field(min_length=1, max_length=160)]
    identity_kind: IdentityKind | Literal[""] = ""
    identity: IdentityIn = IdentityIn()


class ReceptionIn(Schema):
    """A visit, recorded by an officer of the agency in another system. Refusals are made at the desk."""

    officer: ShortLine = Field(description="Tên đăng nhập của cán bộ đã tiếp")
    purpose: MatterKind
    outcome: Literal["accept", "guide", "forward", "explain"]
    visitors: Annotated[list[VisitorIn], Field(min_length=1, max_length=20)]
    kind: ReceptionKind = ReceptionKind.REGULAR
    place: Annotated[Line, Field(max_length=160)] = ""
    people: Annotated[int, Field(ge=1, le=100_000)] = 1
    summary: Annotated[LongText, Field(max_length=300)] = ""
    content: LongText = ""
    demands: LongText = ""
    earlier_handling: LongText = ""
    interpreter: Annotated[Line, Field(max_length=120)] = ""
    taken_down: bool = False
    read_back: bool = False
    signing: Signing | Literal[""] = ""
    first_time: bool = True
    outcome_agency: ShortLine = ""
    outcome_note: LongText = ""
    submission: SubmissionIn | None = None


class ReceptionEntered(Schema):
    """The line just entered, and what was submitted with it."""

    code: str
    number: int
    submission: str
    pin: str


class ReceptionOut(Schema):
    """One line of the book. Visitors are not identified here."""

    code: str
    number: int
    agency: AgencyRef
    received_on: date
    kind: str
    mode: str
    purpose: str
    sealed: bool
    people: int
    summary: str
    outcome: str
    officer: str
    reply_due_on: date | None
    replied_on: date | None
    submission: str


class BookQuery(Schema):
    """Filters of the list."""

    outcome: Outcome | Literal[""] = ""
    waiting: bool = False
    cursor: Annotated[ShortLine, Field(max_length=18)] = ""
    limit: Annotated[int, Field(ge=1, le=MOST)] = 50


@router.post(
    "", response={201: ReceptionEntered, (400, 401, 403, 409, 422, 429): Problem}, operation_id="enter_reception"
)
@needs(Scope.RECEPTIONS_WRITE)
def enter(request: HttpRequest, idempotency_key: IdempotencyKey, payload: ReceptionIn) -> Status[ReceptionEntered]:
    """Enter a visit in the book, by the same act as the desk; with a submission it needs the scope for that, too."""
    client = actor_of_request(request)
    if payload.submission is not None:
        require(request, Scope.SUBMISSIONS_WRITE)
    officer = _officer(payload.officer, client)
    visit = Visit(
        **payload.model_dump(exclude={"officer", "visitors", "outcome", "outcome_agency", "submission", "signing"}),
        outcome=Outcome(payload.outcome),
        signing=str(payload.signing),
        outcome_agency_id=_agency_id(payload.outcome_agency),
        visitors=tuple(
            VisitorData(
                name=one.name, identity_kind=str(one.identity_kind), identity=Identity(**one.identity.model_dump())
            )
            for one in payload.visitors
        ),
    )
    intake = intake_of(payload.submission) if payload.submission else None
    got = receive_visit(
        visit=visit, intake=intake, by=client, officer=officer, at=clock.now(), request_key=idempotency_key
    )
    if not got.is_same:
        raise ProblemError(
            status=422, code="idempotency_key_reused", detail="Khóa Idempotency-Key này đã dùng cho một lượt tiếp khác."
        )
    stored = ReceptionEntered(
        code=got.reception.code, number=got.reception.number,
        submission=got.received.submission.code if got.received else "", pin=got.received.pin if got.received else "",
    )  # fmt: skip
    return Status(201, stored)


@router.get("", response={200: Page[ReceptionOut], (401, 403, 422, 429): Problem}, operation_id="list_receptions")
@needs(Scope.RECEPTIONS_READ)
def list_all(request: HttpRequest, chosen: Query[BookQuery]) -> Page[ReceptionOut]:
    """List the book of the agency, newest first."""
    found = list_receptions(
        by=actor_of_request(request), outcome=str(chosen.outcome), waiting=chosen.waiting, after=chosen.cursor,
        limit=chosen.limit,
    )  # fmt: skip
    return Page[ReceptionOut](items=[_out(one) for one in found.lines], next_cursor=found.next_key)


@router.get(
    "/{code}", response={200: ReceptionOut, 304: None, (401, 403, 404, 422, 429): Problem}, operation_id="get_reception"
)
@needs(Scope.RECEPTIONS_READ)
def get_one(request: HttpRequest, code: Code) -> HttpResponse:
    """Read one line of the book, with ETag."""
    return conditional(request, _out(reception_for(code=code)))


def _officer(username: str, client: Actor) -> Actor:
    """Return the officer named, who must receive citizens at the client's agency today.

    The system acts and is on record as itself; the officer stands in the book, on the receipt and beside it in the entry.
    """
    post = (
        Post.objects.in_force(on=clock.today())
        .select_related("user")
        .filter(user__username__iexact=username, user__is_active=True, agency_id=client.agency_id, role__in=_RECEIVERS)
        .first()
    )
    if post is None:
        raise ProblemError(
            status=422,
            code="officer_unknown",
            detail="Không có cán bộ tiếp công dân nào với tên đăng nhập này ở cơ quan.",
        )
    return Actor(
        post.user_id, post.pk, post.user.name, Role(post.role), post.title, client.agency_id,
        client.agency_name, client.agency_path,
    )  # fmt: skip


def _agency_id(code: str) -> int | None:
    if not code:
        return None
    found = Agency.objects.filter(code=code).values_list("pk", flat=True).first()
    if found is None:
        raise ProblemError(status=422, code="agency_unknown", detail="Không có cơ quan với mã này.")
    return found


def _out(one: Reception) -> ReceptionOut:
    return ReceptionOut(
        code=one.code, number=one.number, agency=agency_ref(one.agency), received_on=one.received_on, kind=one.kind,
        mode=one.mode, purpose=one.purpose, sealed=one.sealed, people=one.people,
        summary="" if one.sealed else one.summary, outcome=one.outcome, officer=one.officer.name,
        reply_due_on=one.reply_due_on, replied_on=one.replied_on, submission=one.submission.code if one.submission else "",
    )  # fmt: skip

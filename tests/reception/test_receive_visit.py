"""A visit: book line, submission, receipt, answer due; groups; what is refused."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import psycopg
import pypdf
import pytest

from tests.people import make_cast
from tests.reception.build import NAME, WHO, complaint, denunciation, entered, group, secret_visit, visit
from tests.submissions.build import AT, IDENTITY
from tests.submissions.test_screen import dump, finding
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.documents.access import files
from tiepdan.documents.models import Paper, RegisterNumber
from tiepdan.duplicates.queries import sketch_seed
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Clock
from tiepdan.matters.rules import MatterKind
from tiepdan.reception import actions
from tiepdan.reception.models import Reception, Visitor
from tiepdan.reception.queries import book_lines, list_receptions
from tiepdan.reception.rules import Outcome, Standing
from tiepdan.reception.visit import Visit
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db


def test_an_ordinary_visit_fills_book_submission_and_receipt() -> None:
    cast = make_cast()
    got = entered(cast.clerk, visit(), complaint())
    with acting(cast.clerk):
        line = Reception.objects.get()
        visitor = Visitor.objects.get()
        paper = Paper.objects.get(form_key="ND154-2026/02-TCD")
        assert RegisterNumber.objects.get(subject=f"reception:{line.pk}").number == line.number == 1
        assert Entry.objects.get(act="reception.entered").matter_id == line.matter_id
        assert paper.file is not None
        pages = pypdf.PdfReader(io.BytesIO(files().get(paper.file.key))).pages
    assert got.received is not None
    assert line.submission_id == got.received.submission.pk
    assert line.reply_due_on == date(2026, 7, 28)  # LI-6: ten working days after Tuesday 14/07
    assert visitor.name == NAME
    assert visitor.envelope is not None
    assert IDENTITY.number.encode() not in bytes(visitor.envelope)
    text = "\n".join(page.extract_text() for page in pages)
    assert NAME in text
    assert got.received.submission.code in text
    assert got.received.pin not in text
    assert round(float(pages[0].mediabox.width)) == 420  # A5: 148 mm


def test_a_visit_without_paper_is_entered_and_answered_at_once() -> None:
    cast = make_cast()
    got = entered(cast.clerk, visit(outcome=Outcome.GUIDE, items=()))
    assert got.received is None
    assert got.reception.replied_on == AT.date()
    with acting(cast.clerk):
        assert not Submission.objects.exists()


def test_sent_twice_is_entered_once() -> None:
    cast = make_cast()
    first = entered(cast.clerk, visit(), complaint(), request_key="k")
    again = entered(cast.clerk, visit(), complaint(), request_key="k")
    assert first.received is not None
    assert again.received is not None
    assert (again.reception.pk, again.repeated, again.received.pin) == (first.reception.pk, True, first.received.pin)
    with acting(cast.clerk):
        assert (Reception.objects.count(), Submission.objects.count()) == (1, 1)
        assert Entry.objects.filter(act="reception.entered").count() == 1


@pytest.mark.parametrize("people, representatives", [(2, 1), (4, 4), (5, 1), (10, 2), (11, 5), (300, 1)])
def test_groups_with_lawful_representatives_are_received(people: int, representatives: int) -> None:
    cast = make_cast()
    got = entered(cast.clerk, group(people, representatives), complaint(people=people))  # LI-13
    assert (got.reception.people, got.reception.representatives) == (people, representatives)
    with acting(cast.clerk):
        paper = Paper.objects.get(form_key="house/representatives")
    assert paper.status == "draft"


@pytest.mark.parametrize(
    "people, representatives, code",
    [
        (2, 0, "representatives_missing"),
        (5, 3, "representatives_too_many"),
        (10, 3, "representatives_too_many"),
        (11, 6, "representatives_too_many"),
        (2, 3, "people_missing"),
    ],
)
def test_groups_with_other_numbers_are_not(people: int, representatives: int, code: str) -> None:
    cast = make_cast()
    assert refusal_of(group(people, representatives)) == code  # LI-13
    assert cast


def refusal_of(made: Visit, *, with_paper: bool = True) -> str:
    cast = make_cast()
    with pytest.raises(ActionRefused) as refused:
        entered(cast.clerk, made, complaint() if with_paper else None)
    with acting(cast.clerk):
        assert not Reception.objects.exists()
    return refused.value.code


@pytest.mark.parametrize(
    "made, code",
    [
        (visit(visitors=()), "visitor_missing"),
        (visit(people=0), "people_missing"),
        (visit(visitors=(replace(WHO, standing=Standing.LAWYER),)), "standing_not_shown"),
        (visit(visitors=(replace(WHO, standing=Standing.AUTHORISED),)), "standing_not_shown"),
        (visit(taken_down=True, read_back=False, signing="signed"), "not_read_back"),
        (visit(taken_down=True, read_back=True, signing=""), "not_read_back"),
        (visit(outcome=Outcome.FORWARD), "outcome_body_missing"),
        (visit(purpose=MatterKind.DENUNCIATION), "purpose_differs"),
    ],
)
def test_what_cannot_be_entered(made: Visit, code: str) -> None:
    assert refusal_of(made) == code


def test_nothing_can_be_accepted_without_a_submission() -> None:
    assert refusal_of(visit(), with_paper=False) == "nothing_to_accept"


def test_a_text_taken_down_is_read_back_and_fingerprinted() -> None:
    cast = make_cast()
    got = entered(
        cast.clerk,
        visit(taken_down=True, read_back=True, signing="fingerprinted", interpreter="Lò Thị Dịch"),
        complaint(),
    )
    assert got.reception.read_back_at == AT
    assert got.reception.interpreter == "Lò Thị Dịch"


def test_a_denouncer_needs_no_paper_of_standing_and_the_book_tells_nothing() -> None:
    cast = make_cast()
    got = entered(cast.clerk, secret_visit(), denunciation())
    with acting(cast.records):
        line = Reception.objects.get()
        assert not Visitor.objects.exists()
        assert [one.name_address for one in book_lines(by=cast.records, from_on=AT.date(), until_on=AT.date())] == [
            "Niêm phong"
        ]
    assert (line.summary, line.content, line.sealed) == ("", "", True)
    assert got.receipt is not None
    assert got.receipt.paper is not None
    assert got.receipt.paper.file is not None
    assert got.receipt.paper.file.key.startswith("sealed-")


def test_numbers_and_addresses_of_the_book_show_to_who_keeps_it_and_the_reading_is_recorded() -> None:
    cast = make_cast()
    entered(cast.clerk, visit(), complaint())
    entered(cast.clerk, secret_visit(), denunciation())
    period: dict[str, Any] = {"from_on": AT.date(), "until_on": AT.date()}
    with acting(cast.records):
        assert [(one.name_address, one.id_number) for one in book_lines(by=cast.records, **period)] == [
            (NAME, ""), ("Niêm phong", ""),
        ]  # fmt: skip
        assert not Entry.objects.filter(act="reception.book_read").exists()
        read = actions.read_book(by=cast.records, at=AT, **period)
    with acting(cast.head):
        assert Entry.objects.filter(act="reception.book_read", actor_id=cast.records.user_id).count() == 1
    assert [(one.name_address, one.id_number) for one in read] == [
        (f"{NAME}, {IDENTITY.address}", IDENTITY.number), ("Niêm phong", ""),
    ]  # fmt: skip
    for who in (cast.overseer, cast.handler):
        with acting(who), pytest.raises(ActionRefused) as refused:
            actions.read_book(by=who, at=AT, **period)
        assert refused.value.code == "role_not_allowed"
    with acting(cast.outsider):
        assert actions.read_book(by=cast.outsider, at=AT, **period) == []


def test_a_denouncer_guided_to_write_is_entered_for_nobodys_eyes() -> None:
    cast = make_cast()
    entered(cast.clerk, secret_visit(outcome=Outcome.GUIDE))
    for actor in (cast.clerk, cast.head, cast.overseer):
        with acting(actor):
            assert Reception.objects.count() == 1
            assert not Visitor.objects.exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("reclassified", [False, True])
def test_no_table_shows_a_denouncer_who_came(
    reclassified: bool, owner_connection: psycopg.Connection[tuple[object, ...]]
) -> None:
    cast = make_cast()
    assert sketch_seed()
    if reclassified:
        got = entered(cast.clerk, visit(summary=f"Ông {NAME} đến"), complaint(content=f"Tôi là {NAME}, tố cáo ông Bê"))
        assert got.received is not None
        what = finding(MatterKind.DENUNCIATION)
        with acting(cast.processor):
            actions.screen_submission(submission_id=got.received.submission.pk, finding=what, by=cast.processor, at=AT)
    else:
        entered(cast.clerk, secret_visit(), denunciation())
    shown = dump(owner_connection)
    for piece in (NAME, "Nguyễn", "nguyen van an", IDENTITY.number, IDENTITY.phone, IDENTITY.address):
        assert piece not in shown, piece


def test_an_outsider_sees_no_visit() -> None:
    cast = make_cast()
    entered(cast.clerk, visit(), complaint())
    with acting(cast.outsider):
        assert not list_receptions(by=cast.outsider).lines
        assert not Visitor.objects.exists()
    with acting(cast.overseer):
        assert len(list_receptions(by=cast.overseer).lines) == 1


def test_the_book_goes_on_page_by_page() -> None:
    cast = make_cast()
    for _ in range(3):
        entered(cast.clerk, visit(outcome=Outcome.GUIDE))
    with acting(cast.clerk):
        first = list_receptions(by=cast.clerk, limit=2)
        rest = list_receptions(by=cast.clerk, limit=2, after=first.next_key)
        waiting = list_receptions(by=cast.clerk, waiting=True)
    assert [line.number for line in (*first.lines, *rest.lines)] == [3, 2, 1]
    assert rest.next_key == ""
    assert not waiting.lines


def test_the_answer_is_recorded_once_and_ends_the_limit() -> None:
    cast = make_cast()
    got = entered(cast.clerk, visit(), complaint())

    def reply(day: date) -> Reception:
        return actions.record_reply(
            reception_id=got.reception.pk, replied_on=day, note="Đã thụ lý", by=cast.clerk, at=AT
        )

    with acting(cast.clerk):
        with pytest.raises(ActionRefused) as refused:
            reply(date(2026, 7, 13))
        assert refused.value.code == "reply_day_wrong"
        reply(AT.date())
        assert Clock.objects.get(rule_id="KN-19").status == "met"
        with pytest.raises(ActionRefused) as refused:
            reply(AT.date())
        assert refused.value.code == "replied_already"
        assert Entry.objects.filter(act="reception.replied").exists()


def test_a_line_entered_in_error_stays_with_its_reason() -> None:
    cast = make_cast()
    bare = entered(cast.clerk, visit(outcome=Outcome.GUIDE)).reception
    full = entered(cast.clerk, visit(), complaint()).reception
    with acting(cast.clerk):
        done = actions.void_reception(reception_id=bare.pk, reason="Nhập nhầm", by=cast.clerk, at=AT)
        assert RegisterNumber.objects.get(subject=f"reception:{bare.pk}").cancel_reason == "Nhập nhầm"
        for number, reason, code in (
            (bare.pk, "Lần nữa", "reception_voided"), (full.pk, " ", "reason_missing"), (full.pk, "x", "submission_stands")
        ):  # fmt: skip
            with pytest.raises(ActionRefused) as refused:
                actions.void_reception(reception_id=number, reason=reason, by=cast.clerk, at=AT)
            assert refused.value.code == code
    assert done.void_reason == "Nhập nhầm"
    with acting(cast.outsider), pytest.raises(ActionRefused) as refused:
        actions.void_reception(reception_id=full.pk, reason="x", by=cast.outsider, at=AT)
    assert refused.value.code == "reception_unknown"

"""Judging a submission: kind by content, eligibility, field; and sealing what turns out to be a denunciation."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.factories import moment
from tests.people import make_cast
from tests.submissions.build import AT, IDENTITY, NAME, complaint, denunciation, received
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents.actions import draft_paper
from tiepdan.documents.models import RegisterNumber
from tiepdan.infra.clock import now
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.actions import exclude
from tiepdan.matters.models import Assignment, Clock, Matter, Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions import actions
from tiepdan.submissions.actions import Received
from tiepdan.submissions.intake import Part, Screening
from tiepdan.submissions.models import Attachment, AttachmentRole, Party, Submission
from tiepdan.submissions.queries import search
from tiepdan.submissions.rulebook import conditions_for
from tiepdan.submissions.rules import SubmissionStatus, is_odd_number

pytestmark = pytest.mark.django_db


def answers(kind: MatterKind, *, anonymous: bool = False, **changed: str) -> dict[str, str]:
    """The checklist of an eligible submission."""
    good = {item.code: "no" if item.bars else "yes" for item in conditions_for(kind=kind, anonymous=anonymous)}
    return {**good, **changed}


def finding(kind: MatterKind = MatterKind.COMPLAINT, **changes: Any) -> Screening:
    """What an officer finds."""
    values: dict[str, Any] = {"kind": kind, "answers": answers(kind), "field_code": "01.2", **changes}
    return Screening(**values)


def screened(by: Actor, got: Received, what: Screening) -> Submission:
    with acting(by):
        return actions.screen(submission_id=got.submission.pk, finding=what, by=by, at=AT)


def refusal(by: Actor, step: Any) -> str:
    with acting(by), pytest.raises(ActionRefused) as refused:
        step()
    return refused.value.code


def test_an_eligible_complaint_is_screened() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    done = screened(cast.processor, got, finding())
    assert (done.status, done.eligible) == (SubmissionStatus.SCREENED, True)
    with acting(cast.processor):
        line = Participation.objects.get(code=done.code)
        entry = Entry.objects.get(act="submission.screened")
    assert (line.state, line.field_code, line.kind) == ("screened", "01.2", "complaint")
    assert json.loads(entry.after)["eligible"] is True


def test_one_failed_condition_makes_it_not_eligible() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    what = finding(answers=answers(MatterKind.COMPLAINT, signed="no"))
    assert screened(cast.processor, got, what).eligible is False


def test_an_anonymous_denunciation_with_evidence_is_eligible() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(parties=(), anonymous=True))
    kind = MatterKind.DENUNCIATION
    what = finding(kind, anonymous=True, answers=answers(kind, anonymous=True))
    assert screened(cast.clerk, got, what).eligible is True


def test_a_new_kind_has_its_own_limits_from_the_same_receipt() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint(kind=MatterKind.UNCLASSIFIED))
    screened(cast.processor, got, finding())
    with acting(cast.processor):
        open_ones = dict(Clock.objects.filter(status="open").values_list("rule_id", "starts_on"))
        gone = set(Clock.objects.filter(status="cancelled").values_list("rule_id", flat=True))
    assert open_ones == {"LI-5": AT.date(), "KN-19": AT.date(), "KN-3b": AT.date()}
    assert gone == {"reports §2.4/7"}


@pytest.mark.parametrize(
    "what, code",
    [
        (finding(MatterKind.UNCLASSIFIED, answers={}), "kind_missing"),
        (finding(answers={"signed": "yes"}), "checklist_incomplete"),
        (finding(field_code="77"), "field_unknown"),
    ],
)
def test_an_incomplete_screening_is_refused(what: Screening, code: str) -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    assert (
        refusal(
            cast.processor,
            lambda: actions.screen(submission_id=got.submission.pk, finding=what, by=cast.processor, at=AT),
        )
        == code
    )


def test_the_denounced_may_not_screen_and_sees_nothing_afterwards() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    what = finding(MatterKind.DENUNCIATION, denounced_user_ids=(cast.head.user_id,))
    assert (
        refusal(cast.head, lambda: actions.screen(submission_id=got.submission.pk, finding=what, by=cast.head, at=AT))
        == "conflict_of_interest"
    )
    screened(cast.processor, got, what)
    with acting(cast.head):
        assert not Submission.objects.exists()
        assert not Participation.objects.exists()


def test_an_outsider_screens_nothing() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    assert (
        refusal(
            cast.outsider,
            lambda: actions.screen(submission_id=got.submission.pk, finding=finding(), by=cast.outsider, at=AT),
        )
        == "submission_unknown"
    )


def dump(connection: psycopg.Connection[tuple[object, ...]]) -> str:
    """Every text, number, JSON and search column of every table, as the owner of the tables sees it."""
    columns = connection.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND data_type NOT IN ('bytea', 'boolean') AND table_name NOT LIKE 'accounts_%' AND table_name NOT LIKE 'agencies_%'"
    ).fetchall()
    found = []
    for table, column in columns:
        rows = connection.execute(f'SELECT "{column}"::text FROM "{table}" WHERE "{column}" IS NOT NULL').fetchall()
        found += [f"{table}.{column}: {row[0]}" for row in rows]
    return "\n".join(found)


def envelopes(connection: psycopg.Connection[tuple[object, ...]]) -> bytes:
    """Every byte column of every table."""
    columns = connection.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        " AND data_type = 'bytea'"
    ).fetchall()
    return b"".join(
        bytes(row[0])  # type: ignore[call-overload] # bytea comes as bytes
        for table, column in columns
        for row in connection.execute(f'SELECT "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL').fetchall()
    )


@pytest.mark.parametrize("reclassified", [False, True])
@pytest.mark.django_db(transaction=True)
def test_no_table_and_no_file_shows_a_denouncer(
    reclassified: bool, owner_connection: psycopg.Connection[tuple[object, ...]], caplog: pytest.LogCaptureFixture
) -> None:
    from django.conf import settings

    cast = make_cast()
    text = f"Tôi là {NAME}, số điện thoại {IDENTITY.phone}, tố cáo ông Bê nhận tiền."
    make = complaint if reclassified else denunciation
    got = received(cast.clerk, make(content=text, summary=f"{NAME} tố cáo", attacked_act=f"Thu tiền của {NAME}"))
    with acting(cast.clerk):
        actions.add_attachment(
            submission_id=got.submission.pk, data=pdf_bytes(NAME), name=f"Đơn của {NAME}.pdf",
            role=AttachmentRole.ORIGINAL, by=cast.clerk, at=AT,
        )  # fmt: skip
    if reclassified:  # what papers said while nobody knew
        values = {"visitor_name": NAME, "matter": text, "reason": f"Ông An ({IDENTITY.phone}) xin rút giấy tờ"}
        with acting(cast.clerk):
            draft_paper(
                form_key="ND154-2026/01-TCD", values=values, by=cast.clerk, at=AT, matter_id=got.submission.matter_id
            )
        screened(cast.processor, got, finding(MatterKind.DENUNCIATION))
    shown = dump(owner_connection)
    stored = b"".join(path.read_bytes() for path in Path(settings.HOME.files).rglob("*") if path.is_file())
    for piece in (NAME, "NGUYEN VAN AN", "nguyen van an", "Nguyễn", IDENTITY.number, IDENTITY.phone, IDENTITY.address):
        assert piece not in shown, piece
        assert piece.encode() not in envelopes(owner_connection), piece
        assert piece not in caplog.text
    assert "'nguyen'" not in shown
    assert NAME.encode() not in stored
    assert pdf_bytes(NAME) not in stored
    with acting(cast.processor if reclassified else cast.clerk):
        attachment = Attachment.objects.select_related("file").get()
        party = Party.objects.get()
    assert (attachment.sealed, attachment.name, attachment.text_status) == (True, "Tệp 1", "sealed")
    assert attachment.file.key.startswith("sealed-")
    assert (party.sealed, party.name) == (True, "")


def test_who_finds_a_denunciation_goes_on_with_it_and_others_lose_sight() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    screened(cast.processor, got, finding(MatterKind.DENUNCIATION))
    with acting(cast.processor):
        assert Submission.objects.get().kind == MatterKind.DENUNCIATION
        assert Assignment.objects.get().user_id == cast.processor.user_id
        line = Participation.objects.get(code=got.submission.code)
    assert (line.sealed, line.title) == (True, "Đơn tố cáo")
    with acting(cast.records):
        assert not Submission.objects.exists()


def test_found_not_to_be_a_denunciation_it_stays_sealed_with_a_fitting_title() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation())
    screened(cast.clerk, got, finding(MatterKind.COMPLAINT))
    with acting(cast.clerk):
        line = Participation.objects.get(code=got.submission.code)
        assert Matter.objects.get().sealed
        assert Party.objects.get().name == ""
    assert (line.kind, line.title, line.sealed) == ("complaint", "Đơn khiếu nại", True)


PARTS = (
    Part(kind=MatterKind.COMPLAINT, content="Khiếu nại quyết định thu hồi đất"),
    Part(kind=MatterKind.PETITION_FEEDBACK, content="Đường hẻm ngập nước"),
)


def test_several_contents_are_split_into_linked_submissions() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    with acting(cast.processor):
        made = actions.split(submission_id=got.submission.pk, parts=PARTS, by=cast.processor, at=AT)
        whole = Submission.objects.get(pk=got.submission.pk)
        codes = set(whole.parts.values_list("code", flat=True))
        names = set(Party.objects.filter(submission__split_from=whole).values_list("name", flat=True))
        assert Entry.objects.filter(act="submission.split").count() == 1
        assert not Clock.objects.filter(matter_id=whole.matter_id, status="open").exists()
    assert codes == {one.submission.code for one in made}
    assert names == {NAME}
    assert whole.status == SubmissionStatus.SPLIT
    assert {one.submission.received_on for one in made} == {date(2026, 7, 14)}


def test_what_cannot_be_split() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    secret = received(cast.clerk, denunciation())
    assert (
        refusal(
            cast.clerk, lambda: actions.split(submission_id=got.submission.pk, parts=PARTS[:1], by=cast.clerk, at=AT)
        )
        == "too_few_parts"
    )
    assert (
        refusal(
            cast.clerk, lambda: actions.split(submission_id=secret.submission.pk, parts=PARTS, by=cast.clerk, at=AT)
        )
        == "opening_needed"
    )


def test_parts_of_a_sealed_whole_are_sealed() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    screened(cast.processor, got, finding(MatterKind.DENUNCIATION))
    at = now()
    with acting(cast.processor):
        actions.ask_opening(
            matter_id=got.submission.matter_id, reason="Tách đơn nhiều nội dung", by=cast.processor, at=at
        )
        made = actions.split(submission_id=got.submission.pk, parts=PARTS, by=cast.processor, at=at)
        assert {one.submission.matter.sealed for one in made} == {True}
        assert set(Party.objects.values_list("name", flat=True)) == {""}


def test_a_whole_that_holds_a_denunciation_is_sealed_with_its_part() -> None:
    """BV-1: the whole names the same author and tells the same."""
    cast = make_cast()
    got = received(cast.clerk, complaint())
    parts = (PARTS[0], Part(kind=MatterKind.DENUNCIATION, content="Tố cáo cán bộ nhận tiền"))
    with acting(cast.processor):
        made = actions.split(submission_id=got.submission.pk, parts=parts, by=cast.processor, at=AT)
        whole = Submission.objects.select_related("matter").get(pk=got.submission.pk)
        assert (whole.matter.sealed, whole.status) == (True, SubmissionStatus.SPLIT)
        assert set(Party.objects.filter(submission=whole).values_list("name", flat=True)) == {""}
        assert [one.submission.matter.sealed for one in made] == [False, True]
    with acting(cast.clerk):
        line = Participation.objects.get(code=got.submission.code)
    assert (line.title, line.sealed) == ("Đơn tố cáo", True)


def test_who_is_kept_out_of_the_whole_is_kept_out_of_its_parts() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    screened(cast.processor, got, finding(MatterKind.DENUNCIATION))
    at = now()
    with acting(cast.processor):
        exclude(
            matter_id=got.submission.matter_id, user_id=cast.head.user_id, reason="denounced", by=cast.processor, at=at
        )
        actions.ask_opening(
            matter_id=got.submission.matter_id, reason="Tách đơn nhiều nội dung", by=cast.processor, at=at
        )
        made = actions.split(submission_id=got.submission.pk, parts=PARTS, by=cast.processor, at=at)
    with acting(cast.head):
        assert not Submission.objects.filter(pk__in=[one.submission.pk for one in made]).exists()
        assert not Participation.objects.filter(code__in=[one.submission.code for one in made]).exists()


def test_an_entry_made_in_error_is_voided_and_its_number_kept() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    with acting(cast.clerk):
        done = actions.void(submission_id=got.submission.pk, reason="Nhập trùng", by=cast.clerk, at=AT)
        number = RegisterNumber.objects.get(subject=f"submission:{done.pk}")
        line = Participation.objects.get(code=done.code)
        assert Entry.objects.get(act="submission.voided").reason == "Nhập trùng"
    assert done.status == SubmissionStatus.VOIDED
    assert number.cancel_reason == "Nhập trùng"
    assert line.closed_on == AT.date()
    assert line.due_on is None


def test_voiding_needs_a_reason_and_an_unprocessed_submission() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())

    def void(reason: str) -> Submission:
        return actions.void(submission_id=got.submission.pk, reason=reason, by=cast.clerk, at=AT)

    assert refusal(cast.clerk, lambda: void(" ")) == "reason_missing"
    with acting(cast.clerk):
        void("Nhập trùng")
    assert refusal(cast.clerk, lambda: void("Lần nữa")) == "submission_processed"


def test_a_submission_is_withdrawn_before_it_is_a_case() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    with acting(cast.clerk):
        done = actions.withdraw(submission_id=got.submission.pk, reason="Đã thỏa thuận", by=cast.clerk, at=AT)
        assert not Clock.objects.filter(status="open").exists()
        assert Entry.objects.filter(act="submission.withdrawn").exists()
        Submission.objects.filter(pk=done.pk).update(status=SubmissionStatus.ACCEPTED)
    assert done.status == SubmissionStatus.WITHDRAWN
    assert (
        refusal(cast.clerk, lambda: actions.withdraw(submission_id=got.submission.pk, reason="", by=cast.clerk, at=AT))
        == "withdraw_in_case"
    )


def test_unprocessed_submissions_show_from_day_30_and_want_a_reason() -> None:
    from tiepdan.submissions.queries import list_unprocessed

    cast = make_cast()
    for day in ("2026-07-31", "2026-07-20", "2026-07-15"):
        received(cast.clerk, complaint(), at=moment(day))
    with acting(cast.head):
        shown = list_unprocessed(by=cast.head, on=date(2026, 8, 30))  # LI-5: 45 days
        assert [(one.days, one.stage) for one in shown] == [(46, 45), (41, 40), (30, 30)]
        done = actions.record_unprocessed_reason(
            submission_id=Submission.objects.order_by("received_on")[0].pk, reason="Chờ giám định", by=cast.head, at=AT
        )
        assert done.unprocessed_reason == "Chờ giám định"
        assert Entry.objects.get(act="submission.delay_explained").rule == "LI-5"
    assert (
        refusal(
            cast.head, lambda: actions.record_unprocessed_reason(submission_id=done.pk, reason="", by=cast.head, at=AT)
        )
        == "reason_missing"
    )
    with acting(cast.outsider):
        assert not list_unprocessed(by=cast.outsider, on=date(2026, 8, 30))


@pytest.mark.parametrize(
    ("kind", "number", "odd"),
    [
        ("can_cuoc", "001088012345", False), ("can_cuoc", "001 088 012 345", False), ("can_cuoc", "00108801234", True),
        ("can_cuoc", "00108801234A", True), ("can_cuoc", "", False), ("ho_chieu", "C1234567", False),
        ("ho_chieu", "C-12", True), ("giay_to_khac", "thẻ 7", False),
    ],
)  # fmt: skip
def test_an_identity_number_of_an_odd_shape_is_noticed(kind: str, number: str, odd: bool) -> None:
    assert is_odd_number(kind=kind, number=number) is odd


@pytest.mark.django_db
def test_a_name_is_found_as_it_is_written_and_words_apart_only_when_that_finds_nothing() -> None:
    cast = make_cast()
    named = received(cast.clerk, complaint(content="Bà Trần Thị Lan trình bày về thửa đất.")).submission
    apart = received(cast.clerk, complaint(content="Ông Trần kiện bà Lan về tiếng ồn ban đêm.")).submission
    with acting(cast.clerk):
        assert [line.code for line in search(query="tran thi lan", by=cast.clerk)] == [named.code]
        assert [line.code for line in search(query="tieng on dem", by=cast.clerk)] == [apart.code]

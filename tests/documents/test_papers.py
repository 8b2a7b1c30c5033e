"""A paper from its draft to the proof of delivery."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from threading import Thread
from typing import Any

import pypdf
import pytest
from django.db import connection, transaction

from tests.factories import moment
from tests.people import Cast, make_cast
from tests.submissions.build import complaint, denunciation, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents import actions
from tiepdan.documents.access import drawn, files, paper_for, shows_identity
from tiepdan.documents.models import DeliveryWay, Paper, PaperStatus, RegisterNumber
from tiepdan.documents.values import HIDDEN
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.storage import FileMissing
from tiepdan.matters.access import NotFound

pytestmark = pytest.mark.django_db
AT = moment("2026-07-14")
VALUES: dict[str, Any] = {
    "addressee": "Ông Nguyễn Văn An", "visited_on": date(2026, 7, 14), "visitor_name": "Nguyễn Văn An",
    "id_kind": "Số căn cước", "id_number": "000123456789", "address": "Số 7, tổ 3", "agency_visited": "UBND phường",
    "purpose": "complaint", "matter": "bồi thường", "reason": "Đã giải quyết", "legal_ground": "khoản 3 Điều 9",
    "refusing_agency": "UBND phường Hoa Sen",
}  # fmt: skip
FORM = "ND154-2026/01-TCD"


def draft(cast: Cast, *, sealed: bool = False, by: Actor | None = None, **changes: Any) -> Paper:
    who = by or cast.head
    matter_id = received(cast.clerk, denunciation() if sealed else complaint()).submission.matter_id
    with acting(who):
        return actions.draft_paper(
            form_key=FORM, values={**VALUES, **changes}, matter_id=matter_id, sealed=sealed, by=who, at=AT
        )


def words(key: str) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(files().get(key))).pages)


def test_an_issued_paper_has_number_date_signer_and_file() -> None:
    cast = make_cast()
    paper = draft(cast)
    with acting(cast.head):
        issued = actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        number = RegisterNumber.objects.get(subject=f"paper:{paper.pk}")
        assert Entry.objects.filter(act="paper.issued", matter_id=paper.matter_id).count() == 1
    assert (issued.status, issued.number, issued.symbol) == (PaperStatus.ISSUED, 1, "TB-UBND")
    assert number.number == 1
    assert issued.signer_name == "Trần Văn Trưởng"
    assert issued.file is not None
    assert "01/TB-UBND" in words(issued.file.key)
    assert "Nguyễn Văn An" in words(issued.file.key)


def test_identities_never_lie_open_in_a_paper() -> None:
    paper = draft(make_cast())
    assert "Nguyễn" not in str({key: value for key, value in paper.values.items() if key != "addressee"})
    assert "000123456789" not in str(paper.values)
    assert paper.sealed_values is not None
    assert b"000123456789" not in bytes(paper.sealed_values)


def test_a_draft_says_what_is_missing() -> None:
    cast = make_cast()
    paper = draft(cast, reason="")
    with acting(cast.head), pytest.raises(ActionRefused) as refused:
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
    assert refused.value.code == "paper_incomplete"
    assert refused.value.verdict.facts["fields"] == "Lý do"


def test_without_an_opening_a_sealed_paper_hides_the_identity() -> None:
    cast = make_cast()
    paper = draft(cast, sealed=True)
    with acting(cast.head):
        found = paper_for(paper_id=paper.pk, by=cast.head)
        assert shows_identity(paper=found)
        hidden = drawn(paper=found, with_identity=False)
        open_one = drawn(paper=found, with_identity=True)
    assert hidden.values["id_number"] == HIDDEN
    assert open_one.values["id_number"] == "000123456789"


def test_the_file_of_a_sealed_paper_is_unreadable_on_disk() -> None:
    cast = make_cast()
    paper = draft(cast, sealed=True)
    with acting(cast.head):
        issued = actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
    assert issued.file is not None
    assert issued.file.key.startswith("sealed-")


@pytest.mark.parametrize("act", ["issue", "cancel", "deliver"])
def test_an_outsider_does_nothing_with_a_paper(act: str) -> None:
    cast = make_cast()
    paper = draft(cast)
    with acting(cast.outsider):
        with pytest.raises(NotFound):
            paper_for(paper_id=paper.pk, by=cast.outsider)
        with pytest.raises(ActionRefused) as refused:
            _do(act, paper, cast.outsider)
    assert refused.value.code == "paper_unknown"


def _do(act: str, paper: Paper, by: Actor) -> None:
    if act == "issue":
        actions.issue_paper(paper_id=paper.pk, by=by, at=AT)
    elif act == "cancel":
        actions.cancel_paper(paper_id=paper.pk, reason="Sai", by=by, at=AT)
    else:
        actions.record_delivery(
            paper_id=paper.pk, addressee="complainant", way=DeliveryWay.HAND, sent_on=AT.date(), by=by, at=AT
        )


def test_cancelling_keeps_the_number_in_the_book() -> None:
    cast = make_cast()
    paper = draft(cast)
    with acting(cast.head):
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        cancelled = actions.cancel_paper(paper_id=paper.pk, reason="Sai tên", by=cast.head, at=AT)
        assert RegisterNumber.objects.get(subject=f"paper:{paper.pk}").cancel_reason == "Sai tên"
    assert cancelled.status == PaperStatus.CANCELLED


def test_delivery_is_proven_later() -> None:
    cast = make_cast()
    paper = draft(cast)
    with acting(cast.head):
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        sent = actions.record_delivery(
            paper_id=paper.pk, addressee="complainant", addressee_name="Nguyễn Văn An", way=DeliveryWay.POST,
            sent_on=date(2026, 7, 14), by=cast.head, at=AT,
        )  # fmt: skip
        proven = actions.confirm_delivery(
            delivery_id=sent.pk, received_on=date(2026, 7, 16), proof="RA123", by=cast.head, at=moment("2026-07-20")
        )
        acts = set(Entry.objects.values_list("act", flat=True))
    assert (proven.received_on, proven.proof) == (date(2026, 7, 16), "RA123")
    assert {"delivery.recorded", "delivery.confirmed"} <= acts


@pytest.mark.parametrize(
    "sent, came, code",
    [
        (date(2026, 7, 13), None, "sent_before_issue"),
        (date(2026, 7, 14), date(2026, 7, 13), "received_before_sent"),
        (date(2026, 7, 14), date(2026, 7, 15), "received_in_future"),
    ],
)
def test_days_of_delivery_must_follow_each_other(sent: date, came: date | None, code: str) -> None:
    cast = make_cast()
    paper = draft(cast)
    with acting(cast.head):
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        with pytest.raises(ActionRefused) as refused:
            actions.record_delivery(
                paper_id=paper.pk, addressee="complainant", way=DeliveryWay.POST, sent_on=sent, received_on=came,
                by=cast.head, at=AT,
            )  # fmt: skip
    assert refused.value.code == code


def test_acts_out_of_order_are_refused() -> None:
    cast = make_cast()
    paper = draft(cast)
    codes = []
    with acting(cast.head):
        steps = [
            lambda: _do("deliver", paper, cast.head),
            lambda: actions.cancel_paper(paper_id=paper.pk, reason="", by=cast.head, at=AT),
        ]
        codes += [_refusal(step) for step in steps]
        actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        codes.append(_refusal(lambda: _do("issue", paper, cast.head)))
        sent = actions.record_delivery(
            paper_id=paper.pk, addressee="complainant", way=DeliveryWay.HAND, sent_on=AT.date(),
            received_on=AT.date(), by=cast.head, at=AT,
        )  # fmt: skip
        codes.append(_refusal(lambda: _do("cancel", paper, cast.head)))
        codes.append(
            _refusal(
                lambda: actions.confirm_delivery(
                    delivery_id=sent.pk, received_on=AT.date(), proof="", by=cast.head, at=AT
                )
            )
        )
    assert codes == ["paper_not_issued", "reason_missing", "paper_not_draft", "paper_delivered", "delivery_confirmed"]


def test_unknown_forms_and_fields_are_refused() -> None:
    cast = make_cast()
    with acting(cast.head):
        assert (
            _refusal(lambda: actions.draft_paper(form_key="không có", values={}, by=cast.head, at=AT)) == "form_unknown"
        )
        assert (
            _refusal(lambda: actions.draft_paper(form_key=FORM, values={"lạ": "x"}, by=cast.head, at=AT))
            == "paper_value_unknown"
        )


def _refusal(step: Any) -> str:
    with pytest.raises(ActionRefused) as refused:
        step()
    return refused.value.code


def test_a_file_goes_only_when_nothing_refers_to_it() -> None:
    cast = make_cast()
    paper = draft(cast)
    with acting(cast.head):
        issued = actions.issue_paper(paper_id=paper.pk, by=cast.head, at=AT)
        assert issued.file is not None
        assert not actions.drop_file(file_id=issued.file.pk)
        lonely = actions.store_file(data=b"x", media_type="text/plain", sealed=False)
        assert actions.drop_file(file_id=lonely.pk)


def test_bytes_stored_again_before_the_old_row_is_gone_for_good_stay(
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    cast = make_cast()
    with acting(cast.head), django_capture_on_commit_callbacks() as later:
        old = actions.store_file(data=b"same bytes", media_type="text/plain", sealed=False, thumbnail=b"same picture")
        assert actions.drop_file(file_id=old.pk)
        again = actions.store_file(data=b"same bytes", media_type="text/plain", sealed=False, thumbnail=b"same picture")
    for removal in later:
        removal()
    assert files().get(again.key) == b"same bytes"
    assert files().get(again.thumbnail_key) == b"same picture"
    with acting(cast.head), django_capture_on_commit_callbacks(execute=True):
        assert actions.drop_file(file_id=again.pk)
    with pytest.raises(FileMissing):
        files().get(again.key)


@pytest.mark.django_db(transaction=True)
def test_a_file_is_not_dropped_under_who_is_just_storing_it() -> None:
    cast = make_cast()
    with acting(cast.head):
        old = actions.store_file(data=b"raced for", media_type="text/plain", sealed=False)
    done: list[str] = []

    def drop() -> None:
        with acting(cast.head):
            actions.drop_file(file_id=old.pk)
            done.append("dropped")
        connection.close()

    with acting(cast.head):
        actions.store_file(data=b"raced for", media_type="text/plain", sealed=False)  # about to be referred to
        other = Thread(target=drop)
        other.start()
        other.join(timeout=1)
        assert done == []
    other.join(timeout=20)
    assert done == ["dropped"]


def test_a_paper_issued_at_once_is_what_drafting_and_issuing_give() -> None:
    cast = make_cast()
    two = draft(cast)
    with acting(cast.head):
        two = actions.issue_paper(paper_id=two.pk, by=cast.head, at=AT)
        once = actions.issue_new_paper(
            form_key=FORM, values=VALUES, matter_id=two.matter_id, by=cast.head, at=AT, recipients=["Lưu: VT"]
        )
        stored = Paper.objects.select_related("file").get(pk=once.pk)
        told = list(Entry.objects.filter(subject=f"paper:{once.pk}").order_by("pk").values_list("act", flat=True))
        number = RegisterNumber.objects.get(subject=f"paper:{once.pk}")
    assert told == ["paper.drafted", "paper.issued"]
    assert (stored.number, number.number, number.matter_id) == (2, 2, two.matter_id)
    for name in (
        "status",
        "symbol",
        "dated_on",
        "signer_name",
        "signer_title",
        "title",
        "values",
        "drafted_by_id",
        "issued_by_id",
    ):
        assert getattr(stored, name) == getattr(two, name), name
    assert stored.file is not None
    assert "Nguyễn Văn An" in words(stored.file.key)
    assert stored.recipients == ["Lưu: VT"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({}, "paper_incomplete"),
        ({"addressee": "Ông Nguyễn Văn An"}, "paper_incomplete"),
        ({**VALUES, "strange": "x"}, "paper_value_unknown"),
    ],
)
def test_a_paper_that_cannot_be_issued_at_once_leaves_no_row_and_no_number(values: dict[str, Any], code: str) -> None:
    cast = make_cast()
    with acting(cast.head), pytest.raises(ActionRefused) as refused, transaction.atomic():
        actions.issue_new_paper(form_key=FORM, values=values, by=cast.head, at=AT)
    assert refused.value.code == code
    with acting(cast.head):
        assert not Paper.objects.exists()
        issued = actions.issue_new_paper(form_key=FORM, values=VALUES, by=cast.head, at=AT)
    assert issued.number == 1

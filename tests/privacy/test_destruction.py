"""Destroying a filed submission: content, files and index entries go; the line, the decision and the audit stay."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection, transaction

from tests.factories import moment
from tests.people import Cast, make_cast
from tests.reception.build import entered, visit
from tests.routing.build import done, received, screened
from tests.submissions.build import IDENTITY, NAME, complaint
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.documents.models import RegisterNumber, StoredFile
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Participation
from tiepdan.privacy import actions
from tiepdan.privacy.models import Destruction
from tiepdan.reception.models import Receipt, Reception, Visitor
from tiepdan.reception.visit import ReceiptItem
from tiepdan.routing.actions import decide_proposal, propose
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.models import Attachment, AttachmentRole, Party, Submission
from tiepdan.submissions.rules import Source

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Đề nghị xem lại mương thoát nước quanh ao zucchini của thôn."


def filed(cast: Cast, *, days_ago: int = 400) -> Submission:
    day = (clock.today() - timedelta(days=days_ago)).isoformat()
    got = received(cast.processor, content=WORDS, day=day)
    with acting(cast.processor):
        submissions.add_attachment(
            submission_id=got.pk, data=pdf_bytes(WORDS), name="don.pdf", role=AttachmentRole.ORIGINAL, by=cast.processor,
            at=moment(day),
        )  # fmt: skip
    screened(cast.processor, got, eligible=False, day=day)
    done(cast, got, RouteAct.FILE, day=day, ground="sender_data_missing")
    with acting(cast.head):
        return Submission.objects.get(pk=got.pk)


def destroy(code: str, by: Actor, *, decision: str = "12/QĐ-UBND", reason: str = "Hết thời hạn lưu") -> Destruction:
    with acting(by):
        return actions.destroy_submission(code=code, decision=decision, reason=reason, by=by, at=clock.now())


def refusal(run: Callable[[], object]) -> str:
    with pytest.raises(ActionRefused) as refused:
        run()
    return refused.value.code


def everything() -> str:
    """Every row of every table, as the superuser reads it, but the audit."""
    with psycopg.connect(os.environ["TIEPDAN_TEST_ADMIN"], dbname=str(settings.DATABASES["default"]["NAME"])) as admin:
        names = admin.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'audit_entry'"
        )
        return "\n".join(
            str(row[0])
            for (name,) in names.fetchall()
            for row in admin.execute(f'SELECT t::text FROM "{name}" t'.encode())
        )


def test_content_files_and_index_go_and_the_line_stays() -> None:
    cast = make_cast()
    submission = filed(cast)
    with acting(cast.head):
        file = Attachment.objects.select_related("file").get(submission=submission).file
        number = RegisterNumber.objects.filter(matter_id=submission.matter_id).count()
    path = next(
        one for one in Path(settings.HOME.files).rglob("*") if one.name == file.key or one.name.endswith(file.key)
    )
    assert "zucchini" in everything()
    made = destroy(submission.code, cast.head)
    assert made.files >= 1
    assert not path.exists()
    held = everything()
    for word in ("zucchini", "001234567890", "Tổ 9, phường Hoa Sen"):
        assert word not in held
    with acting(cast.head):
        after = Submission.objects.get(pk=submission.pk)
        assert (after.content, after.destroyed_on) == ("", clock.today())
        assert Participation.objects.filter(matter_id=submission.matter_id, code=submission.code).exists()
        assert RegisterNumber.objects.filter(matter_id=submission.matter_id).count() == number > 0
        assert not Attachment.objects.filter(submission=submission).exists()
        assert not StoredFile.objects.filter(pk=file.pk).exists()
        assert Party.objects.get(submission=submission).name == ""
        assert Entry.objects.filter(act="submission.destroyed", matter_id=submission.matter_id).count() == 1
        assert Entry.objects.filter(act="submission.filed", matter_id=submission.matter_id).exists()
    assert refusal(lambda: destroy(submission.code, cast.head)) == "already_destroyed"


def test_what_the_desk_and_the_processing_hold_of_it_goes_too() -> None:
    cast = make_cast()
    day = moment((clock.today() - timedelta(days=400)).isoformat())
    item = ReceiptItem(name="Đơn về zucchini", condition="zucchini")
    made = visit(content=WORDS, items=(item,), outcome_note="zucchini", earlier_handling="zucchini")
    got = entered(cast.processor, made, complaint(content=WORDS, source=Source.POST), at=day)
    assert got.received is not None
    submission = got.received.submission
    screened(cast.processor, submission, eligible=False, day=day.date().isoformat())
    with acting(cast.processor):
        proposal = propose(
            submission_id=submission.pk, act=RouteAct.FILE, reason="Về zucchini", ground="sender_data_missing",
            by=cast.processor, at=day,
        )  # fmt: skip
    with acting(cast.head):
        decide_proposal(proposal_id=proposal.pk, approved=True, note="zucchini", by=cast.head, at=day)
    with acting(cast.processor):  # as if it had come with a key, whose digest lets a guess be tried
        Submission.objects.filter(pk=submission.pk).update(
            request_digest="abcdefabcdefabcd", attacked_number="zucchini", void_reason="zucchini"
        )
        Reception.objects.filter(matter_id=submission.matter_id).update(
            request_digest="abcdefabcdefabcd", void_reason="zucchini"
        )
        record(act="test.prepared", by=cast.processor, at=day, subject="test:1")
    assert "abcdefabcdefabcd" in everything()
    assert "zucchini" in everything()
    destroy(submission.code, cast.head)
    held = everything()
    for word in ("zucchini", NAME, IDENTITY.number, "abcdefabcdefabcd"):
        assert word not in held
    with acting(cast.head):
        line = Reception.objects.get()
        assert (line.number, line.purpose, line.content) == (got.reception.number, "complaint", "")
        assert [one.envelope for one in Visitor.objects.all()] == [None]
        assert [one.items for one in Receipt.objects.all()] == [[]]


def test_only_the_head_destroys_and_only_after_a_year() -> None:
    cast = make_cast()
    young, old = filed(cast, days_ago=200), filed(cast)
    assert refusal(lambda: destroy(young.code, cast.head)) == "destruction_too_early"
    assert refusal(lambda: destroy(old.code, cast.deputy)) == "destruction_not_head"
    assert refusal(lambda: destroy(old.code, cast.head, decision=" ")) == "destruction_incomplete"
    assert refusal(lambda: destroy(old.code, cast.outsider)) == "destruction_unknown"
    live = received(cast.processor)
    assert refusal(lambda: destroy(live.code, cast.head)) == "destruction_not_filed"


@pytest.mark.parametrize("who", ["outsider", "deputy", "overseer", "administrator"])
def test_the_database_destroys_for_nobody_else(who: str) -> None:
    cast = make_cast()
    submission = filed(cast)
    by = getattr(cast, who)
    with (
        acting(by),
        pytest.raises(Exception, match="not to be destroyed"),
        transaction.atomic(),
        connection.cursor() as run,
    ):
        run.execute("SELECT tiepdan.destroy_submission(%s, %s)", [submission.pk, clock.today()])

"""Destroying the record of a closed case: words, people and files go; line, figures, decision and an unbroken chain stay."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.urls import reverse

from tests.cases.build import Walk, complaint, denunciation, submission
from tests.people import Cast, client_of, make_cast
from tests.privacy.test_destruction import everything, refusal
from tests.submissions.build import IDENTITY, NAME
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.actions import set_local_rule
from tiepdan.agencies.rules import LocalCode
from tiepdan.audit.models import Entry
from tiepdan.audit.record import record
from tiepdan.cases import actions as cases
from tiepdan.cases.intent import Intent
from tiepdan.cases.models import Case, CourtFile, Finding, Link, Note, Obligation, Review, Session, Step
from tiepdan.documents.actions import attach_signed_copy, cancel_paper, recall_paper, replace_paper
from tiepdan.documents.models import Paper, RegisterNumber
from tiepdan.infra import clock
from tiepdan.infra.codes import new_code
from tiepdan.matters.models import Clock, Participation
from tiepdan.plans.actions.campaigns import Review as Told
from tiepdan.plans.actions.campaigns import review_case
from tiepdan.plans.models import EnforcementFlag, EventWindow, ReviewCampaign, ReviewedCase
from tiepdan.plans.rules.windows import EventKind
from tiepdan.portal.queries import standing_of
from tiepdan.privacy import actions
from tiepdan.privacy.models import Destruction
from tiepdan.privacy.queries import list_records_destroyable
from tiepdan.privacy.rules import HOLDS, record_kept_until
from tiepdan.submissions import actions as submissions
from tiepdan.submissions.models import AttachmentRole, Party, Submission

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Đề nghị xem lại việc bồi thường ao zucchini của gia đình tôi."
LONG_AGO = 11 * 366


@pytest.fixture
def cast() -> Cast:
    """Everybody; the list of records of the commune keeps cases ten years."""
    made = make_cast()
    keeps(made, "10")
    return made


def keeps(cast: Cast, years: str) -> None:
    """Enter the period of the agency's list of records."""
    with acting(cast.administrator):
        set_local_rule(
            agency_id=cast.commune.pk, code=LocalCode.CASE_RECORD_YEARS, value=years, starts_on=date(2000, 1, 1),
            reason="Danh mục hồ sơ 01/QĐ-UBND", by=cast.administrator, at=clock.now(),
        )  # fmt: skip


def closed(cast: Cast, *, days_ago: int = LONG_AGO, sealed: bool = False) -> Case:
    """A case with everything in it, as if it had ended long ago."""
    made = submission(cast, denunciation(content=WORDS) if sealed else complaint(content=WORDS))
    with acting(cast.clerk):
        submissions.add_attachment(
            submission_id=made.pk, data=pdf_bytes(WORDS), name="don.pdf", role=AttachmentRole.ORIGINAL, by=cast.clerk,
            at=datetime.combine(made.received_on, datetime.min.time(), tzinfo=clock.VIETNAM),
        )  # fmt: skip
    facts = {"identity_checked": True, "is_competent": True} if sealed else {}
    with acting(cast.head):
        case = cases.accept_submission(
            submission_id=made.pk, leader_id=cast.deputy.user_id, handler_id=cast.handler.user_id, by=cast.head,
            at=clock.now(), intent=Intent(facts=facts),
        )  # fmt: skip
    way = Walk(cast, case, clock.now())
    if not sealed:
        way.recheck()
    with acting(cast.handler):
        cases.add_note(case_id=case.pk, text="Về zucchini", by=cast.handler, at=clock.now())
        if not sealed:
            cases.add_evidence(
                case_id=case.pk, title="Ảnh zucchini", supplied_by="Bà Zucchini", note="zucchini", data=pdf_bytes("ảnh zucchini"),
                by=cast.handler, at=clock.now(),
            )  # fmt: skip
    end(cast, case, clock.today() - timedelta(days=days_ago))
    return case


def end(cast: Cast, case: Case, on: date) -> None:
    """Let a case be over since a day: only its age matters here."""
    with acting(cast.head), transaction.atomic():
        Obligation.objects.create(
            matter_id=case.matter_id,
            case=case,
            what="Trả zucchini",
            money_million_vnd=12,
            done_on=on,
            done_note="zucchini",
        )
        Finding.objects.create(matter_id=case.matter_id, case=case, issue="zucchini", finding="right", basis="zucchini")
        Session.objects.create(
            matter_id=case.matter_id, case=case, kind="dialogue", held_on=on, minutes="zucchini", present=["zucchini"],
            envelope=b"zucchini",
        )  # fmt: skip
        window = EventWindow.objects.create(
            code=new_code(), agency=cast.commune, agency_path=cast.commune.path, name="Đại hội", kind=EventKind.OTHER,
            prepares_on=on, starts_on=on, ends_on=on, follows_until=on, created_by_id=cast.head.user_id, created_at=clock.now(),
        )  # fmt: skip
        EnforcementFlag.objects.create(
            matter_id=case.matter_id, case=case, agency_path=cast.commune.path, window=window, what="Cưỡng chế ao zucchini",
            planned_on=on, told_by_id=cast.head.user_id, told_at=clock.now(), reason="zucchini",
        )  # fmt: skip
        campaign = ReviewCampaign.objects.create(
            code=new_code(), agency=cast.commune, agency_path=cast.commune.path, name="Rà soát", chosen_on=on,
            made_by_id=cast.head.user_id, made_at=clock.now(),
        )  # fmt: skip
        ReviewedCase.objects.create(
            campaign=campaign, matter_id=case.matter_id, case=case, agency_path=cast.commune.path, reviewed_on=on,
            opinion="zucchini", way="zucchini", leader="zucchini", result="zucchini",
        )  # fmt: skip
        record(act="test.ended", by=cast.head, at=clock.now(), subject=f"case:{case.pk}", matter_id=case.matter_id)
        Clock.objects.filter(matter_id=case.matter_id).update(status="met", closed_on=on)
        Case.objects.filter(pk=case.pk).update(
            state="closed", closed_on=on, decided_on=on, outcome="right", outcome_note="zucchini"
        )
        Submission.objects.filter(pk=case.submission_id).update(closed_on=on)
        case.refresh_from_db()


def destroy(code: str, by: Actor, *, decision: str = "12/QĐ-UBND ngày 01/11/2026") -> Destruction:
    """Destroy as somebody."""
    with acting(by):
        return actions.destroy_case_record(code=code, decision=decision, reason="Hết giá trị", by=by, at=clock.now())


def sealed_identities() -> int:
    """Count envelopes, as the superuser sees them."""
    with psycopg.connect(os.environ["TIEPDAN_TEST_ADMIN"], dbname=str(settings.DATABASES["default"]["NAME"])) as admin:
        row = admin.execute("SELECT count(*) FROM submissions_sealedidentity").fetchone()
    return int(row[0]) if row else 0


def chain_is_whole(cast: Cast) -> bool:
    """Check every link of every lane."""
    with acting(cast.head):
        lanes: dict[int, bytes] = {}
        for one in Entry.objects.order_by("lane", "seq"):
            if one.lane in lanes and bytes(one.prev_hash) != lanes[one.lane]:
                return False
            lanes[one.lane] = bytes(one.hash)
    return bool(lanes)


def test_words_people_and_files_go_and_line_figures_and_chain_stay(cast: Cast) -> None:
    case = closed(cast)
    assert "zucchini" in everything().lower()
    files = {one.name for one in Path(settings.HOME.files).rglob("*") if one.is_file()}
    with acting(cast.head):
        numbers = RegisterNumber.objects.filter(matter_id=case.matter_id).count()
        steps = list(Step.objects.filter(case=case).order_by("pk").values_list("act", "done_on"))
        paper = Paper.objects.get(matter_id=case.matter_id, form_key="ND124-2020/03")
    made = destroy(case.code, cast.head)
    assert made.files >= 3  # attachment, evidence, notice
    assert len({one.name for one in Path(settings.HOME.files).rglob("*") if one.is_file()}) <= len(files) - 3
    held = everything().lower()
    for word in ("zucchini", NAME.lower(), IDENTITY.number, IDENTITY.address.lower()):
        assert word not in held, word
    with acting(cast.head):
        after = Case.objects.get(pk=case.pk)
        assert (after.destroyed_on, after.state, after.outcome, after.outcome_note) == (
            clock.today(), "closed", "right", "",
        )  # fmt: skip
        assert list(Step.objects.filter(case=case).order_by("pk").values_list("act", "done_on")) == steps
        assert RegisterNumber.objects.filter(matter_id=case.matter_id).count() == numbers > 0
        kept = Paper.objects.get(pk=paper.pk)
        assert (kept.number, kept.title, kept.file_id, kept.values) == (paper.number, paper.title, None, {})
        owed = Obligation.objects.get(case=case)
        assert (int(owed.money_million_vnd), owed.what) == (12, "")
        assert Finding.objects.get(case=case).finding == "right"
        assert not Note.objects.filter(case=case).exists()
        assert Party.objects.get(submission_id=case.submission_id).name == ""
        assert Participation.objects.get(matter_id=case.matter_id).code == case.code
        entry = Entry.objects.get(act="case.record_destroyed")
        assert (entry.actor_id, entry.matter_id) == (cast.head.user_id, case.matter_id)
        assert Entry.objects.filter(act="case.accept_case", matter_id=case.matter_id).exists()
    assert chain_is_whole(cast)
    assert refusal(lambda: destroy(case.code, cast.head)) == "already_destroyed"


def test_sealed_identities_are_destroyed_too(cast: Cast) -> None:
    case = closed(cast, sealed=True)
    assert sealed_identities() == 1
    destroy(case.code, cast.head)
    assert sealed_identities() == 0
    with acting(cast.head):
        assert all(one.envelope is None for one in Session.objects.filter(case=case))
        assert Case.objects.get(pk=case.pk).destroyed_on == clock.today()
    assert "zucchini" not in everything().lower()


def test_nothing_is_said_in_it_again_and_its_citizen_still_learns_the_end(cast: Cast) -> None:
    case = closed(cast)
    destroy(case.code, cast.head)
    with acting(cast.head):
        assert (
            refusal(lambda: cases.add_note(case_id=case.pk, text="mới", by=cast.head, at=clock.now()))
            == "already_destroyed"
        )
        one = Submission.objects.select_related("matter", "agency").get(pk=case.submission_id)
        assert one.pin_hash is not None
        standing = standing_of(submission=one, today=clock.today())
        assert (standing.is_over, standing.destroyed_on) == (True, clock.today())
        assert standing.destroyed_by == "12/QĐ-UBND ngày 01/11/2026"
        assert all(not paper.can_download for paper in standing.papers)
        paper = Paper.objects.get(matter_id=case.matter_id, form_key="ND124-2020/03")
        row = ReviewedCase.objects.get(case=case)
    again = Told(reviewed_on=None, opinion="mới", way="", leader="", due_on=None, result="", settled_on=None)
    told: dict[str, Callable[[], object]] = {
        "signed": lambda: attach_signed_copy(paper_id=paper.pk, data=pdf_bytes("mới"), by=cast.head, at=clock.now()),
        "replaced": lambda: replace_paper(paper_id=paper.pk, reason="mới", by=cast.head, at=clock.now()),
        "recalled": lambda: recall_paper(paper_id=paper.pk, reason="mới", by=cast.head, at=clock.now()),
        "cancelled": lambda: cancel_paper(paper_id=paper.pk, reason="mới", by=cast.head, at=clock.now()),
        "written": lambda: submissions.write_paper(
            form_key="ND124-2020/03", values={}, matter_id=case.matter_id, by=cast.head, at=clock.now()
        ),
        "reviewed": lambda: review_case(reviewed_id=row.pk, review=again, by=cast.head, at=clock.now()),
    }
    for name, act in told.items():
        with acting(cast.head):
            assert refusal(act) == "already_destroyed", name
    page = client_of(cast.head).get(reverse("desk:case_detail", args=[case.code])).content.decode()
    assert "Hồ sơ đã tiêu hủy ngày" in page
    for word in ("Ghi chú nội bộ", "Việc làm được bây giờ", "Nội dung đơn"):
        assert word not in page
    for where in (
        reverse("desk:case_paper", args=[case.code, paper.pk]),
        reverse("desk:paper_detail", args=[paper.pk]),
    ):
        shown = client_of(cast.head).get(where).content.decode()  # nothing left to draw, and nothing offered
        assert "Nội dung văn bản đã tiêu hủy" in shown
        for button in ("Mở PDF", "DOCX", "Lập bản thay thế", "Thu hồi văn bản", "Lưu bản ký", "Ghi việc gửi"):
            assert button not in shown, (where, button)
    for file in (
        reverse("desk:case_paper_pdf", args=[case.code, paper.pk]),
        reverse("desk:paper_file", args=[paper.pk, "pdf"]),
    ):
        assert client_of(cast.head).get(file).status_code == 404
    answer = client_of(cast.head).get(reverse("desk:submission_detail", args=[one.code]))
    assert answer.status_code == 200
    assert "Soạn văn bản" not in answer.content.decode()
    assert "Xử lý đơn</a></p>" not in answer.content.decode()


def test_only_the_head_and_only_after_the_period_of_the_list(cast: Cast) -> None:
    young, old = closed(cast, days_ago=365 * 9), closed(cast)
    assert refusal(lambda: destroy(young.code, cast.head)) == "destruction_record_too_early"
    assert refusal(lambda: destroy(old.code, cast.deputy)) == "destruction_not_head"
    assert refusal(lambda: destroy(old.code, cast.head, decision=" ")) == "destruction_incomplete"
    assert refusal(lambda: destroy(old.code, cast.outsider)) == "destruction_unknown"
    assert refusal(lambda: destroy(new_code(), cast.head)) == "destruction_unknown"
    keeps(cast, "30")
    assert refusal(lambda: destroy(old.code, cast.head)) == "destruction_record_too_early"


def test_without_a_period_or_while_it_runs_nothing_is_destroyed() -> None:
    cast = make_cast()
    old = closed(cast)
    assert refusal(lambda: destroy(old.code, cast.head)) == "destruction_no_period"
    keeps(cast, "10")
    with acting(cast.head), transaction.atomic():
        Case.objects.filter(pk=old.pk).update(closed_on=None)
        record(act="test.open", by=cast.head, at=clock.now(), subject=f"case:{old.pk}", matter_id=old.matter_id)
    assert refusal(lambda: destroy(old.code, cast.head)) == "destruction_not_closed"


@pytest.mark.parametrize("hold", ["obligation", "court", "review", "limit", "other_case"])
def test_what_is_open_holds_the_record(cast: Cast, hold: str) -> None:
    old = closed(cast)
    with acting(cast.head), transaction.atomic():
        if hold == "obligation":
            Obligation.objects.filter(case=old).update(done_on=None)
        elif hold == "court":
            CourtFile.objects.create(matter_id=old.matter_id, case=old, court="Tòa án", accepted_on=clock.today())
        elif hold == "review":
            Review.objects.create(
                matter_id=old.matter_id,
                case=old,
                ordered_by="Chủ tịch tỉnh",
                ordered_on=clock.today(),
                signs="trái luật",
            )
        elif hold == "limit":
            Clock.objects.filter(matter_id=old.matter_id).update(status="open", closed_on=None)
        record(act="test.held", by=cast.head, at=clock.now(), subject=f"case:{old.pk}", matter_id=old.matter_id)
    if hold == "other_case":  # a second complaint that names it, open at another agency
        other = submission(cast, complaint(content="Khiếu nại lần hai."))
        with acting(cast.head):
            second = cases.accept_submission(
                submission_id=other.pk, leader_id=cast.head.user_id, handler_id=cast.handler.user_id, by=cast.head,
                at=clock.now(),
            )  # fmt: skip
            with transaction.atomic():
                Link.objects.create(
                    matter_id=second.matter_id, case=second, kind="first", code=old.code, made_on=clock.today()
                )
                record(act="test.linked", by=cast.head, at=clock.now(), subject="case:1", matter_id=second.matter_id)
    assert refusal(lambda: destroy(old.code, cast.head)) == "destruction_held"
    page = client_of(cast.head).get(reverse("desk:privacy_destroy_record", args=[old.code])).content.decode()
    assert HOLDS[hold] in page
    with (
        acting(cast.head),
        pytest.raises(Exception, match="not to be destroyed"),
        transaction.atomic(),
        connection.cursor() as run,
    ):  # the database asks it again
        run.execute("SELECT tiepdan.destroy_case(%s, %s)", [old.pk, clock.today()])


def test_records_that_are_held_do_not_hide_those_that_may_go(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    older, free = closed(cast, days_ago=LONG_AGO + 30), closed(cast)
    with acting(cast.head), transaction.atomic():
        Obligation.objects.filter(case=older).update(done_on=None)
        record(act="test.held", by=cast.head, at=clock.now(), subject=f"case:{older.pk}", matter_id=older.matter_id)
    monkeypatch.setattr("tiepdan.privacy.queries._MOST", 1)
    with acting(cast.head):
        assert [one.code for one in list_records_destroyable(by=cast.head, on=clock.today())] == [free.code]


@pytest.mark.parametrize("who", ["outsider", "deputy", "overseer", "administrator"])
def test_the_database_destroys_for_nobody_else(cast: Cast, who: str) -> None:
    old = closed(cast)
    with (
        acting(getattr(cast, who)), pytest.raises(Exception, match="not to be destroyed"), transaction.atomic(),
        connection.cursor() as run,
    ):  # fmt: skip
        run.execute("SELECT tiepdan.destroy_case(%s, %s)", [old.pk, clock.today()])


def test_the_pages_list_what_is_due_and_destroy_it(cast: Cast) -> None:
    old = closed(cast)
    page = client_of(cast.records).get(reverse("desk:privacy_retention")).content.decode()
    assert old.code in page
    assert "10 năm" in page
    where = reverse("desk:privacy_destroy_record", args=[old.code])
    assert client_of(cast.outsider).get(where).status_code == 404
    assert client_of(cast.deputy).get(where).status_code in {403, 404}
    assert client_of(cast.head).post(where, {"decision": "", "reason": ""}).status_code == 422
    typed = {"decision": "12/QĐ-UBND", "reason": "Hết giá trị", "sure": "on"}
    assert client_of(cast.head).post(where, typed).status_code == 302
    assert old.code in client_of(cast.head).get(reverse("desk:privacy_retention")).content.decode()


@pytest.mark.parametrize("today", [date(2026, 10, 31), date(2028, 2, 29)])
def test_the_list_shows_a_record_on_its_first_day(cast: Cast, today: date) -> None:
    case = closed(cast)
    due, young = date(today.year - 10, today.month, today.day - 1), date(today.year - 10, today.month + 1, 1)
    for closed_on, found in ((due, [case.pk]), (young, [])):
        with acting(cast.head), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(closed_on=closed_on)
            record(act="test.closed", by=cast.head, at=clock.now(), subject=f"case:{case.pk}", matter_id=case.matter_id)
            assert [one.pk for one in list_records_destroyable(by=cast.head, on=today)] == found


def test_a_record_is_kept_through_its_last_full_year() -> None:
    assert record_kept_until(closed_on=date(2016, 3, 31), years=10) == date(2026, 4, 1)
    assert record_kept_until(closed_on=date(2024, 2, 29), years=5) == date(2029, 3, 1)

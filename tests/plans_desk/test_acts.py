"""Every act on a plan document: done, refused, tried from outside, and in the record."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable

import pytest
from django.db import connection

from tests.factories import moment
from tests.people import Cast, make_cast
from tests.plans_desk import build
from tests.plans_desk.build import AT, PLAN, as_docx, as_pdf, fresh, read, uploaded
from tiepdan.accounts.acting import acting, service_actor, serving
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.models import Agency
from tiepdan.audit.models import Entry
from tiepdan.documents.access import files
from tiepdan.documents.models import StoredFile
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.storage import FileMissing
from tiepdan.infra.verdict import Refused
from tiepdan.matters.access import NotFound
from tiepdan.plans import actions, jobs, sniffing
from tiepdan.plans.access import plan_bytes, plan_for
from tiepdan.plans.corrections import Change
from tiepdan.plans.models import PlanDocument, ReadingProgress
from tiepdan.plans.queries import PAGE_SIZE, plans_page
from tiepdan.plans.reading.files import read_bytes
from tiepdan.plans.rules import PlanStatus, Stage

pytestmark = pytest.mark.django_db


def refused(by: Actor, act: Callable[[], object]) -> str:
    with acting(by), pytest.raises(ActionRefused) as stopped:
        act()
    return stopped.value.code


def entries(cast: Cast, plan: PlanDocument) -> list[Entry]:
    """What the record says of a plan, as the head may read it."""
    with acting(cast.head):
        return list(Entry.objects.filter(subject=f"plan:{plan.pk}").order_by("pk"))


@pytest.mark.parametrize(
    "data, name, kind",
    [
        (PLAN.encode(), "kế hoạch.txt", "txt"),
        (as_docx(PLAN), "ke-hoach.docx", "docx"),
        (as_pdf(PLAN), "ke-hoach.pdf", "pdf"),
        (
            f"<html><body>{''.join(f'<p>{line}</p>' for line in PLAN.splitlines())}</body></html>".encode(),
            "a.html",
            "html",
        ),
    ],
)
def test_a_plan_is_read_from_every_kind_of_file(data: bytes, name: str, kind: str) -> None:
    cast = make_cast()
    plan = read(cast.coordinator, data=data, name=name)
    assert (plan.status, plan.format, plan.name) == ("read", kind, name)
    assert plan.reading is not None
    assert [row["agency"] for row in plan.reading["assignments"]] == ["Văn phòng HĐND và UBND phường", "Công an phường"]
    assert plan.reading["assignments"][0]["tasks"][1]["deadline"] == "2026-08-20"
    (start, end), *_ = plan.places["assignments.0.tasks.1.deadline"][0]
    assert plan.text[start:end].strip() == "20/8/2026"
    assert plan.summary["tasks"] == 3
    assert [row.act for row in entries(cast, plan)] == ["plan.uploaded", "plan.read"]


@pytest.mark.parametrize(
    "data, name, code, words",
    [
        (b"", "a.txt", "plan_file_empty", "trống"),
        (b" \n\x00 ", "a.txt", "plan_file_empty", "trống"),
        (build.locked_pdf(), "a.pdf", "plan_file_encrypted", "mật khẩu"),
        (as_docx(PLAN)[:3000], "a.docx", "plan_file_damaged", "hỏng"),
        (as_pdf(PLAN)[:400], "a.pdf", "plan_file_damaged", "hỏng"),
        (build.picture_without_text()[:200], "a.png", "plan_file_damaged", "hỏng"),
        (b"MZ\x90\x00" + bytes(range(256)) * 20, "a.docx", "plan_file_wrong_type", "không phải văn bản"),
        (b"PK\x03\x04" + b"xl/workbook.xml" * 20, "a.xlsx", "plan_file_wrong_type", "DOCX"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_is_stored(data: bytes, name: str, code: str, words: str) -> None:
    cast = make_cast()
    with acting(cast.coordinator), pytest.raises(ActionRefused) as stopped:
        actions.upload_plan(data=data, name=name, by=cast.coordinator, at=AT)
    verdict = stopped.value.verdict
    assert verdict.code == code
    assert words in verdict.facts["why"]
    assert verdict.facts["name"] == name
    assert not StoredFile.objects.exists()
    with acting(cast.head):
        assert not Entry.objects.exists()
        assert not PlanDocument.objects.exists()


def test_a_file_of_200_mb_is_refused_by_its_size_alone() -> None:
    cast = make_cast()
    data = bytes(200 * 1024 * 1024)
    with acting(cast.coordinator), pytest.raises(ActionRefused) as stopped:
        actions.upload_plan(data=data, name="a.pdf", by=cast.coordinator, at=AT)
    assert stopped.value.code == "plan_file_too_large"
    assert stopped.value.verdict.facts == {"name": "a.pdf", "size": "200 MB", "limit": "20 MB"}
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("data", [build.picture_without_text(), build.picture_pdf()])
def test_pictures_say_how_to_install_the_reader_of_letters(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    found = sniffing.sniff(data=data, name="anh", limit_bytes=10**7)
    assert isinstance(found, Refused)
    assert found.code == "plan_file_no_text"
    assert "apt install tesseract-ocr tesseract-ocr-vie" in found.facts["why"]


@pytest.mark.skipif(sniffing.ocr() is not sniffing.Ocr.READY, reason="Tesseract with Vietnamese is absent")
def test_a_scan_is_read_and_a_picture_without_letters_fails_with_its_reason() -> None:
    cast = make_cast()
    plan = read(cast.coordinator, data=build.as_scan(PLAN), name="quet.png")
    assert (plan.status, plan.format) == ("read", "scan")
    assert "Công an phường" in plan.text
    assert plan.summary["tasks"] >= 2
    plan = read(cast.coordinator, data=build.picture_without_text(), name="anh.png")
    assert (plan.status, plan.failure_code, plan.text, plan.reading) == ("failed", "no_text", "", None)
    assert "không nhận ra chữ" in plan.failure_text
    assert plan.file is None


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "why, kept",
    [("no_text", False), ("empty", False), ("damaged", False), ("too_long", False), ("ocr_failed", True), ("unexpected", True)],
)  # fmt: skip
def test_a_file_from_which_nothing_can_be_read_is_not_kept(why: str, kept: bool) -> None:
    cast = make_cast()
    plan, by = uploaded(cast.coordinator), cast.coordinator
    assert plan.file is not None
    key = plan.file.key
    with serving(service_actor(agency=Agency.objects.get(pk=plan.agency_id))):
        actions.fail_reading(plan_id=plan.pk, why_code=why, why="không đọc được.", by=by, at=AT)
    plan = fresh(by, plan)
    assert (plan.status, plan.failure_text, plan.file is not None) == ("failed", "không đọc được.", kept)
    assert json.loads(entries(cast, plan)[-1].after) == {"why": why, "file_kept": kept}

    def again() -> PlanDocument:
        return actions.read_again(code=plan.code, by=by, at=AT)

    if kept:
        assert files().get(key)
        with acting(by):
            assert again().status == "reading"
        return
    with acting(by):
        assert not StoredFile.objects.exists()
        with pytest.raises(NotFound):
            plan_bytes(plan=plan)
    with pytest.raises(FileMissing):
        files().get(key)
    assert refused(by, again) == "plan_file_not_kept"
    with acting(by):
        actions.discard_plan(code=plan.code, by=by, at=AT)
        assert not PlanDocument.objects.exists()


def test_a_file_that_another_plan_needs_stays_when_one_reading_fails() -> None:
    cast = make_cast()
    first, second, by = read(cast.coordinator), uploaded(cast.coordinator), cast.coordinator
    assert first.file_id == second.file_id
    with acting(by):
        actions.fail_reading(plan_id=second.pk, why_code="no_text", why="không có chữ.", by=by, at=AT)
        assert plan_bytes(plan=plan_for(code=first.code))
        assert plan_for(code=second.code).file is None


def test_the_job_tells_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    plan = uploaded(cast.coordinator, data=PLAN.encode())
    seen: list[tuple[str, int, int]] = []

    def look(*, plan_id: int, stage: Stage, done: int, total: int, at: object) -> None:
        seen.append((stage.value, done, total))

    def slow(*, data: bytes, name: str, progress: Callable[[int, int], None]) -> object:
        progress(1, 2)
        return real(data=data, name=name)

    real = read_bytes
    monkeypatch.setattr(actions, "tell_progress", look)
    monkeypatch.setattr(jobs, "read_bytes", slow)
    jobs.read_plan(plan_id=plan.pk, agency_id=plan.agency_id)
    assert seen == [("opening", 0, 0), ("scanning", 1, 2), ("understanding", 0, 0)]


def test_progress_is_written_where_the_page_looks() -> None:
    cast = make_cast()
    plan = uploaded(cast.coordinator)
    with acting(cast.coordinator):
        actions.tell_progress(plan_id=plan.pk, stage=Stage.SCANNING, done=3, total=9, at=AT)
        told = ReadingProgress.objects.get(plan=plan)
        assert (told.stage, told.done, told.total) == ("scanning", 3, 9)


def test_a_reading_that_breaks_ends_as_failed_and_can_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    plan = uploaded(cast.coordinator)

    def breaks(_text: str) -> object:
        raise RuntimeError("broken")

    with monkeypatch.context() as patch:
        patch.setattr("tiepdan.plans.reading.assemble.read_plan", breaks)
        with pytest.raises(RuntimeError):
            jobs.read_plan(plan_id=plan.pk, agency_id=plan.agency_id)
    plan = fresh(cast.coordinator, plan)
    assert (plan.status, plan.failure_code, plan.reading) == ("failed", "unexpected", None)
    with acting(cast.coordinator):
        actions.read_again(code=plan.code, by=cast.coordinator, at=AT)
    jobs.read_plan(plan_id=plan.pk, agency_id=plan.agency_id)
    assert fresh(cast.coordinator, plan).status == "read"
    assert [row.act for row in entries(cast, plan)][2:] == ["plan.queued_again", "plan.read"]
    assert refused(cast.coordinator, lambda: actions.read_again(code=plan.code, by=cast.coordinator, at=AT)) == (
        "plan_already_read"
    )


def test_a_silent_reading_may_be_started_again_but_not_a_living_one() -> None:
    cast = make_cast()
    plan = uploaded(cast.coordinator)

    def again(hour: int) -> Callable[[], object]:
        return lambda: actions.read_again(code=plan.code, by=cast.coordinator, at=moment("2026-07-14", hour))

    assert refused(cast.coordinator, again(9)) == "plan_being_read"
    with acting(cast.coordinator):
        assert actions.read_again(code=plan.code, by=cast.coordinator, at=moment("2026-07-14", 10)).status == "reading"


def test_a_text_longer_than_any_plan_fails_with_its_reason() -> None:
    cast = make_cast()
    plan = read(cast.coordinator, data=("Kế hoạch dài. " * 50_000).encode())
    assert (plan.status, plan.failure_code) == ("failed", "too_long")
    assert "600.000 ký tự" in plan.failure_text


def test_letters_that_the_database_cannot_hold_move_no_span() -> None:
    assert jobs._storable("a\x00b\ud800c") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"


def test_a_correction_keeps_what_was_read_and_who_said_what() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    original = plan.reading
    with acting(cast.head):
        actions.correct_reading(
            code=plan.code, unit="assignments.0.tasks.1.deadline",
            typed={"assignments.0.tasks.1.deadline": "25/8/2026"}, by=cast.head, at=AT,
        )  # fmt: skip
        actions.mark_reading(code=plan.code, unit="assignments.1.tasks.0", change=Change.REMOVE, by=cast.head, at=AT)
        actions.add_task(code=plan.code, assignment=0, text="Công khai lịch.", by=cast.head, at=AT)
    plan = fresh(cast.coordinator, plan)
    assert plan.reading == original
    assert [(row["change"], row["path"], row["by"]) for row in plan.corrections] == [
        ("set", "assignments.0.tasks.1.deadline", cast.head.name),
        ("remove", "assignments.1.tasks.0", cast.head.name),
        ("add", "assignments.0.tasks", cast.head.name),
    ]
    assert plan.corrections[0]["before"] == "2026-08-20"
    assert plan.summary["tasks"] == 3
    entry = next(row for row in entries(cast, plan) if row.act == "plan.corrected")
    assert "2026-08-20" in entry.before
    assert "2026-08-25" in entry.after


def test_the_same_value_typed_again_says_that_it_was_right() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    unit = "assignments.0.tasks.0.lead"
    with acting(cast.coordinator):
        actions.correct_reading(
            code=plan.code, unit=unit, typed={unit: "Văn phòng HĐND và UBND phường"}, by=cast.coordinator, at=AT
        )
    assert [row["change"] for row in fresh(cast.coordinator, plan).corrections] == ["check"]


@pytest.mark.parametrize(
    "unit, typed, code",
    [
        ("assignments.9.tasks.0", {}, "plan_place_unknown"),
        ("document", {}, "plan_place_unknown"),
        ("document.number", {"document.kind_code": "plan"}, "plan_place_unknown"),
        ("document.date", {"document.date": "hôm nay"}, "plan_value_wrong"),
        ("document.title", {"document.title": "x" * 5000}, "plan_value_too_long"),
        ("assignments.0.tasks.0", {"assignments.0.tasks.0.text": "  "}, "plan_value_missing"),
    ],
)
def test_corrections_that_make_no_sense_are_refused(unit: str, typed: dict[str, str], code: str) -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    assert code == refused(
        cast.coordinator,
        lambda: actions.correct_reading(code=plan.code, unit=unit, typed=typed, by=cast.coordinator, at=AT),
    )
    assert fresh(cast.coordinator, plan).corrections == []


def test_marks_and_tasks_that_make_no_sense_are_refused() -> None:
    cast = make_cast()
    plan, by = read(cast.coordinator), cast.coordinator

    def mark(unit: str, change: Change) -> Callable[[], object]:
        return lambda: actions.mark_reading(code=plan.code, unit=unit, change=change, by=by, at=AT)

    def add(assignment: int, text: str) -> Callable[[], object]:
        return lambda: actions.add_task(code=plan.code, assignment=assignment, text=text, by=by, at=AT)

    assert refused(by, mark("document.title", Change.REMOVE)) == "plan_place_unknown"
    assert refused(by, mark("nowhere", Change.CHECK)) == "plan_place_unknown"
    assert refused(by, add(9, "x")) == "plan_place_unknown"
    assert refused(by, add(0, " ")) == "plan_value_missing"


def test_confirming_closes_the_reading_and_reopening_opens_it() -> None:
    cast = make_cast()
    plan, by = read(cast.coordinator), cast.coordinator
    confirm: Callable[[], object] = lambda: actions.confirm_reading(code=plan.code, by=by, at=AT)  # noqa: E731
    assert refused(cast.records, lambda: actions.confirm_reading(code=plan.code, by=cast.records, at=AT)) == (
        "plan_role_not_allowed"
    )
    with acting(by):
        confirm()
    plan = fresh(by, plan)
    assert (plan.status, plan.confirmed_by_id) == ("confirmed", by.user_id)
    assert refused(by, confirm) == "plan_confirmed"
    assert refused(by, lambda: actions.discard_plan(code=plan.code, by=by, at=AT)) == "plan_confirmed"
    assert refused(
        by, lambda: actions.mark_reading(code=plan.code, unit="document.title", change=Change.CHECK, by=by, at=AT)
    ) == "plan_confirmed"  # fmt: skip
    with acting(by):
        actions.reopen_reading(code=plan.code, by=by, at=AT)
    assert fresh(by, plan).status == "read"
    assert refused(by, lambda: actions.reopen_reading(code=plan.code, by=by, at=AT)) == "plan_not_confirmed"
    assert [row.act for row in entries(cast, plan)][2:] == ["plan.confirmed", "plan.reopened"]


def test_what_is_no_plan_is_recognised_and_not_confirmed() -> None:
    cast = make_cast()
    decision = (
        "QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác\n\nĐiều 1. Thành lập Tổ công tác.\n\nĐiều 2. Quyết định có hiệu lực."
    )
    plan = read(cast.coordinator, data=decision.encode())
    assert (plan.status, plan.summary["kind"], plan.summary["is_plan"]) == ("read", "Quyết định", False)
    code = refused(cast.head, lambda: actions.confirm_reading(code=plan.code, by=cast.head, at=AT))
    assert code == "not_a_plan"


def test_nothing_is_corrected_or_confirmed_before_it_is_read() -> None:
    cast = make_cast()
    plan, by = uploaded(cast.coordinator), cast.coordinator
    mark = lambda: actions.mark_reading(  # noqa: E731
        code=plan.code, unit="document.title", change=Change.CHECK, by=by, at=AT
    )
    assert refused(by, mark) == "plan_not_read"
    assert refused(by, lambda: actions.confirm_reading(code=plan.code, by=by, at=AT)) == "plan_not_read"


def test_discarding_takes_out_the_file_unless_another_plan_needs_it() -> None:
    cast = make_cast()
    first, second, by = read(cast.coordinator), uploaded(cast.coordinator), cast.coordinator
    key = StoredFile.objects.get().key
    with acting(by):
        actions.discard_plan(code=first.code, by=by, at=AT)
    assert files().get(key)
    with acting(by):
        actions.discard_plan(code=second.code, by=by, at=AT)
        assert not PlanDocument.objects.exists()
        assert not ReadingProgress.objects.exists()
    assert not StoredFile.objects.exists()
    assert [row.act for row in entries(cast, second)] == ["plan.uploaded", "plan.discarded"]
    jobs.read_plan(plan_id=second.pk, agency_id=second.agency_id)  # comes too late and does nothing


@pytest.mark.django_db(transaction=True)
def test_bytes_of_a_discarded_plan_are_gone_from_disk() -> None:
    cast = make_cast()
    plan, by = uploaded(cast.coordinator), cast.coordinator
    assert plan.file is not None
    key = plan.file.key
    with acting(by):
        actions.discard_plan(code=plan.code, by=by, at=AT)
    with pytest.raises(FileMissing):
        files().get(key)


def test_outsiders_and_other_roles_see_nothing() -> None:
    cast = make_cast()
    plan = read(cast.coordinator)
    for insider in (cast.coordinator, cast.head, cast.deputy, cast.processor, cast.records):
        with acting(insider):
            assert plan_for(code=plan.code).pk == plan.pk
            assert [row.pk for row in plans_page(by=insider)[0]] == [plan.pk]
    for stranger in (cast.outsider, cast.province_head, cast.overseer, cast.handler, cast.clerk, cast.administrator):
        with acting(stranger):
            assert not PlanDocument.objects.exists()
            assert not ReadingProgress.objects.exists()
            with pytest.raises(NotFound):
                plan_for(code=plan.code)
        assert refused(
            stranger, lambda by=stranger: actions.confirm_reading(code=plan.code, by=by, at=AT)  # type: ignore[misc]
        ) == "plan_absent"  # fmt: skip
    assert refused(cast.clerk, lambda: actions.upload_plan(data=b"x", name="a", by=cast.clerk, at=AT)) == (
        "plan_role_not_allowed"
    )
    with connection.cursor() as cursor:  # nobody acts
        cursor.execute("SELECT count(*) FROM plans_plandocument")
        assert cursor.fetchone() == (0,)


def test_the_database_itself_refuses_a_plan_for_another_agency() -> None:
    from django.db import ProgrammingError, transaction

    cast = make_cast()
    plan = uploaded(cast.coordinator)
    with acting(cast.outsider), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        PlanDocument.objects.create(
            code="X", agency=cast.commune, agency_path=cast.commune.path, name="x", file_id=plan.file_id,
            status=PlanStatus.READING, uploaded_by_id=cast.outsider.user_id, uploaded_at=AT,
        )  # fmt: skip


def test_a_long_list_goes_on_page_by_page() -> None:
    cast = make_cast()
    with acting(cast.coordinator):
        made = [
            actions.upload_plan(data=b"KE HOACH", name=f"{n}.txt", by=cast.coordinator, at=AT).pk
            for n in range(PAGE_SIZE + 3)
        ]
        rows, following = plans_page(by=cast.coordinator)
        rest, end = plans_page(by=cast.coordinator, before=following)
    assert [row.pk for row in (*rows, *rest)] == made[::-1]
    assert (len(rows), end) == (PAGE_SIZE, 0)

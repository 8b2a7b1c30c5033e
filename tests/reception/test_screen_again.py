"""Screening writes search words and the sketch of the repeat check again when it changes what they are made of, else not."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from tests.people import make_cast
from tests.submissions.build import AT, complaint, received
from tests.submissions.test_screen import finding
from tiepdan.accounts.acting import acting
from tiepdan.matters.rules import MatterKind
from tiepdan.reception.actions import screen_submission
from tiepdan.submissions.intake import Screening
from tiepdan.submissions.queries import search

pytestmark = pytest.mark.django_db


def written_by(what: Screening) -> set[str]:
    """Which of the two a screening wrote, after one that found a decision and a respondent."""
    cast = make_cast()
    got = received(cast.clerk, complaint())
    written: set[str] = set()

    def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        written.update(name for name in ("put_sketch", "index_words") if name in sql)
        return execute(sql, params, many, context)

    first = finding(respondent_name="Chủ tịch xã Hoa Sen", attacked_number="15/QĐ-UBND")
    with acting(cast.processor):
        screen_submission(submission_id=got.submission.pk, finding=first, by=cast.processor, at=AT)
    with acting(cast.processor), connection.execute_wrapper(note):
        screen_submission(submission_id=got.submission.pk, finding=what, by=cast.processor, at=AT)
    return written


def test_nothing_new_writes_nothing_again() -> None:
    same = finding(respondent_name="Chủ tịch xã Hoa Sen", attacked_number="15/QĐ-UBND", field_code="01.1")
    assert written_by(same) == set()


def test_another_respondent_is_found_at_once() -> None:
    assert written_by(finding(respondent_name="Ông Tư", attacked_number="15/QĐ-UBND")) == {"index_words"}


def test_another_decision_is_known_to_the_repeat_check() -> None:
    other = finding(respondent_name="Chủ tịch xã Hoa Sen", attacked_number="16/QĐ-UBND")
    assert written_by(other) == {"index_words", "put_sketch"}


def test_found_to_be_a_denunciation_both_are_written_again() -> None:
    found = finding(MatterKind.DENUNCIATION, respondent_name="Chủ tịch xã Hoa Sen", attacked_number="15/QĐ-UBND")
    assert written_by(found) == {"index_words", "put_sketch"}


def test_the_name_found_by_screening_leads_to_the_submission() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    with acting(cast.processor):
        screen_submission(
            submission_id=got.submission.pk,
            finding=finding(respondent_name="Trạm bơm Sen Hồng"),
            by=cast.processor,
            at=AT,
        )
        assert [line.code for line in search(query="tram bom sen hong", by=cast.processor)] == [got.submission.code]

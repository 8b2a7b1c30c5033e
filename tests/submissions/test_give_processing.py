"""Letting somebody process a submission: a leader's act; who had it before hands it on."""

from __future__ import annotations

import pytest

from tests.people import Cast, make_cast
from tests.submissions.build import AT, complaint, denunciation, received
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Assignment, Notice, Participation
from tiepdan.matters.rules import Duty
from tiepdan.submissions.actions import give_processing, void
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db


def given(by: Actor, submission: Submission, to: Actor) -> None:
    with acting(by):
        give_processing(submission_id=submission.pk, user_id=to.user_id, by=by, at=AT)


def refused(by: Actor, submission: Submission, to: Actor) -> str:
    with pytest.raises(ActionRefused) as error:
        given(by, submission, to)
    return error.value.verdict.code


def test_the_officer_is_told_and_stands_in_the_list_and_the_one_before_hands_it_on() -> None:
    cast = make_cast()
    submission = received(cast.clerk, complaint()).submission
    given(cast.head, submission, cast.processor)
    given(cast.deputy, submission, cast.handler)
    with acting(cast.head):
        assert Participation.objects.get(matter_id=submission.matter_id).handler_id == cast.handler.user_id
        now = Assignment.objects.filter(matter_id=submission.matter_id, duty=Duty.PROCESSING, ends_at__isnull=True)
        assert [row.user_id for row in now] == [cast.handler.user_id]
        acts = list(Entry.objects.filter(matter_id=submission.matter_id).order_by("pk").values_list("act", flat=True))
    assert acts[-3:] == ["matter.assigned", "matter.assigned", "matter.released"]
    with acting(cast.handler):
        assert Notice.objects.filter(kind="assigned", code=submission.code).count() == 1


def test_a_sealed_submission_opens_to_whom_the_head_gives_it() -> None:
    cast = make_cast()
    submission = received(cast.clerk, denunciation()).submission
    with acting(cast.processor):
        assert not Submission.objects.filter(pk=submission.pk).exists()
    given(cast.head, submission, cast.processor)
    with acting(cast.processor):
        assert Submission.objects.filter(pk=submission.pk).exists()


def test_only_leaders_give_and_never_twice_the_same() -> None:
    cast = make_cast()
    submission = received(cast.clerk, complaint()).submission
    assert refused(cast.clerk, submission, cast.processor) == "only_leaders_assign"
    given(cast.head, submission, cast.processor)
    assert refused(cast.head, submission, cast.processor) == "already_given"


def test_a_finished_submission_and_a_person_from_elsewhere_are_refused() -> None:
    cast = make_cast()
    submission = received(cast.clerk, complaint()).submission
    assert refused(cast.head, submission, cast.outsider) == "not_at_agency"
    with acting(cast.clerk):
        void(submission_id=submission.pk, reason="Nhập nhầm", by=cast.clerk, at=AT)
    assert refused(cast.head, submission, cast.processor) == "submission_processed"


def test_who_is_denounced_is_never_given_the_denunciation() -> None:
    cast = make_cast()
    submission = received(cast.clerk, denunciation(denounced_user_ids=(cast.handler.user_id,))).submission
    assert refused(cast.head, submission, cast.handler) == "conflict_of_interest"


def test_to_the_outsider_it_does_not_exist() -> None:
    cast: Cast = make_cast()
    submission = received(cast.clerk, complaint()).submission
    assert refused(cast.outsider, submission, cast.outsider_clerk) == "submission_unknown"

"""An officer's finding that two submissions have the same content."""

from __future__ import annotations

import pytest

from tests.duplicates.papers import AT, receive
from tests.duplicates.texts import KIOSK, POND
from tests.people import make_cast
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.duplicates.actions import link_repeat
from tiepdan.duplicates.models import Link
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import fold
from tiepdan.matters.models import Matter
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db


def link(by: Actor, later: Submission, earlier: Submission, *, same: bool = True) -> Link:
    """Link two submissions as an actor."""
    with acting(by):
        return link_repeat(submission_id=later.pk, earlier_id=earlier.pk, same=same, by=by, at=AT)


def refused(by: Actor, later: Submission, earlier: Submission) -> str:
    """Return the code with which linking is refused."""
    with pytest.raises(ActionRefused) as caught:
        link(by, later, earlier)
    return caught.value.code


def test_the_same_content_becomes_one_line_and_is_on_record() -> None:
    cast = make_cast()
    first, second = receive(cast.clerk, POND), receive(cast.clerk, fold(POND))
    made = link(cast.processor, second, first)
    assert made.likeness > 0.9
    with acting(cast.head):
        assert Matter.objects.get(pk=second.matter_id).same_as_id == first.matter_id
        entry = Entry.objects.get(act="submission.linked")
    assert (entry.matter_id, entry.actor_id) == (second.matter_id, cast.processor.user_id)


def test_a_chain_ends_at_the_first_even_across_agencies() -> None:
    cast = make_cast()
    first, second = receive(cast.clerk, POND), receive(cast.outsider_clerk, POND)
    third = receive(cast.department_processor, POND)
    link(cast.outsider_clerk, second, first)
    link(cast.department_processor, third, second)
    with acting(cast.department_head):
        assert Matter.objects.get(pk=third.matter_id).same_as_id == first.matter_id


def test_found_different_is_kept_but_joins_nothing() -> None:
    cast = make_cast()
    first, second = receive(cast.clerk, POND), receive(cast.clerk, POND)
    link(cast.clerk, second, first, same=False)
    with acting(cast.head):
        assert Matter.objects.get(pk=second.matter_id).same_as_id is None
        assert Entry.objects.filter(act="submission.told_apart").exists()


def test_linking_twice_itself_or_in_a_circle_is_refused() -> None:
    cast = make_cast()
    first, second = receive(cast.clerk, POND), receive(cast.clerk, POND)
    link(cast.clerk, second, first)
    assert refused(cast.clerk, second, first) == "already_linked"
    assert refused(cast.clerk, first, second) == "same_circle"
    assert refused(cast.clerk, first, first) == "same_submission"


def test_the_absent_the_foreign_unlike_and_the_sealed_look_the_same() -> None:
    cast = make_cast()
    mine = receive(cast.outsider_clerk, POND)
    unlike, sealed = receive(cast.clerk, KIOSK), receive(cast.clerk, POND, kind=MatterKind.DENUNCIATION)
    assert refused(cast.outsider_clerk, mine, unlike) == "earlier_absent"
    assert refused(cast.outsider_clerk, mine, sealed) == "earlier_absent"
    own = receive(cast.clerk, POND)
    assert refused(cast.clerk, own, sealed) == "sealed_stays_alone"  # who received it reads it, and may not tie it
    sealed.pk = sealed.pk + 1000
    assert refused(cast.outsider_clerk, mine, sealed) == "earlier_absent"


def test_an_outsider_links_nothing_of_others() -> None:
    cast = make_cast()
    first, second = receive(cast.clerk, POND), receive(cast.clerk, POND)
    assert refused(cast.outsider, second, first) == "submission_absent"


def test_a_readable_one_may_be_named_by_its_code() -> None:
    cast = make_cast()
    first, second = receive(cast.clerk, POND), receive(cast.clerk, KIOSK)
    with acting(cast.clerk):
        assert link_repeat(submission_id=second.pk, earlier_code=first.code, same=True, by=cast.clerk, at=AT).same

"""What the next officer sees of the same content, at the same agency and elsewhere."""

from __future__ import annotations

import pytest
from django.db import connection

from tests.duplicates.papers import receive
from tests.duplicates.texts import HEAD, KIOSK, POND, TAIL
from tests.people import make_cast
from tiepdan.accounts.acting import acting, at_portal
from tiepdan.accounts.rules import Actor
from tiepdan.audit.record import record
from tiepdan.duplicates.models import Sketch
from tiepdan.duplicates.queries import Repeat, find_repeats, repeats_of
from tiepdan.infra.folding import fold
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.models import Party, Submission

pytestmark = pytest.mark.django_db


def asked(actor: Actor, text: str, **given: object) -> list[Repeat]:
    """Ask as an actor."""
    with acting(actor):
        return find_repeats(text=text, **given)  # type: ignore[arg-type] # spread of test values


def test_a_text_retyped_without_diacritics_is_found_at_once() -> None:
    cast = make_cast()
    stored = receive(cast.clerk, POND)
    (found,) = asked(cast.processor, fold(POND))
    assert (found.readable, found.code, found.agency_name) == (True, stored.code, cast.commune.name)
    assert found.likeness > 0.9
    assert "".join(piece.text for piece in found.passages if piece.shared).startswith("Gia đình tôi")


def test_another_agency_sees_only_which_agency_when_and_what_was_done() -> None:
    cast = make_cast()
    stored = receive(cast.clerk, POND)
    (found,) = asked(cast.outsider_clerk, fold(POND))
    assert (found.readable, found.code, found.passages) == (False, "", ())
    assert (found.agency_name, found.received_on, found.status) == (cast.commune.name, stored.received_on, "received")


def test_nothing_is_found_for_another_matter() -> None:
    cast = make_cast()
    receive(cast.clerk, HEAD + POND + TAIL)
    assert asked(cast.processor, HEAD + KIOSK + TAIL) == []


@pytest.mark.parametrize("who", ["processor", "deputy", "records", "handler", "overseer", "outsider", "province_head"])
def test_a_denunciation_is_never_shown_to_who_does_not_read_it(who: str) -> None:
    cast = make_cast()
    receive(cast.clerk, POND, kind=MatterKind.DENUNCIATION, attacked_number="12/QĐ-UBND")
    assert asked(getattr(cast, who), POND, attacked_number="12/QĐ-UBND") == []


@pytest.mark.parametrize("who", ["clerk", "head"])
def test_a_denunciation_is_shown_to_who_reads_it(who: str) -> None:
    cast = make_cast()
    receive(cast.clerk, POND, kind=MatterKind.DENUNCIATION)
    assert len(asked(getattr(cast, who), POND)) == 1


@pytest.mark.parametrize("who", ["administrator", "coordinator"])
def test_who_sees_no_matter_finds_nothing(who: str) -> None:
    cast = make_cast()
    receive(cast.clerk, POND)
    assert asked(getattr(cast, who), POND) == []


def test_the_portal_and_nobody_find_nothing() -> None:
    stored = receive(make_cast().clerk, POND)
    assert find_repeats(text=POND) == []
    with at_portal(matter_id=stored.matter_id):
        assert find_repeats(text=POND) == []


def test_an_identity_number_marks_rows_but_finds_none() -> None:
    cast = make_cast()
    stored = receive(cast.clerk, POND, attacked_number="45/QĐ-UBND")
    with acting(cast.clerk):
        Party.objects.create(
            matter_id=stored.matter_id, submission=stored, role="complainant", name="Người Thử", number_hash=b"0" * 16
        )
        record(act="party.added", by=cast.clerk, at=stored.created_at, subject="party:1", matter_id=stored.matter_id)
    assert asked(cast.outsider_clerk, KIOSK, number_hashes=[b"0" * 16]) == []
    (found,) = asked(cast.outsider_clerk, POND, number_hashes=[b"0" * 16])
    assert found.same_author
    assert not asked(cast.outsider_clerk, POND, number_hashes=[b"1" * 16])[0].same_author
    (reworded,) = asked(cast.outsider_clerk, KIOSK, attacked_number="45/qd-ubnd", number_hashes=[b"0" * 16])
    assert reworded.same_decision
    assert asked(cast.outsider_clerk, KIOSK, attacked_number="45/qd-ubnd") == []


def test_a_voided_entry_is_not_shown() -> None:
    cast = make_cast()
    stored = receive(cast.clerk, POND)
    with acting(cast.clerk):
        Submission.objects.filter(pk=stored.pk).update(status="voided")
        record(act="submission.voided", by=cast.clerk, at=stored.created_at, subject="submission:1")
    assert asked(cast.processor, POND) == []


def test_repeats_of_a_stored_submission_leave_out_itself() -> None:
    cast = make_cast()
    first, second = receive(cast.clerk, POND), receive(cast.clerk, POND, day="2026-07-15")
    with acting(cast.clerk):
        assert [found.code for found in repeats_of(submission_id=second.pk)] == [first.code]
        assert repeats_of(submission_id=second.pk + 1000) == []


def test_nobody_reads_the_sketches_themselves() -> None:
    cast = make_cast()
    receive(cast.clerk, POND)
    with acting(cast.head):
        assert not Sketch.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT has_function_privilege('tiepdan.common_hashes()', 'execute')")
            assert cursor.fetchone() == (False,)


def test_the_strongest_likeness_comes_first() -> None:
    cast = make_cast()
    half = receive(cast.clerk, POND[: len(POND) * 2 // 3] + " " + KIOSK)
    whole = receive(cast.clerk, POND)
    assert [found.code for found in asked(cast.clerk, POND)] == [whole.code, half.code]

"""Receiving a submission: code, number, limits, parties, idempotency."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.factories import moment
from tests.people import make_cast
from tests.submissions.build import AT, complaint, denunciation, received
from tiepdan.accounts.acting import acting, at_portal, citizen_actor
from tiepdan.audit.models import Entry
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.models import Clock, Participation
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions import actions
from tiepdan.submissions.models import Party, SealedIdentity, Submission
from tiepdan.submissions.rules import Source

pytestmark = pytest.mark.django_db


def test_a_submission_gets_its_code_number_limits_and_line() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint())
    with acting(cast.clerk):
        line = Participation.objects.get(code=got.submission.code)
        clocks = {clock.rule_id: clock for clock in Clock.objects.all()}
        party = Party.objects.get()
        entry = Entry.objects.get(act="submission.received")
    assert line.register_number == 1
    assert line.title == got.submission.summary
    assert set(clocks) == {"LI-5", "KN-19", "KN-3b"}
    assert clocks["KN-3b"].rolled_due_on == date(2026, 7, 23)  # KN-3b: 7 working days after Tuesday 14/07
    assert line.due_on == date(2026, 7, 23)
    assert party.name == "Nguyễn Văn An"
    assert party.envelope is not None
    assert b"000123456789" not in bytes(party.envelope)
    assert entry.matter_id == got.submission.matter_id
    assert "Nguyễn" not in entry.after


def test_a_complaint_of_2025_gets_the_limit_of_its_day() -> None:
    cast = make_cast()
    received(cast.clerk, complaint(received_on=date(2025, 3, 3)))
    with acting(cast.clerk):
        assert set(Clock.objects.values_list("rule_id", flat=True)) == {"KN-19", "KN-3a"}


def test_numbers_follow_each_other_per_agency() -> None:
    cast = make_cast()
    for actor in (cast.clerk, cast.clerk, cast.outsider_clerk):
        received(actor, complaint())
    with acting(cast.clerk):
        assert set(Participation.objects.values_list("register_number", flat=True)) == {1, 2}
    with acting(cast.outsider_clerk):
        assert list(Participation.objects.values_list("register_number", flat=True)) == [1]


def test_sent_twice_is_stored_once_with_the_same_pin() -> None:
    cast = make_cast()
    with acting(cast.clerk):
        first = actions.receive(intake=complaint(), by=cast.clerk, at=AT, request_key="k1")
        again = actions.receive(intake=complaint(), by=cast.clerk, at=AT, request_key="k1")
        assert (again.submission.pk, again.pin, again.repeated) == (first.submission.pk, first.pin, True)
        assert Submission.objects.count() == 1
        assert Entry.objects.filter(act="submission.received").count() == 1


def test_the_same_key_from_another_officer_is_another_request() -> None:
    cast = make_cast()
    received(cast.clerk, complaint(), request_key="k1")
    received(cast.outsider_clerk, complaint(), request_key="k1")
    with acting(cast.clerk):
        assert Submission.objects.count() == 1


def test_a_citizen_at_the_portal_gets_a_code_and_no_register_number() -> None:
    cast = make_cast()
    citizen = citizen_actor(agency=cast.commune)
    with at_portal(matter_id=0):
        got = actions.receive(intake=complaint(source=Source.ONLINE), by=citizen, at=AT, request_key="web")
    with at_portal(matter_id=0):
        again = actions.receive(intake=complaint(source=Source.ONLINE), by=citizen, at=AT, request_key="web")
    assert again.submission.pk == got.submission.pk
    with acting(cast.clerk):
        line = Participation.objects.get(code=got.submission.code)
        assert line.register_number is None
        assert Entry.objects.get(act="submission.received").actor_role == "citizen"


def test_of_a_denunciation_nothing_in_the_open_says_who_it_is() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(content="Tôi là Nguyễn Văn An, tố cáo ông B nhận tiền."))
    with acting(cast.clerk):
        party = Party.objects.get()
        stored = Submission.objects.get()
        assert (party.name, party.envelope, party.number_hash) == ("", None, None)
        assert not SealedIdentity.objects.exists()  # without an opening not even its presence shows
        assert "Nguyễn Văn An" not in stored.content + stored.summary
        assert Participation.objects.get(code=got.submission.code).title == "Đơn tố cáo"
    with acting(cast.clerk):
        assert {"TC-1", "LI-5", "KN-19"} == set(Clock.objects.values_list("rule_id", flat=True))


def test_a_denunciation_forwarded_by_the_press_owes_it_an_answer() -> None:
    cast = make_cast()
    received(cast.clerk, denunciation(source=Source.PRESS))
    with acting(cast.clerk):
        assert Clock.objects.get(rule_id="TC-4").rolled_due_on == date(2026, 8, 3)  # TC-4: 20 days after 14/07


@pytest.mark.parametrize(
    "change, code",
    [
        ({"content": "  "}, "content_missing"),
        ({"received_on": date(2026, 7, 15)}, "received_in_future"),
        ({"source": Source.FORWARDED}, "forwarder_missing"),
        ({"parties": ()}, "sender_missing"),
        ({"people": 0}, "people_missing"),
    ],
)
def test_what_cannot_be_stored_is_refused(change: dict[str, object], code: str) -> None:
    cast = make_cast()
    with acting(cast.clerk), pytest.raises(ActionRefused) as refused:
        actions.receive(intake=complaint(**change), by=cast.clerk, at=AT)
    assert refused.value.code == code


def test_an_outsider_sees_nothing_of_it() -> None:
    cast = make_cast()
    received(cast.clerk, complaint())
    with acting(cast.outsider):
        assert not Submission.objects.exists()
        assert not Party.objects.exists()
        assert not Clock.objects.exists()


def test_an_anonymous_denunciation_is_stored() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(parties=(), anonymous=True))
    assert got.submission.anonymous
    assert got.submission.kind == MatterKind.DENUNCIATION


def test_words_are_found_without_diacritics_by_who_may_read() -> None:
    from tiepdan.submissions.queries import search

    cast = make_cast()
    got = received(cast.clerk, complaint())
    for actor, found in ((cast.clerk, 1), (cast.outsider, 0)):
        with acting(actor):
            for query in ("boi thuong THUA dat", "nguyen van an", got.submission.code.lower(), "1"):
                assert len(search(query=query, by=actor)) == found, query


def test_of_a_denunciation_only_the_code_is_found() -> None:
    from tiepdan.submissions.queries import search

    cast = make_cast()
    got = received(cast.clerk, denunciation())
    with acting(cast.clerk):
        assert not search(query="nguyen van an", by=cast.clerk)
        assert not search(query="nhận tiền", by=cast.clerk)
        assert search(query=got.submission.code, by=cast.clerk)


def test_time_is_passed_in() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint(), at=moment("2026-07-20"))
    assert got.submission.received_on == date(2026, 7, 20)


@pytest.mark.parametrize("sealed", [False, True])
def test_what_is_stored_is_what_is_in_hand(sealed: bool) -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation() if sealed else complaint())
    with acting(cast.clerk):
        stored = Submission.objects.get(pk=got.submission.pk)
        clocks = list(Clock.objects.order_by("pk"))
        words = SealedIdentity.objects.count() if sealed else None
    for field in Submission._meta.concrete_fields:  # Django's documented API
        in_hand, in_table = getattr(got.submission, field.attname), getattr(stored, field.attname)
        assert (bytes(in_table) if isinstance(in_table, memoryview) else in_table) == in_hand, field.attname
    assert [(one.pk, one.matter_id, one.explanation) for one in clocks] == [
        (one.pk, one.matter_id, one.explanation) for one in got.clocks
    ]
    assert words in {None, 0}  # an identity is shown to who holds an opening alone


def test_numbers_that_an_old_book_gave_are_kept_and_the_series_goes_on_after_the_highest() -> None:
    cast = make_cast()
    with acting(cast.clerk):
        numbers = [
            actions.receive(intake=complaint(), by=cast.clerk, at=AT, number=kept).number for kept in (7, 3, None, None)
        ]
    assert numbers == [7, 3, 8, 9]
    with acting(cast.clerk), pytest.raises(IntegrityError), transaction.atomic():
        actions.receive(intake=complaint(), by=cast.clerk, at=AT, number=7)


def test_a_failed_receipt_gives_its_number_back() -> None:
    cast = make_cast()

    def fails() -> None:
        with acting(cast.clerk):
            assert actions.receive(intake=complaint(), by=cast.clerk, at=AT).number == 1
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fails()
    assert received(cast.clerk, complaint()).number == 1

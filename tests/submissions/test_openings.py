"""Opening a sealed identity: who, why, how long, and what a refusal gives away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from tests.people import Cast, make_cast
from tests.submissions.build import AT, IDENTITY, NAME, complaint, denunciation, received
from tiepdan.accounts.acting import acting, at_portal, citizen_actor
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.infra.clock import now
from tiepdan.infra.errors import ActionRefused
from tiepdan.matters.actions import assign
from tiepdan.matters.models import Assignment, Notice
from tiepdan.matters.rules import Duty
from tiepdan.submissions import actions
from tiepdan.submissions.access import current_opening
from tiepdan.submissions.models import Opening, OpeningStatus, Party, SealedIdentity
from tiepdan.submissions.queries import list_openings

pytestmark = pytest.mark.django_db
_GRANTED = (
    "INSERT INTO submissions_opening (matter_id, agency_path, user_id, reason, status, asked_at, decided_by_id, ends_at)"
    " VALUES (%(matter)s, %(path)s, %(me)s, 'Tự mở cho mình', "
)
SELF_GRANTS = (  # what an assigned officer would write in the application's name
    "UPDATE submissions_opening SET status = 'granted', decided_by_id = %(me)s, ends_at = now() + interval '1 hour'",
    "UPDATE submissions_opening SET status = 'used', ends_at = now() + interval '1 hour'",
    f"{_GRANTED} 'granted', now(), NULL, now() + interval '10 minutes')",
    f"{_GRANTED} 'used', now(), NULL, now() + interval '10 minutes')",
)
REASON = "Kiểm tra nhân thân người tố cáo"


@pytest.fixture
def second_approval(owner_connection: psycopg.Connection[tuple[object, ...]]) -> Iterator[None]:
    """The installation asks for a second approval: the database's owner says so."""
    owner_connection.execute("UPDATE tiepdan.seal_setting SET second_approval = true")
    yield
    owner_connection.execute("UPDATE tiepdan.seal_setting SET second_approval = false")


def assigned(cast: Cast, matter_id: int, who: Actor | None = None) -> Actor:
    """Assign the handler."""
    handler = who or cast.handler
    with acting(cast.head):
        assign(
            matter_id=matter_id,
            user_id=handler.user_id,
            agency_id=cast.commune.pk,
            duty=Duty.HANDLER,
            by=cast.head,
            at=AT,
        )
    return handler


def refusal(by: Actor, matter_id: int, reason: str = REASON) -> str:
    with acting(by), pytest.raises(ActionRefused) as refused:
        actions.ask_opening(matter_id=matter_id, reason=reason, by=by, at=now())
    return refused.value.code


def test_an_assigned_handler_opens_with_a_reason_and_it_is_logged() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation(content=f"Tôi, {NAME}, tố cáo.")).submission
    assigned(cast, got.matter_id)
    at = now()
    with acting(cast.handler):
        asked = actions.ask_opening(matter_id=got.matter_id, reason=REASON, by=cast.handler, at=at)
        shown = actions.open_identity(opening_id=asked.pk, by=cast.handler, at=at)
        actions.open_identity(opening_id=asked.pk, by=cast.handler, at=at)
        assert Entry.objects.filter(act="identity.opened").count() == 2
    assert [(one.data.name, one.data.identity) for one in shown] == [(NAME, IDENTITY)]
    assert shown[0].original == f"Tôi, {NAME}, tố cáo."
    with acting(cast.head):
        assert [one.reason for one in list_openings(by=cast.head)] == [REASON]
    with acting(cast.second_handler):
        assert not list_openings(by=cast.second_handler)


def test_the_log_of_a_matter_holds_all_of_it_and_the_book_goes_on() -> None:
    cast = make_cast()
    one, other = (received(cast.clerk, denunciation()).submission for _ in range(2))
    for matter_id in (one.matter_id, other.matter_id):
        assigned(cast, matter_id)
    with acting(cast.handler):
        first = actions.ask_opening(matter_id=one.matter_id, reason=REASON, by=cast.handler, at=now())
        for _ in range(3):
            actions.ask_opening(matter_id=other.matter_id, reason=REASON, by=cast.handler, at=now())
    with acting(cast.head):
        assert [row.pk for row in list_openings(by=cast.head, matter_id=one.matter_id, limit=2)] == [first.pk]
        newest = list_openings(by=cast.head, limit=2)
        older = list_openings(by=cast.head, before=newest[-1].pk, limit=2)
    assert older[-1].pk == first.pk
    assert not {row.pk for row in newest} & {row.pk for row in older}
    with acting(cast.outsider):
        assert not list_openings(by=cast.outsider, matter_id=one.matter_id)


def test_after_a_quarter_of_an_hour_it_is_closed() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    assigned(cast, got.matter_id)
    before = now() - timedelta(minutes=16)
    with acting(cast.handler):
        asked = actions.ask_opening(matter_id=got.matter_id, reason=REASON, by=cast.handler, at=before)
        assert not SealedIdentity.objects.exists()  # the database keeps the hour itself
        with pytest.raises(ActionRefused) as refused:
            actions.open_identity(opening_id=asked.pk, by=cast.handler, at=now())
    assert refused.value.code == "opening_refused"


def test_an_opening_ends_with_the_assignment() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    assigned(cast, got.matter_id)
    with acting(cast.handler):
        asked = actions.ask_opening(matter_id=got.matter_id, reason=REASON, by=cast.handler, at=now())
        actions.open_identity(opening_id=asked.pk, by=cast.handler, at=now())
        assert current_opening(matter_id=got.matter_id, by=cast.handler, at=now()) is not None
    with acting(cast.head):
        Assignment.objects.filter(matter_id=got.matter_id, user_id=cast.handler.user_id).update(ends_at=now())
    with acting(cast.handler):
        assert current_opening(matter_id=got.matter_id, by=cast.handler, at=now()) is None


def test_a_refusal_is_the_same_whether_there_is_an_identity_or_not() -> None:
    cast = make_cast()
    open_one = received(cast.clerk, complaint()).submission.matter_id
    nameless = received(cast.clerk, denunciation(parties=(), anonymous=True)).submission.matter_id
    named = received(cast.clerk, denunciation()).submission.matter_id
    answers = {refusal(by, matter) for by in (cast.clerk, cast.head, cast.outsider, cast.handler)
               for matter in (open_one, nameless, named, 10**9)}  # fmt: skip
    assert answers == {"opening_refused"}


def test_without_a_reason_nothing_opens() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    assigned(cast, got.matter_id)
    assert refusal(cast.handler, got.matter_id, " xem ") == "reason_missing"


def test_with_second_approval_the_head_decides(second_approval: None) -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    assigned(cast, got.matter_id)
    at = now()
    with acting(cast.handler):
        asked = actions.ask_opening(matter_id=got.matter_id, reason=REASON, by=cast.handler, at=at)
        assert asked.status == OpeningStatus.ASKED
        assert not SealedIdentity.objects.exists()
        for statement in SELF_GRANTS:
            with (
                pytest.raises(DatabaseError, match="granted by the head"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(
                    statement, {"matter": got.matter_id, "me": cast.handler.user_id, "path": cast.handler.agency_path}
                )
        assert not SealedIdentity.objects.exists()
        for step in (
            lambda: actions.open_identity(opening_id=asked.pk, by=cast.handler, at=at),
            lambda: actions.decide_opening(opening_id=asked.pk, grant=True, by=cast.handler, at=at),
        ):
            with pytest.raises(ActionRefused) as refused:
                step()
            assert refused.value.code == "opening_refused"
    with acting(cast.head):
        assert Notice.objects.filter(kind="opening_asked").count() == 1
        assert [one.pk for one in list_openings(by=cast.head, waiting=True)] == [asked.pk]
        actions.decide_opening(opening_id=asked.pk, grant=True, by=cast.head, at=at)
        with pytest.raises(ActionRefused) as refused:
            actions.decide_opening(opening_id=asked.pk, grant=False, by=cast.head, at=at)
        assert refused.value.code == "opening_decided"
        assert not SealedIdentity.objects.exists()
    with acting(cast.handler):
        assert actions.open_identity(opening_id=asked.pk, by=cast.handler, at=at)[0].data.name == NAME


def test_a_denied_request_opens_nothing(second_approval: None) -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    assigned(cast, got.matter_id)
    with acting(cast.handler):
        asked = actions.ask_opening(matter_id=got.matter_id, reason=REASON, by=cast.handler, at=now())
    with acting(cast.head):
        actions.decide_opening(opening_id=asked.pk, grant=False, by=cast.head, at=now())
    with acting(cast.handler):
        assert not SealedIdentity.objects.exists()


def test_nobody_uses_the_opening_of_another() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    assigned(cast, got.matter_id)
    assigned(cast, got.matter_id, cast.second_handler)
    with acting(cast.handler):
        asked = actions.ask_opening(matter_id=got.matter_id, reason=REASON, by=cast.handler, at=now())
    with acting(cast.second_handler):
        assert not SealedIdentity.objects.exists()
        assert not Opening.objects.exists()
        with pytest.raises(ActionRefused):
            actions.open_identity(opening_id=asked.pk, by=cast.second_handler, at=now())


def test_a_contact_is_corrected_in_the_open_and_in_the_envelope() -> None:
    cast = make_cast()
    plain = received(cast.clerk, complaint()).submission
    sealed = received(cast.clerk, denunciation()).submission
    with acting(cast.clerk):
        person = Party.objects.get(submission=plain)
        actions.correct_contact(party_id=person.pk, phone="0911", by=cast.clerk, at=AT)
        known = actions.read_parties(submission=plain)[0].identity
        secret = Party.objects.get(submission=sealed).pk
        entry = Entry.objects.get(act="party.contact_corrected")
    assert (known.phone, known.number) == ("0911", IDENTITY.number)
    assert "0911" not in entry.after
    with at_portal(matter_id=sealed.matter_id):
        actions.correct_contact(party_id=secret, address="Nơi mới", by=citizen_actor(agency=cast.commune), at=AT)
    assigned(cast, sealed.matter_id)
    with acting(cast.handler):
        asked = actions.ask_opening(matter_id=sealed.matter_id, reason=REASON, by=cast.handler, at=now())
        shown = actions.open_identity(opening_id=asked.pk, by=cast.handler, at=now())[0].data
    assert (shown.name, shown.identity.address, shown.identity.phone) == (NAME, "Nơi mới", IDENTITY.phone)


def test_contacts_of_others_stay() -> None:
    cast = make_cast()
    plain = received(cast.clerk, complaint()).submission
    with acting(cast.clerk):
        person = Party.objects.get(submission=plain).pk
        with pytest.raises(ActionRefused) as refused:
            actions.correct_contact(party_id=person, by=cast.clerk, at=AT)
    assert refused.value.code == "nothing_given"
    with acting(cast.outsider), pytest.raises(ActionRefused) as refused:
        actions.correct_contact(party_id=person, phone="1", by=cast.outsider, at=AT)
    assert refused.value.code == "party_unknown"


def test_an_opening_without_approval_lasts_no_longer_than_the_rule() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    assigned(cast, got.matter_id)
    names: dict[str, int | str] = {
        "matter": got.matter_id,
        "me": cast.handler.user_id,
        "path": cast.handler.agency_path,
    }
    with acting(cast.handler):
        actions.ask_opening(matter_id=got.matter_id, reason=REASON, by=cast.handler, at=now())
        for statement in (
            "UPDATE submissions_opening SET ends_at = now() + interval '1 day'",
            "UPDATE submissions_opening SET reason = 'Lý do khác hẳn lúc đầu'",
            f"{_GRANTED} 'granted', now(), NULL, now() + interval '1 day')",
        ):
            with (
                pytest.raises(DatabaseError, match="granted by the head"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement, names)

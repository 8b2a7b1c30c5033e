"""The reason with which a number of a book is cancelled stands in the open: of a sealed matter it names no denouncer."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories import moment
from tests.people import Cast, client_of, make_cast
from tests.submissions.build import NAME, denunciation, opened, received
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.documents.models import Book, RegisterNumber
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.submissions import actions

pytestmark = pytest.mark.django_db


def given(cast: Cast) -> RegisterNumber:
    """The number under which a denunciation was entered."""
    made = received(cast.clerk, denunciation(), at=moment("2026-07-14")).submission
    opened(cast.head, made.matter_id)
    with acting(cast.head):
        return RegisterNumber.objects.select_related("register").get(matter_id=made.matter_id)


def cancel(cast: Cast, number: RegisterNumber, reason: str) -> RegisterNumber:
    with acting(cast.head):
        return actions.cancel_number_of_matter(
            book=Book(number.register.book), document_type=number.register.document_type, year=number.register.year,
            number=number.number, reason=reason, by=cast.head, at=clock.now(),
        )  # fmt: skip


def test_a_reason_that_names_the_denouncer_is_refused() -> None:
    cast = make_cast()
    number = given(cast)
    with pytest.raises(ActionRefused) as caught:
        cancel(cast, number, f"Đơn của {NAME} vào sổ hai lần")
    assert caught.value.code == "text_reveals_denouncer"
    assert cancel(cast, number, "Vào sổ hai lần").cancelled_on == clock.today()
    with acting(cast.head):
        assert Entry.objects.get(act="number.cancelled").reason == "Vào sổ hai lần"


def test_the_page_refuses_what_is_no_number_of_the_own_book() -> None:
    cast = make_cast()
    typed = {"number": "99", "year": "2026", "type": "TB", "reason": "Không dùng"}
    response = client_of(cast.outsider).post(reverse("desk:register_cancel"), typed)
    assert response.status_code == 409

"""Recording that what came unsigned is signed."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.people import make_cast
from tests.portal.web import send
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.infra import clock
from tiepdan.infra.errors import ActionRefused
from tiepdan.submissions.actions import withdraw
from tiepdan.submissions.actions.signing import record_signature
from tiepdan.submissions.models import Submission
from tiepdan.submissions.rules import Signing

pytestmark = pytest.mark.django_db


def test_a_signature_is_recorded_with_what_was_before(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    with acting(cast.clerk):
        submission = Submission.objects.get(code=sent.code)
        record_signature(
            submission_id=submission.pk, signing=Signing.FINGERPRINTED, all_signed=True, by=cast.clerk, at=clock.now()
        )
        submission.refresh_from_db()
        assert (submission.signing, submission.all_signed) == (Signing.FINGERPRINTED, True)
        assert "missing" in Entry.objects.get(act="submission.signature_recorded").before


def test_what_cannot_be_recorded_is_refused(client: Client) -> None:
    cast = make_cast()
    sent = send(client, cast.commune)
    with acting(cast.clerk):
        number = Submission.objects.get(code=sent.code).pk

    def code_of(by: object, signing: Signing) -> str:
        with acting(by), pytest.raises(ActionRefused) as refused:  # type: ignore[arg-type]
            record_signature(submission_id=number, signing=signing, all_signed=True, by=by, at=clock.now())  # type: ignore[arg-type]
        return refused.value.code

    assert code_of(cast.clerk, Signing.MISSING) == "signature_missing"
    assert code_of(cast.records, Signing.SIGNED) == "role_not_allowed"
    assert code_of(cast.outsider, Signing.SIGNED) == "submission_unknown"
    with acting(cast.clerk):
        withdraw(submission_id=number, reason="x", by=cast.clerk, at=clock.now())
    assert code_of(cast.clerk, Signing.SIGNED) == "submission_processed"

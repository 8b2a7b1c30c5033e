"""The dossier of a matter: bound, redacted, on record."""

from __future__ import annotations

import io
import zipfile

import pypdf
import pytest
from django.test import Client

from tests.people import Cast, make_cast
from tests.submissions.build import AT, IDENTITY, NAME, complaint, denunciation, received
from tests.submissions.files import pdf_bytes
from tiepdan.accounts.acting import acting
from tiepdan.accounts.models import User
from tiepdan.accounts.rules import Actor
from tiepdan.audit.models import Entry
from tiepdan.documents.actions import attach_signed_copy, issue_paper
from tiepdan.documents.models import Paper
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.folding import fold
from tiepdan.submissions import actions
from tiepdan.submissions.actions import Dossier
from tiepdan.submissions.models import AttachmentRole, Submission

pytestmark = pytest.mark.django_db


def made(cast: Cast, *, sealed: bool = False) -> Submission:
    submission = received(cast.clerk, denunciation() if sealed else complaint()).submission
    with acting(cast.clerk):
        actions.add_attachment(
            submission_id=submission.pk, data=pdf_bytes(f"Tờ đơn của {NAME}"), name=f"{NAME}.pdf",
            role=AttachmentRole.ORIGINAL, by=cast.clerk, at=AT,
        )  # fmt: skip
    return submission


def bound(
    submission: Submission, by: Actor, *, purpose: str = "court", packed: bool = False, redacted: bool = False
) -> Dossier:
    with acting(by):
        return actions.make_dossier(
            code=submission.code, purpose=purpose, packed=packed, redacted=redacted, by=by, at=AT
        )


def refusal(submission: Submission, by: Actor, *, purpose: str = "court") -> str:
    with pytest.raises(ActionRefused) as refused:
        bound(submission, by, purpose=purpose)
    return refused.value.code


def test_a_complaint_is_bound_whole_and_the_making_is_on_record() -> None:
    cast = make_cast()
    submission = made(cast)
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(bound(submission, cast.clerk).data)).pages]
    assert "Cung cấp cho Tòa án" in pages[0]
    assert any(f"Tờ đơn của {NAME}" in page for page in pages)
    with acting(cast.clerk):
        assert Entry.objects.filter(act="dossier.made", matter_id=submission.matter_id).count() == 1


@pytest.mark.parametrize("packed", [False, True])
def test_the_redacted_dossier_of_a_denunciation_shows_nobody(packed: bool) -> None:
    cast = make_cast()
    found = bound(made(cast, sealed=True), cast.clerk, packed=packed, redacted=True)
    if packed:
        with zipfile.ZipFile(io.BytesIO(found.data)) as unpacked:
            texts = [unpacked.read(name).decode("utf-8", errors="replace") for name in unpacked.namelist()]
            texts += [
                page.extract_text()
                for name in unpacked.namelist()
                if name.endswith(".pdf")
                for page in pypdf.PdfReader(io.BytesIO(unpacked.read(name))).pages
            ]
    else:
        texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(found.data)).pages]
    shown = "".join(fold(" ".join(texts)).split())
    for piece in (NAME, IDENTITY.number, IDENTITY.phone):
        assert "".join(fold(piece).split()) not in shown
    assert "niemphongdanhtinh" in shown


def test_the_redacted_dossier_of_an_open_matter_shows_nobody_either() -> None:
    cast = make_cast()
    submission = made(cast)
    with acting(cast.clerk):
        paper = actions.write_paper(
            form_key="house/urging", by=cast.clerk, at=AT, matter_id=submission.matter_id,
            values={
                "addressee": f"Ông {NAME}", "submission_kind": "khiếu nại", "case_code": submission.code,
                "content_summary": f"{NAME}, {IDENTITY.address} khiếu nại", "was_due_on": AT.date(), "due_on": AT.date(),
            },
        )  # fmt: skip
        issue_paper(paper_id=paper.pk, by=cast.clerk, at=AT)
        attach_signed_copy(paper_id=paper.pk, data=pdf_bytes(f"Chữ ký {NAME}"), by=cast.clerk, at=AT)
    whole = text_of(bound(submission, cast.clerk))
    told = text_of(bound(submission, cast.clerk, redacted=True))
    for piece in (NAME, IDENTITY.address):
        assert "".join(fold(piece).split()) in whole
        assert "".join(fold(piece).split()) not in told
    assert "khongkembanchedanhtinh" in told


def text_of(found: Dossier) -> str:
    """All words of a bound PDF, folded and run together."""
    pages = pypdf.PdfReader(io.BytesIO(found.data)).pages
    return "".join(fold(" ".join(page.extract_text() for page in pages)).split())


def test_the_whole_dossier_of_a_denunciation_needs_an_opening() -> None:
    cast = make_cast()
    assert refusal(made(cast, sealed=True), cast.clerk) == "opening_needed"


def test_an_outsider_and_oversight_bind_nothing() -> None:
    cast = make_cast()
    submission = made(cast)
    assert refusal(submission, cast.outsider) == "dossier_unknown"
    assert refusal(submission, cast.overseer) == "dossier_unknown"
    assert refusal(submission, cast.clerk, purpose="x") == "dossier_purpose"


def test_the_dossier_is_made_over_the_page() -> None:
    cast = make_cast()
    submission = made(cast)
    client = Client()
    client.force_login(User.objects.get(pk=cast.clerk.user_id))
    address = f"/ban-lam-viec/don/{submission.code}/ho-so/"
    assert "Lập hồ sơ" in client.get(address).content.decode()
    assert client.post(address, {"purpose": "x"}).status_code == 422
    answer = client.post(address, {"purpose": "archive", "shape": "zip"})
    assert answer.headers["Content-Type"] == "application/zip"
    client.force_login(User.objects.get(pk=cast.outsider.user_id))
    assert client.get(address).status_code == 404


def test_a_paper_of_a_destroyed_record_is_named_and_the_rest_is_bound() -> None:
    cast = make_cast()
    submission = made(cast)
    with acting(cast.clerk):
        paper = actions.write_paper(
            form_key="house/urging", by=cast.clerk, at=AT, matter_id=submission.matter_id,
            values={
                "addressee": "Ông Tô Văn Bảy", "submission_kind": "khiếu nại", "case_code": submission.code,
                "content_summary": "zucchini", "was_due_on": AT.date(), "due_on": AT.date(),
            },
        )  # fmt: skip
        issue_paper(paper_id=paper.pk, by=cast.clerk, at=AT)
        Paper.objects.filter(pk=paper.pk).update(
            file=None, values={}, sealed_values=None
        )  # as destroying one record does
    for redacted in (False, True):
        told = text_of(bound(submission, cast.clerk, redacted=redacted))
        assert "hosodatieuhuy" in told
        assert "zucchini" not in told
    assert f"Tờ đơn của {NAME}".replace(" ", "") in "".join(
        page.extract_text().replace(" ", "")
        for page in pypdf.PdfReader(io.BytesIO(bound(submission, cast.clerk).data)).pages
    )

"""Files: what is taken, how it lies on disk, what its words are good for."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.people import make_cast
from tests.submissions.build import AT, NAME, complaint, denunciation, received
from tests.submissions.files import docx_bytes, image_bytes, pdf_bytes, zip_bytes
from tiepdan.accounts.acting import acting, at_portal, citizen_actor, service_actor, serving
from tiepdan.audit.models import Entry
from tiepdan.documents.access import files
from tiepdan.documents.models import StoredFile
from tiepdan.infra.clock import now
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.models import Notice
from tiepdan.submissions import actions
from tiepdan.submissions.models import Attachment, AttachmentRole, Submission
from tiepdan.submissions.queries import search
from tiepdan.submissions.redaction import MARK, Trace, TraceKind, redacted, shows
from tiepdan.submissions.rules import SubmissionStatus
from tiepdan.submissions.sniffing import DOCX, PDF, sniff, text_of, thumbnail

LIMIT = 1024 * 1024


@pytest.mark.parametrize(
    "data, media_type",
    [
        (pdf_bytes("x"), PDF),
        (docx_bytes("x"), DOCX),
        (image_bytes("PNG"), "image/png"),
        (image_bytes("JPEG"), "image/jpeg"),
        (image_bytes("TIFF"), "image/tiff"),
        (image_bytes("WEBP"), "image/webp"),
    ],
)
def test_the_type_is_told_by_the_bytes(data: bytes, media_type: str) -> None:
    found = sniff(data=data, limit_bytes=LIMIT)
    assert not isinstance(found, Refused)
    assert found.media_type == media_type
    assert bool(thumbnail(data=data, media_type=media_type)) == (media_type != DOCX)


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "file_empty"),
        (b"x" * (LIMIT + 1), "file_too_large"),
        (b"MZ\x90\x00" + b"\x00" * 100, "file_type_not_allowed"),
        (b"<html><script>alert(1)</script>", "file_type_not_allowed"),
        (image_bytes("GIF"), "file_type_not_allowed"),
        (zip_bytes("a.txt"), "file_type_not_allowed"),
        (zip_bytes("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "file_has_macros"),
        (zip_bytes("[Content_Types].xml", "word/document.xml"), "file_damaged"),
        (b"%PDF-1.7 cut", "file_damaged"),
        (image_bytes("PNG")[:40], "file_damaged"),
        (b"PK\x03\x04cut", "file_damaged"),
    ],
)
def test_what_is_not_taken(data: bytes, code: str) -> None:
    found = sniff(data=data, limit_bytes=LIMIT)
    assert isinstance(found, Refused)
    assert found.code == code


@given(st.binary(max_size=300), st.sampled_from([b"", b"%PDF-", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"]))
def test_no_bytes_whatever_break_the_check(tail: bytes, head: bytes) -> None:
    sniff(data=head + tail, limit_bytes=LIMIT)


def test_the_text_layer_is_read() -> None:
    assert "Bồi thường" in text_of(data=pdf_bytes("Bồi thường"), media_type=PDF)
    assert "Bồi thường" in text_of(data=docx_bytes("Bồi thường"), media_type=DOCX)


@given(st.text(max_size=80), st.text(max_size=80))
def test_redacting_takes_out_the_name_wherever_it_stands(before: str, after: str) -> None:
    shown = redacted(text=f"{before} {NAME} {after}", pieces=[NAME])
    assert NAME not in shown
    assert MARK in shown


@given(st.text())
def test_redacting_nothing_changes_nothing_but_composition(text: str) -> None:

    assert redacted(text=text, pieces=["", "ab"]) == unicodedata.normalize("NFC", text)


def test_a_name_inside_a_longer_word_stays() -> None:
    assert redacted(text="Anh Lan đến", pieces=["Lan đ"]) == "Anh Lan đến"


def add(by: Any, submission: Submission, data: bytes, name: str = "don.pdf") -> Attachment:
    return actions.add_attachment(
        submission_id=submission.pk, data=data, name=name, role=AttachmentRole.ORIGINAL, by=by, at=AT
    )


@pytest.mark.django_db
def test_equal_files_are_stored_once_and_read_by_a_job() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint()).submission
    data = pdf_bytes("Hồ sơ địa chính thửa 77")
    with acting(cast.clerk):
        first = add(cast.clerk, got, data, "C:\\tam\\đơn <1>.pdf")
        second = add(cast.clerk, got, data)
        assert (first.file_id, first.name) == (second.file_id, "đơn 1.pdf")
        assert files().get(first.file.key) == data
        assert first.file.thumbnail_key
        assert Entry.objects.filter(act="attachment.added").count() == 2
    with serving(service_actor(agency=cast.commune)) as job:
        done = actions.read_text(attachment_id=first.pk, by=job, at=AT)
    assert done is not None
    assert done.text_status == "read"
    with acting(cast.clerk):
        assert search(query="dia chinh thua 77", by=cast.clerk)


@pytest.mark.django_db
def test_files_of_denunciations_are_sealed_unlinkable_and_never_read() -> None:
    cast = make_cast()
    got = received(cast.clerk, denunciation()).submission
    data = pdf_bytes(NAME)
    with acting(cast.clerk):
        first, second = add(cast.clerk, got, data), add(cast.clerk, got, data)
        assert first.file.key != second.file.key
        assert (first.name, second.name) == ("Tệp 1", "Tệp 2")
        assert first.text_status == "sealed"
    with serving(service_actor(agency=cast.commune)) as job:
        assert actions.read_text(attachment_id=first.pk, by=job, at=AT) is None


@pytest.mark.django_db
def test_a_file_added_in_error_is_removed_with_its_bytes() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint()).submission
    with acting(cast.clerk):
        added = add(cast.clerk, got, pdf_bytes("nhầm"))
        with pytest.raises(ActionRefused) as refused:
            actions.remove_attachment(attachment_id=added.pk, reason="", by=cast.clerk, at=AT)
        assert refused.value.code == "reason_missing"
        actions.remove_attachment(attachment_id=added.pk, reason="Nhầm tệp", by=cast.clerk, at=AT)
        assert not Attachment.objects.exists()
        assert not StoredFile.objects.filter(pk=added.file_id).exists()
        assert Entry.objects.get(act="attachment.removed").reason == "Nhầm tệp"


@pytest.mark.django_db
def test_after_processing_nothing_is_removed() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint()).submission
    with acting(cast.clerk):
        added = add(cast.clerk, got, pdf_bytes("x"))
        Submission.objects.filter(pk=got.pk).update(status=SubmissionStatus.PROPOSED)
        with pytest.raises(ActionRefused) as refused:
            actions.remove_attachment(attachment_id=added.pk, reason="Nhầm", by=cast.clerk, at=AT)
    assert refused.value.code == "submission_processed"


@pytest.mark.django_db
@pytest.mark.parametrize("step", ["add", "remove"])
def test_an_outsider_touches_no_file(step: str) -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint()).submission
    with acting(cast.clerk):
        added = add(cast.clerk, got, pdf_bytes("x"))
    steps: dict[str, tuple[Callable[[], object], str]] = {
        "add": (lambda: add(cast.outsider, got, pdf_bytes("x")), "submission_unknown"),
        "remove": (
            lambda: actions.remove_attachment(attachment_id=added.pk, reason="x", by=cast.outsider, at=AT),
            "attachment_unknown",
        ),
    }
    with acting(cast.outsider), pytest.raises(ActionRefused) as refused:
        steps[step][0]()
    assert refused.value.code == steps[step][1]


@pytest.mark.django_db
def test_a_redacted_text_is_released_found_and_holds_no_identity() -> None:
    cast = make_cast()
    plain = received(cast.clerk, complaint()).submission
    got = received(cast.clerk, denunciation()).submission
    from tests.submissions.test_openings import assigned

    assigned(cast, got.matter_id)
    at = now()
    for who in (cast.handler, cast.head):
        with acting(who), pytest.raises(ActionRefused) as refused:
            actions.release_redacted_text(submission_id=got.pk, text="Nhận tiền", by=who, at=at)
        assert refused.value.code == "opening_needed"
    with acting(cast.handler):
        actions.ask_opening(matter_id=got.matter_id, reason="So bản che với bản gốc", by=cast.handler, at=at)
        for text, code in (("Ông NGUYEN VAN AN báo tin", "identity_in_text"), (" ", "content_missing")):
            with pytest.raises(ActionRefused) as refused:
                actions.release_redacted_text(submission_id=got.pk, text=text, by=cast.handler, at=at)
            assert refused.value.code == code
        actions.release_redacted_text(
            submission_id=got.pk, text="Nhận tiền khi cấp phép xây dựng", by=cast.handler, at=at
        )
        assert Entry.objects.filter(act="attachment.redacted_released").exists()
        assert search(query="cap phep xay dung", by=cast.handler)
    with acting(cast.clerk), pytest.raises(ActionRefused) as refused:
        actions.release_redacted_text(submission_id=plain.pk, text="x", by=cast.clerk, at=at)
    assert refused.value.code == "not_sealed"


@pytest.mark.django_db
def test_a_citizen_adds_a_paper_and_the_desk_is_told() -> None:
    cast = make_cast()
    got = received(cast.clerk, complaint()).submission
    citizen = citizen_actor(agency=cast.commune)
    with at_portal(matter_id=got.matter_id):
        actions.add_paper_by_citizen(submission_id=got.pk, data=pdf_bytes("x"), name="them.pdf", by=citizen, at=AT)
    with acting(cast.clerk):
        assert Attachment.objects.get().role == AttachmentRole.EVIDENCE
        assert Notice.objects.get().kind == "citizen_added"
        actions.void(submission_id=got.pk, reason="Nhầm", by=cast.clerk, at=AT)
    with at_portal(matter_id=got.matter_id), pytest.raises(ActionRefused) as refused:
        actions.add_paper_by_citizen(submission_id=got.pk, data=pdf_bytes("x"), name="x.pdf", by=citizen, at=AT)
    assert refused.value.code == "submission_processed"


ABOUT = (
    Trace(TraceKind.NAME, "Nguyễn Văn An"),
    Trace(TraceKind.DIGITS, "0912345678"),
    Trace(TraceKind.DIGITS, "001088012345"),
    Trace(TraceKind.ADDRESS, "Số 12, ngõ 5 phố Hoa Gạo, phường Hoa Sen, tỉnh Sen Vàng"),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ông An nói, bà Nguyễn nghe", "Ông [đã che] nói, bà [đã che] nghe"),
        ("Nguyễn An và Văn An", "[đã che] và [đã che]"),
        ("Nguyễn Văn Bê, Trần Thị An", "Nguyễn Văn Bê, Trần Thị An"),  # other people
        ("an toàn, Ăn cơm", "an toàn, Ăn cơm"),
        ("gọi 0912 345.678 hoặc +84 912-345-678", "gọi [đã che] hoặc +[đã che]"),
        ("số 0010 8801 2345", "số [đã che]"),
        ("số 10912345678", "số 10912345678"),
        ("ở NGO 5 PHO HOA GAO, phường Hoa Sen", "ở [đã che], phường Hoa Sen"),
        (unicodedata.normalize("NFD", "Nguyễn Văn An kể"), "[đã che] kể"),
        ("Ng\u200buyễn Văn A\u00adn kể", "[đã che] kể"),
        ("ÔNG NGUYỄN VĂN AN TỐ CÁO", "ÔNG [đã che] TỐ CÁO"),
        ("GẶP ÔNG AN Ở NHÀ", "GẶP ÔNG [đã che] Ở NHÀ"),
        ("AN TOÀN LAO ĐỘNG", "AN TOÀN LAO ĐỘNG"),
        ("ông N.V.A và Ng. V. An", "ông [đã che] và [đã che]"),
        ("Nguyễn V. A., ông NVA", "[đã che]., ông [đã che]"),
        ("theo nghị định n v a", "theo nghị định n v a"),
        ("An cư lạc nghiệp. An toàn là trên hết.", "An cư lạc nghiệp. An toàn là trên hết."),
        ("Gửi: An, thôn 3", "Gửi: [đã che], thôn 3"),
        ("Người viết\nAn", "Người viết\n[đã che]"),
        ("trường Văn An, sách văn án", "trường [đã che], sách văn án"),
        ("nguyen van an va van an", "[đã che] va [đã che]"),
    ],
)
def test_parts_and_other_spellings_of_an_identity_are_hidden(text: str, shown: str) -> None:
    assert redacted(text=text, pieces=ABOUT) == shown
    assert shows(text=text, pieces=ABOUT) == ("[đã che]" in shown)

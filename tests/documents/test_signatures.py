"""Digital signatures of PDFs, with an authority of our own."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.documents.signing import Authority, authority, signed, signer_of, with_a_page_more
from tests.submissions.files import pdf_bytes
from tiepdan.documents.signatures import NotACertificate, SignatureFound, read_certificate, signatures_of


@pytest.fixture(scope="module")
def ours() -> Authority:
    return authority()


def check(data: bytes, *trusted: Authority) -> list[SignatureFound]:
    return signatures_of(data=data, trusted=[one.der for one in trusted], at=datetime.now(UTC))


def test_a_signature_of_a_trusted_authority_is_good(ours: Authority) -> None:
    (found,) = check(signed(pdf_bytes("Quyết định"), signer_of(ours)), ours)
    assert (found.intact, found.chained, found.whole, found.changed_after) == (True, True, True, False)
    assert found.signer == "Nguyễn Thị Phượng (Cơ quan thử)"
    assert found.signed_at is not None
    assert found.good


def test_an_unknown_authority_is_not_trusted(ours: Authority) -> None:
    stranger = authority()
    (found,) = check(signed(pdf_bytes("Quyết định"), signer_of(ours)), stranger)
    assert (found.intact, found.chained, found.good) == (True, False, False)
    (found,) = check(signed(pdf_bytes("Quyết định"), signer_of(ours)))
    assert not found.chained


def test_changed_bytes_are_seen(ours: Authority) -> None:
    data = bytearray(signed(pdf_bytes("Quyết định"), signer_of(ours)))
    at = data.index(b"/MediaBox")
    data[at + 1 : at + 9] = b"MediaBux"
    found = check(bytes(data), ours)
    assert not found or not found[0].intact


def test_a_change_after_signing_is_seen(ours: Authority) -> None:
    (found,) = check(with_a_page_more(signed(pdf_bytes("Quyết định"), signer_of(ours))), ours)
    assert found.changed_after
    assert not found.good


def test_two_signatures_one_after_the_other_are_both_good(ours: Authority) -> None:
    once = signed(pdf_bytes("Quyết định"), signer_of(ours))
    twice = signed(once, signer_of(ours, name="Văn thư"), field="ChuKy2")
    first, second = check(twice, ours)
    assert first.good
    assert second.good
    assert second.signer.startswith("Văn thư")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"x" * 500])
def test_what_is_no_pdf_has_no_signature(data: bytes) -> None:
    assert check(data) == []


def test_a_pdf_without_signature_has_none() -> None:
    assert check(pdf_bytes("Giấy mời")) == []


def test_only_certificates_of_authorities_are_read(ours: Authority) -> None:
    assert read_certificate(ours.pem).fingerprint == read_certificate(ours.der).fingerprint
    certificate = signer_of(ours).signing_cert
    assert certificate is not None
    leaf = certificate.dump()
    for data in (b"", b"-----BEGIN CERTIFICATE-----\nx", leaf):
        with pytest.raises(NotACertificate):
            read_certificate(data)

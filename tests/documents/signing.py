"""An authority, a signer and signed PDFs of our own making."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import PageObject
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore


@dataclass
class Authority:
    """A certificate authority and whom it certified."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)


def _name(words: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.COMMON_NAME, words), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Cơ quan thử")]
    )


def _certificate(
    *, subject: str, issuer: str, key: ec.EllipticCurvePrivateKey, by: ec.EllipticCurvePrivateKey, ca: bool
) -> x509.Certificate:
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=not ca, content_commitment=not ca, key_encipherment=False, data_encipherment=False,
        key_agreement=False, key_cert_sign=ca, crl_sign=ca, encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=30))
        .not_valid_after(now + timedelta(days=300))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(by, hashes.SHA256())
    )


def authority(name: str = "CA thử nghiệm") -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    return Authority(key, _certificate(subject=name, issuer=name, key=key, by=key, ca=True))


def signer_of(
    made: Authority, *, name: str = "Nguyễn Thị Phượng", issuer: str = "CA thử nghiệm"
) -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(subject=name, issuer=issuer, key=key, by=made.key, ca=False)
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call] # the library has no types here
    store.register(asn1.Certificate.load(made.der))
    return signers.SimpleSigner(
        signing_cert=asn1.Certificate.load(certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
        cert_registry=store,
    )


def signed(data: bytes, by: signers.SimpleSigner, *, field: str = "ChuKy1") -> bytes:
    """Sign a PDF."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    fields.append_signature_field(writer, fields.SigFieldSpec(field))
    out = io.BytesIO()
    signers.PdfSigner(signers.PdfSignatureMetadata(field_name=field), signer=by).sign_pdf(writer, output=out)
    return out.getvalue()


def with_a_page_more(data: bytes) -> bytes:
    """Append a change after signing, as an honest writer would: by an increment."""
    writer: Any = IncrementalPdfFileWriter(io.BytesIO(data))  # Any: the library has no types for pages
    make: Any = generic
    stream = writer.add_object(make.StreamObject(stream_data=b"BT ET"))
    box = make.ArrayObject([make.NumberObject(one) for one in (0, 0, 99, 99)])
    page_object: Any = PageObject
    writer.insert_page(page_object(contents=stream, media_box=box))
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()

"""Digital signatures inside a PDF: who signed, when, over what, and whether the file changed since. Plain Python.

Integrity and the chain to the certificates given are checked. Revocation is not: the program asks nobody outside.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509
from cryptography import x509 as parsed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

from tiepdan.infra.errors import TiepdanError

# The library tells of every odd certificate; the answer on screen says it already.
for _noisy in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_noisy).setLevel(logging.CRITICAL)
_MOST: int = 20


class NotACertificate(TiepdanError):
    """What was uploaded is no X.509 certificate of an authority."""


@dataclass(frozen=True, slots=True)
class SignatureFound:
    """One signature of a PDF, as far as it can be known offline."""

    field: str
    signer: str
    issuer: str
    signed_at: datetime | None  # as the signer's machine said, or its time stamp
    intact: bool  # the signed bytes are those that were signed
    chained: bool  # the certificate leads to one that is trusted here
    whole: bool  # covers the document from first to last byte as signed
    changed_after: bool  # something other than a further signature was added later
    problem: str = ""  # why it could not be read at all

    @property
    def good(self) -> bool:
        """Tell whether nothing speaks against it, revocation aside."""
        return self.intact and self.chained and not self.changed_after and not self.problem


@dataclass(frozen=True, slots=True)
class CertificateRead:
    """What of an uploaded certificate is kept."""

    der: bytes
    subject: str
    fingerprint: str
    not_before: datetime
    not_after: datetime


def read_certificate(data: bytes) -> CertificateRead:
    """Read a PEM or DER certificate of an authority. Raises NotACertificate."""
    try:
        found = (
            parsed.load_pem_x509_certificate(data)
            if b"-----BEGIN CERTIFICATE-----" in data
            else parsed.load_der_x509_certificate(data)
        )
        basic = found.extensions.get_extension_for_class(parsed.BasicConstraints).value
    except (ValueError, TypeError, parsed.ExtensionNotFound) as error:
        raise NotACertificate("no certificate of an authority") from error
    if not basic.ca:
        raise NotACertificate("a certificate that may sign none other")
    return CertificateRead(
        der=found.public_bytes(Encoding.DER), subject=found.subject.rfc4514_string()[:300],
        fingerprint=found.fingerprint(SHA256()).hex(),
        not_before=found.not_valid_before_utc, not_after=found.not_valid_after_utc,
    )  # fmt: skip


def signatures_of(*, data: bytes, trusted: Sequence[bytes], at: datetime) -> list[SignatureFound]:
    """Check every signature of a PDF against certificates (DER) trusted here.

    Returns: nothing for a PDF without signatures, and for what is no PDF
    Cost: tens of milliseconds each; nothing is fetched.
    """
    try:
        embedded = PdfFileReader(io.BytesIO(data), strict=False).embedded_regular_signatures[:_MOST]
    except (PdfError, ValueError, KeyError, TypeError, IndexError, OSError, RecursionError):
        return []
    roots = [x509.Certificate.load(one) for one in trusted]
    found = [_checked(one, roots=roots, at=at, signed_again=False) for one in embedded]
    if len(found) > 1 and found[-1].intact and not found[-1].changed_after:
        # The last signature covers the file as it is, so what came after the earlier ones was signed by somebody too.
        found = [*(_checked(one, roots=roots, at=at, signed_again=True) for one in embedded[:-1]), found[-1]]
    return found


def _checked(
    one: EmbeddedPdfSignature, *, roots: list[x509.Certificate], at: datetime, signed_again: bool
) -> SignatureFound:
    try:
        context = ValidationContext(
            trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail", moment=at, crls=[], ocsps=[]
        )
        status = validate_pdf_signature(one, signer_validation_context=context)
    except (SignatureValidationError, SigningError, PdfError, ValueError, KeyError, TypeError) as error:
        return SignatureFound(
            field=str(one.field_name), signer="", issuer="", signed_at=None, intact=False, chained=False, whole=False,
            changed_after=True, problem=str(error)[:200],
        )  # fmt: skip
    certificate = status.signing_cert
    stamp = status.timestamp_validity.timestamp if status.timestamp_validity is not None else status.signer_reported_dt
    level = status.modification_level
    allowed = ModificationLevel.FORM_FILLING if signed_again else ModificationLevel.LTA_UPDATES
    covered = {SignatureCoverageLevel.ENTIRE_FILE, SignatureCoverageLevel.ENTIRE_REVISION}
    return SignatureFound(
        field=str(one.field_name),
        signer=_name(certificate.subject),
        issuer=_name(certificate.issuer),
        signed_at=stamp,
        intact=bool(status.intact and status.valid),
        chained=bool(status.trusted),
        whole=status.coverage in covered,
        changed_after=(level is not None and level > allowed)
        or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION,
    )


def _name(name: x509.Name) -> str:
    native = name.native
    shown = native.get("common_name") or native.get("organization_name") or name.human_friendly
    if isinstance(shown, list):
        shown = ", ".join(shown)
    organisation = native.get("organization_name", "")
    return (
        f"{shown} ({organisation})" if isinstance(organisation, str) and organisation not in {"", shown} else str(shown)
    )

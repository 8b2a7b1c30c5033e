"""The paper that a citizen prints and signs, drawn from what was typed; nothing of it is stored."""

from __future__ import annotations

import io
from datetime import date
from typing import Final

import segno
from pypdf import PdfReader, PdfWriter

from tiepdan.agencies.models import Agency
from tiepdan.documents.rendering.compose import Letterhead, RenderOptions
from tiepdan.documents.rendering.forms import Values
from tiepdan.documents.rendering.pdf import render_pdf
from tiepdan.documents.values import form_book
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.intake import Intake, PartyData
from tiepdan.ui.words import in_vietnamese

COMPLAINT_FORM: Final = "ND124-2020/01"
DENUNCIATION_FORM: Final = "house/denunciation-by-citizen"
PETITION_FORM: Final = "house/petition-by-citizen"
_MASK: Final = 2  # trying all eight patterns took longer than storing the submission; readers know every one
REPRESENTATIVES_FORM: Final = "house/representatives"
_SIGNATURE_LINES: Final = 40  # on the paper of a group; a larger group adds sheets by hand
_BLANK: Final = "…………………………"


@in_vietnamese
def paper_to_sign(*, intake: Intake, agency: Agency, code: str, on: date, demo: bool) -> bytes:
    """Return the PDF to sign: the petition and, of a group, the paper that appoints its representatives.

    code: of the stored submission, printed so that the signed page finds its way
    Raises MissingValue, WrongValue.
    Rule: PA-4, PA-5, PA-9
    """
    key, values = _petition(intake, agency, code)
    parts = [_drawn(key, values, on, demo)]
    if intake.people > 1:
        parts.append(_drawn(REPRESENTATIVES_FORM, _appointment(intake, agency), on, demo))
    return parts[0] if len(parts) == 1 else _joined(parts)


def form_name(kind: MatterKind, *, on: date) -> str:
    """Return the name of the form that a kind is signed on."""
    return form_book().form(_form_of(kind), on=on).name


def qr_svg(address: str) -> str:
    """Return a QR code as a data address for an image."""
    return segno.make(address, error="m", mask=_MASK).svg_data_uri(scale=4, border=2)


def _form_of(kind: MatterKind) -> str:
    return {MatterKind.COMPLAINT: COMPLAINT_FORM, MatterKind.DENUNCIATION: DENUNCIATION_FORM}.get(kind, PETITION_FORM)


def _petition(intake: Intake, agency: Agency, code: str) -> tuple[str, Values]:
    key = _form_of(intake.kind)
    signer = intake.parties[0].name
    shared: dict[str, object] = {
        "addressee": agency.name,
        "content": intake.content,
        "enclosures": [f"Đơn này đã gửi trực tuyến, mã {code}"] if code else [],
    }
    if intake.demands:
        shared["demands"] = intake.demands
    if intake.kind is MatterKind.COMPLAINT:
        act = " ".join(piece for piece in (_decision(intake), intake.attacked_act) if piece)
        shared |= {
            "complainants": [_row(party, contact=False) for party in intake.parties],
            "respondent": intake.respondent_name or agency.name,
            "respondent_address": _BLANK,
            "round": "first",
            "contested_act": act or "việc nêu trong nội dung dưới đây",
            "demands": intake.demands or _BLANK,
            "complainant_name": signer,
        }
    elif intake.kind is MatterKind.DENUNCIATION:
        named = ", ".join(piece for piece in (intake.respondent_name, intake.respondent_post) if piece)
        shared |= {
            "denouncers": [_row(party, contact=True) for party in intake.parties],
            "denounced": named,
            "denouncer_name": signer,
        }
    else:
        shared |= {
            "heading_words": intake.petition_mark or "other",
            "senders": [_row(party, contact=True) for party in intake.parties],
            "sender_signature": signer,
        }
    return key, shared  # type: ignore[return-value] # the form checks the types


def _row(party: PartyData, *, contact: bool) -> dict[str, str | int | date]:
    identity = party.identity
    row: dict[str, str | int | date] = {
        "name": party.name,
        "address": identity.address or _BLANK,
        "id_number": identity.number,
    }
    if contact:
        row["contact"] = ", ".join(piece for piece in (identity.phone, identity.email) if piece)
    else:
        row |= {"id_issued_on": identity.issued_on or "", "id_issued_by": identity.issued_at}
    return row


def _decision(intake: Intake) -> str:
    if not intake.attacked_number:
        return ""
    dated = f" ngày {intake.attacked_on:%d/%m/%Y}" if intake.attacked_on else ""
    return f"Quyết định số {intake.attacked_number}{dated}"


def _appointment(intake: Intake, agency: Agency) -> Values:
    lines = min(intake.people, _SIGNATURE_LINES)
    names = [(party.name, party.identity.address) for party in intake.parties]
    rows: list[dict[str, str | int | date]] = [
        {"number": place, "name": name, "address": address, "signature": ""}
        for place, (name, address) in enumerate((names + [("", "")] * lines)[:lines], 1)
    ]
    return {
        "addressee": agency.name,
        "matter": intake.content[:300],
        "members": intake.people,
        "representatives": [_row(party, contact=False) for party in intake.parties],
        "extent": "Trình bày nội dung đơn, cung cấp tài liệu và nhận văn bản trả lời.",
        "signers": rows,
    }


def _drawn(key: str, values: Values, on: date, demo: bool) -> bytes:
    form = form_book().form(key, on=on)
    known = {name: value for name, value in values.items() if name in form.fields and value not in ("", [])}
    for name, item in form.fields.items():
        rows = known.get(name)
        if item.columns and isinstance(rows, list):
            known[name] = [{column: row[column] for column in item.columns if column in row} for row in rows]
    return render_pdf(form=form, values=known, letterhead=Letterhead(agency=""), options=RenderOptions(demo=demo))


def _joined(parts: list[bytes]) -> bytes:
    writer = PdfWriter()
    for part in parts:
        for page in PdfReader(io.BytesIO(part)).pages:
            writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()

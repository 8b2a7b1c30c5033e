"""The receipt 02/TCD and the appointment of a group's representatives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from tiepdan.accounts.rules import Actor
from tiepdan.deadlines.norms import norm
from tiepdan.documents.actions import draft_paper, issue_new_paper
from tiepdan.documents.models import Paper
from tiepdan.documents.rendering.forms import FieldValue, FormNotFound
from tiepdan.documents.values import form_book
from tiepdan.infra.codes import written
from tiepdan.reception.models import Receipt, Reception
from tiepdan.reception.rules import Standing
from tiepdan.reception.visit import ReceiptItem, Visit, VisitorData
from tiepdan.submissions.actions import Received, pieces_of
from tiepdan.submissions.intake import PartyData
from tiepdan.submissions.redaction import redacted
from tiepdan.submissions.rules import PartyRole

RECEIPT: Final = "ND154-2026/02-TCD"
APPOINTMENT: Final = "house/representatives"
_NOT_GIVEN: Final = "không nêu"
_ID_KINDS: Final = {
    "can_cuoc": "Số căn cước",
    "giay_chung_nhan_can_cuoc": "Số giấy chứng nhận căn cước",
    "so_dinh_danh_ca_nhan": "Số định danh cá nhân",
    "ho_chieu": "Số hộ chiếu",
    "giay_to_khac": "Số giấy tờ khác",
}
_KINDS: Final = {
    "complaint": "Đơn khiếu nại", "denunciation": "Đơn tố cáo", "petition_feedback": "Đơn kiến nghị, phản ánh",
    "unclassified": "Đơn",
}  # fmt: skip


def give_receipt(
    *, reception: Reception, received: Received, visit: Visit, officer: Actor, by: Actor, at: datetime
) -> Receipt:
    """Write the receipt for what was taken, and draft the appointment paper of a group. Part of an act.

    officer: who took it and signs, named on the receipt
    The paper as stored holds no PIN: whoever prints it at the desk adds it from the act's answer.
    Rule: TN-7, LI-12, NH-3
    """
    items = visit.items or (ReceiptItem(name=_KINDS[received.submission.kind]),)
    if reception.sealed:
        items = tuple(_without_names(item, visit) for item in items)
    submission = received.submission
    paper = None
    if _in_force(RECEIPT, at):
        values = receipt_values(reception=reception, code=submission.code, visit=visit, items=items, by=officer, at=at)
        paper = issue_new_paper(
            form_key=RECEIPT, values=values, matter_id=submission.matter_id, sealed=reception.sealed, by=by, at=at
        )
    if reception.people > 1 and visit.visitors:
        draft_appointment(reception=reception, visit=visit, matter_id=submission.matter_id, by=by, at=at)
    return Receipt.objects.create(
        reception=reception,
        matter_id=submission.matter_id,
        submission=submission,
        agency_path=by.agency_path,
        items=[{"name": item.name, "pages": item.pages, "condition": item.condition} for item in items],
        copies=_copies(at.date()),
        given_at=at,
        officer_id=officer.user_id,
        paper=paper,
    )


def _copies(on: date) -> int:
    """Return how many copies are printed: those for the giver, and one for the file. Rule: LI-12"""
    rule = norm("LI-12")
    return ((rule.value_on(on) or rule.values[0]).number or 1) + 1


def receipt_values(
    *, reception: Reception, code: str, visit: Visit, items: tuple[ReceiptItem, ...], by: Actor, at: datetime
) -> dict[str, FieldValue]:
    """Return the values of form 02/TCD without the PIN."""
    giver = next((one for one in visit.visitors if one.name.strip()), None)
    values: dict[str, FieldValue] = {
        "held_at": at.time().replace(second=0, microsecond=0, tzinfo=None),
        "held_on": at.date(),
        "place_of_act": reception.place,
        "officer_name": by.name,
        "officer_post": by.title or "Người tiếp công dân",
        "giver_name": giver.name if giver else _NOT_GIVEN,
        "address": (giver.identity.address if giver else "") or _NOT_GIVEN,
        "items": [_row(item) for item in items],
        "copies": f"{_copies(at.date()):02d}",
        "lookup_code": written(code.replace("-", "")),
    }
    if giver is not None:
        values |= identity_values(giver)
    return values


def identity_values(visitor: VisitorData) -> dict[str, FieldValue]:
    """Return the lines of forms on a person's identity paper, as far as given."""
    identity = visitor.identity
    if not identity.number:
        return {}
    values: dict[str, FieldValue] = {
        "id_kind": id_kind_words(visitor.identity_kind),
        "id_number": identity.number,
    }
    if identity.issued_on is not None:
        values["id_issued_on"] = identity.issued_on
    if identity.issued_at:
        values["id_issued_by"] = identity.issued_at
    return values


def id_kind_words(kind: str) -> str:
    """Return how forms name an identity paper."""
    return _ID_KINDS.get(kind, _ID_KINDS["giay_to_khac"])


def draft_appointment(*, reception: Reception, visit: Visit, matter_id: int, by: Actor, at: datetime) -> Paper | None:
    """Draft the paper by which a group appoints its representatives, for all to sign. Rule: NH-3"""
    if not _in_force(APPOINTMENT, at):
        return None
    chosen = [one for one in visit.visitors if one.standing is Standing.GROUP_REP] or list(visit.visitors)
    people: list[Mapping[str, str | int]] = [_person(one) for one in chosen]
    blank = [
        {"number": place, "name": "", "address": "", "signature": ""}
        for place in range(1, min(reception.people, 30) + 1)
    ]
    values: dict[str, FieldValue] = {
        "addressee": by.agency_name,
        "matter": visit.summary or visit.content or "…",
        "members": reception.people,
        "representatives": people,
        "extent": "Trình bày nội dung, cung cấp tài liệu và nhận văn bản trả lời",
        "signers": blank,  # type: ignore[dict-item] # likewise
    }
    if reception.sealed:
        values["matter"] = _KINDS["denunciation"]
    return draft_paper(form_key=APPOINTMENT, values=values, matter_id=matter_id, sealed=reception.sealed, by=by, at=at)


def _person(one: VisitorData) -> dict[str, str | int]:
    shown: dict[str, str | int] = {"name": one.name, "address": one.identity.address or _NOT_GIVEN}
    if one.identity.number:
        shown["id_number"] = one.identity.number
    return shown


def _row(item: ReceiptItem) -> dict[str, str | int]:
    row: dict[str, str | int] = {"name": item.name}
    if item.pages:
        row["pages"] = item.pages
    if item.condition:
        row["condition"] = item.condition
    return row


def _without_names(item: ReceiptItem, visit: Visit) -> ReceiptItem:
    """Hide in what was taken who brought it: "Đơn của Nguyễn Văn An" stands in the open. Rule: BV-1"""
    people = [PartyData(name=one.name, role=PartyRole.DENOUNCER, identity=one.identity) for one in visit.visitors]
    pieces = pieces_of(tuple(people))
    return replace(
        item, name=redacted(text=item.name, pieces=pieces), condition=redacted(text=item.condition, pieces=pieces)
    )


def _in_force(key: str, at: datetime) -> bool:
    try:
        form_book().form(key, on=at.date())
    except FormNotFound:
        return False
    return True

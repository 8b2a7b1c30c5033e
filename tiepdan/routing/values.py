"""What fills the papers of processing. Of a sealed matter they name nobody who sent it."""

from __future__ import annotations

from datetime import date
from typing import Final

from tiepdan.agencies.models import Agency
from tiepdan.documents.rendering.forms import FieldValue
from tiepdan.routing.rules.grounds import grounds_in_force
from tiepdan.routing.rules.routes import RouteAct, ground_list
from tiepdan.submissions.actions.openings import read_parties
from tiepdan.submissions.models import Submission

PROPOSAL_FORM: Final = "TT05-2021/01"
SPLIT_FORM: Final = "XLD-2014/07"
REFUSAL_FORMS: Final = {
    "complaint": "ND124-2020/04",
    "denunciation": "house/denunciation-refusal",
    "petition_feedback": "XLD-2014/02",
}
KINDS: Final = {"complaint": "khiếu nại", "denunciation": "tố cáo", "petition_feedback": "kiến nghị, phản ánh"}
_ADDRESSED_TO_TARGET: Final = frozenset({"TT05-2021/03", "house/forward-complaint", "house/forward-petition-feedback"})
NO_ADDRESS: Final = "(không ghi trong đơn)"
Filled = dict[str, FieldValue]


def sender_of(*, submission: Submission) -> tuple[str, str]:
    """Return name and address of the first sender as a paper shows them. Cost: 1 query."""
    if submission.matter.sealed:
        return f"(người gửi đơn mã {submission.code})", NO_ADDRESS
    party = next((one for one in read_parties(submission=submission) if one.name), None)
    if party is None:
        return f"(người gửi đơn mã {submission.code})", NO_ADDRESS
    return party.name, party.identity.address or NO_ADDRESS


def proposal_values(*, submission: Submission, agency: Agency, reason: str, officer: str) -> Filled:
    """Fill form 01 of TT 05/2021."""
    name, address = sender_of(submission=submission)
    values: Filled = {
        "addressee": f"{agency.head_title or 'Thủ trưởng'} {agency.name}".strip(),
        "received_on": submission.received_on,
        "submission_kind": KINDS[submission.kind],
        "sender_name": name,
        "sender_address": address,
        "content_summary": submission.summary,
        "proposal": reason,
        "officer_name": officer,
    }
    if submission.forwarded_by is not None:
        values["forwarding_agency"] = submission.forwarded_by.name
    if submission.forwarding_number:
        values["forwarding_letter"] = submission.forwarding_number
    return _dated(values, submission)


def letter_values(
    *, submission: Submission, form: str, to_name: str, reason: str, legal_ground: str, forwarder: str = ""
) -> Filled:
    """Fill the letter of a guidance, forwarding or return."""
    name, address = sender_of(submission=submission)
    common: Filled = {"received_on": submission.received_on, "content_summary": submission.summary}
    kind, sender = KINDS[submission.kind], {"sender_name": name, "sender_address": address}
    if form == "TT05-2021/02":
        return _dated(
            {**common, **sender, "addressee": name, "submission_kind": kind, "reason": _in_sentence(reason),
             "legal_ground": legal_ground, "competent_agency": to_name}, submission,
        )  # fmt: skip
    if form == "TT05-2021/03":
        denounced = submission.respondent_name or "(theo nội dung đơn)"
        return _dated(
            {**common, "addressee": to_name, "denounced": denounced, "legal_ground": legal_ground}, submission
        )
    if form == "house/forward-complaint":
        return {**common, **sender, "addressee": to_name, "legal_ground": legal_ground}
    if form == "house/forward-petition-feedback":
        return {**common, **sender, "addressee": to_name, "petition_kind": submission.petition_mark or "feedback"}
    values: Filled = {
        **common,
        **sender,
        "addressee": forwarder,
        "submission_kind": kind,
        "reason": _in_sentence(reason),
    }
    if submission.forwarding_number:
        values["forwarding_letter"] = submission.forwarding_number
    if to_name:
        values["competent_agency"] = to_name
    return values


def target_field(*, form: str) -> str:
    """Name the field of a letter that says which body is to deal with the submission."""
    return "addressee" if form in _ADDRESSED_TO_TARGET else "competent_agency"


def refusal_values(*, submission: Submission, agency: Agency, ground: str, reason: str, on: date) -> Filled:
    """Fill the notice of refusal for the kind of the submission."""
    name, address = sender_of(submission=submission)
    known = grounds_in_force(name=ground_list(act=RouteAct.REFUSE, kind=submission.kind), on=on)
    article = next(item.article for item in known if item.code == ground)
    settler = f"{agency.head_title or 'Thủ trưởng'} {agency.name}".strip()
    common: Filled = {"received_on": submission.received_on, "legal_ground": article, "reason": reason}
    if submission.kind == "complaint":
        return {**common, "addressee": name, "round": "first", "complainant_name": name, "complainant_address": address,
                "matter": submission.summary, "settler": settler}  # fmt: skip
    if submission.kind == "denunciation":
        return {**common, "denouncer_name": name, "settler": settler, "denunciation_content": submission.summary,
                "denounced": submission.respondent_name or "(theo nội dung đơn)"}  # fmt: skip
    return {**common, "addressee": name, "submission_kind": KINDS[submission.kind], "sender_name": name,
            "sender_address": address, "content_summary": submission.summary}  # fmt: skip


def forwarded_notice_values(*, submission: Submission, to_name: str, slip: str) -> Filled:
    """Fill the notice that tells the denouncer where the denunciation went."""
    name, _ = sender_of(submission=submission)
    return {"denouncer_name": name, "received_on": submission.received_on, "content_summary": submission.summary,
            "competent_agency": to_name, "forwarding_slip": slip}  # fmt: skip


def split_values(*, submission: Submission, reason: str) -> Filled:
    """Fill the guidance to write one paper for each content; each line of the reason is "content | agency"."""
    name, address = sender_of(submission=submission)
    rows: list[dict[str, str | int | date]] = []
    for at, line in enumerate([line for line in reason.splitlines() if line.strip()], start=1):
        content, _, agency = line.partition("|")
        rows.append({"number": at, "content": content.strip(), "agency": agency.strip() or "Cơ quan có thẩm quyền"})
    return {"addressee": name, "received_on": submission.received_on, "sender_name": name, "sender_address": address,
            "contents": rows}  # fmt: skip


def _dated(values: Filled, submission: Submission) -> Filled:
    return values if submission.written_on is None else {**values, "submission_dated_on": submission.written_on}


def _in_sentence(reason: str) -> str:
    return reason.strip().rstrip(".")

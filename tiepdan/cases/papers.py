"""The values with which the papers of a case are filled, taken from its file. An officer's own words come on top."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.conf import settings

from tiepdan.agencies.models import Agency
from tiepdan.cases.models import Case, Step
from tiepdan.documents.models import Paper
from tiepdan.documents.rendering.forms import FieldValue, Form, PaperKind
from tiepdan.documents.values import form_book
from tiepdan.infra.seal import load_ring
from tiepdan.submissions.models import Party, Submission
from tiepdan.submissions.rules import SENDERS

UNKNOWN: Final = "(không nêu)"
KIND_VI: Final = {
    "complaint": "khiếu nại",
    "denunciation": "tố cáo",
    "petition_feedback": "kiến nghị, phản ánh",
    "unclassified": "đơn",
}
ACCEPTING: Final = ("accept_case", "accept_denunciation", "conclude_at_once")
ORDERING: Final = ("start_verification",)
REPORTING: Final = ("submit_report",)
STOPPING: Final = ("suspend_case",)
EXPERTISE: Final = ("order_expertise",)
DECIDING: Final = ("decide", "decide_at_once", "conclude", "conclude_at_once", "answer", "answer_at_once")
STAYING: Final = ("suspend_execution",)

# Papers that who holds the pen signs; everything else goes out over the name of the leader in charge.
WRITER_SIGNS: Final = frozenset({PaperKind.MINUTES, PaperKind.REPORT, PaperKind.SLIP})


@dataclass(frozen=True, slots=True)
class Sender:
    """Who a paper is written to. Of a denunciation: nobody by name, only the code of the paper."""

    name: str
    address: str = ""
    number: str = ""
    issued_on: date | None = None
    issued_at: str = ""


def sender_of(*, submission: Submission) -> Sender:
    """Return the first sender of a submission. Cost: 1 query."""
    party = Party.objects.filter(submission=submission, role__in=SENDERS).order_by("pk").first()
    if submission.kind == "denunciation" or party is None or party.sealed:
        return Sender(name=f"Người gửi đơn mã {submission.code}")
    known: dict[str, str] = {}
    if party.envelope is not None:
        opened = load_ring(settings.HOME).open(envelope=bytes(party.envelope), bound_to=f"party:{party.pk}")
        known = json.loads(opened)
    return Sender(
        name=party.name or f"Người gửi đơn mã {submission.code}",
        address=known.get("address", ""),
        number=known.get("number", ""),
        issued_on=_day(known.get("issued_on")),
        issued_at=known.get("issued_at", ""),
    )


def head_of(*, agency: Agency) -> str:
    """Return the head of an agency as papers name it: "Chủ tịch UBND phường Hoa Sen"."""
    title = agency.head_title or "Thủ trưởng"
    return title if agency.name in title else f"{title} {agency.name}"


def reference(*, paper: Paper | None) -> str:
    """Return number and date of a paper: "08/TB-UBND ngày 07/07/2026"."""
    if paper is None or paper.dated_on is None:
        return "(trong hồ sơ)"
    number = f"{paper.number:02d}/{paper.symbol}" if paper.number is not None else "(không số)"
    return f"{number} ngày {paper.dated_on:%d/%m/%Y}"


def papers_by_act(*, case: Case) -> dict[str, Paper]:
    """Return the last paper of each act. Cost: 1 query."""
    steps = Step.objects.filter(case=case, paper__isnull=False).select_related("paper").order_by("pk")
    return {step.act: step.paper for step in steps if step.paper is not None}


def paper_of(papers: Mapping[str, Paper], acts: tuple[str, ...]) -> Paper | None:
    """Return the paper of the first act that has one."""
    return next((papers[act] for act in acts if act in papers), None)


def own_form(*, documents: tuple[str, ...], on: date) -> Form | None:
    """Return the form that the agency itself fills for an act: petitions and the like are the citizen's papers."""
    for key in documents:
        if key.startswith(("XLD-", "TT05-", "ND154-")):
            continue  # belong to processing and to the reception desk
        form = form_book().form(key, on=on)
        if form.kind is not PaperKind.PETITION:
            return form
    return None


def contested_act(submission: Submission) -> str:
    """Say what a complaint is against."""
    if submission.attacked_number:
        when = f" ngày {submission.attacked_on:%d/%m/%Y}" if submission.attacked_on else ""
        return f"Quyết định số {submission.attacked_number}{when}"
    return (submission.attacked_act or submission.summary).rstrip(" .")


def denounced(submission: Submission) -> str:
    """Say who is denounced, with the post."""
    person = ", ".join(part for part in (submission.respondent_name, submission.respondent_post) if part)
    return f"Ông (bà) {person}" if person else "Người có tên trong hồ sơ"


def values_from_file(*, case: Case, form: Form, on: date) -> dict[str, FieldValue]:
    """Return what the file knows of the fields of a form. Cost: 2 queries, 1 more for the sender."""
    submission = case.submission
    sender = sender_of(submission=submission)
    papers = papers_by_act(case=case)
    agency = case.agency
    head = head_of(agency=agency)
    accepted = reference(paper=paper_of(papers, ACCEPTING))
    kind = KIND_VI.get(submission.kind, "đơn")
    known: dict[str, FieldValue | None] = {
        "addressee": _salutation(sender, submission),
        "settler": head,
        "decision_maker": head,
        "chair": head,
        "round": "second" if case.procedure == "second_complaint" else "first",
        "received_on": submission.received_on,
        "submission_kind": kind,
        "petition_kind": submission.petition_mark or "petition",
        "lookup_code": submission.code,
        "complainant_name": sender.name,
        "complainant_address": sender.address or UNKNOWN,
        "sender_name": sender.name,
        "sender_address": sender.address or UNKNOWN,
        "id_number": sender.number or UNKNOWN,
        "id_issued_on": sender.issued_on,
        "id_issued_by": sender.issued_at or None,
        "denouncer_name": f"Người gửi đơn mã {submission.code}",
        "matter": submission.summary,
        "content": submission.content,
        "content_summary": submission.summary,
        "denunciation_content": submission.content,
        "verification_content": submission.content if submission.kind == "denunciation" else submission.summary,
        "demands": submission.demands or None,
        "contested_act": contested_act(submission),
        "respondent": submission.respondent_name or agency.name,
        "denounced": denounced(submission),
        "acceptance": accepted,
        "acceptance_decision": accepted,
        "order": reference(paper=paper_of(papers, ORDERING)),
        "report": reference(paper=paper_of(papers, REPORTING)),
        "suspended_by": reference(paper=paper_of(papers, STAYING if form.key.endswith("/12") else STOPPING)),
        "referral": reference(paper=paper_of(papers, EXPERTISE)),
        "legal_ground": _GROUNDS.get(form.key),
        "accepted_on": on,
        "from_on": on,
        "responsible": "Người được giao giải quyết, xác minh và các cơ quan, cá nhân có liên quan",
        "powers": (
            "Làm việc với các bên; yêu cầu cung cấp thông tin, tài liệu; báo cáo kết quả xác minh và chịu trách nhiệm "
            "về kết quả đó; giữ bí mật theo quy định"
        ),
        "place_of_act": agency.address or f"Trụ sở {agency.name}",
        "contact_of_organiser": agency.phone or agency.name,
        "contact_of_verifier": agency.address or agency.name,
        "copies": "02",
        "team_kind": "team",
        # Ends the sentence "… có quyền …" of the decision.
        "next_steps": (
            "khởi kiện vụ án hành chính tại Tòa án theo quy định của Luật Tố tụng hành chính"
            if case.procedure == "second_complaint"
            else "khiếu nại lần hai đến người có thẩm quyền hoặc khởi kiện vụ án hành chính tại Tòa án trong thời hạn luật định"
        ),
        "case_code": case.code,
        "settlement": _settlement(papers, accepted),
    }  # fmt: skip
    if form.kind is PaperKind.REPORT:
        known["addressee"] = head
    if form.key == _TO_SUPERIOR:
        known["addressee"] = head_of(agency=agency.parent) if agency.parent is not None else None
    elif form.key in _TO_OTHERS:
        known["addressee"] = None  # the officer says to whom
    found = {name: value for name, value in known.items() if name in form.fields and value is not None}
    return {name: value for name, value in found.items() if _fits(form, name, value)}


def _settlement(papers: Mapping[str, Paper], accepted: str) -> str:
    """Say how far a denunciation was settled, for who is asked to look at it again."""
    conclusion = paper_of(papers, DECIDING)
    if conclusion is not None:
        return f"Kết luận số {reference(paper=conclusion)}"
    return f"Đã thụ lý theo quyết định số {accepted}, chưa có kết luận"


def _fits(form: Form, name: str, value: FieldValue) -> bool:
    """A name may mean another type on another form: better a field to fill than a wrong one."""
    options = form.fields[name].options
    return not options or value in options


def _salutation(sender: Sender, submission: Submission) -> str:
    return sender.name if submission.kind == "denunciation" else f"Ông (bà) {sender.name}"


def _day(text: Any) -> date | None:
    """Read a day out of an envelope; Any because JSON is."""
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):
        return None


_TO_SUPERIOR: Final = "house/delay-report"
_TO_OTHERS: Final = frozenset({"house/case-letter", "house/crime-referral"})
_GROUNDS: Final = {"ND124-2020/03": "Điều 27 Luật Khiếu nại"}

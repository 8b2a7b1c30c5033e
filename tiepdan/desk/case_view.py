"""What the page of a case says in words: acts as buttons, the timeline, badges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tiepdan.accounts.rules import Role
from tiepdan.cases.actions.courts import EFFECTS
from tiepdan.cases.actions.dialogue import MEDIATION_RESULTS
from tiepdan.cases.actions.superior import RESULTS
from tiepdan.cases.models import Case, Step
from tiepdan.cases.queries import CasePage, LinkedCase
from tiepdan.cases.rules.complexity import criteria
from tiepdan.cases.rules.engine import ActOffer
from tiepdan.cases.rules.law_day import procedure_for
from tiepdan.cases.rules.mandates import KINDS
from tiepdan.cases.rules.picture import picture_svg
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.cases.situations import Entry
from tiepdan.desk.case_acts import page_of, slug_of
from tiepdan.desk.forms.cases import ADDRESSEES, OUTCOMES, WAYS
from tiepdan.desk.labels import Badge, act_title, refusal_text
from tiepdan.documents.models import Paper
from tiepdan.infra.verdict import Refused
from tiepdan.ui.addresses import address
from tiepdan.ui.words import Words, said

OUTCOME_WORDS: Final = Words(dict(OUTCOMES) | Words({
    "answered": "Đã trả lời", "refused": "Không thụ lý", "terminated": "Đình chỉ", "withdrawn": "Đã rút",
}))  # fmt: skip
PARTIES: Final = Words({
    "complainant": "Người khiếu nại", "denouncer": "Người tố cáo", "petitioner": "Người kiến nghị, phản ánh",
    "representative": "Người đại diện", "authorised": "Người được ủy quyền", "lawyer": "Luật sư",
    "legal_aid": "Trợ giúp viên pháp lý", "concerned": "Người có quyền, nghĩa vụ liên quan",
})  # fmt: skip
ADDRESSED: Final = Words({**ADDRESSEES, "petitioner": "Người kiến nghị, phản ánh", "denouncer": "Người tố cáo"})


@dataclass(frozen=True, slots=True)
class OfferView:
    """An act as ui/act.html draws it."""

    url: str
    title: str
    allowed: bool
    reason: str
    rule: str
    primary: bool


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Acts of one stage, so that the page stays calm with many of them."""

    title: str
    offers: list[OfferView]


# Stages in the order of the page; what is in none changes the state and belongs to the first.
_STEP: Final = "Bước của quy trình"
STAGES: Final[dict[str, tuple[str, ...]]] = {
    _STEP: (),
    "Xác minh": (
        "hold_working_session", "work_with_denounced", "work_with_denouncer", "request_information",
        "receive_information", "order_expertise", "request_expert_result", "receive_expert_result", "record_complexity",
        "extend_limit", "consult_advisory_council", "ask_disciplinary_council", "record_council_proposal",
        "send_acceptance_notices",
    ),
    "Đối thoại, hòa giải": ("invite_dialogue", "hold_dialogue", "record_absence", "postpone_dialogue", "hold_mediation"),
    "Gửi, công khai, báo kết quả": (
        "record_delivery", "publish_conclusion", "report_to_forwarder", "report_to_sender", "send_suspension_decision",
        "return_original_papers",
    ),
    "Tạm dừng, đình chỉ, rút": (
        "suspend_case", "resume_case", "terminate_case", "withdraw_part", "record_withdrawal", "suspend_execution",
        "lift_suspension_of_execution",
    ),
    "Đại diện, ủy quyền": ("record_mandate", "end_mandate"),
    "Khẩn cấp, bảo vệ": (
        "take_urgent_measure", "refer_crime", "refer_crime_after_conclusion", "request_protection", "order_protection",
        "refuse_protection", "end_protection",
    ),
    "Khiếu nại tiếp, Tòa án, cấp trên": (
        "record_second_complaint", "record_second_complaint_overdue", "record_lawsuit", "record_lawsuit_overdue",
        "record_court_acceptance", "record_judgment", "order_review", "receive_review_order", "record_review_result",
        "record_follow_up", "record_follow_up_overdue", "report_to_superior",
    ),
}  # fmt: skip
_STAGE_OF: Final = {code: title for title, codes in STAGES.items() for code in codes}


@dataclass(frozen=True, slots=True)
class PartLine:
    """A line about a named part of the case."""

    label: str
    text: str
    code: str  # of a linked case
    ended: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A line as ui/timeline.html draws it."""

    at: date | datetime
    title: str
    text: str
    who: str
    tone: str
    icon: str
    url: str


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """A delivery with the words for its addressee."""

    id: int
    addressee: str
    name: str
    way: str
    sent_on: date | None
    received_on: date | None
    proof: str


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper with its deliveries."""

    id: int
    title: str
    number: str
    dated_on: date | None
    status: str
    deliveries: list[DeliveryView]


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page in words."""

    next_step: str
    badges: list[Badge]
    primary: OfferView | None  # the next step, if this person may do it
    groups: list[OfferGroup]
    refused: list[OfferGroup]
    refused_count: int
    parts: list[PartLine]
    outcome: str
    parties: list[tuple[str, str]]
    timeline: list[TimelineEntry]
    papers: list[PaperView]
    findings: list[tuple[str, str, str]]
    evidence: list[Entry]
    complexity: list[str]
    picture: SafeString
    may_urge: bool
    may_open: bool


def view_of(*, page: CasePage) -> CaseView:
    """Put a case page into words."""
    case, by = page.case, page.by
    offers = [(offer.act, _offer(page, offer)) for offer in page.offers]
    allowed = [pair for pair in offers if pair[1].allowed]
    refused = [pair for pair in offers if not pair[1].allowed]
    nexts = page.procedure.states[case.state].next_acts
    first = page.offers[0] if page.offers and page.offers[0].verdict and page.offers[0].act in nexts else None
    names = {row.code: row.title_vi for row in criteria()}
    coming = page.next_step
    what = said(coming.what_vi)
    return CaseView(
        next_step=said(coming.sentence).format(what=what[:1].lower() + what[1:], who=said(coming.who_vi)),
        badges=list(_badges(page)),
        primary=replace(allowed[0][1], primary=True) if first is not None else None,
        groups=[*_grouped(allowed[1:] if first is not None else allowed), *_to_prepare(page)],
        refused=_grouped(refused),
        refused_count=len(refused),
        parts=list(_parts(page)),
        outcome=OUTCOME_WORDS.get(case.outcome, ""),
        parties=[
            (PARTIES.get(party.role, party.role), _named(_known(case, party.name), party.withdrew_on))
            for party in page.parties
        ],
        timeline=[_entry(page, step) for step in page.steps],
        papers=[_paper(paper) for paper in page.papers],
        findings=[(row.title, OUTCOME_WORDS.get(row.code, ""), row.text) for row in page.file.of("finding")],
        evidence=page.file.of("evidence"),
        complexity=[said(names.get(code, code)) for code in case.complexity],
        picture=_picture(page.procedure.kind, page.procedure.starts_on, case.state, get_language()),
        may_urge=not page.is_own and by.is_one_of(Role.OVERSIGHT, Role.HEAD, Role.DEPUTY) and case.closed_on is None,
        may_open=page.is_own
        and case.procedure == ProcedureKind.DENUNCIATION
        and by.is_one_of(Role.HEAD, Role.DEPUTY, Role.HANDLER, Role.PROCESSING_OFFICER),
    )


def _grouped(pairs: list[tuple[str, OfferView]]) -> list[OfferGroup]:
    """Sort acts into their stages; empty stages are left out."""
    found: dict[str, list[OfferView]] = {title: [] for title in STAGES}
    for act, offer in pairs:
        found[_STAGE_OF.get(act, _STEP)].append(offer)
    return [OfferGroup(_(title), offers) for title, offers in found.items() if offers]


def _to_prepare(page: CasePage) -> list[OfferGroup]:
    """Acts that end in a leader's signature: who may not do them prepares their paper."""
    drafts = [
        replace(_offer(page, offer), title=_("Dự thảo: {title}").format(title=said(offer.title_vi)))
        for offer in page.to_prepare
        if page_of(offer.act).shows_paper  # what cannot be looked at beforehand is not prepared either
    ]
    return [OfferGroup(_("Soạn dự thảo trình duyệt"), drafts)] if drafts else []


_LINKS: Final = Words({
    "first": "Tiếp theo quyết định lần đầu", "second": "Khiếu nại lần hai", "related": "Vụ việc liên quan",
    "resettled": "Cấp trên giải quyết",
})  # fmt: skip


def _link(label: str, text: str, other: LinkedCase | None, code: str) -> PartLine:
    """A case that is not read here is named without a way to it, with what may be said of its decision."""
    if other is not None and other.readable:
        return PartLine(label, text, code, "")
    said_of_it = [code, text if code not in text else ""]
    if other is not None and other.agency:
        said_of_it.append(other.agency)
        if other.decision and other.decided_on:
            said_of_it.append(
                _("Quyết định số {number} ngày {day}").format(number=other.decision, day=f"{other.decided_on:%d/%m/%Y}")
            )
        if other.outcome:
            said_of_it.append(said(OUTCOME_WORDS.get(other.outcome, "")))
    return PartLine(label, " · ".join(filter(None, said_of_it)), "", "")


def _parts(page: CasePage) -> Iterator[PartLine]:
    """Say who acts for the parties, what runs beside, and what is read together with the case."""
    for row in page.file.of("link"):
        yield _link(_LINKS.get(row.extra, row.extra), row.title, page.linked.get(row.code), row.code)
    for row in page.file.of("mandate"):
        ended = _("thôi từ {until}").format(until=f"{row.until:%d/%m/%Y}") if row.until else ""
        yield PartLine(said(KINDS.get(row.code, row.code)), f"{row.title} · {row.text}", "", ended)
    for row in page.file.of("court"):
        judged = (
            _("; {effects} ngày {until}").format(
                effects=said(EFFECTS.get(row.extra, "")), until=f"{row.until:%d/%m/%Y}"
            )
            if row.until
            else _("; chưa có bản án")
        )
        number = _(" số {code}").format(code=row.code) if row.code else ""
        yield PartLine(
            _("Tòa án"),
            _("{title} thụ lý{number} ngày {day}{judged}").format(
                title=row.title, number=number, day=f"{row.day:%d/%m/%Y}", judged=judged
            ),
            "",
            "",
        )
    for row in page.file.of("protection"):
        state = {
            "": _("chờ quyết định"),
            "true": _("đang bảo vệ: {title}").format(title=row.title),
            "false": _("từ chối"),
        }.get(row.extra, "")
        ended = _("chấm dứt {until}").format(until=f"{row.until:%d/%m/%Y}") if row.until else ""
        yield PartLine(
            _("Bảo vệ người tố cáo"),
            _("Đề nghị ngày {day}, {state}").format(day=f"{row.day:%d/%m/%Y}", state=state),
            "",
            ended,
        )
    for row in page.file.of("review"):
        result = said(RESULTS.get(row.code, "")) or _("chưa có kết quả")
        yield PartLine(_("Kiểm tra lại việc giải quyết"), f"{row.title}, {row.day:%d/%m/%Y}: {result}", "", "")
    for row in page.file.of("publication"):
        until = _(" đến {until}").format(until=f"{row.until:%d/%m/%Y}") if row.until else ""
        yield PartLine(
            _("Công khai"),
            _("{way} từ {day}{until}").format(
                way=said(dict(WAYS).get(row.title, row.title)), day=f"{row.day:%d/%m/%Y}", until=until
            ),
            "",
            "",
        )


def _badges(page: CasePage) -> Iterator[Badge]:
    """State first, then the legal measures of the case."""
    measures, case = page.measures, page.case
    state = page.procedure.states[case.state]
    yield Badge("neutral" if state.is_end else "info" if state.is_active else "good", said(state.title_vi))
    if case.procedure == ProcedureKind.DENUNCIATION:
        yield Badge("sealed", _("Niêm phong danh tính"))
    if measures.days_late:
        yield Badge("late", _("Kéo dài: quá hạn giải quyết {days_late} ngày").format(days_late=measures.days_late))
    if measures.is_large:
        yield Badge("due", _("Đông người: {people} người").format(people=case.people))
    if measures.is_complex:
        yield Badge("due", _("Đặc biệt phức tạp") if measures.is_specially_complex and case.procedure == "denunciation"
                    else _("Phức tạp"))  # fmt: skip


def _offer(page: CasePage, offer: ActOffer) -> OfferView:
    act = page.procedure.acts[offer.act]
    url = address("desk:case_act", page.case.code, slug_of(act))
    if isinstance(offer.verdict, Refused):
        refused = refusal_text(offer.verdict)
        return OfferView(url, said(offer.title_vi), False, refused.text, refused.rule, False)
    return OfferView(url, said(offer.title_vi), True, "", act.row, primary=False)


def _entry(page: CasePage, step: Step) -> TimelineEntry:
    changed = step.from_state != step.to_state
    url = address("desk:case_paper", page.case.code, step.paper_id) if step.paper_id else ""
    icon = "file-text" if step.paper_id else "arrow-right" if changed else "circle-dot"
    who = step.by.name if step.by is not None else _("Hệ thống")
    told = [step.note, *_facts(step)]
    # The same act has other words in other procedures: those of this one come first.
    act = page.procedure.acts.get(step.act)
    title = said(act.title_vi) if act is not None else act_title(f"case.{step.act}")
    return TimelineEntry(
        step.done_on, title, "\n".join(part for part in told if part), who,
        "info" if changed else "neutral", icon, url,
    )  # fmt: skip


def _facts(step: Step) -> Iterator[str]:
    """Say what an act recorded, where the note does not."""
    facts = step.facts
    if facts.get("issued_directly"):
        yield _("Lãnh đạo trực tiếp ban hành, không qua dự thảo")
    if "dialogue_on" in facts:
        yield _("Ngày đối thoại: {day}").format(day=_day(facts["dialogue_on"]))
    if "received_on" in facts:
        yield _("Nhận ngày {day}").format(day=_day(facts["received_on"]))
    if "held_on" in facts:
        yield _("Ngày {day}").format(day=_day(facts["held_on"]))
    if facts.get("to"):
        yield _("Giải thích cho: {to}").format(to=facts["to"])
    if "outcome" in facts and not step.act.startswith("answer"):  # an answer to a petition is neither right nor wrong
        yield _("Kết quả: {outcome_words}").format(outcome_words=OUTCOME_WORDS.get(facts["outcome"], facts["outcome"]))
    if "mediation" in facts:
        yield _("Hòa giải: {mediation_results}").format(
            mediation_results=said(MEDIATION_RESULTS.get(facts["mediation"], ""))
        )
    if "effect" in facts:
        yield _("Tòa án: {effects}").format(effects=said(EFFECTS.get(facts["effect"], "")))
    if "days" in facts:
        yield _("Số ngày: {days}").format(days=facts["days"])
    if "addressees" in facts:
        yield _("Nơi nhận: ") + ", ".join(ADDRESSED.get(one, one) for one in facts["addressees"])
    if "ways" in facts:
        words = dict(WAYS)
        yield _("Hình thức: ") + ", ".join(said(words.get(one, one)) for one in facts["ways"])


def _day(text: object) -> str:
    return f"{date.fromisoformat(str(text)):%d/%m/%Y}"


def _known(case: Case, name: str) -> str:
    """Of a sealed case the program names the parties."""
    return said(name) if case.procedure == ProcedureKind.DENUNCIATION else name


def _named(name: str, withdrew_on: date | None) -> str:
    return (
        _("{name} (đã rút ngày {withdrew_on})").format(name=name, withdrew_on=f"{withdrew_on:%d/%m/%Y}")
        if withdrew_on
        else name
    )


def _paper(paper: Paper) -> PaperView:
    number = f"{paper.number:02d}/{paper.symbol}" if paper.number is not None else ""
    deliveries = [
        DeliveryView(
            row.pk, ADDRESSED.get(row.addressee, row.addressee), row.addressee_name, said(row.get_way_display()), row.sent_on,
            row.received_on, row.proof,
        )
        for row in paper.deliveries.all()
    ]  # fmt: skip
    return PaperView(paper.pk, paper.title, number, paper.dated_on, said(paper.get_status_display()), deliveries)


@lru_cache(maxsize=512)
def _picture(kind: ProcedureKind, version: date, state: str, _language: str | None) -> SafeString:
    """Draw a procedure once per version, state and language: the rules change only with the program."""
    procedure = procedure_for(kind=kind, on=version)
    # picture_svg draws from the rules and escapes every title.
    return mark_safe(picture_svg(procedure=procedure, current_state=state, words=said))  # noqa: S308


@lru_cache(maxsize=1)
def _all_states() -> tuple[tuple[str, str], ...]:
    kinds = [kind for kind in ProcedureKind if kind is not ProcedureKind.PROCESSING]
    found: dict[str, str] = {}
    for kind in kinds:
        for state in procedure_for(kind=kind, on=date(2026, 7, 1)).states.values():
            if state.code != "received":
                found.setdefault(state.code, state.title_vi)
    return tuple(found.items())


def states_to_choose() -> tuple[tuple[str, str], ...]:
    """List the states that the list of cases can be narrowed to."""
    return tuple((code, said(title)) for code, title in _all_states())

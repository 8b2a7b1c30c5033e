"""From text to `Reading`: all stages in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tiepdan.plans.reading.blocks import Block, Paper, is_caps, make_blocks, paper_of
from tiepdan.plans.reading.citations import read_citations
from tiepdan.plans.reading.duties import found_names
from tiepdan.plans.reading.foot import looks_like_name, read_foot
from tiepdan.plans.reading.head import Head, read_head
from tiepdan.plans.reading.issuer import complete, from_letterhead, issuing_name
from tiepdan.plans.reading.kinds import WEB_KIND, Part, find_parts
from tiepdan.plans.reading.lines import Line, read_lines
from tiepdan.plans.reading.model import DOUBTFUL, LIKELY, SURE, Document, Found, Reading, Section, Span, Task
from tiepdan.plans.reading.name_lists import names_at
from tiepdan.plans.reading.normal import Text, join, normal_line, pattern
from tiepdan.plans.reading.outline import Node, build
from tiepdan.plans.reading.periods import Periods, read_events
from tiepdan.plans.reading.tasks import TaskReader

_CAPACITY_LINE = re.compile(
    r"^(?:tm|kt|tl|tuq|q)\s?\.|^(?:t/m|k/t|t/l|tm|kt|tl|tuq)\s|"
    r"^(?:phó )?(?:chủ tịch|giám đốc|tổ trưởng|trưởng ban|chánh văn phòng|chánh thanh "
    r"tra|trưởng phòng|chỉ huy trưởng|trưởng công an|bí thư|phó bí thư|trưởng đoàn|trưởng tiểu ban|hiệu trưởng|viện trưởng|chánh án)\b"
)
_HEAD_OF_BODY = 8  # lines of the body where a decision prints who decides
_TASK_BODIES = re.compile(r"(?:tổ|đoàn|ban chỉ đạo|tiểu ban|hội đồng|ban tổ chức)(?:\s|$)")


def read_plan(source: str) -> Reading:
    """Reads one text. Never raises for any text; what is not there is None or empty."""
    lines = read_lines(source)
    parts = find_parts(lines)
    paper = paper_of(lines)
    read = [_read_part(lines, part, paper) for part in parts]
    plans = [r for r in read if r.part.code == "plan"]
    main = plans[0] if plans else read[0]
    others = [r for r in read if r is not main]
    decision = next(
        (r for r in others if r.part.code in {"decision", "resolution", "directive", "official_letter"}), None
    )
    carrier = decision if plans and decision and decision.part.start < main.part.start else None
    if main.document.issuer is None:
        main.document = replace(main.document, issuer=_issuer_of_attached(main, carrier))
    texts = [t for r in read for t in r.texts]
    own = main.document.number.value if main.document.number else None
    if not texts:
        return Reading(main.document)
    bases = read_citations(texts, own_number=own)
    reading = Reading(
        document=main.document, promulgated_by=carrier.document if carrier else None,
        others=tuple(r.document for r in others if r is not carrier), legal_bases=bases,
    )  # fmt: skip
    if main.part.code != "plan":
        return reading
    return _with_duties(reading, main, source)


def _issuer_of_attached(main: _Read, carrier: _Read | None) -> Found | None:
    """A plan attached to a decision is issued by whom the decision is of: its letterhead, or "… kèm theo Quyết định … của …"."""
    if main.part.code != "plan":
        return None
    if carrier is not None and carrier.document.issuer is not None:
        return replace(carrier.document.issuer, confidence=LIKELY)
    attached = main.head.attached_to
    owner = list(pattern(r"\scủa\s+(?=\w)").finditer(attached.folded)) if attached is not None else []
    names = names_at(attached, owner[-1].end()) if attached is not None and owner else []
    return complete(attached, names[0], context=main.texts) if attached is not None and names else None


class _Read:
    """One part of the file, read down to its blocks."""

    def __init__(
        self, part: Part, document: Document, head: Head, blocks: list[Block], texts: list[Text], annex: Sequence[Line]
    ) -> None:
        self.part = part
        self.document = document
        self.head = head
        self.blocks = blocks
        self.texts = texts
        self.annex = annex


def _foot_start(lines: Sequence[Line], part: Part, body_start: int) -> int:
    """First line of the foot: "Nơi nhận", or the signature above it, or the signature alone."""
    foot = min(part.foot, part.end)
    tail = range(max(body_start, foot - 7), foot)
    for index in tail:
        line = lines[index]
        if (
            is_caps(line.value)
            and _CAPACITY_LINE.match(line.folded)
            and all(_signs(lines[i]) for i in range(index, foot))
        ):
            return index
    if foot < part.end:
        return foot
    for index in range(part.end - 1, body_start, -1):
        line = lines[index]
        if is_caps(line.value) and pattern(r"(?:tm|kt|tl|tuq)\s?[.\s]|(?:t/m|k/t|t/l)").match(line.folded):
            return index
        if part.end - index > 40:
            break
    for index in range(max(body_start + 1, part.end - 6), part.end):
        line = lines[index]
        if (
            is_caps(line.value)
            and _CAPACITY_LINE.match(line.folded)
            and any(looks_like_name(x.value) for x in lines[index + 1 : part.end])
        ):
            return index
    return part.end


def _signs(line: Line) -> bool:
    return is_caps(line.value) or looks_like_name(line.value) or bool(pattern(r"\(?(?:đã ký|ký)").match(line.folded))


def _read_part(lines: Sequence[Line], part: Part, paper: Paper) -> _Read:
    head = read_head(lines, part)
    foot = _foot_start(lines, part, head.body_start)
    recipients, signer, annex = read_foot(lines, foot, part.end)
    body_lines = list(lines[head.body_start : foot])
    blocks = make_blocks(body_lines, paper=paper)
    texts = [b.text if b.text.value else b.whole for b in blocks]
    context = [t for t in (head.title_text, head.attached_to) if t is not None]
    issuer = from_letterhead(head.units, texts, lines[part.start : head.body_start + _HEAD_OF_BODY])
    issuer = issuer or _inferred_issuer(blocks, texts, context)
    kind = _kind(part)
    document = Document(
        part.code, kind, head.title, head.number, head.place, head.date, head.date_partial, issuer, signer, recipients
    )
    return _Read(part, document, head, blocks, [*context, *texts], lines[annex : part.end])


def _kind(part: Part) -> Found:
    if part.kind == "bài viết":
        return Found(WEB_KIND, (), DOUBTFUL)
    if part.kind_found is None or part.kind_line is None:  # told by the symbol of its number: printed nowhere
        value = part.kind[:1].upper() + part.kind[1:]
        return Found(value, (), LIKELY if value else DOUBTFUL)
    text = part.kind_found.text
    span = text.span(0, min(len(text), len(part.kind)))
    return Found(part.kind[:1].upper() + part.kind[1:], (span,), SURE)


def _inferred_issuer(blocks: Sequence[Block], texts: Sequence[Text], context: Sequence[Text]) -> Found | None:
    """No letterhead: the body that "ban hành Kế hoạch" in the preamble, or the one the closing names."""
    preamble: list[Text] = []
    for block in blocks:
        if block.marker.numbered:
            break
        preamble.append(block.text)
    named = issuing_name(preamble[:12]) or issuing_name(context)
    around = [*context, *preamble, *texts]
    if named:
        return complete(*named, context=around)
    for text in texts[::-1][:4]:
        if text.folded.startswith("trên đây là"):
            owners = list(pattern(r"\scủa\s+(?=\w)").finditer(text.folded))
            names = names_at(text, owners[-1].end()) if owners else []
            if names:
                return complete(text, names[0], context=around)
    return None


def _year(document: Document) -> int | None:
    for found in (document.date, document.date_partial):
        if found:
            return int(found.value[:4])
    return None


def _with_duties(reading: Reading, main: _Read, source: str) -> Reading:
    root = build(main.blocks)
    document = reading.document
    year = _year(document) or _year_of_bases(reading)
    implied: tuple[Found, ...] = ()
    if document.issuer and _TASK_BODIES.match(document.issuer.value.lower()):
        implied = _short_issuer(main, document.issuer)
    tasks = TaskReader(year=year, implied=implied)
    tasks.read(root)
    tasks.read_annex(main.annex)
    assignments = tuple(
        replace(a, tasks=tuple(_without_page_break(t, source) if t.broken_over_page else t for t in a.tasks))
        for a in tasks.result()
    )
    periods = Periods(year=year)
    sections: list[Section] = []
    _walk(root, periods, sections, "")
    title = [main.head.title_text] if main.head.title_text else []
    events = read_events([*title, *main.texts[:8]])
    deadlines = {(d.span, d.date, d.date_partial): d for d in tasks.other_deadlines}
    return replace(
        reading, sections=tuple(sections), assignments=assignments, periods=periods.result(), events=events,
        deadlines=tuple(sorted(deadlines.values(), key=lambda d: d.span)),
    )  # fmt: skip


def _without_page_break(task: Task, source: str) -> Task:
    """A duty broken by a page: its passage is its own lines, without the page number or the header between them."""
    start, end = task.text.spans[0][0], task.text.spans[-1][1]
    spans: list[Span] = []
    read = 0
    at = start
    for raw in source[start:end].splitlines(keepends=True):
        line = normal_line(raw.rstrip("\r\n\f\v"), at)
        at += len(raw)
        if not line.value:
            continue
        place = task.text.value.find(line.value, read, read + len(line) + 1)
        if place < 0:
            continue
        read = place + len(line)
        found = line.span(0, len(line))
        if spans and not source[spans[-1][1] : found[0]].strip():
            found = (spans.pop()[0], found[1])
        spans.append(found)
    whole = read == len(task.text.value)
    return replace(task, text=replace(task.text, spans=tuple(spans))) if whole and len(spans) > 1 else task


def _year_of_bases(reading: Reading) -> int | None:
    """Without a date of its own a plan is as old as the youngest paper it cites."""
    years = [int(b.date[:4]) for b in reading.legal_bases if b.date and not b.date.startswith("--")]
    return max(years) if years else None


def _short_issuer(main: _Read, issuer: Found) -> tuple[Found, ...]:
    preamble = [b.text for b in main.blocks[:12] if not b.marker.numbered]
    named = issuing_name(preamble)
    if named:
        text, name = named
        return found_names(text, [name], LIKELY)
    return (replace(issuer, confidence=DOUBTFUL),)


def _walk(node: Node, periods: Periods, sections: list[Section], heading: str) -> None:
    for child in node.children:
        title = heading
        if child.section is not None:
            sections.append(child.section)
            title = child.section.title.value
            whole = join([child.block.text]) if child.block else child.body
            if whole is not None:
                periods.read(whole, heading=title)  # a heading may hold a window too: "Đợt 1: Từ ngày … đến ngày …"
        elif child.block is not None:
            periods.read(child.block.text, heading=title)
        _walk(child, periods, sections, title)

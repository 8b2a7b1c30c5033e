"""A reading as one JSON document: the shape that plans are compared in, with spans and confidence beside each value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tiepdan.plans.reading.model import (
    Assignment,
    Deadline,
    Document,
    Found,
    LegalBasis,
    Period,
    Reading,
    Section,
    Task,
)

Json = dict[str, Any]


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _spans(found: Found | None) -> list[list[int]]:
    return [list(s) for s in found.spans] if found else []


def _about(**values: Found | None) -> Json:
    """Spans and confidence of the fields that have a value."""
    held = {key: found for key, found in values.items() if found is not None}
    return {
        "spans": {key: _spans(found) for key, found in held.items()},
        "confidence": {key: found.confidence for key, found in held.items()},
    }


def _list(values: Sequence[Found]) -> list[str]:
    return [v.value for v in values]


def _lists(**values: Sequence[Found]) -> Json:
    return {key: [_spans(v) for v in found] for key, found in values.items() if found}


def _least(*values: Sequence[Found]) -> float:
    return min((v.confidence for group in values for v in group), default=1.0)


def document_json(document: Document) -> Json:
    """Head and foot of a document."""
    signer = document.signer
    return {
        "kind": document.kind.value or None,
        "kind_code": document.kind_code,
        "title": _value(document.title),
        "number": _value(document.number),
        "place": _value(document.place),
        "date": _value(document.date),
        "date_partial": _value(document.date_partial),
        "issuer": _value(document.issuer),
        "signer": {"capacity": _value(signer.capacity), "name": signer.name.value} if signer else None,
        "recipients": [r.text.value for r in document.recipients],
        "recipient_roles": [r.role for r in document.recipients],
        **_about(
            kind=document.kind, title=document.title, number=document.number, place=document.place, date=document.date,
            date_partial=document.date_partial, issuer=document.issuer, signer_name=signer.name if signer else None,
            signer_capacity=signer.capacity if signer else None,
        ),
        "recipient_spans": [_spans(r.text) for r in document.recipients],
    }  # fmt: skip


def _basis(base: LegalBasis) -> Json:
    row: Json = {
        "kind": base.kind,
        "number": base.number,
        "date": base.date,
        "issuer": base.issuer,
        "about": base.about,
    }
    if base.year:
        row["year"] = base.year
    if base.also_printed:
        row["also_printed"] = list(base.also_printed)
    return {**row, "spans": [list(s) for s in base.spans], "confidence": base.confidence}


def _period(period: Period) -> Json:
    row: Json = {"label": period.label, "from": period.start, "to": period.end}
    if period.start_partial:
        row["from_partial"] = period.start_partial
    if period.end_partial:
        row["to_partial"] = period.end_partial
    return {
        **row, "sessions": [list(s) for s in period.sessions], "place": _value(period.place), "span": list(period.span),
        "confidence": period.confidence,
    }  # fmt: skip


def _section(section: Section) -> Json:
    return {
        "number": section.number, "title": section.title.value, "level": section.level, "parent": section.parent, "path": section.path,
        "span": list(section.span),
    }  # fmt: skip


def _task(task: Task) -> Json:
    row: Json = {
        "text": task.text.value, "lead": _list(task.leads), "coordinate_with": _list(task.coordinate_with),
        "recurring": _value(task.recurring), "deadline": _value(task.deadline), "report_to": _list(task.report_to),
        "via": _value(task.via),
    }  # fmt: skip
    if task.contacts:
        row["contacts"] = _list(task.contacts)
    if task.deadline_partial:
        row["deadline_partial"] = task.deadline_partial.value
    if task.relative_deadlines:
        row["relative_deadlines"] = _list(task.relative_deadlines)
    if task.result:
        row["result"] = task.result.value
    if task.optional:
        row["optional"] = True
    if task.broken_over_page:
        row["broken_over_page"] = True
    about = _about(
        text=task.text,
        recurring=task.recurring,
        deadline=task.deadline,
        deadline_partial=task.deadline_partial,
        via=task.via,
        result=task.result,
    )
    about["spans"].update(
        _lists(
            lead=task.leads,
            coordinate_with=task.coordinate_with,
            report_to=task.report_to,
            contacts=task.contacts,
            relative_deadlines=task.relative_deadlines,
        )
    )
    about["confidence"].update(
        {
            key: _least(found)
            for key, found in (
                ("lead", task.leads),
                ("coordinate_with", task.coordinate_with),
                ("report_to", task.report_to),
            )
            if found
        }
    )
    return {**row, **about}


def _assignment(assignment: Assignment) -> Json:
    names = _list(assignment.agencies)
    row: Json = {"section": assignment.section, "agency": names[0] if names else None}
    if len(names) > 1:
        row["agencies"] = names
    if assignment.implied:
        row["implied_agency"] = True
    if assignment.request:
        row["request"] = True
    return {**row, "tasks": [_task(t) for t in assignment.tasks]}


def _deadline(deadline: Deadline) -> Json:
    row: Json = {
        "what": deadline.what.value,
        "date": deadline.date,
        "report_to": deadline.report_to,
        "via": deadline.via,
    }
    if deadline.date_partial:
        row["date_partial"] = deadline.date_partial
    return {**row, "span": list(deadline.span), "confidence": deadline.confidence}


def reading_json(reading: Reading) -> Json:
    """The whole reading; spans are [start, end) in characters of the text that was read."""
    out: Json = {
        "document": document_json(reading.document),
        "is_plan": reading.is_plan,
        "legal_bases": [_basis(b) for b in reading.legal_bases],
        "periods": [_period(p) for p in reading.periods],
        "events": [e.value for e in reading.events],
        "sections": [_section(s) for s in reading.sections],
        "assignments": [_assignment(a) for a in reading.assignments],
        "deadlines": [_deadline(d) for d in reading.deadlines],
    }
    if reading.promulgated_by:
        out["promulgated_by"] = document_json(reading.promulgated_by)
    if reading.others:
        out["other_documents"] = [document_json(d) for d in reading.others]
    return out

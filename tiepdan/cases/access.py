"""Cases, and what hangs on them, named by a user. Absent and not yours are the same."""

from __future__ import annotations

from typing import Final

from tiepdan.cases.models import Case, Evidence, Obligation, Urging
from tiepdan.documents.models import Delivery, Paper
from tiepdan.infra.codes import parse_code
from tiepdan.infra.statement import Objects
from tiepdan.matters.access import NotFound

_LATEST: Final = Objects(
    lambda *, code: (
        Case.objects.select_related(
            "matter", "submission", "submission__forwarded_by", "agency", "agency__parent", "leader", "handler"
        )
        .filter(code=code)
        .order_by("-pk")[:1]
    )
)


def case_for(*, code: str) -> Case:
    """Return the latest case with this code, as far as the acting post reads its content. Raises NotFound."""
    case = _LATEST.first(code=parse_code(code) or "")
    if case is None:
        raise NotFound(code)
    return case


def code_of_paper(*, paper: Paper) -> str:
    """Return the code of the case whose act a paper was drafted for. Raises NotFound. Cost: 1 query."""
    kind, _, number = paper.act_of.partition(":")
    found = Case.objects.filter(pk=int(number) if kind == "case" else 0, matter_id=paper.matter_id or 0)
    code = found.values_list("code", flat=True).first()
    if code is None:
        raise NotFound(str(paper.pk))
    return code


def obligation_for(*, case: Case, obligation_id: int) -> Obligation:
    """Return something ordered in a case. Raises NotFound."""
    found = Obligation.objects.select_related("agency").filter(case=case, pk=obligation_id).first()
    if found is None:
        raise NotFound(str(obligation_id))
    return found


def delivery_for(*, case: Case, delivery_id: int) -> Delivery:
    """Return a delivery of one of the case's papers. Raises NotFound."""
    found = Delivery.objects.select_related("paper").filter(matter_id=case.matter_id, pk=delivery_id).first()
    if found is None:
        raise NotFound(str(delivery_id))
    return found


def delivery_waiting(*, case: Case, paper_id: int) -> Delivery | None:
    """Return the first delivery of a paper to the complainant that still lacks its proof. Cost: 1 query."""
    sent = Delivery.objects.filter(matter_id=case.matter_id, paper_id=paper_id, addressee="complainant")
    return sent.filter(received_on__isnull=True).order_by("pk").first()


def evidence_for(*, case: Case, evidence_id: int) -> Evidence:
    """Return evidence of a case that has a file. Raises NotFound."""
    found = Evidence.objects.select_related("file").filter(case=case, pk=evidence_id, file__isnull=False).first()
    if found is None:
        raise NotFound(str(evidence_id))
    return found


def urging_for(*, urging_id: int) -> Urging:
    """Return an urging of a matter in whose line the acting post looks. Raises NotFound."""
    found = Urging.objects.select_related("from_agency", "to_agency").filter(pk=urging_id).first()
    if found is None:
        raise NotFound(str(urging_id))
    return found

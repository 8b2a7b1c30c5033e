"""Reads of imports: the list, and rows of a submission or a paper that came from an old book and were worked on since."""

from __future__ import annotations

from django.db.models import QuerySet

from tiepdan.cases.models import Case
from tiepdan.documents.models import Paper
from tiepdan.imports.models import ImportItem, ImportRun
from tiepdan.reception.models import Reception
from tiepdan.submissions.models import Submission


def runs() -> QuerySet[ImportRun]:
    """Imports of the acting office, the latest first."""
    return ImportRun.objects.select_related("made_by").defer("envelope").order_by("-pk")


def worked_on(*, run: ImportRun) -> list[int]:
    """Return the rows whose line is no longer as it came in, in the order of the sheet. Cost: 5 queries."""
    items = list(ImportItem.objects.filter(run=run).order_by("row"))
    ids: dict[str, set[int]] = {"submission": set(), "reception": set(), "paper": set()}
    for item in items:
        kind, _, number = item.subject.partition(":")
        ids[kind].add(int(number))
    submissions = dict(Submission.objects.filter(pk__in=ids["submission"]).values_list("pk", "status"))
    cases = set(Case.objects.filter(submission_id__in=ids["submission"]).values_list("submission_id", flat=True))
    visits = dict(Reception.objects.filter(pk__in=ids["reception"]).values_list("pk", "void_reason"))
    papers = dict(Paper.objects.filter(pk__in=ids["paper"]).values_list("pk", "status"))
    changed = []
    for item in items:
        kind, _, number = item.subject.partition(":")
        key = int(number)
        same = {
            "submission": submissions.get(key) == item.status and key not in cases,
            "reception": visits.get(key) == "",
            "paper": papers.get(key) == item.status,
        }[kind]
        if not same:
            changed.append(item.row)
    return changed

"""Accepting a submission, or refusing to: the two acts that open a case, as pages and as drafts for a leader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiepdan.accounts.rules import Actor
from tiepdan.agencies.queries import local_defaults
from tiepdan.agencies.rules import LocalCode
from tiepdan.cases import actions
from tiepdan.cases.intent import FIRST, Intent
from tiepdan.cases.models import Case
from tiepdan.cases.queries import list_staff
from tiepdan.cases.rules.law_day import procedure_for
from tiepdan.cases.rules.procedure import ProcedureKind
from tiepdan.desk.case_acts import LEADERS, WORKERS
from tiepdan.desk.forms import cases as forms
from tiepdan.documents.access import draft_waiting
from tiepdan.documents.models import Paper
from tiepdan.matters.access import NotFound
from tiepdan.matters.rules import MatterKind
from tiepdan.submissions.models import Submission
from tiepdan.ui.words import said


@dataclass(frozen=True, slots=True)
class Opening:
    """One of the two acts on one submission."""

    submission: Submission
    refused: bool

    @property
    def act(self) -> str:
        """The act of the procedure."""
        return actions.opening_act(kind=self.submission.kind, refused=self.refused)

    @property
    def has_paper(self) -> bool:
        """A petition is accepted without a paper of its own."""
        return self.refused or self.submission.kind != MatterKind.PETITION_FEEDBACK

    def form(self, data: Any, *, by: Actor, at: datetime) -> forms.ActForm:
        """Return its form; Any: what a form takes as data. Cost: 3 to 8 queries."""
        kind = forms.RefuseForm if self.refused else forms.AcceptForm
        return kind(data, setting=self._setting(by, at))

    def run(self, form: forms.ActForm, by: Actor, at: datetime) -> Case:
        """Do it as somebody."""
        data = form.cleaned_data
        if self.refused:
            intent = Intent(grounds=frozenset(data["grounds"]), reason=data["reason"])
            return actions.refuse_acceptance(
                submission_id=self.submission.pk, intent=intent, filing=forms.filing_of(data), by=by, at=at
            )
        facts: dict[str, bool | None] = {"identity_checked": True} if data.get("identity_checked") else {}
        return actions.accept_submission(
            submission_id=self.submission.pk, leader_id=data["leader"], handler_id=data["handler"],
            intent=Intent(facts=facts), filing=forms.filing_of(data), by=by, at=at,
        )  # fmt: skip

    def waiting_draft(self, *, by: Actor) -> Paper | None:
        """Return what was prepared for it and is not yet issued. Cost: 1 query."""
        return draft_waiting(
            matter_id=self.submission.matter_id, act=self.act, of=f"submission:{self.submission.pk}", by=by
        )

    def _setting(self, by: Actor, at: datetime) -> forms.Setting:
        submission, day = self.submission, at.date()
        remote = local_defaults(path=submission.agency.path).value(LocalCode.REMOTE_AREA, on=day) == "yes"
        complaint = submission.kind == MatterKind.COMPLAINT
        if self.refused:
            return forms.Setting(grounds=self._grounds(at), complaint=complaint, first={"remote": remote})
        return forms.Setting(
            denunciation=submission.kind == MatterKind.DENUNCIATION,
            complaint=complaint,
            leaders=list_staff(agency_id=by.agency_id, roles=LEADERS, on=day),
            handlers=list_staff(agency_id=by.agency_id, roles=WORKERS, on=day),
            settler_elsewhere=actions.settler_elsewhere(submission=submission, filing=FIRST, on=day),
            first={
                "leader": by.user_id, "remote": remote,
                "filing": "second_complaint" if submission.second_stage else "first_complaint",
            },
        )  # fmt: skip

    def _grounds(self, at: datetime) -> list[tuple[str, str]]:
        kind = {"complaint": ProcedureKind.FIRST_COMPLAINT}.get(self.submission.kind)
        if kind is None and self.submission.kind not in {"denunciation", "petition_feedback"}:
            return []
        procedure = procedure_for(kind=kind or ProcedureKind(self.submission.kind), on=at.date())
        act = procedure.acts.get("refuse_case") or procedure.acts["refuse_denunciation"]
        return [(ground.code, f"{said(ground.title_vi)} ({ground.article})") for ground in act.grounds]


def opening_of_paper(*, paper: Paper) -> Opening | None:
    """Return what a paper was drafted for, when that opens a case. Raises NotFound when its submission is not seen."""
    kind, _, number = paper.act_of.partition(":")
    if kind != "submission" or paper.act not in actions.OPENING:
        return None
    found = Submission.objects.select_related("matter", "agency").filter(pk=int(number)).first()
    if found is None:
        raise NotFound(str(paper.pk))
    return Opening(found, refused=paper.act.startswith("refuse"))

"""Acts on reviews of cases, and on enforcement close to an event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db import transaction
from django.db.models import Q

from tiepdan.accounts.rules import Actor, Role
from tiepdan.agencies.rules import subtree_end
from tiepdan.audit.record import record
from tiepdan.cases.models import Case
from tiepdan.infra.codes import new_code
from tiepdan.infra.errors import ActionRefused
from tiepdan.infra.verdict import Refused
from tiepdan.matters.actions import notify
from tiepdan.plans.models import EnforcementFlag, EventWindow, ReviewCampaign, ReviewedCase

REVIEWERS = (Role.HEAD, Role.DEPUTY, Role.PROCESSING_OFFICER, Role.HANDLER, Role.OVERSIGHT)


class Measure(StrEnum):
    """Legal measures a case is chosen by."""

    LARGE = "large"
    COMPLEX = "complex"
    PROLONGED = "prolonged"


class Decision(StrEnum):
    """What a head decides about an enforcement close to an event."""

    GO_ON = "go_on"
    POSTPONE = "postpone"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What is told of one case of a review."""

    reviewed_on: date | None
    opinion: str
    way: str
    leader: str
    due_on: date | None
    result: str
    settled_on: date | None


@transaction.atomic
def start_review(
    *, name: str, measures: Sequence[Measure], window_id: int | None, task_id: int | None, ends_on: date | None, by: Actor,
    at: datetime,
) -> ReviewCampaign:  # fmt: skip
    """Begin a review with every open case in sight that meets one of the measures today.

    Raises ActionRefused: plan_role_not_allowed, review_measures_missing.
    """
    if not by.is_one_of(*REVIEWERS):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    if not name.strip() or not measures:
        raise ActionRefused(Refused("review_measures_missing"))
    campaign = ReviewCampaign.objects.create(
        code=new_code(), agency_id=by.agency_id, agency_path=by.agency_path, name=name.strip()[:300], task_id=task_id,
        window_id=window_id, measures=[measure.value for measure in measures], chosen_on=at.date(), ends_on=ends_on,
        made_by_id=by.user_id, made_at=at,
    )  # fmt: skip
    count = _choose(campaign, by=by, on=at.date())
    record(
        act="review.started", by=by, at=at, subject=f"review:{campaign.pk}",
        after={"name": campaign.name, "measures": campaign.measures, "cases": count},
    )  # fmt: skip
    return campaign


@transaction.atomic
def choose_again(*, code: str, by: Actor, at: datetime) -> int:
    """Add the cases that have come to meet the measures since. Returns how many.

    Raises ActionRefused: plan_role_not_allowed, review_closed.
    """
    campaign = _campaign(code, by)
    count = _choose(campaign, by=by, on=at.date())
    record(act="review.chosen_again", by=by, at=at, subject=f"review:{campaign.pk}", after={"cases": count})
    return count


@transaction.atomic
def review_case(*, reviewed_id: int, review: Review, by: Actor, at: datetime) -> ReviewedCase:
    """Tell of one case: reviewed on, opinion, way of settlement, responsible leader, result.

    Raises ActionRefused: plan_role_not_allowed, review_closed, already_destroyed, review_days_wrong.
    """
    row = ReviewedCase.objects.select_for_update(of=("self",)).select_related("campaign").get(pk=reviewed_id)
    _campaign(row.campaign.code, by)
    if Case.objects.filter(pk=row.case_id, destroyed_on__isnull=False).exists():  # nothing may be said of it again
        raise ActionRefused(Refused("already_destroyed"))
    days = (review.reviewed_on, review.settled_on)
    if any(day is not None and day > at.date() for day in days) or (review.settled_on and not review.reviewed_on):
        raise ActionRefused(Refused("review_days_wrong"))
    row.reviewed_on, row.due_on, row.settled_on = review.reviewed_on, review.due_on, review.settled_on
    row.opinion, row.way, row.result = review.opinion.strip(), review.way.strip(), review.result.strip()
    row.leader = review.leader.strip()[:160]
    row.save()
    record(
        act="review.told", by=by, at=at, subject=f"reviewed_case:{row.pk}", matter_id=row.matter_id,
        after={"reviewed_on": row.reviewed_on, "leader": row.leader, "settled_on": row.settled_on},
    )  # fmt: skip
    return row


@transaction.atomic
def close_review(*, code: str, by: Actor, at: datetime) -> ReviewCampaign:
    """End a review; what was told stays. Raises ActionRefused: plan_role_not_allowed, review_closed."""
    campaign = _campaign(code, by)
    campaign.closed_on = at.date()
    campaign.save(update_fields=["closed_on"])
    record(act="review.closed", by=by, at=at, subject=f"review:{campaign.pk}")
    return campaign


@transaction.atomic
def flag_enforcement(*, case_id: int, what: str, planned_on: date, by: Actor, at: datetime) -> EnforcementFlag:
    """Tell of a coercive enforcement planned while a complaint about it is open, inside a window before or during an event.

    The head is told and decides. Outside every window, or with the complaint closed, nothing needs a flag.
    Raises ActionRefused: plan_role_not_allowed, case_closed_for_flag, enforcement_outside_window, enforcement_flagged.
    """
    if not by.is_one_of(*REVIEWERS) or by.is_one_of(Role.OVERSIGHT):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    case = Case.objects.select_related("agency").get(pk=case_id)
    if case.closed_on is not None or not case.procedure.endswith("complaint"):
        raise ActionRefused(Refused("case_closed_for_flag"))
    window = (
        EventWindow.objects.filter(prepares_on__lte=planned_on, ends_on__gte=planned_on).order_by("starts_on").first()
    )
    if window is None:
        raise ActionRefused(Refused("enforcement_outside_window"))
    if EnforcementFlag.objects.filter(case=case, planned_on=planned_on, decided_at=None).exists():
        raise ActionRefused(Refused("enforcement_flagged"))
    flag = EnforcementFlag.objects.create(
        matter_id=case.matter_id, case=case, agency_path=by.agency_path, window=window, what=what.strip()[:300],
        planned_on=planned_on, told_by_id=by.user_id, told_at=at,
    )  # fmt: skip
    record(
        act="enforcement.flagged", by=by, at=at, subject=f"enforcement_flag:{flag.pk}", matter_id=case.matter_id,
        after={"planned_on": planned_on, "window": window.name},
    )  # fmt: skip
    notify(
        agency_id=by.agency_id, kind="plan_enforcement", at=at, code=case.code, matter_id=case.matter_id, role=Role.HEAD
    )
    return flag


@transaction.atomic
def decide_enforcement(
    *, flag_id: int, decision: Decision, reason: str, postponed_to: date | None, by: Actor, at: datetime
) -> EnforcementFlag:
    """Decide, as head, whether the enforcement goes on, is put off, or stops; with the reason, on record.

    Raises ActionRefused: head_only, enforcement_decided, reason_missing, enforcement_day_missing.
    """
    flag = EnforcementFlag.objects.select_for_update(of=("self",)).select_related("window", "case").get(pk=flag_id)
    if not by.is_one_of(Role.HEAD, Role.DEPUTY) or by.agency_path != flag.agency_path:
        raise ActionRefused(Refused("head_only"))
    if flag.decided_at is not None:
        raise ActionRefused(Refused("enforcement_decided"))
    if not reason.strip():
        raise ActionRefused(Refused("reason_missing"))
    if decision is Decision.POSTPONE and (postponed_to is None or postponed_to <= flag.planned_on):
        raise ActionRefused(Refused("enforcement_day_missing"))
    flag.decision, flag.reason = decision, reason.strip()
    flag.postponed_to = postponed_to if decision is Decision.POSTPONE else None
    flag.decided_by_id, flag.decided_at = by.user_id, at
    flag.save()
    record(
        act="enforcement.decided", by=by, at=at, subject=f"enforcement_flag:{flag.pk}", matter_id=flag.matter_id,
        after={"decision": decision, "postponed_to": flag.postponed_to}, reason=reason,
    )  # fmt: skip
    notify(
        agency_id=by.agency_id, kind="plan_enforcement_decided", at=at, code=flag.case.code, matter_id=flag.matter_id,
        user_id=flag.told_by_id,
    )  # fmt: skip
    return flag


def _choose(campaign: ReviewCampaign, *, by: Actor, on: date) -> int:
    cases = Case.objects.open()
    if not by.is_one_of(Role.OVERSIGHT):
        cases = cases.filter(
            Q(agency__path__gte=by.agency_path, agency__path__lt=subtree_end(by.agency_path))
            | Q(agency_id=by.agency_id)
        )
    by_measure = {
        Measure.LARGE: set(cases.large().values_list("pk", flat=True)),
        Measure.COMPLEX: set(cases.complex().values_list("pk", flat=True)),
        Measure.PROLONGED: set(cases.prolonged(on=on).values_list("pk", flat=True)),
    }
    wanted = [measure for measure in Measure if measure.value in campaign.measures]
    known = set(ReviewedCase.objects.filter(campaign=campaign).values_list("case_id", flat=True))
    chosen = {pk for measure in wanted for pk in by_measure[measure]} - known
    for case in cases.filter(pk__in=chosen).order_by("received_on"):
        ReviewedCase.objects.create(
            campaign=campaign, matter_id=case.matter_id, case=case, agency_path=campaign.agency_path,
            measures=[measure.value for measure in Measure if case.pk in by_measure[measure]],
        )  # fmt: skip
    return len(chosen)


def _campaign(code: str, by: Actor) -> ReviewCampaign:
    campaign = ReviewCampaign.objects.select_for_update(of=("self",)).get(code=code)
    if campaign.agency_path != by.agency_path or not by.is_one_of(*REVIEWERS):
        raise ActionRefused(Refused("plan_role_not_allowed"))
    if campaign.closed_on is not None:
        raise ActionRefused(Refused("review_closed"))
    return campaign

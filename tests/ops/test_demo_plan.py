"""The demo's plan at work: what an inspector of the province finds when looking round."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ops.test_demo_history import build
from tiepdan.accounts.acting import acting, actor_of
from tiepdan.accounts.models import Post
from tiepdan.incidents.models import Incident
from tiepdan.ops.demo.build import Part, build_demo
from tiepdan.pages.models import PortalPage
from tiepdan.pages.queries import public_pages
from tiepdan.plans.models import Obstacle, Plan, RegisterEntry, Report, TaskAgency, TaskUrging
from tiepdan.rosters.models import Roster
from tiepdan.situation.models import SituationReport

pytestmark = pytest.mark.django_db


def test_the_demo_shows_a_plan_with_duties_in_every_state_a_roster_an_incident_and_daily_reports() -> None:
    build(2)
    with acting(actor_of(post=Post.objects.get(user__username="dieuphoi.thanhtra"))):
        plan = Plan.objects.get()
        lines = TaskAgency.objects.filter(plan=plan)
        assert set(lines.values_list("status", flat=True)) == {"given", "accepted", "objected", "done"}
        assert lines.filter(due_on__lt=date(2026, 9, 18), status="accepted").exists()  # late
        assert lines.values("agency_path").distinct().count() >= 4
        assert set(Obstacle.objects.values_list("status", flat=True)) == {"told"}
        assert TaskUrging.objects.exists()
        assert RegisterEntry.objects.exists()
        assert {"due", "sent"} <= set(Report.objects.filter(plan=plan).values_list("status", flat=True))
        assert plan.window is not None
    with acting(actor_of(post=Post.objects.get(user__username="dieuphoi.xa"))):
        assert Roster.objects.exists()
        assert Incident.objects.exists()
        assert SituationReport.objects.filter(sent_at__isnull=False).exists()


def test_the_first_part_waits_for_no_plan_and_the_later_part_tells_it_once() -> None:
    for part in (Part.RECENT, Part.OLDER, Part.OLDER):
        build_demo(seed=4, as_of=date(2026, 9, 18), submissions=1, progress=lambda _: None, part=part)
        with acting(actor_of(post=Post.objects.get(user__username="dieuphoi.thanhtra"))):
            assert Plan.objects.count() == (part is Part.OLDER)
        head = actor_of(post=Post.objects.get(user__username="thutruong.xa"))
        with acting(head):
            states = sorted(PortalPage.objects.values_list("state", flat=True))
        assert states == (["published", "published", "waiting"] if part is Part.OLDER else [])
        assert len(public_pages(agency_id=head.agency_id)) == states.count("published")

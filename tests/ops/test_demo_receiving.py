"""What a newcomer finds in the demo beside cases: sessions of the head, sessions online, old books, districts handed over."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tiepdan.accounts.acting import acting, actor_of
from tiepdan.accounts.models import Post
from tiepdan.agencies.models import Agency, Succession
from tiepdan.agenda.models import FollowUp, ReceptionHours, ReceptionSession, SessionMove, SessionVisit
from tiepdan.cases.models import Case
from tiepdan.documents.models import Paper
from tiepdan.imports.models import ImportRun
from tiepdan.matters.models import Handover
from tiepdan.online.models import OnlineSession
from tiepdan.ops.demo.build import build_demo
from tiepdan.privacy.models import Destruction

pytestmark = pytest.mark.django_db
AS_OF = date(2026, 9, 18)


def test_the_screens_of_receiving_importing_and_handing_over_are_not_empty() -> None:
    accounts = build_demo(seed=4, as_of=AS_OF, submissions=8, progress=lambda _: None)
    assert accounts.refused == Counter()
    posts = Post.objects.select_related("user", "agency")
    with acting(actor_of(post=posts.get(user__username="tiepdan.xa"))):
        sessions = ReceptionSession.objects.order_by("on")
        assert sessions.count() == 24  # two a month: what the law asks of the head of a commune
        states = Counter(sessions.values_list("status", flat=True))
        assert states["held"] == sessions.filter(on__lt=AS_OF).count() == 17
        assert states["announced"] >= 1
        assert sessions.exclude(delegate_name="").count() == SessionMove.objects.count() == 1
        assert sessions.filter(conclusion__isnull=False).count() == SessionVisit.objects.count() == 1
        assert FollowUp.objects.filter(done_on__isnull=True).count() == 1
        assert ReceptionHours.objects.count() == 5
        assert sorted(OnlineSession.objects.values_list("state", flat=True)) == ["announced", "ended"]
        assert sorted(ImportRun.objects.values_list("state", flat=True)) == ["done", "faulty"]
    with acting(actor_of(post=posts.get(user__username="thutruong.xa"))):
        paper = Paper.objects.get(
            status="reviewed"
        )  # the notice of acceptance waits for the head; its case is not open yet
        assert (paper.act, paper.number) == ("accept_case", None)
        assert paper.matter_id is not None
        assert not Case.objects.filter(matter_id=paper.matter_id).exists()
        gone = Destruction.objects.get()
        assert Case.objects.get(matter_id=gone.matter_id).destroyed_on == gone.decided_at.date() < AS_OF
    with acting(actor_of(post=posts.get(user__username="thutruong.tinh"))):
        assert list(Handover.objects.values_list("state", flat=True)) == ["done"] * 4
    assert Succession.objects.filter(predecessor__kind="district_committee").count() >= 4 * 3
    assert not Agency.objects.in_force(on=AS_OF).filter(kind="district_committee").exists()

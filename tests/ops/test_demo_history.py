"""The demo as stored: told by the real acts, the same for the same seed, and only in a database of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from django.contrib.auth.hashers import check_password
from django.db import connection, transaction

from tests.people import make_cast
from tiepdan.accounts.acting import acting, actor_of, service_actor, serving
from tiepdan.accounts.models import Post, User
from tiepdan.accounts.rules import Role
from tiepdan.agencies.models import Agency
from tiepdan.audit.models import Entry
from tiepdan.cases.models import Case
from tiepdan.documents.access import drawn
from tiepdan.documents.models import Paper, PaperStatus
from tiepdan.matters.models import Participation
from tiepdan.ops.demo.agencies import TWO_TIERS_FROM
from tiepdan.ops.demo.build import DemoAccounts, ForeignDatabase, build_demo, refuse_foreign
from tiepdan.ops.demo.memory import Memory
from tiepdan.ops.demo.staff import PASSWORD
from tiepdan.ops.models import ToldTurn
from tiepdan.reception.models import Reception
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db
AS_OF = date(2026, 9, 18)


def build(submissions: int, *, seed: int = 4) -> DemoAccounts:
    return build_demo(seed=seed, as_of=AS_OF, submissions=submissions, progress=lambda _: None)


def everything() -> list[tuple[object, ...]]:
    """Read every agency's lines, books and papers as that agency sees them."""
    rows: list[tuple[object, ...]] = []
    for agency in Agency.objects.order_by("path"):
        with serving(service_actor(agency=agency)):
            rows += Participation.objects.order_by("code").values_list(
                "agency__code",
                "code",
                "kind",
                "title",
                "state",
                "register_number",
                "received_on",
                "due_on",
                "closed_on",
            )
            rows += Reception.objects.order_by("number", "received_on").values_list(
                "agency__code", "number", "code", "received_on", "outcome", "summary", "content"
            )
            rows += (
                Submission.objects.filter(matter__sealed=False)
                .order_by("code")
                .values_list("code", "status", "content")
            )
    return rows


def rolled_back(submissions: int, seed: int) -> list[tuple[object, ...]]:
    with transaction.atomic():
        build(submissions, seed=seed)
        found = everything()
        transaction.set_rollback(True)
    return found


def test_the_same_seed_and_day_tell_the_same_story() -> None:
    first, second = rolled_back(12, 4), rolled_back(12, 4)
    assert first == second
    assert len(first) > 20
    assert rolled_back(12, 5) != first


class PowerCut(Exception):
    """Ends the telling in the middle."""


@pytest.mark.parametrize("after", [1, 40])
def test_an_interrupted_demo_is_told_on_as_if_nothing_had_happened(after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rolled_back(8, 4)
    told = 0
    plain = Memory.telling

    @contextmanager
    def cut(self: Memory, *, story: int, turn: int) -> Iterator[None]:
        nonlocal told
        told += 1
        with plain(self, story=story, turn=turn):
            yield
            if told == after:
                raise PowerCut

    monkeypatch.setattr(Memory, "telling", cut)
    with transaction.atomic():
        with pytest.raises(PowerCut):
            build(8)
        refuse_foreign()  # it is our own, told half
        with pytest.raises(ForeignDatabase, match="tham số"):
            build(9)
        assert ToldTurn.objects.filter(story__gte=0).count() == after - 1
        again: list[str] = []
        build_demo(seed=4, as_of=AS_OF, submissions=8, progress=again.append)
        found = everything()
        assert not ToldTurn.objects.exists()
        transaction.set_rollback(True)
    assert found == whole
    assert (f"  … nối tiếp sau {after - 1} bước đã kể" in again) is (after > 1)


def test_a_foreign_database_is_refused() -> None:
    refuse_foreign()
    make_cast()
    with pytest.raises(ForeignDatabase, match="đã có dữ liệu"):
        refuse_foreign()


def test_accounts_of_every_role_log_in_and_others_do_not() -> None:
    accounts = build(220)  # as many as it takes for the seldom ones, told by chance, to come about
    names = [username for username, _, _ in accounts.rows]
    assert set(Post.objects.filter(user__username__in=names).values_list("role", flat=True)) == set(Role)
    clerk = User.objects.get(username="tiepdan.xa")
    assert check_password(PASSWORD, clerk.password)
    assert not User.objects.exclude(username__in=names).first().has_usable_password()  # type: ignore[union-attr]
    assert PASSWORD in str(accounts)
    assert "tiepdan.xa" in str(accounts)


@pytest.mark.slow
def test_all_kinds_and_states_come_about_and_the_law_stops_no_story() -> None:
    accounts = build(220)  # as many as it takes for the seldom ones, told by chance, to come about
    assert accounts.refused == Counter()

    kinds, statuses, outcomes, states, acts, procedures = set(), set(), set(), Counter[str](), set(), set()
    drafted = []
    heads = Post.objects.in_force(on=AS_OF).filter(role=Role.HEAD, agency__ends_before__isnull=True)
    for head in heads.select_related("user", "agency"):  # a head also reads denunciations
        with acting(actor_of(post=head)):
            kinds |= set(Participation.objects.values_list("kind", flat=True))
            statuses |= set(Submission.objects.values_list("status", flat=True))
            outcomes |= set(Reception.objects.values_list("outcome", flat=True))
            states.update(Case.objects.values_list("state", flat=True))
            procedures |= set(Case.objects.values_list("procedure", flat=True))
            acts |= set(Entry.objects.values_list("act", flat=True))
            found = Paper.objects.filter(status=PaperStatus.ISSUED, sealed=False).order_by("form_key")[:1]
            drafted += [(head, paper) for paper in found]
    for ended in Agency.objects.filter(ends_before__isnull=False):  # nobody works there any more
        with serving(service_actor(agency=ended)):
            statuses |= set(Submission.objects.values_list("status", flat=True))
    assert kinds >= {"complaint", "denunciation", "petition_feedback"}
    assert statuses >= {
        "received",
        "screened",
        "accepted",
        "guided",
        "filed",
        "returned",
        "withdrawn",
        "voided",
        "split",
        "refused",
    }
    assert outcomes >= {"accept", "explain", "refuse"}
    assert set(states) >= {"closed", "executing", "verifying", "not_accepted"}
    assert acts >= {
        "submission.linked", "case.urged", "case.urging_answered", "case.hold_dialogue", "identity.opened", "case.conclude",
        "submission.delay_explained", "attachment.added", "case.enter_effect", "submission.forwarded",
        "case.record_second_complaint", "case.record_council_proposal", "case.publish_to_staff", "case.record_mandate",
        "case.hold_mediation", "case.withdraw_part", "case.suspend_case", "case.resume_case", "case.request_protection",
        "case.order_protection", "case.end_protection", "case.record_court_acceptance", "case.record_follow_up",
        "case.refuse_resettlement", "case.order_expertise", "case.receive_expert_result",
    }  # fmt: skip
    assert procedures >= {
        "first_complaint",
        "second_complaint",
        "disciplinary_complaint",
        "denunciation",
        "petition_feedback",
    }
    for head, paper in drafted[:8]:  # issued without their file: they must still draw when opened
        with acting(actor_of(post=head)):
            assert drawn(paper=paper, with_identity=True).pdf().startswith(b"%PDF")


def test_districts_are_over_when_their_history_is_told() -> None:
    build(12)
    assert not Agency.objects.in_force(on=AS_OF).filter(kind="district_committee").exists()
    assert Agency.objects.filter(kind="district_committee", ends_before=TWO_TIERS_FROM).count() == 4


def test_the_record_begins_with_the_mark_of_the_demo() -> None:
    build(2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM agencies_agency")
        assert cursor.fetchone() == (150,)
    boss = Post.objects.select_related("user", "agency").get(user__username="quantri.xa")
    with acting(actor_of(post=boss)):
        first = Entry.objects.order_by("pk").first()
    assert first is not None
    assert first.act == "demo.built"

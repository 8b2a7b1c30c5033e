"""What the rules would do with a submission, and why."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories
from tests.people import Cast, make_cast
from tests.routing.build import AT, done, linked, misdirected, received, screened
from tiepdan.accounts.acting import acting
from tiepdan.accounts.rules import Actor
from tiepdan.agencies.rules import AgencyKind
from tiepdan.matters.rules import MatterKind
from tiepdan.routing.queries import Suggestion, suggest_route
from tiepdan.routing.rules.competence import SettlerRelation
from tiepdan.routing.rules.routes import RouteAct
from tiepdan.routing.rules.settlers import AgencyFacts, find_settlers
from tiepdan.submissions.models import Submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    """Who takes part."""
    return make_cast()


def suggested(by: Actor, submission: Submission) -> Suggestion:
    """What is suggested to an actor."""
    with acting(by):
        return suggest_route(submission=Submission.objects.get(pk=submission.pk), on=AT.date())


def test_a_complaint_against_the_commune_chairman_is_accepted_here(cast: Cast) -> None:
    mine = screened(
        cast.clerk, received(cast.clerk), against_code="commune_chair", respondent_agency_id=cast.commune.pk
    )
    found = suggested(cast.clerk, mine)
    assert (found.act, found.competent, found.article) == (
        RouteAct.ACCEPT, True, "LKN Đ.17 (Luật 136/2025 Đ.2(7))",
    )  # fmt: skip


def test_a_complaint_against_a_department_is_guided_there(cast: Cast) -> None:
    found = suggested(cast.clerk, misdirected(cast))
    assert (found.act, found.agency_id, found.competent) == (RouteAct.GUIDE, cast.department.pk, False)
    assert cast.department.name in found.reason_vi
    assert found.confidence == "verified"


def test_a_second_complaint_is_for_who_stands_above_the_first_settler(cast: Cast) -> None:
    about: dict[str, Any] = {
        "against_code": "commune_chair",
        "respondent_agency_id": cast.commune.pk,
        "second_stage": True,
    }
    above = screened(cast.province_processor, received(cast.province_processor), **about)
    found = suggested(cast.province_processor, above)
    assert (found.act, found.agency_id, found.competent) == (RouteAct.ACCEPT, cast.province.pk, True)
    assert "Khiếu nại lần hai thuộc thẩm quyền" in found.reason_vi
    here = suggested(cast.clerk, screened(cast.clerk, received(cast.clerk), **about))
    assert (here.act, here.agency_id) == (RouteAct.GUIDE, cast.province.pk)
    assert "khiếu nại lần hai thuộc thẩm quyền" in here.reason_vi


def test_a_denunciation_of_a_department_head_is_forwarded_to_the_province(cast: Cast) -> None:
    submission = screened(
        cast.clerk, received(cast.clerk, kind=MatterKind.DENUNCIATION), against_code="provincial_agency_head",
        respondent_agency_id=cast.department.pk,
    )  # fmt: skip
    found = suggested(cast.clerk, submission)
    assert (found.act, found.agency_id) == (RouteAct.FORWARD, cast.province.pk)


def test_a_unit_below_the_commune_is_settled_by_its_chairman(cast: Cast) -> None:
    office = factories.agency("Phòng Kinh tế phường", kind=AgencyKind.COMMUNE_BODY, parent=cast.commune)
    mine = screened(
        cast.clerk, received(cast.clerk), against_code="commune_agency_head", respondent_agency_id=office.pk
    )
    assert suggested(cast.clerk, mine).act is RouteAct.ACCEPT


def test_what_is_not_eligible_is_filed(cast: Cast) -> None:
    assert suggested(cast.clerk, screened(cast.clerk, received(cast.clerk), eligible=False)).act is RouteAct.FILE


def test_what_was_guided_before_is_filed(cast: Cast) -> None:
    first, second = misdirected(cast), misdirected(cast)
    done(cast, first, RouteAct.GUIDE, to_agency_id=cast.department.pk)
    linked(cast.clerk, second, first)
    assert suggested(cast.clerk, second).act is RouteAct.FILE


def test_without_kind_or_subject_the_rules_cannot_tell(cast: Cast) -> None:
    assert suggested(cast.clerk, received(cast.clerk)).act is None
    assert suggested(cast.clerk, screened(cast.clerk, received(cast.clerk))).competent is None


def test_who_names_the_settler_is_said_when_the_tree_gives_none(cast: Cast) -> None:
    found = suggested(
        cast.clerk, screened(cast.clerk, received(cast.clerk), against_code="commune_agency_head",
                             respondent_agency_id=cast.department.pk),
    )  # fmt: skip
    assert (found.act, found.agency_id) == (None, None)
    assert "LKN Đ.21(3)" in found.reason_vi


def test_a_subject_not_in_force_that_day_is_explained(cast: Cast) -> None:
    mine = screened(
        cast.clerk, received(cast.clerk), against_code="district_chair", respondent_agency_id=cast.commune.pk
    )
    found = suggested(cast.clerk, mine)
    assert (found.act, found.competent) == (None, None)
    assert "14/07/2026" in found.reason_vi


def test_a_petition_goes_to_the_agency_it_speaks_of(cast: Cast) -> None:
    assert suggested(cast.clerk, misdirected(cast, kind=MatterKind.PETITION_FEEDBACK)).act is RouteAct.FORWARD
    mine = screened(
        cast.clerk, received(cast.clerk, kind=MatterKind.PETITION_FEEDBACK), respondent_agency_id=cast.commune.pk
    )
    assert suggested(cast.clerk, mine).act is RouteAct.ACCEPT
    unknown = screened(cast.clerk, received(cast.clerk, kind=MatterKind.PETITION_FEEDBACK))
    assert suggested(cast.clerk, unknown).act is None


def line(*kinds: str, ended: bool = False) -> list[AgencyFacts]:
    """Agencies from below to the root."""
    return [AgencyFacts(at, kind, kind, not ended) for at, kind in enumerate(kinds)]


RELATIONS = [
    (SettlerRelation.SAME_HEAD, ["department", "provincial_committee"], [0]),
    (SettlerRelation.DIRECT_SUPERIOR_HEAD, ["department_body", "department", "provincial_committee"], [1]),
    (SettlerRelation.PROVINCE_CHAIR, ["commune_body", "commune_committee", "provincial_committee"], [2]),
    (SettlerRelation.MINISTER, ["ministry_body", "ministry"], [1]),
    (SettlerRelation.MINISTER_OF_SECTOR, ["provincial_committee"], []),
    (SettlerRelation.COURT_ONLY, ["ministry"], []),
    (SettlerRelation.SAME_HEAD, [], []),
]


@pytest.mark.parametrize("relation, kinds, expected", RELATIONS)
def test_a_relation_names_an_agency_of_the_tree(
    relation: SettlerRelation, kinds: list[str], expected: list[int]
) -> None:
    found = find_settlers(relation=relation, line=line(*kinds))
    assert [agency.id for agency in found.agencies] == expected
    assert bool(found.designator) is not bool(expected)


def test_an_agency_that_has_ended_settles_nothing() -> None:
    found = find_settlers(relation=SettlerRelation.SAME_HEAD, line=line("district_committee", ended=True))
    assert found.agencies == ()
    assert found.designator

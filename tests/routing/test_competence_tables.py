"""Who settles: every row of the decision tables, by period, and the command that asks."""

from __future__ import annotations

import json
from datetime import date

import pytest

from tiepdan.deadlines.model import Confidence
from tiepdan.deadlines.refusal import RuleRefused
from tiepdan.routing.rules.competence import (
    MatterKind,
    SettlerRelation,
    Stage,
    list_subjects,
    settle_competence,
    subjects_for,
)
from tiepdan.routing.rules.competence_command import main

P0, P1, P2 = date(2025, 6, 30), date(2025, 7, 1), date(2026, 7, 1)

# complaint, P2: subject, first settler, second settler; the table of §5.1
COMPLAINTS = [
    ("commune_chair", "commune_chair", "province_chair"),
    ("commune_agency_head", "commune_chair", "province_chair"),
    ("commune_staff", "commune_chair", "province_chair"),
    ("commune_committee", "commune_chair", "province_chair"),
    ("provincial_agency_unit_head", "provincial_agency_unit_head", "provincial_agency_head"),
    ("provincial_agency_head", "provincial_agency_head", "province_chair"),
    ("province_chair", "province_chair", "minister_of_sector"),
    ("province_committee", "province_chair", "minister_of_sector"),
    ("ministry_unit_head", "ministry_unit_head", "minister"),
    ("minister", "minister", "court_only"),
    ("service_unit", "service_unit_head", "superior_unit_head"),
    ("service_unit_without_superior", "service_unit_head", "managing_agency_head"),
    ("service_unit_of_prime_minister", "service_unit_head", "minister_of_sector"),
    ("disciplinary_decision", "issuing_head", "superior_agency_head"),
    ("disciplinary_decision_of_minister_or_province_chair", "issuing_head", "minister_of_home_affairs"),
    ("anything_else", "issuing_head", "superior_agency_head"),
]


@pytest.mark.parametrize("against, first, second", COMPLAINTS)
def test_complaint_since_july_2026(against: str, first: str, second: str) -> None:
    settlers = [
        settle_competence(kind="complaint", against=against, stage=stage, on=P2).settler
        for stage in (Stage.FIRST, Stage.SECOND)
    ]
    assert settlers == [first, second]


# complaint, P0: the table of §5.2
BEFORE_2025 = [
    ("commune_chair", "commune_chair", "district_chair"),
    ("district_agency_head", "district_agency_head", "district_chair"),
    ("district_chair", "district_chair", "province_chair"),
    ("provincial_agency_unit_head", "provincial_agency_unit_head", "provincial_agency_head"),
    ("provincial_agency_head", "provincial_agency_head", "province_chair"),
    ("province_chair", "province_chair", "minister_of_sector"),
]


@pytest.mark.parametrize("against, first, second", BEFORE_2025)
def test_complaint_with_districts(against: str, first: str, second: str) -> None:
    settlers = [
        settle_competence(kind="complaint", against=against, stage=stage, on=P0).settler
        for stage in ("first", "second")
    ]
    assert settlers == [first, second]


# denunciation, P2: the table of §5.4
DENUNCIATIONS = [
    ("commune_agency_head", "commune_chair"),
    ("commune_staff", "commune_chair"),
    ("commune_body", "commune_chair"),
    ("commune_chair", "province_chair"),
    ("commune_committee", "province_chair"),
    ("provincial_agency_unit_head", "provincial_agency_head"),
    ("provincial_agency_head", "province_chair"),
    ("province_staff", "province_chair"),
    ("province_body", "province_chair"),
    ("general_department_unit", "general_department_head"),
    ("government_agency_unit_head", "government_agency_head"),
    ("ministry_unit_head", "minister"),
    ("minister", "prime_minister"),
    ("province_chair", "prime_minister"),
    ("regional_procuracy_staff", "regional_procuracy_head"),
    ("regional_procuracy_head", "provincial_procuracy_head"),
    ("provincial_procuracy_head", "supreme_procuracy_head"),
    ("court", "chief_justice_by_level"),
    ("state_audit", "auditor_general"),
    ("national_assembly_deputy", "assembly_standing_committee"),
    ("people_council_deputy", "council_standing_body"),
    ("people_council_chair", "approving_authority"),
    ("service_unit_staff", "service_unit_head"),
    ("service_unit_head", "managing_agency_head"),
    ("state_enterprise_staff", "enterprise_head"),
    ("state_enterprise_board", "managing_agency_head"),
    ("person_on_duty", "direct_manager"),
    ("not_covered", "designated_settler"),
    ("state_management", "managing_field_agency"),
    ("state_management_overlap", "first_accepting_agency"),
]


@pytest.mark.parametrize("against, settler", DENUNCIATIONS)
def test_denunciation_since_july_2026(against: str, settler: str) -> None:
    assert settle_competence(kind="denunciation", against=against, on=P2).settler == settler


def test_what_was_not_read_is_marked() -> None:
    former_district = settle_competence(kind="complaint", against="district_chair", on=P1)
    between = settle_competence(kind="denunciation", against="commune_chair", on=P1)
    summary = settle_competence(kind="complaint", against="commune_chair", on=P1)
    collective = settle_competence(kind="complaint", against="commune_committee", on=P2)
    assert [one.confidence for one in (former_district, between, summary, collective)] == [
        Confidence.UNVERIFIED,
        Confidence.UNVERIFIED,
        Confidence.SECONDARY,
        Confidence.UNVERIFIED,
    ]
    assert former_district.settler_relation is SettlerRelation.SUCCESSOR_COMMUNE_CHAIR


def test_answer_explains_itself() -> None:
    answer = settle_competence(kind=MatterKind.COMPLAINT, against="commune_chair", stage=Stage.SECOND, on=P2)
    assert (answer.period, answer.article, answer.title_vi) == (
        "P2",
        "LKN Đ.21(2) (Luật 136/2025 Đ.2(8))",
        "Chủ tịch UBND cấp tỉnh",
    )


@pytest.mark.parametrize("kind", MatterKind)
@pytest.mark.parametrize("on", [P0, P1, P2])
def test_every_listed_subject_has_an_answer_that_day(kind: MatterKind, on: date) -> None:
    subjects = list_subjects(kind=kind, on=on)
    assert subjects
    for subject in subjects:
        assert settle_competence(kind=kind, against=subject.code, on=on).settler


def test_subject_is_found_from_agency_and_post() -> None:
    found = subjects_for(kind="complaint", agency_kind="commune_committee", post="head", on=P2)
    assert found[0].code == "commune_chair"
    assert subjects_for(kind="complaint", agency_kind="press", post="head", on=P2) == ()
    units = subjects_for(kind="complaint", agency_kind="public_service_unit", post="head", on=P2)
    assert {subject.code for subject in units} == {
        "service_unit",
        "service_unit_without_superior",
        "service_unit_of_prime_minister",
    }


REFUSED = [
    ("matter_kind_unknown", "petition", "commune_chair", "first", P2),
    ("stage_unknown", "complaint", "commune_chair", "third", P2),
    ("subject_unknown", "complaint", "mayor", "first", P2),
    ("competence_not_in_force", "complaint", "district_chair", "first", P2),
    ("competence_not_in_force", "complaint", "service_unit", "first", date(2020, 12, 9)),
    ("no_second_stage", "complaint", "conflict_within_ministry", "second", P2),
    ("no_second_stage", "denunciation", "commune_chair", "second", P2),
]


@pytest.mark.parametrize("code, kind, against, stage, on", REFUSED)
def test_refusal_has_a_code_and_words(code: str, kind: str, against: str, stage: str, on: date) -> None:
    with pytest.raises(RuleRefused) as refused:
        settle_competence(kind=kind, against=against, stage=stage, on=on)
    assert refused.value.code == code
    assert len(str(refused.value)) > 40


def test_command_prints_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["--kind", "complaint", "--against", "commune_chair", "--stage", "second", "--on", "2026-07-01"]
    assert main([*argv, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert {key: document[key] for key in ("settler", "article", "period", "confidence")} == {
        "settler": "province_chair",
        "article": "LKN Đ.21(2) (Luật 136/2025 Đ.2(8))",
        "period": "P2",
        "confidence": "verified",
    }
    assert main(argv) == 0
    assert capsys.readouterr().out.startswith("Chủ tịch UBND cấp tỉnh (")


def test_command_lists_codes_with_titles(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list", "--json"]) == 0
    subjects = json.loads(capsys.readouterr().out)["subjects"]
    assert {"complaint", "denunciation"} == {row["kind"] for row in subjects}
    assert main(["--list", "--kind", "complaint", "--on", "2026-07-01"]) == 0
    listed = capsys.readouterr().out
    assert "complaint commune_chair: Chủ tịch UBND cấp xã\n" in listed
    assert "district_chair" not in listed


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["--kind", "petition", "--against", "x", "--on", "2026-07-01"],
        ["--kind", "complaint"],
        ["--kind", "complaint", "--against", "mayor", "--on", "2026-07-01"],
        ["--kind", "complaint", "--against", "commune_chair", "--on", "01/07/2026"],
        ["--kind", "denunciation", "--against", "commune_chair", "--stage", "second", "--on", "2026-07-01"],
    ],
    ids=" ".join,
)
def test_wrong_use_leaves_with_two_and_one_line(capsys: pytest.CaptureFixture[str], argv: list[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)

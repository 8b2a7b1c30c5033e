"""Which act of processing is lawful: reports §2.3 and complaints §3.5, row by row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.documents.rendering.loading import load_forms
from tiepdan.infra.verdict import Allowed, Refused
from tiepdan.routing.rules.grounds import grounds_in_force
from tiepdan.routing.rules.routes import (
    EarlierLetter,
    RouteAct,
    Situation,
    Wish,
    may,
    offer,
)
from tiepdan.routing.rules.table import load_routes

NOW, BEFORE = date(2026, 7, 14), date(2026, 6, 30)
LETTER = EarlierLetter(agency="UBND phường", to="Sở", letter="12/UBND", on=date(2026, 7, 2))
BASE = Situation(
    kind="complaint", status="screened", source="post", on=NOW, agency_id=1, eligible=True, competent=False
)
ELSEWHERE = Wish(to_agency_id=2)
A, G, F, R, L, N, S = (
    RouteAct.ACCEPT, RouteAct.GUIDE, RouteAct.FORWARD, RouteAct.RETURN, RouteAct.FILE, RouteAct.REFUSE, RouteAct.SPLIT,
)  # fmt: skip


def code(act: RouteAct, wish: Wish = ELSEWHERE, **given: object) -> str:
    """Refusal of an act, "" when it is allowed."""
    verdict = may(act=act, situation=replace(BASE, **given), wish=wish)  # type: ignore[arg-type] # spread of test values
    return verdict.code if isinstance(verdict, Refused) else ""


ROWS: list[tuple[str, RouteAct, dict[str, object], Wish, str]] = [
    # rule, act, what is different, wish, refusal
    ("reports §2.3/1", A, {"competent": True}, ELSEWHERE, ""),
    ("reports §2.3/1", A, {}, ELSEWHERE, "not_competent"),
    ("reports §2.3/20", A, {"competent": True, "eligible": False}, ELSEWHERE, "not_eligible"),
    ("complaints §3.5/5", A, {"competent": True, "signed": False}, ELSEWHERE, "not_signed"),
    ("PA-8", A, {"competent": True, "group_complete": False}, ELSEWHERE, "group_incomplete"),
    ("reports §2.3/17", A, {"kind": "denunciation", "competent": True, "anonymous": True}, ELSEWHERE, "denouncer_unknown"),
    ("reports §2.3/11", A, {"kind": "denunciation", "competent": True}, ELSEWHERE, ""),
    ("reports §2.2", A, {"status": "received"}, ELSEWHERE, "not_screened"),
    ("reports §2.2", G, {"status": "received"}, ELSEWHERE, "not_screened"),
    ("reports §2.2", G, {"kind": "unclassified"}, ELSEWHERE, "kind_unknown"),
    ("", G, {"status": "guided"}, ELSEWHERE, "already_processed"),
    ("reports §2.3/4", G, {}, ELSEWHERE, ""),
    ("reports §2.3/4", G, {"competent": None}, ELSEWHERE, ""),
    ("reports §2.3/4", G, {"competent": True}, ELSEWHERE, "competent_here"),
    ("reports §2.3/20", G, {"eligible": False}, ELSEWHERE, "not_eligible"),
    ("reports §2.3/4", G, {"guided": LETTER}, ELSEWHERE, "already_guided"),
    ("", G, {}, Wish(), "no_target"),
    ("", G, {}, Wish(to_text=" "), "no_target"),
    ("", G, {}, Wish(to_text="Tòa án khu vực"), ""),
    ("", G, {}, Wish(to_agency_id=1), "same_agency"),
    ("reports §2.3/12", G, {"kind": "denunciation"}, ELSEWHERE, "denunciation_is_forwarded"),
    ("complaints §4.2/3", G, {"kind": "denunciation", "source": "desk"}, ELSEWHERE, ""),
    ("reports §2.3/22", G, {"kind": "petition_feedback"}, ELSEWHERE, "petition_is_forwarded"),
    ("reports §2.3/4", F, {}, ELSEWHERE, "complaint_is_guided"),
    ("KN-22", F, {"source": "desk"}, ELSEWHERE, ""),
    ("KN-22", F, {"source": "desk", "on": BEFORE}, ELSEWHERE, "complaint_is_guided"),
    ("reports §2.3/12", F, {"kind": "denunciation"}, ELSEWHERE, ""),
    ("reports §2.3/12", F, {"kind": "denunciation", "forwarded": LETTER}, ELSEWHERE, "already_forwarded"),
    ("reports §2.3/12", F, {"kind": "denunciation", "chain": (3, 2, 1)}, ELSEWHERE, "would_loop"),
    ("reports §2.3/12", F, {"kind": "denunciation", "competent": True}, ELSEWHERE, "competent_here"),
    ("reports §2.3/22", F, {"kind": "petition_feedback"}, ELSEWHERE, ""),
    ("reports §2.3/22", F, {"kind": "petition_feedback", "forwarded": LETTER}, ELSEWHERE, ""),
    ("reports §2.3/22", F, {"kind": "petition_feedback", "chain": (2, 1)}, ELSEWHERE, "would_loop"),
    ("reports §2.3/5", R, {"has_forwarder": True, "source": "leader"}, Wish(), ""),
    ("reports §2.3/5", R, {"has_forwarder": True, "source": "forwarded"}, Wish(), ""),
    ("reports §2.3/5", R, {"has_forwarder": True, "source": "leader", "competent": True}, Wish(), "competent_here"),
    ("reports §2.3/5", R, {}, Wish(), "no_forwarder"),
    ("reports §2.3/5", R, {"has_forwarder": True, "source": "press", "kind": "denunciation"}, Wish(), "sender_not_on_return_list"),
    ("reports §2.3/20", L, {"eligible": False}, Wish(ground="illegible"), ""),
    ("reports §2.3/20", L, {"eligible": False}, Wish(), "no_ground"),
    ("reports §2.3/20", L, {}, Wish(ground="illegible"), "eligible_here"),
    ("reports §2.3/16", L, {"handled_elsewhere": True}, Wish(ground="guided_before"), ""),
    ("reports §2.3/17", L, {"kind": "denunciation", "anonymous": True}, Wish(ground="sender_data_missing"), ""),
    ("complaints §3.5/6", N, {"competent": True}, Wish(ground="time_bar_passed"), ""),
    ("complaints §3.5", N, {"competent": True}, Wish(ground="vague"), "no_ground"),
    ("complaints §3.5", N, {}, Wish(ground="time_bar_passed"), "not_competent"),
    ("complaints §4.3/4", N, {"kind": "denunciation", "competent": True}, Wish(ground="violator_or_act_unclear"), ""),
    ("complaints §4.3/3", N, {"kind": "denunciation", "competent": True}, Wish(ground="outside_competence"), "no_ground"),
    ("LKN Đ.10(3)", N, {"competent": True}, Wish(ground="content_withdrawn_before"), ""),
    ("LKN Đ.10(3)", N, {"competent": True, "on": BEFORE}, Wish(ground="content_withdrawn_before"), "no_ground"),
    ("reports §2.3/23", S, {}, Wish(), ""),
]  # fmt: skip


@pytest.mark.parametrize("rule, act, given, wish, refusal", ROWS)
def test_the_decision_table_of_processing(
    rule: str, act: RouteAct, given: dict[str, object], wish: Wish, refusal: str
) -> None:
    assert code(act, wish, **given) == refusal, rule


@pytest.mark.parametrize("act", list(RouteAct))
@pytest.mark.parametrize(
    "status", ["received", "accepted", "guided", "forwarded", "filed", "refused", "withdrawn", "voided"]
)
def test_nothing_is_done_before_screening_or_after_the_end(act: RouteAct, status: str) -> None:
    assert code(act, Wish(to_agency_id=2, ground="illegible"), status=status) in {"not_screened", "already_processed"}


def test_an_earlier_letter_is_shown_in_the_refusal() -> None:
    verdict = may(act=G, situation=replace(BASE, guided=LETTER), wish=ELSEWHERE)
    assert isinstance(verdict, Refused)
    assert verdict.facts == {"agency": "UBND phường", "to": "Sở", "letter": "12/UBND", "on": "02/07/2026"}


def test_an_act_is_offered_before_its_target_or_ground_is_chosen() -> None:
    assert isinstance(offer(act=G, situation=BASE), Allowed)
    assert isinstance(offer(act=N, situation=replace(BASE, competent=True)), Allowed)
    assert isinstance(offer(act=F, situation=BASE), Refused)


def test_an_unknown_list_of_grounds_is_empty() -> None:
    assert grounds_in_force(name="nothing", on=NOW) == ()


def test_a_wrong_row_of_the_table_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "routing").mkdir()
    (tmp_path / "schemas").mkdir()
    schema = Path("rules/schemas/routes.schema.json").read_text(encoding="utf-8")
    (tmp_path / "schemas" / "routes.schema.json").write_text(schema, encoding="utf-8")
    (tmp_path / "routing" / "routes.yaml").write_text("- {act: throw_away, kind: complaint}\n", encoding="utf-8")
    with pytest.raises(RuleFileError, match=r"routes\.yaml:1"):
        load_routes(rules=tmp_path)


def test_every_paper_of_the_table_exists_on_its_first_day() -> None:
    book = load_forms(rules_path() / "forms")
    for route in load_routes(rules=rules_path()):
        for key in filter(None, (route.form, route.notice)):
            assert book.form(key, on=max(route.starts_on, date(2021, 11, 15))).key == key

"""What would change: changed rules tried on stored limits, windows and settlers; nothing is written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.cases.build import accepted, submission
from tests.people import Cast, make_cast
from tests.submissions.build import complaint
from tiepdan.accounts.acting import acting
from tiepdan.audit.models import Entry
from tiepdan.cases.what_if import changed_rules, try_rules
from tiepdan.deadlines.paths import rules_path
from tiepdan.deadlines.rule_file import RuleFileError
from tiepdan.matters.models import Clock

pytestmark = pytest.mark.django_db
LONGER = ("{days: 30, complex_days: 45, remote_days: 45,", "{days: 33, complex_days: 45, remote_days: 45,")
Changed = Callable[..., Path]


@pytest.fixture
def changed(tmp_path: Path) -> Changed:
    """Copy rules/ and replace a text in one file."""

    def make(name: str = "", old: str = "", new: str = "") -> Path:
        folder = tmp_path / f"rules-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(rules_path(), folder)
        if name:
            text = (folder / name).read_text(encoding="utf-8")
            assert old in text
            (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return make


def case_of(cast: Cast) -> str:
    return accepted(cast).code


# KN-5
def test_a_longer_limit_shows_every_case_it_would_move_and_moves_none(changed: Changed) -> None:
    cast = make_cast()
    code = case_of(cast)
    folder = changed("deadlines/complaint.yaml", *LONGER)
    with acting(cast.head):
        stored = Clock.objects.get(rule_id="KN-5")
        entries = Entry.objects.count()
        trial = try_rules(folder=folder)
        moved = [one for one in trial.differences if one.rule == "KN-5"]
        assert [(one.subject, one.id, one.change) for one in trial.rules] == [("deadline", "KN-5", "changed")]
        assert [(one.subject, one.code, one.open, one.before.due) for one in moved] == [
            ("deadline", code, True, stored.rolled_due_on)
        ]
        assert moved[0].before.due == date(2026, 8, 19)
        assert moved[0].after.due == date(2026, 8, 22)  # a Saturday worked in exchange for 31/08
        assert (moved[0].before.text, moved[0].after.text) == ("30 ngày", "33 ngày")
        assert Clock.objects.get(rule_id="KN-5").rolled_due_on == stored.rolled_due_on
        assert Entry.objects.count() == entries


def test_the_same_rules_change_nothing(changed: Changed) -> None:
    cast = make_cast()
    case_of(cast)
    with acting(cast.head):
        trial = try_rules(folder=changed())
    assert (trial.rules, trial.differences, trial.deadlines) == ((), [], 0)


# DC-5, KN-5
def test_a_new_day_off_in_a_year_file_moves_what_ends_on_it(changed: Changed) -> None:
    cast = make_cast()
    case_of(cast)
    folder = changed("calendars/2026.yaml", "days_off:\n", "days_off:\n  2026-08-19: Ngày nghỉ thử\n")
    with acting(cast.head):
        trial = try_rules(folder=folder)
    assert [one.id for one in trial.rules] == ["2026"]
    moved = {one.rule: one.after.due for one in trial.differences}
    assert moved["KN-5"] == date(2026, 8, 20)


# complaints §5.1
def test_another_settler_shows_with_its_article(changed: Changed) -> None:
    cast = make_cast()
    made = submission(cast, complaint(against_code="commune_chair"))
    settlers = "competence/settlers.yaml"
    text = (rules_path() / settlers).read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith("commune_chair:"))
    folder = changed(settlers, old, "commune_chair: Chủ tịch UBND xã theo luật mới")
    with acting(cast.clerk):
        trial = try_rules(folder=folder)
    found = trial.of("competence")
    assert [(one.code, one.rule, one.on) for one in found] == [(made.code, "complaint/commune_chair", made.received_on)]
    assert found[0].after.text == "Chủ tịch UBND xã theo luật mới"
    assert found[0].before.source == found[0].after.source != ""


# KN-3
def test_a_rule_taken_away_says_so_for_each_limit(changed: Changed) -> None:
    cast = make_cast()
    submission(cast)
    folder = changed("deadlines/complaint.yaml", "2026-07-01: {days: 7,", "2026-07-01: {ends: 2026-07-10, days: 7,")
    with acting(cast.clerk):
        found = [one for one in try_rules(folder=folder).differences if one.rule == "KN-3b"]
    assert len(found) == 1
    assert found[0].after.due is None
    assert "không còn hiệu lực vào ngày 14/07/2026" in found[0].after.text


def test_an_outsider_sees_nothing_of_others(changed: Changed) -> None:
    cast = make_cast()
    case_of(cast)
    folder = changed("deadlines/complaint.yaml", *LONGER)
    with acting(cast.outsider):
        trial = try_rules(folder=folder)
    assert trial.rules
    assert (trial.deadlines, trial.differences) == (0, [])


def test_a_limit_of_how_many_is_told(changed: Changed) -> None:
    cast = make_cast()
    case_of(cast)
    folder = changed("calendars/2026.yaml", "days_off:\n", "days_off:\n  2026-08-19: Ngày nghỉ thử\n")
    with acting(cast.head):
        trial = try_rules(folder=folder, limit=1)
    assert (trial.deadlines, trial.complete) == (1, False)


def test_rules_that_do_not_hold_together_are_refused_with_the_line(changed: Changed) -> None:
    folder = changed(
        "deadlines/complaint.yaml",
        "{days: 30, complex_days: 45, remote_days: 45,",
        "{day: 33, complex_days: 45, remote_days: 45,",
    )
    with pytest.raises(RuleFileError, match=r"complaint\.yaml:\d+: unknown key 'day'\. Remove it or write one of:"):
        try_rules(folder=folder)


def test_changed_rules_names_what_was_added_and_removed(changed: Changed) -> None:
    folder = changed("competence/complaint.yaml", "- code: commune_chair\n", "- code: commune_head\n")
    assert [(one.id, one.change) for one in changed_rules(folder=folder)] == [
        ("complaint/commune_chair", "removed"),
        ("complaint/commune_head", "added"),
    ]

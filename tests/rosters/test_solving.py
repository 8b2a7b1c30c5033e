"""The solver's answers, examined without it: nobody breaks a limit, what can be filled is filled, shifts are shared."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tiepdan.rosters.solving.bench import bench_problem
from tiepdan.rosters.solving.check import broken, spread, unfilled
from tiepdan.rosters.solving.greedy import first_answer
from tiepdan.rosters.solving.needs import fair_levels, seats_of
from tiepdan.rosters.solving.solve import solve
from tiepdan.rosters.solving.values import (
    Assigned,
    Day,
    Effort,
    Evenness,
    Limits,
    Pairing,
    Person,
    Post,
    Problem,
    Rule,
    Shift,
    Slot,
    Wish,
    WishKind,
)  # fmt: skip

FIRST = date(2026, 8, 3)  # a Monday
SHORT = Effort(seconds=0.4)


def problem(*, people: int, days: int = 7, need: int = 1, shifts: int = 1, **more: object) -> Problem:
    known = (Shift("s", 450, 720), Shift("c", 780, 990), Shift("t", 1080, 1320, night=True))[:shifts]
    window = tuple(Day(FIRST + timedelta(days=n), (FIRST + timedelta(days=n)).weekday() >= 5) for n in range(days))
    posts = (Post("p", need, tuple(one.key for one in known)),)
    made = Problem(window, known, posts, tuple(Person(n + 1, "A" if n % 2 else "B") for n in range(people)))
    return replace(made, **more)  # type: ignore[arg-type] # columns of a problem


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_answer_breaks_a_limit_or_leaves_open_what_the_rest_fills(data: st.DataObject) -> None:
    people = data.draw(st.integers(1, 6))
    days = data.draw(st.integers(1, 8))
    off = data.draw(st.lists(st.tuples(st.integers(1, people), st.integers(0, days - 1)), max_size=6))
    given_problem = problem(
        people=people, days=days, need=data.draw(st.integers(1, 2)), shifts=data.draw(st.integers(1, 3)),
        wishes=tuple(Wish(who, FIRST + timedelta(days=n), WishKind.LEAVE) for who, n in off),
        limits=Limits(per_day=data.draw(st.integers(1, 2)), rest_minutes=600, in_row=data.draw(st.integers(2, 5))),
    )  # fmt: skip
    answer = solve(given_problem, effort=SHORT)
    assert broken(given_problem, answer.duties) == []
    assert list(answer.unfilled) == unfilled(given_problem, answer.duties)
    assert all(one.reasons or one.missing for one in answer.unfilled)
    for one in answer.unfilled:  # nobody who could take it sits idle
        assert one.reasons.get("elsewhere", 0) == 0 or answer.status == "feasible"


def test_shifts_and_weekends_differ_by_one_at_most_with_leave() -> None:
    whole = bench_problem(people=15, days=24, shifts=2)
    answer = solve(whole)
    assert answer.unfilled == ()
    assert (spread(whole, answer.duties, free=False) <= 1, spread(whole, answer.duties, free=True) <= 1) == (True, True)
    assert broken(whole, answer.duties) == []


def test_the_same_problem_gives_the_same_answer() -> None:
    given_problem = problem(people=5, days=14, need=2, shifts=2)
    assert solve(given_problem, effort=SHORT) == solve(given_problem, effort=SHORT)


def test_published_shifts_are_kept_until_their_person_is_on_leave() -> None:
    given_problem = problem(people=4, days=7)
    first = solve(given_problem, effort=SHORT)
    assert solve(replace(given_problem, kept=first.duties), effort=SHORT).duties == first.duties
    ill = first.duties[0]
    away = (Wish(ill.person, ill.slot.on, WishKind.LEAVE),)
    again = solve(replace(given_problem, kept=first.duties, wishes=away), effort=SHORT)
    assert again.moved == (ill,)
    assert again.unfilled == ()


def test_impossible_says_what_conflicts_and_the_smallest_way_out() -> None:
    away = tuple(Wish(who, FIRST, WishKind.LEAVE) for who in (1, 2, 3))
    answer = solve(problem(people=3, days=3, wishes=away), effort=SHORT)
    assert [(one.slot.on, one.reasons) for one in answer.unfilled] == [(FIRST, {"leave": 3})]
    assert set(answer.conflict) == {Rule.COVER, Rule.LEAVE}
    assert [(one.rule, one.slot.on) for one in answer.relaxations] == [(Rule.LEAVE, FIRST)]


def test_rest_stands_against_cover_with_one_person() -> None:
    answer = solve(problem(people=1, days=4, limits=Limits(in_row=2)), effort=SHORT)
    assert set(answer.conflict) == {Rule.COVER, Rule.IN_ROW}
    assert {one.rule for one in answer.relaxations} == {Rule.IN_ROW}


def test_a_leader_a_body_and_a_skill_are_in_every_shift() -> None:
    people = (
        Person(1, "A", frozenset({"luật"}), True),
        Person(2, "B"),
        Person(3, "A", frozenset({"luật"}), True),
        Person(4, "B"),
    )
    post = Post("p", 2, ("s",), leader=True, agencies=("A", "B"), skills=("luật",))
    given_problem = replace(problem(people=4), people=people, posts=(post,))
    answer = solve(given_problem, effort=SHORT)
    assert answer.unfilled == ()
    assert unfilled(given_problem, answer.duties) == []


def test_nobody_can_lead_is_said_so() -> None:
    post = Post("p", 1, ("s",), leader=True)
    answer = solve(replace(problem(people=2, days=1), posts=(post,)), effort=SHORT)
    assert [(one.rule, dict(one.reasons)) for one in answer.unfilled] == [(Rule.LEADER, {"nobody": 0})]


def test_no_two_nights_in_a_row_and_pairs() -> None:
    night = replace(
        problem(people=3, days=6), shifts=(Shift("t", 1080, 1320, night=True),), posts=(Post("p", 1, ("t",)),)
    )
    assert broken(night, solve(night, effort=SHORT).duties) == []
    apart = replace(problem(people=4, days=4, need=2), pairings=(Pairing(1, 2, together=False),))
    answer = solve(apart, effort=SHORT)
    together = {slot for one in answer.duties if one.person == 1 for slot in [one.slot]} & {
        one.slot for one in answer.duties if one.person == 2
    }
    assert together == set()


def test_the_examination_sees_what_is_wrong() -> None:
    given_problem = problem(people=2, days=3, limits=Limits(in_row=2), wishes=(Wish(2, FIRST, WishKind.LEAVE),))
    days = [FIRST + timedelta(days=n) for n in range(3)]
    tired = [Assigned(Slot(on, "s", "p"), 1) for on in days]
    assert [rule for rule, _, _ in broken(given_problem, tired)] == [Rule.IN_ROW]
    assert [rule for rule, _, _ in broken(given_problem, [Assigned(Slot(FIRST, "s", "p"), 2)])] == [Rule.LEAVE]


def test_pages_do_not_load_the_solver() -> None:
    asked = "import sys, tiepdan.rosters.solving.check, tiepdan.rosters.solving.greedy; print('ortools' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"


def test_the_first_answer_breaks_no_limit() -> None:
    whole = bench_problem(people=15, days=24, shifts=2)
    assert broken(whole, first_answer(whole)) == []


def test_leaders_shifts_lie_on_few_and_the_rest_is_still_shared_evenly() -> None:
    """Four of nine may lead: 42 shifts on four, 42 on five; nobody stands idle while another has fourteen."""
    base = problem(people=9, days=21, shifts=2)
    lead = Post("lanh-dao", 1, ("s", "c"), leader=True, standby=True)
    people = tuple(replace(person, leads=person.key <= 4) for person in base.people)
    given_problem = replace(base, people=people, posts=(*base.posts, lead))
    answer = solve(given_problem, effort=SHORT)
    assert answer.evenness == Evenness(spread_all=3, spread_free=1, least_all=3, least_free=1)
    assert answer.evenness.forced
    start = first_answer(given_problem)
    assert broken(given_problem, start) == []
    assert unfilled(given_problem, start) == []
    assert spread(given_problem, start, free=False) <= 4


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_sharing_of_seats_is_more_even_than_the_fair_one(data: st.DataObject) -> None:
    """Against trying every sharing of small demands: the sum of squares is the least there is."""
    base = problem(people=data.draw(st.integers(2, 4)), days=data.draw(st.integers(1, 2)), shifts=2)
    leads = data.draw(st.lists(st.booleans(), min_size=4, max_size=4))
    people = tuple(replace(person, leads=leads[person.key - 1]) for person in base.people)
    lead = Post("lanh-dao", 1, ("s",), leader=True)
    given_problem = replace(base, people=people, posts=(*base.posts, lead), limits=Limits(per_day=2))
    days = [day.on for day in given_problem.days]
    levels = fair_levels(given_problem, days)
    kinds = [kind for post in given_problem.posts for kind in seats_of(post, people) * (len(days) * len(post.shifts))]
    best = {dict.fromkeys(levels.able, 0).__str__(): dict.fromkeys(levels.able, 0)}
    for kind in kinds:
        more = [
            {**loads, who: loads[who] + 1} for loads in best.values() for who in kind if loads[who] < levels.able[who]
        ] or list(best.values())
        best = {str(loads): loads for loads in more}
    seated = sum(levels.loads.values())
    squares = [sum(n * n for n in loads.values()) for loads in best.values() if sum(loads.values()) == seated]
    assert sum(n * n for n in levels.loads.values()) == min(squares)

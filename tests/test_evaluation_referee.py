"""Worlds a referee made, in which the evaluation once said something false."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.values import Cap, Reason, Verdict
from qualitycircle.evaluation.whole import Layer
from qualitycircle.expectation import Comparison
from qualitycircle.rendering.verdicts import account
from qualitycircle.rendering.whole import statement
from qualitycircle.theory import Activity, Assignment, Link, Outcome, Promise
from tests.panels import Persons, long, panel
from tests.simulations import diverging, going_their_way, starting
from tests.test_evaluation import (
    CHANGE,
    FIRST_DAY,
    JOB,
    START,
    STARTS,
    Y,
    a_theory,
    claim,
    first,
    held,
    judged,
    reason,
)


def _beginning_alike(named: str, people: int = 600, waves: int = 6) -> Persons:
    """Everybody begins at 0 on one of the measures; one step of x is half a step of y."""
    rng = np.random.default_rng(1)
    own = rng.normal(size=people)
    x = own[:, None] + 2 * rng.normal(size=(people, waves))
    x[:, 0] *= named != "x"
    y = own[:, None] + rng.normal(size=(people, waves))
    y[:, 1:] += 0.5 * x[:, :-1]
    y[:, 0] *= named != "y"
    return panel(*long({"value:x": x, "value:y": y}))


def test_a_cause_everybody_begins_without_is_not_called_irrelevant() -> None:
    result = first(judged(_beginning_alike("x"), CHANGE))
    assert result.verdict is Verdict.SUPPORTED
    assert result.deciding.value > 0.3


def test_an_effect_everybody_begins_without_is_held_against_how_it_varies_later() -> None:
    rng = np.random.default_rng(1)
    people, waves = 4000, 5
    start = FIRST_DAY + np.where(rng.random(people) < 0.7, rng.integers(0, 364, people), np.nan)
    later = start[:, None] < FIRST_DAY + 91 * np.arange(waves)
    y = 7 * rng.normal(size=(people, 1)) + 7 * rng.normal(size=(people, waves)) + 0.9 * later
    y[:, 0] = 0.0
    result = first(judged(panel(*long({"value:y": y, "start_day:a": start[:, None]})), STARTS))
    assert abs(result.deciding.value) < 0.2
    assert result.verdict is not Verdict.SUPPORTED


def test_answers_that_are_all_the_same_are_no_variation() -> None:
    rng = np.random.default_rng(1)
    x = rng.normal(size=(60, 5))
    for cause, effect in ((x, np.full_like(x, 3.1)), (np.full_like(x, 3.1), x)):
        found = judged(panel(*long({"value:x": cause, "value:y": effect})), CHANGE)
        assert reason(found) is Reason.SAME_ANSWERS


def _starting_in_need(people: int = 1500, waves: int = 6, *, seed: int) -> Persons:
    """Who answers low starts; nothing comes of it."""
    rng = np.random.default_rng(seed)
    own, start, y = 0.5 * rng.normal(size=people), np.full(people, np.nan), np.zeros((people, waves))
    before = own + 0.8 * rng.normal(size=people)
    for wave in range(waves):
        y[:, wave] = before = own + 0.8 * (before - own) + 0.6 * rng.normal(size=people)
        begins = np.isnan(start) & (rng.random(people) < 0.6 / (1 + np.exp(3 * before)))
        start[begins] = FIRST_DAY + 91 * wave + rng.integers(1, 80, begins.sum())
    return panel(*long({"value:y": y, "start_day:a": start[:, None]}))


def test_who_waits_is_not_chosen_by_what_comes_after_the_start() -> None:
    later = claim(
        START,
        Y,
        Comparison.START_TO_OUTCOME,
        assignment=Assignment.MEASURED_NEED,
        lags=(3,),
        lags_declared=True,
    )
    found = [first(judged(_starting_in_need(seed=seed), later)) for seed in range(3)]
    assert all(each.verdict is not Verdict.CONTRADICTED for each in found)
    assert abs(np.mean([each.deciding.value for each in found])) < 0.15


BY_LOT = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED)
PROMISED = a_theory(
    elements=(
        Activity(id="a", name="Praktik", promised=Promise(coverage="80 %")),
        Outcome(id="y", name="Mestring", indicators=("y",)),
    )
)


def _waiting_list(people: int, *, started: float = 1.0, meanwhile: float = 0.0) -> Persons:
    """A lot between now and later; starting is half a standard deviation."""
    rng = np.random.default_rng(1)
    arm, drawn = rng.permutation(people) % 2, rng.random(people)
    start = np.where((arm == 1) & (drawn < started), FIRST_DAY + 10, np.nan)
    start = np.where((arm == 0) & (drawn < meanwhile), FIRST_DAY + 30, start)
    y = 0.8 * rng.normal(size=(people, 1)) + 0.6 * rng.normal(size=(people, 2))
    y[:, 1] += 0.5 * ~np.isnan(start)
    wide = {"value:y": y, "arm": arm[:, None].astype(float), "start_day:a": start[:, None]}
    return panel(*long(wide), codes={"arm": 2})


def test_coverage_is_among_those_offered_and_where_it_falls_short_a_lot_says_no_no() -> None:
    few = held(_waiting_list(3000, started=0.1), BY_LOT, theory=PROMISED)
    assert few.deliveries[0].outcome == "not delivered"
    assert reason(few.judgements[0]) is Reason.NOT_DELIVERED
    seen = few.judgements[0].results[0].seen
    assert seen.value == pytest.approx(0.05, abs=0.05), (
        "one in ten of half a standard deviation is still shown"
    )
    assert "hverken for eller imod" in account(few.judgements[0], PROMISED, "da")
    all_offered = held(_waiting_list(600), BY_LOT, theory=PROMISED)
    assert (all_offered.deliveries[0].value, all_offered.deliveries[0].outcome) == (1.0, "delivered")
    assert all_offered.judgements[0].verdict is Verdict.SUPPORTED


def test_what_too_few_of_those_drawn_have_had_is_told_with_what_was_promised() -> None:
    drawn = replace(PROMISED, links=(Link(cause="a", effect="y"),))
    found = held(_waiting_list(3000, started=0.1), BY_LOT, theory=drawn)
    assert found.diagnosis is not None
    assert found.diagnosis.layer is Layer.IMPLEMENTATION
    (said,) = found.diagnosis.statements
    told = statement(said, drawn, "da")
    assert told == "Praktik (dækning (andel, der starter)): 10 % er leveret, og 80 % var lovet."


def test_a_lot_says_nothing_when_those_who_were_to_wait_have_started() -> None:
    both = judged(_waiting_list(600, meanwhile=1.0), BY_LOT)
    assert (both.verdict, both.caps) == (Verdict.UNDECIDED, (Cap.STARTED_MEANWHILE,))
    few = judged(_waiting_list(600, meanwhile=0.05), BY_LOT)
    assert (few.verdict, few.caps) == (Verdict.SUPPORTED, ())


def test_who_had_the_goal_before_the_lot_is_not_counted() -> None:
    rng = np.random.default_rng(1)
    people = 2000
    arm = rng.permutation(people) % 2
    event = np.where(rng.random(people) < 0.2 + 0.15 * arm, FIRST_DAY + 200, np.nan)
    event = np.where(rng.random(people) < 0.4, FIRST_DAY - 100, event)
    wide = {
        "value:y": rng.normal(size=(people, 2)),
        "arm": arm[:, None].astype(float),
        "start_day:a": np.where(arm == 1, FIRST_DAY + 10, np.nan)[:, None],
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    by_lot = claim(START, JOB, Comparison.START_TO_GOAL, assignment=Assignment.RANDOMISED, horizon_weeks=52)
    found = first(judged(panel(*long(wide), codes={"arm": 2}), by_lot))
    assert found.deciding.persons == np.sum(~(event < FIRST_DAY))
    assert found.deciding.value > 11.0


def test_a_cause_that_few_ever_move_on_is_too_few_persons() -> None:
    rng = np.random.default_rng(1)
    x = np.full((400, 6), 3.0)
    moving = rng.choice(400, 60, replace=False)
    x[moving, rng.integers(0, 4, 60)] = 5.0
    y = rng.normal(size=(400, 1)) + rng.normal(size=(400, 6))
    assert first(judged(panel(*long({"value:x": x, "value:y": y})), CHANGE))
    x[moving[8:]] = 3.0
    assert reason(judged(panel(*long({"value:x": x, "value:y": y})), CHANGE)) is Reason.TOO_FEW_PERSONS


def test_a_dose_that_many_still_get_is_unclear() -> None:
    rng = np.random.default_rng(1)
    start = FIRST_DAY + rng.integers(0, 100, 300).astype(float)
    end = start + np.where(rng.random(300) < 0.15, 28, 26 * 7)
    theory = a_theory(elements=(Activity(id="a", name="Praktik", promised=Promise(dose="20 uger")),))
    for last, outcome in ((FIRST_DAY + 182, "unclear"), (FIRST_DAY + 400, "delivered")):
        known = np.where(end > last, np.nan, end)
        wide = {
            "value:y": rng.normal(size=(300, 3)),
            "start_day:a": start[:, None],
            "end_day:a": known[:, None],
        }
        found = held(panel(*long(wide)), STARTS, theory=theory).deliveries
        assert [each.outcome for each in found if each.what == "dose"] == [outcome]


def test_groups_made_by_lot_that_go_apart_do_not_make_a_link_further_along() -> None:
    """Before each group had its own course, seven of twenty were called contradicted."""
    nothing = [judged(diverging(2000, seed=seed), CHANGE) for seed in range(6)]
    assert {each.verdict for each in nothing} <= {Verdict.NO_RELEVANT, Verdict.UNDECIDED, Verdict.WEAK}
    assert all(abs(first(each).deciding.value) < 0.06 for each in nothing)
    true = judged(diverging(2000, seed=1, forward=0.3), CHANGE)
    assert true.verdict is Verdict.SUPPORTED


@pytest.mark.parametrize("assignment", [Assignment.UNKNOWN, Assignment.MEASURED_NEED, Assignment.CAPACITY])
@pytest.mark.parametrize(("slow", "verdict"), [(False, Verdict.WEAK), (True, Verdict.UNDECIDED)])
def test_who_was_already_on_the_way_is_not_called_moved(
    assignment: Assignment, slow: bool, verdict: Verdict
) -> None:
    """The activity does nothing; those who start grew faster (slower) before and go on so."""
    claimed = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=assignment)
    found = judged(going_their_way(2000, seed=3, growth=0.35, slow=slow), claimed)
    assert (found.verdict, found.caps) == (verdict, (Cap.PLACEBO,))
    before = next(each for each in first(found).estimates if each.name == "placebo change")
    assert before.value * first(found).deciding.value > 0


@pytest.mark.parametrize(
    ("truth", "assignment"),
    [
        ({"on_score": 1.0, "own": 0.3}, Assignment.UNKNOWN),
        ({"on_score": 1.0, "own": 0.3}, Assignment.MEASURED_NEED),
        ({"on_trait": 1.0}, Assignment.STABLE_NEED),
        ({}, Assignment.CAPACITY),
        ({}, Assignment.RANDOMISED),
    ],
)
def test_a_fall_before_the_start_is_no_growth(truth: dict[str, float], assignment: Assignment) -> None:
    claimed = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=assignment)
    for seed in range(3):
        found = judged(starting(2000, seed=seed, effect=0.4, **truth), claimed)
        assert (found.verdict, found.caps) == (Verdict.SUPPORTED, ())
    if assignment not in {Assignment.UNKNOWN, Assignment.RANDOMISED}:
        nothing = judged(starting(3000, seed=1, **truth), claimed)
        assert nothing.verdict is Verdict.NO_RELEVANT


def test_an_effect_that_a_slower_course_hides_is_not_called_irrelevant() -> None:
    """Those who start were on the way up and fall by as much: the estimate is near nil."""
    claimed = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.CAPACITY)
    found = judged(going_their_way(4000, seed=3, growth=0.35, effect=-0.35), claimed)
    assert found.verdict is Verdict.UNDECIDED
    assert Cap.PLACEBO in found.caps

"""Every comparison at every small size: a reason or a finite number, in words, never a crash or a warning.

With conditions, lots of citizens and of units, goals, clusters and professionals who rate. All data are
made up, and pytest turns every warning into an error.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.record import from_json, to_json
from qualitycircle.evaluation.values import NotMeasured, Tested, Verdict
from qualitycircle.expectation import Comparison, ModeratorTest, Testable
from qualitycircle.indicators import Indicators, Respondent
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Assignment, Condition, Expected
from tests.panels import Persons, long, panel
from tests.test_evaluation import (
    ATTENDED,
    FIRST_DAY,
    JOB,
    PERFECT,
    PROMISED,
    START,
    X,
    Y,
    a_theory,
    claim,
    held,
    reliable,
)

LOT = Assignment.RANDOMISED
RATED = replace(Y, respondent=Respondent.CASEWORKER)
LEFT = 0.5


def condition(met_when: Condition | None, expected: Expected = Expected.STRENGTHENS) -> ModeratorTest:
    return ModeratorTest(
        moderator="m",
        expected=expected,
        indicators=("m",),
        smallest=Smallest(value=0.15, unit=Unit.SD),
        smallest_declared=True,
        met_when=met_when,
    )


MET = Condition(comparison="at least", value=1.0)
EITHER_WAY = (condition(MET),)
NUMBER = (condition(None),)
REQUIRED = (condition(MET, Expected.REQUIRED),)
ASKED: Mapping[str, Testable] = {
    "change": claim(X, Y, Comparison.CHANGE_TO_CHANGE, moderators=EITHER_WAY),
    "change, later": claim(X, RATED, Comparison.CHANGE_TO_CHANGE, lags=(0, 2), moderators=NUMBER),
    "change, same måling": claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(0,), moderators=REQUIRED),
    "together": claim(X, Y, Comparison.TOGETHER, moderators=EITHER_WAY),
    "start": claim(START, RATED, Comparison.START_TO_OUTCOME, lags=(1, 2), moderators=EITHER_WAY),
    "start, by unit": claim(START, Y, Comparison.START_TO_OUTCOME, assigned_per="enhed", controls=(X,)),
    "start, by caseworker": claim(
        START, Y, Comparison.START_TO_OUTCOME, assigned_per="sagsbehandler", moderators=NUMBER
    ),
    "start, output": claim(START, ATTENDED, Comparison.START_TO_OUTPUT, assignment=Assignment.STABLE_NEED),
    "promise": claim(START, ATTENDED, Comparison.PROMISE, promise=PROMISED),
    "lot": claim(START, Y, Comparison.START_TO_OUTCOME, assignment=LOT, moderators=EITHER_WAY),
    "lot of units": claim(START, Y, Comparison.START_TO_OUTCOME, assignment=LOT, assigned_per="enhed"),
    "level to goal": claim(X, JOB, Comparison.LEVEL_TO_GOAL, moderators=EITHER_WAY),
    "start to goal": claim(START, JOB, Comparison.START_TO_GOAL, moderators=NUMBER),
    "start to goal, by unit": claim(START, JOB, Comparison.START_TO_GOAL, assigned_per="enhed"),
    "lot to goal": claim(START, JOB, Comparison.START_TO_GOAL, assignment=LOT, moderators=EITHER_WAY),
    "lot of units to goal": claim(
        START, JOB, Comparison.START_TO_GOAL, assignment=LOT, assigned_per="enhed", horizon_weeks=20
    ),
}
NAMED = [replace(each, link=name, tests=(replace(each.tests[0], link=name),)) for name, each in ASKED.items()]


def little(people: int, waves: int, *, answer: str = "usual", offices: int = 3, seed: int = 1) -> Persons:
    """Make a panel of so many citizens and målinger; `answer` says how they answer X and Y."""
    rng = np.random.default_rng(seed)
    shape = (people, waves)

    def answers() -> np.ndarray:
        usual = rng.normal(size=(people, 1)) + rng.normal(size=shape)
        usual[rng.random(shape) < 0.1] = np.nan
        if answer == "never":
            return np.full(shape, np.nan)
        if answer == "alike":
            return np.full(shape, 3.0)
        if answer == "alike but one":
            usual = np.full(shape, 3.0)
            usual[:1, -1:] = 4.0
        if answer == "once":
            usual[:, 1:] = np.nan
        return usual

    start = np.where(rng.random(people) < LEFT, FIRST_DAY + rng.integers(-20, 300, people), np.nan)
    event = np.where(rng.random(people) < LEFT, FIRST_DAY + rng.integers(0, 500, people), np.nan)
    wide = {
        "value:x": answers(),
        "value:y": answers(),
        "value:o": rng.random(shape),
        "value:m": (np.arange(people) % 2)[:, None].astype(float),
        "start_day:a": start[:, None],
        "end_day:a": start[:, None] + 80,
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
        "arm": (np.arange(people) // max(offices, 1) % 2)[:, None].astype(float),
        "unit": (np.arange(people) % offices)[:, None].astype(float),
        "caseworker": rng.integers(0, 4, shape).astype(float),
        "background:alder": rng.normal(40, 10, (people, 1)),
    }
    columns, owner = long(wide, keep=np.ones(shape, dtype=bool))
    codes = {"arm": 2, "unit": offices, "caseworker": 4}
    return panel(columns, owner, codes=codes, scales={"value:o": (0.0, 1.0)})


def every_link_is_answered(source: Persons, known: Indicators = PERFECT) -> dict[str, Verdict]:
    """Return the verdicts, having looked that each has a reason or finite numbers and can be told."""
    found = held(source, *NAMED, indicators=known)
    assert from_json(to_json(found)) == found
    for each in found.judgements:
        assert account(each, a_theory(), "da")
        assert account(each, a_theory(), "en")
        for result in each.results:
            match result:
                case NotMeasured():
                    assert each.verdict is Verdict.NOT_MEASURED
                case Tested():
                    assert result.deciding.persons >= 30
                    told = [
                        number
                        for one in result.estimates
                        for number in (one.value, one.se, one.low, one.high)
                    ]
                    assert all(map(math.isfinite, told))
    return {each.link: each.verdict for each in found.judgements}


@pytest.mark.parametrize("waves", [1, 2, 5])
@pytest.mark.parametrize("people", [1, 2, 12, 29])
def test_under_thirty_citizens_nothing_is_said(people: int, waves: int) -> None:
    assert set(every_link_is_answered(little(people, waves)).values()) == {Verdict.NOT_MEASURED}


@pytest.mark.parametrize("waves", [1, 2, 3, 5])
@pytest.mark.parametrize("people", [30, 31, 60])
def test_few_citizens_get_an_answer_to_every_link(people: int, waves: int) -> None:
    for known in (PERFECT, Indicators(), reliable(x=0.3, y=0.6)):
        every_link_is_answered(little(people, waves), known)


@pytest.mark.parametrize("answer", ["never", "alike", "alike but one", "once"])
@pytest.mark.parametrize("people", [12, 31, 200])
def test_answers_that_do_not_vary_get_an_answer_to_every_link(people: int, answer: str) -> None:
    said = every_link_is_answered(little(people, 4, answer=answer))
    if answer in {"never", "alike"}:
        of_answers = {
            name for name in ASKED if "goal" not in name and name not in {"promise", "start, output"}
        }
        assert {said[each] for each in of_answers} == {Verdict.NOT_MEASURED}


@pytest.mark.parametrize("offices", [1, 2, 12, 40])
def test_one_jobcentre_or_one_for_each_gets_an_answer_to_every_link(offices: int) -> None:
    for people in (31, 120):
        every_link_is_answered(little(people, 4, offices=offices))

"""The smallest difference a condition must make, in whatever unit it is said: it is held in the link's own.

Each pair of units has a planted difference with the border on either side of it: said smaller than what
is there, it is found; said larger, it is too small to matter. The cause has steps ten times as fine as
the effect's, so that a size that is not converted falls on the wrong side.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.beside import Difference, Moderation
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.scaling import converted
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Flag
from qualitycircle.expectation import Comparison, Testable
from qualitycircle.indicators import Catalogue, Indicators, Reliability, Scale
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Assignment
from tests.panels import Persons
from tests.test_evaluation import (
    JOB,
    START,
    TO_JOB,
    X,
    Y,
    a_theory,
    claim,
    first,
    job_world,
    judged,
    starters,
)
from tests.test_evaluation_moderators import KNOWN, moderator, split_world, with_column

FINE = 10.0
"""Steps of X in one of what it was simulated in."""

BESIDE = (0.6, 1.6)
"""What is said, as shares of what is there: well below the difference and well above it."""


def spread(source: Persons, column: str) -> float:
    """Return the standard deviation of everybody's first answer."""
    at_first = np.flatnonzero(np.concatenate([[True], source.person[1:] != source.person[:-1]]))
    return float(source.values[source.layout.index[column], at_first].std(ddof=1))


def finer(source: Persons, column: str = "value:x") -> Persons:
    values = source.values.copy()
    values[source.layout.index[column]] *= FINE
    return Persons(source.layout, values, source.person)


def told(source: Persons, expectation: Testable, indicators: Indicators = KNOWN) -> Moderation:
    return first(judged(source, expectation, indicators=indicators)).moderations[0]


def both_sides(
    source: Persons,
    claimed: Testable,
    unit: Unit,
    there: float,
    indicators: Indicators = KNOWN,
    beside: tuple[float, float] = BESIDE,
) -> list[Difference]:
    """Return what is said of a difference where the border is below it, and where it is above it."""
    found = []
    for share in beside:
        said = moderator(smallest=Smallest(value=share * there, unit=unit))
        (test,) = claimed.tests
        with_border = replace(claimed, tests=(replace(test, moderators=(said,)),))
        found.append(told(source, with_border, indicators).difference)
    return found


FOUND_AND_TOO_SMALL = [Difference.AS_EXPECTED, Difference.TOO_SMALL]


@pytest.fixture(scope="module")
def split() -> Persons:
    """X moves the next Y by .4 of a step more for half of the citizens; X has ten steps to one."""
    return finer(split_world(0.4, 0.0, people=4000))


@pytest.mark.parametrize("of_link", [Unit.STEPS, Unit.SD])
@pytest.mark.parametrize("said", [Unit.STEPS, Unit.SD])
def test_change_after_change_in_steps_and_standard_deviations(
    split: Persons, of_link: Unit, said: Unit
) -> None:
    per_sd = spread(split, "value:x") / spread(split, "value:y")
    there = {Unit.STEPS: 0.4 / FINE, Unit.SD: 0.4 / FINE * per_sd}
    claimed = claim(X, Y, Comparison.CHANGE_TO_CHANGE, smallest=Smallest(value=there[of_link], unit=of_link))
    assert both_sides(split, claimed, said, there[said]) == FOUND_AND_TOO_SMALL


def shares(source: Persons) -> tuple[Persons, Indicators]:
    """Return the same world with Y as a share from 0 to 1, in percentage points a hundred."""
    values = source.values.copy()
    at = source.layout.index["value:y"]
    values[at] = np.clip(0.5 + values[at] / 20.0, 0.0, 1.0)
    layout = replace(source.layout, scales={"y": (0.0, 1.0)})
    known = tuple(
        replace(each, scale=Scale(id="s", low=0, high=1)) if each.id == "y" else each
        for each in KNOWN.catalogues[0].indicators
    )
    return Persons(layout, values, source.person), Indicators((Catalogue(id="k", indicators=known),))


@pytest.mark.parametrize("of_link", list(Unit))
@pytest.mark.parametrize("said", list(Unit))
def test_a_share_can_be_told_in_percentage_points_too(split: Persons, of_link: Unit, said: Unit) -> None:
    source, indicators = shares(split)
    step = 0.4 / FINE / 20.0
    per_sd = spread(source, "value:x") / spread(source, "value:y")
    there = {Unit.STEPS: step, Unit.SD: step * per_sd, Unit.POINTS: 100.0 * step}
    claimed = claim(X, Y, Comparison.CHANGE_TO_CHANGE, smallest=Smallest(value=there[of_link], unit=of_link))
    assert both_sides(source, claimed, said, there[said], indicators) == FOUND_AND_TOO_SMALL


@pytest.mark.parametrize("of_link", [Unit.STEPS, Unit.SD])
@pytest.mark.parametrize("said", [Unit.STEPS, Unit.SD])
def test_starts_are_per_start_in_both(of_link: Unit, said: Unit) -> None:
    """Half of the time an effect is given had passed: a border is halved before anything is too small."""
    source = starters(6000, effect=0.0)
    has = source.person % 2
    begun = np.nan_to_num(source.values[source.layout.index["start_day:a"]], nan=np.inf) < source.values[1]
    values = source.values.copy()
    values[source.layout.index["value:y"]] += 0.6 * begun * has
    values[source.layout.index["value:y"]] *= FINE
    data = with_column(Persons(source.layout, values, source.person), "background:m", has + 1.0)
    there = {Unit.STEPS: 0.6 * FINE, Unit.SD: 0.6 * FINE / spread(data, "value:y")}
    claimed = claim(
        START,
        Y,
        Comparison.START_TO_OUTCOME,
        assignment=Assignment.RANDOMISED,
        smallest=Smallest(value=there[of_link], unit=of_link),
    )
    found = both_sides(data, claimed, said, there[said], beside=(0.6, 4.0))
    assert found == FOUND_AND_TOO_SMALL


@pytest.mark.parametrize("of_link", [Unit.POINTS, Unit.SD])
@pytest.mark.parametrize("said", list(Unit))
def test_a_goal_in_percentage_points_per_sd_of_the_level(of_link: Unit, said: Unit) -> None:
    """One step more of X adds to the chance of a job within the year for those who have m only."""
    one, other = (job_world(6000, effect=each, seed=8) for each in (0.05, 0.0))
    has = one.person % 2 == 0
    layout = one.layout
    source = finer(Persons(layout, np.where(has, one.values, other.values), one.person))
    data = with_column(source, "background:m", 1.0 + has)
    raw = in_points(data, Unit.POINTS) / 100.0 / spread(data, "value:x")
    rate = rate_of(data)
    there = {
        Unit.STEPS: raw,
        Unit.POINTS: 100.0 * raw * spread(data, "value:x"),
        Unit.SD: raw * spread(data, "value:x") / (rate * (1 - rate)) ** 0.5,
    }
    claimed = claim(X, JOB, Comparison.LEVEL_TO_GOAL, smallest=Smallest(value=there[of_link], unit=of_link))
    assert both_sides(data, claimed, said, there[said]) == FOUND_AND_TOO_SMALL


def in_points(source: Persons, unit: Unit) -> float:
    """Return the difference the estimator finds in a unit that nothing is converted in."""
    claimed = replace(
        TO_JOB,
        tests=(replace(TO_JOB.tests[0], moderators=(moderator(smallest=Smallest(value=1, unit=unit)),)),),
    )
    shown = {each.name: each.value for each in first(judged(source, claimed, indicators=KNOWN)).estimates}
    return shown["difference: m"]


def rate_of(source: Persons) -> float:
    """Return the share of those at risk who reach the goal in weeks 5 to 52, counted by hand."""
    day, event, until = (
        source.values[source.layout.index[each]] for each in ("day", "event_day:job", "follow_until")
    )
    reached = np.nan_to_num(event, nan=np.inf)
    at_risk = (reached > day + 28) & (until >= day + 364)
    return float((reached[at_risk] <= (day + 364)[at_risk]).mean())


def test_the_reader_is_told_the_border_in_the_links_unit_and_whose_it_is(split: Persons) -> None:
    per_sd = spread(split, "value:x") / spread(split, "value:y")
    claimed = claim(
        X,
        Y,
        Comparison.CHANGE_TO_CHANGE,
        smallest=Smallest(value=0.02, unit=Unit.STEPS),
        moderators=(moderator(smallest=Smallest(value=0.15, unit=Unit.SD)),),
    )
    found = judged(split, claimed, indicators=KNOWN)
    condition = first(found).moderations[0]
    assert condition.smallest == pytest.approx(0.15 / per_sd, rel=1e-6)
    assert condition.unit == "steps per step"
    assert "ville betyde noget (standard, ikke jeres)" in account(found, a_theory(), "da")
    assert " steps per step would matter (default, not yours)" in account(found, a_theory(), "en")


def test_a_border_in_a_unit_the_link_cannot_be_told_in_decides_nothing(split: Persons) -> None:
    """Percentage points of a scale that is not a share: it is shown as it was said, and undecided."""
    said = moderator(smallest=Smallest(value=2.0, unit=Unit.POINTS))
    found = judged(split, claim(X, Y, Comparison.CHANGE_TO_CHANGE, moderators=(said,)), indicators=KNOWN)
    condition = first(found).moderations[0]
    assert condition.difference is Difference.UNDECIDED
    assert (condition.smallest, condition.unit) == (2.0, "percentage points per step")
    assert Flag.CONDITIONAL not in found.flags


def test_there_and_back_again_is_the_same_size(split: Persons) -> None:
    readings = tuple(read((each,), split.layout) for each in ("x", "y"))
    setting = Setting(split.layout, describe(split, readings), indicators=KNOWN)
    (test,) = claim(X, Y, Comparison.CHANGE_TO_CHANGE, smallest=Smallest(value=1, unit=Unit.STEPS)).tests
    in_steps = converted(Smallest(value=0.15, unit=Unit.SD), test, setting)
    assert in_steps is not None
    other = replace(test, smallest=Smallest(value=1, unit=Unit.SD))
    assert converted(Smallest(value=in_steps, unit=Unit.STEPS), other, setting) == pytest.approx(0.15)
    assert converted(Smallest(value=1, unit=Unit.POINTS), test, setting) is None


def test_noise_makes_a_difference_look_smaller_so_less_is_asked_before_it_is_called_too_small() -> None:
    """.15 is said to matter, .2 is there, and noise lets half of it be seen: that is not too small."""
    source = split_world(0.2, 0.0, people=20_000, seed=7)
    values = source.values.copy()
    rng = np.random.default_rng(1)
    for each in ("value:x",):
        values[source.layout.index[each]] += rng.normal(size=values.shape[1])
    noisy = Persons(source.layout, values, source.person)
    claimed = claim(
        X,
        Y,
        Comparison.CHANGE_TO_CHANGE,
        smallest=Smallest(value=0.1, unit=Unit.STEPS),
        moderators=(moderator(smallest=Smallest(value=0.15, unit=Unit.STEPS)),),
    )
    known = tuple(
        replace(each, reliability=Reliability(value=2 / 3)) if each.id == "x" else each
        for each in KNOWN.catalogues[0].indicators
    )
    indicators = Indicators((Catalogue(id="k", indicators=known),))
    assert told(noisy, claimed, KNOWN).difference is Difference.TOO_SMALL
    assert told(noisy, claimed, indicators).difference is Difference.AS_EXPECTED

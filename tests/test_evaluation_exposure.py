"""How long those who started had had the activity when the effect was read, and what a no then takes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.exposure import exposure_counts
from qualitycircle.evaluation.suppression import suppressed
from qualitycircle.evaluation.values import Cap, Tested, Verdict
from qualitycircle.evaluation.verdict import Weighing, interval, place
from qualitycircle.expectation import Comparison
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Assignment
from tests.panels import Persons
from tests.simulations import drawn, growing
from tests.test_evaluation import START, Y, a_theory, claim, first, judged

A_QUARTER = Smallest(value=0.25, unit=Unit.STEPS)
BY_LOT = claim(START, Y, Comparison.START_TO_OUTCOME, smallest=A_QUARTER, assignment=Assignment.RANDOMISED)
LATER = claim(
    START, Y, Comparison.START_TO_OUTCOME, smallest=A_QUARTER, assignment=Assignment.RANDOMISED, lags=(2,)
)


def seen(source: Persons) -> Tested:
    return first(judged(source, BY_LOT))


def test_days_are_counted_from_the_start_to_the_reading() -> None:
    start = np.array([1.0, 1.0, 0.0, 0.0, np.nan])
    started = np.array([10.0, 70.0, 95.0, np.nan, 1.0])
    read = np.full(5, 100.0)
    assert exposure_counts(start, started, read, 90.0) == pytest.approx([2, 120, 1 + 1 / 3, 2, 5 / 90])


def test_starts_on_any_day_have_had_half_a_period_when_the_next_answer_comes() -> None:
    found = seen(growing(3000, seed=1)).exposure
    assert found is not None
    assert found.due == 91
    assert found.days == pytest.approx(46, abs=1.5)
    assert found.share == pytest.approx(0.5, abs=0.02)


def test_who_was_to_wait_and_has_begun_in_the_meantime_counts_against() -> None:
    found = first(judged(growing(3000, seed=1), LATER)).exposure
    assert found is not None
    assert found.due == 182
    assert found.days == pytest.approx(137, abs=1.5)
    assert found.share == pytest.approx(0.75 - 0.2 * 0.25, abs=0.02)


def test_half_of_an_effect_is_not_held_against_all_of_the_smallest_that_matters() -> None:
    """The effect is the smallest that matters once a period has passed; half of it is there to be seen."""
    half = seen(growing(6000, seed=3, effect=0.25))
    assert half.deciding.value == pytest.approx(0.125, abs=0.04)
    assert half.deciding.high90 < half.smallest
    assert half.smallest_low == pytest.approx(half.smallest / 2, rel=0.05)
    assert half.verdict is Verdict.WEAK


def test_nothing_can_still_be_told_from_half_of_the_smallest_effect() -> None:
    found = seen(growing(6000, seed=3))
    assert (found.verdict, found.caps) == (Verdict.NO_RELEVANT, ())
    fewer = seen(growing(700, seed=3))
    assert (fewer.verdict, fewer.caps) == (Verdict.UNDECIDED, (Cap.SHORT_EXPOSURE,))
    assert fewer.deciding.high90 < fewer.smallest


def test_who_began_in_the_last_week_can_give_no_no() -> None:
    for effect in (0.0, -4.0):
        found = seen(growing(6000, seed=5, effect=effect, soonest=84))
        assert (found.verdict, found.caps) == (Verdict.UNDECIDED, (Cap.SHORT_EXPOSURE,))


def test_a_group_made_by_lot_that_starts_at_once_has_nearly_all_of_it() -> None:
    found = first(judged(drawn(1500, seed=1), BY_LOT)).exposure
    assert found is not None
    assert (round(found.days), found.starts) == (81, pytest.approx(750, abs=2))


def test_without_dates_of_start_nothing_is_said_of_days() -> None:
    source = drawn(1500, seed=1)
    index = {each: at for each, at in source.layout.index.items() if not each.startswith("start_day")}
    found = first(judged(Persons(replace(source.layout, index=index), source.values, source.person), BY_LOT))
    assert found.exposure is None
    assert found.smallest_low == pytest.approx(found.smallest)


def test_a_short_exposure_lowers_no_claim_and_explains_only_what_it_changes() -> None:
    weighing = Weighing(
        deciding=interval(0.4, 0.02, 500), smallest=0.2, smallest_high=0.2, smallest_low=0.02, exposed=0.1
    )
    assert place(weighing).verdict is Verdict.SUPPORTED
    wide = replace(weighing, deciding=interval(0.05, 0.3, 500))
    assert (place(wide).verdict, place(wide).caps) == (Verdict.UNDECIDED, ())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Fra start til aflæsning gik der i snit 47 dage. Teorien regner med 91 dage (én måling)."),
        ("en", "From the start to the reading there were 47 days on average."),
    ],
)
def test_the_days_are_told(language: str, said: str) -> None:
    judgement = judged(growing(3000, seed=1), BY_LOT)
    assert said in account(judgement, a_theory(), language)  # type: ignore[arg-type]  # a language


def test_days_of_fewer_than_the_smallest_cell_are_not_told() -> None:
    found = seen(growing(3000, seed=1))
    assert found.exposure is not None
    hidden = suppressed(found, found.exposure.starts + 1, everybody=3000)
    assert isinstance(hidden, Tested)
    assert hidden.exposure is None

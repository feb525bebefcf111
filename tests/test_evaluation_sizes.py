"""How often the whole pipeline says something false, counted over seeded simulations.

At most 7 % false claims either way: a wrong "contradicted" or "no relevant association" is as bad as
a wrong "supported" (statistics design 0.10 and 4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest

from qualitycircle.evaluation.values import Verdict
from qualitycircle.expectation import Comparison, Expectation
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Assignment
from tests.panels import Persons
from tests.test_evaluation import (
    CHANGE,
    START,
    STARTS,
    TO_JOB,
    Y,
    claim,
    job_world,
    judged,
    reliable,
    starters,
    world,
)

pytestmark = pytest.mark.long

TIMES = 200
AT_MOST = 0.07
YES, NO, NOTHING = Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NO_RELEVANT
DRAWN = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED)
UNKNOWN = Indicators()


def with_noise(source: Persons, seed: int, reliability: float) -> Persons:
    """Add error to the answers so that one score has this reliability."""
    rng = np.random.default_rng(100_000 + seed)
    values = source.values.copy()
    for name in ("value:x", "value:y"):
        at = source.layout.index[name]
        spread = values[at].std() * ((1 - reliability) / reliability) ** 0.5
        values[at] += spread * rng.normal(size=values.shape[1])
    return Persons(source.layout, values, source.person)


def counted(
    make: Callable[[int], Persons], expectation: Expectation, indicators: Indicators | None = None
) -> Counter[Verdict]:
    more = {} if indicators is None else {"indicators": indicators}
    return Counter(judged(make(seed), expectation, **more).verdict for seed in range(TIMES))


STATES: dict[str, tuple[Callable[[int], Persons], Expectation, Indicators | None, set[Verdict]]] = {
    "a stable trait, nothing else": (lambda s: world(1000, 6, seed=s, own=0.0), CHANGE, None, {YES, NO}),
    "a stable trait and inertia": (lambda s: world(1000, 6, seed=s), CHANGE, None, {YES, NO}),
    "the reverse, with inertia": (lambda s: world(1000, 6, seed=s, backward=0.3), CHANGE, None, {YES, NO}),
    "the reverse, without inertia": (
        lambda s: world(1000, 6, seed=s, backward=0.3, own=0.0),
        CHANGE,
        None,
        {YES, NO},
    ),
    "negative feedback": (lambda s: world(1000, 6, seed=s, backward=-0.3), CHANGE, None, {YES, NO}),
    "mood of the day and inertia": (lambda s: world(1000, 6, seed=s, halo=1.0), CHANGE, None, {YES, NO}),
    "a true effect": (lambda s: world(1000, 6, seed=s, forward=0.2), CHANGE, None, {NO, NOTHING}),
    "a true effect the other way": (
        lambda s: world(1000, 6, seed=s, forward=-0.2),
        CHANGE,
        None,
        {YES, NOTHING},
    ),
    "noise of unknown size, the reverse": (
        lambda s: with_noise(world(1000, 6, seed=s, backward=0.3), s, 0.7),
        CHANGE,
        UNKNOWN,
        {YES, NO},
    ),
    "noise of unknown size, a true effect": (
        lambda s: with_noise(world(1000, 6, seed=s, forward=0.3), s, 0.64),
        CHANGE,
        UNKNOWN,
        {NO, NOTHING},
    ),
    "noise of known size, a true effect": (
        lambda s: with_noise(world(1000, 6, seed=s, forward=0.3), s, 0.7),
        CHANGE,
        reliable(x=0.7, y=0.7),
        {NO, NOTHING},
    ),
    "starts drawn by lot, no effect": (lambda s: starters(1000, effect=0.0, seed=s), DRAWN, None, {YES, NO}),
    "starts after a low answer, no effect": (
        lambda s: starters(1000, effect=0.0, need=1.0, seed=s),
        STARTS,
        None,
        {YES, NO},
    ),
    "starts after a low answer, an effect": (
        lambda s: starters(1000, effect=0.5, need=1.0, seed=s),
        STARTS,
        None,
        {NO, NOTHING},
    ),
    "jobs that X has nothing to do with": (
        lambda s: job_world(1000, effect=0.0, seed=s),
        TO_JOB,
        None,
        {YES, NO, NOTHING},
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_what_is_false_is_rarely_said(state: str) -> None:
    make, expectation, indicators, false = STATES[state]
    found = counted(make, expectation, indicators)
    assert sum(found[each] for each in false) <= AT_MOST * TIMES, found


def test_answers_shuffled_among_citizens_support_nothing() -> None:
    source = world(1000, 6, seed=9, forward=0.4, gone=0.0)
    at = source.layout.index["value:x"]

    def shuffled(seed: int) -> Persons:
        values = source.values.copy()
        whole = values[at].reshape(1000, 6)
        values[at] = whole[np.random.default_rng(seed).permutation(1000)].ravel()
        return Persons(source.layout, values, source.person)

    assert judged(source, CHANGE).verdict is YES
    found = counted(shuffled, CHANGE)
    assert found[YES] + found[NO] <= AT_MOST * TIMES, found


def test_with_very_many_a_trace_of_an_effect_is_called_irrelevant() -> None:
    found = judged(world(40_000, 6, seed=5, forward=0.02), CHANGE)
    assert found.verdict is NOTHING


def test_an_effect_worth_having_is_usually_found() -> None:
    found = counted(lambda seed: world(1500, 7, seed=seed, forward=0.25), CHANGE)
    assert found[YES] >= 0.8 * TIMES, found

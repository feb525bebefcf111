"""Whatever the data look like, an evaluation is made without a warning, a NaN or a crash."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualitycircle.evaluation.record import from_json, to_json
from qualitycircle.evaluation.values import Tested
from qualitycircle.expectation import Comparison
from qualitycircle.smallest import Smallest, Unit
from tests.panels import Persons, panel
from tests.test_evaluation import (
    ATTENDED,
    BACK,
    CHANGE,
    JOB,
    PROMISED,
    START,
    STARTS,
    TO_JOB,
    X,
    Y,
    claim,
    held,
)

EVERY_COMPARISON = (
    CHANGE,
    BACK,
    STARTS,
    TO_JOB,
    claim(START, JOB, Comparison.START_TO_GOAL, controls=(X, Y)),
    claim(START, ATTENDED, Comparison.PROMISE, promise=PROMISED),
    claim(X, Y, Comparison.TOGETHER),
    claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(0, 1, 2), controls=(ATTENDED, START)),
    claim(START, Y, Comparison.START_TO_OUTCOME, assigned_per="sagsbehandler", lags=(1, 2), controls=(X,)),
    claim(X, JOB, Comparison.LEVEL_TO_GOAL, smallest=Smallest(value=0.1, unit=Unit.SD)),
    claim(X, Y, Comparison.CHANGE_TO_CHANGE, smallest=Smallest(value=0.5, unit=Unit.STEPS)),
)
ODD = ("nothing", "constant", "huge", "tiny", "copy", "one person", "rare", "usual")


def odd_panel(seed: int, people: int, kinds: list[str]) -> Persons:
    """Make a panel whose columns are each odd in their own way."""
    rng = np.random.default_rng(seed)
    lengths = rng.integers(1, 6, people)
    person = np.repeat(np.arange(people), lengths)
    count = len(person)
    wave = np.concatenate([np.sort(rng.choice(8, each, replace=False)) for each in lengths]).astype(float)
    columns = {"wave": wave, "day": 18_000 + 91 * wave + rng.integers(-30, 30, count)}
    usual = rng.normal(size=count)
    for name, kind in zip(("value:x", "value:y", "value:o", "background:b"), kinds, strict=False):
        columns[name] = {
            "nothing": np.full(count, np.nan),
            "constant": np.full(count, 3.0),
            "huge": rng.normal(size=count) * 1e9,
            "tiny": rng.normal(size=count) * 1e-9,
            "copy": usual,
            "one person": np.where(person == 0, 1.0, np.nan),
            "rare": (rng.random(count) < 0.01).astype(float),
            "usual": np.where(rng.random(count) < 0.2, np.nan, rng.normal(size=count)),
        }[kind]
    for name in ("start_day:a", "end_day:a", "event_day:job", "exit_day:job", "follow_until"):
        own = np.where(rng.random(people) < 0.5, 18_000 + rng.integers(-200, 900, people), np.nan)
        columns[name] = own[person]
    for name in ("unit", "caseworker"):
        columns[name] = np.where(rng.random(count) < 0.1, np.nan, rng.integers(0, 12, count))
    return panel(columns, person, codes={"unit": 12, "caseworker": 12})


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10_000), st.integers(1, 120), st.lists(st.sampled_from(ODD), min_size=4, max_size=4))
def test_odd_data_give_a_result_for_every_link(seed: int, people: int, kinds: list[str]) -> None:
    found = held(odd_panel(seed, people, kinds), *EVERY_COMPARISON)
    assert len(found.judgements) == len(EVERY_COMPARISON)
    assert from_json(to_json(found)) == found
    for each in found.judgements:
        for result in each.results:
            if isinstance(result, Tested):
                assert all(
                    math.isfinite(number)
                    for estimate in result.estimates
                    for number in (estimate.value, estimate.se, estimate.low, estimate.high)
                )


@pytest.mark.parametrize("kind", ODD)
def test_enough_odd_people_give_a_result_too(kind: str) -> None:
    for position in range(4):
        kinds = ["usual"] * 4
        kinds[position] = kind
        assert held(odd_panel(position, 600, kinds), *EVERY_COMPARISON).judgements

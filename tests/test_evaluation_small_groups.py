"""Small groups made by lot: the lot is drawn again, and its draws say how wide the interval is."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualitycircle.evaluation.arms import Arms, arm_frame
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.permuting import drawn_again, gather, gathered
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Verdict
from qualitycircle.rendering.verdicts import account
from tests.panels import Persons, long, panel
from tests.test_evaluation import DRAWN, Y, a_theory, allocated, first, judged
from tests.test_evaluation_oracles import sm


def drawn_lots(people: int, effect: float, seed: int, spread: float = 1.0) -> Persons:
    rng = np.random.default_rng(seed)
    arm = rng.permutation(people) < people // 3
    y = rng.normal(size=(people, 2))
    y[:, 1] += 0.5 * y[:, 0] + arm * (effect + spread * rng.normal(size=people))
    y[:3, 0] = np.nan
    y = np.round(y, 1)
    columns, person = long({"value:y": y, "arm": arm[:, None].astype(float)})
    return panel(columns, person, codes={"arm": 2})


def framed(source: Persons):
    setting = Setting(source.layout, describe(source, [read(("y",), source.layout)]))
    return arm_frame("l", Arms(Y, 1, -1, ""), setting), setting


@settings(deadline=None, max_examples=15)
@given(st.integers(20, 90), st.integers(0, 1000), st.integers(1, 6))
def test_the_rows_come_together_from_any_partition(people: int, seed: int, parts: int) -> None:
    """Equal rows too, and sums of places are all that blocks hand over."""
    source = drawn_lots(people, 0.5, seed)
    frame, setting = framed(source)
    dealt = source.partitioned(parts, seed)
    flat = sum(gather((frame,), setting.spacing, each) for each in dealt.blocks())
    (rows,) = gathered((frame,), flat)
    whole = frame.rows(Panel(source.blocks()[0], setting.spacing)).values
    assert rows is not None
    assert rows[:, np.lexsort(rows)] == pytest.approx(whole[:, np.lexsort(np.round(whole, 8))], abs=1e-8)


def test_the_p_value_is_that_of_every_possible_lot() -> None:
    source = drawn_lots(13, 1.0, 3)
    frame, setting = framed(source)
    rows = frame.rows(Panel(source.blocks()[0], setting.spacing)).values
    y, arm = rows[0], rows[1]

    def size(allocated: np.ndarray) -> float:
        fit = sm.OLS(y, np.column_stack([allocated, np.ones(len(y))])).fit(cov_type="HC2")
        return abs(float(fit.tvalues[0]))

    own, every = size(arm), []
    for chosen in combinations(range(len(y)), int(arm.sum())):
        other = np.zeros(len(y))
        other[list(chosen)] = 1.0
        every.append(size(other) >= own - 1e-9)
    found = drawn_again(frame, rows, frame.equations[1])
    assert found is not None
    assert found.p == pytest.approx(np.mean(every), abs=0.015)


def test_small_groups_are_judged_by_the_lot_and_large_ones_are_not() -> None:
    small, large = judged(allocated(80, effect=2.0), DRAWN), judged(allocated(300, effect=2.0), DRAWN)
    assert first(small).drawn_again
    assert not first(large).drawn_again
    assert (small.verdict, large.verdict) == (Verdict.SUPPORTED, Verdict.SUPPORTED)
    assert first(small).p <= 0.001
    assert "trække lod om dem igen 9.999 gange" in account(small, a_theory(), "da")


def test_the_same_data_give_the_same_draws_in_any_partition() -> None:
    source = allocated(60, effect=0.5)
    one, other = first(judged(source, DRAWN)), first(judged(source.partitioned(4, 2), DRAWN))
    assert (one.deciding.low, one.p) == pytest.approx((other.deciding.low, other.p))


def test_nothing_is_rarely_called_something_when_the_groups_spread_differently() -> None:
    false = 0
    for seed in range(100):
        source = drawn_lots(36, 0.0, seed, spread=1.5)
        frame, setting = framed(source)
        rows = frame.rows(Panel(source.blocks()[0], setting.spacing)).values
        found = drawn_again(frame, rows, frame.equations[0], draws=499)
        assert found is not None
        false += found.p < 0.05
    assert false <= 12

"""What one unit carries alone is not what the theory says of them all."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualitycircle.evaluation.values import Cap, Tested, Verdict
from qualitycircle.evaluation.verdict import Weighing, interval, place
from qualitycircle.expectation import Comparison, Expectation
from qualitycircle.theory import Assignment
from tests.panels import Persons, long, panel
from tests.test_evaluation import CHANGE, FIRST_DAY, PERFECT, START, TO_JOB, Y, claim, first, judged
from tests.test_lots import JOB_BY_LOT

STARTS = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.MEASURED_NEED)
BY_LOT = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED)


def units(
    people: int, *, effects: tuple[float, ...], seed: int, waves: int = 4, lot: bool = False
) -> Persons:
    """Simulate X moving Y, starts moving Y, and jobs: in each unit as much as its effect says."""
    rng = np.random.default_rng(seed)
    unit = np.arange(people) % len(effects)
    effect = np.array(effects)[unit]
    begins = np.where(rng.random(people) < 0.6, FIRST_DAY + rng.integers(1, 300, people), np.nan)
    arm = rng.permutation(people) % 2
    start = np.where(arm == 1, FIRST_DAY + 5, np.nan) if lot else begins
    own, x, y = rng.normal(size=people), np.zeros((people, waves)), np.zeros((people, waves))
    for wave in range(waves):
        x[:, wave] = own + rng.normal(size=people)
        begun = np.nan_to_num(start, nan=np.inf) < FIRST_DAY + 91 * wave
        y[:, wave] = own + effect * begun + rng.normal(size=people)
        if wave and not lot:
            y[:, wave] += 0.5 * effect * x[:, wave - 1]
    hazard = 0.25 + 0.1 * effect * (np.clip(x[:, 0], -1, 1) + 1)
    event = np.where(rng.random(people) < hazard, FIRST_DAY + rng.integers(200, 400, people), np.nan)
    wide = {
        "value:x": x,
        "value:y": y,
        "unit": unit[:, None].astype(float),
        "start_day:a": start[:, None],
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    codes = {"unit": len(effects)}
    if lot:
        wide["arm"], codes["arm"] = arm[:, None].astype(float), 2
    return panel(*long(wide), codes=codes)


def left_out(source: Persons, unit: int) -> Persons:
    kept = source.values[source.layout.index["unit"]] != unit
    return Persons(source.layout, source.values[:, kept], source.person[kept])


ALL_ALIKE = (0.6,) * 6
WORLDS: dict[str, tuple[Expectation, bool]] = {
    "change": (CHANGE, False),
    "start": (STARTS, False),
    "level to goal": (TO_JOB, False),
    "lot": (BY_LOT, True),
    "lot to goal": (JOB_BY_LOT, True),
}


@pytest.mark.parametrize("world", WORLDS)
def test_what_is_left_without_a_unit_is_what_would_be_found_had_it_never_been_there(world: str) -> None:
    claimed, lot = WORLDS[world]
    source = units(900, effects=ALL_ALIKE, seed=4, lot=lot)
    whole = coefficient(source, claimed)
    without = [coefficient(left_out(source, each), claimed)[0] for each in range(6)]
    assert whole[1] == pytest.approx((min(without), max(without)), rel=1e-6)
    assert coefficient(source.partitioned(5, 1), claimed)[1] == pytest.approx(whole[1], rel=1e-6)


def coefficient(source: Persons, claimed: Expectation) -> tuple[float, tuple[float, float] | None]:
    """Return the deciding coefficient in the units of the data, and its ends without a unit."""
    from qualitycircle.evaluation import by_unit, estimating

    seen: list[estimating.Estimated] = []
    kept = estimating._without_units

    def noted(source, found, spacing):  # type: ignore[no-untyped-def]  # as it is
        seen.extend(kept(source, found, spacing))
        return seen

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(by_unit, "CLAIMED", 0.0)
        patch.setattr(estimating, "_without_units", noted)
        result = first(judged(source, claimed, indicators=PERFECT))
    value = result.deciding.raw_value
    return next(
        (each.value, each.without)
        for frame in seen
        for each in [frame.get(name) for name in frame.found]
        if each is not None and frame.frame.units and each.value == value
    )


@pytest.mark.parametrize("world", ["change", "start", "lot"])
def test_what_one_unit_of_ten_carries_is_weak(world: str) -> None:
    claimed, lot = WORLDS[world]
    one = judged(units(4000, effects=(4.0, *(0.0,) * 9), seed=2, lot=lot), claimed, indicators=PERFECT)
    assert (one.verdict, first(one).uncapped) == (Verdict.WEAK, Verdict.SUPPORTED)
    assert one.caps == (Cap.ONE_UNIT,)
    every = judged(units(4000, effects=(0.5,) * 10, seed=2, lot=lot), claimed, indicators=PERFECT)
    assert (every.verdict, every.caps) == (Verdict.SUPPORTED, ())


def test_a_fall_that_one_unit_carries_is_no_contradiction() -> None:
    found = judged(units(4000, effects=(-4.0, *(0.0,) * 9), seed=2, lot=True), BY_LOT)
    assert (found.verdict, first(found).uncapped) == (Verdict.UNDECIDED, Verdict.CONTRADICTED)
    assert found.caps == (Cap.ONE_UNIT,)


def test_where_all_units_are_alike_one_is_seldom_said_to_carry_it() -> None:
    """Ten units, and the effect is the smallest that matters: just decided, where it is most likely."""
    carried, supported = 0, 0
    for seed in range(60):
        result = judged(units(700, effects=(0.4,) * 10, seed=seed, lot=True), BY_LOT).results[0]
        assert isinstance(result, Tested)
        supported += result.uncapped is Verdict.SUPPORTED
        carried += Cap.ONE_UNIT in result.caps
    assert supported >= 40
    assert carried <= 3


def test_four_units_are_too_few_to_leave_one_out() -> None:
    found = judged(units(2000, effects=(3.0, 0.0, 0.0, 0.0), seed=2, lot=True), BY_LOT)
    assert found.verdict is Verdict.SUPPORTED


@given(st.floats(-3, 3), st.floats(0.01, 1), st.floats(0, 3), st.floats(0, 3))
@settings(max_examples=60)
def test_what_is_left_without_a_unit_never_makes_a_verdict_stronger(
    value: float, se: float, less: float, more: float
) -> None:
    from dataclasses import replace

    at = interval(value, se, 100.0)
    known = replace(at, without=(value - less, value + more))
    plain, told = (
        place(Weighing(deciding=each, smallest=0.2, smallest_high=0.2, smallest_low=0.2))
        for each in (at, known)
    )
    lowered = {Verdict.SUPPORTED: Verdict.WEAK, Verdict.CONTRADICTED: Verdict.UNDECIDED}
    assert told.verdict in {plain.verdict, lowered.get(plain.verdict, plain.verdict)}
    assert told.uncapped is plain.uncapped

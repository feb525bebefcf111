"""The verdict rule: where the interval lies, and what lowers a claim."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.evaluation.values import Cap, Verdict
from qualitycircle.evaluation.verdict import (
    Interval,
    Placed,
    Weighing,
    envelope,
    holm,
    interval,
    needed,
    place,
)

effects = st.floats(-2, 2)
doubts = st.floats(0.001, 2)
smallest_effects = st.floats(0.01, 1)

A_CLAIM = {Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.NO_RELEVANT}
CAPS = [Cap.SAME_INFORMANT, Cap.NOT_IDENTIFIED, Cap.PLACEBO]


def weigh(value: float, se: float, smallest: float = 0.10, **more: object) -> Weighing:
    return Weighing(
        deciding=interval(value, se, 500),
        smallest=smallest,
        smallest_high=smallest,
        smallest_low=smallest,
        **more,  # type: ignore[arg-type]  # the fields of Weighing, named by the test
    )


def verdict(value: float, se: float, smallest: float = 0.10, **more: object) -> Verdict:
    return place(weigh(value, se, smallest, **more)).verdict


def test_a_large_clear_effect_in_the_declared_direction_is_supported() -> None:
    assert verdict(0.3, 0.05) is Verdict.SUPPORTED


def test_a_large_clear_effect_the_other_way_is_contradicted() -> None:
    assert verdict(-0.3, 0.05) is Verdict.CONTRADICTED


def test_an_effect_surely_smaller_than_matters_is_not_relevant_even_when_it_is_there() -> None:
    assert verdict(0.03, 0.01) is Verdict.NO_RELEVANT


def test_an_effect_that_is_there_but_may_be_too_small_is_weak() -> None:
    assert verdict(0.09, 0.04) is Verdict.WEAK


def test_a_wide_interval_is_undecided_never_absent() -> None:
    assert verdict(0.0, 0.5) is Verdict.UNDECIDED


@given(effects, doubts, smallest_effects)
def test_turning_the_sign_turns_the_verdict(value: float, se: float, smallest: float) -> None:
    turned = {Verdict.SUPPORTED: Verdict.CONTRADICTED, Verdict.CONTRADICTED: Verdict.SUPPORTED}
    one, other = verdict(value, se, smallest), verdict(-value, se, smallest)
    if one in A_CLAIM:
        assert other is turned.get(one, one)
    else:
        assert other not in A_CLAIM


@given(effects, doubts, doubts, smallest_effects)
def test_more_doubt_never_makes_a_claim_hold(value: float, se: float, more: float, smallest: float) -> None:
    before, after = verdict(value, se, smallest), verdict(value, se + more, smallest)
    for claim in A_CLAIM:
        assert not (after is claim and before is not claim) or before is Verdict.NO_RELEVANT
    assert not (after is Verdict.NO_RELEVANT and before is not Verdict.NO_RELEVANT)


@given(effects, doubts, smallest_effects, st.floats(0, 1))
def test_a_larger_smallest_effect_only_moves_a_link_towards_not_relevant(
    value: float, se: float, smallest: float, more: float
) -> None:
    before, after = verdict(value, se, smallest), verdict(value, se, smallest + more)
    assert not (before is Verdict.NO_RELEVANT and after is not Verdict.NO_RELEVANT)
    assert not (after in {Verdict.SUPPORTED, Verdict.CONTRADICTED} and before is not after) or (
        before is Verdict.NO_RELEVANT
    )


@given(effects, doubts, smallest_effects, st.sets(st.sampled_from(CAPS), min_size=1))
def test_caps_lower_claims_both_ways(value: float, se: float, smallest: float, caps: set[Cap]) -> None:
    free = place(weigh(value, se, smallest))
    capped = place(weigh(value, se, smallest, caps=frozenset(caps)))
    lowered = {
        Verdict.SUPPORTED: Verdict.WEAK,
        Verdict.CONTRADICTED: Verdict.UNDECIDED,
        Verdict.NO_RELEVANT: Verdict.UNDECIDED,
    }
    assert capped.verdict is lowered.get(free.verdict, free.verdict)
    assert capped.uncapped is free.verdict
    assert (capped.verdict is not free.verdict) == (caps <= set(capped.caps))


def test_both_members_of_a_bracket_must_hold() -> None:
    one, other = interval(0.4, 0.05, 500), interval(0.0, 0.05, 500)
    placed = place(replace(weigh(0, 1), deciding=envelope(one, other), members=(one, other)))
    assert placed == Placed(Verdict.UNDECIDED, Verdict.UNDECIDED, (Cap.BRACKET,))


@given(effects, doubts, effects, doubts)
def test_the_envelope_holds_both_and_claims_no_more_than_either(
    one: float, se: float, other: float, other_se: float
) -> None:
    members = interval(one, se, 100), interval(other, other_se, 100)
    both = envelope(*members)
    assert all(both.low <= each.low and each.high <= both.high for each in members)
    assert abs(both.value) <= min(abs(each.value) for each in members)
    assert both.value == 0 or one * other > 0


def test_the_same_wave_alone_is_weak_and_says_so() -> None:
    placed = place(weigh(0.02, 0.05, same_wave=interval(0.3, 0.05, 500)))
    assert placed == Placed(Verdict.WEAK, Verdict.WEAK, (Cap.SAME_WAVE_ONLY,))


def test_nothing_is_irrelevant_while_the_same_wave_is_not() -> None:
    placed = place(weigh(0.0, 0.02, same_wave=interval(-0.3, 0.02, 500)))
    assert placed == Placed(Verdict.UNDECIDED, Verdict.UNDECIDED, (Cap.SAME_WAVE_DISAGREES,))


def test_nothing_is_irrelevant_while_a_slope_or_another_lag_is_not() -> None:
    assert verdict(0.0, 0.02, alongside=(interval(0.0, 0.2, 500),)) is Verdict.UNDECIDED


def test_nothing_is_contradicted_while_the_same_wave_speaks_for_it() -> None:
    assert verdict(-0.3, 0.05, same_wave=interval(0.3, 0.05, 500)) is Verdict.UNDECIDED


def test_a_ceiling_blocks_only_a_no() -> None:
    assert verdict(0.0, 0.02, ceiling=True) is Verdict.UNDECIDED
    assert verdict(-0.3, 0.02, ceiling=True) is Verdict.UNDECIDED
    assert verdict(0.3, 0.02, ceiling=True) is Verdict.SUPPORTED


def test_a_weak_first_stage_decides_nothing() -> None:
    placed = place(weigh(0.3, 0.02, stops=frozenset({Cap.WEAK_INSTRUMENT})))
    assert placed == Placed(Verdict.UNDECIDED, Verdict.SUPPORTED, (Cap.WEAK_INSTRUMENT,))


def test_with_unknown_reliability_support_must_hold_if_nothing_is_noise() -> None:
    unknown = replace(weigh(0.08, 0.01), smallest_low=0.05, reliability_known=False)
    assert place(unknown) == Placed(Verdict.WEAK, Verdict.WEAK, (Cap.UNKNOWN_RELIABILITY,))
    assert place(replace(unknown, deciding=interval(0.12, 0.01, 500))).verdict is Verdict.SUPPORTED


@pytest.mark.parametrize(
    ("transitions", "true", "expected"),
    [
        (300, 0.0, {Verdict.UNDECIDED: 95.0, Verdict.SUPPORTED: 2.5}),
        (300, 0.2, {Verdict.SUPPORTED: 68.7, Verdict.UNDECIDED: 31.3}),
        (1000, 0.0, {Verdict.NO_RELEVANT: 44.4, Verdict.UNDECIDED: 50.6}),
        (1000, 0.2, {Verdict.SUPPORTED: 98.7}),
        (3000, 0.0, {Verdict.NO_RELEVANT: 96.2, Verdict.CONTRADICTED: 0.0, Verdict.SUPPORTED: 0.0}),
        (3000, 0.05, {Verdict.NO_RELEVANT: 61.5, Verdict.WEAK: 35.9, Verdict.SUPPORTED: 2.6}),
        (10000, 0.1, {Verdict.SUPPORTED: 50.0, Verdict.WEAK: 45.0, Verdict.NO_RELEVANT: 5.0}),
    ],
)
def test_the_rule_errs_as_often_as_the_design_says(
    transitions: int, true: float, expected: dict[Verdict, float]
) -> None:
    """Operating characteristics, smallest effect .10 and se sqrt(2/n).

    "No relevant" comes before the sign: an effect of half the smallest is then called irrelevant
    more often than weak, and says that it is positive.
    """
    se = (2 / transitions) ** 0.5
    draws = true + se * np.random.default_rng(11).standard_normal(4000)
    found = [_with_normal_interval(each, se) for each in draws]
    for each, per_cent in expected.items():
        assert 100 * found.count(each) / len(found) == pytest.approx(per_cent, abs=2.5)


def _with_normal_interval(value: float, se: float) -> Verdict:
    return place(replace(weigh(0, 1), deciding=interval(float(value), se, 1e6))).verdict


def test_the_number_needed_decides_between_nothing_and_twice_the_smallest_effect() -> None:
    assert needed(1000, (2 / 1000) ** 0.5, 0.10) == 1713
    assert needed(1000, 0.05, 0.0) is None


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_never_makes_a_p_value_smaller_and_keeps_the_order(values: list[float]) -> None:
    corrected = holm(values)
    assert all(before <= after <= 1 for before, after in zip(values, corrected, strict=True))
    by_size = [corrected[each] for each in sorted(range(len(values)), key=values.__getitem__)]
    assert by_size == sorted(by_size)


@given(st.floats(-2, 2), st.floats(0.01, 1), st.sampled_from([0.0, 1e-17, 1e-12]))
def test_an_interval_without_width_decides_nothing(value: float, smallest: float, rounding: float) -> None:
    assert verdict(value, rounding, smallest) is Verdict.UNDECIDED
    alone = interval(value, rounding, 50)
    beside = weigh(0.0, 0.001 * smallest, smallest, alongside=(alone,))
    assert place(beside).verdict is not Verdict.NO_RELEVANT
    within = weigh(0.0, 0.001 * smallest, smallest, members=(alone, alone))
    assert place(within).verdict is Verdict.UNDECIDED


def test_a_value_without_doubt_is_certain_of_nothing() -> None:
    sure: Interval = interval(0.2, 0.0, 10)
    assert (sure.p, sure.p_within(0.1), sure.p_within(0.3)) == (1.0, 1.0, 1.0)

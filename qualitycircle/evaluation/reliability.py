"""How much of a change is the person and how much is noise: lambda.

A true effect is seen smaller than it is when the cause is measured with error; the smallest effect
that matters is therefore made smaller too before it is held against what is seen (statistics
design 1.4). With unknown reliability both ends of .6 to 1 are tried.
"""

from __future__ import annotations

from dataclasses import dataclass

from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.setting import Setting
from qualitycircle.expectation import Comparison, Measure, Test
from qualitycircle.indicators import Indicator, Indicators, Respondent
from qualitycircle.smallest import Unit

LOWEST_HELD_POSSIBLE = 0.6
CANNOT_BE_TOLD_FROM_NOISE = 0.3

_RECORDED = frozenset({Respondent.REGISTER, Respondent.SYSTEM})
_WITHIN = frozenset({Comparison.CHANGE_TO_CHANGE, Comparison.TOGETHER})
_LEVEL = frozenset({Comparison.LEVEL_TO_GOAL})
_ON_A_GOAL = frozenset({Comparison.LEVEL_TO_GOAL, Comparison.START_TO_GOAL})


@dataclass(frozen=True, slots=True)
class Attenuation:
    """What a true smallest effect is multiplied by on the observed scale: lowest, highest held possible.

    `known` says whether every reliability it depends on is known; `of_cause` is the cause's lambda
    when known.
    """

    lowest: float
    highest: float
    known: bool
    of_cause: float | None


def reliability(measure: Measure, indicators: Indicators) -> float | None:
    """Return the reliability of one score; 1 for what is recorded rather than answered."""
    if measure.activity or measure.respondent in _RECORDED:
        return 1.0
    found = [indicators.get(each) for each in measure.indicators]
    values = [_of_indicator(each) for each in found]
    known = [each for each in values if each is not None]
    if not known or len(known) < len(values):
        return None
    return sum(known) / len(known)


def _of_indicator(indicator: Indicator | None) -> float | None:
    if indicator is None:
        return None
    return indicator.reliability.value if indicator.computed is None else 1.0


def attenuation(test: Test, indicators: Indicators, setting: Setting) -> Attenuation:
    """Return the range of lambda for a test's smallest effect."""
    cause = _cause_range(test, indicators, setting)
    effect = _effect_range(test, indicators)
    known = cause[2] and effect[2]
    return Attenuation(
        max(cause[0], 0.0) * effect[0] ** 0.5,
        cause[1] * effect[1] ** 0.5,
        known,
        cause[0] if cause[2] else None,
    )


def _cause_range(test: Test, indicators: Indicators, setting: Setting) -> tuple[float, float, bool]:
    if test.comparison not in _WITHIN | _LEVEL:
        return 1.0, 1.0, True
    value = reliability(test.cause, indicators)
    lowest = LOWEST_HELD_POSSIBLE if value is None else value
    highest = 1.0 if value is None else value
    if test.comparison in _LEVEL:
        return lowest, highest, value is not None
    between = setting.found.spread(reading(test.cause, setting.layout)).between_share
    return within_share(lowest, between), within_share(highest, between), value is not None


def within_share(reliability: float, between: float) -> float:
    """Return lambda within persons: 1 - (1 - r) / (1 - ICC)."""
    return 1.0 - (1.0 - reliability) / max(1.0 - between, 1e-9)


def _effect_range(test: Test, indicators: Indicators) -> tuple[float, float, bool]:
    """Return the range for Y, which matters only when the effect is in standard deviations of Y."""
    if test.comparison in _ON_A_GOAL or test.smallest.unit is not Unit.SD:
        return 1.0, 1.0, True
    value = reliability(test.effect, indicators)
    if value is None:
        return LOWEST_HELD_POSSIBLE, 1.0, False
    return value, value, True

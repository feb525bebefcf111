"""How much of a change is the person and how much is noise: lambda.

A true effect is seen smaller than it is when the cause is measured with error; the smallest effect
that matters is therefore made smaller too before it is held against what is seen (statistics
design 1.4). With unknown reliability both ends of .6 to 1 are tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from qualitycircle.evaluation.readings import read, reading
from qualitycircle.evaluation.setting import Setting
from qualitycircle.expectation import Comparison, Measure, Test
from qualitycircle.indicators import Indicator, Indicators, Respondent
from qualitycircle.smallest import Unit

LOWEST_HELD_POSSIBLE = 0.6
CANNOT_BE_TOLD_FROM_NOISE = 0.3

OFF_BY = 0.05
"""How much a declared reliability may be off: it was found among others, at another time."""

_RECORDED = frozenset({Respondent.REGISTER, Respondent.SYSTEM})
_WITHIN = frozenset({Comparison.CHANGE_TO_CHANGE, Comparison.TOGETHER})
_LEVEL = frozenset({Comparison.LEVEL_TO_GOAL})
_ON_A_GOAL = frozenset({Comparison.LEVEL_TO_GOAL, Comparison.START_TO_GOAL})


@dataclass(frozen=True, slots=True)
class Attenuation:
    """How much of a true smallest effect is seen: the lowest and the highest share held possible.

    `cause` is what noise in the cause leaves of a coefficient, `effect` what it leaves of an effect in
    standard deviations. `known` says whether every reliability it depends on is known; `of_cause` is
    the cause's lambda when known.
    """

    cause: tuple[float, float]
    effect: tuple[float, float]
    known: bool
    of_cause: float | None

    @property
    def lowest(self) -> float:
        return max(self.cause[0], 0.0) * self.effect[0]

    @property
    def highest(self) -> float:
        return self.cause[1] * self.effect[1]

    def seen(self, kept: Sequence[float]) -> Attenuation:
        """Return it with what an equation itself says is left of its cause, once the rest is held still."""
        shares = [min(max(each, 0.0), 1.0) for each in kept]
        return replace(self, cause=(min(shares), max(shares)))


def reliability(measure: Measure, indicators: Indicators, setting: Setting) -> float | None:
    """Return the reliability of one score; 1 for what is recorded rather than answered.

    The errors of several indicators are their own, so the more of them, the less noise in their mean.
    """
    if measure.activity or measure.respondent in _RECORDED:
        return 1.0
    values = [_of_indicator(indicators.get(each)) for each in measure.indicators]
    known = [each for each in values if each is not None]
    if not known or len(known) < len(values):
        return None
    if len(known) == 1:
        return known[0]
    noise = _noise_of(measure, known, setting)
    whole = setting.found.spread(reading(measure, setting.layout)).variance
    return max(1.0 - noise / whole, 0.0) if whole > 0 else sum(known) / len(known)


def _of_indicator(indicator: Indicator | None) -> float | None:
    if indicator is None:
        return None
    return indicator.reliability.value if indicator.computed is None else 1.0


def _noise_of(measure: Measure, reliabilities: list[float], setting: Setting) -> float:
    """Return the error variance of the mean of some indicators, each with a reliability of its own."""
    read_together = reading(measure, setting.layout)
    weights = [read_together.step / length / len(measure.indicators) for length in read_together.lengths]
    variances = [setting.found.spread(read((each,), setting.layout)).variance for each in measure.indicators]
    parts = zip(weights, reliabilities, variances, strict=True)
    return float(sum(weight**2 * (1.0 - own) * variance for weight, own, variance in parts))


def error_variance(measure: Measure, indicators: Indicators, setting: Setting) -> tuple[float, float]:
    """Return the error variance of one answer, in steps squared: the least and the most held possible.

    An unknown reliability is between .6 and 1; a declared one may be off by `OFF_BY`.
    """
    if measure.activity or measure.respondent in _RECORDED:
        return 0.0, 0.0
    found = [_of_indicator(indicators.get(each)) for each in measure.indicators]
    least = [1.0 if each is None else _off(each, OFF_BY) for each in found]
    most = [LOWEST_HELD_POSSIBLE if each is None else _off(each, -OFF_BY) for each in found]
    return _noise_of(measure, least, setting), _noise_of(measure, most, setting)


def _off(reliability: float, by: float) -> float:
    """Return a declared reliability off by some; what is without noise is exactly so."""
    return reliability if reliability >= 1.0 else min(max(reliability + by, 0.0), 1.0)


def noises(
    measures: Iterable[Measure], indicators: Indicators, setting: Setting
) -> Mapping[Measure, tuple[float, float]]:
    """Return the error variance of every measure, the least and the most held possible."""
    return {each: error_variance(each, indicators, setting) for each in measures}


def attenuation(test: Test, indicators: Indicators, setting: Setting) -> Attenuation:
    """Return the range of lambda for a test's smallest effect."""
    *cause, cause_known = _cause_range(test, indicators, setting)
    *effect, effect_known = _effect_range(test, indicators, setting)
    return Attenuation(
        (cause[0], cause[1]),
        (effect[0] ** 0.5, effect[1] ** 0.5),
        cause_known and effect_known,
        cause[0] if cause_known else None,
    )


def _cause_range(test: Test, indicators: Indicators, setting: Setting) -> tuple[float, float, bool]:
    if test.comparison not in _WITHIN | _LEVEL:
        return 1.0, 1.0, True
    value = reliability(test.cause, indicators, setting)
    lowest = LOWEST_HELD_POSSIBLE if value is None else value
    highest = 1.0 if value is None else value
    if test.comparison in _LEVEL:
        return lowest, highest, value is not None
    between = setting.found.spread(reading(test.cause, setting.layout)).between_share
    return within_share(lowest, between), within_share(highest, between), value is not None


def within_share(reliability: float, between: float) -> float:
    """Return lambda within persons: 1 - (1 - r) / (1 - ICC)."""
    return 1.0 - (1.0 - reliability) / max(1.0 - between, 1e-9)


def _effect_range(test: Test, indicators: Indicators, setting: Setting) -> tuple[float, float, bool]:
    """Return the range for Y, which matters only when the effect is in standard deviations of Y."""
    if test.comparison in _ON_A_GOAL or test.smallest.unit is not Unit.SD:
        return 1.0, 1.0, True
    value = reliability(test.effect, indicators, setting)
    if value is None:
        return LOWEST_HELD_POSSIBLE, 1.0, False
    return value, value, True

"""From raw coefficients to the unit the smallest effect was stated in, + being the declared direction."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qualitycircle.evaluation.readings import reading, scale_of
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Estimate, Role
from qualitycircle.evaluation.verdict import Interval, interval
from qualitycircle.expectation import Measure, Test
from qualitycircle.expectation.smallest import told_in
from qualitycircle.expectation.units import points_of
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Sign

POINTS = 100.0


@dataclass(frozen=True, slots=True)
class Scaling:
    """What a raw coefficient is multiplied by, and the unit it then has."""

    factor: float
    unit: str

    @property
    def reversed(self) -> Scaling:
        return Scaling(-self.factor, self.unit)


def sd_of(measure: Measure, setting: Setting) -> float:
    """Return the standard deviation a measure is shown in: of first answers, or of all of them.

    Where everybody begins alike (nobody has the output yet), first answers say nothing of how it varies.
    """
    return setting.found.spread(reading(measure, setting.layout)).typical_sd


def scaling(test: Test, setting: Setting) -> Scaling:
    """Return how a test's coefficients are shown: in the unit of its smallest effect."""
    sign = 1.0 if test.sign is Sign.UP else -1.0
    cause, effect = test.cause, test.effect
    match test.smallest.unit:
        case Unit.STEPS:
            return Scaling(sign, told_in(test))
        case Unit.SD:
            per = 1.0 if cause.activity else sd_of(cause, setting)
            return Scaling(sign * per / (sd_of(effect, setting) or 1.0), told_in(test))
        case Unit.POINTS:
            return Scaling(sign * _whole(effect, setting), told_in(test))


def goal_scaling(test: Test, setting: Setting, base_rate: float) -> Scaling:
    """Return how a goal's risk difference is shown; per standard deviation of a level."""
    sign = 1.0 if test.sign is Sign.UP else -1.0
    per = 1.0 if test.cause.activity else sd_of(test.cause, setting)
    match test.smallest.unit:
        case Unit.STEPS:
            return Scaling(sign, told_in(test))
        case Unit.SD:
            spread = max(base_rate * (1.0 - base_rate), 1e-12) ** 0.5
            return Scaling(sign * per / spread, told_in(test))
        case Unit.POINTS:
            return Scaling(sign * per * POINTS, told_in(test))


def in_unit(test: Test, unit: Unit, setting: Setting, base_rate: float | None = None) -> Scaling:
    """Return how the test's coefficients would be shown in another unit; `base_rate` is of a goal."""
    other = replace(test, smallest=replace(test.smallest, unit=unit))
    return scaling(other, setting) if base_rate is None else goal_scaling(other, setting, base_rate)


def converted(
    smallest: Smallest, test: Test, setting: Setting, base_rate: float | None = None
) -> float | None:
    """Return a size in the unit of the test's own smallest effect, or None where it cannot be said in it.

    Steps of the effect per step of the cause become standard deviations by what one is of each; a share
    (and a goal, which is reached or not) can be said in percentage points too.
    """
    own = test.smallest.unit
    if smallest.unit is own:
        return smallest.value
    if not all(_can_be_said(each, test, setting, base_rate) for each in (smallest.unit, own)):
        return None
    shown, said = (in_unit(test, each, setting, base_rate) for each in (own, smallest.unit))
    return smallest.value * abs(shown.factor / said.factor)


def _can_be_said(unit: Unit, test: Test, setting: Setting, base_rate: float | None) -> bool:
    """Say whether a coefficient can be told in a unit: a spread is needed, or that the effect is a share."""
    cause_varies = bool(test.cause.activity) or sd_of(test.cause, setting) > 0
    match unit:
        case Unit.STEPS:
            return True
        case Unit.SD:
            effect_varies = sd_of(test.effect, setting) > 0 if base_rate is None else 0 < base_rate < 1
            return cause_varies and effect_varies
        case Unit.POINTS:
            return _is_share(test.effect, setting) if base_rate is None else cause_varies


def _whole(measure: Measure, setting: Setting) -> float:
    """Return what turns one unit of a measure into percentage points; 1 where nothing does."""
    return points(measure, setting) or 1.0


def _is_share(measure: Measure, setting: Setting) -> bool:
    return points(measure, setting) is not None


def points(measure: Measure, setting: Setting) -> float | None:
    """Return the percentage points in one unit of a measure, or None where it is not told in percent.

    That is what its indicators say; one that nothing is known of is a share when it goes from 0 to 1.
    """
    found = {_points(each, setting) for each in measure.indicators}
    return found.pop() if len(found) == 1 else None


def _points(id: str, setting: Setting) -> float | None:
    indicator = setting.indicators.get(id)
    told = None if indicator is None else points_of(indicator)
    if told is not None:
        return told
    low, high = scale_of(id, setting.layout)
    return POINTS if high is not None and high - low <= 1.0 else None


def oriented(found: Coefficient, scale: Scaling) -> Interval:
    """Return a coefficient in its unit, + being the declared direction."""
    errors = (found.drawn.wide, found.drawn.narrow) if found.drawn is not None else None
    at = interval(found.value * scale.factor, found.se * abs(scale.factor), found.degrees, errors)
    if found.without is None:
        return at
    low, high = sorted(each * scale.factor for each in found.without)
    return replace(at, without=(low, high))


def shown(found: Coefficient, scale: Scaling, role: Role, *, name: str, lag: int | None = None) -> Estimate:
    """Return a coefficient as it is kept and shown."""
    at = oriented(found, scale)
    return as_estimate(at, found, scale, role, name=name, lag=lag, raw=found.value, raw_se=found.se)


def as_estimate(
    at: Interval,
    found: Coefficient,
    scale: Scaling,
    role: Role,
    *,
    name: str,
    lag: int | None = None,
    raw: float | None = None,
    raw_se: float | None = None,
) -> Estimate:
    """Return an interval as an estimate, with the counts of the coefficient it comes from."""
    return Estimate(
        name=name,
        role=role,
        value=at.value,
        se=at.se,
        degrees=at.degrees,
        low=at.low,
        high=at.high,
        low90=at.low90,
        high90=at.high90,
        unit=scale.unit,
        persons=found.persons,
        rows=found.rows,
        clusters=found.clusters,
        lag=lag,
        first_stage=found.first_stage,
        raw_value=raw,
        raw_se=raw_se,
    )

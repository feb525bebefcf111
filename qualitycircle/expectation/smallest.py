"""The smallest effect that matters for a test: the link's, else the indicator's, else the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qualitycircle.expectation.measures import known
from qualitycircle.expectation.units import points_of_all
from qualitycircle.expectation.values import Comparison, Measure, Test
from qualitycircle.indicators import Indicator, Indicators
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Link

PER_SD = Smallest(value=0.10, unit=Unit.SD)
PER_START = Smallest(value=0.20, unit=Unit.SD)
OF_GOAL = Smallest(value=2.0, unit=Unit.POINTS)
OF_MODERATOR = Smallest(value=0.15, unit=Unit.SD)

DEFAULTS: Mapping[Comparison, Smallest] = {
    Comparison.START_TO_OUTPUT: PER_START,
    Comparison.PROMISE: PER_START,
    Comparison.CHANGE_TO_CHANGE: PER_SD,
    Comparison.START_TO_OUTCOME: PER_START,
    Comparison.LEVEL_TO_GOAL: OF_GOAL,
    Comparison.START_TO_GOAL: OF_GOAL,
    Comparison.TOGETHER: PER_SD,
}
"""Printed as "standard, ikke jeres" (statistics design 1.0)."""

TO_GOAL = frozenset({Comparison.LEVEL_TO_GOAL, Comparison.START_TO_GOAL})


def smallest(
    link: Link, comparison: Comparison, effect: Measure, indicators: Indicators
) -> tuple[Smallest, bool]:
    """Return the smallest effect that matters, and whether the author declared it."""
    seen = tuple(known(effect.indicators, indicators))
    if link.smallest is not None:
        return _in_percent(link.smallest, seen), True
    declared = next((each.smallest for each in seen if each.smallest is not None), None)
    return (DEFAULTS[comparison], False) if declared is None else (_in_percent(declared, seen), True)


def told_in(test: Test) -> str:
    """Return what one of a test's number is: of a start, or of one step or one sd of the cause.

    A goal is told per standard deviation of a level, because a step of one is not a step of another.
    """
    level = not test.cause.activity
    match test.smallest.unit:
        case Unit.STEPS:
            return "steps per step" if level else "steps"
        case Unit.SD:
            return "sd per sd" if level else "sd per start"
        case Unit.POINTS if not level:
            return "percentage points"
        case Unit.POINTS:
            return f"percentage points per {'sd' if test.comparison in TO_GOAL else 'step'}"


def _in_percent(size: Smallest, seen: tuple[Indicator, ...]) -> Smallest:
    """A step of what is told in percent is a percentage point, and is called so."""
    if size.unit is Unit.STEPS and points_of_all(seen) == 1:
        return replace(size, unit=Unit.POINTS)
    return size

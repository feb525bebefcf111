"""Which units the smallest effect on an element can be said in.

A goal is reached or not: percentage points. What is told in percent (a scale in percent, a share, a yes
or no) can be said in percentage points; everything else in steps of its scale, and all of it in sd.
"""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.indicators import Computation, Indicator, Scale
from qualitycircle.smallest import Unit
from qualitycircle.vocabulary.values import value

WHOLE = 100.0
"""A whole is this many percentage points."""

_SHARES = frozenset({Computation.SHARE_STARTED, Computation.COMPLETED, Computation.OPTION_CHOSEN})
"""1 when it is so, else 0."""


def points_of(indicator: Indicator) -> float | None:
    """Return the percentage points in one unit of an indicator; None where it is not told in percent."""
    if indicator.event is not None or indicator.computed in _SHARES:
        return WHOLE
    scale = indicator.scale
    if scale is None:
        return 1.0 if indicator.computed is Computation.ATTENDED_OF_OFFERED else None
    if value("unit", scale.unit) == "percent":
        return 1.0
    return WHOLE if _is_either_or(scale) else None


def _is_either_or(scale: Scale) -> bool:
    if scale.is_choice:
        return False
    if scale.low is not None and scale.high is not None:
        return scale.high - scale.low == 1
    return len(scale.steps) == 2


def points_of_all(indicators: Iterable[Indicator]) -> float | None:
    """Return the percentage points in one unit of several indicators' mean, or None."""
    found = {points_of(each) for each in indicators}
    return found.pop() if len(found) == 1 else None


def fitting(indicator: Indicator) -> frozenset[Unit]:
    """Return the units that a smallest effect on an indicator can be said in."""
    if indicator.event is not None:
        return frozenset({Unit.POINTS})
    told_in_percent = points_of(indicator) is not None
    return frozenset({Unit.STEPS, Unit.SD} | ({Unit.POINTS} if told_in_percent else set()))

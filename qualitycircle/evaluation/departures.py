"""What those who left could change: the weighted estimate beside the verdict, and how many they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce

from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.scaling import Scaling, as_estimate, oriented
from qualitycircle.evaluation.staying import Staying
from qualitycircle.evaluation.values import Cap, Estimate, Role
from qualitycircle.evaluation.verdict import Interval, Weighing, envelope, turned

SMALLEST_GROUP = 5


def weighted_beside(
    key: str,
    found: Mapping[str, Estimated],
    equations: Sequence[str],
    scale: Scaling,
    weighed: Weighing,
) -> tuple[tuple[Estimate, ...], frozenset[Cap]]:
    """Return the estimate in which those who stayed stand for those who left, and the cap if it turns all."""
    main = found.get(f"{key}/ipcw")
    both = [each for name in equations if main is not None and (each := main.get(name)) is not None]
    if len(both) != len(equations) or any(each.se <= 0 for each in both):
        return (), frozenset()
    intervals = [oriented(each, scale) for each in both]
    deciding = _together(intervals)
    shown = as_estimate(deciding, both[0], scale, Role.SENSITIVITY, name="ipcw")
    members = tuple(intervals) if len(intervals) > 1 else ()
    turns = turned(weighed, deciding, members)
    return (shown,), frozenset({Cap.DROP_OUT_WEIGHTED}) if turns else frozenset()


def _together(intervals: list[Interval]) -> Interval:
    return reduce(envelope, intervals)


def left(stayed: Staying) -> Mapping[str, int]:
    """Return how many next målinger never came, by reason; groups too small are not told."""
    counts = {"dropped out": stayed.dropped_out, "after the goal": stayed.after_goal}
    return {reason: count for reason, count in counts.items() if count >= SMALLEST_GROUP}

"""When a difference is there and yet cannot be called one of the link: what else would look the same.

A mood of the day in both answers, an end of the scale, noise in the cause, or a link that bends. Then it
is not told, and said why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from qualitycircle.evaluation.beside import Difference, Moderation
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.scaling import Scaling, oriented
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.sides import Sides, are_apart, are_many_at_the_end, sides, weakened
from qualitycircle.evaluation.verdict import Interval, envelope, interval
from qualitycircle.expectation import Test

DECIDED = frozenset({Difference.AS_EXPECTED, Difference.OPPOSITE, Difference.TOO_SMALL})


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a condition: the difference and both slopes, once for each equation.

    `now` is the model with the cause at the same måling, where there is one; `judge` what an interval of
    the difference would be called.
    """

    intervals: Mapping[str, Sequence[Interval]]
    estimated: Estimated
    now: Estimated | None
    judge: Callable[[Interval], Difference]

    @property
    def difference(self) -> Interval:
        return reduce(envelope, self.intervals["difference"])

    @property
    def slopes(self) -> tuple[Sequence[Interval], Sequence[Interval]]:
        """The slopes where it is met and where not, or at a high and at a low number."""
        high, low = (self.intervals[each] for each in self.intervals if each != "difference")
        return high, low

    @property
    def turns(self) -> bool:
        """Whether the link is there on both sides and points opposite ways."""
        high, low = (reduce(envelope, each) for each in self.slopes)
        return (high.low > 0 > low.high) or (high.high < 0 < low.low)


def doubted(told: Moderation, seen: Seen, test: Test, scale: Scaling, setting: Setting) -> Moderation:
    """Return what is told of a condition, or why the difference may be something else."""
    if told.difference not in DECIDED:
        return told
    both = sides(seen.estimated, test.effect, setting)
    if _may_be_in_both_answers(seen, test, scale):
        why = Difference.NOT_TELLABLE
    else:
        why = told.difference if both is None else _of_sides(told.difference, seen, both, test, setting)
    return told if why is told.difference else replace(told, difference=why, slopes_differ=False)


def _may_be_in_both_answers(seen: Seen, test: Test, scale: Scaling) -> bool:
    """Say whether a mood of the day in both answers may be all that differs.

    Then the answers of the same måling go together more on the one side than on the other. Of such a mood
    only what inertia leaves is seen at the next måling, so that it explains no greater difference there.
    """
    if seen.now is None:
        return test.same_informant and 0 in test.lags
    found = seen.now.only
    if found is None or found.se <= 0:
        return False
    at = oriented(found, scale)
    is_there = at.low > 0 or at.high < 0
    return is_there and max(abs(at.low), abs(at.high)) >= abs(seen.difference.value)


def _of_sides(called: Difference, seen: Seen, both: Sides, test: Test, setting: Setting) -> Difference:
    """Return what a difference is called, or how the two sides may make it."""
    if are_apart(both, test):
        return Difference.APART
    if are_many_at_the_end(both, test) and not seen.turns:
        return Difference.AT_THE_END
    for why, left in weakened(both, test, setting):
        if seen.judge(_with_as_much_left(seen, left)) is not called:
            return why
    return called


def _with_as_much_left(seen: Seen, left: float) -> Interval:
    """Return the difference as it would be with as much left of the link on both sides.

    `left` is how much is left on the one side for each part that is left on the other.
    """
    distance = _distance(seen.estimated)
    if distance <= 0:
        return seen.difference
    parts = zip(*seen.slopes, seen.intervals["difference"], strict=True)
    return reduce(envelope, [_apart(*each, left**0.5, distance) for each in parts])


def _apart(high: Interval, low: Interval, difference: Interval, root: float, distance: float) -> Interval:
    shared = (high.se**2 + low.se**2 - (difference.se * distance) ** 2) / 2.0
    variance = (high.se / root) ** 2 + (low.se * root) ** 2 - 2.0 * shared
    value = (high.value / root - low.value * root) / distance
    return interval(value, max(variance, 0.0) ** 0.5 / distance, difference.degrees)


def _distance(estimated: Estimated) -> float:
    """Return how far apart the two slopes are shown: 1 for a condition, two deviations for a number."""
    equations = estimated.frame.equations
    product = next(each.target for each in equations if each.name.endswith("/difference"))
    at = [each.also.get(product, 0.0) for each in equations if not each.name.endswith("/difference")]
    return max(at) - min(at)

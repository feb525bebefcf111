"""The two sides of a condition as they were answered: what else may make a link look another there.

What weakens a link on one side only looks like a condition on it: answers that stand at an end of the
scale, or more noise in the cause. So does a bend, where the cause lies higher on the one side. Nothing
that only weakens can turn a link round.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.beside import Difference
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import person_starts
from qualitycircle.evaluation.gates import AT_THE_END
from qualitycircle.evaluation.panel import Flags
from qualitycircle.evaluation.readings import STEPS_FOR_A_CEILING, reading
from qualitycircle.evaluation.reliability import error_variance
from qualitycircle.evaluation.setting import Setting
from qualitycircle.expectation import Comparison, Measure, Test
from qualitycircle.theory import Sign

FAR_APART = 0.5
"""With the cause's means further apart than this, in standard deviations, a bend looks like a condition."""

BINS = 201
REACH = 5.0
"""How far, in standard deviations, answers without a scale's ends are counted apart."""

LEAST_LEFT = 0.05

_SIDES = ("met", "not met")
_OF_CAUSE = ("rows", "sum", "square", "groups", "between")
COUNTS = tuple(
    f"{side}: {what}" for side in _SIDES for what in (*_OF_CAUSE, *(f"step {each}" for each in range(BINS)))
)

_WITHIN = frozenset({Comparison.CHANGE_TO_CHANGE, Comparison.TOGETHER})


@dataclass(frozen=True, slots=True)
class Ladder:
    """The steps on which the effect's answers are counted; `has_ends` where its scale says them."""

    low: float
    high: float
    has_ends: bool

    def step(self, values: Floats) -> Integers:
        share = (values - self.low) / (self.high - self.low)
        return np.clip(np.rint(share * (BINS - 1)), 0, BINS - 1).astype(np.int64)


def ladder(effect: Measure, setting: Setting) -> Ladder | None:
    """Return the steps of an effect, or None where it is no answer on many steps."""
    read = reading(effect, setting.layout)
    spread = setting.found.spreads.get(read.key)
    if spread is None or spread.sd_of_all <= 0:
        return None
    if read.low is not None and read.high is not None:
        return Ladder(read.low, read.high, has_ends=True) if read.has_many_steps else None
    reach = REACH * spread.sd_of_all
    return Ladder(spread.mean - reach, spread.mean + reach, has_ends=False)


def side_sums(steps: Ladder | None, effect: Floats, cause: Floats, met: Flags, person: Integers) -> Floats:
    """Return what is summed of some rows, sorted by person: on the one side and on the other."""
    parts = [np.zeros(0)]
    for each in (met, ~met):
        parts.append(_of_cause(cause[each], person[each]))
        counted = np.zeros(BINS)
        if steps is not None:
            counted = np.bincount(steps.step(effect[each]), minlength=BINS).astype(np.float64)
        parts.append(counted)
    return np.concatenate(parts)


def _of_cause(values: Floats, person: Integers) -> Floats:
    starts = person_starts(person)
    if not len(starts):
        return np.zeros(len(_OF_CAUSE))
    totals, lengths = np.add.reduceat(values, starts), np.diff(np.append(starts, len(person)))
    return np.array(
        [len(values), values.sum(), values @ values, len(starts), (totals / lengths) @ totals],
        dtype=np.float64,
    )


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a condition: the cause's mean and variance, within persons too, and who is at an end."""

    rows: float
    mean: float
    variance: float
    within: float
    at_low: float
    at_high: float


Sides = tuple[Side, Side]


def sides(estimated: Estimated, effect: Measure, setting: Setting) -> Sides | None:
    """Return the side where a condition is met (a number: above its mean) and the one where it is not."""
    steps, counts = ladder(effect, setting), estimated.sums.counts
    if f"{_SIDES[0]}: rows" not in counts:
        return None
    met, not_met = (
        np.array([counts[each] for each in COUNTS if each.startswith(f"{side}: ")]) for side in _SIDES
    )
    return _side(met, steps), _side(not_met, steps)


def _side(sums: Floats, steps: Ladder | None) -> Side:
    rows, total, square, groups, between = sums[: len(_OF_CAUSE)].tolist()
    low, high = _at_the_ends(sums[len(_OF_CAUSE) :], steps)
    mean = total / max(rows, 1.0)
    return Side(
        rows,
        mean,
        max(square / max(rows, 1.0) - mean**2, 0.0),
        max((square - between) / max(rows - groups, 1.0), 0.0),
        low / max(rows, 1.0),
        high / max(rows, 1.0),
    )


def _at_the_ends(counted: Floats, steps: Ladder | None) -> tuple[float, float]:
    """Return how many stand lowest and highest; without a scale's ends, on the outermost step answered."""
    if steps is not None and steps.has_ends:
        return float(counted[0]), float(counted[-1])
    answered = np.flatnonzero(counted)
    if len(answered) < STEPS_FOR_A_CEILING:
        return 0.0, 0.0
    return float(counted[answered[0]]), float(counted[answered[-1]])


def are_apart(both: Sides, test: Test) -> bool:
    """Say whether the cause lies so much higher on one side that a bend would look like a condition."""
    if test.cause.activity:
        return False
    spread = sum(each.variance for each in both) / len(both)
    return (both[0].mean - both[1].mean) ** 2 > FAR_APART**2 * spread


def are_many_at_the_end(both: Sides, test: Test) -> bool:
    """Say whether too many on a side already stand at the end towards which the link moves the effect."""
    return max(_ahead(each, test) for each in both) > AT_THE_END


def _ahead(side: Side, test: Test) -> float:
    return side.at_high if test.sign is Sign.UP else side.at_low


def weakened(both: Sides, test: Test, setting: Setting) -> Iterator[tuple[Difference, float]]:
    """Return what may weaken the link more on one side, and how much is left there for each part left here.

    Of what moves an effect, only that is seen which does not stand at an end. Noise in the cause may be
    the same on both sides, or may be all that makes the cause vary more on one of them.
    """
    left = [1.0 - _stuck(each, test) for each in both]
    yield Difference.AT_THE_END, max(left[0], LEAST_LEFT) / max(left[1], LEAST_LEFT)
    noise = error_variance(test.cause, setting.indicators, setting)[1]
    vary = [each.within if test.comparison in _WITHIN else each.variance for each in both]
    if noise <= 0 or min(vary) <= 0:
        return
    for each in (noise, noise), _all_that_differs(vary, [each.rows for each in both], noise):
        met, not_met = (max(1.0 - own / all, LEAST_LEFT) for own, all in zip(each, vary, strict=True))
        yield Difference.NOISIER, met / not_met


def _stuck(side: Side, test: Test) -> float:
    """Return the share that cannot be seen to move: forward from a start, both ways with a cause."""
    return _ahead(side, test) if test.cause.activity else side.at_low + side.at_high


def _all_that_differs(vary: list[float], rows: list[float], noise: float) -> tuple[float, float]:
    """Return the noise of each side if it is what makes the cause vary more on one of them."""
    more = int(vary[1] > vary[0])
    share, gap = rows[more] / sum(rows), vary[more] - vary[1 - more]
    least = max(noise - share * gap, 0.0)
    most = least + gap if least > 0 else noise / share
    return (least, most) if more else (most, least)

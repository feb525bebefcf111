"""What drop-out can have made of a comparison: the group that more stayed in is trimmed (Lee 2009).

If more of those who wait answer again than of those who start, some of them would not have answered
had they started. Nobody knows who, but no more than that share of them: without the highest of them the
estimate is as high as it can have been, without the lowest as low. The share is itself estimated, so the
bounds have a standard error (Lee's), and together they have an interval (Imbens & Manski 2004) in which
the truth lies in 95 of 100 worlds. Trimmed is what is left of the answer, given the answer before, or
the change, by the comparison that decides; the estimate keeps what else was held still.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr, stdtrit

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.beside import Bounds
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.scaling import Scaling, oriented
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Verdict
from qualitycircle.evaluation.verdict import Interval, Weighing, place
from qualitycircle.expectation import Measure

BINS = 200
FAR = 8.0
"""Where a scale has no ends, answers this many standard deviations off are at the end."""

MANY_LEFT = 0.20
MORE_LEFT = 0.05
LEAVING_AT = 0.05
LEAST_STAYED = 0.01
GROUPS = ("offered", "without")
COVERED = 0.95


@dataclass(frozen=True, slots=True)
class Trimmed:
    """How far trimming moves a difference, the lowest and the highest, and what each adds to its variance."""

    shifts: tuple[float, float]
    variances: tuple[float, float]


def histogram_names(comparisons: tuple[str, ...]) -> tuple[str, ...]:
    """Return the counts of each comparison's answers, and of everybody who should have answered."""
    asked = tuple(f"{group} asked" for group in GROUPS)
    bins = (f"{each} {group} {at}" for each in comparisons for group in GROUPS for at in range(BINS))
    return (*asked, *bins)


def histograms(
    comparisons: tuple[str, ...], effect: Measure, setting: Setting, seen: Floats, now: Floats, start: Floats
) -> Floats:
    """Return how what is left of the answers lies in each group; `seen` is NaN for those who left."""
    there, groups = ~np.isnan(seen), (start > 0, start == 0)
    values, mean = _values(effect, setting), setting.found.spread(reading(effect, setting.layout)).mean
    asked = np.array([float(each.sum()) for each in groups])
    parts = [asked]
    for comparison in comparisons:
        held = _held(comparison, effect, setting) * np.nan_to_num(now - mean, nan=0.0)
        left = np.nan_to_num(seen - mean - held)
        places = np.clip(np.rint((left - values[0]) / (values[1] - values[0])), 0, BINS - 1).astype(np.int64)
        parts.extend(np.bincount(places[there & each], minlength=BINS).astype(np.float64) for each in groups)
    return np.concatenate(parts)


def _held(comparison: str, effect: Measure, setting: Setting) -> float:
    """Return how much of the answer before is taken from the answer.

    Of ANCOVA it is the share that lies between citizens: any share gives bounds that hold, that one
    gives narrow ones.
    """
    if comparison == "ancova":
        return setting.found.spread(reading(effect, setting.layout)).between_share
    return 1.0 if comparison == "change score" else 0.0


def _values(effect: Measure, setting: Setting) -> Floats:
    """Return the middle of each bin."""
    read = reading(effect, setting.layout)
    spread = setting.found.spread(read)
    end = FAR * (spread.sd_of_all or 1.0)
    if read.low is not None and read.high is not None:
        end = float(read.high - read.low) or end
    return np.linspace(-end, end, BINS)


def bounds_of_starts(
    estimated: Estimated | None,
    members: Mapping[str, Interval],
    effect: Measure,
    setting: Setting,
    scale: Scaling,
) -> Bounds | None:
    """Return the bounds when starters leave otherwise than those who wait, clearly and by five points."""
    left = estimated.only if estimated is not None else None
    if estimated is None or left is None or left.se <= 0:
        return None
    if abs(left.value) <= MORE_LEFT or oriented(left, Scaling(1.0, "")).p >= LEAVING_AT:
        return None
    return _bounds(estimated, members, effect, setting, scale)


def bounds_of_lots(
    estimated: Estimated | None,
    members: Mapping[str, Interval],
    effect: Measure,
    setting: Setting,
    scale: Scaling,
) -> Bounds | None:
    """Return the bounds when many left, or more left the one group than the other; else None."""
    left = estimated.only if estimated is not None else None
    if estimated is None or left is None:
        return None
    counts = estimated.sums.counts
    asked = sum(counts[f"{group} asked"] for group in GROUPS)
    answered = sum(float(_answers(counts, next(iter(members)), group).sum()) for group in GROUPS)
    if abs(left.value) <= MORE_LEFT and asked - answered <= MANY_LEFT * asked:
        return None
    return _bounds(estimated, members, effect, setting, scale)


def _bounds(
    estimated: Estimated, members: Mapping[str, Interval], effect: Measure, setting: Setting, scale: Scaling
) -> Bounds | None:
    """Return the lowest and the highest of all members, each with its interval."""
    left, counts = estimated.only, estimated.sums.counts
    groups = {each: [_answers(counts, each, group) for group in GROUPS] for each in members}
    if left is None or any(not group.sum() for both in groups.values() for group in both):
        return None
    waiting = float(groups[next(iter(members))][1].sum()) / counts["without asked"]
    starting = min(max(waiting - left.value, LEAST_STAYED), 1.0)
    more = 0 if starting > waiting else 1
    share = abs(starting - waiting) / max(starting, waiting)
    own = left.se / max(starting, waiting)
    found = []
    for name, each in members.items():
        shift = trimmed(groups[name][more], _values(effect, setting), share, own)
        found.append(_ends(each, shift, scale.factor * (1.0 if more == 0 else -1.0)))
    return Bounds(
        low=min(each[0] for each in found),
        high=max(each[1] for each in found),
        stayed_offered=starting,
        stayed_without=waiting,
        lowest=min(each[2] for each in found),
        highest=max(each[3] for each in found),
    )


def _answers(counts: Mapping[str, float], comparison: str, group: str) -> Floats:
    return np.array([counts[f"{comparison} {group} {each}"] for each in range(BINS)])


def trimmed(counts: Floats, values: Floats, share: float, own: float) -> Trimmed:
    """Return how far a group's mean moves when a share is taken off its top, or its bottom.

    `own` is the standard error of the share. The variance is what Lee (2009, proposition 3) adds to
    that of a mean: a trimmed one is told from fewer, where it is cut, and by a share that is estimated.
    """
    number = float(counts.sum())
    mean = float(counts @ values) / number
    variance = float(counts @ (values - mean) ** 2) / number
    shifts, more = [], []
    for order in (slice(None), slice(None, None, -1)):
        kept = _kept(counts[order], share)
        at, left = values[order], max(float(kept.sum()), 1.0)
        middle = float(kept @ at) / float(kept.sum())
        edge = float(at[np.flatnonzero(kept)[-1]])
        inside = float(kept @ (at - middle) ** 2) / float(kept.sum())
        told = (inside + (edge - middle) ** 2 * share) / left
        shifts.append(middle - mean)
        more.append(max(told - variance / number, 0.0) + ((edge - middle) / (1.0 - share) * own) ** 2)
    return Trimmed((shifts[0], shifts[1]), (more[0], more[1]))


def _kept(counts: Floats, share: float) -> Floats:
    """Return the counts when a share is taken off the end."""
    before = np.cumsum(counts) - counts
    found: Floats = np.clip(counts.sum() * (1.0 - share) - before, 0.0, counts)
    return found


def _ends(at: Interval, shift: Trimmed, factor: float) -> tuple[float, float, float, float]:
    """Return the lowest and the highest value, and the ends of their interval.

    Where a lot was drawn again, more standard errors than usual hold the estimate, and so the bounds.
    """
    both = sorted(
        (at.value + factor * by, math.hypot(at.se, abs(factor) * math.sqrt(more)))
        for by, more in zip(shift.shifts, shift.variances, strict=True)
    )
    (low, below), (high, above) = both
    widest = max(below, above)
    if widest <= 0 or at.se <= 0:
        return low, high, low, high
    usual = errors_of_bounds(0.0, at.degrees)
    drawn = (at.high - at.low) / (2.0 * at.se * usual)
    errors = drawn * errors_of_bounds((high - low) / (drawn * widest), at.degrees)
    return low, high, low - errors * below, high + errors * above


def errors_of_bounds(apart: float, degrees: float) -> float:
    """Return how many standard errors outside both bounds hold the truth in 95 % (Imbens & Manski 2004).

    `apart` is the distance between the bounds in standard errors: 0 gives the usual two-sided interval,
    far apart the truth can only be outside at one end.
    """
    low, high = 0.0, float(stdtrit(degrees, (1.0 + COVERED) / 2.0))
    for _ in range(60):
        middle = (low + high) / 2.0
        covered = stdtr(degrees, middle + apart) - stdtr(degrees, -middle)
        low, high = (middle, high) if covered < COVERED else (low, middle)
    return high


def could_be_drop_out(found: Bounds | None, weighed: Weighing) -> bool:
    """Say whether the verdict may only be what those who left make of it.

    A claim, either way, when the bounds' interval holds nil; a *no relevant* when it reaches the
    smallest effect.
    """
    if found is None or found.lowest is None or found.highest is None:
        return False
    if place(weighed).uncapped is Verdict.NO_RELEVANT:
        return max(-found.lowest, found.highest) >= weighed.smallest_low
    return found.lowest <= 0 <= found.highest

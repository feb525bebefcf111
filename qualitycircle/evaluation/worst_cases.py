"""What if those who left had done worse? A table that shifts them, and bounds that assume the worst.

The shift: had everybody who left stood d (or 2 d) worse than those like them who stayed, the estimate
would be that much lower times how much more often starters leave than those who wait. The bounds, for
groups made by lot: the group that more stayed in is trimmed, from the top and from the bottom (Lee
2009). Nothing that was not answered is filled in.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.arms import Arms, arm_of
from qualitycircle.evaluation.beside import Bounds, Shifted
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, person_starts, stacked
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.scaling import Scaling
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.evaluation.transitions import Starts
from qualitycircle.evaluation.verdict import Interval, interval

BINS = 200
MANY_LEFT = 0.20
MORE_LEFT = 0.05
SHIFTS = (1.0, 2.0)
TINY = 1e-12


def leavers_frame(key: str, question: Starts, setting: Setting) -> Frame:
    """Return who was not measured when the effect should have been seen, on the start and Y before."""
    still = ("one", *setting.wave_names, "y before")
    return Frame(
        key=f"{key}/left",
        columns=("left", "start", *still),
        rows=partial(_of_starters, question, setting),
        equations=(Equation(name="left", outcome={"left": 1.0}, target="start", controls=still),),
    )


def _of_starters(question: Starts, setting: Setting, panel: Panel) -> Rows:
    now = values_of(question.effect, setting, panel)
    day = panel.column("day")
    started = np.nan_to_num(panel.column(f"start_day:{question.activity}"), nan=np.inf)
    last = float(setting.found.last_day or 0)
    due = (panel.wave + question.lag < setting.waves) & (day + question.lag * setting.every <= last)
    waiting = started >= np.nan_to_num(day, nan=np.inf)
    starts = waiting & (started < day + setting.every)
    waits = waiting & (started >= day + question.lag * setting.every)
    start = np.where(starts, 1.0, np.where(waits, 0.0, np.nan))
    gone = np.isnan(panel.later(now, question.lag)).astype(np.float64)
    kept = complete(panel, [now, start], among=due.astype(np.float64))
    waves = [(panel.wave == each).astype(np.float64) for each in range(1, setting.waves)]
    columns = [gone, start, np.ones(panel.rows), *waves, now]
    return Rows(stacked(columns, kept), person_starts(panel.person[kept]), at=kept)


def shifted(
    estimated: Estimated | None, deciding: Interval, smallest: float, *, per_step: float = 1.0
) -> tuple[Shifted, ...]:
    """Return the estimate if everybody who left had stood d, or 2 d, worse than those like them.

    Last comes how far they must have stood from those like them for the interval to reach nil, where
    it does not and any distance would do. `per_step`: how many steps of the cause the estimate is for.
    """
    found = estimated.get("left") if estimated is not None else None
    if found is None or found.se <= 0 or smallest <= 0:
        return ()
    slope, own = found.value * per_step, found.se * abs(per_step)
    shifts = [-times * smallest for times in SHIFTS]
    table = [_shifted(deciding, slope, own, each) for each in shifts]
    tips = _tipping(deciding, slope, own)
    if tips is not None:
        table.append(replace(_shifted(deciding, slope, own, tips), tips=True))
    return tuple(table)


def _shifted(deciding: Interval, slope: float, own: float, shift: float) -> Shifted:
    """Return the interval moved, and wider by what is not known of who leaves."""
    value = deciding.value + slope * shift
    more = interval(0.0, own, deciding.degrees).high * shift
    below, above = (math.hypot(each - deciding.value, more) for each in (deciding.low, deciding.high))
    return Shifted(shift=shift, value=value, low=value - below, high=value + above)


def _tipping(deciding: Interval, slope: float, own: float) -> float | None:
    """Return the shift nearest nil at which the 95 % interval reaches nil; None when none does.

    That is where the value squared is what its end is away, squared, and the same of who leaves.
    """
    if deciding.low <= 0 <= deciding.high:
        return None
    end = deciding.low if deciding.low > 0 else deciding.high
    square = slope**2 - interval(0.0, own, deciding.degrees).high ** 2
    line = deciding.value * slope
    rest = deciding.value**2 - (deciding.value - end) ** 2
    inside = line**2 - square * rest
    if inside < 0 or abs(square) < TINY:
        return None
    return min(((-line + each * math.sqrt(inside)) / square for each in (-1.0, 1.0)), key=abs)


def histogram_frame(key: str, question: Arms, setting: Setting) -> Frame:
    """Return how the effect's answers lie in each group, and how many of each were not measured."""
    names = tuple(f"{group} {each}" for group in ("offered", "without") for each in range(BINS))
    return Frame(
        key=f"{key}/histogram",
        columns=("one",),
        rows=partial(_histogram, question, setting),
        equations=(Equation(name="histogram", outcome={"one": 1.0}, target="one"),),
        counts=(*names, "offered left", "without left"),
    )


def _grid(question: Arms, setting: Setting) -> tuple[float, float]:
    """Return the first bin's middle and the bins' width: a bin for every step where there are steps."""
    read = reading(question.effect, setting.layout)
    spread = setting.found.spread(read)
    if read.low is not None and read.high is not None:
        steps = read.high - read.low
        whole = len(read.indicators) == 1 and float(steps).is_integer() and 0 < steps < BINS
        return read.low, 1.0 if whole else steps / (BINS - 1)
    return spread.mean - 8.0 * (spread.sd or 1.0), 16.0 * (spread.sd or 1.0) / (BINS - 1)


def _histogram(question: Arms, setting: Setting, panel: Panel) -> Rows:
    arm = arm_of(question, panel)
    first = np.flatnonzero((np.arange(panel.rows) == panel.first) & ~np.isnan(arm))
    seen = panel.at_wave(values_of(question.effect, setting, panel), question.lag)[first]
    middle, width = _grid(question, setting)
    known, offered = ~np.isnan(seen), arm[first] > 0
    places = np.clip(np.rint((np.nan_to_num(seen) - middle) / width), 0, BINS - 1).astype(np.int64)
    parts = [np.bincount(places[known & each], minlength=BINS) for each in (offered, ~offered)]
    left = [float((~known & each).sum()) for each in (offered, ~offered)]
    counts = np.concatenate([*parts, left]).astype(np.float64)
    return Rows(np.ones((1, len(first))), np.arange(len(first), dtype=np.int64), at=first, counts=counts)


def bounds(estimated: Estimated | None, question: Arms, setting: Setting, scale: Scaling) -> Bounds | None:
    """Return Lee's bounds when many left, or more left the one group than the other; else None."""
    if estimated is None:
        return None
    offered, without = (_answers(estimated.sums.counts, group) for group in ("offered", "without"))
    gone = tuple(estimated.sums.counts[f"{group} left"] for group in ("offered", "without"))
    if not offered.sum() or not without.sum():
        return None
    stayed = offered.sum() / (offered.sum() + gone[0]), without.sum() / (without.sum() + gone[1])
    everybody = offered.sum() + without.sum() + sum(gone)
    if abs(stayed[0] - stayed[1]) <= MORE_LEFT and sum(gone) / everybody <= MANY_LEFT:
        return None
    middle, width = _grid(question, setting)
    values: Floats = (middle + width * np.arange(BINS)).astype(np.float64)
    ends = sorted(scale.factor * each for each in lee(offered, without, stayed, values))
    return Bounds(low=ends[0], high=ends[1], stayed_offered=stayed[0], stayed_without=stayed[1])


def _answers(counts: Mapping[str, float], group: str) -> Floats:
    return np.array([counts[f"{group} {each}"] for each in range(BINS)])


def lee(offered: Floats, without: Floats, stayed: tuple[float, float], values: Floats) -> tuple[float, float]:
    """Return the lowest and the highest difference in means that the drop-out allows (Lee 2009)."""
    share = abs(stayed[0] - stayed[1]) / max(stayed)
    more, fewer = (offered, without) if stayed[0] >= stayed[1] else (without, offered)
    other = float(fewer @ values / fewer.sum())
    ends = [_trimmed(more, values, share), _trimmed(more[::-1], values[::-1], share)]
    differences = [each - other for each in ends] if more is offered else [other - each for each in ends]
    return min(differences), max(differences)


def _trimmed(counts: Floats, values: Floats, share: float) -> float:
    """Return the mean when a share is taken off the end."""
    keep = counts.sum() * (1.0 - share)
    before = np.cumsum(counts) - counts
    kept = np.clip(keep - before, 0.0, counts)
    return float(kept @ values / kept.sum())

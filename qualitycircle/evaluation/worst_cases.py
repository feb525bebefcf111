"""What if those who left had done worse? A table that shifts them; who they were, for the bounds.

The shift: had everybody who left stood d (or 2 d) worse than those like them who stayed, the estimate
would be that much lower times how much more often starters leave than those who wait. The bounds that
assume the worst are in `trimming`. Nothing that was not answered is filled in.
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Integers
from qualitycircle.evaluation.arms import STRATUM, Arms, arm_of, cluster_of, strata_of, within_strata
from qualitycircle.evaluation.beside import Shifted
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, person_starts, stacked
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.raters import are_few
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.evaluation.transitions import Starts
from qualitycircle.evaluation.trimming import histogram_names, histograms
from qualitycircle.evaluation.verdict import Interval, interval

SHIFTS = (1.0, 2.0)
OF_STARTS, OF_LOTS = ("ancova", "change score"), ("ancova", "follow-up")
TINY = 1e-12


def leavers_frame(key: str, question: Starts, setting: Setting) -> Frame:
    """Return who was not measured when the effect should have been seen, on the start and Y before."""
    still = ("one", *setting.wave_names, "y before")
    return Frame(
        key=f"{key}/left",
        columns=("left", "start", *still),
        rows=partial(_of_starters, question, setting),
        equations=(Equation(name="left", outcome={"left": 1.0}, target="start", controls=still),),
        counts=histogram_names(OF_STARTS),
        clusters=setting.codes(question.level),
        jackknife=are_few(question.level, setting),
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
    seen = panel.later(now, question.lag)
    kept = complete(panel, [now, start], among=due.astype(np.float64))
    waves = [(panel.wave == each).astype(np.float64) for each in range(1, setting.waves)]
    columns = [np.isnan(seen).astype(np.float64), start, np.ones(panel.rows), *waves, now]
    return Rows(
        stacked(columns, kept),
        person_starts(panel.person[kept]),
        clusters=_clusters(question.level, setting, panel, kept),
        at=kept,
        counts=histograms(OF_STARTS, question.effect, setting, seen[kept], now[kept], start[kept]),
    )


def _clusters(level: str, setting: Setting, panel: Panel, kept: Integers) -> Integers:
    return setting.coded(panel, level)[kept] if level else NOBODY


def arm_leavers_frame(key: str, question: Arms, setting: Setting) -> Frame:
    """Return who of each group made by lot was not measured, and how the answers of the others lie."""
    still = ("one", *strata_of(setting))
    level = cluster_of(question, setting)
    return Frame(
        key=f"{key}/left",
        columns=("left", "start", *still),
        rows=partial(_of_groups, question, setting),
        equations=(Equation(name="left", outcome={"left": 1.0}, target="start", controls=still),),
        counts=histogram_names(OF_LOTS),
        clusters=setting.codes(level),
        jackknife=are_few(level, setting),
        pairs=level == STRATUM,
    )


def _of_groups(question: Arms, setting: Setting, panel: Panel) -> Rows:
    arm = arm_of(question, panel)
    kept = np.flatnonzero((np.arange(panel.rows) == panel.first) & ~np.isnan(arm))
    answers = values_of(question.effect, setting, panel)
    seen, now = panel.at_wave(answers, question.lag), panel.at_wave(answers, 0)
    columns = [
        np.isnan(seen).astype(np.float64),
        arm,
        np.ones(panel.rows),
        *within_strata(setting, panel),
    ]
    return Rows(
        stacked(columns, kept),
        person_starts(panel.person[kept]),
        clusters=_clusters(cluster_of(question, setting), setting, panel, kept),
        at=kept,
        counts=histograms(OF_LOTS, question.effect, setting, seen[kept], now[kept], arm[kept]),
    )


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

"""Starting now rather than waiting: transitions of citizens who have not started yet.

Rows are citizens at a måling before which they have not started; the exposed start before the next
måling, the others wait. Two comparisons share one Gram: Y next given Y now (ANCOVA), and the change
in Y. Their errors point opposite ways when starts follow measured or stable need (Ding & Li 2019).
Never two-way fixed effects on a started-dummy (Goodman-Bacon 2021).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation import exposure
from qualitycircle.evaluation.frames import (
    Equation,
    Frame,
    Rows,
    complete,
    dummies,
    person_starts,
    stacked,
)
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.raters import are_few, rated_by_the_same
from qualitycircle.evaluation.setting import Setting, control_name, values_of
from qualitycircle.expectation import Measure

LOST = ("transitions", "not in a row", "unanswered", "another rater")
COUNTS = (*LOST, "exposed", "unexposed", *exposure.COUNTS)
EXPOSED_PERSONS, UNEXPOSED_PERSONS = "exposed", "unexposed"


@dataclass(frozen=True, slots=True)
class Starts:
    """Which activity, which effect, how many målinger later, and what is held still.

    `level` is the column of the level the activity is assigned at, "" for the citizen; `rater` who
    rates the effect, where a professional does; `steady` who must rate both times, where answers jump
    when somebody else does.
    """

    activity: str
    effect: Measure
    controls: tuple[Measure, ...]
    lag: int = 1
    level: str = ""
    rater: str = ""
    steady: tuple[str, ...] = ()

    @property
    def control_names(self) -> tuple[str, ...]:
        return tuple(control_name(each) for each in self.controls)


def transition_frame(key: str, question: Starts, setting: Setting) -> Frame:
    """Return the transitions with both comparisons: `ancova` and `change score`."""
    waves = _effects(question, setting)
    still = (*waves, *question.control_names)
    return Frame(
        key=key,
        columns=("y", "y before", "start", *still),
        rows=partial(_transitions, question, setting),
        equations=(
            Equation(name="ancova", outcome={"y": 1.0}, target="start", controls=(*still, "y before")),
            Equation(
                name="change score",
                outcome={"y": 1.0, "y before": -1.0},
                target="start",
                controls=still,
            ),
        ),
        counts=COUNTS,
        exposure="start",
        cells=_cell_count(question, setting),
        clusters=setting.codes(question.level or question.rater),
        jackknife=are_few(question.level, setting),
        units=setting.units,
    )


def placebo_frame(key: str, question: Starts, setting: Setting) -> Frame:
    """Return what cannot be an effect of starting: what came before the start.

    `placebo change`: the change up to now on the coming start (for the change score). `placebo
    level`: Y before, given Y now (for ANCOVA).
    """
    waves = _effects(question, setting)
    return Frame(
        key=key,
        columns=("y", "y before", "start", *waves),
        rows=partial(_before_start, question, setting),
        equations=(
            Equation(
                name="placebo change",
                outcome={"y": 1.0, "y before": -1.0},
                target="start",
                controls=waves,
            ),
            Equation(name="placebo level", outcome={"y before": 1.0}, target="start", controls=(*waves, "y")),
        ),
        counts=COUNTS,
        exposure="start",
        cells=_cell_count(question, setting),
        clusters=setting.codes(question.level or question.rater),
        jackknife=are_few(question.level, setting),
    )


def _effects(question: Starts, setting: Setting) -> tuple[str, ...]:
    """Return the columns for the måling; with cells they are absorbed instead."""
    return ("one", *setting.wave_names) if question.level else ()


def _cell_count(question: Starts, setting: Setting) -> int:
    return 0 if question.level else setting.waves * max(setting.codes("unit"), 1)


def coming_start(question: Starts, panel: Panel) -> tuple[Floats, Floats]:
    """Return who starts before the next måling (1), who waits (0), and who is at risk.

    A start on the day of a måling comes after its answers. Those who wait do so until the next
    måling, whatever comes later: to ask that they still wait when Y is seen would choose them by
    answers that come after.
    """
    day = panel.column("day")
    started = np.nan_to_num(panel.column(f"start_day:{question.activity}"), nan=np.inf)
    until, seen = panel.later(day, 1), panel.later(day, question.lag)
    known = ~np.isnan(day) & ~np.isnan(until) & ~np.isnan(seen)
    at_risk = known & (started >= np.where(known, day, np.inf))
    starts = at_risk & (started < np.where(known, until, -np.inf))
    waits = at_risk & ~starts
    return np.where(starts, 1.0, np.where(waits, 0.0, np.nan)), at_risk.astype(np.float64)


def _transitions(question: Starts, setting: Setting, panel: Panel) -> Rows:
    now = values_of(question.effect, setting, panel)
    start, at_risk = coming_start(question, panel)
    until = panel.later(panel.column("day"), 1)
    still = [values_of(each, setting, panel, before=until) for each in question.controls]
    columns = [panel.later(now, question.lag), now, start, *still]
    same = rated_by_the_same(question.steady, setting, panel, question.lag)
    return _as_rows(question, setting, panel, columns, at_risk, panel.later(same, question.lag))


def _before_start(question: Starts, setting: Setting, panel: Panel) -> Rows:
    now = values_of(question.effect, setting, panel)
    start, at_risk = coming_start(question, panel)
    same = rated_by_the_same(question.steady, setting, panel, 1)
    return _as_rows(question, setting, panel, [now, panel.earlier(now, 1), start], at_risk, same)


def _as_rows(
    question: Starts, setting: Setting, panel: Panel, columns: list[Floats], at_risk: Floats, same: Floats
) -> Rows:
    answered = complete(panel, columns, among=at_risk)
    kept = answered[same[answered] > 0]
    values = stacked(columns, kept)
    cells, clusters = NOBODY, NOBODY
    if question.level:
        waves = [np.ones((1, len(kept))), dummies(panel.wave[kept], setting.waves)]
        values = np.concatenate([values[:3], *waves, values[3:]])
        clusters = setting.coded(panel, question.level)[kept]
    else:
        cells = _cells(setting, panel)[kept]
        clusters = _raters(question, setting, panel)[kept] if question.rater else NOBODY
    counts = _counts(panel, at_risk, answered, kept, values[2])
    read = panel.later(panel.column("day"), question.lag)[kept]
    started = panel.column(f"start_day:{question.activity}")[kept]
    counts += exposure.exposure_counts(values[2], started, read, question.lag * setting.every)
    return Rows(values, person_starts(panel.person[kept]), cells, clusters, kept, np.array(counts))


def _raters(question: Starts, setting: Setting, panel: Panel) -> Integers:
    """Return who rates the effect when it is seen."""
    codes = setting.coded(panel, question.rater)
    later = panel.later(codes.astype(np.float64), question.lag)
    return np.where(np.isnan(later), codes, np.nan_to_num(later)).astype(np.int64)


def _cells(setting: Setting, panel: Panel) -> Integers:
    units = setting.codes("unit")
    if not units:
        return panel.wave
    return panel.wave * units + setting.coded(panel, "unit")


def _counts(panel: Panel, at_risk: Floats, answered: Integers, kept: Integers, start: Floats) -> list[float]:
    last = np.append(panel.person[1:] != panel.person[:-1], True) if panel.rows else np.zeros(0, dtype=bool)
    possible = float((~last).sum())
    consecutive = float(panel.has_earlier(1).sum())
    person = panel.person[kept]
    return [
        possible,
        possible - consecutive,
        float(at_risk.sum()) - len(answered),
        float(len(answered) - len(kept)),
        float(len(np.unique(person[start > 0]))),
        float(len(np.unique(person[start == 0]))),
    ]

"""Two things that move together, and means held against what was promised."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, person_starts, stacked
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.expectation import Measure


@dataclass(frozen=True, slots=True)
class Pair:
    """Two measures; `lag` målinger lie between them (0: the same måling). `rater`: who rates, a column.

    `cuts`: steps of the effect (from the middle of its scale) at or above which shares are wanted.
    """

    cause: Measure
    effect: Measure
    lag: int = 0
    rater: str = ""
    cuts: tuple[float, ...] = ()


def within_frame(key: str, question: Pair, setting: Setting) -> Frame:
    """Return Y on X with person and måling effects: each citizen held against the same citizen."""
    return Frame(
        key=key,
        columns=("y", "x", *setting.courses, *(f"cut {each}" for each in question.cuts)),
        rows=partial(_within, question, setting),
        equations=(
            Equation(name=key, outcome={"y": 1.0}, target="x", controls=setting.courses),
            *(
                Equation(
                    name=f"cut {each}", outcome={f"cut {each}": 1.0}, target="x", controls=setting.courses
                )
                for each in question.cuts
            ),
        ),
        within=True,
        clusters=setting.codes(question.rater),
    )


def _within(question: Pair, setting: Setting, panel: Panel) -> Rows:
    cause = panel.earlier(values_of(question.cause, setting, panel), question.lag)
    columns = [values_of(question.effect, setting, panel), cause]
    kept = complete(panel, columns)
    values = np.concatenate([stacked(columns, kept), setting.course(panel, kept)])
    if question.cuts:
        above = values[0][None, :] >= np.array(question.cuts)[:, None] - 1e-9
        values = np.concatenate([values, above.astype(np.float64)])
    clusters = setting.coded(panel, question.rater)[kept] if setting.codes(question.rater) else NOBODY
    return Rows(values, person_starts(panel.person[kept]), clusters=clusters, at=kept)


def participants_frame(key: str, effect: Measure, activity: str, setting: Setting) -> Frame:
    """Return the mean of an output among those who have started the activity."""
    return Frame(
        key=key,
        columns=("y", "one"),
        rows=partial(_participants, effect, activity, setting),
        equations=(Equation(name=key, outcome={"y": 1.0}, target="one"),),
    )


def _participants(effect: Measure, activity: str, setting: Setting, panel: Panel) -> Rows:
    day = panel.column("day")
    started = panel.column(f"start_day:{activity}")
    taking_part = np.nan_to_num(started, nan=np.inf) <= np.nan_to_num(day, nan=-np.inf)
    columns = [values_of(effect, setting, panel), np.ones(panel.rows)]
    kept = complete(panel, columns, among=taking_part.astype(np.float64))
    return Rows(stacked(columns, kept), person_starts(panel.person[kept]))

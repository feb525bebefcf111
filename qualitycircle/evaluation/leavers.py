"""Who leaves after a change on an earlier change (B, C): by X before, Y before and the måling.

The effect is compared at the målinger a citizen comes to. If those who leave would have answered lower
than those like them who stay, those who stay stand higher than everybody would have, and the more so
the more of them left. So if leaving follows X, the coefficient of X is that much too high: for each step
those who left stand lower, by the share more that leave for each step of X. That share is read off a
linear probability of leaving for good on what the model itself holds still. What is constant in the
citizen is not taken out of it: who leaves does so once.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, dummies, person_starts, stacked
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.scaling import sd_of
from qualitycircle.evaluation.setting import Setting, control_name, values_of
from qualitycircle.expectation import Measure, Test
from qualitycircle.smallest import Unit


def changes_left_frame(key: str, question: Question, setting: Setting) -> tuple[Frame, ...]:
    """Return who was never heard again when the effect should have been seen, on X and Y before.

    Nothing at the same måling: X is then as unseen as Y.
    """
    if question.lag < 1:
        return ()
    still = ("one", *setting.wave_names, "y before", *map(control_name, question.controls))
    frame = Frame(
        key=f"{key}/left",
        columns=("left", "x", *still),
        rows=partial(_rows, question, setting),
        equations=(Equation(name="left", outcome={"left": 1.0}, target="x", controls=still),),
    )
    return (frame,)


def _rows(question: Question, setting: Setting, panel: Panel) -> Rows:
    """Return a row for every answer that another was due after: it came, or none ever did."""
    now, back = values_of(question.effect, setting, panel), question.lag - 1
    day = panel.column("day")
    due = (panel.wave < setting.waves - 1) & (day + setting.every <= float(setting.found.last_day or 0))
    columns = [_left(now, panel), *_held(question, setting, panel, now, back)]
    kept = complete(panel, columns, among=due.astype(np.float64))
    x, *still = columns[1:]
    waves = dummies(panel.wave[kept], setting.waves)
    values = [stacked([columns[0], x, np.ones(panel.rows)], kept), waves, stacked(still, kept)]
    return Rows(np.concatenate(values), person_starts(panel.person[kept]), at=kept)


def _held(question: Question, setting: Setting, panel: Panel, now: Floats, back: int) -> list[Floats]:
    controls = (panel.earlier(values_of(each, setting, panel), back) for each in question.controls)
    return [panel.earlier(values_of(question.cause, setting, panel), back), now, *controls]


def _left(answers: Floats, panel: Panel) -> Floats:
    """Return 1 where no later måling has an answer, 0 where the next has, NaN where one comes later on."""
    if not panel.rows:
        return answers
    so_far = np.cumsum(~np.isnan(answers))
    heard_again = so_far[panel.block.starts[1:][panel.person] - 1] > so_far
    stays = ~np.isnan(panel.later(answers, 1))
    return np.where(stays, 0.0, np.where(heard_again, np.nan, 1.0))


def per_step(test: Test, cause: Measure, setting: Setting) -> float:
    """Return how many of the cause's own steps the smallest effect is told for."""
    return sd_of(cause, setting) if test.smallest.unit is Unit.SD else 1.0

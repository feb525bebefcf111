"""Whether those who leave the målinger pull a coefficient, because they leave by the answer to be explained.

To take out what a citizen is like all along, a row is held against the same citizen's later rows. Who
leaves when the effect is reached (a job ends the målinger) has none, so that the rows that are left are
those where the effect fell short, the more so the better a citizen stood. That pulls the coefficient
against the way the two go together between citizens: a true effect is seen smaller, and none as its
opposite (docs/decisions, 24).
"""

from __future__ import annotations

from functools import partial

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, dummies, person_starts, stacked
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.evaluation.verdict import interval
from qualitycircle.expectation import Measure

TELLING = 0.1
"""How large a part of the smallest effect those who leave must pull before they count."""

LEFT_AT = 0.05


def pulling_frame(key: str, cause: Measure, effect: Measure, lag: int, setting: Setting) -> Frame:
    """Return who is heard again after an answer, by that answer and by what came before it.

    `stays` is the share heard again for each step of Y now; `side` how X and Y before go together
    between citizens.
    """
    still = ("one", *setting.wave_names)
    return Frame(
        key=key,
        columns=("stays", "y", "x", "y before", *still),
        rows=partial(_rows, cause, effect, max(lag, 1), setting),
        equations=(
            Equation(name="stays", outcome={"stays": 1.0}, target="y", controls=(*still, "x", "y before")),
            Equation(name="side", outcome={"y before": 1.0}, target="x", controls=still),
        ),
    )


def _rows(cause: Measure, effect: Measure, lag: int, setting: Setting, panel: Panel) -> Rows:
    outcome = values_of(effect, setting, panel)
    earlier = panel.earlier(values_of(cause, setting, panel), lag)
    columns = [_heard_again(outcome, panel), outcome, earlier, panel.earlier(outcome, 1)]
    columns.append(np.ones(panel.rows))
    kept = complete(panel, columns, among=(panel.wave < setting.waves - 1).astype(np.float64))
    values = np.concatenate([stacked(columns, kept), dummies(panel.wave[kept], setting.waves)])
    return Rows(values, person_starts(panel.person[kept]))


def _heard_again(outcome: Floats, panel: Panel) -> Floats:
    """Return 1 where the same citizen answers at a later måling, else 0."""
    answered = ~np.isnan(outcome)
    if not panel.rows:
        return answered.astype(np.float64)
    so_far = np.cumsum(answered)
    last = panel.block.starts[1:][panel.person] - 1
    return (so_far[last] > so_far).astype(np.float64)


def pull(found: Estimated, sd: float) -> float:
    """Return about how far those who leave pull a coefficient, in steps for each step; 0 when they do not.

    That is the share more that leave for each standard deviation `sd` of the effect, times how far the
    two go together between citizens. In simulations the pull was one to two times as large.
    """
    stays, side = found.get("stays"), found.get("side")
    if stays is None or side is None or stays.se <= 0:
        return 0.0
    if interval(stays.value, stays.se, stays.degrees).p >= LEFT_AT:
        return 0.0
    return -abs(stays.value) * sd * side.value

"""Change on earlier change: the sequential panel (Arellano & Bover 1995).

When the same citizen's X is above its own usual level, how much does Y differ at the next måling,
given Y before, the effect's other causes and the måling? The person effect is removed by forward
orthogonal deviations (a row minus the mean of the same citizen's later rows); each regressor is
instrumented by its own level, which is settled before what comes later (statistics design 1.3 B, 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers
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
from qualitycircle.evaluation.setting import Setting, control_name, values_of
from qualitycircle.expectation import Measure

LOST = ("transitions", "not in a row", "unanswered")


@dataclass(frozen=True, slots=True)
class Question:
    """Which X, `lag` målinger before, goes with which Y; `now` adds X at the same måling."""

    cause: Measure
    effect: Measure
    controls: tuple[Measure, ...]
    lag: int
    now: bool
    rater: str = ""

    @property
    def regressors(self) -> tuple[str, ...]:
        earlier = ("x",) if self.lag else ()
        now = ("x now",) if self.now else ()
        return (*earlier, *now, "y before", *(control_name(each) for each in self.controls))


def sequential_frame(key: str, question: Question, setting: Setting) -> Frame:
    """Return the sequential panel of one question; the target is X now if asked for, else X before."""
    names = question.regressors
    waves = setting.wave_names
    levels = tuple(f"level of {each}" for each in names)
    wave_levels = tuple(f"level of {each}" for each in waves)
    target = "x now" if question.now else "x"
    return Frame(
        key=key,
        columns=("y", *names, *waves, *levels, "one", *wave_levels),
        rows=partial(_rows, question, setting),
        equations=(
            Equation(
                name=key,
                outcome={"y": 1.0},
                target=target,
                controls=(*waves, *(each for each in names if each != target)),
                instruments=(*waves, "one", *wave_levels, *levels),
            ),
        ),
        clusters=setting.codes(question.rater),
        counts=LOST,
    )


def _rows(question: Question, setting: Setting, panel: Panel) -> Rows:
    outcome = values_of(question.effect, setting, panel)
    columns = [outcome, *_regressors(question, setting, panel, outcome)]
    kept = complete(panel, columns)
    person = panel.person[kept]
    waves = dummies(panel.wave[kept], setting.waves)
    levels = np.concatenate([stacked(columns, kept), waves])
    ahead, deviations = forward_deviations(levels, person)
    instruments = [levels[1 : len(columns)], np.ones((1, len(kept))), waves]
    values = np.concatenate([deviations, *(each[:, ahead] for each in instruments)])
    clusters = NOBODY
    if setting.codes(question.rater):
        clusters = setting.coded(panel, question.rater)[kept][ahead]
    return Rows(
        values,
        person_starts(person[ahead]),
        clusters=clusters,
        counts=_lost(panel, max(question.lag, 1), len(kept)),
    )


def _regressors(question: Question, setting: Setting, panel: Panel, outcome: Floats) -> list[Floats]:
    cause = values_of(question.cause, setting, panel)
    found = [panel.earlier(cause, question.lag)] if question.lag else []
    if question.now:
        found.append(cause)
    found.append(panel.earlier(outcome, 1))
    back = max(question.lag, 1)
    found.extend(panel.earlier(values_of(each, setting, panel), back) for each in question.controls)
    return found


def forward_deviations(levels: Floats, person: Integers) -> tuple[Integers, Floats]:
    """Return the rows that have later rows of the same person, and their deviations from those.

    Each deviation is times sqrt(m/(m+1)), m the number of later rows, so that what was independent
    stays independent (Arellano & Bover 1995).
    """
    starts = person_starts(person)
    if not len(starts):
        return NOBODY, levels
    lengths = np.diff(np.append(starts, len(person)))
    own = levels - np.repeat(np.add.reduceat(levels, starts, axis=1) / lengths, lengths, axis=1)
    last = np.repeat(starts + lengths - 1, lengths)
    later = last - np.arange(len(person))
    ahead = np.flatnonzero(later > 0)
    running = np.cumsum(own, axis=1)
    count = later[ahead].astype(np.float64)
    after = (running[:, last[ahead]] - running[:, ahead]) / count
    return ahead, (own[:, ahead] - after) * np.sqrt(count / (count + 1.0))


def _lost(panel: Panel, lag: int, kept: int) -> Floats:
    """Return the transitions there could be, those not in a row, and those with an answer missing."""
    possible = int((np.arange(panel.rows) - panel.first >= lag).sum())
    in_a_row = int(panel.has_earlier(lag).sum())
    return np.array([possible, possible - in_a_row, in_a_row - kept], dtype=np.float64)

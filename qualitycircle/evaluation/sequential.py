"""Change on earlier change: the sequential panel (Arellano & Bover 1995).

When the same citizen's X is above its own usual level, how much does Y differ at the next måling,
given Y before, the effect's other causes and the måling? The person effect is removed by forward
orthogonal deviations (a row minus the mean of the same citizen's later rows); each regressor is
instrumented by its own level, which is settled before what comes later (statistics design 1.3 B, 2).
"""

from __future__ import annotations

from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.frames import (
    Equation,
    Frame,
    Rows,
    complete,
    person_starts,
    stacked,
)
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.questions import Levels, Question
from qualitycircle.evaluation.raters import are_few, rated_by_the_same, stays
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.evaluation.shared_noise import ROOT, level_of, noise_columns, noise_rows, with_noise

LOST = ("transitions", "not in a row", "unanswered", "another rater")


def sequential_frame(key: str, question: Question, setting: Setting) -> Frame:
    """Return the sequential panel of one question.

    The equation named `key` has X before as its target, or X now if asked for. With X now beside X
    one måling before there is `reverse` as well: X now on Y before, given X before. Where what is held
    still is answered with noise, `<name>/noise out` takes out as much as is held possible, and
    `<name>/shared noise out` also what answers by one person at one måling may have in common.
    """
    names, waves, noise = question.regressors, setting.courses, noise_columns(question)
    equations = [_equation(key, "y", "x now" if question.now else "x", names, waves)]
    if question.now and question.lag == 1:
        without = tuple(each for each in names if each != "x now")
        equations.append(_equation("reverse", "x now", "y before", without, waves))
    if question.further:
        equations.append(_equation("further", "y", "x further", names, waves))
    if question.nearer:
        equations.append(_equation("nearer", "y", "x nearer", names, waves))
    return Frame(
        key=key,
        columns=("y", *names, *waves, *map(level_of, names), "one", *map(level_of, waves), *noise),
        rows=partial(_rows, question, setting),
        combined=partial(_combined, question, setting),
        equations=tuple(each for one in equations for each in with_noise(one, question)),
        clusters=setting.codes(question.rater),
        jackknife=are_few(question.rater, setting),
        root=ROOT if noise else "",
        units=setting.units,
        counts=LOST,
    )


def _equation(
    name: str, outcome: str, target: str, regressors: tuple[str, ...], waves: tuple[str, ...]
) -> Equation:
    return Equation(
        name=name,
        outcome={outcome: 1.0},
        target=target,
        controls=(*waves, *(each for each in regressors if each != target)),
        instruments=(*waves, "one", *map(level_of, waves), *map(level_of, regressors)),
    )


def _rows(question: Question, setting: Setting, panel: Panel) -> Rows:
    levels = levels_of(question, setting, panel)
    ahead, deviations = forward_deviations(levels.values, levels.person)
    names = 1 + len(question.regressors)
    regressors, waves = levels.values[1:names], levels.values[names:]
    instruments = [each[:, ahead] for each in (regressors, np.ones((1, len(levels.person))), waves)]
    noise = noise_rows(question, levels, ahead, panel)
    return _as_rows(levels, ahead, np.concatenate([deviations, *instruments, noise]))


def _combined(question: Question, setting: Setting, combinations: Floats, panel: Panel) -> Rows:
    """Return sums of columns without making the columns: deviations of sums are sums of deviations."""
    levels = levels_of(question, setting, panel)
    width, names = len(levels.values), 1 + len(question.regressors)
    own = np.zeros((len(combinations), width))
    own[:, 1:names] = combinations[:, width : width + names - 1]
    own[:, names:] = combinations[:, width + names : 2 * width]
    ahead, deviations = forward_deviations(combinations[:, :width] @ levels.values, levels.person)
    constant = combinations[:, width + names - 1, None]
    noise = combinations[:, 2 * width :] @ noise_rows(question, levels, ahead, panel)
    return _as_rows(levels, ahead, deviations + (own @ levels.values)[:, ahead] + constant + noise)


def _as_rows(levels: Levels, ahead: Integers, values: Floats) -> Rows:
    clusters = levels.clusters[ahead] if len(levels.clusters) else NOBODY
    starts = person_starts(levels.citizen[ahead])
    return Rows(values, starts, clusters=clusters, at=levels.at[ahead], counts=levels.lost)


def levels_of(question: Question, setting: Setting, panel: Panel) -> Levels:
    outcome = values_of(question.effect, setting, panel)
    columns = [outcome, *_regressors(question, setting, panel, outcome)]
    answered = complete(panel, columns)
    kept = answered[_same_rater(question, setting, panel)[answered] > 0]
    values = np.concatenate([stacked(columns, kept), setting.course(panel, kept)])
    clusters = setting.coded(panel, question.rater)[kept] if setting.codes(question.rater) else NOBODY
    lost = _lost(panel, max(question.lag, 1), len(answered), len(kept))
    person = stays(question.steady, setting, panel, kept)
    return Levels(values, person, panel.person[kept], clusters, kept, lost)


def _same_rater(question: Question, setting: Setting, panel: Panel) -> Floats:
    columns = (question.rater,) if question.same_rater else ()
    return rated_by_the_same((*columns, *question.steady), setting, panel, max(question.lag, 1))


def _regressors(question: Question, setting: Setting, panel: Panel, outcome: Floats) -> list[Floats]:
    cause = values_of(question.cause, setting, panel)
    found = [panel.earlier(cause, question.lag)] if question.lag else []
    if question.now:
        found.append(cause)
    if question.further:
        found.append(panel.earlier(cause, question.lag + 1))
    if question.nearer:
        found.append(panel.earlier(cause, question.lag - 1))
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
    last = np.repeat(starts + lengths - 1, lengths)
    later = last - np.arange(len(person))
    after = np.zeros_like(levels)
    for count in range(1, int(lengths.max())):
        rows = np.flatnonzero(later == count)
        after[:, rows] = levels[:, rows + 1] + after[:, rows + 1]
    ahead = np.flatnonzero(later > 0)
    m = later[ahead].astype(np.float64)
    return ahead, (levels[:, ahead] - after[:, ahead] / m) * np.sqrt(m / (m + 1.0))


def _lost(panel: Panel, lag: int, answered: int, kept: int) -> Floats:
    """Return the transitions there could be, those not in a row, unanswered, and by another rater."""
    possible = int((np.arange(panel.rows) - panel.first >= lag).sum())
    in_a_row = int(panel.has_earlier(lag).sum())
    return np.array([possible, possible - in_a_row, in_a_row - answered, answered - kept], dtype=np.float64)

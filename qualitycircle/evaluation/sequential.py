"""Change on earlier change: the sequential panel (Arellano & Bover 1995).

When the same citizen's X is above its own usual level, how much does Y differ at the next måling,
given Y before, the effect's other causes and the måling? The person effect is removed by forward
orthogonal deviations (a row minus the mean of the same citizen's later rows); each regressor is
instrumented by its own level, which is settled before what comes later (statistics design 1.3 B, 2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.frames import (
    Equation,
    Frame,
    Noise,
    Rows,
    complete,
    person_starts,
    stacked,
)
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.raters import are_few, rated_by_the_same, stays
from qualitycircle.evaluation.setting import Setting, control_name, values_of
from qualitycircle.expectation import Measure

NO_NOISE = (0.0, 0.0)
LOST = ("transitions", "not in a row", "unanswered", "another rater")


@dataclass(frozen=True, slots=True)
class Question:
    """Which X, `lag` målinger before, goes with which Y; `now` adds X at the same måling.

    `further` adds X one måling earlier still, `nearer` one måling later: lags that nobody claimed.
    `same_rater`: only where the same professional rated at both målinger. `steady` are the columns of
    who rates where a citizen is held only against answers by the same professional.
    `noise` is the error variance of one answer to each measure: the least and the most held possible.
    Of what is held still, the least is always that there is none.
    """

    cause: Measure
    effect: Measure
    controls: tuple[Measure, ...]
    lag: int
    now: bool
    rater: str = ""
    further: bool = False
    nearer: bool = False
    same_rater: bool = False
    steady: tuple[str, ...] = ()
    noise: Mapping[Measure, tuple[float, float]] = field(default_factory=dict)

    @property
    def answers(self) -> Mapping[str, tuple[Measure, int]]:
        """Which answer each regressor is: the measure, and how many målinger before."""
        of_cause = {"x": self.lag, "x now": 0, "x further": self.lag + 1, "x nearer": self.lag - 1}
        of_others = {control_name(each): (each, max(self.lag, 1)) for each in self.controls}
        known = {"y before": (self.effect, 1), **of_others}
        known |= {name: (self.cause, back) for name, back in of_cause.items()}
        return {each: known[each] for each in self.regressors}

    @property
    def regressors(self) -> tuple[str, ...]:
        earlier = ("x",) if self.lag else ()
        now = ("x now",) if self.now else ()
        further = (*(("x further",) if self.further else ()), *(("x nearer",) if self.nearer else ()))
        return (*earlier, *now, *further, "y before", *(control_name(each) for each in self.controls))


NOISIER = "noise out"
SHARED = "shared noise out"
_ROOT = "noise"

HALF_SHARED = 0.5
"""The share of the error variance that answers by one person at one måling may have in common."""


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
        root=_ROOT if noise else "",
        units=setting.units,
        counts=LOST,
    )


def level_of(column: str) -> str:
    return f"level of {column}"


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


# Noise ---------------------------------------------------------------------------------------------


def with_noise(equation: Equation, question: Question) -> list[Equation]:
    """Return an equation as answered, and with the noise taken out of what is held still.

    How much noise there is, is never known exactly, so a claim must hold in all of them.
    """
    least, most = (_noise(equation, question, which) for which in (0, 1))
    if not most:
        return [equation]
    own = tuple(each for each in least if each.regressor == equation.target and each.share == _ROOT)
    found = [replace(equation, noise=own), replace(equation, name=f"{equation.name}/{NOISIER}", noise=most)]
    shared = _noise_of_one_person(equation, question)
    if shared:
        found.append(replace(equation, name=f"{equation.name}/{SHARED}", noise=(*most, *shared)))
    return found


def _noise(equation: Equation, question: Question, which: int) -> tuple[Noise, ...]:
    """Return the noise shared by regressors and instruments: of the same answer to the same measure."""
    return tuple(
        Noise(one, level_of(other), variance, _noise_column(shift))
        for one, other, shift in _pairs(equation, question)
        if question.answers[one][0] == question.answers[other][0]
        and (variance := question.noise.get(question.answers[one][0], NO_NOISE)[which]) > 0
    )


def _noise_of_one_person(equation: Equation, question: Question) -> tuple[Noise, ...]:
    """Return the noise that answers to different measures, by one person at one måling, may share."""
    found = []
    for one, other, shift in _pairs(equation, question):
        first, second = question.answers[one][0], question.answers[other][0]
        variance = question.noise.get(first, NO_NOISE)[1] * question.noise.get(second, NO_NOISE)[1]
        same_person = first.respondent is not None and first.respondent is second.respondent
        if first != second and same_person and variance > 0:
            common = HALF_SHARED * float(variance**0.5)
            found.append(Noise(one, level_of(other), common, _noise_column(shift)))
    return tuple(found)


def _pairs(equation: Equation, question: Question) -> Iterator[tuple[str, str, int]]:
    """Return a regressor, an instrument's, and how many målinger later the regressor's row is.

    A row is held against the citizen's later rows, and an answer from longer ago comes back in those.
    """
    answers, used = question.answers, {*equation.controls, equation.target}
    for one in answers:
        for other in answers:
            shift = answers[one][1] - answers[other][1]
            if shift >= 0 and one in used and level_of(other) in equation.instruments:
                yield one, other, shift


def _noise_column(shift: int) -> str:
    return _ROOT if not shift else f"noise {shift} later"


def shifts_of(question: Question) -> list[int]:
    """Return 0 and the further shifts there are, when any answer holds noise."""
    if not any(most > 0 for _, most in question.noise.values()):
        return []
    backs = [back for _, back in question.answers.values()]
    return sorted({max(one - other, 0) for one in backs for other in backs})


def noise_columns(question: Question) -> tuple[str, ...]:
    return tuple(map(_noise_column, shifts_of(question)))


def noise_rows(question: Question, levels: Levels, ahead: Integers, panel: Panel) -> Floats:
    """Return, for each shift, what of an answer's error variance a row holds, over the root.

    Held against the mean of m later rows, a row keeps sqrt(m/(m+1)) of it; less 1/m of that where one
    of those rows holds the same answer.
    """
    shifts = shifts_of(question)
    found = np.zeros((len(shifts), len(ahead)))
    starts = person_starts(levels.person)
    lengths = np.diff(np.append(starts, len(levels.person)))
    m = (np.repeat(starts + lengths, lengths) - 1 - np.arange(len(levels.person)))[ahead]
    kept = np.sqrt(m / (m + 1.0))
    waves = panel.wave[levels.at]
    for place, shift in enumerate(shifts):
        if not shift:
            found[place] = np.sqrt(kept)
            continue
        again = np.zeros(len(ahead), dtype=bool)
        for step in range(1, shift + 1):
            there = np.minimum(ahead + step, len(waves) - 1)
            again |= (step <= m) & (waves[there] == waves[ahead] + shift)
        found[place] = -np.sqrt(kept) * again / m
    return found


# Rows ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Levels:
    """The complete rows before the person effect is removed: Y, regressors and måling effects.

    `person` says which rows are held against each other: a citizen's, or those of them that one
    professional rated; `citizen` whose they are.
    """

    values: Floats
    person: Integers
    citizen: Integers
    clusters: Integers
    at: Integers
    lost: Floats


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

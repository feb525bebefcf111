"""The noise that answers hold, in the equations of a change on an earlier change (docs/decisions, 35)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.frames import Equation, Noise, person_starts
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.questions import Levels, Question

NOISIER = "noise out"
SHARED = "shared noise out"
ROOT = "noise"

HALF_SHARED = 0.5
"""The share of the error variance that answers by one person at one måling may have in common."""

NO_NOISE = (0.0, 0.0)


def level_of(column: str) -> str:
    return f"level of {column}"


def with_noise(equation: Equation, question: Question) -> list[Equation]:
    """Return an equation as answered, and with the noise taken out of what is held still.

    How much noise there is, is never known exactly, so a claim must hold in all of them.
    """
    least, most = (_noise(equation, question, which) for which in (0, 1))
    if not most:
        return [equation]
    own = tuple(each for each in least if each.regressor == equation.target and each.share == ROOT)
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
    return ROOT if not shift else f"noise {shift} later"


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

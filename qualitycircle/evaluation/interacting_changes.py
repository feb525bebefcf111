"""A change on an earlier change with one condition more: the sequential panel, asked on both sides of it.

Everything in the model is allowed to differ with the condition, not the cause alone: a condition that
goes with more inertia, more feedback or another course of time would otherwise look like one that
changes the link. A condition that is met now and not then counts by its deviation from how often it is
usually met for that citizen (double-demeaned; Giesselmann & Schmidt-Catran 2022), and how often that is
may change everything as well. The person effect is removed as in the sequential panel, so that feedback
does not look like a difference either (docs/decisions, 26).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.conditions import met
from qualitycircle.evaluation.frames import Equation, Frame, Noise, Rows, person_starts
from qualitycircle.evaluation.interacting import COUNTS, Moderating, interacting_frame, moderating
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.questions import Levels, Question
from qualitycircle.evaluation.sequential import forward_deviations, levels_of, sequential_frame
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.shared_noise import level_of, noise_columns, noise_rows, shifts_of
from qualitycircle.evaluation.sides import ladder, side_sums
from qualitycircle.expectation import Test

OF_CONDITION = "m"
USUALLY = "usually"


def frames_of_conditions(
    test: Test, key: str, questions: Mapping[str, Question], within: Frame, lag: int, setting: Setting
) -> tuple[Frame, ...]:
    """Return the models of each condition that can be read: of the link, and of what may fake a difference.

    `questions` are the deciding one and, where the cause comes before, the one with the cause at the same
    måling too: `<key>/now` shows whether the condition goes with a mood of the day in both answers.
    Where the condition changes, `<key>/within` is the fixed-effects model, shown beside.
    """
    found: list[Frame] = []
    for each in test.moderators:
        condition, own = moderating(each, lag, setting), f"{key}/moderator {each.moderator}"
        if condition is None:
            continue
        for place, (name, question) in enumerate(questions.items()):
            base = sequential_frame(name, question, setting)
            of_link = own if not place else f"{own}/now"
            found.append(condition_frame(of_link, base, question, condition, setting))
        if condition.varies:
            name = f"{own}/within"
            found.append(interacting_frame(name, within, "x", (within.key,), condition, test.effect, setting))
    return tuple(found)


def condition_frame(
    key: str, base: Frame, question: Question, condition: Moderating, setting: Setting
) -> Frame:
    """Return a sequential panel with everything in it once more, times the condition.

    Its equation, and those with noise taken out, become `<name>/difference` and, at each
    point, `<name>/<point>`.
    """
    names, waves = question.regressors, setting.courses
    products = tuple(f"{name} × {by}" for by in _weights(condition) for name in names)
    courses = tuple(f"{each} × {_constant(condition)}" for each in waves)
    varying = (OF_CONDITION,) if condition.varies else ()
    right = (*names, *waves, *products, *courses, *varying)
    noise = (each.name for each in _shares(question, condition))
    first = base.equations[0]
    wanted = [each for each in base.equations if f"{each.name}/".startswith(f"{first.name}/")]
    return replace(
        base,
        key=key,
        columns=("y", *right, *map(level_of, right), "one", "always", *noise, "met", "x raw m"),
        rows=partial(_rows, question, condition, setting),
        combined=partial(_combined, question, condition, setting),
        equations=tuple(
            one for each in wanted for one in _equations(each, right, waves, question, condition)
        ),
        counts=COUNTS,
    )


def _weights(condition: Moderating) -> tuple[str, ...]:
    return (OF_CONDITION, USUALLY) if condition.varies else (OF_CONDITION,)


def _constant(condition: Moderating) -> str:
    """Return what is the same all along for a citizen: the condition, or how often it is met."""
    return _weights(condition)[-1]


def _equations(
    one: Equation,
    right: tuple[str, ...],
    waves: tuple[str, ...],
    question: Question,
    condition: Moderating,
) -> list[Equation]:
    target, product = one.target, f"{one.target} × {OF_CONDITION}"
    courses = [each for each in right if each.partition(" × ")[0] in waves]
    levels = (level_of(each) for each in right)
    instruments = (*courses, "one", "always", *levels)
    noise = tuple(part for each in one.noise if each.regressor != target for part in _noise(each, condition))
    is_share = condition.varies and condition.met_when is not None
    usual = {f"{target} × {USUALLY}": 1.0} if is_share else {}
    shared = replace(one, instruments=instruments, noise=noise)
    slopes = [
        replace(
            shared,
            name=f"{one.name}/{name}",
            controls=tuple(each for each in right if each != target),
            also={product: at, **usual} if at or usual else {},
            centre="met" if usual else "",
        )
        for name, at in condition.points.items()
    ]
    controls = tuple(each for each in right if each != product)
    return [replace(shared, name=f"{one.name}/difference", target=product, controls=controls), *slopes]


# Noise ---------------------------------------------------------------------------------------------


def _noise(one: Noise, condition: Moderating) -> list[Noise]:
    """Return the noise that a regressor and an instrument share, and their products with the condition."""
    weights = ("", *_weights(condition))
    return [
        replace(
            one,
            regressor=_times(one.regressor, here),
            instrument=_times(one.instrument, there),
            share=_times(one.share, here, there),
        )
        for here in weights
        for there in weights
    ]


def _times(column: str, *weights: str) -> str:
    return " × ".join([column, *(each or "1" for each in weights)]) if any(weights) else column


@dataclass(frozen=True, slots=True)
class _Share:
    """A column of noise: of an answer that comes back `shift` målinger later, times what it is times.

    `later` is what the regressor is multiplied by, in the row it comes back in; `here` the instrument.
    """

    column: str
    shift: int
    later: str
    here: str

    @property
    def name(self) -> str:
        return _times(self.column, self.later, self.here)


def _shares(question: Question, condition: Moderating) -> list[_Share]:
    weights = ("", *_weights(condition))
    return [
        _Share(column, shift, later, here)
        for column, shift in zip(noise_columns(question), shifts_of(question), strict=True)
        for later in weights
        for here in weights
    ]


# Rows ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sides:
    """The complete rows, with the condition as it is at each row and what everything is multiplied by."""

    levels: Levels
    met: Floats
    by: Mapping[str, Floats]

    def at(self, weight: str, rows: Integers) -> Floats:
        return self.by[weight][rows] if weight else np.ones(len(rows))


def _sides(question: Question, condition: Moderating, setting: Setting, panel: Panel) -> _Sides:
    at = met(panel.column(condition.column), condition.met_when, setting, condition.column)
    if condition.met_when is None:
        at = at - condition.middle
    at = panel.earlier(at, condition.lag) if condition.varies else panel.at_first_answer(at)
    levels = levels_of(question, setting, panel)
    known = np.flatnonzero(~np.isnan(at[levels.at]))
    levels = replace(
        levels,
        values=levels.values[:, known],
        person=levels.person[known],
        citizen=levels.citizen[known],
        clusters=levels.clusters[known] if len(levels.clusters) else NOBODY,
        at=levels.at[known],
    )
    own = at[levels.at]
    if not condition.varies:
        return _Sides(levels, own, {OF_CONDITION: own})
    usual = _usual(own, levels.person)
    seldom = 1.0 - usual if condition.met_when is not None else usual
    return _Sides(levels, own, {OF_CONDITION: own - usual, USUALLY: seldom})


def _usual(values: Floats, person: Integers) -> Floats:
    """Return each person's mean, on all of that person's rows."""
    starts = person_starts(person)
    if not len(starts):
        return values
    lengths = np.diff(np.append(starts, len(person)))
    return np.repeat(np.add.reduceat(values, starts) / lengths, lengths)


def _beside(
    question: Question, condition: Moderating, sides: _Sides, ahead: Integers, panel: Panel
) -> tuple[Floats, Floats]:
    """Return the columns there are beside deviations and levels, and how many persons are on each side."""
    noise = dict(zip(noise_columns(question), noise_rows(question, sides.levels, ahead, panel), strict=True))
    later = {shift: _later(sides.levels, ahead, shift, panel) for shift in shifts_of(question)}
    products = [
        noise[each.column] * sides.at(each.later, later[each.shift]) * sides.at(each.here, ahead)
        for each in _shares(question, condition)
    ]
    at, always = sides.met[ahead], sides.at(_constant(condition), ahead)
    rows = [np.ones(len(ahead)), always, *products, at, sides.levels.values[1, ahead] * at]
    return np.stack(rows), _persons(at, sides.levels.citizen[ahead], condition)


def _later(levels: Levels, ahead: Integers, shift: int, panel: Panel) -> Integers:
    """Return the row where each row's answer comes back; the row itself where it does not."""
    waves, found = panel.wave[levels.at], ahead.copy()
    for step in range(1, shift + 1):
        there = np.minimum(ahead + step, len(waves) - 1)
        back = (levels.person[there] == levels.person[ahead]) & (waves[there] == waves[ahead] + shift)
        found[back] = there[back]
    return found


def _persons(met: Floats, person: Integers, condition: Moderating) -> Floats:
    """Return how many persons have a row where it is met, and where not; where it changes, who has both."""
    starts = person_starts(person)
    if condition.met_when is None or not len(starts):
        return np.zeros(2)
    inside, outside = (np.add.reduceat(each, starts) > 0 for each in (met, 1.0 - met))
    if condition.varies:
        inside = outside = inside & outside
    return np.array([float(inside.sum()), float(outside.sum())])


def _all_levels(question: Question, condition: Moderating, sides: _Sides) -> Floats:
    """Return Y, the regressors and måling effects, and what they are multiplied by the condition."""
    values, names = sides.levels.values, 1 + len(question.regressors)
    products = [values[1:names] * sides.by[each] for each in _weights(condition)]
    courses = values[names:] * sides.by[_constant(condition)]
    varying = [sides.by[OF_CONDITION][None]] if condition.varies else []
    return np.concatenate([values, *products, courses, *varying])


def _rows(question: Question, condition: Moderating, setting: Setting, panel: Panel) -> Rows:
    sides = _sides(question, condition, setting, panel)
    levels = _all_levels(question, condition, sides)
    ahead, deviations = forward_deviations(levels, sides.levels.person)
    beside, counts = _beside(question, condition, sides, ahead, panel)
    counts = np.concatenate([counts, _of_sides(question, sides, setting)])
    return _as_rows(sides.levels, ahead, np.concatenate([deviations, levels[1:, ahead], beside]), counts)


def _of_sides(question: Question, sides: _Sides, setting: Setting) -> Floats:
    levels = sides.levels
    steps = ladder(question.effect, setting)
    return side_sums(steps, levels.values[0], levels.values[1], sides.met > 0, levels.citizen)


def _combined(
    question: Question, condition: Moderating, setting: Setting, combinations: Floats, panel: Panel
) -> Rows:
    """Return sums of columns without making the columns: deviations of sums are sums of deviations."""
    sides = _sides(question, condition, setting, panel)
    levels = _all_levels(question, condition, sides)
    width = len(levels)
    of_deviations, of_levels, of_rest = np.split(combinations, [width, 2 * width - 1], axis=1)
    ahead, deviations = forward_deviations(of_deviations @ levels, sides.levels.person)
    beside, counts = _beside(question, condition, sides, ahead, panel)
    values = deviations + (of_levels @ levels[1:])[:, ahead] + of_rest @ beside
    return _as_rows(sides.levels, ahead, values, counts)


def _as_rows(levels: Levels, ahead: Integers, values: Floats, counts: Floats) -> Rows:
    clusters = levels.clusters[ahead] if len(levels.clusters) else NOBODY
    starts = person_starts(levels.citizen[ahead])
    return Rows(values, starts, clusters=clusters, at=levels.at[ahead], counts=counts)

"""Whether a condition changes a link: an interval for the difference, and the slopes when it is met or not.

For what changes over time the product is of within-person deviations (double-demeaned; Giesselmann
& Schmidt-Catran 2022): the usual product finds moderation that is not there. Few data sets can
decide a difference; the interval is shown, and a condition that is rarely met is an implementation
finding, not a statistical one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.conditions import met
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, dummies, person_starts, stacked
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.scaling import Scaling, oriented, shown
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.evaluation.values import Estimate, Role
from qualitycircle.evaluation.verdict import Interval
from qualitycircle.expectation import Measure, ModeratorTest, Test
from qualitycircle.theory import Condition

CONSTANT = 0.999
"""A moderator that lies between persons this much is taken as constant over time."""


@dataclass(frozen=True, slots=True)
class Interaction:
    """Which moderator on which pair, so many målinger earlier; `varies`: it changes over time."""

    cause: Measure
    effect: Measure
    indicator: str
    column: str
    met_when: Condition | None
    lag: int
    varies: bool


@dataclass(frozen=True, slots=True)
class Moderated:
    """One moderator's estimates, and the simple slopes that must be irrelevant too."""

    estimates: tuple[Estimate, ...]
    slopes: tuple[Interval, ...]
    is_conditional: bool


def moderation_frames(test: Test, key: str, lag: int, setting: Setting) -> tuple[Frame, ...]:
    """Return one model for each moderator whose first indicator somebody has answered."""
    found = (_interaction(test, each, lag, setting) for each in test.moderators)
    return tuple(
        _frame(f"{key}/moderator {moderator.moderator}", each, setting)
        for moderator, each in zip(test.moderators, found, strict=True)
        if each is not None
    )


def _interaction(test: Test, moderator: ModeratorTest, lag: int, setting: Setting) -> Interaction | None:
    for id in moderator.indicators:
        for kind in ("value", "background"):
            column = f"{kind}:{id}"
            if setting.layout.has(column) and _is_number(column, moderator, setting):
                varies = kind == "value" and not _is_constant(id, setting)
                return Interaction(test.cause, test.effect, id, column, moderator.met_when, lag, varies)
    return None


def _is_number(column: str, moderator: ModeratorTest, setting: Setting) -> bool:
    """A code is no number; with two codes it may be held against a condition by its number."""
    return not setting.layout.codes.get(column, 0)


def _is_constant(indicator: str, setting: Setting) -> bool:
    spread = setting.found.spreads.get((indicator,))
    return spread is not None and spread.between_share > CONSTANT


def _frame(key: str, question: Interaction, setting: Setting) -> Frame:
    waves = setting.wave_names
    still = (*waves, "m")
    equations = [Equation(name="difference", outcome={"y": 1.0}, target="x m", controls=(*still, "x"))]
    if _has_slopes(question):
        both = ("x met", "x not met")
        equations += [
            Equation(
                name=each,
                outcome={"y": 1.0},
                target=each,
                controls=(*still, *(other for other in both if other != each)),
            )
            for each in both
        ]
    return Frame(
        key=key,
        columns=("y", "x", "x m", "x met", "x not met", "m", *waves),
        rows=partial(_rows, question, setting),
        equations=tuple(equations),
        within=True,
    )


def _has_slopes(question: Interaction) -> bool:
    return question.met_when is not None and not question.varies


def _rows(question: Interaction, setting: Setting, panel: Panel) -> Rows:
    cause = panel.earlier(values_of(question.cause, setting, panel), question.lag)
    condition = met(panel.column(question.column), question.met_when, setting, question.column)
    moderator = panel.earlier(condition, question.lag) if question.varies else condition
    columns = [values_of(question.effect, setting, panel), cause, moderator]
    kept = complete(panel, columns)
    outcome, x, m = stacked(columns, kept)
    starts = person_starts(panel.person[kept])
    product = x * m
    if question.varies:
        product = _deviation(x, starts) * _deviation(m, starts)
    waves = dummies(panel.wave[kept], setting.waves)
    values = np.concatenate([np.stack([outcome, x, product, x * m, x * (1.0 - m), m]), waves])
    return Rows(values, starts)


def _deviation(values: Floats, starts: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Floats:
    if not len(starts):
        return values
    lengths = np.diff(np.append(starts, len(values)))
    return values - np.repeat(np.add.reduceat(values, starts) / lengths, lengths)


def moderated(test: Test, key: str, found: Mapping[str, Estimated], scale: Scaling) -> tuple[Moderated, ...]:
    """Return each moderator's difference and slopes."""
    results = []
    for each in test.moderators:
        estimated = found.get(f"{key}/moderator {each.moderator}")
        if estimated is not None:
            results.append(_moderated(each, estimated, scale, test.smallest.value))
    return tuple(results)


def _moderated(moderator: ModeratorTest, estimated: Estimated, scale: Scaling, smallest: float) -> Moderated:
    estimates, slopes = [], []
    for name in estimated.found:
        coefficient = estimated.get(name)
        if coefficient is not None and coefficient.se > 0 and coefficient.persons >= 30:
            label = f"{name}: {moderator.moderator}"
            estimates.append(shown(coefficient, scale, Role.MODERATION, name=label))
            if name != "difference":
                slopes.append(oriented(coefficient, scale))
    return Moderated(tuple(estimates), tuple(slopes), _differ(slopes, smallest))


def _differ(slopes: list[Interval], smallest: float) -> bool:
    """Say whether one slope is there and the other is not, or points the other way."""
    there = [each.low > 0 and each.value >= smallest for each in slopes]
    away = [each.high < smallest for each in slopes]
    return any(there) and any(away)

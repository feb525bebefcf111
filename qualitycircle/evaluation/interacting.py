"""A comparison with one condition more: the same rows, with the condition and its product with the cause.

Within citizens the product of two things that change is of their deviations from the citizen's own
means (double-demeaned; Giesselmann & Schmidt-Catran 2022): the usual product finds moderation that
is not there. Everywhere else what is held still may differ with the condition too: an answer before
that says more of the next one on the one side would otherwise look like a start that does more there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.arms import STRATUM
from qualitycircle.evaluation.conditions import limit_in, met
from qualitycircle.evaluation.frames import Equation, Frame, Rows, person_starts
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.sides import COUNTS as OF_SIDES
from qualitycircle.evaluation.sides import ladder, side_sums
from qualitycircle.expectation import Measure, ModeratorTest
from qualitycircle.theory import Condition

CONSTANT = 0.999
"""A moderator that lies between persons this much is taken as constant over time."""

COUNTS = ("persons met", "persons not met", *OF_SIDES)
STARTS = ("starters met", "starters not met", "waiting met", "waiting not met")
"""Of a comparison of those who start (or are offered it) with the others: how many of each, on each side."""

_SAME_FOR_ALL = ("måling ", "background:", f"{STRATUM} ")
"""Columns that are not multiplied by the condition: they are many, and say little of who begins."""


@dataclass(frozen=True, slots=True)
class Moderating:
    """One moderator as it is read: its column, how many målinger before, and whether it varies.

    `middle` and `spread` are a number's mean and standard deviation (within citizens when it varies);
    a condition that is met or not has none.
    """

    column: str
    met_when: Condition | None
    lag: int
    varies: bool
    middle: float = 0.0
    spread: float = 0.0

    @property
    def points(self) -> Mapping[str, float]:
        """Where the slope is shown, in the moderator's own unit."""
        if self.met_when is not None:
            return {"x met": 1.0, "x not met": 0.0}
        return {"x high": self.spread, "x low": -self.spread}


def moderating(test: ModeratorTest, lag: int, setting: Setting) -> Moderating | None:
    """Return how a moderator is read, or None when no column holds it in a way that can be read."""
    for id in test.indicators:
        for column in (f"background:{id}", f"value:{id}"):
            if setting.layout.has(column) and _is_readable(column, test.met_when, setting):
                return _read(id, column, test.met_when, lag, setting)
    return None


def _is_readable(column: str, condition: Condition | None, setting: Setting) -> bool:
    if condition is None:
        return not setting.layout.codes.get(column, 0)
    if isinstance(condition.value, str):
        return limit_in(condition, setting, column) is not None
    return not setting.layout.codes.get(column, 0)


def _read(id: str, column: str, condition: Condition | None, lag: int, setting: Setting) -> Moderating:
    if column in setting.found.backgrounds:
        middle, sd = setting.found.backgrounds[column]
        return Moderating(column, condition, lag, varies=False, middle=middle, spread=sd)
    spread = setting.found.spreads.get((id,))
    if column.startswith("background:") or spread is None:
        return Moderating(column, condition, lag, varies=False)
    varies = spread.between_share <= CONSTANT
    middle = spread.mean + read((id,), setting.layout).middle
    sd = spread.sd_within if varies else spread.sd
    return Moderating(column, condition, lag, varies=varies, middle=middle, spread=sd)


def interacting_frame(
    key: str,
    base: Frame,
    target: str,
    equations: tuple[str, ...],
    question: Moderating,
    effect: Measure,
    setting: Setting,
) -> Frame:
    """Return the frame of a comparison with the condition in it, for some of its equations.

    Each equation becomes `<name>/difference` and, at each point, `<name>/<point>`.
    """
    wanted = [each for each in base.equations if each.name in equations]
    return replace(
        base,
        key=key,
        columns=(*base.columns, *_extra(base), *map(_product, _held(base, wanted, target))),
        rows=partial(_rows, base, target, _held(base, wanted, target), question, effect, setting),
        combined=None,
        equations=tuple(each for one in wanted for each in _equations(one, target, question, base)),
        counts=(*COUNTS, *STARTS),
        permutes=False,
        units=0,
    )


def _held(base: Frame, wanted: Sequence[Equation], target: str) -> tuple[str, ...]:
    """Return what is held still and may differ with the condition: not the course of time or background."""
    if base.within:
        return ()
    controls = dict.fromkeys(each for one in wanted for each in one.controls if each != target)
    return tuple(each for each in controls if each != "one" and not each.startswith(_SAME_FOR_ALL))


def _product(column: str) -> str:
    return f"{column} × m"


def _extra(base: Frame) -> tuple[str, ...]:
    return ("m", "x m", "x raw m") if "one" in base.columns else ("m", "x m", "x raw m", "one")


def _equations(one: Equation, target: str, question: Moderating, base: Frame) -> list[Equation]:
    held = map(_product, _held(base, [one], target))
    still = (*(each for each in one.controls if each != target), "m", *held)
    from_the_mean = "m" if question.met_when is not None and base.within and question.varies else ""
    slopes = [
        replace(
            one,
            name=f"{one.name}/{name}",
            target=target,
            controls=(*still, "x m"),
            also={"x m": at} if at or from_the_mean else {},
            centre=from_the_mean,
        )
        for name, at in question.points.items()
    ]
    difference = replace(one, name=f"{one.name}/difference", target="x m", controls=(*still, target))
    return [difference, *slopes]


def _rows(
    base: Frame,
    target: str,
    held: tuple[str, ...],
    question: Moderating,
    effect: Measure,
    setting: Setting,
    panel: Panel,
) -> Rows:
    rows = base.rows(panel)
    condition = met(panel.column(question.column), question.met_when, setting, question.column)
    if question.met_when is None:
        condition = condition - question.middle
    if question.varies and question.lag:
        condition = panel.earlier(condition, question.lag)
    if question.varies and base.is_by_lot:
        condition = np.where(
            panel.wave > 0, np.nan, condition
        )  # the offer may have moved what comes after it
    moderator = condition[rows.at]
    kept = np.flatnonzero(~np.isnan(moderator))
    rows, moderator = chosen(rows, kept, panel), moderator[kept]
    x = rows.values[base.position(target)]
    product = x * moderator
    if base.within and question.varies:
        product = _deviation(x, rows.starts) * _deviation(moderator, rows.starts)
    extra = [moderator, product, x * moderator]
    if "one" not in base.columns:
        extra.append(np.ones(rows.count))
    extra.extend(rows.values[base.position(each)] * moderator for each in held)
    has_sides = question.met_when is not None
    counts = _persons(rows, moderator) if has_sides else np.zeros(2)
    starting = np.zeros(len(STARTS))
    if has_sides and base.exposure:
        starting = _starters(rows, moderator, rows.values[base.position(base.exposure)])
    steps = ladder(effect, setting) if "y" in base.columns else None
    y = rows.values[base.position("y")] if steps is not None else x
    of_sides = side_sums(steps, y, x, moderator > 0, panel.person[rows.at])
    return replace(
        rows, values=np.vstack([rows.values, *extra]), counts=np.concatenate([counts, of_sides, starting])
    )


def chosen(rows: Rows, kept: Integers, panel: Panel) -> Rows:
    """Return some of the rows of a comparison."""
    at = rows.at[kept]
    return Rows(
        rows.values[:, kept],
        person_starts(panel.person[at]),
        rows.cells[kept] if len(rows.cells) else rows.cells,
        rows.clusters[kept] if len(rows.clusters) else rows.clusters,
        at,
        rows.counts,
    )


def _persons(rows: Rows, moderator: Floats) -> Floats:
    """Return how many persons have a row where the condition is met, and where it is not."""
    return np.array([_persons_with(rows, each) for each in (moderator, 1.0 - moderator)])


def _starters(rows: Rows, moderator: Floats, exposed: Floats) -> Floats:
    """Return how many persons start, and how many wait, where the condition is met and where it is not."""
    sides = (moderator, 1.0 - moderator)
    return np.array([_persons_with(rows, each * side) for each in (exposed, 1.0 - exposed) for side in sides])


def _persons_with(rows: Rows, there: Floats) -> float:
    """Return how many persons have a row where something is (1)."""
    return float((np.add.reduceat(there, rows.starts) > 0).sum()) if rows.count else 0.0


def _deviation(values: Floats, starts: Integers) -> Floats:
    if not len(starts):
        return values
    lengths = np.diff(np.append(starts, len(values)))
    return values - np.repeat(np.add.reduceat(values, starts) / lengths, lengths)

"""Who is still measured: how many left and why, and weights for those who stayed.

One logit for all links says how likely a citizen was to be measured next time, given the last
answers, what has begun, the unit, the caseworker and the måling. Those who stayed although others
like them left count for more (Robins & Finkelstein 2000; Seaman & White 2013). The weights are
stabilised by the måling and kept within fixed bounds; what was not answered is never filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.data.block import Block, Floats, Source
from qualitycircle.evaluation.frames import dummies
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.readings import Reading
from qualitycircle.evaluation.setting import Setting

BOUNDS = (0.1, 10.0)
ENOUGH_TO_WEIGH = 0.05
FEWEST_LEFT = 30
MANY_UNITS = 50
"""With more units, or more caseworkers, than this each has too few citizens to say who leaves there."""
STEPS = 25
RIDGE = 1e-3
"""A trace of shrinkage, so that a group in which everybody stays gives no infinite coefficient."""


@dataclass(frozen=True, slots=True)
class Staying:
    """How many next målinger were due, and how many of them never came.

    `weights` are the logit's coefficients, with everything and with the måling alone; None when too
    few left for weights to matter.
    """

    due: int = 0
    dropped_out: int = 0
    after_goal: int = 0
    readings: tuple[Reading, ...] = ()
    weights: tuple[Floats, Floats] | None = None

    def of(self, setting: Setting, panel: Panel) -> Floats:
        """Return the weight of every row: being measured at it, given what came before."""
        if self.weights is None:
            return np.ones(panel.rows)
        due, seen, _ = _next(setting, panel)
        full, alone = (
            _likely(design @ beta)
            for design, beta in zip(_designs(self.readings, setting, panel), self.weights, strict=True)
        )
        ratio = np.where(due & seen, np.log(alone / full), 0.0)
        before = np.cumsum(ratio) - ratio
        weights: Floats = np.clip(np.exp(before - before[panel.first]), *BOUNDS)
        return weights


def staying(source: Source, readings: tuple[Reading, ...], setting: Setting) -> Staying:
    """Count who left, and fit the logit by Newton's steps when they are enough to matter."""
    due, dropped, after = source.mapsum(partial(_count, setting)).astype(int).tolist()
    known = tuple(each for each in readings if each.is_observed_in(setting.layout))
    if dropped + after < max(FEWEST_LEFT, ENOUGH_TO_WEIGH * due):
        return Staying(due, dropped, after, known)
    widths = (_width(known, setting), setting.waves)
    beta = np.zeros(sum(widths))
    for _ in range(STEPS):
        flat = source.mapsum(partial(_newton, known, setting, beta))
        step = _step(flat, beta, widths)
        beta = beta + step
        if np.abs(step).max() < 1e-8:
            break
    return Staying(due, dropped, after, known, (beta[: widths[0]], beta[widths[0] :]))


def _next(setting: Setting, panel: Panel) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return for each row whether a next måling was due, whether it came, and whether the goal did first."""
    day = panel.column("day")
    seen = ~np.isnan(panel.later(np.ones(panel.rows), 1))
    latest = np.nan_to_num(day, nan=np.inf) + setting.every
    due = (panel.wave < setting.waves - 1) & (latest <= float(setting.found.last_day or 0))
    reached = np.zeros(panel.rows, dtype=bool)
    for each in setting.layout.index:
        if each.startswith(("event_day:", "exit_day:")):
            reached |= np.nan_to_num(panel.column(each), nan=np.inf) <= latest
    return due, seen, reached


def _count(setting: Setting, block: Block) -> Floats:
    panel = Panel(block, setting.spacing)
    due, seen, reached = _next(setting, panel)
    last = np.append(panel.person[1:] != panel.person[:-1], True) if panel.rows else np.zeros(0, dtype=bool)
    gone = due & ~seen & last
    return np.array([due.sum(), (gone & ~reached).sum(), (gone & reached).sum()], dtype=np.float64)


def _places(setting: Setting) -> list[str]:
    """Return the columns of units and caseworkers, where there are several of them but not too many."""
    return [each for each in ("unit", "caseworker") if 2 < setting.codes(each) <= MANY_UNITS]


def _activities(setting: Setting) -> list[str]:
    return [each for each in setting.layout.index if each.startswith("start_day:")]


def _width(readings: tuple[Reading, ...], setting: Setting) -> int:
    places = sum(setting.codes(each) - 1 for each in _places(setting))
    return setting.waves + 2 * len(readings) + len(_activities(setting)) + places


def _designs(readings: tuple[Reading, ...], setting: Setting, panel: Panel) -> tuple[Floats, Floats]:
    """Return the columns of both logits, (rows, columns)."""
    wave = np.vstack([np.ones((1, panel.rows)), dummies(panel.wave, setting.waves)])
    day = np.nan_to_num(panel.column("day"), nan=-np.inf)
    parts = [wave]
    for each in readings:
        spread = setting.found.spread(each)
        values = (each.of(panel) - spread.mean) / (spread.sd or 1.0)
        parts.append(np.stack([np.nan_to_num(values, nan=0.0), np.isnan(values)]))
    started = (np.nan_to_num(panel.column(each), nan=np.inf) for each in _activities(setting))
    parts.extend((each <= day)[None, :] for each in started)
    parts.extend(dummies(setting.coded(panel, each), setting.codes(each)) for each in _places(setting))
    return np.vstack(parts).astype(np.float64).T, wave.T


def _newton(readings: tuple[Reading, ...], setting: Setting, beta: Floats, block: Block) -> Floats:
    panel = Panel(block, setting.spacing)
    due, seen, _ = _next(setting, panel)
    parts, at = [], 0
    for design in _designs(readings, setting, panel):
        rows = design[due]
        own = beta[at : at + rows.shape[1]]
        likely = _likely(rows @ own)
        weighted = rows * (likely * (1.0 - likely))[:, None]
        parts += [(rows.T @ (seen[due] - likely)).ravel(), (rows.T @ weighted).ravel()]
        at += rows.shape[1]
    return np.concatenate(parts)


def _step(flat: Floats, beta: Floats, widths: tuple[int, int]) -> Floats:
    steps, at, own = [], 0, 0
    for width in widths:
        gradient = flat[at : at + width] - RIDGE * beta[own : own + width]
        curve = flat[at + width : at + width + width * width].reshape(width, width)
        steps.append(np.linalg.solve(curve + RIDGE * np.eye(width), gradient))
        at, own = at + width + width * width, own + width
    return np.concatenate(steps)


def _likely(index: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-np.clip(index, -30.0, 30.0)))

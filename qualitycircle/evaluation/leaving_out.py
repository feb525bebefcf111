"""Fewer than fifty citizens: leave each out in turn (the jackknife, CR3).

The usual formula is too sure of itself when citizens are few. A third map, made only then, solves each
equation without one person after the other; its sums are additive over persons like the others
(MacKinnon, Nielsen & Webb 2023).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from qualitycircle.data.block import Block, Floats
from qualitycircle.evaluation.frames import Frame, Rows
from qualitycircle.evaluation.moments import Gram, between_cells, in_cells
from qualitycircle.evaluation.panel import Panel, Spacing
from qualitycircle.evaluation.solving import FEW_CLUSTERS, Fit, solve


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The sum and the sum of squares of a coefficient with each person left out, and how many times."""

    total: float
    squares: float
    times: float

    def variance(self, value: float) -> float:
        """Return the jackknife variance around the coefficient of everybody."""
        if self.times < 2:
            return 0.0
        apart = self.squares - 2.0 * value * self.total + self.times * value * value
        return max(apart, 0.0) * (self.times - 1.0) / self.times


def needs_leaving_out(sums: Gram) -> bool:
    """Say whether the persons are so few that each must be left out."""
    return 0 < sums.persons < FEW_CLUSTERS


def leave_out(frames: Sequence[Frame], grams: Sequence[Gram], spacing: Spacing, block: Block) -> Floats:
    """Third map: for each equation the sums over persons of its coefficient without that person."""
    panel = Panel(block, spacing)
    return np.concatenate(
        [np.zeros(0), *(_frame(each, sums, panel) for each, sums in zip(frames, grams, strict=True))]
    )


def left_out(frames: Sequence[Frame], flat: Floats) -> tuple[tuple[LeftOut, ...], ...]:
    """Return the third map's sums, equation by equation within each frame."""
    found, at = [], 0
    for frame in frames:
        own = []
        for _ in frame.equations:
            own.append(LeftOut(*flat[at : at + 3].tolist()))
            at += 3
        found.append(tuple(own))
    return tuple(found)


def _frame(frame: Frame, sums: Gram, panel: Panel) -> Floats:
    rows = frame.rows(panel)
    found = np.zeros((len(frame.equations), 3))
    for begin, length in zip(rows.starts, rows.lengths, strict=True):
        if frame.within and length == 1:
            continue  # alone, a row says nothing about change
        without = _without(frame, sums, rows, slice(begin, begin + length))
        for place, equation in enumerate(frame.equations):
            fit = solve(frame, without, equation)
            if isinstance(fit, Fit):
                found[place] += (fit.value, fit.value**2, 1.0)
    return found.ravel()


def _without(frame: Frame, sums: Gram, rows: Rows, own: slice) -> Gram:
    """Return the sums without one person's rows."""
    values = rows.values[:, own]
    raw = values @ values.T
    if frame.within:
        centred = values - values.mean(axis=1, keepdims=True)
        return replace(sums, products=sums.products - centred @ centred.T, raw=sums.raw - raw)
    if frame.cells:
        cell_sums = sums.cell_sums.copy()
        np.subtract.at(cell_sums, rows.cells[own], in_cells(rows)[:, own].T)
        products = sums.raw - raw - between_cells(cell_sums)
        return replace(sums, products=products, raw=sums.raw - raw, cell_sums=cell_sums)
    return replace(sums, products=sums.products - raw, raw=sums.raw - raw)

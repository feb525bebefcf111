"""Does one unit carry it all? Each unit is left out in turn wherever something would be claimed.

What holds in one provider of ten is not what the theory says of all ten. A further map, made only for
comparisons that would claim something, keeps the sums of each unit; everything is solved again
without each of them. Which unit it was is never told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from qualitycircle.data.block import Block, Floats, Integers
from qualitycircle.evaluation.frames import Frame, Rows
from qualitycircle.evaluation.moments import Gram, between_cells
from qualitycircle.evaluation.panel import Panel, Spacing
from qualitycircle.evaluation.setting import FEWEST_UNITS
from qualitycircle.evaluation.solving import Aliased, Coefficient, Fit, solve

CLAIMED = 1.9
"""So many standard errors from nothing, something could be claimed."""

Without = tuple[float, float]
"""The lowest and the highest coefficient with one unit left out."""


def would_claim(frame: Frame, found: Mapping[str, Coefficient | Aliased]) -> bool:
    """Say whether a comparison has units to leave out, and anything that could be claimed."""
    known = [each for each in found.values() if isinstance(each, Coefficient)]
    return frame.units > 0 and any(abs(each.value) > CLAIMED * each.se for each in known)


def products_by_unit(frames: Sequence[Frame], spacing: Spacing, block: Block) -> Floats:
    """Map: for each frame, each unit's rows and products, one after the other."""
    panel = Panel(block, spacing)
    return np.concatenate([np.zeros(0), *(_products(each, each.rows(panel), panel) for each in frames)])


def without_each(
    frames: Sequence[Frame], sums: Sequence[Gram], flat: Floats
) -> Mapping[str, Mapping[str, Without]]:
    """Return, for each frame and equation, the ends of its coefficients without one unit."""
    found: dict[str, Mapping[str, Without]] = {}
    at = 0
    for frame, whole in zip(frames, sums, strict=True):
        width = len(frame.columns)
        size = frame.units * (width * width + 1)
        own = flat[at : at + size].reshape(frame.units, width * width + 1)
        found[frame.key] = _ends(frame, whole, own)
        at += size
    return found


def _products(frame: Frame, rows: Rows, panel: Panel) -> Floats:
    width = len(frame.columns)
    found = np.zeros((frame.units, width * width + 1))
    unit = _units(frame, panel)[rows.at]
    values = _within(rows) if frame.within else rows.values
    for each in np.unique(unit):
        inside = values[:, unit == each]
        found[each, 0] = inside.shape[1]
        found[each, 1:] = (inside @ inside.T).ravel()
    return found.ravel()


def _units(frame: Frame, panel: Panel) -> Integers:
    """Return each row's unit; unknown is the last code."""
    known = np.nan_to_num(panel.column("unit"), nan=float(frame.units - 1))
    return np.clip(known, 0, frame.units - 1).astype(np.int64)


def _within(rows: Rows) -> Floats:
    if not rows.count:
        return rows.values
    means = np.add.reduceat(rows.values, rows.starts, axis=1) / rows.lengths
    centred: Floats = rows.values - np.repeat(means, rows.lengths, axis=1)
    return centred


def _ends(frame: Frame, whole: Gram, own: Floats) -> Mapping[str, Without]:
    units = [int(each) for each in np.flatnonzero(own[:-1, 0])]
    if len(units) < FEWEST_UNITS:
        return {}
    left = [_without(frame, whole, own[each, 1:], each) for each in units]
    found: dict[str, Without] = {}
    for equation in frame.equations:
        fits = [solve(frame, each, equation) for each in left]
        values = [each.value for each in fits if isinstance(each, Fit)]
        if len(values) == len(units):
            found[equation.name] = (min(values), max(values))
    return found


def _without(frame: Frame, whole: Gram, own: Floats, unit: int) -> Gram:
    """Return the sums without one unit, its own cells' means taken out as well."""
    raw: Floats = own.reshape(whole.raw.shape)
    products = raw - between_cells(whole.cell_sums[unit :: frame.units]) if frame.cells else raw
    return replace(whole, products=whole.products - products, raw=whole.raw - raw)

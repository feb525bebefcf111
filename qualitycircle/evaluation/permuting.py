"""Fewer than fifty in a group made by lot: how large would the difference be, had the lot fallen otherwise?

The few rows are brought together and the lot is drawn again 9,999 times, always with the same seed.
What is compared is the difference in units of its own standard error (HC2), which keeps its size
when the groups spread differently (Janssen 1997). The interval is as wide as those draws say, not
as Student's t does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from qualitycircle.data.block import Block, Floats, Integers
from qualitycircle.evaluation.frames import Equation, Frame
from qualitycircle.evaluation.moments import Gram
from qualitycircle.evaluation.panel import Panel, Spacing

FEW_IN_A_GROUP = 50
DRAWS = 9_999
SEED = 20_141
SLOTS = 1 << 14
TABLES = 4
_FINE = 1e-9


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the draws say: p of no difference, and how many standard errors hold 95 and 90 % of them."""

    p: float
    wide: float
    narrow: float


def needs_permuting(frame: Frame, sums: Gram) -> bool:
    """Say whether a group made by lot, of citizens one by one, is so small that the lot is drawn again."""
    if not frame.permutes or frame.clusters:
        return False
    fewest = min(sums.counts["exposed"], sums.counts["unexposed"])
    return 1 < fewest < FEW_IN_A_GROUP and sums.rows < SLOTS // 64


def gather(frames: Sequence[Frame], spacing: Spacing, block: Block) -> Floats:
    """Third map: the few rows, each in a place that its own content decides, so that sums keep them apart.

    There are several tables with places dealt differently: rows that fall together in one lie apart
    in another. Equal rows always share their place and are told by their number.
    """
    panel = Panel(block, spacing)
    return np.concatenate([np.zeros(0), *(_tables(each, panel).ravel() for each in frames)])


def gathered(frames: Sequence[Frame], flat: Floats) -> tuple[Floats | None, ...]:
    """Return each frame's rows, (columns, rows), in an order of their own; None if no table could tell."""
    found, at = [], 0
    for frame in frames:
        shape = (TABLES, SLOTS, len(frame.columns) + 1)
        size = int(np.prod(shape))
        found.append(_apart(flat[at : at + size].reshape(shape)))
        at += size
    return tuple(found)


def _tables(frame: Frame, panel: Panel) -> Floats:
    values = np.round(frame.rows(panel).values / _FINE) * _FINE
    rows = np.vstack([values, np.ones(values.shape[1])])
    tables = np.zeros((TABLES, SLOTS, len(rows)))
    for table in range(TABLES):
        np.add.at(tables[table], _places(values, table), rows.T)
    return tables


def _places(values: Floats, table: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Return a place for every row, from what it says to nine decimals."""
    whole = np.rint(values / _FINE).astype(np.int64).astype(np.uint64)
    mixed = np.full(values.shape[1], np.uint64(table + 1), dtype=np.uint64)
    for each in whole:
        mixed = (mixed ^ each) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(29)
    return (mixed % np.uint64(SLOTS)).astype(np.int64)


def _apart(tables: Floats) -> Floats | None:
    for number, table in enumerate(tables):
        used = np.flatnonzero(table[:, -1])
        counts = np.rint(table[used, -1]).astype(np.int64)
        values = (table[used, :-1] / counts[:, None]).T
        values = np.round(values / _FINE) * _FINE
        if (_places(values, number) == used).all():
            order = np.lexsort(values)
            return np.repeat(values[:, order], counts[order], axis=1)
    return None


def drawn_again(frame: Frame, rows: Floats, equation: Equation, *, draws: int = DRAWS) -> Drawn | None:
    """Return what drawing the lot again says of one equation, or None when nothing can be told."""
    outcome = sum(
        (weight * rows[frame.position(column)] for column, weight in equation.outcome.items()),
        start=np.zeros(rows.shape[1]),
    )
    still = rows[[frame.position(each) for each in equation.controls]].T
    allocated = rows[frame.position(equation.target)]
    random = np.random.default_rng(SEED)
    others = _lots(allocated, _strata(frame, rows), draws, random)
    basis = _basis(still)
    value, own = _studentised(outcome, allocated[None, :], basis)
    if not np.isfinite(own[0]):
        return None
    nothing = np.abs(_studentised(outcome, others, basis)[1])
    around = np.abs(_studentised(outcome - value[0] * allocated, others, basis)[1])
    as_large = int((nothing >= abs(own[0]) * (1.0 - 1e-9)).sum())
    wide, narrow = np.quantile(around, [0.95, 0.90])
    return Drawn((1 + as_large) / (1 + draws), float(wide), float(narrow))


def _strata(frame: Frame, rows: Floats) -> Integers:
    """Return what each row's lot was drawn within, as a number."""
    own = rows[[frame.position(each) for each in frame.strata]]
    numbers = np.arange(1, len(own) + 1) @ own
    return np.rint(numbers).astype(np.int64)


def _lots(allocated: Floats, strata: Integers, draws: int, random: np.random.Generator) -> Floats:
    """Return other lots that could have been drawn, as many to each group within each stratum."""
    others = np.tile(allocated, (draws, 1))
    for each in np.unique(strata):
        inside = np.flatnonzero(strata == each)
        others[:, inside] = random.permuted(others[:, inside], axis=1)
    return others


def _basis(columns: Floats) -> Floats:
    """Return an orthonormal basis of what is held still, copies left out."""
    left, sizes, _ = np.linalg.svd(columns, full_matrices=False)
    basis: Floats = left[:, sizes > 1e-9 * max(float(sizes[0]), 1e-300)]
    return basis


def _studentised(outcome: Floats, allocations: Floats, basis: Floats) -> tuple[Floats, Floats]:
    """Return the difference, and the difference in its own HC2 standard errors, for each allocation."""
    y = outcome - basis @ (basis.T @ outcome)
    x = allocations - (allocations @ basis) @ basis.T
    squares = np.maximum((x * x).sum(axis=1), 1e-300)
    value = (x @ y) / squares
    left = y[None, :] - value[:, None] * x
    leverage = (basis * basis).sum(axis=1)[None, :] + x * x / squares[:, None]
    meat = ((x * left) ** 2 / np.maximum(1.0 - leverage, 1e-9)).sum(axis=1)
    se = np.sqrt(np.maximum(meat, 1e-300)) / squares
    return value, value / se


def all_drawn_again(frames: Sequence[Frame], flat: Floats) -> Mapping[str, Mapping[str, Drawn]]:
    """Return what drawing again says of every equation of every small frame."""
    found: dict[str, dict[str, Drawn]] = {}
    for frame, rows in zip(frames, gathered(frames, flat), strict=True):
        if rows is not None:
            wanted = [each for each in frame.equations if each.target == frame.exposure]
            said = {each.name: drawn_again(frame, rows, each) for each in wanted}
            found[frame.key] = {name: each for name, each in said.items() if each is not None}
    return found

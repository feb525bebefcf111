"""The shape every estimator shares: columns over rows of persons, and equations between columns.

A frame says how a block becomes rows of one comparison; its equations are estimated from the sum of
products of its columns (the Gram), so that several of them share one reading of the data
(statistics design 2).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.panel import NOBODY, Panel


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one comparison in one block, sorted by person.

    `values` is (columns, rows) without NaN; `starts` is the first row of each person who has any;
    `cells` numbers what is absorbed (unit by quarter), `clusters` what moves together beside the
    person (caseworker, unit); `at` is the row of the block that each row
    stands on; `counts` are further sums the frame names. `root` is the square root of
    each row's weight when `values` are multiplied by it; empty when rows count alike.
    """

    values: Floats
    starts: Integers
    cells: Integers = field(default_factory=lambda: NOBODY)
    clusters: Integers = field(default_factory=lambda: NOBODY)
    at: Integers = field(default_factory=lambda: NOBODY)
    counts: Floats = field(default_factory=lambda: np.zeros(0))
    root: Floats = field(default_factory=lambda: np.zeros(0))

    @property
    def count(self) -> int:
        return int(self.values.shape[1])

    @property
    def roots(self) -> Floats:
        return self.root if len(self.root) else np.ones(self.count)

    @property
    def lengths(self) -> Integers:
        return np.diff(np.append(self.starts, self.count))


@dataclass(frozen=True, slots=True)
class Noise:
    """What noise in the answers adds to the product of a regressor and an instrument.

    Both hold the same answer, and its error with it: `variance` (in steps squared) times the sum of
    `share` times the frame's `root`, two of its columns. That is taken off before anything is solved,
    so that noise in what is held still does not leave it half held (Fuller 1987, errors in variables).
    """

    regressor: str
    instrument: str
    variance: float
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Equation:
    """One linear equation between columns: outcome on target and controls.

    `outcome` is a sum of columns ({"y": 1, "y before": -1} is a change). Without `instruments` it is
    least squares; with them two-stage least squares, the instruments including what is exogenous.
    What is wanted may be a sum of coefficients: the target's, and those of `also` times their
    weights (the slope where a condition is met). With `centre` the weights count from the mean of
    that column, so that 1 is one less the share. `noise` is taken out of the controls; what it leaves
    of the target is told by the coefficient (`kept`).
    """

    name: str
    outcome: Mapping[str, float]
    target: str
    controls: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    also: Mapping[str, float] = field(default_factory=dict)
    centre: str = ""
    noise: tuple[Noise, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """How blocks become rows of one comparison, and what is estimated from them.

    `within`: each person's own mean is taken out (fixed effects). `cells`: the number of absorbed
    cells; `clusters`: the number of clusters beside the person, whose scores are kept as well.
    `combined` makes sums of columns (combinations, columns) without making the columns, where that is
    cheaper. `exposure` names the column that says who is exposed, for counting exposed clusters.
    `jackknife`: keep a Gram for each cluster, so that each can be left out (CR3). `nested`: a cell's
    number divided by this leaves the cluster it lies in. `leverage`: one row a person, each residual
    weighed by its leverage (HC2; MacKinnon & White 1985). `permutes`: a lot that may be drawn again
    when the groups are small; it counts "exposed" and "unexposed". `strata`: the columns that say within
    what lots were drawn; `pairs`: the clusters are pairs, one of each drawn. `spent`: degrees of freedom
    that the contrast itself takes from the clusters (1 when whole clusters drew lots). `root` names the
    column that noise is counted with, where any is taken out. `units`: how many codes of units there are
    to leave out in turn; 0 where none is.
    """

    key: str
    columns: tuple[str, ...]
    rows: Callable[[Panel], Rows]
    equations: tuple[Equation, ...]
    combined: Callable[[Floats, Panel], Rows] | None = None
    within: bool = False
    cells: int = 0
    clusters: int = 0
    nested: int = 0
    jackknife: bool = False
    leverage: bool = False
    permutes: bool = False
    strata: tuple[str, ...] = ()
    pairs: bool = False
    spent: int = 0
    units: int = 0
    exposure: str = ""
    root: str = ""
    counts: tuple[str, ...] = ()

    @property
    def is_by_lot(self) -> bool:
        """Say whether a lot made the groups, of citizens or of whole clusters."""
        return self.leverage or self.pairs or self.spent > 0

    def position(self, column: str) -> int:
        return self.columns.index(column)


def complete(panel: Panel, columns: list[Floats], *, among: Floats | None = None) -> Integers:
    """Return the rows where every column is known (and `among` holds)."""
    known = np.ones(panel.rows, dtype=bool) if among is None else among.astype(bool)
    for each in columns:
        known = known & ~np.isnan(each)
    return np.flatnonzero(known)


def stacked(columns: list[Floats], rows: Integers) -> Floats:
    """Return the columns at some rows, as (columns, rows)."""
    if not columns:
        return np.zeros((0, len(rows)))
    return np.stack([each[rows] for each in columns])


def person_starts(person: Integers) -> Integers:
    """Return where each person's rows begin, for persons in order."""
    if not len(person):
        return NOBODY
    return np.flatnonzero(np.concatenate([[True], person[1:] != person[:-1]])).astype(np.int64)


def dummies(codes: Integers, count: int) -> Floats:
    """Return one column for each code from 1 on (the first is what the others are held against)."""
    columns: Floats = (codes[None, :] == np.arange(1, max(count, 1))[:, None]).astype(np.float64)
    return columns

"""What is counted before anything is estimated: how many, when, how spread, how near the ends.

One map over the data. Standardising uses the spread of the first answers; the share of the variance
that lies between persons tells how much of a change can be noise (statistics design 1.4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.data.block import Block, Floats, Source
from qualitycircle.evaluation.panel import WAVES, Panel
from qualitycircle.evaluation.readings import Reading

DAYS = 60_000
"""Dates are counted from 1970 on, day by day, up to the year 2134."""

FEW_DIFFER = 0.5
"""First answers spread less than this share of all answers are not what anything is held against."""

ROUNDING = 1e-6
"""A standard deviation below this share of the answers' size is rounding."""

_FIELDS = (
    "first_count",
    "first_sum",
    "first_square",
    "rows",
    "sum",
    "square",
    "persons",
    "square_lengths",
    "between",
    "low",
    "high",
    "up",
    "same",
    "down",
    "moving",
)


@dataclass(frozen=True, slots=True)
class Spread:
    """How the answers to one measure lie; numbers are around the middle of its scale."""

    sums: Mapping[str, float]
    wave_sums: tuple[float, ...]
    wave_counts: tuple[int, ...]

    @property
    def persons(self) -> int:
        return int(self.sums["persons"])

    @property
    def moving(self) -> int:
        """How many have not given the same answer every time."""
        return int(self.sums["moving"])

    @property
    def rows(self) -> int:
        return int(self.sums["rows"])

    @property
    def mean(self) -> float:
        return self.sums["sum"] / max(self.sums["rows"], 1.0)

    @property
    def sd(self) -> float:
        """The standard deviation of the first answers."""
        return _deviation(self.sums["first_count"], self.sums["first_sum"], self.sums["first_square"])

    @property
    def typical_sd(self) -> float:
        """The standard deviation of first answers, or of all where everybody begins much alike."""
        return self.sd if self.sd >= FEW_DIFFER * self.sd_of_all else self.sd_of_all

    @property
    def sd_of_all(self) -> float:
        """The standard deviation of all answers; 0 where only rounding tells them apart."""
        found = _deviation(self.sums["rows"], self.sums["sum"], self.sums["square"])
        size = (self.sums["square"] / max(self.sums["rows"], 1.0)) ** 0.5
        return found if found > ROUNDING * size else 0.0

    @property
    def between_share(self) -> float:
        """The share of the variance that lies between persons, corrected for degrees of freedom."""
        rows, persons = self.sums["rows"], self.sums["persons"]
        if persons < 2 or rows <= persons:
            return 0.0
        inside = (self.sums["square"] - self.sums["between"]) / (rows - persons)
        across = (self.sums["between"] - self.sums["sum"] ** 2 / rows) / (persons - 1)
        size = (rows - self.sums["square_lengths"] / rows) / (persons - 1)
        own = max(across - inside, 0.0) / max(size, 1e-12)
        return own / (own + inside) if own + inside > 0 else 0.0

    @property
    def variance(self) -> float:
        """The variance of one answer, between and within persons."""
        return self.sd_within**2 / max(1.0 - self.between_share, 1e-12)

    @property
    def sd_within(self) -> float:
        """The standard deviation within persons."""
        rows, persons = self.sums["rows"], self.sums["persons"]
        if rows <= persons:
            return 0.0
        return float(max((self.sums["square"] - self.sums["between"]) / (rows - persons), 0.0) ** 0.5)

    @property
    def at_low(self) -> float:
        return self.sums["low"] / max(self.sums["rows"], 1.0)

    @property
    def at_high(self) -> float:
        return self.sums["high"] / max(self.sums["rows"], 1.0)


@dataclass(frozen=True, slots=True)
class Descriptives:
    """What the first look at the data says: persons, dates, and the spread of every measure."""

    persons: int
    rows: int
    waves: int
    first_day: int | None
    last_day: int | None
    spreads: Mapping[tuple[str, ...], Spread]
    backgrounds: Mapping[str, tuple[float, float]]

    def spread(self, reading: Reading) -> Spread:
        return self.spreads[reading.key]


def describe(source: Source, readings: Sequence[Reading]) -> Descriptives:
    """Look once at all the data and return its descriptives."""
    backgrounds = _numeric_backgrounds(source)
    flat = source.mapsum(partial(_describe, tuple(readings), backgrounds))
    persons, rows = int(flat[0]), int(flat[1])
    at = 2
    waves, at = flat[at : at + WAVES], at + WAVES
    days, at = flat[at : at + DAYS], at + DAYS
    spreads = {}
    for each in readings:
        part, at = flat[at : at + _SIZE], at + _SIZE
        spreads[each.key] = _spread(part)
    known = {}
    for name in backgrounds:
        count, total, square = flat[at : at + 3].tolist()
        known[name] = (total / max(count, 1.0), _deviation(count, total, square))
        at += 3
    seen = np.flatnonzero(days)
    used = np.flatnonzero(waves)
    return Descriptives(
        persons,
        rows,
        int(used[-1]) + 1 if len(used) else 0,
        int(seen[0]) if len(seen) else None,
        int(seen[-1]) if len(seen) else None,
        spreads,
        known,
    )


def _numeric_backgrounds(source: Source) -> tuple[str, ...]:
    layout = source.layout
    return tuple(each for each in layout.index if each.startswith("background:") and each not in layout.codes)


_SIZE = len(_FIELDS) + 2 * WAVES


def _describe(readings: tuple[Reading, ...], backgrounds: tuple[str, ...], block: Block) -> Floats:
    panel = Panel(block)
    day = panel.column("day")
    dated = np.clip(day[~np.isnan(day)], 0, DAYS - 1).astype(np.int64)
    parts = [
        np.array([block.persons, block.rows], dtype=np.float64),
        np.bincount(panel.wave, minlength=WAVES).astype(np.float64),
        np.bincount(dated, minlength=DAYS).astype(np.float64),
        *(_sums(panel, each) for each in readings),
        *(_per_person(panel, each) for each in backgrounds),
    ]
    return np.concatenate(parts)


def _per_person(panel: Panel, column: str) -> Floats:
    present = np.diff(panel.block.starts) > 0
    values = panel.column(column)[panel.block.starts[:-1][present]]
    known = values[~np.isnan(values)]
    return np.array([len(known), known.sum(), known @ known])


def _sums(panel: Panel, reading: Reading) -> Floats:
    values = reading.of(panel)
    rows = np.flatnonzero(~np.isnan(values))
    if not len(rows):
        return np.zeros(_SIZE)
    known, person, wave = values[rows], panel.person[rows], panel.wave[rows]
    begins = np.flatnonzero(np.concatenate([[True], person[1:] != person[:-1]]))
    lengths = np.diff(np.append(begins, len(rows)))
    first, last = known[begins], known[begins + lengths - 1]
    moved = np.sign(last - first)[lengths > 1]
    totals = np.add.reduceat(known, begins)
    sums = [
        len(first),
        first.sum(),
        first @ first,
        len(known),
        known.sum(),
        known @ known,
        len(begins),
        lengths @ lengths,
        (totals / lengths) @ totals,
        _at(known, reading.low),
        _at(known, reading.high),
        (moved > 0).sum(),
        (moved == 0).sum(),
        (moved < 0).sum(),
        (np.maximum.reduceat(known, begins) > np.minimum.reduceat(known, begins)).sum(),
    ]
    return np.concatenate(
        [
            np.array(sums, dtype=np.float64),
            np.bincount(wave, weights=known, minlength=WAVES),
            np.bincount(wave, minlength=WAVES),
        ]
    )


def _at(values: Floats, end: float | None) -> int:
    return 0 if end is None else int((np.abs(values - end) < 1e-9).sum())


def _spread(flat: Floats) -> Spread:
    size = len(_FIELDS)
    return Spread(
        dict(zip(_FIELDS, flat[:size].tolist(), strict=True)),
        tuple(flat[size : size + WAVES].tolist()),
        tuple(int(each) for each in flat[size + WAVES :]),
    )


def _deviation(count: float, total: float, square: float) -> float:
    if count < 2:
        return 0.0
    return float(np.sqrt(max((square - total * total / count) / (count - 1), 0.0)))

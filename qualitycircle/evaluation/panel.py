"""A block seen as a panel: who answered when, and which måling came before or after.

A lag counts only across consecutive målinger, at about the planned distance: with a måling every
three months, 45-135 days apart (statistics design 1.0).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from qualitycircle.data.block import Block, Floats, Integers
from qualitycircle.data.spacing import Flags as Flags
from qualitycircle.data.spacing import Spacing as Spacing

WAVES = 64
"""Målinger from this number on count as one in wave effects and descriptions."""

NOBODY = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Panel:
    """One block with its rows' neighbours in time worked out once."""

    block: Block
    spacing: Spacing = field(default_factory=Spacing)

    @cached_property
    def person(self) -> Integers:
        """Which person of the block each row belongs to."""
        lengths = np.diff(self.block.starts)
        return np.repeat(np.arange(len(lengths), dtype=np.int64), lengths)

    @cached_property
    def first(self) -> Integers:
        """The first row of each row's person."""
        first: Integers = self.block.starts[:-1][self.person]
        return first

    @cached_property
    def wave(self) -> Integers:
        wave = np.nan_to_num(self.column("wave"), nan=0.0)
        return np.clip(wave, 0, WAVES - 1).astype(np.int64)

    @property
    def rows(self) -> int:
        return self.block.rows

    def column(self, name: str) -> Floats:
        """Return a column, or nothing known (NaN) where the source does not have it."""
        if self.block.layout.has(name):
            return self.block.column(name)
        return np.full(self.block.rows, np.nan)

    @cached_property
    def _follows(self) -> Flags:
        """Whether each row comes right after the row before it."""
        follows = np.zeros(self.rows, dtype=bool)
        if self.rows > 1:
            wave, day = self.column("wave"), self.column("day")
            follows[1:] = (self.person[1:] == self.person[:-1]) & self.spacing.next_to(wave, day)
        return follows

    def has_earlier(self, lag: int) -> Flags:
        """Say for each row whether `lag` målinger in a row come right before it."""
        has = np.ones(self.rows, dtype=bool)
        follows = self._follows
        for _ in range(lag):
            has &= follows
            follows = np.concatenate([np.zeros(min(1, self.rows), dtype=bool), follows[:-1]])
        return has

    def earlier(self, values: Floats, lag: int) -> Floats:
        """Return the values `lag` målinger before each row; NaN where there is none."""
        found = np.full(self.rows, np.nan)
        rows = np.flatnonzero(self.has_earlier(lag))
        found[rows] = values[rows - lag]
        return found

    def later(self, values: Floats, lag: int) -> Floats:
        """Return the values `lag` målinger after each row; NaN where there is none."""
        found = np.full(self.rows, np.nan)
        rows = np.flatnonzero(self.has_earlier(lag))
        found[rows - lag] = values[rows]
        return found

    def at_wave(self, values: Floats, wave: int) -> Floats:
        """Return each person's value at one måling, on all that person's rows; NaN where it is missing."""
        rows = np.flatnonzero(self.wave == wave)
        found = np.full(self.block.persons, np.nan)
        found[self.person[rows]] = values[rows]
        return found[self.person]

    def at_first_answer(self, values: Floats) -> Floats:
        """Return each person's first answer, on all that person's rows."""
        answered = np.flatnonzero(~np.isnan(values))
        found = np.full(self.block.persons, np.nan)
        found[self.person[answered][::-1]] = values[answered][::-1]
        return found[self.person]

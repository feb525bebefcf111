"""Blocks of whole persons: what every number in an evaluation is computed from.

A block holds some persons, each with one row per måling (wave), sorted by wave. Columns are rows of
`values` (column-major for speed), NaN where nothing was answered. The same pure function runs over
blocks in DuckDB and in Spark, and sums are merged with `+` (engine design).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which row of `values` is which column; the same for every block of a source.

    Column names:
      wave                      0-based number of the måling
      day                       first day of the måling, days since 1970-01-01; NaN: not dated. A
                                person without any måling has one row, on the course's first day
      value:<indicator>         the answer, numeric (steps as their number, ja/nej as 1/0)
      rater:<indicator>         code of who rated (absent when nobody is recorded)
      start_day:<activity>      day the person started the activity (NaN: never), every row
      end_day:<activity>        day it ended
      event_day:<indicator>     first day the goal's event happened since the course's start
                                (NaN: not yet), every row
      exit_day:<indicator>      day of the first competing exit (NaN: none), every row
      follow_until              last day the person's goals are known: the `ophør` of the goals
                                table or the register's last week; else the last day in the table
      unit, caseworker, arm     codes (caseworker: of that wave)
      stratum                   code of what the person's lot was drawn within
      background:<indicator>    numeric or code, every row
      course_start, course_end  days
    `codes` gives the number of distinct codes of a coded column; `scales` (low, high) of a value;
    `labels` the words of codes that are no persons (`arm`: the group without the effort is code 0).
    """

    index: Mapping[str, int]
    codes: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, tuple[float, float | None]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def has(self, column: str) -> bool:
        return column in self.index


@dataclass(frozen=True, slots=True)
class Block:
    """Whole persons. `values` is (columns, rows) float64; `starts` is (persons + 1,): the rows of
    person g are `starts[g]:starts[g + 1]`.
    """

    layout: Layout
    values: Floats
    starts: Integers

    def column(self, name: str) -> Floats:
        """Return one column over all rows of the block."""
        column: Floats = self.values[self.layout.index[name]]
        return column

    @property
    def persons(self) -> int:
        return len(self.starts) - 1

    @property
    def rows(self) -> int:
        return int(self.values.shape[1])


class Source(Protocol):
    """The only thing that knows about engines."""

    @property
    def layout(self) -> Layout: ...

    def mapsum(self, fn: Callable[[Block], Floats]) -> Floats:
        """Return the sum of `fn` over person-disjoint blocks that together hold everybody."""
        ...

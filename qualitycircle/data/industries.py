"""A job in a new industry: another than the last one before the course (KL 2011 s5).

The register does not know when courses start. So each stretch of weeks in an industry is told with
the course starts it would be new for: those with another industry as the last one before them.
Whoever had no known industry before the course cannot have changed it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Days = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Spells = tuple[Days, Days, Days]

_NEVER = 2**31 - 1


class Windows(NamedTuple):
    """Course starts, from and to, that had this industry as the last one before them."""

    person: Days
    industry: npt.NDArray[np.int32]
    opens: Days
    closes: Days

    def of(self, industry: int) -> Windows:
        at = self.industry == industry
        return Windows(*(each[at] for each in self))


class Changed(NamedTuple):
    """Stretches in an industry (person, first and last day), and the course starts they are new for."""

    person: Days
    first: Days
    last: Days
    opens: Days
    closes: Days


def changed(
    holds: Flags, industry: npt.NDArray[np.int32], days: Days, spells: Callable[[Flags], Spells]
) -> Changed:
    """Return the stretches where `holds` in another industry than before, for every industry before."""
    windows = last_before(industry, days)
    parts = [
        _crossed(spells(holds & (industry >= 0) & (industry != each)), windows.of(each))
        for each in np.unique(windows.industry).tolist()
    ]
    none = np.empty(0, dtype=np.int64)
    every = [Changed(none, none, none, none, none), *parts]
    return Changed(*(np.concatenate(columns) for columns in zip(*every, strict=True)))


def last_before(industry: npt.NDArray[np.int32], days: Days) -> Windows:
    """Return, per person and stretch of one industry, the course starts that it is the last one before.

    A week counts as before a course that starts when the week is over.
    """
    weeks = np.where(industry >= 0, np.arange(industry.shape[1]), -1)
    latest = np.maximum.accumulate(weeks, axis=1)
    last = np.where(latest >= 0, np.take_along_axis(industry, np.maximum(latest, 0), axis=1), -1)
    new = np.ones_like(last, dtype=bool)
    new[:, 1:] = last[:, 1:] != last[:, :-1]
    person, week = np.nonzero(new & (last >= 0))
    opens = days[week] + 7
    closes = np.full(len(person), _NEVER, dtype=np.int64)
    follows = np.flatnonzero(person[1:] == person[:-1])
    closes[follows] = opens[follows + 1] - 1
    return Windows(person, last[person, week], opens, closes)


def _crossed(found: Spells, windows: Windows) -> Changed:
    """Return every stretch with every window of the same person."""
    person, first, last = found
    left = np.searchsorted(windows.person, person, side="left")
    count = np.searchsorted(windows.person, person, side="right") - left
    spell = np.repeat(np.arange(len(person)), count)
    offset = np.arange(len(spell)) - np.repeat(np.cumsum(count) - count, count)
    window = np.repeat(left, count) + offset
    return Changed(person[spell], first[spell], last[spell], windows.opens[window], windows.closes[window])

"""Which målinger follow each other: the next number, at about the plan's distance in days."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qualitycircle.data.block import Floats

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Spacing:
    """How many days may lie between two målinger that follow each other."""

    shortest: float = 45
    longest: float = 135

    @staticmethod
    def of(every: int) -> Spacing:
        """Return the spacing of a plan with a måling `every` so many days (91: 45 to 135)."""
        return Spacing(every // 2, every + every // 2 - 1)

    def next_to(self, waves: Floats, days: Floats) -> Flags:
        """Say of each row but the first whether it comes right after the row before it.

        Where a day is not known the number alone decides.
        """
        gap = days[1:] - days[:-1]
        near = np.isnan(gap) | ((gap >= self.shortest) & (gap <= self.longest))
        follows: Flags = (waves[1:] - waves[:-1] == 1) & near
        return follows

"""A measure read off a block: one number per row, in steps, around the middle of its scale.

Several indicators of one respondent are averaged after each is divided by the length of its scale,
and brought back to steps of their mean length; an indicator without an upper end counts in its own
unit. What runs against the element is turned around the middle of its scale (or, without an upper end,
counted downwards). A row with an unanswered indicator has no number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from qualitycircle.data.block import Floats, Layout
from qualitycircle.evaluation.panel import Panel
from qualitycircle.expectation import Measure

STEPS_FOR_A_CEILING = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """Some indicators as one number: `low` and `high` are the ends around the middle, if it has ends.

    Those that are `turned` count the other way.
    """

    indicators: tuple[str, ...]
    centres: tuple[float, ...]
    lengths: tuple[float, ...]
    low: float | None
    high: float | None
    turned: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """Return what tells this reading from every other of the same data."""
        return tuple(f"-{each}" if each in self.turned else each for each in self.indicators)

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(f"value:{each}" for each in self.indicators)

    @property
    def step(self) -> float:
        return float(np.mean(self.lengths))

    @property
    def middle(self) -> float:
        """What was taken off: add it to get an answer as it was given, where nothing is turned."""
        shares = (each / length for each, length in zip(self.centres, self.lengths, strict=True))
        return float(np.mean(list(shares)) * self.step)

    @property
    def has_many_steps(self) -> bool:
        return (
            self.low is not None
            and self.high is not None
            and self.high - self.low >= (STEPS_FOR_A_CEILING - 1)
        )

    def of(self, panel: Panel) -> Floats:
        """Return the number of every row, NaN where an indicator is not answered."""
        total = np.zeros(panel.rows)
        ways = [-1.0 if each in self.turned else 1.0 for each in self.indicators]
        for column, centre, length, way in zip(self.columns, self.centres, self.lengths, ways, strict=True):
            total = total + way * (panel.column(column) - centre) / length
        return total * (self.step / len(self.indicators))

    def is_observed_in(self, layout: Layout) -> bool:
        return all(layout.has(each) for each in self.columns)


def reading(measure: Measure, layout: Layout) -> Reading:
    """Return how a measure is read off blocks of this layout."""
    return read(measure.indicators, layout, measure.turned)


def read(indicators: tuple[str, ...], layout: Layout, turned: tuple[str, ...] = ()) -> Reading:
    """Return how some indicators are read as one number."""
    ends = [scale_of(each, layout) for each in indicators]
    centres = tuple(low if high is None else (low + high) / 2 for low, high in ends)
    known = [high is not None and high > low for low, high in ends]
    lengths = tuple(
        float(high - low) if high is not None and high > low and len(indicators) > 1 else 1.0
        for low, high in ends
    )
    if not all(known):
        return Reading(indicators, centres, lengths, None, None, turned)
    half = float(np.mean([(high - low) / 2 for low, high in ends if high is not None]))
    return Reading(indicators, centres, lengths, -half, half, turned)


def scale_of(indicator: str, layout: Layout) -> tuple[float, float | None]:
    """Return an indicator's lowest and highest answer; (0, None) when it has no declared scale."""
    for key in (f"value:{indicator}", indicator):
        if key in layout.scales:
            return layout.scales[key]
    return (0.0, None)

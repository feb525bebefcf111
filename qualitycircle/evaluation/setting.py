"""What every comparison needs to know about the data as a whole before it reads a block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from qualitycircle.data.block import Floats, Integers, Layout
from qualitycircle.evaluation.descriptives import Descriptives
from qualitycircle.evaluation.frames import dummies
from qualitycircle.evaluation.panel import Panel, Spacing
from qualitycircle.evaluation.readings import reading
from qualitycircle.expectation import Measure
from qualitycircle.indicators import Indicators

QUARTER = 365.25 / 4
FEWEST_CLUSTERS = 10
FEWEST_UNITS = 5
"""With fewer units than this, what is left without one of them says little."""
MANY_UNITS = 100
"""With more units than this, one is too small a part to carry the rest."""
_LEVELS = {
    "sagsbehandler": "caseworker",
    "caseworker": "caseworker",
    "enhed": "unit",
    "unit": "unit",
    "hold": "unit",
    "team": "unit",
    "group": "unit",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """The layout, the descriptives and the schedule: `every` days between two målinger.

    `indicators` say what the named steps of a scale are. `jumps` are the indicators whose answers jump
    when somebody else rates, each with the column of who does.
    """

    layout: Layout
    found: Descriptives
    every: int = 91
    indicators: Indicators = field(default_factory=Indicators)
    jumps: Mapping[str, str] = field(default_factory=dict)

    @property
    def spacing(self) -> Spacing:
        return Spacing.of(self.every)

    @property
    def waves(self) -> int:
        return self.found.waves

    @property
    def wave_names(self) -> tuple[str, ...]:
        return tuple(f"måling {each}" for each in range(1, self.waves))

    @property
    def courses(self) -> tuple[str, ...]:
        """The målinger, once for all and once for each group that was made, known or not.

        Groups may go apart for reasons of their own, whatever moves what within them (statistics
        design 1.11: arm by måling in every link further along the chain).
        """
        apart = range(1, self.codes("arm")) if self.layout.codes.get("arm", 0) > 1 else ()
        return (*self.wave_names, *(f"{wave} i gruppe {each}" for each in apart for wave in self.wave_names))

    def course(self, panel: Panel, rows: Integers) -> Floats:
        """Return one column for each of `courses`, at some rows."""
        waves = dummies(panel.wave[rows], self.waves)
        apart = max(len(self.courses) // max(len(waves), 1) - 1, 0)
        if not apart:
            return waves
        groups = dummies(self.coded(panel, "arm")[rows], apart + 1)
        return np.concatenate([waves, *(waves * each for each in groups)])

    def codes(self, column: str) -> int:
        """Return how many codes a column has, one more for unknown; 0 where there is no column."""
        if not self.layout.has(column) or self.layout.codes.get(column, 0) < 1:
            return 0
        return self.layout.codes[column] + 1

    def coded(self, panel: Panel, column: str) -> Integers:
        """Return a coded column as whole numbers; unknown is the last code."""
        unknown = self.codes(column) - 1
        values = panel.column(column)
        known = np.where(np.isnan(values), unknown, np.nan_to_num(values))
        return np.clip(known, 0, unknown).astype(np.int64)

    def steady(self, *measures: Measure) -> tuple[str, ...]:
        """Return who must rate both times for answers to these measures to be held against each other."""
        found = (self.jumps.get(id, "") for each in measures for id in each.indicators)
        return tuple(dict.fromkeys(each for each in found if each))

    def assigned_level(self, assigned_per: str) -> str:
        """Return the column of the level an activity is assigned at; "" for the citizen."""
        column = _LEVELS.get(assigned_per.strip().casefold(), "")
        return column if self.codes(column) else ""

    def missing_level(self, assigned_per: str) -> str:
        """Return the column of the declared level when the data do not have it; "" when all is well."""
        column = _LEVELS.get(assigned_per.strip().casefold(), "")
        return "" if not column or self.codes(column) else column

    @property
    def units(self) -> int:
        """Return how many codes of units there are to leave out in turn; 0 where there is none."""
        codes = self.codes("unit")
        return codes if FEWEST_UNITS < codes <= MANY_UNITS else 0

    @property
    def first_quarter(self) -> int:
        return int((self.found.first_day or 0) // QUARTER)

    @property
    def quarters(self) -> int:
        return int((self.found.last_day or 0) // QUARTER) - self.first_quarter + 1


def values_of(measure: Measure, setting: Setting, panel: Panel, *, before: Floats | None = None) -> Floats:
    """Return a measure's value on each row: answers, or 1 when its activity has begun.

    `before` is the day the activity must have begun before; the day of the måling when not given.
    """
    if not measure.activity:
        return reading(measure, setting.layout).of(panel)
    day = panel.column("day") if before is None else before
    started = panel.column(f"start_day:{measure.activity}")
    begun = np.nan_to_num(started, nan=np.inf) < day
    return np.where(np.isnan(day), np.nan, begun.astype(np.float64))


def is_observed(measure: Measure, layout: Layout) -> bool:
    """Say whether the source has the columns a measure needs."""
    if measure.activity:
        return layout.has(f"start_day:{measure.activity}")
    return bool(measure.indicators) and reading(measure, layout).is_observed_in(layout)


def observed_controls(controls: tuple[Measure, ...], setting: Setting) -> tuple[Measure, ...]:
    """Return the controls somebody has answered: one that nobody did would leave no rows at all."""
    return tuple(each for each in controls if is_observed(each, setting.layout) and _answered(each, setting))


def _answered(measure: Measure, setting: Setting) -> bool:
    if measure.activity:
        return True
    return setting.found.spread(reading(measure, setting.layout)).rows > 0


def control_name(measure: Measure) -> str:
    return f"{measure.element} ({', '.join(measure.indicators) or 'start'})"

"""Whether a condition is met: a number held against its limit, or a step named in words."""

from __future__ import annotations

import math

import numpy as np

from qualitycircle.data.answers import Answer, answer, ticked
from qualitycircle.data.block import Floats
from qualitycircle.evaluation.promises import PER_CENT
from qualitycircle.evaluation.readings import scale_of
from qualitycircle.evaluation.setting import Setting
from qualitycircle.theory import Condition


def met(values: Floats, condition: Condition | None, setting: Setting, column: str) -> Floats:
    """Return 1 where a condition is met, 0 where not, NaN where unknown; the number without one.

    A condition in words that nobody can read (no such step) is unknown everywhere.
    """
    if condition is None:
        return values
    limit = limit_in(condition, setting, column)
    if limit is None:
        return np.full(values.shape, np.nan)
    holds = {"at least": values >= limit, "at most": values <= limit}.get(
        condition.comparison, values == limit
    )
    return np.where(np.isnan(values), np.nan, holds.astype(np.float64))


def limit_in(condition: Condition, setting: Setting, column: str) -> float | None:
    """Return the number in a column that a condition speaks of, or None when there is none."""
    if isinstance(condition.value, str):
        return _named(condition.value, setting, column)
    high = scale_of(_id(column), setting.layout)[1]
    is_share = high is not None and high <= 1.0
    in_per_cent = condition.unit.strip().casefold() in PER_CENT
    return condition.value / 100.0 if in_per_cent and is_share else float(condition.value)


def _named(word: str, setting: Setting, column: str) -> float | None:
    """Return the number of a named step: as the answers themselves are read, by step, code or yes/no."""
    labels = setting.layout.labels.get(column, ())
    folded = [each.casefold().strip() for each in labels]
    if folded:
        return float(folded.index(word.casefold().strip())) if word.casefold().strip() in folded else None
    indicator = setting.indicators.get(_id(column))
    read = answer(word, indicator) if indicator is not None else None
    if isinstance(read, Answer) and not math.isnan(read.value):
        return read.value
    return _of_yes_or_no(word, setting, column)


def _of_yes_or_no(word: str, setting: Setting, column: str) -> float | None:
    """Yes is the upper end of a scale and no the lower one, whatever numbers they have."""
    said = ticked(word)
    if said is None:
        return None
    low, high = scale_of(_id(column), setting.layout)
    if high is None:
        low, high = 0.0, 1.0
    return high if said else low


def _id(column: str) -> str:
    return column.partition(":")[2]

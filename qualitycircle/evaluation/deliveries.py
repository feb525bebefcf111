"""What was promised and what was delivered: one-sided, before anything is said about the theory.

Below the promise with certainty: not delivered. At or above it with certainty: delivered. Else:
unclear (statistics design 1.9).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.conditions import met
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, person_starts, stacked
from qualitycircle.evaluation.gates import FEWEST_PERSONS
from qualitycircle.evaluation.panel import Flags, Panel
from qualitycircle.evaluation.promised import Promised
from qualitycircle.evaluation.readings import Reading, read
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.shares import of_a_scale, share_interval
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Delivery
from qualitycircle.evaluation.verdict import Interval, interval

COUNTS = ("started",)

MANY_GO_ON = 0.10
"""With more than this share of those who started still going, how long they go on cannot be told."""

RARELY = 0.20
"""A required condition that nobody promised a share of is rarely met when fewer than one in five have it."""


def delivery_frames(promises: tuple[Promised, ...], setting: Setting) -> tuple[Frame, ...]:
    """Return the mean of each promise that can be seen in the data."""
    return tuple(
        Frame(
            key=each.key,
            columns=("y", "one"),
            rows=partial(_rows, each, setting),
            equations=(Equation(name=each.key, outcome={"y": 1.0}, target="one"),),
            counts=COUNTS,
        )
        for each in promises
        if each.column
    )


def _rows(promise: Promised, setting: Setting, panel: Panel) -> Rows:
    values, per_person = _values(promise, setting, panel)
    kept = complete(panel, [values])
    counts = np.array([_started(promise, panel)])
    if per_person:
        kept = kept[person_starts(panel.person[kept])]
    columns = [values, np.ones(panel.rows)]
    return Rows(stacked(columns, kept), person_starts(panel.person[kept]), counts=counts)


def _started(promise: Promised, panel: Panel) -> float:
    """Return how many started what a dose is promised of, whether or not it has ended."""
    if promise.what != "dose":
        return 0.0
    return float((~np.isnan(panel.column(promise.column)) & (np.arange(panel.rows) == panel.first)).sum())


def _values(promise: Promised, setting: Setting, panel: Panel) -> tuple[Floats, bool]:
    """Return what is averaged, and whether it is one number a person."""
    if promise.what == "coverage":
        started = (~np.isnan(panel.column(promise.column))).astype(np.float64)
        return (np.where(_offered(promise, setting, panel), started, np.nan)), True
    if promise.what == "dose":
        ended = panel.column(promise.column.replace("start_day:", "end_day:"))
        return (ended - panel.column(promise.column) + 1.0) / 7.0, True
    if promise.what == "share met":
        values = met(panel.column(promise.column), promise.condition, setting, promise.column)
        return values, promise.column.startswith("background:")
    if promise.column.startswith("background:"):
        return panel.column(promise.column), True
    values = _reading(promise, setting).of(panel)
    return np.where(_taking_part(promise, panel), values, np.nan), False


def _reading(promise: Promised, setting: Setting) -> Reading:
    return read((promise.column.partition(":")[2],), setting.layout)


def _taking_part(promise: Promised, panel: Panel) -> Flags:
    """Say who has started something that gives the output; everybody, where no start is recorded."""
    if not promise.among:
        return np.ones(panel.rows, dtype=np.bool_)
    day = np.nan_to_num(panel.column("day"), nan=-np.inf)
    started = [np.nan_to_num(panel.column(f"start_day:{each}"), nan=np.inf) for each in promise.among]
    taking: Flags = np.min(started, axis=0) <= day
    return taking


def _offered(promise: Promised, setting: Setting, panel: Panel) -> Flags:
    """Say who an activity was promised to: where a lot was drawn for it, those it was offered to."""
    labels = setting.layout.labels.get("arm", ())
    drawn = promise.is_declared and setting.layout.has("arm") and setting.layout.codes.get("arm", 0) > 1
    if drawn and promise.subject in labels:
        offered: Flags = panel.column("arm") == labels.index(promise.subject)
        return offered
    if drawn and not promise.others_drawn:
        return panel.column("arm") > 0
    return np.ones(panel.rows, dtype=np.bool_)


def deliveries(
    promises: tuple[Promised, ...], setting: Setting, found: Mapping[str, Estimated], smallest_cell: int
) -> tuple[Delivery, ...]:
    """Return what was delivered of each promise; groups below the smallest cell are not shown."""
    results = []
    for each in promises:
        estimated = found.get(each.key)
        mean = estimated.only if estimated and not _goes_on(each, estimated) else None
        if each.is_declared or (mean is not None and mean.value > 0):
            results.append(_delivery(each, setting, mean, smallest_cell))
    return tuple(results)


def _goes_on(promise: Promised, estimated: Estimated) -> bool:
    """Say whether too many have not ended: those who have are the ones who broke off early."""
    without_end = estimated.sums.counts["started"] - estimated.sums.persons
    return promise.what == "dose" and without_end > MANY_GO_ON * estimated.sums.counts["started"]


def _delivery(promise: Promised, setting: Setting, mean: Coefficient | None, smallest_cell: int) -> Delivery:
    if mean is None or _is_small(promise, mean, smallest_cell):
        persons = mean.persons if mean is not None and mean.persons >= smallest_cell else 0
        return _as_delivery(promise, None, None, None, persons, "unclear")
    at = _interval(promise, setting, mean)
    if at is None:
        return _all_alike(promise, mean.value + _middle(promise, setting), mean.persons)
    outcome = _outcome(promise, at.value, at.low90, at.high90)
    return _as_delivery(promise, at.value, at.low, at.high, mean.persons, outcome)


def _middle(promise: Promised, setting: Setting) -> float:
    return _reading(promise, setting).middle if _is_read(promise) else 0.0


def _is_read(promise: Promised) -> bool:
    return promise.what == "mean" and promise.column.startswith("value:")


def _interval(promise: Promised, setting: Setting, mean: Coefficient) -> Interval | None:
    """Return the interval of what was delivered, or None where all numbers are alike and have no end."""
    if promise.what in {"coverage", "share met"}:
        return share_interval(mean.value, mean.se, mean.persons)
    middle = _middle(promise, setting)
    found = interval(mean.value + middle, mean.se, mean.degrees)
    if not found.has_no_width():
        return found
    seen = _reading(promise, setting) if _is_read(promise) else None
    if seen is None or seen.low is None or seen.high is None:
        return None
    return of_a_scale(found.value, 0.0, mean.persons, (seen.low + middle, seen.high + middle))


def _all_alike(promise: Promised, value: float, persons: int) -> Delivery:
    """Return what was delivered where all numbers are alike: no interval, and nothing said of a few."""
    outcome = _outcome(promise, value, value, value) if persons >= FEWEST_PERSONS else "unclear"
    return _as_delivery(promise, value, None, None, persons, outcome)


def _is_small(promise: Promised, mean: Coefficient, smallest_cell: int) -> bool:
    """Say whether the persons, or those with or without what is counted, are too few to show."""
    if mean.persons < smallest_cell:
        return True
    if promise.what not in {"coverage", "share met"}:
        return False
    those = mean.value * mean.persons
    return 0 < those < smallest_cell or 0 < mean.persons - those < smallest_cell


def _as_delivery(
    promise: Promised,
    value: float | None,
    low: float | None,
    high: float | None,
    persons: int,
    outcome: str,
) -> Delivery:
    return Delivery(
        subject=promise.subject,
        what=promise.what,
        promised=promise.number,
        value=value,
        low=low,
        high=high,
        persons=persons,
        outcome=outcome,
    )


def _outcome(promise: Promised, value: float, low: float, high: float) -> str:
    if not promise.is_declared:
        return "delivered but not declared"
    if promise.what == "coverage" and value == 0:
        return "declared but not delivered"
    if promise.what == "share met" and not promise.is_given and high < RARELY:
        return "rarely met"
    if promise.number is None:
        return "delivered" if promise.what == "coverage" and not promise.is_given else "unclear"
    if promise.at_most:
        value, low, high, number = -value, -high, -low, -promise.number
    else:
        number = promise.number
    if high < number:
        return "not delivered"
    return "delivered" if low >= number else "unclear"

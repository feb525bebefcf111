"""What was promised and what was delivered: one-sided, before anything is said about the theory.

Below the promise with certainty: not delivered. At or above it with certainty: delivered. Else:
unclear (statistics design 1.9).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.conditions import met
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, person_starts, stacked
from qualitycircle.evaluation.panel import Flags, Panel
from qualitycircle.evaluation.promises import duration, limit_of, share
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Delivery
from qualitycircle.evaluation.verdict import interval
from qualitycircle.expectation import Measure
from qualitycircle.theory import Activity, Condition, Expected, Moderator, Output, Theory

PREFIX = "delivery/"

COUNTS = ("started",)

MANY_GO_ON = 0.10
"""With more than this share of those who started still going, how long they go on cannot be told."""

RARELY = 0.20
"""A required condition that nobody promised a share of is rarely met when fewer than one in five have it."""


@dataclass(frozen=True, slots=True)
class Promised:
    """One promise: of what, which part of it (coverage, dose …), the number, and how it is seen.

    `column` and `condition` say how; `at_most`: a promise not to exceed. `days`: shown in weeks.
    `others_drawn`: the groups made by lot are named after the theory's activities.
    """

    subject: str
    what: str
    number: float | None
    column: str = ""
    condition: Condition | None = None
    at_most: bool = False
    is_declared: bool = True
    others_drawn: bool = False

    @property
    def key(self) -> str:
        return f"{PREFIX}{self.subject}/{self.what}"


def promised(theory: Theory, setting: Setting) -> tuple[Promised, ...]:
    """Return everything the theory promises, and activities that took place without being declared."""
    found: list[Promised] = []
    named = {each.id for each in theory.elements} & set(setting.layout.labels.get("arm", ()))
    for element in theory.elements:
        if isinstance(element, Activity):
            found.extend(replace(each, others_drawn=bool(named)) for each in _of_activity(element, setting))
        if isinstance(element, Output):
            found.extend(_of_output(element, setting))
    for moderator in theory.moderators:
        found.extend(_of_moderator(moderator, setting))
    return (*found, *_undeclared(theory, setting))


def _of_activity(activity: Activity, setting: Setting) -> list[Promised]:
    column = f"start_day:{activity.id}"
    seen = column if setting.layout.has(column) else ""
    promise = activity.promised
    if promise is None:
        return [Promised(activity.id, "coverage", None, seen)]
    found = [Promised(activity.id, "coverage", share(promise.coverage), seen)]
    if promise.dose:
        days = duration(promise.dose)
        weeks = None if days is None else days / 7.0
        found.append(Promised(activity.id, "dose", weeks, seen if weeks is not None else ""))
    if promise.fidelity:
        found.append(Promised(activity.id, "fidelity", share(promise.fidelity)))
    return found


def _of_output(output: Output, setting: Setting) -> list[Promised]:
    condition = output.promised.condition if output.promised else None
    if condition is None:
        return []
    number = None
    column = next((f"value:{each}" for each in output.indicators if setting.layout.has(f"value:{each}")), "")
    if column:
        measure = Measure(element=output.id, indicators=(column.partition(":")[2],))
        number = limit_of(condition, measure, setting.layout)
    elif not isinstance(condition.value, str):
        number = condition.value
    return [Promised(output.id, "mean", number, column, at_most=condition.comparison == "at most")]


def _of_moderator(moderator: Moderator, setting: Setting) -> list[Promised]:
    promise = moderator.promised
    required = any(each.expected is Expected.REQUIRED for each in moderator.attachments)
    if promise is None and not (required and moderator.met_when is not None):
        return []
    number = share(promise.coverage) if promise else None
    condition = promise.condition if promise else None
    if number is None and condition is not None and not isinstance(condition.value, str):
        number = condition.value / 100.0
    columns = (f"{kind}:{each}" for each in moderator.indicators for kind in ("value", "background"))
    column = next((each for each in columns if setting.layout.has(each)), "")
    return [Promised(moderator.id, "share met", number, column, moderator.met_when)]


def _undeclared(theory: Theory, setting: Setting) -> list[Promised]:
    declared = {each.id for each in theory.elements}
    columns = (each for each in setting.layout.index if each.startswith("start_day:"))
    return [
        Promised(id, "coverage", None, column, is_declared=False)
        for column in columns
        if (id := column.partition(":")[2]) not in declared
    ]


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
        return (ended - panel.column(promise.column)) / 7.0, True
    if promise.what == "share met":
        values = met(panel.column(promise.column), promise.condition, setting, promise.column)
        return values, promise.column.startswith("background:")
    return read((promise.column.partition(":")[2],), setting.layout).of(panel), False


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
    middle = 0.0
    if promise.what == "mean":
        middle = read((promise.column.partition(":")[2],), setting.layout).middle
    value = mean.value + middle
    at = interval(value, mean.se, mean.degrees)
    outcome = _outcome(promise, value, at.low90, at.high90)
    return _as_delivery(promise, value, at.low, at.high, mean.persons, outcome)


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
    if promise.what == "share met" and promise.number is None and high < RARELY:
        return "rarely met"
    if promise.number is None:
        return "unclear" if promise.what != "coverage" else "delivered"
    if promise.at_most:
        value, low, high, number = -value, -high, -low, -promise.number
    else:
        number = promise.number
    if high < number:
        return "not delivered"
    return "delivered" if low >= number else "unclear"

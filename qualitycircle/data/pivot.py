"""Events of whole persons -> one block: a pure function, the same in DuckDB, in Spark and in tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from qualitycircle.data.block import Block, Floats, Integers
from qualitycircle.data.events import NO_DAY, NONE, Answered, Events, Happened
from qualitycircle.data.panel import Faults, Panel, as_days, least, most, panel
from qualitycircle.data.reckoning import reckoned
from qualitycircle.data.shape import Shape

Columns = dict[str, Floats]


@dataclass(frozen=True, slots=True, repr=False)
class Pivoted:
    """A block, the panel it came from, and what was set aside on the way."""

    block: Block
    panel: Panel
    faults: Faults


def pivot(events: Events, shape: Shape) -> Pivoted:
    """Return the block of some whole persons."""
    people = panel(events, shape.every, shape.tolerance)
    columns: Columns = {"wave": people.wave.astype(np.float64), "day": people.day}
    columns |= _answers(people, shape)
    columns |= _backgrounds(people, shape)
    columns |= _activities(people, shape)
    columns |= _goals(people, shape)
    columns |= {
        "course_start": people.course_start[people.of_row],
        "course_end": people.course_end[people.of_row],
        "arm": people.arm[people.of_row],
        "stratum": people.stratum[people.of_row],
        "unit": _unit(people)[people.of_row],
        "caseworker": _caseworker(people),
    }
    columns |= _conditions(people, shape, columns)
    columns |= reckoned(people, shape, columns)
    values = np.full((len(shape.layout.index), people.rows), np.nan)
    for name, at in shape.layout.index.items():
        if name in columns:
            values[at] = columns[name]
    return Pivoted(Block(shape.layout, values, people.starts), people, people.faults)


def _answers(people: Panel, shape: Shape) -> Columns:
    """Scatter answers and who gave them to their row and column."""
    columns: Columns = {}
    chosen = people.answers["kind"] == Happened.ANSWER
    answers, rows = people.answers[chosen], people.row_of_answer[chosen]
    for number, name in shape.answers.items():
        at = answers["what"] == number
        if not at.any():
            continue
        column = columns.setdefault(name, np.full(people.rows, np.nan))
        column[rows[at]] = answers["value"][at]
        if number in shape.raters:
            rater = answers["who"][at].astype(np.float64)
            columns[shape.raters[number]] = _placed(people.rows, rows[at], np.where(rater < 0, np.nan, rater))
    return columns


def _placed(count: int, rows: Integers, values: Floats) -> Floats:
    column = np.full(count, np.nan)
    column[rows] = values
    return column


def _conditions(people: Panel, shape: Shape, known: Columns) -> Columns:
    """Moderators' values: in their round; from their day on; or, undated, throughout."""
    columns: Columns = {}
    for about, values in shape.placed.items():
        place = np.nan_to_num(known[about], nan=float(NONE)).astype(np.int64)
        for number, name in shape.answers.items():
            at = values["what"] == number
            if at.any():
                columns[name] = _lasting(values[at], values["person"][at], place, people.day)
    events, person = people.of(Happened.CONDITION)
    told = events["status"] == Answered.ANSWERED
    events, person = events[told], person[told]
    for number, name in shape.answers.items():
        at = events["what"] == number
        if at.any():
            columns[name] = _condition(people, events[at], person[at])
    return columns


def _condition(people: Panel, events: Events, person: Integers) -> Floats:
    in_round = events["wave"] >= 0
    column = _lasting(events[~in_round], person[~in_round], people.of_row, people.day)
    rows = people.row_at(person[in_round], events["wave"][in_round].astype(np.int64))
    column[rows[rows >= 0]] = events["value"][in_round][rows >= 0]
    return column


def _lasting(events: Events, of_event: Integers, of_row: Integers, row_day: Floats) -> Floats:
    """Return, for each row, the value that holds on its day for what it is about."""
    order = np.lexsort((events["row"], events["file"], events["day"], of_event))
    events, of_event = events[order], of_event[order]
    at = latest(of_event, as_days(events["day"]), of_row, row_day)
    column = np.full(len(of_row), np.nan)
    column[at >= 0] = events["value"][at[at >= 0]]
    return column


def latest(of_event: Integers, days: Floats, of_row: Integers, row_day: Floats) -> Integers:
    """Return, for each row, the person's latest event at or before the row's day; -1 for none.

    Events are sorted by person and day; an event without a day holds from the beginning.
    """
    if not len(of_event):
        return np.full(len(of_row), NONE, dtype=np.int64)
    span = 4e6
    events = of_event * span + np.where(np.isnan(days), 0.0, days + 1e6)
    rows = of_row * span + np.where(np.isnan(row_day), 0.0, row_day + 1e6)
    at = np.searchsorted(events, rows, side="right") - 1
    own = (at >= 0) & (of_event[np.maximum(at, 0)] == of_row)
    return np.where(own, at, NONE)


def _backgrounds(people: Panel, shape: Shape) -> Columns:
    columns: Columns = {}
    events, person = people.of(Happened.BACKGROUND)
    for number, (name, numeric) in shape.backgrounds.items():
        at = events["what"] == number
        code = np.where(events["who"][at] == NONE, np.nan, events["who"][at])
        values = _placed(len(people.persons), person[at], events["value"][at] if numeric else code)
        columns[f"background:{name}"] = columns[f"value:{name}"] = values[people.of_row]
    return columns


def _activities(people: Panel, shape: Shape) -> Columns:
    """First start and last end of each activity, in every row of the person."""
    columns: Columns = {}
    events, person = people.of(Happened.ACTIVITY)
    for number, name in enumerate(shape.activities):
        at = events["what"] == number
        count = len(people.persons)
        columns[f"start_day:{name}"] = least(as_days(events["day"][at]), person[at], count)[people.of_row]
        columns[f"end_day:{name}"] = most(as_days(events["until"][at]), person[at], count)[people.of_row]
    return columns


def _goals(people: Panel, shape: Shape) -> Columns:
    """When goals were reached or shut out, and until when the person's goals are known."""
    columns: Columns = {}
    for each in shape.goals:
        columns[f"event_day:{each.indicator}"] = _reached(people, each.statuses, each.reached)
        columns[f"exit_day:{each.indicator}"] = _reached(people, each.exits, each.exits_reached)
    columns["follow_until"] = _followed(people, shape)
    return columns


def _reached(people: Panel, statuses: tuple[int, ...], reached: tuple[int, ...]) -> Floats:
    """Return the first day one of them happened; what happened before the course does not count."""
    events, person = people.of(Happened.STATUS, Happened.REACHED)
    is_status = events["kind"] == Happened.STATUS
    told = is_status & np.isin(events["what"], statuses) | ~is_status & np.isin(events["what"], reached)
    start = people.course_start[person]
    told &= ~(events["day"] < start)
    for_all = is_status | np.isnan(events["value"])
    told &= for_all | (events["value"] <= start) & (start <= events["second"])
    return least(as_days(events["day"][told]), person[told], len(people.persons))[people.of_row]


def _followed(people: Panel, shape: Shape) -> Floats:
    events, person = people.of(Happened.FOLLOWED)
    until = least(as_days(events["day"]), person, len(people.persons))
    end = np.nan if shape.data_end is None else float(shape.data_end)
    return np.where(np.isnan(until), end, until)[people.of_row]


def _unit(people: Panel) -> Floats:
    """Return each person's unit: the person table's, else the one the measurements name."""
    events, person = people.of(Happened.UNIT)
    known = events["who"] != NONE
    events, person = events[known], person[known]
    order = np.lexsort((events["day"] == NO_DAY, events["row"], person))
    return _placed(len(people.persons), person[order], events["who"][order].astype(np.float64))


def _caseworker(people: Panel) -> Floats:
    """Return the caseworker of each row: named by the measurement, else by the spell of that day."""
    spells, person = people.of(Happened.CASEWORKER)
    order = np.lexsort((spells["row"], spells["day"], person))
    spells, person = spells[order], person[order]
    at = latest(person, as_days(spells["day"]), people.of_row, people.day)
    rows = np.flatnonzero(at >= 0)
    until = as_days(spells["until"][at[rows]])
    lasts = np.isnan(until) | np.isnan(people.day[rows]) | (until >= people.day[rows])
    column = _placed(people.rows, rows[lasts], spells["who"][at[rows[lasts]]].astype(np.float64))
    for row, who in _named(people):
        column[row] = who
    return column


def _named(people: Panel) -> Iterator[tuple[Integers, Floats]]:
    seen, person = people.of(Happened.SEEN_BY)
    declared = seen["wave"] >= 0
    rows = people.row_at(person[declared], seen["wave"][declared].astype(np.int64))
    yield rows[rows >= 0], seen["who"][declared][rows >= 0].astype(np.float64)

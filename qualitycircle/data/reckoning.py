"""Indicators that are computed from the tables, one value per måling.

A window runs from the day after the previous måling to the måling's own day; at the first one it is
the 91 days before (or one plan interval, if that is declared). A måling without a date has no window.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.data.events import NO_DAY, Events, Happened
from qualitycircle.data.panel import Panel, as_days, least
from qualitycircle.data.shape import Reckoned, Shape
from qualitycircle.indicators import Computation

Reckoner = Callable[[Panel, Shape, Reckoned], Floats]


def reckoned(people: Panel, shape: Shape, columns: dict[str, Floats]) -> dict[str, Floats]:
    """Return the computed columns."""
    found = {
        each.column: _real(people, RECKONERS[each.how](people, shape, each))
        for each in shape.reckoned
        if each.how in RECKONERS
    }
    for each in shape.reckoned:
        if each.how is Computation.OTHERS_MEAN and each.of in columns:
            found[each.column] = _others(people, shape, each, columns)
    return found


def windows(people: Panel, every: int) -> tuple[Floats, Floats]:
    """Return the last day before each row's window, and the window's last day."""
    before = np.full(people.rows, np.nan)
    same = np.concatenate([[False], people.of_row[1:] == people.of_row[:-1]])
    before[1:] = np.where(same[1:], people.day[:-1], np.nan)
    return np.where(np.isnan(before), people.day - every, before), people.day


def _real(people: Panel, values: Floats) -> Floats:
    return np.where(people.real & ~np.isnan(people.day), values, np.nan)


class _Pairs:
    """Every event beside every row of its person: `event` and `row` are indices into both."""

    def __init__(self, people: Panel, person: Integers) -> None:
        starts = people.starts
        count = (starts[1:] - starts[:-1])[person]
        self.event: Integers = np.repeat(np.arange(len(person)), count)
        within = np.arange(len(self.event)) - np.repeat(np.cumsum(count) - count, count)
        self.row: Integers = np.repeat(starts[person], count) + within


def _spells(people: Panel, each: Reckoned) -> tuple[Events, Integers]:
    events, person = people.of(Happened.ACTIVITY)
    chosen = np.isin(events["what"], each.activities)
    return events[chosen], person[chosen]


def _ends(people: Panel, events: Events, person: Integers) -> Floats:
    """Return the last day of each spell; one that has not ended lasts as long as the course."""
    until = as_days(events["until"])
    course = people.course_end[person]
    return np.where(np.isnan(until), np.where(np.isnan(course), np.inf, course), until)


def _overlap(start: Floats, end: Floats, before: Floats, last: Floats) -> Floats:
    """Return the days that spells and windows share; the window begins the day after `before`."""
    days: Floats = np.maximum(np.minimum(end, last) - np.maximum(start, before + 1) + 1, 0)
    return days


def _summed(people: Panel, pairs: _Pairs, values: Floats) -> Floats:
    return np.bincount(pairs.row, weights=np.nan_to_num(values), minlength=people.rows).astype(np.float64)


def _attended(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """Attended of offered; a row that reaches outside the window counts with its share of days."""
    events, person = _spells(people, each)
    told = ~np.isnan(events["value"]) & ~np.isnan(events["second"])
    events, person = events[told], person[told]
    pairs = _Pairs(people, person)
    before, last = windows(people, shape.every)
    start = as_days(events["day"])
    until = as_days(events["until"])
    end = np.where(np.isnan(until), start, until)
    shared = _overlap(start[pairs.event], end[pairs.event], before[pairs.row], last[pairs.row])
    share = shared / (end - start + 1)[pairs.event]
    offered = _summed(people, pairs, events["value"][pairs.event] * share)
    attended = _summed(people, pairs, events["second"][pairs.event] * share)
    with np.errstate(invalid="ignore", divide="ignore"):
        part = np.where(offered > 0, attended / offered, np.nan)
    return part * 100 if each.hundred else part


def _count(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """Rows of participation that begin in the window."""
    events, person = _spells(people, each)
    pairs = _Pairs(people, person)
    before, last = windows(people, shape.every)
    day = as_days(events["day"])[pairs.event]
    return _summed(people, pairs, ((day > before[pairs.row]) & (day <= last[pairs.row])).astype(np.float64))


def _weeks(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """Weeks in the activities until now, all together."""
    events, person = _spells(people, each)
    pairs = _Pairs(people, person)
    start, end = as_days(events["day"]), _ends(people, events, person)
    until = people.day[pairs.row]
    return _summed(people, pairs, _overlap(start[pairs.event], end[pairs.event], until * 0 - 1e7, until)) / 7


def _started(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """1 when an activity has begun by the day of the måling, else 0 (the mean is a share)."""
    events, person = _spells(people, each)
    first = least(as_days(events["day"]), person, len(people.persons))[people.of_row]
    return (first <= people.day).astype(np.float64)


def _completed(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """1 when a begun activity has ended by the day of the måling, 0 while it runs."""
    events, person = _spells(people, each)
    first = least(as_days(events["day"]), person, len(people.persons))[people.of_row]
    ended = least(as_days(events["until"]), person, len(people.persons))[people.of_row]
    return np.where(first <= people.day, (ended <= people.day).astype(np.float64), np.nan)


def _simultaneous(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """Days in the window on which at least two of the activities ran at the same time."""
    events, person = _spells(people, each)
    pairs = _Pairs(people, person)
    before, last = windows(people, shape.every)
    start = np.maximum(as_days(events["day"])[pairs.event], before[pairs.row] + 1)
    end = np.minimum(_ends(people, events, person)[pairs.event], last[pairs.row])
    inside = start <= end
    row, what = pairs.row[inside], events["what"][pairs.event[inside]].astype(np.int64)
    row, begins, ends = _merged(row * (len(shape.activities) + 1) + what, start[inside], end[inside])
    return _days_with_two(row // (len(shape.activities) + 1), begins, ends, people.rows)


def _merged(key: Integers, start: Floats, end: Floats) -> tuple[Integers, Floats, Floats]:
    """Return spells with the same key that touch or overlap as one."""
    if not len(key):
        return key, start, end
    order = np.lexsort((start, key))
    key, start, end = key[order], start[order], end[order]
    offset = key * 4e6
    reach = np.maximum.accumulate(end + offset)
    apart = np.concatenate([[True], (key[1:] != key[:-1]) | ((start + offset)[1:] > reach[:-1] + 1)])
    first = np.flatnonzero(apart)
    latest = np.maximum.reduceat(end, first)
    return key[first], start[first], latest


def _days_with_two(row: Integers, start: Floats, end: Floats, rows: int) -> Floats:
    """Return the days covered by at least two spells of the same row."""
    at = np.concatenate([start, end + 1])
    step = np.concatenate([np.ones(len(start)), -np.ones(len(end))])
    of = np.concatenate([row, row])
    order = np.lexsort((at, of))
    at, step, of = at[order], step[order], of[order]
    running = np.cumsum(step)
    lasting = np.concatenate([np.diff(at), [0.0]]) if len(at) else at
    same = np.concatenate([of[1:] == of[:-1], [False]]) if len(of) else np.zeros(0, dtype=bool)
    return np.bincount(of, weights=np.where(same & (running >= 2), lasting, 0.0), minlength=rows).astype(
        np.float64
    )


def _weeks_in_course(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """Weeks since the course began."""
    return (people.day - people.course_start[people.of_row]) / 7


def _weeks_before_company(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """Weeks from the course's start to the first activity in a company."""
    events, person = people.of(Happened.ACTIVITY)
    there = (events["who"] >= 0) | np.isin(events["what"], each.company_activities)
    first = least(as_days(events["day"][there]), person[there], len(people.persons))
    return ((first - people.course_start) / 7)[people.of_row]


def _caseworkers(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """How many different caseworkers the person has had by the day of the måling."""
    events, person = people.of(Happened.CASEWORKER, Happened.SEEN_BY)
    if not len(events):
        return np.full(people.rows, np.nan)
    keys, at = np.unique(person * 2**32 + events["who"], return_inverse=True)
    day = np.where(events["day"] == NO_DAY, -1e7, events["day"])
    first = np.full(len(keys), np.inf)
    np.minimum.at(first, at, day)
    pairs = _Pairs(people, keys // 2**32)
    return _summed(people, pairs, (first[pairs.event] <= people.day[pairs.row]).astype(np.float64))


def _options(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """How many of the options were ticked in this måling (1 or 0 for a single option)."""
    ticks = people.answers["kind"] == Happened.TICK
    answers, row = people.answers[ticks], people.row_of_answer[ticks]
    told = np.isin(answers["what"], each.options) & (answers["status"] == 0)
    counted = np.bincount(row[told], weights=answers["value"][told], minlength=people.rows)
    asked = np.bincount(row[told], minlength=people.rows) > 0
    return np.where(asked, counted, np.nan)


def _weeks_with_status(people: Panel, shape: Shape, each: Reckoned) -> Floats:
    """Weeks in the window with the status in the register."""
    events, person = people.of(Happened.SPELL)
    chosen = np.isin(events["what"], each.statuses)
    spells, of_spell = events[chosen], person[chosen]
    pairs = _Pairs(people, of_spell)
    before, last = windows(people, shape.every)
    days = _overlap(
        as_days(spells["day"])[pairs.event],
        as_days(spells["until"])[pairs.event],
        before[pairs.row],
        last[pairs.row],
    )
    known = np.zeros(len(people.persons), dtype=bool)
    known[person] = True
    return np.where(known[people.of_row], _summed(people, pairs, days) / 7, np.nan)


def _others(people: Panel, shape: Shape, each: Reckoned, columns: dict[str, Floats]) -> Floats:
    """The mean of the same caseworker's other citizens: leave-one-out, over persons' own means."""
    if each.column not in shape.others:
        return np.full(people.rows, np.nan)
    total, count = (np.array(part) for part in shape.others[each.column])
    caseworker = columns["caseworker"]
    at = np.nan_to_num(caseworker).astype(np.int64)
    own, has = own_means(people, columns[each.of], caseworker)
    left = count[at] - has
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = (total[at] - np.nan_to_num(own)) / left
    return np.where((left > 0) & ~np.isnan(caseworker), mean, np.nan)


def own_means(people: Panel, values: Floats, caseworker: Floats) -> tuple[Floats, Floats]:
    """Return, in every row, the person's own mean with that caseworker, and 1 where there is one."""
    told = ~np.isnan(values) & ~np.isnan(caseworker)
    keys = people.of_row * 2**32 + np.nan_to_num(caseworker).astype(np.int64)
    _, at = np.unique(keys, return_inverse=True)
    count = np.bincount(at[told], minlength=at.max() + 1 if len(at) else 0)
    total = np.bincount(at[told], weights=values[told], minlength=len(count))
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.where(count > 0, total / count, np.nan)
    return mean[at], (count > 0).astype(np.float64)[at]


RECKONERS: dict[Computation, Reckoner] = {
    Computation.ATTENDED_OF_OFFERED: _attended,
    Computation.COUNT: _count,
    Computation.WEEKS: _weeks,
    Computation.SHARE_STARTED: _started,
    Computation.COMPLETED: _completed,
    Computation.SIMULTANEOUS_DAYS: _simultaneous,
    Computation.WEEKS_IN_COURSE: _weeks_in_course,
    Computation.WEEKS_BEFORE_COMPANY: _weeks_before_company,
    Computation.CASEWORKER_COUNT: _caseworkers,
    Computation.OPTION_COUNT: _options,
    Computation.OPTION_CHOSEN: _options,
    Computation.WEEKS_WITH_STATUS: _weeks_with_status,
}

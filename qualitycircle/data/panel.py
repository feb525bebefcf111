"""Persons in rows of målinger: which round an answer belongs to, and what counts when two do.

A måling is the declared round, or else the days since the course's start (or the first answer),
binned by the plan; what lies outside the tolerance is set aside. The same question answered twice
in a round counts once when the answers agree, and not at all when they do not; two different days
in one planned round: the one nearest the plan counts. Who comes back for another course has rounds
by the same names again: the first course counts, and answers from the later ones are set aside.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from qualitycircle.data.block import Floats, Integers
from qualitycircle.data.events import NO_DAY, NONE, Answered, Events, Happened, of_kind
from qualitycircle.data.problems import QC432, QC433, QC434, QC437, QC448
from qualitycircle.findings import Code

WAVES = 128
_QUESTIONS = 65_536
_UNSAID = -1e9
_IN_ROUNDS = (Happened.ANSWER, Happened.TICK)


@dataclass(slots=True)
class Faults:
    """Events set aside while rows are made: code, and file number and row of each."""

    found: list[tuple[Code, Events]] = field(default_factory=list)

    def add(self, code: Code, events: Events) -> None:
        if len(events):
            self.found.append((code, events[["kind", "file", "row", "what"]].copy()))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Panel:
    """Some whole persons: their events, sorted by person, and their rows, by person and round.

    `persons[g]` is a person; row r is person `of_row[r]` in round `wave[r]` on `day[r]` (NaN:
    unknown). `real` rows were measured; the others only say that the person exists. `answers` are
    the answers and ticks that count, with `row_of_answer`.
    """

    persons: Integers
    events: Events
    person_of_event: Integers
    course_start: Floats
    course_end: Floats
    arm: Floats
    stratum: Floats
    of_row: Integers
    wave: Integers
    day: Floats
    real: npt.NDArray[np.bool_]
    answers: Events
    row_of_answer: Integers
    faults: Faults

    @property
    def rows(self) -> int:
        return len(self.of_row)

    @property
    def starts(self) -> Integers:
        """Return where each person's rows begin, and the end."""
        return np.searchsorted(self.of_row, np.arange(len(self.persons) + 1)).astype(np.int64)

    def of(self, *kinds: Happened) -> tuple[Events, Integers]:
        """Return the events of some kinds and the person (number) of each."""
        chosen = np.isin(self.events["kind"], kinds)
        return self.events[chosen], self.person_of_event[chosen]

    def row_at(self, person: Integers, wave: Integers) -> Integers:
        """Return the row of each person and round, -1 where there is none."""
        keys = self.of_row * WAVES + self.wave
        wanted = person * WAVES + wave
        at = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
        return np.where(keys[at] == wanted, at, NONE) if len(keys) else np.full(len(person), NONE)


def panel(events: Events, every: int, tolerance: int) -> Panel:
    """Return the rows of the persons whose events these are."""
    faults = Faults()
    events = _of_the_theory(events[np.argsort(events["person"], kind="stable")])
    persons, of_event = np.unique(events["person"], return_inverse=True)
    start, end, arm, stratum, again = _courses(events, of_event, len(persons), faults)
    chosen = np.isin(events["kind"], _IN_ROUNDS)
    answers, person = events[chosen], of_event[chosen]
    later = as_days(answers["day"]) >= again[person]
    faults.add(QC448, answers[later])
    answers, person = answers[~later], person[~later]
    wave, away, fits = _waves(answers, person, start, every, tolerance)
    faults.add(QC434, answers[~fits])
    answers, person, wave, away = answers[fits], person[fits], wave[fits], away[fits]
    kept = _one_of_each(answers, person, wave, away, faults)
    answers, person, wave = kept.answers, person[kept.at], wave[kept.at]
    of_row, row_wave, real = _rows(person, wave, len(persons))
    keys = of_row * WAVES + row_wave
    row_of_answer = np.searchsorted(keys, person * WAVES + wave)
    day = _first_day(answers["day"], row_of_answer, len(of_row))
    day = np.where(real, day, start[of_row])
    return Panel(
        persons=persons,
        events=events,
        person_of_event=of_event,
        course_start=start,
        course_end=end,
        arm=arm,
        stratum=stratum,
        of_row=of_row,
        wave=row_wave,
        day=day,
        real=real,
        answers=answers,
        row_of_answer=row_of_answer,
        faults=faults,
    )


def as_days(days: npt.NDArray[np.int32]) -> Floats:
    """Return days as numbers, NaN where there is none."""
    return np.where(days == NO_DAY, np.nan, days).astype(np.float64)


def least(values: Floats, groups: Integers, count: int) -> Floats:
    """Return the smallest value of each group, NaN for a group without."""
    result = np.full(count, np.inf)
    known = ~np.isnan(values)
    np.minimum.at(result, groups[known], values[known])
    return np.where(np.isinf(result), np.nan, result)


def most(values: Floats, groups: Integers, count: int) -> Floats:
    """Return the largest value of each group, NaN for a group without."""
    return -least(-values, groups, count)


def _of_the_theory(events: Events) -> Events:
    """Leave out persons all of whose courses are of other theories."""
    courses = of_kind(events, Happened.COURSE)
    ours = np.unique(courses["person"][courses["status"] == 1])
    other = np.setdiff1d(courses["person"], ours)
    kept: Events = events[~np.isin(events["person"], other)] if len(other) else events
    return kept


def _courses(
    events: Events, person: Integers, count: int, faults: Faults
) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Return start, end, arm and stratum of each person's first course in the theory, and the next's start.

    A course that begins before the first is known to have ended goes on from it.
    """
    chosen = (events["kind"] == Happened.COURSE) & (events["status"] == 1)
    courses, of_course = events[chosen], person[chosen]
    begun = np.where(courses["day"] == NO_DAY, np.iinfo(np.int32).max, courses["day"])
    order = np.lexsort((courses["row"], courses["file"], begun, of_course))
    courses, of_course = courses[order], of_course[order]
    first = np.ones(len(courses), dtype=bool)
    first[1:] = of_course[1:] != of_course[:-1]
    faults.add(QC437, courses[~first])
    start, end, arm, stratum = np.full((4, count), np.nan)
    at = of_course[first]
    start[at], end[at] = as_days(courses["day"][first]), as_days(courses["until"][first])
    arm[at] = np.where(courses["who"][first] == NONE, np.nan, courses["who"][first])
    stratum[at] = courses["value"][first]
    begins = as_days(courses["day"])
    back = begins > end[of_course]
    return start, end, arm, stratum, least(begins[back], of_course[back], count)


def _waves(
    answers: Events, person: Integers, start: Floats, every: int, tolerance: int
) -> tuple[Integers, Floats, npt.NDArray[np.bool_]]:
    """Return each answer's round, its distance from the planned day (0: declared), and if it fits."""
    days = as_days(answers["day"])
    first = least(days, person, len(start))
    begun = np.where(np.isnan(start), first, start)[person]
    since = days - begun
    binned = np.floor(since / every + 0.5)
    away = np.abs(since - binned * every)
    declared = answers["wave"] >= 0
    fits = declared | ((away <= tolerance) & (binned >= 0) & (binned < WAVES))
    wave = np.where(declared, answers["wave"], np.where(fits, binned, 0)).astype(np.int64)
    return wave, np.where(declared, 0.0, away), fits


@dataclass(frozen=True, slots=True)
class _Kept:
    answers: Events
    at: Integers


def _one_of_each(answers: Events, person: Integers, wave: Integers, away: Floats, faults: Faults) -> _Kept:
    """Return one answer per person, round and question, and note those there were more of."""
    ticks = (answers["kind"] == Happened.TICK).astype(np.int64)
    question = ((person * WAVES + wave) * 2 + ticks) * _QUESTIONS + answers["what"]
    order = np.argsort(question, kind="stable")
    if not (np.diff(question[order]) == 0).any():
        return _Kept(answers[order], order)
    order = np.lexsort((answers["row"], answers["file"], answers["day"], away, question))
    same = np.diff(question[order]) == 0
    sorted_ = answers[order]
    begins = np.flatnonzero(np.concatenate([[True], ~same]))
    group = np.cumsum(np.concatenate([[True], ~same])) - 1
    said = np.where(sorted_["status"] == Answered.ANSWERED, sorted_["value"], _UNSAID - sorted_["status"])
    agree = np.minimum.reduceat(said, begins) == np.maximum.reduceat(said, begins)
    low = np.minimum.reduceat(sorted_["day"], begins)
    one_day = low == np.maximum.reduceat(sorted_["day"], begins)
    alike = one_day | (sorted_["wave"][begins] >= 0)
    extra = np.concatenate([[False], same])
    faults.add(QC432, sorted_[extra & alike[group]])
    faults.add(QC433, sorted_[extra & ~alike[group]])
    kept = sorted_[begins].copy()
    undecided = alike & ~agree
    kept["status"][undecided] = Answered.MISSING
    kept["value"][undecided] = np.nan
    return _Kept(kept, order[begins])


def _rows(person: Integers, wave: Integers, count: int) -> tuple[Integers, Integers, npt.NDArray[np.bool_]]:
    """Return person and round of every row; a person without any gets one that is not real."""
    keys = np.unique(person * WAVES + wave)
    without = np.setdiff1d(np.arange(count), keys // WAVES)
    every = np.sort(np.concatenate([keys, without * WAVES]))
    of_row = every // WAVES
    return of_row, every % WAVES, np.isin(of_row, without, invert=True)


def _first_day(days: npt.NDArray[np.int32], row: Integers, count: int) -> Floats:
    return least(as_days(days), row, count)

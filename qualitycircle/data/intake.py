"""The reading of one project's tables for one theory: what is common to all tables.

Holds the numbers given to words, the key, what was found wrong, and the account of every row: read,
used, set aside and why.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from qualitycircle.data.columns import Batch, Column
from qualitycircle.data.events import NO_DAY, Events, Names
from qualitycircle.data.formats import DateForm, Flaw, date_form, day, has_short_year, number
from qualitycircle.data.mapping import View
from qualitycircle.data.privacy import Key, cpr_cells, pseudonym
from qualitycircle.data.problems import (
    QC410,
    QC411,
    QC420,
    QC421,
    QC425,
    QC426,
    QC427,
    QC428,
    QC429,
    QC430,
    QC431,
    QC442,
    QC443,
    Problems,
)
from qualitycircle.findings import Code
from qualitycircle.indicators import Indicators
from qualitycircle.project import Table
from qualitycircle.theory import Theory

_FLAWS = {Flaw.UNREADABLE: QC427, Flaw.AMBIGUOUS: QC428, Flaw.IMPOSSIBLE: QC429}
Days = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

OTHER_THEORY = "other theory"
"""Why a row is set aside that is about another theory of the same project; no finding."""

EMPTY = "empty"
"""Why a row is set aside that lacks what its table is about: no answer, no day; no finding."""


@dataclass(slots=True)
class Account:
    """Rows of one table: read, used, and cells or rows set aside by the code that says why."""

    files: list[str] = field(default_factory=list)
    read: int = 0
    used: int = 0
    aside: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True, kw_only=True, repr=False)
class Intake:
    """The state of a reading. `known` are the persons of the person table, None without one.

    `outside` are those of it who are not in the target group, which `target_words` code for;
    `group_words` are the codes of any target group. `has_control`: some group is without the effort.
    """

    theory: Theory
    indicators: Indicators
    key: Key | None
    today: int
    problems: Problems = field(default_factory=Problems)
    accounts: dict[Table, Account] = field(default_factory=dict)
    files: Names = field(default_factory=Names)
    units: Names = field(default_factory=Names)
    arms: Names = field(default_factory=Names)
    has_control: bool = False
    strata: Names = field(default_factory=Names)
    raters: Names = field(default_factory=Names)
    caseworkers: Names = field(default_factory=Names)
    companies: Names = field(default_factory=Names)
    statuses: Names = field(default_factory=Names)
    options: Names = field(default_factory=Names)
    measured: Names = field(default_factory=Names)
    categories: dict[str, Names] = field(default_factory=dict)
    known: Days | None = None
    outside: Days = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    target_words: frozenset[str] = frozenset()
    group_words: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    goal_words: frozenset[str] = frozenset()
    data_end: int = NO_DAY
    day_first: bool = False
    opened: set[tuple[str, str]] = field(default_factory=set)
    placed: dict[str, list[Events]] = field(default_factory=dict)
    rated: set[int] = field(default_factory=set)
    left: list[npt.NDArray[Any]] = field(default_factory=list)
    scanned: set[tuple[str, str, int]] = field(default_factory=set)

    def account(self, table: Table) -> Account:
        return self.accounts.setdefault(table, Account())

    def aside(self, view: View, code: Code, rows: npt.NDArray[Any], ours: str, name: str = "") -> None:
        """Set rows (from 0 in the batch) aside for a reason, which is told."""
        if not len(rows):
            return
        column, position = view.place(ours)
        if name:
            column, position = name, view.batch.position(name)
        self.problems.cell(code, view.batch.file, column, view.batch.rows[rows], position)
        self.account(view.source.table).aside[code.id] += len(rows)
        self.left.append(view.batch.rows[rows])

    def note(self, view: View, code: Code, rows: npt.NDArray[Any], ours: str) -> None:
        """Tell of rows that are kept."""
        if len(rows):
            column, position = view.place(ours)
            self.problems.cell(code, view.batch.file, column, view.batch.rows[rows], position)

    def screen(self, batch: Batch, sheet: str, person: str) -> None:
        """Find CPR numbers: without a key in the person column, and anywhere else."""
        mark = (batch.file, sheet, int(batch.rows[0]) if len(batch.rows) else 0)
        if mark in self.scanned:
            return
        self.scanned.add(mark)
        for name, column in batch.columns.items():
            counts = np.bincount(column.codes, minlength=len(column.words))
            own = name == person
            if own and self.key is not None:
                continue
            found = np.array(sorted(cpr_cells(column.words, counts.tolist())), dtype=np.int64)
            rows = batch.rows[np.isin(column.codes, found)]
            if len(rows):
                self.problems.cell(QC410 if own else QC411, batch.file, name, rows, batch.position(name))

    def persons(self, view: View) -> tuple[Days, Mask]:
        """Return each row's person, and which rows have one that may be used."""
        column = view.column("person")
        if column is None:
            return np.zeros(view.length, dtype=np.int64), np.zeros(view.length, dtype=bool)
        numbers = column.parsed(lambda word: pseudonym(word, self.key), np.int64)
        empty = column.rows_where(lambda word: not word)
        self.aside(view, QC420, empty, "person")
        usable = np.ones(view.length, dtype=bool)
        usable[empty] = False
        usable &= ~self._outside(view, numbers, usable)
        if self.known is not None and view.source.table is not Table.PERSONS:
            unknown = usable & ~_among(numbers, self.known)
            self.aside(view, QC421, np.flatnonzero(unknown), "person")
            usable &= ~unknown
        return numbers, usable

    def _outside(self, view: View, numbers: Days, usable: Mask) -> Mask:
        """Account for rows about persons outside the target group; their own row told of them."""
        if view.source.table is Table.PERSONS:
            return np.zeros(view.length, dtype=bool)
        outside = usable & _among(numbers, self.outside)
        rows = np.flatnonzero(outside)
        if len(rows):
            self.account(view.source.table).aside[QC443.id] += len(rows)
            self.left.append(view.batch.rows[rows])
        return outside

    def subjects(self, view: View) -> tuple[Days, Mask]:
        """Return whom each row is about: a person, or for moderators else a unit or a caseworker."""
        about = about_whom(view)
        if about == "person":
            return self.persons(view)
        names = self.units if about == "unit" else self.caseworkers
        numbers = names.of(view.column(about), view.length).astype(np.int64)
        return numbers, numbers >= 0

    def days(self, view: View, ours: str, *, planned: bool = False) -> tuple[Days, Mask]:
        """Return the days of a date column (`NO_DAY` where empty), and which rows are sound.

        `planned` dates may lie in the future.
        """
        column = view.column(ours)
        if column is None:
            return np.full(view.length, NO_DAY, dtype=np.int64), np.ones(view.length, dtype=bool)
        form = date_form(view.source.date_format)
        read = [_read_day(each, form, day_first=self.day_first) for each in column.words]
        self.note(view, QC442, _cells(column, [has_short_year(each, form) for each in column.words]), ours)
        flawed = np.zeros(view.length, dtype=bool)
        for flaw, code in _FLAWS.items():
            rows = _cells(column, [each is flaw for each in read])
            self.aside(view, code, rows, ours)
            flawed[rows] = True
        days = np.array([NO_DAY if isinstance(each, Flaw) else each for each in read], dtype=np.int64)
        result = days[column.codes] if len(days) else np.empty(0, dtype=np.int64)
        if not planned:
            ahead = np.flatnonzero(result > self.today)
            self.aside(view, QC430, ahead, ours)
            flawed[ahead] = True
        return result, ~flawed

    def amounts(self, view: View, ours: str, column: Column) -> tuple[npt.NDArray[np.float64], Mask]:
        """Return the numbers of a column (NaN where empty), and which rows are sound."""
        read = [number(each) if each else float("nan") for each in column.words]
        flawed = np.zeros(view.length, dtype=bool)
        for flaw, code in ((Flaw.UNREADABLE, QC425), (Flaw.AMBIGUOUS, QC426)):
            rows = _cells(column, [each is flaw for each in read])
            self.aside(view, code, rows, ours)
            flawed[rows] = True
        values = np.array([float("nan") if isinstance(each, Flaw) else each for each in read])
        return values[column.codes], ~flawed

    def leave(self, view: View, rows: npt.NDArray[Any]) -> None:
        """Account for rows (from 0 in the batch) that belong to another theory of the project."""
        if len(rows):
            self.account(view.source.table).aside[OTHER_THEORY] += len(rows)
            self.left.append(view.batch.rows[rows])

    def balance(self, batch: Batch, table: Table, used: npt.NDArray[Any]) -> None:
        """Account for every row of a batch: used, set aside with a reason, or without content."""
        told = np.unique(np.concatenate([used, *self.left]))
        self.account(table).used += len(np.unique(used))
        empty = len(np.setdiff1d(batch.rows, told))
        if empty:
            self.account(table).aside[EMPTY] += empty
        self.left = []

    def period(self, view: View) -> tuple[Days, Days, Mask]:
        """Return from, to and which rows are sound: readable, and not ending before they start."""
        start, start_sound = self.days(view, "from", planned=True)
        end, end_sound = self.days(view, "to", planned=True)
        backwards = (start != NO_DAY) & (end != NO_DAY) & (end < start)
        self.aside(view, QC431, np.flatnonzero(backwards), "to")
        return start, end, start_sound & end_sound & ~backwards

    def settle(self, view: View, events: Events) -> Events:
        """Note which file the events come from."""
        events["file"] = self.files.number(view.batch.file)
        return events


def about_whom(view: View) -> str:
    """Return what a row is about; only a moderator can be a unit's or a caseworker's."""
    if view.source.table is Table.MODERATORS and view.column("person") is None:
        return next((each for each in ("unit", "caseworker") if view.column(each) is not None), "person")
    return "person"


def _read_day(word: str, form: DateForm | None, *, day_first: bool) -> int | Flaw:
    return day(word, form, day_first=day_first) if word else NO_DAY


def _cells(column: Column, chosen: list[bool]) -> npt.NDArray[np.int64]:
    return np.flatnonzero(np.array(chosen, dtype=bool)[column.codes])


def _among(numbers: Days, known: Days) -> Mask:
    at = np.searchsorted(known, numbers)
    found: Mask = (
        known[np.minimum(at, len(known) - 1)] == numbers if len(known) else np.zeros(len(numbers), bool)
    )
    return found

"""A register with a column per week and per month (one person per row): spells and goal events.

Weeks are ISO weeks from Monday to Sunday; a week's income is that of the month its Thursday is in.
An empty cell is `ingen ydelse`. A goal is reached on the first day of the weeks in a row that its
`hændelse` asks for; `branche: ny` is another industry than the last one before the course. We ship
no benefit codes: `statusser` is the provider's own list (code;status).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from qualitycircle.data.columns import Batch, Column
from qualitycircle.data.events import Events, Happened, joined, made
from qualitycircle.data.formats import EPOCH
from qualitycircle.data.industries import Changed, changed
from qualitycircle.data.intake import Days, Intake
from qualitycircle.data.mapping import View, recoded
from qualitycircle.data.problems import QC404, QC423
from qualitycircle.indicators import Event
from qualitycircle.project import TableSource
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.words.data import NEW_INDUSTRY, NO_BENEFIT

Flags = npt.NDArray[np.bool_]
Codes = Mapping[str, str]

_TOKEN = re.compile(r"<([^<>]+)>")
_NEW = (fold(NEW_INDUSTRY.da), fold(NEW_INDUSTRY.en))
_PARTS = {"å": "year", "a": "year", "y": "year", "u": "week", "w": "week", "m": "month"}


@dataclass(frozen=True, slots=True, repr=False)
class Weeks:
    """Some persons' weeks: `status[p, w]` is the number of the status in the week from `days[w]`."""

    days: Days
    status: npt.NDArray[np.int32]
    income: Flags
    industry: npt.NDArray[np.int32]
    industries: tuple[str, ...]


def read_register(intake: Intake, batch: Batch, source: TableSource, codes: Codes) -> Events:
    """Return spells, goal events, other exits and the end of follow-up; `codes` are the statuses."""
    person = source.columns.get("person") or source.person
    view = View(batch=batch, source=source, names={"person": person} if person in batch.columns else {})
    persons, usable = intake.persons(view)
    weeks = _weeks(intake, view, codes)
    if weeks is None:
        intake.problems.file(QC404, batch.file, column=source.columns.get("week", "uge"))
        return joined([])
    rows = np.flatnonzero(usable)
    shared = {"row": batch.rows}
    parts = [
        _told(kind, what, persons, rows, spells, shared)
        for kind, what, spells in _happenings(intake, source, weeks)
    ]
    ends = np.full(len(rows), weeks.days[-1] + 6)
    parts.append(made(Happened.FOLLOWED, persons[rows], day=ends, row=batch.rows[rows]))
    return intake.settle(view, joined(parts))


def reaches(event: Event, weeks: Weeks, number: Callable[[str], int]) -> Flags:
    """Say in which weeks a person is in the state the event asks for (weeks in a row apart)."""
    holds: Flags = weeks.status == number(fold(event.status))
    if event.income is not None:
        holds = holds & (weeks.income == event.income)
    if event.industry:
        wanted = [fold(each) == fold(event.industry) for each in weeks.industries]
        holds = holds & np.array([*wanted, False])[weeks.industry]
    return holds


def spells(holds: Flags, days: Days, at_least: int = 1) -> tuple[Days, Days, Days]:
    """Return person (row), first day and last day of each unbroken run of so many weeks."""
    follows = np.concatenate([[False], np.diff(days) == 7])
    before = np.zeros_like(holds)
    before[:, 1:] = holds[:, :-1] & follows[1:]
    after = np.zeros_like(holds)
    after[:, :-1] = holds[:, 1:] & follows[1:]
    person, first = np.nonzero(holds & ~before)
    _, last = np.nonzero(holds & ~after)
    long = last - first + 1 >= at_least
    return person[long], days[first[long]], days[last[long]] + 6


def _happenings(
    intake: Intake, source: TableSource, weeks: Weeks
) -> Iterator[tuple[Happened, int, tuple[Days, Days, Days] | Changed]]:
    """Yield what to tell: kind, number, and the spells it is told of."""
    number = intake.statuses.number
    for word in sorted({fold(each.status) for each in intake.indicators if each.status}):
        yield Happened.SPELL, number(word), spells(weeks.status == number(word), weeks.days)
    for indicator in intake.indicators:
        if (event := indicator.event) is not None:
            held = reaches(event, weeks, number)
            found = spells(held, weeks.days, event.weeks_in_a_row)
            yield Happened.REACHED, intake.measured.number(indicator.id), found
            if fold(event.industry) in _NEW:
                yield Happened.REACHED, intake.measured.number(indicator.id), _in_new(event, weeks, number)
    for word in source.other_exits:
        held = weeks.status == number(fold(word))
        yield Happened.STATUS, number(fold(word)), spells(held, weeks.days)
    for word in source.end_of_follow_up:
        held = weeks.status == number(fold(word))
        yield Happened.FOLLOWED, -1, spells(held, weeks.days)


def _in_new(event: Event, weeks: Weeks, number: Callable[[str], int]) -> Changed:
    """Return the spells that are reached in another industry than the last one before the course."""
    held = reaches(replace(event, industry=""), weeks, number)
    return changed(
        held, weeks.industry, weeks.days, lambda flags: spells(flags, weeks.days, event.weeks_in_a_row)
    )


def _told(
    kind: Happened,
    what: int,
    persons: Days,
    rows: npt.NDArray[np.int64],
    found: tuple[Days, Days, Days] | Changed,
    shared: Mapping[str, npt.NDArray[np.int64]],
) -> Events:
    person, first, last, *starts = found
    usable = np.isin(person, rows)
    at = person[usable]
    within = dict(zip(("value", "second"), (each[usable] for each in starts), strict=False))
    return made(
        kind, persons[at], what=what, day=first[usable], until=last[usable], row=shared["row"][at], **within
    )


def _weeks(intake: Intake, view: View, codes: Codes) -> Weeks | None:
    """Return the weeks of a batch, or None when the file has no week columns."""
    columns = dated(view.source.columns.get("week", ""), view.batch.names)
    if not columns:
        return None
    names = sorted(columns, key=lambda name: columns[name])
    days = np.array([columns[name] for name in names], dtype=np.int64)
    status = np.stack([_statuses(intake, view, name, codes) for name in names], axis=1)
    industries: dict[str, int] = {}
    income, industry = _incomes(view, days, industries)
    return Weeks(days, status, income, industry, tuple(industries))


def _statuses(intake: Intake, view: View, name: str, codes: Codes) -> npt.NDArray[np.int32]:
    column = recoded(view.batch.columns[name], view.source.codes.get("benefit", {}))
    known = {fold(code): fold(status) for code, status in codes.items()}

    def status(word: str) -> int:
        if not word:
            return intake.statuses.number(fold(NO_BENEFIT.da))
        if codes and fold(word) not in known:
            return -1
        return intake.statuses.number(known.get(fold(word), fold(word)))

    numbers: npt.NDArray[np.int32] = column.parsed(status, np.int32)
    intake.aside(view, QC423, np.flatnonzero(numbers == -1), "", name)
    return numbers


def _incomes(view: View, days: Days, industries: dict[str, int]) -> tuple[Flags, npt.NDArray[np.int32]]:
    """Return, per person and week, whether there was income, and the industry's number (-1: none)."""
    months = dated(view.source.columns.get("income", ""), view.batch.names)
    columns = {day: name for name, day in months.items()}
    income = np.zeros((view.length, len(days)), dtype=bool)
    industry = np.full((view.length, len(days)), -1, dtype=np.int32)
    for at, day in enumerate(days.tolist()):
        thursday = datetime.date.fromordinal(day + EPOCH + 3)
        name = columns.get(thursday.replace(day=1).toordinal() - EPOCH)
        if name is not None:
            cells = recoded(view.batch.columns[name], view.source.codes.get("income", {}))
            income[:, at] = cells.parsed(_paid, np.bool_)
            industry[:, at] = cells.parsed(
                lambda word: industries.setdefault(word, len(industries)) if _paid(word) else -1, np.int32
            )
    return income, industry


def _paid(word: str) -> bool:
    return bool(word.strip("0,. "))


def dated(pattern: str, names: tuple[str, ...]) -> dict[str, int]:
    """Return the columns a pattern such as `y_<ÅÅUU>` fits, and the first day each stands for.

    >>> dated("y_<ÅÅUU>", ("y_2501", "navn"))
    {'y_2501': 20087}
    """
    if not _TOKEN.search(pattern):
        return {}
    fields: list[str] = []
    written = re.compile("".join(_written(each, fields) for each in _pieces(pattern)))
    found = {}
    for name in names:
        match = written.fullmatch(name)
        if match and (day := _first_day(dict(zip(fields, match.groups(), strict=True)))) is not None:
            found[name] = day
    return found


def _pieces(pattern: str) -> Iterator[tuple[str, bool]]:
    for at, piece in enumerate(_TOKEN.split(pattern)):
        yield piece, at % 2 == 1


def _written(piece: tuple[str, bool], fields: list[str]) -> str:
    """Return the expression for a piece; `ÅÅUU` is two digits of year and two of week."""
    text, token = piece
    if not token:
        return re.escape(text)
    expression = ""
    for run in re.finditer(r"(.)\1*", text.lower()):
        fields.append(_PARTS.get(run[1], run[1]))
        expression += rf"(\d{{{len(run[0])}}})"
    return expression


def _first_day(parts: Mapping[str, str]) -> int | None:
    year = int(parts.get("year", "0"))
    if len(parts.get("year", "")) == 2:
        year += 1900 if year >= 80 else 2000
    try:
        if "week" in parts:
            return datetime.date.fromisocalendar(year, int(parts["week"]), 1).toordinal() - EPOCH
        return datetime.date(year, int(parts["month"]), 1).toordinal() - EPOCH
    except (ValueError, KeyError):
        return None


def status_list(batches: Iterator[Batch]) -> dict[str, str]:
    """Return the provider's own list of codes and what they mean, from a file (code;status)."""
    codes: dict[str, str] = {}
    for batch in batches:
        columns = list(batch.columns.values())[:2]
        if len(columns) == 2:
            codes |= dict(zip(_cells(columns[0]), _cells(columns[1]), strict=True))
    return codes


def _cells(column: Column) -> list[str]:
    return [column.words[each] for each in column.codes.tolist()]

"""One reader per table: a mapped batch of a provider's rows becomes events."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from qualitycircle.data.columns import Column
from qualitycircle.data.events import NO_DAY, NONE, Events, Happened, joined, made
from qualitycircle.data.intake import Intake, Mask, about_whom
from qualitycircle.data.mapping import View
from qualitycircle.data.problems import QC423, QC436, QC439, QC443, QC445, QC446
from qualitycircle.data.questions import answers, asked, raters, ticks
from qualitycircle.indicators import Indicator
from qualitycircle.project import Table
from qualitycircle.theory import Kind
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.words.data import CONTROL_GROUPS, END_OF_FOLLOW_UP

Reader = Callable[[Intake, View], Events]


def read_persons(intake: Intake, view: View) -> Events:
    """Persons: their unit and their background."""
    persons, usable = intake.persons(view)
    usable &= _first_time(intake, view, persons, usable)
    usable &= _in_target_group(intake, view, persons, usable)
    rows = np.flatnonzero(usable)
    common = {"row": view.batch.rows[rows]}
    unit = made(
        Happened.UNIT, persons[rows], who=intake.units.of(view.column("unit"), view.length)[rows], **common
    )
    backgrounds = (
        _background(intake, indicator, column, persons, rows, view)
        for indicator, column, name in _backgrounds(intake, view)
        for rows in (_explained(intake, view, indicator, column, name, np.flatnonzero(usable)),)
    )
    return intake.settle(view, joined([unit, *backgrounds]))


def _explained(
    intake: Intake,
    view: View,
    indicator: Indicator,
    column: Column,
    name: str,
    rows: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """Return the rows whose background can be used; the others are told and do without it."""
    odd = _unexplained(column.taken(rows), indicator, view.source.codes.get(indicator.id, {}))
    wrong = column.parsed(lambda word: word in odd, np.bool_)[rows]
    intake.aside(view, QC445, rows[wrong], "", name)
    kept: npt.NDArray[np.int64] = rows[~wrong]
    return kept


def read_courses(intake: Intake, view: View) -> Events:
    """Courses: from, to, the group the person was allocated to, and whether it is of this theory."""
    persons, usable = intake.persons(view)
    start, end, sound = intake.period(view)
    rows = np.flatnonzero(usable & sound)
    ours = np.ones(view.length, dtype=np.int8)
    if (theory := view.column("theory")) is not None:
        wanted = {fold(intake.theory.id), fold(intake.theory.title)}
        ours = theory.parsed(lambda word: not word or fold(word) in wanted, np.int8)
    events = made(
        Happened.COURSE,
        persons[rows],
        day=start[rows],
        until=end[rows],
        who=_arms(intake, view)[rows],
        value=_strata(intake, view)[rows],
        status=ours[rows],
        row=view.batch.rows[rows],
    )
    return intake.settle(view, events)


def read_participation(intake: Intake, view: View) -> Events:
    """Participation: which activity, from, to, what was offered and what was attended."""
    persons, usable = intake.persons(view)
    start, end, sound = intake.period(view)
    numbers = _activities(intake, view)
    offered, offered_sound = _amounts(intake, view, "offered")
    attended, attended_sound = _amounts(intake, view, "attended")
    sound &= offered_sound & attended_sound & (start != NO_DAY)
    rows = np.flatnonzero(usable & sound & (numbers != NONE))
    events = made(
        Happened.ACTIVITY,
        persons[rows],
        what=numbers[rows],
        day=start[rows],
        until=end[rows],
        value=offered[rows],
        second=attended[rows],
        who=intake.companies.of(view.column("company"), view.length)[rows],
        row=view.batch.rows[rows],
    )
    return intake.settle(view, events)


def read_measurements(intake: Intake, view: View) -> Events:
    """Measurements: answers, ticks, and the caseworker and unit they name."""
    return _questionnaire(intake, view, Happened.ANSWER)


def read_moderators(intake: Intake, view: View) -> Events:
    """Moderators' values: in a round, from a day on, or throughout.

    Values of a unit or a caseworker are kept apart: they are about whoever belongs there that day.
    """
    if (about := about_whom(view)) == "person":
        return _questionnaire(intake, view, Happened.CONDITION)
    values = intake.settle(view, answers(intake, view, asked(intake, view), Happened.CONDITION))
    intake.placed.setdefault(about, []).append(values)
    return values


def read_goals(intake: Intake, view: View) -> Events:
    """Final statuses by day; `ophør` (or an empty status) says until when the person was followed."""
    persons, usable = intake.persons(view)
    days, sound = intake.days(view, "date")
    column = view.column("status")
    if column is None:
        return made(Happened.STATUS, np.empty(0, dtype=np.int64))
    ends = {fold(each) for each in (*END_OF_FOLLOW_UP, *view.source.end_of_follow_up)}
    over = column.parsed(lambda word: not word or fold(word) in ends, np.bool_)
    statuses = intake.statuses.of(column.reworded(fold), view.length)
    rows = np.flatnonzero(usable & sound & (days != NO_DAY))
    unused = column.parsed(lambda word: fold(word) not in intake.goal_words, np.bool_)
    codes = {fold(each) for each in view.source.codes.get("status", {})}
    foreign = column.parsed(lambda word: bool(codes) and fold(word) not in codes, np.bool_)
    intake.note(view, QC446, rows[(unused & foreign & ~over)[rows]], "status")
    intake.note(view, QC436, rows[(unused & ~foreign & ~over)[rows]], "status")
    reached, followed = rows[~over[rows]], rows[over[rows]]
    told = made(
        Happened.STATUS,
        persons[reached],
        what=statuses[reached],
        day=days[reached],
        row=view.batch.rows[reached],
    )
    until = made(Happened.FOLLOWED, persons[followed], day=days[followed], row=view.batch.rows[followed])
    return intake.settle(view, joined([told, until]))


def read_caseworkers(intake: Intake, view: View) -> Events:
    """Who was the person's caseworker, from and to."""
    persons, usable = intake.persons(view)
    start, end, sound = intake.period(view)
    who = intake.caseworkers.of(view.column("caseworker"), view.length)
    rows = np.flatnonzero(usable & sound & (who != NONE))
    events = made(
        Happened.CASEWORKER,
        persons[rows],
        day=start[rows],
        until=end[rows],
        who=who[rows],
        row=view.batch.rows[rows],
    )
    return intake.settle(view, events)


READERS: dict[Table, Reader] = {
    Table.PERSONS: read_persons,
    Table.COURSES: read_courses,
    Table.PARTICIPATION: read_participation,
    Table.MEASUREMENTS: read_measurements,
    Table.MODERATORS: read_moderators,
    Table.GOALS: read_goals,
    Table.CASEWORKERS: read_caseworkers,
    Table.CHANNELS: read_measurements,
}


def _questionnaire(intake: Intake, view: View, kind: Happened) -> Events:
    form = asked(intake, view)
    return intake.settle(
        view,
        joined([answers(intake, view, form, kind), ticks(intake, view, form), raters(intake, view, form)]),
    )


def _first_time(intake: Intake, view: View, persons: npt.NDArray[np.int64], usable: Mask) -> Mask:
    """Return which rows tell of a person for the first time; the others are set aside."""
    first = np.zeros(view.length, dtype=bool)
    _, at = np.unique(persons, return_index=True)
    first[at] = True
    if intake.known is not None:
        first &= ~np.isin(persons, intake.known)
    intake.aside(view, QC439, np.flatnonzero(~first & usable), "person")
    return first


def _in_target_group(intake: Intake, view: View, persons: npt.NDArray[np.int64], usable: Mask) -> Mask:
    """Return which rows are about the theory's target group, when the theory declares its codes.

    Those coded otherwise, or with a code nobody has explained, are set aside; an empty cell is not.
    """
    column = view.column("target_group")
    if column is None or not intake.target_words:
        return np.ones(view.length, dtype=bool)
    explained = intake.group_words | {fold(each) for each in view.source.codes.get("target_group", {})}
    inside = column.parsed(lambda word: not word or fold(word) in intake.target_words, np.bool_)
    known = column.parsed(lambda word: fold(word) in explained, np.bool_)
    intake.aside(view, QC443, np.flatnonzero(usable & ~inside & known), "target_group")
    intake.aside(view, QC423, np.flatnonzero(usable & ~inside & ~known), "target_group")
    intake.outside = np.union1d(intake.outside, persons[usable & ~inside])
    kept: Mask = inside
    return kept


def _unexplained(column: Column, indicator: Indicator, codes: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the words of a background that neither the codes nor the indicator explain.

    Without codes and scale, a background is a category, whatever its words; but where most are numbers,
    the others are mistakes.
    """
    from qualitycircle.data.answers import Answer, answer

    told = {fold(each) for each in codes}
    others = [each for each in column.words if each and fold(each) not in told]
    unread = {each for each in others if not isinstance(answer(each, indicator), Answer)}
    if codes or indicator.scale is not None:
        return unread
    cells = np.bincount(column.codes, minlength=len(column.words))
    odd = sum(int(cells[at]) for at, each in enumerate(column.words) if each in unread)
    filled = sum(int(cells[at]) for at, each in enumerate(column.words) if each)
    return unread if odd * 2 < filled else set()


def _backgrounds(intake: Intake, view: View) -> Iterator[tuple[Indicator, Column, str]]:
    """Yield the background columns: those mapped, and those called by an indicator's id."""
    named = {fold(name): name for name in view.batch.names}
    for each in intake.indicators:
        name = view.indicators.get(each.id) or (
            named.get(fold(each.id), "") if each.id not in view.source.indicators else ""
        )
        if name and name not in view.names.values():
            yield each, view.recoded(name, each.id), name


def _background(
    intake: Intake,
    indicator: Indicator,
    column: Column,
    persons: npt.NDArray[np.int64],
    rows: npt.NDArray[np.int64],
    view: View,
) -> Events:
    from qualitycircle.data.answers import Answer, answer

    def value(word: str) -> float:
        read = answer(word, indicator)
        return read.value if isinstance(read, Answer) else float("nan")

    categories = intake.categories.setdefault(indicator.id, type(intake.units)())
    return made(
        Happened.BACKGROUND,
        persons[rows],
        what=intake.measured.number(indicator.id),
        value=column.parsed(value, np.float64)[rows],
        who=categories.of(column, view.length)[rows],
        row=view.batch.rows[rows],
    )


def _arms(intake: Intake, view: View) -> npt.NDArray[np.int32]:
    """Return each row's group: 0 is without the effort, and one called after an activity has its id."""
    column = view.column("group")
    if column is None:
        return intake.arms.of(None, view.length)
    activities = intake.theory.of_kind(Kind.ACTIVITY)
    called = {fold(each): CONTROL_GROUPS[0] for each in CONTROL_GROUPS}
    called |= {fold(word): each.id for each in activities for word in (each.name, each.id)}
    groups = column.reworded(lambda word: called.get(fold(word), fold(word)))
    intake.arms.number(CONTROL_GROUPS[0])
    intake.has_control |= CONTROL_GROUPS[0] in groups.words
    return intake.arms.of(groups, view.length)


def _strata(intake: Intake, view: View) -> npt.NDArray[np.float64]:
    """Return the number of what each row's lot was drawn within; NaN where that is not said."""
    column = view.column("drawn_within")
    numbers = intake.strata.of(column.reworded(fold) if column is not None else None, view.length)
    return np.where(numbers == NONE, np.nan, numbers)


def _activities(intake: Intake, view: View) -> npt.NDArray[np.int64]:
    """Return each row's activity number in the theory; unknown ones are set aside."""
    activities = intake.theory.of_kind(Kind.ACTIVITY)
    by_word = {fold(each.name): number for number, each in enumerate(activities)}
    by_word |= {fold(each.id): number for number, each in enumerate(activities)}
    column = view.column("activity")
    if column is None:
        only = 0 if len(activities) == 1 else NONE
        return np.full(view.length, only, dtype=np.int64)
    numbers: npt.NDArray[np.int64] = column.parsed(lambda word: by_word.get(fold(word), NONE), np.int64)
    elsewhere = column.parsed(lambda word: fold(word) in intake.elsewhere, np.bool_)
    intake.aside(view, QC423, np.flatnonzero((numbers == NONE) & ~elsewhere), "activity")
    intake.leave(view, np.flatnonzero((numbers == NONE) & elsewhere))
    return numbers


def _amounts(intake: Intake, view: View, ours: str) -> tuple[npt.NDArray[Any], Mask]:
    column = view.column(ours)
    if column is None:
        return np.full(view.length, np.nan), np.ones(view.length, dtype=bool)
    return intake.amounts(view, ours, column)

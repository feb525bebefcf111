"""Questionnaires, long and wide: who was asked what, in which round, and what was answered.

Two respondents are two answers, never one number (BIP 2014): an answer from somebody else than the
indicator asks is set aside, not merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from qualitycircle.data.answers import Answer, answer, ticked
from qualitycircle.data.columns import Column
from qualitycircle.data.events import NO_DAY, NONE, Answered, Events, Happened, joined, made
from qualitycircle.data.intake import Days, Intake, Mask
from qualitycircle.data.mapping import View, recoded
from qualitycircle.data.problems import QC422, QC423, QC435, QC438, QC441
from qualitycircle.findings import Code
from qualitycircle.indicators import Indicator, Respondent
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.values import VALUES

Rows = npt.NDArray[np.int64]

_RESPONDENTS = {
    fold(word): Respondent(each.en)
    for each in VALUES["respondent"]
    for word in (each.da, each.en, *each.also)
}


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """What every answer of a view shares: person, round, day, rater; and which rows may be used."""

    persons: Days
    waves: npt.NDArray[np.int64]
    days: Days
    who: npt.NDArray[np.int32]
    usable: Mask
    respondents: Column | None

    def events(self, view: View, kind: Happened, rows: Rows, **columns: Any) -> Events:
        """Return events of some rows with what they share."""
        shared = {"wave": self.waves[rows], "day": self.days[rows], "who": self.who[rows]}
        return made(kind, self.persons[rows], row=view.batch.rows[rows], **(shared | columns))


def asked(intake: Intake, view: View) -> Asked:
    """Read what the answers of a view share."""
    persons, usable = intake.subjects(view)
    days, sound = intake.days(view, "date")
    waves, known = _waves(intake, view)
    return Asked(
        persons,
        waves,
        days,
        intake.raters.of(view.column("rater"), view.length),
        usable & sound & known,
        view.column("respondent"),
    )


def answers(intake: Intake, view: View, form: Asked, kind: Happened) -> Events:
    """Return the answers of a view: a column per indicator, or an indicator and a value column."""
    usable = form.usable
    if kind is Happened.ANSWER:
        neither = usable & (form.waves == NONE) & (form.days == NO_DAY)
        intake.aside(view, QC441, np.flatnonzero(neither), "date")
        usable = usable & ~neither
    rows = np.flatnonzero(usable & _held(view, form))
    wide = [
        _of_one(intake, view, form, kind, (id, name, rows, view.recoded(name, id)))
        for id, name in view.indicators.items()
    ]
    return joined([*wide, _long(intake, view, form, kind, rows)])


def _held(view: View, form: Asked) -> Mask:
    """Say which rows of a wide table were a måling: those with a day or any answer."""
    if not view.indicators:
        return np.ones(view.length, dtype=bool)
    held: Mask = form.days != NO_DAY
    for name in view.indicators.values():
        held |= view.batch.columns[name].parsed(bool, np.bool_)
    return held


def ticks(intake: Intake, view: View, form: Asked) -> Events:
    """Return the ticks of multi-select questions: a column per option, or one with a separator."""
    rows = np.flatnonzero(form.usable)
    parts = [
        made_
        for indicator, options in view.options.items()
        for made_ in _boxes(intake, view, form, indicator, options, rows)
    ]
    for each in intake.indicators:
        if each.scale is not None and each.scale.is_choice and (column := view.column(each.id)) is not None:
            parts += _lists(intake, view, form, each, column, rows)
    return joined(parts)


def raters(intake: Intake, view: View, form: Asked) -> Events:
    """Return the caseworker and the unit that a measurement names."""
    rows = np.flatnonzero(form.usable)
    who = intake.caseworkers.of(view.column("caseworker"), view.length)[rows]
    units = intake.units.of(view.column("unit"), view.length)[rows]
    seen = form.events(view, Happened.SEEN_BY, rows[who != NONE], who=who[who != NONE])
    placed = form.events(view, Happened.UNIT, rows[units != NONE], who=units[units != NONE])
    return joined([seen, placed])


def _waves(intake: Intake, view: View) -> tuple[npt.NDArray[np.int64], Mask]:
    """Return the declared round of each row (-1: none), and which rows have one the plan knows."""
    column = view.column("round")
    if column is None:
        return np.full(view.length, NONE, dtype=np.int64), np.ones(view.length, dtype=bool)
    labels = [fold(each) for each in intake.theory.plan.rounds]

    def wave(word: str) -> int:
        if not word:
            return NONE
        plain = fold(word)
        if plain in labels:
            return labels.index(plain)
        return int(plain) - 1 if plain.isdecimal() and 1 <= int(plain) <= 99 else NONE - 1

    waves: npt.NDArray[np.int64] = column.parsed(wave, np.int64)
    intake.aside(view, QC438, np.flatnonzero(waves < NONE), "round")
    return waves, waves >= NONE


def _long(intake: Intake, view: View, form: Asked, kind: Happened, rows: Rows) -> Events:
    indicators, values = view.column("indicator"), view.column("value")
    if indicators is None or values is None:
        return joined([])
    known = indicators.parsed(lambda word: intake.indicators.get(word) is not None, np.bool_)
    intake.aside(view, QC422, rows[~known[rows]], "indicator")
    rows = rows[known[rows]]
    order = rows[np.argsort(indicators.codes[rows], kind="stable")]
    bounds = np.flatnonzero(np.diff(indicators.codes[order])) + 1
    name = view.place("value")[0]
    parts = [
        _of_one(intake, view, form, kind, (indicators.words[indicators.codes[each[0]]], name, each, values))
        for each in np.split(order, bounds)
        if len(each)
    ]
    return joined(parts)


def _of_one(
    intake: Intake, view: View, form: Asked, kind: Happened, of: tuple[str, str, Rows, Column]
) -> Events:
    """Return the answers to one indicator: its id, the column they stand in, the rows, the cells."""
    id, name, rows, cells = of
    indicator = intake.indicators.get(id)
    if indicator is None:
        intake.aside(view, QC422, rows, "", name)
        return joined([])
    rows = _from_the_asked(intake, view, form, indicator, rows)
    if indicator.scale is not None and indicator.scale.is_choice:
        return joined(_lists(intake, view, form, indicator, cells, rows))
    used = np.unique(cells.codes[rows])
    status = np.zeros(len(cells.words), dtype=np.int8)
    value = np.full(len(cells.words), np.nan)
    flawed: dict[Code, list[int]] = {}
    for each in used.tolist():
        read = answer(cells.words[each], indicator)
        if isinstance(read, Answer):
            status[each], value[each] = read.status, read.value
        else:
            flawed.setdefault(read, []).append(each)
    for code, words in flawed.items():
        bad = np.isin(cells.codes[rows], words)
        intake.aside(view, code, rows[bad], "", name)
        rows = rows[~bad]
    at = cells.codes[rows]
    number = intake.measured.number(id)
    if (form.who[rows] != NONE).any():
        intake.rated.add(number)
    return form.events(view, kind, rows, what=number, value=value[at], status=status[at])


def _from_the_asked(intake: Intake, view: View, form: Asked, indicator: Indicator, rows: Rows) -> Rows:
    if form.respondents is None or indicator.respondent is None:
        return rows
    fits = form.respondents.parsed(
        lambda word: not word or _RESPONDENTS.get(fold(word)) is indicator.respondent, np.bool_
    )
    intake.aside(view, QC435, rows[~fits[rows]], "respondent")
    kept: Rows = rows[fits[rows]]
    return kept


def _boxes(
    intake: Intake, view: View, form: Asked, indicator: str, options: dict[str, str] | Any, rows: Rows
) -> list[Events]:
    """Return the ticks of a question with a column per option; all empty is a missing answer."""
    cells = {option: view.batch.columns[name] for option, name in options.items()}
    answered = np.zeros(view.length, dtype=bool)
    for column in cells.values():
        answered |= column.parsed(bool, np.bool_)
    parts = []
    for option, column in cells.items():
        told = column.parsed(lambda word: {True: 1.0, False: 0.0, None: np.nan}[ticked(word)], np.float64)
        unread = rows[np.isnan(told[rows])]
        intake.aside(view, QC423, unread, "", options[option])
        kept = rows[~np.isnan(told[rows])]
        number = intake.options.number(f"{indicator}:{option}")
        status = np.where(answered[kept], Answered.ANSWERED, Answered.MISSING)
        parts.append(form.events(view, Happened.TICK, kept, what=number, value=told[kept], status=status))
    return parts


def _lists(
    intake: Intake, view: View, form: Asked, indicator: Indicator, cells: Column, rows: Rows
) -> list[Events]:
    """Return the ticks of a question whose chosen options stand in one cell."""
    options = indicator.scale.options if indicator.scale is not None else ()
    cells = recoded(cells, view.source.codes.get("value", {}))
    statuses = cells.parsed(lambda word: _choice_status(word, indicator), np.int8)
    chosen = [_chosen(word, view.source.separator) for word in cells.words]
    folded = {fold(each) for each in options}
    foreign = np.array([bool(each - folded) for each in chosen], dtype=bool)[cells.codes]
    foreign &= statuses == Answered.ANSWERED
    intake.aside(view, QC423, rows[foreign[rows]], indicator.id)
    rows = rows[~foreign[rows]]
    parts = []
    for each in options:
        told = np.array([float(fold(each) in words) for words in chosen])[cells.codes[rows]]
        number = intake.options.number(f"{indicator.id}:{each}")
        parts.append(form.events(view, Happened.TICK, rows, what=number, value=told, status=statuses[rows]))
    return parts


def _choice_status(word: str, indicator: Indicator) -> int:
    read = answer(word, indicator)
    return int(read.status) if isinstance(read, Answer) else int(Answered.ANSWERED)


def _chosen(word: str, separator: str) -> set[str]:
    parts = word.split(separator) if separator else [word]
    return {fold(each) for each in parts if each.strip()}

"""One pass over the blocks for the data report: counts by status, rounds, and what was set aside."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from qualitycircle.data.events import NO_DAY, Events, Happened
from qualitycircle.data.intake import Intake
from qualitycircle.data.panel import WAVES, Panel
from qualitycircle.data.pivot import Pivoted
from qualitycircle.data.source import EventSource
from qualitycircle.data.spacing import Spacing
from qualitycircle.project import Table

_TABLES = {
    Happened.COURSE: Table.COURSES,
    Happened.TICK: Table.CHANNELS,
    Happened.ANSWER: Table.MEASUREMENTS,
}
Counts = npt.NDArray[np.int64]


@dataclass(slots=True)
class Tally:
    """Sums over blocks. `statuses` is (indicators, 4); `answering` persons per indicator.

    `several` persons have more than one måling, `in_a_row` of them two that follow each other; of
    `dated` målinger with a date and one before them, `backwards` have the earlier date.
    """

    statuses: Counts
    answering: Counts
    spacing: Spacing = field(default_factory=Spacing)
    rounds: Counts = field(default_factory=lambda: np.zeros(WAVES, dtype=np.int64))
    persons: int = 0
    measurements: int = 0
    several: int = 0
    in_a_row: int = 0
    dated: int = 0
    backwards: int = 0
    first: int = int(np.iinfo(np.int32).max)
    last: int = NO_DAY

    def add(self, people: Panel) -> None:
        """Count the answers, ticks and rounds of some persons."""
        answers = people.answers[people.answers["kind"] == Happened.ANSWER]
        person = people.of_row[people.row_of_answer[people.answers["kind"] == Happened.ANSWER]]
        np.add.at(self.statuses, (answers["what"], answers["status"]), 1)
        told = answers["status"] == 0
        pairs = np.unique(person[told] * 65536 + answers["what"][told])
        np.add.at(self.answering, pairs % 65536, 1)
        np.add.at(self.rounds, people.wave[people.real], 1)
        self.persons += len(people.persons)
        self.measurements += int(people.real.sum())
        self._order(people)
        days = people.answers["day"][people.answers["day"] != NO_DAY]
        if len(days):
            self.first, self.last = min(self.first, int(days.min())), max(self.last, int(days.max()))

    def _order(self, people: Panel) -> None:
        """Count whether målinger follow each other, by their numbers and by their dates."""
        person, wave = people.of_row[people.real], people.wave[people.real].astype(np.float64)
        day = people.day[people.real]
        same = person[1:] == person[:-1]
        self.several += len(np.unique(person[1:][same]))
        self.in_a_row += len(np.unique(person[1:][same & self.spacing.next_to(wave, day)]))
        days = np.diff(day)[same]
        self.dated += int((~np.isnan(days)).sum())
        self.backwards += int((days < 0).sum())


def tally(source: EventSource, intake: Intake) -> Tally:
    """Go through every block once; what the pivot set aside is added to the intake's findings."""
    measured = max(source.shape.measured, 1)
    sums = Tally(
        np.zeros((measured, 4), dtype=np.int64),
        np.zeros(measured, dtype=np.int64),
        Spacing.of(source.shape.every),
    )
    for each in source.pivoted():
        sums.add(each.panel)
        _tell(each, intake)
    return sums


def _tell(pivoted: Pivoted, intake: Intake) -> None:
    files = list(intake.files.numbers)
    for code, events in pivoted.faults.found:
        once = _once(events)
        for number in np.unique(once["file"]).tolist():
            rows = once["row"][once["file"] == number]
            intake.problems.cell(code, files[number] if number >= 0 else "", "", rows.tolist())
        for kind in np.unique(once["kind"]).tolist():
            count = int((once["kind"] == kind).sum())
            table = _TABLES[Happened(kind)]
            account = table if table in intake.accounts else Table.MEASUREMENTS
            intake.account(account).aside[code.id] += count


def _once(events: Events) -> Events:
    """Return one event per cell: a multi-select answer is one answer, not one per option."""
    ticks = events["kind"] == Happened.TICK
    keys = np.unique(events[ticks][["kind", "file", "row"]], return_index=True)[1]
    rest: Events = np.concatenate([events[~ticks], events[ticks][keys]])
    return rest

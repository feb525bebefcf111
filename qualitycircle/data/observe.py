"""A project's data held against one theory: a source of blocks, what was wrong, and a summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from qualitycircle.data.block import Source
from qualitycircle.data.events import EVENT, NO_DAY
from qualitycircle.data.formats import iso
from qualitycircle.data.intake import Intake
from qualitycircle.data.problems import QC440, QC444, QC447, QC449, QC450
from qualitycircle.data.reading import events_of, fingerprint, intake_for
from qualitycircle.data.reckoning import own_means
from qualitycircle.data.shape import Shape
from qualitycircle.data.shaping import shape_of, wanted
from qualitycircle.data.source import IN_MEMORY, EventSource, InMemory, stage
from qualitycircle.data.summary import DataSummary, IndicatorSummary, TableSummary, Use
from qualitycircle.data.tally import Tally, tally
from qualitycircle.findings import Finding
from qualitycircle.indicators import Computation
from qualitycircle.project import Project, Table
from qualitycircle.theory import Activity, Assignment, Theory

if TYPE_CHECKING:
    import pandas

FEW = 10
"""Fewer citizens, or målinger, than this say nothing of how the målinger are numbered."""
HARDLY = 0.05
"""So few that it is no slip of one or another, but how the målinger are numbered or dated."""
NO_FRAMES: Mapping[str, pandas.DataFrame] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """What was observed: blocks, findings in the data, the summary, and a hash of the data."""

    source: Source
    findings: tuple[Finding, ...]
    summary: DataSummary
    fingerprint: str


def observe(
    project: Project,
    theory: Theory,
    *,
    frames: Mapping[str, pandas.DataFrame] = NO_FRAMES,
    partitions: int | None = None,
    in_memory: int = IN_MEMORY,
    today: int | None = None,
) -> Observed:
    """Read the project's data for a theory.

    `frames` gives data frames by the file name a table asks for; ValueError for a name none asks for.
    `partitions` is into how many person-disjoint blocks the data are cut; `in_memory` how many events
    are held in memory. A CPR number where none may be stops everything: the source is then empty.
    """
    _must_be_asked_for(project, frames)
    intake = intake_for(project, theory, day=today)
    staged = stage(events_of(project, intake, frames), in_memory=in_memory, partitions=partitions)
    if len(intake.outside) and intake.known is not None and not len(intake.known):
        for file in intake.account(Table.PERSONS).files:
            intake.problems.file(QC444, file, codes=", ".join(theory.target_group.codes))
    if len(intake.arms) > 2 and not intake.has_control and _draws_lots(theory):
        for file in intake.account(Table.COURSES).files:
            intake.problems.file(QC447, file)
    if intake.problems.stopping:
        staged = InMemory(np.empty(0, dtype=EVENT))
    source = _with_others(EventSource(staged, shape_of(project, theory, intake)), intake)
    sums = tally(source, intake)
    _tell_order(sums, theory, intake)
    uses = tuple(_uses(project, theory, source.shape, sums, intake))
    for each in uses:
        if not each.found:
            intake.problems.file(QC440, "", subject=each.subject, what=each.what)
    return Observed(
        source=source,
        findings=intake.problems.findings(),
        summary=_summary(project, theory, intake, sums, uses),
        fingerprint=fingerprint(project, frames),
    )


def _tell_order(sums: Tally, theory: Theory, intake: Intake) -> None:
    """Tell of målinger that hardly ever follow each other, and of numbers and dates that disagree."""
    measured = intake.accounts.get(Table.MEASUREMENTS)
    file = next(iter(measured.files), "") if measured is not None else ""
    if sums.several >= FEW and sums.in_a_row < HARDLY * sums.several:
        rounds = ", ".join(str(each + 1) for each in np.flatnonzero(sums.rounds).tolist())
        intake.problems.file(QC449, file, rounds=rounds, days=theory.plan.every)
    if sums.backwards >= FEW and sums.backwards > HARDLY * sums.dated:
        intake.problems.file(QC450, file, count=sums.backwards, rounds=sums.dated)


def _draws_lots(theory: Theory) -> bool:
    """Say whether the theory gives any activity by lot."""
    return any(
        isinstance(each, Activity) and each.assignment is Assignment.RANDOMISED for each in theory.elements
    )


def _must_be_asked_for(project: Project, frames: Mapping[str, pandas.DataFrame]) -> None:
    """Raise ValueError when a frame has a name no table asks for: it would not be read."""
    files = sorted({each.file for each in project.settings.tables})
    for each in frames:
        if each not in files:
            known = ", ".join(files) or "none"
            raise ValueError(f"no table asks for {each!r}; the project's files are: {known}")


def _with_others(source: EventSource, intake: Intake) -> EventSource:
    """Return the source with each caseworker's sums, for means over the other citizens."""
    asked = [each for each in source.shape.reckoned if each.how is Computation.OTHERS_MEAN]
    if not asked or not len(intake.caseworkers):
        return source
    sums = {each.column: np.zeros((2, len(intake.caseworkers))) for each in asked}
    for pivoted in source.pivoted():
        block = pivoted.block
        for each in asked:
            if block.layout.has(each.of):
                caseworker = block.column("caseworker")
                sums[each.column] += _per_caseworker(
                    pivoted.panel.of_row,
                    *own_means(pivoted.panel, block.column(each.of), caseworker),
                    caseworker,
                    len(intake.caseworkers),
                )
    others = {name: (tuple(total.tolist()), tuple(count.tolist())) for name, (total, count) in sums.items()}
    return source.reshaped(others=others)


def _per_caseworker(
    of_row: np.ndarray, own: np.ndarray, has: np.ndarray, caseworker: np.ndarray, count: int
) -> np.ndarray:
    """Return sum and number of the persons' means per caseworker, each person once."""
    told = has > 0
    told &= ~np.isnan(caseworker)
    at = caseworker[told].astype(np.int64)
    _, once = np.unique(of_row[told] * 2**32 + at, return_index=True)
    result: np.ndarray = np.stack(
        [
            np.bincount(at[once], weights=own[told][once], minlength=count),
            np.bincount(at[once], minlength=count).astype(np.float64),
        ]
    )
    return result


def _uses(project: Project, theory: Theory, shape: Shape, sums: Tally, intake: Intake) -> Iterator[Use]:
    """Yield what stands behind each element and moderator."""
    subjects = [(each.id, each.indicators) for each in theory.elements]
    subjects += [(each.id, each.indicators) for each in theory.moderators]
    for element in theory.elements:
        if isinstance(element, Activity) and not element.indicators:
            yield Use(subject=element.id, what="participation", found=bool(shape.activities))
    for subject, indicators in subjects:
        for id in indicators:
            columns = {f"value:{id}", f"event_day:{id}", f"background:{id}"}
            yield Use(subject=subject, what=id, found=bool(columns & set(shape.layout.index)))


def _summary(
    project: Project, theory: Theory, intake: Intake, sums: Tally, uses: tuple[Use, ...]
) -> DataSummary:
    accounts = intake.accounts
    labels = theory.plan.rounds
    return DataSummary(
        tables=tuple(
            TableSummary(
                table=table,
                files=tuple(each.files),
                read=each.read,
                used=each.used,
                aside=dict(sorted(each.aside.items())),
            )
            for table in Table
            if (each := accounts.get(table)) is not None
        ),
        missing_tables=tuple(each for each in Table if each not in accounts),
        persons=sums.persons,
        measurements=sums.measurements,
        answers=int(sums.statuses[:, 0].sum()),
        first_date="" if sums.last == NO_DAY else iso(sums.first),
        last_date="" if sums.last == NO_DAY else iso(sums.last),
        rounds=tuple(
            (labels[at] if at < len(labels) else str(at + 1), int(sums.rounds[at]))
            for at in np.flatnonzero(sums.rounds).tolist()
        ),
        indicators=tuple(_indicators(project, theory, intake, sums)),
        uses=uses,
    )


def _indicators(project: Project, theory: Theory, intake: Intake, sums: Tally) -> Iterator[IndicatorSummary]:
    used = {each.id for each in wanted(theory, project.indicators)}
    for id, number in intake.measured.numbers.items():
        counts = sums.statuses[number] if number < len(sums.statuses) else np.zeros(4, dtype=np.int64)
        if id in used and counts.any():
            answered, refused, do_not_know, missing = counts.tolist()
            yield IndicatorSummary(
                indicator=id,
                answered=answered,
                refused=refused,
                do_not_know=do_not_know,
                missing=missing,
                persons=int(sums.answering[number]),
            )

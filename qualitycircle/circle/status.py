"""Where a theory stands in the circle, what keeps it from the next station, and what it has answered.

Six stations (New Insight s12) and the five questions the circle grew from (New Insight s11). A
status is derived from the theory's text and its rounds; nobody writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from qualitycircle.circle.proposals import proposals
from qualitycircle.circle.reading import Rounds
from qualitycircle.circle.values import Answer, Round
from qualitycircle.evaluation.values import Evaluation, Verdict
from qualitycircle.expectation import expectations, testable_count
from qualitycircle.findings import Finding, Severity
from qualitycircle.project import Project
from qualitycircle.theory import Kind, Status, Theory
from qualitycircle.theory.change import Keep


class Station(Enum):
    """The six stations of the circle, in order (New Insight s12)."""

    GOALS = "goals"
    THEORY = "programme theory"
    INDICATORS = "indicators"
    DATA = "data collection"
    EVALUATION = "impact evaluation"
    CORRECTION = "correction"


class Block(Enum):
    """What keeps a theory from leaving a station."""

    NO_GOAL = "no goal"
    UNDEFINED = "outcomes without a definition"
    ERRORS = "errors in the text"
    NO_ACTIVITY = "no activity"
    NO_LINK = "no link"
    NO_REASON = "links without a reason"
    NO_MODERATOR = "no moderator"
    DRAFT = "still a draft"
    NOT_TESTABLE = "no link can be tested"
    NO_PLAN = "no plan is frozen for this version"
    NO_MAPPING = "circle.yml does not say where data are"
    NO_DATA = "the files that circle.yml names are not there"
    NOT_EVALUATED = "nothing has been held against data in this round"
    OLD_EVALUATION = "the evaluation is of an earlier version"
    UNDECIDED = "nobody has decided on the proposals"
    BROKEN_RECORDS = "records were changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """One thing that is missing, and what it is about (names, or a number as text)."""

    block: Block
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StationStatus:
    """One station: reached and left when nothing blocks it."""

    station: Station
    blocked: tuple[Blocked, ...] = ()

    @property
    def is_done(self) -> bool:
        return not self.blocked


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What is known so far on the five questions (New Insight s11).

    `verdicts` counts the latest evaluation's verdicts, empty before the first; `accepted` and
    `rejected` count answers in all rounds; `proposed` those that wait for one, and `unanswered` those
    that nobody had answered when their round was closed.
    """

    goals: tuple[str, ...]
    activities: tuple[str, ...]
    testable: int
    links: int
    indicators: int
    every_days: int
    verdicts: tuple[tuple[Verdict, int], ...] = ()
    persons: int = 0
    smallest_cell: int = 5
    post_hoc: bool = False
    accepted: int = 0
    rejected: int = 0
    proposed: int = 0
    unanswered: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TheoryStatus:
    """One theory's place in the circle."""

    theory: str
    file: str
    title: str
    version: int
    round: int
    stations: tuple[StationStatus, ...]
    answers: Answers

    @property
    def here(self) -> StationStatus:
        """Return the first station that something blocks; the last one when nothing does."""
        return next((each for each in self.stations if not each.is_done), self.stations[-1])


def status(
    project: Project, theory: Theory, rounds: Rounds, findings: Iterable[Finding] = ()
) -> TheoryStatus:
    """Return where a theory stands. `findings` are those of its text (`circle check`), if at hand."""
    errors = sum(
        each.severity is Severity.ERROR and each.place.file == theory.place.file for each in findings
    )
    current = rounds.current or Round(theory=theory.id, number=1)
    testable, links = testable_count(expectations(theory, project.indicators))
    blocks = {
        Station.GOALS: _goals(theory),
        Station.THEORY: _theory(theory, errors),
        Station.INDICATORS: () if testable else (Blocked(block=Block.NOT_TESTABLE),),
        Station.DATA: _data(project, theory, current),
        Station.EVALUATION: _evaluation(theory, current),
        Station.CORRECTION: _correction(rounds, _open_proposals(project, theory, current)),
    }
    return TheoryStatus(
        theory=theory.id,
        file=theory.place.file,
        title=theory.title,
        version=theory.version,
        round=current.number,
        stations=tuple(StationStatus(station=each, blocked=tuple(found)) for each, found in blocks.items()),
        answers=_answers(project, theory, rounds, testable, links),
    )


def _goals(theory: Theory) -> Iterator[Blocked]:
    if not theory.goals:
        yield Blocked(block=Block.NO_GOAL)
    vague = tuple(each.name for each in theory.of_kind(Kind.OUTCOME) if not each.definition)
    if vague:
        yield Blocked(block=Block.UNDEFINED, about=vague)


def _theory(theory: Theory, errors: int) -> Iterator[Blocked]:
    if errors:
        yield Blocked(block=Block.ERRORS, about=(str(errors),))
    if not theory.of_kind(Kind.ACTIVITY):
        yield Blocked(block=Block.NO_ACTIVITY)
    if not theory.links:
        yield Blocked(block=Block.NO_LINK)
    unreasoned = tuple(each.id for each in theory.links if not each.because)
    if unreasoned:
        yield Blocked(block=Block.NO_REASON, about=unreasoned)
    if not theory.moderators:
        yield Blocked(block=Block.NO_MODERATOR)
    if theory.status is Status.DRAFT:
        yield Blocked(block=Block.DRAFT)


def _data(project: Project, theory: Theory, current: Round) -> Iterator[Blocked]:
    if _is_judged(theory, current):
        return
    if current.plan is None or current.plan.version != theory.version:
        yield Blocked(block=Block.NO_PLAN)
    named = tuple(dict.fromkeys(each.file for each in project.settings.tables))
    if not named:
        yield Blocked(block=Block.NO_MAPPING)
    elif not any(_exists(Path(project.root), each) for each in named):
        yield Blocked(block=Block.NO_DATA, about=named)


def _exists(root: Path, file: str) -> bool:
    """Say whether a data file is there; `*` in its name stands for anything."""
    path = root / file
    return path.exists() or ("*" in path.name and any(path.parent.glob(path.name)))


def _evaluation(theory: Theory, current: Round) -> Iterator[Blocked]:
    if current.latest is None:
        yield Blocked(block=Block.NOT_EVALUATED)
    elif not _is_judged(theory, current):
        yield Blocked(block=Block.OLD_EVALUATION, about=(str(current.latest.version),))


def _is_judged(theory: Theory, current: Round) -> bool:
    return current.latest is not None and current.latest.version == theory.version


def _correction(rounds: Rounds, waiting: tuple[str, ...]) -> Iterator[Blocked]:
    if rounds.findings:
        yield Blocked(block=Block.BROKEN_RECORDS, about=tuple(each.place.file for each in rounds.findings))
    current = rounds.current
    if current is None or current.closing is None:
        yield Blocked(block=Block.UNDECIDED, about=waiting)


def _open_proposals(project: Project, theory: Theory, current: Round) -> tuple[str, ...]:
    """Return the proposals of the latest evaluation that wait for an answer."""
    if current.latest is None or not _is_judged(theory, current):
        return ()
    offered = proposals(theory, current.latest, project.indicators)
    return tuple(
        each.id
        for each in offered
        if current.answer(each.id) is None and not any(isinstance(one, Keep) for one in each.changes)
    )


def _answers(project: Project, theory: Theory, rounds: Rounds, testable: int, links: int) -> Answers:
    latest = rounds.evaluations[-1] if rounds.evaluations else None
    choices = [each for decision in rounds.decisions for each in decision.choices]
    current = rounds.current
    return Answers(
        goals=tuple(each.name for kind in (Kind.GOAL, Kind.OUTCOME) for each in theory.of_kind(kind)),
        activities=tuple(each.name for each in theory.of_kind(Kind.ACTIVITY)),
        testable=testable,
        links=links,
        indicators=len({id for each in theory.elements for id in each.indicators}),
        every_days=theory.plan.every,
        verdicts=_counted(latest) if latest else (),
        persons=latest.persons if latest else 0,
        smallest_cell=latest.smallest_cell if latest else 5,
        post_hoc=latest.post_hoc if latest else False,
        accepted=sum(each.answer is not Answer.REJECTED for each in choices),
        rejected=sum(each.answer is Answer.REJECTED for each in choices),
        unanswered=sum(len(each.undecided) for each in rounds.decisions if each.closes),
        proposed=len(_open_proposals(project, theory, current)) if current else 0,
    )


def _counted(evaluation: Evaluation) -> tuple[tuple[Verdict, int], ...]:
    return tuple((each, evaluation.count(each)) for each in Verdict if evaluation.count(each))

"""What has happened: every turn of the circle, which verdicts changed, and whether the records are whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qualitycircle.circle import chain
from qualitycircle.circle.reading import Rounds, read_rounds, theories_with_rounds
from qualitycircle.evaluation.values import Evaluation, Verdict
from qualitycircle.findings import Finding
from qualitycircle.theory import Theory
from qualitycircle.theory.change import corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictChange:
    """A link that two evaluations judged differently; None where it was not claimed.

    The same link may be claimed otherwise in the two versions: a verdict names its version. `post_hoc`
    says that the later test was chosen after the data were there.
    """

    link: str
    before: Verdict | None
    after: Verdict | None
    before_version: int
    after_version: int
    post_hoc: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An evaluation, the round it stands in, and what it judged differently from the one before."""

    round: int
    evaluation: Evaluation
    changes: tuple[VerdictChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """All turns of the circle of one theory."""

    rounds: Rounds
    steps: tuple[Step, ...] = ()

    @property
    def theory(self) -> str:
        return self.rounds.theory


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """How many records a theory has, and the seal of the newest: it stands for all of them."""

    theory: str
    records: int
    seal: str


def history(rounds: Rounds) -> History:
    """Return what happened in a theory's rounds, with the changes of verdict between evaluations."""
    steps: list[Step] = []
    for each in rounds.rounds:
        for evaluation in each.evaluations:
            changes = verdict_changes(steps[-1].evaluation, evaluation) if steps else ()
            steps.append(Step(round=each.number, evaluation=evaluation, changes=changes))
    return History(rounds=rounds, steps=tuple(steps))


def verdict_changes(before: Evaluation, after: Evaluation) -> tuple[VerdictChange, ...]:
    """Return the links that two evaluations judged differently, in the later one's order."""
    then = {each.link: each.verdict for each in before.judgements}
    now = {each.link: each.verdict for each in after.judgements}
    late = {each.link for each in after.judgements if each.post_hoc or after.post_hoc}
    return tuple(
        VerdictChange(
            link=each,
            before=then.get(each),
            after=now.get(each),
            before_version=before.version,
            after_version=after.version,
            post_hoc=each in late,
        )
        for each in {**now, **then}
        if then.get(each) != now.get(each)
    )


def replayed(first: Theory, rounds: Rounds) -> Theory:
    """Return the theory that all decisions, in order, make of the first version.

    Equal to today's theory as long as nobody edited it by hand between two rounds. Raises
    CannotChangeError when a correction does not fit.
    """
    theory = first
    for each in rounds.decisions:
        theory = corrected(theory, *each.changes)
    return theory


def verify(root: Path) -> tuple[Finding, ...]:
    """Return every record of every theory that was changed, taken out, put in or taken away afterwards."""
    return tuple(
        finding for each in theories_with_rounds(root) for finding in read_rounds(root, each).findings
    )


def newest_seals(root: Path) -> tuple[Newest, ...]:
    """Return each theory's newest seal, to be noted where nobody can reach both it and the records."""
    read = (read_rounds(root, each) for each in theories_with_rounds(root))
    return tuple(
        Newest(theory=each.theory, records=len(each.records), seal=chain.tail(each.records))
        for each in read
        if each.records
    )

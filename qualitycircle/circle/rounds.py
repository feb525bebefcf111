"""Rounds on the disk: `rounds/<theory>/<n>/` with a plan, evaluations and decisions. Only added to.

A plan is frozen before anybody looks at data (BIP 2017; KL 2011 p2), an evaluation is numbered and
never overwritten, and every record is sealed on the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qualitycircle import files
from qualitycircle.circle import chain, ledger, sealed
from qualitycircle.circle.frozen import (
    changed_links,
    frozen_findings,
    is_post_hoc,
    post_hoc_findings,
    post_hoc_links,
)
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.plans import new_plan, write_plan
from qualitycircle.circle.reading import (
    DECISIONS,
    FOLDER,
    PLAN,
    Rounds,
    evaluation_name,
    read_rounds,
    round_file,
)
from qualitycircle.circle.recovery import QC504, recovered
from qualitycircle.circle.values import Plan, Round
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.expectation import plan_content
from qualitycircle.findings import Fact, Finding, Place, error, has_errors, note
from qualitycircle.project import Project
from qualitycircle.theory import Status, Theory

__all__ = [
    "DECISIONS",
    "FOLDER",
    "PLAN",
    "Opened",
    "Recorded",
    "Rounds",
    "changed_links",
    "frozen_findings",
    "is_post_hoc",
    "kept_findings",
    "open_round",
    "post_hoc_findings",
    "post_hoc_links",
    "read_rounds",
    "record_evaluation",
]

QC502 = error("QC502")
QC503 = error("QC503")
QC508 = note("QC508")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A round that was opened (or stood open with the same plan), or why none was."""

    round: Round | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """An evaluation as it was kept: in which round, under which number, in which file.

    `new` is False when the same question to the same data had already given the same answer.
    """

    round: int
    evaluation: Evaluation | None
    file: str = ""
    new: bool = True
    findings: tuple[Finding, ...] = ()


def open_round(project: Project, theory: Theory, content: Mapping[str, Plain], *, date: str) -> Opened:
    """Freeze a theory's test plan, and so open a round.

    `content` is `qualitycircle.expectation.plan_content(theory, project.indicators)`; `date` is today
    (ISO). Opening twice with the same plan changes nothing. A draft, a claim changed without a new
    version, an evaluated round nobody decided on and a broken chain are findings.
    """
    root = Path(project.root)
    with files.locked(root / FOLDER):
        rounds, unfinished = recovered(root, theory.id)
        plan = new_plan(project, theory, content, rounds, date=date)
        findings = (*unfinished, *rounds.findings, *_hindrances(theory, plan, rounds))
        if rounds.interrupted and theory.version > rounds.interrupted.version:
            findings = tuple(each for each in findings if each.code is not QC504)
        if has_errors(findings):
            return Opened(round=None, findings=findings)
        current = rounds.current
        if current is not None and any(each.code is QC508 for each in findings):
            return Opened(round=current, findings=findings)
        write_plan(root, plan, rounds)
        return Opened(round=Round(theory=theory.id, number=plan.round, plan=plan), findings=findings)


def record_evaluation(root: Path, evaluation: Evaluation) -> Recorded:
    """Keep an evaluation in the theory's current round, under the next number, for good.

    The same question to the same data gives no second record. Without a frozen plan a round is
    opened all the same, and everything in it is post hoc.
    """
    with files.locked(root / FOLDER):
        rounds, unfinished = recovered(root, evaluation.theory)
        current = rounds.current or Round(theory=evaluation.theory, number=1)
        number, latest = current.number, current.latest
        findings = (*unfinished, *rounds.findings)
        if has_errors(findings):
            return Recorded(round=number, evaluation=None, new=False, findings=findings)
        if latest is not None and _same_answer(latest, evaluation):
            file = round_file(evaluation.theory, number, evaluation_name(latest.number))
            return Recorded(round=number, evaluation=latest, file=file, new=False)
        numbered = replace(evaluation, number=rounds.next_evaluation)
        file = round_file(evaluation.theory, number, evaluation_name(numbered.number))
        text = sealed.sealed_json(_to_json(numbered), previous=chain.tail(rounds.records))
        ledger.begin(root, evaluation.theory, rounds.records)
        files.create(root / file, text)
        ledger.note(root, evaluation.theory, file, sealed.seal_of(text))
        return Recorded(round=number, evaluation=numbered, file=file)


def kept_findings(project: Project, theory: Theory) -> tuple[Finding, ...]:
    """Return what keeps a theory from being held against data: records that were changed or taken away,
    and a claim changed without a new version since its plan was frozen."""
    rounds = read_rounds(Path(project.root), theory.id)
    return (*rounds.findings, *frozen_findings(theory, plan_content(theory, project.indicators), rounds))


def _hindrances(theory: Theory, plan: Plan, rounds: Rounds) -> Iterator[Finding]:
    """Yield what stands in the way of opening a round with this plan."""
    current = rounds.current
    if theory.status is Status.DRAFT:
        place = theory.places.get("status", theory.place)
        yield Finding(code=QC502, place=place, facts={"theory": theory.id})
    yield from frozen_findings(theory, plan.content, rounds)
    if current is None or current.closing:
        return
    facts: dict[str, Fact] = {"theory": theory.id, "round": current.number}
    if current.plan is not None and current.plan.fingerprint == plan.fingerprint:
        place = Place(file=round_file(theory.id, current.number, PLAN))
        yield Finding(code=QC508, place=place, facts={**facts, "date": current.plan.date})
    elif current.latest is not None:
        number = current.latest.number
        place = Place(file=round_file(theory.id, current.number, evaluation_name(number)))
        yield Finding(code=QC503, place=place, facts={**facts, "evaluation": number})


def _same_answer(one: Evaluation, two: Evaluation) -> bool:
    return replace(one, number=0, date="") == replace(two, number=0, date="")


def _to_json(evaluation: Evaluation) -> str:
    from qualitycircle.evaluation.record import to_json

    return to_json(evaluation)

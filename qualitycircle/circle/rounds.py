"""Rounds on the disk: `rounds/<theory>/<n>/` with a plan, evaluations and decisions. Only added to.

A plan is frozen before anybody looks at data (BIP 2017; KL 2011 p2), an evaluation is numbered and
never overwritten, and every record is sealed on the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from qualitycircle import files
from qualitycircle.circle import chain, sealed
from qualitycircle.circle.fingerprints import mapping_fingerprint, plan_fingerprint
from qualitycircle.circle.frozen import changed_links, frozen_findings, is_post_hoc, post_hoc_links
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.reading import (
    DECISIONS,
    FOLDER,
    PLAN,
    Rounds,
    evaluation_name,
    read_rounds,
    round_file,
)
from qualitycircle.circle.records import plan_text
from qualitycircle.circle.values import Plan, Round
from qualitycircle.evaluation.values import Evaluation
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
    "new_plan",
    "open_round",
    "post_hoc_links",
    "read_rounds",
    "record_evaluation",
    "write_plan",
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
        rounds = read_rounds(root, theory.id)
        plan = new_plan(project, theory, content, rounds, date=date)
        findings = (*rounds.findings, *_hindrances(theory, plan, rounds))
        if has_errors(findings):
            return Opened(round=None, findings=findings)
        current = rounds.current
        if current is not None and any(each.code is QC508 for each in findings):
            return Opened(round=current, findings=findings)
        write_plan(root, plan, rounds)
        return Opened(round=Round(theory=theory.id, number=plan.round, plan=plan), findings=findings)


def new_plan(
    project: Project, theory: Theory, content: Mapping[str, Plain], rounds: Rounds, *, date: str
) -> Plan:
    """Return the plan that would be frozen now, for the round after those there are."""
    text = (Path(project.root) / theory.place.file).read_bytes().decode("utf-8")
    return Plan(
        theory=theory.id,
        round=1 + max((each.number for each in rounds.rounds), default=0),
        version=theory.version,
        date=date,
        fingerprint=plan_fingerprint(content),
        mapping=mapping_fingerprint(project.settings),
        content=content,
        text=text,
    )


def write_plan(root: Path, plan: Plan, rounds: Rounds) -> None:
    """Add a plan to the chain. The caller holds the lock on the rounds."""
    path = root / FOLDER / plan.theory / str(plan.round) / PLAN
    files.create(path, sealed.sealed_yaml(plan_text(plan), previous=chain.tail(rounds.records)))


def record_evaluation(root: Path, evaluation: Evaluation) -> Recorded:
    """Keep an evaluation in the theory's current round, under the next number, for good.

    The same question to the same data gives no second record. Without a frozen plan a round is
    opened all the same, and everything in it is post hoc.
    """
    with files.locked(root / FOLDER):
        rounds = read_rounds(root, evaluation.theory)
        current = rounds.current or Round(theory=evaluation.theory, number=1)
        number = current.number + 1 if current.closing else current.number
        if has_errors(rounds.findings):
            return Recorded(round=number, evaluation=None, new=False, findings=rounds.findings)
        latest = None if current.closing else current.latest
        if latest is not None and _same_answer(latest, evaluation):
            file = round_file(evaluation.theory, number, evaluation_name(latest.number))
            return Recorded(round=number, evaluation=latest, file=file, new=False)
        numbered = replace(evaluation, number=rounds.next_evaluation)
        file = round_file(evaluation.theory, number, evaluation_name(numbered.number))
        text = sealed.sealed_json(_to_json(numbered), previous=chain.tail(rounds.records))
        files.create(root / file, text)
        return Recorded(round=number, evaluation=numbered, file=file)


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

"""Decisions: people accept, reject or change proposals, with a reason, and the theory follows.

A decision is carried out in three steps: it is added to `decisions.yml` with the hash of the old
theory and the whole new text (from then on it stands), the theory's file is replaced, and the next
round's plan is frozen. Whatever stops the process between two steps, `recover` does the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualitycircle import files
from qualitycircle.circle import chain, ledger, sealed
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.plans import new_plan
from qualitycircle.circle.proposals import Proposal, proposals
from qualitycircle.circle.reading import DECISIONS, FOLDER, Rounds, read_rounds, round_file
from qualitycircle.circle.records import decision_text
from qualitycircle.circle.recovery import perform, read_again, recover, recovered
from qualitycircle.circle.values import Answer, Choice, Decision, Round
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.expectation import plan_content
from qualitycircle.findings import Fact, Finding, Place, error, has_errors, warning
from qualitycircle.project import Project
from qualitycircle.theory import Status, Theory
from qualitycircle.theory.change import (
    AddLink,
    CannotChangeError,
    Change,
    Keep,
    ReverseLink,
    TurnLink,
    WeakenLink,
    corrected,
)
from qualitycircle.vocabulary.cpr import holds_cpr

QC502 = error("QC502")
QC509 = warning("QC509")
QC510 = error("QC510")
QC511 = error("QC511")
QC512 = error("QC512")
QC513 = error("QC513")
QC514 = error("QC514")
QC515 = error("QC515")
QC520 = error("QC520")

__all__ = ["Answer", "Choice", "Decided", "decide", "preview", "recover"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that stands, and the theory after it; or why nothing was decided."""

    decision: Decision | None
    theory: Theory
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sitting:
    """What a decision is made on: the theory as it stands, its text, its rounds and its proposals."""

    project: Project
    theory: Theory
    text: str
    rounds: Rounds
    round: Round
    evaluation: Evaluation | None
    offered: tuple[Proposal, ...]

    def proposal(self, id: str) -> Proposal | None:
        return next((each for each in self.offered if each.id == id), None)


def decide(project: Project, theory: Theory, choices: Sequence[Choice], *, date: str) -> Decided:
    """Record answers to the latest evaluation's proposals and carry them out, all or none.

    A choice names a proposal's id; ACCEPTED does what was proposed, CHANGED does the choice's own
    `changes` instead, REJECTED nothing. A choice with proposal "" is the decider's own correction (a
    step in competence development has a reason and no changes). Every choice needs a reason. All
    changes together make one new version, and close the round; so do keeping on purpose and having
    answered everything. What stands in the way is a finding, and then nothing is written.
    """
    root = Path(project.root)
    with files.locked(root / FOLDER):
        rounds, unfinished = recovered(root, theory.id)
        hindrances = (*unfinished, *rounds.findings)
        if has_errors(hindrances):
            return Decided(decision=None, theory=theory, findings=hindrances)
        sitting = _sitting(project, theory, rounds)
        prepared = _prepared(sitting, choices, date)
        if prepared.decision is not None:
            after = _write(root, prepared.decision, rounds)
            perform(root, prepared.decision, after, now=prepared.decision.before)
        return prepared


def preview(project: Project, theory: Theory, choices: Sequence[Choice], *, date: str) -> Decided:
    """Return what `decide` would do, and write nothing: a change is shown before it is made.

    `theory` of the result is the corrected theory (compare with `theory.change.difference`), and its
    decision holds the new text.
    """
    rounds = read_rounds(Path(project.root), theory.id)
    if has_errors(rounds.findings):
        return Decided(decision=None, theory=theory, findings=rounds.findings)
    return _prepared(_sitting(project, theory, rounds), choices, date)


def _sitting(project: Project, theory: Theory, rounds: Rounds) -> _Sitting:
    current = rounds.current or Round(theory=theory.id, number=1)
    offered = proposals(theory, current.latest, project.indicators) if current.latest else ()
    return _Sitting(
        project=project,
        theory=theory,
        text=_read(Path(project.root) / theory.place.file),
        rounds=rounds,
        round=current,
        evaluation=current.latest,
        offered=offered,
    )


def _objections(sitting: _Sitting, choices: Sequence[Choice]) -> Iterator[Finding]:
    """Yield every reason why these choices cannot stand."""
    place, evaluation = sitting.theory.place, sitting.evaluation
    facts: dict[str, Fact] = {"theory": sitting.theory.id, "round": sitting.round.number}
    if sitting.theory.status is Status.DRAFT:
        yield Finding(code=QC502, place=sitting.theory.places.get("status", place), facts=facts)
    if _is_old(sitting):
        yield read_again(sitting.theory.id, place.file)
        return
    asks = any(each.proposal for each in choices)
    if not choices or (asks and evaluation is None):
        yield Finding(code=QC510, place=place, facts=facts)
        return
    if asks and evaluation is not None and evaluation.version != sitting.theory.version:
        versions: dict[str, Fact] = {"judged": evaluation.version, "version": sitting.theory.version}
        yield Finding(code=QC511, place=place, facts={**facts, **versions})
        return
    for each in choices:
        if each.proposal and sitting.proposal(each.proposal) is None:
            known = tuple(one.id for one in sitting.offered)
            yield Finding(code=QC512, place=place, facts={**facts, "id": each.proposal, "known": known})
        if not each.reason.strip():
            yield Finding(code=QC513, place=place, facts={**facts, "id": each.proposal})
        if holds_cpr(each.reason):
            yield Finding(code=QC520, place=place, facts={**facts, "id": each.proposal})


def _is_old(sitting: _Sitting) -> bool:
    """Say whether somebody changed the file since the theory was read: what is shared is not compared."""
    from qualitycircle.loading.build import theory_from_text

    now, _ = theory_from_text(sitting.text, file=sitting.theory.place.file)
    then = sitting.theory
    return now is None or (now.version, now.status, now.links) != (then.version, then.status, then.links)


def _completed(sitting: _Sitting, choice: Choice) -> Choice:
    """Return a choice with the proposal's changes (when accepted as it is) and its numbers."""
    proposal = sitting.proposal(choice.proposal)
    if proposal is None:
        return choice
    changes: tuple[Change, ...] = {
        Answer.ACCEPTED: proposal.changes,
        Answer.CHANGED: choice.changes,
        Answer.REJECTED: (),
    }[choice.answer]
    reasoned = tuple(_with_reason(each, choice.reason) for each in changes)
    return replace(choice, changes=reasoned, evidence=_shortened(proposal.evidence))


def _shortened(evidence: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """Return numbers with six digits, for people; every digit stands in the evaluation."""
    return {
        key: float(f"{value:.6g}") if isinstance(value, float) else value for key, value in evidence.items()
    }


def _with_reason(change: Change, reason: str) -> Change:
    """Return a change of a claim with the decider's reason as the claim's: the old one no longer fits."""
    because = " ".join(reason.split())
    match change:
        case ReverseLink(because="") | TurnLink(because="") | WeakenLink(because=""):
            return replace(change, because=because)
        case AddLink(link=link) if not link.because:
            return replace(change, link=replace(link, because=because))
        case _:
            return change


def _prepared(sitting: _Sitting, choices: Sequence[Choice], date: str) -> Decided:
    """Return the decision as it would stand, or every reason why it cannot."""
    theory, findings = sitting.theory, tuple(_objections(sitting, choices))
    if has_errors(findings):
        return Decided(decision=None, theory=theory, findings=findings)
    decision = _decision(sitting, tuple(_completed(sitting, each) for each in choices), date)
    try:
        new = corrected(theory, *decision.changes)
        text = _new_text(sitting, decision.changes) if new != theory else sitting.text
    except CannotChangeError as wrong:
        return Decided(decision=None, theory=theory, findings=(_misfit(theory, wrong),))
    if text is None:
        unwritable = Finding(code=QC515, place=theory.place, facts={"theory": theory.id})
        return Decided(decision=None, theory=theory, findings=(unwritable,))
    decision = _completed_decision(sitting, decision, new, text)
    return Decided(decision=decision, theory=new, findings=tuple(_undecided(sitting, decision)))


def _decision(sitting: _Sitting, choices: tuple[Choice, ...], date: str) -> Decision:
    answered = {each.proposal for each in choices}
    earlier = {choice.proposal for each in sitting.round.decisions for choice in each.choices}
    undecided = tuple(
        each.id for each in sitting.offered if each.id not in answered | earlier and not _is_keep(each)
    )
    return Decision(
        theory=sitting.theory.id,
        round=sitting.round.number,
        number=1 + len(sitting.rounds.decisions),
        date=date,
        evaluation=sitting.evaluation.number if sitting.evaluation else 0,
        choices=choices,
        undecided=undecided,
        file=sitting.theory.place.file,
    )


def _completed_decision(sitting: _Sitting, decision: Decision, new: Theory, text: str) -> Decision:
    """Return a decision with everything that is needed to carry it out."""
    keeps = any(isinstance(each, Keep) for each in decision.changes)
    closes = new != sitting.theory or keeps or not decision.undecided
    decision = replace(
        decision,
        closes=closes,
        version=new.version,
        before=files.text_hash(sitting.text),
        after=files.text_hash(text),
        text=text if text != sitting.text else "",
    )
    if not closes:
        return decision
    content: Mapping[str, Plain] = plan_content(new, sitting.project.indicators)
    plan = new_plan(sitting.project, new, content, sitting.rounds, date=decision.date, text=text)
    return replace(decision, next_plan=replace(plan, round=decision.round + 1))


def _new_text(sitting: _Sitting, changes: Sequence[Change]) -> str | None:
    """Return the corrected text, or None when it does not read back as the corrected theory."""
    from qualitycircle.loading.correct import CannotSpliceError, corrected_text

    try:
        return corrected_text(sitting.text, *changes)
    except CannotSpliceError:
        return None


def _write(root: Path, decision: Decision, rounds: Rounds) -> Rounds:
    """Add a decision to its round's file: the moment from which it stands."""
    file = round_file(decision.theory, decision.round, DECISIONS)
    before = _read(root / file) if (root / file).exists() else ""
    block = sealed.sealed_yaml(decision_text(decision), previous=chain.tail(rounds.records), indent="  ")
    ledger.begin(root, decision.theory, rounds.records)
    files.replace(root / file, before + block)
    ledger.note(root, decision.theory, file, sealed.seal_of(block))
    return read_rounds(root, decision.theory)


def _undecided(sitting: _Sitting, decision: Decision) -> Iterator[Finding]:
    if decision.closes and decision.undecided:
        facts: dict[str, Fact] = {"theory": decision.theory, "proposals": decision.undecided}
        place = Place(file=round_file(decision.theory, decision.round, DECISIONS))
        yield Finding(code=QC509, place=place, facts=facts)


def _misfit(theory: Theory, wrong: CannotChangeError) -> Finding:
    facts: dict[str, Fact] = {"theory": theory.id, "subject": wrong.subject, "present": str(wrong.present)}
    return Finding(code=QC514, place=theory.place, facts=facts)


def _is_keep(proposal: Proposal) -> bool:
    return any(isinstance(each, Keep) for each in proposal.changes)


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")

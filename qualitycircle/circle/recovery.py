"""Finishing decisions that a crash interrupted. What was decided stands; only the rest is done."""

from __future__ import annotations

from pathlib import Path

from qualitycircle import files
from qualitycircle.circle.plans import write_plan
from qualitycircle.circle.reading import (
    FOLDER,
    Rounds,
    ends_with_decisions,
    read_rounds,
    theories_with_rounds,
)
from qualitycircle.circle.values import Decision
from qualitycircle.findings import Fact, Finding, Place, error, has_errors

QC504 = error("QC504")
QC517 = error("QC517")


def recover(root: Path) -> tuple[Finding, ...]:
    """Finish interrupted decisions of every theory; call it when a command starts, before loading.

    Nothing to do is the rule. A theory that somebody changed after the decision is left alone and
    reported.
    """
    waiting = [each for each in theories_with_rounds(root) if ends_with_decisions(root, each)]
    if not waiting:
        return ()
    with files.locked(root / FOLDER):
        found = [finding for each in waiting for finding in recovered(root, each)[1]]
    return tuple(each for each in found if each.code is not QC517)


def recovered(root: Path, theory: str) -> tuple[Rounds, tuple[Finding, ...]]:
    """Return a theory's rounds with an interrupted decision carried out, or why it could not be.

    When something was carried out, whatever the caller has read of the theory is old, and a finding
    says so. The caller holds the lock on the rounds.
    """
    rounds = read_rounds(root, theory)
    decision = rounds.interrupted
    if decision is None or has_errors(rounds.findings):
        return rounds, ()
    path = root / decision.file
    now = _hash(path) if path.is_file() else ""
    if now not in (decision.before, decision.after):
        facts: dict[str, Fact] = {"theory": theory, "round": decision.round, "version": decision.version}
        return rounds, (Finding(code=QC504, place=Place(file=decision.file), facts=facts),)
    perform(root, decision, rounds, now=now)
    return read_rounds(root, theory), (read_again(theory, decision.file),)


def read_again(theory: str, file: str) -> Finding:
    """Return the finding that the theory is another than the one the command began with."""
    return Finding(code=QC517, place=Place(file=file), facts={"theory": theory})


def perform(root: Path, decision: Decision, rounds: Rounds, *, now: str) -> None:
    """Do what a decision says, from whatever step it was left at; `now` is the theory file's hash."""
    if decision.text and now != decision.after:
        path = files.inside(root, decision.file)
        files.clear_leftovers(path.parent)
        files.replace(path, decision.text)
    if decision.next_plan is not None:
        write_plan(root, decision.next_plan, rounds)


def _hash(path: Path) -> str:
    return files.text_hash(path.read_bytes().decode("utf-8", "replace"))

"""Reading `rounds/<theory>/<n>/`: plan.yml, evaluation-<k>.json and decisions.yml, as values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from qualitycircle import files
from qualitycircle.circle import chain, ledger, sealed
from qualitycircle.circle.readable import UnreadableError
from qualitycircle.circle.records import decision_blocks, decision_from, plan_from
from qualitycircle.circle.values import Decision, Plan, Round
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.findings import Finding, Place, error

FOLDER = ledger.FOLDER
PLAN = "plan.yml"
DECISIONS = "decisions.yml"

QC507 = error("QC507")

_EVALUATION = re.compile(r"evaluation-([1-9][0-9]{0,8})\.json")

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """What a theory's rounds hold, in order, and what is wrong with the records."""

    theory: str
    rounds: tuple[Round, ...] = ()
    records: tuple[chain.Record, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def current(self) -> Round | None:
        return self.rounds[-1] if self.rounds else None

    @property
    def plans(self) -> tuple[Plan, ...]:
        return tuple(each.plan for each in self.rounds if each.plan is not None)

    @property
    def evaluations(self) -> tuple[Evaluation, ...]:
        return tuple(evaluation for each in self.rounds for evaluation in each.evaluations)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(decision for each in self.rounds for decision in each.decisions)

    @property
    def interrupted(self) -> Decision | None:
        """Return the decision whose next round was never opened, if that is how the rounds end."""
        return self.current.closing if self.current is not None else None

    @property
    def next_evaluation(self) -> int:
        """Return the number of the next evaluation; numbers run through all rounds."""
        return 1 + max((each.number for each in self.evaluations), default=0)


def read_rounds(root: Path, theory: str) -> Rounds:
    """Read all rounds of a theory. A record that was changed, taken away or is not ours is a finding."""
    parts = [_read_round(root, theory, number) for number in _numbers(root / FOLDER / theory)]
    records = tuple(record for each in parts for record in each.records)
    found = tuple(finding for each in parts for finding in each.findings)
    breaks = () if found else chain.broken_links(records) or ledger.missing(root, theory, records)
    return Rounds(
        theory=theory,
        rounds=tuple(round for each in parts for round in each.rounds),
        records=records,
        findings=(*found, *breaks),
    )


def ends_with_decisions(root: Path, theory: str) -> bool:
    """Say, from the names of files alone, whether a theory's latest round may be waiting for the next."""
    folder = root / FOLDER / theory
    folders = (folder / str(each) for each in reversed(_numbers(folder)))
    names = ({each.name for each in inside.iterdir()} for inside in folders)
    latest = next(
        (each for each in names if PLAN in each or DECISIONS in each or _holds_evaluation(each)), set()
    )
    return DECISIONS in latest


def theories_with_rounds(root: Path) -> tuple[str, ...]:
    """Return the ids of the theories that have rounds, or had some."""
    folder = root / FOLDER
    if not folder.is_dir():
        return ()
    found = {each.name for each in folder.iterdir() if each.is_dir() and _numbers(each)}
    return tuple(sorted(found.union(ledger.theories_listed(root))))


def round_file(theory: str, number: int, name: str) -> str:
    """Return where a round's file stands, from the project's folder, with `/`.

    A theory's id is the name of a folder and never a path: files.OutsideError.
    """
    return f"{FOLDER}/{files.one_name(theory)}/{number}/{name}"


def evaluation_name(number: int) -> str:
    """Return the name of an evaluation's file."""
    return f"evaluation-{number}.json"


def _holds_evaluation(names: set[str]) -> bool:
    return any(_EVALUATION.fullmatch(each) for each in names)


def _numbers(folder: Path) -> list[int]:
    if not folder.is_dir():
        return []
    names = (each.name for each in folder.iterdir() if each.is_dir())
    return sorted(int(each) for each in names if re.fullmatch(r"[1-9][0-9]{0,8}", each))


@dataclass(frozen=True, slots=True)
class _Sealed:
    """A record as it stands in a file; `unsealed` is None when it was changed."""

    file: str
    unsealed: sealed.Unsealed | None


def _read_round(root: Path, theory: str, number: int) -> Rounds:
    """Read one round's folder; an empty one (a killed process left it) is no round."""
    folder = root / FOLDER / theory / str(number)
    plans = _plan_records(folder, round_file(theory, number, PLAN))
    evaluations = _evaluation_records(folder, theory, number)
    decisions = _decision_records(folder, round_file(theory, number, DECISIONS))
    kept = (*plans, *evaluations, *decisions)
    problems: list[Finding] = [chain.changed(each.file) for each in kept if each.unsealed is None]
    round = Round(
        theory=theory,
        number=number,
        plan=next(iter(_parsed(plans, plan_from, problems)), None),
        evaluations=_parsed(evaluations, _from_json, problems),
        decisions=_parsed(decisions, decision_from, problems),
    )
    records = (
        chain.Record(file=each.file, previous=each.unsealed.previous, seal=each.unsealed.seal)
        for each in kept
        if each.unsealed is not None
    )
    return Rounds(
        theory=theory, rounds=(round,) if kept else (), records=tuple(records), findings=tuple(problems)
    )


def _plan_records(folder: Path, file: str) -> tuple[_Sealed, ...]:
    path = folder / PLAN
    return (_Sealed(file, sealed.unsealed_yaml(_text(path))),) if path.exists() else ()


def _evaluation_records(folder: Path, theory: str, number: int) -> tuple[_Sealed, ...]:
    matches = (_EVALUATION.fullmatch(each.name) for each in folder.iterdir())
    names = [each[0] for each in sorted((each for each in matches if each), key=lambda each: int(each[1]))]
    return tuple(
        _Sealed(round_file(theory, number, each), sealed.unsealed_json(_text(folder / each)))
        for each in names
    )


def _decision_records(folder: Path, file: str) -> tuple[_Sealed, ...]:
    path = folder / DECISIONS
    if not path.exists():
        return ()
    blocks = decision_blocks(_text(path)) or ("",)
    return tuple(_Sealed(file, sealed.unsealed_yaml(each)) for each in blocks)


def _text(path: Path) -> str:
    """Return a file's text; what is not UTF-8 cannot carry a whole seal, so it reads as changed."""
    return path.read_bytes().decode("utf-8", "replace")


def _parsed(
    kept: tuple[_Sealed, ...], parse: Callable[[str], Value], problems: list[Finding]
) -> tuple[Value, ...]:
    """Return what the whole records say; one that is whole but not ours is a problem."""
    values: list[Value] = []
    for each in kept:
        if each.unsealed is None:
            continue
        try:
            values.append(parse(each.unsealed.content))
        except UnreadableError:
            problems.append(Finding(code=QC507, place=Place(file=each.file), facts={"file": each.file}))
    return tuple(values)


def _from_json(text: str) -> Evaluation:
    from qualitycircle.evaluation.record import from_json

    try:
        return from_json(text)
    except (ValueError, LookupError, TypeError) as wrong:
        raise UnreadableError(str(wrong)) from None

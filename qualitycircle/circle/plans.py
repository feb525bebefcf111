"""Making a plan and adding it to the chain."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from qualitycircle import files
from qualitycircle.circle import chain, ledger, sealed
from qualitycircle.circle.fingerprints import mapping_fingerprint, plan_fingerprint
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.reading import PLAN, Rounds, round_file
from qualitycircle.circle.records import plan_text
from qualitycircle.circle.values import Plan
from qualitycircle.project import Project
from qualitycircle.theory import Theory


def new_plan(
    project: Project,
    theory: Theory,
    content: Mapping[str, Plain],
    rounds: Rounds,
    *,
    date: str,
    text: str | None = None,
) -> Plan:
    """Return the plan that would be frozen now, for the round after those there are.

    `text` is the theory as written; None means as it stands in its file.
    """
    if text is None:
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
    file = round_file(plan.theory, plan.round, PLAN)
    text = sealed.sealed_yaml(plan_text(plan), previous=chain.tail(rounds.records))
    ledger.begin(root, plan.theory, rounds.records)
    files.create(root / file, text)
    ledger.note(root, plan.theory, file, sealed.seal_of(text))

"""A theory held against a project's data: the whole of `circle evaluate` but the writing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from qualitycircle.circle.fingerprints import theory_fingerprint
from qualitycircle.circle.frozen import post_hoc_links
from qualitycircle.circle.plain import Plain
from qualitycircle.circle.reading import Rounds, read_rounds
from qualitycircle.circle.seen import suggested_by_these_data
from qualitycircle.evaluation.values import Evaluation, Fingerprints
from qualitycircle.expectation import expectations, plan_content
from qualitycircle.project import Project
from qualitycircle.theory import Theory

if TYPE_CHECKING:
    from qualitycircle.data.observe import Observed

_SOFTWARE = ("qualitycircle", "numpy", "scipy", "duckdb", "pyarrow")


def hold(
    project: Project,
    theory: Theory,
    observed: Observed,
    *,
    date: str,
    tick: Callable[[str], None] | None = None,
) -> Evaluation:
    """Hold what was observed against every link of a theory and return the evaluation, unwritten.

    `date` is today (ISO). A link whose test was not frozen, just so, before the first data row is
    marked post hoc (requirements U22); the evaluation as a whole is, when no link was frozen. A claim
    that these very data suggested is at most weak.
    """
    from qualitycircle.evaluation.evaluate import evaluate

    rounds = read_rounds(Path(project.root), theory.id)
    content: Mapping[str, Plain] = plan_content(theory, project.indicators)
    late = frozenset(post_hoc_links(rounds, content, observed.summary.first_date))
    expected = expectations(theory, project.indicators)
    evaluation = evaluate(
        theory,
        expected,
        observed.source,
        number=rounds.next_evaluation,
        date=date,
        post_hoc=len(late) == len(theory.links),
        fingerprints=_fingerprints(theory, rounds, observed.fingerprint),
        indicators=project.indicators,
        smallest_cell=project.settings.privacy.smallest_cell,
        synthetic=project.settings.synthetic,
        suggested=suggested_by_these_data(rounds, expected, observed),
        tick=tick,
    )
    judgements = tuple(replace(each, post_hoc=each.link in late) for each in evaluation.judgements)
    return replace(evaluation, judgements=judgements)


def _fingerprints(theory: Theory, rounds: Rounds, data: str) -> Fingerprints:
    plan = rounds.current.plan if rounds.current is not None else None
    return Fingerprints(
        theory=theory_fingerprint(theory),
        plan=plan.fingerprint if plan is not None else "",
        data=data,
        software={each: _version(each) for each in _SOFTWARE},
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "0"

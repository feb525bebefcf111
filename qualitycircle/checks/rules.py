"""Is it sound? Every rule is a function, and all of them stand in one tuple.

`check` holds one theory against its indicators, before any data; `check_project` all of a project's
theories. Nothing is raised and nothing stops at the first: what is wrong is a value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qualitycircle.checks import (
    goals,
    knowledge,
    laboratory,
    links,
    measurement,
    moderators,
    practice,
    reach,
    reasons,
    references,
)
from qualitycircle.checks.context import Context, Rule
from qualitycircle.findings import Finding, Severity, in_reading_order, note
from qualitycircle.indicators import Indicators
from qualitycircle.project import Project
from qualitycircle.theory import Moderator, Status, Theory

RULES: tuple[Rule, ...] = (
    *links.RULES,
    *reach.RULES,
    *measurement.RULES,
    *goals.RULES,
    *moderators.RULES,
    *reasons.RULES,
    *knowledge.RULES,
    *references.RULES,
    *practice.RULES,
)

MISSING = frozenset({"QC308", "QC311", "QC313"})
"""Errors that say something is missing: in a draft they are warnings."""

_FOLLOW_A_LINK = frozenset({"QC306", "QC308", "QC309", "QC311", "QC312"})
"""What a link that could not be read makes seem missing."""
_FOLLOW_AN_ELEMENT = frozenset({"QC301", "QC321"})
"""What a column that could not be read makes seem missing."""

QC339 = note("QC339")


def check(
    theory: Theory, indicators: Indicators, *, library: Sequence[Moderator] = ()
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a theory's meaning, in reading order.

    What a draft lacks is a warning; a warning the theory accepts with a reason is a note.
    """
    context = Context(theory=theory, indicators=indicators, library=tuple(library))
    found = [each for rule in RULES for each in rule(theory, context) if not _follows(each, theory)]
    return in_reading_order((*_as_declared(found, theory), *_accepted_for_nothing(found, theory)))


def check_project(project: Project) -> tuple[Finding, ...]:
    """Return what is wrong with the theories of a project, and with the laboratory that holds them."""
    of_theories = (
        found
        for each in project.theories
        for found in check(each, project.indicators, library=project.library)
    )
    return in_reading_order((*of_theories, *laboratory.findings(project)))


def accept(findings: Iterable[Finding], theory: Theory) -> tuple[Finding, ...]:
    """Return the findings with the theory's reasons on the warnings it accepts."""
    return tuple(
        replace(each, accepted=theory.accepted.get(each.code.id, "") or each.accepted) for each in findings
    )


def _follows(finding: Finding, theory: Theory) -> bool:
    """Say whether a finding only says again that something in the text could not be read."""
    if finding.code.id in _FOLLOW_A_LINK:
        return bool(theory.unread)
    return finding.code.id in _FOLLOW_AN_ELEMENT and bool(theory.unread - {"sammenhænge"})


def _as_declared(found: Iterable[Finding], theory: Theory) -> tuple[Finding, ...]:
    draft = theory.status is Status.DRAFT
    softened = (replace(each, softened=True) if draft and each.code.id in MISSING else each for each in found)
    return accept(softened, theory)


def _accepted_for_nothing(found: Sequence[Finding], theory: Theory) -> Iterator[Finding]:
    """QC339: what is accepted is a warning that is there; an error cannot be accepted."""
    raised = {each.code.id for each in found if each.code.severity is Severity.WARNING}
    place = theory.places.get("accepteret", theory.place)
    for code in theory.accepted:
        if code.startswith("QC3") and code not in raised:
            yield Finding(code=QC339, place=place, facts={"code": code})

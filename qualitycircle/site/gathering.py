"""From a project's folder to the contents of its site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from qualitycircle.checks.rules import check_project
from qualitycircle.circle.reading import Rounds, read_rounds
from qualitycircle.circle.status import status
from qualitycircle.findings import Severity, in_reading_order
from qualitycircle.loading.project import load
from qualitycircle.project import Project
from qualitycircle.rendering import testability
from qualitycircle.site.contents import Contents, Story
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language


def gather(root: Path, *, language: Language | None = None) -> Contents:
    """Read a project and what its rounds have brought."""
    loaded = load(root)
    kept = {each.id: read_rounds(root, each.id) for each in loaded.project.theories}
    broken = (finding for each in kept.values() for finding in each.findings)
    found = in_reading_order((*loaded.findings, *check_project(loaded.project), *broken))
    errors = tuple(each for each in found if each.severity is Severity.ERROR)
    return replace(told(loaded.project, kept, language=language), errors=errors)


def told(project: Project, rounds: Mapping[str, Rounds], *, language: Language | None = None) -> Contents:
    """Return what a site tells of a project and the rounds of its theories."""
    if language is not None:
        project = replace(project, settings=replace(project.settings, language=language))
    stories = tuple(
        _story(project, each, rounds.get(each.id, Rounds(theory=each.id))) for each in project.theories
    )
    return Contents(project=project, language=project.settings.language, stories=stories)


def _story(project: Project, theory: Theory, rounds: Rounds) -> Story:
    language, indicators = project.settings.language, project.indicators
    return Story(
        theory=theory,
        status=status(project, theory, rounds),
        headline=testability.headline(theory, indicators, language),
        rows=testability.rows(theory, indicators, language),
        rounds=rounds.rounds,
    )

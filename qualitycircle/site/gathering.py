"""From a project's folder to the contents of its site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from qualitycircle.circle.reading import read_rounds
from qualitycircle.circle.values import Round, State
from qualitycircle.loading.project import load
from qualitycircle.project import Project
from qualitycircle.rendering import testability
from qualitycircle.site.contents import Contents, Station, Story
from qualitycircle.theory import Status, Theory
from qualitycircle.vocabulary.language import Language


def gather(root: Path, *, language: Language | None = None) -> Contents:
    """Read a project and what its rounds have brought."""
    project = load(root).project
    kept = {each.id: read_rounds(root, each.id).rounds for each in project.theories}
    return told(project, kept, language=language)


def told(
    project: Project, rounds: dict[str, tuple[Round, ...]], *, language: Language | None = None
) -> Contents:
    """Return what a site tells of a project and the rounds of its theories."""
    if language is not None:
        project = replace(project, settings=replace(project.settings, language=language))
    stories = tuple(_story(project, each, rounds.get(each.id, ())) for each in project.theories)
    return Contents(project=project, language=project.settings.language, stories=stories)


def _story(project: Project, theory: Theory, rounds: tuple[Round, ...]) -> Story:
    language, indicators = project.settings.language, project.indicators
    return Story(
        theory=theory,
        headline=testability.headline(theory, indicators, language),
        rows=testability.rows(theory, indicators, language),
        rounds=rounds,
        station=_station(theory, rounds),
    )


def _station(theory: Theory, rounds: Sequence[Round]) -> Station:
    """Return where a theory stands: what it waits for now."""
    if theory.status is Status.DRAFT:
        return Station.THEORY
    if not rounds:
        return Station.INDICATORS
    match rounds[-1].state:
        case State.PLANNED:
            return Station.DATA
        case State.EVALUATED:
            return Station.CORRECTION
        case State.DECIDED:
            return Station.GOALS

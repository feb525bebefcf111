"""From a project's folder to the contents of its site."""

from __future__ import annotations

from pathlib import Path

from qualitycircle.expectation import expectations
from qualitycircle.loading.project import load
from qualitycircle.project import Project
from qualitycircle.site.contents import Contents, Station, Story, Turn
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language


def gather(root: Path, *, language: Language | None = None) -> Contents:
    """Read a project and what its rounds have brought."""
    project = load(root).project
    stories = tuple(story(project, each) for each in project.theories)
    return Contents(project=project, language=language or project.settings.language, stories=stories)


def story(project: Project, theory: Theory, turns: tuple[Turn, ...] = ()) -> Story:
    """Return a theory with its expectations, its turns and where it stands."""
    expected = expectations(theory, project.indicators)
    return Story(theory=theory, expectations=expected, turns=turns, station=Station.INDICATORS)

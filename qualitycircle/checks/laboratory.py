"""Rules about a laboratory: its tracks name theories and themes that are there (KL 2011 p1-2)."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.checks.context import suggested, where
from qualitycircle.findings import Finding, error, warning
from qualitycircle.project import Project, Track

QC342 = error("QC342")
QC343 = error("QC343")
QC344 = warning("QC344")


def findings(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the laboratory of a project."""
    for track in _tracks(project):
        yield from unknown_theories(track, project)
        yield from unknown_themes(track, project)
        yield from undocumented_initiatives(track, project)


def unknown_theories(track: Track, project: Project) -> Iterator[Finding]:
    """QC342: a track, a theme or an initiative names theories of the project."""
    known = [each.id for each in project.theories]
    named = (*track.theories, *(id for each in track.initiatives for id in each.theories))
    for id in dict.fromkeys(named):
        if id not in known:
            facts = {"track": track.id, "theory": id, **suggested(id, known)}
            yield Finding(code=QC342, place=where(track.place, project.settings.place), facts=facts)


def unknown_themes(track: Track, project: Project) -> Iterator[Finding]:
    """QC343: a track names themes of the laboratory."""
    laboratory = project.settings.laboratory
    known = [each.id for each in laboratory.themes] if laboratory else []
    for id in dict.fromkeys(track.themes):
        if id not in known:
            facts = {"track": track.id, "theme": id, **suggested(id, known)}
            yield Finding(code=QC343, place=where(track.place, project.settings.place), facts=facts)


def undocumented_initiatives(track: Track, project: Project) -> Iterator[Finding]:
    """QC344: what is started says how its effect is to be documented (KL 2011 p2-5)."""
    for each in track.initiatives:
        if not each.design:
            facts = {"track": track.id, "initiative": each.name}
            yield Finding(code=QC344, place=where(track.place, project.settings.place), facts=facts)


def _tracks(project: Project) -> tuple[Track, ...]:
    laboratory = project.settings.laboratory
    return (*laboratory.tracks, *laboratory.themes) if laboratory else ()

"""What a site tells: the theories of a project, and what each turn of the circle has brought."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qualitycircle.circle.status import Station, TheoryStatus
from qualitycircle.circle.values import Round
from qualitycircle.evaluation.values import Evaluation
from qualitycircle.evidence import Source
from qualitycircle.findings import Finding
from qualitycircle.indicators import Indicator
from qualitycircle.project import Project
from qualitycircle.rendering.testability import Row
from qualitycircle.theory import Element, Link, Moderator, Theory
from qualitycircle.vocabulary.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One theory and everything that is known about it, told in the site's language.

    `headline` says how many links can be tested, `rows` how, or why not (`rendering.testability`).
    """

    theory: Theory
    status: TheoryStatus
    headline: str = ""
    rows: tuple[Row, ...] = ()
    rounds: tuple[Round, ...] = ()

    @property
    def evaluation(self) -> Evaluation | None:
        """Return the latest evaluation, of whichever round."""
        return next((each.latest for each in reversed(self.rounds) if each.latest), None)

    @property
    def station(self) -> Station:
        return self.status.here.station

    def row(self, link: Link) -> Row | None:
        """Return how a link would be tested, or why it cannot be."""
        return next((each for each in self.rows if each.link == link.id), None)

    def previous(self, evaluation: Evaluation) -> Evaluation | None:
        """Return the evaluation before this one."""
        every = [each for one in self.rounds for each in one.evaluations]
        position = every.index(evaluation)
        return every[position - 1] if position else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """Everything a site is made from; `language` is the one language of the site.

    `errors` are the findings that keep the project's texts from being read or tested as meant.
    """

    project: Project
    language: Language
    stories: tuple[Story, ...] = ()
    errors: tuple[Finding, ...] = ()

    @property
    def smallest_cell(self) -> int:
        return self.project.settings.privacy.smallest_cell

    @property
    def name(self) -> str:
        return self.project.settings.name or self.project.settings.id

    def elements_seen_by(self, indicator: Indicator) -> tuple[tuple[Theory, Element | Moderator], ...]:
        """Return the elements and moderators that an indicator measures, theory by theory."""
        return tuple(
            (story.theory, each)
            for story in self.stories
            for each in measured_of(story.theory)
            if indicator.id in each.indicators
        )

    def uses_of(self, moderator: str) -> tuple[tuple[Theory, Moderator], ...]:
        """Return the theories that use a moderator."""
        return tuple(
            (story.theory, each)
            for story in self.stories
            for each in story.theory.moderators
            if each.id == moderator
        )

    def sources(self) -> Mapping[str, Source]:
        """Return the sources of catalogues and theories; each id once, a catalogue's first."""
        shared = (each for catalogue in self.project.indicators.catalogues for each in catalogue.sources)
        own = (each for theory in self.project.theories for each in theory.sources)
        found: dict[str, Source] = {}
        for each in (*shared, *own):
            found.setdefault(each.id, each)
        return found

    def moderators(self) -> tuple[Moderator, ...]:
        """Return the shared moderators, then those that only one theory knows; each id once."""
        own = [each for story in self.stories for each in story.theory.moderators]
        found: dict[str, Moderator] = {}
        for each in (*self.project.library, *own):
            found.setdefault(each.id, each)
        return tuple(found.values())


def measured_of(theory: Theory) -> tuple[Element | Moderator, ...]:
    """Return everything in a theory that indicators can measure."""
    return (*theory.elements, *theory.moderators)

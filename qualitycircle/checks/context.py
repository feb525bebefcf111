"""What a rule may look at beside the theory, and where it points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from qualitycircle.evidence import Source
from qualitycircle.findings import Fact, Finding, Place
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Element, Link, Moderator, Theory
from qualitycircle.vocabulary.spelling import nearest


@dataclass(frozen=True, kw_only=True)
class Context:
    """The theory's surroundings: its indicators, the shared moderators and the known sources."""

    theory: Theory
    indicators: Indicators
    library: tuple[Moderator, ...] = field(default=())

    @cached_property
    def elements(self) -> frozenset[str]:
        return frozenset(each.id for each in self.theory.elements)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Return every source that can be cited: the catalogues' and the theory's own."""
        shared = (each for catalogue in self.indicators.catalogues for each in catalogue.sources)
        return {each.id: each for each in (*shared, *self.theory.sources)}

    @cached_property
    def links_as_meant(self) -> tuple[Link, ...]:
        """Return the links with misspelled ends mended, so that one mistake gives one finding."""
        return tuple(
            replace(each, cause=self.as_meant(each.cause), effect=self.as_meant(each.effect))
            for each in self.theory.links
        )

    def as_meant(self, id: str) -> str:
        """Return the element an id most likely means; the id itself when none is alike."""
        if id in self.elements:
            return id
        return nearest(id, [each.id for each in self.theory.elements]) or id

    def key(self, danish: str) -> Place:
        """Return where a top-level key stands; the theory's own place when it is not there."""
        return self.theory.places.get(danish, self.theory.place)


Rule = Callable[[Theory, Context], Iterator[Finding]]


def where(*places: Place) -> Place:
    """Return the first place that points into a file; the last one when none does."""
    return next((each for each in places if each.line), places[-1])


def suggested(id: str, known: Iterator[str] | tuple[str, ...] | list[str]) -> dict[str, Fact]:
    """Return the fact that renders as "mente du …?", or nothing when no known id is alike."""
    found = nearest(id, known)
    return {"suggestion": found} if found else {}


def uses(theory: Theory) -> Iterator[tuple[Element | Moderator, str, Place]]:
    """Yield who uses which indicator, and where it is written."""
    owners: tuple[Element | Moderator, ...] = (*theory.elements, *theory.moderators)
    for owner in owners:
        for position, id in enumerate(owner.indicators):
            written = owner.indicator_places[position : position + 1]
            yield owner, id, where(*written, owner.place)

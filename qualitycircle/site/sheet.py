"""One page being written: where it lies, its language, and links from it to everything else."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from qualitycircle.evidence import Citation
from qualitycircle.rendering import naming
from qualitycircle.rendering.people import thousands
from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents, Story
from qualitycircle.site.markup import plain
from qualitycircle.theory import Link, Moderator, Relation, Sign, Theory
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.words import site as words


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page at `path`; everything it returns is Markdown."""

    contents: Contents
    path: str

    @property
    def language(self) -> Language:
        return self.contents.language

    def say(self, text: Text, **facts: object) -> str:
        return text.say(self.language, **facts)

    def link(self, label: str, path: str, anchor: str = "") -> str:
        """Return a link to another page (or to a place on this one); `label` is Markdown."""
        way = "" if path == self.path else posixpath.relpath(path, posixpath.dirname(self.path) or ".")
        return f"[{label}]({way}{'#' + anchor if anchor else ''})"

    def to_theory(self, theory: Theory, anchor: str = "", label: str = "") -> str:
        path = addresses.theory(theory.id, self.language)
        return self.link(label or plain(theory.title), path, anchor)

    def to_element(self, theory: Theory, id: str) -> str:
        """Return an element's name, leading to its place on the theory's page."""
        element = theory.element(id)
        if element is None:
            return plain(id)
        return self.to_theory(theory, addresses.element_anchor(id), plain(element.name))

    def to_link(self, theory: Theory, link: Link) -> str:
        """Return `a → b` with the elements' names, leading to the link's section."""
        return self.to_theory(theory, addresses.link_anchor(link.id), self.names(theory, link))

    def to_moderator(self, theory: Theory, moderator: Moderator) -> str:
        return self.to_theory(theory, addresses.moderator_anchor(moderator.id), plain(moderator.name))

    def to_indicator(self, id: str) -> str:
        """Return an indicator's name, leading to its page; an unknown one stands as its id."""
        indicator = self.contents.project.indicators.get(id)
        if indicator is None:
            return plain(id)
        return self.link(plain(indicator.name), addresses.indicator(id, self.language))

    def to_round(self, story: Story, number: int) -> str:
        label = self.say(words.ROUND, number=number)
        return self.link(label, addresses.round_of(story.theory.id, number, self.language))

    def names(self, theory: Theory, link: Link) -> str:
        """Return `Fremmøde → Motivation`; `~` for two that move together; a minus for less."""
        arrow = "→" if link.relation is Relation.INFLUENCES else "∼"
        sign = " (−)" if link.sign is Sign.DOWN else ""
        return f"{self.name(theory, link.cause)} {arrow} {self.name(theory, link.effect)}{sign}".replace(
            "~", "∼"
        )

    def name(self, theory: Theory, id: str) -> str:
        element = theory.element(id)
        return plain(element.name if element else id)

    def cited(self, citation: Citation | None) -> str:
        """Return a citation (`BIP 2014, Tendenser`), or that there is none."""
        if citation is None:
            return self.say(words.OWN_INFERENCE)
        return ", ".join(each for each in (self.to_source(citation.source), plain(citation.where)) if each)

    def to_source(self, id: str) -> str:
        """Return a source's short name, leading to the list of sources; an unknown one stands as its id."""
        found = self.contents.sources().get(id)
        if found is None:
            return plain(id)
        return self.link(plain(found.short), addresses.sources(self.language), addresses.source_anchor(id))

    def few(self, count: int | None) -> str:
        """Return a number of people, or `<5` when it is too small to show."""
        limit = self.contents.smallest_cell
        if count is None or 0 < count < limit:
            return plain(self.say(words.FEW, limit=limit))
        return self.whole(count)

    def whole(self, count: int) -> str:
        """Return a whole number, with the language's mark between thousands."""
        return thousands(count, self.language)

    def date(self, text: str) -> str:
        """Return `2026-03-31` as a reader writes it; anything else stands as it is.

        >>> from types import SimpleNamespace
        >>> Sheet(SimpleNamespace(language="da"), "").date("2026-03-31")
        '31. marts 2026'
        """
        return naming.date(text, self.language)

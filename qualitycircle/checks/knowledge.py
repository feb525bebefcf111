"""Rules about what the theory rests on: sources that exist, and of more than one kind (New Insight s16)."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.checks.context import Context, suggested, where
from qualitycircle.evidence import Citation, EvidenceBase, EvidenceType
from qualitycircle.findings import Finding, Place, error, warning
from qualitycircle.theory import Link, Moderator, Theory

QC320 = warning("QC320")
QC329 = error("QC329")


def unknown_source(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC329: what is cited stands among the sources, here or in a catalogue."""
    for citation, place in citations(theory):
        if citation.source not in context.sources:
            facts = {"source": citation.source, **suggested(citation.source, list(context.sources))}
            yield Finding(code=QC329, place=where(citation.place, place, theory.place), facts=facts)


def one_kind_of_source(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC320: a theory rests on more than one of staff, studies, employers and citizens.

    Sources that do not say whose knowledge they hold count by their type of evidence.
    """
    cited = {each.source for each, _ in citations(theory)} & context.sources.keys()
    sources = [context.sources[each] for each in sorted(cited)]
    origins = {each.value for source in sources for each in source.knowledge_from}
    types = {each.type.value for each in sources if each.type is not EvidenceType.UNKNOWN}
    kinds = origins or types
    if len(kinds) == 1:
        place = where(context.key("kilder"), context.key("evidens"), theory.place)
        yield Finding(code=QC320, place=place, facts={"kind": kinds.pop()})


def citations(theory: Theory) -> Iterator[tuple[Citation, Place]]:
    """Yield everything the theory cites, and where what cites it stands."""
    if theory.source is not None:
        yield theory.source, theory.place
    if theory.intervention.source is not None:
        yield theory.intervention.source, theory.place
    for element in theory.elements:
        if element.source is not None:
            yield element.source, element.place
    claims: tuple[Link | Moderator, ...] = (*theory.links, *theory.moderators)
    for claim in claims:
        if claim.source is not None:
            yield claim.source, claim.place
        yield from _in_evidence(claim.evidence)
    yield from _in_evidence(theory.evidence)


def _in_evidence(evidence: EvidenceBase) -> Iterator[tuple[Citation, Place]]:
    if isinstance(evidence, tuple):
        yield from ((each.citation, each.place) for each in evidence)


RULES = (unknown_source, one_kind_of_source)

"""Rules about the links: their ends, their direction, circles, and the same pair twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qualitycircle.checks.context import Context, suggested, where
from qualitycircle.findings import Fact, Finding, Place, error
from qualitycircle.graph import circles, same_wave
from qualitycircle.theory import Element, Kind, Link, Relation, Theory

QC301 = error("QC301")
QC302 = error("QC302")
QC303 = error("QC303")
QC304 = error("QC304")
QC305 = error("QC305")
QC307 = error("QC307")

_ORDER = (Kind.ACTIVITY, Kind.OUTPUT, Kind.OUTCOME, Kind.GOAL)
_WITHIN = (Kind.OUTPUT, Kind.OUTCOME)


def unknown_element(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC301: both ends of a link are elements of the theory."""
    moderators = {each.id for each in theory.moderators}
    known = [each.id for each in theory.elements]
    for each in theory.links:
        for id in dict.fromkeys((each.cause, each.effect)):
            if id not in context.elements and id not in moderators:
                facts: dict[str, Fact] = {"element": id, "link": each.id, **suggested(id, known)}
                yield Finding(code=QC301, place=_end(each, id), facts=facts)


def _end(link: Link, id: str) -> Place:
    """Return where one end of a link stands, when the key is written as the link's id."""
    if link.place.length != len(link.id):
        return link.place
    before = 0 if id == link.cause else len(link.id) - len(link.effect)
    return replace(link.place, column=link.place.column + before, length=len(id))


def moderator_in_the_chain(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC307: a moderator sits on links and is never an end of one (New Insight s15)."""
    moderators = {each.id for each in theory.moderators} - context.elements
    for each in theory.links:
        for id in dict.fromkeys((each.cause, each.effect)):
            if id in moderators:
                yield Finding(code=QC307, place=_end(each, id), facts={"moderator": id, "link": each.id})


def id_used_twice(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC302: an id names one thing."""
    first: dict[str, Element] = {}
    for element in theory.elements:
        before = first.setdefault(element.id, element)
        if before is not element:
            yield Finding(
                code=QC302, place=element.place, facts={"element": element.id, "line": before.place.line}
            )
    for moderator in theory.moderators:
        if moderator.id in first:
            line = first[moderator.id].place.line
            yield Finding(code=QC302, place=moderator.place, facts={"element": moderator.id, "line": line})


def pair_twice(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC303: a link is its pair; the same two things are claimed about once."""
    for position, each in enumerate(theory.links):
        for before in theory.links[:position]:
            if _same_pair(before, each):
                line = before.place.line
                facts: dict[str, Fact] = {"link": each.id, "other": before.id, "line": line}
                yield Finding(code=QC303, place=each.place, facts=facts)
                break


def _same_pair(one: Link, other: Link) -> bool:
    if Relation.MOVES_WITH in (one.relation, other.relation):
        return {one.cause, one.effect} == {other.cause, other.effect}
    return one.pair == other.pair


def goes_backwards(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC304: arrows go forward, or within præstationer or effekter."""
    for each in theory.links:
        cause, effect = theory.element(each.cause), theory.element(each.effect)
        if cause and effect and each.relation is Relation.INFLUENCES and not _forward(cause, effect):
            facts = {
                "link": each.id,
                "cause_kind": cause.kind.value,
                "effect_kind": effect.kind.value,
            }
            yield Finding(code=QC304, place=each.place, facts=facts)


def _forward(cause: Element, effect: Element) -> bool:
    if cause.kind is effect.kind:
        return cause.kind in _WITHIN or cause.id == effect.id
    return _ORDER.index(cause.kind) < _ORDER.index(effect.kind)


def circle_at_once(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC305: a circle needs a link that is only seen later (`ses_efter` without 0)."""
    for each in theory.links:
        if each.cause == each.effect:
            yield Finding(code=QC305, place=each.place, facts={"circle": each.id})
    at_once = [each for each in same_wave(theory) if each.cause != each.effect]
    for circle in circles(at_once):
        closing = next(each for each in at_once if (each.cause, each.effect) == (circle[-1], circle[0]))
        facts = {"circle": " -> ".join((*circle, circle[0]))}
        yield Finding(code=QC305, place=where(closing.place, theory.place), facts=facts)


RULES = (
    unknown_element,
    id_used_twice,
    pair_twice,
    goes_backwards,
    circle_at_once,
    moderator_in_the_chain,
)

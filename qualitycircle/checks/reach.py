"""Rules about ways through the theory: every effort has its effect, every goal a way (New Insight s7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qualitycircle.checks.context import Context, where
from qualitycircle.expectation.directions import own_wish, wished_up
from qualitycircle.expectation.measures import asked
from qualitycircle.findings import Finding, error, warning
from qualitycircle.graph import Successors, reachable, successors
from qualitycircle.theory import Element, Kind, Link, Relation, Sign, Theory

QC308 = error("QC308")
QC309 = warning("QC309")
QC311 = error("QC311")
QC312 = warning("QC312")
QC321 = warning("QC321")
QC322 = warning("QC322")
QC346 = warning("QC346")


def no_way_to_a_goal(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC308, QC309: every element leads to a slutmål, and not through `~` alone."""
    goals = {each.id for each in theory.goals}
    claimed = _forward(theory, context, together=False)
    connected = _forward(theory, context, together=True)
    for each in theory.elements:
        if each.kind is Kind.GOAL or _seen_through_its_parts(each, context):
            continue
        if not reachable(each.id, connected) & goals:
            yield Finding(code=QC308, place=each.place, facts={"element": each.id, "kind": each.kind.value})
        elif not reachable(each.id, claimed) & goals:
            yield Finding(code=QC309, place=each.place, facts={"element": each.id})


def goal_nobody_reaches(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC311: every slutmål is reached by a delindsats."""
    forward = _forward(theory, context, together=True)
    reached = {id for activity in theory.of_kind(Kind.ACTIVITY) for id in reachable(activity.id, forward)}
    for each in theory.goals:
        if each.id not in reached:
            yield Finding(code=QC311, place=each.place, facts={"element": each.id})


def activity_without_an_effect(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC312: every delindsats serves an effekt, not the goal alone."""
    outcomes = {each.id for each in theory.of_kind(Kind.OUTCOME)}
    goals = {each.id for each in theory.goals}
    forward = _forward(theory, context, together=True)
    for each in theory.of_kind(Kind.ACTIVITY):
        reached = reachable(each.id, forward)
        if reached & goals and not reached & outcomes:
            yield Finding(code=QC312, place=each.place, facts={"element": each.id})


def no_outputs(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC321: without præstationer nobody can tell a bad theory from one that was not carried out."""
    if not theory.of_kind(Kind.OUTPUT):
        yield Finding(code=QC321, place=context.key("delindsatser"))


def leads_away(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC322: no way leads a goal, or what says itself what is wished, away from that."""
    wanted = {each.id: each.wanted_up for each in theory.goals}
    wanted |= {each.id: said for each in theory.elements if (said := own_wish(each)) is not None}
    for way in _away(theory, wanted):
        facts = {"goal": way[-1].effect, "way": _written(way)}
        yield Finding(code=QC322, place=where(way[-1].place, theory.place), facts=facts)


def raises_what_is_wished_down(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC346: no way gives more of what its indicators alone wish down: a name or a sign is wrong."""
    seen = {each.id: asked(theory, each, context.indicators) for each in theory.elements}
    wanted = {
        each.id: False
        for each in theory.elements
        if own_wish(each) is None and each.kind is not Kind.GOAL and wished_up(each, seen[each.id]) is False
    }
    for way in _away(theory, wanted):
        element = way[-1].effect
        facts = {"element": element, "way": _written(way), "indicator": seen[element][0].id}
        yield Finding(code=QC346, place=where(way[-1].place, theory.place), facts=facts)


def _away(theory: Theory, wanted: Mapping[str, bool]) -> tuple[tuple[Link, ...], ...]:
    """Return a way for every link by which something is led away from what is wished for it."""
    found: dict[str, tuple[Link, ...]] = {}
    for way, sign in _signed_ways(theory):
        last = way[-1]
        if last.effect in wanted and (sign is Sign.UP) is not wanted[last.effect]:
            found.setdefault(last.id, way)
    return tuple(found.values())


def _written(way: tuple[Link, ...]) -> str:
    return " -> ".join((way[0].cause, *(each.effect for each in way)))


def _signed_ways(theory: Theory) -> Iterator[tuple[tuple[Link, ...], Sign]]:
    """Yield one shortest way from a delindsats to every element, for each sign it can arrive with."""
    leaving: dict[str, list[Link]] = {}
    for each in theory.links:
        if each.relation is Relation.INFLUENCES:
            leaving.setdefault(each.cause, []).append(each)
    for activity in theory.of_kind(Kind.ACTIVITY):
        arrived: set[tuple[str, Sign]] = set()
        waiting: list[tuple[str, tuple[Link, ...], Sign]] = [(activity.id, (), Sign.UP)]
        while waiting:
            here, way, sign = waiting.pop(0)
            for link in leaving.get(here, ()):
                after = sign if link.sign is Sign.UP else _turned(sign)
                yield (*way, link), after
                if (link.effect, after) not in arrived:
                    arrived.add((link.effect, after))
                    waiting.append((link.effect, (*way, link), after))


def _turned(sign: Sign) -> Sign:
    return Sign.UP if sign is Sign.DOWN else Sign.DOWN


def _forward(theory: Theory, context: Context, *, together: bool) -> Successors:
    """Return where each element leads; a part leads where its whole does."""
    links: Iterable[Link] = context.links_as_meant
    if not together:
        links = [each for each in links if each.relation is Relation.INFLUENCES]
    forward = {cause: list(effects) for cause, effects in successors(links, together=together).items()}
    for whole in theory.elements:
        for part in whole.consists_of:
            forward.setdefault(part, []).append(whole.id)
    return {cause: tuple(effects) for cause, effects in forward.items()}


def _seen_through_its_parts(element: Element, context: Context) -> bool:
    """Say whether links go to the parts and not to this whole."""
    ends = {id for each in context.links_as_meant for id in (each.cause, each.effect)}
    return bool(element.consists_of) and element.id not in ends and bool(ends & set(element.consists_of))


RULES = (
    no_way_to_a_goal,
    goal_nobody_reaches,
    activity_without_an_effect,
    no_outputs,
    leads_away,
    raises_what_is_wished_down,
)

"""Who reaches whom, circles, columns and ways: plain Python, because `circle check` must start at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from qualitycircle.theory import Kind, Link, Relation, Sign, Theory

Successors = Mapping[str, tuple[str, ...]]


def influences(theory: Theory) -> tuple[Link, ...]:
    """Return the links that claim an influence: `->`, not `~`."""
    return tuple(each for each in theory.links if each.relation is Relation.INFLUENCES)


def same_wave(theory: Theory) -> tuple[Link, ...]:
    """Return the influences that may be seen at the same måling (`ses_efter` with 0)."""
    return tuple(each for each in influences(theory) if 0 in each.seen_after)


def successors(links: Iterable[Link], *, together: bool = False) -> Successors:
    """Return what each element points at; with `together`, `~` can be walked both ways."""
    found: dict[str, dict[str, None]] = {}
    for each in links:
        found.setdefault(each.cause, {})[each.effect] = None
        if together and each.relation is Relation.MOVES_WITH:
            found.setdefault(each.effect, {})[each.cause] = None
    return {cause: tuple(effects) for cause, effects in found.items()}


def reachable(start: str, forward: Successors) -> frozenset[str]:
    """Return everything that can be reached from `start`, itself only if a circle leads back."""
    found: set[str] = set()
    waiting = list(forward.get(start, ()))
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(forward.get(here, ()))
    return frozenset(found)


def descendants(theory: Theory, id: str) -> frozenset[str]:
    """Return what an element leads to, along `->`."""
    return reachable(id, successors(influences(theory)))


def ancestors(theory: Theory, id: str) -> frozenset[str]:
    """Return what leads to an element, along `->`."""
    backward: dict[str, tuple[str, ...]] = {}
    for each in influences(theory):
        backward[each.effect] = (*backward.get(each.effect, ()), each.cause)
    return reachable(id, backward)


def parents(theory: Theory, id: str) -> tuple[str, ...]:
    """Return the elements with an arrow straight into this one, in the author's order."""
    return tuple(dict.fromkeys(each.cause for each in influences(theory) if each.effect == id))


def circles(links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """Return one circle for every group of elements that lead to each other: (a, b, c) is a->b->c->a."""
    forward = successors(links)
    found: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for start in forward:
        if start in seen or start not in reachable(start, forward):
            continue
        circle = _shortest(start, start, forward)
        found.append(circle)
        seen.update(each for each in reachable(start, forward) if start in reachable(each, forward))
    return tuple(found)


def _shortest(start: str, end: str, forward: Successors) -> tuple[str, ...]:
    """Return the shortest way from start to end, without the end; the end can be reached."""
    waiting: list[tuple[str, ...]] = [(start,)]
    visited: set[str] = set()
    while True:
        way = waiting.pop(0)
        for each in forward.get(way[-1], ()):
            if each == end:
                return way
            if each not in visited:
                visited.add(each)
                waiting.append((*way, each))


def columns(theory: Theory) -> tuple[tuple[str, ...], ...]:
    """Return the elements in steps from left to right: each stands after everything that leads to it.

    Elements of one circle stand where the first of them would stand, in the author's order.
    """
    depth: dict[str, int] = {}
    before = {each.id: ancestors(theory, each.id) for each in theory.elements}
    for each in sorted(theory.elements, key=lambda one: len(before[one.id])):
        above = [depth[one] for one in parents(theory, each.id) if one in depth]
        depth[each.id] = 1 + max(above, default=-1)
    steps = range(1 + max(depth.values(), default=-1))
    return tuple(tuple(each.id for each in theory.elements if depth[each.id] == step) for step in steps)


def paths(theory: Theory, *, longest: int = 12) -> Iterator[tuple[Link, ...]]:
    """Yield every way from a delindsats to a slutmål along `->`, as its links, no element twice."""
    leaving: dict[str, list[Link]] = {}
    for each in influences(theory):
        leaving.setdefault(each.cause, []).append(each)
    goals = {each.id for each in theory.of_kind(Kind.GOAL)}
    for activity in theory.of_kind(Kind.ACTIVITY):
        yield from _paths_from(activity.id, (), leaving, goals, longest)


def _paths_from(
    here: str, way: tuple[Link, ...], leaving: Mapping[str, list[Link]], goals: set[str], longest: int
) -> Iterator[tuple[Link, ...]]:
    visited = {here, *(each.cause for each in way)}
    for each in leaving.get(here, ()):
        if each.effect in goals:
            yield (*way, each)
        elif each.effect not in visited and len(way) + 1 < longest:
            yield from _paths_from(each.effect, (*way, each), leaving, goals, longest)


def product(way: Iterable[Link]) -> Sign:
    """Return where a way leads: two signs down lead up."""
    down = sum(each.sign is Sign.DOWN for each in way)
    return Sign.DOWN if down % 2 else Sign.UP

"""Theory as a graph: who reaches whom, circles, columns, and what must be held still for a link.

The first half is plain Python, because `circle check` must start at once. The second half
(`unrolled`, `single_door`, `adjustment_set`) imports networkx when called; it reasons on the graph
that is generated from the theory: one node per element and måling, with the person, the rater's
occasion, the calendar and drop-out added (Kim & Steiner 2021; Imai & Kim 2019; Podsakoff et al.
2003). A drawn arrow claims a direct effect, so the single-door criterion decides (Pearl 2009, 5.3.1).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from qualitycircle.indicators import Respondent
from qualitycircle.theory import Kind, Link, Outcome, Relation, Sign, Theory

if TYPE_CHECKING:
    import networkx as nx

Successors = Mapping[str, tuple[str, ...]]
PERSON = "person"


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


# The generated graph, with networkx ---------------------------------------------------------------


def at(element: str, wave: int) -> str:
    """Return the name of an element's node at one måling."""
    return f"{element}@{wave}"


def unrolled(
    theory: Theory,
    respondents: Mapping[str, frozenset[Respondent]] | None = None,
    *,
    waves: int = 4,
) -> nx.DiGraph[str]:
    """Return the theory unrolled over målinger, with what the theory does not draw.

    `respondents` says who answers for each element. Added: the person's stable traits into every
    node but the starts' own past; each element's own past; the rater's occasion into everything
    the same respondent answers at the same måling; the måling itself; and `measured@t`, whether the
    citizen is still asked, a child of effects and goals.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    for wave in range(waves):
        graph.add_edges_from(_added_at(theory, respondents or {}, wave))
        for each in influences(theory):
            graph.add_edges_from(
                (at(each.cause, wave - lag), at(each.effect, wave)) for lag in each.seen_after if lag <= wave
            )
    if not nx.is_directed_acyclic_graph(graph):
        raise ValueError("a circle of links seen at the same måling cannot be unrolled")
    return graph


def _added_at(
    theory: Theory, respondents: Mapping[str, frozenset[Respondent]], wave: int
) -> Iterator[tuple[str, str]]:
    for each in theory.elements:
        node = at(each.id, wave)
        yield PERSON, node
        yield at("wave", wave), node
        if wave:
            yield at(each.id, wave - 1), node
        for who in sorted(respondents.get(each.id, ()), key=lambda one: one.value):
            if who not in {Respondent.REGISTER, Respondent.SYSTEM}:
                yield at(f"rater:{who.value}", wave), node
        if isinstance(each, Outcome) or each.kind is Kind.GOAL:
            yield node, at("measured", wave)


def single_door(graph: nx.DiGraph[str], cause: str, effect: str, given: Iterable[str]) -> bool:
    """Say whether holding `given` still identifies the direct effect of one node on another.

    Pearl (2009), theorem 5.3.1: `given` holds no descendant of the effect, and separates cause from
    effect when the arrow between them is taken away.
    """
    import networkx as nx

    held = set(given)
    if held & (nx.descendants(graph, effect) | {cause, effect}):
        return False
    without = graph.copy()
    if without.has_edge(cause, effect):
        without.remove_edge(cause, effect)
    return bool(nx.is_d_separator(without, {cause}, {effect}, held))


def adjustment_set(graph: nx.DiGraph[str], cause: str, effect: str) -> frozenset[str] | None:
    """Return what to hold still for a direct effect: the effect's other parents, when that is enough.

    Otherwise a smallest set that is; None when the graph has none.
    """
    import networkx as nx

    others = frozenset(graph.predecessors(effect)) - {cause}
    if single_door(graph, cause, effect, others):
        return others
    without = graph.copy()
    if without.has_edge(cause, effect):
        without.remove_edge(cause, effect)
    allowed = set(graph) - nx.descendants(graph, effect)
    found = nx.find_minimal_d_separator(without, {cause}, {effect}, restricted=allowed - {cause, effect})
    return None if found is None else frozenset(found)


def separated(graph: nx.DiGraph[str], one: str, other: str, given: Iterable[str]) -> bool:
    """Say whether the graph implies that two nodes are independent given some others (d-separation).

    Pearl (1988); Lauritzen et al. (1990).
    """
    import networkx as nx

    return bool(nx.is_d_separator(graph, {one}, {other}, set(given)))


def implied(graph: nx.DiGraph[str], unseen: Iterable[str] = ()) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield every pair without an arrow that some seen nodes separate, with a smallest such set.

    `unseen` are nodes that nobody measures. Pairs that no seen set separates are left out.
    """
    import networkx as nx

    seen = sorted(set(graph) - set(unseen))
    for position, one in enumerate(seen):
        for other in seen[position + 1 :]:
            if not (graph.has_edge(one, other) or graph.has_edge(other, one)):
                free = set(seen) - {one, other}
                found = nx.find_minimal_d_separator(graph, {one}, {other}, restricted=free)
                if found is not None:
                    yield one, other, frozenset(found)

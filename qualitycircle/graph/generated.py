"""The graph that is generated from a theory, and what it says: what must be held still, what is implied.

One node per element and måling, with the person, the rater's occasion, the calendar and drop-out added
(Kim & Steiner 2021; Imai & Kim 2019; Podsakoff et al. 2003). A drawn arrow claims a direct effect, so
the single-door criterion decides (Pearl 2009, 5.3.1). networkx is imported when called.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from qualitycircle.graph.ways import influences
from qualitycircle.indicators import Respondent
from qualitycircle.theory import Activity, Assignment, Element, Kind, Outcome, Theory

if TYPE_CHECKING:
    import networkx as nx

PERSON = "person"


def at(element: str, wave: int) -> str:
    """Return the name of an element's node at one måling."""
    return f"{element}@{wave}"


def calendar_at(wave: int) -> str:
    """Return the name of a måling's own node. No element's id has a colon, so nothing can share it."""
    return at(":wave", wave)


def rater_at(who: Respondent, wave: int) -> str:
    """Return the name of the node of a respondent's mood at one måling."""
    return at(f"rater:{who.value}", wave)


def measured_at(wave: int) -> str:
    """Return the name of the node that says who is still asked after one måling."""
    return at(":measured", wave)


def unrolled(
    theory: Theory,
    respondents: Mapping[str, frozenset[Respondent]] | None = None,
    *,
    waves: int = 4,
) -> nx.DiGraph[str]:
    """Return the theory unrolled over målinger, with what the theory does not draw.

    `respondents` says who answers for each element. Added: the person's stable traits and the måling
    itself into every node but a start drawn by lot; each element's own past; the rater's occasion into
    everything the same respondent answers at the same måling; and who is still asked, a child of
    effects and goals. Every node has its `kind` and, but for the person, its `element` or who it is of
    (`name`) and its `wave`.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node(PERSON, kind="person", name="", wave=-1)
    for wave in range(waves):
        graph.add_edges_from(_added_at(theory, respondents or {}, wave))
        for each in influences(theory):
            graph.add_edges_from(
                (at(each.cause, wave - lag), at(each.effect, wave)) for lag in each.seen_after if lag <= wave
            )
        _named(graph, theory, wave)
    if not nx.is_directed_acyclic_graph(graph):
        raise ValueError("a circle of links seen at the same måling cannot be unrolled")
    return graph


def _added_at(
    theory: Theory, respondents: Mapping[str, frozenset[Respondent]], wave: int
) -> Iterator[tuple[str, str]]:
    for each in theory.elements:
        node = at(each.id, wave)
        if not is_drawn_by_lot(each):
            yield PERSON, node
            yield calendar_at(wave), node
        if wave:
            yield at(each.id, wave - 1), node
        for who in sorted(respondents.get(each.id, ()), key=lambda one: one.value):
            if who not in {Respondent.REGISTER, Respondent.SYSTEM}:
                yield rater_at(who, wave), node
        if isinstance(each, Outcome) or each.kind is Kind.GOAL:
            yield node, measured_at(wave)


def is_drawn_by_lot(element: Element) -> bool:
    """Say whether a lot alone decides an element: nothing about the citizen or the time leads to it."""
    return isinstance(element, Activity) and element.assignment is Assignment.RANDOMISED


def _named(graph: nx.DiGraph[str], theory: Theory, wave: int) -> None:
    """Tell each node of a måling what it is."""
    for each in theory.elements:
        graph.add_node(at(each.id, wave), kind=each.kind.value, name=each.id, wave=wave)
    own = [("calendar", "", calendar_at(wave)), ("measured", "", measured_at(wave))]
    own += [("rater", who.value, rater_at(who, wave)) for who in Respondent]
    for kind, name, node in own:
        if node in graph:
            graph.add_node(node, kind=kind, name=name, wave=wave)


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


def open_way(graph: nx.DiGraph[str], one: str, other: str, given: Iterable[str]) -> tuple[str, ...]:
    """Return a shortest way between two nodes that holding some others leaves open; () when all are closed.

    A way goes through a node that is not held, and through a meeting of two arrows only where the
    meeting, or something that comes of it, is held (Pearl 1988; walked as in Shachter 1998).
    """
    import networkx as nx

    held = set(given)
    meetings = held.union(*(nx.ancestors(graph, each) for each in held))
    came: dict[tuple[str, bool], tuple[str, bool] | None] = {(one, False): None}
    waiting = deque(came)
    while waiting:
        step = waiting.popleft()
        node, along = step
        if node == other:
            return _walked(step, came)
        onward: list[tuple[str, bool]] = []
        if node not in held:
            onward += [(each, True) for each in sorted(graph.successors(node))]
        if node in meetings if along else node not in held:
            onward += [(each, False) for each in sorted(graph.predecessors(node))]
        for each in onward:
            if each not in came:
                came[each] = step
                waiting.append(each)
    return ()


def _walked(
    end: tuple[str, bool], came: Mapping[tuple[str, bool], tuple[str, bool] | None]
) -> tuple[str, ...]:
    way: list[str] = []
    here: tuple[str, bool] | None = end
    while here is not None:
        way.append(here[0])
        here = came[here]
    return tuple(reversed(way))


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

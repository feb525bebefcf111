"""What of the generated graph is shown: one turn of it, or what concerns one pair.

The graph repeats itself at every måling. A window over as many målinger as the longest lag, and one
more, has every arrow once; for one pair the elements are fewer and the window reaches as far back as
the way that is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from qualitycircle.evaluation.generated import Generated
from qualitycircle.evaluation.reading_off import Reading, ReadOff
from qualitycircle.graph import at, influences, parents
from qualitycircle.theory import Theory

if TYPE_CHECKING:
    import networkx as nx

ADDED = frozenset({"person", "calendar", "rater", "measured"})
"""The kinds of nodes the theory does not draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node: `kind` is an element's, or which kind of added node; `back` how many målinger before t."""

    id: str
    kind: str
    name: str
    back: int
    is_held: bool = False
    is_on_way: bool = False

    @property
    def is_added(self) -> bool:
        return self.kind in ADDED


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One arrow: of the theory, from an element to its own next måling (`past`), or added."""

    start: str
    end: str
    kind: str
    is_asked: bool = False
    is_on_way: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """What is shown of the graph; `missing` is the arrow that is asked about and not drawn.

    `size` is the number of nodes of the whole graph, over `rounds` målinger.
    """

    theory: Theory
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    size: int
    rounds: int
    reading: Reading | None = None
    missing: Arrow | None = None

    def node(self, id: str) -> Node:
        return next(each for each in self.nodes if each.id == id)

    @property
    def backs(self) -> tuple[int, ...]:
        """Return how many målinger before t each column stands, the earliest first."""
        return tuple(sorted({each.back for each in self.nodes if each.kind != "person"}, reverse=True))

    @property
    def elements(self) -> tuple[str, ...]:
        """Return the elements that are shown, in the order of the chain."""
        shown = {each.name for each in self.nodes if not each.is_added}
        return tuple(each.id for each in self.theory.elements if each.id in shown)


def whole(theory: Theory, found: Generated) -> Window | None:
    """Return one turn of the graph, with every arrow once; None when it cannot be unfolded."""
    if found.nodes is None:
        return None
    reach = max((lag for each in influences(theory) for lag in each.seen_after), default=1)
    waves = range(found.last - max(reach, 1), found.last + 1)
    elements = [each.id for each in theory.elements]
    return _window(theory, found, _inside(found.nodes, elements, waves), None)


def of_pair(theory: Theory, found: ReadOff, reading: Reading) -> Window | None:
    """Return what concerns one arrow, or one missing arrow; None when the graph cannot be unfolded."""
    graph, last = found.graph.nodes, found.graph.last
    if graph is None:
        return None
    before = at(reading.cause, last - reading.lag)
    told = [each for each in (before, *reading.way, *reading.nodes) if not _is_added(graph, each)]
    told = [
        each for each in told if graph.nodes[each]["wave"] >= last - reading.lag - 1 or each in reading.way
    ]
    first = min([last - max(reading.lag, 1), *(graph.nodes[each]["wave"] for each in told)])
    elements = {graph.nodes[each]["name"] for each in told}
    elements |= {reading.cause, reading.effect, *parents(theory, reading.effect)}
    elements |= {each for _, each in reading.spared}
    inside = _inside(graph, elements, range(first, last + 1))
    return _window(
        theory, found.graph, _leading_to(graph, (before, at(reading.effect, last)), inside, reading), reading
    )


def _leading_to(
    graph: nx.DiGraph[str], ends: tuple[str, str], inside: list[str], reading: Reading
) -> list[str]:
    """Return the nodes that lead to either end, those of a way that is told, and what these touch."""
    import networkx as nx

    kept = {*ends, *reading.way, *(one for each in ends for one in nx.ancestors(graph, each))}
    kept = {each for each in inside if each in kept and not _is_added(graph, each)}
    touched = {each for node in kept for each in (*graph.predecessors(node), *graph.successors(node))}
    return [each for each in inside if each in kept or (_is_added(graph, each) and each in touched)]


def _is_added(graph: nx.DiGraph[str], node: str) -> bool:
    return graph.nodes[node]["kind"] in ADDED


def _inside(graph: nx.DiGraph[str], elements: Iterable[str], waves: range) -> list[str]:
    """Return the elements' nodes at some målinger, and the added nodes that touch them."""
    named = set(elements)
    inside = {
        node for node, about in graph.nodes.items() if about["wave"] in waves and about["name"] in named
    }
    inside = {each for each in inside if not _is_added(graph, each)}
    beside = {
        each
        for node in inside
        for each in (*graph.predecessors(node), *graph.successors(node))
        if _is_added(graph, each)
    }
    return [each for each in graph if each in inside or each in beside]


def _window(theory: Theory, graph: Generated, shown: list[str], reading: Reading | None) -> Window:
    assert graph.nodes is not None
    asked = _asked(graph, reading)
    steps = set(pairwise(reading.way)) if reading else set()
    steps |= {each[::-1] for each in steps}
    inside = graph.nodes.subgraph(shown)
    arrows = tuple(
        Arrow(
            start=start,
            end=end,
            kind=_kind(inside, start, end),
            is_asked=(start, end) == asked,
            is_on_way=(start, end) in steps,
        )
        for start, end in graph.nodes.edges
        if start in inside and end in inside
    )
    missing = None
    if reading and not reading.is_drawn and asked[0] in inside:
        missing = Arrow(start=asked[0], end=asked[1], kind="missing", is_asked=True)
    return Window(
        theory=theory,
        nodes=tuple(_node(graph, each, reading) for each in shown),
        arrows=arrows,
        size=len(graph.nodes),
        rounds=graph.last + 1,
        reading=reading,
        missing=missing,
    )


def _asked(graph: Generated, reading: Reading | None) -> tuple[str, str]:
    if reading is None:
        return "", ""
    return at(reading.cause, graph.last - reading.lag), at(reading.effect, graph.last)


def _kind(graph: nx.DiGraph[str], start: str, end: str) -> str:
    if _is_added(graph, start) or _is_added(graph, end):
        return "added"
    return "past" if graph.nodes[start]["name"] == graph.nodes[end]["name"] else "drawn"


def _node(graph: Generated, id: str, reading: Reading | None) -> Node:
    assert graph.nodes is not None
    about = graph.nodes.nodes[id]
    return Node(
        id=id,
        kind=about["kind"],
        name=about["name"],
        back=graph.last - about["wave"] if about["wave"] >= 0 else -1,
        is_held=reading is not None and id in reading.nodes,
        is_on_way=reading is not None and id in reading.way,
    )

"""The graph that a theory's independencies are read off, and what of it a comparison holds still."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualitycircle.expectation.held import Held, Hold
from qualitycircle.expectation.measures import measures
from qualitycircle.graph import PERSON, at, calendar_at, influences, measured_at, open_way, unrolled
from qualitycircle.indicators import Indicators, Respondent
from qualitycircle.theory import Theory

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Generated:
    """The generated graph up to the måling `last`; None where it has a circle within one måling."""

    nodes: nx.DiGraph[str] | None
    last: int

    def held(self, holds: Iterable[Held], cause: str, effect: str, lag: int = 1) -> frozenset[str]:
        """Return the nodes that are held still when `effect` is seen at `last`, and `cause` before it.

        That a citizen was still asked before is always held: nobody else has answers.
        """
        found = {measured_at(wave) for wave in range(self.last)}
        for each in holds:
            found |= self._nodes_of(each, cause, effect, lag)
        return frozenset(found & set(self.nodes or ()))

    def _nodes_of(self, held: Held, cause: str, effect: str, lag: int) -> set[str]:
        match held.hold:
            case Hold.PERSON | Hold.CHANGE:
                return {PERSON}
            case Hold.EITHER:
                return {PERSON, at(effect, self.last - 1)}
            case Hold.CALENDAR:
                return {calendar_at(wave) for wave in range(self.last + 1)}
            case Hold.PAST:
                return {at(effect, self.last - 1)}
            case Hold.FIRST:
                return {at(cause, 0)}
            case Hold.NOT_YET:
                return {at(held.element, self.last - (1 if held.element == effect else lag + 1))}
            case Hold.OTHER_CAUSE:
                return {at(held.element, self.last - max(lag, 1))}
            case Hold.UNIT | Hold.BACKGROUND | Hold.LOT:
                return set()

    def way(self, cause: str, effect: str, held: frozenset[str], lag: int = 1) -> tuple[str, ...]:
        """Return a shortest way beside the arrow that stays open; () when all are closed."""
        before, after = at(cause, self.last - lag), at(effect, self.last)
        if self.nodes is None or before not in self.nodes or after not in self.nodes:
            return ()
        beside = self.nodes.copy()
        if beside.has_edge(before, after):
            beside.remove_edge(before, after)
        return open_way(beside, before, after, held - {before, after})


def generated(theory: Theory, indicators: Indicators) -> Generated:
    """Return the graph of a theory with everything it does not draw, over as many målinger as it needs."""
    last = 2 + max((lag for each in influences(theory) for lag in each.seen_after), default=1)
    try:
        return Generated(unrolled(theory, _respondents(theory, indicators), waves=last + 1), last)
    except ValueError:
        return Generated(None, last)


def _respondents(theory: Theory, indicators: Indicators) -> Mapping[str, frozenset[Respondent]]:
    return {
        each.id: frozenset(one.respondent for one in measures(theory, each, indicators) if one.respondent)
        for each in theory.elements
    }

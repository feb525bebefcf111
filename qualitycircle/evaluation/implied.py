"""What a theory implies by the arrows it does not draw, read off the graph before any data.

Where no arrow leads from X to Y, X at one måling is independent of Y at the next, given Y's own
past, its drawn causes and what is constant in the citizen: the local Markov property of the graph
that is generated from the theory (Pearl 2009, 1.2.3). Whether that still follows with what can in
fact be held still is decided by d-separation on that graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qualitycircle.expectation import (
    Comparison,
    Expectation,
    NotTestable,
    Test,
    Testable,
    expectation,
)
from qualitycircle.expectation.measures import measures
from qualitycircle.graph import (
    PERSON,
    at,
    calendar_at,
    descendants,
    influences,
    measured_at,
    separated,
    unrolled,
)
from qualitycircle.indicators import Indicators, Respondent
from qualitycircle.theory import Activity, Assignment, Element, Goal, Kind, Link, Theory

if TYPE_CHECKING:
    import networkx as nx

MOST_PAIRS = 40
"""More pairs than this are not tested, and it is said that there are more."""

GOAL, NOT_DRAWN, LEADS_THERE = "goal", "start not drawn", "leads there"
OPEN_WAY, CIRCLE = "another way is open", "circle in one round"
ONLY_PARTICIPANTS = "only participants have it"

_FORWARD = {
    Kind.ACTIVITY: (Kind.OUTPUT, Kind.OUTCOME, Kind.GOAL),
    Kind.OUTPUT: (Kind.OUTPUT, Kind.OUTCOME, Kind.GOAL),
    Kind.OUTCOME: (Kind.OUTCOME, Kind.GOAL),
    Kind.GOAL: (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A pair without an arrow: how its independence would be tested, or why it cannot be."""

    cause: str
    effect: str
    given: tuple[str, ...] = ()
    expectation: Expectation | None = None
    reason: str = ""

    @property
    def link(self) -> str:
        return f"{self.cause} -> {self.effect}"

    @property
    def tests(self) -> tuple[Test, ...]:
        """Return one test for each pair of respondents."""
        return self.expectation.tests if isinstance(self.expectation, Testable) else ()


def claims(theory: Theory, indicators: Indicators) -> tuple[tuple[Claim, ...], bool]:
    """Return every pair that could have an arrow and has none, and whether more are left out.

    A pair with an arrow one way is not asked the other way here: that is the link's own reverse.
    """
    graph = _generated(theory, indicators)
    asked = [_claim(theory, graph, cause, effect, indicators) for cause, effect in _pairs(theory)]
    can = [each for each in asked if each.tests]
    cannot = [each for each in asked if not each.tests]
    return (*can[:MOST_PAIRS], *cannot), len(can) > MOST_PAIRS


def _pairs(theory: Theory) -> Iterator[tuple[Element, Element]]:
    linked = {end for each in theory.links for end in (each.cause, each.effect)}
    drawn = {pair for each in theory.links for pair in (each.pair, each.pair[::-1])}
    inside = [each for each in theory.elements if each.id in linked]
    for cause in inside:
        for effect in inside:
            if (
                effect is not cause
                and effect.kind in _FORWARD[cause.kind]
                and (cause.id, effect.id) not in drawn
            ):
                yield cause, effect


def _claim(theory: Theory, graph: _Graph, cause: Element, effect: Element, indicators: Indicators) -> Claim:
    claim = Claim(cause=cause.id, effect=effect.id)
    reason = _cannot(theory, cause, effect)
    if reason:
        return replace(claim, reason=reason)
    expected = expectation(theory, Link(cause=cause.id, effect=effect.id), indicators)
    if isinstance(expected, NotTestable):
        return replace(claim, expectation=expected)
    if any(each.comparison is Comparison.PROMISE for each in expected.tests):
        return replace(claim, reason=ONLY_PARTICIPANTS)
    given = tuple(dict.fromkeys(one.element for each in expected.tests for one in each.controls))
    reason = "" if isinstance(cause, Activity) else _open(graph, claim, given)
    if reason:
        return replace(claim, given=given, reason=reason)
    return replace(claim, given=given, expectation=expected)


def _cannot(theory: Theory, cause: Element, effect: Element) -> str:
    """Return why a pair can never be tested, whatever the data: "" when it can."""
    if isinstance(cause, Activity):
        if cause.assignment is not Assignment.RANDOMISED:
            return NOT_DRAWN
        return LEADS_THERE if effect.id in descendants(theory, cause.id) else ""
    return GOAL if isinstance(effect, Goal) else ""


@dataclass(frozen=True, slots=True)
class _Graph:
    """The generated graph up to the måling `last`; None where it has a circle within one måling."""

    nodes: nx.DiGraph[str] | None
    last: int


def _generated(theory: Theory, indicators: Indicators) -> _Graph:
    last = 2 + max((lag for each in influences(theory) for lag in each.seen_after), default=1)
    try:
        return _Graph(unrolled(theory, _respondents(theory, indicators), waves=last + 1), last)
    except ValueError:
        return _Graph(None, last)


def _respondents(theory: Theory, indicators: Indicators) -> Mapping[str, frozenset[Respondent]]:
    return {
        each.id: frozenset(one.respondent for one in measures(theory, each, indicators) if one.respondent)
        for each in theory.elements
    }


def _open(graph: _Graph, claim: Claim, given: Sequence[str]) -> str:
    """Return why the independence does not follow with what can be held still; "" when it does.

    Held still: what is constant in the citizen, the målinger, the effect's previous answer, and that
    the citizen was still asked.
    """
    if graph.nodes is None:
        return CIRCLE
    last = graph.last
    held = {PERSON, at(claim.effect, last - 1), *(at(each, last - 1) for each in given)}
    held |= {calendar_at(wave) for wave in range(last + 1)} | {measured_at(wave) for wave in range(last)}
    before, after = at(claim.cause, last - 1), at(claim.effect, last)
    return "" if separated(graph.nodes, before, after, held & set(graph.nodes)) else OPEN_WAY

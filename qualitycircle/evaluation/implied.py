"""What a theory implies by the arrows it does not draw, read off the graph before any data.

Where no arrow leads from X to Y, X at one måling is independent of Y at the next, given Y's own
past, its drawn causes and what is constant in the citizen: the local Markov property of the graph
that is generated from the theory (Pearl 2009, 1.2.3). Whether that still follows with what can in
fact be held still is decided by d-separation on that graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qualitycircle.evaluation.generated import Generated, generated
from qualitycircle.expectation import (
    Comparison,
    Expectation,
    NotTestable,
    Test,
    Testable,
    expectation,
)
from qualitycircle.expectation.held import Held, Hold
from qualitycircle.graph import descendants
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Activity, Assignment, Element, Goal, Kind, Link, Theory

MOST_PAIRS = 500
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
    way: tuple[str, ...] = ()
    """The nodes of a way that nothing measured can close, when that is the reason."""

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
    graph = generated(theory, indicators)
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


def _claim(
    theory: Theory, graph: Generated, cause: Element, effect: Element, indicators: Indicators
) -> Claim:
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
    reason, way = ("", ()) if isinstance(cause, Activity) else _open(graph, claim, given)
    if reason:
        return replace(claim, given=given, reason=reason, way=way)
    return replace(claim, given=given, expectation=expected)


def _cannot(theory: Theory, cause: Element, effect: Element) -> str:
    """Return why a pair can never be tested, whatever the data: "" when it can."""
    if isinstance(cause, Activity):
        if cause.assignment is not Assignment.RANDOMISED:
            return NOT_DRAWN
        return LEADS_THERE if effect.id in descendants(theory, cause.id) else ""
    return GOAL if isinstance(effect, Goal) else ""


def _open(graph: Generated, claim: Claim, given: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return why the independence does not follow with what can be held still, and which way is open.

    Held still: what is constant in the citizen, the målinger, the effect's previous answer, its drawn
    causes, and that the citizen was still asked.
    """
    if graph.nodes is None:
        return CIRCLE, ()
    way = graph.way(claim.cause, claim.effect, held_for(graph, claim.cause, claim.effect, given))
    return (OPEN_WAY, way) if way else ("", ())


def held_for(graph: Generated, cause: str, effect: str, given: Iterable[str]) -> frozenset[str]:
    """Return the nodes that are held still for a pair without an arrow."""
    holds = (Held(Hold.PERSON), Held(Hold.CALENDAR), Held(Hold.PAST))
    return graph.held((*holds, *(Held(Hold.OTHER_CAUSE, each) for each in given)), cause, effect)

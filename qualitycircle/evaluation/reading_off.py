"""What the generated graph says of every drawn arrow and every missing one, before any data.

Of an arrow: what is held still, which other causes are not and why, and whether a way beside it stays
open. Of a pair without one: whether its independence follows and can be tested, and what of it holds
at one and the same måling, where one respondent's mood of the day is in both answers (statistics
design 1.1: pairs of one informant at one måling cannot be tested, pairs of two can).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from qualitycircle.evaluation.generated import Generated, generated
from qualitycircle.evaluation.implied import Claim, claims, held_for
from qualitycircle.expectation import (
    Comparison,
    Expectation,
    NotTestable,
    Test,
    Testable,
    expectation,
)
from qualitycircle.expectation.controls import Spared, spared
from qualitycircle.expectation.held import Held, Hold, held_still
from qualitycircle.graph import at, rater_at, separated
from qualitycircle.indicators import Indicators, Respondent
from qualitycircle.theory import Link, Relation, Theory


class SameRound(Enum):
    """What the graph says of a pair without an arrow at one and the same måling."""

    IMPLIED = "implied"
    ACROSS = "only between different respondents"
    ONE_MOOD = "the same respondent answers both"
    OPEN_WAY = "another way is open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One drawn arrow or one missing, and what the graph says of it.

    `nodes` are those held still, `way` a shortest way that stays open. `one_informant`: the same
    respondent answers for both ends in every comparison. `claim` is there for a pair without an arrow.
    """

    cause: str
    effect: str
    lag: int
    expectation: Expectation | None
    held: tuple[Held, ...] = ()
    spared: tuple[tuple[Spared, str], ...] = ()
    nodes: frozenset[str] = frozenset()
    way: tuple[str, ...] = ()
    one_informant: bool = False
    claim: Claim | None = None
    same_round: SameRound | None = None

    @property
    def is_drawn(self) -> bool:
        return self.claim is None

    @property
    def tests(self) -> tuple[Test, ...]:
        return self.expectation.tests if isinstance(self.expectation, Testable) else ()

    @property
    def can_be_tested(self) -> bool:
        return bool(self.tests) and not (self.claim and self.claim.reason)


@dataclass(frozen=True, slots=True)
class ReadOff:
    """The graph, and what is read off it: `left_out` when more pairs could be tested than will be."""

    graph: Generated
    links: tuple[Reading, ...]
    pairs: tuple[Reading, ...]
    left_out: bool

    def of(self, cause: str, effect: str) -> Reading | None:
        """Return what is said of an arrow or a missing one; None where neither is asked about."""
        found = (each for each in (*self.links, *self.pairs) if (each.cause, each.effect) == (cause, effect))
        return next(found, None)


def read_off(theory: Theory, indicators: Indicators) -> ReadOff:
    """Return what a theory's generated graph says of every link and every pair without one."""
    graph = generated(theory, indicators)
    asked, left_out = claims(theory, indicators)
    return ReadOff(
        graph,
        tuple(_link(theory, each, graph, indicators) for each in theory.links),
        tuple(_pair(each, graph) for each in asked),
        left_out,
    )


# Drawn ---------------------------------------------------------------------------------------------


def _link(theory: Theory, link: Link, graph: Generated, indicators: Indicators) -> Reading:
    expected = expectation(theory, link, indicators)
    if isinstance(expected, NotTestable):
        return Reading(cause=link.cause, effect=link.effect, lag=1, expectation=expected)
    tests = expected.tests
    lag = _lag(tests[0])
    held = tuple(dict.fromkeys(one for each in tests for one in held_still(each)))
    nodes = graph.held(held, link.cause, link.effect, lag)
    contrast = link.relation is Relation.INFLUENCES and tests[0].comparison is not Comparison.PROMISE
    return Reading(
        cause=link.cause,
        effect=link.effect,
        lag=lag,
        expectation=expected,
        held=held,
        spared=tuple(dict.fromkeys(one for each in tests for one in spared(theory, each, indicators))),
        nodes=nodes,
        way=graph.way(link.cause, link.effect, nodes, lag) if contrast else (),
        one_informant=_is_one_informant(tests),
    )


def _lag(test: Test) -> int:
    """Return after how many målinger the deciding comparison looks; a start is always before."""
    later = [each for each in test.lags if each]
    return min(later, default=1 if test.cause.activity else 0)


def _is_one_informant(tests: tuple[Test, ...]) -> bool:
    return bool(tests) and all(each.same_informant for each in tests)


# Not drawn -----------------------------------------------------------------------------------------


def _pair(claim: Claim, graph: Generated) -> Reading:
    tests = claim.tests
    drawn_by_lot = bool(tests) and bool(tests[0].cause.activity)
    within = (Held(Hold.PERSON), Held(Hold.CALENDAR), Held(Hold.PAST, claim.effect))
    held = held_still(tests[0]) if drawn_by_lot else (*within, *_others(claim))
    nodes = graph.held(held, claim.cause, claim.effect) if tests or claim.way else frozenset()
    return Reading(
        cause=claim.cause,
        effect=claim.effect,
        lag=1,
        expectation=claim.expectation,
        held=held if tests or claim.way else (),
        nodes=nodes,
        way=claim.way,
        one_informant=_is_one_informant(tests),
        claim=claim,
        same_round=_same_round(claim, graph) if tests and not drawn_by_lot else None,
    )


def _others(claim: Claim) -> tuple[Held, ...]:
    return tuple(Held(Hold.OTHER_CAUSE, each) for each in claim.given)


def _same_round(claim: Claim, graph: Generated) -> SameRound | None:
    """Return whether the pair is independent at one måling too, or what keeps that from following."""
    if graph.nodes is None:
        return None
    one, other = at(claim.cause, graph.last), at(claim.effect, graph.last)
    held = held_for(graph, claim.cause, claim.effect, claim.given) - {one, other}
    if separated(graph.nodes, one, other, held):
        return SameRound.IMPLIED
    moods = {rater_at(each, graph.last) for each in Respondent} & set(graph.nodes)
    if not separated(graph.nodes, one, other, held | moods):
        return SameRound.OPEN_WAY
    return SameRound.ONE_MOOD if _is_one_informant(claim.tests) else SameRound.ACROSS

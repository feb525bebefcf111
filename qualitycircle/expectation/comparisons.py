"""From claim to comparison: what each link calls for, with what is declared.

The table of comparisons is the statistics design's 1.3; what is held still is its 1.2.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qualitycircle.expectation.controls import controls, open_doors
from qualitycircle.expectation.durations import YEAR, weeks
from qualitycircle.expectation.measures import (
    ONLY_PARTICIPANTS,
    Reasons,
    known,
    measures,
    obstacles,
    overlap,
    same_informant,
)
from qualitycircle.expectation.moderation import moderator_test
from qualitycircle.expectation.promises import promise
from qualitycircle.expectation.smallest import smallest
from qualitycircle.expectation.values import (
    Comparison,
    Expectation,
    Measure,
    ModeratorNotTestable,
    ModeratorTest,
    NotTestable,
    Test,
    Testable,
    Untestable,
)
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Activity, Assignment, Element, Goal, Kind, Link, Relation, Theory

_CHANGING = (Kind.OUTPUT, Kind.OUTCOME)
_COMPARISONS = {
    (Kind.ACTIVITY, Kind.OUTPUT): Comparison.START_TO_OUTPUT,
    (Kind.ACTIVITY, Kind.OUTCOME): Comparison.START_TO_OUTCOME,
    (Kind.ACTIVITY, Kind.GOAL): Comparison.START_TO_GOAL,
    (Kind.OUTPUT, Kind.OUTPUT): Comparison.CHANGE_TO_CHANGE,
    (Kind.OUTPUT, Kind.OUTCOME): Comparison.CHANGE_TO_CHANGE,
    (Kind.OUTCOME, Kind.OUTCOME): Comparison.CHANGE_TO_CHANGE,
    (Kind.OUTPUT, Kind.GOAL): Comparison.LEVEL_TO_GOAL,
    (Kind.OUTCOME, Kind.GOAL): Comparison.LEVEL_TO_GOAL,
}
_SPARE_ROUNDS = {Comparison.CHANGE_TO_CHANGE: 2, Comparison.START_TO_OUTCOME: 1}
"""How many målinger are needed beyond the lag: the sequential panel differences once more."""


def expectations(theory: Theory, indicators: Indicators) -> tuple[Expectation, ...]:
    """Return, for every link in the theory's order, its tests or every reason why it has none.

    A link has one test for each pair of respondents; all must hold.
    """
    return tuple(expectation(theory, each, indicators) for each in theory.links)


def testable_count(expected: Iterable[Expectation]) -> tuple[int, int]:
    """Return how many links can be tested, and how many there are."""
    found = [isinstance(each, Testable) for each in expected]
    return sum(found), len(found)


def moderator_expectations(
    theory: Theory, indicators: Indicators
) -> tuple[ModeratorTest | ModeratorNotTestable, ...]:
    """Return, for every moderator on every link that exists, its test or why it has none."""
    return tuple(
        moderator_test(theory, link, moderator, attachment, indicators)
        for link in theory.links
        for moderator, attachment in theory.moderators_of(link)
    )


def expectation(theory: Theory, link: Link, indicators: Indicators) -> Expectation:
    """Return a link's tests or why it has none, whether or not the theory draws it."""
    cause, effect = theory.element(link.cause), theory.element(link.effect)
    if cause is None or effect is None:
        unknown = [id for id, end in ((link.cause, cause), (link.effect, effect)) if end is None]
        return _not(link, tuple((Untestable.UNKNOWN_ELEMENT, each) for each in unknown))
    if link.relation is Relation.MOVES_WITH and isinstance(cause, Goal):
        cause, effect = effect, cause
    comparison = _comparison(link, cause, effect)
    if isinstance(comparison, Untestable):
        return _not(link, ((comparison, link.id),))
    reasons = (*_unseen(theory, cause, effect, indicators), *_too_few_rounds(theory, link, comparison))
    if reasons:
        return _not(link, reasons)
    return _tests(theory, link, comparison, cause, effect, indicators)


def _not(link: Link, reasons: Reasons) -> NotTestable:
    return NotTestable(link=link.id, reasons=tuple(dict.fromkeys(reasons)))


def _comparison(link: Link, cause: Element, effect: Element) -> Comparison | Untestable:
    if link.relation is Relation.INFLUENCES:
        return _COMPARISONS.get((cause.kind, effect.kind), Untestable.BACKWARDS)
    if cause.kind in _CHANGING and effect.kind in _CHANGING:
        return Comparison.TOGETHER
    if cause.kind in _CHANGING and effect.kind is Kind.GOAL:
        return Comparison.LEVEL_TO_GOAL
    return Untestable.NO_LEVEL


def _unseen(theory: Theory, cause: Element, effect: Element, indicators: Indicators) -> Reasons:
    return (
        *obstacles(theory, cause, indicators, missing=Untestable.NO_INDICATOR_CAUSE),
        *obstacles(theory, effect, indicators, missing=Untestable.NO_INDICATOR_EFFECT),
    )


def lags(link: Link, comparison: Comparison) -> tuple[int, ...]:
    """Return the declared lags; what moves together is looked for at the same måling unless said."""
    if comparison is Comparison.TOGETHER and not link.declared_lag:
        return (0,)
    return link.seen_after


def _too_few_rounds(theory: Theory, link: Link, comparison: Comparison) -> Reasons:
    planned = len(theory.plan.rounds)
    spare = _SPARE_ROUNDS.get(comparison)
    if not planned or spare is None:
        return ()
    if planned < spare + 1:
        return ((Untestable.TOO_FEW_ROUNDS, str(planned)),)
    longest = max(lags(link, comparison), default=0)
    return ((Untestable.LAG_BEYOND_ROUNDS, str(longest)),) if longest + spare > planned else ()


def _tests(
    theory: Theory,
    link: Link,
    comparison: Comparison,
    cause: Element,
    effect: Element,
    indicators: Indicators,
) -> Expectation:
    tests: list[Test] = []
    reasons: list[tuple[Untestable, str]] = []
    for one in measures(theory, cause, indicators):
        for other in measures(theory, effect, indicators):
            shared = overlap(one, other, indicators)
            test = _test(theory, link, comparison, one, other, indicators)
            if shared:
                reasons.extend(shared)
            elif test.comparison is Comparison.PROMISE and (test.promise is None or _both_ways(other)):
                reasons.append((Untestable.NO_PROMISE, effect.id))
            else:
                tests.append(test)
    return _not(link, tuple(reasons)) if reasons else Testable(link=link.id, tests=tuple(tests))


def _both_ways(measure: Measure) -> bool:
    """Say whether some of the answers are turned and some are not: a promise is not about their mean."""
    return 0 < len(measure.turned) < len(measure.indicators)


def _test(
    theory: Theory, link: Link, drawn: Comparison, cause: Measure, effect: Measure, indicators: Indicators
) -> Test:
    comparison = _in_practice(drawn, effect, indicators)
    if comparison is Comparison.PROMISE:
        effect = replace(effect, turned=(), low_is_good=())  # a promise is about the answers as they are
    activity = theory.element(cause.activity)
    start = activity if isinstance(activity, Activity) else None
    size, declared = smallest(link, comparison, effect, indicators)
    delays = lags(link, comparison)
    found = (moderator_test(theory, link, *each, indicators) for each in theory.moderators_of(link))
    return Test(
        link=link.id,
        comparison=comparison,
        cause=cause,
        effect=effect,
        sign=link.sign,
        lags=delays,
        lags_declared=link.declared_lag,
        smallest=size,
        smallest_declared=declared,
        assignment=start.assignment if start else Assignment.UNKNOWN,
        assigned_per=start.assigned_per if start else "",
        controls=controls(theory, link, comparison, cause, effect, delays, indicators),
        horizon_weeks=_horizon(theory, link, effect),
        same_informant=same_informant(cause, effect, indicators),
        moderators=tuple(each for each in found if isinstance(each, ModeratorTest)),
        promise=promise(theory, start, effect, indicators) if comparison is Comparison.PROMISE else None,
        open_doors=open_doors(theory, link, comparison, indicators),
        applies_to=link.applies_to,
    )


def _in_practice(drawn: Comparison, effect: Measure, indicators: Indicators) -> Comparison:
    """Return A-promise when only who took part can have the output: then no contrast exists."""
    computed = {each.computed for each in known(effect.indicators, indicators)}
    if drawn is Comparison.START_TO_OUTPUT and computed & ONLY_PARTICIPANTS:
        return Comparison.PROMISE
    return drawn


def _horizon(theory: Theory, link: Link, effect: Measure) -> int:
    goal = theory.element(effect.element)
    of_goal = goal.within if isinstance(goal, Goal) else ""
    return weeks(link.within) or weeks(of_goal) or YEAR

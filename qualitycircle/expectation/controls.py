"""What is held still for a link: the other parents of the effect (Pearl 2009, 5.3.1).

In the graph unrolled over målinger the other parents stand at the cause's måling, so a parent that
the cause moves *later* is no step in between. Never held still: a step in between at the same
måling, what comes after the effect, what shares an indicator with either end, and an answer by the
effect's own respondent at the effect's own måling (it inherits that day's mood).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from qualitycircle.expectation.measures import RECORDED, measures
from qualitycircle.expectation.values import Comparison, Measure, Test
from qualitycircle.graph import ancestors, parents, reachable, same_wave, successors
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Goal, Link, Theory

WITHOUT = frozenset({Comparison.PROMISE, Comparison.TOGETHER})
"""Comparisons that hold nothing still: no contrast, or association only."""


def controls(
    theory: Theory,
    link: Link,
    comparison: Comparison,
    cause: Measure,
    effect: Measure,
    lags: tuple[int, ...],
    indicators: Indicators,
) -> tuple[Measure, ...]:
    """Return the measures held still; nothing for a comparison that is association only."""
    if comparison in WITHOUT:
        return ()
    barred = _barred(theory, cause.element, effect.element)
    used = {*cause.indicators, *effect.indicators}
    only_same_wave = max(lags, default=1) == 0
    return tuple(
        each
        for id in _substitutes(theory, effect.element, cause.element, indicators)
        if id not in barred
        for each in _held(theory, id, indicators)
        if not used & set(each.indicators)
        and not (only_same_wave and each.indicators and _same_day(each, effect))
    )


def _barred(theory: Theory, cause: str, effect: str) -> frozenset[str]:
    """Return what can change between cause and effect, or after the effect, at the same måling."""
    at_once = successors(same_wave(theory))
    return reachable(cause, at_once) | reachable(effect, at_once) | {cause, effect}


def _same_day(control: Measure, effect: Measure) -> bool:
    return control.respondent is effect.respondent and control.respondent not in RECORDED


def _held(theory: Theory, id: str, indicators: Indicators) -> tuple[Measure, ...]:
    element = theory.element(id)
    if element is None or isinstance(element, Goal):
        return ()
    return measures(theory, element, indicators)


def _substitutes(theory: Theory, effect: str, cause: str, indicators: Indicators) -> Iterator[str]:
    """Yield the effect's other parents; in place of one that nobody measures, its own parents."""
    seen = {effect, cause}
    waiting = list(parents(theory, effect))
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.add(here)
        if _held(theory, here, indicators):
            yield here
        else:
            waiting.extend(parents(theory, here))


def open_doors(theory: Theory, link: Link, comparison: Comparison, indicators: Indicators) -> tuple[str, ...]:
    """Return the other parents of the effect that nobody measures and that also lead to the cause."""
    if comparison in WITHOUT:
        return ()
    before = ancestors(theory, link.cause)
    return tuple(
        each
        for each in parents(theory, link.effect)
        if each in before and each != link.cause and not _held(theory, each, indicators)
    )


class Spared(Enum):
    """Why another cause of the effect is not held still."""

    UNMEASURED = "nobody measures it"
    STEP_BETWEEN = "a step between at the same måling"
    AFTER = "comes after the effect"
    SAME_INDICATOR = "measured by the same indicator"
    SAME_DAY = "answered by the same respondent on the same day"


def spared(theory: Theory, test: Test, indicators: Indicators) -> tuple[tuple[Spared, str], ...]:
    """Return the effect's other drawn causes that are not held still for a test, each with its reason."""
    if test.comparison in WITHOUT:
        return ()
    held = {each.element for each in test.controls}
    others = (each for each in parents(theory, test.effect.element) if each != test.cause.element)
    return tuple((_why(theory, test, each, indicators), each) for each in others if each not in held)


def _why(theory: Theory, test: Test, id: str, indicators: Indicators) -> Spared:
    at_once = successors(same_wave(theory))
    seen = _held(theory, id, indicators)
    used = {*test.cause.indicators, *test.effect.indicators}
    if id in reachable(test.effect.element, at_once):
        return Spared.AFTER
    if id in reachable(test.cause.element, at_once):
        return Spared.STEP_BETWEEN
    if not seen:
        return Spared.UNMEASURED
    if all(used & set(each.indicators) for each in seen):
        return Spared.SAME_INDICATOR
    return Spared.SAME_DAY

"""What each comparison holds still, by kind: the same for the words, the picture and the graph.

The numbers' own bookkeeping is in the rooms of the estimators; this says in which node of the generated
graph, and for which reason, a door is closed (statistics design 1.2, 1.3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from qualitycircle.expectation.values import Comparison, Test
from qualitycircle.theory import Assignment


class Hold(Enum):
    """One way of keeping something from looking like the link."""

    PERSON = "person"
    """What is constant in the citizen: each is held against itself."""
    CHANGE = "change"
    """The same, taken out by the change score: fair when a stable need decided who starts."""
    EITHER = "either"
    """Nobody says who gets the activity: the one comparison holds the past, the other the constant."""
    CALENDAR = "calendar"
    """What happens to everybody at a måling."""
    UNIT = "unit"
    BACKGROUND = "background"
    PAST = "past"
    """The effect's previous answer."""
    FIRST = "first"
    """The cause's own first answer."""
    NOT_YET = "not yet"
    """Only who has not started, or not reached the goal, is asked about."""
    OTHER_CAUSE = "other cause"
    """Another drawn cause of the effect."""
    LOT = "lot"
    """A lot decided: nothing else differs."""


@dataclass(frozen=True, slots=True)
class Held:
    """What is held still, and of which element, where it is one's."""

    hold: Hold
    element: str = ""


def held_still(test: Test) -> tuple[Held, ...]:
    """Return what a test holds still; nothing where there is no contrast."""
    causes = tuple(Held(Hold.OTHER_CAUSE, each.element) for each in test.controls)
    return tuple(dict.fromkeys((*_own(test), *causes)))


def _own(test: Test) -> Iterator[Held]:
    match test.comparison:
        case Comparison.PROMISE:
            return
        case Comparison.TOGETHER:
            yield from (Held(Hold.PERSON), Held(Hold.CALENDAR))
        case Comparison.CHANGE_TO_CHANGE:
            yield from (Held(Hold.PERSON), Held(Hold.CALENDAR), Held(Hold.PAST, test.effect.element))
        case Comparison.START_TO_OUTPUT | Comparison.START_TO_OUTCOME:
            yield from _of_a_start(test)
        case Comparison.START_TO_GOAL:
            if _is_drawn(test):
                yield Held(Hold.LOT)
            yield Held(Hold.NOT_YET, test.cause.element)
            yield from _of_a_goal(test)
        case Comparison.LEVEL_TO_GOAL:
            yield Held(Hold.FIRST, test.cause.element)
            yield from _of_a_goal(test)


def _is_drawn(test: Test) -> bool:
    return test.assignment is Assignment.RANDOMISED


def _of_a_start(test: Test) -> Iterator[Held]:
    """Yield the fair comparison's, or that there are two (Ding & Li 2019)."""
    if _is_drawn(test):
        yield Held(Hold.LOT)
    yield Held(Hold.NOT_YET, test.cause.element)
    yield from (Held(Hold.CALENDAR), Held(Hold.UNIT))
    match test.assignment:
        case Assignment.STABLE_NEED:
            yield Held(Hold.CHANGE)
        case Assignment.UNKNOWN:
            yield Held(Hold.EITHER, test.effect.element)
        case _:
            yield Held(Hold.PAST, test.effect.element)


def _of_a_goal(test: Test) -> Iterator[Held]:
    yield Held(Hold.NOT_YET, test.effect.element)
    yield from (Held(Hold.CALENDAR), Held(Hold.UNIT), Held(Hold.BACKGROUND))

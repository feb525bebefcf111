"""What would have to be estimated for each link, or why it cannot be: known before any data.

Shared by testability (`circle check --testability`), by the frozen test plan and by evaluation, so
that what was promised, what was frozen and what is estimated can never be three different things.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from qualitycircle.indicators import Respondent
from qualitycircle.smallest import Smallest
from qualitycircle.theory import Assignment, Condition, Expected, Several, Sign


class Comparison(Enum):
    """Which comparison a link calls for (statistics design 1.3; the letter of its table)."""

    START_TO_OUTPUT = "A"
    PROMISE = "A-promise"
    """Output that only participants can have: held against what was promised; no contrast exists."""
    CHANGE_TO_CHANGE = "B/C"
    START_TO_OUTCOME = "D"
    LEVEL_TO_GOAL = "E"
    START_TO_GOAL = "F"
    TOGETHER = "~"
    """`a ~ b`: two things that move together; association, never support."""


class Untestable(Enum):
    """Why a link cannot be tested with what is declared."""

    NO_INDICATOR_CAUSE = "no indicator on the cause"
    NO_INDICATOR_EFFECT = "no indicator on the effect"
    UNKNOWN_INDICATOR = "an indicator that does not exist"
    WORDING_NOT_PUBLISHED = "the question's wording is not public, and none of your own is given"
    NO_SCALE = "an indicator has no scale"
    SAME_INDICATOR = "cause and effect are measured by the same indicator"
    TOO_FEW_ROUNDS = "fewer than three rounds are planned"
    LAG_BEYOND_ROUNDS = "the declared lag is longer than the planned rounds"
    NO_EVENT = "the goal's indicator has no event"
    NO_PROMISE = "only participants can have this output, and nothing is promised to hold it against"
    MULTIPLE_CHOICE = "a multi-select indicator has no order"
    COMPOSITE = "the element is a whole whose parts are not measured"
    BACKGROUND_ONLY = "the indicator cannot change"
    COMPUTED_TOGETHER = "cause and effect are computed from the same answers"
    UNKNOWN_ELEMENT = "an end of the link does not exist"
    BACKWARDS = "the link goes backwards"
    NO_LEVEL = "a start or an event has no level that can move together with something"
    NO_INDICATOR_MODERATOR = "no indicator on the moderator"
    UNDIRECTED = "it is not said whether a high answer is more or less of the element"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How one end of a link is seen: some indicators of one respondent, averaged; or a start.

    For an activity `indicators` is empty and `activity` names it: it is measured by its rows in
    the participation table. `several` is ALL or ANY when the element's indicators are held one by
    one: each has its own measure, and all must hold, or one of them. A respondent of None is an
    indicator that does not say who answers. `turned` are the indicators whose answers run against the
    element and are turned around the middle of their scale; `low_is_good` those on which a low answer,
    as it is given, is the good one.
    """

    element: str
    activity: str = ""
    indicators: tuple[str, ...] = ()
    respondent: Respondent | None = None
    several: Several = Several.MEAN
    turned: tuple[str, ...] = ()
    low_is_good: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeratorTest:
    """One moderator on the link: its indicator(s), what is expected, the smallest difference.

    With `met_when` it is a condition (met, not met, unknown), without it a number.
    """

    moderator: str
    expected: Expected
    indicators: tuple[str, ...]
    smallest: Smallest
    smallest_declared: bool
    met_when: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """One comparison to be made for a link: this measure of the cause, that of the effect.

    A link has one test per pair of respondents; all must hold. `smallest` is the declared or
    default smallest effect that matters (`smallest_declared` False: "standard, ikke jeres").
    `horizon_weeks` is for goals. `same_informant`: cause and effect are answered by the same
    kind of respondent, so a shared mood of the day can look like a link.
    `promise` is what an output that only participants have is held against. `open_doors` are other
    parents of the effect that nobody measures and that also lead to the cause: with them open, the
    link is association only (statistics design 1.2). `applies_to` is the subgroup it is claimed for.
    """

    __test__ = False

    link: str
    comparison: Comparison
    cause: Measure
    effect: Measure
    sign: Sign
    lags: tuple[int, ...]
    lags_declared: bool
    smallest: Smallest
    smallest_declared: bool
    controls: tuple[Measure, ...] = ()
    assignment: Assignment = Assignment.UNKNOWN
    assigned_per: str = ""
    horizon_weeks: int = 52
    same_informant: bool = False
    moderators: tuple[ModeratorTest, ...] = ()
    promise: Condition | None = None
    open_doors: tuple[str, ...] = ()
    applies_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeratorNotTestable:
    """A moderator on a link whose difference cannot be tested as declared, and why."""

    moderator: str
    link: str
    reasons: tuple[tuple[Untestable, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTestable:
    """A link that cannot be tested as declared, with every reason and what it concerns."""

    link: str
    reasons: tuple[tuple[Untestable, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Testable:
    """A link with the tests it calls for."""

    __test__ = False

    link: str
    tests: tuple[Test, ...] = field(default=())


Expectation = Testable | NotTestable

"""What stands beside a verdict: conditions, those who left, what something unmeasured would take.

Plain values, part of `evaluation.json`; none of them is about a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from qualitycircle.theory import Expected


class Difference(Enum):
    """What a condition makes of a link, held against what the theory expects of it."""

    AS_EXPECTED = "as expected"
    OPPOSITE = "the other way"
    TOO_SMALL = "too small to matter"
    UNDECIDED = "undecided"
    NOT_TELLABLE = "may be in both answers"
    """Answers of the same måling go together more on the one side: a mood of the day may differ instead."""
    AT_THE_END = "may be the end of the scale"
    """More of the answers to the effect stand at an end on the one side, where less can be seen to move."""
    NOISIER = "may be noise in the cause"
    """The cause varies more on the one side, and its noise is enough to make what differs."""
    APART = "may be a bend"
    """The cause lies much higher on the one side: a link that bends would look the same."""
    TOO_FEW = "too few with or without"
    UNREAD = "the condition cannot be read from the data"
    NOT_ASKED = "this comparison has no condition in it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    """One condition on one link: is the link another where the condition is met?

    `p` is of the difference, `corrected_p` among all conditions of the theory (Benjamini & Hochberg
    1995). `share_met` is the share of the rows where it is met; `cause_met` and `cause_not_met` are
    the cause's mean and standard deviation in its own steps, so that anybody can see whether the
    two groups overlap (Hainmueller, Mummolo & Xu 2019). A number has no met and not met. `smallest` is
    in `unit`, the link's own; as it was said where it cannot be converted (then nothing is decided).
    """

    moderator: str
    expected: Expected
    difference: Difference
    smallest: float
    smallest_declared: bool = False
    p: float | None = None
    corrected_p: float | None = None
    share_met: float | None = None
    cause_met: tuple[float, float] | None = None
    cause_not_met: tuple[float, float] | None = None
    slopes_differ: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """The estimate if everybody who left had stood `shift` from those like them who stayed.

    Both in the claimed direction: below 0 is against the claim. `tips`: the smallest shift at which the
    interval reaches nil.
    """

    shift: float
    value: float
    low: float
    high: float
    tips: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """How long those who started had had the activity, on average, when the effect was read.

    `due` is the declared lag in days, `share` the mean part of it that had passed (never more than 1
    for anybody), less the part that had passed for those who waited; `starts` how many starts `days` is
    the mean of.
    """

    days: float
    due: int
    share: float
    starts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The lowest and the highest difference that drop-out from two groups allows (Lee 2009).

    Of groups made by lot it is given when more than a fifth left, or five points more of the one than of
    the other; of those who start and those who wait when five points more left, and clearly so.
    `stayed_offered` is the share who answered again of those who were offered it, or started. `lowest` and
    `highest` are the ends of the bounds' 95 % interval (Imbens & Manski 2004).
    """

    low: float
    high: float
    stayed_offered: float
    stayed_without: float
    lowest: float | None = None
    highest: float | None = None


class Lead(Enum):
    """Whether X at a later måling goes with Y now, where nothing can have come of it yet."""

    PASSED = "nothing beforehand"
    FAILED = "there beforehand"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """How much something unmeasured would have to explain of both ends to bring the estimate to nil.

    `value` is that share of what is left of cause and effect (Cinelli & Hazlett 2020); beside it what
    the strongest thing that was measured explains of each.
    """

    value: float
    benchmark: str = ""
    of_cause: float | None = None
    of_effect: float | None = None

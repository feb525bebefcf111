"""Whether a condition changes a link: the difference, and the slopes where it is met and where not.

Few data sets can decide a difference (sixteen times the citizens of a main effect, if it is half as
large; Gelman 2018); the interval is shown, never a subgroup's significance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualitycircle.evaluation.beside import Difference, Moderation
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.interacting import interacting_frame, moderating
from qualitycircle.evaluation.scaling import Scaling, as_estimate, oriented
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Estimate, Role
from qualitycircle.evaluation.verdict import Interval, envelope
from qualitycircle.expectation import ModeratorTest, Test
from qualitycircle.theory import Expected

FEWEST_PERSONS = 30
FEWEST_IN_A_GROUP = 10


@dataclass(frozen=True, slots=True)
class Moderated:
    """All moderators of one test: estimates, slopes that must be irrelevant too, what came of each."""

    estimates: tuple[Estimate, ...] = ()
    slopes: tuple[Interval, ...] = ()
    moderations: tuple[Moderation, ...] = ()


def moderation_frames(
    test: Test, key: str, base: Frame, target: str, equations: tuple[str, ...], lag: int, setting: Setting
) -> tuple[Frame, ...]:
    """Return the comparison once more for each moderator that can be read, with its product in it."""
    found = ((each.moderator, moderating(each, lag, setting)) for each in test.moderators)
    return tuple(
        interacting_frame(_key(key, id), base, target, equations, each, setting)
        for id, each in found
        if each is not None
    )


def _key(key: str, moderator: str) -> str:
    return f"{key}/moderator {moderator}"


def moderated(
    test: Test,
    key: str,
    found: Mapping[str, Estimated],
    scale: Scaling,
    equations: Sequence[str],
    smallest_seen: float,
) -> Moderated:
    """Return what each moderator makes of a test; with two equations, what both can bear.

    `smallest_seen` is the smallest effect as little of it as may be seen (`smallest_low`).
    """
    parts = [
        _one(each, found.get(_key(key, each.moderator)), scale, equations, smallest_seen)
        for each in test.moderators
    ]
    return Moderated(
        tuple(each for one in parts for each in one.estimates),
        tuple(each for one in parts for each in one.slopes),
        tuple(each for one in parts for each in one.moderations),
    )


def _one(
    moderator: ModeratorTest,
    estimated: Estimated | None,
    scale: Scaling,
    equations: Sequence[str],
    smallest_seen: float,
) -> Moderated:
    if estimated is None:
        return Moderated(moderations=(_plain(moderator, Difference.UNREAD),))
    if _too_few(estimated):
        return Moderated(moderations=(_plain(moderator, Difference.TOO_FEW),))
    shown = {
        name: both for name in _points(estimated) if (both := _both(estimated, equations, name)) is not None
    }
    if "difference" not in shown:
        return Moderated(moderations=(_plain(moderator, Difference.TOO_FEW),))
    intervals = {name: _interval(each, scale) for name, each in shown.items()}
    slopes = [each for name, each in intervals.items() if name != "difference"]
    return Moderated(
        tuple(
            as_estimate(
                intervals[name], each[0], scale, Role.MODERATION, name=f"{name}: {moderator.moderator}"
            )
            for name, each in shown.items()
        ),
        tuple(slopes),
        (_told(moderator, estimated, intervals["difference"], slopes, smallest_seen),),
    )


def _points(estimated: Estimated) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.rpartition("/")[2] for each in estimated.found))


def _both(estimated: Estimated, equations: Sequence[str], name: str) -> list[Coefficient] | None:
    found = [estimated.get(f"{each}/{name}") for each in equations]
    known = [each for each in found if each is not None and each.se > 0]
    return known if len(known) == len(equations) else None


def _interval(both: list[Coefficient], scale: Scaling) -> Interval:
    intervals = [oriented(each, scale) for each in both]
    return intervals[0] if len(intervals) == 1 else envelope(intervals[0], intervals[1])


def _too_few(estimated: Estimated) -> bool:
    """Say whether the rows are of too few citizens, in all or on one side of the condition."""
    counts = estimated.sums.counts
    sides = [counts["persons met"], counts["persons not met"]]
    has_sides = any(each.endswith("x met") for each in estimated.found)
    return estimated.sums.persons < FEWEST_PERSONS or (has_sides and min(sides) < FEWEST_IN_A_GROUP)


def _plain(moderator: ModeratorTest, difference: Difference) -> Moderation:
    return Moderation(
        moderator=moderator.moderator,
        expected=moderator.expected,
        difference=difference,
        smallest=moderator.smallest.value,
        smallest_declared=moderator.smallest_declared,
    )


def _told(
    moderator: ModeratorTest,
    estimated: Estimated,
    difference: Interval,
    slopes: list[Interval],
    smallest_seen: float,
) -> Moderation:
    share, cause_met, cause_not_met = _overlap(estimated)
    return Moderation(
        moderator=moderator.moderator,
        expected=moderator.expected,
        difference=_as_expected(difference, moderator),
        smallest=moderator.smallest.value,
        smallest_declared=moderator.smallest_declared,
        p=difference.p,
        share_met=share,
        cause_met=cause_met,
        cause_not_met=cause_not_met,
        slopes_differ=_differ(slopes, smallest_seen),
    )


def _as_expected(difference: Interval, moderator: ModeratorTest) -> Difference:
    if difference.is_within(moderator.smallest.value):
        return Difference.TOO_SMALL
    stronger = moderator.expected is not Expected.WEAKENS
    if difference.low > 0:
        return Difference.AS_EXPECTED if stronger else Difference.OPPOSITE
    if difference.high < 0:
        return Difference.OPPOSITE if stronger else Difference.AS_EXPECTED
    return Difference.UNDECIDED


Moments = tuple[float, float]


def _overlap(estimated: Estimated) -> tuple[float | None, Moments | None, Moments | None]:
    """Return the share of rows where it is met, and the cause's mean and spread in both."""
    if not any(each.endswith("x met") for each in estimated.found):
        return None, None, None
    frame, raw = estimated.frame, estimated.sums.raw
    target = next(each.target for each in frame.equations if each.name.endswith("x met"))
    x, m, both, one = (frame.position(each) for each in (target, "m", "x raw m", "one"))
    rows, inside = float(raw[one, one]), float(raw[m, one])
    met = _moments(inside, float(raw[both, one]), float(raw[both, x]))
    not_met = _moments(rows - inside, float(raw[x, one] - raw[both, one]), float(raw[x, x] - raw[both, x]))
    return inside / max(rows, 1.0), met, not_met


def _moments(count: float, total: float, square: float) -> Moments:
    mean = total / max(count, 1.0)
    return mean, float(max(square / max(count, 1.0) - mean * mean, 0.0) ** 0.5)


def _differ(slopes: list[Interval], smallest: float) -> bool:
    """Say whether one slope is there and the other is not, or points the other way."""
    there = any(each.low > 0 and each.value >= smallest for each in slopes)
    against = any(each.high < 0 and each.value <= -smallest for each in slopes)
    no_more = any(each.high < smallest for each in slopes)
    no_less = any(each.low > -smallest for each in slopes)
    return (there and no_more) or (against and no_less)

"""Whether a condition changes a link: the difference, and the slopes where it is met and where not.

Few data sets can decide a difference (sixteen times the citizens of a main effect, if it is half as
large; Gelman 2018); the interval is shown, never a subgroup's significance.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from qualitycircle.evaluation.beside import Difference, Moderation
from qualitycircle.evaluation.doubts import Seen, doubted
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.interacting import STARTS, interacting_frame, moderating
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.scaling import Scaling, as_estimate, converted, in_unit, oriented
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.solving import WEAK_FIRST_STAGE, Coefficient
from qualitycircle.evaluation.values import Estimate, Role
from qualitycircle.evaluation.verdict import Interval, Weighing, envelope
from qualitycircle.expectation import ModeratorTest, Test
from qualitycircle.theory import Expected

FEWEST_PERSONS = 30
FEWEST_IN_A_GROUP = 30
"""With fewer on one side the interval of a difference is too sure of itself (docs/decisions, 26)."""
FEWEST_STARTING = 10
"""With fewer who start, or wait, on one side it is too sure of itself however many citizens there are."""

_UNSEEN = frozenset({Difference.UNREAD, Difference.TOO_FEW, Difference.NOT_ASKED})


@dataclass(frozen=True, slots=True)
class Moderated:
    """All moderators of one test: estimates, slopes that must be irrelevant too, what came of each."""

    estimates: tuple[Estimate, ...] = ()
    slopes: tuple[Interval, ...] = ()
    moderations: tuple[Moderation, ...] = ()

    @property
    def unseen(self) -> bool:
        """Whether a declared condition could not be asked about: both slopes are not known to be nil."""
        return any(each.difference in _UNSEEN for each in self.moderations)


@dataclass(frozen=True, slots=True)
class Reach:
    """What a difference is held against: the link's unit, and how much of a true size is seen."""

    test: Test
    weighed: Weighing
    scale: Scaling
    setting: Setting
    base_rate: float | None = None

    @property
    def share_seen(self) -> float:
        """How much of a true effect, and so of a difference between two, is seen at the least."""
        return self.weighed.smallest_low / self.weighed.smallest if self.weighed.smallest > 0 else 0.0

    def can_be_held(self, moderator: ModeratorTest) -> bool:
        return self._converted(moderator) is not None

    def smallest(self, moderator: ModeratorTest) -> tuple[float, str]:
        """Return the smallest difference in the link's unit; as it was said where it cannot be converted."""
        found = self._converted(moderator)
        if found is not None:
            return found, self.scale.unit
        said = in_unit(self.test, moderator.smallest.unit, self.setting, self.base_rate)
        return moderator.smallest.value, said.unit

    def _converted(self, moderator: ModeratorTest) -> float | None:
        return converted(moderator.smallest, self.test, self.setting, self.base_rate)


def moderation_frames(
    test: Test, key: str, base: Frame, target: str, equations: tuple[str, ...], lag: int, setting: Setting
) -> tuple[Frame, ...]:
    """Return the comparison once more for each moderator that can be read, with its product in it."""
    found = ((each.moderator, moderating(each, lag, setting)) for each in test.moderators)
    return tuple(
        interacting_frame(_key(key, id), base, target, equations, each, test.effect, setting)
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
    weighed: Weighing,
    setting: Setting,
    base_rate: float | None = None,
) -> Moderated:
    """Return what each moderator makes of a test; with two equations, what both can bear."""
    reach = Reach(test, weighed, scale, setting, base_rate)
    parts = [_one(each, _key(key, each.moderator), found, equations, reach) for each in test.moderators]
    return Moderated(
        tuple(each for one in parts for each in one.estimates),
        tuple(each for one in parts for each in one.slopes),
        tuple(each for one in parts for each in one.moderations),
    )


def not_asked(test: Test, weighed: Weighing, scale: Scaling, setting: Setting) -> tuple[Moderation, ...]:
    """Return that a test's moderators are not asked about: its comparison has no place for them."""
    reach = Reach(test, weighed, scale, setting)
    return tuple(_plain(each, Difference.NOT_ASKED, reach) for each in test.moderators)


def _one(
    moderator: ModeratorTest, own: str, found: Mapping[str, Estimated], equations: Sequence[str], reach: Reach
) -> Moderated:
    estimated = found.get(own)
    if estimated is None:
        return Moderated(moderations=(_plain(moderator, Difference.UNREAD, reach),))
    if _too_few(estimated):
        return Moderated(moderations=(_plain(moderator, Difference.TOO_FEW, reach),))
    shown = {
        name: both for name in _points(estimated) if (both := _both(estimated, equations, name)) is not None
    }
    if len(shown) < len(_points(estimated)):
        return Moderated(moderations=(_plain(moderator, Difference.TOO_FEW, reach),))
    intervals = {name: _interval(each, reach.scale) for name, each in shown.items()}
    slopes = [each for name, each in intervals.items() if name != "difference"]
    told = _told(moderator, estimated, intervals["difference"], slopes, reach)
    if not _can_be_told(shown["difference"]):
        told = replace(told, difference=Difference.UNDECIDED, slopes_differ=False)
    seen = Seen(
        {name: [oriented(one, reach.scale) for one in each] for name, each in shown.items()},
        estimated,
        found.get(f"{own}/now"),
        lambda at: _as_expected(at, moderator, reach),
    )
    return Moderated(
        (
            *(
                _estimate(intervals[name], each[0], reach.scale, f"{name}: {moderator.moderator}")
                for name, each in shown.items()
            ),
            *_fixed_effects(moderator, found.get(f"{own}/within"), reach.scale),
        ),
        tuple(slopes),
        (doubted(told, seen, reach.test, reach.scale, reach.setting),),
    )


def _can_be_told(found: Sequence[Coefficient]) -> bool:
    """Say whether the product moves enough to be told, with all known noise out of what is held still."""
    strengths = [each.first_stage for each in found if each.first_stage is not None]
    return found[0].cleared >= 1.0 and all(each >= WEAK_FIRST_STAGE for each in strengths)


def _estimate(at: Interval, found: Coefficient, scale: Scaling, name: str) -> Estimate:
    return as_estimate(at, found, scale, Role.MODERATION, name=name)


def _fixed_effects(
    moderator: ModeratorTest, estimated: Estimated | None, scale: Scaling
) -> tuple[Estimate, ...]:
    """Return the difference in the fixed-effects model, of a condition that changes: never deciding.

    Inertia or a mood of the day that differs with the condition looks like a difference there, and its own
    test, the cause at the next måling, does not expose it (docs/decisions, 26).
    """
    names = [] if estimated is None else [each for each in estimated.found if each.endswith("/difference")]
    found = estimated.get(names[0]) if estimated is not None and names else None
    if found is None or found.se <= 0:
        return ()
    return (_estimate(oriented(found, scale), found, scale, f"within difference: {moderator.moderator}"),)


def _points(estimated: Estimated) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.rpartition("/")[2] for each in estimated.found))


def _both(estimated: Estimated, equations: Sequence[str], name: str) -> list[Coefficient] | None:
    found = [estimated.get(f"{each}/{name}") for each in equations]
    known = [each for each in found if each is not None and each.se > 0]
    return known if len(known) == len(equations) else None


def _interval(both: list[Coefficient], scale: Scaling) -> Interval:
    intervals = [oriented(each, scale) for each in both]
    return reduce(envelope, intervals)


def _too_few(estimated: Estimated) -> bool:
    """Say whether the rows are of too few citizens, in all or on one side of the condition.

    Where those who start are held against those who wait there must be enough of both on both sides.
    """
    if estimated.sums.persons < FEWEST_PERSONS:
        return True
    if not any(each.endswith("x met") for each in estimated.found):
        return False
    counts = estimated.sums.counts
    starting = [counts[each] for each in STARTS] if estimated.frame.exposure else [FEWEST_STARTING]
    sides = [counts["persons met"], counts["persons not met"]]
    return min(sides) < FEWEST_IN_A_GROUP or min(starting) < FEWEST_STARTING


def _plain(moderator: ModeratorTest, difference: Difference, reach: Reach) -> Moderation:
    smallest, unit = reach.smallest(moderator)
    return Moderation(
        moderator=moderator.moderator,
        expected=moderator.expected,
        difference=difference,
        smallest=smallest,
        unit=unit,
        smallest_declared=moderator.smallest_declared,
    )


def _told(
    moderator: ModeratorTest,
    estimated: Estimated,
    difference: Interval,
    slopes: list[Interval],
    reach: Reach,
) -> Moderation:
    share, cause_met, cause_not_met = _overlap(estimated, _middle(reach))
    found = _as_expected(difference, moderator, reach)
    return replace(
        _plain(moderator, found, reach),
        p=difference.p,
        share_met=share,
        cause_met=cause_met,
        cause_not_met=cause_not_met,
        slopes_differ=reach.can_be_held(moderator) and _differ(slopes, reach.weighed.smallest_low),
    )


def _as_expected(difference: Interval, moderator: ModeratorTest, reach: Reach) -> Difference:
    if not reach.can_be_held(moderator):
        return Difference.UNDECIDED
    if difference.is_within(reach.smallest(moderator)[0] * reach.share_seen):
        return Difference.TOO_SMALL
    stronger = moderator.expected is not Expected.WEAKENS
    if difference.low > 0:
        return Difference.AS_EXPECTED if stronger else Difference.OPPOSITE
    if difference.high < 0:
        return Difference.OPPOSITE if stronger else Difference.AS_EXPECTED
    return Difference.UNDECIDED


Moments = tuple[float, float]


def _middle(reach: Reach) -> float:
    """Return what was taken off the cause's answers when they were read; nothing of a start."""
    cause = reach.test.cause
    return 0.0 if cause.activity else reading(cause, reach.setting.layout).middle


def _overlap(estimated: Estimated, middle: float) -> tuple[float | None, Moments | None, Moments | None]:
    """Return the share of rows where it is met, and the cause's mean answer and its spread in both."""
    if not any(each.endswith("x met") for each in estimated.found):
        return None, None, None
    frame, raw = estimated.frame, estimated.sums.raw
    target = next(each.target for each in frame.equations if each.name.endswith("x met"))
    is_panel = "met" in frame.columns
    names = (f"level of {target}", "met") if is_panel else (target, "m")
    x, m, both, one = (frame.position(each) for each in (*names, "x raw m", "one"))
    rows, inside = float(raw[one, one]), float(raw[m, one])
    met = _moments(inside, float(raw[both, one]), float(raw[both, x]))
    not_met = _moments(rows - inside, float(raw[x, one] - raw[both, one]), float(raw[x, x] - raw[both, x]))
    (mean_met, sd_met), (mean_not_met, sd_not_met) = met, not_met
    return inside / max(rows, 1.0), (mean_met + middle, sd_met), (mean_not_met + middle, sd_not_met)


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

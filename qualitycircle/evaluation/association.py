"""Judging what makes no contrast: two things that move together, and outputs held against a promise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.gates import Context, common_caps, noise, too_few, too_few_moving, unvaried
from qualitycircle.evaluation.judging import tested, weighing
from qualitycircle.evaluation.moderation import not_asked
from qualitycircle.evaluation.promises import limit_of, per_cent_of
from qualitycircle.evaluation.raters import rater_column
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.reliability import Attenuation
from qualitycircle.evaluation.scaling import Scaling, as_estimate, oriented, scaling, shown
from qualitycircle.evaluation.shares import of_a_scale
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.together import Pair, participants_frame, within_frame
from qualitycircle.evaluation.values import Basis, Cap, Estimate, LinkResult, NotMeasured, Reason, Role
from qualitycircle.evaluation.verdict import Interval
from qualitycircle.expectation import Test

EVERYTHING_IS_SEEN = Attenuation((1.0, 1.0), (1.0, 1.0), True, None)


def together_frames(test: Test, key: str, context: Context) -> tuple[Frame, ...] | NotMeasured:
    """Return the same-måling association within citizens."""
    failure = noise(test, context)
    if failure is not None:
        return failure
    return (within_frame(f"{key}/together", _pair(test, context), context.setting),)


def _pair(test: Test, context: Context) -> Pair:
    return Pair(test.cause, test.effect, rater=rater_column((test.effect, test.cause), context.setting))


def together_result(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> LinkResult:
    """Return the judged association; `~` connects, but is never support."""
    main = found[f"{key}/together"]
    failure = (
        too_few(test, main.sums.persons)
        or unvaried(test, main.found[main.frame.equations[0].name])
        or too_few_moving(test, context.setting)
    )
    deciding = main.only
    if failure is not None or deciding is None:
        return failure or NotMeasured(reason=Reason.NO_VARIATION, test=test)
    scale = scaling(test, context.setting)
    found_range = context.attenuation(test)
    weighed = replace(
        weighing(test, oriented(deciding, scale), found_range, test.smallest.value),
        caps=common_caps(test) | {Cap.SAME_WAVE_ONLY},
    )
    result = tested(
        test,
        weighed,
        Basis.ASSOCIATION,
        (shown(deciding, scale, Role.DECIDING, name="together", lag=0),),
        persons=deciding.persons,
        lost={},
        flags=(),
        reliability=found_range.of_cause,
    )
    return replace(result, moderations=not_asked(test, weighed, scale, context.setting))


def promise_frames(test: Test, key: str, context: Context) -> tuple[Frame, ...] | NotMeasured:
    """Return the mean among those who started."""
    if test.promise is None or limit_of(test.promise, test.effect, context.setting.layout) is None:
        return NotMeasured(reason=Reason.NO_COMPARISON, test=test, facts={"element": test.effect.element})
    return (participants_frame(f"{key}/promise", test.effect, test.cause.activity, context.setting),)


def promise_result(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> LinkResult:
    """Return whether the promise was kept among participants: at most weak, nobody to compare with.

    Below the promise is *not delivered*: the effort, not the theory, is what fell short.
    """
    main = found[f"{key}/promise"]
    mean = main.only
    failure = too_few(test, main.sums.persons)
    limit = limit_of(test.promise, test.effect, context.setting.layout) if test.promise else None
    if failure is not None or mean is None or limit is None or test.promise is None:
        return failure or NotMeasured(
            reason=Reason.NO_DATA_EFFECT, test=test, facts={"element": test.effect.element}
        )
    middle = reading(test.effect, context.setting.layout).middle
    sign = -1.0 if test.promise.comparison == "at most" else 1.0
    points = per_cent_of(test.promise, test.effect, context.setting.layout)
    scale = Scaling(sign * points, "points above promise") if points else Scaling(sign, "above promise")
    moved = replace(mean, value=mean.value + middle - limit)
    above = _above(moved, scale, limit, test, context)
    if above.high90 < 0:
        return _not_delivered(test, mean.value + middle, mean.se, limit, mean.persons)
    weighed = replace(
        weighing(test, _one_sided(above), EVERYTHING_IS_SEEN, 0.0), caps=frozenset({Cap.NO_CONTRAST})
    )
    result = tested(
        test,
        weighed,
        Basis.ASSOCIATION,
        (_shown(above, moved, scale),),
        persons=mean.persons,
        lost={},
        flags=(),
        reliability=None,
    )
    return replace(result, moderations=not_asked(test, weighed, scale, context.setting))


def _above(moved: Coefficient, scale: Scaling, limit: float, test: Test, context: Context) -> Interval:
    """Return how far above the promise: where all answers are alike, within what a scale with ends allows."""
    found = oriented(moved, scale)
    read = reading(test.effect, context.setting.layout)
    if not found.has_no_width() or read.low is None or read.high is None:
        return found
    ends = (read.low + read.middle, read.high + read.middle)
    at = of_a_scale(moved.value + limit, 0.0, moved.persons, ends)
    wide, narrow = (
        sorted((each - limit) * scale.factor for each in two)
        for two in ((at.low, at.high), (at.low90, at.high90))
    )
    return replace(
        found, se=at.se * abs(scale.factor), low=wide[0], high=wide[1], low90=narrow[0], high90=narrow[1]
    )


def _shown(above: Interval, moved: Coefficient, scale: Scaling) -> Estimate:
    return as_estimate(above, moved, scale, Role.DECIDING, name="promise", raw=moved.value, raw_se=moved.se)


def _one_sided(above: Interval) -> Interval:
    """A promise is held against one side: the 90 % interval's ends are one-sided 95 % bounds."""
    return replace(above, low=above.low90, high=above.high90)


def _not_delivered(test: Test, value: float, se: float, limit: float, persons: int) -> NotMeasured:
    facts: dict[str, str | int | float] = {
        "element": test.effect.element,
        "promised": round(limit, 4),
        "delivered": round(value, 4),
        "se": round(se, 4),
        "persons": persons,
    }
    return NotMeasured(reason=Reason.NOT_DELIVERED, test=test, facts=facts)

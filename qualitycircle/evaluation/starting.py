"""Judging a start (A, D): both members of the bracket, placebos before the start, and the assignment.

How it was decided who gets the activity says which comparison is fair: ANCOVA when the need that
was measured decided, the change score when a stable need did. When nobody says, the claim must
hold in both (the envelope).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qualitycircle.evaluation.arms import (
    answered_late,
    arm_frame,
    arms,
    is_allocated,
    started_meanwhile,
    takers,
)
from qualitycircle.evaluation.beside import Bounds
from qualitycircle.evaluation.departures import left, weighted_beside
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.exposure import exposure, seen_so_far
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.gates import (
    Context,
    at_the_end,
    lost,
    steady_flags,
    too_few_clusters,
    too_few_exposed,
    too_few_in_a_row,
    unvaried,
)
from qualitycircle.evaluation.judging import tested, weighing
from qualitycircle.evaluation.moderation import moderated, moderation_frames
from qualitycircle.evaluation.placebos import placebo_caps, placebos
from qualitycircle.evaluation.raters import rater_column
from qualitycircle.evaluation.robustness import robustness
from qualitycircle.evaluation.scaling import Scaling, as_estimate, oriented, scaling, shown
from qualitycircle.evaluation.setting import Setting, observed_controls
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.transitions import Starts, placebo_frame, transition_frame
from qualitycircle.evaluation.trimming import bounds_of_lots, bounds_of_starts, could_be_drop_out
from qualitycircle.evaluation.values import (
    Basis,
    Cap,
    Estimate,
    Flag,
    LinkResult,
    NotMeasured,
    Reason,
    Role,
)
from qualitycircle.evaluation.verdict import Interval, Weighing, envelope
from qualitycircle.evaluation.weighted import weighted_frames
from qualitycircle.evaluation.worst_cases import arm_leavers_frame, leavers_frame, shifted
from qualitycircle.expectation import Test
from qualitycircle.theory import Assignment

FAIR = {
    Assignment.MEASURED_NEED: "ancova",
    Assignment.RANDOMISED: "ancova",
    Assignment.CAPACITY: "ancova",
    Assignment.STABLE_NEED: "change score",
}
"""The one comparison that decides when it is declared how starts were assigned."""

LOTS = {"ancova": "lot", "follow-up": "follow-up"}
"""What the two comparisons of a lot are called: with the first answer held still, and without."""


def start_frames(test: Test, key: str, context: Context) -> tuple[Frame, ...] | NotMeasured:
    """Return the transitions at each declared lag, and what came before the start."""
    setting = context.setting
    if setting.waves < 2:
        facts = {"rounds": setting.waves, "needed": 2}
        return NotMeasured(reason=Reason.TOO_FEW_ROUNDS, test=test, facts=facts)
    if is_allocated(test, setting.layout):
        main = tuple(
            arm_frame(f"{key}/arm {each}", arms(test, each, setting), setting) for each in _lags(test)
        )
        return (
            *main,
            arm_leavers_frame(key, arms(test, _lags(test)[0], setting), setting),
            *weighted_frames(key, main[0], _lags(test)[0], context.stayed, setting),
            *moderation_frames(test, key, main[0], "start", ("ancova",), 0, setting),
        )
    lagged = tuple(
        transition_frame(f"{key}/lag {each}", _starts(test, each, setting), setting) for each in _lags(test)
    )
    return (
        *lagged,
        placebo_frame(f"{key}/placebo", _starts(test, 1, setting), setting),
        leavers_frame(key, _starts(test, _lags(test)[0], setting), setting),
        *weighted_frames(key, lagged[0], _lags(test)[0], context.stayed, setting),
        *moderation_frames(test, key, lagged[0], "start", _members(test), 0, setting),
    )


def _members(test: Test) -> tuple[str, ...]:
    """Return the comparison that decides, or both when nobody says how starts were assigned."""
    fair = FAIR.get(test.assignment)
    return (fair,) if fair else ("ancova", "change score")


def _lags(test: Test) -> tuple[int, ...]:
    """Return the declared lags; a start is always seen at a later måling."""
    return tuple(sorted({max(each, 1) for each in test.lags})) or (1,)


def _starts(test: Test, lag: int, setting: Setting) -> Starts:
    return Starts(
        test.cause.activity,
        test.effect,
        observed_controls(test.controls, setting),
        lag,
        setting.assigned_level(test.assigned_per),
        rater_column((test.effect,), setting),
        setting.steady(test.effect),
    )


def start_result(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> LinkResult:
    """Return the judged test: the envelope of both comparisons, or the one the assignment makes fair."""
    if is_allocated(test, context.setting.layout):
        return _allocated_result(test, key, context, found)
    main = found[f"{key}/lag {_lags(test)[0]}"]
    ancova, change = main.get("ancova"), main.get("change score")
    failure = _failure(test, main)
    if failure is not None or ancova is None or change is None:
        return failure or NotMeasured(reason=Reason.NO_VARIATION, test=test)
    scale = scaling(test, context.setting)
    members = {"ancova": oriented(ancova, scale), "change score": oriented(change, scale)}
    fair = FAIR.get(test.assignment)
    deciding = members[fair] if fair else envelope(*members.values())
    found_range = context.attenuation(test)
    exposed = exposure(main, _lags(test)[0] * context.setting.every)
    weighed = seen_so_far(weighing(test, deciding, found_range, test.smallest.value), exposed)
    moderators = moderated(test, key, found, scale, _members(test), weighed, context.setting)
    weighed = replace(
        weighed,
        members=() if fair else tuple(members.values()),
        alongside=(*_other_lags(test, key, found, scale, fair), *moderators.slopes),
        unseen=moderators.unseen,
        ceiling=at_the_end(test, context.setting),
    )
    weighed = replace(weighed, caps=placebo_caps(test, found[f"{key}/placebo"], scale, fair, weighed))
    decides = {each: members[each] for each in _members(test)}
    worst = bounds_of_starts(found.get(f"{key}/left"), decides, test.effect, context.setting, scale)
    weighed = _bounded(weighed, worst)
    weighted, turns = weighted_beside(key, found, _members(test), scale, weighed)
    weighed = replace(weighed, stops=turns)
    gone, flags = lost(main)
    result = tested(
        test,
        weighed,
        _basis(test),
        (
            *_estimates(ancova, change, deciding, scale, fair, _lags(test)[0]),
            *placebos(found[f"{key}/placebo"], scale),
            *weighted,
            *moderators.estimates,
        ),
        persons=ancova.persons,
        lost={**gone, **left(context.stayed)},
        flags=(*flags, *steady_flags(context.setting, test.effect)),
        reliability=found_range.of_cause,
    )
    shifts = shifted(found.get(f"{key}/left"), deciding, weighed.smallest)
    unmeasured = None if test.assignment is Assignment.RANDOMISED else robustness(main, _members(test)[0])
    return replace(
        result,
        moderations=moderators.moderations,
        shifted=shifts,
        bounds=worst,
        robustness=unmeasured,
        exposure=exposed,
    )


def _allocated_result(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> LinkResult:
    """Return the judged test of groups made by lot: everybody as allocated."""
    lags = _lags(test)
    main = found[f"{key}/arm {lags[0]}"]
    failure = _failure(test, main)
    late = answered_late(main)
    equation, other = ("follow-up", "ancova") if late else ("ancova", "follow-up")
    deciding = main.get(equation)
    if failure is not None or deciding is None:
        return failure or NotMeasured(reason=Reason.NO_VARIATION, test=test)
    scale = scaling(test, context.setting)
    found_range = context.attenuation(test)
    others = [found[f"{key}/arm {each}"].get(equation) for each in lags[1:]]
    beside = main.get(other)
    estimates = [shown(deciding, scale, Role.DECIDING, name=LOTS[equation], lag=lags[0])]
    if beside is not None:
        estimates.append(shown(beside, scale, Role.SENSITIVITY, name=LOTS[other], lag=lags[0]))
    if (among := takers(main)) is not None:
        estimates.append(shown(among, scale, Role.SENSITIVITY, name="takers", lag=lags[0]))
    exposed = exposure(main, lags[0] * context.setting.every)
    weighed = seen_so_far(
        weighing(test, oriented(deciding, scale), found_range, test.smallest.value), exposed
    )
    moderators = moderated(test, key, found, scale, ("ancova",), weighed, context.setting)
    weighed = replace(
        weighed,
        alongside=(*(oriented(each, scale) for each in others if each is not None), *moderators.slopes),
        unseen=moderators.unseen,
        ceiling=at_the_end(test, context.setting),
    )
    of_groups = {equation: weighed.deciding}
    worst = bounds_of_lots(found.get(f"{key}/left"), of_groups, test.effect, context.setting, scale)
    weighed = _bounded(weighed, worst)
    weighted, turns = weighted_beside(key, found, (equation,), scale, weighed)
    weighed = replace(weighed, stops=turns | started_meanwhile(test, main, context.setting.layout))
    gone, flags = lost(main)
    result = tested(
        test,
        weighed,
        Basis.RANDOMISED,
        (*estimates, *weighted, *moderators.estimates),
        persons=deciding.persons,
        lost={**gone, **left(context.stayed)},
        flags=(*flags, Flag.ANSWERED_LATE) if late else flags,
        reliability=found_range.of_cause,
    )
    if deciding.drawn is not None:
        result = replace(result, p=deciding.drawn.p, drawn_again=True)
    return replace(result, moderations=moderators.moderations, bounds=worst, exposure=exposed)


def _bounded(weighed: Weighing, worst: Bounds | None) -> Weighing:
    """Return what is weighed, capped when those who left could be all that the verdict rests on."""
    if not could_be_drop_out(worst, weighed):
        return weighed
    return replace(weighed, caps=weighed.caps | {Cap.DROP_OUT_BOUNDS})


def _failure(test: Test, main: Estimated) -> NotMeasured | None:
    level = main.frame.clusters > 0 and not main.frame.cells
    return (
        too_few_in_a_row(test, main)
        or (too_few_clusters(test, main) if level else None)
        or too_few_exposed(test, main)
        or next((gone for each in _members(test) if (gone := unvaried(test, main.found[each]))), None)
    )


def _basis(test: Test) -> Basis:
    return Basis.RANDOMISED if test.assignment is Assignment.RANDOMISED else Basis.DESIGN_BASED


def _other_lags(
    test: Test, key: str, found: Mapping[str, Estimated], scale: Scaling, fair: str | None
) -> tuple[Interval, ...]:
    intervals = []
    for lag in _lags(test)[1:]:
        names = (fair,) if fair else ("ancova", "change score")
        for name in names:
            each = found[f"{key}/lag {lag}"].get(name)
            if each is not None:
                intervals.append(oriented(each, scale))
    return tuple(intervals)


def _estimates(
    ancova: Coefficient,
    change: Coefficient,
    deciding: Interval,
    scale: Scaling,
    fair: str | None,
    lag: int,
) -> tuple[Estimate, ...]:
    roles = {"ancova": Role.ANCOVA, "change score": Role.CHANGE_SCORE}
    both = {"ancova": ancova, "change score": change}
    others = tuple(
        shown(each, scale, roles[name], name=name, lag=lag) for name, each in both.items() if name != fair
    )
    if fair:
        return (shown(both[fair], scale, Role.DECIDING, name=fair, lag=lag), *others)
    return (as_estimate(deciding, ancova, scale, Role.DECIDING, name="envelope", lag=lag), *others)

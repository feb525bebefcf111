"""Judging a link to a goal (E, F): association only, unless the start was drawn by lot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qualitycircle.evaluation.arms import arm_frame, arms, is_allocated, started_meanwhile, takers
from qualitycircle.evaluation.departures import weighted_beside
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.gates import (
    FEWEST_EVENTS,
    Context,
    common_caps,
    too_few,
    too_few_clusters,
    unvaried,
)
from qualitycircle.evaluation.judging import tested, weighing
from qualitycircle.evaluation.landmark import EVENTS, PEOPLE, GoalQuestion, goal_frame
from qualitycircle.evaluation.moderation import moderated, moderation_frames
from qualitycircle.evaluation.raters import rater_column
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.robustness import robustness
from qualitycircle.evaluation.scaling import Scaling, goal_scaling, oriented, shown
from qualitycircle.evaluation.setting import FEWEST_CLUSTERS, Setting, observed_controls
from qualitycircle.evaluation.values import Basis, Cap, Estimate, LinkResult, NotMeasured, Reason, Role
from qualitycircle.evaluation.weighted import weighted_frames
from qualitycircle.expectation import Test
from qualitycircle.smallest import Unit
from qualitycircle.theory import Assignment


def goal_frames(test: Test, key: str, context: Context) -> tuple[Frame, ...] | NotMeasured:
    """Return the landmark comparison of a goal link."""
    setting = context.setting
    if is_allocated(test, setting.layout):
        goal = _question(test, setting).goal
        main = arm_frame(f"{key}/goal", arms(test, 1, setting, goal=goal), setting)
    else:
        main = goal_frame(f"{key}/goal", _question(test, setting), setting)
    first = main.equations[0]
    weighted = (
        () if is_allocated(test, setting.layout) else weighted_frames(key, main, 0, context.stayed, setting)
    )
    return (main, *weighted, *moderation_frames(test, key, main, first.target, (first.name,), 0, setting))


def _question(test: Test, setting: Setting) -> GoalQuestion:
    level = setting.assigned_level(test.assigned_per) if test.cause.activity else ""
    goal = next(each for each in test.effect.indicators if setting.layout.has(f"event_day:{each}"))
    return GoalQuestion(
        test.cause,
        goal,
        observed_controls(test.controls, setting),
        test.horizon_weeks,
        0.5 if test.cause.activity else setting.found.spread(reading(test.cause, setting.layout)).mean,
        level or _units(setting) or rater_column((test.cause,), setting),
        assigned=bool(level),
    )


def _units(setting: Setting) -> str:
    """Return the units as clusters when there are enough of them to tell."""
    return "unit" if setting.codes("unit") > FEWEST_CLUSTERS else ""


def goal_result(test: Test, key: str, context: Context, found: Mapping[str, Estimated]) -> LinkResult:
    """Return the judged test: percentage points within the horizon."""
    main = found[f"{key}/goal"]
    failure = _failure(test, main)
    deciding = main.only
    if failure is not None or deciding is None:
        return failure or NotMeasured(reason=Reason.NO_VARIATION, test=test)
    rate = _base_rate(main)
    scale = goal_scaling(test, context.setting, rate)
    found_range = context.attenuation(test)
    weighed = weighing(test, oriented(deciding, scale), found_range, _smallest(test, rate))
    first = main.frame.equations[0].name
    moderators = moderated(test, key, found, scale, (first,), weighed, context.setting, rate)
    weighed = replace(
        weighed,
        alongside=moderators.slopes,
        unseen=moderators.unseen,
        caps=common_caps(test) if _is_drawn(test) else common_caps(test) | {Cap.NOT_IDENTIFIED},
    )
    weighted, turns = weighted_beside(key, found, (first,), scale, weighed)
    weighed = replace(weighed, stops=turns | started_meanwhile(test, main, context.setting.layout))
    result = tested(
        test,
        weighed,
        Basis.RANDOMISED if _is_drawn(test) else Basis.ASSOCIATION,
        (
            shown(deciding, scale, Role.DECIDING, name=_model(test, context.setting)),
            *_parts(main, scale),
            *_among_takers(test, main, scale, context.setting),
            *weighted,
            *moderators.estimates,
        ),
        persons=deciding.persons,
        lost=_lost(main),
        flags=(),
        reliability=found_range.of_cause,
    )
    if deciding.drawn is not None:
        result = replace(result, p=deciding.drawn.p, drawn_again=True)
    unmeasured = None if _is_drawn(test) else robustness(main, first)
    return replace(result, moderations=moderators.moderations, robustness=unmeasured)


def _parts(main: Estimated, scale: Scaling) -> tuple[Estimate, ...]:
    """Return the events of the first quarter, those after it, and the other ways out."""
    found = ((name, main.get(name)) for name in ("soon", "later", "exits") if name in main.found)
    return tuple(
        shown(each, scale, Role.SENSITIVITY, name=name)
        for name, each in found
        if each is not None and each.se > 0
    )


def _among_takers(test: Test, main: Estimated, scale: Scaling, setting: Setting) -> tuple[Estimate, ...]:
    """Return what a lot says of those who start when offered, beside what it says of all."""
    found = takers(main) if is_allocated(test, setting.layout) else None
    return () if found is None else (shown(found, scale, Role.SENSITIVITY, name="takers"),)


def _model(test: Test, setting: Setting) -> str:
    if is_allocated(test, setting.layout):
        return "lot"
    return "start to goal" if test.cause.activity else "landmark"


def _is_drawn(test: Test) -> bool:
    return bool(test.cause.activity) and test.assignment is Assignment.RANDOMISED


def _failure(test: Test, main: Estimated) -> NotMeasured | None:
    return (
        too_few(test, main.sums.persons)
        or _too_few_events(test, main)
        or (too_few_clusters(test, main) if main.frame.clusters and not main.frame.cells else None)
        or unvaried(test, main.found[main.frame.equations[0].name])
    )


def _too_few_events(test: Test, main: Estimated) -> NotMeasured | None:
    """Return that too few citizens reach the goal, or too few do not, in one of the groups compared."""
    found = main.sums.counts
    counts = [int(found[each]) for each in (PEOPLE if PEOPLE[0] in found else EVENTS)]
    if min(counts) >= FEWEST_EVENTS:
        return None
    events = int(found.get("people: events", sum(counts[:2])))
    facts = {"events": events, "fewest": min(counts), "needed": FEWEST_EVENTS}
    return NotMeasured(reason=Reason.TOO_FEW_EVENTS, test=test, facts=facts)


def _lost(main: Estimated) -> dict[str, int]:
    counts = main.sums.counts
    return {each: int(counts[each]) for each in ("unanswered", "not followed") if counts.get(each)}


def _base_rate(main: Estimated) -> float:
    counts = main.sums.counts
    events = counts["events high"] + counts["events low"]
    return events / max(sum(counts[name] for name in EVENTS), 1.0)


def _smallest(test: Test, rate: float) -> float:
    """Return d; a default is never more than half the group's own rate."""
    if test.smallest_declared or test.smallest.unit is not Unit.POINTS:
        return test.smallest.value
    return min(test.smallest.value, 50.0 * rate)

"""Other ways to ask the same question of a change on an earlier change: shown beside, never deciding.

Two-way fixed effects with X now and X before, and its own test: X at the *next* måling, which cannot
have moved Y yet (a lead that is there exposes the reverse influence). The share at or above each step
of Y. Only the transitions at which the same professional rated both times.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from qualitycircle.evaluation.beside import Lead
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, person_starts, stacked
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.scaling import POINTS, Scaling, oriented, sd_of, shown
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.evaluation.values import Estimate, Role
from qualitycircle.evaluation.verdict import Interval
from qualitycircle.expectation import Measure, Test

MOST_STEPS = 10
FEWEST_PERSONS = 30


def sensitivity_frames(key: str, question: Question, setting: Setting) -> tuple[Frame, ...]:
    """Return the other models of a lagged question."""
    if question.lag < 1:
        return ()
    found = [_two_way_frame(f"{key}/two-way", question, setting)]
    if question.rater:
        found.append(sequential_frame(f"{key}/same rater", replace(question, same_rater=True), setting))
    return tuple(found)


def cuts_of(effect: Measure, setting: Setting) -> tuple[float, ...]:
    """Return the steps of a short scale from the second on, counted from the middle of the scale.

    Of answers that are turned there are none: a share at or above a step would be one at or below it.
    """
    read = reading(effect, setting.layout)
    if read.low is None or read.high is None or len(read.indicators) != 1 or read.turned:
        return ()
    steps = read.high - read.low
    if not float(steps).is_integer() or not 1 < steps < MOST_STEPS:
        return ()
    return tuple(read.low + each for each in range(1, int(steps) + 1))


def _two_way_frame(key: str, question: Question, setting: Setting) -> Frame:
    waves = setting.courses
    still = ("x now", "x", *waves)
    return Frame(
        key=key,
        columns=("y", "x now", "x", "x after", *waves),
        rows=partial(_two_way, question, setting),
        equations=(
            Equation(name="two-way", outcome={"y": 1.0}, target="x", controls=("x now", *waves)),
            Equation(name="lead", outcome={"y": 1.0}, target="x after", controls=still),
        ),
        clusters=setting.codes(question.rater),
        within=True,
    )


def _two_way(question: Question, setting: Setting, panel: Panel) -> Rows:
    x = values_of(question.cause, setting, panel)
    columns = [
        values_of(question.effect, setting, panel),
        x,
        panel.earlier(x, question.lag),
        panel.later(x, 1),
    ]
    kept = complete(panel, columns)
    values = np.concatenate([stacked(columns, kept), setting.course(panel, kept)])
    clusters = setting.coded(panel, question.rater)[kept] if setting.codes(question.rater) else NOBODY
    return Rows(values, person_starts(panel.person[kept]), clusters=clusters, at=kept)


def sensitivities(
    test: Test, key: str, found: Mapping[str, Estimated], scale: Scaling, setting: Setting
) -> tuple[Estimate, ...]:
    """Return the other models' estimates, those that rest on citizens enough."""
    wanted = [(f"{key}/two-way", "two-way", Role.SENSITIVITY), (f"{key}/two-way", "lead", Role.PLACEBO)]
    wanted.append((f"{key}/same rater", f"{key}/same rater", Role.SENSITIVITY))
    results = []
    for frame, equation, role in wanted:
        each = found[frame].get(equation) if frame in found else None
        if each is not None and each.se > 0 and each.persons >= FEWEST_PERSONS:
            results.append(shown(each, scale, role, name=equation.rpartition("/")[2]))
    return (*results, *_cuts(test, key, found, scale, setting))


def _cuts(
    test: Test, key: str, found: Mapping[str, Estimated], scale: Scaling, setting: Setting
) -> list[Estimate]:
    """Return the share at or above each step, in percentage points per sd of the cause."""
    within, middle = found.get(f"{key}/within"), reading(test.effect, setting.layout).middle
    sign = 1.0 if scale.factor > 0 else -1.0
    points = Scaling(sign * (sd_of(test.cause, setting) or 1.0) * POINTS, "percentage points per sd")
    results = []
    for at in cuts_of(test.effect, setting):
        each = within.get(f"cut {at}") if within is not None and f"cut {at}" in within.found else None
        if each is not None and each.se > 0 and each.persons >= FEWEST_PERSONS:
            results.append(shown(each, points, Role.SENSITIVITY, name=f"cut: {at + middle:g}"))
    return results


def lead_of(key: str, found: Mapping[str, Estimated], scale: Scaling, smallest: float) -> Lead | None:
    """Return what the lead says of two-way fixed effects: they count only when it passed."""
    estimated = found.get(f"{key}/two-way")
    each = estimated.get("lead") if estimated is not None else None
    if each is None or each.se <= 0 or each.persons < FEWEST_PERSONS:
        return None
    return _passed(oriented(each, scale), smallest)


def _passed(at: Interval, smallest: float) -> Lead:
    if at.is_within(smallest):
        return Lead.PASSED
    is_there = (at.low > 0 or at.high < 0) and abs(at.value) > smallest
    return Lead.FAILED if is_there else Lead.OPEN

"""Groups made by lot: everybody as allocated, whether or not they attended (intention to treat).

The draw identifies what being offered the activity does; it says nothing about links further along
the chain. ANCOVA on the first answer; the follow-up alone stands beside it (statistics design 1.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers, Layout
from qualitycircle.evaluation import exposure
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, dummies, person_starts, stacked
from qualitycircle.evaluation.landmark import other_exit
from qualitycircle.evaluation.panel import NOBODY, Flags, Panel
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.setting import Setting, values_of
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Cap
from qualitycircle.expectation import Measure, Test
from qualitycircle.theory import Assignment

COUNTS = (
    "transitions",
    "unanswered",
    "exposed",
    "unexposed",
    "events high",
    "events low",
    "others high",
    "others low",
    "started meanwhile",
    "answered late",
    "took it up",
    *exposure.COUNTS,
)

STRATUM = "stratum"

NEARLY_ALL = 0.95
"""When so many of those offered start, what it is for them is what it is for all."""

ENOUGH_START = 10.0
"""The F below which too few start for what it is for them to be told (Staiger & Stock 1997)."""

MANY_STARTED = 0.10
"""A group without the effort has it too when more than this share start before the answer is seen."""


@dataclass(frozen=True, slots=True)
class Arms:
    """Which effect, at which måling after the first (0), and which codes of `arm` are held together.

    `offered` is the code of the group that is offered the activity, -1 for every group but the one
    without the effort (code 0). `level` is the column of the level the lot was drawn at. For a goal,
    `goal` names its event and `weeks` the horizon from the first måling. `activity` is what is
    offered, "" where the data do not say who starts it.
    """

    effect: Measure
    lag: int
    offered: int
    level: str
    goal: str = ""
    weeks: int = 0
    activity: str = ""


def is_allocated(test: Test, layout: Layout) -> bool:
    """Say whether a lot decided, and the data say who was allocated to what."""
    return test.assignment is Assignment.RANDOMISED and layout.has("arm") and layout.codes.get("arm", 0) > 1


def arms(test: Test, lag: int, setting: Setting, *, goal: str = "") -> Arms:
    """Return the comparison of a test's activity with the group without the effort."""
    labels = setting.layout.labels.get("arm", ())
    offered = labels.index(test.cause.activity) if test.cause.activity in labels else -1
    level = setting.assigned_level(test.assigned_per)
    seen = test.cause.activity if setting.layout.has(f"start_day:{test.cause.activity}") else ""
    return Arms(test.effect, lag, offered, level, goal, test.horizon_weeks, seen)


def started_meanwhile(test: Test, found: Estimated, layout: Layout) -> frozenset[Cap]:
    """Return that too many of the group without the effort had started when the answer was seen.

    Then both groups have had it, and what is left between them is not what it does.
    """
    if not is_allocated(test, layout):
        return frozenset()
    counts = found.sums.counts
    many = counts["started meanwhile"] > MANY_STARTED * counts["unexposed"]
    return frozenset({Cap.STARTED_MEANWHILE}) if many else frozenset()


def answered_late(found: Estimated) -> bool:
    """Say whether many of those offered had started before their first answer: it is no starting point."""
    counts = found.sums.counts
    return counts["answered late"] > MANY_STARTED * counts["exposed"]


def arm_frame(key: str, question: Arms, setting: Setting) -> Frame:
    """Return one row a person: the outcome on the group allocated to, and the first answer."""
    strata = strata_of(setting)
    still = strata if question.goal else (*strata, "y before", "y before unknown")
    alone, level = ("one", *strata), cluster_of(question, setting)
    took = ("took",) if question.activity else ()
    gone = ("exit",) if question.goal else ()
    return Frame(
        key=key,
        columns=("y", "start", "one", *still, *took, *gone),
        rows=partial(_rows, question, setting),
        equations=(
            Equation(name="ancova", outcome={"y": 1.0}, target="start", controls=("one", *still)),
            Equation(name="follow-up", outcome={"y": 1.0}, target="start", controls=alone),
            *(_among_takers(each, ("one", *still)) for each in took),
            *(Equation(name="exits", outcome={each: 1.0}, target="start", controls=alone) for each in gone),
        ),
        counts=COUNTS,
        exposure="start",
        clusters=setting.codes(level),
        jackknife=bool(level) and setting.codes(level) <= 200,
        leverage=not level,
        permutes=not level,
        strata=strata,
        pairs=level == STRATUM,
        spent=_spent(level, setting),
        units=setting.units,
    )


def _among_takers(took: str, still: tuple[str, ...]) -> Equation:
    """Return the difference for those who start when offered: the lot is the instrument of starting.

    The interval is the delta method's, and the same as dividing by how many more start (Angrist,
    Imbens & Rubin 1996).
    """
    return Equation(
        name="takers", outcome={"y": 1.0}, target=took, controls=still, instruments=("start", *still)
    )


def takers(found: Estimated) -> Coefficient | None:
    """Return the difference among those who start when offered, where that is another than for all.

    Hardly anybody may start without the offer, nor may all who have it, and enough must start to tell.
    """
    counts = found.sums.counts
    coefficient = found.get("takers") if "takers" in found.found else None
    if coefficient is None or coefficient.se <= 0 or (coefficient.first_stage or 0.0) < ENOUGH_START:
        return None
    if counts["started meanwhile"] >= MANY_STARTED * counts["unexposed"]:
        return None
    return coefficient if counts["took it up"] < NEARLY_ALL * counts["exposed"] else None


def strata_of(setting: Setting) -> tuple[str, ...]:
    """Return a column for each thing lots were drawn within, but the first."""
    return tuple(f"{STRATUM} {each}" for each in range(1, setting.codes(STRATUM)))


def cluster_of(question: Arms, setting: Setting) -> str:
    """Return what counts as one: the level that drew lots, or the pair when they did so two and two.

    Of a pair, one was drawn: the two move against each other, so the pair is what is independent.
    """
    drawn, within = (setting.layout.codes.get(each, 0) for each in (question.level, STRATUM))
    return STRATUM if question.level and 0 < drawn <= 2 * within else question.level


def _spent(level: str, setting: Setting) -> int:
    """Return the degrees of freedom taken by the contrast and by what lots were drawn within."""
    if not level or level == STRATUM:
        return 0
    return max(setting.layout.codes.get(STRATUM, 0), 1)


def _rows(question: Arms, setting: Setting, panel: Panel) -> Rows:
    arm = arm_of(question, panel)
    first = np.arange(panel.rows) == panel.first
    allocated = (first & ~np.isnan(arm) & ~_had_the_goal(question, panel)).astype(np.float64)
    columns = [_outcome(question, setting, panel), arm, np.ones(panel.rows), *within_strata(setting, panel)]
    if not question.goal:
        columns += _first_answer(question, setting, panel)
    started = _has_started(question, panel, _seen_on(question, panel))
    if question.activity:
        columns.append(started.astype(np.float64))
    if question.goal:
        columns.append(other_exit(question.goal, panel, _seen_on(question, panel)))
    kept = complete(panel, columns, among=allocated)
    values = stacked(columns, kept)
    level = cluster_of(question, setting)
    clusters = setting.coded(panel, level)[kept] if level else NOBODY
    return Rows(
        values,
        person_starts(panel.person[kept]),
        clusters=clusters,
        at=kept,
        counts=np.append(
            _counts(
                values,
                float(allocated.sum()),
                started[kept],
                _has_started(question, panel, panel.at_wave(panel.column("day"), 0))[kept],
            ),
            _exposed(question, setting, panel, kept, values[1]),
        ),
    )


def within_strata(setting: Setting, panel: Panel) -> list[Floats]:
    count = setting.codes(STRATUM)
    return list(dummies(setting.coded(panel, STRATUM), count)) if count else []


def _had_the_goal(question: Arms, panel: Panel) -> Flags:
    """Say who had reached the goal before the lot: nothing can come of it for them."""
    if not question.goal:
        return np.zeros(panel.rows, dtype=np.bool_)
    return panel.column(f"event_day:{question.goal}") < _drawn_on(panel)


def _drawn_on(panel: Panel) -> Floats:
    """Return the day of the lot: the course's first day, whether or not anybody was asked then."""
    start = panel.column("course_start")
    return np.where(np.isnan(start), panel.column("day")[panel.first], start)


def _seen_on(question: Arms, panel: Panel) -> Floats:
    """Return the day the answer is seen, or the horizon closes."""
    if question.goal:
        return _drawn_on(panel) + 7 * question.weeks
    return panel.at_wave(panel.column("day"), question.lag)


def _has_started(question: Arms, panel: Panel, day: Floats) -> Flags:
    """Say who has started on a day; a start that day comes after it."""
    if not question.activity:
        return np.zeros(panel.rows, dtype=np.bool_)
    return panel.column(f"start_day:{question.activity}") < day


def _exposed(question: Arms, setting: Setting, panel: Panel, kept: Integers, offered: Floats) -> list[float]:
    """Return how long those who were offered it, and start, have had it when the answer is read.

    The group without is not counted: when too many of it start, the lot says nothing at all.
    """
    if not question.activity or question.goal:
        return [0.0] * len(exposure.COUNTS)
    read = _seen_on(question, panel)[kept]
    started = panel.column(f"start_day:{question.activity}")[kept]
    starts = np.where(offered > 0, 1.0, np.nan)
    return exposure.exposure_counts(starts, started, read, question.lag * setting.every)


def arm_of(question: Arms, panel: Panel) -> Floats:
    """Return 1 for the group offered the activity, 0 for the group without, NaN for other groups."""
    code = panel.column("arm")
    offered = code > 0 if question.offered < 0 else code == question.offered
    return np.where(offered, 1.0, np.where(code == 0, 0.0, np.nan))


def _outcome(question: Arms, setting: Setting, panel: Panel) -> Floats:
    if not question.goal:
        return panel.at_wave(values_of(question.effect, setting, panel), question.lag)
    reached = np.nan_to_num(panel.column(f"event_day:{question.goal}"), nan=np.inf)
    left = np.nan_to_num(panel.column(f"exit_day:{question.goal}"), nan=np.inf)
    closes = _seen_on(question, panel)
    known = np.nan_to_num(panel.column("follow_until"), nan=-np.inf) >= closes
    event = ((reached <= closes) & (reached <= left)).astype(np.float64)
    return np.where(known, event, np.nan)


def _first_answer(question: Arms, setting: Setting, panel: Panel) -> list[Floats]:
    """Return the answer at the first måling, in the middle where it is missing, and whether it is missing.

    A lot makes a missing first answer independent of the group, so nobody is left out for it. A later
    answer cannot stand in for it: what was offered may have moved it.
    """
    now = panel.at_wave(values_of(question.effect, setting, panel), 0)
    mean = setting.found.spread(reading(question.effect, setting.layout)).mean
    return [np.nan_to_num(now - mean, nan=0.0), np.isnan(now).astype(np.float64)]


def _counts(values: Floats, allocated: float, started: Flags, late: Flags) -> Floats:
    event, offered = values[0] > 0, values[1] > 0
    four = [(event & offered), (event & ~offered), (~event & offered), (~event & ~offered)]
    return np.array(
        [
            allocated,
            allocated - values.shape[1],
            float(offered.sum()),
            float((~offered).sum()),
            *(float(each.sum()) for each in four),
            float((started & ~offered).sum()),
            float((late & offered).sum()),
            float((started & offered).sum()),
        ]
    )

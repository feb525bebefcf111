"""From a level or a start to a goal: whose event comes within the horizon?

Landmark rows (van Houwelingen 2007): citizens at a måling who have not reached the goal four weeks
on, with the whole horizon left of follow-up. The outcome is the event in weeks 5..h, as a linear
probability. For starts the landmark is the end of the window in which some start and others wait,
so that nobody has to stay without a job in order to start (no immortal time).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from qualitycircle.data.block import Floats, Integers
from qualitycircle.evaluation.frames import Equation, Frame, Rows, complete, dummies, person_starts, stacked
from qualitycircle.evaluation.panel import NOBODY, Panel
from qualitycircle.evaluation.raters import are_few
from qualitycircle.evaluation.readings import reading
from qualitycircle.evaluation.setting import QUARTER, Setting, control_name, values_of
from qualitycircle.expectation import Measure

FREE_WEEKS = 4
"""An event in the first weeks was under way already."""

SOON_WEEKS = 13
"""What comes in the first quarter may be what already led there, or for a start what holds back."""

EVENTS = ("events high", "events low", "others high", "others low")
PEOPLE = tuple(f"people: {each}" for each in EVENTS)
"""The same in citizens: a citizen who is asked several times before the goal reaches it once."""
COUNTS = ("at risk", "unanswered", "not followed", *EVENTS, *PEOPLE, "people: events")


@dataclass(frozen=True, slots=True)
class GoalQuestion:
    """Which cause goes with which goal's event within how many weeks.

    `split` divides high from low answers when events are counted; `level` is the column of the
    clusters beside the citizen.
    """

    cause: Measure
    goal: str
    controls: tuple[Measure, ...]
    weeks: int
    split: float = 0.0
    level: str = ""
    assigned: bool = False


def goal_frame(key: str, question: GoalQuestion, setting: Setting) -> Frame:
    """Return the landmark comparison: event on X, X at the first måling, background and måling.

    `soon` and `later` split the same events at a quarter; the two add up to the whole. `exits` are the
    other ways out within the horizon, which stand in the way of the goal (cause-specific).
    """
    still = (*_waves(question, setting), *_backgrounds(setting), *map(control_name, question.controls))
    first = ("x first",) if _moves(question, setting) else ()
    whole = Equation(name=key, outcome={"event": 1.0}, target="x", controls=(*still, *first))
    parts = (
        replace(whole, name="soon", outcome={"event soon": 1.0}),
        replace(whole, name="later", outcome={"event": 1.0, "event soon": -1.0}),
    )
    return Frame(
        key=key,
        columns=("event", "x", *first, *still, "event soon", "exit"),
        rows=partial(_rows, question, setting),
        equations=(
            whole,
            *(parts if question.weeks > SOON_WEEKS else ()),
            replace(whole, name="exits", outcome={"exit": 1.0}),
        ),
        counts=COUNTS,
        exposure="x" if question.cause.activity else "",
        cells=0 if question.assigned else max(setting.quarters, 1) * max(setting.codes("unit"), 1),
        clusters=setting.codes(question.level),
        nested=0 if question.assigned else setting.codes("unit"),
        jackknife=are_few(question.level, setting) and (question.assigned or question.level == "unit"),
        units=setting.units,
    )


def _waves(question: GoalQuestion, setting: Setting) -> tuple[str, ...]:
    return ("one", *setting.wave_names) if question.assigned else setting.wave_names


def _backgrounds(setting: Setting) -> tuple[str, ...]:
    """Return the columns for background: known or not, and its value (numbers) or code."""
    names: list[str] = []
    for each in _background_columns(setting):
        count = setting.codes(each)
        coded = tuple(f"{each} {code}" for code in range(1, count))
        names.extend(coded if count else (each, f"{each} unknown"))
    return tuple(names)


def _background_columns(setting: Setting) -> tuple[str, ...]:
    return tuple(each for each in setting.layout.index if each.startswith("background:"))


def _background_values(setting: Setting, panel: Panel) -> list[Floats]:
    found: list[Floats] = []
    for each in _background_columns(setting):
        count = setting.codes(each)
        if count:
            found.extend(dummies(setting.coded(panel, each), count))
        else:
            mean, sd = setting.found.backgrounds[each]
            values = (panel.column(each) - mean) / (sd or 1.0)
            found.append(np.nan_to_num(values, nan=0.0))
            found.append(np.isnan(values).astype(np.float64))
    return found


def _rows(question: GoalQuestion, setting: Setting, panel: Panel) -> Rows:
    cause, landmark = _cause(question, setting, panel)
    event, at_risk = _event(question.goal, question.weeks, panel, landmark)
    soon = event * _event(question.goal, min(SOON_WEEKS, question.weeks), panel, landmark)[0]
    gone = other_exit(question.goal, panel, landmark + 7 * question.weeks)
    if question.cause.activity:
        at_risk = at_risk * ~np.isnan(cause)
    first = [panel.at_first_answer(cause)] if _moves(question, setting) else []
    still = [
        *dummies(panel.wave, setting.waves),
        *_background_values(setting, panel),
        *(values_of(each, setting, panel) for each in question.controls),
    ]
    one = [np.ones(panel.rows)] if question.assigned else []
    columns = [event, cause, *first, *one, *still, soon, gone]
    kept = complete(panel, columns, among=at_risk)
    values = stacked(columns, kept)
    cells = NOBODY if question.assigned else _cells(setting, panel)[kept]
    clusters = setting.coded(panel, question.level)[kept] if setting.codes(question.level) else NOBODY
    counts = np.concatenate(
        [
            [at_risk.sum(), at_risk.sum() - len(kept), _not_followed(question, panel, landmark)],
            _counts(values[:2], question.split, panel.person[kept]),
        ]
    )
    return Rows(values, person_starts(panel.person[kept]), cells, clusters, kept, counts)


def _cause(question: GoalQuestion, setting: Setting, panel: Panel) -> tuple[Floats, Floats]:
    """Return X and the day from which the event is looked for."""
    day = panel.column("day")
    if not question.cause.activity:
        return values_of(question.cause, setting, panel), day
    started = np.nan_to_num(panel.column(f"start_day:{question.cause.activity}"), nan=np.inf)
    landmark = day + setting.every
    waiting = started >= np.nan_to_num(day, nan=np.inf)
    begun = (started < np.nan_to_num(landmark, nan=-np.inf)).astype(np.float64)
    return np.where(waiting, begun, np.nan), landmark


def _event(goal: str, weeks: int, panel: Panel, landmark: Floats) -> tuple[Floats, Floats]:
    """Return whether the goal was reached in weeks 5..h, and who is at risk with h weeks left."""
    reached = np.nan_to_num(panel.column(f"event_day:{goal}"), nan=np.inf)
    left = np.nan_to_num(panel.column(f"exit_day:{goal}"), nan=np.inf)
    until = np.nan_to_num(panel.column("follow_until"), nan=-np.inf)
    known = ~np.isnan(landmark)
    opens = np.where(known, landmark + 7 * FREE_WEEKS, np.inf)
    closes = np.where(known, landmark + 7 * weeks, np.inf)
    at_risk = known & (reached > opens) & (left > opens) & (until >= closes)
    event = (reached <= closes) & (reached <= left)
    return event.astype(np.float64), at_risk.astype(np.float64)


def other_exit(goal: str, panel: Panel, closes: Floats) -> Floats:
    """Return 1 where a citizen left another way before the goal was reached and the horizon closed."""
    reached = np.nan_to_num(panel.column(f"event_day:{goal}"), nan=np.inf)
    left = np.nan_to_num(panel.column(f"exit_day:{goal}"), nan=np.inf)
    gone: Floats = ((left <= np.nan_to_num(closes, nan=-np.inf)) & (left < reached)).astype(np.float64)
    return gone


def _cells(setting: Setting, panel: Panel) -> Integers:
    day = np.nan_to_num(panel.column("day"), nan=float(setting.found.first_day or 0))
    quarter = (day // QUARTER).astype(np.int64) - setting.first_quarter
    units = setting.codes("unit")
    return quarter * units + setting.coded(panel, "unit") if units else quarter


def _moves(question: GoalQuestion, setting: Setting) -> bool:
    """Say whether anybody's X differs from the first; where all answer once, the two are the same."""
    if question.cause.activity:
        return False
    return setting.found.spread(reading(question.cause, setting.layout)).moving > 0


def _not_followed(question: GoalQuestion, panel: Panel, landmark: Floats) -> float:
    """Return how many rows are not known to the end of the horizon, where the goal had not come."""
    reached = np.nan_to_num(panel.column(f"event_day:{question.goal}"), nan=np.inf)
    left = np.nan_to_num(panel.column(f"exit_day:{question.goal}"), nan=np.inf)
    until = np.nan_to_num(panel.column("follow_until"), nan=-np.inf)
    opens, closes = landmark + 7 * FREE_WEEKS, landmark + 7 * question.weeks
    return float(((reached > opens) & (left > opens) & (until < closes)).sum())


def _counts(values: Floats, split: float, person: Integers) -> list[float]:
    """Return events and the rest on either side of the split: rows, citizens, and citizens in all."""
    event, high = values[0] > 0, values[1] >= split
    four = [event & high, event & ~high, ~event & high, ~event & ~high]
    people = [len(np.unique(person[each])) for each in (*four, event)]
    return [float(each) for each in (*(one.sum() for one in four), *people)]

"""The same question asked in other ways: shown beside the verdict, never deciding it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from qualitycircle.evaluation.beside import Lead
from qualitycircle.evaluation.landmark import GoalQuestion, goal_frame
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.robustness import robustness
from qualitycircle.evaluation.sensitivity import cuts_of, sensitivity_frames
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.together import Pair, within_frame
from qualitycircle.evaluation.values import Cap, Role, Verdict
from qualitycircle.expectation import Comparison
from qualitycircle.indicators import Respondent
from qualitycircle.rendering.verdicts import account
from qualitycircle.theory import Assignment
from qualitycircle.vocabulary.words import beside as words
from tests.panels import Persons, long, panel
from tests.test_evaluation import (
    CHANGE,
    JOB,
    START,
    STARTS,
    TO_JOB,
    a_theory,
    claim,
    first,
    job_world,
    judged,
    measured,
    starters,
    world,
)
from tests.test_evaluation_oracles import (
    C,
    X,
    Y,
    agree,
    as_table,
    estimated,
    found,
    neighbours,
    quietly_fitted,
    setting_of,
    source,
)

__all__ = ["source"]


def test_two_way_effects_and_their_lead_agree_with_pyfixest(source: Persons) -> None:
    setting = setting_of(source)
    frame = sensitivity_frames("s", Question(X, Y, (), 1, now=False), setting)[0]
    table = neighbours(as_table(source), ["x"], -1, "_before")
    table = neighbours(table, ["x"], 1, "_after").dropna(subset=["y", "x", "x_before", "x_after"])
    theirs = quietly_fitted("y ~ x_before + x + C(wave) | person", table, "person")
    agree(found(source, frame, "two-way"), theirs.coef()["x_before"], theirs.se()["x_before"])
    lead = quietly_fitted("y ~ x_after + x + x_before + C(wave) | person", table, "person")
    agree(found(source, frame, "lead"), lead.coef()["x_after"], lead.se()["x_after"])


def test_the_lead_exposes_the_reverse_influence() -> None:
    assert first(judged(world(people=4000, backward=0.4, own=0.0, gone=0.0), CHANGE)).lead is Lead.FAILED
    assert first(judged(world(people=4000, forward=0.3, own=0.0, gone=0.0), CHANGE)).lead is Lead.PASSED
    assert first(judged(world(people=60, gone=0.0), CHANGE)).lead is Lead.OPEN
    assert {each.value for each in Lead} == set(words.LEADS)


def stepped(source: Persons) -> Persons:
    """Return the same answers on a scale from 1 to 5."""
    at = source.layout.index["value:y"]
    values = source.values.copy()
    values[at] = np.clip(np.rint(values[at] + 3), 1, 5)
    return Persons(replace(source.layout, scales={"value:y": (1.0, 5.0)}), values, source.person)


def test_shares_at_each_step_agree_with_pyfixest(source: Persons) -> None:
    whole = stepped(source)
    setting = setting_of(whole)
    cuts = cuts_of(Y, setting)
    assert cuts == (-1.0, 0.0, 1.0, 2.0)
    frame = within_frame("w", Pair(X, Y, cuts=cuts), setting)
    table = as_table(whole).dropna(subset=["x", "y"])
    for at, step in zip(cuts, (2, 3, 4, 5), strict=True):
        table["above"] = (table["y"] >= step).astype(float)
        theirs = quietly_fitted("above ~ x + C(wave) | person", table, "person")
        agree(found(whole, frame, f"cut {at}"), theirs.coef()["x"], theirs.se()["x"])


def test_a_long_or_open_scale_is_not_cut() -> None:
    source = world(people=400)
    assert not [each for each in first(judged(source, CHANGE)).estimates if each.name.startswith("cut")]
    shown = first(judged(stepped(source), CHANGE)).estimates
    assert [each.name for each in shown if each.name.startswith("cut")] == [f"cut: {n}" for n in (2, 3, 4, 5)]


def test_only_where_the_same_professional_answered_both_times(source: Persons) -> None:
    at = source.layout.index["caseworker"]
    values = source.values.copy()
    values[at] = (source.person + (np.arange(len(source.person)) % 7 == 0)) % 14
    mixed = Persons(source.layout, values, source.person)
    setting = setting_of(mixed)
    question = Question(X, Y, (C,), 1, now=False, rater="caseworker")
    same = sensitivity_frames("s", question, setting)[1]
    kept = np.concatenate([[False], values[at, 1:] == values[at, :-1]])
    rows = same.rows(Panel(mixed.blocks()[0], setting.spacing))
    assert rows.count
    assert kept[rows.at].all()
    everything = sequential_frame("a", question, setting)
    assert found(mixed, same).rows < found(mixed, everything).rows
    values[at] = source.person % 14
    steady = Persons(source.layout, values, source.person)
    assert found(steady, same).value == pytest.approx(found(steady, everything).value, rel=1e-12)


def test_a_rating_is_shown_without_the_changes_of_professional() -> None:
    base = world(people=1500, forward=0.3)
    rng = np.random.default_rng(4)
    layout = replace(
        base.layout, index={**base.layout.index, "caseworker": len(base.values)}, codes={"caseworker": 60}
    )
    raters = (base.person % 60 + (rng.random(len(base.person)) < 0.15) * 7) % 60
    data = Persons(layout, np.vstack([base.values, raters]), base.person)
    rated = replace(
        CHANGE,
        tests=(replace(CHANGE.tests[0], effect=measured("y", Respondent.CASEWORKER)),),
    )
    result = first(judged(data, rated))
    shown = {each.name: each for each in result.estimates}
    assert shown["same rater"].role is Role.SENSITIVITY
    assert shown["same rater"].rows < result.deciding.rows


def test_what_something_unmeasured_would_have_to_explain(source: Persons) -> None:
    """The formula of Cinelli & Hazlett from the residuals with and without X."""
    setting = setting_of(source)
    frame = goal_frame("g", GoalQuestion(X, "job", (C,), 26), setting)
    ours = robustness(estimated(source, frame, setting), "g")
    assert ours is not None
    rows = frame.rows(Panel(source.blocks()[0], setting.spacing))
    table = pd.DataFrame(rows.values.T, columns=frame.columns)
    cells = pd.get_dummies(rows.cells, dtype=float)
    design = pd.concat([table[list(frame.columns[1:-2])], cells], axis=1).to_numpy()
    event = table["event"].to_numpy()

    def left(columns: np.ndarray) -> float:
        return float(((event - columns @ np.linalg.lstsq(columns, event)[0]) ** 2).sum())

    f2 = (left(design[:, 1:]) - left(design)) / left(design)
    assert ours.value == pytest.approx((np.sqrt(f2**2 + 4 * f2) - f2) / 2, rel=1e-6)
    assert ours.benchmark in {"x first", "c (c)", "background:age"}
    assert ours.of_cause is not None
    assert 0 <= ours.of_cause <= 1


def test_the_strongest_thing_measured_stands_beside() -> None:
    result = first(judged(job_world(effect=0.05), TO_JOB))
    assert result.robustness is not None
    assert result.robustness.value > 0
    told = account(judged(job_world(effect=0.05), TO_JOB), a_theory(), "da")
    assert "Noget, der ikke er målt, skulle forklare" in told
    assert "det første svar" in told
    assert first(judged(starters(effect=0.4), STARTS)).robustness is not None
    assert first(judged(world(forward=0.3), CHANGE)).robustness is None


def test_an_x_that_hardly_moves_on_its_own_decides_nothing() -> None:
    """X is a random walk: its level says nothing about how it moves on, so the first stage is weak."""
    rng = np.random.default_rng(5)
    x = rng.normal(size=(60, 4)).cumsum(axis=1)
    y = rng.normal(size=(60, 4))
    y[:, 1:] += 2.0 * x[:, :-1]
    columns, owner = long({"value:x": x, "value:y": y})
    result = first(judged(panel(columns, owner), CHANGE))
    assert result.deciding.first_stage is not None
    assert result.deciding.first_stage < 10
    assert result.verdict is Verdict.UNDECIDED
    assert Cap.WEAK_INSTRUMENT in result.caps or result.uncapped is Verdict.UNDECIDED


def test_jobs_that_were_on_their_way_already_are_told_apart_from_those_that_came_later() -> None:
    """X shows who has a job waiting for them in the coming weeks, and nothing of what comes after."""
    rng = np.random.default_rng(2)
    people, waves = 4000, 4
    x = rng.normal(size=(people, waves))
    event = 18_000.0 + rng.uniform(100, 900, people)
    soon = rng.random(people) < 1 / (1 + np.exp(2.0 - 1.5 * x[:, 0]))
    event = np.where(soon, 18_000.0 + rng.uniform(30, 88, people), event)
    wide = {
        "value:x": x,
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), 18_000.0 + 1000),
    }
    keep = event[:, None] > 18_000.0 + 91 * np.arange(waves)
    found = {each.name: each for each in first(judged(panel(*long(wide, keep=keep)), TO_JOB)).estimates}
    assert found["soon"].low > 2.0
    assert found["later"].value < 0.0
    assert found["soon"].value + found["later"].value == pytest.approx(found["landmark"].value)


@pytest.mark.parametrize("drawn", [True, False])
def test_ways_out_that_are_not_the_goal_are_shown_beside_it(drawn: bool) -> None:
    """Those who are offered it leave for something else; fewer are left to reach the goal."""
    rng = np.random.default_rng(3)
    people = 4000
    arm = rng.permutation(people) % 2
    gone = rng.random(people) < 0.05 + 0.25 * arm
    left = np.where(gone, 18_000.0 + rng.uniform(130, 200, people), np.nan)
    event = 18_000.0 + rng.uniform(100, 1500, people)
    wide = {
        "value:x": rng.normal(size=(people, 2)),
        "arm": arm[:, None].astype(float),
        "start_day:a": np.where(arm == 1, 18_010.0, np.nan)[:, None],
        "event_day:job": event[:, None],
        "exit_day:job": left[:, None],
        "follow_until": np.full((people, 1), 18_000.0 + 1000),
    }
    assignment = Assignment.RANDOMISED if drawn else Assignment.UNKNOWN
    claimed = claim(START, JOB, Comparison.START_TO_GOAL, assignment=assignment, horizon_weeks=52)
    found = {
        each.name: each for each in first(judged(panel(*long(wide), codes={"arm": 2}), claimed)).estimates
    }
    assert found["exits"].low > 15
    assert found["lot" if drawn else "start to goal"].value < 0

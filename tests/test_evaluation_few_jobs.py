"""Goals in little data: events are counted in citizens, and one måling is enough to look ahead from."""

from __future__ import annotations

import numpy as np
import pytest

from qualitycircle.evaluation.values import Cap, NotMeasured, Reason, Verdict
from qualitycircle.rendering.verdicts import account, why
from tests.panels import Persons, long, panel
from tests.test_evaluation import FIRST_DAY, TO_JOB, a_theory, first, job_world, judged


def jobs(people: int, waves: int, *, reached: float, seed: int = 3, late: float = 0.0) -> Persons:
    """Simulate jobs some time in the second year; with `late` the register stops before the horizon."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(people, 1)) + rng.normal(size=(people, waves))
    day = FIRST_DAY + 91 * waves + rng.integers(60, 200, people)
    event = np.where(rng.random(people) < reached, day, np.nan)
    until = np.where(rng.random(people) < late, FIRST_DAY + 300, FIRST_DAY + 2000)
    wide = {
        "value:x": x,
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": until[:, None],
    }
    columns, owner = long(wide)
    return panel(columns, owner)


def test_a_citizen_asked_four_times_gets_one_job() -> None:
    """Fewer than twenty citizens got a job, though they were asked four times each before it."""
    found = judged(jobs(100, 4, reached=0.12), TO_JOB).results[0]
    assert isinstance(found, NotMeasured)
    assert found.reason is Reason.TOO_FEW_EVENTS
    assert 5 < int(found.facts["events"]) < 20
    assert int(found.facts["fewest"]) < 20
    assert f"{found.facts['events']} borgere når målet" in why(found, a_theory(), "da")
    assert f"{found.facts['events']} citizens reach the goal" in why(found, a_theory(), "en")


def test_enough_citizens_with_a_job_can_be_compared() -> None:
    assert first(judged(jobs(600, 4, reached=0.3), TO_JOB)).deciding.persons == 600


def test_one_maaling_is_enough_to_look_ahead_from_and_never_more_than_weak() -> None:
    rng = np.random.default_rng(4)
    people = 1500
    x = rng.normal(size=(people, 1))
    event = np.where(rng.random(people) < 0.3 + 0.15 * np.tanh(x[:, 0]), FIRST_DAY + 150, np.nan)
    wide = {
        "value:x": x,
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    columns, owner = long(wide)
    found = judged(panel(columns, owner), TO_JOB)
    assert (found.verdict, found.caps) == (Verdict.WEAK, (Cap.NOT_IDENTIFIED,))
    slope = np.polyfit(x[:, 0], ~np.isnan(event), 1)[0]
    assert first(found).deciding.value == pytest.approx(100 * slope * x.std(ddof=1), rel=1e-6)


def test_what_the_register_does_not_reach_is_counted() -> None:
    result = first(judged(jobs(900, 4, reached=0.3, late=0.4), TO_JOB))
    assert result.lost["not followed"] > 900
    assert "registret rækker ikke til fristens udløb" in account(
        judged(jobs(900, 4, reached=0.3, late=0.4), TO_JOB), a_theory(), "da"
    )
    assert "not followed" not in first(judged(job_world(people=900, effect=0.0), TO_JOB)).lost

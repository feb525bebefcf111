"""Answers that jump when somebody else rates: a citizen is held against the same professional's only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.raters import rated_by_the_same, stays
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Flag, Tested
from qualitycircle.expectation import Comparison
from qualitycircle.indicators import Respondent
from qualitycircle.rendering.verdicts import account
from tests.panels import Persons, panel
from tests.simulations import rated, starting
from tests.test_evaluation import START, Y, a_theory, claim, first, held, judged
from tests.test_evaluation_dropout import setting_of
from tests.test_evaluation_sizes import RATED, RATERS


def asked(source: Persons) -> Tested:
    return first(judged(source, RATED, indicators=RATERS))


def small() -> tuple[Panel, Setting]:
    """Two citizens; the first is rated by 0, 0, 1, 1, 0 and the second by 0, 0, 0."""
    person = np.repeat([0, 1], [5, 3])
    columns = {
        "wave": np.array([0, 1, 2, 3, 4, 0, 1, 2.0]),
        "day": 18_000 + 91 * np.array([0, 1, 2, 3, 4, 0, 1, 2.0]),
        "value:y": np.arange(8.0),
        "rater:y": np.array([0, 0, 1, 1, 0, 0, 0, 0.0]),
    }
    source = panel(columns, person, codes={"rater:y": 2})
    return Panel(source.blocks()[0]), setting_of(source)


def test_the_same_professional_must_have_rated_every_time_in_between() -> None:
    view, setting = small()
    assert rated_by_the_same(("rater:y",), setting, view, 1).tolist() == [0, 1, 0, 1, 0, 0, 1, 1]
    assert rated_by_the_same(("rater:y",), setting, view, 2).tolist() == [0, 0, 0, 0, 0, 0, 0, 1]
    assert rated_by_the_same((), setting, view, 1).tolist() == [1] * 8


def test_a_stay_ends_with_the_citizen_or_the_professional() -> None:
    view, setting = small()
    rows = np.arange(8)
    assert stays(("rater:y",), setting, view, rows).tolist() == [0, 0, 1, 1, 2, 3, 3, 3]
    assert stays((), setting, view, rows).tolist() == [0, 0, 0, 0, 0, 1, 1, 1]
    assert stays((), setting, view, rows[:0]).tolist() == []


def test_professionals_that_differ_in_strictness_do_not_look_like_a_link() -> None:
    """Nothing moves anything; whoever is strict on the one is strict on the other."""
    worlds = [rated(1500, seed=seed, strictness=1.5) for seed in range(16)]
    kept, every = [asked(each) for each in worlds], [asked(without_raters(each)) for each in worlds]
    assert all(Flag.SAME_RATER in each.flags for each in kept)
    assert all(Flag.SAME_RATER not in each.flags for each in every)
    assert np.mean([each.deciding.value for each in every]) > 0.1
    assert abs(np.mean([each.deciding.value for each in kept])) < 0.05


def without_raters(source: Persons) -> Persons:
    index = {name: at for name, at in source.layout.index.items() if not name.startswith("rater")}
    return Persons(replace(source.layout, index=index, codes={}), source.values, source.person)


def test_what_is_not_used_for_it_is_counted_and_told() -> None:
    source = rated(1500, seed=2, forward=0.2)
    result = asked(source)
    assert result.lost["another rater"] > 500
    assert result.deciding.rows < asked(without_raters(source)).deciding.rows
    told = account(judged(source, RATED, indicators=RATERS), a_theory(), "da")
    assert "Svarene springer, når en anden fagperson svarer" in told
    assert "(en anden fagperson svarede)" in told


def test_where_answers_do_not_jump_every_answer_counts() -> None:
    result = asked(rated(1500, seed=2, strictness=0.0))
    assert result.lost["another rater"] == 0
    assert Flag.SAME_RATER not in result.flags


def test_citizens_stay_the_clusters_whoever_rates() -> None:
    source = rated(1500, seed=2, strictness=1.5)
    result = asked(source)
    assert result.deciding.persons <= len(np.unique(source.person))
    alone = held(source.partitioned(7, 3), RATED, indicators=RATERS).judgements[0]
    assert abs(first(alone).deciding.se - result.deciding.se) < 1e-12


def test_a_start_is_read_by_the_professional_who_rated_before_it() -> None:
    source = starting(2000, seed=3, effect=0.4)
    rng = np.random.default_rng(8)
    people = len(np.unique(source.person))
    changes = rng.random(len(source.person)) < 0.2
    own = rng.integers(0, 30, people)[source.person]
    who = np.where(changes, rng.integers(0, 30, len(own)), own).astype(float)
    strict = 1.5 * rng.normal(size=30)[who.astype(int)]
    values = source.values.copy()
    values[source.layout.index["value:y"]] += strict
    layout = replace(
        source.layout,
        index={**source.layout.index, "rater:y": len(values)},
        codes={**source.layout.codes, "rater:y": 30},
    )
    seen = Persons(layout, np.vstack([values, who]), source.person)
    asks = claim(START, replace(Y, respondent=Respondent.CASEWORKER), Comparison.START_TO_OUTCOME)
    result = first(judged(seen, asks, indicators=RATERS))
    assert Flag.SAME_RATER in result.flags
    assert result.lost["another rater"] > 300
    assert abs(result.deciding.value * values[layout.index["value:y"]].std() - 0.4) < 0.25

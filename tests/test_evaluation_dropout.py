"""Those who leave: counted, weighed for, and assumed the worst of; never filled in."""

from __future__ import annotations

import warnings
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.estimating import estimate
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.staying import BOUNDS, Staying, staying
from qualitycircle.evaluation.transitions import Starts, transition_frame
from qualitycircle.evaluation.trimming import errors_of_bounds, trimmed
from qualitycircle.evaluation.values import Cap, Role, Verdict
from qualitycircle.evaluation.verdict import Weighing, interval, turned
from qualitycircle.evaluation.weighted import weighted_frames
from qualitycircle.expectation import Comparison
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Assignment, Sign
from tests.panels import Persons, long, panel
from tests.simulations import losing, losing_by_lot
from tests.test_evaluation import (
    CHANGE,
    DRAWN,
    FIRST_DAY,
    START,
    STARTS,
    X,
    Y,
    a_theory,
    allocated,
    claim,
    first,
    judged,
    starters,
    world,
)
from tests.test_evaluation_oracles import pyfixest, sm


def leaving(source: Persons, *, on: str = "value:y", strength: float = 1.0, seed: int = 7) -> Persons:
    """Take away every måling after the first at which a citizen left, the likelier the higher the answer."""
    rng = np.random.default_rng(seed)
    values = source.values[source.layout.index[on]]
    goes = rng.random(len(values)) < 1.0 / (1.0 + np.exp(2.0 - strength * values))
    gone_before = pd.Series(goes).groupby(source.person).cumsum().to_numpy() - goes > 0
    return Persons(source.layout, source.values[:, ~gone_before], source.person[~gone_before])


def setting_of(source: Persons) -> Setting:
    return Setting(source.layout, describe(source, [read(("y",), source.layout)]))


def stayed_in(source: Persons) -> tuple[Staying, Setting]:
    setting = setting_of(source)
    return staying(source, (read(("y",), source.layout),), setting), setting


def test_the_logit_is_that_of_statsmodels() -> None:
    source = leaving(starters(600, effect=0.0))
    stayed, setting = stayed_in(source.partitioned(5, 2))
    assert stayed.weights is not None
    table = pd.DataFrame({"wave": source.values[0], "y": source.values[source.layout.index["value:y"]]})
    table["start"] = source.values[source.layout.index["start_day:a"]]
    table["day"], table["person"] = source.values[1], source.person
    table["seen"] = (table["person"].shift(-1) == table["person"]).astype(float)
    rows = table[table["wave"] < 4]
    spread = setting.found.spread(read(("y",), source.layout))
    design = pd.DataFrame({"one": 1.0}, index=rows.index)
    for each in range(1, 4):
        design[f"w{each}"] = (rows["wave"] == each) * 1.0
    design["y"] = (rows["y"] - spread.mean) / spread.sd
    design["begun"] = (rows["start"].fillna(np.inf) <= rows["day"]) * 1.0
    theirs = sm.Logit(rows["seen"], design).fit(disp=0)
    ours = stayed.weights[0]
    kept = [*range(4), 5, 7]
    assert ours[kept] == pytest.approx(theirs.params.to_numpy(), abs=2e-4)


def test_weights_multiply_up_along_a_citizens_stay_and_are_bounded() -> None:
    source = leaving(starters(1500, effect=0.0), strength=3.0)
    stayed, setting = stayed_in(source)
    weights = stayed.of(setting, Panel(source.blocks()[0], setting.spacing))
    assert (weights[source.starts[:-1]] == 1.0).all()
    assert weights.min() >= BOUNDS[0]
    assert weights.max() <= BOUNDS[1]
    assert weights.std() > 0.1


def test_who_leaves_with_a_caseworker_is_weighed_for_that() -> None:
    """Half of the caseworkers lose most of theirs; nothing else says who leaves."""
    source = starters(3000, effect=0.0)
    person = source.person
    caseworker = (person % 8).astype(float)
    left = np.random.default_rng(4).random(len(person)) < np.where(caseworker < 4, 0.4, 0.02)
    gone_before = pd.Series(left).groupby(person).cumsum().to_numpy() - left > 0
    layout = replace(
        source.layout,
        index={**source.layout.index, "caseworker": len(source.values)},
        codes={**source.layout.codes, "caseworker": 8},
    )
    seen = Persons(layout, np.vstack([source.values, caseworker])[:, ~gone_before], person[~gone_before])
    stayed, setting = stayed_in(seen)
    weights = stayed.of(setting, Panel(seen.blocks()[0], setting.spacing))
    last, of_leavers = seen.values[0] == 4, seen.values[-1] < 4
    assert weights[last & of_leavers].mean() > 2 * weights[last & ~of_leavers].mean()


def test_weighted_rows_agree_with_pyfixest() -> None:
    source = leaving(starters(600, effect=0.3, units=4))
    stayed, setting = stayed_in(source)
    base = transition_frame("t", Starts("a", Y, ()), setting)
    (frame,) = weighted_frames("t", base, 1, stayed, setting)
    block = source.blocks()[0]
    weights = stayed.of(setting, Panel(block, setting.spacing))
    rows = base.rows(Panel(block, setting.spacing))
    table = pd.DataFrame(rows.values.T, columns=["y", "before", "start"])
    table["cell"], table["person"] = rows.cells, source.person[rows.at]
    table["weight"] = weights[rows.at + 1]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = pyfixest.feols(
            "y ~ start + before | cell", data=table, weights="weight", vcov={"CRV1": "person"}
        )
    ours = estimate(source.partitioned(4, 1), [frame], setting.spacing, lambda stage: None)["t/ipcw"]
    found = ours.get("ancova")
    assert found is not None
    assert found.value == pytest.approx(theirs.coef()["start"], abs=1e-8 * found.se)
    assert found.se == pytest.approx(theirs.se()["start"], rel=1e-8)


def test_weights_bring_back_a_mean_that_drop_out_hides() -> None:
    """Y grows by .3 at every måling, and who is high leaves: the mean of those who stay does not show it."""
    rng = np.random.default_rng(2)
    people, waves = 6000, 5
    level = rng.normal(size=(people, 1))
    y = level + 0.3 * np.arange(waves) + 0.5 * rng.normal(size=(people, waves))
    columns, person = long({"value:y": y})
    source = leaving(panel(columns, person), strength=1.0)
    stayed, setting = stayed_in(source)
    weights = stayed.of(setting, Panel(source.blocks()[0], setting.spacing))
    last = source.values[0] == waves - 1
    answers = source.values[source.layout.index["value:y"]][last]
    plain, weighted = answers.mean(), np.average(answers, weights=weights[last])
    assert abs(weighted - 1.2) < 0.5 * abs(plain - 1.2)


def test_who_left_is_counted_and_the_weighted_number_stands_beside() -> None:
    found = judged(leaving(world(people=3000, forward=0.3, gone=0.0)), CHANGE)
    result = first(found)
    assert result.lost["dropped out"] > 300
    shown = [each for each in result.estimates if each.name == "ipcw"]
    assert [each.role for each in shown] == [Role.SENSITIVITY]
    told = account(found, a_theory(), "da")
    assert "borgeren kom ikke til de næste målinger" in told
    assert "når de, der blev, tæller for dem, der faldt fra" in told


def test_where_hardly_anybody_left_nothing_is_weighed() -> None:
    result = first(judged(world(people=800, forward=0.3, gone=0.0), CHANGE))
    assert "ipcw" not in {each.name for each in result.estimates}
    assert "dropped out" not in result.lost


def test_a_number_that_turns_from_yes_to_no_decides_nothing() -> None:
    weighed = Weighing(deciding=interval(0.2, 0.02, 500), smallest=0.1, smallest_high=0.1, smallest_low=0.1)
    assert turned(weighed, interval(-0.2, 0.02, 500), ())
    assert turned(weighed, interval(0.0, 0.02, 500), ())
    assert not turned(weighed, interval(0.08, 0.02, 500), ())
    assert not turned(weighed, interval(0.0, 0.5, 500), ())


def test_leaving_is_shifted_by_how_much_oftener_starters_leave() -> None:
    source = starters(4000, effect=0.4)
    begun = np.nan_to_num(source.values[source.layout.index["start_day:a"]], nan=np.inf) < source.values[1]
    rng = np.random.default_rng(6)
    values = source.values.copy()
    hidden = rng.random(len(begun)) < np.where(begun, 0.5, 0.1)
    values[source.layout.index["value:y"], hidden] = np.nan
    result = first(judged(Persons(source.layout, values, source.person), STARTS))
    one, two, tip = result.shifted
    assert (one.shift, two.shift) == pytest.approx((-0.2, -0.4))
    assert one.value - result.deciding.value == pytest.approx(-0.2 * 0.4, abs=0.02)
    assert two.value - result.deciding.value == pytest.approx(2 * (one.value - result.deciding.value))
    told = account(judged(Persons(source.layout, values, source.person), STARTS), a_theory(), "da")
    assert "Havde de, der faldt fra, ligget 0,20 sd lavere" in told
    assert (one.tips, two.tips, tip.tips) == (False, False, True)
    assert min(abs(tip.low), abs(tip.high)) == pytest.approx(0, abs=1e-9)
    assert "før tallet ikke kunne skelnes fra nul" in told


def leaving_unseen(people: int, *, follows_x: float, follows_y: float, seed: int) -> tuple[Persons, float]:
    """Simulate citizens who leave by X before and by a Y nobody sees; + how far they stand from who stays.

    Nothing else differs from `world`: X moves the next Y by .2.
    """
    rng = np.random.default_rng(seed)
    person, waves = rng.normal(size=people), 6
    x, y, new = (np.zeros((people, waves)) for _ in range(3))
    keep, stands = np.ones((people, waves), dtype=bool), [np.zeros(0), np.zeros(0)]
    for wave in range(waves):
        x_before, y_before = (x[:, wave - 1], y[:, wave - 1]) if wave else (person, person)
        x[:, wave] = person + 0.3 * x_before + rng.normal(size=people)
        new[:, wave] = rng.normal(size=people)
        y[:, wave] = person + 0.3 * y_before + 0.2 * x_before + new[:, wave]
        if wave:
            asked = keep[:, wave - 1]
            chance = 0.2 + follows_x * x[:, wave - 1] + follows_y * new[:, wave]
            keep[:, wave] = asked & (rng.random(people) >= chance)
            gone = asked & ~keep[:, wave]
            stands = [np.append(stands[0], new[gone, wave]), np.append(stands[1], new[keep[:, wave], wave])]
    columns, owner = long({"value:x": x, "value:y": y}, keep=keep)
    return panel(columns, owner), float(stands[0].mean() - stands[1].mean())


@pytest.mark.parametrize(("follows_x", "follows_y"), [(0.1, 0.12), (0.1, -0.12), (-0.1, 0.12)])
def test_a_change_is_shifted_towards_the_truth_when_leaving_follows_x_and_an_unseen_y(
    follows_x: float, follows_y: float
) -> None:
    """Shifted by how far those who left really stood, fifteen worlds are nearer on average; most hold it."""
    plain, moved, held = [], [], 0
    for seed in range(15):
        source, stood = leaving_unseen(3000, follows_x=follows_x, follows_y=follows_y, seed=seed)
        asked = claim(X, Y, Comparison.CHANGE_TO_CHANGE, smallest=Smallest(value=abs(stood), unit=Unit.STEPS))
        result = first(judged(source, asked))
        down = result.shifted[0]
        assert down.shift == pytest.approx(-abs(stood))
        change = (down.value - result.deciding.value) * (1 if stood < 0 else -1)
        value, wide = result.deciding.value + change, (down.high - down.low) / 2
        plain.append(result.deciding.value)
        moved.append(value)
        held += abs(value - 0.2) <= wide
    assert abs(np.mean(moved) - 0.2) < 0.9 * abs(np.mean(plain) - 0.2)
    assert held >= 12


def test_leaving_after_a_change_is_counted_by_what_the_model_holds_still() -> None:
    source, _ = leaving_unseen(3000, follows_x=0.1, follows_y=0.0, seed=2)
    result = first(judged(source, claim(X, Y, Comparison.CHANGE_TO_CHANGE)))
    table = pd.DataFrame({"person": source.person, "wave": source.values[0]})
    table["x"], table["y"] = (source.values[source.layout.index[f"value:{each}"]] for each in "xy")
    table["left"] = (table["person"].shift(-1) != table["person"]).astype(float)
    rows = table[table["wave"] < 5]
    design = pd.get_dummies(rows["wave"].astype(int), drop_first=True, dtype=float)
    design = pd.concat([rows["x"], design, rows["y"]], axis=1).assign(one=1.0)
    design.columns = design.columns.astype(str)
    theirs = sm.OLS(rows["left"], design).fit()
    per_sd = theirs.params["x"] * table.groupby("person")["x"].first().std()
    one = result.shifted[0]
    assert one.value - result.deciding.value == pytest.approx(one.shift * per_sd)


def test_who_comes_back_later_has_not_left() -> None:
    source = world(people=1500, forward=0.3, gone=0.3)
    result = first(judged(source, CHANGE))
    away = first(judged(leaving(source, on="value:x"), CHANGE))
    follows = [
        (each.shifted[0].value - each.deciding.value) / each.shifted[0].shift for each in (result, away)
    ]
    assert abs(follows[0]) < 0.03
    assert follows[1] > 0.08


def test_a_claim_that_something_falls_is_shifted_the_other_way() -> None:
    source, _ = leaving_unseen(3000, follows_x=0.1, follows_y=0.0, seed=2)
    values = source.values.copy()
    values[source.layout.index["value:y"]] *= -1
    turned_over = Persons(source.layout, values, source.person)
    falls = claim(X, Y, Comparison.CHANGE_TO_CHANGE, sign=Sign.DOWN)
    up, down = judged(source, CHANGE), judged(turned_over, falls)
    assert [each.value for each in first(down).shifted] == pytest.approx(
        [each.value for each in first(up).shifted]
    )
    assert "ligget 0,10 sd lavere" in account(up, a_theory(), "da")
    assert "ligget 0,10 sd højere" in account(down, a_theory(), "da")
    assert "stood 0.10 sd higher" in account(down, a_theory(), "en")


def test_lees_bounds_are_the_trimmed_means() -> None:
    answers = np.random.default_rng(1).integers(0, 6, 80)
    counted = np.bincount(answers, minlength=6).astype(float)
    found = trimmed(counted, np.arange(6.0), 3 / 8, own=0.0)
    ordered = np.sort(answers)
    expected = ordered[:50].mean() - answers.mean(), ordered[-50:].mean() - answers.mean()
    assert found.shifts == pytest.approx(expected)


def test_the_error_of_a_trimmed_mean_is_that_of_drawing_citizens_again() -> None:
    """Of 500 in a group 400 are kept, told from as many again: Lee's formula says how much that varies."""
    rng, values = np.random.default_rng(5), np.linspace(-8, 8, 200)
    drawn, formula = [], []
    for _ in range(600):
        answers = rng.normal(size=500)
        share = 1.0 - rng.binomial(1000, 0.4) / 500
        places = np.clip(np.rint((answers + 8) / (values[1] - values[0])), 0, 199).astype(int)
        counted = np.bincount(places, minlength=200).astype(float)
        found = trimmed(counted, values, share, own=(0.4 * 0.6 / 1000) ** 0.5 * 2)
        drawn.append(answers.mean() + found.shifts[1])
        formula.append(answers.var() / 500 + found.variances[1])
    assert np.mean(formula) == pytest.approx(np.var(drawn), rel=0.15)


def test_far_apart_the_bounds_need_fewer_errors_than_a_single_estimate() -> None:
    assert errors_of_bounds(0.0, 1e9) == pytest.approx(1.95996, abs=1e-4)
    assert errors_of_bounds(50.0, 1e9) == pytest.approx(1.64485, abs=1e-4)
    assert 1.64485 < errors_of_bounds(1.0, 1e9) < 1.95996


@pytest.mark.parametrize(("side", "alone"), [(-1.0, Verdict.WEAK), (1.0, Verdict.UNDECIDED)])
def test_starters_who_leave_by_how_it_went_do_not_make_a_verdict(side: float, alone: Verdict) -> None:
    """The activity does nothing; of those who started, who then stands low (or high) stops answering."""
    capacity = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.CAPACITY)
    for seed in range(3):
        found = judged(losing(2000, seed=seed, side=side, chance=0.8), capacity)
        result = first(found)
        assert found.verdict is alone
        assert Cap.DROP_OUT_BOUNDS in found.caps
        assert result.uncapped in {Verdict.SUPPORTED, Verdict.CONTRADICTED}
        assert result.bounds is not None
        assert result.bounds.stayed_without - result.bounds.stayed_offered > 0.15
        assert result.bounds.low <= 0 <= result.bounds.high
    assert "af dem, der startede, svarede igen" in account(found, a_theory(), "da")


def test_starters_who_leave_no_oftener_are_not_bounded_and_an_effect_is_found() -> None:
    capacity = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.CAPACITY)
    plain = judged(losing(2000, seed=1, side=1.0, chance=0.0, effect=0.4), capacity)
    assert (plain.verdict, first(plain).bounds) == (Verdict.SUPPORTED, None)
    some = judged(losing(2000, seed=1, side=1.0, chance=0.3, effect=0.7), capacity)
    assert some.verdict is Verdict.SUPPORTED
    assert first(some).bounds is not None


def test_an_effect_that_leaving_hides_is_not_called_irrelevant() -> None:
    """Starting adds .3, and who then stands high stops answering: what is left is next to nothing."""
    capacity = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.CAPACITY)
    found = judged(losing(4000, seed=2, side=1.0, chance=0.6, effect=0.25), capacity)
    assert abs(first(found).deciding.value) < 0.15
    assert found.verdict is not Verdict.NO_RELEVANT


def test_a_lot_at_the_edge_of_its_bounds_is_not_a_toss_up() -> None:
    """The bounds end at nil: without their own uncertainty every other world would be supported."""
    verdicts = [judged(losing_by_lot(2000, seed=seed), DRAWN).verdict for seed in range(20)]
    assert verdicts.count(Verdict.SUPPORTED) <= 2
    assert Verdict.WEAK in verdicts


def test_bounds_count_the_units_that_drew_lots() -> None:
    by_unit = claim(
        START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED, assigned_per="enhed"
    )
    verdicts = [judged(losing_by_lot(1500, seed=seed, units=20), by_unit).verdict for seed in range(20)]
    assert verdicts.count(Verdict.SUPPORTED) <= 2


def test_a_lot_that_many_left_is_weak_when_their_leaving_could_explain_it() -> None:
    source = allocated(3000, effect=0.6)
    arm = source.values[source.layout.index["arm"]]
    values = source.values.copy()
    hidden = (source.values[0] == 1) & (np.random.default_rng(3).random(len(arm)) < 0.05 + 0.45 * arm)
    values[source.layout.index["value:y"], hidden] = np.nan
    found = judged(Persons(source.layout, values, source.person), DRAWN)
    result = first(found)
    assert result.bounds is not None
    assert result.bounds.low < 0 < result.bounds.high
    assert (found.verdict, Cap.DROP_OUT_BOUNDS in found.caps) == (Verdict.WEAK, True)
    assert first(judged(source, DRAWN)).bounds is None
    assert "Lee 2009" in account(found, a_theory(), "da")


def test_a_course_that_ended_in_the_goal_is_told_apart() -> None:
    source = leaving(world(people=1500, forward=0.3, gone=0.0))
    ended = np.where(source.person % 2 == 0, FIRST_DAY + 60, np.nan)
    layout = replace(source.layout, index={**source.layout.index, "event_day:job": len(source.values)})
    result = first(judged(Persons(layout, np.vstack([source.values, ended]), source.person), CHANGE))
    assert result.lost["after the goal"] > 100

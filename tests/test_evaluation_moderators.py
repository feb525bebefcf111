"""Conditions that change a link: found where they were planted, told with what was seen of both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from qualitycircle.evaluation.beside import Difference
from qualitycircle.evaluation.conditions import met
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Flag, Reason, Verdict
from qualitycircle.evaluation.verdict import adjusted
from qualitycircle.expectation import Comparison, ModeratorTest, Testable
from qualitycircle.indicators import Catalogue, Indicator, Indicators, Reliability, Scale
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Assignment, Attachment, Condition, Expected, Moderator
from qualitycircle.vocabulary.words import beside as words
from tests.panels import Persons, long, panel
from tests.test_evaluation import (
    CHANGE,
    JOB,
    START,
    X,
    Y,
    a_theory,
    allocated,
    claim,
    first,
    held,
    job_world,
    judged,
    reason,
    starters,
    world,
)

YES = Condition(comparison="is", value="ja")


def setting_with(column: str, codes: tuple[float, ...], scale: Scale | None, **layout: object) -> Setting:
    found = Indicators((Catalogue(id="k", indicators=(Indicator(id="m", name="m", scale=scale),)),))
    zeros = np.zeros(len(codes))
    source = panel(
        {"wave": zeros, "day": zeros, column: np.array(codes)}, np.arange(len(codes)), scales={"m": (1, 2)}
    )
    laid = replace(source.layout, **layout)  # type: ignore[arg-type]  # the fields of Layout
    return Setting(laid, describe(source, ()), indicators=found)


def test_a_step_in_words_is_met_where_that_step_was_answered() -> None:
    answers = (1.0, 2.0, np.nan)
    from_one = setting_with("value:m", answers, Scale(id="s", low=1, high=2, steps=("nej", "ja")))
    assert met(np.array(answers), YES, from_one, "value:m").tolist()[:2] == [0.0, 1.0]
    assert np.isnan(met(np.array(answers), YES, from_one, "value:m")[2])
    from_nought = setting_with("value:m", (0.0, 1.0), Scale(id="s", steps=("nej", "ja")))
    assert met(np.array([0.0, 1.0]), YES, from_nought, "value:m").tolist() == [0.0, 1.0]
    without_scale = setting_with("value:m", answers, None)
    assert met(np.array([1.0, 0.0]), YES, without_scale, "value:m").tolist() == [1.0, 0.0]


def test_no_can_be_the_condition_and_a_middle_step_too() -> None:
    steps = Scale(id="s", low=1, high=3, steps=("aldrig", "nogle gange", "altid"))
    setting = setting_with("value:m", (1.0, 2.0, 3.0), steps)
    some = Condition(comparison="is", value="Nogle gange")
    assert met(np.array([1.0, 2.0, 3.0]), some, setting, "value:m").tolist() == [0.0, 1.0, 0.0]
    no = Condition(comparison="is", value="nej")
    yes_no = setting_with("value:m", (1.0, 2.0), Scale(id="s", low=1, high=2, steps=("nej", "ja")))
    assert met(np.array([1.0, 2.0]), no, yes_no, "value:m").tolist() == [1.0, 0.0]


def test_a_category_is_met_by_its_word_and_a_word_nobody_knows_is_unknown() -> None:
    setting = setting_with("background:m", (0.0, 1.0), None, labels={"background:m": ("Kvinde", "Mand")})
    woman = Condition(comparison="is", value="kvinde")
    assert met(np.array([0.0, 1.0]), woman, setting, "background:m").tolist() == [1.0, 0.0]
    other = Condition(comparison="is", value="ukendt ord")
    assert np.isnan(met(np.array([0.0, 1.0]), other, setting, "background:m")).all()


# Through the whole pipeline


def moderator(id: str = "m", **changes: object) -> ModeratorTest:
    fields: dict[str, object] = {
        "moderator": id,
        "expected": Expected.STRENGTHENS,
        "indicators": (id,),
        "smallest": Smallest(value=0.15, unit=Unit.SD),
        "smallest_declared": False,
        "met_when": YES,
        **changes,
    }
    return ModeratorTest(**fields)  # type: ignore[arg-type]  # the fields of ModeratorTest


YES_NO = Scale(id="s", low=1, high=2, steps=("nej", "ja"))
KNOWN = Indicators(
    (
        Catalogue(
            id="k",
            indicators=(
                Indicator(id="x", name="x", reliability=Reliability(value=1.0)),
                Indicator(id="y", name="y", reliability=Reliability(value=1.0)),
                Indicator(id="m", name="m", scale=YES_NO),
            ),
        ),
    )
)


def with_column(source: Persons, name: str, values: np.ndarray) -> Persons:
    layout = replace(source.layout, index={**source.layout.index, name: len(source.values)})
    return Persons(layout, np.vstack([source.values, values]), source.person, source.dealt)


def split_world(met: float, not_met: float, people: int = 3000, waves: int = 7, seed: int = 5) -> Persons:
    """X moves the next Y by `met` for half of the citizens, by `not_met` for the others; m is 1 or 2."""
    rng = np.random.default_rng(seed)
    has = np.arange(people) % 2
    slope = np.where(has == 1, met, not_met)
    person = rng.normal(size=people)
    x, y = np.zeros((people, waves)), np.zeros((people, waves))
    for wave in range(waves):
        x[:, wave] = person + rng.normal(size=people)
        before = x[:, wave - 1] - person if wave else np.zeros(people)
        y[:, wave] = person + slope * before + rng.normal(size=people)
    columns, owner = long({"value:x": x, "value:y": y, "background:m": (has + 1.0)[:, None]})
    return panel(columns, owner)


def with_moderator(**changes: object) -> Testable:
    return claim(X, Y, Comparison.CHANGE_TO_CHANGE, moderators=(moderator(**changes),))


def test_a_link_that_turns_with_a_condition_is_conditional_and_undecided_never_irrelevant() -> None:
    """The slopes are -.16 and +.14: together nothing, and yet each is there."""
    source = split_world(0.14, -0.16, people=6000)
    pooled = judged(source, CHANGE, indicators=KNOWN)
    assert pooled.verdict is Verdict.NO_RELEVANT
    found = judged(source, with_moderator(), indicators=KNOWN)
    shown = {each.name: each for each in first(found).estimates}
    assert shown["x met: m"].value == pytest.approx(0.14, abs=0.03)
    assert shown["x not met: m"].value == pytest.approx(-0.16, abs=0.03)
    assert found.verdict is Verdict.UNDECIDED
    assert Flag.CONDITIONAL in found.flags
    told = account(found, a_theory(), "da")
    assert "Sammenhængen er der under én betingelse, men ikke under en anden." in told
    assert "på den måde teorien venter" in told


def test_a_yes_or_no_condition_is_read_by_its_words() -> None:
    found = first(judged(split_world(0.4, 0.0), with_moderator(), indicators=KNOWN))
    told = found.moderations[0]
    assert told.difference is Difference.AS_EXPECTED
    assert told.share_met == pytest.approx(0.5, abs=0.01)
    shown = {each.name: each.value for each in found.estimates}
    assert shown["difference: m"] == pytest.approx(shown["x met: m"] - shown["x not met: m"])


def test_a_condition_that_weakens_is_held_against_that() -> None:
    found = judged(split_world(0.0, 0.4), with_moderator(expected=Expected.WEAKENS), indicators=KNOWN)
    assert first(found).moderations[0].difference is Difference.AS_EXPECTED
    other = judged(split_world(0.0, 0.4), with_moderator(), indicators=KNOWN)
    assert first(other).moderations[0].difference is Difference.OPPOSITE


def test_a_condition_nobody_can_read_or_that_few_have_is_told_as_such() -> None:
    source = split_world(0.4, 0.0)
    strange = Condition(comparison="is", value="måske")
    unread = judged(source, with_moderator(met_when=strange), indicators=KNOWN)
    assert first(unread).moderations[0].difference is Difference.UNREAD
    rare = source.values.copy()
    rare[source.layout.index["background:m"]] = 1.0 + (source.person < 5)
    few = judged(Persons(source.layout, rare, source.person), with_moderator(), indicators=KNOWN)
    assert first(few).moderations[0].difference is Difference.TOO_FEW
    assert first(few).moderations[0].share_met is None


def test_a_number_is_shown_one_deviation_above_and_below() -> None:
    source = split_world(0.4, 0.0)
    found = first(judged(source, with_moderator(met_when=None), indicators=KNOWN))
    shown = {each.name: each.value for each in found.estimates}
    sd = source.values[source.layout.index["background:m"]].std(ddof=1)
    assert shown["x high: m"] - shown["x low: m"] == pytest.approx(2 * sd * shown["difference: m"], rel=1e-2)


def test_what_changes_over_time_moderates_by_its_deviations() -> None:
    """No true moderation: both X and the condition go with the person, and Y with their product."""
    rng = np.random.default_rng(3)
    false = 0
    for seed in range(20):
        source = world(people=600, seed=seed, gone=0.0)
        own = np.repeat(rng.normal(size=600), 7)
        varying = 1.0 + (own + rng.normal(size=4200) > 0)
        data = with_column(source, "value:m", varying)
        found = first(judged(data, with_moderator(), indicators=KNOWN))
        false += found.moderations[0].p < 0.05
        shown = {each.name: each.value for each in found.estimates}
        assert shown["difference: m"] == pytest.approx(shown["x met: m"] - shown["x not met: m"])
    assert false <= 4


def test_slopes_agree_with_a_regression_written_out() -> None:
    source = split_world(0.4, 0.0, people=300)
    found = first(judged(source, with_moderator(), indicators=KNOWN))
    shown = {each.name: each for each in found.estimates}
    frame = pd.DataFrame({name: source.values[at] for name, at in source.layout.index.items()})
    frame["person"] = source.person
    frame["before"] = frame.groupby("person")["value:x"].shift(1)
    frame = frame.dropna()
    frame["m"] = frame["background:m"] - 1
    columns = {"x": frame["before"], "xm": frame["before"] * frame["m"]}
    columns |= {f"w{each}": (frame["wave"] == each) * 1.0 for each in range(2, 7)}
    design = pd.DataFrame(columns)
    within = design - design.groupby(frame["person"]).transform("mean")
    y = frame["value:y"] - frame.groupby("person")["value:y"].transform("mean")
    inner = np.linalg.inv(within.T @ within)
    slopes = inner @ (within.T @ y).to_numpy()
    scores = within.mul(y - within @ slopes, axis=0).groupby(frame["person"]).sum().to_numpy()
    count, rows, width = len(scores), len(y), within.shape[1] + 1
    variance = inner @ (scores.T @ scores) @ inner * count / (count - 1) * (rows - 1) / (rows - width)
    lead = np.zeros(within.shape[1])
    lead[:2] = 1.0
    ours = shown["x met: m"]
    sd = ours.value / (lead @ slopes)
    assert ours.se / sd == pytest.approx((lead @ variance @ lead) ** 0.5, rel=1e-8)
    alone = shown["x not met: m"]
    assert (alone.value / sd, alone.se / sd) == pytest.approx((slopes[0], variance[0, 0] ** 0.5), rel=1e-8)


def test_a_start_that_helps_only_where_the_condition_is_met() -> None:
    source = starters(6000, effect=0.0)
    has = source.person % 2
    begun = np.nan_to_num(source.values[source.layout.index["start_day:a"]], nan=np.inf) < source.values[1]
    values = source.values.copy()
    values[source.layout.index["value:y"]] += 0.8 * begun * has
    data = with_column(Persons(source.layout, values, source.person), "background:m", has + 1.0)
    drawn = claim(
        START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED, moderators=(moderator(),)
    )
    for expectation in (drawn, replace_assignment(drawn, Assignment.UNKNOWN)):
        found = judged(data, expectation, indicators=KNOWN)
        shown = {each.name: each.value for each in first(found).estimates}
        assert shown["x met: m"] > 0.3 > shown["x not met: m"]
        assert Flag.CONDITIONAL in found.flags


def replace_assignment(expectation: Testable, assignment: Assignment) -> Testable:
    return replace(expectation, tests=(replace(expectation.tests[0], assignment=assignment),))


def test_groups_made_by_lot_and_goals_have_moderators_too() -> None:
    source = allocated(3000, effect=0.6)
    data = with_column(source, "background:m", 1.0 + source.person % 2)
    drawn = claim(
        START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED, moderators=(moderator(),)
    )
    found = first(judged(data, drawn, indicators=KNOWN)).moderations[0]
    assert found.difference in {Difference.UNDECIDED, Difference.TOO_SMALL}
    jobs = job_world(3000, effect=0.03)
    has = jobs.person % 2
    to_job = claim(X, JOB, Comparison.LEVEL_TO_GOAL, moderators=(moderator(),))
    told = first(judged(with_column(jobs, "background:m", has + 1.0), to_job, indicators=KNOWN))
    assert {each.name for each in told.estimates} >= {"difference: m", "x met: m", "x not met: m"}


def test_conditions_are_corrected_for_how_many_there_are() -> None:
    source = split_world(0.3, 0.0)
    many = tuple(replace(moderator(), moderator=f"m{each}") for each in range(4))
    found = first(judged(source, claim(X, Y, Comparison.CHANGE_TO_CHANGE, moderators=many), indicators=KNOWN))
    assert [each.corrected_p for each in found.moderations] == pytest.approx(
        [each.p for each in found.moderations]
    )
    assert adjusted([0.01, 0.04, 0.03, 0.5]) == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])


def test_a_required_condition_that_is_rarely_met_is_the_effort_that_fell_short() -> None:
    source = split_world(0.0, 0.0, people=6000)
    values = source.values.copy()
    values[source.layout.index["background:m"]] = 1.0 + (source.person % 20 == 0)
    data = Persons(source.layout, values, source.person)
    attached = Attachment(link=("x", "y"), expected=Expected.REQUIRED)
    condition = Moderator(id="m", name="Støtte", attachments=(attached,), indicators=("m",), met_when=YES)
    theory = a_theory(moderators=(condition,))
    found = held(data, with_moderator(expected=Expected.REQUIRED), theory=theory, indicators=KNOWN)
    assert [(each.what, each.outcome) for each in found.deliveries][-1] == ("share met", "rarely met")
    assert reason(found.judgements[0]) is Reason.NOT_DELIVERED


def test_every_word_beside_a_verdict_has_both_languages() -> None:
    assert {each.value for each in Difference} == set(words.DIFFERENCES)

"""Conditions that change a link: found where they were planted, told with what was seen of both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from qualitycircle.evaluation.beside import Difference
from qualitycircle.evaluation.conditions import met
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.estimating import estimate
from qualitycircle.evaluation.interacting import Moderating
from qualitycircle.evaluation.interacting_changes import condition_frame
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Cap, Flag, Reason, Role, Verdict
from qualitycircle.evaluation.verdict import adjusted
from qualitycircle.expectation import Comparison, ModeratorTest, Testable
from qualitycircle.indicators import Catalogue, Indicator, Indicators, Reliability, Scale
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Assignment, Attachment, Condition, Expected, Moderator
from qualitycircle.vocabulary.words import beside as words
from tests.panels import Persons, long, panel
from tests.simulations import changing, starting
from tests.test_evaluation import (
    CHANGE,
    FIRST_DAY,
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
MET = Condition(comparison="at least", value=1.0)


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


def test_where_a_comparison_has_no_place_for_a_condition_that_is_said() -> None:
    two = judged(
        changing(400, 2, seed=1, forward=0.3, now=0.3),
        claim(X, Y, Comparison.CHANGE_TO_CHANGE, moderators=(moderator(),)),
    )
    assert [each.difference for each in first(two).moderations] == [Difference.NOT_ASKED]
    assert "kræver mindst tre målinger" in account(two, a_theory(), "da")


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
    assert "Sammenhængen er der, når betingelsen m er opfyldt. Ellers går den den modsatte vej." in told
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
    rare[source.layout.index["background:m"]] = 1.0 + (source.person < 25)
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
        shown = {each.name: each for each in found.estimates}
        difference = shown["x met: m"].value - shown["x not met: m"].value
        assert shown["difference: m"].value == pytest.approx(difference)
        assert shown["within difference: m"].role is Role.MODERATION
    assert false <= 4


def met_often_by_some(slope: float, seed: int) -> Persons:
    """X moves the next Y more for those who often have m, and no more at the målinger where they have it."""
    rng = np.random.default_rng(seed)
    often, people, waves = rng.normal(size=1000), 1000, 7
    person = 0.7 * often + 0.7 * rng.normal(size=people)
    x, y = np.zeros((people, waves)), np.zeros((people, waves))
    for wave in range(waves):
        before = x[:, wave - 1] - person if wave else np.zeros(people)
        x[:, wave] = person + rng.normal(size=people)
        y[:, wave] = person + slope * often * before + rng.normal(size=people)
    met = 1.0 + (often[:, None] + rng.normal(size=x.shape) > 0)
    columns, owner = long({"value:x": x, "value:y": y, "value:m": met})
    return panel(columns, owner)


def test_that_a_link_is_stronger_for_those_who_often_have_it_is_not_that_it_is_stronger_when_they_do() -> (
    None
):
    found = [met_often_by_some(0.2, seed) for seed in range(15)]
    told = [first(judged(each, with_moderator(), indicators=KNOWN)).moderations[0] for each in found]
    assert sum(each.p < 0.05 for each in told) <= 3


# A null link whose difference would be faked by what else goes with the condition

FAKED_BY = {
    "feedback only where it is met": {"backward": 0.4},
    "more inertia where it is met": {"own": 0.6},
    "another course of time where it is met": {"drift": 0.3},
    "a mood of the day only where it is met": {"halo": 1.0},
    "stable differences only where it is met": {"trait": 3.0},
}
CLAIMED = {Difference.AS_EXPECTED, Difference.OPPOSITE}


@pytest.mark.parametrize("turning", [False, True], ids=["all along", "now and then"])
@pytest.mark.parametrize("what", FAKED_BY)
def test_what_else_goes_with_a_condition_is_not_a_difference(what: str, turning: bool) -> None:
    claimed = conditional = 0
    for seed in range(25):
        source = changing(1000, 6, seed=seed, turning=turning, where_met=FAKED_BY[what])
        found = judged(source, with_moderator(met_when=MET), indicators=KNOWN)
        claimed += first(found).moderations[0].difference in CLAIMED
        conditional += Flag.CONDITIONAL in found.flags
    assert claimed <= 4
    assert conditional <= 2


@pytest.mark.parametrize("turning", [False, True], ids=["all along", "now and then"])
def test_a_difference_that_is_there_is_found_under_feedback_too(turning: bool) -> None:
    found = 0
    for seed in range(10):
        source = changing(
            3000, 6, seed=seed, forward=-0.16, backward=0.2, turning=turning, where_met={"forward": 0.14}
        )
        told = judged(source, with_moderator(met_when=MET), indicators=KNOWN)
        found += first(told).moderations[0].difference is Difference.AS_EXPECTED
        assert told.verdict is not Verdict.NO_RELEVANT
    assert found >= 8


def test_fixed_effects_would_have_found_the_difference_that_inertia_makes() -> None:
    """Why they are shown and never decide: the condition only goes with more inertia."""
    source = changing(4000, 6, seed=1, own=0.0, turning=True, where_met={"own": 0.6})
    found = first(judged(source, with_moderator(met_when=MET), indicators=KNOWN))
    shown = {each.name: each for each in found.estimates}
    assert shown["within difference: m"].low > 0
    assert shown["difference: m"].low < 0 < shown["difference: m"].high
    assert found.moderations[0].difference not in CLAIMED


def test_more_of_a_mood_where_it_is_met_cannot_be_told_from_a_difference() -> None:
    source = changing(4000, 6, seed=2, where_met={"halo": 1.0})
    found = judged(source, with_moderator(met_when=MET), indicators=KNOWN)
    shown = {each.name: each for each in first(found).estimates}
    assert shown["difference: m"].high < 0
    assert first(found).moderations[0].difference is Difference.NOT_TELLABLE
    assert Flag.CONDITIONAL not in found.flags
    assert "dagens humør i begge svar, kan ikke afgøres" in account(found, a_theory(), "da")


def test_at_the_same_maling_one_respondent_tells_no_difference() -> None:
    source = changing(2000, 6, seed=2, halo=0.2, where_met={"halo": 1.0})
    for same, wanted in ((True, Difference.NOT_TELLABLE), (False, Difference.AS_EXPECTED)):
        expectation = claim(
            X,
            Y,
            Comparison.CHANGE_TO_CHANGE,
            lags=(0,),
            same_informant=same,
            moderators=(moderator(met_when=MET),),
        )
        assert first(judged(source, expectation, indicators=KNOWN)).moderations[0].difference is wanted


def test_noise_is_taken_out_on_each_side_as_it_would_be_of_that_side_alone() -> None:
    source = changing(3000, 6, seed=3, own=0.5, backward=0.3, error=0.4, where_met={"forward": 0.3})
    setting = Setting(source.layout, describe(source, (read(("x",), source.layout),)), indicators=KNOWN)
    question = Question(X, Y, (), 1, now=True, noise={X: (0.16, 0.16), Y: (0.16, 0.16)})
    base = sequential_frame("now", question, setting)
    condition = Moderating("value:m", MET, 1, varies=False)
    whole = estimate(
        source, [condition_frame("m", base, question, condition, setting)], setting.spacing, lambda _: None
    )["m"]
    met = source.values[source.layout.index["value:m"]]
    for side, name in ((1.0, "x met"), (0.0, "x not met")):
        own = Persons(source.layout, source.values[:, met == side], source.person[met == side])
        alone = estimate(own, [base], setting.spacing, lambda _: None)["now"]
        one, other = whole.get(f"now/noise out/{name}"), alone.get("now/noise out")
        assert one is not None
        assert other is not None
        assert one.cleared == other.cleared == 1.0
        as_answered = sequential_frame("plain", replace(question, noise={}), setting)
        plain = estimate(own, [as_answered], setting.spacing, lambda _: None)["plain"].only
        assert plain is not None
        assert abs(plain.value - other.value) > 0.005
        assert one.value == pytest.approx(other.value, rel=1e-7)
        assert one.se == pytest.approx(other.se, rel=0.01)


STARTS_FAKED_BY = {
    "an answer before says more of the next one where it is met": {"own": 0.6},
    "citizens lie further apart where it is met": {"trait": 2.0},
}


@pytest.mark.parametrize("assignment", [Assignment.MEASURED_NEED, Assignment.UNKNOWN])
@pytest.mark.parametrize("what", STARTS_FAKED_BY)
def test_who_starts_on_a_low_answer_is_no_difference_either(what: str, assignment: Assignment) -> None:
    """A start that does nothing, given to those who answered low: what that says differs with m."""
    expectation = claim(
        START,
        Y,
        Comparison.START_TO_OUTCOME,
        assignment=assignment,
        moderators=(moderator(met_when=MET),),
    )
    claimed = 0
    for seed in range(25):
        source = starting(1000, seed=seed, on_score=1.0, where_met=STARTS_FAKED_BY[what])
        claimed += first(judged(source, expectation, indicators=KNOWN)).moderations[0].difference in CLAIMED
    assert claimed <= 4


# Against a regression written out


def written_out(source: Persons, *, varies: bool) -> tuple[float, float, float, float]:
    """Return the slope where met and the difference, each with its standard error, by dense matrices."""
    values = {name: source.values[at] for name, at in source.layout.index.items()}
    people, waves = int(source.person.max()) + 1, int(values["wave"].max()) + 1
    wide = {
        name: values[column].reshape(people, waves)
        for name, column in (("x", "value:x"), ("y", "value:y"), ("m", "value:m"))
    }
    met = wide["m"] - 1.0
    usual = met[:, :-1].mean(axis=1)
    rows, scores_of, at_rows = [], [], []
    for person in range(people):
        own = []
        for wave in range(1, waves):
            named = np.array([wide["x"][person, wave - 1], wide["y"][person, wave - 1]])
            courses = (np.arange(1, waves) == wave).astype(float)
            at = met[person, wave - 1]
            often = 1.0 - usual[person]
            by = [at - usual[person], often] if varies else [at]
            right = [named, courses, *(named * each for each in by), courses * by[-1]]
            right += [np.array(by[:1])] if varies else []
            own.append((wide["y"][person, wave], np.concatenate(right), by[-1], at))
        for at in range(waves - 2):
            later = own[at + 1 :]
            root = (len(later) / (len(later) + 1)) ** 0.5
            y = root * (own[at][0] - np.mean([each[0] for each in later]))
            right = root * (own[at][1] - np.mean([each[1] for each in later], axis=0))
            rows.append((y, right, np.append(own[at][1], [1.0, own[at][2]])))
            scores_of.append(person)
            at_rows.append(own[at][3])
    y = np.array([each[0] for each in rows])
    right = np.array([each[1] for each in rows])
    levels = np.array([each[2] for each in rows])
    courses = [2 + each for each in range(waves - 1)]
    by = 2 if varies else 1
    at_last = 2 + (waves - 1) + 2 * by
    instruments = np.hstack([right[:, courses], right[:, at_last : at_last + waves - 1], levels])
    projected = instruments @ np.linalg.lstsq(instruments, right, rcond=1e-10)[0]
    kept = np.linalg.matrix_rank(projected, tol=1e-8)
    inner = np.linalg.pinv(projected.T @ projected, rcond=1e-10)
    slopes = inner @ projected.T @ y
    residual = y - right @ slopes
    scores = pd.DataFrame(projected * residual[:, None]).groupby(np.array(scores_of)).sum().to_numpy()
    small = people / (people - 1) * (len(y) - 1) / (len(y) - kept)
    variance = inner @ (scores.T @ scores) @ inner * small
    product = 2 + (waves - 1)
    share = 1.0 - np.mean(at_rows)
    where_met, difference = np.zeros(len(slopes)), np.zeros(len(slopes))
    difference[product] = 1.0
    where_met[0] = 1.0
    where_met[product] = share if varies else 1.0
    if varies:
        where_met[product + 2] = share
    return tuple(
        float(each)
        for wanted in (where_met, difference)
        for each in (wanted @ slopes, (wanted @ variance @ wanted) ** 0.5)
    )  # type: ignore[return-value]  # four numbers


@pytest.mark.parametrize("varies", [False, True])
def test_slopes_agree_with_a_regression_written_out(varies: bool) -> None:
    source = changing(300, 6, seed=4, gone=0.0, forward=0.1, turning=varies, where_met={"forward": 0.4})
    at = source.layout.index["value:m"]
    values = source.values.copy()
    values[at] += 1.0
    source = Persons(source.layout, values, source.person)
    found = first(judged(source, with_moderator(), indicators=KNOWN))
    shown = {each.name: each for each in found.estimates}
    slope, slope_se, difference, difference_se = written_out(source, varies=varies)
    factor = found.deciding.value / found.deciding.raw_value
    met = shown["x met: m"]
    assert (met.value / factor, met.se / factor) == pytest.approx((slope, slope_se), rel=1e-6)
    apart = shown["difference: m"]
    assert (apart.value / factor, apart.se / factor) == pytest.approx((difference, difference_se), rel=1e-6)


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


# What weakens a link on one side only, and a link that bends


def cut_off(source: Persons, share: float, *, where_met: bool = True) -> Persons:
    """Return the same answers on a scale too short at the top for this share of those who have m."""
    values = source.values.copy()
    y, has = (values[source.layout.index[each]] for each in ("value:y", "value:m"))
    longest = np.quantile(y, 1.0 - share)
    y[:] = np.where((has > 0) | (not where_met), np.minimum(y, longest), y)
    return Persons(source.layout, values, source.person)


def told_of_m(source: Persons, expectation: Testable, known: Indicators = KNOWN) -> tuple[Difference, bool]:
    found = judged(source, expectation, indicators=known)
    return first(found).moderations[0].difference, Flag.CONDITIONAL in found.flags


AS_GIVEN = with_moderator(met_when=MET)
BY_CAPACITY = claim(
    START,
    Y,
    Comparison.START_TO_OUTCOME,
    assignment=Assignment.CAPACITY,
    moderators=(moderator(met_when=MET),),
)


def known_to(x: float) -> Indicators:
    """Return what is known of the indicators: X is answered with this reliability, Y without noise."""
    (catalogue,) = KNOWN.catalogues
    cause, *others = catalogue.indicators
    cause = replace(cause, reliability=Reliability(value=x))
    return Indicators((replace(catalogue, indicators=(cause, *others)),))


def test_a_scale_too_short_on_one_side_is_no_condition() -> None:
    """X moves Y by .3 on both sides; where m is met, many stand at the top and cannot be seen to move."""
    for cut in (0.3, 0.5, 0.7):
        told = [
            told_of_m(cut_off(changing(3000, 6, seed=seed, forward=0.3, where_met={}), cut), AS_GIVEN)
            for seed in range(5)
        ]
        assert sum(each in CLAIMED for each, _ in told) <= 1
        assert not any(flagged for _, flagged in told)
    assert [each for each, _ in told].count(Difference.AT_THE_END) >= 4


def test_a_start_seen_on_a_scale_too_short_on_one_side_is_no_condition_either() -> None:
    told = [
        told_of_m(cut_off(starting(2500, seed=seed, effect=0.6, where_met={}), 0.5), BY_CAPACITY)[0]
        for seed in range(8)
    ]
    assert not CLAIMED & set(told)
    assert told.count(Difference.AT_THE_END) >= 6


def test_a_link_that_turns_is_told_on_a_short_scale_too() -> None:
    """What only weakens cannot turn a link round."""
    told = [
        told_of_m(
            cut_off(changing(4000, 6, seed=seed, forward=-0.2, where_met={"forward": 0.2}), 0.5), AS_GIVEN
        )[0]
        for seed in range(5)
    ]
    assert told.count(Difference.AS_EXPECTED) >= 4


def test_more_noise_in_the_cause_on_one_side_is_no_condition() -> None:
    told = [
        told_of_m(
            changing(3000, 6, seed=seed, forward=0.3, where_met={"error": 1.4}), AS_GIVEN, known_to(0.75)
        )
        for seed in range(10)
    ]
    assert sum(each in CLAIMED for each, _ in told) <= 1
    assert sum(each is Difference.NOISIER for each, _ in told) >= 6
    assert not any(flagged for _, flagged in told)


@pytest.mark.parametrize("known", [known_to(0.8), Indicators()], ids=["known", "unknown"])
def test_a_difference_is_found_where_answers_are_as_noisy_on_both_sides(known: Indicators) -> None:
    told = [
        told_of_m(
            changing(3000, 6, seed=seed, forward=-0.16, error=0.6, where_met={"forward": 0.25}),
            AS_GIVEN,
            known,
        )[0]
        for seed in range(5)
    ]
    assert told.count(Difference.AS_EXPECTED) >= 4


def bending(seed: int, apart: float, people: int = 2000, waves: int = 6) -> Persons:
    """X moves the next Y more the higher it is, and no more where m is met; m goes with what X is."""
    rng = np.random.default_rng(seed)
    person = rng.normal(size=people)
    met = apart * person + (1 - apart**2) ** 0.5 * rng.normal(size=people) > 0
    x, y = np.zeros((people, waves + 3)), np.zeros((people, waves + 3))
    for wave in range(1, waves + 3):
        x[:, wave] = person + 0.3 * x[:, wave - 1] + rng.normal(size=people)
        moved = 0.1 * x[:, wave - 1] + 0.05 * x[:, wave - 1] ** 2
        y[:, wave] = person + 0.3 * y[:, wave - 1] + moved + rng.normal(size=people)
    wide = {"value:x": x[:, 3:], "value:y": y[:, 3:], "value:m": met[:, None] * np.ones(waves)}
    return panel(*long(wide))


@pytest.mark.parametrize("number", [False, True], ids=["a condition", "a number"])
def test_a_link_that_bends_is_no_condition_where_the_cause_lies_apart(number: bool) -> None:
    expectation = with_moderator(met_when=None if number else MET)
    told = [told_of_m(bending(seed, 0.8), expectation) for seed in range(8)]
    assert not CLAIMED & {each for each, _ in told}
    assert sum(each is Difference.APART for each, _ in told) >= 4
    assert not any(flagged for _, flagged in told)


def few_starting(people: int, *, where_met: int, rate: float, seed: int) -> Persons:
    """Simulate starts by chance that add .4 for all; `where_met` citizens have m, and start at a rate."""
    rng = np.random.default_rng(seed)
    met = (rng.permutation(people) < where_met).astype(float)
    level = 0.8 * rng.normal(size=people)
    y, start = np.zeros((people, 5)), np.full(people, np.nan)
    for wave in range(5):
        day = FIRST_DAY + 91 * wave
        begun = np.nan_to_num(start, nan=np.inf) < day
        y[:, wave] = level + 0.7 * rng.normal(size=people) + 0.4 * begun
        starts = np.isnan(start) & (rng.random(people) < np.where(met > 0, rate, 0.2))
        start[starts] = day + rng.integers(1, 80, starts.sum())
    wide = {
        "value:y": y,
        "start_day:a": start[:, None],
        "end_day:a": start[:, None] + 70,
        "value:m": np.repeat(met[:, None], 5, axis=1),
    }
    return panel(*long(wide))


@pytest.mark.parametrize(("rate", "others"), [(0.012, False), (0.1, True)])
def test_a_condition_of_starts_needs_starters_on_both_sides(rate: float, others: bool) -> None:
    """Sixty citizens are enough, three of whom start are not: the interval would be too sure of itself."""
    asked = claim(
        START, Y, Comparison.START_TO_OUTCOME, moderators=(moderator(),), assignment=Assignment.CAPACITY
    )
    for seed in range(5):
        source = few_starting(600, where_met=60, rate=rate, seed=seed)
        found = first(judged(source, asked)).moderations[0].difference
        assert (found is not Difference.TOO_FEW) is others


# A condition that nobody could see


def without_m(source: Persons, value: float = 0.0) -> Persons:
    """Return the same citizens, all of them coded alike (0: nobody meets m; NaN: nobody was asked)."""
    values = source.values.copy()
    values[source.layout.index["value:m"]] = value
    return Persons(source.layout, values, source.person)


@pytest.mark.parametrize(
    "value", [0.0, 1.0, np.nan], ids=["nobody has it", "all have it", "nobody was asked"]
)
def test_nothing_is_called_irrelevant_while_a_condition_is_not_seen(value: float) -> None:
    """The slopes are -.16 and +.14 where m is met or not, and nobody's m was recorded."""
    irrelevant = 0
    for seed in range(4):
        source = without_m(changing(5000, 6, seed=seed, forward=-0.16, where_met={"forward": 0.14}), value)
        found = judged(source, AS_GIVEN, indicators=KNOWN)
        assert found.verdict is not Verdict.NO_RELEVANT
        if first(found).uncapped is Verdict.NO_RELEVANT:
            irrelevant += 1
            assert first(found).caps == (Cap.UNSEEN_CONDITION,)
            assert "Teorien nævner en betingelse for sammenhængen" in account(found, a_theory(), "da")
    assert irrelevant >= 3


def test_a_word_that_nobody_knows_bars_a_no_relevant_too() -> None:
    source = changing(5000, 6, seed=1)
    strange = with_moderator(met_when=Condition(comparison="is", value="måske"))
    assert judged(source, CHANGE, indicators=KNOWN).verdict is Verdict.NO_RELEVANT
    assert judged(source, strange, indicators=KNOWN).verdict is Verdict.UNDECIDED
    assert judged(source, AS_GIVEN, indicators=KNOWN).verdict is Verdict.NO_RELEVANT


@pytest.mark.parametrize("forward", [0.4, -0.4])
def test_a_condition_that_is_not_seen_takes_nothing_from_the_other_verdicts(forward: float) -> None:
    source = without_m(changing(2000, 6, seed=1, forward=forward, where_met={}))
    with_it, without = (judged(source, each, indicators=KNOWN) for each in (AS_GIVEN, CHANGE))
    assert with_it.verdict is without.verdict
    assert without.verdict in {Verdict.SUPPORTED, Verdict.CONTRADICTED}
    assert first(with_it).caps == first(without).caps


def test_starts_and_lots_too_are_not_irrelevant_while_a_condition_is_not_seen() -> None:
    for make in (allocated, lambda people, effect: without_m(starting(people, seed=1, where_met={}))):
        source = make(9000, effect=0.0)
        expectation = replace_assignment(BY_CAPACITY, Assignment.RANDOMISED)
        alone = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED)
        assert judged(source, alone, indicators=KNOWN).verdict is Verdict.NO_RELEVANT
        found = judged(source, expectation, indicators=KNOWN)
        assert found.verdict is Verdict.UNDECIDED
        assert Cap.UNSEEN_CONDITION in first(found).caps

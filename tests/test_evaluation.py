"""Data held against a theory: planted truths are found, and what cannot be told is said to be so."""

from __future__ import annotations

import json
from dataclasses import replace
from enum import Enum
from pathlib import Path

import jsonschema
import numpy as np
import pytest

import qualitycircle.evaluation.values as values
from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.record import UnknownFormatError, from_json, schema, table, to_json
from qualitycircle.evaluation.values import (
    Basis,
    Cap,
    Evaluation,
    Fingerprints,
    Flag,
    Judgement,
    NotMeasured,
    Reason,
    Tested,
    Verdict,
)
from qualitycircle.expectation import (
    Comparison,
    Expectation,
    Measure,
    ModeratorTest,
    NotTestable,
    Test,
    Testable,
    Untestable,
)
from qualitycircle.indicators import Catalogue, Indicator, Indicators, Reliability, Respondent
from qualitycircle.rendering.verdict_table import rows, table_text
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import (
    Activity,
    Assignment,
    Condition,
    Expected,
    Goal,
    Intervention,
    Link,
    MeasurementPlan,
    Outcome,
    Output,
    Promise,
    Several,
    Sign,
    TargetGroup,
    Theory,
)
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import evaluation as words
from tests.panels import Persons, long, panel

PRINTS = Fingerprints(theory="t", plan="p", data="d", software={"qualitycircle": "0"})
FIRST_DAY = 18_000.0
DEFAULTS = {
    Comparison.CHANGE_TO_CHANGE: Smallest(value=0.10, unit=Unit.SD),
    Comparison.TOGETHER: Smallest(value=0.10, unit=Unit.SD),
    Comparison.LEVEL_TO_GOAL: Smallest(value=2.0, unit=Unit.POINTS),
    Comparison.START_TO_GOAL: Smallest(value=2.0, unit=Unit.POINTS),
}
PER_START = Smallest(value=0.20, unit=Unit.SD)


def measured(id: str, respondent: Respondent = Respondent.CITIZEN) -> Measure:
    return Measure(element=id, indicators=(id,), respondent=respondent)


X, Y = measured("x"), measured("y", Respondent.EMPLOYER)
START = Measure(element="a", activity="a")
JOB = measured("job", Respondent.REGISTER)


def claim(cause: Measure, effect: Measure, comparison: Comparison, **more: object) -> Testable:
    link = f"{cause.element} {'~' if comparison is Comparison.TOGETHER else '->'} {effect.element}"
    fields: dict[str, object] = {
        "link": link,
        "comparison": comparison,
        "cause": cause,
        "effect": effect,
        "sign": Sign.UP,
        "lags": (1,),
        "lags_declared": False,
        "smallest": DEFAULTS.get(comparison, PER_START),
        "smallest_declared": True,
        **more,
    }
    return Testable(link=link, tests=(Test(**fields),))  # type: ignore[arg-type]  # the fields of Test


CHANGE = claim(X, Y, Comparison.CHANGE_TO_CHANGE)
BACK = claim(Y, X, Comparison.CHANGE_TO_CHANGE)
STARTS = claim(START, Y, Comparison.START_TO_OUTCOME)
TO_JOB = claim(X, JOB, Comparison.LEVEL_TO_GOAL)


def a_theory(**changes: object) -> Theory:
    base = Theory(
        id="prøve",
        title="Prøve",
        target_group=TargetGroup(name="alle"),
        rationale="",
        intervention=Intervention(name="indsats"),
        elements=(
            Activity(id="a", name="Praktik"),
            Output(id="o", name="Fremmøde", indicators=("o",)),
            Outcome(id="x", name="Motivation", indicators=("x",)),
            Outcome(id="y", name="Mestring", indicators=("y",)),
            Goal(id="job", name="Job", indicators=("job",)),
        ),
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # the fields of Theory


def reliable(**values: float) -> Indicators:
    """Return indicators whose reliability is known."""
    found = tuple(
        Indicator(id=id, name=id, reliability=Reliability(value=value)) for id, value in values.items()
    )
    return Indicators((Catalogue(id="k", indicators=found),))


PERFECT = reliable(x=1.0, y=1.0)


def held(source: Persons, *expectations: Expectation, **more: object) -> Evaluation:
    options: dict[str, object] = {"theory": a_theory(), "indicators": PERFECT, **more}
    theory = options.pop("theory")
    return evaluate(
        theory,  # type: ignore[arg-type]  # a Theory, by name
        expectations,
        source,
        number=1,
        date="2026-01-31",
        post_hoc=False,
        fingerprints=PRINTS,
        **options,  # type: ignore[arg-type]  # the options of evaluate
    )


def judged(source: Persons, expectation: Expectation, **more: object) -> Judgement:
    return held(source, expectation, **more).judgements[0]


def reason(judgement: Judgement) -> Reason:
    found = judgement.results[0]
    assert isinstance(found, NotMeasured)
    return found.reason


def first(judgement: Judgement) -> Tested:
    found = judgement.results[0]
    assert isinstance(found, Tested)
    return found


def world(
    people: int = 1500,
    waves: int = 7,
    *,
    seed: int = 1,
    forward: float = 0.0,
    now: float = 0.0,
    backward: float = 0.0,
    halo: float = 0.0,
    trait: float = 1.0,
    own: float = 0.3,
    gone: float = 0.1,
) -> Persons:
    """Simulate X and Y with a known truth: effects of X on the next Y, on the same Y, of Y on the next X."""
    rng = np.random.default_rng(seed)
    person = trait * rng.normal(size=people)
    x, y = np.zeros((people, waves)), np.zeros((people, waves))
    for wave in range(waves):
        x_before, y_before = (x[:, wave - 1], y[:, wave - 1]) if wave else (person, person)
        x[:, wave] = person + own * x_before + backward * y_before + rng.normal(size=people)
        y[:, wave] = person + own * y_before + forward * x_before + now * x[:, wave] + rng.normal(size=people)
    mood = halo * rng.normal(size=x.shape)
    columns, owner = long({"value:x": x + mood, "value:y": y + mood}, keep=rng.random(x.shape) >= gone)
    return panel(columns, owner)


def starters(
    people: int = 2000, waves: int = 5, *, effect: float, need: float = 0.0, seed: int = 2, units: int = 0
) -> Persons:
    """Simulate starts of an activity, by lot or (with `need`) when the last answer was low."""
    rng = np.random.default_rng(seed)
    level = rng.normal(size=people)
    y = np.zeros((people, waves))
    start = np.full(people, np.nan)
    for wave in range(waves):
        day = FIRST_DAY + 91 * wave
        y[:, wave] = level + rng.normal(size=people) + effect * (np.nan_to_num(start, nan=np.inf) < day)
        chance = 0.15 / (1 + np.exp(need * y[:, wave])) * 2
        starts = np.isnan(start) & (rng.random(people) < chance)
        start[starts] = day + rng.integers(1, 80, starts.sum())
    unit = rng.integers(0, max(units, 1), (people, 1)).astype(float)
    wide = {"value:y": y, "start_day:a": start[:, None], "end_day:a": start[:, None] + 70, "unit": unit}
    columns, owner = long(wide)
    return panel(columns, owner, codes={"unit": max(units, 1)})


def job_world(people: int = 1500, *, effect: float, follow_up: float = 91 * 9, seed: int = 3) -> Persons:
    rng = np.random.default_rng(seed)
    waves = 4
    x = rng.normal(size=(people, 1)) + rng.normal(size=(people, waves))
    event = np.full(people, np.nan)
    for wave in range(waves):
        hazard = np.clip(0.10 + effect * x[:, wave], 0, 1)
        hit = np.isnan(event) & (rng.random(people) < hazard)
        event[hit] = FIRST_DAY + 91 * wave + rng.integers(30, 91, hit.sum())
    wide = {
        "value:x": x,
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + follow_up),
        "start_day:a": np.where(
            rng.random((people, 1)) < 0.5, FIRST_DAY + rng.integers(0, 300, (people, 1)), np.nan
        ),
    }
    columns, owner = long(wide)
    return panel(columns, owner)


# Planted truth


def test_an_effect_at_the_next_round_is_supported() -> None:
    found = judged(world(forward=0.3), CHANGE)
    assert found.verdict is Verdict.SUPPORTED
    assert first(found).deciding.value == pytest.approx(0.3, abs=0.1)


def test_an_effect_the_other_way_is_contradicted() -> None:
    assert judged(world(forward=-0.3), CHANGE).verdict is Verdict.CONTRADICTED


def test_a_claim_that_more_gives_less_is_supported_when_it_does() -> None:
    assert judged(world(forward=-0.3), claim(X, Y, Comparison.CHANGE_TO_CHANGE, sign=Sign.DOWN)).verdict is (
        Verdict.SUPPORTED
    )


def test_a_stable_trait_is_no_support() -> None:
    found = judged(world(people=5000), CHANGE)
    assert found.verdict is Verdict.NO_RELEVANT


def test_the_reverse_influence_is_no_support_but_is_told() -> None:
    found = judged(world(people=4000, backward=0.4), CHANGE)
    assert found.verdict not in {Verdict.SUPPORTED, Verdict.CONTRADICTED}
    assert Flag.FEEDBACK in found.flags
    assert judged(world(people=4000, backward=0.4), BACK).verdict is Verdict.SUPPORTED


def test_the_mood_of_the_day_is_no_support() -> None:
    same = claim(X, Y, Comparison.CHANGE_TO_CHANGE, same_informant=True)
    found = judged(world(people=4000, halo=1.0), same)
    assert found.verdict in {Verdict.WEAK, Verdict.UNDECIDED}


def test_what_one_informant_says_of_both_is_weak_until_another_confirms_it() -> None:
    same = claim(X, Y, Comparison.CHANGE_TO_CHANGE, same_informant=True)
    alone = judged(world(forward=0.3), same)
    assert (alone.verdict, alone.caps) == (Verdict.WEAK, (Cap.SAME_INFORMANT,))
    both = replace(same, tests=(*same.tests, *CHANGE.tests))
    assert judged(world(forward=0.3), both).verdict is Verdict.SUPPORTED


def test_an_effect_within_the_round_is_weak_because_its_direction_cannot_be_told() -> None:
    found = judged(world(now=0.4, own=0.0), CHANGE)
    assert found.verdict is Verdict.WEAK
    assert Cap.SAME_WAVE_ONLY in found.caps


def test_a_link_declared_for_the_same_round_is_weak_at_most() -> None:
    found = judged(world(now=0.5), claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(0,)))
    assert (found.verdict, found.caps) == (Verdict.WEAK, (Cap.SAME_WAVE_ONLY,))


def test_at_the_same_round_nobody_can_tell_which_came_first() -> None:
    """Not even where the answer is about the month before: what came before that may lie behind both."""
    at_once = claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(0,))
    looking_back = Indicators(
        (Catalogue(id="k", indicators=(Indicator(id="x", name="x", period="1 måned"),)),)
    )
    found = judged(world(now=0.5), at_once, indicators=looking_back)
    assert (found.verdict, found.caps) == (Verdict.WEAK, (Cap.SAME_WAVE_ONLY,))
    assert "ved samme måling, givet det forrige svar" in account(found, a_theory(), "da")


def test_a_declared_cause_that_nobody_recorded_is_said_not_to_be_held_still() -> None:
    """Where it leads to the cause as well, the door stands open and the link is weak at most."""
    given = claim(X, Y, Comparison.CHANGE_TO_CHANGE, controls=(measured("c"),))
    of_effect = Link(cause="c", effect="y"), Link(cause="x", effect="y")
    c = Outcome(id="c", name="Netværk", indicators=("c",))
    beside = a_theory(elements=(*a_theory().elements, c), links=of_effect)
    found = judged(world(forward=0.3), given, theory=beside)
    assert (found.verdict, first(found).unheld) == (Verdict.SUPPORTED, ("c",))
    assert "Holdes ikke fast, for der er ingen data: Netværk." in account(found, beside, "da")
    behind = replace(beside, links=(*of_effect, Link(cause="c", effect="x")))
    capped = judged(world(forward=0.3), given, theory=behind)
    assert (capped.verdict, capped.caps) == (Verdict.WEAK, (Cap.NOT_IDENTIFIED,))


def test_no_number_of_citizens_is_asked_for_where_none_would_decide() -> None:
    source, at_once = world(now=0.5), claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(0,))
    found = first(judged(source, at_once))
    assert (found.n_needed, found.bars) == (None, (Cap.SAME_WAVE_ONLY,))
    assert "Flere borgere afgør det ikke: " in account(judged(source, at_once), a_theory(), "da")
    assert first(judged(world(60), CHANGE)).n_needed


def test_where_all_answers_are_the_same_the_reason_names_whose() -> None:
    source = world()
    still = source.values.copy()
    still[source.layout.index["value:y"]] = 3.0
    found = judged(Persons(source.layout, still, source.person), CHANGE)
    assert reason(found) is Reason.SAME_ANSWERS
    assert "Alle svar på Mestring er ens." in account(found, a_theory(), "da")


def test_moving_together_is_never_support() -> None:
    assert judged(world(now=0.5), claim(X, Y, Comparison.TOGETHER)).verdict is Verdict.WEAK


def test_a_start_that_moves_the_effect_is_supported_when_a_draw_decided() -> None:
    drawn = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED)
    found = judged(starters(effect=0.6), drawn)
    assert found.verdict is Verdict.SUPPORTED
    assert first(found).deciding.raw_value == pytest.approx(0.6, abs=0.1)


def test_nobody_said_who_gets_it_so_both_comparisons_must_hold() -> None:
    """Starts on a low answer: the change score sees a rise that is only a return to the usual."""
    found = first(judged(starters(effect=0.0, need=2.0), STARTS))
    members = {each.name: each.value for each in found.estimates}
    assert members["change score"] > 0.2
    assert found.verdict in {Verdict.UNDECIDED, Verdict.WEAK}
    assert Cap.BRACKET in found.caps


def allocated(people: int = 600, *, effect: float, units: int = 0, seed: int = 6) -> Persons:
    """Simulate two groups made by lot, of citizens or (with `units`) of whole units."""
    rng = np.random.default_rng(seed)
    unit = np.arange(people) % max(units, 1)
    arm = (rng.permutation(max(units, 1)) % 2)[unit] if units else rng.permutation(people) % 2
    shared = 0.25 * rng.normal(size=max(units, 1))[unit]
    level = rng.normal(size=people)
    y = np.stack([level + rng.normal(size=people), level + effect * arm + shared * bool(units)], axis=1)
    y[:, 1] += rng.normal(size=people)
    y[rng.random(people) < 0.1, 0] = np.nan
    event = np.where(rng.random(people) < 0.3 + 0.2 * effect * arm, FIRST_DAY + 100, np.nan)
    wide = {
        "value:y": y,
        "arm": arm[:, None].astype(float),
        "unit": unit[:, None].astype(float),
        "start_day:a": np.where(arm == 1, FIRST_DAY + 10, np.nan)[:, None],
        "event_day:job": event[:, None],
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    columns, owner = long(wide)
    return panel(columns, owner, codes={"arm": 2, "unit": max(units, 1)})


DRAWN = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED)


def test_groups_made_by_lot_are_compared_as_allocated() -> None:
    found = judged(allocated(3000, effect=0.6), DRAWN)
    assert (found.verdict, first(found).basis) == (Verdict.SUPPORTED, Basis.RANDOMISED)
    assert first(found).deciding.raw_value == pytest.approx(0.6, abs=0.2)
    assert first(found).deciding.persons == 3000


def test_a_lot_can_support_a_link_to_the_goal() -> None:
    to_job = claim(START, JOB, Comparison.START_TO_GOAL, assignment=Assignment.RANDOMISED)
    found = judged(allocated(people=2000, effect=1.0), to_job)
    assert (found.verdict, first(found).basis) == (Verdict.SUPPORTED, Basis.RANDOMISED)


def test_units_that_drew_lots_count_as_units() -> None:
    by_unit = claim(
        START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED, assigned_per="enhed"
    )
    found = first(judged(allocated(effect=0.0, units=10), by_unit))
    assert (found.deciding.clusters, found.deciding.degrees) == (10, 8)
    assert reason(judged(allocated(effect=0.0, units=6), by_unit)) is Reason.TOO_FEW_CLUSTERS


def test_two_rounds_can_show_no_direction() -> None:
    found = judged(world(waves=2, now=0.8, gone=0.0), CHANGE)
    assert (found.verdict, found.caps) == (Verdict.WEAK, (Cap.SAME_WAVE_ONLY,))


def test_starts_by_unit_are_not_judged_with_too_few_units() -> None:
    by_unit = claim(START, Y, Comparison.START_TO_OUTCOME, assigned_per="enhed")
    assert reason(judged(starters(effect=0.5, units=4), by_unit)) is Reason.TOO_FEW_CLUSTERS
    found = first(judged(starters(effect=0.5, units=20), by_unit))
    assert found.deciding.clusters == 20


def test_starts_by_caseworker_are_not_judged_when_nobody_knows_the_caseworker() -> None:
    by_caseworker = claim(START, Y, Comparison.START_TO_OUTCOME, assigned_per="sagsbehandler")
    found = judged(starters(effect=0.5), by_caseworker)
    assert reason(found) is Reason.TABLE_MISSING
    assert "hvem der er borgerens sagsbehandler" in account(found, a_theory(), "da")


def test_a_level_that_goes_with_jobs_is_weak_at_most() -> None:
    found = judged(job_world(effect=0.05), TO_JOB)
    assert (found.verdict, found.caps) == (Verdict.WEAK, (Cap.NOT_IDENTIFIED,))


def test_a_level_that_does_not_go_with_jobs_is_never_a_no() -> None:
    found = judged(job_world(people=4000, effect=0.0), TO_JOB)
    assert found.verdict is Verdict.UNDECIDED
    assert first(found).uncapped is Verdict.NO_RELEVANT


def test_a_default_is_never_more_than_half_of_what_the_group_reaches_anyway() -> None:
    small = claim(
        X,
        JOB,
        Comparison.LEVEL_TO_GOAL,
        smallest=Smallest(value=90.0, unit=Unit.POINTS),
        smallest_declared=False,
    )
    assert first(judged(job_world(effect=0.0), small)).smallest < 30


# What could not be tested


def test_every_gate_has_its_reason() -> None:
    few = world(people=20)
    assert reason(judged(few, CHANGE)) is Reason.TOO_FEW_PERSONS
    assert reason(judged(world(waves=1), CHANGE)) is Reason.TOO_FEW_ROUNDS
    assert (
        reason(judged(world(), claim(measured("z"), Y, Comparison.CHANGE_TO_CHANGE))) is Reason.NO_DATA_CAUSE
    )
    assert (
        reason(judged(world(), claim(X, measured("z"), Comparison.CHANGE_TO_CHANGE))) is Reason.NO_DATA_EFFECT
    )
    assert reason(judged(world(), TO_JOB)) is Reason.TABLE_MISSING
    assert reason(judged(world(), STARTS)) is Reason.NO_DATA_CAUSE
    assert reason(judged(job_world(people=32, effect=0.0), TO_JOB)) is Reason.TOO_FEW_EVENTS
    assert reason(judged(starters(people=60, effect=0.0, waves=2), STARTS)) is Reason.TOO_FEW_EXPOSED


def test_noise_is_a_measurement_failure_only_when_it_is_known_to_be() -> None:
    steady = world(trait=3.0)
    assert reason(judged(steady, CHANGE, indicators=reliable(x=0.5, y=0.9))) is Reason.MEASUREMENT_FAILURE
    assert isinstance(judged(steady, CHANGE, indicators=Indicators()).results[0], Tested)


def test_with_unknown_reliability_nothing_is_called_irrelevant_that_noise_could_hide() -> None:
    source = world(people=5000)
    assert judged(source, CHANGE).verdict is Verdict.NO_RELEVANT
    assert judged(source, CHANGE, indicators=Indicators()).verdict is Verdict.UNDECIDED


def test_a_cause_that_never_moves_is_not_measured() -> None:
    source = world()
    still = source.values.copy()
    still[source.layout.index["value:x"]] = source.person % 5
    assert reason(judged(Persons(source.layout, still, source.person), CHANGE)) is Reason.NO_VARIATION


def test_everybody_at_the_top_blocks_only_a_no() -> None:
    source = world(people=5000)
    crowded = source.values.copy()
    at = source.layout.index["value:y"]
    crowded[at] = np.clip(np.round(crowded[at] + 5), 1, 5)
    layout = replace(source.layout, scales={"value:y": (1, 5)})
    found = judged(Persons(layout, crowded, source.person), CHANGE)
    assert (found.verdict, found.caps) == (Verdict.UNDECIDED, (Cap.CEILING,))


def test_what_was_not_testable_as_declared_is_not_measured() -> None:
    expectation = NotTestable(link="x -> y", reasons=((Untestable.NO_SCALE, "x"),))
    found = judged(world(), expectation)
    assert (found.verdict, reason(found)) == (Verdict.NOT_MEASURED, Reason.NOT_TESTABLE)
    assert "skala" in account(found, a_theory(), "da")


def test_a_respondent_who_did_not_answer_lowers_the_claim() -> None:
    other = claim(X, measured("z"), Comparison.CHANGE_TO_CHANGE)
    both = Testable(link="x -> y", tests=(*CHANGE.tests, replace(other.tests[0], link="x -> y")))
    found = judged(world(forward=0.3), both)
    assert (found.verdict, found.caps) == (Verdict.WEAK, (Cap.NOT_ALL_AGREE,))


def test_a_hole_in_the_rounds_is_never_bridged() -> None:
    source = world(gone=0.0)
    every_other = source.values[0] % 2 == 0
    sparse = Persons(source.layout, source.values[:, every_other], source.person[every_other])
    assert reason(judged(sparse, CHANGE)) is Reason.NOT_IN_A_ROW


def test_rounds_too_far_apart_are_no_transition() -> None:
    source = world(gone=0.0)
    slow = source.values.copy()
    slow[1] = FIRST_DAY + slow[0] * 200
    assert reason(judged(Persons(source.layout, slow, source.person), CHANGE)) is Reason.NOT_IN_A_ROW


def test_nobody_at_all_is_a_result_too() -> None:
    empty = Persons(world().layout, np.zeros((4, 0)), np.zeros(0, dtype=int))
    found = held(empty, CHANGE, STARTS, TO_JOB)
    assert {each.verdict for each in found.judgements} == {Verdict.NOT_MEASURED}
    assert (found.persons, found.measurements, found.first_date) == (0, 0, "")


# Promises


def outputs(share: float, people: int = 200) -> Persons:
    rng = np.random.default_rng(4)
    attended = np.clip(share + 0.1 * rng.normal(size=(people, 4)), 0, 1)
    start = np.where(rng.random((people, 1)) < 0.7, FIRST_DAY, np.nan)
    wide = {
        "value:o": np.where(np.isnan(start), np.nan, attended),
        "start_day:a": start,
        "end_day:a": start + 91,
    }
    columns, owner = long(wide)
    return panel(columns, owner, scales={"value:o": (0.0, 1.0)})


ATTENDED = measured("o", Respondent.SYSTEM)
PROMISED = Condition(comparison="at least", value=75.0, unit="%")


@pytest.mark.parametrize(
    ("share", "expected"), [(0.9, Verdict.WEAK), (0.6, Verdict.NOT_MEASURED), (0.75, Verdict.UNDECIDED)]
)
def test_an_output_only_participants_have_is_held_against_the_promise(
    share: float, expected: Verdict
) -> None:
    kept = claim(START, ATTENDED, Comparison.PROMISE, promise=PROMISED)
    found = judged(outputs(share), kept)
    assert found.verdict is expected
    assert "tegn på en forbindelse" not in account(found, a_theory(), "da")


def test_what_was_promised_is_held_against_what_was_delivered() -> None:
    activity = Activity(id="a", name="Praktik", promised=Promise(coverage="90 %", dose="13 uger"))
    output = Output(id="o", name="Fremmøde", indicators=("o",), promised=Promise(condition=PROMISED))
    found = held(outputs(0.9), theory=a_theory(elements=(activity, output)))
    assert {(each.what, each.outcome) for each in found.deliveries} == {
        ("coverage", "not delivered"),
        ("dose", "delivered"),
        ("mean", "delivered"),
    }


def test_what_was_not_delivered_cannot_contradict_the_theory() -> None:
    short = Activity(id="a", name="Praktik", promised=Promise(dose="26 uger"))
    drawn = claim(START, Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED)
    source = starters(people=6000, effect=-0.5)
    assert judged(source, drawn).verdict is Verdict.CONTRADICTED
    assert reason(judged(source, drawn, theory=a_theory(elements=(short,)))) is Reason.NOT_DELIVERED


# Moderators


def test_a_condition_the_link_depends_on_is_flagged() -> None:
    source = world(people=3000, forward=0.0, gone=0.0)
    both = source.values.copy()
    x, y = (source.layout.index[each] for each in ("value:x", "value:y"))
    met = (source.person % 2).astype(float)
    before = np.concatenate([[0.0], both[x, :-1]])
    both[y] += 0.6 * met * before * (both[0] > 0)
    layout = replace(source.layout, index={**source.layout.index, "background:m": len(both)})
    data = Persons(layout, np.vstack([both, met]), source.person)
    moderator = ModeratorTest(
        moderator="m",
        expected=Expected.STRENGTHENS,
        indicators=("m",),
        smallest=Smallest(value=0.15, unit=Unit.SD),
        smallest_declared=False,
        met_when=Condition(comparison="at least", value=1.0),
    )
    found = judged(data, claim(X, Y, Comparison.CHANGE_TO_CHANGE, moderators=(moderator,)))
    shown = {each.name: each.value for each in first(found).estimates if each.name.endswith(": m")}
    assert shown["x met: m"] > 0.3 > shown["x not met: m"]
    assert Flag.CONDITIONAL in found.flags


# Laws


EVERYTHING = (
    CHANGE,
    BACK,
    claim(X, Y, Comparison.TOGETHER),
    claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(0, 1, 2)),
)


def numbers(evaluation: Evaluation) -> list[float]:
    return [
        number
        for each in evaluation.judgements
        for result in each.results
        if isinstance(result, Tested)
        for estimate in result.estimates
        for number in (estimate.value, estimate.se, float(estimate.persons))
    ]


@pytest.mark.parametrize("seed", range(4))
def test_any_partition_of_the_persons_gives_the_same_numbers(seed: int) -> None:
    for source, expectations in (
        (world(people=300, forward=0.2), EVERYTHING),
        (
            starters(people=600, effect=0.3, units=12),
            (STARTS, claim(START, Y, Comparison.START_TO_OUTCOME, assigned_per="unit")),
        ),
        (job_world(people=900, effect=0.03), (TO_JOB, claim(START, JOB, Comparison.START_TO_GOAL))),
    ):
        whole, dealt = held(source, *expectations), held(source.partitioned(9, seed), *expectations)
        assert numbers(dealt) == pytest.approx(numbers(whole), rel=1e-9, abs=1e-12)
        assert numbers(whole)


def test_holm_counts_every_link_and_marks_what_does_not_survive() -> None:
    noise = [claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(1,)) for _ in range(12)]
    expectations = [
        replace(each, link=f"x -> y{n}", tests=(replace(each.tests[0], link=f"x -> y{n}"),))
        for n, each in enumerate(noise)
    ]
    found = held(world(people=250, forward=0.3), *expectations)
    raw = first(found.judgements[0]).p
    assert found.judgements[0].holm_p == pytest.approx(min(1.0, 12 * raw))


# Record and words


def everything_judged() -> Evaluation:
    return replace(
        held(starters(effect=0.5), STARTS, TO_JOB, CHANGE, tick=lambda stage: None),
        synthetic=True,
        post_hoc=True,
    )


def test_an_evaluation_is_the_same_after_json() -> None:
    for each in (everything_judged(), held(world(forward=0.2), *EVERYTHING)):
        assert from_json(to_json(each)) == each
        assert to_json(from_json(to_json(each))) == to_json(each)


def test_the_json_follows_its_published_schema() -> None:
    published = json.loads(Path(values.__file__).with_name("evaluation.schema.json").read_text("utf-8"))
    assert published == schema()
    jsonschema.Draft202012Validator.check_schema(published)
    jsonschema.validate(json.loads(to_json(everything_judged())), published)


def test_a_file_from_a_later_version_is_refused_with_its_format() -> None:
    with pytest.raises(UnknownFormatError, match="format 99"):
        from_json(json.dumps({"format": 99}))


def test_people_who_work_in_tables_get_one() -> None:
    found = table(everything_judged())
    assert list(found["verdict"]) == ["supported", "not measured", "not measured"]


WORDED: list[tuple[type[Enum], object]] = [
    (values.Verdict, words.VERDICTS),
    (values.Verdict, words.MARKS),
    (values.Basis, words.BASES),
    (values.Role, words.ROLES),
    (values.Reason, words.REASONS),
    (values.Cap, words.CAPS),
    (values.Flag, words.FLAGS),
    (Comparison, words.COMPARED),
]


@pytest.mark.parametrize(("kind", "table_of_words"), WORDED)
def test_everything_a_verdict_can_say_has_words_in_both_languages(
    kind: type[Enum], table_of_words: dict[str, object]
) -> None:
    assert {each.value for each in kind} == set(table_of_words)
    assert all(all(text) for text in _texts(table_of_words))


def _texts(found: object) -> list[tuple[str, ...]]:
    if isinstance(found, dict):
        return [text for each in found.values() for text in _texts(each)]
    if isinstance(found, tuple) and not isinstance(found[0], str):
        return [text for each in found for text in _texts(each)]
    return [found] if isinstance(found, tuple) else []


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_link_is_told_in_full(language: Language) -> None:
    moved = held(world(forward=0.2), *EVERYTHING)
    for evaluation in (everything_judged(), moved, held(world(people=20), CHANGE)):
        for each in evaluation.judgements:
            told = account(each, a_theory(), language)
            assert "{" not in told
            assert len(rows(evaluation, language)) == len(evaluation.judgements)
        assert evaluation.judgements[0].link in table_text(evaluation, language)


def test_no_account_calls_a_link_an_effect_that_works() -> None:
    told = account(everything_judged().judgements[0], a_theory(), "da")
    assert "Data understøtter sammenhængen fra Praktik til Mestring (forudsat" in told
    assert "Hvad der ikke kan sluttes" in told
    assert "virker" not in told


def test_small_groups_are_not_shown() -> None:
    source = world(people=3, waves=4, gone=0.0)
    found = held(source, CHANGE)
    assert {each.persons for each in found.progressions} == {0}
    assert all(mean is None and count is None for each in found.progressions for _, mean, count in each.means)


def test_how_few_is_not_told_of_very_few() -> None:
    found = judged(world(people=3, waves=4, gone=0.0), CHANGE)
    assert found.results[0] == replace(found.results[0], facts={"persons": "<5", "needed": 30})
    assert "<5" in account(found, a_theory(), "da")


def test_one_of_several_indicators_is_enough_when_the_theory_says_so() -> None:
    source = world(people=3000, forward=0.3)
    noise = np.random.default_rng(8).normal(size=(1, source.values.shape[1]))
    layout = replace(source.layout, index={**source.layout.index, "value:z": len(source.values)})
    data = Persons(layout, np.vstack([source.values, noise]), source.person)
    for several, expected in ((Several.ANY, Verdict.SUPPORTED), (Several.ALL, Verdict.UNDECIDED)):
        tests = tuple(
            replace(CHANGE.tests[0], cause=replace(measured(id), several=several)) for id in ("x", "z")
        )
        assert judged(data, Testable(link="x -> y", tests=tests)).verdict is expected


def test_a_plan_with_shorter_steps_has_shorter_distances() -> None:
    source = world(forward=0.3, gone=0.0)
    monthly = source.values.copy()
    monthly[1] = FIRST_DAY + 30 * monthly[0]
    data = Persons(source.layout, monthly, source.person)
    assert reason(judged(data, CHANGE)) is Reason.NOT_IN_A_ROW
    often = a_theory(plan=MeasurementPlan(every=30, tolerance=10))
    assert judged(data, CHANGE, theory=often).verdict is Verdict.SUPPORTED


def test_a_goal_in_few_units_is_judged_by_unit_and_still_measured() -> None:
    source = job_world(people=3000, effect=0.05)
    unit = (source.person % 14).astype(float)
    layout = replace(
        source.layout, index={**source.layout.index, "unit": len(source.values)}, codes={"unit": 14}
    )
    found = first(judged(Persons(layout, np.vstack([source.values, unit]), source.person), TO_JOB))
    assert (found.deciding.clusters, found.deciding.degrees) == (14, 13)


def test_ratings_that_go_with_the_rater_are_no_certain_effect() -> None:
    """Forty caseworkers each move all their ratings at a time of their own: the citizens are not 2000."""
    rng = np.random.default_rng(8)
    source = starters(2000, effect=0.0, seed=3)
    rater = source.person % 40
    mood = 0.7 * rng.normal(size=(40, 5))
    values = np.vstack([source.values, rater.astype(float)])
    values[source.layout.index["value:y"]] += mood[rater, source.values[0].astype(int)]
    layout = replace(
        source.layout,
        index={**source.layout.index, "caseworker": len(source.values)},
        codes={"caseworker": 40},
    )
    data = Persons(layout, values, source.person)
    rated = measured("y", Respondent.CASEWORKER)
    by_rater = first(judged(data, claim(START, rated, Comparison.START_TO_OUTCOME)))
    assert by_rater.deciding.clusters == 40
    alone = first(judged(data, STARTS))
    assert by_rater.deciding.se >= alone.deciding.se

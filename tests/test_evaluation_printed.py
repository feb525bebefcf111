"""What is printed of a verdict never speaks against the numbers beside it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.record import table
from qualitycircle.evaluation.values import Evaluation, NotMeasured, Reason, Tested, Verdict
from qualitycircle.evaluation.whole import Layer
from qualitycircle.expectation import Comparison, Measure, Testable
from qualitycircle.expectation.smallest import told_in
from qualitycircle.rendering.power import power, seen
from qualitycircle.rendering.verdict_table import rows, table_text
from qualitycircle.rendering.verdicts import account, spanning
from qualitycircle.site.telling import interval
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Assignment, Link
from qualitycircle.vocabulary.language import Language
from tests.panels import Persons, panel
from tests.simulations import changing, drawn, growing, noise_for, with_errors, working
from tests.test_evaluation import (
    CHANGE,
    FIRST_DAY,
    JOB,
    START,
    STARTS,
    TO_JOB,
    X,
    Y,
    a_theory,
    claim,
    first,
    held,
    reason,
    reliable,
)
from tests.test_evaluation_moderators import KNOWN, moderator, split_world


def _noisy(forward: float, people: int = 6000) -> Evaluation:
    """One answer in X has a reliability of .7, and much of what varies is what citizens are like."""
    world = changing(people, 5, seed=3, forward=forward, gone=0.0)
    source = with_errors(world, x=noise_for(0.7), seed=5)
    return held(source, CHANGE, indicators=reliable(x=0.7, y=1.0))


@pytest.fixture(scope="module")
def small_but_supported() -> Evaluation:
    return _noisy(0.12)


def _told(evaluation: Evaluation, language: Language = "da") -> str:
    return account(evaluation.judgements[0], a_theory(), language)


def test_a_supported_number_below_the_smallest_effect_is_told_with_why(
    small_but_supported: Evaluation,
) -> None:
    result = first(small_but_supported.judgements[0])
    assert result.verdict is Verdict.SUPPORTED
    assert result.smallest_high <= result.deciding.value < result.smallest
    told = _told(small_but_supported)
    assert "den er mindst så stor som den mindste virkning" not in told
    assert "men mindst så stort, som den ville ses her." in told
    assert (
        "På grund af målestøj i svarene ses en sand virkning på 0,10 her som et sted mellem 0,03 og 0,05. "
        "»Understøttet« kræver mindst 0,05, »ingen relevant sammenhæng« mindre end 0,03."
    ) in told
    english = _told(small_but_supported, "en")
    assert "a true effect of 0.10 is seen as something between 0.03 and 0.05 here" in english
    assert "but at least as large as that would be seen here" in english


def test_the_table_lets_a_small_number_be_understood(small_but_supported: Evaluation) -> None:
    (row,) = rows(small_but_supported, "da")
    assert (row.estimate, row.smallest) == ("0,05 [0,03; 0,07] sd pr. sd", "0,10 (0,05)")
    assert "I parentes: så meget ses der af den her" in table_text(small_but_supported, "da")


def test_where_the_verdict_does_not_rest_on_noise_the_table_says_nothing_of_it() -> None:
    nothing, large = _noisy(0.0), _noisy(0.6, people=1500)
    assert [first(each.judgements[0]).verdict for each in (nothing, large)] == [
        Verdict.NO_RELEVANT,
        Verdict.SUPPORTED,
    ]
    for each in (nothing, large):
        assert rows(each, "da")[0].smallest == "0,10"
        assert "I parentes" not in table_text(each, "da")
    assert "den er mindst så stor som den mindste virkning" in _told(large)


def test_an_interval_within_the_smallest_effect_but_not_within_what_is_seen_of_it_is_explained(
    small_but_supported: Evaluation,
) -> None:
    judged = small_but_supported.judgements[0]
    result = first(judged)
    deciding = replace(result.deciding, value=0.01, low=-0.05, high=0.07, low90=-0.04, high90=0.06)
    open_ = replace(result, estimates=(deciding,), verdict=Verdict.UNDECIDED, uncapped=Verdict.UNDECIDED)
    evaluation = replace(
        small_but_supported,
        judgements=(replace(judged, verdict=Verdict.UNDECIDED, results=(open_,)),),
    )
    assert rows(evaluation, "en")[0].smallest == "0.10 (0.03)"


def test_the_true_effect_that_would_be_found_is_told_not_the_number_that_would_be_seen(
    small_but_supported: Evaluation,
) -> None:
    result = first(small_but_supported.judgements[0])
    assert result.mde_true == pytest.approx(result.mde * result.smallest / result.smallest_low)
    assert power(result, "da") == [
        "Med disse data opdages en sand virkning på 0,10 sd pr. sd eller mere i otte af ti tilfælde."
    ]
    (row,) = table(small_but_supported).to_dict("records")
    assert (row["mde"], row["mde_true"]) == (result.mde, result.mde_true)
    assert (row["smallest_low"], row["smallest_high"]) == (result.smallest_low, result.smallest_high)


def test_a_planted_effect_of_the_size_told_is_found_and_one_of_the_size_seen_is_not() -> None:
    result = first(_noisy(0.0, people=900).judgements[0])
    assert result.mde_true is not None
    assert sum(_finds(result.mde_true, seed) for seed in range(20)) >= 15
    assert sum(_finds(result.mde, seed) for seed in range(20)) <= 10


def _finds(size: float, seed: int) -> bool:
    """Say whether an effect of so many sd per true sd is told from nothing."""
    nothing = changing(4000, 5, seed=1, gone=0.0)
    x, y = (nothing.values[nothing.layout.index[each]].std() for each in ("value:x", "value:y"))
    world = changing(900, 5, seed=100 + seed, forward=float(size * y / x), gone=0.0)
    source = with_errors(world, x=noise_for(0.7), seed=seed)
    return first(held(source, CHANGE, indicators=reliable(x=0.7, y=1.0)).judgements[0]).deciding.low > 0


def test_where_nothing_may_be_seen_no_size_is_promised_to_be_found(small_but_supported: Evaluation) -> None:
    result = replace(first(small_but_supported.judgements[0]), smallest_low=0.0)
    assert result.mde_true is None
    assert power(result, "da")[0].startswith("Hvor stor en sand virkning skal være for at blive opdaget, kan")


def test_days_since_the_start_are_told_as_such() -> None:
    result = first(held(growing(1500, 5, seed=1), STARTS).judgements[0])
    assert result.exposure is not None
    assert result.exposure.share < 0.9
    assert seen(result, "da").startswith("Så kort tid efter start ses måske kun 0,1")
    noisy = replace(result, smallest_high=0.8 * result.smallest, smallest_low=0.8 * result.smallest_low)
    assert seen(noisy, "da").startswith(
        "På grund af målestøj i svarene, og fordi der gik færre dage fra start"
    )
    assert seen(replace(result, exposure=None, smallest_low=result.smallest), "da") == ""


def test_a_drawing_counts_in_what_is_seen_so_that_supported_lies_outside_the_band(
    small_but_supported: Evaluation,
) -> None:
    drawn = interval(first(small_but_supported.judgements[0]), "da", reach=2.0)
    edge = 100 + 96 / 2.0
    assert float(drawn.split('<circle class="circle-dot" cx="')[1].split('"')[0]) > edge


@pytest.mark.parametrize(
    ("cause", "effect", "comparison", "unit", "said"),
    [
        (X, JOB, Comparison.LEVEL_TO_GOAL, Unit.POINTS, "percentage points per sd"),
        (START, JOB, Comparison.START_TO_GOAL, Unit.POINTS, "percentage points"),
        (X, Y, Comparison.CHANGE_TO_CHANGE, Unit.POINTS, "percentage points per step"),
        (START, Y, Comparison.START_TO_OUTCOME, Unit.POINTS, "percentage points"),
        (X, Y, Comparison.CHANGE_TO_CHANGE, Unit.STEPS, "steps per step"),
        (START, Y, Comparison.START_TO_OUTCOME, Unit.STEPS, "steps"),
        (X, Y, Comparison.CHANGE_TO_CHANGE, Unit.SD, "sd per sd"),
        (START, Y, Comparison.START_TO_OUTCOME, Unit.SD, "sd per start"),
    ],
)
def test_a_unit_says_what_of_the_cause_it_is_of(
    cause: object, effect: object, comparison: Comparison, unit: Unit, said: str
) -> None:
    expected = claim(cause, effect, comparison, smallest=Smallest(value=1.0, unit=unit))  # type: ignore[arg-type]  # measures
    assert told_in(expected.tests[0]) == said


def test_a_goal_is_told_per_standard_deviation_of_the_level() -> None:
    evaluation = held(working(1500, 4, seed=2), TO_JOB)
    result = evaluation.judgements[0].results[0]
    assert isinstance(result, Tested)
    assert result.deciding.unit == "percentage points per sd"
    assert "procentpoint pr. sd" in rows(evaluation, "da")[0].estimate
    assert "percentage points per sd" in _told(evaluation, "en")


def _numbered(numbers: list[int]) -> Persons:
    """Answer 400 citizens three times, the målinger numbered as told."""
    rng = np.random.default_rng(4)
    x = rng.normal(size=(400, len(numbers)))
    wave = np.tile(np.array(numbers, dtype=float) - 1, 400)
    columns = {
        "wave": wave,
        "day": FIRST_DAY + 91.0 * wave,
        "value:x": x.ravel(),
        "value:y": rng.normal(size=x.size),
        "start_day:a": np.repeat(FIRST_DAY + rng.integers(0, 300, 400).astype(float), len(numbers)),
    }
    return panel(columns, np.repeat(np.arange(400), len(numbers)))


@pytest.mark.parametrize("asked", [CHANGE, STARTS])
def test_rounds_that_skip_one_are_a_fault_of_the_measuring_not_too_few_citizens(asked: Testable) -> None:
    evaluation = held(_numbered([1, 3, 5]), asked)
    result = evaluation.judgements[0].results[0]
    assert isinstance(result, NotMeasured)
    assert (result.reason, dict(result.facts)) == (Reason.NOT_IN_A_ROW, {"transitions": 800, "apart": 800})
    told = _told(evaluation)
    assert "800 af 800 gange følger en borgers næste måling ikke lige efter: nummeret springer, eller" in told
    assert "Kun 0 borgere" not in told
    links = (Link(cause=asked.link.split(" ")[0], effect="y", because="det ser vi"),)
    diagnosis = held(_numbered([1, 3, 5]), asked, theory=a_theory(links=links)).diagnosis
    assert diagnosis is not None
    assert [each.layer for each in diagnosis.statements] == [Layer.MEASUREMENT]


def test_rounds_in_a_row_are_measured_and_few_citizens_are_still_few() -> None:
    assert isinstance(held(_numbered([1, 2, 3]), CHANGE).judgements[0].results[0], Tested)
    source = _numbered([1, 3, 5])
    few = Persons(source.layout, source.values[:, :60], source.person[:60])
    assert reason(held(few, CHANGE).judgements[0]) is Reason.NOT_IN_A_ROW
    fewer = Persons(source.layout, source.values[:, :30], source.person[:30])
    assert reason(held(fewer, CHANGE).judgements[0]) is Reason.TOO_FEW_PERSONS


def test_where_the_cause_stands_is_told_as_it_was_answered() -> None:
    """X is a percentage around 78, with and without the condition."""
    world = split_world(0.4, 0.0, people=2000)
    columns = {name: world.values[row] for name, row in world.layout.index.items()}
    columns["value:x"] = 78 + 5 * columns["value:x"]
    source = panel(columns, world.person, scales={**world.layout.scales, "value:x": (0.0, 100.0)})
    asked = replace(CHANGE, tests=(replace(CHANGE.tests[0], moderators=(moderator(),)),))
    evaluation = held(source, asked, indicators=KNOWN)
    (condition,) = first(evaluation.judgements[0]).moderations
    assert condition.cause_met is not None
    assert condition.cause_not_met is not None
    assert condition.cause_met[0] == pytest.approx(columns["value:x"].mean(), abs=1)
    assert condition.cause_not_met[0] == pytest.approx(columns["value:x"].mean(), abs=1)
    assert "midt på skalaen" not in _told(evaluation)


def _by_lot(cause: Measure, effect: Measure, comparison: Comparison) -> str:
    asked = claim(cause, effect, comparison, assignment=Assignment.RANDOMISED)
    return _told(held(drawn(2000, seed=3, effect=0.4), asked))


def test_groups_made_by_lot_are_told_as_drawn_and_rest_on_the_draw_alone() -> None:
    told = _by_lot(START, Y, Comparison.START_TO_OUTCOME)
    assert "De, lodtrækningen gav tilbuddet om Praktik (borgere eller hele enheder), er holdt op mod" in told
    assert "At lodtrækningen blev fulgt" in told
    assert "der endnu ikke er startet" not in told
    assert "den seneste måling eller borgerens faste niveau" not in told
    assert "hvor mange flere når Job inden for fristen?" in _by_lot(START, JOB, Comparison.START_TO_GOAL)


def test_an_interval_that_holds_several_numbers_says_so() -> None:
    even = replace(first(_noisy(0.6, people=600).judgements[0]).deciding, value=0.5, low=0.4, high=0.6)
    assert spanning(even, "da") == []
    (told,) = spanning(replace(even, high=0.9), "da")
    assert told.endswith("her står det, der er nærmest nul, og intervallet dækker dem alle.")

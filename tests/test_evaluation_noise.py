"""Noise in what is held still is taken out, exactly as much as there is of it, or the verdict says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.clearing import cleared
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.questions import Question
from qualitycircle.evaluation.readings import read
from qualitycircle.evaluation.reliability import reliability
from qualitycircle.evaluation.sequential import sequential_frame
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Cap, Flag, Verdict
from qualitycircle.expectation import Comparison, Measure
from qualitycircle.indicators import Respondent
from tests.panels import Persons, long, panel
from tests.simulations import at_own_pace, changing, confounded, with_errors
from tests.test_evaluation import CHANGE, X, Y, claim, first, judged, measured, reliable
from tests.test_evaluation_oracles import as_table, deviations_written_out, estimated, setting_of

FEEDBACK: Mapping[str, float] = {"trait": 0.2, "own": 0.6, "backward": 0.4}
QUESTION = Question(X, Y, (), 1, now=False)
UNKNOWN = reliable()


def two_stages_without_noise(source: Persons, noise: Mapping[str, float]) -> tuple[float, float, float]:
    """Return the textbook's coefficient and standard error, and what noise in X leaves, row by row."""
    table = as_table(source).sort_values(["person", "wave"])
    before = table.groupby("person")[["x", "y", "wave"]].shift(1)
    in_a_row = before["wave"] == table["wave"] - 1
    table["x before"], table["y before"] = before["x"].where(in_a_row), before["y"].where(in_a_row)
    table = table.dropna(subset=["y", "x before", "y before"])
    waves = [f"wave {each}" for each in sorted(table["wave"].unique())[1:]]
    for each in waves:
        table[each] = (table["wave"] == int(each.split()[1])).astype(float)
    names = ["x before", "y before", *waves]
    table["left"] = table.groupby("person").cumcount(ascending=False)
    ahead, levels = deviations_written_out(table, ["y", *names])
    left = table[table["left"] > 0]["left"].to_numpy()
    kept = np.sqrt(left / (left + 1))
    r, y = ahead[names].to_numpy(), ahead["y"].to_numpy()
    z = np.column_stack([levels[names[:2]], ahead[waves], np.ones(len(levels)), levels[waves]])
    z = z[:, _independent(z)]
    cross = z.T @ r
    cross[1, 1] -= noise["y"] * kept.sum()
    weight = np.linalg.inv(z.T @ z)
    inner = np.linalg.inv(cross.T @ weight @ cross)
    coefficients = inner @ cross.T @ weight @ (z.T @ y)
    row = (inner @ cross.T @ weight)[0]
    scores = (z @ row) * (y - r @ coefficients) + row[1] * noise["y"] * coefficients[1] * kept
    person = ahead["person"].to_numpy()
    sums = np.array([scores[person == each].sum() for each in np.unique(person)])
    g, n, k = len(sums), len(y), r.shape[1]
    small = g / (g - 1) * (n - 1) / (n - k)
    return coefficients[0], float(np.sqrt(small * (sums**2).sum())), 1 - noise["x"] * kept.sum() * row[0]


def _independent(columns: np.ndarray) -> list[int]:
    kept: list[int] = []
    for each in range(columns.shape[1]):
        if np.linalg.matrix_rank(columns[:, [*kept, each]]) == len(kept) + 1:
            kept.append(each)
    return kept


@pytest.mark.parametrize("declared", [{"x": 0.3, "y": 0.4}, {"x": 0.0, "y": 0.2}])
def test_the_corrected_estimate_is_the_textbooks_written_out(declared: dict[str, float]) -> None:
    source = with_errors(changing(400, 6, seed=5, forward=0.2, gone=0.15), x=0.5, y=0.6, seed=6)
    noise = {X: (declared["x"],) * 2, Y: (declared["y"],) * 2}
    frame = sequential_frame("s", replace(QUESTION, noise=noise), setting_of(source))
    ours = estimated(source, frame, setting_of(source)).get("s/noise out")
    value, se, kept = two_stages_without_noise(source, declared)
    assert ours is not None
    assert ours.cleared == 1.0
    assert abs(ours.value - value) < 1e-8 * se
    assert ours.se == pytest.approx(se, rel=1e-8)
    assert ours.kept == pytest.approx(kept, rel=1e-8)


@pytest.mark.parametrize(
    "question",
    [
        QUESTION,
        replace(QUESTION, now=True),
        replace(QUESTION, further=True),
        replace(QUESTION, lag=2, nearer=True),
        replace(QUESTION, lag=2, now=True),
    ],
)
def test_what_is_taken_out_is_what_noise_adds_on_average(question: Question) -> None:
    """Over many draws of noise, the cleared products are those of the answers without any."""
    clean = changing(300, 7, seed=1, forward=0.3, backward=0.3, gone=0.15)
    setting = setting_of(clean)
    noise = {X: (0.49, 0.49), Y: (0.64, 0.64)}
    frame = sequential_frame("s", replace(question, noise=noise), setting)
    # a target of no regressor's: then all of it is taken out
    everything = replace(frame.equations[1], target="one")
    true = _products(frame, clean)
    draws = [with_errors(clean, x=0.7, y=0.8, seed=each) for each in range(150)]
    found = np.array([cleared(frame, everything, _products(frame, each)) for each in draws])
    off, se = found.mean(axis=0) - true, found.std(axis=0) / len(draws) ** 0.5
    answers = [frame.position(each) for each in question.regressors]
    levels = [frame.position(f"level of {each}") for each in question.regressors]
    at = np.ix_(answers, levels)
    assert np.abs(off[at] / se[at]).max() < 4.0
    raw = np.array([_products(frame, each) for each in draws]).mean(axis=0) - true
    assert np.abs(raw[at] / se[at]).max() > 20.0


def _products(frame: Frame, source: Persons) -> np.ndarray:
    return estimated(source, frame, setting_of(source)).sums.products


def test_feedback_seen_through_noise_is_not_taken_for_the_claimed_link() -> None:
    """X does nothing to Y; Y moves X, and keeps moving itself, and both are answered with noise."""
    verdicts, tilted, cleared_of_it = [], [], []
    for seed in range(12):
        source = with_errors(changing(3000, 6, seed=seed, **FEEDBACK), x=0.75, y=0.8, seed=seed)
        found = judged(source, CHANGE, indicators=reliable(x=0.8, y=0.7))
        verdicts.append(found.verdict)
        assert Flag.FEEDBACK in found.flags
        shown = {each.name: each for each in first(found).estimates}
        tilted.append(shown["as answered"].low > 0)
        cleared_of_it.append(shown["noise out"].low > 0)
    assert sum(each in {Verdict.SUPPORTED, Verdict.WEAK} for each in verdicts) <= 1
    assert sum(tilted) >= 6, "without the correction most would be claims"
    assert sum(cleared_of_it) <= 1


@pytest.mark.parametrize("declared", [{"x": 0.9, "y": 0.8}, {"x": 0.7, "y": 0.6}])
def test_a_reliability_that_is_off_makes_no_claim(declared: dict[str, float]) -> None:
    """Declared too low, noise that is not there is taken out: then the number as answered says no."""
    for seed in range(6):
        source = with_errors(changing(3000, 6, seed=seed, **FEEDBACK), x=0.75, y=0.8, seed=seed)
        found = judged(source, CHANGE, indicators=reliable(**declared))
        assert found.verdict is Verdict.UNDECIDED
        assert found.caps


def test_what_one_persons_answers_share_is_taken_out_of_what_is_held_still() -> None:
    """X and C are answered by one person on one day, in one mood; C moves both, X nothing."""
    control = measured("c")
    given = claim(X, Y, Comparison.CHANGE_TO_CHANGE, controls=(control,))
    sure = reliable(x=0.8, y=0.8, c=0.7)
    found = judged(confounded(2000, seed=1), given, indicators=sure)
    assert {"noise out", "shared noise out"} <= {each.name for each in first(found).estimates}
    other = claim(X, Y, Comparison.CHANGE_TO_CHANGE, controls=(measured("c", Respondent.CASEWORKER),))
    apart = judged(confounded(2000, seed=1), other, indicators=sure)
    assert "shared noise out" not in {each.name for each in first(apart).estimates}


def test_citizens_at_their_own_pace_are_no_case_against_the_theory() -> None:
    """Some progress faster on everything; X does nothing to Y, yet the panel's number is below nil."""
    for seed in range(6):
        found = judged(at_own_pace(1500, seed=seed), CHANGE)
        assert found.verdict is Verdict.UNDECIDED
    assert Cap.OWN_PACE in found.caps
    for seed in range(3):
        assert judged(changing(1000, seed=seed, forward=-0.2), CHANGE).verdict is Verdict.CONTRADICTED


def test_with_unknown_reliability_a_claim_must_hold_at_both_ends() -> None:
    source = with_errors(changing(3000, 6, seed=3, **FEEDBACK), x=0.75, y=0.8, seed=3)
    found = judged(source, CHANGE, indicators=UNKNOWN)
    assert found.verdict is Verdict.UNDECIDED
    assert first(found).deciding.low < 0 < first(found).deciding.high


def test_a_past_that_is_mostly_noise_cannot_be_held_still() -> None:
    source = with_errors(changing(3000, 6, seed=2, forward=0.4, own=0.0), y=2.0, seed=2)
    found = judged(source, CHANGE, indicators=reliable(x=1.0, y=0.2))
    assert found.verdict is Verdict.WEAK
    assert Cap.NOISY_PAST in found.caps


def test_a_lag_nobody_claimed_is_looked_for_on_both_sides() -> None:
    at_two = claim(X, Y, Comparison.CHANGE_TO_CHANGE, lags=(2,), lags_declared=True)
    for seed in range(3):
        found = judged(changing(2000, 7, seed=seed, forward=0.3, own=0.6), at_two)
        assert found.verdict is not Verdict.SUPPORTED
        assert found.verdict is not Verdict.CONTRADICTED
    true = judged(changing(2000, 7, seed=1, forward=0.3, lag=2), at_two)
    assert true.verdict is Verdict.SUPPORTED


def test_the_mean_of_several_questions_is_more_reliable_than_each() -> None:
    rng = np.random.default_rng(4)
    true = rng.normal(size=(4000, 3))
    wide = {f"value:{each}": true + rng.normal(size=true.shape) for each in ("p", "q", "r")}
    source = panel(*long(wide), scales=dict.fromkeys(wide, (-5.0, 5.0)))
    names = ("p", "q", "r")
    readings = [read((each,), source.layout) for each in names] + [read(names, source.layout)]
    setting = Setting(source.layout, describe(source, readings))
    together = Measure(element="e", indicators=names)
    found = reliability(together, reliable(p=0.5, q=0.5, r=0.5), setting)
    assert found == pytest.approx(0.75, abs=0.02), "1 / (1 + 1/3), Spearman and Brown"

"""How answers behave: what is planted in them is told, and what is noise is told as noise."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.quality import share
from qualitycircle.evaluation.record import from_json, to_json
from qualitycircle.evaluation.reliable_change import by_noise, threshold
from qualitycircle.evaluation.values import Evaluation, Fingerprints
from qualitycircle.evaluation.whole import IndicatorQuality, Quality, QualityFlag
from qualitycircle.expectation import expectations
from qualitycircle.indicators import Indicators, Reliability, Respondent, Scale
from qualitycircle.project import Project, Settings
from qualitycircle.rendering.quality import quality_text
from qualitycircle.site import whole_told
from qualitycircle.site.contents import Contents
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Theory
from tests.panels import Persons, long, panel
from tests.small import indicator, indicators, theory, with_element

THEORY = theory("motivation -> mestring", "mestring -> tro")
FIVE = {f"value:{each}": (1.0, 5.0) for each in ("motivation", "mestring", "tro")}


def answers(
    people: int = 2000, waves: int = 4, *, seed: int = 5, growth: float = 0.0, noise: float = 0.6
) -> Any:
    """Return whole answers from 1 to 5: a steady citizen, a growth a måling, and noise each time."""
    rng = np.random.default_rng(seed)
    level = 3 + 0.8 * rng.normal(size=(people, 1)) + growth * np.arange(waves)
    return np.clip(np.round(level + 0.6 * rng.normal(size=(people, waves))), 1, 5)


def source(scales: Any = None, **columns: Any) -> Persons:
    seen = {f"value:{name}": each for name, each in columns.items() if name != "caseworker"}
    codes = {}
    if "caseworker" in columns:
        seen["caseworker"] = columns["caseworker"]
        codes = {"caseworker": int(columns["caseworker"].max()) + 1}
    wide, person = long(seen)
    return panel(wide, person, scales=scales or FIVE, codes=codes)


def evaluated(data: Persons, known: Indicators | None = None, of: Theory = THEORY) -> Evaluation:
    catalogue = known or indicators()
    return evaluate(
        of,
        expectations(of, catalogue),
        data,
        number=1,
        date="2026-01-31",
        post_hoc=False,
        fingerprints=Fingerprints(theory="", plan="", data=""),
        indicators=catalogue,
    )


def behaved(data: Persons, known: Indicators | None = None, of: Theory = THEORY) -> Quality:
    found = evaluated(data, known, of).quality
    assert found is not None
    return found


def one(data: Persons, known: Indicators | None = None) -> IndicatorQuality:
    found = behaved(data, known).of("motivation")
    assert found is not None
    return found


def sure(**changes: Any) -> Indicators:
    return indicators(indicator("motivation", reliability=Reliability(value=0.64), **changes))


# Reliable change


def test_on_five_steps_one_step_is_noise_and_two_are_change() -> None:
    """Jacobson & Truax (1991) with test-retest .64 and standard deviation 1; and on ten steps, 2.6."""
    assert threshold(1.0, 0.64) == pytest.approx(1.66, abs=0.01)
    assert threshold(1.97, 0.78) == pytest.approx(2.56, abs=0.01)


def test_unknown_reliability_gives_no_threshold_and_is_said() -> None:
    found = one(source(motivation=answers()))
    assert (found.changed_by, found.up, found.by_noise) == (None, None, None)
    assert QualityFlag.RELIABILITY_UNKNOWN in found.flags


def test_without_change_the_share_that_moved_is_what_noise_alone_gives() -> None:
    found = one(source(motivation=answers(8000)), sure())
    assert found.up == pytest.approx(found.by_noise, abs=0.02)
    assert found.down == pytest.approx(found.by_noise, abs=0.02)


def test_where_everybody_begins_alike_not_every_move_is_change() -> None:
    """Nobody has searched for a job at the first måling; how much they then differ says what noise is."""
    found = answers()
    found[:, 0] = 1.0
    told = one(source(motivation=found), sure())
    assert told.changed_by == pytest.approx(threshold(float(found.std()), 0.64), rel=0.05)
    assert told.changed_by > 1.0


@pytest.mark.parametrize("answer", [3.0, np.nan])
def test_where_nobody_differs_nothing_says_what_a_change_is(answer: float) -> None:
    told = one(source(motivation=np.full((200, 4), answer)), sure())
    assert (told.changed_by, told.up, told.down, told.by_noise) == (None, None, None, None)


def test_real_growth_is_seen_beside_the_noise() -> None:
    found = one(source(motivation=answers(growth=0.5)), sure())
    assert found.up > 5 * found.by_noise
    assert found.down < found.by_noise


@given(st.floats(0.2, 3), st.floats(0, 1), st.floats(0, 1))
def test_a_surer_answer_needs_to_move_less(sd: float, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert threshold(sd, high) <= threshold(sd, low)
    assert 0 <= by_noise(sd, low, is_stepped=False) <= 0.026


# Where answers stand, and who gives them


def test_an_indicator_whose_answers_stand_at_the_end_has_a_ceiling() -> None:
    found = one(source(motivation=np.where(answers() > 2, 5.0, answers())))
    assert QualityFlag.CEILING in found.flags
    assert found.at_high > 0.4


def raters(jump: float, seed: int = 7) -> tuple[Any, Any]:
    """Return answers and who gave them: half the citizens change rater, and raters differ by `jump`."""
    rng = np.random.default_rng(seed)
    people, waves = 1500, 4
    who = np.repeat(rng.integers(0, 40, (people, 1)), waves, axis=1)
    changes = rng.random(people) < 0.5
    who[changes, 2:] = rng.integers(0, 40, (changes.sum(), 1))
    severity = jump * rng.normal(size=40)
    return answers(people) + severity[who], who.astype(float)


def test_answers_that_jump_when_somebody_else_rates_are_flagged() -> None:
    rated = indicators(indicator("motivation", respondent=Respondent.STAFF))
    for jump, flagged in ((1.0, True), (0.0, False)):
        values, who = raters(jump)
        found = one(source(motivation=values, caseworker=who), rated)
        assert (QualityFlag.RATER_JUMP in found.flags) is flagged
        assert (found.jump_low > 0.2) is flagged


def test_a_citizens_own_answer_has_no_rater() -> None:
    values, who = raters(1.0)
    assert one(source(motivation=values, caseworker=who)).jump is None


def test_answers_that_never_move_are_told() -> None:
    stuck = np.repeat(answers(waves=1), 4, axis=1)
    found = one(source(motivation=stuck))
    assert found.never_moves == 1.0
    assert QualityFlag.NEVER_MOVES in found.flags


def test_whole_tens_on_a_long_scale_are_told() -> None:
    hundred = {"value:motivation": (0.0, 100.0)}
    known = indicators(indicator("motivation", scale=Scale(id="procent", low=0, high=100)))
    rng = np.random.default_rng(8)
    free = rng.integers(0, 101, (800, 4)).astype(float)
    for values, flagged in ((np.round(free, -1), True), (free, False)):
        found = behaved(source(hundred, motivation=values), known).of("motivation")
        assert found is not None
        assert (QualityFlag.HEAPING in found.flags) is flagged


def test_one_answer_to_everything_that_day_is_counted_by_respondent() -> None:
    mood = answers()
    (line,) = behaved(source(motivation=mood, mestring=mood, tro=mood)).straight
    assert (line.respondent, line.share, line.is_many) == ("citizen", 1.0, True)
    apart = behaved(source(motivation=mood, mestring=answers(seed=6), tro=answers(seed=9))).straight
    assert apart[0].share < 0.2


def test_citizens_and_professionals_who_part_ways_are_told() -> None:
    of = with_element(THEORY, "motivation", indicators=("motivation", "vurdering"))
    known = indicators(indicator("vurdering", respondent=Respondent.STAFF))
    scales = {**FIVE, "value:vurdering": (1.0, 5.0)}
    apart = source(scales, motivation=answers(growth=0.4), vurdering=answers(seed=6))
    (gap,) = behaved(apart, known, of).gaps
    assert (gap.citizen, gap.professional, gap.diverges) == ("motivation", "vurdering", True)
    assert gap.gap > 0.5
    together = source(scales, motivation=answers(growth=0.4), vurdering=answers(seed=6, growth=0.4))
    assert not behaved(together, known, of).gaps[0].diverges


# Told, and not told


@given(st.integers(0, 60), st.integers(1, 60))
def test_a_share_never_tells_a_group_of_fewer_than_five(count: int, of: int) -> None:
    found = share(min(count, of), of, 5)
    if found is not None:
        assert not any(0 < each < 5 for each in (round(found * of), of - round(found * of), of))


def test_quality_is_kept_in_the_record_and_told_in_words() -> None:
    evaluation = evaluated(source(motivation=answers(growth=0.5)), sure())
    assert from_json(to_json(evaluation)) == evaluation
    assert "er mere end tilfældigheder" in quality_text(evaluation, sure(), "da")
    project = Project(root="", settings=Settings(id="p"), indicators=sure())
    page = "\n".join(whole_told.quality(Sheet(Contents(project=project, language="da"), "x.md"), evaluation))
    assert "## Hvordan svarene opfører sig" in page
    assert "| Mere end tilfældigt: op / ned |" in page


def test_any_partition_of_the_citizens_counts_the_same() -> None:
    values, who = raters(1.0)
    whole = source(
        motivation=values, mestring=answers(1500, seed=6), tro=answers(1500, seed=9), caseworker=who
    )
    rated = indicators(indicator("motivation", respondent=Respondent.STAFF))
    one_block, many = behaved(whole, rated), behaved(whole.partitioned(7, seed=1), rated)
    assert one_block.straight == many.straight
    for first, second in zip(one_block.indicators, many.indicators, strict=True):
        assert (first.never_moves, first.flags) == (second.never_moves, second.flags)
        assert first.jump == pytest.approx(second.jump)

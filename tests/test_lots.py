"""Groups made by lot: who was offered what, whom they are held against, and what the lot was drawn within."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from qualitycircle.data.block import Block, Layout
from qualitycircle.data.observe import Observed, observe
from qualitycircle.data.source import EventSource
from qualitycircle.evaluation.arms import Arms, arm_frame
from qualitycircle.evaluation.descriptives import describe
from qualitycircle.evaluation.panel import Panel
from qualitycircle.evaluation.permuting import drawn_again
from qualitycircle.evaluation.readings import read as reading
from qualitycircle.evaluation.setting import Setting
from qualitycircle.evaluation.values import Cap, Estimate, Flag, Reason, Verdict
from qualitycircle.expectation import Comparison, Measure, Testable
from qualitycircle.project import Table
from qualitycircle.theory import Activity, Assignment, Outcome, Theory
from tests.nordhuset import MAALINGER, THEORY, TODAY, provider
from tests.panels import Persons, long, panel
from tests.simulations import adopting, drawn
from tests.test_evaluation import DRAWN, FIRST_DAY, JOB, STARTS, Y, a_theory, claim, first, judged, reason

BY_LOT = replace(
    THEORY,
    elements=(
        Activity(id="praktik", name="Praktikophold", assignment=Assignment.RANDOMISED),
        Activity(id="mentor", name="Mentor", assignment=Assignment.RANDOMISED),
        *THEORY.elements[1:],
    ),
)


def read(root: Path, *groups: str, theory: Theory = BY_LOT) -> Observed:
    """Return what is read of one citizen in each group."""
    rows = [f"p{at};praktik;01-01-2025;{group}" for at, group in enumerate(groups)]
    answers = [f"p{at};start;02-01-2025;medarbejder;AB;motivation;2" for at in range(len(groups))]
    tables = {
        Table.COURSES: ["person;teori;fra;gruppe", *rows],
        Table.MEASUREMENTS: [MAALINGER, *answers],
    }
    return observe(provider(root, tables, theory=theory), theory, today=TODAY)


def block(observed: Observed) -> Block:
    assert isinstance(observed.source, EventSource)
    (one,) = observed.source.pivoted()
    return one.block


def warned(observed: Observed) -> list[str]:
    return [each.code.id for each in observed.findings if each.code.id != "QC440"]


# What the groups are called


def test_whatever_the_group_without_the_effort_is_called_it_is_one_group(tmp_path: Path) -> None:
    found = read(tmp_path, "Praktikophold", "Venteliste", "kontrol", "praktik", "Sædvanlig indsats")
    assert found.source.layout.labels["arm"] == ("kontrol", "praktik")
    assert sorted(block(found).column("arm").tolist()) == [0, 0, 0, 1, 1]
    assert warned(found) == []


def test_a_group_nobody_knows_is_never_taken_for_the_one_without_the_effort(tmp_path: Path) -> None:
    """Were the first group met taken for it, a rise would be told as a fall."""
    found = read(tmp_path, "A", "B", "A", "B")
    assert sorted(block(found).column("arm").tolist()) == [1, 1, 2, 2]
    assert warned(found) == ["QC447"]
    no_lot = replace(BY_LOT, elements=THEORY.elements)
    assert warned(read(tmp_path, "A", "B", "A", "B", theory=no_lot)) == []


def grouped(
    *labels: str, effects: dict[str, float], people: int = 900, seed: int = 1, gone: float = 0.0
) -> Persons:
    """Simulate a lot between groups of these names, each moving the effect its own way."""
    rng = np.random.default_rng(seed)
    arm = rng.permutation(people) % len(labels)
    y = rng.normal(size=(people, 1)) + rng.normal(size=(people, 2))
    y[:, 1] += np.array([effects.get(each, 0.0) for each in labels])[arm]
    columns, owner = long({"value:y": y, "arm": arm[:, None].astype(float)}, keep=rng.random(y.shape) >= gone)
    made = panel(columns, owner, codes={"arm": len(labels)})
    layout = Layout(made.layout.index, made.layout.codes, labels={"arm": labels})
    return Persons(layout, made.values, made.person)


TWO = a_theory(
    elements=(
        Activity(id="a", name="Praktik"),
        Activity(id="b", name="Mentor"),
        Outcome(id="y", name="Mestring", indicators=("y",)),
    )
)
B = claim(
    Measure(element="b", activity="b"), Y, Comparison.START_TO_OUTCOME, assignment=Assignment.RANDOMISED
)


def test_with_three_groups_each_is_held_against_the_one_without_the_effort() -> None:
    source = grouped("kontrol", "a", "b", effects={"a": 0.8, "b": -0.8})
    one, other = judged(source, DRAWN, theory=TWO), judged(source, B, theory=TWO)
    assert (one.verdict, other.verdict) == (Verdict.SUPPORTED, Verdict.CONTRADICTED)
    assert first(one).deciding.persons == first(other).deciding.persons == 600


def test_groups_that_do_not_say_what_they_were_offered_are_not_put_together() -> None:
    source = grouped("kontrol", "b", "c", effects={"b": 0.8, "c": 0.8})
    assert reason(judged(source, DRAWN, theory=TWO)) is Reason.GROUP_UNKNOWN
    assert judged(source, B, theory=TWO).verdict is Verdict.SUPPORTED
    only_b = grouped("kontrol", "b", effects={"b": 0.8})
    assert reason(judged(only_b, DRAWN, theory=TWO)) is Reason.GROUP_UNKNOWN
    effort = grouped("kontrol", "indsats", effects={"indsats": 0.8})
    assert judged(effort, DRAWN, theory=TWO).verdict is Verdict.SUPPORTED


def test_without_a_group_that_is_known_to_be_without_there_is_nobody_to_compare_with() -> None:
    source = grouped("kontrol", "a", "c", effects={"a": 0.8})
    arm = source.layout.index["arm"]
    source.values[arm] = np.where(source.values[arm] == 0, 2.0, source.values[arm])
    assert reason(judged(source, DRAWN, theory=TWO)) is Reason.NO_COMPARISON


# Before and after the lot

JOB_BY_LOT = claim(
    Measure(element="a", activity="a"),
    JOB,
    Comparison.START_TO_GOAL,
    assignment=Assignment.RANDOMISED,
    horizon_weeks=52,
)


def by_lot(people: int, *, seed: int, effect: float, begins: int = 10, missed: float = 0.0) -> Persons:
    """Simulate a lot and three målinger; some miss the first, and what they are offered lasts."""
    rng = np.random.default_rng(seed)
    arm = rng.permutation(people) % 2
    y = 0.8 * rng.normal(size=(people, 1)) + 0.6 * rng.normal(size=(people, 3))
    y += effect * arm[:, None] * (begins < np.array([0, 91, 182]))
    soon, late = rng.random((2, people)) < 0.2
    event = np.where(soon & (arm == 1), FIRST_DAY + 40, np.where(late, FIRST_DAY + 200, np.nan))
    wide = {
        "value:y": y,
        "arm": arm[:, None].astype(float),
        "course_start": np.full((people, 1), FIRST_DAY),
        "start_day:a": np.where(arm == 1, FIRST_DAY + begins, np.nan)[:, None],
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    keep = np.ones(y.shape, dtype=bool)
    keep[rng.random(people) < missed, 0] = False
    columns, owner = long(wide)
    kept = keep.ravel()
    return panel({name: each[kept] for name, each in columns.items()}, owner[kept], codes={"arm": 2})


def test_who_missed_the_first_måling_has_no_first_answer_and_is_seen_when_the_others_are() -> None:
    """A later answer in its place would hold still what the offer has moved."""
    found = first(judged(by_lot(3000, seed=1, effect=0.5, missed=0.5), DRAWN))
    assert found.deciding.persons == 3000
    assert abs((found.deciding.raw_value or 0.0) - 0.5) < 0.06


def test_jobs_are_counted_from_the_lot_and_not_from_when_somebody_was_first_asked() -> None:
    found = first(judged(by_lot(3000, seed=1, effect=0.0, missed=0.5), JOB_BY_LOT))
    assert found.deciding.persons == 3000
    assert 12.0 < found.deciding.value < 20.0


def test_a_first_answer_from_after_the_start_is_not_held_still() -> None:
    late = first(judged(by_lot(3000, seed=2, effect=0.5, begins=-20), DRAWN))
    assert (late.deciding.name, late.flags) == ("follow-up", (Flag.ANSWERED_LATE,))
    assert abs((late.deciding.raw_value or 0.0) - 0.5) < 0.1
    beside = next(each for each in late.estimates if each.name == "lot")
    assert (beside.raw_value or 0.0) < 0.3
    assert first(judged(by_lot(3000, seed=2, effect=0.5), DRAWN)).deciding.name == "lot"


# What lots were drawn within


def test_what_lots_were_drawn_within_is_read(tmp_path: Path) -> None:
    rows = ["kontrol;Nord", "praktik;nord", "praktik;Syd", "praktik;"]
    tables = {
        Table.COURSES: [
            "person;teori;fra;gruppe;trukket inden for",
            *(f"p{at};praktik;01-01-2025;{each}" for at, each in enumerate(rows)),
        ],
        Table.MEASUREMENTS: [MAALINGER, *(f"p{at};start;02-01-2025;borger;;motivation;2" for at in range(4))],
    }
    found = observe(provider(tmp_path, tables, theory=BY_LOT), BY_LOT, today=TODAY)
    assert found.source.layout.codes["stratum"] == 2
    known = sorted(block(found).column("stratum").tolist(), key=str)
    assert known[:3] == [0, 0, 1]
    assert np.isnan(known[3])


def within(
    people: int,
    *,
    seed: int,
    effect: float = 0.0,
    shares: tuple[float, ...] = (0.5,),
    levels: tuple[float, ...] = (0.0,),
    told: bool = True,
) -> Persons:
    """Simulate a lot drawn within strata, with their own shares and levels, of answers and of jobs."""
    rng = np.random.default_rng(seed)
    stratum = np.arange(people) % len(shares)
    arm, level = np.zeros(people), np.array(levels)[stratum]
    for each, share in enumerate(shares):
        inside = np.flatnonzero(stratum == each)
        arm[rng.permutation(inside)[: round(share * len(inside))]] = 1
    y = np.stack([rng.normal(size=people), level + effect * arm + rng.normal(size=people)], axis=1)
    event = np.where(rng.random(people) < 0.3 + 0.1 * level + 0.1 * effect * arm, FIRST_DAY + 100, np.nan)
    wide = {
        "value:y": y,
        "arm": arm[:, None],
        "stratum": stratum[:, None].astype(float),
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    if not told:
        del wide["stratum"]
    return panel(*long(wide), codes={"arm": 2, "stratum": len(shares)} if told else {"arm": 2})


def test_a_lot_with_other_shares_in_each_place_is_held_place_by_place() -> None:
    """Eight of ten drawn where people stand low, two of ten where they stand high: it looks like harm."""
    shares, levels = (0.8, 0.2), (-1.0, 1.0)
    told, untold = (
        first(judged(within(3000, seed=3, effect=0.5, shares=shares, levels=levels, told=each), DRAWN))
        for each in (True, False)
    )
    assert told.verdict is Verdict.SUPPORTED
    assert abs((told.deciding.raw_value or 0.0) - 0.5) < 0.1
    assert (untold.deciding.raw_value or 0.0) < -0.4
    to_job = judged(within(6000, seed=3, effect=1.0, shares=shares, levels=levels), JOB_BY_LOT)
    assert abs(first(to_job).deciding.value - 10.0) < 4.0


def test_a_small_lot_is_drawn_again_within_what_it_was_drawn_within() -> None:
    """Nine pairs: of each, one was drawn. The p-value is that of all 512 ways it could have fallen."""
    rng = np.random.default_rng(5)
    pair = np.repeat(np.arange(9), 2)
    arm = np.tile([0.0, 1.0], 9)
    y = 2.0 * rng.normal(size=9)[pair] + 0.5 * arm + rng.normal(size=18)
    wide = {
        "value:y": np.stack([np.full(18, np.nan), y], axis=1),
        "arm": arm[:, None],
        "stratum": pair[:, None] * 1.0,
    }
    source = panel(*long(wide), codes={"arm": 2, "stratum": 9})
    setting = Setting(source.layout, describe(source, [reading(("y",), source.layout)]))
    frame = arm_frame("l", Arms(Y, 1, -1, ""), setting)
    rows = frame.rows(Panel(source.blocks()[0], setting.spacing)).values
    found = drawn_again(frame, rows, frame.equations[1])
    differences = y[1::2] - y[::2]
    own = abs(differences.mean() / differences.std())
    flips = np.array(list(product([1, -1], repeat=9))) * differences
    exact = np.mean(np.abs(flips.mean(axis=1) / flips.std(axis=1)) >= own - 1e-9)
    assert found is not None
    assert found.p == pytest.approx(exact, abs=0.015)


def units_by_lot(*, units: int, strata: int, seed: int, effect: float = 0.0, spread: float = 0.5) -> Persons:
    """Simulate units of very different size that drew lots within strata; half as many are pairs."""
    rng = np.random.default_rng(seed)
    size = rng.integers(10, 60, units)
    unit = np.repeat(np.arange(units), size)
    stratum = np.arange(units) % strata
    drawn = np.zeros(units)
    for each in range(strata):
        inside = np.flatnonzero(stratum == each)
        drawn[rng.permutation(inside)[: len(inside) // 2]] = 1
    shift = spread * rng.normal(size=units) + rng.normal(size=strata)[stratum]
    y = rng.normal(size=(len(unit), 1)) + rng.normal(size=(len(unit), 2))
    y[:, 1] += (shift + effect * drawn)[unit]
    wide = {
        "value:y": y,
        "arm": drawn[unit][:, None],
        "unit": unit[:, None] * 1.0,
        "stratum": stratum[unit][:, None] * 1.0,
    }
    return panel(*long(wide), codes={"arm": 2, "unit": units, "stratum": strata})


UNITS_BY_LOT = claim(
    Measure(element="a", activity="a"),
    Y,
    Comparison.START_TO_OUTCOME,
    assignment=Assignment.RANDOMISED,
    assigned_per="enhed",
)


def test_units_that_drew_lots_two_and_two_count_as_pairs() -> None:
    pairs = first(judged(units_by_lot(units=16, strata=8, seed=1), UNITS_BY_LOT))
    assert (pairs.deciding.clusters, pairs.deciding.degrees) == (8, 7)
    strata = first(judged(units_by_lot(units=12, strata=3, seed=1), UNITS_BY_LOT))
    assert (strata.deciding.clusters, strata.deciding.degrees) == (12, 8)
    assert first(judged(units_by_lot(units=10, strata=5, seed=1), UNITS_BY_LOT))
    assert reason(judged(units_by_lot(units=8, strata=4, seed=1), UNITS_BY_LOT)) is Reason.TOO_FEW_CLUSTERS


@pytest.mark.parametrize(("units", "strata"), [(16, 8), (12, 3)])
def test_nothing_is_rarely_called_something_when_units_drew_lots_within_strata(
    units: int, strata: int
) -> None:
    found = [
        first(judged(units_by_lot(units=units, strata=strata, seed=each), UNITS_BY_LOT)).deciding
        for each in range(80)
    ]
    assert sum(each.low > 0 or each.high < 0 for each in found) <= 9
    assert np.mean([each.se for each in found]) == pytest.approx(
        np.std([each.value for each in found]), rel=0.3
    )


# What moves together


def test_with_sixty_caseworkers_too_the_uncertainty_is_that_of_leaving_each_out() -> None:
    source = adopting(people=900, caseworkers=60, seed=3)
    by_caseworker = claim(
        Measure(element="a", activity="a"),
        Y,
        Comparison.START_TO_OUTCOME,
        assignment=Assignment.MEASURED_NEED,
        assigned_per="sagsbehandler",
    )
    whole = first(judged(source, by_caseworker)).deciding
    own = source.values[source.layout.index["caseworker"]]
    without = [
        first(judged(Persons(source.layout, source.values[:, kept], source.person[kept]), by_caseworker))
        for each in range(60)
        for kept in [own != each]
    ]
    apart = np.array([each.deciding.raw_value for each in without]) - whole.raw_value
    assert whole.raw_se == pytest.approx(np.sqrt(apart @ apart * 59 / 60), rel=1e-6)


# Those who take it up


def offered(people: int, *, seed: int, took: float, anyway: float = 0.0, effect: float = 0.8) -> Persons:
    """Simulate a lot where not all who are offered start; those who do stand higher to begin with."""
    rng = np.random.default_rng(seed)
    arm = rng.permutation(people) % 2
    eager = rng.normal(size=people)
    starts = rng.random(people) < np.where(arm == 1, took, anyway) * (1 + 0.3 * np.tanh(eager))
    y = eager[:, None] + rng.normal(size=(people, 2))
    y[:, 1] += effect * starts
    event = np.where(rng.random(people) < 0.2 + 0.3 * starts, FIRST_DAY + 200, np.nan)
    wide = {
        "value:y": y,
        "arm": arm[:, None] * 1.0,
        "start_day:a": np.where(starts, FIRST_DAY + 10, np.nan)[:, None],
        "event_day:job": event[:, None],
        "exit_day:job": np.full((people, 1), np.nan),
        "follow_until": np.full((people, 1), FIRST_DAY + 900),
    }
    return panel(*long(wide), codes={"arm": 2})


def among_takers(source: Persons, claimed: Testable = DRAWN) -> Estimate | None:
    result = first(judged(source, claimed))
    assert result.deciding.name == "lot"
    return next((each for each in result.estimates if each.name == "takers"), None)


def test_what_it_is_for_those_who_start_stands_beside_what_it_is_for_all_and_decides_nothing() -> None:
    source = offered(4000, seed=1, took=0.5)
    whole, found = first(judged(source, DRAWN)).deciding, among_takers(source)
    assert found is not None
    assert whole.raw_value == pytest.approx(0.4, abs=0.08)
    assert found.raw_value == pytest.approx(0.8, abs=0.12)
    assert found.raw_se == pytest.approx((whole.raw_se or 0.0) / 0.5, rel=0.1)
    to_job = among_takers(source, JOB_BY_LOT)
    assert to_job is not None
    assert to_job.value == pytest.approx(30.0, abs=6.0)


def test_those_who_start_are_not_told_apart_where_all_do_or_where_others_do_too_or_hardly_any() -> None:
    assert among_takers(offered(1000, seed=1, took=1.5)) is None
    assert among_takers(offered(1000, seed=1, took=0.5, anyway=0.2)) is None
    assert among_takers(offered(1000, seed=1, took=0.01)) is None


def test_the_interval_for_those_who_start_holds_the_truth_as_often_as_it_says() -> None:
    held = [among_takers(offered(400, seed=each, took=0.4)) for each in range(100)]
    assert sum(each is not None and each.low < planted(each) < each.high for each in held) >= 89


def planted(found: Estimate) -> float:
    """Return the planted 0.8 steps in the unit of an estimate."""
    return 0.8 * found.value / (found.raw_value or 1.0)


# Everybody who starts does so at once


def at_once(*, waves: int, share: float = 0.5, waiting: bool = False, effect: float = 0.6) -> Persons:
    """Simulate starts between the first two målinger; those who wait start after the second, or never."""
    rng = np.random.default_rng(4)
    people = 1200
    begins = FIRST_DAY + rng.integers(1, 80, people)
    start = np.where(rng.random(people) < share, begins, begins + 91 if waiting else np.nan)
    y = rng.normal(size=(people, 1)) + rng.normal(size=(people, waves))
    y += effect * (np.nan_to_num(start, nan=np.inf)[:, None] < FIRST_DAY + 91 * np.arange(waves))
    return panel(*long({"value:y": y, "start_day:a": start[:, None]}))


@pytest.mark.parametrize("waves", [2, 4])
def test_with_nothing_from_before_the_start_it_is_weak_unless_it_is_said_who_starts(waves: int) -> None:
    found = judged(at_once(waves=waves), STARTS)
    assert (found.verdict, found.caps) == (Verdict.WEAK, (Cap.NOTHING_BEFORE,))
    nothing = judged(at_once(waves=waves, effect=0.0), STARTS)
    assert nothing.verdict is Verdict.UNDECIDED
    said = claim(
        Measure(element="a", activity="a"), Y, Comparison.START_TO_OUTCOME, assignment=Assignment.CAPACITY
    )
    assert judged(at_once(waves=waves), said).verdict is Verdict.SUPPORTED


def test_a_waiting_list_is_compared_while_it_waits_and_nobody_when_all_start() -> None:
    waiting = first(judged(at_once(waves=4, waiting=True), DRAWN))
    assert (waiting.verdict, waiting.deciding.persons) == (Verdict.SUPPORTED, 1200)
    assert waiting.deciding.raw_value == pytest.approx(0.6, abs=0.15)
    assert reason(judged(at_once(waves=4, share=1.1), DRAWN)) is Reason.NO_COMPARISON


def test_a_small_lot_on_a_goal_tells_the_p_of_its_draws() -> None:
    found = first(judged(drawn(98, seed=1, rate=0.5), JOB_BY_LOT))
    assert found.drawn_again
    assert found.p * 10_000 == pytest.approx(round(found.p * 10_000)), "a share of 10,000 draws"

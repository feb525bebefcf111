"""The smallest effect has a unit: it must be one the effect is told in, wherever it is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualitycircle.checks.rules import check
from qualitycircle.evaluation.values import Evaluation, LinkResult, NotMeasured, Reason, Tested, Verdict
from qualitycircle.expectation import Testable, expectations
from qualitycircle.expectation.units import fitting, points_of
from qualitycircle.indicators import (
    Catalogue,
    Computation,
    Event,
    Indicator,
    IndicatorClass,
    Indicators,
    Reliability,
    Respondent,
    Scale,
)
from qualitycircle.rendering.testability import as_text
from qualitycircle.rendering.verdicts import account
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Attachment, Expected, Link, Moderator, Outcome, Theory
from tests.panels import Persons, panel
from tests.simulations import changing, starting
from tests.test_evaluation import JOB, START, X, Y, a_theory, claim, first, held, judged

STEPS, SD, POINTS = (
    Smallest(value=value, unit=unit)
    for value, unit in ((0.1, Unit.STEPS), (0.1, Unit.SD), (5.0, Unit.POINTS))
)
FIVE = Scale(id="fem", low=1, high=5)
PERCENT = Scale(id="procent", low=0, high=100, unit="procent")
YES_NO = Scale(id="ja", low=0, high=1)


def seen(id: str, scale: Scale | None = FIVE, **more: object) -> Indicator:
    base = Indicator(
        id=id,
        name=id,
        indicator_class=IndicatorClass.OUTCOME,
        respondent=Respondent.CITIZEN if id == "x" else Respondent.EMPLOYER,
        scale=scale,
        reliability=Reliability(value=1.0),
    )
    return replace(base, **more)  # type: ignore[arg-type]  # the fields of Indicator


def known(*found: Indicator) -> Indicators:
    return Indicators((Catalogue(id="k", indicators=(seen("x"), *found)),))


def a_link(size: Smallest | None = None, **more: object) -> Theory:
    return a_theory(
        elements=(
            Outcome(id="x", name="Mod", indicators=("x",)),
            Outcome(id="y", name="Mestring", indicators=("y",)),
        ),
        links=(Link(cause="x", effect="y", smallest=size, because="det ser vi"),),
        **more,
    )


def codes(theory: Theory, indicators: Indicators) -> list[str]:
    return [each.code.id for each in check(theory, indicators) if each.code.id == "QC331"]


# Which units fit ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        (seen("y", FIVE), None),
        (seen("y", PERCENT), 1.0),
        (seen("y", YES_NO), 100.0),
        (seen("y", Scale(id="to", steps=("nej", "ja"))), 100.0),
        (seen("y", Scale(id="tre", steps=("nej", "måske", "ja"))), None),
        (seen("y", Scale(id="antal", low=0)), None),
        (seen("y", Scale(id="valg", options=("a", "b"))), None),
        (seen("y", None, computed=Computation.ATTENDED_OF_OFFERED), 1.0),
        (seen("y", YES_NO, computed=Computation.ATTENDED_OF_OFFERED), 100.0),
        (seen("y", PERCENT, computed=Computation.ATTENDED_OF_OFFERED), 1.0),
        (seen("y", None, computed=Computation.SHARE_STARTED), 100.0),
        (seen("y", None, computed=Computation.COUNT), None),
        (seen("y", None, event=Event(status="job")), 100.0),
    ],
)
def test_what_is_told_in_percent_has_percentage_points(indicator: Indicator, expected: float | None) -> None:
    assert points_of(indicator) == expected
    assert (Unit.POINTS in fitting(indicator)) is (expected is not None)
    assert (Unit.STEPS in fitting(indicator)) is (indicator.event is None)


@pytest.mark.parametrize(
    ("scale", "size", "wrong"),
    [
        (FIVE, POINTS, True),
        (FIVE, STEPS, False),
        (FIVE, SD, False),
        (PERCENT, POINTS, False),
        (PERCENT, STEPS, False),
        (YES_NO, POINTS, False),
    ],
)
def test_the_check_sees_a_size_on_the_link_and_on_the_indicator(
    scale: Scale, size: Smallest, *, wrong: bool
) -> None:
    expected = ["QC331"] if wrong else []
    assert codes(a_link(size), known(seen("y", scale))) == expected
    assert codes(a_link(), known(seen("y", scale, smallest=size))) == expected


def test_a_goals_indicator_has_percentage_points_alone() -> None:
    goals = a_theory(links=(Link(cause="x", effect="job", because="det ser vi"),))
    job = seen("job", None, event=Event(status="job"), indicator_class=IndicatorClass.GOAL)
    assert codes(goals, known(replace(job, smallest=STEPS))) == ["QC331"]
    assert codes(goals, known(replace(job, smallest=POINTS))) == []


@pytest.mark.parametrize(("size", "wrong"), [(POINTS, True), (STEPS, False), (SD, False)])
def test_the_check_sees_a_size_on_the_moderator(size: Smallest, *, wrong: bool) -> None:
    moderator = Moderator(
        id="m",
        name="M",
        indicators=("m",),
        attachments=(Attachment(link=("x", "y"), expected=Expected.STRENGTHENS),),
        smallest_difference=size,
    )
    theory = a_link(moderators=(moderator,))
    assert codes(theory, known(seen("y"), seen("m"))) == (["QC331"] if wrong else [])


def test_a_moderator_of_a_link_to_a_goal_has_no_steps() -> None:
    moderator = Moderator(
        id="m",
        name="M",
        attachments=(Attachment(link=("x", "job"), expected=Expected.STRENGTHENS),),
        smallest_difference=STEPS,
    )
    theory = a_theory(links=(Link(cause="x", effect="job", because="det ser vi"),), moderators=(moderator,))
    assert codes(theory, known()) == ["QC331"]


def test_an_indicator_with_the_wrong_unit_is_pointed_at_once() -> None:
    theory = a_link()
    twice = replace(theory, elements=(*theory.elements, Outcome(id="z", name="Z", indicators=("y",))))
    found = [each for each in check(twice, known(seen("y", smallest=POINTS))) if each.code.id == "QC331"]
    assert [each.facts["subject"] for each in found] == ["y"]
    assert found[0].facts["fitting"] == ("steps", "sd")


# What is done with them ---------------------------------------------------------------------------


def on(scale: Scale, *, seed: int = 1, forward: float = 0.5) -> Persons:
    """One step of x is half a step of y; both lie on the scale."""
    world = changing(4000, 6, seed=seed, forward=forward, gone=0.0)
    columns = {key: world.values[at] for key, at in world.layout.index.items()}
    assert scale.low is not None
    assert scale.high is not None
    middle, length = (scale.low + scale.high) / 2, scale.high - scale.low
    columns["value:x"] = 3 + 0.4 * columns["value:x"]
    columns["value:y"] = middle + 0.1 * length * columns["value:y"]
    ends = (float(scale.low), float(scale.high))
    return panel(columns, world.person, scales={"value:x": (1.0, 5.0), "value:y": ends})


def evaluated(theory: Theory, indicators: Indicators, source: Persons) -> Evaluation:
    return held(source, *expectations(theory, indicators), theory=theory, indicators=indicators)


def result(theory: Theory, indicators: Indicators, source: Persons) -> LinkResult:
    return evaluated(theory, indicators, source).judgements[0].results[0]


@pytest.mark.parametrize("place", ["link", "indicator"])
def test_percentage_points_of_a_scale_in_steps_are_not_guessed(place: str) -> None:
    theory = a_link(POINTS if place == "link" else None)
    indicators = known(seen("y", smallest=POINTS if place == "indicator" else None))
    found = result(theory, indicators, on(FIVE))
    assert isinstance(found, NotMeasured)
    assert (found.reason, dict(found.facts)) == (Reason.UNIT, {"unit": "percentage points", "element": "y"})
    told = account(evaluated(theory, indicators, on(FIVE)).judgements[0], theory, "da")
    assert "Den mindste virkning står i procentpoint, og det kan Mestring ikke måles i." in told


def test_steps_toward_a_goal_are_not_guessed() -> None:
    from qualitycircle.expectation import Comparison

    source = starting(1000, 5, seed=1)
    found = judged(source, claim(START, JOB, Comparison.START_TO_GOAL, smallest=STEPS)).results[0]
    assert isinstance(found, NotMeasured)
    other = judged(source, claim(X, Y, Comparison.CHANGE_TO_CHANGE, smallest=POINTS)).results[0]
    assert isinstance(other, NotMeasured)


@pytest.mark.parametrize(("scale", "value"), [(PERCENT, 1.0), (YES_NO, 100.0)])
def test_a_percentage_point_is_the_same_size_on_every_scale(scale: Scale, value: float) -> None:
    size = Smallest(value=2.0, unit=Unit.POINTS)
    found = result(a_link(size), known(seen("y", scale)), on(scale))
    assert isinstance(found, Tested)
    assert (found.verdict, found.deciding.unit) == (Verdict.SUPPORTED, "percentage points per step")
    assert found.deciding.raw_value is not None
    assert found.deciding.value == pytest.approx(value * found.deciding.raw_value)
    assert found.deciding.value == pytest.approx(12.5, abs=1.5)


def test_a_step_of_what_is_told_in_percent_is_called_a_percentage_point_everywhere() -> None:
    theory, indicators = a_link(Smallest(value=2.0, unit=Unit.STEPS)), known(seen("y", PERCENT))
    (expected,) = expectations(theory, indicators)
    assert isinstance(expected, Testable)
    assert expected.tests[0].smallest.unit is Unit.POINTS
    assert "2 procentpoint pr. trin" in as_text(theory, indicators, "da")
    found = evaluated(theory, indicators, on(PERCENT)).judgements[0]
    assert first(found).deciding.value == pytest.approx(12.5, abs=1.5)
    told = account(found, theory, "da")
    assert "2,00 procentpoint pr. trin" in told
    assert "2,00 trin" not in told


def test_a_percentage_point_is_the_same_whichever_way_the_answers_run() -> None:
    source = on(PERCENT)
    size = Smallest(value=2.0, unit=Unit.POINTS)
    theory = a_link(size)
    other = replace(theory.elements[1], wanted_up=True)  # type: ignore[call-arg]  # an outcome has it
    turned = replace(theory, elements=(theory.elements[0], other))
    against = result(turned, known(seen("y", PERCENT, wanted_up=False)), source)
    along = result(theory, known(seen("y", PERCENT)), source)
    assert isinstance(against, Tested)
    assert isinstance(along, Tested)
    assert against.deciding.value == pytest.approx(-along.deciding.value)
    assert against.verdict is Verdict.CONTRADICTED

"""What was promised and what was delivered: on both sides of the promise, near it, and without data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.evaluation.promises import Amount, share, weeks
from qualitycircle.evaluation.shares import of_a_scale, share_interval
from qualitycircle.evaluation.values import Delivery, NotMeasured, Reason, Tested, Verdict
from qualitycircle.expectation import Comparison, Measure, expectations
from qualitycircle.indicators import (
    Catalogue,
    Computation,
    Indicator,
    Indicators,
    Reliability,
    Respondent,
    Scale,
)
from qualitycircle.theory import (
    Activity,
    Attachment,
    Condition,
    Expected,
    Link,
    Moderator,
    Output,
    Promise,
    Theory,
)
from tests.panels import Persons, long, panel
from tests.test_evaluation import CHANGE, FIRST_DAY, START, Y, a_theory, claim, held

DELIVERED, NOT, UNCLEAR = "delivered", "not delivered", "unclear"
PERCENT = Scale(id="procent", low=0, high=100, unit="procent")
FIVE = Scale(id="fem", low=1, high=5)


def condition(text: str) -> Condition:
    how, number, unit = (*text.split(), "")[:3]
    return Condition(
        comparison={"mindst": "at least", "højst": "at most"}[how], value=float(number), unit=unit
    )


def people(count: int, **columns: np.ndarray) -> Persons:
    """Return so many people with two målinger each; a column has one value a person, or two."""
    waves = {"value:y": np.random.default_rng(1).normal(size=(count, 2))}
    for key, each in columns.items():
        waves[key.replace("__", ":")] = each.reshape(count, -1) * np.ones((1, 2))
    told, person = long(waves)
    return panel(told, person, scales=SCALES)


SCALES: dict[str, tuple[float, float | None]] = {
    "value:o": (0.0, 100.0),
    "value:m": (0.0, 1.0),
    "value:n": (1.0, 5.0),
    "value:y": (-10.0, 10.0),
    "value:p": (0.0, 100.0),
}
KNOWN = Indicators(
    (
        Catalogue(
            id="k",
            indicators=(
                Indicator(id="o", name="o", scale=PERCENT, respondent=Respondent.SYSTEM),
                Indicator(id="m", name="m", scale=Scale(id="ja", low=0, high=1)),
                Indicator(id="n", name="n", scale=FIVE),
                Indicator(id="p", name="p", scale=PERCENT),
                Indicator(id="y", name="y", reliability=Reliability(value=1.0)),
            ),
        ),
    )
)


def near(found: Delivery, outcome: str, value: float, number: float | None = None) -> bool:
    """Say whether this was delivered, with this number, against that promise."""
    is_promised = number is None or found.promised == pytest.approx(number)
    return found.outcome == outcome and found.value == pytest.approx(value) and is_promised


def delivered(source: Persons, theory: Theory, what: str) -> Delivery:
    evaluation = held(source, theory=theory, indicators=KNOWN)
    return next(each for each in evaluation.deliveries if each.what == what)


def activity(**promise: str) -> Theory:
    return a_theory(elements=(Activity(id="a", name="Praktik", promised=Promise(**promise)),))  # type: ignore[arg-type]  # texts


def output(text: str, *links: str) -> Theory:
    made = Output(id="o", name="Fremmøde", indicators=("o",), promised=Promise(condition=condition(text)))
    return a_theory(
        elements=(Activity(id="a", name="Praktik"), made),
        links=tuple(Link(cause=each, effect="o") for each in links),
    )


def moderator(
    text: str, *, indicators: tuple[str, ...] = ("m",), met_when: str | None = "mindst 1", **promise: str
) -> Theory:
    promised = Promise(**promise) if promise else Promise(condition=condition(text))  # type: ignore[arg-type]  # texts
    made = Moderator(
        id="aftale",
        name="Aftale",
        indicators=indicators,
        met_when=condition(met_when) if met_when else None,
        attachments=(Attachment(link=("a", "o"), expected=Expected.REQUIRED),),
        promised=promised,
    )
    return a_theory(moderators=(made,))


def with_share(count: int, share: float, column: str) -> Persons:
    """Return people of whom exactly a share have it."""
    has = np.arange(count) < round(share * count)
    if column == "start_day:a":
        return people(count, start_day__a=np.where(has, FIRST_DAY + 1.0, np.nan))
    return people(count, **{column.replace(":", "__"): has.astype(float)})


# A share: coverage, and those who have a condition ------------------------------------------------

SHARES = [
    ("mindst 80 %", 0.95, DELIVERED),
    ("mindst 80 %", 0.60, NOT),
    ("mindst 80 %", 0.80, UNCLEAR),
    ("mindst 80 %", 0.81, UNCLEAR),
    ("mindst 80 %", 0.79, UNCLEAR),
    ("mindst 80 %", 1.00, DELIVERED),
    ("højst 20 %", 0.05, DELIVERED),
    ("højst 20 %", 0.40, NOT),
    ("højst 20 %", 0.20, UNCLEAR),
]


@pytest.mark.parametrize(("promise", "true", "outcome"), SHARES)
def test_coverage_is_held_against_what_was_promised(promise: str, true: float, outcome: str) -> None:
    found = delivered(with_share(200, true, "start_day:a"), activity(coverage=promise), "coverage")
    assert near(found, outcome, true)
    assert found.promised == pytest.approx(0.2 if "højst" in promise else 0.8)


@pytest.mark.parametrize(("promise", "true", "outcome"), [*SHARES, ("højst 20 %", 0.0, DELIVERED)])
def test_a_condition_is_held_against_what_was_promised(promise: str, true: float, outcome: str) -> None:
    found = delivered(with_share(200, true, "value:m"), moderator(promise), "share met")
    assert near(found, outcome, true)
    covered = delivered(with_share(200, true, "value:m"), moderator("", coverage=promise), "share met")
    assert covered == found


@pytest.mark.parametrize(("promise", "true", "outcome"), SHARES)
def test_a_condition_that_is_itself_a_yes_or_no_needs_no_opfyldt(
    promise: str, true: float, outcome: str
) -> None:
    found = delivered(with_share(200, true, "value:m"), moderator(promise, met_when=None), "share met")
    assert near(found, outcome, true)


def test_a_share_of_a_condition_in_steps_cannot_be_seen_without_opfyldt() -> None:
    source = people(100, value__n=np.full(100, 4.0))
    theory = moderator("mindst 90 %", indicators=("n",), met_when=None)
    assert delivered(source, theory, "mean").outcome == UNCLEAR


@pytest.mark.parametrize(
    ("promise", "mean", "outcome"),
    [
        ("mindst 3", 4.0, DELIVERED),
        ("mindst 3", 2.0, NOT),
        ("højst 3", 4.0, NOT),
        ("højst 3", 2.0, DELIVERED),
        ("mindst 3", 3.0, UNCLEAR),
        ("højst 3", 3.0, UNCLEAR),
    ],
)
def test_a_number_promised_of_a_condition_is_held_against_the_mean(
    promise: str, mean: float, outcome: str
) -> None:
    """`lovet: højst 3` of a number is neither a share nor three per cent."""
    scores = mean + np.tile([-1.0, 1.0], 50)
    theory = moderator(promise, indicators=("n",), met_when=None)
    found = delivered(people(100, value__n=scores), theory, "mean")
    assert near(found, outcome, mean, 3.0)


@pytest.mark.parametrize(("mean", "outcome"), [(95.0, DELIVERED), (70.0, NOT), (90.0, UNCLEAR)])
def test_per_cent_of_an_answer_in_per_cent_is_a_mean(mean: float, outcome: str) -> None:
    theory = moderator("mindst 90 %", indicators=("p",), met_when=None)
    found = delivered(people(100, value__p=mean + np.tile([-4.0, 4.0], 50)), theory, "mean")
    assert near(found, outcome, mean, 90.0)


def test_a_number_promised_of_a_yes_or_no_is_no_share() -> None:
    found = delivered(with_share(200, 0.9, "value:m"), moderator("mindst 2"), "share met")
    assert (found.outcome, found.promised) == (UNCLEAR, None)


# A dose -------------------------------------------------------------------------------------------


def in_weeks(count: int, mean: float, spread: float) -> Persons:
    """Return people who were there from Monday to Sunday, so many weeks."""
    length = np.rint(7 * (mean + spread * np.linspace(-1, 1, count)))
    start = np.full(count, FIRST_DAY + 1.0)
    return people(count, start_day__a=start, end_day__a=start + length - 1)


@pytest.mark.parametrize(
    ("promise", "mean", "outcome"),
    [
        ("13 uger", 16.0, DELIVERED),
        ("13 uger", 10.0, NOT),
        ("13 uger", 13.0, UNCLEAR),
        ("mindst 3 måneder", 16.0, DELIVERED),
        ("at least 13 weeks", 10.0, NOT),
        ("højst 26 uger", 20.0, DELIVERED),
        ("højst 26 uger", 30.0, NOT),
        ("at most 26 weeks", 30.0, NOT),
        ("højst 26 uger", 26.0, UNCLEAR),
        ("3 dage pr. uge", 13.0, UNCLEAR),
        ("37 timer", 13.0, UNCLEAR),
    ],
)
def test_a_dose_is_held_against_what_was_promised(promise: str, mean: float, outcome: str) -> None:
    assert delivered(in_weeks(100, mean, 4.0), activity(dose=promise), "dose").outcome == outcome


@pytest.mark.parametrize(("mean", "outcome"), [(13.0, DELIVERED), (14.0, DELIVERED), (12.0, NOT)])
def test_a_dose_that_is_the_same_for_all_has_no_interval(mean: float, outcome: str) -> None:
    """Thirteen weeks from a Monday to a Sunday are thirteen weeks, not a day less."""
    found = delivered(in_weeks(100, mean, 0.0), activity(dose="13 uger"), "dose")
    assert (found.outcome, found.low, found.high) == (outcome, None, None)
    few = delivered(in_weeks(20, mean, 0.0), activity(dose="13 uger"), "dose")
    assert few.outcome == UNCLEAR


# An output ----------------------------------------------------------------------------------------

MEANS = [
    ("mindst 75 %", 90.0, DELIVERED),
    ("mindst 75 %", 60.0, NOT),
    ("mindst 75 %", 75.0, UNCLEAR),
    ("højst 10 %", 4.0, DELIVERED),
    ("højst 10 %", 20.0, NOT),
    ("højst 10 %", 10.0, UNCLEAR),
]


@pytest.mark.parametrize(("promise", "mean", "outcome"), MEANS)
def test_an_output_is_held_against_what_was_promised(promise: str, mean: float, outcome: str) -> None:
    source = people(100, value__o=mean + np.tile([-4.0, 4.0], 50))
    assert delivered(source, output(promise), "mean").outcome == outcome


@pytest.mark.parametrize(
    ("promise", "same", "count", "outcome"),
    [
        ("mindst 75 %", 100.0, 100, DELIVERED),
        ("mindst 75 %", 100.0, 6, UNCLEAR),
        ("mindst 75 %", 0.0, 100, NOT),
        ("højst 10 %", 0.0, 100, DELIVERED),
        ("mindst 75 %", 75.0, 100, UNCLEAR),
    ],
)
def test_answers_that_are_all_alike_are_no_more_certain_than_their_number(
    promise: str, same: float, count: int, outcome: str
) -> None:
    found = delivered(people(count, value__o=np.full(count, same)), output(promise), "mean")
    assert found.outcome == outcome
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.high


def test_an_output_is_promised_to_those_who_take_part() -> None:
    """Half are not there: what they do not get was not promised to them."""
    count = 200
    there = np.arange(count) < 100
    source = people(
        count,
        value__o=np.where(there, 90.0 + np.tile([-4.0, 4.0], 100), 0.0),
        start_day__a=np.where(there, FIRST_DAY - 30.0, np.nan),
    )
    assert delivered(source, output("mindst 75 %", "a"), "mean").outcome == DELIVERED
    assert delivered(source, output("mindst 75 %"), "mean").outcome == NOT


def test_two_rows_of_one_person_are_one_person() -> None:
    """As many rows again, from the same people, make nothing surer."""
    drawn = np.random.default_rng(2).normal(size=(40, 1))
    scores = 77.0 + 12.0 * (drawn - drawn.mean()) / drawn.std()

    def seen(times: int) -> Delivery:
        rows = {"value:o": np.repeat(scores, times, axis=1)}
        source = panel(*long(rows), scales=SCALES)
        return delivered(source, output("mindst 75 %"), "mean")

    once, often = seen(1), seen(6)
    assert (once.outcome, often.outcome) == (UNCLEAR, UNCLEAR)
    assert once.low is not None
    assert often.low == pytest.approx(once.low, abs=0.1)


# Nobody has the data ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("theory", "what"),
    [
        (activity(coverage="80 %"), "coverage"),
        (activity(dose="13 uger"), "dose"),
        (activity(fidelity="90 %"), "fidelity"),
        (output("mindst 75 %"), "mean"),
        (moderator("mindst 90 %"), "share met"),
    ],
)
@pytest.mark.parametrize("columns", [{}, {"start_day__a": 0, "end_day__a": 0, "value__o": 0, "value__m": 0}])
def test_a_promise_nobody_has_data_of_is_unclear(
    theory: Theory, what: str, columns: Mapping[str, int]
) -> None:
    """Not there at all, or a column in which nobody has anything."""
    empty = {key: np.full(50, np.nan) for key in columns}
    found = delivered(people(50, **empty), theory, what)
    if what == "coverage" and columns:
        assert (found.outcome, found.value) == ("declared but not delivered", 0.0)
    else:
        assert (found.outcome, found.value, found.persons) == (UNCLEAR, None, 0)


def test_words_that_are_no_number_are_never_delivered() -> None:
    source = with_share(200, 0.9, "start_day:a")
    assert delivered(source, activity(coverage="de fleste"), "coverage").outcome == UNCLEAR
    assert delivered(source, activity(dose="13 uger"), "coverage").outcome == DELIVERED


def test_promises_are_read_as_people_write_them() -> None:
    told = [share(each) for each in ("80 %", "mindst 80%", "at least 80 percent", "80 per cent", "80 pct.")]
    assert told == [Amount(0.8)] * 5
    assert share("80 % af de henviste") == Amount(0.8)
    assert share("højst 12,5 %") == share("at most 12.5 %") == Amount(0.125, at_most=True)
    assert [share(each) for each in ("omkring 80 %", "80", "", "de fleste")] == [None] * 4
    assert weeks("3 mdr.") == weeks("3 months")
    assert [weeks(each) for each in ("3 dage pr. uge", "3 days a week", "13")] == [None] * 3


# The link that hangs on a promise -----------------------------------------------------------------


def promised(text: str, scale: Scale | None = PERCENT) -> tuple[Theory, Indicators]:
    theory = output(text, "a")
    attended = Indicator(
        id="o", name="o", scale=scale, respondent=Respondent.SYSTEM, computed=Computation.ATTENDED_OF_OFFERED
    )
    return theory, Indicators((Catalogue(id="k", indicators=(attended,)),))


def participants(scores: np.ndarray) -> Persons:
    return people(len(scores), value__o=scores, start_day__a=np.full(len(scores), FIRST_DAY - 30.0))


@pytest.mark.parametrize(
    ("text", "same", "verdict"),
    [
        ("mindst 75 %", 100.0, Verdict.WEAK),
        ("mindst 99 %", 100.0, Verdict.UNDECIDED),
        ("mindst 75 %", 75.0, Verdict.UNDECIDED),
        ("højst 10 %", 0.0, Verdict.WEAK),
    ],
)
def test_identical_answers_never_make_a_promise_certain(text: str, same: float, verdict: Verdict) -> None:
    theory, known = promised(text)
    source = participants(np.full(60, same))
    judged = held(source, *expectations(theory, known), theory=theory, indicators=known).judgements[0]
    (result,) = judged.results
    assert isinstance(result, Tested)
    assert judged.verdict is verdict
    assert result.deciding.se > 0
    assert result.deciding.low < result.deciding.high


def test_identical_answers_below_a_promise_are_not_delivered() -> None:
    theory, known = promised("mindst 75 %")
    source = participants(np.full(60, 10.0))
    judged = held(source, *expectations(theory, known), theory=theory, indicators=known).judgements[0]
    (result,) = judged.results
    assert isinstance(result, NotMeasured)
    assert result.reason is Reason.NOT_DELIVERED


def test_identical_counts_without_an_end_are_not_measured() -> None:
    source = participants(np.full(60, 20.0))
    counted = replace(source, layout=replace(source.layout, scales={"value:o": (0.0, None)}))
    effect = Measure(element="o", indicators=("o",), respondent=Respondent.SYSTEM)
    test = claim(START, effect, Comparison.PROMISE, promise=condition("mindst 10"))
    (result,) = held(counted, test, theory=a_theory()).judgements[0].results
    assert isinstance(result, NotMeasured)
    assert result.reason is Reason.NO_SPREAD


# Intervals of shares ------------------------------------------------------------------------------


def test_wilsons_interval_is_as_published() -> None:
    """Newcombe (1998), table I."""
    published = (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    )
    for has, count, low, high in published:
        part = has / count
        found = share_interval(part, (part * (1 - part) / count) ** 0.5, count)
        assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_a_mean_between_two_ends_stays_between_them() -> None:
    found = of_a_scale(5.0, 0.0, 30, (1.0, 5.0))
    assert (found.value, found.high) == (5.0, 5.0)
    assert 4.4 < found.low < 5.0


# Nothing varies -----------------------------------------------------------------------------------


def starts(count: int = 400, waves: int = 5) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    start = FIRST_DAY + np.where(rng.random(count) < 0.7, rng.integers(1, 300, count), np.nan)
    return start, start[:, None] < FIRST_DAY + 91 * np.arange(waves)


def test_nobody_who_ever_moves_is_no_proof_of_no_effect() -> None:
    start, _ = starts()
    own = np.random.default_rng(4).normal(size=(400, 1))
    source = panel(*long({"value:y": np.repeat(own, 5, axis=1), "start_day:a": start[:, None]}))
    (result,) = held(source, claim(START, Y, Comparison.START_TO_OUTCOME)).judgements[0].results
    assert isinstance(result, NotMeasured)
    assert result.reason is Reason.NO_SPREAD


def test_a_change_that_is_the_same_for_everybody_is_no_proof_of_an_effect() -> None:
    start, begun = starts()
    own = np.random.default_rng(4).normal(size=(400, 1))
    source = panel(*long({"value:y": own + begun, "start_day:a": start[:, None]}))
    (result,) = held(source, claim(START, Y, Comparison.START_TO_OUTCOME)).judgements[0].results
    assert isinstance(result, NotMeasured)
    assert result.reason is Reason.NO_SPREAD


def test_one_number_copied_from_another_is_not_supported() -> None:
    x = np.random.default_rng(5).normal(size=(200, 6))
    y = np.zeros_like(x)
    y[:, 1:] = x[:, :-1]
    source = panel(*long({"value:x": x, "value:y": y}))
    (result,) = held(source, CHANGE).judgements[0].results
    assert isinstance(result, NotMeasured)
    assert result.reason is Reason.NO_SPREAD

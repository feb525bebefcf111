"""`ønsket: ned`: a low answer is the good one, and a link's sign refers to the element."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qualitycircle.checks.rules import check
from qualitycircle.evaluation.values import Evaluation, Tested, Verdict
from qualitycircle.expectation import NotTestable, Testable, Untestable, expectations
from qualitycircle.expectation.plan import plan_content
from qualitycircle.indicators import (
    Catalogue,
    Indicator,
    IndicatorClass,
    Indicators,
    Reliability,
    Respondent,
    Scale,
)
from qualitycircle.loading.build import theory_from_text
from qualitycircle.rendering.testability import as_text
from qualitycircle.rendering.verdicts import account
from qualitycircle.theory import Link, Outcome, Several, Sign, Theory
from tests import frame
from tests.panels import Persons, panel
from tests.simulations import changing
from tests.test_evaluation import a_theory, held

TEN = Scale(id="ti", low=-10, high=10)
LONG = Scale(id="lang", low=0, high=100)
COUNT = Scale(id="antal", low=0)


def asked(id: str, *, up: bool | None = None, scale: Scale = TEN, by: Respondent | None = None) -> Indicator:
    return Indicator(
        id=id,
        name=id.capitalize(),
        indicator_class=IndicatorClass.OUTCOME,
        respondent=by or (Respondent.CITIZEN if id == "mod" else Respondent.EMPLOYER),
        scale=scale,
        reliability=Reliability(value=1.0),
        wanted_up=up is not False,
        wanted_declared=up is not None,
    )


def known(*found: Indicator) -> Indicators:
    return Indicators((Catalogue(id="k", indicators=(asked("mod"), *found)),))


MIXED = known(asked("ro"), asked("ensomhed", up=False))


def of(*ids: str, sign: Sign = Sign.UP, **element: object) -> Theory:
    """Return a theory of courage and wellbeing, where wellbeing is seen by some indicators."""
    wellbeing = replace(Outcome(id="trivsel", name="Trivsel", indicators=ids), **element)  # type: ignore[arg-type]  # the fields of Outcome
    return a_theory(
        elements=(Outcome(id="mod", name="Mod", indicators=("mod",)), wellbeing),
        links=(Link(cause="mod", effect="trivsel", sign=sign, because="det ser vi"),),
    )


def truth(people: int = 1500, seed: int = 1) -> Persons:
    """Courage gives calm (.3 steps a step), and takes loneliness away as much."""
    world = changing(people, 6, seed=seed, forward=0.3)
    rng = np.random.default_rng(seed + 9)
    columns = {key: world.values[at] for key, at in world.layout.index.items()}
    calm = columns["value:y"]
    columns["value:mod"] = columns["value:x"]
    columns["value:ro"] = calm + 0.3 * rng.normal(size=len(calm))
    columns["value:ensomhed"] = -calm + 0.3 * rng.normal(size=len(calm))
    columns["value:timer"] = 50 - 10 * calm
    columns["value:antal"] = 40 - calm
    scales = {
        **{f"value:{each}": (-10.0, 10.0) for each in ("mod", "ro", "ensomhed")},
        "value:timer": (0.0, 100.0),
        "value:antal": (0.0, None),
    }
    return panel(columns, world.person, scales=scales)


def result(theory: Theory, indicators: Indicators, source: Persons | None = None) -> Tested:
    found = evaluated(theory, indicators, source).judgements[0].results[0]
    assert isinstance(found, Tested), found
    return found


def evaluated(theory: Theory, indicators: Indicators, source: Persons | None = None) -> Evaluation:
    return held(source or truth(), *expectations(theory, indicators), theory=theory, indicators=indicators)


# Two indicators that run each their way -----------------------------------------------------------


def test_answers_that_run_against_the_element_are_turned_before_they_are_averaged() -> None:
    turned = result(of("ro", "ensomhed", wanted_up=True), MIXED)
    alone = result(of("ro"), MIXED)
    assert turned.test.effect.turned == ("ensomhed",)
    assert (turned.verdict, alone.verdict) == (Verdict.SUPPORTED, Verdict.SUPPORTED)
    assert turned.deciding.value == pytest.approx(alone.deciding.value, abs=0.03)


def test_an_element_wished_down_turns_what_is_wished_up() -> None:
    indicators = known(asked("ro", up=True), asked("ensomhed", up=False))
    down = result(of("ro", "ensomhed", wanted_up=False, sign=Sign.DOWN), indicators)
    up = result(of("ro", "ensomhed", wanted_up=True), indicators)
    assert down.test.effect.turned == ("ro",)
    assert down.deciding.value == pytest.approx(up.deciding.value)
    assert down.verdict is up.verdict is Verdict.SUPPORTED


def test_where_nobody_says_which_way_nothing_is_tested() -> None:
    (found,) = expectations(of("ro", "ensomhed"), MIXED)
    assert isinstance(found, NotTestable)
    assert found.reasons == ((Untestable.UNDIRECTED, "ro"), (Untestable.UNDIRECTED, "ensomhed"))
    codes = [each for each in check(of("ro", "ensomhed"), MIXED) if each.code.id == "QC345"]
    assert [each.facts["say_on"] for each in codes] == ["trivsel", "trivsel"]


def test_an_element_wished_down_asks_the_indicators_that_do_not_say() -> None:
    theory = of("ro", "ensomhed", wanted_up=False)
    (found,) = expectations(theory, MIXED)
    assert found == NotTestable(link="mod -> trivsel", reasons=((Untestable.UNDIRECTED, "ro"),))
    (finding,) = [each for each in check(theory, MIXED) if each.code.id == "QC345"]
    assert finding.facts["say_on"] == "ro"


@pytest.mark.parametrize("several", [Several.ALL, Several.ANY])
def test_indicators_held_one_by_one_are_turned_one_by_one(several: Several) -> None:
    theory = of("ro", "ensomhed", wanted_up=True, several=several)
    judged = evaluated(theory, MIXED).judgements[0]
    assert [each.verdict for each in judged.results if isinstance(each, Tested)] == [Verdict.SUPPORTED] * 2


def test_two_respondents_speak_of_the_same_direction() -> None:
    other = known(asked("ro"), asked("ensomhed", up=False, by=Respondent.TEST))
    judged = evaluated(of("ro", "ensomhed", wanted_up=True), other).judgements[0]
    assert judged.verdict is Verdict.SUPPORTED
    assert len(judged.results) == 2


def test_a_cause_and_what_is_held_still_are_turned_too() -> None:
    back = replace(of("ensomhed", wanted_up=True), links=(Link(cause="trivsel", effect="mod"),))
    (found,) = expectations(back, MIXED)
    assert isinstance(found, Testable)
    assert found.tests[0].cause.turned == ("ensomhed",)


# One indicator ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted_up", "sign", "verdict"),
    [
        (True, Sign.UP, Verdict.SUPPORTED),
        (True, Sign.DOWN, Verdict.CONTRADICTED),
        (None, Sign.DOWN, Verdict.SUPPORTED),
        (None, Sign.UP, Verdict.CONTRADICTED),
        (False, Sign.DOWN, Verdict.SUPPORTED),
    ],
)
def test_the_sign_of_a_link_is_about_the_element(
    *, wanted_up: bool | None, sign: Sign, verdict: Verdict
) -> None:
    assert result(of("ensomhed", wanted_up=wanted_up, sign=sign), MIXED).verdict is verdict


@pytest.mark.parametrize(("id", "scale"), [("timer", LONG), ("antal", COUNT)])
def test_an_indicator_is_turned_on_any_scale(id: str, scale: Scale) -> None:
    indicators = known(asked(id, up=False, scale=scale))
    found = result(of(id, wanted_up=True), indicators)
    assert found.verdict is Verdict.SUPPORTED
    assert found.deciding.value == pytest.approx(result(of(id, sign=Sign.DOWN), indicators).deciding.value)


def test_nothing_but_the_number_is_turned() -> None:
    """The same people, the same spread: a turned answer is the same answer read the other way."""
    turned = result(of("ensomhed", wanted_up=True), MIXED)
    other = result(of("ensomhed", sign=Sign.DOWN), MIXED)
    assert (turned.deciding.value, turned.deciding.se) == pytest.approx(
        (other.deciding.value, other.deciding.se)
    )
    assert turned.smallest_low == pytest.approx(other.smallest_low)


def test_more_of_what_the_indicator_wishes_down_is_told_before_any_data() -> None:
    indicators = frame.indicators()

    def codes(fragment: str) -> list[str]:
        theory, _ = theory_from_text(frame.framed(fragment))
        assert theory is not None
        return [each.code.id for each in check(theory, indicators)]

    links = """
sammenhænge:
  praktik -> fremmøde: øger, fordi arbejdspladsen regner med borgeren
  fremmøde -> trivsel: {sign}, fordi den, der møder stabilt, er sammen med andre
  trivsel -> job: {on}, fordi den, der har det godt, søger mere
moderatorer:
  opfølgning: {{navn: Opfølgning, styrker: praktik -> fremmøde, indikatorer: opfølgninger}}
"""
    seen = "effekter:\n  trivsel: {navn: Trivsel, definition: Det gode, indikatorer: ensomhed%s}"
    up, down = links.format(sign="øger", on="øger"), links.format(sign="mindsker", on="mindsker")
    assert codes(seen % "" + up) == ["QC346"]
    assert codes(seen % "" + down) == []
    assert codes(seen % ", ønsket: op" + up) == []
    assert codes(seen % ", ønsket: ned" + down) == []
    assert codes(seen % ", ønsket: ned" + up) == ["QC322"]


# What people are told -----------------------------------------------------------------------------


def test_the_account_says_which_answers_are_good_and_which_are_turned() -> None:
    def told(theory: Theory) -> str:
        return account(evaluated(theory, MIXED).judgements[0], theory, "da")

    assert "På ensomhed er et lavt svar det gode. Svarene er vendt om" in told(of("ensomhed", wanted_up=True))
    assert "På ensomhed er et lavt svar det gode. Der er regnet med svarene, som de er givet" in told(
        of("ensomhed")
    )
    assert "vendt om" not in told(of("ro"))
    assert "lavt svar" not in told(of("ro"))


def test_testability_says_it_before_any_data() -> None:
    theory = of("ensomhed", wanted_up=True)
    assert "svarene på »Ensomhed« vendes, så et højt tal er mere af Trivsel" in as_text(theory, MIXED, "da")


def test_forward_is_down_where_a_low_answer_is_good() -> None:
    progressions = evaluated(of("ro", "ensomhed", wanted_up=True), MIXED).progressions
    by_id = {each.indicator: each for each in progressions}
    assert set(by_id) == {"mod", "ro", "ensomhed"}
    down, up = by_id["ensomhed"], by_id["ro"]
    assert (down.low_is_good, down.forward, down.back) == (True, down.down, down.up)
    assert (up.low_is_good, up.forward, up.back) == (False, up.up, up.down)


def test_a_plan_says_what_is_turned_and_is_as_before_where_nothing_is() -> None:
    turned = str(plan_content(of("ensomhed", wanted_up=True), MIXED))
    assert "'turned': ['ensomhed']" in turned
    assert "'turned'" not in str(plan_content(of("ensomhed"), MIXED))

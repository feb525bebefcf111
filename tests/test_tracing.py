"""Qualitative findings move the odds of a claim, as ranges, beside the verdict and never merged with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.evaluation.tracing import odds, weight
from qualitycircle.evaluation.values import Judgement, NotMeasured, Reason, Verdict
from qualitycircle.evidence import Citation, Evidence, NoEvidence
from qualitycircle.rendering.tracing import odds_text
from qualitycircle.rendering.verdicts import account
from tests.small import link, theory

FOUND = Evidence(
    citation=Citation(source="interview"), observed=True, if_true=(0.6, 0.8), if_false=(0.1, 0.2)
)
chances = st.tuples(st.floats(0.01, 0.99), st.floats(0.01, 0.99)).map(lambda pair: (min(pair), max(pair)))


def test_a_smoking_gun_that_is_seen_speaks_for_and_a_missed_hoop_against() -> None:
    gun = replace(FOUND, if_true=(0.3, 0.4), if_false=(0.01, 0.02))
    hoop = replace(FOUND, if_true=(0.95, 0.99), if_false=(0.5, 0.6), observed=False)
    assert weight(gun)[0] == pytest.approx(15)
    assert weight(hoop)[1] < 0.2


def test_a_smoking_gun_that_is_not_seen_says_little() -> None:
    low, high = weight(replace(FOUND, if_true=(0.3, 0.4), if_false=(0.01, 0.02), observed=False))
    assert 0.5 < low <= high < 1


def test_what_was_not_looked_for_or_not_estimated_says_nothing() -> None:
    assert weight(replace(FOUND, observed=None)) is None
    assert weight(replace(FOUND, if_true=None)) is None
    assert odds((replace(FOUND, if_false=None),)) is None
    assert odds(NoEvidence.KNOWLEDGE_GAP) is None


@given(chances, chances, st.booleans())
def test_a_range_never_turns_over_and_two_findings_multiply(
    true: tuple[float, float], false: tuple[float, float], observed: bool
) -> None:
    one = replace(FOUND, if_true=true, if_false=false, observed=observed)
    low, high = weight(one)
    assert low <= high
    both = odds((one, FOUND))
    assert (both.low, both.high) == (pytest.approx(low * 3.0), pytest.approx(high * 8.0))


@given(chances)
def test_a_finding_as_expected_either_way_leaves_even_odds_possible(same: tuple[float, float]) -> None:
    low, high = weight(replace(FOUND, if_true=same, if_false=same))
    assert low <= 1 <= high


def test_the_odds_stand_beside_the_verdict_and_leave_it_as_it_is() -> None:
    of = theory(link("fremmøde -> motivation", evidence=(FOUND,)))
    judged = Judgement(
        link="fremmøde -> motivation",
        verdict=Verdict.NOT_MEASURED,
        results=(NotMeasured(reason=Reason.TOO_FEW_PERSONS, facts={"persons": 9, "needed": 30}),),
    )
    text = account(judged, of, "da")
    assert "ikke målt" in text
    assert "gør fundene (1) det til mellem 3:1 og 8:1 for påstanden" in text
    assert "lægges aldrig sammen med dommen" in text
    assert odds_text(NoEvidence.NOT_STATED, "da") == ""

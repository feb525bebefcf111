"""A chain is as strong as its weakest link, and a theory is only blamed for what was seen and delivered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from inline_snapshot import snapshot

from qualitycircle.evaluation.chains import DRAWS, MOST_CHAINS, chains, total_expectations, ways, weakest
from qualitycircle.evaluation.diagnosis import diagnose
from qualitycircle.evaluation.labels import Never
from qualitycircle.evaluation.limits import must_not_be_concluded, with_limits
from qualitycircle.evaluation.values import (
    Basis,
    Cap,
    Delivery,
    Estimate,
    Evaluation,
    Fingerprints,
    Flag,
    Judgement,
    NotMeasured,
    Reason,
    Role,
    Tested,
    Verdict,
)
from qualitycircle.evaluation.whole import (
    Absence,
    AbsentLink,
    Diagnosis,
    IndicatorQuality,
    Layer,
    NoProduct,
    Product,
    Quality,
    QualityFlag,
    Total,
)
from qualitycircle.expectation import Comparison, Measure, Test, Testable
from qualitycircle.indicators import Indicators
from qualitycircle.project import Project, Settings
from qualitycircle.rendering.verdicts import account
from qualitycircle.rendering.whole import chains_text, diagnosis_text
from qualitycircle.site import whole_told
from qualitycircle.site.contents import Contents
from qualitycircle.site.sheet import Sheet
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Attachment, Expected, Moderator, Sign, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import whole as words
from tests.small import indicator, indicators, link, theory

THROUGH = ("praktik -> fremmøde", "fremmøde -> motivation", "motivation -> job")
FIRST, MIDDLE, LAST = THROUGH
THEORY = theory(*THROUGH)
S, W, C, N, U, M = (
    Verdict.SUPPORTED,
    Verdict.WEAK,
    Verdict.CONTRADICTED,
    Verdict.NO_RELEVANT,
    Verdict.UNDECIDED,
    Verdict.NOT_MEASURED,
)


def estimate(value: float = 0.3, se: float = 0.05, **changes: object) -> Estimate:
    made = Estimate(
        name="sequential",
        role=Role.DECIDING,
        value=value,
        se=se,
        degrees=100,
        low=value - 2 * se,
        high=value + 2 * se,
        low90=value - 1.6 * se,
        high90=value + 1.6 * se,
        unit="sd per sd",
        persons=200,
        rows=800,
        clusters=200,
        lag=1,
        raw_value=value,
        raw_se=se,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the fields of Estimate


def measure(id: str) -> Measure:
    return Measure(element=id, indicators=(id,))


def result(name: str, verdict: Verdict, **changes: object) -> Tested:
    cause, effect = name.split(" -> ")
    start = Measure(element=cause, activity=cause) if cause in {"praktik", "samtaler"} else measure(cause)
    claim = Test(
        link=name,
        comparison=Comparison.START_TO_OUTCOME if start.activity else Comparison.CHANGE_TO_CHANGE,
        cause=start,
        effect=measure(effect),
        sign=Sign.UP,
        lags=(1,),
        lags_declared=False,
        smallest=Smallest(value=0.1, unit=Unit.SD),
        smallest_declared=True,
    )
    made = Tested(
        test=claim,
        basis=Basis.SAME_CITIZEN,
        estimates=(estimate(),),
        verdict=verdict,
        uncapped=verdict,
        smallest=0.1,
        smallest_high=0.1,
        smallest_low=0.06,
        mde=0.14,
        n_needed=400,
        p=0.001,
        p_equivalence=0.5,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the fields of Tested


def judged(
    name: str, verdict: Verdict, *, reason: Reason = Reason.NOT_TESTABLE, **changes: object
) -> Judgement:
    found = NotMeasured(reason=reason) if verdict is M else result(name, verdict)
    made = Judgement(link=name, verdict=verdict, results=(found,))
    return replace(made, **changes)  # type: ignore[arg-type]  # the fields of Judgement


def evaluated(
    *verdicts: Verdict, of: Theory = THEORY, judgements: tuple[Judgement, ...] = (), **changes: object
) -> Evaluation:
    found = judgements or tuple(
        judged(each.id, verdict) for each, verdict in zip(of.links, verdicts, strict=True)
    )
    made = Evaluation(
        theory="prøve",
        version=1,
        number=1,
        date="2026-01-31",
        post_hoc=False,
        persons=200,
        measurements=800,
        first_date="2024-01-01",
        last_date="2024-12-31",
        judgements=found,
        fingerprints=Fingerprints(theory="", plan="", data=""),
        chains=chains(of, found),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # the fields of Evaluation


def diagnosed(evaluation: Evaluation, of: Theory = THEORY, known: Indicators | None = None) -> Diagnosis:
    found = diagnose(of, evaluation, known or indicators())
    assert found is not None
    return found


def layer(*verdicts: Verdict, **changes: object) -> Layer | None:
    return diagnosed(evaluated(*verdicts, **changes)).layer  # type: ignore[arg-type]


# Chains


@pytest.mark.parametrize(
    ("verdicts", "verdict", "held_at"),
    [
        ((S, S, S), S, ""),
        ((S, W, S), W, MIDDLE),
        ((W, U, S), U, MIDDLE),
        ((U, M, W), M, MIDDLE),
        ((M, U, N), N, LAST),
        ((S, C, N), C, MIDDLE),
    ],
)
def test_a_chain_is_its_weakest_link_and_names_it(
    verdicts: tuple[Verdict, ...], verdict: Verdict, held_at: str
) -> None:
    (found,) = evaluated(*verdicts).chains
    assert (found.verdict, found.held_at) == (verdict, held_at)


@given(st.lists(st.sampled_from(list(Verdict)), min_size=1, max_size=6), st.sampled_from(list(Verdict)))
def test_a_longer_chain_never_holds_better(verdicts: list[Verdict], more: Verdict) -> None:
    order = [S, W, U, M]
    short = weakest([(str(at), each) for at, each in enumerate(verdicts)])[0]
    long = weakest([(str(at), each) for at, each in enumerate([*verdicts, more])])[0]
    if short in {C, N}:
        assert long is short
    elif long not in {C, N}:
        assert order.index(long) >= order.index(short)


def test_more_ways_than_can_be_told_are_counted_out() -> None:
    outputs, outcomes = ("fremmøde", "henvendelser"), ("motivation", "mestring", "tro")
    drawn = [f"{one} -> {other}" for one in ("praktik", "samtaler") for other in outputs]
    drawn += [f"{one} -> {other}" for one in outputs for other in outcomes]
    drawn += [f"{each} -> {goal}" for each in outcomes for goal in ("job", "pension")]
    assert (len(ways(theory(*drawn))[0]), ways(theory(*drawn))[1]) == (24, False)
    many = theory(*drawn, "motivation -> mestring", "mestring -> tro")
    assert (len(ways(many)[0]), ways(many)[1]) == (MOST_CHAINS, True)


SHORT = theory("praktik -> motivation", "motivation -> job")


def two(first: Tested, second: Tested) -> Product | NoProduct | None:
    found = tuple(
        Judgement(link=each.test.link, verdict=each.verdict, results=(each,)) for each in (first, second)
    )
    (chain,) = chains(SHORT, found)
    return chain.product or chain.no_product


def goal_link(**changes: object) -> Tested:
    made = result("motivation -> job", W)
    to_goal = replace(made.test, comparison=Comparison.LEVEL_TO_GOAL)
    return replace(made, test=to_goal, estimates=(estimate(0.05, 0.01),), **changes)  # type: ignore[arg-type]


def test_one_step_between_is_multiplied_with_a_seeded_interval() -> None:
    found = two(result("praktik -> motivation", S), goal_link())
    assert isinstance(found, Product)
    assert found.value == pytest.approx(0.3 * 0.05 * 100)
    assert (found.low, found.high) == pytest.approx((0.78, 2.36), abs=0.06)
    assert found == two(result("praktik -> motivation", S), goal_link())
    assert found.draws == DRAWS


def test_what_was_seen_at_once_is_never_multiplied() -> None:
    at_once = result("praktik -> motivation", W, caps=(Cap.SAME_WAVE_ONLY,))
    assert two(at_once, goal_link()) is NoProduct.SAME_WAVE


def test_two_comparisons_or_two_measures_of_the_step_are_never_multiplied() -> None:
    bracket = result("praktik -> motivation", W, estimates=(estimate(raw_value=None),))
    assert two(bracket, goal_link()) is NoProduct.BRACKET
    first = result("praktik -> motivation", S)
    other = replace(first, test=replace(first.test, effect=replace(first.test.effect, indicators=("andet",))))
    assert two(other, goal_link()) is NoProduct.DIFFERENT_INDICATORS


def test_the_whole_way_is_asked_without_what_lies_between() -> None:
    (found,) = total_expectations(THEORY, indicators())
    assert isinstance(found, Testable)
    assert (found.link, found.tests[0].comparison) == ("praktik -> job", Comparison.START_TO_GOAL)
    assert found.tests[0].controls == ()
    assert total_expectations(theory(*THROUGH, "praktik -> job"), indicators()) == ()


# The theory, in the order it is asked


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((S, S, S), Layer.HOLDS),
        ((S, S, W), Layer.NOT_REFUTED),
        ((S, U, W), Layer.TOO_FEW),
        ((S, M, W), Layer.MEASUREMENT),
        ((N, S, S), Layer.ACTION_THEORY),
        ((S, C, S), Layer.ACTION_THEORY),
        ((S, S, N), Layer.CHANGE_THEORY),
    ],
)
def test_each_kind_of_failure_has_its_own_name(verdicts: tuple[Verdict, ...], expected: Layer) -> None:
    assert layer(*verdicts) is expected


def test_a_step_that_could_not_be_seen_comes_before_any_word_on_the_theory() -> None:
    assert layer(M, N, S) is Layer.MEASUREMENT
    assert layer(S, N, M) is Layer.ACTION_THEORY


def test_nothing_merely_insignificant_is_a_failure_of_the_theory() -> None:
    for each in (U, W, M):
        assert layer(S, each, S) not in {Layer.ACTION_THEORY, Layer.CHANGE_THEORY}


def test_too_few_is_not_a_measurement_failure() -> None:
    few = judged(MIDDLE, M, reason=Reason.TOO_FEW_PERSONS)
    found = diagnosed(evaluated(judgements=(judged(FIRST, S), few, judged(LAST, W))))
    assert found.layer is Layer.TOO_FEW
    assert found.statements[0].why == Reason.TOO_FEW_PERSONS.value


def test_what_is_open_says_how_many_would_decide_and_about_when() -> None:
    (said,) = [each for each in diagnosed(evaluated(S, U, S)).statements if each.layer is Layer.TOO_FEW]
    assert said.facts["needed"] == 400
    assert said.facts["date"] == "2025-12-31"


def test_more_citizens_are_not_asked_for_where_they_would_not_decide() -> None:
    capped = result(MIDDLE, U, uncapped=N, caps=(Cap.NOT_IDENTIFIED,))
    open_one = Judgement(link=MIDDLE, verdict=U, results=(capped,), caps=capped.caps)
    found = diagnosed(evaluated(judgements=(judged(FIRST, S), open_one, judged(LAST, S))))
    (said,) = [each for each in found.statements if each.layer is Layer.TOO_FEW]
    assert (said.why, said.facts) == ("more does not decide", {"caps": Cap.NOT_IDENTIFIED.value})


def test_enough_citizens_and_a_cap_is_not_called_bad_luck() -> None:
    capped = result(MIDDLE, U, uncapped=U, caps=(Cap.SAME_WAVE_DISAGREES,))
    enough = replace(capped, n_needed=capped.deciding.persons, bars=capped.caps)
    open_one = Judgement(link=MIDDLE, verdict=U, results=(enough,), caps=capped.caps)
    found = diagnosed(evaluated(judgements=(judged(FIRST, S), open_one, judged(LAST, S))))
    (said,) = [each for each in found.statements if each.layer is Layer.TOO_FEW]
    assert said.why == "more does not decide"
    free = replace(open_one, results=(replace(enough, caps=(), bars=()),), caps=())
    found = diagnosed(evaluated(judgements=(judged(FIRST, S), free, judged(LAST, S))))
    (said,) = [each for each in found.statements if each.layer is Layer.TOO_FEW]
    assert said.why == "enough citizens, unlucky"


SHORT_OF = Delivery(
    subject="fremmøde",
    what="mean",
    promised=75.0,
    value=50.0,
    low=48.0,
    high=52.0,
    persons=100,
    outcome="not delivered",
)


def test_what_was_not_delivered_is_never_blamed_on_the_theory() -> None:
    found = diagnosed(evaluated(S, N, S, deliveries=(SHORT_OF,)))
    assert found.layer is Layer.IMPLEMENTATION
    assert found.statements[0].facts == {"what": "mean", "promised": 75.0, "delivered": 50.0}


def test_fewer_starters_than_promised_is_said_but_those_who_started_are_still_asked() -> None:
    fewer = replace(SHORT_OF, subject="praktik", what="coverage", promised=0.8, value=0.6)
    found = diagnosed(evaluated(S, S, W, deliveries=(fewer,)))
    assert found.layer is Layer.NOT_REFUTED
    assert (Layer.IMPLEMENTATION, "praktik") in {(each.layer, each.about) for each in found.statements}


@pytest.mark.parametrize("outcome", ["declared but not delivered", "delivered but not declared"])
def test_the_declaration_is_held_against_what_was_given(outcome: str) -> None:
    """Lemon cake without lemon, and lemon in what was not called so (New Insight s9)."""
    lemon = replace(SHORT_OF, subject="samtaler", what="coverage", outcome=outcome)
    found = diagnosed(evaluated(S, S, S, deliveries=(lemon,)))
    assert (outcome, Layer.IMPLEMENTATION) in {(each.why, each.layer) for each in found.statements}


def test_a_required_condition_that_was_rarely_there_stops_the_chain() -> None:
    required = Moderator(
        id="opfølgning",
        name="Opfølgning",
        attachments=(Attachment(link=("fremmøde", "motivation"), expected=Expected.REQUIRED),),
    )
    of = replace(THEORY, moderators=(required,))
    rarely = replace(SHORT_OF, subject="opfølgning", what="share met")
    assert diagnosed(evaluated(S, N, S, deliveries=(rarely,)), of).layer is Layer.IMPLEMENTATION


def test_a_goal_that_moves_though_no_way_to_it_holds_points_to_another_mechanism() -> None:
    moves = Total(
        activity="praktik",
        goal="job",
        verdict=W,
        basis="randomised",
        value=6.0,
        low=3.0,
        high=9.0,
        smallest=2.0,
    )
    found = diagnosed(evaluated(S, N, S, totals=(moves,)))
    assert [each.layer for each in found.statements] == [Layer.ACTION_THEORY, Layer.OTHER_MECHANISM]
    barely = replace(moves, low=1.0)
    assert Layer.OTHER_MECHANISM not in {
        each.layer for each in diagnosed(evaluated(S, N, S, totals=(barely,))).statements
    }


def test_a_missing_arrow_keeps_a_theory_from_holding() -> None:
    missing = AbsentLink(cause="fremmøde", effect="mestring", outcome=Absence.VIOLATED)
    found = diagnosed(evaluated(S, S, S, absent=(missing,)))
    assert found.layer is Layer.NOT_REFUTED
    assert found.statements[0].about == "fremmøde -> mestring"


def test_a_link_that_holds_under_a_condition_is_a_matter_of_context() -> None:
    conditional = judged(MIDDLE, S, flags=(Flag.CONDITIONAL,))
    found = diagnosed(evaluated(judgements=(judged(FIRST, S), conditional, judged(LAST, W))))
    assert found.layer is Layer.CONTEXT
    assert [each.layer for each in found.statements] == [Layer.CONTEXT, Layer.NOT_REFUTED]


def test_answers_that_follow_whoever_rates_are_a_measurement_failure() -> None:
    jumps = Quality(
        indicators=(IndicatorQuality(indicator="motivation", persons=100, flags=(QualityFlag.RATER_JUMP,)),)
    )
    assert layer(S, S, W, quality=jumps) is Layer.MEASUREMENT


def test_a_window_that_reaches_back_past_the_cause_is_a_measurement_failure() -> None:
    looking_back = indicators(indicator("motivation", period="12 måneder"))
    found = diagnosed(evaluated(S, S, W), known=looking_back)
    assert found.layer is Layer.MEASUREMENT
    assert found.statements[0].facts == {"indicator": "motivation", "weeks": 52, "between": 13}


def test_ways_that_stand_differently_are_not_made_into_one() -> None:
    of = theory(*THROUGH, "fremmøde -> mestring", "mestring -> job")
    found = diagnosed(evaluated(S, S, W, N, W, of=of), of)
    assert found.layer is None
    assert (found.count(Layer.NOT_REFUTED), found.count(Layer.ACTION_THEORY)) == (1, 1)


def test_a_theory_without_a_way_to_a_goal_is_asked_link_by_link() -> None:
    of = theory("fremmøde -> motivation")
    assert diagnosed(evaluated(N, of=of), of).layer is Layer.ACTION_THEORY
    assert diagnose(theory(link("motivation ~ mestring")), evaluated(of=theory()), indicators()) is None


@settings(deadline=None)
@given(st.lists(st.sampled_from(list(Verdict)), min_size=3, max_size=3))
def test_a_theory_is_only_called_wrong_where_a_link_says_no(verdicts: list[Verdict]) -> None:
    found = layer(*verdicts)
    if found in {Layer.ACTION_THEORY, Layer.CHANGE_THEORY}:
        assert {C, N} & set(verdicts)
    assert (found is Layer.HOLDS) == (verdicts == [S, S, S])


# What must not be concluded


def never(verdict: Verdict, name: str = MIDDLE, **changes: object) -> set[Never]:
    one = Judgement(link=name, verdict=verdict, results=(result(name, verdict, **changes),))
    return set(must_not_be_concluded(one))


def test_nothing_is_ever_said_of_a_single_citizen() -> None:
    for each in Verdict:
        assert Never.SINGLE_CITIZEN in must_not_be_concluded(judged(MIDDLE, each))


def test_what_is_not_decided_is_not_a_no() -> None:
    assert {Never.ABSENCE, Never.THEORY_WRONG} <= never(U)
    assert {Never.ABSENCE, Never.THEORY_WRONG} <= set(must_not_be_concluded(judged(MIDDLE, M)))
    assert Never.ABSENCE not in never(N)


def test_only_a_draw_tells_a_cause() -> None:
    assert Never.CAUSE in never(S)
    assert Never.CAUSE not in never(S, FIRST, basis=Basis.RANDOMISED)


def test_what_was_seen_at_once_tells_no_direction_and_progress_is_no_effect() -> None:
    assert Never.DIRECTION in never(W, caps=(Cap.SAME_WAVE_ONLY,))
    assert Never.EFFECT_FROM_PROGRESS in never(S, FIRST)


def test_the_limits_are_told_with_the_verdict() -> None:
    (one,) = with_limits([judged(MIDDLE, U)])
    told = "noget om den enkelte borger, at der ingen sammenhæng er, at teorien er forkert"
    assert account(one, THEORY, "da").endswith(f"Det kan ikke sluttes af dommen: {told}.\n")
    assert {each.value for each in Never} == set(words.NEVER)


# In words


def test_the_theory_is_told_with_its_reasons() -> None:
    found = evaluated(
        S, N, S, deliveries=(replace(SHORT_OF, what="coverage", subject="praktik", promised=0.75, value=0.5),)
    )
    told = replace(found, diagnosis=diagnosed(found))
    assert diagnosis_text(told, THEORY, "da", full=True) == snapshot("""\
Hvad siger det om teorien?
Teorien som helhed: teorifejl i det, indsatsen skulle skabe. Indsatsen er leveret, men det første,
den skulle føre til, følger ikke efter.
- Implementeringsfejl. Det leverede svarer ikke til det lovede. Det siger noget om indsatsen, ikke
  om teorien.
  - Praktik (dækning (andel, der starter)): 50 % er leveret, og 75 % var lovet.
- Teorifejl i det, indsatsen skulle skabe. Indsatsen er leveret, men det første, den skulle føre
  til, følger ikke efter.
  - Fremmøde → Motivation: sammenhængen er mindre end det, I sagde ville betyde noget (0,20 til 0,40
    sd pr. sd, mindste virkning 0,10).\
""")


def test_a_way_is_told_with_the_link_that_decides_it() -> None:
    unknown = Total(
        activity="praktik",
        goal="job",
        verdict=M,
        reason="too few persons",
        facts={"persons": 9, "needed": 30},
    )
    found = evaluated(S, U, W, totals=(unknown,))
    assert chains_text(found, THEORY, "en") == snapshot("""\
The ways from delindsats to slutmål
A way is as strong as its weakest step. Shares of a total effect are never computed.
? Praktik → Fremmøde → Motivation → Job: undecided (Fremmøde → Motivation)
The whole way Praktik → Job: not measured. Only 9 citizens have the rounds it takes; at least 30 are
needed.\
""")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("verdict", [S, W, C, N, U, M])
def test_every_statement_has_its_words(verdict: Verdict, language: Language) -> None:
    jumps = Quality(
        indicators=(IndicatorQuality(indicator="motivation", persons=100, flags=(QualityFlag.RATER_JUMP,)),)
    )
    lemon = replace(SHORT_OF, subject="samtaler", outcome="delivered but not declared")
    missing = AbsentLink(cause="fremmøde", effect="mestring", outcome=Absence.VIOLATED)
    for changes in ({}, {"quality": jumps}, {"deliveries": (SHORT_OF, lemon)}, {"absent": (missing,)}):
        found = evaluated(S, verdict, S, **changes)  # type: ignore[arg-type]  # fields of Evaluation
        told = diagnosis_text(replace(found, diagnosis=diagnosed(found)), THEORY, language, full=True)
        assert "{" not in told
        assert len(told.splitlines()) >= 4


def test_everything_that_can_be_found_has_a_name() -> None:
    for kind, named in ((Layer, words.LAYERS), (Absence, words.ABSENCES), (QualityFlag, words.QUALITY_FLAGS)):
        assert {each.value for each in kind} == set(named)
    assert {each.value for each in NoProduct} == set(words.NO_PRODUCT)


def test_the_page_tells_the_theory_its_ways_and_its_absent_arrows() -> None:
    pair = AbsentLink(
        cause="fremmøde",
        effect="job",
        outcome=Absence.NOT_TESTABLE,
        reason="goal",
        given=("motivation",),
    )
    found = evaluated(S, N, S, absent=(pair,))
    told = replace(found, diagnosis=diagnosed(found))
    sheet = Sheet(Contents(project=Project(root="", settings=Settings(id="p")), language="da"), "teori.md")
    sections = (whole_told.diagnosis, whole_told.chains, whole_told.absent)
    text = "\n".join(line for each in sections for line in each(sheet, THEORY, told))
    assert "Hvad siger det om teorien?" in text
    assert "| Praktik → Fremmøde → Motivation → Job | 0 ingen relevant sammenhæng |" in text
    assert "- Kan ikke testes (det faste hos borgeren kan ikke tages ud af et slutmål" in text
    assert not any(list(each(sheet, THEORY, None)) for each in sections)

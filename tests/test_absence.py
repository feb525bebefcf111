"""What a theory implies by the arrows it does not draw: read off graphs, and held against data."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest

from benchmarks import independencies
from qualitycircle.evaluation.evaluate import evaluate
from qualitycircle.evaluation.implied import (
    CIRCLE,
    GOAL,
    LEADS_THERE,
    NOT_DRAWN,
    ONLY_PARTICIPANTS,
    OPEN_WAY,
    Claim,
    claims,
)
from qualitycircle.evaluation.record import absent_table, from_json, to_json
from qualitycircle.evaluation.values import Cap, Evaluation, Fingerprints, Reason
from qualitycircle.evaluation.whole import Absence, AbsentLink, Layer
from qualitycircle.expectation import expectations
from qualitycircle.graph import implied, separated
from qualitycircle.indicators import Indicators, Reliability, Respondent
from qualitycircle.rendering.whole import absent_text
from qualitycircle.theory import Assignment, Theory
from qualitycircle.vocabulary.words import whole as words
from tests.panels import Persons, long, panel
from tests.small import indicator, indicators, link, theory, with_element

# Published graphs and the independencies their authors read off them

DAGS = {
    # Pearl (2009), Causality, figure 1.2: season, rain, sprinkler, wet, slippery.
    "sprinkler": (
        "season>rain season>sprinkler rain>wet sprinkler>wet wet>slippery",
        ["rain _||_ sprinkler | season", "season _||_ wet | rain sprinkler", "slippery _||_ season | wet"],
        ["rain | sprinkler | season wet", "rain | sprinkler | season slippery"],
    ),
    # Koller & Friedman (2009), Probabilistic Graphical Models, figure 3.4: the student network.
    "student": (
        "difficulty>grade intelligence>grade intelligence>sat grade>letter",
        [
            "difficulty _||_ intelligence |",
            "difficulty _||_ sat |",
            "letter _||_ intelligence | grade",
            "letter _||_ difficulty | grade",
            "letter _||_ sat | grade",
            "sat _||_ difficulty | intelligence",
            "sat _||_ grade | intelligence",
        ],
        ["difficulty | intelligence | grade", "difficulty | intelligence | letter"],
    ),
    # Lauritzen & Spiegelhalter (1988), the chest clinic ("Asia").
    "asia": (
        "asia>tub smoke>lung smoke>bronc tub>either lung>either either>xray either>dysp bronc>dysp",
        [
            "asia _||_ smoke |",
            "tub _||_ lung |",
            "lung _||_ bronc | smoke",
            "xray _||_ dysp | either bronc",
            "xray _||_ smoke | either",
            "asia _||_ dysp | either bronc",
        ],
        ["tub | lung | either", "tub | lung | xray", "either | bronc | dysp smoke"],
    ),
    # Pearl (1988), Probabilistic Reasoning, section 2.2: the burglar alarm.
    "alarm": (
        "burglary>alarm earthquake>alarm earthquake>radio alarm>watson alarm>gibbons",
        [
            "burglary _||_ earthquake |",
            "watson _||_ gibbons | alarm",
            "radio _||_ alarm | earthquake",
            "burglary _||_ radio |",
        ],
        ["burglary | earthquake | alarm", "burglary | radio | watson"],
    ),
    # Korb & Nicholson (2010), Bayesian Artificial Intelligence, 2.2: metastatic-free lung cancer.
    "cancer": (
        "pollution>cancer smoker>cancer cancer>xray cancer>dyspnoea",
        ["pollution _||_ smoker |", "xray _||_ dyspnoea | cancer", "xray _||_ smoker | cancer"],
        ["pollution | smoker | cancer", "pollution | smoker | xray"],
    ),
    # Pearl (1995), Biometrika 82: smoking, tar and cancer; the front door.
    "front door": (
        "genotype>smoking genotype>cancer smoking>tar tar>cancer",
        ["tar _||_ genotype | smoking", "smoking _||_ cancer | tar genotype"],
        ["smoking | cancer | tar", "tar | genotype |"],
    ),
    # Greenland, Pearl & Robins (1999), Epidemiology 10: the M that adjustment opens.
    "m-bias": (
        "a>e a>c b>c b>d e>d",
        ["a _||_ b |", "e _||_ b |", "a _||_ d | e", "e _||_ c | a"],
        ["a | b | c", "e | b | c"],
    ),
    # Angrist, Imbens & Rubin (1996), JASA 91; Pearl (2009) 7.4.5: an instrument.
    "instrument": (
        "z>x u>x u>y x>y",
        ["z _||_ u |", "z _||_ y | x u"],
        ["z | u | x", "z | y | x"],
    ),
    # Hernández-Díaz, Schisterman & Hernán (2006), Am J Epidemiol 164: the birth weight paradox.
    "birth weight": (
        "smoking>weight defect>weight weight>mortality smoking>mortality defect>mortality",
        ["smoking _||_ defect |"],
        ["smoking | defect | weight", "smoking | defect | mortality"],
    ),
    # Elwert & Winship (2014), Annu Rev Sociol 40, figure 4: admission depends on two talents.
    "selection": (
        "talent>fame looks>fame",
        ["talent _||_ looks |"],
        ["talent | looks | fame"],
    ),
    # Hernán & Robins (2020), What If, figure 20.3: a treatment, its confounder, a treatment.
    "time-varying": (
        "a0>l1 u>l1 l1>a1 u>y a0>a1",
        ["a0 _||_ u |", "a1 _||_ u | a0 l1", "a1 _||_ y | a0 l1", "a0 _||_ y |"],
        ["a0 | u | l1", "a0 | y | l1", "a0 | y | a1"],
    ),
    # Verma & Pearl (1990), UAI 6: the graph whose fourth constraint is no independence.
    "verma": (
        "a>b b>c c>d u>b u>d",
        ["a _||_ c | b", "a _||_ u |", "b _||_ d | c u"],
        ["a | d | c", "a | d | b c"],
    ),
    # Pearl & Mackenzie (2018), The Book of Why, figure 7.5: the napkin.
    "napkin": (
        "w>z z>x x>y u1>w u1>x u2>w u2>y",
        ["z _||_ u1 | w", "z _||_ u2 | w", "u1 _||_ u2 |", "z _||_ y | x w u2"],
        ["z | y | x w", "u1 | u2 | w"],
    ),
}


def drawn(text: str) -> nx.DiGraph[str]:
    return nx.DiGraph([tuple(each.split(">")) for each in text.split()])


@pytest.mark.parametrize("name", DAGS)
def test_published_graphs_imply_what_their_authors_say_and_no_more(name: str) -> None:
    arrows, independent, dependent = DAGS[name]
    graph = drawn(arrows)
    for each in independent:
        one, rest = each.split(" _||_ ")
        other, held = (part.strip() for part in rest.split("|"))
        assert separated(graph, one, other, held.split()), each
    for each in dependent:
        one, other, held = (part.strip() for part in each.split("|"))
        assert not separated(graph, one, other, held.split()), each


@pytest.mark.parametrize("name", DAGS)
def test_every_pair_without_an_arrow_is_separated_when_everything_is_seen(name: str) -> None:
    graph = drawn(DAGS[name][0])
    found = {frozenset((one, other)) for one, other, _ in implied(graph)}
    pairs = {frozenset((one, other)) for one in graph for other in graph if one != other}
    assert found == pairs - {frozenset(each) for each in graph.edges}
    assert all(separated(graph, *each) for each in implied(graph))


def test_what_nobody_sees_cannot_be_held_still() -> None:
    """Verma & Pearl (1990): with U unseen, A and D cannot be separated, A and C can."""
    found = {(one, other): given for one, other, given in implied(drawn(DAGS["verma"][0]), unseen=["u"])}
    assert found == {("a", "c"): frozenset({"b"})}


# What a theory implies

THEORY = theory("praktik -> fremmøde", "fremmøde -> motivation", "fremmøde -> mestring", "motivation -> job")


def asked(of: Theory = THEORY, known: Indicators | None = None) -> dict[str, Claim]:
    return {each.link: each for each in claims(of, known or indicators())[0]}


def test_every_pair_that_could_have_an_arrow_is_asked_once_with_its_reason() -> None:
    found = asked()
    assert {link: each.reason for link, each in found.items()} == {
        "praktik -> motivation": NOT_DRAWN,
        "praktik -> mestring": NOT_DRAWN,
        "praktik -> job": NOT_DRAWN,
        "fremmøde -> job": GOAL,
        "motivation -> mestring": "",
        "mestring -> motivation": "",
        "mestring -> job": GOAL,
    }
    assert found["motivation -> mestring"].given == ("fremmøde",)


def test_a_start_drawn_by_lot_is_asked_where_it_leads_nowhere() -> None:
    of = with_element(
        theory("praktik -> motivation", "mestring -> job"), "praktik", assignment=Assignment.RANDOMISED
    )
    found = asked(of)
    assert [each.reason for each in (found["praktik -> mestring"], found["praktik -> job"])] == ["", ""]
    chained = with_element(THEORY, "praktik", assignment=Assignment.RANDOMISED)
    assert asked(chained)["praktik -> job"].reason == LEADS_THERE


def test_a_way_through_something_unmeasured_is_left_open_and_said() -> None:
    """Mestring is moved by tro, which nobody measures, and tro is moved by motivation."""
    of = theory("motivation -> tro", link("tro -> mestring", seen_after=(0,)), "mestring -> job")
    assert asked(of)["motivation -> mestring"].reason == OPEN_WAY


def test_a_circle_within_one_round_implies_nothing() -> None:
    of = theory(
        link("motivation -> mestring", seen_after=(0,)),
        link("mestring -> motivation", seen_after=(0,)),
        "motivation -> tro",
    )
    assert asked(of)["mestring -> tro"].reason == CIRCLE


def test_a_pair_with_an_arrow_either_way_is_not_asked_again() -> None:
    assert "motivation -> fremmøde" not in asked()
    assert asked(theory("fremmøde -> motivation")) == {}


# What the data say


def known() -> Indicators:
    sure = Reliability(value=1.0)
    return indicators(
        indicator("motivation", reliability=sure),
        indicator("mestring", respondent=Respondent.EMPLOYER, reliability=sure),
    )


def world(people: int = 5000, waves: int = 8, *, hidden: float = 0.0, seed: int = 4) -> Persons:
    """Simulate attendance that moves two outcomes; with `hidden`, the one also moves the other."""
    rng = np.random.default_rng(seed)
    trait = 0.5 * rng.normal(size=people)
    output, one, other = (np.zeros((people, waves)) for _ in range(3))
    for wave in range(waves):
        before = wave - 1 if wave else 0
        output[:, wave] = trait + rng.normal(size=people)
        one[:, wave] = trait + 0.3 * one[:, before] + 0.3 * output[:, before] + rng.normal(size=people)
        moved = hidden * one[:, before] if wave else 0.0
        other[:, wave] = (
            trait + 0.3 * other[:, before] + 0.3 * output[:, before] + moved + rng.normal(size=people)
        )
    wide = {"value:fremmøde": output, "value:motivation": one, "value:mestring": other}
    columns, person = long(wide)
    return panel(columns, person)


DRAWN = theory("fremmøde -> motivation", "fremmøde -> mestring")


def held(source: Persons, with_indicators: Indicators | None = None, *, of: Theory = DRAWN) -> Evaluation:
    catalogue = with_indicators or known()
    return evaluate(
        of,
        expectations(of, catalogue),
        source,
        number=1,
        date="2026-01-31",
        post_hoc=False,
        fingerprints=Fingerprints(theory="", plan="", data=""),
        indicators=catalogue,
    )


def found(evaluation: Evaluation, name: str = "motivation -> mestring") -> AbsentLink:
    return next(each for each in evaluation.absent if each.link == name)


def test_a_hidden_arrow_is_found_and_the_theory_does_not_hold_without_it() -> None:
    evaluation = held(world(hidden=0.35))
    assert found(evaluation).outcome is Absence.VIOLATED
    assert found(evaluation).value == pytest.approx(0.35, abs=0.1)
    assert Layer.OTHER_MECHANISM in {each.layer for each in evaluation.diagnosis.statements}
    assert from_json(to_json(evaluation)) == evaluation
    assert list(absent_table(evaluation)["outcome"]) == [each.outcome.value for each in evaluation.absent]


def test_an_absent_arrow_is_confirmed_as_negligible_not_merely_not_seen() -> None:
    many, few = found(held(world())), found(held(world(150)))
    assert (many.outcome, few.outcome) == (Absence.NEGLIGIBLE, Absence.UNDECIDED)


def test_an_arrow_smaller_than_what_matters_is_no_violation_however_sure() -> None:
    """At n = 20,000 an effect of 0.05 sd is surely there; the theory is not rejected for it."""
    small = found(held(world(20_000, hidden=0.05)))
    assert small.low > 0
    assert small.outcome is Absence.NEGLIGIBLE


def test_the_family_is_corrected_as_one() -> None:
    evaluation = held(world(hidden=0.35))
    assert all(each.corrected_violation >= each.p_violation for each in evaluation.absent)


def test_one_informant_for_both_leaves_it_undecided() -> None:
    sure = Reliability(value=1.0)
    alike = indicators(*(indicator(each, reliability=sure) for each in ("motivation", "mestring")))
    same = held(world(hidden=0.35), alike)
    assert (found(same).outcome, found(same).caps) == (Absence.UNDECIDED, (Cap.SAME_INFORMANT.value,))


APART = with_element(
    theory("praktik -> motivation", "mestring -> tro"), "praktik", assignment=Assignment.RANDOMISED
)


def allocated(effect: float, people: int = 4000) -> Persons:
    """Simulate a lot drawn for an activity that should move motivation alone, and moves mestring too."""
    rng = np.random.default_rng(9)
    arm = rng.permutation(people) % 2
    level = rng.normal(size=people)
    first, after = (level + 0.5 * rng.normal(size=people) for _ in range(2))
    wide = {
        "value:mestring": np.stack([first, after + effect * arm], axis=1),
        "value:motivation": rng.normal(size=(people, 2)),
        "value:tro": rng.normal(size=(people, 2)),
        "arm": arm[:, None].astype(float),
        "start_day:praktik": np.where(arm == 1, 18_010.0, np.nan)[:, None],
    }
    columns, person = long(wide)
    return panel(columns, person, codes={"arm": 2})


@pytest.mark.parametrize(("effect", "outcome"), [(0.0, Absence.NEGLIGIBLE), (0.6, Absence.VIOLATED)])
def test_a_lot_tells_whether_an_activity_does_what_the_theory_does_not_say(
    effect: float, outcome: Absence
) -> None:
    pair = found(held(allocated(effect), of=APART), "praktik -> mestring")
    assert pair.outcome is outcome
    assert pair.unit == "sd per start"


def test_every_reason_has_its_words() -> None:
    reasons = {GOAL, NOT_DRAWN, LEADS_THERE, OPEN_WAY, CIRCLE, ONLY_PARTICIPANTS}
    assert reasons == set(words.ABSENT_REASONS)


@pytest.mark.long
def test_an_absent_arrow_is_rarely_called_missing_or_a_hidden_one_negligible() -> None:
    """Size, 100 seeded worlds of 400 citizens: a false "missing" and a false "negligible" in at most 5."""
    nothing = [found(held(world(400, seed=seed))).outcome for seed in range(100)]
    hidden = [found(held(world(400, seed=seed, hidden=0.2))).outcome for seed in range(100)]
    assert nothing.count(Absence.VIOLATED) <= 5
    assert hidden.count(Absence.NEGLIGIBLE) <= 5


@pytest.mark.long
def test_a_theory_of_forty_arrows_that_holds_is_not_rejected_where_a_graph_checker_rejects_all() -> None:
    """472 independencies that hold, 27,978 rows: none is called relevant, a third are shown negligible."""
    arrows = independencies.drawn()
    of, world = independencies.theory(arrows), independencies.answers(arrows)
    said = list(independencies.ours(world, of).values())
    assert len(said) == 472
    assert said.count(Absence.VIOLATED) == 0
    assert said.count(Absence.NEGLIGIBLE) > 130
    pooled = independencies.rejected(independencies.same_row, world, arrows, of)
    assert len(pooled) > 460, "rows of one citizen counted as citizens of their own"


@pytest.mark.long
def test_arrows_nobody_drew_are_found_among_forty() -> None:
    arrows = independencies.drawn()
    extra = independencies.hidden(arrows)
    said = independencies.ours(independencies.answers(arrows, extra, seed=2), independencies.theory(arrows))
    missing = {pair for pair, each in said.items() if each is Absence.VIOLATED}
    assert len(missing & independencies.named(extra)) >= 4


def test_two_rounds_imply_nothing_that_can_be_tested() -> None:
    few = found(held(world(waves=2)))
    assert (few.outcome, few.reason) == (Absence.NOT_TESTABLE, Reason.TOO_FEW_ROUNDS.value)


def test_what_must_be_held_still_but_was_never_recorded_is_said() -> None:
    columns, person = long(
        {name: np.ones((50, 4)) * np.arange(4) for name in ("value:motivation", "value:mestring")}
    )
    unrecorded = found(held(panel(columns, person)))
    assert (unrecorded.outcome, unrecorded.facts) == (Absence.NOT_TESTABLE, {"element": "fremmøde"})


def test_pairs_are_told_in_words_and_the_untestable_under_their_reason() -> None:
    evaluation = held(world(hidden=0.35))
    text = absent_text(evaluation, DRAWN, "da")
    assert "Motivation → Mestring: en pil mangler" in text
    both = replace(
        evaluation,
        absent=tuple(
            AbsentLink(cause="fremmøde", effect=each, outcome=Absence.NOT_TESTABLE, reason=GOAL)
            for each in ("a", "b")
        ),
    )
    assert "Fremmøde → a; Fremmøde → b" in absent_text(both, DRAWN, "da").replace("\n  ", " ")

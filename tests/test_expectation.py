"""What each link calls for, and every reason why it cannot be had."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.expectation import (
    Comparison,
    Expectation,
    ModeratorNotTestable,
    ModeratorTest,
    NotTestable,
    Test,
    Testable,
    Untestable,
    expectations,
    moderator_expectations,
    plan_content,
)
from qualitycircle.expectation import (
    testable_count as count_testable,
)
from qualitycircle.indicators import Computation, IndicatorClass, Indicators, Respondent, Scale, Wording
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import (
    Assignment,
    Attachment,
    Condition,
    Expected,
    MeasurementPlan,
    Moderator,
    Promise,
    Several,
    Theory,
)
from tests.small import indicator, indicators, link, theory, with_element


def only(theory: Theory, found: Indicators | None = None) -> Expectation:
    """Return what is expected of the theory's first link."""
    return expectations(theory, found or indicators())[0]


def called_for(theory: Theory, found: Indicators | None = None) -> tuple[Test, ...]:
    expected = only(theory, found)
    assert isinstance(expected, Testable), expected
    return expected.tests


def reasons(theory: Theory, found: Indicators | None = None) -> list[tuple[Untestable, str]]:
    expected = only(theory, found)
    assert isinstance(expected, NotTestable), expected
    return list(expected.reasons)


@pytest.mark.parametrize(
    ("claim", "comparison"),
    [
        ("praktik -> henvendelser", Comparison.START_TO_OUTPUT),
        ("praktik -> motivation", Comparison.START_TO_OUTCOME),
        ("praktik -> job", Comparison.START_TO_GOAL),
        ("henvendelser -> fremmøde", Comparison.CHANGE_TO_CHANGE),
        ("henvendelser -> motivation", Comparison.CHANGE_TO_CHANGE),
        ("motivation -> mestring", Comparison.CHANGE_TO_CHANGE),
        ("motivation -> job", Comparison.LEVEL_TO_GOAL),
        ("henvendelser -> job", Comparison.LEVEL_TO_GOAL),
        ("motivation ~ mestring", Comparison.TOGETHER),
        ("motivation ~ job", Comparison.LEVEL_TO_GOAL),
    ],
)
def test_the_kinds_at_the_ends_decide_which_comparison_is_called_for(
    claim: str, comparison: Comparison
) -> None:
    assert [each.comparison for each in called_for(theory(claim))] == [comparison]


def test_a_link_that_moves_with_a_goal_is_read_towards_the_goal() -> None:
    (test,) = called_for(theory("job ~ motivation"))
    assert (test.cause.element, test.effect.element) == ("motivation", "job")


@pytest.mark.parametrize(
    "claim", ["job -> motivation", "motivation -> praktik", "motivation -> fremmøde", "job -> pension"]
)
def test_a_link_going_backwards_calls_for_no_comparison(claim: str) -> None:
    assert reasons(theory(claim)) == [(Untestable.BACKWARDS, claim)]


def test_a_start_has_no_level_that_moves_together_with_anything() -> None:
    assert reasons(theory("praktik ~ motivation")) == [(Untestable.NO_LEVEL, "praktik ~ motivation")]


def test_an_activity_is_measured_by_its_rows() -> None:
    (test,) = called_for(theory("praktik -> motivation"))
    assert (test.cause.activity, test.cause.indicators, test.cause.respondent) == ("praktik", (), None)


# Outputs that only participants have -------------------------------------------------------------

ATTENDANCE = indicator("fremmøde", computed=Computation.ATTENDED_OF_OFFERED)
AT_LEAST_75 = Condition(comparison="at least", value=75.0, unit="percent")


def test_attendance_is_held_against_what_was_promised() -> None:
    praktik = with_element(theory("praktik -> fremmøde"), "fremmøde", promised=Promise(condition=AT_LEAST_75))
    (test,) = called_for(praktik, indicators(ATTENDANCE))
    assert (test.comparison, test.promise, test.controls) == (Comparison.PROMISE, AT_LEAST_75, ())


def test_attendance_without_a_promise_cannot_be_held_against_anything() -> None:
    found = reasons(theory("praktik -> fremmøde"), indicators(ATTENDANCE))
    assert found == [(Untestable.NO_PROMISE, "fremmøde")]


@pytest.mark.parametrize(
    ("computed", "value", "unit"),
    [(Computation.WEEKS, 13.0, "weeks"), (Computation.COMPLETED, 80.0, "percent")],
)
def test_weeks_are_held_against_the_promised_dose_and_completion_against_coverage(
    computed: Computation, value: float, unit: str
) -> None:
    promised = Promise(coverage="80 %", dose="13 uger")
    praktik = with_element(theory("praktik -> fremmøde"), "praktik", promised=promised)
    (test,) = called_for(praktik, indicators(indicator("fremmøde", computed=computed)))
    assert test.promise == Condition(comparison="at least", value=value, unit=unit)


def test_an_output_that_everybody_can_have_is_compared_between_starters_and_others() -> None:
    asked = indicator(
        "fremmøde", computed=None, scale=Scale(id="antal", low=0), respondent=Respondent.CITIZEN
    )
    (test,) = called_for(theory("praktik -> fremmøde"), indicators(asked))
    assert test.comparison is Comparison.START_TO_OUTPUT


# Respondents -------------------------------------------------------------------------------------

STAFF = indicator("faglig", respondent=Respondent.STAFF)


def two_voices() -> Theory:
    return with_element(theory("motivation -> mestring"), "motivation", indicators=("motivation", "faglig"))


def test_there_is_one_test_for_each_pair_of_respondents() -> None:
    found = called_for(two_voices(), indicators(STAFF))
    assert [(each.cause.respondent, each.effect.respondent, each.same_informant) for each in found] == [
        (Respondent.CITIZEN, Respondent.CITIZEN, True),
        (Respondent.STAFF, Respondent.CITIZEN, False),
    ]


def test_two_answers_of_one_respondent_are_one_measure() -> None:
    citizen = indicator("faglig", respondent=Respondent.CITIZEN)
    (test,) = called_for(two_voices(), indicators(citizen))
    assert test.cause.indicators == ("motivation", "faglig")


def test_several_all_holds_the_indicators_one_by_one() -> None:
    each_for_itself = with_element(two_voices(), "motivation", several=Several.ALL)
    found = called_for(each_for_itself, indicators(indicator("faglig", respondent=Respondent.CITIZEN)))
    assert [(each.cause.indicators, each.cause.several) for each in found] == [
        (("motivation",), Several.ALL),
        (("faglig",), Several.ALL),
    ]


@pytest.mark.parametrize("respondent", [Respondent.REGISTER, Respondent.SYSTEM])
def test_two_records_are_not_one_informant(respondent: Respondent) -> None:
    found = indicators(
        indicator("motivation", respondent=respondent), indicator("mestring", respondent=respondent)
    )
    (test,) = called_for(theory("motivation -> mestring"), found)
    assert not test.same_informant


def test_what_is_computed_from_participation_is_nobodys_answer() -> None:
    weeks = indicator("henvendelser", computed=Computation.WEEKS, respondent=Respondent.CITIZEN)
    (test,) = called_for(theory("henvendelser -> motivation"), indicators(weeks))
    assert not test.same_informant


# What cannot be tested ---------------------------------------------------------------------------


def test_every_reason_is_named_not_only_the_first() -> None:
    bare = with_element(theory("motivation -> job"), "motivation", indicators=())
    found = indicators(indicator("job", event=None))
    assert reasons(bare, found) == [
        (Untestable.NO_INDICATOR_CAUSE, "motivation"),
        (Untestable.NO_EVENT, "job"),
    ]


def test_an_element_that_does_not_exist_is_the_reason() -> None:
    assert reasons(theory("motivation -> lykke")) == [(Untestable.UNKNOWN_ELEMENT, "lykke")]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"scale": None}, Untestable.NO_SCALE),
        ({"scale": Scale(id="kanaler", options=("avis", "net"))}, Untestable.MULTIPLE_CHOICE),
        ({"indicator_class": IndicatorClass.BACKGROUND}, Untestable.BACKGROUND_ONLY),
    ],
)
def test_an_indicator_that_gives_no_number_that_can_change_is_the_reason(
    changes: dict[str, object], reason: Untestable
) -> None:
    found = indicators(indicator("motivation", **changes))
    assert reasons(theory("motivation -> mestring"), found) == [(reason, "motivation")]


def test_an_unknown_indicator_is_the_reason() -> None:
    lost = with_element(theory("motivation -> job"), "motivation", indicators=("humør",))
    assert reasons(lost) == [(Untestable.UNKNOWN_INDICATOR, "humør")]


def test_one_indicator_at_both_ends_tests_nothing() -> None:
    same = with_element(theory("motivation -> mestring"), "mestring", indicators=("motivation",))
    assert reasons(same) == [(Untestable.SAME_INDICATOR, "motivation")]


def test_two_counts_of_the_same_ticks_test_nothing() -> None:
    found = indicators(
        indicator("motivation", computed=Computation.OPTION_COUNT, of=("kanaler",)),
        indicator("mestring", computed=Computation.OPTION_CHOSEN, of=("kanaler",), option="net"),
    )
    assert reasons(theory("motivation -> mestring"), found) == [
        (Untestable.COMPUTED_TOGETHER, "motivation, mestring")
    ]


def test_a_question_whose_wording_is_not_public_can_be_tested_by_who_has_it() -> None:
    slot = indicator("motivation", wording=Wording.NOT_PUBLISHED)
    assert isinstance(only(theory("motivation -> mestring"), indicators(slot)), Testable)


def test_a_whole_is_measured_by_its_parts() -> None:
    whole = with_element(
        theory("tro -> job", "motivation -> job", "mestring -> job"),
        "tro",
        indicators=(),
        consists_of=("motivation", "mestring"),
    )
    (test,) = called_for(whole)
    assert test.cause.indicators == ("motivation", "mestring")


def test_a_whole_with_an_unmeasured_part_is_not_measured() -> None:
    whole = with_element(
        theory("tro -> job", "motivation -> job"),
        "tro",
        indicators=(),
        consists_of=("motivation", "mestring"),
    )
    assert reasons(whole) == [(Untestable.COMPOSITE, "mestring")]


@pytest.mark.parametrize(
    ("rounds", "lags", "found"),
    [
        (2, (1,), [(Untestable.TOO_FEW_ROUNDS, "2")]),
        (3, (2,), [(Untestable.LAG_BEYOND_ROUNDS, "2")]),
        (4, (2,), None),
        (0, (2,), None),
    ],
)
def test_the_planned_rounds_must_reach_past_the_lag(
    rounds: int, lags: tuple[int, ...], found: list[tuple[Untestable, str]] | None
) -> None:
    plan = MeasurementPlan(rounds=tuple(str(each) for each in range(rounds)))
    claimed = theory(link("motivation -> mestring", seen_after=lags), plan=plan)
    if found is None:
        assert isinstance(only(claimed), Testable)
    else:
        assert reasons(claimed) == found


def test_the_headline_counts_links_that_can_be_tested() -> None:
    assert count_testable(expectations(theory("motivation -> job", "motivation -> lykke"), indicators())) == (
        1,
        2,
    )


# Smallest effects, horizons, assignment ----------------------------------------------------------

STEP = Smallest(value=0.5, unit=Unit.STEPS, because="et halvt trin kan mærkes")
POINT = Smallest(value=1.0, unit=Unit.SD)


@pytest.mark.parametrize(
    ("claim", "value", "unit"),
    [
        ("motivation -> mestring", 0.10, Unit.SD),
        ("praktik -> motivation", 0.20, Unit.SD),
        ("motivation -> job", 2.0, Unit.POINTS),
        ("praktik -> job", 2.0, Unit.POINTS),
    ],
)
def test_the_default_smallest_effect_is_said_to_be_a_default(claim: str, value: float, unit: Unit) -> None:
    (test,) = called_for(theory(claim))
    assert (test.smallest.value, test.smallest.unit, test.smallest_declared) == (value, unit, False)


def test_the_links_smallest_effect_wins_over_the_indicators() -> None:
    found = indicators(indicator("mestring", smallest=POINT))
    (own,) = called_for(theory(link("motivation -> mestring", smallest=STEP)), found)
    (inherited,) = called_for(theory("motivation -> mestring"), found)
    assert (own.smallest, own.smallest_declared) == (STEP, True)
    assert (inherited.smallest, inherited.smallest_declared) == (POINT, True)


@pytest.mark.parametrize(
    ("of_link", "of_goal", "weeks"),
    [
        ("", "", 52),
        ("", "12 måneder", 52),
        ("26 uger", "12 måneder", 26),
        ("", "6 months", 26),
        ("", "1 år", 52),
    ],
)
def test_a_goal_is_looked_for_within_its_horizon(of_link: str, of_goal: str, weeks: int) -> None:
    claimed = with_element(theory(link("motivation -> job", within=of_link)), "job", within=of_goal)
    assert [each.horizon_weeks for each in called_for(claimed)] == [weeks]


def test_how_an_activity_is_assigned_follows_into_the_test() -> None:
    claimed = with_element(
        theory("praktik -> motivation"),
        "praktik",
        assignment=Assignment.RANDOMISED,
        assigned_per="sagsbehandler",
    )
    (test,) = called_for(claimed)
    assert (test.assignment, test.assigned_per) == (Assignment.RANDOMISED, "sagsbehandler")


def test_what_moves_together_is_looked_for_at_the_same_måling_unless_declared() -> None:
    (default,) = called_for(theory("motivation ~ mestring"))
    (later,) = called_for(theory(link("motivation ~ mestring", seen_after=(1,), declared_lag=True)))
    assert (default.lags, later.lags) == ((0,), (1,))


# What is held still ------------------------------------------------------------------------------


def controlled(test: Test) -> list[str]:
    return [each.element for each in test.controls]


def test_the_other_parents_of_the_effect_are_held_still() -> None:
    (test,) = called_for(
        theory("motivation -> job", "mestring -> job", "praktik -> job", "praktik -> motivation")
    )
    assert controlled(test) == ["mestring", "praktik"]


def test_a_step_in_between_at_the_same_måling_is_never_held_still() -> None:
    at_once = link("motivation -> tro", seen_after=(0, 1))
    (test,) = called_for(theory("motivation -> mestring", at_once, "tro -> mestring"))
    (later,) = called_for(theory("motivation -> mestring", "motivation -> tro", "tro -> mestring"))
    assert (controlled(test), controlled(later)) == ([], ["tro"])


def test_what_the_effect_moves_at_the_same_måling_is_never_held_still() -> None:
    at_once = link("mestring -> tro", seen_after=(0,))
    (test,) = called_for(theory("motivation -> mestring", "tro -> mestring", at_once))
    assert controlled(test) == []


def test_the_effects_own_respondent_on_the_same_day_is_never_held_still() -> None:
    same_day = theory(
        link("motivation -> mestring", seen_after=(0,)), "tro -> mestring", "fremmøde -> mestring"
    )
    (test,) = called_for(same_day)
    assert controlled(test) == ["fremmøde"]


def test_an_indicator_of_either_end_is_never_held_still() -> None:
    shared = with_element(
        theory("motivation -> mestring", "tro -> mestring"), "tro", indicators=("motivation",)
    )
    (test,) = called_for(shared)
    assert controlled(test) == []


def test_an_unmeasured_parent_is_replaced_by_its_own_parents_and_named_when_it_leads_to_the_cause() -> None:
    claimed = with_element(
        theory("motivation -> mestring", "tro -> mestring", "tro -> motivation", "praktik -> tro"),
        "tro",
        indicators=(),
    )
    (test,) = called_for(claimed)
    assert (controlled(test), test.open_doors) == (["praktik"], ("tro",))


# Moderators --------------------------------------------------------------------------------------


def moderated(claim: str = "motivation -> mestring", **changes: object) -> Theory:
    cause, _, effect = claim.split()
    moderator = Moderator(
        id="opfølgning",
        name="Opfølgning",
        attachments=(Attachment(link=(cause, effect), expected=Expected.STRENGTHENS),),
        indicators=("tro",),
    )
    return theory(claim, moderators=(replace(moderator, **changes),))  # type: ignore[arg-type]


def test_a_moderator_with_an_indicator_is_tested_on_its_link() -> None:
    (test,) = called_for(moderated())
    assert test.moderators == moderator_expectations(moderated(), indicators())
    assert test.moderators == (
        ModeratorTest(
            moderator="opfølgning",
            expected=Expected.STRENGTHENS,
            indicators=("tro",),
            smallest=Smallest(value=0.15, unit=Unit.SD),
            smallest_declared=False,
        ),
    )


def test_a_declared_smallest_difference_and_condition_follow_into_the_test() -> None:
    met = Condition(comparison="at least", value=2.0)
    (test,) = called_for(moderated("motivation -> job", smallest_difference=POINT, met_when=met))
    (moderator,) = test.moderators
    assert (moderator.smallest, moderator.smallest_declared, moderator.met_when) == (POINT, True, met)


def test_a_condition_that_is_met_or_not_needs_no_scale() -> None:
    found = indicators(indicator("tro", scale=None))
    met = Condition(comparison="is", value="ja")
    assert isinstance(moderator_expectations(moderated(met_when=met), found)[0], ModeratorTest)
    assert isinstance(moderator_expectations(moderated(), found)[0], ModeratorNotTestable)


def test_a_moderator_without_indicator_is_not_tested_and_says_why() -> None:
    bare = moderated(indicators=())
    (test,) = called_for(bare)
    assert test.moderators == ()
    assert moderator_expectations(bare, indicators()) == (
        ModeratorNotTestable(
            moderator="opfølgning",
            link="motivation -> mestring",
            reasons=((Untestable.NO_INDICATOR_MODERATOR, "opfølgning"),),
        ),
    )


def test_a_bundle_of_moderators_is_measured_by_its_parts() -> None:
    bundle = moderated(indicators=(), consists_of=("ledelse",))
    part = Moderator(id="ledelse", name="Ledelse", indicators=("tro",))
    (test,) = called_for(replace(bundle, moderators=(*bundle.moderators, part)))
    assert test.moderators[0].indicators == ("tro",)


# Laws --------------------------------------------------------------------------------------------

CLAIMS = [
    f"{cause} {arrow} {effect}"
    for cause in ("praktik", "fremmøde", "motivation", "mestring", "job", "lykke")
    for arrow in ("->", "~")
    for effect in ("praktik", "henvendelser", "motivation", "tro", "job", "pension")
]


@given(
    st.lists(st.sampled_from(CLAIMS), unique=True, max_size=10),
    st.lists(st.sampled_from([(), (0,), (1,), (0, 1), (2,)]), min_size=10, max_size=10),
)
def test_every_link_is_either_tested_or_told_why_not(
    claims: list[str], delays: list[tuple[int, ...]]
) -> None:
    drawn = theory(*(link(each, seen_after=lags) for each, lags in zip(claims, delays, strict=False)))
    found = expectations(drawn, indicators())
    assert [each.link for each in found] == claims
    assert all(each.tests if isinstance(each, Testable) else each.reasons for each in found)
    json.dumps(plan_content(drawn, indicators()))


# The plan ----------------------------------------------------------------------------------------


def whole_theory() -> Theory:
    return theory(
        "praktik -> motivation",
        "motivation -> job",
        "mestring -> job",
        "motivation ~ mestring",
        "motivation -> lykke",
    )


def test_the_plan_is_json_and_comes_back_unchanged() -> None:
    content = plan_content(whole_theory(), indicators())
    assert json.loads(json.dumps(content)) == content


@given(st.permutations(range(5)))
def test_the_order_of_the_text_never_changes_the_plan(order: list[int]) -> None:
    shuffled = replace(whole_theory(), links=tuple(whole_theory().links[each] for each in order))
    assert plan_content(shuffled, indicators()) == plan_content(whole_theory(), indicators())


def test_a_reason_or_a_name_never_changes_the_plan_but_a_claim_does() -> None:
    before = plan_content(theory("motivation -> job"), indicators())
    reworded = theory(link("motivation -> job", because="noget andet"), title="Andet navn")
    turned = theory("motivation -> job -")
    assert plan_content(reworded, indicators()) == before
    assert plan_content(turned, indicators()) != before

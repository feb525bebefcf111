"""Proposals come from a closed list, and the drastic ones need a conclusive result that survives Holm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.circle.proposals import Proposal, ProposalKind, proposals
from qualitycircle.evaluation.values import (
    Cap,
    Delivery,
    Flag,
    Judgement,
    NotMeasured,
    Progression,
    Reason,
    Role,
    Tested,
    Verdict,
)
from qualitycircle.evaluation.whole import Absence, AbsentLink
from qualitycircle.indicators import Catalogue, Indicators, Respondent
from qualitycircle.rendering.circle import proposals_text
from qualitycircle.theory import Attachment, Expected, Link, Moderator, Sign
from qualitycircle.theory.change import (
    AddIndicator,
    AddLink,
    DropLink,
    Keep,
    RequireModerator,
    ReverseLink,
    TurnLink,
    WeakenLink,
    corrected,
)
from qualitycircle.vocabulary.language import Language
from tests import small
from tests.provider import chain_theory, estimate, evaluation, judged

LANGUAGES: tuple[Language, ...] = ("da", "en")
LINK = "fremmøde -> motivation"
INSIDE = "motivation -> mestring"
DRASTIC = {ProposalKind.DROP_LINK, ProposalKind.REVERSE_LINK, ProposalKind.TURN_LINK}


def proposed(*judgements: Judgement, extra: tuple[str, ...] = (), **changes: object) -> tuple[Proposal, ...]:
    theory = chain_theory(*extra)
    return proposals(theory, evaluation(theory, judgements, **changes), small.indicators())


def without_keep(found: tuple[Proposal, ...]) -> list[Proposal]:
    return [each for each in found if each.kind is not ProposalKind.KEEP]


def only(found: tuple[Proposal, ...]) -> Proposal:
    (one,) = without_keep(found)
    return one


def reverse_seen(link: str, verdict: Verdict, value: float) -> Judgement:
    """A judgement whose reverse link is relevant."""
    made = judged(link, verdict)
    (tested,) = made.results
    assert isinstance(tested, Tested)
    seen = replace(tested, estimates=(*tested.estimates, estimate(Role.REVERSE, value)))
    return replace(made, results=(seen,), flags=(Flag.FEEDBACK,))


def test_when_everything_is_supported_only_keeping_is_proposed() -> None:
    (keep,) = proposed()
    assert (keep.id, keep.changes, keep.evidence) == ("behold", (Keep(),), {"supported": 3})


def test_a_link_without_relevant_association_may_be_dropped() -> None:
    one = only(proposed(judged(LINK, Verdict.NO_RELEVANT, value=0.01)))
    assert (one.id, one.changes) == ("drop-fremmoede-motivation", (DropLink(link=LINK),))
    assert (one.survives, one.must_be_confirmed) == (True, True)
    assert one.evidence["value"] == 0.01
    assert one.evidence["holm_p"] == 0.001


def test_a_contradicted_link_may_be_reversed() -> None:
    one = only(proposed(judged(LINK, Verdict.CONTRADICTED, value=-0.3)))
    assert one.changes == (ReverseLink(link=LINK),)


@pytest.mark.parametrize("verdict", [Verdict.NO_RELEVANT, Verdict.CONTRADICTED])
def test_what_does_not_survive_correction_for_several_links_is_only_measured_more(verdict: Verdict) -> None:
    one = only(proposed(judged(LINK, verdict, p=0.2)))
    assert (one.kind, one.survives, one.changes) == (ProposalKind.COLLECT_MORE, False, ())


@given(
    st.sampled_from(Verdict),
    st.floats(0, 1) | st.none(),
    st.floats(0, 1) | st.none(),
    st.lists(st.sampled_from(Flag), unique=True),
    st.lists(st.sampled_from(Cap), unique=True),
)
def test_nothing_drastic_is_ever_proposed_from_an_inconclusive_result(
    verdict: Verdict, holm: float | None, equivalence: float | None, flags: list[Flag], caps: list[Cap]
) -> None:
    judgement = judged(
        INSIDE,
        verdict,
        holm_p=holm,
        holm_p_equivalence=equivalence,
        flags=tuple(flags),
        caps=tuple(caps),
    )
    for each in proposed(judgement, extra=(INSIDE,)):
        if each.kind in DRASTIC:
            p = equivalence if verdict is Verdict.NO_RELEVANT else holm
            assert verdict in {Verdict.NO_RELEVANT, Verdict.CONTRADICTED}
            assert p is not None
            assert p < 0.05


def test_a_link_that_only_runs_the_other_way_may_be_turned() -> None:
    one = only(proposed(reverse_seen(INSIDE, Verdict.NO_RELEVANT, 0.3), extra=(INSIDE,)))
    assert one.changes == (TurnLink(link=INSIDE),)
    theory = corrected(chain_theory(INSIDE), *one.changes)
    assert theory.link("mestring -> motivation") is not None


def test_a_turned_link_gets_the_sign_that_was_seen() -> None:
    one = only(proposed(reverse_seen(INSIDE, Verdict.NO_RELEVANT, -0.3), extra=(INSIDE,)))
    turned = corrected(chain_theory(INSIDE), *one.changes).link("mestring -> motivation")
    assert turned is not None
    assert turned.sign is Sign.DOWN


def test_a_relevant_way_back_may_be_added_as_a_link_of_its_own() -> None:
    one = only(proposed(reverse_seen(INSIDE, Verdict.SUPPORTED, 0.3), extra=(INSIDE,)))
    assert one.changes == (AddLink(link=Link(cause="mestring", effect="motivation")),)
    assert one.id == "ny-pil-mestring-motivation"


@pytest.mark.parametrize(("value", "sign"), [(0.3, Sign.UP), (-0.3, Sign.DOWN)])
def test_an_arrow_that_is_missing_may_be_drawn_with_the_sign_that_was_seen(value: float, sign: Sign) -> None:
    missing = AbsentLink(
        cause="fremmøde",
        effect="mestring",
        outcome=Absence.VIOLATED,
        value=value,
        low=value - 0.1,
        high=value + 0.1,
        unit="sd per sd",
        persons=400,
    )
    unsure = replace(missing, effect="motivation", cause="mestring", outcome=Absence.UNDECIDED)
    found = only(proposed(absent=(missing, unsure)))
    assert found.changes == (AddLink(link=Link(cause="fremmøde", effect="mestring", sign=sign)),)
    assert (found.kind, found.must_be_confirmed) == (ProposalKind.ADD_LINK, True)
    assert "sd pr. sd" in proposals_text((found,), chain_theory(), "da")


def test_no_arrow_is_turned_back_from_a_goal_or_an_outcome_to_what_came_before() -> None:
    for link in ("motivation -> job", LINK):
        kinds = {each.kind for each in proposed(reverse_seen(link, Verdict.NO_RELEVANT, 0.3))}
        assert kinds == {ProposalKind.DROP_LINK, ProposalKind.KEEP}


def test_a_link_seen_by_one_respondent_asks_for_another() -> None:
    own = small.indicator("motivation", domain="motivation")
    seen_by_staff = small.indicator(
        "motivation_medarbejder", domain="motivation", respondent=Respondent.STAFF
    )
    catalogue = Indicators((Catalogue(id="prøve", indicators=(own, seen_by_staff)),))
    theory = chain_theory()
    judgement = judged(LINK, Verdict.WEAK, caps=(Cap.SAME_INFORMANT,))
    one = only(proposals(theory, evaluation(theory, (judgement,)), catalogue))
    assert one.changes == (AddIndicator(element="motivation", indicator="motivation_medarbejder"),)
    bare = only(proposals(theory, evaluation(theory, (judgement,))))
    assert (bare.kind, bare.changes, bare.id) == (one.kind, (), one.id)


def test_where_only_a_comparison_is_missing_more_data_are_not_asked_for() -> None:
    start, chain = "praktik -> fremmøde", "motivation -> job"
    caps = (Cap.NOT_IDENTIFIED,)
    one = only(proposed(*(judged(each, Verdict.WEAK, caps=caps) for each in (start, chain))))
    assert (one.kind, one.subject, one.must_be_confirmed) == (ProposalKind.FIND_COMPARISON, start, False)


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        (Reason.NOT_TESTABLE, ProposalKind.ADD_INDICATOR),
        (Reason.MEASUREMENT_FAILURE, ProposalKind.ADD_INDICATOR),
        (Reason.NO_DATA_EFFECT, ProposalKind.COLLECT_MORE),
        (Reason.TOO_FEW_EVENTS, ProposalKind.COLLECT_MORE),
        (Reason.NO_COMPARISON, ProposalKind.FIND_COMPARISON),
    ],
)
def test_why_a_link_was_not_measured_says_what_to_do(reason: Reason, kind: ProposalKind) -> None:
    unseen = Judgement(link=LINK, verdict=Verdict.NOT_MEASURED, results=(NotMeasured(reason=reason),))
    assert only(proposed(unseen)).kind is kind


def test_a_link_seen_only_in_the_same_wave_may_be_weakened_to_moving_together() -> None:
    one = only(proposed(judged(LINK, Verdict.WEAK, caps=(Cap.SAME_WAVE_ONLY,))))
    assert one.changes == (WeakenLink(link=LINK),)


def test_a_condition_without_which_the_link_is_not_there_may_be_required() -> None:
    sits_on = Attachment(link=("fremmøde", "motivation"), expected=Expected.STRENGTHENS)
    theory = chain_theory(moderators=(Moderator(id="aftale", name="Aftale", attachments=(sits_on,)),))
    judgement = judged(LINK, Verdict.SUPPORTED, flags=(Flag.CONDITIONAL,))
    (tested,) = judgement.results
    assert isinstance(tested, Tested)
    slopes = tuple(
        replace(estimate(Role.MODERATION, value), name=f"{name}: aftale")
        for name, value in (("x met", 0.4), ("x not met", 0.0))
    )
    seen = replace(judgement, results=(replace(tested, estimates=(*tested.estimates, *slopes)),))
    one = only(proposals(theory, evaluation(theory, (seen,))))
    assert one.changes == (RequireModerator(moderator="aftale", link=LINK),)
    assert (one.evidence["value"], one.evidence["unmet"]) == (0.4, 0.0)
    assert without_keep(proposals(theory, evaluation(theory, (judgement,)))) == []


def test_what_was_not_delivered_is_to_be_delivered_and_its_links_are_left_alone() -> None:
    undelivered = Judgement(
        link="praktik -> fremmøde",
        verdict=Verdict.NOT_MEASURED,
        results=(NotMeasured(reason=Reason.NOT_DELIVERED),),
    )
    delivery = Delivery(
        subject="praktik",
        what="dose",
        promised=13.0,
        value=6.0,
        low=5.0,
        high=7.0,
        persons=200,
        outcome="not delivered",
    )
    one = only(proposed(undelivered, deliveries=(delivery,)))
    assert (one.kind, one.subject, one.changes) == (ProposalKind.RAISE_DOSE, "praktik", ())
    assert one.evidence["promised"] == 13.0


@pytest.mark.parametrize(("up", "expected"), [(10, True), (90, False)])
def test_when_most_stand_still_or_go_back_another_strategy_is_considered(up: int, expected: bool) -> None:
    moved = Progression(indicator="motivation", persons=100, up=up, same=60 - up // 2, down=40 - up // 2)
    kinds = {each.kind for each in proposed(progressions=(moved,))}
    assert (ProposalKind.NEW_STRATEGY in kinds) is expected


def test_proposals_are_the_same_every_time_and_every_id_is_unique() -> None:
    judgements = (judged(LINK, Verdict.NO_RELEVANT), judged("motivation -> job", Verdict.UNDECIDED))
    first, second = proposed(*judgements), proposed(*reversed(judgements))
    assert first == second
    assert len({each.id for each in first}) == len(first)


@pytest.mark.parametrize("kind", ProposalKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_proposal_has_its_words_and_its_rival(kind: ProposalKind, language: Language) -> None:
    one = Proposal(id="x", kind=kind, subject="praktik -> fremmøde")
    text = proposals_text([one], chain_theory(), language)
    assert text.count("\n") >= 4
    assert ("En anden forklaring: " if language == "da" else "Another explanation: ") in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_is_told_with_its_numbers(language: Language) -> None:
    text = proposals_text(proposed(judged(LINK, Verdict.NO_RELEVANT)), chain_theory(), language)
    assert text.startswith("drop-fremmoede-motivation\n")
    assert {"da": "0,30 sd pr. sd", "en": "0.30 sd per sd"}[language] in text


@pytest.mark.parametrize(
    ("link", "bar", "kinds"),
    [
        ("praktik -> fremmøde", Cap.BRACKET, [ProposalKind.FIND_COMPARISON]),
        ("motivation -> job", Cap.NOT_IDENTIFIED, []),
        (LINK, Cap.SAME_INFORMANT, [ProposalKind.ADD_INDICATOR]),
        (LINK, Cap.NOISE_DECIDES, []),
    ],
)
def test_more_data_are_not_asked_for_where_they_would_not_decide(
    link: str, bar: Cap, kinds: list[ProposalKind]
) -> None:
    made = judged(link, Verdict.UNDECIDED)
    (tested,) = made.results
    assert isinstance(tested, Tested)
    barred = replace(made, results=(replace(tested, bars=(bar,), n_needed=None),))
    assert [each.kind for each in without_keep(proposed(barred))] == kinds

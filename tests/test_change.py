"""A correction returns a new theory; yesterday's is left as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import (
    Activity,
    Attachment,
    Expected,
    Goal,
    Intervention,
    Kind,
    Link,
    Moderator,
    Outcome,
    Output,
    Relation,
    Sign,
    TargetGroup,
    Theory,
)
from qualitycircle.theory.change import (
    AddIndicator,
    AddLink,
    AddModerator,
    CannotChangeError,
    Change,
    ChangeActivity,
    ChangeGoal,
    ChangeLink,
    ChangePlan,
    DropElement,
    DropIndicator,
    DropLink,
    DropModerator,
    Keep,
    Nature,
    RequireModerator,
    ReverseLink,
    TurnLink,
    WeakenLink,
    corrected,
    difference,
    subject,
)

KINDS = {"p": Activity, "f": Output, "m": Outcome, "h": Outcome, "j": Goal}
POSSIBLE = tuple((a, b) for a in KINDS for b in KINDS if a < b)
reasons = st.sampled_from(("", "arbejdspladsen regner med borgeren", "den motiverede søger mere"))


@st.composite
def theories(draw: st.DrawFn) -> Theory:
    """Small theories with five elements, some links and perhaps a moderator."""
    pairs = draw(st.lists(st.sampled_from(POSSIBLE), min_size=1, unique=True))
    links = tuple(
        Link(
            cause=cause,
            effect=effect,
            relation=draw(st.sampled_from(Relation)),
            sign=draw(st.sampled_from(Sign)),
            because=draw(reasons),
            seen_after=draw(st.sampled_from(((1,), (0, 1), (2,)))),
        )
        for cause, effect in pairs
    )
    held = draw(st.lists(st.sampled_from(links), unique=True, max_size=2))
    expected = draw(st.sampled_from(Expected))
    attachments = tuple(
        Attachment(link=(each.cause, each.effect), relation=each.relation, expected=expected) for each in held
    )
    indicators = draw(st.lists(st.sampled_from(("i1", "i2", "i3")), unique=True))
    return Theory(
        id="praktik",
        title="Praktik",
        target_group=TargetGroup(name="Aktivitetsparate borgere"),
        rationale="Erfaringer giver mod",
        intervention=Intervention(name="Forløb"),
        elements=tuple(
            kind(id=id, name=id, indicators=tuple(indicators) if id == "m" else ())
            for id, kind in KINDS.items()
        ),
        links=links,
        moderators=(Moderator(id="o", name="Opfølgning", attachments=attachments),),
        version=draw(st.integers(1, 9)),
    )


@st.composite
def fitting_changes(draw: st.DrawFn, theory: Theory) -> Change:
    """Draw a change that this theory can take."""
    plain: list[Change] = [
        Keep(),
        ChangeActivity(activity="p", dose=draw(st.sampled_from(("13 uger", "26 uger")))),
        ChangeGoal(goal="j", wanted_up=draw(st.booleans())),
        ChangePlan(every=draw(st.integers(30, 120))),
        AddIndicator(element="h", indicator=f"i{draw(st.integers(10, 10**9))}"),
    ]
    if theory.links:
        link = draw(st.sampled_from(theory.links)).id
        plain += [DropLink(link=link), ReverseLink(link=link), ChangeLink(link=link, seen_after=(2,))]
    if theory.element("m"):
        plain.append(DropElement(element="m"))
    free = [each for each in POSSIBLE if each not in {link.pair for link in theory.links}]
    free = [each for each in free if all(theory.element(end) for end in each)]
    if free:
        cause, effect = draw(st.sampled_from(free))
        plain.append(AddLink(link=Link(cause=cause, effect=effect, because=draw(reasons))))
    return draw(st.sampled_from([each for each in plain if _applies(theory, each)]))


def _applies(theory: Theory, change: Change) -> bool:
    if not isinstance(change, AddIndicator):
        return True
    element = theory.element(subject(change))
    return element is not None and change.indicator not in element.indicators


def same_but_version(one: Theory, two: Theory) -> bool:
    return replace(one, version=0) == replace(two, version=0)


@given(theories(), reasons)
def test_a_claim_added_and_withdrawn_leaves_the_theory_as_it_was(theory: Theory, because: str) -> None:
    free = [each for each in POSSIBLE if each not in {link.pair for link in theory.links}]
    for cause, effect in free:
        link = Link(cause=cause, effect=effect, because=because)
        assert same_but_version(corrected(theory, AddLink(link=link), DropLink(link=link.id)), theory)


@given(theories(), st.sampled_from(("h", "m", "o")))
def test_an_indicator_added_and_dropped_leaves_the_theory_as_it_was(theory: Theory, id: str) -> None:
    there_and_back = (AddIndicator(element=id, indicator="ny"), DropIndicator(element=id, indicator="ny"))
    assert same_but_version(corrected(theory, *there_and_back), theory)


@given(theories())
def test_a_moderator_added_and_dropped_leaves_the_theory_as_it_was(theory: Theory) -> None:
    moderator = Moderator(id="ny", name="Ny")
    assert same_but_version(
        corrected(theory, AddModerator(moderator=moderator), DropModerator(moderator="ny")), theory
    )


@given(theories(), st.data())
def test_turning_or_reversing_a_link_twice_leaves_the_theory_as_it_was(
    theory: Theory, data: st.DataObject
) -> None:
    link = data.draw(st.sampled_from(theory.links))
    assert same_but_version(corrected(theory, ReverseLink(link=link.id), ReverseLink(link=link.id)), theory)
    if link.relation is Relation.INFLUENCES:
        turned = f"{link.effect} -> {link.cause}"
        assert same_but_version(corrected(theory, TurnLink(link=link.id), TurnLink(link=turned)), theory)


@given(theories(), st.data())
def test_a_correction_leaves_the_old_theory_alone_and_names_every_difference(
    theory: Theory, data: st.DataObject
) -> None:
    before = replace(theory)
    change = data.draw(fitting_changes(theory))
    new = corrected(theory, change)
    assert theory == before
    assert (difference(theory, new) == ()) == same_but_version(theory, new)


@given(theories(), st.data())
def test_replaying_all_corrections_gives_todays_theory(theory: Theory, data: st.DataObject) -> None:
    today, changes = theory, []
    for _ in range(data.draw(st.integers(1, 5))):
        changes.append(data.draw(fitting_changes(today)))
        today = corrected(today, changes[-1])
    replayed = theory
    for each in changes:
        replayed = corrected(replayed, each)
    assert replayed == today
    assert today.version == theory.version + sum(not isinstance(each, Keep) for each in changes)


@given(theories())
def test_nothing_points_at_an_element_or_a_link_that_was_dropped(theory: Theory) -> None:
    without = corrected(theory, DropElement(element="m"))
    links = {each.id for each in without.links}
    assert "m" not in {end for each in without.links for end in (each.cause, each.effect)}
    assert {each.link_id for moderator in without.moderators for each in moderator.attachments} <= links


@given(theories(), st.permutations(range(5)))
def test_the_order_of_elements_and_links_is_no_difference(theory: Theory, order: list[int]) -> None:
    shuffled = replace(
        theory,
        elements=tuple(theory.elements[each] for each in order),
        links=theory.links[::-1],
    )
    assert difference(theory, shuffled) == ()


def praktik(*links: Link, moderators: tuple[Moderator, ...] = ()) -> Theory:
    return Theory(
        id="praktik",
        title="Praktik",
        target_group=TargetGroup(name="Aktivitetsparate borgere"),
        rationale="Erfaringer giver mod",
        intervention=Intervention(name="Forløb"),
        elements=(
            Activity(id="praktik", name="Praktik", before=("samtale",)),
            Output(id="fremmøde", name="Fremmøde"),
            Outcome(id="motivation", name="Motivation"),
            Goal(id="job", name="Job", within="12 måneder", competes_with=("motivation",)),
        ),
        links=links,
        moderators=moderators,
    )


FIRST = Link(cause="fremmøde", effect="motivation", because="den, der møder, lykkes")


def test_what_a_link_claims_can_be_changed_without_touching_the_rest() -> None:
    half_a_step = Smallest(value=0.5, unit=Unit.STEPS, because="kan mærkes")
    change = ChangeLink(link="fremmøde -> motivation", seen_after=(1, 2), smallest=half_a_step)
    link = corrected(praktik(FIRST), change).links[0]
    assert link == replace(FIRST, seen_after=(1, 2), declared_lag=True, smallest=half_a_step)


def test_a_turned_link_takes_its_moderators_along() -> None:
    sits_on = Attachment(link=("fremmøde", "motivation"), expected=Expected.STRENGTHENS)
    theory = praktik(FIRST, moderators=(Moderator(id="opfølgning", name="", attachments=(sits_on,)),))
    turned = corrected(theory, TurnLink(link=FIRST.id))
    assert [each.id for each in turned.links] == ["motivation -> fremmøde"]
    assert turned.moderators_of(turned.links[0])[0][1].expected is Expected.STRENGTHENS


def test_a_claim_of_influence_can_be_weakened_to_moving_together() -> None:
    sits_on = Attachment(link=("fremmøde", "motivation"), expected=Expected.STRENGTHENS)
    theory = praktik(FIRST, moderators=(Moderator(id="opfølgning", name="", attachments=(sits_on,)),))
    weaker = corrected(theory, WeakenLink(link=FIRST.id, because="retningen kan ikke ses"))
    assert [each.id for each in weaker.links] == ["fremmøde ~ motivation"]
    assert weaker.links[0].because == "retningen kan ikke ses"
    assert len(weaker.moderators_of(weaker.links[0])) == 1


def test_a_moderator_that_strengthened_a_link_can_be_required_for_it() -> None:
    sits_on = Attachment(link=("fremmøde", "motivation"), expected=Expected.STRENGTHENS)
    theory = praktik(FIRST, moderators=(Moderator(id="opfølgning", name="", attachments=(sits_on,)),))
    required = corrected(theory, RequireModerator(moderator="opfølgning", link=FIRST.id))
    assert [each.expected for _, each in required.moderators_of(FIRST)] == [Expected.REQUIRED]


def test_a_dropped_element_is_forgotten_by_those_that_named_it() -> None:
    goal = corrected(praktik(FIRST), DropElement(element="motivation")).of_kind(Kind.GOAL)[0]
    assert isinstance(goal, Goal)
    assert goal.competes_with == ()


def test_goals_are_corrected_too() -> None:
    goal = corrected(praktik(), ChangeGoal(goal="job", within="18 måneder")).goals[0]
    assert (goal.within, goal.wanted_up) == ("18 måneder", True)


def test_to_keep_on_purpose_is_no_new_version() -> None:
    assert corrected(praktik(FIRST), Keep(link=FIRST.id)) == praktik(FIRST)


def test_several_changes_in_one_decision_make_one_new_version() -> None:
    changes = (ReverseLink(link=FIRST.id), ChangeActivity(activity="praktik", dose="26 uger"))
    assert corrected(praktik(FIRST), *changes).version == 2


@pytest.mark.parametrize(
    ("change", "present"),
    [
        (DropLink(link="fremmøde -> job"), False),
        (AddLink(link=FIRST), True),
        (AddLink(link=Link(cause="fremmøde", effect="lykke")), False),
        (AddIndicator(element="lykke", indicator="i"), False),
        (DropIndicator(element="motivation", indicator="i"), False),
        (DropModerator(moderator="opfølgning"), False),
        (ChangeGoal(goal="motivation"), False),
        (ChangeActivity(activity="job"), False),
    ],
)
def test_a_change_that_does_not_fit_says_what_is_missing_or_there_already(
    change: Change, present: bool
) -> None:
    with pytest.raises(CannotChangeError) as raised:
        corrected(praktik(FIRST), change)
    assert raised.value.present is present
    assert raised.value.subject in str(raised.value)


def test_a_difference_says_what_was_claimed_before_and_after() -> None:
    old = praktik(FIRST)
    new = corrected(old, ReverseLink(link=FIRST.id))
    only = difference(old, new)[0]
    assert (only.nature, only.subject, only.field) == (Nature.CHANGED, "fremmøde -> motivation", "sign")
    assert (only.before, only.after) == ("increases", "decreases")

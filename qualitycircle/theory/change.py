"""Corrections of a theory, as values: what is changed, and the theory that follows.

Korrigering adjusts goals as well as efforts (New Insight s12), so there is a change for goals,
activities, indicators, moderators, links and the measurement plan, and one for keeping everything.
Nothing is mutated: `corrected` returns a new theory whose version is one higher.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from qualitycircle.theory._adjusted import forgetting, promised, reclaimed, required, rescheduled, rewished
from qualitycircle.theory._changes import (
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
    EffortChange,
    IndicatorChange,
    Keep,
    LinkChange,
    ModeratorChange,
    RequireModerator,
    ReverseLink,
    TurnLink,
    WeakenLink,
    subject,
)
from qualitycircle.theory.difference import Difference, Nature, difference
from qualitycircle.theory.theory import (
    Activity,
    Attachment,
    Element,
    Goal,
    Link,
    Moderator,
    Output,
    Relation,
    Sign,
    Theory,
)

__all__ = [
    "AddIndicator",
    "AddLink",
    "AddModerator",
    "CannotChangeError",
    "Change",
    "ChangeActivity",
    "ChangeGoal",
    "ChangeLink",
    "ChangePlan",
    "Difference",
    "DropElement",
    "DropIndicator",
    "DropLink",
    "DropModerator",
    "EffortChange",
    "IndicatorChange",
    "Keep",
    "LinkChange",
    "ModeratorChange",
    "Nature",
    "RequireModerator",
    "ReverseLink",
    "TurnLink",
    "WeakenLink",
    "corrected",
    "difference",
    "opposite",
    "subject",
]


def corrected(theory: Theory, *changes: Change) -> Theory:
    """Return the theory after one decision: all changes in order, and the version one higher.

    Deciding only to keep what is there changes nothing, so the version stays too. Raises
    CannotChangeError when a change does not fit the theory.
    """
    result = theory
    for each in changes:
        result = _changed(result, each)
    if all(isinstance(each, Keep) for each in changes):
        return result
    return replace(result, version=theory.version + 1)


def _changed(theory: Theory, change: Change) -> Theory:
    match change:
        case DropLink() | ReverseLink() | TurnLink() | ChangeLink() | WeakenLink() | AddLink():
            return _with_link_change(theory, change)
        case AddIndicator() | DropIndicator():
            return _with_indicator_change(theory, change)
        case AddModerator() | DropModerator() | RequireModerator():
            return _with_moderator_change(theory, change)
        case DropElement() | ChangeGoal() | ChangeActivity() | ChangePlan():
            return _with_effort_change(theory, change)
        case Keep():
            return theory
        case _:
            assert_never(change)


def _with_link_change(theory: Theory, change: LinkChange) -> Theory:
    match change:
        case AddLink(link=link):
            if any(each.pair == link.pair for each in theory.links):
                raise CannotChangeError(change, link.id, present=True)
            for each in (link.cause, link.effect):
                _element(theory, change, each)
            return replace(theory, links=(*theory.links, link))
        case DropLink(link=id):
            _link(theory, change, id)
            return _without_links(theory, {id})
        case ReverseLink(link=id):
            link = _link(theory, change, id)
            return _with_link(theory, id, replace(link, sign=opposite(link.sign), because=_or(change, link)))
        case TurnLink(link=id):
            link = _link(theory, change, id)
            return _rewritten(theory, change, link, replace(link, cause=link.effect, effect=link.cause))
        case WeakenLink(link=id):
            link = _link(theory, change, id)
            return _rewritten(theory, change, link, replace(link, relation=Relation.MOVES_WITH))
        case ChangeLink(link=id):
            return _with_link(theory, id, reclaimed(_link(theory, change, id), change))
        case _:
            assert_never(change)


def opposite(sign: Sign) -> Sign:
    """Return the other sign."""
    return Sign.DOWN if sign is Sign.UP else Sign.UP


def _or(change: ReverseLink | TurnLink | WeakenLink, link: Link) -> str:
    """Return the change's own reason; without one, the link's old reason stands."""
    return change.because or link.because


def _rewritten(theory: Theory, change: TurnLink | WeakenLink, link: Link, new: Link) -> Theory:
    """Return the theory with a link that is written otherwise; what sits on it follows."""
    if link.relation is Relation.MOVES_WITH or theory.link(new.id) is not None:
        raise CannotChangeError(change, new.id, present=True)
    written = replace(new, because=_or(change, link))
    ends = (new.cause, new.effect)
    return _with_attachments(
        _with_link(theory, link.id, written),
        lambda each: replace(each, link=ends, relation=new.relation) if each.link_id == link.id else each,
    )


def _with_indicator_change(theory: Theory, change: IndicatorChange) -> Theory:
    moderator = next((each for each in theory.moderators if each.id == change.element), None)
    if moderator is not None:
        indicators = _indicators(change, moderator.indicators)
        return _with_moderator(theory, replace(moderator, indicators=indicators, indicator_places=()))
    element = _element(theory, change, change.element)
    indicators = _indicators(change, element.indicators)
    return _with_element(theory, replace(element, indicators=indicators, indicator_places=()))


def _indicators(change: IndicatorChange, indicators: tuple[str, ...]) -> tuple[str, ...]:
    adding = isinstance(change, AddIndicator)
    if (change.indicator in indicators) is adding:
        raise CannotChangeError(change, change.indicator, present=adding)
    if adding:
        return (*indicators, change.indicator)
    return tuple(each for each in indicators if each != change.indicator)


def _with_moderator_change(theory: Theory, change: ModeratorChange) -> Theory:
    match change:
        case AddModerator(moderator=moderator):
            if any(each.id == moderator.id for each in theory.moderators):
                raise CannotChangeError(change, moderator.id, present=True)
            for each in moderator.attachments:
                _link(theory, change, each.link_id)
            return replace(theory, moderators=(*theory.moderators, moderator))
        case DropModerator(moderator=id):
            _moderator(theory, change, id)
            return replace(theory, moderators=tuple(each for each in theory.moderators if each.id != id))
        case RequireModerator(moderator=id, link=link_id):
            moderator = _moderator(theory, change, id)
            return _with_moderator(theory, required(moderator, _link(theory, change, link_id)))
        case _:
            assert_never(change)


def _with_effort_change(theory: Theory, change: EffortChange) -> Theory:
    match change:
        case DropElement(element=id):
            return _without_element(theory, _element(theory, change, id))
        case ChangeGoal(goal=id):
            goal = _element(theory, change, id)
            if not isinstance(goal, Goal):
                raise CannotChangeError(change, id)
            return _with_element(theory, rewished(goal, change))
        case ChangeActivity(activity=id):
            element = _element(theory, change, id)
            if not isinstance(element, Activity | Output):
                raise CannotChangeError(change, id)
            return _with_element(theory, promised(element, change))
        case ChangePlan():
            return replace(theory, plan=rescheduled(theory.plan, change))
        case _:
            assert_never(change)


def _without_element(theory: Theory, element: Element) -> Theory:
    touching = {each.id for each in theory.links if element.id in (each.cause, each.effect)}
    rest = tuple(forgetting(each, element.id) for each in theory.elements if each.id != element.id)
    return _without_links(replace(theory, elements=rest), touching)


def _without_links(theory: Theory, ids: set[str]) -> Theory:
    """Return the theory without links; a moderator that sat on nothing else goes with them."""
    kept = replace(theory, links=tuple(each for each in theory.links if each.id not in ids))
    changed = _with_attachments(kept, lambda each: None if each.link_id in ids else each)
    bundled = {part for each in theory.moderators for part in each.consists_of}
    sat = {each.id for each in theory.moderators if each.attachments}
    moderators = tuple(
        each for each in changed.moderators if each.attachments or each.id not in sat or each.id in bundled
    )
    return replace(changed, moderators=moderators)


def _with_attachments(theory: Theory, change: Callable[[Attachment], Attachment | None]) -> Theory:
    moderators = tuple(
        replace(
            moderator,
            attachments=tuple(
                new for new in (change(each) for each in moderator.attachments) if new is not None
            ),
        )
        for moderator in theory.moderators
    )
    return replace(theory, moderators=moderators)


def _with_link(theory: Theory, id: str, new: Link) -> Theory:
    return replace(theory, links=tuple(new if each.id == id else each for each in theory.links))


def _with_element(theory: Theory, new: Element) -> Theory:
    return replace(theory, elements=tuple(new if each.id == new.id else each for each in theory.elements))


def _with_moderator(theory: Theory, new: Moderator) -> Theory:
    return replace(theory, moderators=tuple(new if each.id == new.id else each for each in theory.moderators))


def _link(theory: Theory, change: Change, id: str) -> Link:
    link = theory.link(id)
    if link is None:
        raise CannotChangeError(change, id)
    return link


def _element(theory: Theory, change: Change, id: str) -> Element:
    element = theory.element(id)
    if element is None:
        raise CannotChangeError(change, id)
    return element


def _moderator(theory: Theory, change: Change, id: str) -> Moderator:
    moderator = next((each for each in theory.moderators if each.id == id), None)
    if moderator is None:
        raise CannotChangeError(change, id)
    return moderator

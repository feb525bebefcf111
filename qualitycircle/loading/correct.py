"""Corrections in the author's text: what a `Change` says is spliced in; comments and layout stay.

The result is read again and compared with the corrected theory before anybody gets to see it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from qualitycircle.loading.build import theory_from_text
from qualitycircle.loading.edit import CannotEditError, Path, Value, add_key, remove, rename_key, set_value
from qualitycircle.loading.located import locate
from qualitycircle.loading.nodes import MappingNode, ScalarNode
from qualitycircle.loading.phrased import EXPECTED, claim, one_or_list, size, whole_link, whole_moderator
from qualitycircle.theory import Element, Kind, Link, Moderator, Theory
from qualitycircle.theory.change import (
    AddIndicator,
    AddLink,
    AddModerator,
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
    RequireModerator,
    ReverseLink,
    TurnLink,
    WeakenLink,
    corrected,
    difference,
)

SECTIONS = {
    Kind.ACTIVITY: "delindsatser",
    Kind.OUTPUT: "præstationer",
    Kind.OUTCOME: "effekter",
    Kind.GOAL: "slutmål",
}


class CannotSpliceError(ValueError):
    """A correction that cannot be written into this text so that it reads back as meant."""


def corrected_text(text: str, *changes: Change) -> str:
    """Return the text of a theory after one decision, its version one higher.

    Raises CannotChangeError when a change does not fit the theory, and CannotSpliceError when the
    text cannot be edited, or would not read back as the corrected theory.
    """
    old = _theory(text)
    new = corrected(old, *changes)
    if new == old:
        return text
    try:
        for each in changes:
            text = _spliced(text, _theory(text), each)
        text = _with_version(text, new.version)
    except CannotEditError as wrong:
        raise CannotSpliceError(str(wrong)) from None
    back = _theory(text)
    unlike = difference(new, back)
    if unlike or back.version != new.version:
        raise CannotSpliceError(
            ", ".join(sorted({f"{each.subject} {each.field}".strip() for each in unlike}))
        )
    return text


def _theory(text: str) -> Theory:
    theory, _ = theory_from_text(text)
    if theory is None:
        raise CannotSpliceError("the text cannot be read")
    return theory


def _spliced(text: str, theory: Theory, change: Change) -> str:
    new = corrected(theory, change)
    match change:
        case DropLink(link=id):
            text = _with_attachments(text, theory, new)
            return _removed(text, ("sammenhænge", id))
        case ReverseLink(link=id) | ChangeLink(link=id):
            return _reclaimed(text, theory.link(id), new.link(id))
        case TurnLink() | WeakenLink():
            return _renamed(text, theory, new, change.link)
        case AddLink(link=link):
            return set_value(text, ("sammenhænge", link.id), whole_link(link))
        case AddIndicator() | DropIndicator():
            return _with_indicators(text, new, change.element)
        case AddModerator(moderator=moderator):
            return set_value(text, ("moderatorer", moderator.id), whole_moderator(moderator))
        case DropModerator(moderator=id):
            return _removed(text, ("moderatorer", id))
        case RequireModerator():
            return _with_attachments(text, theory, new)
        case DropElement(element=id):
            return _without_element(text, theory, new, id)
        case ChangeGoal():
            return _with_goal(text, change)
        case ChangeActivity():
            return _with_promise(text, theory, change)
        case ChangePlan():
            return _with_plan(text, new, change)
        case Keep():
            return text
        case _:
            assert_never(change)


def _reclaimed(text: str, old: Link | None, new: Link | None) -> str:
    """Write what a link claims now, in the short form as long as it says no more than sign and reason."""
    assert old is not None
    assert new is not None
    path: Path = ("sammenhænge", new.id)
    if (old.sign, old.because) != (new.sign, new.because):
        text = _with_claim(text, new, like=_claim_in(text, new.id))
    if old.seen_after != new.seen_after or old.declared_lag != new.declared_lag:
        text = set_value(text, (*path, "ses_efter"), list(new.seen_after))
    if new.smallest is not None and old.smallest != new.smallest:
        text = set_value(text, (*path, "mindste_virkning"), size(new.smallest))
    return text


def _renamed(text: str, old: Theory, new: Theory, id: str) -> str:
    """Write a link under its new name, with its new claim, and tell its moderators."""
    place = next(number for number, each in enumerate(old.links) if each.id == id)
    before, after = old.links[place], new.links[place]
    written = _claim_in(text, id)
    text = _with_attachments(text, old, new)
    text = rename_key(text, ("sammenhænge", id), after.id)
    if (before.because, before.relation) == (after.because, after.relation):
        return text
    return _with_claim(text, after, like=written)


def _with_claim(text: str, link: Link, *, like: str) -> str:
    path: Path = ("sammenhænge", link.id)
    short = isinstance(locate(text, path).node, ScalarNode)
    return set_value(text, path if short else (*path, "antagelse"), claim(link, like=like))


def _claim_in(text: str, id: str) -> str:
    """Return a link's claim as the author wrote it."""
    node = locate(text, ("sammenhænge", id)).node
    if not isinstance(node, ScalarNode):
        node = locate(text, ("sammenhænge", id, "antagelse")).node
    return node.text if isinstance(node, ScalarNode) else ""


def _with_attachments(text: str, old: Theory, new: Theory) -> str:
    """Write where moderators sit now; one that sits nowhere any more keeps what else it says."""
    after = {each.id: each for each in new.moderators}
    for moderator in old.moderators:
        now = after.get(moderator.id)
        if now is None:
            text = _removed(text, ("moderatorer", moderator.id))
        elif now.attachments != moderator.attachments:
            text = _sitting(text, moderator, now)
    return text


def _sitting(text: str, old: Moderator, new: Moderator) -> str:
    """Write the links a moderator sits on; what is added comes first, so that its line is never empty."""
    left: list[Path] = []
    for expected, key in EXPECTED.items():
        before = [each.link_id for each in old.attachments if each.expected is expected]
        after = [each.link_id for each in new.attachments if each.expected is expected]
        path: Path = ("moderatorer", old.id, key)
        if before and not after:
            left.append(path)
        elif before != after:
            text = set_value(text, path, one_or_list(after))
    for path in left:
        text = _removed(text, path)
    return text


def _with_indicators(text: str, new: Theory, id: str) -> str:
    element = new.element(id)
    holder = element or next(each for each in new.moderators if each.id == id)
    path: Path = (SECTIONS[element.kind] if element else "moderatorer", id, "indikatorer")
    if not holder.indicators:
        return _removed(text, path)
    return set_value(text, path, one_or_list(holder.indicators))


def _without_element(text: str, old: Theory, new: Theory, id: str) -> str:
    text = _with_attachments(text, old, new)
    kept = {each.id for each in new.links}
    for each in old.links:
        if each.id not in kept:
            text = _removed(text, ("sammenhænge", each.id))
    for before in old.elements:
        after = new.element(before.id)
        if after is not None and after != before:
            text = _without_mention(text, before, after)
    gone = old.element(id)
    assert gone is not None
    return _removed(text, (SECTIONS[gone.kind], id))


_MENTIONS = {
    "consists_of": "består_af",
    "before": "før",
    "alongside": "samtidig_med",
    "after": "efter",
    "competes_with": "konkurrerer_med",
}


def _without_mention(text: str, old: Element, new: Element) -> str:
    for name, key in _MENTIONS.items():
        before, after = getattr(old, name, ()), getattr(new, name, ())
        path = (SECTIONS[old.kind], old.id, key)
        if before != after:
            text = set_value(text, path, one_or_list(after)) if after else _removed(text, path)
    return text


def _with_goal(text: str, change: ChangeGoal) -> str:
    said: dict[str, Value] = {}
    if change.wanted_up is not None:
        said["ønsket"] = "op" if change.wanted_up else "ned"
    for key, value in (
        ("inden_for", change.within),
        ("opgøres_efter", change.follow_up),
        ("tilfreds_ved", change.satisfied_at),
    ):
        if value is not None:
            said[key] = value
    return _with_values(text, (SECTIONS[Kind.GOAL], change.goal), said)


def _with_promise(text: str, theory: Theory, change: ChangeActivity) -> str:
    element = theory.element(change.activity)
    assert element is not None
    said: dict[str, Value] = {
        key: value
        for key, value in (
            ("dækning", change.coverage),
            ("dosis", change.dose),
            ("som_beskrevet", change.fidelity),
        )
        if value is not None
    }
    path: Path = (SECTIONS[element.kind], element.id, "lovet")
    if isinstance(locate(text, path).node, MappingNode) and not locate(text, path).missing:
        return _with_values(text, path, said)
    return set_value(text, path, said)


def _with_plan(text: str, new: Theory, change: ChangePlan) -> str:
    said: dict[str, Value] = {}
    if change.every is not None:
        said["hver"] = f"{change.every} dage"
    if change.every is not None or change.tolerance is not None:
        said["tolerance"] = f"{new.plan.tolerance} dage"
    if change.rounds is not None:
        said["runder"] = list(change.rounds)
    return _with_values(text, ("måleplan",), said)


def _with_values(text: str, path: Path, said: Mapping[str, Value]) -> str:
    for key, value in said.items():
        text = set_value(text, (*path, key), value)
    return text


def _removed(text: str, path: Path) -> str:
    """Return the text without what stands at a path, and without the block it leaves empty."""
    text = remove(text, path)
    above = locate(text, path[:-1]).node
    return _removed(text, path[:-1]) if isinstance(above, MappingNode) and not above.entries else text


def _with_version(text: str, version: int) -> str:
    """Write the version, after the title when the author had not written one."""
    if not locate(text, ("version",)).missing:
        return set_value(text, ("version",), version)
    title = locate(text, ("titel",)).written
    return add_key(text, (), "version", version, after=str(title[-1]) if title else "")

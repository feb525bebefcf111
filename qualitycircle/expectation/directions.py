"""Which way the answers run: a high answer is more of the element, or less of it.

An indicator says with `ønsket` whether a high answer is the good one, and an element whether more of it
is. Where both say and they differ, the answers are turned around the middle of their scale before they
are averaged, held against a link or held still, so that a link's sign always refers to the element. An
element that does not say is what its indicators count, when they agree. Nothing is guessed: where it
cannot be known, `undirected` names the indicators, and no link to or from the element is tested.
"""

from __future__ import annotations

from collections.abc import Sequence

from qualitycircle.indicators import Indicator
from qualitycircle.theory import Element, Outcome, Output


def own_wish(element: Element) -> bool | None:
    """Return whether the element says that more of it is wished for; None when it does not say."""
    return element.wanted_up if isinstance(element, Output | Outcome) else None


def wished_up(element: Element, seen: Sequence[Indicator]) -> bool | None:
    """Return whether more of an element is wished for, by itself or by all its indicators, or None."""
    said = own_wish(element)
    if said is None and seen and all(each.wish is False for each in seen):
        return False
    return said


def undirected(element: Element, seen: Sequence[Indicator]) -> tuple[str, ...]:
    """Return the indicators of which it is not said whether a high answer is more or less of the element.

    Beside one that is wished down on an element that does not say: all of them. On an element that is
    wished down: those that do not say. A goal is reached or not, whatever is wished.
    """
    if not isinstance(element, Output | Outcome):
        return ()
    if element.wanted_up is None:
        mixed = any(each.wish is False for each in seen) and any(each.wish is not False for each in seen)
        return tuple(each.id for each in seen) if mixed else ()
    if element.wanted_up:
        return ()
    return tuple(each.id for each in seen if each.wish is None)


def turned(element: Element, seen: Sequence[Indicator]) -> tuple[str, ...]:
    """Return the indicators whose answers run against the element: a high answer is less of it."""
    said = own_wish(element)
    if said is None or undirected(element, seen):
        return ()
    return tuple(each.id for each in seen if each.wish is (not said))


def low_is_good(seen: Sequence[Indicator]) -> tuple[str, ...]:
    """Return the indicators on which a low answer is the good one."""
    return tuple(each.id for each in seen if each.wish is False)

"""Moderators: whether the difference they make to a link can be tested, and how."""

from __future__ import annotations

from qualitycircle.expectation.measures import Reasons, unordered
from qualitycircle.expectation.smallest import OF_MODERATOR
from qualitycircle.expectation.values import ModeratorNotTestable, ModeratorTest, Untestable
from qualitycircle.indicators import Indicators
from qualitycircle.theory import Attachment, Link, Moderator, Theory


def moderator_test(
    theory: Theory, link: Link, moderator: Moderator, attachment: Attachment, indicators: Indicators
) -> ModeratorTest | ModeratorNotTestable:
    """Return the test of one moderator on one link, or every reason why it has none."""
    ids = moderator_indicators(theory, moderator)
    reasons = _obstacles(moderator, ids, indicators)
    if reasons:
        return ModeratorNotTestable(moderator=moderator.id, link=link.id, reasons=reasons)
    return ModeratorTest(
        moderator=moderator.id,
        expected=attachment.expected,
        indicators=ids,
        smallest=moderator.smallest_difference or OF_MODERATOR,
        smallest_declared=moderator.smallest_difference is not None,
        met_when=moderator.met_when,
    )


def moderator_indicators(theory: Theory, moderator: Moderator) -> tuple[str, ...]:
    """Return the moderator's indicators; a bundle without its own has those of its parts."""
    if moderator.indicators or not moderator.consists_of:
        return moderator.indicators
    parts = (each for each in theory.moderators if each.id in moderator.consists_of)
    return tuple(dict.fromkeys(id for part in parts for id in part.indicators))


def _obstacles(moderator: Moderator, ids: tuple[str, ...], indicators: Indicators) -> Reasons:
    if not ids:
        return ((Untestable.NO_INDICATOR_MODERATOR, moderator.id),)
    found: list[tuple[Untestable, str]] = []
    for id in ids:
        indicator = indicators.get(id)
        reason = Untestable.UNKNOWN_INDICATOR if indicator is None else unordered(indicator)
        if reason is Untestable.NO_SCALE and moderator.met_when is not None:
            reason = None  # met or not met needs no scale
        if reason is not None:
            found.append((reason, id))
    return tuple(found)

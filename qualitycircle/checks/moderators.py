"""Rules about moderators: conditions on links that exist, and that can be seen (requirements U08-U09)."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.checks.context import Context, suggested, where
from qualitycircle.expectation.moderation import moderator_indicators
from qualitycircle.findings import Finding, error, warning
from qualitycircle.theory import Theory

QC306 = error("QC306")
QC326 = warning("QC326")
QC337 = warning("QC337")
QC338 = error("QC338")


def on_a_link_that_does_not_exist(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC306: a moderator sits on a link the theory claims."""
    known = [each.id for each in theory.links]
    claimed = {each.id for each in (*theory.links, *context.links_as_meant)}
    for moderator in theory.moderators:
        for each in moderator.attachments:
            if each.link_id not in claimed:
                facts = {"moderator": moderator.id, "link": each.link_id, **suggested(each.link_id, known)}
                yield Finding(code=QC306, place=where(each.place, moderator.place), facts=facts)


def without_indicator(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC326: it can be seen whether the condition was there (New Insight s17)."""
    bundled = {id for each in theory.moderators for id in each.consists_of}
    for each in theory.moderators:
        if each.id not in bundled and not moderator_indicators(theory, each):
            yield Finding(code=QC326, place=each.place, facts={"moderator": each.id})


def on_no_link(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC337: a moderator conditions something; a part of a bundle may leave it to the bundle."""
    bundled = {id for each in theory.moderators for id in each.consists_of}
    for each in theory.moderators:
        if not each.attachments and each.id not in bundled:
            yield Finding(code=QC337, place=each.place, facts={"moderator": each.id})


def unknown_part(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC338: a bundle consists of moderators of the theory or the library."""
    known = [*(each.id for each in theory.moderators), *(each.id for each in context.library)]
    for moderator in theory.moderators:
        for id in moderator.consists_of:
            if id not in known:
                facts = {"moderator": moderator.id, "part": id, **suggested(id, known)}
                yield Finding(code=QC338, place=moderator.place, facts=facts)


RULES = (on_a_link_that_does_not_exist, without_indicator, on_no_link, unknown_part)

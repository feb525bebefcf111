"""For the analyst: the theory's generated graph, what is held still and why, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.evaluation.generated import generated
from qualitycircle.evaluation.implied import MOST_PAIRS
from qualitycircle.evaluation.reading_off import Reading, ReadOff, read_off
from qualitycircle.rendering import unfolded
from qualitycircle.rendering.unfolded import listing, wording
from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents, Story
from qualitycircle.site.markup import bullets, heading, opened, page, plain, prose
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Link, Theory
from qualitycircle.vocabulary.words import unfolded as words


def unfolded_theory(contents: Contents, story: Story) -> str:
    """Return the page of one theory's generated graph."""
    theory = story.theory
    sheet = Sheet(contents, addresses.unfolded(theory.id, contents.language))
    found = read_off(theory, contents.project.indicators)
    return page(
        (
            f"# {plain(sheet.say(words.PAGE_OF, title=theory.title))}",
            f"{sheet.say(words.PAGE_EYEBROW)} · {sheet.to_theory(theory)}\n{{ .circle-eyebrow }}",
            sheet.say(words.PAGE_LEAD),
            *_picture(sheet, theory, found),
            heading(2, sheet.say(words.LINKS), addresses.section_anchor("links")),
            *(
                block
                for link, reading in zip(theory.links, found.links, strict=True)
                for block in _link(sheet, theory, found, link, reading)
            ),
            heading(2, sheet.say(words.PAIRS), addresses.section_anchor("absent")),
            *_pairs(sheet, theory, found),
        )
    )


def drawing(contents: Contents, story: Story, *, standalone: bool) -> str:
    """Return the picture of a theory's generated graph; "" when it cannot be unfolded."""
    window = unfolded.whole(story.theory, generated(story.theory, contents.project.indicators))
    return unfolded.svg(window, language=contents.language, standalone=standalone) if window else ""


def _picture(sheet: Sheet, theory: Theory, found: ReadOff) -> Iterable[str]:
    yield heading(2, sheet.say(words.PICTURE), addresses.section_anchor("picture"))
    if found.graph.nodes is None:
        yield sheet.say(words.CIRCLE)
        return
    yield f'<div data-circle-picture="{addresses.unfolded_picture(theory.id)}"></div>'
    yield f"{sheet.say(words.CAPTION, theory=theory.id)}\n{{ .circle-caption }}"


def _link(sheet: Sheet, theory: Theory, found: ReadOff, link: Link, reading: Reading) -> Iterable[str]:
    """Yield one link with what is held still; why, what is not, and what stays open are opened."""
    yield heading(3, sheet.names(theory, link), addresses.link_anchor(link.id))
    if not reading.can_be_tested:
        reasons = listing.cannot(reading, theory, sheet.contents.project.indicators, sheet.language)
        yield prose(sheet.say(words.CANNOT, reason=reasons))
    elif not reading.held:
        yield f"{sheet.say(words.HELD_STILL)}: {prose(sheet.say(words.NOTHING_HELD))}."
    else:
        held = [wording.held(each, theory, sheet.language) for each in reading.held]
        short = "; ".join(plain(label) for label, _ in held)
        whys = bullets(f"{plain(label)}: {plain(why)}" for label, why in held)
        yield opened(
            f"{sheet.say(words.HELD_STILL)}: {short}", (whys, *_beside(sheet, theory, found, reading))
        )


def _beside(sheet: Sheet, theory: Theory, found: ReadOff, reading: Reading) -> Iterable[str]:
    """Yield the causes that are not held still, and the way that stays open."""
    spared = wording.spared(reading.spared, theory, sheet.language)
    if spared:
        yield f"**{sheet.say(words.NOT_HELD)}**"
        yield bullets(plain(each) for each in spared)
    way = listing.stays_open(reading, found.graph, theory, sheet.language)
    if way:
        yield f"**{sheet.say(words.STAYS_OPEN)}:** {plain(way)}"


def _pairs(sheet: Sheet, theory: Theory, found: ReadOff) -> Iterable[str]:
    language, indicators = sheet.language, sheet.contents.project.indicators
    yield f"**{prose(listing.headline(found, language))}**"
    yield prose(sheet.say(words.LEAD))
    yield prose(sheet.say(words.HELD_FOR_ALL))
    for title, rows in listing.gathered(theory, found, indicators, language):
        yield opened(plain(title), [bullets(plain(each) for each in rows)])
    at_once = list(listing.same_round(theory, found, language))
    if at_once:
        yield f"**{sheet.say(words.SAME_ROUND_LEAD)}**"
        yield bullets(plain(each) for each in at_once)
    if found.left_out:
        yield prose(sheet.say(words.LEFT_OUT, pairs=MOST_PAIRS))

"""What theories share: moderators, words, and what nobody knows yet."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents
from qualitycircle.site.elements_told import about_moderator
from qualitycircle.site.markup import facts, heading, page, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.site.theory_page import gaps as gaps_of
from qualitycircle.theory import Moderator
from qualitycircle.vocabulary.words import site as words


def moderators(contents: Contents) -> str:
    """Return the library of moderators, and where each is used."""
    sheet = Sheet(contents, addresses.moderators(contents.language))
    return page(
        (
            f"# {sheet.say(words.MODERATORS)}",
            sheet.say(words.MODERATOR_LEAD),
            *(block for each in contents.moderators() for block in _moderator(sheet, each)),
        )
    )


def glossary(contents: Contents) -> str:
    """Return the words of the trade, and what is meant by them."""
    sheet = Sheet(contents, addresses.glossary(contents.language))
    rows = sorted((sheet.say(term), sheet.say(meaning)) for term, meaning in words.TERMS)
    return page(
        (
            f"# {sheet.say(words.GLOSSARY)}",
            sheet.say(words.GLOSSARY_LEAD),
            table([sheet.say(words.TERM), sheet.say(words.DEFINITION)], rows),
        )
    )


def gaps(contents: Contents) -> str:
    """Return the open questions of every theory."""
    sheet = Sheet(contents, addresses.gaps(contents.language))
    blocks: list[str] = []
    for each in contents.stories:
        blocks.append(heading(2, sheet.to_theory(each.theory), addresses.slug(each.theory.id)))
        blocks.extend(gaps_of(sheet, each.theory))
    return page((f"# {sheet.say(words.KNOWLEDGE_GAPS)}", sheet.say(words.GAPS_LEAD), *blocks))


def _moderator(sheet: Sheet, moderator: Moderator) -> Iterable[str]:
    used = ", ".join(
        sheet.to_theory(theory, addresses.moderator_anchor(moderator.id))
        for theory, _ in sheet.contents.uses_of(moderator.id)
    )
    pairs = [(sheet.say(name), value) for name, value in about_moderator(sheet, moderator)]
    pairs.append((sheet.say(words.USED_IN), used or sheet.say(words.NOT_USED)))
    yield heading(2, plain(moderator.name), addresses.moderator_anchor(moderator.id))
    yield facts(pairs)

"""The words of the trade, and where a source uses them."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.site.markup import heading, page, plain
from qualitycircle.vocabulary.glossary import GROUPS, Group, Term
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.spelling import ascii_spelling
from qualitycircle.vocabulary.words import reference as words
from qualitycircle.vocabulary.words import site


def glossary(language: Language) -> str:
    """Return the words of the trade in one language, each with its word in the other."""
    return page(
        (
            f"# {site.GLOSSARY.say(language)}",
            words.GLOSSARY_LEAD.say(language),
            *(block for group in GROUPS for block in _group(group, language)),
        )
    )


def _group(group: Group, language: Language) -> Iterable[str]:
    anchor = ascii_spelling(group.name.da).lower().replace(" ", "-")
    yield heading(2, group.name.say(language), f"section-{anchor}")
    yield "\n\n".join(_told(each, language) for each in group.terms)


def _told(each: Term, language: Language) -> str:
    """Return a word as a definition list's entry: both languages' words, the meaning, an example."""
    other = each.term.say("en" if language == "da" else "da")
    meaning = plain(each.meaning.say(language))
    if each.source:
        example = f"{words.EXAMPLE.say(language)}: {each.example.say(language)} ({each.source})"
        meaning += f"  \n    *{plain(example)}*"
    return f"**{plain(each.term.say(language))}** · {plain(other)}\n:   {meaning}"

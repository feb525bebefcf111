"""The menu: the project's theories, indicators, rounds and reference, then its own documentation."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any

from qualitycircle.site import addresses, questionnaire_pages
from qualitycircle.site.contents import Contents
from qualitycircle.vocabulary.words import reference, unfolded
from qualitycircle.vocabulary.words import site as words

Entry = dict[str, Any]


def menu(contents: Contents, front: str, documents: Sequence[str], own: Sequence[Any] | None) -> list[Entry]:
    """Return MkDocs' nav. `front` is where the overview lies; `own` is the author's nav, kept first."""
    language = contents.language
    told = [
        {words.OVERVIEW.say(language): front},
        {words.THEORIES.say(language): _theories(contents)},
        {words.INDICATORS.say(language): _indicators(contents)},
        {words.ROUNDS.say(language): _rounds(contents)},
        {words.REFERENCE.say(language): _reference(contents)},
    ]
    if own is not None:
        return [*own, *told]
    first: list[Any] = ["index.md"] if "index.md" in documents and front != "index.md" else []
    others = [each for each in documents if each not in ("index.md", front)]
    return [*first, *told, *([{words.DOCUMENTATION.say(language): others}] if others else [])]


def escaped(entries: Sequence[Any]) -> list[Any]:
    """Return a menu whose titles are HTML: other themes put them on the page as they are."""
    return [
        {html.escape(title, quote=False): escaped(inner) if isinstance(inner, list) else inner}
        if isinstance(each, dict)
        else each
        for each in entries
        for title, inner in (each.items() if isinstance(each, dict) else (("", each),))
    ]


def _theories(contents: Contents) -> list[Entry | str]:
    language = contents.language
    entries: list[Entry | str] = [addresses.theories(language)]
    for each in contents.stories:
        entries.append({each.theory.title: addresses.theory(each.theory.id, language)})
        if each.theory.citizen_text:
            title = f"{words.CITIZEN_TEXTS.say(language)}: {each.theory.intervention.name}"
            entries.append({title: addresses.citizen_text(each.theory.id, language)})
    return entries


def _indicators(contents: Contents) -> list[Entry | str]:
    language = contents.language
    pages: list[Entry | str] = [
        {each.name: addresses.indicator(each.id, language)} for each in contents.project.indicators
    ]
    forms: list[Entry | str] = [
        questionnaire_pages.index_path(language),
        *({each.theory.title: questionnaire_pages.path(each.theory, language)} for each in contents.stories),
    ]
    return [addresses.indicators(language), {reference.QUESTIONNAIRES.say(language): forms}, *pages]


def _rounds(contents: Contents) -> list[Entry | str]:
    language = contents.language
    turns: list[Entry | str] = [
        {
            words.ROUND_OF.say(language, number=turn.number, theory=story.theory.title): addresses.round_of(
                story.theory.id, turn.number, language
            )
        }
        for story in contents.stories
        for turn in story.rounds
    ]
    return [addresses.rounds(language), *turns]


def _reference(contents: Contents) -> list[Entry]:
    language = contents.language
    graphs = [{each.theory.title: addresses.unfolded(each.theory.id, language)} for each in contents.stories]
    laboratory = [{words.LABORATORY.say(language): addresses.laboratory(language)}]
    return [
        *(laboratory if contents.project.settings.laboratory else []),
        {words.KNOWLEDGE_GAPS.say(language): addresses.gaps(language)},
        {words.MODERATORS.say(language): addresses.moderators(language)},
        {words.SOURCES.say(language): addresses.sources(language)},
        *([{unfolded.PAGE.say(language): graphs}] if graphs else []),
        {words.GLOSSARY.say(language): addresses.glossary(language)},
        {reference.KEYS.say(language): addresses.keys(language)},
        {reference.CODES.say(language): addresses.codes(language)},
    ]

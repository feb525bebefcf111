"""Everything a project knows, as Markdown pages: a pure function from values to texts."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qualitycircle.rendering.picture import svg
from qualitycircle.site import (
    addresses,
    gap_page,
    glossary_page,
    indicator_pages,
    laboratory_page,
    library_pages,
    overview,
    questionnaire_pages,
    reference_pages,
    round_pages,
    theory_page,
    unfolded_page,
)
from qualitycircle.site.contents import Contents

PLACEHOLDER = re.compile(r'<div data-circle-picture="([^"]+)"></div>')
"""What stands for a picture in a page, until the page is put together."""


def pages(contents: Contents) -> dict[str, str]:
    """Return every page, by its path; pictures stand as `data-circle-picture` placeholders."""
    language = contents.language
    found = {
        addresses.overview(): overview.overview(contents),
        addresses.theories(language): overview.theories(contents),
    }
    for story in contents.stories:
        found[addresses.theory(story.theory.id, language)] = theory_page.theory(contents, story)
    for story in contents.stories:
        path = addresses.unfolded(story.theory.id, language)
        found[path] = unfolded_page.unfolded_theory(contents, story)
    for story in contents.stories:
        if story.theory.citizen_text:
            path = addresses.citizen_text(story.theory.id, language)
            found[path] = theory_page.citizen_text(contents, story)
    found[addresses.indicators(language)] = indicator_pages.indicators(contents)
    for each in contents.project.indicators:
        found[addresses.indicator(each.id, language)] = indicator_pages.indicator(contents, each)
    found |= questionnaire_pages.questionnaires(contents)
    found[addresses.rounds(language)] = round_pages.rounds(contents)
    for story in contents.stories:
        for turn in story.rounds:
            path = addresses.round_of(story.theory.id, turn.number, language)
            found[path] = round_pages.round_page(contents, story, turn)
    found[addresses.moderators(language)] = library_pages.moderators(contents)
    found[addresses.sources(language)] = library_pages.sources(contents)
    found[addresses.gaps(language)] = gap_page.gaps(contents)
    if contents.project.settings.laboratory:
        found[addresses.laboratory(language)] = laboratory_page.laboratory(contents)
    found[addresses.glossary(language)] = glossary_page.glossary(language)
    found[addresses.keys(language)] = reference_pages.keys(language)
    found[addresses.codes(language)] = reference_pages.codes(language)
    return found


def written_in(contents: Contents) -> Mapping[str, str]:
    """Return the file each page is written from, for the pages that one file stands behind."""
    language = contents.language
    found = {
        path: story.theory.place.file
        for story in contents.stories
        for path in (
            addresses.theory(story.theory.id, language),
            addresses.citizen_text(story.theory.id, language),
            addresses.unfolded(story.theory.id, language),
        )
    }
    for each in contents.project.indicators:
        found[addresses.indicator(each.id, language)] = each.place.file
    return {path: file for path, file in found.items() if file}


def pictures(contents: Contents, *, standalone: bool = False) -> dict[str, str]:
    """Return every theory's picture and generated graph as SVG, by the name its placeholder has.

    A standalone picture has colours of its own; the others follow the page they stand in.
    """
    drawn = {
        addresses.slug(story.theory.id): svg(
            story.theory,
            language=contents.language,
            evaluation=story.evaluation,
            standalone=standalone,
        )
        for story in contents.stories
    }
    for story in contents.stories:
        name = addresses.unfolded_picture(story.theory.id)
        drawn[name] = unfolded_page.drawing(contents, story, standalone=standalone)
    return {name: each for name, each in drawn.items() if each}

"""The front page: where every theory stands, and what can be known about it."""

from __future__ import annotations

from string import ascii_uppercase

from qualitycircle.circle.status import Station
from qualitycircle.site import addresses, drawings, telling
from qualitycircle.site.contents import Contents, Story
from qualitycircle.site.markup import bullets, heading, page, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Status
from qualitycircle.vocabulary.words import circle as circle_words
from qualitycircle.vocabulary.words import site as words


def overview(contents: Contents) -> str:
    """Return the front page."""
    sheet = Sheet(contents, addresses.overview())
    return page(
        (
            f"# {plain(contents.name)}",
            f'<figure class="circle-figure">{ring(contents)}</figure>',
            *(_statement(sheet, letter, each) for letter, each in _lettered(contents)),
            heading(2, sheet.say(words.CIRCLE), addresses.section_anchor("circle")),
            _stations(sheet),
            _laboratory(sheet),
        )
    )


def theories(contents: Contents) -> str:
    """Return the list of theories."""
    sheet = Sheet(contents, addresses.theories(contents.language))
    head = (words.THEORY_COLUMN, words.TARGET_GROUP, words.TESTABILITY, words.STANDS_AT)
    rows = (
        (
            sheet.to_theory(each.theory),
            plain(each.theory.target_group.name),
            headline(sheet, each),
            _station_name(sheet, each.station),
        )
        for each in contents.stories
    )
    return page((f"# {sheet.say(words.THEORIES)}", table([sheet.say(each) for each in head], rows)))


def headline(sheet: Sheet, story: Story) -> str:
    """Return "5 af 7 sammenhænge kan testes"; beside data that it is of the theory that this is said."""
    if not story.theory.links:
        return sheet.say(words.NO_LINKS)
    if story.evaluation is None:
        return plain(story.headline)
    return plain(sheet.say(words.SAYS_ENOUGH, headline=story.headline))


def data_say(sheet: Sheet, story: Story) -> tuple[str, ...]:
    """Return what the latest evaluation says, and on whom it rests; or that there is none."""
    evaluation = story.evaluation
    if evaluation is None:
        return (sheet.say(words.NOT_EVALUATED),)
    said = [telling.rests_on(sheet, evaluation)]
    if evaluation.version != story.theory.version:
        said.append(sheet.say(words.OLDER_VERSION, judged=evaluation.version, now=story.theory.version))
    return (telling.tally(evaluation, sheet.language), " ".join(said))


def ring(contents: Contents) -> str:
    """Return the quality circle with every theory's letter where it stands."""
    language = contents.language
    names = {station: circle_words.STATIONS[station.value].say(language) for station in Station}
    stops = [
        drawings.Stop(
            lines=(names[station],),
            standing=tuple(letter for letter, each in _lettered(contents) if each.station is station),
        )
        for station in Station
    ]
    return drawings.circle(
        stops,
        centre=words.CIRCLE_CENTRE.say(language).split("|"),
        title=words.CIRCLE.say(language),
        description=words.CIRCLE_DESCRIPTION.say(language, stations=", ".join(names.values())),
    )


def _lettered(contents: Contents) -> tuple[tuple[str, Story], ...]:
    """Return each theory with the letter it has on the circle; after Z come numbers."""
    letters = [*ascii_uppercase, *(str(each) for each in range(1, len(contents.stories)))]
    return tuple(zip(letters, contents.stories, strict=False))


def _statement(sheet: Sheet, letter: str, story: Story) -> str:
    theory = story.theory
    draft = f" · {sheet.say(words.DRAFT)}" if theory.status is Status.DRAFT else ""
    return page(
        (
            heading(2, sheet.to_theory(theory), addresses.slug(theory.id)),
            f"{letter} · {plain(theory.target_group.name)}{draft}\n{{ .circle-aside }}",
            f"**{headline(sheet, story)}**\n{{ .circle-headline }}",
            *data_say(sheet, story),
        )
    ).strip()


def _stations(sheet: Sheet) -> str:
    head = (words.STATION, words.QUESTION, words.STANDS_HERE)
    rows = []
    for number, station in enumerate(Station, start=1):
        name, question = (
            circle_words.STATIONS[station.value],
            circle_words.STATION_QUESTIONS.get(station.value),
        )
        here = ", ".join(
            f"{letter} {sheet.to_theory(each.theory)}"
            for letter, each in _lettered(sheet.contents)
            if each.station is station
        )
        rows.append((f"{number}. {sheet.say(name)}", sheet.say(question) if question else "", here or "–"))
    return table([sheet.say(each) for each in head], rows)


def _station_name(sheet: Sheet, station: Station) -> str:
    return f"{list(Station).index(station) + 1}. {sheet.say(circle_words.STATIONS[station.value])}"


def _laboratory(sheet: Sheet) -> str:
    laboratory = sheet.contents.project.settings.laboratory
    if laboratory is None:
        return ""
    tracks = bullets(
        f"**{plain(each.name)}**{': ' if each.theories else ''}"
        + ", ".join(_theory_or_id(sheet, id) for id in each.theories)
        for each in laboratory.tracks
    )
    page_of_it = sheet.link(sheet.say(words.LABORATORY), addresses.laboratory(sheet.language))
    title = heading(2, page_of_it, addresses.section_anchor("laboratory"))
    return page((title, plain(laboratory.vision), tracks)).strip()


def _theory_or_id(sheet: Sheet, id: str) -> str:
    theory = sheet.contents.project.theory(id)
    return sheet.to_theory(theory) if theory else plain(id)

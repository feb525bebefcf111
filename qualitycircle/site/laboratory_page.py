"""A laboratory: its tracks, how far each has come, and what nobody knows yet (KL 2011)."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.project import Initiative, Laboratory, Track
from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents
from qualitycircle.site.gap_page import stated_gaps
from qualitycircle.site.markup import bullets, facts, heading, page, plain
from qualitycircle.site.sheet import Sheet
from qualitycircle.site.theory_page import questions
from qualitycircle.theory import Theory
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.words import reference as words


def laboratory(contents: Contents) -> str:
    """Return the page of the laboratory; empty when the project has none."""
    found = contents.project.settings.laboratory
    if found is None:
        return ""
    sheet = Sheet(contents, addresses.laboratory(contents.language))
    return page(
        (
            f"# {sheet.say(words.LABORATORY)}",
            f"{plain(found.vision) or sheet.say(words.LABORATORY_LEAD)}\n{{ .circle-question }}",
            *_success(sheet, found),
            heading(2, sheet.say(words.TRACKS), addresses.section_anchor("tracks")) if found.tracks else "",
            *(block for each in found.tracks for block in _track(sheet, found, each)),
            heading(2, sheet.say(words.THEMES), addresses.section_anchor("themes")) if found.themes else "",
            *(block for each in found.themes for block in _theme(sheet, found, each)),
        )
    )


def _success(sheet: Sheet, found: Laboratory) -> Iterable[str]:
    if found.success:
        yield f"**{sheet.say(words.SUCCESS)}**"
        yield "\n".join(f"{number}. {plain(each)}" for number, each in enumerate(found.success, start=1))


def _track(sheet: Sheet, found: Laboratory, track: Track) -> Iterable[str]:
    yield heading(3, plain(track.name), addresses.track_anchor(track.id))
    yield facts(
        (
            (sheet.say(words.STATE), _state(sheet, track.station)),
            (sheet.say(words.THEORIES), _theories(sheet, track)),
            (sheet.say(words.THEMES), ", ".join(_other(sheet, found.themes, id) for id in track.themes)),
            *_told(sheet, track),
        )
    )
    yield from _open(sheet, track)


def _theme(sheet: Sheet, found: Laboratory, theme: Track) -> Iterable[str]:
    part_of = (_other(sheet, found.tracks, each.id) for each in found.tracks if theme.id in each.themes)
    yield heading(3, plain(theme.name), addresses.track_anchor(theme.id))
    yield facts(((sheet.say(words.IN_TRACKS), ", ".join(part_of)), *_told(sheet, theme)))


def _told(sheet: Sheet, each: Track) -> tuple[tuple[str, str], ...]:
    """Return what a track and a theme have alike."""
    return (
        (sheet.say(words.ACTIVITIES), ", ".join(_activity(sheet, id) for id in each.activities)),
        (sheet.say(words.INITIATIVES), "; ".join(_initiative(sheet, one) for one in each.initiatives)),
        (sheet.say(words.INSPIRATION), plain(", ".join(each.inspiration))),
    )


def _state(sheet: Sheet, station: str) -> str:
    """Return how far a track has come: overview, delimitation, initiatives, measurement (KL 2011 p2-5)."""
    every = [each.en for each in values.VALUES["station"]]
    if station not in every:
        return ""
    state = values.say("station", station, sheet.language)
    number = every.index(station) + 1
    return sheet.say(words.STANDS_AT_STATE, state=state.capitalize(), number=number, count=len(every))


def _theories(sheet: Sheet, track: Track) -> str:
    return ", ".join(_theory(sheet, id) for id in track.theories) or sheet.say(words.THEORIES_MISSING)


def _theory(sheet: Sheet, id: str) -> str:
    theory = sheet.contents.project.theory(id)
    return sheet.to_theory(theory) if theory else plain(id)


def _other(sheet: Sheet, every: Iterable[Track], id: str) -> str:
    found = next((each for each in every if each.id == id), None)
    return sheet.link(plain(found.name), sheet.path, addresses.track_anchor(id)) if found else plain(id)


def _activity(sheet: Sheet, id: str) -> str:
    for theory in sheet.contents.project.theories:
        if theory.element(id) is not None:
            return sheet.to_element(theory, id)
    return plain(id)


def _initiative(sheet: Sheet, each: Initiative) -> str:
    design = values.say("design", each.design, sheet.language)
    method = values.say("initiative_method", each.method, sheet.language)
    if not each.name:
        return plain(design)
    told = [plain(each.name)]
    told += [sheet.say(words.DESIGN, design=plain(design))] if design else []
    told += [sheet.say(words.METHOD, method=plain(method))] if method else []
    told += [_theory(sheet, id) for id in each.theories]
    return ", ".join(told)


def _open(sheet: Sheet, track: Track) -> Iterable[str]:
    """Return the open questions of a track's theories."""
    theories = [each for id in track.theories if (each := sheet.contents.project.theory(id))]
    asked = [each for theory in theories for each in questions(sheet, theory)]
    gaps = sum(len(stated_gaps(theory)) for theory in theories)
    if asked or gaps:
        yield f"**{sheet.say(words.OPEN_QUESTIONS)}**"
        yield bullets(asked)
        yield _counted(sheet, theories, len(asked), gaps)


def _counted(sheet: Sheet, theories: Iterable[Theory], asked: int, gaps: int) -> str:
    counted = sheet.say(words.OPEN_IN_TRACK, questions=asked, gaps=gaps)
    where = addresses.gaps(sheet.language)
    to = (sheet.link(counted, where, addresses.slug(each.id)) for each in theories)
    return f"{next(iter(to), counted)}\n{{ .circle-aside }}"

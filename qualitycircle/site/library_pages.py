"""What theories share: the library of moderators, area by area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qualitycircle.evidence import Source
from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents
from qualitycircle.site.elements_told import condition
from qualitycircle.site.markup import heading, page, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Moderator
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.words import reference
from qualitycircle.vocabulary.words import site as words

_SOURCE_HEAD = (
    words.SOURCE,
    words.TITLE,
    words.TYPE,
    words.YEAR,
    words.KNOWLEDGE_FROM,
    words.SUPERSEDED_BY,
)
_HEAD = (reference.CONDITION, reference.WHAT_IT_ASKS, words.MEASURED_BY, words.USED_IN, words.SOURCE)


def moderators(contents: Contents) -> str:
    """Return the library of moderators, and where each is used."""
    sheet = Sheet(contents, addresses.moderators(contents.language))
    return page(
        (
            f"# {sheet.say(words.MODERATORS)}",
            sheet.say(words.MODERATOR_LEAD),
            *(block for area, each in _by_area(contents).items() for block in _area(sheet, area, each)),
        )
    )


def sources(contents: Contents) -> str:
    """Return every source that a theory or a catalogue names, each with a place to lead to."""
    sheet = Sheet(contents, addresses.sources(contents.language))
    known = contents.sources()
    listed = source_table(sheet, known.values(), anchored=True) if known else sheet.say(words.NO_SOURCES)
    return page((f"# {sheet.say(words.SOURCES)}", sheet.say(words.SOURCES_LEAD) if known else "", listed))


def source_table(sheet: Sheet, sources: Iterable[Source], *, anchored: bool = False) -> str:
    """Return sources as a table; `anchored` where citations lead to it."""
    rows = (_source(sheet, each, anchored=anchored) for each in sources)
    return table([sheet.say(each) for each in _SOURCE_HEAD], rows)


def _source(sheet: Sheet, source: Source, *, anchored: bool) -> tuple[str, ...]:
    language = sheet.language
    by = ", ".join(each for each in (source.author, source.publisher) if each)
    title = plain(source.title)
    linked = bool(title) and source.address.startswith(("https://", "http://"))
    if linked:
        title = f"[{title}](<{source.address}>)"
    origins = (values.say("knowledge_from", each.value, language) for each in source.knowledge_from)
    place = f'<a id="{addresses.source_anchor(source.id)}"></a>' if anchored else ""
    return (
        place + plain(source.name or source.id),
        ", ".join(each for each in (title, plain(by), "" if linked else plain(source.address)) if each),
        values.say("evidence_type", source.type.value, language),
        str(source.year or ""),
        plain(", ".join(origins)),
        sheet.to_source(source.superseded_by) if source.superseded_by else "",
    )


def _by_area(contents: Contents) -> dict[str, list[Moderator]]:
    """Return the moderators by area; those of no area come first."""
    found: dict[str, list[Moderator]] = {"": []}
    for each in contents.moderators():
        found.setdefault(each.domain, []).append(each)
    return {area: each for area, each in found.items() if each}


def _area(sheet: Sheet, area: str, moderators: Sequence[Moderator]) -> Iterable[str]:
    known = {
        id: name for each in sheet.contents.project.indicators.catalogues for id, name in each.domains.items()
    }
    name = known.get(area, area) or sheet.say(reference.OTHER_CONDITIONS)
    yield heading(2, plain(name), f"area-{addresses.slug(area) or 'other'}")
    yield table([sheet.say(each) for each in _HEAD], (_row(sheet, each) for each in moderators))


def _row(sheet: Sheet, moderator: Moderator) -> tuple[str, ...]:
    used = ", ".join(
        sheet.to_theory(theory, addresses.moderator_anchor(moderator.id))
        for theory, _ in sheet.contents.uses_of(moderator.id)
    )
    seen = ", ".join(sheet.to_indicator(each) for each in moderator.indicators)
    source = sheet.cited(moderator.source) if moderator.source else ""
    return plain(moderator.name), ". ".join(_asks(sheet, moderator)), seen or "–", used or "–", source


def _asks(sheet: Sheet, moderator: Moderator) -> Iterable[str]:
    if moderator.direction:
        yield plain(moderator.direction).capitalize()
    if moderator.requirement:
        yield plain(moderator.requirement)
    if moderator.met_when:
        yield sheet.say(reference.MET, condition=condition(sheet, moderator.met_when)).capitalize()
    if moderator.consists_of:
        names = {each.id: each.name for each in sheet.contents.moderators()}
        parts = plain(", ".join(names.get(id, id) for id in moderator.consists_of))
        yield sheet.say(reference.CONSISTS_OF, parts=parts).capitalize()

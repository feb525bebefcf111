"""The elements and the moderators of a theory, each with what it means and how it is seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from qualitycircle.evidence import NoEvidence
from qualitycircle.rendering import testability
from qualitycircle.site import addresses, evidence_told
from qualitycircle.site.markup import facts, heading, plain
from qualitycircle.site.sheet import Sheet
from qualitycircle.smallest import Smallest
from qualitycircle.theory import (
    Activity,
    Condition,
    Element,
    Expected,
    Goal,
    Kind,
    Moderator,
    Outcome,
    Output,
    Promise,
    Several,
    Theory,
)
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.language import Text
from qualitycircle.vocabulary.words import site as words

Pairs = Iterable[tuple[Text, str]]


def elements(sheet: Sheet, theory: Theory) -> Iterable[str]:
    """Return the elements, column by column, each with its anchor."""
    for kind in Kind:
        found = theory.of_kind(kind)
        if found:
            yield heading(3, sheet.say(words.KINDS[kind.value]), addresses.section_anchor(kind.value))
        for each in found:
            yield heading(4, plain(each.name), addresses.element_anchor(each.id))
            yield _facts(sheet, (*_about(sheet, theory, each), *_special(sheet, theory, each), *_asked(each)))


def moderators(sheet: Sheet, theory: Theory) -> Iterable[str]:
    """Return the moderators with their numbers, as on the picture."""
    if not theory.moderators:
        yield sheet.say(words.NO_MODERATORS)
        return
    yield sheet.say(words.MODERATOR_LEAD)
    for number, each in enumerate(theory.moderators, start=1):
        yield heading(3, f"{number}. {plain(each.name)}", addresses.moderator_anchor(each.id))
        yield _facts(sheet, (*_attached(sheet, theory, each), *about_moderator(sheet, each)))
        if each.evidence is not NoEvidence.NOT_STATED:
            yield heading(4, sheet.say(words.EVIDENCE), addresses.moderator_part(each.id, "evidence"))
            yield evidence_told.evidence(sheet, each.evidence)


def about_moderator(sheet: Sheet, moderator: Moderator) -> Pairs:
    """Return what holds of a moderator whatever theory uses it."""
    yield words.REQUIREMENT, plain(moderator.requirement)
    yield words.DIRECTION, plain(moderator.direction)
    seen = "" if moderator.consists_of else sheet.say(words.NOT_MEASURED_BY)
    yield words.MEASURED_BY, _indicators(sheet, moderator.indicators) or seen
    yield words.SEVERAL, several(sheet, moderator)
    yield words.CONSISTS_OF, _parts(sheet, moderator)
    yield words.MET_WHEN, condition(sheet, moderator.met_when)
    yield words.DOMAIN, plain(_domain(sheet, moderator.domain))
    yield words.RESPONSIBLE, plain(moderator.responsible)
    yield words.PROMISED, promise(sheet, moderator.promised)
    yield words.SMALLEST_DIFFERENCE, size(sheet, moderator.smallest_difference)
    yield words.WHEN, plain(moderator.when)
    yield words.APPLIES_TO, plain(moderator.applies_to)
    yield words.SOURCE, sheet.cited(moderator.source) if moderator.source else ""
    yield words.OPEN_QUESTION, _questions(moderator)


def expected(each: Expected) -> Text:
    """Return what a moderator is expected to do to a link."""
    match each:
        case Expected.STRENGTHENS:
            return words.STRENGTHENS
        case Expected.WEAKENS:
            return words.WEAKENS
        case Expected.REQUIRED:
            return words.REQUIRED_FOR
        case _:
            assert_never(each)


def condition(sheet: Sheet, each: Condition | None) -> str:
    """Return `mindst 80 %, fordi …`."""
    if each is None:
        return ""
    because = f", {sheet.say(words.BECAUSE, reason=each.because)}" if each.because else ""
    return plain(testability.condition(each, sheet.language) + because)


def promise(sheet: Sheet, each: Promise | None) -> str:
    """Return what was promised: coverage, dose, fidelity or a condition."""
    if each is None:
        return ""
    parts = [
        sheet.say(text, value=plain(value))
        for text, value in (
            (words.COVERAGE, each.coverage),
            (words.DOSE, each.dose),
            (words.FIDELITY, each.fidelity),
        )
        if value
    ]
    return ", ".join([*parts, *([condition(sheet, each.condition)] if each.condition else [])])


def size(sheet: Sheet, each: Smallest | None) -> str:
    """Return `0,5 trin, fordi …`."""
    if each is None:
        return ""
    because = f", {sheet.say(words.BECAUSE, reason=each.because)}" if each.because else ""
    return plain(testability.size(each, sheet.language) + because)


def several(sheet: Sheet, each: Element | Moderator) -> str:
    """Return how several indicators count; their mean need not be said."""
    if each.several is Several.MEAN:
        return ""
    return values.say("several", each.several.value, sheet.language)


def sectors(sheet: Sheet, text: str) -> str:
    """Return the sectors of an effort, which are joined by a comma, in the page's language."""
    return ", ".join(values.say("sector", each, sheet.language) for each in text.split(", ") if each)


def _questions(each: Element | Moderator) -> str:
    return " ".join(plain(question) for question in each.questions)


def _domain(sheet: Sheet, id: str) -> str:
    every = (each.domains for each in sheet.contents.project.indicators.catalogues)
    return next((domains[id] for domains in every if id in domains), id)


def _parts(sheet: Sheet, moderator: Moderator) -> str:
    names = {each.id: each.name for each in sheet.contents.moderators()}
    return plain(", ".join(names.get(id, id) for id in moderator.consists_of))


def _facts(sheet: Sheet, pairs: Pairs) -> str:
    return facts((sheet.say(name), value) for name, value in pairs)


def _about(sheet: Sheet, theory: Theory, each: Element) -> Pairs:
    if isinstance(each, Outcome) or each.definition:
        yield words.DEFINITION, plain(each.definition) or sheet.say(words.NO_DEFINITION)
    seen = _indicators(sheet, each.indicators)
    if isinstance(each, Activity):
        seen = seen or sheet.say(words.MEASURED_BY_ROWS)
    elif not each.consists_of:
        seen = seen or sheet.say(words.NOT_MEASURED_BY)
    yield words.MEASURED_BY, seen
    yield words.SEVERAL, several(sheet, each)
    yield words.CONSISTS_OF, _named(sheet, theory, each.consists_of)
    yield words.RESPONSIBLE, plain(each.responsible)
    yield words.SOURCE, sheet.cited(each.source)


def _asked(each: Element) -> Pairs:
    yield words.OPEN_QUESTION, _questions(each)


def _special(sheet: Sheet, theory: Theory, each: Element) -> Pairs:
    match each:
        case Activity():
            yield from _activity(sheet, theory, each)
        case Output():
            yield words.WANTED, _wished(sheet, each)
            yield words.PROMISED, promise(sheet, each.promised)
        case Outcome():
            yield words.WANTED, _wished(sheet, each)
            in_whom = values.say("in_whom", each.in_whom, sheet.language) if each.in_whom else ""
            yield words.IN_WHOM, plain(in_whom)
            yield words.SATISFIED_AT, plain(each.satisfied_at)
        case Goal():
            yield words.WANTED_DOWN, "" if each.wanted_up else sheet.say(words.YES)
            yield words.WITHIN, plain(each.within)
            yield words.FOLLOW_UP, plain(each.follow_up)
            yield words.SATISFIED_AT, plain(each.satisfied_at)
            yield words.COMPETES_WITH, _named(sheet, theory, each.competes_with)
        case _:
            return


def _wished(sheet: Sheet, each: Output | Outcome) -> str:
    if each.wanted_up is None:
        return ""
    return values.say("wanted", "up" if each.wanted_up else "down", sheet.language)


def _named(sheet: Sheet, theory: Theory, ids: tuple[str, ...]) -> str:
    return ", ".join(sheet.to_element(theory, each) for each in ids)


def _activity(sheet: Sheet, theory: Theory, each: Activity) -> Pairs:
    language = sheet.language
    because = (
        f", {sheet.say(words.BECAUSE, reason=each.assignment_because)}" if each.assignment_because else ""
    )
    yield words.CONTENT, plain(each.content)
    yield words.PHASE, plain(each.phase)
    yield words.BEFORE_OTHERS, _named(sheet, theory, each.before)
    yield words.ALONGSIDE, _named(sheet, theory, each.alongside)
    yield words.AFTER_OTHERS, _named(sheet, theory, each.after)
    yield words.SETTING, plain(values.say("setting", each.setting, language)) if each.setting else ""
    yield words.SECTOR, plain(sectors(sheet, each.sector))
    if each.assignment_declared:
        yield words.ASSIGNMENT, plain(values.say("assignment", each.assignment.value, language) + because)
    if each.assigned_per:
        yield words.ASSIGNED_PER, plain(values.say("assigned_per", each.assigned_per, language))
    yield words.PROMISED, promise(sheet, each.promised)
    yield words.METHOD, plain(each.method)
    yield words.COST, plain(each.cost)


def _indicators(sheet: Sheet, ids: tuple[str, ...]) -> str:
    return ", ".join(sheet.to_indicator(each) for each in ids)


def _attached(sheet: Sheet, theory: Theory, moderator: Moderator) -> Pairs:
    for kind in Expected:
        ids = [each.link_id for each in moderator.attachments if each.expected is kind]
        links = [link for link in map(theory.link, ids) if link is not None]
        if links:
            said = sheet.say(expected(kind))
            text = Text(said[0].upper() + said[1:], said[0].upper() + said[1:])
            yield text, "; ".join(sheet.to_link(theory, each) for each in links)

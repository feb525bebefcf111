"""One theory, whole: for whom, why, the picture, and everything that is known about it."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.evidence import NoEvidence
from qualitycircle.rendering.circle import answers, blocked_text
from qualitycircle.rendering.naming import every
from qualitycircle.site import (
    addresses,
    elements_told,
    evidence_told,
    library_pages,
    links_told,
    overview,
    results_told,
    telling,
    whole_told,
)
from qualitycircle.site.contents import Contents, Story
from qualitycircle.site.markup import bullets, facts, heading, page, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Status, Theory
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.keys import key
from qualitycircle.vocabulary.words import circle as circle_words
from qualitycircle.vocabulary.words import site as words
from qualitycircle.vocabulary.words import unfolded


def theory(contents: Contents, story: Story) -> str:
    """Return the page of one theory."""
    sheet = Sheet(contents, addresses.theory(story.theory.id, contents.language))
    return page(
        (
            f"# {plain(story.theory.title)}",
            _eyebrow(sheet, story.theory),
            f"**{overview.headline(sheet, story)}**\n{{ .circle-headline }}",
            *overview.data_say(sheet, story),
            _for_whom(sheet, story.theory),
            *_picture(sheet, story),
            *_stands(sheet, story),
            *whole_told.diagnosis(sheet, story.theory, story.evaluation),
            *_evidence(sheet, story.theory),
            heading(2, sheet.say(words.ELEMENTS), addresses.section_anchor("elements")),
            *elements_told.elements(sheet, story.theory),
            heading(2, sheet.say(words.LINKS), addresses.section_anchor("links")),
            *links_told.sections(sheet, story),
            *whole_told.chains(sheet, story.theory, story.evaluation),
            *whole_told.absent(sheet, story.theory, story.evaluation),
            heading(2, sheet.say(words.MODERATORS), addresses.section_anchor("moderators")),
            *elements_told.moderators(sheet, story.theory),
            *results_told.delivery(sheet, story.theory, story.evaluation),
            *results_told.progression(sheet, story.evaluation),
            *whole_told.quality(sheet, story.evaluation),
            heading(2, sheet.say(words.KNOWLEDGE_GAPS), addresses.section_anchor("gaps")),
            *gaps(sheet, story.theory),
            *_plan(sheet, story.theory),
            *_risks(sheet, story.theory),
            *_framework(sheet, story.theory),
            *_accepted(sheet, story.theory),
            *_rounds(sheet, story),
            *_sources(sheet, story.theory),
        )
    )


def citizen_text(contents: Contents, story: Story) -> str:
    """Return the text to the citizen, on a page of its own (New Insight s10)."""
    sheet = Sheet(contents, addresses.citizen_text(story.theory.id, contents.language))
    return page(
        (
            f"# {plain(story.theory.intervention.name)}",
            f"{sheet.say(words.CITIZEN_TEXT)}\n{{ .circle-eyebrow }}",
            f"{plain(story.theory.citizen_text)}\n{{ .circle-citizen }}",
            sheet.to_theory(story.theory),
        )
    )


def gaps(sheet: Sheet, theory: Theory) -> Iterable[str]:
    """Return the open questions of a theory, and its links that rest on no evidence."""
    asked = list(questions(sheet, theory))
    bare = [each for each in theory.links if not isinstance(each.evidence, tuple) and each.source is None]
    yield bullets(asked) if asked else sheet.say(words.NO_QUESTIONS)
    if bare:
        listed = bullets(sheet.to_link(theory, each) for each in bare)
        yield f"**{sheet.say(words.LINKS_WITHOUT_EVIDENCE)}**\n\n{listed}"


def picture_placeholder(theory: Theory) -> str:
    """Return what stands for the picture until the page is put together."""
    return f'<div data-circle-picture="{addresses.slug(theory.id)}"></div>'


def _eyebrow(sheet: Sheet, theory: Theory) -> str:
    parts = [sheet.say(words.THEORY), sheet.say(words.VERSION, version=theory.version)]
    if theory.status is Status.DRAFT:
        parts.append(sheet.say(words.DRAFT))
    return " · ".join(parts) + "\n{ .circle-eyebrow }"


def _for_whom(sheet: Sheet, theory: Theory) -> str:
    group, effort = theory.target_group, theory.intervention
    citizen = ""
    if theory.citizen_text:
        path = addresses.citizen_text(theory.id, sheet.language)
        citizen = sheet.link(sheet.say(words.READ_CITIZEN_TEXT), path)
    pairs = (
        (words.RATIONALE, plain(theory.rationale)),
        (words.FOR_WHOM, plain(". ".join(each for each in (group.name, group.description) if each))),
        (words.CODES_OF_GROUP, plain(", ".join(_code_name(sheet, each) for each in group.codes))),
        (words.SUBGROUPS, plain(", ".join(group.subgroups))),
        (words.PROBLEM, plain(theory.problem)),
        (words.INTERVENTION, plain(". ".join(each for each in (effort.name, effort.description) if each))),
        (words.CONTENT, plain(effort.content)),
        (words.PHASES, plain(", ".join(theory.phases))),
        (words.SECTOR, plain(elements_told.sectors(sheet, effort.sector))),
        (words.DURATION, plain(effort.duration)),
        (words.METHOD, plain(effort.method)),
        (words.COST, plain(effort.cost)),
        (words.RESPONSIBLE, plain(effort.responsible)),
        (words.PROVIDER, plain(theory.provider)),
        (words.COMMISSIONER, plain(theory.commissioner)),
        (words.SOURCE, "; ".join(dict.fromkeys(_cited(sheet, theory)))),
        (words.CITIZEN_TEXTS, citizen),
    )
    return facts((sheet.say(name), value) for name, value in pairs)


def _cited(sheet: Sheet, theory: Theory) -> Iterable[str]:
    """Return where the theory and its effort are stated; often the same place."""
    for each in (theory.source, theory.intervention.source):
        if each is not None:
            yield sheet.cited(each)


def _code_name(sheet: Sheet, id: str) -> str:
    """Return a target-group code by its name and years; an unknown one stands as its id."""
    every = (each for known in sheet.contents.project.indicators.catalogues for each in known.target_groups)
    found = next((each for each in every if each.id == id), None)
    if found is None:
        return id
    years = f"{found.valid_from or ''}–{found.valid_to or ''}"
    return f"{found.name} ({years})" if years != "–" else found.name


def _evidence(sheet: Sheet, theory: Theory) -> Iterable[str]:
    if theory.evidence is not NoEvidence.NOT_STATED:
        yield heading(2, sheet.say(words.EVIDENCE), addresses.section_anchor("evidence"))
        yield evidence_told.evidence(sheet, theory.evidence)


def _picture(sheet: Sheet, story: Story) -> Iterable[str]:
    yield heading(2, sheet.say(words.PICTURE), addresses.section_anchor("picture"))
    yield picture_placeholder(story.theory)
    yield f"{sheet.say(words.PICTURE_CAPTION)}\n{{ .circle-caption }}"
    yield sheet.link(sheet.say(unfolded.PAGE_LINK), addresses.unfolded(story.theory.id, sheet.language))
    yield heading(3, sheet.say(words.PICTURE_TABLE), addresses.section_anchor("table"))
    yield links_told.as_table(sheet, story)
    if any(telling.drawn(each) for each in links_told.judgements(story)):
        yield f"{sheet.say(words.INTERVAL_NOTE)}\n{{ .circle-caption }}"


def _stands(sheet: Sheet, story: Story) -> Iterable[str]:
    """Return the station, what is missing, and the five questions answered (New Insight s11)."""
    here, language = story.status.here, sheet.language
    missing = "; ".join(plain(blocked_text(each, language)) for each in here.blocked)
    answered = zip(circle_words.QUESTIONS, answers(story.status, language), strict=True)
    yield heading(2, sheet.say(words.STANDS), addresses.section_anchor("status"))
    yield facts(
        (
            (sheet.say(words.STANDS_AT), sheet.say(circle_words.STATIONS[here.station.value])),
            (sheet.say(words.MISSING), missing),
            *((sheet.say(question), plain(answer)) for question, answer in answered),
        )
    )


def questions(sheet: Sheet, theory: Theory) -> Iterable[str]:
    """Return the open questions of a theory: its own, and those of its elements, links and moderators."""
    yield from (plain(each) for each in theory.questions)
    for element in theory.elements:
        yield from (f"{sheet.to_element(theory, element.id)}: {plain(each)}" for each in element.questions)
    for link in theory.links:
        yield from (f"{sheet.to_link(theory, link)}: {plain(each)}" for each in link.questions)
    for moderator in theory.moderators:
        yield from (f"{sheet.to_moderator(theory, moderator)}: {plain(each)}" for each in moderator.questions)


def _plan(sheet: Sheet, theory: Theory) -> Iterable[str]:
    plan = theory.plan
    default = f" ({sheet.say(words.DEFAULT_NOT_YOURS)})"
    yield heading(2, sheet.say(words.PLAN), addresses.section_anchor("plan"))
    yield facts(
        (sheet.say(name), value)
        for name, value in (
            (words.MEASURED_EVERY, every(plan.every, sheet.language) + default * (not plan.declared)),
            (
                words.TOLERANCE,
                sheet.say(words.DAYS, count=plan.tolerance) + default * (not plan.tolerance_declared),
            ),
            (words.PLANNED_ROUNDS, plain(", ".join(plan.rounds))),
            (words.DESIGN, plain(values.say("design", plan.design, sheet.language))),
            (words.COMPARISON, plain(plan.comparison)),
            (words.CORRECT_AFTER, plain(plan.correct_after)),
        )
    )


def _risks(sheet: Sheet, theory: Theory) -> Iterable[str]:
    if theory.risks:
        head = (words.RISK, words.SIGN, words.RESPONSE)
        rows = ((plain(each.risk), plain(each.sign), plain(each.response)) for each in theory.risks)
        yield heading(2, sheet.say(words.RISKS), addresses.section_anchor("risks"))
        yield table([sheet.say(each) for each in head], rows)


def _framework(sheet: Sheet, theory: Theory) -> Iterable[str]:
    if theory.framework:
        head = (words.AREA, words.REQUIREMENT, words.EVIDENCE, words.ALTERNATIVE)
        rows = (
            (
                plain(_frame(sheet, each.area)),
                plain(each.requirement),
                plain(_known(sheet, each.evidence)),
                plain(each.alternative),
            )
            for each in theory.framework
        )
        yield heading(2, sheet.say(words.FRAMEWORK), addresses.section_anchor("framework"))
        yield table([sheet.say(each) for each in head], rows)


def _frame(sheet: Sheet, area: str) -> str:
    """Return which of the seven frames a requirement belongs to (Kongsgaard s2)."""
    found = key("framework", area)
    if found is None:
        return area
    name = found.da if sheet.language == "da" else found.en
    return name.replace("_", " ").capitalize()


def _known(sheet: Sheet, evidence: str) -> str:
    unknown = values.value("unknown", evidence)
    return values.say("unknown", unknown, sheet.language) if unknown else evidence


def _accepted(sheet: Sheet, theory: Theory) -> Iterable[str]:
    if theory.accepted:
        yield heading(2, sheet.say(words.ACCEPTED), addresses.section_anchor("accepted"))
        yield sheet.say(words.ACCEPTED_LEAD)
        yield table(
            [sheet.say(words.CODE), sheet.say(words.REASON)],
            ((plain(code), plain(reason)) for code, reason in theory.accepted.items()),
        )


def _rounds(sheet: Sheet, story: Story) -> Iterable[str]:
    yield heading(2, sheet.say(words.ROUNDS), addresses.section_anchor("rounds"))
    if not story.rounds:
        yield sheet.say(words.NO_ROUNDS)
    else:
        yield bullets(sheet.to_round(story, each.number) for each in story.rounds)


def _sources(sheet: Sheet, theory: Theory) -> Iterable[str]:
    if theory.sources:
        yield heading(2, sheet.say(words.SOURCES), addresses.section_anchor("sources"))
        yield library_pages.source_table(sheet, theory.sources)

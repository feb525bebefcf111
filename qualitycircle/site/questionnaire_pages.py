"""Forms to print: what a theory asks of whom, with the steps to tick (New Insight s24-26).

Each respondent has a form of their own. What the one has answered never stands on the other's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qualitycircle.indicators import Indicator, Indicators, Respondent, Scale
from qualitycircle.site import addresses
from qualitycircle.site.contents import Contents, Story, measured_of
from qualitycircle.site.markup import bullets, heading, page, plain
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Theory
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.language import Language, Text
from qualitycircle.vocabulary.words import reference as words

ASKED = (Respondent.CITIZEN, Respondent.STAFF, Respondent.CASEWORKER, Respondent.EMPLOYER)
"""Those who answer a question; registers, systems and tests do not."""

_FOLDER = Text("spoergeskemaer", "questionnaires")
_RING, _BOX = "○", "☐"
_MOST_RINGS = 11
_NEXT_SHEET = '\n\n<div style="break-before: page"></div>\n\n'
"""On paper each respondent's form begins on a sheet of its own."""


def index_path(language: Language) -> str:
    """Return where the list of forms lies."""
    return f"{_FOLDER.say(language)}/index.md"


def path(theory: Theory, language: Language) -> str:
    """Return where a theory's forms lie."""
    return f"{_FOLDER.say(language)}/{addresses.slug(theory.id)}.md"


def questionnaires(contents: Contents) -> dict[str, str]:
    """Return the list of forms, and each theory's forms, by their paths."""
    found = {index_path(contents.language): _index(contents)}
    for story in contents.stories:
        found[path(story.theory, contents.language)] = questionnaire(contents, story)
    return found


def questionnaire(contents: Contents, story: Story) -> str:
    """Return the forms of one theory, one per respondent."""
    sheet = Sheet(contents, path(story.theory, contents.language))
    asked = asked_by(story.theory, contents.project.indicators)
    return page(
        (
            f"# {sheet.say(words.QUESTIONNAIRE_OF, theory=plain(story.theory.title))}",
            _NEXT_SHEET.join(each for who in ASKED if (each := "\n\n".join(_form(sheet, who, asked)))),
            "" if asked else sheet.say(words.NOBODY_ASKED),
        )
    )


def asked_by(theory: Theory, indicators: Indicators) -> tuple[Indicator, ...]:
    """Return what a theory asks somebody, once each; what is computed is asked through its parts."""
    named = (id for owner in measured_of(theory) for id in owner.indicators)
    found: dict[str, Indicator] = {}
    for id in named:
        known = indicators.get(id)
        for each in known.of if known and known.computed else (id,):
            indicator = indicators.get(each)
            if indicator and indicator.computed is None and indicator.respondent in ASKED:
                found.setdefault(each, indicator)
    return tuple(found.values())


def _index(contents: Contents) -> str:
    sheet = Sheet(contents, index_path(contents.language))
    listed = (
        sheet.link(plain(each.theory.title), path(each.theory, contents.language))
        for each in contents.stories
    )
    title = f"# {sheet.say(words.QUESTIONNAIRES)}"
    return page((title, sheet.say(words.QUESTIONNAIRES_LEAD), bullets(listed)))


def _form(sheet: Sheet, who: Respondent, asked: Iterable[Indicator]) -> Iterator[str]:
    theirs = [each for each in asked if each.respondent is who]
    if not theirs:
        return
    yield heading(2, values.say("respondent", who.value, sheet.language).capitalize(), f"form-{who.value}")
    yield sheet.say(words.FILLED_IN).replace("_", "\\_")
    for each in theirs:
        if not each.is_slot:
            yield from _question(sheet, each)
    hidden = ", ".join(each.name for each in theirs if each.is_slot)
    if hidden:
        yield plain(sheet.say(words.NOT_PUBLISHED, names=hidden))


def _question(sheet: Sheet, each: Indicator) -> Iterator[str]:
    yield heading(3, plain(each.name), f"question-{addresses.slug(each.id)}")
    yield plain(each.question)
    yield from _answers(sheet, each)
    no_answer, do_not_know = sheet.say(words.NO_ANSWER), sheet.say(words.DO_NOT_KNOW)
    yield f"{_BOX} {no_answer}&emsp;{_BOX} {do_not_know}\n{{ .circle-aside }}"


def _answers(sheet: Sheet, each: Indicator) -> Iterator[str]:
    """Return what to tick: criteria step by step, named steps, numbers with their ends, or options."""
    scale = each.scale
    rings = _numbers(scale)
    if scale is not None and scale.options:
        yield bullets(f"{_BOX} {plain(option)}" for option in scale.options)
    elif scale is not None and scale.steps:
        yield bullets(f"{_RING} {plain(step)}" for step in scale.steps)
    elif each.steps and len(each.steps) >= len(rings):
        yield "\n".join(_step(number, criteria) for number, criteria in sorted(each.steps.items()))
    elif rings:
        yield "&emsp;".join(f"{_RING} {number}" for number in rings)
        yield plain(" · ".join(f"{number}: {', '.join(said)}" for number, said in sorted(each.steps.items())))
    else:
        yield plain(sheet.say(words.WRITE, unit=scale.unit if scale else ""))


def _step(number: int, criteria: Iterable[str]) -> str:
    listed = "\n".join(f"    - {plain(each)}" for each in criteria)
    return f"- {_RING} **{number}**\n\n{listed}\n"


def _numbers(scale: Scale | None) -> tuple[int, ...]:
    """Return the numbers to ring; none when there are too many, or they have a unit."""
    count = scale.step_count if scale else None
    if scale is None or scale.low is None or count is None or count > _MOST_RINGS:
        return ()
    return tuple(range(int(scale.low), int(scale.low) + count))

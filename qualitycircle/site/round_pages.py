"""The turns of the circle: what was planned, what the data said, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from qualitycircle.circle.plain import Plain
from qualitycircle.circle.values import Choice, Decision, Round
from qualitycircle.evaluation.values import Evaluation, Judgement
from qualitycircle.loading.build import theory_from_text
from qualitycircle.rendering import verdicts
from qualitycircle.rendering.circle import choice_text
from qualitycircle.rendering.testability import condition, number
from qualitycircle.site import addresses, results_told, telling
from qualitycircle.site.contents import Contents, Story
from qualitycircle.site.markup import bullets, facts, heading, page, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Condition, Element, Theory
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.words import circle as circle_words
from qualitycircle.vocabulary.words import evaluation as said
from qualitycircle.vocabulary.words import expectation as testability
from qualitycircle.vocabulary.words import site as words


def rounds(contents: Contents) -> str:
    """Return the list of all turns."""
    sheet = Sheet(contents, addresses.rounds(contents.language))
    rows = [_turn_row(sheet, story, turn) for story in contents.stories for turn in story.rounds]
    head = (words.ROUNDS, words.THEORY_COLUMN, words.TEST_PLAN, words.VERDICT_COUNTS, words.DECISIONS)
    listed = table([sheet.say(each) for each in head], rows) if rows else sheet.say(words.NO_ROUNDS)
    return page((f"# {sheet.say(words.ROUNDS)}", listed))


def round_page(contents: Contents, story: Story, turn: Round) -> str:
    """Return the page of one turn."""
    path = addresses.round_of(story.theory.id, turn.number, contents.language)
    sheet = Sheet(contents, path)
    then = _as_it_was(story.theory, turn)
    title = sheet.say(words.ROUND_OF, number=turn.number, theory=plain(then.title))
    return page(
        (
            f"# {title}",
            f"{sheet.to_theory(story.theory)}\n{{ .circle-eyebrow }}",
            heading(2, sheet.say(words.TEST_PLAN), addresses.section_anchor("plan")),
            *_plan(sheet, story.theory, then, turn),
            *_evaluations(sheet, story, then, turn),
            heading(2, sheet.say(words.DECISIONS), addresses.section_anchor("decisions")),
            _decisions(sheet, turn),
        )
    )


def _as_it_was(theory: Theory, turn: Round) -> Theory:
    """Return the theory as the turn's plan froze it: its names, its links and their order.

    What it took from a shared catalogue has today's name. Without a plan it is today's theory.
    """
    if turn.plan is None:
        return theory
    then, _ = theory_from_text(turn.plan.text, file=theory.place.file)
    if then is None:
        return theory
    return replace(then, elements=tuple(_named(each, theory) for each in then.elements))


def _named(then: Element, theory: Theory) -> Element:
    now = theory.element(then.id)
    return replace(then, name=now.name) if now is not None and then.name == then.id else then


def _turn_row(sheet: Sheet, story: Story, turn: Round) -> tuple[str, ...]:
    evaluation = turn.latest
    counts = telling.counts(evaluation, sheet.language) if evaluation else "–"
    return (
        sheet.to_round(story, turn.number),
        sheet.to_theory(story.theory),
        sheet.date(_frozen(turn)) or sheet.say(words.NOT_FROZEN),
        counts,
        str(len(turn.decisions) or "–"),
    )


def _plan(sheet: Sheet, theory: Theory, then: Theory, turn: Round) -> Iterable[str]:
    """Return what was frozen: every link and how it was to be tested."""
    if turn.plan is None:
        yield sheet.say(said.POST_HOC)
        return
    plan = turn.plan
    yield sheet.say(words.FROZEN, date=sheet.date(plan.date), version=plan.version)
    head = (words.LINKS, testability.COLUMNS["comparison"], words.SMALLEST)
    claimed = [each.id for each in then.links]
    order = sorted(plan.links, key=lambda link: claimed.index(link) if link in claimed else len(claimed))
    rows = (_planned(sheet, _link_named(sheet, theory, then, link), plan.links[link]) for link in order)
    if plan.links:
        yield table([sheet.say(each) for each in head], rows)


def _planned(sheet: Sheet, link: str, found: Plain) -> tuple[str, ...]:
    tests = found.get("tests") if isinstance(found, Mapping) else None
    first = tests[0] if isinstance(tests, list | tuple) and tests else None
    if not isinstance(first, Mapping):
        return (link, sheet.say(words.NOT_TESTABLE), "")
    comparison = testability.COMPARISONS.get(str(first.get("comparison")))
    return (
        link,
        plain(sheet.say(comparison)) if comparison else "",
        plain(_promised(sheet, first.get("promise")) or _size(sheet, first.get("smallest"))),
    )


def _promised(sheet: Sheet, promise: Plain) -> str:
    if not isinstance(promise, Mapping):
        return ""
    value = promise.get("value")
    met = Condition(
        comparison=str(promise.get("comparison")),
        value=value if isinstance(value, int | float) else str(value),
        unit=str(promise.get("unit", "")),
    )
    return sheet.say(testability.PROMISED, promise=condition(met, sheet.language))


def _size(sheet: Sheet, smallest: Plain) -> str:
    if not isinstance(smallest, Mapping):
        return ""
    value, unit = smallest.get("value"), values.say("effect_unit", str(smallest.get("unit")), sheet.language)
    return f"{number(value, sheet.language)} {unit}" if isinstance(value, int | float) else ""


def _evaluations(sheet: Sheet, story: Story, then: Theory, turn: Round) -> Iterable[str]:
    if turn.latest is None:
        yield heading(2, sheet.say(words.EVALUATION), addresses.section_anchor("evaluation"))
        yield sheet.say(words.NOT_EVALUATED)
    for each in reversed(turn.evaluations):
        yield from _evaluation(sheet, story, then, each)


def _evaluation(sheet: Sheet, story: Story, then: Theory, evaluation: Evaluation) -> Iterable[str]:
    title = sheet.say(words.EVALUATION_NUMBER, number=evaluation.number, date=sheet.date(evaluation.date))
    yield heading(2, title, addresses.section_anchor(f"evaluation-{evaluation.number}"))
    yield telling.tally(evaluation, sheet.language)
    yield telling.rests_on(sheet, evaluation)
    yield _verdicts(sheet, story.theory, then, evaluation)
    yield from _changes(sheet, story, then, evaluation)
    yield from results_told.delivery(sheet, story.theory, evaluation, level=3)
    yield from results_told.progression(sheet, evaluation, level=3)
    yield heading(3, sheet.say(words.FINGERPRINTS), addresses.section_anchor(f"prints-{evaluation.number}"))
    yield sheet.say(words.FINGERPRINTS_LEAD)
    yield _fingerprints(sheet, evaluation)


def _verdicts(sheet: Sheet, theory: Theory, then: Theory, evaluation: Evaluation) -> str:
    head = (words.VERDICT, words.LINKS, words.ESTIMATE, words.SMALLEST, words.DRAWN)
    return table(
        [sheet.say(each) for each in head],
        (
            _verdict(sheet, _link_named(sheet, theory, then, each.link), each, telling.reach(evaluation))
            for each in evaluation.judgements
        ),
    )


def _verdict(sheet: Sheet, link: str, judgement: Judgement, reach: float) -> tuple[str, ...]:
    language, drawn = sheet.language, telling.drawn(judgement)
    return (
        telling.verdict(judgement, sheet.language),
        link,
        "; ".join(telling.in_a_table(sheet, each) for each in drawn)
        or telling.short_reasons(judgement, language),
        "; ".join(each for each in (telling.smallest_in_a_table(one, language) for one in drawn) if each),
        " ".join(telling.interval(each, language, reach=reach) for each in drawn) or "–",
    )


def _changes(sheet: Sheet, story: Story, then: Theory, evaluation: Evaluation) -> Iterable[str]:
    before = story.previous(evaluation)
    if before is None:
        return
    yield heading(
        3, sheet.say(words.VERDICT_CHANGES), addresses.section_anchor(f"changes-{evaluation.number}")
    )
    changed = [
        (old, new)
        for new in evaluation.judgements
        if (old := before.judgement(new.link)) and old.verdict is not new.verdict
    ]
    if not changed:
        yield sheet.say(words.NO_CHANGES)
        return
    head = (words.LINKS, words.BEFORE, words.NOW)
    yield table(
        [sheet.say(each) for each in head],
        (
            (
                _link_named(sheet, story.theory, then, new.link),
                telling.verdict(old, sheet.language),
                telling.verdict(new, sheet.language),
            )
            for old, new in changed
        ),
    )


def _link_named(sheet: Sheet, theory: Theory, then: Theory, link_id: str) -> str:
    """Return a link by its elements' names as they were; one the theory has since dropped leads nowhere."""
    link = then.link(link_id) or theory.link(link_id)
    if link is None:
        return plain(verdicts.link_name(link_id, then))
    named = sheet.names(then, link)
    return sheet.to_theory(theory, addresses.link_anchor(link_id), named) if theory.link(link_id) else named


def _fingerprints(sheet: Sheet, evaluation: Evaluation) -> str:
    prints = evaluation.fingerprints
    return facts(
        (
            (sheet.say(words.THEORY_COLUMN), _code(prints.theory)),
            (sheet.say(words.TEST_PLAN), _code(prints.plan)),
            (sheet.say(words.DATA), _code(prints.data)),
            (
                sheet.say(words.SOFTWARE),
                plain(", ".join(f"{name} {version}" for name, version in prints.software.items())),
            ),
        )
    )


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _decisions(sheet: Sheet, turn: Round) -> str:
    if not turn.decisions:
        return sheet.say(words.NO_DECISIONS)
    return "\n\n".join(_decision(sheet, each) for each in turn.decisions)


def _decision(sheet: Sheet, each: Decision) -> str:
    taken = bullets(_choice(sheet, choice) for choice in each.choices)
    closing = sheet.say(words.CLOSES, version=each.version) if each.closes and each.version else ""
    return "\n\n".join(part for part in (f"**{sheet.date(each.date)}**", taken, closing) if part)


def _choice(sheet: Sheet, choice: Choice) -> str:
    """Return what was proposed, the answer, what was done, and why."""
    proposed = plain(choice.proposal) or sheet.say(circle_words.OWN_CORRECTION)
    return f"{proposed}: **{plain(choice_text(choice, sheet.language))}**. {plain(choice.reason)}"


def _frozen(turn: Round) -> str:
    return turn.plan.date if turn.plan else ""

"""Every link of a theory in a section of its own: the claim, the evidence, the test, the verdict."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.evaluation.values import Judgement
from qualitycircle.evidence import NoEvidence
from qualitycircle.expectation import Testable, expectation
from qualitycircle.expectation.held import held_still
from qualitycircle.rendering.testability import Row, lags_text, size
from qualitycircle.rendering.unfolded import wording
from qualitycircle.site import addresses, elements_told, evidence_told, telling
from qualitycircle.site.contents import Story
from qualitycircle.site.markup import chip, facts, heading, opened, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Link, Relation, Sign, Theory
from qualitycircle.vocabulary.language import Text
from qualitycircle.vocabulary.words import site as words
from qualitycircle.vocabulary.words import unfolded


def sections(sheet: Sheet, story: Story) -> Iterable[str]:
    """Return one section per link, in the author's order: the claim, and what opens beneath it."""
    for each in story.theory.links:
        yield heading(3, sheet.names(story.theory, each), addresses.link_anchor(each.id))
        yield _claim(sheet, each)
        yield opened(
            " · ".join(_chips(sheet, story, each)),
            (
                facts((sheet.say(name), value) for name, value in _about(sheet, story, each)),
                *_evidence(sheet, each),
                *_data(sheet, story, each),
            ),
        )


def as_table(sheet: Sheet, story: Story) -> str:
    """Return what the picture shows, as a table: a row per link."""
    judged = story.evaluation is not None
    head = [words.VERDICT] if judged else []
    head += [words.FROM, words.CLAIM, words.TO]
    head += [words.ESTIMATE] if judged else []
    head += [words.CONDITIONS, words.TESTABILITY]
    return table(
        [sheet.say(each) for each in head], (_row(sheet, story, each) for each in story.theory.links)
    )


def judgements(story: Story) -> tuple[Judgement, ...]:
    return story.evaluation.judgements if story.evaluation else ()


def claim_word(link: Link) -> Text:
    """Return how a link's claim reads: increases, decreases, moves with, moves against."""
    match link.relation, link.sign:
        case Relation.INFLUENCES, Sign.UP:
            return words.INCREASES
        case Relation.INFLUENCES, Sign.DOWN:
            return words.DECREASES
        case Relation.MOVES_WITH, Sign.UP:
            return words.MOVES_WITH
        case _:
            return words.MOVES_AGAINST


def _row(sheet: Sheet, story: Story, link: Link) -> list[str]:
    theory = story.theory
    conditions = ", ".join(sheet.to_moderator(theory, each) for each, _ in theory.moderators_of(link))
    claim = sheet.to_theory(theory, addresses.link_anchor(link.id), sheet.say(claim_word(link)))
    ends = [sheet.to_element(theory, link.cause), claim, sheet.to_element(theory, link.effect)]
    rest = [conditions or "–", _testable_word(sheet, story, link)]
    if not story.evaluation:
        return [*ends, *rest]
    judgement = story.evaluation.judgement(link.id)
    verdict = telling.verdict(judgement, sheet.language) if judgement else "–"
    return [verdict, *ends, _drawn(sheet, story, judgement) or "–", *rest]


def _drawn(sheet: Sheet, story: Story, judgement: Judgement | None) -> str:
    reach = telling.reach(story.evaluation)
    return " ".join(telling.interval(each, sheet.language, reach=reach) for each in telling.drawn(judgement))


def _testable_word(sheet: Sheet, story: Story, link: Link) -> str:
    row = story.row(link)
    if row is None:
        return "–"
    return sheet.say(words.YES_TESTABLE if row.testable else words.NOT_TESTABLE)


def _chips(sheet: Sheet, story: Story, link: Link) -> Iterable[str]:
    """Return what a reader looks for first: the verdict, whether it can be tested, what it rests on."""
    judgement = story.evaluation.judgement(link.id) if story.evaluation else None
    row = story.row(link)
    if judgement is not None:
        yield telling.verdict(judgement, sheet.language)
    if row is not None and (judgement is None or not row.testable):
        yield chip(sheet.say(words.CAN_BE_TESTED if row.testable else words.CANNOT_BE_TESTED))
    yield chip(sheet.say(_ground(link)))


def _ground(link: Link) -> Text:
    if link.evidence is NoEvidence.KNOWLEDGE_GAP:
        return words.GAP_CHIP
    return words.STATED_CHIP if link.is_stated else words.OWN_INFERENCE


def _claim(sheet: Sheet, link: Link) -> str:
    claim = sheet.say(claim_word(link)).capitalize()
    if not link.because:
        return f"*{claim}.* {sheet.say(words.NO_REASON)}\n{{ .circle-claim }}"
    reason = plain(sheet.say(words.BECAUSE, reason=link.because.rstrip(".")))
    return f"*{claim}*, {reason}.\n{{ .circle-claim }}"


def _about(sheet: Sheet, story: Story, link: Link) -> Iterable[tuple[Text, str]]:
    theory = story.theory
    if link.relation is Relation.MOVES_WITH:
        yield words.CLAIM, sheet.say(words.NOT_INFLUENCE)
    yield words.WITHIN, plain(link.within)
    yield words.WHEN, plain(link.when)
    yield words.APPLIES_TO, plain(link.applies_to)
    yield words.CONDITIONS, _conditions(sheet, theory, link)
    yield words.SOURCE, sheet.cited(link.source) if link.source or not link.is_stated else ""
    row = story.row(link)
    if row is not None:
        yield from _testability(sheet, link, row)
        yield unfolded.HELD_STILL, _held_still(sheet, theory, link)
    if link.declared_lag and not (row and row.lags):
        yield words.SEEN_AFTER, lags_text(link.seen_after, sheet.language)
    yield words.SMALLEST, elements_told.size(sheet, link.smallest)
    yield words.OPEN_QUESTION, " ".join(plain(each) for each in link.questions)


def _conditions(sheet: Sheet, theory: Theory, link: Link) -> str:
    return "; ".join(
        f"{sheet.to_moderator(theory, moderator)} {sheet.say(elements_told.expected(attachment.expected))}"
        for moderator, attachment in theory.moderators_of(link)
    )


def _testability(sheet: Sheet, link: Link, row: Row) -> Iterable[tuple[Text, str]]:
    """Return how the link would be tested, or every reason why it cannot be."""
    if not row.testable:
        yield words.TESTABILITY, f"{sheet.say(words.NOT_TESTABLE)}: {plain('; '.join(row.remarks))}"
        return
    yield words.TESTABILITY, f"{sheet.say(words.YES_TESTABLE)}. {plain(row.comparison)}"
    yield words.RESPONDENT, plain(row.respondents)
    yield words.SEEN_AFTER, plain(row.lags)
    if not link.smallest or size(link.smallest, sheet.language) != row.smallest:
        yield words.HELD_AGAINST, plain(row.smallest)
    yield words.BESIDE, "; ".join(plain(each) for each in row.remarks)


def _held_still(sheet: Sheet, theory: Theory, link: Link) -> str:
    """Return what is held still for a link, leading to why."""
    expected = expectation(theory, link, sheet.contents.project.indicators)
    tests = expected.tests if isinstance(expected, Testable) else ()
    held = dict.fromkeys(each for test in tests for each in held_still(test))
    if not held:
        return ""
    told = "; ".join(plain(wording.held(each, theory, sheet.language)[0]) for each in held)
    path = addresses.unfolded(theory.id, sheet.language)
    return f"{told} ({sheet.link(sheet.say(unfolded.WHY).lower(), path, addresses.link_anchor(link.id))})"


def _evidence(sheet: Sheet, link: Link) -> Iterable[str]:
    yield heading(4, sheet.say(words.EVIDENCE), addresses.link_part(link.id, "evidence"))
    yield evidence_told.evidence(sheet, link.evidence)


def _data(sheet: Sheet, story: Story, link: Link) -> Iterable[str]:
    judgement = story.evaluation.judgement(link.id) if story.evaluation else None
    if judgement is not None:
        yield heading(4, sheet.say(words.WHAT_DATA_SAY), addresses.link_part(link.id, "data"))
        reach = telling.reach(story.evaluation)
        yield from telling.account(sheet, story.theory, judgement, reach=reach)

"""What is judged above the single link, on a theory's page: the theory, its ways, its absent arrows."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.evaluation.whole import Absence, AbsentLink, Chain, IndicatorQuality
from qualitycircle.rendering import quality as behaviour
from qualitycircle.rendering import verdicts, whole
from qualitycircle.site import addresses
from qualitycircle.site.markup import bullets, heading, prose, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.words import whole as words


def diagnosis(sheet: Sheet, theory: Theory, evaluation: Evaluation | None) -> Iterable[str]:
    """Return what the data say of the theory, with every reason, in the order it is asked."""
    if evaluation is None or evaluation.diagnosis is None:
        return
    found, language = evaluation.diagnosis, sheet.language
    yield heading(2, sheet.say(words.WHAT_IT_SAYS), addresses.section_anchor("diagnosis"))
    yield f"**{prose(whole.headline(found, language))}**"
    yield from (prose(each) for each in whole.notes(evaluation, language))
    for layer, statements in whole.by_layer(found).items():
        told = words.LAYERS[layer.value]
        label = told.label.say(language)
        yield f"**{prose(label[:1].upper() + label[1:])}.** {prose(told.sentence.say(language))}"
        yield bullets(prose(whole.statement(each, theory, language)) for each in statements)


def chains(sheet: Sheet, theory: Theory, evaluation: Evaluation | None) -> Iterable[str]:
    """Return every way from a delindsats to a slutmål with the link that decides it."""
    if evaluation is None or not evaluation.chains:
        return
    head = (words.WAY, words.STANDS, words.DECIDED_BY)
    yield heading(2, sheet.say(words.CHAINS), addresses.section_anchor("chains"))
    yield prose(sheet.say(words.CHAINS_LEAD))
    yield table(
        [sheet.say(each) for each in head], (_chain(sheet, theory, each) for each in evaluation.chains)
    )
    told = [prose(whole.total(each, theory, sheet.language)) for each in evaluation.totals]
    for each in evaluation.chains:
        multiplied = whole.multiplied(each, sheet.language)
        told += [f"{prose(whole.way(each.links, theory))}: {prose(one)}" for one in multiplied]
    if told:
        yield bullets(told)


def _chain(sheet: Sheet, theory: Theory, chain: Chain) -> tuple[str, ...]:
    verdict = f"{verdicts.mark(chain.verdict)} {verdicts.label(chain.verdict, sheet.language)}"
    link = theory.link(chain.held_at)
    decided_by = sheet.to_link(theory, link) if link else prose(chain.held_at)
    return prose(whole.way(chain.links, theory)), prose(verdict), decided_by


def absent(sheet: Sheet, theory: Theory, evaluation: Evaluation | None) -> Iterable[str]:
    """Return what the data say of the arrows the theory does not draw."""
    if evaluation is None or not evaluation.absent:
        return
    head = (words.PAIR, words.FINDING, words.ESTIMATE, words.HELD_STILL, words.REMARK)
    yield heading(2, sheet.say(words.ABSENT), addresses.section_anchor("absent"))
    yield prose(sheet.say(words.ABSENT_LEAD))
    yield prose(whole.absent_count(evaluation, sheet.language))
    tested = [each for each in evaluation.absent if each.outcome is not Absence.NOT_TESTABLE]
    if tested:
        yield table([sheet.say(each) for each in head], (_absent(sheet, theory, each) for each in tested))
    cannot = whole.untestable(evaluation, theory, sheet.language)
    if cannot:
        yield bullets(prose(each) for each in cannot)


def _absent(sheet: Sheet, theory: Theory, found: AbsentLink) -> tuple[str, ...]:
    language = sheet.language
    return (
        prose(verdicts.link_name(found.link, theory)),
        prose(words.ABSENCES[found.outcome.value].label.say(language)),
        prose(whole.absent_numbers(found, language)),
        prose(", ".join(verdicts.name(each, theory) for each in found.given)),
        prose(whole.absent_why(found, theory, language)),
    )


def quality(sheet: Sheet, evaluation: Evaluation | None) -> Iterable[str]:
    """Return how the answers behave: what moved by more than noise, and what stands out."""
    if evaluation is None or evaluation.quality is None or not evaluation.quality.indicators:
        return
    found, indicators = evaluation.quality, sheet.contents.project.indicators
    head = (words.INDICATOR, words.AT_ENDS, words.RELIABLE_CHANGE, words.BY_NOISE, words.STILL)
    told = behaviour.signs(found, indicators, sheet.language)
    yield heading(2, sheet.say(words.QUALITY), addresses.section_anchor("quality"))
    yield prose(sheet.say(words.QUALITY_LEAD))
    yield table([sheet.say(each) for each in head], (_behaved(sheet, each) for each in found.indicators))
    yield bullets(prose(each) for each in told) if told else prose(sheet.say(words.QUALITY_CLEAN))


def _behaved(sheet: Sheet, found: IndicatorQuality) -> tuple[str, ...]:
    low, high, up, down, noise, still = (
        behaviour.percent(each, sheet.language)
        for each in (found.at_low, found.at_high, found.up, found.down, found.by_noise, found.never_moves)
    )
    indicator = sheet.contents.project.indicators.get(found.indicator)
    named = sheet.to_indicator(found.indicator)
    if indicator is not None and not indicator.wanted_up:
        named = f"{named} ({prose(sheet.say(words.LOW_IS_GOOD))})"
    return named, f"{low} / {high}", f"{up} / {down}", noise, still

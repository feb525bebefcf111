"""What was delivered, and how answers moved: told with the three shares always together."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.evaluation.values import Delivery, Evaluation, Progression
from qualitycircle.expectation import Measure
from qualitycircle.rendering import verdicts
from qualitycircle.rendering.naming import percent
from qualitycircle.rendering.units import own
from qualitycircle.rendering.whole import SHARES
from qualitycircle.site import addresses, drawings
from qualitycircle.site.markup import heading, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.words import evaluation as said
from qualitycircle.vocabulary.words import site as words

PERCENT = frozenset({"procent", "percent", "%"})
"""The units of a scale that goes to 100."""


def delivery(sheet: Sheet, theory: Theory, evaluation: Evaluation | None, *, level: int = 2) -> Iterable[str]:
    """Return what was promised beside what was delivered (New Insight s9)."""
    if evaluation is None or not evaluation.deliveries:
        return
    head = (words.WHAT, words.PROMISED, words.DELIVERED, words.INTERVAL, words.CITIZENS, words.OUTCOME)
    yield heading(level, sheet.say(words.DELIVERY), addresses.section_anchor(f"delivery-{evaluation.number}"))
    yield table(
        [sheet.say(each) for each in head], (_delivery(sheet, theory, each) for each in evaluation.deliveries)
    )


def progression(sheet: Sheet, evaluation: Evaluation | None, *, level: int = 2) -> Iterable[str]:
    """Return how the same citizens' answers moved. Progression is not effect."""
    if evaluation is None or not evaluation.progressions:
        return
    head = (words.INDICATOR, words.DOWN, words.SAME, words.UP, words.CITIZENS, words.DISTRIBUTION)
    yield heading(
        level, sheet.say(words.PROGRESSION), addresses.section_anchor(f"progression-{evaluation.number}")
    )
    yield sheet.say(words.PROGRESSION_LEAD)
    yield table(
        [sheet.say(each) for each in head], (_progression(sheet, each) for each in evaluation.progressions)
    )


def _delivery(sheet: Sheet, theory: Theory, each: Delivery) -> tuple[str, ...]:
    moderator = next((known for known in theory.moderators if known.id == each.subject), None)
    named = sheet.to_moderator(theory, moderator) if moderator else sheet.to_element(theory, each.subject)
    low, high, promised, value = (
        _amount(sheet, theory, each, one) for one in (each.low, each.high, each.promised, each.value)
    )
    what = said.DELIVERED[each.what].say(sheet.language) if each.what in said.DELIVERED else each.what
    return (
        f"{named}: {plain(what)}",
        promised,
        value,
        f"[{low}; {high}]" if each.low is not None and each.high is not None else "–",
        sheet.few(each.persons or None),
        plain(said.OUTCOMES[each.outcome].say(sheet.language)),
    )


def _amount(sheet: Sheet, theory: Theory, each: Delivery, value: float | None) -> str:
    """Return a share in percent, and a mean in its scale's own unit."""
    if each.what in SHARES or value is None:
        return percent(value, sheet.language)
    told = verdicts.number(value, sheet.language)
    if each.what == "dose":
        return plain(sheet.say(words.WEEKS_OF, weeks=told))
    element = theory.element(each.subject)
    measured = Measure(element=each.subject, indicators=element.indicators if element else ())
    of_scale = own(measured, sheet.contents.project.indicators)
    if of_scale in PERCENT:
        return percent(value / 100, sheet.language)
    return plain(f"{told} {of_scale}".rstrip())


def _progression(sheet: Sheet, each: Progression) -> tuple[str, ...]:
    """Return the three shares, or none of them: one hidden share could be told from the other two."""
    named, persons = sheet.to_indicator(each.indicator), sheet.few(each.persons or None)
    if each.low_is_good:
        named = f"{named} ({plain(sheet.say(words.LOW_IS_GOOD))})"
    if each.back is None or each.same is None or each.forward is None or _small(sheet, each):
        limit = sheet.contents.smallest_cell
        return (named, "–", "–", "–", persons, plain(sheet.say(words.SHARES_HIDDEN, limit=limit)))
    shares = (each.back, each.same, each.forward)
    if not any(shares):
        return (named, "–", "–", "–", persons, sheet.say(words.NOTHING_TWICE))
    told = zip((words.DOWN, words.SAME, words.UP), shares, strict=True)
    label = ", ".join(f"{sheet.say(word)} {sheet.whole(count)}" for word, count in told)
    bar = drawings.shares(*shares, label=label)
    return (named, *(sheet.whole(count) for count in shares), persons, bar)


def _small(sheet: Sheet, each: Progression) -> bool:
    limit = sheet.contents.smallest_cell
    return any(count is not None and 0 < count < limit for count in (each.down, each.same, each.up))

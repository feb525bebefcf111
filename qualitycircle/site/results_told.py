"""What was delivered, and how answers moved: told with the three shares always together."""

from __future__ import annotations

from collections.abc import Iterable

from qualitycircle.evaluation.values import Delivery, Evaluation, Progression
from qualitycircle.site import addresses, drawings
from qualitycircle.site.markup import heading, plain, table
from qualitycircle.site.sheet import Sheet
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.words import site as words


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
    between = "–"
    if each.low is not None and each.high is not None:
        between = f"{sheet.number(each.low)}–{sheet.number(each.high)}"
    return (
        f"{named}: {plain(each.what)}",
        "–" if each.promised is None else sheet.number(each.promised),
        "–" if each.value is None else sheet.number(each.value),
        between,
        sheet.few(each.persons),
        plain(sheet.say(words.DELIVERY_OUTCOMES[each.outcome])),
    )


def _progression(sheet: Sheet, each: Progression) -> tuple[str, ...]:
    counts = [sheet.few(count) for count in (each.down, each.same, each.up)]
    return (sheet.to_indicator(each.indicator), *counts, sheet.few(each.persons), _shares(sheet, each))


def _shares(sheet: Sheet, each: Progression) -> str:
    """Draw the shares, only when none of them is too small to show."""
    limit = sheet.contents.smallest_cell
    if each.down is None or each.same is None or each.up is None:
        return ""
    if any(0 < count < limit for count in (each.down, each.same, each.up)):
        return ""
    named = zip((words.DOWN, words.SAME, words.UP), (each.down, each.same, each.up), strict=True)
    label = ", ".join(f"{sheet.say(word)} {sheet.whole(count)}" for word, count in named)
    return drawings.shares(each.down, each.same, each.up, label=label)

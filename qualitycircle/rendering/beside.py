"""What stands beside a verdict, in words: conditions, those who left, what something unseen would take."""

from __future__ import annotations

import math
from collections.abc import Iterator

from qualitycircle.evaluation.beside import Bounds, Exposure, Moderation, Robustness, Shifted
from qualitycircle.evaluation.values import Estimate, Tested
from qualitycircle.expectation import Test
from qualitycircle.indicators import Indicators
from qualitycircle.rendering.naming import alike, name, number, percent, probability, with_ends
from qualitycircle.rendering.units import NO_INDICATORS, named, own, unit
from qualitycircle.smallest import Unit
from qualitycircle.theory import Sign, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.beside import BESIDE, DIFFERENCES, LEADS

WHOLE = 0.995
"""From this share on all of what the theory counts on had passed."""

FAR = 3.0
"""So many standard deviations those who left cannot have stood from those like them who stayed."""

OF_LOTS = frozenset({"lot", "follow-up"})
"""What the comparisons of groups made by lot are called."""

UNMOVED = 0.1
"""What moves by less than this share of its interval's width reads as the same number."""


def beside(
    result: Tested, theory: Theory, language: Language, indicators: Indicators = NO_INDICATORS
) -> list[str]:
    """Return a line for everything that stands beside a test's verdict."""
    return [
        *([] if result.exposure is None else [_exposure(result.exposure, result.test, language)]),
        *([BESIDE["drawn again"].say(language)] if result.drawn_again else []),
        *(
            " ".join(_condition(each, result.test, theory, indicators, language))
            for each in result.moderations
        ),
        *_drop_out(result, indicators, language),
        *([] if result.lead is None else [LEADS[result.lead.value].say(language)]),
        *(
            []
            if result.robustness is None
            else [_robustness(result.robustness, theory, indicators, language)]
        ),
        *([] if result.bounds is None else [_bounds(result.bounds, result.deciding.name, language)]),
    ]


def _exposure(found: Exposure, test: Test, language: Language) -> str:
    lag = max(1, min(test.lags, default=1))
    rounds = BESIDE["round" if lag == 1 else "rounds"].say(language, lag=lag)
    said = BESIDE["exposure" if found.share < WHOLE else "exposure whole"]
    share = f"{100 * found.share:.0f}"
    return said.say(language, days=round(found.days), due=found.due, lag=rounds, share=share)


def _shifted(found: Shifted, test: Test, indicators: Indicators, language: Language) -> str:
    """Say what it would be had those who left stood lower, or how far it takes; on the effect's own scale."""
    facts = _way(found, test, indicators, language)
    if found.tips and _is_too_far(found, test):
        return BESIDE["tipping nowhere"].say(language, **{**facts, "shift": number(FAR, language)})
    if found.tips:
        return BESIDE["tipping"].say(language, **facts)
    return BESIDE["shifted"].say(language, **facts, **with_ends(found.value, found.low, found.high, language))


def _way(found: Shifted, test: Test, indicators: Indicators, language: Language) -> dict[str, str]:
    lower = (found.shift < 0) is (test.sign is Sign.UP)
    in_steps = own(test.effect, indicators) if test.smallest.unit is Unit.STEPS else ""
    return {
        "shift": number(abs(found.shift), language),
        "unit": in_steps or BESIDE[f"of the effect in {test.smallest.unit.value}"].say(language),
        "way": BESIDE["lower" if lower else "higher"].say(language),
    }


def _drop_out(result: Tested, indicators: Indicators, language: Language) -> Iterator[str]:
    """Say what those who left could do to the number; in one line where they move nothing."""
    asked = [each for each in result.shifted if not each.tips]
    if not asked or any(_moves(each, result.deciding) for each in asked):
        yield from (_shifted(each, result.test, indicators, language) for each in result.shifted)
        return
    furthest = max(asked, key=lambda each: abs(each.shift))
    yield BESIDE["nothing moves"].say(language, **_way(furthest, result.test, indicators, language))
    for each in result.shifted:
        if each.tips and not _is_too_far(each, result.test):
            yield _shifted(each, result.test, indicators, language)


def _moves(found: Shifted, deciding: Estimate) -> bool:
    """Say whether a shift moves the estimate or an end of its interval so that it matters to a reader."""
    least = UNMOVED * (deciding.high - deciding.low)
    return any(
        abs(getattr(found, each) - getattr(deciding, each)) > least for each in ("value", "low", "high")
    )


def _is_too_far(found: Shifted, test: Test) -> bool:
    return test.smallest.unit is Unit.SD and abs(found.shift) > FAR


def _robustness(found: Robustness, theory: Theory, indicators: Indicators, language: Language) -> str:
    said = BESIDE["robustness"].say(language, value=percent(found.value, language))
    if found.of_cause is None or found.of_effect is None:
        return said
    beside = BESIDE["benchmark"].say(
        language,
        name=_held_still(found.benchmark, theory, indicators, language),
        of_cause=percent(found.of_cause, language),
        of_effect=percent(found.of_effect, language),
    )
    return " ".join([said, beside, *_as_strong(found, language)])


def _as_strong(found: Robustness, language: Language) -> Iterator[str]:
    """Say how much of the number something as strong as the strongest that was measured would take.

    The bias of something unmeasured that explains the shares r_x of the cause and r_y of the effect is
    sqrt(r_y r_x / (1 - r_x)) / f of the estimate, and f² = v² / (1 - v) of the robustness value v
    (Cinelli & Hazlett 2020).
    """
    of_cause, of_effect = found.of_cause or 0.0, found.of_effect or 0.0
    if not 0 < found.value < 1:
        return
    if of_cause >= 1:
        yield BESIDE["as strong, all"].say(language)
        return
    share = math.sqrt(of_effect * of_cause / (1 - of_cause) * (1 - found.value)) / found.value
    if share >= WHOLE:
        yield BESIDE["as strong, all"].say(language)
    else:
        yield BESIDE["as strong, some"].say(language, share=percent(share, language))


def _held_still(column: str, theory: Theory, indicators: Indicators, language: Language) -> str:
    """Return the name of what is held still: an answer before, a background, or an element."""
    if column in BESIDE:
        return BESIDE[column].say(language)
    plain = column.removeprefix("background:")
    return named(plain, indicators) if plain != column else name(column.partition(" (")[0], theory)


def _bounds(found: Bounds, deciding: str, language: Language) -> str:
    """Say how far drop-out can have moved it; `deciding` is the name of the comparison that decides."""
    offered, without = (f"{100 * each:.0f}" for each in (found.stayed_offered, found.stayed_without))
    low, high = alike([found.low, found.high], language)
    interval = ""
    if found.lowest is not None and found.highest is not None:
        ends = alike([found.lowest, found.highest], language)
        interval = BESIDE["bounds interval"].say(language, lowest=ends[0], highest=ends[1])
    said = BESIDE["bounds" if deciding in OF_LOTS else "bounds of starts"]
    return said.say(language, offered=offered, without=without, low=low, high=high, interval=interval)


def _condition(
    found: Moderation, test: Test, theory: Theory, indicators: Indicators, language: Language
) -> Iterator[str]:
    text = DIFFERENCES[found.difference.value].say(language)
    yield BESIDE["condition"].say(language, name=name(found.moderator, theory), text=text)
    if found.unit:
        yield _smallest_difference(found, test, indicators, language)
    if found.p is not None and found.corrected_p is not None:
        p, corrected = (probability(each, language) for each in (found.p, found.corrected_p))
        yield BESIDE["correction"].say(language, p=p, corrected=corrected)
    if found.share_met is not None:
        yield BESIDE["share met"].say(language, share=percent(found.share_met, language))
    if found.cause_met is not None and found.cause_not_met is not None:
        met, met_sd, other, other_sd = (
            number(each, language) for each in (*found.cause_met, *found.cause_not_met)
        )
        yield BESIDE["overlap"].say(language, met=met, met_sd=met_sd, other=other, other_sd=other_sd)


def _smallest_difference(found: Moderation, test: Test, indicators: Indicators, language: Language) -> str:
    whose = BESIDE["yours" if found.smallest_declared else "default"].say(language)
    told_in = unit(found.unit, test, indicators, language)
    return BESIDE["smallest difference"].say(
        language, smallest=number(found.smallest, language), unit=told_in, whose=whose
    )

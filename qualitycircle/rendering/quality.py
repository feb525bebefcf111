"""How the measurements behave, in words: reliable change beside noise, and signs that stand out."""

from __future__ import annotations

import math

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.evaluation.whole import Quality, StraightLines, TrendGap
from qualitycircle.indicators import Indicators
from qualitycircle.rendering.naming import number, with_ends
from qualitycircle.rendering.naming import percent as percent
from qualitycircle.rendering.units import named
from qualitycircle.rendering.whole import filled
from qualitycircle.vocabulary import values
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import whole as words


def quality_text(evaluation: Evaluation, indicators: Indicators, language: Language) -> str:
    """Return how the answers behave: reliable change, then every sign that stands out."""
    found = evaluation.quality
    if found is None or not found.indicators:
        return ""
    told = [*changed(found, indicators, language), *signs(found, indicators, language)]
    lines = [f"- {each}" for each in told] or [words.QUALITY_CLEAN.say(language)]
    return filled([words.QUALITY.say(language), words.QUALITY_LEAD.say(language), *lines])


def changed(found: Quality, indicators: Indicators, language: Language) -> list[str]:
    """Return how many changed by more than noise, beside what noise alone would give."""
    return [
        words.CHANGED.say(
            language,
            name=_with_wish(each.indicator, indicators, language),
            step=_step(each.changed_by, each.indicator, indicators, language),
            up=percent(each.up, language),
            down=percent(each.down, language),
            noise=percent(each.by_noise, language),
        )
        for each in found.indicators
        if each.changed_by is not None and each.up is not None and each.down is not None
    ]


def _step(changed_by: float, id: str, indicators: Indicators, language: Language) -> str:
    """Return a change in the scale's own unit; on whole steps the number of steps it takes."""
    found = indicators.get(id)
    scale = found.scale if found is not None else None
    if scale is None or scale.step_count is None:
        unit = scale.unit if scale is not None else ""
        return f"{number(changed_by, language)} {unit}".rstrip()
    steps = math.ceil(round(changed_by, 6))
    return words.STEPS[steps != 1].say(language, count=steps)


def signs(found: Quality, indicators: Indicators, language: Language) -> list[str]:
    """Return every sign that answers follow something other than the citizen."""
    flagged = ((each.indicator, flag) for each in found.indicators for flag in each.flags)
    told = [
        f"{named(id, indicators)}: {words.QUALITY_FLAGS[flag.value].sentence.say(language)}"
        for id, flag in flagged
    ]
    told += [_gap(each, indicators, language) for each in found.gaps if each.diverges]
    return [*told, *(_straight(each, language) for each in found.straight if each.is_many)]


def _gap(found: TrendGap, indicators: Indicators, language: Language) -> str:
    if found.gap is None or found.low is None or found.high is None:
        told = dict.fromkeys(("value", "low", "high"), "–")
    else:
        told = with_ends(found.gap, found.low, found.high, language)
    return words.GAP.say(
        language,
        citizen=named(found.citizen, indicators),
        professional=named(found.professional, indicators),
        gap=told["value"],
        low=told["low"],
        high=told["high"],
    )


def _straight(found: StraightLines, language: Language) -> str:
    who = values.say("respondent", found.respondent, language)
    return words.STRAIGHT.say(
        language, share=percent(found.share, language), answers=found.answers, respondent=who
    )


def _with_wish(id: str, indicators: Indicators, language: Language) -> str:
    """Return an indicator's name, and that down is forward where it is."""
    found, shown = indicators.get(id), named(id, indicators)
    if found is None or found.wanted_up:
        return shown
    return words.LOW_IS_GOOD.say(language, name=shown)

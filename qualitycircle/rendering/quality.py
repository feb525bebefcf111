"""How the measurements behave, in words: reliable change beside noise, and signs that stand out."""

from __future__ import annotations

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.evaluation.whole import Quality, StraightLines, TrendGap
from qualitycircle.indicators import Indicators
from qualitycircle.rendering import verdicts
from qualitycircle.rendering.naming import percent as percent
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
            step=verdicts.number(each.changed_by, language),
            up=percent(each.up, language),
            down=percent(each.down, language),
            noise=percent(each.by_noise, language),
        )
        for each in found.indicators
        if each.changed_by is not None and each.up is not None and each.down is not None
    ]


def signs(found: Quality, indicators: Indicators, language: Language) -> list[str]:
    """Return every sign that answers follow something other than the citizen."""
    flagged = ((each.indicator, flag) for each in found.indicators for flag in each.flags)
    told = [
        f"{indicator_name(id, indicators)}: {words.QUALITY_FLAGS[flag.value].sentence.say(language)}"
        for id, flag in flagged
    ]
    told += [_gap(each, indicators, language) for each in found.gaps if each.diverges]
    return [*told, *(_straight(each, language) for each in found.straight if each.is_many)]


def _gap(found: TrendGap, indicators: Indicators, language: Language) -> str:
    gap, low, high = (
        "–" if each is None else verdicts.number(each, language)
        for each in (found.gap, found.low, found.high)
    )
    return words.GAP.say(
        language,
        citizen=indicator_name(found.citizen, indicators),
        professional=indicator_name(found.professional, indicators),
        gap=gap,
        low=low,
        high=high,
    )


def _straight(found: StraightLines, language: Language) -> str:
    who = values.say("respondent", found.respondent, language)
    return words.STRAIGHT.say(
        language, share=percent(found.share, language), answers=found.answers, respondent=who
    )


def indicator_name(id: str, indicators: Indicators) -> str:
    """Return an indicator's name, or its id when no catalogue has it."""
    found = indicators.get(id)
    return found.name if found is not None else id


def _with_wish(id: str, indicators: Indicators, language: Language) -> str:
    """Return an indicator's name, and that down is forward where it is."""
    found, shown = indicators.get(id), indicator_name(id, indicators)
    if found is None or found.wanted_up:
        return shown
    return words.LOW_IS_GOOD.say(language, name=shown)

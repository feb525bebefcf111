"""What stands beside a verdict, in words: conditions, those who left, what something unseen would take."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.evaluation.beside import Bounds, Moderation, Shifted
from qualitycircle.evaluation.values import Tested
from qualitycircle.rendering.naming import name, number
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.beside import BESIDE, DIFFERENCES


def beside(result: Tested, theory: Theory, language: Language) -> list[str]:
    """Return a line for everything that stands beside a test's verdict."""
    return [
        *(" ".join(_condition(each, theory, language)) for each in result.moderations),
        *(_shifted(each, language) for each in result.shifted),
        *([] if result.bounds is None else [_bounds(result.bounds, language)]),
    ]


def _shifted(found: Shifted, language: Language) -> str:
    shift, value, low, high = (
        number(each, language) for each in (-found.shift, found.value, found.low, found.high)
    )
    return BESIDE["shifted"].say(language, shift=shift, value=value, low=low, high=high)


def _bounds(found: Bounds, language: Language) -> str:
    offered, without = (f"{100 * each:.0f}" for each in (found.stayed_offered, found.stayed_without))
    low, high = number(found.low, language), number(found.high, language)
    return BESIDE["bounds"].say(language, offered=offered, without=without, low=low, high=high)


def _condition(found: Moderation, theory: Theory, language: Language) -> Iterator[str]:
    text = DIFFERENCES[found.difference.value].say(language)
    yield BESIDE["condition"].say(language, name=name(found.moderator, theory), text=text)
    if found.p is not None and found.corrected_p is not None:
        p, corrected = (number(each, language, decimals=3) for each in (found.p, found.corrected_p))
        yield BESIDE["correction"].say(language, p=p, corrected=corrected)
    if found.share_met is not None:
        yield BESIDE["share met"].say(language, share=f"{100 * found.share_met:.0f}")
    if found.cause_met is not None and found.cause_not_met is not None:
        met, met_sd, other, other_sd = (
            number(each, language) for each in (*found.cause_met, *found.cause_not_met)
        )
        yield BESIDE["overlap"].say(language, met=met, met_sd=met_sd, other=other, other_sd=other_sd)

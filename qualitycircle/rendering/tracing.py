"""Qualitative findings in words: what they do to the odds, beside the verdict and never merged with it."""

from __future__ import annotations

import math

from qualitycircle.evaluation.tracing import odds
from qualitycircle.evidence import EvidenceBase
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import whole as words


def odds_text(base: EvidenceBase, language: Language) -> str:
    """Return what the findings do to the odds of a claim; "" when no probabilities are stated."""
    found = odds(base)
    if found is None:
        return ""
    return words.ODDS.say(
        language,
        count=found.findings,
        low=as_odds(found.low, language),
        high=as_odds(found.high, language),
    )


def as_odds(value: float, language: Language) -> str:
    """Return odds as people say them, the larger number against one.

    >>> as_odds(3.0, "da"), as_odds(0.25, "da"), as_odds(2.5, "en"), as_odds(1.0, "en")
    ('3:1', '1:4', '2.5:1', '1:1')
    """
    if math.isinf(value) or value <= 0:
        return words.ODDS_CERTAIN.say(language) if value > 0 else words.ODDS_IMPOSSIBLE.say(language)
    larger = value if value >= 1 else 1 / value
    text = f"{larger:.1f}".removesuffix(".0")
    text = text.replace(".", ",") if language == "da" else text
    return f"{text}:1" if value >= 1 else f"1:{text}"

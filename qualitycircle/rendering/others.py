"""The other numbers for a link's question: each with its interval, those at every step in one line."""

from __future__ import annotations

from qualitycircle.evaluation.values import Estimate, Role, Tested
from qualitycircle.rendering.naming import alike, name, with_ends
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import evaluation as words

CUT = "cut: "
"""How the estimates at each step of the effect are named."""


def others(result: Tested, theory: Theory, language: Language) -> list[str]:
    """Return the other numbers for a test's question, a line each; those of the steps share one."""
    found = [each for each in result.estimates if each.role is not Role.DECIDING]
    told = [_other(each, theory, language) for each in found if not each.name.startswith(CUT)]
    return [*told, *([cuts(result, language)] if cuts(result, language) else [])]


def _other(estimate: Estimate, theory: Theory, language: Language) -> str:
    model, _, moderator = estimate.name.partition(": ")
    said = words.MODELS[model].say(language)
    return words.ACCOUNT["other"].say(
        language,
        name=f"{said} ({name(moderator, theory)})" if moderator else said,
        **with_ends(estimate.value, estimate.low, estimate.high, language),
    )


def cuts(result: Tested, language: Language) -> str:
    """Return what stands at or above each step of the effect, in one line; nothing when it was not asked."""
    found = [each for each in result.estimates if each.name.startswith(CUT)]
    if not found:
        return ""
    unit = words.UNITS[found[0].unit].say(language)
    steps = ", ".join(
        each.name.removeprefix(CUT).replace(".", "," if language == "da" else ".") for each in found
    )
    values = "; ".join(alike([each.value for each in found], language))
    return words.ACCOUNT["cuts"].say(language, steps=steps, values=values, unit=unit)

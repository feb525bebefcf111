"""What a number is counted in: the scale's own unit where it has one, steps where it has none."""

from __future__ import annotations

from qualitycircle.expectation import Measure, Test
from qualitycircle.indicators import Indicators
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.evaluation import OWN_UNITS, UNITS

NO_INDICATORS = Indicators()


def unit(key: str, test: Test | None, indicators: Indicators, language: Language) -> str:
    """Return what an estimate of a test is told in: `ansøgninger`, and `trin` where the scale has no unit."""
    effect = own(test.effect, indicators) if test is not None else ""
    if not effect or key not in OWN_UNITS:
        return UNITS[key].say(language)
    return OWN_UNITS[key].say(language, unit=effect)


def own(measure: Measure, indicators: Indicators) -> str:
    """Return the unit all of a measure's scales have; nothing where there is none, or where they differ."""
    found = [indicators.get(each) for each in measure.indicators]
    units = {each.scale.unit if each is not None and each.scale is not None else "" for each in found}
    return units.pop() if len(units) == 1 else ""


def named(id: str, indicators: Indicators) -> str:
    """Return an indicator's name, or its id when no catalogue has it."""
    found = indicators.get(id)
    return found.name if found is not None else id

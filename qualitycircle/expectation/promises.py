"""What an output that only participants have is held against: the promise, as a condition."""

from __future__ import annotations

import re

from qualitycircle.expectation.measures import known
from qualitycircle.expectation.values import Measure
from qualitycircle.indicators import Computation, Indicators
from qualitycircle.theory import Activity, Condition, Output, Theory
from qualitycircle.vocabulary.values import value

_DOSE = frozenset({Computation.WEEKS, Computation.SIMULTANEOUS_DAYS})
_COVERAGE = frozenset({Computation.SHARE_STARTED, Computation.COMPLETED})
_NUMBER = re.compile(r"(?:mindst\s+|at least\s+)?(\d+(?:[.,]\d+)?)\s*(%|[^\W\d]*)", re.IGNORECASE)


def promise(
    theory: Theory, activity: Activity | None, effect: Measure, indicators: Indicators
) -> Condition | None:
    """Return the output's own promise, else the activity's dose (weeks) or coverage (who started)."""
    output = theory.element(effect.element)
    if isinstance(output, Output) and output.promised is not None and output.promised.condition is not None:
        return output.promised.condition
    if activity is None or activity.promised is None:
        return None
    computed = {each.computed for each in known(effect.indicators, indicators)}
    if computed & _DOSE:
        return at_least(activity.promised.dose)
    return at_least(activity.promised.coverage) if computed & _COVERAGE else None


def at_least(text: str) -> Condition | None:
    """Return `13 uger` as a condition: at least 13 weeks; None when there is no number."""
    match = _NUMBER.match(text.strip())
    if match is None:
        return None
    unit = value("unit", match[2]) or match[2]
    return Condition(comparison="at least", value=float(match[1].replace(",", ".")), unit=unit)

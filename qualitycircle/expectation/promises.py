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
_AMOUNT = re.compile(r"(?:(?P<how>\D+?)\s+)?(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>%|[^\W\d]*\.?)(?P<of>.*)")
_LONGEST = 100
_A_SHARE = "percent"


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
        return as_condition(activity.promised.dose)
    return as_condition(activity.promised.coverage) if computed & _COVERAGE else None


def as_condition(text: str) -> Condition | None:
    """Return `13 uger` as a condition: at least 13 weeks; None when the text is no promised number.

    `højst` is at most. A share may say of what; a length of time may not: `3 dage pr. uge` is none.

    >>> as_condition("80 % af de henviste").value, as_condition("højst 26 uger").comparison
    (80.0, 'at most')
    >>> as_condition("omkring 80 %"), as_condition("3 dage pr. uge")
    (None, None)
    """
    found = (
        _AMOUNT.fullmatch(" ".join(text.split()).replace("per cent", "percent"))
        if len(text) < _LONGEST
        else None
    )
    how = value("comparison", found["how"]) if found and found["how"] else "at least"
    if found is None or how is None:
        return None
    unit = value("unit", found["unit"]) or found["unit"]
    if found["of"].strip() and unit != _A_SHARE:
        return None
    comparison = "at most" if how == "at most" else "at least"
    return Condition(comparison=comparison, value=float(found["number"].replace(",", ".")), unit=unit)

"""What was promised, as a number on the scale of what was delivered."""

from __future__ import annotations

from dataclasses import dataclass

from qualitycircle.data.block import Layout
from qualitycircle.evaluation.readings import reading
from qualitycircle.expectation import Measure
from qualitycircle.expectation.promises import as_condition
from qualitycircle.theory import Condition
from qualitycircle.vocabulary.values import DAYS

PER_CENT = frozenset({"%", "pct", "pct.", "percent", "procent", "per cent"})
WEEK = 7.0


@dataclass(frozen=True, slots=True)
class Amount:
    """How much was promised: at least so much, or at most."""

    number: float
    at_most: bool = False


def limit_of(condition: Condition, effect: Measure, layout: Layout) -> float | None:
    """Return a promised number on the effect's own scale: 75 % is .75 where answers go from 0 to 1."""
    if isinstance(condition.value, str):
        return None
    in_per_cent = is_in_per_cent(condition)
    return condition.value / 100.0 if in_per_cent and _is_share(effect, layout) else float(condition.value)


def per_cent_of(condition: Condition, effect: Measure, layout: Layout) -> float:
    """Return what turns a distance from the promise into percentage points; 0 when it is not in per cent."""
    if not is_in_per_cent(condition):
        return 0.0
    return 100.0 if _is_share(effect, layout) else 1.0


def is_in_per_cent(condition: Condition) -> bool:
    """Say whether a condition's number is in per cent."""
    return condition.unit.strip().casefold() in PER_CENT


def _is_share(effect: Measure, layout: Layout) -> bool:
    read = reading(effect, layout)
    return read.high is not None and read.low is not None and read.high - read.low <= 1.0


def share(text: str) -> Amount | None:
    """Return `80 %` as .8, or None when the text is no share.

    >>> share("80 %"), share("højst 10 pct."), share("de fleste")
    (Amount(number=0.8, at_most=False), Amount(number=0.1, at_most=True), None)
    """
    found = as_condition(text)
    return None if found is None or found.unit != "percent" else amount(found, of=100.0)


def weeks(text: str) -> Amount | None:
    """Return `13 uger` in weeks, or None when the text is no length of time.

    >>> weeks("13 uger"), weeks("at most 14 days"), weeks("3 dage pr. uge"), weeks("37 timer")
    (Amount(number=13.0, at_most=False), Amount(number=2.0, at_most=True), None, None)
    """
    found = as_condition(text)
    if found is None or found.unit not in DAYS:
        return None
    return amount(found, of=WEEK / DAYS[found.unit])


def amount(condition: Condition, *, of: float = 1.0) -> Amount | None:
    """Return the number of a promise, in parts of so much; None of a step named in words."""
    if isinstance(condition.value, str):
        return None
    return Amount(condition.value / of, at_most=condition.comparison == "at most")

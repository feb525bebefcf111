"""What was promised, as a number on the scale of what was delivered."""

from __future__ import annotations

import re

from qualitycircle.data.block import Layout
from qualitycircle.evaluation.readings import reading
from qualitycircle.expectation import Measure
from qualitycircle.theory import Condition

PER_CENT = frozenset({"%", "pct", "pct.", "percent", "procent", "per cent"})
_DAYS = {
    "dag": 1.0,
    "dage": 1.0,
    "day": 1.0,
    "days": 1.0,
    "uge": 7.0,
    "uger": 7.0,
    "week": 7.0,
    "weeks": 7.0,
    "måned": 365.25 / 12,
    "måneder": 365.25 / 12,
    "month": 365.25 / 12,
    "months": 365.25 / 12,
}
_NUMBER = re.compile(r"(?:mindst\s+|at least\s+)?(\d+(?:[.,]\d+)?)\s*(%|[^\W\d]+)?", re.IGNORECASE)


def limit_of(condition: Condition, effect: Measure, layout: Layout) -> float | None:
    """Return a promised number on the effect's own scale: 75 % is .75 where answers go from 0 to 1."""
    if isinstance(condition.value, str):
        return None
    in_per_cent = _is_in_per_cent(condition)
    return condition.value / 100.0 if in_per_cent and _is_share(effect, layout) else float(condition.value)


def per_cent_of(condition: Condition, effect: Measure, layout: Layout) -> float:
    """Return what turns a distance from the promise into percentage points; 0 when it is not in per cent."""
    if not _is_in_per_cent(condition):
        return 0.0
    return 100.0 if _is_share(effect, layout) else 1.0


def _is_in_per_cent(condition: Condition) -> bool:
    return condition.unit.strip().casefold() in PER_CENT


def _is_share(effect: Measure, layout: Layout) -> bool:
    read = reading(effect, layout)
    return read.high is not None and read.low is not None and read.high - read.low <= 1.0


def share(text: str) -> float | None:
    """Return `80 %` as .8, or None when the text is no share.

    >>> share("80 %"), share("mindst 90 %"), share("de fleste")
    (0.8, 0.9, None)
    """
    found = _NUMBER.match(text.strip())
    if found is None or (found[2] or "").casefold() not in PER_CENT:
        return None
    return float(found[1].replace(",", ".")) / 100.0


def duration(text: str) -> float | None:
    """Return `13 uger` as days, or None when the text is no length of time.

    >>> duration("13 uger"), duration("37 timer")
    (91.0, None)
    """
    found = _NUMBER.match(text.strip())
    if found is None or (found[2] or "").casefold() not in _DAYS:
        return None
    return float(found[1].replace(",", ".")) * _DAYS[(found[2] or "").casefold()]

"""Spans of time as people write them: `3 måneder`, `13 uger`, `højst 26 weeks`."""

from __future__ import annotations

import re

from qualitycircle.vocabulary.values import DAYS, value

_LONGEST = 100
_SPAN = re.compile(r"^(?:(?P<how>\D+?)\s+)?(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>[^\W\d]+\.?)$")


def days(text: str) -> float | None:
    """Return a span of time in days, or None when the text is not one.

    A month is a twelfth of 365.25 days, so `3 måneder` is about 91 days.

    >>> days("13 uger"), days("et halvt år")
    (91.0, None)
    """
    found = _SPAN.match(" ".join(text.split())) if len(text) < _LONGEST else None
    if not found or (found["how"] and value("comparison", found["how"]) is None and found["how"] != "ca."):
        return None
    unit = value("unit", found["unit"])
    if unit not in DAYS:
        return None
    return float(found["number"].replace(",", ".")) * DAYS[unit]

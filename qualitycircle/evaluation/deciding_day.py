"""About when there would be citizens enough, if they keep coming as they have."""

from __future__ import annotations

import datetime

_LONGEST = 50 * 365
"""Days ahead beyond which a date says nothing."""


def deciding_day(first: str, last: str, persons: int, needed: int) -> str:
    """Return the ISO date when `needed` citizens would have come, or "" when it cannot be said.

    A rough reckoning: as many citizens a day as between the first and the last måling.

    >>> deciding_day("2024-01-01", "2024-12-31", 100, 200)
    '2025-12-31'
    """
    if not first or not last or persons < 1:
        return ""
    begun, ended = (datetime.date.fromisoformat(each) for each in (first, last))
    days = (ended - begun).days * needed / persons
    if not 0 < days < _LONGEST:
        return ""
    return (begun + datetime.timedelta(days=round(days))).isoformat()

"""`12 måneder` as weeks: how far ahead a goal is looked for."""

from __future__ import annotations

import re

from qualitycircle.vocabulary.values import DAYS, value

YEAR = 52
"""Weeks ahead when nothing is declared (statistics design 1.3, column E)."""

_DURATION = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s+(\S+)\s*")


def weeks(text: str) -> int | None:
    """Return a duration in whole weeks, or None when the text is not one.

    >>> weeks("12 måneder"), weeks("26 uger"), weeks("1 year"), weeks("snart")
    (52, 26, 52, None)
    """
    match = _DURATION.fullmatch(text)
    days = DAYS.get(value("unit", match[2]) or "") if match else None
    if match is None or days is None:
        return None
    return max(1, round(float(match[1].replace(",", ".")) * days / 7))

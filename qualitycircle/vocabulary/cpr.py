"""What a Danish personal identity number (CPR-nummer) looks like in a text, so that it can be kept out.

A number counts when its first six digits are a date (the day plus 60 in replacement numbers). The
check digit is not used: numbers given since 2007 need not keep to it.
"""

from __future__ import annotations

import re

_IN_TEXT = re.compile(r"(?<!\d)(\d{6})( ?[-\u2010-\u2015\u2212] ?| )?(\d{4})(?!\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def holds_cpr(text: str) -> bool:
    """Say whether a CPR number stands anywhere in a text, with or without its hyphen.

    >>> holds_cpr("aftalt med 010190-1234"), holds_cpr("aftalt den 01-01-1990"), holds_cpr("J.nr. 9913901234")
    (True, False, False)
    """
    return any(is_cpr_date(each[1]) for each in _IN_TEXT.finditer(text))


def cpr_at(text: str) -> tuple[tuple[int, int], ...]:
    """Return where in a text CPR numbers stand: the offset of each, and how long it is."""
    return tuple(
        (each.start(), each.end() - each.start()) for each in _IN_TEXT.finditer(text) if is_cpr_date(each[1])
    )


def without_cpr(text: str) -> str:
    """Return a text of the same length where the digits of CPR numbers are crossed out.

    >>> without_cpr("aftalt med 010190-1234")
    'aftalt med xxxxxx-xxxx'
    """
    return _IN_TEXT.sub(lambda each: re.sub(r"\d", "x", each[0]) if is_cpr_date(each[1]) else each[0], text)


def is_cpr_date(digits: str) -> bool:
    """Say whether a number begins with a day (plus 60 in replacement numbers) and a month there is."""
    first, month = int(digits[:2]), int(digits[2:4])
    return 1 <= month <= 12 and 1 <= (first - 60 if first > 60 else first) <= _DAYS[month - 1]

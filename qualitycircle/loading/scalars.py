"""Plain scalars as YAML 1.2 reads them: only true and false are booleans, `0101` and `12:30` are text."""

from __future__ import annotations

import re
from datetime import date

from qualitycircle.findings import Code, error
from qualitycircle.loading.nodes import Scalar

QC119 = error("QC119")
QC120 = error("QC120")

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)$")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+$")
_MOST_DIGITS = 15
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})$")
_WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


def scalar(text: str) -> tuple[Scalar, Code | None]:
    """Return what a plain scalar means, and the code of what is wrong with it, if anything.

    >>> scalar("0101"), scalar("12:30"), scalar("no"), scalar("80")
    (('0101', None), ('12:30', None), ('no', None), (80, None))
    """
    if text in _WORDS:
        return _WORDS[text], None
    if _WHOLE.match(text) or _DECIMAL.match(text):
        return _number(text)
    if found := _DATE.match(text):
        return text, None if _is_date(*map(int, found.groups())) else QC120
    return text, None


def _number(text: str) -> tuple[Scalar, Code | None]:
    if sum(each.isdigit() for each in text) > _MOST_DIGITS:
        return text, QC119
    return (float(text) if "." in text else int(text)), None


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

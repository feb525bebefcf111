"""Danish numbers and dates, read from text and never guessed.

A reader returns the value, or says why there is none: `Unreadable`, `Ambiguous` or `Impossible`.
`1.234` may be a thousand or a fraction, `01/02/2026` may be February or January: ambiguous is said,
not decided (experience design, "Data from Danish systems").
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from enum import Enum


class Flaw(Enum):
    """Why a text gave no value."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class DateForm:
    """How a declared `datoformat` (`dd-mm-åååå`, `yyyy-mm-dd`, `mm/dd/yyyy`) is read."""

    pattern: re.Pattern[str]
    order: tuple[str, ...]


EPOCH = datetime.date(1970, 1, 1).toordinal()
EARLIEST = datetime.date(1900, 1, 1).toordinal() - EPOCH

_PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+|[+-]?\d{1,3}(\.\d{3}){2,}")
_THOUSAND_OR_FRACTION = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_DANISH = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?: \d{1,2}[:.]\d{2}.*)?")
_COMPACT = re.compile(r"(19|20)\d{6}")
_EXCEL = re.compile(r"[2-6]\d{4}(?:,0+)?")
_SHORT_YEAR = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{2}")


def number(text: str) -> float | Flaw:
    """Read a number with decimal comma or point; `80 %` is 80.

    >>> number("3,5"), number("3.5"), number("1.234,5"), number("80 %")
    (3.5, 3.5, 1234.5, 80.0)
    >>> number("1.234")
    <Flaw.AMBIGUOUS: 'ambiguous'>
    """
    bare = text.strip().removesuffix("%").replace("\u00a0", "").replace(" ", "").replace("\u2212", "-")
    if _THOUSAND_OR_FRACTION.fullmatch(bare):
        return Flaw.AMBIGUOUS
    if _GROUPED.fullmatch(bare):
        return float(bare.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(bare):
        return float(bare.replace(",", "."))
    return Flaw.UNREADABLE


def day(text: str, form: DateForm | None = None, *, day_first: bool = False) -> int | Flaw:
    """Read a date as days since 1970-01-01: ISO, dd-mm-yyyy, dd.mm.yyyy, Excel's number, or `form`.

    `day_first` says that `1/2/2021` is the first of February, as everywhere in Denmark; otherwise it
    could be either. A declared form tells the order: `-`, `.` and `/` are alike in it.

    >>> day("01-02-2026") == day("2026-02-01") == day("1.2.2026")
    True
    >>> day("31-02-2026"), day("01/02/2026")
    (<Flaw.IMPOSSIBLE: 'impossible'>, <Flaw.AMBIGUOUS: 'ambiguous'>)
    >>> day("1/2/2021", day_first=True) == day("2021-02-01")
    True
    """
    bare = text.strip()
    if iso := _ISO.fullmatch(bare):
        return _calendar(int(iso[1]), int(iso[2]), int(iso[3]))
    if form is not None:
        return _declared(bare, form)
    if danish := _DANISH.fullmatch(bare):
        first, mark, second, year = int(danish[1]), danish[2], int(danish[3]), int(danish[4])
        if mark == "/" and not day_first and first <= 12 and second <= 12 and first != second:
            return Flaw.AMBIGUOUS
        return _calendar(year, second, first)
    if _COMPACT.fullmatch(bare):
        return _calendar(int(bare[:4]), int(bare[4:6]), int(bare[6:]))
    if _EXCEL.fullmatch(bare):
        return datetime.date(1899, 12, 30).toordinal() + int(bare.split(",")[0]) - EPOCH
    return Flaw.AMBIGUOUS if _SHORT_YEAR.fullmatch(bare) else Flaw.UNREADABLE


def date_form(declared: str) -> DateForm | None:
    """Return how to read a declared date format, or None when nothing usable is declared."""
    letters = unicodedata.normalize("NFC", declared).casefold()
    fields = {"d": "day", "m": "month", "a": "year", "å": "year", "y": "year"}
    order: list[str] = []
    pattern = ""
    for run in re.finditer(r"d+|m+|[aå]+|y+|[^dmaåy]", letters):
        name = fields.get(run[0][0])
        if name is None:
            pattern += "[-./]" if run[0] in "-./" else re.escape(run[0])
            continue
        order.append(name)
        pattern += r"(\d{4}|\d{2})" if name == "year" else r"(\d{1,2})"
    if sorted(order) != ["day", "month", "year"]:
        return None
    return DateForm(re.compile(pattern + r"(?:[T ].*)?"), tuple(order))


def has_short_year(text: str, form: DateForm | None) -> bool:
    """Say whether a date is read although its year has two digits: `01-02-21` in a declared form."""
    match = form.pattern.fullmatch(text.strip()) if form else None
    return bool(form and match and len(match.group(form.order.index("year") + 1)) == 2)


def iso(days: int) -> str:
    """Return days since 1970-01-01 as an ISO date."""
    return datetime.date.fromordinal(days + EPOCH).isoformat()


def today() -> int:
    """Return today as days since 1970-01-01."""
    return datetime.date.today().toordinal() - EPOCH


def _declared(text: str, form: DateForm) -> int | Flaw:
    match = form.pattern.fullmatch(text)
    if match is None:
        return Flaw.UNREADABLE
    parts = dict(zip(form.order, (int(each) for each in match.groups()), strict=True))
    year = parts["year"]
    if year < 100:
        year += 2000 if year < 50 else 1900
    return _calendar(year, parts["month"], parts["day"])


def _calendar(year: int, month: int, day_of_month: int) -> int | Flaw:
    try:
        days = datetime.date(year, month, day_of_month).toordinal() - EPOCH
    except ValueError:
        return Flaw.IMPOSSIBLE
    return days if days >= EARLIEST else Flaw.IMPOSSIBLE

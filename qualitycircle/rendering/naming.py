"""Numbers and names as people read them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.expectation import EVERY, MONTHS, UNDER

MONTH = 365.25 / 12
ONE_DECIMAL_FROM = 10
MOST_DECIMALS = 4
_DANISH = str.maketrans(",.", ".,")


def number(value: float, language: Language, *, decimals: int | None = None) -> str:
    """Return a number with two decimals (one from ten on), as the language writes it, and never -0.

    >>> number(2649.04, "da"), number(2649.04, "en"), number(-0.001, "da")
    ('2.649,0', '2,649.0', '0,00')
    """
    places = _places([value]) if decimals is None else decimals
    text = f"{value:,.{places}f}"
    text = text.removeprefix("-") if not text.strip("-0.") else text
    text = text.replace("-", "−")
    return text.translate(_DANISH) if language == "da" else text


def _places(values: Iterable[float]) -> int:
    return 1 if max(abs(each) for each in values) >= ONE_DECIMAL_FROM else 2


def alike(values: Sequence[float], language: Language) -> list[str]:
    """Return numbers that stand together with equally many decimals.

    >>> alike([1.31, -13.12], "da")
    ['1,3', '−13,1']
    """
    places = _places(values)
    return [number(each, language, decimals=places) for each in values]


def with_ends(value: float, low: float, high: float, language: Language) -> dict[str, str]:
    """Return an estimate and the ends of its interval; an end that is not 0 never reads 0.

    >>> with_ends(0.062, 0.0021, 0.127, "da")
    {'value': '0,062', 'low': '0,002', 'high': '0,127'}
    """
    places = _places([value, low, high])
    while places < MOST_DECIMALS and any(round(each, places) == 0 != each for each in (low, high)):
        places += 1
    told = (number(each, language, decimals=places) for each in (value, low, high))
    return dict(zip(("value", "low", "high"), told, strict=True))


def in_brackets(value: float, low: float, high: float, language: Language) -> str:
    """Return an estimate with its interval as a table has it.

    >>> in_brackets(0.38, 0.27, 0.48, "da")
    '0,38 [0,27; 0,48]'
    """
    told = with_ends(value, low, high, language)
    return f"{told['value']} [{told['low']}; {told['high']}]"


def probability(p: float, language: Language) -> str:
    """Return a p-value with its sign: no p-value is 0.

    >>> probability(0.0132, "da"), probability(0.00004, "da")
    ('= 0,013', '< 0,001')
    """
    least = 0.001
    if p < least:
        return f"< {number(least, language, decimals=3)}"
    return f"= {number(p, language, decimals=3)}"


def percent(share: float | None, language: Language) -> str:
    """Return a share in percent, – where it is too small a group to tell; what is not 0 never reads 0.

    >>> percent(0.123, "da"), percent(0.004, "da"), percent(0.0, "en"), percent(None, "da")
    ('12 %', 'under 1 %', '0%', '–')
    """
    if share is None:
        return "–"
    mark, whole = " %" if language == "da" else "%", f"{100 * share:.0f}"
    return f"{UNDER.say(language)} 1{mark}" if share > 0 and whole == "0" else f"{whole}{mark}"


def every(days: int, language: Language) -> str:
    """Return how often something is done, as people say it.

    >>> every(91, "da"), every(14, "da"), every(30, "en"), every(10, "da")
    ('hver 3. måned', 'hver 2. uge', 'every month', 'hver 10. dag')
    """
    months = round(days / MONTH)
    if months and abs(days - months * MONTH) <= 1:
        count, unit = months, "months"
    else:
        count, unit = (days // 7, "weeks") if days and days % 7 == 0 else (days, "days")
    return EVERY[unit][count != 1].say(language, count=count)


def date(text: str, language: Language) -> str:
    """Return `2026-03-31` as a reader writes it; anything else stands as it is.

    >>> date("2026-03-31", "da"), date("2026-03-31", "en"), date("later", "da")
    ('31. marts 2026', '31 March 2026', 'later')
    """
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return text
    month = MONTHS[day.month - 1].say(language)
    return f"{day.day}. {month} {day.year}" if language == "da" else f"{day.day} {month} {day.year}"


def name(id: str, theory: Theory) -> str:
    """Return an element's name, or its id when the theory does not have it (any more)."""
    element = theory.element(id)
    if element is not None:
        return element.name
    return next((each.name for each in theory.moderators if each.id == id), id)

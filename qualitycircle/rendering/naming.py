"""Numbers and names as people read them."""

from __future__ import annotations

from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.expectation import EVERY, UNDER

MONTH = 365.25 / 12
FEWEST_PERCENT = 0.005


def number(value: float, language: Language, *, decimals: int | None = None) -> str:
    """Return a number with two decimals (one from ten on), Danish with a comma, and never -0."""
    places = (1 if abs(value) >= 10 else 2) if decimals is None else decimals
    text = f"{value:.{places}f}"
    text = text.removeprefix("-") if float(text) == 0 else text
    text = text.replace("-", "−")
    return text.replace(".", ",") if language == "da" else text


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
    mark = " %" if language == "da" else "%"
    return f"{UNDER.say(language)} 1{mark}" if 0 < share < FEWEST_PERCENT else f"{100 * share:.0f}{mark}"


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


def name(id: str, theory: Theory) -> str:
    """Return an element's name, or its id when the theory does not have it (any more)."""
    element = theory.element(id)
    if element is not None:
        return element.name
    return next((each.name for each in theory.moderators if each.id == id), id)

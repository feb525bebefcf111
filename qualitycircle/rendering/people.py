"""How many people, said so that a small group cannot be told: the one place where it is said."""

from __future__ import annotations

from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import data as words


def people(count: int, language: Language, smallest_cell: int = 5) -> str:
    """Return a number of people, or that they are under the project's smallest cell.

    >>> people(1240, "da", 5), people(3, "da", 5), people(0, "en", 5)
    ('1.240', 'under 5', 'under 5')
    """
    if count < smallest_cell:
        return words.FEW.say(language, limit=smallest_cell)
    return thousands(count, language)


def thousands(count: int, language: Language) -> str:
    """Return a whole number, with the language's mark between thousands."""
    return f"{count:,}".replace(",", ".") if language == "da" else f"{count:,}"

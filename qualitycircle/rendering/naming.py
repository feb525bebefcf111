"""Numbers and names as people read them."""

from __future__ import annotations

from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language


def number(value: float, language: Language, *, decimals: int | None = None) -> str:
    """Return a number with two decimals (one from ten on), Danish with a comma, and never -0."""
    places = (1 if abs(value) >= 10 else 2) if decimals is None else decimals
    text = f"{value:.{places}f}"
    text = text.removeprefix("-") if float(text) == 0 else text
    text = text.replace("-", "−")
    return text.replace(".", ",") if language == "da" else text


def name(id: str, theory: Theory) -> str:
    """Return an element's name, or its id when the theory does not have it (any more)."""
    element = theory.element(id)
    if element is not None:
        return element.name
    return next((each.name for each in theory.moderators if each.id == id), id)

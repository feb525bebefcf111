"""How a word may be spelled: Danish letters or ASCII, spaces or `_`, and the nearest known word."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "_", "-": "_"})
_ALIKE = 0.6


def ascii_spelling(word: str) -> str:
    """Return the spelling for a keyboard without Danish letters.

    >>> ascii_spelling("præstationer")
    'praestationer'
    """
    composed = unicodedata.normalize("NFC", word)
    for letter, folded in (("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("Æ", "Ae"), ("Ø", "Oe"), ("Å", "Aa")):
        composed = composed.replace(letter, folded)
    return composed


def fold(word: str) -> str:
    """Return what two spellings of one word have in common: case, letters, spaces, `-` and `_`.

    >>> fold("Flere indikatorer") == fold("flere_indikatorer")
    True
    """
    plain = unicodedata.normalize("NFC", word).strip().lower().translate(_LETTERS)
    without_accents = unicodedata.normalize("NFD", plain)
    return "".join(each for each in without_accents if not unicodedata.combining(each))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one, or None when none is alike.

    >>> nearest("maalgrupe", ["målgruppe", "moderatorer"])
    'målgruppe'
    """
    by_folded: dict[str, str] = {}
    for each in known:
        by_folded.setdefault(fold(each), each)
    found = difflib.get_close_matches(fold(word), by_folded, n=1, cutoff=_ALIKE)
    return by_folded[found[0]] if found else None

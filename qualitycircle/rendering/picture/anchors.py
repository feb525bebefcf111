"""Where things stand on a theory's page: ASCII-folded anchors that pictures and pages share."""

from __future__ import annotations

import re
import unicodedata

from qualitycircle.theory import Element, Link, Moderator

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})


def slug(text: str) -> str:
    """Return a text as an ASCII anchor.

    >>> slug("Fremmøde i praktik")
    'fremmoede-i-praktik'
    """
    folded = unicodedata.normalize("NFC", text).lower().translate(_DANISH)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def anchor_of_element(element: Element) -> str:
    """Return the anchor of an element's section."""
    return slug(element.id)


def anchor_of_link(link: Link) -> str:
    """Return the anchor of a link's section: `a -> b` and `a ~ b` both give `a--b`."""
    return f"{slug(link.cause)}--{slug(link.effect)}"


def anchor_of_moderator(moderator: Moderator) -> str:
    """Return the anchor of a moderator's section; an element may have the same id."""
    return f"moderator-{slug(moderator.id)}"

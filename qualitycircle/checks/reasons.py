"""Rules about the reasons: every link has one, and a slogan is not one (Kongsgaard s8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qualitycircle.checks.context import Context
from qualitycircle.findings import Finding, warning
from qualitycircle.theory import Link, Relation, Theory
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.words.expectation import EMPTY_WORDS, SLOGANS

QC318 = warning("QC318")
QC319 = warning("QC319")

_SPARE_WORDS = 4


def link_without_a_reason(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC318: an influence says why it should hold; without a reason there is nothing to learn from."""
    for each in theory.links:
        if each.relation is Relation.INFLUENCES and not each.because.strip():
            yield Finding(code=QC318, place=each.place, facts={"link": each.id})


def slogan(theory: Theory, context: Context) -> Iterator[Finding]:
    """QC319: a reason is more than one of the defensive practitioner's seven phrases, or the link again."""
    found = _slogan_in(theory.rationale)
    if found:
        yield Finding(
            code=QC319, place=context.key("begrundelse"), facts={"subject": theory.id, "slogan": found}
        )
    for each in theory.links:
        found = _slogan_in(each.because) or _says_itself(each, theory)
        if found:
            yield Finding(code=QC319, place=each.place, facts={"subject": each.id, "slogan": found})


def _slogan_in(reason: str) -> str | None:
    """Return the phrase that a reason consists of, give or take a few words.

    >>> _slogan_in("relationen er altså afgørende!")
    'relationen er afgørende'
    >>> _slogan_in("relationen er afgørende: den, der møder den samme hver gang, tør sige, hvad der er svært")
    """
    words = _words(reason)
    for each in (one for pair in SLOGANS for one in pair):
        phrase = _words(each)
        if len(words) - len(phrase) <= _SPARE_WORDS and _in_order(phrase, words):
            return each
    return None


def _says_itself(link: Link, theory: Theory) -> str | None:
    """Return the reason when it has no word beyond the link's own names and words that say nothing.

    "øger, fordi praktik øger fremmøde" and "fordi det virker" say the link once more, not why.
    """
    names = {each.id: each.name for each in theory.elements}
    own = " ".join((link.cause, link.effect, names.get(link.cause, ""), names.get(link.effect, "")))
    empty = {*_words(own.replace("_", " ")), *(word for each in EMPTY_WORDS for word in _words(each))}
    said = _words(link.because)
    return link.because if said and all(each in empty for each in said) else None


def _words(text: str) -> list[str]:
    return [fold(each) for each in re.findall(r"\w+", text)]


def _in_order(phrase: list[str], words: list[str]) -> bool:
    remaining = iter(words)
    return all(each in remaining for each in phrase)


RULES = (link_without_a_reason, slogan)

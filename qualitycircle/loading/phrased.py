"""Values as an author writes them: the small grammars of `qualitycircle.loading.phrases`, the other way."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qualitycircle.loading.written import Value
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Condition, Expected, Link, Moderator, Relation, Sign
from qualitycircle.vocabulary.values import say

EXPECTED = {
    Expected.STRENGTHENS: "styrker",
    Expected.WEAKENS: "svækker",
    Expected.REQUIRED: "kræves_for",
}
_UNITS = {Unit.STEPS: "trin", Unit.SD: "sd", Unit.POINTS: "procentpoint"}
_ENGLISH_CLAIM = re.compile(r"\s*(increases|decreases|moves)\b", re.IGNORECASE)


def claim(link: Link, *, like: str = "") -> str:
    """Return `øger, fordi …`; in English when the author's own claim is."""
    english = bool(_ENGLISH_CLAIM.match(like))
    if link.relation is Relation.MOVES_WITH:
        value = "moves with" if link.sign is Sign.UP else "moves against"
        word = value if english else say("association", value, "da")
    else:
        word = link.sign.value if english else say("sign", link.sign.value, "da")
    because = "because" if english else "fordi"
    return f"{word}, {because} {link.because}" if link.because else word


def _number(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def size(smallest: Smallest) -> str:
    number = _number(smallest.value)
    reason = f", fordi {smallest.because}" if smallest.because else ""
    return f"{number} {_UNITS[smallest.unit]}{reason}"


def whole_link(link: Link) -> Value:
    said: dict[str, Value] = {"antagelse": claim(link)}
    if link.declared_lag:
        said["ses_efter"] = list(link.seen_after)
    if link.smallest is not None:
        said["mindste_virkning"] = size(link.smallest)
    return said if len(said) > 1 else claim(link)


def whole_moderator(moderator: Moderator) -> Value:
    said: dict[str, Value] = {"navn": moderator.name}
    for expected, key in EXPECTED.items():
        links = [each.link_id for each in moderator.attachments if each.expected is expected]
        if links:
            said[key] = one_or_list(links)
    if moderator.indicators:
        said["indikatorer"] = one_or_list(moderator.indicators)
    if moderator.met_when is not None:
        said["opfyldt"] = condition(moderator.met_when)
    return said


def condition(condition: Condition) -> str:
    value = (
        f"{condition.value:g}".replace(".", ",") if isinstance(condition.value, float) else condition.value
    )
    how = "" if condition.comparison == "is" else say("comparison", condition.comparison, "da")
    unit = "%" if condition.unit == "percent" else condition.unit
    reason = f", fordi {condition.because}" if condition.because else ""
    return " ".join(each for each in (how, value, unit) if each) + reason


def one_or_list(values: Iterable[str]) -> Value:
    """Return one id alone, several as a list: as authors write them."""
    listed = list(values)
    return listed[0] if len(listed) == 1 else listed

"""The small grammars inside a value: `værdi, fordi begrundelse`, links, numbers, conditions, citations.

Each returns what a text means, or the `Code` that says what is wrong with it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from qualitycircle.findings import Code, error
from qualitycircle.smallest import Smallest, Unit
from qualitycircle.theory import Condition, Relation, Sign
from qualitycircle.vocabulary.values import value

QC208 = error("QC208")
QC209 = error("QC209")
QC210 = error("QC210")
QC211 = error("QC211")
QC212 = error("QC212")
QC215 = error("QC215")
QC216 = error("QC216")
QC218 = error("QC218")
QC219 = error("QC219")
QC220 = error("QC220")
QC223 = error("QC223")

_BECAUSE = re.compile(r" ?, ?(?:fordi|because)\b ?| (?:fordi|because)\b ?", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?$")
_THOUSANDS = re.compile(r"[-+]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$")
_MEASURED = re.compile(r"(?P<number>[-+]?\d[\d.,]*)\s*(?P<unit>\D.*)?$")
_CONDITION = re.compile(r"(?P<how>[^\d<>=≥≤]*?)\s*(?P<number>[-+]?\d[\d.,]*)\s*(?P<unit>\D.*)?$")
_RANGE = re.compile(r"(?P<low>[\d.,]+)\s*(?P<one>%?)(?:\s*[-–]\s*(?P<high>[\d.,]+)\s*(?P<two>%?))?$")
_ARROW = re.compile(r"\s*(->|→|⟶|~)\s*")
_SEVERAL = re.compile(r"\s*,\s*(?:og\s+|and\s+)?|\s+(?:og|and)\s+")
_MOST_PAIRS = 100
_LONGEST_NUMBER = 20
_NOT_IN_IDS = re.compile(r"[\s,;:<>~#{}\[\]'\"/\\|?*\x00-\x1f\x7f-\x9f]")
_NOT_A_FILE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ending follows."""
_LONGEST_ID = 100


class Reasoned(NamedTuple):
    """A value and its reason."""

    value: str
    because: str


class Pair(NamedTuple):
    """The two ends of a link and what stands between them."""

    cause: str
    effect: str
    relation: Relation

    @property
    def link(self) -> tuple[str, str]:
        """Return the two ends."""
        return (self.cause, self.effect)


def reasoned(text: str) -> Reasoned | Code:
    """Split `værdi, fordi begrundelse`; a `fordi` with nothing after it is wrong.

    >>> reasoned("øger, fordi den, der møder, lykkes")
    Reasoned(value='øger', because='den, der møder, lykkes')
    """
    plain = _spaced(text)
    found = _BECAUSE.search(plain)
    if not found:
        return Reasoned(plain, "")
    reason = plain[found.end() :].strip()
    return Reasoned(plain[: found.start()].strip(), reason) if reason else QC223


def _spaced(text: str) -> str:
    """Return a text with one space wherever there is space."""
    return " ".join(text.split())


def number(text: str) -> float | Code:
    """Return a number written with a comma or a point; `2.400` could be two numbers and is neither.

    >>> number("0,5")
    0.5
    """
    plain = text.strip()
    if len(plain) > _LONGEST_NUMBER or _THOUSANDS.match(plain) or not _NUMBER.match(plain):
        return QC212
    return float(plain.replace(",", "."))


def claim(text: str, relation: Relation) -> tuple[Sign, str] | Code:
    """Return the sign and the reason of a link's claim (`øger, fordi …`, `følges ad`)."""
    split = reasoned(text)
    if isinstance(split, Code):
        return split
    if relation is Relation.INFLUENCES:
        found = value("sign", split.value)
        return (Sign(found), split.because) if found else QC211
    found = value("association", split.value)
    if found is None:
        return QC219
    return (Sign.UP if found == "moves with" else Sign.DOWN), split.because


def pairs(text: str) -> tuple[Pair, ...] | Code:
    """Return the pairs of a link `a -> b`; several at once are returned so that each can be named."""
    parts = _ARROW.split(_spaced(text))
    if len(parts) != 3 or not parts[0] or not parts[2]:
        return QC210
    relation = Relation.MOVES_WITH if parts[1] == "~" else Relation.INFLUENCES
    causes, effects = _SEVERAL.split(parts[0]), _SEVERAL.split(parts[2])
    if len(causes) * len(effects) > _MOST_PAIRS or any(not is_id(each) for each in (*causes, *effects)):
        return QC210
    return tuple(Pair(cause, effect, relation) for cause in causes for effect in effects)


def is_id(text: str) -> bool:
    """Say whether a text can be an id: one word, no comma, colon or arrow.

    An id becomes the name of a folder and of a page. So it is no path, begins and ends with no dot,
    and is no name that Windows keeps for itself.
    """
    return bool(text) and len(text) <= _LONGEST_ID and not _NOT_IN_IDS.search(text) and _is_a_name(text)


def _is_a_name(text: str) -> bool:
    return not (
        "->" in text or "→" in text or text[0] == "." or text[-1] == "." or _NOT_A_FILE.fullmatch(text)
    )


def made_id(text: str) -> str:
    """Return an id made of a text that is none, so that reading can go on without a path in it.

    >>> made_id("../../ude/stjaalet")
    'ude_stjaalet'
    """
    made = "_".join(re.findall(r"[\w-]+", text))[:_LONGEST_ID]
    return made if is_id(made) else f"_{made}"[:_LONGEST_ID]


def smallest(text: str) -> Smallest | Code:
    """Return a smallest effect: a number above 0, its unit and why; the claim's own word has the sign."""
    split = reasoned(text)
    if isinstance(split, Code):
        return split
    found = _MEASURED.match(split.value)
    size = number(found["number"]) if found else QC212
    if isinstance(size, Code) or not found:
        return QC212
    unit = value("effect_unit", found["unit"] or "")
    if unit is None:
        return QC216
    return QC208 if size <= 0 else Smallest(value=size, unit=Unit(unit), because=split.because)


def condition(text: str) -> Condition | Code:
    """Return when something counts as met: `mindst 75 %`, `højst 1`, `ja`.

    A number alone means exactly that number; words alone name a step of the scale.
    """
    split = reasoned(text)
    if isinstance(split, Code):
        return split
    if re.search(r"[<>=≥≤]", split.value):
        return QC218
    found = _CONDITION.match(split.value)
    if not found:
        return QC218 if value("comparison", split.value) else _named_step(split)
    how = value("comparison", found["how"]) if found["how"] else "exactly"
    size = number(found["number"])
    if how is None:
        return _named_step(split)
    if isinstance(size, Code):
        return size
    said = (found["unit"] or "").strip()
    return Condition(comparison=how, value=size, unit=value("unit", said) or said, because=split.because)


def _named_step(split: Reasoned) -> Condition:
    return Condition(comparison="is", value=split.value, because=split.because)


def span(text: str) -> tuple[float, float] | Code:
    """Return a range of probabilities, `0,1-0,3` or `10-30 %`; one number is a range of that number."""
    found = _RANGE.match(_spaced(text))
    if not found:
        return QC220
    percent = bool(found["one"] or found["two"])
    low = number(found["low"])
    high = number(found["high"]) if found["high"] else low
    if isinstance(low, Code) or isinstance(high, Code):
        return QC220
    scale = 100 if percent else 1
    low, high = low / scale, high / scale
    return (low, high) if 0 <= low <= high <= 1 else QC220

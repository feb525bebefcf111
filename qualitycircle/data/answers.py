"""What an answer says on its scale, or how it was not answered.

Four ways of meeting a question are kept apart: answered, will not answer, does not know, missing
(BIP 2017 s7-9). Named steps are matched by their words.
"""

from __future__ import annotations

from dataclasses import dataclass

from qualitycircle.data.events import Answered
from qualitycircle.data.formats import Flaw, number
from qualitycircle.data.problems import QC424, QC425, QC426
from qualitycircle.findings import Code
from qualitycircle.indicators import Indicator, Scale
from qualitycircle.vocabulary.spelling import fold
from qualitycircle.vocabulary.words.data import AFFIRMED, DENIED, UNANSWERED

_UNANSWERED = {
    fold(word): status
    for status, words in zip(
        (Answered.REFUSED, Answered.DO_NOT_KNOW, Answered.MISSING), UNANSWERED.values(), strict=True
    )
    for word in words
}
_AFFIRMED = {fold(each) for each in AFFIRMED}
_DENIED = {fold(each) for each in DENIED}


@dataclass(frozen=True, slots=True)
class Answer:
    """A number on the scale, or why there is none."""

    status: Answered
    value: float = float("nan")


def answer(word: str, indicator: Indicator) -> Answer | Code:
    """Read one answer; a `Code` says what is wrong with it."""
    if not word:
        return Answer(Answered.MISSING)
    plain = fold(word)
    if (status := _UNANSWERED.get(plain)) is not None:
        return Answer(status)
    scale = indicator.scale
    if scale is not None and (step := _step(plain, scale)) is not None:
        return Answer(Answered.ANSWERED, step)
    read = number(word)
    if isinstance(read, float):
        return _placed(read, scale)
    if plain in _AFFIRMED | _DENIED and (scale is None or lowest(scale) == 0):
        return Answer(Answered.ANSWERED, float(plain in _AFFIRMED))
    return QC426 if read is Flaw.AMBIGUOUS else QC425


def lowest(scale: Scale) -> float | None:
    """Return the number of the lowest step: 0 for nej/ja, else 1 when nothing is said."""
    if scale.low is not None or not scale.steps:
        return scale.low
    return 0.0 if {fold(each) for each in scale.steps} == {"nej", "ja"} else 1.0


def highest(scale: Scale) -> float | None:
    """Return the number of the highest step, or None when the scale has no end."""
    low = lowest(scale)
    if scale.steps and low is not None:
        return low + len(scale.steps) - 1
    return scale.high


def ticked(word: str) -> bool | None:
    """Read a tick: yes, no, or None when it is neither."""
    plain = fold(word)
    if not plain or plain in _DENIED:
        return False
    return True if plain in _AFFIRMED else None


def _step(plain: str, scale: Scale) -> float | None:
    low = lowest(scale)
    folded = [fold(each) for each in scale.steps]
    return float(folded.index(plain)) + (low or 0.0) if plain in folded else None


def _placed(value: float, scale: Scale | None) -> Answer | Code:
    if scale is None:
        return Answer(Answered.ANSWERED, value)
    low, high = lowest(scale), highest(scale)
    outside = (low is not None and value < low) or (high is not None and value > high)
    between = bool(scale.step_count) and not value.is_integer()
    return QC424 if outside or between else Answer(Answered.ANSWERED, value)

"""What is to be seen of the smallest effect, and what the data could have found, in words.

Noise in the answers makes an association smaller than it is, and so do too few days since the start.
What is seen is therefore held against what would be seen of the smallest effect, not against itself.
"""

from __future__ import annotations

from qualitycircle.evaluation.values import Tested, Verdict
from qualitycircle.indicators import Indicators
from qualitycircle.rendering.beside import WHOLE
from qualitycircle.rendering.naming import number
from qualitycircle.rendering.people import thousands
from qualitycircle.rendering.units import NO_INDICATORS, unit
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words.evaluation import ACCOUNT, CAPS, SEEN

_OPEN = frozenset({Verdict.UNDECIDED, Verdict.WEAK})
_LARGE_ENOUGH = frozenset({Verdict.SUPPORTED, Verdict.CONTRADICTED})


def decided_by(tested: Tested, language: Language) -> str:
    """Return what is seen of the smallest effect where the verdict would be another without; else nothing.

    That is what a number smaller than the smallest effect did reach, or what an interval within the
    smallest effect did not stay within.
    """
    found, smallest = tested.deciding, tested.smallest
    if tested.uncapped in _LARGE_ENOUGH:
        seen_as = tested.smallest_high if abs(found.value) < smallest else smallest
    elif tested.uncapped is not Verdict.NO_RELEVANT and -smallest < found.low90 and found.high90 < smallest:
        seen_as = tested.smallest_low
    else:
        return ""
    shown = number(seen_as, language)
    return "" if shown == number(smallest, language) else shown


def seen(tested: Tested, language: Language) -> str:
    """Return what is seen of the smallest effect and why it is less; nothing when all of it is."""
    smallest, low, high = (
        number(each, language) for each in (tested.smallest, tested.smallest_low, tested.smallest_high)
    )
    if tested.smallest <= 0 or smallest == low == high:
        return ""
    facts = {"smallest": smallest, "low": low, "high": high}
    share = 1.0 if tested.exposure is None else tested.exposure.share
    least = tested.smallest_low / share if share > 0 else tested.smallest_high
    if share < WHOLE and min(least, tested.smallest_high) >= WHOLE * tested.smallest:
        return SEEN["short"].say(language, **facts)
    why = SEEN["noise" if share >= WHOLE else "both"].say(language)
    return SEEN["as one" if low == high else "as between"].say(language, why=why, **facts)


def power(tested: Tested, language: Language, indicators: Indicators = NO_INDICATORS) -> list[str]:
    """Return what true effect these data could have found, and how many citizens would decide."""
    if tested.smallest <= 0:
        return []
    return [_found(tested, indicators, language), *_needed(tested, language)]


def _found(tested: Tested, indicators: Indicators, language: Language) -> str:
    if tested.mde_true is None:
        return ACCOUNT["mde unknown"].say(language)
    told_in = unit(tested.deciding.unit, tested.test, indicators, language)
    return ACCOUNT["mde"].say(language, mde=f"{number(tested.mde_true, language)} {told_in}")


def _needed(tested: Tested, language: Language) -> list[str]:
    if tested.verdict not in _OPEN:
        return []
    if tested.bars:
        caps = ", ".join(CAPS[each.value].label.say(language) for each in tested.bars)
        return [ACCOUNT["needed barred"].say(language, caps=caps)]
    if tested.n_needed is None:
        return [ACCOUNT["needed unknown"].say(language)]
    return [ACCOUNT["needed"].say(language, needed=thousands(tested.n_needed, language))]

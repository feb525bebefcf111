"""What may be wrong with a change on an earlier change, although its interval is narrow.

Each doubt is a cap, which lowers any claim, or a stop, which leaves it undecided.
"""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.gates import common_caps
from qualitycircle.evaluation.noise import ends, spanned
from qualitycircle.evaluation.pulling import TELLING, pull
from qualitycircle.evaluation.scaling import Scaling, oriented
from qualitycircle.evaluation.solving import WEAK_FIRST_STAGE, Coefficient
from qualitycircle.evaluation.values import Cap
from qualitycircle.evaluation.verdict import Weighing
from qualitycircle.expectation import Test


def caps_of(test: Test) -> frozenset[Cap]:
    """Return the caps of the test; at the same måling, which came first cannot be told."""
    return (
        common_caps(test)
        if any(each >= 1 for each in test.lags)
        else common_caps(test) | {Cap.SAME_WAVE_ONLY}
    )


def another_lag(key: str, found: Mapping[str, Estimated], scale: Scaling, smallest: float) -> frozenset[Cap]:
    """Cap claims about one lag when X one måling earlier, or later, is relevant on its own.

    Left out, it would pull the claimed lag its own way.
    """
    others = (
        spanned(each, scale)
        for name in ("further", "nearer")
        if (each := ends(found.get(f"{key}/{name}"), name))
    )
    relevant = any((each.low > 0 or each.high < 0) and abs(each.value) >= smallest for each in others)
    return frozenset({Cap.ANOTHER_LAG}) if relevant else frozenset()


def pulled(estimated: Estimated, sd: float, scale: Scaling, smallest: float) -> int:
    """Return which way those who leave pull the value, + being the declared direction; 0 for no way."""
    found = pull(estimated, sd) * scale.factor
    if abs(found) < TELLING * smallest or not found:
        return 0
    return 1 if found > 0 else -1


def weak_instrument(deciding: tuple[Coefficient, ...]) -> frozenset[Cap]:
    strengths = [each.first_stage for each in deciding if each.first_stage is not None]
    weak = any(each < WEAK_FIRST_STAGE for each in strengths)
    return frozenset({Cap.WEAK_INSTRUMENT}) if weak else frozenset()


def own_pace(key: str, found: Mapping[str, Estimated], scale: Scaling, weighed: Weighing) -> frozenset[Cap]:
    """Stop where the citizen's own mean as the yardstick says the opposite, beyond doubt.

    Citizens who progress each at their own pace, on both ends, make the two differ; nothing else in the
    worlds that were tried does (docs/decisions, 35).
    """
    estimated = found.get(f"{key}/two-way")
    other = estimated.get("two-way") if estimated is not None else None
    if other is None or other.se <= 0:
        return frozenset()
    at, deciding = oriented(other, scale), weighed.deciding
    opposite = (at.low > 0 and deciding.high < 0) or (at.high < 0 and deciding.low > 0)
    return frozenset({Cap.OWN_PACE}) if opposite else frozenset()

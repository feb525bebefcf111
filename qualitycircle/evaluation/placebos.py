"""What was there before the start, where nothing can be its effect, and what it takes from a verdict.

`placebo change` is the change up to now on the coming start, `placebo level` the answer before on it,
given the answer now. Where starts follow a low answer the change before points the other way than the
claim (a dip; Ashenfelter 1978), and the fair comparison stands. Where those who start were already on
the way the estimate points, their own growth would look just like it, whatever is said of who starts.
"""

from __future__ import annotations

from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.gates import common_caps
from qualitycircle.evaluation.scaling import Scaling, oriented, shown
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Cap, Estimate, Role
from qualitycircle.evaluation.verdict import Weighing
from qualitycircle.expectation import Test
from qualitycircle.theory import Assignment

FAILED_AT = 0.05

PLACEBO_OF = {"ancova": "placebo level", "change score": "placebo change"}


def placebo_caps(
    test: Test, placebo: Estimated, scale: Scaling, fair: str | None, weighed: Weighing
) -> frozenset[Cap]:
    """Return what lowers the verdict because of what was there before the start, or because nothing is.

    `fair` is the one comparison that decides, None when nobody says who starts.
    """
    caps = common_caps(test)
    wanted = [PLACEBO_OF[fair]] if fair else list(PLACEBO_OF.values())
    failed = [_failed(placebo.get(each), scale, test.smallest.value) for each in wanted]
    if fair is None and not any(_is_told(placebo.get(each)) for each in wanted):
        return caps | {Cap.NOTHING_BEFORE}
    if all(failed) or _under_way(test, placebo.get("placebo change"), scale, weighed):
        return caps | {Cap.PLACEBO}
    return caps


def _is_told(found: Coefficient | None) -> bool:
    return found is not None and found.se > 0


def _failed(found: Coefficient | None, scale: Scaling, smallest: float) -> bool:
    """Say whether something relevant was there before the start, where nothing can be."""
    if found is None or found.se <= 0:
        return False
    at = oriented(found, scale)
    return at.p < FAILED_AT and abs(at.value) > smallest


def _under_way(test: Test, found: Coefficient | None, scale: Scaling, weighed: Weighing) -> bool:
    """Say whether those who start were already on the way that the estimate points, or the claim.

    Half the smallest effect is enough: had they gone on so, the rest need not be one. Up to now it is
    one måling; the effect is read `lag` of them later. A lot decides by itself.
    """
    if found is None or found.se <= 0 or test.assignment is Assignment.RANDOMISED:
        return False
    at = oriented(found, scale)
    way = -1.0 if weighed.deciding.high < 0 else 1.0
    lag = max(1, min(test.lags, default=1))
    return at.p < FAILED_AT and way * at.value * lag > test.smallest.value / 2.0


def placebos(placebo: Estimated, scale: Scaling) -> tuple[Estimate, ...]:
    """Return what was there before the start, to be shown beside the verdict."""
    found = ((name, placebo.get(name)) for name in placebo.found)
    return tuple(
        shown(each, scale, Role.PLACEBO, name=name)
        for name, each in found
        if each is not None and each.se > 0
    )

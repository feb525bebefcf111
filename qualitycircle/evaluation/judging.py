"""From the numbers of one test to its result: the rule, and what is printed beside the verdict."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.evaluation.gates import common_flags
from qualitycircle.evaluation.reliability import Attenuation
from qualitycircle.evaluation.values import (
    Basis,
    Cap,
    Estimate,
    Flag,
    LinkResult,
    NotMeasured,
    Reason,
    Tested,
    Verdict,
)
from qualitycircle.evaluation.verdict import (
    ROUNDING,
    Interval,
    Placed,
    Weighing,
    needed,
    place,
    smallest_found,
)
from qualitycircle.expectation import Test


def weighing(test: Test, deciding: Interval, found: Attenuation, smallest: float) -> Weighing:
    """Return what the rule looks at when there is nothing but the deciding interval."""
    return Weighing(
        deciding=deciding,
        smallest=smallest,
        smallest_high=smallest * found.highest,
        smallest_low=smallest * found.lowest,
        reliability_known=found.known,
    )


def tested(
    test: Test,
    weighed: Weighing,
    basis: Basis,
    estimates: tuple[Estimate, ...],
    *,
    persons: int,
    lost: Mapping[str, int],
    flags: tuple[Flag, ...],
    reliability: float | None,
) -> Tested:
    """Return the judged test with everything that is printed beside its verdict."""
    placed = place(weighed)
    deciding, bars = weighed.deciding, _bars(weighed, placed)
    return Tested(
        test=test,
        basis=basis,
        estimates=estimates,
        verdict=placed.verdict,
        uncapped=placed.uncapped,
        smallest=weighed.smallest,
        smallest_high=weighed.smallest_high,
        smallest_low=weighed.smallest_low,
        mde=smallest_found(deciding.se),
        n_needed=None if bars else needed(persons, deciding.se, weighed.smallest_low),
        bars=bars,
        p=_p(weighed),
        p_equivalence=_p_within(weighed),
        caps=placed.caps,
        flags=tuple(dict.fromkeys([*_direction_flags(placed, deciding), *common_flags(test), *flags])),
        lost=lost,
        reliability=reliability,
    )


def _bars(weighed: Weighing, placed: Placed) -> tuple[Cap, ...]:
    """Return what would lower a verdict however many citizens there were."""
    found = {*placed.caps, *weighed.caps, *weighed.stops} - {Cap.UNKNOWN_RELIABILITY}
    return tuple(sorted(found, key=lambda each: each.name))


def with_spread(result: LinkResult) -> LinkResult:
    """Return a result, or that nothing varies around what was found: then nothing is certain either."""
    if isinstance(result, NotMeasured) or not has_no_width(result.deciding, result.smallest):
        return result
    facts = {"element": result.test.effect.element}
    return NotMeasured(reason=Reason.NO_SPREAD, test=result.test, facts=facts)


def has_no_width(found: Estimate, smallest: float) -> bool:
    """Say whether only rounding is left of an estimate's uncertainty."""
    return found.se <= ROUNDING * max(abs(found.value), smallest)


def _p(weighed: Weighing) -> float:
    """The p-value against no association; in a bracket, the larger, and 1 when they disagree."""
    if not weighed.members:
        return weighed.deciding.p
    signs = {each.value > 0 for each in weighed.members}
    return max(each.p for each in weighed.members) if len(signs) == 1 else 1.0


def _p_within(weighed: Weighing) -> float:
    against = [*(weighed.members or (weighed.deciding,)), *weighed.alongside]
    if weighed.same_wave is not None:
        against.append(weighed.same_wave)
    if weighed.smallest_low <= 0:
        return 1.0
    return max(each.p_within(weighed.smallest_low) for each in against)


def _direction_flags(placed: Placed, deciding: Interval) -> tuple[Flag, ...]:
    found = []
    if placed.uncapped is Verdict.NO_RELEVANT and deciding.low > 0:
        found.append(Flag.POSITIVE_BUT_SMALL)
    if placed.verdict is Verdict.UNDECIDED and deciding.high < 0:
        found.append(Flag.WRONG_DIRECTION)
    return tuple(found)

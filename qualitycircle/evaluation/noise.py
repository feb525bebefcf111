"""An estimate with no noise taken out of what is held still, and with as much as is held possible.

How reliable answers are is found among others and at another time, and errors may come back or be shared.
A claim must therefore hold whichever of them is right (docs/decisions, 35).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.scaling import Scaling, as_estimate, oriented, shown
from qualitycircle.evaluation.shared_noise import NOISIER, SHARED
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Cap, Estimate, Role
from qualitycircle.evaluation.verdict import Interval, envelope


def names(estimated: Estimated, name: str) -> tuple[str, ...]:
    """Return the equations an estimate rests on: one, or one for each view of the noise."""
    others = (f"{name}/{each}" for each in (NOISIER, SHARED))
    return (name, *(each for each in others if each in estimated.found))


def ends(estimated: Estimated | None, name: str) -> tuple[Coefficient, ...]:
    """Return the coefficients of one estimate, one for each view of the noise."""
    if estimated is None or name not in estimated.found:
        return ()
    found = (estimated.get(each) for each in names(estimated, name))
    return tuple(each for each in found if each is not None and each.se > 0)


def spanned(found: Sequence[Coefficient], scale: Scaling) -> Interval:
    """Return the interval that holds all of them."""
    intervals = [oriented(each, scale) for each in found]
    return reduce(envelope, intervals)


def told(
    found: Sequence[Coefficient], scale: Scaling, role: Role, *, name: str, lag: int | None = None
) -> Estimate:
    """Return an estimate as it is kept and shown."""
    if len(found) == 1:
        return shown(found[0], scale, role, name=name, lag=lag)
    return as_estimate(spanned(found, scale), found[0], scale, role, name=name, lag=lag)


def with_and_without(
    found: Sequence[Coefficient], estimated: Estimated, name: str, scale: Scaling, lag: int
) -> tuple[Estimate, ...]:
    """Return each of the estimates that a claim must hold in, where there are several."""
    if len(found) < 2:
        return ()
    said = (each.removeprefix(f"{name}/") for each in names(estimated, name)[1:])
    return tuple(
        shown(each, scale, Role.SENSITIVITY, name=label, lag=lag)
        for label, each in zip(("as answered", *said), found, strict=False)
    )


def noisy_past(found: Sequence[Coefficient], views: int, *, known: bool) -> frozenset[Cap]:
    """Return the cap where taking out the noise that is known would leave nothing of a control.

    So it is where one of the `views` of the noise leaves nothing to be told at all. How much one person's
    answers share is not known, only bounded: of that, as much is taken out as can be.
    """
    declared = [each for each in found if not each.name.endswith(SHARED)]
    too_noisy = len(found) < views or (known and any(each.cleared < 1.0 for each in declared))
    return frozenset({Cap.NOISY_PAST}) if too_noisy else frozenset()

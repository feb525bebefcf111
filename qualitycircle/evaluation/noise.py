"""An estimate with the least and the most noise held possible taken out of what is held still.

With every reliability known the two are one. Where they differ, a claim must hold in both.
"""

from __future__ import annotations

from collections.abc import Sequence

from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.scaling import Scaling, as_estimate, oriented, shown
from qualitycircle.evaluation.sequential import AS_ANSWERED, NOISIER
from qualitycircle.evaluation.solving import Coefficient
from qualitycircle.evaluation.values import Cap, Estimate, Role
from qualitycircle.evaluation.verdict import Interval, envelope


def names(estimated: Estimated, name: str) -> tuple[str, ...]:
    """Return the equations an estimate rests on: one, or one for each end of what is held possible."""
    noisier = f"{name}/{NOISIER}"
    return (name, noisier) if noisier in estimated.found else (name,)


def ends(estimated: Estimated | None, name: str) -> tuple[Coefficient, ...]:
    """Return the coefficients with the least and the most noise taken out, or one where they are one."""
    if estimated is None or name not in estimated.found:
        return ()
    found = (estimated.get(each) for each in names(estimated, name))
    return tuple(each for each in found if each is not None and each.se > 0)


def spanned(found: Sequence[Coefficient], scale: Scaling) -> Interval:
    """Return the interval that holds all of them."""
    intervals = [oriented(each, scale) for each in found]
    return intervals[0] if len(intervals) == 1 else envelope(intervals[0], intervals[1])


def told(
    found: Sequence[Coefficient], scale: Scaling, role: Role, *, name: str, lag: int | None = None
) -> Estimate:
    """Return an estimate as it is kept and shown."""
    if len(found) == 1:
        return shown(found[0], scale, role, name=name, lag=lag)
    return as_estimate(spanned(found, scale), found[0], scale, role, name=name, lag=lag)


def as_answered(estimated: Estimated, name: str, scale: Scaling, lag: int) -> tuple[Estimate, ...]:
    """Return the estimate with no noise taken out, where any was."""
    key = f"{name}/{AS_ANSWERED}"
    found = estimated.get(key) if key in estimated.found else None
    if found is None or found.se <= 0:
        return ()
    return (shown(found, scale, Role.SENSITIVITY, name=AS_ANSWERED, lag=lag),)


def noisy_past(found: Sequence[Coefficient], *, known: bool) -> frozenset[Cap]:
    """Return the cap where the noise is known, but taken out there would be nothing left of a control."""
    held = all(each.cleared >= 1.0 for each in found)
    return frozenset() if held or not known else frozenset({Cap.NOISY_PAST})

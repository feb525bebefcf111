"""How long those who started have had the activity when the effect is read, and what that does to a no.

A start the day before a måling counts as a start, but hardly anything can have come of it. What the
theory declares is an effect seen so many målinger later, at the plan's distance. If it grows evenly,
only a part of it is there when the effect is read sooner. So little of the smallest effect may then
be seen, and a no must say that not even that is there (docs/decisions, 40).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from qualitycircle.data.block import Floats
from qualitycircle.evaluation.beside import Exposure
from qualitycircle.evaluation.estimating import Estimated
from qualitycircle.evaluation.verdict import Weighing

COUNTS = ("starts read", "days exposed", "share exposed", "waits read", "share waiting")


def exposure_counts(start: Floats, started: Floats, read: Floats, due: float) -> list[float]:
    """Return how many starts were read, and the sums of their days and of the share of what was due.

    `start` is 1 for those who start and 0 for those who wait; they count too, since some of them have
    begun when the effect is read. `due` is the declared lag in days; more than that counts as all of
    it. Who never begins has had nothing, but of those who were to start only those who do count.
    """
    days = np.maximum(read - started, 0.0)
    known, waits = (start > 0) & np.isfinite(days), start == 0
    share = np.minimum(np.nan_to_num(days, nan=0.0) / max(due, 1.0), 1.0)
    sums = known.sum(), days[known].sum(), share[known].sum(), waits.sum(), share[waits].sum()
    return [float(each) for each in sums]


def exposure(estimated: Estimated, due: int) -> Exposure | None:
    """Return the mean exposure of those who started, or None when nobody's is known."""
    counts = estimated.sums.counts
    starts, days, share, waits, waiting = (counts[each] for each in COUNTS)
    if not starts:
        return None
    more = share / starts - waiting / max(waits, 1.0)
    return Exposure(days=days / starts, due=due, share=max(more, 0.0), starts=int(starts))


def seen_so_far(weighed: Weighing, found: Exposure | None) -> Weighing:
    """Return what is weighed with as little of the smallest effect as the exposure lets be seen."""
    if found is None or found.share <= 0:
        return weighed if found is None else replace(weighed, exposed=0.0, smallest_low=0.0)
    return replace(weighed, exposed=found.share, smallest_low=weighed.smallest_low * found.share)

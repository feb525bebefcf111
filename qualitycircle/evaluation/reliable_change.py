"""How much an answer must move before the move is more than noise (Jacobson & Truax 1991; Maassen 2004)."""

from __future__ import annotations

import math

from scipy.special import ndtr

CRITICAL = 1.96


def threshold(sd: float, reliability: float | None) -> float | None:
    """Return the change that noise alone exceeds once in twenty; None when reliability is unknown.

    And where nobody differs: how much of nothing is noise cannot be said. `sd` is that of the first
    answers. On a scale of 1 to 5 with standard deviation 1 and reliability .64 it is 1.66: one step is
    noise, two steps are change.

    >>> round(threshold(1.0, 0.64), 2), threshold(1.0, None)
    (1.66, None)
    """
    if reliability is None or sd <= 0:
        return None
    return CRITICAL * math.sqrt(2.0) * sd * math.sqrt(max(1.0 - reliability, 0.0))


def by_noise(sd: float, reliability: float | None, is_stepped: bool) -> float | None:
    """Return the share each way that noise alone would bring beyond the threshold.

    Answers in whole steps can only pass it by a whole step, so the share is that of the first step
    beyond it; a measure without steps passes it once in forty.
    """
    limit = threshold(sd, reliability)
    if limit is None or limit <= 0:
        return None if limit is None else 0.0
    spread = limit / CRITICAL
    edge = math.floor(limit) + 1 - 0.5 if is_stepped else limit
    return float(ndtr(-edge / spread))

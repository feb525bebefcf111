"""The interval of a share, honest also where everybody has it or nobody has (Wilson 1927).

With all of n citizens a standard error is 0, and an interval made of it would be certain. Wilson's is not:
of 30 who all have it, at least 89 % have it (95 %); the rule of three says 90 %.
"""

from __future__ import annotations

from qualitycircle.evaluation.verdict import Interval

WIDE, NARROW = 1.959964, 1.644854
"""Standard errors that hold 95 and 90 %."""


def share_interval(share: float, se: float, persons: int) -> Interval:
    """Return the intervals of a share with a standard error; where that is 0, as so many persons say it.

    What lies between 0 and 1 varies at most as much as a yes or no with the same mean, so the interval
    is wide enough for such a mean too.
    """
    share = min(max(share, 0.0), 1.0)
    counted = share * (1.0 - share) / se**2 if se > 0 and 0 < share < 1 else float(persons)
    low, high = _wilson(share, counted, WIDE)
    low90, high90 = _wilson(share, counted, NARROW)
    return Interval(
        value=share,
        se=se if se > 0 else (high - low) / (2 * WIDE),
        degrees=float("inf"),
        low=low,
        high=high,
        low90=low90,
        high90=high90,
    )


def _wilson(share: float, counted: float, errors: float) -> tuple[float, float]:
    """Return the ends of Wilson's interval; they are the share itself where it is nothing or all.

    >>> [round(each, 3) for each in _wilson(1.0, 30, WIDE)]
    [0.886, 1.0]
    """
    square = errors**2
    middle = (share + square / (2 * counted)) / (1 + square / counted)
    spread = share * (1 - share) / counted + square / (4 * counted**2)
    half = errors / (1 + square / counted) * spread**0.5
    return max(middle - half, 0.0), min(middle + half, 1.0)


def of_a_scale(value: float, se: float, persons: int, ends: tuple[float, float]) -> Interval:
    """Return the intervals of a mean that must lie between two ends, as a share of the way between them."""
    low, high = ends
    length = high - low
    at = share_interval((value - low) / length, se / length, persons)
    return Interval(
        value=value,
        se=at.se * length,
        degrees=at.degrees,
        low=low + at.low * length,
        high=low + at.high * length,
        low90=low + at.low90 * length,
        high90=low + at.high90 * length,
    )

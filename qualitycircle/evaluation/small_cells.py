"""Which counts of people are too small to be shown, or would tell one that is (decision 0014)."""

from __future__ import annotations

from collections.abc import Sequence


def shown(count: int, smallest_cell: int) -> int:
    """Return a number of people, 0 when it is too small to tell."""
    return count if count >= smallest_cell else 0


def unshown(counts: Sequence[int], smallest_cell: int, *, most: int | None = None) -> frozenset[int]:
    """Return which of some counts are not shown, when their total may be known from elsewhere.

    Beside the small ones one more is hidden, large enough that the small one could be anything from
    one up; where none is, all are. `most` is the largest a count can be, when a reader knows it.

    >>> sorted(unshown((400, 380, 3), 5)), sorted(unshown((12, 11, 7, 6, 4), 5, most=12))
    ([1, 2], [0, 1, 2, 3, 4])
    >>> unshown((400, 380, 0), 5)
    frozenset()
    """
    small = {at for at, count in enumerate(counts) if 0 < count < smallest_cell}
    if not small:
        return frozenset()
    room = range(2 * smallest_cell - 2, (most + 3 - smallest_cell if most is not None else max(counts) + 1))
    covering = [(count, at) for at, count in enumerate(counts) if count in room]
    everything = {at for at, count in enumerate(counts) if count}
    return frozenset(small | {min(covering)[1]} if covering else everything)

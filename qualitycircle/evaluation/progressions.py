"""How answers moved from the first måling to the last, for the same persons. Progression is not effect."""

from __future__ import annotations

from qualitycircle.evaluation.descriptives import Descriptives, Spread
from qualitycircle.evaluation.readings import Reading
from qualitycircle.evaluation.small_cells import unshown
from qualitycircle.evaluation.values import Progression
from qualitycircle.indicators import Indicators


def progressions(
    found: Descriptives, readings: tuple[Reading, ...], known: Indicators, smallest_cell: int
) -> tuple[Progression, ...]:
    """Return the movement of each indicator; groups below the smallest cell are not shown."""
    return tuple(_progression(found, each, known, smallest_cell) for each in readings if len(each.key) == 1)


def _progression(found: Descriptives, reading: Reading, known: Indicators, smallest_cell: int) -> Progression:
    spread = found.spread(reading)
    moved = tuple(int(spread.sums[each]) for each in ("up", "same", "down"))
    persons = sum(moved)
    up, same, down = _suppressed(moved, smallest_cell)
    indicator = known.get(reading.indicators[0])
    hidden = unshown(spread.wave_counts, smallest_cell, most=found.persons)
    return Progression(
        indicator=reading.indicators[0],
        persons=persons if persons >= smallest_cell else 0,
        up=up,
        same=same,
        down=down,
        means=tuple(
            _mean(wave, spread, reading.middle, is_shown=wave not in hidden)
            for wave in range(found.waves)
            if spread.wave_counts[wave]
        ),
        low_is_good=indicator is not None and not indicator.wanted_up,
    )


def _suppressed(counts: tuple[int, ...], smallest_cell: int) -> tuple[int | None, ...]:
    """Return the counts, all hidden when one is small: the small one could be told from the others."""
    if any(0 < each < smallest_cell for each in counts):
        return (None, None, None)
    return counts


def _mean(
    wave: int, spread: Spread, middle: float, *, is_shown: bool
) -> tuple[int, float | None, int | None]:
    if not is_shown:
        return (wave, None, None)
    count = spread.wave_counts[wave]
    return (wave, spread.wave_sums[wave] / count + middle, count)

"""Groups too small to be shown: their size is not told, in any output."""

from __future__ import annotations

from dataclasses import replace

from qualitycircle.evaluation.values import LinkResult, NotMeasured

COUNTS_OF_PEOPLE = frozenset({"persons", "exposed", "unexposed", "events", "fewest"})


def suppressed(result: LinkResult, smallest_cell: int) -> LinkResult:
    """Return a result whose facts say "<5" instead of how many, when they are so few.

    Results that ran rest on at least thirty citizens and need no suppression.
    """
    if not isinstance(result, NotMeasured):
        return result
    facts = {
        key: f"<{smallest_cell}" if key in COUNTS_OF_PEOPLE and _is_small(value, smallest_cell) else value
        for key, value in result.facts.items()
    }
    return replace(result, facts=facts)


def _is_small(value: str | int | float, smallest_cell: int) -> bool:
    return not isinstance(value, str) and 0 < value < smallest_cell

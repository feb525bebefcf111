"""Groups too small to be shown: their size is not told, in any output, nor can it be reckoned.

What is hidden is hidden here, in the values, so that no output can forget to (decision 0014).
"""

from __future__ import annotations

from dataclasses import replace

from qualitycircle.evaluation.gates import FEWEST_PERSONS
from qualitycircle.evaluation.values import LinkResult, NotMeasured, Reason, Role, Tested

COUNTS_OF_PEOPLE = frozenset({"persons", "exposed", "unexposed", "events", "fewest"})


def suppressed(result: LinkResult, smallest_cell: int, *, everybody: int) -> LinkResult:
    """Return a result that rests on at least `smallest_cell` citizens, or says "<5" instead of how many.

    `everybody` is how many the data are about: when they are few, even a reliability reckoned from
    their answers is about them, and only that they are few is said.
    """
    match result:
        case Tested():
            return _tested(result, smallest_cell)
        case NotMeasured(reason=Reason.MEASUREMENT_FAILURE) if everybody < smallest_cell:
            return _too_few(result, smallest_cell)
        case NotMeasured():
            few = result.seen is not None and result.seen.persons < smallest_cell
            facts = {key: _fact(key, result, smallest_cell) for key in result.facts}
            return replace(result, facts=facts, seen=None if few else result.seen)


def _tested(result: Tested, smallest_cell: int) -> LinkResult:
    if result.deciding.persons < smallest_cell:
        return _too_few(result, smallest_cell)
    kept = tuple(
        each for each in result.estimates if each.role is Role.DECIDING or each.persons >= smallest_cell
    )
    few = result.exposure is not None and result.exposure.starts < smallest_cell
    return replace(result, estimates=kept, exposure=None if few else result.exposure)


def _too_few(result: LinkResult, smallest_cell: int) -> NotMeasured:
    needed = max(FEWEST_PERSONS, smallest_cell)
    facts: dict[str, str | int | float] = {"persons": f"<{smallest_cell}", "needed": needed}
    return NotMeasured(reason=Reason.TOO_FEW_PERSONS, test=result.test, facts=facts)


def _fact(key: str, result: NotMeasured, smallest_cell: int) -> str | int | float:
    value = result.facts[key]
    small = key in COUNTS_OF_PEOPLE and not isinstance(value, str) and 0 < value < smallest_cell
    return f"<{smallest_cell}" if small else value

"""The small drawn signs: verdicts, minus, arrowheads. Strokes, not letters, so that no font decides.

Each stroke is a polyline, or (`curved`) a cubic curve; points count from the sign's middle, y down.
"""

from __future__ import annotations

from typing import NamedTuple

from qualitycircle.evaluation.values import Verdict

RADIUS = 7.6


class Stroke(NamedTuple):
    """One line of a sign."""

    points: tuple[tuple[float, float], ...]
    curved: bool = False


Sign = tuple[Stroke, ...]


SUPPORTED = (Stroke(((-3.6, 0.3), (-1.1, 3), (3.7, -3))),)
WEAK = (
    Stroke(((-2.6, 0.4), (-0.8, 2.2), (2.6, -2.2))),
    Stroke(((-4.8, -4.6), (-6.6, -1.6), (-6.6, 1.6), (-4.8, 4.6)), curved=True),
    Stroke(((4.8, -4.6), (6.6, -1.6), (6.6, 1.6), (4.8, 4.6)), curved=True),
)
CONTRADICTED = (Stroke(((-3, -3), (3, 3))), Stroke(((3, -3), (-3, 3))))
NO_RELEVANT = (Stroke(((0, -4), (3.4, -4), (3.4, 4), (0, 4), (-3.4, 4), (-3.4, -4), (0, -4)), curved=True),)
UNDECIDED = (
    Stroke(
        ((-2.3, -2), (-2.3, -4.9), (2.4, -4.9), (2.4, -2.1), (2.4, -0.2), (0, -0.2), (0, 1.5)), curved=True
    ),
    Stroke(((0, 4), (0, 4.2))),
)
MINUS = (Stroke(((-3.6, 0), (3.6, 0))),)
DOWNWARDS = (Stroke(((0, -6), (0, 5.4))), Stroke(((-4.2, 1.4), (0, 5.8), (4.2, 1.4))))
SOLID_HEAD = (Stroke(((0, 0), (-9.5, -4.2), (-9.5, 4.2))),)
OPEN_HEAD = (Stroke(((-8, -4.2), (0, 0), (-8, 4.2))),)

VERDICTS: dict[Verdict, Sign] = {
    Verdict.SUPPORTED: SUPPORTED,
    Verdict.WEAK: WEAK,
    Verdict.CONTRADICTED: CONTRADICTED,
    Verdict.NO_RELEVANT: NO_RELEVANT,
    Verdict.UNDECIDED: UNDECIDED,
    Verdict.NOT_MEASURED: (),
}

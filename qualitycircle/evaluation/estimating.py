"""Gram, solve, score: two readings of the data for all comparisons together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from qualitycircle.data.block import Source
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.moments import Gram, gram, score, unpacked, unpacked_scores
from qualitycircle.evaluation.panel import Spacing
from qualitycircle.evaluation.solving import Aliased, Coefficient, Fit, coefficient, solve

Tick = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Estimated:
    """A frame's sums and what came of each of its equations."""

    frame: Frame
    sums: Gram
    found: Mapping[str, Coefficient | Aliased]

    def get(self, equation: str) -> Coefficient | None:
        """Return an equation's coefficient, or None when it cannot be told."""
        found = self.found[equation]
        return found if isinstance(found, Coefficient) else None

    @property
    def only(self) -> Coefficient | None:
        return self.get(self.frame.equations[0].name)


def estimate(
    source: Source, frames: Sequence[Frame], spacing: Spacing, tick: Tick
) -> Mapping[str, Estimated]:
    """Return what the data say about every frame, by its key."""
    tick("gram")
    sums = unpacked(frames, source.mapsum(partial(gram, tuple(frames), spacing)))
    solved = [_solved(frame, each) for frame, each in zip(frames, sums, strict=True)]
    directions = tuple(
        tuple(fit.direction for fit in fits.values() if isinstance(fit, Fit)) for fits in solved
    )
    tick("score")
    flat = source.mapsum(partial(score, tuple(frames), sums, directions, spacing))
    scores = unpacked_scores(frames, directions, flat)
    found = {}
    for frame, each, fits, squares in zip(frames, sums, solved, scores, strict=True):
        waiting = iter(squares)
        found[frame.key] = Estimated(
            frame,
            each,
            {
                name: coefficient(frame, each, fit, next(waiting)) if isinstance(fit, Fit) else fit
                for name, fit in fits.items()
            },
        )
    return found


def _solved(frame: Frame, sums: Gram) -> Mapping[str, Fit | Aliased]:
    return {each.name: solve(frame, sums, each) for each in frame.equations}

"""Gram, solve, score: two readings of the data for all comparisons together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from qualitycircle.data.block import Source
from qualitycircle.evaluation.by_unit import products_by_unit, without_each, would_claim
from qualitycircle.evaluation.frames import Frame
from qualitycircle.evaluation.leaving_out import LeftOut, leave_out, left_out, needs_leaving_out
from qualitycircle.evaluation.moments import Gram, Scores, gram, score, unpacked, unpacked_scores
from qualitycircle.evaluation.panel import Spacing
from qualitycircle.evaluation.permuting import Drawn, all_drawn_again, gather, needs_permuting
from qualitycircle.evaluation.solving import Aliased, Coefficient, Fit, solve
from qualitycircle.evaluation.variances import coefficient

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
    alone = _left_out(source, frames, sums, spacing)
    drawn = _drawn_again(source, frames, sums, spacing)
    found = [
        Estimated(
            frame,
            each,
            _with_draws(
                _coefficients(frame, each, fits, squares, alone.get(frame.key)), drawn.get(frame.key, {})
            ),
        )
        for frame, each, fits, squares in zip(frames, sums, solved, scores, strict=True)
    ]
    return {each.frame.key: each for each in _without_units(source, found, spacing)}


def _without_units(source: Source, found: Sequence[Estimated], spacing: Spacing) -> Sequence[Estimated]:
    """Return the same, with what is left without one unit where something could be claimed."""
    asked = [each for each in found if would_claim(each.frame, each.found)]
    if not asked:
        return found
    frames = tuple(each.frame for each in asked)
    flat = source.mapsum(partial(products_by_unit, frames, spacing))
    left = without_each(frames, [each.sums for each in asked], flat)
    return [_with_left(each, left.get(each.frame.key, {})) for each in found]


def _with_left(estimated: Estimated, left: Mapping[str, tuple[float, float]]) -> Estimated:
    return replace(
        estimated,
        found={
            name: replace(each, without=left.get(name)) if isinstance(each, Coefficient) else each
            for name, each in estimated.found.items()
        },
    )


def _with_draws(
    found: Mapping[str, Coefficient | Aliased], drawn: Mapping[str, Drawn]
) -> Mapping[str, Coefficient | Aliased]:
    return {
        name: replace(each, drawn=drawn.get(name)) if isinstance(each, Coefficient) else each
        for name, each in found.items()
    }


def _drawn_again(
    source: Source, frames: Sequence[Frame], sums: Sequence[Gram], spacing: Spacing
) -> Mapping[str, Mapping[str, Drawn]]:
    """Return what drawing the lot again says, for the frames with small groups made by lot."""
    small = tuple(frame for frame, each in zip(frames, sums, strict=True) if needs_permuting(frame, each))
    if not small:
        return {}
    return all_drawn_again(small, source.mapsum(partial(gather, small, spacing)))


def _coefficients(
    frame: Frame,
    sums: Gram,
    fits: Mapping[str, Fit | Aliased],
    squares: Sequence[Scores],
    alone: Mapping[str, LeftOut] | None,
) -> Mapping[str, Coefficient | Aliased]:
    waiting = iter(squares)
    found: dict[str, Coefficient | Aliased] = {}
    for name, fit in fits.items():
        if isinstance(fit, Fit):
            variance = alone[name].variance(fit.value) if alone else None
            found[name] = coefficient(frame, sums, fit, next(waiting), variance)
        else:
            found[name] = fit
    return found


def _left_out(
    source: Source, frames: Sequence[Frame], sums: Sequence[Gram], spacing: Spacing
) -> Mapping[str, Mapping[str, LeftOut]]:
    """Return what leaving persons out gives, for the frames with few persons."""
    few = [
        (frame, each)
        for frame, each in zip(frames, sums, strict=True)
        if needs_leaving_out(each) and not needs_permuting(frame, each)
    ]
    if not few:
        return {}
    small, grams = tuple(frame for frame, _ in few), tuple(each for _, each in few)
    found = left_out(small, source.mapsum(partial(leave_out, small, grams, spacing)))
    return {
        frame.key: {each.name: own for each, own in zip(frame.equations, found[at], strict=True)}
        for at, frame in enumerate(small)
    }


def _solved(frame: Frame, sums: Gram) -> Mapping[str, Fit | Aliased]:
    return {each.name: solve(frame, sums, each) for each in frame.equations}

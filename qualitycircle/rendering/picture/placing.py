"""From a theory to a drawing: columns are ours, their order is Graphviz', every link has its own port."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.rendering.picture.columns import columns
from qualitycircle.rendering.picture.drawing import Band, Box, Drawing
from qualitycircle.rendering.picture.engine import layout
from qualitycircle.rendering.picture.grid import LINE, PAGE, bands, grid, sized_box
from qualitycircle.rendering.picture.heights import Layout, heights
from qualitycircle.rendering.picture.routes import routes
from qualitycircle.theory import Kind, Theory
from qualitycircle.vocabulary.language import Language

_HEADING = 34.0
_INSET = 10.0
_BELOW = 12.0


def placed(
    theory: Theory, *, language: Language, evaluation: Evaluation | None = None, engine: Layout = layout
) -> Drawing:
    """Return the drawing of a theory, with an evaluation's verdicts on its links."""
    found = grid(theory, columns(theory), judged=evaluation is not None)
    sizes = {each.id: sized_box(each, found, language) for each in theory.elements}
    middles = heights(found, sizes, engine)
    shown = bands(theory, found)
    top = _HEADING + _INSET + _push(shown, found.font, sizes, middles)
    boxes = {id: replace(box, y=top + middles[id] - box.height / 2) for id, box in sizes.items()}
    lanes = {name: top + middle for name, middle in middles.items() if name not in boxes}
    lowest = max([*(each.y + each.height for each in boxes.values()), *lanes.values()], default=top)
    return Drawing(
        width=max(PAGE, found.width),
        height=lowest + _BELOW,
        top=_HEADING,
        font=found.font,
        bands=shown,
        boxes=tuple(boxes.values()),
        routes=routes(theory, found, boxes, lanes, evaluation),
    )


def _push(
    bands: Sequence[Band], font: float, boxes: Mapping[str, Box], middles: Mapping[str, float]
) -> float:
    """Return how far all moves down, so that the indsats' name stands above its delindsatser."""
    first = [middles[id] - box.height / 2 for id, box in boxes.items() if box.element.kind is Kind.ACTIVITY]
    title = max((len(each.title) for each in bands), default=0)
    return max(0.0, title * font * LINE + 24 - min(first)) if first else 0.0

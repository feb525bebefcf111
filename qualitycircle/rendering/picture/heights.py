"""How high everything stands: Graphviz orders each column, we space columns of boxes evenly.

What stands in a column are boxes and lanes; a lane is where a link passes between the boxes of a
column on its way to a later one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from qualitycircle.rendering.picture.columns import Hop
from qualitycircle.rendering.picture.drawing import Box
from qualitycircle.rendering.picture.grid import Grid

Layout = Callable[[str], dict[str, tuple[float, float]]]
_LANE = 1.0


def lane(hop: Hop, column: int) -> str:
    """Return the name of a link's lane through a column."""
    return f"{hop.link.id} @{column}"


def passed(grid: Grid, hop: Hop) -> list[int]:
    """Return the columns a link passes on its way."""
    return list(range(grid.columns.column[hop.start] + 1, grid.columns.column[hop.end]))


def heights(grid: Grid, boxes: Mapping[str, Box], engine: Layout) -> dict[str, float]:
    """Return the middle of each box and lane, counted from the top of the highest."""
    stacks = _stacks(grid, boxes)
    if not boxes:
        return {}
    names = _names(stacks)
    places = engine(_source(grid, stacks))
    placed = {name: places[short][1] for name, short in names.items()}
    found: dict[str, float] = {}
    for stack in stacks:
        order = sorted(stack, key=lambda each: placed[each])
        sizes = [stack[each] for each in order]
        spots = [placed[each] for each in order]
        found |= dict(zip(order, _even(spots, sizes) if set(order) <= set(boxes) else spots, strict=True))
    highest = min(found[name] - stack[name] / 2 for stack in stacks for name in stack)
    return {name: each - highest for name, each in found.items()}


def _stacks(grid: Grid, boxes: Mapping[str, Box]) -> list[dict[str, float]]:
    """Return what stands in each column, with its height."""
    stacks: list[dict[str, float]] = [{} for _ in range(len(grid.columns))]
    for id, box in boxes.items():
        stacks[grid.columns.column[id]][id] = box.height
    for hop in grid.columns.hops:
        for column in passed(grid, hop):
            stacks[column][lane(hop, column)] = _LANE
    return stacks


def _names(stacks: Sequence[Mapping[str, float]]) -> dict[str, str]:
    """Return a short plain name for everything, so that nothing of the author's can upset DOT."""
    return {each: f"n{n}" for n, each in enumerate(name for stack in stacks for name in stack)}


def _source(grid: Grid, stacks: Sequence[Mapping[str, float]]) -> str:
    """Return the bare structure as DOT: sized nodes, one rank per column, a node for each lane."""
    names = _names(stacks)
    rows = [
        'digraph { rankdir=LR; ranksep=1; nodesep=0.25; node [shape=box, fixedsize=true, label="", width=1];'
    ]
    for column, stack in enumerate(stacks):
        nodes = "".join(f"{names[each]} [height={height / 72:.3f}];" for each, height in stack.items())
        rows.append(f"{{ rank=same; c{column} [height=0.01]; {nodes} }}")
    rows.append(" -> ".join(f"c{column}" for column in range(len(stacks))) + " [style=invis, weight=0];")
    for hop in grid.columns.hops:
        way = [hop.start, *(lane(hop, each) for each in passed(grid, hop)), hop.end]
        rows.append(" -> ".join(names[each] for each in way) + f" [weight={1 if len(way) == 2 else 3}];")
    return "\n".join([*rows, "}"])


def _even(spots: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Return a column of nothing but boxes with equal space between them."""
    inner = sum(sizes) - (sizes[0] + sizes[-1]) / 2
    space = (spots[-1] - spots[0] - inner) / max(1, len(spots) - 1)
    even = [spots[0]]
    for above, below in pairwise(sizes):
        even.append(even[-1] + (above + below) / 2 + space)
    return even

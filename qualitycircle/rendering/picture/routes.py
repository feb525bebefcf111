"""The lines of the links: from their own port, between the boxes, to their own port."""

from __future__ import annotations

from collections.abc import Mapping

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.rendering.picture.columns import Hop
from qualitycircle.rendering.picture.drawing import Badge, Box, Point, Route, Segment
from qualitycircle.rendering.picture.grid import DEPARTURE, HEAD, PORT, SIGN, Grid
from qualitycircle.rendering.picture.heights import lane, passed
from qualitycircle.theory import Relation, Sign, Theory


def routes(
    theory: Theory,
    grid: Grid,
    boxes: Mapping[str, Box],
    lanes: Mapping[str, float],
    evaluation: Evaluation | None,
) -> tuple[Route, ...]:
    """Return every link's line and the signs on it, in the theory's order."""
    leaving = _ports(grid, boxes, lanes, arriving=False)
    arriving = _ports(grid, boxes, lanes, arriving=True)
    return tuple(
        _route(
            theory,
            grid,
            hop,
            _line(grid, hop, (boxes[hop.start].right, leaving[n]), (boxes[hop.end].x, arriving[n]), lanes),
            evaluation,
        )
        for n, hop in enumerate(grid.columns.hops)
    )


def _ports(
    grid: Grid, boxes: Mapping[str, Box], lanes: Mapping[str, float], *, arriving: bool
) -> dict[int, float]:
    """Return where each link meets its box, in the order of where it comes from or goes to."""
    ports: dict[int, float] = {}
    for id, box in boxes.items():
        here = [
            (_neighbour(grid, each, boxes, lanes, arriving=arriving), n)
            for n, each in enumerate(grid.columns.hops)
            if (each.end if arriving else each.start) == id
        ]
        step = PORT if arriving else min(DEPARTURE, (box.height - 16) / max(1, len(here) - 1))
        for place, (_, n) in enumerate(sorted(here)):
            ports[n] = box.middle + (place - (len(here) - 1) / 2) * step
    return ports


def _neighbour(
    grid: Grid, hop: Hop, boxes: Mapping[str, Box], lanes: Mapping[str, float], *, arriving: bool
) -> float:
    """Return how high a link stands in the column before it arrives, or after it leaves."""
    between = passed(grid, hop)
    if between:
        return lanes[lane(hop, between[-1 if arriving else 0])]
    return boxes[hop.start if arriving else hop.end].middle


def _line(grid: Grid, hop: Hop, start: Point, end: Point, lanes: Mapping[str, float]) -> tuple[Segment, ...]:
    """Return a smooth line: curves between the columns, straight where it passes or arrives."""
    segments: list[Segment] = []
    here = start
    for column in passed(grid, hop):
        height = lanes[lane(hop, column)]
        entry, leave = (grid.left[column], height), (grid.right(column), height)
        segments += [_curve(here, entry), _straight(entry, leave)]
        here = leave
    landing = (end[0] - grid.lead[hop.end], end[1])
    return (*segments, _curve(here, landing), _straight(landing, end))


def _curve(start: Point, end: Point) -> Segment:
    half = (end[0] - start[0]) * 0.55
    return (start, (start[0] + half, start[1]), (end[0] - half, end[1]), end)


def _straight(start: Point, end: Point) -> Segment:
    third = (end[0] - start[0]) / 3
    return (start, (start[0] + third, start[1]), (end[0] - third, end[1]), end)


def _route(
    theory: Theory, grid: Grid, hop: Hop, segments: tuple[Segment, ...], evaluation: Evaluation | None
) -> Route:
    """Return the line with its verdict, minus and badges in a row before the arrowhead."""
    x, y = segments[-1][3]
    headless = hop.link.relation is Relation.MOVES_WITH or hop.backwards
    x -= (3.0 if headless else HEAD) + SIGN / 2
    down = hop.link.sign is Sign.DOWN
    first = grid.marks + down
    on_link = {each.id for each, _ in theory.moderators_of(hop.link)}
    numbered = [(n, each) for n, each in enumerate(theory.moderators, start=1) if each.id in on_link]
    return Route(
        hop=hop,
        judgement=evaluation.judgement(hop.link.id) if evaluation else None,
        segments=segments,
        mark=(x, y),
        minus=(x - grid.marks * SIGN, y) if down else None,
        badges=tuple(
            Badge(moderator=each, number=number, at=(x - (first + len(numbered) - 1 - n) * SIGN, y))
            for n, (number, each) in enumerate(numbered)
        ),
    )

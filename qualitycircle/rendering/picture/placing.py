"""From a theory to a drawing: Graphviz decides the order, we keep columns, spacing and ports even.

Columns are ours (`columns`); within them Graphviz orders elements and the lanes of links that pass,
with as few crossings as it can find, and says how high they want to stand. Then every link gets its
own port, so that the signs where it arrives never meet another link's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.rendering.picture.columns import Columns, Hop, columns
from qualitycircle.rendering.picture.drawing import Badge, Band, Box, Drawing, Point, Route, Segment
from qualitycircle.rendering.picture.engine import layout
from qualitycircle.rendering.picture.widths import wrapped
from qualitycircle.theory import Element, Kind, Moderator, Outcome, Relation, Sign, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import picture as words

PAGE = 1000.0
PORT = 19.0
"""Between two links that arrive at the same box: room for a sign."""
DEPARTURE = 7.0
SIGN = 18.0
HEAD = 11.0
_MARGIN = 6.0
_PADDING = 8.0
_BAND = 11.0
_CURVE = 48.0
_NARROWEST = 104.0
_LINE = 1.22
_HEADING = 34.0
_BELOW = 16.0
_LANE = 8.0
_CITIZEN = {"", "borger", "borgeren", "borgerne", "citizen", "citizens"}

Layout = Callable[[str], dict[str, tuple[float, float]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Grid:
    """Where the columns stand and how big their boxes and letters are."""

    columns: Columns
    left: tuple[float, ...]
    box: float
    font: float
    lead: Mapping[str, float]

    @property
    def width(self) -> float:
        return self.left[-1] + self.box + _BAND + _MARGIN

    def right(self, column: int) -> float:
        return self.left[column] + self.box


def placed(
    theory: Theory, *, language: Language, evaluation: Evaluation | None = None, engine: Layout = layout
) -> Drawing:
    """Return the drawing of a theory, with an evaluation's verdicts on its links."""
    found = columns(theory)
    grid = _grid(theory, found)
    sizes = _boxes(theory, grid, language)
    heights = _heights(grid, sizes, engine)
    title = _title(theory, grid)
    top = _HEADING + 10
    shift = top + _push(grid, sizes, heights, title)
    boxes = {
        id: Box(
            element=box.element,
            x=box.x,
            y=shift + heights[id] - box.height / 2,
            width=box.width,
            height=box.height,
            lines=box.lines,
            caption=box.caption,
        )
        for id, box in sizes.items()
    }
    lanes = {name: shift + height for name, height in heights.items() if name not in boxes}
    bottom = max([each.y + each.height for each in boxes.values()] + list(lanes.values()))
    return Drawing(
        width=max(PAGE, grid.width),
        height=bottom + _BELOW,
        top=_HEADING,
        font=grid.font,
        bands=_bands(grid, title),
        boxes=tuple(boxes.values()),
        routes=_routes(theory, grid, boxes, lanes, evaluation),
    )


# columns and boxes ------------------------------------------------------------------------------


def _grid(theory: Theory, found: Columns) -> _Grid:
    count = len(found)
    font = 14.0 if count <= 4 else 12.2
    lead = _leads(theory, found)
    gaps = [
        _CURVE + max([lead[each.end] for each in found.hops if found.column[each.end] == column], default=0.0)
        for column in range(1, count)
    ]
    room = PAGE - 2 * (_MARGIN + _BAND) - sum(gaps)
    widest = 24 * 0.52 * font + 2 * _PADDING
    box = min(widest, max(_NARROWEST, room / count))
    spare = max(0.0, room - box * count) / max(1, count - 1)
    left = [_MARGIN + _BAND]
    for gap in gaps:
        left.append(left[-1] + box + gap + spare)
    return _Grid(columns=found, left=tuple(left), box=box, font=font, lead=lead)


def _leads(theory: Theory, found: Columns) -> dict[str, float]:
    """Return, for each element, how long the last straight stretch of its arriving links is."""
    leads = dict.fromkeys(found.column, 0.0)
    for hop in found.hops:
        signs = 2 if hop.link.sign is Sign.DOWN else 1
        badges = len(theory.moderators_of(hop.link))
        leads[hop.end] = max(leads[hop.end], HEAD + signs * SIGN + _pill(badges))
    return leads


def _pill(badges: int) -> float:
    return badges * SIGN


def _boxes(theory: Theory, grid: _Grid, language: Language) -> dict[str, Box]:
    """Return every box with its size and column, not yet its height on the page."""
    return {each.id: _box(each, grid, language) for each in theory.elements}


def _box(element: Element, grid: _Grid, language: Language) -> Box:
    whom = element.in_whom if isinstance(element, Outcome) else ""
    caption = "" if whom.lower() in _CITIZEN else words.IN_WHOM.say(language, whom=whom)
    room = grid.box - 2 * _PADDING - (16 if getattr(element, "wanted_up", True) is False else 0)
    lines = wrapped(element.name, grid.font, room, lines=2 if caption else 3)
    rows = len(lines) + bool(caption)
    arrivals = sum(each.end == element.id for each in grid.columns.hops)
    departures = sum(each.start == element.id for each in grid.columns.hops)
    height = max(
        2.9 * grid.font,
        rows * grid.font * _LINE + 18,
        arrivals * PORT + 5,
        (departures - 1) * DEPARTURE + 20,
    )
    return Box(
        element=element,
        x=grid.left[grid.columns.column[element.id]],
        y=0.0,
        width=grid.box,
        height=height,
        lines=lines,
        caption=_fitting(caption, grid.font, room),
    )


def _fitting(caption: str, font: float, room: float) -> str:
    return wrapped(caption, font, room, lines=1)[0] if caption else ""


def _title(theory: Theory, grid: _Grid) -> tuple[str, ...]:
    return wrapped(theory.intervention.name, grid.font, grid.box + _BAND, lines=3, bold=True)


def _bands(grid: _Grid, title: tuple[str, ...]) -> tuple[Band, ...]:
    bands = []
    for kind in dict.fromkeys(grid.columns.kinds):
        inside = [n for n, each in enumerate(grid.columns.kinds) if each is kind]
        left = grid.left[inside[0]] - _BAND
        right = grid.right(inside[-1]) + _BAND
        bands.append(
            Band(kind=kind, x=left, width=right - left, title=title if kind is Kind.ACTIVITY else ())
        )
    return tuple(bands)


def _push(grid: _Grid, sizes: Mapping[str, Box], heights: Mapping[str, float], title: Sequence[str]) -> float:
    """Return how far the picture moves down so that the indsats' name stands above its delindsatser."""
    first = [heights[id] - box.height / 2 for id, box in sizes.items() if box.element.kind is Kind.ACTIVITY]
    needed = len(title) * grid.font * _LINE + 26 if first else 0.0
    return max(0.0, needed - min(first, default=0.0))


# heights ----------------------------------------------------------------------------------------


def _heights(grid: _Grid, sizes: Mapping[str, Box], engine: Layout) -> dict[str, float]:
    """Return the middle of each box and lane, counted from the top of the highest."""
    stacks = _stacks(grid, sizes)
    wished = {name: y for name, (_, y) in engine(_source(grid, stacks)).items()}
    names = {each: f"n{n}" for n, each in enumerate(name for stack in stacks for name in stack)}
    heights: dict[str, float] = {}
    for stack in stacks:
        order = sorted(stack, key=lambda each: wished[names[each]])
        spots = _apart([wished[names[each]] for each in order], _distances([stack[each] for each in order]))
        even = _even(spots, [stack[each] for each in order]) if set(order) <= set(sizes) else spots
        heights |= dict(zip(order, even, strict=True))
    highest = min((heights[name] - stack[name] / 2 for stack in stacks for name in stack), default=0.0)
    return {name: each - highest for name, each in heights.items()}


def _lane(hop: Hop, column: int) -> str:
    return f"{hop.link.id} @{column}"


def _lanes(grid: _Grid, hop: Hop) -> list[int]:
    """Return the columns a link passes on its way."""
    return list(range(grid.columns.column[hop.start] + 1, grid.columns.column[hop.end]))


def _stacks(grid: _Grid, sizes: Mapping[str, Box]) -> list[dict[str, float]]:
    """Return what stands in each column, with its height: boxes, and the lanes of passing links."""
    stacks: list[dict[str, float]] = [{} for _ in range(len(grid.columns))]
    for id, box in sizes.items():
        stacks[grid.columns.column[id]][id] = box.height
    for hop in grid.columns.hops:
        for column in _lanes(grid, hop):
            stacks[column][_lane(hop, column)] = _LANE
    return stacks


def _source(grid: _Grid, stacks: list[dict[str, float]]) -> str:
    """Return the bare structure as DOT: sized nodes, one rank per column, a node for each lane."""
    names = {each: f"n{n}" for n, each in enumerate(name for stack in stacks for name in stack)}
    rows = [
        'digraph { rankdir=LR; ranksep=1; nodesep=0.2; node [shape=box, fixedsize=true, label="", width=1];'
    ]
    for column, stack in enumerate(stacks):
        nodes = "".join(f"{names[each]} [height={height / 72:.3f}];" for each, height in stack.items())
        rows.append(f"{{ rank=same; c{column} [height=0.01]; {nodes} }}")
    rows.append(" -> ".join(f"c{column}" for column in range(len(stacks))) + " [style=invis, weight=0];")
    for hop in grid.columns.hops:
        way = [hop.start, *(_lane(hop, each) for each in _lanes(grid, hop)), hop.end]
        weight = 1 if len(way) == 2 else 3
        rows.append(" -> ".join(names[each] for each in way) + f" [weight={weight}];")
    return "\n".join([*rows, "}"])


def _distances(sizes: Sequence[float]) -> list[float]:
    """Return the least distance between the middles of neighbours in a column."""
    return [
        (above + below) / 2 + (2 if above == below == _LANE else 8 if _LANE in (above, below) else 18)
        for above, below in zip(sizes, sizes[1:], strict=False)
    ]


def _apart(wished: Sequence[float], distances: Sequence[float]) -> list[float]:
    """Return the heights nearest to those wished for that keep the distances (pool adjacent violators)."""
    offsets = [0.0]
    for each in distances:
        offsets.append(offsets[-1] + each)
    pools: list[list[float]] = []
    for wish, offset in zip(wished, offsets, strict=True):
        pools.append([wish - offset])
        while len(pools) > 1 and _mean(pools[-2]) > _mean(pools[-1]):
            last = pools.pop()
            pools[-1] += last
    levels = [_mean(pool) for pool in pools for _ in pool]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]


def _even(spots: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """Return a column of nothing but boxes with equal space between them."""
    inner = sum(sizes) - (sizes[0] + sizes[-1]) / 2
    space = (spots[-1] - spots[0] - inner) / max(1, len(spots) - 1)
    even = [spots[0]]
    for above, below in zip(sizes, sizes[1:], strict=False):
        even.append(even[-1] + (above + below) / 2 + space)
    return even


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


# links ------------------------------------------------------------------------------------------


def _routes(
    theory: Theory,
    grid: _Grid,
    boxes: Mapping[str, Box],
    lanes: Mapping[str, float],
    evaluation: Evaluation | None,
) -> tuple[Route, ...]:
    numbers = {each.id: n for n, each in enumerate(theory.moderators, start=1)}
    leaving = _ports(grid, boxes, lanes, arriving=False)
    arriving = _ports(grid, boxes, lanes, arriving=True)
    routes = []
    for hop in grid.columns.hops:
        start = (boxes[hop.start].right, leaving[hop.link.id])
        end = (boxes[hop.end].x, arriving[hop.link.id])
        moderators = [each for each, _ in theory.moderators_of(hop.link)]
        routes.append(
            Route(
                hop=hop,
                judgement=evaluation.judgement(hop.link.id) if evaluation else None,
                segments=_line(grid, hop, start, end, lanes),
                **_signs(hop, end, moderators, numbers),
            )
        )
    return tuple(routes)


def _ports(
    grid: _Grid, boxes: Mapping[str, Box], lanes: Mapping[str, float], *, arriving: bool
) -> dict[str, float]:
    """Return where each link meets its box, in the order of where it comes from or goes to."""
    ports: dict[str, float] = {}
    for id, box in boxes.items():
        here = [each for each in grid.columns.hops if (each.end if arriving else each.start) == id]
        here.sort(key=lambda each: _neighbour(grid, each, boxes, lanes, arriving=arriving))
        step = PORT if arriving else min(DEPARTURE, (box.height - 16) / max(1, len(here) - 1))
        for n, hop in enumerate(here):
            ports[hop.link.id] = box.middle + (n - (len(here) - 1) / 2) * step
    return ports


def _neighbour(
    grid: _Grid, hop: Hop, boxes: Mapping[str, Box], lanes: Mapping[str, float], *, arriving: bool
) -> float:
    passed = _lanes(grid, hop)
    if passed:
        return lanes[_lane(hop, passed[-1 if arriving else 0])]
    return boxes[hop.start if arriving else hop.end].middle


def _line(grid: _Grid, hop: Hop, start: Point, end: Point, lanes: Mapping[str, float]) -> tuple[Segment, ...]:
    """Return a smooth line: curves between the columns, straight where it passes or arrives."""
    segments: list[Segment] = []
    here = start
    for column in _lanes(grid, hop):
        height = lanes[_lane(hop, column)]
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


def _signs(
    hop: Hop, end: Point, moderators: Sequence[Moderator], numbers: Mapping[str, int]
) -> dict[str, object]:
    """Return the places of verdict, minus and badges, in a row before the arrowhead."""
    head = 3.0 if hop.link.relation is Relation.MOVES_WITH or hop.backwards else HEAD
    x, y = end[0] - head - SIGN / 2, end[1]
    mark = (x, y)
    x -= SIGN
    minus = (x, y) if hop.link.sign is Sign.DOWN else None
    x -= SIGN if minus else 0.0
    ordered = sorted(moderators, key=lambda each: numbers[each.id], reverse=True)
    badges = tuple(
        Badge(moderator=each, number=numbers[each.id], at=(x - n * SIGN, y)) for n, each in enumerate(ordered)
    )
    return {"mark": mark, "minus": minus, "badges": badges[::-1]}

"""Where everything of the generated graph stands: a column for each måling, a row for each element.

An arrow from an added node into everything of a måling is one arrow to the måling's frame; the moods of
the day and who is still asked are numbers on the boxes. So the added nodes, which touch nearly all,
cost no line across the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualitycircle.rendering.picture.drawing import Point
from qualitycircle.rendering.picture.widths import wrapped
from qualitycircle.rendering.unfolded import wording
from qualitycircle.rendering.unfolded.window import Arrow, Node, Window
from qualitycircle.vocabulary.language import Language

WIDTH = 1000.0
FONT = 12.5
LINE = 15.5
HEADING = 62.0
TOP = 128.0
"""Where the frames begin: below the citizen, the headings and the målingers own nodes."""
PILL = 26.0
_MARGIN = 16.0
_PAD = 22.0
_ROW_GAP = 19.0
_PORT = 9.0
_BOX = {1: 320.0, 2: 270.0, 3: 200.0, 4: 155.0}
_SMALLEST_BOX = 112.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A node with its wrapped words; `x`, `y` is the upper left corner."""

    node: Node
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All of one måling that the citizen and the måling itself lead to."""

    back: int
    x: float
    width: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    places: Mapping[str, Place]
    frames: tuple[Frame, ...]
    leaving: Mapping[tuple[str, str], float]
    arriving: Mapping[tuple[str, str], float]
    bottom: float


def placed(window: Window, language: Language) -> Places:
    """Return where each node of a window stands, and how high each arrow leaves and arrives."""
    lefts, box = _columns(window)
    rows = _rows(window)
    sizes = {each.id: _lines(each, window, box, language) for each in window.nodes if not each.is_added}
    found: dict[str, Place] = {}
    y = TOP + _PAD * 0.8
    frame_bottom = TOP
    for id, is_framed in rows:
        row = [each for each in window.nodes if each.name == id and not each.is_added]
        height = max(_height(each, window, len(sizes[each.id])) for each in row)
        y += 0.0 if is_framed else _PAD
        for each in row:
            x = lefts[each.back] + _PAD
            found[each.id] = Place(node=each, x=x, y=y, width=box, height=height, lines=sizes[each.id])
        y += height + _ROW_GAP
        frame_bottom = y if is_framed else frame_bottom
    added = _added(window, lefts, box, max(y, frame_bottom) + 12, language)
    found |= added
    frames = tuple(
        Frame(back=back, x=left, width=box + 2 * _PAD, bottom=frame_bottom) for back, left in lefts.items()
    )
    leaving, arriving = _ports(window.arrows, found)
    bottom = max([frame_bottom, *(each.bottom for each in found.values())])
    return Places(places=found, frames=frames, leaving=leaving, arriving=arriving, bottom=bottom)


def _columns(window: Window) -> tuple[dict[int, float], float]:
    """Return the left edge of each måling's frame, and the width of a box."""
    count = len(window.backs)
    box = _BOX.get(count, max(_SMALLEST_BOX, 620 / count))
    frame = box + 2 * _PAD
    step = (WIDTH - 2 * _MARGIN - frame) / max(1, count - 1)
    first = _MARGIN if count > 1 else (WIDTH - frame) / 2
    return {back: first + at * step for at, back in enumerate(window.backs)}, box


def _rows(window: Window) -> list[tuple[str, bool]]:
    """Return the elements from top to bottom: those the citizen leads to, then those by lot."""
    framed = {each.end for each in window.arrows if each.start == "person"}
    inside = {each.name for each in window.nodes if each.id in framed}
    elements = [(each, each in inside) for each in window.elements]
    return sorted(elements, key=lambda each: not each[1])


def _lines(node: Node, window: Window, box: float, language: Language) -> tuple[str, ...]:
    return wrapped(wording.node(node, window.theory, language), FONT, box - 30, lines=2)


def _height(node: Node, window: Window, lines: int) -> float:
    arrivals = sum(each.end == node.id and each.kind != "added" for each in window.arrows)
    departures = sum(each.start == node.id and each.kind != "added" for each in window.arrows)
    return max(34.0, lines * LINE + 16, max(arrivals, departures) * _PORT + 10)


def _added(
    window: Window, lefts: Mapping[int, float], box: float, top: float, language: Language
) -> dict[str, Place]:
    """Return the citizen above all, each måling above its frame, moods and who is asked below."""
    found: dict[str, Place] = {}
    below = dict.fromkeys(lefts, top)
    for each in sorted(window.nodes, key=lambda one: (one.kind == "measured", one.name)):
        if each.kind == "person":
            found[each.id] = _pill(each, (WIDTH - 360) / 2, 8.0, 360, window, language)
        elif each.kind == "calendar":
            found[each.id] = _pill(each, lefts[each.back] + _PAD, HEADING + 10, box, window, language)
        elif each.is_added:
            left = lefts[each.back] + _PAD + 20
            found[each.id] = _pill(each, left, below[each.back], box - 20, window, language)
            below[each.back] += PILL + 8
    return found


def _pill(node: Node, x: float, y: float, width: float, window: Window, language: Language) -> Place:
    told = wording.node(node, window.theory, language)
    lines = wrapped(told, FONT, width - 52, lines=1)
    if lines[0].endswith("…"):
        what, _, of = told.partition(": ")
        lines = wrapped(of if node.kind == "rater" else what, FONT, width - 52, lines=1)
    return Place(node=node, x=x, y=y, width=width, height=PILL, lines=lines)


def _ports(
    arrows: Iterable[Arrow], places: Mapping[str, Place]
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """Return how high each arrow leaves its box and arrives, in the order of where it goes and is from."""
    across = [each for each in arrows if each.kind != "added"]
    leaving: dict[tuple[str, str], float] = {}
    arriving: dict[tuple[str, str], float] = {}
    for id, place in places.items():
        out = sorted((each for each in across if each.start == id), key=lambda one: places[one.end].middle)
        into = sorted((each for each in across if each.end == id), key=lambda one: places[one.start].middle)
        for ports, own in ((leaving, out), (arriving, into)):
            for at, each in enumerate(own):
                ports[each.start, each.end] = place.middle + (at - (len(own) - 1) / 2) * _PORT
    return leaving, arriving


def middle(points: tuple[Point, ...]) -> Point:
    """Return the middle of a cubic curve."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = points
    return (x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8

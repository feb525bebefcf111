"""The generated graph as groups of simple marks, from back to front: frames, arrows, boxes, signs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from qualitycircle.rendering.picture.drawing import Point
from qualitycircle.rendering.picture.parts import (
    SMALL,
    Circle,
    Group,
    Letters,
    Mark,
    Rectangle,
    Strokes,
    arrowhead,
    disc,
)
from qualitycircle.rendering.picture.signs import RADIUS, UNDECIDED, Stroke
from qualitycircle.rendering.unfolded import wording
from qualitycircle.rendering.unfolded.places import FONT, HEADING, LINE, TOP, Frame, Place, Places, middle
from qualitycircle.rendering.unfolded.window import Arrow, Node, Window
from qualitycircle.vocabulary.language import Language

_BULGE = 58.0
LOCK = 8.0


def groups(window: Window, found: Places, language: Language) -> Iterator[Group]:
    """Yield what is drawn above the legend."""
    for frame in found.frames:
        yield _frame(frame, language)
    yield from _feeding(window, found)
    crossing = [each for each in window.arrows if each.kind != "added"]
    for arrow in sorted(crossing, key=lambda each: (each.is_asked, each.is_on_way)):
        yield _arrow(arrow, window, found, language)
    numbers = numbered_nodes(window)
    for place in found.places.values():
        yield _place(place, numbers, window, language)
    for arrow in window.arrows:
        yield from _number(arrow, window, found, numbers)
    if window.missing is not None:
        yield _missing(window.missing, window, found, language)


def _frame(frame: Frame, language: Language) -> Group:
    heading = Letters(
        role="heading",
        text=wording.column(frame.back, language),
        at=(frame.x + frame.width / 2, HEADING),
        size=FONT + 1,
    )
    band = Rectangle(role="band", x=frame.x, y=TOP, width=frame.width, height=frame.bottom - TOP, round=8)
    return Group(classes=("frame",), marks=(heading, band))


# What leads to everything of a måling --------------------------------------------------------------


def _feeding(window: Window, found: Places) -> Iterator[Group]:
    """Yield one arrow to the frame of each måling from the citizen, and one from the måling itself."""
    for frame in found.frames:
        for kind in ("person", "calendar"):
            own = [each for each in window.arrows if _feeds(each, kind, frame, window)]
            if own:
                line = _to_frame(found.places[own[0].start], frame)
                way = ("way",) if any(each.is_on_way for each in own) else ()
                head = Strokes(
                    role="solid",
                    strokes=(Stroke(((0, 0), (-4.2, -9.5), (4.2, -9.5))),),
                    at=line[-1],
                    closed=True,
                )
                marks = (Strokes(role="line", strokes=(Stroke(line, curved=True),)), head)
                yield Group(classes=("feeds", *way), marks=marks)


def _feeds(arrow: Arrow, kind: str, frame: Frame, window: Window) -> bool:
    return (
        arrow.kind == "added"
        and window.node(arrow.start).kind == kind
        and window.node(arrow.end).back == frame.back
    )


def _to_frame(place: Place, frame: Frame) -> tuple[Point, ...]:
    """Return the line to a frame's edge: the citizen's goes in at the corner that is nearest."""
    centre = place.x + place.width / 2
    if place.node.kind == "calendar":
        return ((centre, place.bottom), (centre, place.bottom + 8), (centre, TOP - 18), (centre, TOP))
    on_the_left = frame.x + frame.width / 2 < centre - 1
    x = frame.x + frame.width - 12 if on_the_left else frame.x + 12
    start = min(max(x, place.x + 24), place.right - 24)
    return ((start, place.bottom), (start, place.bottom + 22), (x, place.bottom - 8), (x, TOP))


def numbered_nodes(window: Window) -> Mapping[str, int]:
    """Return the number each mood of the day, and who is still asked, has on the boxes."""
    wanted = [each for each in window.nodes if each.kind in {"rater", "measured"}]
    names = dict.fromkeys((each.kind, each.name) for each in sorted(wanted, key=_order))
    numbers = {each: at for at, each in enumerate(names, start=1)}
    return {each.id: numbers[each.kind, each.name] for each in wanted}


def _order(node: Node) -> tuple[bool, str]:
    return node.kind == "measured", node.name


def _number(arrow: Arrow, window: Window, found: Places, numbers: Mapping[str, int]) -> Iterator[Group]:
    """Yield a mood's number where it goes in, or the number of who is asked where it goes out."""
    if arrow.start in numbers:
        place, gives = found.places[arrow.end], False
        own = [each.start for each in window.arrows if each.end == arrow.end and each.start in numbers]
        at = (place.x + 13 + 19 * sorted(own, key=numbers.__getitem__).index(arrow.start), place.bottom)
        number = numbers[arrow.start]
    elif arrow.end in numbers:
        place, gives = found.places[arrow.start], True
        at, number = (place.right - 13, place.bottom), numbers[arrow.end]
    else:
        return
    yield Group(classes=("gives",) if gives else ("takes",), marks=badge(number, at))


def badge(number: int, at: Point) -> tuple[Mark, Mark]:
    return (
        Circle(role="badge", at=at, radius=RADIUS),
        Letters(role="number", text=str(number), at=(at[0], at[1] + 4.2), size=SMALL),
    )


# Boxes ---------------------------------------------------------------------------------------------


def _place(place: Place, numbers: Mapping[str, int], window: Window, language: Language) -> Group:
    node = place.node
    classes = ["added"] if node.is_added else ["node", node.kind]
    classes += ["held"] * node.is_held + ["way"] * node.is_on_way
    round = place.height / 2 if node.is_added else 3.0
    shape = Rectangle(role="shape", x=place.x, y=place.y, width=place.width, height=place.height, round=round)
    first = place.middle - (len(place.lines) - 1) * LINE / 2 + FONT * 0.36
    centre = place.x + place.width / 2
    marks: list[Mark] = [shape]
    for at, each in enumerate(place.lines):
        role = "muted" if node.is_added else "text"
        marks.append(Letters(role=role, text=each, at=(centre, first + at * LINE), size=FONT))
    if node.is_held:
        corner = (place.right - LOCK - (12 if node.is_added else 5), place.y + 5)
        marks.append(Rectangle(role="lock", x=corner[0], y=corner[1], width=LOCK, height=LOCK))
    if node.id in numbers:
        marks += badge(numbers[node.id], (place.x - 12, place.middle))
        classes += ["gives"] * (node.kind == "measured")
    return Group(
        classes=tuple(classes), marks=tuple(marks), tooltip=wording.node(node, window.theory, language)
    )


# Arrows --------------------------------------------------------------------------------------------


def _arrow(arrow: Arrow, window: Window, found: Places, language: Language) -> Group:
    start, end = found.places[arrow.start], found.places[arrow.end]
    heights = found.leaving[arrow.start, arrow.end], found.arriving[arrow.start, arrow.end]
    line = _line(start, end, *heights)
    classes = ["link", arrow.kind, *(["asked"] * arrow.is_asked), *(["way"] * arrow.is_on_way)]
    at_once = start.node.back == end.node.back
    return Group(
        classes=tuple(classes),
        marks=(
            Strokes(role="hit", strokes=(Stroke(line, curved=True),)),
            Strokes(role="line", strokes=(Stroke(line, curved=True),)),
            arrowhead(line[-1], stated=True, backwards=at_once),
        ),
        tooltip=_told(arrow, window, language),
    )


def _told(arrow: Arrow, window: Window, language: Language) -> str:
    names = (wording.node(window.node(each), window.theory, language) for each in (arrow.start, arrow.end))
    return " → ".join(names)


def _line(start: Place, end: Place, leaves: float, arrives: float) -> tuple[Point, ...]:
    if start.node.back == end.node.back:
        far = start.right + _BULGE
        return ((start.right, leaves), (far, leaves), (far, arrives), (end.right, arrives))
    half = (end.x - start.right) * 0.5
    return (
        (start.right, leaves),
        (start.right + half, leaves),
        (end.x - half, arrives),
        (end.x, arrives),
    )


def _missing(arrow: Arrow, window: Window, found: Places, language: Language) -> Group:
    start, end = found.places[arrow.start], found.places[arrow.end]
    line = _line(start, end, start.middle, end.middle)
    return Group(
        classes=("link", "missing"),
        marks=(
            Strokes(role="line", strokes=(Stroke(line, curved=True),)),
            arrowhead(line[-1], stated=True),
            *disc(middle(line), UNDECIDED),
        ),
        tooltip=_told(arrow, window, language),
    )

"""The drawing taken apart into groups of simple marks, which every format can draw.

A group is what a reader meets as one thing: a band, a box, a link, a moderator's number, a line of
the legend. It may lead somewhere (`anchor`) and say something when one rests on it (`tooltip`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qualitycircle.rendering.picture import signs, style, wording
from qualitycircle.rendering.picture.anchors import anchor_of_element, anchor_of_link, anchor_of_moderator
from qualitycircle.rendering.picture.drawing import Badge, Band, Box, Drawing, Point, Route
from qualitycircle.rendering.picture.grid import LINE, is_wanted_down
from qualitycircle.rendering.picture.signs import Sign, Stroke
from qualitycircle.rendering.picture.widths import width
from qualitycircle.theory import Kind, Relation, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import picture as words

SMALL = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    role: str
    x: float
    y: float
    width: float
    height: float
    round: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    role: str
    at: Point
    radius: float = signs.RADIUS


@dataclass(frozen=True, slots=True, kw_only=True)
class Strokes:
    """Lines drawn from `at`; `closed` ones are filled."""

    role: str
    strokes: tuple[Stroke, ...]
    at: Point = (0.0, 0.0)
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """A line of text; `anchor` is `start` or `middle`, `size` None the picture's own."""

    role: str
    text: str
    at: Point
    anchor: str = "middle"
    size: float


Mark = Rectangle | Circle | Strokes | Letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Marks that belong together; `classes` say what they are and how they look."""

    classes: tuple[str, ...]
    marks: tuple[Mark, ...]
    anchor: str = ""
    tooltip: str = ""


def groups(theory: Theory, drawing: Drawing, language: Language) -> Iterator[Group]:
    """Yield the groups from back to front: bands, links, boxes, moderators' numbers."""
    for band in drawing.bands:
        yield _band(drawing, band, language)
    for route in drawing.routes:
        yield _route(theory, route, language)
    for box in drawing.boxes:
        yield _box(drawing, box, language)
    for badge in (badge for route in drawing.routes for badge in route.badges):
        yield _badge(theory, badge, language)


def _band(drawing: Drawing, band: Band, language: Language) -> Group:
    middle = band.x + band.width / 2
    top = drawing.top
    marks: list[Mark] = [
        Letters(
            role="heading",
            text=words.HEADINGS[band.kind.value].say(language),
            at=(middle, top - 12),
            size=drawing.font,
        ),
        Rectangle(role="band", x=band.x, y=top, width=band.width, height=drawing.height - top, round=6),
    ]
    if band.title:
        label = words.INTERVENTION.say(language)
        marks.append(Letters(role="muted", text=label, at=(middle, top + 18), size=SMALL))
    for n, line in enumerate(band.title, start=1):
        at = (middle, top + 18 + n * drawing.font * LINE)
        marks.append(Letters(role="heading", text=line, at=at, size=drawing.font))
    return Group(classes=("kind", band.kind.value), marks=tuple(marks))


# boxes ------------------------------------------------------------------------------------------


def _box(drawing: Drawing, box: Box, language: Language) -> Group:
    kind = box.element.kind
    return Group(
        classes=("node", kind.value),
        marks=(*_outline(box), *_name(drawing.font, box)),
        anchor=anchor_of_element(box.element),
        tooltip=wording.element(box.element, language),
    )


def _outline(box: Box) -> tuple[Mark, ...]:
    """Return the outline that tells the kind: sharp, folded corner, rounded, double."""
    x, y, w, h = box.x, box.y, box.width, box.height
    match box.element.kind:
        case Kind.ACTIVITY:
            return (Rectangle(role="shape", x=x, y=y, width=w, height=h),)
        case Kind.OUTPUT:
            cut = 11.0
            edge = ((x, y), (x + w - cut, y), (x + w, y + cut), (x + w, y + h), (x, y + h))
            fold = ((x + w - cut, y), (x + w - cut, y + cut), (x + w, y + cut))
            return (
                Strokes(role="shape", strokes=(Stroke(edge),), closed=True),
                Strokes(role="fold", strokes=(Stroke(fold),)),
            )
        case Kind.OUTCOME:
            return (Rectangle(role="shape", x=x, y=y, width=w, height=h, round=14),)
        case Kind.GOAL:
            return (
                Rectangle(role="shape", x=x, y=y, width=w, height=h),
                Rectangle(role="fold", x=x + 4, y=y + 4, width=w - 8, height=h - 8),
            )


def _name(size: float, box: Box) -> Iterator[Mark]:
    """Yield the name's lines around the box's middle, with an arrow before a goal wished down."""
    bold = box.element.kind is Kind.GOAL
    down = is_wanted_down(box.element)
    middle = box.x + box.width / 2 + (8 if down else 0)
    rows = [*((each, "heading" if bold else "text") for each in box.lines)]
    rows += [(box.caption, "muted")] if box.caption else []
    first = box.middle - len(rows) * size * LINE / 2 + size * 0.95
    for n, (text, role) in enumerate(rows):
        yield Letters(role=role, text=text, at=(middle, first + n * size * LINE), size=size)
    if down:
        left = middle - max(width(each, size, bold=bold) for each in box.lines) / 2 - 10
        yield Strokes(role="glyph", strokes=signs.DOWNWARDS, at=(left, box.middle))


# links ------------------------------------------------------------------------------------------


def _route(theory: Theory, route: Route, language: Language) -> Group:
    link = route.hop.link
    line = _line(route)
    return Group(
        classes=("link", *_claim(route), *_verdict(route)),
        marks=(
            Strokes(role="hit", strokes=line),
            Strokes(role="line", strokes=line),
            *_head(route),
            *_signs(route),
        ),
        anchor=anchor_of_link(link),
        tooltip=wording.link(theory, link, route.judgement, language),
    )


def _line(route: Route) -> tuple[Stroke, ...]:
    points = [route.start, *(point for each in route.segments for point in each[1:])]
    return (Stroke(tuple(points), curved=True),)


def _claim(route: Route) -> tuple[str, ...]:
    link = route.hop.link
    stated = "stated" if link.is_stated else "inferred"
    return (stated, "together") if link.relation is Relation.MOVES_WITH else (stated,)


def _verdict(route: Route) -> tuple[str, ...]:
    return (style.VERDICTS[route.judgement.verdict],) if route.judgement else ()


def _head(route: Route) -> tuple[Mark, ...]:
    if route.hop.link.relation is Relation.MOVES_WITH:
        return ()
    at = route.start if route.hop.backwards else route.end
    return (arrowhead(at, stated=route.hop.link.is_stated, backwards=route.hop.backwards),)


def arrowhead(at: Point, *, stated: bool, backwards: bool = False) -> Mark:
    """Return a filled head for what a source states, an open one for what we infer."""
    turn = -1 if backwards else 1
    head = signs.SOLID_HEAD if stated else signs.OPEN_HEAD
    turned = tuple(Stroke(tuple((turn * x, y) for x, y in each.points)) for each in head)
    return Strokes(role="solid" if stated else "open", strokes=turned, at=at, closed=stated)


def _signs(route: Route) -> Iterator[Mark]:
    if route.minus:
        yield from disc(route.minus, signs.MINUS)
    verdict = signs.VERDICTS[route.judgement.verdict] if route.judgement else ()
    if verdict:
        yield from disc(route.mark, verdict, role="verdict")


def disc(at: Point, sign: Sign, *, role: str = "disc") -> tuple[Mark, Mark]:
    """Return a sign on a disc that keeps the line behind it away."""
    return (Circle(role=role, at=at), Strokes(role="glyph", strokes=sign, at=at))


def _badge(theory: Theory, badge: Badge, language: Language) -> Group:
    return Group(
        classes=("moderator",),
        marks=numbered(badge.number, badge.at),
        anchor=anchor_of_moderator(badge.moderator),
        tooltip=wording.moderator(theory, badge.moderator, language),
    )


def numbered(number: int, at: Point) -> tuple[Mark, Mark]:
    """Return a moderator's number on its disc."""
    return (
        Circle(role="badge", at=at, radius=signs.RADIUS + 0.8),
        Letters(role="number", text=str(number), at=(at[0], at[1] + 4.3), size=SMALL),
    )


def moved(mark: Mark, by: Point) -> Mark:
    """Return a mark somewhere else."""
    match mark:
        case Rectangle():
            return replace(mark, x=mark.x + by[0], y=mark.y + by[1])
        case Circle() | Strokes() | Letters():
            return replace(mark, at=(mark.at[0] + by[0], mark.at[1] + by[1]))

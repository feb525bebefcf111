"""The finished picture as plain values, in units of 1/1000 of a picture that fills its page's width."""

from __future__ import annotations

from dataclasses import dataclass

from qualitycircle.evaluation.values import Judgement
from qualitycircle.rendering.picture.columns import Hop
from qualitycircle.theory import Element, Kind, Moderator

Point = tuple[float, float]
Segment = tuple[Point, Point, Point, Point]
"""A cubic curve: start, two handles, end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An element with its wrapped name; `x`, `y` is the upper left corner."""

    element: Element
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]
    caption: str = ""

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """A moderator's number on a link."""

    moderator: Moderator
    number: int
    at: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A link's line, and the signs that sit on its last stretch, where it arrives."""

    hop: Hop
    judgement: Judgement | None
    segments: tuple[Segment, ...]
    minus: Point | None
    mark: Point
    badges: tuple[Badge, ...]

    @property
    def start(self) -> Point:
        return self.segments[0][0]

    @property
    def end(self) -> Point:
        return self.segments[-1][3]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The column (or columns) of one kind, from top to bottom."""

    kind: Kind
    x: float
    width: float
    title: tuple[str, ...] = ()
    """The indsats' name, on the band of its delindsatser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Everything that is drawn above the legend."""

    width: float
    height: float
    top: float
    font: float
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    routes: tuple[Route, ...]

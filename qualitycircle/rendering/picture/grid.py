"""Where the columns stand and how big their boxes and letters are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qualitycircle.rendering.picture.columns import Columns
from qualitycircle.rendering.picture.drawing import Band, Box
from qualitycircle.rendering.picture.widths import wrapped
from qualitycircle.theory import Element, Goal, Kind, Outcome, Output, Sign, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.values import say
from qualitycircle.vocabulary.words import picture as words

PAGE = 1000.0
PORT = 19.0
"""Between two links that arrive at the same box: room for a sign."""
DEPARTURE = 7.0
SIGN = 18.0
HEAD = 11.0
LINE = 1.22
"""From one line of text to the next, in font sizes."""
MARGIN = 6.0
BAND = 11.0
_PADDING = 8.0
_CURVE = 48.0
_TIGHT_CURVE = 30.0
"""Between five columns or more the boxes need the room: names broken over three lines are hard to read."""
_NARROWEST = 86.0
_FEW = 4
_MANY = 6
_CITIZEN = {"", "citizen"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns' left edges, the width of every box, and how long each box's arrivals run straight."""

    columns: Columns
    left: tuple[float, ...]
    box: float
    font: float
    lead: Mapping[str, float]
    marks: bool
    """Whether every link has room for a verdict's sign."""

    @property
    def width(self) -> float:
        return self.left[-1] + self.box + BAND + MARGIN

    def right(self, column: int) -> float:
        return self.left[column] + self.box


def grid(theory: Theory, found: Columns, *, judged: bool) -> Grid:
    """Return columns of one width on a page of 1000, as far apart as the signs between them need.

    Room for a verdict is kept before there is one, so that a picture stays as it is when it is
    `judged`; with many columns names need that room more.
    """
    count = max(1, len(found))
    font = 14.0 if count <= _FEW else 12.2 if count == 5 else 12.0
    marks = judged or count < _MANY
    lead = _leads(theory, found, marks=marks)
    curve = _CURVE if count <= _FEW else _TIGHT_CURVE
    gaps = [
        curve + max([lead[each.end] for each in found.hops if found.column[each.end] == column], default=0.0)
        for column in range(1, count)
    ]
    room = PAGE - 2 * (MARGIN + BAND) - sum(gaps)
    widest = 24 * 0.52 * font + 2 * _PADDING
    box = min(widest, max(_NARROWEST, room / count))
    spare = max(0.0, room - box * count) / max(1, count - 1)
    left = [MARGIN + BAND]
    for gap in gaps:
        left.append(left[-1] + box + gap + spare)
    return Grid(columns=found, left=tuple(left), box=box, font=font, lead=lead, marks=marks)


def _leads(theory: Theory, found: Columns, *, marks: bool) -> dict[str, float]:
    """Return, for each element, how long the last straight stretch of its arriving links is."""
    leads = dict.fromkeys(found.column, 0.0)
    for hop in found.hops:
        signs = (hop.link.sign is Sign.DOWN) + marks
        badges = len(theory.moderators_of(hop.link))
        leads[hop.end] = max(leads[hop.end], HEAD + (signs + badges) * SIGN)
    return leads


def sized_box(element: Element, grid: Grid, language: Language) -> Box:
    """Return an element's box with its size and column, not yet its height on the page."""
    whom = element.in_whom if isinstance(element, Outcome) else ""
    caption = "" if whom in _CITIZEN else words.IN_WHOM.say(language, whom=say("in_whom", whom, language))
    bold = element.kind is Kind.GOAL
    room = grid.box - 2 * _PADDING - (18 if is_wanted_down(element) else 0)
    lines = wrapped(element.name, grid.font, room, lines=2 if caption else 3, bold=bold)
    return Box(
        element=element,
        x=grid.left[grid.columns.column[element.id]],
        y=0.0,
        width=grid.box,
        height=_height(element, grid, len(lines) + bool(caption)),
        lines=lines,
        caption=wrapped(caption, grid.font, room, lines=1)[0] if caption else "",
    )


def _height(element: Element, grid: Grid, rows: int) -> float:
    """Return room for the name, and for a port per link."""
    arrivals = sum(each.end == element.id for each in grid.columns.hops)
    departures = sum(each.start == element.id for each in grid.columns.hops)
    return max(
        2.9 * grid.font,
        rows * grid.font * LINE + 18,
        arrivals * PORT + 5,
        (departures - 1) * DEPARTURE + 20,
    )


def is_wanted_down(element: Element) -> bool:
    """Say whether this is something that one hopes to see less of, and that says so."""
    return isinstance(element, Output | Outcome | Goal) and element.wanted_up is False


def bands(theory: Theory, grid: Grid) -> tuple[Band, ...]:
    """Return one band per kind; that of the delindsatser carries the indsats' name."""
    title = wrapped(theory.intervention.name, grid.font, grid.box + BAND, lines=3, bold=True)
    found = []
    for kind in dict.fromkeys(grid.columns.kinds):
        inside = [n for n, each in enumerate(grid.columns.kinds) if each is kind]
        left = grid.left[inside[0]] - BAND
        right = grid.right(inside[-1]) + BAND
        found.append(
            Band(kind=kind, x=left, width=right - left, title=title if kind is Kind.ACTIVITY else ())
        )
    return tuple(found)

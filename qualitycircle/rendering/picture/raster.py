"""The same drawing as PNG and PDF: handed to Graphviz mark by mark, in its drawing language xdot.

Nothing is laid out a second time: the graph is two invisible corners, and the picture is its
background (https://graphviz.org/docs/outputs/canon/#xdot). Light colours on white, for paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.rendering.picture.drawing import Point
from qualitycircle.rendering.picture.engine import run
from qualitycircle.rendering.picture.legend import legend
from qualitycircle.rendering.picture.parts import Circle, Group, Letters, Mark, Rectangle, Strokes, groups
from qualitycircle.rendering.picture.placing import placed
from qualitycircle.rendering.picture.style import LIGHT, Look, look
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language

BUNDLED_BOLD, SYSTEM_BOLD = "Helvetica-Bold", "Arial Bold"
"""A bold Arial, by the name each engine knows it."""
_PIECE = 50
_ROUND = 0.4477
"""How far before a corner the handle of a quarter circle lies, as a share of its radius."""


def png(theory: Theory, *, language: Language, evaluation: Evaluation | None = None, dpi: int = 144) -> bytes:
    """Return a theory's picture as a PNG image, 1000 units at 72 to the inch, drawn at `dpi`."""
    source = _source(theory, language, evaluation, bold=BUNDLED_BOLD)
    return run(source, "png", "-Kneato", "-n2", f"-Gdpi={dpi}")


def pdf(theory: Theory, *, language: Language, evaluation: Evaluation | None = None) -> bytes:
    """Return a theory's picture as PDF; raises `EngineMissing` without a system `dot`."""
    return run(_source(theory, language, evaluation, bold=SYSTEM_BOLD), "pdf", "-Kneato", "-n2")


def _source(theory: Theory, language: Language, evaluation: Evaluation | None, *, bold: str) -> str:
    drawing = placed(theory, language=language, evaluation=evaluation)
    below = legend(theory, drawing, language, evaluation)
    shown = (*groups(theory, drawing, language), *below.groups)
    return source(shown, drawing.width, below.bottom, bold=bold)


def source(shown: Iterable[Group], width: float, height: float, *, bold: str = BUNDLED_BOLD) -> str:
    """Return groups of marks as the source of a graph whose background they are."""
    marks = [each for group in shown for each in _group(group, height, bold)]
    corner = "style=invis, shape=point, width=0.01"
    return (
        f'graph {{ bgcolor=white; pad=0; margin=0; bb="0,0,{_n(width)},{_n(height)}";\n'
        f"_background={_quoted(marks)};\n"
        f'a [pos="0,0", {corner}]; b [pos="{_n(width)},{_n(height)}", {corner}]; }}\n'
    )


def _quoted(marks: list[str]) -> str:
    """Return the marks as one DOT string in short pieces: Graphviz 2 cannot read long ones."""
    pieces = (" ".join(marks[n : n + _PIECE]) for n in range(0, len(marks), _PIECE))
    escaped = (each.replace("\\", "\\\\").replace('"', '\\"') for each in pieces)
    return " +\n".join(f'"{each} "' for each in escaped)


def _group(group: Group, height: float, bold: str) -> Iterator[str]:
    for mark in group.marks:
        if mark.role != "hit":
            yield from _mark(mark, look(mark.role, group.classes), height, bold)


def _mark(mark: Mark, look: Look, height: float, bold: str) -> Iterator[str]:
    """Yield a mark's colours, line and outline; xdot counts upwards from the bottom."""
    if isinstance(mark, Letters):
        yield _colour("c", look.fill)
        yield _letters(mark, height, bold if look.bold else "Arial")
        return
    yield _colour("c", look.stroke)
    yield _colour("C", look.fill)
    yield _text("S", f"setlinewidth({look.width or 1:g})")
    yield _text("S", _dash(look.dash))
    filled = look.fill not in (None, "none")
    for curved, points in _outlines(mark):
        operation = ("b" if filled else "B") if curved else ("P" if filled else "L")
        spots = " ".join(f"{_n(x)} {_n(height - y)}" for x, y in points)
        yield f"{operation} {len(points)} {spots}"


def _colour(operation: str, name: str | None) -> str:
    return _text(operation, LIGHT.get(name or "none", "#ffffff00"))


def _text(operation: str, text: str) -> str:
    return f"{operation} {len(text.encode('utf-8'))} -{text}"


def _dash(dash: str | None) -> str:
    if dash in (None, "none"):
        return "solid"
    return "dotted" if dash.startswith("0") else "dashed"


def _letters(mark: Letters, height: float, font: str) -> str:
    x, y = mark.at
    align = 0 if mark.anchor == "middle" else -1
    return f"{_text(f'F {_n(mark.size)}', font)} {_text(f'T {_n(x)} {_n(height - y)} {align} 0', mark.text)}"


def _outlines(mark: Rectangle | Circle | Strokes) -> Iterator[tuple[bool, list[Point]]]:
    match mark:
        case Rectangle():
            yield True, _rounded(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height, mark.round)
        case Circle(at=(x, y), radius=r):
            yield True, _rounded(x - r, y - r, x + r, y + r, r)
        case Strokes(at=(x, y)):
            for stroke in mark.strokes:
                yield stroke.curved, [(x + each[0], y + each[1]) for each in stroke.points]


def _rounded(left: float, top: float, right: float, bottom: float, r: float) -> list[Point]:
    """Return a rectangle with round corners as one closed run of cubic curves."""
    k = r * _ROUND
    corners = [
        ((right - r, top), (right - k, top), (right, top + k), (right, top + r)),
        ((right, bottom - r), (right, bottom - k), (right - k, bottom), (right - r, bottom)),
        ((left + r, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - r)),
        ((left, top + r), (left, top + k), (left + k, top), (left + r, top)),
    ]
    points = [corners[-1][-1]]
    for corner in corners:
        points += [points[-1], corner[0], *corner]
    return points


def _n(number: float) -> str:
    return f"{number:.2f}"

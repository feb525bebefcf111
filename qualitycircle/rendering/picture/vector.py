"""The picture as SVG: one text for light and dark, screen and paper, mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.rendering.picture import style, wording
from qualitycircle.rendering.picture.anchors import slug
from qualitycircle.rendering.picture.drawing import Point
from qualitycircle.rendering.picture.legend import legend
from qualitycircle.rendering.picture.parts import Circle, Group, Letters, Mark, Rectangle, Strokes, groups
from qualitycircle.rendering.picture.placing import placed
from qualitycircle.rendering.picture.signs import Stroke
from qualitycircle.theory import Theory
from qualitycircle.vocabulary.language import Language


def svg(
    theory: Theory,
    *,
    language: Language,
    evaluation: Evaluation | None = None,
    link_prefix: str = "",
    standalone: bool = True,
) -> str:
    """Return a theory's picture as SVG, with the verdicts of an evaluation where one is given.

    Elements, links and moderators lead to `link_prefix#anchor` (see `anchors`). A standalone picture
    carries its own colours and follows the reader's light or dark; inside a page, `page_css` does it.
    Raises `EngineMissing` where no Graphviz can be found.
    """
    drawing = placed(theory, language=language, evaluation=evaluation)
    below = legend(theory, drawing, language, evaluation)
    said = Said(
        id=slug(theory.id),
        title=wording.title(theory, language),
        description=wording.description(theory, evaluation, language),
        language=language,
    )
    size = Size(width=drawing.width, height=below.bottom, font=drawing.font)
    shown = (*groups(theory, drawing, language), *below.groups)
    css = style.file_css() if standalone else ""
    return document(shown, said, size, css=css, link_prefix=link_prefix)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a picture says to who cannot see it, and its own id among others on a page."""

    id: str
    title: str
    description: str
    language: Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    width: float
    height: float
    font: float


def document(shown: Iterable[Group], said: Said, size: Size, *, css: str = "", link_prefix: str = "") -> str:
    """Return groups of marks as one SVG; with `css` it stands alone, without it follows its page."""
    parts = [
        _opening(said, size, standalone=bool(css)),
        f'<title id="qc-{said.id}-title">{_said(said.title)}</title>\n'
        f'<desc id="qc-{said.id}-desc">{_said(said.description)}</desc>',
        *([f"<style>\n{css}</style>"] if css else []),
        *(_group(each, link_prefix, size.font) for each in shown),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _opening(said: Said, size: Size, *, standalone: bool) -> str:
    fixed = f' width="{_n(size.width)}" height="{_n(size.height)}"' if standalone else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qc-picture" role="img" lang="{said.language}"{fixed}'
        f' style="--qc-width:{_n(size.width)}"'
        f' viewBox="0 0 {_n(size.width)} {_n(size.height)}" font-family="{style.FAMILY}"'
        f' font-size="{_n(size.font)}" aria-labelledby="qc-{said.id}-title qc-{said.id}-desc">'
    )


def _group(group: Group, link_prefix: str, font: float) -> str:
    """Return a group; one that leads somewhere is a link, reached by Tab as well as by mouse."""
    classes = " ".join(f"qc-{each}" for each in group.classes)
    content = "".join(_mark(each, font) for each in group.marks)
    said = f"<title>{_said(group.tooltip)}</title>" if group.tooltip else ""
    if not group.anchor:
        return f'<g class="{classes}">{said}{content}</g>'
    href = escape(f"{link_prefix}#{group.anchor}")
    return f'<a class="{classes}" href="{href}">{said}{content}</a>'


def _mark(mark: Mark, font: float) -> str:
    match mark:
        case Rectangle():
            place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
            round = f' rx="{_n(mark.round)}"' if mark.round else ""
            return f'<rect class="qc-{mark.role}" {place}{round}/>'
        case Circle():
            place = f'cx="{_n(mark.at[0])}" cy="{_n(mark.at[1])}" r="{_n(mark.radius)}"'
            return f'<circle class="qc-{mark.role}" {place}/>'
        case Strokes():
            end = "Z" if mark.closed else ""
            data = "".join(_stroke(each, mark.at) + end for each in mark.strokes)
            return f'<path class="qc-{mark.role}" d="{data}"/>'
        case Letters():
            return _letters(mark, font)


def _letters(mark: Letters, font: float) -> str:
    place = f'x="{_n(mark.at[0])}" y="{_n(mark.at[1])}"'
    anchor = ' text-anchor="middle"' if mark.anchor == "middle" else ""
    size = f' font-size="{_n(mark.size)}"' if mark.size != font else ""
    return f'<text class="qc-{mark.role}" {place}{anchor}{size}>{_said(mark.text)}</text>'


def _stroke(stroke: Stroke, at: Point) -> str:
    first, *rest = (f"{_n(x + at[0])} {_n(y + at[1])}" for x, y in stroke.points)
    return f"M{first}{'C' if stroke.curved else 'L'}{' '.join(rest)}"


def _said(text: str) -> str:
    """Return a text as XML reads it: no markup, and none of the control characters XML forbids."""
    return escape("".join(each for each in text if each.isprintable() or each == "\n"), quote=False)


def _n(number: float) -> str:
    """Return a number with at most one decimal, as short as it can be."""
    return f"{number:.1f}".removesuffix(".0").replace("-0.0", "0")

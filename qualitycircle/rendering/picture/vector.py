"""The picture as SVG: one text for light and dark, screen and paper, mouse and keyboard."""

from __future__ import annotations

from html import escape

from qualitycircle.evaluation.values import Evaluation
from qualitycircle.rendering.picture import style, wording
from qualitycircle.rendering.picture.anchors import slug
from qualitycircle.rendering.picture.drawing import Drawing, Point
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
    shown = (*groups(theory, drawing, language), *below.groups)
    parts = [
        _opening(theory, drawing, below.bottom, language, standalone=standalone),
        _words(theory, evaluation, language),
        *([f"<style>\n{style.file_css()}</style>"] if standalone else []),
        *(_group(each, link_prefix, drawing.font) for each in shown),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _opening(theory: Theory, drawing: Drawing, height: float, language: Language, *, standalone: bool) -> str:
    size = f' width="{_n(drawing.width)}" height="{_n(height)}"' if standalone else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qc-picture" role="img" lang="{language}"{size}'
        f' style="--qc-width:{_n(drawing.width)}"'
        f' viewBox="0 0 {_n(drawing.width)} {_n(height)}" font-family="{style.FAMILY}"'
        f' font-size="{_n(drawing.font)}" aria-labelledby="{_id(theory, "title")} {_id(theory, "desc")}">'
    )


def _words(theory: Theory, evaluation: Evaluation | None, language: Language) -> str:
    said = _said(wording.description(theory, evaluation, language))
    return (
        f'<title id="{_id(theory, "title")}">{_said(wording.title(theory, language))}</title>\n'
        f'<desc id="{_id(theory, "desc")}">{said}</desc>'
    )


def _id(theory: Theory, part: str) -> str:
    return f"qc-{slug(theory.id)}-{part}"


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

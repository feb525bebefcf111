"""The drawing as SVG: one file for light and dark, screen and paper, mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from qualitycircle.evaluation.values import Evaluation, Verdict
from qualitycircle.rendering.picture import signs, style, wording
from qualitycircle.rendering.picture.anchors import (
    anchor_of_element,
    anchor_of_link,
    anchor_of_moderator,
    slug,
)
from qualitycircle.rendering.picture.drawing import Badge, Band, Box, Drawing, Point, Route, Segment
from qualitycircle.rendering.picture.legend import FONT, Legend, ModeratorEntry, SignEntry, legend
from qualitycircle.rendering.picture.placing import placed
from qualitycircle.rendering.picture.widths import width
from qualitycircle.theory import Goal, Kind, Relation, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import picture as words

_LINE = 1.22


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What every part of the picture needs to know of where it stands."""

    theory: Theory
    language: Language
    link_prefix: str

    def id(self, part: str) -> str:
        return f"qc-{slug(self.theory.id)}-{part}"

    def link(self, anchor: str, classes: str, tooltip: str, content: str) -> str:
        """Return content that leads to a section of the theory's page, with its tooltip."""
        href = quoteattr(f"{self.link_prefix}#{anchor}")
        return f'<a class="{classes}" href={href}><title>{escape(tooltip)}</title>{content}</a>'


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
    """
    drawing = placed(theory, language=language, evaluation=evaluation)
    below = legend(theory, drawing, language)
    page = _Page(theory=theory, language=language, link_prefix=link_prefix)
    parts = [
        _opening(page, drawing, below, evaluation, standalone=standalone),
        *(_band(page, drawing, each) for each in drawing.bands),
        *(_route(page, each) for each in drawing.routes),
        *(_box(page, drawing, each) for each in drawing.boxes),
        *(_badge(page, badge) for each in drawing.routes for badge in each.badges),
        *_legend(page, below),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _opening(
    page: _Page, drawing: Drawing, below: Legend, evaluation: Evaluation | None, *, standalone: bool
) -> str:
    height = drawing.height + below.height
    size = f' width="{_n(drawing.width)}" height="{_n(height)}"' if standalone else ""
    rows = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qc-picture" role="img" lang="{page.language}"{size}'
        f' viewBox="0 0 {_n(drawing.width)} {_n(height)}" font-family="{style.FAMILY}"'
        f' font-size="{_n(drawing.font)}" aria-labelledby="{page.id("title")} {page.id("description")}">',
        f'<title id="{page.id("title")}">{escape(wording.title(page.theory, page.language))}</title>',
        f'<desc id="{page.id("description")}">'
        f"{escape(wording.description(page.theory, evaluation, page.language))}</desc>",
    ]
    return "\n".join([*rows, f"<style>{style.file_css()}</style>"] if standalone else rows)


# columns and boxes ------------------------------------------------------------------------------


def _band(page: _Page, drawing: Drawing, band: Band) -> str:
    heading = words.HEADINGS[band.kind.value].say(page.language)
    middle = band.x + band.width / 2
    rows = [
        f'<text class="qc-heading" x="{_n(middle)}" y="{_n(drawing.top - 12)}" text-anchor="middle">'
        f"{escape(heading)}</text>",
        f'<rect class="qc-band qc-{band.kind.value}" x="{_n(band.x)}" y="{_n(drawing.top)}"'
        f' width="{_n(band.width)}" height="{_n(drawing.height - drawing.top)}" rx="6"/>',
    ]
    if band.title:
        y = drawing.top + 18
        label = words.INTERVENTION.say(page.language)
        rows.append(_text(label, (middle, y), classes="qc-muted", size=12.0))
        for n, line in enumerate(band.title, start=1):
            rows.append(_text(line, (middle, y + n * drawing.font * _LINE), classes="qc-heading"))
    return "\n".join(rows)


def _text(
    text: str, at: Point, *, classes: str = "", size: float | None = None, anchor: str = "middle"
) -> str:
    named = f' class="{classes}"' if classes else ""
    sized = f' font-size="{_n(size)}"' if size else ""
    return f'<text{named} x="{_n(at[0])}" y="{_n(at[1])}" text-anchor="{anchor}"{sized}>{escape(text)}</text>'


def _box(page: _Page, drawing: Drawing, box: Box) -> str:
    size = drawing.font
    rows = len(box.lines) + bool(box.caption)
    down = isinstance(box.element, Goal) and not box.element.wanted_up
    middle = box.x + box.width / 2 + (8 if down else 0)
    first = box.middle - rows * size * _LINE / 2 + size * 0.95
    texts = [_text(line, (middle, first + n * size * _LINE)) for n, line in enumerate(box.lines)]
    if box.caption:
        at = (middle, first + len(box.lines) * size * _LINE)
        texts.append(_text(box.caption, at, classes="qc-muted"))
    if down:
        left = middle - max(width(each, size) for each in box.lines) / 2 - 12
        texts.insert(0, _glyph(signs.DOWNWARDS, (left, box.middle)))
    kind = box.element.kind
    return page.link(
        anchor_of_element(box.element),
        f"qc-node qc-{kind.value}",
        wording.element(box.element, page.language),
        _shape(box, kind) + "".join(texts),
    )


def _shape(box: Box, kind: Kind) -> str:
    """Return the outline that tells the kind: sharp, folded corner, rounded, double."""
    x, y, w, h = box.x, box.y, box.width, box.height
    match kind:
        case Kind.ACTIVITY:
            return _rect(x, y, w, h, 0)
        case Kind.OUTPUT:
            cut = 11
            outline = f"M{_n(x)} {_n(y)}h{_n(w - cut)}l{cut} {cut}v{_n(h - cut)}h{_n(-w)}z"
            fold = f"M{_n(x + w - cut)} {_n(y)}v{cut}h{cut}"
            return f'<path class="qc-shape" d="{outline}"/><path class="qc-fold" d="{fold}"/>'
        case Kind.OUTCOME:
            return _rect(x, y, w, h, 14)
        case Kind.GOAL:
            inner = f'x="{_n(x + 4)}" y="{_n(y + 4)}" width="{_n(w - 8)}" height="{_n(h - 8)}"'
            return _rect(x, y, w, h, 0) + f'<rect class="qc-fold" {inner}/>'


def _rect(x: float, y: float, w: float, h: float, round: float) -> str:
    place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(w)}" height="{_n(h)}"'
    return f'<rect class="qc-shape" {place} rx="{_n(round)}"/>'


# links ------------------------------------------------------------------------------------------


def _route(page: _Page, route: Route) -> str:
    link = route.hop.link
    path = _path(route.segments)
    parts = [f'<path class="qc-hit" d="{path}"/>', f'<path class="qc-line" d="{path}"/>', _head(route)]
    if route.minus:
        parts.append(_disc(route.minus, "") + _glyph(signs.MINUS, route.minus))
    verdict = route.judgement.verdict if route.judgement else None
    if verdict in signs.GLYPHS and route.mark:
        parts.append(_disc(route.mark, " qc-verdict") + _glyph(signs.GLYPHS[verdict], route.mark))
    return page.link(
        anchor_of_link(link),
        _classes(route, verdict),
        wording.link(page.theory, link, route.judgement, page.language),
        "".join(parts),
    )


def _classes(route: Route, verdict: Verdict | None) -> str:
    link = route.hop.link
    return " ".join(
        [
            "qc-link",
            "qc-stated" if link.is_stated else "qc-inferred",
            *(["qc-together"] if link.relation is Relation.MOVES_WITH else []),
            *([signs.CLASSES[verdict]] if verdict else []),
        ]
    )


def _head(route: Route) -> str:
    if route.hop.link.relation is Relation.MOVES_WITH:
        return ""
    solid = route.hop.link.is_stated
    path, classes = (signs.SOLID_HEAD, "qc-solid") if solid else (signs.OPEN_HEAD, "qc-open")
    at, turn = (route.start, " rotate(180)") if route.hop.backwards else (route.end, "")
    return f'<path class="{classes}" d="{path}" transform="translate({_n(at[0])} {_n(at[1])}){turn}"/>'


def _disc(at: Point, classes: str) -> str:
    return f'<circle class="qc-disc{classes}" cx="{_n(at[0])}" cy="{_n(at[1])}" r="{signs.RADIUS}"/>'


def _glyph(path: str, at: Point) -> str:
    return f'<path class="qc-glyph" d="{path}" transform="translate({_n(at[0])} {_n(at[1])})"/>'


def _path(segments: tuple[Segment, ...]) -> str:
    start = segments[0][0]
    curves = (" ".join(f"{_n(x)} {_n(y)}" for x, y in each[1:]) for each in segments)
    return f"M{_n(start[0])} {_n(start[1])}C" + " ".join(curves)


def _badge(page: _Page, badge: Badge) -> str:
    return page.link(
        anchor_of_moderator(badge.moderator),
        "qc-badge",
        wording.moderator(page.theory, badge.moderator, page.language),
        _number(badge.number, badge.at),
    )


def _number(number: int, at: Point) -> str:
    x, y = at
    return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{signs.RADIUS + 0.6}"/>' + _text(
        str(number), (x, y + 4.3), size=12.0
    )


# legend -----------------------------------------------------------------------------------------


def _legend(page: _Page, below: Legend) -> Iterator[str]:
    yield f'<g font-size="{_n(FONT)}">'
    if below.moderators:
        heading = words.MODERATORS.say(page.language)
        yield _text(heading, (6.0, below.heading), classes="qc-heading", anchor="start")
    for each in below.moderators:
        yield _listed(page, each)
    for sign in below.signs:
        yield _sample(sign)
    yield "</g>"


def _listed(page: _Page, entry: ModeratorEntry) -> str:
    at = (entry.x + 9, entry.y)
    name = _text(entry.name, (entry.x + 24, entry.y + 4.4), anchor="start")
    effect = _text(
        f"· {entry.effect}" if entry.effect else "",
        (entry.x + 28 + width(entry.name, FONT), entry.y + 4.4),
        classes="qc-muted",
        anchor="start",
    )
    number = f'<g class="qc-badge">{_number(entry.number, at)}</g>'
    tooltip = wording.moderator(page.theory, entry.moderator, page.language)
    return page.link(anchor_of_moderator(entry.moderator), "qc-listed", tooltip, number + name + effect)


def _sample(entry: SignEntry) -> str:
    x, y = entry.x, entry.y
    line = f'<path class="qc-line" d="M{_n(x)} {_n(y)}H{_n(x + 32)}"/>'
    end = f'transform="translate({_n(x + 34)} {_n(y)})"'
    solid = f'<path class="qc-solid" d="{signs.SOLID_HEAD}" {end}/>'
    middle = (x + 17, y)
    verdicts = {each.value: each for each in Verdict}
    classes = "qc-stated"
    match entry.sample:
        case "inferred":
            classes, drawn = "qc-inferred", line + f'<path class="qc-open" d="{signs.OPEN_HEAD}" {end}/>'
        case "together":
            classes, drawn = "qc-together", line
        case "minus":
            drawn = _disc(middle, "") + _glyph(signs.MINUS, middle)
        case "down":
            drawn = _glyph(signs.DOWNWARDS, middle)
        case sample if sample in verdicts:
            verdict = verdicts[sample]
            classes = signs.CLASSES[verdict]
            sign = _disc(middle, " qc-verdict") + _glyph(signs.GLYPHS.get(verdict, ""), middle)
            drawn = line + (sign if verdict in signs.GLYPHS else "")
        case _:
            drawn = line + solid
    text = _text(entry.text, (x + 40, y + 4.4), anchor="start")
    return f'<g class="qc-link {classes}">{drawn}{text}</g>'


def _n(number: float) -> str:
    """Return a number with at most one decimal, as short as it can be."""
    return f"{number:.1f}".removesuffix(".0").replace("-0.0", "0")

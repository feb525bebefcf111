"""Below the picture: the numbered moderators, and the signs that occur in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qualitycircle.evaluation.values import Evaluation, Verdict
from qualitycircle.rendering.picture import signs, style, wording
from qualitycircle.rendering.picture.anchors import anchor_of_moderator
from qualitycircle.rendering.picture.drawing import Drawing, Point
from qualitycircle.rendering.picture.grid import MARGIN, is_wanted_down
from qualitycircle.rendering.picture.parts import (
    Group,
    Letters,
    Mark,
    Strokes,
    arrowhead,
    disc,
    moved,
    numbered,
)
from qualitycircle.rendering.picture.signs import Stroke
from qualitycircle.rendering.picture.widths import width, wrapped
from qualitycircle.theory import Moderator, Relation, Sign, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import picture as words

FONT = 12.5
_ROW = 22.0
_SAMPLE = 36.0
_BETWEEN = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """The lists' groups, and how far down they reach."""

    groups: tuple[Group, ...]
    bottom: float


def legend(
    theory: Theory, drawing: Drawing, language: Language, evaluation: Evaluation | None = None
) -> Legend:
    """Return the legend that this picture needs, and nothing more."""
    listed, after = _moderators(theory, drawing, language)
    samples, bottom = _signs(drawing, after, language)
    if not evaluation:
        return Legend(groups=(*listed, *samples), bottom=bottom + 14)
    said = _letters("muted", wording.provenance(evaluation, language), (MARGIN, bottom + _ROW + 4.4))
    source = Group(classes=("list",), marks=(said,))
    return Legend(groups=(*listed, *samples, source), bottom=bottom + _ROW + 14)


# moderators -------------------------------------------------------------------------------------


def _moderators(theory: Theory, drawing: Drawing, language: Language) -> tuple[list[Group], float]:
    """Return the numbered list in up to three columns, and where the next row may stand."""
    top = drawing.height + 22
    shown = _listed(theory)
    count = len(shown)
    if not count:
        return [], top
    across = 1 if count == 1 else 2 if count in (2, 4) else 3
    down = -(-count // across)
    room = drawing.width / across
    heading = _letters("heading", words.MODERATORS.say(language), (MARGIN, top))
    found = [Group(classes=("list",), marks=(heading,))]
    for n, (number, each) in enumerate(shown):
        at = (MARGIN + n // down * room, top + 4 + (n % down + 1) * _ROW)
        found.append(_moderator(theory, each, number, at, room, language))
    return found, top + 4 + (down + 1) * _ROW + 8


def _listed(theory: Theory) -> list[tuple[int, Moderator]]:
    """Return the moderators with their numbers; the parts of a whole stand on the page, not here."""
    parts = {part for each in theory.moderators for part in each.consists_of}
    numbered = enumerate(theory.moderators, start=1)
    return [(n, each) for n, each in numbered if each.attachments or each.id not in parts]


def _moderator(
    theory: Theory, moderator: Moderator, number: int, at: Point, room: float, language: Language
) -> Group:
    x, y = at
    effect = f"· {wording.effect(moderator, language)}" if moderator.attachments else ""
    name = wrapped(moderator.name, FONT, room - 44 - width(effect, FONT), lines=1)[0]
    marks = (
        *numbered(number, (x + 9, y)),
        _letters("text", name, (x + 24, y + 4.4)),
        _letters("muted", effect, (x + 29 + width(name, FONT), y + 4.4)),
    )
    return Group(
        classes=("moderator", "listed"),
        marks=marks,
        anchor=anchor_of_moderator(moderator),
        tooltip=wording.moderator(theory, moderator, language),
    )


def _letters(role: str, text: str, at: Point) -> Letters:
    return Letters(role=role, text=text, at=at, anchor="start", size=FONT)


# signs ------------------------------------------------------------------------------------------


def _signs(drawing: Drawing, top: float, language: Language) -> tuple[list[Group], float]:
    """Return a sample and a word for each sign that occurs, in rows, and where they end."""
    found: list[Group] = []
    x, y = MARGIN, top
    for classes, sample, text in _occurring(drawing, language):
        needed = _SAMPLE + width(text, FONT)
        if x > MARGIN and x + needed > drawing.width:
            x, y = MARGIN, y + _ROW
        found.append(Group(classes=("link", *classes), marks=_sample(sample, text, (x, y))))
        x += needed + _BETWEEN
    return found, y if found else top - _ROW


_Sample = tuple[tuple[str, ...], tuple[Mark, ...], str]


def _sample(sample: tuple[Mark, ...], text: str, at: Point) -> tuple[Mark, ...]:
    return (*(moved(each, at) for each in sample), _letters("text", text, (at[0] + _SAMPLE, at[1] + 4.4)))


def _occurring(drawing: Drawing, language: Language) -> Iterator[_Sample]:
    line = Strokes(role="line", strokes=(Stroke(((0, 0), (28, 0))),))
    middle = (14.0, 0.0)
    links = [each.hop.link for each in drawing.routes]
    arrows = [each for each in links if each.relation is Relation.INFLUENCES]
    if any(each.is_stated for each in arrows):
        yield ("stated",), (line, arrowhead((29, 0), stated=True)), words.STATED.say(language)
    if any(not each.is_stated for each in arrows):
        yield ("inferred",), (line, arrowhead((29, 0), stated=False)), words.INFERRED.say(language)
    if len(arrows) < len(links):
        yield ("together",), (line,), words.TOGETHER.say(language)
    if any(each.sign is Sign.DOWN for each in links):
        yield ("stated",), (line, *disc(middle, signs.MINUS)), words.DOWN.say(language)
    if any(is_wanted_down(each.element) for each in drawing.boxes):
        yield (
            (),
            (Strokes(role="glyph", strokes=signs.DOWNWARDS, at=middle),),
            words.WANTED_DOWN.say(language),
        )
    given = {each.judgement.verdict for each in drawing.routes if each.judgement}
    for verdict in (each for each in Verdict if each in given):
        sign = signs.VERDICTS[verdict]
        marks = (line, *disc(middle, sign, role="verdict")) if sign else (line,)
        yield (style.VERDICTS[verdict],), marks, wording.verdict(verdict, language)

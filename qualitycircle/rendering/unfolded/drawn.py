"""The generated graph as SVG, PNG and PDF, with the signs that occur in it explained below."""

from __future__ import annotations

from collections.abc import Iterator

from qualitycircle.rendering.picture import style
from qualitycircle.rendering.picture.anchors import slug
from qualitycircle.rendering.picture.drawing import Point
from qualitycircle.rendering.picture.engine import run
from qualitycircle.rendering.picture.parts import (
    Group,
    Letters,
    Mark,
    Rectangle,
    Strokes,
    arrowhead,
    disc,
    moved,
)
from qualitycircle.rendering.picture.raster import SYSTEM_BOLD, source
from qualitycircle.rendering.picture.signs import UNDECIDED, Stroke
from qualitycircle.rendering.picture.vector import Said, Size, document
from qualitycircle.rendering.picture.widths import width
from qualitycircle.rendering.unfolded import wording
from qualitycircle.rendering.unfolded.marks import LOCK, badge, groups
from qualitycircle.rendering.unfolded.places import FONT, WIDTH, placed
from qualitycircle.rendering.unfolded.window import Window
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import unfolded as words

_ROW = 23.0
_LEFT = 16.0
_SAMPLE = 42.0


def svg(window: Window, *, language: Language, standalone: bool = True) -> str:
    """Return the graph as SVG; a standalone one follows the reader's light or dark by itself."""
    shown, height = _all(window, language)
    said = Said(
        id=_id(window),
        title=wording.title(window, language),
        description=wording.description(window, language),
        language=language,
    )
    css = style.file_css(unfolded=True) if standalone else ""
    return document(shown, said, Size(width=WIDTH, height=height, font=FONT), css=css)


def _id(window: Window) -> str:
    pair = f"-{slug(window.reading.cause)}-{slug(window.reading.effect)}" if window.reading else ""
    return f"{slug(window.theory.id)}-unfolded{pair}"


def png(window: Window, *, language: Language, dpi: int = 144) -> bytes:
    """Return the graph as a PNG image on white."""
    shown, height = _all(window, language)
    return run(source(shown, WIDTH, height), "png", "-Kneato", "-n2", f"-Gdpi={dpi}")


def pdf(window: Window, *, language: Language) -> bytes:
    """Return the graph as PDF; raises `EngineMissing` without a system `dot`."""
    shown, height = _all(window, language)
    return run(source(shown, WIDTH, height, bold=SYSTEM_BOLD), "pdf", "-Kneato", "-n2")


def _all(window: Window, language: Language) -> tuple[tuple[Group, ...], float]:
    found = placed(window, language)
    below, bottom = _legend(window, found.bottom + 34, language)
    return (*groups(window, found, language), *below), bottom + 16


# The legend ----------------------------------------------------------------------------------------


def _legend(window: Window, top: float, language: Language) -> tuple[list[Group], float]:
    """Return a sample and a word for each sign that occurs, in rows, and where they end."""
    found: list[Group] = []
    x, y = _LEFT, top
    for classes, sample, text in _occurring(window, language):
        needed = _SAMPLE + width(text, FONT) + 18
        if x > _LEFT and x + needed > WIDTH:
            x, y = _LEFT, y + _ROW
        marks = (*(moved(each, (x, y)) for each in sample), _letters(text, (x + _SAMPLE, y + 4.4)))
        found.append(Group(classes=(*classes, "explained"), marks=marks))
        x += needed
    note = Letters(
        role="muted",
        text=wording.note(window, language),
        at=(_LEFT, y + _ROW + 4.4),
        anchor="start",
        size=FONT,
    )
    return [*found, Group(classes=("list",), marks=(note,))], y + _ROW


def _letters(text: str, at: Point) -> Letters:
    return Letters(role="text", text=text, at=at, anchor="start", size=FONT)


_Sample = tuple[tuple[str, ...], tuple[Mark, ...], str]


def _occurring(window: Window, language: Language) -> Iterator[_Sample]:
    line = Strokes(role="line", strokes=(Stroke(((0, 0), (30, 0))),))
    arrow = (line, arrowhead((32, 0), stated=True))
    pill = Rectangle(role="shape", x=0, y=-8, width=32, height=16, round=8)
    kinds = {each.kind for each in window.arrows}
    nodes = {each.kind for each in window.nodes}
    yield ("added",), (pill,), words.ADDED.say(language)
    if "drawn" in kinds:
        yield ("link",), arrow, words.DRAWN.say(language)
    if "past" in kinds:
        yield ("link", "past"), arrow, words.PAST.say(language)
    if {"person", "calendar"} & nodes:
        yield ("feeds",), arrow, words.TO_ALL.say(language)
    if "rater" in nodes:
        yield ("takes",), badge(1, (16, 0)), words.FROM_RATER.say(language)
    if "measured" in nodes:
        yield ("gives",), badge(1, (16, 0)), words.TO_MEASURED.say(language)
    yield from _of_pair(window, arrow, language)


def _of_pair(window: Window, arrow: tuple[Mark, ...], language: Language) -> Iterator[_Sample]:
    if any(each.is_held for each in window.nodes):
        lock = Rectangle(role="lock", x=12, y=-LOCK / 2, width=LOCK, height=LOCK)
        yield ("held",), (lock,), words.HELD_SIGN.say(language)
    if any(each.is_asked for each in window.arrows):
        yield ("link", "asked"), arrow, words.ASKED.say(language)
    if window.missing is not None:
        yield ("link", "missing"), (*arrow, *disc((14, 0), UNDECIDED)), words.MISSING.say(language)
    if any(each.is_on_way for each in window.arrows):
        yield ("link", "way"), arrow, words.WAY_OPEN.say(language)

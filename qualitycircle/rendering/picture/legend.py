"""Below the picture: the numbered moderators, and the signs that occur in it."""

from __future__ import annotations

from dataclasses import dataclass

from qualitycircle.evaluation.values import Verdict
from qualitycircle.rendering.picture.drawing import Drawing, Route
from qualitycircle.rendering.picture.widths import width, wrapped
from qualitycircle.rendering.picture.wording import effect, verdict
from qualitycircle.theory import Moderator, Relation, Sign, Theory
from qualitycircle.vocabulary.language import Language
from qualitycircle.vocabulary.words import picture as words

FONT = 12.5
ROW = 22.0
_SAMPLE = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeratorEntry:
    """A numbered line of the list of moderators."""

    moderator: Moderator
    number: int
    name: str
    effect: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SignEntry:
    """A sample of a line or sign, and what it means."""

    sample: str
    """`stated`, `inferred`, `minus`, `together`, `down`, or a verdict's value."""
    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """Both lists, placed; `height` is what they take below the drawing."""

    heading: float
    moderators: tuple[ModeratorEntry, ...]
    signs: tuple[SignEntry, ...]
    height: float


def legend(theory: Theory, drawing: Drawing, language: Language) -> Legend:
    """Return the legend that this picture needs, and nothing more."""
    top = drawing.height + 26
    listed = _moderators(theory, drawing.width, top + 4, language)
    after = max([each.y for each in listed], default=drawing.height) + ROW + (8 if listed else 2)
    signs = _signs(drawing, after, language)
    bottom = max([each.y for each in signs], default=after) + 14
    return Legend(heading=top, moderators=listed, signs=signs, height=bottom - drawing.height)


def _moderators(theory: Theory, total: float, top: float, language: Language) -> tuple[ModeratorEntry, ...]:
    count = len(theory.moderators)
    across = 1 if count == 1 else 2 if count in (2, 4) else 3
    down = -(-count // across)
    room = total / across
    entries = []
    for n, each in enumerate(theory.moderators):
        said = effect(each, language)
        left = room - 50 - width(f" · {said}", FONT)
        entries.append(
            ModeratorEntry(
                moderator=each,
                number=n + 1,
                name=wrapped(each.name, FONT, left, lines=1)[0],
                effect=said,
                x=6 + n // down * room,
                y=top + (n % down + 1) * ROW,
            )
        )
    return tuple(entries)


def _signs(drawing: Drawing, top: float, language: Language) -> tuple[SignEntry, ...]:
    entries: list[SignEntry] = []
    x, y = 6.0, top
    for sample, text in _wanted(drawing, language):
        needed = _SAMPLE + width(text, FONT) + 26
        if x > 6 and x + needed > drawing.width:
            x, y = 6.0, y + ROW
        entries.append(SignEntry(sample=sample, text=text, x=x, y=y))
        x += needed
    return tuple(entries)


def _wanted(drawing: Drawing, language: Language) -> list[tuple[str, str]]:
    routes = drawing.routes
    arrows = [each for each in routes if each.hop.link.relation is Relation.INFLUENCES]
    wanted = [
        ("stated", words.STATED, any(each.hop.link.is_stated for each in arrows)),
        ("inferred", words.INFERRED, any(not each.hop.link.is_stated for each in arrows)),
        ("minus", words.DOWN, any(each.hop.link.sign is Sign.DOWN for each in routes)),
        ("together", words.TOGETHER, len(arrows) < len(routes)),
        (
            "down",
            words.WANTED_DOWN,
            any(getattr(each.element, "wanted_up", True) is False for each in drawing.boxes),
        ),
    ]
    said = [(sample, text.say(language)) for sample, text, occurs in wanted if occurs]
    return said + [(each.value, verdict(each, language)) for each in Verdict if _occurs(each, routes)]


def _occurs(verdict: Verdict, routes: tuple[Route, ...]) -> bool:
    return any(each.judgement and each.judgement.verdict is verdict for each in routes)

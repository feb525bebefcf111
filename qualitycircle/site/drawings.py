"""Small drawings beside the words: the circle, an interval, a row of verdicts, three shares.

All are inline SVG or HTML without a script; colours come from the style sheet, so that one drawing
serves light, dark and paper. Nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from qualitycircle.evaluation.values import Verdict
from qualitycircle.site.markup import attribute

CLASSES: dict[Verdict, str] = {
    Verdict.SUPPORTED: "supported",
    Verdict.WEAK: "weak",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.NO_RELEVANT: "no-relevant",
    Verdict.UNDECIDED: "undecided",
    Verdict.NOT_MEASURED: "not-measured",
}

_CENTRE, _RING, _DISC = 320, 205, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One station on the circle: its name in at most two lines, and who stands there."""

    lines: tuple[str, ...]
    standing: tuple[str, ...] = ()


def circle(stops: Sequence[Stop], *, centre: Sequence[str], title: str, description: str) -> str:
    """Return the quality circle with its stations, and a letter for each theory where it stands."""
    arcs = "".join(_arc(index, len(stops)) for index in range(len(stops)))
    stations = "".join(_station(index, stop, len(stops)) for index, stop in enumerate(stops))
    middle = _lines(_CENTRE, _CENTRE - 4, centre, "circle-centre")
    return (
        f'<svg class="circle-ring" viewBox="-60 30 760 580" role="img" '
        f'aria-labelledby="ring-title ring-text">'
        f'<title id="ring-title">{attribute(title)}</title>'
        f'<desc id="ring-text">{attribute(description)}</desc>'
        '<defs><marker id="ring-tip" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" '
        'orient="auto"><path d="M0 0 10 5 0 10z" class="circle-tip"/></marker></defs>'
        f"{arcs}{middle}{stations}</svg>"
    )


def interval(low: float, value: float, high: float, *, reach: float, label: str) -> str:
    """Return an estimate with its interval, beside zero and the band that is too small to matter.

    Everything is counted in smallest effects that matter, so that drawings beside each other can be
    compared: the band goes from -1 to 1 and the drawing from `-reach` to `reach`.
    """

    def across(number: float) -> float:
        return round(100 + 96 * max(-1.0, min(1.0, number / reach)), 1)

    left, right = across(-1), across(1)
    start, end = across(low), across(high)
    return (
        f'<svg class="circle-interval" viewBox="0 0 200 24" role="img" aria-label="{attribute(label)}">'
        f'<rect class="circle-band" x="{left}" y="2" width="{round(right - left, 1)}" height="20"/>'
        '<path class="circle-zero" d="M100 0V24"/>'
        f'<path class="circle-line" d="M{start} 12H{end}M{start} 8v8M{end} 8v8"/>'
        f'<circle class="circle-dot" cx="{across(value)}" cy="12" r="4.5"/></svg>'
    )


def mark(verdict: Verdict, sign: str, name: str) -> str:
    """Return a verdict as a sign and its word."""
    return f'<span class="circle-mark circle-{CLASSES[verdict]}">{_sign(sign)} {attribute(name)}</span>'


def tally(counts: Iterable[tuple[Verdict, str, int, str]]) -> str:
    """Return how many links got each verdict, as a bar and in words."""
    kept = [each for each in counts if each[2]]
    bar = "".join(
        f'<span class="circle-{CLASSES[verdict]}" style="flex:{count}"></span>'
        for verdict, _, count, _ in kept
    )
    words = "".join(
        f'<li class="circle-{CLASSES[verdict]}">{_sign(sign)} <b>{count}</b> {attribute(name)}</li>'
        for verdict, sign, count, name in kept
    )
    drawn = f'<div class="circle-bar" aria-hidden="true">{bar}</div>'
    return f'<div class="circle-tally">{drawn}<ul>{words}</ul></div>'


def shares(down: int, same: int, up: int, *, label: str) -> str:
    """Return the three shares of a progression, always all three (BIP 2014)."""
    parts = (("down", down), ("same", same), ("up", up))
    bar = "".join(
        f'<span class="circle-{name}" style="flex:{count}"></span>' for name, count in parts if count
    )
    return f'<span class="circle-bar circle-shares" role="img" aria-label="{attribute(label)}">{bar}</span>'


def _sign(sign: str) -> str:
    """Return a verdict's sign; the word stands beside it, so that it need not be read aloud."""
    return f'<i aria-hidden="true">{sign}</i>'


def _angle(index: float, count: int) -> float:
    return 2 * pi * index / count - pi / 2


def _point(angle: float, radius: float) -> tuple[float, float]:
    return round(_CENTRE + radius * cos(angle), 1), round(_CENTRE + radius * sin(angle), 1)


def _arc(index: int, count: int) -> str:
    gap = (_DISC + 9) / _RING
    start = _point(_angle(index, count) + gap, _RING)
    end = _point(_angle(index + 1, count) - gap, _RING)
    return (
        f'<path class="circle-arc" marker-end="url(#ring-tip)" '
        f'd="M{start[0]} {start[1]}A{_RING} {_RING} 0 0 1 {end[0]} {end[1]}"/>'
    )


def _station(index: int, stop: Stop, count: int) -> str:
    angle = _angle(index, count)
    x, y = _point(angle, _RING)
    above = sin(angle) < 0
    side = 0 if abs(cos(angle)) < 0.2 else 1 if cos(angle) > 0 else -1
    anchor = {0: "middle", 1: "start", -1: "end"}[side]
    name_x = round(x - side * 22, 1)
    name_y = y - _DISC - 14 - 25 * (len(stop.lines) - 1) if above else y + _DISC + 36
    held = " circle-held" if stop.standing else ""
    return (
        f'<g class="circle-station{held}"><circle cx="{x}" cy="{y}" r="{_DISC}"/>'
        f'<text class="circle-number" x="{x}" y="{y + 9}" text-anchor="middle">{index + 1}</text></g>'
        f"{_lines(name_x, name_y, stop.lines, 'circle-name', anchor)}{_letters(angle, stop.standing)}"
    )


def _letters(angle: float, letters: Sequence[str]) -> str:
    """Draw the letters of the theories that stand at a station, on the inside of the ring."""
    drawn = []
    for position, letter in enumerate(letters):
        turn = angle + (position - (len(letters) - 1) / 2) * 0.24
        x, y = _point(turn, _RING - _DISC - 26)
        drawn.append(
            f'<g class="circle-letter"><circle cx="{x}" cy="{y}" r="16"/>'
            f'<text x="{x}" y="{y + 6}" text-anchor="middle">{attribute(letter)}</text></g>'
        )
    return "".join(drawn)


def _lines(x: float, y: float, lines: Sequence[str], name: str, anchor: str = "middle") -> str:
    spans = "".join(
        f'<tspan x="{x}" dy="{0 if not index else 25}">{attribute(line)}</tspan>'
        for index, line in enumerate(lines)
    )
    return f'<text class="{name}" x="{x}" y="{y}" text-anchor="{anchor}">{spans}</text>'

"""How the picture looks: one table of looks, from which the stylesheets and the raster are made.

Verdicts use the palette of Okabe & Ito (2008), which colour-blind readers can tell apart; a colour
never stands alone, because every verdict also has a sign and a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from qualitycircle.evaluation.values import Verdict

FAMILY = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"

LIGHT = {
    "ink": "#1b2430",
    "muted": "#56616f",
    "line": "#8a94a1",
    "paper": "#ffffff",
    "band": "#f3f5f8",
    "frame": "#b9c2cd",
    "activity": "#e7f1fa",
    "output": "#fdf4dd",
    "outcome": "#e3f4ee",
    "goal": "#fbe9df",
    "supported": "#009e73",
    "contradicted": "#d55e00",
    "no-relevant": "#0072b2",
    "undecided": "#cc79a7",
    "not-measured": "#959eaa",
    "focus": "#0072b2",
}
DARK = {
    "ink": "#e8ecf2",
    "muted": "#aab4c1",
    "line": "#7f8b9a",
    "paper": "#12161c",
    "band": "#1b2129",
    "frame": "#47515e",
    "activity": "#17344c",
    "output": "#41371a",
    "outcome": "#173d33",
    "goal": "#3f2a20",
    "supported": "#2fc79b",
    "contradicted": "#ff8a3d",
    "no-relevant": "#56b4e9",
    "undecided": "#e39cc4",
    "not-measured": "#76828f",
    "focus": "#56b4e9",
}
VERDICTS = {
    Verdict.SUPPORTED: "supported",
    Verdict.WEAK: "weak",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.NO_RELEVANT: "no-relevant",
    Verdict.UNDECIDED: "undecided",
    Verdict.NOT_MEASURED: "not-measured",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Fill and stroke by the names of the palette ("none": nothing); None leaves it as it was."""

    fill: str | None = None
    stroke: str | None = None
    width: float | None = None
    dash: str | None = None
    bold: bool | None = None


_LINES = {
    # verdict: (colour, width of the line, its dashes)
    "supported": ("supported", 3.2, "none"),
    "weak": ("supported", 1.4, "none"),
    "contradicted": ("contradicted", 2.2, "none"),
    "no-relevant": ("no-relevant", 1.4, "none"),
    "undecided": ("undecided", 1.8, "5 4"),
    "not-measured": ("not-measured", 1.9, "0.1 4.5"),
}

LOOKS: dict[tuple[str, str], Look] = {
    ("", "text"): Look(fill="ink", stroke="none"),
    ("", "heading"): Look(fill="ink", bold=True),
    ("", "muted"): Look(fill="muted"),
    ("", "number"): Look(fill="paper", bold=True),
    ("", "band"): Look(fill="band", stroke="none"),
    ("activity", "band"): Look(stroke="frame", width=1.2),
    ("", "shape"): Look(fill="paper", stroke="muted", width=1.2),
    **{(kind, "shape"): Look(fill=kind) for kind in ("activity", "output", "outcome")},
    ("goal", "shape"): Look(fill="goal", stroke="ink"),
    ("", "fold"): Look(fill="none", stroke="muted", width=1.0),
    ("goal", "fold"): Look(stroke="ink"),
    ("", "line"): Look(fill="none", stroke="line", width=1.5),
    ("", "open"): Look(fill="none", stroke="line", width=1.5),
    ("", "solid"): Look(fill="line", stroke="none"),
    ("", "glyph"): Look(fill="none", stroke="ink", width=1.8),
    ("", "disc"): Look(fill="paper", stroke="line", width=1.3),
    ("", "verdict"): Look(fill="paper", stroke="line", width=1.3),
    ("", "badge"): Look(fill="ink", stroke="none"),
    ("inferred", "line"): Look(width=1.1),
    ("inferred", "open"): Look(width=1.2),
    **{
        (verdict, role): look
        for verdict, (colour, width, dash) in _LINES.items()
        for role, look in {
            "line": Look(stroke=colour, width=width, dash=dash),
            "open": Look(stroke=colour, width=1.6),
            "solid": Look(fill=colour),
            "verdict": Look(stroke=colour),
        }.items()
    },
    ("weak", "verdict"): Look(stroke="none"),
    ("together", "line"): Look(dash="9 5"),
}

UNFOLDED: dict[tuple[str, str], Look] = {
    ("added", "shape"): Look(fill="paper", stroke="muted", width=1.4, dash="5 4"),
    ("frame", "band"): Look(fill="band", stroke="frame", width=1.2, dash="5 4"),
    ("feeds", "line"): Look(stroke="muted", width=1.4, dash="5 4"),
    ("feeds", "solid"): Look(fill="muted"),
    ("gives", "badge"): Look(fill="paper", stroke="ink", width=1.3),
    ("gives", "number"): Look(fill="ink"),
    ("past", "line"): Look(width=1.8, dash="0.1 4.5"),
    ("held", "shape"): Look(stroke="focus", width=2.6, dash="none"),
    ("", "lock"): Look(fill="focus", stroke="none"),
    ("asked", "line"): Look(stroke="ink", width=3.2),
    ("asked", "solid"): Look(fill="ink"),
    ("missing", "line"): Look(stroke="contradicted", width=2.4, dash="8 5"),
    ("missing", "solid"): Look(fill="contradicted"),
    ("missing", "disc"): Look(stroke="contradicted"),
    ("way", "line"): Look(stroke="undecided", width=3.4, dash="2 5"),
    ("way", "solid"): Look(fill="undecided"),
    ("way", "shape"): Look(stroke="undecided", width=2.6),
}
"""The looks of the generated graph alone: what the theory does not draw is dashed."""

_BEHAVIOUR = """
.qc-picture path{stroke-linecap:round;stroke-linejoin:round}
.qc-picture .qc-hit{fill:none;stroke:transparent;stroke-width:9;pointer-events:stroke}
.qc-picture a{cursor:pointer;text-decoration:none;outline:none}
.qc-picture a:is(:hover,:focus-visible) :is(.qc-shape,.qc-badge){stroke:FOCUS;stroke-width:3}
.qc-picture a:is(:hover,:focus-visible) .qc-line{stroke-width:4}
.qc-picture a:hover .qc-hit{stroke:INK;stroke-opacity:.12}
.qc-picture a:is(:hover,:focus-visible) text:not(.qc-number){text-decoration:underline}
.qc-picture a:focus-visible .qc-hit{stroke:INK;stroke-opacity:.45;stroke-width:11}
"""
_FRAME = """
.qc-picture-frame{overflow-x:auto}
.qc-picture-frame .qc-picture{display:block;width:100%;max-width:80rem;height:auto}
.qc-picture-frame .qc-picture{min-width:calc(var(--qc-width)*.74px)}
@media print{
.qc-picture-frame{overflow:visible;break-inside:avoid}
.qc-picture-frame .qc-picture{min-width:0;max-width:100%;max-height:165mm}
.qc-picture *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""


def look(role: str, groups: Iterable[str]) -> Look:
    """Return how a part looks inside its groups, as the stylesheet would have it."""
    inside = set(groups)
    found = Look()
    for (group, each), more in (LOOKS | UNFOLDED).items():
        if each == role and (not group or group in inside):
            said = {field.name: getattr(more, field.name) for field in fields(Look)}
            found = replace(found, **{name: value for name, value in said.items() if value is not None})
    return found


def page_css() -> str:
    """Return the stylesheet for pages that hold pictures inline.

    A page may set `--qc-ink`, `--qc-paper` and the rest itself; otherwise they follow its
    `color-scheme` by `light-dark()`. Put the picture in an element of class `qc-picture-frame`.
    """
    variables = "".join(f"--qc-{name}:light-dark({LIGHT[name]},{DARK[name]});" for name in LIGHT)
    used = {name: f"var(--qc-{name})" for name in LIGHT}
    return f":where(:root){{{variables}}}\n" + _rules(used, LOOKS | UNFOLDED) + _FRAME.lstrip()


def file_css(*, unfolded: bool = False) -> str:
    """Return the stylesheet of a picture in a file of its own, with plain colours for every reader."""
    looks = LOOKS | UNFOLDED if unfolded else LOOKS
    return (
        f"{_rules(LIGHT, looks)}@media screen and (prefers-color-scheme: dark){{\n{_rules(DARK, looks)}}}\n"
    )


def _rules(colours: Mapping[str, str], looks: Mapping[tuple[str, str], Look]) -> str:
    rules = (_rule(group, role, look, colours) for (group, role), look in looks.items())
    return "\n".join(rules) + _BEHAVIOUR.replace("FOCUS", colours["focus"]).replace("INK", colours["ink"])


def _rule(group: str, role: str, look: Look, colours: Mapping[str, str]) -> str:
    within = f" .qc-{group}" if group else ""
    said = {
        "fill": look.fill and colours.get(look.fill, look.fill),
        "stroke": look.stroke and colours.get(look.stroke, look.stroke),
        "stroke-width": look.width,
        "stroke-dasharray": look.dash,
        "font-weight": "bold" if look.bold else None,
    }
    declared = ";".join(f"{name}:{value}" for name, value in said.items() if value is not None)
    return f".qc-picture{within} .qc-{role}{{{declared}}}"

"""The picture's colours: one stylesheet, as variables for a page and as plain colours for a file.

Verdicts use the palette of Okabe & Ito (2008), which colour-blind readers can tell apart; a colour
never stands alone, because every verdict also has a sign and a line of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

FAMILY = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"

LIGHT = {
    "ink": "#1b2430",
    "muted": "#56616f",
    "line": "#8a94a1",
    "paper": "#ffffff",
    "band": "#f3f5f8",
    "frame": "#c3cad4",
    "activity": "#e7f1fa",
    "output": "#fdf4dd",
    "outcome": "#e3f4ee",
    "goal": "#fbe9df",
    "supported": "#009e73",
    "weak": "#009e73",
    "contradicted": "#d55e00",
    "none": "#0072b2",
    "undecided": "#cc79a7",
    "unmeasured": "#959eaa",
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
    "goal": "#4a2c1c",
    "supported": "#2fc79b",
    "weak": "#2fc79b",
    "contradicted": "#ff8a3d",
    "none": "#56b4e9",
    "undecided": "#e39cc4",
    "unmeasured": "#76828f",
    "focus": "#56b4e9",
}

_RULES = Template(
    """
.qc-picture text{fill:$ink;stroke:none}
.qc-picture .qc-heading{font-weight:bold}
.qc-picture .qc-muted{fill:$muted}
.qc-picture .qc-goal text{font-weight:bold}
.qc-picture .qc-band{fill:$band;stroke:none}
.qc-picture .qc-band.qc-activity{stroke:$frame;stroke-width:1.2}
.qc-picture .qc-shape{stroke:$muted;stroke-width:1.2;fill:$paper}
.qc-picture .qc-node.qc-activity .qc-shape{fill:$activity}
.qc-picture .qc-node.qc-output .qc-shape{fill:$output}
.qc-picture .qc-node.qc-outcome .qc-shape{fill:$outcome}
.qc-picture .qc-node.qc-goal .qc-shape{fill:$goal;stroke:$ink}
.qc-picture .qc-fold{fill:none;stroke:$muted}
.qc-picture .qc-node.qc-goal .qc-fold{stroke:$ink}
.qc-picture .qc-line,.qc-picture .qc-open,.qc-picture .qc-glyph{fill:none;stroke-linecap:round;stroke-linejoin:round}
.qc-picture .qc-line,.qc-picture .qc-open{stroke:$line;stroke-width:1.5}
.qc-picture .qc-inferred .qc-line,.qc-picture .qc-inferred .qc-open{stroke-width:1.1}
.qc-picture .qc-solid{fill:$line;stroke:none}
.qc-picture .qc-together .qc-line{stroke-dasharray:8 5}
.qc-picture .qc-hit{fill:none;stroke:transparent;stroke-width:9;pointer-events:stroke}
.qc-picture .qc-disc{fill:$paper;stroke:$line;stroke-width:1.3}
.qc-picture .qc-glyph{stroke:$ink;stroke-width:1.8}
.qc-picture .qc-supported .qc-line,.qc-picture .qc-supported .qc-open,.qc-picture .qc-supported .qc-verdict{stroke:$supported}
.qc-picture .qc-supported .qc-line{stroke-width:3.2}
.qc-picture .qc-supported .qc-solid{fill:$supported}
.qc-picture .qc-weak .qc-line,.qc-picture .qc-weak .qc-open{stroke:$weak;stroke-width:1.4}
.qc-picture .qc-weak .qc-solid{fill:$weak}
.qc-picture .qc-weak .qc-verdict{stroke:none}
.qc-picture .qc-contradicted .qc-line,.qc-picture .qc-contradicted .qc-open,.qc-picture .qc-contradicted .qc-verdict{stroke:$contradicted}
.qc-picture .qc-contradicted .qc-line{stroke-width:2.2}
.qc-picture .qc-contradicted .qc-solid{fill:$contradicted}
.qc-picture .qc-none .qc-line,.qc-picture .qc-none .qc-open,.qc-picture .qc-none .qc-verdict{stroke:$none}
.qc-picture .qc-none .qc-line{stroke-width:1.4}
.qc-picture .qc-none .qc-solid{fill:$none}
.qc-picture .qc-undecided .qc-line,.qc-picture .qc-undecided .qc-open,.qc-picture .qc-undecided .qc-verdict{stroke:$undecided}
.qc-picture .qc-undecided .qc-line{stroke-width:1.7;stroke-dasharray:5 4}
.qc-picture .qc-undecided .qc-solid{fill:$undecided}
.qc-picture .qc-unmeasured .qc-line,.qc-picture .qc-unmeasured .qc-open{stroke:$unmeasured}
.qc-picture .qc-unmeasured .qc-line{stroke-width:1.9;stroke-dasharray:0.1 4.5}
.qc-picture .qc-unmeasured .qc-solid{fill:$unmeasured}
.qc-picture .qc-badge circle{fill:$ink;stroke:$paper;stroke-width:1}
.qc-picture .qc-badge text{fill:$paper;font-weight:bold}
.qc-picture a{cursor:pointer;text-decoration:none;outline:none}
.qc-picture a:hover .qc-shape,.qc-picture a:focus-visible .qc-shape{stroke:$focus;stroke-width:3}
.qc-picture a:hover .qc-line,.qc-picture a:focus-visible .qc-line{stroke:$focus;stroke-width:3.6}
.qc-picture a:hover text,.qc-picture a:focus-visible text{text-decoration:underline}
.qc-picture a:focus-visible .qc-hit{stroke:$focus;stroke-opacity:.25}
.qc-picture .qc-badge:hover circle,.qc-picture .qc-badge:focus-visible circle{stroke:$focus;stroke-width:3}
"""
)
_SHEET = Template(
    """
.qc-picture{$variables}
.qc-picture-frame{overflow-x:auto}
.qc-picture-frame .qc-picture{display:block;width:100%;min-width:46rem;max-width:80rem;height:auto;margin-inline:auto}
@media print{.qc-picture-frame{overflow:visible}.qc-picture-frame .qc-picture{min-width:0;max-width:100%;max-height:180mm;break-inside:avoid}}
"""
)


def page_css() -> str:
    """Return the stylesheet for pages that hold pictures inline.

    A page may set `--qc-ink`, `--qc-paper` and the rest itself; otherwise they follow its
    `color-scheme` by `light-dark()`. Put the picture in an element of class `qc-picture-frame`.
    """
    variables = "".join(f"--qc-{name}:light-dark({LIGHT[name]},{DARK[name]});" for name in LIGHT)
    used = {name: f"var(--qc-{name})" for name in LIGHT}
    return _SHEET.substitute(variables=variables) + _rules(used)


def file_css() -> str:
    """Return the stylesheet of a picture in a file of its own, with plain colours for every reader."""
    return f"{_rules(LIGHT)}@media (prefers-color-scheme: dark){{{_rules(DARK)}}}"


def _rules(colours: Mapping[str, str]) -> str:
    return _RULES.substitute(colours).lstrip("\n")
